//! The plan with its records in JSON: a plan file that reads back as the same plan.

use std::io;

use serde::Serialize;

use super::Export;
use crate::load::VERSION;
use crate::plan::Plan;
use crate::records::Record;

/// A plan file with its records.
#[derive(Serialize)]
struct File<'a> {
    version: u32,
    #[serde(flatten)]
    plan: &'a Plan,
    records: Vec<&'a Record>,
}

/// The plan file; without the evaluation, which follows from the records.
pub fn json(export: &Export<'_>) -> io::Result<Vec<u8>> {
    let held = export.dossier.book.held().iter();
    let file = File {
        version: VERSION,
        plan: &export.dossier.plan,
        records: held.map(|held| &held.record).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&file)?;
    bytes.push(b'\n');
    Ok(bytes)
}
