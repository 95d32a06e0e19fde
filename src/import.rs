//! Tables of records from a spreadsheet (CSV): all rows or none, each bad row named.

use std::fmt;

use csv::StringRecord;
use encoding_rs::{Encoding, GB18030, UTF_8};

use crate::monitoring::{Scrutiny, find_target, told};
use crate::plan::{Address, Plan};
use crate::records::{
    self, Book, Day, Flag, Observation, Origin, Record, Stage, Standing, Status, Subject, typed,
};
use crate::words::{Language, language, say, tr, twin};

/// What is wrong with a table, or with one row of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The line in the file, from 1; the header is line 1.
    pub line: u64,
    /// What is wrong and what would be right.
    pub what: String,
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say!(
            "第 {line} 行：{what}",
            line = self.line,
            what = self.what
        ))
    }
}

/// The columns of a table, with the heads by which they are known. The first head is the one to write.
const COLUMNS: [(Column, &[&str]); 13] = [
    (Column::Target, &["指标", "指标名称", "指标编号", "target"]),
    (Column::Task, &["任务", "任务地址", "task"]),
    (Column::Period, &["期次", "年份", "年度", "period", "year"]),
    (Column::Value, &["数值", "指标值", "value"]),
    (Column::Unit, &["单位", "unit"]),
    (
        Column::Benchmark,
        &["对照值", "全市", "全市平均", "benchmark", "city"],
    ),
    (Column::Stage, &["进展", "状态", "status"]),
    (Column::Date, &["日期", "date"]),
    (Column::Source, &["来源", "数据来源", "source"]),
    (Column::Note, &["说明", "备注", "note"]),
    (Column::Flag, &["标记", "flag"]),
    (Column::Standing, &["来源等级", "standing"]),
    (Column::Recorded, &["记入日期", "recorded"]),
];

/// The heads of a table that this room reads: in Chinese, and the key that files of records use.
pub fn heads() -> impl Iterator<Item = (&'static str, &'static str)> {
    COLUMNS.iter().filter_map(|(_, names)| {
        let key = names.iter().find(|name| name.is_ascii())?;
        Some((*names.first()?, *key))
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Target,
    Task,
    Period,
    Value,
    Unit,
    Benchmark,
    Stage,
    Date,
    Source,
    Note,
    Flag,
    Standing,
    Recorded,
}

/// Reads a table in UTF-8 or GBK (GB 18030), with or without BOM, separated by commas, tabs or semicolons.
///
/// Every row is held against the plan, what is known, and the rows before it.
pub fn table(
    bytes: &[u8],
    mut scrutiny: Scrutiny<'_>,
    recorded: Option<Day>,
) -> Result<Vec<Record>, Vec<RowFault>> {
    let plan = scrutiny.plan();
    let fault = |line, what: String| vec![RowFault { line, what }];
    let text = decoded(bytes)
        .ok_or_else(|| fault(1, tr("文件既不是 UTF-8 也不是 GBK 文字").to_owned()))?;
    let head = text.lines().next().unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(head))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let heads = reader
        .headers()
        .map_err(|error| fault(1, error.to_string()))?;
    let columns = columns(heads).map_err(|what| fault(1, what))?;
    let (mut records, mut faults, mut seen) = (Vec::new(), Vec::new(), Book::default());
    for (index, row) in reader.records().enumerate() {
        let row = row.map_err(|error| fault(index as u64 + 2, error.to_string()))?;
        if row.iter().all(str::is_empty) {
            continue;
        }
        let line = row.position().map_or(index as u64 + 2, csv::Position::line);
        let cells = Cells::of(&row, &columns);
        let admitted = record(&cells, plan, recorded).and_then(|record| {
            if seen.twin(&record).is_some() {
                return Err(say!("{name}在本表里重复", name = told(&record, plan)));
            }
            seen.put(Origin::Own, record.clone());
            scrutiny.admit(&record).map_err(|fault| fault.to_string())
        });
        match admitted {
            Ok(record) => records.push(record),
            Err(what) => faults.push(RowFault { line, what }),
        }
    }
    if records.is_empty() && faults.is_empty() {
        return Err(fault(1, tr("表里没有一行数据").to_owned()));
    }
    if faults.is_empty() {
        Ok(records)
    } else {
        Err(faults)
    }
}

fn decoded(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let body = bytes.get(length..).unwrap_or_default();
        let text = encoding.decode_without_bom_handling_and_without_replacement(body)?;
        return Some(text.into_owned());
    }
    [UTF_8, GB18030].iter().find_map(|encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        Some(text.into_owned())
    })
}

