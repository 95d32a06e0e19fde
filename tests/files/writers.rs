//! Every command that writes a file: killed at each of its writes, or with no room left, it leaves each file as it was or as
//! it is meant to be. Symbolic links are followed, and a file with a second name is not cut off from it.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::support::programs::program;
use crate::support::{Run, SMALL};

/// A command, the file that it writes first, and whether it makes a new one.
struct Writer {
    command: &'static str,
    file: &'static str,
    is_new: bool,
}

const WRITERS: [Writer; 11] = [
    old(
        "record observation 户籍人口 50 --period 2024 --source 甲",
        "r.yaml",
    ),
    old("record --from t.csv", "r.yaml"),
    old("record undo", "r.yaml"),
    old("record issue 进展不一 --as-of 2026-06-30", "r.yaml"),
    old("report --as-of 2026-06-30 -o out", "out"),
    old("export --format html --as-of 2026-06-30 -o out", "out"),
    old("man --dir .", "guihua.1"),
    new("collect --as-of 2026-06-30 -o form.csv", "form.csv"),
    new(
        "import notes.txt -o made.yaml --report told.md",
        "made.yaml",
    ),
    old("import notes.txt -o made.yaml --report out", "out"),
    old("import annex.csv --into plan.yaml", "plan.yaml"),
];

const fn old(command: &'static str, file: &'static str) -> Writer {
    Writer {
        command,
        file,
        is_new: false,
    }
}

const fn new(command: &'static str, file: &'static str) -> Writer {
    Writer {
        is_new: true,
        ..old(command, file)
    }
}

impl Writer {
    /// Runs the command in a folder, by the words of another program if there are any.
    fn run(&self, folder: &Path, by: &[&str]) -> Run {
        let mut words = by.to_vec();
        words.push(env!("CARGO_BIN_EXE_guihua"));
        words.extend(self.command.split(' '));
        if !self.command.starts_with("import") && !self.command.starts_with("man") {
            words.extend(["--records", "r.yaml"]);
        }
        let (first, rest) = words.split_first().unwrap();
        let mut command = Command::new(first);
        command
            .args(rest)
            .current_dir(folder)
            .env("LC_ALL", "zh_CN.UTF-8")
            .env("GUIHUA_CONFIG", "/dev/null")
            .stdin(Stdio::null());
        command.output().unwrap().into()
    }
}

/// A folder with what the commands read and write over. The files are longer than the limit of a test with no room.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let mut table = String::from("指标,期次,数值,来源\n");
    let mut records = String::from("# 开头\n");
    for month in 1..=12 {
        writeln!(table, "户籍人口,2023-{month:02},50.{month:02},甲县统计月报").unwrap();
        writeln!(
            records,
            "- {{ target: resident-population, period: 2022-{month:02}, value: 118.{month:02}, source: '乙市统计月报' }}"
        )
        .unwrap();
    }
    write("t.csv", &table);
    write("r.yaml", &records);
    write("out", &"一份旧的文件\n".repeat(100));
    write("guihua.1", &"一份旧的文件\n".repeat(100));
    write("plan.yaml", SMALL);
    let target = "到2025年，养老床位达到10张。\n";
    write("notes.txt", &format!("甲县规划\n\n一、目标\n\n{target}"));
    write(
        "annex.csv",
        "指标,单位,2025年,2030年,属性\n森林覆盖率,%,43.10,45.00,约束性\n",
    );
    folder
}

/// The files of a folder by their names, without the hidden ones that a killed program leaves.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let named = entries.map(|entry| (entry.file_name().into_string().unwrap(), entry.path()));
    let seen = named.filter(|(name, _)| !name.starts_with('.'));
    seen.map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

/// The files of the folder as they are before a command, and after it.
fn before_and_after(writer: &Writer) -> [BTreeMap<String, Vec<u8>>; 2] {
    let folder = folder();
    let before = files(folder.path());
    let done = writer.run(folder.path(), &[]);
    assert_eq!(done.code, Some(0), "{}: {}", writer.command, done.err);
    let after = files(folder.path());
    assert_ne!(before.get(writer.file), after.get(writer.file));
    assert_eq!(before.contains_key(writer.file), !writer.is_new);
    [before, after]
}

#[track_caller]
fn check_old_or_new(folder: &Path, [before, after]: &[BTreeMap<String, Vec<u8>>; 2], what: &str) {
    let now = files(folder);
    for name in before.keys().chain(after.keys()).chain(now.keys()) {
        let text = now.get(name);
        let is_whole = text == before.get(name) || text == after.get(name);
        let text = text.map(|bytes| String::from_utf8_lossy(bytes));
        assert!(is_whole, "{what}: {name} is {text:?}");
    }
}

#[test]
fn killed_at_any_write_a_command_leaves_each_file_old_or_new() {
    let Some(strace) = program(&["strace"]) else {
        return;
    };
    for writer in &WRITERS {
        let states = before_and_after(writer);
        let killed: usize = CALLS
            .iter()
            .map(|call| kill_at_each(strace, call, writer, &states))
            .sum();
        // At least the new text, its way to the disk, the renaming, and what is told.
        assert!(killed >= 4, "{}: killed {killed} times", writer.command);
    }
}

