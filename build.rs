//! Checks plan.yaml and encodes it for the binary, so that starting costs no YAML parsing and a faulty plan fails the
//! build with the same messages as `guihua check`.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

// The modules `plan` and `load` of the library, compiled into this script as well.
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
}
use library::{load, plan};

fn main() -> Result<(), Box<dyn Error>> {
    for path in [
        "plan.yaml",
        "src/load",
        "src/load.rs",
        "src/plan",
        "src/plan.rs",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    match load::load(&fs::read_to_string("plan.yaml")?) {
        Ok(plan) => {
            let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
            fs::write(
                Path::new(&out).join("plan.json"),
                serde_json::to_vec(&plan)?,
            )?;
        }
        Err(problems) => problems
            .iter()
            .for_each(|problem| println!("cargo::error=plan.yaml:{problem}")),
    }
    Ok(())
}
