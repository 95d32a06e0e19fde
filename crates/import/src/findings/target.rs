//! A proposed target from a sentence or a table row, with its quote.
//!
//! Figures keep their printed digits, and the quote contains them. The year is stated by the text or inferred, and
//! `year_by` says which.

use crate::source::Place;

/// A proposed target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The indicator's name in the words of the document.
    pub name: String,
    /// How the goal is to be read.
    pub kind: Kind,
    /// The unit of its figures; `None` where none is printed.
    pub unit: Option<String>,
    /// The goals in the order of their years; the last one is the goal of the target.
    pub goals: Vec<Goal>,
    /// The baseline, if the same text or row has one.
    pub baseline: Option<Baseline>,
    /// Whether it is binding, if the document says.
    pub binding: Option<Binding>,
    /// Its evidence.
    pub evidence: Evidence,
    /// Evidence elsewhere for the same goal.
    pub also: Vec<Evidence>,
    /// Why it was proposed.
    pub why: Reading,
}

/// How a goal is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Rise to the goal (提高到、达到).
    IncreaseTo,
    /// Fall to the goal (降低到).
    DecreaseTo,
    /// Close to the goal, on either side (左右).
    About,
    /// The goal or more (以上、不低于).
    AtLeast,
    /// The goal or less at the end (以内、以下).
    AtMost,
    /// The goal or less in every year of the term (失业率控制在……以内).
    KeepBelow,
    /// A total over the whole term (累计, 建设……个).
    Cumulative,
    /// Everyone or everything (100%).
    FullCoverage,
    /// Only the direction is given (持续改善).
    Direction,
    /// Growth in every year on average (年均增长).
    AnnualGrowth,
    /// A change over the whole term (五年累计下降).
    PeriodChange,
    /// A change by a number of units (提高0.5个百分点).
    ChangeBy,
    /// Set every year (各年度视情提出).
    SetYearly,
    /// A goal without a quantity.
    Qualitative,
}

impl Kind {
    /// The word for it in plan files.
    pub fn word(self) -> &'static str {
        match self {
            Self::IncreaseTo => "increase-to",
            Self::DecreaseTo => "decrease-to",
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
            Self::KeepBelow => "keep-below",
            Self::Cumulative => "cumulative",
            Self::FullCoverage => "full-coverage",
            Self::Direction => "direction",
            Self::AnnualGrowth => "annual-growth",
            Self::PeriodChange => "period-change",
            Self::ChangeBy => "change-by",
            Self::SetYearly => "set-yearly",
            Self::Qualitative => "qualitative",
        }
    }
}

/// A goal with its year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The value as printed: a figure without sign and unit, or words.
    pub value: String,
    /// Whether it is a figure.
    pub is_figure: bool,
    /// The year by whose end it is due; `None` if unknown.
    pub year: Option<u16>,
    /// How the year is known.
    pub year_by: YearBy,
}

/// How the year of a goal is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearBy {
    /// Stated in the sentence, its paragraph or the head of its column.
    Stated,
    /// Stated in an earlier paragraph of the same section.
    Nearby,
    /// The last year of the term.
    Term,
    /// Unknown.
    Unknown,
}

/// The baseline of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The figure as printed.
    pub value: String,
    /// Its year, if printed.
    pub year: Option<u16>,
}

/// Whether a target is binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// 约束性
    Binding,
    /// 预期性
    Expected,
}

/// The evidence of a finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The part of the document, by its place in reading order.
    pub order: usize,
    /// Its place in the file.
    pub place: Place,
    /// The quoted text; in a table, the cells of the row.
    pub quote: String,
    /// Row and column of the goal in its table, from 0.
    pub cell: Option<(usize, usize)>,
}

/// The pattern by which a target was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A name, a verb and a figure: 提高到, 不低于, 控制在.
    Verb,
    /// A change: 增长, 下降, 提高……个百分点.
    Change,
    /// A number of things to be built or founded: 建设20个.
    Build,
    /// A name and a figure without a verb, in a list of goals.
    List,
    /// Several names or years with 分别.
    Respectively,
    /// Something of which nothing shall be left out: 实现……全覆盖.
    Coverage,
    /// A row of a table of indicators.
    Row,
    /// A line of labels and values (指标：…… 2025年：……).
    Labels,
}

impl Reading {
    /// The reason in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Verb => "目标动词加数字",
            Self::Change => "变化动词加数字",
            Self::Build => "建设类动词加数量",
            Self::List => "目标清单中的名称加数字",
            Self::Respectively => "“分别”对应的数字",
            Self::Coverage => "“全覆盖”的目标",
            Self::Row => "指标表的一行",
            Self::Labels => "“指标：”标注的一行",
        }
    }
}
