//! Where everything stands on a screen of a given size. Pure rectangles, asked by the state (page heights, mouse) and by
//! the drawing alike, so that both always agree.

use ratatui::layout::{Constraint, Layout, Rect, Size};

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
    let rows = [
        Constraint::Length(1),
        Constraint::Min(0),
        Constraint::Length(1),
    ];
    let [header, body, footer] =
        Layout::vertical(rows).areas(Rect::new(0, 0, size.width, size.height));
    Frame {
        header,
        body,
        footer,
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

/// Divides the reading view. On a narrow screen the table and the text take turns.
pub fn reading(size: Size, toc_has_focus: bool) -> Reading {
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
            text: text_area(body).1,
            scroll: Rect::ZERO,
        };
    }
    let (toc, divider, pane) = if size.width < TOC_FROM {
        (Rect::ZERO, Rect::ZERO, body)
    } else {
        beside(body)
    };
    let (trail, text) = text_area(pane);
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

fn beside(body: Rect) -> (Rect, Rect, Rect) {
    let columns = (body.width * 3 / 10).clamp(22, 44);
    let parts = [
        Constraint::Length(1),
        Constraint::Length(columns),
        Constraint::Length(1),
        Constraint::Min(0),
    ];
    let [_, toc, divider, pane] = Layout::horizontal(parts).areas(body);
    (toc, divider, pane)
}

/// The trail line and the text below it, centred in the pane at the measure.
fn text_area(pane: Rect) -> (Rect, Rect) {
    let measure = pane.width.saturating_sub(4).min(WIDEST_MEASURE);
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
    let bands = [Constraint::Length(domain_lines), Constraint::Min(0)];
    let [domains, body] = Layout::vertical(bands)
        .spacing(u16::from(size.height >= 24))
        .areas(body);
    if size.width >= SIDE_BY_SIDE_FROM {
        let parts = [
            Constraint::Percentage(62),
            Constraint::Length(3),
            Constraint::Min(0),
        ];
        let [left, divider, details] = Layout::horizontal(parts).areas(body);
        let [columns, rows] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(left);
        return Listing {
            domains,
            columns,
            rows,
            divider,
            details,
        };
    }
    let bands = [
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Fill(1),
    ];
    let [columns, rows, divider, details] = Layout::vertical(bands).areas(body);
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

/// Where the list of keys stands.
pub fn help(size: Size) -> Rect {
    let body = frame(size).body;
    let width = body.width.saturating_sub(4).min(64);
    Rect {
        x: body.x + (body.width - width) / 2,
        width,
        y: body.y + 1,
        height: body.height.saturating_sub(2),
    }
}
