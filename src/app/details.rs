//! The details of a target or a task as lines for a column of any width. What role a line plays is said here, how that
//! looks is the theme's business.

use std::ops::Range;

use super::App;
use crate::evaluation::Group;
use crate::plan::{Address, NodeId, Stated, Target};
use crate::text::wrap;
use crate::{card, gauge, terms, wording};

/// The columns of a fact's label.
pub const LABEL: u16 = 8;

/// What a line says, for its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name of the target or task.
    Name,
    /// Text.
    Plain,
    /// What matters less.
    Quiet,
    /// Words of the plan.
    Quote,
    /// What is promised.
    Goal,
    /// Data that is missing.
    Missing,
    /// What the data come to.
    Verdict(Group),
    /// Nothing: a space between parts.
    Gap,
}

/// A line of the details.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailLine {
    /// What stands in the column of labels; `None` where the text takes the whole width.
    pub label: Option<String>,
    /// The text.
    pub text: String,
    /// What it says.
    pub role: Role,
}

/// Everything that is known of a target.
pub fn target(app: &App, target: &Target, columns: u16) -> Vec<DetailLine> {
    let mut column = Column {
        lines: Vec::new(),
        columns,
    };
    let domains = target.domains.join("、");
    let place = target.citation.at.in_chinese();
    column.flow(&target.name, Role::Name);
    column.flow(
        &format!("{}  {domains}  {place}", target.kind.label()),
        Role::Quiet,
    );
    column.gap();
    column.flow(&wording::quoted(&target.citation.quote), Role::Quote);
    column.gap();
    column.figures(target);
    column.monitored(app, target);
    column.arithmetic(app, target);
    for place in &target.also {
        let words = format!(
            "{} {}",
            place.at.in_chinese(),
            wording::quoted(&place.quote)
        );
        column.fact("又见", &words, Role::Quiet);
    }
    column.served_by(app, target);
    if let Some(note) = &target.note {
        column.fact("编注", note, Role::Quiet);
    }
    column.lines
}

/// Why a target is judged as it is.
pub fn why(app: &App, target: &Target, columns: u16) -> Vec<DetailLine> {
    let mut column = Column {
        lines: Vec::new(),
        columns,
    };
    let Some(evaluation) = app.monitoring.of(target) else {
        return column.lines;
    };
    let verdict = format!("{}  {}", target.name, evaluation.told());
    column.flow(&verdict, Role::Verdict(evaluation.group()));
    column.flow(&format!("截至 {} 评判", app.monitoring.as_of), Role::Quiet);
    column.gap();
    for step in evaluation.why(target, &app.monitoring.method) {
        column.fact(step.label, &step.text, Role::Plain);
    }
    column.lines
}

/// A task in full.
pub fn task(app: &App, id: NodeId, columns: u16) -> Vec<DetailLine> {
    let outline = &app.outline;
    let node = outline.node(id);
    let heading = outline.node(outline.heading_of(id));
    let mut column = Column {
        lines: Vec::new(),
        columns,
    };
    column.flow(node.title(), Role::Name);
    let place = format!(
        "{}  {}{}",
        node.address.in_chinese(),
        heading.number,
        heading.title()
    );
    column.flow(&place, Role::Quiet);
    if let Some(status) = app.monitoring.stage(node.address) {
        let source = status.source.as_deref().unwrap_or("未注明来源");
        let text = format!("{}（{}，{source}）", status.stage.label(), status.date);
        column.fact("进展", &text, Role::Goal);
    } else {
        column.fact("进展", "尚无记录", Role::Quiet);
    }
    column.serves(app, node.address);
    column.gap();
    column.flow(node.rest(), Role::Plain);
    column.lines
}

/// A term with every place where it occurs.
pub fn term(app: &App, index: usize, columns: u16) -> Vec<DetailLine> {
    let mut column = Column {
        lines: Vec::new(),
        columns,
    };
    let Some(term) = app.plan.terms.get(index) else {
        return column.lines;
    };
    column.flow(&term.name, Role::Name);
    let places = terms::occurrences(&app.outline, term);
    column.flow(
        &format!("{}  出现 {} 次", term.kind.label(), places.len()),
        Role::Quiet,
    );
    if !term.aliases.is_empty() {
        column.fact("又作", &term.aliases.join("、"), Role::Plain);
    }
    if let Some(at) = term.explained {
        column.fact("解释", &at.in_chinese(), Role::Plain);
    }
    column.gap();
    for place in places {
        let node = app.outline.node(place.node);
        column.flow(&node.address.in_chinese(), Role::Quiet);
        let sentence = sentence(node.prose.reading(), &place.range);
        column.flow(sentence, Role::Quote);
    }
    column.lines
}

