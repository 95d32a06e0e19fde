//! The presentation: what fills the screen, how one goes through it, and that it ends where it began.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use crate::support::screen::{cells, play, press, screen};
use guihua::app::{App, Effect, Slide, View};
use ratatui::style::Modifier;

/// The sizes of a projector's terminal, from a large font to a small one.
const ROOMS: [(u16, u16); 4] = [(60, 20), (80, 24), (120, 40), (200, 60)];

fn slide(app: &App) -> Option<&Slide> {
    app.presentation().and_then(|open| open.slide())
}

/// The cells that large digits fill, as a picture in which each cell is two rows.
fn digits(app: &App) -> Vec<String> {
    let buffer = cells(app);
    let mut rows = Vec::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let (mut upper, mut lower) = (String::new(), String::new());
        for x in buffer.area.left()..buffer.area.right() {
            let cell = &buffer[(x, y)];
            let is_solid = cell.modifier.contains(Modifier::REVERSED);
            let halves = match cell.symbol() {
                " " if is_solid => ['#', '#'],
                "▄" if is_solid => ['#', ' '],
                "▀" if is_solid => [' ', '#'],
                _ => [' ', ' '],
            };
            upper.push(halves[0]);
            lower.push(halves[1]);
        }
        rows.extend([upper, lower]);
    }
    rows
}

/// The digit 5, dot by dot.
const FIVE: [&str; 7] = [
    "#####", "##   ", "#### ", "   ##", "   ##", "## ##", " ### ",
];

/// Whether a digit stands in a picture, each dot of it `scale` wide and high.
fn has_digit(picture: &[String], digit: [&str; 7], scale: usize) -> bool {
    let wide = |row: &str| row.chars().flat_map(|dot| vec![dot; scale]).collect();
    let rows: Vec<String> = digit.into_iter().map(wide).collect();
    let rows: Vec<&String> = rows.iter().flat_map(|row| vec![row; scale]).collect();
    let starts = (0..picture.len()).flat_map(|y| (0..picture[y].len()).map(move |x| (x, y)));
    let stands = |(x, y): (usize, usize)| {
        let mut own = rows.iter().enumerate();
        own.all(|(n, row)| {
            let line = picture.get(y + n);
            line.and_then(|line| line.get(x..x + row.len())) == Some(row.as_str())
        })
    };
    starts.into_iter().any(stands)
}

#[test]
fn a_target_fills_the_screen_with_its_figures_in_large_digits() {
    for (columns, rows) in ROOMS {
        // Its goal is 95 % and more.
        let app = press("/czh<Enter>p", columns, rows);
        let text = screen(&app);
        assert!(text.contains("常住人口城镇化率"), "{text}");
        assert!(!text.contains("概览"), "nothing else stands there\n{text}");
        let picture = digits(&app);
        let scale = (1..=4).find(|scale| has_digit(&picture, FIVE, *scale));
        assert!(scale.is_some(), "{columns}×{rows}: {text}");
    }
}

#[test]
fn the_latest_figure_and_the_goal_stand_apart() {
    for (columns, rows) in [(80, 24), (120, 40), (160, 45), (200, 60), (240, 70)] {
        let app = press("tp", columns, rows);
        let picture = digits(&app);
        let is_filled = |x: usize| {
            picture
                .iter()
                .any(|row| row.as_bytes().get(x) == Some(&b'#'))
        };
        let filled: Vec<usize> = (0..usize::from(columns))
            .filter(|x| is_filled(*x))
            .collect();
        let gaps = filled.windows(2).map(|pair| pair[1] - pair[0]);
        // Between digits of one figure there are fewer columns than a digit has.
        let wide = gaps.filter(|gap| *gap > 8).count();
        assert_eq!(wide, 1, "{columns}×{rows}\n{}", screen(&app));
    }
}

