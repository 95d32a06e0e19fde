//! Settings: every key, who wins over whom, every kind of fault by its words, and what `guihua config` prints.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{Run, guihua, small_path};
use guihua::settings::ITEMS;
use tempfile::TempDir;

/// A user's home with a settings file, or without one.
struct Home {
    folder: TempDir,
}

impl Home {
    /// A user who has no settings file.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        Self { folder }
    }

    /// A user with a settings file where it belongs.
    fn with(settings: impl AsRef<[u8]>) -> Self {
        let home = Self::new();
        let path = home.settings();
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("it can be made");
        fs::write(path, settings).expect("a file can be written");
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn settings(&self) -> PathBuf {
        self.path(".config/guihua/config.toml")
    }

    /// Runs the program for this user, with variables, on no terminal.
    fn run_with(&self, variables: &[(&str, &str)], args: &[&str]) -> Run {
        let mut command = guihua();
        command
            .env_clear()
            .env("HOME", self.folder.path())
            .envs(variables.iter().copied())
            .args(args);
        command.output().expect("the program can be started").into()
    }

    fn run(&self, args: &[&str]) -> Run {
        self.run_with(&[], args)
    }

    /// What a run that has to succeed prints.
    #[track_caller]
    fn output(&self, args: &[&str]) -> String {
        let Run { code, out, err } = self.run(args);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}");
        out
    }

    /// The settings in force by their names, with where they come from: `("never", "option --color")`.
    #[track_caller]
    fn in_force(
        &self,
        variables: &[(&str, &str)],
        args: &[&str],
    ) -> BTreeMap<String, (String, String)> {
        let args = [args, &["config", "--json"]].concat();
        let Run { code, out, err } = self.run_with(variables, &args);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}");
        let answer: serde_json::Value = serde_json::from_str(&out).expect("it is JSON");
        let text = |value: &serde_json::Value| match value {
            serde_json::Value::Null => String::new(),
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let settings = answer["settings"].as_array().expect("a list").iter();
        settings
            .map(|it| {
                let origin = [&it["origin"], &it["by"], &it["line"]].map(text);
                let origin = origin.join(" ").trim().replace("  ", " ");
                (text(&it["name"]), (text(&it["value"]), origin))
            })
            .collect()
    }

    /// The value of a setting and its origin.
    #[track_caller]
    fn one(&self, name: &str, variables: &[(&str, &str)], args: &[&str]) -> (String, String) {
        let mut all = self.in_force(variables, args);
        all.remove(name).expect("there is such a setting")
    }
}

fn pair(value: &str, origin: &str) -> (String, String) {
    (value.to_owned(), origin.to_owned())
}

#[test]
fn nobody_needs_a_settings_file() {
    let home = Home::new();
    for (name, value) in [
        ("language", "zh"),
        ("theme", "auto"),
        ("color", "auto"),
        ("measure", "80"),
        ("ambiguous", "narrow"),
        ("mouse", "true"),
        ("resume", "true"),
        ("plan", ""),
        ("records", ""),
    ] {
        assert_eq!(home.one(name, &[], &[]), pair(value, "default"), "{name}");
    }
    assert_eq!(home.in_force(&[], &[]).len(), ITEMS.len());
}

#[test]
fn every_setting_of_a_file_is_in_force_with_its_line() {
    let home = Home::with(
        "language = \"en\"\ncolor = \"never\"\nmeasure = 0x30\nambiguous = \"wide\"\nmouse = false\nplan = \"a.yaml\"\nrecords = '/b.yaml'\ntheme = \"light\"\nresume = false\n",
    );
    let beside = home.settings().with_file_name("a.yaml");
    for (name, value, line) in [
        ("language", "en", 1),
        ("color", "never", 2),
        ("measure", "48", 3),
        ("ambiguous", "wide", 4),
        ("mouse", "false", 5),
        ("plan", beside.to_str().expect("it is text"), 6),
        ("records", "/b.yaml", 7),
        ("theme", "light", 8),
        ("resume", "false", 9),
    ] {
        let origin = format!("file {line}");
        assert_eq!(home.one(name, &[], &[]), pair(value, &origin), "{name}");
    }
}

