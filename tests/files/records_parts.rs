//! Records of parts of a year, of reference areas and of single measures: read, kept, put in order and shown.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guihua::embedded;
use guihua::evaluation::{Evaluation, Method};
use guihua::plan::{Outline, Plan};
use guihua::records::{self, Book, Ledger, Moment, Side, Stage};
use jiff::civil::{Date, date};

fn own(plan: &Plan, text: &str) -> Ledger {
    records::survey(text, plan, Side::Own)
}

fn faults(plan: &Plan, text: &str) -> Vec<String> {
    let ledger = own(plan, text);
    ledger.faulty.into_iter().map(|it| it.what).collect()
}

fn evaluated(plan: &Plan, target: &str, text: &str, as_of: Date) -> Evaluation {
    let ledger = own(plan, text);
    assert!(ledger.faulty.is_empty(), "{:?}", ledger.faulty);
    let book = Book::of(Vec::new(), ledger.records());
    let target = plan.target(target).unwrap();
    Evaluation::of(target, plan, &book, as_of, &Method::default())
}

#[test]
fn periods_are_ordered_by_their_last_day_and_the_longer_comes_last() {
    let mut periods: Vec<Moment> = [
        "2023",
        "2023H2",
        "2023Q4",
        "2023-12",
        "2023-12-31",
        "2023H1",
        "2023-06",
        "2023Q2",
        "2023-01",
        "2023Q1",
    ]
    .iter()
    .map(|text| text.parse().unwrap())
    .collect();
    periods.sort_by_key(|period| period.order());
    let written: Vec<String> = periods.iter().map(ToString::to_string).collect();
    assert_eq!(
        written,
        [
            "2023-01",
            "2023Q1",
            "2023-06",
            "2023Q2",
            "2023H1",
            "2023-12-31",
            "2023-12",
            "2023Q4",
            "2023H2",
            "2023"
        ]
    );
    let leap: Moment = "2024-02".parse().unwrap();
    assert_eq!(leap.end(), date(2024, 2, 29));
}

#[test]
fn a_half_year_is_seen_from_its_last_day_on_and_stands_at_it() {
    let plan = embedded::plan();
    let text = "- { target: resident-population, period: 2023H1, value: 121.05, source: 甲 }\n";
    let early = evaluated(&plan, "resident-population", text, date(2023, 6, 29));
    assert!(early.seen.is_empty());
    let seen = evaluated(&plan, "resident-population", text, date(2023, 6, 30));
    assert_eq!(seen.seen.len(), 1);
    let day = text.replace("2023H1", "2023-06-30");
    let of_day = evaluated(&plan, "resident-population", &day, date(2023, 6, 30));
    assert_eq!(seen.expected, of_day.expected);
    assert_eq!(seen.verdict, of_day.verdict);
    // The last quarter of the goal's year ends with it.
    let last = "- { target: resident-population, period: 2025Q4, value: 135, source: 甲 }\n";
    let found = evaluated(&plan, "resident-population", last, date(2025, 12, 31));
    assert_eq!(found.verdict.label(), "达到");
}

#[test]
fn a_target_judged_year_by_year_takes_years_only() {
    let plan = embedded::plan();
    for period in ["2023H1", "2023Q4", "2023-12"] {
        let text = format!(
            "- {{ target: professional-titles, period: {period}, value: 3, source: 甲 }}\n"
        );
        let told = faults(&plan, &text);
        assert!(told.concat().contains("逐年评判，期次应为年份"), "{told:?}");
    }
}

#[test]
fn a_figure_of_a_reference_area_is_shown_and_never_judged() {
    let plan = embedded::plan();
    let text =
        "- { target: life-expectancy, period: 2025, value: 82.58, area: 全市, source: 市公报 }\n";
    let found = evaluated(&plan, "life-expectancy", text, date(2026, 1, 1));
    assert_eq!(found.verdict.label(), "尚无监测数据");
    assert!(found.seen.is_empty() && found.judged.is_none());
    let target = plan.target("life-expectancy").unwrap();
    let told = "全市 2025年 82.58岁（仅供参考，不作评判；来源：市公报）";
    assert_eq!(found.references_in_words(target), [told]);
    let why = found.why(target, &Method::default());
    assert!(
        why.iter()
            .any(|step| step.label == "参考" && step.text == told)
    );
}

#[test]
fn a_figure_of_a_reference_area_is_no_baseline_and_has_its_own_place() {
    let plan = embedded::plan();
    let text = "- { target: childcare-places, period: 2020, value: 1.5, area: 全市, source: 甲 }\n\
                - { target: childcare-places, period: 2023, value: 3.0, area: 全市, source: 甲 }\n\
                - { target: childcare-places, period: 2023, value: 3.2, source: 乙 }\n";
    let found = evaluated(&plan, "childcare-places", text, date(2023, 12, 31));
    assert_eq!(found.baseline, None);
    assert_eq!(found.verdict.label(), "尚未达到");
    assert_eq!((found.seen.len(), found.references.len()), (1, 2));
    let twice = format!("{text}{}", text.lines().nth(1).unwrap());
    assert_eq!(
        faults(&plan, &twice).len(),
        1,
        "the same area and year twice"
    );
    let compared = "- { target: infant-mortality, period: 2023, value: 2, benchmark: 3, area: 全市, source: 甲 }\n";
    assert!(faults(&plan, compared).concat().contains("不能再有对照值"));
}

#[test]
fn a_record_of_an_area_is_written_as_it_is_read() {
    let plan = embedded::plan();
    let text = "- { target: life-expectancy, period: 2025Q4, value: 82.58, area: \"全市\", source: \"甲\" }\n";
    let records = own(&plan, text).records();
    assert_eq!(records::line(&records[0]), text);
    let outline = Outline::of(&plan);
    let told = records::describe(&records[0], &plan, &outline);
    assert_eq!(told, "人均期望寿命，全市 2025年四季度 82.58岁");
}

#[test]
fn the_status_of_a_measure_is_its_own_and_told_with_its_sentence() {
    let plan = embedded::plan();
    let outline = Outline::of(&plan);
    let text = "- { task: \"3.2.2p1s3\", status: 已完成, date: 2024-05-01 }\n";
    let records = own(&plan, text).records();
    assert_eq!(records.len(), 1);
    let told = records::describe(&records[0], &plan, &outline);
    let sentence = outline.words("3.2.2p1s3".parse().unwrap()).unwrap();
    assert_eq!(told, format!("3.2.2p1s3 {sentence} 2024-05-01 已完成"));
    let book = Book::of(Vec::new(), records.clone());
    let stage = |at: &str| {
        let status = book.status_of_task(at.parse().unwrap(), date(2024, 12, 31));
        status.map(|status| status.stage)
    };
    assert_eq!(stage("3.2.2p1s3"), Some(Stage::Completed));
    assert_eq!(
        stage("3.2.2p1"),
        None,
        "the task's own status stays its own"
    );
    let none = text.replace("s3", "s99");
    assert!(faults(&plan, &none).concat().contains("规划里没有"));
}
