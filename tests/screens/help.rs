//! The help: the keys of the screen first, in two columns where there is room, narrowed by what is typed.

use crate::support::screen::{SIZES, play, press, screen};
use guihua::app::help::HelpLine;
use guihua::app::hints::hints;

/// The meanings of keys that the help lists, from top to bottom.
fn meanings(keys: &str, columns: u16, rows: u16) -> Vec<String> {
    let app = press(keys, columns, rows);
    let lines = app.help_columns().into_iter().flatten();
    let pairs = lines.filter_map(|line| match line {
        HelpLine::Pair(_, does) => Some(does),
        _ => None,
    });
    pairs.collect()
}

#[test]
fn the_keys_of_this_screen_come_first() {
    for (keys, first) in [("r?", "下一节"), ("t?", "打开所选"), ("o?", "打开所选")] {
        let all = meanings(keys, 200, 60);
        let is_first = all.first().is_some_and(|it| it.starts_with(first));
        assert!(is_first, "{keys}: {all:?}");
        let app = press(keys, 200, 60);
        assert!(screen(&app).contains("这一屏"), "{}", screen(&app));
    }
}

#[test]
fn every_key_of_the_footer_stands_among_the_keys_of_this_screen() {
    for keys in [
        "o",
        "r",
        ":2.3p2<Enter>",
        "t",
        "w",
        "i",
        "/托育<Enter>",
        "tp",
    ] {
        let mut app = press(keys, 120, 40);
        let mode = app.mode();
        let hinted: Vec<String> = hints(&app)
            .iter()
            .filter_map(|hint| app.keys.key_for(mode, hint.action))
            .map(|key| key.to_string())
            .collect();
        assert!(hinted.len() > 2, "{keys}: {hinted:?}");
        play(&mut app, "?");
        let [column, _] = app.help_columns();
        let own = column.into_iter().skip(1);
        let own = own.take_while(|line| !matches!(line, HelpLine::Group(_)));
        let own: Vec<String> = own
            .filter_map(|line| match line {
                HelpLine::Pair(pressed, _) => Some(pressed),
                _ => None,
            })
            .collect();
        for key in hinted {
            let is_there = own
                .iter()
                .any(|it| it.split_whitespace().any(|it| it == key));
            assert!(is_there, "{keys}: {key} is not in {own:?}");
        }
    }
}

#[test]
fn two_columns_say_what_one_says() {
    let mut narrow = meanings("t?", 80, 24).concat();
    let mut wide = meanings("t?", 200, 60).concat();
    narrow.retain(|c| !c.is_whitespace());
    wide.retain(|c| !c.is_whitespace());
    assert_eq!(narrow, wide);
    let app = press("t?", 200, 60);
    let [left, right] = app.help_columns();
    assert!(left.len().abs_diff(right.len()) < left.len() / 2);
    assert!(
        !screen(&app).contains("余 "),
        "all of it is on a wide screen"
    );
}

#[test]
fn what_is_typed_narrows_the_help_by_keys_words_and_pinyin() {
    for (typed, meaning) in [
        ("鼠标", "鼠标归程序或归终端（选字）"),
        ("sb", "鼠标归程序或归终端（选字）"),
        ("U", "撤回最后一条自记的记录，放回刚删去的书签"),
        ("f1", "帮助"),
    ] {
        let all = meanings(&format!("t?{typed}"), 80, 24);
        assert!(all.iter().any(|it| it == meaning), "{typed}: {all:?}");
        assert!(all.len() < 12, "{typed}: {all:?}");
    }
    let mut app = press("t?魑魅", 80, 24);
    assert!(screen(&app).contains("没有这样的按键"), "{}", screen(&app));
    play(&mut app, "<Esc>");
    assert!(app.help().is_some_and(|help| help.typed.text().is_empty()));
    play(&mut app, "<Esc>");
    assert!(app.help().is_none());
}

#[test]
fn f1_opens_the_help_and_closes_it_again() {
    for (columns, rows) in SIZES {
        let mut app = press("t", columns, rows);
        let before = screen(&app);
        play(&mut app, "<F1>");
        assert!(app.help().is_some());
        assert_ne!(screen(&app), before);
        play(&mut app, "鼠<F1>");
        assert!(app.help().is_none(), "F1 closes it though it is narrowed");
        assert_eq!(screen(&app), before);
    }
}
