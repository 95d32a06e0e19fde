//! Faulty plan files: each fault is named with its line and column, all of them in one run, and no file whatever brings
//! the program down.
//!
//! Every case is an edit of `fixtures/small.yaml`, and the list of problems it has to bring is complete: a fault is
//! reported once, where it is, and not again where something refers to it.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::support::{Run, SMALL, edited, guihua, run, run_with_input, small_path};
use guihua::load::{self, MAX_BYTES, Problem};
use guihua::plan::{Block, NodeKind, Outline, Plan};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A problem that is expected: `line:column`, and a part of the text.
type Expected<'a> = (&'a str, &'a str);

/// What is found, what takes its place, and the problems that this brings.
type Case = (&'static str, &'static str, &'static [Expected<'static>]);

fn problems(text: &str) -> Vec<Problem> {
    match load::load(text) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().cloned().collect(),
    }
}

#[track_caller]
fn sound(what: &str, text: &str) -> Plan {
    load::load(text)
        .unwrap_or_else(|problems| panic!("{what}: should have no problem:\n{problems}"))
}

/// How the problems of a text differ from the expected ones, if they do.
fn difference(text: &str, expected: &[Expected<'_>]) -> Option<String> {
    let found = problems(text);
    let same = found.len() == expected.len()
        && found.iter().zip(expected).all(|(problem, (place, what))| {
            format!("{}:{}", problem.line, problem.column) == *place
                && problem.to_string().contains(what)
        });
    if same {
        return None;
    }
    let mut out = String::new();
    for (place, what) in expected {
        let _ = writeln!(out, "  expected {place}: …{what}…");
    }
    for problem in found {
        let _ = writeln!(out, "  found    {problem}");
    }
    Some(out)
}

#[track_caller]
fn check_text(what: &str, text: &str, expected: &[Expected<'_>]) {
    if let Some(difference) = difference(text, expected) {
        panic!("{what}:\n{difference}");
    }
}

/// Checks all cases and names every one that differs.
#[track_caller]
fn check(cases: &[Case]) {
    let mut all = String::new();
    for (find, replace, expected) in cases {
        if let Some(difference) = difference(&edited(find, replace), expected) {
            let _ = write!(all, "\n{find:?} → {replace:?}:\n{difference}");
        }
    }
    assert!(all.is_empty(), "{all}");
}

#[test]
fn the_small_plan_has_no_problem() {
    let plan = sound("small.yaml", SMALL);
    let sections = plan.body.content.iter();
    let sections = sections.filter(|block| matches!(block, Block::Section(_)));
    assert_eq!(sections.count(), 3, "sections");
    assert_eq!(plan.targets.len(), 6, "targets");
}

#[test]
fn an_unknown_key_is_named_with_the_nearest_right_one() {
    check(&[
        (
            "  vision_year: 2035",
            "  vison_year: 2035",
            &[("10:3", "没有“vison_year”这个键；是不是“vision_year”？")],
        ),
        (
            "          text: 明确各乡镇的责任。",
            "          texts: 明确各乡镇的责任。",
            &[("53:11", "没有“texts”这个键；是不是“text”？")],
        ),
        (
            "    note: 原文称",
            "    notes: 原文称",
            &[("83:5", "没有“notes”这个键；是不是“note”？")],
        ),
        (
            "value: ''",
            "value: '', 颜色: 红",
            &[("16:33", "没有“颜色”这个键；可用：label、value")],
        ),
        (
            "open_readings:",
            "open_reading:",
            &[("55:1", "没有“open_reading”这个键；是不是“open_readings”？")],
        ),
    ]);
}

#[test]
fn a_misspelt_key_is_both_unknown_and_missing() {
    check(&[(
        "  title: 东山县人口发展“",
        "  tilte: 东山县人口发展“",
        &[
            ("3:3", "缺少“title”；补上“title: …”"),
            ("4:3", "没有“tilte”这个键；是不是“title”？"),
        ],
    )]);
}

#[test]
fn a_missing_key_is_named() {
    check(&[
        (
            "  title: 东山县人口发展“十四五”规划\n",
            "",
            &[("3:3", "基本信息（meta）缺少“title”")],
        ),
        (
            "  period: { start: 2021, end: 2025 }",
            "  period: { start: 2021 }",
            &[("9:13", "规划期（period）缺少“end”")],
        ),
        (
            "  title: 东山县人民政府关于印发人口发展规划的通知\n",
            "",
            &[("14:3", "通知（notice）缺少“title”")],
        ),
        ("    name: 高级职称\n", "", &[("112:5", "指标缺少“name”")]),
        (
            "    quote: 健康素养水平继续提高\n",
            "",
            &[("93:5", "指标缺少“quote”")],
        ),
        ("    kind: relative\n", "", &[("84:5", "指标缺少“kind”")]),
        (
            "              text: 统筹解决人口问题。\n",
            "              text: 统筹解决人口问题。\n            - table: 表1\n",
            &[("35:15", "表（table）缺少“rows”")],
        ),
    ]);
}

#[test]
fn a_value_of_the_wrong_shape_is_named_with_the_right_shape() {
    check(&[
        (
            "title: 东山县人口发展⟦“⟧十四五”规划",
            "title: [东山县]",
            &[("24:10", "title应为文字，此处是列表")],
        ),
        (
            "          content:\n            - 坚持以下原则：\n            - principle: 坚持以人为本。\n              text: 统筹解决人口问题。\n    - section: 目标",
            "          content: 统筹解决人口问题。\n    - section: 目标",
            &[
                ("31:20", "content应为列表，此处是文字"),
                ("53:9", "地址 1.1p2 不存在；全文没有这句话"),
            ],
        ),
        (
            "{ label: 成文日期, value: '' }",
            "成文日期",
            &[("16:7", "公文信息的一项应为键值对，此处是文字")],
        ),
        (
            "  region: 东山县\n",
            "  region:\n",
            &[("5:9", "region应为文字，此处是空值")],
        ),
        (
            "  region: 东山县\n",
            "  region: { name: 东山县 }\n",
            &[("5:11", "region应为文字，此处是键值对")],
        ),
        (
            "  region: 东山县\n",
            "  region: ' '\n",
            &[("5:11", "region是空的")],
        ),
        (
            "    - 现将本规划印发给你们，请认真执行。",
            "    - [现将本规划印发给你们]",
            &[("20:7", "段落应为文字，此处是列表")],
        ),
        (
            "    also:\n      - { at: 2.2.1p1, quote: 健全引才办法 }",
            "    also: 健全引才办法",
            &[("110:11", "also应为列表，此处是文字")],
        ),
    ]);
}

#[test]
fn a_value_of_the_wrong_shape_is_one_problem_whatever_it_should_mean() {
    check(&[
        (
            "vision_year: 2035",
            "vision_year: [2035]",
            &[(
                "10:16",
                "远景年份应为一个值，此处是列表；写四位数字，如 2025",
            )],
        ),
        (
            "kind: relative",
            "kind: [relative]",
            &[(
                "87:11",
                "类型（kind）应为一个值，此处是列表；可用：increase-to、",
            )],
        ),
        (
            "direction: up",
            "direction: [up]",
            &[("97:16", "方向（direction）应为一个值，此处是列表")],
        ),
        (
            "goal: 82.0",
            "goal: [82.0]",
            &[(
                "77:11",
                "目标值（goal）应为一个值，此处是列表；只写数字和小数点",
            )],
        ),
        (
            "at: 2.1p2",
            "at: [2.1p2]",
            &[("99:9", "地址（at）应为一个值，此处是列表；改成一段的地址")],
        ),
        (
            "year: 2020, value: 80.5",
            "year: [2020], value: [80.5]",
            &[
                ("82:17", "年份应为一个值，此处是列表；写四位数字，如 2025"),
                ("82:32", "数值（value）应为一个值，此处是列表；只写数字"),
            ],
        ),
    ]);
}

#[test]
fn an_unknown_domain_is_named_with_the_known_ones() {
    check(&[
        (
            "          domain: 人才",
            "          domain: 人材",
            &[("42:19", "没有“人材”这个领域；可用：人才、健康")],
        ),
        (
            "    domains: [健康]\n    kind: relative",
            "    domains: [健康, 健康状况]\n    kind: relative",
            &[("86:19", "没有“健康状况”这个领域；是不是“健康”？")],
        ),
    ]);
}

#[test]
fn an_unknown_word_is_named_with_the_nearest_right_one() {
    check(&[
        (
            "kind: relative",
            "kind: relatve",
            &[("87:11", "没有“relatve”；是不是“relative”？")],
        ),
        (
            "kind: about",
            "kind: 左右",
            &[("63:11", "没有“左右”；可用：increase-to、decrease-to、about")],
        ),
        (
            "direction: up",
            "direction: upp",
            &[("97:16", "没有“upp”；是不是“up”？")],
        ),
    ]);
}

#[test]
fn the_words_to_choose_from_are_listed_each_once() {
    check(&[(
        "    note: 原文称",
        "    颜色: 原文称",
        &[(
            "83:5",
            "没有“颜色”这个键；可用：id、name、domains、tier、binding、kind、direction、",
        )],
    )]);
}

#[test]
fn an_id_is_used_once_and_written_in_kebab_case() {
    check(&[
        (
            "id: life-expectancy",
            "id: resident-population",
            &[("72:9", "指标编号“resident-population”重复")],
        ),
        (
            "id: life-expectancy",
            "id: Life Expectancy",
            &[("72:9", "指标编号“Life Expectancy”不合写法")],
        ),
    ]);
}

#[test]
fn an_address_has_to_be_one_and_to_exist() {
    check(&[
        (
            "at: 2.1p2",
            "at: 2.1p9",
            &[("99:9", "地址 2.1p9 不存在；它在 2.1p2")],
        ),
        (
            "at: 1.1p2",
            "at: 7",
            &[("56:9", "地址 7 不存在；它在 1.1p2")],
        ),
        (
            "at: 2.1p2",
            "at: 第二回",
            &[("99:9", "“第二回”不是地址；地址写作 3、3.1")],
        ),
        (
            "at: 2.1p2",
            "at: 2.1p70000",
            &[("99:9", "“2.1p70000”不是地址")],
        ),
    ]);
}

#[test]
fn a_quote_has_to_stand_at_its_address_exactly_once() {
    check(&[
        (
            "quote: 健康素养水平继续提高",
            "quote: 健康素养水平继续降低",
            &[(
                "100:12",
                "引文“健康素养水平继续降低”不在 2.1p2；全文没有这句话",
            )],
        ),
        (
            "quote: 健康素养水平继续提高",
            "quote: 评定职称60人",
            &[("100:12", "引文“评定职称60人”不在 2.1p2；它在 2.2p1")],
        ),
        (
            "quote: 健康素养水平继续提高",
            "quote: 继续提高",
            &[("100:12", "引文“继续提高”在 2.1p2 出现 2 次；加长引文")],
        ),
        (
            "quote: 居民期望寿命为80.5岁",
            "quote: 居民期望寿命是80.5岁",
            &[(
                "82:52",
                "引文“居民期望寿命是80.5岁”不在 1p1；全文没有这句话",
            )],
        ),
        (
            "quote: 健全引才办法",
            "quote: 引进人才",
            &[("111:31", "引文“引进人才”不在 2.2.1p1；它在 2.2.1")],
        ),
        (
            "quote: 统筹解决人口问题",
            "quote: 统筹人口问题",
            &[("57:12", "引文“统筹人口问题”不在 1.1p2；全文没有这句话")],
        ),
    ]);
}

#[test]
fn a_figure_has_to_stand_in_its_quote_as_it_is_printed() {
    check(&[
        (
            "goal: 82.0",
            "goal: 82",
            &[("80:12", "引文里没有数值 82；")],
        ),
        (
            "goal: 82.0",
            "goal: 2.0",
            &[("80:12", "引文里没有数值 2.0；")],
        ),
        ("goal: 25", "goal: 5", &[("68:12", "引文里没有数值 5；")]),
        (
            "value: 20.0",
            "value: 20",
            &[("71:50", "引文里没有数值 20；")],
        ),
        (
            "quote: 人均期望寿命提高到82.0岁",
            "quote: 人均期望寿命提高到",
            &[("80:12", "引文里没有数值 82.0；")],
        ),
    ]);
}

#[test]
fn a_figure_is_written_in_digits() {
    check(&[
        (
            "value: 80.5",
            "value: '８０．５'",
            &[("82:30", "数值（value）“８０．５”不是数")],
        ),
        (
            "value: 80.5",
            "value: 8e1",
            &[("82:30", "数值（value）“8e1”不是数")],
        ),
        (
            "value: 80.5",
            "value: 80.5岁",
            &[("82:30", "数值（value）“80.5岁”不是数")],
        ),
        (
            "value: 80.5",
            "value: 80.5.1",
            &[("82:30", "数值（value）“80.5.1”不是数")],
        ),
        (
            "value: 80.5",
            "value: .inf",
            &[("82:30", "数值（value）“.inf”不是数")],
        ),
        (
            "value: 80.5",
            "value: 99999999999999999999999999999999",
            &[(
                "82:30",
                "数值（value）“99999999999999999999999999999999”不是数",
            )],
        ),
    ]);
}

#[test]
fn a_goal_that_is_no_number_is_not_also_called_missing() {
    check(&[(
        "goal: 82.0",
        "goal: 八十二",
        &[("77:11", "目标值（goal）“八十二”不是数")],
    )]);
}

#[test]
fn a_year_is_written_in_four_digits() {
    check(&[
        (
            "year: 2020, value: 80.5",
            "year: 20, value: 80.5",
            &[("82:17", "年份“20”不是年份；写四位数字")],
        ),
        (
            "start: 2021",
            "start: 二〇二一",
            &[("9:20", "起始年份“二〇二一”不是年份")],
        ),
        (
            "vision_year: 2035",
            "vision_year: 3035",
            &[("10:16", "远景年份“3035”不是年份")],
        ),
        (
            "vision_year: 2035",
            "vision_year: '+2035'",
            &[("10:16", "远景年份“+2035”不是年份")],
        ),
        (
            "vision_year: 2035",
            "vision_year: '02035'",
            &[("10:16", "远景年份“02035”不是年份")],
        ),
    ]);
}

#[test]
fn the_marks_of_supplied_characters_come_in_pairs() {
    check(&[
        (
            "加强组织领导⟦。⟧",
            "加强组织领导⟦。",
            &[("52:20", "“⟦”没有对应的“⟧”")],
        ),
        (
            "人民政府⟦：⟧",
            "人民政府：⟧",
            &[("18:15", "“⟧”之前没有“⟦”")],
        ),
        (
            "人民政府⟦：⟧",
            "人民政府⟦⟧",
            &[("18:15", "“⟦⟧”之间没有文字")],
        ),
        (
            "人民政府⟦：⟧",
            "人民政府⟦⟦：⟧",
            &[("18:15", "“⟦”之内又出现“⟦”")],
        ),
    ]);
}

#[test]
fn candidates_are_full_different_and_few() {
    check(&[
        (
            "人民政府⟦：⟧",
            "人民政府⟦：|⟧",
            &[("18:15", "“⟦：|⟧”里有空的候选")],
        ),
        (
            "人民政府⟦：⟧",
            "人民政府⟦|：⟧",
            &[("18:15", "“⟦|：⟧”里有空的候选")],
        ),
        (
            "人民政府⟦：⟧",
            "人民政府⟦|⟧",
            &[("18:15", "“⟦|⟧”里有空的候选")],
        ),
        (
            "人民政府⟦：⟧",
            "人民政府⟦：||，⟧",
            &[("18:15", "“⟦：||，⟧”里有空的候选")],
        ),
        (
            "人民政府⟦：⟧",
            "人民政府⟦：|，|：⟧",
            &[("18:15", "“⟦：|，|：⟧”里“：”写了两遍")],
        ),
        (
            "人民政府⟦：⟧",
            "人民政府⟦：|⟦，⟧⟧",
            &[("18:15", "“⟦”之内又出现“⟦”")],
        ),
        (
            "人民政府⟦：⟧",
            "人民政府⟦：｜，⟧",
            &[("18:15", "“⟦：｜，⟧”的候选之间应是半角的“|”")],
        ),
        (
            "人民政府⟦：⟧",
            "人民政府⟦一|二|三|四|五|六|七|八|九⟧",
            &[("18:15", "“⟦一|二|三|四|五|六|七|八|九⟧”的候选多于 8 个")],
        ),
        ("人民政府⟦：⟧", "人民政府⟦一|二|三|四|五|六|七|八⟧", &[]),
    ]);
}

#[test]
fn control_characters_and_line_breaks_are_no_text() {
    check(&[
        (
            "- 为促进人口均衡发展，制定本规划。",
            "- \"\\e[31m为促进人口均衡发展。\"",
            &[("26:7", "段落里有不可显示的字符 U+001B")],
        ),
        (
            "- 为促进人口均衡发展，制定本规划。",
            "- 为促进\u{202e}人口均衡发展。",
            &[("26:7", "段落里有不可显示的字符 U+202E")],
        ),
        (
            "- 为促进人口均衡发展，制定本规划。",
            "- \"为促进人口均衡发展。\\n制定本规划。\"",
            &[("26:7", "段落里有不可显示的字符 U+000A")],
        ),
        (
            "- 为促进人口均衡发展，制定本规划。",
            "- |\n      为促进人口均衡发展。\n      制定本规划。",
            &[("27:7", "段落里有不可显示的字符 U+000A")],
        ),
        (
            "  region: 东山县",
            "  region: \"东山\\0县\"",
            &[("5:11", "region里有不可显示的字符 U+0000")],
        ),
        (
            "    note: 原文称",
            "    \"no\\e[2Jte\": 原文称",
            &[("83:5", "没有“no\\u{1b}[2Jte”这个键")],
        ),
    ]);
}

#[test]
fn a_goal_has_to_lie_in_the_term_and_after_its_history() {
    check(&[(
        "    year: 2025\n    at: 2.1p2",
        "    year: 2019\n    at: 2.1p2",
        &[("98:11", "目标年份 2019 早于规划期；规划期是 2021—2025")],
    )]);
}

#[test]
fn a_year_and_a_unit_are_those_that_the_text_prints() {
    check(&[
        (
            "goal: 82.0\n    year: 2025",
            "goal: 82.0\n    year: 2925",
            &[("78:11", "目标年份 2925 不见于原文")],
        ),
        (
            "year: 2015, value: 18.5",
            "year: 2016, value: 18.5",
            &[("70:17", "历史值的年份 2016 不见于引文或其段落")],
        ),
        (
            "year: 2015, value: 18.5",
            "year: 2014, value: 18.5",
            &[("70:17", "历史值的年份 2014 不见于引文或其段落")],
        ),
        (
            "year: 2020, value: 80.5",
            "year: 2019, value: 80.5",
            &[("82:17", "历史值的年份 2019 不见于引文或其段落")],
        ),
        (
            "unit: 万人\n    goal: 25",
            "unit: 吨\n    goal: 25",
            &[("64:11", "引文里 25 后面的单位是“万人”，不是“吨”")],
        ),
    ]);
}

#[test]
fn a_negative_figure_is_quoted_with_its_sign() {
    let text = |sign: &str, goal: &str| {
        let printed = format!("常住人口达到{sign}25万人左右");
        SMALL
            .replace("常住人口达到25万人左右", &printed)
            .replace("goal: 25", &format!("goal: {goal}"))
    };
    for sign in ["-", "−", "－", "–", "负"] {
        sound(sign, &text(sign, "-25"));
        check_text(sign, &text(sign, "25"), &[("68:12", "引文里没有数值 25")]);
    }
}

#[test]
fn a_line_that_ends_between_chinese_characters_is_named_where_it_ends() {
    let folded = SMALL.replace(
        "    - 为促进人口均衡发展，制定本规划。",
        "    - 为促进人口均衡发展，\n      制定本规划。",
    );
    check_text("plain", &folded, &[("26:17", "一段话在这里换了行")]);
    let quoted = SMALL.replace(
        "    - 为促进人口均衡发展，制定本规划。",
        "    - \"为促进人口\n      均衡发展，\\\n      制定本规划。\"",
    );
    check_text("quoted", &quoted, &[("26:13", "一段话在这里换了行")]);
    let block = SMALL.replace(
        "    - 为促进人口均衡发展，制定本规划。",
        "    - >-\n      为促进人口均衡发展，\n      制定本规划。",
    );
    check_text("folded", &block, &[("27:17", "一段话在这里换了行")]);
    let words = SMALL.replace(
        "    note: 原文称“居民期望寿命”，指同一指标。",
        "    note: GDP\n      growth，指同一指标。",
    );
    sound("words", &words);
}

#[test]
fn a_year_of_the_history_is_faulted_where_it_stands() {
    check(&[
        (
            "year: 2020, value: 80.5",
            "year: 2025, value: 80.5",
            &[("82:17", "历史值的年份 2025 不早于目标年份 2025")],
        ),
        (
            "year: 2020, value: 20.0",
            "year: 2015, value: 20.0",
            &[("71:17", "历史值里 2015 年重复")],
        ),
    ]);
}

#[test]
fn the_whole_that_a_target_is_part_of_has_to_be_another_target() {
    check(&[
        (
            "part_of: professional-titles",
            "part_of: profesional-titles",
            &[(
                "119:14",
                "没有编号为“profesional-titles”的另一指标；是不是“professional-titles”？",
            )],
        ),
        (
            "part_of: professional-titles",
            "part_of: professional-titles-senior",
            &[(
                "119:14",
                "没有编号为“professional-titles-senior”的另一指标；是不是“professional-titles”？",
            )],
        ),
    ]);
}

#[test]
fn a_kind_asks_for_the_keys_that_it_means() {
    check(&[
        ("    goal: 20\n", "", &[("115:11", "类指标缺少“goal”")]),
        (
            "    direction: up\n",
            "",
            &[("96:11", "类指标缺少“direction”")],
        ),
        (
            "    benchmark: 全市平均水平\n",
            "",
            &[("87:11", "类指标缺少“benchmark”")],
        ),
        (
            "kind: direction",
            "kind: in-step",
            &[("96:11", "类指标缺少“benchmark”")],
        ),
        (
            "kind: direction",
            "kind: keep-below",
            &[("96:11", "类指标缺少“goal”")],
        ),
    ]);
}

/// A task of the small plan, in whose place other blocks are put: it begins at 49:17.
const TASK: &str = "                - task: 吸引毕业生。\n";

#[test]
fn a_block_says_what_it_is_and_stands_where_it_may() {
    check(&[
        (
            TASK,
            "                - { text: 吸引毕业生。 }\n",
            &[(
                "49:19",
                "这一块不是段落，也没有说是什么；可用：section、task、principle、table、box、picture",
            )],
        ),
        (
            TASK,
            "                - { chapter: 第一章 }\n",
            &[("49:19", "这一块不是段落，也没有说是什么")],
        ),
        (
            TASK,
            "                - [吸引毕业生。]\n",
            &[("49:19", "段落应为文字，此处是列表")],
        ),
        (
            TASK,
            "                - { box: 专栏, content: [{ section: 标题 }, { box: '' }, 一段] }\n",
            &[
                (
                    "49:40",
                    "专栏里不能有“section”；专栏里写段落、任务、原则、表和图",
                ),
                ("49:57", "专栏里不能有“box”"),
            ],
        ),
        (
            TASK,
            "                - { principle: 甲。, note: 乙 }\n",
            &[("49:36", "原则（principle）里没有“note”这个键")],
        ),
        (
            TASK,
            "                - { section: 引进, text: 甲⟧ }\n",
            &[("49:40", "“⟧”之前没有“⟦”")],
        ),
    ]);
}

#[test]
fn headings_go_down_to_eight_levels() {
    // The task stands below three headings; so many more are put in its place.
    let nested = |deeper: usize| {
        let open = "{ section: 层, content: [".repeat(deeper);
        let close = "] }".repeat(deeper);
        edited(TASK, &format!("                - {open}一段{close}\n"))
    };
    let plan = sound("eight levels", &nested(5));
    let outline = Outline::of(&plan);
    let at = "2.2.1.1.1.1.1.1p1".parse().expect("an address");
    assert_eq!(outline.words(at), Some("一段"));
    check_text(
        "nine levels",
        &nested(6),
        &[("49:139", "标题最多 8 级；并入上一级")],
    );
}

#[test]
fn a_table_has_rows_and_its_cells_span_what_there_is() {
    check(&[
        (
            TASK,
            "                - table: 表1\n",
            &[("49:19", "表（table）缺少“rows”")],
        ),
        (
            TASK,
            "                - { table: 表1, rows: [] }\n",
            &[("49:38", "表没有行；在 rows 下写各行")],
        ),
        (
            TASK,
            "                - { table: 表1, rows: 一行 }\n",
            &[("49:38", "行（rows）应为列表，此处是文字")],
        ),
        (
            TASK,
            "                - { table: 表1, rows: [一格, [两格]] }\n",
            &[("49:39", "表的一行应为列表，此处是文字")],
        ),
        (
            TASK,
            "                - { table: 表1, rows: [[{ text: 格, columns: 0 }, { text: 格, rows: 二 }]] }\n",
            &[
                ("49:60", "columns“0”超出范围；写 1 到 100 之间的整数"),
                ("49:82", "rows“二”超出范围；写 1 到 100 之间的整数"),
            ],
        ),
        (
            TASK,
            "                - { table: 表1, head: 101, rows: [[格]] }\n",
            &[(
                "49:38",
                "表头行数（head）“101”超出范围；写 0 到 100 之间的整数",
            )],
        ),
        (
            TASK,
            "                - { table: 表1, rows: [[格], [{ columns: 2 }]] }\n",
            &[("49:47", "单元格缺少“text”")],
        ),
        (
            TASK,
            "                - { table: 表1, rows: [[格], [{ text: 左, columns: 60 }, { text: 右, columns: 41 }]] }\n",
            &[("49:44", "表超过 100 列；分成几个表")],
        ),
        (
            TASK,
            "                - { table: 表1, rows: [[{ text: 左, columns: 60, rows: 2 }], [{ text: 右, columns: 41 }]] }\n",
            &[("49:76", "表超过 100 列")],
        ),
    ]);
}

#[test]
fn a_numbering_begins_with_first_numbers() {
    let numbered = |numbering: &str| {
        edited(
            "  content:\n    - 为促进",
            &format!("  numbering: {numbering}\n  content:\n    - 为促进"),
        )
    };
    sound("usual ones", &numbered("[第一篇, 第一章, '', '1.1', ①]"));
    check_text(
        "others",
        &numbered("[二、, 章, （一）, '0.', '1.2']"),
        &[
            ("25:15", "“二、”不是一级的第一个编号；写作 第一章、"),
            ("25:19", "“章”不是一级的第一个编号"),
            ("25:27", "“0.”不是一级的第一个编号"),
            ("25:33", "“1.2”不是一级的第一个编号"),
        ],
    );
    check_text(
        "too many",
        &numbered("[一、, 一、, 一、, 一、, 一、, 一、, 一、, 一、, 一、]"),
        &[("25:47", "标题最多 8 级；删去多出的编号")],
    );
}

#[test]
fn who_does_a_task_and_until_when_is_quoted_from_the_task() {
    let with = |duties: &str| {
        format!(
            "                - {{ task: 吸引毕业生。, text: （县人社局、县教育局，2024年底）, {duties} }}\n"
        )
    };
    let plan = sound(
        "all of it",
        &edited(
            TASK,
            &with(
                "lead: { names: [县人社局], quote: 县人社局 }, with: { names: [各乡镇], quote: 明确各乡镇的责任, at: 3.1 }, due: { date: 2024-12, quote: 2024年底 }",
            ),
        ),
    );
    let outline = Outline::of(&plan);
    let tasks: Vec<_> = outline.of_kind(NodeKind::Task).collect();
    let duties = tasks[1].1.duties().expect("it is a task");
    assert!(duties.lead.is_some() && duties.with.is_some() && duties.due.is_some());
    // What is written, where in it the fault is, and what is said of it.
    for (duties, at, expected) in [
        (
            "lead: { names: [县发改委], quote: 县人社局 }",
            "县发改委]",
            "引文里没有单位“县发改委”；单位的名称须在引文里",
        ),
        (
            "lead: { names: [县人社局], quote: 县人社局牵头 }",
            "县人社局牵头",
            "引文“县人社局牵头”不在这一段里；改引这一段的原文，或用 at 写明在哪里",
        ),
        (
            "lead: { names: [县人社局], quote: 县人社局, at: 3.1 }",
            "县人社局, at",
            "引文“县人社局”不在 3.1；它在 2.2.1p2",
        ),
        (
            "lead: { names: [县人社局], quote: 县人社局, at: 3.9 }",
            "3.9",
            "地址 3.9 不存在；它在 2.2.1p2",
        ),
        (
            "lead: { names: [], quote: 县人社局 }",
            "[]",
            "单位（names）是空的",
        ),
        (
            "lead: { quote: 县人社局 }",
            "quote",
            "责任单位（lead、with）缺少“names”",
        ),
        (
            "lead: { names: [县人社局] }",
            "names",
            "责任单位（lead、with）缺少“quote”",
        ),
        (
            "due: { date: 年底, quote: 2024年底 }",
            "年底,",
            "时限“年底”不是日期；写作 2025、2025-06 或 2025-06-30",
        ),
        (
            "due: { date: 2024-13, quote: 2024年底 }",
            "2024-13",
            "时限“2024-13”不是日期",
        ),
        (
            "due: { date: '', quote: 2024年底 }",
            "''",
            "时限（date）是空的",
        ),
        (
            "due: { quote: 2025年底 }",
            "2025年底",
            "引文“2025年底”不在这一段里",
        ),
        (
            "kind: programme",
            "programme",
            "任务类别（kind）没有“programme”；可用：task、project",
        ),
    ] {
        let written = with(duties);
        let (_, behind) = duties.split_once(at).expect("it is there");
        let (before, _) = written.split_once(&format!("{at}{behind}")).expect("too");
        let column = before.chars().count() + 1;
        let place = format!("49:{column}");
        check_text(duties, &edited(TASK, &written), &[(&place, expected)]);
    }
}

#[test]
fn a_list_of_the_text_has_an_end_that_addresses_can_count() {
    let content = |n: usize| {
        let paragraphs = ", 段".repeat(n - 1);
        edited(
            TASK,
            &format!("                - {{ box: '', content: [段{paragraphs}] }}\n"),
        )
    };
    sound("ten thousand", &content(10_000));
    let found = problems(&content(70_000));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].what.contains("content超过 10000 项"), "{found:?}");
}