#[test]
fn the_command_line_wins_over_variables_and_those_over_the_file() {
    let home = Home::with("color = \"always\"\nlanguage = \"en\"\n");
    let color = |variables: &[_], args: &[_]| home.one("color", variables, args);
    let no = ("NO_COLOR", "1");
    let force = ("CLICOLOR_FORCE", "1");
    let off = ("CLICOLOR", "0");
    assert_eq!(color(&[], &[]), pair("always", "file 1"));
    assert_eq!(color(&[no], &[]), pair("never", "environment NO_COLOR"));
    assert_eq!(
        color(&[no, force, off], &[]),
        pair("never", "environment NO_COLOR")
    );
    assert_eq!(
        color(&[force, off], &[]),
        pair("always", "environment CLICOLOR_FORCE")
    );
    assert_eq!(color(&[off], &[]), pair("never", "environment CLICOLOR"));
    // Set to nothing is not set; neither is a force of 0, nor a colour that is allowed.
    for variable in [
        ("NO_COLOR", ""),
        ("CLICOLOR_FORCE", "0"),
        ("CLICOLOR_FORCE", ""),
        ("CLICOLOR", "1"),
    ] {
        assert_eq!(color(&[variable], &[]), pair("always", "file 1"));
    }
    for args in [&["--color", "auto"][..], &["--color=auto"]] {
        assert_eq!(color(&[no, force], args), pair("auto", "option --color"));
    }
}

#[test]
fn the_locale_decides_where_nobody_names_a_language() {
    let home = Home::new();
    let language = |variables: &[_], args: &[_]| home.one("language", variables, args);
    let (all, some, lang) = (
        ("LC_ALL", "en_GB.UTF-8"),
        ("LC_MESSAGES", "zh_CN.UTF-8"),
        ("LANG", "de_DE"),
    );
    assert_eq!(
        language(&[all, some, lang], &[]),
        pair("en", "environment LC_ALL")
    );
    assert_eq!(
        language(&[some, lang], &[]),
        pair("zh", "environment LC_MESSAGES")
    );
    assert_eq!(language(&[lang], &[]), pair("en", "environment LANG"));
    // The C locale names no language, and hides those behind it.
    assert_eq!(
        language(&[("LC_ALL", "C"), lang], &[]),
        pair("zh", "default")
    );
    assert_eq!(
        language(&[all], &["--lang", "zh"]),
        pair("zh", "option --lang")
    );
    let home = Home::with("\nlanguage = \"zh\"");
    assert_eq!(
        home.one("language", &[all], &[]),
        pair("zh", "file 2"),
        "a locale is always set; a file that could not change it would be of no use"
    );
}

#[test]
fn the_background_decides_where_nobody_names_a_theme() {
    let theme = |file: &str, value| Home::with(file).one("theme", &[("COLORFGBG", value)], &[]);
    let told = |value| pair(value, "environment COLORFGBG");
    for (value, expected) in [
        ("15;0", told("dark")),
        ("0;15", told("light")),
        ("0;default;15", told("light")),
        ("7;8", told("dark")),
        ("0;7", told("light")),
        ("15;default", pair("auto", "default")),
        ("0;16", pair("auto", "default")),
        ("0;999", pair("auto", "default")),
        (";", pair("auto", "default")),
    ] {
        assert_eq!(theme("", value), expected, "{value}");
    }
    assert_eq!(theme("theme = 'dark'", "0;15"), pair("dark", "file 1"));
    assert_eq!(theme("theme = 'mono'", "0;15"), pair("mono", "file 1"));
    assert_eq!(theme("theme = 'auto'", "0;15"), told("light"));
}

#[test]
fn help_and_faults_speak_the_language_of_the_file() {
    let home = Home::with("language = \"en\"");
    assert!(home.output(&["--help"]).contains("Usage: guihua"));
    assert!(home.output(&["config"]).contains("built-in plan"));
    let chinese = home.output(&["--lang", "zh", "--help"]);
    assert!(chinese.contains("用法：guihua"), "{chinese}");
    let faulty = Home::with("language = \"en\"\nthema = 1");
    let Run { err, .. } = faulty.run(&["toc"]);
    assert!(err.contains("there is no setting “thema”"), "{err}");
}

