//! The state of the program, and how every action changes it. No terminal, no clock, no files.
//!
//! [`App::update`] is the only way in: an action, and out comes what the world has to do. The screen is a function of
//! this state (module `ui`), which drawing can't change.

mod action;
mod chips;
pub mod details;
mod find;
mod history;
mod key;
pub mod keymap;
mod list;
pub mod listing;
pub mod overview;
mod prompt;
mod reading;
mod toc;

use std::ops::Range;

use ratatui::layout::{Rect, Size};

pub use self::action::{Action, Edit, Effect, Purpose, View};
pub use self::chips::{Chip, flow, tabs};
pub use self::find::Find;
use self::history::History;
pub use self::key::Key;
use self::keymap::Mode;
pub use self::list::Cursor;
pub use self::prompt::Prompt;
use self::reading::Anchor;
pub use self::reading::{Focus, Reading};
pub use self::toc::Toc;
use crate::layout;
use crate::plan::{Address, Domain, NodeId, NodeKind, Outline, Plan, Target};

/// Lines that a notch of the wheel scrolls.
const WHEEL: isize = 3;

/// Everything that the screen depends on.
pub struct App {
    /// The plan.
    pub plan: Plan,
    /// The plan in reading order.
    pub outline: Outline,
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
    /// The line being typed.
    pub prompt: Option<Prompt>,
    /// The first visible row of the list of keys, while it is open.
    pub help: Option<usize>,
    /// Whether the program takes the mouse.
    pub mouse: bool,
    /// Something to tell, until the next action.
    pub message: Option<String>,
    history: History<Place>,
    /// Where the search began, to go back to if it is dropped.
    origin: Option<Place>,
    marks: bool,
}

/// A place that one can go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    view: View,
    reading: Anchor,
    quote: Option<(NodeId, Range<usize>)>,
    domain: Option<usize>,
    targets: Cursor,
    tasks: Cursor,
}

impl App {
    /// The beginning: the overview of a plan on a screen.
    pub fn new(plan: Plan, size: Size) -> Self {
        let outline = Outline::of(&plan);
        let mut app = Self {
            reading: Reading::default(),
            plan,
            outline,
            size,
            view: View::Overview,
            domain: None,
            targets: Cursor::default(),
            tasks: Cursor::default(),
            overview_top: 0,
            details_top: 0,
            find: Find::default(),
            prompt: None,
            help: None,
            mouse: true,
            message: None,
            history: History::default(),
            origin: None,
            marks: false,
        };
        app.settle();
        app
    }

    /// Who has the keyboard: the topmost of what is open, else the view.
    pub fn mode(&self) -> Mode {
        if self.prompt.is_some() {
            Mode::Prompt
        } else if self.help.is_some() {
            Mode::Help
        } else {
            Mode::View(self.view)
        }
    }

    /// The name of the domain that the lists are narrowed to.
    pub fn domain_name(&self) -> Option<&str> {
        self.domain
            .and_then(|index| self.plan.domains.get(index))
            .map(Domain::as_str)
    }

    /// The rows of the target list.
    pub fn target_rows(&self) -> Vec<listing::Row> {
        listing::targets(&self.plan, self.domain_name())
    }

    /// The rows of the task list.
    pub fn task_rows(&self) -> Vec<listing::Row> {
        listing::tasks(&self.outline, self.domain_name())
    }

    /// The target that is selected in its list.
    pub fn selected_target(&self) -> Option<&Target> {
        listing::selected(&self.target_rows(), self.targets)
            .and_then(|index| self.plan.targets.get(index))
    }

    /// The task that is selected in its list.
    pub fn selected_task(&self) -> Option<NodeId> {
        listing::selected(&self.task_rows(), self.tasks)
    }

