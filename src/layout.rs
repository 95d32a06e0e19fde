//! The areas of a screen of a given size. State (page heights, mouse) and drawing use the same functions, so that they
//! agree. Plain arithmetic: a constraint solver took a tenth of the start.

use ratatui::layout::{Rect, Size};

use crate::typeset::WIDEST_MEASURE;

/// The minimum size of the screen.
pub const SMALLEST: Size = Size {
    width: 40,
    height: 12,
};

/// The minimum width of the screen for the table of contents beside the text; on narrower ones its titles would be cut.
const TOC_FROM: u16 = 100;
/// The minimum width of the pane of the text for notes beside it.
const SIDE_FROM: u16 = 84;
/// The columns between the text and the notes beside it.
const SIDE_GAP: u16 = 3;
/// The minimum width of the screen for details beside a list; on narrower ones they are below it.
const SIDE_BY_SIDE_FROM: u16 = 100;

/// Whether a screen is large enough to draw on.
pub fn is_large_enough(size: Size) -> bool {
    size.width >= SMALLEST.width && size.height >= SMALLEST.height
}

/// The areas of every screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Title and tabs.
    pub header: Rect,
    /// The view.
    pub body: Rect,
    /// Position and hints, a message, or the prompt.
    pub footer: Rect,
}

/// Divides the screen.
pub fn frame(size: Size) -> Frame {
    let line = |y| Rect::new(0, y, size.width, size.height.min(1));
    let body = Rect::new(0, 1, size.width, size.height.saturating_sub(2));
    Frame {
        header: line(0),
        body,
        footer: line(size.height.saturating_sub(1)),
    }
}

/// The areas of the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// The list of what is to be reviewed.
    pub list: Rect,
    /// The line between both, if they stand side by side; else empty.
    pub divider: Rect,
    /// What is told of the selected item.
    pub told: Rect,
}

/// Divides the review of so many items: side by side on wide screens; else their list has up to half of the room, and a
/// blank line below it.
pub fn review(size: Size, items: usize) -> Review {
    if size.width >= SIDE_BY_SIDE_FROM {
        let body = frame(size).body;
        let area = Rect {
            x: body.x + 2,
            width: body.width.saturating_sub(4),
            y: body.y + 1,
            height: body.height.saturating_sub(2),
        };
        let (list, rest) = split_columns(area, area.width * 45 / 100);
        let (divider, told) = split_columns(rest, 3);
        return Review {
            list,
            divider,
            told,
        };
    }
    let area = sheet(size);
    let most = (area.height / 2).max(2).min(area.height);
    let height = u16::try_from(items).map_or(most, |items| items.clamp(1, most));
    let list = Rect { height, ..area };
    let told = Rect {
        y: area.y + height + 1,
        height: area.height.saturating_sub(height + 1),
        ..area
    };
    Review {
        list,
        divider: Rect::ZERO,
        told,
    }
}

/// The areas of the reading view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The table of contents; empty if not shown.
    pub toc: Rect,
    /// The line between table and text; empty if there is none.
    pub divider: Rect,
    /// The headings above the cursor.
    pub trail: Rect,
    /// The text.
    pub text: Rect,
    /// The columns from the left edge of the text that a table may take; at least those of the text.
    pub wide: u16,
    /// The notes beside the text; empty if there is no room.
    pub side: Rect,
    /// The scroll bar.
    pub scroll: Rect,
}

/// What stands beside the text where there is room: the table of contents and the notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panes {
    /// They are shown.
    #[default]
    Open,
    /// The text stands alone, as on a narrow screen.
    Folded,
}

