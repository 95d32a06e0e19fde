//! What a command works on: the plan of a file or the built-in one, and the records that count for it.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use etcetera::BaseStrategy as _;

use super::{Failure, complaint};
use crate::cli::Common;
use crate::dossier::Dossier;
use crate::monitoring::Fault;
use crate::plan::{Outline, Plan};
use crate::records::{self, Book, PlanFile, Record, Store};
use crate::{embedded, load};

/// The plan to work on: the one of the file that was asked for, or the built-in one.
pub(super) fn plan_file(common: &Common) -> Result<PlanFile, Failure> {
    let Some(path) = &common.plan else {
        return Ok(embedded::file());
    };
    let name = path.display().to_string();
    records::open(&read(path)?).map_err(|problems| Failure::Faulty(name, problems))
}

/// The plan to work on with the records that are shipped with it; the user's own are not read.
pub(super) fn shipped(common: &Common) -> Result<Dossier, Failure> {
    let known = match &common.plan {
        // The build has checked them.
        None => |_: &Plan, _: &Outline| -> Vec<Record> { embedded::observations() },
        Some(_) => embedded::shipped,
    };
    Ok(Dossier::opened(plan_file(common)?, known))
}

/// The plan to work on with every record that counts.
pub(super) fn dossier(common: &Common) -> Result<Dossier, Failure> {
    let mut dossier = shipped(common)?;
    dossier.book = book(&dossier, common)?;
    Ok(dossier)
}

/// Every record that counts. A line that can't be read is told on the error stream and stops nothing.
pub(super) fn book(dossier: &Dossier, common: &Common) -> Result<Book, Failure> {
    let own = store(&dossier.plan, common)?;
    let book = dossier.read(&own)?;
    for problem in book.unread() {
        let name = own.path().display().to_string();
        // If even the error stream is closed, the other records still count.
        let _ = writeln!(
            io::stderr(),
            "{}",
            complaint(&format!("{}:{problem}", name.escape_debug()))
        );
    }
    Ok(book)
}

/// The user's own file for a plan: the one asked for, or `guihua/<plan>/records.yaml` in the folder for data.
pub(super) fn store(plan: &Plan, common: &Common) -> Result<Store, Failure> {
    if let Some(path) = &common.records {
        return Ok(Store::at(path));
    }
    let strategy = etcetera::choose_base_strategy().map_err(|_| Fault::NoHome)?;
    let folder = strategy.data_dir().join("guihua").join(&plan.meta.id);
    Ok(Store::at(folder.join("records.yaml")))
}

/// The text of a file, or of standard input for `-`, up to the size that loading refuses.
pub(super) fn read(path: &Path) -> Result<String, Failure> {
    let name = path.display().to_string();
    let limit = load::MAX_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    let result = if path == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    result.map_err(|error| Failure::Unreadable(name.clone(), error))?;
    load::text(bytes).map_err(|problems| Failure::Faulty(name, problems))
}
