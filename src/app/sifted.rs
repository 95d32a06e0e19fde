//! The list of targets as it is chosen, ordered and folded.

use std::cmp::Ordering;

use super::listing::{self, Row};
use super::sifting::{Choice, Filter};
use super::{App, Cursor, Document, View};
use crate::evaluation::Group;
use crate::plan::Target;
use crate::words::{say, tr};

/// What becomes of the rows without data.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Folding {
    /// They are shown: where no target of the list has data, nothing else would be.
    None,
    /// One row for each group stands for them.
    Rows,
}

impl Document {
    /// The rows of a list of targets as they are chosen, ordered and folded.
    pub(super) fn sifted(&self, rows: Vec<Row>) -> Vec<Row> {
        let mut sifted = Vec::new();
        let folding = if rows.iter().any(|row| self.is_known(row)) {
            Folding::Rows
        } else {
            Folding::None
        };
        let mut rows = rows.into_iter().peekable();
        while let Some(row) = rows.next() {
            let Row::Group(name, _) = row else {
                continue;
            };
            let mut items = Vec::new();
            while let Some(Row::Item(item)) = rows.next_if(|row| matches!(row, Row::Item(_))) {
                items.push(item);
            }
            self.group(name, items, folding, &mut sifted);
        }
        sifted
    }

    /// Whether a row is a chosen target with data.
    fn is_known(&self, row: &Row) -> bool {
        let Row::Item(item) = row else { return false };
        let plan = &self.dossier.plan;
        let end = plan.meta.period.map(|term| term.end);
        let target = plan.targets.get(*item);
        let judged = target.zip(self.assessment.evaluations.get(*item));
        judged.is_some_and(|(target, it)| {
            it.group() != Group::NoData && self.filter.admits(target, it, end)
        })
    }

    /// How many targets of a domain are chosen.
    pub(super) fn count_sifted(&self, domain: Option<&str>) -> usize {
        let end = self.dossier.plan.meta.period.map(|term| term.end);
        let evaluated = self
            .dossier
            .plan
            .targets
            .iter()
            .zip(&self.assessment.evaluations);
        let chosen = evaluated.filter(|(target, evaluation)| {
            listing::is_in(target, domain) && self.filter.admits(target, evaluation, end)
        });
        chosen.count()
    }

    /// Adds a group of targets to `rows`.
    fn group(&self, name: String, mut items: Vec<usize>, folding: Folding, rows: &mut Vec<Row>) {
        let plan = &self.dossier.plan;
        let end = plan.meta.period.map(|term| term.end);
        let of = |item: usize| {
            let target = plan.targets.get(item)?;
            Some((target, self.assessment.evaluations.get(item)?))
        };
        items.retain(|item| of(*item).is_some_and(|(t, e)| self.filter.admits(t, e, end)));
        if items.is_empty() {
            return;
        }
        items.sort_by(|one, other| match (of(*one), of(*other)) {
            (Some(one), Some(other)) => self.order.compare(one, other),
            _ => Ordering::Equal,
        });
        rows.push(Row::Group(name.clone(), items.len()));
        let has_data = |item: &usize| of(*item).is_some_and(|(_, it)| it.group() != Group::NoData);
        let (known, unknown): (Vec<usize>, Vec<usize>) = items.iter().partition(|it| has_data(it));
        if folding == Folding::None || unknown.is_empty() {
            return rows.extend(items.into_iter().map(Row::Item));
        }
        let is_open = self.unfolded.contains(&name);
        rows.extend(known.into_iter().map(Row::Item));
        rows.push(Row::Fold {
            group: name,
            items: unknown.clone(),
            is_open,
        });
        if is_open {
            rows.extend(unknown.into_iter().map(Row::Item));
        }
    }

    /// Shows the targets that a number counts.
    pub(super) fn show_counted(&mut self, choices: Vec<Choice>) {
        self.show_only(choices);
        self.filter.only_counted = true;
    }

