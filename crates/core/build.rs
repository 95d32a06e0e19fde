//! Turns `locales/en.toml`, the table of English messages, into a sorted array, so that no table is built when the program
//! starts and a message is found by halving.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// The table: its parts by name, in each the English text by the Chinese one.
type Table = BTreeMap<String, BTreeMap<String, String>>;

const TABLE: &str = "locales/en.toml";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={TABLE}");
    let table: Table = toml::from_str(&fs::read_to_string(TABLE)?)?;
    let mut twins = BTreeMap::new();
    for (part, messages) in &table {
        for (chinese, english) in messages {
            if let Some((other, _)) = twins.insert(chinese, (part, english)) {
                println!("cargo::error={TABLE}: {chinese:?} stands in [{other}] and in [{part}]");
            }
        }
    }
    let mut code = String::from("&[\n");
    for (chinese, (_, english)) in twins {
        writeln!(code, "({chinese:?}, {english:?}),")?;
    }
    code.push_str("]\n");
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    fs::write(Path::new(&out).join("english.rs"), code)?;
    Ok(())
}
