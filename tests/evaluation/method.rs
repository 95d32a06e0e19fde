//! The method against itself: the properties that any history must have.

#![expect(clippy::unwrap_used, reason = "a test that fails should fail loudly")]

use guihua::embedded;
use guihua::evaluation::{Evaluation, Method};
use guihua::plan::{Kind, Stated, Target};
use guihua::records::{Book, Flag, Moment, Observation, Record};
use proptest::prelude::*;
use rust_decimal::Decimal;

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
            let _ = guihua::evaluation::Projection::of(&evaluation);
        }
    }
}
