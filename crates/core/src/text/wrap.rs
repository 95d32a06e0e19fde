//! Line breaking of Chinese text.
//!
//! ```text
//! 到|2025年，|“十|四|五”    Free    a line may end here
//!     2025|年               Loose   would part a number from its unit
//!     20|25   in|side       Torn    UAX #14 allows no break
//!    年|，  “|十  五|”      Kept    against the rules of Chinese text
//! ```
//!
//! A line takes all clusters that fit and ends at the last boundary of the best rank among them. UAX #14 proposes the
//! boundaries; the rules of GB/T 15834 and clreq overrule it. They ignore the marks `⟦⟧` around supplied characters.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::width::{Cluster, clusters};

/// Units that stay with the number before them, longest first. Each may follow a [scale](is_scale), as in 万人次.
#[rustfmt::skip]
const UNITS: [&str; 59] = [
    "个百分点", "平方公里", "个工作日", "百分点", "平方米", "立方米", "分钟", "小时", "人次", "公里", "公顷", "公斤", "周岁", "个月",
    "年代", "年度", "世纪", "千瓦", "人", "元", "年", "月", "日", "时", "分", "秒", "号", "岁",
    "周", "天", "个", "家", "户", "名", "位", "项", "次", "倍", "张", "所", "条", "件",
    "处", "套", "床", "辆", "级", "届", "期", "亩", "吨", "米", "克", "度", "点", "%",
    "％", "‰", "℃",
];

/// Cuts `text` into lines of at most `columns` columns, the first of which has `first_indent` columns less.
///
/// The ranges cover the whole text without gaps; a line feed stays at the end of its line. Spaces count, also at the end
/// of a line. Only a cluster wider than `columns` exceeds it. Empty text is one empty line.
pub fn wrap(text: &str, columns: usize, first_indent: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut room = columns.saturating_sub(first_indent).max(columns.min(2));
    let signs = Signs::of(text);
    let mut lines = Vec::new();
    let (mut start, mut byte) = (0, 0);
    while start < signs.0.len() {
        start = signs.line_end(start, room);
        let end = signs.byte(start).unwrap_or(text.len());
        lines.push(byte..end);
        byte = end;
        room = columns;
    }
    if lines.is_empty() {
        lines.push(0..0);
    }
    lines
}

/// Whether no line should end at byte `at` of `text`: inside words and numbers with their units, before marks that never
/// begin a line, and after marks that never end one. Never at either end of the text or after a line feed.
pub fn is_prohibited_break(text: &str, at: usize) -> bool {
    if at == 0 || at >= text.len() {
        return false;
    }
    let signs = Signs::of(text);
    let index = signs.0.binary_search_by_key(&at, |sign| sign.cluster.start);
    index.map_or(true, |index| signs.rank(index) < Break::Free)
}

/// How good a line break before a cluster is, from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Break {
    /// Against the rules of Chinese text.
    Kept,
    /// Where UAX #14 allows none.
    Torn,
    /// Allowed by UAX #14, but inside a number or between it and its unit.
    Loose,
    /// Allowed.
    Free,
    /// The line has to end here.
    Forced,
}

/// The class of a cluster, as far as it decides about a break after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Han,
    Open,
    Close,
    Other,
}

/// A cluster of a text, with what decides about a line break before it.
struct Sign {
    cluster: Cluster,
    kind: Kind,
    /// Whether the boundary before it lies inside a number with its unit.
    is_in_number: bool,
    /// What UAX #14 proposes before it.
    proposal: Option<BreakOpportunity>,
}

/// A text, cluster by cluster.
struct Signs(Vec<Sign>);

impl Signs {
    fn of(text: &str) -> Self {
        // Most characters of a plan have three bytes.
        let mut signs = Vec::with_capacity(text.len() / 2);
        let mut before = Kind::Other;
        let mut has_digits = false;
        for cluster in clusters(text) {
            before = kind(before, &cluster);
            has_digits |= is_digit(cluster.head);
            signs.push(Sign {
                cluster,
                kind: before,
                is_in_number: false,
                proposal: None,
            });
        }
        propose(text, &mut signs);
        if has_digits {
            mark_numbers(&mut signs);
        }
        Self(signs)
    }

    /// The end of the line that begins with the cluster `start` and has `room` columns: behind at least one cluster of
    /// nonzero width, if there is one.
    fn line_end(&self, start: usize, room: usize) -> usize {
        let mut used = 0;
        for (at, sign) in self.0.iter().enumerate().skip(start) {
            if at > start && sign.proposal == Some(BreakOpportunity::Mandatory) {
                return at;
            }
            let width = sign.cluster.width;
            if used > 0 && width > 0 && used + width > room {
                return self.best_end(start, at);
            }
            used += width;
        }
        self.0.len()
    }

