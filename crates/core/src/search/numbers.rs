//! Other ways to write a number: 80% and 百分之八十, 16—59岁 and 16至59岁, 35岁 and 三十五岁, 1,200 and 1200, 120.1 and
//! 120.10.
//!
//! A word is split into numbers, range signs and the rest, and written again in each style.

use super::fold;
use super::numerals::{self, Two};

/// A part of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Number(Number),
    /// A range sign, as typed.
    Range(String),
    Other(char),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Number {
    /// As typed.
    typed: String,
    /// In digits, without group separators.
    figures: String,
    /// The fraction that it counts, if any.
    part: Option<Part>,
    is_in_figures: bool,
}

/// A fraction: the words before a number in characters, and the sign after one in digits.
type Part = (&'static str, &'static str);

const PARTS: [Part; 4] = [
    ("百分之", "%"),
    ("千分之", "‰"),
    ("十万分之", "/10万"),
    ("万分之", "/万"),
];

/// How numbers are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// 1200, 120.1.
    Figures,
    /// 1,200.
    Grouped,
    /// 120.10.
    Padded,
    /// 二百.
    Characters,
    /// 两百.
    Liang,
    /// 二零二五.
    Digits,
}

const STYLES: [Style; 6] = [
    Style::Figures,
    Style::Grouped,
    Style::Padded,
    Style::Characters,
    Style::Liang,
    Style::Digits,
];

impl Style {
    /// Whether the style may differ from `Figures` and `Characters` for some number.
    fn concerns(self, tokens: &[Token]) -> bool {
        tokens.iter().any(|token| match (self, token) {
            (_, Token::Range(_) | Token::Other(_)) => false,
            (Self::Figures | Self::Characters, _) => true,
            (Self::Grouped, Token::Number(number)) => number.figures.len() > 3,
            (Self::Padded, Token::Number(number)) => number.figures.contains('.'),
            (Self::Liang, Token::Number(number)) => number.figures.contains('2'),
            (Self::Digits, Token::Number(number)) => number.is_year(),
        })
    }
}

/// Range signs; dashes of all lengths fold to the first.
const RANGES: [&str; 4] = ["-", "--", "至", "到"];

/// Whether a character may be the first of a number.
pub(super) fn may_begin(c: char) -> bool {
    c.is_ascii_digit() || c == '百' || numerals::begins(c)
}

/// The other ways to write a text that has numbers.
pub(super) fn forms(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let tokens = ranges(tokens(&chars));
    if !tokens.iter().any(|token| matches!(token, Token::Number(_))) {
        return Vec::new();
    }
    let mut forms = written(text, &tokens);
    for others in [with_one_unit(&tokens), with_both_units(&tokens)] {
        let new = written(text, &others).into_iter();
        let new: Vec<String> = new.filter(|form| !forms.contains(form)).collect();
        forms.extend(new);
    }
    forms
}

