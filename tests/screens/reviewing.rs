//! The review on the screen: each decision stands in the plan file at once, and can be taken back.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::screen::{play, screen};
use guihua::app::{App, Effect, Home};
use guihua::dossier::Dossier;
use guihua::effects;
use guihua::importing::{self, Document};
use guihua::records::{Book, open};
use jiff::civil::date;
use ratatui::layout::Size;

const TEXT: &str = "\
云岭县水利发展“十五五”规划

一、主要目标
全县农村自来水普及率达到96%以上。
二、主要任务
（一）兴修水库
建设水库。到2028年，“十五五期间共建成水库5座。
（二）节约用水
推广节水灌溉。到2030年，建成高效节水灌溉面积3.50万亩。
";

struct Desk {
    folder: tempfile::TempDir,
    app: App,
}

impl Desk {
    /// The plan of the text, in memory.
    fn in_memory(size: Size) -> Self {
        Self::of(TEXT, size)
    }

    /// The plan of another text, in memory.
    fn of(text: &str, size: Size) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let document = Document {
            name: "规划.txt".to_owned(),
            bytes: text.into(),
        };
        let (imported, _) = importing::only(document).expect("it is a plan");
        let file = imported.file.expect("it is sound");
        let dossier = Dossier::of(file.plan, Book::default());
        let mut app = App::new(dossier, date(2026, 6, 1), size);
        app.set_home(Home::Memory {
            text: imported.text,
            beside: folder.path().join("规划.yaml"),
        });
        Self { folder, app }
    }

    /// The same in a plan file.
    fn in_file() -> Self {
        let mut desk = Self::in_memory(Size::new(100, 30));
        desk.play("vy<Enter>");
        desk
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("规划.yaml")
    }

    /// Presses keys one by one, and carries out what each asks for.
    fn play(&mut self, keys: &str) {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let end = match first {
                '<' => rest.find('>').map_or(rest.len(), |at| at + 1),
                first => first.len_utf8(),
            };
            let (key, behind) = rest.split_at(end);
            self.press(key);
            rest = behind;
        }
    }

    fn press(&mut self, key: &str) {
        for effect in play(&mut self.app, key) {
            match effect {
                Effect::Decide(id, decision) => effects::decide(&mut self.app, id, &decision),
                Effect::TakeBack(id, patch) => effects::take_back(&mut self.app, id, &patch),
                Effect::Keep(id, path, resume) => {
                    effects::keep_plan(&mut self.app, id, &path, resume);
                }
                other => panic!("{other:?}"),
            }
        }
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap_or_default()
    }

    #[track_caller]
    fn shows(&self, words: &str) {
        let screen = screen(&self.app);
        assert!(screen.contains(words), "“{words}” is not on\n{screen}");
    }
}

#[test]
fn the_first_screen_of_an_import_counts_no_target_before_one_is_confirmed() {
    let desk = Desk::in_memory(Size::new(100, 30));
    let first = screen(&desk.app);
    let rows: Vec<&str> = first.lines().map(str::trim).collect();
    assert!(!first.contains("规划目标 0："), "{first}");
    assert!(first.contains("待确认"), "{first}");
    let pairs = rows
        .windows(2)
        .take_while(|pair| !pair[1].starts_with("领域"));
    assert!(pairs.skip(1).all(|pair| pair != ["", ""]), "{first}");
}

#[test]
fn the_first_screen_of_an_import_shows_what_is_proposed_apart_and_leads_to_the_review() {
    let mut desk = Desk::in_memory(Size::new(100, 40));
    desk.shows("▸ 待审阅：指标 3 项（程序提出，尚无人确认，不计入）、存疑 1 处");
    desk.shows("待确认的指标 ──");
    desk.shows("内容      待确认的指标 3 项，任务 2 项");
    let first = screen(&desk.app);
    let row = first.lines().find(|row| row.contains("普及率"));
    let row = row.unwrap_or_else(|| panic!("the proposal is not on\n{first}"));
    assert!(row.contains("96%以上") && !row.contains("待确认"), "{row}");
    assert!(
        first.contains(" 审阅   记数据   看原文   出报告"),
        "{first}"
    );
    desk.play("gg<Enter>");
    desk.shows("审阅 1/4");
    // The plan is kept, and then the target is confirmed.
    desk.play("y<Enter>y<Esc>o");
    desk.shows("▸ 待审阅：指标 2 项");
    desk.shows("规划目标 1");
}

#[test]
fn when_all_is_reviewed_the_first_screen_has_nothing_to_review() {
    let mut desk = Desk::in_file();
    desk.play("yyynnn<Esc>o");
    let first = screen(&desk.app);
    assert!(
        !first.contains("待审阅") && !first.contains("待确认"),
        "{first}"
    );
    assert!(first.contains(" 记数据   看原文   出报告"), "{first}");
    assert!(!first.contains(" 审阅 "), "{first}");
}

#[test]
fn only_ten_proposals_stand_on_the_first_screen_and_the_others_are_a_key_away() {
    let goals = (1..=14).map(|n| format!("到2030年，第{n}号水库库容达到{n}00万立方米。\n"));
    let text = format!(
        "云岭县水库“十五五”规划\n\n一、主要目标\n{}",
        goals.collect::<String>()
    );
    let mut desk = Desk::of(&text, Size::new(100, 40));
    let first = screen(&desk.app);
    assert_eq!(first.matches("号水库库容").count(), 10, "{first}");
    desk.shows("▸ 另有 4 项待确认");
    desk.play("jjjjjjjjjj<Enter>");
    desk.shows("筛选：待确认");
    assert_eq!(desk.app.document().target_rows().len(), 15);
}

