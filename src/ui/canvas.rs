//! Writes text on the buffer: cut to its area, without control characters, wide characters never halved.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::lines;
use super::theme::Theme;
use crate::app::Chip;
use crate::evaluation::Group;
use crate::gauge::{Instrument, Part, Piece, Signs};
use crate::text::{certain_width, clusters, truncate, width};
use crate::words::say;

/// The buffer and the styles to write with.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    pub(super) theme: Theme,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: Theme) -> Self {
        Self { buffer, theme }
    }

    /// Text cut to `columns`, with an ellipsis if cut. Returns the column after it.
    pub(super) fn text(&mut self, x: u16, y: u16, columns: u16, text: &str, style: Style) -> u16 {
        let cut = truncate(text, usize::from(columns));
        self.put(x, y, columns, &cut, style)
    }

    /// Writes text cluster by cluster, emptying the cells that a wide one covers. Stops where the next cluster would
    /// exceed `columns` or the buffer. Returns the column after the text.
    pub(super) fn put(
        &mut self,
        mut x: u16,
        y: u16,
        columns: u16,
        text: &str,
        style: Style,
    ) -> u16 {
        let area = self.buffer.area;
        if y >= area.bottom() {
            return x;
        }
        let end = area.right().min(x.saturating_add(columns));
        let mut rows = self
            .buffer
            .content
            .chunks_mut(usize::from(area.width).max(1));
        let Some(row) = rows.nth(usize::from(y - area.y)) else {
            return x;
        };
        for cluster in clusters(text).filter(|it| it.width > 0) {
            let Some(symbol) = text.get(cluster.start..cluster.end) else {
                continue;
            };
            let next = x.saturating_add(cluster.width as u16);
            if next > end {
                break;
            }
            let taken = usize::from(x - area.x)..usize::from(next - area.x);
            let Some([cell, covered @ ..]) = row.get_mut(taken) else {
                break;
            };
            cell.set_symbol(symbol).set_style(style);
            cell.set_diff_option(forced_width(symbol, cluster.width as u16));
            covered.iter_mut().for_each(Cell::reset);
            x = next;
        }
        x
    }

    /// Text that ends at the right edge of an area's first line.
    pub(super) fn text_right(&mut self, area: Rect, text: &str, style: Style) {
        let columns = (width(text) as u16).min(area.width);
        self.text(area.right() - columns, area.y, columns, text, style);
    }

    /// Text in the middle of an area's first line.
    pub(super) fn centred(&mut self, area: Rect, text: &str, style: Style) {
        let columns = (width(text) as u16).min(area.width);
        let x = area.x + (area.width - columns) / 2;
        self.text(x, area.y, columns, text, style);
    }

    /// A line of spans on an area's first line, cut at its edge with one ellipsis.
    pub(super) fn line(&mut self, area: Rect, line: &Line<'_>) {
        let mut x = area.x;
        for Span { content, style } in &line.spans {
            let room = area.right().saturating_sub(x);
            x = self.text(x, area.y, room, content, line.style.patch(*style));
            if width(content) > usize::from(room) {
                return;
            }
        }
    }

    /// Lines from line `top` on. If they don't all fit, the last row tells how many are left.
    pub(super) fn lines(&mut self, area: Rect, lines: &[Line<'_>], top: usize) {
        let shown = self.more(area, lines.len(), top);
        for (row, line) in row_areas(area).take(shown).zip(lines.iter().skip(top)) {
            self.line(row, line);
        }
    }

    /// Tells in an area's last row how many of `total` lines lie below, if any. Returns the rows left for lines.
    pub(super) fn more(&mut self, area: Rect, total: usize, top: usize) -> usize {
        let room = usize::from(area.height);
        let below = total.saturating_sub(top);
        if below <= room || room == 0 {
            return room;
        }
        let last = Rect {
            y: area.bottom() - 1,
            height: 1,
            ..area
        };
        self.text_right(
            last,
            &say!("余 {n} 行", n = below - (room - 1)),
            self.theme.quiet(),
        );
        room - 1
    }

    /// Labels at their places, with the chosen one highlighted.
    pub(super) fn chips<T: PartialEq>(&mut self, chips: &[Chip<T>], chosen: &T) {
        for Chip { area, label, value } in chips {
            let style = if value == chosen {
                self.theme.chosen()
            } else {
                self.theme.plain()
            };
            self.text(area.x, area.y, area.width, label, style);
        }
    }

    /// A gauge in an area's first line, in the style of its verdict.
    pub(super) fn gauge(&mut self, area: Rect, gauge: &Instrument, group: Group) {
        let theme = self.theme;
        self.pieces(area, gauge, |part| theme.gauge(part, group));
    }

    fn pieces(&mut self, area: Rect, gauge: &Instrument, style: impl Fn(Part) -> Style) {
        let pieces = gauge.draw(usize::from(area.width), Signs::of_screen());
        let mut x = area.x;
        for Piece { text, part } in &pieces {
            let room = area.right().saturating_sub(x);
            x = self.put(x, area.y, room, text, style(*part));
        }
    }

    /// Fills the upper and the lower half of a cell in the colour of a style. Blocks of the font leave hairlines between
    /// cells, so what is filled is the ground of the cell, as far as it goes.
    pub(super) fn solid(&mut self, x: u16, y: u16, halves: [bool; 2], style: Style) {
        let sign = match halves {
            [true, true] => " ",
            [true, false] => "▄",
            [false, true] => "▀",
            [false, false] => return,
        };
        self.put(x, y, 1, sign, style.add_modifier(Modifier::REVERSED));
    }

    /// A gauge of several rows, without hairlines between them.
    pub(super) fn thick_gauge(&mut self, area: Rect, gauge: &Instrument, group: Group) {
        let theme = self.theme;
        for row in row_areas(area) {
            self.pieces(row, gauge, |part| theme.thick_gauge(part, group));
        }
        for position in area.intersection(self.buffer.area).positions() {
            if matches!(self.buffer[position].symbol(), "█" | "▆") {
                let style = self.buffer[position].style();
                self.solid(position.x, position.y, [true, true], style.bg(Color::Reset));
            }
        }
    }

    /// Draws a widget of the screen library, as far as it is on the screen.
    pub(super) fn widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area.intersection(self.buffer.area), self.buffer);
    }

    /// Gives the whole screen a style.
    pub(super) fn ground(&mut self, style: Style) {
        if style != Style::new() {
            for cell in &mut self.buffer.content {
                cell.set_style(style);
            }
        }
    }

    /// Patches the style of cells already written.
    pub(super) fn style(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area, style);
    }

    /// Shows that a row or a part of it is selected. What has a ground of its own keeps it, as the track of a gauge.
    pub(super) fn select(&mut self, area: Rect) {
        let style = self.theme.selected();
        let ground = self.theme.ground().bg.unwrap_or(Color::Reset);
        let keeps = style.bg.is_some_and(|bg| bg != Color::Reset);
        for position in area.intersection(self.buffer.area).positions() {
            let cell = &mut self.buffer[position];
            if keeps && cell.bg != ground {
                cell.set_style(Style::new().add_modifier(style.add_modifier));
            } else {
                cell.set_style(style);
            }
        }
    }

    /// Empties an area, and wide characters that reach into it.
    pub(super) fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            let left = area
                .x
                .checked_sub(1)
                .filter(|&x| self.buffer[(x, y)].cell_width() > 1);
            for x in left.into_iter().chain(area.left()..area.right()) {
                self.buffer[(x, y)].reset();
            }
        }
        self.style(area, self.theme.ground());
    }

    /// A line across an area's first row: behind a heading, or at the edge of what lies over the view.
    pub(super) fn rule(&mut self, area: Rect) {
        let line = lines::across().repeat(usize::from(area.width));
        self.put(area.x, area.y, area.width, &line, self.theme.line());
    }

    /// A line down an area's middle column, between two parts of the screen.
    pub(super) fn vertical_rule(&mut self, area: Rect) {
        let x = area.x + area.width / 2;
        for y in area.top()..area.bottom() {
            self.put(x, y, 1, lines::between(), self.theme.line());
        }
    }

    /// A sign along the cells of an area's first row in which nothing stands yet.
    pub(super) fn behind(&mut self, area: Rect, sign: &str, style: Style) {
        let row = Rect { height: 1, ..area };
        for position in row.intersection(self.buffer.area).positions() {
            if self.buffer[position].symbol() == " " {
                self.put(position.x, position.y, 1, sign, style);
            }
        }
    }
}

/// Tells the screen library the columns of a symbol where it counts differently, as for characters of ambiguous width:
/// else it would print the next cell over their right half.
fn forced_width(symbol: &str, columns: u16) -> CellDiffOption {
    if certain_width(symbol) == Some(columns) {
        return CellDiffOption::None;
    }
    match NonZeroU16::new(columns) {
        Some(columns) if columns.get() != symbol.cell_width() => {
            CellDiffOption::ForcedWidth(columns)
        }
        _ => CellDiffOption::None,
    }
}

/// The rows of an area.
pub(super) fn row_areas(area: Rect) -> impl Iterator<Item = Rect> {
    (area.top()..area.bottom()).map(move |y| Rect {
        y,
        height: 1,
        ..area
    })
}
