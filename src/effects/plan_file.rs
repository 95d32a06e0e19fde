//! Writes plan files for the screens: a decision of the review, taking one back, and keeping a plan that was in memory.

use std::io;
use std::path::Path;

use crate::app::{App, DocumentId, Home, Resume};
use crate::load::file::reason_to_make;
use crate::load::printable;
use crate::records::{self, PlanFile};
use crate::review::{self, Decision, Patch, revised};
use crate::saving;
use crate::words::{say, tr};

/// What comes of an edit of a plan file: the new text with what it says, or why there is none.
type Edited = Result<(String, PlanFile), String>;

/// Makes a decision in the plan file of a document, or tells why not.
pub fn decide(app: &mut App, id: DocumentId, decision: &Decision) {
    let edit = |text: &str| revised(text, decision).map_err(|fault| fault.to_string());
    match edited(app, id, edit) {
        Ok((patch, file)) => app.decided(id, told(decision), file, patch),
        Err(problem) => app.undecided(problem),
    }
}

/// Takes back the last decision, or tells why not.
pub fn take_back(app: &mut App, id: DocumentId, patch: &Patch) {
    let edit = |text: &str| {
        let changed = || tr("规划文件已在别处改过，不能撤回").to_owned();
        let text = patch.undone(text).ok_or_else(changed)?;
        let file = records::open(&text).map_err(|_| changed())?;
        Ok((text, file))
    };
    match edited(app, id, edit) {
        Ok((_, file)) => app.taken_back(id, file),
        Err(problem) => app.undecided(problem),
    }
}

/// Edits the plan file of a document under its lock. The error says why nothing was changed.
fn edited(
    app: &App,
    id: DocumentId,
    edit: impl Fn(&str) -> Edited,
) -> Result<(Patch, PlanFile), String> {
    let path = app.document_by_id(id).and_then(|it| it.home.file());
    let path = path.ok_or_else(|| tr("规划不在文件里").to_owned())?;
    review::edit(path, |text| {
        let (new, file) = edit(text)?;
        let change = Patch::between(text, &new);
        Ok((new, (change, file)))
    })
}

/// What was decided, in words.
fn told(decision: &Decision) -> &'static str {
    match decision {
        Decision::Confirm(_) => tr("已确认"),
        Decision::Reject(_) => tr("不是指标，在文件里成为注释"),
        Decision::Kind(..) => tr("已改类型"),
        Decision::Year(..) => tr("已改年份"),
        Decision::Domain(..) => tr("已改领域"),
        Decision::Settle(_) => tr("看过无误，已从 doubts 删去"),
        Decision::Keep(_) => tr("已列为存疑之处"),
    }
}

/// Writes the plan of a document, which is in memory only, to a new file, and goes on; or asks for another place.
pub fn keep(app: &mut App, id: DocumentId, path: &Path, resume: Resume) {
    let home = app.document_by_id(id).map(|it| &it.home);
    let Some(Home::Memory { text, .. }) = home else {
        return;
    };
    match saving::create(path, text.as_bytes()) {
        Ok(()) => app.kept(id, path, resume),
        Err(error) => {
            let name = printable(&path.display().to_string());
            let problem = match error.kind() {
                io::ErrorKind::AlreadyExists => say!("已有 {name}，不覆盖；请换一个名称", name),
                _ => say!("写不了 {name}：{why}", name, why = reason_to_make(&error)),
            };
            app.not_kept(path, problem, resume);
        }
    }
}
