//! A record as the line that is appended to a file.
//!
//! One record, one line, in braces: a line that was not written to its end lacks the closing brace and is known by it,
//! and no shorter line can be taken for a whole record with a cut figure.

use super::model::{Flag, Record, Standing, Subject, word};

/// The record in one line of YAML, with its line feed.
pub fn line(record: &Record) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    match record {
        Record::Observation(observation) => {
            pairs.push(("target", observation.target.clone()));
            pairs.push(("period", observation.period.to_string()));
            pairs.push(("value", observation.value.to_string()));
            push(&mut pairs, "unit", observation.unit.as_deref().map(quoted));
            push(
                &mut pairs,
                "benchmark",
                observation.benchmark.map(|value| value.to_string()),
            );
            if observation.flag != Flag::Normal {
                pairs.push(("flag", word(&Flag::ALL, observation.flag).to_owned()));
            }
            let standing = observation.standing;
            push(
                &mut pairs,
                "standing",
                standing.map(|it| word(&Standing::ALL, it).to_owned()),
            );
            pairs.push(("source", quoted(&observation.source)));
            push(&mut pairs, "note", observation.note.as_deref().map(quoted));
            push(
                &mut pairs,
                "recorded",
                observation.recorded.map(|day| day.to_string()),
            );
            push(
                &mut pairs,
                "replaces",
                observation.replaces.then(|| "true".to_owned()),
            );
        }
        Record::Status(status) => {
            match &status.subject {
                Subject::Target(id) => pairs.push(("target", id.clone())),
                Subject::Task(address) => pairs.push(("task", quoted(&address.to_string()))),
            }
            pairs.push(("status", status.stage.label().to_owned()));
            pairs.push(("date", status.date.to_string()));
            push(&mut pairs, "source", status.source.as_deref().map(quoted));
            push(&mut pairs, "note", status.note.as_deref().map(quoted));
            push(
                &mut pairs,
                "recorded",
                status.recorded.map(|day| day.to_string()),
            );
            push(
                &mut pairs,
                "replaces",
                status.replaces.then(|| "true".to_owned()),
            );
        }
    }
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(key, value)| format!("{key}: {value}"))
        .collect();
    format!("- {{ {} }}\n", pairs.join(", "))
}

fn push<'a>(pairs: &mut Vec<(&'a str, String)>, key: &'a str, value: Option<String>) {
    pairs.extend(value.map(|value| (key, value)));
}

/// The text between double quotes. JSON's quoting is YAML's as well.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
