//! The overlay: a form, a prompt or a sheet over the view, one at a time. It has the keyboard, so every action goes to
//! it first; what it does not handle goes to the view.

use std::ops::ControlFlow;

use super::form::Form;
use super::history::Place;
use super::moving::{half_screens, screens};
use super::review::Review;
use super::{Action, App, Edit, Effect, Help, Presentation, Prompt, Purpose, Sheet, WHEEL};
use crate::layout;

/// A form, prompt or sheet over the view.
#[derive(Clone, Debug)]
pub(super) enum Overlay {
    /// A form for a record.
    Form(Form),
    /// A line being typed.
    Prompt {
        /// The line.
        prompt: Prompt,
        /// The place to go back to if it is cancelled.
        origin: Place,
    },
    /// A sheet.
    Sheet(Sheet),
    /// The review of an import.
    Review(Review),
    /// The help.
    Help(Help),
    /// The presentation.
    Presentation(Presentation),
}

impl From<Presentation> for Overlay {
    fn from(presentation: Presentation) -> Self {
        Self::Presentation(presentation)
    }
}

impl From<Help> for Overlay {
    fn from(help: Help) -> Self {
        Self::Help(help)
    }
}

impl From<Form> for Overlay {
    fn from(form: Form) -> Self {
        Self::Form(form)
    }
}

impl From<Review> for Overlay {
    fn from(review: Review) -> Self {
        Self::Review(review)
    }
}

impl From<Sheet> for Overlay {
    fn from(sheet: Sheet) -> Self {
        Self::Sheet(sheet)
    }
}

/// `Break` if the action was handled, perhaps with an effect; `Continue` with an action for the view.
type Outcome = ControlFlow<Option<Effect>, Action>;

/// The action was handled, without an effect.
const DONE: Outcome = ControlFlow::Break(None);

impl App {
    /// The open form.
    pub fn form(&self) -> Option<&Form> {
        match &self.overlay {
            Some(Overlay::Form(form)) => Some(form),
            _ => None,
        }
    }

    pub(super) fn form_mut(&mut self) -> Option<&mut Form> {
        match &mut self.overlay {
            Some(Overlay::Form(form)) => Some(form),
            _ => None,
        }
    }

    /// The open prompt.
    pub fn prompt(&self) -> Option<&Prompt> {
        match &self.overlay {
            Some(Overlay::Prompt { prompt, .. }) => Some(prompt),
            _ => None,
        }
    }

