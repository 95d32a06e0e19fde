//! The golden table of kinds, goals and years that the plan itself does not have: worked out by hand from docs/method.md.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guihua::card;
use guihua::embedded;
use guihua::evaluation::{Evaluation, Group, Method};
use guihua::plan::{Adjustment, Direction, GoalYear, Kind, Plan, Stated, Target};
use guihua::records::{self, Book};

use super::golden_table::{day, history};

/// A target of a made-up plan for 2021 to 2025, written `kind direction goal unit base`; `-` for none.
fn target(text: &str) -> Target {
    let plan = embedded::plan();
    let model = plan.target("working-age-schooling-years").unwrap();
    let [kind, direction, goal, unit, base] =
        <[&str; 5]>::try_from(text.split(' ').collect::<Vec<_>>()).unwrap();
    let known = |text: &str| (text != "-").then(|| text.to_owned());
    let kinds = Kind::ALL.iter();
    Target {
        kind: kinds.clone().find(|(_, word, _)| *word == kind).unwrap().0,
        direction: match direction {
            "up" => Some(Direction::Up),
            "down" => Some(Direction::Down),
            _ => None,
        },
        goal: known(goal).map(|goal| goal.parse().unwrap()),
        unit: known(unit),
        history: known(base)
            .map(|base| stated(2020, &base, model))
            .into_iter()
            .collect(),
        year: GoalYear::Assumed(2025),
        ..model.clone()
    }
}

fn stated(year: u16, value: &str, model: &Target) -> Stated {
    Stated {
        year,
        value: value.parse().unwrap(),
        citation: model.citation.clone(),
    }
}

/// The evaluation of a target by a history (see the other table) within a plan.
fn judged(target: &Target, plan: &Plan, text: &str, as_of: &str) -> Evaluation {
    let book = Book::of(Vec::new(), history(&target.id, text));
    Evaluation::of(target, plan, &book, day(as_of), &Method::default())
}

