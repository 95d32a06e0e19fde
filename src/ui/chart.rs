//! A line chart of a target: the figures that the plan states, the observed ones, the goal, and while the term runs the
//! linear projection. Points are signs, so that each kind has its own shape; only lines are in braille.
//!
//! ```text
//!  135.0 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌◆     ◆ goal, its level, and dots on the straight path to it
//!                 ⠂ ⠂   x       x projected, at the end of a dotted line
//!  109.0 ○ ⠂ ⠂ ○⠒⠒⠒●⠒⠒⠒● 118   ○ stated by the plan    ● observed, the latest figure beside it
//!        2015     2023     2025
//! ```

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::widgets::canvas::{Canvas as Plot, Line, Points};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::canvas::Canvas;
use super::lines;
use crate::evaluation::{Evaluation, Projection};
use crate::gauge::Signs;
use crate::plan::{Kind, Target};
use crate::records::{Flag, Moment};
use crate::text::{truncate, width};
use crate::wording;
use crate::words::{say, tr};

/// A year, with its fraction, and a figure.
type Point = (f64, f64);

/// The columns for figures on the left of the chart.
const LABELS: u16 = 9;

/// The columns of a year.
const YEAR: u16 = 4;

/// The points of the chart. Only here are figures doubles: a dot has no digits.
pub(super) struct Trend {
    stated: Vec<Point>,
    observed: Vec<Point>,
    projected: Option<Point>,
    goal: Point,
    /// Where the path begins that leads straight to the goal; `None` where nothing is known to begin from.
    start: Option<Point>,
    /// The latest observed figure as printed, to stand beside its point.
    latest: Option<String>,
    /// The figures that label the left side, as printed: goal, latest, lowest.
    named: Vec<(f64, String)>,
    /// Whether the observed figures are running sums.
    summed: bool,
}

impl Trend {
    /// The trend of a target with a figure to reach; `None` where there is only one point to show. A figure that
    /// measures something else is no part of it.
    pub(super) fn of(target: &Target, evaluation: &Evaluation) -> Option<Self> {
        let aim = &evaluation.goal;
        let goal = point(aim.year.known()?, aim.value?.decimal())?;
        let stated: Vec<(Point, String)> = target
            .history
            .iter()
            .filter_map(|s| Some((point(s.year, s.value.decimal())?, wording::numeral(s.value))))
            .collect();
        let summed = target.kind == Kind::Cumulative;
        let observed = if summed {
            sums(evaluation)
        } else {
            figures(evaluation)
        };
        let projection = Projection::of(evaluation);
        let projected = projection.and_then(|p| point(p.year, p.value));
        let all = || stated.iter().chain(&observed);
        let mut named = vec![(goal.1, wording::numeral(aim.value?))];
        named.extend(all().next_back().map(|((_, y), text)| (*y, text.clone())));
        let lowest = all().min_by(|a, b| a.0.1.total_cmp(&b.0.1));
        named.extend(lowest.map(|((_, y), text)| (*y, text.clone())));
        (all().next().is_some()).then(|| Self {
            stated: stated.iter().map(|(point, _)| *point).collect(),
            observed: observed.iter().map(|(point, _)| *point).collect(),
            projected,
            goal,
            start: start(target, evaluation),
            latest: observed.last().map(|(_, text)| text.clone()),
            named,
            summed,
        })
    }

    /// The scale from the first to the last year and from the lowest to the highest figure. A single figure gets some
    /// room around it.
    fn scale(&self, plot: Rect) -> Scale {
        let all = || {
            let known = self.stated.iter().chain(&self.observed);
            known
                .chain(&self.projected)
                .chain(&self.start)
                .chain([&self.goal])
        };
        let span = |values: Vec<f64>| {
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            if high > low {
                [low, high]
            } else {
                [low - 1.0, high + 1.0]
            }
        };
        Scale {
            years: span(all().map(|p| p.0).collect()),
            figures: span(all().map(|p| p.1).collect()),
            plot,
        }
    }

