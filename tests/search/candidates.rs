//! Search: where one of several candidates is shown, every one of them is found, in the program and in the exported page.

#![expect(
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that fails should fail loudly"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use crate::support::READINGS;
use crate::support::programs::program;
use guihua::embedded;
use guihua::load;
use guihua::plan::{Outline, Plan};
use guihua::search::{Entry, Hit, Index, MatchClass, Query, Subject, Tables};
use serde_json::{Value, json};

static PLAN: LazyLock<Plan> = LazyLock::new(|| load::load(READINGS).unwrap());
static OUTLINE: LazyLock<Outline> = LazyLock::new(|| Outline::of(&PLAN));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&PLAN, &OUTLINE, &[]));

fn marked(entry: &Entry, hit: &Hit) -> String {
    hit.text
        .iter()
        .map(|range| &entry.text[range.clone()])
        .collect()
}

/// The paragraphs that are found, with what is marked in them.
fn found(typed: &str) -> Vec<(String, String, MatchClass)> {
    let hits = INDEX.search(&Query::parse(typed));
    let entries = hits.iter().map(|hit| (INDEX.entry(hit), hit));
    let of_text = entries.filter(|(entry, _)| matches!(entry.subject, Subject::Node(_)));
    of_text
        .map(|(entry, hit)| (entry.address.to_string(), marked(entry, hit), hit.class))
        .collect()
}

/// What is typed, where it is found, and what is marked there.
const ROWS: &[(&str, &str, &str)] = &[
    (
        "提升山河英才落户服务质量",
        "1p1",
        "提升山河英才落户服务质量",
    ),
    (
        "提高山河英才落户服务质量",
        "1p1",
        "提升山河英才落户服务质量",
    ),
    ("职称评价指挥棒", "1p1", "职称评价指挥棒"),
    ("职称评审指挥棒", "1p1", "职称评价指挥棒"),
    ("交割遗留", "1p3", "交接遗留"),
    ("交叉遗留", "1p3", "交接遗留"),
    ("高", "1p1", "升"),
    // Two places, each with either candidate.
    (
        "提高山河英才落户服务质量健全职称评审",
        "1p1",
        "提升山河英才落户服务质量健全职称评价",
    ),
    (
        "提升山河英才落户服务质量健全职称评审",
        "1p1",
        "提升山河英才落户服务质量健全职称评价",
    ),
    (
        "提高山河英才落户服务质量健全职称评价",
        "1p1",
        "提升山河英才落户服务质量健全职称评价",
    ),
];

#[test]
fn every_candidate_is_found_and_the_shown_one_is_marked() {
    for (typed, at, expected) in ROWS {
        let expected = (
            (*at).to_owned(),
            (*expected).to_owned(),
            MatchClass::Uncertain,
        );
        assert_eq!(found(typed), [expected], "{typed}");
    }
}

#[test]
fn candidates_are_found_in_traditional_characters() {
    let [(at, marked, class)] = found("職稱評審指揮棒").try_into().unwrap();
    assert_eq!((at.as_str(), marked.as_str()), ("1p1", "职称评价指挥棒"));
    assert_eq!(class, MatchClass::Traditional);
}

#[test]
fn candidates_are_found_by_their_pinyin() {
    let [(at, marked, class)] = found("tigaoshanhe").try_into().unwrap();
    assert_eq!((at.as_str(), marked.as_str()), ("1p1", "提升山河"));
    assert_eq!(class, MatchClass::Pinyin);
}

#[test]
fn a_phrase_has_the_signs_of_a_candidate_as_well() {
    for phrase in ["\"规模，“十四五”时期\"", "\"规模。“十四五”时期\""] {
        let [(at, marked, class)] = found(phrase).try_into().unwrap();
        assert_eq!(
            (at.as_str(), marked.as_str()),
            ("1p4", "规模。“十四五”时期")
        );
        assert_eq!(class, MatchClass::Uncertain, "{phrase}");
    }
    assert_eq!(found("\"规模；“十四五”时期\""), []);
}

#[test]
fn words_beside_a_candidate_are_found_once_and_as_they_stand() {
    let [(_, marked, class)] = found("山河英才").try_into().unwrap();
    assert_eq!((marked.as_str(), class), ("山河英才", MatchClass::Exact));
}

