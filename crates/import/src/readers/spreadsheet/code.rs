//! Parses number format codes (`#,##0.00;[Red]-0`).

use std::{iter::Peekable, str::Chars};

/// A piece of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Literal text.
    Text(String),
    /// A digit placeholder: `0`, `#` or `?`.
    Digit(char),
    /// The decimal point.
    Point,
    /// A comma: thousands separator, or after all digits a division by 1000.
    Comma,
    /// Percent.
    Percent,
    /// An exponent, `always` with a sign (`E+`), or only if negative.
    Exponent { always: bool },
    /// A part of a date: a letter and its repetition count.
    Date(char, usize),
    /// Elapsed hours, minutes or seconds.
    Elapsed(char),
    /// AM/PM.
    Noon,
    /// The `General` format.
    General,
    /// The text of the cell.
    Cell,
}

/// A section of a code, for positive numbers, negative numbers and so on.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Section {
    pub(super) pieces: Vec<Piece>,
    /// The condition, as in `[>=100]`: operator and number.
    pub(super) condition: Option<(String, f64)>,
    /// Chinese digits (`[DBNum1]`).
    pub(super) chinese: bool,
}

impl Section {
    /// Whether it prints a day or a time.
    pub(super) fn is_date(&self) -> bool {
        self.pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Date(..) | Piece::Elapsed(_)))
    }
}

/// Splits a code into its sections.
pub(super) fn sections(code: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut signs = code.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign == ';' {
            sections.push(Section::default());
        } else if let Some(section) = sections.last_mut() {
            section.read(sign, &mut signs);
        }
    }
    sections
}

/// A date part, or another piece made of letters.
fn letters(sign: char, signs: &mut Peekable<Chars<'_>>) -> Option<Piece> {
    let next = signs.peek().copied().unwrap_or_default();
    match sign {
        'E' | 'e' if matches!(next, '+' | '-') => {
            signs.next();
            Some(Piece::Exponent {
                always: next == '+',
            })
        }
        'G' | 'g' => {
            while signs.next_if(char::is_ascii_alphabetic).is_some() {}
            Some(Piece::General)
        }
        'A' | 'a' if matches!(next, 'M' | 'm' | '/' | 'P' | 'p') => {
            while signs.next_if(|sign| "APMapm/".contains(*sign)).is_some() {}
            Some(Piece::Noon)
        }
        '上' if next == '午' => {
            while signs.next_if(|sign| "午/下".contains(*sign)).is_some() {}
            Some(Piece::Noon)
        }
        _ if "ymdhsabeYMDHSAB".contains(sign) => {
            let mut count = 1;
            while signs
                .next_if(|next| next.eq_ignore_ascii_case(&sign))
                .is_some()
            {
                count += 1;
            }
            Some(Piece::Date(sign.to_ascii_lowercase(), count))
        }
        _ => None,
    }
}

impl Section {
    /// Reads the piece that begins with `sign`.
    fn read(&mut self, sign: char, signs: &mut Peekable<Chars<'_>>) {
        let until = |signs: &mut Peekable<Chars<'_>>, end: char| {
            signs
                .by_ref()
                .take_while(|sign| *sign != end)
                .collect::<String>()
        };
        match sign {
            '"' => self.text(&until(signs, '"')),
            '[' => self.bracket(&until(signs, ']')),
            '\\' | '!' => self.text(&signs.next().map(String::from).unwrap_or_default()),
            // `_x` is a blank as wide as `x`, `*x` repeats `x`.
            '_' | '*' => drop(signs.next()),
            '0' | '#' | '?' => self.pieces.push(Piece::Digit(sign)),
            '.' => self.pieces.push(Piece::Point),
            ',' => self.pieces.push(Piece::Comma),
            '%' => self.pieces.push(Piece::Percent),
            '@' => self.pieces.push(Piece::Cell),
            _ => match letters(sign, signs) {
                Some(piece) => self.pieces.push(piece),
                None => self.text(&sign.to_string()),
            },
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(Piece::Text(before)) = self.pieces.last_mut() {
            before.push_str(text);
        } else {
            self.pieces.push(Piece::Text(text.to_owned()));
        }
    }

    /// Reads brackets: a currency, a condition, elapsed time, Chinese digits; colours are ignored.
    fn bracket(&mut self, inner: &str) {
        let lower = inner.to_ascii_lowercase();
        if let Some(currency) = inner.strip_prefix('$') {
            self.text(currency.split('-').next().unwrap_or_default());
        } else if lower.starts_with("dbnum") {
            self.chinese = lower == "dbnum1";
        } else if matches!(lower.trim_matches(['h', 'm', 's']), "") {
            self.pieces.extend(lower.chars().next().map(Piece::Elapsed));
        } else if inner.starts_with(['<', '>', '=']) {
            let number = inner.trim_start_matches(['<', '>', '=']);
            let comparison = inner.get(..inner.len() - number.len()).unwrap_or_default();
            self.condition = number
                .trim()
                .parse()
                .ok()
                .map(|number| (comparison.to_owned(), number));
        }
    }
}
