//! The state of the program, and how every action changes it. No terminal, no clock, no files.
//!
//! [`App::update`] is the only way in: an action, and out comes what the world has to do. The screen is a function of
//! this state (module `ui`), which drawing can't change.

mod action;
mod chips;
mod copying;
pub mod details;
mod find;
pub mod finder;
pub mod form;
mod history;
mod jumping;
mod key;
pub mod keymap;
mod list;
pub mod listing;
mod moving;
mod overlay;
pub mod overview;
mod pointing;
mod prompt;
mod reading;
pub mod sheet;
mod toc;
mod typing;
mod undoing;

use std::ops::ControlFlow;

use ratatui::layout::{Rect, Size};

pub use self::action::{Action, Edit, Effect, Purpose, View};
pub use self::chips::{Chip, flow, tabs, title_room};
pub use self::find::Find;
pub use self::finder::Finder;
use self::history::History;
use self::jumping::Place;
pub use self::key::Key;
use self::keymap::{Keymap, Mode};
pub use self::list::Cursor;
use self::moving::{half_screens, screens};
use self::overlay::Overlay;
pub use self::prompt::Prompt;
pub use self::reading::{Focus, Reading};
pub use self::sheet::{Sheet, Topic};
pub use self::toc::Toc;
use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::layout;
use crate::plan::{Address, Domain, NodeId, NodeKind, Target};
use crate::records::{Book, Status};
use crate::search::Index;
use crate::text::width;
use crate::typeset::WIDEST_MEASURE;
use crate::words::{say, tr};

/// Lines that a notch of the wheel scrolls.
const WHEEL: isize = 3;

/// Everything that the screen depends on.
pub struct App {
    /// The plan with its outline and its records.
    pub dossier: Dossier,
    /// What they come to.
    pub assessment: Assessment,
    /// The size of the screen.
    pub size: Size,
    /// The view that is shown.
    pub view: View,
    /// The reading view.
    pub reading: Reading,
    /// The domain that the lists are narrowed to, by its index.
    pub domain: Option<usize>,
    /// The list of targets.
    pub targets: Cursor,
    /// The list of tasks.
    pub tasks: Cursor,
    /// The first visible row of the overview.
    pub overview_top: usize,
    /// The first visible line of the details of a list.
    pub details_top: usize,
    /// The words being sought.
    pub find: Find,
    /// What answers the line being typed.
    pub finder: Finder,
    index: Option<Index>,
    /// The list of terms.
    pub terms: Cursor,
    /// What lies over the view.
    overlay: Option<Overlay>,
    /// Today, for citations; until it is told otherwise the day of the evaluation.
    pub today: Date,
    /// Whether the program takes the mouse.
    pub mouse: bool,
    /// The widest that text is set, in columns.
    pub measure: u16,
    /// What the keys do.
    pub keys: Keymap,
    /// Something to tell, until the next action.
    pub message: Option<String>,
    history: History<Place>,
    /// Where Enter in a list led to.
    arrived: Option<NodeId>,
    marks: bool,
    /// Whether the last action was the question whether to take the last record back.
    asked_to_undo: bool,
}

impl App {
    /// The beginning: the overview of a plan on a screen, judged as at a day.
    pub fn new(dossier: Dossier, as_of: Date, size: Size) -> Self {
        let assessment = Assessment::of(&dossier, as_of);
        let mut app = Self {
            reading: Reading::default(),
            dossier,
            assessment,
            size,
            view: View::Overview,
            domain: None,
            targets: Cursor::default(),
            tasks: Cursor::default(),
            overview_top: 0,
            details_top: 0,
            find: Find::default(),
            finder: Finder::default(),
            index: None,
            terms: Cursor::default(),
            overlay: None,
            today: as_of,
            mouse: true,
            measure: WIDEST_MEASURE,
            keys: Keymap::default(),
            message: None,
            history: History::default(),
            arrived: None,
            marks: false,
            asked_to_undo: false,
        };
        app.tell_unread();
        app.settle();
        app
    }

    /// Who has the keyboard: what lies over the view, else the view.
    pub fn mode(&self) -> Mode {
        match self.overlay {
            Some(Overlay::Form(_)) => Mode::Form,
            Some(Overlay::Prompt { .. }) => Mode::Prompt,
            Some(Overlay::Sheet(_)) => Mode::Sheet,
            None => Mode::View(self.view),
        }
    }

    /// The name of the domain that the lists are narrowed to.
    pub fn domain_name(&self) -> Option<&str> {
        self.domain
            .and_then(|index| self.dossier.plan.domains.get(index))
            .map(Domain::as_str)
    }

    /// The rows of the target list.
    pub fn target_rows(&self) -> Vec<listing::Row> {
        listing::targets(&self.dossier.plan, self.domain_name())
    }

    /// The rows of the task list.
    pub fn task_rows(&self) -> Vec<listing::Row> {
        listing::tasks(&self.dossier.outline, self.domain_name())
    }

    /// The rows of the index of terms.
    pub fn term_rows(&self) -> Vec<listing::Row> {
        listing::terms(&self.dossier.plan)
    }

