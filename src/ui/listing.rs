//! Draws the lists of targets, tasks and terms: domains above, then rows, with details beside or below.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, row_areas};
use super::details;
use crate::app::listing::Row;
use crate::app::{App, Cursor, View};
use crate::evaluation::Evaluation;
use crate::gauge::{self, Instrument};
use crate::layout;
use crate::plan::{NodeId, Target};
use crate::terms;
use crate::text::width;
use crate::wording;
use crate::words::{say, tr};

pub(super) fn targets(app: &App, canvas: &mut Canvas<'_>) {
    let (areas, document) = (app.listing_areas(), app.document());
    // Details beside the rows have the earlier figures.
    let most = if areas.divider.height > 1 { 1 } else { 2 };
    let (columns, years) = Columns::choose(app, areas.rows.width, &years(app, most));
    columns.caption(app, areas.columns, &years, canvas);
    let list = (document.target_rows(), document.targets);
    draw(app, &list, areas, canvas, |canvas, area, index| {
        if let Some(target) = document.dossier.plan.targets.get(index) {
            columns.target(app, area, target, &years, canvas);
        }
    });
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
            canvas.text(area.x, area.y, room, &term.name, theme.plain());
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
            Row::Item(index) => {
                item(canvas, line, *index);
                if n == cursor.selected {
                    canvas.style(line, canvas.theme.selected());
                }
            }
        }
    }
}

/// Why a list is empty.
fn nothing(app: &App) -> &'static str {
    match (app.document().view, app.document().domain) {
        (View::Terms, _) => tr("本规划没有编录名称"),
        (_, Some(_)) => tr("此领域没有内容"),
        (View::Tasks, None) => tr("本规划没有编录任务"),
        (_, None) => tr("本规划没有编录指标"),
    }
}

/// Up to `most` latest years for which the plan states figures.
fn years(app: &App, most: usize) -> Vec<u16> {
    let mut years: Vec<u16> = app
        .document()
        .dossier
        .plan
        .targets
        .iter()
        .flat_map(|target| target.history.iter().map(|h| h.year))
        .collect();
    years.sort_unstable();
    years.dedup();
    years.split_off(years.len().saturating_sub(most))
}

/// The longest form of a verdict that fits into `columns`, never cut; in short forms a star stands for 初步.
fn verdict(evaluation: &Evaluation, columns: usize) -> String {
    let star = if evaluation.provisional { "*" } else { "" };
    let short = evaluation
        .verdict
        .short()
        .map(|word| format!("{word}{star}"));
    let forms = [
        evaluation.column_verdict(),
        evaluation.verdict_text(),
        format!("{}{star}", evaluation.verdict.label()),
    ];
    let mut forms = forms.into_iter().chain(short);
    let fits = forms.find(|form| width(form) <= columns);
    fits.unwrap_or_else(|| format!("{}{star}", evaluation.group().label()))
}

/// The columns that the contents of the target list need.
struct Needs {
    figure: u16,
    /// Goals: at most, and if there is little room.
    goals: [u16; 2],
    /// Verdicts: at most, and if there is little room.
    verdicts: [u16; 2],
}

/// The maximum columns of a figure; of goals and verdicts, and if there is little room.
const WIDEST_FIGURE: usize = 10;
const WIDEST_GOALS: [usize; 2] = [20, 16];
const WIDEST_VERDICTS: [usize; 2] = [16, 14];

impl Needs {
    fn of(app: &App) -> Self {
        let targets = || app.document().dossier.plan.targets.iter();
        let figures = targets().flat_map(|target| &target.history);
        let figures = figures.map(|stated| width(&stated.value.to_string()));
        let goals = targets().map(|target| width(&wording::goal(target)));
        let goals = goals.chain([width(&goal_caption(app))]).max().unwrap_or(0);
        let verdicts = WIDEST_VERDICTS.map(|columns| {
            let evaluations = app.document().assessment.evaluations.iter();
            let verdicts = evaluations.map(|it| width(&verdict(it, columns)));
            let widest = verdicts.chain([width(verdict_caption(app, columns))]).max();
            widest.unwrap_or(0) as u16
        });
        Self {
            figure: figures.max().unwrap_or(0).clamp(5, WIDEST_FIGURE) as u16 + 1,
            goals: WIDEST_GOALS.map(|most| goals.min(most) as u16),
            verdicts,
        }
    }
}

fn goal_caption(app: &App) -> String {
    match app.document().dossier.plan.meta.period {
        Some(term) => say!("目标（{year}）", year = term.end),
        None => tr("目标").to_owned(),
    }
}

/// The caption of the verdicts; explains the star if there is one and that fits.
fn verdict_caption(app: &App, columns: usize) -> &'static str {
    let mut evaluations = app.document().assessment.evaluations.iter();
    let with_star = tr("进展（*初步）");
    if evaluations.any(|it| it.provisional) && width(with_star) <= columns {
        with_star
    } else {
        tr("进展")
    }
}

/// The columns of names beside a gauge, including the gap: beside the narrowest gauge, beside a good one, and before
/// that gets wider.
const LEAST_NAME: u16 = 16;
const GOOD_NAME: u16 = 18;
const NAME: u16 = 21;
/// The columns of a gauge: minimum, good (more go to earlier figures first), usual, maximum.
const LEAST_GAUGE: u16 = gauge::NARROWEST as u16;
const GOOD_GAUGE: u16 = 10;
const GAUGE: u16 = 16;
const WIDEST_GAUGE: u16 = 24;

