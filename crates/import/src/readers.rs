//! Readers: parse the bytes of a file into a [`Source`], blocks in reading order with place and look, plus what was
//! left out.
//!
//! The format is detected by content first and by name second, since many `.doc` files are web pages. Every reader runs
//! in its own thread with limits on size and time: a hostile file is refused and can't crash the program.

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
/// The most bytes that a file may have.
pub const MAX_BYTES: usize = limits::BYTES;
pub use refusal::{Excess, Foreign, Kind, Refusal};

use crate::{
    encoding,
    source::{Block, Source},
};

/// Reads a document. `name` is its file name, used only if the content leaves the format open.
///
/// # Errors
///
/// A [`Refusal`] with the reason.
pub fn read(name: &str, bytes: &[u8]) -> Result<Source, Refusal> {
    let name = name.to_owned();
    let copy = bytes.to_vec();
    guarded(bytes.len(), move || read_here(&name, &copy))
}

/// Does a work on a file of so many bytes in a thread with limits.
pub(crate) fn guarded<T: Send + 'static>(
    size: usize,
    work: impl FnOnce() -> Result<T, Refusal> + Send + std::panic::UnwindSafe + 'static,
) -> Result<T, Refusal> {
    if size > limits::BYTES {
        return Err(Refusal::too_large(Excess::Bytes, limits::BYTES));
    }
    guard::run(work)
}

/// Refuses what is no document by its size, before it is understood.
fn refuse_endless(source: &Source) -> Result<(), Refusal> {
    let is_long =
        |block: &Block| matches!(block, Block::Line(line) if line.text.len() > limits::LINE);
    if source.blocks.len() > limits::BLOCKS {
        Err(Refusal::too_large(Excess::Pieces, limits::BLOCKS))
    } else if source.blocks.iter().any(is_long) {
        Err(Refusal::too_large(Excess::Line, limits::LINE))
    } else {
        Ok(())
    }
}

/// Detects the format, reads the file, and cleans the result, in this thread.
pub(crate) fn read_here(name: &str, bytes: &[u8]) -> Result<Source, Refusal> {
    let format = format::detect(name, bytes)?;
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
    refuse_endless(&source)?;
    clean::source(&mut source);
    surroundings::leave_out(&mut source);
    if source.blocks.iter().all(|block| *block == Block::PageEnd) {
        return Err(Refusal::Empty(format.kind()));
    }
    Ok(source)
}
