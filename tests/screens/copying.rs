//! Copying: what is at hand in each view goes to the clipboard with its citation, and the message says that it was sent.

#![expect(clippy::panic, reason = "a test that can't go on has failed")]

use crate::support::screen::{play, press, screen};
use guihua::app::{App, Effect};
use guihua::dossier::Dossier;
use guihua::plan::Block;
use guihua::records::Book;

const TITLE: &str = "《西青区人口发展“十四五”规划》（西青政办函〔2021〕11号）";

/// What is copied by the last of these keys.
#[track_caller]
fn copied(keys: &str) -> (App, String) {
    let mut app = press("", 120, 40);
    match play(&mut app, keys).as_slice() {
        [Effect::Copy(text)] => {
            let text = text.clone();
            (app, text)
        }
        other => panic!(
            "{keys} should copy something, not {other:?}\n{}",
            screen(&app)
        ),
    }
}

#[track_caller]
fn check(keys: &str, begin: &str, end: &str) {
    let (app, text) = copied(keys);
    assert!(
        text.starts_with(begin),
        "{keys} should copy {begin}…: {text}"
    );
    assert!(text.ends_with(end), "{keys} should copy …{end}: {text}");
    let message = app.message.unwrap_or_default();
    let count = format!("（{}字）", text.chars().count());
    assert!(
        message.starts_with("已发往终端的剪贴板：") && message.ends_with(&count),
        "{keys}: {message}"
    );
}

#[test]
fn the_overview_copies_the_name_of_the_plan() {
    check("y", TITLE, TITLE);
    check("Y", "天津市西青区人民政府办公室. ", ".html.");
}

#[test]
fn the_text_copies_the_paragraph_being_read() {
    check(
        "r:3.1.2p2<Enter>y",
        "“大力引进学历人才。",
        "三、（一）2.第2段",
    );
}

#[test]
fn a_heading_copies_what_stands_under_it() {
    check(
        "r:3.1.2<Enter>y",
        "“加快集聚高端人才",
        "三、（一）2.〔含补字〕",
    );
    check(
        "r:3.1.2<Enter>hy",
        "“加快集聚高端人才",
        "三、（一）2.〔含补字〕",
    );
}

#[test]
fn marked_words_copy_their_sentence_until_they_are_dropped() {
    let sentence = "“开展普惠托育服务专项行动，";
    check("r/普惠托育 :任务<Enter>y", sentence, "三、（四）1.第3段");
    check(
        "r/普惠托育 :任务<Enter><Esc>y",
        "“发展婴幼儿照护服务体系。",
        "三、（四）1.第3段",
    );
    check(
        "tj<Enter>y",
        "“到2025年，户籍人口",
        "二、（三）第2段〔含补字〕",
    );
}

#[test]
fn lists_and_sheets_copy_what_is_selected() {
    for keys in ["tjy", "tjcy", "tjey"] {
        check(keys, "“到2025年，户籍人口", "二、（三）第2段〔含补字〕");
    }
    check(
        "wy",
        "“健全党管人才的领导体制和保障机制。",
        "三、（一）1.第1段",
    );
    check(
        "iy",
        "“以习近平新时代中国特色社会主义思想为指导，",
        "二、（一）〔含补字〕",
    );
    check(
        "tjY",
        "天津市西青区人民政府办公室. ",
        "[2026-06-30]. https://www.tjxq.gov.cn/zwgk/zcwj/zhengfb/202202/t20220208_5798698.html.",
    );
}

#[test]
fn the_finder_copies_the_selected_hit() {
    check("/tyfw<C-y>", "“", "");
    check(
        "/常住人口 :指标<C-y>",
        "“到2025年，户籍人口",
        "二、（三）第2段〔含补字〕",
    );
}

#[test]
fn what_is_typed_stays_text() {
    let mut app = press("", 80, 24);
    assert_eq!(play(&mut app, "/yY"), []);
    let mut app = press("", 80, 24);
    assert_eq!(play(&mut app, "tja<C-y>"), []);
    let mut app = press("", 80, 24);
    assert_eq!(play(&mut app, ":<C-y>"), []);
    assert_eq!(app.message.as_deref(), Some("这里没有可复制的原文"));
}

#[test]
fn every_chapter_can_be_copied() {
    let ends = [
        "一、〔含补字〕〔此处存疑〕",
        "二、〔含补字〕",
        "三、〔含补字〕〔存疑补字〕〔此处存疑〕",
        "四、〔含补字〕",
    ];
    for (chapter, end) in (1..=4).zip(ends) {
        check(&format!("r:{chapter}<Enter>y"), "“", end);
    }
}

/// What stands below the n-th section among some blocks.
#[track_caller]
fn nth_section(blocks: &mut [Block], n: usize) -> &mut Vec<Block> {
    let mut sections = blocks.iter_mut().filter_map(|block| match block {
        Block::Section(section) => Some(&mut section.content),
        _ => None,
    });
    sections
        .nth(n)
        .unwrap_or_else(|| panic!("there is a section {n}"))
}

#[test]
fn what_no_terminal_would_take_is_not_sent() {
    let app = press("", 80, 24);
    let mut plan = app.document().dossier.plan.clone();
    let chapter = nth_section(&mut plan.body.content, 2);
    let section = nth_section(nth_section(chapter, 0), 0);
    let long: Vec<Block> = section.clone();
    for _ in 0..200 {
        section.extend(long.clone());
    }
    let mut app = App::new(Dossier::of(plan, Book::default()), app.today, app.size);
    assert_eq!(play(&mut app, "r:3<Enter>y"), []);
    let message = app.message.clone().unwrap_or_default();
    assert!(
        message.starts_with("太长，没有复制：") && message.contains("74 KB"),
        "{message}"
    );
    assert!(matches!(
        play(&mut app, ":3.1.2p1<Enter>y").as_slice(),
        [Effect::Copy(_)]
    ));
}

#[test]
fn the_message_fits_the_screen() {
    for columns in [120, 80, 60] {
        for keys in ["r:3<Enter>y", "ty", "/养老<C-y>", "Y"] {
            let app = press(keys, columns, 24);
            let shown = screen(&app);
            let last = shown.lines().last().unwrap_or_default().trim_end();
            assert!(
                last.ends_with("字）"),
                "{keys} on {columns} columns: {last}"
            );
        }
    }
}
