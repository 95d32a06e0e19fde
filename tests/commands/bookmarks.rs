//! `guihua bookmarks`: what was marked on the screen, with where it stands now.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::fs;
use std::process::Command;

use crate::support::Run;
use guihua::bookmarks::{Bookmark, Change};

/// What the program says of bookmarks that are kept as `text`.
fn says(text: Option<&str>, more: &[&str]) -> String {
    told(text.map(str::as_bytes), more).out
}

fn told(text: Option<&[u8]>, more: &[&str]) -> Run {
    let home = tempfile::tempdir().expect("a folder can be made");
    if let Some(text) = text {
        let folder = home.path().join("guihua/xiqing-population-2021-2025");
        fs::create_dir_all(&folder).expect("a folder can be made");
        fs::write(folder.join("bookmarks.ndjson"), text).expect("a file can be written");
    }
    let run: Run = Command::new(env!("CARGO_BIN_EXE_guihua"))
        .env("LC_ALL", "zh_CN.UTF-8")
        .env("GUIHUA_CONFIG", "/dev/null")
        .env("XDG_DATA_HOME", home.path())
        .arg("bookmarks")
        .args(more)
        .output()
        .expect("the program can be run")
        .into();
    assert_eq!(run.code, Some(0), "{}", run.err);
    run
}

/// A file with a bookmark whose address is no longer that of its words, and one whose words are gone.
fn file() -> String {
    let set = |at: &str, words: &str, note: &str| {
        Change::Set(Bookmark {
            at: at.to_owned(),
            words: words.to_owned(),
            note: note.to_owned(),
            day: "2026-11-28".to_owned(),
        })
    };
    let text = set("1p1", "人口素质显著提高。", "会上\u{9b}要问").made(b"");
    String::from_utf8_lossy(&set("2.3p3", "没有这些字", "").made(&text)).into_owned()
}

#[test]
fn bookmarks_are_listed_where_their_words_stand_now() {
    let told = says(Some(&file()), &[]);
    let mut lines = told.lines();
    let first = lines.next().unwrap_or_default();
    for words in ["2026-11-28", "二、（三）第3段", "“人口素质显著提高。”"] {
        assert!(first.contains(words), "{words}: {told}");
    }
    assert!(
        !first.contains('\u{9b}') && first.contains("要问"),
        "{told}"
    );
    let second = lines.next().unwrap_or_default();
    assert!(second.contains("2.3p3（找不到原处）"), "{told}");
    assert!(second.contains("（没有备注）"), "{told}");
    assert!(told.contains("共 2 个书签"), "{told}");
    assert!(says(None, &[]).starts_with("共 0 个书签"));
}

#[test]
fn what_is_no_longer_in_the_text_has_no_address_in_json() {
    let told = says(Some(&file()), &["--json"]);
    let answer: serde_json::Value = serde_json::from_str(&told).expect("it is JSON");
    let marked = answer["bookmarks"].as_array().expect("a list");
    let addresses = marked
        .iter()
        .map(|it| it.get("address").and_then(|it| it.as_str()));
    assert_eq!(addresses.collect::<Vec<_>>(), [Some("2.3p3"), None]);
    assert_eq!(marked[1]["set_at"], "2.3p3", "{told}");
    assert_eq!(answer["unread"], serde_json::json!([]));
    assert!(marked[1].get("note").is_none(), "{told}");
}

#[test]
fn what_of_the_file_is_no_bookmark_is_named_and_counted() {
    let mut text = b"\xef\xbb\xbf".to_vec();
    text.extend(file().as_bytes());
    let foreign: [&[u8]; 5] = [
        b"\r\n",
        b"{\"at\":\"1p1\"\n",
        b"{\"at\":\"1p1\",\"note\":\"\xb1\xb8\xd7\xa2\"}\n",
        b"\x1b]0;x\x07\n",
        b"{\"at\":\"1p1\",\"words\":\"\",\"note\":\"\xe5\xb0\xbe\"}",
    ];
    text.extend(foreign.concat());
    let run = told(Some(&text), &[]);
    assert!(run.out.contains("共 3 个书签"), "{}", run.out);
    assert!(
        run.out.ends_with("另有 3 行不是书签，原样保留\n"),
        "{}",
        run.out
    );
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 3, "{}", run.err);
    for (line, at) in lines.iter().zip(["4:1", "5:1", "6:1"]) {
        let place = format!("bookmarks.ndjson:{at}: 这一行不是书签");
        assert!(line.contains(&place), "{line}");
    }
    let answer: serde_json::Value =
        serde_json::from_str(&told(Some(&text), &["--json"]).out).expect("it is JSON");
    let unread = answer["unread"].as_array().expect("a list");
    let numbers: Vec<_> = unread.iter().map(|it| it["line"].as_u64()).collect();
    assert_eq!(numbers, [Some(4), Some(5), Some(6)]);
    assert_eq!(answer["bookmarks"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_file_of_other_lines_is_told_in_a_screen() {
    let run = told(Some("x\n".repeat(100_000).as_bytes()), &[]);
    assert!(
        run.out.ends_with("另有 200 行以上不是书签，原样保留\n"),
        "{}",
        run.out
    );
    assert!(run.err.lines().count() < 24, "{}", run.err);
}

#[test]
fn of_more_bookmarks_than_anyone_sets_the_first_are_listed() {
    let set = r#"{"at":"2.3p3","words":"没有这些字"}"#.to_owned() + "\n";
    let run = told(Some(set.repeat(2000).as_bytes()), &[]);
    assert!(
        !run.out.contains("太多") && run.err.is_empty(),
        "{}",
        run.err
    );
    let run = told(Some(set.repeat(50_000).as_bytes()), &["--json"]);
    assert!(
        run.err.contains("2001:1: 书签太多，只列出前 2000 个"),
        "{}",
        run.err
    );
    let answer: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert_eq!(answer["bookmarks"].as_array().map(Vec::len), Some(2000));
    assert_eq!(answer["unread"].as_array().map(Vec::len), Some(1));
}
