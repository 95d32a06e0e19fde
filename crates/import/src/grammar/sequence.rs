//! Decides which numbered paragraphs are headings: those whose number continues a sequence.
//!
//! The open levels are a stack of styles with their last values. A number is accepted if it is the next of an open
//! level, or the first of a new one. It may continue across parents if the document does so throughout; it may repeat
//! or skip, which is a doubt. Anything else stays a paragraph.

use std::collections::HashMap;

use crate::document::Why;

use super::candidate::Candidate;
use crate::marker::{Marker, Style};

/// Maximum numbers of a style examined ahead.
const LOOK_AHEAD: usize = 200;

/// The open heading levels.
#[derive(Clone, Debug)]
pub(crate) struct Levels {
    open: Vec<Marker>,
    last: HashMap<Style, u32>,
    goes_on: HashMap<Style, bool>,
}

impl Levels {
    /// The state before the first heading.
    pub(crate) fn new(candidates: &[Option<Candidate>]) -> Self {
        Self {
            open: Vec::new(),
            last: HashMap::new(),
            goes_on: goes_on(candidates),
        }
    }

    /// Why this candidate is a heading; `None` if it is none. If in doubt, the following candidates decide.
    pub(crate) fn judge(
        &self,
        candidate: &Candidate,
        following: &[Option<Candidate>],
    ) -> Option<Why> {
        if candidate.item {
            return None;
        }
        self.fits(candidate, following)
    }

    /// How the number of a candidate, heading or list item, continues a sequence; `None` if it doesn't.
    pub(crate) fn fits(
        &self,
        candidate: &Candidate,
        following: &[Option<Candidate>],
    ) -> Option<Why> {
        let marker = &candidate.marker;
        if let Style::Decimal(depth) = marker.style {
            return self.judge_decimal(marker, depth);
        }
        match self.open.iter().find(|open| open.style == marker.style) {
            Some(open) => within(open, candidate, following),
            None => self.opens(marker, following),
        }
    }

    /// Records a heading; levels below it are closed.
    pub(crate) fn take(&mut self, marker: &Marker) {
        let at = self
            .open
            .iter()
            .position(|open| open.style.rank() >= marker.style.rank())
            .unwrap_or(self.open.len());
        self.open.truncate(at);
        self.open.push(marker.clone());
        self.last.insert(marker.style, marker.value);
    }

    /// Records a heading without number on the level of a style.
    pub(crate) fn take_named(&mut self, style: Style) {
        let value = self.last.get(&style).copied().unwrap_or(0);
        self.open.clear();
        self.open.push(Marker {
            style,
            value,
            path: vec![value],
            printed: String::new(),
        });
    }

    /// Whether a marker is the next of the highest level, which ends an annex.
    pub(crate) fn is_next_on_top(&self, marker: &Marker) -> bool {
        self.open.first().is_some_and(|top| {
            top.style == marker.style && marker.value == top.value + 1 && top.value > 0
        })
    }

    /// Whether no heading was recorded yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    fn opens(&self, marker: &Marker, following: &[Option<Candidate>]) -> Option<Why> {
        let goes_on = self.goes_on.get(&marker.style).copied().unwrap_or(false);
        let last = self.last.get(&marker.style).copied();
        match (marker.value, last) {
            (1, _) => Some(Why::First),
            (value, Some(last)) if value == last + 1 && goes_on => Some(Why::GoesOn),
            (value, Some(last)) if goes_on && value > last && value <= last + 3 => {
                leads_on(marker, following).then_some(Why::Skips)
            }
            (2, _) if !goes_on && marker.style.rank() < Style::Digit.rank() => {
                leads_on(marker, following).then_some(Why::Skips)
            }
            (_, None) if self.open.is_empty() && marker.style.rank() <= Style::Han.rank() => {
                leads_on(marker, following).then_some(Why::Skips)
            }
            _ => None,
        }
    }

    /// 3.2 follows 3.1 or 3; 4 follows 3.
    fn judge_decimal(&self, marker: &Marker, depth: u8) -> Option<Why> {
        let same = self
            .open
            .iter()
            .find(|open| open.style == Style::Decimal(depth));
        let parents = marker.path.len() - 1;
        if let Some(open) = same.filter(|open| open.path[..parents] == marker.path[..parents]) {
            return (marker.value == open.value + 1).then_some(Why::Next);
        }
        let above = self
            .open
            .iter()
            .rev()
            .find(|open| open.style.rank() < marker.style.rank());
        let fits = match above {
            Some(above) if depth > 1 => {
                above.path.last() == marker.path.get(parents.wrapping_sub(1))
            }
            _ => depth == 1 || self.open.is_empty(),
        };
        (fits && marker.value == 1).then_some(Why::First)
    }
}

