//! `guihua bookmarks`: what was marked on the screen, with where it stands now.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::fs;
use std::process::Command;

use guihua::bookmarks::{Bookmark, Change};

/// What the program says of bookmarks that are kept as `text`.
fn says(text: Option<&str>, more: &[&str]) -> String {
    let home = tempfile::tempdir().expect("a folder can be made");
    if let Some(text) = text {
        let folder = home.path().join("guihua/xiqing-population-2021-2025");
        fs::create_dir_all(&folder).expect("a folder can be made");
        fs::write(folder.join("bookmarks.ndjson"), text).expect("a file can be written");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_guihua"))
        .env("LC_ALL", "zh_CN.UTF-8")
        .env("GUIHUA_CONFIG", "/dev/null")
        .env("XDG_DATA_HOME", home.path())
        .arg("bookmarks")
        .args(more)
        .output()
        .expect("the program can be run");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("it is text")
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
    let text = set("1p1", "人口素质显著提高。", "会上\u{9b}要问").made("");
    set("2.3p3", "没有这些字", "").made(&text)
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
    assert!(marked[1].get("note").is_none(), "{told}");
}
