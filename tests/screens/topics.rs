//! Topics on the screen: what is asked in a meeting, typed and answered, and where the page leads.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

use super::super::commands::topic::QUESTIONS;
use crate::support::screen::{play, press, screen};
use guihua::app::{App, Effect, View};

/// The screen without white space: words are found although lines break within them.
fn ink(app: &App) -> String {
    let text = screen(app);
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_question_of_a_meeting_is_answered_by_a_word_and_enter() {
    for (columns, rows) in [(120, 40), (80, 24), (200, 60)] {
        for (word, pinyin, expected) in QUESTIONS {
            for typed in [word, pinyin] {
                let app = press(&format!("/{typed}<Enter>"), columns, rows);
                let ink = ink(&app);
                for words in expected {
                    assert!(
                        ink.contains(words),
                        "{typed}: {words} is not on {columns}×{rows}\n{}",
                        screen(&app)
                    );
                }
            }
        }
    }
}

#[test]
fn on_a_wide_screen_a_topic_stands_in_two_columns_whose_items_can_be_clicked() {
    let mut app = press("/托育<Enter>", 200, 60);
    let columns = app.topic_columns();
    let [_, (area, lines)] = columns.as_slice() else {
        panic!("{} columns", columns.len());
    };
    let found = lines
        .iter()
        .enumerate()
        .find_map(|(n, line)| Some((n, line.item?)));
    let (row, item) = found.expect("the second column has items");
    let at = usize::from(area.y) + row;
    play(&mut app, &format!("<click:{},{at}>", area.x + 4));
    let page = app.document().topic.as_ref();
    assert_eq!(page.map(|page| page.cursor.selected), Some(item));
    play(&mut app, &format!("<click:{},{at}>", area.x + 4));
    assert_eq!(app.document().view, View::Reading, "a task is in the text");
    let app = press("/托育<Enter>", 120, 40);
    assert_eq!(app.topic_columns().len(), 1);
}

#[test]
fn the_topic_is_the_first_row_and_enter_opens_a_hit_once_the_selection_has_moved() {
    let app = press("/托育", 120, 40);
    assert!(screen(&app).contains("主题  托育"), "{}", screen(&app));
    assert!(
        ink(&app).contains("4.5个/千人"),
        "the preview answers already"
    );
    let app = press("/托育<Enter>", 120, 40);
    assert_eq!(app.document().view, View::Topic);
    let app = press("/托育<Down><Enter>", 120, 40);
    assert_eq!(app.document().view, View::Targets);
    let app = press("/托育<Down><Up><Enter>", 120, 40);
    assert_eq!(app.document().view, View::Topic);
    let app = press("/托育 :任务<Enter>", 120, 40);
    assert_eq!(app.document().view, View::Reading, "one kind is asked for");
}

#[test]
fn whatever_can_be_selected_opens_and_one_comes_back_to_the_same_line() {
    let app = press("/托育<Enter>", 80, 24);
    let page = app.document().topic.clone();
    let doors = page.map_or(0, |page| page.doors().len());
    assert!(doors > 10, "{doors}");
    for n in 0..doors {
        let keys = "j".repeat(n);
        let mut app = press(&format!("/托育<Enter>{keys}"), 80, 24);
        let before = screen(&app);
        play(&mut app, "<Enter>");
        assert_ne!(app.document().view, View::Topic, "item {n}\n{before}");
        play(&mut app, "<BS>");
        assert_eq!(screen(&app), before, "item {n}");
    }
}

#[test]
fn the_whole_answer_is_copied_as_one_paragraph_with_its_citation() {
    let mut app = press("/托育<Enter>", 120, 40);
    let copied = play(&mut app, "y");
    let [Effect::Copy(text)] = copied.as_slice() else {
        unreachable!("{copied:?}");
    };
    assert_eq!(text.lines().count(), 1, "{text}");
    for words in [
        "目标 4.5个/千人（2025年）",
        "“力争到2025年每千人口拥有3岁以下婴幼儿托位数达到4.5个”（三、（四）1.第3段）",
        "2025年，推定",
        "《西青区人口发展“十四五”规划》（西青政办函〔2021〕11号）",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
}

#[test]
fn the_page_of_a_topic_is_whole_on_every_size() {
    for (columns, rows) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        let mut app = press("/常住人口<Enter>", columns, rows);
        let mut seen = String::new();
        let doors = app
            .document()
            .topic
            .clone()
            .map_or(0, |page| page.doors().len());
        for _ in 0..doors {
            seen.push_str(&ink(&app));
            play(&mut app, "j");
        }
        for words in [
            "119.47万人（2023年）",
            "尚无监测数据的",
            "还提到",
            "同一段里的其他指标",
        ] {
            assert!(
                seen.contains(words),
                "{words} is nowhere on {columns}×{rows}"
            );
        }
    }
}

#[test]
fn a_topic_in_other_words_is_not_said_to_be_missing() {
    let app = press("/育儿", 120, 40);
    let shown = screen(&app);
    assert!(shown.contains("主题  育儿"), "{shown}");
    assert!(!shown.contains("没有找到"), "{shown}");
    assert!(shown.contains("上面的主题是与它有关的"), "{shown}");
}

#[test]
fn names_that_share_a_character_are_offered_on_the_screen() {
    let mut app = press("/买房", 120, 40);
    let shown = screen(&app);
    assert!(
        shown.contains("没有找到") && shown.contains("住房"),
        "{shown}"
    );
    play(&mut app, "<Enter><Enter>");
    assert_eq!(app.document().view, View::Topic);
}

#[test]
fn an_english_name_opens_its_topic_and_no_pinyin() {
    let app = press("/life expectancy<Enter>", 120, 40);
    assert_eq!(app.document().view, View::Topic);
    assert!(ink(&app).contains("82.38"), "{}", screen(&app));
}
