//! Combines the formatting of a line's runs into that of the line.

use super::clean;
use crate::source::Look;

/// Maximum distinct styles of one line.
const STYLES: usize = 64;

/// The formatting of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Bold.
    pub(super) bold: bool,
    /// Font size in half points.
    pub(super) size: Option<u16>,
    /// Typeface.
    pub(super) face: Option<String>,
}

/// The current line: its text, and the weight of each style.
#[derive(Clone, Debug, Default)]
pub(super) struct Runs {
    /// The text so far.
    pub(super) text: String,
    weights: Vec<(Style, usize)>,
}

impl Runs {
    /// Adds a run.
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

    /// Takes the line: its text and formatting.
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

/// The weight of a run: its Han characters, since figures and punctuation often have another font.
fn weight(text: &str) -> usize {
    let seen = text
        .chars()
        .filter(|sign| !sign.is_whitespace() && !clean::is_invisible(*sign))
        .count();
    clean::han(text) * 16 + usize::from(seen > 0)
}

/// The value that nine tenths of the line have in common.
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