#[test]
fn the_file_is_looked_for_where_it_is_named() {
    let home = Home::with("measure = 61");
    let other = home.path("other.toml");
    fs::write(&other, "measure = 62").expect("a file can be written");
    let third = home.path("third.toml");
    fs::write(&third, "measure = 63").expect("a file can be written");
    let (other, third) = (other.to_str().expect("text"), third.to_str().expect("text"));
    let xdg = home.path("xdg");
    fs::create_dir_all(xdg.join("guihua")).expect("a folder can be made");
    fs::write(xdg.join("guihua/config.toml"), "measure = 64").expect("a file can be written");
    let xdg = ("XDG_CONFIG_HOME", xdg.to_str().expect("text"));
    let by_variable = ("GUIHUA_CONFIG", other);
    let measure = |variables: &[_], args: &[_]| home.one("measure", variables, args).0;
    assert_eq!(measure(&[], &[]), "61");
    assert_eq!(measure(&[xdg], &[]), "64");
    assert_eq!(measure(&[by_variable, xdg], &[]), "62");
    assert_eq!(measure(&[by_variable], &["--config", third]), "63");
    let inline = format!("--config={third}");
    assert_eq!(measure(&[by_variable], &[&inline]), "63");
    assert_eq!(measure(&[by_variable], &["--config", "/dev/null"]), "80");
    assert_eq!(measure(&[("GUIHUA_CONFIG", "")], &[]), "61");

    let path = |variables: &[_], args: &[&str]| {
        let run = home.run_with(variables, &[args, &["config", "--path"]].concat());
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        run.out
    };
    let own = home.settings();
    assert_eq!(path(&[], &[]), format!("{}\n", own.display()));
    assert_eq!(path(&[by_variable], &[]), format!("{other}\n"));
    assert_eq!(path(&[by_variable], &["--config", "x"]), "x\n");
}

#[test]
fn a_file_that_is_named_has_to_be_there() {
    let home = Home::new();
    for (variables, args) in [
        (&[("GUIHUA_CONFIG", "/no/such.toml")][..], &["toc"][..]),
        (&[], &["--config", "/no/such.toml", "toc"]),
        (&[], &["--config", "/no/such.toml", "config"]),
    ] {
        let Run { code, err, .. } = home.run_with(variables, args);
        assert_eq!(code, Some(2), "{args:?}");
        assert_eq!(err, "guihua：打不开 /no/such.toml：没有这个文件\n");
    }
    assert_eq!(home.run(&["--config"]).code, Some(2));
}

#[test]
fn a_file_that_nobody_named_may_be_out_of_reach() {
    // The home of another user, or something else in the place of a folder.
    let home = Home::new();
    fs::write(home.path(".config"), "").expect("a file can be written");
    assert_eq!(home.one("measure", &[], &[]), pair("80", "default"));
    assert_eq!(home.run(&["toc"]).code, Some(0));
    // No home at all: the system knows one by the user's name, or nobody does.
    let mut command = guihua();
    let output = command.env_clear().arg("toc").output();
    let Run { code, .. } = output.expect("the program can be started").into();
    assert_eq!(code, Some(0));
}

