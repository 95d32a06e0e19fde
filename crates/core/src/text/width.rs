//! How many columns (terminal cells) a text takes.
//!
//! The unit is the grapheme cluster, which takes 0, 1 or 2 columns (seldom more) and is never split.
//!
//! Characters of ambiguous width (“”—…·①) are narrow in some terminals and wide in others. Hence it is a setting of the
//! process, made before anything is measured; where a terminal tells otherwise later, everything is measured again.
//!
//! Text of plain characters only, which is nearly all text, is measured without segmentation.

use std::borrow::Cow;
use std::str::CharIndices;
use std::sync::atomic::{AtomicBool, Ordering};

use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation as _};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr};

/// Marks truncated text. Unlike `…` it is one column wide in every terminal.
const CUT: char = '⋯';

/// The width of characters of ambiguous width (East Asian Width `A` in Unicode).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ambiguity {
    /// One column, the default of nearly every terminal.
    #[default]
    Narrow,
    /// Two columns.
    Wide,
}

impl Ambiguity {
    /// Both, with their names in settings.
    pub const ALL: [(&'static str, Self); 2] = [("narrow", Self::Narrow), ("wide", Self::Wide)];
}

static IS_WIDE: AtomicBool = AtomicBool::new(false);

/// Sets the width of ambiguous characters for the process; the default is narrow. Whoever calls it later measures
/// everything again that is on the screen.
pub fn set_ambiguity(ambiguity: Ambiguity) {
    IS_WIDE.store(ambiguity == Ambiguity::Wide, Ordering::Relaxed);
}

/// The width of ambiguous characters in this process.
pub fn ambiguity() -> Ambiguity {
    if IS_WIDE.load(Ordering::Relaxed) {
        Ambiguity::Wide
    } else {
        Ambiguity::Narrow
    }
}

/// A grapheme cluster of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cluster {
    /// The byte at which it begins.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// Its columns.
    pub width: usize,
    /// Its first character.
    pub head: char,
}

/// The width of `text` in columns. Control characters take none.
pub fn width(text: &str) -> usize {
    let plain: Option<usize> = text.chars().map(plain_width).sum();
    plain.unwrap_or_else(|| text.graphemes(true).map(cluster_width).sum())
}

/// `text` in at most `columns` columns; `⋯` in the last one marks a cut.
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    if columns == 0 {
        return Cow::Borrowed("");
    }
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut cut = head(text, columns - 1).to_owned();
    cut.push(CUT);
    Cow::Owned(cut)
}

/// The same with the cut within, for names: what they are names of stands at their end. Two thirds of the room are for the
/// beginning.
pub fn truncate_within(text: &str, columns: usize) -> Cow<'_, str> {
    const LEAST: usize = 12;
    if width(text) <= columns || columns < LEAST {
        return truncate(text, columns);
    }
    let first = head(text, (columns - 1) * 2 / 3);
    let rest = columns - 1 - width(first);
    let rows = clusters(text).collect::<Vec<_>>();
    let mut used = 0;
    let fits = |cluster: &&Cluster| {
        used += cluster.width;
        used <= rest
    };
    let last = rows.iter().rev().take_while(fits).last();
    let end = last.map_or("", |cluster| text.get(cluster.start..).unwrap_or_default());
    Cow::Owned(format!("{first}{CUT}{end}"))
}