/// How a candidate continues an open level of the same style.
fn within(open: &Marker, candidate: &Candidate, following: &[Option<Candidate>]) -> Option<Why> {
    let marker = &candidate.marker;
    let high = marker.style.rank() < Style::Digit.rank();
    match marker.value {
        value if value == open.value + 1 => Some(Why::Next),
        value if value == open.value && high => Some(Why::Repeats),
        1 => restarts(marker, open.value, following).then_some(Why::Restarts),
        value if high && value > open.value && value <= open.value + 3 => {
            leads_on(marker, following).then_some(Why::Skips)
        }
        _ => None,
    }
}

/// For each style, whether its numbers continue across parents more often than they restart.
fn goes_on(candidates: &[Option<Candidate>]) -> HashMap<Style, bool> {
    let mut seen: HashMap<Style, Count> = HashMap::new();
    let markers = candidates.iter().flatten().filter(|c| !c.item);
    for marker in markers.map(|c| &c.marker) {
        for (style, count) in &mut seen {
            count.parent |= style.rank() > marker.style.rank();
        }
        let count = seen.entry(marker.style).or_default();
        if count.parent {
            let step = i32::from(marker.value == count.last + 1);
            count.score += step - i32::from(marker.value == 1);
        }
        (count.last, count.parent) = (marker.value, false);
    }
    let styles = seen.into_iter();
    styles
        .map(|(style, count)| (style, count.score > 0))
        .collect()
}

/// The numbering of a style so far.
#[derive(Default)]
struct Count {
    /// The last value.
    last: u32,
    /// Whether a number of a higher style followed.
    parent: bool,
    /// How often it continued after a parent minus how often it restarted.
    score: i32,
}

/// The following markers of one style, up to the next one of a higher style.
fn siblings<'a>(
    marker: &'a Marker,
    following: &'a [Option<Candidate>],
) -> impl Iterator<Item = &'a Marker> {
    let markers = following
        .iter()
        .flatten()
        .filter(|c| !c.item)
        .map(|c| &c.marker);
    markers
        .take_while(|m| m.style.rank() >= marker.style.rank())
        .filter(|m| m.style == marker.style)
}

/// Whether the following markers confirm a number that skips some: the next continues it, or there is none.
fn leads_on(marker: &Marker, following: &[Option<Candidate>]) -> bool {
    siblings(marker, following)
        .next()
        .is_none_or(|next| next.value == marker.value + 1)
}

