//! Targets from tables of indicators, in the forms in which published files carry them.

use super::support;
use guihua_import::findings::target::{Binding, Kind, Target, YearBy};
use guihua_import::source::{Block, Cell, Place, Source, Table};
use guihua_import::understand;

fn table(rows: &[&[&str]]) -> Table {
    let cell = |text: &&str| Cell {
        text: (*text).into(),
        span: (1, 1),
        place: Place::default(),
    };
    Table {
        rows: rows
            .iter()
            .map(|row| row.iter().map(cell).collect())
            .collect(),
        ..Table::default()
    }
}

fn targets(table: Table) -> Vec<Target> {
    let source = Source {
        blocks: vec![Block::Table(table)],
        ..Source::default()
    };
    understand(&source).remove(0).findings.targets
}

#[test]
fn a_row_has_its_unit_baseline_goal_and_binding() {
    let found = targets(table(&[
        &[
            "序号",
            "指标",
            "单位",
            "2020年",
            "2025年",
            "年均/累计",
            "属性",
        ],
        &["1", "水库座数", "座", "12", "15", "[3]", "预期性"],
        &["2", "管网漏损率", "%", "11.50", "≤9.00", "-", "约束性"],
    ]));
    assert_eq!(found.len(), 2);
    let first = &found[0];
    assert_eq!(
        (first.name.as_str(), first.kind, first.unit.as_deref()),
        ("水库座数", Kind::IncreaseTo, Some("座"))
    );
    assert_eq!(
        (
            first.goals[0].value.as_str(),
            first.goals[0].year,
            first.goals[0].year_by
        ),
        ("15", Some(2025), YearBy::Stated)
    );
    assert_eq!(
        first.baseline.as_ref().map(|b| (b.value.as_str(), b.year)),
        Some(("12", Some(2020)))
    );
    assert_eq!(first.binding, Some(Binding::Expected));
    assert_eq!(found[1].kind, Kind::AtMost);
    assert_eq!(found[1].goals[0].value, "9.00");
    assert_eq!(found[1].evidence.cell, Some((2, 4)));
}

#[test]
fn a_column_of_changes_counts_where_no_goal_is() {
    let found = targets(table(&[
        &["指标", "2020年", "累计", "属性"],
        &["新增灌溉面积（万亩）", "—", "[2.5]", "预期性"],
        &["万元产值用水量降低（%）", "—", "[12]", "约束性"],
    ]));
    let read: Vec<_> = found
        .iter()
        .map(|t| (t.kind, t.goals[0].value.as_str()))
        .collect();
    assert_eq!(
        read,
        [(Kind::Cumulative, "2.5"), (Kind::PeriodChange, "12")]
    );
}

#[test]
fn merged_cells_count_for_all_that_they_cover() {
    let mut made = table(&[
        &["领域", "指标", "2020年", "2025年"],
        &["供水", "自来水普及率（%）", "88", "95"],
        &["", "水质达标率（%）", "90", "98"],
    ]);
    made.rows[1][0].span = (2, 1);
    made.rows[2][0].span = (0, 0);
    assert_eq!(targets(made).len(), 2);
}

#[test]
fn several_goals_of_a_row_are_one_target() {
    let found = targets(table(&[
        &["指标", "基期水平", "2022年目标值", "2030年目标值"],
        &["水质达标率（%）", "90", "≥94", "≥98"],
    ]));
    let goals: Vec<_> = found[0]
        .goals
        .iter()
        .map(|g| (g.value.as_str(), g.year))
        .collect();
    assert_eq!(
        (found.len(), goals),
        (1, vec![("94", Some(2022)), ("98", Some(2030))])
    );
}

#[test]
fn words_in_a_goal_are_a_direction() {
    let found = targets(table(&[
        &["指标", "2020年", "2025年"],
        &["河道水质", "Ⅳ类", "持续改善"],
    ]));
    assert_eq!(
        (found[0].kind, found[0].goals[0].is_figure),
        (Kind::Direction, false)
    );
}