    /// Draws the chart: figures on its left, years and legend below.
    pub(super) fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let plot = Rect {
            x: area.x + LABELS,
            width: area.width.saturating_sub(LABELS + 1),
            height: area.height.saturating_sub(2),
            ..area
        };
        if plot.width < 2 || plot.height < 2 {
            return;
        }
        let scale = self.scale(plot);
        self.lines(&scale, canvas);
        self.level(&scale, canvas);
        self.marks(&scale, canvas);
        self.figures(area, &scale, canvas);
        self.years(&scale, canvas);
        let legend = Rect {
            y: area.bottom() - 1,
            height: 1,
            ..area
        };
        let signs = self.legend(usize::from(area.width));
        canvas.centred(legend, &signs, canvas.theme.quiet());
    }

    /// Known figures as a line, the path to the goal as dots, the projection as dots far apart.
    fn lines(&self, scale: &Scale, canvas: &mut Canvas<'_>) {
        let theme = canvas.theme;
        let [known, missing] =
            [theme.observed(), theme.missing()].map(|style| style.fg.unwrap_or_default());
        let quiet = theme.quiet().fg.unwrap_or_default();
        let seen: Vec<Point> = self
            .stated
            .last()
            .into_iter()
            .chain(&self.observed)
            .copied()
            .collect();
        let path = self.start.map_or_else(Vec::new, |start| {
            between(start, self.goal, scale.plot.width / 2)
        });
        let ahead = self.projected.zip(seen.last());
        let ahead = ahead.map_or_else(Vec::new, |(to, from)| between(*from, to, 8));
        let lines = Plot::default()
            .marker(Marker::Braille)
            .background_color(theme.ground().bg.unwrap_or_default())
            .x_bounds(centred(scale.years, scale.plot.width, 4.0))
            .y_bounds(centred(scale.figures, scale.plot.height, 8.0 / 3.0))
            .paint(|context| {
                context.draw(&Points::new(&path, quiet));
                for pair in self.stated.windows(2) {
                    if let &[from, to] = pair {
                        context.draw(&Points::new(&between(from, to, 20), known));
                    }
                }
                for pair in seen.windows(2) {
                    match *pair {
                        // A gap of more than a year is dashed.
                        [from, to] if to.0 - from.0 > 1.0 => {
                            context.draw(&Points::new(&between(from, to, 12), known));
                        }
                        [from, to] => context.draw(&Line::new(from.0, from.1, to.0, to.1, known)),
                        _ => {}
                    }
                }
                context.draw(&Points::new(&ahead, missing));
            });
        canvas.widget(lines, scale.plot);
    }

    /// The level of the goal, behind everything else.
    fn level(&self, scale: &Scale, canvas: &mut Canvas<'_>) {
        let (_, y) = scale.cell(self.goal);
        let row = Rect { y, ..scale.plot };
        let style = canvas.theme.goal().remove_modifier(Modifier::BOLD);
        canvas.behind(row, lines::level(), style);
    }

    /// The points, each kind with its own sign; the observed ones on top.
    fn marks(&self, scale: &Scale, canvas: &mut Canvas<'_>) {
        let theme = canvas.theme;
        let [stated, observed, goal, projected] = Signs::of_screen().points();
        let mut mark = |point: &Point, sign: &str, style: Style| {
            let (x, y) = scale.cell(*point);
            canvas.put(x, y, 1, sign, style);
        };
        mark(&self.goal, goal, theme.goal());
        if let Some(point) = &self.projected {
            mark(point, projected, theme.missing());
        }
        for point in &self.stated {
            mark(point, stated, theme.strong());
        }
        for point in &self.observed {
            mark(point, observed, theme.observed());
        }
        self.label_latest(scale, canvas);
    }

    /// The latest figure beside its point: on the right, or where the chart ends, on the left.
    fn label_latest(&self, scale: &Scale, canvas: &mut Canvas<'_>) {
        let (Some(point), Some(text)) = (self.observed.last(), &self.latest) else {
            return;
        };
        let (x, y) = scale.cell(*point);
        // Blanks around it keep the dots of the goal away.
        let text = &format!(" {text} ");
        let columns = width(text) as u16;
        let right = x + 1;
        let at = if right + columns <= scale.plot.right() {
            right
        } else {
            x.saturating_sub(columns).max(scale.plot.x)
        };
        // Its digits would else take the colour of the line that ends there.
        canvas.clear(Rect::new(at, y, columns, 1));
        canvas.put(at, y, columns, text, canvas.theme.strong());
    }

    /// The labels on the left: goal, latest, lowest; of two on one row only the first.
    fn figures(&self, area: Rect, scale: &Scale, canvas: &mut Canvas<'_>) {
        let mut taken = Vec::new();
        let theme = canvas.theme;
        let styles = std::iter::once(theme.goal()).chain(std::iter::repeat(theme.quiet()));
        for ((value, text), style) in self.named.iter().zip(styles) {
            let y = scale.cell((self.goal.0, *value)).1;
            if taken.contains(&y) {
                continue;
            }
            taken.push(y);
            let text = truncate(text, usize::from(LABELS - 1));
            let x = area.x + LABELS - 1 - width(&text) as u16;
            canvas.put(x, y, LABELS, &text, style);
        }
    }

    /// The years under the points, as many as fit, the first and the last before the others.
    fn years(&self, scale: &Scale, canvas: &mut Canvas<'_>) {
        let points = self.stated.iter().chain(&self.observed);
        let mut years: Vec<f64> = points.map(|point| point.0).collect();
        years.push(self.goal.0);
        years.retain(|year| year.fract() == 0.0);
        years.sort_by(f64::total_cmp);
        years.dedup();
        let last = years.pop();
        let first = years.first().copied();
        let mut taken: Vec<u16> = Vec::new();
        for year in first.into_iter().chain(last).chain(years) {
            let plot = scale.plot;
            let x = scale.cell((year, self.goal.1)).0;
            let x = x.saturating_sub(1).clamp(
                plot.x - 1,
                (plot.right() + 1).saturating_sub(YEAR).max(plot.x),
            );
            if taken.iter().any(|other| x.abs_diff(*other) <= YEAR) {
                continue;
            }
            taken.push(x);
            let text = format!("{year:.0}");
            canvas.put(x, plot.bottom(), YEAR, &text, canvas.theme.quiet());
        }
    }

    /// The signs with their meanings, in as many words as fit into `columns`.
    fn legend(&self, columns: usize) -> String {
        let [stated, observed, goal, projected] = Signs::of_screen().points();
        let observed = if self.summed {
            say!("{observed} 监测（累计）", observed)
        } else {
            say!("{observed} 监测", observed)
        };
        let with = |stated: &str, has_path: bool, gap: &str| {
            let parts = [
                (!self.stated.is_empty(), stated.to_owned()),
                (!self.observed.is_empty(), observed.clone()),
                (
                    self.start.is_some() && has_path,
                    tr("⠂ 匀速应到").to_owned(),
                ),
                (
                    self.projected.is_some(),
                    say!("{projected} 直线外推", projected),
                ),
                (true, say!("{goal} 目标", goal)),
            ];
            let shown = parts.into_iter().filter(|(shown, _)| *shown);
            shown.map(|(_, text)| text).collect::<Vec<_>>().join(gap)
        };
        let long = say!("{stated} 规划所载（含基期）", stated);
        let short = say!("{stated} 规划所载", stated);
        let ways = [with(&long, true, "  "), with(&short, true, " ")];
        let fits = ways.into_iter().find(|text| width(text) <= columns);
        // A dotted line explains itself better than a sign.
        fits.unwrap_or_else(|| with(&short, false, " "))
    }
}

