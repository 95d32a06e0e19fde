//! The state of the program, and how every action changes it. No terminal, no clock, no files.
//!
//! [`App::update`] takes an action and returns the effect to be carried out outside. The screen is a function of this
//! state (module `ui`); drawing can't change it.

mod action;
mod bookmarks;
mod chips;
mod choosing;
mod copying;
pub mod details;
mod document;
mod find;
pub mod finder;
pub mod form;
pub mod help;
pub mod hints;
mod history;
mod jumping;
mod keeping;
mod key;
pub mod keymap;
mod list;
pub mod listing;
mod moving;
mod overlay;
pub mod overview;
mod pointing;
mod presentation;
mod prompt;
mod reading;
mod resting;
pub mod review;
mod scoreboard;
pub mod sheet;
pub mod side;
mod sifted;
pub mod sifting;
mod time;
mod toc;
pub mod topic;
mod typing;
mod undoing;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::rc::Rc;

use ratatui::layout::Size;

pub use self::action::{Action, Answer, Aspect, Edit, Effect, Purpose, Resume, View};
pub use self::bookmarks::BOOKMARK_ROWS;
pub use self::chips::{Chip, flow, tabs, title_room};
pub use self::document::{Document, DocumentId, Home};
pub use self::find::Find;
pub use self::finder::Finder;
pub use self::help::Help;
pub use self::key::Key;
use self::keymap::{Keymap, Mode};
pub use self::list::Cursor;
use self::moving::{half_screens, screens};
use self::overlay::Overlay;
pub use self::presentation::{Presentation, Slide, SlideText};
pub use self::prompt::Prompt;
pub use self::reading::{Focus, Reading};
pub use self::resting::Rest;
pub use self::sheet::{Errand, Sheet, Topic};
pub use self::toc::Toc;
pub use self::topic::TopicPage;
use jiff::civil::Date;

use crate::bookmarks::Bookmark;
use crate::dossier::Dossier;
use crate::layout::{self, Panes};
use crate::text::{Ambiguity, set_ambiguity};
use crate::typeset::{Marks, WIDEST_MEASURE};
use crate::words::tr;

/// Lines per notch of the mouse wheel.
const WHEEL: isize = 3;

/// What the last action asked to confirm, by being pressed again.
struct Asked {
    /// Undoing the last record.
    to_undo: bool,
    /// Taking a bookmark away.
    to_remove: Option<Bookmark>,
}

/// Everything that the screen depends on.
pub struct App {
    /// The document that is shown.
    shown: Document,
    /// The other open documents.
    others: BTreeMap<DocumentId, Document>,
    /// The size of the screen.
    pub size: Size,
    /// The rows of the overview, as they were when the state settled last with the overview on the screen.
    overview_rows: Rc<[overview::Row]>,
    /// The form, prompt or sheet over the view.
    overlay: Option<Overlay>,
    /// Today, for citations; initially the day of the evaluation.
    pub today: Date,
    /// Whether the program captures the mouse.
    pub mouse: bool,
    /// The maximum width of text, in columns.
    pub measure: u16,
    /// The key bindings.
    pub keys: Keymap,
    /// The message in the footer, until the next action.
    pub message: Option<String>,
    /// Which marks of supplied characters are shown.
    marks: Marks,
    panes: Panes,
    /// Whether the last action asked to confirm undoing the last record.
    asked_to_undo: bool,
    /// The bookmark whose note is being typed.
    bookmarking: Option<Bookmark>,
    /// The bookmark that the last action asked to confirm taking away.
    removing: Option<Bookmark>,
}

impl App {
    /// The overview of a plan, evaluated as of a day.
    pub fn new(dossier: Dossier, as_of: Date, size: Size) -> Self {
        let mut app = Self {
            shown: Document::new(DocumentId(0), dossier, as_of),
            others: BTreeMap::new(),
            size,
            overview_rows: Rc::default(),
            overlay: None,
            today: as_of,
            mouse: true,
            measure: WIDEST_MEASURE,
            keys: Keymap::default(),
            message: None,
            marks: Marks::default(),
            panes: Panes::default(),
            asked_to_undo: false,
            bookmarking: None,
            removing: None,
        };
        app.tell_unread();
        app.enter_overview();
        app
    }

    /// Changes the key bindings.
    pub fn bind(&mut self, keys: Keymap) {
        self.keys = keys;
        // The header shows keys, and the overview has the title if the header has no room for it.
        self.settle();
    }