/// The sentence in which words stand.
fn sentence<'a>(text: &'a str, words: &Range<usize>) -> &'a str {
    let before = text.get(..words.start).unwrap_or_default();
    let start = before
        .rfind(['。', '；'])
        .map_or(0, |at| at + '。'.len_utf8());
    let after = text.get(words.end..).unwrap_or_default();
    let end = after
        .find(['。', '；'])
        .map_or(text.len(), |at| words.end + at + '。'.len_utf8());
    text.get(start..end).unwrap_or(text)
}

/// Lines that are filled one after the other.
struct Column {
    lines: Vec<DetailLine>,
    columns: u16,
}

impl Column {
    fn gap(&mut self) {
        self.lines.push(DetailLine {
            label: None,
            text: String::new(),
            role: Role::Gap,
        });
    }

    /// Text over as many lines as it needs.
    fn flow(&mut self, text: &str, role: Role) {
        for range in wrap(text, usize::from(self.columns), 0) {
            let text = text.get(range).unwrap_or_default().to_owned();
            self.lines.push(DetailLine {
                label: None,
                text,
                role,
            });
        }
    }

    /// A label and text beside it.
    fn fact(&mut self, label: &str, text: &str, role: Role) {
        let room = usize::from(self.columns.saturating_sub(LABEL)).max(2);
        for (n, range) in wrap(text, room, 0).into_iter().enumerate() {
            let label = if n == 0 {
                label.to_owned()
            } else {
                String::new()
            };
            let text = text.get(range).unwrap_or_default().to_owned();
            self.lines.push(DetailLine {
                label: Some(label),
                text,
                role,
            });
        }
    }

    /// The figures that the plan states, and the goal.
    fn figures(&mut self, target: &Target) {
        for stated in &target.history {
            self.fact(
                &format!("{}年", stated.year),
                &stated_figure(stated, target),
                Role::Plain,
            );
        }
        if target.baseline().is_none() && target.goal.is_some() {
            self.fact("基期", "原文没有同口径的数值", Role::Missing);
        }
        let goal = format!("{}（目标）", wording::goal(target));
        self.fact(&format!("{}年", target.year), &goal, Role::Goal);
    }

    /// The tasks that serve a target, each with who says so.
    fn served_by(&mut self, app: &App, target: &Target) {
        for link in &target.served_by {
            let title = app
                .outline
                .at(link.task)
                .map_or("", |id| app.outline.node(id).title());
            let text = format!("{} {title}（{}）", link.task, link.origin.label());
            self.fact("任务", &text, Role::Quiet);
        }
    }

    /// The targets that a task serves.
    fn serves(&mut self, app: &App, task: Address) {
        let serves = |target: &&Target| target.served_by.iter().any(|link| link.task == task);
        for target in app.plan.targets.iter().filter(serves) {
            self.fact("指标", &target.name, Role::Quiet);
        }
    }

    /// What was observed, and what it comes to.
    fn monitored(&mut self, app: &App, target: &Target) {
        let Some(evaluation) = app.monitoring.of(target) else {
            return;
        };
        if let Some(judged) = &evaluation.judged {
            let figure = wording::with_unit(judged.value, evaluation.unit(target));
            let when = judged.period.in_chinese();
            self.fact("最新", &format!("{when} {figure}"), Role::Plain);
            self.fact("出处", &card::source(evaluation), Role::Quiet);
        }
        let role = Role::Verdict(evaluation.group());
        self.fact("进展", &wording::progress(evaluation, target), role);
        let track = usize::from(self.columns.saturating_sub(LABEL)).min(36);
        if evaluation.fraction().is_some() && track >= gauge::NARROWEST {
            let bar = gauge::gauge(evaluation.fraction(), evaluation.expected, track);
            self.fact("", &bar, role);
        }
        for remark in &evaluation.remarks {
            self.fact("说明", remark, Role::Quiet);
        }
    }

    /// What follows from the plan's own figures: the change needed a year while there is time left, and the pace before.
    fn arithmetic(&mut self, app: &App, target: &Target) {
        let period = app.plan.meta.period;
        let evaluation = app.monitoring.of(target);
        let running = evaluation.is_some_and(|it| it.is_running(target));
        if let Some(needed) = wording::needed(target, period).filter(|_| running) {
            self.fact("所需", &needed, Role::Plain);
        }
        for (n, line) in wording::past(target, period, running).iter().enumerate() {
            self.fact(if n == 0 { "以往" } else { "" }, line, Role::Plain);
        }
    }
}

fn stated_figure(stated: &Stated, target: &Target) -> String {
    let base = if target.baseline() == Some(stated) {
        "（基期）"
    } else {
        ""
    };
    format!("{}{base}", wording::figure(stated.value.decimal(), target))
}
