//! The palettes: what stands out can be read on the background that it is meant for, and differs without colour.

use guihua::evaluation::Group;
use guihua::paint::Palette;
use guihua::ui::theme::Theme;
use ratatui::style::{Color, Style};

/// The sixteen colours as xterm has them, in red, green and blue.
fn rgb(colour: Color) -> Option<[u8; 3]> {
    Some(match colour {
        Color::Black => [0, 0, 0],
        Color::Red => [0xcd, 0, 0],
        Color::Green => [0, 0xcd, 0],
        Color::Yellow => [0xcd, 0xcd, 0],
        Color::Blue => [0, 0, 0xee],
        Color::Magenta => [0xcd, 0, 0xcd],
        Color::Cyan => [0, 0xcd, 0xcd],
        Color::Gray => [0xe5, 0xe5, 0xe5],
        Color::DarkGray => [0x7f, 0x7f, 0x7f],
        Color::LightRed => [0xff, 0, 0],
        Color::LightGreen => [0, 0xff, 0],
        Color::LightYellow => [0xff, 0xff, 0],
        Color::LightBlue => [0x5c, 0x5c, 0xff],
        Color::LightMagenta => [0xff, 0, 0xff],
        Color::LightCyan => [0, 0xff, 0xff],
        Color::White => [0xff, 0xff, 0xff],
        // The cube of 256 colours, six steps of each part.
        Color::Indexed(index @ 16..=231) => {
            let cube = index - 16;
            let step = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
            [step(cube / 36), step(cube / 6 % 6), step(cube % 6)]
        }
        _ => return None,
    })
}

/// The contrast of two colours by the rule of WCAG 2: from 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let light = |colour: [u8; 3]| {
        let [red, green, blue] = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

const GROUPS: [Group; 6] = [
    Group::Reached,
    Group::OnCourse,
    Group::Behind,
    Group::Missed,
    Group::Open,
    Group::NoData,
];

/// The styles of all roles.
fn roles(theme: Theme) -> Vec<(&'static str, Style)> {
    let mut roles = vec![
        ("plain", theme.plain()),
        ("quiet", theme.quiet()),
        ("strong", theme.strong()),
        ("title", theme.heading(0)),
        ("heading", theme.heading(1)),
        ("subheading", theme.heading(2)),
        ("caption", theme.caption()),
        ("selected", theme.selected()),
        ("present", theme.present()),
        ("matched", theme.matched()),
        ("here", theme.matched_here()),
        ("quoted", theme.quoted()),
        ("supplied", theme.supplied()),
        ("line", theme.line()),
        ("goal", theme.goal()),
        ("missing", theme.missing()),
        ("chosen", theme.chosen()),
        ("message", theme.message()),
    ];
    roles.extend(GROUPS.map(|group| ("verdict", theme.verdict(group))));
    roles
}

#[test]
fn what_is_coloured_can_be_read_on_the_background_it_is_meant_for() {
    // The least that WCAG 2 asks of text.
    const LEAST: f64 = 4.5;
    for (palette, background) in [(Palette::Light, [255; 3]), (Palette::Dark, [0; 3])] {
        for (role, style) in roles(Theme::new(palette)) {
            let back = style.bg.and_then(rgb).unwrap_or(background);
            if let Some(front) = style.fg.and_then(rgb) {
                let contrast = contrast(front, back);
                assert!(contrast >= LEAST, "{role} of {palette:?}: {contrast:.1}");
            }
        }
    }
}

#[test]
fn matches_can_be_read_in_every_palette() {
    for (_, palette) in Palette::ALL {
        let theme = Theme::new(palette);
        for style in [theme.matched(), theme.matched_here()] {
            let colours = (style.fg.and_then(rgb), style.bg.and_then(rgb));
            if let (Some(front), Some(back)) = colours {
                assert!(contrast(front, back) >= 7.0, "{palette:?}");
            }
        }
        assert_ne!(theme.matched(), theme.matched_here(), "{palette:?}");
    }
}

#[test]
fn without_colour_there_is_none() {
    for (role, style) in roles(Theme::new(Palette::Mono)) {
        let is_none = |colour: Option<Color>| colour.is_none_or(|colour| colour == Color::Reset);
        assert!(is_none(style.fg) && is_none(style.bg), "{role}: {style:?}");
    }
}

#[test]
fn verdicts_on_a_coloured_screen_differ() {
    // Reached and on course are both well; the words beside them differ everywhere.
    for palette in [Palette::Auto, Palette::Dark, Palette::Light] {
        let theme = Theme::new(palette);
        for (n, one) in GROUPS.iter().enumerate() {
            for other in GROUPS.iter().skip(n + 1) {
                let (one, other) = (theme.verdict(*one), theme.verdict(*other));
                assert_ne!(one, other, "{palette:?}");
            }
        }
    }
}
