//! The look of a line out of the looks of its pieces: what all its words have in common.

use super::clean;
use crate::source::Look;

/// How many looks of one line are told apart.
const STYLES: usize = 64;

/// How a piece of a line looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Bold.
    pub(super) bold: bool,
    /// Size in half points, where it is said.
    pub(super) size: Option<u16>,
    /// The typeface, where it is said.
    pub(super) face: Option<String>,
}

/// A line under way: its text, and how much of it looks how.
#[derive(Clone, Debug, Default)]
pub(super) struct Runs {
    /// The text so far.
    pub(super) text: String,
    weights: Vec<(Style, usize)>,
}

impl Runs {
    /// Adds a piece.
    pub(super) fn push(&mut self, text: &str, style: &Style) {
        self.text.push_str(text);
        let weight = weight(text);
        if weight == 0 {
            return;
        }
        if let Some((_, known)) = self.weights.iter_mut().find(|(known, _)| known == style) {
            *known += weight;
        } else if self.weights.len() < STYLES {
            self.weights.push((style.clone(), weight));
        }
    }

    /// Takes the line: its text, and the look that all of it has.
    pub(super) fn take(&mut self) -> (String, Look) {
        let Self { text, weights } = std::mem::take(self);
        let look = Look {
            bold: !weights.is_empty() && weights.iter().all(|(style, _)| style.bold),
            size: common(&weights, |style| style.size),
            face: common(&weights, |style| style.face.clone()),
            ..Look::default()
        };
        (text, look)
    }
}

/// How much a piece counts: its Chinese characters, since figures and signs often come from another font; a bit for others.
fn weight(text: &str) -> usize {
    let seen = text
        .chars()
        .filter(|sign| !sign.is_whitespace() && !clean::is_invisible(*sign))
        .count();
    clean::han(text) * 16 + usize::from(seen > 0)
}

/// What nine tenths of the line have.
fn common<T: PartialEq>(weights: &[(Style, usize)], of: impl Fn(&Style) -> Option<T>) -> Option<T> {
    let all: usize = weights.iter().map(|(_, weight)| weight).sum();
    let (most, _) = weights.iter().max_by_key(|(_, weight)| *weight)?;
    let value = of(most)?;
    let same: usize = weights
        .iter()
        .filter(|(style, _)| of(style).as_ref() == Some(&value))
        .map(|(_, weight)| weight)
        .sum();
    (same * 10 >= all * 9).then_some(value)
}
