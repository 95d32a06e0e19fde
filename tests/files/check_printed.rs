//! What a plan file says of a figure is held against what the plan prints around it: its unit, and the year of a figure
//! before the term or of a goal on the way. Every case is one edit of an example in docs/, which has no fault.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use guihua::load;

const COUNTY: &str = include_str!("../../docs/example-plan.yaml");
const PROVINCE: &str = include_str!("../../docs/example-outline.yaml");

/// Replaces the first place, and expects one fault on its line.
#[track_caller]
fn faulted(plan: &str, find: &str, replace: &str, told: &str) {
    let at = plan
        .find(find)
        .unwrap_or_else(|| panic!("the example has no {find:?}"));
    // The line of what differs, which is the last line of the edit.
    let lines = plan.split_at(at + find.len()).0.lines().count();
    let Err(problems) = load::load(&plan.replacen(find, replace, 1)) else {
        panic!("{find:?} → {replace:?} is taken for sound");
    };
    let problems: Vec<_> = problems.iter().collect();
    let [problem] = problems.as_slice() else {
        panic!("{find:?} → {replace:?}: {problems:?}");
    };
    assert_eq!(problem.line, lines, "{problem}");
    assert!(problem.what.contains(told), "{problem}");
}

#[test]
fn a_unit_is_printed_around_its_figures() {
    let claim = "states: 1.6\n    unit: ";
    faulted(
        COUNTY,
        &format!("{claim}万人"),
        &format!("{claim}吨"),
        "引文里 1.6 后面的单位是“万人”，不是“吨”",
    );
    let rate = "id: childcare-places\n    name: 每千人口3岁以下婴幼儿托位数\n    domains: [民生]\n    binding: expected\n    kind: increase-to\n    unit: ";
    faulted(
        PROVINCE,
        &format!("{rate}个"),
        &format!("{rate}吨"),
        "单位“吨”不见于引文所在的段落或表格",
    );
}

#[test]
fn a_unit_that_is_printed_apart_from_its_figure_is_one() {
    for (plan, find, replace) in [
        // Told before the figure, in another column, in the line above the table, in full width, and in words.
        (PROVINCE, "    unit: 个\n", "    unit: 个/千人\n"),
        (COUNTY, "常住人口达到32万人左右", "常住人口达到32万左右的人"),
        (COUNTY, "58%以上", "58％以上"),
    ] {
        assert!(plan.contains(find), "{find}");
        let edited = plan.replace(find, replace);
        assert!(
            load::load(&edited).is_ok(),
            "{find:?} → {replace:?}: {:?}",
            load::load(&edited).err()
        );
    }
}

#[test]
fn a_year_of_a_figure_is_printed_where_it_stands() {
    for (right, wrong) in [
        ("2025, value: 11.2", "2028, value: 11.2"),
        ("2025, value: 41.3", "2017, value: 41.3"),
    ] {
        faulted(PROVINCE, right, wrong, "不见于引文或其段落");
    }
    let milestone = "2027, value: 4.5";
    for (wrong, told) in [
        ("2026, value: 4.5", "分期目标的年份 2026 不见于引文或其段落"),
        (
            "2030, value: 4.5",
            "分期目标的年份 2030 不早于目标年份 2030",
        ),
    ] {
        faulted(PROVINCE, milestone, wrong, told);
    }
}

#[test]
fn an_adjustment_begins_at_the_goal_that_it_adjusts() {
    faulted(
        PROVINCE,
        "was: 41.8",
        "was: 41.1",
        "原目标值（was）41.1 与此前的目标值 41.8 不同",
    );
    let again = "was: 41.8, goal: 42.0 }\n      - { date: '2029-06-30', document: 《再次调整》, was: 42.0, goal: 42.5 }";
    let edited = PROVINCE.replace("was: 41.8, goal: 42.0 }", again);
    assert!(load::load(&edited).is_ok());
}
