//! The commands as they are typed: the real program, its output, its messages, its exit codes.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::io;

use crate::support::{Run, SMALL, edited, guihua, run, run_with_input, small_path};
use guihua::embedded;
use guihua::manuscript::{self, Edition};
use guihua::plan::{Outline, Target, Tier};
use serde_json::Value;

const SMALL_PATH: &str = "tests/fixtures/small.yaml";

/// What a run that has to succeed without a complaint writes.
#[track_caller]
fn output(args: &[&str]) -> String {
    let Run { code, out, err } = run(args);
    assert_eq!(code, Some(0), "exit code of {args:?}: {err}");
    assert_eq!(err, "", "complaints of {args:?}");
    out
}

/// The complaint of a run that has to fail with `expected` and write nothing else.
#[track_caller]
fn complaint(args: &[&str], expected: i32) -> String {
    let Run { code, out, err } = run(args);
    assert_eq!(code, Some(expected), "exit code of {args:?}: {err}");
    assert_eq!(out, "", "standard output of {args:?}");
    assert!(
        err.starts_with("guihua：") && err.ends_with('\n'),
        "{args:?} should say who complains: {err:?}"
    );
    err
}

fn built_in(edition: Edition) -> String {
    manuscript::text(&Outline::of(&embedded::plan()), edition)
}

// guihua text

#[test]
fn text_writes_the_restored_text() {
    assert_eq!(output(&["text"]), built_in(Edition::Restored));
}

#[test]
fn text_as_published_leaves_out_what_was_supplied() {
    let out = output(&["text", "--as-published"]);
    assert_eq!(out, built_in(Edition::AsPublished));
    assert!(
        out.contains("\n西青区人口发展十四五”规划\n"),
        "the title has lost a quote"
    );
}

#[test]
fn text_with_marks_marks_what_was_supplied() {
    let out = output(&["text", "--marks"]);
    assert_eq!(out, built_in(Edition::Marked));
    assert!(
        out.contains("\n西青区人口发展⟦“⟧十四五”规划\n"),
        "the title has a quote restored"
    );
}

#[test]
fn text_has_one_line_for_each_heading_and_paragraph_and_ends_with_a_line_end() {
    let out = output(&["text"]);
    assert_eq!(out.lines().count(), Outline::of(&embedded::plan()).len());
    assert!(
        out.ends_with(".xls\n"),
        "the attachment's line is the last one"
    );
    for heading in [
        "一、“十四五”时期人口发展基础和面临的形势",
        "（一）“十三五”时期人口发展成就与存在的问题",
        "1. 人口规模持续增长",
        "四、保障措施",
    ] {
        assert!(out.lines().any(|line| line == heading), "no line {heading}");
    }
}

#[test]
fn without_a_terminal_and_a_command_the_text_is_written() {
    assert_eq!(output(&[]), built_in(Edition::Restored));
    let small = output(&["--plan", SMALL_PATH]);
    assert_eq!(small, output(&["--plan", SMALL_PATH, "text"]));
}

#[test]
fn marks_and_as_published_exclude_each_other() {
    let err = complaint(&["text", "--marks", "--as-published"], 2);
    assert!(
        err.contains("--marks") && err.contains("--as-published") && err.contains("同用"),
        "{err}"
    );
}

// guihua targets

/// Targets as lists have them: what has a figure to reach, other targets of the plan, then commitments of direction.
fn leading(targets: &[Target]) -> Vec<&Target> {
    let of = |is_wanted: &dyn Fn(&Target) -> bool| -> Vec<&Target> {
        targets.iter().filter(|target| is_wanted(target)).collect()
    };
    let is_commitment = |target: &Target| target.tier == Tier::Commitment;
    [
        of(&|target| !is_commitment(target) && target.goal.is_some()),
        of(&|target| !is_commitment(target) && target.goal.is_none()),
        of(&|target| is_commitment(target) && target.goal.is_some()),
        of(&|target| is_commitment(target) && target.goal.is_none()),
    ]
    .concat()
}

