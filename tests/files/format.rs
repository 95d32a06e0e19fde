//! docs/format.md teaches with parts of an example: they are its very words, the example has no faults, and it uses every
//! construct that there is.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use guihua::audit::audit;
use guihua::load;
use guihua::plan::{Kind, NodeKind, Outline, Plan, Reckoning, TermKind};
use guihua::records::{self, Record, Side};
use serde_json::Value;

const OUTLINE: &str = include_str!("../../docs/example-outline.yaml");
const ACTION: &str = include_str!("../../docs/example-action-plan.yaml");
const PLAN: &str = include_str!("../../docs/example-plan.yaml");
const RECORDS: &str = include_str!("../../docs/example-records.yaml");
const LESSON: &str = include_str!("../../docs/format.md");

fn plan() -> Plan {
    load::load(PLAN).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn the_example_has_no_faults_and_its_figures_hold() {
    let plan = plan();
    for finding in audit(&plan) {
        assert!(finding.holds, "{}", finding.text());
    }
    let ledger = records::load(RECORDS, &plan, Side::Own);
    let ledger = ledger.unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(ledger.faulty, []);
    let read = ledger.records();
    assert!(read.iter().any(|it| matches!(it, Record::Observation(_))));
    assert!(read.iter().any(|it| matches!(it, Record::Status(_))));
}

#[test]
fn the_example_uses_every_construct() {
    let plan = plan();
    let others = [OUTLINE, ACTION].map(|text| load::load(text).expect("the example is sound"));
    let targets: Vec<_> = others
        .iter()
        .chain([&plan])
        .flat_map(|it| &it.targets)
        .collect();
    for (kind, word, _) in Kind::ALL {
        let used = targets.iter().any(|target| target.kind == kind);
        assert!(used, "no target is {word}");
    }
    for (kind, word, _) in TermKind::ALL {
        assert!(plan.terms.iter().any(|term| term.kind == kind), "no {word}");
    }
    for (reckoning, word, _) in Reckoning::ALL {
        let used = plan.claims.iter().any(|claim| claim.reckoning == reckoning);
        assert!(used, "no claim is {word}");
    }
    let outline = Outline::of(&plan);
    let supplied = |node: &guihua::plan::Node| !node.prose.supplied().is_empty();
    assert!(outline.nodes().iter().any(supplied), "nothing is supplied");
    for kind in [NodeKind::Principle, NodeKind::Task, NodeKind::RunIn] {
        assert!(outline.of_kind(kind).count() > 0, "no {kind:?}");
    }
}

/// The keys of objects and of the properties of schemas.
fn keys(value: &Value, under: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                if under.is_empty() || under == "properties" {
                    found.insert(key.clone());
                }
                keys(value, if under.is_empty() { "" } else { key }, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, under, found)),
        _ => {}
    }
}

#[test]
fn every_key_of_a_plan_stands_in_the_example_and_in_the_lesson() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema/plan.schema.json");
    let schema = fs::read_to_string(path).expect("the schema is there");
    let schema: Value = serde_json::from_str(&schema).expect("a schema is JSON");
    let mut known = BTreeSet::new();
    keys(&schema, "schema", &mut known);
    let mut used = BTreeSet::new();
    for example in [PLAN, OUTLINE, ACTION, RECORDS] {
        let mut example: Value = serde_yaml::from_str(example).expect("an example is YAML");
        // Its keys are names of the plan.
        if let Some(glosses) = example.get_mut("english") {
            *glosses = Value::Null;
        }
        keys(&example, "", &mut used);
    }
    assert_eq!(used, known, "keys of the example and of the schema");
    for key in known {
        let is_named = LESSON.contains(&format!("`{key}`")) || LESSON.contains(&format!("{key}: "));
        assert!(is_named || LESSON.contains(&format!("{key}:\n")), "{key}");
    }
}

#[test]
fn every_snippet_is_a_part_of_the_example() {
    // A snippet inside a numbered point is indented with it.
    let snippets = LESSON.split("```yaml\n").skip(1).map(|rest| {
        let snippet = rest.split("```").next().unwrap_or_default();
        let snippet = snippet.strip_suffix("   ").unwrap_or(snippet);
        snippet
            .strip_prefix("   # yaml")
            .map_or(snippet.to_owned(), |it| format!("# yaml{it}"))
    });
    let mut count = 0;
    for snippet in snippets {
        count += 1;
        let is_part =
            |text: &str| text.starts_with(&snippet) || text.contains(&format!("\n{snippet}"));
        assert!(
            is_part(PLAN) || is_part(RECORDS),
            "no part of the example:\n{snippet}"
        );
    }
    assert!(count > 15, "{count} snippets");
}

#[test]
fn the_lesson_names_every_kind_with_what_it_needs() {
    let rows: Vec<Vec<&str>> = LESSON
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    for (kind, word, _) in Kind::ALL {
        let quoted = format!("`{word}`");
        let row = rows.iter().find(|row| row.len() == 5 && row[0] == quoted);
        let row = row.unwrap_or_else(|| panic!("no row for {word}"));
        let needs = [
            ("`goal`", kind.needs_goal()),
            ("`direction`", kind.needs_direction()),
            ("`benchmark`", kind.needs_benchmark()),
        ];
        for (key, is_needed) in needs {
            assert_eq!(row[3].contains(key), is_needed, "{word} and {key}");
        }
        assert!(
            [PLAN, OUTLINE, ACTION]
                .iter()
                .any(|example| example.contains(row[4])),
            "{} is in no example",
            row[4]
        );
    }
    for (_, word, _) in TermKind::ALL {
        assert!(LESSON.contains(&format!("`{word}`")), "{word}");
    }
    for (_, word, _) in Reckoning::ALL {
        assert!(
            rows.iter().any(|row| row[0] == format!("`{word}`")),
            "{word}"
        );
    }
}