    /// The domains as chips over a list, with the number of items in each; `area` gives their place and width.
    pub fn domain_chips(&self, area: Rect) -> Vec<Chip<Option<usize>>> {
        let count = |domain: Option<&str>| {
            let rows = match self.view {
                View::Tasks => listing::tasks(&self.outline, domain),
                _ => listing::targets(&self.plan, domain),
            };
            listing::count(&rows)
        };
        let all = (format!(" 0 全部 {} ", count(None)), None);
        let each = self.plan.domains.iter().enumerate();
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
                .map(|id| details::task(&self.outline, id, area.width)),
            _ => self
                .selected_target()
                .map(|target| details::target(&self.plan, target, area.width)),
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
        layout::reading(self.size, self.reading.focus == Focus::Toc)
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
        let selected = (
            self.view,
            self.targets.selected,
            self.tasks.selected,
            self.domain,
        );
        match action {
            Action::Quit => return Some(Effect::Quit),
            Action::Suspend => return Some(Effect::Suspend),
            Action::Mouse => return Some(self.toggle_mouse()),
            Action::Show(view) => self.show(view),
            Action::Turn(by) => self.show(self.view.turned(by)),
            Action::Move(by) => self.move_by(by),
            Action::Scroll(by) => self.move_by(by * (self.page_height() / 2).max(1)),
            Action::Page(by) => self.move_by(by * (self.page_height() - 1).max(1)),
            Action::Details(by) => self.details_top = self.details_top.saturating_add_signed(by),
            Action::Top => self.to_top(),
            Action::Bottom => self.to_bottom(),
            Action::Heading(by) => self.to_heading(by),
            Action::Left => self.left(),
            Action::Right => self.right(),
            Action::Fold => self.reading.toc.toggle(&self.outline),
            Action::FoldAll => self.fold_all(),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::Domain(domain) => self.narrow(domain),
            Action::Prompt(purpose) => self.start_prompt(purpose),
            Action::Match(by) => self.step_match(by),
            Action::Marks => self.toggle_marks(),
            Action::Help => self.toggle_help(),
            Action::Cancel => self.cancel(),
            Action::Click(x, y) => self.click(x, y),
            Action::Wheel(x, y, notches) => self.wheel(x, y, notches),
            Action::Paste(text) => self.paste(&text),
            Action::Edit(edit) => self.edit(edit),
            Action::Submit => self.submit(),
        }
        if selected
            != (
                self.view,
                self.targets.selected,
                self.tasks.selected,
                self.domain,
            )
        {
            self.details_top = 0;
        }
        self.settle();
        None
    }

    /// Brings windows and selections in line with the size and with each other.
    fn settle(&mut self) {
        if self.view == View::Reading {
            // Setting the text is most of the work of a start, and the other views don't show it.
            let text = self.reading_areas().text;
            let height = usize::from(text.height);
            self.reading
                .set(&self.outline, text.width, height, self.marks);
        }
        if self.reading.focus == Focus::Text {
            self.reading.toc.follow(&self.outline, self.reading.cursor);
        }
        let headings = self.reading.toc.visible(&self.outline).len();
        let toc_height = layout::reading(self.size, true).toc.height;
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
        if self.details_top > 0 {
            let height = usize::from(self.listing_areas().details.height);
            self.details_top = self
                .details_top
                .min(self.details().len().saturating_sub(height));
        }
        self.overview_top = self.overview_top.min(self.overview_last_top());
        self.help = self.help.map(|top| top.min(self.help_last_top()));
    }

    fn overview_last_top(&self) -> usize {
        let rows = overview::rows(&self.plan, &self.outline).len();
        rows.saturating_sub(usize::from(layout::overview(self.size).height))
    }

    fn help_last_top(&self) -> usize {
        keymap::help_rows(Mode::View(self.view))
            .len()
            .saturating_sub(usize::from(layout::help(self.size).height))
    }

    /// The lines or rows that a screen of the present view holds.
    fn page_height(&self) -> isize {
        let rows = match (self.mode(), self.view) {
            (Mode::Help, _) => layout::help(self.size).height,
            (_, View::Overview) => layout::overview(self.size).height,
            (_, View::Reading) => self.reading_areas().text.height,
            (_, View::Targets | View::Tasks) => self.listing_areas().rows.height,
        };
        isize::from(rows as i16)
    }

    fn show(&mut self, view: View) {
        if view != self.view {
            self.history.leave(self.place());
            self.view = view;
        }
    }

