//! Where the rows of the overview stand: one below the other; or, on screens that are wide enough and high enough for all of
//! them, in two columns, the second of which begins behind [`Row::Beside`].

use ratatui::layout::{Rect, Size};

use super::{Row, tally};
use crate::app::Document;
use crate::evaluation::Board;
use crate::layout;
use crate::plan::Outline;
use crate::text::{width, wrap};
use crate::words::tr;

/// The rows in the order of the cursor, wrapped to the columns in which they stand.
pub fn arrange(rows: Vec<Row>, document: &Document, size: Size) -> Vec<Row> {
    let area = layout::overview(size);
    let columns = layout::overview_columns(size);
    let two = columns.and_then(|columns| in_two(&rows, document, columns));
    two.unwrap_or_else(|| {
        let names = names(&rows);
        in_lines(rows, names, &document.assessment.board, area.width)
    })
}

/// The rows in two columns, parted before the heading that makes them most alike in height; `None` if they don't fit.
fn in_two(rows: &[Row], document: &Document, [left, right]: [Rect; 2]) -> Option<Vec<Row>> {
    let names = names(rows);
    let (board, outline) = (&document.assessment.board, &document.dossier.outline);
    let lines = |rows: &[Row], columns: u16| {
        let rows = in_lines(rows.to_vec(), names, board, columns).into_iter();
        let rows = rows.flat_map(|row| in_whole(row, outline, usize::from(columns)));
        rows.collect::<Vec<Row>>()
    };
    let part = |at: usize| {
        let (before, after) = (rows.get(..at)?, rows.get(at + 1..)?);
        Some((lines(before, left.width), lines(after, right.width)))
    };
    let pairs = rows.windows(2).enumerate();
    let headings = pairs.filter(|(_, pair)| matches!(pair, [Row::Blank, Row::Heading(_)]));
    let parted = headings.filter_map(|(at, _)| part(at));
    let (mut before, after) = parted.min_by_key(|(one, other)| one.len().max(other.len()))?;
    let has_room = before.len().max(after.len()) <= usize::from(left.height);
    has_room.then(|| {
        before.push(Row::Beside);
        before.extend(after);
        before
    })
}

/// The columns of the labels of facts, including a gap.
pub fn names(rows: &[Row]) -> usize {
    let names = rows.iter().filter_map(|row| match row {
        Row::Fact(name, _) => Some(width(tr(name))),
        _ => None,
    });
    names.max().unwrap_or(0) + 2
}

/// The rows with facts, warnings and counts wrapped to `columns`, of which the labels of facts take `names`.
fn in_lines(rows: Vec<Row>, names: usize, board: &Board, columns: u16) -> Vec<Row> {
    let area = Rect::new(0, 0, columns, 1);
    let columns = usize::from(columns);
    let room = columns.saturating_sub(names).max(2);
    let cut = |text: &str, room: usize| -> Vec<String> {
        let lines = wrap(text, room, 0).into_iter();
        lines
            .map(|line| text.get(line).unwrap_or_default().to_owned())
            .collect()
    };
    let lines = |row: Row| match row {
        Row::Fact(name, text) => {
            let names = std::iter::once(name).chain(std::iter::repeat(""));
            let facts = names.zip(cut(&text, room));
            facts.map(|(name, text)| Row::Fact(name, text)).collect()
        }
        Row::Tally(tier) => {
            let last = tally(tier, board, area)
                .last()
                .map_or(0, |chip| chip.area.y);
            let more = (1..=last).map(|line| Row::TallyMore(tier, line));
            std::iter::once(Row::Tally(tier)).chain(more).collect()
        }
        Row::Warning(text) => cut(&text, columns).into_iter().map(Row::Warning).collect(),
        row => vec![row],
    };
    rows.into_iter().flat_map(lines).collect()
}

/// A principle over as many rows as it needs, set in by its title; other rows as they are.
fn in_whole(row: Row, outline: &Outline, columns: usize) -> Vec<Row> {
    let Row::Principle(id) = row else {
        return vec![row];
    };
    let node = outline.node(id);
    let room = columns.saturating_sub(width(node.title()) + 2).max(2);
    let lines = wrap(node.rest(), room, 0).into_iter();
    let lines: Vec<Row> = lines.map(|part| Row::PrincipleLine(id, part)).collect();
    if lines.is_empty() { vec![row] } else { lines }
}

/// The places of rows on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// Where the rows before [`Row::Beside`] stand, or all of them.
    first: Rect,
    /// Where the rows behind it stand; `None` where all stand one below the other.
    second: Option<(usize, Rect)>,
    /// The first row on the screen.
    top: usize,
}

impl Places {
    /// The places of arranged rows, of which `top` is the first on the screen.
    pub fn of(rows: &[Row], size: Size, top: usize) -> Self {
        let beside = rows.iter().position(|row| *row == Row::Beside);
        match beside.zip(layout::overview_columns(size)) {
            Some((at, [first, right])) => Self {
                first,
                second: Some((at + 1, right)),
                top: 0,
            },
            None => Self {
                first: layout::overview(size),
                second: None,
                top,
            },
        }
    }

    /// Whether the rows stand in two columns, where all of them are on the screen.
    pub fn is_in_two(&self) -> bool {
        self.second.is_some()
    }

    /// The column of a row, in whole.
    pub fn column(&self, row: usize) -> Rect {
        match self.second {
            Some((start, right)) if row >= start => right,
            _ => self.first,
        }
    }

    /// The line of a row; `None` of one that is not on the screen.
    pub fn line(&self, row: usize) -> Option<Rect> {
        let column = self.column(row);
        let start = match self.second {
            Some((start, _)) if row >= start => start,
            _ => self.top,
        };
        let below = u16::try_from(row.checked_sub(start)?).ok()?;
        (below < column.height).then_some(Rect {
            y: column.y + below,
            height: 1,
            ..column
        })
    }

    /// The row at a point of the screen, of `count` rows.
    pub fn row_at(&self, x: u16, y: u16, count: usize) -> Option<usize> {
        let is_hit = |row: &usize| self.line(*row).is_some_and(|it| it.contains((x, y).into()));
        (0..count).find(is_hit)
    }

    /// What is left of the first column below its rows, after a blank; empty where the rows stand one below the other.
    pub fn below_first(&self) -> Rect {
        let taken = self.second.map_or(u16::MAX, |(start, _)| start as u16);
        Rect {
            y: self.first.y.saturating_add(taken),
            height: self.first.height.saturating_sub(taken),
            ..self.first
        }
    }

    /// The row at the same height in the other column: the second for `rightwards`, else the first.
    pub fn across(&self, row: usize, rightwards: bool) -> Option<usize> {
        let (start, _) = self.second?;
        match (rightwards, row >= start) {
            (true, false) => Some(start + row),
            (false, true) => Some((row - start).min(start.saturating_sub(2))),
            _ => None,
        }
    }
}
