//! Excel files before 2007 (BIFF8): sheets with the displayed text of their cells.

mod record;

use std::collections::HashMap;

use super::{
    Excess, Kind, Refusal, compound, limits,
    spreadsheet::{self, Epoch, Range, Sheet},
};
use crate::source::Source;
use record::{Record, records};

/// Record types.
mod number {
    pub(super) const FORMULA: u16 = 0x0006;
    pub(super) const EOF: u16 = 0x000a;
    pub(super) const DATEMODE: u16 = 0x0022;
    pub(super) const FILEPASS: u16 = 0x002f;
    pub(super) const COLINFO: u16 = 0x007d;
    pub(super) const BOUNDSHEET: u16 = 0x0085;
    pub(super) const MULRK: u16 = 0x00bd;
    pub(super) const XF: u16 = 0x00e0;
    pub(super) const MERGED: u16 = 0x00e5;
    pub(super) const SST: u16 = 0x00fc;
    pub(super) const LABELSST: u16 = 0x00fd;
    pub(super) const NUMBER: u16 = 0x0203;
    pub(super) const LABEL: u16 = 0x0204;
    pub(super) const BOOLERR: u16 = 0x0205;
    pub(super) const STRING: u16 = 0x0207;
    pub(super) const ROW: u16 = 0x0208;
    pub(super) const RK: u16 = 0x027e;
    pub(super) const FORMAT: u16 = 0x041e;
    pub(super) const BOF: u16 = 0x0809;
}

/// The globals of a workbook.
#[derive(Default)]
struct Book {
    /// Each sheet's offset, name, and whether it is hidden.
    sheets: Vec<(usize, String, bool)>,
    strings: Vec<String>,
    codes: HashMap<u16, String>,
    /// The number format id of each style.
    styles: Vec<u16>,
    epoch: Epoch,
}

/// Reads an Excel file before 2007.
pub(super) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    let stream = compound::stream(bytes, "/Workbook")?;
    let book = Book::read(&stream)?;
    let mut read = spreadsheet::Book::default();
    for (start, name, hidden) in &book.sheets {
        let mut sheet = book.sheet(&stream, *start)?;
        sheet.name.clone_from(name);
        sheet.hidden = *hidden;
        read.push(&sheet)?;
    }
    Ok(read.source)
}

impl Book {
    fn read(stream: &[u8]) -> Result<Self, Refusal> {
        let mut book = Self::default();
        let mut known = false;
        for record in records(stream, 0) {
            match record.number {
                number::BOF => known = record.short(0) == Some(0x0600),
                number::EOF => break,
                number::FILEPASS => return Err(Refusal::Encrypted(Kind::Xls)),
                _ => book.note(&record).unwrap_or_default(),
            }
        }
        if known {
            Ok(book)
        } else {
            Err(Refusal::broken(Kind::Xls, "no workbook of this version"))
        }
    }

    /// Reads a record of the globals; truncated ones are ignored.
    fn note(&mut self, record: &Record<'_>) -> Option<()> {
        match record.number {
            number::DATEMODE if record.short(0)? == 1 => self.epoch = Epoch::Of1904,
            number::XF => self.styles.push(record.short(2)?),
            number::SST => self.strings = strings(record),
            number::FORMAT => {
                let text = record.reader(2).text()?;
                self.codes.insert(record.short(0)?, text);
            }
            number::BOUNDSHEET => {
                let kind = record.short(4)?;
                // The upper byte distinguishes worksheets from charts and macros.
                if kind >> 8 == 0 {
                    let start = record.reader(0).long()? as usize;
                    self.sheets
                        .push((start, record.reader(6).short_text()?, kind & 3 != 0));
                }
            }
            _ => {}
        }
        Some(())
    }

    fn sheet(&self, stream: &[u8], start: usize) -> Result<Sheet, Refusal> {
        let mut sheet = Sheet::default();
        // Embedded charts are nested between their own BOF and EOF records.
        let mut depth = 0_usize;
        let mut formula = None;
        for record in records(stream, start) {
            match record.number {
                number::BOF => depth += 1,
                number::EOF if depth <= 1 => break,
                number::EOF => depth -= 1,
                _ if depth > 1 => {}
                number::FORMULA => {
                    formula = self.formula(&mut sheet, &record)?;
                }
                number::STRING => {
                    if let (Some((row, column)), Some(text)) =
                        (formula.take(), record.reader(0).text())
                    {
                        sheet.put(row, column, text)?;
                    }
                }
                number::MULRK => self.numbers(&mut sheet, &record)?,
                _ => {
                    note_shape(&mut sheet, &record).unwrap_or_default();
                    if let (Some(at), Some(text)) = (place(&record), self.cell(&record)) {
                        sheet.put(at.0, at.1, text)?;
                    }
                }
            }
            if sheet.merged.len() > limits::CELLS {
                return Err(Refusal::too_large(Excess::Cells, limits::CELLS));
            }
        }
        Ok(sheet)
    }