/// Divides the reading view, with text of at most `measure` columns. A narrow screen, or one with folded panes, shows only
/// the focused one of table and text.
pub fn reading(size: Size, measure: u16, panes: Panes, toc_has_focus: bool) -> Reading {
    let body = frame(size).body;
    let is_single = size.width < TOC_FROM || panes == Panes::Folded;
    if is_single && toc_has_focus {
        let toc = Rect {
            x: body.x + 1,
            width: body.width.saturating_sub(2),
            ..body
        };
        let parts = page(body, measure, panes);
        return Reading {
            toc,
            divider: Rect::ZERO,
            trail: Rect::ZERO,
            text: parts.text,
            wide: parts.wide,
            side: Rect::ZERO,
            scroll: Rect::ZERO,
        };
    }
    let (toc, divider, pane) = if is_single {
        (Rect::ZERO, Rect::ZERO, body)
    } else {
        beside(body)
    };
    let parts = page(pane, measure, panes);
    let scroll = Rect {
        x: body.right().saturating_sub(1),
        y: parts.text.y,
        width: 1,
        height: parts.text.height,
    };
    Reading {
        toc,
        divider,
        trail: Rect {
            y: pane.y,
            width: parts.wide,
            height: pane.height.min(1),
            ..parts.text
        },
        text: parts.text,
        wide: parts.wide,
        side: parts.side,
        scroll,
    }
}

/// The table of contents, the divider, and the pane of the text.
fn beside(body: Rect) -> (Rect, Rect, Rect) {
    let columns = (body.width * 28 / 100).clamp(28, 44);
    let (toc, rest) = split_columns(
        Rect {
            x: body.x + 1,
            width: body.width.saturating_sub(1),
            ..body
        },
        columns,
    );
    let (divider, pane) = split_columns(rest, 1);
    (toc, divider, pane)
}

/// Splits an area after `columns`.
fn split_columns(area: Rect, columns: u16) -> (Rect, Rect) {
    let columns = columns.min(area.width);
    let left = Rect {
        width: columns,
        ..area
    };
    (
        left,
        Rect {
            x: left.right(),
            width: area.width - columns,
            ..area
        },
    )
}

/// Splits an area after `rows`.
fn split_rows(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let above = Rect {
        height: rows,
        ..area
    };
    (
        above,
        Rect {
            y: above.bottom(),
            height: area.height - rows,
            ..area
        },
    )
}

/// The text in its pane, the columns that a table may take, and the notes beside the text.
struct Page {
    text: Rect,
    wide: u16,
    side: Rect,
}

/// Divides the pane: text of at most `measure` columns, and notes beside it if there is room; in the middle.
fn page(pane: Rect, measure: u16, panes: Panes) -> Page {
    let room = pane.width.saturating_sub(4);
    let notes = if pane.width >= SIDE_FROM && panes == Panes::Open {
        (pane.width * 28 / 100).clamp(22, 40)
    } else {
        0
    };
    let beside = if notes > 0 { notes + SIDE_GAP } else { 0 };
    let columns = room.saturating_sub(beside).min(measure);
    let x = pane.x + (pane.width - columns - beside) / 2;
    let text = Rect {
        x,
        y: pane.y + 2,
        width: columns,
        height: pane.height.saturating_sub(2),
    };
    let wide = if notes > 0 {
        columns + beside
    } else {
        // As far to the right as the pane goes, short of the scroll bar.
        (pane.right().saturating_sub(x + 2)).max(columns)
    };
    let side = Rect {
        x: text.right() + SIDE_GAP.min(beside),
        width: notes,
        ..text
    };
    let side = if notes > 0 { side } else { Rect::ZERO };
    Page { text, wide, side }
}

/// The areas of a list view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The domains with their counts.
    pub domains: Rect,
    /// The captions of the columns.
    pub columns: Rect,
    /// The rows.
    pub rows: Rect,
    /// The line between rows and details; a row, or columns if they are side by side.
    pub divider: Rect,
    /// The details of the selected row.
    pub details: Rect,
}

/// Divides a list view with `domain_lines` for the domains.
pub fn listing(size: Size, domain_lines: u16) -> Listing {
    let body = frame(size).body;
    let body = Rect {
        x: body.x + 1,
        width: body.width.saturating_sub(2),
        ..body
    };
    let (domains, rest) = split_rows(body, domain_lines);
    let (_, body) = split_rows(rest, u16::from(size.height >= 24));
    if size.width >= SIDE_BY_SIDE_FROM {
        let (left, rest) = split_columns(body, body.width * 68 / 100);
        let (divider, details) = split_columns(rest, 3);
        let (columns, rows) = split_rows(left, 1);
        return Listing {
            domains,
            columns,
            rows,
            divider,
            details,
        };
    }
    let (columns, rest) = split_rows(body, 1);
    let (rows, rest) = split_rows(rest, rest.height / 2);
    let (divider, details) = split_rows(rest, 1);
    Listing {
        domains,
        columns,
        rows,
        divider,
        details,
    }
}

