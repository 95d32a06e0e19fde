//! The colours by meaning, in designed palettes: for a dark ground, a light one, an unknown one, and high contrast, each in
//! true colour, in the terminal's 256, and in the sixteen that are the user's own. `tests/screens/themes.rs` holds every pair
//! of the first two to the contrast that WCAG 2 asks of text; on an unknown ground 256 colours come near it.

use ratatui::style::Color;

use crate::evaluation::Group;
use crate::paint::{Depth, Palette};

/// The colours by meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hues {
    /// The text and its ground; `None` where they are the terminal's own.
    pub ground: Option<(Color, Color)>,
    /// Headings and captions, and the keys of hints.
    pub accent: Color,
    /// Labels, units, hints; `None` for the dim text of the terminal.
    pub quiet: Option<Color>,
    /// What was promised: goals and quotations. `None` where no colour is left that is not one of a verdict.
    pub promised: Option<Color>,
    /// Good verdicts.
    pub good: Color,
    /// Missing data, and late or open verdicts.
    pub warning: Color,
    /// Missed targets.
    pub bad: Color,
    /// Supplied characters.
    pub supplied: Color,
    /// Observed figures in a chart.
    pub observed: Color,
    /// The text of matches: black, in the colours of the palette's depth.
    pub ink: Color,
    /// The ground of matches.
    pub matched: Color,
    /// The ground of the current match.
    pub here: Color,
    /// The grounds of areas; `None` where the sixteen colours have none that is quiet enough.
    pub areas: Option<Areas>,
}

/// The grounds of areas that stand out from that of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Areas {
    /// The header and the footer.
    pub bar: Color,
    /// The selected row.
    pub selected: Color,
    /// What a thick gauge has left to go.
    pub track: Color,
    /// The hairline along what a gauge of one row has left to go.
    pub rest: Color,
    /// The bars of gauges before their tip, quieter than the verdict: good, warning, bad.
    pub bars: [Color; 3],
    /// The text of the current tab, whose ground is the accent.
    pub chosen: Color,
}

impl Areas {
    /// The bar of a gauge before its tip; `None` without data.
    pub(super) fn body(self, group: Group) -> Option<Color> {
        let [good, warning, bad] = self.bars;
        match group {
            Group::Reached | Group::OnCourse => Some(good),
            Group::Behind | Group::Open => Some(warning),
            Group::Missed => Some(bad),
            Group::NoData => None,
        }
    }
}

