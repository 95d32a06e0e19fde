//! The meeting card: one target on one screen.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, row_areas};
use super::chart::Trend;
use crate::app::App;
use crate::card::{Card, Figure};
use crate::evaluation::Evaluation;
use crate::gauge::{self, Instrument};
use crate::plan::Target;
use crate::text::{width, wrap};
use crate::wording;
use crate::words::say;

/// The minimum rows of the chart.
const LEAST_TREND: u16 = 5;

pub(super) fn draw(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    let Some(target) = app.document().target_at_hand() else {
        return;
    };
    let assessment = &app.document().assessment;
    let Some(evaluation) = assessment.evaluation(target) else {
        return;
    };
    let card = Card::of(
        target,
        &app.document().dossier.plan,
        &app.document().dossier.outline,
        evaluation,
        assessment.as_of,
    );
    let mut rows = Rows { area, y: area.y };
    let theme = canvas.theme;
    rows.flow(canvas, &card.title(), theme.strong());
    if let Some(own) = &card.own_name {
        rows.flow(canvas, own, theme.quiet());
    }
    rows.space(area.height >= 16);
    figures(&card, &mut rows, canvas);
    rows.space(area.height >= 14);
    let style = theme.verdict(evaluation.group());
    gauge(evaluation, &mut rows, canvas);
    rows.flow(canvas, &card.conclusion(), style);
    rows.flow(canvas, &card.progress, style);
    rows.space(area.height >= 14);
    rows.quote(canvas, &card);
    if !card.source.is_empty() {
        let source = say!("来源：{source}", source = card.source);
        rows.flow(canvas, &source, theme.quiet());
    }
    for remark in &card.remarks {
        rows.flow(canvas, remark, theme.quiet());
    }
    rows.space(rows.rest().height > LEAST_TREND);
    trend(target, evaluation, rows.rest(), canvas);
}

/// Baseline, latest figure and goal side by side, each under its head and time.
fn figures(card: &Card, rows: &mut Rows, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let head = |it: &Figure| format!("{} {}", it.head, it.time).trim_end().to_owned();
    let figures = [&card.baseline, &card.latest, &card.goal];
    let heads = figures.map(|it| (head(it), theme.quiet()));
    let [baseline, latest, goal] = figures.map(|it| it.value.clone());
    let strong = theme.strong();
    rows.side_by_side(canvas, &heads);
    rows.side_by_side(
        canvas,
        &[(baseline, strong), (latest, strong), (goal, theme.goal())],
    );
}

/// The gauge as wide as the card, with its figure beside it.
fn gauge(evaluation: &Evaluation, rows: &mut Rows, canvas: &mut Canvas<'_>) {
    let rest = rows.rest();
    let Some(instrument) = Instrument::of(evaluation) else {
        return;
    };
    let figure = instrument.figure();
    let beside = width(&figure) as u16 + 1;
    let columns = rest.width.saturating_sub(beside);
    if usize::from(columns) < gauge::NARROWEST || rest.height == 0 {
        return;
    }
    let group = evaluation.group();
    let line = Rect { height: 1, ..rest };
    let bar = Rect {
        width: columns,
        ..line
    };
    canvas.gauge(bar, &instrument, group);
    canvas.text_right(line, &figure, canvas.theme.verdict(group));
    rows.space(true);
}

fn trend(target: &Target, evaluation: &Evaluation, area: Rect, canvas: &mut Canvas<'_>) {
    let Some(trend) =
        Trend::of(target, evaluation).filter(|_| area.height >= LEAST_TREND && area.width >= 40)
    else {
        return;
    };
    trend.draw(area, canvas);
}

/// An area that is filled from the top down.
struct Rows {
    area: Rect,
    y: u16,
}

impl Rows {
    /// Centred text over as many lines as it needs; empty text takes none.
    fn flow(&mut self, canvas: &mut Canvas<'_>, text: &str, style: Style) {
        if !text.is_empty() {
            self.y = flow(canvas, self.rest(), text, style);
        }
    }

    /// The quotation, and behind it where it stands.
    fn quote(&mut self, canvas: &mut Canvas<'_>, card: &Card) {
        let words = wording::quoted(&card.sentence).len();
        let text = card.quote();
        let (quoted, quiet) = (canvas.theme.quoted(), canvas.theme.quiet());
        let rest = self.rest();
        for (row, range) in row_areas(rest).zip(wrap(&text, usize::from(rest.width), 0)) {
            let end = range.end.min(words.max(range.start));
            let line = text.get(range.clone()).unwrap_or_default();
            let x = row.x + row.width.saturating_sub(width(line) as u16) / 2;
            let told = text.get(range.start..end).unwrap_or_default();
            let x = canvas.put(x, row.y, row.width, told, quoted);
            let place = text.get(end..range.end).unwrap_or_default();
            canvas.put(x, row.y, row.right().saturating_sub(x), place, quiet);
            self.y = row.bottom();
        }
    }

    /// Centred texts in three columns.
    fn side_by_side(&mut self, canvas: &mut Canvas<'_>, texts: &[(String, Style); 3]) {
        let rest = self.rest();
        let width = rest.width / 3;
        let columns = (0..).map(|n| Rect {
            x: rest.x + width * n,
            width,
            ..rest
        });
        let ends = columns
            .zip(texts)
            .map(|(column, (text, style))| flow(canvas, column, text, *style));
        self.y = ends.max().unwrap_or(self.y);
    }

    fn space(&mut self, wanted: bool) {
        self.y += u16::from(wanted);
    }

    fn rest(&self) -> Rect {
        Rect {
            y: self.y,
            height: self.area.bottom().saturating_sub(self.y),
            ..self.area
        }
    }
}

/// Writes centred text from the top of an area over as many lines as it needs. Returns the row after the last one.
fn flow(canvas: &mut Canvas<'_>, area: Rect, text: &str, style: Style) -> u16 {
    let lines = wrap(text, usize::from(area.width), 0);
    let mut y = area.y;
    for (row, range) in row_areas(area).zip(lines) {
        let line = text.get(range).unwrap_or_default();
        canvas.centred(row, line, style);
        y = row.bottom();
    }
    y
}