/// `text` in exactly `columns` columns: truncated, or padded with spaces.
pub fn pad(text: &str, columns: usize) -> String {
    let mut padded = truncate(text, columns).into_owned();
    let missing = columns.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

/// The grapheme clusters of `text`, in order and without gaps.
pub fn clusters(text: &str) -> impl Iterator<Item = Cluster> {
    let is_plain = text.chars().all(|sign| plain_width(sign).is_some());
    if is_plain {
        Clusters::Plain(text.char_indices())
    } else {
        Clusters::Segmented(text.grapheme_indices(true))
    }
}

/// The clusters of a text of plain characters, or of any text.
enum Clusters<'a> {
    Plain(CharIndices<'a>),
    Segmented(GraphemeIndices<'a>),
}

impl Iterator for Clusters<'_> {
    type Item = Cluster;

    #[inline]
    fn next(&mut self) -> Option<Cluster> {
        match self {
            Self::Plain(signs) => signs.next().map(|(start, head)| Cluster {
                start,
                end: start + head.len_utf8(),
                width: plain_width(head).unwrap_or_default(),
                head,
            }),
            Self::Segmented(clusters) => clusters.next().map(|(start, cluster)| Cluster {
                start,
                end: start + cluster.len(),
                width: cluster_width(cluster),
                head: cluster.chars().next().unwrap_or_default(),
            }),
        }
    }
}

/// The columns of a cluster, if all terminals agree on them.
#[inline]
pub fn certain_width(cluster: &str) -> Option<u16> {
    let mut signs = cluster.chars();
    let (Some(sign), None) = (signs.next(), signs.next()) else {
        return None;
    };
    match sign {
        ' '..='~' | '╌' | '╎' | '⠀'..='⣿' => Some(1),
        '\u{3001}'..='\u{303E}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}' => Some(2),
        _ => None,
    }
}

/// The longest start of `text` that fits in `columns`.
fn head(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let fits = |cluster: &Cluster| {
        used += cluster.width;
        used <= columns
    };
    let end = clusters(text).take_while(fits).last();
    end.and_then(|cluster| text.get(..cluster.end))
        .unwrap_or_default()
}

/// The width of a plain character: one that is a cluster by itself beside any other of this table.
#[inline]
fn plain_width(sign: char) -> Option<usize> {
    match sign {
        '\u{4E00}'..='\u{9FFF}' => Some(2),
        ' '..='~' => Some(1),
        '\n' => Some(0),
        '\u{A0}'..='\u{AC}'
        | '\u{AE}'..='\u{FF}'
        | '\u{2000}'..='\u{200A}'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205E}'
        | '\u{2500}'..='\u{259F}'
        | '▸'
        | '▾'
        | '⠶'
        | '℃'
        | CUT
        | '⟦'..='⟧' => Some(match ambiguity() {
            Ambiguity::Narrow => 1,
            Ambiguity::Wide => sign.width_cjk().unwrap_or(1),
        }),
        '\u{3000}'..='\u{3029}' | '\u{3400}'..='\u{4DBF}' | '\u{FF01}'..='\u{FF60}' => Some(2),
        _ => None,
    }
}

/// The width of any cluster. Control characters get no cell on the screen, though `unicode_width` counts them as one.
fn cluster_width(cluster: &str) -> usize {
    if cluster.contains(char::is_control) {
        return 0;
    }
    match ambiguity() {
        Ambiguity::Narrow => cluster.width(),
        Ambiguity::Wide => cluster.width_cjk(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain_signs() -> impl Iterator<Item = char> {
        ('\0'..=char::MAX).filter(|&sign| plain_width(sign).is_some())
    }

    #[test]
    fn the_table_of_plain_signs_agrees_with_unicode_width() {
        for sign in plain_signs() {
            let measured = cluster_width(sign.encode_utf8(&mut [0; 4]));
            assert_eq!(plain_width(sign), Some(measured), "{sign:?}");
        }
    }

    #[test]
    fn plain_signs_are_clusters_of_their_own_in_any_company() {
        for company in ['\n', 'a', '‼', '”', '中', '。', '℃'] {
            for sign in plain_signs() {
                let text: String = [company, sign, company].iter().collect();
                assert_eq!(text.graphemes(true).count(), 3, "{text:?}");
            }
        }
    }

    #[test]
    fn both_ways_to_find_clusters_agree_on_plain_text() {
        let text = "到2025年，“十四五”（16—59岁）⟦达⟧ 95.5%⋯\n6℃";
        assert!(text.chars().all(|sign| plain_width(sign).is_some()));
        let plain = Clusters::Plain(text.char_indices());
        assert!(plain.eq(Clusters::Segmented(text.grapheme_indices(true))));
    }

    #[test]
    fn unusual_signs_are_as_wide_as_the_cells_they_get() {
        for (text, columns) in [
            ("", 0),
            ("a\nb\tc", 3),
            ("“—…·”", 5),
            ("👨‍👩‍👧", 2),
            ("ｶﾞﾊﾟ", 4),
            ("e\u{301}", 1),
            ("\u{200B}", 0),
        ] {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }

    #[test]
    fn text_is_cut_between_clusters_and_the_cut_is_marked() {
        for (text, columns, expected) in [
            ("人口发展", 8, "人口发展"),
            ("人口发展", 7, "人口发⋯"),
            ("人口发展", 6, "人口⋯"),
            ("人口发展", 1, "⋯"),
            ("人口发展", 0, ""),
            ("👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧⋯"),
            ("e\u{301}e\u{301}e", 2, "e\u{301}⋯"),
        ] {
            assert_eq!(truncate(text, columns), expected, "{text} in {columns}");
        }
    }

    #[test]
    fn padded_text_has_exactly_the_wanted_columns() {
        for text in ["", "人口发展“规划”", "👨‍👩‍👧ab", "ｶﾞﾊﾟ"] {
            for columns in 0..20 {
                assert_eq!(width(&pad(text, columns)), columns, "{text} in {columns}");
            }
        }
    }
}