    fn move_by(&mut self, by: isize) {
        if let Some(top) = &mut self.help {
            *top = top.saturating_add_signed(by);
            return;
        }
        match self.view {
            View::Overview => self.overview_top = self.overview_top.saturating_add_signed(by),
            View::Reading => self.move_reading(by),
            View::Targets | View::Tasks => self.move_in_list(by),
        }
    }

    fn move_in_list(&mut self, by: isize) {
        let (targets, tasks) = (self.target_rows(), self.task_rows());
        match self.view {
            View::Tasks => listing::move_by(&mut self.tasks, by, &tasks),
            _ => listing::move_by(&mut self.targets, by, &targets),
        }
    }

    fn move_reading(&mut self, by: isize) {
        match self.reading.focus {
            Focus::Text => self.reading.scroll(by),
            Focus::Toc => {
                let len = self.reading.toc.visible(&self.outline).len();
                self.reading.toc.cursor.move_by(by, len);
                self.read_selected_heading();
            }
        }
    }

    /// The text goes where the selection in the table of contents is.
    fn read_selected_heading(&mut self) {
        if let Some(id) = self.reading.toc.selected(&self.outline) {
            self.reading.go_to(id);
        }
    }

    fn to_top(&mut self) {
        match (self.help, self.view, self.reading.focus) {
            (Some(_), ..) => self.help = Some(0),
            (_, View::Reading, Focus::Text) => self.reading.to_top(),
            (_, View::Overview, _) => self.overview_top = 0,
            _ => self.move_by(isize::MIN),
        }
    }

    fn to_bottom(&mut self) {
        match (self.help, self.view, self.reading.focus) {
            (Some(_), ..) => self.help = Some(self.help_last_top()),
            (_, View::Reading, Focus::Text) => self.reading.to_bottom(),
            (_, View::Overview, _) => self.overview_top = self.overview_last_top(),
            _ => self.move_by(isize::MAX),
        }
    }

    fn to_heading(&mut self, by: isize) {
        let (targets, tasks) = (self.target_rows(), self.task_rows());
        match self.view {
            View::Overview => self.move_by(by),
            View::Reading => {
                self.reading.to_heading(&self.outline, by);
                self.reading.toc.follow(&self.outline, self.reading.cursor);
            }
            View::Targets => listing::move_by_group(&mut self.targets, by, &targets),
            View::Tasks => listing::move_by_group(&mut self.tasks, by, &tasks),
        }
    }

    fn left(&mut self) {
        match self.reading.focus {
            Focus::Text => self.reading.focus = Focus::Toc,
            Focus::Toc => {
                self.reading.toc.leave(&self.outline);
                self.read_selected_heading();
            }
        }
    }

    fn right(&mut self) {
        if self.reading.focus == Focus::Toc && !self.reading.toc.enter(&self.outline) {
            self.reading.focus = Focus::Text;
        }
    }

    fn fold_all(&mut self) {
        self.reading.toc.toggle_all(&self.outline);
        self.reading.toc.follow(&self.outline, self.reading.cursor);
    }

    fn open(&mut self) {
        match self.view {
            View::Overview => self.show(View::Reading),
            View::Reading => self.reading.focus = Focus::Text,
            View::Targets => {
                let cited = self.selected_target().map(|target| target.citation.clone());
                if let Some((id, citation)) = cited.and_then(|c| Some((self.outline.at(c.at)?, c)))
                {
                    let reading = self.outline.node(id).prose.reading();
                    let words = reading
                        .find(&citation.quote)
                        .map(|at| at..at + citation.quote.len());
                    self.jump(id, words);
                }
            }
            View::Tasks => {
                if let Some(id) = self.selected_task() {
                    let lead = 0..self.outline.node(id).lead;
                    self.jump(id, Some(lead));
                }
            }
        }
    }

    /// Goes to a place in the text, and marks words there.
    fn jump(&mut self, id: NodeId, words: Option<Range<usize>>) {
        self.history.leave(self.place());
        self.view = View::Reading;
        self.reading.focus = Focus::Text;
        self.settle();
        self.reading.go_to(id);
        if let Some(words) = words {
            self.reading.show(id, &words);
            self.reading.quote = Some((id, words));
        }
    }

