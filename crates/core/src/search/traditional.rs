//! Traditional characters (繁体), older and regional forms (异体), and their simplified forms.
//!
//! `traditional.txt` holds 3,661 pairs, sorted, as one run of text: the single characters of the basic plane in `OpenCC`
//! 1.4.2 (Apache-2.0), of `TSCharacters` with the first simplified form of each, of `HKVariants` and `TWVariants` read
//! backwards and of its compatibility characters; the radicals that PDF files have for characters, by Unicode; and 14
//! older forms that `OpenCC` lacks (倣 値 靑 淸 …). `several.txt` has the characters that stand for several. Crates with
//! such tables are unmaintained, under the GPL, or build large dictionaries at start.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The pairs: a traditional character, then its simplified form; each three bytes long.
const PAIRS: &[u8] = include_bytes!("traditional.txt");

/// The characters that stand for several, a line each, below a header.
const SEVERAL: &str = include_str!("several.txt");

/// Each of these with the simplified characters that it may stand for.
static VALUES: LazyLock<HashMap<char, Vec<char>>> = LazyLock::new(|| {
    let values = |(c, values): (char, &str)| (c, values.chars().map(simplified).collect());
    several().map(values).collect()
});

/// By character, sorted, the simplified ones that may stand for the same besides its own simplified form. Characters
/// without an entry use that of their simplified form.
static RELATED: LazyLock<Vec<(char, Vec<char>)>> = LazyLock::new(|| {
    let keys = VALUES
        .iter()
        .flat_map(|(c, values)| values.iter().chain([c]));
    let by_value = by_value();
    let mut related: Vec<_> = keys.map(|c| (*c, relatives(*c, &by_value))).collect();
    related.sort_unstable();
    related.dedup();
    related
});

/// The simplified form of a traditional character; any other character as it is.
pub(super) fn simplified(c: char) -> char {
    let mut buffer = [0; 4];
    let &[first, second, third] = c.encode_utf8(&mut buffer).as_bytes() else {
        return c;
    };
    // As numbers, since comparing slices calls a function at each step.
    let number = |[first, second, third]: [u8; 3]| u32::from_be_bytes([0, first, second, third]);
    let wanted = number([first, second, third]);
    let (pairs, _) = PAIRS.as_chunks::<6>();
    pairs
        .binary_search_by_key(&wanted, |pair| number([pair[0], pair[1], pair[2]]))
        .ok()
        .and_then(|at| str::from_utf8(&pairs[at][3..]).ok())
        .and_then(|form| form.chars().next())
        .unwrap_or(c)
}

/// What a character may stand for besides its simplified form `simple`, and what may stand for the same: 划 for 畫, 了 and
/// 瞭 for each other. Candidates only: see [`may_be`].
pub(super) fn related(c: char, simple: char) -> &'static [char] {
    let by_key = |key: char| {
        let at = RELATED.binary_search_by_key(&key, |(c, _)| *c).ok()?;
        Some(RELATED.get(at)?.1.as_slice())
    };
    let own = by_key(c);
    own.or_else(|| (simple != c).then(|| by_key(simple)).flatten())
        .unwrap_or_default()
}

/// Whether two written characters may stand for the same: 畫 and 划, but not 画 and 划.
pub(super) fn may_be(one: char, other: char) -> bool {
    let others: Vec<char> = values(other).collect();
    values(one).any(|value| others.contains(&value))
}

/// What a character may stand for, simplified.
pub(super) fn values(c: char) -> impl Iterator<Item = char> {
    let several = VALUES.get(&c).map(Vec::as_slice);
    let one = several.is_none().then(|| simplified(c));
    several.unwrap_or_default().iter().copied().chain(one)
}

/// The characters that stand for several, by each of these.
fn by_value() -> HashMap<char, Vec<char>> {
    let mut by_value: HashMap<char, Vec<char>> = HashMap::new();
    for (c, values) in &*VALUES {
        for value in values {
            by_value.entry(*value).or_default().push(*c);
        }
    }
    by_value
}

fn relatives(c: char, by_value: &HashMap<char, Vec<char>>) -> Vec<char> {
    let others = values(c).filter_map(|value| by_value.get(&value)).flatten();
    let mut found: Vec<char> = values(c)
        .chain(others.map(|other| simplified(*other)))
        .collect();
    found.sort_unstable();
    found.dedup();
    found.retain(|other| *other != simplified(c));
    found
}

/// Every traditional character with its simplified form.
pub(super) fn variants() -> impl Iterator<Item = (char, char)> {
    let (pairs, _) = PAIRS.as_chunks::<6>();
    pairs.iter().filter_map(|pair| {
        let mut chars = str::from_utf8(pair).ok()?.chars();
        Some((chars.next()?, chars.next()?))
    })
}

/// Every character that stands for several, with these.
pub(super) fn several() -> impl Iterator<Item = (char, &'static str)> {
    let lines = SEVERAL.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let (c, values) = line.split_once(' ')?;
        Some((c.chars().next()?, values))
    })
}

#[cfg(test)]
mod tests {
    use super::{may_be, related, several, simplified, variants};

    #[test]
    fn traditional_characters_become_simplified_and_others_stay() {
        let typed = "託育養老區與隨a1，🀄答衞敍枱糭屋簷麻痺倣值値靑⼈著瞭覆";
        let read = "托育养老区与随a1，🀄答卫叙台粽屋檐麻痹仿值值青人著瞭覆";
        for (typed, read) in typed.chars().zip(read.chars()) {
            assert_eq!(simplified(typed), read);
        }
    }

    #[test]
    fn a_simplified_form_stays_as_it_is() {
        assert_eq!(variants().count(), 3661);
        for (c, simple) in variants() {
            assert_eq!(simplified(simple), simple, "{c}");
        }
    }

    #[test]
    fn a_character_of_several_values_is_related_to_each() {
        assert_eq!(several().count(), 61);
        assert_eq!(related('畫', '画'), ['划']);
        assert_eq!(related('了', '了'), ['瞭']);
        assert_eq!(related('復', '复'), ['覆'], "by its simplified form");
        assert_eq!(related('人', '人'), []);
        for (one, other) in [('畫', '划'), ('畫', '画'), ('瞭', '了'), ('了', '瞭')] {
            assert!(may_be(one, other), "{one}{other}");
        }
        assert!(!may_be('画', '划'));
    }
}
