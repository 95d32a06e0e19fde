//! Sentences of goals as issuers of several kinds write them: what each figure is said of, and what is none.

use super::support::{self, read, under};
use guihua_import::findings::target::Kind;

/// What a sentence under 主要目标 says.
#[track_caller]
fn goals(text: &str, expected: &[(&str, Kind, &str)]) {
    assert_eq!(read(&under("主要目标", text)), expected, "{text}");
}

#[test]
fn a_range_is_a_goal_in_words() {
    let found = under(
        "主要目标",
        "打造节水核心示范园8-10个，用水总量增速控制在3%—3.5%。",
    );
    assert_eq!(
        read(&found),
        [
            ("打造节水核心示范园", Kind::Qualitative, "8-10个"),
            ("用水总量增速", Kind::Qualitative, "3%—3.5%"),
        ]
    );
    assert!(
        found
            .iter()
            .all(|it| it.unit.is_none() && !it.goals[0].is_figure)
    );
    let built = under("主要任务", "培育8—10家节水企业。");
    assert_eq!(read(&built), [("节水企业", Kind::Qualitative, "8—10家")]);
    assert_eq!(under("主要任务", "帮助每户掌握1—2项节水技能。"), []);
}

#[test]
fn a_share_is_said_of_its_own_name() {
    goals(
        "到2025年，高效灌溉面积达到30万亩，其中喷灌面积占比25%左右。",
        &[
            ("高效灌溉面积", Kind::IncreaseTo, "30"),
            ("喷灌面积占比", Kind::About, "25"),
        ],
    );
}

#[test]
fn a_share_of_things_may_have_what_they_do() {
    goals(
        "100%的乡镇水厂完成自动化改造，80%以上的灌区建成信息平台。",
        &[
            ("乡镇水厂完成自动化改造", Kind::FullCoverage, "100"),
            ("灌区建成信息平台", Kind::AtLeast, "80"),
        ],
    );
}

#[test]
fn a_level_of_what_is_built_is_no_goal() {
    goals(
        "培育年产值超2亿元、具备较强竞争力的节水企业2家。",
        &[("具备较强竞争力的节水企业", Kind::Cumulative, "2")],
    );
    assert_eq!(
        under("主要任务", "推进3.8米直径输水管研制并实现首次通水。"),
        []
    );
}

#[test]
fn what_is_first_done_ahead_is_no_fact() {
    goals(
        "到2025年，新增首次获批的节水技术专利超50件。",
        &[("新增首次获批的节水技术专利", Kind::AtLeast, "50")],
    );
    goals(
        "研究与试验发展经费投入强度达到2.5%。",
        &[("研究与试验发展经费投入强度", Kind::IncreaseTo, "2.5")],
    );
    assert_eq!(under("主要任务", "研究表明滴灌节水率达到30%以上。"), []);
}

#[test]
fn ranks_are_named_with_what_has_them() {
    goals(
        "培育6个世界级、7个国家级水利产业集群。",
        &[
            ("世界级水利产业集群", Kind::Cumulative, "6"),
            ("国家级水利产业集群", Kind::Cumulative, "7"),
        ],
    );
}

#[test]
fn what_comes_to_one_by_rule_is_no_goal() {
    for text in [
        "每件补贴不超过2000元。",
        "支持金额不超过300万元。",
        "出让年限最高不超过50年。",
    ] {
        assert_eq!(under("主要任务", text), [], "{text}");
    }
}

#[test]
fn growth_in_a_list_with_a_bound_at_its_end_is_a_goal() {
    let found = under(
        "主要任务",
        "确保供水收入保持稳定，污水处理量增长6%、再生水利用量增长8%以上。",
    );
    assert_eq!(
        read(&found),
        [
            ("污水处理量", Kind::PeriodChange, "6"),
            ("再生水利用量增长", Kind::AtLeast, "8"),
        ]
    );
}

#[test]
fn the_name_of_a_goal_beyond_the_term_is_no_year_of_others() {
    for text in [
        "综合考虑2035年远景目标，森林覆盖率达到42%。",
        "2030年前碳达峰目标如期实现，森林覆盖率达到42%。",
    ] {
        let found = under("主要目标", text);
        assert_eq!(found[0].goals[0].year, Some(2025), "{text}");
    }
}

#[test]
fn what_an_outline_says_in_a_report_is_due_at_its_end() {
    let report = "2026年乙县政府工作报告\n一、目标任务\n《纲要（草案）》提出了主要指标，其中森林覆盖率达到42%。\n\
                  森林覆盖率达到38%。\n二、其他\n文。";
    let found = support::draft(report).findings.targets;
    let years: Vec<_> = found.iter().map(|it| it.goals[0].year).collect();
    assert_eq!(years, [Some(2030), Some(2026)]);
}

