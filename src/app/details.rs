//! The details of a target, task or term as lines of any width, each with a role; the theme has the style of each role.

mod folded;

use std::ops::Range;

pub use self::folded::folded;
use super::Document;
use crate::card;
use crate::dossier::Dossier;
use crate::evaluation::Group;
use crate::gauge::{self, Instrument, Piece, Signs};
use crate::plan::{Address, Duties, Node, NodeId, Stated, Target, sentences};
use crate::records::{Matter, Status};
use crate::text::{pad, width, wrap};
use crate::words::{say, tr};
use crate::{terms, wording};

/// The minimum columns of labels.
const LABELS: usize = 8;

/// The maximum columns of a gauge.
const WIDEST_GAUGE: usize = 48;

/// What an analyst writes on, in short.
pub(super) const ANALYST: [(&str, Matter); 2] = [("问题", Matter::Issue), ("建议", Matter::Advice)];

/// The role of a line, for its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name of the target or task.
    Name,
    /// The heading of a part.
    Heading,
    /// Text.
    Plain,
    /// Secondary text.
    Quiet,
    /// A quotation of the plan.
    Quote,
    /// A goal.
    Goal,
    /// An observed figure.
    Observed,
    /// Data that is missing.
    Missing,
    /// A verdict.
    Verdict(Group),
    /// A blank line between parts.
    Gap,
}

/// A line of the details.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailLine {
    /// The label, padded to its column; `None` if the text takes the whole width.
    pub label: Option<String>,
    /// The text.
    pub text: String,
    /// Its role.
    pub role: Role,
    /// The pieces of the gauge with which the text begins; none in other lines.
    pub gauge: Vec<Piece>,
    /// The bytes at the beginning of the text that only lead to the words of its role.
    pub before: usize,
    /// The bytes at the end of the text that tell where it stands, and are no words of its role.
    pub address: usize,
}

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

/// The reasons of the verdict on a target.
pub fn why(document: &Document, target: &Target, columns: u16) -> Vec<DetailLine> {
    let mut column = Column::default();
    let Some(evaluation) = document.assessment.evaluation(target) else {
        return Vec::new();
    };
    let verdict = format!(
        "{}  {}",
        wording::target_name(&document.dossier.plan, target),
        evaluation.full_verdict()
    );
    column.flow(&verdict, Role::Verdict(evaluation.group()));
    column.flow(
        &say!("截至 {day} 评判", day = document.assessment.as_of),
        Role::Quiet,
    );
    column.gap();
    for step in evaluation.why(target, &document.assessment.method) {
        column.fact(tr(step.label), &step.text, Role::Plain);
    }
    if let Some(instrument) = Instrument::of(evaluation) {
        let signs = legend(&instrument);
        let gauge = Text::Gauge(instrument, evaluation.group());
        column.push(Some(tr("进度条")), gauge, Role::Plain);
        if let Some(signs) = signs {
            column.fact("", &signs, Role::Quiet);
        }
    }
    column.lines(columns)
}

/// The details of a task.
pub fn task(document: &Document, id: NodeId, columns: u16) -> Vec<DetailLine> {
    let outline = &document.dossier.outline;
    let node = outline.node(id);
    let heading = outline.node(outline.heading_of(id));
    let mut column = Column::default();
    column.flow(node.title(), Role::Name);
    let place = format!(
        "{}  {}{}",
        wording::place(outline, node.address),
        heading.number,
        heading.title()
    );
    column.flow(&place, Role::Quiet);
    match document.stage(node.address) {
        Some(status) => column.status(status),
        None => column.fact(tr("进展"), tr("尚无记录"), Role::Quiet),
    }
    if let Some(duties) = node.duties() {
        column.duties(duties);
    }
    column.serves(document, node.address, None);
    column.gap();
    column.measures(document, node);
    for doubt in node.doubts() {
        column.flow(&doubt, Role::Quiet);
    }
    column.lines(columns)
}

