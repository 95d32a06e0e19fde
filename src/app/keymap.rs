//! The table that binds the keys. Help, footer and README are made from it or tested against it.

use super::action::{Action, Edit, Purpose, View};
use super::key::Key;
use crate::citation::Style;
use crate::words::tr;

/// Who has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// One of the views.
    View(View),
    /// The line being typed.
    Prompt,
    /// A sheet over the view: keys, reasons, a card.
    Sheet,
    /// The form for a record.
    Form,
}

/// Where a binding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// In every view.
    Views,
    /// In one view.
    Only(View),
    /// In the two lists.
    Lists,
    /// In views and in the help.
    Everywhere,
}

impl Scope {
    fn holds(self, mode: Mode) -> bool {
        match (self, mode) {
            (Self::Everywhere, Mode::View(_) | Mode::Sheet) | (Self::Views, Mode::View(_)) => true,
            (Self::Only(wanted), Mode::View(view)) => wanted == view,
            (Self::Lists, Mode::View(view)) => {
                matches!(view, View::Targets | View::Tasks | View::Terms)
            }
            _ => false,
        }
    }
}

/// One line of the table: keys that do the same, what they do, and how help words it.
pub struct Binding {
    scope: Scope,
    /// The group that help lists it under.
    pub group: &'static str,
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// What it does, in Chinese; empty where the binding above speaks for it.
    pub help: &'static str,
    action: Action,
}

impl Binding {
    /// The keys as help prints them.
    pub fn keys_label(&self) -> String {
        self.keys
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" ")
    }
}

const fn bind(
    scope: Scope,
    group: &'static str,
    keys: &'static [Key],
    help: &'static str,
    action: Action,
) -> Binding {
    Binding {
        scope,
        group,
        keys,
        help,
        action,
    }
}

const MOVE: &str = "移动";
const VIEWS: &str = "视图";
const READ: &str = "阅读";
const LISTS: &str = "指标与任务";
const FIND: &str = "查找与往返";
const OTHER: &str = "其他";

use Key::{
    AltLeft, AltRight, BackTab, Backspace, Char, Ctrl, Down, End, Enter, Esc, Home, PageDown,
    PageUp, Tab, Up,
};