#[test]
fn what_meta_and_domains_say_is_faulted_where_it_stands() {
    check(&[
        (
            "  id: dongshan-population-2021-2025",
            "  id: 东山",
            &[("3:7", "规划编号“东山”不合写法")],
        ),
        (
            "issued: '2021-12-31'",
            "issued: 2021年12月31日",
            &[("8:11", "印发日期“2021年12月31日”不是日期")],
        ),
        (
            "issued: '2021-12-31'",
            "issued: '2021-+1-31'",
            &[("8:11", "印发日期“2021-+1-31”不是日期")],
        ),
        (
            "period: { start: 2021, end: 2025 }",
            "period: { start: 2021, end: 2020 }",
            &[("9:11", "规划期从 2021 到 2020，先后颠倒")],
        ),
        (
            "  document_number: 东政发〔2021〕1号",
            "  document_number: 东政发〔2021〕2号",
            &[("7:20", "发文字号“东政发〔2021〕2号”不在通知的公文信息里")],
        ),
        (
            "domains: [人才, 健康]\nnotice",
            "domains: [人才, 健康, 人才]\nnotice",
            &[("12:19", "领域“人才”重复")],
        ),
    ]);
}

#[test]
fn a_repeated_key_is_named_in_our_words() {
    check(&[(
        "  region: 东山县\n",
        "  region: 东山县\n  region: 西山县\n",
        &[("6:3", "键重复")],
    )]);
    let text = edited("  region: 东山县\n", "  region: 东山县\n  region: 西山县\n");
    let found = problems(&text);
    let shown: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(
        shown.iter().all(|problem| problem.contains("region")),
        "the key is named: {shown:?}"
    );
    assert!(
        !shown.iter().any(|problem| problem.contains("Policy")),
        "advice to programmers is of no use: {shown:?}"
    );
}

