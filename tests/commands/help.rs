//! Help in both languages, and what is said of faults of typing.

use crate::support::{Run, run};
use clap::{Command, CommandFactory as _};
use guihua::cli::Cli;

/// All commands by the names that lead to them, the program itself first.
fn commands() -> Vec<Vec<String>> {
    fn walk(command: &Command, path: &[String], found: &mut Vec<Vec<String>>) {
        found.push(path.to_vec());
        for sub in command.get_subcommands() {
            walk(sub, &[path, &[sub.get_name().to_owned()]].concat(), found);
        }
    }
    let mut found = Vec::new();
    walk(&Cli::command(), &[], &mut found);
    found
}

#[track_caller]
fn help(language: &str, path: &[String]) -> String {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let Run { code, out, err } =
        run(&[&["--lang", language], path.as_slice(), &["--help"]].concat());
    assert_eq!((code, err.as_str()), (Some(0), ""), "{path:?}");
    out
}

#[test]
fn commands_stand_in_the_order_of_their_subjects() {
    let expected = [
        "open",
        "text",
        "toc",
        "show",
        "cite",
        "search",
        "topic",
        "terms",
        "bookmarks", // to read
        "targets",
        "target",
        "tasks",
        "coverage", // to follow
        "record",
        "records",
        "collect",
        "report", // to evaluate
        "export",
        "import",
        "review",
        "check",
        "schema",
        "config",
        "completions",
        "man", // to hand on, and all else
    ];
    for (language, heading) in [("zh", "命令:"), ("en", "Commands:")] {
        let help = help(language, &[]);
        let lines = help.lines().skip_while(|line| *line != heading).skip(1);
        let lines = lines.take_while(|line| !line.is_empty());
        let names = lines.filter(|line| !line.starts_with("   "));
        let names: Vec<&str> = names
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        assert_eq!(names, expected, "{language}");
    }
}

#[test]
fn chinese_help_has_no_words_of_the_library() {
    for path in commands() {
        let help = help("zh", &path);
        for word in [
            "Usage",
            "Options",
            "Arguments",
            "Commands",
            "Possible",
            "possible",
            "default:",
        ] {
            assert!(!help.contains(word), "{path:?} says {word}:\n{help}");
        }
    }
}

#[test]
fn english_help_has_chinese_only_where_one_types_it() {
    // What one types: words of the plan, as examples.
    let typed = [
        "三（一）2",
        "带土移植",
        "常住人口",
        "万人",
        "统计公报",
        "社区服务",
        "服务",
        "养老",
        "托育",
        "健康",
        "〔含补字〕",
        "〔存疑补字〕",
        "〔此处存疑〕",
    ];
    for path in commands() {
        let mut help = help("en", &path);
        for word in typed {
            help = help.replace(word, "");
        }
        let foreign = |c: &char| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
        let found: String = help.chars().filter(foreign).collect();
        assert_eq!(found, "", "{path:?}:\n{help}");
    }
}

#[test]
fn values_are_told_with_what_they_are_and_which_is_the_default() {
    let zh = help("zh", &["report".to_owned()]);
    assert!(zh.contains("  --format <格式>  格式；不写为 md\n"), "{zh}");
    assert!(zh.contains("  html  网页（单个文件，可打印）\n"), "{zh}");
    let en = help("en", &["report".to_owned()]);
    assert!(
        en.contains("  --format <FORMAT>  Format; md by default\n"),
        "{en}"
    );
    assert!(
        en.contains("  html  A web page (one file, fit to be printed)\n"),
        "{en}"
    );
}

/// What is said of a fault of typing, in Chinese and in English.
#[track_caller]
fn check_fault(args: &[&str], chinese: &str, english: &str) {
    for (language, expected) in [("zh", chinese), ("en", english)] {
        let Run { code, out, err } = run(&[&["--lang", language], args].concat());
        assert_eq!((code, out.as_str()), (Some(2), ""), "{args:?}");
        assert_eq!(err.lines().next(), Some(expected), "{args:?}");
    }
}

#[test]
fn a_word_too_many_is_no_option() {
    check_fault(
        &["check", "a.yaml", "b.yaml"],
        "guihua：check 只收一个“文件”，“b.yaml”是多出来的",
        "guihua: check takes one “FILE” only; “b.yaml” is one too many",
    );
    check_fault(
        &["toc", "3"],
        "guihua：“3”是多出来的，toc 不收",
        "guihua: “3” is too much: toc takes no such word",
    );
    check_fault(
        &["record", "observation", "a", "1", "b"],
        "guihua：“b”是多出来的，observation 不收",
        "guihua: “b” is too much: observation takes no such word",
    );
}

#[test]
fn faults_of_typing_speak_both_languages() {
    check_fault(
        &["text", "--mark"],
        "guihua：没有“--mark”这个选项；是不是“--marks”？",
        "guihua: there is no option “--mark”; is it “--marks”?",
    );
    check_fault(
        &["targets", "--domain"],
        "guihua：“--domain <领域>”后面缺少值",
        "guihua: “--domain <DOMAIN>” needs a value",
    );
    check_fault(
        &["report", "--format", "pdf"],
        "guihua：“--format <格式>”不能是“pdf”：可用：md、html、csv、json、docx",
        "guihua: “--format <FORMAT>” can't be “pdf”: one of: md, html, csv, json, docx",
    );
    check_fault(
        &["record", "observation"],
        "guihua：缺少“--period <期次>”、“--source <来源>”、“<指标>”、“<数值>”",
        "guihua: missing: “--period <PERIOD>”, “--source <SOURCE>”, “<TARGET>”, “<FIGURE>”",
    );
    check_fault(
        &["text", "--marks", "--as-published"],
        "guihua：“--marks”不能与“--as-published”同用",
        "guihua: “--marks” can't be used with “--as-published”",
    );
    check_fault(
        &["toc", "--depth", "9"],
        "guihua：“--depth <级数>”不能是“9”：可用：1、2、3",
        "guihua: “--depth <LEVELS>” can't be “9”: one of: 1, 2, 3",
    );
}
