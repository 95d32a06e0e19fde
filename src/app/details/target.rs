//! The details of a target.

use super::column::{Column, Text};
use super::{ANALYST, DetailLine, Role};
use crate::app::Document;
use crate::card;
use crate::dossier::Dossier;
use crate::evaluation::Measure;
use crate::gauge::Instrument;
use crate::plan::{Stated, Target};
use crate::wording;
use crate::words::{say, tr};

/// The details of a target.
pub fn target(document: &Document, target: &Target, columns: u16) -> Vec<DetailLine> {
    let mut column = Column::default();
    let Dossier { plan, outline, .. } = &document.dossier;
    let domains = wording::domains(plan, &target.domains);
    let place = wording::place(outline, target.citation.at);
    column.flow(&wording::target_name(plan, target), Role::Name);
    if let Some(own) = wording::own_name(plan, target) {
        column.flow(own, Role::Quiet);
    }
    let kind = tr(target.kind.label());
    column.flow(&format!("{kind}  {domains}  {place}"), Role::Quiet);
    column.gap();
    column.flow(
        &wording::quoted(&outline.told(&target.citation)),
        Role::Quote,
    );
    column.gap();
    column.figures(target);
    column.monitored(document, target);
    column.arithmetic(document, target);
    for place in &target.also {
        let words = format!(
            "{} {}",
            wording::place(outline, place.at),
            wording::quoted(&outline.told(place))
        );
        column.fact(tr("又见"), &words, Role::Quiet);
    }
    column.written(document, target);
    column.duties(&target.duties);
    column.served_by(document, target);
    if let Some(note) = &target.note {
        column.fact(tr("编注"), note, Role::Quiet);
    }
    column.lines(columns)
}

impl Column {
    /// Adds the figures that the plan states, and the goal.
    fn figures(&mut self, target: &Target) {
        for stated in &target.history {
            self.fact(
                &say!("{year}年", year = stated.year),
                &stated_figure(stated, target),
                Role::Plain,
            );
        }
        if target.baseline().is_none() && target.goal.is_some() {
            self.fact(tr("基期"), tr("原文没有同口径的数值"), Role::Missing);
        }
        for stated in &target.milestones {
            let year = say!("{year}年", year = stated.year);
            let goal = wording::goal_of(target, Some(stated.value));
            self.fact(&year, &say!("{goal}（分年目标）", goal), Role::Goal);
        }
        let goal = say!("{goal}（目标）", goal = wording::goal(target));
        let year = wording::goal_year(target.year);
        self.fact(year.as_deref().unwrap_or(tr("目标")), &goal, Role::Goal);
        self.fact(tr("层次"), &tier(target), Role::Plain);
        if let Some(why) = &target.proposed {
            self.fact(tr("待确认"), why, Role::Missing);
        }
    }

    /// Adds the tasks that serve a target, each with the origin of the link.
    fn served_by(&mut self, document: &Document, target: &Target) {
        for link in document.dossier.tasks_of(target) {
            let text = say!(
                "{task} {title}（{origin}）",
                task = link.at(),
                title = link.words(&document.dossier.outline),
                origin = tr(link.origin.label())
            );
            self.fact(tr("任务"), &text, Role::Quiet);
        }
    }

    /// Adds what an analyst wrote on a target.
    fn written(&mut self, document: &Document, target: &Target) {
        let (book, day) = (&document.dossier.book, document.assessment.as_of);
        for (label, matter) in ANALYST {
            if let Some(own) = book.words(matter, Some(&target.id), day) {
                let labels = std::iter::once(tr(label)).chain(std::iter::repeat(""));
                for (label, paragraph) in labels.zip(own.words.paragraphs()) {
                    self.fact(label, paragraph, Role::Plain);
                }
            }
        }
    }

    /// Adds the latest observation and the verdict.
    fn monitored(&mut self, document: &Document, target: &Target) {
        let Some(evaluation) = document.assessment.evaluation(target) else {
            return;
        };
        if let Some(judged) = &evaluation.judged {
            let figure = if matches!(evaluation.measure, Measure::Attainment { .. }) {
                card::latest(target, evaluation).to_string()
            } else {
                let figure = wording::measured(judged.value, evaluation.unit(target));
                format!("{} {figure}", judged.period.shown())
            };
            self.fact(tr("最新"), &figure, Role::Plain);
            self.fact(tr("出处"), &card::source(evaluation), Role::Quiet);
        }
        let role = Role::Verdict(evaluation.group());
        self.fact(tr("进展"), &evaluation.summary(target), role);
        if let Some(before) = document.changed_from(&target.id) {
            self.fact(tr("一年前"), before.verdict.label(), Role::Quiet);
        }
        if let Some(instrument) = Instrument::of(evaluation) {
            let gauge = Text::Gauge(instrument, evaluation.group());
            self.push(Some(""), gauge, role);
        }
        for reference in evaluation.references_in_words(target) {
            self.fact(tr("参考"), &reference, Role::Quiet);
        }
        for remark in &evaluation.remarks {
            self.fact(tr("说明"), remark, Role::Quiet);
        }
    }

    /// Adds the change needed each year while there is time left, and the pace before the term.
    fn arithmetic(&mut self, document: &Document, target: &Target) {
        let Some(evaluation) = document.assessment.evaluation(target) else {
            return;
        };
        let term = document.dossier.plan.meta.period;
        if let Some(needed) = evaluation.needed(target, term) {
            self.fact(tr("所需"), &needed, Role::Plain);
        }
        for (n, line) in evaluation.past(target).iter().enumerate() {
            self.fact(if n == 0 { tr("以往") } else { "" }, line, Role::Plain);
        }
    }
}

/// The tier of a target, and what the plan calls it: `规划目标，约束性`.
fn tier(target: &Target) -> String {
    let binding = target.binding.map(|binding| tr(binding.label()));
    let words = std::iter::once(tr(target.tier.label())).chain(binding);
    words.collect::<Vec<_>>().join(tr("，"))
}

fn stated_figure(stated: &Stated, target: &Target) -> String {
    let base = if target.baseline() == Some(stated) {
        tr("（基期）")
    } else {
        ""
    };
    format!("{}{base}", wording::figure(stated.value.decimal(), target))
}