#[test]
fn every_repeated_key_is_named_and_so_is_what_else_is_wrong() {
    let text = edited("  region: 东山县\n", "  region: 东山县\n  region: 西山县\n")
        .replace("  attachment:", "  title: 又一份规划\n  attachment:")
        .replace("kind: about", "kind: abuot");
    check_text(
        "two repeated keys and an unknown kind",
        &text,
        &[
            ("6:3", "键重复"),
            ("55:3", "键重复"),
            ("65:11", "没有“abuot”；是不是“about”？"),
        ],
    );
}

#[test]
fn faults_of_syntax_are_named_where_they_are() {
    check(&[
        (
            "  region: 东山县\n",
            "  region: \"东山县\n",
            &[("5:11", "引号没有闭合")],
        ),
        (
            "  region: 东山县",
            "  region: 东山县: 乙",
            &[("5:14", "此处不能再有“: ”")],
        ),
        (
            "  region: 东山县\n",
            "  region 东山县\n",
            &[("5:3", "YAML 语法有误")],
        ),
        (
            "  region: 东山县\n",
            "  region: *a\n",
            &[("5:11", "不支持别名“*a”；去掉锚点，在别名处把内容写全")],
        ),
    ]);
}

#[test]
fn an_anchor_is_called_an_anchor() {
    check(&[(
        "  region: 东山县\n",
        "  region: &a 东山县\n",
        &[("5:11", "不支持锚点“&a”；去掉锚点")],
    )]);
}

