//! The colours and modifiers of a column, as one number, and the codes (SGR) that turn the terminal's into others.

use std::fmt::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The colours and modifiers of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look(u64);

/// The bits of a colour, and of the modifiers above both.
const COLOUR_BITS: u32 = 25;

/// The modifiers, each with its code.
const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

impl Look {
    /// The terminal's own colours without modifiers, as after a reset.
    pub(super) const PLAIN: Self = Self(0);

    /// The look of a cell.
    pub(super) fn of(cell: &Cell) -> Self {
        let modifiers = u64::from(cell.modifier.bits());
        Self(packed(cell.fg) | packed(cell.bg) << COLOUR_BITS | modifiers << (2 * COLOUR_BITS))
    }

    /// Whether two cells have the same look.
    pub(super) fn is_same(cell: &Cell, other: &Cell) -> bool {
        (cell.fg, cell.bg, cell.modifier) == (other.fg, other.bg, other.modifier)
    }

    fn fore(self) -> u64 {
        self.0 & ((1 << COLOUR_BITS) - 1)
    }

    fn back(self) -> u64 {
        (self.0 >> COLOUR_BITS) & ((1 << COLOUR_BITS) - 1)
    }

    fn modifiers(self) -> Modifier {
        Modifier::from_bits_truncate((self.0 >> (2 * COLOUR_BITS)) as u16)
    }

    /// The codes from this look to another one, as one sequence. Modifiers are only taken back by a reset, since terminals
    /// differ in what takes back which.
    pub(super) fn change_to(self, next: Self) -> String {
        let mut codes = String::with_capacity(48);
        codes.push_str("\x1b[");
        let (mut from, opening) = (self, codes.len());
        if !next.modifiers().contains(from.modifiers()) {
            from = Self::PLAIN;
            codes.push_str("0;");
        }
        let added = next.modifiers() - from.modifiers();
        for (modifier, code) in MODIFIERS {
            if added.contains(modifier) {
                push(&mut codes, code);
            }
        }
        if next.fore() != from.fore() {
            push_colour(&mut codes, next.fore(), Ground::Fore);
        }
        if next.back() != from.back() {
            push_colour(&mut codes, next.back(), Ground::Back);
        }
        // Every code has written its separator.
        if codes.len() > opening {
            codes.pop();
        }
        codes.push('m');
        codes
    }
}

/// Whether a colour is that of the sign or of what is behind it.
#[derive(Clone, Copy)]
enum Ground {
    Fore,
    Back,
}

/// A colour in 25 bits: 0 for the terminal's own, then the sixteen, the table of 256 and the true ones.
fn packed(colour: Color) -> u64 {
    match colour {
        Color::Reset => 0,
        Color::Black => 1,
        Color::Red => 2,
        Color::Green => 3,
        Color::Yellow => 4,
        Color::Blue => 5,
        Color::Magenta => 6,
        Color::Cyan => 7,
        Color::Gray => 8,
        Color::DarkGray => 9,
        Color::LightRed => 10,
        Color::LightGreen => 11,
        Color::LightYellow => 12,
        Color::LightBlue => 13,
        Color::LightMagenta => 14,
        Color::LightCyan => 15,
        Color::White => 16,
        Color::Indexed(index) => 1 << 8 | u64::from(index),
        Color::Rgb(red, green, blue) => {
            1 << 24 | u64::from(red) << 16 | u64::from(green) << 8 | u64::from(blue)
        }
    }
}

/// Adds the codes of a [packed] colour, each with a separator behind it.
fn push_colour(codes: &mut String, colour: u64, ground: Ground) {
    let [.., red, green, last] = colour.to_be_bytes();
    let base = match ground {
        Ground::Fore => 30,
        Ground::Back => 40,
    };
    match (colour, last) {
        (0, _) => push(codes, base + 9),
        (1..=8, index) => push(codes, base + index - 1),
        (9..=16, index) => push(codes, base + 60 + index - 9),
        (..=0x1ff, index) => {
            for code in [base + 8, 5, index] {
                push(codes, code);
            }
        }
        (_, blue) => {
            for code in [base + 8, 2, red, green, blue] {
                push(codes, code);
            }
        }
    }
}

/// Adds a code and a separator.
fn push(codes: &mut String, code: u8) {
    // Writing to a String can't fail.
    let _ = write!(codes, "{code};");
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn look(style: Style) -> Look {
        let mut cell = Cell::EMPTY;
        cell.set_style(style);
        Look::of(&cell)
    }

    #[test]
    fn only_what_differs_is_changed() {
        let dark = Style::new().bg(Color::Rgb(0, 10, 200));
        for (from, to, codes) in [
            (Style::new(), Style::new().bold().red(), "\x1b[1;31m"),
            (dark, dark.fg(Color::Indexed(0)), "\x1b[38;5;0m"),
            (dark.light_red(), dark.white(), "\x1b[97m"),
            (dark.bold(), dark.bold().underlined(), "\x1b[4m"),
            (dark.red(), dark, "\x1b[39m"),
            (dark, Style::new().on_black(), "\x1b[40m"),
            (dark.bold(), Style::new(), "\x1b[0m"),
            (dark.bold(), dark.dim(), "\x1b[0;2;48;2;0;10;200m"),
        ] {
            assert_eq!(look(from).change_to(look(to)), codes);
        }
    }
}
