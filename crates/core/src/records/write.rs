//! A record as the line that is appended to a file. It stands in braces, so a line that was cut off is recognized by the
//! missing brace.

use super::comment::{Comment, Words};
use super::model::{Flag, Observation, Record, Standing, Status, Subject, word};
use super::moment::Day;

/// The record in one line of YAML, with its line feed.
pub fn line(record: &Record) -> String {
    let pairs = match record {
        Record::Observation(it) => observation(it),
        Record::Status(it) => status(it),
        Record::Comment(it) => comment(it),
    };
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(key, value)| format!("{key}: {value}"))
        .collect();
    format!("- {{ {} }}\n", pairs.join(", "))
}

type Pairs = Vec<(&'static str, String)>;

fn observation(it: &Observation) -> Pairs {
    let mut pairs = vec![
        ("target", it.target.clone()),
        ("period", it.period.to_string()),
        ("value", it.value.to_string()),
    ];
    push(&mut pairs, "area", it.area.as_deref().map(quoted));
    push(&mut pairs, "unit", it.unit.as_deref().map(quoted));
    push(
        &mut pairs,
        "benchmark",
        it.benchmark.map(|value| value.to_string()),
    );
    let flag = Some(it.flag).filter(|flag| *flag != Flag::Normal);
    push(
        &mut pairs,
        "flag",
        flag.map(|flag| word(&Flag::ALL, flag).to_owned()),
    );
    let standing = it.standing.map(|standing| word(&Standing::ALL, standing));
    push(&mut pairs, "standing", standing.map(str::to_owned));
    pairs.push(("source", quoted(&it.source)));
    common(&mut pairs, it.note.as_deref(), it.recorded, it.replaces);
    pairs
}

fn status(it: &Status) -> Pairs {
    let subject = match &it.subject {
        Subject::Target(id) => ("target", id.clone()),
        Subject::Task(address) => ("task", quoted(&address.to_string())),
    };
    let mut pairs = vec![
        subject,
        ("status", it.stage.label().to_owned()),
        ("date", it.date.to_string()),
    ];
    push(&mut pairs, "source", it.source.as_deref().map(quoted));
    common(&mut pairs, it.note.as_deref(), it.recorded, it.replaces);
    pairs
}

fn comment(it: &Comment) -> Pairs {
    let mut pairs = Vec::new();
    push(&mut pairs, "target", it.target.clone());
    let key = match it.words {
        Words::Issue(_) => "issue",
        Words::Advice(_) => "advice",
    };
    pairs.push((key, quoted(it.words.text())));
    pairs.push(("date", it.date.to_string()));
    common(&mut pairs, None, it.recorded, it.replaces);
    pairs
}

/// The fields that every record may end with.
fn common(pairs: &mut Pairs, note: Option<&str>, recorded: Option<Day>, replaces: bool) {
    push(pairs, "note", note.map(quoted));
    push(pairs, "recorded", recorded.map(|day| day.to_string()));
    push(pairs, "replaces", replaces.then(|| "true".to_owned()));
}

fn push(pairs: &mut Pairs, key: &'static str, value: Option<String>) {
    pairs.extend(value.map(|value| (key, value)));
}

/// The text in double quotes. JSON quoting is valid in YAML.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