#[test]
fn a_second_document_is_called_a_second_document() {
    check(&[(
        "plan:\n",
        "---\nplan:\n",
        &[("23:1", "文件里有不止一个 YAML 文档")],
    )]);
    let twice = format!("{SMALL}---\n{SMALL}");
    let line = SMALL.lines().count() + 1;
    let found = problems(&twice);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].line, found[0].column), (line, 1), "{found:?}");
}

#[test]
fn a_tab_in_the_indentation_is_named_where_it_is() {
    check(&[
        (
            "  region: 东山县\n",
            "\tregion: 东山县\n",
            &[("5:1", "缩进里有制表符")],
        ),
        (
            "    name: 婴儿死亡率\n",
            "  \tname: 婴儿死亡率\n",
            &[("85:3", "缩进里有制表符")],
        ),
    ]);
}

#[test]
fn bottomless_nesting_is_refused() {
    for (open, what) in [("[", "brackets"), ("{a: ", "braces"), ("- ", "dashes")] {
        let found = problems(&open.repeat(100_000));
        assert_eq!(found.len(), 1, "{what}: {found:?}");
        assert_eq!(found[0].line, 1, "{what}: {found:?}");
        assert!(
            found[0].to_string().contains("文件超出允许的层数或规模"),
            "{what}: it is the depth that is at fault: {found:?}"
        );
    }
}

