//! What the screens have done to the user's file, without a terminal: a record is kept, asked about, or taken back.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;

use crate::support::screen::{play, screen};
use guihua::app::{Action, App, Edit, Effect, Prompt};
use guihua::dossier::Dossier;
use guihua::effects;
use guihua::embedded;
use guihua::records::{Book, Store};
use jiff::civil::date;
use ratatui::layout::Size;

struct Desk {
    folder: tempfile::TempDir,
    own: Store,
    app: App,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let own = Store::at(folder.path().join("r.yaml"));
        let book = Book::of(embedded::observations(), Vec::new());
        let dossier = Dossier::of(embedded::plan(), book);
        let app = App::new(dossier, date(2026, 1, 2), Size::new(120, 40));
        Self { folder, own, app }
    }

    /// Presses keys, and carries out what they ask for.
    fn play(&mut self, keys: &str) {
        for effect in play(&mut self.app, keys) {
            match effect {
                Effect::Record(id, draft, consent) => {
                    effects::keep(&mut self.app, id, &self.own, &draft, consent);
                }
                Effect::Undo(id, expected) => {
                    effects::undo(&mut self.app, id, &self.own, &expected);
                }
                other => unreachable!("{other:?}"),
            }
        }
    }

    fn text(&self) -> String {
        fs::read_to_string(self.folder.path().join("r.yaml")).unwrap_or_default()
    }

    #[track_caller]
    fn shows(&self, words: &str) {
        let screen = screen(&self.app);
        assert!(screen.contains(words), "“{words}” is not on\n{screen}");
    }
}

#[test]
fn a_record_typed_on_the_screen_stands_in_the_file_and_is_taken_back() {
    let mut desk = Desk::new();
    desk.play("tja2024<Enter>120.5万<Enter>统计公报<Enter><Enter>");
    desk.shows("已记常住人口 2024年 120.5万人；撤回按 U");
    assert!(
        desk.text()
            .contains("period: 2024, value: 120.5, unit: \"万人\""),
        "{}",
        desk.text()
    );
    desk.play("U");
    desk.shows("再按 U 撤回：常住人口 2024年 120.5万人");
    desk.play("U");
    desk.shows("已撤回常住人口 2024年 120.5万人");
    assert!(
        desk.text().contains("# - { target: resident-population"),
        "{}",
        desk.text()
    );
}

#[test]
fn what_is_asked_about_is_kept_after_a_second_enter_only() {
    let mut desk = Desk::new();
    desk.play("tja2024<Enter>1200<Enter>公报<Enter><Enter>");
    desk.shows("相差悬殊");
    assert_eq!(desk.text(), "");
    desk.play("<Enter>");
    desk.shows("已记常住人口 2024年 1200万人");
    desk.play("a2023<Enter>120<Enter>公报<Enter><Enter>");
    desk.shows("已有随附的常住人口 2023年");
    desk.play("<Enter>");
    desk.shows("已记常住人口 2023年 120万人");
    assert!(
        desk.text().ends_with(", replaces: true }\n"),
        "{}",
        desk.text()
    );
}

#[test]
fn what_is_recorded_already_closes_the_form_and_is_not_recorded_again() {
    let mut desk = Desk::new();
    let keys = "a2024<Enter>120.5<Enter>公报<Enter><Enter>";
    desk.play(&format!("tj{keys}"));
    let kept = desk.text();
    desk.play(keys);
    desk.shows("与已记的相同，没有再记");
    assert!(desk.app.form().is_none());
    assert_eq!(desk.text(), kept);
}

#[test]
fn a_field_that_is_wrong_gets_the_keyboard() {
    let mut desk = Desk::new();
    desk.play("tja2024<Enter>一百<Enter>公报<Enter><Enter>");
    desk.shows("“一百”不是数");
    let focus = desk.app.form().map(|form| form.focus);
    assert_eq!(focus, Some(1));
    desk.play("<C-u>120<Enter><Enter><Enter>");
    desk.shows("已记常住人口 2024年 120万人");
}

#[test]
fn what_another_program_added_meanwhile_is_not_taken_back() {
    let mut desk = Desk::new();
    desk.play("tja2024<Enter>120.5<Enter>公报<Enter><Enter>");
    desk.play("U");
    let other = "- { target: life-expectancy, period: 2024, value: 82, source: 乙 }\n";
    fs::write(desk.own.path(), desk.text() + other).unwrap();
    let before = desk.text();
    desk.play("U");
    desk.shows("最后一条现在是 人均期望寿命 2024年 82岁；没有撤回");
    assert_eq!(desk.text(), before);
    desk.play("U");
    desk.shows("再按 U 撤回：人均期望寿命 2024年 82岁");
}

#[test]
fn a_file_that_cannot_be_written_leaves_the_form_with_all_that_was_typed() {
    let mut desk = Desk::new();
    fs::create_dir(desk.own.path()).unwrap();
    desk.play("tja2024<Enter>120.5<Enter>公报<Enter><Enter>");
    desk.shows("不是普通文件");
    desk.shows("120.5");
}