#[test]
fn cells_on_lines_of_their_own_are_a_table() {
    let text = "丙县水利“十四五”规划\n一、主要目标\n专栏1 主要指标\n序号\n指标\n2025年\n属性\n1\n水库座数\n15座\n预期性\n2\n堤防达标率\n85%\n约束性\n二、任务\n文。";
    let found = support::draft(text).findings.targets;
    let read: Vec<_> = found
        .iter()
        .map(|t| {
            (
                t.name.as_str(),
                t.goals[0].value.as_str(),
                t.unit.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            ("水库座数", "15", Some("座")),
            ("堤防达标率", "85", Some("%"))
        ]
    );
}

#[test]
fn columns_of_blanks_are_a_table() {
    let text = "一、主要指标\n    指标            2020年    2025年    属性\n水库座数（座）        12        15      预期性\n堤防达标率（%）       71        85      约束性\n二、任务\n文。";
    let found = support::draft(text).findings.targets;
    let read: Vec<_> = found
        .iter()
        .map(|t| {
            (
                t.goals[0].value.as_str(),
                t.baseline.as_ref().map(|b| b.value.as_str()),
            )
        })
        .collect();
    assert_eq!(read, [("15", Some("12")), ("85", Some("71"))]);
}

#[test]
fn labels_and_values_are_read() {
    let text = "一、主要指标\n领域：防洪      指标：堤防达标率(%)     2020 年：71    2025 年：85 左右\n二、任务\n文。";
    let found = support::draft(text).findings.targets;
    assert_eq!(
        (
            found[0].name.as_str(),
            found[0].kind,
            found[0].goals[0].value.as_str()
        ),
        ("堤防达标率", Kind::About, "85")
    );
}

#[test]
fn a_table_of_other_things_gives_no_targets() {
    assert_eq!(
        targets(table(&[
            &["部门", "职责与任务"],
            &["水务局", "新建水库15座。"]
        ])),
        []
    );
}

/// The targets of a table in a plan for 2021 to 2025, below a caption.
fn in_a_plan(caption: &str, rows: &[&[&str]]) -> Vec<Target> {
    let mut source = support::source(&format!("乙县水利发展“十四五”规划\n一、目标\n{caption}"));
    source.blocks.push(Block::Table(table(rows)));
    understand(&source).remove(0).findings.targets
}

#[test]
fn a_row_without_a_level_has_its_change() {
    let found = in_a_plan(
        "主要指标",
        &[
            &["指标", "单位", "2020年", "2025年", "年均/累计", "属性"],
            &["灌溉面积", "亩", "12", "15", "[3]", "预期性"],
            &["用水效率", "%", "-", "-", "5.5", "预期性"],
            &["单位产值用水量下降", "%", "-", "—", "[16]", "约束性"],
        ],
    );
    let read: Vec<_> = found
        .iter()
        .map(|it| (it.kind, it.goals[0].value.as_str()))
        .collect();
    assert_eq!(
        read,
        [
            (Kind::IncreaseTo, "15"),
            (Kind::AnnualGrowth, "5.5"),
            (Kind::PeriodChange, "16"),
        ]
    );
}

#[test]
fn a_table_about_an_earlier_plan_sets_no_goals() {
    let rows: &[&[&str]] = &[
        &["指标", "2015年", "“十三五”目标", "2020年实际", "完成情况"],
        &["水库座数（座）", "12", "[15]", "16", "完成"],
    ];
    assert!(in_a_plan("“十三五”时期指标完成情况", rows).is_empty());
    assert!(in_a_plan("指标", rows).is_empty());
}

/// A cell over several columns.
fn wide(text: &str, columns: u16) -> Cell {
    Cell {
        text: text.into(),
        span: (1, columns),
        place: Place::default(),
    }
}

/// The same table with a cell over several columns, whose other places are covered.
fn merged(mut table: Table, (row, column): (usize, usize), columns: u16) -> Table {
    let cells = &mut table.rows[row];
    cells[column] = wide(&cells[column].text.clone(), columns);
    for cell in cells
        .iter_mut()
        .skip(column + 1)
        .take(usize::from(columns) - 1)
    {
        *cell = Cell::default();
    }
    table
}

#[test]
fn a_head_over_the_numbers_and_names_of_rows_names_the_indicators() {
    let found = table(&[
        &["专栏1 “十五五”时期主要指标", "", "", "", "", "", ""],
        &["类别", "指标", "", "2025年", "2030年", "年均/累计", "属性"],
        &[
            "供水",
            "1",
            "自来水普及率（%）",
            "88",
            "95以上",
            "-",
            "约束性",
        ],
        &["节水", "2", "管网漏损率（%）", "11.5", "—", "<9", "预期性"],
    ]);
    let found = targets(merged(merged(found, (0, 0), 7), (1, 1), 2));
    let read: Vec<_> = found
        .iter()
        .map(|it| (it.name.as_str(), it.goals[0].value.as_str(), it.kind))
        .collect();
    assert_eq!(
        read,
        [
            ("自来水普及率", "95", Kind::AtLeast),
            ("管网漏损率", "9", Kind::AtMost),
        ]
    );
}

#[test]
fn a_year_over_a_goal_and_its_growth_gives_the_goal() {
    let found = table(&[
        &["甲县水利发展主要指标", "", "", "", "", ""],
        &["序号", "指标名称", "单位", "2025年", "2030年", ""],
        &["", "", "", "实际值", "目标值", "年均增长"],
        &["1", "水产业总产值", "亿元", "8.50", "12", "7.1%"],
        &["2", "灌溉面积", "万亩", "36", "40", "2.1%"],
    ]);
    let found = targets(merged(merged(found, (0, 0), 6), (1, 4), 2));
    let read: Vec<_> = found
        .iter()
        .map(|it| {
            (
                it.goals[0].value.as_str(),
                it.goals[0].year,
                it.unit.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            ("12", Some(2030), Some("亿元")),
            ("40", Some(2030), Some("万亩")),
        ]
    );
}

#[test]
fn indicators_that_are_called_alike_are_named_with_their_groups() {
    let found = targets(table(&[
        &["类别", "指标", "2020年", "2025年", "属性"],
        &["城市供水", "漏损率（%）", "11", "9", "约束性"],
        &["农村供水", "漏损率（%）", "18", "14", "预期性"],
        &["农村供水", "水厂座数（座）", "3", "5", "预期性"],
    ]));
    let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["城市供水漏损率", "农村供水漏损率", "水厂座数"]);
}

#[test]
fn a_row_that_names_a_group_of_tasks_is_none() {
    let rows = table(&[
        &["序号", "工作任务", "工作内容", "责任单位", "完成时限"],
        &["一、水源", "一、水源", "一、水源", "一、水源", "一、水源"],
        &["1", "加固水库", "加固大坝3处。", "县水务局", "2024年"],
        &["2", "加固水库", "疏浚河道。", "县水务局", "2025年"],
    ]);
    let source = Source {
        blocks: vec![Block::Table(rows)],
        ..Source::default()
    };
    let found = understand(&source).remove(0).findings.tasks;
    let titles: Vec<&str> = found.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["加固大坝3处。", "疏浚河道。"]);
}

#[test]
fn numbers_of_rows_are_no_goals() {
    let text = "乙县水利规划（2021—2025年）\n一、目标\n目标  指标  单位  性质\n1  供水管网漏损率  9  预期性\n2  水库加固率  93  预期性\n3  灌溉面积  30  预期性\n二、任务\n文。";
    let draft = support::draft(text);
    assert_eq!(draft.findings.targets, [], "{text}");
}

#[test]
fn of_a_plan_for_each_year_the_total_is_the_goal() {
    let rows = "项目\t单位\t2022年\t2023年\t2024年\t合计\n新建水厂\t座\t2\t3\t4\t9\n新增供水能力\t万吨\t1\t1.5\t2\t4.5";
    let plan = format!("乙县水利发展“十四五”规划\n一、任务\n文。\n二、年度建设计划\n{rows}\n");
    let found = support::draft(&plan).findings.targets;
    let read: Vec<_> = found
        .iter()
        .map(|it| {
            (
                it.kind,
                it.goals.len(),
                it.goals[0].value.as_str(),
                it.baseline.is_some(),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            (Kind::Cumulative, 1, "9", false),
            (Kind::Cumulative, 1, "4.5", false)
        ]
    );
}