/// Where the straight path to the goal begins: at the baseline, or for a sum with nothing before its first year. `None`
/// where the goal is no level of the figures themselves.
fn start(target: &Target, evaluation: &Evaluation) -> Option<Point> {
    match target.kind {
        Kind::Cumulative => {
            let first = evaluation.years.first()?.year;
            Some((f64::from(first.checked_sub(1)?), 0.0))
        }
        Kind::IncreaseTo
        | Kind::DecreaseTo
        | Kind::AtLeast
        | Kind::AtMost
        | Kind::About
        | Kind::FullCoverage => {
            let base = evaluation.baseline.as_ref()?;
            point(base.year, base.value.decimal())
        }
        _ => None,
    }
}

/// Bounds that put the first and the last value into the middle of their cells, where the letters of points and the labels
/// stand. From the middle of a cell to its outermost dot is one part in `parts` of a cell.
fn centred([low, high]: [f64; 2], cells: u16, parts: f64) -> [f64; 2] {
    let margin = (high - low) / f64::from(cells.max(2) - 1) / parts;
    [low - margin, high + margin]
}

/// Where points stand on the screen.
struct Scale {
    years: [f64; 2],
    figures: [f64; 2],
    plot: Rect,
}

impl Scale {
    /// The cell of a point.
    fn cell(&self, (year, figure): Point) -> (u16, u16) {
        let share =
            |value: f64, [low, high]: [f64; 2]| ((value - low) / (high - low)).clamp(0.0, 1.0);
        let x = share(year, self.years) * f64::from(self.plot.width - 1);
        let y = (1.0 - share(figure, self.figures)) * f64::from(self.plot.height - 1);
        (
            self.plot.x + x.round() as u16,
            self.plot.y + y.round() as u16,
        )
    }
}

/// The observed figures, each at its time.
fn figures(evaluation: &Evaluation) -> Vec<(Point, String)> {
    let usable = evaluation.seen.iter().filter(|it| it.flag != Flag::Break);
    let placed = usable.filter_map(|it| {
        let (position, days) = it.period.position();
        let at = (position as f64 / days as f64, it.value.decimal().to_f64()?);
        Some((at, wording::numeral(it.value)))
    });
    placed.collect()
}

/// The running sums of the observed figures, year by year.
fn sums(evaluation: &Evaluation) -> Vec<(Point, String)> {
    let last = evaluation.goal.year.known();
    let mut sum = Decimal::ZERO;
    let mut points = Vec::new();
    for it in &evaluation.seen {
        let Moment::Year(year) = it.period else {
            continue;
        };
        if it.flag == Flag::Break || last.is_some_and(|last| year > last) {
            continue;
        }
        sum += it.value.decimal();
        points.extend(point(year, sum).map(|at| (at, wording::numeral(sum))));
    }
    points
}

fn point(year: u16, value: Decimal) -> Option<Point> {
    Some((f64::from(year), value.to_f64()?))
}

/// `count` equal steps from one point to another, both included.
fn between(from: Point, to: Point, count: u16) -> Vec<Point> {
    let last = f64::from(count.max(1));
    (0..=count)
        .map(|n| {
            let step = f64::from(n) / last;
            (
                from.0 + (to.0 - from.0) * step,
                from.1 + (to.1 - from.1) * step,
            )
        })
        .collect()
}
