//! The views that list targets and tasks: domains above, rows below, details of the selected row beside or under them.

use ratatui::layout::Rect;

use super::canvas::{Canvas, row_areas};
use super::details;
use crate::app::listing::Row;
use crate::app::{App, Cursor};
use crate::evaluation::Evaluation;
use crate::gauge;
use crate::layout;
use crate::plan::{NodeId, Target};
use crate::terms;
use crate::text::width;
use crate::wording;
use crate::words::{say, tr};

pub(super) fn targets(app: &App, canvas: &mut Canvas<'_>) {
    let areas = app.listing_areas();
    domains(app, areas.domains, canvas);
    let mut years = years(app);
    // The latest figure before the term, a gauge that can be read and whole verdicts matter more than an earlier figure.
    if Columns::of(areas.rows, &years).gauge == 0 {
        years = years.split_off(years.len().saturating_sub(1));
    }
    let columns = Columns::of(areas.rows, &years);
    let goal_caption = say!("目标（{year}）", year = app.plan.meta.period.end);
    let provisional = app.monitoring.evaluations.iter().any(|it| it.provisional);
    let verdict_caption = if provisional {
        tr("进展（*初步）")
    } else {
        tr("进展")
    };
    columns.caption(
        areas.columns,
        &years,
        &goal_caption,
        verdict_caption,
        canvas,
    );
    rows(
        &app.target_rows(),
        app.targets,
        areas.rows,
        canvas,
        |canvas, area, index, _| {
            if let Some(target) = app.plan.targets.get(index) {
                columns.target(app, area, target, &years, canvas);
            }
        },
    );
    divider(areas, canvas);
    details::draw(&app.details(), app.details_top, areas.details, canvas);
}

pub(super) fn tasks(app: &App, canvas: &mut Canvas<'_>) {
    let areas = app.listing_areas();
    domains(app, areas.domains, canvas);
    canvas.text(
        areas.columns.x,
        areas.columns.y,
        areas.columns.width,
        tr("主要任务"),
        canvas.theme.caption(),
    );
    rows(
        &app.task_rows(),
        app.tasks,
        areas.rows,
        canvas,
        |canvas, area, id, _| task(app, id, area, canvas),
    );
    divider(areas, canvas);
    details::draw(&app.details(), app.details_top, areas.details, canvas);
}

/// A task with what was recorded of it; without a record the column stays empty.
fn task(app: &App, id: NodeId, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let node = app.outline.node(id);
    let stage = app.monitoring.stage(node.address);
    let stage = stage.map_or("", |status| tr(status.stage.label()));
    let room = area.width.saturating_sub(9 + 7);
    canvas.text(area.x, area.y, 8, &node.address.to_string(), theme.quiet());
    canvas.text(area.x + 9, area.y, room, node.title(), theme.plain());
    canvas.text_right(area, stage, theme.strong());
}

pub(super) fn terms(app: &App, canvas: &mut Canvas<'_>) {
    let areas = app.listing_areas();
    canvas.text(
        areas.columns.x,
        areas.columns.y,
        areas.columns.width,
        tr("规划里的名称"),
        canvas.theme.caption(),
    );
    canvas.text_right(areas.columns, tr("次数"), canvas.theme.caption());
    rows(
        &app.term_rows(),
        app.terms,
        areas.rows,
        canvas,
        |canvas, area, index, _| {
            if let Some(term) = app.plan.terms.get(index) {
                let count = terms::occurrences(&app.outline, term).len().to_string();
                canvas.text(
                    area.x,
                    area.y,
                    area.width.saturating_sub(6),
                    &term.name,
                    canvas.theme.plain(),
                );
                canvas.text_right(area, &count, canvas.theme.quiet());
            }
        },
    );
    divider(areas, canvas);
    details::draw(&app.details(), app.details_top, areas.details, canvas);
}

fn domains(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    canvas.chips(&app.domain_chips(area), &app.domain);
}

pub(super) fn divider(areas: layout::Listing, canvas: &mut Canvas<'_>) {
    if areas.divider.height > 1 {
        canvas.upright(areas.divider);
    } else {
        canvas.rule(areas.divider);
    }
}

