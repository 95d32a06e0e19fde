//! The list of keys, for the help.

use super::{Binding, Keymap, Mode};
use crate::app::action::Action;
use crate::citation::Style;
use crate::words::tr;

/// One row of the list of keys.
pub enum HelpRow {
    /// The name of a group.
    Group(&'static str),
    /// Keys and what they do.
    Keys(String, &'static str),
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

impl Keymap {
    /// The list of keys, those that hold in the mode first, in groups.
    pub fn help_rows(&self, mode: Mode) -> Vec<HelpRow> {
        let mut rows = Vec::new();
        let mut group = "";
        let worded = super::bindings(mode).filter(|binding| !binding.help.is_empty());
        for binding in worded.filter(|binding| !self.keys(binding).is_empty()) {
            if binding.group != group {
                group = binding.group;
                rows.push(HelpRow::Group(group));
            }
            rows.push(HelpRow::Keys(self.label(binding), binding.help));
            if binding.action == Action::Copy(Style::Gbt7714) {
                rows.push(HelpRow::Note(tr(CLIPBOARD)));
            }
        }
        rows.push(HelpRow::Group("查找写法"));
        rows.extend(QUERIES.map(|(typed, asks)| HelpRow::Query(typed, asks)));
        rows
    }

    /// The keys of a binding as help prints them.
    fn label(&self, binding: &'static Binding) -> String {
        let keys = self.keys(binding).iter().map(ToString::to_string);
        keys.collect::<Vec<_>>().join(" ")
    }
}
