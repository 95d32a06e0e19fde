//! The golden table of the method: worked out by hand from docs/method.md, not from the code.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guihua::assessment::Assessment;
use guihua::dossier::Dossier;
use guihua::evaluation::{self, Evaluation, Group, Method, Projection};
use guihua::plan::{Plan, Tier};
use guihua::records::{Book, Day, Flag, Moment, Observation, Record, Stage, Status, Subject};
use guihua::{embedded, records};
use jiff::civil::Date;
use rust_decimal::Decimal;

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn observation(target: &str, period: &str, value: &str) -> Observation {
    let (value, benchmark) = value
        .split_once('/')
        .map_or((value, None), |(v, b)| (v, Some(b)));
    let (value, flag) = match value.strip_suffix(['?', '!']) {
        Some(plain) if value.ends_with('?') => (plain, Flag::Provisional),
        Some(plain) => (plain, Flag::Break),
        None => (value, Flag::Normal),
    };
    Observation {
        target: target.to_owned(),
        area: None,
        period: period.parse::<Moment>().unwrap(),
        value: value.parse().unwrap(),
        unit: None,
        benchmark: benchmark.map(|text| text.parse().unwrap()),
        flag,
        standing: None,
        source: "试算".to_owned(),
        note: None,
        recorded: None,
        replaces: false,
    }
}

/// A history written `2021:119 2022:120.5`; `/` before the benchmark, `?` provisional, `!` another measure.
pub(super) fn history(target: &str, text: &str) -> Vec<Record> {
    text.split_whitespace()
        .map(|item| {
            let (period, value) = item.split_once(':').unwrap();
            Record::Observation(observation(target, period, value))
        })
        .collect()
}

fn evaluate(plan: &Plan, target: &str, book: &Book, as_of: &str) -> Evaluation {
    let target = plan.target(target).unwrap();
    Evaluation::of(target, plan, book, day(as_of), &Method::default())
}

fn assessed(plan: &Plan, book: &Book, as_of: &str) -> Assessment {
    Assessment::of(&Dossier::of(plan.clone(), book.clone()), day(as_of))
}

fn shipped() -> Book {
    Book::of(embedded::observations(), Vec::new())
}

#[test]
fn the_published_figures_are_judged_as_the_requirement_says() {
    let (plan, book) = (embedded::plan(), shipped());
    let resident = evaluate(&plan, "resident-population", &book, "2023-12-31");
    assert_eq!(resident.verdict.label(), "与基期基本持平");
    assert_eq!(evaluation::percent(resident.fraction().unwrap()), "−0.2%");
    let registered = evaluate(&plan, "registered-population", &book, "2023-12-31");
    assert_eq!(registered.verdict.label(), "滞后");
    assert_eq!(evaluation::percent(registered.fraction().unwrap()), "42.7%");
    assert_eq!(registered.expected, Some(Decimal::new(6, 1)));
    for evaluation in [&resident, &registered] {
        assert!(
            Projection::of(evaluation)
                .unwrap()
                .method
                .contains("直线外推")
        );
    }
}

#[test]
fn after_the_term_both_wait_for_the_final_figure_and_all_others_have_none() {
    let (plan, book) = (embedded::plan(), shipped());
    for as_of in ["2026-01-01", "2026-11-23", "2040-01-01"] {
        for evaluation in assessed(&plan, &book, as_of).evaluations {
            let (verdict, interim) = match evaluation.target.as_str() {
                "resident-population" => ("待终期数据", Some("与基期基本持平")),
                "registered-population" => ("待终期数据", Some("滞后")),
                _ => ("尚无监测数据", None),
            };
            assert_eq!(
                evaluation.verdict.label(),
                verdict,
                "{} {as_of}",
                evaluation.target
            );
            assert_eq!(evaluation.interim.map(evaluation::Verdict::label), interim);
            assert_eq!(
                Projection::of(&evaluation),
                None,
                "no projection after the end"
            );
        }
    }
}

#[test]
fn nothing_after_the_day_is_seen() {
    let (plan, book) = (embedded::plan(), shipped());
    for evaluation in assessed(&plan, &book, "2020-12-31").evaluations {
        assert_eq!(evaluation.verdict.label(), "尚无监测数据");
        assert!(evaluation.seen.is_empty());
    }
    let seen = |as_of| {
        evaluate(&plan, "resident-population", &book, as_of)
            .seen
            .len()
    };
    let days = ["2022-12-30", "2022-12-31", "2023-12-30", "2023-12-31"];
    assert_eq!(days.map(seen), [0, 1, 1, 2]);
}

