//! Joins the hard-wrapped lines of a PDF or text into paragraphs, also across pages.
//!
//! First it is measured whether the document is wrapped at all. Then a line continues in the next one if it fills the
//! measure and the next is not indented, or if it ends without a stop in a document with indented paragraphs.

use crate::document::MadeOf;
use crate::source::Look;
use crate::text::{columns, has_any, is_blank, is_han, is_stop, letters, trim};

use super::atom::{Atom, Matter};
use super::contents;
use super::flow::{Flow, Para, Spot};
use super::particulars::is_labelled;
use crate::marker;

/// The layout of a document's lines.
#[derive(Clone, Copy, Debug)]
struct Setting {
    /// The width of a full line; `None` if every line is a paragraph.
    measure: Option<usize>,
    /// The minimum indent of a paragraph's first line; `None` if there is none.
    indent: Option<usize>,
}

/// A line with the properties needed for joining.
struct Row<'a> {
    spot: Spot,
    text: &'a str,
    look: &'a Look,
    /// Blanks before it beyond the left margin of its page.
    indent: usize,
    /// Width of its text.
    width: usize,
    /// Empty lines before it.
    gap: usize,
    /// Whether furniture or the end of a page stands before it.
    after_page: bool,
}

/// The paragraphs, tables and pictures of a document.
pub(crate) fn join(atoms: &[Atom], made_of: &dyn Fn(usize) -> MadeOf) -> Vec<Flow> {
    let rows = rows(atoms);
    let setting = Setting::of(&rows);
    let mut flows: Vec<Flow> = Vec::new();
    let mut rows = rows.into_iter().peekable();
    let mut before: Option<Row> = None;
    for atom in atoms {
        let spot = Spot {
            order: atom.order,
            place: atom.place,
        };
        match &atom.matter {
            Matter::Table(table) => {
                flows.push(Flow::Table(spot, table.clone(), made_of(atom.order)));
            }
            Matter::Picture(picture) => flows.push(Flow::Picture(spot, picture.clone())),
            Matter::PageEnd => continue,
            Matter::Line(..) => {
                let Some(row) = rows.next_if(|row| row.spot.order == atom.order) else {
                    continue;
                };
                match (before.take(), flows.last_mut()) {
                    (Some(last), Some(Flow::Para(para))) if setting.goes_on(&last, &row) => {
                        append(para, &row);
                    }
                    _ => flows.push(Flow::Para(begin(&row))),
                }
                before = Some(row);
                continue;
            }
        }
        before = None;
    }
    flows
}

fn begin(row: &Row) -> Para {
    Para {
        spot: row.spot,
        look: row.look.clone(),
        text: trim(row.text).to_owned(),
        cuts: Vec::new(),
        gap: row.gap,
    }
}

fn append(para: &mut Para, row: &Row) {
    let text = trim(row.text);
    // Latin words and figures stay separate: 76.34 and 2020 would become one figure.
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if latin(para.text.chars().last()) && latin(text.chars().next()) {
        para.text.push(' ');
    }
    if row.after_page {
        para.cuts.push(para.text.len());
    }
    para.text.push_str(text);
}

fn rows(atoms: &[Atom]) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for page in atoms.split_inclusive(|a| matches!(a.matter, Matter::PageEnd)) {
        let left = page
            .iter()
            .filter_map(Atom::line)
            .map(leading)
            .min()
            .unwrap_or(0);
        let mut gap = 0;
        let mut line = 0;
        let mut first = !rows.is_empty();
        for atom in page {
            match (&atom.matter, atom.line()) {
                (Matter::Line(_, look), Some(text)) => {
                    let indent =
                        leading(text).max(usize::from(look.indent)) - left.min(leading(text));
                    let spot = Spot {
                        order: atom.order,
                        place: atom.place,
                    };
                    // Text readers emit no empty lines; gaps in the line numbers show them.
                    let numbered = line > 0 && !look.paragraph;
                    let between = atom.place.line.saturating_sub(line + 1);
                    gap = gap.max(if numbered { between } else { 0 });
                    line = atom.place.line;
                    rows.push(Row {
                        spot,
                        text,
                        look,
                        indent,
                        width: columns(trim(text)),
                        gap,
                        after_page: first,
                    });
                    (gap, first) = (0, false);
                }
                (Matter::Line(..), None) => gap += 1,
                _ => gap = 0,
            }
        }
    }
    rows
}

fn leading(text: &str) -> usize {
    text.chars()
        .take_while(|c| is_blank(*c))
        .map(|c| {
            if c == '\u{3000}' {
                2
            } else {
                usize::from(!c.is_control())
            }
        })
        .sum()
}

impl Setting {
    fn of(rows: &[Row]) -> Self {
        let measure = measure(rows);
        let indent = measure.and_then(|measure| indent(rows, measure));
        Self { measure, indent }
    }

