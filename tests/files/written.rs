//! Reports, exports and manual pages are written whole or not at all, and never onto a file that the command reads.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::process::Command;

use tempfile::TempDir;

use crate::support::{Run, SMALL, guihua};

const OLD: &str = "一份旧的文件\n";

fn run(folder: &TempDir, arguments: &[&str]) -> Run {
    let mut command = guihua();
    command.current_dir(folder.path()).args(arguments);
    command.output().unwrap().into()
}

/// A folder with the small plan, its records and a link to them.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.yaml"), SMALL).unwrap();
    fs::write(folder.path().join("records.yaml"), "# 记录\n").unwrap();
    folder
}

fn text(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

#[track_caller]
fn refuses(folder: &TempDir, arguments: &[&str], spared: &str) {
    let before = text(folder, spared);
    let refused = run(folder, arguments);
    assert_eq!(refused.code, Some(2), "{}", refused.out);
    assert!(
        refused.err.contains("没有覆盖；请换一个文件名"),
        "{}",
        refused.err
    );
    assert_eq!(text(folder, spared), before);
}

#[test]
fn what_a_command_reads_is_not_written_over() {
    let folder = folder();
    let common = ["--plan", "plan.yaml", "--records", "records.yaml"];
    for command in [&["report"][..], &["export", "--format", "md"]] {
        for file in ["plan.yaml", "records.yaml"] {
            refuses(
                &folder,
                &[&common[..], command, &["-o", file]].concat(),
                file,
            );
        }
    }
    let import = ["import", "notes.txt", "-o", "made.yaml", "--report"];
    fs::write(
        folder.path().join("notes.txt"),
        "甲县规划\n\n一、目标\n\n到2025年，养老床位达到10张。\n",
    )
    .unwrap();
    refuses(
        &folder,
        &[&import[..], &["notes.txt"]].concat(),
        "notes.txt",
    );
    refuses(
        &folder,
        &[&import[..], &["made.yaml"]].concat(),
        "made.yaml",
    );
}

#[cfg(unix)]
#[test]
fn links_stay_links_and_are_seen_through() {
    use std::os::unix::fs::symlink;
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    symlink("records.yaml", at("other.yaml")).unwrap();
    let common = [
        "--plan",
        "plan.yaml",
        "--records",
        "records.yaml",
        "report",
        "-o",
    ];
    refuses(
        &folder,
        &[&common[..], &["other.yaml"]].concat(),
        "records.yaml",
    );
    symlink("真.txt", at("报告.txt")).unwrap();
    let written = run(&folder, &[&common[..], &["报告.txt"]].concat());
    assert_eq!(written.code, Some(0), "{}", written.err);
    assert!(fs::symlink_metadata(at("报告.txt")).unwrap().is_symlink());
    assert!(text(&folder, "真.txt").contains("评估"));
    symlink("乙", at("甲")).unwrap();
    symlink("甲", at("乙")).unwrap();
    let lost = run(&folder, &[&common[..], &["甲"]].concat());
    assert!(
        lost.err.contains("符号链接太多，或互相指向"),
        "{}",
        lost.err
    );
    fs::hard_link(at("真.txt"), at("副本.txt")).unwrap();
    refuses(&folder, &[&common[..], &["真.txt"]].concat(), "副本.txt");
}

#[cfg(unix)]
#[test]
fn a_file_that_can_not_be_written_whole_stays_as_it_was() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    for arguments in ["report -o old", "export --format md -o old", "man --dir ."] {
        let old = if arguments.starts_with("man") {
            "guihua.1"
        } else {
            "old"
        };
        let path = folder.path().join(old);
        fs::write(&path, OLD).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let program = env!("CARGO_BIN_EXE_guihua");
        let limited = format!("ulimit -f 1; exec {program} {arguments}");
        let mut command = Command::new("sh");
        command.current_dir(folder.path()).args(["-c", &limited]);
        command
            .env("LC_ALL", "zh_CN.UTF-8")
            .env("GUIHUA_CONFIG", "/dev/null");
        let failed: Run = command.output().unwrap().into();
        assert_eq!(failed.code, Some(2), "{arguments}: {}", failed.out);
        assert!(
            failed.err.contains("超出系统允许的文件大小"),
            "{}",
            failed.err
        );
        assert_eq!(text(&folder, old), OLD);
        let left = fs::read_dir(folder.path()).unwrap();
        let left: Vec<_> = left.map(|it| it.unwrap().file_name()).collect();
        assert!(
            !left.iter().any(|it| it.to_string_lossy().ends_with(".new")),
            "{left:?}"
        );
        let written = run(&folder, &arguments.split(' ').collect::<Vec<_>>());
        assert_eq!(written.code, Some(0), "{}", written.err);
        assert_ne!(text(&folder, old), OLD);
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640, "the file keeps its mode");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_by_its_name_is_not_written_to() {
    let folder = folder();
    let pipe = folder.path().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    // It is read here, so that the test ends also where the program writes to it.
    let mut read = fs::File::options()
        .read(true)
        .write(true)
        .open(&pipe)
        .unwrap();
    std::thread::spawn(move || std::io::copy(&mut read, &mut std::io::sink()));
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("socket")).unwrap();
    fs::write(folder.path().join("file"), OLD).unwrap();
    for (arguments, why) in [
        ("report -o pipe", "写不了 pipe：这是一个管道，不是文件"),
        (
            "export --format md -o pipe",
            "写不了 pipe：这是一个管道，不是文件",
        ),
        ("report -o socket", "写不了 socket：这是一个管道，不是文件"),
        ("report -o .", "写不了 .：这是一个文件夹"),
        ("man --dir file", "写不了 file：已有这个名称"),
        (
            "man --dir file/more",
            "写不了 file/more：路径当中有一段不是文件夹",
        ),
    ] {
        let refused = run(&folder, &arguments.split(' ').collect::<Vec<_>>());
        assert_eq!(refused.code, Some(2), "{arguments}: {}", refused.out);
        assert!(refused.err.contains(why), "{arguments}: {}", refused.err);
    }
    assert_eq!(text(&folder, "file"), OLD);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_written_to_as_it_is() {
    let folder = folder();
    let written = run(&folder, &["report", "-o", "/dev/stdout"]);
    assert_eq!(written.code, Some(0), "{}", written.err);
    assert!(written.out.contains("评估") && written.out.contains("已写入 /dev/stdout"));
}
