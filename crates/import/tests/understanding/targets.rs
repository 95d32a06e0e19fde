//! Targets in sentences: what is a goal, how it is to be read, and what is none.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use super::support;
use guihua_import::findings::target::{Kind, Target, YearBy};

/// The targets of a part of a plan for 2021 to 2025 under a heading.
fn under(heading: &str, text: &str) -> Vec<Target> {
    let plan = format!("乙县水利发展“十四五”规划\n一、{heading}\n{text}\n二、其他\n文。");
    support::draft(&plan).findings.targets
}

/// The only target of a sentence under 主要目标.
#[track_caller]
fn goal(text: &str) -> Target {
    let mut found = under("主要目标", text);
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

#[track_caller]
fn is(text: &str, name: &str, kind: Kind, value: &str, unit: Option<&str>) {
    let target = goal(text);
    let last = target.goals.last().map(|g| g.value.as_str());
    let found = (
        target.name.as_str(),
        target.kind,
        last,
        target.unit.as_deref(),
    );
    assert_eq!(found, (name, kind, Some(value), unit), "{text}");
    assert!(target.evidence.quote.contains(value));
}

#[test]
fn verbs_and_bounds_say_how_a_goal_is_read() {
    is(
        "到2025年，灌溉水利用系数提高到0.58以上。",
        "灌溉水利用系数",
        Kind::AtLeast,
        "0.58",
        None,
    );
    is(
        "万人拥有水库管理员达到 3.5 名。",
        "万人拥有水库管理员",
        Kind::IncreaseTo,
        "3.5",
        Some("名"),
    );
    is(
        "农村自来水普及率达到95%左右。",
        "农村自来水普及率",
        Kind::About,
        "95",
        Some("%"),
    );
    is(
        "管网漏损率降低到9%。",
        "管网漏损率",
        Kind::DecreaseTo,
        "9",
        Some("%"),
    );
    is(
        "年用水总量控制在2.1亿立方米以内。",
        "年用水总量",
        Kind::AtMost,
        "2.1",
        Some("亿立方米"),
    );
    is(
        "水质达标率不低于98%。",
        "水质达标率",
        Kind::AtLeast,
        "98",
        Some("%"),
    );
    is(
        "规模以上灌区计量率达到100%。",
        "规模以上灌区计量率",
        Kind::FullCoverage,
        "100",
        Some("%"),
    );
}

#[test]
fn changes_are_no_levels() {
    is(
        "再生水利用率比2020年提高2.5个百分点。",
        "再生水利用率",
        Kind::ChangeBy,
        "2.5",
        Some("百分点"),
    );
    is(
        "水利投资年均增长6%以上。",
        "水利投资",
        Kind::AnnualGrowth,
        "6",
        Some("%"),
    );
    is(
        "万元产值用水量五年累计下降12%。",
        "万元产值用水量",
        Kind::PeriodChange,
        "12",
        Some("%"),
    );
}

#[test]
fn what_is_built_is_counted() {
    is(
        "建设15座左右小型水库。",
        "小型水库",
        Kind::About,
        "15",
        Some("座"),
    );
    let found = under("主要目标", "创建20个节水型村庄、8所水情教育学校。");
    let names: Vec<_> = found.iter().map(|t| t.name.as_str()).collect();
    assert_eq!(names, ["节水型村庄", "水情教育学校"]);
}

#[test]
fn respectively_gives_each_name_its_figure() {
    let found = under(
        "主要目标",
        "到2025年，堤防达标率和水闸完好率分别达到85%和92%以上。",
    );
    let read: Vec<_> = found
        .iter()
        .map(|t| (t.name.as_str(), t.goals[0].value.as_str()))
        .collect();
    assert_eq!(read, [("堤防达标率", "85"), ("水闸完好率", "92")]);
}

#[test]
fn respectively_gives_each_year_its_figure() {
    let target = goal("到2023年和2025年，堤防达标率分别不低于80%和90%。");
    let goals: Vec<_> = target
        .goals
        .iter()
        .map(|g| (g.value.as_str(), g.year))
        .collect();
    assert_eq!(goals, [("80", Some(2023)), ("90", Some(2025))]);
    assert_eq!(target.kind, Kind::AtLeast);
}

#[test]
fn a_change_from_a_level_keeps_it_as_the_baseline() {
    let target = goal("堤防达标率由2020年的71%提高到85%。");
    let baseline = target.baseline.map(|b| (b.value, b.year));
    assert_eq!(
        (target.name.as_str(), baseline),
        ("堤防达标率", Some(("71".into(), Some(2020))))
    );
}

#[test]
fn years_are_stated_or_assumed() {
    let stated = goal("到2024年，堤防达标率达到85%。");
    assert_eq!(
        (stated.goals[0].year, stated.goals[0].year_by),
        (Some(2024), YearBy::Stated)
    );
    let assumed = goal("堤防达标率达到85%。");
    assert_eq!(
        (assumed.goals[0].year, assumed.goals[0].year_by),
        (Some(2025), YearBy::Term)
    );
}

#[test]
fn facts_are_no_targets() {
    for text in [
        "2020年，堤防达标率达到71%。",
        "截至2020年底，建成水库12座，堤防达标率达到71%。",
        "“十三五”期间，水利投资年均增长9%以上。",
        "目前堤防达标率已达71%。",
    ] {
        assert_eq!(under("主要目标", text), [], "{text}");
    }
    assert_eq!(under("发展基础", "堤防达标率达到71%以上。"), []);
}

#[test]
fn figures_that_only_describe_are_no_targets() {
    assert_eq!(
        under("主要任务", "推进库容100万立方米以上的水库除险加固。"),
        []
    );
    is(
        "6岁以下儿童溺水发生率控制在0.2‰以下。",
        "6岁以下儿童溺水发生率",
        Kind::AtMost,
        "0.2",
        Some("‰"),
    );
}

#[test]
fn a_quote_does_not_reach_over_the_end_of_a_page() {
    let text = "    主要任务是修建水库改善灌溉条件扩\n大灌溉面积保障粮食安全与饮水安全。到\n\u{c}\n    2025年堤防达标率达到85%以上。";
    for target in under("主要目标", text) {
        assert!(!target.evidence.quote.contains("饮水"), "{target:?}");
    }
}

#[test]
fn a_verb_without_a_name_goes_with_the_clause_before() {
    let found = under("主要目标", "灌溉面积达到30万亩左右，净增2万亩，增长7.1%。");
    let read: Vec<_> = found
        .iter()
        .map(|t| (t.name.as_str(), t.kind, t.goals[0].value.as_str()))
        .collect();
    assert_eq!(
        read,
        [
            ("灌溉面积", Kind::About, "30"),
            ("灌溉面积", Kind::Cumulative, "2"),
            ("灌溉面积", Kind::PeriodChange, "7.1"),
        ]
    );
}

#[test]
fn names_of_a_list_are_whole() {
    let found = under(
        "主要目标",
        "到2025年，农村自来水普及率和供水保证率分别达到96%和90%以上。",
    );
    let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["农村自来水普及率", "供水保证率"]);
    let found = under("主要目标", "到2025年，肉、奶产量分别达到310吨和750吨。");
    let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["肉产量", "奶产量"]);
}

