//! The years in a text: by when a goal is due, and which are past.

use crate::document::Particulars;
use crate::grammar::particulars::{end_of_plan, five_year_plan};
use crate::text::{back, ends, half_width, head, is_blank, letters, starts, tail};

/// Maximum distance to look back for a year, in bytes: some 2000 characters, more than a paragraph has.
const NEAR: usize = 6000;

/// A year as printed in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Year {
    /// Where its digits begin.
    pub(crate) at: usize,
    /// Where 年 ends.
    pub(crate) end: usize,
    /// The year.
    pub(crate) value: u16,
    /// Whether 到, 至 or 前 makes it the end of a period.
    pub(crate) is_end: bool,
    /// Whether it is the base of a comparison (比2020年, 较2020年, 在2020年基础上).
    pub(crate) is_base: bool,
    /// Whether something begins in it or comes after it, so that nothing is due in it (2025年起, 2024年后).
    pub(crate) is_start: bool,
}

/// What stands behind a year in which something begins.
const STARTS: &[&str] = &["起", "后", "以后", "之后", "以来", "开始"];

/// All years of a text.
pub(crate) fn all(text: &str) -> Vec<Year> {
    let mut found: Vec<Year> = Vec::new();
    for (at, _) in text.match_indices('年') {
        let before = head(text, at).trim_end_matches(is_blank);
        let Some((year, begin)) = before_year(before) else {
            continue;
        };
        let end = at + "年".len();
        let lead = head(text, begin).trim_end_matches(is_blank);
        let paired = found
            .last()
            .is_some_and(|last: &Year| last.is_end && is_joined(text, last.end, begin));
        let behind = tail(text, end);
        let is_end = ends(lead, &["到", "至", "截至", "截止"]).is_some()
            || starts(behind, &["底前", "前", "末前", "年底前"]).is_some()
            || paired;
        let is_base = ends(
            lead,
            &["比", "较", "与", "以", "从", "由", "在", "自", "相比"],
        )
        .is_some()
            && starts(behind, &["底前", "前"]).is_none();
        found.push(Year {
            at: begin,
            end,
            value: year,
            is_end,
            is_base,
            is_start: starts(behind, STARTS).is_some(),
        });
    }
    found
}

/// The year in the four digits at the end of a text (2030, ２０３０, 二〇三〇), and where they begin.
fn before_year(text: &str) -> Option<(u16, usize)> {
    let mut digits = [0; 4];
    let mut begin = text.len();
    let mut signs = text.char_indices().rev();
    for digit in digits.iter_mut().rev() {
        let (at, c) = signs.next()?;
        *digit = digit_of(c)?;
        begin = at;
    }
    let is_longer = signs.next().is_some_and(|(_, c)| digit_of(c).is_some());
    let year = digits.iter().fold(0, |year, digit| year * 10 + digit);
    let is_year = !is_longer && (1949..2101).contains(&year);
    is_year.then_some((year, begin))
}

fn digit_of(c: char) -> Option<u16> {
    let plain = half_width(c);
    let han = "〇一二三四五六七八九".chars().position(|it| it == c);
    let han = han.or((c == '○').then_some(0));
    let digit = plain.to_digit(10).map(|it| it as u16);
    digit.or(han.map(|it| it as u16))
}

fn is_joined(text: &str, from: usize, to: usize) -> bool {
    let between = crate::text::solid(crate::text::cut(text, from, to));
    matches!(between.as_str(), "和" | "、" | "及" | "与")
}

/// The time of a plan; earlier years are past.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Time {
    /// The first year of the term, or the year of issue.
    pub(crate) start: Option<u16>,
    /// The last year of the term.
    pub(crate) end: Option<u16>,
    /// The year of a plan for one year.
    pub(crate) single: Option<u16>,
}

impl Time {
    /// The time of a document.
    pub(crate) fn of(particulars: &Particulars) -> Self {
        let issued = particulars
            .date
            .as_deref()
            .and_then(|d| crate::grammar::particulars::years(d).first().copied());
        let term = particulars.term;
        Self {
            start: term.map(|t| t.start).or(issued),
            end: term.map(|t| t.end),
            single: term.filter(|t| t.start == t.end).map(|t| t.end),
        }
    }

    /// Whether a year lies before the term.
    pub(crate) fn is_past(self, year: u16) -> bool {
        self.start.is_some_and(|start| year < start)
    }

    /// The years in the last such expression before a byte offset: one, or several together (2022年和2030年).
    pub(crate) fn scope(self, text: &str, before: usize) -> Vec<u16> {
        let text = back(text, before, NEAR);
        let before = text.len();
        let years: Vec<Year> = all(text)
            .into_iter()
            .filter(|y| !y.is_base && !y.is_start && !self.is_past(y.value))
            .filter(|y| !is_reference(tail(text, y.end)) && !ends_its_sentence(text, y))
            .collect();
        let Some(last) = years.last() else {
            return self.named(head(text, before));
        };
        let named = self.named(tail(head(text, before), last.end));
        if !named.is_empty() {
            return named;
        }
        let mut scope = vec![last.value];
        for pair in years.windows(2).rev() {
            if pair[1].value != scope[0] || !is_joined(text, pair[0].end, pair[1].at) {
                break;
            }
            scope.insert(0, pair[0].value);
        }
        scope
    }

