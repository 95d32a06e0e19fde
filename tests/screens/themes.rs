//! The palettes: what stands out can be read on the background that it is meant for, and differs without colour.

use guihua::evaluation::Group;
use guihua::gauge::Part;
use guihua::paint::{Depth, Palette, luminance};
use guihua::ui::theme::Theme;
use ratatui::style::{Color, Modifier, Style};

/// A colour in red, green and blue; of the sixteen those that xterm has. `None` for that of the terminal.
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
        Color::Indexed(index @ 232..=255) => [8 + 10 * (index - 232); 3],
        Color::Rgb(red, green, blue) => [red, green, blue],
        _ => return None,
    })
}

/// The colour in which a style's text is drawn: many terminals draw bold text of the first eight in their bright twins.
fn front(style: Style) -> Option<[u8; 3]> {
    let colour = style.fg?;
    let twins = [
        (Color::Black, Color::DarkGray),
        (Color::Red, Color::LightRed),
        (Color::Green, Color::LightGreen),
        (Color::Yellow, Color::LightYellow),
        (Color::Blue, Color::LightBlue),
        (Color::Magenta, Color::LightMagenta),
        (Color::Cyan, Color::LightCyan),
        (Color::Gray, Color::White),
    ];
    let is_bold = style.add_modifier.contains(Modifier::BOLD);
    let twin = twins.iter().find(|(own, _)| is_bold && *own == colour);
    rgb(twin.map_or(colour, |(_, bright)| *bright))
}

/// The contrast of two colours by the rule of WCAG 2: from 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
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
        ("key", theme.key()),
        ("observed", theme.observed()),
        ("unmarked", theme.unmarked()),
        ("note", theme.note()),
        ("uncertain", theme.uncertain()),
        ("message", theme.message()),
    ];
    roles.extend(GROUPS.map(|group| ("verdict", theme.verdict(group))));
    roles
}

/// The least contrast that WCAG 2 asks of text (AA), and of what is drawn.
const OF_TEXT: f64 = 4.5;
const OF_SIGNS: f64 = 3.0;

/// Palettes with the grounds that terminals have where these are chosen.
const GROUNDS: [(Palette, &[[u8; 3]]); 3] = [
    (
        Palette::Dark,
        &[[0; 3], [0x11, 0x15, 0x1c], [0x1e; 3], [0x28, 0x2c, 0x34]],
    ),
    (
        Palette::Light,
        &[[255; 3], [0xfb, 0xfa, 0xf6], [0xfd, 0xf6, 0xe3], [0xf2; 3]],
    ),
    (Palette::Contrast, &[[0; 3]]),
];

const DEPTHS: [Depth; 2] = [Depth::Indexed, Depth::True];

/// Every designed palette with the grounds on which its text may stand: those of terminals, of the bars, of the selected row.
fn designed() -> Vec<(Palette, Depth, Vec<[u8; 3]>)> {
    let mut all = Vec::new();
    for (palette, grounds) in GROUNDS {
        for depth in DEPTHS {
            let theme = Theme::new(palette, depth);
            let own = [theme.bar(), theme.selected()];
            let own = own.map(|style| style.bg.and_then(rgb));
            let own: Vec<[u8; 3]> = own.into_iter().flatten().collect();
            assert_eq!(own.len(), 2, "a designed palette has areas");
            all.push((palette, depth, [grounds, own.as_slice()].concat()));
        }
    }
    all
}

#[test]
fn every_pair_of_the_designed_palettes_can_be_read() {
    for (palette, depth, grounds) in designed() {
        let theme = Theme::new(palette, depth);
        let mut pairs = 0;
        for (role, style) in roles(theme) {
            let fronts = front(theme.ground().patch(style));
            let own = style.bg.and_then(rgb).map(|ground| vec![ground]);
            let reversed = style.add_modifier.contains(Modifier::REVERSED);
            for back in own.unwrap_or_else(|| grounds.clone()) {
                // Text without a colour of its own is the terminal's, and its ground as well.
                let Some(text) = fronts else { continue };
                let contrast = contrast(text, back);
                let least = if reversed { OF_SIGNS } else { OF_TEXT };
                assert!(
                    contrast >= least,
                    "{role} of {palette:?} in {depth:?} on {back:?}: {contrast:.2}"
                );
                pairs += 1;
            }
        }
        assert!(pairs > 40, "{palette:?}: {pairs}");
    }
}