fn separator(head: &str) -> u8 {
    let count = |sign: char| head.chars().filter(|c| *c == sign).count();
    [b'\t', b';']
        .into_iter()
        .find(|sign| count(char::from(*sign)) > count(','))
        .unwrap_or(b',')
}

fn columns(heads: &StringRecord) -> Result<Vec<Column>, String> {
    let mut columns = Vec::new();
    for head in heads {
        let plain = head.trim_start_matches('\u{feff}').to_lowercase();
        let found = COLUMNS
            .iter()
            .find(|(_, names)| names.iter().any(|name| is_called(&plain, name)));
        let Some((column, _)) = found else {
            let known: Vec<&str> = COLUMNS.iter().map(|(column, _)| column.name()).collect();
            return Err(say!(
                "表头里不认得“{head}”；可用：{known}",
                head = head.escape_debug(),
                known = known.join(tr("、"))
            ));
        };
        if columns.contains(column) {
            return Err(say!("表头里“{head}”重复", head = head.escape_debug()));
        }
        columns.push(*column);
    }
    Ok(columns)
}

/// Whether a head, in small letters, is a name of a column or its English twin.
fn is_called(head: &str, name: &str) -> bool {
    head == name || twin(name).is_some_and(|twin| twin.to_lowercase() == head)
}

impl Column {
    /// The head in the language of the interface: in English the key that files of records use.
    fn name(self) -> &'static str {
        let names = COLUMNS.iter().find(|(column, _)| *column == self);
        let mut names = names.into_iter().flat_map(|(_, names)| names.iter());
        let name = match language() {
            Language::Chinese => names.next(),
            Language::English => names.find(|name| name.is_ascii()),
        };
        name.copied().unwrap_or_default()
    }
}

/// The cells of a row by column; an empty cell is none. Line breaks within a cell are spaces: a record is one line.
struct Cells<'a> {
    row: Vec<String>,
    columns: &'a [Column],
}

impl<'a> Cells<'a> {
    fn of(row: &StringRecord, columns: &'a [Column]) -> Self {
        let folded = |cell: &str| cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let cell = |cell: &str| {
            if cell.contains(['\n', '\r', '\t']) {
                folded(cell)
            } else {
                cell.to_owned()
            }
        };
        Self {
            row: row.iter().map(cell).collect(),
            columns,
        }
    }

    fn get(&self, column: Column) -> Option<&str> {
        let index = self.columns.iter().position(|known| *known == column)?;
        let cell = self.row.get(index)?;
        Some(cell.as_str()).filter(|cell| !cell.is_empty())
    }

    fn need(&self, column: Column) -> Result<&str, String> {
        self.get(column).ok_or_else(|| missing(column))
    }

    fn owned(&self, column: Column) -> Option<String> {
        self.get(column).map(str::to_owned)
    }
}

fn missing(column: Column) -> String {
    say!("缺少“{argument}”", argument = column.name())
}

fn record(cells: &Cells<'_>, plan: &Plan, recorded: Option<Day>) -> Result<Record, String> {
    if cells.row.len() != cells.columns.len() {
        return Err(say!(
            "有 {n} 格，表头有 {heads} 格",
            n = cells.row.len(),
            heads = cells.columns.len()
        ));
    }
    Ok(if cells.get(Column::Stage).is_some() {
        Record::Status(status(cells, plan, recorded)?)
    } else {
        Record::Observation(observation(cells, plan, recorded)?)
    })
}

