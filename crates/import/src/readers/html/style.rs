//! The formatting that elements and their attributes give to text.

use super::tree::Node;
use crate::readers::runs::Style;

/// Block elements, which begin and end a line; cells are for layout tables.
const BLOCKS: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "td",
    "th",
    "tr",
    "ul",
];

/// The inherited formatting of text.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// Character formatting.
    pub(super) style: Style,
    /// The level of the enclosing heading.
    pub(super) heading: Option<u8>,
    /// Centred.
    pub(super) centred: bool,
    /// First-line indent, in halves of a Han character.
    pub(super) indent: u16,
    /// White space is preserved.
    pub(super) preformatted: bool,
}

impl Context {
    /// The formatting within an element.
    pub(super) fn within(&self, node: &Node) -> Self {
        let mut context = self.clone();
        context.tag(node);
        if let Some(css) = node.attribute("style") {
            declarations(css).for_each(|(name, value)| context.declare(&name, &value));
        }
        context
    }

    fn tag(&mut self, node: &Node) {
        match node.name.as_str() {
            "b" | "strong" | "th" => self.style.bold = true,
            "center" => self.centred = true,
            "pre" => self.preformatted = true,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.heading = node.name.bytes().last().map(|digit| digit - b'0');
                self.style.bold = true;
            }
            "font" => {
                let named = node.attribute("face").and_then(face);
                self.style.face = named.or(self.style.face.take());
            }
            _ => {}
        }
        if let Some(align) = node.attribute("align") {
            self.centred = align.eq_ignore_ascii_case("center");
        }
    }

    fn declare(&mut self, name: &str, value: &str) {
        match name {
            "font-weight" => self.style.bold = is_bold(value),
            "font-size" => self.style.size = length(value, self.style.size).or(self.style.size),
            "font-family" => self.style.face = face(value).or(self.style.face.take()),
            "text-align" => self.centred = value == "center",
            "white-space" => self.preformatted = value.starts_with("pre"),
            "text-indent" => self.indent = indent(value, self.style.size),
            _ => {}
        }
    }
}

/// Whether an element is a block element.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether an element is hidden.
pub(super) fn is_hidden(node: &Node) -> bool {
    let css = node.attribute("style").unwrap_or_default();
    let unseen = |(name, value): (String, String)| {
        (name == "display" && value == "none") || (name == "visibility" && value == "hidden")
    };
    node.attribute("hidden").is_some() || (!css.is_empty() && declarations(css).any(unseen))
}

/// CSS declarations, in lower case.
fn declarations(css: &str) -> impl Iterator<Item = (String, String)> {
    let pairs = css
        .split(';')
        .filter_map(|declaration| declaration.split_once(':'));
    pairs.map(|(name, value)| {
        let value = value.trim().trim_end_matches("!important").trim();
        (name.trim().to_ascii_lowercase(), value.to_ascii_lowercase())
    })
}

fn is_bold(weight: &str) -> bool {
    weight.starts_with("bold") || weight.parse().is_ok_and(|weight: u16| weight >= 600)
}

/// The first typeface of a list, unquoted.
fn face(value: &str) -> Option<String> {
    let first = value
        .split(',')
        .next()?
        .trim()
        .trim_matches(['"', '\''])
        .trim();
    (!first.is_empty() && first != "inherit").then(|| first.to_owned())
}

/// A length in half points; `None` if it can't be resolved.
fn length(value: &str, size: Option<u16>) -> Option<u16> {
    let digits = value.trim_end_matches(|sign: char| sign.is_ascii_alphabetic() || sign == '%');
    let number: f32 = digits.trim().parse().ok()?;
    let half_points = match value.get(digits.len()..)?.trim() {
        "pt" => number * 2.0,
        "px" => number * 1.5,
        "em" => number * f32::from(size?),
        _ => return None,
    };
    (0.0..2000.0)
        .contains(&half_points)
        .then(|| half_points.round() as u16)
}

/// An indent in halves of a Han character. The default font size is 12 points.
fn indent(value: &str, size: Option<u16>) -> u16 {
    let size = size.filter(|size| *size > 0).unwrap_or(24);
    let half_points = length(value, Some(size)).unwrap_or(0);
    (f32::from(half_points) * 2.0 / f32::from(size)).round() as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indents_are_counted_in_characters() {
        assert_eq!(indent("2em", None), 4);
        assert_eq!(indent("32px", Some(24)), 4);
        assert_eq!(indent("32pt", Some(32)), 4);
        assert_eq!(indent("-2em", None), 0);
        assert_eq!(indent("calc(1 + 2)", None), 0);
    }

    #[test]
    fn sizes_are_half_points() {
        assert_eq!(length("16px", None), Some(24));
        assert_eq!(length("16.0pt", None), Some(32));
        assert_eq!(length("1e9px", None), None);
        assert_eq!(length("large", None), None);
    }
}
