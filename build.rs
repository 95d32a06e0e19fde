//! Checks plan.yaml and observations.yaml and encodes them for the binary, so that starting costs no YAML parsing and a
//! faulty file fails the build with the same messages as `guihua check`. Joins the scripts of the exported page and
//! computes their hash.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use guihua_core::{load, records};
use sha2::{Digest as _, Sha256};

/// The parts of the exported page's script, in order.
const PAGE_SCRIPT: [&str; 3] = [
    "src/output/export/page/forms.js",
    "src/output/export/page/search.js",
    "src/output/export/page/page.js",
];

fn main() -> Result<(), Box<dyn Error>> {
    place_at_fixed_addresses();
    let sources = ["plan.yaml", "observations.yaml"];
    for path in sources.into_iter().chain(PAGE_SCRIPT) {
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
    let parts = PAGE_SCRIPT.iter().map(fs::read_to_string);
    let script = parts.collect::<Result<String, _>>()?;
    let hash = BASE64_STANDARD.encode(Sha256::digest(&script));
    println!("cargo::rustc-env=GUIHUA_PAGE_SCRIPT_SHA256={hash}");
    fs::write(out.join("page.js"), script)?;
    let packed = guihua_core::plan::packed::pack(&plan)?;
    fs::write(out.join("plan.borsh"), packed.structure)?;
    fs::write(out.join("plan.txt"), packed.text)?;
    let records = serde_json::to_vec(&ledger.records())?;
    fs::write(out.join("observations.json"), records)?;
    Ok(())
}

/// Links the program to fixed addresses where the loader would otherwise relocate some 30,000 pointers at each start: a
/// tenth of the work before the first screen. A static program needs its own flags (see .cargo/config.toml).
fn place_at_fixed_addresses() {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|it| it == value);
    let features = env::var("CARGO_CFG_TARGET_FEATURE").unwrap_or_default();
    let is_static = features.split(',').any(|feature| feature == "crt-static");
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && !is_static {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

/// Reads `file` with `read`; problems are reported as build errors.
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
