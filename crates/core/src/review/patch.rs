//! What a decision changed in a text, so that it can be taken back.

/// A change of one stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// Where it begins, in bytes.
    at: usize,
    /// What stood there.
    before: String,
    /// What stands there now.
    after: String,
}

impl Patch {
    /// The change from one text to another.
    pub fn between(before: &str, after: &str) -> Self {
        let same = |(one, other): &(char, char)| one == other;
        let both = before.chars().zip(after.chars());
        let at: usize = both.take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let (before, after) = (
            before.get(at..).unwrap_or_default(),
            after.get(at..).unwrap_or_default(),
        );
        let both = before.chars().rev().zip(after.chars().rev());
        let end: usize = both.take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let cut = |text: &str| {
            let text = text.get(..text.len() - end).unwrap_or_default();
            text.to_owned()
        };
        Self {
            at,
            before: cut(before),
            after: cut(after),
        }
    }

    /// The text as it was before the change; `None` if it is no longer the one that was changed.
    pub fn undone(&self, text: &str) -> Option<String> {
        let (head, rest) = text.split_at_checked(self.at)?;
        let tail = rest.strip_prefix(self.after.as_str())?;
        Some([head, &self.before, tail].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::Patch;

    #[test]
    fn a_change_is_taken_back() {
        for (before, after) in [
            ("甲\n乙\n丙\n", "甲\n丙\n"),
            ("甲", "甲乙"),
            ("甲乙", ""),
            ("甲甲", "甲"),
        ] {
            let patch = Patch::between(before, after);
            assert_eq!(patch.undone(after).as_deref(), Some(before));
        }
        assert_eq!(
            Patch::between("甲\n乙\n", "甲\n丁\n").undone("丙\n乙\n"),
            None
        );
    }
}
