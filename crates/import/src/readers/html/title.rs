//! Finds the title of a document outside its container.

use super::tree::{Node, Tree};
use crate::{
    readers::clean,
    source::{Block, Line, Look, Place, Source},
};

/// Maximum lines at the start of a document searched for its title.
const LINES: usize = 12;
/// Minimum characters of a title.
const SHORT: usize = 5;

/// Moves the title from the omitted text to the start of the document, unless the document begins with it.
pub(super) fn put(source: &mut Source, tree: &Tree, holder: usize) {
    let Some(title) = title(tree, holder) else {
        return;
    };
    let words = clean::squeeze(&tree.words(title));
    let solid = clean::solid(&words);
    if begins_with(source, &solid) {
        return;
    }
    source
        .omitted
        .retain(|omitted| clean::solid(&omitted.text) != solid);
    let place = Place {
        line: tree.node(title).line,
        page: None,
    };
    let look = Look {
        heading: Some(1),
        centred: true,
        paragraph: true,
        ..Look::default()
    };
    source.blocks.insert(
        0,
        Block::Line(Line {
            text: words,
            place,
            look,
        }),
    );
}

/// Whether the first lines of a document, joined, contain `solid`.
fn begins_with(source: &Source, solid: &str) -> bool {
    let lines = source.blocks.iter().filter_map(|block| {
        if let Block::Line(line) = block {
            Some(line)
        } else {
            None
        }
    });
    let start: String = lines
        .take(LINES)
        .map(|line| clean::solid(&line.text))
        .collect();
    start.contains(solid)
}

/// The element outside the document that matches the page's own title.
fn title(tree: &Tree, holder: usize) -> Option<usize> {
    let own = super::meta(tree)
        .into_iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("ArticleTitle"));
    let own = own
        .map(|(_, value)| clean::solid(&value))
        .filter(|title| title.chars().count() >= SHORT);
    let page = clean::solid(&super::page_title(tree).unwrap_or_default());
    let is_title = |index: usize| {
        let node = tree.node(index);
        let words = clean::solid(&tree.words(index));
        let heads = is_heading(&node.name)
            || is_called_title(node.attribute("class"), node.attribute("id"));
        // The page's own title often goes on with the name of the site: `某县规划_某县人民政府`.
        let begins = page
            .strip_prefix(&words)
            .is_some_and(|site| site.starts_with(['_', '-', '|', '—', '–']));
        let whole = own.as_ref() == Some(&words) || page == words || begins;
        words.chars().count() >= SHORT && (whole || (heads && page.starts_with(&words)))
    };
    let mut titles =
        outside(tree, holder).filter(|index| may_be_title(tree.node(*index)) && is_title(*index));
    let first = titles.next()?;
    // The innermost element with the same text has the right line.
    let inner = titles.take_while(|index| tree.above(*index).any(|above| above == first));
    let inner = inner.filter(|index| tree.node(*index).text.is_none());
    Some(inner.last().unwrap_or(first))
}

/// Whether an element is displayed and small enough for a title.
fn may_be_title(node: &Node) -> bool {
    !super::content::is_silent(node) && node.children.len() <= 12
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3")
}

fn is_called_title(class: Option<&str>, id: Option<&str>) -> bool {
    let names = [class, id].into_iter().flatten();
    names
        .map(str::to_ascii_lowercase)
        .any(|name| name.contains("title") || name.contains("biaoti") || name == "bt")
}

/// The displayed elements outside the document's container.
fn outside(tree: &Tree, holder: usize) -> impl Iterator<Item = usize> {
    let mut waiting = vec![Tree::ROOT];
    std::iter::from_fn(move || {
        let index = waiting.pop()?;
        let node = tree.node(index);
        if index != holder && !super::content::is_silent(node) && !super::style::is_hidden(node) {
            waiting.extend(node.children.iter().rev());
        }
        Some(index)
    })
}
