//! HTML helpers shared by the report and the exported page. `maud` escapes all text and attributes.

use maud::{Markup, PreEscaped, html};

use super::markdown::is_web;
use crate::words::{Language, language, tr};

/// Placeholder for an element within a message.
const HERE: &str = "\u{1}";

/// The value of the attribute `lang`.
pub(crate) fn lang() -> &'static str {
    match language() {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    }
}

/// A message that contains an element: `message` formats it with the placeholder that it is given.
pub(crate) fn with_element(message: impl FnOnce(&str) -> String, element: &Markup) -> Markup {
    let text = message(HERE);
    let (before, after) = text.split_once(HERE).unwrap_or((&text, ""));
    html! { (before) (element) (after) }
}

/// The address of a source; a link if it is a web address.
pub(crate) fn web_link(address: &str) -> Markup {
    html! {
        @if is_web(address) {
            a href=(address) rel="noreferrer" { (address) }
        } @else {
            (address)
        }
    }
}

/// A figure with its year, as in 98.7%（2020年）, neither of them broken over lines.
pub(crate) fn unbroken(cell: &str) -> Markup {
    // In English, the space before the bracket stays between the spans: at the end of a span it would have no width.
    let (open, close) = (tr("（"), tr("）"));
    let (space, bracket) = open.split_at(open.len() - open.trim_start().len());
    let parts = cell
        .split_once(open)
        .filter(|_| cell.ends_with(close) && cell.chars().count() < 24);
    html! {
        @if let Some((figure, year)) = parts {
            span { (figure) } (space) span { (bracket) (year) }
        } @else {
            (cell)
        }
    }
}

/// The program's own style sheets, scripts and their data, written without escaping.
pub(crate) fn trusted(code: &str) -> PreEscaped<&str> {
    PreEscaped(code)
}