#[test]
fn targets_lists_every_target_and_those_with_a_figure_lead() {
    let out = output(&["targets"]);
    let lines: Vec<&str> = out.lines().collect();
    let plan = embedded::plan();
    assert_eq!(
        lines.len(),
        plan.targets.len() + 3,
        "a head, a line for each target, how many there are of each tier, and the day as at which they are judged"
    );
    for (line, target) in lines.iter().skip(1).zip(leading(&plan.targets)) {
        let start = format!("{} ", target.id);
        assert!(
            line.starts_with(&start),
            "should start with {start}: {line}"
        );
        assert!(
            line.contains(&target.name),
            "should name {}: {line}",
            target.name
        );
    }
    let resident = lines
        .iter()
        .find(|line| line.starts_with("resident-population "))
        .expect("there is the resident population");
    for part in ["109", "119.5", "135", "万人", "2025", "分布", "2.3p2"] {
        assert!(resident.contains(part), "should contain {part}: {resident}");
    }
}

#[test]
fn targets_of_a_domain_are_those_that_name_it() {
    let out = output(&["targets", "--domain", "健康"]);
    let listed: Vec<&str> = out
        .lines()
        .skip(1)
        .take_while(|line| !line.starts_with("规划目标") && !line.starts_with("编者"))
        .filter_map(|line| line.split(' ').next())
        .collect();
    let plan = embedded::plan();
    let named = |target: &&Target| target.domains.iter().any(|domain| domain == "健康");
    let expected: Vec<&str> = leading(&plan.targets)
        .into_iter()
        .filter(named)
        .map(|target| target.id.as_str())
        .collect();
    assert!(expected.len() > 10, "there are many: {expected:?}");
    assert_eq!(listed, expected);
}

#[test]
fn every_domain_of_the_plan_has_targets() {
    for domain in embedded::plan().domains {
        let out = output(&["targets", "--domain", &domain]);
        assert!(out.lines().count() > 1, "{domain} has none: {out}");
    }
}

#[test]
fn an_unknown_domain_is_refused_with_the_list_of_the_known_ones() {
    for domain in ["健壮", "教育", "", "人才、健康"] {
        let err = complaint(&["targets", "--domain", domain], 2);
        assert!(err.contains(&format!("没有“{domain}”这个领域")), "{err}");
        assert!(
            err.contains("人才、健康、分布、生育、老龄化、服务管理"),
            "{err}"
        );
    }
}

#[test]
fn an_unknown_domain_with_control_characters_is_shown_escaped() {
    let err = complaint(&["targets", "--domain", "健\u{1b}[31m康"], 2);
    assert!(err.contains("健\\u{1b}[31m康"), "{err:?}");
    assert!(!err.contains('\u{1b}'), "{err:?}");
}

/// The targets of an answer.
fn json(args: &[&str]) -> Vec<Value> {
    let out = output(args);
    let value: Value = serde_json::from_str(&out)
        .unwrap_or_else(|error| panic!("{args:?} is no JSON: {error}\n{out}"));
    match &value["targets"] {
        Value::Array(items) => items.clone(),
        _ => panic!("{args:?} should have targets: {value}"),
    }
}

/// The target with this id.
#[track_caller]
fn with_id<'a>(targets: &'a [Value], id: &str) -> &'a Value {
    let found = targets.iter().find(|target| target["id"] == id);
    found.unwrap_or_else(|| panic!("no target {id}"))
}

