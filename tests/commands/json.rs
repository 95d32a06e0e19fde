//! The JSON of the commands: real output fits the schema to the last key, docs/json.md names what the schema names, and
//! the language of the interface changes nothing but sentences made for readers.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::programs::program;
use crate::support::validation::Schema;
use guihua::embedded;
use guihua::plan::{Kind, NodeKind, Outline, Plan};
use guihua::records::Stage;
use serde_json::{Map, Value, json};
use tempfile::TempDir;

/// A folder without any records, or with made-up ones of all kinds.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fs::write(folder.path().join("none.yaml"), "").expect("a file can be written");
        let made_up = made_up_records(&embedded::plan());
        fs::write(folder.path().join("many.yaml"), made_up).expect("a file can be written");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guihua"));
        command
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("LC_ALL", "zh_CN.UTF-8")
            .env("GUIHUA_CONFIG", "/dev/null")
            .env("XDG_DATA_HOME", self.folder.path());
        command
    }

    /// Runs a command that has to print JSON, in Chinese or in English.
    #[track_caller]
    fn run(&self, case: &Case, language: &str) -> Output {
        let mut command = self.command();
        command.args(["--lang", language]);
        if let Some(plan) = case.plan {
            command.args(["--plan", plan]);
        }
        let records = match case.plan {
            _ if case.records.starts_with("docs/") => PathBuf::from(case.records),
            _ => self.path(case.records),
        };
        command.arg("--records").arg(records).args(&case.args);
        let output = command.output().expect("the program can be started");
        let (code, err) = (output.status.code(), &output.stderr);
        let err = String::from_utf8_lossy(err);
        assert_eq!(code, Some(case.code), "{case:?}: {err}");
        // Only where there is a fault as well as an answer something is said beside it.
        assert_eq!(err.is_empty(), case.code != 2, "{case:?}: {err}");
        output
    }
}

/// One run.
#[derive(Debug)]
struct Case {
    /// The command, by the name of its definition in the schema.
    name: &'static str,
    args: Vec<String>,
    plan: Option<&'static str>,
    records: &'static str,
    code: i32,
}

/// Every command with `--json`, over three plans, with and without records, on days before, in and after the term.
fn cases() -> Vec<Case> {
    let plans = [
        (None, "none.yaml", "常住人口", "养老"),
        (None, "many.yaml", "婴儿死亡率", "tyfw"),
        (
            Some("tests/fixtures/small.yaml"),
            "none.yaml",
            "常住人口",
            "人才",
        ),
        (
            Some("docs/example-plan.yaml"),
            "docs/example-records.yaml",
            "常住人口",
            "寿命",
        ),
    ];
    let mut cases = Vec::new();
    for (plan, records, target, word) in plans {
        let mut add = |name, args: &[&str], code| {
            let args = args.iter().map(|arg| (*arg).to_owned()).collect();
            cases.push(Case {
                name,
                args,
                plan,
                records,
                code,
            });
        };
        let days = ["2023-07-01", "2020-12-31", "2025-12-31", "2040-01-01"];
        let days = if records == "many.yaml" {
            &days[..]
        } else {
            &days[..1]
        };
        for day in days {
            add("targets", &["targets", "--json", "--as-of", day], 0);
            add("target", &["target", target, "--json", "--as-of", day], 0);
            add("report", &["report", "--format", "json", "--as-of", day], 0);
        }
        add("search", &["search", "--json", word], 0);
        add(
            "search",
            &["search", "--json", "年报"],
            i32::from(records == "none.yaml"),
        );
        add("topic", &["topic", "--json", word], 0);
        add("topic", &["topic", "--json", target], 0);
        add("terms", &["terms", "--json"], 0);
        looked_up(&mut add, target, plan.is_none());
        add("config", &["config", "--json"], 0);
        add(
            "config",
            &["config", "--json", "--config", "tests/fixtures/faulty.toml"],
            2,
        );
        add("records", &["records", "--json"], 0);
        add("records", &["records", "--json", "--own"], 0);
        add("bookmarks", &["bookmarks", "--json"], 0);
        add("collect", &["collect", "--json"], 0);
        add("collect", &["collect", "--json", "--all"], 0);
        add("coverage", &["coverage", "--json"], 0);
        add("check", &["check", "--json"], 0);
        add("check", &["check", "--json", "--figures"], 0);
        add(
            "check",
            &["check", "--json", "tests/fixtures/faulty.toml"],
            1,
        );
        for document in ["tests/fixtures/page.txt", "README.md"] {
            add("import", &["import", document, "--report", "-"], 0);
        }
        for (name, part) in [
            ("export-text", "document"),
            ("export-target", "targets"),
            ("export-record", "records"),
        ] {
            add(name, &["export", "--format", "ndjson", "--only", part], 0);
        }
        for edition in [&[][..], &["--marks"], &["--as-published"]] {
            add("text", &[&["text", "--json"], edition].concat(), 0);
        }
    }
    cases
}

