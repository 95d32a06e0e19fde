//! What stands around the text: notes beside it, underlined words, wide tables, signs of pictures, and the contents.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::fs;

use crate::support::screen::{cells, play, press, screen, signs};
use guihua::app::side::About;
use guihua::app::{App, View};
use guihua::assessment::Assessment;
use guihua::dossier::Dossier;
use guihua::evaluation::Group;
use guihua::output::export::{self, Export};
use guihua::plan::{NodeId, NodeKind, Outline};
use guihua::records;
use guihua::search::{EntryKind, Index};
use guihua::text::width;
use jiff::civil::date;
use ratatui::layout::Size;
use ratatui::style::Modifier;

fn dossier(change: impl Fn(&str) -> String) -> Dossier {
    let text = fs::read_to_string("docs/example-plan.yaml").expect("the example is there");
    let file = records::open(&change(&text)).expect("the plan is sound");
    Dossier::opened(file, |_, _| Vec::new())
}

fn example(change: impl Fn(&str) -> String, columns: u16, rows: u16) -> App {
    App::new(dossier(change), date(2024, 6, 30), Size::new(columns, rows))
}

#[test]
fn each_note_stands_beside_its_sentence_or_below_the_notes_before_it() {
    let app = press("r:2.3p2<Enter>", 120, 40);
    let notes = app.side_notes();
    assert!(notes.len() > 5, "{notes:?}");
    assert!(
        notes.windows(2).all(|pair| pair[0].row < pair[1].row),
        "a row has one note: {notes:?}"
    );
    let reading = &app.document().reading;
    let statements = app.document().dossier.statements();
    for note in &notes {
        let About::Target(target) = note.about else {
            continue;
        };
        let own = statements.iter().find(|it| it.target == target);
        let own = own.expect("the text states it");
        let line = reading.page.line_of(own.node, &own.quote) - reading.top;
        assert!(line <= note.row, "{note:?} stands before its line {line}");
    }
    // Its name and its verdict are on its row.
    let side = app.reading_areas().side;
    let shown = screen(&app);
    for note in &notes {
        let About::Target(target) = note.about else {
            continue;
        };
        let evaluation = &app.document().assessment.evaluations[target];
        let line = shown
            .lines()
            .nth(usize::from(side.y) + note.row)
            .unwrap_or_default();
        let verdict = evaluation.verdict;
        let label = verdict.short().unwrap_or(verdict.label());
        assert_eq!(
            line.contains(label) || line.contains(verdict.group().label()),
            verdict.group() != Group::NoData,
            "{label}: {line}"
        );
    }
}

#[test]
fn the_notes_of_two_paragraphs_are_apart_and_those_without_data_are_counted() {
    let mut app = press("r:2.3p2<Enter>", 200, 60);
    let statements = app.document().dossier.statements().iter();
    let stated: Vec<(usize, NodeId)> = statements.map(|it| (it.target, it.node)).collect();
    let node_of = |about: About| match about {
        About::Target(target) => {
            let own = stated.iter().find(|it| it.0 == target);
            own.map(|it| it.1)
        }
        About::Unknown(node, _) => Some(node),
        _ => None,
    };
    let notes = app.side_notes();
    let placed = notes
        .iter()
        .filter_map(|it| Some((it.row, node_of(it.about)?)));
    let placed: Vec<_> = placed.collect();
    let mut paragraphs = 1;
    for pair in placed.windows(2) {
        let is_next = pair[0].1 != pair[1].1;
        paragraphs += usize::from(is_next);
        assert!(!is_next || pair[1].0 > pair[0].0 + 1, "{notes:?}");
    }
    assert!(paragraphs >= 3, "{notes:?}");
    // Of the marked paragraph each target is named; of others those without data are a number, which marks it.
    let marked = app.document().reading.cursor;
    let counted = notes.iter().find_map(|note| match note.about {
        About::Unknown(node, count) => Some((note.row, node, count)),
        _ => None,
    });
    let (row, node, count) = counted.expect("some paragraph has several without data");
    assert!(node != marked && count > 1);
    let side = app.reading_areas().side;
    let at = usize::from(side.y) + row;
    play(&mut app, &format!("<click:{},{at}>", side.x + 2));
    assert_eq!(app.document().reading.cursor, node);
    let notes = app.side_notes();
    let own = notes.iter().filter(|it| {
        let About::Target(target) = it.about else {
            return false;
        };
        let evaluation = app.document().assessment.evaluations.get(target);
        node_of(it.about) == Some(node) && evaluation.is_some_and(|it| it.group() == Group::NoData)
    });
    assert_eq!(own.count(), count, "{notes:?}");
}