/// The ways to write tokens that differ from `text`, each once.
fn written(text: &str, tokens: &[Token]) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    let has_range = tokens.iter().any(|token| matches!(token, Token::Range(_)));
    let signs: &[&str] = if has_range { &RANGES } else { &[""] };
    for style in STYLES.into_iter().filter(|style| style.concerns(tokens)) {
        for sign in signs {
            let written = tokens.iter().map(|token| token.written(style, sign));
            let Some(form) = written.collect::<Option<String>>() else {
                continue;
            };
            // A single character is too short to search.
            let is_short = |text: &str| text.chars().nth(1).is_none();
            let is_bare = tokens.len() == 1 && (is_short(text) || is_short(&form));
            if form != text && !is_bare && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

fn tokens(chars: &[char]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = chars;
    while let Some((first, after)) = rest.split_first() {
        if let Some(number) = number(rest) {
            rest = rest.get(number.typed.chars().count()..).unwrap_or_default();
            tokens.push(Token::Number(number));
            continue;
        }
        tokens.push(Token::Other(*first));
        // A run that is no number contains none.
        let run = if first.is_ascii_digit() {
            after.iter().take_while(|c| in_figures(**c)).count()
        } else if numerals::continues(*first) {
            after
                .iter()
                .take_while(|c| numerals::continues(**c))
                .count()
        } else {
            0
        };
        let (others, later) = after.split_at(run);
        tokens.extend(others.iter().map(|c| Token::Other(*c)));
        rest = later;
    }
    tokens
}

/// The number that a text begins with.
fn number(text: &[char]) -> Option<Number> {
    for part in PARTS {
        if begins(text, part.0) {
            return fraction(text.get(part.0.chars().count()..)?, part);
        }
    }
    let (length, figures, is_in_figures) = plain(text)?;
    let rest = text.get(length..)?;
    let part = sign(rest).filter(|_| is_in_figures);
    let length = length + part.map_or(0, |(_, length)| length);
    Some(Number {
        typed: text.get(..length)?.iter().collect(),
        figures,
        part: part.map(|(part, _)| part),
        is_in_figures,
    })
}

/// The fraction whose number a text begins with, behind its words.
fn fraction(text: &[char], part: Part) -> Option<Number> {
    let (length, figures, is_in_figures) = match text {
        ['百', ..] => (1, "100".to_owned(), false),
        _ => plain(text)?,
    };
    let number: String = text.get(..length)?.iter().collect();
    Some(Number {
        typed: format!("{}{number}", part.0),
        figures,
        part: Some(part),
        is_in_figures,
    })
}

fn begins(text: &[char], with: &str) -> bool {
    let mut text = text.iter();
    with.chars().all(|c| text.next() == Some(&c))
}

/// The sign of a fraction that a text begins with, and its length.
fn sign(text: &[char]) -> Option<(Part, usize)> {
    let known = PARTS.iter().find(|(_, sign)| begins(text, sign));
    let known = known.map(|part| (*part, part.1.chars().count()));
    let others = [("‱", PARTS[3]), ("/十万", PARTS[2])].into_iter();
    let other = others.filter(|(sign, _)| begins(text, sign));
    known.or(other
        .map(|(sign, part)| (part, sign.chars().count()))
        .next())
}

/// Whether a character may be a part of a number in figures.
fn in_figures(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}

/// The figures or characters of a number that a text begins with: their length, the figures, and whether they are any.
fn plain(text: &[char]) -> Option<(usize, String, bool)> {
    let first = text.first()?;
    if first.is_ascii_digit() {
        let run = text.iter().take_while(|c| in_figures(**c)).count();
        let joined = text.get(..run)?.iter().rev();
        let length = run - joined.take_while(|c| !c.is_ascii_digit()).count();
        return Some((length, ungrouped(text.get(..length)?)?, true));
    }
    if !numerals::begins(*first) {
        return None;
    }
    let run = text.iter().take_while(|c| numerals::continues(**c)).count();
    let units = text.get(..run)?.iter().rev();
    let length = run - units.take_while(|c| "万亿点".contains(**c)).count();
    let number = numerals::figures(text.get(..length)?)?;
    Some((length, number, false))
}

/// Digits without group separators and trailing zeros of decimals; `None` if they are not one number.
fn ungrouped(typed: &[char]) -> Option<String> {
    let typed: String = typed.iter().collect();
    let (whole, decimals) = typed.split_once('.').unwrap_or((&typed, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let (first, others) = groups.split_first()?;
    let are_groups = others.iter().all(|group| group.len() == 3) && first.len() <= 3;
    let is_one = others.is_empty() || are_groups;
    let are_digits = decimals.chars().all(|c| c.is_ascii_digit());
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    (is_one && are_digits).then(|| format!("{}{point}{decimals}", groups.concat()))
}

/// Marks range signs: a dash, 至 or 到 between two numbers.
fn ranges(tokens: Vec<Token>) -> Vec<Token> {
    let mut marked: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let mut signs = String::new();
        let mut last = Some(token.clone());
        if has_number_before(&marked) {
            while let Some(Token::Other(c)) = last.filter(|token| is_sign(token, &signs)) {
                signs.push(c);
                last = tokens.next_if(|token| is_sign(token, &signs));
            }
        }
        match (signs.is_empty(), tokens.peek()) {
            (true, _) => marked.push(token),
            (false, Some(Token::Number(_))) => marked.push(Token::Range(signs)),
            (false, _) => marked.extend(signs.chars().map(Token::Other)),
        }
    }
    marked
}

/// Ranges with a unit behind the second number alone: 16岁至59岁 becomes 16至59岁.
fn with_one_unit(tokens: &[Token]) -> Vec<Token> {
    let is_repeated = |at: usize| {
        let around = tokens.get(at.saturating_sub(1)..at + 4);
        matches!(around, Some([
            Token::Number(_), Token::Other(one), Token::Range(_), Token::Number(_), Token::Other(other),
        ]) if one == other)
    };
    let kept = tokens
        .iter()
        .enumerate()
        .filter(|(at, _)| !is_repeated(*at));
    kept.map(|(_, token)| token.clone()).collect()
}

/// Ranges with the unit of the second number behind the first as well: 16至59岁 becomes 16岁至59岁.
fn with_both_units(tokens: &[Token]) -> Vec<Token> {
    let mut units = Vec::with_capacity(tokens.len() + 1);
    for (at, token) in tokens.iter().enumerate() {
        let after = tokens.get(at + 1..at + 3);
        if let (
            Token::Range(_),
            [.., Token::Number(_)],
            Some([Token::Number(_), Token::Other(unit)]),
        ) = (token, units.as_slice(), after)
        {
            units.push(Token::Other(*unit));
        }
        units.push(token.clone());
    }
    units
}

/// Whether a token may be a range sign, or a further dash of one.
fn is_sign(token: &Token, before: &str) -> bool {
    match token {
        Token::Other('至' | '到') => before.is_empty(),
        Token::Other(c) => fold::light(*c) == '-' && !before.contains(['至', '到']),
        _ => false,
    }
}

/// Whether the last token is a number, or one character after it.
fn has_number_before(tokens: &[Token]) -> bool {
    matches!(
        tokens,
        [.., Token::Number(_)] | [.., Token::Number(_), Token::Other(_)]
    )
}

impl Token {
    /// The token in a style, with `range` for a range sign; `None` if the number is too long.
    fn written(&self, style: Style, range: &str) -> Option<String> {
        match self {
            Self::Number(number) => number.written(style),
            Self::Range(_) => Some(range.to_owned()),
            Self::Other(c) => Some((*c).into()),
        }
    }
}

impl Number {
    fn written(&self, style: Style) -> Option<String> {
        let two = match style {
            Style::Liang => Two::Liang,
            Style::Digits if self.is_year() && self.is_in_figures => {
                return Some(numerals::digits(&self.figures));
            }
            Style::Characters | Style::Digits => Two::Er,
            Style::Figures | Style::Grouped | Style::Padded => {
                let sign = self.part.map_or("", |(_, sign)| sign);
                return Some(format!("{}{sign}", self.in_figures(style)));
            }
        };
        if !self.is_in_figures {
            return Some(self.typed.clone());
        }
        let number = match self.part {
            Some(("百分之", _)) if self.figures == "100" => "百".to_owned(),
            _ => numerals::written(&self.figures, two)?,
        };
        Some(format!(
            "{}{number}",
            self.part.map_or("", |(words, _)| words)
        ))
    }

    fn is_year(&self) -> bool {
        self.figures.len() == 4 && self.part.is_none() && !self.figures.contains('.')
    }

    fn in_figures(&self, style: Style) -> String {
        let (whole, decimals) = self.figures.split_once('.').unwrap_or((&self.figures, ""));
        match style {
            Style::Grouped if whole.len() > 3 => {
                let groups = whole.as_bytes().rchunks(3).rev();
                let groups: Vec<_> = groups.map(String::from_utf8_lossy).collect();
                let point = if decimals.is_empty() { "" } else { "." };
                format!("{}{point}{decimals}", groups.join(","))
            }
            Style::Padded if !decimals.is_empty() => format!("{}0", self.figures),
            _ => self.figures.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(forms(text), expected, "{text}");
    }

    #[test]
    fn fractions_have_signs_and_words() {
        check("百分之八十", &["80%"]);
        check("80%", &["百分之八十"]);
        check("百分之百", &["100%"]);
        check("100%", &["百分之百"]);
        check("千分之五", &["5‰"]);
        check("万分之三", &["3/万"]);
        check("十万分之九", &["9/10万"]);
        check("9/10万", &["十万分之九"]);
        check("百分之12.5", &["12.5%", "12.50%", "百分之十二点五"]);
    }

    #[test]
    fn numbers_are_written_in_figures_and_in_characters() {
        check("三十五岁", &["35岁"]);
        check("35岁", &["三十五岁"]);
        check(
            "1200人",
            &["1,200人", "一千二百人", "一千两百人", "一二零零人"],
        );
        check(
            "1,200人",
            &["1200人", "一千二百人", "一千两百人", "一二零零人"],
        );
        check("120.10", &["120.1", "一百二十点一"]);
        check("二零二五年", &["2025年", "2,025年"]);
        check("三十五万人", &["35万人"]);
        check("2个", &["二个", "两个"]);
    }

    #[test]
    fn ranges_have_dashes_or_words() {
        let forms = forms("16至59岁");
        for form in ["16-59岁", "16--59岁", "16到59岁", "十六至五十九岁"] {
            assert!(forms.iter().any(|it| it == form), "{form}: {forms:?}");
        }
        check("至59岁", &["至五十九岁"]);
    }

    #[test]
    fn what_is_no_number_has_no_other_form() {
        for text in [
            "十四五",
            "十三五期末",
            "托育",
            "百分之",
            "5",
            "十",
            "1,2",
            "",
        ] {
            check(text, &[]);
        }
    }
}
