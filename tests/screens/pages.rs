//! Nothing is lost between the plan and the screen: in every measure, on screens of every size, whatever is pressed.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::thread;

use crate::support::pressing::{check_cells, event};
use crate::support::screen::{cells, cells_in, play, press, signs};
use guihua::app::listing::Row;
use guihua::app::{App, Cursor, Topic, View};
use guihua::embedded;
use guihua::layout::{self, Panes};
use guihua::load;
use guihua::paint::{Depth, Palette};
use guihua::plan::{Block, Outline, Plan, Prose};
use guihua::records;
use guihua::text::width;
use guihua::typeset::{Marks, Page};
use guihua::ui::theme::Theme;
use proptest::prelude::*;
use ratatui::layout::Size;
use serde_json::{Value, json};

/// Ways into every view and mode; each leaves what was open before.
const MODES: [&str; 15] = [
    "<Esc><Esc>o",
    "<Esc><Esc>oG",
    "<Esc><Esc>rg",
    "<Esc><Esc>r:3.1.2<Enter><PgDn>",
    "<Esc><Esc>r:3<Enter>h",
    "<Esc><Esc>rlG",
    "<Esc><Esc>r/人口<Enter>",
    "<Esc><Esc>t0g",
    "<Esc><Esc>t2G",
    "<Esc><Esc>t0gjjj<Enter>",
    "<Esc><Esc>w0g",
    "<Esc><Esc>w3G",
    "<Esc><Esc>r?G",
    "<Esc><Esc>/常住人口",
    "<Esc><Esc>:没有这个地址，而且很长，长得一行放不下，无论屏幕有多宽都放不下<Enter>",
];

/// Text without its white space: what must be on the screen.
fn ink(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Checks that the lines of every node joined are its block's text, and that none is wider than the measure.
#[track_caller]
fn check_page(outline: &Outline, measure: u16, marks: Marks) {
    let page = Page::set(outline, measure, marks);
    assert_eq!(page.blocks.len(), outline.len());
    let mut joined = vec![String::new(); outline.len()];
    for line in &page.lines {
        let block = &page.blocks[line.node];
        let words = block.text.get(line.range.clone());
        let words = words.expect("a line begins and ends between characters");
        joined[line.node].push_str(words);
        let columns = usize::from(line.margin + line.indent) + width(words.trim_end());
        assert!(
            line.margin + line.rule <= measure,
            "a rule of {} columns in {measure}",
            line.rule
        );
        assert!(
            columns <= usize::from(measure),
            "{columns} columns in {measure}: {words:?}"
        );
    }
    for (block, joined) in page.blocks.iter().zip(&joined) {
        assert_eq!(*joined, block.text, "measure {measure}, {marks:?}");
    }
    for id in 0..outline.len() {
        let first = page.first_line(id);
        assert_eq!(page.node_at(first), id, "measure {measure}");
        assert_eq!(page.lines[first].range.start, 0, "measure {measure}");
    }
}

#[test]
fn in_every_measure_the_lines_of_a_paragraph_are_its_text() {
    let outline = Outline::of(&embedded::plan());
    (8..=240).for_each(|measure| check_page(&outline, measure, Marks::Uncertain));
}

#[test]
fn in_every_measure_the_lines_of_a_paragraph_with_marks_are_its_text() {
    let outline = Outline::of(&embedded::plan());
    (8..=240).for_each(|measure| check_page(&outline, measure, Marks::All));
}

/// Checks that every character of a reading stands in its block, where the block says.
#[track_caller]
fn check_readings(outline: &Outline, measure: u16, marks: Marks) {
    let page = Page::set(outline, measure, marks);
    for (node, block) in outline.nodes().iter().zip(&page.blocks) {
        let reading = node.prose.reading();
        assert_eq!(block.text.get(..block.number), Some(&*node.number));
        let mut end = block.number;
        for (at, c) in reading.char_indices() {
            let shown = block.shown(&(at..at + c.len_utf8()));
            assert!(
                end <= shown.start,
                "{c} stands before what precedes it: {block:?}"
            );
            assert_eq!(
                block.text.get(shown.clone()),
                Some(&*c.to_string()),
                "{block:?}"
            );
            end = shown.end;
        }
    }
}

#[test]
fn in_every_measure_the_lines_of_tables_and_boxes_are_their_text() {
    let example = records::open(include_str!("../../docs/example-plan.yaml"));
    let outline = example.expect("the example is sound").outline;
    for measure in 8..=240 {
        for marks in [Marks::Uncertain, Marks::All] {
            check_page(&outline, measure, marks);
            check_readings(&outline, measure, marks);
        }
    }
}

/// Text of a made-up plan: wide and narrow characters, figures, and some that are supplied. May be empty.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[人口发展健康服务，。；]{1,12}",
        2 => "[0-9]{1,6}(\\.[0-9]{1,2})?[%‰万人岁]?",
        1 => "[a-z ]{1,8}",
        1 => "⟦[人口。]{1,3}⟧",
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat().trim().to_owned())
}