#[test]
fn targets_as_json_have_the_keys_of_the_plan_file() {
    let targets = json(&["targets", "--json"]);
    assert_eq!(targets.len(), embedded::plan().targets.len(), "all targets");
    for target in &targets {
        let id = &target["id"];
        for key in ["id", "name", "kind", "at", "quote"] {
            let text = target[key].as_str();
            assert!(
                text.is_some_and(|text| !text.is_empty()),
                "{key} of {id}: {text:?}"
            );
        }
        let year = target["year"].as_u64();
        assert!(matches!(year, Some(2025 | 2035)), "year of {id}: {year:?}");
        let domains = target["domains"].as_array().map(Vec::len);
        assert!(domains.is_some_and(|count| count > 0), "domains of {id}");
        let nulls = target.as_object().map(|o| o.values().any(Value::is_null));
        assert_eq!(
            nulls,
            Some(false),
            "{id} has a key with nothing in it: {target}"
        );
    }
    let resident = with_id(&targets, "resident-population");
    assert_eq!(resident["kind"], "about");
    assert_eq!(resident["at"], "2.3p2");
    assert_eq!(
        resident["quote"],
        "常住人口达到135万人左右，净增15.5万人，增长13.0%"
    );
    assert_eq!(with_id(&targets, "infant-mortality")["direction"], "down");
}

#[test]
fn numbers_in_json_are_numbers_with_their_printed_digits() {
    let targets = json(&["targets", "--json"]);
    for (id, goal, history) in [
        ("life-expectancy", "82.38", &["81.89"][..]),
        ("resident-population", "135", &["109", "119.5"][..]),
        ("registered-population", "52.6", &["38.85", "46.59"][..]),
        ("childcare-places", "4.5", &[][..]),
    ] {
        let target = with_id(&targets, id);
        assert!(
            target["goal"].is_number(),
            "goal of {id}: {}",
            target["goal"]
        );
        assert_eq!(target["goal"].to_string(), goal, "goal of {id}");
        let stated = target["history"].as_array().cloned().unwrap_or_default();
        let values: Vec<String> = stated.iter().map(|s| s["value"].to_string()).collect();
        assert_eq!(values, history, "history of {id}");
    }
    // A zero at the end is a printed digit as well.
    let targets = json(&["--plan", SMALL_PATH, "targets", "--json"]);
    assert_eq!(
        with_id(&targets, "life-expectancy")["goal"].to_string(),
        "82.0"
    );
    let resident = with_id(&targets, "resident-population");
    assert_eq!(resident["history"][1]["value"].to_string(), "20.0");
}

#[test]
fn targets_as_json_of_a_domain_are_those_of_the_table() {
    let ids = |targets: &[Value]| -> Vec<String> {
        targets
            .iter()
            .filter_map(|target| target["id"].as_str().map(str::to_owned))
            .collect()
    };
    let table = output(&["targets", "--domain", "老龄化"]);
    let listed: Vec<&str> = table
        .lines()
        .skip(1)
        .take_while(|line| !line.starts_with("规划目标") && !line.starts_with("编者"))
        .filter_map(|line| line.split(' ').next())
        .collect();
    let mut ids = ids(&json(&["targets", "--json", "--domain", "老龄化"]));
    let mut listed: Vec<String> = listed.into_iter().map(str::to_owned).collect();
    // The answer keeps the order of the plan.
    ids.sort();
    listed.sort();
    assert_eq!(ids, listed);
}

#[test]
fn a_domain_without_targets_is_an_empty_list() {
    let text = edited(
        "domains: [人才, 健康]\nnotice",
        "domains: [人才, 健康, 分布]\nnotice",
    );
    let args = ["--plan", "-", "targets", "--json", "--domain", "分布"];
    let Run { code, out, err } = run_with_input(&args, text.as_bytes());
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert!(out.ends_with("\"targets\": []\n}\n"), "{out}");
}

// --plan

#[test]
fn another_plan_shows_nothing_of_the_built_in_one() {
    for command in [
        &["text"][..],
        &["targets"][..],
        &["targets", "--json"][..],
        &["check"][..],
        &[][..],
    ] {
        let args = [&["--plan", SMALL_PATH], command].concat();
        let out = output(&args);
        assert!(!out.is_empty(), "{args:?} writes nothing");
        for word in ["西青", "天津", "赛达", "119.5"] {
            assert!(!out.contains(word), "{args:?} shows {word}: {out}");
        }
    }
    let unknown = complaint(&["--plan", SMALL_PATH, "targets", "--domain", "分布"], 2);
    assert!(unknown.contains("可用：人才、健康\n"), "{unknown}");
}