    /// Years from expressions such as 今年, 今后五年, “十五五”期间.
    fn named(self, text: &str) -> Vec<u16> {
        let plan = ["期间", "时期", "末"]
            .iter()
            .filter_map(|w| text.rfind(w))
            .find_map(|at| five_year_plan(&last_of(head(text, at))));
        let this = text.contains("今年").then_some(self.single).flatten();
        let coming = ["今后五年", "未来五年", "今后5年", "未来5年"]
            .iter()
            .any(|w| text.contains(w))
            .then_some(self.end)
            .flatten();
        let coming = coming.map(|end| if self.single.is_some() { end + 4 } else { end });
        let end = plan.map(end_of_plan).filter(|y| !self.is_past(*y));
        let outlined = self.single.filter(|_| tells_of_outline(text));
        let outlined = outlined.map(|year| year.next_multiple_of(5));
        end.or(coming).or(this).or(outlined).into_iter().collect()
    }

    /// The year of the only time that a heading names: 2035 of 2035年远景目标, 2030 of “十五五”时期主要目标.
    pub(crate) fn headed(self, title: &str) -> Option<u16> {
        let years = all(title).into_iter().map(|year| year.value);
        let ends = years.chain(plans(title).into_iter().map(end_of_plan));
        let ends: Vec<u16> = ends.collect();
        match ends.as_slice() {
            [only] if !self.is_past(*only) => Some(*only),
            _ => None,
        }
    }

    /// Whether a text names a five-year plan that ended before the term.
    pub(crate) fn names_past_plan(self, text: &str) -> bool {
        let times = ["期间", "时期", "以来", "收官", "末"];
        let named = text.match_indices('五').filter_map(|(at, _)| {
            let behind = tail(text, at + "五".len()).trim_start_matches(['”', '"']);
            starts(behind, &times)
                .and_then(|_| five_year_plan(&last_of(head(text, at + "五".len()))))
        });
        named.map(end_of_plan).any(|end| {
            self.is_past(end)
                || self
                    .start
                    .is_some_and(|s| end <= s && Some(end) != self.end)
        })
    }
}

/// Whether a year is only the name of what the text speaks of: 实现2035年远景目标, 2030年前碳达峰.
fn is_reference(behind: &str) -> bool {
    let rest = behind.trim_start_matches('前');
    let rest = rest.trim_start_matches("实现");
    starts(rest, &["远景目标", "碳达峰"]).is_some()
}

/// Whether a year stands at the end of a sentence that is over, of which it says when it is done: …，2024年底前竣工。
fn ends_its_sentence(text: &str, year: &Year) -> bool {
    let before = head(text, year.at);
    let begun = before.rfind(['。', '；']).map_or(0, |at| at + "。".len());
    let behind = tail(text, year.end);
    let Some(rest) = behind.find(['。', '；']).map(|at| head(behind, at)) else {
        return false;
    };
    let said = letters(tail(before, begun));
    said >= 8 && letters(rest) <= 10 && !rest.contains(|c: char| c.is_ascii_digit() || c == '，')
}

/// Whether a report speaks of the outline of the five-year plan that is laid before the same meeting.
fn tells_of_outline(text: &str) -> bool {
    ["《纲要", "规划纲要（草案）", "规划《纲要"]
        .iter()
        .any(|it| text.contains(it))
}

/// The five-year plans that a text names by their short names.
fn plans(text: &str) -> Vec<u32> {
    let names = text
        .match_indices('五')
        .filter_map(|(at, five)| five_year_plan(&last_of(head(text, at + five.len()))));
    names.collect()
}

/// Whether a text names a five-year plan.
pub(crate) fn names_plan(text: &str) -> bool {
    !plans(text).is_empty()
}

/// The last few characters of a text.
fn last_of(text: &str) -> String {
    let count = text.chars().count();
    text.chars().skip(count.saturating_sub(5)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIME: Time = Time {
        start: Some(2021),
        end: Some(2025),
        single: None,
    };

    #[test]
    fn the_scope_is_the_last_year_named() {
        let text = "到2025年，甲达到5%；到2035年，乙";
        assert_eq!(TIME.scope(text, text.len()), [2035]);
        assert_eq!(TIME.scope(text, 30), [2025]);
        let pair = "到 2022 年和 2030 年，甲分别";
        assert_eq!(TIME.scope(pair, pair.len()), [2022, 2030]);
    }

    #[test]
    fn years_are_printed_in_three_ways() {
        for text in ["到2023年", "到２０２３年", "到二〇二三年"] {
            assert_eq!(TIME.scope(text, text.len()), [2023], "{text}");
        }
    }

    #[test]
    fn a_base_is_no_scope() {
        let text = "甲比2020年提高";
        assert_eq!(TIME.scope(text, text.len()), Vec::<u16>::new());
    }

    #[test]
    fn a_number_of_five_digits_is_no_year() {
        for text in ["到12025年，甲", "到20250年，甲", "到一二〇二五年，甲"] {
            assert_eq!(TIME.scope(text, text.len()), Vec::<u16>::new(), "{text}");
        }
    }

    #[test]
    fn nothing_is_due_in_the_year_in_which_it_begins() {
        for text in [
            "2024年后核准的项目",
            "2022年起逐年退坡",
            "2023年以后新建的泵站",
        ] {
            assert_eq!(TIME.scope(text, text.len()), Vec::<u16>::new(), "{text}");
        }
    }

    #[test]
    fn the_first_year_of_the_term_is_not_past() {
        let scope = |text: &str| TIME.scope(text, text.len());
        assert_eq!(scope("2021年，甲达到5%"), [2021]);
        assert_eq!(scope("2020年，甲达到5%"), Vec::<u16>::new());
        assert!(TIME.is_past(2020) && !TIME.is_past(2021));
    }

    #[test]
    fn plans_before_the_term_are_past() {
        assert!(TIME.names_past_plan("“十三五”期间，甲达到5%"));
        assert!(!TIME.names_past_plan("“十四五”期间，甲达到5%"));
    }
}
