//! A web page as a tree of elements and texts in one list, built by an HTML5 parser.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    rc::Rc,
};

use html5ever::{
    Attribute, ParseOpts, QualName,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    parse_document,
    tendril::{StrTendril, TendrilSink},
};

use crate::readers::{Excess, Refusal, limits};

/// Bytes given to the parser at once; the size of the tree is checked in between.
const PIECE: usize = 4096;

/// A tree of nodes, identified by index.
#[derive(Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// An element or text node.
#[derive(Default)]
pub(super) struct Node {
    /// The parent.
    pub(super) parent: Option<usize>,
    /// The children, in order.
    pub(super) children: Vec<usize>,
    /// The line of the HTML source where it begins.
    pub(super) line: usize,
    /// The name of an element; empty for text.
    pub(super) name: String,
    /// The attributes of an element.
    pub(super) attributes: Vec<(String, String)>,
    /// The content of a text node.
    pub(super) text: Option<String>,
    /// The number of ancestors.
    depth: usize,
}

impl Node {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

impl Tree {
    /// The root.
    pub(super) const ROOT: usize = 0;

    /// A node; an empty one if the index is invalid.
    pub(super) fn node(&self, index: usize) -> &Node {
        const NONE: &Node = &Node {
            parent: None,
            children: Vec::new(),
            line: 0,
            name: String::new(),
            attributes: Vec::new(),
            text: None,
            depth: 0,
        };
        self.nodes.get(index).unwrap_or(NONE)
    }

    /// The number of nodes.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// A node and its descendants, in reading order.
    pub(super) fn under(&self, top: usize) -> impl Iterator<Item = usize> {
        let mut waiting = vec![top];
        std::iter::from_fn(move || {
            let index = waiting.pop()?;
            waiting.extend(self.node(index).children.iter().rev());
            Some(index)
        })
    }

    /// A node and its ancestors.
    pub(super) fn above(&self, index: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(index), |index| self.node(*index).parent)
    }

    /// The text of a node and its descendants.
    pub(super) fn words(&self, top: usize) -> String {
        let visible = self
            .under(top)
            .filter_map(|index| self.node(index).text.as_deref());
        visible.collect()
    }
}

/// Parses a page.
pub(super) fn parse(text: &str) -> Result<Tree, Refusal> {
    let mut parser = parse_document(Sink::new(), ParseOpts::default());
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest
            .split_at_checked(rest.floor_char_boundary(PIECE))
            .unwrap_or((rest, ""));
        parser.process(StrTendril::from(piece));
        parser.tokenizer.sink.sink.check()?;
        rest = after;
    }
    Ok(parser.finish())
}

/// The tree sink of the parser.
struct Sink {
    tree: RefCell<Tree>,
    line: Cell<usize>,
    depth: Cell<usize>,
    root: Handle,
}

/// The parser's handle of a node.
#[derive(Clone)]
struct Handle {
    index: usize,
    name: Rc<QualName>,
}

impl Sink {
    fn new() -> Self {
        let name = Rc::new(QualName::new(None, "".into(), "".into()));
        let tree = RefCell::new(Tree {
            nodes: vec![Node::default()],
        });
        Self {
            tree,
            line: Cell::new(1),
            depth: Cell::new(0),
            root: Handle {
                index: Tree::ROOT,
                name,
            },
        }
    }

    /// Refuses a tree that is too large or deep.
    fn check(&self) -> Result<(), Refusal> {
        if self.depth.get() > limits::HTML_DEPTH {
            return Err(Refusal::too_large(Excess::Nesting, limits::HTML_DEPTH));
        }
        if self.tree.borrow().len() > limits::ELEMENTS {
            return Err(Refusal::too_large(Excess::Pieces, limits::ELEMENTS));
        }
        Ok(())
    }

    fn add(&self, node: Node) -> usize {
        let mut tree = self.tree.borrow_mut();
        tree.nodes.push(Node {
            line: self.line.get(),
            ..node
        });
        tree.nodes.len() - 1
    }