#[test]
fn roll_ups_are_counts_with_denominators() {
    let (plan, book) = (embedded::plan(), shipped());
    let board = assessed(&plan, &book, "2026-11-23").board;
    let targets = &board.overall.targets;
    assert_eq!(targets.observed(), 2);
    assert_eq!(targets.count(Group::Open), 2);
    assert_eq!(targets.count(Group::Reached), 0);
    for (_, tier) in Tier::ALL {
        let of_plan = plan.targets.iter().filter(|target| target.tier == tier);
        let counted = board.overall.of(tier).total() + board.beyond.of(tier);
        assert_eq!(counted, of_plan.count(), "{tier:?}");
        let by_domain = board.rows(tier).into_iter();
        let by_domain: usize = by_domain.map(|(_, tally)| tally.total()).sum();
        assert_eq!(by_domain, board.overall.of(tier).total());
    }
}

/// target · history · as of · verdict · measure · what is missing.
const GOLDEN: &[(&str, &str, &str, &str, &str, &str)] = &[
    // 左右: 135 ± 1.35 from 119.5, of which a year is 3.1.
    (
        "resident-population",
        "",
        "2023-12-31",
        "尚无监测数据",
        "",
        "-",
    ),
    (
        "resident-population",
        "2021:122.6",
        "2021-12-31",
        "符合预期",
        "进度 20.0%",
        "12.4",
    ),
    (
        "resident-population",
        "2021:122.755",
        "2021-12-31",
        "快于预期",
        "进度 21.0%",
        "12.245",
    ),
    (
        "resident-population",
        "2021:122.7549",
        "2021-12-31",
        "符合预期",
        "进度 20.9%",
        "12.2451",
    ),
    (
        "resident-population",
        "2021:122.445",
        "2021-12-31",
        "符合预期",
        "进度 19.0%",
        "12.555",
    ),
    (
        "resident-population",
        "2021:122.4449",
        "2021-12-31",
        "滞后",
        "进度 18.9%",
        "12.5551",
    ),
    (
        "resident-population",
        "2021:121.36",
        "2021-12-31",
        "滞后",
        "进度 12.0%",
        "13.64",
    ),
    (
        "resident-population",
        "2021:121.3599",
        "2021-12-31",
        "明显滞后",
        "进度 11.9%",
        "13.6401",
    ),
    (
        "resident-population",
        "2021:119.5",
        "2021-12-31",
        "与基期基本持平",
        "进度 0.0%",
        "15.5",
    ),
    (
        "resident-population",
        "2021:119.4",
        "2021-12-31",
        "倒退",
        "进度 −0.7%",
        "15.6",
    ),
    // Half of the last digit of 119.5 is 0.05: up to that, nothing can be told from the rounding of the baseline.
    (
        "resident-population",
        "2021:119.45",
        "2021-12-31",
        "与基期基本持平",
        "进度 −0.4%",
        "15.55",
    ),
    (
        "resident-population",
        "2021:119.4499",
        "2021-12-31",
        "倒退",
        "进度 −0.4%",
        "15.5501",
    ),
    (
        "resident-population",
        "2021:119.55",
        "2021-12-31",
        "与基期基本持平",
        "进度 0.3%",
        "15.45",
    ),
    (
        "resident-population",
        "2022:118.62",
        "2022-12-31",
        "倒退",
        "进度 −5.7%",
        "16.38",
    ),
    (
        "resident-population",
        "2025:119.46",
        "2026-01-01",
        "未达到",
        "进度 −0.3%",
        "15.54",
    ),
    (
        "resident-population",
        "2023:133.65",
        "2024-06-30",
        "提前实现",
        "进度 91.2%",
        "1.35",
    ),
    (
        "resident-population",
        "2023:137",
        "2024-06-30",
        "超出约数范围",
        "进度 112.9%",
        "-2",
    ),
    (
        "resident-population",
        "2025:133.65",
        "2025-12-31",
        "达到",
        "进度 91.2%",
        "1.35",
    ),
    (
        "resident-population",
        "2025:133.64",
        "2026-01-01",
        "未达到",
        "进度 91.2%",
        "1.36",
    ),
    (
        "resident-population",
        "2025:136.35",
        "2026-01-01",
        "达到",
        "进度 108.7%",
        "-1.35",
    ),
    (
        "resident-population",
        "2025:136.36",
        "2026-01-01",
        "超出约数范围",
        "进度 108.7%",
        "-1.36",
    ),
    (
        "resident-population",
        "2024:134 2025:134.2",
        "2026-01-01",
        "提前达到",
        "进度 94.8%",
        "0.8",
    ),
    (
        "resident-population",
        "2023:134 2024:133 2025:134.2",
        "2026-01-01",
        "达到",
        "进度 94.8%",
        "0.8",
    ),
    (
        "resident-population",
        "2025:119",
        "2026-01-01",
        "未达到且低于基期",
        "进度 −3.3%",
        "16",
    ),
    (
        "resident-population",
        "2025:130 2026:134",
        "2026-12-31",
        "逾期达到",
        "进度 67.7%",
        "5",
    ),
    (
        "resident-population",
        "2025:130 2026:134",
        "2026-12-30",
        "未达到",
        "进度 67.7%",
        "5",
    ),
    (
        "resident-population",
        "2026:134",
        "2026-12-31",
        "待终期数据",
        "",
        "-",
    ),
    (
        "resident-population",
        "2025-06-30:134",
        "2026-01-01",
        "待终期数据",
        "进度 93.5%",
        "1",
    ),
    (
        "resident-population",
        "2025-12-31:134",
        "2026-01-01",
        "达到",
        "进度 93.5%",
        "1",
    ),
    (
        "resident-population",
        "2022:120 2023:100!",
        "2023-12-31",
        "口径不一致",
        "",
        "-",
    ),
    (
        "resident-population",
        "2025:134?",
        "2026-01-01",
        "达到（初步）",
        "进度 93.5%",
        "1",
    ),
    // 183 of 365 days: 182.5 would be half of the year, so half of a year's way is a little behind the time.
    (
        "resident-population",
        "2021-07-02:121.05",
        "2021-07-02",
        "符合预期",
        "进度 10.0%",
        "13.95",
    ),
    // 增至, goal of one decimal, baseline of two: 12.31 rounds to 12.3 and does not reach 12.5.
    (
        "working-age-schooling-years",
        "2025:12.5",
        "2026-01-01",
        "达到",
        "进度 100.0%",
        "0",
    ),
    (
        "working-age-schooling-years",
        "2025:12.46",
        "2026-01-01",
        "四舍五入后达到",
        "进度 78.9%",
        "0.04",
    ),
    (
        "working-age-schooling-years",
        "2025:12.45",
        "2026-01-01",
        "四舍五入后达到",
        "进度 73.6%",
        "0.05",
    ),
    (
        "working-age-schooling-years",
        "2025:12.449",
        "2026-01-01",
        "未达到",
        "进度 73.1%",
        "0.051",
    ),
    (
        "working-age-schooling-years",
        "2024:12.46",
        "2024-12-31",
        "符合预期",
        "进度 78.9%",
        "0.04",
    ),
    (
        "working-age-schooling-years",
        "2023:12.6",
        "2023-12-31",
        "提前实现",
        "进度 152.6%",
        "-0.1",
    ),
    (
        "life-expectancy",
        "2025:82.58",
        "2026-03-01",
        "达到",
        "进度 140.8%",
        "-0.20",
    ),
    (
        "life-expectancy",
        "2025:82.37",
        "2026-03-01",
        "未达到",
        "进度 97.9%",
        "0.01",
    ),
    (
        "life-expectancy",
        "2025:82.375",
        "2026-03-01",
        "四舍五入后达到",
        "进度 98.9%",
        "0.005",
    ),
    (
        "life-expectancy",
        "2025:81.5",
        "2026-03-01",
        "未达到且低于基期",
        "进度 −79.6%",
        "0.88",
    ),
    (
        "childcare-places",
        "2023:3.2",
        "2023-12-31",
        "尚未达到",
        "距目标 −1.3个/千人",
        "1.3",
    ),
    (
        "childcare-places",
        "2020:1.5 2023:3.2",
        "2023-12-31",
        "滞后",
        "进度 56.6%",
        "1.3",
    ),
    (
        "childcare-places",
        "2023:3.2",
        "2026-01-01",
        "待终期数据",
        "距目标 −1.3个/千人",
        "1.3",
    ),
    (
        "childcare-places",
        "2025:4.45",
        "2026-01-01",
        "四舍五入后达到",
        "距目标 −0.05个/千人",
        "0.05",
    ),
    // 以上: the baseline 94.76 rounds to the goal itself, so rounding proves nothing.
    (
        "resident-urbanization-rate",
        "2025:95",
        "2026-01-01",
        "达到",
        "进度 100.0%",
        "0",
    ),
    (
        "resident-urbanization-rate",
        "2025:94.9",
        "2026-01-01",
        "未达到",
        "进度 58.3%",
        "0.1",
    ),
    (
        "resident-urbanization-rate",
        "2025:94.7",
        "2026-01-01",
        "未达到且低于基期",
        "进度 −25.0%",
        "0.3",
    ),
    (
        "preschool-enrolment-rate",
        "2022:88.2",
        "2022-12-31",
        "符合预期",
        "进度 40.0%",
        "4.8",
    ),
    (
        "elderly-health-management",
        "2023:75",
        "2023-12-31",
        "尚未达到",
        "距目标 −5个百分点",
        "5",
    ),
    (
        "elderly-health-management",
        "2025:79.6",
        "2026-01-01",
        "四舍五入后达到",
        "距目标 −0.4个百分点",
        "0.4",
    ),
    (
        "elderly-health-management",
        "2025:79.4",
        "2026-01-01",
        "未达到",
        "距目标 −0.6个百分点",
        "0.6",
    ),
    (
        "elderly-health-management",
        "2020:82 2025:81",
        "2026-01-01",
        "达到",
        "距目标 +1个百分点",
        "-1",
    ),
    // 全期不超过.
    (
        "surveyed-unemployment-rate",
        "2021:5.5 2022:6",
        "2022-12-31",
        "期内未突破",
        "达标年数 2/2年",
        "0",
    ),
    (
        "surveyed-unemployment-rate",
        "2021:5.5 2022:6.1",
        "2022-12-31",
        "期内已突破",
        "达标年数 1/2年",
        "0.1",
    ),
    (
        "surveyed-unemployment-rate",
        "2021:5 2022:6.1 2023:5 2024:5 2025:5",
        "2026-01-01",
        "未达到",
        "达标年数 4/5年",
        "-1",
    ),
    (
        "surveyed-unemployment-rate",
        "2021:5 2022:6 2023:5 2024:5 2025:5",
        "2026-01-01",
        "达到",
        "达标年数 5/5年",
        "-1",
    ),
    (
        "surveyed-unemployment-rate",
        "2021:5 2022:6 2024:5 2025:5",
        "2026-01-01",
        "无法完全判定",
        "达标年数 4/4年",
        "-1",
    ),
    (
        "surveyed-unemployment-rate",
        "2021:5 2022:6 2023:5",
        "2026-01-01",
        "待终期数据",
        "达标年数 3/3年",
        "-1",
    ),
    (
        "surveyed-unemployment-rate",
        "2022:6.4",
        "2026-01-01",
        "未达到",
        "达标年数 0/1年",
        "0.4",
    ),
    // 累计 6000 in five years: 1200 a year.
    (
        "professional-titles",
        "2021:1200",
        "2021-12-31",
        "符合预期",
        "完成率 20.0%（累计1200人）",
        "4800",
    ),
    (
        "professional-titles",
        "2021:1000 2022:1000",
        "2022-12-31",
        "滞后",
        "完成率 33.3%（累计2000人）",
        "4000",
    ),
    (
        "professional-titles",
        "2021:1500 2023:1500",
        "2023-12-31",
        "无法完全判定",
        "完成率 50.0%（累计3000人）",
        "3000",
    ),
    (
        "professional-titles",
        "2021:3000 2023:3000",
        "2023-12-31",
        "提前实现",
        "完成率 100.0%（累计6000人）",
        "0",
    ),
    (
        "professional-titles",
        "2021:3000 2023:3000",
        "2026-01-01",
        "提前达到",
        "完成率 100.0%（累计6000人）",
        "0",
    ),
    (
        "professional-titles",
        "2021:1200 2022:1200 2023:1200 2024:1200 2025:1200",
        "2026-01-01",
        "达到",
        "完成率 100.0%（累计6000人）",
        "0",
    ),
    (
        "professional-titles",
        "2021:1200 2022:1200 2023:1200 2024:1200 2025:1199",
        "2026-01-01",
        "未达到",
        "完成率 99.9%（累计5999人）",
        "1",
    ),
    (
        "professional-titles",
        "2021:1200 2022:1200 2023:1200 2025:1200",
        "2026-01-01",
        "无法完全判定",
        "完成率 80.0%（累计4800人）",
        "1200",
    ),
    (
        "professional-titles",
        "2021:1200 2022:1200",
        "2026-01-01",
        "待终期数据",
        "完成率 40.0%（累计2400人）",
        "3600",
    ),
    // 全覆盖 with a figure: no rounding.
    (
        "medical-elderly-care-coverage",
        "2025:99.9",
        "2026-01-01",
        "未达到",
        "距目标 −0.1个百分点",
        "0.1",
    ),
    (
        "medical-elderly-care-coverage",
        "2024:100 2025:100",
        "2026-01-01",
        "提前达到",
        "距目标 0个百分点",
        "0",
    ),
    (
        "elderly-meals-coverage",
        "2025:99.5",
        "2026-01-01",
        "待评定",
        "",
        "-",
    ),
    // 优于对照, strictly.
    (
        "infant-mortality",
        "2022:1.5/2.1",
        "2022-12-31",
        "期内优于对照",
        "达标年数 1/1年",
        "-0.6",
    ),
    (
        "infant-mortality",
        "2022:2.2/2.1",
        "2022-12-31",
        "期内未优于对照",
        "达标年数 0/1年",
        "0.1",
    ),
    (
        "infant-mortality",
        "2022:2.2",
        "2022-12-31",
        "缺对照值",
        "缺同期对照值",
        "-",
    ),
    (
        "maternal-mortality",
        "2025:0/0",
        "2026-01-01",
        "未达到",
        "达标年数 0/1年",
        "0",
    ),
    (
        "maternal-mortality",
        "2024:9/8 2025:0/5.1",
        "2026-01-01",
        "达到",
        "达标年数 1/2年",
        "-5.1",
    ),
    (
        "maternal-mortality",
        "2024:0/8",
        "2026-01-01",
        "待终期数据",
        "达标年数 1/1年",
        "-8",
    ),
    // 同步: at most one point behind on average.
    (
        "disposable-income",
        "2021:8.2/7.1 2022:3.0/3.5",
        "2022-12-31",
        "期内同步",
        "增速差 +0.3个百分点",
        "-",
    ),
    (
        "disposable-income",
        "2021:4.0/7.1",
        "2021-12-31",
        "期内不同步",
        "增速差 −3.1个百分点",
        "-",
    ),
    (
        "disposable-income",
        "2021:5/6 2022:5/6 2023:5/6 2024:5/6 2025:5/6",
        "2026-01-01",
        "达到",
        "增速差 −1个百分点",
        "-",
    ),
    (
        "disposable-income",
        "2021:5/6 2022:5/6 2023:5/6 2024:5/6 2025:5/6.1",
        "2026-01-01",
        "未达到",
        "增速差 −1.02个百分点",
        "-",
    ),
    (
        "disposable-income",
        "2021:5/6 2025:5/5",
        "2026-01-01",
        "无法完全判定",
        "增速差 −0.5个百分点",
        "-",
    ),
    // 定方向. Half of the last digit of 30.15 is 0.005.
    (
        "health-literacy",
        "2023:30.155",
        "2023-12-31",
        "与基期基本持平",
        "较基期 +0.005个百分点",
        "-",
    ),
    (
        "health-literacy",
        "2025:30.145",
        "2026-01-01",
        "与基期基本持平",
        "较基期 −0.005个百分点",
        "-",
    ),
    (
        "health-literacy",
        "2023:33.1",
        "2023-12-31",
        "方向一致",
        "较基期 +2.95个百分点",
        "-",
    ),
    (
        "health-literacy",
        "2023:30.15",
        "2023-12-31",
        "与基期持平",
        "较基期 0个百分点",
        "-",
    ),
    (
        "health-literacy",
        "2025:30.1",
        "2026-01-01",
        "未达到且低于基期",
        "较基期 −0.05个百分点",
        "-",
    ),
    (
        "health-literacy",
        "2025:30.16",
        "2026-01-01",
        "达到",
        "较基期 +0.01个百分点",
        "-",
    ),
    (
        "dementia-prevalence",
        "2023:5.1",
        "2023-12-31",
        "缺基期值",
        "",
        "-",
    ),
    (
        "dementia-prevalence",
        "2020:5.6 2025:5.7",
        "2026-01-01",
        "未达到且高于基期",
        "较基期 +0.1",
        "-",
    ),
    (
        "dementia-prevalence",
        "2020:5.6 2025:5.1",
        "2026-01-01",
        "达到",
        "较基期 −0.5",
        "-",
    ),
];

