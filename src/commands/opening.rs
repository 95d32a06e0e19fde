//! Opens the plan and the records that a command works on.

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

/// The plan of `--plan`, or the built-in one.
pub(super) fn plan_file(common: &Common) -> Result<PlanFile, Failure> {
    let Some(path) = &common.plan else {
        return Ok(embedded::file());
    };
    let name = path.display().to_string();
    records::open(&read(path)?).map_err(|problems| Failure::Faulty(name, problems))
}

/// The plan with its shipped records only.
pub(super) fn shipped(common: &Common) -> Result<Dossier, Failure> {
    let known = match &common.plan {
        // Checked by build.rs.
        None => |_: &Plan, _: &Outline| -> Vec<Record> { embedded::observations() },
        Some(_) => embedded::shipped,
    };
    Ok(Dossier::opened(plan_file(common)?, known))
}

/// The plan with its shipped records and the user's own.
pub(super) fn dossier(common: &Common) -> Result<Dossier, Failure> {
    let mut dossier = shipped(common)?;
    dossier.book = book(&dossier, common)?;
    Ok(dossier)
}

/// Shipped and own records. Unreadable ones are reported on stderr and skipped.
pub(super) fn book(dossier: &Dossier, common: &Common) -> Result<Book, Failure> {
    let own = store(&dossier.plan, common)?;
    let book = desk(dossier, &own).read()?;
    warn_unread(&book, &own);
    Ok(book)
}

/// The desk for adding records dated today.
pub(super) fn desk<'a>(dossier: &'a Dossier, own: &'a Store) -> Desk<'a> {
    Desk {
        plan: &dossier.plan,
        shipped: dossier.book.shipped(),
        store: own,
        today: clock::today(),
    }
}

fn warn_unread(book: &Book, own: &Store) {
    /// Maximum number of messages, to fit a screen.
    const MOST_WARNINGS: usize = 10;
    let name = printable(&own.path().display().to_string());
    let told = book.unread().iter().take(MOST_WARNINGS);
    let told = told.map(|problem| format!("{name}:{problem}"));
    let more = book.unread().len().saturating_sub(MOST_WARNINGS);
    let more = (more > 0).then(|| say!("{name} 还有 {n} 处问题", name, n = more));
    for line in told.chain(more) {
        // A closed stderr must not stop the command.
        let _ = writeln!(io::stderr(), "{}", complaint(&line));
    }
}

/// The user's own records file: `--records`, or `guihua/<plan id>/records.yaml` in the data directory.
pub(super) fn store(plan: &Plan, common: &Common) -> Result<Store, Failure> {
    if let Some(path) = &common.records {
        return Ok(Store::at(path));
    }
    let strategy = etcetera::choose_base_strategy().map_err(|_| RecordError::NoHome)?;
    let folder = strategy.data_dir().join("guihua").join(&plan.meta.id);
    Ok(Store::at(folder.join("records.yaml")))
}

/// The text of a file, or of stdin for `-`, up to the size limit.
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
