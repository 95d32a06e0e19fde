//! Walks the body of a Word file: paragraphs become lines, tables and pictures become blocks.

use std::collections::HashMap;

use super::{
    drawing::{self, caption, chosen, find_boxes, is_picture, symbol},
    numbering::{self, Numbering},
    styles::{Characters, Paragraph, Resolved, Styles},
    table,
};
use crate::{
    readers::{
        Refusal, clean, links,
        runs::{Runs, Style},
        words,
        xml::Element,
    },
    source::{Block, Line, Link, Look, Omitted, Picture, Place, Reason, Source},
};

/// The state of the walk: what has been read, and the current paragraph.
pub(super) struct Body<'a> {
    pub(super) styles: &'a Styles,
    pub(super) numbering: Numbering,
    /// What was read.
    pub(super) source: Source,
    /// The targets of relationships, by id.
    pub(super) relations: HashMap<String, String>,
    /// The number of the current paragraph.
    pub(super) paragraph: usize,
    /// How many Han characters the document has.
    pub(super) size: usize,
    runs: Runs,
    /// Finished lines of the current paragraph.
    lines: Vec<(String, Look)>,
    /// Text boxes and pictures in the current paragraph, to be added after it.
    behind: Vec<Behind<'a>>,
    /// The last paragraph mark is deleted, so the next paragraph continues its line.
    joined: bool,
}

/// A text box or picture in a paragraph.
enum Behind<'a> {
    Box(&'a Element),
    Picture(Option<String>),
}

