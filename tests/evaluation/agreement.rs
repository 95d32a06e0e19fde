//! A second implementation of the method, in Python and written from docs/method.md, has to agree with the program: on the
//! plan's own targets over six histories, and on random targets of all kinds over random histories.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that fails should fail loudly"
)]

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::support::programs::program;
use guihua::embedded;
use guihua::evaluation::{Evaluation, Method, Verdict};
use guihua::plan::{Adjustment, Direction, GoalYear, Kind, Number, Period, Plan, Stated, Target};
use guihua::records::{Book, Day, Flag, Moment, Observation, Record, Stage, Status, Subject};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use rust_decimal::Decimal;
use serde_json::{Value, json};

const DAYS: [&str; 8] = [
    "2020-12-31",
    "2021-12-31",
    "2023-06-30",
    "2023-12-31",
    "2025-12-30",
    "2025-12-31",
    "2026-01-01",
    "2037-12-31",
];

/// Six histories: per year 2020 to 2026 the way gone in percent (`None` for a year without a figure), and flags.
const HISTORIES: [(&str, [Option<i64>; 7]); 6] = [
    (
        "straight to the goal",
        [
            Some(0),
            Some(20),
            Some(40),
            Some(60),
            Some(80),
            Some(100),
            Some(120),
        ],
    ),
    (
        "too slow",
        [
            Some(0),
            Some(13),
            Some(24),
            Some(33),
            Some(50),
            Some(91),
            Some(101),
        ],
    ),
    (
        "down and out",
        [
            Some(0),
            Some(-10),
            Some(-5),
            Some(0),
            Some(-30),
            Some(-1),
            Some(-40),
        ],
    ),
    (
        "early and beyond",
        [
            Some(0),
            Some(99),
            Some(100),
            Some(130),
            Some(101),
            Some(180),
            None,
        ],
    ),
    (
        "with gaps",
        [None, None, Some(45), None, Some(76), Some(99), None],
    ),
    (
        "late",
        [None, Some(19), None, Some(57), None, None, Some(100)],
    ),
];

fn observation(target: &Target, period: Moment, value: Decimal) -> Observation {
    Observation {
        target: target.id.clone(),
        area: None,
        period,
        value: value.into(),
        unit: None,
        benchmark: None,
        flag: Flag::Normal,
        standing: None,
        source: "试算".to_owned(),
        note: None,
        recorded: None,
        replaces: false,
    }
}

/// The figures of a history for a target, around its own baseline and goal.
fn figures(target: &Target, n: usize) -> Vec<Observation> {
    let goal = target.goal.map_or(Decimal::from(50), Number::decimal);
    let base = target
        .baseline()
        .map_or(goal / Decimal::from(2), |base| base.value.decimal());
    let mut found = Vec::new();
    for (year, gone) in (2020_u16..).zip(HISTORIES[n].1) {
        let Some(gone) = gone else { continue };
        let gone = Decimal::new(gone, 2);
        let value = match target.kind {
            Kind::Cumulative => (goal / Decimal::from(5) * (gone + Decimal::new(5, 1))).round_dp(0),
            Kind::KeepBelow => goal * (gone + Decimal::new(2, 1)),
            _ => (base + (goal - base) * gone).round_dp(3),
        };
        let mut it = observation(target, Moment::Year(year), value);
        let pairs = matches!(target.kind, Kind::Relative | Kind::InStep);
        // One year has no counterpart, and one an equal one.
        if pairs && !(n == 1 && year == 2023) {
            let shift = Decimal::from(i64::from(year) % 3 - 1) * Decimal::new(n as i64 + 5, 1);
            it.benchmark = Some((value + shift).into());
        }
        it.flag = match (n, year) {
            (3, 2025) => Flag::Provisional,
            (4, 2024) => Flag::Break,
            (1, 2022) => Flag::Estimated,
            _ => Flag::Normal,
        };
        if year >= 2021 || target.baseline().is_none() {
            found.push(it);
        }
    }
    let by_year = matches!(
        target.kind,
        Kind::Cumulative | Kind::KeepBelow | Kind::Relative | Kind::InStep
    );
    if n >= 4 && !by_year {
        let date = jiff::civil::date(2023, 5, 1 + n as i8);
        found.push(observation(target, Moment::Day(date), base));
    }
    if by_year {
        found.retain(|it| it.period.year() >= 2021);
    }
    found
}

