//! From drafts to a plan of the plan format: the text as blocks, findings as proposals with their quotes, doubts, and what
//! was left out.
//!
//! ```text
//! parts ──blocks, numbers──▶ Plan without findings ──Outline──▶ addresses ──▶ targets, duties, doubts at their places
//! ```
//!
//! Nothing enters that the text does not print: what can't be placed, or whose figure its quote lacks, becomes a doubt.

mod annexed;
mod blocks;
mod dates;
mod domains;
mod duties;
mod goals;
mod ground;
mod ids;
mod meta;
mod notes;
mod notice;
mod numbers;
mod shape;
mod words;

use std::collections::HashMap;

use guihua_core::plan::{Attachment, Body, Outline, Plan, Prose};

use crate::Draft;
use crate::document::{Content, Part};
use crate::source::Source;

pub use annexed::{Annexed, annexed};
use blocks::Blocks;
use domains::Domains;
use duties::Duties;
use ground::{Ground, Places};
pub use words::one_line;

/// A draft with the file it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// The file as read, for its metadata and what the reader left out; `None` for the second document of a file and those
    /// behind it.
    pub source: Option<&'a Source>,
    /// The name of the file without folder and ending.
    pub name: &'a str,
}

/// A plan made of drafts.
#[derive(Clone, Debug)]
pub struct Encoded {
    /// The plan.
    pub plan: Plan,
    /// How many rows of tables assign work.
    pub assigned: usize,
    /// How many of these are tasks of the text, which say so.
    pub joined: usize,
    /// How many of them are tasks of their own, which the text does not have.
    pub own: usize,
}

/// The place of a part: the number of its file and its order in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Spot {
    file: usize,
    order: usize,
}

/// Makes a plan of a draft and its annexes, which come from other files. `domains` are those that the user names; without
/// them the plan's own chapters serve.
pub fn encode(main: Given<'_>, annexes: &[Given<'_>], domains: &[String]) -> Encoded {
    let files: Vec<Given<'_>> = std::iter::once(main)
        .chain(annexes.iter().copied())
        .collect();
    let domains = Domains::of(&main.draft.document, domains);
    // Where a task stands is known when all is written once; where another line says who does it, only then.
    let mut duties = Duties::in_text(&files);
    let (plan, places) = written(&files, &duties, &domains);
    let outline = Outline::of(&plan);
    duties.place(&files, &Ground::new(&outline, places));
    let (mut plan, places) = written(&files, &duties, &domains);
    let outline = Outline::of(&plan);
    let ground = Ground::new(&outline, places);
    let mut unplaced = Vec::new();
    plan.targets = goals::all(&files, &ground, &plan, &domains, &mut unplaced);
    plan.doubts = notes::doubts(&files, &ground, &unplaced);
    plan.omitted.extend(notes::omitted(Some(&main), annexes));
    Encoded {
        plan,
        assigned: duties.assigned,
        joined: duties.joined,
        own: duties.own,
    }
}

/// The text of a plan, without what was found in it, and where each part of the files stands.
fn written(files: &[Given<'_>], duties: &Duties, domains: &Domains) -> (Plan, Places) {
    let Some((main, annexes)) = files.split_first() else {
        return (Plan::default(), Places::default());
    };
    let mut plan = meta::of(main);
    let mut blocks = Blocks::after(0, duties, domains);
    let (notice, omitted) = notice::of(&main.draft.document.notice, &mut blocks);
    plan.meta.document_number = plan.meta.document_number.filter(|number| {
        // With particulars, the number is one of them.
        let fields = notice.iter().flat_map(|notice| &notice.fields);
        let mut values = fields.map(|field| field.value.reading()).peekable();
        values.peek().is_none() || values.any(|value| value.contains(number))
    });
    plan.notice = notice;
    plan.omitted = omitted;
    plan.body = body(main, &mut blocks);
    plan.domains.clone_from(&domains.names);
    for annex in &main.draft.document.annexes {
        let written = attachment(Some(&annex.label), &annex.parts, main.name, &mut blocks);
        plan.attachments.push(written);
    }
    for (file, annex) in (1..).zip(annexes) {
        blocks.file = file;
        plan.attachments.extend(attached(annex, &mut blocks));
    }
    (plan, blocks.places)
}

/// The attachments that a file of its own makes.
fn attached(annex: &Given<'_>, blocks: &mut Blocks<'_>) -> Vec<Attachment> {
    let document = &annex.draft.document;
    let title = document.title.iter().flat_map(|title| title.lines.clone());
    let parts: Vec<Part> = document
        .notice
        .iter()
        .cloned()
        .chain(title)
        .chain(document.body.clone())
        .collect();
    let mut made = vec![attachment(None, &parts, annex.name, blocks)];
    for own in &document.annexes {
        made.push(attachment(Some(&own.label), &own.parts, annex.name, blocks));
    }
    made
}

/// The text with its title, and the line that names the attachments if it is the last one.
fn body(main: &Given<'_>, blocks: &mut Blocks<'_>) -> Body {
    let document = &main.draft.document;
    let printed = document.title.as_ref().map(|title| &title.lines);
    let title = match (&document.title, printed) {
        (Some(title), Some(lines)) if !lines.is_empty() => Prose::plain(&one_line(&title.text)),
        // A title that the text does not print is supplied.
        (Some(title), _) => words::supplied(&title.text),
        (None, _) => words::supplied(main.name),
    };
    blocks.node(printed.into_iter().flatten());
    let (parts, last) = notice::attachment_line(&document.body);
    let mut content = blocks.content(parts);
    let attachment = last.map(|part| {
        blocks.node([part]);
        Prose::plain(&words::printed(part))
    });
    let numbering = numbers::settle(&mut content);
    Body {
        title,
        numbering,
        content,
        attachment,
    }
}

/// A document that is attached. Its first line may be its label, the next its title.
fn attachment(
    label: Option<&str>,
    parts: &[Part],
    name: &str,
    blocks: &mut Blocks<'_>,
) -> Attachment {
    let (label, title, used) = notice::attachment_title(label, parts);
    let title = title.map_or_else(|| words::supplied(name), |text| Prose::plain(&text));
    let (head, rest) = parts.split_at(used);
    blocks.node(head);
    let mut content = blocks.content(rest);
    let numbering = numbers::settle(&mut content);
    Attachment {
        label,
        title,
        numbering,
        content,
    }
}

/// The parts of a list with those within its boxes, in reading order.
fn all_parts<'a>(parts: impl IntoIterator<Item = &'a Part>) -> Vec<&'a Part> {
    let mut found = Vec::new();
    for part in parts {
        found.push(part);
        if let Content::Box(panel) = &part.content {
            found.extend(all_parts(&panel.parts));
        }
    }
    found
}

/// What is known of each spot.
type BySpot<T> = HashMap<Spot, T>;