#[test]
fn a_billion_laughs_are_refused() {
    let mut text = "a: &a [哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈]\n".to_owned();
    for (name, before) in ('b'..='z').zip('a'..) {
        let aliases = vec![format!("*{before}"); 10].join(", ");
        let _ = writeln!(text, "{name}: &{name} [{aliases}]");
    }
    let found = problems(&text);
    assert_eq!(
        found.len(),
        100,
        "anchors and their aliases, as many as are told"
    );
    let first = &found[0];
    assert_eq!((first.line, first.column), (1, 4), "{first}");
    assert!(first.what.contains("不支持锚点“&a”"), "{first}");
}

#[test]
fn a_file_of_another_shape_is_one_problem() {
    for (what, text) in [
        ("an empty file", ""),
        ("an empty value", "~\n"),
        ("a list", "- 人口\n- 发展\n"),
        ("a text", "人口发展\n"),
        ("a number", "82.38\n"),
        ("an empty JSON list", "[]"),
    ] {
        check_text(what, text, &[("1:1", "规划文件应为键值对")]);
    }
}

#[test]
fn a_plan_of_an_id_and_two_titles_is_sound() {
    let plan = sound(
        "the least",
        "meta: { id: a, title: 甲 }\nplan: { title: 乙 }\n",
    );
    assert_eq!(Outline::of(&plan).len(), 1, "its title");
}

