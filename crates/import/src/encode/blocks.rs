//! The parts of a document as blocks, nested by the depth of their headings, with the node that each part becomes.

use guihua_core::plan::{Block, DEEPEST, Panel, Picture, Principle, Prose, Section, Task};

use super::domains::Domains;
use super::duties::Duties;
use super::ground::Places;
use super::{Spot, shape, words};
use crate::document::{Content, Grid, Heading, Part, Role};
use crate::text::{head, is_stop, tail};

/// Writes blocks, and counts the nodes that the outline will have in the same order.
pub(super) struct Blocks<'a> {
    /// The number of the file that the parts come from.
    pub(super) file: usize,
    /// Where the parts stand.
    pub(super) places: Places,
    nodes: usize,
    duties: &'a Duties,
    domains: &'a Domains,
}

impl<'a> Blocks<'a> {
    /// Blocks that follow so many nodes.
    pub(super) fn after(nodes: usize, duties: &'a Duties, domains: &'a Domains) -> Self {
        Self {
            file: 0,
            places: Places::default(),
            nodes,
            duties,
            domains,
        }
    }

    fn spot(&self, part: &Part) -> Spot {
        Spot {
            file: self.file,
            order: part.order,
        }
    }

    /// Counts a node that was made of these parts.
    pub(super) fn node<'p>(&mut self, parts: impl IntoIterator<Item = &'p Part>) {
        for part in parts {
            let spot = self.spot(part);
            self.places.nodes.entry(spot).or_default().push(self.nodes);
        }
        self.nodes += 1;
    }

    /// The blocks of a document.
    pub(super) fn content(&mut self, parts: &[Part]) -> Vec<Block> {
        let mut at = 0;
        self.below(parts, &mut at, 0, 0)
    }

    /// The blocks below a heading of a depth, at a level of nesting; `at` is the next part.
    fn below(&mut self, parts: &[Part], at: &mut usize, depth: u8, level: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some(part) = parts.get(*at) {
            match &part.content {
                // 序言 before all chapters is none of them: their numbers begin behind it.
                Content::Heading(heading) if heading.depth == 0 && is_before_chapters(&blocks) => {
                    *at += 1;
                    blocks.extend(self.block(part));
                }
                Content::Heading(heading) if level < DEEPEST => {
                    let own = heading.depth.max(1);
                    if own <= depth {
                        return blocks;
                    }
                    *at += 1;
                    let rest = run_in(heading, part, parts.get(*at));
                    *at += usize::from(rest.is_some());
                    let mut section = self.section(heading, part, rest);
                    let below = self.below(parts, at, own, level + 1);
                    section.content.extend(below);
                    blocks.push(Block::Section(section));
                }
                // Deeper than headings may stand.
                Content::Heading(heading) if heading.depth.max(1) <= depth => return blocks,
                _ => {
                    *at += 1;
                    blocks.extend(self.block(part));
                }
            }
        }
        blocks
    }

    /// A heading with what follows it on its line: as its text, or as a task of its own if it says who does it.
    fn section(&mut self, heading: &Heading, part: &Part, rest: Option<&str>) -> Section {
        let title = format!("{}{}", heading.title, heading.close);
        let title = words::one_line(&title);
        let mut section = Section {
            domain: self.domains.of_heading(&title),
            title: Prose::plain(&title),
            text: None,
            number: Some(words::one_line(
                heading.marker.as_ref().map_or("", |it| &it.printed),
            )),
            content: Vec::new(),
        };
        self.node([part]);
        let Some(rest) = rest.map(words::one_line).filter(|it| !words::is_empty(it)) else {
            return section;
        };
        let mut pieces = words::pieces(&rest).into_iter();
        let first = pieces.next().unwrap_or_default();
        if self.duties.is_task(self.spot(part)) {
            self.node([part]);
            section.content.push(Block::Task(self.task(part, &first)));
        } else {
            section.text = Some(Prose::plain(&first));
        }
        for piece in pieces {
            self.node([part]);
            section.content.push(Block::Paragraph(Prose::plain(&piece)));
        }
        section
    }

    /// A paragraph as a task: its lead sentence and the rest.
    fn task(&self, part: &Part, text: &str) -> Task {
        let lead = text
            .find(is_stop)
            .and_then(|at| text.get(at..)?.chars().next().map(|c| at + c.len_utf8()));
        let lead = lead.unwrap_or(text.len());
        Task {
            title: Prose::plain(head(text, lead)),
            text: Prose::plain(tail(text, lead)),
            kind: guihua_core::plan::TaskKind::Task,
            duties: self.duties.at(self.spot(part)),
        }
    }

    /// The blocks of a part that is no heading with something below it.
    fn block(&mut self, part: &Part) -> Vec<Block> {
        match &part.content {
            Content::Paragraph(paragraph) => {
                let text = words::paragraph(paragraph);
                if words::is_empty(&text) {
                    return Vec::new();
                }
                if let (Role::Principle(end), None) = (paragraph.role, &paragraph.number) {
                    self.node([part]);
                    return vec![principle(&paragraph.text, end)];
                }
                self.paragraphs(part, &text)
            }
            Content::Heading(_) => {
                self.node([part]);
                vec![Block::Paragraph(Prose::plain(&words::printed(part)))]
            }
            Content::Table(grid) => match self.duties.column(self.spot(part)) {
                Some(column) => self.tasks(part, grid, column),
                None => self.table(part, shape::of(grid)),
            },
            Content::Picture(picture) => {
                self.node([part]);
                let caption = picture.caption.as_deref().unwrap_or_default();
                let caption = Prose::plain(&words::one_line(caption));
                vec![Block::Picture(Picture { caption })]
            }
            Content::Box(panel) => self.panel(part, panel),
        }
    }

    /// A paragraph, or a task, and what is beyond the length of a text as paragraphs of their own.
    fn paragraphs(&mut self, part: &Part, text: &str) -> Vec<Block> {
        let mut is_task = self.duties.is_task(self.spot(part));
        let mut blocks = Vec::new();
        for piece in words::pieces(text) {
            self.node([part]);
            blocks.push(if is_task {
                Block::Task(self.task(part, &piece))
            } else {
                Block::Paragraph(Prose::plain(&piece))
            });
            is_task = false;
        }
        blocks
    }

    /// The rows of a table that assigns work as tasks: up to a column their titles, then the rest.
    fn tasks(&mut self, part: &Part, grid: &Grid, column: usize) -> Vec<Block> {
        let spot = self.spot(part);
        let mut blocks = Vec::new();
        let caption = words::one_line(grid.table.caption.as_deref().unwrap_or_default());
        if !words::is_empty(&caption) {
            self.node([part]);
            blocks.push(Block::Paragraph(Prose::plain(&caption)));
        }
        for (n, row) in grid.table.rows.iter().enumerate() {
            let title = shape::text(row.get(..=column).unwrap_or(row));
            let rest = shape::text(row.get(column + 1..).unwrap_or_default());
            if words::is_empty(&title) && words::is_empty(&rest) {
                continue;
            }
            self.places.rows.insert((spot, n), self.nodes);
            self.node([part]);
            blocks.push(match self.duties.of_row(spot, n) {
                Some(duties) if !words::is_empty(&title) => {
                    let lead = title.find(is_stop).and_then(|at| title.get(..at));
                    let length = lead.map_or(title.len(), |lead| lead.len() + '。'.len_utf8());
                    let text = format!("{} {rest}", tail(&title, length));
                    Block::Task(Task {
                        title: Prose::plain(head(&title, length)),
                        text: Prose::plain(text.trim()),
                        kind: guihua_core::plan::TaskKind::Task,
                        duties,
                    })
                }
                _ => Block::Paragraph(Prose::plain(format!("{title} {rest}").trim())),
            });
        }
        blocks
    }

    fn table(&mut self, part: &Part, shape: shape::Shape) -> Vec<Block> {
        let spot = self.spot(part);
        let mut blocks = Vec::new();
        for (first, table) in shape.tables {
            if !table.caption.is_empty() {
                self.node([part]);
            }
            for row in 0..table.rows.len() {
                self.places.rows.insert((spot, first + row), self.nodes);
                self.node([part]);
            }
            blocks.push(Block::Table(table));
        }
        for (row, text) in shape.paragraphs {
            self.places.rows.insert((spot, row), self.nodes);
            self.node([part]);
            blocks.push(Block::Paragraph(Prose::plain(&text)));
        }
        blocks
    }

    /// A box. What it can't hold becomes paragraphs: headings, and boxes within it.
    fn panel(&mut self, part: &Part, panel: &crate::document::Panel) -> Vec<Block> {
        self.node([part]);
        let mut content = Vec::new();
        for inner in &panel.parts {
            if let Content::Box(nested) = &inner.content {
                self.node([inner]);
                let title = format!("{} {}", nested.label, nested.title);
                content.push(Block::Paragraph(Prose::plain(&words::one_line(&title))));
                for part in &nested.parts {
                    content.extend(self.block(part));
                }
                continue;
            }
            content.extend(self.block(inner));
        }
        let label = words::one_line(&panel.label);
        let title = Prose::plain(&words::one_line(&panel.title));
        vec![Block::Box(Panel {
            title,
            number: (!label.is_empty()).then_some(label),
            content,
        })]
    }
}

/// The text that stands on the line of a heading.
fn run_in<'p>(heading: &Heading, part: &Part, next: Option<&'p Part>) -> Option<&'p str> {
    let next = next.filter(|next| heading.run_in && next.order == part.order)?;
    next.paragraph().map(|paragraph| paragraph.text.as_str())
}

fn principle(text: &str, end: usize) -> Block {
    Block::Principle(Principle {
        name: Prose::plain(&words::one_line(head(text, end))),
        text: Prose::plain(&words::one_line(tail(text, end))),
    })
}

/// Whether no chapter stands before what comes next.
fn is_before_chapters(blocks: &[Block]) -> bool {
    !blocks.iter().any(|it| matches!(it, Block::Section(_)))
}