#[test]
fn a_heading_names_the_year_of_its_section() {
    let report = "2026年乙县政府工作报告\n一、“十五五”时期主要目标任务\n今后要努力实现以下目标。\n\
                  森林覆盖率达到42%。\n二、2026年重点工作\n森林覆盖率达到38%。";
    let found = support::draft(report).findings.targets;
    let years: Vec<_> = found.iter().map(|it| it.goals[0].year).collect();
    assert_eq!(years, [Some(2030), Some(2026)]);
    let vision = "乙县“十四五”规划\n一、2035年远景目标\n森林覆盖率达到42%。\n\
                  二、2035年远景目标和“十四五”主要目标\n堤防达标率达到80%。";
    let found = support::draft(vision).findings.targets;
    let years: Vec<_> = found.iter().map(|it| it.goals[0].year).collect();
    assert_eq!(years, [Some(2035), Some(2025)]);
}

#[test]
fn part_of_a_goal_is_a_goal() {
    let found = under(
        "主要任务",
        "五年内新建、改扩建水厂12座，新增供水能力3万吨，其中乡镇水厂1万吨。",
    );
    assert_eq!(
        read(&found),
        [
            ("新建、改扩建水厂", Kind::Cumulative, "12"),
            ("新增供水能力", Kind::Cumulative, "3"),
            ("乡镇水厂", Kind::Cumulative, "1"),
        ]
    );
}

#[test]
fn what_is_said_again_after_a_semicolon_has_the_same_name() {
    let found = under(
        "主要目标",
        "到2023年底，供水覆盖率达到60%；到2025年底，覆盖率达到80%。",
    );
    let found: Vec<_> = found
        .iter()
        .map(|it| (it.name.as_str(), it.goals[0].year))
        .collect();
    assert_eq!(
        found,
        [("供水覆盖率", Some(2023)), ("供水覆盖率", Some(2025))]
    );
}

#[test]
fn all_of_something_is_full_coverage_without_a_verb() {
    goals(
        "乡镇水厂达标率100%，村级管水员配备实现全覆盖。",
        &[
            ("乡镇水厂达标率", Kind::FullCoverage, "100"),
            ("村级管水员配备", Kind::FullCoverage, "全覆盖"),
        ],
    );
    let found = under("主要任务", "实现乡镇水厂消毒设备完好率100%。");
    assert_eq!(
        read(&found),
        [("乡镇水厂消毒设备完好率", Kind::FullCoverage, "100")]
    );
}

#[test]
fn a_share_may_say_what_it_is_of() {
    goals(
        "应急供水能力达到最大日供水量的15%以上。",
        &[("应急供水能力", Kind::AtLeast, "15")],
    );
}

#[test]
fn the_year_when_one_thing_is_done_is_not_that_of_the_next() {
    let found = under(
        "主要任务",
        "实施甲河水库除险加固工程，2023年底前竣工。确保水库大坝安全监测率达到90%。",
    );
    assert_eq!(found[0].goals[0].year, Some(2025));
}

#[test]
fn names_keep_their_own_words() {
    goals(
        "和美水乡覆盖率达到60%。",
        &[("和美水乡覆盖率", Kind::IncreaseTo, "60")],
    );
    goals(
        "6.3岁以下儿童饮水安全率达到99%。",
        &[("3岁以下儿童饮水安全率", Kind::IncreaseTo, "99")],
    );
    goals(
        "水利投资完成80亿元，较“十三五”增长35%。",
        &[
            ("水利投资", Kind::IncreaseTo, "80"),
            ("水利投资", Kind::PeriodChange, "35"),
        ],
    );
    goals(
        "全县水利研发经费投入年均增长8%以上，投入强度达到2.8%。",
        &[
            ("全县水利研发经费投入", Kind::AnnualGrowth, "8"),
            ("全县水利研发经费投入强度", Kind::IncreaseTo, "2.8"),
        ],
    );
}

#[test]
fn what_stands_below_a_section_that_looks_back_is_no_goal() {
    for heading in ["稳企业稳预期", "主要指标"] {
        let plan = format!(
            "乙县水利发展“十四五”规划\n一、工作回顾\n（一）{heading}\n水库达到12座，新增供水能力3万吨。\n\
             （二）其他\n文。\n二、任务\n文。"
        );
        assert_eq!(support::draft(&plan).findings.targets, [], "{heading}");
    }
}

#[test]
fn a_goal_may_lie_below_nothing() {
    goals(
        "到2025年，人口自然增长率达到-0.5‰以上，供水企业亏损额控制在－2.00亿元以内。",
        &[
            ("人口自然增长率", Kind::AtLeast, "-0.5"),
            ("供水企业亏损额", Kind::AtMost, "-2.00"),
        ],
    );
}
