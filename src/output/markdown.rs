//! Markdown (`CommonMark`, with the tables that most readers know). Text goes through [`plain`], which takes from it every
//! meaning that Markdown would give it.

use std::fmt::{Display, Write as _};

/// Text that Markdown shows as it is: signs that it would act on are escaped.
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

/// An address of the web as a link to itself; anything else as text.
pub(crate) fn link(address: &str) -> String {
    if is_web(address) && !address.contains(['<', '>', ' ']) {
        format!("<{address}>")
    } else {
        plain(address)
    }
}

/// Whether it is an address that a browser may be sent to.
pub(super) fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// A document that is being written.
#[derive(Debug, Default)]
pub(crate) struct Document(String);

impl Document {
    /// A heading of a level from 1, with an empty line before it unless it is the first.
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

    /// A line as it is.
    pub(crate) fn line(&mut self, text: impl Display) {
        // Writing to a String can't fail.
        let _ = writeln!(self.0, "{text}");
    }

    /// A table; heads and cells are Markdown already.
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