#[test]
fn a_word_of_no_candidate_is_not_found() {
    let sure = |typed: &str| {
        let found = found(typed).into_iter();
        found
            .filter(|(.., class)| *class < MatchClass::Apart)
            .count()
    };
    assert_eq!(sure("提振山河英才"), 0);
    assert_eq!(sure("职称评议指挥棒"), 0);
}

#[test]
fn matches_in_the_text_cover_the_shown_candidate() {
    let matches = INDEX.matches_in_document(&Query::parse("职称评审指挥棒"));
    let [found] = matches.as_slice() else {
        panic!("{matches:?}");
    };
    let text = OUTLINE.node(found.node).prose.reading();
    assert_eq!(&text[found.range.clone()], "职称评价“指挥棒");
}

#[test]
fn the_built_in_plan_is_found_by_every_candidate() {
    let plan = embedded::plan();
    let outline = Outline::of(&plan);
    let index = Index::new(&plan, &outline, &[]);
    for (typed, at) in [
        ("提升海河英才落户服务质量", "3.1.4p3"),
        ("提高海河英才落户服务质量", "3.1.4p3"),
        ("提升互联网+人才服务水平", "3.1.4p3"),
        ("提高互联网+人才服务水平", "3.1.4p3"),
        ("职称评价指挥棒", "3.1.3p2"),
        ("职称评审指挥棒", "3.1.3p2"),
        ("飞地交接遗留", "3.3.2p2"),
        ("飞地交割遗留", "3.3.2p2"),
        ("飞地交叉遗留", "3.3.2p2"),
    ] {
        let hits = index.search(&Query::parse(typed));
        let hits: Vec<_> = hits
            .iter()
            .map(|hit| (index.entry(hit), hit.class))
            .collect();
        let [(entry, MatchClass::Uncertain)] = hits.as_slice() else {
            panic!("{typed}: {hits:?}");
        };
        assert_eq!(entry.address.to_string(), at, "{typed}");
    }
}

#[test]
fn the_exported_page_finds_and_marks_the_same_candidates() {
    let Some(node) = program(&["node"]) else {
        return;
    };
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/output/export/page");
    let part = |name: &str| fs::read_to_string(page.join(name)).unwrap();
    let mut chars: BTreeSet<char> = READINGS.chars().collect();
    chars.extend('a'..='z');
    let data = serde_json::to_value(Tables::of(&chars)).unwrap();
    let units = OUTLINE.nodes().iter().map(|node| {
        let text = node.prose.reading();
        let units = |byte: usize| text[..byte].encode_utf16().count();
        let uncertain = node.prose.uncertain().map(|it| {
            json!({ "start": units(it.range.start), "end": units(it.range.end), "others": it.others })
        });
        json!([text, uncertain.collect::<Vec<Value>>()])
    });
    let units = Value::Array(units.collect());
    let typed: Vec<&str> = ROWS.iter().map(|(typed, ..)| *typed).collect();
    let typed = [
        &typed[..],
        &["職稱評審指揮棒", "tigao", "山河英才", "职称评议指挥棒"],
    ]
    .concat();
    let script = format!(
        "{}\n{}\nconst finder = search({data}), units = {units}.map(([text, uncertain]) =>
            Object.assign(finder.fold(text, uncertain), {{ text }}));
        console.log(JSON.stringify({}.map((typed) => finder.find(units, typed).map((found) =>
            found.hits.map((hit) => found.unit.text.slice(hit.start, hit.end)).join('').replace(/[“”，]/g, '')))));",
        part("forms.js"),
        part("search.js"),
        json!(typed),
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("search.js");
    fs::write(&file, script).unwrap();
    let output = Command::new(node).arg(&file).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    let told: Vec<Vec<String>> =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{errors}"));
    let rows = ROWS.iter().map(|(_, _, marked)| vec![*marked]);
    let rows: Vec<Vec<&str>> = rows
        .chain([
            vec!["职称评价指挥棒"],
            vec!["提升"],
            vec!["山河英才"],
            vec![],
        ])
        .collect();
    assert_eq!(told, rows);
}