/// All bindings outside the line being typed, in the order of the help.
pub static BINDINGS: [Binding; 53] = [
    bind(
        Scope::Everywhere,
        MOVE,
        &[Down, Char('j'), Ctrl('n')],
        "下一行",
        Action::Move(1),
    ),
    bind(
        Scope::Everywhere,
        MOVE,
        &[Up, Char('k'), Ctrl('p')],
        "上一行",
        Action::Move(-1),
    ),
    bind(
        Scope::Everywhere,
        MOVE,
        &[PageDown, Char(' '), Ctrl('f')],
        "下一屏",
        Action::Page(1),
    ),
    bind(
        Scope::Everywhere,
        MOVE,
        &[PageUp, Char('b'), Ctrl('b')],
        "上一屏",
        Action::Page(-1),
    ),
    bind(
        Scope::Everywhere,
        MOVE,
        &[Char('d'), Ctrl('d')],
        "下半屏",
        Action::Scroll(1),
    ),
    bind(
        Scope::Everywhere,
        MOVE,
        &[Char('u'), Ctrl('u')],
        "上半屏",
        Action::Scroll(-1),
    ),
    bind(
        Scope::Everywhere,
        MOVE,
        &[Home, Char('g')],
        "到开头",
        Action::Top,
    ),
    bind(
        Scope::Everywhere,
        MOVE,
        &[End, Char('G')],
        "到末尾",
        Action::Bottom,
    ),
    bind(
        Scope::Views,
        MOVE,
        &[Char(']'), Char('}')],
        "下一节",
        Action::Heading(1),
    ),
    bind(
        Scope::Views,
        MOVE,
        &[Char('['), Char('{')],
        "上一节",
        Action::Heading(-1),
    ),
    bind(
        Scope::Views,
        VIEWS,
        &[Char('o')],
        "概览",
        Action::Show(View::Overview),
    ),
    bind(
        Scope::Views,
        VIEWS,
        &[Char('r')],
        "阅读",
        Action::Show(View::Reading),
    ),
    bind(
        Scope::Views,
        VIEWS,
        &[Char('t')],
        "指标",
        Action::Show(View::Targets),
    ),
    bind(
        Scope::Views,
        VIEWS,
        &[Char('w')],
        "任务",
        Action::Show(View::Tasks),
    ),
    bind(
        Scope::Views,
        VIEWS,
        &[Char('i')],
        "索引",
        Action::Show(View::Terms),
    ),
    bind(Scope::Views, VIEWS, &[Tab], "下一个视图", Action::Turn(1)),
    bind(
        Scope::Views,
        VIEWS,
        &[BackTab],
        "上一个视图",
        Action::Turn(-1),
    ),
    bind(
        Scope::Only(View::Reading),
        READ,
        &[Key::Left, Char('h')],
        "到目录；折叠；到上级",
        Action::Left,
    ),
    bind(
        Scope::Only(View::Reading),
        READ,
        &[Key::Right, Char('l')],
        "展开；到正文",
        Action::Right,
    ),
    bind(
        Scope::Only(View::Reading),
        READ,
        &[Char('z')],
        "折叠或展开此节",
        Action::Fold,
    ),
    bind(
        Scope::Only(View::Reading),
        READ,
        &[Char('Z')],
        "折叠或展开全部",
        Action::FoldAll,
    ),
    bind(
        Scope::Views,
        READ,
        &[Char('M')],
        "显示或隐藏补字标记⟦⟧",
        Action::Marks,
    ),
    bind(
        Scope::Views,
        LISTS,
        &[Enter],
        "到原文；从原文回列表，或到所述指标、任务",
        Action::Open,
    ),
    bind(
        Scope::Lists,
        LISTS,
        &[Key::Left, Char('h')],
        "到上一组",
        Action::Heading(-1),
    ),
    bind(
        Scope::Lists,
        LISTS,
        &[Key::Right, Char('l')],
        "到下一组",
        Action::Heading(1),
    ),
    bind(
        Scope::Everywhere,
        LISTS,
        &[Char('a')],
        "记一笔：监测数据或进展",
        Action::Record,
    ),
    bind(
        Scope::Everywhere,
        LISTS,
        &[Char('U')],
        "撤回最后一条自记的记录",
        Action::Undo,
    ),
    bind(
        Scope::Everywhere,
        LISTS,
        &[Char('c')],
        "会议卡片：一项指标一屏",
        Action::Card,
    ),
    bind(
        Scope::Everywhere,
        LISTS,
        &[Char('e')],
        "为什么：算式、依据、出处",
        Action::Why,
    ),
    bind(
        Scope::Lists,
        LISTS,
        &[Char('J')],
        "详情下移",
        Action::Details(1),
    ),
    bind(
        Scope::Lists,
        LISTS,
        &[Char('K')],
        "详情上移",
        Action::Details(-1),
    ),
    bind(
        Scope::Views,
        LISTS,
        &[Char('0')],
        "全部领域",
        Action::Domain(None),
    ),
    bind(
        Scope::Views,
        LISTS,
        &[Char('1')],
        "只看第 1 个领域（2、3……类推）",
        Action::Domain(Some(0)),
    ),
    bind(
        Scope::Views,
        LISTS,
        &[Char('2')],
        "",
        Action::Domain(Some(1)),
    ),
    bind(
        Scope::Views,
        LISTS,
        &[Char('3')],
        "",
        Action::Domain(Some(2)),
    ),
    bind(
        Scope::Views,
        LISTS,
        &[Char('4')],
        "",
        Action::Domain(Some(3)),
    ),
    bind(
        Scope::Views,
        LISTS,
        &[Char('5')],
        "",
        Action::Domain(Some(4)),
    ),
    bind(
        Scope::Views,
        LISTS,
        &[Char('6')],
        "",
        Action::Domain(Some(5)),
    ),
    bind(
        Scope::Views,
        LISTS,
        &[Char('7')],
        "",
        Action::Domain(Some(6)),
    ),
    bind(
        Scope::Views,
        LISTS,
        &[Char('8')],
        "",
        Action::Domain(Some(7)),
    ),
    bind(
        Scope::Views,
        FIND,
        &[Char('/')],
        "查找，边输入边显示",
        Action::Prompt(Purpose::Find),
    ),
    bind(Scope::Views, FIND, &[Char('n')], "下一处", Action::Match(1)),
    bind(
        Scope::Views,
        FIND,
        &[Char('N')],
        "上一处",
        Action::Match(-1),
    ),
    bind(
        Scope::Views,
        FIND,
        &[Char(':')],
        "跳到地址，如 3.1.2",
        Action::Prompt(Purpose::GoTo),
    ),
    bind(
        Scope::Views,
        FIND,
        &[Backspace, Char('H'), AltLeft, Ctrl('o')],
        "回到先前的位置",
        Action::Back,
    ),
    bind(
        Scope::Views,
        FIND,
        &[Char('L'), AltRight],
        "再往前去",
        Action::Forward,
    ),
    bind(
        Scope::Everywhere,
        OTHER,
        &[Char('y')],
        "复制原文和出处；查找时 Ctrl-y",
        Action::Copy(Style::Plain),
    ),
    bind(
        Scope::Everywhere,
        OTHER,
        &[Char('Y')],
        "复制参考文献著录（GB/T 7714）",
        Action::Copy(Style::Gbt7714),
    ),
    bind(
        Scope::Everywhere,
        OTHER,
        &[Esc],
        "关闭；清除标出的文字",
        Action::Cancel,
    ),
    bind(
        Scope::Views,
        OTHER,
        &[Char('m')],
        "鼠标归程序或归终端（选字）",
        Action::Mouse,
    ),
    bind(Scope::Everywhere, OTHER, &[Char('?')], "帮助", Action::Help),
    bind(
        Scope::Everywhere,
        OTHER,
        &[Ctrl('z')],
        "挂起",
        Action::Suspend,
    ),
    bind(
        Scope::Everywhere,
        OTHER,
        &[Char('q'), Ctrl('c')],
        "退出",
        Action::Quit,
    ),
];