fn observation(
    cells: &Cells<'_>,
    plan: &Plan,
    recorded: Option<Day>,
) -> Result<Observation, String> {
    if cells.get(Column::Task).is_some() {
        return Err(tr("任务没有数值，应写“进展”").to_owned());
    }
    let target =
        find_target(plan, cells.need(Column::Target)?).map_err(|fault| fault.to_string())?;
    let period = cells.need(Column::Period)?;
    let (value, unit) = typed::quantity(cells.need(Column::Value)?, true)?;
    let benchmark = cells
        .get(Column::Benchmark)
        .map(|text| typed::quantity(text, true))
        .transpose()?;
    let unit = one_unit([
        cells.get(Column::Unit).map(typed::halfwidth),
        unit,
        benchmark.as_ref().and_then(|(_, unit)| unit.clone()),
    ])?;
    let flag = cells.get(Column::Flag).map(flag).transpose()?;
    let standing = cells.get(Column::Standing).map(standing).transpose()?;
    Ok(Observation {
        target: target.id.clone(),
        period: typed::moment(period).map_err(|_| {
            say!(
                "期次“{period}”不是年份或日期；写作 2023 或 2023-06-30",
                period = period
            )
        })?,
        value,
        unit: unit.or_else(|| target.recorded_unit().map(str::to_owned)),
        benchmark: benchmark.map(|(value, _)| value),
        flag: flag.unwrap_or_default(),
        standing,
        source: cells.need(Column::Source)?.to_owned(),
        note: cells.owned(Column::Note),
        recorded: written_down(cells)?.or(recorded),
        replaces: false,
    })
}

/// The unit of a row, which its cells may name more than once but not differently.
fn one_unit(given: [Option<String>; 3]) -> Result<Option<String>, String> {
    let mut units = given.into_iter().flatten();
    let first = units.next();
    match units.find(|unit| Some(unit) != first.as_ref()) {
        None => Ok(first),
        Some(other) => Err(say!(
            "单位不一致：“{one}”和“{other}”",
            one = first.unwrap_or_default(),
            other = other
        )),
    }
}

/// A word that one types: in Chinese the label, in English the word of files.
fn in_words(word: &'static str, label: &'static str) -> &'static str {
    match language() {
        Language::Chinese => label,
        Language::English => word,
    }
}

fn flag(text: &str) -> Result<Flag, String> {
    let found = Flag::ALL.iter().find(|(_, flag)| flag.is_called(text));
    found.map(|(_, flag)| *flag).ok_or_else(|| {
        say!(
            "没有“{text}”这种标记；可用：初步数、估计数、口径不一致",
            text = text.escape_debug()
        )
    })
}

fn standing(text: &str) -> Result<Standing, String> {
    let found = Standing::ALL
        .iter()
        .find(|(word, standing)| *word == text || standing.label() == text);
    found.map(|(_, standing)| *standing).ok_or_else(|| {
        say!(
            "没有“{text}”这种来源等级；可用：{known}",
            text = text.escape_debug(),
            known = Standing::ALL
                .map(|(word, standing)| in_words(word, standing.label()))
                .join(tr("、"))
        )
    })
}

/// The day on which a record was written down, where the table says so: an export that is read again keeps it.
fn written_down(cells: &Cells<'_>) -> Result<Option<Day>, String> {
    let day = cells.get(Column::Recorded).map(str::parse).transpose();
    day.map_err(|fault: records::NotAMoment| fault.to_string())
}

fn status(cells: &Cells<'_>, plan: &Plan, recorded: Option<Day>) -> Result<Status, String> {
    let subject = match (cells.get(Column::Target), cells.get(Column::Task)) {
        (Some(target), None) => {
            let target = find_target(plan, target).map_err(|fault| fault.to_string())?;
            Subject::Target(target.id.clone())
        }
        (None, Some(task)) => {
            let address: Address = task.parse().map_err(|fault| format!("{fault}"))?;
            Subject::Task(address)
        }
        _ => return Err(tr("“指标”和“任务”应写其一").to_owned()),
    };
    let word = cells.need(Column::Stage)?;
    let source = cells.owned(Column::Source);
    if source.is_none() && matches!(subject, Subject::Target(_)) {
        return Err(missing(Column::Source));
    }
    Ok(Status {
        subject,
        stage: Stage::named(word).ok_or_else(|| {
            say!(
                "没有“{word}”这种进展；可用：{known}",
                word = word.escape_debug(),
                known = Stage::ALL.map(|(word, _)| tr(word)).join(tr("、"))
            )
        })?,
        date: date(cells.need(Column::Date)?)?,
        source,
        note: cells.owned(Column::Note),
        recorded: written_down(cells)?.or(recorded),
        replaces: false,
    })
}

/// A day as a spreadsheet writes it.
fn date(text: &str) -> Result<Day, String> {
    let written = typed::day(text).unwrap_or_else(|| text.to_owned());
    written
        .parse()
        .map_err(|fault: records::NotAMoment| fault.to_string())
}
