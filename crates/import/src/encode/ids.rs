//! Ids of plans and targets: small letters, digits and hyphens, from the pinyin of the name.

use std::collections::{HashMap, HashSet};

use pinyin::ToPinyin as _;

/// The most syllables or words of an id.
const MOST: usize = 8;

/// The initials of a title, with its letters and digits: an id for a plan.
pub(super) fn initials(title: &str) -> String {
    let mut out = String::new();
    for c in title.chars().take(48) {
        if let Some(reading) = c.to_pinyin() {
            out.extend(reading.plain().chars().take(1));
        } else if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        }
    }
    let plain: String = out.chars().filter(char::is_ascii_alphanumeric).collect();
    if plain.is_empty() {
        "plan".to_owned()
    } else {
        plain
    }
}

/// Ids that are each used once.
#[derive(Default)]
pub(super) struct Ids {
    taken: HashSet<String>,
    /// The number that the next id of a name may have.
    numbers: HashMap<String, usize>,
}

impl Ids {
    /// Ids beside those that are taken.
    pub(super) fn beside<'a>(taken: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            taken: taken.into_iter().map(str::to_owned).collect(),
            numbers: HashMap::new(),
        }
    }

    /// An id for a name: its syllables, and a number where another has the same.
    pub(super) fn next(&mut self, name: &str) -> String {
        let base = syllables(name);
        let mut id = base.clone();
        let n = self.numbers.entry(base.clone()).or_insert(2);
        while !self.taken.insert(id.clone()) {
            id = format!("{base}-{n}");
            *n += 1;
        }
        id
    }
}

fn syllables(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut is_open = false;
    for c in name.chars() {
        if let Some(reading) = c.to_pinyin() {
            words.push(reading.plain().replace('ü', "v"));
            is_open = false;
        } else if c.is_ascii_alphanumeric() {
            if !is_open {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.push(c.to_ascii_lowercase());
            }
            is_open = true;
        } else {
            is_open = false;
        }
    }
    words.truncate(MOST);
    let id = words.join("-");
    if id.is_empty() {
        "target".to_owned()
    } else {
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_spell_names_and_stay_apart() {
        let mut ids = Ids::default();
        assert_eq!(ids.next("常住人口"), "chang-zhu-ren-kou");
        assert_eq!(ids.next("常住人口"), "chang-zhu-ren-kou-2");
        assert_eq!(ids.next("5岁以下"), "5-sui-yi-xia");
        assert_eq!(ids.next("（）"), "target");
        assert_eq!(initials("青禾县“十四五”规划2025"), "qhxsswgh2025");
    }
}
