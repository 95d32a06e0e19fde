//! The views that list targets and tasks: domains above, rows below, details of the selected row beside or under them.

use ratatui::layout::Rect;

use super::canvas::{Canvas, row_areas};
use super::details;
use crate::app::listing::Row;
use crate::app::{App, Cursor, View};
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
    // Beside the rows the details have the earlier figures.
    let most = if areas.divider.height > 1 { 1 } else { 2 };
    let (columns, years) = Columns::choose(app, areas.rows.width, &years(app, most));
    columns.caption(app, areas.columns, &years, canvas);
    rows(
        app,
        (&app.document().target_rows(), app.document().targets),
        areas.rows,
        canvas,
        |canvas, area, index| {
            if let Some(target) = app.document().dossier.plan.targets.get(index) {
                columns.target(app, area, target, &years, canvas);
            }
        },
    );
    divider(areas, canvas);
    details::draw(
        &app.details(),
        app.document().details_top,
        areas.details,
        canvas,
    );
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
        app,
        (&app.document().task_rows(), app.document().tasks),
        areas.rows,
        canvas,
        |canvas, area, id| task(app, id, area, canvas),
    );
    divider(areas, canvas);
    details::draw(
        &app.details(),
        app.document().details_top,
        areas.details,
        canvas,
    );
}

/// A task with what was recorded of it; without a record the column stays empty.
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
        app,
        (&app.document().term_rows(), app.document().terms),
        areas.rows,
        canvas,
        |canvas, area, index| {
            if let Some(term) = app.document().dossier.plan.terms.get(index) {
                let count = terms::occurrences(&app.document().dossier.outline, term)
                    .len()
                    .to_string();
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
    details::draw(
        &app.details(),
        app.document().details_top,
        areas.details,
        canvas,
    );
}

fn domains(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    canvas.chips(&app.domain_chips(area), &app.document().domain);
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
    app: &App,
    (rows, cursor): (&[Row], Cursor),
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

/// The latest years, so many at most, for which the plan states figures of any target.
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

/// A verdict in so many columns: with what stands beside it, or alone, or in a shorter word, but never cut. A star stands
/// for 初步 where that has no room.
fn verdict(evaluation: &Evaluation, columns: usize) -> String {
    let star = if evaluation.provisional { "*" } else { "" };
    let short = evaluation
        .verdict
        .short()
        .map(|word| format!("{word}{star}"));
    let forms = [
        evaluation.full_verdict(),
        evaluation.verdict_text(),
        format!("{}{star}", evaluation.verdict.label()),
    ];
    let mut forms = forms.into_iter().chain(short);
    let fits = forms.find(|form| width(form) <= columns);
    fits.unwrap_or_else(|| format!("{}{star}", evaluation.group().label()))
}

/// What the columns of the target list need, measured on what they are to hold.
struct Needs {
    figure: u16,
    /// Goals where there is room, and where there is little.
    goals: [u16; 2],
    /// Verdicts where there is room, and where there is little.
    verdicts: [u16; 2],
}

/// The most columns of a figure; of goals and verdicts where there is room, and where there is little.
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

/// What stands over the verdicts: what the star among them means, if there is one and that has room.
fn verdict_caption(app: &App, columns: usize) -> &'static str {
    let mut evaluations = app.document().assessment.evaluations.iter();
    let with_star = tr("进展（*初步）");
    if evaluations.any(|it| it.provisional) && width(with_star) <= columns {
        with_star
    } else {
        tr("进展")
    }
}

/// The columns that names have beside a gauge, the gap behind them included: beside the least and beside a good one, and
/// before that gets wider.
const LEAST_NAME: u16 = 16;
const GOOD_NAME: u16 = 18;
const NAME: u16 = 21;
/// The columns of a gauge: the fewest, those from which on an earlier figure is worth more, the usual ones, the most.
const LEAST_GAUGE: u16 = gauge::NARROWEST as u16;
const GOOD_GAUGE: u16 = 10;
const GAUGE: u16 = 16;
const WIDEST_GAUGE: u16 = 24;

/// The columns of the target list, as wide as the room allows. What has no room is left to the details.
struct Columns {
    name: u16,
    figures: u16,
    goal: u16,
    gauge: u16,
    verdict: u16,
}

impl Columns {
    /// The columns for a row of so many, and the years whose figures they have room for. The goal, a gauge that can be
    /// read and whole verdicts matter more than the figures before the term; without a gauge there is room for the latest.
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

    /// The columns of a row of so many, of which `figures` are those of all years together, with verdicts if they have room.
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

    /// The columns of the figure of each year.
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
        let goal = wording::goal(target);
        canvas.text(x, area.y, self.goal, &goal, theme.goal());
        if let Some(evaluation) = app.document().assessment.evaluation(target) {
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