#[test]
fn the_golden_table_holds() {
    let plan = embedded::plan();
    let outline = guihua::plan::Outline::of(&plan);
    for (id, text, as_of, verdict, measure, missing) in GOLDEN {
        let records = history(id, text);
        for record in &records {
            records::check(record, &plan, &outline).unwrap();
        }
        let found = evaluate(&plan, id, &Book::of(Vec::new(), records), as_of);
        let target = plan.target(id).unwrap();
        let gap = found.gap.map_or("-".to_owned(), |gap| gap.to_string());
        let unit = target.unit.as_deref();
        assert_eq!(
            (
                found.verdict_text().as_str(),
                found.measure.text(unit).as_str()
            ),
            (*verdict, *measure),
            "{id} with {text:?} as of {as_of}"
        );
        let wanted: Option<Decimal> = missing.parse().ok();
        assert_eq!(found.gap, wanted, "{id} with {text:?}: {gap}");
        assert!(!found.why(target, &Method::default()).is_empty());
    }
}

#[test]
fn goals_without_a_figure_go_by_their_records() {
    let plan = embedded::plan();
    let cases = [
        ("2023-06-30", Stage::Underway, "2023-12-31", "推进中"),
        ("2023-06-30", Stage::Underway, "2023-06-29", "尚无监测数据"),
        ("2023-06-30", Stage::NotStarted, "2023-12-31", "未启动"),
        ("2023-06-30", Stage::Completed, "2023-12-31", "提前实现"),
        ("2023-06-30", Stage::Completed, "2026-01-01", "达到"),
        ("2026-03-31", Stage::Completed, "2026-06-30", "逾期达到"),
        ("2023-06-30", Stage::Underway, "2026-01-01", "待终期数据"),
        ("2026-01-15", Stage::Underway, "2026-06-30", "未达到"),
        ("2025-06-30", Stage::NotCompleted, "2025-06-30", "未完成"),
        ("2025-06-30", Stage::NotCompleted, "2026-06-30", "未达到"),
        ("2025-06-30", Stage::Adjusted, "2026-06-30", "已调整"),
    ];
    for (date, stage, as_of, verdict) in cases {
        let status = Status {
            subject: Subject::Target("infant-care-system".to_owned()),
            stage,
            date: Day(day(date)),
            source: Some("试算".to_owned()),
            note: None,
            recorded: None,
            replaces: false,
        };
        let book = Book::of(Vec::new(), vec![Record::Status(status)]);
        let found = evaluate(&plan, "infant-care-system", &book, as_of);
        assert_eq!(
            found.verdict.label(),
            verdict,
            "{date} {stage:?} as of {as_of}"
        );
        assert_eq!(
            found.fraction(),
            None,
            "a goal without a figure has no gauge"
        );
    }
}

