//! The interface in English. The fixture is a plan without any Chinese of its own: what a reader of English finds in
//! Chinese characters there is a word of ours that was forgotten.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::{Run, run};
use guihua::plan::{Kind, Outline};
use serde_json::Value;

/// The plan in English.
const LATIN: &str = "tests/fixtures/latin-plan.yaml";

/// Before its term, while it runs, and after it: together they lead to every verdict.
const DAYS: [&str; 3] = ["2015-06-30", "2018-12-31", "2022-06-30"];

/// Characters and signs that only Chinese sets; the quotation marks “” and the dashes are English as well.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[track_caller]
fn expect_no_chinese(text: &str, what: &str) {
    assert!(!text.is_empty(), "{what} says nothing");
    let faults: Vec<&str> = text
        .lines()
        .filter(|line| line.contains(is_chinese))
        .collect();
    assert!(faults.is_empty(), "{what}:\n{}", faults.join("\n"));
}

/// Runs a command over a plan in English, without any records of one's own.
fn english(plan: &str, args: &[&str]) -> Run {
    let records = "tests/fixtures/no-such-records.yaml";
    let options = ["--lang", "en", "--plan", plan, "--records", records];
    run(&[&options, args].concat())
}

/// What a command prints over the plan in English, which has no Chinese in it.
#[track_caller]
fn latin(args: &[&str]) -> String {
    let run = english(LATIN, args);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}");
    expect_no_chinese(&run.out, &format!("{args:?}"));
    run.out
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The evaluated targets of the fixture on a day, as JSON.
fn targets(day: &str) -> Vec<Value> {
    let run = english(LATIN, &["targets", "--json", "--as-of", day]);
    let answer: Value = serde_json::from_str(&run.out).expect("the command prints JSON");
    answer["targets"].as_array().expect("a list").clone()
}

#[test]
fn the_fixture_has_every_kind_of_target_and_comes_to_every_verdict() {
    let (mut kinds, mut verdicts) = (BTreeSet::new(), BTreeSet::new());
    for target in DAYS.into_iter().flat_map(targets) {
        let evaluation = &target["evaluation"];
        kinds.extend(target["kind"].as_str().map(str::to_owned));
        for verdict in [&evaluation["verdict"], &evaluation["interim"]] {
            verdicts.extend(verdict.as_str().map(str::to_owned));
        }
    }
    assert_eq!(kinds.len(), Kind::ALL.len(), "{kinds:?}");
    let schema = fs::read_to_string(root().join("docs/schema/output.schema.json"));
    let schema: Value = serde_json::from_str(&schema.expect("the schema is there")).expect("JSON");
    let known = schema["$defs"]["Verdict"]["oneOf"].as_array();
    let known = known.expect("a list of verdicts").iter();
    let known = known.filter_map(|it| it["const"].as_str().map(str::to_owned));
    assert_eq!(verdicts, known.collect());
}

// Commands.

#[test]
fn reports_are_english() {
    for day in DAYS {
        for format in ["md", "html", "csv"] {
            latin(&["report", "--format", format, "--as-of", day]);
        }
    }
}

/// What an export has of the plan itself: the numbers of its headings.
fn without_numbers(text: &str) -> String {
    let plan = fs::read_to_string(root().join(LATIN)).expect("the fixture is there");
    let plan = guihua::records::open(&plan)
        .expect("the fixture is sound")
        .plan;
    let outline = Outline::of(&plan);
    let numbers = outline.nodes().iter().map(|node| &node.number);
    let numbers = numbers.filter(|number| !number.is_empty());
    numbers.fold(text.to_owned(), |text, number| text.replace(number, ""))
}

#[test]
fn exports_are_english_but_for_what_is_the_plans() {
    for (format, only) in [("html", None), ("md", None), ("csv", Some("targets"))] {
        let args = ["export", "--format", format, "--as-of", DAYS[1]];
        let only = only.map_or(Vec::new(), |only| vec!["--only", only]);
        let run = english(LATIN, &[&args, &only[..]].concat());
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{format}");
        // The script of the page looks for signs of Chinese, and the page tells how one types pinyin.
        let (text, _) = run.out.split_once("<script").unwrap_or((&run.out, ""));
        let text = without_numbers(text).replace("托育, tuoyu", "");
        expect_no_chinese(&text, format);
    }
}

#[test]
fn commands_about_targets_are_english() {
    for day in DAYS {
        latin(&["targets", "--as-of", day]);
        for target in targets(day) {
            let id = target["id"].as_str().expect("an id");
            latin(&["target", id, "--why", "--as-of", day]);
        }
    }
    latin(&["targets", "--domain", "Homes"]);
    latin(&["coverage"]);
    latin(&["check", "--figures"]);
    latin(&["records"]);
}

