//! What is typed for a figure, a unit and a time is read alike in the form, on the command line and in a table, and what
//! could mean two things is refused in all three.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use crate::support::SMALL;
use guihua::embedded;
use guihua::load;
use guihua::plan::{Number, Outline, Plan, measured};
use guihua::records::{
    self, Admission, Admitted, Book, Consent, Draft, Field, Record, Refusal, Table,
};
use jiff::civil::date;

const INFANTS: &str = "婴儿死亡率";
const PEOPLE: &str = "常住人口";
const TITLES: &str = "评定专业技术职称";

fn draft(target: &str, value: &str, period: &str) -> Draft {
    Draft::default()
        .with(Field::Target, target)
        .with(Field::Value, value)
        .with(Field::Period, period)
        .with(Field::Source, "甲")
}

fn admit(plan: &Plan, draft: &Draft) -> Result<Record, Refusal> {
    let today = date(2026, 6, 30);
    let mut admission = Admission::new(plan, &Book::default(), today, Consent::default());
    admission.admit(draft).map(|admitted| match admitted {
        Admitted::New(record) => record,
        other => panic!("{other:?}"),
    })
}

/// The record in words, as the command line and a table admit it.
#[track_caller]
fn both(target: &str, value: &str, period: &str) -> Result<String, String> {
    let plan = embedded::plan();
    let outline = Outline::of(&plan);
    let typed = admit(&plan, &draft(target, value, period));
    let cells = [target, period, value, "甲"]
        .map(|cell| format!("\"{cell}\""))
        .join(",");
    let text = format!("指标,期次,数值,来源\n{cells}\n");
    let table = Table::parse(text.as_bytes(), "表").unwrap_or_else(|it| panic!("{it:?}"));
    let row = table.rows.into_iter().next().map(|row| row.draft);
    let row = row
        .unwrap_or_else(|| panic!("a row"))
        .unwrap_or_else(|it| panic!("{it}"));
    assert_eq!(admit(&plan, &row), typed, "{value}");
    let told = |record: Record| records::describe(&record, &plan, &outline);
    typed.map(told).map_err(|refusal| refusal.to_string())
}

#[test]
fn exact_figures_are_taken_in_every_way_in() {
    for (target, value, told) in [
        (PEOPLE, "120.1", "常住人口 2024年 120.1万人"),
        (PEOPLE, "120.10万人", "常住人口 2024年 120.10万人"),
        (PEOPLE, "120.1万", "常住人口 2024年 120.1万人"),
        (PEOPLE, "１２０．１ 万人", "常住人口 2024年 120.1万人"),
        (TITLES, "1,200人", "评定专业技术职称 2024年 1200人"),
        (TITLES, "１，２００", "评定专业技术职称 2024年 1200人"),
        (TITLES, "0.12万人", "评定专业技术职称 2024年 1200人"),
        (TITLES, "0.12万", "评定专业技术职称 2024年 1200人"),
        (INFANTS, "2.1‰", "婴儿死亡率 2024年 2.1‰"),
        (INFANTS, "2.1 /千", "婴儿死亡率 2024年 2.1/千"),
        (INFANTS, "2.1 1/万", "婴儿死亡率 2024年 2.1 1/万"),
        (INFANTS, "21/10万", "婴儿死亡率 2024年 21/10万"),
    ] {
        assert_eq!(both(target, value, "2024").as_deref(), Ok(told), "{value}");
    }
}