/// Whether a restart is real: 2 follows, and the old sequence is not resumed.
fn restarts(marker: &Marker, open: u32, following: &[Option<Candidate>]) -> bool {
    let mut ahead = siblings(marker, following).take(LOOK_AHEAD);
    let next = ahead.next().map(|m| m.value);
    let resumed = open > 1 && (next == Some(open + 1) || ahead.any(|m| m.value == open + 1));
    let high = marker.style.rank() < Style::HanBrackets.rank();
    (next == Some(2) && !resumed) || (next.is_none() && high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::candidate;
    use crate::grammar::flow::{Flow, Para};

    /// The headings among these lines, as printed with their reasons.
    fn headings(lines: &[&str]) -> Vec<(String, Why)> {
        let flows: Vec<Flow> = lines
            .iter()
            .map(|l| {
                Flow::Para(Para {
                    text: (*l).into(),
                    ..Para::default()
                })
            })
            .collect();
        let candidates = candidate::all(&flows);
        let mut levels = Levels::new(&candidates);
        let mut found = Vec::new();
        for (at, candidate) in candidates.iter().enumerate() {
            let Some(candidate) = candidate else { continue };
            if let Some(why) = levels.judge(candidate, &candidates[at + 1..]) {
                levels.take(&candidate.marker);
                found.push((candidate.marker.printed.clone(), why));
            }
        }
        found
    }

    fn printed(lines: &[&str]) -> Vec<String> {
        headings(lines)
            .into_iter()
            .map(|(printed, _)| printed)
            .collect()
    }

    #[test]
    fn labels_stand_above_or_below_numbers_in_brackets() {
        let lines = [
            "一、目标",
            "二、行动",
            "行动一：粮食行动",
            "1.建设农田",
            "行动二：产业行动",
            "2.培育企业",
            "三、保障",
        ];
        let numbers = ["一、", "二、", "行动一：", "1.", "行动二：", "2.", "三、"];
        assert_eq!(printed(&lines), numbers);
        let lines = [
            "一、行动",
            "任务一：甲",
            "（一）乙",
            "（二）丙",
            "任务二：丁",
            "（一）戊",
            "（二）己",
        ];
        let numbers = [
            "一、",
            "任务一：",
            "（一）",
            "（二）",
            "任务二：",
            "（一）",
            "（二）",
        ];
        assert_eq!(printed(&lines), numbers);
    }

    #[test]
    fn regular_numbers_are_taken() {
        let lines = [
            "一、甲",
            "（一）乙",
            "（二）丙",
            "1.丁",
            "2.戊",
            "二、己",
            "（一）庚",
        ];
        assert_eq!(printed(&lines).len(), 7);
    }

    #[test]
    fn numbers_may_go_on_across_parents() {
        let lines = [
            "一、甲",
            "（一）乙",
            "（二）丙",
            "二、丁",
            "（三）戊",
            "（四）己",
            "三、庚",
            "（五）辛",
        ];
        assert_eq!(headings(&lines)[4].1, Why::GoesOn);
        assert_eq!(printed(&lines).len(), 8);
    }

    #[test]
    fn a_repeated_number_is_a_doubt() {
        let found = headings(&["一、甲", "一、乙", "二、丙", "三、丁"]);
        assert_eq!(found.len(), 4);
        assert!(found[1].1.is_doubtful());
    }

    #[test]
    fn a_skipped_number_is_a_doubt() {
        let found = headings(&["一、甲", "二、乙", "四、丙", "五、丁"]);
        assert_eq!(found[2], ("四、".into(), Why::Skips));
    }

    #[test]
    fn a_number_out_of_sequence_is_no_heading() {
        let lines = ["一、甲", "（一）乙", "（九）所述情形", "（二）丙", "二、丁"];
        assert_eq!(printed(&lines), ["一、", "（一）", "（二）", "二、"]);
    }

    #[test]
    fn a_level_may_be_skipped() {
        assert_eq!(
            printed(&["一、甲", "1. 乙", "2. 丙", "二、丁", "（一）戊", "1. 己"]).len(),
            6
        );
    }

    #[test]
    fn decimals_follow_each_other() {
        let lines = [
            "1　甲",
            "1.1　乙",
            "1.2　丙",
            "1.5　倍于此",
            "2　丁",
            "2.1　戊",
            "2.1.1　己",
        ];
        assert_eq!(printed(&lines), ["1", "1.1", "1.2", "2", "2.1", "2.1.1"]);
    }
}
