//! Bookmarks on the screen, and where one stopped: both outlive the program.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::PathBuf;

use crate::support::screen::{play, press, screen};
use guihua::app::{App, Effect, View};
use guihua::bookmarks::{Bookmark, Change, Kept};
use guihua::effects;
use guihua::records::Store;

struct Desk {
    folder: tempfile::TempDir,
    app: App,
}

impl Desk {
    fn new(columns: u16, rows: u16) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            app: press("", columns, rows),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("guihua/plan/bookmarks.ndjson")
    }

    /// Presses keys, and carries out what they ask for.
    fn play(&mut self, keys: &str) {
        let own = Store::at(self.path());
        for effect in play(&mut self.app, keys) {
            let Effect::Bookmark(id, change) = effect else {
                unreachable!("{effect:?}");
            };
            effects::bookmark(&mut self.app, id, Some(&own), &change);
        }
    }

    #[track_caller]
    fn shows(&self, words: &str) {
        let screen = screen(&self.app);
        assert!(screen.contains(words), "“{words}” is not on\n{screen}");
    }

    /// The program begun anew.
    fn again(&mut self) {
        let size = self.app.size;
        self.app = press("", size.width, size.height);
        let own = Store::at(self.path());
        effects::open_bookmarks(&mut self.app, &own);
    }
}

#[test]
fn a_bookmark_outlives_the_program_and_leads_back_to_its_place() {
    for (columns, rows) in [(60, 20), (80, 24), (120, 40)] {
        let mut desk = Desk::new(columns, rows);
        desk.play("r:2.3p3<Enter>B会上要问<Enter>");
        desk.shows("⚑");
        desk.again();
        desk.play("'");
        desk.shows("会上要问");
        desk.play("<Enter>");
        let document = desk.app.document();
        assert_eq!(document.view, View::Reading);
        let node = document.dossier.outline.node(document.reading.cursor);
        assert_eq!(node.address.to_string(), "2.3p3");
        desk.shows("⚑");
    }
}

#[test]
fn a_note_is_changed_and_a_bookmark_deleted_once_that_is_asked_for_twice() {
    let mut desk = Desk::new(80, 24);
    desk.play("r:2.3p3<Enter>)B第一<Enter>r:3.1.3p1<Enter>B<Enter>");
    desk.play("'B二<Enter>'");
    desk.shows("第一二");
    desk.play("D");
    assert_eq!(desk.app.document().bookmarks().len(), 2, "asked only");
    desk.play("D");
    assert_eq!(desk.app.document().bookmarks().len(), 1);
    desk.play("<Esc>");
    desk.again();
    assert_eq!(desk.app.document().bookmarks().len(), 1);
    desk.play("'DjD");
    let left = desk.app.document().bookmarks().len();
    assert_eq!(left, 1, "another key between takes the question back");
}

#[test]
fn a_bookmark_just_deleted_is_put_back_with_its_note() {
    let mut desk = Desk::new(80, 24);
    desk.play("r:2.3p3<Enter>B会上要问<Enter>");
    let before = desk.app.document().bookmarks().to_vec();
    desk.play("DD");
    assert!(desk.app.document().bookmarks().is_empty());
    desk.shows("按 U 放回");
    desk.play("jjU");
    assert_eq!(desk.app.document().bookmarks(), before);
    desk.again();
    assert_eq!(desk.app.document().bookmarks(), before);
    // From the list too, and only once: then it is the records' turn.
    desk.play("'DD");
    assert!(desk.app.document().bookmarks().is_empty());
    desk.play("U");
    assert_eq!(desk.app.document().bookmarks(), before);
    desk.play("U");
    desk.shows("没有可撤回的记录");
}

#[test]
fn a_target_has_its_bookmark_at_its_sentence() {
    let mut desk = Desk::new(120, 40);
    desk.play("tB核对口径<Enter>'<Enter>");
    let document = desk.app.document();
    assert_eq!(document.view, View::Reading);
    desk.shows("户籍人口达到52.6万人左右");
}

#[test]
fn a_bookmark_finds_its_words_where_the_plan_has_moved_them() {
    let app = press("", 80, 24);
    let outline = &app.document().dossier.outline;
    let at = "2.3p3".parse().unwrap();
    let own = Bookmark::of(outline, at, "", String::new()).unwrap();
    let moved = Bookmark {
        at: "3.1.1p1".to_owned(),
        ..own.clone()
    };
    assert_eq!(moved.place(outline), own.place(outline));
    let gone = Bookmark {
        words: "没有这些字".to_owned(),
        ..own
    };
    assert_eq!(gone.place(outline), None);
}

