//! The rows of the help.

use super::{Binding, Keymap, Mode, typing};
use crate::app::action::Action;
use crate::citation::Style;
use crate::words::tr;

/// A row of the help.
pub enum HelpRow {
    /// The heading of a group.
    Group(&'static str),
    /// Keys, and their help text.
    Keys(String, &'static str),
    /// Something to type or a sign, and its meaning.
    Query(&'static str, &'static str),
    /// A note on the keys above.
    Note(&'static str),
}

/// The query syntax of the finder, with its meaning.
const QUERIES: [(&str, &str); 6] = [
    ("托育 服务", "两个词都有，不论先后"),
    ("tyfw renc", "拼音首字母、全拼、未打完"),
    ("“社区服务”", "一字不差"),
    ("-养老", "不含这个词"),
    ("@健康 @jk", "只在这个领域"),
    (":任务 :rw", "只找这一类"),
];

/// The heading of the keys of this screen.
const OWN: &str = "这一屏";

/// What tmux needs to pass copied text on.
const CLIPBOARD: &str = "  tmux 里先设 set -g set-clipboard on（OSC 52）";

/// Whether two actions are the same one, perhaps the other way: next and previous stand together.
fn is_kin(one: &Action, other: &Action) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

impl Keymap {
    /// The bindings of a mode: those of this screen first, among them what its footer hints at, then the others in groups,
    /// then the query syntax.
    pub fn help_rows(&self, mode: Mode, hinted: &[&Action]) -> Vec<HelpRow> {
        let mut rows = Vec::new();
        let mut group = "";
        let worded = super::bindings(mode).filter(|binding| !binding.help.is_empty());
        let worded = worded.filter(|binding| !self.keys(binding).is_empty());
        let is_own = |binding: &&Binding| {
            super::is_own(binding) || hinted.iter().any(|it| is_kin(it, &binding.action))
        };
        let (own, others): (Vec<_>, Vec<_>) = worded.partition(is_own);
        let own = own.into_iter().map(|binding| (OWN, binding));
        let others = others.into_iter().map(|binding| (binding.group, binding));
        for (name, binding) in own.chain(others) {
            if name != group {
                group = name;
                rows.push(HelpRow::Group(group));
            }
            rows.push(HelpRow::Keys(self.label(binding), binding.help));
            if binding.action == Action::Copy(Style::Gbt7714) {
                rows.push(HelpRow::Note(tr(CLIPBOARD)));
            }
        }
        rows.push(HelpRow::Group("查找写法"));
        rows.extend(QUERIES.map(|(typed, asks)| HelpRow::Query(typed, asks)));
        if matches!(mode, Mode::View(_)) {
            rows.push(HelpRow::Group("审阅（v）"));
            rows.extend(typing::REVIEW.map(|(typed, asks)| HelpRow::Query(typed, asks)));
        }
        rows
    }

    /// The keys of a binding, with spaces between.
    fn label(&self, binding: &'static Binding) -> String {
        let keys = self.keys(binding).iter().map(ToString::to_string);
        keys.collect::<Vec<_>>().join(" ")
    }
}
