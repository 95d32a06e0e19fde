//! What the screens write: a record, an analyst's words, what is taken back, bookmarks, a decision of the review, a plan that
//! was in memory. Killed or signalled at any of its writes, or without room, the program leaves each file as it was or as it is meant to be.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::{DEADLINE, OVERVIEW, Terminal, is_shown, locked, within};
use crate::support::programs::program;

/// Keys that write a file.
struct Writer {
    /// The plan, beside the files of records; the built-in one if there is none.
    plan: Option<&'static str>,
    /// What is typed first, and what the screen shows then.
    keys: &'static str,
    before: &'static str,
    /// The key that writes, and what the screen shows when it is done.
    last: &'static str,
    after: &'static str,
    /// What is written.
    file: &'static str,
    /// The calls of the system at which the program is killed, with the number of each in one change.
    calls: &'static [(&'static str, u8)],
}

const WRITERS: [Writer; 6] = [
    Writer {
        plan: None,
        keys: "tja2024\r120.5\r甲县公报\r备注",
        before: "备注    备注",
        last: "\r",
        after: "已记",
        file: "r.yaml",
        calls: &CALLS,
    },
    Writer {
        plan: None,
        keys: "tjA\r\r流入少于预期",
        before: "流入少于预期",
        last: "\r",
        after: "已记",
        file: "r.yaml",
        calls: &CALLS,
    },
    Writer {
        plan: None,
        keys: "U",
        before: "再按 U 撤回",
        last: "U",
        after: "已撤回",
        file: "r.yaml",
        calls: &CALLS,
    },
    Writer {
        plan: None,
        keys: "tjB要核对",
        before: "书签备注：要核对",
        last: "\r",
        after: "已加书签",
        file: "bookmarks.ndjson",
        calls: &CALLS,
    },
    Writer {
        plan: Some("plan.yaml"),
        keys: "v",
        before: "审阅 1/",
        last: "y",
        after: "已确认",
        file: "plan.yaml",
        calls: &CALLS,
    },
    Writer {
        plan: Some("notes.txt"),
        keys: "vy",
        before: "存为：",
        last: "\r",
        after: "规划已存为",
        file: "notes.yaml",
        calls: &CALLS_FOR_NEW,
    },
];

/// The calls that change a file, by its name and that of the one beside it.
const CALLS: [(&str, u8); 4] = [("write", 1), ("fsync", 2), ("/rename", 1), ("/chmod", 1)];

/// The calls for a new file that only it needs: nobody knows beforehand the name that it has until it is renamed.
const CALLS_FOR_NEW: [(&str, u8); 2] = [("fsync", 1), ("/rename", 1)];

const RECORD: &str =
    "- { target: resident-population, period: 2022, value: 118.5, source: 乙市公报 }\n";
const NOTES: &str = "云岭县水利规划\n\n一、主要目标\n全县农村自来水普及率达到96%以上。\n";
const BOOKMARK: &str = r#"{"at":"3.1","words":"","note":"旧的","day":"2026-01-01"}"#;

/// A folder with files of records and bookmarks, and a plan with a proposal.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &str| {
        let path = at(folder.path(), name);
        fs::create_dir_all(path.parent().expect("it is in a folder"))
            .expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    };
    write("r.yaml", RECORD);
    write("bookmarks.ndjson", &format!("{BOOKMARK}\n"));
    write("notes.txt", NOTES);
    let status = Command::new(env!("CARGO_BIN_EXE_guihua"))
        .args(["import", "notes.txt", "-o", "plan.yaml"])
        .current_dir(folder.path())
        .output();
    assert!(status.expect("the program runs").status.success());
    folder
}

/// Where a file of the folder is; bookmarks are below the folder for data.
fn at(folder: &Path, name: &str) -> PathBuf {
    match name {
        "bookmarks.ndjson" => folder
            .join("data/guihua/xiqing-population-2021-2025")
            .join(name),
        name => folder.join(name),
    }
}

impl Writer {
    /// The program by the words of another one, with everything typed but the last key.
    fn ready(&self, folder: &Path, by: &[&str]) -> Terminal {
        let (first, rest) = by.split_first().unwrap_or((&"env", &[]));
        let mut command = CommandBuilder::new(first);
        command.args(rest);
        command.arg(env!("CARGO_BIN_EXE_guihua"));
        command.args(["--as-of", "2026-06-30", "--records"]);
        command.arg(at(folder, "r.yaml"));
        if let Some(plan) = self.plan {
            command.arg("--plan");
            command.arg(at(folder, plan));
        }
        command.env("XDG_DATA_HOME", folder.join("data"));
        command.env("XDG_STATE_HOME", "/dev/null/none");
        let mut terminal = Terminal::with(command);
        let first = if self.plan.is_some() {
            "云岭县"
        } else {
            OVERVIEW
        };
        terminal.wait("the overview", |screen| is_shown(screen, first));
        terminal.send_until(self.keys, self.before);
        terminal
    }

    /// The file; `None` if there is none.
    fn text(&self, folder: &Path) -> Option<String> {
        let path = at(folder, self.file);
        let is_there = path.exists();
        is_there.then(|| fs::read_to_string(path).expect("the file can be read"))
    }

    /// The file before and after the keys.
    fn states(&self) -> [Option<String>; 2] {
        let folder = folder();
        let before = self.text(folder.path());
        let mut terminal = self.ready(folder.path(), &[]);
        terminal.send_until(self.last, self.after);
        let after = self.text(folder.path());
        assert_ne!(before, after, "{}", self.keys);
        terminal.leave();
        [before, after]
    }

