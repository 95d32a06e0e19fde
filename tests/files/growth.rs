//! What importing costs grows as the document does: twice the sections, sentences and rows take twice the instructions.
//!
//! Instructions are counted by `valgrind`, so that neither the clock nor what else the machine does decides.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::programs::program;

/// A plan of so many sections, with a paragraph of as many sentences and a table of twelve times as many rows.
fn plan(count: usize) -> String {
    let mut text = "乙县水利发展“十四五”规划\n一、主要目标\n到2025年，".to_owned();
    for n in 1..=count {
        let _ = write!(text, "第{n}灌区面积达到{n}万亩，其中高效节水面积{n}亩。");
    }
    text.push_str("\n序号 指标 单位 2020年 2025年 属性\n");
    for n in 1..=12 * count {
        let _ = writeln!(text, "{n} 指标{n}项数 项 {n} {} 预期性", n + 5);
    }
    text.push_str("二、重点任务\n");
    for n in 1..=count {
        let _ = writeln!(
            text,
            "{n}.兴修水库\n建设水库{n}座，加固堤防。（县水务局负责）"
        );
    }
    text
}

/// How many instructions importing a plan takes.
fn instructions(valgrind: &str, folder: &Path, count: usize) -> f64 {
    let file = folder.join(format!("{count}.txt"));
    fs::write(&file, plan(count)).expect("the folder takes files");
    let run = Command::new(valgrind)
        .args(["--tool=cachegrind", "--cache-sim=no"])
        .arg("--cachegrind-out-file=/dev/null")
        .arg(env!("CARGO_BIN_EXE_guihua"))
        .args(["import", "-o", "-"])
        .arg(&file)
        .output()
        .expect("valgrind is installed");
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{said}");
    let counted = said.lines().find_map(|line| line.split("refs:").nth(1));
    let digits = counted.unwrap_or_default().replace(',', "");
    digits.trim().parse().expect("valgrind counts")
}

#[test]
fn importing_takes_twice_as_much_for_twice_as_much() {
    let Some(valgrind) = program(&["valgrind"]) else {
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let [once, twice] = [3, 6].map(|count| instructions(valgrind, folder.path(), count));
    let times = twice / once;
    assert!(
        times < 2.15,
        "twice the document takes {times:.2} times as much"
    );
}