const fn rgb(hex: u32) -> Color {
    Color::Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

// For a ground that nobody knows: only what can be read on black and on white. Of the first eight colours these are red and
// magenta.
const ANYWHERE_16: Hues = Hues {
    ground: None,
    accent: Color::Reset,
    quiet: None,
    promised: None,
    good: Color::Reset,
    warning: Color::Magenta,
    bad: Color::Red,
    supplied: Color::Magenta,
    observed: Color::Reset,
    ink: Color::Black,
    matched: Color::Yellow,
    here: Color::LightGreen,
    areas: None,
};

const ANYWHERE_256: Hues = Hues {
    accent: Color::Indexed(30),
    quiet: Some(Color::Indexed(243)),
    good: Color::Indexed(28),
    warning: Color::Indexed(130),
    bad: Color::Indexed(162),
    supplied: Color::Indexed(97),
    observed: Color::Indexed(63),
    ink: Color::Indexed(16),
    matched: Color::Indexed(221),
    here: Color::Indexed(120),
    ..ANYWHERE_16
};

const ANYWHERE: Hues = Hues {
    accent: rgb(0x15_80_95),
    quiet: Some(rgb(0x6d_76_83)),
    promised: Some(rgb(0x9b_6d_04)),
    good: rgb(0x22_87_2a),
    warning: rgb(0xb8_5c_00),
    bad: rgb(0xda_38_2c),
    supplied: rgb(0xa7_50_c5),
    observed: rgb(0x3d_6f_e3),
    ink: rgb(0x00_00_00),
    matched: rgb(0xe6_c7_6b),
    here: rgb(0x9c_e0_86),
    ..ANYWHERE_16
};

const DARK_16: Hues = Hues {
    accent: Color::LightCyan,
    promised: Some(Color::LightYellow),
    good: Color::LightGreen,
    warning: Color::Yellow,
    bad: Color::LightRed,
    supplied: Color::LightMagenta,
    observed: Color::Cyan,
    matched: Color::LightYellow,
    ..ANYWHERE_16
};

const LIGHT_16: Hues = Hues {
    accent: Color::Blue,
    bad: Color::Red,
    good: Color::Blue,
    warning: Color::Magenta,
    supplied: Color::Magenta,
    observed: Color::Blue,
    here: Color::Green,
    ..ANYWHERE_16
};

const CONTRAST_16: Hues = Hues {
    ground: Some((Color::White, Color::Black)),
    quiet: Some(Color::White),
    ..DARK_16
};

const DARK_256: Hues = Hues {
    ground: None,
    accent: Color::Indexed(80),
    quiet: Some(Color::Indexed(248)),
    promised: Some(Color::Indexed(223)),
    good: Color::Indexed(114),
    warning: Color::Indexed(215),
    bad: Color::Indexed(210),
    supplied: Color::Indexed(177),
    observed: Color::Indexed(111),
    ink: Color::Indexed(16),
    matched: Color::Indexed(221),
    here: Color::Indexed(120),
    areas: Some(Areas {
        bar: Color::Indexed(235),
        selected: Color::Indexed(236),
        track: Color::Indexed(238),
        rest: Color::Indexed(240),
        bars: [Color::Indexed(71), Color::Indexed(136), Color::Indexed(167)],
        chosen: Color::Indexed(16),
    }),
};

const LIGHT_256: Hues = Hues {
    ground: None,
    accent: Color::Indexed(24),
    quiet: Some(Color::Indexed(240)),
    promised: Some(Color::Indexed(58)),
    good: Color::Indexed(22),
    warning: Color::Indexed(94),
    bad: Color::Indexed(124),
    supplied: Color::Indexed(90),
    observed: Color::Indexed(26),
    ink: Color::Indexed(16),
    matched: Color::Indexed(221),
    here: Color::Indexed(120),
    areas: Some(Areas {
        bar: Color::Indexed(255),
        selected: Color::Indexed(195),
        track: Color::Indexed(252),
        rest: Color::Indexed(249),
        bars: [Color::Indexed(65), Color::Indexed(130), Color::Indexed(167)],
        chosen: Color::Indexed(231),
    }),
};

const CONTRAST_256: Hues = Hues {
    ground: Some((Color::Indexed(231), Color::Indexed(16))),
    accent: Color::Indexed(123),
    quiet: Some(Color::Indexed(253)),
    promised: Some(Color::Indexed(229)),
    good: Color::Indexed(120),
    warning: Color::Indexed(220),
    bad: Color::Indexed(217),
    supplied: Color::Indexed(219),
    observed: Color::Indexed(153),
    ink: Color::Indexed(16),
    matched: Color::Indexed(226),
    here: Color::Indexed(120),
    areas: Some(Areas {
        bar: Color::Indexed(234),
        selected: Color::Indexed(17),
        track: Color::Indexed(238),
        rest: Color::Indexed(242),
        bars: [Color::Indexed(77), Color::Indexed(178), Color::Indexed(174)],
        chosen: Color::Indexed(16),
    }),
};

const DARK: Hues = Hues {
    ground: None,
    accent: rgb(0x6c_c7_dc),
    quiet: Some(rgb(0x9a_a4_b2)),
    promised: Some(rgb(0xea_d6_a4)),
    good: rgb(0x8f_d3_7b),
    warning: rgb(0xf0_b9_5d),
    bad: rgb(0xf2_87_79),
    supplied: rgb(0xc9_a0_f0),
    observed: rgb(0x8c_b0_ff),
    ink: rgb(0x00_00_00),
    matched: rgb(0xe6_c7_6b),
    here: rgb(0x9c_e0_86),
    areas: Some(Areas {
        bar: rgb(0x1a_21_2c),
        selected: rgb(0x22_2f_3e),
        track: rgb(0x33_3c_4a),
        rest: rgb(0x46_51_61),
        bars: [rgb(0x6a_9e_5d), rgb(0xb4_8a_46), rgb(0xb5_66_5c)],
        chosen: rgb(0x0b_0f_14),
    }),
};

const LIGHT: Hues = Hues {
    ground: None,
    accent: rgb(0x0b_5c_8a),
    quiet: Some(rgb(0x57_60_6c)),
    promised: Some(rgb(0x74_4b_00)),
    good: rgb(0x1f_6b_2a),
    warning: rgb(0x8a_45_00),
    bad: rgb(0xb0_22_1c),
    supplied: rgb(0x78_2c_8c),
    observed: rgb(0x2b_52_c4),
    ink: rgb(0x00_00_00),
    matched: rgb(0xf5_d3_75),
    here: rgb(0x9c_e0_86),
    areas: Some(Areas {
        bar: rgb(0xec_ef_f3),
        selected: rgb(0xdf_ec_f7),
        track: rgb(0xdc_e0_e6),
        rest: rgb(0xb4_bb_c5),
        bars: [rgb(0x4f_8a_58), rgb(0xab_6a_30), rgb(0xc6_5c_56)],
        chosen: rgb(0xff_ff_ff),
    }),
};

const CONTRAST: Hues = Hues {
    ground: Some((rgb(0xff_ff_ff), rgb(0x00_00_00))),
    accent: rgb(0x7f_ef_ff),
    quiet: Some(rgb(0xd8_d8_d8)),
    promised: Some(rgb(0xff_f0_a0)),
    good: rgb(0x7c_f5_7c),
    warning: rgb(0xff_d0_40),
    bad: rgb(0xff_a8_a0),
    supplied: rgb(0xf0_b0_ff),
    observed: rgb(0xb0_cc_ff),
    ink: rgb(0x00_00_00),
    matched: rgb(0xff_f0_40),
    here: rgb(0x7c_f5_7c),
    areas: Some(Areas {
        bar: rgb(0x1c_1c_1c),
        selected: rgb(0x00_2b_55),
        track: rgb(0x40_40_40),
        rest: rgb(0x70_70_70),
        bars: [rgb(0x5c_c0_5c), rgb(0xc7_9f_2e), rgb(0xd0_80_7a)],
        chosen: rgb(0x00_00_00),
    }),
};

impl Hues {
    /// The colours of a palette, as many as the terminal has; `None` where none are wanted.
    pub(super) fn of(palette: Palette, depth: Depth) -> Option<Self> {
        Some(match (palette, depth) {
            (Palette::Mono, _) => return None,
            (Palette::Auto, Depth::Sixteen) => ANYWHERE_16,
            (Palette::Auto, Depth::Indexed) => ANYWHERE_256,
            (Palette::Auto, Depth::True) => ANYWHERE,
            (Palette::Dark, Depth::Sixteen) => DARK_16,
            (Palette::Dark, Depth::Indexed) => DARK_256,
            (Palette::Dark, Depth::True) => DARK,
            (Palette::Light, Depth::Sixteen) => LIGHT_16,
            (Palette::Light, Depth::Indexed) => LIGHT_256,
            (Palette::Light, Depth::True) => LIGHT,
            (Palette::Contrast, Depth::Sixteen) => CONTRAST_16,
            (Palette::Contrast, Depth::Indexed) => CONTRAST_256,
            (Palette::Contrast, Depth::True) => CONTRAST,
        })
    }
}