    /// Inserts a node or text into a parent, at its end or before the child at `place`.
    fn insert(&self, parent: usize, place: Option<usize>, child: NodeOrText<Handle>) {
        let mut place = place;
        let child = match child {
            NodeOrText::AppendNode(handle) => {
                self.detach(handle.index);
                handle.index
            }
            NodeOrText::AppendText(text) => {
                if self.continues(parent, place, &text) {
                    return;
                }
                self.add(Node {
                    text: Some(text.to_string()),
                    ..Node::default()
                })
            }
        };
        let mut tree = self.tree.borrow_mut();
        let depth = tree.node(parent).depth + 1;
        self.depth.set(self.depth.get().max(depth));
        if let Some(node) = tree.nodes.get_mut(child) {
            node.parent = Some(parent);
            node.depth = depth;
        }
        if let Some(node) = tree.nodes.get_mut(parent) {
            let at = place
                .take()
                .unwrap_or(node.children.len())
                .min(node.children.len());
            node.children.insert(at, child);
        }
    }

    /// Appends a text to the text node before it, if there is one.
    fn continues(&self, parent: usize, place: Option<usize>, text: &str) -> bool {
        let mut tree = self.tree.borrow_mut();
        let children = &tree.node(parent).children;
        let before = place
            .unwrap_or(children.len())
            .checked_sub(1)
            .and_then(|at| children.get(at).copied());
        let text_before = before
            .and_then(|index| tree.nodes.get_mut(index))
            .and_then(|node| node.text.as_mut());
        text_before.map(|before| before.push_str(text)).is_some()
    }

    fn detach(&self, index: usize) {
        let mut tree = self.tree.borrow_mut();
        let Some(parent) = tree
            .nodes
            .get_mut(index)
            .and_then(|node| node.parent.take())
        else {
            return;
        };
        if let Some(parent) = tree.nodes.get_mut(parent)
            && let Some(at) = parent.children.iter().rposition(|child| *child == index)
        {
            parent.children.remove(at);
        }
    }

    fn parent_and_place(&self, index: usize) -> Option<(usize, usize)> {
        let tree = self.tree.borrow();
        let parent = tree.node(index).parent?;
        let place = tree
            .node(parent)
            .children
            .iter()
            .rposition(|child| *child == index)?;
        Some((parent, place))
    }
}

/// The attributes of an element by their local names.
fn attributes(attributes: Vec<Attribute>) -> Vec<(String, String)> {
    attributes
        .into_iter()
        .map(|attribute| {
            (
                attribute.name.local.to_string(),
                attribute.value.to_string(),
            )
        })
        .collect()
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        self.root.clone()
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Handle {
        let local = name.local.to_string();
        let index = self.add(Node {
            name: local,
            attributes: attributes(attrs),
            ..Node::default()
        });
        Handle {
            index,
            name: Rc::new(name),
        }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle {
            index: self.add(Node::default()),
            name: Rc::clone(&self.root.name),
        }
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.create_comment(StrTendril::new())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.index, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        match self.parent_and_place(element.index) {
            Some((parent, place)) => self.insert(parent, Some(place), child),
            None => self.append(previous, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.index == other.index
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let Some((parent, place)) = self.parent_and_place(sibling.index) {
            self.insert(parent, Some(place), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        let Some(node) = tree.nodes.get_mut(target.index) else {
            return;
        };
        for (name, value) in attributes(attrs) {
            if node.attribute(&name).is_none() {
                node.attributes.push((name, value));
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.index);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut tree = self.tree.borrow_mut();
        let Some(moved) = tree
            .nodes
            .get_mut(node.index)
            .map(|node| std::mem::take(&mut node.children))
        else {
            return;
        };
        for child in &moved {
            if let Some(child) = tree.nodes.get_mut(*child) {
                child.parent = Some(new_parent.index);
            }
        }
        if let Some(parent) = tree.nodes.get_mut(new_parent.index) {
            parent.children.extend(moved);
        }
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(line as usize);
    }
}