#[test]
fn a_click_on_a_note_opens_what_it_is_about() {
    let mut app = press("r:2.3p2<Enter>", 120, 40);
    let side = app.reading_areas().side;
    let notes = app.side_notes();
    let found = notes.iter().find_map(|note| match note.about {
        About::Target(target) => Some((note.row, target)),
        _ => None,
    });
    let (row, target) = found.expect("a target is noted");
    play(
        &mut app,
        &format!("<click:{},{}>", side.x + 2, usize::from(side.y) + row),
    );
    assert_eq!(app.document().view, View::Targets);
    let selected = app.document().selected_target().map(|it| it.id.clone());
    let wanted = app.document().dossier.plan.targets.get(target);
    assert_eq!(selected, wanted.map(|it| it.id.clone()));
}

#[test]
fn a_task_is_noted_with_what_it_serves() {
    // On a tall and wide screen there is room beside every task.
    let mut app = press("w", 200, 60);
    let mut served = 0;
    for _ in 0..12 {
        play(&mut app, "<Enter>");
        let node = app.document().reading.cursor;
        let at = app.document().dossier.outline.node(node).address;
        let links = app.document().dossier.coverage().targets_of(at);
        let targets: Vec<About> = links.map(|link| About::Target(link.target)).collect();
        let beside = app.side_notes();
        let noted = targets
            .iter()
            .filter(|it| beside.iter().any(|note| note.about == **it));
        served += noted.count();
        play(&mut app, "<BS>j");
    }
    assert!(served > 0, "no target is noted beside any task");
}

#[test]
fn words_that_state_a_target_are_underlined_and_others_are_not() {
    let app = press("r:2.3p2<Enter>", 120, 40);
    let buffer = cells(&app);
    let shown = signs(&buffer, app.reading_areas().text);
    let lined = shown
        .iter()
        .filter(|(_, cell)| cell.modifier.contains(Modifier::UNDERLINED));
    let lined: String = lined.map(|(_, cell)| cell.symbol()).collect();
    let lined: String = lined.chars().filter(|c| !c.is_whitespace()).collect();
    assert!(lined.contains("户籍人口达到52.6万人左右"), "{lined}");
    // One without a figure is named beside the text as well.
    assert!(lined.contains("扩大流动人口和户籍迁入人口规模"), "{lined}");
    assert!(!lined.contains("人口规模合理增长"), "{lined}");
}

#[test]
fn a_table_takes_the_wide_screen_before_its_cells_are_set_below_each_other() {
    let wide = |text: &str| {
        let long = "常住人口城镇化率（按照常住地登记的城镇人口占全部常住人口的比重）";
        text.replace(
            "[常住人口城镇化率, '%', '50', 58以上]",
            &format!("[{long}, '%', '50', 58以上]"),
        )
    };
    let mut app = example(wide, 160, 50);
    let tables = app.document().dossier.outline.of_kind(NodeKind::Row);
    let first = tables.map(|(_, node)| node.address.to_string()).next();
    play(
        &mut app,
        &format!("r:{}<Enter>", first.expect("there is a table")),
    );
    let areas = app.reading_areas();
    let page = &app.document().reading.page;
    let rows = page.lines.iter().filter(|line| line.rule > 0);
    let widest = rows.map(|line| line.rule).max().unwrap_or(0);
    assert!(
        widest > areas.text.width,
        "{widest} in {}",
        areas.text.width
    );
    assert!(widest <= areas.wide);
    let shown = screen(&app);
    let row = shown.lines().find(|line| line.contains("的比重）"));
    assert!(row.is_some_and(|row| row.contains("58以上")), "{shown}");
    // No note stands within the table.
    let lines = page.lines.iter().skip(app.document().reading.top);
    for (row, line) in lines.enumerate() {
        let is_wide = page.columns(line) > areas.text.width;
        let is_noted = app.side_notes().iter().any(|note| note.row == row);
        assert!(!(is_wide && is_noted), "row {row}");
    }
}