#[test]
fn an_item_is_told_with_its_place_and_what_stands_around_it() {
    let mut desk = Desk::in_memory(Size::new(140, 40));
    desk.play("vj");
    let told = screen(&desk.app);
    let at = |words: &str| {
        let row = told.lines().position(|row| row.contains(words));
        row.unwrap_or_else(|| panic!("“{words}” is not on\n{told}"))
    };
    let rows = [
        at("二、（一）第1段  兴修水库"),
        at("│ 建设水库。到2028年"),
        at("│ 认作"),
        at("│ 前文"),
        at("│ 后文"),
        at("│ 节约用水"),
    ];
    assert!(rows.is_sorted(), "{rows:?}\n{told}");
}

#[test]
fn a_list_without_gauges_and_trends_has_no_columns_for_them() {
    let mut desk = Desk::in_memory(Size::new(100, 40));
    desk.play("t");
    desk.shows("建成高效节水灌溉面积");
    let list = screen(&desk.app);
    assert!(!list.contains("进度") && !list.contains("走势"), "{list}");
}

#[test]
fn nothing_is_written_until_a_place_is_given() {
    let mut desk = Desk::in_memory(Size::new(100, 30));
    desk.play("v");
    desk.shows("审阅 1/");
    desk.shows("全县农村自来水普及率达到96%以上");
    desk.shows("目标动词加数字（原文第 4 行）");
    desk.play("y");
    desk.shows("存为：");
    assert!(!desk.path().exists());
    desk.play("<Enter>");
    desk.shows("规划已存为");
    assert!(open(&desk.text()).is_ok());
    // The answer that was asked for is given again, now that it can be kept.
    desk.play("y");
    desk.shows("已确认（U 撤回）");
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let mut desk = Desk::in_memory(Size::new(100, 30));
    fs::write(desk.path(), "别的").expect("a file can be written");
    desk.play("vy<Enter>");
    desk.shows("不覆盖");
    assert_eq!(desk.text(), "别的");
}

#[test]
fn recording_asks_for_a_place_first_and_goes_on() {
    let mut desk = Desk::in_memory(Size::new(100, 30));
    desk.play("ta");
    desk.shows("存为：");
    desk.play("<Enter>");
    desk.shows("记一笔");
    assert!(desk.path().exists());
}

#[test]
fn decisions_stand_in_the_file_and_are_taken_back() {
    let mut desk = Desk::in_file();
    let before = desk.text();
    desk.play("y");
    assert_eq!(
        before.matches("proposed").count(),
        desk.text().matches("proposed").count() + 1
    );
    desk.play("n");
    desk.shows("U 撤回");
    desk.play("UU");
    assert_eq!(desk.text(), before);
    desk.play("U");
    desk.shows("没有可撤回的审阅");
}

#[test]
fn a_kind_is_chosen_and_stays_a_proposal() {
    let mut desk = Desk::in_file();
    desk.play("t");
    desk.shows("▸ 不低于");
    // While one chooses, nothing is confirmed.
    desk.play("y");
    desk.play("g<Enter>");
    desk.shows("已改类型");
    let plan = open(&desk.text()).expect("it is sound").plan;
    let target = plan.targets.first().expect("there is one");
    assert_eq!(target.kind, guihua::plan::Kind::IncreaseTo);
    assert!(target.proposed.is_some());
}

#[test]
fn a_digit_chooses_and_what_stands_already_changes_nothing() {
    let mut desk = Desk::in_file();
    let before = desk.text();
    desk.play("r<Enter>");
    desk.shows("没有改动");
    desk.play("r9");
    assert_eq!(desk.text(), before);
    desk.play("<Esc>r2");
    desk.shows("已改年份");
    assert_ne!(desk.text(), before);
}

#[test]
fn what_somebody_else_changed_is_not_undone() {
    let mut desk = Desk::in_file();
    desk.play("y");
    let text = desk.text().replace("云岭县水利发展", "云岭县水务发展");
    fs::write(desk.path(), &text).expect("a file can be written");
    desk.play("U");
    desk.shows("撤");
    let is_kept = |path: &Path| fs::read_to_string(path).is_ok_and(|it| it.contains("水务"));
    assert!(is_kept(&desk.path()));
}

#[test]
fn everything_can_be_reviewed_to_the_end() {
    let mut desk = Desk::in_file();
    let count = desk.app.document().review_items().len();
    desk.play(&"y".repeat(count));
    desk.shows("审阅：都看过了");
    let plan = open(&desk.text()).expect("it is sound").plan;
    assert!(plan.doubts.is_empty());
    assert!(plan.targets.iter().all(|it| it.proposed.is_none()));
}

#[test]
fn the_review_leads_to_the_place_in_the_text() {
    let mut desk = Desk::in_file();
    desk.play("<Enter>");
    desk.shows("全县农村自来水普及率达到96%以上");
    assert!(desk.app.review().is_none());
    desk.play("v");
    assert!(desk.app.review().is_some());
}

#[test]
fn the_review_fits_small_screens() {
    for size in [Size::new(40, 12), Size::new(60, 20), Size::new(200, 60)] {
        let mut desk = Desk::in_memory(size);
        desk.play("v");
        desk.shows("审阅 1/");
        desk.play("t");
        desk.shows("不低于");
    }
}
