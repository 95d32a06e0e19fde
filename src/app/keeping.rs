//! Asking where to keep a plan that is in memory only, and going on when it is kept.

use std::path::{Path, PathBuf};

use super::action::Resume;
use super::overlay::Overlay;
use super::prompt::Prompt;
use super::{App, DocumentId, Effect, Errand, Home, Purpose};
use crate::words::{say, tr};

impl App {
    /// Says where the plan that is shown is kept.
    pub fn set_home(&mut self, home: Home) {
        self.shown.home = home;
    }

    /// Asks where to keep the plan that is shown, which is in memory only.
    pub(super) fn ask_where_to_keep(&mut self, resume: Resume) {
        let Home::Memory { beside, .. } = &self.shown.home else {
            return;
        };
        let prompt = Prompt::filled(Purpose::Keep(resume), &beside.display().to_string());
        self.overlay = Some(Overlay::Prompt {
            prompt,
            origin: self.shown.place(),
        });
    }

    /// The effect of the place that was typed.
    pub(super) fn keep_at(&self, typed: &str, resume: Resume) -> Option<Effect> {
        let path = PathBuf::from(typed.trim());
        let is_named = !typed.trim().is_empty();
        is_named.then_some(Effect::Keep(self.shown.id, path, resume))
    }

    /// The plan of a document was written to a file: goes on with what it was to be kept for.
    pub fn kept(&mut self, id: DocumentId, path: &Path, resume: Resume) {
        if let Some(document) = self.document_mut(id) {
            document.home = Home::File(path.to_owned());
        }
        self.overlay = None;
        match resume {
            Resume::Form => self.run(Errand::Record),
            Resume::Words => self.open_words(),
            Resume::Review => self.open_review(),
        }
        let name = crate::load::printable(&path.display().to_string());
        self.message = Some(say!("规划已存为 {name}，以后在其中修改", name));
        self.settle();
    }

    /// The plan could not be written there: asks again.
    pub fn not_kept(&mut self, typed: &Path, problem: String, resume: Resume) {
        self.ask_where_to_keep(resume);
        if let Some(prompt) = self.prompt_mut() {
            *prompt = Prompt::filled(Purpose::Keep(resume), &typed.display().to_string());
        }
        self.message = Some(problem);
    }

    /// What stands beside the place being typed.
    pub fn keeping_hint() -> &'static str {
        tr("规划存为这个文件；Esc 放弃")
    }
}