    /// Shows the list of all targets for which choices hold.
    pub(super) fn show_only(&mut self, choices: Vec<Choice>) {
        self.show(View::Targets);
        self.domain = None;
        self.filter = Filter {
            choices,
            only_counted: false,
        };
        self.targets = Cursor::default();
    }

    /// How many targets of a domain it leads (主), and how many it has beside another (兼).
    pub fn share_of(&self, domain: &str) -> (usize, usize) {
        let targets = self.dossier.plan.targets.iter();
        let own = targets.filter(|target| target.domains.iter().any(|it| it == domain));
        let (leading, also): (Vec<&Target>, Vec<&Target>) =
            own.partition(|target| target.domains.first().is_some_and(|it| it == domain));
        (leading.len(), also.len())
    }

    /// Opens all folds if one of them hides a target.
    pub(super) fn unfold_for(&mut self, item: usize) {
        let rows = self.target_rows();
        if !rows.contains(&Row::Item(item)) {
            let folds = rows.into_iter().filter_map(|row| match row {
                Row::Fold { group, .. } => Some(group),
                _ => None,
            });
            self.unfolded.extend(folds);
        }
    }

    /// The group whose folded targets the selected row stands for.
    pub(super) fn selected_fold(&self) -> Option<String> {
        match self.target_rows().into_iter().nth(self.targets.selected) {
            Some(Row::Fold { group, .. }) => Some(group),
            _ => None,
        }
    }

    /// The targets that the selected row stands for; `None` of other rows.
    pub(super) fn folded_items(&self) -> Option<Vec<usize>> {
        match self.target_rows().into_iter().nth(self.targets.selected)? {
            Row::Fold { items, .. } if self.view == View::Targets => Some(items),
            _ => None,
        }
    }

    /// Opens all rows that fold others, or closes them if all are open.
    pub(super) fn toggle_folds(&mut self) {
        let rows = self.target_rows().into_iter();
        let folds = rows.filter_map(|row| match row {
            Row::Fold { group, is_open, .. } => Some((group, is_open)),
            _ => None,
        });
        let (open, closed): (Vec<_>, Vec<_>) = folds.partition(|(_, is_open)| *is_open);
        if closed.is_empty() {
            for (group, _) in &open {
                self.unfolded.remove(group);
            }
        } else {
            self.unfolded
                .extend(closed.into_iter().map(|(group, _)| group));
        }
    }

    /// Opens the row that folds others, or closes it.
    pub(super) fn toggle_fold(&mut self, group: &str) {
        if !self.unfolded.remove(group) {
            self.unfolded.insert(group.to_owned());
        }
    }
}

impl App {
    /// Orders the list of targets by the next of its columns.
    pub(super) fn sort(&mut self) {
        let (order, name) = self.shown.order.next();
        let target = listing::selected(&self.shown.target_rows(), self.shown.targets);
        self.shown.order = order;
        if let Some(target) = target {
            let rows = self.shown.target_rows();
            listing::select(&mut self.shown.targets, target, &rows);
        }
        self.message = Some(say!("各组按{order}排", order = tr(name)));
    }

    /// Clears the filter of the list that shows it, else what is marked in the text.
    pub(super) fn cancel(&mut self) {
        if self.shown.view == View::Targets && !self.shown.filter.is_off() {
            self.shown.filter = Filter::default();
            self.message = Some(tr("不再筛选，列出全部指标").to_owned());
        } else {
            self.shown.drop_matches();
        }
    }

    /// Takes the choice under the cursor of the filter, or takes it back.
    pub(super) fn toggle_choice(&mut self) {
        let Some(sheet) = self.sheet() else {
            return;
        };
        let choices = Choice::all(&self.shown.dossier.plan);
        if let Some(choice) = choices.get(sheet.top) {
            self.shown.filter.toggle(*choice);
        }
    }
}