#[test]
fn what_could_be_two_figures_is_none() {
    for value in [
        "2.1左右",
        "2.1‰左右",
        "2.1‰多",
        "2.1以上",
        "2.1初步",
        "2.1三",
        "2.1〇",
        "2.1Ⅻ",
        "2.1%%",
        "2.1%‰",
        "2 201",
        "1.2E+05",
        "1.2e5",
        "1.2E",
        "2。5",
        "5～6",
        "5-6",
        "5~6",
        "3'200",
        "3;",
        "2 1/2",
        "3/4",
        "+5",
        "1 200人",
        "12人2",
        "--5",
        "5-",
        ".5",
        "5.",
        "1.2.3",
        "约5",
        "1万2",
        "٣",
    ] {
        let said = both(INFANTS, value, "2024");
        let fault = said.as_ref().err().map(String::as_str).unwrap_or_default();
        assert!(fault.contains("不是数"), "{value}: {said:?}");
    }
    for value in ["1,20", "12,34", "1,234,56", "1.2,345", ",5"] {
        let said = both(INFANTS, value, "2024");
        assert!(
            said.is_err_and(|it| it.contains("逗号不是千分位")),
            "{value}"
        );
    }
    let long = both(INFANTS, &"9".repeat(5000), "2024");
    assert!(long.is_err_and(|it| it.contains("位数过多") && it.chars().count() < 120));
    let other = both(PEOPLE, "1201000人", "2024");
    assert!(other.is_err_and(|it| it.contains("单位是“万人”，不是“人”")));
}

#[test]
fn a_unit_and_its_figure_never_read_as_one() {
    assert_eq!(measured("2.1", Some("1/10万")), "2.1 1/10万");
    assert_eq!(measured("2.1", Some("/10万")), "2.1/10万");
    let plan = embedded::plan();
    let text =
        "- { target: infant-mortality, period: 2022, value: 2, unit: \"201\", source: 甲 }\n";
    let ledger = records::survey(text, &plan, records::Side::Own);
    assert_eq!(ledger.entries.len(), 0);
    assert!(
        ledger.faulty[0].what.contains("“201”不是单位"),
        "{:?}",
        ledger.faulty
    );
}

#[test]
fn what_the_plan_states_below_zero_may_be_observed_below_zero() {
    let told = "2020年储量结余为负2万吨，到2025年储量结余达到1万吨。";
    let target = "  - { id: stock, name: 储量结余, domains: [健康], kind: increase-to, unit: 万吨, goal: 1, year: 2025, \
                  at: 2.1p2, quote: 储量结余达到1万吨, history: [{ year: 2020, value: -2, at: 2.1p2, quote: 储量结余为负2万吨 }] }\n";
    let text = SMALL.replace(
        "健康素养水平继续提高，再继续提高。",
        &format!("{told}健康素养水平继续提高，再继续提高。"),
    );
    let plan = load::load(&format!("{text}{target}")).unwrap_or_else(|it| panic!("{it}"));
    let read = |id: &str| {
        let text = format!("- {{ target: {id}, period: 2022, value: -1.5, source: 甲 }}\n");
        records::survey(&text, &plan, records::Side::Own)
    };
    assert_eq!(read("stock").entries.len(), 1, "{:?}", read("stock").faulty);
    assert!(
        read("life-expectancy").faulty[0]
            .what
            .contains("不会是负数")
    );
}

#[test]
fn the_cells_of_a_row_agree_on_the_unit() {
    let plan = embedded::plan();
    let of = |value: &str, unit: &str, benchmark: Option<&str>| {
        let draft = draft(INFANTS, value, "2024").with(Field::Unit, unit);
        admit(&plan, &draft.with_some(Field::Benchmark, benchmark))
    };
    assert!(of("2.1", "‰", Some("3‰")).is_ok());
    assert!(of("2.1‰", "‰", Some("3")).is_ok());
    for (value, unit, benchmark) in [("2.1‰", "%", None), ("2.1", "‰", Some("3%"))] {
        let refusal = of(value, unit, benchmark).err().map(|it| it.to_string());
        assert!(refusal.is_some_and(|it| it.contains("单位不一致：“‰”和“%”")));
    }
    assert!(of("2.1", "2 次", None).is_err_and(|it| it.field() == Some(Field::Unit)));
}

