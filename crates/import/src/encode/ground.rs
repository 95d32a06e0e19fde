//! Where the parts of the files stand in the plan, and where words of theirs are quoted: exactly, and once.

use std::cell::{OnceCell, RefCell};
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
    /// The texts of the nodes without their blanks, each made once and only if it is asked for.
    solid: Vec<OnceCell<Solid>>,
    /// Whether a node prints a figure, where that was asked before: a paragraph has many goals of one year.
    printed: RefCell<HashMap<(NodeId, String), bool>>,
}

/// A text without its blanks.
struct Solid {
    text: String,
    /// For each byte the byte of the whole text at which its character begins.
    begins: Vec<usize>,
}

impl Solid {
    fn of(reading: &str) -> Self {
        let solid = reading.char_indices().filter(|(_, c)| !is_blank(*c));
        let mut found = Self {
            text: String::with_capacity(reading.len()),
            begins: Vec::with_capacity(reading.len()),
        };
        for (at, c) in solid {
            found.text.push(c);
            found.begins.resize(found.text.len(), at);
        }
        found
    }

    /// Where words stand in the whole text, blanks aside.
    fn find(&self, quote: &str) -> Option<Range<usize>> {
        let wanted = crate::text::solid(quote);
        let at = self.text.find(&wanted)?;
        let start = *self.begins.get(at)?;
        let end = at + wanted.len();
        let last = self.text.get(..end)?.chars().next_back()?;
        let begin = *self.begins.get(end.checked_sub(1)?)?;
        Some(start..begin + last.len_utf8())
    }
}

/// The most characters by which a quote is made longer, so that it stands in its place once.
const LONGER: usize = 80;

impl<'a> Ground<'a> {
    pub(super) fn new(outline: &'a Outline, places: Places) -> Self {
        Self {
            outline,
            places,
            solid: outline.nodes().iter().map(|_| OnceCell::new()).collect(),
            printed: RefCell::default(),
        }
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
        let mut found = nodes.into_iter().filter_map(|id| self.quoted(id, &quote));
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
        nodes.find_map(|id| self.quoted(id, quote))
    }

    /// Words of a node as a citation, as [`quoted`] makes it.
    pub(super) fn quoted(&self, id: NodeId, quote: &str) -> Option<Citation> {
        let node = self.outline.node(id);
        let solid = self.solid.get(id)?;
        quoted_with(node, quote, || {
            let solid = solid.get_or_init(|| Solid::of(node.prose.reading()));
            solid.find(quote)
        })
    }

    /// Whether a node prints a figure.
    pub(super) fn prints(&self, id: NodeId, figure: &str) -> bool {
        let key = (id, figure.to_owned());
        let mut known = self.printed.borrow_mut();
        let reading = || self.outline.node(id).prose.reading();
        *known
            .entry(key)
            .or_insert_with(|| prints(reading(), figure))
    }
}

/// Words of a node as a citation: the node itself, or a sentence of it, wherever they stand there once.
pub(super) fn quoted(node: &Node, quote: &str) -> Option<Citation> {
    quoted_with(node, quote, || Solid::of(node.prose.reading()).find(quote))
}

/// The same; `blanks_aside` says where the words stand if blanks are no part of them.
fn quoted_with(
    node: &Node,
    quote: &str,
    blanks_aside: impl FnOnce() -> Option<Range<usize>>,
) -> Option<Citation> {
    if words::is_empty(quote) {
        return None;
    }
    let reading = node.prose.reading();
    let exact = reading.find(quote).map(|start| start..start + quote.len());
    let range = exact.or_else(blanks_aside)?;
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

#[cfg(test)]
mod tests {
    use super::Solid;

    #[test]
    fn words_are_found_with_the_blanks_that_stand_in_them() {
        let reading = "到 2025 年，养老床位\u{3000}达到 10 张。";
        let found = |quote: &str| {
            Solid::of(reading)
                .find(quote)
                .and_then(|it| reading.get(it))
        };
        assert_eq!(found("2025年，养老"), Some("2025 年，养老"));
        assert_eq!(found("床位 达到10张"), Some("床位\u{3000}达到 10 张"));
        assert_eq!(found("。"), Some("。"));
        assert_eq!(found("20张"), None);
    }
}
