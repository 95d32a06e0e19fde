//! Codes of number formats (`#,##0.00;[Red]-0`), cut into the pieces that the printing of a number needs.

use std::{iter::Peekable, str::Chars};

/// A piece of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text that is printed as it stands.
    Text(String),
    /// A place for a digit: `0`, `#` or `?`.
    Digit(char),
    /// The decimal point.
    Point,
    /// A comma: thousands, or a thousandth of the number behind all digits.
    Comma,
    /// Percent.
    Percent,
    /// An exponent, with its sign always (`E+`) or for negative ones only.
    Exponent { always: bool },
    /// A part of a date: a letter, and how often it stands there.
    Date(char, usize),
    /// Hours, minutes or seconds that do not begin anew.
    Elapsed(char),
    /// Before and after noon.
    Noon,
    /// The number or text as a cell without a format prints it.
    General,
    /// The text of the cell.
    Cell,
}

/// The part of a code for numbers of one kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Section {
    pub(super) pieces: Vec<Piece>,
    /// `[>=100]`: the comparison and the number.
    pub(super) condition: Option<(String, f64)>,
    /// Digits are written in Chinese (`[DBNum1]`).
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

/// Cuts a code into its sections.
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

/// A part of a date, or another piece that is written in letters.
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
    /// Takes the piece that begins with a sign.
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
            // A blank as wide as the next sign, or the next sign as often as there is room.
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

    /// What stands in brackets: a currency, a condition, elapsed time, Chinese digits; colours print nothing.
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
