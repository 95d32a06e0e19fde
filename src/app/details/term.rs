//! The details of a term.

use std::ops::Range;

use super::column::Column;
use super::{DetailLine, Role};
use crate::app::Document;
use crate::words::{say, tr};
use crate::{terms, wording};

/// A term with all its occurrences.
pub fn term(document: &Document, index: usize, columns: u16) -> Vec<DetailLine> {
    let mut column = Column::default();
    let Some(term) = document.dossier.plan.terms.get(index) else {
        return Vec::new();
    };
    let told = wording::told(&document.dossier.plan, &term.name);
    column.flow(told, Role::Name);
    if told != term.name {
        column.flow(&term.name, Role::Quiet);
    }
    let places = terms::occurrences(&document.dossier.outline, term);
    column.flow(
        &say!(
            "{kind}  出现 {count} 次",
            kind = tr(term.kind.label()),
            count = places.len()
        ),
        Role::Quiet,
    );
    if !term.aliases.is_empty() {
        column.fact(tr("又作"), &term.aliases.join(tr("、")), Role::Plain);
    }
    if let Some(at) = term.explained {
        column.fact(
            tr("解释"),
            &wording::place(&document.dossier.outline, at),
            Role::Plain,
        );
    }
    column.gap();
    for place in places {
        let node = document.dossier.outline.node(place.node);
        let at = wording::place(&document.dossier.outline, node.address);
        column.flow(&at, Role::Quiet);
        let sentence = sentence(node.prose.reading(), &place.range);
        column.flow(&node.prose.slice(&sentence).told(), Role::Quote);
    }
    column.lines(columns)
}

/// The bytes of the sentence around `words`.
fn sentence(text: &str, words: &Range<usize>) -> Range<usize> {
    let before = text.get(..words.start).unwrap_or_default();
    let start = before
        .rfind(['。', '；'])
        .map_or(0, |at| at + '。'.len_utf8());
    let after = text.get(words.end..).unwrap_or_default();
    let end = after
        .find(['。', '；'])
        .map_or(text.len(), |at| words.end + at + '。'.len_utf8());
    start..end
}