    fn place(&self) -> Place {
        Place {
            view: self.view,
            reading: self.reading.anchor(),
            quote: self.reading.quote.clone(),
            domain: self.domain,
            targets: self.targets,
            tasks: self.tasks,
        }
    }

    fn go_back_to(&mut self, place: Place) {
        self.view = place.view;
        self.domain = place.domain;
        self.targets = place.targets;
        self.tasks = place.tasks;
        self.reading.restore(place.reading);
        self.reading.quote = place.quote;
    }

    fn back(&mut self) {
        match self.history.back(self.place()) {
            Some(place) => self.go_back_to(place),
            None => self.message = Some("没有更早的位置".to_owned()),
        }
    }

    fn forward(&mut self) {
        match self.history.forward(self.place()) {
            Some(place) => self.go_back_to(place),
            None => self.message = Some("没有更晚的位置".to_owned()),
        }
    }

    /// Narrows the lists to a domain; from the other views the key leads to the targets of it.
    fn narrow(&mut self, domain: Option<usize>) {
        if domain.is_some_and(|index| index >= self.plan.domains.len()) {
            self.message = Some(format!("本规划只有 {} 个领域", self.plan.domains.len()));
            return;
        }
        let (target, task) = (
            listing::selected(&self.target_rows(), self.targets),
            self.selected_task(),
        );
        if !matches!(self.view, View::Targets | View::Tasks) {
            self.show(View::Targets);
        }
        self.domain = domain;
        self.targets = Cursor::default();
        self.tasks = Cursor::default();
        let (target_rows, task_rows) = (self.target_rows(), self.task_rows());
        if let Some(target) = target {
            listing::select(&mut self.targets, target, &target_rows);
        }
        if let Some(task) = task {
            listing::select(&mut self.tasks, task, &task_rows);
        }
    }

    fn start_prompt(&mut self, purpose: Purpose) {
        self.origin = Some(self.place());
        self.prompt = Some(Prompt::new(purpose));
    }

    fn edit(&mut self, edit: Edit) {
        if let Some(prompt) = &mut self.prompt {
            prompt.edit(edit);
            self.typed();
        }
    }

    fn paste(&mut self, text: &str) {
        if self.prompt.is_none() {
            self.help = None;
            self.start_prompt(Purpose::Find);
        }
        if let Some(prompt) = &mut self.prompt {
            prompt.paste(text);
            self.typed();
        }
    }

