//! Word files: paragraphs with their styles and automatic numbers, tables, text boxes and notes.

mod body;
mod drawing;
mod numbering;
mod styles;
mod table;

use std::collections::HashMap;

use body::Body;
use numbering::Numbering;
use styles::Styles;

use super::{Kind, Refusal, archive::Archive, clean, particulars, xml::Element};
use crate::source::{Block, Omitted, Place, Reason, Source};

/// Reads a Word file.
pub(super) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    let mut archive = Archive::open(bytes, Kind::Docx)?;
    let main = main_part(&mut archive)?;
    let folder = main
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
        .to_owned();
    let document = archive
        .xml(&main)?
        .ok_or_else(|| Refusal::broken(Kind::Docx, format!("no part {main}")))?;
    let mut beside = |name: &str| archive.xml(&format!("{folder}/{name}"));
    let styles = Styles::read(beside("styles.xml")?.as_ref());
    let numbering = Numbering::read(beside("numbering.xml")?.as_ref());
    let notes = [beside("footnotes.xml")?, beside("endnotes.xml")?];
    let mut body = Body::new(&styles, numbering);
    body.size = clean::han(&drawing::words(&document));
    body.relations = relations(
        &beside(&format!(
            "_rels/{}.rels",
            main.rsplit('/').next().unwrap_or_default()
        ))?
        .unwrap_or_default(),
    );
    body.blocks(document.child("body").unwrap_or(&document))?;
    for part in notes.iter().flatten() {
        self::notes(&mut body, part)?;
    }
    let mut source = body.source;
    running_heads(&mut source, &mut archive)?;
    note_title(&mut source, &mut archive)?;
    Ok(source)
}

/// The name of the main part, from the package's relationships, else the usual one.
fn main_part(archive: &mut Archive<'_>) -> Result<String, Refusal> {
    let relations = archive.xml("_rels/.rels")?.unwrap_or_default();
    let main = relations.elements().find(|relation| {
        relation
            .attribute("Type")
            .is_some_and(|kind| kind.ends_with("/officeDocument"))
    });
    let named = main
        .and_then(|main| main.attribute("Target"))
        .map(|name| name.trim_start_matches('/').to_owned());
    Ok(named.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// The targets of a part's relationships, by id.
fn relations(part: &Element) -> HashMap<String, String> {
    let pair = |relation: &Element| {
        Some((
            relation.attribute("Id")?.to_owned(),
            relation.attribute("Target")?.to_owned(),
        ))
    };
    part.elements().filter_map(pair).collect()
}

/// Adds the footnotes or endnotes, each with its number.
fn notes<'a>(body: &mut Body<'a>, part: &'a Element) -> Result<(), Refusal> {
    let notes = part
        .elements()
        .filter(|note| matches!(note.name.as_str(), "footnote" | "endnote"));
    // The separator lines are listed among the notes.
    for (index, note) in notes
        .filter(|note| note.attribute("type").is_none_or(|kind| kind == "normal"))
        .enumerate()
    {
        let from = body.source.blocks.len();
        body.blocks(note)?;
        if let Some(Block::Line(line)) = body.source.blocks.get_mut(from) {
            line.look
                .number
                .get_or_insert_with(|| (index + 1).to_string());
        }
    }
    Ok(())
}

/// Records page headers and footers as omitted.
fn running_heads(source: &mut Source, archive: &mut Archive<'_>) -> Result<(), Refusal> {
    let mut names = archive.names();
    names.retain(|name| {
        let part = name.rsplit('/').next().unwrap_or_default();
        (part.starts_with("header") || part.starts_with("footer")) && !name.contains("_rels")
    });
    names.sort();
    for name in names {
        let part = archive.xml(&name)?.unwrap_or_default();
        let text = clean::squeeze(&drawing::words(&part));
        let known = source.omitted.iter().any(|omitted| omitted.text == text);
        if !text.is_empty() && !known {
            source.omitted.push(Omitted {
                place: Place::default(),
                text,
                reason: Reason::RunningHead,
            });
        }
    }
    Ok(())
}

/// Records the title in the file's properties.
fn note_title(source: &mut Source, archive: &mut Archive<'_>) -> Result<(), Refusal> {
    let properties = archive.xml("docProps/core.xml")?.unwrap_or_default();
    if let Some(title) = properties.child("x:title") {
        particulars::note(source, "title", &title.text());
    }
    Ok(())
}
