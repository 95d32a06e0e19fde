//! The first screen as a scoreboard, and the list of targets to work with: numbers are doors, rows are ordered, chosen and
//! folded.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

use std::fmt::Write as _;

use crate::support::screen::{SIZES, items_in, play, press, screen};
use guihua::app::listing::Row;
use guihua::app::overview::{self, Door};
use guihua::app::sifting::Order;
use guihua::app::{App, View};
use guihua::dossier::Dossier;
use guihua::embedded;
use guihua::evaluation::{Evaluation, Group};
use guihua::plan::Target;
use guihua::records::{self, Book};
use guihua::text::width;
use jiff::civil::date;
use ratatui::layout::Size;

/// The program with a figure for every target with a goal of its own, but for the last `without` of them: made up, some
/// above the goal and some below.
fn recorded(without: usize, keys: &str, (columns, rows): (u16, u16)) -> App {
    let plan = embedded::plan();
    let promised: Vec<&Target> = plan.targets.iter().filter(|it| it.goal.is_some()).collect();
    let mut lines = String::new();
    for (n, target) in promised.iter().take(promised.len() - without).enumerate() {
        let goal = target.goal.expect("it has one").decimal();
        let value = goal * rust_decimal::Decimal::new(95 + n as i64 % 3 * 4, 2);
        writeln!(
            lines,
            "- {{ target: {}, period: 2025, value: {value}, source: 试算 }}",
            target.id
        )
        .expect("a string takes it");
    }
    let own = records::survey(&lines, &plan, records::Side::Own);
    let book = Book::over(Vec::new(), own);
    let size = Size::new(columns, rows);
    let mut app = App::new(Dossier::of(plan, book), date(2026, 6, 30), size);
    play(&mut app, keys);
    app
}

/// The targets of a list in its order.
fn listed(app: &App) -> Vec<(&Target, &Evaluation)> {
    let document = app.document();
    let rows = document.target_rows().into_iter();
    let items = rows.filter_map(|row| match row {
        Row::Item(item) => Some(item),
        _ => None,
    });
    let of = |item: usize| document.assessment.targets(&document.dossier).nth(item);
    items.filter_map(of).collect()
}

#[test]
fn every_number_of_the_overview_opens_the_targets_that_it_counts() {
    let app = recorded(4, "", (120, 40));
    let board = &app.document().assessment.board;
    let mut opened = 0;
    for (at, row) in app.overview_rows().iter().enumerate() {
        let overview::Row::Tally(_) = row else {
            continue;
        };
        let area = guihua::layout::overview(app.size);
        for (n, chip) in app.overview_doors(row, area).iter().enumerate() {
            let Door::Group(tier, group) = chip.value else {
                panic!("{chip:?} is no number");
            };
            let count = board.overall.of(tier).count(group);
            assert!(chip.label.contains(&count.to_string()), "{}", chip.label);
            let (x, y) = (chip.area.x, area.y + at as u16);
            let click = format!("<click:{},{y}>", x + 1);
            let keys = "g".to_owned() + &"j".repeat(at - 1) + &"l".repeat(n) + "<Enter>";
            for keys in [click, keys] {
                let app = recorded(4, &keys, (120, 40));
                assert_eq!(app.document().view, View::Targets, "{keys}");
                let rows = app.document().target_rows();
                assert_eq!(items_in(&rows), count, "{keys}: {rows:?}");
                for (target, evaluation) in listed(&app) {
                    assert_eq!((target.tier, evaluation.group()), (tier, group));
                }
                opened += 1;
            }
        }
    }
    assert!(opened >= 6, "{opened} numbers were opened");
}

#[test]
fn the_counts_stand_whole_on_every_size() {
    for size in [(40, 30), (60, 20), (80, 24), (120, 40)] {
        let app = recorded(4, "", size);
        let shown = screen(&app);
        let area = guihua::layout::overview(app.size);
        let mut total = 0;
        let rows = app.overview_rows();
        for row in &*rows {
            for chip in app.overview_doors(row, area) {
                if let Door::Group(tier, group) = chip.value {
                    total += app
                        .document()
                        .assessment
                        .board
                        .overall
                        .of(tier)
                        .count(group);
                    assert!(shown.contains(chip.label.trim()), "{}: {shown}", chip.label);
                }
            }
        }
        let board = &app.document().assessment.board;
        let all: usize = board
            .tiers()
            .map(|tier| board.overall.of(tier).total())
            .sum();
        assert_eq!(total, all, "{size:?}");
    }
}

