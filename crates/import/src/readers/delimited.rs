//! CSV: a file with a column of full texts is read as documents, any other as a table.

use csv::{ReaderBuilder, StringRecord};

use super::{Excess, Kind, Refusal, clean, limits, particulars, text};
use crate::source::{Block, Cell, Line, Look, Omitted, Place, Reason, Source, Table};

/// Names of columns of full texts.
const TEXTS: [&str; 12] = [
    "full_text",
    "fulltext",
    "text",
    "content",
    "contents",
    "body",
    "正文",
    "全文",
    "内容",
    "文本",
    "正文内容",
    "文件内容",
];
/// Names of columns of titles.
const TITLES: [&str; 6] = ["title", "标题", "名称", "文件名称", "name", "题名"];
/// Minimum Han characters of a full text.
const LONG: usize = 200;

/// Reads a CSV file.
pub(super) fn read(content: &str) -> Result<Source, Refusal> {
    let records = records(content)?;
    let Some((head, rows)) = records.split_first() else {
        return Ok(Source::default());
    };
    Ok(match column_of_text(head, rows) {
        Some(column) => documents(head, rows, column),
        None => Source {
            blocks: vec![Block::Table(table(&records)?)],
            ..Source::default()
        },
    })
}

fn records(content: &str) -> Result<Vec<StringRecord>, Refusal> {
    let content = content.trim_start_matches('\u{feff}');
    let delimiter = delimiter(content);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(content.as_bytes());
    let mut cells = 0;
    let mut records = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|fault| Refusal::broken(Kind::Csv, fault))?;
        cells += record.len();
        if cells > limits::CELLS {
            return Err(Refusal::too_large(Excess::Cells, limits::CELLS));
        }
        records.push(record);
    }
    if ends_in_quotes(content, delimiter) {
        keep_quote(&mut records);
    }
    Ok(records)
}

/// Whether the last field opens with a quotation mark that is not closed: it has swallowed all that follows.
fn ends_in_quotes(content: &str, delimiter: u8) -> bool {
    #[derive(PartialEq, Eq)]
    enum At {
        Start,
        Plain,
        Quoted,
        Quote,
    }
    let mut at = At::Start;
    for byte in content.bytes() {
        let is_end = byte == delimiter || matches!(byte, b'\n' | b'\r');
        at = match (at, byte) {
            (At::Quoted, b'"') => At::Quote,
            (At::Start | At::Quote, b'"') | (At::Quoted, _) => At::Quoted,
            _ if is_end => At::Start,
            _ => At::Plain,
        };
    }
    at == At::Quoted
}

/// Puts the quotation mark that opens the last field back before its text, where it is told as a doubt.
fn keep_quote(records: &mut [StringRecord]) {
    let Some(record) = records.last_mut() else {
        return;
    };
    let last = record.len().saturating_sub(1);
    let fields = record.iter().enumerate().map(|(n, field)| {
        let sign = if n == last { "\"" } else { "" };
        format!("{sign}{field}")
    });
    let mut kept: StringRecord = fields.collect();
    kept.set_position(record.position().cloned());
    *record = kept;
}

/// The delimiter: the most frequent candidate in the first line.
fn delimiter(content: &str) -> u8 {
    let first = content.lines().next().unwrap_or_default();
    let count = |sign: &u8| first.bytes().filter(|byte| byte == sign).count();
    [b';', b'\t', b',']
        .into_iter()
        .max_by_key(count)
        .unwrap_or(b',')
}

/// The column of full texts: by its name, if its cells are long, else the one with the longest cells.
fn column_of_text(head: &StringRecord, rows: &[StringRecord]) -> Option<usize> {
    let longest = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(clean::han)
            .max()
            .unwrap_or(0)
    };
    let named = head
        .iter()
        .position(|name| TEXTS.contains(&name.trim().to_lowercase().as_str()));
    named.filter(|column| longest(*column) > 0).or_else(|| {
        let column = (0..head.len()).max_by_key(|column| longest(*column))?;
        (longest(column) >= LONG).then_some(column)
    })
}

/// The rows as consecutive documents; if there are several, each begins with its title.
fn documents(head: &StringRecord, rows: &[StringRecord], column: usize) -> Source {
    let mut source = Source::default();
    let title = head
        .iter()
        .position(|name| TITLES.contains(&name.trim().to_lowercase().as_str()));
    for name in head {
        leave_out(&mut source, name, 1);
    }
    for row in rows {
        for (index, (name, value)) in head.iter().zip(row).enumerate() {
            if index != column {
                particulars::note(&mut source, name.trim(), value);
                leave_out(&mut source, value, line_of(row, index));
            }
        }
        let body = row.get(column).unwrap_or_default();
        let first = line_of(row, column);
        if let Some(title) = title
            .and_then(|title| row.get(title))
            .filter(|title| rows.len() > 1 && !body.contains(title))
        {
            source.blocks.push(heading(title, first));
        }
        text::push(&mut source, body, first);
    }
    source
}

/// Lists a field beside the text as left out.
fn leave_out(source: &mut Source, text: &str, line: usize) {
    if !clean::is_blank(text) {
        source.omitted.push(Omitted {
            place: Place { line, page: None },
            text: text.trim().to_owned(),
            reason: Reason::Particulars,
        });
    }
}

/// The line on which a field begins; earlier fields may contain line ends.
fn line_of(row: &StringRecord, column: usize) -> usize {
    let start = row
        .position()
        .map_or(1, |position| position.line() as usize);
    start
        + row
            .iter()
            .take(column)
            .map(|field| field.matches('\n').count())
            .sum::<usize>()
}

fn heading(title: &str, line: usize) -> Block {
    let look = Look {
        heading: Some(1),
        paragraph: true,
        ..Look::default()
    };
    Block::Line(Line {
        text: title.trim().to_owned(),
        place: Place { line, page: None },
        look,
    })
}

fn table(records: &[StringRecord]) -> Result<Table, Refusal> {
    let width = records
        .iter()
        .map(StringRecord::len)
        .max()
        .unwrap_or(0)
        .min(limits::COLUMNS);
    if width * records.len() > limits::CELLS {
        return Err(Refusal::too_large(Excess::Cells, limits::CELLS));
    }
    let rows = records.iter().map(|record| {
        let place = Place {
            line: line_of(record, 0),
            page: None,
        };
        let text = |column| record.get(column).unwrap_or_default().trim().to_owned();
        (0..width)
            .map(|column| Cell {
                text: text(column),
                span: (1, 1),
                place,
            })
            .collect()
    });
    Ok(Table {
        rows: rows.collect(),
        place: Place {
            line: 1,
            page: None,
        },
        ..Table::default()
    })
}
