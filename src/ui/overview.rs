//! Draws the overview, a row of the screen for each row of its model.

mod domains;

use std::ops::Range;

use ratatui::layout::Rect;

use self::domains::Domains;
use super::canvas::Canvas;
use super::chart::Trend;
use super::columns::Columns;
use crate::app::App;
use crate::app::overview::{self, Door, Places, Row};
use crate::evaluation::Evaluation;
use crate::layout;
use crate::plan::{NodeId, Plan, Target};
use crate::text::{pad, width};
use crate::wording;
use crate::words::{say, tr};

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let (rows, places) = (app.overview_rows(), app.overview_places());
    let cursor = app.document().overview;
    let board = Board::of(app, &rows, places);
    let shown = if places.is_in_two() {
        rows.len()
    } else {
        canvas.more(layout::overview(app.size), rows.len(), cursor.top)
    };
    let on_screen = rows.iter().enumerate().skip(cursor.top).take(shown);
    for (n, row) in on_screen {
        let Some(line) = places.line(n) else { continue };
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
    trend(&rows, cursor.selected, &board, places.below_first(), canvas);
}

/// The chart of the selected target, or else of the first one, below the rows of the first of two columns.
fn trend(rows: &[Row], selected: usize, board: &Board<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    /// The rows of a chart from which it tells more than the trend in the list, and at most.
    const HEIGHTS: std::ops::RangeInclusive<u16> = 12..=26;
    let (least, most) = HEIGHTS.into_inner();
    let targets = || rows.iter().enumerate();
    let own = targets().find(|(n, row)| *n == selected && matches!(row, Row::Target(_)));
    let own = own.or_else(|| targets().find(|(_, row)| matches!(row, Row::Target(_))));
    let judged = own.and_then(|(_, row)| match row {
        Row::Target(index) => board.judged.get(*index),
        _ => None,
    });
    let Some((target, evaluation)) = judged.filter(|_| area.height >= least) else {
        return;
    };
    let Some(trend) = Trend::of(target, evaluation) else {
        return;
    };
    let name = wording::target_name(board.plan, target);
    heading(&name, Rect { height: 1, ..area }, canvas);
    let room = Rect {
        y: area.y + 2,
        height: (area.height - 2).min(most),
        ..area
    };
    trend.draw(room, canvas);
}

/// A heading with a rule behind it.
fn heading(name: &str, line: Rect, canvas: &mut Canvas<'_>) {
    let x = canvas.text(line.x, line.y, line.width, name, canvas.theme.caption());
    canvas.rule(Rect {
        x: x + 1,
        width: line.right().saturating_sub(x + 1),
        ..line
    });
}

/// What the rows share: the columns of the labels of facts, of domains, and those of targets.
struct Board<'a> {
    plan: &'a Plan,
    facts: u16,
    domains: Domains,
    columns: Columns,
    judged: Vec<(&'a Target, &'a Evaluation)>,
}

impl<'a> Board<'a> {
    fn of(app: &'a App, rows: &[Row], places: Places) -> Self {
        let document = app.document();
        let judged: Vec<_> = document.assessment.targets(&document.dossier).collect();
        let shown = rows.iter().filter_map(|row| match row {
            Row::Target(index) => judged.get(*index).copied(),
            _ => None,
        });
        let shown: Vec<_> = shown.collect();
        let columns_of = |wanted: fn(&Row) -> bool| {
            let row = rows.iter().position(wanted).unwrap_or(0);
            places.column(row).width
        };
        let of_targets = columns_of(|row| matches!(row, Row::Target(_)));
        Self {
            plan: &document.dossier.plan,
            facts: overview::names(rows) as u16,
            domains: Domains::of(rows, columns_of(|row| matches!(row, Row::Domain { .. }))),
            columns: Columns::choose(app, &shown, of_targets.saturating_sub(INDENT)),
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
        Row::Blank | Row::Beside | Row::Next(_) | Row::TallyMore(..) => {}
        Row::Title(title) => canvas.centred(line, title, theme.strong()),
        Row::Heading(name) => heading(tr(name), line, canvas),
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
        Row::Chapter { .. } => chapter(app, row, line, canvas),
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
        Row::Unreviewed { targets, doubts } => {
            let words = unreviewed(*targets, *doubts);
            canvas.text(line.x, line.y, line.width, &words, theme.missing());
        }
        Row::MoreProposed(count) => {
            let words = say!("▸ 另有 {count} 项待确认", count);
            canvas.text(line.x, line.y, line.width, &words, theme.quiet());
        }
        Row::Domain { .. } => board.domains.draw(row, line, canvas),
        Row::Principle(id) => principle(app, *id, None, line, canvas),
        Row::PrincipleLine(id, part) => principle(app, *id, Some(part), line, canvas),
    }
}

/// `▸ 待审阅：指标 6 项（程序提出，尚无人确认，不计入）、存疑 2 处`.
fn unreviewed(targets: usize, doubts: usize) -> String {
    let targets =
        (targets > 0).then(|| say!("指标 {n} 项（程序提出，尚无人确认，不计入）", n = targets));
    let doubts = (doubts > 0).then(|| say!("存疑 {n} 处", n = doubts));
    let parts: Vec<String> = targets.into_iter().chain(doubts).collect();
    say!("▸ 待审阅：{parts}", parts = parts.join(tr("、")))
}

/// A chapter and its size.
fn chapter(app: &App, row: &Row, line: Rect, canvas: &mut Canvas<'_>) {
    let Row::Chapter {
        node,
        sections,
        paragraphs,
        characters,
    } = row
    else {
        return;
    };
    let size = say!(
        "{sections} 节 {paragraphs} 段 {characters} 字",
        sections,
        paragraphs = format!("{paragraphs:>2}"),
        characters = format!("{characters:>5}")
    );
    let node = app.document().dossier.outline.node(*node);
    let name = format!("{}{}", node.number, node.title());
    named(line, &name, &size, canvas);
}

/// A principle: its title, and what it says or a part of that.
fn principle(
    app: &App,
    id: NodeId,
    part: Option<&Range<usize>>,
    line: Rect,
    canvas: &mut Canvas<'_>,
) {
    let node = app.document().dossier.outline.node(id);
    let (title, rest) = (node.title(), node.rest());
    let x = line.x + width(title) as u16 + 2;
    if part.is_none_or(|part| part.start == 0) {
        canvas.text(line.x, line.y, line.width, title, canvas.theme.strong());
    }
    let words = part.map_or(rest, |part| rest.get(part.clone()).unwrap_or_default());
    let room = line.right().saturating_sub(x);
    canvas.text(x, line.y, room, words, canvas.theme.quiet());
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
