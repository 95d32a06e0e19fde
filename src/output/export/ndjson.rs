//! NDJSON for `jq`, `DuckDB` and the like: one line for each unit of text, then each target, then each record.

use std::io;

use super::{Export, Part};
use crate::output::answers::{RecordLine, TargetLine, TextLine, write_line};

/// The lines of an export, or those of one part of it.
pub fn ndjson(export: &Export<'_>, only: Option<Part>) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let wants = |part| only.is_none_or(|only| only == part);
    let plan = &export.dossier.plan;
    if wants(Part::Document) {
        let mut units = export.units();
        units.try_for_each(|unit| write_line(&TextLine::of(plan, unit), &mut out))?;
    }
    if wants(Part::Targets) {
        for (target, it) in export.targets() {
            let line = TargetLine::of(export.dossier, target, it, export.assessment.as_of);
            write_line(&line, &mut out)?;
        }
    }
    if wants(Part::Records) {
        let mut held = export.dossier.book.held().iter();
        held.try_for_each(|held| write_line(&RecordLine::of(plan, held), &mut out))?;
    }
    Ok(out)
}
