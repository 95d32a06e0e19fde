//! Word's automatic numbering: numbers that are printed before paragraphs but are not in their text.

use std::collections::{HashMap, HashSet};

use super::styles::Styles;
use crate::readers::{numerals, xml::Element};

/// Maximum levels of a list.
const LEVELS: usize = 9;

/// The lists of a file and their counters.
#[derive(Default)]
pub(super) struct Numbering {
    lists: HashMap<i64, List>,
    patterns: HashMap<i64, Pattern>,
    counters: HashMap<i64, [Option<i64>; LEVELS]>,
    /// List levels whose start override has been applied.
    started: HashSet<(i64, usize)>,
}

/// A list (`num`): a pattern with overridden starts and levels.
#[derive(Default)]
struct List {
    pattern: i64,
    starts: HashMap<usize, i64>,
    levels: HashMap<usize, Level>,
}

/// A numbering pattern (`abstractNum`) with its counters, which lists share.
#[derive(Default)]
struct Pattern {
    levels: HashMap<usize, Level>,
    /// The list style whose pattern this one refers to.
    link: Option<String>,
}

/// The format of one level.
#[derive(Clone, Debug, Default)]
struct Level {
    start: i64,
    format: String,
    /// The template, with `%1` to `%9` for the counters of the levels.
    text: String,
    /// The level whose numbers restart this one, from 1; 0 for none.
    restart: Option<usize>,
    /// All levels are shown in digits.
    digits: bool,
    /// The linked paragraph style.
    style: Option<String>,
}

impl Numbering {
    /// Reads the numbering part.
    pub(super) fn read(part: Option<&Element>) -> Self {
        let Some(part) = part else {
            return Self::default();
        };
        let mut numbering = Self::default();
        for element in part.all("abstractNum") {
            if let Some(id) = element.number("abstractNumId") {
                let link = element.value("numStyleLink").map(str::to_owned);
                numbering.patterns.insert(
                    id,
                    Pattern {
                        levels: levels(element),
                        link,
                    },
                );
            }
        }
        for element in part.all("num") {
            if let (Some(id), Some(list)) = (element.number("numId"), List::read(element)) {
                numbering.lists.insert(id, list);
            }
        }
        numbering
    }

    /// The number of the next paragraph of this list and level; `None` if none is printed. `style` is the paragraph
    /// style that set the list, which may decide the level.
    pub(super) fn next(
        &mut self,
        list: i64,
        level: Option<usize>,
        style: Option<&str>,
        styles: &Styles,
    ) -> Option<String> {
        let pattern = self.pattern(list, styles)?;
        let by_style = || {
            let levels = &self.patterns.get(&pattern)?.levels;
            style.and_then(|style| {
                levels
                    .iter()
                    .find(|(_, level)| level.style.as_deref() == Some(style))
                    .map(|(rank, _)| *rank)
            })
        };
        let level = level.or_else(by_style).unwrap_or(0).min(LEVELS - 1);
        self.count(list, pattern, level);
        let text = self.print(list, pattern, level)?;
        Some(text).filter(|text| !text.trim().is_empty())
    }

    /// The pattern of a list, resolved through list styles.
    fn pattern(&self, list: i64, styles: &Styles) -> Option<i64> {
        let pattern = self.lists.get(&list)?.pattern;
        let link = self.patterns.get(&pattern)?.link.as_deref();
        let linked = link
            .and_then(|link| styles.list_of(link))
            .and_then(|list| self.lists.get(&list));
        Some(linked.map_or(pattern, |list| list.pattern))
    }

    fn level(&self, list: i64, pattern: i64, level: usize) -> Option<&Level> {
        let own = self
            .lists
            .get(&list)
            .and_then(|list| list.levels.get(&level));
        own.or_else(|| self.patterns.get(&pattern)?.levels.get(&level))
    }

    /// Counts a paragraph: increments its level and restarts the levels below.
    fn count(&mut self, list: i64, pattern: i64, level: usize) {
        let start = self
            .level(list, pattern, level)
            .map_or(1, |level| level.start);
        let own_start = self
            .lists
            .get(&list)
            .and_then(|list| list.starts.get(&level))
            .copied();
        let fresh = own_start.is_some() && self.started.insert((list, level));
        let restarts: Vec<bool> = (0..LEVELS)
            .map(|below| self.restarts(list, pattern, below, level))
            .collect();
        let counters = self.counters.entry(pattern).or_default();
        if let Some(counter) = counters.get_mut(level) {
            *counter = match *counter {
                Some(count) if !fresh => Some(count.saturating_add(1)),
                _ => Some(own_start.unwrap_or(start)),
            };
        }
        for (counter, restarts) in counters.iter_mut().zip(restarts) {
            if restarts {
                *counter = None;
            }
        }
    }

    /// Whether a number on `level` restarts the level `below`.
    fn restarts(&self, list: i64, pattern: i64, below: usize, level: usize) -> bool {
        let restart = self
            .level(list, pattern, below)
            .and_then(|below| below.restart);
        below > level && restart.is_none_or(|restart| level < restart)
    }