#[test]
fn every_domain_counts_the_same_on_all_screens() {
    let app = press("", 120, 40);
    let domains: Vec<(usize, usize)> = app
        .overview_rows()
        .iter()
        .filter_map(|row| match row {
            overview::Row::Domain { shares, .. } => Some(*shares),
            _ => None,
        })
        .collect();
    assert_eq!(domains.len(), app.document().dossier.plan.domains.len());
    for (n, (leading, also)) in (1..).zip(domains) {
        let app = press(&format!("t{n}"), 120, 40);
        let rows = app.document().target_rows();
        assert_eq!(items_in(&rows), leading + also, "domain {n}");
        let words = format!("{leading} 主＋{also} 兼");
        assert!(screen(&app).contains(&words), "{}", screen(&app));
        let overview = screen(&press("", 120, 40));
        assert!(overview.contains(&words), "{overview}");
    }
}

#[test]
fn the_first_screen_tells_of_each_promise_in_figures_how_it_stands() {
    for size in SIZES {
        let mut app = recorded(4, "g", size);
        let mut seen = screen(&app);
        for _ in 0..80 {
            play(&mut app, "j");
            seen += &screen(&app);
        }
        for words in ["尚无监测数据的 4 项", "52.6万人左右", "✗ 未达到", "✓ 达到"]
        {
            assert!(seen.contains(words), "{words} at {size:?}");
        }
        assert!(!seen.contains("无数"), "{size:?}");
        // No figure and no verdict of ours is cut.
        let row = seen.lines().find(|line| line.contains("户籍人口"));
        let row = row.expect("the row is there");
        assert!(row.contains("49.97"), "{row}");
    }
}

#[test]
fn everything_that_is_selected_on_the_first_screen_can_be_opened() {
    let mut app = recorded(4, "g", (80, 24));
    let mut places = 0;
    loop {
        let here = app.document().overview;
        let door = app
            .overview_door()
            .expect("what is selected opens something");
        play(&mut app, "<Enter>");
        let has_led = app.document().view != View::Overview || app.form().is_some();
        assert!(has_led || app.message.is_some(), "{door:?}");
        play(&mut app, "<Esc>oj");
        places += 1;
        assert!(places < 200, "the end is reached");
        if app.document().overview == here {
            break;
        }
    }
    assert!(places > 25, "{places} places");
}

#[test]
fn one_key_orders_the_list_by_each_column_and_another_view_does_not_change_that() {
    let mut app = recorded(0, "t", (120, 40));
    let plain: Vec<String> = listed(&app).iter().map(|it| it.0.id.clone()).collect();
    play(&mut app, "s");
    assert_eq!(app.document().order, Order::Verdict);
    let groups: Vec<Group> = listed(&app).iter().map(|it| it.1.group()).collect();
    let missed = groups.iter().filter(|it| **it == Group::Missed).count();
    assert!(missed > 1);
    assert!(groups.iter().take(missed).all(|it| *it == Group::Missed));
    assert!(screen(&app).contains("进展▾"), "{}", screen(&app));
    play(&mut app, "s");
    let way: Vec<_> = listed(&app)
        .iter()
        .filter_map(|it| it.1.fraction())
        .collect();
    assert!(way.len() > 3);
    play(&mut app, "s");
    assert_eq!(app.document().order, Order::Latest);
    let figures: Vec<_> = listed(&app)
        .iter()
        .map_while(|it| Some(it.1.latest()?.value.decimal()))
        .collect();
    assert!(figures.len() > 10 && figures.is_sorted_by(|a, b| a >= b));
    play(&mut app, "rt");
    assert_eq!(app.document().order, Order::Latest);
    play(&mut app, "sss");
    let ids: Vec<String> = listed(&app).iter().map(|it| it.0.id.clone()).collect();
    assert_eq!(ids, plain);
}

