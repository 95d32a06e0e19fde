//! The prompt: a query for the finder, or an address to go to.

use super::history::Place;
use super::overlay::Overlay;
use super::prompt::Prompt;
use super::{App, Edit, Effect, Focus, Purpose, View};
use crate::search::Query;
use crate::words::{say, tr};

impl App {
    pub(super) fn start_prompt(&mut self, purpose: Purpose) {
        self.type_on(Prompt::new(purpose), self.shown.place());
        if purpose == Purpose::Find {
            self.shown.open_finder();
        }
    }

    fn type_on(&mut self, prompt: Prompt, origin: Place) {
        self.overlay = Some(Overlay::Prompt { prompt, origin });
    }

    /// Closes the prompt and goes back to the place where it was opened.
    pub(super) fn drop_prompt(&mut self) {
        if let Some(Overlay::Prompt { origin, .. }) = self.overlay.take() {
            self.shown.go_back_to(origin);
        }
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        if let Some(prompt) = self.prompt_mut() {
            let refused = prompt.edit(edit);
            self.typed();
            self.message = refused;
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if let Some(prompt) = self.prompt_mut() {
            let refused = prompt.paste(text);
            self.typed();
            self.message = refused;
        }
    }

    /// Searches for text that was pasted into a view.
    pub(super) fn find_pasted(&mut self, text: &str) {
        self.start_prompt(Purpose::Find);
        self.paste(text);
    }

    /// Updates the finder after the line has changed.
    fn typed(&mut self) {
        if self
            .prompt()
            .is_some_and(|prompt| prompt.purpose == Purpose::Find)
        {
            self.shown.forget_recall();
            self.search();
        }
    }

    pub(super) fn show_match(&mut self) {
        if let Some(found) = self.shown.find.current().cloned() {
            self.shown.view = View::Reading;
            self.shown.reading.focus = Focus::Text;
            self.settle();
            self.shown
                .reading
                .show(&self.shown.dossier.outline, found.node, &found.range);
        }
    }

    pub(super) fn step_match(&mut self, by: isize) {
        if self.shown.find.is_off() {
            self.message = Some(tr("先按 / 输入要查找的词").to_owned());
        } else if self.shown.find.matches.is_empty() {
            let only_filters = !Query::parse(&self.shown.find.query).has_words();
            self.message = Some(if only_filters {
                say!(
                    "“{query}”只有条件，没有要找的词",
                    query = self.shown.find.query
                )
            } else {
                say!("没有找到“{query}”", query = self.shown.find.query)
            });
        } else {
            if self.shown.view == View::Reading {
                self.shown.find.step(by);
            } else {
                self.shown.history.leave(self.shown.place());
            }
            self.show_match();
        }
    }

    /// Carries out what was typed; a place for the plan and the note of a bookmark are effects.
    pub(super) fn submit(&mut self) -> Option<Effect> {
        if self.is_finding() && self.shown.hits().is_empty() && self.take_near() {
            return None;
        }
        let Some(Overlay::Prompt { prompt, origin }) = self.overlay.take() else {
            return None;
        };
        let text = prompt.text().to_owned();
        if let Purpose::Keep(resume) = prompt.purpose {
            return self.keep_at(&text, resume);
        }
        if prompt.purpose == Purpose::Bookmark {
            return self.bookmark(&text);
        }
        let done = match prompt.purpose {
            _ if text.trim().is_empty() => Ok(()),
            Purpose::Find => self.finish_find(&text),
            Purpose::GoTo => self.go_to_address(text.trim()),
            Purpose::Field(_) | Purpose::Help | Purpose::Bookmark | Purpose::Keep(_) => Ok(()),
        };
        // After an error the line stays, to be corrected.
        if let Err(problem) = done {
            self.message = Some(problem);
            self.type_on(prompt, origin);
        }
        None
    }

    /// Opens the selected hit.
    fn finish_find(&mut self, text: &str) -> Result<(), String> {
        if self.open_hit(text) {
            Ok(())
        } else {
            Err(say!("没有找到“{query}”", query = text.trim()))
        }
    }

    /// Goes to an address.
    fn go_to_address(&mut self, text: &str) -> Result<(), String> {
        let outline = &self.shown.dossier.outline;
        let address = outline
            .read_place(text)
            .map_err(|fault| fault.to_string())?;
        let id = outline.at(address);
        let id = id.ok_or_else(|| say!("本规划没有 {address}", address))?;
        self.jump(id, None);
        Ok(())
    }
}
