//! The JSON Schemas of `guihua schema`: plan files, records files, and the JSON of commands, derived from their types.
//! docs/schema has copies for editors.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, RemoveRefSiblings};
use schemars::{JsonSchema, Schema, json_schema};
use serde_json::Value;

use crate::load;
use crate::output::answers;
use crate::plan::Plan;
use crate::plan::schema::inline_schema;
use crate::records::Record;

/// A pattern for one line of text, not blank.
const TEXT: &str = r"^.*\S.*$";

/// A plan file: the plan, the version of its format, and the records that travel with it.
#[derive(JsonSchema)]
#[expect(
    dead_code,
    reason = "only its schema is wanted: the loader reads the three apart"
)]
struct PlanFile {
    /// The version of the format: 2, also where the key is missing.
    version: Option<FormatVersion>,
    #[schemars(flatten)]
    plan: Plan,
    /// Records that travel with the plan, as files of records have them.
    #[schemars(default)]
    records: Vec<Record>,
}

/// The version of the format that the program reads.
struct FormatVersion;

inline_schema!(
    FormatVersion,
    "FormatVersion",
    |_| json_schema!({ "type": "integer", "const": load::VERSION })
);

/// The schema of a plan file.
pub fn plan() -> Schema {
    let mut schema = of_files()
        .into_generator()
        .into_root_schema_for::<PlanFile>();
    let about = "A plan as guihua reads it (docs/format.md). `guihua check` checks what no schema can: quotes, addresses, sums.";
    describe(&mut schema, "guihua plan", about);
    schema
}

/// The schema of a file of records.
pub fn records() -> Schema {
    let mut schema = of_files()
        .into_generator()
        .into_root_schema_for::<Vec<Record>>();
    // A file without records is empty.
    schema.insert("type".to_owned(), Value::from(vec!["array", "null"]));
    let about = "Records of what was observed, as guihua reads and appends them (docs/format.md): observations.yaml, and one's own.";
    describe(&mut schema, "guihua records", about);
    schema
}

/// The schema of all `--json` output; each command's is in `$defs` under its name.
pub fn output() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let settings = settings.with_transform(RecursiveTransform(without_null));
    let mut generator = settings.into_generator();
    let answers = answers::schemas(&mut generator);
    let definitions = generator.take_definitions(true);
    let dialect = SchemaSettings::draft2020_12().meta_schema;
    let mut schema = json_schema!({ "$schema": dialect, "anyOf": answers, "$defs": definitions });
    let about = "What guihua prints with --json (docs/json.md), one definition for each command. Fields marked x-for-readers hold sentences in the language of the interface; all others are the same in every language.";
    describe(&mut schema, "guihua output, version 1", about);
    schema
}

/// A schema as text.
pub fn text(schema: &Schema) -> serde_json::Result<String> {
    serde_json::to_string_pretty(schema).map(|text| text + "\n")
}

fn describe(schema: &mut Schema, title: &str, about: &str) {
    schema.insert("title".to_owned(), Value::from(title));
    schema.insert("description".to_owned(), Value::from(about));
}

/// Settings for schemas of files: the draft that YAML editors support, and the loader's rules for every key.
fn of_files() -> SchemaSettings {
    SchemaSettings::draft07()
        .for_deserialize()
        .with_transform(RecursiveTransform(without_null))
        .with_transform(RecursiveTransform(as_loaded))
        .with_transform(RemoveRefSiblings::default())
}

/// Removes `null`: an absent value has no key.
fn without_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else {
        return;
    };
    choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
    if let [Value::Object(only)] = choices.as_slice() {
        let only = only.clone();
        schema.remove("anyOf");
        for (key, value) in only {
            schema.insert(key, value);
        }
    }
}

/// Adds the loader's rules: no unknown keys, no blank text, no text of several lines.
fn as_loaded(schema: &mut Schema) {
    let is = |name: &str| schema.get("type").is_some_and(|known| known == name);
    let has = |keys: &[&str]| keys.iter().any(|key| schema.get(*key).is_some());
    if is("object") && has(&["properties"]) {
        schema.insert("additionalProperties".to_owned(), Value::from(false));
    } else if is("string") && !has(&["pattern", "enum", "const"]) {
        schema.insert("pattern".to_owned(), Value::from(TEXT));
    }
}
