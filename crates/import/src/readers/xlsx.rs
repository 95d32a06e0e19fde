//! Excel files: sheets with the displayed text of their cells.

use std::collections::HashMap;

use super::{
    Excess, Kind, Refusal,
    archive::Archive,
    limits,
    spreadsheet::{self, Epoch, Range, Sheet},
    xml::Element,
};
use crate::source::Source;

/// The workbook data that all sheets share.
struct Book {
    strings: Vec<String>,
    formats: Vec<String>,
    epoch: Epoch,
}

/// Reads an Excel file.
pub(super) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    let mut archive = Archive::open(bytes, Kind::Xlsx)?;
    let workbook = archive
        .xml("xl/workbook.xml")?
        .ok_or_else(|| Refusal::broken(Kind::Xlsx, "no workbook"))?;
    let relations = archive
        .xml("xl/_rels/workbook.xml.rels")?
        .unwrap_or_default();
    let counts_from_1904 = workbook
        .child("workbookPr")
        .and_then(|properties| properties.attribute("date1904"));
    let book = Book {
        strings: archive
            .xml("xl/sharedStrings.xml")?
            .map(|part| strings(&part))
            .unwrap_or_default(),
        formats: archive
            .xml("xl/styles.xml")?
            .map(|part| formats(&part))
            .unwrap_or_default(),
        epoch: if matches!(counts_from_1904, Some("1" | "true")) {
            Epoch::Of1904
        } else {
            Epoch::Of1900
        },
    };
    let mut read = spreadsheet::Book::default();
    for (index, entry) in workbook
        .child("sheets")
        .into_iter()
        .flat_map(Element::elements)
        .enumerate()
    {
        let name = part_name(entry, &relations)
            .unwrap_or_else(|| format!("xl/worksheets/sheet{}.xml", index + 1));
        // A chart sheet has no cells.
        let Some(part) = archive.xml(&name)? else {
            continue;
        };
        let mut sheet = book.sheet(&part)?;
        entry
            .attribute("name")
            .unwrap_or_default()
            .clone_into(&mut sheet.name);
        sheet.hidden = matches!(entry.attribute("state"), Some("hidden" | "veryHidden"));
        read.push(&sheet)?;
    }
    Ok(read.source)
}

/// The name of a sheet's part.
fn part_name(entry: &Element, relations: &Element) -> Option<String> {
    let id = entry.attribute("r:id")?;
    let target = relations
        .elements()
        .find(|relation| relation.attribute("Id") == Some(id))?
        .attribute("Target")?;
    Some(
        target
            .strip_prefix('/')
            .map_or_else(|| format!("xl/{target}"), str::to_owned),
    )
}

/// The shared strings.
fn strings(part: &Element) -> Vec<String> {
    part.all("si").map(text).collect()
}

/// A text, plain or in runs, without phonetic readings.
fn text(element: &Element) -> String {
    let pieces = element.elements().map(|piece| match piece.name.as_str() {
        "t" => piece.text(),
        "r" => piece.all("t").map(Element::text).collect(),
        _ => String::new(),
    });
    unescaped(&pieces.collect::<String>())
        .replace("\r\n", "\n")
        .replace('\r', "\n")
}

/// Decodes characters escaped as `_x000D_`.
fn unescaped(text: &str) -> String {
    if text.contains("_x000D_") || text.contains("_x000d_") {
        text.replace("_x000D_", "").replace("_x000d_", "")
    } else {
        text.to_owned()
    }
}

/// The number format codes, by style index.
fn formats(part: &Element) -> Vec<String> {
    let own: HashMap<i64, &str> = part
        .child("numFmts")
        .into_iter()
        .flat_map(Element::elements)
        .filter_map(|format| Some((format.number("numFmtId")?, format.attribute("formatCode")?)))
        .collect();
    let code = |style: &Element| {
        let id = style.number("numFmtId").unwrap_or(0);
        let built_in = u16::try_from(id).ok().and_then(spreadsheet::built_in);
        own.get(&id)
            .copied()
            .or(built_in)
            .unwrap_or("General")
            .to_owned()
    };
    part.child("cellXfs")
        .into_iter()
        .flat_map(Element::elements)
        .map(code)
        .collect()
}

