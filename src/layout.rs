//! Where everything stands on a screen of a given size. Pure rectangles, asked by the state (page heights, mouse) and by
//! the drawing alike, so that both always agree. Plain arithmetic: a constraint solver took a tenth of the start.

use ratatui::layout::{Rect, Size};

use crate::typeset::WIDEST_MEASURE;

/// The smallest screen that is drawn on.
pub const SMALLEST: Size = Size {
    width: 40,
    height: 12,
};

/// From this width on the table of contents stands beside the text.
const TOC_FROM: u16 = 72;
/// From this width on the details of a list stand beside it, below this width under it.
const SIDE_BY_SIDE_FROM: u16 = 100;

/// Whether a screen is large enough to draw on.
pub fn is_large_enough(size: Size) -> bool {
    size.width >= SMALLEST.width && size.height >= SMALLEST.height
}

/// The three bands of every screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Title and tabs.
    pub header: Rect,
    /// What the view shows.
    pub body: Rect,
    /// Position, hints, the line being typed.
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

/// The parts of the reading view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The table of contents; empty where it is not shown.
    pub toc: Rect,
    /// The line between table and text; empty where there is none.
    pub divider: Rect,
    /// The headings above the text that is shown.
    pub trail: Rect,
    /// The lines of text, as wide as the measure.
    pub text: Rect,
    /// The scroll bar.
    pub scroll: Rect,
}

/// Divides the reading view, with text of at most `measure` columns. On a narrow screen the table and the text take
/// turns.
pub fn reading(size: Size, measure: u16, toc_has_focus: bool) -> Reading {
    let body = frame(size).body;
    if size.width < TOC_FROM && toc_has_focus {
        let toc = Rect {
            x: body.x + 1,
            width: body.width.saturating_sub(2),
            ..body
        };
        return Reading {
            toc,
            divider: Rect::ZERO,
            trail: Rect::ZERO,
            text: text_area(body, measure).1,
            scroll: Rect::ZERO,
        };
    }
    let (toc, divider, pane) = if size.width < TOC_FROM {
        (Rect::ZERO, Rect::ZERO, body)
    } else {
        beside(body)
    };
    let (trail, text) = text_area(pane, measure);
    let scroll = Rect {
        x: body.right().saturating_sub(1),
        y: text.y,
        width: 1,
        height: text.height,
    };
    Reading {
        toc,
        divider,
        trail,
        text,
        scroll,
    }
}

/// The table of contents, the line beside it, and the room for the text.
fn beside(body: Rect) -> (Rect, Rect, Rect) {
    let columns = (body.width * 3 / 10).clamp(22, 44);
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

/// An area cut after so many columns.
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

/// An area cut after so many rows.
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

/// The trail line and the text below it, centred in the pane at the measure.
fn text_area(pane: Rect, measure: u16) -> (Rect, Rect) {
    let measure = pane.width.saturating_sub(4).min(measure);
    let x = pane.x + (pane.width - measure) / 2;
    let trail = Rect {
        x,
        width: measure,
        height: pane.height.min(1),
        ..pane
    };
    let text = Rect {
        x,
        y: pane.y + 2,
        width: measure,
        height: pane.height.saturating_sub(2),
    };
    (trail, text)
}

/// The parts of the views that list targets or tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The domains with their counts.
    pub domains: Rect,
    /// The names of the columns.
    pub columns: Rect,
    /// The rows.
    pub rows: Rect,
    /// The line between rows and details.
    pub divider: Rect,
    /// The details of the selected row.
    pub details: Rect,
}

/// Divides a list view whose domains need so many lines.
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
        let (left, rest) = split_columns(body, body.width * 62 / 100);
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

/// Where the overview stands.
pub fn overview(size: Size) -> Rect {
    let body = frame(size).body;
    let width = body.width.saturating_sub(4).min(WIDEST_MEASURE + 16);
    Rect {
        x: body.x + (body.width - width) / 2,
        width,
        y: body.y + 1,
        height: body.height.saturating_sub(1),
    }
}

/// Where a sheet over the view stands, between two lines.
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
