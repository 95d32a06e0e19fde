//! Draws the review: the list of what is to be decided, and what is told of the selected item.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::canvas::{Canvas, row_areas};
use super::sheet;
use super::theme::Theme;
use crate::app::App;
use crate::app::review::{Choice, Review, Told, summary, told};
use crate::layout;
use crate::review::Item;
use crate::text::{pad, width};
use crate::words::{say, tr};

pub(super) fn draw(app: &App, review: &Review, canvas: &mut Canvas<'_>) {
    let items = app.document().review_items();
    let cursor = app.document().reviewed.cursor;
    let title = match items.len() {
        0 => tr("审阅：都看过了").to_owned(),
        n => say!("审阅 {at}/{n}", at = cursor.selected + 1, n),
    };
    let areas = layout::review(app.size, items.len());
    sheet::frame(app, &title, areas.list.x, canvas);
    list(app, &items, areas.list, canvas);
    if areas.divider.width > 0 {
        canvas.vertical_rule(areas.divider);
    }
    match (&review.choice, items.get(cursor.selected)) {
        (Some((choices, cursor)), _) => {
            choose(choices, cursor.selected, cursor.top, areas.told, canvas);
        }
        (None, Some(item)) => {
            let lines = told(app.document(), *item, usize::from(areas.told.width));
            let labels = label_columns(&lines);
            let lines = lines.iter().map(|it| line(it, labels, canvas.theme));
            let lines: Vec<Line<'_>> = lines.collect();
            canvas.lines(areas.told, &lines, 0);
        }
        (None, None) => {}
    }
}

fn list(app: &App, items: &[Item], area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let cursor = app.document().reviewed.cursor;
    let labels = [tr("指标"), tr("存疑")].map(width).into_iter().max();
    let label_columns = labels.unwrap_or(0) as u16 + 2;
    let shown = items.iter().enumerate().skip(cursor.top);
    let shown = shown.take(usize::from(area.height));
    let rows: Vec<_> = shown
        .map(|(n, item)| (n, item, summary(app.document(), *item)))
        .collect();
    let goals = rows.iter().map(|(_, _, it)| width(&it.goal)).max();
    // A long goal leaves room for the name.
    let goals = (goals.unwrap_or(0) as u16).min(area.width / 3);
    for (row, (n, item, summary)) in row_areas(area).zip(rows) {
        let label = match item {
            Item::Target(_) => tr("指标"),
            Item::Doubt(_) => tr("存疑"),
        };
        let x = canvas.text(row.x, row.y, label_columns, label, theme.quiet());
        let x = x.max(row.x + label_columns);
        let goal = Rect {
            x: row.right().saturating_sub(goals),
            width: goals,
            ..row
        };
        let end = match item {
            Item::Target(_) => goal.x.saturating_sub(2),
            Item::Doubt(_) => row.right(),
        };
        canvas.text(
            x,
            row.y,
            end.saturating_sub(x),
            &summary.words,
            theme.plain(),
        );
        canvas.text(goal.x, goal.y, goal.width, &summary.goal, theme.goal());
        if n == cursor.selected {
            canvas.style(row, theme.selected());
        }
    }
}

/// What may be chosen; the present one is marked.
fn choose(choices: &[Choice], at: usize, top: usize, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let rows = choices.iter().enumerate().skip(top);
    for (row, (n, choice)) in row_areas(area).zip(rows) {
        let mark = if choice.is_current { "▸ " } else { "  " };
        // Those that a digit takes have it before them.
        let number = if n < 9 {
            (n + 1).to_string()
        } else {
            " ".to_owned()
        };
        let words = format!("{number} {mark}{}", choice.name);
        canvas.text(row.x, row.y, row.width, &words, theme.plain());
        if n == at {
            canvas.style(row, theme.selected());
        }
    }
}

fn line(told: &Told, labels: usize, theme: Theme) -> Line<'_> {
    match told {
        Told::Head(name) => Line::styled(*name, theme.caption()),
        Told::Gap => Line::default(),
        Told::Around(words) => Line::styled(words.as_str(), theme.quiet()),
        Told::Why(words) => Line::styled(words.as_str(), theme.plain()),
        Told::Made(label, words) => Line::from(vec![
            Span::styled(pad(label, labels), theme.quiet()),
            Span::styled(words.as_str(), theme.strong()),
        ]),
        Told::Text(line, words) => {
            let part = |range: std::ops::Range<usize>| line.get(range).unwrap_or_default();
            Line::from(vec![
                Span::styled(part(0..words.start), theme.plain()),
                Span::styled(part(words.clone()), theme.matched_here()),
                Span::styled(part(words.end..line.len()), theme.plain()),
            ])
        }
    }
}

/// The columns of the labels of what a target was taken for.
fn label_columns(lines: &[Told]) -> usize {
    let labels = lines.iter().filter_map(|line| match line {
        Told::Made(label, _) => Some(width(label)),
        _ => None,
    });
    labels.max().unwrap_or(0) + 2
}

/// The keys of the review, those first that are needed most.
pub(super) fn footer(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    if app.is_choosing() {
        keys(tr("Enter 或数字 选中  Esc 放弃"), area, canvas);
        return;
    }
    let items = app.document().review_items();
    let selected = items.get(app.document().reviewed.cursor.selected);
    let (wide, narrow) = match selected {
        Some(Item::Target(_)) => (
            tr("y 是指标  n 不是指标  t 类型  r 年份  d 领域  U 撤回  Enter 原文  Esc 关闭"),
            tr("y 是指标  n 不是  t/r/d 改  U 撤回  Esc 关闭"),
        ),
        Some(Item::Doubt(_)) => (
            tr("y 看过无误  n 确有问题，留作存疑  U 撤回  Enter 原文  Esc 关闭"),
            tr("y 无误  n 有问题  U 撤回  Enter 原文  Esc 关闭"),
        ),
        None => (tr("U 撤回  Esc 关闭"), tr("U 撤回  Esc 关闭")),
    };
    let fits = width(wide) <= usize::from(area.width);
    keys(if fits { wide } else { narrow }, area, canvas);
}

/// Keys, each before what it does, with two blanks between them.
fn keys(words: &str, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let mut x = area.x;
    for hint in words.split("  ") {
        let (key, name) = hint.split_once(' ').unwrap_or((hint, ""));
        let room = |x: u16| area.right().saturating_sub(x);
        x = canvas.put(x, area.y, room(x), key, theme.key()) + 1;
        x = canvas.put(x, area.y, room(x), name, theme.quiet()) + 2;
    }
}
