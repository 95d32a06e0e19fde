//! Opens the plan and the records that a command works on.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use super::{Failure, complaint};
use crate::app::Home;
use crate::cli::Common;
use crate::dossier::Dossier;
use crate::effects::Own;
use crate::importing::{self, Document, Found};
use crate::load::file::{self, Accept};
use crate::load::{Problem, printable};
use crate::plan::{Outline, Plan};
use crate::records::{self, Book, Desk, PlanFile, Record, RecordError, Store};
use crate::settings::Settings;
use crate::words::{say, tr};
use crate::{clock, embedded, load};

/// A plan as it was opened, with what is told of it and where it is kept.
struct Opened {
    file: PlanFile,
    told: Option<String>,
    home: Home,
}

/// The same with its records, for the screen.
pub(super) struct ForScreen {
    pub(super) dossier: Dossier,
    pub(super) told: Option<String>,
    pub(super) home: Home,
}

/// The plan of `--plan`, or the built-in one: a published document is imported in memory.
fn opened(common: &Common) -> Result<Opened, Failure> {
    let Some(path) = &common.plan else {
        return Ok(Opened {
            file: embedded::file(),
            told: None,
            home: Home::BuiltIn,
        });
    };
    let name = path.display().to_string();
    let document = document(path)?;
    if !importing::is_document(&document.name, &document.bytes) {
        let text = plan_text(&name, document.bytes)?;
        let file = records::open(&text).map_err(|problems| Failure::Faulty(name, problems))?;
        let is_piped = path == Path::new("-");
        let home = if is_piped {
            Home::BuiltIn
        } else {
            Home::File(path.clone())
        };
        return Ok(Opened {
            file,
            told: None,
            home,
        });
    }
    let (imported, count) = importing::only(document).map_err(Failure::Unknown)?;
    let found = say!(
        "{name}：{found}",
        name = printable(&name),
        found = Found::of(&imported.plan).told()
    );
    let more = say!(
        "其中有 {count} 份规划，打开的是第一份；分开各份用 guihua import",
        count
    );
    let told = if count > 1 {
        format!("{found}{}{more}", tr("；"))
    } else {
        found
    };
    let file = imported
        .file
        .map_err(|problems| Failure::Faulty(name, problems))?;
    let home = Home::Memory {
        text: imported.text,
        beside: beside(path, &file.plan),
    };
    Ok(Opened {
        file,
        told: Some(told),
        home,
    })
}

/// The plan file beside a document: with its name, or with the plan's where it comes through a pipe.
fn beside(path: &Path, plan: &Plan) -> PathBuf {
    if path == Path::new("-") {
        return PathBuf::from(format!("{}.yaml", plan.meta.id));
    }
    path.with_extension("yaml")
}

/// The plan of `--plan`, or the built-in one; what is told of it goes to stderr.
pub(super) fn plan_file(common: &Common) -> Result<PlanFile, Failure> {
    let opened = opened(common)?;
    tell(opened.told);
    Ok(opened.file)
}

/// The plan with its shipped records only; what is told of it goes to stderr.
pub(super) fn shipped(common: &Common) -> Result<Dossier, Failure> {
    let opened = shipped_for_screen(common)?;
    tell(opened.told);
    Ok(opened.dossier)
}

fn tell(told: Option<String>) {
    if let Some(line) = told {
        // A closed stderr must not stop the command.
        let _ = writeln!(io::stderr(), "{}", complaint(&line));
    }
}

/// The plan with its shipped records only, what is told of it, and where it is kept.
pub(super) fn shipped_for_screen(common: &Common) -> Result<ForScreen, Failure> {
    let known = match &common.plan {
        // Checked by build.rs.
        None => |_: &Plan, _: &Outline| -> Vec<Record> { embedded::observations() },
        Some(_) => embedded::shipped,
    };
    let opened = opened(common)?;
    Ok(ForScreen {
        dossier: Dossier::opened(opened.file, known),
        told: opened.told,
        home: opened.home,
    })
}

/// The same with the user's own records.
pub(super) fn for_screen(common: &Common) -> Result<ForScreen, Failure> {
    let mut opened = shipped_for_screen(common)?;
    opened.dossier.book = book(&opened.dossier, common)?;
    Ok(opened)
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
    warn_unread(book.unread(), &own);
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

/// Tells on stderr what of a file was passed over.
pub(super) fn warn_unread(unread: &[Problem], own: &Store) {
    /// Maximum number of messages, to fit a screen.
    const MOST_WARNINGS: usize = 10;
    let name = printable(&own.path().display().to_string());
    let told = unread.iter().take(MOST_WARNINGS);
    let told = told.map(|problem| format!("{name}:{problem}"));
    let more = unread.len().saturating_sub(MOST_WARNINGS);
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

/// The user's bookmarks of a plan; `None` if there is no folder for data.
pub(super) fn bookmarks(plan: &Plan) -> Option<Store> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    let folder = strategy.data_dir().join("guihua").join(&plan.meta.id);
    Some(Store::at(folder.join("bookmarks.ndjson")))
}

/// The user's own files of a plan, for the screen.
pub(super) fn own(plan: &Plan, common: &Common, settings: &Settings) -> Result<Own, Failure> {
    let records = store(plan, common)?;
    let Ok(strategy) = etcetera::choose_base_strategy() else {
        return Ok(Own {
            records,
            bookmarks: None,
            rest: None,
        });
    };
    let of_plan = |folder: PathBuf| folder.join("guihua").join(&plan.meta.id);
    let states = strategy.state_dir().unwrap_or_else(|| strategy.data_dir());
    Ok(Own {
        records,
        bookmarks: bookmarks(plan),
        rest: settings
            .resume
            .value
            .then(|| of_plan(states).join("place.json")),
    })
}

/// The files that a command reads: the plan of `--plan`, and the user's own records.
pub(super) fn paths(plan: &Plan, common: &Common) -> Result<Vec<PathBuf>, Failure> {
    let own = store(plan, common)?.path().to_owned();
    Ok(common.plan.iter().cloned().chain([own]).collect())
}

/// The text of a plan file, or of stdin for `-`, up to the size limit. Of a published document it is the text of the plan
/// file that it is imported as.
pub(super) fn read(path: &Path) -> Result<String, Failure> {
    let name = path.display().to_string();
    let document = document(path)?;
    if importing::is_document(&document.name, &document.bytes) {
        let (imported, _) = importing::only(document).map_err(Failure::Unknown)?;
        return Ok(imported.text);
    }
    plan_text(&name, document.bytes)
}

fn plan_text(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    load::text(bytes).map_err(|problems| Failure::Faulty(name.to_owned(), problems))
}

/// A file, or stdin for `-`, with its name without folder.
pub(super) fn document(path: &Path) -> Result<Document, Failure> {
    let shown = path.display().to_string();
    let bytes = if path == Path::new("-") {
        file::read_from(io::stdin().lock(), importing::MAX_BYTES)
    } else {
        file::read(path, importing::MAX_BYTES, Accept::FilesAndPipes)
    };
    let bytes = match bytes {
        Err(error) if file::is_too_large(&error) => {
            return Err(Failure::Faulty(shown, load::too_large()));
        }
        Err(error) => return Err(Failure::Unreadable(shown, error)),
        Ok(bytes) => bytes,
    };
    let name = path.file_name().map_or_else(
        || tr("标准输入").to_owned(),
        |name| name.to_string_lossy().into_owned(),
    );
    Ok(Document { name, bytes })
}
