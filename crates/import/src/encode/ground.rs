//! Where the parts of the files stand in the plan, and where words of theirs are quoted: exactly, and once.

use std::collections::HashMap;
use std::ops::Range;

use guihua_core::load::prints;
use guihua_core::plan::{Address, Citation, Node, NodeId, Outline, RowCell, sentences};

use super::{BySpot, Spot, words};
use crate::findings::target::Evidence;
use crate::text::is_blank;

/// The nodes that came of each part: paragraphs by their part, rows of tables by part and row as well.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// The nodes of each part, in their order.
    pub(super) nodes: BySpot<Vec<NodeId>>,
    /// The node of each row of a table, from 0.
    pub(super) rows: HashMap<(Spot, usize), NodeId>,
}

/// The outline of the plan with the places of the parts.
pub(super) struct Ground<'a> {
    pub(super) outline: &'a Outline,
    places: Places,
}

/// The most characters by which a quote is made longer, so that it stands in its place once.
const LONGER: usize = 80;

impl<'a> Ground<'a> {
    pub(super) fn new(outline: &'a Outline, places: Places) -> Self {
        Self { outline, places }
    }

    /// The nodes of a part; of a table those of one row, if it is named.
    pub(super) fn nodes(&self, spot: Spot, row: Option<usize>) -> Vec<NodeId> {
        let known = |id: &NodeId| *id < self.outline.len();
        let row = row.and_then(|row| self.places.rows.get(&(spot, row)).copied());
        if let Some(node) = row {
            return vec![node];
        }
        let nodes = self.places.nodes.get(&spot);
        nodes.into_iter().flatten().copied().filter(known).collect()
    }

    /// The place of a part.
    pub(super) fn address(&self, spot: Spot) -> Option<Address> {
        let node = *self.nodes(spot, None).first()?;
        Some(self.outline.node(node).address)
    }

    /// The nodes from one on.
    pub(super) fn from(&self, node: NodeId) -> &[Node] {
        self.outline.nodes().get(node..).unwrap_or_default()
    }

    /// The evidence of a finding as a citation whose quote prints the figures.
    pub(super) fn cite(
        &self,
        file: usize,
        evidence: &Evidence,
        figures: &[&str],
    ) -> Option<Citation> {
        let spot = Spot {
            file,
            order: evidence.order,
        };
        let nodes = self.nodes(spot, evidence.cell.map(|(row, _)| row));
        let quote = words::one_line(&evidence.quote);
        let mut found = nodes
            .into_iter()
            .filter_map(|id| quoted(self.outline.node(id), &quote));
        let cited = found.find(|it| figures.iter().all(|figure| prints(&it.quote, figure)))?;
        // In a row, figures may stand side by side, so that only the cell says which is which.
        let solid = crate::text::solid(&cited.quote);
        let are_apart = figures.iter().all(|figure| prints(&solid, figure));
        let cell = || {
            let (_, column) = evidence.cell?;
            let figure = figures.first()?;
            self.cells(cited.at, figure)
                .into_iter()
                .find_map(|(at, it)| (at == column).then_some(it))
        };
        let cell = if are_apart { None } else { cell() };
        Some(cell.unwrap_or(cited))
    }

    /// The cells of a row that print a figure, each with its column, from 0.
    pub(super) fn cells(&self, row: Address, figure: &str) -> Vec<(usize, Citation)> {
        let Some(node) = self.outline.at(row).map(|id| self.outline.node(id)) else {
            return Vec::new();
        };
        let cells = node.row().into_iter().flat_map(|row| &row.cells);
        let cite = |cell: &RowCell| {
            let quote = node.prose.reading().get(cell.range.clone())?;
            let citation = Citation {
                at: node.address.with_column(cell.column + 1),
                quote: quote.to_owned(),
            };
            prints(quote, figure).then_some((usize::from(cell.column), citation))
        };
        cells.filter_map(cite).collect()
    }

    /// Words of a part as a citation.
    pub(super) fn words(&self, spot: Spot, quote: &str) -> Option<Citation> {
        let mut nodes = self.nodes(spot, None).into_iter();
        nodes.find_map(|id| quoted(self.outline.node(id), quote))
    }
}

/// Words of a node as a citation: the node itself, or a sentence of it, wherever they stand there once.
pub(super) fn quoted(node: &Node, quote: &str) -> Option<Citation> {
    let reading = node.prose.reading();
    let range = find(reading, quote)?;
    let words = reading.get(range.clone())?;
    let cite = |at, quote: &str| {
        Some(Citation {
            at,
            quote: quote.to_owned(),
        })
    };
    if reading.matches(words).count() == 1 {
        return cite(node.address, words);
    }
    let is_cell = node.row().is_some();
    let alone = (1u16..).zip(sentences(reading)).find(|(_, sentence)| {
        let text = reading.get(sentence.clone()).unwrap_or_default();
        !is_cell && text.matches(words).count() == 1
    });
    if let Some((n, _)) = alone {
        return cite(node.address.with_sentence(n), words);
    }
    let longer = longer(reading, range)?;
    cite(node.address, longer)
}

/// The words with what follows or stands before them, so that they stand in the text once.
fn longer(reading: &str, range: Range<usize>) -> Option<&str> {
    let behind = reading.get(range.end..)?;
    let before = reading.get(..range.start)?;
    let ends = behind
        .char_indices()
        .take(LONGER)
        .map(|(at, c)| range.start..range.end + at + c.len_utf8());
    let starts = before
        .char_indices()
        .rev()
        .take(LONGER)
        .map(|(at, _)| at..range.end);
    let mut texts = ends.chain(starts).filter_map(|it| reading.get(it));
    texts.find(|text| reading.matches(text).count() == 1)
}

/// Where words stand in a text, blanks aside.
fn find(reading: &str, quote: &str) -> Option<Range<usize>> {
    if words::is_empty(quote) {
        return None;
    }
    if let Some(start) = reading.find(quote) {
        return Some(start..start + quote.len());
    }
    let solid: Vec<(usize, char)> = reading
        .char_indices()
        .filter(|(_, c)| !is_blank(*c))
        .collect();
    let wanted: Vec<char> = quote.chars().filter(|c| !is_blank(*c)).collect();
    let at = solid
        .windows(wanted.len().max(1))
        .position(|window| window.iter().map(|(_, c)| c).eq(&wanted))?;
    let (start, _) = *solid.get(at)?;
    let (last, c) = *solid.get(at + wanted.len() - 1)?;
    Some(start..last + c.len_utf8())
}
