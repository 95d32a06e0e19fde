//! What a command works on: the plan of a file or the built-in one, and the records that count for it.

use std::io::{self, Write as _};
use std::path::Path;

use etcetera::BaseStrategy as _;

use super::{Failure, complaint};
use crate::cli::Common;
use crate::dossier::Dossier;
use crate::load::file::{self, Accept};
use crate::load::printable;
use crate::plan::{Outline, Plan};
use crate::records::{self, Book, Desk, PlanFile, Record, RecordError, Store};
use crate::words::say;
use crate::{clock, embedded, load};

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

/// Every record that counts. What can't be read is told on the error stream and stops nothing.
pub(super) fn book(dossier: &Dossier, common: &Common) -> Result<Book, Failure> {
    let own = store(&dossier.plan, common)?;
    let book = desk(dossier, &own).read()?;
    tell_unread(&book, &own);
    Ok(book)
}

/// Where one records today.
pub(super) fn desk<'a>(dossier: &'a Dossier, own: &'a Store) -> Desk<'a> {
    Desk {
        plan: &dossier.plan,
        shipped: dossier.book.shipped(),
        store: own,
        today: clock::today(),
    }
}

fn tell_unread(book: &Book, own: &Store) {
    /// How many are told; a screen holds no more.
    const TOLD: usize = 10;
    let name = printable(&own.path().display().to_string());
    let told = book.unread().iter().take(TOLD);
    let told = told.map(|problem| format!("{name}:{problem}"));
    let more = book.unread().len().saturating_sub(TOLD);
    let more = (more > 0).then(|| say!("{name} 还有 {n} 处问题", name, n = more));
    for line in told.chain(more) {
        // If even the error stream is closed, the other records still count.
        let _ = writeln!(io::stderr(), "{}", complaint(&line));
    }
}

/// The user's own file for a plan: the one asked for, or `guihua/<plan>/records.yaml` in the folder for data.
pub(super) fn store(plan: &Plan, common: &Common) -> Result<Store, Failure> {
    if let Some(path) = &common.records {
        return Ok(Store::at(path));
    }
    let strategy = etcetera::choose_base_strategy().map_err(|_| RecordError::NoHome)?;
    let folder = strategy.data_dir().join("guihua").join(&plan.meta.id);
    Ok(Store::at(folder.join("records.yaml")))
}

/// The text of a file, or of standard input for `-`, up to the size that loading refuses.
pub(super) fn read(path: &Path) -> Result<String, Failure> {
    let name = path.display().to_string();
    let bytes = if path == Path::new("-") {
        file::read_from(io::stdin().lock(), load::MAX_BYTES)
    } else {
        file::read(path, load::MAX_BYTES, Accept::FilesAndPipes)
    };
    let text = match bytes {
        Err(error) if file::is_too_large(&error) => Err(load::too_large()),
        Err(error) => return Err(Failure::Unreadable(name, error)),
        Ok(bytes) => load::text(bytes),
    };
    text.map_err(|problems| Failure::Faulty(name, problems))
}