/// A term with all its occurrences.
pub fn term(document: &Document, index: usize, columns: u16) -> Vec<DetailLine> {
    let mut column = Column::default();
    let Some(term) = document.dossier.plan.terms.get(index) else {
        return Vec::new();
    };
    let told = wording::told(&document.dossier.plan, &term.name);
    column.flow(told, Role::Name);
    if told != term.name {
        column.flow(&term.name, Role::Quiet);
    }
    let places = terms::occurrences(&document.dossier.outline, term);
    column.flow(
        &say!(
            "{kind}  出现 {count} 次",
            kind = tr(term.kind.label()),
            count = places.len()
        ),
        Role::Quiet,
    );
    if !term.aliases.is_empty() {
        column.fact(tr("又作"), &term.aliases.join(tr("、")), Role::Plain);
    }
    if let Some(at) = term.explained {
        column.fact(
            tr("解释"),
            &wording::place(&document.dossier.outline, at),
            Role::Plain,
        );
    }
    column.gap();
    for place in places {
        let node = document.dossier.outline.node(place.node);
        let at = wording::place(&document.dossier.outline, node.address);
        column.flow(&at, Role::Quiet);
        let sentence = sentence(node.prose.reading(), &place.range);
        column.flow(&node.prose.slice(&sentence).told(), Role::Quote);
    }
    column.lines(columns)
}

/// The bytes of the sentence around `words`.
fn sentence(text: &str, words: &Range<usize>) -> Range<usize> {
    let before = text.get(..words.start).unwrap_or_default();
    let start = before
        .rfind(['。', '；'])
        .map_or(0, |at| at + '。'.len_utf8());
    let after = text.get(words.end..).unwrap_or_default();
    let end = after
        .find(['。', '；'])
        .map_or(text.len(), |at| words.end + at + '。'.len_utf8());
    start..end
}

/// A part of the details that takes one or more lines.
struct Part {
    label: Option<String>,
    text: Text,
    role: Role,
}

/// The content of a part.
enum Text {
    /// Text to wrap.
    Words(String),
    /// A gauge with its figure; left out if there is no room.
    Gauge(Instrument, Group),
}

/// Parts in order. The width of the labels is known once all are there.
#[derive(Default)]
struct Column {
    parts: Vec<Part>,
}

impl Column {
    fn push(&mut self, label: Option<&str>, text: Text, role: Role) {
        let label = label.map(str::to_owned);
        self.parts.push(Part { label, text, role });
    }

    fn gap(&mut self) {
        self.push(None, Text::Words(String::new()), Role::Gap);
    }

    /// Adds text to wrap.
    fn flow(&mut self, text: &str, role: Role) {
        self.push(None, Text::Words(text.to_owned()), role);
    }

    /// Adds a label with text beside it.
    fn fact(&mut self, label: &str, text: &str, role: Role) {
        self.push(Some(&capital(label)), Text::Words(text.to_owned()), role);
    }

    /// Wraps the parts to `columns`, the labels padded to the longest of them.
    fn lines(self, columns: u16) -> Vec<DetailLine> {
        let columns = usize::from(columns);
        let labels = self.parts.iter().flat_map(|part| &part.label);
        // A minimum, so that the column stays in place from target to target.
        let least = LABELS.max(width(tr("基期")) + 2);
        let labels = labels.map(|label| width(label) + 2).fold(least, usize::max);
        // On narrow screens a long label must leave room for its text.
        let labels = labels.min(columns / 2);
        self.parts
            .into_iter()
            .flat_map(|part| part.lines(columns, labels))
            .collect()
    }

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

    /// Adds who does it and until when, in the words of the plan.
    fn duties(&mut self, duties: &Duties) {
        for (label, duty) in [
            (tr("牵头单位"), &duties.lead),
            (tr("责任单位"), &duties.with),
        ] {
            if let Some(duty) = duty {
                self.fact(label, &duty.names.join(tr("、")), Role::Plain);
            }
        }
        if let Some(due) = &duties.due {
            self.fact(tr("完成时限"), &due.quote, Role::Plain);
        }
    }

    /// Adds the targets that a task serves as a whole, or by one measure.
    fn serves(&mut self, document: &Document, task: Address, measure: Option<Address>) {
        let links = document.dossier.coverage().links.iter();
        let own = links.filter(|link| link.task == task && link.measure == measure);
        for target in own.filter_map(|link| document.dossier.plan.targets.get(link.target)) {
            let name = wording::target_name(&document.dossier.plan, target);
            self.fact(tr("指标"), &name, Role::Quiet);
        }
    }

