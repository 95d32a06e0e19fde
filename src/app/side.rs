//! The notes beside the text on wide screens: the targets that the paragraphs on view state, each beside its sentence (of
//! those without data all of the marked paragraph, of others their number); and for what is marked the tasks and targets
//! linked to it, and the names that occur in it. A blank row stands between the notes of two paragraphs. Drawing and mouse
//! use the same rows.

use super::{App, Document, View, listing};
use crate::evaluation::Group;
use crate::plan::{NodeId, NodeKind};
use crate::words::tr;

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What the notes below it are.
    Head(&'static str),
    /// A target, by its index.
    Target(usize),
    /// So many targets of a paragraph that have no data.
    Unknown(NodeId, usize),
    /// A task, by its node.
    Task(NodeId),
    /// A named thing, by its index.
    Term(usize),
}

/// A note beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its row in the area of notes.
    pub row: usize,
    /// What it is about.
    pub about: About,
}

/// The most tasks, targets or names that are noted of one paragraph.
const MOST: usize = 6;

impl Document {
    /// The notes on the targets of one paragraph, each with its line.
    fn notes_of(&self, stated: &[Stated]) -> Vec<(usize, About)> {
        let has_data = |it: &Stated| {
            let evaluation = self.assessment.evaluations.get(it.target);
            evaluation.is_some_and(|it| it.group() != Group::NoData)
        };
        let is_marked = |it: &Stated| it.node == self.reading.cursor;
        let (told, untold): (Vec<&Stated>, Vec<&Stated>) =
            stated.iter().partition(|it| has_data(it) || is_marked(it));
        let told = told.iter().map(|it| (it.line, About::Target(it.target)));
        let mut notes: Vec<(usize, About)> = told.collect();
        match untold.as_slice() {
            [] => {}
            [one] => notes.push((one.line, About::Target(one.target))),
            [first, ..] => notes.push((first.line, About::Unknown(first.node, untold.len()))),
        }
        notes.sort_by_key(|(line, _)| *line);
        notes
    }

    /// What is linked to the mark: the tasks that serve its targets, or the targets that it serves as a task, then names.
    fn linked(&self) -> Vec<Vec<About>> {
        let (outline, node) = (&self.dossier.outline, self.reading.cursor);
        let stated = self.targets_stated_at(node);
        let coverage = self.dossier.coverage();
        let at = outline.node(node).address;
        let mut tasks: Vec<About> = stated
            .iter()
            .flat_map(|&target| coverage.tasks_of(target))
            .filter(|link| link.task != at)
            .filter_map(|link| outline.at(link.task).map(About::Task))
            .collect();
        tasks.dedup();
        let mut groups = vec![headed(tr("由此落实"), tasks)];
        if outline.node(node).kind == NodeKind::Task {
            let served = coverage.targets_of(at).map(|link| link.target);
            let served = served.filter(|target| !stated.contains(target));
            groups.push(headed(tr("服务于"), served.map(About::Target).collect()));
        }
        let named = self.named.terms().iter().map(|term| About::Term(*term));
        groups.push(headed(tr("规划里的名称"), named.collect()));
        groups
    }
}

/// A target with the line and the node that state it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stated {
    line: usize,
    node: NodeId,
    target: usize,
}

/// Notes below their head; none without notes.
fn headed(head: &'static str, mut notes: Vec<About>) -> Vec<About> {
    notes.truncate(MOST);
    if !notes.is_empty() {
        notes.insert(0, About::Head(head));
    }
    notes
}

/// Rows that are filled from top to bottom.
struct Rows {
    /// Whether each row is taken.
    taken: Vec<bool>,
    notes: Vec<Note>,
}

impl Rows {
    /// Puts a note in the first free row from `from` on, if there is any.
    fn put(&mut self, from: usize, about: About) -> Option<usize> {
        let free = self.taken.iter().skip(from).position(|taken| !taken)?;
        let row = from + free;
        if let Some(taken) = self.taken.get_mut(row) {
            *taken = true;
        }
        self.notes.push(Note { row, about });
        Some(row)
    }

    /// Puts notes below each other from `from` on, with a free row before; only where all rows are free.
    fn put_together(&mut self, from: usize, group: &[About]) -> usize {
        let rows = from..from + group.len() + 1;
        let is_free = self
            .taken
            .get(rows)
            .is_some_and(|rows| !rows.contains(&true));
        if group.is_empty() || !is_free {
            return from;
        }
        let put = |(n, about): (usize, &About)| self.put(from + 1 + n, *about);
        group
            .iter()
            .enumerate()
            .filter_map(put)
            .max()
            .unwrap_or(from)
            + 1
    }
}

impl App {
    /// The notes beside the text, from top to bottom; none without room for them.
    pub fn side_notes(&self) -> Vec<Note> {
        let areas = self.reading_areas();
        let height = usize::from(areas.side.height);
        if areas.side.width == 0 || self.shown.view != View::Reading {
            return Vec::new();
        }
        let reading = &self.shown.reading;
        let window = reading.top..reading.top + height;
        let lines = reading.page.lines.iter().skip(reading.top).take(height);
        let mut taken: Vec<bool> = lines
            .map(|line| reading.page.columns(line) > areas.text.width)
            .collect();
        taken.resize(height, false);
        let mut rows = Rows {
            taken,
            notes: Vec::new(),
        };
        let on_view = reading.page.lines.iter().skip(reading.top).take(height);
        let mut nodes: Vec<NodeId> = on_view.map(|line| line.node).collect();
        nodes.dedup();
        let statements = nodes
            .iter()
            .flat_map(|&node| self.shown.dossier.statements_in(node));
        let mut stated: Vec<Stated> = statements
            .map(|it| Stated {
                line: reading.page.line_of(it.node, &it.quote),
                node: it.node,
                target: it.target,
            })
            .filter(|it| window.contains(&it.line))
            .collect();
        stated.sort_unstable();
        let (mut next, mut below_mark) = (0, 0);
        for own in stated.chunk_by(|one, other| one.node == other.node) {
            let own_notes = self.shown.notes_of(own).into_iter();
            for (n, (line, about)) in own_notes.enumerate() {
                let gap = usize::from(n == 0 && next > 0);
                let from = (next + gap).max(line - reading.top);
                let Some(row) = rows.put(from, about) else {
                    break;
                };
                next = row + 1;
            }
            if own.first().is_some_and(|it| it.node == reading.cursor) {
                below_mark = next;
            }
        }
        let first = reading.marked_lines().start.saturating_sub(reading.top);
        let mut at = first.saturating_sub(1).max(below_mark);
        for group in self.shown.linked() {
            at = rows.put_together(at, &group);
        }
        rows.notes.sort_by_key(|note| note.row);
        rows.notes
    }

    /// Opens what a note is about.
    pub(super) fn open_note(&mut self, about: About) {
        match about {
            About::Head(_) => {}
            About::Unknown(node, _) => self.shown.reading.mark(node),
            About::Target(index) => self.shown.select_in_list(View::Targets, index),
            About::Task(node) => self.jump(node, None),
            About::Term(index) => {
                self.shown.show(View::Terms);
                let rows = self.shown.term_rows();
                listing::select(&mut self.shown.terms, index, &rows);
            }
        }
    }
}