fn statuses(target: &Target, n: usize) -> Vec<Status> {
    let stages = [
        (Stage::Completed, "2025-06-30"),
        (Stage::Underway, "2023-03-01"),
        (Stage::NotStarted, "2025-12-31"),
        (Stage::Completed, "2026-05-01"),
        (Stage::NotCompleted, "2025-01-01"),
        (Stage::Adjusted, "2024-01-01"),
    ];
    let early = (Stage::Underway, "2022-01-01");
    [early, stages[n]]
        .map(|(stage, date)| Status {
            subject: Subject::Target(target.id.clone()),
            stage,
            date: date.parse::<Day>().unwrap(),
            source: Some("试算".to_owned()),
            note: None,
            recorded: None,
            replaces: false,
        })
        .to_vec()
}

/// The records of one of the six histories for a target of the plan.
fn of_history(target: &Target, n: usize) -> (Vec<Observation>, Vec<Status>) {
    // Half of the goals without a figure have records, the others have none.
    let statuses = if target.is_judged_by_record() && !target.id.len().is_multiple_of(4) {
        statuses(target, n)
    } else {
        Vec::new()
    };
    let figures = if target.kind == Kind::Qualitative {
        Vec::new()
    } else {
        figures(target, n)
    };
    (figures, statuses)
}

/// A case as the second implementation reads it, with what the program says of it.
struct Judged {
    input: Value,
    ours: Evaluation,
    needed: Option<Decimal>,
}

/// Judges a target by records as of a day, within the term of the plan.
fn judged(
    target: &Target,
    (figures, statuses): (Vec<Observation>, Vec<Status>),
    as_of: &str,
    plan: &Plan,
) -> Judged {
    let word = Kind::ALL
        .iter()
        .find(|(kind, ..)| *kind == target.kind)
        .unwrap()
        .1;
    let text = |number: Option<Number>| number.map(|number| number.to_string());
    let input = json!({
        "kind": word,
        "direction": target.direction,
        "goal": text(target.goal),
        "year": target.year,
        "start": plan.meta.period.map(|term| term.start),
        "baseline": target.baseline().map(|base| (base.year, base.value.to_string())),
        "milestones": target.milestones.iter().map(|it| json!({
            "year": it.year,
            "value": it.value.to_string(),
        })).collect::<Vec<_>>(),
        "adjusted": target.adjusted.iter().map(|it| json!({
            "date": it.date,
            "goal": text(it.goal),
        })).collect::<Vec<_>>(),
        "as_of": as_of,
        "observations": figures.iter().map(|it| json!({
            "period": it.period,
            "value": it.value.to_string(),
            "benchmark": text(it.benchmark),
            "flag": it.flag,
        })).collect::<Vec<_>>(),
        "statuses": statuses.iter().map(|it| json!({ "stage": it.stage, "date": it.date })).collect::<Vec<_>>(),
    });
    let records = figures.into_iter().map(Record::Observation);
    let records = records
        .chain(statuses.into_iter().map(Record::Status))
        .collect();
    let book = Book::of(Vec::new(), records);
    let method = Method::default();
    let ours = Evaluation::of(target, plan, &book, as_of.parse().unwrap(), &method);
    Judged {
        input,
        needed: ours.needed_per_year(target, plan.meta.period),
        ours,
    }
}

/// What the second implementation makes of the cases. `None` without Python.
fn second_opinion(cases: &[Judged]) -> Option<Vec<Value>> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/evaluation/evaluate.py");
    let mut child = Command::new(program(&["python3"])?)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let inputs: Vec<&Value> = cases.iter().map(|case| &case.input).collect();
    let mut input = child.stdin.take().unwrap();
    let inputs = serde_json::to_vec(&inputs).unwrap();
    input.write_all(&inputs).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let theirs: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(theirs.len(), cases.len());
    Some(theirs)
}