    /// Adds the measures of a task, sentence by sentence, each with its own status and targets. The first is the title.
    fn measures(&mut self, document: &Document, node: &Node) {
        let reading = node.prose.reading();
        for (n, range) in (1u16..).zip(sentences(reading)) {
            let at = node.address.with_sentence(n);
            if range.end > node.lead {
                let label = say!("第{n}句", n);
                let words = node.prose.slice(&(range.start.max(node.lead)..range.end));
                self.fact(&label, &words.told(), Role::Plain);
            }
            if let Some(status) = document.stage(at) {
                self.status(status);
            }
            self.serves(document, node.address, Some(at));
        }
    }

    /// Adds a recorded status.
    fn status(&mut self, status: &Status) {
        let source = status.source.as_deref().unwrap_or(tr("未注明来源"));
        let text = say!(
            "{stage}（{date}，{source}）",
            stage = tr(status.stage.label()),
            date = status.date,
            source
        );
        self.fact(tr("进展"), &text, Role::Goal);
    }

    /// Adds the latest observation and the verdict.
    fn monitored(&mut self, document: &Document, target: &Target) {
        let Some(evaluation) = document.assessment.evaluation(target) else {
            return;
        };
        if let Some(judged) = &evaluation.judged {
            let figure = wording::measured(judged.value, evaluation.unit(target));
            let when = judged.period.shown();
            self.fact(tr("最新"), &format!("{when} {figure}"), Role::Plain);
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

/// A word with its first letter in upper case.
fn capital(word: &str) -> String {
    let mut rest = word.chars();
    let first = rest.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(rest).collect()
}

impl Part {
    /// Wraps the part to `columns`, of which `labels` are for the label.
    fn lines(self, columns: usize, labels: usize) -> Vec<DetailLine> {
        let room = if self.label.is_some() {
            columns.saturating_sub(labels).max(2)
        } else {
            columns
        };
        let mut label = self.label.map(|label| pad(&label, labels));
        let words = match self.text {
            Text::Words(words) => words,
            Text::Gauge(instrument, group) => {
                return gauge(&instrument, group, room, label).into_iter().collect();
            }
        };
        let mut lines = Vec::new();
        for range in wrap(&words, room, 0) {
            lines.push(DetailLine {
                label: label.clone(),
                text: words.get(range).unwrap_or_default().to_owned(),
                role: self.role,
                gauge: Vec::new(),
                before: 0,
                address: 0,
            });
            label = label.map(|label| " ".repeat(width(&label)));
        }
        lines
    }
}

/// A gauge with its figure as a line; `None` if there is no room.
pub(super) fn gauge(
    instrument: &Instrument,
    group: Group,
    room: usize,
    label: Option<String>,
) -> Option<DetailLine> {
    let figure = instrument.figure();
    let columns = room.checked_sub(width(&figure) + 1)?.min(WIDEST_GAUGE);
    if columns < gauge::NARROWEST {
        return None;
    }
    let pieces = instrument.draw(columns, Signs::of_screen());
    Some(DetailLine {
        label,
        text: format!("{} {figure}", gauge::text(&pieces)),
        role: Role::Verdict(group),
        gauge: pieces,
        before: 0,
        address: 0,
    })
}

/// What the signs of a gauge mean; `None` where they need no explanation.
fn legend(instrument: &Instrument) -> Option<String> {
    match instrument {
        Instrument::Way { .. } | Instrument::Sum { .. } => {
            Some(tr("右端为目标，╎ 为匀速应到之处").to_owned())
        }
        Instrument::Level { .. } => Some(tr("竖线为目标").to_owned()),
        Instrument::Years(_) => {
            let [met, missed, missing, ahead] = Signs::of_screen().dots();
            Some(say!(
                "每年一点：{met} 达标，{missed} 未达标，{missing} 缺数，{ahead} 未到",
                met,
                missed,
                missing,
                ahead
            ))
        }
        Instrument::State(_) | Instrument::Words(_) => None,
    }
}

fn stated_figure(stated: &Stated, target: &Target) -> String {
    let base = if target.baseline() == Some(stated) {
        tr("（基期）")
    } else {
        ""
    };
    format!("{}{base}", wording::figure(stated.value.decimal(), target))
}
