//! PDFs: the glyphs of each page are assembled into lines.

mod glyphs;
mod lines;
mod radicals;

use std::sync::Arc;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::{Excess, Kind, Refusal, limits, particulars};
use crate::source::{Block, Picture, Place, Source};
use glyphs::Page;

/// Reads a PDF.
pub(super) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    let pdf = Pdf::new(Arc::new(bytes.to_vec())).map_err(refusal)?;
    let count = pdf.pages().len();
    if count > limits::PAGES {
        return Err(Refusal::too_large(Excess::Pages, limits::PAGES));
    }
    let pages = glyphs::pages(&pdf);
    refuse_unreadable(&pages)?;
    let mut source = Source::default();
    if let Some(title) = pdf.metadata().title.as_deref() {
        particulars::note(&mut source, "title", &text_string(title));
    }
    for (index, page) in pages.into_iter().enumerate() {
        push(&mut source, page, index + 1);
    }
    Ok(source)
}

fn refusal(fault: LoadPdfError) -> Refusal {
    match fault {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            Refusal::Encrypted(Kind::Pdf)
        }
        LoadPdfError::Decryption(fault) => Refusal::broken(Kind::Pdf, format!("{fault:?}")),
        LoadPdfError::Invalid => Refusal::broken(Kind::Pdf, "no PDF, or one cut off"),
    }
}

/// Refuses a document without characters, or with mostly unknown ones.
fn refuse_unreadable(pages: &[Page]) -> Result<(), Refusal> {
    let glyphs: usize = pages.iter().map(|page| page.glyphs.len()).sum();
    let unknown: usize = pages.iter().map(Page::unknown).sum();
    let missing = pages.iter().any(|page| page.fonts_missing);
    let pictures = pages.iter().any(|page| !page.pictures.is_empty());
    if unknown * 2 > glyphs || (glyphs == 0 && missing) {
        return Err(Refusal::Unmapped { pages: pages.len() });
    }
    if glyphs == 0 && pictures {
        return Err(Refusal::Scan { pages: pages.len() });
    }
    Ok(())
}

/// Adds the lines and pictures of a page from top to bottom, and a page end.
fn push(source: &mut Source, page: Page, number: usize) {
    let mut pieces: Vec<(f64, Block)> = Vec::new();
    for top in &page.pictures {
        let picture = Picture {
            caption: None,
            place: Place {
                line: 0,
                page: Some(number),
            },
        };
        pieces.push((*top, Block::Picture(picture)));
    }
    for line in lines::lines(page) {
        pieces.push((line.top, Block::Line(line.line)));
    }
    pieces.sort_by(|one, other| one.0.total_cmp(&other.0));
    let numbered = pieces
        .into_iter()
        .enumerate()
        .map(|(index, (_, mut block))| {
            let place = Place {
                line: index + 1,
                page: Some(number),
            };
            match &mut block {
                Block::Line(line) => line.place = place,
                Block::Picture(picture) => picture.place = place,
                Block::Table(_) | Block::PageEnd => {}
            }
            block
        });
    source.blocks.extend(numbered);
    source.blocks.push(Block::PageEnd);
}

/// Decodes a metadata string: UTF-16 with a mark, else as any text.
fn text_string(bytes: &[u8]) -> String {
    crate::encoding::decode(bytes)
}