#[test]
fn a_mapping_without_any_key_lacks_every_required_one() {
    check_text(
        "{}",
        "{}",
        &[("1:1", "规划文件缺少“meta”"), ("1:1", "规划文件缺少“plan”")],
    );
}

#[test]
fn byte_order_marks_and_foreign_line_ends_change_nothing() {
    let plan = sound("small.yaml", SMALL);
    let bom = format!("\u{feff}{SMALL}");
    for (what, text) in [
        ("a byte order mark", bom.clone()),
        ("CRLF", SMALL.replace('\n', "\r\n")),
        ("both", bom.replace('\n', "\r\n")),
        ("no line end at the end", SMALL.trim_end().to_owned()),
        ("empty lines at the end", format!("{SMALL}\n\n")),
        ("a document mark", format!("---\n{SMALL}")),
    ] {
        assert_eq!(sound(what, &text), plan, "{what}");
    }
}

#[test]
fn places_are_right_after_a_byte_order_mark_and_with_foreign_line_ends() {
    let text = edited("goal: 82.0", "goal: 82").replace('\n', "\r\n");
    let text = format!("\u{feff}{text}");
    check_text("both", &text, &[("80:12", "引文里没有数值 82；")]);
    let found = problems("\u{feff}meta: 1\n{");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].line, 2, "{found:?}");
}

#[test]
fn scalars_keep_the_characters_they_are_written_with() {
    for written in [
        "no",
        "1.10",
        "0x1F",
        "1_000",
        "~x",
        "2021-12-31",
        "007",
        "'null'",
    ] {
        let text = edited("  region: 东山县\n", &format!("  region: {written}\n"));
        let plan = sound(written, &text);
        assert_eq!(
            plan.meta.region.as_deref(),
            Some(written.trim_matches('\''))
        );
    }
}

#[test]
fn a_fault_is_not_reported_again_where_something_refers_to_it() {
    check(&[
        // A target that can't be cited is still there to be a part of.
        (
            "    quote: 评定职称60人\n",
            "",
            &[("101:5", "指标缺少“quote”")],
        ),
        (
            "    at: 2.2p1\n    quote: 评定职称60人\n",
            "    at: 二点二\n    quote: 评定职称60人\n",
            &[("108:9", "“二点二”不是地址")],
        ),
        // A paragraph with broken marks still has its words.
        (
            "- 健全引才办法。",
            "- 健全引才办法⟦。",
            &[("48:19", "“⟦”没有对应的“⟧”")],
        ),
        // Nothing can be said of domains where the list of domains itself can't be read.
        (
            "domains: [人才, 健康]\nnotice",
            "domains: 人才\nnotice",
            &[("12:10", "领域（domains）应为列表，此处是文字")],
        ),
    ]);
}

/// Ten edits all over the file, and the problems that they bring together.
fn many_faults() -> (String, Vec<Expected<'static>>) {
    let edits = [
        ("  title: 东山县人口发展“", "  tilte: 东山县人口发展“"),
        ("vision_year: 2035", "vision_year: 远期"),
        ("人民政府⟦：⟧", "人民政府⟦："),
        ("- 为促进人口", "- \"\\e[31m为促进\" #"),
        ("          domain: 人才", "          domain: 体育"),
        ("at: 1.1p2", "at: 9.9p9"),
        ("kind: about", "kind: abuot"),
        ("id: life-expectancy", "id: resident-population"),
        ("goal: 82.0", "goal: 82.5"),
        (
            "    direction: up\n    year: 2025",
            "    direction: [up]\n    year: 25",
        ),
        ("quote: 评定职称60人", "quote: 共评定职称60人"),
        ("part_of: professional-titles", "part_of: titles"),
    ];
    let mut text = SMALL.to_owned();
    for (find, replace) in edits {
        assert_eq!(
            text.matches(find).count(),
            1,
            "the edit names one place: {find:?}"
        );
        text = text.replacen(find, replace, 1);
    }
    let expected = vec![
        ("3:3", "缺少“title”"),
        ("4:3", "没有“tilte”这个键"),
        ("10:16", "远景年份“远期”不是年份"),
        ("18:15", "“⟦”没有对应的“⟧”"),
        ("26:7", "U+001B"),
        ("42:19", "没有“体育”这个领域"),
        ("56:9", "地址 9.9p9 不存在；它在 1.1p2"),
        ("63:11", "没有“abuot”"),
        ("72:9", "指标编号“resident-population”重复"),
        ("80:12", "引文里没有数值 82.5"),
        ("97:16", "方向（direction）应为一个值，此处是列表"),
        ("98:11", "目标年份（year）“25”不是年份"),
        ("109:12", "引文“共评定职称60人”不在 2.2p1"),
        ("119:14", "没有编号为“titles”的另一指标"),
    ];
    (text, expected)
}

