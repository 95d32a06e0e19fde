//! Folding: which characters count as equal, and which are skipped.
//!
//! ```text
//! 坚持“不求所有、但求所用”，２０２５年   the text
//! 坚持不求所有但求所用2025年             folded: punctuation and spaces dropped, forms made equal
//! ```
//!
//! Signs in numbers and names (`12.5`, `16—59`, `95%`, `互联网+`) are kept.

use super::traditional;

/// What folding does with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Compared.
    Kept,
    /// Punctuation or space, skipped where the query has none.
    Dropped,
    /// Compared beside a digit, dropped elsewhere.
    KeptByDigit,
}

/// Signs that are compared.
pub(super) const SIGNS: &str = "+/%‰‱℃°=<>×÷&#@$¥㎡㎢㎥";

/// Light folding, which keeps traditional characters: half width, lower case, one form of quotes and of dashes.
pub(super) fn light(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '‘' | '’' | '‛' | '\'' | '＂' | '＇' | '「' | '」' | '『'
        | '』' | '〝' | '〞' | '«' | '»' | '`' => '"',
        '〇' | '○' | '◯' => '零',
        '﹪' => '%',
        '‐' | '‑' | '﹣' | '﹘' | '‒' | '–' | '—' | '―' | '−' | '－' | '～' | '〜' | '~' => {
            '-'
        }
        'ü' | 'Ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'v',
        '\u{ff01}'..='\u{ff5e}' => {
            let half = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
            half.to_ascii_lowercase()
        }
        '\u{3000}' => ' ',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        // Pinyin with tones.
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' | 'ê' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        'ń' | 'ň' | 'ǹ' => 'n',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether a character is invisible: zero-width spaces, direction marks, combining tones.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether a character is part of a number. A different number is never a typing error.
pub(super) fn is_number(c: char) -> bool {
    c.is_ascii_digit() || "〇零一二三四五六七八九十百千万亿两半".contains(c)
}

/// Joining signs, which may be left out: 互联网+养老.
pub(super) const JOINING: [char; 3] = ['+', '/', '&'];

/// Marks that end a sentence or clause.
pub(super) const ENDS: [char; 4] = ['。', '；', '！', '？'];

/// The folded form of a character.
pub(super) fn folded(c: char) -> char {
    traditional::simplified(light(c))
}

/// What folding does with a character.
pub(super) fn fate(c: char) -> Fate {
    let form = light(c);
    let is_letter = form.is_alphanumeric() || traditional::simplified(form).is_alphanumeric();
    if is_letter || SIGNS.contains(form) {
        Fate::Kept
    } else if matches!(form, '.' | ',' | ':' | '-') && !matches!(c, '，' | '：') {
        Fate::KeptByDigit
    } else {
        Fate::Dropped
    }
}

/// Whether a character is compared, given its neighbours.
pub(super) fn is_kept(fate: Fate, before: Option<char>, after: Option<char>) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| light(c).is_ascii_digit());
    match fate {
        Fate::Kept => true,
        Fate::Dropped => false,
        Fate::KeptByDigit => is_digit(before) || is_digit(after),
    }
}

/// Each character of a text with whether it is compared.
pub(super) fn kept(text: &str) -> impl Iterator<Item = (char, bool)> {
    let mut chars = text.chars().peekable();
    let mut before = None;
    std::iter::from_fn(move || {
        let c = chars.next()?;
        let is_kept = is_kept(fate(c), before, chars.peek().copied());
        before = Some(c);
        Some((c, is_kept))
    })
}

/// The folded text.
pub fn fold(text: &str) -> String {
    folded_chars(text).collect()
}

/// Whether the folded text begins with `start`, which is folded.
pub fn folds_to_begin(text: &str, start: &str) -> bool {
    let mut folded = folded_chars(text);
    start.chars().all(|c| folded.next() == Some(c))
}

/// The characters of the folded text.
pub(super) fn folded_chars(text: &str) -> impl Iterator<Item = char> {
    let kept = kept(text).filter(|(_, is_kept)| *is_kept);
    kept.map(|(c, _)| folded(c))
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected, "{text}");
    }

    #[test]
    fn punctuation_is_dropped_and_forms_are_made_equal() {
        check("坚持“不求所有、但求所用”，", "坚持不求所有但求所用");
        check("２０２５年　ＡＢＣ", "2025年abc");
        check("「兩城三帶三區」", "两城三带三区");
    }

    #[test]
    fn what_belongs_to_a_number_is_kept() {
        check("12.5年，16—59岁", "12.5年16-59岁");
        check("“互联网+”，95％以上。", "互联网+95%以上");
        check("分解表.xls——常年为0，", "分解表xls常年为0");
        check("12.", "12.");
    }
}
