//! Completions in the shells themselves: the script is loaded there, a line is begun, and what the shell makes of it counts.
//!
//! Where a shell is not installed its tests say so and pass, unless `GUIHUA_REQUIRE_PROGRAMS` is set.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::programs::program;
use crate::support::{SMALL, guihua, run};
use tempfile::TempDir;

/// A shell with the program in its path and nothing of the user's.
struct Shell {
    name: &'static str,
    home: TempDir,
}

impl Shell {
    /// The shell, if it is installed.
    #[track_caller]
    fn find(name: &'static str) -> Option<Self> {
        program(&[name])?;
        let home = tempfile::tempdir().expect("a folder can be made");
        Some(Self { name, home })
    }

    /// What the shell prints when it runs a script.
    #[track_caller]
    fn run(&self, options: &[&str], script: &str) -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_guihua"));
        let folder = program.parent().expect("the program is in a folder");
        let path = env::var("PATH").unwrap_or_default();
        let output = Command::new(self.name)
            .args(options)
            .args(["-c", script])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("PATH", format!("{}:{path}", folder.display()))
            .env("HOME", self.home.path())
            .env("XDG_CONFIG_HOME", self.home.path())
            .env("XDG_DATA_HOME", self.home.path())
            .env("LC_ALL", "C.UTF-8")
            .env("TERM", "xterm")
            .stdin(Stdio::null())
            .output()
            .expect("the shell can be started");
        let out = String::from_utf8_lossy(&output.stdout).into_owned();
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {out}{err}", self.name);
        out
    }
}

/// What bash would offer for a line whose words are given, the last one being typed.
#[track_caller]
fn in_bash(words: &str) -> Option<Vec<String>> {
    let shell = Shell::find("bash")?;
    let script = format!(
        r#"source <(guihua completions bash)
        complete -p guihua > /dev/null || exit 1
        COMP_WORDS=({words}) COMP_TYPE=9
        COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
        _clap_complete_guihua guihua "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD-1]}}"
        printf '%s\n' "${{COMPREPLY[@]}}""#
    );
    let out = shell.run(&["--norc", "--noprofile"], &script);
    Some(out.lines().map(str::to_owned).collect())
}

#[track_caller]
fn check_bash(words: &str, expected: &[&str]) {
    if let Some(offered) = in_bash(words) {
        assert_eq!(offered, expected, "{words}");
    }
}

#[test]
fn bash_completes_commands_targets_and_words() {
    check_bash("guihua cov", &["coverage"]);
    check_bash(
        "guihua target resident",
        &["resident-population", "resident-urbanization-rate"],
    );
    check_bash("guihua target 户籍人口城", &["户籍人口城镇化水平"]);
    check_bash("guihua show 3.1.2", &["3.1.2", "3.1.2p1", "3.1.2p2"]);
    check_bash("guihua show 海河", &["海河英才", "海河工匠"]);
    check_bash(
        "guihua cite --style ''",
        &["plain", "gbt7714", "gbt7714-2015", "markdown"],
    );
    check_bash("guihua report --format d", &["docx"]);
    check_bash("guihua terms --kind 机", &["机构"]);
    check_bash("guihua search --kind 任", &["任务"]);
    check_bash("guihua record status 3.1.2p1 推", &["推进中"]);
    check_bash("guihua man cov", &["coverage"]);
}

#[test]
fn bash_completes_behind_an_equals_sign() {
    check_bash("guihua targets --domain = 健", &["健康"]);
    check_bash(
        "guihua targets --domain = ''",
        &["人才", "健康", "分布", "生育", "老龄化", "服务管理"],
    );
    check_bash(
        "guihua --plan = tests/fixtures/small.yaml target 高",
        &["高级职称"],
    );
}

#[test]
fn the_plan_on_the_line_is_the_one_that_counts() {
    check_bash(
        "guihua --plan tests/fixtures/small.yaml targets --domain ''",
        &["人才", "健康"],
    );
    check_bash(
        "guihua target --plan tests/fixtures/small.yaml infant",
        &["infant-mortality"],
    );
    check_bash("guihua --plan Cargo.toml target res", &[""]);
}

#[test]
fn bash_is_given_values_as_they_have_to_be_typed() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let plan = folder.path().join("a plan.yaml");
    let text = SMALL.to_owned() + "terms:\n  - { name: 常住人口达到25万人左右, kind: policy }\n";
    let text = text.replace("东山县人口发展⟦“⟧十四五”规划", "东山县 (人口) $发展");
    let text = text + "  - { name: 东山县 (人口) $发展, kind: document }\n";
    std::fs::write(&plan, text).expect("the plan can be written");
    let words = format!("guihua --plan '{}' show 东山县", plan.display());
    check_bash(&words, &["东山县\\ \\(人口\\)\\ \\$发展"]);
}

