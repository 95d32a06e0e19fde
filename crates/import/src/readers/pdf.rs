//! PDFs: the glyphs of each page are assembled into lines.

mod glyphs;
mod lines;
mod radicals;
mod rules;
mod set_tables;
mod tables;

use std::sync::Arc;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::{Excess, Kind, Refusal, limits, particulars};
use crate::source::{Block, Cell, Picture, Place, Source};
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
    let mut before = None;
    for (index, page) in pages.into_iter().enumerate() {
        before = push(&mut source, page, index + 1, before)?;
    }
    Ok(source)
}

/// A table that may go on on the next page.
struct Open {
    /// Its place among the blocks.
    at: usize,
    columns: Vec<f64>,
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

/// Most short lines between the end of a page and a table that goes on over it: running heads and page numbers.
const FURNITURE: usize = 2;

/// Adds the lines, tables and pictures of a page from top to bottom, and a page end. What goes on from the page before
/// is added to its table; returns the table that may go on.
fn push(
    source: &mut Source,
    mut page: Page,
    number: usize,
    before: Option<Open>,
) -> Result<Option<Open>, Refusal> {
    let mut pieces: Vec<(f64, Block, Option<Vec<f64>>)> = Vec::new();
    let columns = before.as_ref().map(|it| it.columns.as_slice());
    let ruled = tables::take(&mut page, number, columns)?;
    for it in ruled {
        pieces.push((it.top, Block::Table(it.table), Some(it.columns)));
    }
    for top in &page.pictures {
        let picture = Picture {
            caption: None,
            place: Place::default(),
        };
        pieces.push((*top, Block::Picture(picture), None));
    }
    for line in lines::lines(page) {
        pieces.push((line.top, Block::Line(line.line), None));
    }
    pieces.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut before = before;
    let (mut open, mut lines) = (None, 0);
    for (index, (_, mut block, columns)) in pieces.into_iter().enumerate() {
        put(&mut block, index + 1, number);
        let Some(columns) = columns else {
            lines += 1;
            before = before.filter(|_| lines <= FURNITURE);
            source.blocks.push(block);
            continue;
        };
        let goes_on = before
            .take()
            .filter(|it| tables::are_same(&it.columns, &columns));
        if let Some(it) = goes_on {
            go_on(source, it.at, block);
            open = Some(Open { at: it.at, columns });
        } else {
            let at = source.blocks.len();
            open = Some(Open { at, columns });
            source.blocks.push(block);
        }
        lines = 0;
    }
    source.blocks.push(Block::PageEnd);
    Ok(open.filter(|_| lines <= FURNITURE))
}

/// Adds the rows of a table to the one that it goes on with. A row that the end of the page cuts is one row.
fn go_on(source: &mut Source, at: usize, block: Block) {
    let (Some(Block::Table(table)), Block::Table(more)) = (source.blocks.get_mut(at), block) else {
        return;
    };
    let mut rows = more.rows.into_iter().peekable();
    let counted = counting(&table.rows);
    let is_cut = |row: &Vec<Cell>| {
        let number = counted.and_then(|column| row.get(column));
        number.is_some_and(|cell| cell.text.is_empty() && cell.span != (0, 0))
    };
    if let (Some(rest), Some(row)) = (rows.next_if(is_cut), table.rows.last_mut()) {
        for (cell, rest) in row.iter_mut().zip(rest) {
            cell.text.push_str(&rest.text);
        }
    }
    table.rows.extend(rows);
}

/// The column of a table that counts its rows, as the last of them tells.
fn counting(rows: &[Vec<Cell>]) -> Option<usize> {
    let counts = |row: &Vec<Cell>, column: usize| {
        let text = row.get(column).map_or("", |cell| cell.text.as_str());
        !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
    };
    let last = rows.last()?;
    let before = rows.len().checked_sub(2).and_then(|at| rows.get(at))?;
    let number = |row: &Vec<Cell>, column: usize| row.get(column)?.text.parse::<u32>().ok();
    (0..last.len().min(2)).find(|column| {
        let follows = number(last, *column) == number(before, *column).map(|it| it + 1);
        counts(last, *column) && (follows || !counts(before, *column))
    })
}

/// Gives a block and its cells their place.
fn put(block: &mut Block, line: usize, number: usize) {
    let place = Place {
        line,
        page: Some(number),
    };
    match block {
        Block::Line(line) => line.place = place,
        Block::Picture(picture) => picture.place = place,
        Block::Table(table) => {
            table.place = place;
            table
                .rows
                .iter_mut()
                .flatten()
                .for_each(|cell| cell.place = place);
        }
        Block::PageEnd => {}
    }
}

/// Decodes a metadata string: UTF-16 with a mark, else as any text.
fn text_string(bytes: &[u8]) -> String {
    crate::encoding::decode(bytes)
}