/// What one looks up and cites.
fn looked_up(add: &mut impl FnMut(&'static str, &[&str], i32), target: &str, built_in: bool) {
    for place in ["2.1", "2.1p1", "preface"] {
        add("show-place", &["show", place, "--json"], 0);
    }
    add("show-place", &["show", "2.1", "--marks", "--json"], 0);
    add("target", &["show", target, "--json"], 0);
    if built_in {
        add("show-term", &["show", "海河英才", "--json"], 0);
        add("show-term", &["show", "三孩生育政策", "--json"], 0);
    }
    add("toc", &["toc", "--json"], 0);
    add("tasks", &["tasks", "--json", "--as-of", "2024-01-01"], 0);
    for style in ["plain", "gbt7714", "gbt7714-2015", "markdown"] {
        add(
            "cite",
            &[
                "cite",
                "--json",
                "--style",
                style,
                "--accessed",
                "2026-01-02",
            ],
            0,
        );
        add(
            "cite",
            &[
                "cite",
                "2.1p1",
                "--json",
                "--style",
                style,
                "--accessed",
                "2026-01-02",
            ],
            0,
        );
    }
}

/// Records of every kind: figures for each target that has any, with each flag and standing, and each stage for tasks.
fn made_up_records(plan: &Plan) -> String {
    let mut text = String::new();
    let outline = Outline::of(plan);
    for (n, target) in plan.targets.iter().enumerate() {
        let Some(figure) = made_up_figure(target.kind, n) else {
            let stage = Stage::ALL[n % Stage::ALL.len()].0;
            if target.is_judged_by_record() {
                let _ = writeln!(
                    text,
                    "- {{ target: {}, status: {stage}, date: 2023-05-01, source: \"年报\" }}",
                    target.id
                );
            }
            continue;
        };
        for year in 2021..=2025 {
            if (n + year) % 4 == 0 {
                continue;
            }
            let more = [
                "",
                ", flag: provisional",
                ", flag: break",
                ", standing: official",
            ];
            let _ = writeln!(
                text,
                "- {{ target: {}, period: {year}, value: {figure}{}, source: \"年报\", note: \"说明\", recorded: 2026-01-02 }}",
                target.id,
                more[(n + year) % more.len()],
            );
        }
    }
    let tasks = outline.of_kind(NodeKind::Task).zip(Stage::ALL);
    for ((_, task), (stage, _)) in tasks {
        let _ = writeln!(
            text,
            "- {{ task: \"{}\", status: {stage}, date: 2023-05-01 }}",
            task.address
        );
    }
    text
}

fn made_up_figure(kind: Kind, n: usize) -> Option<String> {
    match kind {
        Kind::Qualitative | Kind::FullCoverage => None,
        Kind::Relative | Kind::InStep => Some(format!("{n}.5, benchmark: {n}.7")),
        // Those are people, who come whole.
        Kind::Cumulative => Some(format!("{}", 3 + n)),
        _ => Some(format!("{}.50", 3 + n)),
    }
}

fn document() -> Value {
    let text = fs::read_to_string(root().join("docs/schema/output.schema.json"));
    serde_json::from_str(&text.expect("the schema is there")).expect("a schema is JSON")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The definitions of the schema by their names.
fn definitions(document: &Value) -> &Map<String, Value> {
    document["$defs"]
        .as_object()
        .expect("there are definitions")
}

/// What a run printed: one value, or one a line for those that answer with many.
fn values(name: &str, output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("JSON is UTF-8");
    let is_lines = name == "search" || name.starts_with("export-");
    let start = if is_lines {
        "{\"version\":2,"
    } else {
        "{\n  \"version\": 2,\n"
    };
    let parts: Vec<&str> = if is_lines {
        text.lines().collect()
    } else {
        vec![&text]
    };
    parts
        .into_iter()
        .map(|part| {
            assert!(part.starts_with(start), "{name} begins with {part:.40}");
            serde_json::from_str(part).unwrap_or_else(|error| panic!("{name}: {error}"))
        })
        .collect()
}

/// The same schema, which refuses keys that it does not name.
fn strict(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            map.values_mut().for_each(strict);
            if map.get("type") == Some(&json!("object")) && map.contains_key("properties") {
                map.insert("additionalProperties".to_owned(), Value::from(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(strict),
        _ => {}
    }
}

#[track_caller]
fn without_null(value: &Value, at: &str) {
    match value {
        Value::Null => panic!("null at {at}"),
        Value::Array(items) => items.iter().for_each(|item| without_null(item, at)),
        Value::Object(map) => map
            .iter()
            .for_each(|(key, value)| without_null(value, &format!("{at}.{key}"))),
        _ => {}
    }
}

#[test]
fn real_output_fits_the_schema_to_the_last_key() {
    let bench = Bench::new();
    let mut document = document();
    strict(&mut document["$defs"]);
    let mut seen = BTreeMap::new();
    for case in cases() {
        let schema = seen
            .entry(case.name)
            .or_insert_with(|| Schema::of(&document, &format!("#/$defs/{}", case.name)));
        for value in values(case.name, &bench.run(&case, "zh")) {
            without_null(&value, case.name);
            schema
                .check(&value)
                .unwrap_or_else(|fault| panic!("{case:?}: {fault}"));
        }
    }
    let commands = document["anyOf"].as_array().expect("there are commands");
    assert_eq!(seen.len(), commands.len(), "every command was seen");
}

#[test]
fn records_of_an_answer_are_those_of_a_file() {
    let bench = Bench::new();
    let case = cases()
        .into_iter()
        .find(|case| case.name == "records" && case.records == "many.yaml")
        .expect("there is such a run");
    let answer = values("records", &bench.run(&case, "zh")).remove(0);
    let held = answer["records"].as_array().expect("a list").iter();
    let records: Vec<&Value> = held.map(|held| &held["record"]).collect();
    let text = serde_json::to_string(&records).expect("records are JSON");
    let loaded = guihua::records::load(&text, &embedded::plan(), guihua::records::Side::Own);
    let loaded = loaded
        .unwrap_or_else(|problems| panic!("{problems}"))
        .records();
    assert_eq!(loaded.len(), records.len());
    assert_eq!(serde_json::to_value(loaded).expect("JSON"), json!(records));
}

/// Empties every field that the schema marks as made for readers. `None` for a place that the schema does not know.
fn silence(value: &mut Value, schema: &Value, document: &Value) {
    if schema.get("x-for-readers").is_some() {
        *value = Value::from("…");
        return;
    }
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.trim_start_matches("#/$defs/");
        silence(value, &document["$defs"][name], document);
    }
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                silence(value, &schema["properties"][key], document);
            }
        }
        Value::Array(items) => {
            for item in items {
                silence(item, &schema["items"], document);
            }
        }
        _ => {}
    }
}

