//! The mark in the text: what it covers on the screen is what is copied, how it moves, and what keys do with it.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

use std::fs;

use crate::support::screen::{cells, play, press, screen, signs};
use guihua::app::{App, Effect, View};
use guihua::dossier::Dossier;
use guihua::plan::NodeKind;
use guihua::records;
use jiff::civil::date;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Modifier;

/// The made-up plan that has tables, boxes and pictures.
fn example(columns: u16, rows: u16) -> App {
    let text = fs::read_to_string("docs/example-plan.yaml").expect("the example is there");
    let file = records::open(&text).expect("the example is sound");
    let dossier = Dossier::opened(file, |_, _| Vec::new());
    App::new(dossier, date(2024, 6, 30), Size::new(columns, rows))
}

/// Text without white space, brackets and quotation marks, which copying changes.
fn bare(text: &str) -> String {
    let passed = |c: &char| !c.is_whitespace() && !"“”‘’「」⟦⟧─│".contains(*c);
    text.chars().filter(passed).collect()
}

/// What the bar stands beside on the screen: the marked sentence alone, if it is one, else whole lines. Under a heading
/// that is what stands under it.
fn marked(app: &App) -> String {
    let buffer = cells(app);
    let text = app.reading_areas().text;
    let bar = |y: u16| buffer[(text.x - 2, y)].clone();
    let is_thick = |y: u16| bar(y).modifier.contains(Modifier::REVERSED);
    let is_thin = |y: u16| bar(y).symbol() == "⡇";
    let has_thin = (text.top()..text.bottom()).any(is_thin);
    let is_heading = {
        let document = app.document();
        let kind = document.dossier.outline.node(document.reading.cursor).kind;
        kind.is_heading()
    };
    let has_part = app.document().reading.part.is_some();
    let shown = signs(&buffer, text);
    let marked = shown.iter().filter(|(at, cell)| {
        let covered = if has_thin && is_heading {
            is_thin(at.y)
        } else {
            is_thick(at.y) || is_thin(at.y)
        };
        covered && (!has_part || cell.modifier.contains(Modifier::BOLD))
    });
    bare(&marked.map(|(_, cell)| cell.symbol()).collect::<String>())
}

/// The words that `y` copies, without their source.
fn copied(app: &mut App) -> String {
    match play(app, "y").as_slice() {
        [Effect::Copy(text)] => {
            let (words, _) = text.rsplit_once("——").expect("the source follows");
            bare(words)
        }
        _ => String::new(),
    }
}

#[track_caller]
fn check_same(app: &mut App, what: &str) {
    let (marked, copied) = (marked(app), copied(app));
    assert!(
        marked == copied,
        "{what}: marked is {marked}, copied is {copied}\n{}",
        screen(app)
    );
}

#[test]
fn what_is_marked_is_what_is_copied() {
    // Tall enough for all of it, and no heading's number is copied with a single paragraph.
    let mut app = example(100, 150);
    play(&mut app, "rg");
    for n in 0..app.document().dossier.outline.len() {
        let node = app.document().reading.cursor;
        assert_eq!(node, n, "}} goes from node to node");
        let kind = app.document().dossier.outline.node(node).kind;
        if !kind.is_heading() && !matches!(kind, NodeKind::RunIn | NodeKind::Box | NodeKind::Table)
        {
            check_same(&mut app, &format!("node {n}, {kind:?}"));
        }
        play(&mut app, "}");
    }
    play(&mut app, "g");
    for n in 0..200 {
        play(&mut app, ")");
        let node = app
            .document()
            .dossier
            .outline
            .node(app.document().reading.cursor);
        // The label of a particular is not one of its sentences.
        if node.kind != NodeKind::Field {
            check_same(&mut app, &format!("sentence {n}"));
        }
    }
}

#[test]
fn a_heading_marks_what_stands_under_it() {
    let mut app = press("r:2.1<Enter>", 120, 40);
    check_same(&mut app, "2.1");
}

#[test]
fn the_first_key_narrows_to_a_sentence_and_esc_widens_again() {
    let mut app = press("r:2.3p2<Enter>", 120, 40);
    let whole = copied(&mut app);
    play(&mut app, ")");
    let first = copied(&mut app);
    assert!(whole.starts_with(&first) && first.len() < whole.len());
    play(&mut app, ")");
    let second = copied(&mut app);
    assert!(whole.contains(&second) && second != first);
    play(&mut app, "(");
    assert_eq!(copied(&mut app), first);
    play(&mut app, "<Esc>");
    assert_eq!(copied(&mut app), whole);
    play(&mut app, "(");
    assert!(whole.ends_with(&copied(&mut app)), "( begins at the end");
}

#[test]
fn sentences_go_on_into_the_next_paragraph_and_come_back() {
    let mut app = press("r:3.1.2p1<Enter>)", 120, 40);
    let mut passed = vec![(
        app.document().reading.cursor,
        app.document().reading.part.clone(),
    )];
    for _ in 0..30 {
        play(&mut app, ")");
        let here = (
            app.document().reading.cursor,
            app.document().reading.part.clone(),
        );
        assert_ne!(Some(&here), passed.last(), ") moves on");
        passed.push(here);
    }
    assert!(passed.first().map(|it| it.0) < passed.last().map(|it| it.0));
    for expected in passed.iter().rev().skip(1) {
        play(&mut app, "(");
        let here = (
            app.document().reading.cursor,
            app.document().reading.part.clone(),
        );
        assert_eq!(here, *expected, "( is the inverse");
    }
}

