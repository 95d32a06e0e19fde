//! The presentation (投影): one target or one paragraph at a time fills the screen, for a room that looks at a projector. Its
//! deck is what the view lists when it begins; the view below follows it, so that every key acts on what is shown.

use std::ops::Range;
use std::rc::Rc;

use super::topic::Door;
use super::{App, TopicPage, View, listing, overview};
use crate::layout;
use crate::plan::NodeId;
use crate::terms;
use crate::text::wrap;
use crate::words::tr;

/// What fills the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slide {
    /// A target, by its index.
    Target(usize),
    /// A paragraph or heading of the text, and the part of its reading that is marked.
    Text(NodeId, Option<Range<usize>>),
}

/// The open presentation.
#[derive(Clone, Debug)]
pub struct Presentation {
    /// What is shown one after the other, each with its row in the view.
    deck: Rc<[(usize, Slide)]>,
    /// Which of the deck is shown.
    pub at: usize,
    /// The first visible line of a text that is longer than the screen.
    pub top: usize,
}

impl Presentation {
    /// What is shown.
    pub fn slide(&self) -> Option<&Slide> {
        self.deck.get(self.at).map(|(_, slide)| slide)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.deck.len()
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.deck.is_empty()
    }
}

/// A text on the screen, in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlideText {
    /// The text with its number; uncertain characters in brackets.
    pub text: String,
    /// The bytes of it that are marked; `None` if all of it is shown alike.
    pub marked: Option<Range<usize>>,
    /// The bytes of it that state a target with a figure to reach.
    pub stated: Vec<Range<usize>>,
    /// Its lines, in bytes of it.
    pub lines: Vec<Range<usize>>,
}

impl App {
    /// Opens the presentation at what is selected, or closes it.
    pub(super) fn toggle_presentation(&mut self) {
        if self.presentation().is_some() {
            self.overlay = None;
            return;
        }
        let deck = self.deck();
        let row = self.row_at_hand();
        let at = deck.iter().position(|(own, _)| *own >= row);
        let at = at.unwrap_or(deck.len().saturating_sub(1));
        if deck.is_empty() {
            self.message = Some(tr("这里没有可投影的指标或文字").to_owned());
            return;
        }
        let deck = deck.into();
        self.overlay = Some(Presentation { deck, at, top: 0 }.into());
        self.follow_slide();
    }

    /// The row of the view that is selected.
    fn row_at_hand(&self) -> usize {
        match self.shown.view {
            View::Overview => self.shown.overview.selected,
            View::Reading => self.shown.reading.cursor,
            View::Targets | View::Tasks | View::Terms => self.shown.listed().1.selected,
            View::Topic => {
                let page = self.shown.topic.as_ref();
                page.map_or(0, |page| page.cursor.selected)
            }
        }
    }

    /// What can be shown of the view, each with its row there.
    fn deck(&self) -> Vec<(usize, Slide)> {
        let outline = &self.shown.dossier.outline;
        match self.shown.view {
            View::Overview => {
                let rows = self.overview_rows();
                let targets = rows.iter().enumerate().filter_map(|(n, row)| match row {
                    overview::Row::Target(index) => Some((n, Slide::Target(*index))),
                    _ => None,
                });
                targets.collect()
            }
            View::Reading => {
                let nodes = outline.nodes().iter().enumerate();
                let written = nodes.filter(|(_, node)| !node.prose.is_empty());
                let part = |id| {
                    let own = self.shown.reading.part.clone();
                    own.filter(|_| id == self.shown.reading.cursor)
                };
                written
                    .map(|(id, _)| (id, Slide::Text(id, part(id))))
                    .collect()
            }
            View::Targets => self.listed_slides(|item| Some(Slide::Target(item))),
            View::Tasks => self.listed_slides(|item| Some(Slide::Text(item, None))),
            View::Terms => self.listed_slides(|item| {
                let term = self.shown.dossier.plan.terms.get(item)?;
                let first = terms::occurrences(outline, term).into_iter().next()?;
                Some(Slide::Text(first.node, Some(first.range)))
            }),
            View::Topic => self.topic_slides(),
        }
    }

    /// The slides of the items of a list.
    fn listed_slides(&self, slide: impl Fn(usize) -> Option<Slide>) -> Vec<(usize, Slide)> {
        let (rows, _) = self.shown.listed();
        let slides = rows.iter().enumerate().filter_map(|(n, row)| match row {
            listing::Row::Item(item) => Some((n, slide(*item)?)),
            _ => None,
        });
        slides.collect()
    }

