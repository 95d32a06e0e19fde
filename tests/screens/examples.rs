//! The example plans on the screen: every depth of headings, tables and boxes are read whole in every measure, and no view
//! of them goes wrong at the sizes that people have.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::fs;

use crate::support::screen::{cells, play, screen};
use guihua::app::App;
use guihua::dossier::Dossier;
use guihua::plan::{NodeKind, Outline};
use guihua::records;
use guihua::text::width;
use guihua::typeset::{Marks, Page};
use jiff::civil::date;
use ratatui::layout::Size;

const EXAMPLES: [&str; 3] = [
    "docs/example-plan.yaml",
    "docs/example-outline.yaml",
    "docs/example-action-plan.yaml",
];

fn dossier(path: &str) -> Dossier {
    let text = fs::read_to_string(path).expect("the example is there");
    let file = records::open(&text).expect("the example is sound");
    Dossier::opened(file, |_, _| Vec::new())
}

#[test]
fn every_character_is_shown_once_in_every_measure_and_no_line_is_too_wide() {
    for path in EXAMPLES {
        let outline = dossier(path).outline;
        for (measure, marks) in
            (8..=240).flat_map(|measure| [(measure, Marks::Uncertain), (measure, Marks::All)])
        {
            check(path, &outline, measure, marks);
        }
    }
}

#[track_caller]
fn check(path: &str, outline: &Outline, measure: u16, marks: Marks) {
    let page = Page::set(outline, measure, marks);
    let mut joined = vec![String::new(); outline.len()];
    for line in &page.lines {
        let words = page.blocks[line.node].text.get(line.range.clone());
        let words = words.expect("a line begins and ends between characters");
        joined[line.node].push_str(words);
        let columns = usize::from(line.margin + line.indent) + width(words.trim_end());
        let rule = usize::from(line.margin + line.rule);
        assert!(
            columns.max(rule) <= usize::from(measure),
            "{path}: {columns} columns, rule {rule} in {measure}: {words:?}"
        );
    }
    for (id, node) in outline.nodes().iter().enumerate() {
        let block = &page.blocks[id];
        assert_eq!(joined[id], block.text, "{path}: measure {measure}");
        let mut end = block.number;
        for (at, c) in node.prose.reading().char_indices() {
            let shown = block.shown(&(at..at + c.len_utf8()));
            assert!(end <= shown.start, "{path}: {c} comes too early: {block:?}");
            assert_eq!(
                block.text.get(shown.clone()),
                Some(&*c.to_string()),
                "{path}"
            );
            end = shown.end;
        }
    }
}

#[test]
fn a_table_that_fits_stands_in_columns_and_one_that_does_not_row_by_row() {
    let outline = dossier(EXAMPLES[1]).outline;
    let at = "2.2.1t1r6".parse().expect("it is an address");
    let row = outline.at(at).expect("the table has six rows");
    let text = |measure| {
        Page::set(&outline, measure, Marks::Uncertain).blocks[row]
            .text
            .clone()
    };
    assert_eq!(
        text(120),
        "          4.每千人口3岁以下婴幼儿托位数（个）        4.10    5.00  —               预期性"
    );
    assert_eq!(
        text(40),
        "4.每千人口3岁以下婴幼儿托位数（个）\n  2025年： 4.10\n  目标·2030年： 5.00\n  目标·年均/累计： —\n  属性： 预期性"
            .replace("： ", "：")
            .replace('\n', " \n")
    );
}

#[test]
fn the_lines_of_a_box_stand_behind_its_bar() {
    let outline = dossier(EXAMPLES[1]).outline;
    let page = Page::set(&outline, 60, Marks::Uncertain);
    let boxed = |id: usize| outline.node(id).address.in_box().is_some();
    assert!(
        page.lines.iter().any(|line| boxed(line.node)),
        "there is a box"
    );
    for line in page.lines.iter().filter(|line| !line.range.is_empty()) {
        assert_eq!(line.margin > 0, boxed(line.node), "{line:?}");
    }
}

#[test]
fn every_view_opens_at_every_size() {
    let keys = [
        "o",
        "r",
        "r<PgDn><PgDn>",
        "rG",
        "t",
        "tjj<Enter>",
        "tc",
        "te",
        "w",
        "wj",
        "i",
        "?",
        "/托育",
        "rM",
    ];
    for path in EXAMPLES {
        let dossier = dossier(path);
        for (columns, rows) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
            for keys in keys {
                let size = Size::new(columns, rows);
                let mut app = App::new(dossier.clone(), date(2026, 6, 30), size);
                play(&mut app, keys);
                let shown = screen(&app);
                assert!(
                    shown.trim().chars().count() > 100,
                    "{path} {columns}×{rows} {keys}: {shown}"
                );
                assert_eq!(cells(&app).area.width, columns);
            }
        }
    }
}

#[test]
fn headings_tables_boxes_and_duties_are_what_the_examples_show() {
    let outline = dossier(EXAMPLES[1]).outline;
    let kinds = [
        NodeKind::Heading,
        NodeKind::Table,
        NodeKind::Row,
        NodeKind::Note,
        NodeKind::Box,
        NodeKind::Picture,
    ];
    for kind in kinds {
        assert!(outline.of_kind(kind).count() > 0, "no {kind:?}");
    }
    let numbers: Vec<&str> = outline
        .of_kind(NodeKind::Heading)
        .map(|(_, node)| node.number.trim())
        .collect();
    assert_eq!(
        numbers,
        [
            "",
            "第一篇",
            "第一章",
            "第二章",
            "第一节",
            "第二节",
            "第二篇",
            "第三章",
            "第一节",
            "第二节",
            "第四章",
            "第一节",
            "第三篇",
            "第五章"
        ]
    );
    let action = dossier(EXAMPLES[2]).outline;
    let run_in: Vec<&str> = action
        .of_kind(NodeKind::RunIn)
        .map(|(_, node)| node.number.trim())
        .collect();
    assert_eq!(
        run_in,
        ["（一）", "（二）", "（三）", "①", "②", "（四）", "（五）"]
    );
    let depths: Vec<u8> = action
        .nodes()
        .iter()
        .map(|node| node.depth)
        .filter(|depth| *depth > 0)
        .collect();
    assert_eq!(depths, [1, 2, 2, 1, 2, 3, 3, 2, 1, 2]);
    let duties = action
        .nodes()
        .iter()
        .filter_map(|node| node.duties())
        .filter(|it| !it.is_empty());
    assert_eq!(duties.count(), 2);
}
