//! `guihua record`: adds to the user's records, or undoes the last addition.

use std::io::{self, Write};
use std::path::Path;

use super::{Failure, opening};
use crate::cli::{CommentArgs, Common, ObservationArgs, RecordArgs, RecordCommand, StatusArgs};
use crate::importing::{self, Document, Unreadable};
use crate::load::file::{self, Accept};
use crate::load::printable;
use crate::records::table::MAX_BYTES;
use crate::records::{
    Added, Consent, Desk, Draft, Field, RecordError, Table, Undated, describe_all,
};
use crate::words::{say, tr};

pub(super) fn run(common: &Common, args: &RecordArgs, out: &mut impl Write) -> Result<(), Failure> {
    let opened = opening::shipped_for_screen(common)?;
    if opened.home.is_memory() {
        let name = common.plan.as_deref().unwrap_or(Path::new("-"));
        let name = printable(&name.display().to_string());
        return Err(Failure::Unknown(say!(
            "规划还在内存里，没有存为文件；先用 guihua import {name} 写成规划文件，再在那里记录（--plan 规划.yaml）",
            name
        )));
    }
    let dossier = opened.dossier;
    let own = opening::store(&dossier.plan, common)?;
    let desk = opening::desk(&dossier, &own);
    let done = match (&args.what, &args.from) {
        (Some(RecordCommand::Observation(args)), _) => {
            let consent = Consent {
                replace: args.replace,
                doubtful: args.force,
            };
            one(&desk, &desk.add(&observation(args), consent)?)
        }
        (Some(RecordCommand::Status(args)), _) => {
            let consent = Consent {
                replace: args.replace,
                doubtful: false,
            };
            one(&desk, &desk.add(&status(args), consent)?)
        }
        (Some(RecordCommand::Issue(args)), _) => comment(&desk, args, Field::Issue)?,
        (Some(RecordCommand::Advice(args)), _) => comment(&desk, args, Field::Advice)?,
        (Some(RecordCommand::Undo), _) => {
            let name = describe_all(&desk.undo(None)?, desk.plan);
            say!("已撤回{name}（在文件里成为注释）", name)
        }
        (None, Some(path)) => {
            let consent = Consent {
                replace: args.replace,
                doubtful: args.force,
            };
            let (added, bare) = add_table(&desk, path, consent)?;
            many(&desk, &added) + &without_figure(&bare)
        }
        (None, None) => {
            let message = tr("要记什么？用 record observation、record status 或 record --from");
            return Err(Failure::Unknown(message.to_owned()));
        }
    };
    writeln!(out, "{done}")?;
    Ok(())
}

/// The message after adding one record.
fn one(desk: &Desk<'_>, added: &Added) -> String {
    if added.records.is_empty() {
        return say!("与已记的相同，没有再记（{path}）", path = path(desk));
    }
    say!(
        "已记{name}（{path}）",
        name = describe_all(&added.records, desk.plan),
        path = path(desk)
    )
}

/// The message after adding a table.
fn many(desk: &Desk<'_>, added: &Added) -> String {
    say!(
        "已记 {n} 条：新 {new}、改 {corrected}；与已记的相同 {same} 条，没有再记（{path}）",
        n = added.records.len(),
        new = added.first(),
        corrected = added.corrections,
        same = added.same,
        path = path(desk)
    )
}

/// A line on the rows of which nothing was recorded; empty without any.
fn without_figure(bare: &[String]) -> String {
    /// How many rows are named.
    const NAMED: usize = 20;
    if bare.is_empty() {
        return String::new();
    }
    let mut named = bare.iter().take(NAMED).cloned().collect::<Vec<_>>();
    named.extend((bare.len() > NAMED).then(|| tr("……").to_owned()));
    let line = say!(
        "另有 {n} 行只有来源或说明，没有数值，没有记：{rows}",
        n = bare.len(),
        rows = named.join(tr("、"))
    );
    format!("\n{line}")
}

fn path(desk: &Desk<'_>) -> String {
    printable(&desk.store.path().display().to_string())
}

fn observation(args: &ObservationArgs) -> Draft {
    Draft::default()
        .with(Field::Target, &args.target)
        .with(Field::Value, &args.value)
        .with(Field::Period, &args.period)
        .with_some(Field::Area, args.area.as_deref())
        .with(Field::Source, &args.source)
        .with_some(Field::Benchmark, args.benchmark.as_deref())
        .with_some(Field::Flag, args.flag.as_deref())
        .with_some(Field::Standing, args.standing.as_deref())
        .with_some(Field::Note, args.note.as_deref())
}

fn status(args: &StatusArgs) -> Draft {
    let mut draft = Draft::about(&args.subject)
        .with(Field::Stage, &args.stage)
        .with_some(Field::Date, args.date.as_deref())
        .with_some(Field::Source, args.source.as_deref())
        .with_some(Field::Note, args.note.as_deref());
    draft.undated = Undated::Today;
    draft
}

/// Adds an analyst's words, and says in which reports they stand.
fn comment(desk: &Desk<'_>, args: &CommentArgs, field: Field) -> Result<String, Failure> {
    let date = args.as_of.date();
    let draft = Draft::default()
        .with(field, &args.words)
        .with_some(Field::Target, args.target.as_deref())
        .with(Field::Date, &date.to_string());
    if draft.get(field).is_none() {
        return Err(Failure::Unknown(tr("写上文字").to_owned()));
    }
    let consent = Consent {
        replace: args.replace,
        doubtful: false,
    };
    let done = one(desk, &desk.add(&draft, consent)?);
    let shown = say!("截至 {date} 及以后的报告里都有这段话", date);
    Ok(format!("{done}\n{shown}"))
}

/// Adds the rows of a table, or of stdin for `-`; returns what was added and the rows of which nothing was.
fn add_table(
    desk: &Desk<'_>,
    path: &Path,
    consent: Consent,
) -> Result<(Added, Vec<String>), Failure> {
    let name = path.display().to_string();
    let is_input = path == Path::new("-");
    let bytes = if is_input {
        file::read_from(io::stdin().lock(), MAX_BYTES)
    } else {
        file::read(path, MAX_BYTES, Accept::FilesAndPipes)
    };
    let bytes = bytes.map_err(|error| Failure::Unreadable(name.clone(), error))?;
    let called = match path.file_name() {
        Some(file) if !is_input => file.to_string_lossy().into_owned(),
        _ => tr("标准输入").to_owned(),
    };
    let document = Document {
        name: called,
        bytes,
    };
    let table = table(&document, &name)?;
    if table.rows.is_empty() {
        let empty = say!(
            "{name} 里还没有填写数据，没有可记的",
            name = printable(&name)
        );
        return Err(Failure::Unknown(empty + &without_figure(&table.bare)));
    }
    let added = desk
        .add_table(&table, consent)
        .map_err(|error| match error {
            RecordError::Rows(faults) => Failure::Rows(name, faults),
            error => error.into(),
        })?;
    Ok((added, table.bare))
}

/// The table of a file: a workbook, or a text in columns. `path` is the file as it was typed.
fn table(document: &Document, path: &str) -> Result<Table, Failure> {
    let table = if importing::is_workbook(&document.bytes) {
        let sheets = importing::sheets(document).map_err(|why| match why {
            Unreadable::File(message) => Failure::Unknown(message),
            Unreadable::Rows(faults) => Failure::Rows(path.to_owned(), faults),
        })?;
        Table::of_sheets(sheets, &document.name)
    } else {
        Table::parse(&document.bytes, &document.name)
    };
    table.map_err(|faults| Failure::Rows(path.to_owned(), faults))
}
