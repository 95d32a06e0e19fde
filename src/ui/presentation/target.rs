//! Draws one target over the whole screen: its name, the latest figure and the goal in large digits, its gauge, its verdict,
//! the sentence of the plan, and where there is room its trend.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::digits;
use crate::app::App;
use crate::card::{Card, Figure};
use crate::evaluation::{Evaluation, Group};
use crate::gauge::{self, Instrument};
use crate::text::{width, wrap};
use crate::ui::canvas::{Canvas, row_areas};
use crate::ui::chart::Trend;
use crate::ui::theme::Theme;

/// The least rows of a trend, and the most: taller, its slopes would deceive.
const LEAST_TREND: u16 = 12;
const MOST_TREND: u16 = 24;

/// The maximum columns of gauge and trend.
const WIDEST: u16 = 120;

pub(super) fn draw(app: &App, index: usize, area: Rect, canvas: &mut Canvas<'_>) {
    let document = app.document();
    let (assessment, dossier) = (&document.assessment, &document.dossier);
    let Some(target) = dossier.plan.targets.get(index) else {
        return;
    };
    let Some(evaluation) = assessment.evaluations.get(index) else {
        return;
    };
    let card = Card::of(
        target,
        &dossier.plan,
        &dossier.outline,
        evaluation,
        assessment.as_of,
    );
    let title = dossier.plan.body.title.reading();
    super::above(app, &format!("{title} › {}", card.domains), canvas);
    let parts = fitting(parts(&card, evaluation, area, canvas.theme), area.height);
    let used: u16 = parts.iter().map(Part::height).sum();
    let room = area.height.saturating_sub(used + 2).min(MOST_TREND);
    let trend = Trend::of(target, evaluation);
    let trend = trend.filter(|_| room >= LEAST_TREND && area.width >= 60);
    let below = trend.as_ref().map_or(0, |_| room + 2);
    let mut y = area.y + area.height.saturating_sub(used + below) / 2;
    for part in &parts {
        let height = part.height().min(area.bottom().saturating_sub(y));
        part.draw(Rect { y, height, ..area }, canvas);
        y += height;
    }
    if let Some(trend) = trend {
        let area = Rect {
            y: y + 2,
            height: room,
            ..narrowed(area)
        };
        trend.draw(area, canvas);
    }
}

/// The middle of an area, no wider than gauges and trends.
fn narrowed(area: Rect) -> Rect {
    let columns = area.width.min(WIDEST);
    Rect {
        x: area.x + (area.width - columns) / 2,
        width: columns,
        ..area
    }
}

/// What is shown of a target, from top to bottom.
struct Part {
    shown: Shown,
    /// The rank: 0 is needed the most. If not all parts fit, the highest ranks are left out.
    need: u8,
}

enum Shown {
    /// An empty row.
    Gap,
    /// Centred lines.
    Words(Vec<String>, Style),
    /// Figures side by side, each in its style, the scale of their digits, and the empty rows above and below these; without
    /// a scale they are words.
    Figures(Vec<(Figure, Style)>, Option<u16>, u16),
    /// A gauge of so many rows.
    Gauge(Instrument, Group, u16),
}

/// All parts of a target in an area.
fn parts(card: &Card, evaluation: &Evaluation, area: Rect, theme: Theme) -> Vec<Part> {
    let words = |text: &str, style: Style, need: u8| {
        let lines = wrap(text, usize::from(area.width), 0).into_iter();
        let lines = lines.map(|line| text.get(line).unwrap_or_default().trim_end().to_owned());
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        let shown = Shown::Words(lines, style);
        Part { shown, need }
    };
    let gap = |need: u8| Part {
        shown: Shown::Gap,
        need,
    };
    let group = evaluation.group();
    let verdict = theme.verdict(group);
    let baseline = match card.baseline.time.as_str() {
        "" => String::new(),
        _ => card.baseline.told(),
    };
    let sign = format!("{} {}", evaluation.verdict_sign(), card.verdict);
    let mut parts = vec![
        words(&card.name, theme.caption(), 0),
        words(
            card.own_name.as_deref().unwrap_or_default(),
            theme.quiet(),
            2,
        ),
        gap(4),
        figures(card, evaluation, area, theme),
        words(&baseline, theme.quiet(), 3),
        gap(2),
    ];
    if let Some(instrument) = Instrument::of(evaluation) {
        let rows = if area.height >= 30 { 2 } else { 1 };
        let shown = Shown::Gauge(instrument, group, rows);
        parts.extend([Part { shown, need: 1 }, gap(5)]);
    }
    parts.extend([
        words(&sign, verdict, 0),
        words(&card.progress, verdict, 3),
        gap(2),
        words(&crate::wording::quoted(&card.sentence), theme.quoted(), 2),
        words(&card.place, theme.quiet(), 4),
    ]);
    parts.retain(|part| part.height() > 0);
    parts
}

