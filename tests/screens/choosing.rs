//! Where something could lead to several things, or to nothing: the choice among the targets of a paragraph, the nearest
//! words of the plan, and rows whose names have room.

use crate::support::screen::{play, press, screen};
use guihua::app::listing::Row;
use guihua::app::side::About;
use guihua::app::{Errand, Topic, View};

#[test]
fn enter_in_a_paragraph_with_several_targets_lets_one_choose_each_of_them() {
    let begin = ":2.3p3<Enter>";
    let app = press(begin, 120, 40);
    let choosable = app.document().choosable(Errand::Open);
    assert!(choosable.len() > 2, "{choosable:?}");
    for (n, about) in choosable.into_iter().enumerate() {
        let About::Target(index) = about else {
            continue;
        };
        let mut app = press(&format!("{begin}<Enter>"), 120, 40);
        assert_eq!(app.document().view, View::Reading, "nothing is opened yet");
        let name = app.document().dossier.plan.targets[index].name.clone();
        assert!(screen(&app).contains(&name), "{name}\n{}", screen(&app));
        play(&mut app, &format!("{}<Enter>", "j".repeat(n)));
        assert_eq!(app.document().view, View::Targets);
        assert_eq!(
            app.document().selected_target().map(|it| &it.name),
            Some(&name)
        );
        play(&mut app, "<BS>");
        assert_eq!(app.document().view, View::Reading, "and back to the text");
    }
}

#[test]
fn the_choice_is_left_by_esc_and_a_marked_sentence_with_one_target_needs_none() {
    let mut app = press(":2.3p3<Enter><Enter>", 80, 24);
    let shown = screen(&app);
    play(&mut app, "<Esc>");
    assert_ne!(screen(&app), shown);
    assert_eq!(app.document().view, View::Reading);
    let mut alone = 0;
    for n in 1..12 {
        let mut app = press(&format!(":2.3p3<Enter>{}", ")".repeat(n)), 80, 24);
        let node = app.document().reading.cursor;
        if let [only] = app.document().targets_stated_at(node).as_slice() {
            alone += 1;
            let name = app.document().dossier.plan.targets[*only].name.clone();
            play(&mut app, "<Enter>");
            assert_eq!(
                app.document().selected_target().map(|it| &it.name),
                Some(&name)
            );
            assert_eq!(app.document().view, View::Targets);
        }
    }
    assert!(alone > 0);
}

#[test]
fn why_card_and_record_ask_which_of_several_targets_is_meant() {
    // A paragraph that states four, and a task that serves several.
    let (mut texts, mut tasks) = (0, 0);
    let begins = (0..30).map(|n| format!("w{}", "j".repeat(n)));
    for begin in std::iter::once(":2.3p2<Enter>".to_owned()).chain(begins) {
        for (key, errand) in [
            ("e", Errand::Why),
            ("c", Errand::Card),
            ("a", Errand::Record),
        ] {
            let app = press(&begin, 120, 40);
            let targets: Vec<usize> = app
                .document()
                .choosable(errand)
                .into_iter()
                .filter_map(|about| match about {
                    About::Target(index) => Some(index),
                    _ => None,
                })
                .collect();
            let is_text = app.document().view == View::Reading;
            assert!(!is_text || targets.len() == 4, "{key}: {targets:?}");
            for (n, index) in targets.iter().enumerate().filter(|_| targets.len() > 1) {
                let mut app = press(&format!("{begin}{key}"), 120, 40);
                let open = app.sheet().map(|sheet| sheet.topic);
                assert_eq!(open, Some(Topic::Stated(errand)), "{key}");
                play(&mut app, &format!("{}<Enter>", "j".repeat(n)));
                let name = app.document().dossier.plan.targets[*index].name.clone();
                assert!(screen(&app).contains(&name), "{name}\n{}", screen(&app));
                let open = app.sheet().map(|sheet| sheet.topic);
                match errand {
                    Errand::Why => assert_eq!(open, Some(Topic::Why)),
                    Errand::Card => assert_eq!(open, Some(Topic::Card)),
                    Errand::Record | Errand::Open => assert!(app.form().is_some(), "{name}"),
                }
                *if is_text { &mut texts } else { &mut tasks } += 1;
            }
        }
    }
    assert_eq!(texts, 12);
    assert!(tasks > 3, "{tasks}");
}

