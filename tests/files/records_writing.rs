//! The user's file is written whole or not at all, whatever stands in it and whatever happens meanwhile; and what a person
//! wrote there stays.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and tells its parent by lines"
)]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::{env, fs, io};

use crate::support::{Run, guihua};
use guihua::embedded;
use guihua::records::{self, Consent, Desk, Draft, Field, Record, RecordError, Side, Store};
use jiff::civil::date;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("records.yaml")
    }

    fn with(text: &str) -> Self {
        let folder = Self::new();
        fs::write(folder.path(), text).unwrap();
        folder
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = guihua();
        command.args(arguments).arg("--records").arg(self.path());
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.command(arguments).output().unwrap().into()
    }

    fn add(&self) -> Run {
        self.run(&[
            "record",
            "observation",
            "户籍人口",
            "50",
            "--period",
            "2024",
            "--source",
            "甲",
        ])
    }

    fn records(&self) -> Vec<Record> {
        let text = Store::at(self.path()).read().unwrap();
        records::survey(&text, &embedded::plan(), Side::Own).records()
    }
}

const KEPT: &str =
    "- { target: resident-population, period: 2022, value: 118.6, source: \"年报\" }\n";

#[test]
fn what_is_acknowledged_is_read_back_however_the_file_is_written() {
    for text in [
        String::new(),
        "[]\n".to_owned(),
        "[]".to_owned(),
        "null\n".to_owned(),
        "# 注释\n---\n~ # 空\n...\n".to_owned(),
        KEPT.to_owned(),
        format!("{KEPT}...\n"),
        format!("---\n{KEPT}...\n# 末尾\n"),
        KEPT.replace("- {", "  - {"),
        KEPT.replace('\n', "\r\n"),
        KEPT.replace('\n', "\r"),
        format!("\u{feff}{KEPT}"),
        format!("{KEPT}- {{ 写错了的一行\n"),
        "- target: resident-population # 注\n  period: 2022\n  value: 118.6\n  source: >-\n    年报，\n    第一页".to_owned(),
    ] {
        let folder = Folder::with(&text);
        let before = folder.records();
        let added = folder.add();
        assert_eq!(added.code, Some(0), "{text:?}: {}", added.err);
        let after = folder.records();
        assert_eq!(after.len(), before.len() + 1, "{text:?}: {}", folder.text());
        assert_eq!(&after[..before.len()], before);
        assert_eq!(folder.run(&["targets"]).code, Some(0));
        let undone = folder.run(&["record", "undo"]);
        assert_eq!(undone.code, Some(0), "{text:?}: {}", undone.err);
        assert_eq!(folder.records(), before, "{text:?}: {}", folder.text());
    }
}