/// Text that is not empty.
fn some_words() -> impl Strategy<Value = String> {
    words().prop_map(|text| format!("某{text}"))
}

/// A table of any shape, as JSON.
fn table() -> impl Strategy<Value = Value> {
    let span = || prop_oneof![4 => Just(1u16), 1 => 2..4u16];
    let cell = (words(), span(), span());
    let cell = cell.prop_map(
        |(text, columns, rows)| json!({ "text": text, "columns": columns, "rows": rows }),
    );
    let row = prop::collection::vec(cell, 0..6);
    let rows = prop::collection::vec(row, 1..6);
    let notes = prop::collection::vec(some_words(), 0..3);
    (words(), 0..4u16, rows, notes).prop_map(|(caption, head, rows, notes)| {
        json!({ "table": caption, "head": head, "rows": rows, "notes": notes })
    })
}

/// What may stand in a box.
fn boxed() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => some_words().prop_map(Value::from),
        1 => (some_words(), some_words()).prop_map(|(task, text)| json!({ "task": task, "text": text })),
        1 => some_words().prop_map(|name| json!({ "principle": name })),
        3 => table(),
        1 => words().prop_map(|caption| json!({ "picture": caption })),
    ]
}

/// Any block, with headings down to some level.
fn block() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => boxed(),
        1 => (words(), prop::collection::vec(boxed(), 0..5))
            .prop_map(|(title, content)| json!({ "box": title, "number": "专栏1", "content": content })),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let content = prop::collection::vec(inner, 0..5);
        let number = prop::option::of(prop::sample::select(vec!["", "第三章", "1.2", "（九）"]));
        let text = prop::option::of(words());
        (some_words(), number, text, content).prop_map(|(title, number, text, content)| {
            let mut section = json!({ "section": title, "content": content });
            for (key, value) in [
                ("number", number.map(Value::from)),
                ("text", text.map(Value::from)),
            ] {
                if let Some(value) = value {
                    section[key] = value;
                }
            }
            section
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_any_measure_the_lines_of_any_plan_are_its_text(
        content in prop::collection::vec(block(), 1..6),
        attached in prop::collection::vec(block(), 0..3),
        measures in prop::collection::vec(8..=240u16, 4),
        narrow in 8..=40u16,
    ) {
        let plan = json!({
            "meta": { "id": "a", "title": "某规划" },
            "plan": { "title": "某规划", "content": content },
            "attachments": [{ "label": "附件1", "title": "某表", "content": attached }],
        });
        let plan = load::load(&plan.to_string());
        let plan = plan.map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        let outline = Outline::of(&plan);
        for measure in measures.into_iter().chain([narrow]) {
            for marks in [Marks::Uncertain, Marks::All] {
                check_page(&outline, measure, marks);
                check_readings(&outline, measure, marks);
            }
        }
        let nodes = outline.nodes().iter();
        let characters: usize = nodes.map(|node| ink(node.prose.reading()).chars().count()).sum();
        prop_assert_eq!(characters, written(&plan), "characters of the plan and of its outline");
    }
}

/// How many characters the blocks of a plan have.
fn written(plan: &Plan) -> usize {
    fn prose(text: &Prose) -> usize {
        ink(text.reading()).chars().count()
    }
    fn all(blocks: &[Block]) -> usize {
        let of = |block: &Block| match block {
            Block::Paragraph(text) => prose(text),
            Block::Section(it) => {
                prose(&it.title) + it.text.as_ref().map_or(0, prose) + all(&it.content)
            }
            Block::Task(it) => prose(&it.title) + prose(&it.text),
            Block::Principle(it) => prose(&it.name) + prose(&it.text),
            Block::Table(it) => {
                let cells = it.rows.iter().flatten().map(|cell| prose(&cell.text));
                prose(&it.caption)
                    + cells.sum::<usize>()
                    + it.notes.iter().map(prose).sum::<usize>()
            }
            Block::Box(it) => prose(&it.title) + all(&it.content),
            Block::Picture(it) => prose(&it.caption),
        };
        blocks.iter().map(of).sum()
    }
    let attachments = plan.attachments.iter();
    let attached: usize = attachments
        .map(|it| prose(&it.title) + all(&it.content))
        .sum();
    prose(&plan.body.title) + all(&plan.body.content) + attached
}

/// What the text area shows while one turns page after page, each line once.
fn read_through(columns: u16, rows: u16, keys: &str) -> String {
    let mut app = press(keys, columns, rows);
    let area = layout::reading(app.size, app.measure, Panes::Open, false).text;
    let height = usize::from(area.height);
    let mut read = String::new();
    let mut next = 0;
    while next < app.document().reading.page.lines.len() {
        // The last page begins higher up, with lines that were read before.
        let known = (next - app.document().reading.top) as u16;
        let unread = ratatui::layout::Rect {
            y: area.y + known,
            height: area.height - known,
            ..area
        };
        let buffer = cells(&app);
        read.extend(signs(&buffer, unread).iter().map(|(_, cell)| cell.symbol()));
        next = app.document().reading.top + height;
        app.update(guihua::app::Action::Move(height as isize));
    }
    ink(&read)
}

#[test]
fn every_character_of_the_plan_is_on_the_screen_exactly_once() {
    for keys in ["r", "rM"] {
        for columns in [40, 41, 60, 61, 80, 100, 120, 200] {
            let app = press(keys, columns, 40);
            let blocks = app.document().reading.page.blocks.iter();
            let text: String = blocks.map(|block| ink(&block.text)).collect();
            let read = read_through(columns, 40, keys);
            let first_fault = read.chars().zip(text.chars()).position(|(a, b)| a != b);
            assert!(
                read == text,
                "{keys} on {columns}×40: {} characters of {}; the first wrong one is number {first_fault:?}",
                read.chars().count(),
                text.chars().count()
            );
        }
    }
}

/// Draws every mode on screens of these widths and a fifth of the heights, which differ from width to width.
fn check_sizes(widths: impl Iterator<Item = u16>) {
    let mut app = press("", 80, 24);
    for columns in widths {
        for mode in MODES {
            play(&mut app, &format!("<size:{columns}x12>{mode}"));
            for rows in (columns % 5..=30).step_by(5) {
                app.resize(Size::new(columns, rows));
                check_cells(&cells(&app), &format!("{mode} on {columns}×{rows}"));
            }
        }
    }
}

#[test]
fn screens_of_every_size_are_drawn_without_a_cut_sign() {
    let even = thread::spawn(|| check_sizes((0..=90).step_by(2)));
    check_sizes((1..=90).step_by(2));
    even.join().expect("all even widths are drawn");
}

#[test]
fn a_frame_of_another_size_than_the_state_is_drawn_as_well() {
    for mode in MODES {
        let app = press(mode, 80, 24);
        for (columns, rows) in [(0, 0), (1, 1), (79, 24), (81, 25), (40, 12), (200, 60)] {
            let size = Size::new(columns, rows);
            let buffer = cells_in(&app, Theme::new(Palette::Mono, Depth::Sixteen), size);
            check_cells(
                &buffer,
                &format!("{mode} for 80×24, drawn on {columns}×{rows}"),
            );
        }
    }
}

#[test]
fn a_screen_as_large_as_terminals_get_is_drawn() {
    for mode in MODES {
        let app = press(mode, 500, 200);
        check_cells(&cells(&app), &format!("{mode} on 500×200"));
    }
}

#[test]
fn a_long_text_pasted_by_mistake_is_no_more_work_than_a_line_can_hold() {
    for keys in ["/", ":", "t"] {
        let after_a_paste = |times: usize| {
            let mut app = press(keys, 80, 24);
            play(&mut app, &format!("<paste:{}>", "人口发展".repeat(times)));
            check_cells(&cells(&app), keys);
            play(&mut app, "x<Left><BS>");
            check_cells(&cells(&app), keys);
            let line = app.prompt().map(|prompt| prompt.text().to_owned());
            (line.expect("a line is being typed"), cells(&app))
        };
        let (line, screen) = after_a_paste(2_000);
        assert!(line.chars().count() <= 500, "{keys} took {line:?}");
        // What is beyond the end of the line makes no difference at all.
        assert_eq!((line, screen), after_a_paste(200), "{keys}");
    }
}

/// A list's cursor is on a row that can be opened, and in its window; a filter may leave no row.
#[track_caller]
fn check_list(name: &str, cursor: Cursor, rows: &[Row], height: u16, what: &str) {
    assert!(
        rows.is_empty()
            || matches!(
                rows.get(cursor.selected),
                Some(Row::Item(_) | Row::Fold { .. })
            ),
        "{what}: {name} has {cursor:?} of {} rows",
        rows.len()
    );
    if !rows.is_empty() {
        check_window(name, cursor, rows.len(), height, what);
    }
}

/// The selected row is one of the rows, and visible.
#[track_caller]
fn check_window(name: &str, cursor: Cursor, rows: usize, height: u16, what: &str) {
    let window = cursor.top..cursor.top + usize::from(height.max(1));
    assert!(
        cursor.selected < rows && window.contains(&cursor.selected),
        "{what}: {name} has {cursor:?} of {rows} rows in {height} lines"
    );
}

/// Checks everything that must hold of a state, whatever led to it. On a screen that is too small there are no windows.
#[track_caller]
fn check_state(app: &App, what: &str) {
    if !layout::is_large_enough(app.size) {
        return;
    }
    let reading = &app.document().reading;
    // The text is set when it is shown.
    let in_text = app.document().view != View::Reading || reading.top <= reading.last_top();
    assert!(
        in_text && reading.cursor < app.document().dossier.outline.len(),
        "{what}: line {} of {}, node {}",
        reading.top,
        reading.page.lines.len(),
        reading.cursor
    );
    // Each view settles when it is shown.
    match app.document().view {
        View::Reading => {
            let toc = layout::reading(app.size, app.measure, Panes::Open, true)
                .toc
                .height;
            let headings = reading.toc.visible(&app.document().dossier.outline).len();
            let cursor = reading.toc.cursor;
            check_window("the table of contents", cursor, headings, toc, what);
        }
        View::Targets => {
            let (cursor, rows) = (app.document().targets, app.document().target_rows());
            check_list("指标", cursor, &rows, app.listing_areas().rows.height, what);
        }
        View::Tasks => {
            let (cursor, rows) = (app.document().tasks, app.document().task_rows());
            check_list("任务", cursor, &rows, app.listing_areas().rows.height, what);
        }
        View::Terms => {
            let (cursor, rows) = (app.document().terms, app.document().term_rows());
            check_list("索引", cursor, &rows, app.listing_areas().rows.height, what);
        }
        View::Overview => {
            let (cursor, rows) = (app.document().overview, app.overview_rows().len());
            check_window(
                "概览",
                cursor,
                rows,
                layout::overview(app.size).height,
                what,
            );
        }
        View::Topic => {}
    }
    let has_details = matches!(
        app.document().view,
        View::Targets | View::Tasks | View::Terms
    );
    assert!(
        !has_details
            || app.document().details_top == 0
            || app.document().details_top < app.details().len(),
        "{what}: details {}",
        app.document().details_top
    );
    let document = app.document();
    let lines = app.sheet().map_or(0, |sheet| match sheet.topic {
        Topic::Why => app.reasons().len(),
        Topic::Card => 1,
        Topic::Filter => app.choices().len(),
        Topic::Stated(errand) => document.choosable(errand).len(),
        Topic::Bookmarks => document.bookmarks().len(),
    });
    let length = app.help_length();
    let top = app.help().map_or(0, |help| help.top);
    assert!(top < length.max(1), "{what}: help {top} of {length}");
    assert!(
        app.sheet().is_none_or(|sheet| sheet.top < lines.max(1)),
        "{what}: sheet {:?}",
        app.sheet()
    );
    if let Some(found) = app.document().find.current() {
        assert!(
            app.document().find.current < app.document().find.matches.len()
                && found.node < app.document().dossier.outline.len()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 50, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_on_a_usual_screen_leaves_a_sound_screen(events in prop::collection::vec(event(), 60)) {
        check_events(80, 24, &events);
    }

    #[test]
    fn whatever_is_pressed_on_a_narrow_screen_leaves_a_sound_screen(events in prop::collection::vec(event(), 60)) {
        check_events(56, 16, &events);
    }
}

/// Checks state and screen after each of these events.
fn check_events(columns: u16, rows: u16, events: &[String]) {
    let mut app = press("", columns, rows);
    let mut pressed = String::new();
    for event in events {
        pressed.push_str(event);
        play(&mut app, event);
        check_state(&app, &pressed);
        check_cells(&cells(&app), &pressed);
    }
    // However the state came about, each view is sound when one turns to it.
    for view in ["<Esc><Esc><Esc>o", "r", "t", "w", "i"] {
        pressed.push_str(view);
        play(&mut app, view);
        check_state(&app, &pressed);
        check_cells(&cells(&app), &pressed);
    }
}