#[test]
fn figures_whose_names_are_unclear_are_no_targets() {
    let found = under("主要目标", "到2025年，水库等指标分别达到96%和90%。");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn years_in_full_width_and_chinese_digits_are_years() {
    for year in ["２０２３", "二〇二三"] {
        let target = goal(&format!("到{year}年，供水保证率达到90%。"));
        assert_eq!(target.goals[0].year, Some(2023), "{year}");
        assert_eq!(target.goals[0].year_by, YearBy::Stated);
    }
}

#[test]
fn what_nothing_is_left_out_of_is_a_goal() {
    let target = goal("到2023年，实现村级水管员全覆盖。");
    assert_eq!(
        (target.name.as_str(), target.kind),
        ("村级水管员", Kind::FullCoverage)
    );
    assert_eq!(target.goals[0].year, Some(2023));
    assert!(target.evidence.quote.contains("全覆盖"));
    assert!(under("发展基础", "村级水管员已实现全覆盖。").is_empty());
    // Of what is said in another clause.
    assert!(under("主要目标", "加强水质监测评估，到2023年实现全覆盖。").is_empty());
}

#[test]
fn another_way_to_say_a_goal_is_no_second_goal() {
    is(
        "污水集中收集率力争达到75%或较2020年提高5个百分点以上。",
        "污水集中收集率",
        Kind::IncreaseTo,
        "75",
        Some("%"),
    );
}

#[test]
fn a_year_holds_in_its_section_only() {
    let plan = "乙县水利发展“十四五”规划\n一、任务\n（一）水库\n到2023年，建成水库5座。\n新建泵站3座。\n（二）灌区\n新建灌区2处。\n二、其他\n文。";
    let found = support::draft(plan).findings.targets;
    let years: Vec<_> = found
        .iter()
        .map(|it| {
            (
                it.goals[0].value.as_str(),
                it.goals[0].year,
                it.goals[0].year_by,
            )
        })
        .collect();
    assert_eq!(
        years,
        [
            ("5", Some(2023), YearBy::Stated),
            ("3", Some(2023), YearBy::Nearby),
            ("2", Some(2025), YearBy::Term),
        ]
    );
}

#[test]
fn a_report_on_the_work_of_a_government_is_for_its_year() {
    let report = "政府工作报告\n——2026年1月12日在乙县第八届人民代表大会上\n各位代表：\n一、回顾\n文。\n二、工作安排\n今年发展的主要预期目标是：粮食产量增长6%。";
    let found = support::draft(report).findings.targets;
    let [target] = found.as_slice() else {
        panic!("{found:#?}")
    };
    assert_eq!(
        (target.name.as_str(), target.goals[0].year),
        ("粮食产量", Some(2026))
    );
}

#[test]
fn the_number_of_an_article_is_no_part_of_a_name() {
    is(
        "第四条 建成高标准农田48亩。",
        "建成高标准农田",
        Kind::IncreaseTo,
        "48",
        Some("亩"),
    );
}

#[test]
fn a_share_is_named_with_what_it_is_of() {
    let found = under(
        "主要目标",
        "到2025年，水产业总产值达到12亿元，占地区生产总值比重达到6%，年均增长7%以上。",
    );
    let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "水产业总产值",
            "水产业总产值占地区生产总值比重",
            "水产业总产值"
        ]
    );
    assert_eq!(found[2].kind, Kind::AnnualGrowth);
}

