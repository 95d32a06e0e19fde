//! Anchors and aliases, which plan files do not have.

use serde_yaml::granit_parser::{Scanner, StrInput, TokenType};

use super::super::problem::Problems;
use super::super::scan::{Clean, MOST};
use crate::load::place::Place;
use crate::words::{say, tr};

/// Names every anchor and alias of a text, where it stands, and says whether there are any.
pub(super) fn note(clean: &Clean<'_>, problems: &mut Problems) -> bool {
    let before = problems.len();
    let tokens = Scanner::new(StrInput::new(&clean.text)).map_while(Result::ok);
    let references = tokens.filter_map(|token| {
        let what = match token.token_type() {
            TokenType::Anchor(name) => say!("不支持锚点“&{name}”", name),
            TokenType::Alias(name) => say!("不支持别名“*{name}”", name),
            _ => return None,
        };
        let start = token.span().start;
        let place = Place {
            line: start.line(),
            column: start.col() + 1,
        };
        Some((place, what))
    });
    for (place, what) in references.take(MOST) {
        let remedy = tr("去掉锚点，在别名处把内容写全；“&”“*”开头的文字请加引号");
        problems.push(clean.place(place), what, remedy);
    }
    problems.len() > before
}
