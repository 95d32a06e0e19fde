//! Walks the tree of a page: text between breaks becomes lines, tables and pictures become blocks.

use std::collections::HashMap;

use super::{
    content::{Content, Holder, is_silent},
    omitted,
    style::{Context, is_block, is_hidden},
    table,
    tree::{Node, Tree},
};
use crate::{
    readers::{Refusal, clean, links, runs::Runs, words},
    source::{Block, Line, Link, Picture, Place, Reason, Source},
};

/// The state of the walk: what has been read, and the current line.
pub(super) struct Walk<'a> {
    tree: &'a Tree,
    content: Option<(&'a Content<'a>, Holder)>,
    /// What was read.
    pub(super) source: Source,
    runs: Runs,
    line: Option<usize>,
    look: Context,
    /// The automatic number of the next line, a list item.
    number: Option<String>,
    /// The last number of each list.
    numbers: HashMap<usize, i32>,
    /// The lines of the current paragraph, by index among the blocks.
    parts: Vec<usize>,
    /// White space to be written if text follows.
    blank: Option<Gap>,
}

/// White space of the source between two pieces of text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Space,
    LineEnd,
}

impl<'a> Walk<'a> {
    /// A walk in which everything belongs to the document.
    pub(super) fn plain(tree: &'a Tree) -> Self {
        Self {
            tree,
            content: None,
            source: Source::default(),
            runs: Runs::default(),
            line: None,
            look: Context::default(),
            number: None,
            numbers: HashMap::new(),
            parts: Vec::new(),
            blank: None,
        }
    }

    /// A walk over the container of a document that omits what is not part of it.
    pub(super) fn choosing(tree: &'a Tree, content: &'a Content<'a>, holder: Holder) -> Self {
        Self {
            content: Some((content, holder)),
            ..Self::plain(tree)
        }
    }

    /// Walks over the content of an element, as a block.
    fn inside(&mut self, index: usize) -> Result<(), Refusal> {
        let context = Context::default().within(self.tree.node(index));
        self.children(index, &context)?;
        self.end_line(false);
        Ok(())
    }

    /// The content of an element.
    pub(super) fn source_of(mut self, index: usize) -> Result<Source, Refusal> {
        self.inside(index)?;
        Ok(self.source)
    }

    fn children(&mut self, index: usize, context: &Context) -> Result<(), Refusal> {
        let tree = self.tree;
        tree.node(index)
            .children
            .iter()
            .try_for_each(|child| self.visit(*child, context))
    }

    fn visit(&mut self, index: usize, context: &Context) -> Result<(), Refusal> {
        let node = self.tree.node(index);
        if let Some(text) = &node.text {
            self.text(text, node.line, context);
            return Ok(());
        }
        if is_silent(node) || self.leaves_out(index) {
            return Ok(());
        }
        match node.name.as_str() {
            "br" => self.end_line(true),
            "img" => self.picture(node),
            "table" => self.table(index, context)?,
            "a" => self.link(index, context)?,
            name if is_block(name) => self.block(index, context)?,
            _ => self.children(index, &context.within(node))?,
        }
        Ok(())
    }

    /// Omits an element that is hidden or not part of the document; returns whether it did.
    fn leaves_out(&mut self, index: usize) -> bool {
        let node = self.tree.node(index);
        let reason = if is_hidden(node) {
            Reason::Hidden
        } else if self
            .content
            .is_some_and(|(content, holder)| content.is_chrome(index, holder))
        {
            Reason::Chrome
        } else {
            return false;
        };
        leave_out(&mut self.source, self.tree, index, reason);
        true
    }

    fn block(&mut self, index: usize, context: &Context) -> Result<(), Refusal> {
        let node = self.tree.node(index);
        self.end_line(false);
        if node.name == "li" {
            self.number = self.list_number(index);
        }
        self.children(index, &context.within(node))?;
        self.end_line(false);
        self.number = None;
        Ok(())
    }

    /// The automatic number of an item of an ordered list.
    fn list_number(&mut self, item: usize) -> Option<String> {
        let parent = self.tree.node(item).parent?;
        let list = self.tree.node(parent);
        if list.name != "ol"
            || list
                .attribute("style")
                .is_some_and(|css| css.contains("none"))
        {
            return None;
        }
        let value = |node: &Node, name| {
            node.attribute(name)
                .and_then(|value| value.trim().parse::<i32>().ok())
        };
        let start = value(list, "start").unwrap_or(1);
        let next = self
            .numbers
            .get(&parent)
            .map_or(start, |number| number.saturating_add(1));
        let number = value(self.tree.node(item), "value").unwrap_or(next);
        self.numbers.insert(parent, number);
        Some(format!("{number}."))
    }

    fn link(&mut self, index: usize, context: &Context) -> Result<(), Refusal> {
        let node = self.tree.node(index);
        self.source.links.extend(annex(self.tree, index));
        self.children(index, &context.within(node))
    }