/// The widths of the columns of the target list; 0 if there is no room.
struct Columns {
    name: u16,
    figures: u16,
    goal: u16,
    gauge: u16,
    verdict: u16,
}

impl Columns {
    /// The columns for a row `row` columns wide, and the years that fit. The goal, a legible gauge and whole verdicts
    /// come before earlier figures; without a gauge there is room for the latest one.
    fn choose(app: &App, row: u16, years: &[u16]) -> (Self, Vec<u16>) {
        let needs = Needs::of(app);
        let latest = |count: usize| years.get(years.len().saturating_sub(count)..);
        let latest = |count| latest(count).unwrap_or_default().to_vec();
        let ways = (0..=years.len()).rev();
        let ways = ways.flat_map(|count| needs.verdicts.map(|verdict| (count, verdict)));
        let ways = ways.flat_map(|(count, verdict)| needs.goals.map(|goal| (count, verdict, goal)));
        for (count, verdict, goal) in ways {
            let columns = Self::of(row, needs.figure * count as u16, goal, verdict);
            let enough = if count > 0 { GOOD_GAUGE } else { LEAST_GAUGE };
            if columns.gauge >= enough {
                return (columns, latest(count));
            }
        }
        let ([_, goal], [_, verdict]) = (needs.goals, needs.verdicts);
        let latest = latest(1);
        let figures = needs.figure * latest.len() as u16;
        (Self::of(row, figures, goal, verdict), latest)
    }

    /// Lays out a row `row` columns wide; `figures` is the total width of the year columns. Verdicts are left out if
    /// they don't fit.
    fn of(row: u16, figures: u16, goal: u16, verdict: u16) -> Self {
        let left = row.saturating_sub(figures + goal + 2);
        let verdict = if left > verdict + LEAST_NAME / 2 {
            verdict
        } else {
            0
        };
        let left = left.saturating_sub(verdict + u16::from(verdict > 0));
        let beside = |name: u16| left.saturating_sub(name + 1);
        let gauge = match beside(NAME) {
            _ if verdict == 0 || beside(LEAST_NAME) < LEAST_GAUGE => 0,
            room @ ..=GOOD_GAUGE => room.max(beside(GOOD_NAME).clamp(LEAST_GAUGE, GOOD_GAUGE)),
            room @ ..=GAUGE => room,
            room => (GAUGE + (room - GAUGE) / 2).min(WIDEST_GAUGE),
        };
        let name = left.saturating_sub(gauge + u16::from(gauge > 0));
        Self {
            name,
            figures,
            goal,
            gauge,
            verdict,
        }
    }

    /// The area of the figure of each year.
    fn years<'a>(&self, area: Rect, years: &'a [u16]) -> impl Iterator<Item = (Rect, &'a u16)> {
        let each = self.figures / years.len().max(1) as u16;
        let first = area.x + self.name;
        let cells = (0..).map(move |n| Rect {
            x: first + each * n,
            width: each,
            ..area
        });
        cells.zip(years)
    }

    fn caption(&self, app: &App, area: Rect, years: &[u16], canvas: &mut Canvas<'_>) {
        let style = canvas.theme.caption();
        canvas.text(area.x, area.y, self.name, tr("指标"), style);
        for (cell, year) in self.years(area, years) {
            canvas.text_right(cell, &year.to_string(), style);
        }
        let x = area.x + self.name + self.figures + 2;
        canvas.text(x, area.y, self.goal, &goal_caption(app), style);
        let verdict = verdict_caption(app, usize::from(self.verdict));
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
            say!("  其中：{name}", name = wording::target_name(target))
        } else {
            wording::target_name(target)
        };
        canvas.text(
            area.x,
            area.y,
            self.name.saturating_sub(1),
            &name,
            theme.plain(),
        );
        for (cell, year) in self.years(area, years) {
            let stated = target.stated(*year);
            let style = if stated.is_some() {
                theme.plain()
            } else {
                theme.quiet()
            };
            let text = stated.map_or_else(|| "-".to_owned(), |stated| stated.value.to_string());
            canvas.text_right(cell, &text, style);
        }
        let x = area.x + self.name + self.figures + 2;
        let evaluation = app.document().assessment.evaluation(target);
        let goal = evaluation.map_or(target.goal, |evaluation| evaluation.goal.value);
        let goal = wording::goal_of(target, goal);
        canvas.text(x, area.y, self.goal, &goal, theme.goal());
        if let Some(evaluation) = evaluation {
            let mut style = theme.verdict(evaluation.group());
            if app.document().changed_from(&target.id).is_some() {
                style = style.patch(theme.changed());
            }
            self.progress(area, evaluation, style, canvas);
        }
    }

    fn progress(&self, area: Rect, evaluation: &Evaluation, style: Style, canvas: &mut Canvas<'_>) {
        let x = area.right() - self.verdict;
        if let Some(instrument) = Instrument::of(evaluation).filter(|_| self.gauge > 0) {
            let bar = Rect {
                x: x - self.gauge - 1,
                width: self.gauge,
                ..area
            };
            canvas.gauge(bar, &instrument, evaluation.group());
        }
        let verdict = verdict(evaluation, usize::from(self.verdict));
        canvas.text(x, area.y, self.verdict, &verdict, style);
    }
}