#[test]
fn a_file_that_records_cannot_be_added_to_is_left_alone_and_locks_nothing_out() {
    let item = KEPT.trim_end().trim_start_matches("- ");
    for text in [
        format!("[{item}]\n"),
        format!("[\n  {item}\n]\n"),
        "target: resident-population\n".to_owned(),
        "[{ 没有写完".to_owned(),
    ] {
        let folder = Folder::with(&text);
        let added = folder.add();
        assert_eq!((added.code, added.out.as_str()), (Some(2), ""), "{text:?}");
        assert!(added.err.contains("没有改动"), "{text:?}: {}", added.err);
        assert_eq!(folder.text(), text);
        assert_eq!(folder.run(&["targets"]).code, Some(0), "{text:?}");
    }
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(KEPT.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let folder = Folder::new();
    fs::write(folder.path(), &utf16).unwrap();
    assert!(folder.add().err.contains("UTF-16LE 编码，没有改动"));
    assert_eq!(fs::read(folder.path()).unwrap(), utf16);
    assert_eq!(folder.records().len(), 1, "it is read all the same");
}

#[test]
fn undoing_takes_whole_records_and_leaves_what_a_person_wrote() {
    let by_hand = "\
# 开头
- target: resident-population
  # 行间的注释
  period: 2022

  value: 118.6
  source: >-
    年报，
    # 不是注释
# 末尾
";
    let folder = Folder::with(by_hand);
    assert_eq!(folder.run(&["record", "undo"]).code, Some(0));
    assert_eq!(
        folder.text(),
        "\
# 开头
# - target: resident-population
#   # 行间的注释
#   period: 2022

#   value: 118.6
#   source: >-
#     年报，
#     # 不是注释
# 末尾
"
    );
    assert_eq!(folder.run(&["targets"]).err, "");
    let nothing = folder.run(&["record", "undo"]);
    assert!(nothing.err.contains("没有可撤回的记录"), "{}", nothing.err);
    let nowhere = Folder::new();
    assert!(
        nowhere
            .run(&["record", "undo"])
            .err
            .contains("没有可撤回的记录")
    );
    assert!(!nowhere.path().exists());
}

#[test]
fn only_the_record_that_was_asked_about_is_taken_back() {
    let folder = Folder::with(KEPT);
    let (plan, store) = (embedded::plan(), Store::at(folder.path()));
    let desk = Desk {
        plan: &plan,
        shipped: &[],
        store: &store,
        today: date(2026, 6, 30),
    };
    let asked = folder.records();
    folder.add();
    let text = folder.text();
    let error = desk.undo(Some(&asked)).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("最后一条现在是 户籍人口 2024年 50万人"),
        "{error}"
    );
    assert_eq!(folder.text(), text);
    assert_eq!(desk.undo(None).unwrap().len(), 1);
    assert_eq!(desk.undo(Some(&asked)).unwrap(), asked);
}

#[test]
fn a_file_put_in_place_by_an_editor_meanwhile_is_not_lost() {
    let folder = Folder::with(KEPT);
    let store = Store::at(folder.path());
    let edited = KEPT.replace("2022", "2023");
    let mut asked = 0;
    store
        .edit(|bytes| {
            asked += 1;
            if asked == 1 {
                let beside = folder.path().with_extension("swp");
                fs::write(&beside, &edited).unwrap();
                fs::rename(&beside, folder.path()).unwrap();
            }
            Ok((records::inserted(bytes, None, "# 新\n"), ()))
        })
        .unwrap();
    assert_eq!(folder.text(), format!("{edited}# 新\n"));
    assert_eq!(asked, 2);
}

#[test]
fn what_is_refused_leaves_no_file() {
    let folder = Folder::new();
    let store = Store::at(folder.path().join("neu/records.yaml"));
    let refused = store.edit(|_| Err::<(Vec<u8>, ()), _>(RecordError::NothingToUndo));
    assert!(refused.is_err());
    assert_eq!(fs::read_dir(folder.0.path()).unwrap().count(), 0);
}

#[test]
fn a_new_file_that_could_not_be_filled_does_not_stay_empty() {
    let folder = Folder::new();
    let mut asked = 0;
    let failed = Store::at(folder.path()).edit(|_| {
        asked += 1;
        if asked == 1 {
            return Ok((b"# ".to_vec(), ()));
        }
        Err(RecordError::NothingToUndo)
    });
    assert!(failed.is_err() && asked == 2);
    assert!(!folder.path().exists());
}

#[test]
fn of_many_writers_at_once_each_adds_to_what_the_others_wrote() {
    const WRITERS: usize = 8;
    const LINES: usize = 20;
    let folder = Folder::new();
    let add = |writer: usize| {
        for n in 0..LINES {
            let line = format!("# {writer}-{n}\n");
            // Whoever waited too long is told so, and nothing was changed.
            while let Err(error) = Store::at(folder.path()).edit(|bytes| {
                let new = [bytes, line.as_bytes()].concat();
                Ok((new, ()))
            }) {
                assert!(matches!(error, RecordError::Busy(..)), "{error}");
            }
        }
    };
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            scope.spawn(move || add(writer));
        }
    });
    let text = folder.text();
    for writer in 0..WRITERS {
        let start = format!("# {writer}-");
        let own: Vec<&str> = text.lines().filter(|it| it.starts_with(&start)).collect();
        let all: Vec<String> = (0..LINES).map(|n| format!("{start}{n}")).collect();
        assert_eq!(own, all);
    }
    assert_eq!(text.lines().count(), WRITERS * LINES);
}