    fn goes_on(self, row: &Row, next: &Row) -> bool {
        let Some(measure) = self.measure.or_else(|| row.measure()) else {
            return is_cut(row, next);
        };
        if row.look.paragraph
            || next.look.paragraph
            || contents::has_leader(row.text)
            || contents::has_leader(next.text)
            || is_dash(next.text)
            || is_labelled(row.text)
            || is_labelled(next.text)
        {
            return false;
        }
        // What is set to the right or in the middle, such as a signature, fills no line.
        let is_set_apart = row.indent * 3 > measure;
        let fills = match row.look.room {
            Some(room) => room <= RAGGED,
            None => (row.indent + row.width) * 100 >= measure * 85,
        };
        let full = fills && !is_set_apart;
        let ended =
            trim(row.text).ends_with(|c| is_stop(c) || matches!(c, '：' | ':' | '；' | ';'));
        let opens = marker::read(trim(next.text)).is_some();
        match self.indent {
            Some(step) if next.indent >= step => false,
            Some(_) => {
                full || (!ended
                    && row.width * 100 >= measure * 60
                    && next.indent == 0
                    && !opens
                    && runs_on(row.text))
            }
            None => {
                let is_whole = is_last(row.text) && row.has_room(measure);
                let begins = opens || next.indent > row.indent;
                full && !begins && !is_whole
            }
        }
    }
}

/// Whether a line of a text whose lines are paragraphs breaks off at a comma, and the next one goes on.
fn is_cut(row: &Row, next: &Row) -> bool {
    let text = trim(next.text);
    trim(row.text).ends_with(['，', '、'])
        && !row.look.paragraph
        && !next.look.paragraph
        && next.gap == 0
        && !is_dash(text)
        && marker::read(text).is_none()
}

/// The columns that a line must leave for it to be the last of its paragraph: another character would have fitted.
const ROOM: usize = 4;

/// The room that a full line may leave at the right margin, in halves of a Han character: a word or sign that did not fit.
const RAGGED: u16 = 5;

/// The least width of full lines in a document that has too few of them to measure.
const NARROW: usize = 56;

impl Row<'_> {
    /// The width of a full line, of a line that says how far it ends before the margin. A row of cells is none.
    fn measure(&self) -> Option<usize> {
        let is_of_cells = trim(self.text).contains("   ");
        let room = self
            .look
            .room
            .filter(|_| !is_of_cells && !self.look.centred)?;
        let measure = self.indent + self.width + usize::from(room);
        (measure >= NARROW).then_some(measure)
    }

    /// Whether another character would have fitted in the line.
    fn has_room(&self, measure: usize) -> bool {
        match self.look.room {
            Some(room) => usize::from(room) >= ROOM,
            None => self.width + ROOM <= measure,
        }
    }
}

/// Whether a line may be the last of its paragraph: it ends with a stop, or with a bracket that holds who does it.
fn is_last(text: &str) -> bool {
    let text = trim(text);
    let in_brackets = text.ends_with(['）', ')'])
        && (text.starts_with(['（', '('])
            || has_any(text, &["负责）", "配合）", "参与）", "。（", "单位："]));
    text.ends_with(|c| is_stop(c) || matches!(c, '：' | ':' | '；' | ';')) || in_brackets
}

/// Whether a line ends within a sentence.
fn runs_on(text: &str) -> bool {
    trim(text).ends_with(|c| is_han(c) || matches!(c, '，' | '、'))
}

fn is_dash(text: &str) -> bool {
    trim(text).starts_with("——")
}

/// The width of full lines, if the document is wrapped: it has many lines of nearly equal width, most ending within a
/// sentence.
fn measure(rows: &[Row]) -> Option<usize> {
    let long: Vec<&Row> = rows
        .iter()
        .filter(|r| !r.look.paragraph && r.width >= 24 && !contents::has_leader(r.text))
        .collect();
    if long.len() < 4 || long.iter().any(|r| r.width > 400) {
        return None;
    }
    let mut counts = [0_usize; 405];
    for row in &long {
        counts[row.width] += 1;
    }
    let near = |width: usize| {
        counts[width.saturating_sub(3)..=width]
            .iter()
            .sum::<usize>()
    };
    let most = (24..=400)
        .filter(|width| counts[*width] > 0)
        .max_by_key(|width| (near(*width), *width))?;
    let full: Vec<&&Row> = long
        .iter()
        .filter(|r| r.width * 100 >= most * 88 && r.width * 100 <= most * 115)
        .collect();
    let open = full
        .iter()
        .filter(|r| !trim(r.text).ends_with(|c| is_stop(c) || matches!(c, '；' | '：')))
        .count();
    // Wrapped lines end at the measure: where many are longer, each is a paragraph.
    let over = long.iter().filter(|r| r.width * 100 > most * 130).count();
    let is_wrapped = full.len() * 3 >= long.len() && over * 3 < full.len();
    (is_wrapped && open * 3 >= full.len() * 2).then_some(most)
}