#[test]
fn times_and_parts_of_a_year_are_read_alike_everywhere() {
    for (period, told) in [
        ("2024", "2024年"),
        ("２０２４年末", "2024年"),
        ("2024.0", "2024年"),
        ("2024年度", "2024年"),
        ("2024/6/30", "2024-06-30"),
        ("2024年6月30日", "2024-06-30"),
        ("2024-6-30 0:00", "2024-06-30"),
        ("2024-06-30T08:00:00", "2024-06-30"),
        ("2024-06-30T08:00:00.000Z", "2024-06-30"),
        ("2024.6.30", "2024-06-30"),
        ("2024年末", "2024年"),
        ("2024 Q4", "2024年四季度"),
        ("2024 年 6 月 30 日", "2024-06-30"),
        ("2024年6月30日 8:00", "2024-06-30"),
        ("2024 年 末", "2024年"),
        ("2024 年 6 月", "2024年6月"),
        ("2024 年 上半年", "2024年上半年"),
        ("2024–06", "2024年6月"),
        ("2024H1", "2024年上半年"),
        ("2024年上半年", "2024年上半年"),
        ("2024年下半年", "2024年下半年"),
        ("2024q4", "2024年四季度"),
        ("2024年第三季度", "2024年三季度"),
        ("2024年1季度", "2024年一季度"),
        ("2024-6", "2024年6月"),
        ("2024年6月末", "2024年6月"),
        ("2024/06", "2024年6月"),
        ("２０２４年１２月", "2024年12月"),
    ] {
        assert_eq!(
            both(PEOPLE, "120", period),
            Ok(format!("常住人口 {told} 120万人")),
            "{period}"
        );
    }
    for period in [
        "去年",
        "2024-02-30",
        "24",
        "2024-13",
        "2024H3",
        "2024Q0",
        "2024年五季度",
        "2024.6",
        "202406",
        "1899",
        "2024-06-30 至 2025-06-30",
        "2024-06-30 2025-06-30",
        "2024-06-30 初步",
        "2024-06-30T",
        "2024年年",
        "2024年度末",
        "2024--6",
        "2024-/6",
        "2024-+6",
        "2024-006",
        "2024 6",
        "2024年第第1季度",
        "2024年6月末底",
        "2024-006-01",
        "2024-+6-5",
        "2024-6/5",
        "2024.6-5",
        "2024-6-5日",
        "2024年6-5",
        "2024年6月5日日",
        "2024-06-30 24:00",
        "2024-06-30 8:60",
        "2024-06-30 ::",
        "2024-06-30 8:00:00.",
        "20240-6-5",
    ] {
        let said = both(PEOPLE, "120", period);
        assert!(
            said.is_err_and(|it| it.contains("不是日期或年份") || it.contains("早于")),
            "{period}"
        );
    }
}

#[test]
fn every_refusal_names_its_field() {
    let plan = embedded::plan();
    let full = || draft(PEOPLE, "120", "2024");
    for (draft, field) in [
        (full().with(Field::Target, "没有的指标"), Field::Target),
        (full().with(Field::Period, "去年"), Field::Period),
        (full().with(Field::Period, "2019"), Field::Period),
        (full().with(Field::Value, "多"), Field::Value),
        (full().with(Field::Value, "-5"), Field::Value),
        (full().with(Field::Value, "1200"), Field::Value),
        (full().with(Field::Benchmark, "5"), Field::Benchmark),
        (full().with(Field::Flag, "好"), Field::Flag),
        (full().with(Field::Standing, "好"), Field::Standing),
        (full().with(Field::Note, "\u{1b}[2J"), Field::Note),
        (full().with(Field::Source, "甲\u{202e}"), Field::Source),
        (full().with(Field::Recorded, "昨天"), Field::Recorded),
        (
            Draft::about("9.9.9p9")
                .with(Field::Stage, "推进中")
                .with(Field::Date, "2024-01-01"),
            Field::Task,
        ),
        (
            Draft::about("3.1.2p1")
                .with(Field::Stage, "好")
                .with(Field::Date, "2024-01-01"),
            Field::Stage,
        ),
        (
            Draft::about("3.1.2p1").with(Field::Stage, "推进中"),
            Field::Date,
        ),
        (Draft::about("3.1.2p1"), Field::Stage),
    ] {
        let refused = admit(&plan, &draft);
        let named = refused.as_ref().err().and_then(Refusal::field);
        assert_eq!(named, Some(field), "{draft:?}: {refused:?}");
        let said = refused.err().map(|it| it.to_string()).unwrap_or_default();
        assert!(!said.contains(char::is_control), "{said:?}");
    }
    for missing in [Field::Target, Field::Period, Field::Value, Field::Source] {
        let texts = [Field::Target, Field::Period, Field::Value, Field::Source];
        let typed = [PEOPLE, "2024", "120", "甲"];
        let typed = texts
            .into_iter()
            .zip(typed)
            .filter(|(field, _)| *field != missing);
        let draft = typed.fold(Draft::default(), |draft, (field, text)| {
            draft.with(field, text)
        });
        let refused = admit(&plan, &draft).err();
        assert_eq!(
            refused.as_ref().and_then(Refusal::field),
            Some(missing),
            "{refused:?}"
        );
    }
}

