//! Tables and lists on a terminal: no line is wider than the screen, and what matters stays.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::io::Read as _;

use crate::support::run;
use guihua::text::width;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// What the program prints on a terminal of so many columns.
#[track_caller]
fn on_terminal(columns: u16, args: &[&str]) -> String {
    let size = PtySize {
        rows: 24,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pair = native_pty_system()
        .openpty(size)
        .expect("a terminal can be opened");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_guihua"));
    command.args(args);
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "zh_CN.UTF-8");
    let mut child = pair
        .slave
        .spawn_command(command)
        .expect("the program can be started");
    drop(pair.slave);
    let mut reader = pair
        .master
        .try_clone_reader()
        .expect("the terminal can be read");
    let mut out = Vec::new();
    // At the end of the program the terminal is gone, which some systems call an error.
    let _ = reader.read_to_end(&mut out);
    assert!(child.wait().expect("the program ends").success());
    String::from_utf8(out)
        .expect("what is printed is UTF-8")
        .replace("\r\n", "\n")
}

const ARGS: [&str; 3] = ["targets", "--as-of", "2025-12-31"];

/// The table on a terminal, without the lines below it.
#[track_caller]
fn table(columns: u16, language: &str) -> Vec<String> {
    let out = on_terminal(columns, &[&["--lang", language], ARGS.as_slice()].concat());
    let whole = run(&[&["--lang", language], ARGS.as_slice()].concat()).out;
    // Below the rows stand the counts and the day.
    let rows = whole.lines().count() - 2;
    let lines: Vec<String> = out.lines().take(rows).map(str::to_owned).collect();
    assert_eq!(lines.len(), rows, "{out}");
    lines
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for language in ["zh", "en"] {
        for columns in [30, 60, 80, 100, 120, 160] {
            for line in table(columns, language) {
                assert!(width(&line) <= usize::from(columns), "{columns}: {line}");
            }
        }
    }
}

#[test]
fn eighty_columns_have_name_goal_latest_figure_and_verdict() {
    let lines = table(80, "zh");
    let heads: Vec<&str> = lines
        .first()
        .map_or(Vec::new(), |head| head.split_whitespace().collect());
    assert_eq!(heads, ["指标", "目标", "最新", "结论"]);
    let row = lines.iter().find(|line| line.starts_with("常住人口 "));
    let row = row.expect("the target is listed");
    assert!(row.contains("135万人左右") && row.contains("2023"), "{row}");
    assert!(lines.iter().any(|line| line.contains('⋯')), "{lines:#?}");
}

#[test]
fn what_is_left_out_is_told() {
    let out = on_terminal(80, &ARGS);
    let expected = "终端只有 80 列，略去：编号、2015年、2020年、年份、进度、层次、领域、出处；输出到管道则齐全";
    assert!(out.lines().any(|line| line == expected), "{out}");
}

#[test]
fn a_wide_terminal_and_a_pipe_have_the_whole_table() {
    let whole = run(&ARGS).out;
    assert!(whole.lines().any(|line| width(line) > 160), "{whole}");
    assert_eq!(on_terminal(400, &ARGS), whole);
}

#[test]
fn lists_are_shortened_on_a_terminal_and_whole_in_a_pipe() {
    let shortened = "\u{22ef}";
    for command in ["toc", "tasks", "coverage", "records", "terms"] {
        let whole = run(&[command]).out;
        let shown = on_terminal(50, &[command]);
        let note = "终端只有 50 列，过长的行有省略；输出到管道则齐全";
        assert_eq!(
            shown.lines().filter(|line| *line == note).count(),
            1,
            "{shown}"
        );
        let mut lines = shown.lines().filter(|line| *line != note);
        assert!(
            shown.contains(shortened) && !whole.contains(note),
            "{shown}"
        );
        for line in whole.lines() {
            let shown = lines.next().expect("every line is shown");
            let start = shown.strip_suffix(shortened).unwrap_or(shown);
            assert!(line.starts_with(start), "{line}: {shown}");
            let is_sum = line.starts_with('共') || line.starts_with('没');
            assert!(is_sum || width(shown) <= 50, "{shown}");
            assert_eq!(shown == line, width(line) <= 50 || is_sum, "{shown}");
        }
        assert_eq!(
            on_terminal(3000, &[command]).lines().count(),
            whole.lines().count()
        );
    }
}