/// The area of the overview.
pub fn overview(size: Size) -> Rect {
    let body = frame(size).body;
    let width = body.width.saturating_sub(4).min(WIDEST_BOARD);
    Rect {
        x: body.x + (body.width - width) / 2,
        width,
        y: body.y + 1,
        height: body.height.saturating_sub(1),
    }
}

/// The minimum width of the screen for an overview in two columns.
const TWO_COLUMNS_FROM: u16 = 168;
/// The columns between them, and how wide the second may be.
const COLUMNS_GAP: u16 = 4;
const SECOND_COLUMN: std::ops::RangeInclusive<u16> = 60..=84;

/// The columns of the overview on a wide screen: how the targets stand, and what follows; `None` on others.
pub fn overview_columns(size: Size) -> Option<[Rect; 2]> {
    if size.width < TWO_COLUMNS_FROM {
        return None;
    }
    let one = overview(size);
    let room = size.width - 4;
    let (least, most) = SECOND_COLUMN.into_inner();
    let beside = (room * 36 / 100).clamp(least, most);
    let width = room.saturating_sub(beside + COLUMNS_GAP).min(WIDEST_BOARD);
    let x = (size.width - width - COLUMNS_GAP - beside) / 2;
    let first = Rect { x, width, ..one };
    let second = Rect {
        x: x + width + COLUMNS_GAP,
        width: beside,
        ..one
    };
    Some([first, second])
}

/// The maximum columns of the overview: beyond them the figures of a row stand too far apart.
const WIDEST_BOARD: u16 = 132;

/// The minimum columns of a column of the help, and the maximum.
const HELP_COLUMN: u16 = 44;
const WIDEST_HELP_COLUMN: u16 = 64;

/// The columns of the help, between two rules; the second is empty where there is room for one only.
pub fn help(size: Size) -> [Rect; 2] {
    const GAP: u16 = 4;
    let one = sheet(size);
    let body = frame(size).body;
    let room = body.width.saturating_sub(4);
    let width = (room.saturating_sub(GAP) / 2).min(WIDEST_HELP_COLUMN);
    if width < HELP_COLUMN {
        return [one, Rect { width: 0, ..one }];
    }
    let x = body.x + (body.width - 2 * width - GAP) / 2;
    let left = Rect { x, width, ..one };
    let right = Rect {
        x: x + width + GAP,
        ..left
    };
    [left, right]
}

/// The area of what is presented, with air around it; above it stands where it is from.
pub fn presentation(size: Size) -> Rect {
    let body = frame(size).body;
    let across = (size.width / 20).clamp(2, 12);
    let (above, below) = (1, u16::from(size.height >= 24));
    Rect {
        x: body.x + across,
        width: body.width.saturating_sub(2 * across),
        y: body.y + above,
        height: body.height.saturating_sub(above + below),
    }
}

/// The maximum columns of a card, whose chart fills it.
const WIDEST_CARD: u16 = 180;

/// The area of a card, between two rules.
pub fn card(size: Size) -> Rect {
    let width = size.width.saturating_sub(4).min(WIDEST_CARD);
    Rect {
        x: (size.width - width) / 2,
        width,
        ..sheet(size)
    }
}

/// The area of a sheet or form, between two rules.
pub fn sheet(size: Size) -> Rect {
    let body = frame(size).body;
    let width = body.width.saturating_sub(4).min(WIDEST_MEASURE);
    let x = body.x + (body.width - width) / 2;
    Rect {
        x,
        width,
        y: body.y + 1,
        height: body.height.saturating_sub(2),
    }
}
