//! Web pages: finds the document among menus and footers, its metadata, and the links to its annexes.

mod content;
mod omitted;
mod style;
mod table;
mod title;
mod tree;
mod walk;

use content::Content;
use tree::Tree;
use walk::Walk;

use super::{Refusal, clean, particulars};
use crate::source::{Reason, Source};

/// Names of relevant `meta` elements, in lower case.
const META: [&str; 6] = [
    "articletitle",
    "pubdate",
    "contentsource",
    "sitename",
    "columnname",
    "author",
];

/// Reads a page.
pub(super) fn read(text: &str) -> Result<Source, Refusal> {
    let tree = tree::parse(text)?;
    let content = Content::weigh(&tree);
    let holder = content.holder();
    let mut source = Walk::choosing(&tree, &content, holder).source_of(holder.node)?;
    let mut about = Source::default();
    outside(&mut about, &tree, holder.node);
    source.links.append(&mut about.links);
    source.omitted.append(&mut about.omitted);
    let from_tables = std::mem::replace(&mut source.particulars, about.particulars);
    note_head(&mut source, &tree);
    for particular in from_tables {
        particulars::note(&mut source, &particular.name, &particular.value);
    }
    note_omitted(&mut source);
    title::put(&mut source, &tree, holder.node);
    source.links.dedup();
    Ok(source)
}

/// Reads an HTML fragment embedded in another text; all of it belongs to the document.
pub(super) fn piece(text: &str) -> Result<Source, Refusal> {
    let tree = tree::parse(text)?;
    Walk::plain(&tree).source_of(Tree::ROOT)
}

/// Records everything outside the document's container as omitted, in reading order.
fn outside(source: &mut Source, tree: &Tree, holder: usize) {
    let mut after = Vec::new();
    let mut path: Vec<usize> = tree.above(holder).collect();
    path.reverse();
    for pair in path.windows(2) {
        let [parent, inner] = pair else { continue };
        let children = &tree.node(*parent).children;
        let at = children
            .iter()
            .position(|child| child == inner)
            .unwrap_or(children.len());
        children
            .iter()
            .take(at)
            .for_each(|child| leave_out(source, tree, *child));
        after.push(children.iter().skip(at + 1));
    }
    after
        .into_iter()
        .rev()
        .flatten()
        .for_each(|child| leave_out(source, tree, *child));
}

fn leave_out(source: &mut Source, tree: &Tree, index: usize) {
    if !content::is_silent(tree.node(index)) {
        walk::leave_out(source, tree, index, Reason::Chrome);
    }
}

/// The names and values of the relevant `meta` elements.
fn meta(tree: &Tree) -> Vec<(String, String)> {
    let elements = tree
        .under(Tree::ROOT)
        .map(|index| tree.node(index))
        .filter(|node| node.name == "meta");
    let pairs = elements.filter_map(|node| {
        Some((
            node.attribute("name")?.to_owned(),
            node.attribute("content")?.to_owned(),
        ))
    });
    pairs
        .filter(|(name, _)| META.contains(&name.to_ascii_lowercase().as_str()))
        .collect()
}

/// The page title.
fn page_title(tree: &Tree) -> Option<String> {
    let title = tree
        .under(Tree::ROOT)
        .find(|index| tree.node(*index).name == "title")?;
    Some(clean::squeeze(&tree.words(title))).filter(|title| !title.is_empty())
}

fn note_head(source: &mut Source, tree: &Tree) {
    for (name, value) in meta(tree) {
        particulars::note(source, &name, &value);
    }
    if let Some(title) = page_title(tree) {
        particulars::note(source, "title", &title);
    }
}

/// Reads particulars from omitted lines: `来源：本网 发布时间：2021-03-01`, or a name with its value on the next line.
fn note_omitted(source: &mut Source) {
    let lines: Vec<String> = source
        .omitted
        .iter()
        .filter(|omitted| omitted.reason == Reason::Chrome)
        .map(|omitted| omitted.text.clone())
        .collect();
    for (index, line) in lines.iter().enumerate() {
        let next = lines.get(index + 1).map_or("", String::as_str);
        let alone = particulars::is_name(line) && !particulars::is_name(next);
        for (name, value) in particulars::pairs(line) {
            let value = if value.is_empty() && particulars::pairs(next).is_empty() {
                next
            } else {
                &value
            };
            particulars::note(source, &name, value);
        }
        if alone && !line.contains([':', '：']) {
            particulars::note(source, &particulars::name(line), next);
        }
    }
}
