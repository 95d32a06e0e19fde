//! The line being typed: words to find, an address to go to.

use super::prompt::Prompt;
use super::{App, Edit, Focus, Purpose, View};
use crate::plan::Address;
use crate::search::Query;
use crate::words::{say, tr};

impl App {
    pub(super) fn start_prompt(&mut self, purpose: Purpose) {
        self.origin = Some(self.place());
        self.sought = self.find.clone();
        self.prompt = Some(Prompt::new(purpose));
        if purpose == Purpose::Find {
            self.open_finder();
        }
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

    /// The line has changed: while words are sought, the finder shows what answers them.
    fn typed(&mut self) {
        if self
            .prompt
            .as_ref()
            .is_some_and(|prompt| prompt.purpose == Purpose::Find)
        {
            self.forget_recall();
            self.search();
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
        match self.prompt.as_ref().map(|prompt| prompt.purpose) {
            Some(Purpose::Find) => return self.step_hit(by),
            Some(Purpose::GoTo | Purpose::Field) => return,
            None => {}
        }
        if self.find.is_off() {
            self.message = Some(tr("先按 / 输入要查找的词").to_owned());
        } else if self.find.matches.is_empty() {
            let only_filters = !Query::parse(&self.find.query).has_words();
            self.message = Some(if only_filters {
                say!("“{query}”只有条件，没有要找的词", query = self.find.query)
            } else {
                say!("没有找到“{query}”", query = self.find.query)
            });
        } else {
            if self.view == View::Reading {
                self.find.step(by);
            } else {
                self.history.leave(self.place());
            }
            self.show_match();
        }
    }

    pub(super) fn submit(&mut self) {
        let Some(prompt) = self.prompt.take() else {
            return;
        };
        match prompt.purpose {
            Purpose::Find => self.finish_find(prompt),
            Purpose::GoTo => self.go_to_address(prompt),
            Purpose::Field => {}
        }
    }

    /// Goes to what is selected. Where nothing was found the line stays, to be mended.
    fn finish_find(&mut self, prompt: Prompt) {
        let typed = prompt.text().to_owned();
        if typed.trim().is_empty() || self.open_hit(&typed) {
            self.origin = None;
        } else {
            self.message = Some(say!("没有找到“{query}”", query = typed.trim()));
            self.prompt = Some(prompt);
        }
    }

    pub(super) fn go_to_address(&mut self, prompt: Prompt) {
        let found = match prompt.text().trim() {
            "" => return,
            text => text.parse::<Address>().map_err(|fault| fault.to_string()),
        };
        let found = found.and_then(|address| {
            self.dossier
                .outline
                .at(address)
                .ok_or_else(|| say!("本规划没有 {address}", address = address))
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
