//! How characters are read: pinyin without tones, every reading, ü as v.

use pinyin::ToPinyinMulti as _;

/// Every reading of a character, the usual ones first, each once.
pub(super) fn of(c: char) -> impl Iterator<Item = &'static str> {
    let mut seen: Vec<&'static str> = Vec::new();
    let readings = c.to_pinyin_multi().into_iter().flatten();
    readings
        .filter_map(|reading| plain(reading.plain()))
        .filter(move |reading| {
            let is_new = !seen.contains(reading);
            seen.push(reading);
            is_new
        })
}

/// A reading in the letters of a keyboard; `None` for the few that have none, such as ê.
fn plain(reading: &'static str) -> Option<&'static str> {
    match reading {
        "lü" => Some("lv"),
        "nü" => Some("nv"),
        "lüe" => Some("lve"),
        "nüe" => Some("nve"),
        _ => reading.is_ascii().then_some(reading),
    }
}

/// Whether what was typed begins a name: its characters, its initials, or its pinyin in full or begun.
pub(super) fn begins(typed: &str, name: &str) -> bool {
    let typed = super::fold::fold(typed);
    let name = super::fold::fold(name);
    if typed.is_empty() {
        return false;
    }
    name.starts_with(&typed) || spells(&typed, &name)
}

/// Whether letters and characters spell the beginning of a name.
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
    of(c).any(|reading| {
        reading.starts_with(typed)
            || (typed.starts_with(reading) && continues(reading.len()))
            || (reading.starts_with(first) && continues(1))
    })
}

#[cfg(test)]
mod tests {
    use super::{begins, of};

    #[test]
    fn every_reading_is_known_once_with_v_for_ü() {
        assert_eq!(of('重').take(2).collect::<Vec<_>>(), ["zhong", "chong"]);
        assert_eq!(of('率').filter(|r| *r == "lv").count(), 1);
        assert_eq!(of('a').count(), 0);
    }

    #[test]
    fn names_are_begun_by_characters_initials_or_pinyin() {
        for typed in ["任", "任务", "rw", "r", "renwu", "renw", "RW", "任w"] {
            assert!(begins(typed, "任务"), "{typed}");
        }
        for typed in ["", "务", "rwx", "w", "任务书"] {
            assert!(!begins(typed, "任务"), "{typed}");
        }
    }
}
