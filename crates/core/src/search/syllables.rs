//! Readings of characters: pinyin without tones, ü as v.
//!
//! The `pinyin` crate has every reading of the dictionaries, the commonest first. `readings.txt` has the characters with
//! several readings in use today, the commonest first.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use pinyin::ToPinyinMulti as _;

/// The characters with several readings in use, a line each.
const IN_USE: &str = include_str!("readings.txt");

/// The readings in use by character, where there is more than one.
static SEVERAL: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let lines = IN_USE.lines().filter_map(|line| {
        let mut words = line.split(' ');
        let c = words.next()?.chars().next()?;
        Some((c, words.collect()))
    });
    lines.collect()
});

/// How many readings of a character are in use: the first ones of [`of`].
pub(super) fn usual(c: char) -> usize {
    SEVERAL.get(&c).map_or(1, Vec::len)
}

/// Every reading of a character, those in use first, each once.
pub(super) fn of(c: char) -> impl Iterator<Item = &'static str> {
    let mut seen: Vec<&'static str> = Vec::new();
    let in_use = SEVERAL.get(&c).into_iter().flatten().copied();
    let readings = c.to_pinyin_multi().into_iter().flatten();
    let all = readings.filter_map(|reading| plain(reading.plain()));
    in_use.chain(all).filter(move |reading| {
        let is_new = !seen.contains(reading);
        seen.push(reading);
        is_new
    })
}

/// A reading in ASCII; `None` for the few that have none, such as ê.
fn plain(reading: &'static str) -> Option<&'static str> {
    match reading {
        "lü" => Some("lv"),
        "nü" => Some("nv"),
        "lüe" => Some("lve"),
        "nüe" => Some("nve"),
        _ => reading.is_ascii().then_some(reading),
    }
}

/// Other spellings of a reading: ü after l and n as u and as yu.
pub(super) fn spellings(reading: &str) -> &'static [&'static str] {
    match reading {
        "lv" => &["lu", "lyu"],
        "nv" => &["nu", "nyu"],
        "lve" => &["lue", "lyue"],
        "nve" => &["nue", "nyue"],
        _ => &[],
    }
}

/// Every spelling of a reading, the reading itself first.
pub(super) fn typings(reading: &'static str) -> impl Iterator<Item = &'static str> {
    std::iter::once(reading).chain(spellings(reading).iter().copied())
}

/// Whether letters are a reading of some character, in any spelling.
pub(super) fn is_reading(letters: &str) -> bool {
    static ALL: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        let readings = ('\u{4e00}'..='\u{9fff}').flat_map(of);
        readings.flat_map(typings).collect()
    });
    ALL.contains(letters)
}

/// Whether `typed` is a prefix of a name: of its characters, initials or pinyin.
pub fn begins(typed: &str, name: &str) -> bool {
    let typed = super::fold::fold(typed);
    let name = super::fold::fold(name);
    if typed.is_empty() {
        return false;
    }
    name.starts_with(&typed) || spells(&typed, &name)
}

/// Whether letters and characters spell a prefix of a name.
fn spells(typed: &str, name: &str) -> bool {
    if typed.is_empty() {
        return true;
    }
    let mut rest = name.chars();
    let (Some(c), Some(first)) = (rest.next(), typed.chars().next()) else {
        return false;
    };
    let rest = rest.as_str();
    let continues = |used: usize| typed.get(used..).is_some_and(|typed| spells(typed, rest));
    if c == first && continues(c.len_utf8()) {
        return true;
    }
    of(c).flat_map(typings).any(|reading| {
        reading.starts_with(typed)
            || (typed.starts_with(reading) && continues(reading.len()))
            || (reading.starts_with(first) && continues(1))
    })
}

/// How many letters at the beginning of `left` may be a syllable or its prefix, as a bit set.
pub(super) fn lengths(left: &[char]) -> u64 {
    let longest = left.len().min(6);
    let read = (2..=longest).filter(|n| {
        let is_last = *n == left.len();
        may_be_syllable(&left[..*n], is_last)
    });
    read.fold(1 << 1, |bits, n| bits | 1 << n)
}