    fn print(&self, list: i64, pattern: i64, level: usize) -> Option<String> {
        let printed = self.level(list, pattern, level)?;
        match printed.format.as_str() {
            "bullet" => return Some(bullet(&printed.text)),
            "none" if !printed.text.contains('%') => return Some(printed.text.clone()),
            _ => {}
        }
        let counters = self.counters.get(&pattern)?;
        let mut text = String::new();
        let mut signs = printed.text.chars().peekable();
        while let Some(sign) = signs.next() {
            let rank = signs
                .peek()
                .and_then(|next| next.to_digit(10))
                .filter(|rank| sign == '%' && *rank > 0);
            let Some(rank) = rank else {
                text.push(sign);
                continue;
            };
            signs.next();
            let rank = rank as usize - 1;
            let of = self.level(list, pattern, rank);
            let count = counters
                .get(rank)
                .copied()
                .flatten()
                .or(of.map(|of| of.start))
                .unwrap_or(1);
            let format = if printed.digits {
                "decimal"
            } else {
                of.map_or("decimal", |of| of.format.as_str())
            };
            text.push_str(&numerals::write(count, format));
        }
        Some(text)
    }
}

impl List {
    fn read(element: &Element) -> Option<Self> {
        let mut list = Self {
            pattern: element.value_number("abstractNumId")?,
            ..Self::default()
        };
        for change in element.all("lvlOverride") {
            let Some(rank) = change
                .number("ilvl")
                .and_then(|rank| usize::try_from(rank).ok())
            else {
                continue;
            };
            if let Some(start) = change.value_number("startOverride") {
                list.starts.insert(rank, start);
            }
            if let Some(level) = change.child("lvl") {
                list.levels.insert(rank, Level::read(level));
            }
        }
        Some(list)
    }
}

impl Level {
    fn read(element: &Element) -> Self {
        Self {
            start: element.value_number("start").unwrap_or(0),
            format: format(element),
            text: element.value("lvlText").unwrap_or_default().to_owned(),
            restart: element
                .value_number("lvlRestart")
                .and_then(|level| usize::try_from(level).ok()),
            digits: element.toggle("isLgl").unwrap_or(false),
            style: element.value("pStyle").map(str::to_owned),
        }
    }
}

/// The levels of a pattern.
fn levels(element: &Element) -> HashMap<usize, Level> {
    let levels = element
        .all("lvl")
        .filter_map(|level| Some((level.number("ilvl")?, Level::read(level))));
    levels
        .filter_map(|(rank, level)| Some((usize::try_from(rank).ok()?, level)))
        .collect()
}

/// The number format of a level; newer ones are in an `mc:AlternateContent`.
fn format(element: &Element) -> String {
    let choice = element
        .child("mc:AlternateContent")
        .and_then(|choices| choices.child("mc:Choice"));
    let newer = choice
        .and_then(|choice| choice.value("numFmt"))
        .filter(|format| *format != "custom");
    newer
        .or_else(|| element.value("numFmt"))
        .unwrap_or("decimal")
        .to_owned()
}

/// A bullet as an ordinary character: those of symbol fonts are private-use.
fn bullet(text: &str) -> String {
    let private = |sign: char| matches!(sign, '\u{e000}'..='\u{f8ff}');
    text.chars()
        .map(|sign| if private(sign) { '•' } else { sign })
        .collect()
}

/// Whether a text already begins with this number or one of its kind; then the number in the text is used.
pub(super) fn stands_in(number: &str, text: &str) -> bool {
    let mut text = text.trim_start().chars().peekable();
    let mut number = number.trim().chars().peekable();
    let mut only_numerals = true;
    while let Some(sign) = number.next() {
        if is_numeral(sign) {
            while number.next_if(|next| is_numeral(*next)).is_some() {}
            if text.next_if(|next| is_numeral(*next)).is_none() {
                return false;
            }
            while text.next_if(|next| is_numeral(*next)).is_some() {}
        } else if text.next_if_eq(&sign).is_none() {
            return false;
        } else {
            only_numerals = false;
        }
    }
    match text.peek() {
        None => true,
        Some(next) if only_numerals => next.is_whitespace(),
        Some(next) => !next.is_ascii_digit(),
    }
}

fn is_numeral(sign: char) -> bool {
    matches!(sign, '0'..='9' | '０'..='９' | '①'..='⑳' | '⑴'..='⒇' | '㉑'..='㉟')
        || "〇零一二三四五六七八九十百千".contains(sign)
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_number_that_stands_in_the_text_is_known() {
        let same = [
            ("一、", "一、总则"),
            ("一、", "二、目标"),
            ("（十）", " （二）普惠"),
            ("1.1", "1.1 总则"),
            ("1.", "3．"),
            ("1", "1 总则"),
        ];
        let found: Vec<bool> = same
            .iter()
            .map(|(number, text)| stands_in(number, text))
            .collect();
        assert_eq!(found, [true, true, true, true, false, true]);
    }

    #[test]
    fn figures_and_words_are_no_numbers() {
        let other = [
            ("1.", "1.5万人"),
            ("1", "2025年"),
            ("一、", "一是建成"),
            ("第一章", "第三方评估"),
            ("（一）", "总则"),
            ("1.", ""),
        ];
        assert!(other.iter().all(|(number, text)| !stands_in(number, text)));
    }
}
