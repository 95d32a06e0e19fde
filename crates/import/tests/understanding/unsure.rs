//! Figures that could be read as surer or other than they are: which name, kind and figure a target has, or that it is
//! none.

use super::support::{self, read};
use guihua_import::findings::target::{Kind, Target};

/// The targets of a section 主要目标 of a plan for 2021 to 2025.
fn goals(text: &str) -> Vec<Target> {
    support::under("主要目标", text)
}

#[test]
fn the_number_of_an_item_is_no_part_of_a_name() {
    let found = goals("1.护理床位占比不低于65%；\n2.送水车达到120辆，较2020年增加40辆；");
    assert_eq!(
        read(&found),
        [
            ("护理床位占比", Kind::AtLeast, "65"),
            ("送水车", Kind::IncreaseTo, "120"),
            ("送水车", Kind::ChangeBy, "40"),
        ]
    );
}

#[test]
fn what_rises_by_a_year_does_not_rise_to_one() {
    let found = goals("到2025年，职工平均工龄提高1年左右，达到8.5年。");
    assert_eq!(
        read(&found),
        [
            ("职工平均工龄", Kind::ChangeBy, "1"),
            ("职工平均工龄", Kind::IncreaseTo, "8.5"),
        ]
    );
}

#[test]
fn a_second_goal_to_strive_for_is_named_like_the_first() {
    let found = goals("到2025年，供水总量突破5000万吨，力争达到6000万吨。");
    assert_eq!(
        read(&found),
        [
            ("供水总量", Kind::AtLeast, "5000"),
            ("供水总量", Kind::IncreaseTo, "6000"),
        ]
    );
}

#[test]
fn words_in_brackets_and_verbs_are_no_names() {
    let found = goals("完成困难家庭水表改造2000户（五年累计）。");
    assert_eq!(
        read(&found),
        [("完成困难家庭水表改造", Kind::Cumulative, "2000")]
    );
    assert_eq!(goals("统筹水利专项资金，每年安排不少于5亿元。"), []);
}

#[test]
fn goals_in_words_have_no_figure() {
    let found = goals(
        "到2025年，供水总量较2020年翻一番，水产品产值突破百亿元，水费收入实现翻番，节水产品产值达到3亿元。",
    );
    assert_eq!(
        read(&found),
        [
            ("供水总量", Kind::Qualitative, "翻一番"),
            ("水产品产值", Kind::Qualitative, "突破百亿元"),
            ("水费收入", Kind::Qualitative, "翻番"),
            ("节水产品产值", Kind::IncreaseTo, "3"),
        ]
    );
    assert!(found.iter().take(3).all(|it| !it.goals[0].is_figure));
}

#[test]
fn a_ratio_is_no_figure() {
    assert_eq!(goals("到2025年，管水员与水站之比达到1:6。"), []);
}

#[test]
fn all_of_it_stays_all_of_it() {
    let found = goals("行政村通水比例保持100%。");
    assert_eq!(
        read(&found),
        [("行政村通水比例", Kind::FullCoverage, "100")]
    );
}