/// The action of a key, if it has one in this mode.
pub fn resolve(mode: Mode, key: Key) -> Option<Action> {
    match mode {
        Mode::Prompt => return prompt(key),
        Mode::Form => return form(key),
        Mode::View(_) | Mode::Sheet => {}
    }
    let key = key.as_command();
    let found = BINDINGS
        .iter()
        .find(|binding| binding.scope.holds(mode) && binding.keys.contains(&key));
    found.map(|binding| binding.action.clone())
}

/// The first key of the binding for an action in a mode, for hints.
pub fn key_for(mode: Mode, action: &Action) -> Option<Key> {
    let found = BINDINGS
        .iter()
        .find(|binding| binding.scope.holds(mode) && binding.action == *action);
    found.and_then(|binding| binding.keys.first().copied())
}

/// The bindings that hold in a mode.
pub fn bindings(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    BINDINGS
        .iter()
        .filter(move |binding| binding.scope.holds(mode))
}

/// Keys while a line is being typed: characters are text.
fn prompt(key: Key) -> Option<Action> {
    Some(match key {
        Char(c) => Action::Edit(Edit::Insert(c)),
        Backspace | Ctrl('h') => Action::Edit(Edit::Backspace),
        Key::Delete => Action::Edit(Edit::Delete),
        Ctrl('w') => Action::Edit(Edit::DeleteWord),
        Ctrl('u') => Action::Edit(Edit::DeleteToStart),
        Ctrl('k') => Action::Edit(Edit::DeleteToEnd),
        Key::Left | Ctrl('b') => Action::Edit(Edit::Left),
        Key::Right | Ctrl('f') => Action::Edit(Edit::Right),
        Home | Ctrl('a') => Action::Edit(Edit::Start),
        End | Ctrl('e') => Action::Edit(Edit::End),
        Down | Ctrl('n') => Action::Match(1),
        Up | Ctrl('p') => Action::Match(-1),
        Tab => Action::Kind(1),
        BackTab => Action::Kind(-1),
        Ctrl('y') => Action::Copy(Style::Plain),
        Enter => Action::Submit,
        Esc | Ctrl('c') => Action::Cancel,
        Ctrl('z') => Action::Suspend,
        _ => return None,
    })
}

/// Keys while a form is filled in: as in a line being typed, but that one goes from field to field.
fn form(key: Key) -> Option<Action> {
    match key {
        Tab | Down | Ctrl('n') => Some(Action::Field(1)),
        BackTab | Up | Ctrl('p') => Some(Action::Field(-1)),
        Ctrl('y') => None,
        _ => prompt(key),
    }
}

/// One row of the list of keys.
pub enum HelpRow {
    /// The name of a group.
    Group(&'static str),
    /// Keys and what they do.
    Keys(&'static Binding),
    /// How something is asked for in the finder, and what it asks.
    Query(&'static str, &'static str),
    /// What one has to know about the keys above.
    Note(&'static str),
}

/// How one asks in the finder: what is typed, and what it asks for.
const QUERIES: [(&str, &str); 6] = [
    ("托育 服务", "两个词都有，不论先后"),
    ("tyfw renc", "拼音首字母、全拼、未打完"),
    ("“社区服务”", "一字不差"),
    ("-养老", "不含这个词"),
    ("@健康 @jk", "只在这个领域"),
    (":任务 :rw", "只找这一类"),
];

/// Where copied text goes, and what tmux lets through.
const CLIPBOARD: &str = "  tmux 里先设 set -g set-clipboard on（OSC 52）";

/// The list of keys, those that hold in the mode first, in groups.
pub fn help_rows(mode: Mode) -> Vec<HelpRow> {
    let mut rows = Vec::new();
    let mut group = "";
    for binding in bindings(mode).filter(|binding| !binding.help.is_empty()) {
        if binding.group != group {
            group = binding.group;
            rows.push(HelpRow::Group(group));
        }
        rows.push(HelpRow::Keys(binding));
        if binding.action == Action::Copy(Style::Gbt7714) {
            rows.push(HelpRow::Note(tr(CLIPBOARD)));
        }
    }
    rows.push(HelpRow::Group("查找写法"));
    rows.extend(QUERIES.map(|(typed, asks)| HelpRow::Query(typed, asks)));
    rows
}