#[test]
fn every_fault_is_told_with_its_place_and_what_would_be_right() {
    let known =
        "可用：language、theme、color、measure、ambiguous、mouse、resume、keys、plan、records";
    for (text, expected) in [
        ("thing = 1", format!("1:1: 没有“thing”这项设置；{known}")),
        (
            "\n  langage = \"zh\"",
            "2:3: 没有“langage”这项设置；是不是“language”？".to_owned(),
        ),
        (
            "Colour = 'never'",
            "1:1: 没有“Colour”这项设置；是不是“color”？".to_owned(),
        ),
        (
            "[measures]\nx = 1",
            "1:2: 没有“measures”这项设置；是不是“measure”？".to_owned(),
        ),
        (
            "color = \"neber\"",
            "1:9: “color”不能是“neber”；是不是“never”？　可用：auto、always、never".to_owned(),
        ),
        (
            "language = \"fr\"",
            "1:12: “language”不能是“fr”；可用：zh、en".to_owned(),
        ),
        (
            "language = ['zh']",
            "1:12: “language”不能是一个列表；要写成：language = \"zh\"".to_owned(),
        ),
        (
            "measure = '80'",
            "1:11: “measure”不能是一段文字；要写成：measure = 80".to_owned(),
        ),
        (
            "measure = 80.5",
            "1:11: “measure”不能是一个小数；要写成：measure = 80".to_owned(),
        ),
        (
            "measure = 19",
            "1:11: “measure”不能是“19”；要写 20 到 200 的整数".to_owned(),
        ),
        (
            "measure = 201",
            "1:11: “measure”不能是“201”；要写 20 到 200 的整数".to_owned(),
        ),
        (
            "measure = -1",
            "1:11: “measure”不能是“-1”；要写 20 到 200 的整数".to_owned(),
        ),
        (
            "measure = 99999999999999999999",
            "1:11: “measure”不能是“99999999999999999999”；要写 20 到 200 的整数".to_owned(),
        ),
        (
            "ambiguous = \"wife\"",
            "1:13: “ambiguous”不能是“wife”；是不是“wide”？　可用：narrow、wide".to_owned(),
        ),
        (
            "mouse = 1",
            "1:9: “mouse”不能是一个整数；要写成：mouse = true".to_owned(),
        ),
        (
            "mouse = 2026-01-02",
            "1:9: “mouse”不能是一个日期；要写成：mouse = true".to_owned(),
        ),
        (
            "plan = true",
            "1:8: “plan”不能是真假值；要写成：plan = \"~/plans/plan.yaml\"".to_owned(),
        ),
        (
            "records = { a = 1 }",
            "1:11: “records”不能是一张表；要写成：records = \"~/plans/records.yaml\"".to_owned(),
        ),
        (
            "plan = ' '",
            "1:8: “plan”不能是空的；要写成：plan = \"~/plans/plan.yaml\"".to_owned(),
        ),
        (
            "\u{feff}x = 1\r\n",
            format!("1:1: 没有“x”这项设置；{known}"),
        ),
        (
            "'\u{1b}[31m' = 1",
            // Nothing of a file commands the terminal.
            "1:2: 不合 TOML 的写法：".to_owned(),
        ),
        (
            "measure = 80\nmeasure = 70",
            "2:1: 不合 TOML 的写法：duplicate key；写法见 guihua config --example".to_owned(),
        ),
    ] {
        assert_is_told(text, &expected);
    }
}

#[test]
fn faults_of_keys_are_told_alike() {
    for (text, expected) in [
        (
            "[keys]\nfinde = 's'",
            "2:1: 按键里没有“finde”这个动作；是不是“find”？".to_owned(),
        ),
        (
            "[keys]\nfind = 'Hyper-s'",
            "2:8: 没有“Hyper-s”这个键；写一个字符，或 Ctrl-加字母，或 Up、PgDn、Space、Enter、Tab 等"
                .to_owned(),
        ),
        (
            "[keys]\nfind = 'Ctrl-i'",
            "2:8: 没有“Ctrl-i”这个键；写一个字符，或 Ctrl-加字母，或 Up、PgDn、Space、Enter、Tab 等"
                .to_owned(),
        ),
        (
            "[keys]\nfind = ['x', 'o']",
            "2:1: “o”已用于 overview；换一个键，或给 overview 另写别的键".to_owned(),
        ),
        (
            "keys = 's'",
            "1:8: “keys”不能是一段文字；要写成：keys = { find = \"/\" }".to_owned(),
        ),
    ] {
        assert_is_told(text, &expected);
    }
}

