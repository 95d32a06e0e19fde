//! `guihua schema`: the JSON Schemas.

use std::io::{self, Write};

use super::Failure;
use crate::cli::{SchemaArgs, SchemaOf};
use crate::output::schema;

pub(super) fn run(args: &SchemaArgs, out: &mut impl Write) -> Result<(), Failure> {
    let schema = match args.of {
        SchemaOf::Plan => schema::plan(),
        SchemaOf::Records => schema::records(),
        SchemaOf::Output => schema::output(),
    };
    let text = schema::text(&schema).map_err(io::Error::from)?;
    out.write_all(text.as_bytes())?;
    Ok(())
}