    /// The words of a program that sends a signal at the `n`th time that the system is asked to change the file.
    fn signalled(&self, folder: &Path, call: &str, signal: &str, n: u8) -> Vec<String> {
        let file = at(folder, self.file);
        let new = file.with_file_name(format!(".{}.new", self.file));
        let parent = file.parent().unwrap_or(folder);
        let mut words = ["strace", "-f", "-qq", "-o", "/dev/null"]
            .map(str::to_owned)
            .to_vec();
        if self.calls == CALLS {
            for path in [&file, &new, parent] {
                words.extend(["-P".to_owned(), path.display().to_string()]);
            }
        }
        let inject = format!("inject={call}:signal={signal}:when={n}");
        words.extend(["-e".to_owned(), inject]);
        words
    }
}

impl Terminal {
    /// Ends the program, whatever is typed.
    fn leave(mut self) {
        self.signal("TERM");
        self.wait_for_end("a signal");
    }
}

#[track_caller]
fn check_old_or_new(now: Option<&str>, states: &[Option<String>; 2], what: &str) {
    let is_whole = states.iter().any(|state| state.as_deref() == now);
    assert!(is_whole, "{what}: the file is {now:?}");
}

#[test]
fn killed_while_a_screen_saves_the_program_leaves_the_old_file_or_the_new_one() {
    if program(&["strace"]).is_none() {
        return;
    }
    for writer in &WRITERS {
        let states = writer.states();
        for (call, n) in writer
            .calls
            .iter()
            .flat_map(|(call, most)| (1..=*most).map(move |n| (call, n)))
        {
            let folder = folder();
            let by = writer.signalled(folder.path(), call, "KILL", n);
            let by: Vec<&str> = by.iter().map(String::as_str).collect();
            let mut terminal = writer.ready(folder.path(), &by);
            terminal.send(writer.last);
            let what = format!("{:?}, killed at {call} {n}", writer.keys);
            terminal.wait_for_end(&what);
            check_old_or_new(writer.text(folder.path()).as_deref(), &states, &what);
            // What was left beside the file does not keep the next one from writing.
            if writer.text(folder.path()) == states[0] {
                let mut next = writer.ready(folder.path(), &[]);
                next.send_until(writer.last, writer.after);
                assert_eq!(writer.text(folder.path()), states[1], "{what}");
                next.leave();
            }
        }
    }
}

#[test]
fn a_signal_while_a_record_is_saved_ends_the_program_with_a_whole_file() {
    if program(&["strace"]).is_none() {
        return;
    }
    let [writer, ..] = &WRITERS;
    let states = writer.states();
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        for call in ["write", "/rename"] {
            let folder = folder();
            let by = writer.signalled(folder.path(), call, signal, 1);
            let by: Vec<&str> = by.iter().map(String::as_str).collect();
            let mut terminal = writer.ready(folder.path(), &by);
            terminal.send(writer.last);
            let what = format!("{signal} at {call}");
            terminal.wait_for_end(&what);
            terminal.wait_for_return(&what);
            check_old_or_new(writer.text(folder.path()).as_deref(), &states, &what);
        }
    }
}

#[test]
fn without_room_a_screen_says_so_and_keeps_the_file_and_what_was_typed() {
    for writer in &WRITERS {
        let folder = folder();
        let before = writer.text(folder.path());
        let script = ["sh", "-c", "ulimit -f 0; exec \"$@\"", "sh"];
        let mut terminal = writer.ready(folder.path(), &script);
        terminal.send_until(writer.last, "超出系统允许的文件大小");
        assert_eq!(writer.text(folder.path()), before, "{}", writer.keys);
        terminal.leave();
        let beside = at(folder.path(), writer.file);
        let beside = fs::read_dir(beside.parent().expect("it is in a folder"));
        let mut beside = beside.expect("the folder is there").flatten();
        let left = beside.find(|it| it.file_name().to_string_lossy().starts_with('.'));
        assert!(left.is_none(), "{left:?} is left beside {}", writer.file);
    }
}

#[test]
fn a_stop_while_a_record_is_saved_ends_with_the_record() {
    if program(&["strace"]).is_none() {
        return;
    }
    let [writer, ..] = &WRITERS;
    let states = writer.states();
    let folder = folder();
    let trace = folder.path().join("trace").display().to_string();
    let by = writer.signalled(folder.path(), "/rename", "STOP", 1);
    let by = by
        .iter()
        .map(|word| if word == "/dev/null" { &trace } else { word });
    let by: Vec<&str> = by.map(String::as_str).collect();
    let mut terminal = writer.ready(folder.path(), &by);
    terminal.send(writer.last);
    let pid = terminal.pid();
    let traced = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"));
    let traced = traced.expect("the system tells the children of a program");
    let is_stopped = || fs::read_to_string(&trace).is_ok_and(|text| text.contains("SIGSTOP"));
    assert!(within(DEADLINE, is_stopped), "the program is never stopped");
    // It is told that it was stopped a moment before it is.
    let is_recorded = || {
        let woken = Command::new("kill")
            .args(["-s", "CONT", traced.trim()])
            .status();
        assert!(woken.expect("kill is installed").success());
        is_shown(locked(&terminal.shown).screen(), writer.after)
    };
    assert!(within(DEADLINE, is_recorded), "{}", terminal.contents());
    assert_eq!(writer.text(folder.path()), states[1]);
    terminal.send("\x03");
    terminal.wait_for_end("Ctrl-C");
}