/// Compares all cases with the second implementation; the words of all verdicts, once each.
fn agreed(cases: &[Judged]) -> Option<Vec<&'static str>> {
    for (
        Judged {
            input,
            ours,
            needed,
        },
        theirs,
    ) in cases.iter().zip(second_opinion(cases)?)
    {
        let number = |key: &str| {
            theirs[key]
                .as_str()
                .map(|text| text.parse::<Decimal>().unwrap())
        };
        let words = (Some(ours.verdict.label()), ours.interim.map(Verdict::label));
        let their_words = (theirs["verdict"].as_str(), theirs["interim"].as_str());
        assert_eq!(words, their_words, "{input}");
        let provisional = theirs["provisional"].as_bool();
        assert_eq!(Some(ours.provisional), provisional, "{input}");
        for (name, ours) in [
            ("fraction", ours.fraction()),
            ("expected", ours.expected),
            ("gap", ours.gap),
            ("needed", *needed),
        ] {
            let same = match (ours, number(name)) {
                (Some(a), Some(b)) => (a - b).abs() < Decimal::new(1, 15),
                (a, b) => a == b,
            };
            let theirs = number(name);
            assert!(same, "{name}: {ours:?} and {theirs:?} of {input}");
        }
    }
    let mut words: Vec<&str> = cases.iter().map(|it| it.ours.verdict.label()).collect();
    words.sort_unstable();
    words.dedup();
    println!("{} cases, verdicts: {words:?}", cases.len());
    Some(words)
}

/// Targets of every kind that the plan itself does not have.
fn targets(plan: &Plan) -> Vec<Target> {
    let mut targets = plan.targets.clone();
    let model = plan.target("working-age-schooling-years").unwrap();
    let citation = model.citation.clone();
    for (kind, goal, base) in [
        (Kind::DecreaseTo, "4.5", Some("7.25")),
        (Kind::DecreaseTo, "0", Some("3")),
        (Kind::AtMost, "10", Some("16.4")),
        (Kind::AtMost, "10", None),
        (Kind::About, "80", Some("100")),
        (Kind::About, "80", None),
        (Kind::IncreaseTo, "12.5", Some("12.48")),
        (Kind::IncreaseTo, "5", Some("-5")),
        (Kind::AtLeast, "90", Some("95")),
    ] {
        let history = base.map(|value| Stated {
            year: 2020,
            value: value.parse().unwrap(),
            citation: citation.clone(),
        });
        targets.push(Target {
            id: format!("{kind:?}-{goal}-{base:?}"),
            kind,
            goal: goal.parse().ok(),
            history: history.into_iter().collect(),
            ..model.clone()
        });
    }
    targets
}

#[test]
fn a_second_implementation_agrees_on_every_target_over_six_histories() {
    let plan = embedded::plan();
    let mut cases = Vec::new();
    for target in targets(&plan) {
        for n in 0..HISTORIES.len() {
            for as_of in DAYS {
                cases.push(judged(&target, of_history(&target, n), as_of, &plan));
            }
        }
    }
    let Some(words) = agreed(&cases) else { return };
    assert!(
        words.len() >= 25,
        "the histories bring out nearly every verdict: {words:?}"
    );
}

