//! Finds the container of the document in a page: by the names that government sites use for it, else where Chinese
//! text outside links is densest.

use super::tree::{Node, Tree};
use crate::readers::clean;

/// Ids and classes, in lower case, of elements that contain only the document.
const HOLDERS: [&str; 49] = [
    "ucap-content",
    "trs_editor",
    "trs_editor_view",
    "trs_uedit",
    "trs_ueditor",
    "trs_word",
    "trs_preappend",
    "trs_paper_preappend",
    "pages_content",
    "pages-content",
    "zoom",
    "zoomcon",
    "ivs_content",
    "detailcontent",
    "detail-content",
    "detail_content",
    "article-content",
    "article_content",
    "articlecontent",
    "article-body",
    "article_body",
    "article-con",
    "article_con",
    "articlecon",
    "artibody",
    "articletext",
    "news_content",
    "news-content",
    "newscontent",
    "newstext",
    "news_text",
    "content_text",
    "content-text",
    "contenttext",
    "contentbody",
    "content_body",
    "content-body",
    "con_text",
    "content_area",
    "js_content",
    "rich_media_content",
    "v_news_content",
    "vsb_content",
    "vsb_content_2",
    "vsb_content_4",
    "vsb_content_500",
    "wp_articlecontent",
    "zwnr",
    "xxgk_content",
];
/// Names of elements that contain the document and perhaps more.
const WIDER: [&str; 16] = [
    "article",
    "content",
    "con",
    "main",
    "main-content",
    "maincontent",
    "main_content",
    "text",
    "detail",
    "nr",
    "zw",
    "contentbox",
    "contents",
    "mcontent",
    "wz",
    "neirong",
];
/// Names of elements around a document.
const CHROME: [&str; 32] = [
    "nav",
    "menu",
    "navbar",
    "header",
    "footer",
    "foot",
    "top",
    "bottom",
    "sidebar",
    "aside",
    "share",
    "bdsharebuttonbox",
    "bshare-custom",
    "breadcrumb",
    "crumbs",
    "crumb",
    "position",
    "location",
    "dqwz",
    "print",
    "toolbar",
    "fontsize",
    "qrcode",
    "ewm",
    "related",
    "copyright",
    "pagination",
    "pages",
    "search",
    "login",
    "friendlink",
    "tool",
];
/// Elements that never contain a document.
const CHROME_TAGS: [&str; 3] = ["nav", "footer", "aside"];
/// Elements whose content is not displayed as text.
const SILENT: [&str; 18] = [
    "script", "style", "noscript", "template", "head", "textarea", "select", "button", "iframe",
    "object", "svg", "video", "audio", "canvas", "math", "map", "datalist", "title",
];

/// An element with this many Han characters is hardly part of what surrounds a document.
const MUCH: usize = 300;

/// The amount of text in an element.
#[derive(Clone, Copy, Default)]
struct Weight {
    /// Han characters.
    han: usize,
    /// Han characters in links.
    linked: usize,
}

impl Weight {
    fn plain(self) -> usize {
        self.han - self.linked
    }
}

/// The text weights of all elements of a page.
pub(super) struct Content<'a> {
    tree: &'a Tree,
    weights: Vec<Weight>,
}

/// The container of the document.
#[derive(Clone, Copy)]
pub(super) struct Holder {
    /// The element.
    pub(super) node: usize,
    /// Whether it contains anything else.
    pub(super) bounds: Bounds,
}

/// Whether a container has anything but the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bounds {
    /// Only the document.
    Exact,
    /// Perhaps menus and the like too.
    Loose,
}

/// Whether the content of an element is not displayed as text.
pub(super) fn is_silent(node: &Node) -> bool {
    SILENT.contains(&node.name.as_str())
}

impl<'a> Content<'a> {
    /// Computes the text weights of a page.
    pub(super) fn weigh(tree: &'a Tree) -> Self {
        let mut weights = vec![Weight::default(); tree.len()];
        let order: Vec<usize> = visible(tree).collect();
        for index in order.into_iter().rev() {
            let node = tree.node(index);
            let own = node.text.as_deref().map_or(0, clean::han);
            let mut weight = node.children.iter().fold(
                Weight {
                    han: own,
                    linked: 0,
                },
                |sum, child| {
                    let child = weights.get(*child).copied().unwrap_or_default();
                    Weight {
                        han: sum.han + child.han,
                        linked: sum.linked + child.linked,
                    }
                },
            );
            if node.name == "a" || (is_called_chrome(node) && weight.han < MUCH) {
                weight.linked = weight.han;
            }
            if let Some(known) = weights.get_mut(index) {
                *known = weight;
            }
        }
        Self { tree, weights }
    }

    fn weight(&self, index: usize) -> Weight {
        self.weights.get(index).copied().unwrap_or_default()
    }

