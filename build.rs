//! Checks plan.yaml and observations.yaml and encodes them for the binary, so that starting costs no YAML parsing and a
//! faulty file fails the build with the same messages as `guihua check`.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

// The modules `plan`, `load`, `records` and `words` of the library, compiled into this script as well.
#[path = "src"]
mod library {
    #![expect(
        dead_code,
        unreachable_pub,
        unused_imports,
        reason = "the build uses only a part of these modules"
    )]
    pub mod load;
    pub mod plan;
    pub mod records;
    pub mod words;
}
use library::{load, plan, records, words};

fn main() -> Result<(), Box<dyn Error>> {
    for path in [
        "plan.yaml",
        "observations.yaml",
        "src/load",
        "src/load.rs",
        "src/plan",
        "src/plan.rs",
        "src/records",
        "src/records.rs",
        "src/words",
        "src/words.rs",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    let Some(records::PlanFile { plan, carried, .. }) = sound("plan.yaml", records::open) else {
        return Ok(());
    };
    if carried.is_some() {
        println!(
            "cargo::error=plan.yaml: the records of the built-in plan belong to observations.yaml"
        );
    }
    let read = |text: &str| records::load(text, &plan, records::Side::Shipped);
    let Some(ledger) = sound("observations.yaml", read) else {
        return Ok(());
    };
    println!("cargo::rustc-env=GUIHUA_PLAN_ID={}", plan.meta.id);
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    let out = Path::new(&out);
    fs::write(out.join("plan.borsh"), borsh::to_vec(&plan)?)?;
    let records = serde_json::to_vec(&ledger.records())?;
    fs::write(out.join("observations.json"), records)?;
    Ok(())
}

/// What `read` makes of a file; its problems become errors of the build.
fn sound<T>(file: &str, read: impl Fn(&str) -> Result<T, load::Problems>) -> Option<T> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            println!("cargo::error={file}: {error}");
            return None;
        }
    };
    read(&text)
        .map_err(|problems| {
            problems
                .iter()
                .for_each(|problem| println!("cargo::error={file}:{problem}"));
        })
        .ok()
}
