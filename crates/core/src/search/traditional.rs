//! Traditional characters (繁体) and their simplified forms.
//!
//! `traditional.txt` holds 2,968 pairs, sorted, as one run of text: the single characters of `OpenCC`'s `TSCharacters`
//! (Apache-2.0) with the first simplified form of each, and 著 → 着, 藉 → 借. The crates that carry such tables are
//! unmaintained, under the GPL, or bring dictionaries of phrases and tables that are built at start. For single
//! characters 18 kB that need no start are enough.

/// The pairs: a traditional character, then its simplified form; each three bytes long.
const PAIRS: &[u8] = include_bytes!("traditional.txt");

/// The simplified form of a traditional character; any other character as it is.
pub(super) fn simplified(c: char) -> char {
    let mut buffer = [0; 4];
    let key = c.encode_utf8(&mut buffer).as_bytes();
    if key.len() != 3 {
        return c;
    }
    let (pairs, _) = PAIRS.as_chunks::<6>();
    pairs
        .binary_search_by(|pair| pair[..3].cmp(key))
        .ok()
        .and_then(|at| str::from_utf8(&pairs[at][3..]).ok())
        .and_then(|form| form.chars().next())
        .unwrap_or(c)
}

/// Every traditional character with its simplified form.
pub fn variants() -> impl Iterator<Item = (char, char)> {
    let (pairs, _) = PAIRS.as_chunks::<6>();
    pairs.iter().filter_map(|pair| {
        let mut chars = str::from_utf8(pair).ok()?.chars();
        Some((chars.next()?, chars.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::simplified;

    #[test]
    fn traditional_characters_become_simplified_and_others_stay() {
        for (typed, read) in "託育養老區與隨著a1，🀄"
            .chars()
            .zip("托育养老区与随着a1，🀄".chars())
        {
            assert_eq!(simplified(typed), read);
        }
    }
}