    fn table(&mut self, index: usize, context: &Context) -> Result<(), Refusal> {
        self.end_line(false);
        let share = self
            .content
            .map(|(content, holder)| content.share(index, holder));
        if table::is_layout(self.tree, index, share.unwrap_or(0)) {
            self.children(index, context)?;
            self.end_line(false);
            return Ok(());
        }
        let tree = self.tree;
        let read = table::read(tree, index, |cell| Walk::plain(tree).source_of(cell))?;
        self.source.links.extend(read.links);
        if !table::note_particulars(&mut self.source, &read.table) && !words::is_blank(&read.table)
        {
            self.source.blocks.push(Block::Table(read.table));
        }
        self.source
            .blocks
            .extend(read.pictures.into_iter().map(Block::Picture));
        Ok(())
    }

    fn picture(&mut self, node: &Node) {
        let size = |name| {
            node.attribute(name)
                .and_then(|value| value.trim_end_matches("px").parse::<u16>().ok())
        };
        let small = [size("width"), size("height")]
            .into_iter()
            .flatten()
            .any(|size| size <= 24);
        let source = node
            .attribute("src")
            .unwrap_or_default()
            .to_ascii_lowercase();
        if small || source.is_empty() || source.contains("icon") {
            return;
        }
        self.end_line(true);
        let words = [node.attribute("alt"), node.attribute("title")]
            .into_iter()
            .flatten()
            .map(clean::squeeze);
        let caption = words.into_iter().find(|words| clean::han(words) > 0);
        self.source.blocks.push(Block::Picture(Picture {
            caption,
            place: place(node.line),
        }));
    }

    /// Adds text: white space collapses to one blank, and a line break between two Chinese characters to none.
    fn text(&mut self, text: &str, line: usize, context: &Context) {
        let mut line = line;
        let mut piece = String::new();
        for sign in text.chars() {
            if !matches!(sign, ' ' | '\t' | '\n' | '\r' | '\x0c') {
                self.fill_gap(&mut piece, sign);
                self.begin(line, context);
                piece.push(sign);
                continue;
            }
            if sign == '\n' {
                line += 1;
            }
            if context.preformatted {
                self.preformatted(&mut piece, sign, context);
            } else {
                let gap = if sign == '\n' {
                    Gap::LineEnd
                } else {
                    Gap::Space
                };
                self.blank = self.blank.max(Some(gap));
            }
        }
        self.runs.push(&piece, &context.style);
        // Between elements, a line break is a blank, as in browsers.
        self.blank = self.blank.and(Some(Gap::Space));
    }

    fn preformatted(&mut self, piece: &mut String, sign: char, context: &Context) {
        if sign == '\n' {
            self.runs.push(piece, &context.style);
            piece.clear();
            self.end_line(true);
        } else {
            piece.push(sign);
        }
    }

    /// Writes the pending blank, unless the line begins here or it is a line break between wide characters.
    fn fill_gap(&mut self, piece: &mut String, next: char) {
        let Some(gap) = self.blank.take() else { return };
        let before = piece
            .chars()
            .last()
            .or_else(|| self.runs.text.chars().last());
        let Some(before) = before else { return };
        if gap == Gap::Space || !(clean::is_wide(before) && clean::is_wide(next)) {
            piece.push(' ');
        }
    }

    /// Records where a line begins, and its formatting.
    fn begin(&mut self, line: usize, context: &Context) {
        if self.line.is_none() {
            self.line = Some(line);
            self.look = context.clone();
        }
    }

    /// Ends the current line; `within` a paragraph, or the paragraph with it.
    fn end_line(&mut self, within: bool) {
        self.blank = None;
        if self.push_line() {
            self.parts.push(self.source.blocks.len() - 1);
        }
        if within {
            return;
        }
        if let [only] = self.parts[..]
            && let Some(Block::Line(line)) = self.source.blocks.get_mut(only)
        {
            line.look.paragraph = true;
        }
        self.parts.clear();
    }

    /// Adds the current line if it is not blank; returns whether it did.
    fn push_line(&mut self) -> bool {
        let (text, mut look) = self.runs.take();
        let Some(line) = self.line.take().filter(|_| !clean::is_blank(&text)) else {
            return false;
        };
        look.indent = self.look.indent.saturating_add(clean::indent(&text));
        look.heading = self.look.heading;
        look.centred = self.look.centred;
        look.number = self.number.take();
        let text = text.trim_end().to_owned();
        self.source.blocks.push(Block::Line(Line {
            text,
            place: place(line),
            look,
        }));
        true
    }
}

/// Records the text of an element as omitted; nothing if a table in it exceeds the limits.
pub(super) fn leave_out(source: &mut Source, tree: &Tree, index: usize, reason: Reason) {
    let mut walk = Walk::plain(tree);
    let walked = match reason {
        Reason::Hidden => walk.inside(index),
        _ => walk.visit(index, &Context::default()),
    };
    walk.end_line(false);
    if walked.is_ok() {
        omitted::note(source, walk.source, reason);
    }
}

fn place(line: usize) -> Place {
    Place { line, page: None }
}

/// The link of an element, if it leads to a file.
fn annex(tree: &Tree, index: usize) -> Option<Link> {
    let node = tree.node(index);
    let target = node.attribute("href")?;
    let words = clean::squeeze(&tree.words(index));
    links::is_annex(&words, target).then(|| Link {
        text: words,
        target: target.trim().to_owned(),
    })
}
