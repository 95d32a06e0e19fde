//! Sheets over the view: the help, the reasons of a verdict, the meeting card of a target.

use super::keymap::{HelpRow, Mode};
use super::sifting::{Choice, Filter};
use super::{App, Document, View, details, listing};
use crate::gauge::Signs;
use crate::layout;
use crate::plan::{NodeId, Target};
use crate::text::{pad, width, wrap};
use crate::words::tr;

/// What a sheet shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The help.
    Keys,
    /// The reasons of the verdict on the current target (为什么).
    Why,
    /// The meeting card of the current target (会议卡片).
    Card,
    /// The choice of what the list of targets shows (筛选); its first line is the one under the cursor.
    Filter,
    /// The choice among the targets that a paragraph states; its first line is the one under the cursor.
    Stated,
}

/// The signs of gauges and of verdicts, in blocks and in braille, with their meanings.
const SIGNS: [(&str, &str, &str); 6] = [
    ("████▍ ▕", "⣿⣿⣿⣿⡇ ⢸", "从基期向目标已走过的路程"),
    ("╎", "╎", "按时间匀速应到之处"),
    ("◂   ▸", "◂   ▸", "退到基期以下，或超过目标"),
    ("████▍│", "⣿⣿⣿⣿⡇⡇", "无基期：最新值与目标线"),
    ("●✗○·", "▪✗▫⠄", "达标、未达标、缺数、未到"),
    ("*", "*", "初步数据，待核定"),
];
const GAUGE: &str = "进度条";

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// The heading of a group.
    Group(&'static str),
    /// Keys or input, padded to their column (blank in continuation lines), and their meaning.
    Pair(String, String),
    /// A note on the keys above.
    Note(&'static str),
}

/// Wraps rows to `columns`; the column of keys is as wide as the longest of them.
fn in_lines(rows: &[HelpRow], columns: usize) -> Vec<HelpLine> {
    let pairs = |row: &HelpRow| match row {
        HelpRow::Keys(keys, does) => Some((keys.clone(), *does)),
        HelpRow::Query(typed, asks) => Some(((*typed).to_owned(), *asks)),
        HelpRow::Group(_) | HelpRow::Note(_) => None,
    };
    let keys = rows.iter().filter_map(pairs).map(|(keys, _)| width(&keys));
    // On a narrow screen the rarest keys are cut off rather than their meanings.
    let keys = (keys.max().unwrap_or(0) + 4).min(columns * 3 / 5);
    let mut lines = Vec::new();
    for row in rows {
        match row {
            HelpRow::Group(name) => lines.push(HelpLine::Group(tr(name))),
            HelpRow::Note(words) => lines.push(HelpLine::Note(tr(words))),
            row => {
                let (pressed, does) = pairs(row).unwrap_or_default();
                let mut pressed = pad(&format!("  {pressed}"), keys);
                let does = tr(does);
                for range in wrap(does, columns.saturating_sub(keys).max(2), 0) {
                    let words = does.get(range).unwrap_or_default().to_owned();
                    lines.push(HelpLine::Pair(pressed, words));
                    pressed = " ".repeat(keys);
                }
            }
        }
    }
    lines
}

/// A sheet over the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it shows.
    pub topic: Topic,
    /// Its first visible line.
    pub top: usize,
}

impl Document {
    /// The current target: the first one that the current paragraph or task states or serves, elsewhere the one
    /// selected in the list. `None` if a paragraph or task has no target.
    pub fn target_at_hand(&self) -> Option<&Target> {
        match self.view {
            View::Reading => self.target_of(self.reading.cursor),
            View::Tasks => self.selected_task().and_then(|id| self.target_of(id)),
            View::Overview => {
                let scored = self.scored.and_then(|it| self.dossier.plan.targets.get(it));
                scored.or_else(|| self.selected_target())
            }
            View::Targets | View::Terms => self.selected_target(),
            View::Topic => self.target_of_topic(),
        }
    }

    /// The first target that a paragraph states, or that a task serves; of a marked sentence, the first that it states, or
    /// that it serves as a measure of the task.
    fn target_of(&self, id: NodeId) -> Option<&Target> {
        let stated = self.targets_stated_at(id);
        let index = stated.first().copied().or_else(|| {
            let node = self.dossier.outline.node(id);
            let part = self.reading.part.as_ref();
            let part = part.filter(|_| self.view == View::Reading && id == self.reading.cursor);
            let sentence = part.map(|part| node.address_of(part));
            let mut links = self.dossier.coverage().links.iter();
            let own = links.find(|link| {
                let is_measure = link.measure == sentence || link.measure.is_none();
                link.task == node.address && (sentence.is_none() || is_measure)
            });
            own.map(|link| link.target)
        })?;
        self.dossier.plan.targets.get(index)
    }

    /// The message that there is no current target.
    pub(super) fn no_target(&self) -> &'static str {
        match self.view {
            View::Reading if self.reading.part.is_some() => tr("本句没有对应的指标"),
            View::Reading => tr("本段没有对应的指标"),
            View::Tasks => tr("此任务没有对应的指标"),
            View::Overview | View::Targets | View::Terms => tr("没有可显示的指标"),
            View::Topic => tr("先选一项指标"),
        }
    }
}

