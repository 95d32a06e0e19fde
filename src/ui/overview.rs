//! Draws the overview, a row of the screen for each row of its model.

mod domains;

use ratatui::layout::Rect;

use self::domains::Domains;
use super::canvas::{Canvas, row_areas};
use super::columns::Columns;
use crate::app::App;
use crate::app::overview::{self, Door, Row};
use crate::evaluation::Evaluation;
use crate::layout;
use crate::plan::Target;
use crate::text::{pad, width};
use crate::words::{say, tr};

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let area = layout::overview(app.size);
    let rows = app.overview_rows();
    let cursor = app.document().overview;
    let board = Board::of(app, &rows, area.width);
    let shown = canvas.more(area, rows.len(), cursor.top);
    let rows = rows.iter().enumerate().skip(cursor.top);
    for (line, (n, row)) in row_areas(area).take(shown).zip(rows) {
        draw_row(app, row, &board, line, canvas);
        let doors = app.overview_doors(row, line);
        for door in doors.iter().filter(|door| !door.label.is_empty()) {
            let style = match door.value {
                Door::Group(_, group) => canvas.theme.verdict(group),
                _ => canvas.theme.strong(),
            };
            canvas.text(
                door.area.x,
                door.area.y,
                door.area.width,
                &door.label,
                style,
            );
        }
        if n == cursor.selected {
            let at = app.document().door.min(doors.len().saturating_sub(1));
            if let Some(door) = doors.get(at) {
                canvas.select(door.area);
            }
        }
    }
}

/// What the rows share: the columns of the labels of facts, of domains, and those of targets.
struct Board<'a> {
    facts: u16,
    domains: Domains,
    columns: Columns,
    judged: Vec<(&'a Target, &'a Evaluation)>,
}

impl<'a> Board<'a> {
    fn of(app: &'a App, rows: &[Row], columns: u16) -> Self {
        let document = app.document();
        let judged: Vec<_> = document.assessment.targets(&document.dossier).collect();
        let shown = rows.iter().filter_map(|row| match row {
            Row::Target(index) => judged.get(*index).copied(),
            _ => None,
        });
        let shown: Vec<_> = shown.collect();
        Self {
            facts: overview::names(rows) as u16,
            domains: Domains::of(rows, columns),
            columns: Columns::choose(app, &shown, columns.saturating_sub(INDENT)),
            judged,
        }
    }
}

/// The columns by which targets stand in under their domain.
const INDENT: u16 = 2;

/// Draws a row, without its doors.
fn draw_row(app: &App, row: &Row, board: &Board<'_>, line: Rect, canvas: &mut Canvas<'_>) {
    let (theme, facts) = (canvas.theme, board.facts);
    let within = Rect {
        x: line.x + INDENT,
        width: line.width.saturating_sub(INDENT),
        ..line
    };
    match row {
        Row::Blank | Row::Next | Row::TallyMore(..) => {}
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
        Row::Tally(tier) => {
            let label = overview::tally_label(*tier, &app.document().assessment.board);
            canvas.text(line.x, line.y, line.width, &label, theme.plain());
        }
        Row::BoardHead => {
            let caption = tr("指标");
            board.columns.caption(app, within, caption, canvas);
        }
        Row::Leading(name) => {
            canvas.text(line.x, line.y, line.width, name, theme.caption());
        }
        Row::Target(index) => {
            if let Some(judged) = board.judged.get(*index) {
                board.columns.target(app, *judged, within, canvas);
            }
        }
        Row::NoData(count) => {
            let words = say!("▸ 有目标值而尚无监测数据的 {count} 项", count);
            canvas.text(line.x, line.y, line.width, &words, theme.quiet());
        }
        Row::Domain { .. } => board.domains.draw(row, line, canvas),
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
