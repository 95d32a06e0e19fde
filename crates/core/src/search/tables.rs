//! The search tables for the script of an exported page, which searches by the same rules.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{fold, names, syllables, traditional};

/// The characters of each syllable.
type Syllables = BTreeMap<&'static str, String>;

/// Characters of typed numbers, whether or not the text has them.
const NUMERALS: &str = "零一二三四五六七八九十百千万亿两点至到";

/// The tables for the characters of a text.
#[derive(Clone, Debug, Serialize)]
pub struct Tables {
    /// By syllable, the characters of which it is the commonest reading.
    pinyin: Syllables,
    /// By syllable, the characters of which it is another reading in use.
    also: Syllables,
    /// Other spellings of syllables.
    spellings: BTreeMap<&'static str, &'static [&'static str]>,
    /// Traditional characters, each followed by its simplified form.
    traditional: String,
    /// The characters that stand for several, with these.
    several: BTreeMap<char, &'static str>,
    /// Characters of another width, other quotes and dashes and letters with tones, each followed by its form.
    light: String,
    /// Signs that are compared.
    signs: &'static str,
    /// The invisible characters, as a class of a regular expression.
    invisible: String,
    /// Names of offices and plans; those that mean the same are one string.
    names: Vec<&'static str>,
}

impl Tables {
    /// The tables restricted to these characters.
    pub fn of(chars: &BTreeSet<char>) -> Self {
        let folded = chars.iter().map(|c| fold::folded(*c));
        let chars: BTreeSet<char> = folded.chain(chars.iter().copied()).collect();
        let (mut pinyin, mut also) = (Syllables::new(), Syllables::new());
        for &c in &chars {
            for (n, reading) in syllables::of(c).take(syllables::usual(c)).enumerate() {
                let syllables = if n == 0 { &mut pinyin } else { &mut also };
                syllables.entry(reading).or_default().push(c);
            }
        }
        let names: Vec<&str> = names::lines()
            .filter(|line| line.split(' ').any(|name| has_all(&chars, name)))
            .collect();
        let typed = names.iter().flat_map(|line| line.chars());
        let typed: BTreeSet<char> = typed
            .chain(NUMERALS.chars())
            .chain(chars.iter().copied())
            .collect();
        Self {
            spellings: spellings(pinyin.keys().chain(also.keys())),
            pinyin,
            also,
            traditional: pairs(traditional::variants().filter(|(_, form)| typed.contains(form))),
            several: traditional::several().collect(),
            light: pairs(
                basic_plane()
                    .map(|c| (c, fold::light(c)))
                    .filter(|(c, form)| narrow(*c) != *form),
            ),
            signs: fold::SIGNS,
            invisible: class(basic_plane().filter(|c| fold::is_invisible(*c))),
            names,
        }
    }
}

fn has_all(chars: &BTreeSet<char>, name: &str) -> bool {
    name.chars().all(|c| chars.contains(&c))
}

fn spellings<'a>(
    readings: impl Iterator<Item = &'a &'static str>,
) -> BTreeMap<&'static str, &'static [&'static str]> {
    let spellings = readings.map(|reading| (*reading, syllables::spellings(reading)));
    spellings
        .filter(|(_, spellings)| !spellings.is_empty())
        .collect()
}

fn pairs(pairs: impl Iterator<Item = (char, char)>) -> String {
    pairs.flat_map(|(c, form)| [c, form]).collect()
}

fn basic_plane() -> impl Iterator<Item = char> {
    '\0'..='\u{ffff}'
}

/// What the script does without a table: half width, lower case.
fn narrow(c: char) -> char {
    let half = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    half.to_lowercase().next().unwrap_or(half)
}

/// A class of a regular expression from characters in order.
fn class(chars: impl Iterator<Item = char>) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for c in chars.map(u32::from) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == c => *last = c,
            _ => ranges.push((c, c)),
        }
    }
    let ranges = ranges
        .iter()
        .map(|(first, last)| format!("\\u{first:04x}-\\u{last:04x}"));
    format!("[{}]", ranges.collect::<String>())
}
