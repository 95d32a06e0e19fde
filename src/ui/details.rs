//! The details of a target or a task, as lines for a column of any width.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::gauge;
use super::theme::Theme;
use crate::app::App;
use crate::plan::{NodeId, Stated, Target};
use crate::text::{width, wrap};
use crate::wording;

/// Everything the plan says about a target.
pub(super) fn target(app: &App, target: &Target, columns: u16, theme: Theme) -> Vec<Line<'static>> {
    let mut column = Column {
        lines: Vec::new(),
        columns,
        theme,
    };
    let domains = target.domains.join("、");
    column.flow(&target.name, theme.strong());
    column.flow(
        &format!(
            "{}  {domains}  {}",
            target.kind.label(),
            target.citation.at.in_chinese()
        ),
        theme.quiet(),
    );
    column.gap();
    column.flow(&format!("“{}”", target.citation.quote), theme.quoted());
    column.gap();
    for stated in &target.history {
        column.fact(
            &format!("{}年", stated.year),
            &stated_figure(stated, target),
            theme.plain(),
        );
    }
    if target.baseline().is_none() && target.goal.is_some() {
        column.fact("基期", "原文没有同口径的数值", theme.missing());
    }
    column.fact(
        &format!("{}年", target.year),
        &format!("{}（目标）", wording::goal(target)),
        theme.goal(),
    );
    let period = app.plan.meta.period;
    if let Some(needed) = wording::needed(target, period) {
        column.fact("所需", &needed, theme.plain());
    }
    for line in wording::past(target, period) {
        column.fact("以往", &line, theme.plain());
    }
    column.fact(
        "进展",
        &gauge::without_data(usize::from(columns.saturating_sub(LABEL)).min(32)),
        theme.missing(),
    );
    for place in &target.also {
        column.fact(
            "又见",
            &format!("{} “{}”", place.at.in_chinese(), place.quote),
            theme.quiet(),
        );
    }
    if let Some(note) = &target.note {
        column.fact("编注", note, theme.quiet());
    }
    column.lines
}

fn stated_figure(stated: &Stated, target: &Target) -> String {
    let base = if target.baseline() == Some(stated) {
        "（基期）"
    } else {
        ""
    };
    format!("{}{base}", wording::figure(stated.value.decimal(), target))
}

/// A task in full.
pub(super) fn task(app: &App, id: NodeId, columns: u16, theme: Theme) -> Vec<Line<'static>> {
    let node = app.outline.node(id);
    let mut column = Column {
        lines: Vec::new(),
        columns,
        theme,
    };
    column.flow(node.title(), theme.strong());
    let trail = app.outline.trail(id);
    if let Some(heading) = trail.last().map(|&id| app.outline.node(id)) {
        column.flow(
            &format!(
                "{}  {}{}",
                node.address.in_chinese(),
                heading.number,
                heading.title()
            ),
            theme.quiet(),
        );
    }
    column.gap();
    column.flow(node.rest(), theme.plain());
    column.lines
}

/// The columns of a fact's label.
const LABEL: u16 = 8;

/// Lines that are filled one after the other.
struct Column {
    lines: Vec<Line<'static>>,
    columns: u16,
    theme: Theme,
}

impl Column {
    fn gap(&mut self) {
        self.lines.push(Line::default());
    }

    /// Text over as many lines as it needs.
    fn flow(&mut self, text: &str, style: Style) {
        for range in wrap(text, usize::from(self.columns), 0) {
            let line = text.get(range).unwrap_or_default().to_owned();
            self.lines.push(Line::styled(line, style));
        }
    }

    /// A label and text beside it.
    fn fact(&mut self, label: &str, text: &str, style: Style) {
        let room = usize::from(self.columns.saturating_sub(LABEL)).max(2);
        for (n, range) in wrap(text, room, 0).into_iter().enumerate() {
            let label = if n == 0 { label } else { "" };
            let space = " ".repeat(usize::from(LABEL).saturating_sub(width(label)));
            let words = text.get(range).unwrap_or_default().to_owned();
            let label = Span::styled(format!("{label}{space}"), self.theme.quiet());
            self.lines
                .push(Line::from(vec![label, Span::styled(words, style)]));
        }
    }
}