#[test]
fn an_amount_of_money_does_not_take_the_name_of_a_growth() {
    let found = under(
        "主要目标",
        "水产业总产值年均增速高于全县平均水平1个百分点以上，2025年突破30亿元。",
    );
    let last = found
        .last()
        .map(|it| (it.name.as_str(), it.goals[0].value.as_str()));
    assert_eq!(last, Some(("水产业总产值", "30")));
}

#[test]
fn so_many_a_year_or_for_each_is_no_total() {
    let found = under("主要目标", "每年改造水渠30公里。");
    let [target] = found.as_slice() else {
        panic!("{found:#?}")
    };
    assert_eq!(
        (target.name.as_str(), target.kind),
        ("每年改造水渠", Kind::IncreaseTo)
    );
    assert!(under("水源保护", "每3万人口配备1辆送水车。").is_empty());
}

#[test]
fn at_least_so_much_growth_is_no_level() {
    let found = under("主要目标", "到2025年，水产品产量增长5%以上。");
    let found: Vec<_> = found.iter().map(|it| (it.name.as_str(), it.kind)).collect();
    assert_eq!(found, [("水产品产量增长", Kind::AtLeast)]);
}

#[test]
fn a_day_by_which_one_task_is_due_says_nothing_of_the_next() {
    let plan = "乙县水利发展“十四五”规划\n一、任务\n整治河道，2023年底前完成12条河流治理。\n新增节水灌溉面积占比不低于60%。";
    let found = support::draft(plan).findings.targets;
    let last = found
        .last()
        .map(|it| (it.goals[0].year, it.goals[0].year_by));
    assert_eq!(last, Some((Some(2025), YearBy::Term)));
}