/// Whether letters have the form of a syllable, or of a prefix of one if `may_be_begun`; zh, ch and sh count too.
fn may_be_syllable(letters: &[char], may_be_begun: bool) -> bool {
    let text: String = letters.iter().collect();
    if ["zh", "ch", "sh", "hm", "ng", "hng"].contains(&text.as_str()) {
        return true;
    }
    let rest = text.trim_start_matches(|c| c == 'h' || "bpmfdtnlgkjqxrzcsyw".contains(c));
    let consonants = text.len() - rest.len();
    let end = rest.trim_start_matches(|c| "aeiouv".contains(c));
    let vowels = rest.len() - end.len();
    let has_initial = match consonants {
        0 | 1 => true,
        2 => ["zh", "ch", "sh", "lyu", "nyu"]
            .iter()
            .any(|double| text.starts_with(double)),
        _ => false,
    };
    let is_begun = may_be_begun
        && (["hn", "ly", "ny"].contains(&text.as_str()) || has_initial && end.is_empty());
    is_begun || has_initial && vowels > 0 && ["", "n", "ng", "r"].contains(&end)
}

#[cfg(test)]
mod tests {
    use pinyin::ToPinyinMulti as _;

    use super::{SEVERAL, begins, lengths, may_be_syllable, of, plain, typings, usual};

    #[test]
    fn every_reading_is_known_once_with_v_for_ü() {
        assert_eq!(of('重').take(2).collect::<Vec<_>>(), ["zhong", "chong"]);
        assert_eq!(of('率').filter(|r| *r == "lv").count(), 1);
        assert_eq!(of('a').count(), 0);
    }

    #[test]
    fn readings_in_use_come_first_and_are_counted() {
        let in_use = |c: char| of(c).take(usual(c)).collect::<Vec<_>>();
        assert_eq!(in_use('着'), ["zhe", "zhuo", "zhao"]);
        assert_eq!(in_use('长'), ["chang", "zhang"]);
        assert_eq!(in_use('英'), ["ying"]);
        assert_eq!(of('英').nth(1), Some("yang"), "what is not in use is known");
    }

    #[test]
    fn every_reading_of_the_list_is_one_of_the_character() {
        assert!(SEVERAL.len() > 80);
        for (c, in_use) in &*SEVERAL {
            let known: Vec<_> = c.to_pinyin_multi().into_iter().flatten().collect();
            for reading in in_use {
                let is_known = known.iter().any(|it| plain(it.plain()) == Some(reading));
                assert!(is_known, "{c} {reading}");
            }
            assert!(in_use.len() > 1, "{c}");
        }
    }

    #[test]
    fn names_are_begun_by_characters_initials_or_pinyin() {
        for typed in ["任", "任务", "rw", "r", "renwu", "renw", "RW", "任w"] {
            assert!(begins(typed, "任务"), "{typed}");
        }
        for typed in ["nvxing", "nuxing", "nyux", "nü"] {
            assert!(begins(typed, "女性"), "{typed}");
        }
        for typed in ["", "务", "rwx", "w", "任务书"] {
            assert!(!begins(typed, "任务"), "{typed}");
        }
    }

    #[test]
    fn every_reading_and_every_beginning_of_one_may_be_a_syllable() {
        let readings = ('\u{3000}'..='\u{3ffff}').flat_map(of);
        for reading in readings.flat_map(typings) {
            let letters: Vec<char> = reading.chars().collect();
            for n in 2..=letters.len() {
                assert!(may_be_syllable(&letters[..n], true), "{reading}, {n}");
            }
            assert!(
                letters.len() < 2 || may_be_syllable(&letters, false),
                "{reading}"
            );
            assert!(letters.len() <= 6, "{reading}");
        }
    }

    #[test]
    fn a_syllable_ends_where_one_can() {
        let lengths = |typed: &str| {
            let bits = lengths(&typed.chars().collect::<Vec<_>>());
            (0..64)
                .filter(|n| bits >> n & 1 == 1)
                .collect::<Vec<usize>>()
        };
        assert_eq!(lengths("tyfw"), [1]);
        assert_eq!(lengths("rencai"), [1, 2, 3]);
        assert_eq!(lengths("ch"), [1, 2]);
        assert_eq!(lengths("人cai"), [1]);
    }
}
