//! The overview: one row of the screen for each row of its model.

use ratatui::layout::Rect;

use super::canvas::{Canvas, row_areas};
use crate::app::App;
use crate::app::overview::{self, Row};
use crate::layout;
use crate::text::{pad, width};

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let area = layout::overview(app.size);
    let rows = overview::rows(&app.plan, &app.outline);
    let most = most_targets(&rows);
    let shown = canvas.more(area, rows.len(), app.overview_top);
    for (line, row) in row_areas(area)
        .take(shown)
        .zip(rows.iter().skip(app.overview_top))
    {
        draw_row(app, row, most, line, canvas);
    }
}

fn most_targets(rows: &[Row]) -> usize {
    rows.iter()
        .map(|row| {
            if let Row::Domain { targets, .. } = row {
                *targets
            } else {
                0
            }
        })
        .max()
        .unwrap_or(0)
}

fn draw_row(app: &App, row: &Row, most: usize, line: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    match row {
        Row::Blank => {}
        Row::Title(title) => {
            let x = line.x + line.width.saturating_sub(width(title) as u16) / 2;
            canvas.text(x, line.y, line.right() - x, title, theme.strong());
        }
        Row::Heading(name) => {
            let x = canvas.text(line.x, line.y, line.width, name, theme.caption());
            canvas.rule(Rect {
                x: x + 1,
                width: line.right().saturating_sub(x + 1),
                ..line
            });
        }
        Row::Fact(name, text) => {
            let x = canvas.text(line.x, line.y, 10, &pad(name, 10), theme.quiet());
            canvas.text(
                x,
                line.y,
                line.right().saturating_sub(x),
                text,
                theme.plain(),
            );
        }
        Row::Chapter {
            node,
            sections,
            paragraphs,
            characters,
        } => {
            let size = format!("{sections} 节 {paragraphs:>2} 段 {characters:>5} 字");
            let node = app.outline.node(*node);
            named(
                line,
                &format!("{}{}", node.number, node.title()),
                &size,
                canvas,
            );
        }
        Row::Domain {
            name,
            index,
            targets,
            figures,
            tasks,
        } => {
            let counts = [*targets, *figures, *tasks];
            domain(line, &format!("{} {name}", index + 1), counts, most, canvas);
        }
        Row::Principle(id) => {
            let node = app.outline.node(*id);
            let x = canvas.text(line.x, line.y, line.width, node.title(), theme.strong());
            canvas.text(
                x + 2,
                line.y,
                line.right().saturating_sub(x + 2),
                node.rest(),
                theme.quiet(),
            );
        }
    }
}

/// A name on the left and its size on the right.
fn named(line: Rect, name: &str, size: &str, canvas: &mut Canvas<'_>) {
    let columns = width(size) as u16;
    canvas.text(
        line.x,
        line.y,
        line.width.saturating_sub(columns + 2),
        name,
        canvas.theme.plain(),
    );
    canvas.text_right(line, size, canvas.theme.quiet());
}

/// A domain: its name, a bar as long as its targets are many, and its counts.
fn domain(
    line: Rect,
    name: &str,
    [targets, figures, tasks]: [usize; 3],
    most: usize,
    canvas: &mut Canvas<'_>,
) {
    let theme = canvas.theme;
    let counts = format!("指标 {targets:>2}（定量 {figures:>2}） 任务 {tasks:>2}");
    let columns = width(&counts) as u16;
    let x = canvas.text(line.x, line.y, 13, &pad(name, 13), theme.plain());
    let room = usize::from(line.right().saturating_sub(x + columns + 2));
    let bar = (targets * room).checked_div(most).unwrap_or(0);
    let solid = (figures * room).checked_div(most).unwrap_or(0);
    canvas.put(x, line.y, bar as u16, &"╌".repeat(bar), theme.line());
    canvas.put(x, line.y, solid as u16, &"⠶".repeat(solid), theme.present());
    canvas.text_right(line, &counts, theme.quiet());
}