#[test]
fn an_analysts_words_are_written_on_the_screen_and_stand_where_the_target_is_told() {
    let mut desk = Desk::new();
    desk.play("tjA");
    for words in [
        "问题与建议",
        "问题与原因",
        "常住人口",
        "截至 2026-01-02 及以后的报告里都有",
    ] {
        desk.shows(words);
    }
    desk.play("<Enter><Enter><Enter>");
    desk.shows("写上文字");
    assert_eq!(desk.text(), "", "nothing is kept without words");
    desk.play("净流入少于预期<Enter>");
    desk.shows("已记");
    assert!(
        desk.text()
            .contains("target: resident-population, issue: \"净流入少于预期\", date: 2026-01-02"),
        "{}",
        desk.text()
    );
    desk.shows("问题    净流入少于预期");
    desk.play("A<Enter><Enter>人口仍在外流<Enter>");
    desk.shows("再按 Enter 替换");
    desk.play("<Enter>");
    desk.shows("问题    人口仍在外流");
    // Advice on the plan as a whole stands on the overview.
    desk.play("A<Right><Enter><Right><Enter>按月会商<Enter>");
    desk.play("o");
    assert!(
        desk.text().contains("- { advice: \"按月会商\""),
        "{}",
        desk.text()
    );
    desk.shows("建议      按月会商");
    desk.play("UU");
    assert!(!screen(&desk.app).contains("按月会商"));
}

#[test]
fn words_longer_than_the_screen_are_typed_in_sight() {
    let mut desk = Desk::new();
    desk.app.resize(Size::new(60, 20));
    let long = "一二三四五六七八九十".repeat(30);
    desk.play(&format!("A<Enter><Enter>{long}末"));
    desk.shows("十末");
    desk.play("<Home>");
    desk.shows("所写    一二三");
}

#[test]
fn what_has_no_room_in_a_field_is_refused_as_a_whole_and_told() {
    let mut desk = Desk::new();
    desk.play("A<Enter><Enter>");
    desk.app.update(Action::Paste("字".repeat(9999) + "末"));
    let whole = screen(&desk.app);
    assert!(
        whole.contains("字末") && !whole.contains("没有收"),
        "{whole}"
    );
    for over in [
        Action::Paste("外乡".to_owned()),
        Action::Edit(Edit::Insert('外')),
    ] {
        desk.app.update(over);
        desk.shows("太长，没有收：共 1000");
        assert!(!screen(&desk.app).contains('外'));
    }
    desk.play("<Enter>");
    let kept = "字".repeat(9999) + "末\", date";
    assert!(desk.text().contains(&kept), "all of it is recorded");
}

#[test]
fn a_name_has_less_room_than_a_text_and_a_query_is_never_cut() {
    let mut desk = Desk::new();
    desk.play("tja");
    desk.app.update(Action::Paste("2".repeat(101)));
    desk.shows("太长，没有收：共 101 字，至多 100 字");
    desk.play("<Esc>");
    desk.app.update(Action::Paste("人口".repeat(251)));
    desk.shows("太长，没有收：共 502 字，至多 500 字");
    assert_eq!(desk.app.prompt().map(Prompt::text), Some(""));
    desk.play("<Esc>gB");
    desk.app.update(Action::Paste("注".repeat(10_001)));
    desk.shows("太长，没有收：共 10001 字，至多 10000 字");
}

#[test]
fn paragraphs_that_are_pasted_stay_paragraphs() {
    let mut desk = Desk::new();
    desk.play("tjA<Enter><Enter>");
    desk.app.update(Action::Paste(
        "　　其一，流入少。\r\n\r\n　　其二，出生少。\n".to_owned(),
    ));
    desk.shows("所写    其一，流入少。");
    desk.shows("        其二，出生少。");
    desk.play("末<Enter>");
    let kept = r#"issue: "其一，流入少。\n其二，出生少。末", date"#;
    assert!(desk.text().contains(kept), "{}", desk.text());
    desk.shows("问题    其一，流入少。");
    desk.shows("        其二，出生少。末");
}

#[test]
fn paragraphs_are_typed_where_an_analyst_writes_and_nowhere_else() {
    let mut desk = Desk::new();
    desk.play("tjA");
    assert!(!screen(&desk.app).contains("另起一段"));
    desk.play("<Enter><Enter>");
    desk.shows("Ctrl-j 或 Alt-Enter 另起一段");
    desk.play("第一段<C-j>第三段<Home>");
    desk.play("<Right><Right><Right><C-j>第二段<Enter>");
    desk.shows("已记");
    assert!(
        desk.text().contains("第一段\\n第二段\\n第三段"),
        "{}",
        desk.text()
    );
    desk.play("a2024<C-j>");
    desk.shows("这里不分段");
    assert_eq!(desk.app.form().map(|form| form.focus), Some(0));
    assert!(!screen(&desk.app).contains("另起一段"));
}

#[test]
fn what_is_pasted_after_a_question_is_asked_about_anew() {
    let mut desk = Desk::new();
    desk.play("tjA<Enter><Enter>先<Enter>");
    desk.play("A<Enter><Enter>后<Enter>");
    desk.shows("再按 Enter 替换");
    desk.app.update(Action::Paste("来".to_owned()));
    desk.play("<Enter>");
    desk.shows("再按 Enter 替换");
    assert!(!desk.text().contains("后来"));
}

#[test]
fn on_a_screen_too_small_to_see_anything_nothing_is_recorded() {
    let mut desk = Desk::new();
    desk.play("tjA<Enter><Enter>流入少");
    desk.app.resize(Size::new(30, 8));
    desk.play("于预期<Enter>UU");
    assert_eq!(desk.text(), "");
    desk.app.resize(Size::new(120, 40));
    desk.shows("所写    流入少");
    desk.play("<Enter>");
    assert!(desk.text().contains("issue: \"流入少\""), "{}", desk.text());
}