#[test]
fn the_list_is_narrowed_by_what_is_chosen_until_that_is_taken_back() {
    let mut app = recorded(4, "t", (120, 40));
    let all = items_in(&app.document().target_rows());
    play(&mut app, "f<Enter>");
    assert!(screen(&app).contains("[x] 有监测数据"), "{}", screen(&app));
    play(&mut app, "<Esc>");
    let known = listed(&app);
    assert!(known.len() < all && known.iter().all(|it| it.1.group() != Group::NoData));
    assert!(
        screen(&app).contains("筛选：有监测数据"),
        "{}",
        screen(&app)
    );
    // Another choice of the same kind is an alternative, one of another kind narrows further.
    play(&mut app, "fj<Enter><Esc>");
    assert_eq!(items_in(&app.document().target_rows()), all);
    play(&mut app, "fj<Enter>jjjj<Enter><Esc>rt");
    let missed = listed(&app);
    assert!(!missed.is_empty());
    assert!(
        missed.iter().all(|it| it.1.group() == Group::Missed),
        "{}",
        screen(&app)
    );
    play(&mut app, "<Esc>");
    assert_eq!(items_in(&app.document().target_rows()), all);
}

#[test]
fn on_a_wide_screen_all_rows_stand_in_two_columns_and_open_as_on_others() {
    let size = (200, 60);
    let app = recorded(4, "", size);
    let (rows, places) = (app.overview_rows(), app.overview_places());
    assert!(places.is_in_two());
    let lines: Vec<_> = (0..rows.len()).map(|row| places.line(row)).collect();
    let beside = rows.iter().position(|row| *row == overview::Row::Beside);
    let beside = beside.expect("a column ends");
    let right = places.column(beside + 1);
    assert!(right.x > places.column(0).right());
    let mut opened = 0;
    for (at, row) in rows.iter().enumerate().filter(|(at, _)| *at != beside) {
        let line = lines[at].expect("every row is on the screen");
        assert_eq!(places.row_at(line.x, line.y, rows.len()), Some(at));
        let Some(door) = app.overview_doors(row, line).first().map(|it| it.area) else {
            continue;
        };
        if matches!(row, overview::Row::Domain { .. } | overview::Row::Target(_)) {
            let click = format!("<click:{},{}>", door.x + 1, door.y);
            let app = recorded(4, &click, size);
            assert_eq!(app.document().view, View::Targets, "{row:?}");
            opened += 1;
        }
    }
    assert!(opened > 8, "{opened}");
    // The arrows lead from one column to the other and back.
    let left = app.document().overview.selected;
    let mut app = recorded(4, "l", size);
    assert!(
        app.document().overview.selected > beside,
        "{}",
        screen(&app)
    );
    play(&mut app, "h");
    assert!(app.document().overview.selected < beside);
    assert!(left < beside);
}

#[test]
fn on_a_wide_screen_the_chart_of_the_selected_target_stands_below_the_board() {
    let mut app = press("", 200, 60);
    let names = |app: &App| {
        let screen = screen(app);
        let count = |name: &str| screen.matches(name).count();
        (count(" 户籍人口 ─"), count(" 常住人口 ─"))
    };
    assert_eq!(names(&app), (1, 0), "{}", screen(&app));
    play(&mut app, "j");
    assert_eq!(names(&app), (0, 1), "{}", screen(&app));
    assert!(screen(&app).contains("匀速应到"), "{}", screen(&app));
}

