//! The names in the marked part of the text, which are looked for only when the mark has moved.

use std::ops::Range;

use crate::app::Reading;
use crate::dossier::Dossier;
use crate::plan::NodeId;
use crate::terms;

/// The terms that the mark names.
#[derive(Debug, Default)]
pub(in crate::app) struct Named {
    /// A node, and the marked part of it.
    mark: Option<(NodeId, Option<Range<usize>>)>,
    terms: Vec<usize>,
}

impl Named {
    /// Looks for the names in the mark, if it has moved. Another plan needs a new value.
    pub(in crate::app) fn settle(&mut self, dossier: &Dossier, reading: &Reading) {
        let mark = Some((reading.cursor, reading.part.clone()));
        if self.mark != mark {
            self.terms = named(dossier, reading);
            self.mark = mark;
        }
    }

    /// The indices of the terms.
    pub(in crate::app) fn terms(&self) -> &[usize] {
        &self.terms
    }
}

fn named(dossier: &Dossier, reading: &Reading) -> Vec<usize> {
    let text = dossier.outline.node(reading.cursor).prose.reading();
    let part = reading.part.clone().unwrap_or(0..text.len());
    let marked = text.get(part).unwrap_or_default();
    let all = dossier.plan.terms.iter().enumerate();
    let named = all.filter(|(_, term)| terms::is_named(marked, term));
    named.map(|(index, _)| index).collect()
}