    /// What has the keyboard: the overlay, else the view.
    pub fn mode(&self) -> Mode {
        match self.overlay {
            Some(Overlay::Form(_)) => Mode::Form,
            Some(Overlay::Prompt { .. }) => Mode::Prompt,
            Some(Overlay::Sheet(_)) if self.is_filter() => Mode::Ticking,
            Some(Overlay::Sheet(_)) => Mode::Sheet,
            Some(Overlay::Review(_)) => Mode::Review,
            Some(Overlay::Help(_)) => Mode::Help,
            Some(Overlay::Presentation(_)) => Mode::Presentation,
            None => Mode::View(self.shown.view),
        }
    }

    /// The details of the selected target, task or term; without gaps if they would not fit otherwise.
    pub fn details(&self) -> Vec<details::DetailLine> {
        let area = self.listing_areas().details;
        let mut lines = match self.shown.view {
            View::Tasks => self
                .shown
                .selected_task()
                .map(|id| details::task(&self.shown, id, area.width)),
            View::Terms => self
                .shown
                .selected_term()
                .map(|index| details::term(&self.shown, index, area.width)),
            _ => self
                .shown
                .selected_target()
                .map(|target| details::target(&self.shown, target, area.width))
                .or_else(|| {
                    let items = self.shown.folded_items()?;
                    Some(details::folded(&self.shown, &items, area.width))
                }),
        }
        .unwrap_or_default();
        if lines.len() > usize::from(area.height) {
            lines.retain(|line| line.role != details::Role::Gap);
        }
        lines
    }

    /// The areas of the list view.
    pub fn listing_areas(&self) -> layout::Listing {
        let area = layout::listing(self.size, 1).domains;
        let lines = self
            .shown
            .domain_chips(area)
            .iter()
            .map(|chip| chip.area.y - area.y + 1)
            .max()
            .unwrap_or(1);
        layout::listing(self.size, lines)
    }

    /// The areas of the reading view.
    pub fn reading_areas(&self) -> layout::Reading {
        layout::reading(
            self.size,
            self.measure,
            self.panes,
            self.shown.reading.focus == Focus::Toc,
        )
    }

    /// Which marks of supplied characters are shown.
    pub fn marks(&self) -> Marks {
        self.marks
    }

    /// Measures everything again, with another width of ambiguous characters.
    pub fn set_ambiguity(&mut self, ambiguity: Ambiguity) {
        set_ambiguity(ambiguity);
        let others = self.others.values_mut();
        for document in std::iter::once(&mut self.shown).chain(others) {
            document.reading.measure_anew();
        }
        self.settle();
    }