#[test]
fn rows_without_data_are_one_row_that_opens() {
    let mut app = recorded(4, "t", (120, 40));
    let fold = |app: &App| {
        let rows = app.document().target_rows();
        let found = rows.iter().position(|row| matches!(row, Row::Fold { .. }));
        found.expect("there is a fold")
    };
    let before = app.document().target_rows().len();
    // Selected, it tells what each of them is to reach.
    let all = embedded::plan();
    let down = fold(&app) - app.document().targets.selected;
    play(&mut app, &"j".repeat(down));
    assert_eq!(app.document().targets.selected, fold(&app));
    assert!(
        screen(&app).contains("▸ 尚无监测数据 4 项"),
        "{}",
        screen(&app)
    );
    let details = app.details();
    let told: String = details.iter().map(|line| line.text.as_str()).collect();
    let rows = app.document().target_rows();
    let Some(Row::Fold { items, .. }) = rows.get(fold(&app)) else {
        panic!("{rows:?}");
    };
    for item in items {
        assert!(told.contains(&all.targets[*item].name), "{}", screen(&app));
    }
    play(&mut app, "<Enter>");
    assert_eq!(app.document().target_rows().len(), before + 4);
    play(&mut app, "<Enter>");
    assert_eq!(app.document().target_rows().len(), before);
    // One key opens all of them, and closes them.
    let targets = app.document().dossier.plan.targets.len();
    play(&mut app, "Z");
    assert_eq!(items_in(&app.document().target_rows()), targets);
    let items = app.document().target_rows().into_iter();
    assert_eq!(
        items.filter(|row| matches!(row, Row::Item(_))).count(),
        targets
    );
    play(&mut app, "Z");
    assert_eq!(app.document().target_rows().len(), before);
    // What is sought elsewhere is shown even if it was folded.
    let plan = embedded::plan();
    let mut promised = plan.targets.iter().filter(|it| it.goal.is_some());
    let last = promised.next_back().expect("there are some");
    play(&mut app, &format!("/{} :指标<Enter>", last.name));
    let selected = app.document().selected_target();
    let selected = selected.map(|it| it.name.as_str());
    assert_eq!(
        (app.document().view, selected),
        (View::Targets, Some(last.name.as_str()))
    );
}

/// The rows of the domains on the overview in some columns, with all of the screen for messages.
fn domain_rows(columns: u16) -> (Vec<String>, String) {
    let mut app = press("", columns, 60);
    app.resize(Size::new(columns, 60));
    let screen = screen(&app);
    let rows = app.document().dossier.plan.domains.iter().enumerate();
    let lines = rows.map(|(n, name)| {
        let label = format!("{} {name} ", n + 1);
        let found = screen
            .lines()
            .find(|line| line.trim_start().starts_with(&label));
        let found = found.unwrap_or_else(|| panic!("no {label} on\n{screen}"));
        found.to_owned()
    });
    (lines.collect(), screen)
}

#[test]
fn the_counts_of_domains_stand_below_each_other_beside_names_that_are_whole() {
    for (columns, _) in SIZES {
        let (lines, screen) = domain_rows(columns);
        let places = lines.iter().map(|line| {
            let before = |words: &str| Some(width(line.split_once(words)?.0));
            (before(" 项（"), before("任务"))
        });
        let places: Vec<_> = places.collect();
        assert!(places[0].0.is_some(), "{screen}");
        assert!(places.windows(2).all(|it| it[0] == it[1]), "{screen}");
    }
}

#[test]
fn a_domain_has_a_sign_for_each_target_at_every_size() {
    let signs = |columns: u16| {
        let (lines, screen) = domain_rows(columns);
        let signs = lines
            .iter()
            .map(|line| line.split_whitespace().nth(2).map(str::to_owned));
        (signs.collect::<Vec<_>>(), screen)
    };
    let (all, _) = signs(120);
    assert!(all.iter().flatten().any(|it| it.chars().count() > 10));
    for (columns, _) in SIZES {
        let (own, screen) = signs(columns);
        assert_eq!(own, all, "{screen}");
    }
}

#[test]
fn a_verdict_beside_a_gauge_is_never_a_bare_sign() {
    let app = recorded(2, "t", (60, 20));
    let screen = screen(&app);
    let gauged = screen.lines().filter(|line| line.contains('▆'));
    let told: Vec<&str> = gauged.collect();
    assert!(told.len() >= 4, "{screen}");
    for line in told {
        assert!(
            !line.trim_end().ends_with(['✓', '✗', '▴', '▾', '?']),
            "{line}"
        );
    }
}
