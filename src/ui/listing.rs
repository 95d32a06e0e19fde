//! Draws the lists of targets, tasks and terms: domains above, then rows, with details beside or below.

use ratatui::layout::{Rect, Size};

use super::canvas::{Canvas, row_areas};
use super::chart::Trend;
use super::columns::Columns;
use super::details;
use crate::app::listing::Row;
use crate::app::{App, Cursor, View};
use crate::layout;
use crate::plan::NodeId;
use crate::terms;
use crate::wording;
use crate::words::{say, tr};

pub(super) fn targets(app: &App, canvas: &mut Canvas<'_>) {
    let (areas, document) = (app.listing_areas(), app.document());
    let judged: Vec<_> = document.assessment.targets(&document.dossier).collect();
    let columns = Columns::choose(app, &judged, areas.rows.width);
    columns.caption(app, areas.columns, tr("指标"), canvas);
    let list = (document.target_rows(), document.targets);
    draw(app, &list, areas, canvas, |canvas, area, index| {
        if let Some(judged) = judged.get(index) {
            columns.target(app, *judged, area, canvas);
        }
    });
    chart(app, areas.details, canvas);
}

/// The least room for a chart, and the most rows that it takes.
const LEAST_CHART: Size = Size {
    width: 32,
    height: 8,
};
const TALLEST_CHART: u16 = 24;

/// The chart of the selected target, in what its details leave of their room.
fn chart(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    let document = app.document();
    let target = document.selected_target();
    let judged = target.and_then(|it| Some((it, document.assessment.evaluation(it)?)));
    let trend = judged.and_then(|(target, evaluation)| Trend::of(target, evaluation));
    let used = app.details().len() as u16 + 1;
    let height = area.height.saturating_sub(used);
    if area.width < LEAST_CHART.width || height < LEAST_CHART.height {
        return;
    }
    if let Some(trend) = trend {
        let room = Rect {
            y: area.y + used,
            height: height.min(TALLEST_CHART),
            ..area
        };
        trend.draw(room, canvas);
    }
}

pub(super) fn tasks(app: &App, canvas: &mut Canvas<'_>) {
    let (areas, document) = (app.listing_areas(), app.document());
    let Rect { x, y, width, .. } = areas.columns;
    canvas.text(x, y, width, tr("主要任务"), canvas.theme.caption());
    let list = (document.task_rows(), document.tasks);
    draw(app, &list, areas, canvas, |canvas, area, id| {
        task(app, id, area, canvas);
    });
}

/// A task with its latest stage, if any.
fn task(app: &App, id: NodeId, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let node = app.document().dossier.outline.node(id);
    let stage = app.document().stage(node.address);
    let stage = stage.map_or("", |status| tr(status.stage.label()));
    let room = area.width.saturating_sub(9 + 7);
    canvas.text(area.x, area.y, 8, &node.address.to_string(), theme.quiet());
    canvas.text(area.x + 9, area.y, room, node.title(), theme.plain());
    canvas.text_right(area, stage, theme.strong());
}

pub(super) fn terms(app: &App, canvas: &mut Canvas<'_>) {
    let (areas, document) = (app.listing_areas(), app.document());
    let (Rect { x, y, width, .. }, theme) = (areas.columns, canvas.theme);
    canvas.text(x, y, width, tr("规划里的名称"), theme.caption());
    canvas.text_right(areas.columns, tr("次数"), theme.caption());
    let list = (document.term_rows(), document.terms);
    draw(app, &list, areas, canvas, |canvas, area, index| {
        if let Some(term) = document.dossier.plan.terms.get(index) {
            let count = terms::occurrences(&document.dossier.outline, term).len();
            let room = area.width.saturating_sub(6);
            let name = wording::told(&document.dossier.plan, &term.name);
            canvas.text(area.x, area.y, room, name, theme.plain());
            canvas.text_right(area, &count.to_string(), theme.quiet());
        }
    });
}

/// Draws domains, rows and details; `item` draws a row that is no heading.
fn draw(
    app: &App,
    list: &(Vec<Row>, Cursor),
    areas: layout::Listing,
    canvas: &mut Canvas<'_>,
    item: impl Fn(&mut Canvas<'_>, Rect, usize),
) {
    let document = app.document();
    canvas.chips(&document.domain_chips(areas.domains), &document.domain);
    rows(app, list, areas.rows, canvas, item);
    divider(areas, canvas);
    details::draw(&app.details(), document.details_top, areas.details, canvas);
}

pub(super) fn divider(areas: layout::Listing, canvas: &mut Canvas<'_>) {
    if areas.divider.height > 1 {
        canvas.vertical_rule(areas.divider);
    } else {
        canvas.rule(areas.divider);
    }
}

/// The visible rows.
fn rows(
    app: &App,
    (rows, cursor): &(Vec<Row>, Cursor),
    area: Rect,
    canvas: &mut Canvas<'_>,
    item: impl Fn(&mut Canvas<'_>, Rect, usize),
) {
    if rows.is_empty() {
        let style = canvas.theme.quiet();
        canvas.text(area.x, area.y, area.width, nothing(app), style);
    }
    for (line, (n, row)) in row_areas(area).zip(rows.iter().enumerate().skip(cursor.top)) {
        match row {
            Row::Group(name, count) => {
                let name = say!("{name}  {count} 项", name, count);
                canvas.text(line.x, line.y, line.width, &name, canvas.theme.caption());
            }
            Row::Item(index) => item(canvas, line, *index),
            Row::Fold { items, is_open, .. } => fold(app, items, *is_open, line, canvas),
        }
        if n == cursor.selected && !matches!(row, Row::Group(..)) {
            canvas.select(line);
        }
    }
}

/// The row that stands for targets without data: how many, and while it is closed the names of as many as fit.
fn fold(app: &App, items: &[usize], is_open: bool, line: Rect, canvas: &mut Canvas<'_>) {
    /// More names than a line has room for.
    const MOST: usize = 12;
    let sign = if is_open { "▾" } else { "▸" };
    let mut words = say!("{sign} 尚无监测数据 {count} 项", sign, count = items.len());
    if !is_open {
        let plan = &app.document().dossier.plan;
        let targets = items.iter().filter_map(|it| plan.targets.get(*it));
        let names = targets.map(|it| wording::told(plan, &it.name));
        let names: Vec<&str> = names.take(MOST).collect();
        words = say!("{words}：{names}", words, names = names.join(tr("、")));
    }
    canvas.text(line.x, line.y, line.width, &words, canvas.theme.quiet());
}

/// Why a list is empty.
fn nothing(app: &App) -> &'static str {
    match (app.document().view, app.document().domain) {
        (View::Terms, _) => tr("本规划没有编录名称"),
        (View::Targets, _) if !app.document().filter.is_off() => tr("没有符合筛选的指标"),
        (_, Some(_)) => tr("此领域没有内容"),
        (View::Tasks, None) => tr("本规划没有编录任务"),
        (_, None) => tr("本规划没有编录指标"),
    }
}