/// What a program asks the system for when it changes files.
const CALLS: [&str; 8] = [
    "write",
    "/fsync|fdatasync",
    "/rename",
    "/link",
    "/mkdir",
    "/chmod",
    "/chown",
    "ftruncate",
];

/// Kills a command before the first, the second … time that it asks the system for something; returns how often. What a
/// command does for one of many files it does for each: the first ones tell.
fn kill_at_each(
    strace: &str,
    call: &str,
    writer: &Writer,
    states: &[BTreeMap<String, Vec<u8>>; 2],
) -> usize {
    let killed = (1..=3).take_while(|n| {
        let folder = folder();
        let inject = format!("inject={call}:signal=KILL:when={n}");
        let by = [strace, "-f", "-qq", "-o", "/dev/null", "-e", &inject];
        let run = writer.run(folder.path(), &by);
        let what = format!("{}, killed at {call} {n}: {}", writer.command, run.err);
        assert!(matches!(run.code, None | Some(0)), "{what}");
        check_old_or_new(folder.path(), states, &what);
        run.code.is_none()
    });
    killed.count()
}

#[test]
fn without_room_a_command_leaves_each_file_old_or_new_and_nothing_beside_it() {
    for writer in &WRITERS {
        let states = before_and_after(writer);
        let folder = folder();
        let script = "ulimit -f 1; exec \"$@\"";
        let run = writer.run(folder.path(), &["sh", "-c", script, "sh"]);
        let is_small = states[1][writer.file].len() <= 512;
        assert!(!is_small, "{}: the limit is never met", writer.command);
        assert_eq!(run.code, Some(2), "{}: {}", writer.command, run.out);
        let why = "超出系统允许的文件大小";
        assert!(run.err.contains(why), "{}: {}", writer.command, run.err);
        check_old_or_new(folder.path(), &states, writer.command);
        let hidden = fs::read_dir(folder.path()).unwrap().filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().starts_with('.')
        });
        assert_eq!(hidden.count(), 0, "{}", writer.command);
    }
}

#[test]
fn a_command_writes_through_links_and_spares_files_with_two_names() {
    for writer in &WRITERS {
        let [before, after] = before_and_after(writer);
        let at = |folder: &TempDir, name: &str| folder.path().join(name);
        let folder = folder();
        if !writer.is_new {
            fs::rename(at(&folder, writer.file), at(&folder, "真")).unwrap();
        }
        symlink("真", at(&folder, writer.file)).unwrap();
        let run = writer.run(folder.path(), &[]);
        assert_eq!(run.code, Some(0), "{}: {}", writer.command, run.err);
        let link = fs::symlink_metadata(at(&folder, writer.file)).unwrap();
        assert!(link.is_symlink(), "{}", writer.command);
        let written = fs::read(at(&folder, "真")).unwrap();
        assert!(written == after[writer.file], "{}", writer.command);

        let folder = self::folder();
        if writer.is_new {
            fs::write(at(&folder, writer.file), "旧的").unwrap();
        }
        fs::hard_link(at(&folder, writer.file), at(&folder, "另一个名字")).unwrap();
        let run = writer.run(folder.path(), &[]);
        assert_ne!(run.out + &run.err, "", "{}", writer.command);
        let now = fs::read(at(&folder, writer.file)).unwrap();
        let expected = before
            .get(writer.file)
            .map_or("旧的".as_bytes(), Vec::as_slice);
        assert!(now == expected, "{}", writer.command);
        assert!(now == fs::read(at(&folder, "另一个名字")).unwrap());
    }
}

#[test]
fn of_many_programs_at_once_what_each_acknowledges_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let record = |month: u8| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guihua"));
        let (value, period) = (format!("50.{month:02}"), format!("2022-{month:02}"));
        command
            .args([
                "record",
                "observation",
                "户籍人口",
                &value,
                "--period",
                &period,
            ])
            .args(["--source", "甲县统计月报", "--records", "r.yaml"])
            .current_dir(folder.path())
            .env("LC_ALL", "zh_CN.UTF-8")
            .env("GUIHUA_CONFIG", "/dev/null")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        (period, command.spawn().unwrap())
    };
    let started: Vec<_> = (1..=8).map(record).collect();
    let ended: Vec<(String, Run)> = started
        .into_iter()
        .map(|(period, child)| (period, child.wait_with_output().unwrap().into()))
        .collect();
    let kept = fs::read_to_string(folder.path().join("r.yaml")).unwrap();
    assert!(ended.iter().any(|(_, run)| run.code == Some(0)));
    for (period, run) in ended {
        let is_there = kept.matches(&format!("period: {period}, ")).count();
        let is_acknowledged = run.code == Some(0);
        assert_eq!(is_there, usize::from(is_acknowledged), "{period}: {kept}");
        // Who waited too long is told so.
        assert!(is_acknowledged || run.err.contains("正在"), "{}", run.err);
    }
    let listed = Command::new(env!("CARGO_BIN_EXE_guihua"))
        .args(["records", "--records", "r.yaml"])
        .current_dir(folder.path())
        .env("GUIHUA_CONFIG", "/dev/null")
        .output();
    let listed: Run = listed.unwrap().into();
    assert_eq!((listed.code, listed.err.as_str()), (Some(0), ""));
}
