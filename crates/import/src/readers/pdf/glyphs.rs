//! Extracts the characters of a PDF page with their positions, and its pictures.

use std::{
    panic,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, TransformExt,
    font::{Glyph as Drawn, GlyphRun},
    hayro_cmap::BfString,
    hayro_syntax::Pdf,
    interpret_page,
    kurbo::{Affine, BezPath, Point, Rect},
};

use super::radicals;
use super::rules::{self, Rule};
use crate::readers::{Excess, Refusal, limits};

/// Glyph units per em.
const UNITS: f64 = 1000.0;
/// Minimum share of the page that a picture covers; smaller ones are ornaments.
const ORNAMENT: f64 = 0.02;

/// A character on a page. Positions are in points from the top left.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// Its text; U+FFFD if the font does not say.
    pub(super) text: String,
    /// Its left edge.
    pub(super) x: f64,
    /// Its baseline.
    pub(super) y: f64,
    /// Its width.
    pub(super) width: f64,
    /// Its font size.
    pub(super) size: f64,
}

/// The content of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// Its characters in drawing order.
    pub(super) glyphs: Vec<Glyph>,
    /// Its ruled lines.
    pub(super) rules: Vec<Rule>,
    /// The upper edges of its pictures.
    pub(super) pictures: Vec<f64>,
    /// Whether a font could not be loaded.
    pub(super) fonts_missing: bool,
    /// Its area in square points.
    pub(super) area: f64,
}

impl Page {
    /// The number of unknown characters.
    pub(super) fn unknown(&self) -> usize {
        let known = |sign: char| !matches!(sign, '\u{fffd}' | '\u{e000}'..='\u{f8ff}');
        self.glyphs
            .iter()
            .filter(|glyph| !glyph.text.chars().any(known))
            .count()
    }
}

/// The pages of a document.
pub(super) fn pages(pdf: &Pdf) -> Vec<Page> {
    let missing = Arc::new(AtomicBool::new(false));
    let noted = Arc::clone(&missing);
    let settings = InterpreterSettings {
        warning_sink: Arc::new(move |_| noted.store(true, Ordering::Relaxed)),
        ..InterpreterSettings::default()
    };
    let cache = InterpreterCache::new();
    let mut left = limits::GLYPHS;
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let start = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(start, bounds, &cache, pdf.xref(), settings.clone());
        let mut reader = Reader {
            page: Page {
                area: bounds.area(),
                ..Page::default()
            },
            left,
        };
        interpret_page(page, &mut context, &mut reader);
        left = reader.left;
        reader.page.fonts_missing = missing.swap(false, Ordering::Relaxed);
        pages.push(reader.page);
    }
    pages
}

/// The device that collects what is drawn.
struct Reader {
    page: Page,
    /// How many more objects may be drawn.
    left: usize,
}

impl Reader {
    /// Counts drawn objects. The parser can't be stopped, so beyond the limit it panics with a refusal, which the guard
    /// catches.
    fn spend(&mut self) {
        match self.left.checked_sub(1) {
            Some(left) => self.left = left,
            None => {
                panic::resume_unwind(Box::new(Refusal::too_large(Excess::Pieces, limits::GLYPHS)))
            }
        }
    }

    fn glyph(&mut self, glyph: &Drawn<'_>, transform: Affine) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(sign)) => radicals::character(sign).to_string(),
            Some(BfString::String(text)) => text.chars().map(radicals::character).collect(),
            None => '\u{fffd}'.to_string(),
        };
        let origin = transform * Point::ZERO;
        let [across, slant, ..] = transform.as_coeffs();
        let size = across.hypot(slant) * UNITS;
        let level = slant.abs() * 8.0 <= across.abs() && across > 0.0;
        // Rotated text is a stamp or watermark.
        if !level || !size.is_finite() || size <= 0.0 || !origin.is_finite() {
            return;
        }
        let advance = match glyph {
            Drawn::Outline(glyph) => glyph.advance_width(),
            Drawn::Type3(glyph) => glyph.advance_width(),
        };
        let by_kind = if text.is_ascii() { 0.5 } else { 1.0 };
        let advance = advance
            .map(|advance| f64::from(advance) / UNITS)
            .filter(|advance| (0.05..=2.0).contains(advance));
        let width = advance.unwrap_or(by_kind) * size;
        self.page.glyphs.push(Glyph {
            text,
            x: origin.x,
            y: origin.y,
            width,
            size,
        });
    }
}

impl Device<'_> for Reader {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'_>, mode: &DrawMode) {
        self.spend();
        if self.page.rules.len() < rules::MOST {
            self.page
                .rules
                .extend(rules::of(path, props.transform, mode));
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.spend();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {
        self.spend();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.spend();
            self.glyph(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, props: ImageDrawProps<'_>) {
        self.spend();
        let unit = Rect::new(0.0, 0.0, 1.0, 1.0);
        let covered = props.transform.transform_rect_bbox(unit);
        if covered.area() >= self.page.area * ORNAMENT || self.page.area <= 0.0 {
            self.page.pictures.push(covered.y0);
        }
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