/// A file with one fault, which every command that needs the settings tells.
#[track_caller]
fn assert_is_told(text: &str, expected: &str) {
    let home = Home::with(text);
    let Run { code, out, err } = home.run(&["toc"]);
    assert_eq!((code, out.as_str()), (Some(2), ""), "{text}");
    let path = home.settings();
    let head = format!("guihua：设置文件 {} 有 1 处问题：\n", path.display());
    let expected = format!("{}:{expected}", path.display());
    let told = err
        .strip_prefix(&head)
        .unwrap_or_else(|| panic!("{text}: {err}"));
    assert!(told.starts_with(&expected), "{text}: {told}\n{expected}");
    assert!(!told.trim_end().contains(char::is_control), "{told}");
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_the_file() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/faulty.toml");
    let path = path.to_str().expect("text");
    let home = Home::new();
    let Run { code, err, .. } = home.run(&["--config", path, "toc"]);
    assert_eq!(code, Some(2));
    let places: Vec<&str> = err
        .lines()
        .skip(1)
        .map(|line| {
            let rest = line.strip_prefix(path).expect("the name of the file");
            rest.trim_start_matches(':')
                .split(": ")
                .next()
                .expect("a place")
        })
        .collect();
    assert_eq!(
        places,
        [
            "2:1", "3:1", "4:1", "5:11", "6:9", "7:12", "8:9", "9:8", "10:11"
        ]
    );
    // In a file that is no TOML as well.
    let home = Home::with("measure = \nmouse = 1\nx y\n");
    let Run { err, .. } = home.run(&["toc"]);
    let lines: Vec<&str> = err.lines().skip(1).collect();
    assert_eq!(lines.len(), 3, "{err}");
    assert!(
        lines
            .iter()
            .zip(1..)
            .all(|(line, n)| line.contains(&format!("toml:{n}:"))),
        "{err}"
    );
}

