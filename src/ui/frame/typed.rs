//! The prompt in the footer.

use ratatui::layout::{Position, Rect};

use crate::app::{App, Prompt, Purpose};
use crate::search::MOST_WORDS;
use crate::text::{truncate_within, width};
use crate::ui::canvas::Canvas;
use crate::words::{say, tr};

/// The prompt; a long line is scrolled to its cursor.
pub(super) fn typed(app: &App, prompt: &Prompt, area: Rect, canvas: &mut Canvas<'_>) -> Position {
    let (label, note) = match prompt.purpose {
        Purpose::Find => (tr("查找："), found(app, prompt)),
        Purpose::Field(_) | Purpose::Help => ("", String::new()),
        Purpose::Bookmark => (
            tr("书签备注："),
            app.message
                .clone()
                .unwrap_or_else(|| tr("可以不写；Enter 存，Esc 放弃").to_owned()),
        ),
        Purpose::Keep(_) => (
            tr("存为："),
            app.message
                .clone()
                .unwrap_or_else(|| App::keeping_hint().to_owned()),
        ),
        Purpose::GoTo => (
            tr("地址："),
            app.message
                .clone()
                .unwrap_or_else(|| tr("如 3、3.1.2、三（一）2、3.1.2p4").to_owned()),
        ),
    };
    let x = canvas.text(area.x, area.y, area.width, label, canvas.theme.caption());
    let before = prompt.before_cursor();
    // The note has half of the line, or more if the input leaves it.
    let typed = width(prompt.text()).min(usize::from(area.width)) as u16;
    let left = area.right().saturating_sub(x + typed + 2);
    let note_columns = (width(&note) as u16 + 2).min(left.max(area.width / 2));
    let room = usize::from(area.right().saturating_sub(x + note_columns + 1));
    let hidden = bytes_to_hide(&before, room);
    let shown = prompt.text().get(hidden..).unwrap_or_default();
    canvas.text(x, area.y, room as u16, shown, canvas.theme.strong());
    let note_area = Rect {
        x: area.right() - note_columns,
        width: note_columns,
        ..area
    };
    canvas.text_right(
        note_area,
        &truncate_within(&note, usize::from(note_columns)),
        canvas.theme.quiet(),
    );
    let cursor = width(before.get(hidden..).unwrap_or_default()) as u16;
    Position {
        x: x + cursor,
        y: area.y,
    }
}

/// The number of bytes to hide at the start so that the rest fits into `room` columns.
fn bytes_to_hide(text: &str, room: usize) -> usize {
    let mut columns = 0;
    let from_end = text.char_indices().rev();
    let mut fitting = from_end.take_while(|(_, c)| {
        columns += width(c.encode_utf8(&mut [0; 4]));
        columns <= room
    });
    let first = fitting.by_ref().last();
    first.map_or(text.len(), |(at, _)| at)
}

fn found(app: &App, prompt: &Prompt) -> String {
    if let Some(message) = &app.message {
        return message.clone();
    }
    match (prompt.text().trim(), app.document().hits().len()) {
        ("", _) if app.size.width < 104 => tr("可用拼音；@领域 :类型 -不含").to_owned(),
        ("", _) => tr("可用拼音；@领域 :类型 -不含；Tab 换类型，Esc 放弃").to_owned(),
        (_, 0) if app.document().finder.topic.is_some() => tr("主题").to_owned(),
        (_, 0) => tr("没有找到").to_owned(),
        (_, n) if app.document().finder.is_cut => {
            say!("{n} 处；只取前 {most} 个词", n, most = MOST_WORDS)
        }
        (_, n) => say!(
            "{at}/{n} 处",
            at = app.document().finder.cursor.selected + 1,
            n
        ),
    }
}