impl Book {
    fn sheet(&self, part: &Element) -> Result<Sheet, Refusal> {
        let mut sheet = Sheet::default();
        let columns = part
            .all("cols")
            .flat_map(Element::elements)
            .filter(|column| is_hidden(column));
        sheet.hidden_columns = columns.filter_map(hidden_columns).collect();
        let mut row = 0;
        for element in part
            .child("sheetData")
            .into_iter()
            .flat_map(Element::elements)
        {
            row = element
                .attribute("r")
                .and_then(|row| row.parse::<usize>().ok()?.checked_sub(1))
                .unwrap_or(row);
            if is_hidden(element) {
                sheet.hidden_rows.insert(row);
            }
            self.row(&mut sheet, element, row)?;
            row = row.saturating_add(1);
        }
        let merged = part
            .child("mergeCells")
            .into_iter()
            .flat_map(Element::elements);
        sheet.merged = merged
            .filter_map(|merge| range(merge.attribute("ref")?))
            .collect();
        if sheet.merged.len() > limits::CELLS {
            return Err(Refusal::too_large(Excess::Cells, limits::CELLS));
        }
        Ok(sheet)
    }

    fn row(&self, sheet: &mut Sheet, element: &Element, row: usize) -> Result<(), Refusal> {
        let mut column = 0;
        for cell in element.all("c") {
            column = cell
                .attribute("r")
                .and_then(position)
                .map_or(column, |(_, column)| column);
            sheet.put(row, column, self.cell(cell))?;
            column = column.saturating_add(1);
        }
        Ok(())
    }

    /// The displayed text of a cell.
    fn cell(&self, cell: &Element) -> String {
        let value = cell.child("v").map(Element::text).unwrap_or_default();
        match cell.attribute("t") {
            Some("s") => value
                .trim()
                .parse()
                .ok()
                .and_then(|index: usize| self.strings.get(index))
                .cloned()
                .unwrap_or_default(),
            Some("inlineStr") => cell.child("is").map(text).unwrap_or_default(),
            Some("b") => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            Some("str" | "e" | "d") => value,
            _ => self.number(cell, &value),
        }
    }

    fn number(&self, cell: &Element, value: &str) -> String {
        let Ok(number) = value.trim().parse::<f64>() else {
            return value.to_owned();
        };
        let style = cell
            .number("s")
            .and_then(|style| usize::try_from(style).ok())
            .unwrap_or(0);
        let code = self.formats.get(style).map_or("General", String::as_str);
        spreadsheet::print(number, code, self.epoch)
    }
}

fn is_hidden(element: &Element) -> bool {
    matches!(element.attribute("hidden"), Some("1" | "true"))
}

/// A range of hidden columns, from 0.
fn hidden_columns(element: &Element) -> Option<(usize, usize)> {
    let of = |name| usize::try_from(element.number(name)?.checked_sub(1)?).ok();
    Some((of("min")?, of("max")?))
}

/// Parses a range of cells: `A1:C2`.
fn range(text: &str) -> Option<Range> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first, last) = (position(first)?, position(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some(Range {
        rows: (first.0, last.0),
        columns: (first.1, last.1),
    })
}

/// Parses a position such as `B3` into row and column, from 0.
fn position(text: &str) -> Option<(usize, usize)> {
    let text = text.replace('$', "");
    let digits = text.find(|sign: char| sign.is_ascii_digit())?;
    let (letters, digits) = text.split_at_checked(digits)?;
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let rank = letter
            .to_ascii_uppercase()
            .checked_sub(b'A')
            .filter(|rank| *rank < 26)?;
        column = column.checked_mul(26)?.checked_add(usize::from(rank) + 1)?;
    }
    Some((
        digits.parse::<usize>().ok()?.checked_sub(1)?,
        column.checked_sub(1)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("$AB$12"), Some((11, 27)));
        assert_eq!(position("A0"), None);
        assert_eq!(position("12"), None);
        assert_eq!(position(&"Z".repeat(99)), None);
        assert_eq!(range("B2:A1"), None);
    }
}
