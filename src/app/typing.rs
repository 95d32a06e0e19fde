//! The line being typed: words to find, an address to go to.

use super::prompt::Prompt;
use super::{App, Edit, Find, Focus, Purpose, View};
use crate::plan::Address;

impl App {
    pub(super) fn start_prompt(&mut self, purpose: Purpose) {
        self.origin = Some(self.place());
        self.sought = self.find.clone();
        self.prompt = Some(Prompt::new(purpose));
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        if let Some(prompt) = &mut self.prompt {
            prompt.edit(edit);
            self.typed();
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if self.prompt.is_none() {
            self.sheet = None;
            self.start_prompt(Purpose::Find);
        }
        if let Some(prompt) = &mut self.prompt {
            prompt.paste(text);
            self.typed();
        }
    }

    /// The line has changed: while words are sought, the text shows the first match from where the search began.
    pub(super) fn typed(&mut self) {
        let Some(prompt) = self
            .prompt
            .as_ref()
            .filter(|prompt| prompt.purpose == Purpose::Find)
        else {
            return;
        };
        let from = self
            .origin
            .as_ref()
            .map_or(0, |origin| origin.reading.cursor);
        self.find = Find::new(&self.outline, prompt.text(), from);
        if self.find.matches.is_empty() {
            if let Some(origin) = self.origin.clone() {
                self.go_back_to(origin);
            }
        } else {
            self.show_match();
        }
    }

    pub(super) fn show_match(&mut self) {
        if let Some(found) = self.find.current().cloned() {
            self.view = View::Reading;
            self.reading.focus = Focus::Text;
            self.settle();
            self.reading.show(found.node, &found.range);
        }
    }

    pub(super) fn step_match(&mut self, by: isize) {
        let purpose = self.prompt.as_ref().map(|prompt| prompt.purpose);
        if purpose == Some(Purpose::GoTo) {
            return;
        }
        if self.find.is_off() {
            self.message = Some("先按 / 输入要查找的词".to_owned());
        } else if self.find.matches.is_empty() {
            self.message = Some(format!("没有找到“{}”", self.find.query));
        } else {
            if self.prompt.is_none() && self.view != View::Reading {
                self.history.leave(self.place());
            } else {
                self.find.step(by);
            }
            self.show_match();
        }
    }

    pub(super) fn submit(&mut self) {
        let Some(prompt) = self.prompt.take() else {
            return;
        };
        match prompt.purpose {
            Purpose::Find => self.finish_find(),
            Purpose::GoTo => self.go_to_address(prompt),
        }
    }

    pub(super) fn finish_find(&mut self) {
        let origin = self.origin.take();
        if self.find.is_off() {
            return;
        }
        if self.find.matches.is_empty() {
            self.message = Some(format!("没有找到“{}”", self.find.query));
        } else if let Some(origin) = origin {
            self.history.leave(origin);
        }
    }

    pub(super) fn go_to_address(&mut self, prompt: Prompt) {
        let found = match prompt.text().trim() {
            "" => return,
            text => text.parse::<Address>().map_err(|fault| fault.to_string()),
        };
        let found = found.and_then(|address| {
            self.outline
                .at(address)
                .ok_or_else(|| format!("本规划没有 {address}"))
        });
        match found {
            Ok(id) => self.jump(id, None),
            Err(fault) => {
                self.message = Some(fault);
                self.prompt = Some(prompt);
            }
        }
    }
}