#[test]
fn the_text_of_the_small_plan_is_its_text() {
    let out = output(&["--plan", SMALL_PATH, "text"]);
    let expected = "\
发文字号：东政发〔2021〕1号
成文日期：
东山县人民政府关于印发人口发展规划的通知
各乡镇人民政府：
现将本规划印发给你们，请认真执行。
东山县人民政府办公室
2021年12月31日
东山县人口发展“十四五”规划
为促进人口均衡发展，制定本规划。
一、基础和原则
2015年常住人口为18.5万人，2020年为20.0万人。居民期望寿命为80.5岁。
（一）基本原则
坚持以下原则：
坚持以人为本。统筹解决人口问题。
二、目标和任务
（一）主要目标
到2025年，常住人口达到25万人左右，人均期望寿命提高到82.0岁，婴儿死亡率低于全市平均水平。
健康素养水平继续提高，再继续提高。城镇调查失业率控制在6%以内。
（二）开发人才资源
培养人才。五年评定职称60人，其中，高级职称20人。
1. 引进人才
健全引才办法。
吸引毕业生。
三、保障措施
（一）加强组织领导。明确各乡镇的责任。
附件：任务分解表.xls
";
    assert_eq!(out, expected);
}

#[test]
fn the_plan_may_stand_before_or_after_the_command() {
    let before = output(&["--plan", SMALL_PATH, "targets"]);
    assert_eq!(output(&["targets", "--plan", SMALL_PATH]), before);
    assert_eq!(
        output(&["targets", &format!("--plan={SMALL_PATH}")]),
        before
    );
}

#[test]
fn a_dash_is_standard_input() {
    let expected = output(&["--plan", SMALL_PATH, "text"]);
    for args in [&["--plan", "-", "text"][..], &["--plan", "-"][..]] {
        let Run { code, out, err } = run_with_input(args, SMALL.as_bytes());
        assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}");
        assert_eq!(out, expected, "{args:?}");
    }
}

#[test]
fn a_plan_may_be_json() {
    let json = serde_json::to_string(&embedded::plan()).expect("a plan can be written as JSON");
    let Run { code, out, err } = run_with_input(&["--plan", "-", "text"], json.as_bytes());
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(out, built_in(Edition::Restored));
}

#[test]
fn a_faulty_plan_on_standard_input_is_refused_with_its_problems() {
    let text = edited("goal: 82.0", "goal: 82");
    let Run { code, out, err } = run_with_input(&["--plan", "-", "text"], text.as_bytes());
    assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
    assert!(
        err.lines().any(|line| line.starts_with("-:80:12: ")),
        "{err}"
    );
}

// guihua check

#[test]
fn check_finds_nothing_wrong_with_the_built_in_plan() {
    let plan = embedded::plan();
    let expected = format!(
        "plan.yaml：没有问题（标题 47 个，任务 41 项，指标 {} 项）\n",
        plan.targets.len()
    );
    assert_eq!(output(&["check"]), expected);
}

#[test]
fn check_takes_the_plan_that_is_opened_or_the_file_that_is_named() {
    let expected = format!("{SMALL_PATH}：没有问题（标题 8 个，任务 2 项，指标 6 项）\n");
    assert_eq!(output(&["--plan", SMALL_PATH, "check"]), expected);
    assert_eq!(output(&["check", SMALL_PATH]), expected);
    assert_eq!(
        output(&["--plan", "plan.yaml", "check", SMALL_PATH]),
        expected
    );
}

