//! Table heads: whether a cell is a head, and what its column contains.

use crate::text::{fold, has_any, letters, starts};

/// The content of a table column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// 序号
    Number,
    /// 类别、领域
    Group,
    /// The name of an indicator.
    Indicator,
    /// The unit of its figures.
    Unit,
    /// Figures of a year.
    Year(u16),
    /// 基期、现状, with the year if the head has it.
    Baseline(Option<u16>),
    /// 目标值、预期值, with the year if the head has it.
    Goal(Option<u16>),
    /// 年均增长、累计
    Change,
    /// 合计, of a plan that says how much is to be done each year.
    Total,
    /// 属性：约束性、预期性
    Binding,
    /// A task.
    Task,
    /// The leading department.
    Lead,
    /// Supporting departments.
    With,
    /// The deadline.
    Due,
    /// Notes (备注).
    Note,
}

/// The column that a head names; `None` if the cell is no head.
pub(crate) fn column(cell: &str) -> Option<Column> {
    let text = fold(cell);
    let caption = starts(&text, &["专栏", "表", "附"]).is_some();
    if text.is_empty() || letters(&text) > 24 || caption {
        return None;
    }
    whole(&text)
        .or_else(|| short(&text))
        .or_else(|| figures(&text))
        .or_else(|| indicator(&text))
}

/// Heads that consist of one word.
fn whole(text: &str) -> Option<Column> {
    match text {
        "序号" | "编号" | "序" => Some(Column::Number),
        "单位" | "计量单位" | "指标单位" => Some(Column::Unit),
        "领域" | "类别" | "分类" | "一级指标" | "指标类别" | "指标分类" | "维度" | "方面" => {
            Some(Column::Group)
        }
        "合计" | "总计" | "总量" | "总目标" => Some(Column::Total),
        "备注" | "说明" | "对应的健康因素" | "数据来源" => Some(Column::Note),
        _ => None,
    }
}

/// Endings of heads for tasks, departments and deadlines.
const DUTIES: &[(Column, &[&str])] = &[
    (
        Column::Lead,
        &["牵头单位", "牵头部门", "责任领导", "主责部门", "主责单位"],
    ),
    (
        Column::With,
        &[
            "配合单位",
            "配合部门",
            "参与单位",
            "参与部门",
            "参加单位",
            "协同单位",
            "协作单位",
        ],
    ),
    (
        Column::Lead,
        &[
            "责任单位",
            "责任部门",
            "负责单位",
            "负责部门",
            "实施单位",
            "责任主体",
            "部门",
            "单位名称",
        ],
    ),
    (
        Column::Due,
        &[
            "完成时限",
            "完成时间",
            "时限",
            "时间节点",
            "完成期限",
            "时间要求",
            "时间安排",
        ],
    ),
    (
        Column::Task,
        &[
            "任务",
            "任务内容",
            "工作内容",
            "举措",
            "重点工作",
            "职责",
            "重点领域",
            "任务名称",
            "具体措施",
            "事项",
        ],
    ),
    (Column::Binding, &["属性", "性质", "约束性/预期性"]),
];

fn short(text: &str) -> Option<Column> {
    let duty = |(_, words): &&(Column, &[&str])| words.iter().any(|w| text.ends_with(w));
    DUTIES
        .iter()
        .find(duty)
        .filter(|_| letters(text) <= 14)
        .map(|(column, _)| *column)
}

/// Parses the head of a column of figures.
fn figures(text: &str) -> Option<Column> {
    // What stands in brackets says as much as what stands before them: 2030年（目标值）.
    let text = &text.replace(['(', ')'], "");
    let year = year(text);
    let goal = [
        "目标",
        "目标值",
        "预期值",
        "规划值",
        "预期",
        "预期目标",
        "指标值",
        "中期值",
        "期末值",
    ]
    .iter()
    .any(|w| text.ends_with(w));
    let base = has_any(
        text,
        &["基期", "现状", "实际", "基础值", "基准", "基线", "完成值"],
    ) && !text.contains("目标");
    match () {
        () if has_any(text, &["年均", "累计", "增长", "增速", "增幅", "变化"]) => {
            Some(Column::Change)
        }
        () if base => Some(Column::Baseline(year)),
        () if goal && letters(text) <= 14 => Some(Column::Goal(year)),
        () if is_year(text) => year.map(Column::Year),
        () => None,
    }
}

fn indicator(text: &str) -> Option<Column> {
    // 指标（单位）
    let text = text.split_once('(').map_or(text, |(name, _)| name);
    let ends = [
        "指标",
        "指标名称",
        "名称",
        "项目",
        "指标内容",
        "指标项",
        "名称及单位",
    ]
    .iter()
    .any(|w| text.ends_with(w));
    (ends && letters(text) <= 8).then_some(Column::Indicator)
}

/// The year at the start of a head: 2025年目标值.
fn year(text: &str) -> Option<u16> {
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let digits: String = text
        .chars()
        .skip(letters(text.get(..at).unwrap_or_default()))
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok().filter(|y| (1990..2101).contains(y))
}

/// Whether a head is only a year: 2020年, 2020, 2020年值, 到2025年.
fn is_year(text: &str) -> bool {
    let rest = text.trim_start_matches(['到', '至', '“', '(']);
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    digits == 4
        && letters(rest) <= 9
        && (letters(rest) == 4 || starts(rest.get(4..).unwrap_or_default(), &["年", "("]).is_some())
}

/// Whether heads make a table: a column of names, and a column with data on them.
pub(crate) fn make_a_table(columns: &[Option<Column>]) -> bool {
    let known: Vec<Column> = columns.iter().flatten().copied().collect();
    let indicator = known.contains(&Column::Indicator);
    let values = known.iter().any(|c| {
        matches!(
            c,
            Column::Year(_) | Column::Baseline(_) | Column::Goal(_) | Column::Change
        )
    });
    let duty = known.contains(&Column::Task)
        && known
            .iter()
            .any(|c| matches!(c, Column::Lead | Column::With | Column::Due));
    (indicator && values && known.len() >= 3) || duty
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_say_what_stands_below_them() {
        let read = |cell| column(cell);
        assert_eq!(read("指　　标"), Some(Column::Indicator));
        assert_eq!(read("2025年目标值"), Some(Column::Goal(Some(2025))));
        assert_eq!(read("2020年"), Some(Column::Year(2020)));
        assert_eq!(read("2030年\n（目标值）"), Some(Column::Goal(Some(2030))));
        assert_eq!(
            read("2025年\n（基期值）"),
            Some(Column::Baseline(Some(2025)))
        );
        assert_eq!(read("2027年（中期值）"), Some(Column::Goal(Some(2027))));
        assert_eq!(read("基期水平"), Some(Column::Baseline(None)));
        assert_eq!(read("年均/累计"), Some(Column::Change));
        assert_eq!(read("属性"), Some(Column::Binding));
        assert_eq!(read("牵头单位"), Some(Column::Lead));
        assert_eq!(read("农村自来水普及率"), None);
    }
}