#[test]
fn the_mark_at_the_start_of_a_file_stays_there_when_its_first_record_is_taken_back() {
    let folder = Folder::with(&format!("\u{feff}{KEPT}"));
    assert_eq!(folder.run(&["record", "undo"]).code, Some(0));
    assert_eq!(folder.text(), format!("\u{feff}# {KEPT}"));
}

#[test]
fn a_line_behind_the_end_of_the_list_is_no_part_of_its_last_record() {
    let text = format!("{KEPT}...\n  note: 多余的一行\n");
    let ledger = records::survey(&text, &embedded::plan(), Side::Own);
    assert_eq!((ledger.entries.len(), ledger.faulty.len()), (1, 1));
}

#[test]
fn what_has_not_come_yet_can_not_have_been_observed() {
    let folder = Folder::new();
    let (plan, store) = (embedded::plan(), Store::at(folder.path()));
    let desk = Desk {
        plan: &plan,
        shipped: &[],
        store: &store,
        today: date(2026, 6, 30),
    };
    let observed = |period: &str| {
        let draft = Draft::default()
            .with(Field::Target, "常住人口")
            .with(Field::Period, period)
            .with(Field::Value, "119.5")
            .with(Field::Source, "甲");
        desk.add(&draft, Consent::default())
    };
    for later in ["2026-07-01", "2026-07", "2026Q3", "2026H2", "2026"] {
        let refused = observed(later).unwrap_err().to_string();
        assert!(refused.contains("今天是2026-06-30"), "{later}: {refused}");
    }
    assert!(!folder.path().exists());
    for over in ["2025", "2026-06-30", "2026-06", "2026Q2", "2026H1"] {
        assert!(observed(over).is_ok(), "{over}");
    }
}

/// Records of one target, each of another day.
fn drafts() -> impl Iterator<Item = Draft> {
    (0..1100).map(|n: i64| {
        let day = date(2021, 1, 1)
            .checked_add(jiff::Span::new().days(n))
            .unwrap();
        Draft::default()
            .with(Field::Target, "常住人口")
            .with(Field::Period, &day.to_string())
            .with(Field::Value, "119.5")
            .with(Field::Source, "甲")
    })
}

/// Not a test of its own: what the next one runs as a process, and kills.
#[test]
fn child_records() {
    let Ok(path) = env::var("GUIHUA_TEST_RECORDS") else {
        return;
    };
    let from: usize = env::var("GUIHUA_TEST_FROM").unwrap().parse().unwrap();
    let (plan, store) = (embedded::plan(), Store::at(path));
    let desk = Desk {
        plan: &plan,
        shipped: &[],
        store: &store,
        today: date(2026, 6, 30),
    };
    for (n, draft) in drafts().enumerate().skip(from) {
        match desk.add(&draft, Consent::default()) {
            // A refused one was written by a child that was killed before it could say so.
            Ok(_) | Err(RecordError::Refused(_)) => println!("recorded {n}"),
            Err(error) => println!("{error}"),
        }
        io::stdout().flush().unwrap();
    }
}

#[test]
fn killed_at_any_moment_every_acknowledged_record_is_there() {
    let safe = kill((0..24).map(|round| round * 3 % 20), usize::MAX);
    assert!(safe > 20, "the rounds got as far as recording: {safe}");
}

#[test]
#[ignore = "a thousand records, each a file that is written whole"]
fn a_thousand_acknowledged_records_are_there_however_often_it_is_killed() {
    let safe = kill((0..).map(|round| round * 7 % 40), 1000);
    assert!(safe >= 1000, "{safe}");
}