impl App {
    /// Opens a sheet, or closes it if it is open. Sheets about a target also select it in the list of targets.
    pub(super) fn toggle_sheet(&mut self, topic: Topic) {
        if self.sheet().is_some_and(|sheet| sheet.topic == topic) {
            self.overlay = None;
            return;
        }
        if topic != Topic::Keys {
            let id = self.shown.target_at_hand().map(|target| target.id.clone());
            let index = self
                .shown
                .dossier
                .plan
                .targets
                .iter()
                .position(|target| Some(&target.id) == id.as_ref());
            match index {
                Some(index) => self.shown.select_in_list(View::Targets, index),
                None => return self.message = Some(self.shown.no_target().to_owned()),
            }
        }
        self.overlay = Some(Sheet { topic, top: 0 }.into());
    }

    /// Opens the choice of targets over their list, or closes it.
    pub(super) fn toggle_filter(&mut self) {
        if self.is_filter() {
            self.overlay = None;
            return;
        }
        self.shown.show(View::Targets);
        let topic = Topic::Filter;
        self.overlay = Some(Sheet { topic, top: 0 }.into());
    }

    /// The choices that the filter gives.
    pub fn choices(&self) -> Vec<Choice> {
        Choice::all(&self.shown.dossier.plan)
    }

    /// How many targets a choice alone would show in the current domain.
    pub fn choice_count(&self, choice: Choice) -> usize {
        let document = &self.shown;
        let filter = Filter {
            choices: vec![choice],
            only_counted: false,
        };
        let rows = listing::targets(&document.dossier.plan, document.domain_name());
        let of = |item: &usize| {
            let target = document.dossier.plan.targets.get(*item)?;
            Some((target, document.assessment.evaluations.get(*item)?))
        };
        let items = rows.iter().filter_map(|row| match row {
            listing::Row::Item(item) => of(item),
            _ => None,
        });
        items
            .filter(|(target, evaluation)| filter.admits(target, evaluation, None))
            .count()
    }

    /// The first choice of the filter that is in view.
    pub fn choices_top(&self) -> usize {
        let height = usize::from(layout::sheet(self.size).height);
        let at = self.sheet().map_or(0, |sheet| sheet.top);
        (at + 1).saturating_sub(height)
    }

    pub(super) fn is_filter(&self) -> bool {
        self.sheet()
            .is_some_and(|sheet| sheet.topic == Topic::Filter)
    }

    pub(super) fn is_card(&self) -> bool {
        self.sheet().is_some_and(|sheet| sheet.topic == Topic::Card)
    }

    /// The lines of the help: keys, query syntax, and the signs of gauges.
    pub fn help_lines(&self) -> Vec<HelpLine> {
        let mut rows = self.keys.help_rows(Mode::View(self.shown.view));
        rows.push(HelpRow::Group(GAUGE));
        let is_braille = Signs::of_screen() == Signs::Braille;
        rows.extend(SIGNS.map(|(blocks, braille, meaning)| {
            let sign = if is_braille { braille } else { blocks };
            HelpRow::Query(sign, meaning)
        }));
        in_lines(&rows, usize::from(layout::sheet(self.size).width))
    }

    /// Scrolls the sheet; on a card selects the next or previous target.
    pub(super) fn move_sheet(&mut self, by: isize) {
        if self.is_card() {
            let rows = self.shown.target_rows();
            listing::move_by(&mut self.shown.targets, by, &rows);
        } else {
            let last = self.last_choice();
            if let Some(sheet) = self.sheet_mut() {
                sheet.top = sheet.top.saturating_add_signed(by);
                sheet.top = sheet.top.min(last.unwrap_or(usize::MAX));
            }
        }
    }

    /// The last line that the cursor of the sheet can stand on; `None` if it has no cursor.
    fn last_choice(&self) -> Option<usize> {
        let lines = match self.sheet()?.topic {
            Topic::Filter => self.choices().len(),
            Topic::Stated => self.shown.choosable().len(),
            Topic::Keys | Topic::Why | Topic::Card => return None,
        };
        Some(lines.saturating_sub(1))
    }

    /// Keeps the sheet's viewport within its lines.
    pub(super) fn settle_sheet(&mut self) {
        let Some(sheet) = self.sheet().filter(|_| self.last_choice().is_none()) else {
            return;
        };
        let height = usize::from(layout::sheet(self.size).height);
        let last = self.sheet_lines(sheet.topic).saturating_sub(height);
        if let Some(sheet) = self.sheet_mut() {
            sheet.top = sheet.top.min(last);
        }
    }

    fn sheet_lines(&self, topic: Topic) -> usize {
        match topic {
            Topic::Keys => self.help_lines().len(),
            Topic::Why => self.reasons().len(),
            Topic::Card | Topic::Filter | Topic::Stated => 0,
        }
    }

    /// The reasons of the verdict on the current target.
    pub fn reasons(&self) -> Vec<details::DetailLine> {
        let columns = layout::sheet(self.size).width;
        self.shown.target_at_hand().map_or_else(Vec::new, |target| {
            details::why(&self.shown, target, columns)
        })
    }
}
