//! The first and the last line of the screen: title and tabs; the line being typed, a message, or position and hints.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use crate::app::keymap::{self, Mode};
use crate::app::{Action, App, Focus, Prompt, Purpose, Topic, View, tabs};
use crate::layout;
use crate::search::MOST_WORDS;
use crate::text::{truncate, width};
use crate::wording;
use crate::words::{say, tr};

pub(super) fn header(app: &App, canvas: &mut Canvas<'_>) {
    let area = layout::frame(app.size).header;
    let chips = tabs(area, Mode::View(app.view));
    let room = chips
        .first()
        .map_or(area.right(), |chip| chip.area.x)
        .saturating_sub(area.x + 2);
    canvas.text(
        area.x + 1,
        area.y,
        room,
        app.plan.body.title.reading(),
        canvas.theme.strong(),
    );
    canvas.chips(&chips, &app.view);
}

/// Draws the footer. While a line is being typed, returns where the terminal's cursor belongs: input methods open there.
pub(super) fn footer(app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
    let area = layout::frame(app.size).footer;
    let area = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    if let Some(prompt) = &app.prompt {
        return Some(typed(app, prompt, area, canvas));
    }
    if let Some(message) = &app.message {
        canvas.text(area.x, area.y, area.width, message, canvas.theme.message());
        return None;
    }
    let left = position(app);
    let x = canvas.text(area.x, area.y, area.width, &left, canvas.theme.quiet());
    let room = area.right().saturating_sub(x + 3);
    let hints = fitting(&hints(app), usize::from(room));
    canvas.text_right(
        Rect {
            x: area.right() - room.min(area.width),
            width: room,
            ..area
        },
        &hints,
        canvas.theme.quiet(),
    );
    None
}

/// The line being typed. A long one is shown by its end.
fn typed(app: &App, prompt: &Prompt, area: Rect, canvas: &mut Canvas<'_>) -> Position {
    let (label, note) = match prompt.purpose {
        Purpose::Find => (tr("查找："), found(app, prompt)),
        Purpose::Field => ("", String::new()),
        Purpose::GoTo => (
            tr("地址："),
            app.message
                .clone()
                .unwrap_or_else(|| tr("如 3、3.1.2、三（一）2、3.1.2p4").to_owned()),
        ),
    };
    let x = canvas.text(area.x, area.y, area.width, label, canvas.theme.caption());
    let before = prompt.before_cursor();
    let note_columns = (width(&note) as u16 + 2).min(area.width / 2);
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
        &truncate(&note, usize::from(note_columns)),
        canvas.theme.quiet(),
    );
    let cursor = width(before.get(hidden..).unwrap_or_default()) as u16;
    Position {
        x: x + cursor,
        y: area.y,
    }
}

/// How many bytes at the start have to go so that the rest fits into `room` columns.
fn bytes_to_hide(text: &str, room: usize) -> usize {
    let starts = text
        .char_indices()
        .map(|(at, _)| at)
        .chain(std::iter::once(text.len()));
    let mut fitting = starts.filter(|&at| width(text.get(at..).unwrap_or_default()) <= room);
    fitting.next().unwrap_or(text.len())
}

fn found(app: &App, prompt: &Prompt) -> String {
    if let Some(message) = &app.message {
        return message.clone();
    }
    match (prompt.text().trim(), app.hits().len()) {
        ("", _) if app.size.width < 104 => tr("可用拼音；@领域 :类型 -不含").to_owned(),
        ("", _) => tr("可用拼音；@领域 :类型 -不含；Tab 换类型，Esc 放弃").to_owned(),
        (_, 0) => tr("没有找到").to_owned(),
        (_, n) if app.finder.is_cut => {
            say!("{n} 处；只取前 {most} 个词", n = n, most = MOST_WORDS)
        }
        (_, n) => say!("{at}/{n} 处", at = app.finder.cursor.selected + 1, n = n),
    }
}