/// target · history · as of · verdict · what a card says of its progress.
const GOLDEN: &[(&str, &str, &str, &str, &str)] = &[
    // 年均增长 7%: 1.08 × 1.06 = 1.1448 < 1.1449.
    (
        "annual-growth - 7 % -",
        "",
        "2023-12-31",
        "尚无监测数据",
        "",
    ),
    (
        "annual-growth - 7 % -",
        "2021:8 2022:6",
        "2022-12-31",
        "期内未达到",
        "年均 +7%（2年），恰为目标值",
    ),
    (
        "annual-growth - 7 % -",
        "2021:8 2022:6.1",
        "2022-12-31",
        "期内达到",
        "年均 +7.05%（2年），超出目标0.05个百分点",
    ),
    (
        "annual-growth - 7 % -",
        "2021:7 2022:7 2023:7 2024:7 2025:7",
        "2026-01-01",
        "达到",
        "年均 +7%（5年），恰为目标值",
    ),
    (
        "annual-growth - 7 % -",
        "2021:7 2022:7 2023:7 2024:7 2025:6.9",
        "2026-01-01",
        "未达到",
        "年均 +6.98%（5年），差0.02个百分点",
    ),
    (
        "annual-growth - 7 % -",
        "2021:9 2022:9 2024:9 2025:9",
        "2026-01-01",
        "无法完全判定",
        "年均 +9%（4年），超出目标2个百分点",
    ),
    (
        "annual-growth - 7 % -",
        "2021:9 2022:5",
        "2026-01-01",
        "待终期数据",
        "年均 +6.98%（2年），差0.02个百分点",
    ),
    (
        "annual-growth - 7 % -",
        "2021:-100",
        "2021-12-31",
        "无法完全判定",
        "",
    ),
    // 五年累计降低 17%: a fifth of it is 3.4.
    (
        "period-change down 17 % -",
        "2021:3.4",
        "2021-12-31",
        "符合预期",
        "进度 20.0%，时间 20.0%，差13.6个百分点",
    ),
    (
        "period-change down 17 % -",
        "2021:-0.5",
        "2021-12-31",
        "倒退",
        "进度 −3.0%，时间 20.0%，差17.5个百分点",
    ),
    (
        "period-change down 17 % -",
        "2025:17",
        "2026-01-01",
        "达到",
        "进度 100.0%，时间 100.0%，恰为目标值",
    ),
    (
        "period-change down 17 % -",
        "2025:16.4",
        "2026-01-01",
        "未达到",
        "进度 96.4%，时间 100.0%，差0.6个百分点",
    ),
    (
        "period-change down 17 % -",
        "2025:-1",
        "2026-01-01",
        "未达到且高于基期",
        "进度 −5.9%，时间 100.0%，差18个百分点",
    ),
    (
        "period-change up 17 % -",
        "2025:-1",
        "2026-01-01",
        "未达到且低于基期",
        "进度 −5.9%，时间 100.0%，差18个百分点",
    ),
    // 提高 0.5 个百分点 from 35.20: the goal is no level.
    (
        "change-by up 0.5 % 35.20",
        "2023:35.5",
        "2023-12-31",
        "符合预期",
        "进度 60.0%，时间 60.0%，差0.2个百分点",
    ),
    (
        "change-by up 0.5 % 35.20",
        "2025:35.7",
        "2026-01-01",
        "达到",
        "进度 100.0%，时间 100.0%，恰为目标值",
    ),
    (
        "change-by up 0.5 % 35.20",
        "2025:35.66",
        "2026-01-01",
        "四舍五入后达到",
        "进度 92.0%，时间 100.0%，差0.04个百分点",
    ),
    (
        "change-by up 0.5 % 35.20",
        "2023:35.205",
        "2023-12-31",
        "与基期基本持平",
        "进度 1.0%，时间 60.0%，差0.495个百分点",
    ),
    (
        "change-by down 0.5 % 35.20",
        "2025:34.7",
        "2026-01-01",
        "达到",
        "进度 100.0%，时间 100.0%，恰为目标值",
    ),
    (
        "change-by down 0.5 % 35.20",
        "2025:35.3",
        "2026-01-01",
        "未达到且高于基期",
        "进度 −20.0%，时间 100.0%，差0.6个百分点",
    ),
    (
        "change-by up 0.5 % -",
        "2023:35.5",
        "2023-12-31",
        "缺基期值",
        "",
    ),
    (
        "change-by up 0.5 % -",
        "2020:35.2 2025:35.7",
        "2026-01-01",
        "达到",
        "进度 100.0%，时间 100.0%，恰为目标值",
    ),
    // 逐年另定: each year's own goal stands behind the stroke.
    (
        "set-yearly up - 套 -",
        "2021:300/300 2022:280/250",
        "2022-12-31",
        "期内达到",
        "达标年数 2/2年",
    ),
    (
        "set-yearly up - 套 -",
        "2021:300/310 2022:280/250",
        "2022-12-31",
        "期内未达到",
        "达标年数 1/2年",
    ),
    (
        "set-yearly down - 套 -",
        "2021:300/310 2022:250/250",
        "2022-12-31",
        "期内达到",
        "达标年数 2/2年",
    ),
    (
        "set-yearly up - 套 -",
        "2021:1/1 2022:1/1 2023:1/1 2024:1/1 2025:1/1",
        "2026-01-01",
        "达到",
        "达标年数 5/5年",
    ),
    (
        "set-yearly up - 套 -",
        "2021:1/1 2022:1/1 2023:1 2024:1/1 2025:1/1",
        "2026-01-01",
        "无法完全判定",
        "达标年数 4/4年",
    ),
    (
        "set-yearly up - 套 -",
        "2022:1/2",
        "2026-01-01",
        "未达到",
        "达标年数 0/1年",
    ),
    (
        "set-yearly up - 套 -",
        "2022:1",
        "2022-12-31",
        "缺对照值",
        "",
    ),
    // 约为 with the baseline above the goal is a fall, and what is too low is out of range.
    (
        "about - 80 人 100",
        "2023:88",
        "2023-12-31",
        "符合预期",
        "进度 60.0%，时间 60.0%，差8人",
    ),
    (
        "about - 80 人 100",
        "2025:79.2",
        "2026-01-01",
        "达到",
        "进度 104.0%，时间 100.0%，低于目标0.8人",
    ),
    (
        "about - 80 人 100",
        "2025:79.1",
        "2026-01-01",
        "超出约数范围",
        "进度 104.5%，时间 100.0%，低于目标0.9人",
    ),
    // Up to the time of the baseline no figure tells of the way since.
    (
        "increase-to - 12.5 年 -",
        "2020:10",
        "2023-12-31",
        "尚无监测数据",
        "",
    ),
];

#[test]
fn the_golden_table_of_further_kinds_holds() {
    let plan = embedded::plan();
    for (text, history, as_of, verdict, progress) in GOLDEN {
        let target = target(text);
        let found = judged(&target, &plan, history, as_of);
        assert_eq!(
            (
                found.verdict.label(),
                card::progress(&target, &found).as_str()
            ),
            (*verdict, *progress),
            "{text} with {history:?} as of {as_of}"
        );
        let why = found.why(&target, &Method::default());
        assert!(!why.is_empty());
    }
}

