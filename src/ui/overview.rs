//! Draws the overview, a row of the screen for each row of its model.

use ratatui::layout::Rect;

use super::canvas::{Canvas, row_areas};
use crate::app::App;
use crate::app::overview::{self, Row};
use crate::evaluation::Group;
use crate::layout;
use crate::text::{pad, width};
use crate::words::{say, tr};

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let area = layout::overview(app.size);
    let rows = app.overview_rows();
    let facts = overview::names(&rows) as u16;
    let shown = canvas.more(area, rows.len(), app.document().overview_top);
    for (line, row) in row_areas(area)
        .take(shown)
        .zip(rows.iter().skip(app.document().overview_top))
    {
        draw_row(app, row, facts, line, canvas);
    }
}

/// Draws a row; the labels of facts take `facts` columns.
fn draw_row(app: &App, row: &Row, facts: u16, line: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    match row {
        Row::Blank => {}
        Row::Title(title) => canvas.centred(line, title, theme.strong()),
        Row::Heading(name) => {
            let x = canvas.text(line.x, line.y, line.width, tr(name), theme.caption());
            canvas.rule(Rect {
                x: x + 1,
                width: line.right().saturating_sub(x + 1),
                ..line
            });
        }
        Row::Fact(name, text) => {
            let name = pad(tr(name), usize::from(facts));
            let x = canvas.text(line.x, line.y, facts, &name, theme.quiet());
            canvas.text(
                x,
                line.y,
                line.right().saturating_sub(x),
                text,
                theme.plain(),
            );
        }
        Row::Warning(text) => {
            canvas.text(line.x, line.y, line.width, text, theme.missing());
        }
        Row::Chapter {
            node,
            sections,
            paragraphs,
            characters,
        } => {
            let size = say!(
                "{sections} 节 {paragraphs} 段 {characters} 字",
                sections,
                paragraphs = format!("{paragraphs:>2}"),
                characters = format!("{characters:>5}")
            );
            let node = app.document().dossier.outline.node(*node);
            named(
                line,
                &format!("{}{}", node.number, node.title()),
                &size,
                canvas,
            );
        }
        Row::Timeline => timeline(app, facts, line, canvas),
        Row::BoardHead => board_head(line, canvas),
        Row::Domain { .. } => domain(row, line, canvas),
        Row::Principle(id) => {
            let node = app.document().dossier.outline.node(*id);
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

/// A name on the left and a size on the right.
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

/// The columns of the name of a domain.
const NAME: u16 = 14;

/// The numbers of a row of the board. A narrow screen leaves out the last ones, which follow from the others or have a
/// line of their own.
const NUMBERS: u16 = 10;
/// The minimum columns of a number, with a gap.
const NUMBER: u16 = 6;

/// How many numbers fit on a line.
fn numbers(line: Rect) -> u16 {
    (line.width.saturating_sub(NAME) / NUMBER).clamp(1, NUMBERS)
}

/// The columns of the board: the name, then one for each number.
fn board_columns(line: Rect) -> impl Iterator<Item = Rect> {
    let count = numbers(line);
    let each = line.width.saturating_sub(NAME) / count;
    (0..count).map(move |n| Rect {
        x: line.x + NAME + each * n,
        width: each,
        ..line
    })
}

/// The captions of the board, each list one message so that its words suit each other.
const LONG_NAMES: &str = "目标|有观测|已实现|进展正常|进展滞后|未达到|待评判|尚无数据|要求|任务";
const SHORT_NAMES: &str = "目标|有数|实现|正常|滞后|未达|待评|无数|要求|任务";

/// The captions of the board, the long ones if they fit.
fn board_head(line: Rect, canvas: &mut Canvas<'_>) {
    let each = board_columns(line).next().map_or(0, |cell| cell.width);
    let [long, short] = [LONG_NAMES, SHORT_NAMES].map(|names| tr(names).split('|'));
    let fit = |name: &str| width(name) < usize::from(each);
    let names = if long.clone().all(fit) { long } else { short };
    for (cell, name) in board_columns(line).zip(names) {
        canvas.text_right(cell, name, canvas.theme.quiet());
    }
}

/// A domain and its numbers; a zero is a point.
fn domain(row: &Row, line: Rect, canvas: &mut Canvas<'_>) {
    let Row::Domain {
        name,
        index,
        targets,
        groups,
        commitments,
        tasks,
    } = row
    else {
        return;
    };
    let theme = canvas.theme;
    let label = index.map_or_else(|| name.clone(), |index| format!("{} {name}", index + 1));
    let style = if index.is_some() {
        theme.plain()
    } else {
        theme.strong()
    };
    canvas.text(line.x, line.y, NAME - 1, &label, style);
    let styles = [theme.strong(), theme.strong()].into_iter();
    let styles = styles
        .chain(Group::ALL.map(|group| theme.verdict(group)))
        .chain([theme.plain(), theme.plain()]);
    let numbers = [targets.0, targets.1]
        .into_iter()
        .chain(*groups)
        .chain([*commitments, *tasks]);
    for ((cell, number), style) in board_columns(line).zip(numbers).zip(styles) {
        let (text, style) = if number == 0 {
            (".".to_owned(), theme.quiet())
        } else {
            (number.to_string(), style)
        };
        canvas.text_right(cell, &text, style);
    }
}

/// The years of the term, and the day of the evaluation.
fn timeline(app: &App, facts: u16, line: Rect, canvas: &mut Canvas<'_>) {
    let period = app.document().dossier.plan.meta.period;
    let as_of = app.document().assessment.as_of;
    let year = u16::try_from(as_of.year()).unwrap_or(0);
    let when = match period {
        None => String::new(),
        Some(term) if year < term.start => tr("规划期尚未开始").to_owned(),
        Some(term) if year > term.end => tr("规划期已结束，按期末评估").to_owned(),
        Some(term) => say!("规划期第 {n} 年", n = year - term.start + 1),
    };
    let name = pad(tr("截至"), usize::from(facts));
    let x = canvas.text(line.x, line.y, facts, &name, canvas.theme.quiet());
    canvas.text(
        x,
        line.y,
        line.right().saturating_sub(x),
        &format!("{as_of}  {when}"),
        canvas.theme.plain(),
    );
    canvas.chips(&app.years(line), &as_of);
}