/// What a reader is told of a target with a history: verdict, progress, remarks, and why.
fn told(target: &str, text: &str, as_of: &str) -> (String, String, String, String) {
    let plan = embedded::plan();
    let book = Book::of(Vec::new(), history(target, text));
    let found = evaluate(&plan, target, &book, as_of);
    let target = plan.target(target).unwrap();
    let why = found.why(target, &Method::default());
    let why: Vec<String> = why
        .iter()
        .map(|step| format!("{} {}", step.label, step.text))
        .collect();
    (
        found.full_verdict(),
        guihua::card::progress(target, &found),
        found.remarks.join("；"),
        why.join("\n"),
    )
}

#[test]
fn a_limit_is_not_exceeded_to_the_good_and_its_breach_is_named() {
    let history = "2021:5.5 2022:6.1 2023:5 2024:5 2025:5";
    let (verdict, progress, remarks, why) =
        told("surveyed-unemployment-rate", history, "2026-01-01");
    assert_eq!(verdict, "未达到");
    assert_eq!(progress, "达标年数 4/5年，2025年低于上限1个百分点");
    assert_eq!(remarks, "2022年6.1%突破上限0.1个百分点");
    for line in [
        "逐年 2021年 5.5 ≤ 6，达标",
        "逐年 2022年 6.1 > 6，未达标",
        "阈值 每年 ≤ 6% 为达标，一年超过即未达到（6%为规划所定；",
        "说明 2022年6.1%突破上限0.1个百分点",
    ] {
        assert!(why.contains(line), "{line} in\n{why}");
    }
    let (_, progress, ..) = told("surveyed-unemployment-rate", "2021:6.4", "2021-12-31");
    assert_eq!(progress, "达标年数 0/1年，2021年高于上限0.4个百分点");
    let (_, progress, ..) = told("medical-elderly-care-coverage", "2025:95", "2026-01-01");
    assert_eq!(progress, "距目标 −5个百分点", "it is said once");
}