#[test]
fn check_of_a_faulty_file_writes_its_lines_to_standard_output() {
    let text = edited("goal: 82.0", "goal: 82");
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join("faulty.yaml");
    std::fs::write(&path, text).expect("a file can be written there");
    let path = path.to_str().expect("its path is UTF-8");
    let Run { code, out, err } = run(&["check", path]);
    assert_eq!((code, err.as_str()), (Some(1), ""), "{out}");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 2, "one problem and the sum: {out}");
    let start = format!("{path}:80:12: 引文里没有数值 82；");
    assert!(
        lines[0].starts_with(&start),
        "should start with {start}: {out}"
    );
    assert_eq!(lines[1], "共 1 处问题");
}

// Faults of typing

#[test]
fn a_misspelt_command_is_refused_with_the_nearest_right_one() {
    for (typed, right) in [
        ("txet", "text"),
        ("tex", "text"),
        ("targt", "target"),
        ("chekc", "check"),
    ] {
        let err = complaint(&[typed], 2);
        let expected = format!("guihua：没有“{typed}”这个命令；是不是“{right}”？\n");
        assert!(
            err.starts_with(&expected),
            "should start with {expected:?}: {err:?}"
        );
        assert!(err.contains("guihua --help"), "{err}");
    }
}

#[test]
fn a_misspelt_option_is_refused_with_the_nearest_right_one() {
    for (args, right) in [
        (&["targets", "--jsn"][..], "--json"),
        (&["targets", "--domian", "健康"][..], "--domain"),
        (&["text", "--mark"][..], "--marks"),
        (&["text", "--as-publish"][..], "--as-published"),
        (&["--plam", SMALL_PATH][..], "--plan"),
    ] {
        let err = complaint(args, 2);
        assert!(err.contains("这个选项；"), "{args:?}: {err}");
        assert!(
            err.contains(&format!("是不是“{right}”？")),
            "{args:?}: {err}"
        );
    }
}

#[test]
fn what_resembles_nothing_is_refused_without_a_suggestion() {
    for args in [&["version"][..], &["text", "--qqqqqq"][..], &["-x"][..]] {
        let err = complaint(args, 2);
        assert!(err.contains("没有“"), "{args:?}: {err}");
        assert!(!err.contains("是不是"), "{args:?}: {err}");
    }
}

#[test]
fn a_missing_value_is_named() {
    for (args, option) in [
        (&["--plan"][..], "--plan"),
        (&["targets", "--domain"][..], "--domain"),
    ] {
        let err = complaint(args, 2);
        assert!(
            err.contains(option) && err.contains("后面缺少值"),
            "{args:?}: {err}"
        );
    }
}

#[test]
fn what_is_typed_with_control_characters_is_shown_escaped() {
    let word = "a\u{1b}[31m\u{202e}b";
    let option = format!("--{word}");
    let with_value = format!("--json={word}");
    for args in [
        &[word][..],
        &["text", &option][..],
        &["text", word][..],
        &["targets", &with_value][..],
    ] {
        let err = complaint(args, 2);
        assert!(!err.contains(['\u{1b}', '\u{202e}']), "{args:?}: {err:?}");
    }
    let err = complaint(&[word], 2);
    assert!(
        err.contains("没有“a\\u{1b}[31m\\u{202e}b”这个命令"),
        "{err:?}"
    );
}

