//! Getting about, told as scripts of keys: what is pressed, and what the screen must show then.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

use std::collections::BTreeSet;

use crate::support::screen::{SIZES, cells, play, press, screen, signs, styled};
use guihua::app::listing::{self, Row};
use guihua::app::{Action, App, Effect, Focus, Toc, View};
use guihua::dossier::Dossier;
use guihua::layout::{self, Panes};
use guihua::paint::{Depth, Palette};
use guihua::plan::{Address, NodeId, NodeKind};
use guihua::records::Book;
use guihua::ui::theme::Theme;
use jiff::civil::date;
use ratatui::layout::Rect;
use ratatui::style::Color;

/// The whole screen as an area.
const EVERYWHERE: Rect = Rect::new(0, 0, u16::MAX, u16::MAX);

/// What an area shows, without white space: words are found in it although lines break within them.
fn ink(app: &App, area: Rect) -> String {
    let buffer = cells(app);
    let shown = signs(&buffer, area);
    let text: String = shown.iter().map(|(_, cell)| cell.symbol()).collect();
    without_blanks(&text)
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text of the reading view without white space.
fn read(app: &App) -> String {
    ink(
        app,
        layout::reading(app.size, app.measure, Panes::Open, false).text,
    )
}

/// Where words stand on the screen within an area.
#[track_caller]
fn find(app: &App, area: Rect, words: &str) -> (u16, u16) {
    let buffer = cells(app);
    let shown = signs(&buffer, area);
    let found = (0..shown.len()).find(|&start| {
        let row = shown[start].0.y;
        let here = shown[start..].iter().take_while(|(at, _)| at.y == row);
        let line: String = here.map(|(_, cell)| cell.symbol()).collect();
        line.starts_with(words)
    });
    let found = found.unwrap_or_else(|| panic!("{words:?} is not in\n{}", screen(app)));
    (shown[found].0.x, shown[found].0.y)
}

/// Clicks on words.
#[track_caller]
fn click(app: &mut App, area: Rect, words: &str) {
    let (x, y) = find(app, area, words);
    play(app, &format!("<click:{x},{y}>"));
}

/// The whole screen with its weights and colours.
fn look(app: &App) -> String {
    styled(app, Theme::new(Palette::Auto, Depth::Sixteen))
}

/// Checks that keys lead back to the very same screen.
#[track_caller]
fn check_return(before: &str, keys: &str, (columns, rows): (u16, u16)) {
    let mut app = press(before, columns, rows);
    let expected = look(&app);
    play(&mut app, keys);
    check_same(
        &look(&app),
        &expected,
        &format!("{before}, then {keys}, on {columns}×{rows}"),
    );
}

#[track_caller]
fn check_same(screen: &str, expected: &str, what: &str) {
    assert!(
        screen == expected,
        "{what}:\n{screen}\n--- instead of ---\n{expected}"
    );
}

/// Checks that two ways to press keys lead to the same screen.
#[track_caller]
fn check_alike(keys: &str, others: &str) {
    let (app, other) = (press(keys, 80, 24), press(others, 80, 24));
    check_same(
        &look(&other),
        &look(&app),
        &format!("{others} instead of {keys}"),
    );
}

/// The message or the line being typed: the last line of the screen.
fn footer(app: &App) -> String {
    let screen = screen(app);
    screen.lines().last().unwrap_or_default().trim().to_owned()
}

fn heading_at(app: &App, address: &str) -> NodeId {
    let address: Address = address.parse().expect("the test names an address");
    app.document()
        .dossier
        .outline
        .at(address)
        .expect("the plan has this address")
}

/// The headings in reading order.
fn headings(app: &App) -> Vec<NodeId> {
    let nodes = app.document().dossier.outline.nodes().iter().enumerate();
    let listed = nodes.filter(|(_, node)| node.toc_depth().is_some());
    listed.map(|(id, _)| id).collect()
}

// From the lists into the text and back

#[test]
fn enter_leads_from_a_list_to_the_text_and_back_to_the_same_list() {
    for size in SIZES {
        for list in ["t", "tjjj", "t2j", "w", "wjj", "w3"] {
            check_return(list, "<Enter><Enter>", size);
            check_return(list, "<Enter>?<Esc><Enter>", size);
        }
    }
    // A name goes on being sought, as the footer tells.
    let app = press("ijj<Enter><Enter>", 80, 24);
    assert_eq!(
        (app.document().view, app.document().terms.selected),
        (View::Terms, 3)
    );
    // Who has moved on has left the list behind.
    let mut app = press("w<Enter>:2.3p2<Enter><Enter><Enter>", 80, 24);
    assert_eq!(app.document().view, View::Targets, "2.3p2 states targets");
    play(&mut app, "<BS><BS><Enter>");
    assert_eq!(app.document().view, View::Tasks, "back where Enter had led");
}

#[test]
fn the_footer_says_where_enter_leads() {
    for (keys, hint) in [
        ("", "Enter 打开"),
        ("t", "Enter 原文"),
        ("t<Enter>", "Enter 指标"),
        ("w<Enter>", "Enter 任务"),
        ("i<Enter>", "Enter 索引"),
        ("r:2.3p2<Enter>", "Enter 指标"),
        ("r:3.1.2p1<Enter>", "Enter 任务"),
        ("r:3.1<Enter>h", "Enter 正文"),
    ] {
        for (columns, rows) in SIZES {
            let footer = footer(&press(keys, columns, rows));
            assert!(footer.contains(hint), "{keys}: {hint} is not in {footer}");
        }
    }
    let footer = footer(&press("r:2.1p1<Enter>", 80, 24));
    assert!(
        !footer.contains("Enter"),
        "a paragraph that states nothing: {footer}"
    );
}

#[test]
fn the_hints_that_one_cannot_do_without_are_on_every_screen() {
    for keys in [
        "",
        "r:3.1.2p1<Enter>",
        "rh",
        "t",
        "w",
        "i",
        "r/托育<Enter>",
        "t2",
    ] {
        for (columns, rows) in SIZES {
            let footer = footer(&press(keys, columns, rows));
            for hint in ["Enter ", "? 帮助", "q 退出"] {
                assert!(footer.contains(hint), "{keys}: {hint} is not in {footer}");
            }
        }
    }
}

#[test]
fn the_overview_names_the_plan_once() {
    for columns in 40..130 {
        let app = press("", columns, 24);
        let screen = screen(&app);
        let title = app.document().dossier.plan.body.title.reading();
        assert_eq!(screen.matches(title).count(), 1, "{columns}:\n{screen}");
    }
}

#[test]
fn an_empty_list_says_why() {
    let text = include_str!("../fixtures/small.yaml");
    let plan = guihua::load::load(text).expect("the small plan is sound");
    let dossier = Dossier::of(plan, Book::default());
    let size = ratatui::layout::Size::new(80, 24);
    let mut app = App::new(dossier, date(2026, 6, 30), size);
    play(&mut app, "i");
    assert!(
        screen(&app).contains("本规划没有编录名称"),
        "{}",
        screen(&app)
    );
    play(&mut app, "w2");
    assert!(screen(&app).contains("此领域没有内容"), "{}", screen(&app));
}

#[test]
fn the_help_explains_the_signs_of_the_gauge() {
    let app = press("?", 80, 80);
    let screen = screen(&app);
    for sign in ['▆', '▕', '╎', '◂', '▸', '│', '●', '✗', '○', '·', '*'] {
        let mut lines = screen.lines().skip_while(|line| line.trim() != "进度条");
        assert!(lines.any(|line| line.contains(sign)), "{sign}:\n{screen}");
    }
}

#[test]
fn enter_on_a_target_shows_its_words_and_backspace_brings_back_the_list() {
    for (columns, rows) in SIZES {
        let mut app = press("tZ", columns, rows);
        let listed = app.document().target_rows().into_iter();
        let listed = listed.filter(|row| !matches!(row, Row::Group(..)));
        for (n, row) in listed.enumerate() {
            if matches!(row, Row::Fold { .. }) {
                play(&mut app, "j");
                continue;
            }
            let what = format!("t, j {n} times, Enter on {columns}×{rows}");
            let list = look(&app);
            let target = app
                .document()
                .selected_target()
                .expect("a target is selected");
            let quote = without_blanks(&target.citation.quote);
            play(&mut app, "<Enter>");
            assert_eq!(app.document().view, View::Reading, "{what}");
            assert!(
                read(&app).contains(&quote),
                "{what}: no {quote} on\n{}",
                screen(&app)
            );
            play(&mut app, "<BS>");
            check_same(&look(&app), &list, &format!("{what}, Backspace"));
            play(&mut app, "j");
        }
    }
}

#[test]
fn enter_on_a_task_shows_it_and_backspace_brings_back_the_list() {
    for (columns, rows) in SIZES {
        let mut app = press("w", columns, rows);
        for n in 0..app
            .document()
            .dossier
            .outline
            .of_kind(NodeKind::Task)
            .count()
        {
            let what = format!("w, j {n} times, Enter on {columns}×{rows}");
            let list = look(&app);
            let task = app.document().selected_task().expect("a task is selected");
            let title = without_blanks(app.document().dossier.outline.node(task).title());
            play(&mut app, "<Enter>");
            assert!(
                read(&app).contains(&title),
                "{what}: no {title} on\n{}",
                screen(&app)
            );
            play(&mut app, "<BS>");
            check_same(&look(&app), &list, &format!("{what}, Backspace"));
            play(&mut app, "j");
        }
    }
}

#[test]
fn j_goes_through_every_item_of_a_list_and_k_back_through_the_same() {
    for view in ["t", "tZ", "w", "t2", "w5"] {
        let mut app = press(view, 80, 24);
        let mut down = vec![look(&app)];
        loop {
            play(&mut app, "j");
            let next = look(&app);
            if down.last() == Some(&next) {
                break;
            }
            down.push(next);
        }
        let rows = if app.document().view == View::Tasks {
            app.document().task_rows()
        } else {
            app.document().target_rows()
        };
        let headings = rows.iter().filter(|row| matches!(row, Row::Group(..)));
        let reached = rows.len() - headings.count();
        assert_eq!(down.len(), reached, "{view}, j to the end");
        for _ in 1..down.len() {
            play(&mut app, "k");
        }
        play(&mut app, "k");
        check_same(
            &look(&app),
            &down[0],
            &format!("{view}, j to the end, k to the start"),
        );
    }
}

// Addresses

#[test]
fn a_typed_address_leads_to_its_heading() {
    for keys in [
        ":3.1.2<Enter>",
        ":三（一）2<Enter>",
        "：三、（一）2.<Enter>",
        ":３．１．２<Enter>",
        "： 3.1.2 <Enter>",
        "<paste:x><Esc>:<paste:3.1.2\n><Enter>",
    ] {
        for (columns, rows) in SIZES {
            let app = press(keys, columns, rows);
            let wanted = heading_at(&app, "3.1.2");
            let node = app.document().dossier.outline.node(wanted);
            let title = without_blanks(&format!("{}{}", node.number, node.title()));
            assert_eq!(app.document().reading.cursor, wanted, "{keys}");
            assert!(
                read(&app).starts_with(&title),
                "{keys}: no {title} on top of\n{}",
                screen(&app)
            );
        }
    }
}

#[test]
fn every_heading_and_paragraph_can_be_gone_to_by_its_address() {
    let mut app = press("r", 80, 24);
    for id in 0..app.document().dossier.outline.len() {
        let address = app.document().dossier.outline.node(id).address.to_string();
        play(&mut app, &format!(":{address}<Enter>"));
        assert_eq!(app.document().reading.cursor, id, ":{address}<Enter>");
        let text = without_blanks(&app.document().reading.page.blocks[id].text);
        let start: String = text.chars().take(20).collect();
        assert!(
            read(&app).contains(&start),
            ":{address}<Enter>: no {start} on\n{}",
            screen(&app)
        );
    }
}

#[test]
fn an_address_that_is_not_there_is_named_and_stays_in_the_prompt() {
    for (typed, said) in [
        ("9.9", "本规划没有 9.9"),
        ("０", "不是地址"),
        ("随便", "不是地址"),
    ] {
        let keys = format!(":{typed}<Enter>");
        let mut app = press(&keys, 120, 40);
        let prompt = app.prompt().map(|prompt| prompt.text().to_owned());
        assert_eq!(prompt.as_deref(), Some(typed), "{keys}");
        assert!(
            footer(&app).contains(typed) && footer(&app).contains(said),
            "{keys}: {}",
            footer(&app)
        );
        play(&mut app, "<C-u>3.1.2<Enter>");
        assert_eq!(
            app.document().reading.cursor,
            heading_at(&app, "3.1.2"),
            "{keys}<C-u>3.1.2<Enter>"
        );
    }
}

#[test]
fn an_address_that_is_not_there_is_named_on_a_narrow_screen_too() {
    let app = press(":9.9<Enter>", 60, 20);
    assert!(
        footer(&app).contains("9.9") && footer(&app).contains("没有"),
        ":9.9<Enter> on 60×20: {}",
        footer(&app)
    );
}

#[test]
fn going_nowhere_leaves_the_screen_as_it_was() {
    for before in ["", "r:3.1<Enter>jj", "t2jj", "w", "rh", "/人口<Enter>n"] {
        for keys in [
            ":<Enter>",
            ":<Esc>",
            ":3.1<Esc>",
            ":9.9<Enter><Esc>",
            ":3<Down><Up><Up><Esc>",
        ] {
            check_return(before, keys, (80, 24));
        }
    }
}

// Finding

/// The matches on the screen: their words, and whether one stands at them.
fn marked(app: &App, colour: Color) -> String {
    let buffer = cells(app);
    let shown = signs(
        &buffer,
        layout::reading(app.size, app.measure, Panes::Open, false).text,
    );
    let marked = shown.iter().filter(|(_, cell)| cell.bg == colour);
    marked.map(|(_, cell)| cell.symbol()).collect()
}

#[test]
fn n_and_shift_n_walk_all_matches_round() {
    for word in ["托育", "常住人口", "2025年", "十四五"] {
        for (columns, rows) in SIZES {
            let mut app = press(&format!("r/{word} :任务<Enter>"), columns, rows);
            let count = app.document().find.matches.len();
            let first = app.document().find.current;
            assert!(count > 0, "r/{word} :任务<Enter>");
            let mut seen = BTreeSet::new();
            for n in 0..count {
                let what = format!("r/{word} :任务<Enter>, n {n} times, on {columns}×{rows}");
                assert_eq!(marked(&app, Color::LightGreen), word, "{what}");
                assert!(
                    footer(&app)
                        .contains(&format!("{}/{count} 处", app.document().find.current + 1)),
                    "{what}: {}",
                    footer(&app)
                );
                seen.insert(app.document().find.current);
                play(&mut app, "n");
            }
            assert_eq!(seen.len(), count, "r/{word}<Enter>, then n");
            let start = app.document().find.current;
            assert_eq!(start, first, "r/{word}<Enter>, n {count} times");
            let round: Vec<usize> = (0..count)
                .map(|_| {
                    play(&mut app, "N");
                    app.document().find.current
                })
                .collect();
            let expected: Vec<usize> = (0..count).rev().map(|n| (first + n) % count).collect();
            assert_eq!(round, expected, "r/{word}<Enter>, then N");
        }
    }
}

/// Places that one may start to search from.
const PLACES: [&str; 12] = [
    "",
    "<PgDn>",
    "r",
    "r<PgDn>jj",
    "rG",
    "rGkk",
    "r:3.2<Enter>",
    "t2jj",
    "tG",
    "w3j",
    "tj<Enter>",
    "rZ",
];

#[test]
fn after_a_term_was_found_n_walks_what_was_typed() {
    let mut app = press("/rc :术语<Enter>", 80, 24);
    assert_eq!(app.document().find.query, "rc :术语");
    assert!(
        app.document().find.matches.len() > 20,
        "{}",
        app.document().find.matches.len()
    );
    let here = app
        .document()
        .find
        .current()
        .cloned()
        .expect("there is a match");
    let text = app
        .document()
        .dossier
        .outline
        .node(here.node)
        .prose
        .reading();
    assert!(
        text.get(..here.range.start)
            .is_some_and(|before| before.ends_with("深入实施")),
        "the match at hand is in 人才强区, which was chosen"
    );
    assert!(footer(&app).contains("“rc :术语” "), "{}", footer(&app));
    play(&mut app, "n");
    assert_eq!(app.document().find.query, "rc :术语");
    assert_ne!(app.document().find.current(), Some(&here));
    let from_index = press("i<Enter>", 80, 24);
    let name = &from_index
        .document()
        .dossier
        .plan
        .terms
        .first()
        .expect("there are terms")
        .name;
    assert_eq!(
        &from_index.document().find.query,
        name,
        "from the index the term is walked"
    );
    let by_filter = press("/:术语<Enter>", 80, 24);
    assert!(
        !by_filter.document().find.matches.is_empty(),
        "filters alone walk the term"
    );
}

#[test]
fn n_after_filters_alone_says_that_there_are_no_words() {
    let app = press("/@健康 :指标<Enter>n", 80, 24);
    assert!(
        footer(&app).contains("“@健康 :指标”只有条件，没有要找的词"),
        "{}",
        footer(&app)
    );
}

#[test]
fn hints_are_given_once() {
    let app = press("/托育 :任务<Enter>i", 120, 40);
    assert_eq!(
        footer(&app).matches("下一处").count(),
        1,
        "{}",
        footer(&app)
    );
    let app = press("/“放管服”<Enter>", 120, 40);
    assert!(!footer(&app).contains("““"), "{}", footer(&app));
}

#[test]
fn esc_in_the_find_prompt_brings_back_the_screen() {
    for size in SIZES {
        for before in PLACES {
            for keys in [
                "/<Esc>",
                "/托育<Esc>",
                "/人口<Down><Down><Up><Esc>",
                "/没有这个词<Esc>",
                "/托育x<Esc>",
                "/托育<C-u><Esc>",
                "/托育<C-c>",
            ] {
                check_return(before, keys, size);
            }
        }
    }
}

#[test]
fn esc_in_the_find_prompt_brings_back_the_table_of_contents() {
    for size in SIZES {
        for before in [
            "rh",
            "rhjjjjjjjjjjjj",
            "rh<PgDn>kkk",
            "rh:3<Enter>hz",
            "rh/人口<Esc>",
        ] {
            for keys in ["/<Esc>", "/托育<Esc>", "/没有这个词<Esc>"] {
                check_return(before, keys, size);
            }
        }
    }
}

#[test]
fn esc_in_the_find_prompt_brings_back_the_matches_of_before() {
    for keys in [
        "/<Esc>",
        "/托育<Esc>",
        "/没有这个词<Esc>",
        ":<Esc>",
        ":3.1<Esc>",
    ] {
        check_return("r/人口<Enter>nn", keys, (80, 24));
    }
}

#[test]
fn a_word_that_is_not_there_is_named_and_nothing_moves() {
    let mut app = press("r:3.2<Enter>", 80, 24);
    let text = read(&app);
    play(&mut app, "/魑魅魍魉<Enter>");
    assert!(
        footer(&app).contains("没有找到“魑魅魍魉”"),
        "{}",
        footer(&app)
    );
    play(&mut app, "<Esc>");
    assert_eq!(read(&app), text, "/魑魅魍魉<Enter><Esc>");
}

#[test]
fn keys_that_step_through_matches_leave_the_text_alone_while_an_address_is_typed() {
    for key in ["<Down>", "<Up>", "<C-n>", "<C-p>"] {
        check_return("r/人口<Enter>:3", key, (80, 24));
    }
}

// Headings

#[test]
fn brackets_visit_every_heading_and_nothing_else() {
    for (columns, rows) in SIZES {
        let mut app = press("rg", columns, rows);
        let expected = headings(&app);
        let step = |app: &mut App, key: &str| {
            play(app, key);
            let node = app
                .document()
                .dossier
                .outline
                .node(app.document().reading.cursor);
            let title = without_blanks(&format!("{}{}", node.number, node.title()));
            assert!(
                read(app).contains(&title),
                "{key} on {columns}×{rows}: no {title} on\n{}",
                screen(app)
            );
            app.document().reading.cursor
        };
        let down: Vec<NodeId> = expected.iter().map(|_| step(&mut app, "]")).collect();
        assert_eq!(down, expected, "] from the start on {columns}×{rows}");
        play(&mut app, "]");
        assert_eq!(
            Some(&app.document().reading.cursor),
            expected.last(),
            "] at the end"
        );
        let up: Vec<NodeId> = expected
            .iter()
            .skip(1)
            .map(|_| step(&mut app, "["))
            .collect();
        let above: Vec<NodeId> = expected.iter().rev().skip(1).copied().collect();
        assert_eq!(up, above, "[ from the end on {columns}×{rows}");
    }
}

#[test]
fn from_within_a_section_the_bracket_goes_to_its_own_heading_first() {
    let mut app = press("r:3.1.2p1<Enter>[", 80, 24);
    assert_eq!(
        app.document().reading.cursor,
        heading_at(&app, "3.1.2"),
        ":3.1.2p1<Enter>["
    );
    play(&mut app, "[");
    assert_eq!(
        app.document().reading.cursor,
        heading_at(&app, "3.1.1"),
        "[ again"
    );
}

// Back and forward

/// Jumps from place to place, with motions between them.
const JOURNEY: [&str; 10] = [
    "r",
    ":3.2.1<Enter>",
    "jjj/托育 :任务<Enter>",
    "t",
    "2jj<Enter>",
    "<PgDn>w",
    "jjj<Enter>",
    ":2<Enter>",
    "G:4<Enter>",
    "o",
];

#[test]
fn back_and_forward_are_inverse() {
    for (columns, rows) in SIZES {
        let mut app = press("", columns, rows);
        for keys in JOURNEY {
            play(&mut app, keys);
        }
        let mut screens = vec![look(&app)];
        loop {
            play(&mut app, "<BS>");
            if app.message.is_some() {
                break;
            }
            screens.push(look(&app));
        }
        assert!(screens.len() > JOURNEY.len(), "{} places", screens.len());
        for n in (0..screens.len() - 1).rev() {
            play(&mut app, "L");
            check_same(
                &look(&app),
                &screens[n],
                &format!("{JOURNEY:?}, Backspace to the end, L to place {n} on {columns}×{rows}"),
            );
        }
        play(&mut app, "L");
        assert!(app.message.is_some(), "L at the last place says so");
    }
}

#[test]
fn back_shows_the_screen_that_the_jump_left() {
    for size in SIZES {
        for before in PLACES.iter().chain(&["rh", "rhjjj", "rhjjjjjjjj"]) {
            for jump in [":4.1<Enter>", "/托育 :任务<Enter>"] {
                check_return(before, &format!("{jump}<Esc><BS>"), size);
            }
        }
    }
}

// Folding

/// What the table of contents shows, without white space.
fn contents(app: &App) -> String {
    ink(
        app,
        layout::reading(app.size, app.measure, Panes::Open, true).toc,
    )
}

#[test]
fn folding_hides_what_is_below_and_unfolding_shows_it_again() {
    for (columns, rows) in [(120, 60), (60, 60)] {
        let mut app = press("r:3<Enter>h", columns, rows);
        let open = contents(&app);
        let inside = without_blanks("（一）深入推进人才");
        assert!(open.contains(&inside), "r:3<Enter>h:\n{}", screen(&app));
        for (fold, unfold) in [("z", "z"), ("h", "l"), ("<Left>", "<Right>"), ("Z", "Z")] {
            play(&mut app, fold);
            assert!(
                !contents(&app).contains(&inside) && contents(&app).contains('▸'),
                "r:3<Enter>h{fold}:\n{}",
                screen(&app)
            );
            play(&mut app, unfold);
            assert_eq!(contents(&app), open, "r:3<Enter>h{fold}{unfold}");
        }
    }
}

#[test]
fn the_table_follows_with_the_visible_heading_above_what_is_read() {
    let mut app = press("r:3<Enter>hz<Enter>", 120, 40);
    for (address, shown) in [
        ("3.1.2", "3"),
        ("3.1.2p1", "3"),
        ("3.6", "3"),
        ("2.1", "2.1"),
        ("4", "4"),
    ] {
        play(&mut app, &format!(":{address}<Enter>"));
        let selected = app
            .document()
            .reading
            .toc
            .selected(&app.document().dossier.outline);
        assert_eq!(
            selected,
            Some(heading_at(&app, shown)),
            "3 folded, :{address}<Enter>:\n{}",
            screen(&app)
        );
    }
}

#[test]
fn left_climbs_to_the_chapter_and_right_ends_in_the_text() {
    let mut app = press("r:3.1.2<Enter>h", 120, 40);
    assert_eq!(app.document().reading.focus, Focus::Toc, "h");
    play(&mut app, "h");
    assert_eq!(
        app.document()
            .reading
            .toc
            .selected(&app.document().dossier.outline),
        Some(heading_at(&app, "3.1"))
    );
    play(&mut app, "hhhh");
    let top = app
        .document()
        .reading
        .toc
        .selected(&app.document().dossier.outline);
    assert_eq!(top, Some(heading_at(&app, "3")), "hhhh");
    play(&mut app, "ll");
    assert_eq!(app.document().reading.focus, Focus::Text, "ll");
}

#[test]
fn every_heading_that_holds_others_says_whether_it_is_folded() {
    let app = press("rh", 120, 90);
    let open = contents(&app).matches('▾').count();
    let holding = headings(&app);
    let holding = holding
        .iter()
        .filter(|&&id| Toc::has_children(&app.document().dossier.outline, id));
    assert_eq!(open, holding.count(), "rh:\n{}", screen(&app));
}

// Keys of a Chinese input method

#[test]
fn full_width_keys_act_as_their_twins() {
    for before in ["", "r", "t", "w", "r:3<Enter>h"] {
        for (twin, wide) in [
            ("j", "ｊ"),
            ("/", "／"),
            ("/", "、"),
            (":", "："),
            ("?", "？"),
            ("t", "ｔ"),
            ("2", "２"),
            ("G", "Ｇ"),
            ("]", "】"),
            ("]", "」"),
            ("]", "］"),
            ("[", "【"),
            (" ", "\u{3000}"),
            ("Z", "Ｚ"),
            ("M", "Ｍ"),
            ("/人口<Enter>n", "、人口<Enter>ｎ"),
            (":3.1<Enter>", "：３．１<Enter>"),
            ("?j", "？ｊ"),
        ] {
            check_alike(&format!("{before}{twin}"), &format!("{before}{wide}"));
        }
    }
    for keys in ["ｑ", "ｔｑ"] {
        assert_eq!(play(&mut press("", 80, 24), keys), [Effect::Quit], "{keys}");
    }
}

#[test]
fn full_width_keys_stay_as_they_are_in_the_prompt() {
    for start in ["/", "、", ":", "："] {
        let keys = format!("{start}ｊ／：？、ｑ２");
        let mut app = press(&keys, 80, 24);
        let text = app.prompt().map(|prompt| prompt.text().to_owned());
        assert_eq!(text.as_deref(), Some("ｊ／：？、ｑ２"), "{keys}");
        assert!(
            footer(&app).contains("ｊ／：？、ｑ２"),
            "{keys}: {}",
            footer(&app)
        );
        assert_eq!(play(&mut app, "ｑq"), [], "{keys}ｑq");
    }
}

// Pasting

#[test]
fn pasted_text_is_only_ever_text() {
    for (before, expected) in [
        ("", "q :"),
        ("r", "q :"),
        ("rh", "q :"),
        ("t", "q :"),
        ("w", "q :"),
        ("?", "q :"),
        ("/人", "人q :"),
        (":3", "3q :"),
    ] {
        for pasted in ["q\n:", "\nq\r:\n", "q\t:", "q\u{7}\u{1b} :"] {
            let mut app = press(before, 80, 24);
            let keys = format!("<paste:{pasted}>");
            let what = format!("{before}, then {pasted:?} pasted");
            assert_eq!(play(&mut app, &keys), [], "{what}");
            let text = app.prompt().map(|prompt| prompt.text().to_owned());
            assert_eq!(text.as_deref(), Some(expected), "{what}");
            assert!(footer(&app).contains(expected), "{what}: {}", footer(&app));
        }
    }
}

#[test]
fn words_that_are_pasted_are_sought() {
    let mut app = press("t<paste:  托育\n>", 80, 24);
    assert!(
        read(&app).contains("托育"),
        "t<paste:托育>:\n{}",
        screen(&app)
    );
    play(&mut app, "<Esc>");
    check_same(&look(&app), &look(&press("t", 80, 24)), "then Esc");
}

// Domains

#[test]
fn digits_narrow_the_lists_and_the_chips_count_the_rows() {
    for (columns, rows) in SIZES {
        for view in ["t", "w"] {
            for digit in 0..=6_usize {
                let keys = format!("{view}{digit}");
                let mut app = press(&keys, columns, rows);
                unfold(&mut app);
                let what = format!("{keys} on {columns}×{rows}");
                let domain = digit
                    .checked_sub(1)
                    .map(|index| app.document().dossier.plan.domains[index].clone());
                assert_eq!(app.document().domain_name(), domain.as_deref(), "{what}");
                let name = domain.clone().unwrap_or_else(|| "全部".to_owned());
                let listed = listed(&app);
                let chip = format!(" {digit} {name} {} ", listed.len());
                find(&app, app.listing_areas().domains, &chip);
                let belongs = belonging(&app, domain.as_deref());
                assert_eq!(listed, belongs, "{what}");
            }
        }
    }
}

/// Opens every row of the list of targets that folds others.
fn unfold(app: &mut App) {
    let closed = |app: &App| {
        let rows = app.document().target_rows();
        rows.iter()
            .position(|row| matches!(row, Row::Fold { is_open: false, .. }))
    };
    while app.document().view == View::Targets
        && let Some(row) = closed(app)
    {
        play(app, "g");
        while app.document().targets.selected < row {
            play(app, "j");
        }
        play(app, "<Enter>");
    }
    play(app, "g");
}

/// The names of all items that one sees by going through the list with `j`.
fn listed(app: &App) -> BTreeSet<usize> {
    let rows = if app.document().view == View::Tasks {
        app.document().task_rows()
    } else {
        app.document().target_rows()
    };
    let item = |row: &Row| match row {
        Row::Item(item) => Some(*item),
        Row::Group(..) | Row::Fold { .. } => None,
    };
    rows.iter().filter_map(item).collect()
}

/// The targets or tasks of a domain, by the plan itself.
fn belonging(app: &App, domain: Option<&str>) -> BTreeSet<usize> {
    let wanted = |own: &[String]| domain.is_none_or(|domain| own.iter().any(|own| own == domain));
    if app.document().view == View::Tasks {
        let tasks = app.document().dossier.outline.of_kind(NodeKind::Task);
        let own = tasks.filter(|(_, task)| wanted(task.domain.as_slice()));
        return own.map(|(id, _)| id).collect();
    }
    let targets = app.document().dossier.plan.targets.iter().enumerate();
    let own = targets.filter(|(_, target)| wanted(&target.domains));
    own.map(|(index, _)| index).collect()
}

#[test]
fn a_digit_without_a_domain_says_so_and_changes_nothing() {
    for view in ["", "r", "t2", "w"] {
        let mut app = press(view, 80, 24);
        let list = (
            app.document().view,
            app.document().domain,
            app.document().targets,
            app.document().tasks,
        );
        play(&mut app, "7");
        assert_eq!(
            (
                app.document().view,
                app.document().domain,
                app.document().targets,
                app.document().tasks
            ),
            list,
            "{view}7"
        );
        assert!(
            footer(&app).contains("6 个领域"),
            "{view}7: {}",
            footer(&app)
        );
    }
}

#[test]
fn a_digit_leads_from_overview_and_text_to_the_targets_of_the_domain() {
    for view in ["o", "r", "rh"] {
        let app = press(&format!("{view}2"), 80, 24);
        check_same(
            &look(&app),
            &look(&press("t2", 80, 24)),
            &format!("{view}2"),
        );
    }
}

// Marks

#[test]
fn marks_appear_and_disappear() {
    let mut app = press("r:1.1<Enter>", 80, 24);
    let plain = read(&app);
    assert!(!screen(&app).contains(['⟦', '⟧']), "r:1.1<Enter>");
    play(&mut app, "M");
    assert!(read(&app).contains("⟦“⟧十三五"), "M:\n{}", screen(&app));
    play(&mut app, "<Esc>");
    assert!(read(&app).contains("⟦“⟧十三五"), "M<Esc>");
    play(&mut app, "M");
    assert_eq!(read(&app), plain, "MM");
}

#[test]
fn marks_keep_the_words_at_the_top_of_the_window() {
    let mut app = press("r", 80, 24);
    for n in 0..40 {
        let (node, start) = top(&app);
        play(&mut app, "M<Esc>");
        assert_eq!(top(&app).0, node, "r, PgDn {n} times, M");
        play(&mut app, "M<Esc>");
        assert_eq!(top(&app), (node, start), "r, PgDn {n} times, MM");
        play(&mut app, "<PgDn>");
    }
}

// Sizes

/// The node and the byte of its block at the top of the window.
fn top(app: &App) -> (NodeId, usize) {
    let line = app
        .document()
        .reading
        .page
        .lines
        .get(app.document().reading.top);
    line.map_or((0, 0), |line| (line.node, line.range.start))
}

#[test]
fn another_size_keeps_the_node_at_the_top_of_the_window() {
    for address in ["preface", "1.1", "2.3p2", "3.1.2", "3.4.1p3", "4.1"] {
        for motion in ["", "j", "jjjj", "<PgDn>"] {
            let mut app = press(&format!("r:{address}<Enter>{motion}"), 120, 40);
            let (node, _) = top(&app);
            for size in [
                "60x20", "80x24", "40x12", "200x40", "41x30", "10x5", "120x40",
            ] {
                play(&mut app, &format!("<size:{size}>"));
                let reading = &app.document().reading;
                let what = format!(":{address}<Enter>{motion}, resized to {size}");
                if reading.cursor != node {
                    // Near the end the mark is further down, and stays on the screen.
                    let lines = reading.marked_lines();
                    let height = usize::from(app.reading_areas().text.height);
                    let window = reading.top..reading.top + height;
                    assert!(
                        lines.start < window.end && window.start < lines.end,
                        "{what}"
                    );
                } else if reading.top < reading.last_top() {
                    assert_eq!(top(&app).0, node, "{what}");
                }
            }
        }
    }
}

#[test]
fn dragging_the_edge_of_the_window_to_and_fro_keeps_the_line_at_the_top() {
    for keys in ["r:1.1.2p1<Enter>jjjj", "r:1.2p2<Enter>jjjjjjjj"] {
        let mut app = press(keys, 120, 24);
        let (before, text) = (top(&app), read(&app));
        for columns in (60..120).rev().chain(61..=120) {
            play(&mut app, &format!("<size:{columns}x24>"));
        }
        assert_eq!(
            (top(&app), read(&app)),
            (before, text),
            "{keys}, from 120 columns to 60 and back"
        );
    }
}

#[test]
fn a_screen_that_was_too_small_for_a_while_shows_what_it_showed() {
    for before in PLACES {
        let mut app = press(before, 80, 24);
        let expected = (
            app.document().view,
            app.document().targets.selected,
            app.document().tasks.selected,
            app.document().reading.cursor,
        );
        play(&mut app, "<size:30x8>");
        assert!(screen(&app).contains("屏幕太小"), "{before}<size:30x8>");
        play(&mut app, "<size:80x24>");
        assert!(!screen(&app).contains("屏幕太小"), "{before}<size:80x24>");
        let now = (
            app.document().view,
            app.document().targets.selected,
            app.document().tasks.selected,
            app.document().reading.cursor,
        );
        assert_eq!(now, expected, "{before}, 30×8 for a while");
    }
}

// The mouse

#[test]
fn a_click_on_a_tab_shows_its_view() {
    for (columns, rows) in SIZES {
        for before in ["", "r", "t", "w"] {
            for (view, name) in View::ALL {
                let mut app = press(before, columns, rows);
                let header = layout::frame(app.size).header;
                click(&mut app, header, &format!("{name} "));
                assert_eq!(
                    app.document().view,
                    view,
                    "{before}, click on {name} at {columns}×{rows}"
                );
            }
        }
    }
}

#[test]
fn a_click_on_a_domain_narrows_the_list_as_its_digit_does() {
    for (columns, rows) in SIZES {
        for view in ["t", "w"] {
            for digit in 0..=6 {
                let mut app = press(view, columns, rows);
                let chips = app.document().domain_chips(app.listing_areas().domains);
                let label = &chips[digit].label;
                click(&mut app, EVERYWHERE, label);
                let expected = press(&format!("{view}{digit}"), columns, rows);
                check_same(
                    &look(&app),
                    &look(&expected),
                    &format!("{view}, click on {label:?} at {columns}×{rows}"),
                );
            }
        }
    }
}

#[test]
fn a_click_on_a_row_selects_it_and_another_click_opens_it() {
    for (columns, rows) in SIZES {
        let app = press("t", columns, rows);
        let area = app.listing_areas().rows;
        for row in 0..area.height {
            let Some(Row::Item(index)) =
                app.document().target_rows().get(usize::from(row)).cloned()
            else {
                continue;
            };
            let mut app = press("tG<PgUp>g", columns, rows);
            let what = format!("t, click on row {row} at {columns}×{rows}");
            let keys = format!("<click:{},{}>", area.x + 3, area.y + row);
            let again = listing::selected(&app.document().target_rows(), app.document().targets)
                == Some(index);
            if !again {
                play(&mut app, &keys);
                let selected =
                    listing::selected(&app.document().target_rows(), app.document().targets);
                assert_eq!(
                    (app.document().view, selected),
                    (View::Targets, Some(index)),
                    "{what}"
                );
            }
            play(&mut app, &keys);
            let quote = without_blanks(&app.document().dossier.plan.targets[index].citation.quote);
            assert!(
                read(&app).contains(&quote),
                "{what} twice:\n{}",
                screen(&app)
            );
        }
    }
}

#[test]
fn a_click_on_the_head_of_a_group_or_beside_the_list_does_nothing() {
    for (columns, rows) in SIZES {
        for view in ["t", "w"] {
            let app = press(view, columns, rows);
            let areas = app.listing_areas();
            let points = [
                (areas.rows.x + 2, areas.rows.y),
                (areas.columns.x, areas.columns.y),
                (areas.divider.x, areas.divider.y),
                (areas.details.x + 1, areas.details.y + 1),
                (0, rows - 1),
                (columns, rows),
            ];
            for (x, y) in points {
                check_return(view, &format!("<click:{x},{y}>"), (columns, rows));
            }
        }
    }
}

#[test]
fn a_click_in_the_table_of_contents_goes_to_the_heading_and_another_one_folds_it() {
    for (columns, rows) in SIZES {
        let before = "r:3<Enter>h";
        let app = press(before, columns, rows);
        let area = app.reading_areas().toc;
        let visible = app
            .document()
            .reading
            .toc
            .visible(&app.document().dossier.outline);
        let first = app.document().reading.toc.cursor.top;
        for row in 0..area.height {
            let Some(&id) = visible.get(first + usize::from(row)) else {
                break;
            };
            let mut app = press(before, columns, rows);
            let what = format!("{before}, click on row {row} at {columns}×{rows}");
            let keys = format!("<click:{},{}>", area.x + 6, area.y + row);
            let already = app
                .document()
                .reading
                .toc
                .selected(&app.document().dossier.outline)
                == Some(id);
            if !already {
                play(&mut app, &keys);
                assert_eq!(app.document().reading.cursor, id, "{what}");
                assert_eq!(
                    app.document()
                        .reading
                        .toc
                        .selected(&app.document().dossier.outline),
                    Some(id),
                    "{what}"
                );
            }
            play(&mut app, &keys);
            let folds = Toc::has_children(&app.document().dossier.outline, id);
            assert_eq!(
                app.document().reading.toc.is_folded(id),
                folds,
                "{what} twice"
            );
        }
    }
}

#[test]
fn a_click_on_the_overview_opens_what_the_row_names() {
    let mut app = press("", 80, 60);
    let area = layout::overview(app.size);
    click(&mut app, area, "2 健康");
    check_same(&look(&app), &look(&press("t2", 80, 60)), "click on 2 健康");
    let mut app = press("", 80, 60);
    click(&mut app, area, "三、");
    assert_eq!(
        app.document().reading.cursor,
        heading_at(&app, "3"),
        "click on 三、"
    );
    assert_eq!(app.document().view, View::Reading, "click on 三、");
}

#[test]
fn a_click_anywhere_closes_the_help_and_does_nothing_else() {
    for view in ["", "r", "t", "w"] {
        for (x, y) in [(79, 0), (10, 3), (40, 12), (0, 23)] {
            check_return(view, &format!("?<click:{x},{y}>"), (80, 24));
        }
    }
}

#[test]
fn the_wheel_scrolls_what_it_is_over() {
    let mut app = press("r", 120, 40);
    let text = layout::reading(app.size, app.measure, Panes::Open, false).text;
    let over_text = format!("<wheel:{},{},1>", text.x + 5, text.y + 5);
    let (start, before) = (app.document().reading.top, read(&app));
    play(&mut app, &over_text);
    assert!(app.document().reading.top > start, "r{over_text}");
    play(&mut app, &over_text.replace(",1>", ",-1>"));
    check_same(&read(&app), &before, "wheel down and up over the text");
    let over_toc = "<wheel:10,10,1>";
    let (top, text) = (
        app.document().reading.toc.cursor.top,
        app.document().reading.top,
    );
    play(&mut app, over_toc);
    assert!(app.document().reading.toc.cursor.top > top, "r{over_toc}");
    assert_eq!(
        app.document().reading.top,
        text,
        "r{over_toc}: the text stays"
    );
    play(&mut app, "<Enter>");
    let heading = app
        .document()
        .reading
        .toc
        .selected(&app.document().dossier.outline);
    assert_eq!(
        Some(app.document().reading.cursor),
        heading,
        "r{over_toc}<Enter>"
    );
    let mut app = press("t", 80, 24);
    let details = app.listing_areas().details;
    let selected = app.document().targets.selected;
    play(&mut app, &format!("<wheel:{},{},1>", details.x, details.y));
    assert!(app.document().details_top > 0, "t, wheel over the details");
    assert_eq!(
        app.document().targets.selected,
        selected,
        "t, wheel over the details"
    );
    let mut app = press("t", 80, 24);
    let selected = app.document().targets.selected;
    play(&mut app, "<wheel:10,10,1>");
    assert!(app.document().targets.selected > selected, "t, wheel");
    let mut app = press("t?", 80, 24);
    play(&mut app, "<wheel:10,10,1>");
    assert_eq!(
        (
            app.help().map(|help| help.top),
            app.document().targets.selected
        ),
        (Some(3), selected),
        "t?, wheel"
    );
    let mut app = press("", 80, 24);
    play(&mut app, "<wheel:10,10,2>");
    let before = press("", 80, 24).document().overview.selected;
    assert!(
        app.document().overview.selected > before,
        "wheel on the overview"
    );
}

#[test]
fn the_wheel_at_the_edge_of_a_narrow_screen_leaves_the_table_of_contents_open() {
    for (x, y) in [(0, 5), (59, 5), (10, 0), (10, 19)] {
        let app = press(&format!("rh<wheel:{x},{y},1>"), 60, 20);
        assert_eq!(
            app.document().reading.focus,
            Focus::Toc,
            "rh<wheel:{x},{y},1> on 60×20"
        );
    }
}

#[test]
fn mouse_and_wheel_leave_the_screen_alone_while_a_line_is_typed() {
    for before in ["rh/托", "r:3", "r/托", "rh:3", "t:3"] {
        for event in [
            "wheel:10,10,1",
            "wheel:60,10,1",
            "click:10,10",
            "click:70,0",
            "click:60,10",
        ] {
            check_return(before, &format!("<{event}>"), (80, 24));
        }
    }
}

#[test]
fn m_hands_the_mouse_over_and_back() {
    let mut app = press("", 80, 24);
    assert_eq!(play(&mut app, "m"), [Effect::Mouse(false)], "m");
    assert!(footer(&app).contains("鼠标归终端"), "m: {}", footer(&app));
    assert_eq!(play(&mut app, "m"), [Effect::Mouse(true)], "mm");
    assert_eq!(app.update(Action::Quit), Some(Effect::Quit), "q");
}

// Views and help

#[test]
fn tab_goes_round_the_views_and_shift_tab_back() {
    let mut app = press("", 80, 24);
    let mut seen = Vec::new();
    for _ in View::ALL {
        play(&mut app, "<Tab>");
        seen.push(app.document().view);
    }
    let expected = [
        View::Reading,
        View::Targets,
        View::Tasks,
        View::Terms,
        View::Overview,
    ];
    assert_eq!(seen, expected, "Tab five times");
    play(&mut app, "<S-Tab>");
    assert_eq!(app.document().view, View::Terms, "then Shift-Tab");
}

#[test]
fn help_opens_over_every_view_and_closes_without_a_trace() {
    for size in SIZES {
        for before in PLACES {
            for keys in [
                "??",
                "?<Esc>",
                "<F1><F1>",
                "?<Down><Down><PgDn><End><Esc>",
                "?ortw123/:<Esc><Esc>",
            ] {
                check_return(before, keys, size);
            }
        }
    }
}

#[test]
fn the_help_can_be_read_to_its_end() {
    for (columns, rows) in SIZES {
        let app = press("?<End>", columns, rows);
        assert!(
            screen(&app).contains("初步数据，待核定"),
            "?<End> on {columns}×{rows}:\n{}",
            screen(&app)
        );
    }
}