    /// The container of the document.
    pub(super) fn holder(&self) -> Holder {
        let all = self.weight(Tree::ROOT).plain();
        let dense = self.outside_table(self.densest());
        let named = self
            .heaviest(&HOLDERS)
            .map(|node| self.without_siblings(node));
        if let Some(node) =
            named.filter(|node| self.weight(*node).plain() * 3 >= self.weight(dense).plain())
        {
            return Holder {
                node,
                bounds: Bounds::Exact,
            };
        }
        let wider = self
            .heaviest(&WIDER)
            .filter(|node| self.weight(*node).plain() * 5 >= all * 3);
        let node = match wider {
            Some(wider) if self.tree.above(wider).any(|above| above == dense) => wider,
            _ => dense,
        };
        Holder {
            node,
            bounds: Bounds::Loose,
        }
    }

    /// The element with one of these names and the most text; the innermost among equals.
    fn heaviest(&self, names: &[&str]) -> Option<usize> {
        let holders = visible(self.tree).filter(|index| has_name(self.tree.node(*index), names));
        holders
            .filter(|index| self.weight(*index).plain() > 0)
            .max_by_key(|index| self.weight(*index).plain())
    }

    /// The common parent, if the document is split over several sibling containers.
    fn without_siblings(&self, node: usize) -> usize {
        let Some(parent) = self.tree.node(node).parent else {
            return node;
        };
        let beside = self
            .tree
            .node(parent)
            .children
            .iter()
            .filter(|child| has_name(self.tree.node(**child), &HOLDERS));
        let text = |index: &usize| self.weight(*index).plain() > 0;
        if beside.copied().filter(text).count() > 1 {
            parent
        } else {
            node
        }
    }

    /// The innermost element with at least four fifths of its parent's text.
    fn densest(&self) -> usize {
        let mut node = Tree::ROOT;
        loop {
            let children = &self.tree.node(node).children;
            let Some(next) = children
                .iter()
                .copied()
                .max_by_key(|child| self.weight(*child).plain())
            else {
                return node;
            };
            if is_silent(self.tree.node(next))
                || is_paragraph(self.tree.node(next))
                || self.weight(next).plain() * 5 < self.weight(node).plain() * 4
            {
                return node;
            }
            node = next;
        }
    }

    /// Moves out of a table whose cells share the text: it is part of the document, not its container.
    fn outside_table(&self, node: usize) -> usize {
        let part = |index: &usize| {
            matches!(
                self.tree.node(*index).name.as_str(),
                "table" | "tbody" | "thead" | "tr"
            )
        };
        self.tree
            .above(node)
            .find(|index| !part(index))
            .unwrap_or(node)
    }

    /// The share of the container's text that is in an element, in percent.
    pub(super) fn share(&self, index: usize, holder: Holder) -> usize {
        self.weight(index).plain() * 100 / self.weight(holder.node).plain().max(1)
    }

    /// Whether an element in the container is not part of the document.
    pub(super) fn is_chrome(&self, index: usize, holder: Holder) -> bool {
        let node = self.tree.node(index);
        let weight = self.weight(index);
        let much = weight.plain() >= MUCH && weight.plain() * 3 > self.weight(holder.node).plain();
        if node.name.is_empty() || much {
            return false;
        }
        let menu = || {
            holder.bounds == Bounds::Loose
                && weight.linked > 0
                && weight.linked * 5 >= weight.han * 4
                && self.is_list(index)
        };
        is_called_chrome(node) || menu()
    }

    /// Whether an element has at least four links, none of them to a file.
    fn is_list(&self, index: usize) -> bool {
        let links = self
            .tree
            .under(index)
            .filter(|index| self.tree.node(*index).name == "a");
        let mut count = 0;
        for link in links {
            let target = self.tree.node(link).attribute("href").unwrap_or_default();
            if crate::readers::links::is_annex(&self.tree.words(link), target) {
                return false;
            }
            count += 1;
        }
        count >= 4
    }
}

/// All displayed nodes, in reading order.
fn visible(tree: &Tree) -> impl Iterator<Item = usize> {
    let mut waiting = vec![Tree::ROOT];
    std::iter::from_fn(move || {
        let index = waiting.pop()?;
        let node = tree.node(index);
        if !is_silent(node) {
            waiting.extend(node.children.iter().rev());
        }
        Some(index)
    })
}

/// Whether a node is text, a paragraph or inline, and so no container.
fn is_paragraph(node: &Node) -> bool {
    matches!(
        node.name.as_str(),
        "" | "p"
            | "span"
            | "font"
            | "a"
            | "b"
            | "strong"
            | "i"
            | "em"
            | "u"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
    )
}

/// Whether an element's tag or name shows that it is not part of the document.
fn is_called_chrome(node: &Node) -> bool {
    has_name(node, &CHROME) || CHROME_TAGS.contains(&node.name.as_str())
}

/// Whether the id or a class of an element is one of these names.
fn has_name(node: &Node, names: &[&str]) -> bool {
    let words = |name| {
        node.attribute(name)
            .unwrap_or_default()
            .split_ascii_whitespace()
    };
    words("id")
        .chain(words("class"))
        .any(|word| names.contains(&word.to_ascii_lowercase().as_str()))
}
