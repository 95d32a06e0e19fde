//! Builds the body of a document: headings by sequence, boxes, annexes; everything else unchanged.

use crate::document::{Annex, Content, Heading, Omission, Panel, Paragraph, Part, Role, Why};
use crate::source::Reason;
use crate::text::{cut, fold, head, is_stop, letters, tail, trim};

use super::candidate::{self, Candidate, Named, is_box};
use super::depth;
use super::flow::{Flow, Para};
use super::plain;
use super::principles;
use super::sequence::Levels;
use crate::marker::Style;

/// The result of building a document.
#[derive(Debug, Default)]
pub(crate) struct Built {
    /// The body.
    pub(crate) body: Vec<Part>,
    /// The annexes.
    pub(crate) annexes: Vec<Annex>,
    /// Page numbers that were glued to headings.
    pub(crate) pages: Vec<Omission>,
}

/// Where new parts are added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Into {
    Body,
    Annex,
}

struct Builder<'a> {
    flows: &'a [Flow],
    candidates: &'a [Option<Candidate>],
    top: Style,
    levels: Levels,
    /// The levels of the body, while an annex is being read.
    body_levels: Option<Levels>,
    into: Into,
    /// The gap before the box that is open.
    panel: Option<usize>,
    /// Whether a list of annexes is being read.
    listing: bool,
    built: Built,
}

/// Builds a document.
pub(crate) fn build(flows: &[Flow], candidates: &[Option<Candidate>]) -> Built {
    let levels = Levels::new(candidates);
    let top = top(candidates);
    let mut builder = Builder {
        flows,
        candidates,
        top,
        levels,
        body_levels: None,
        into: Into::Body,
        panel: None,
        listing: false,
        built: Built::default(),
    };
    let mut at = 0;
    while at < flows.len() {
        at += builder.step(at);
    }
    let mut built = builder.built;
    depth::settle(&mut built.body);
    principles::mark(&mut built.body);
    for annex in &mut built.annexes {
        depth::settle(&mut annex.parts);
    }
    built
}

/// The highest numbering style that occurs.
fn top(candidates: &[Option<Candidate>]) -> Style {
    candidates
        .iter()
        .flatten()
        .filter(|c| !c.item)
        .map(|c| c.marker.style)
        .min_by_key(|s| s.rank())
        .unwrap_or(Style::Han)
}