#[test]
fn commands_that_look_things_up_are_english_but_for_what_is_the_plans() {
    for args in [
        &["toc"][..],
        &["tasks", "--as-of", DAYS[1]],
        &["terms"],
        &["show", "population"],
        &["show", "Silver Programme"],
        &["show", "3.2.1"],
        &["show", "notice"],
        &["search", "care"],
        &["search", "yearbook"],
    ] {
        let run = english(LATIN, args);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}");
        expect_no_chinese(&without_numbers(&run.out), &format!("{args:?}"));
    }
}

#[test]
fn a_report_reads_as_english() {
    let report = latin(&["report", "--as-of", "2022-06-30"]);
    let head = "\
# Evaluation report: Population Plan of Northshire

(as of 2022-06-30)

Population Plan of Northshire (NCC 2016/5, Northshire County Council, 2016-01-31)


## 1. Conclusions

- Evaluated as at 2022-06-30 (term of the plan: 2016–2020, ended).
- Targets of the plan: 32 of 32 with data; achieved 6 (of these met by rounding 1), on track 0, behind 0, missed 11 (of these met late 2, out of range 1), open 15, no data 0. Another 1 of the long-term vision, beyond the term, not counted.
- Commitments of direction listed by the editor: 1 of 1 with data; achieved 0, on track 0, behind 0, missed 0, open 1, no data 0.
- Tasks: 3 of 4 with a record.
- Safeguards: 1 of 2 with a record.
- Achieved: Households, Life expectancy, Schooling, Incomes, Titles, Child care.
- Missed: Population, People in towns, Child mortality, Infant mortality, Health literacy, Falls, Overcrowding, Size of a class, Care of the old, Services, Digital records.
- Open: Service, Deaths on the road, Births, Walking, Surveyed unemployment, Wages, Parishes with a clinic, Floor space, Broadband, Market for labour, Research, Emissions, Cover of care, Farms, Exports.

### Targets of the plan

| Domain | Total | Observed | Achieved | On track | Behind | Missed | Open | No data |
";
    assert_eq!(report.get(..head.len()), Some(head));
    for line in [
        "| Size of a class | — | ≤ 45 pupils (2020) | 46 pupils (2020) | off the goal +1 pupils | met late (2021: 45 pupils) | Yearbook 2020 | not met at the end of the goal's year; met late, with 45 pupils in 2021 |",
        "| Wages | — | in step with prices (2020) | 1.5% (2018, benchmark 3.5) | growth gap −2 pp | awaiting final (the latest figure stood for “out of step” when it was taken, which is no conclusion) | Yearbook 2018 | mean growth of at most 1 pp less counts as in step; this tolerance is ours, not the plan's; no figure for 2017, 2019, 2020 |",
        "### Under way (1)",
        "- 3.1p1 Award titles. (2018-05-20, Office of Skills)",
        "| 14 | Wages | in step with prices (2020) | the figures of 2017, 2019–2020 and of prices for the same time (every year is needed) |",
    ] {
        assert!(report.lines().any(|it| it == line), "{line}\n{report}");
    }
}

#[test]
fn a_card_reads_as_english() {
    let card = latin(&["target", "households", "--as-of", "2022-06-30"]);
    assert_eq!(
        card,
        "\
Households (Homes)
Baseline 10.0 thousand (2015) → Goal about 12 thousand (2020) → Latest 12.05 thousand (2020)
Verdict   met (within ±1%, provisional)  (as of 2022-06-30)
Status    progress 102.5%, time 100.0%, 0.05 thousand above the goal
Sentence  “about 12 thousand households” (2.1p1)
Source    Yearbook 2020
Note      “about” is taken as ±1% (11.88–12.12 thousand); this tolerance is ours, not the plan's
Gauge     ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▸ 102.5%
"
    );
}

/// Every Chinese word of an answer in English stands in the plan or in the records: it is none of ours.
#[test]
fn over_a_chinese_plan_only_the_words_of_the_plan_and_its_records_are_chinese() {
    for (plan, records) in [
        ("plan.yaml", "observations.yaml"),
        ("docs/example-plan.yaml", "docs/example-records.yaml"),
    ] {
        let read = |name| fs::read_to_string(root().join(name)).expect("the file is there");
        let own = (read(plan) + &read(records)).replace(['⟦', '⟧'], "");
        for args in [
            &["report", "--format", "html", "--as-of", "2023-12-31"][..],
            &["report", "--as-of", "2026-12-31"],
            &["targets"],
            &["target", "常住人口", "--why", "--as-of", "2023-12-31"],
            &["target", "婴儿死亡率", "--why", "--as-of", "2026-12-31"],
            &["coverage"],
            &["check", "--figures"],
            &["records"],
            &["terms"],
            &["show", "健康素养水平"],
        ] {
            let options = ["--lang", "en", "--plan", plan, "--records", records];
            let run = run(&[&options[..], args].concat());
            assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}");
            let words = run.out.split(|c: char| !is_chinese(c));
            let strange: BTreeSet<&str> = words.filter(|word| !own.contains(word)).collect();
            assert!(strange.is_empty(), "{args:?}: {strange:?}");
        }
    }
}