    /// The line has changed: while words are sought, the text shows the first match from where the search began.
    fn typed(&mut self) {
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

    fn show_match(&mut self) {
        if let Some(found) = self.find.current().cloned() {
            self.view = View::Reading;
            self.reading.focus = Focus::Text;
            self.settle();
            self.reading.show(found.node, &found.range);
        }
    }

    fn step_match(&mut self, by: isize) {
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

    fn submit(&mut self) {
        let Some(prompt) = self.prompt.take() else {
            return;
        };
        match prompt.purpose {
            Purpose::Find => self.finish_find(),
            Purpose::GoTo => self.go_to_address(prompt),
        }
    }

    fn finish_find(&mut self) {
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

    fn go_to_address(&mut self, prompt: Prompt) {
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

    fn cancel(&mut self) {
        if self.prompt.take().is_some() {
            self.find = Find::default();
            if let Some(origin) = self.origin.take() {
                self.go_back_to(origin);
            }
        } else if self.help.take().is_none() {
            self.find = Find::default();
            self.reading.quote = None;
        }
    }

    fn toggle_help(&mut self) {
        self.help = match self.help {
            Some(_) => None,
            None => Some(0),
        };
    }

    fn toggle_marks(&mut self) {
        self.marks = !self.marks;
        let shown = if self.marks { "显示" } else { "隐藏" };
        self.message = Some(format!(
            "已{shown}补字标记：原网页缺失、由编者补出的字在⟦⟧内"
        ));
    }

    fn toggle_mouse(&mut self) -> Effect {
        self.mouse = !self.mouse;
        let message = if self.mouse {
            "鼠标归程序：可点选、滚动"
        } else {
            "鼠标归终端：可拖选文字复制"
        };
        self.message = Some(message.to_owned());
        Effect::Mouse(self.mouse)
    }

    fn click(&mut self, x: u16, y: u16) {
        if self.help.take().is_some() || self.prompt.is_some() {
            return;
        }
        if let Some(view) = chips::hit(&tabs(layout::frame(self.size).header, self.mode()), x, y) {
            return self.show(view);
        }
        match self.view {
            View::Overview => self.click_overview(x, y),
            View::Reading => self.click_reading(x, y),
            View::Targets | View::Tasks => self.click_listing(x, y),
        }
    }

    fn click_overview(&mut self, x: u16, y: u16) {
        let area = layout::overview(self.size);
        let Some(row) = row_at(area, x, y) else {
            return;
        };
        match overview::rows(&self.plan, &self.outline).get(self.overview_top + row) {
            Some(overview::Row::Domain { index, .. }) => self.narrow(Some(*index)),
            Some(overview::Row::Chapter { node, .. } | overview::Row::Principle(node)) => {
                self.jump(*node, None)
            }
            _ => {}
        }
    }

    fn click_reading(&mut self, x: u16, y: u16) {
        let areas = self.reading_areas();
        if let Some(row) = row_at(areas.toc, x, y) {
            let visible = self.reading.toc.visible(&self.outline);
            let wanted = self.reading.toc.cursor.top + row;
            if let Some(&id) = visible.get(wanted) {
                let again =
                    self.reading.focus == Focus::Toc && self.reading.toc.cursor.selected == wanted;
                self.reading.focus = Focus::Toc;
                self.reading.toc.cursor.selected = wanted;
                if again {
                    self.reading.toc.toggle(&self.outline);
                }
                self.reading.go_to(id);
            }
        } else if areas.text.contains((x, y).into()) {
            self.reading.focus = Focus::Text;
        }
    }

    fn click_listing(&mut self, x: u16, y: u16) {
        let areas = self.listing_areas();
        if let Some(domain) = chips::hit(&self.domain_chips(areas.domains), x, y) {
            return self.narrow(domain);
        }
        let Some(row) = row_at(areas.rows, x, y) else {
            return;
        };
        let rows = if self.view == View::Tasks {
            self.task_rows()
        } else {
            self.target_rows()
        };
        let cursor = if self.view == View::Tasks {
            &mut self.tasks
        } else {
            &mut self.targets
        };
        let wanted = cursor.top + row;
        if matches!(rows.get(wanted), Some(listing::Row::Item(_))) {
            if cursor.selected == wanted {
                return self.open();
            }
            cursor.selected = wanted;
        }
    }

    fn wheel(&mut self, x: u16, y: u16, notches: isize) {
        if self.view == View::Reading && self.help.is_none() {
            let over_toc = self.reading_areas().toc.contains((x, y).into());
            self.reading.focus = if over_toc { Focus::Toc } else { Focus::Text };
        }
        if self.prompt.is_none() {
            self.move_by(
                notches
                    * if matches!(self.view, View::Reading | View::Overview) {
                        WHEEL
                    } else {
                        1
                    },
            );
        }
    }

    /// The headings above the place that is being read, as the trail names them.
    pub fn trail(&self) -> Vec<String> {
        let name = |id: NodeId| {
            let node = self.outline.node(id);
            match node.kind {
                NodeKind::PlanTitle => "序言".to_owned(),
                NodeKind::NoticeTitle => "印发通知".to_owned(),
                NodeKind::Field => "公文信息".to_owned(),
                NodeKind::Attachment => "附件".to_owned(),
                _ => format!("{}{}", node.number, node.title()),
            }
        };
        self.outline
            .trail(self.reading.cursor)
            .into_iter()
            .map(name)
            .collect()
    }
}

/// The row of an area that a point lies in.
fn row_at(area: Rect, x: u16, y: u16) -> Option<usize> {
    area.contains((x, y).into())
        .then(|| usize::from(y - area.y))
}