#[test]
fn a_picture_without_a_caption_has_a_sign_on_the_screen_and_in_exports_and_not_in_data() {
    let bare = |text: &str| text.replace("picture: 图1　公共服务布局", "picture: ''");
    let mut app = example(bare, 80, 24);
    let pictures = app.document().dossier.outline.of_kind(NodeKind::Picture);
    let at = pictures.map(|(_, node)| node.address.to_string()).next();
    play(
        &mut app,
        &format!("r:{}<Enter>", at.expect("there is a picture")),
    );
    assert!(screen(&app).contains("〔此处有图〕"), "{}", screen(&app));
    let dossier = dossier(bare);
    let assessment = Assessment::of(&dossier, date(2024, 6, 30));
    let export = Export::of(&dossier, &assessment);
    assert!(export::markdown(&export, None).contains("此处有图"));
    assert!(export::html(&export).contains("此处有图"));
    let lines = export::ndjson(&export, None).expect("it can be written");
    let lines = String::from_utf8(lines).expect("it is text");
    assert!(!lines.contains("此处有图"));
}

#[test]
fn the_contents_of_a_usual_screen_cut_no_title() {
    let mut app = press("r", 80, 24);
    assert_eq!(app.reading_areas().toc.width, 0, "the text has all of it");
    play(&mut app, "h");
    let contents = app.reading_areas().toc;
    for keys in ["", "<End>"] {
        play(&mut app, keys);
        let shown = screen(&app);
        for line in shown.lines().skip(1).take(usize::from(contents.height)) {
            assert!(!line.contains('⋯') && width(line) <= 80, "{line}");
        }
    }
}

#[test]
fn headings_have_air_above_them_and_paragraphs_an_indent() {
    let app = press("r", 120, 40);
    let outline = &app.document().dossier.outline;
    let page = &app.document().reading.page;
    for (id, node) in outline.nodes().iter().enumerate().skip(1) {
        let first = page.first_line(id);
        let above = page.lines[first - 1].clone();
        let is_blank = above.range.is_empty() && above.rule == 0;
        match node.kind {
            NodeKind::Heading => assert!(is_blank, "{}", node.title()),
            NodeKind::Task | NodeKind::Paragraph => {
                assert_eq!(page.lines[first].indent, 4, "{}", node.title());
            }
            _ => {}
        }
    }
}

#[test]
fn a_long_lead_stands_out_by_its_first_clause_alone() {
    let app = press("r", 120, 40);
    for block in &app.document().reading.page.blocks {
        let shown = block.text.get(block.emphasis()).unwrap_or_default();
        assert!(width(shown) <= 40 + 14, "{shown}");
    }
}

#[test]
fn only_what_stands_under_safeguards_is_called_one() {
    let outside = |text: &str| {
        text.replace(
            "        - 本规划自印发之日起施行。\n",
            "        - section: 总的安排。\n          text: 各项任务分年推进。\n",
        )
    };
    let dossier = dossier(outside);
    let kinds = |outline: &Outline| {
        let run_in = outline.of_kind(NodeKind::RunIn);
        let told = run_in.map(|(id, node)| (node.title().to_owned(), outline.is_safeguard(id)));
        told.collect::<Vec<_>>()
    };
    let told = kinds(&dossier.outline);
    let is = |title: &str, wanted: bool| {
        let found = told.iter().find(|(own, _)| own == title);
        assert_eq!(found.map(|it| it.1), Some(wanted), "{title}: {told:?}");
    };
    is("总的安排", false);
    is("加强组织领导", true);
    let index = Index::new(&dossier.plan, &dossier.outline, &[]);
    let hits = index.search(&guihua::search::Query::parse("总的安排"));
    let kinds: Vec<EntryKind> = hits.iter().map(|hit| index.entry(hit).kind).collect();
    assert_eq!(kinds.first(), Some(&EntryKind::Heading), "{kinds:?}");
}

#[test]
fn folded_panes_leave_the_text_alone_and_come_back() {
    let mut app = press("r", 200, 60);
    let open = screen(&app);
    play(&mut app, "\\");
    let areas = app.reading_areas();
    assert_eq!((areas.toc.width, areas.side.width), (0, 0));
    assert!(app.side_notes().is_empty());
    // The contents can still be gone to, alone on the screen.
    play(&mut app, "h");
    assert!(app.reading_areas().toc.width > 100);
    play(&mut app, "l\\");
    assert_eq!(screen(&app), open);
}