    /// The slides of the page of a topic: its targets, tasks and sentences.
    fn topic_slides(&self) -> Vec<(usize, Slide)> {
        let doors = self.shown.topic.as_ref().map(TopicPage::doors);
        let doors = doors.unwrap_or_default().into_iter().enumerate();
        let slides = doors.filter_map(|(n, door)| {
            let slide = match door {
                Door::Target(index) => Slide::Target(index),
                Door::Task(node) => Slide::Text(node, None),
                Door::Place(node, place) => Slide::Text(node, Some(place.words)),
                Door::Topic(_) => return None,
            };
            Some((n, slide))
        });
        slides.collect()
    }

    /// Selects in the view what is shown.
    fn follow_slide(&mut self) {
        let open = self.presentation();
        let shown = open.and_then(|it| it.deck.get(it.at)).cloned();
        let Some((row, slide)) = shown else {
            return;
        };
        match (self.shown.view, slide) {
            (View::Reading, Slide::Text(node, part)) => {
                self.shown.reading.mark(node);
                self.shown.reading.part = part;
            }
            (View::Targets, Slide::Target(index)) => {
                self.shown.select_in_list(View::Targets, index);
            }
            (View::Tasks, Slide::Text(node, _)) => self.shown.select_in_list(View::Tasks, node),
            (View::Overview, Slide::Target(index)) => {
                let rows = self.overview_rows();
                let own = |row: &overview::Row| *row == overview::Row::Target(index);
                self.shown.overview.selected = rows.iter().position(own).unwrap_or(row);
            }
            (View::Terms, _) => self.shown.terms.selected = row,
            (View::Topic, _) => {
                if let Some(page) = &mut self.shown.topic {
                    page.cursor.selected = row;
                }
            }
            _ => {}
        }
    }

    /// Shows another slide.
    pub(super) fn step_slide(&mut self, by: isize) {
        let Some(open) = self.presentation_mut() else {
            return;
        };
        let last = open.len().saturating_sub(1);
        let next = open.at.saturating_add_signed(by).min(last);
        if next == open.at {
            let end = if by > 0 {
                tr("已是最后一项")
            } else {
                tr("已是第一项")
            };
            self.message = Some(end.to_owned());
            return;
        }
        (open.at, open.top) = (next, 0);
        self.follow_slide();
    }

    /// Scrolls a text that is longer than the screen; where it ends goes on to the next slide.
    pub(super) fn scroll_slide(&mut self, by: isize) {
        let last = self.last_slide_top();
        let Some(open) = self.presentation_mut() else {
            return;
        };
        let next = open.top.saturating_add_signed(by).min(last);
        if next == open.top {
            self.step_slide(by.signum());
        } else {
            open.top = next;
        }
    }

    /// The greatest first line of the text that is shown.
    fn last_slide_top(&self) -> usize {
        let height = usize::from(layout::presentation(self.size).height);
        let lines = self.slide_text().map_or(0, |it| it.lines.len());
        // The last row tells how many lines follow.
        lines.saturating_sub(height.max(1))
    }

    /// Keeps the first visible line within the text.
    pub(super) fn settle_presentation(&mut self) {
        let last = self.last_slide_top();
        if let Some(open) = self.presentation_mut() {
            open.top = open.top.min(last);
        }
    }

    /// The text that is shown, in lines; `None` of a target.
    pub fn slide_text(&self) -> Option<SlideText> {
        let Some(Slide::Text(id, part)) = self.presentation()?.slide() else {
            return None;
        };
        let document = &self.shown;
        let node = document.dossier.outline.node(*id);
        let targets = &document.dossier.plan.targets;
        let has_figure = |index: usize| {
            let target = targets.get(index);
            target.is_some_and(|it| it.goal.is_some() || it.benchmark.is_some())
        };
        let quotes = document.quotes().into_iter();
        let own = quotes.filter(|(at, _, target)| at == id && has_figure(*target));
        let mut ranges: Vec<Range<usize>> = own.map(|(_, quote, _)| quote).collect();
        ranges.extend(part.clone());
        let whole = 0..node.prose.reading().len();
        let (told, ranges) = node.prose.told_part(&whole, &ranges);
        let number = node.number.len();
        let shift = |range: Range<usize>| range.start + number..range.end + number;
        let mut stated: Vec<Range<usize>> = ranges.into_iter().map(shift).collect();
        let marked = part.as_ref().and_then(|_| stated.pop());
        let text = format!("{}{told}", node.number);
        let columns = usize::from(layout::presentation(self.size).width);
        let lines = wrap(&text, columns.min(WIDEST), 0);
        Some(SlideText {
            text,
            marked,
            stated,
            lines,
        })
    }
}

/// The maximum columns of a text: longer lines can't be followed from the last row of a room.
const WIDEST: usize = 72;