/// The latest figure, if there is one, and the goal.
fn figures(card: &Card, evaluation: &Evaluation, area: Rect, theme: Theme) -> Part {
    let group = evaluation.group();
    let mut figures = vec![(card.goal.clone(), theme.goal())];
    if !card.latest.time.is_empty() {
        let style = match group {
            Group::NoData => theme.strong(),
            group => theme.verdict(group),
        };
        figures.insert(0, (card.latest.clone(), style));
    }
    let columns = narrowed(area).width / figures.len() as u16;
    let values = figures.iter().map(|(figure, _)| figure.value.as_str());
    let all: Vec<&str> = values
        .filter_map(digits::split)
        .map(|(_, it, _)| it)
        .collect();
    let scale = digits::scale(&all, columns.saturating_sub(1), area.height * 2 / 5);
    let scale = scale.filter(|_| !all.is_empty());
    let air = u16::from(area.height >= 30);
    let shown = Shown::Figures(figures, scale, air);
    Part { shown, need: 0 }
}

/// The parts that fit into `rows`.
fn fitting(mut parts: Vec<Part>, rows: u16) -> Vec<Part> {
    let height = |parts: &[Part]| parts.iter().map(Part::height).sum::<u16>();
    while height(&parts) > rows {
        let most = parts.iter().map(|part| part.need).max().unwrap_or(0);
        let least_needed = parts.iter().rposition(|part| part.need == most);
        match least_needed {
            Some(at) if most > 0 => parts.remove(at),
            _ => break,
        };
    }
    parts
}

impl Part {
    fn height(&self) -> u16 {
        match &self.shown {
            Shown::Gap => 1,
            Shown::Words(lines, _) => lines.len() as u16,
            Shown::Figures(_, scale, air) => 2 + digit_rows(*scale, *air),
            Shown::Gauge(_, _, rows) => *rows,
        }
    }

    fn draw(&self, area: Rect, canvas: &mut Canvas<'_>) {
        match &self.shown {
            Shown::Gap => {}
            Shown::Words(lines, style) => {
                for (row, line) in row_areas(area).zip(lines) {
                    canvas.centred(row, line, *style);
                }
            }
            Shown::Figures(figures, scale, air) => {
                side_by_side(figures, (*scale, *air), area, canvas);
            }
            Shown::Gauge(instrument, group, _) => bar(instrument, *group, area, canvas),
        }
    }
}

/// The rows between the heads of figures and their words.
fn digit_rows(scale: Option<u16>, air: u16) -> u16 {
    scale.map_or(1, |scale| digits::size("0", scale).1 + 2 * air)
}

/// Figures side by side, each with its head above and its words below.
fn side_by_side(
    figures: &[(Figure, Style)],
    large: (Option<u16>, u16),
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let all = narrowed(area);
    let columns = all.width / figures.len().max(1) as u16;
    for (n, (figure, style)) in (0u16..).zip(figures) {
        let own = Rect {
            x: all.x + n * columns,
            width: columns,
            ..all
        };
        one(figure, *style, large, own, canvas);
    }
}

/// A figure in its column.
fn one(
    figure: &Figure,
    style: Style,
    (scale, air): (Option<u16>, u16),
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let head = format!("{} {}", figure.head, figure.time);
    canvas.centred(area, head.trim_end(), canvas.theme.quiet());
    let rows = digit_rows(scale, air);
    let below = |rows: u16| Rect {
        y: area.y + 1 + rows,
        ..area
    };
    let Some((scale, (before, number, after))) = scale.zip(digits::split(&figure.value)) else {
        // Words stand in the middle of the row of digits beside them.
        return canvas.centred(below(rows / 2), &figure.value, style);
    };
    let across = digits::size(number, scale).0;
    let own = Rect {
        x: area.x + area.width.saturating_sub(across) / 2,
        ..below(air)
    };
    digits::draw(number, scale, own, style, canvas);
    // What the digits leave out: a unit, or all of it where words stand before them.
    let words = if before.is_empty() {
        after
    } else {
        &figure.value
    };
    canvas.centred(below(rows), words, style);
}

/// A gauge as wide as the area allows, with its figure beside it.
fn bar(instrument: &Instrument, group: Group, area: Rect, canvas: &mut Canvas<'_>) {
    let area = narrowed(area);
    let figure = instrument.figure();
    let beside = if figure.is_empty() {
        0
    } else {
        width(&figure) as u16 + 2
    };
    let columns = area.width.saturating_sub(beside);
    if usize::from(columns) < gauge::NARROWEST {
        return canvas.centred(area, &figure, canvas.theme.verdict(group));
    }
    let own = Rect {
        width: columns,
        ..area
    };
    canvas.thick_gauge(own, instrument, group);
    canvas.text_right(area, &figure, canvas.theme.verdict(group));
}