    /// The displayed text of a cell record.
    fn cell(&self, record: &Record<'_>) -> Option<String> {
        let style = record.short(4)?;
        match record.number {
            number::LABELSST => self.strings.get(record.reader(6).long()? as usize).cloned(),
            number::NUMBER => {
                Some(self.print(f64::from_le_bytes(record.reader(6).eight()?), style))
            }
            number::RK => Some(self.print(packed(record.reader(6).long()?), style)),
            number::LABEL => record.reader(6).text(),
            number::BOOLERR => {
                let [value, is_error] = record.short(6)?.to_le_bytes();
                Some(truth_or_error(value, is_error != 0).to_owned())
            }
            _ => None,
        }
    }

    /// Reads a record of several adjacent numbers.
    fn numbers(&self, sheet: &mut Sheet, record: &Record<'_>) -> Result<(), Refusal> {
        let Some((row, first)) = place(record) else {
            return Ok(());
        };
        let length: usize = record.pieces.iter().map(|piece| piece.len()).sum();
        let mut reader = record.reader(4);
        for column in (first..).take(length.saturating_sub(6) / 6) {
            let (Some(style), Some(number)) = (reader.short(), reader.long()) else {
                break;
            };
            sheet.put(row, column, self.print(packed(number), style))?;
        }
        Ok(())
    }

    /// Reads the result of a formula; if it is text, returns the cell for the next record, which has it.
    fn formula(
        &self,
        sheet: &mut Sheet,
        record: &Record<'_>,
    ) -> Result<Option<(usize, usize)>, Refusal> {
        let (Some(at), Some(style), Some(result)) =
            (place(record), record.short(4), record.reader(6).eight())
        else {
            return Ok(None);
        };
        let text = match result {
            [0, .., 0xff, 0xff] => return Ok(Some(at)),
            [kind @ (1 | 2), _, value, .., 0xff, 0xff] => {
                truth_or_error(value, kind == 2).to_owned()
            }
            [.., 0xff, 0xff] => String::new(),
            number => self.print(f64::from_le_bytes(number), style),
        };
        sheet.put(at.0, at.1, text)?;
        Ok(None)
    }

    fn print(&self, value: f64, style: u16) -> String {
        let id = self.styles.get(usize::from(style)).copied().unwrap_or(0);
        let own = self.codes.get(&id).map(String::as_str);
        spreadsheet::print(
            value,
            own.or_else(|| spreadsheet::built_in(id))
                .unwrap_or("General"),
            self.epoch,
        )
    }
}

/// The shared strings.
fn strings(record: &Record<'_>) -> Vec<String> {
    let mut reader = record.reader(4);
    let count = reader.long().unwrap_or(0);
    (0..count.min(limits::ELEMENTS as u32))
        .map_while(|_| reader.text())
        .collect()
}

/// Row and column of the cell of a record.
fn place(record: &Record<'_>) -> Option<(usize, usize)> {
    Some((usize::from(record.short(0)?), usize::from(record.short(2)?)))
}

/// Reads records of hidden rows and columns and of merged cells.
fn note_shape(sheet: &mut Sheet, record: &Record<'_>) -> Option<()> {
    match record.number {
        number::ROW if record.short(12)? & 0x20 != 0 => {
            sheet.hidden_rows.insert(usize::from(record.short(0)?));
        }
        number::COLINFO if record.short(8)? & 1 != 0 => {
            sheet
                .hidden_columns
                .push((usize::from(record.short(0)?), usize::from(record.short(2)?)));
        }
        number::MERGED => {
            let mut reader = record.reader(0);
            for _ in 0..reader.short()? {
                let mut next = || reader.short().map(usize::from);
                let (rows, columns) = ((next()?, next()?), (next()?, next()?));
                sheet.merged.push(Range { rows, columns });
            }
        }
        _ => {}
    }
    Some(())
}

/// Decodes an RK number: the upper part of a double, or an integer, perhaps in hundredths.
fn packed(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from((bits as i32) >> 2)
    };
    if bits & 1 == 0 {
        number
    } else {
        number / 100.0
    }
}

fn truth_or_error(value: u8, is_error: bool) -> &'static str {
    match (is_error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0f) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1d) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::packed;

    #[test]
    fn packed_numbers_are_unpacked() {
        let numbers = [
            0x3ff0_0000,
            (6.5_f64.to_bits() >> 32) as u32,
            (650 << 2) | 3,
            (79 << 2) | 2,
            ((-3_i32 as u32) << 2) | 2,
        ];
        assert_eq!(
            numbers.map(|bits| packed(bits).to_string()),
            ["1", "6.5", "6.5", "79", "-3"]
        );
    }
}