impl<'a> Body<'a> {
    /// An empty body.
    pub(super) fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            source: Source::default(),
            relations: HashMap::new(),
            paragraph: 0,
            size: 0,
            runs: Runs::default(),
            lines: Vec::new(),
            behind: Vec::new(),
            joined: false,
        }
    }

    /// Reads the blocks in an element.
    pub(super) fn blocks(&mut self, element: &'a Element) -> Result<(), Refusal> {
        for child in element.elements() {
            match child.name.as_str() {
                "p" => self.paragraph(child)?,
                "tbl" => self.table(child)?,
                "sectPr" => {}
                "del" | "moveFrom" => self.leave_out(child, Reason::Deleted),
                "mc:AlternateContent" => self.blocks(chosen(child))?,
                _ => self.blocks(child)?,
            }
        }
        Ok(())
    }

    /// The place of the current paragraph.
    pub(super) fn place(&self) -> Place {
        Place {
            line: self.paragraph,
            page: None,
        }
    }

    fn table(&mut self, element: &'a Element) -> Result<(), Refusal> {
        if table::is_layout(element, self.size) {
            return self.blocks(element);
        }
        let place = Place {
            line: self.paragraph + 1,
            page: None,
        };
        let mut rows = Vec::new();
        for row in table::rows(element) {
            if table::is_deleted(row) {
                self.leave_out(row, Reason::Deleted);
                continue;
            }
            let mut read = Vec::new();
            for cell in table::cells(row) {
                read.push((self.cell(cell)?, self.place()));
            }
            rows.push((row, read));
        }
        let table = table::assemble(&rows, place)?;
        if !words::is_blank(&table) {
            self.source.blocks.push(Block::Table(table));
        }
        Ok(())
    }

    /// The text of a cell; pictures in it come before the table.
    fn cell(&mut self, cell: &'a Element) -> Result<String, Refusal> {
        let outside = std::mem::take(&mut self.source);
        let read = self.blocks(cell);
        let inside = std::mem::replace(&mut self.source, outside);
        read?;
        self.source.omitted.extend(inside.omitted);
        let text = words::of_blocks(&inside.blocks);
        let is_picture = |block: &Block| matches!(block, Block::Picture(_));
        let pictures = inside.blocks.into_iter().filter(is_picture);
        self.source.blocks.extend(pictures);
        Ok(text)
    }

    fn paragraph(&mut self, element: &'a Element) -> Result<(), Refusal> {
        self.paragraph += 1;
        let none = Element::default();
        let properties = element.child("pPr").unwrap_or(&none);
        let mut resolved = self.styles.paragraph(properties.value("pStyle"));
        let own = Paragraph::read(properties);
        if own.list.is_some() {
            resolved.list_style = None;
        }
        let mut whole = own;
        whole.fill(&resolved.paragraph);
        resolved.paragraph = whole;
        self.inline(element, &resolved.characters);
        let mark = properties.child("rPr");
        self.joined = mark
            .is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some());
        if !self.joined {
            self.end_paragraph(&resolved);
        }
        self.read_behind()
    }

    /// Adds the text boxes and pictures of a paragraph after its text.
    fn read_behind(&mut self) -> Result<(), Refusal> {
        for behind in std::mem::take(&mut self.behind) {
            match behind {
                Behind::Box(content) => self.blocks(content)?,
                Behind::Picture(caption) => {
                    let picture = Picture {
                        caption,
                        place: self.place(),
                    };
                    self.source.blocks.push(Block::Picture(picture));
                }
            }
        }
        Ok(())
    }

    /// Ends the current paragraph; its first line gets the number.
    fn end_paragraph(&mut self, resolved: &Resolved) {
        self.break_line();
        let mut lines = std::mem::take(&mut self.lines);
        lines.retain(|(text, _)| !clean::is_blank(text));
        let mut number = self.number(resolved, lines.first().map_or("", |(text, _)| text));
        if resolved.contents {
            let texts: Vec<_> = lines.into_iter().map(|(text, _)| text).collect();
            self.omit(&texts.join(" "), Reason::Contents);
            return;
        }
        let whole = lines.len() == 1;
        for (text, look) in lines {
            let look = Self::look(&text, look, resolved, number.take(), whole);
            let text = text.trim_end().to_owned();
            self.source.blocks.push(Block::Line(Line {
                text,
                place: self.place(),
                look,
            }));
        }
    }

    /// The automatic number of a paragraph, unless its text has it. A paragraph without text counts too.
    fn number(&mut self, resolved: &Resolved, text: &str) -> Option<String> {
        let list = resolved.paragraph.list.filter(|list| *list != 0)?;
        let style = resolved.list_style.as_deref();
        let number = self
            .numbering
            .next(list, resolved.paragraph.level, style, self.styles)?;
        (!numbering::stands_in(&number, text)).then(|| number.trim().to_owned())
    }

    fn look(
        text: &str,
        look: Look,
        resolved: &Resolved,
        number: Option<String>,
        whole: bool,
    ) -> Look {
        let size = look
            .size
            .or(resolved.characters.size)
            .filter(|size| *size > 0)
            .unwrap_or(21);
        let by_twips = resolved
            .paragraph
            .twips
            .unwrap_or(0)
            .max(0)
            .saturating_mul(2)
            / (i64::from(size) * 10);
        let by_characters = resolved
            .paragraph
            .characters
            .map(|hundredths| hundredths.max(0) / 50);
        let indent = by_characters
            .filter(|indent| *indent > 0)
            .unwrap_or(by_twips);
        Look {
            heading: resolved.paragraph.outline.filter(|level| *level > 0),
            centred: resolved.paragraph.centred.unwrap_or(false),
            indent: u16::try_from(indent)
                .unwrap_or(0)
                .saturating_add(clean::indent(text)),
            number,
            paragraph: whole,
            ..look
        }
    }

    /// Reads the inline content of a paragraph.
    fn inline(&mut self, element: &'a Element, characters: &Characters) {
        for child in element.elements() {
            match child.name.as_str() {
                "pPr" | "rPr" | "instrText" | "sdtPr" | "fldData" => {}
                "r" => self.run(child, characters),
                "del" | "moveFrom" => self.leave_out(child, Reason::Deleted),
                "mc:AlternateContent" => self.inline(chosen(child), characters),
                "hyperlink" => {
                    self.note_link(child);
                    self.inline(child, characters);
                }
                "m:t" => self.push(&child.text(), characters),
                "ruby" => child
                    .child("rubyBase")
                    .into_iter()
                    .for_each(|base| self.inline(base, characters)),
                _ => self.inline(child, characters),
            }
        }
    }

    /// Records a link to a file.
    fn note_link(&mut self, link: &Element) {
        let target = link.attribute("r:id").and_then(|id| self.relations.get(id));
        let words = clean::squeeze(&drawing::words(link));
        if let Some(target) = target.filter(|target| links::is_annex(&words, target)) {
            self.source.links.push(Link {
                text: words,
                target: target.clone(),
            });
        }
    }

    fn run(&mut self, run: &'a Element, inherited: &Characters) {
        let none = Element::default();
        let properties = run.child("rPr").unwrap_or(&none);
        let mut characters = Characters::read(properties);
        characters.fill(&self.styles.characters(properties.value("rStyle")));
        characters.fill(inherited);
        if characters.hidden == Some(true) {
            self.leave_out(run, Reason::Hidden);
        } else {
            self.pieces(run, &characters);
        }
    }

    /// Reads the pieces of a run.
    fn pieces(&mut self, run: &'a Element, characters: &Characters) {
        for piece in run.elements() {
            match piece.name.as_str() {
                "t" => self.push(&text(piece), characters),
                "tab" | "ptab" => self.push("\t", characters),
                "noBreakHyphen" => self.push("-", characters),
                "br" | "cr" => self.break_line(),
                "sym" => self.push(&symbol(piece), characters),
                "drawing" | "pict" | "object" => self.drawing(piece),
                "mc:AlternateContent" => self.pieces(chosen(piece), characters),
                "ruby" => piece
                    .child("rubyBase")
                    .into_iter()
                    .for_each(|base| self.inline(base, characters)),
                _ => {}
            }
        }
    }

    fn push(&mut self, text: &str, characters: &Characters) {
        let style = Style {
            bold: characters.bold.unwrap_or(false),
            size: characters.size,
            face: characters.face.clone(),
        };
        self.runs.push(text, &style);
    }

    fn break_line(&mut self) {
        let line = self.runs.take();
        self.lines.push(line);
    }

    /// Records the text boxes of a drawing, or a picture if it has none.
    fn drawing(&mut self, drawing: &'a Element) {
        let mut boxes = Vec::new();
        find_boxes(drawing, &mut boxes);
        if boxes.is_empty() {
            if is_picture(drawing) {
                self.behind.push(Behind::Picture(caption(drawing)));
            }
        } else {
            self.behind.extend(boxes.into_iter().map(Behind::Box));
        }
    }

    /// Records the text of an element as omitted.
    pub(super) fn leave_out(&mut self, element: &Element, reason: Reason) {
        self.omit(&drawing::words(element), reason);
    }

    fn omit(&mut self, text: &str, reason: Reason) {
        if !clean::is_blank(text) {
            self.source.omitted.push(Omitted {
                place: self.place(),
                text: text.trim().to_owned(),
                reason,
            });
        }
    }
}

/// The text of a `t` element, trimmed unless `xml:space` is `preserve`.
fn text(element: &Element) -> String {
    let text = element.text().replace(['\n', '\r'], " ");
    let kept = element.attribute("x:space").or(element.attribute("space")) == Some("preserve");
    if kept {
        text
    } else {
        text.trim_matches([' ', '\t']).to_owned()
    }
}
