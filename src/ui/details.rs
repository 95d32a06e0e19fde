//! Draws the details of a list or a sheet.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::theme::Theme;
use crate::app::details::{DetailLine, Role};
use crate::evaluation::Group;
use crate::gauge::{Part, Piece};

pub(super) fn draw(lines: &[DetailLine], top: usize, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let lines: Vec<Line<'_>> = lines.iter().map(|line| styled(line, theme)).collect();
    canvas.lines(area, &lines, top);
}

pub(super) fn styled(line: &DetailLine, theme: Theme) -> Line<'_> {
    let label = line.label.as_deref();
    let label = label.map(|label| Span::styled(label, theme.quiet()));
    let drawn: usize = line.gauge.iter().map(|piece| piece.text.len()).sum();
    let gauge = line
        .gauge
        .iter()
        .map(|Piece { text, part }| match line.role {
            Role::Verdict(group) => Span::styled(text.as_str(), theme.gauge(*part, group)),
            role => {
                let own = match part {
                    Part::Goal | Part::Rest => theme.gauge(*part, Group::NoData),
                    _ => style(role, theme),
                };
                Span::styled(text.as_str(), own)
            }
        });
    let end = line.text.len() - line.address.min(line.text.len());
    let begin = (drawn + line.before).min(end);
    let before = line.text.get(drawn..begin).unwrap_or_default();
    let before = Span::styled(before, theme.quiet());
    let words = line.text.get(begin..end).unwrap_or_default();
    let words = Span::styled(words, style(line.role, theme));
    let address = line.text.get(end..).unwrap_or_default();
    let address = Span::styled(address, theme.quiet());
    let spans = label
        .into_iter()
        .chain(gauge)
        .chain([before, words, address]);
    Line::from(
        spans
            .filter(|it| !it.content.is_empty())
            .collect::<Vec<_>>(),
    )
}

pub(super) fn style(role: Role, theme: Theme) -> Style {
    match role {
        Role::Name => theme.strong(),
        Role::Heading => theme.caption(),
        Role::Plain | Role::Gap => theme.plain(),
        Role::Quiet => theme.quiet(),
        Role::Quote => theme.quoted(),
        Role::Goal => theme.goal(),
        Role::Observed => theme.observed(),
        Role::Missing => theme.missing(),
        Role::Verdict(group) => theme.verdict(group),
    }
}
