//! The hints: which actions are of use on this screen. The footer shows as many as fit, the help all of them.

use super::keymap::Mode;
use super::{Action, App, Errand, Focus, Purpose, Topic, View};
use crate::citation::Style;

/// A hint at a useful action.
#[derive(Clone, Copy)]
pub struct Hint {
    /// The action.
    pub action: &'static Action,
    /// What it does, in Chinese.
    pub name: &'static str,
    /// The rank: 0 is needed the most. If not all hints fit, the highest ranks are left out.
    pub need: u8,
}

const fn hint(need: u8, action: &'static Action, name: &'static str) -> Hint {
    Hint { action, name, need }
}

/// The hints in the order of the footer.
pub fn hints(app: &App) -> Vec<Hint> {
    of_mode(app, app.mode())
}

/// The hints of what has the keyboard.
pub(super) fn of_mode(app: &App, mode: Mode) -> Vec<Hint> {
    let mut hints = match mode {
        Mode::Sheet | Mode::Ticking => return of_sheet(app),
        Mode::Presentation => {
            return vec![
                hint(0, &Action::Cancel, "回来"),
                hint(1, &Action::Paragraph(1), "下一项"),
                hint(1, &Action::Paragraph(-1), "上一项"),
            ];
        }
        Mode::Form => return vec![hint(0, &Action::Cancel, "放弃")],
        Mode::Help => {
            let page = hint(1, &Action::Page(1), "下一屏");
            return vec![hint(0, &Action::Cancel, "关闭"), page];
        }
        Mode::Prompt | Mode::Review => Vec::new(),
        Mode::View(view) => of_view(app, view),
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

/// What one does in a view.
fn of_view(app: &App, view: View) -> Vec<Hint> {
    match view {
        View::Overview => {
            let time = hint(9, &Action::Time(-1), "回看");
            let mut hints = vec![hint(0, &Action::Open, "打开")];
            hints.extend(ON_TARGET);
            hints.extend([WORDS, time, PRESENT]);
            hints.extend(of_import(app));
            hints
        }
        View::Reading => match app.document().reading.focus {
            Focus::Toc => vec![
                hint(0, &Action::Open, "正文"),
                hint(7, &Action::Fold, "折叠"),
            ],
            Focus::Text => of_text(app),
        },
        View::Terms => vec![hint(0, &Action::Open, "原文")],
        View::Topic => {
            let copy = hint(4, &Action::Copy(Style::Plain), "复制全部");
            let mut hints = vec![hint(0, &Action::Open, "打开"), copy];
            hints.extend(ON_TARGET);
            hints.extend([WORDS, PRESENT]);
            hints
        }
        View::Tasks => of_tasks(app),
        View::Targets => {
            let mut hints = vec![hint(0, &Action::Open, "原文")];
            hints.extend(ON_TARGET);
            hints.extend([
                hint(8, &Action::Sort, "排序"),
                hint(8, &Action::Filter, "筛选"),
                hint(8, &Action::FoldAll, "展开"),
                WORDS,
                hint(9, &Action::Time(-1), "回看"),
                PRESENT,
            ]);
            hints.extend(of_import(app));
            hints
        }
    }
}

/// What one does with the target at hand.
const ON_TARGET: [Hint; 3] = [WHY, CARD, RECORD];
const WHY: Hint = hint(5, &Action::Why, "为什么");
const CARD: Hint = hint(6, &Action::Card, "卡片");
const RECORD: Hint = hint(7, &Action::Record, "记一笔");
const WORDS: Hint = hint(9, &Action::Words, "问题建议");
const PRESENT: Hint = hint(10, &Action::Present, "投影");

/// The review, while there is something to review.
fn of_import(app: &App) -> Option<Hint> {
    let is_reviewed = app.document().unreviewed() == (0, 0);
    (!is_reviewed).then_some(hint(4, &Action::Review, "审阅"))
}

fn of_text(app: &App) -> Vec<Hint> {
    let behind = app.document().behind_text().map(View::name);
    let enter = behind.map(|name| hint(0, &Action::Open, name));
    let others = [
        hint(4, &Action::Left, "目录"),
        hint(5, &Action::Paragraph(1), "下一段"),
        hint(6, &Action::Sentence(1), "只标一句"),
        hint(7, &Action::Copy(Style::Plain), "复制"),
        hint(9, &Action::Heading(1), "下一节"),
        hint(10, &Action::Bookmark, "书签"),
        PRESENT,
    ];
    enter.into_iter().chain(others).collect()
}

/// Why and the card are of use only where the task serves a target.
fn of_tasks(app: &App) -> Vec<Hint> {
    let mut hints = vec![hint(0, &Action::Open, "原文")];
    if app.document().target_at_hand().is_some() {
        hints.extend([WHY, CARD]);
    }
    hints.extend([RECORD, PRESENT]);
    hints
}

fn of_sheet(app: &App) -> Vec<Hint> {
    let close = hint(0, &Action::Cancel, "关闭");
    let page = hint(2, &Action::Page(1), "下一屏");
    match app.sheet().map(|sheet| sheet.topic) {
        Some(Topic::Card) => vec![
            close,
            hint(1, &Action::Move(1), "下一项"),
            Hint { need: 2, ..WHY },
        ],
        Some(Topic::Why) => vec![close, Hint { need: 1, ..CARD }, page],
        Some(Topic::Filter) => vec![
            hint(0, &Action::Open, "勾选"),
            hint(1, &Action::Cancel, "看列表"),
        ],
        Some(Topic::Stated(errand)) => vec![hint(0, &Action::Open, name_of(errand)), close],
        Some(Topic::Bookmarks) => vec![
            hint(0, &Action::Open, "原文"),
            hint(2, &Action::Bookmark, "改备注"),
            hint(3, &Action::RemoveBookmark, "删去"),
            hint(1, &Action::Cancel, "关闭"),
        ],
        _ => vec![close, page],
    }
}

/// What is done with the target that one chooses.
fn name_of(errand: Errand) -> &'static str {
    match errand {
        Errand::Open => "打开",
        Errand::Why => WHY.name,
        Errand::Card => CARD.name,
        Errand::Record => RECORD.name,
    }
}