/// The minimum indent of lines that begin a paragraph (those after a short line that ends a sentence); `None` if most
/// have none.
fn indent(rows: &[Row], measure: usize) -> Option<usize> {
    let begins = |pair: &&[Row]| {
        let ends = trim(pair[0].text).ends_with(is_stop) && pair[0].width * 100 < measure * 80;
        ends && pair[1].width * 100 >= measure * 70 && letters(pair[1].text) > 0
    };
    let indents: Vec<usize> = rows
        .windows(2)
        .filter(begins)
        .map(|pair| pair[1].indent)
        .collect();
    let indented = indents.iter().filter(|i| **i > 0).count();
    if indents.is_empty() || indented * 2 < indents.len() {
        return None;
    }
    let one = indents.iter().filter(|i| **i == 1).count();
    Some(if one * 4 > indented { 1 } else { 2 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::atom::samples;

    fn paragraphs(lines: &[&str]) -> Vec<String> {
        join(&samples::lines(lines), &|_| MadeOf::Marks)
            .iter()
            .filter_map(|f| f.para().map(|p| p.text.clone()))
            .collect()
    }

    #[test]
    fn wrapped_lines_become_one_paragraph() {
        let found = paragraphs(&[
            "    坚持以农业为基础以工业为主导以服",
            "务业为支撑推动县域经济高质量发展。到",
            "期末形成新格局。",
            "    加强水利建设推进灌区节水改造提高",
            "防洪抗旱能力保障粮食安全和饮水安全。",
        ]);
        assert_eq!(found.len(), 2);
        assert!(found[0].ends_with("到期末形成新格局。"));
    }

    #[test]
    fn figures_on_both_sides_of_a_line_end_stay_two() {
        let found = paragraphs(&[
            "    坚持以农业为基础以工业为主导以服",
            "务业为支撑推动县域经济发展到新水平12",
            "34个乡镇形成新格局新优势新面貌新气象",
            "并保持发展势头继续向更高的目标稳步迈进",
            "而且不断扩大成果。",
        ]);
        assert!(found[0].contains("12 34个乡镇"));
    }

    #[test]
    fn without_indents_a_line_with_room_left_is_the_last() {
        let found = paragraphs(&[
            "坚持以农业为基础以工业为主导以服务业为支撑",
            "推动县域经济高质量发展形成新格局势。",
            "加强水利建设推进灌区节水改造提高防洪抗旱能",
            "力保障粮食安全和饮水安全建设现代水网。",
            "推进改造。（县水务局、县财政局负责）",
            "完善水库管护机制落实管护主体和管护经费明确",
            "管护责任。",
        ]);
        assert_eq!(found.len(), 4, "{found:#?}");
    }

    #[test]
    fn a_signature_at_the_right_joins_nothing() {
        let found = paragraphs(&[
            "    坚持以农业为基础以工业为主导以服",
            "务业为支撑推动县域经济高质量发展。到",
            "期末形成新格局并保持发展势头不断扩大",
            "成果向更高的目标稳步迈进。",
            "                      甲县水务局",
            "                      2021年3月1日",
            "    加强水利建设推进灌区节水改造提高",
            "防洪抗旱能力保障粮食安全和饮水安全。",
        ]);
        assert_eq!(found.len(), 4, "{found:#?}");
    }

    #[test]
    fn a_sentence_over_the_end_of_a_page_is_whole() {
        let found = paragraphs(&[
            "    坚持以农业为基础以工业为主导以服",
            "务业为支撑推动县域经济高质量发展和社",
            "\u{c}",
            "    会全面进步为全面建设现代化县域打下",
            "    坚实基础。",
            "        加强水利建设推进灌区节水改造提高",
            "    防洪抗旱能力保障粮食安全和饮水安全。",
        ]);
        assert_eq!(found.len(), 2);
        assert!(found[0].contains("和社会全面进步"));
    }

    #[test]
    fn lines_longer_than_most_are_paragraphs_of_their_own() {
        let long = "坚持以农业为基础，加强水利建设，推进灌区节水改造，提高防洪抗旱能力，保障粮食安全和饮水安全。";
        let lines = [
            "甲县水利发展第十五个五年规划纲要",
            "甲县第八届人民代表大会第四次会议",
            "为了发展水利事业保障粮食安全全文",
            "第一节　农业水利建设的成就和问题",
            "“十四五”时期的水利建设发展成就",
            long,
            long,
            long,
        ];
        assert_eq!(paragraphs(&lines).len(), lines.len());
    }

    #[test]
    fn a_line_that_breaks_off_at_a_comma_goes_on_in_the_next() {
        let found = paragraphs(&[
            "1.加固水库。完成加固5座，",
            "合格率98%以上。",
            "责任单位：县水务局",
        ]);
        assert_eq!(found.len(), 2);
        assert_eq!(paragraphs(&["加固水库，", "（一）建设泵站。"]).len(), 2);
    }

    #[test]
    fn lines_of_their_own_stay_apart() {
        assert_eq!(
            paragraphs(&["一、总则", "为了发展。", "二、任务", "建设水库。"]).len(),
            4
        );
    }
}