/// Kills a program that records as soon as it has said so many words, each time anew, and looks each time whether all that
/// it acknowledged is there. Ends when `enough` are; returns how many.
fn kill(words: impl Iterator<Item = u32>, enough: usize) -> usize {
    let folder = Folder::new();
    let mut safe = 0;
    for (round, words) in words.enumerate() {
        if safe >= enough {
            break;
        }
        let (_, module) = module_path!().split_once("::").unwrap();
        let name = format!("{module}::child_records");
        let mut child: Child = Command::new(env::current_exe().unwrap())
            .args(["--exact", &name, "--nocapture"])
            .env("GUIHUA_TEST_RECORDS", folder.path())
            .env("GUIHUA_TEST_FROM", safe.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = io::BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        for _ in 0..words {
            if io::BufRead::read_line(&mut told, &mut line).unwrap() == 0 {
                break;
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        io::Read::read_to_string(&mut told, &mut line).unwrap();
        let last = line
            .lines()
            .filter_map(|line| line.split("recorded ").nth(1)?.parse().ok())
            .max();
        safe = last.map_or(safe, |last: usize| safe.max(last + 1));
        if folder.path().exists() {
            let text = fs::read_to_string(folder.path()).unwrap();
            let ledger = records::survey(&text, &embedded::plan(), Side::Own);
            assert!(ledger.faulty.is_empty(), "{:?}", ledger.faulty);
            assert!(
                ledger.entries.len() >= safe,
                "{safe} were acknowledged in round {round}"
            );
        }
    }
    safe
}

#[cfg(unix)]
mod unix {
    use std::fmt::Write as _;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn links_are_followed_and_second_names_refused() {
        let folder = Folder::new();
        let real = folder.0.path().join("真.yaml");
        fs::write(&real, KEPT).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("真.yaml", folder.path()).unwrap();
        assert_eq!(folder.add().code, Some(0));
        assert!(fs::symlink_metadata(folder.path()).unwrap().is_symlink());
        assert_eq!(
            records::survey(
                &fs::read_to_string(&real).unwrap(),
                &embedded::plan(),
                Side::Own
            )
            .entries
            .len(),
            2
        );
        assert_eq!(
            fs::metadata(&real).unwrap().permissions().mode() & 0o777,
            0o640
        );

        let before = folder.text();
        fs::hard_link(&real, folder.0.path().join("另一个名字.yaml")).unwrap();
        let refused = folder.run(&["record", "undo"]);
        assert_eq!(refused.code, Some(2));
        assert!(refused.err.contains("有 2 个硬链接"), "{}", refused.err);
        assert_eq!(folder.text(), before);
        assert_eq!(folder.run(&["targets"]).code, Some(0));
    }

    #[test]
    fn a_link_to_nothing_becomes_a_link_to_the_new_file() {
        let folder = Folder::new();
        symlink("新.yaml", folder.path()).unwrap();
        assert_eq!(folder.add().code, Some(0));
        assert!(fs::symlink_metadata(folder.path()).unwrap().is_symlink());
        assert_eq!(folder.records().len(), 1);
    }

    #[test]
    fn a_file_that_cannot_grow_keeps_its_records() {
        let folder = Folder::with(KEPT);
        let mut table = String::from("指标,期次,数值,来源\n");
        for n in 1..=900 {
            let day = date(2021, 1, 1)
                .checked_add(jiff::Span::new().days(n))
                .unwrap();
            writeln!(table, "户籍人口,{day},50,甲").unwrap();
        }
        let csv = folder.0.path().join("t.csv");
        fs::write(&csv, table).unwrap();
        // 16 blocks of 512 or 1024 bytes hold no 900 records.
        let script = "ulimit -f 16; exec \"$@\"";
        let program = env!("CARGO_BIN_EXE_guihua");
        let run: Run = Command::new("sh")
            .args(["-c", script, "sh", program, "record", "--csv"])
            .arg(&csv)
            .arg("--records")
            .arg(folder.path())
            .env("LC_ALL", "zh_CN.UTF-8")
            .env("GUIHUA_CONFIG", "/dev/null")
            .output()
            .unwrap()
            .into();
        assert_eq!(run.code, Some(2), "{}", run.err);
        assert!(run.err.contains("超出系统允许的文件大小"), "{}", run.err);
        assert_eq!(folder.text(), KEPT);
        let names = fs::read_dir(folder.0.path()).unwrap().count();
        assert_eq!(names, 2, "nothing is left beside the file");
        let table = csv.to_str().unwrap();
        let again = folder.run(&["record", "--csv", table]);
        assert!(
            again.out.contains("已记 900 条：新 900"),
            "{}{}",
            again.out,
            again.err
        );
    }

    #[test]
    fn a_folder_for_data_that_can_be_none_stops_only_writing() {
        let folder = Folder::new();
        let file = folder.0.path().join("文件");
        fs::write(&file, "一").unwrap();
        // No records can be below a file, named by hand or by the environment.
        let below = file.join("数据");
        let records = below.join("records.yaml");
        let named = ["--records", records.to_str().unwrap()];
        let runs = |arguments: &[&str]| -> [Run; 2] {
            let by_hand = guihua().args(arguments).args(named).output().unwrap();
            let usual = guihua()
                .args(arguments)
                .env("XDG_DATA_HOME", &below)
                .env("XDG_STATE_HOME", &below)
                .output()
                .unwrap();
            [by_hand.into(), usual.into()]
        };
        for reading in [
            &["targets"][..],
            &["records"],
            &["search", "托育"],
            &["report"],
            &["collect"],
            &["config"],
        ] {
            for run in runs(reading) {
                assert_eq!(run.code, Some(0), "{reading:?}: {}", run.err);
            }
        }
        let add = [
            "户籍人口",
            "50",
            "--period",
            "2024",
            "--source",
            "甲",
            "--replace",
        ];
        for run in runs(&[&["record", "observation"], &add[..]].concat()) {
            assert_eq!(run.code, Some(2), "{}", run.out);
            let why = "路径当中有一段不是文件夹";
            assert!(run.err.contains(why), "{}", run.err);
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), "一");
    }

    #[test]
    fn what_is_no_file_is_named_and_not_waited_for() {
        let folder = Folder::new();
        let made = Command::new("mkfifo").arg(folder.path()).status().unwrap();
        assert!(made.success());
        let pipe = folder.path();
        let pipe = pipe.to_str().unwrap();
        for arguments in [
            &["targets", "--records", pipe][..],
            &["targets", "--plan", pipe],
            &["record", "--csv", pipe],
            &["targets", "--config", pipe],
        ] {
            let run: Run = guihua().args(arguments).output().unwrap().into();
            assert_eq!(run.code, Some(2), "{arguments:?}: {}", run.err);
            assert!(run.err.contains("这是一个管道，不是文件"), "{}", run.err);
        }
        assert!(folder.add().err.contains("不是普通文件"));
    }

    #[test]
    fn a_lock_that_another_program_holds_stops_only_writing_and_not_for_ever() {
        let folder = Folder::with(KEPT);
        let held = fs::File::options()
            .write(true)
            .read(true)
            .open(folder.path())
            .unwrap();
        held.lock().unwrap();
        let holder = std::process::id().to_string();
        assert_eq!(folder.run(&["targets"]).code, Some(0));
        let refused = folder.add();
        assert_eq!(refused.code, Some(2));
        assert!(
            refused.err.contains("正由另一个程序") && refused.err.contains("写入"),
            "{}",
            refused.err
        );
        if fs::read_to_string("/proc/locks").is_ok_and(|locks| locks.contains(&holder)) {
            assert!(refused.err.contains(&holder), "{}", refused.err);
        }
        drop(held);
        assert_eq!(folder.add().code, Some(0));
    }

    #[test]
    fn a_file_of_holes_is_refused_by_its_size() {
        let folder = Folder::new();
        let file = fs::File::create(folder.path()).unwrap();
        file.set_len(200 * 1024 * 1024).unwrap();
        let run = folder.run(&["targets"]);
        assert_eq!(run.code, Some(2));
        assert!(run.err.contains("文件过大"), "{}", run.err);
    }
}
