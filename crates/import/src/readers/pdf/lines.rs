//! Assembles positioned characters into lines. Quotation marks often come from another font and are a little higher or
//! lower, so characters within two fifths of their size belong to one line.

use super::glyphs::{Glyph, Page};
use crate::{
    readers::clean,
    source::{Line, Look},
};

/// Maximum vertical distance within a line, in font sizes.
const TOLERANCE: f64 = 0.4;
/// Minimum gap that is a blank, in font sizes; smaller between Latin letters.
const BLANK: f64 = 0.45;
const LATIN_BLANK: f64 = 0.15;
/// Maximum blanks for one gap.
const BLANKS: usize = 60;

/// A line with its distance from the top of the page.
pub(super) struct Placed {
    pub(super) top: f64,
    pub(super) line: Line,
}

/// Characters on one line.
pub(super) struct Row {
    /// The lowest baseline.
    pub(super) y: f64,
    /// The largest font size.
    pub(super) size: f64,
    /// From left to right.
    pub(super) glyphs: Vec<Glyph>,
}

impl Row {
    fn left(&self) -> f64 {
        self.glyphs.first().map_or(0.0, |glyph| glyph.x)
    }

    /// The width that its characters take up.
    pub(super) fn width(&self) -> f64 {
        self.right() - self.left()
    }

    /// Its text.
    pub(super) fn text(&self) -> String {
        text(&self.glyphs).0
    }

    fn right(&self) -> f64 {
        self.glyphs
            .iter()
            .map(|glyph| glyph.x + glyph.width)
            .fold(0.0, f64::max)
    }
}

/// The lines of a page, from top to bottom.
pub(super) fn lines(page: Page) -> Vec<Placed> {
    let rows = rows(page.glyphs);
    let margins = margins(&rows);
    rows.iter().map(|row| line(row, margins)).collect()
}

/// Groups characters by line.
pub(super) fn rows(glyphs: Vec<Glyph>) -> Vec<Row> {
    let mut glyphs: Vec<Glyph> = glyphs
        .into_iter()
        .filter(|glyph| !clean::is_blank(&glyph.text))
        .collect();
    glyphs.sort_by(|one, other| one.y.total_cmp(&other.y).then(one.x.total_cmp(&other.x)));
    let mut rows: Vec<Row> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            // Compared with the previous character: marks of one line may be above or below it.
            Some(row) if glyph.y - row.y <= TOLERANCE * row.size.max(glyph.size) => {
                (row.y, row.size) = (glyph.y, row.size.max(glyph.size));
                row.glyphs.push(glyph);
            }
            _ => rows.push(Row {
                y: glyph.y,
                size: glyph.size,
                glyphs: vec![glyph],
            }),
        }
    }
    for row in &mut rows {
        row.glyphs.sort_by(|one, other| one.x.total_cmp(&other.x));
    }
    rows
}

/// The left and right margins of a page, from its longest lines.
fn margins(rows: &[Row]) -> (f64, f64) {
    let long: Vec<&Row> = rows.iter().filter(|row| row.glyphs.len() >= 10).collect();
    let of = |rows: &[&Row]| {
        let left = rows
            .iter()
            .map(|row| row.left())
            .fold(f64::INFINITY, f64::min);
        (left, rows.iter().map(|row| row.right()).fold(0.0, f64::max))
    };
    if long.is_empty() {
        of(&rows.iter().collect::<Vec<_>>())
    } else {
        of(&long)
    }
}

fn line(row: &Row, (left, right): (f64, f64)) -> Placed {
    let size = common_size(&row.glyphs);
    let before = ((row.left() - left) / size * 2.0).round().clamp(0.0, 400.0);
    let after = (right - row.right()) / size * 2.0;
    let centred = before >= 3.0 && after >= 3.0 && (before - after).abs() <= 2.0;
    let top = row.y;
    let (text, bold) = text(&row.glyphs);
    let size = (size * 2.0).round().clamp(0.0, 2000.0) as u16;
    let look = Look {
        indent: before as u16,
        centred,
        size: Some(size),
        bold,
        room: Some(after.round().clamp(0.0, 400.0) as u16),
        ..Look::default()
    };
    Placed {
        top,
        line: Line {
            text,
            look,
            ..Line::default()
        },
    }
}

/// The most frequent font size.
fn common_size(glyphs: &[Glyph]) -> f64 {
    let mut sizes: Vec<f64> = glyphs.iter().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(12.0).max(0.1)
}

/// The text of a line, with blanks for gaps, and whether it is bold: a character drawn twice in one place is bold.
fn text(glyphs: &[Glyph]) -> (String, bool) {
    let mut text = String::new();
    let (mut doubled, mut shown) = (0, 0);
    let mut before: Option<&Glyph> = None;
    for glyph in glyphs {
        if before.is_some_and(|before| is_double(before, glyph)) {
            doubled += 1;
            continue;
        }
        if let Some(before) = before {
            text.extend(std::iter::repeat_n(' ', blanks(before, glyph)));
        }
        text.push_str(&glyph.text);
        shown += 1;
        before = Some(glyph);
    }
    (text, doubled * 10 >= shown * 9)
}

fn is_double(before: &Glyph, glyph: &Glyph) -> bool {
    let near = glyph.size.min(before.size) * 0.12;
    before.text == glyph.text
        && (glyph.x - before.x).abs() <= near
        && (glyph.y - before.y).abs() <= near
}

/// The number of blanks for the gap between two characters.
fn blanks(before: &Glyph, glyph: &Glyph) -> usize {
    let size = before.size.max(glyph.size);
    let gap = (glyph.x - before.x - before.width) / size;
    let latin = |glyph: &Glyph| {
        glyph
            .text
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | ',' | '-'))
    };
    let least = if latin(before) && latin(glyph) {
        LATIN_BLANK
    } else {
        BLANK
    };
    if gap < least {
        0
    } else {
        ((gap * 2.0).round() as usize).clamp(1, BLANKS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(text: &str, x: f64, y: f64) -> Glyph {
        Glyph {
            text: text.to_owned(),
            x,
            y,
            width: 16.0,
            size: 16.0,
        }
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        lines(Page {
            glyphs,
            ..Page::default()
        })
        .into_iter()
        .map(|placed| placed.line.text)
        .collect()
    }

    #[test]
    fn marks_of_another_font_stay_in_their_line() {
        let glyphs = vec![
            glyph("十", 16.0, 100.0),
            glyph("五", 32.0, 100.0),
            glyph("”", 48.0, 95.0),
            glyph("“", 0.0, 104.0),
            glyph("下", 0.0, 124.0),
        ];
        assert_eq!(texts(glyphs), ["“十五”", "下"]);
    }

    #[test]
    fn a_gap_is_blanks_and_a_stretched_line_has_none() {
        let glyphs = vec![
            glyph("指", 0.0, 0.0),
            glyph("标", 19.0, 0.0),
            glyph("单", 51.0, 0.0),
        ];
        assert_eq!(texts(glyphs), ["指标  单"]);
    }

    #[test]
    fn a_character_drawn_twice_is_one_bold_character() {
        let glyphs = vec![
            glyph("一", 0.0, 0.0),
            glyph("一", 0.4, 0.0),
            glyph("一", 16.0, 0.0),
            glyph("一", 16.4, 0.0),
        ];
        let placed = lines(Page {
            glyphs,
            ..Page::default()
        });
        assert_eq!(
            (placed[0].line.text.as_str(), placed[0].line.look.bold),
            ("一一", true)
        );
    }
}
