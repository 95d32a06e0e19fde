//! What a target needs beyond the keys that all have, as its schema says it.

use schemars::Schema;
use serde_json::{Value, json};

use super::Kind;

/// What a target needs beyond the keys that all have: some kinds a goal, or what they compare with.
pub(super) fn of_kinds(target: &mut Schema) {
    let rules = vec![
        need("goal", Kind::needs_goal),
        need("benchmark", Kind::needs_benchmark),
        need("direction", Kind::needs_direction),
    ];
    target.insert("allOf".to_owned(), Value::from(rules));
}

/// The rule that targets of such kinds have a key.
fn need(key: &str, is_needed: fn(Kind) -> bool) -> Value {
    let kinds = Kind::ALL.iter().filter(|(kind, ..)| is_needed(*kind));
    let words: Vec<&str> = kinds.map(|(_, word, _)| *word).collect();
    json!({
        "if": { "properties": { "kind": { "enum": words } }, "required": ["kind"] },
        "then": { "required": [key] },
    })
}