impl Builder<'_> {
    /// Adds the piece at `at`; returns how many pieces it consumed.
    fn step(&mut self, at: usize) -> usize {
        let flow = &self.flows[at];
        let Flow::Para(para) = flow else {
            self.put(plain(flow));
            return 1;
        };
        if let Some(size) = self.opens_box(at) {
            return size;
        }
        if let Some(label) =
            candidate::annex(para).filter(|_| !self.levels.is_empty() || self.into == Into::Annex)
        {
            self.open_annex(label, para);
            return 1;
        }
        self.listing =
            candidate::lists_annexes(para) || (self.listing && letters(&para.text) <= 60);
        if let Some((heading, rest)) = self.heading(at, para) {
            self.put_heading(para, heading, rest);
        } else {
            self.close_box(para);
            self.put(plain(flow));
        }
        1
    }

    fn put(&mut self, part: Part) {
        let list = match (self.into, self.built.annexes.last_mut()) {
            (Into::Annex, Some(annex)) => &mut annex.parts,
            _ => &mut self.built.body,
        };
        match (self.panel, list.last_mut()) {
            (
                Some(_),
                Some(Part {
                    content: Content::Box(panel),
                    ..
                }),
            ) => panel.parts.push(part),
            _ => list.push(part),
        }
    }

    fn heading(&mut self, at: usize, para: &Para) -> Option<(Heading, Option<usize>)> {
        if let Some(named) = candidate::named(para) {
            return Some((self.named(para, named), None));
        }
        let Some(candidate) = &self.candidates[at] else {
            return self.marked(para).map(|heading| (heading, None));
        };
        let style = candidate.marker.style;
        let low = style.rank() >= Style::Digit.rank() && !matches!(style, Style::Decimal(_));
        if low && (self.listing || self.panel.is_some()) {
            return None;
        }
        if self
            .body_levels
            .as_ref()
            .is_some_and(|levels| levels.is_next_on_top(&candidate.marker))
            && !self.is_next_here(candidate)
        {
            self.levels = self.body_levels.take()?;
            self.into = Into::Body;
        }
        let following = &self.candidates[at + 1..];
        if candidate.item && low && self.levels.fits(candidate, following).is_some() {
            // An item is no heading, but later headings continue its numbering.
            self.levels.take(&candidate.marker);
        }
        let is_marked = !candidate.item && is_marked(para);
        let out_of_order = is_marked.then_some(Why::Skips);
        let why = self.levels.judge(candidate, following).or(out_of_order)?;
        self.levels.take(&candidate.marker);
        self.panel = None;
        self.page_number(para, candidate);
        Some(numbered(para, candidate, why))
    }

    fn is_next_here(&self, candidate: &Candidate) -> bool {
        self.levels.judge(candidate, &[]) == Some(Why::Next)
    }

    fn named(&mut self, para: &Para, named: Named) -> Heading {
        self.panel = None;
        if named == Named::Chapter {
            self.levels.take_named(self.top);
        }
        let depth = u8::from(named == Named::Chapter);
        unnumbered(para, depth, Why::Named)
    }

    /// A heading without number that the file marks as one.
    fn marked(&mut self, para: &Para) -> Option<Heading> {
        let level = para.look.heading?;
        is_marked(para).then(|| {
            self.panel = None;
            unnumbered(para, level, Why::Marked)
        })
    }

    fn page_number(&mut self, para: &Para, candidate: &Candidate) {
        let number = head(&para.text, candidate.number_at);
        if !number.is_empty() {
            self.built.pages.push(Omission::new(
                para.spot.order,
                para.spot.place,
                number,
                Reason::PageNumber,
            ));
        }
    }

    /// Adds a heading, and the rest of its line as a paragraph.
    fn put_heading(&mut self, para: &Para, heading: Heading, rest: Option<usize>) {
        let spot = para.spot;
        self.put(Part {
            order: spot.order,
            place: spot.place,
            content: Content::Heading(heading),
        });
        if let Some(from) = rest {
            let text = tail(&para.text, from).to_owned();
            let cuts = para
                .cuts
                .iter()
                .filter(|c| **c > from)
                .map(|c| c - from)
                .collect();
            let paragraph = Paragraph {
                number: None,
                text,
                cuts,
                role: Role::Text,
            };
            self.put(Part {
                order: spot.order,
                place: spot.place,
                content: Content::Paragraph(paragraph),
            });
        }
    }

    fn open_annex(&mut self, label: &str, para: &Para) {
        if self.into == Into::Body {
            self.body_levels = Some(self.levels.clone());
        }
        (self.into, self.panel, self.listing) = (Into::Annex, None, false);
        self.levels = Levels::new(self.candidates);
        self.built.annexes.push(Annex {
            label: label.to_owned(),
            parts: vec![plain(&Flow::Para(para.clone()))],
        });
    }

    /// Opens a box at 专栏, its number and its title, which may be on separate lines; returns the pieces consumed.
    fn opens_box(&mut self, at: usize) -> Option<usize> {
        let para = self.flows[at].para().filter(|p| is_box(&p.text))?;
        let mut lines = vec![para];
        let mut label = fold(&para.text);
        if label == "专栏" {
            let number = self
                .flows
                .get(at + 1)
                .and_then(Flow::para)
                .filter(|p| fold(&p.text).chars().all(|c| c.is_ascii_digit()));
            lines.extend(number);
            label.extend(number.map(|p| fold(&p.text)));
        }
        let is_titled = letters(&para.text) > letters(&label_of(&para.text));
        let title = self
            .flows
            .get(at + lines.len())
            .and_then(Flow::para)
            .filter(|p| !is_titled && is_box_title(p));
        let size = lines.len() + usize::from(title.is_some());
        let own = label_of(&para.text);
        let title = title.map_or_else(
            || trim(tail(&para.text, own.len())).to_owned(),
            |p| p.text.clone(),
        );
        let label = if label == "专栏" || lines.len() > 1 {
            lines
                .iter()
                .map(|p| p.text.as_str())
                .collect::<Vec<_>>()
                .concat()
        } else {
            own
        };
        self.panel = None;
        let spot = para.spot;
        self.put(Part {
            order: spot.order,
            place: spot.place,
            content: Content::Box(Panel {
                label,
                title,
                parts: Vec::new(),
            }),
        });
        self.panel = Some(para.gap);
        Some(size)
    }

    /// Closes a box with narrower line spacing where the gap is as wide as before it.
    fn close_box(&mut self, para: &Para) {
        if self.panel.is_some_and(|gap| gap > 1 && para.gap >= gap) {
            self.panel = None;
        }
    }
}

/// Whether the file marks a line as a heading, and it may be one.
fn is_marked(para: &Para) -> bool {
    para.look.heading.is_some() && letters(&para.text) <= 60 && !para.text.contains('。')
}

/// The label at the beginning of a box: 专栏 3.
fn label_of(text: &str) -> String {
    let rest = tail(text, "专栏".len());
    let number = rest.len()
        - rest
            .trim_start_matches(|c: char| {
                c.is_whitespace() || c.is_ascii_digit() || "—-－一二三四五六七八九十".contains(c)
            })
            .len();
    trim(cut(text, 0, "专栏".len() + number)).to_owned()
}

fn is_box_title(para: &Para) -> bool {
    letters(&para.text) <= 40
        && !para.text.contains(is_stop)
        && crate::marker::read(&para.text).is_none()
}

fn numbered(para: &Para, candidate: &Candidate, why: Why) -> (Heading, Option<usize>) {
    let rest = tail(&para.text, candidate.title_end);
    let close: String = rest
        .chars()
        .take_while(|c| is_stop(*c) || matches!(c, '：' | ':') || c.is_whitespace())
        .collect();
    let from = candidate.title_end + close.len();
    let run_in = from < para.text.len();
    let heading = Heading {
        marker: Some(candidate.marker.clone()),
        number: candidate.number,
        title: cut(&para.text, candidate.title_at, candidate.title_end).to_owned(),
        close: trim(&close).to_owned(),
        depth: 0,
        run_in,
        why,
    };
    (heading, run_in.then_some(from))
}

fn unnumbered(para: &Para, depth: u8, why: Why) -> Heading {
    let text = trim(&para.text);
    Heading {
        marker: None,
        number: crate::document::NumberBy::Text,
        title: text.to_owned(),
        close: String::new(),
        depth,
        run_in: false,
        why,
    }
}
