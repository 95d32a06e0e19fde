//! The fields of a record, with their names in forms, tables and messages.

use crate::load::limits::{LONGEST_NAME, LONGEST_TEXT};
use crate::words::{Language, language, twin};

/// A field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The target (指标).
    Target,
    /// The task or safeguard (任务).
    Task,
    /// The year, part of a year or day of a figure (期次).
    Period,
    /// The reference area (地区).
    Area,
    /// The figure (数值).
    Value,
    /// Its unit (单位).
    Unit,
    /// The benchmark's figure (对照值).
    Benchmark,
    /// The status (进展).
    Stage,
    /// The day of the status (日期).
    Date,
    /// Who says so (来源).
    Source,
    /// A note (说明).
    Note,
    /// What is special about the figure (标记).
    Flag,
    /// What is wrong, and why (问题与原因).
    Issue,
    /// What should be done (对策建议).
    Advice,
    /// How reliable the source is (来源等级).
    Standing,
    /// The day it was written down (记入日期).
    Recorded,
}

/// Every field with the column heads accepted in tables; the first one is written.
const HEADS: [(Field, &[&str]); 16] = [
    (Field::Target, &["指标", "指标名称", "target"]),
    (Field::Task, &["任务", "任务地址", "task"]),
    (Field::Period, &["期次", "年份", "年度", "period", "year"]),
    (Field::Value, &["数值", "指标值", "value"]),
    (Field::Unit, &["单位", "unit"]),
    (
        Field::Benchmark,
        &[
            "对照值",
            "当年目标",
            "全市",
            "全市平均",
            "benchmark",
            "city",
        ],
    ),
    (Field::Area, &["地区", "area"]),
    (Field::Stage, &["进展", "状态", "status"]),
    (Field::Date, &["日期", "date"]),
    (Field::Source, &["来源", "数据来源", "source"]),
    (Field::Note, &["说明", "备注", "note"]),
    (Field::Flag, &["标记", "flag"]),
    (Field::Standing, &["来源等级", "standing"]),
    (Field::Issue, &["问题与原因", "存在问题", "issue"]),
    (Field::Advice, &["对策建议", "建议", "advice"]),
    (Field::Recorded, &["记入日期", "recorded"]),
];

impl Field {
    /// Every field, in the order of a table.
    pub fn all() -> impl Iterator<Item = Self> {
        HEADS.iter().map(|(field, _)| *field)
    }

    /// The field of a column head, in either language and any case.
    pub(super) fn headed(head: &str) -> Option<Self> {
        let plain = head.trim_start_matches('\u{feff}').trim().to_lowercase();
        let is_called = |name: &str| {
            plain == name || twin(name).is_some_and(|twin| twin.to_lowercase() == plain)
        };
        let found = HEADS
            .iter()
            .find(|(_, names)| names.iter().any(|name| is_called(name)));
        found.map(|(field, _)| *field)
    }

    /// Its name in the language of the interface; the English name is the key in files.
    pub fn name(self) -> &'static str {
        match language() {
            Language::Chinese => self.names().next().unwrap_or_default(),
            Language::English => self.key(),
        }
    }

    /// The most characters that it may have, typed or in a file.
    pub fn longest(self) -> usize {
        match self {
            Self::Source | Self::Note => LONGEST_TEXT,
            _ if self.has_paragraphs() => LONGEST_TEXT,
            _ => LONGEST_NAME,
        }
    }

    /// Whether line breaks in it are kept: an analyst writes paragraphs.
    pub fn has_paragraphs(self) -> bool {
        matches!(self, Self::Issue | Self::Advice)
    }

    /// Its key in files of records.
    fn key(self) -> &'static str {
        self.names()
            .find(|name| name.is_ascii())
            .unwrap_or_default()
    }

    fn names(self) -> impl Iterator<Item = &'static str> {
        let own = HEADS.iter().find(|(field, _)| *field == self);
        own.into_iter().flat_map(|(_, names)| names.iter().copied())
    }
}

/// The heads of a table of records: Chinese name, and key in files.
pub fn heads() -> impl Iterator<Item = (&'static str, &'static str)> {
    Field::all().filter_map(|field| Some((field.names().next()?, field.key())))
}
