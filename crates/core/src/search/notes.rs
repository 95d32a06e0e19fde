//! Notes and sources of records, for searching.

use super::Note;
use crate::plan::{Address, Plan};
use crate::records::{Book, Record, Subject};
use crate::words::tr;

/// The notes of all records that count, each with the address of its target or task.
pub fn notes(plan: &Plan, book: &Book) -> Vec<Note> {
    let held = book.held().iter();
    held.filter_map(|held| note_of(&held.record, plan))
        .collect()
}

fn note_of(record: &Record, plan: &Plan) -> Option<Note> {
    let of_target = |id: &str| plan.target(id).map(|target| target.citation.at);
    let name = |id: &str| plan.target(id).map_or("", |target| target.name.as_str());
    match record {
        Record::Observation(it) => {
            let title = format!("{} {}", name(&it.target), it.period);
            let words = [it.note.as_ref(), Some(&it.source)];
            note(title, of_target(&it.target), words)
        }
        Record::Status(it) => {
            let (title, address) = match &it.subject {
                Subject::Target(id) => (name(id).to_owned(), of_target(id)),
                Subject::Task(address) => (String::new(), Some(*address)),
            };
            note(title, address, [it.note.as_ref(), it.source.as_ref()])
        }
        Record::Comment(it) => {
            let id = it.target.as_deref()?;
            let title = format!("{} {}", name(id), tr(it.words.matter().label()));
            let text = it.words.in_line();
            note(title, of_target(id), [Some(&text), None])
        }
    }
}

fn note(title: String, address: Option<Address>, words: [Option<&String>; 2]) -> Option<Note> {
    let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
    let text = words.join("；");
    let address = address.filter(|_| !text.is_empty())?;
    Some(Note {
        title,
        text,
        address,
    })
}
