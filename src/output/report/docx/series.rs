//! What is drawn in a chart, in the order of drawing: the way to the goal, the observed figures in runs without a gap, the gaps
//! between them, where it began, and the goal.

use super::super::chart::{Chart, GAP, Point};
use super::scale::Axis;
use crate::words::tr;

/// Points that are drawn alike.
pub(super) struct Series<'a> {
    /// What the legend calls it; `None` for what belongs to another one.
    pub(super) name: Option<&'static str>,
    /// Its points.
    pub(super) points: Vec<Spot<'a>>,
    /// How it is drawn.
    pub(super) look: Look,
}

/// A point of a series.
pub(super) struct Spot<'a> {
    /// The year, on the scale of the chart.
    pub(super) at: f64,
    /// The figure with its printed digits.
    pub(super) figure: &'a str,
    /// Where the figure is printed; `None` where it is not.
    pub(super) label: Option<Label>,
}

/// Where a figure is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Above the point.
    Above,
    /// Below the point.
    Below,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A thin dashed line.
    Way,
    /// A line with points, each with its figure.
    Seen,
    /// A dotted line over years without a figure.
    Gap,
    /// A square with its figure.
    Start,
    /// A diamond with its figure.
    Goal,
}

/// All series of a chart.
pub(super) fn all<'a>(of: &'a Chart, years: Axis) -> Vec<Series<'a>> {
    let mut all: Vec<Series<'a>> = way(of, years).into_iter().collect();
    let known: Vec<&Point> = of.known().collect();
    let pairs = || known.iter().zip(known.iter().skip(1));
    let gaps = pairs().filter(|(from, to)| to.at - from.at > GAP);
    all.extend(gaps.map(|(from, to)| series(None, Look::Gap, [*from, *to])));
    let runs = known.chunk_by(|from, to| to.at - from.at <= GAP);
    let runs = runs.enumerate().map(|(n, run)| {
        let name = (n == 0).then(|| tr("监测"));
        series(name, Look::Seen, run.iter().copied()).labelled(|at| of_seen(of, at))
    });
    all.extend(runs);
    let marked = |name, look, point: &'a Option<Point>, label| {
        let marked = point.iter().map(move |it| series(Some(name), look, [it]));
        marked.map(move |it| it.labelled(|_| Some(label)))
    };
    all.extend(marked(tr("基期"), Look::Start, &of.start, Label::Above));
    all.extend(marked(tr("目标"), Look::Goal, &of.goal, of_goal(of)));
    let longest = all.iter().map(|it| it.points.len()).max().unwrap_or(0);
    all.into_iter().map(|it| it.padded_to(longest)).collect()
}

/// Where an observed figure is printed: not where the start has it already, and in the goal's year away from the goal.
fn of_seen(of: &Chart, at: f64) -> Option<Label> {
    let is_at = |point: &Option<Point>| point.as_ref().is_some_and(|it| same(it.at, at));
    if is_at(&of.start) {
        return None;
    }
    Some(match of_goal(of) {
        Label::Above if is_at(&of.goal) => Label::Below,
        _ => Label::Above,
    })
}

/// Where the goal is printed: away from the last observed figure.
fn of_goal(of: &Chart) -> Label {
    let last = of.seen.last().zip(of.goal.as_ref());
    match last {
        Some((last, goal)) if goal.height < last.height => Label::Below,
        _ => Label::Above,
    }
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < f64::EPSILON
}

impl Series<'_> {
    /// With its figures printed where `place` says for each year.
    fn labelled(mut self, place: impl Fn(f64) -> Option<Label>) -> Self {
        for spot in &mut self.points {
            spot.label = place(spot.at);
        }
        self
    }

    /// With its last point repeated, which draws nothing. `LibreOffice` leaves out the line of a series that is shorter
    /// than another one.
    fn padded_to(mut self, length: usize) -> Self {
        while let Some(last) = self.points.last().filter(|_| self.points.len() < length) {
            let spot = Spot {
                label: None,
                ..*last
            };
            self.points.push(spot);
        }
        self
    }
}

fn series<'a>(
    name: Option<&'static str>,
    look: Look,
    points: impl IntoIterator<Item = &'a Point>,
) -> Series<'a> {
    let points = points.into_iter().map(|point| Spot {
        at: point.at,
        figure: &point.figure,
        label: None,
    });
    Series {
        name,
        points: points.collect(),
        look,
    }
}

/// The way from the start to the goal, or the line of the goal where there is no way to hold figures against.
fn way(of: &Chart, years: Axis) -> Option<Series<'_>> {
    let goal = of.goal.as_ref()?;
    match &of.start {
        Some(start) if of.has_way => Some(series(Some(tr("匀速应到")), Look::Way, [start, goal])),
        _ => {
            let spot = |at| Spot {
                at,
                figure: goal.figure.as_str(),
                label: None,
            };
            Some(Series {
                name: Some(tr("目标线")),
                points: vec![spot(years.from), spot(years.to)],
                look: Look::Way,
            })
        }
    }
}
