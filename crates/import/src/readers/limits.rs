//! How much is read of a file: well above any plan ever published, well below what hurts.

/// Bytes of a file.
pub(crate) const BYTES: usize = 64 << 20;
/// Bytes of one unpacked part of a packed file.
pub(crate) const PART: usize = 64 << 20;
/// Bytes of all parts that are read of it.
pub(crate) const UNPACKED: usize = 128 << 20;
/// Elements within elements in XML.
pub(crate) const XML_DEPTH: usize = 256;
/// Elements within elements in a web page: old pages leave thousands of tags open.
pub(crate) const HTML_DEPTH: usize = 1500;
/// Elements of a part or a page.
pub(crate) const ELEMENTS: usize = 2_000_000;
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
/// Seconds until a reader is given up.
pub(crate) const SECONDS: u64 = 120;
/// Stack of the thread that reads: parsers of others recurse.
pub(crate) const STACK: usize = 64 << 20;
