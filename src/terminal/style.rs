//! Converts styles of the screen library to those of the terminal library. Their own bridge would also pull in the
//! terminal library's input, which is not used here.

use crossterm::style::{Attribute, Attributes, Color as Colour, ContentStyle};
use ratatui::style::{Color, Modifier, Style};

const ATTRIBUTES: [(Modifier, Attribute); 9] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::SLOW_BLINK, Attribute::SlowBlink),
    (Modifier::RAPID_BLINK, Attribute::RapidBlink),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::HIDDEN, Attribute::Hidden),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
];

/// A style to write after a reset.
pub(super) fn after_reset(style: Style) -> ContentStyle {
    let mut attributes = Attributes::default();
    for (modifier, attribute) in ATTRIBUTES {
        if style.add_modifier.contains(modifier) {
            attributes.set(attribute);
        }
    }
    ContentStyle {
        foreground_color: style.fg.and_then(colour),
        background_color: style.bg.and_then(colour),
        underline_color: None,
        attributes,
    }
}

/// A colour; `None` for the default one.
fn colour(colour: Color) -> Option<Colour> {
    Some(match colour {
        Color::Reset => return None,
        Color::Black => Colour::Black,
        Color::Red => Colour::DarkRed,
        Color::Green => Colour::DarkGreen,
        Color::Yellow => Colour::DarkYellow,
        Color::Blue => Colour::DarkBlue,
        Color::Magenta => Colour::DarkMagenta,
        Color::Cyan => Colour::DarkCyan,
        Color::Gray => Colour::Grey,
        Color::DarkGray => Colour::DarkGrey,
        Color::LightRed => Colour::Red,
        Color::LightGreen => Colour::Green,
        Color::LightYellow => Colour::Yellow,
        Color::LightBlue => Colour::Blue,
        Color::LightMagenta => Colour::Magenta,
        Color::LightCyan => Colour::Cyan,
        Color::White => Colour::White,
        Color::Indexed(index) => Colour::AnsiValue(index),
        Color::Rgb(r, g, b) => Colour::Rgb { r, g, b },
    })
}