    /// The last boundary of the best rank behind the cluster `start`, up to the one before the cluster `full`.
    fn best_end(&self, start: usize, full: usize) -> usize {
        let mut best = (Break::Kept, full);
        for at in (start + 1..=full).rev() {
            let rank = self.rank(at);
            if rank == Break::Free {
                return at;
            }
            if rank > best.0 {
                best = (rank, at);
            }
        }
        best.1
    }

    /// The byte at which a cluster begins; `None` behind the last one.
    fn byte(&self, at: usize) -> Option<usize> {
        self.0.get(at).map(|sign| sign.cluster.start)
    }

    /// The rank of the boundary before a cluster.
    fn rank(&self, at: usize) -> Break {
        match self.proposal(at) {
            Some(BreakOpportunity::Mandatory) => Break::Forced,
            _ if self.is_kept(at) => Break::Kept,
            Some(BreakOpportunity::Allowed) if self.is_in_number(at) => Break::Loose,
            Some(BreakOpportunity::Allowed) => Break::Free,
            None if self.is_beside_quote(at) && !self.is_in_number(at) => Break::Free,
            None => Break::Torn,
        }
    }

    fn proposal(&self, at: usize) -> Option<BreakOpportunity> {
        self.0.get(at)?.proposal
    }

    fn head(&self, at: usize) -> char {
        self.0.get(at).map_or('\0', |sign| sign.cluster.head)
    }

    /// The head `steps` before `at`, or the null character.
    fn head_before(&self, at: usize, steps: usize) -> char {
        at.checked_sub(steps)
            .map_or('\0', |before| self.head(before))
    }

    fn kind_before(&self, at: usize) -> Kind {
        let before = at.checked_sub(1).and_then(|before| self.0.get(before));
        before.map_or(Kind::Other, |sign| sign.kind)
    }

    fn is_in_number(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|sign| sign.is_in_number)
    }

    /// Whether the rules of Chinese text forbid a break here.
    fn is_kept(&self, at: usize) -> bool {
        self.kind_before(at) == Kind::Open
            || self.may_not_begin_line(at)
            || self.is_in_double_mark(at)
            || self.is_in_short_supply(at)
    }

    fn may_not_begin_line(&self, at: usize) -> bool {
        let seen = match self.head(at) {
            '⟦' => self.head(at + 1),
            head => head,
        };
        is_closing(seen) || {
            let follows_text = !self.head_before(at, 1).is_whitespace();
            follows_text && (is_ascii_point(seen) || seen == '—' && self.is_single_dash(at))
        }
    }

    /// A single dash is a connector (京—津) and stays at the end of the line; —— may begin one.
    fn is_single_dash(&self, at: usize) -> bool {
        self.head_before(at, 1) != '—' && self.head(at + 1) != '—'
    }

    fn is_in_double_mark(&self, at: usize) -> bool {
        let head = self.head(at);
        matches!(head, '—' | '…' | '⋯') && head == self.head_before(at, 1)
    }

    /// Whether `at` is between the two characters of `⟦xy⟧`; beside the brackets no break is allowed anyway.
    fn is_in_short_supply(&self, at: usize) -> bool {
        self.head_before(at, 2) == '⟦' && self.head(at + 1) == '⟧'
    }

    /// Whether a quotation mark allows a break that UAX #14 denies, since that takes “ and ” as neither opening nor closing.
    fn is_beside_quote(&self, at: usize) -> bool {
        let (head, kind) = (self.head(at), self.kind_before(at));
        let before = matches!(head, '“' | '‘' | '⟦') && matches!(kind, Kind::Han | Kind::Close);
        let after = matches!(self.head_before(at, 1), '”' | '’' | '⟧');
        before || after && (is_han(head) || is_opening(head) && head != '(')
    }
}

/// The class of a cluster behind one of the class `before`.
fn kind(before: Kind, cluster: &Cluster) -> Kind {
    let head = cluster.head;
    let is_unseen = || head == '⟧' || cluster.width == 0 || head.is_whitespace();
    match before {
        // In “⟦十 and ⟦“⟧十 the last visible character before 十 is the quotation mark.
        Kind::Open if head != '\n' && is_unseen() => Kind::Open,
        // ASCII punctuation after Chinese text counts as full-width.
        Kind::Han | Kind::Close if is_ascii_point(head) => Kind::Close,
        _ => kind_alone(head),
    }
}

/// Notes what UAX #14 proposes; not within clusters, nor behind the text.
fn propose(text: &str, signs: &mut [Sign]) {
    let mut rest = signs.iter_mut().peekable();
    for (at, opportunity) in linebreaks(text) {
        while rest.next_if(|sign| sign.cluster.start < at).is_some() {}
        if let Some(sign) = rest.next_if(|sign| sign.cluster.start == at) {
            sign.proposal = Some(opportunity);
        }
    }
}

fn kind_alone(head: char) -> Kind {
    match head {
        _ if is_han(head) => Kind::Han,
        _ if is_opening(head) => Kind::Open,
        _ if is_closing(head) => Kind::Close,
        _ => Kind::Other,
    }
}