#[test]
fn many_faults_of_all_sorts_are_all_named_in_one_run_in_the_order_of_the_file() {
    let (text, expected) = many_faults();
    check_text("many faults", &text, &expected);
}

// The command.

/// A file in a directory of its own, which is gone when the test is over.
fn file(name: &str, content: &[u8]) -> (tempfile::TempDir, String) {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join(name);
    fs::write(&path, content).expect("a file can be written there");
    let path = path.to_str().expect("its path is UTF-8").to_owned();
    (directory, path)
}

#[test]
fn check_says_that_a_sound_file_has_no_problem() {
    let path = small_path();
    let path = path.to_str().expect("its path is UTF-8");
    let Run { code, out, err } = run(&["check", path]);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert_eq!(
        out,
        format!("{path}：没有问题（标题 8 个，任务 2 项，指标 6 项）\n")
    );
}

#[test]
fn check_lists_every_problem_as_file_line_column_and_fails_with_1() {
    let (text, expected) = many_faults();
    let (_directory, path) = file("某县规划.yaml", text.as_bytes());
    let Run { code, out, err } = run(&["check", &path]);
    assert_eq!(code, Some(1), "{out}{err}");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(
        lines.len(),
        expected.len() + 1,
        "one line each, and the sum:\n{out}{err}"
    );
    for (line, (place, what)) in lines.iter().zip(&expected) {
        let start = format!("{path}:{place}: ");
        assert!(
            line.starts_with(&start),
            "should start with {start}: {line}"
        );
        assert!(line.contains(what), "should contain {what}: {line}");
    }
    assert_eq!(lines.last(), Some(&"共 14 处问题"));
}

#[test]
fn check_lists_one_problem_of_a_small_file() {
    let (_directory, path) = file("list.yaml", b"- a\n");
    let Run { code, out, err } = run(&["check", &path]);
    assert_eq!(code, Some(1), "{out}{err}");
    let start = format!("{path}:1:1: 规划文件应为键值对");
    assert!(out.starts_with(&start), "should start with {start}: {out}");
}

#[test]
fn check_lists_the_first_of_very_many_problems() {
    let mut text = SMALL.to_owned();
    for n in 0..2000 {
        let _ = writeln!(text, "  - 第{n}个指标");
    }
    let Run { code, out, err } = run_with_input(&["check", "-"], text.as_bytes());
    assert_eq!(code, Some(1), "{err}");
    assert_eq!(out.lines().count(), 21, "20 problems and their sum");
    let sum = "共 200 处以上问题，只列出前 20 处，改正后再查\n";
    assert!(out.ends_with(sum), "the sum comes last: {out}");
}

#[test]
fn check_reads_standard_input() {
    let Run { code, out, err } = run_with_input(&["check", "-"], SMALL.as_bytes());
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert!(out.starts_with("-：没有问题"), "{out}");
}

#[test]
fn check_of_a_faulty_file_ends_with_1_even_if_nobody_reads_the_list() {
    let (reader, writer) = std::io::pipe().expect("a pipe can be made");
    drop(reader);
    let (_directory, path) = file("list.yaml", b"- a\n");
    let output = guihua()
        .args(["check", &path])
        .stdout(writer)
        .output()
        .expect("the program can be started");
    let Run { code, err, .. } = output.into();
    assert_eq!(code, Some(1), "{err}");
    assert_eq!(err, "", "a reader who has seen enough is no fault");
}

/// Checks that a file that can't be read ends the program with 2 and a message, not with a list.
#[track_caller]
fn check_unreadable(path: &str, reason: &str) {
    for args in [&["check", path][..], &["--plan", path, "text"][..]] {
        let Run { code, out, err } = run(args);
        assert_eq!(code, Some(2), "{args:?}: {out}{err}");
        assert_eq!(out, "", "{args:?}: standard output");
        assert_eq!(
            err,
            format!("guihua：打不开 {path}：{reason}\n"),
            "{args:?}"
        );
    }
}

#[test]
fn a_missing_file_can_not_be_opened() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join("没有.yaml");
    check_unreadable(path.to_str().expect("its path is UTF-8"), "没有这个文件");
}

#[test]
fn a_directory_can_not_be_opened() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().to_str().expect("its path is UTF-8");
    check_unreadable(path, "这是一个文件夹");
}

#[test]
fn a_file_that_is_too_large_is_refused_and_its_size_is_told_truly() {
    let (_directory, path) = file("large.yaml", b"");
    let size = MAX_BYTES as u64 + 1000;
    fs::OpenOptions::new()
        .write(true)
        .open(&path)
        .and_then(|file| file.set_len(size))
        .expect("a file can be made large");
    let Run { code, out, err } = run(&["check", &path]);
    assert_eq!(code, Some(1), "{out}{err}");
    assert!(
        out.contains(":1:1: 文件过大"),
        "should call it too large: {out}{err}"
    );
    for number in out
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| n.len() > 6)
    {
        let known = [size.to_string(), MAX_BYTES.to_string()];
        assert!(
            known.iter().any(|n| n == number),
            "{number} is neither its size nor the limit"
        );
    }
}

#[test]
fn a_text_that_is_too_large_is_refused_at_once() {
    let text = "#".repeat(MAX_BYTES + 1);
    check_text("many bytes", &text, &[("1:1", "文件过大")]);
}

#[test]
fn a_faulty_plan_is_not_opened_by_any_command() {
    let text = edited("kind: about", "kind: abuot");
    let (_directory, path) = file("faulty.yaml", text.as_bytes());
    for command in [&["text"][..], &["targets"][..], &[][..]] {
        let Run { code, out, err } = run(&[&["--plan", &path], command].concat());
        assert_eq!(code, Some(1), "{command:?}: {out}{err}");
        assert_eq!(out, "", "{command:?}: standard output");
        let line = format!("{path}:63:11: 类型（kind）没有“abuot”；是不是“about”？");
        assert!(
            err.lines().any(|l| l == line),
            "{command:?}: no line {line}: {err}"
        );
    }
}

