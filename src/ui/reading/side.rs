//! Draws the notes beside the text.

use ratatui::layout::Rect;

use crate::app::side::{About, Note};
use crate::app::{App, Document};
use crate::evaluation::{Evaluation, Group};
use crate::text::width;
use crate::ui::canvas::Canvas;
use crate::wording;
use crate::words::say;

pub(super) fn draw(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    for Note { row, about } in app.side_notes() {
        let row = Rect {
            y: area.y + row as u16,
            height: 1,
            ..area
        };
        let document = app.document();
        let outline = &document.dossier.outline;
        match about {
            About::Head(words) => {
                canvas.text(row.x, row.y, row.width, words, canvas.theme.quiet());
            }
            About::Unknown(_, count) => {
                let text = say!("尚无监测数据 {count} 项", count);
                canvas.text(row.x, row.y, row.width, &text, canvas.theme.quiet());
            }
            About::Target(index) => target(document, index, row, canvas),
            About::Task(id) => {
                let node = outline.node(id);
                let text = format!("· {}", node.title());
                canvas.text(row.x, row.y, row.width, &text, canvas.theme.plain());
            }
            About::Term(index) => {
                let plan = &document.dossier.plan;
                let name = plan.terms.get(index);
                let text = format!(
                    "· {}",
                    name.map_or("", |term| wording::told(plan, &term.name))
                );
                canvas.text(row.x, row.y, row.width, &text, canvas.theme.plain());
            }
        }
    }
}

/// A target with its verdict; without data its name alone.
fn target(document: &Document, index: usize, row: Rect, canvas: &mut Canvas<'_>) {
    let plan = &document.dossier.plan;
    let (Some(target), Some(evaluation)) = (
        plan.targets.get(index),
        document.assessment.evaluations.get(index),
    ) else {
        return;
    };
    let name = wording::told(plan, &target.name);
    let group = evaluation.verdict.group();
    if group == Group::NoData {
        canvas.text(row.x, row.y, row.width, name, canvas.theme.quiet());
        return;
    }
    let verdict = verdict(evaluation, usize::from(row.width).saturating_sub(2));
    let verdict = &format!("{} {verdict}", evaluation.verdict_sign());
    let room = usize::from(row.width).saturating_sub(width(verdict) + 1);
    canvas.text(row.x, row.y, room as u16, name, canvas.theme.plain());
    let mut style = canvas.theme.verdict(group);
    if document.changed_from(&target.id).is_some() {
        style = style.patch(canvas.theme.changed());
    }
    canvas.text_right(row, verdict, style);
}

/// The verdict; of a long one, which would leave no room for the name, its group.
fn verdict(evaluation: &Evaluation, columns: usize) -> &'static str {
    let verdict = evaluation.verdict;
    let label = verdict.short().unwrap_or(verdict.label());
    if width(label) * 5 > columns * 3 {
        return verdict.group().label();
    }
    label
}