#[test]
fn the_language_of_the_interface_changes_only_sentences_for_readers() {
    let bench = Bench::new();
    let document = document();
    for case in cases().iter().filter(|case| case.records != "none.yaml") {
        let silent = |language| {
            let mut values = values(case.name, &bench.run(case, language));
            for value in &mut values {
                // The language is one of the settings.
                if case.name == "config" {
                    value["settings"][0]["value"] = Value::from("…");
                }
                silence(value, &document["$defs"][case.name], &document);
            }
            // As text: the order of keys and the digits of figures count as well.
            serde_json::to_string_pretty(&values).expect("values are JSON")
        };
        assert!(
            silent("zh") == silent("en"),
            "{case:?} depends on the language"
        );
    }
}

/// The tables of docs/json.md: for each heading with a name, the rows of its tables as cells.
fn tables() -> Vec<(String, String, Vec<Vec<String>>)> {
    let text = fs::read_to_string(root().join("docs/json.md")).expect("the document is there");
    let sections = text.split("\n### `").skip(1);
    sections
        .map(|section| {
            let (name, rest) = section.split_once('`').expect("a name ends");
            let rest = rest.split("\n## ").next().unwrap_or_default();
            let rows = rest.lines().filter(|line| line.starts_with("| `"));
            let cells = |row: &str| {
                let cells = row.trim_matches('|').split(" | ");
                cells.map(|cell| cell.trim().to_owned()).collect()
            };
            (name.to_owned(), rest.to_owned(), rows.map(cells).collect())
        })
        .collect()
}

/// What the type of a field is called in the document.
fn type_of(schema: &Value) -> String {
    let pattern = schema["pattern"].as_str().unwrap_or_default();
    let mut name = match schema["type"].as_str() {
        Some("array") => format!("{}[]", type_of(&schema["items"])),
        Some("integer") => "整数".to_owned(),
        Some("number") => "数".to_owned(),
        Some("boolean") => "真假".to_owned(),
        Some("string") if pattern.starts_with("^([1-9]") => "地址".to_owned(),
        Some("string") if pattern.starts_with("^((19") => "期次".to_owned(),
        Some("string") if pattern.starts_with("^(19") => "日期".to_owned(),
        Some("string") => "文字".to_owned(),
        _ => {
            let name = schema["$ref"].as_str().unwrap_or_default();
            format!("`{}`", name.trim_start_matches("#/$defs/"))
        }
    };
    if schema.get("x-for-readers").is_some() {
        name.push('※');
    }
    name
}