/// The visible rows: heads of groups here, items by `item`.
fn rows(
    rows: &[Row],
    cursor: Cursor,
    area: Rect,
    canvas: &mut Canvas<'_>,
    item: impl Fn(&mut Canvas<'_>, Rect, usize, bool),
) {
    if rows.is_empty() {
        canvas.text(
            area.x,
            area.y,
            area.width,
            tr("此领域没有内容"),
            canvas.theme.quiet(),
        );
    }
    for (line, (n, row)) in row_areas(area).zip(rows.iter().enumerate().skip(cursor.top)) {
        match row {
            Row::Group(name, count) => {
                let name = say!("{name}  {count} 项", name = name, count = count);
                canvas.text(line.x, line.y, line.width, &name, canvas.theme.caption());
            }
            Row::Item(index) => {
                item(canvas, line, *index, n == cursor.selected);
                if n == cursor.selected {
                    canvas.style(line, canvas.theme.selected());
                }
            }
        }
    }
}

/// The two latest years for which the plan states figures of any target.
fn years(app: &App) -> Vec<u16> {
    let mut years: Vec<u16> = app
        .plan
        .targets
        .iter()
        .flat_map(|target| target.history.iter().map(|h| h.year))
        .collect();
    years.sort_unstable();
    years.dedup();
    years.split_off(years.len().saturating_sub(2))
}

/// A verdict in so many columns: with what stands beside it, or alone, or in a shorter word, but never cut. A star stands
/// for 初步 where that has no room.
fn verdict(evaluation: &Evaluation, columns: usize) -> String {
    let star = if evaluation.provisional { "*" } else { "" };
    let short = evaluation
        .verdict
        .short()
        .map(|word| format!("{word}{star}"));
    let forms = [
        evaluation.told(),
        evaluation.verdict_text(),
        format!("{}{star}", evaluation.verdict.label()),
    ];
    let mut forms = forms.into_iter().chain(short);
    let fits = forms.find(|form| width(form) <= columns);
    fits.unwrap_or_else(|| format!("{}{star}", evaluation.group().label()))
}

/// The columns that the verdicts get: the longest one whole, or on a narrow screen the longest of the short ones.
const WIDEST_VERDICT: u16 = 16;
const NARROWEST_VERDICT: u16 = 14;
/// The columns that a gauge of the list has at least: a step is a seventh of the way.
const GAUGE: u16 = 10;

/// The columns of the target list, as wide as the room allows. What has no room is left to the details.
struct Columns {
    name: u16,
    figure: u16,
    goal: u16,
    gauge: u16,
    verdict: u16,
}

impl Columns {
    fn of(area: Rect, years: &[u16]) -> Self {
        let (figure, goal) = (6, 16);
        let left = area
            .width
            .saturating_sub(figure * years.len() as u16 + goal + 2);
        let verdict = match left {
            35.. => WIDEST_VERDICT,
            30.. => NARROWEST_VERDICT,
            _ => 0,
        };
        let left = left.saturating_sub(verdict + u16::from(verdict > 0));
        let gauge = if left > 18 + GAUGE {
            ((left - 19) / 2).clamp(GAUGE, 24)
        } else {
            0
        };
        let name = left.saturating_sub(gauge + u16::from(gauge > 0));
        Self {
            name,
            figure,
            goal,
            gauge,
            verdict,
        }
    }

    fn caption(
        &self,
        area: Rect,
        years: &[u16],
        goal: &str,
        verdict: &str,
        canvas: &mut Canvas<'_>,
    ) {
        let style = canvas.theme.caption();
        canvas.text(area.x, area.y, self.name, tr("指标"), style);
        let mut x = area.x + self.name;
        for year in years {
            canvas.text_right(
                Rect {
                    x,
                    width: self.figure,
                    ..area
                },
                &year.to_string(),
                style,
            );
            x += self.figure;
        }
        canvas.text(x + 2, area.y, self.goal, goal, style);
        canvas.text(
            area.right() - self.verdict,
            area.y,
            self.verdict,
            verdict,
            style,
        );
    }

    fn target(
        &self,
        app: &App,
        area: Rect,
        target: &Target,
        years: &[u16],
        canvas: &mut Canvas<'_>,
    ) {
        let theme = canvas.theme;
        let name = if target.part_of.is_some() {
            say!("  其中：{name}", name = target.name)
        } else {
            target.name.clone()
        };
        canvas.text(
            area.x,
            area.y,
            self.name.saturating_sub(1),
            &name,
            theme.plain(),
        );
        let mut x = area.x + self.name;
        for year in years {
            let stated = target.stated(*year);
            let style = if stated.is_some() {
                theme.plain()
            } else {
                theme.quiet()
            };
            let text = stated.map_or_else(|| "-".to_owned(), |stated| stated.value.to_string());
            canvas.text_right(
                Rect {
                    x,
                    width: self.figure,
                    ..area
                },
                &text,
                style,
            );
            x += self.figure;
        }
        canvas.text(
            x + 2,
            area.y,
            self.goal,
            &wording::goal(target),
            theme.goal(),
        );
        if let Some(evaluation) = app.monitoring.of(target) {
            self.progress(area, evaluation, canvas);
        }
    }

    fn progress(&self, area: Rect, evaluation: &Evaluation, canvas: &mut Canvas<'_>) {
        let style = canvas.theme.verdict(evaluation.group());
        let x = area.right() - self.verdict;
        if self.gauge > 0 {
            let bar = gauge::gauge(
                evaluation.fraction(),
                evaluation.expected,
                usize::from(self.gauge),
            );
            canvas.text(x - self.gauge - 1, area.y, self.gauge, &bar, style);
        }
        let verdict = verdict(evaluation, usize::from(self.verdict));
        canvas.text(x, area.y, self.verdict, &verdict, style);
    }
}