#[test]
fn on_an_unknown_ground_every_pair_can_be_read_on_black_and_on_white() {
    for (depth, least) in [(Depth::Indexed, 4.2), (Depth::True, OF_TEXT)] {
        let theme = Theme::new(Palette::Auto, depth);
        let mut pairs = 0;
        let parts = [Part::Reached, Part::Tip, Part::Goal, Part::Tick, Part::Rest];
        let gauges = GROUPS.map(|group| parts.map(|part| ("gauge", theme.gauge(part, group))));
        for (role, style) in roles(theme).into_iter().chain(gauges.into_iter().flatten()) {
            let Some(text) = front(style) else { continue };
            let own = style.bg.and_then(rgb);
            for ground in [[0; 3], [255; 3]] {
                let contrast = contrast(text, own.unwrap_or(ground));
                assert!(
                    contrast >= least,
                    "{role} in {depth:?} on {ground:?}: {contrast:.2}"
                );
                pairs += 1;
            }
        }
        assert!(pairs > 60, "{depth:?}: {pairs}");
        // No area has a ground that a terminal might not go with: what is chosen is reversed.
        for style in [theme.bar(), theme.ground()] {
            assert_eq!(style.bg, None);
        }
        for style in [theme.selected(), theme.chosen()] {
            assert!(style.add_modifier.contains(Modifier::REVERSED));
        }
    }
    // The first eight as xterm has them: red is the darkest of those that can be read on both.
    for (role, style) in roles(Theme::new(Palette::Auto, Depth::Sixteen)) {
        let Some(text) = front(style) else { continue };
        let own = style.bg.and_then(rgb);
        for ground in [[0; 3], [255; 3]] {
            let contrast = contrast(text, own.unwrap_or(ground));
            assert!(contrast >= 3.5, "{role} on {ground:?}: {contrast:.2}");
        }
    }
}

#[test]
fn the_text_of_the_terminal_can_be_read_on_the_areas() {
    let texts = [(Palette::Dark, [0xc0; 3]), (Palette::Light, [0x40; 3])];
    for (palette, text) in texts {
        for depth in DEPTHS {
            let theme = Theme::new(palette, depth);
            for style in [theme.bar(), theme.selected()] {
                let ground = style.bg.and_then(rgb);
                let contrast = ground.map(|ground| contrast(text, ground));
                assert!(contrast >= Some(OF_TEXT), "{palette:?} {depth:?}");
            }
        }
    }
}

#[test]
fn the_parts_of_a_gauge_stand_out_from_every_ground() {
    let parts = [
        Part::Reached,
        Part::Alternate,
        Part::Tip,
        Part::Goal,
        Part::Tick,
    ];
    for (palette, depth, grounds) in designed() {
        let theme = Theme::new(palette, depth);
        for group in GROUPS {
            let told = |style: Style| (front(style), style.bg.and_then(rgb));
            for part in parts {
                let what = format!("{part:?} of {group:?} in {palette:?} {depth:?}");
                let (Some(sign), None) = told(theme.gauge(part, group)) else {
                    unreachable!("{what} has no colour, or a ground of its own");
                };
                for ground in &grounds {
                    assert!(contrast(sign, *ground) >= OF_SIGNS, "{what} on {ground:?}");
                }
                let (Some(sign), Some(track)) = told(theme.thick_gauge(part, group)) else {
                    unreachable!("{what} has no track");
                };
                // A part of a bar stands beside its tip, which stands out.
                let is_body = matches!(part, Part::Reached | Part::Alternate);
                let least = if is_body { 2.0 } else { OF_SIGNS };
                assert!(contrast(sign, track) >= least, "{what} on its track");
                assert!(!grounds.contains(&track), "{what}: no track is seen");
            }
            let (rest, _) = told(theme.gauge(Part::Rest, group));
            let rest = rest.filter(|it| !grounds.contains(it));
            assert!(rest.is_some(), "{palette:?} {depth:?}");
        }
    }
}

#[test]
fn the_body_of_a_bar_is_quieter_than_its_tip() {
    for (palette, depth, grounds) in designed() {
        let theme = Theme::new(palette, depth);
        for group in GROUPS.into_iter().filter(|it| *it != Group::NoData) {
            let of = |part| theme.gauge(part, group).fg.and_then(rgb);
            let (Some(body), Some(tip)) = (of(Part::Reached), of(Part::Tip)) else {
                unreachable!("{group:?} of {palette:?} has no colours");
            };
            for ground in &grounds {
                let what = format!("{group:?} of {palette:?} in {depth:?} on {ground:?}");
                assert!(contrast(body, *ground) < contrast(tip, *ground), "{what}");
            }
        }
    }
}

#[test]
fn high_contrast_is_higher_than_wcag_asks_at_best() {
    for depth in DEPTHS {
        let theme = Theme::new(Palette::Contrast, depth);
        for (role, style) in roles(theme) {
            let back = style.bg.and_then(rgb).unwrap_or_default();
            if let Some(text) = front(theme.ground().patch(style)) {
                assert!(contrast(text, back) >= 7.0, "{role} in {depth:?}");
            }
        }
    }
}