/// Where one is.
fn position(app: &App) -> String {
    let find = match (&app.find, app.find.matches.len()) {
        (find, n) if n > 0 => {
            let (open, close) = quotes(&find.query);
            let at = say!("{at}/{n} 处", at = find.current + 1, n = n);
            format!("{open}{}{close} {at}  ", find.query)
        }
        _ => String::new(),
    };
    let place = match app.view {
        View::Overview => app.plan.meta.region.clone(),
        View::Reading => reading_position(app),
        View::Targets => {
            let place = app
                .selected_target()
                .map(|target| wording::place(target.citation.at));
            say!(
                "{place}  截至 {day}",
                place = place.unwrap_or_default(),
                day = app.monitoring.as_of
            )
        }
        View::Terms => say!("名称 {n} 个", n = app.plan.terms.len()),
        View::Tasks => app.selected_task().map_or_else(String::new, |id| {
            wording::place(app.outline.node(id).address)
        }),
    };
    find + &place
}

/// The marks to put around words: none where they have their own.
fn quotes(words: &str) -> (&'static str, &'static str) {
    if words.contains(['“', '”', '"', '「', '」']) {
        ("", "")
    } else {
        ("“", "”")
    }
}

fn reading_position(app: &App) -> String {
    let address = app.outline.node(app.reading.cursor).address;
    let last = app.reading.last_top();
    let percent = (app.reading.top.min(last) * 100)
        .checked_div(last)
        .unwrap_or(100);
    let stated = match app.targets_stated_at(app.reading.cursor).len() {
        0 => String::new(),
        n => say!("  指标 {n} 项", n = n),
    };
    format!("{}{stated}  {percent}%", wording::place(address))
}

/// What one may want to do next, the most useful first.
fn hints(app: &App) -> Vec<(Action, &'static str)> {
    let mode = app.mode();
    let own: &[(Action, &str)] = match (mode, app.reading.focus) {
        (Mode::Sheet, _) => return sheet_hints(app),
        (Mode::View(View::Overview), _) => &[(Action::Open, "阅读")],
        (Mode::View(View::Reading), Focus::Toc) => {
            &[(Action::Open, "正文"), (Action::Fold, "折叠")]
        }
        (Mode::View(View::Reading), Focus::Text) => &[
            (Action::Left, "目录"),
            (Action::Open, "指标"),
            (Action::Heading(1), "下一节"),
        ],
        (Mode::View(View::Terms), _) => &[(Action::Open, "原文"), (Action::Match(1), "下一处")],
        (Mode::View(View::Targets | View::Tasks), _) => &[
            (Action::Open, "原文"),
            (Action::Why, "为什么"),
            (Action::Card, "卡片"),
            (Action::Record, "记一笔"),
        ],
        (Mode::Form, _) => return vec![(Action::Cancel, "放弃")],
        (Mode::Prompt, _) => &[],
    };
    let mut hints = vec![
        (Action::Help, "帮助"),
        (Action::Prompt(Purpose::Find), "查找"),
    ];
    hints.extend_from_slice(own);
    let next = (Action::Match(1), "下一处");
    if !app.find.is_off() && !hints.contains(&next) {
        hints.insert(1, next);
    }
    hints.push((Action::Back, "返回"));
    hints.push((Action::Quit, "退出"));
    hints
}

fn sheet_hints(app: &App) -> Vec<(Action, &'static str)> {
    let close = (Action::Cancel, "关闭");
    match app.sheet.map(|sheet| sheet.topic) {
        Some(Topic::Card) => vec![close, (Action::Move(1), "下一项"), (Action::Why, "为什么")],
        Some(Topic::Why) => vec![close, (Action::Card, "卡片"), (Action::Page(1), "下一屏")],
        _ => vec![close, (Action::Page(1), "下一屏")],
    }
}

/// As many hints as fit, each with the key that the table binds.
fn fitting(hints: &[(Action, &'static str)], room: usize) -> String {
    let mut line = String::new();
    for (action, name) in hints {
        let Some(key) = key_of(action) else { continue };
        let gap = if line.is_empty() { "" } else { "  " };
        let hint = format!("{gap}{key} {}", tr(name));
        if width(&line) + width(&hint) <= room {
            line.push_str(&hint);
        }
    }
    line
}

fn key_of(action: &Action) -> Option<crate::app::Key> {
    let modes = View::ALL.map(|(view, _)| Mode::View(view));
    modes.iter().find_map(|mode| keymap::key_for(*mode, action))
}
