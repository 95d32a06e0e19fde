//! The method against itself: a second implementation in Python, and the properties that any history must have.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that fails should fail loudly"
)]

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::support::programs::program;
use guihua::embedded;
use guihua::evaluation::{Evaluation, Method};
use guihua::plan::{Kind, Plan, Stated, Target};
use guihua::records::{Book, Day, Flag, Moment, Observation, Record, Stage, Status, Subject};
use proptest::prelude::*;
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
    let goal = target
        .goal
        .map_or(Decimal::from(50), guihua::plan::Number::decimal);
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

fn case(target: &Target, n: usize, as_of: &str, plan: &Plan) -> (Value, Evaluation) {
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
    let word = Kind::ALL
        .iter()
        .find(|(kind, ..)| *kind == target.kind)
        .unwrap()
        .1;
    let input = json!({
        "kind": word,
        "direction": target.direction,
        "goal": target.goal.map(|goal| goal.to_string()),
        "year": target.year,
        "start": plan.meta.term().start,
        "baseline": target.baseline().map(|base| (base.year, base.value.to_string())),
        "as_of": as_of,
        "observations": figures.iter().map(|it| json!({
            "period": it.period,
            "value": it.value.to_string(),
            "benchmark": it.benchmark.map(|value| value.to_string()),
            "flag": it.flag,
        })).collect::<Vec<_>>(),
        "statuses": statuses.iter().map(|it| json!({ "stage": it.stage, "date": it.date })).collect::<Vec<_>>(),
    });
    let records = figures.into_iter().map(Record::Observation);
    let records = records
        .chain(statuses.into_iter().map(Record::Status))
        .collect();
    let book = Book::of(Vec::new(), records);
    let evaluation = Evaluation::of(
        target,
        plan,
        &book,
        as_of.parse().unwrap(),
        &Method::default(),
    );
    (input, evaluation)
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
    let (mut cases, mut ours) = (Vec::new(), Vec::new());
    for target in targets(&plan) {
        for (n, (name, _)) in HISTORIES.iter().enumerate() {
            for as_of in DAYS {
                let (input, evaluation) = case(&target, n, as_of, &plan);
                cases.push(input);
                ours.push((format!("{} {name} as of {as_of}", target.id), evaluation));
            }
        }
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/evaluation/evaluate.py");
    let Some(python) = program(&["python3"]) else {
        return;
    };
    let mut child = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input
        .write_all(&serde_json::to_vec(&cases).unwrap())
        .unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let theirs: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(theirs.len(), ours.len());
    let mut words: Vec<&str> = Vec::new();
    for ((name, ours), (theirs, input)) in ours.iter().zip(theirs.iter().zip(&cases)) {
        let number = |key: &str| {
            theirs[key]
                .as_str()
                .map(|text| text.parse::<Decimal>().unwrap())
        };
        assert_eq!(
            Some(ours.verdict.label()),
            theirs["verdict"].as_str(),
            "{name}: {input}"
        );
        assert_eq!(
            ours.interim.map(guihua::evaluation::Verdict::label),
            theirs["interim"].as_str(),
            "{name}: {input}"
        );
        assert_eq!(
            Some(ours.provisional),
            theirs["provisional"].as_bool(),
            "{name}: {input}"
        );
        for (ours, theirs) in [
            (ours.fraction(), number("fraction")),
            (ours.expected, number("expected")),
            (ours.gap, number("gap")),
        ] {
            let same = match (ours, theirs) {
                (Some(a), Some(b)) => (a - b).abs() < Decimal::new(1, 15),
                (a, b) => a == b,
            };
            assert!(same, "{name}: {ours:?} and {theirs:?} of {input}");
        }
        words.push(ours.verdict.label());
    }
    words.sort_unstable();
    words.dedup();
    println!("{} cases, verdicts: {words:?}", cases.len());
    assert!(
        words.len() >= 25,
        "the histories bring out nearly every verdict: {words:?}"
    );
}

/// A target to rise or fall from one figure to another, with one figure in 2023.
fn level(base: Decimal, goal: Decimal, value: Decimal) -> Evaluation {
    let plan = embedded::plan();
    let model = plan.target("working-age-schooling-years").unwrap();
    let stated = Stated {
        year: 2020,
        value: base.into(),
        citation: model.citation.clone(),
    };
    let target = Target {
        kind: if goal > base {
            Kind::IncreaseTo
        } else {
            Kind::DecreaseTo
        },
        goal: Some(goal.into()),
        history: vec![stated],
        ..model.clone()
    };
    let record = Record::Observation(observation(&target, Moment::Year(2023), value));
    let book = Book::of(Vec::new(), vec![record]);
    let day = jiff::civil::date(2023, 12, 31);
    Evaluation::of(&target, &plan, &book, day, &Method::default())
}

fn two_decimals() -> impl Strategy<Value = Decimal> {
    (-1_000_000_i64..1_000_000).prop_map(|n| Decimal::new(n, 2))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn progress_is_0_at_the_baseline_and_1_at_the_goal(base in two_decimals(), goal in two_decimals()) {
        prop_assume!(base != goal);
        prop_assert_eq!(level(base, goal, base).fraction(), Some(Decimal::ZERO));
        prop_assert_eq!(level(base, goal, goal).fraction(), Some(Decimal::ONE));
    }

    #[test]
    fn progress_grows_towards_the_goal(base in two_decimals(), goal in two_decimals(), a in two_decimals(), b in two_decimals()) {
        prop_assume!(base != goal && a != b);
        let (worse, better) = if (a < b) == (base < goal) { (a, b) } else { (b, a) };
        let (worse, better) = (level(base, goal, worse), level(base, goal, better));
        prop_assert!(worse.fraction() < better.fraction());
        prop_assert!(worse.gap > better.gap);
        let rank = |it: &Evaluation| ["倒退", "明显滞后", "滞后", "符合预期", "快于预期", "提前实现"].iter().position(|word| *word == it.verdict.label());
        if let (Some(worse), Some(better)) = (rank(&worse), rank(&better)) {
            prop_assert!(worse <= better);
        }
    }

    #[test]
    fn the_unit_changes_nothing(base in two_decimals(), goal in two_decimals(), value in two_decimals(), power in 0_u32..4) {
        prop_assume!(base != goal);
        // Another unit: the same figures with the point moved, as 万人 and 人.
        let moved = |mut figure: Decimal| { figure.set_scale(2 + power).unwrap(); figure };
        let (one, other) = (level(base, goal, value), level(moved(base), moved(goal), moved(value)));
        prop_assert_eq!(one.verdict, other.verdict);
        let (one, other) = (one.fraction().unwrap(), other.fraction().unwrap());
        prop_assert!((one - other).abs() < Decimal::new(1, 15));
    }

    #[test]
    fn figures_of_any_size_that_may_be_read_do_no_harm(
        figures in prop::array::uniform3((-999_999_999_999_999_i64..1_000_000_000_000_000, 0_u32..9)),
    ) {
        let [base, goal, value] = figures.map(|(digits, scale)| Decimal::new(digits, scale));
        let near = base + Decimal::new(1, 8);
        for goal in [goal, near, base] {
            let evaluation = level(base, goal, value);
            let plan = embedded::plan();
            let target = plan.target("working-age-schooling-years").unwrap();
            let _ = (evaluation.why(target, &Method::default()), evaluation.measure.text(None));
            let _ = guihua::evaluation::Projection::of(&evaluation, target);
        }
    }
}
