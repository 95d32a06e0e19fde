//! From the bytes of a file to a [`Source`]: blocks in reading order with their place and look, and what was left out.
//!
//! The format is told by the content first and by the name second, since many a `.doc` is a web page. Every reader works in
//! a thread of its own, with limits of size and time: a hostile file is refused, never a crash.

mod archive;
mod clean;
mod compound;
mod delimited;
mod docx;
mod format;
mod grid;
mod guard;
mod html;
mod limits;
mod links;
mod markdown;
mod numerals;
mod particulars;
#[cfg(feature = "pdf")]
mod pdf;
mod refusal;
mod runs;
mod spreadsheet;
mod surroundings;
mod text;
mod words;
mod xls;
mod xlsx;
mod xml;

use format::Format;
pub use guard::THREAD;
pub use refusal::{Excess, Foreign, Kind, Refusal};

use crate::{
    encoding,
    source::{Block, Source},
};

/// Reads a document. `name` is the name of its file, which decides only where the content leaves it open.
///
/// # Errors
///
/// A [`Refusal`] that says why there is nothing to read.
pub fn read(name: &str, bytes: &[u8]) -> Result<Source, Refusal> {
    if bytes.len() > limits::BYTES {
        return Err(Refusal::too_large(Excess::Bytes, limits::BYTES));
    }
    let name = name.to_owned();
    let bytes = bytes.to_vec();
    guard::run(move || read_unguarded(&name, &bytes))
}

/// Tells the format, reads it, and cleans what was read.
fn read_unguarded(name: &str, bytes: &[u8]) -> Result<Source, Refusal> {
    let format = format::tell(name, bytes)?;
    guard::reading(format.kind());
    let mut source = match format {
        Format::Text => text::read(&encoding::decode(bytes)),
        Format::Markdown => markdown::read(&encoding::decode(bytes))?,
        Format::Html => html::read(&encoding::decode(bytes))?,
        Format::Docx => docx::read(bytes)?,
        Format::Xls => xls::read(bytes)?,
        Format::Xlsx => xlsx::read(bytes)?,
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::read(bytes)?,
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => return Err(Refusal::NotBuilt(Kind::Pdf)),
        Format::Csv => delimited::read(&encoding::decode(bytes))?,
    };
    clean::source(&mut source);
    surroundings::leave_out(&mut source);
    if source.blocks.iter().all(|block| *block == Block::PageEnd) {
        return Err(Refusal::Empty(format.kind()));
    }
    Ok(source)
}
