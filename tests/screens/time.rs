//! Looking back through the term: what moves with the day, what is said of it, and that nothing else changes.

use crate::support::screen::{cells, play, press, screen};
use guihua::app::App;
use guihua::evaluation::Verdict;
use guihua::layout;
use jiff::civil::date;
use ratatui::style::Modifier;

fn verdicts(app: &App) -> Vec<Verdict> {
    let evaluations = app.document().assessment.evaluations.iter();
    evaluations.map(|it| it.verdict).collect()
}

#[test]
fn each_key_goes_to_the_end_of_a_year_and_back_to_the_day_of_the_start() {
    let mut app = press("t", 120, 40);
    let start = verdicts(&app);
    let mut seen = vec![app.document().assessment.as_of];
    for _ in 0..5 {
        play(&mut app, "<lt>");
        seen.push(app.document().assessment.as_of);
    }
    let expected = [
        date(2026, 6, 30),
        date(2025, 12, 31),
        date(2024, 12, 31),
        date(2023, 12, 31),
        date(2022, 12, 31),
        date(2021, 12, 31),
    ];
    assert_eq!(seen, expected);
    play(&mut app, "<lt>");
    assert_eq!(app.document().assessment.as_of, date(2021, 12, 31));
    assert!(
        screen(&app).contains("已是规划期第一年"),
        "{}",
        screen(&app)
    );
    play(&mut app, ">>>>>");
    assert_eq!(app.document().assessment.as_of, date(2026, 6, 30));
    assert_eq!(verdicts(&app), start, "the day of the start is as it was");
    play(&mut app, ">");
    assert!(screen(&app).contains("已是最后一天"), "{}", screen(&app));
}

#[test]
fn the_shipped_observations_tell_their_story_without_a_flag() {
    let mut app = press("t<lt><lt><lt>", 120, 40);
    assert_eq!(app.document().assessment.as_of, date(2023, 12, 31));
    let message = app.message.clone().unwrap_or_default();
    assert!(message.contains("2023-12-31"), "{message}");
    // What has changed since the year before is counted, marked and told.
    let plan = &app.document().dossier.plan;
    let changed: Vec<String> = plan
        .targets
        .iter()
        .filter(|it| app.document().changed_from(&it.id).is_some())
        .map(|it| it.id.clone())
        .collect();
    assert!(!changed.is_empty());
    assert!(
        message.contains(&format!("{} 项", changed.len())),
        "{message}"
    );
    play(&mut app, "j");
    let selected = app.document().selected_target().map(|it| it.id.clone());
    assert!(
        selected.is_some_and(|id| changed.contains(&id)),
        "the second target has a story: {changed:?}"
    );
    let shown = screen(&app);
    assert!(shown.contains("一年前"), "{shown}");
    assert!(
        shown.contains("所需"),
        "the pace that is needed is said:\n{shown}"
    );
    let buffer = cells(&app);
    let rows = app.listing_areas().rows;
    let lined = (rows.left()..rows.right())
        .flat_map(|x| (rows.top()..rows.bottom()).map(move |y| (x, y)))
        .filter(|at| buffer[*at].modifier.contains(Modifier::UNDERLINED))
        .count();
    assert!(lined > 0, "no verdict is marked:\n{shown}");
}

#[test]
fn the_screen_says_on_which_day_one_looks_wherever_one_goes() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 20)] {
        for view in ["o", "r", "t", "w", "i"] {
            let app = press(&format!("<lt>{view}<Down>"), columns, rows);
            let shown = screen(&app);
            assert!(shown.contains("回看 2025-12-31"), "{view}:\n{shown}");
        }
    }
    assert!(!screen(&press("t<lt>><Down>", 80, 24)).contains("回看"));
}

#[test]
fn a_click_on_a_year_looks_at_its_end() {
    for columns in [80, 120, 200] {
        let mut app = press("", columns, 40);
        let shown = screen(&app);
        let is_strip = |line: &str| line.contains(" 2022") && line.contains(" 2023");
        let y = shown.lines().position(is_strip);
        let line = y.and_then(|y| shown.lines().nth(y)).unwrap_or_default();
        let before = line.split(" 2023").next().unwrap_or_default();
        let x = guihua::text::width(before) + 2;
        play(&mut app, &format!("<click:{x},{}>", y.unwrap_or(0)));
        assert_eq!(
            app.document().assessment.as_of,
            date(2023, 12, 31),
            "{columns}: {x}, {y:?}\n{shown}"
        );
        assert!(layout::overview(app.size).height > 0);
    }
}

#[test]
fn nobody_sees_further_than_the_day_of_today() {
    let mut app = press("t", 80, 24);
    app.today = date(2026, 8, 1);
    play(&mut app, ">");
    assert_eq!(app.document().assessment.as_of, date(2026, 6, 30));
}
