//! The styles of a citation.

use std::fmt::Write as _;

use super::{Passage, Source, Work};

/// Marks a citation with supplied characters that are certain.
const SUPPLIED: &str = "〔含补字〕";
/// Marks one with supplied characters that are the likeliest of several.
const UNCERTAIN: &str = "〔存疑补字〕";
/// Marks one with a place that stands as published though something may be lost.
const OPEN: &str = "〔此处存疑〕";

/// `“……。”——《规划》（文号）三、（一）2.` Of several paragraphs each begins with “ and the last one ends with ”.
pub(super) fn plain(source: &Source<'_>, work: &Work<'_>, passage: &Passage) -> String {
    let (words, place) = (quoted(source, passage), source.place(passage.at));
    format!("{words}——{}{place}{}", work.name(), note(source, passage))
}

/// `“……。”（三、（一）2.）`
pub(super) fn quote(source: &Source<'_>, passage: &Passage) -> String {
    let (words, place) = (quoted(source, passage), source.place(passage.at));
    format!("{words}（{place}）{}", note(source, passage))
}

/// The words in quotation marks.
fn quoted(source: &Source<'_>, passage: &Passage) -> String {
    let paragraphs = source.words(passage);
    let paragraphs = paragraphs.iter().map(|text| format!("“{}", nested(text)));
    paragraphs.collect::<Vec<_>>().join("\n") + "”"
}

/// What a reader has to know of the cited words.
fn note(source: &Source<'_>, passage: &Passage) -> String {
    let notes = [
        (source.is_supplied(passage), SUPPLIED),
        (source.is_uncertain(passage), UNCERTAIN),
        (source.is_open(passage), OPEN),
    ];
    let notes = notes.into_iter().filter(|(holds, _)| *holds);
    notes.map(|(_, note)| note).collect()
}

/// Text for use within “ ”: double and single quotation marks are exchanged, apostrophes between letters stay.
fn nested(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = characters.next() {
        let after = characters.peek().copied().unwrap_or(' ');
        let is_apostrophe = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
        out.push(match c {
            '“' => '‘',
            '”' => '’',
            '‘' => '“',
            '’' if !is_apostrophe => '”',
            other => other,
        });
        before = c;
    }
    out
}

/// A document on the web (EB) by GB/T 7714—2025: colon and round brackets are full-width, full stops and square brackets
/// half-width; the document number as further information on the title; the day of issue in round and that of access in
/// square brackets. One that is not on the web is of type A and has no day of access.
pub(super) fn gbt7714(source: &Source<'_>, work: &Work<'_>) -> String {
    let meta = &source.plan.meta;
    let author = meta.issuer.as_ref().map(|name| format!("{name}. "));
    let number = work.number.map(|number| format!("：{number}"));
    let [author, number] = [author, number].map(Option::unwrap_or_default);
    let (title, accessed) = (work.title, source.accessed);
    let issued = meta.issued.as_ref();
    if let Some(page) = &meta.source {
        let day = issued.map_or_else(|| " ".to_owned(), |day| format!("（{day}）"));
        return format!("{author}{title}{number}[EB/OL].{day}[{accessed}]. {page}.");
    }
    let day = issued.map(|day| format!(" {day}.")).unwrap_or_default();
    format!("{author}{title}{number}[A].{day}")
}

/// A government document on the web by GB/T 7714—2015: type A (laws, government documents, archives); the document number
/// as further information on the title; the day of issue in round and that of access in square brackets. One that is not on
/// the web has no day of access.
pub(super) fn gbt7714_of_2015(source: &Source<'_>, work: &Work<'_>) -> String {
    let meta = &source.plan.meta;
    let between = |before: &str, part: Option<&str>, after: &str| {
        part.map(|part| format!("{before}{part}{after}"))
            .unwrap_or_default()
    };
    let author = between("", meta.issuer.as_deref(), ". ");
    let number = between(": ", work.number, "");
    let day = between("(", meta.issued.as_deref(), ")");
    let (title, accessed) = (work.title, source.accessed);
    if let Some(page) = &meta.source {
        return format!("{author}{title}{number}[A/OL]. {day}[{accessed}]. {page}.");
    }
    let day = between(" ", meta.issued.as_deref(), ".");
    format!("{author}{title}{number}[A].{day}")
}

/// A block quotation with the text unchanged.
pub(super) fn markdown(source: &Source<'_>, work: &Work<'_>, passage: &Passage) -> String {
    let mut out = String::new();
    for text in source.words(passage) {
        // Writing to a String can't fail.
        let _ = writeln!(out, "> {}\n>", escaped(&text));
    }
    let (link, place) = (link(source, work), source.place(passage.at));
    let _ = write!(out, "> ——{link}{place}{}", note(source, passage));
    out
}

/// The name of the document as a link to its page.
pub(super) fn link(source: &Source<'_>, work: &Work<'_>) -> String {
    let Some(page) = &source.plan.meta.source else {
        return escaped(&work.name());
    };
    let page = page.replace('<', "%3C").replace('>', "%3E");
    format!("[{}](<{page}>)", escaped(&work.name()))
}

/// Text escaped for Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    // A number with a full stop, and these marks, begin a list.
    let digits = out.chars().take_while(char::is_ascii_digit).count();
    let is_list = match out.chars().nth(digits) {
        Some('.' | ')') => digits > 0,
        Some('-' | '+' | '=') => digits == 0,
        _ => false,
    };
    if is_list {
        out.insert(digits, '\\');
    }
    out
}
