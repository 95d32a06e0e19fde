//! Commands in English over plans in Chinese: whatever is Chinese in what they print stands in the plan or its records.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::{Run, run, run_with_input};
use guihua::manuscript::{self, Edition};
use guihua::plan::Outline;
use guihua::records;
use serde_json::Value;

/// Characters and signs that only Chinese sets; the quotation marks “” and the dashes are English as well.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// A plan and the records about it.
struct Files {
    plan: &'static str,
    records: &'static str,
    /// What is Chinese in them, and in the document as it is printed, with the numbers of its headings.
    own: String,
}

impl Files {
    fn of(plan: &'static str, records: &'static str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let read = |name| fs::read_to_string(root.join(name)).expect("the file is there");
        let (text, records_text) = (read(plan), read(records));
        let sound = records::open(&text).expect("the plan is sound").plan;
        let outline = Outline::of(&sound);
        let editions = [Edition::Restored, Edition::AsPublished, Edition::Marked];
        let editions = editions.map(|edition| manuscript::text(&outline, edition));
        Self {
            plan,
            records,
            own: [text, records_text, editions.concat()].concat(),
        }
    }

    fn all() -> [Self; 2] {
        [
            Self::of("plan.yaml", "observations.yaml"),
            Self::of("docs/example-plan.yaml", "docs/example-records.yaml"),
        ]
    }

    fn run(&self, args: &[&str]) -> Run {
        let options = [
            "--lang",
            "en",
            "--plan",
            self.plan,
            "--records",
            self.records,
        ];
        run(&[&options, args].concat())
    }

    /// Runs a command and looks for Chinese that is neither the plan's nor typed.
    #[track_caller]
    fn check(&self, args: &[&str]) {
        let Run { code, out, err } = self.run(args);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}: {out}");
        assert!(!out.is_empty(), "{args:?} says nothing");
        self.check_text(&out, args);
    }

    /// Runs a command that refuses, and looks for the same.
    #[track_caller]
    fn check_refusal(&self, args: &[&str]) {
        let Run { code, err, .. } = self.run(args);
        assert_ne!(code, Some(0), "{args:?}");
        assert!(err.starts_with("guihua: "), "{args:?}: {err}");
        self.check_text(&err, args);
    }

    #[track_caller]
    fn check_text(&self, text: &str, args: &[&str]) {
        let words = text.split(|c| !is_chinese(c));
        let known =
            |word: &str| self.own.contains(word) || args.iter().any(|typed| typed.contains(word));
        // Names of the plan that are listed side by side.
        let all_known = |word: &str| known(word) || word.split('、').all(known);
        let strange: BTreeSet<&str> = words.filter(|word| !all_known(word)).collect();
        assert!(
            strange.is_empty(),
            "{args:?} over {}: {strange:?}",
            self.plan
        );
    }

    /// The ids of the targets.
    fn targets(&self) -> Vec<String> {
        let answer: Value =
            serde_json::from_str(&self.run(&["targets", "--json"]).out).expect("JSON");
        let targets = answer["targets"].as_array().expect("a list");
        let ids = targets.iter().filter_map(|target| target["id"].as_str());
        ids.map(str::to_owned).collect()
    }
}

#[test]
fn commands_that_read_the_plan() {
    for files in Files::all() {
        for args in [
            &["text"][..],
            &["text", "--marks"],
            &["toc"],
            &["toc", "--depth", "2"],
            &["show", "3.1"],
            &["show", "notice"],
            &["terms"],
            &["terms", "--kind", "policy"],
            &["search", "人口"],
            &["search", "rk"],
            &["search", "--plain", "服务"],
            &["search", "--kind", "task", "服务"],
            &["search", "--kind", "note", "统计"],
        ] {
            files.check(args);
        }
    }
}

