//! Markdown writer (`CommonMark` with tables). Text goes through [`plain`], which escapes it.

use std::fmt::{Display, Write as _};

/// Text with the characters escaped that Markdown would interpret.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>|#&~$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A web address as an autolink; anything else as text.
pub(crate) fn link(address: &str) -> String {
    if is_web(address) && !address.contains(['<', '>', ' ']) {
        format!("<{address}>")
    } else {
        plain(address)
    }
}

/// Whether `address` is an `http` or `https` URL.
pub(super) fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// A Markdown document under construction.
#[derive(Debug, Default)]
pub(crate) struct Document(String);

impl Document {
    /// A heading; `level` counts from 1. An empty line precedes it unless it is the first.
    pub(crate) fn heading(&mut self, level: usize, text: impl Display) {
        let before = if self.0.is_empty() { "" } else { "\n" };
        let marks = "#".repeat(level);
        self.line(format_args!("{before}{marks} {text}\n"));
    }

    /// A paragraph, with an empty line after it.
    pub(crate) fn paragraph(&mut self, text: impl Display) {
        self.line(format_args!("{text}\n"));
    }

    /// An item of a list.
    pub(crate) fn item(&mut self, text: impl Display) {
        self.line(format_args!("- {text}"));
    }

    /// A line, not escaped.
    pub(crate) fn line(&mut self, text: impl Display) {
        // Writing to a `String` can't fail.
        let _ = writeln!(self.0, "{text}");
    }

    /// A table; heads and cells must be escaped.
    pub(crate) fn table<Row: AsRef<[String]>>(
        &mut self,
        heads: &[String],
        rows: impl IntoIterator<Item = Row>,
    ) {
        self.row(heads);
        self.row(&vec!["---".to_owned(); heads.len()]);
        for row in rows {
            self.row(row.as_ref());
        }
    }

    fn row(&mut self, cells: &[String]) {
        self.line(format_args!("| {} |", cells.join(" | ")));
    }

    /// The document as text.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}