    /// The term that is selected in its list, by its index.
    pub fn selected_term(&self) -> Option<usize> {
        listing::selected(&self.term_rows(), self.terms)
    }

    /// The rows of the list that is shown, and its cursor.
    pub fn listed(&self) -> (Vec<listing::Row>, Cursor) {
        match self.view {
            View::Tasks => (self.task_rows(), self.tasks),
            View::Terms => (self.term_rows(), self.terms),
            _ => (self.target_rows(), self.targets),
        }
    }

    /// The cursor of the list that is shown.
    fn listed_cursor(&mut self) -> &mut Cursor {
        match self.view {
            View::Tasks => &mut self.tasks,
            View::Terms => &mut self.terms,
            _ => &mut self.targets,
        }
    }

    /// The target that is selected in its list.
    pub fn selected_target(&self) -> Option<&Target> {
        listing::selected(&self.target_rows(), self.targets)
            .and_then(|index| self.dossier.plan.targets.get(index))
    }

    /// The task that is selected in its list.
    pub fn selected_task(&self) -> Option<NodeId> {
        listing::selected(&self.task_rows(), self.tasks)
    }

    /// The domains as chips over a list, with the number of items in each; `area` gives their place and width.
    pub fn domain_chips(&self, area: Rect) -> Vec<Chip<Option<usize>>> {
        if self.view == View::Terms {
            return Vec::new();
        }
        let count = |domain: Option<&str>| {
            let rows = match self.view {
                View::Tasks => listing::tasks(&self.dossier.outline, domain),
                _ => listing::targets(&self.dossier.plan, domain),
            };
            listing::count(&rows)
        };
        let all = (say!(" 0 全部 {n} ", n = count(None)), None);
        let each = self.dossier.plan.domains.iter().enumerate();
        let each = each.map(|(index, name)| {
            (
                format!(" {} {name} {} ", index + 1, count(Some(name))),
                Some(index),
            )
        });
        flow(area, 0, std::iter::once(all).chain(each))
    }

    /// The details of the selected target or task, without gaps where they would not fit otherwise.
    pub fn details(&self) -> Vec<details::DetailLine> {
        let area = self.listing_areas().details;
        let mut lines = match self.view {
            View::Tasks => self
                .selected_task()
                .map(|id| details::task(self, id, area.width)),
            View::Terms => self
                .selected_term()
                .map(|index| details::term(self, index, area.width)),
            _ => self
                .selected_target()
                .map(|target| details::target(self, target, area.width)),
        }
        .unwrap_or_default();
        if lines.len() > usize::from(area.height) {
            lines.retain(|line| line.role != details::Role::Gap);
        }
        lines
    }

    /// The parts of the list view.
    pub fn listing_areas(&self) -> layout::Listing {
        let area = layout::listing(self.size, 1).domains;
        let lines = self
            .domain_chips(area)
            .iter()
            .map(|chip| chip.area.y - area.y + 1)
            .max()
            .unwrap_or(1);
        layout::listing(self.size, lines)
    }

    /// The parts of the reading view.
    pub fn reading_areas(&self) -> layout::Reading {
        layout::reading(self.size, self.measure, self.reading.focus == Focus::Toc)
    }

    /// The latest status of a task that was recorded up to the day of the assessment.
    pub fn stage(&self, task: Address) -> Option<&Status> {
        self.dossier
            .book
            .status_of_task(task, self.assessment.as_of)
    }

    /// Judges everything anew with other records.
    fn know(&mut self, book: Book) {
        self.dossier.book = book;
        self.assessment = Assessment::of(&self.dossier, self.assessment.as_of);
        self.index = None;
        self.settle();
    }

    /// Whether the brackets around supplied characters are shown.
    pub fn marks(&self) -> bool {
        self.marks
    }