#[test]
fn the_mark_is_always_on_the_screen() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        let mut app = press("r", columns, rows);
        let keys = "}}}jjj)))<PgDn>}}dkkk{{{(<PgUp>u)jjjjjjjjjjG{{kkkk}}gjj]}})[(<size:70x15>kk<size:120x40>)j";
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let end = if first == '<' {
                rest.find('>').map_or(1, |at| at + 1)
            } else {
                first.len_utf8()
            };
            let (key, after) = rest.split_at(end);
            play(&mut app, key);
            rest = after;
            let buffer = cells(&app);
            let text = app.reading_areas().text;
            let is_bar = |y: u16| {
                let cell = &buffer[Position::new(text.x - 2, y)];
                cell.modifier.contains(Modifier::REVERSED)
            };
            assert!(
                (text.top()..text.bottom()).any(is_bar),
                "{key} before {rest} on {columns}×{rows}:\n{}",
                screen(&app)
            );
        }
    }
}

#[test]
fn scrolling_leaves_the_mark_where_it_is_while_it_is_on_the_screen() {
    let mut app = press("r:3.1.2<Enter>}}}", 120, 40);
    let (node, top) = (app.document().reading.cursor, app.document().reading.top);
    play(&mut app, "jj");
    assert_eq!(app.document().reading.top, top + 2, "j scrolls");
    assert_eq!(app.document().reading.cursor, node, "the mark stays");
    play(&mut app, "<PgDn><PgDn>");
    assert!(
        app.document().reading.cursor > node,
        "the mark is carried along"
    );
}

#[test]
fn a_click_marks_the_paragraph_then_its_sentence_then_all_of_it() {
    let mut app = press("r:2.3<Enter>", 120, 40);
    let text = app.reading_areas().text;
    let reading = &app.document().reading;
    let outline = &app.document().dossier.outline;
    let node = reading.cursor + 2;
    let sentences = outline.node(node).parts();
    let second = sentences.get(1).expect("it has two sentences").clone();
    let line = reading.page.line_of(node, &second);
    let y = text.y + (line - reading.top) as u16;
    // The sentence before ends in this line: what stands behind its full stop belongs to the second one.
    let buffer = cells(&app);
    let row = signs(&buffer, Rect::new(text.x, y, text.width, 1));
    let stop = row.iter().position(|(_, cell)| cell.symbol() == "。");
    let behind = stop
        .and_then(|at| row.get(at + 2))
        .expect("a sentence ends here");
    let click = format!("<click:{},{y}>", behind.0.x);
    play(&mut app, &click);
    let state = |app: &App| {
        (
            app.document().reading.cursor,
            app.document().reading.part.clone(),
        )
    };
    assert_eq!(state(&app), (node, None), "{click}:\n{}", screen(&app));
    play(&mut app, &click);
    assert_eq!(
        state(&app),
        (node, Some(second)),
        "{click} twice:\n{}",
        screen(&app)
    );
    play(&mut app, &click);
    assert_eq!(state(&app), (node, None), "{click} three times");
}

#[test]
fn keys_act_on_the_marked_sentence() {
    // The paragraph states several targets, each in its own sentence or clause.
    let mut app = press("r:2.3p3<Enter>", 120, 40);
    let node = app.document().reading.cursor;
    let all = app.document().targets_stated_at(node);
    assert!(all.len() > 1, "{all:?}");
    let mut seen = Vec::new();
    let parts = app.document().dossier.outline.node(node).parts().len();
    for _ in 0..parts {
        play(&mut app, ")");
        let stated = app.document().targets_stated_at(node);
        seen.extend(stated.iter().copied());
        // Of several targets one is chosen.
        let keys = "<Enter>".repeat(if stated.len() > 1 { 2 } else { 1 });
        play(&mut app, &keys);
        if let Some(first) = stated.first() {
            assert_eq!(app.document().view, View::Targets);
            let selected = app.document().selected_target();
            let wanted = app.document().dossier.plan.targets.get(*first);
            assert_eq!(selected.map(|it| &it.id), wanted.map(|it| &it.id));
            play(&mut app, "<BS>");
        } else {
            for key in ["<Enter>", "e"] {
                play(&mut app, key);
                let message = app.message.clone().unwrap_or_default();
                assert!(message.contains("本句没有"), "{key}: {message}");
            }
        }
    }
    seen.sort_unstable();
    seen.dedup();
    let mut expected = all;
    expected.sort_unstable();
    assert_eq!(seen, expected, "each target stands in some sentence");
}

#[test]
fn a_record_begun_at_a_task_in_the_text_is_about_the_task() {
    let mut app = press("w<Enter>a", 120, 40);
    let title = app
        .form()
        .map(|form| form.title.clone())
        .unwrap_or_default();
    let node = app
        .document()
        .dossier
        .outline
        .node(app.document().reading.cursor);
    assert_eq!(title, node.title());
    play(&mut app, "<Esc>");
    assert_eq!(app.document().view, View::Reading);
}

#[test]
fn a_picture_without_a_caption_has_nothing_to_copy() {
    let text = fs::read_to_string("docs/example-plan.yaml").expect("the example is there");
    let text = text.replace("picture: 图1　公共服务布局", "picture: ''");
    let file = records::open(&text).expect("the plan is sound");
    let dossier = Dossier::opened(file, |_, _| Vec::new());
    let mut app = App::new(dossier, date(2024, 6, 30), Size::new(80, 24));
    let pictures = app.document().dossier.outline.of_kind(NodeKind::Picture);
    let address = pictures.map(|(_, node)| node.address.to_string()).next();
    let address = address.unwrap_or_else(|| panic!("the plan has a picture"));
    assert!(play(&mut app, &format!("r:{address}<Enter>y")).is_empty());
    assert!(
        screen(&app).contains("这里没有可复制的原文"),
        "{}",
        screen(&app)
    );
}