/// A number with few digits, so that ties and bounds are met often.
fn few_digits() -> impl Strategy<Value = Decimal> {
    (-40_i64..200, 0_u32..3).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

/// A goal: what it is for, and how it came to change.
fn random_target(model: Target) -> impl Strategy<Value = Target> {
    let kind = prop::sample::select(Kind::ALL.map(|(kind, ..)| kind).to_vec());
    let year = prop::sample::select(vec![
        GoalYear::Stated(2025),
        GoalYear::Assumed(2025),
        GoalYear::Stated(2024),
        GoalYear::Unknown,
    ]);
    let base = prop::option::of((2018_u16..2023, few_digits()));
    let goal = || (1_i64..200, 0_u32..3).prop_map(|(digits, scale)| Decimal::new(digits, scale));
    let milestone = prop::option::weighted(0.2, (2021_u16..2024, goal()));
    let adjusted = prop::option::weighted(0.2, prop::option::of(goal()));
    (
        kind,
        year,
        base,
        goal(),
        any::<bool>(),
        (milestone, adjusted),
    )
        .prop_map(
            move |(kind, year, base, goal, falls, (milestone, adjusted))| {
                let stated = |(year, value): (u16, Decimal)| Stated {
                    year,
                    value: value.into(),
                    citation: model.citation.clone(),
                };
                let has_goal = kind.needs_goal() || (kind == Kind::FullCoverage && falls);
                let direction = if falls {
                    Direction::Down
                } else {
                    Direction::Up
                };
                let dated = milestone.filter(|_| has_goal).into_iter();
                let adjusted = adjusted.filter(|new| has_goal || new.is_none());
                let adjusted = adjusted.into_iter().map(|goal| Adjustment {
                    date: "2023-06-30".to_owned(),
                    document: "试函〔2023〕1号".to_owned(),
                    was: None,
                    goal: goal.map(Number::from),
                });
                Target {
                    kind,
                    direction: kind.needs_direction().then_some(direction),
                    goal: has_goal.then(|| goal.into()),
                    year,
                    history: base.into_iter().map(stated).collect(),
                    milestones: dated.map(stated).collect(),
                    adjusted: adjusted.collect(),
                    ..model.clone()
                }
            },
        )
}

/// Figures of some of the years, and perhaps one of a part of a year or of a day.
fn random_figures() -> impl Strategy<Value = Vec<(Moment, Decimal, Option<Decimal>, Flag)>> {
    let flag = prop_oneof![
        8 => Just(Flag::Normal),
        1 => Just(Flag::Provisional),
        1 => Just(Flag::Break),
    ];
    let figure = (
        few_digits(),
        prop::option::weighted(0.8, few_digits()),
        flag,
    );
    let years = prop::collection::vec(prop::option::weighted(0.75, figure), 8);
    let part = prop::sample::select(vec![
        "2023-05-17",
        "2023H1",
        "2024H2",
        "2023Q2",
        "2025Q4",
        "2023-06",
        "2025-12",
        "2023-12",
    ]);
    (years, prop::option::weighted(0.3, (few_digits(), part))).prop_map(|(years, part)| {
        let years = (2019_u16..).zip(years);
        let years = years.filter_map(|(year, figure)| {
            let (value, benchmark, flag) = figure?;
            Some((Moment::Year(year), value, benchmark, flag))
        });
        let part = part.map(|(value, period)| (period.parse().unwrap(), value, None, Flag::Normal));
        years.chain(part).collect()
    })
}

#[test]
fn a_second_implementation_agrees_on_random_targets_of_all_sixteen_kinds() {
    let mut plan = embedded::plan();
    let model = plan.target("working-age-schooling-years").unwrap().clone();
    let strategy = (
        random_target(model),
        random_figures(),
        prop::sample::select(DAYS.to_vec()),
        0..6_usize,
        prop::bool::weighted(0.85),
    );
    let mut runner = TestRunner::deterministic();
    let mut cases = Vec::new();
    for _ in 0..6000 {
        let drawn = strategy.new_tree(&mut runner).unwrap().current();
        let (target, figures, as_of, n, has_term) = drawn;
        plan.meta.period = has_term.then_some(Period {
            start: 2021,
            end: 2025,
        });
        let figures = figures.into_iter().map(|(period, value, benchmark, flag)| {
            let mut it = observation(&target, period, value);
            it.benchmark = benchmark
                .filter(|_| target.kind.takes_benchmark())
                .map(Number::from);
            it.flag = flag;
            it
        });
        // A file can't hold other times of a target that is judged year by year.
        let by_year = target.kind.is_yearly();
        let figures = figures.filter(|it| !by_year || matches!(it.period, Moment::Year(_)));
        let figures = figures.collect();
        let statuses = if target.is_judged_by_record() && n > 0 {
            statuses(&target, n)
        } else {
            Vec::new()
        };
        cases.push(judged(&target, (figures, statuses), as_of, &plan));
    }
    for (kind, word, _) in Kind::ALL {
        let has_figure =
            |it: &&Judged| it.input["kind"] == word && it.ours.verdict != Verdict::NoData;
        let count = cases.iter().filter(has_figure).count();
        assert!(count > 50, "{kind:?} is among the cases: {count}");
    }
    let Some(words) = agreed(&cases) else { return };
    assert!(
        words.len() >= 33,
        "they bring out nearly every verdict: {words:?}"
    );
}
