//! Draws the sheets over the view, and the frame that the form shares.

use ratatui::layout::Rect;

use super::canvas::{Canvas, row_areas};
use super::{bookmarks, card, details};
use crate::app::side::About;
use crate::app::{App, Document, Errand, Sheet, Topic};
use crate::layout;
use crate::text::width;
use crate::wording;
use crate::words::{say, tr};

pub(super) fn draw(app: &App, sheet: Sheet, canvas: &mut Canvas<'_>) {
    let area = match sheet.topic {
        Topic::Card => layout::card(app.size),
        _ => layout::sheet(app.size),
    };
    let title = match sheet.topic {
        Topic::Why => tr("为什么"),
        Topic::Card => tr("会议卡片"),
        Topic::Filter => tr("筛选指标"),
        Topic::Stated(Errand::Open | Errand::Record) => tr("这里提出的指标"),
        Topic::Stated(Errand::Why | Errand::Card) => tr("选一项指标"),
        Topic::Bookmarks => tr("书签"),
    };
    frame(app, title, area.x, canvas);
    match sheet.topic {
        Topic::Why => details::draw(&app.reasons(), sheet.top, area, canvas),
        Topic::Card => card::draw(app, area, canvas),
        Topic::Filter => choices(app, sheet.top, area, canvas),
        Topic::Stated(errand) => stated(app, errand, area, canvas),
        Topic::Bookmarks => bookmarks::draw(app, sheet.top, area, canvas),
    }
}

/// The targets of a paragraph or task, each with its goal and verdict, and the task that it is.
fn stated(app: &App, errand: Errand, area: Rect, canvas: &mut Canvas<'_>) {
    let document = app.document();
    let at = app.sheet().map_or(0, |sheet| sheet.top);
    let choices = document.choosable(errand);
    let rows = choices.iter().enumerate().skip(app.choices_top());
    for (row, (n, about)) in row_areas(area).zip(rows) {
        match about {
            About::Target(index) => target(document, *index, row, canvas),
            About::Task(node) => {
                let title = document.dossier.outline.node(*node).title();
                let text = say!("任务：{title}", title);
                canvas.text(row.x, row.y, row.width, &text, canvas.theme.plain());
            }
            About::Head(_) | About::Term(_) | About::Unknown(..) => {}
        }
        if n == at {
            canvas.select(row);
        }
    }
}

/// A target with its goal, and its verdict on the right.
pub(super) fn target(document: &Document, index: usize, row: Rect, canvas: &mut Canvas<'_>) {
    let plan = &document.dossier.plan;
    let evaluation = document.assessment.evaluations.get(index);
    let (Some(target), Some(evaluation)) = (plan.targets.get(index), evaluation) else {
        return;
    };
    let sign = evaluation.verdict_sign();
    let verdict = format!("{sign} {}", evaluation.verdict.group().label());
    let right = row.right().saturating_sub(width(&verdict) as u16 + 1);
    let room = |x: u16| right.saturating_sub(x);
    let name = wording::target_name(plan, target);
    let x = canvas.text(row.x, row.y, room(row.x), &name, canvas.theme.plain()) + 2;
    let goal = wording::goal_of(target, evaluation.goal.value);
    canvas.text(x, row.y, room(x), &goal, canvas.theme.goal());
    canvas.text_right(row, &verdict, canvas.theme.verdict(evaluation.group()));
}

/// The choices of the filter: what they ask for, their names, how many targets each would show.
fn choices(app: &App, at: usize, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let choices = app.choices();
    let heads = choices.iter().map(|choice| width(choice.names().0)).max();
    let heads = heads.unwrap_or(0) as u16 + 2;
    let mut before = "";
    let rows = choices.iter().enumerate().skip(app.choices_top());
    for (row, (n, choice)) in row_areas(area).zip(rows) {
        let (head, name) = choice.names();
        if head != before || row.y == area.y {
            canvas.text(row.x, row.y, heads, head, theme.quiet());
        }
        before = head;
        let is_chosen = app.document().filter.choices.contains(choice);
        let mark = if is_chosen { "[x] " } else { "[ ] " };
        let own = Rect {
            x: row.x + heads,
            width: row.width.saturating_sub(heads).min(40),
            ..row
        };
        let style = if is_chosen {
            theme.strong()
        } else {
            theme.plain()
        };
        canvas.text(own.x, own.y, own.width, &format!("{mark}{name}"), style);
        canvas.text_right(own, &app.choice_count(*choice).to_string(), theme.quiet());
        if n == at {
            canvas.select(own);
        }
    }
}

/// Clears the view and draws two rules with a title that begins at a column. Returns the area that they enclose, including
/// the rules.
pub(super) fn frame(app: &App, title: &str, x: u16, canvas: &mut Canvas<'_>) -> Rect {
    let frame = layout::frame(app.size).body;
    canvas.clear(frame);
    for y in [frame.y, frame.bottom() - 1] {
        canvas.rule(Rect {
            y,
            height: 1,
            ..frame
        });
    }
    let title = format!(" {title} ");
    let room = frame.right().saturating_sub(x);
    let x = x.saturating_sub(1);
    canvas.text(x, frame.y, room, &title, canvas.theme.caption());
    frame
}