#[test]
fn complaints_are_in_chinese() {
    for args in [
        &["txet"][..],
        &["text", "--xyz"][..],
        &["--plan"][..],
        &["check", "a", "b"][..],
        &["text", "b"][..],
        &["targets", "--json=1"][..],
        &["text", "--marks", "--marks"][..],
        &["--plan", "a", "--plan", "b", "text"][..],
    ] {
        let err = complaint(args, 2);
        for word in words(&err) {
            assert!(
                typed_words().contains(&word) || args.iter().any(|arg| arg.contains(&word)),
                "{args:?}: “{word}” is English: {err}"
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_not_utf_8_is_refused_in_chinese() {
    use std::os::unix::ffi::OsStrExt as _;
    let argument = std::ffi::OsStr::from_bytes(b"\xc8\xcb");
    for before in [&[][..], &["targets", "--domain"][..]] {
        let output = guihua().args(before).arg(argument).output();
        let Run { code, out, err } = output.expect("the program can be started").into();
        assert_eq!((code, out.as_str()), (Some(2), ""), "{before:?}: {err}");
        for word in words(&err) {
            assert!(typed_words().contains(&word), "“{word}” is English: {err}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_not_utf_8_opens_the_file() {
    use std::os::unix::ffi::OsStrExt as _;
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory
        .path()
        .join(std::ffi::OsStr::from_bytes(b"\xc8\xcb.yaml"));
    if std::fs::write(&path, SMALL).is_err() {
        // A file system that knows no such names.
        return;
    }
    let output = guihua().arg("check").arg(&path).output();
    let Run { code, out, err } = output.expect("the program can be started").into();
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
}

// --help, --version

/// The words in Latin letters, options with their dashes left out.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !(c.is_ascii_alphabetic() || c == '-'))
        .map(|word| word.trim_matches('-').to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// The words in Latin letters that are typed, or are names: all that belongs in a Chinese help.
fn typed_words() -> BTreeSet<String> {
    fn collect(command: &clap::Command, words: &mut BTreeSet<String>) {
        words.insert(command.get_name().to_owned());
        words.extend(
            command
                .get_arguments()
                .filter_map(|arg| arg.get_long().map(str::to_owned)),
        );
        command
            .get_subcommands()
            .for_each(|sub| collect(sub, words));
    }
    let mut words = BTreeSet::new();
    collect(
        &<guihua::cli::Cli as clap::CommandFactory>::command(),
        &mut words,
    );
    let others = "h V o YAML JSON Schema UTF yaml less U docx md html csv Word PDF tyfw renc jk rw zh en auto always never";
    words.extend(others.split(' ').map(str::to_owned));
    words
}

const HELPS: [(&[&str], &[&str]); 4] = [
    (
        &["--help"],
        &[
            "--plan",
            "-h",
            "--help",
            "-V",
            "--version",
            "text",
            "targets",
            "check",
        ],
    ),
    (
        &["text", "--help"],
        &["--plan", "-h", "--help", "--as-published", "--marks"],
    ),
    (
        &["targets", "--help"],
        &["--plan", "-h", "--help", "--domain", "--json"],
    ),
    (&["check", "--help"], &["--plan", "-h", "--help", "[文件]"]),
];

#[test]
fn help_names_every_option_and_command() {
    for (args, named) in HELPS {
        let out = output(args);
        for name in named {
            let found = out
                .split_whitespace()
                .any(|word| word.trim_end_matches(',') == *name);
            assert!(found, "{args:?} does not name {name}:\n{out}");
        }
        let mut short = args.to_vec();
        short.pop();
        short.push("-h");
        assert_eq!(output(&short), out, "-h is --help for {args:?}");
    }
}

#[test]
fn help_is_in_chinese() {
    for (args, _) in HELPS {
        let out = output(args);
        for word in words(&out) {
            assert!(
                typed_words().contains(&word),
                "{args:?}: “{word}” is English:\n{out}"
            );
        }
        assert!(out.contains("用法：guihua"), "{args:?}:\n{out}");
    }
}

#[test]
fn help_aligns_its_columns_by_display_width() {
    for (args, _) in HELPS {
        let out = output(args);
        // A section of options has its own column: clap measures each by itself.
        let sections: Vec<Vec<usize>> = out.split("\n\n").map(columns).collect();
        let count: usize = sections.iter().map(Vec::len).sum();
        assert!(count >= 3, "options of {args:?}: {sections:?}\n{out}");
        for columns in sections {
            assert!(
                columns.iter().all(|column| *column == columns[0]),
                "{args:?}: the explanations begin at columns {columns:?}\n{out}"
            );
        }
    }
}

/// The columns where the explanations of the options begin.
fn columns(section: &str) -> Vec<usize> {
    section
        .lines()
        .filter(|line| line.starts_with("  ") && line.trim_start().starts_with(['-', '[']))
        .filter_map(|line| {
            let option = line.trim_start();
            let indent = line.len() - option.len();
            let (head, _) = option.split_once("  ")?;
            let gap = option.strip_prefix(head)?;
            let spaces = gap.len() - gap.trim_start().len();
            Some(indent + guihua::text::width(head) + spaces)
        })
        .collect()
}

#[test]
fn help_tells_the_exit_codes_and_gives_examples() {
    let out = output(&["--help"]);
    assert!(
        out.contains("退出码：0 成功；1 文件有问题，或没有找到；2 "),
        "{out}"
    );
    assert!(out.contains("guihua text | less"), "{out}");
}

#[test]
fn version_is_the_version_of_the_package() {
    let expected = concat!("guihua ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(output(&["--version"]), expected);
    assert_eq!(output(&["-V"]), expected);
}

#[test]
fn help_ends_with_a_line_end() {
    for (args, _) in HELPS {
        let out = output(args);
        assert!(
            out.ends_with('\n') && !out.ends_with("\n\n"),
            "{args:?}: {out:?}"
        );
    }
}

// Pipes

#[test]
fn a_reader_who_has_left_is_no_fault() {
    for args in [
        &["text"][..],
        &["text", "--marks"][..],
        &["targets"][..],
        &["targets", "--json"][..],
        &["check"][..],
        &["--help"][..],
        &["--version"][..],
        &[][..],
    ] {
        let (reader, writer) = io::pipe().expect("a pipe can be made");
        drop(reader);
        let output = guihua().args(args).stdout(writer).output();
        let Run { code, err, .. } = output.expect("the program can be started").into();
        assert_eq!(
            (code, err.as_str()),
            (Some(0), ""),
            "{args:?} into a closed pipe"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_can_not_be_written_is_a_fault() {
    for args in [
        &["text"][..],
        &["targets"][..],
        &["check"][..],
        &["--help"][..],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
        let output = guihua()
            .args(args)
            .stdout(full.expect("/dev/full can be opened"))
            .output();
        let Run { code, err, .. } = output.expect("the program can be started").into();
        assert_eq!(code, Some(2), "{args:?}: {err}");
        assert_eq!(err, "guihua：无法输出：磁盘已满\n", "{args:?}");
    }
}

#[test]
fn output_into_a_pipe_has_no_control_characters_but_line_ends() {
    for args in [
        &["text"][..],
        &["text", "--as-published"][..],
        &["text", "--marks"][..],
        &["targets"][..],
        &["targets", "--json"][..],
        &["check"][..],
        &["--help"][..],
        &["text", "--help"][..],
        &["--version"][..],
        &["txet"][..],
        &["targets", "--domain", "教育"][..],
        &[][..],
    ] {
        let Run { out, err, .. } = run(args);
        for (n, line) in out.lines().chain(err.lines()).enumerate() {
            assert!(
                !line.contains(char::is_control),
                "{args:?}, line {}: {line:?}",
                n + 1
            );
        }
    }
}

#[test]
fn output_is_the_same_whatever_the_terminal_and_the_language_are() {
    let expected = output(&["targets"]);
    for (name, value) in [
        ("TERM", "xterm-256color"),
        ("TERM", "dumb"),
        ("CLICOLOR_FORCE", "1"),
        ("COLUMNS", "20"),
        ("LANG", "C"),
        ("LC_ALL", "C"),
    ] {
        let output = guihua().arg("targets").env(name, value).output();
        let Run { code, out, .. } = output.expect("the program can be started").into();
        assert_eq!(code, Some(0), "{name}={value}");
        assert_eq!(out, expected, "{name}={value}");
    }
}

#[test]
fn the_small_plan_lies_where_the_commands_look_for_it() {
    assert!(
        small_path().ends_with(SMALL_PATH),
        "{}",
        small_path().display()
    );
}
