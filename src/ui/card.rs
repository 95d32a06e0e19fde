//! The meeting card: one target on one screen, large enough to be read from across a table.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::chart::Trend;
use crate::app::App;
use crate::card;
use crate::evaluation::{Evaluation, Verdict};
use crate::gauge;
use crate::plan::Target;
use crate::text::{width, wrap};
use crate::wording;
use crate::words::{say, tr};

pub(super) fn draw(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    let Some(target) = app.target_at_hand() else {
        return;
    };
    let Some(evaluation) = app.document().assessment.evaluation(target) else {
        return;
    };
    let mut rows = Rows { area, y: area.y };
    let theme = canvas.theme;
    rows.flow(canvas, &target.name, theme.strong());
    let place = format!(
        "{}  {}",
        target.domains.join(tr("、")),
        wording::place(&app.document().dossier.outline, target.citation.at)
    );
    rows.flow(canvas, &place, theme.quiet());
    rows.space(area.height >= 16);
    figures(target, evaluation, &mut rows, canvas);
    rows.space(area.height >= 14);
    let style = theme.verdict(evaluation.group());
    let columns = usize::from(area.width).min(64);
    if columns >= gauge::NARROWEST {
        let bar = gauge::gauge(evaluation.fraction(), evaluation.expected, columns);
        rows.centred(canvas, &bar, style);
    }
    rows.flow(canvas, &evaluation.summary(target), style);
    rows.centred(
        canvas,
        &say!("截至 {day} 评判", day = app.document().assessment.as_of),
        theme.quiet(),
    );
    let source = card::source(evaluation);
    if !source.is_empty() {
        rows.flow(canvas, &say!("来源：{source}", source), theme.quiet());
    }
    for remark in &evaluation.remarks {
        rows.flow(canvas, remark, theme.quiet());
    }
    rows.space(area.height >= 14);
    let quote = wording::quoted(&target.citation.quote);
    rows.flow(canvas, &quote, theme.quoted());
    rows.space(true);
    trend(target, evaluation, rows.rest(), canvas);
}

/// Baseline, latest figure and goal side by side, each under its name.
fn figures(target: &Target, evaluation: &Evaluation, rows: &mut Rows, canvas: &mut Canvas<'_>) {
    let base = evaluation.baseline.as_ref();
    let base = base.map(|base| {
        (
            say!("基期 {year}年", year = base.year),
            wording::measured(base.value, evaluation.unit(target)),
        )
    });
    let latest = evaluation.judged.as_ref();
    let latest = latest.map(|seen| {
        (
            say!("最新 {when}", when = seen.period.shown()),
            wording::measured(seen.value, evaluation.unit(target)),
        )
    });
    let missing = |name: &str, words: &str| (name.to_owned(), words.to_owned());
    let columns = [
        base.unwrap_or_else(|| missing(tr("基期"), tr("无同口径数值"))),
        latest.unwrap_or_else(|| missing(tr("最新"), Verdict::NoData.label())),
        (
            wording::goal_year(target.year)
                .map_or_else(|| tr("目标").to_owned(), |year| say!("目标 {year}", year)),
            wording::goal(target),
        ),
    ];
    let theme = canvas.theme;
    let third = rows.area.width / 3;
    for (n, (name, figure)) in columns.iter().enumerate() {
        let x = rows.area.x + third * n as u16;
        let cell = |y| Rect {
            x,
            y,
            width: third,
            height: 1,
        };
        let style = if n == 2 { theme.goal() } else { theme.strong() };
        centre(canvas, cell(rows.y), name, theme.quiet());
        centre(canvas, cell(rows.y + 1), figure, style);
    }
    rows.y += 2;
}

fn trend(target: &Target, evaluation: &Evaluation, area: Rect, canvas: &mut Canvas<'_>) {
    let Some(trend) =
        Trend::of(target, evaluation).filter(|_| area.height >= 5 && area.width >= 40)
    else {
        return;
    };
    let columns = area.width.min(72);
    let chart = Rect {
        x: area.x + (area.width - columns) / 2,
        width: columns,
        height: area.height.min(13),
        ..area
    };
    canvas.trend(&trend, chart);
}

/// Lines from the top of an area down.
struct Rows {
    area: Rect,
    y: u16,
}

impl Rows {
    fn centred(&mut self, canvas: &mut Canvas<'_>, text: &str, style: ratatui::style::Style) {
        if self.y < self.area.bottom() {
            centre(
                canvas,
                Rect {
                    y: self.y,
                    height: 1,
                    ..self.area
                },
                text,
                style,
            );
            self.y += 1;
        }
    }

    /// Text over as many lines as it needs.
    fn flow(&mut self, canvas: &mut Canvas<'_>, text: &str, style: ratatui::style::Style) {
        for range in wrap(text, usize::from(self.area.width), 0) {
            self.centred(canvas, text.get(range).unwrap_or_default(), style);
        }
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

fn centre(canvas: &mut Canvas<'_>, area: Rect, text: &str, style: ratatui::style::Style) {
    let columns = (width(text) as u16).min(area.width);
    canvas.text(
        area.x + (area.width - columns) / 2,
        area.y,
        columns,
        text,
        style,
    );
}