#[test]
fn a_file_that_is_no_text_or_too_large_is_refused() {
    for (bytes, expected) in [
        (vec![0xff; 40], ":1:1: 不是 UTF-8 文字；请另存为 UTF-8"),
        (b"#\n# \xff".to_vec(), ":2:3: 不是 UTF-8 文字"),
        (
            "#规".repeat(200_000).into_bytes(),
            "1:1: 文件过大，最多 32768 字节",
        ),
    ] {
        let home = Home::with(bytes);
        let Run { code, err, .. } = home.run(&["toc"]);
        assert_eq!(code, Some(2));
        assert!(err.contains(expected), "{err}");
    }
    let home = Home::new();
    fs::create_dir_all(home.settings()).expect("a folder can be made");
    let Run { code, err, .. } = home.run(&["toc"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("这是一个文件夹"), "{err}");
}

#[test]
fn a_broken_file_stops_neither_help_nor_what_tells_of_it() {
    let home = Home::with("measure = 60\nthem = 1\n");
    for args in [
        &["--help"][..],
        &["--version"],
        &["config", "--help"],
        &["config", "--example"],
        &["config", "--path"],
        &["completions", "bash"],
        &["man"],
        &["schema"],
    ] {
        assert!(!home.output(args).is_empty(), "{args:?}");
    }
    let Run { code, out, err } = home.run(&["config"]);
    assert_eq!(code, Some(2));
    assert!(out.contains("measure    60"), "what is sound counts: {out}");
    assert!(err.contains(":2:1: 没有“them”这项设置"), "{err}");
}

#[test]
fn keys_are_changed_by_the_names_of_what_they_do() {
    let home = Home::with("\n[keys]\nfind = ['x', '/']\nmouse = []\nquit = 'X'\n");
    let value = "find = [\"x\", \"/\"], mouse = [], quit = [\"X\", \"Ctrl-c\"]";
    let (found, origin) = home.one("keys", &[], &[]);
    let sorted = |text: &str| {
        let mut parts: Vec<&str> = text
            .split("], ")
            .map(|it| it.trim_end_matches(']'))
            .collect();
        parts.sort_unstable();
        parts.join("; ")
    };
    assert_eq!((sorted(&found), origin.as_str()), (sorted(value), "file 3"));
    // A key that is given up may be given to something else.
    let home = Home::with("[keys]\noverview = []\nfind = 'o'\n");
    assert_eq!(home.one("keys", &[], &[]).1, "file 2");
}

#[test]
fn config_tells_each_value_and_where_it_comes_from() {
    let home = Home::with("measure = 72\n");
    let path = home.settings();
    let path = path.display();
    let run = |args: &[&str]| {
        let Run { out, .. } = home.run_with(&[("NO_COLOR", "1"), ("LANG", "zh_CN")], args);
        out
    };
    let chinese = format!(
        "\
设置文件  {path}

language   zh                环境变量 LANG
theme      auto              默认
color      never             环境变量 NO_COLOR
measure    72                文件 {path}:1
ambiguous  narrow            默认
mouse      true              默认
resume     true              默认
keys       按键表            默认
plan       某.yaml           命令行 --plan
records    每份规划各有一个  默认
"
    );
    assert_eq!(run(&["config", "--plan", "某.yaml"]), chinese);
    let english = format!(
        "\
settings file  {path}

language   en                 option --lang
theme      auto               default
color      never              variable NO_COLOR
measure    72                 file {path}:1
ambiguous  narrow             default
mouse      true               default
resume     true               default
keys       those of the help  default
plan       the built-in plan  default
records    one for each plan  default
"
    );
    assert_eq!(run(&["--lang", "en", "config"]), english);
    let none = Home::new().output(&["config"]);
    let first = none.lines().next().unwrap_or_default();
    assert!(first.ends_with("config.toml：没有，也不必有"), "{first}");
    let named = Home::new().output(&["config", "--config", "/dev/null"]);
    let first = named.lines().next();
    assert_eq!(first, Some("设置文件  /dev/null（命令行 --config）"));
}

/// The example with the sign of a comment taken from every line that is a setting.
fn uncommented(example: &str) -> String {
    let is_setting = |line: &str| {
        let key = line
            .strip_prefix("# ")
            .and_then(|line| line.split_once(" = "));
        key.is_some_and(|(key, _)| {
            key.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
    };
    let lines = example.lines().map(|line| match line.strip_prefix("# ") {
        Some(rest) if is_setting(line) => rest,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_example_loads_as_it_stands_and_with_every_setting_in_force() {
    for language in ["zh", "en"] {
        let example = Home::new().output(&["--lang", language, "config", "--example"]);
        assert_eq!(
            Home::with(&example).in_force(&[], &[]),
            Home::new().in_force(&[], &[]),
            "it changes nothing"
        );
        let all = uncommented(&example);
        let (held, without) = (
            Home::with(&all).in_force(&[], &[]),
            Home::new().in_force(&[], &[]),
        );
        for item in ITEMS {
            let (value, origin) = &held[item.key];
            assert!(origin.starts_with("file "), "{}: {origin}", item.key);
            // What it shows is what holds anyway, where something does.
            let (default, _) = &without[item.key];
            assert!(default.is_empty() || default == value, "{}", item.key);
        }
    }
}

#[test]
fn colour_is_where_it_is_asked_for() {
    let faulty = small_path().with_file_name("page.txt");
    let faulty = faulty.to_str().expect("text");
    let coloured = |file: &str, variables: &[_], args: &[&str]| {
        let home = Home::with(file);
        let found = home.run_with(variables, args);
        assert!(!found.out.is_empty(), "{args:?}: {}", found.err);
        assert!(!found.err.contains('\u{1b}'), "messages have none");
        found.out.contains('\u{1b}')
    };
    let no = ("NO_COLOR", "1");
    let force = ("CLICOLOR_FORCE", "1");
    for args in [
        &["search", "托育"][..],
        &["check"],
        &["check", "--figures"],
        &["check", faulty],
    ] {
        let with = |option: &[&'static str]| [args, option].concat();
        // Into a pipe, unless asked for.
        assert!(!coloured("", &[], args), "{args:?}");
        assert!(coloured("", &[force], args), "{args:?}");
        assert!(coloured("", &[], &with(&["--color", "always"])), "{args:?}");
        assert!(coloured("color = 'always'", &[], args), "{args:?}");
        assert!(!coloured("color = 'always'", &[no], args), "{args:?}");
        assert!(!coloured("", &[no, force], args), "{args:?}");
        assert!(coloured("", &[no], &with(&["--color=always"])), "{args:?}");
        assert!(
            !coloured("", &[force], &with(&["--color=never"])),
            "{args:?}"
        );
        assert!(
            !coloured("", &[force], &with(&["--color=auto"])),
            "{args:?}"
        );
    }
    // What other programs read never has any.
    for args in [
        &["search", "托育", "--json"][..],
        &["search", "托育", "--plain"],
        &["check", "--json"],
        &["targets"],
        &["text"],
        &["--help"],
        &["config"],
    ] {
        assert!(!coloured("", &[force], args), "{args:?}");
        let args = [args, &["--color", "always"]].concat();
        assert!(!coloured("", &[], &args), "{args:?}");
    }
}

#[test]
fn coloured_output_is_the_plain_output_between_codes() {
    let home = Home::new();
    for args in [&["search", "托育"][..], &["check", "--figures"]] {
        let coloured = home.output(&[args, &["--color", "always"]].concat());
        let mut plain = String::new();
        for (n, part) in coloured.split("\u{1b}[").enumerate() {
            plain.push_str(match part.split_once('m') {
                Some((code, rest))
                    if n > 0 && code.bytes().all(|b| b.is_ascii_digit() || b == b';') =>
                {
                    rest
                }
                _ => part,
            });
        }
        assert_eq!(plain, home.output(args));
    }
}

#[test]
fn the_plan_of_the_file_is_the_one_that_is_opened() {
    let home = Home::new();
    let folder = home.settings();
    let folder = folder.parent().expect("a folder");
    fs::create_dir_all(folder).expect("it can be made");
    fs::copy(small_path(), folder.join("县.yaml")).expect("a file can be copied");
    fs::copy(small_path(), home.path("county.yaml")).expect("a file can be copied");
    for plan in ["县.yaml", "~/county.yaml"] {
        fs::write(home.settings(), format!("plan = \"{plan}\"")).expect("a file can be written");
        assert!(home.output(&["text"]).contains("东山县"), "{plan}");
        assert!(
            home.output(&["check"])
                .contains(plan.trim_start_matches("~/"))
        );
        let completed = home.run_with(
            &[("_GUIHUA_COMPLETE", "fish")],
            &["--", "guihua", "target", ""],
        );
        assert!(
            completed.out.contains("resident-population"),
            "{}",
            completed.out
        );
    }
    let other = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/example-plan.yaml");
    let other = other.to_str().expect("text");
    assert!(home.output(&["--plan", other, "text"]).contains("青禾县"));

    fs::write(home.settings(), "\nplan = \"gone.yaml\"").expect("a file can be written");
    let Run { code, err, .. } = home.run(&["text"]);
    assert_eq!(code, Some(2));
    let settings = home.settings();
    let (gone, settings) = (settings.with_file_name("gone.yaml"), settings.display());
    assert_eq!(
        err,
        format!(
            "guihua：打不开 {}（文件 {settings}:2）：没有这个文件\n",
            gone.display()
        )
    );
}

#[test]
fn the_records_of_the_file_are_those_of_the_plan_of_the_file() {
    let home = Home::with("records = \"mine.yaml\"");
    let own = home.settings().with_file_name("mine.yaml");
    home.output(&[
        "record",
        "observation",
        "常住人口",
        "120.1万人",
        "--period",
        "2025",
        "--source",
        "年报",
    ]);
    assert!(own.is_file(), "it was written where the settings say");
    assert!(home.output(&["records", "--own"]).contains("120.1"));
    // Another plan has other records: those of this one would be refused there.
    let small = small_path();
    let small = small.to_str().expect("text");
    assert_eq!(home.run(&["--plan", small, "records"]).code, Some(0));
    let held = home.one("records", &[], &["--plan", small]);
    assert_eq!(held, pair("", "default"));
    let held = home.one("records", &[], &["--plan", small, "--records", "/x.yaml"]);
    assert_eq!(held, pair("/x.yaml", "option --records"));
}

#[test]
fn the_document_of_settings_names_each_with_its_default() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/settings.md"));
    let text = text.expect("the document is there");
    for item in ITEMS {
        assert!(
            text.contains(&format!("| `{}` |", item.key)),
            "{}",
            item.key
        );
    }
    // Every block of TOML in it is a sound file by itself.
    let blocks = text.split("```toml\n").skip(1);
    let mut count = 0;
    for block in blocks.filter_map(|block| block.split("```").next()) {
        Home::with(block).in_force(&[], &[]);
        count += 1;
    }
    assert!(count > 0);
}