/// The fields of a definition: name, type, and whether it is always there. Of shapes with a `kind`, the fields of all.
fn fields(definition: &Value) -> BTreeSet<(String, String, String)> {
    let choices = definition["oneOf"].as_array().into_iter().flatten();
    let mut shapes: Vec<&Value> = choices
        .filter(|choice| choice.get("properties").is_some())
        .collect();
    if shapes.is_empty() {
        shapes.push(definition);
    }
    let everywhere = |key: &str| {
        shapes.iter().all(|shape| {
            let required = shape["required"].as_array();
            required.is_some_and(|required| required.contains(&json!(key)))
        })
    };
    let mut found = BTreeSet::new();
    for shape in &shapes {
        for (key, schema) in shape["properties"].as_object().into_iter().flatten() {
            let always = if everywhere(key) { "是" } else { "—" };
            found.insert((key.clone(), type_of(schema), always.to_owned()));
        }
    }
    found
}

/// The words of an enumeration, or those that tell the shapes of a definition apart.
fn words(definition: &Value) -> Vec<String> {
    let choices = definition["oneOf"].as_array().into_iter().flatten();
    let word = |choice: &Value| {
        let word = choice["const"].as_str();
        word.or_else(|| choice["properties"]["kind"]["const"].as_str())
            .map(str::to_owned)
    };
    choices.filter_map(word).collect()
}

#[test]
fn the_document_names_what_the_schema_names() {
    let document = document();
    let definitions = definitions(&document);
    let tables = tables();
    let documented: BTreeSet<&String> = tables.iter().map(|(name, ..)| name).collect();
    assert_eq!(documented, definitions.keys().collect(), "definitions");
    for (name, text, rows) in &tables {
        let cell = |row: &[String], n: usize| row.get(n).cloned().unwrap_or_default();
        let key = |row: &[String]| cell(row, 0).trim_matches('`').to_owned();
        let (with_fields, with_words): (Vec<_>, Vec<_>) =
            rows.iter().partition(|row| row.len() == 4);
        let mut told: BTreeSet<_> = with_fields
            .iter()
            .map(|row| (key(row), cell(row, 1), cell(row, 2)))
            .collect();
        for (base, definition) in definitions {
            if text.contains(&format!("有 `{base}` 的全部字段")) {
                told.extend(fields(definition));
            }
        }
        assert_eq!(told, fields(&definitions[name]), "the fields of {name}");
        let told: Vec<String> = with_words.iter().map(|row| key(row)).collect();
        assert_eq!(told, words(&definitions[name]), "the words of {name}");
        let empty = rows
            .iter()
            .find(|row| row.last().is_none_or(String::is_empty));
        assert_eq!(empty, None, "{name} explains each");
    }
}

#[test]
fn enumerations_are_english_but_for_the_words_of_files() {
    for (name, definition) in definitions(&document()) {
        for word in words(definition) {
            let is_kebab = word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            assert!(is_kebab || name == "Stage", "{name}: {word}");
        }
    }
}

#[test]
fn the_examples_of_the_document_do_what_it_says() {
    if program(&["jq"]).is_none() {
        return;
    }
    let bench = Bench::new();
    let text = fs::read_to_string(root().join("docs/json.md")).expect("the document is there");
    let program = Path::new(env!("CARGO_BIN_EXE_guihua")).parent();
    let program = program
        .expect("the program is in a folder")
        .display()
        .to_string();
    let path = std::env::var("PATH").unwrap_or_default();
    let blocks: Vec<&str> = text.split("```console\n$ ").skip(1).collect();
    assert!(blocks.len() >= 6, "there are examples");
    for block in blocks {
        let block = block.split("```").next().unwrap_or_default();
        let (command, expected) = block.split_once('\n').expect("a command and its output");
        let output = Command::new("sh")
            .args(["-c", command])
            .current_dir(root())
            .env("PATH", format!("{program}:{path}"))
            .env("LC_ALL", "C.UTF-8")
            .env("GUIHUA_CONFIG", "/dev/null")
            .env("XDG_DATA_HOME", bench.folder.path())
            .output()
            .expect("a shell can be started");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{command}");
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            expected,
            "{command}"
        );
    }
}
