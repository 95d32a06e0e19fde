//! Goals in words: nothing left out (全覆盖), so many times as much (翻一番), an amount in Chinese numerals (百亿元).
//!
//! They have no figure, since their quote prints none: a person reads the words.

use crate::marker::numeral;
use crate::text::{cut, ends, letters, starts};

use super::clause::{Clause, trimmed};
use super::figure;
use super::naming;
use super::target::{Evidence, Goal, Kind, Reading, Target, YearBy};
use super::tense::{self, Tense};
use super::verb::{self, Sense};

/// The word for a goal that is reached when nothing is left out.
const COVERAGE: &str = "全覆盖";

/// Words for so many times as much.
const TIMES: &[&str] = &["翻一番", "翻两番", "翻番", "倍增"];

/// What stands behind an amount.
const BEHIND: &[&str] = &["以上", "左右", "大关"];

/// Units of amounts that are written in Chinese numerals.
const UNITS: &[&str] = &[
    "亿元",
    "万元",
    "亿吨",
    "万吨",
    "万人次",
    "亿人次",
    "万人",
    "亿斤",
];

/// Whether a text may have a goal in words.
pub(crate) fn may_stand_in(text: &str) -> bool {
    text.contains(COVERAGE)
        || text.contains("番")
        || text.contains("倍增")
        || text.contains(['亿', '万'])
}

/// What the words at the end of a clause say.
struct Words {
    /// Where the name of what they are said of ends.
    end: usize,
    /// Where they begin.
    at: usize,
    kind: Kind,
}

impl Words {
    /// Whether they say how much more there shall be than in a year before: 较2025年翻一番.
    fn compares(&self, bare: &str) -> bool {
        self.kind == Kind::Qualitative && bare.contains(['较', '比'])
    }
}

impl Clause<'_> {
    /// The target of a clause whose goal is in words: 实现村级服务站全覆盖.
    pub(crate) fn worded(&self) -> Option<Target> {
        let text = self.around.text;
        let clause = trimmed(text, self.range.clone());
        let said = cut(text, clause.start, clause.end);
        let words = coverage(said)
            .or_else(|| times(said))
            .or_else(|| amount(said))?;
        let end = clause.start + words.end;
        let tense = tense::of(self.around, self.time, &self.sentence, &self.range, end);
        let covers = words.kind == Kind::FullCoverage;
        let bare = cut(said, 0, words.end);
        let is_reached = bare.ends_with("实现");
        let end = end - if is_reached { "实现".len() } else { 0 };
        let verb = bare.rfind("实现").filter(|_| covers && !is_reached);
        let is_open_goal = verb.is_some() || is_reached || words.compares(bare);
        let is_goal = tense == Tense::Future || tense == Tense::Open && is_open_goal;
        let begin = verb.map_or(clause.start, |at| clause.start + at + "实现".len());
        let name = naming::within(text, begin..end.max(begin));
        let called = cut(text, name.start, name.end);
        let is_aside =
            starts(called, &["以", "对", "在", "按", "为"]).is_some() || called.ends_with('的');
        let counts = figure::all(called).iter().any(|it| it.unit.is_some());
        if !is_goal || is_aside || counts || !naming::is_name(called) || letters(called) < 4 {
            return None;
        }
        let value = cut(text, clause.start + words.at, clause.end).to_owned();
        let quote = cut(text, name.start.min(begin), clause.end).to_owned();
        Some(self.in_words(called, words.kind, value, quote))
            .filter(|_| self.around.cuts.iter().all(|at| !self.range.contains(at)))
    }

    fn in_words(&self, name: &str, kind: Kind, value: String, quote: String) -> Target {
        let scope = self.time.scope(self.around.text, self.range.end);
        let term = self.time.end.map(|year| (year, YearBy::Term));
        let year = scope.last().map(|year| (*year, YearBy::Stated)).or(term);
        Target {
            name: name.to_owned(),
            kind,
            unit: None,
            goals: vec![Goal {
                value,
                is_figure: false,
                year: year.map(|(year, _)| year),
                year_by: year.map_or(YearBy::Unknown, |(_, by)| by),
            }],
            baseline: None,
            binding: None,
            evidence: Evidence {
                order: self.around.part.order,
                place: self.around.part.place,
                quote,
                cell: None,
            },
            also: Vec::new(),
            why: Reading::Coverage,
        }
    }
}

fn coverage(said: &str) -> Option<Words> {
    let at = said.strip_suffix(COVERAGE)?.len();
    Some(Words {
        end: at,
        at,
        kind: Kind::FullCoverage,
    })
}

fn times(said: &str) -> Option<Words> {
    let bare = said.strip_suffix("以上").unwrap_or(said);
    let at = bare.len() - ends(bare, TIMES)?.len();
    Some(Words {
        end: cut(bare, 0, at).trim_end_matches("实现").len(),
        at,
        kind: Kind::Qualitative,
    })
}

/// An amount in Chinese numerals behind a verb: 突破百亿元.
fn amount(said: &str) -> Option<Words> {
    let bare = said.len() - ends(said, BEHIND).map_or(0, str::len);
    let bare = cut(said, 0, bare);
    let unit = ends(bare, UNITS)?;
    let is_numeral = |c: char| numeral::is_numeral(c) || matches!(c, '百' | '千' | '万' | '两');
    let number = cut(bare, 0, bare.len() - unit.len());
    let lead = number.trim_end_matches(is_numeral);
    let (sense, verb) = verb::last(lead)?;
    let rises = matches!(sense, Sense::Reach | Sense::More);
    (lead.len() < number.len() && rises).then_some(Words {
        end: verb,
        at: verb,
        kind: Kind::Qualitative,
    })
}