#[test]
fn where_the_text_was_opened_from_a_target_that_one_is_meant() {
    let mut app = press(":2.3p2<Enter><Enter>jj<Enter>", 120, 40);
    let name = app.document().selected_target().map(|it| it.name.clone());
    play(&mut app, "<Enter>");
    assert_eq!(app.document().view, View::Reading);
    play(&mut app, "e");
    assert_eq!(app.sheet().map(|sheet| sheet.topic), Some(Topic::Why));
    let shown = app.document().selected_target().map(|it| it.name.clone());
    assert_eq!(shown, name);
}

#[test]
fn space_ticks_in_the_filter_and_the_footer_says_so() {
    for (columns, rows) in [(120, 40), (60, 20)] {
        let mut app = press("f", columns, rows);
        let footer = screen(&app).lines().last().unwrap_or_default().to_owned();
        assert!(footer.contains("空格 勾选"), "{footer}");
        assert!(footer.contains("Esc 看列表"), "{footer}");
        play(&mut app, "j ");
        let chosen = app.choices().get(1).copied();
        assert_eq!(app.document().filter.choices.first().copied(), chosen);
        assert!(screen(&app).contains("[x]"), "{}", screen(&app));
        // A full-width blank of an input method, and Enter as before.
        play(&mut app, "\u{3000}");
        assert!(app.document().filter.is_off());
        play(&mut app, "<Enter><Esc>");
        assert_eq!(app.document().filter.choices.len(), 1);
        assert!(app.sheet().is_none());
    }
}

#[test]
fn a_click_on_a_row_of_the_choice_opens_it() {
    let mut app = press(":2.3p3<Enter><Enter>", 80, 24);
    let Some(About::Target(second)) = app.document().choosable(Errand::Open).get(1).copied() else {
        unreachable!("the paragraph states several targets");
    };
    let name = app.document().dossier.plan.targets[second].name.clone();
    let row = screen(&app).lines().position(|line| line.contains(&name));
    play(&mut app, &format!("<click:5,{}>", row.unwrap_or(0)));
    assert_eq!(
        app.document().selected_target().map(|it| &it.name),
        Some(&name)
    );
}

#[test]
fn a_word_that_is_nowhere_is_answered_by_the_nearest_that_the_plan_has() {
    for (typed, near) in [("yuer", "育儿"), ("人口数量规模城镇化", "人口数量")] {
        let mut app = press(&format!("/{typed}"), 80, 24);
        assert!(app.document().hits().is_empty(), "{typed}");
        let at = app.document().finder.near.iter().position(|it| it == near);
        let at = at.unwrap_or_else(|| unreachable!("{typed}\n{}", screen(&app)));
        assert!(screen(&app).contains(near), "{}", screen(&app));
        play(&mut app, &format!("{}<Enter>", "<Down>".repeat(at)));
        assert!(
            screen(&app).contains(&format!("查找：{near}")),
            "{}",
            screen(&app)
        );
        play(&mut app, "<Enter>");
        assert_ne!(
            app.document().view,
            View::Overview,
            "{typed} → {near} opens"
        );
    }
    let app = press("/@没有的领域", 80, 24);
    assert!(
        app.document().finder.near.is_empty(),
        "a filter is at fault"
    );
}

#[test]
fn names_and_goals_run_on_over_cells_that_are_empty() {
    let mut app = press("t", 120, 40);
    // Rows without data are folded at first.
    for _ in 0..40 {
        let rows = app.document().target_rows();
        let at = app.document().targets.selected;
        if matches!(rows.get(at), Some(Row::Fold { is_open: false, .. })) {
            play(&mut app, "<Enter>");
        }
        play(&mut app, "j");
    }
    play(&mut app, "g");
    let shown = screen(&app);
    for words in ["65岁以上老年人健康管理率", "低于全市平均水平"] {
        assert!(shown.contains(words), "{words}\n{shown}");
    }
}

#[test]
fn the_details_draw_the_chart_where_there_is_room() {
    let app = press("t", 200, 60);
    assert!(screen(&app).contains("● 监测"), "{}", screen(&app));
}