#[test]
fn a_statistical_report_sets_no_goals() {
    let report =
        "乙县2024年国民经济和社会发展统计公报\n一、农业\n2024年末，全县灌溉面积达到36万亩。";
    assert_eq!(support::draft(report).findings.targets, []);
}

/// Name, goal and unit of each target.
fn said(found: &[Target]) -> Vec<(&str, &str, &str)> {
    let mut all = Vec::new();
    for it in found {
        let goal = it.goals.last().map_or("", |goal| goal.value.as_str());
        let unit = it.unit.as_deref().unwrap_or_default();
        all.push((it.name.as_str(), goal, unit));
    }
    all
}

#[test]
fn a_second_figure_of_a_clause_is_of_what_the_first_is_of() {
    let text = "灌溉面积达到30万亩，水费收入突破2.6亿元、年均增长7%以上。";
    let found = under("主要目标", text);
    let names = [
        ("灌溉面积", "30", "万亩"),
        ("水费收入", "2.6", "亿元"),
        ("水费收入", "7", "%"),
    ];
    assert_eq!(said(&found), names);
    assert_eq!(found[2].kind, Kind::AnnualGrowth);
}

#[test]
fn what_several_figures_are_of_is_not_guessed() {
    let text = "水稻播种、收割机械化率分别达到62%和91%。";
    let found = under("主要目标", text);
    let names = [
        ("水稻播种、收割机械化率（第1项）", "62", "%"),
        ("水稻播种、收割机械化率（第2项）", "91", "%"),
    ];
    assert_eq!(said(&found), names);
    let text = "2023年、2024年分别新建渠道12公里、9公里，改造泵站15座。";
    let found = under("主要任务", text);
    assert_eq!(said(&found), [("改造泵站", "15", "座")]);
}

#[test]
fn nothing_is_due_in_the_year_in_which_it_begins() {
    let found = under("主要任务", "2024年后立项的灌区计量率提高到92%。");
    assert_eq!(said(&found), [("2024年后立项的灌区计量率", "92", "%")]);
    assert_eq!(found[0].goals[0].year_by, YearBy::Term);
    assert_eq!(under("主要任务", "2023年起水价补贴逐年退坡20%。"), []);
}

#[test]
fn rules_of_a_procedure_are_no_goals() {
    for text in [
        "取水审批时间一般不少于5个工作日，最长不超过15个工作日。",
        "轮灌周期为9天。",
        "对单户用水500立方米及以下、欠费不超过1%的农户给予补贴。",
    ] {
        assert_eq!(said(&under("主要任务", text)), [], "{text}");
    }
    let found = under("主要任务", "引导各灌区逐步将平均漏损率降至9%以下。");
    assert_eq!(said(&found), [("平均漏损率", "9", "%")]);
}

#[test]
fn limits_of_codes_and_rates_are_goals_among_tasks() {
    let found = under("主要任务", "建设调度中心，机房PUE低于1.3，设备完好率≥96%。");
    assert_eq!(
        said(&found),
        [("机房PUE", "1.3", ""), ("设备完好率", "96", "%")]
    );
    for text in [
        "对于肥水（含氮量≥28%）要稀释。",
        "肥胖（BMI≥28 kg/m2）的人群。",
    ] {
        assert_eq!(said(&under("主要任务", text)), [], "{text}");
    }
}

#[test]
fn totals_are_named_with_what_they_are_of() {
    let text = "每年新增节水型企业10家，到2025年总数达到64家，其中省级9家。";
    let names = [
        ("每年新增节水型企业", "10", "家"),
        ("节水型企业总数", "64", "家"),
        ("节水型企业其中省级", "9", "家"),
    ];
    assert_eq!(said(&under("主要目标", text)), names);
}
