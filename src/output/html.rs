//! HTML. It is written with `maud`, which escapes every text that is put between tags or into an attribute; what several
//! documents share is here.

use maud::{Markup, PreEscaped, html};

use super::markdown::is_web;
use crate::words::{Language, language, tr};

/// Stands in a message for the place of an element.
const HERE: &str = "\u{1}";

/// The language of the document, for the attribute `lang`.
pub(crate) fn lang() -> &'static str {
    match language() {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    }
}

/// A message with an element in it: `message` says it with the text that it is given in the element's place.
pub(crate) fn filled(message: impl FnOnce(&str) -> String, element: &Markup) -> Markup {
    let text = message(HERE);
    let (before, after) = text.split_once(HERE).unwrap_or((&text, ""));
    html! { (before) (element) (after) }
}

/// Where something was published. Only an address of the web becomes a link, to be followed by whoever wants to.
pub(crate) fn web_link(address: &str) -> Markup {
    html! {
        @if is_web(address) {
            a href=(address) rel="noreferrer" { (address) }
        } @else {
            (address)
        }
    }
}

/// A short figure and its year, as in 98.7%（2020年）, each kept on one line where there is room.
pub(crate) fn unbroken(cell: &str) -> Markup {
    // The space that English has before the bracket stays between the two: at the end of a span it would have no width.
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

/// A style sheet or a script of ours, which nothing of a plan or of records ever gets into.
pub(crate) fn own(code: &str) -> PreEscaped<&str> {
    PreEscaped(code)
}