#[test]
fn commands_that_follow_the_plan() {
    for files in Files::all() {
        for day in ["2021-01-01", "2023-12-31", "2036-12-31"] {
            files.check(&["targets", "--as-of", day]);
            files.check(&["tasks", "--as-of", day]);
        }
        for args in [
            &["coverage"][..],
            &["records"],
            &["check", files.plan],
            &["check", "--figures", files.plan],
        ] {
            files.check(args);
        }
        let targets = files.targets();
        assert!(targets.len() > 3, "{targets:?}");
        for target in targets.iter().step_by(5) {
            files.check(&["target", target, "--why", "--as-of", "2023-12-31"]);
            files.check(&["show", target, "--as-of", "2026-12-31"]);
        }
    }
}

#[test]
fn refusals() {
    for files in Files::all() {
        for args in [
            &["show", "查无此词"][..],
            &["show", "人口"],
            &["show", "9.9.9"],
            &["cite", "查无此词"],
            &["cite", "3.1", "--find", "查无此词"],
            &["cite", "3.1", "--sentence", "999"],
            &["target", "查无此词"],
            &["target", "人口"],
            &["targets", "--domain", "查无此词"],
            &["tasks", "--domain", "查无此词"],
            &["terms", "--kind", "查无此词"],
            &["search", "--domain", "查无此词", "人口"],
            &["search", "--kind", "查无此词", "人口"],
            &["search", "@查无此词", "人口"],
            &["open"],
            &["record"],
            &["record", "status", "3.1.2p1", "查无此词"],
            &["record", "status", "9.9.9p9", "completed"],
            &["record", "status", "查无此词", "completed", "--source", "a"],
            &[
                "record",
                "observation",
                "查无此词",
                "1",
                "--period",
                "2023",
                "--source",
                "a",
            ],
            &[
                "record",
                "observation",
                "查无此词",
                "一",
                "--period",
                "二",
                "--source",
                "a",
            ],
            &["report", "-o", "no/such/folder/report.md"],
            &["export", "-o", "no/such/folder/plan.json"],
            &["export", "-o", "plan.查无此词"],
            &["man", "查无此词"],
            &["--as-of", "2023", "targets"],
            &["targets", "--as-of", "查无此词"],
        ] {
            files.check_refusal(args);
        }
    }
}

#[test]
fn records_are_kept_and_refused_in_english() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("records.yaml");
    let path = path.to_str().expect("its path is UTF-8");
    let files = Files::of("docs/example-plan.yaml", "docs/example-records.yaml");
    let options = [
        "--lang",
        "en",
        "--plan",
        files.plan,
        "--records",
        path,
        "record",
    ];
    let target = "常住人口";
    let observation = |value, period| {
        [
            "observation",
            target,
            value,
            "--period",
            period,
            "--source",
            "a",
        ]
    };
    for (args, is_kept) in [
        (&observation("31万人", "2023")[..], true),
        (&observation("31", "2023"), true),
        (&observation("31.5", "2023"), false),
        (&observation("31", "1990"), false),
        (&observation("31", "2099"), false),
        (&observation("3100", "2024"), false),
        (&observation("-1", "2024"), false),
        (&observation("31亿人", "2024"), false),
        (&observation("一", "2024"), false),
        (&["status", target, "completed", "--source", "a"], false),
        (
            &["status", "3.1p1", "Under way", "--date", "2023-05-01"],
            true,
        ),
        (
            &["status", "3.1p1", "changed", "--date", "2023-05-01"],
            false,
        ),
        (
            &["status", "3.1p1", "changed", "--date", "2099-05-01"],
            false,
        ),
        (&["status", "3.1", "completed"], false),
        (&["undo"], true),
        (&["undo"], true),
        (&["undo"], false),
    ] {
        let Run { code, out, err } = run(&[&options, args].concat());
        assert_eq!(code == Some(0), is_kept, "{args:?}: {out}{err}");
        let said = args
            .iter()
            .fold(out + &err, |said, word| said.replace(word, ""));
        files.check_text(&said.replace("亿人", ""), args);
    }
    let kept = fs::read_to_string(path).expect("the file is there");
    assert!(
        kept.contains("status: 推进中"),
        "files keep their words: {kept}"
    );
}