#[test]
fn what_is_no_bookmark_in_the_file_stays() {
    let set = |note: &str| {
        Change::Set(Bookmark {
            at: "1p1".to_owned(),
            words: "字".to_owned(),
            note: note.to_owned(),
            day: String::new(),
        })
    };
    let typed = b"\xca\xd6\xd0\xb4\r\n{\"at\":\nlast";
    let file = set("一").made(typed);
    let file = set("二").made(&file);
    assert!(file.starts_with(&[&typed[..], b"\n{"].concat()));
    let kept = Kept::of(&file);
    assert_eq!(kept.bookmarks.len(), 1);
    assert_eq!(kept.bookmarks[0].note, "二");
    let lines: Vec<usize> = kept.unread.iter().map(|it| it.line).collect();
    assert_eq!(lines, [1, 2, 3]);
}

#[test]
fn what_of_the_file_is_not_listed_is_told_with_the_list() {
    let mut desk = Desk::new(80, 24);
    desk.play("r:2.3p3<Enter>B会上要问<Enter>");
    desk.play("'");
    desk.shows("会上要问");
    assert!(!screen(&desk.app).contains("不是书签"));
    let bookmark = fs::read(desk.path()).unwrap();
    fs::write(desk.path(), [&bookmark[..], b"x\ny\n"].concat()).unwrap();
    desk.again();
    desk.play("'");
    desk.shows("会上要问");
    desk.shows("另有 2 行不是书签，原样保留");
    fs::write(desk.path(), "x\n").unwrap();
    desk.again();
    desk.play("'");
    desk.shows("另有 1 行不是书签，原样保留");
    // A file that can't be read is not one without bookmarks.
    fs::remove_file(desk.path()).unwrap();
    fs::create_dir(desk.path()).unwrap();
    desk.again();
    desk.play("'");
    desk.shows("这是一个文件夹");
}

#[test]
fn what_a_file_of_bookmarks_says_commands_no_terminal() {
    let mut desk = Desk::new(80, 24);
    let own = Bookmark {
        at: "1p1\u{1b}[2J".to_owned(),
        words: "\u{1b}]0;x\u{7}".to_owned(),
        note: "注\u{1b}[31m\u{202e}".to_owned(),
        day: "\u{9b}2J".to_owned(),
    };
    fs::create_dir_all(desk.path().parent().unwrap()).unwrap();
    fs::write(desk.path(), Change::Set(own).made(b"")).unwrap();
    desk.again();
    for keys in ["'", "<Enter>", "D"] {
        desk.play(keys);
        let screen = screen(&desk.app);
        let strange = screen
            .chars()
            .find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
        assert_eq!(strange, None, "{screen:?}");
    }
}

#[test]
fn a_note_that_can_not_be_kept_stays_to_be_tried_again() {
    let mut desk = Desk::new(120, 40);
    fs::create_dir_all(desk.path()).unwrap();
    desk.play("tjB要核对<Enter>");
    desk.shows("书签备注：要核对");
    desk.shows("不能写入");
    fs::remove_dir(desk.path()).unwrap();
    desk.play("<Enter>");
    desk.shows("已加书签");
    let utf16 = [0xff, 0xfe, b'a', 0];
    fs::write(desk.path(), utf16).unwrap();
    desk.play("B注<Enter>");
    desk.shows("先另存为 UTF-8");
    assert_eq!(fs::read(desk.path()).unwrap(), utf16);
}

#[test]
fn one_begins_where_one_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("state/place.json");
    for (keys, view) in [
        ("r:2.3p3<Enter>)", View::Reading),
        ("t2jj", View::Targets),
        ("w", View::Tasks),
        ("i", View::Terms),
        ("o", View::Overview),
    ] {
        let before = press(keys, 80, 24);
        effects::rest(&path, &before.rest());
        let mut after = press("", 60, 20);
        after.resume(&effects::rested(&path).unwrap());
        assert_eq!(after.document().view, view, "{keys}");
        assert_eq!(after.rest(), before.rest(), "{keys}");
    }
    let mut reading = press("r:2.3p3<Enter>", 80, 24);
    let rest = reading.rest();
    reading = press("", 80, 24);
    reading.resume(&rest);
    let text = screen(&reading);
    assert!(text.contains("接着上次：二、（三）第3段"), "{text}");
    // A list says why it is shown first, and there is no way back offered before one has gone anywhere.
    let rest = press("t", 120, 40).rest();
    let mut list = press("", 200, 60);
    list.resume(&rest);
    assert!(screen(&list).contains("接着上次：指标"));
    play(&mut list, "j");
    assert!(!screen(&list).contains("返回"));
    play(&mut list, "<Enter>");
    assert!(screen(&list).contains("返回"));
}

#[test]
fn a_damaged_place_is_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("place.json");
    for bytes in [&b"{"[..], b"", b"\xff\xfe\x00", b"[1,2]", b"null"] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(effects::rested(&path), None, "{bytes:?}");
    }
    assert_eq!(effects::rested(folder.path()), None, "a folder");
    fs::write(&path, r#"{"view":"reading","at":"99.9p9","target":"x"}"#).unwrap();
    let mut app = press("", 80, 24);
    app.resume(&effects::rested(&path).unwrap());
    assert_eq!(
        app.document().reading.cursor,
        0,
        "the plan has no such place"
    );
}