/// Remarks and reasons in lines.
fn reasons(target: &Target, found: &Evaluation) -> String {
    let why = found.why(target, &Method::default());
    let lines = why.iter().map(|it| format!("{} {}", it.label, it.text));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn of_several_dated_goals_the_next_one_counts_and_past_ones_are_concluded_apart() {
    let plan = embedded::plan();
    let mut target = target("increase-to - 100 % 20");
    target.milestones = vec![stated(2022, "60", &target)];
    let text = "2021:50 2022:61 2023:70";
    // 30 of 40 after one year of two.
    let before = judged(&target, &plan, text, "2021-12-31");
    assert_eq!(before.full_verdict(), "快于预期（2022年分年目标）");
    assert_eq!(
        card::goal(&target, &before).to_string(),
        "60%（2022年，分年目标）"
    );
    let why = reasons(&target, &before);
    assert!(
        why.contains("目标 60%（2022年，分年目标；最后的目标是2025年，推定100%）"),
        "{why}"
    );
    let after = judged(&target, &plan, text, "2023-12-31");
    assert_eq!(
        after.verdict.label(),
        "符合预期",
        "50 of 80 after three years of five"
    );
    assert_eq!(after.remarks, ["2022年分年目标60%：达到"]);
    let missed = judged(&target, &plan, "2022:59 2023:70", "2023-12-31");
    assert_eq!(missed.remarks, ["2022年分年目标60%：逾期达到"]);
    let open = judged(&target, &plan, "2021:59", "2022-12-31");
    assert!(
        open.remarks.is_empty(),
        "without its final figure it is open"
    );
    // Met before it is due: the whole is not achieved by that.
    let early = judged(&target, &plan, "2021:60", "2021-12-31");
    assert_eq!(
        (early.verdict.label(), early.group()),
        ("提前实现", Group::OnCourse)
    );
}

#[test]
fn an_adjusted_goal_counts_from_its_day_and_is_told() {
    let plan = embedded::plan();
    let mut target = target("increase-to - 100 人 50");
    target.adjusted = vec![Adjustment {
        date: "2023-06-30".to_owned(),
        document: "试政函〔2023〕1号".to_owned(),
        was: None,
        goal: "80".parse().ok(),
    }];
    let text = "2022:60";
    let before = judged(&target, &plan, text, "2023-06-29");
    assert_eq!(
        (before.verdict.label(), before.remarks.len()),
        ("明显滞后", 0),
        "10 of 50"
    );
    let after = judged(&target, &plan, text, "2023-06-30");
    assert_eq!(
        after.verdict.label(),
        "滞后",
        "10 of 30 after two years of five"
    );
    assert_eq!(after.gap.map(|gap| gap.to_string()), Some("20".to_owned()));
    let told = "目标于2023-06-30调整：100人 → 80人（试政函〔2023〕1号）";
    assert_eq!(after.remarks, [told]);
    assert!(reasons(&target, &after).contains(told));
    assert_eq!(
        card::goal(&target, &after).to_string(),
        "80人（2025年，推定，调整后）"
    );
    target.adjusted.push(Adjustment {
        date: "2024-01-01".to_owned(),
        document: "试政函〔2024〕2号".to_owned(),
        was: None,
        goal: None,
    });
    let given_up = judged(&target, &plan, text, "2024-01-01");
    assert_eq!(given_up.verdict.label(), "已调整");
    assert_eq!(
        given_up.remarks.last().map(String::as_str),
        Some("目标（80人）于2024-01-01取消（试政函〔2024〕2号）")
    );
    assert_eq!(given_up.needed(&target, plan.meta.period), None);
}

#[test]
fn without_a_year_nothing_is_early_late_or_ended() {
    let mut plan = embedded::plan();
    plan.meta.period = None;
    let cases = [
        ("increase-to - 100 人 50", "2030:60", "尚未达到"),
        ("increase-to - 100 人 50", "2030:40", "倒退"),
        ("increase-to - 100 人 50", "2030:100", "达到"),
        ("keep-below - 6 % -", "2030:6 2040:6", "期内未突破"),
        ("keep-below - 6 % -", "2030:7", "期内已突破"),
        ("cumulative - 6 人 -", "2030:1 2032:2", "尚未达到"),
        ("cumulative - 6 人 -", "2030:3 2032:3", "达到"),
        ("annual-growth - 7 % -", "2030:8", "期内达到"),
        ("set-yearly up - 套 -", "2030:8/9", "期内未达到"),
        ("period-change up 9 % -", "2030:3", "尚未达到"),
        ("change-by up 9 % -", "2030:3", "缺基期值"),
    ];
    for (text, history, verdict) in cases {
        let target = Target {
            year: GoalYear::Unknown,
            ..target(text)
        };
        for record in super::golden_table::history(&target.id, history) {
            let mut plan = plan.clone();
            plan.targets = vec![target.clone()];
            let outline = guihua::plan::Outline::of(&plan);
            records::check(&record, &plan, &outline).unwrap();
        }
        let found = judged(&target, &plan, history, "2090-12-31");
        assert_eq!(found.verdict.label(), verdict, "{text} with {history}");
        assert!(!found.ended && found.is_running() && found.missing.is_empty());
        assert_eq!(found.expected, None, "no share of an unknown time");
        assert_eq!(found.needed(&target, None), None);
        assert!(!reasons(&target, &found).contains('\u{0}'));
    }
}

#[test]
fn without_a_term_it_is_not_known_which_years_have_to_be_there() {
    let mut plan = embedded::plan();
    plan.meta.period = None;
    let found = judged(
        &target("keep-below - 6 % -"),
        &plan,
        "2024:5 2025:5",
        "2026-01-01",
    );
    assert_eq!(found.verdict.label(), "无法完全判定");
    assert_eq!(
        found.remarks,
        ["规划没有写明规划期，无从知道应有哪些年的数据"]
    );
    let broken = judged(&target("keep-below - 6 % -"), &plan, "2024:7", "2026-01-01");
    assert_eq!(broken.verdict.label(), "未达到", "one year decides");
}

#[test]
fn on_the_last_day_of_the_goal_its_final_figure_out_of_range_is_a_miss() {
    let plan = embedded::plan();
    let target = target("about - 80 人 60");
    let last_day = judged(&target, &plan, "2025:90", "2025-12-31");
    assert_eq!(
        (last_day.verdict.label(), last_day.group()),
        ("超出约数范围", Group::Missed)
    );
    let before = judged(&target, &plan, "2024:90", "2025-12-31");
    assert_eq!(before.group(), Group::Open);
}

#[test]
fn what_is_needed_counts_from_the_latest_figure_over_the_years_left() {
    let plan = embedded::plan();
    let needed = |text: &str, history: &str, as_of: &str| {
        let target = target(text);
        judged(&target, &plan, history, as_of).needed(&target, plan.meta.period)
    };
    let cases = [
        // 40 in two years.
        (
            "increase-to - 100 人 50",
            "2022:55 2023:60",
            "2024-06-30",
            "年均增加20人（由2023年60到2025年100）",
        ),
        (
            "increase-to - 100 人 50",
            "",
            "2024-06-30",
            "年均增加10人（由2020年50到2025年100）",
        ),
        (
            "change-by up 0.5 % 35.20",
            "2023:35.5",
            "2024-06-30",
            "年均增加0.1个百分点（由2023年35.5到2025年35.70）",
        ),
        (
            "period-change down 17 % -",
            "2023:8",
            "2024-06-30",
            "年均增加4.5个百分点（由2023年8到2025年17）",
        ),
        (
            "cumulative - 60 人 -",
            "2021:10 2022:20",
            "2023-06-30",
            "今后平均每年10人（到2022年已累计30人，2025年须累计60人）",
        ),
        (
            "cumulative - 60 人 -",
            "",
            "2021-06-30",
            "平均每年12人（2021—2025年累计60人）",
        ),
        // 1.07⁵ ÷ 1.05⁴ = 1.40255 ÷ 1.21551 = 1.15388.
        (
            "annual-growth - 7 % -",
            "2021:5 2022:5 2023:5 2024:5",
            "2025-06-30",
            "今后年均增长15.39%（到2025年全期年均7%）",
        ),
    ];
    for (text, history, as_of, wanted) in cases {
        assert_eq!(needed(text, history, as_of).as_deref(), Some(wanted));
    }
    let none = [
        ("increase-to - 100 人 50", "2023:100", "2024-06-30"),
        ("increase-to - 100 人 50", "2025:60", "2025-12-31"),
        ("increase-to - 100 人 50", "2023:60", "2026-01-01"),
        ("cumulative - 60 人 -", "2021:10 2023:20", "2023-12-31"),
    ];
    for (text, history, as_of) in none {
        assert_eq!(needed(text, history, as_of), None, "{text} {history}");
    }
}