#[test]
fn a_heading_and_a_paragraph_are_whole_where_they_have_room() {
    let (columns, rows) = (200, 60);
    let mut app = press("rp", columns, rows);
    for _ in 0..40 {
        let text = app.slide_text().expect("a text is shown");
        assert!(2 * text.lines.len() < usize::from(rows) - 5, "it has room");
        let shown = screen(&app);
        assert!(!shown.contains("余 "), "{shown}");
        let end = text
            .lines
            .last()
            .and_then(|line| text.text.get(line.clone()));
        let end = end.expect("it has lines").trim();
        assert!(shown.contains(end), "“{end}” is not on\n{shown}");
        play(&mut app, "<Right>");
    }
}

#[test]
fn one_goes_through_what_the_view_lists_and_is_back_where_it_began() {
    for keys in ["o", "t", "w", "i", "r:3.1.2<Enter>", "/tuoyu<Enter>"] {
        let mut app = press(keys, 80, 24);
        let view = app.document().view;
        play(&mut app, "p");
        let first = slide(&app).cloned().expect("there is something to show");
        play(&mut app, "<Right>");
        assert_ne!(slide(&app), Some(&first), "{keys}: the next one");
        play(&mut app, "<Left>");
        assert_eq!(slide(&app), Some(&first), "{keys}: back");
        play(&mut app, "<End>nnn");
        assert!(screen(&app).contains("已是最后一项"), "{}", screen(&app));
        play(&mut app, "<Home><Left>");
        assert!(screen(&app).contains("已是第一项"), "{}", screen(&app));
        play(&mut app, "<Esc>");
        assert!(app.presentation().is_none());
        assert_eq!(app.document().view, view, "{keys}");
    }
}

#[test]
fn the_view_follows_and_keys_act_on_what_is_shown() {
    let mut app = press("t", 120, 40);
    play(&mut app, "p<Right><Right>");
    let Some(Slide::Target(index)) = slide(&app).cloned() else {
        panic!("a target is shown");
    };
    let name = app.document().dossier.plan.targets[index].name.clone();
    let copied = play(&mut app, "y");
    let quote = &app.document().dossier.plan.targets[index].citation.quote;
    let is_own = |effect: &Effect| matches!(effect, Effect::Copy(text) if text.contains(quote));
    assert!(copied.iter().any(is_own), "{copied:?}");
    play(&mut app, "<Esc>");
    let selected = app.document().selected_target();
    assert_eq!(selected.map(|it| it.name.as_str()), Some(name.as_str()));
}

#[test]
fn the_years_move_under_a_target() {
    let mut app = press("p", 120, 40);
    let now = screen(&app);
    play(&mut app, "<lt>");
    assert_ne!(now, screen(&app));
    assert!(app.presentation().is_some());
}

#[test]
fn a_long_paragraph_is_shown_to_its_last_word() {
    for (columns, rows) in ROOMS.into_iter().chain([(40, 12)]) {
        let mut app = press("r:3.1.2p1<Enter>p", columns, rows);
        let whole = app.slide_text().expect("a text is shown").text;
        let mut seen = screen(&app);
        let first = slide(&app).cloned();
        for _ in 0..40 {
            play(&mut app, "<Down>");
            if slide(&app).cloned() != first {
                break;
            }
            seen.push_str(&screen(&app));
        }
        let bare = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
        let seen = bare(&seen);
        for sentence in whole.split_inclusive('。') {
            let ends: String = sentence.chars().rev().take(8).collect();
            let ends: String = ends.chars().rev().collect();
            assert!(seen.contains(&bare(&ends)), "{columns}×{rows}: {ends}");
        }
    }
}

#[test]
fn help_over_a_presentation_names_its_keys_and_closes_to_it() {
    let mut app = press("p?", 120, 40);
    assert!(screen(&app).contains("投影时下一项"), "{}", screen(&app));
    play(&mut app, "<Esc>");
    assert!(app.presentation().is_some());
    assert_eq!(app.document().view, View::Overview);
}