#[test]
fn fish_offers_values_with_what_they_are() {
    let Some(shell) = Shell::find("fish") else {
        return;
    };
    let offered = |line: &str| {
        let script = format!("guihua completions fish | source; complete -C \"{line}\"");
        shell.run(&["--no-config"], &script)
    };
    let targets = offered("guihua target ");
    assert!(
        targets.contains("resident-population\t常住人口\n"),
        "{targets}"
    );
    assert_eq!(
        offered("guihua target 户籍人口城"),
        "户籍人口城镇化水平\tregistered-urbanization-rate\n"
    );
    assert!(offered("guihua show ").contains("3.1.2\t多渠道引进人才\n"));
    assert_eq!(offered("guihua show 海河工"), "海河工匠\t工程行动\n");
    assert_eq!(offered("guihua targets --domain 健"), "健康\n");
    assert!(offered("guihua ").contains("cite\t引用：原句或原段及其出处\n"));
    assert!(offered("guihua --lang en ").contains("cite\tCite a sentence or a paragraph\n"));
    assert_eq!(
        offered("guihua --plan tests/fixtures/small.yaml targets --domain 人"),
        "人才\n"
    );
}

/// What zsh makes of a line when Tab is pressed behind it: the list that it shows, and the line between « and ».
#[track_caller]
fn in_zsh(setup: &str, line: &str) -> Option<String> {
    let shell = Shell::find("zsh")?;
    let script = format!(
        r#"zmodload zsh/zpty || exit 1
        zpty z zsh -f -i
        zpty -w z "PROMPT='' RPROMPT=''; unsetopt beep; autoload -Uz compinit; {setup}; zstyle ':completion:*' menu no; show() {{ print -r -- \"«\$BUFFER»\"; zle kill-whole-line }}; zle -N show; bindkey '^X' show; print RE''ADY"
        while zpty -r z got; do [[ $got == *READY* ]] && break; done
        zpty -w -n z "$1"$'\t'; zpty -w -n z $'\x18'
        while zpty -r z got; do print -r -- "$got"; [[ $got == *»* ]] && break; done
        zpty -d z"#
    );
    let script = script.replace("\"$1\"", &format!("'{line}'"));
    Some(shell.run(&["-f"], &script))
}

#[track_caller]
fn check_zsh(setup: &str, line: &str, expected: &str) {
    if let Some(out) = in_zsh(setup, line) {
        let wanted = format!("«{expected}»");
        assert!(
            out.contains(&wanted),
            "{line} should become {wanted}: {out}"
        );
    }
}

/// The script as one loads it in `.zshrc`.
const SOURCED: &str = "compinit -u -D; source <(guihua completions zsh)";

#[test]
fn zsh_completes_what_is_begun() {
    check_zsh(
        SOURCED,
        "guihua target registered-p",
        "guihua target registered-population ",
    );
    check_zsh(
        SOURCED,
        "guihua targets --domain 健",
        "guihua targets --domain 健康 ",
    );
    check_zsh(SOURCED, "guihua show 海河工", "guihua show 海河工匠 ");
    let plan = "guihua --plan tests/fixtures/small.yaml target life";
    check_zsh(SOURCED, plan, &plan.replace("life", "life-expectancy "));
}

#[test]
fn zsh_lists_values_with_what_they_are() {
    if let Some(out) = in_zsh(SOURCED, "guihua target resident-") {
        assert!(
            out.contains("resident-population") && out.contains("-- 常住人口"),
            "{out}"
        );
    }
}

#[test]
fn zsh_can_load_the_script_as_a_file() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let script = run(&["completions", "zsh"]).out;
    std::fs::write(folder.path().join("_guihua"), script).expect("the script can be written");
    let setup = format!("fpath=({} $fpath); compinit -u -D", folder.path().display());
    let setup = setup.replace('$', "\\$");
    check_zsh(
        &setup,
        "guihua targets --domain 健",
        "guihua targets --domain 健康 ",
    );
}

#[test]
fn the_other_shells_have_their_scripts() {
    for (shell, words) in [
        (
            "powershell",
            "Register-ArgumentCompleter -Native -CommandName guihua",
        ),
        ("elvish", "edit:completion:arg-completer[guihua]"),
    ] {
        let script = run(&["completions", shell]);
        assert_eq!((script.code, script.err.as_str()), (Some(0), ""));
        assert!(script.out.contains(words), "{}", script.out);
        assert!(script.out.contains("_GUIHUA_COMPLETE"), "{}", script.out);
    }
    let unknown = run(&["completions", "tcsh"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(2), ""));
    assert!(
        unknown
            .err
            .contains("可用：bash、zsh、fish、powershell、elvish"),
        "{}",
        unknown.err
    );
}

/// A run with the variable by which scripts ask.
#[track_caller]
fn asked(shell: &str, args: &[&str]) -> (Option<i32>, String) {
    let output = guihua().env("_GUIHUA_COMPLETE", shell).args(args).output();
    let output = output.expect("the program can be started");
    (
        output.status.code(),
        String::from_utf8_lossy(&output.stdout).into_owned(),
    )
}

#[test]
fn nobody_asks_by_accident() {
    let expected = run(&["cite"]).out;
    assert_eq!(
        asked("fish", &["cite"]),
        (Some(0), expected.clone()),
        "the variable alone"
    );
    assert_eq!(
        asked("nosuchshell", &["cite"]),
        (Some(0), expected),
        "a shell that is not known"
    );
    assert_eq!(
        asked("fish", &["--", "guihua", "cov"]),
        (Some(0), "coverage\t指标与任务的对应\n".to_owned())
    );
    let typed = run(&["--", "guihua", "cov"]);
    assert!(
        !typed.out.contains("coverage\t"),
        "the arguments alone: {}",
        typed.out
    );
}
