//! Looking back (回看): the day of evaluation moved through the term, for the view only. No record is touched, and what is
//! written outside of the screens keeps the day that the program was started with.

use jiff::Span;
use jiff::civil::{Date, date};
use ratatui::layout::Rect;

use super::chips::{self, Chip};
use super::{App, Document, View, flow, overview};
use crate::assessment::Assessment;
use crate::evaluation::Evaluation;
use crate::text::width;
use crate::words::{say, tr};

/// The columns of the overview's line of time before the strip of years: label, day, and where in the term it lies.
fn before_strip() -> u16 {
    const LABEL_AND_DAY: u16 = 22;
    LABEL_AND_DAY + width(tr("规划期已结束，按期末评估")) as u16
}

impl Document {
    /// The days that one can look at: the ends of the years of the term up to `last`, and the day of the start.
    fn days(&self, last: Date) -> Vec<Date> {
        let term = self.dossier.plan.meta.period;
        let years = term.map(|term| term.start..=term.end).into_iter().flatten();
        let ends = years.filter_map(|year| i16::try_from(year).ok().map(|it| date(it, 12, 31)));
        let mut days: Vec<Date> = ends.filter(|day| *day <= last).collect();
        days.push(self.given);
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Whether another day is looked at than that of the start.
    pub fn is_looking_back(&self) -> bool {
        self.assessment.as_of != self.given
    }

    /// Evaluates everything as of a day, and a year before it for comparison unless it is the day of the start.
    pub(super) fn look_at(&mut self, day: Date) {
        self.assessment = Assessment::of(&self.dossier, day);
        let before = day.checked_sub(Span::new().years(1)).ok();
        let before = before.filter(|_| self.is_looking_back());
        self.before = before.map(|day| Assessment::of(&self.dossier, day));
    }

    /// How a target stood a year before, if its verdict was another one; `None` on the day of the start.
    pub fn changed_from(&self, target: &str) -> Option<&Evaluation> {
        let of = |assessment: &Assessment| {
            let mut all = assessment.evaluations.iter();
            all.position(|it| it.target == target)
        };
        let before = self.before.as_ref()?;
        let before = before.evaluations.get(of(before)?)?;
        let now = self.assessment.evaluations.get(of(&self.assessment)?)?;
        (before.verdict != now.verdict).then_some(before)
    }
}

/// Labels at the right end of a line, with `gap` columns between them; `None` if they have no room there.
fn strip(line: Rect, labels: Vec<(String, Date)>, gap: u16) -> Option<Vec<Chip<Date>>> {
    let own: usize = labels.iter().map(|(label, _)| width(label)).sum();
    let between = usize::from(gap) * labels.len().saturating_sub(1);
    let columns = (own + between) as u16;
    let has_room = line.width >= before_strip() + columns;
    let strip = Rect {
        x: line.right().saturating_sub(columns),
        width: columns,
        ..line
    };
    has_room.then(|| flow(strip, gap, labels))
}

impl App {
    /// Looks at the next of the days, or the previous one for a negative `by`.
    pub(super) fn move_time(&mut self, by: isize) {
        let days = self.shown.days(self.last_day());
        let now = self.shown.assessment.as_of;
        let next = if by > 0 {
            days.iter().find(|day| **day > now)
        } else {
            days.iter().rev().find(|day| **day < now)
        };
        match next {
            Some(day) => self.look_at(*day),
            None if by > 0 => self.message = Some(tr("已是最后一天").to_owned()),
            None => self.message = Some(tr("已是规划期第一年").to_owned()),
        }
    }

    /// The last day that one can look at: nothing is known of the days to come.
    fn last_day(&self) -> Date {
        self.today.max(self.shown.given)
    }

    /// Looks at a day, and says how many verdicts differ from those of a year before.
    pub(super) fn look_at(&mut self, day: Date) {
        self.shown.look_at(day);
        let targets = self.shown.dossier.plan.targets.iter();
        let changed = targets.filter(|it| self.shown.changed_from(&it.id).is_some());
        let changed = changed.count();
        self.message = Some(match changed {
            _ if !self.shown.is_looking_back() => say!("回到 {day}", day),
            0 => say!("回看 {day}：结论与一年前相同", day),
            n => say!(
                "回看 {day}：比一年前有 {n} 项结论不同，以下划线标出",
                day,
                n
            ),
        });
    }

    /// The strip of years at the end of the overview's line of time; empty if it has no room.
    pub fn years(&self, line: Rect) -> Vec<Chip<Date>> {
        let days = self.shown.days(self.last_day());
        let mut labels: Vec<(String, Date)> = Vec::new();
        for day in days {
            let year = day.year().to_string();
            let is_taken = labels.iter().any(|(label, _)| *label == year);
            let label = if is_taken { day.to_string() } else { year };
            labels.push((label, day));
        }
        if labels.len() < 2 {
            return Vec::new();
        }
        // With a blank on either side of each, or where that is too wide with one between them.
        let airy = labels
            .iter()
            .map(|(label, day)| (format!(" {label} "), *day));
        let airy: Vec<_> = airy.collect();
        let strips = [(airy, 0), (labels, 1)].into_iter();
        let mut strips = strips.map(|(labels, gap)| strip(line, labels, gap));
        strips.find_map(|it| it).unwrap_or_default()
    }

    /// The day of the strip of years at a point of the screen.
    pub(super) fn day_at(&self, x: u16, y: u16) -> Option<Date> {
        if self.shown.view != View::Overview {
            return None;
        }
        let rows = self.overview_rows();
        let at = rows
            .iter()
            .position(|row| *row == overview::Row::Timeline)?;
        let line = self.overview_places().line(at)?;
        chips::hit(&self.years(line), x, y)
    }
}
