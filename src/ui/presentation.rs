//! Draws the presentation: one target, its figures in large digits, or one paragraph in short lines far apart.

mod digits;
mod target;

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, row_areas};
use super::sheet;
use crate::app::{App, Presentation, Slide, SlideText};
use crate::layout;
use crate::plan::NodeId;
use crate::text::width;

pub(super) fn draw(app: &App, open: &Presentation, canvas: &mut Canvas<'_>) {
    let area = layout::presentation(app.size);
    match open.slide() {
        Some(Slide::Target(index)) => target::draw(app, *index, area, canvas),
        Some(Slide::Text(node, _)) => {
            if let Some(text) = app.slide_text() {
                paragraph(app, open, *node, &text, area, canvas);
            }
        }
        None => {}
    }
}

/// The line above what is presented: where it stands in the plan.
fn above(app: &App, words: &str, canvas: &mut Canvas<'_>) {
    let header = layout::frame(app.size).header;
    let area = layout::presentation(app.size);
    let line = Rect {
        x: area.x,
        width: area.width,
        ..header
    };
    canvas.centred(line, words, canvas.theme.quiet());
}

/// A paragraph in the middle of the screen, and below it the targets that it states.
fn paragraph(
    app: &App,
    open: &Presentation,
    node: NodeId,
    text: &SlideText,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    above(app, &app.document().trail_to(node).join(" › "), canvas);
    let targets = &app.document().dossier.plan.targets;
    let mut stated = app.document().targets_stated_at(node);
    stated.sort_by_key(|index| targets.get(*index).is_none_or(|it| it.goal.is_none()));
    let longest = text.lines.iter().map(|line| columns(text, line)).max();
    let measure = longest.unwrap_or(0).min(area.width);
    let lines = text.lines.len() as u16;
    let below = match stated.len() as u16 {
        0 => 0,
        n => n.min(5) + 2,
    };
    // Lines stand far apart if there is room, and what is stated follows if there is room.
    let step = if 2 * lines + below <= area.height + 1 {
        2
    } else {
        1
    };
    let below = if step * lines + below <= area.height + 1 {
        below
    } else {
        0
    };
    let rows = (step * lines).saturating_sub(step - 1);
    let height = rows + below;
    let area = Rect {
        x: area.x + (area.width - measure) / 2,
        y: area.y + area.height.saturating_sub(height) / 2,
        width: measure,
        height: area.height.min(height),
    };
    let shown = canvas.more(area, usize::from(rows), open.top);
    let rows = row_areas(area).step_by(usize::from(step)).take(shown);
    let mut end = area.y;
    for (row, line) in rows.zip(text.lines.iter().skip(open.top)) {
        text_line(app, node, text, line, row, canvas);
        end = row.bottom();
    }
    if below > 0 {
        let area = Rect {
            y: end + 2,
            height: area.bottom().saturating_sub(end + 2),
            ..area
        };
        for (row, index) in row_areas(area).zip(stated) {
            sheet::target(app.document(), index, row, canvas);
        }
    }
}

fn columns(text: &SlideText, line: &Range<usize>) -> u16 {
    width(text.text.get(line.clone()).unwrap_or_default().trim_end()) as u16
}

/// A line, with what is marked or states a target told apart.
fn text_line(
    app: &App,
    node: NodeId,
    text: &SlideText,
    line: &Range<usize>,
    row: Rect,
    canvas: &mut Canvas<'_>,
) {
    let theme = canvas.theme;
    let kind = app.document().dossier.outline.node(node).kind;
    let ranges = || text.stated.iter().chain(&text.marked);
    let ends = ranges().flat_map(|range| [range.start, range.end]);
    let mut cuts: Vec<usize> = ends.filter(|at| line.contains(at)).collect();
    cuts.extend([line.start, line.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let covers = |range: &Range<usize>, at: usize| range.contains(&at);
    let style = |at: usize| -> Style {
        let base = match &text.marked {
            _ if kind.is_heading() => theme.caption(),
            Some(marked) if covers(marked, at) => theme.marked(),
            Some(_) => theme.unmarked(),
            None => theme.plain(),
        };
        if text.stated.iter().any(|range| covers(range, at)) {
            base.patch(theme.quoted())
        } else {
            base
        }
    };
    let mut x = row.x;
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let piece = text.text.get(start..end).unwrap_or_default();
        let piece = piece.trim_end_matches('\n');
        x = canvas.put(x, row.y, row.right().saturating_sub(x), piece, style(start));
    }
}