#[test]
fn the_reasons_put_in_the_figures_of_every_year() {
    let (.., why) = told(
        "maternal-mortality",
        "2022:3.1/5 2023:4 2025:0/0",
        "2026-01-01",
    );
    for line in [
        "逐年 2022年 3.1 低于对照 5，差 −1.9",
        "逐年 2023年 4，缺同期对照值",
        "逐年 2025年 0 等于对照 0，差 0",
        "阈值 目标年的值低于同年对照值为达到（规划所定；不含相等",
    ] {
        assert!(why.contains(line), "{line} in\n{why}");
    }
    let (.., remarks, why) = told("disposable-income", "2021:8.2/7.1 2022:3/3.5", "2022-12-31");
    assert_eq!(
        remarks,
        "平均增速落后对照不超过1个百分点的，视为基本同步；此容差为本程序所定，非规划所载"
    );
    for line in [
        "逐年 2021年 8.2 − 7.1 = +1.1",
        "逐年 2022年 3 − 3.5 = −0.5",
        "逐年 2年平均 +0.3 ≥ −1",
        "阈值 平均增速差 ≥ −1 个百分点为基本同步",
        "监测 2021年 8.2%，经济增长 7.1",
    ] {
        assert!(why.contains(line), "{line} in\n{why}");
    }
    let (.., why) = told("professional-titles", "2021:1200 2022:1100", "2022-12-31");
    assert!(why.contains("逐年 2022年 1100") && why.contains("代入 2300 ÷ 6000 = 38.3%"));
}

