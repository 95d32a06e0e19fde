//! Manual pages: they say what help says, and `man` shows them as they are meant.
//!
//! Where `man` is not installed its tests say so and pass, unless `GUIHUA_REQUIRE_PROGRAMS` is set.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use crate::support::programs::program;
use crate::support::{Run, run};
use clap::CommandFactory as _;
use guihua::cli::Cli;
use guihua::text::width;

/// All commands by the names that lead to them, the program itself first.
fn commands() -> Vec<Vec<String>> {
    fn walk(command: &clap::Command, path: &[String], found: &mut Vec<Vec<String>>) {
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
fn output(args: &[&str]) -> String {
    let Run { code, out, err } = run(args);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}");
    out
}

#[track_caller]
fn page(language: &str, path: &[String]) -> String {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    output(&[&["--lang", language, "man"], path.as_slice()].concat())
}

/// The options that a text names.
fn options(text: &str) -> BTreeSet<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let words = text.split(|c| !is_part(c));
    let is_option =
        |word: &&str| word.starts_with('-') && word.contains(|c: char| c.is_ascii_alphabetic());
    words.filter(is_option).map(str::to_owned).collect()
}

/// A page's own text, without the signs for the typesetter.
fn plain(page: &str) -> String {
    let page = page.replace("\\:", "").replace("\\-", "-");
    page.replace("\\fB", "")
        .replace("\\fI", "")
        .replace("\\fR", "")
        .replace("\\(aq", "'")
        .replace("\\*(Aq", "'")
}

#[test]
fn every_option_of_help_stands_in_the_page() {
    for path in commands() {
        let help: Vec<&str> = path.iter().map(String::as_str).chain(["--help"]).collect();
        let (help, page) = (output(&help), plain(&page("zh", &path)));
        let (wanted, found) = (options(&help), options(&page));
        let missing: Vec<_> = wanted.difference(&found).collect();
        assert!(missing.is_empty(), "{path:?} lacks {missing:?}:\n{page}");
    }
}

#[test]
fn every_word_of_help_stands_in_the_page() {
    for language in ["zh", "en"] {
        for path in commands() {
            let words: Vec<&str> = path.iter().map(String::as_str).collect();
            let help = output(&[&["--lang", language], words.as_slice(), &["--help"]].concat());
            let page: String = plain(&page(language, &path)).split_whitespace().collect();
            for line in help.lines().filter(|line| line.starts_with("  ")) {
                let said = line.trim().split("  ").last().unwrap_or_default();
                let said: String = said.split_whitespace().collect();
                let said = said.split(['[', '［']).next().unwrap_or_default();
                // Where an option takes a line of its own, its words follow on the next one, and then its values.
                assert!(
                    said.starts_with('-') || said.ends_with(':') || page.contains(said),
                    "{path:?} in {language} lacks {said}:\n{page}"
                );
            }
        }
    }
}

#[test]
fn every_page_has_its_sections() {
    for path in commands() {
        let page = page("zh", &path);
        for section in ["名称", "用法", "通用选项", "退出码", "有关文件"] {
            assert!(
                page.contains(&format!("\n.SH {section}\n")),
                "{path:?} lacks {section}"
            );
        }
        assert!(
            page.starts_with(".\\\" -*- coding: utf-8 -*-\n"),
            "{path:?}"
        );
    }
    assert!(page("zh", &[]).contains("\n.SH 例\n"));
}

#[test]
fn all_pages_are_written_into_a_folder() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let pages = folder.path().join("share/man1");
    let said = output(&["man", "--dir", &pages.to_string_lossy()]);
    let written = fs::read_dir(&pages).expect("the folder is made");
    let written: BTreeSet<String> = written
        .map(|file| {
            file.expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let name = |path: &Vec<String>| {
        format!(
            "{}.1",
            [&["guihua".to_owned()], path.as_slice()].concat().join("-")
        )
    };
    let commands = commands();
    assert_eq!(written, commands.iter().map(name).collect());
    assert!(
        said.contains(&format!("已写 {} 页", commands.len())),
        "{said}"
    );
    let search = fs::read_to_string(pages.join("guihua-search.1")).expect("it is text");
    assert_eq!(search, output(&["man", "search"]));
}

#[test]
fn a_page_that_is_not_there_and_a_folder_that_can_not_be() {
    let Run { code, out, err } = run(&["man", "serch"]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(
        err.contains("没有“serch”这个命令；是不是“search”？"),
        "{err}"
    );
    let Run { code, err, .. } = run(&["man", "--dir", "Cargo.toml/man"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("写不了 Cargo.toml/man"), "{err}");
}

/// What `man` shows of a page, 80 columns wide; `None` where there is no `man`.
#[track_caller]
fn shown(page: &str) -> Option<String> {
    let man = program(&["man"])?;
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("guihua.1");
    fs::write(&file, page).expect("the page can be written");
    let output = Command::new(man)
        .args(["--warnings=w", "-l"])
        .arg(&file)
        .env("LC_ALL", "C.UTF-8")
        .env("MANWIDTH", "80")
        .env("MAN_KEEP_FORMATTING", "")
        .env("MANPAGER", "cat")
        .env_remove("GROFF_NO_SGR")
        .stdin(Stdio::null())
        .output()
        .expect("man can be started");
    let warnings = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && warnings.is_empty(), "{warnings}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn man_shows_the_pages_without_a_sign_of_the_typesetter_and_within_the_width() {
    for path in commands() {
        let page = page("zh", &path);
        let Some(shown) = shown(&page) else { return };
        for sign in ["\\:", "\\-", "\\f", "\\&", "\u{e000}", "\u{1b}"] {
            assert!(!shown.contains(sign), "{path:?} shows {sign:?}:\n{shown}");
        }
        // Examples are not broken; all else is.
        let examples = shown.find("\n例\n").unwrap_or(shown.len());
        let set = shown.get(..examples).unwrap_or_default();
        for line in set.lines() {
            assert!(width(line) <= 80, "{path:?}: {line}");
        }
    }
}

#[test]
fn man_keeps_the_columns_of_examples() {
    let Some(shown) = shown(&page("zh", &[])) else {
        return;
    };
    let help = output(&["--help"]);
    let examples = help.lines().skip_while(|line| *line != "例：").skip(1);
    for line in examples.take_while(|line| !line.is_empty()) {
        let line = line.trim();
        assert!(
            shown.lines().any(|shown| shown.trim() == line),
            "{line} is not in\n{shown}"
        );
    }
}
