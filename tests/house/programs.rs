//! What tests may rely on outside of the program: one helper decides whether an outside program is there, and no test
//! passes or fails by the clock.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;

use super::modules::{files, workspace};

/// The helper, and this file, which names what it looks for.
const EXEMPT: [&str; 2] = ["tests/support/programs.rs", "tests/house/programs.rs"];

/// Programs of every Unix system, without which a test fails.
const EVERYWHERE: [&str; 4] = ["kill", "mkfifo", "sh", "stty"];

/// The files that watch a program from outside, and so need to know when to give up.
const WATCHERS: [&str; 2] = ["tests/session/", "tests/wide/"];

/// The lines of all tests apart from the exempt ones: file, number, text.
fn lines() -> Vec<(String, usize, String)> {
    let mut found = Vec::new();
    for path in files(&workspace().join("tests")) {
        let name = path.strip_prefix(workspace()).unwrap_or(&path);
        let name = name.display().to_string();
        if !EXEMPT.contains(&name.as_str()) {
            let text = fs::read_to_string(&path).expect("a test is text");
            let lines = text.lines().zip(1..);
            found.extend(lines.map(|(line, n)| (name.clone(), n, line.to_owned())));
        }
    }
    found
}

#[test]
fn outside_programs_are_asked_for_in_one_place() {
    let is_asked_for = |line: &str| {
        let named = line.split("Command::new(\"").skip(1);
        named
            .filter_map(|rest| rest.split('"').next())
            .all(|name| EVERYWHERE.contains(&name))
            && !line.contains("\"skipped")
    };
    for (file, n, line) in lines() {
        assert!(
            is_asked_for(&line),
            "{file}:{n}: whether a program is there is said by support::programs::program: {line}"
        );
    }
}

#[test]
fn no_test_looks_at_the_clock() {
    for (file, n, line) in lines() {
        let is_watcher = WATCHERS.iter().any(|watcher| file.starts_with(watcher));
        let clock = ["Instant", "SystemTime", "thread::sleep", ".elapsed("];
        let found = clock.iter().find(|word| line.contains(**word));
        assert!(
            found.is_none() || is_watcher,
            "{file}:{n}: a busy machine would decide this test: {line}"
        );
    }
}