    pub(super) fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        match &mut self.overlay {
            Some(Overlay::Prompt { prompt, .. }) => Some(prompt),
            _ => None,
        }
    }

    /// The open sheet.
    pub fn sheet(&self) -> Option<Sheet> {
        match self.overlay {
            Some(Overlay::Sheet(sheet)) => Some(sheet),
            _ => None,
        }
    }

    pub(super) fn sheet_mut(&mut self) -> Option<&mut Sheet> {
        match &mut self.overlay {
            Some(Overlay::Sheet(sheet)) => Some(sheet),
            _ => None,
        }
    }

    /// The open review.
    pub fn review(&self) -> Option<&Review> {
        match &self.overlay {
            Some(Overlay::Review(review)) => Some(review),
            _ => None,
        }
    }

    /// The open help.
    pub fn help(&self) -> Option<&Help> {
        match &self.overlay {
            Some(Overlay::Help(help)) => Some(help),
            _ => None,
        }
    }

    /// The open presentation.
    pub fn presentation(&self) -> Option<&Presentation> {
        match &self.overlay {
            Some(Overlay::Presentation(open)) => Some(open),
            _ => None,
        }
    }

    pub(super) fn presentation_mut(&mut self) -> Option<&mut Presentation> {
        match &mut self.overlay {
            Some(Overlay::Presentation(open)) => Some(open),
            _ => None,
        }
    }

    pub(super) fn review_mut(&mut self) -> Option<&mut Review> {
        match &mut self.overlay {
            Some(Overlay::Review(review)) => Some(review),
            _ => None,
        }
    }

    pub(super) fn help_mut(&mut self) -> Option<&mut Help> {
        match &mut self.overlay {
            Some(Overlay::Help(help)) => Some(help),
            _ => None,
        }
    }

    /// Offers an action to the overlay.
    pub(super) fn update_overlay(&mut self, action: Action) -> Outcome {
        match self.overlay {
            Some(Overlay::Form(_)) => self.update_form(action),
            Some(Overlay::Prompt { .. }) => self.update_prompt(action),
            Some(Overlay::Sheet(_)) => self.update_sheet(action),
            Some(Overlay::Review(_)) => self.update_review(action),
            Some(Overlay::Help(_)) => self.update_help(action),
            Some(Overlay::Presentation(_)) => self.update_presentation(action),
            None => ControlFlow::Continue(action),
        }
    }

    /// A form leaves only quitting and suspending to the program.
    fn update_form(&mut self, action: Action) -> Outcome {
        match action {
            Action::Quit | Action::Suspend => return ControlFlow::Continue(action),
            Action::Submit => return ControlFlow::Break(self.submit_form()),
            Action::Field(by) => self.next_field(by),
            Action::Edit(edit) => self.edit_form(edit),
            Action::Paste(text) => self.paste_into_form(&text),
            Action::Cancel => self.overlay = None,
            _ => {}
        }
        DONE
    }

    /// The review leaves only quitting, suspending and the mouse to the program.
    fn update_review(&mut self, action: Action) -> Outcome {
        match action {
            Action::Quit | Action::Suspend | Action::Mouse => ControlFlow::Continue(action),
            action => ControlFlow::Break(self.act_in_review(&action)),
        }
    }

    /// A prompt leaves only quitting, suspending and copying to the view.
    fn update_prompt(&mut self, action: Action) -> Outcome {
        let finds = self.prompt().map(|prompt| prompt.purpose) == Some(Purpose::Find);
        match action {
            Action::Quit | Action::Suspend | Action::Copy(_) => {
                return ControlFlow::Continue(action);
            }
            Action::Match(by) if finds => self.step_hit(by),
            Action::Kind(by) if finds => self.shown.next_kind(by),
            Action::Edit(edit) => self.edit(edit),
            Action::Paste(text) => self.paste(&text),
            Action::Submit => return ControlFlow::Break(self.submit()),
            Action::Cancel => self.drop_prompt(),
            _ => {}
        }
        DONE
    }

    /// What is typed narrows the help; without anything typed the keys that open it and turn pages do so.
    fn update_help(&mut self, action: Action) -> Outcome {
        let height = isize::from(layout::help(self.size)[0].height as i16);
        let is_whole = self.is_help_whole();
        match action {
            Action::Quit | Action::Suspend => return ControlFlow::Continue(action),
            Action::Edit(Edit::Insert('?' | '？')) | Action::Help if is_whole => {
                self.toggle_help();
            }
            Action::Edit(Edit::Insert(' ')) if is_whole => self.move_help(screens(1, height)),
            // Pasted words are sought, as over any other view.
            Action::Paste(_) => {
                self.overlay = None;
                return ControlFlow::Continue(action);
            }
            Action::Edit(edit) => self.edit_help(edit),
            Action::Cancel if !is_whole => self.edit_help(Edit::DeleteToStart),
            Action::Move(by) => self.move_help(by),
            Action::Page(by) => self.move_help(screens(by, height)),
            Action::Top => self.move_help(isize::MIN),
            Action::Bottom => self.move_help(isize::MAX),
            Action::Wheel(.., notches) => self.move_help(notches * WHEEL),
            Action::Submit | Action::Cancel | Action::Help | Action::Click(..) => {
                self.close_help();
            }
            _ => {}
        }
        DONE
    }

    /// The presentation handles motions and what closes it.
    fn update_presentation(&mut self, action: Action) -> Outcome {
        let height = isize::from(layout::presentation(self.size).height as i16);
        match action {
            Action::Paragraph(by) => self.step_slide(by),
            Action::Move(by) => self.scroll_slide(by),
            Action::Page(by) => self.scroll_slide(screens(by, height)),
            Action::Scroll(by) => self.scroll_slide(half_screens(by, height)),
            Action::Wheel(.., notches) => self.scroll_slide(notches),
            Action::Top => self.step_slide(isize::MIN),
            Action::Bottom => self.step_slide(isize::MAX),
            Action::Open | Action::Click(..) => self.step_slide(1),
            Action::Cancel => self.overlay = None,
            action => return ControlFlow::Continue(action),
        }
        DONE
    }

    /// A sheet handles motions and what closes it.
    fn update_sheet(&mut self, action: Action) -> Outcome {
        let height = isize::from(layout::sheet(self.size).height as i16);
        match action {
            Action::Move(by) => self.move_sheet(by),
            Action::Scroll(by) => self.move_sheet(half_screens(by, height)),
            Action::Page(by) => self.move_sheet(screens(by, height)),
            Action::Top => self.move_sheet(isize::MIN),
            Action::Bottom => self.move_sheet(isize::MAX),
            // On a card the wheel goes from target to target.
            Action::Wheel(.., notches) if self.is_card() => self.move_sheet(notches),
            Action::Wheel(.., notches) => self.move_sheet(notches * WHEEL),
            Action::Open if self.is_filter() => self.toggle_choice(),
            Action::Open if self.is_listing_bookmarks() => self.open_bookmark(),
            Action::Click(x, y) if self.is_listing_bookmarks() => self.click_bookmark(x, y),
            Action::Open if self.choosing_for().is_some() => self.take_chosen(),
            Action::Click(x, y) if self.choosing_for().is_some() => self.click_stated(x, y),
            Action::Click(x, y) if self.is_filter() => self.click_choice(x, y),
            Action::Open | Action::Cancel | Action::Click(..) => self.overlay = None,
            action => return ControlFlow::Continue(action),
        }
        DONE
    }
}
