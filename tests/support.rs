//! What the tests of plan files and of the commands share: the small plan, edits of it, and runs of the real binary.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

pub(crate) mod desk;
pub(crate) mod pictures;
pub(crate) mod pressing;
pub(crate) mod programs;
pub(crate) mod screen;
pub(crate) mod validation;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A small plan without faults, of a county that does not exist.
pub(crate) const SMALL: &str = include_str!("fixtures/small.yaml");

/// A plan of a county that does not exist with supplied characters and open readings of every grade.
pub(crate) const READINGS: &str = include_str!("fixtures/readings.yaml");

/// The small plan with one place replaced. The place has to be there exactly once.
#[track_caller]
pub(crate) fn edited(find: &str, replace: &str) -> String {
    let found = SMALL.matches(find).count();
    assert_eq!(found, 1, "the edit has to name one place: {find:?}");
    SMALL.replacen(find, replace, 1)
}

/// The path of the small plan.
pub(crate) fn small_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small.yaml")
}

/// How a run of the program ended.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }
}

/// The program, about to be run without a terminal on any side.
pub(crate) fn guihua() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guihua"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("LC_ALL", "zh_CN.UTF-8")
        .env("GUIHUA_CONFIG", "/dev/null")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the program with nothing on standard input.
pub(crate) fn run(args: &[&str]) -> Run {
    guihua()
        .args(args)
        .output()
        .expect("the program can be started")
        .into()
}

/// Runs the program with `input` on standard input.
pub(crate) fn run_with_input(args: &[&str], input: &[u8]) -> Run {
    let mut child = guihua()
        .args(args)
        .stdin(Stdio::piped())
        .spawn()
        .expect("the program can be started");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    // A program that complains before it has read everything may close the pipe; what it says is what counts.
    let _ = stdin.write_all(input);
    drop(stdin);
    child
        .wait_with_output()
        .expect("the program can be waited for")
        .into()
}
