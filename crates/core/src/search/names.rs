//! Short and full names of offices, plans and units of area: 发改委 and 发展改革委, ㎡ and 平方米. `names.txt` has those
//! that mean the same on one line.

use std::cmp::Reverse;
use std::sync::LazyLock;

/// The names, below a header.
const NAMES: &str = include_str!("names.txt");

/// Every name with its line, sorted.
static SORTED: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let of_line = |line: &'static str| line.split(' ').map(move |name| Name { name, line });
    let mut names: Vec<Name> = lines().flat_map(of_line).collect();
    names.sort_unstable_by_key(|it| it.name);
    names
});

struct Name {
    name: &'static str,
    line: &'static str,
}

impl Name {
    fn first(&self) -> Option<char> {
        self.name.chars().next()
    }
}

/// The lines of names that mean the same.
pub(super) fn lines() -> impl Iterator<Item = &'static str> {
    NAMES.lines().filter(|line| !line.starts_with('#'))
}

/// Whether a character is the first of a name.
pub(super) fn may_begin(c: char) -> bool {
    begun_by(c).next().is_some()
}

fn begun_by(c: char) -> impl Iterator<Item = &'static Name> {
    let start = SORTED.partition_point(|it| it.first() < Some(c));
    let names = SORTED.get(start..).unwrap_or_default().iter();
    names.take_while(move |it| it.first() == Some(c))
}

/// A text with its longest name replaced by each of the other names.
pub(super) fn forms(text: &str) -> Vec<String> {
    let Some(Name { name, line }) = longest(text) else {
        return Vec::new();
    };
    let others = line.split(' ').filter(|other| other != name);
    others.map(|other| text.replace(name, other)).collect()
}

fn longest(text: &str) -> Option<&'static Name> {
    let begun = text.char_indices().flat_map(|(at, c)| {
        let rest = text.get(at..).unwrap_or_default();
        begun_by(c).filter(move |it| rest.starts_with(it.name))
    });
    begun.min_by_key(|it| Reverse(it.name.len()))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{forms, lines};

    #[test]
    fn the_longest_name_counts() {
        assert!(forms("区发改委").contains(&"区发展和改革委员会".to_owned()));
        assert!(forms("发展改革委员会").contains(&"发改委".to_owned()));
        assert_eq!(forms("区民政局"), Vec::<String>::new());
    }

    #[test]
    fn a_name_stands_on_one_line_and_no_line_stands_alone() {
        let mut known = HashSet::new();
        for name in lines().flat_map(|line| line.split(' ')) {
            assert!(known.insert(name), "{name}");
        }
        assert!(lines().all(|line| line.split(' ').count() > 1));
    }
}
