//! Limits on input, far above any published plan.

/// Bytes of a file.
pub(crate) const BYTES: usize = 64 << 20;
/// Bytes of one unpacked part of a package.
pub(crate) const PART: usize = 64 << 20;
/// Bytes of all unpacked parts.
pub(crate) const UNPACKED: usize = 128 << 20;
/// Nesting depth of XML.
pub(crate) const XML_DEPTH: usize = 256;
/// Nesting depth of HTML; old pages leave thousands of tags open.
pub(crate) const HTML_DEPTH: usize = 1500;
/// Elements of a part or a page.
pub(crate) const ELEMENTS: usize = 2_000_000;
/// Blocks of a document: a thousand pages of lines have some forty thousand.
pub(crate) const BLOCKS: usize = 120_000;
/// Bytes of one line: a plan may have paragraphs of a third of that.
pub(crate) const LINE: usize = 100_000;
/// Cells of the tables of a document, counted after merged cells are spread.
pub(crate) const CELLS: usize = 500_000;
/// Columns of a table.
pub(crate) const COLUMNS: usize = 1_024;
/// Pages.
#[cfg(feature = "pdf")]
pub(crate) const PAGES: usize = 3_000;
/// Characters and drawings of a document with pages.
#[cfg(feature = "pdf")]
pub(crate) const GLYPHS: usize = 3_000_000;
/// Seconds until a reader is abandoned.
pub(crate) const SECONDS: u64 = 120;
/// Stack size of reader threads, since third-party parsers recurse.
pub(crate) const STACK: usize = 64 << 20;
