//! The help: the keys of this screen first, those of its footer among them, then all others, what can be typed in the
//! finder, and the signs of gauges; in two columns where there is room. What is typed narrows it.

use super::keymap::{HelpRow, Mode};
use super::{Action, App, Edit, Presentation, Prompt, Purpose, hints};
use crate::gauge::Signs;
use crate::layout;
use crate::search::begins;
use crate::text::{pad, width, wrap};
use crate::words::tr;

/// The signs of gauges and of verdicts, in blocks and in braille, with their meanings.
const SIGNS: [(&str, &str, &str); 6] = [
    ("▆▆▆▆▍ ▕", "⣿⣿⣿⣿⡇ ⢸", "从基期向目标已走过的路程"),
    ("╎", "╎", "按时间匀速应到之处"),
    ("◂   ▸", "◂   ▸", "退到基期以下，或超过目标"),
    ("▆▆▆▆▍│", "⣿⣿⣿⣿⡇⡇", "无基期：最新值与目标线"),
    ("●✗○·", "▪✗▫⠄", "达标、未达标、缺数、未到"),
    ("*", "*", "初步数据，待核定"),
];
const GAUGE: &str = "进度条";

/// The open help.
#[derive(Clone, Debug)]
pub struct Help {
    /// What was typed to narrow it.
    pub typed: Prompt,
    /// Its first visible line.
    pub top: usize,
    /// The presentation that it was opened over, which is there again when it closes.
    pub behind: Option<Presentation>,
}

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// The heading of a group.
    Group(&'static str),
    /// Keys or input, padded to their column (blank in continuation lines), and their meaning.
    Pair(String, String),
    /// A note on the keys above.
    Note(&'static str),
    /// Between groups.
    Gap,
}

impl Help {
    fn over(behind: Option<Presentation>) -> Self {
        Self {
            typed: Prompt::new(Purpose::Help),
            top: 0,
            behind,
        }
    }

    fn typed(&self) -> &str {
        self.typed.text().trim()
    }
}

/// What is typed for a row and what it means; `None` of headings and notes.
fn pair(row: &HelpRow) -> Option<(&str, &'static str)> {
    match row {
        HelpRow::Keys(keys, does) => Some((keys, does)),
        HelpRow::Query(typed, asks) => Some((typed, asks)),
        HelpRow::Group(_) | HelpRow::Note(_) => None,
    }
}

/// Whether a row has what was typed: among its keys, or in its words or their pinyin.
fn has(row: &HelpRow, typed: &str) -> bool {
    let Some((keys, does)) = pair(row) else {
        return false;
    };
    let does = tr(does).to_lowercase();
    let typed_low = typed.to_lowercase();
    let mut ends = does.char_indices().filter_map(|(at, _)| does.get(at..));
    keys.split(' ')
        .any(|key| key == typed || key.to_lowercase() == typed_low && typed.len() > 1)
        || does.contains(&typed_low)
        || ends.any(|end| begins(typed, end))
}

/// The groups of rows: a heading with what belongs to it.
fn groups(rows: Vec<HelpRow>) -> Vec<Vec<HelpRow>> {
    let mut groups: Vec<Vec<HelpRow>> = Vec::new();
    for row in rows {
        match (&row, groups.last_mut()) {
            (HelpRow::Group(_), _) | (_, None) => groups.push(vec![row]),
            (_, Some(group)) => group.push(row),
        }
    }
    groups
}

/// Wraps groups to `columns`; the column of keys is as wide as the longest of them.
fn in_lines(groups: &[Vec<HelpRow>], columns: usize) -> Vec<Vec<HelpLine>> {
    let rows = groups.iter().flatten();
    let keys = rows.filter_map(pair).map(|(keys, _)| width(keys));
    // On a narrow screen the rarest keys are cut off rather than their meanings.
    let keys = (keys.max().unwrap_or(0) + 4).min(columns * 3 / 5);
    let lines = groups.iter().map(|group| {
        let rows = group.iter().flat_map(|row| match row {
            HelpRow::Group(name) => vec![HelpLine::Group(tr(name))],
            HelpRow::Note(words) => vec![HelpLine::Note(tr(words))],
            row => pair(row).map_or_else(Vec::new, |pair| of_pair(pair, keys, columns)),
        });
        rows.collect()
    });
    lines.collect()
}

/// The lines of a pair, of which the keys have `keys` columns.
fn of_pair((pressed, does): (&str, &'static str), keys: usize, columns: usize) -> Vec<HelpLine> {
    let mut pressed = pad(&format!("  {pressed}"), keys);
    let does = tr(does);
    let mut lines = Vec::new();
    for range in wrap(does, columns.saturating_sub(keys).max(2), 0) {
        let words = does.get(range).unwrap_or_default().to_owned();
        lines.push(HelpLine::Pair(pressed, words));
        pressed = " ".repeat(keys);
    }
    lines
}

/// Groups one below the other in two columns of about the same length.
fn in_two(groups: Vec<Vec<HelpLine>>) -> [Vec<HelpLine>; 2] {
    let all: usize = groups.iter().map(|group| group.len() + 1).sum();
    let mut columns = [Vec::new(), Vec::new()];
    for group in groups {
        let own =
            usize::from(columns[0].len() + group.len() / 2 > all / 2 || !columns[1].is_empty());
        let column: &mut Vec<HelpLine> = &mut columns[own];
        if !column.is_empty() {
            column.push(HelpLine::Gap);
        }
        column.extend(group);
    }
    columns
}

impl App {
    /// Opens the help, or closes it.
    pub(super) fn toggle_help(&mut self) {
        if self.help().is_some() {
            return self.close_help();
        }
        let behind = self.presentation().cloned();
        self.overlay = Some(Help::over(behind).into());
    }

    /// Closes the help; a presentation that it was opened over is there again.
    pub(super) fn close_help(&mut self) {
        let behind = self.help().and_then(|help| help.behind.clone());
        self.overlay = behind.map(Into::into);
    }

    /// The groups of the help that have what was typed.
    fn help_groups(&self) -> Vec<Vec<HelpRow>> {
        let behind = self.help().and_then(|help| help.behind.as_ref());
        let mode = match behind {
            Some(_) => Mode::Presentation,
            None => Mode::View(self.shown.view),
        };
        let hints = hints::of_mode(self, mode);
        let hinted: Vec<&Action> = hints.iter().map(|hint| hint.action).collect();
        let mut rows = self.keys.help_rows(mode, &hinted);
        rows.push(HelpRow::Group(GAUGE));
        let is_braille = Signs::of_screen() == Signs::Braille;
        rows.extend(SIGNS.map(|(blocks, braille, meaning)| {
            let sign = if is_braille { braille } else { blocks };
            HelpRow::Query(sign, meaning)
        }));
        let groups = groups(rows);
        let Some(typed) = self.help().map(Help::typed).filter(|it| !it.is_empty()) else {
            return groups;
        };
        let narrowed = groups.into_iter().map(|group| {
            let kept = group.into_iter();
            let is_kept = |row: &HelpRow| matches!(row, HelpRow::Group(_)) || has(row, typed);
            kept.filter(is_kept).collect::<Vec<_>>()
        });
        narrowed.filter(|group| group.len() > 1).collect()
    }

    /// The lines of the help in its columns; the second is empty where there is room for one.
    pub fn help_columns(&self) -> [Vec<HelpLine>; 2] {
        let areas = layout::help(self.size);
        let lines = in_lines(&self.help_groups(), usize::from(areas[0].width));
        if areas[1].width > 0 {
            return in_two(lines);
        }
        let mut column = Vec::new();
        for group in lines {
            column.extend(group);
        }
        [column, Vec::new()]
    }

    /// The number of lines of the help.
    pub fn help_length(&self) -> usize {
        self.help_columns().iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Changes what narrows the help.
    pub(super) fn edit_help(&mut self, edit: Edit) {
        if let Some(help) = self.help_mut() {
            let refused = help.typed.edit(edit);
            help.top = 0;
            self.message = refused;
        }
    }

    /// Whether nothing narrows the help.
    pub(super) fn is_help_whole(&self) -> bool {
        self.help().is_none_or(|help| help.typed().is_empty())
    }

    /// Scrolls the help, as far as it goes.
    pub(super) fn move_help(&mut self, by: isize) {
        let height = usize::from(layout::help(self.size)[0].height);
        let last = self.help_length().saturating_sub(height);
        if let Some(help) = self.help_mut() {
            help.top = help.top.saturating_add_signed(by).min(last);
        }
    }
}
