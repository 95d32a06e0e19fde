//! Tables of a PDF page that are set in columns without rules: where their rows and columns would be ruled.
//!
//! Bands are lines that overlap from top to bottom, as those of a row do whose cells have one and two lines. Several bands
//! below each other with text in the same columns, under a head that names columns of plans, are a table. All else stays
//! lines.

use super::glyphs::Glyph;
use super::lines;
use super::rules::{Rule, Way};
use crate::source::Table;

/// Minimum gap between the columns of a line, in font sizes.
const COLUMN: f64 = 0.9;
/// Minimum gap between the columns of a table, in font sizes.
const ALLEY: f64 = 0.3;
/// Maximum gap between the bands of a table, in font sizes.
const APART: f64 = 4.0;
/// Maximum gap between lines of one cell, in font sizes.
const LEADING: f64 = 0.75;
/// How far the columns of a table may stand elsewhere on the next page, in font sizes.
const NEAR: f64 = 4.0;
/// Minimum columns of a table, and rows that fill them.
const COLUMNS: usize = 3;
const ROWS: usize = 3;
/// Most bands of a page that are looked at.
const MOST: usize = 400;

/// What the heads of columns say.
const HEADS: &[&str] = &[
    "序号", "指标", "单位", "属性", "性质", "年", "目标", "任务", "部门", "时限", "项目", "类别",
    "名称", "内容", "责任",
];

/// A piece of a line: from its left to its right.
#[derive(Clone, Copy, Debug)]
struct Piece {
    left: f64,
    right: f64,
}

/// Lines that overlap from top to bottom.
#[derive(Clone, Debug)]
struct Band {
    top: f64,
    bottom: f64,
    size: f64,
    pieces: Vec<Piece>,
    text: String,
}

/// The rules that tables without rules would have, for each table. The first one may go on with the table at the end of the
/// page before, which has the columns `before`.
pub(super) fn rules(glyphs: &[Glyph], mut before: Option<&[f64]>) -> Vec<Vec<Rule>> {
    let bands = bands(glyphs);
    let width = bands.iter().map(Band::width).fold(0.0, f64::max);
    let mut found = Vec::new();
    let mut rest = bands.as_slice();
    while let Some(first) = rest.iter().position(Band::is_set) {
        let from = rest.get(first..).unwrap_or_default();
        let length = block(from, width);
        let (table, behind) = from.split_at(length.max(1));
        let own = grid(table);
        let going_on = || before.and_then(|columns| going_on(table, columns));
        found.extend(own.or_else(going_on));
        before = None;
        rest = behind;
    }
    found
}

/// The bands of a page, from top to bottom.
fn bands(glyphs: &[Glyph]) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for row in lines::rows(glyphs.to_vec()) {
        let (top, bottom) = (row.y - row.size * 0.85, row.y + row.size * 0.12);
        let pieces = pieces(&row.glyphs, row.size * ALLEY);
        match bands.last_mut() {
            Some(band) if top < band.bottom - row.size * 0.1 => {
                band.bottom = band.bottom.max(bottom);
                band.pieces.extend(pieces);
                band.text.push_str(&row.text());
            }
            _ => bands.push(Band {
                top,
                bottom,
                size: row.size,
                pieces,
                text: row.text(),
            }),
        }
        if bands.len() > MOST {
            return Vec::new();
        }
    }
    for band in &mut bands {
        band.pieces = merged(&band.pieces, band.size * ALLEY);
    }
    bands
}

/// The pieces of a line, apart by at least `gap`.
fn pieces(glyphs: &[Glyph], gap: f64) -> Vec<Piece> {
    let all: Vec<Piece> = glyphs
        .iter()
        .map(|it| Piece {
            left: it.x,
            right: it.x + it.width,
        })
        .collect();
    merged(&all, gap)
}

/// Pieces joined where less than `gap` is between them, from left to right.
fn merged(pieces: &[Piece], gap: f64) -> Vec<Piece> {
    let mut pieces = pieces.to_vec();
    pieces.sort_by(|one, other| one.left.total_cmp(&other.left));
    let mut found: Vec<Piece> = Vec::new();
    for piece in pieces {
        match found.last_mut() {
            Some(last) if piece.left - last.right < gap => last.right = last.right.max(piece.right),
            _ => found.push(piece),
        }
    }
    found
}

impl Band {
    /// From the left of the first piece to the right of the last.
    fn width(&self) -> f64 {
        let left = self.pieces.first().map_or(0.0, |it| it.left);
        self.pieces.last().map_or(0.0, |it| it.right) - left
    }

    /// Its pieces that are clearly apart.
    fn apart(&self) -> Vec<Piece> {
        merged(&self.pieces, self.size * COLUMN)
    }

    /// Whether it is set in columns.
    fn is_set(&self) -> bool {
        self.apart().len() >= COLUMNS
    }
}

/// How many bands from the first on may be one table: set in columns, or narrow ones between such.
fn block(bands: &[Band], width: f64) -> usize {
    let mut length = 0;
    let mut last: Option<&Band> = None;
    for (n, band) in bands.iter().enumerate() {
        let is_near = last.is_none_or(|it| band.top - it.bottom <= band.size * APART);
        let widest = band.apart().into_iter().map(|it| it.right - it.left);
        let is_narrow = widest.fold(0.0, f64::max) <= width * 0.45;
        if !is_near || !is_narrow {
            break;
        }
        last = Some(band);
        // A narrow line behind the last row may be the next paragraph.
        if band.is_set() {
            length = n + 1;
        }
    }
    length
}