    /// Adapts to a new size of the screen.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.settle();
    }

    /// Carries out an action, and returns the effect to be carried out outside.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        let is_way_out = matches!(action, Action::Quit | Action::Suspend | Action::Cancel);
        if !layout::is_large_enough(self.size) && !is_way_out {
            // Nothing is seen of the plan, so nothing is done to it.
            return None;
        }
        self.message = None;
        let asked = Asked {
            to_undo: std::mem::take(&mut self.asked_to_undo),
            to_remove: self.removing.take(),
        };
        let selection = self.shown.selection();
        let effect = match self.update_overlay(action) {
            ControlFlow::Break(effect) => effect,
            ControlFlow::Continue(action) => self.update_view(action, &asked),
        };
        if effect == Some(Effect::Quit) {
            return effect;
        }
        if selection != self.shown.selection() {
            self.shown.details_top = 0;
        }
        self.settle();
        effect
    }

    /// Carries out an action that the overlay did not handle.
    fn update_view(&mut self, action: Action, asked: &Asked) -> Option<Effect> {
        match action {
            Action::Quit => return Some(Effect::Quit),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Mouse => return Some(self.toggle_mouse()),
            Action::Copy(style) => return self.copy(style),
            Action::Show(view) => self.shown.show(view),
            Action::Turn(by) => self.shown.show(self.shown.view.turned(by)),
            Action::Move(by) => self.move_by(by),
            Action::Scroll(by) => self.move_by(half_screens(by, self.page_height())),
            Action::Page(by) => self.move_by(screens(by, self.page_height())),
            Action::Details(by) => {
                self.shown.details_top = self.shown.details_top.saturating_add_signed(by);
            }
            Action::Top => self.go_to_top(),
            Action::Bottom => self.go_to_bottom(),
            Action::Heading(by) => self.shown.go_to_heading(by),
            Action::Paragraph(by) => self.shown.mark_node(by),
            Action::Sentence(by) => self.shown.mark_part(by),
            Action::Time(by) => self.move_time(by),
            Action::Left if self.shown.view == View::Overview => self.move_among_doors(-1),
            Action::Right if self.shown.view == View::Overview => self.move_among_doors(1),
            Action::Left => self.shown.left(),
            Action::Right => self.shown.right(),
            Action::Fold => self.shown.reading.toc.toggle(&self.shown.dossier.outline),
            Action::FoldAll => self.shown.fold_all(),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::Domain(domain) => self.narrow(domain),
            Action::Prompt(purpose) => self.start_prompt(purpose),
            Action::Match(by) => self.step_match(by),
            Action::Panes => self.toggle_panes(),
            Action::Marks => self.toggle_marks(),
            Action::Help => self.toggle_help(),
            Action::Why => self.run(Errand::Why),
            Action::Card => self.run(Errand::Card),
            Action::Present => self.toggle_presentation(),
            Action::Sort => self.sort(),
            Action::Filter => self.toggle_filter(),
            Action::Record if self.shown.home.is_memory() => self.ask_where_to_keep(Resume::Form),
            Action::Record => self.run(Errand::Record),
            Action::Words if self.shown.home.is_memory() => self.ask_where_to_keep(Resume::Words),
            Action::Words => self.open_words(),
            Action::Review => self.open_review(),
            Action::Undo => return self.undo(asked.to_undo),
            Action::Bookmark => self.ask_bookmark(),
            Action::Bookmarks => self.toggle_bookmarks(),
            Action::RemoveBookmark => return self.remove_bookmark(asked.to_remove.as_ref()),
            Action::Cancel => self.cancel(),
            Action::Click(x, y) => self.click(x, y),
            Action::Wheel(x, y, notches) => self.wheel(x, y, notches),
            Action::Paste(text) => self.find_pasted(&text),
            // These are for prompts, forms and the review.
            Action::Kind(_)
            | Action::Field(_)
            | Action::Edit(_)
            | Action::Submit
            | Action::Answer(_)
            | Action::Correct(_) => {}
        }
        None
    }

    /// Keeps the viewport and the selection of what is shown within its contents and the size of the screen. The other
    /// views settle when they are shown.
    fn settle(&mut self) {
        match self.shown.view {
            View::Overview => self.settle_overview(),
            View::Reading => self.settle_reading(),
            View::Targets | View::Tasks | View::Terms => self.settle_listing(),
            View::Topic => self.settle_topic(),
        }
        match self.overlay {
            Some(Overlay::Prompt { .. }) => self.settle_finder(),
            Some(Overlay::Sheet(_)) => self.settle_sheet(),
            Some(Overlay::Review(_)) => self.settle_review(),
            Some(Overlay::Presentation(_)) => self.settle_presentation(),
            Some(Overlay::Help(_) | Overlay::Form(_)) | None => {}
        }
    }

    fn settle_reading(&mut self) {
        let areas = self.reading_areas();
        let room = reading::Room {
            measure: areas.text.width,
            wide: areas.wide,
            height: areas.text.height,
        };
        let toc_height = layout::reading(self.size, self.measure, self.panes, true)
            .toc
            .height;
        self.shown
            .settle_reading(room, self.marks, usize::from(toc_height));
        if areas.side.width > 0 {
            let Document {
                named,
                dossier,
                reading,
                ..
            } = &mut self.shown;
            named.settle(dossier, reading);
        }
    }

    fn settle_listing(&mut self) {
        let areas = self.listing_areas();
        self.shown.settle_lists(usize::from(areas.rows.height));
        if self.shown.details_top > 0 {
            let last = self
                .details()
                .len()
                .saturating_sub(usize::from(areas.details.height));
            self.shown.details_top = self.shown.details_top.min(last);
        }
    }

    fn settle_finder(&mut self) {
        let hits = self.shown.hits().len();
        let height = usize::from(layout::listing(self.size, 1).rows.height);
        self.shown.finder.cursor.keep_in_view(height, hits);
    }

    /// The rows of the overview, beginning with the plan's title if the header has no room for it.
    pub fn overview_rows(&self) -> Rc<[overview::Row]> {
        Rc::clone(&self.overview_rows)
    }

    /// Folds or opens what stands beside the text.
    fn toggle_panes(&mut self) {
        self.panes = match self.panes {
            Panes::Open => Panes::Folded,
            Panes::Folded => Panes::Open,
        };
        self.shown.reading.focus = Focus::Text;
    }

    fn toggle_marks(&mut self) {
        let (marks, message) = match self.marks {
            Marks::Uncertain => (
                Marks::All,
                tr("原网页缺失、由编者补出的字都在⟦⟧内；存疑之处附说明"),
            ),
            Marks::All => (Marks::Uncertain, tr("⟦⟧内只有不能确定的补字")),
        };
        self.marks = marks;
        self.message = Some(message.to_owned());
    }

    fn toggle_mouse(&mut self) -> Effect {
        self.mouse = !self.mouse;
        let message = if self.mouse {
            tr("鼠标归程序：可点选、滚动")
        } else {
            tr("鼠标归终端：可拖选文字复制")
        };
        self.message = Some(message.to_owned());
        Effect::Mouse(self.mouse)
    }
}
