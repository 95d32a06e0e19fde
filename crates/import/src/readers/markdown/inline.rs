//! Inline Markdown: bold, links, pictures, escapes, and a few HTML tags.

use super::at;
use crate::readers::clean;
use crate::source::{Link, Picture};

/// A line without its marks.
#[derive(Default)]
pub(super) struct Inline {
    /// Its text; `<br>` is a line break.
    pub(super) text: String,
    /// All of it is bold.
    pub(super) bold: bool,
    /// It begins with bold text.
    pub(super) starts_bold: bool,
    /// Pictures within it.
    pub(super) pictures: Vec<Picture>,
    /// Links within it that lead to files.
    pub(super) links: Vec<Link>,
}

/// Reads a line.
pub(super) fn read(line: &str, number: usize) -> Inline {
    let mut inline = Inline::default();
    let mut rest = line;
    let (mut bold, mut plain) = (false, false);
    while let Some(sign) = rest.chars().next() {
        let after = rest.get(sign.len_utf8()..).unwrap_or_default();
        if let Some(escaped) = after
            .chars()
            .next()
            .filter(|next| sign == '\\' && next.is_ascii_punctuation())
        {
            inline.text.push(escaped);
            rest = after.get(1..).unwrap_or_default();
        } else if let Some(after) = bold_mark(rest, bold) {
            bold = !bold;
            inline.starts_bold |= clean::is_blank(&inline.text);
            rest = after;
        } else if let Some((words, target, after)) = target(rest.strip_prefix("![")) {
            let caption =
                Some(clean::squeeze(words)).filter(|words| !words.is_empty() && target != words);
            inline.pictures.push(Picture {
                caption,
                place: at(number),
            });
            rest = after;
        } else if let Some((words, target, after)) = target(rest.strip_prefix('[')) {
            inline.text.push_str(words);
            plain |= !bold;
            inline.links.extend(link(words, target));
            rest = after;
        } else if let Some((text, after)) = tag(rest).or_else(|| entity(rest)) {
            inline.text.push_str(text);
            rest = after;
        } else {
            inline.text.push(sign);
            plain |= !bold && !sign.is_whitespace();
            rest = after;
        }
    }
    inline.bold = inline.starts_bold && !plain;
    inline
}

/// The range searched for the end of a mark, to bound the cost of unclosed marks.
fn near(rest: &str) -> &str {
    rest.get(..rest.floor_char_boundary(2000)).unwrap_or(rest)
}

/// The text after a bold mark; an opening one must be closed on the same line.
fn bold_mark(rest: &str, bold: bool) -> Option<&str> {
    let (after, mark) = rest
        .strip_prefix("**")
        .map(|after| (after, "**"))
        .or_else(|| Some((rest.strip_prefix("__")?, "__")))?;
    (bold || (near(after).contains(mark) && !after.starts_with(mark.get(..1)?))).then_some(after)
}

/// The text and target of a link after its opening bracket, and the rest.
fn target(rest: Option<&str>) -> Option<(&str, &str, &str)> {
    let rest = rest?;
    let (words, _) = near(rest).split_once(']')?;
    let after = rest.get(words.len() + 1..)?.strip_prefix('(')?;
    let (target, _) = near(after).split_once(')')?;
    let after = after.get(target.len() + 1..)?;
    let target = target.trim().split(' ').next().unwrap_or_default();
    (!words.contains('[')).then_some((words, target, after))
}

/// A link that leads to a file.
fn link(words: &str, target: &str) -> Option<Link> {
    crate::readers::links::is_annex(words, target).then(|| Link {
        text: clean::squeeze(words),
        target: target.to_owned(),
    })
}

/// The text that an HTML tag stands for, and the rest.
fn tag(rest: &str) -> Option<(&'static str, &str)> {
    let rest = rest.strip_prefix('<')?;
    let (inner, _) = near(rest).split_once('>')?;
    let after = rest.get(inner.len() + 1..)?;
    let name = inner
        .trim_start_matches('/')
        .split([' ', '/'])
        .next()?
        .to_ascii_lowercase();
    match name.as_str() {
        "br" => Some(("\n", after)),
        "b" | "i" | "u" | "p" | "div" | "span" | "font" | "center" | "strong" | "em" | "sup"
        | "sub" | "a" | "!--" => Some(("", after)),
        _ => None,
    }
}

/// A character entity, and the rest.
fn entity(rest: &str) -> Option<(&'static str, &str)> {
    let rest = rest.strip_prefix('&')?;
    let (name, _) = near(rest).split_once(';')?;
    let after = rest.get(name.len() + 1..)?;
    let sign = match name {
        "nbsp" => "\u{a0}",
        "emsp" => "\u{2003}",
        "ensp" => "\u{2002}",
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "ldquo" => "“",
        "rdquo" => "”",
        "mdash" => "—",
        _ => return None,
    };
    Some((sign, after))
}
