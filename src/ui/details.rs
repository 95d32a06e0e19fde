//! Draws the details of a list or a sheet.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::theme::Theme;
use crate::app::details::{DetailLine, Role};

pub(super) fn draw(lines: &[DetailLine], top: usize, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let lines: Vec<Line<'_>> = lines.iter().map(|line| styled(line, theme)).collect();
    canvas.lines(area, &lines, top);
}

fn styled(line: &DetailLine, theme: Theme) -> Line<'_> {
    let text = Span::styled(line.text.as_str(), style(line.role, theme));
    match &line.label {
        Some(label) => Line::from(vec![Span::styled(label.as_str(), theme.quiet()), text]),
        None => Line::from(text),
    }
}

pub(super) fn style(role: Role, theme: Theme) -> Style {
    match role {
        Role::Name => theme.strong(),
        Role::Plain | Role::Gap => theme.plain(),
        Role::Quiet => theme.quiet(),
        Role::Quote => theme.quoted(),
        Role::Goal => theme.goal(),
        Role::Missing => theme.missing(),
        Role::Verdict(group) => theme.verdict(group),
    }
}