#[test]
fn the_palette_follows_the_background_and_the_depth_what_the_terminal_tells() {
    for (background, palette) in [
        ([0; 3], Palette::Dark),
        ([0x28, 0x2c, 0x34], Palette::Dark),
        ([0x58, 0x6e, 0x75], Palette::Dark),
        ([255; 3], Palette::Light),
        ([0xfd, 0xf6, 0xe3], Palette::Light),
        ([0, 255, 0], Palette::Light),
    ] {
        assert_eq!(Palette::on(background), palette, "{background:?}");
    }
    for (colorterm, term, depth) in [
        (Some("truecolor"), Some("xterm-256color"), Depth::True),
        (Some("24bit"), None, Depth::True),
        (None, Some("xterm-direct"), Depth::True),
        (None, Some("tmux-256color"), Depth::Indexed),
        (Some("yes"), Some("screen"), Depth::Sixteen),
        (None, None, Depth::Sixteen),
    ] {
        assert_eq!(
            Depth::told(colorterm, term),
            depth,
            "{colorterm:?} {term:?}"
        );
    }
}

#[test]
fn a_terminal_that_tells_little_is_known_by_what_it_sets() {
    for (variables, depth) in [
        (&[("WT_SESSION", "1")][..], Depth::True),
        (&[("TERM", "xterm"), ("VTE_VERSION", "7600")], Depth::True),
        (
            &[("TERM", "xterm"), ("TERM_PROGRAM", "iTerm.app")],
            Depth::True,
        ),
        (
            &[("TERM", "xterm"), ("TERM_PROGRAM", "Apple_Terminal")],
            Depth::Indexed,
        ),
        (
            &[("TERM", "xterm"), ("XTERM_VERSION", "XTerm(390)")],
            Depth::Indexed,
        ),
        // What the terminal itself says counts more, as within another one.
        (&[("TERM", "linux"), ("WT_SESSION", "1")], Depth::Sixteen),
        (
            &[("TERM", "screen"), ("XTERM_VERSION", "1")],
            Depth::Sixteen,
        ),
        (
            &[("TERM", "xterm-256color"), ("WT_SESSION", "1")],
            Depth::Indexed,
        ),
        (&[("TERM", "xterm")], Depth::Sixteen),
    ] {
        let variable = |name: &str| {
            let found = variables.iter().find(|(own, _)| *own == name);
            found.map(|(_, value)| *value)
        };
        assert_eq!(Depth::of_terminal(variable), depth, "{variables:?}");
    }
}

#[test]
fn the_sixteen_colours_can_be_read_as_xterm_has_them() {
    for (palette, background) in [(Palette::Light, [255; 3]), (Palette::Dark, [0; 3])] {
        for (role, style) in roles(Theme::new(palette, Depth::Sixteen)) {
            let back = style.bg.and_then(rgb).unwrap_or(background);
            if let Some(text) = front(style) {
                let contrast = contrast(text, back);
                assert!(contrast >= OF_TEXT, "{role} of {palette:?}: {contrast:.1}");
            }
        }
    }
}

#[test]
fn matches_can_be_read_in_every_palette() {
    for (_, palette) in Palette::ALL {
        let theme = Theme::new(palette, Depth::Sixteen);
        for style in [theme.matched(), theme.matched_here()] {
            let colours = (front(style), style.bg.and_then(rgb));
            if let (Some(text), Some(back)) = colours {
                assert!(contrast(text, back) >= 7.0, "{palette:?}");
            }
        }
        assert_ne!(theme.matched(), theme.matched_here(), "{palette:?}");
    }
}

#[test]
fn without_colour_there_is_none() {
    for (role, style) in roles(Theme::new(Palette::Mono, Depth::Sixteen)) {
        let is_none = |colour: Option<Color>| colour.is_none_or(|colour| colour == Color::Reset);
        assert!(is_none(style.fg) && is_none(style.bg), "{role}: {style:?}");
    }
}

#[test]
fn verdicts_on_a_coloured_screen_differ() {
    // Reached and on course are both well; the words beside them differ everywhere.
    for palette in [Palette::Auto, Palette::Dark, Palette::Light] {
        let theme = Theme::new(palette, Depth::Sixteen);
        for (n, one) in GROUPS.iter().enumerate() {
            for other in GROUPS.iter().skip(n + 1) {
                let (one, other) = (theme.verdict(*one), theme.verdict(*other));
                assert_ne!(one, other, "{palette:?}");
            }
        }
    }
}