#[test]
fn a_benchmark_is_held_against_the_figure_and_those_recorded_before() {
    let plan = embedded::plan();
    let today = date(2026, 6, 30);
    let mut admission = Admission::new(&plan, &Book::default(), today, Consent::default());
    let mut told = |value: &str, period: &str, benchmark: &str| {
        let draft = draft(INFANTS, value, period).with(Field::Benchmark, benchmark);
        match admission.admit(&draft) {
            Err(Refusal::Doubtful(fault)) => (fault.field, fault.what),
            other => (None, format!("{other:?}")),
        }
    };
    let far = told("2.1", "2021", "33");
    assert_eq!(far.0, Some(Field::Benchmark), "{}", far.1);
    assert_eq!(far.1, "“婴儿死亡率”的对照值33与已知的2.1相差悬殊");
    assert_eq!(told("2.1", "2021", "9.5").0, None);
    let far = told("2.1", "2022", "0.4");
    assert_eq!(far.1, "“婴儿死亡率”的对照值0.4与已知的2.1—9.5相差悬殊");
    assert_eq!(
        told("2.1", "2022", "0").0,
        None,
        "zero is no slip of a digit"
    );
    let far = told("9", "2023", "46");
    assert_eq!(far.0, Some(Field::Benchmark), "{}", far.1);
}

#[test]
fn a_figure_is_held_against_those_recorded_before_as_well() {
    let plan = embedded::plan();
    let target = plan.targets.iter().find(|target| {
        let goal = target.goal.map(Number::decimal);
        let base = target.baseline().map(|base| base.value.decimal());
        target.kind == guihua::plan::Kind::IncreaseTo && goal > base && base.is_some()
    });
    let target = target.unwrap_or_else(|| panic!("the plan has such a target"));
    let (low, high) = (
        target.baseline().map(|it| it.value.decimal()),
        target.goal.map(Number::decimal),
    );
    let (Some(low), Some(high)) = (low, high) else {
        panic!("both are stated")
    };
    // Four times the goal is not far from the plan, but from a record that is a quarter of the baseline.
    let today = date(2026, 6, 30);
    let mut admission = Admission::new(&plan, &Book::default(), today, Consent::default());
    let four = rust_decimal::Decimal::from(4);
    let (small, large) = (
        (low / four).round_dp(2).to_string(),
        (high * four).to_string(),
    );
    let unit = target.unit.clone().unwrap_or_default();
    let of = |value: &str, year: &str| draft(&target.id, &format!("{value}{unit}"), year);
    let first = admission.admit(&of(&small, "2021"));
    assert!(matches!(first, Ok(Admitted::New(_))), "{first:?}");
    let far = admission.admit(&of(&large, "2022"));
    assert!(matches!(far, Err(Refusal::Doubtful(_))), "{far:?}");
    let reached = admission.admit(&of(&high.to_string(), "2025"));
    assert!(
        matches!(reached, Ok(Admitted::New(_))),
        "what the plan states is no surprise: {reached:?}"
    );
}