#[test]
fn names_with_control_characters_are_shown_escaped() {
    let (_directory, path) = file("a\u{1b}[31m\u{202e}b.yaml", b"- a\n");
    let missing = format!("{path}.missing");
    for args in [
        &["check", &path][..],
        &["check", &missing][..],
        &["--plan", &path, "text"][..],
        &["--plan", &missing, "text"][..],
    ] {
        let Run { code, out, err } = run(args);
        assert_ne!(code, Some(0), "{args:?}");
        let shown = format!("{out}{err}");
        assert!(
            shown.contains("a\\u{1b}[31m\\u{202e}b.yaml"),
            "{args:?} shows: {shown:?}"
        );
        assert!(
            !shown.contains(['\u{1b}', '\u{202e}']),
            "{args:?} shows: {shown:?}"
        );
    }
}

#[test]
fn names_with_quotes_and_spaces_are_shown_as_they_are() {
    let (_directory, path) = file("it's 某区\u{3000}规划.yaml", SMALL.as_bytes());
    let Run { code, out, err } = run(&["check", &path]);
    assert_eq!(code, Some(0), "{out}{err}");
    assert!(
        out.starts_with(&format!("{path}：")),
        "should name {path}: {out}"
    );
}

// Files that nobody has thought of.

/// A change of a file's bytes.
#[derive(Clone, Debug)]
enum Mutation {
    DeleteLine(Index),
    DuplicateLine(Index, Index),
    ReplaceLine(Index, Index),
    Insert(Index, Vec<u8>),
    Delete(Index, usize),
    Truncate(Index),
}

/// Pieces of text that mean something to YAML, to the plan, or to a terminal.
const PIECES: [&str; 44] = [
    "\u{feff}",
    "\r",
    "\n",
    "\t",
    " ",
    "  ",
    "- ",
    "-",
    ": ",
    ":",
    "&a ",
    "*a",
    "<<: ",
    "!!binary ",
    "!!int ",
    "!x ",
    "? ",
    "|\n",
    ">-\n",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    "#",
    " #",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "~",
    "null",
    ".nan",
    "1e999",
    "0x",
    "⟦",
    "⟧",
    "\u{202e}",
    "\u{1b}[2J",
    "\0",
    "\u{85}",
    "\u{2028}",
    "💡",
];

fn mutation() -> impl Strategy<Value = Mutation> {
    let index = any::<Index>;
    prop_oneof![
        2 => index().prop_map(Mutation::DeleteLine),
        2 => (index(), index()).prop_map(|(a, b)| Mutation::DuplicateLine(a, b)),
        2 => (index(), index()).prop_map(|(a, b)| Mutation::ReplaceLine(a, b)),
        4 => (index(), select(&PIECES[..])).prop_map(|(at, piece)| Mutation::Insert(at, piece.into())),
        1 => (index(), any::<char>()).prop_map(|(at, c)| Mutation::Insert(at, c.to_string().into())),
        1 => (index(), any::<Vec<u8>>()).prop_map(|(at, bytes)| Mutation::Insert(at, bytes)),
        1 => (index(), 1..20usize).prop_map(|(at, count)| Mutation::Delete(at, count)),
        1 => index().prop_map(Mutation::Truncate),
    ]
}

/// Positions in a text are moved to where a character begins, so that most mutated files are still UTF-8.
fn position(bytes: &[u8], at: Index) -> usize {
    let mut at = at.index(bytes.len() + 1);
    while bytes.get(at).is_some_and(|byte| byte & 0xc0 == 0x80) {
        at -= 1;
    }
    at
}

fn mutate(bytes: &mut Vec<u8>, mutation: &Mutation) {
    let mut lines: Vec<Vec<u8>> = bytes
        .split_inclusive(|&b| b == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    if lines.is_empty() {
        lines.push(Vec::new());
    }
    match mutation {
        Mutation::DeleteLine(at) => {
            lines.remove(at.index(lines.len()));
        }
        Mutation::DuplicateLine(from, to) => {
            let line = lines[from.index(lines.len())].clone();
            lines.insert(to.index(lines.len()), line);
        }
        Mutation::ReplaceLine(from, to) => {
            let line = lines[from.index(lines.len())].clone();
            let to = to.index(lines.len());
            lines[to] = line;
        }
        Mutation::Insert(at, piece) => {
            let at = position(bytes, *at);
            bytes.splice(at..at, piece.iter().copied());
            return;
        }
        Mutation::Delete(at, count) => {
            let at = position(bytes, *at);
            let end = (at + count).min(bytes.len());
            bytes.drain(at..end);
            return;
        }
        Mutation::Truncate(at) => {
            bytes.truncate(position(bytes, *at));
            return;
        }
    }
    *bytes = lines.concat();
}

/// Checks what holds for the problems of any text at all.
fn check_any(text: &str) -> Result<(), TestCaseError> {
    let Err(problems) = load::load(text) else {
        return Ok(());
    };
    prop_assert!(!problems.is_empty(), "refused without a problem");
    let lines: Vec<&str> = text.split('\n').collect();
    let mut before = (1, 1);
    for problem in problems.iter() {
        let at = (problem.line, problem.column);
        prop_assert!(at >= before, "{problem} comes after {before:?}");
        before = at;
        prop_assert!(
            problem.line >= 1 && problem.column >= 1,
            "counted from 1: {problem}"
        );
        // A lone carriage return ends a line too; in such a file the lines of YAML are not ours.
        if !text.replace("\r\n", "\n").contains('\r') {
            prop_assert!(
                problem.line <= lines.len() + 1,
                "{} lines, but {problem}",
                lines.len()
            );
            let line = lines.get(problem.line - 1).copied().unwrap_or_default();
            prop_assert!(
                problem.column <= line.chars().count() + 1,
                "beyond the line {line:?}: {problem}"
            );
        }
        prop_assert!(!problem.what.trim().is_empty(), "no text: {problem:?}");
        prop_assert!(!problem.remedy.trim().is_empty(), "no remedy: {problem:?}");
        let shown = problem.to_string();
        prop_assert!(
            !shown.chars().any(|c| c.is_control() || c == '\u{202e}'),
            "control characters in {shown:?}"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn mutated_files_bring_problems_with_a_place_and_a_text_and_never_a_panic(
        mutations in prop::collection::vec(mutation(), 1..6),
    ) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for mutation in &mutations {
            mutate(&mut bytes, mutation);
        }
        // What is not UTF-8 is refused before it is loaded; what is left of it is loaded here all the same.
        check_any(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn any_text_brings_problems_with_a_place_and_a_text_and_never_a_panic(
        pieces in prop::collection::vec(select(&PIECES[..]), 0..30),
        word in "\\PC{0,12}",
    ) {
        check_any(&pieces.concat())?;
        check_any(&pieces.join(&word))?;
    }
}

#[test]
fn the_fixture_lies_where_the_tests_say() {
    let text = fs::read_to_string(Path::new(&small_path())).expect("small.yaml can be read");
    assert_eq!(text, SMALL);
}