/// The rules of a table; `None` if the bands are none.
fn grid(bands: &[Band]) -> Option<Vec<Rule>> {
    let set = bands.iter().filter(|band| band.is_set()).count();
    let heads: String = bands
        .iter()
        .take(4)
        .map(|band| band.text.as_str())
        .collect();
    let named = named(&heads);
    // One row is enough below a head that names most of its columns.
    let least = if named >= 4 { 2 } else { ROWS };
    if set < least || named < 2 {
        return None;
    }
    let columns = columns(bands)?;
    let filled = |band: &&Band| occupied(band, &columns) >= COLUMNS;
    if columns.len() <= COLUMNS || bands.iter().filter(filled).count() < least {
        return None;
    }
    ruled(bands, &columns)
}

/// The rules of a table that goes on with one that has the columns `before`; `None` if it has others.
fn going_on(bands: &[Band], before: &[f64]) -> Option<Vec<Rule>> {
    let own = columns(bands)?;
    let size = bands.first()?.size;
    let inner = |all: &[f64]| all.get(1..all.len().saturating_sub(1)).map(<[f64]>::to_vec);
    let (ours, theirs) = (inner(&own)?, inner(before)?);
    let mut pairs = ours.iter().zip(&theirs);
    let fits = own.len() == before.len() && pairs.all(|(a, b)| (a - b).abs() <= size * NEAR);
    if fits { ruled(bands, &own) } else { None }
}

/// The rules around the rows and columns of bands.
fn ruled(bands: &[Band], columns: &[f64]) -> Option<Vec<Rule>> {
    let rows = rows(bands, columns);
    let (left, right) = (*columns.first()?, *columns.last()?);
    let (top, bottom) = (*rows.first()?, *rows.last()?);
    let rule = |way: Way, at: &f64, from: f64, to: f64| Rule {
        way,
        at: *at,
        from,
        to,
    };
    let across = rows.iter().map(|at| rule(Way::Across, at, left, right));
    let down = columns.iter().map(|at| rule(Way::Down, at, top, bottom));
    Some(across.chain(down).collect())
}

/// How many words of heads a text has.
fn named(text: &str) -> usize {
    HEADS.iter().filter(|head| text.contains(**head)).count()
}

/// Whether a table begins with its heads.
pub(super) fn has_heads(table: &Table) -> bool {
    let first = table.rows.iter().take(1).flatten();
    let words: String = first.map(|cell| cell.text.as_str()).collect();
    named(&words) >= 2
}

/// Where columns begin and end: the middles of the alleys that nearly all bands leave free.
fn columns(bands: &[Band]) -> Option<Vec<f64>> {
    let pieces = || bands.iter().flat_map(|band| &band.pieces);
    let left = pieces().map(|it| it.left).fold(f64::INFINITY, f64::min);
    let right = pieces().map(|it| it.right).fold(0.0, f64::max);
    let size = bands.first()?.size;
    let crossing = bands.len() / 8;
    let mut edges: Vec<(f64, i32)> = pieces()
        .flat_map(|it| [(it.left, 1), (it.right, -1)])
        .collect();
    edges.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let mut found = vec![left - 1.0];
    let mut open = 0;
    let mut free_from: Option<f64> = None;
    for (at, change) in edges {
        open += change;
        let is_free = usize::try_from(open).is_ok_and(|open| open <= crossing);
        match (is_free, free_from) {
            (true, None) => free_from = Some(at),
            (false, Some(from)) => {
                if at - from >= size * ALLEY && from > left {
                    found.push(f64::midpoint(from, at));
                }
                free_from = None;
            }
            _ => {}
        }
    }
    found.push(right + 1.0);
    Some(found)
}

/// How many columns a band has text in.
fn occupied(band: &Band, columns: &[f64]) -> usize {
    let has = |pair: &&[f64]| {
        let middle = |it: &Piece| f64::midpoint(it.left, it.right);
        let pieces = &mut band.pieces.iter();
        matches!(pair, [from, to] if pieces.any(|it| (*from..*to).contains(&middle(it))))
    };
    columns.windows(2).filter(has).count()
}

/// Where rows begin and end: between bands, but a line of one cell belongs to the row that it is nearest to.
fn rows(bands: &[Band], columns: &[f64]) -> Vec<f64> {
    let gap = |pair: &[Band]| match pair {
        [above, below] => (below.top - above.bottom, above.size),
        _ => (0.0, 1.0),
    };
    let gaps: Vec<(f64, f64)> = bands.windows(2).map(gap).collect();
    let between = |n: usize| gaps.get(n).map_or(f64::INFINITY, |(gap, _)| *gap);
    let joins = |n: usize| {
        let (gap, size) = gaps.get(n).copied().unwrap_or((f64::INFINITY, 1.0));
        let alone = |at: usize| {
            bands
                .get(at)
                .is_some_and(|band| occupied(band, columns) == 1)
        };
        let nearest_below = alone(n) && gap <= n.checked_sub(1).map_or(f64::INFINITY, between);
        let nearest_above = alone(n + 1) && gap <= between(n + 1);
        gap <= size * LEADING && (nearest_below || nearest_above)
    };
    let mut found = Vec::new();
    for (n, band) in bands.iter().enumerate() {
        let above = n
            .checked_sub(1)
            .and_then(|n| bands.get(n).map(|it| (n, it)));
        match above {
            None => found.push(band.top - 1.0),
            Some((at, above)) if !joins(at) => found.push(f64::midpoint(above.bottom, band.top)),
            _ => {}
        }
    }
    found.extend(bands.last().map(|band| band.bottom + 1.0));
    found
}