#[test]
fn tables_are_read_with_english_heads_and_words() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let name = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    let (own, table) = (name("records.yaml"), name("table.csv"));
    let import = |text: &str| {
        fs::write(&table, text).expect("the table can be written");
        let options = [
            "--lang",
            "en",
            "--plan",
            "docs/example-plan.yaml",
            "--records",
            &own,
        ];
        run(&[&options[..], &["record", "--csv", &table]].concat())
    };
    let Run { code, out, err } = import(
        "Target,Task,Period,Figure,Unit,Status,Date,Source\n常住人口,,2023,31,万人,,,a\n,3.1p1,,,,Completed,2023-05-01,\n",
    );
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(
        out,
        format!(
            "2 recorded: 2 new, 0 corrected; 0 the same as before, not recorded again ({own})\n"
        )
    );
    for (text, expected) in [
        (
            "Targets,Nonsense\n",
            "line 1: the head “Nonsense” is not known; one of: target, task, period, ",
        ),
        ("target,target\n", "line 1: the head “target” stands twice"),
        (
            "target,period\n",
            "table.csv has no data filled in; there is nothing to record",
        ),
        (
            "target,period,value,source\n常住人口,2023\n",
            "line 2: 2 cells, and the head has 4",
        ),
        (
            "target,period,value,source\n常住人口,2024,31,\n",
            "line 2: missing: “source”",
        ),
        (
            "target,status,date,source\n常住人口,gone,2023-05-01,a\n",
            "line 2: there is no status “gone”; one of: not begun, under way, ",
        ),
        (
            "task,value,period,source\n3.1p1,1,2023,a\n",
            "line 2: a task has no figure: fill in status",
        ),
        (
            "status,date\ncompleted,2023-05-01\n",
            "line 2: fill in either target or task",
        ),
    ] {
        let Run { code, err, .. } = import(text);
        assert_eq!(code, Some(2), "{text}: {err}");
        assert!(err.contains(expected), "{text}: {err}");
    }
}

#[test]
fn faults_of_a_plan_file_are_english() {
    let small =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small.yaml"));
    let small = small.expect("the fixture is there");
    let keys = [
        "id", "name", "kind", "year", "goal", "unit", "at", "quote", "domains", "title", "region",
        "period", "text",
    ];
    for key in keys {
        for value in ["", "[1]", "{ a: b }", "查无此词", "''", "-1", "99999"] {
            let faulty: String = small
                .lines()
                .map(|line| match line.split_once(&format!("{key}: ")) {
                    Some((indent, _)) if indent.trim_matches([' ', '-']).is_empty() => {
                        format!("{indent}{key}: {value}\n")
                    }
                    _ => format!("{line}\n"),
                })
                .collect();
            let Run { code, out, .. } =
                run_with_input(&["--lang", "en", "check", "-"], faulty.as_bytes());
            if code == Some(1) {
                // Addresses are shown as people type and print them.
                let known = small.clone() + "查无此词健康三、（一）2.";
                let words = out.split(|c| !is_chinese(c));
                let strange: BTreeSet<&str> = words.filter(|word| !known.contains(word)).collect();
                assert!(strange.is_empty(), "{key}: {value}: {strange:?}");
            }
        }
    }
}

#[test]
fn what_is_of_the_program_alone_has_no_chinese_but_examples() {
    let examples = [
        "托育",
        "健康",
        "常住人口",
        "万人",
        "统计公报",
        "带土移植",
        "社区服务",
        "服务",
        "养老",
        "三（一）2",
        "〔含补字〕",
        "〔存疑补字〕",
        "〔此处存疑〕",
    ];
    for args in [
        &["config"][..],
        &["config", "--example"],
        &["completions", "bash"],
        &["completions", "zsh"],
        &["completions", "fish"],
        &["man"],
        &["man", "record", "status"],
        &["man", "search"],
        &["--version"],
    ] {
        let Run { code, out, err } = run(&[&["--lang", "en"], args].concat());
        assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}");
        // Pages tell where their lines may be broken.
        let rest = out.replace("\\:", "");
        let rest = examples
            .iter()
            .fold(rest, |rest, example| rest.replace(example, ""));
        let found: String = rest.chars().filter(|c| is_chinese(*c)).collect();
        assert_eq!(found, "", "{args:?}:\n{out}");
    }
}
