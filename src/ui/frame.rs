//! Draws the header (title and tabs) and the footer (the prompt, a message, or position and hints).

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use crate::app::keymap::Mode;
use crate::app::{Action, App, Focus, Prompt, Purpose, Topic, View, tabs, title_room};
use crate::citation::Style;
use crate::layout;
use crate::search::MOST_WORDS;
use crate::text::{truncate_within, width};
use crate::wording;
use crate::words::{say, tr};

pub(super) fn header(app: &App, canvas: &mut Canvas<'_>) {
    let area = layout::frame(app.size).header;
    let mode = Mode::View(app.document().view);
    let chips = tabs(area, mode, &app.keys);
    let room = title_room(area, mode, &app.keys);
    canvas.style(area, canvas.theme.bar());
    canvas.text(
        area.x + 1,
        area.y,
        room,
        header_title(app, room),
        canvas.theme.strong(),
    );
    canvas.chips(&chips, &app.document().view);
}

/// The plan's title; empty in the overview if it has no room, as the overview then begins with it.
fn header_title(app: &App, room: u16) -> &str {
    let title = app.document().dossier.plan.body.title.reading();
    if app.document().view == View::Overview && width(title) > usize::from(room) {
        ""
    } else {
        title
    }
}

/// Draws the footer. With a prompt, returns the position of the cursor, where input methods open.
pub(super) fn footer(app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
    let area = layout::frame(app.size).footer;
    canvas.style(area, canvas.theme.bar());
    let area = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    if let Some(prompt) = app.prompt() {
        return Some(typed(app, prompt, area, canvas));
    }
    if let Some(message) = &app.message {
        // A reason stands at the end, often behind a path.
        let message = truncate_within(message, usize::from(area.width));
        canvas.text(area.x, area.y, area.width, &message, canvas.theme.message());
        return None;
    }
    if app.review().is_some() {
        super::review::footer(app, area, canvas);
        return None;
    }
    let hints = hints(app);
    let columns = usize::from(area.width);
    let left = beside_hints(app, &hints, columns);
    let style = canvas.theme.quiet();
    canvas.text(area.x, area.y, area.width, &left, style);
    let room = columns.saturating_sub(width(&left) + GAP);
    draw_hints(&fitting(app, &hints, room), area, canvas);
    None
}

/// Hints at the right end of an area, each with its key before its name.
fn draw_hints(hints: &[Shown], area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let mut x = area.right().saturating_sub(columns_of(hints) as u16);
    for Shown { key, name } in hints {
        let room = |x: u16| area.right().saturating_sub(x);
        x = canvas.put(x, area.y, room(x), key, theme.key()) + 1;
        x = canvas.put(x, area.y, room(x), name, theme.quiet()) + 2;
    }
}

/// The columns between position and hints.
const GAP: usize = 3;

/// As many parts of the position as leave room for the hints of use here; if not even the first part does, for the
/// necessary hints.
fn beside_hints(app: &App, hints: &[Hint], columns: usize) -> String {
    let parts = position(app);
    let of = |need: u8| {
        let hints: Vec<Hint> = hints.iter().filter(|it| it.need <= need).copied().collect();
        columns_of(&fitting(app, &hints, usize::MAX)) + GAP
    };
    let beside = |needed: usize| {
        let lengths = (1..=parts.len()).rev();
        let mut texts = lengths.map(|n| parts.get(..n).unwrap_or_default().join("  "));
        texts.find(|text| width(text) + needed <= columns)
    };
    let text = beside(of(OF_USE)).or_else(|| beside(of(NEEDED)));
    text.unwrap_or_else(|| parts.first().cloned().unwrap_or_default())
}