    /// The screen has a new size.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.settle();
    }

    /// Carries out an action. What comes back is for the world to do.
    pub fn update(&mut self, action: Action) -> Option<Effect> {
        self.message = None;
        let asked = std::mem::take(&mut self.asked_to_undo);
        let selected = (self.view, self.listed().1.selected, self.domain);
        let effect = match self.update_overlay(action) {
            ControlFlow::Break(effect) => effect,
            ControlFlow::Continue(action) => self.update_view(action, asked),
        };
        if selected != (self.view, self.listed().1.selected, self.domain) {
            self.details_top = 0;
        }
        self.settle();
        effect
    }

    /// Carries out an action that nothing over the view has taken; `asked` as `asked_to_undo` was before.
    fn update_view(&mut self, action: Action, asked: bool) -> Option<Effect> {
        match action {
            Action::Quit => return Some(Effect::Quit),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Mouse => return Some(self.toggle_mouse()),
            Action::Copy(style) => return self.copy(style),
            Action::Show(view) => self.show(view),
            Action::Turn(by) => self.show(self.view.turned(by)),
            Action::Move(by) => self.move_by(by),
            Action::Scroll(by) => self.move_by(half_screens(by, self.page_height())),
            Action::Page(by) => self.move_by(screens(by, self.page_height())),
            Action::Details(by) => self.details_top = self.details_top.saturating_add_signed(by),
            Action::Top => self.go_to_top(),
            Action::Bottom => self.go_to_bottom(),
            Action::Heading(by) => self.go_to_heading(by),
            Action::Left => self.left(),
            Action::Right => self.right(),
            Action::Fold => self.reading.toc.toggle(&self.dossier.outline),
            Action::FoldAll => self.fold_all(),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::Domain(domain) => self.narrow(domain),
            Action::Prompt(purpose) => self.start_prompt(purpose),
            Action::Match(by) => self.step_match(by),
            Action::Marks => self.toggle_marks(),
            Action::Help => self.toggle_sheet(Topic::Keys),
            Action::Why => self.toggle_sheet(Topic::Why),
            Action::Card => self.toggle_sheet(Topic::Card),
            Action::Record => self.open_form(),
            Action::Undo => return self.undo(asked),
            Action::Cancel => self.drop_matches(),
            Action::Click(x, y) => self.click(x, y),
            Action::Wheel(x, y, notches) => self.wheel(x, y, notches),
            Action::Paste(text) => self.find_pasted(&text),
            // Of these only lines and forms know.
            Action::Kind(_) | Action::Field(_) | Action::Edit(_) | Action::Submit => {}
        }
        None
    }

    /// Brings windows and selections in line with the size and with each other.
    fn settle(&mut self) {
        if self.view == View::Reading {
            // Setting the text is most of the work of a start, and the other views don't show it.
            let text = self.reading_areas().text;
            let height = usize::from(text.height);
            self.reading
                .set(&self.dossier.outline, text.width, height, self.marks);
        }
        if self.reading.focus == Focus::Text {
            self.reading
                .toc
                .follow(&self.dossier.outline, self.reading.cursor);
        }
        let headings = self.reading.toc.visible(&self.dossier.outline).len();
        let toc_height = layout::reading(self.size, self.measure, true).toc.height;
        self.reading
            .toc
            .cursor
            .keep_in_view(usize::from(toc_height), headings);
        let height = usize::from(self.listing_areas().rows.height);
        let (target_rows, task_rows) = (self.target_rows(), self.task_rows());
        listing::settle(&mut self.targets, false, &target_rows);
        listing::settle(&mut self.tasks, false, &task_rows);
        listing::keep_in_view(&mut self.targets, height, &target_rows);
        listing::keep_in_view(&mut self.tasks, height, &task_rows);
        let term_rows = self.term_rows();
        listing::settle(&mut self.terms, false, &term_rows);
        listing::keep_in_view(&mut self.terms, height, &term_rows);
        let hits = self.hits().len();
        let height = usize::from(layout::listing(self.size, 1).rows.height);
        self.finder.cursor.keep_in_view(height, hits);
        if self.details_top > 0 {
            let height = usize::from(self.listing_areas().details.height);
            self.details_top = self
                .details_top
                .min(self.details().len().saturating_sub(height));
        }
        if self.overview_top > 0 {
            self.overview_top = self.overview_top.min(self.overview_last_top());
        }
        self.settle_sheet();
    }

    fn overview_last_top(&self) -> usize {
        let rows = self.overview_rows().len();
        rows.saturating_sub(usize::from(layout::overview(self.size).height))
    }

    /// The rows of the overview. The title of the plan is among them where the header has no room for it.
    pub fn overview_rows(&self) -> Vec<overview::Row> {
        let title = self.dossier.plan.body.title.reading();
        let room = title_room(
            layout::frame(self.size).header,
            Mode::View(View::Overview),
            &self.keys,
        );
        let rows = overview::rows(&self.dossier, &self.assessment);
        let mut rows = overview::in_lines(rows, layout::overview(self.size).width);
        if width(title) > usize::from(room) {
            rows.insert(0, overview::Row::Title(title.to_owned()));
        }
        rows
    }

    fn drop_matches(&mut self) {
        self.find = Find::default();
        self.reading.quote = None;
    }

    fn toggle_marks(&mut self) {
        self.marks = !self.marks;
        let message = if self.marks {
            tr("已显示补字标记：原网页缺失、由编者补出的字在⟦⟧内")
        } else {
            tr("已隐藏补字标记：原网页缺失、由编者补出的字在⟦⟧内")
        };
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

    /// The headings above the place that is being read, as the trail names them.
    pub fn trail(&self) -> Vec<String> {
        let name = |id: NodeId| {
            let node = self.dossier.outline.node(id);
            match node.kind {
                NodeKind::PlanTitle => tr("序言").to_owned(),
                NodeKind::NoticeTitle => tr("印发通知").to_owned(),
                NodeKind::Field => tr("公文信息").to_owned(),
                NodeKind::Attachment => tr("附件").to_owned(),
                _ => format!("{}{}", node.number, node.title()),
            }
        };
        self.dossier
            .outline
            .trail(self.reading.cursor)
            .into_iter()
            .map(name)
            .collect()
    }
}