#[test]
fn when_a_goal_was_met_stands_beside_the_verdict() {
    let (verdict, _, remarks, _) = told("life-expectancy", "2025:82.2 2026:82.5", "2026-12-31");
    assert_eq!(verdict, "逾期达到（2026年82.5岁）");
    assert_eq!(remarks, "目标年末未达到；2026年82.5岁达到，已逾期");
    let history = "2023:95.2 2025:95.3";
    let (verdict, _, remarks, _) = told("resident-urbanization-rate", history, "2026-01-01");
    assert_eq!(
        (verdict.as_str(), remarks.as_str()),
        ("提前达到（2023年起）", "自2023年起一直达到目标")
    );
    let (verdict, ..) = told("resident-population", "2025:137?", "2026-01-01");
    assert_eq!(verdict, "超出约数范围（按±1%计，初步）");
    let (verdict, ..) = told("resident-population", "2023:119.47", "2023-12-31");
    assert_eq!(verdict, "与基期基本持平（在取整误差之内）");
    let (verdict, ..) = told("resident-population", "2022:118.62", "2022-12-31");
    assert_eq!(verdict, "倒退", "a pace owes nothing to the tolerance");
}

#[test]
fn a_figure_of_another_measure_is_not_called_missing() {
    let (.., remarks, _) = told(
        "professional-titles",
        "2021:1200 2023:5! 2024:1200",
        "2024-12-31",
    );
    assert_eq!(remarks, "缺2022年数据；2023年数据口径不一致，按缺数处理");
}

#[test]
fn quotation_marks_within_a_quotation_are_single() {
    let (.., why) = told("surveyed-unemployment-rate", "", "2026-01-01");
    assert!(
        why.contains("原句 “‘十四五’时期城镇调查失业率控制在6%以内”"),
        "{why}"
    );
}