/// The prompt; a long line is scrolled to its cursor.
fn typed(app: &App, prompt: &Prompt, area: Rect, canvas: &mut Canvas<'_>) -> Position {
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

/// The parts of the position, the most important first.
fn position(app: &App) -> Vec<String> {
    if let Some(open) = app.presentation() {
        let at = format!("{}/{}", open.at + 1, open.len());
        let day = say!("截至 {day}", day = app.document().assessment.as_of);
        return vec![at, day];
    }
    let mut parts = Vec::new();
    let find = &app.document().find;
    if !find.matches.is_empty() {
        let (open, close) = quotes(&find.query);
        let at = say!("{at}/{n} 处", at = find.current + 1, n = find.matches.len());
        parts.push(format!("{open}{}{close} {at}", find.query));
    }
    let outline = &app.document().dossier.outline;
    if app.document().is_looking_back() {
        let day = app.document().assessment.as_of;
        parts.push(say!("回看 {day}", day));
    }
    match app.document().view {
        View::Overview => parts.extend(app.document().dossier.plan.meta.region.clone()),
        View::Reading => parts.extend(reading_position(app)),
        View::Targets => {
            parts.extend(filter_position(app));
            if !app.document().is_looking_back() {
                parts.push(say!("截至 {day}", day = app.document().assessment.as_of));
            }
            let target = app.document().selected_target();
            parts.extend(target.map(|target| wording::place(outline, target.citation.at)));
        }
        View::Terms => parts.push(say!(
            "名称 {n} 个",
            n = app.document().dossier.plan.terms.len()
        )),
        View::Topic => {
            let page = app.document().topic.as_ref();
            parts.extend(page.map(|page| say!("主题：{name}", name = page.answer.name())));
            parts.push(say!("截至 {day}", day = app.document().assessment.as_of));
        }
        View::Tasks => {
            let task = app.document().selected_task();
            parts.extend(task.map(|id| wording::place(outline, outline.node(id).address)));
        }
    }
    parts
}

/// What the list of targets is narrowed to: the filter, and how the targets of a domain count.
fn filter_position(app: &App) -> Vec<String> {
    let document = app.document();
    let mut parts = Vec::new();
    if !document.filter.is_off() {
        parts.push(say!("筛选：{words}", words = document.filter.words()));
    }
    if let Some(domain) = document.domain_name() {
        let (leading, also) = document.share_of(domain);
        parts.push(say!("{leading} 主＋{also} 兼", leading, also));
    }
    parts
}

/// The quotation marks for words; none if they have some.
fn quotes(words: &str) -> (&'static str, &'static str) {
    if words.contains(['“', '”', '"', '「', '」']) {
        ("", "")
    } else {
        ("“", "”")
    }
}

fn reading_position(app: &App) -> Vec<String> {
    let outline = &app.document().dossier.outline;
    let reading = &app.document().reading;
    let node = outline.node(reading.cursor);
    let part = reading.part.as_ref();
    let address = part.map_or(node.address, |part| node.address_of(part));
    let last = app.document().reading.last_top();
    let percent = (app.document().reading.top.min(last) * 100)
        .checked_div(last)
        .unwrap_or(100);
    let mut parts = vec![wording::place(outline, address), format!("{percent}%")];
    match app
        .document()
        .targets_stated_at(app.document().reading.cursor)
        .len()
    {
        0 => {}
        n => parts.insert(1, say!("指标 {n} 项", n)),
    }
    let bookmark = app.document().bookmarks_at(reading.cursor).next();
    if let Some(own) = bookmark {
        let told = match own.note.as_str() {
            "" => tr("书签").to_owned(),
            words => say!("书签：{words}", words),
        };
        parts.insert(1, told);
    }
    parts
}

/// A hint at a useful action.
#[derive(Clone, Copy)]
struct Hint {
    action: &'static Action,
    name: &'static str,
    /// The rank: 0 is needed the most. If not all hints fit, the highest ranks are left out.
    need: u8,
}

/// The highest ranks of hints that are necessary, and that are of use in the view.
const NEEDED: u8 = 3;
const OF_USE: u8 = 6;

const fn hint(need: u8, action: &'static Action, name: &'static str) -> Hint {
    Hint { action, name, need }
}

/// The hints in the order of the footer.
fn hints(app: &App) -> Vec<Hint> {
    let mut hints = match (app.mode(), app.document().reading.focus) {
        (Mode::Sheet, _) => return sheet_hints(app),
        (Mode::Presentation, _) => {
            return vec![
                hint(0, &Action::Cancel, "回来"),
                hint(1, &Action::Paragraph(1), "下一项"),
                hint(1, &Action::Paragraph(-1), "上一项"),
            ];
        }
        (Mode::Form, _) => return vec![hint(0, &Action::Cancel, "放弃")],
        (Mode::Help, _) => {
            let page = hint(1, &Action::Page(1), "下一屏");
            return vec![hint(0, &Action::Cancel, "关闭"), page];
        }
        (Mode::Prompt | Mode::Review, _) => Vec::new(),
        (Mode::View(View::Overview), _) => vec![
            hint(0, &Action::Open, "打开"),
            hint(5, &Action::Why, "为什么"),
            hint(6, &Action::Card, "卡片"),
            hint(7, &Action::Record, "记一笔"),
            hint(9, &Action::Words, "问题建议"),
            hint(9, &Action::Time(-1), "回看"),
            hint(10, &Action::Present, "投影"),
        ],
        (Mode::View(View::Reading), Focus::Toc) => vec![
            hint(0, &Action::Open, "正文"),
            hint(7, &Action::Fold, "折叠"),
        ],
        (Mode::View(View::Reading), Focus::Text) => {
            let behind = app.document().behind_text().map(View::name);
            let enter = behind.map(|name| hint(0, &Action::Open, name));
            let others = [
                hint(4, &Action::Left, "目录"),
                hint(5, &Action::Paragraph(1), "下一段"),
                hint(6, &Action::Sentence(1), "只标一句"),
                hint(7, &Action::Copy(Style::Plain), "复制"),
                hint(9, &Action::Heading(1), "下一节"),
                hint(10, &Action::Bookmark, "书签"),
                hint(10, &Action::Present, "投影"),
            ];
            enter.into_iter().chain(others).collect()
        }
        (Mode::View(View::Terms), _) => vec![hint(0, &Action::Open, "原文")],
        (Mode::View(View::Topic), _) => vec![
            hint(0, &Action::Open, "打开"),
            hint(4, &Action::Copy(Style::Plain), "复制全部"),
            hint(5, &Action::Why, "为什么"),
            hint(6, &Action::Card, "卡片"),
            hint(7, &Action::Record, "记一笔"),
            hint(9, &Action::Words, "问题建议"),
            hint(10, &Action::Present, "投影"),
        ],
        (Mode::View(View::Tasks), _) => task_hints(app),
        (Mode::View(View::Targets), _) => vec![
            hint(0, &Action::Open, "原文"),
            hint(5, &Action::Why, "为什么"),
            hint(6, &Action::Card, "卡片"),
            hint(7, &Action::Record, "记一笔"),
            hint(8, &Action::Sort, "排序"),
            hint(8, &Action::Filter, "筛选"),
            hint(8, &Action::FoldAll, "展开"),
            hint(9, &Action::Words, "问题建议"),
            hint(9, &Action::Time(-1), "回看"),
            hint(10, &Action::Present, "投影"),
        ],
    };
    if !app.document().find.is_off() {
        hints.push(hint(4, &Action::Match(1), "下一处"));
    }
    hints.extend([hint(3, &Action::Prompt(Purpose::Find), "查找")]);
    if app.document().has_past() {
        hints.push(hint(8, &Action::Back, "返回"));
    }
    hints.extend([
        hint(1, &Action::Help, "帮助"),
        hint(2, &Action::Quit, "退出"),
    ]);
    hints
}

/// Why and the card are of use only where the task serves a target.
fn task_hints(app: &App) -> Vec<Hint> {
    let mut hints = vec![hint(0, &Action::Open, "原文")];
    if app.document().target_at_hand().is_some() {
        hints.push(hint(5, &Action::Why, "为什么"));
        hints.push(hint(6, &Action::Card, "卡片"));
    }
    hints.push(hint(7, &Action::Record, "记一笔"));
    hints.push(hint(10, &Action::Present, "投影"));
    hints
}

fn sheet_hints(app: &App) -> Vec<Hint> {
    let close = hint(0, &Action::Cancel, "关闭");
    let page = hint(2, &Action::Page(1), "下一屏");
    match app.sheet().map(|sheet| sheet.topic) {
        Some(Topic::Card) => vec![
            close,
            hint(1, &Action::Move(1), "下一项"),
            hint(2, &Action::Why, "为什么"),
        ],
        Some(Topic::Why) => vec![close, hint(1, &Action::Card, "卡片"), page],
        Some(Topic::Stated) => vec![hint(0, &Action::Open, "打开"), close],
        Some(Topic::Bookmarks) => vec![
            hint(0, &Action::Open, "原文"),
            hint(2, &Action::Bookmark, "改备注"),
            hint(3, &Action::RemoveBookmark, "删去"),
            hint(1, &Action::Cancel, "关闭"),
        ],
        _ => vec![close, page],
    }
}

/// A hint as it is shown.
struct Shown {
    key: String,
    name: String,
}

impl Shown {
    fn columns(&self) -> usize {
        width(&self.key) + 1 + width(&self.name)
    }
}

/// The columns of hints with the gaps between them.
fn columns_of(hints: &[Shown]) -> usize {
    let columns: usize = hints.iter().map(Shown::columns).sum();
    columns + 2 * hints.len().saturating_sub(1)
}

/// The hints that fit into `room` columns by rank, in their order.
fn fitting(app: &App, hints: &[Hint], room: usize) -> Vec<Shown> {
    let shown = |hint: &Hint| {
        let name = tr(hint.name).to_lowercase();
        let key = key_of(app, hint.action)?.to_string();
        Some(Shown { key, name })
    };
    let named = hints.iter().enumerate();
    let mut named: Vec<_> = named
        .filter_map(|(n, hint)| Some((n, hint.need, shown(hint)?)))
        .collect();
    named.sort_by_key(|(_, need, _)| *need);
    let mut fits: Vec<(usize, Shown)> = Vec::new();
    let mut used = 0;
    for (n, _, hint) in named {
        let columns = hint.columns() + if fits.is_empty() { 0 } else { 2 };
        if used + columns <= room {
            used += columns;
            fits.push((n, hint));
        }
    }
    fits.sort_by_key(|(n, _)| *n);
    fits.into_iter().map(|(_, hint)| hint).collect()
}

fn key_of(app: &App, action: &Action) -> Option<crate::app::Key> {
    let views = View::ALL.map(|(view, _)| Mode::View(view));
    let mut modes = std::iter::once(app.mode()).chain(views);
    modes.find_map(|mode| app.keys.key_for(mode, action))
}