fn is_han(sign: char) -> bool {
    matches!(sign, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '々' | '〇')
        || matches!(sign, '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

/// The marks that never end a line.
fn is_opening(sign: char) -> bool {
    matches!(sign, '“' | '‘' | '《' | '〈' | '（' | '【' | '〔' | '⟦')
        || matches!(sign, '(' | '「' | '『' | '〖' | '［' | '｛')
}

/// The marks that never begin a line.
fn is_closing(sign: char) -> bool {
    is_closing_bracket(sign)
        || matches!(sign, '，' | '。' | '、' | '；' | '：' | '？' | '！' | '．')
        || matches!(sign, '·' | '‧' | '・' | '…' | '~' | '～' | '／')
        || matches!(sign, '%' | '％' | '‰' | '℃')
}

fn is_closing_bracket(sign: char) -> bool {
    matches!(sign, '”' | '’' | '》' | '〉' | '）' | '】' | '〕' | '⟧')
        || matches!(sign, '」' | '』' | '〗' | '］' | '｝')
}

/// ASCII closing marks, which begin no line unless a space precedes them.
fn is_ascii_point(sign: char) -> bool {
    matches!(sign, ',' | '.' | ';' | ':' | '?' | '!' | ')')
}

/// Marks the boundaries inside numbers with their units.
fn mark_numbers(signs: &mut [Sign]) {
    let (places, heads) = without_brackets(signs);
    let mut at = 0;
    while let Some(&head) = heads.get(at) {
        let end = if is_digit(head) {
            number_end(&heads, at)
        } else {
            at + 1
        };
        let number = places.get(at).zip(places.get(end - 1));
        let within = number.and_then(|(first, last)| signs.get_mut(first + 1..=*last));
        for sign in within.unwrap_or_default() {
            sign.is_in_number = true;
        }
        at = end;
    }
}

/// The heads other than `⟦⟧`, with their indices.
fn without_brackets(signs: &[Sign]) -> (Vec<usize>, Vec<char>) {
    let heads = signs.iter().map(|sign| sign.cluster.head).enumerate();
    heads.filter(|(_, head)| !matches!(head, '⟦' | '⟧')).unzip()
}

/// The end of the number with its unit that begins at `start`, such as `2016—2030年` or `12月31日`.
fn number_end(signs: &[char], start: usize) -> usize {
    let mut end = digits_end(signs, start);
    while let Some(further) = continuation(signs, end) {
        end = further;
    }
    end
}

/// The end of the part at `at` that continues the number or unit before it, if any.
fn continuation(signs: &[char], at: usize) -> Option<usize> {
    let last = *signs.get(at.checked_sub(1)?)?;
    let joint = *signs.get(at)?;
    let digits_at = |place: usize| signs.get(place).is_some_and(|&sign| is_digit(sign));
    let unit = if is_digit(last) {
        unit_length(signs.get(at..)?)
    } else {
        0
    };
    match joint {
        _ if unit > 0 => Some(at + unit),
        _ if last == '月' && is_digit(joint) => Some(digits_end(signs, at)),
        '.' | ',' | '〕' if is_digit(last) && digits_at(at + 1) => Some(digits_end(signs, at + 1)),
        _ if is_dash(joint) && is_figure(last) && digits_at(at + 1) => {
            Some(digits_end(signs, at + 1))
        }
        _ => None,
    }
}

fn digits_end(signs: &[char], start: usize) -> usize {
    let digits = signs.iter().skip(start).take_while(|&&sign| is_digit(sign));
    start + digits.count()
}

/// The length of the unit that `signs` begin with, scales included.
fn unit_length(signs: &[char]) -> usize {
    let mut scales = 0;
    loop {
        let rest = signs.get(scales..).unwrap_or_default();
        let unit = UNITS.iter().find(|unit| begins_with(rest, unit));
        match (unit, rest.first()) {
            (Some(unit), _) => return scales + unit.chars().count(),
            (None, Some(&sign)) if is_scale(sign) => scales += 1,
            _ => return scales,
        }
    }
}

fn begins_with(signs: &[char], word: &str) -> bool {
    let mut signs = signs.iter();
    word.chars().all(|expected| signs.next() == Some(&expected))
}

fn is_digit(sign: char) -> bool {
    matches!(sign, '0'..='9' | '０'..='９')
}

/// A digit, or a sign such as % that follows digits.
fn is_figure(sign: char) -> bool {
    is_digit(sign) || matches!(sign, '%' | '％' | '‰' | '℃')
}

/// A dash between two numbers of a range.
fn is_dash(sign: char) -> bool {
    matches!(sign, '—' | '–' | '-' | '~' | '～' | '－')
}

/// A multiple or a word for “more than”, between a number and its unit.
fn is_scale(sign: char) -> bool {
    matches!(sign, '十' | '百' | '千' | '万' | '亿' | '余' | '多')
}
