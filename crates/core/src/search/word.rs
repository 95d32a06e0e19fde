//! A word or phrase of a query, ready for comparing.

use super::{fold, syllables};

/// The maximum length of a word that is read as pinyin or searched with errors, in characters.
pub(super) const LONGEST: usize = 60;

/// Opening quotation marks.
const OPENING: [char; 5] = ['"', '“', '＂', '「', '『'];

/// Closing quotation marks.
const CLOSING: [char; 5] = ['"', '”', '＂', '」', '』'];

/// A word or phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The folded characters.
    pub(super) folded: Vec<char>,
    /// The same, not simplified.
    pub(super) light: Vec<char>,
    /// The dropped characters before each of these, folded.
    pub(super) before: Vec<String>,
    /// The dropped characters at the end, folded.
    pub(super) after: String,
    /// At each of these, [`syllables::lengths`] of the rest; empty unless `is_spelt`.
    pub(super) lengths: Vec<u64>,
    /// Whether the dropped characters must match as well: in phrases, and in words typed with punctuation.
    pub(super) is_strict: bool,
    /// Whether its letters may be pinyin.
    pub(super) is_spelt: bool,
    /// Its other forms: see `forms`.
    pub(super) forms: Vec<Form>,
    /// Whether it begins or ends with an unpaired quotation mark.
    pub(super) is_open: bool,
    /// What follows the colon at its beginning, which may be meant as a kind.
    pub(super) kind: Option<String>,
}

/// Another form of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) word: Word,
    pub(super) kind: FormKind,
}

/// The kind of another form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormKind {
    /// Plain pinyin.
    Spelt,
    /// Another way to write it.
    Rewritten,
}

impl Word {
    /// A word without other forms.
    pub(super) fn plain(typed: &str) -> Self {
        let mut word = Self {
            folded: Vec::new(),
            light: Vec::new(),
            before: Vec::new(),
            after: String::new(),
            lengths: Vec::new(),
            is_strict: false,
            is_spelt: false,
            forms: Vec::new(),
            is_open: typed.starts_with(OPENING) || typed.ends_with(CLOSING),
            kind: typed.strip_prefix([':', '：']).map(str::to_owned),
        };
        for (c, is_kept) in fold::kept(typed) {
            if is_kept {
                word.folded.push(fold::folded(c));
                word.light.push(fold::light(c));
                word.before.push(std::mem::take(&mut word.after));
            } else {
                word.after.push(fold::folded(c));
            }
        }
        word.is_strict = word.has_punctuation();
        word.is_spelt =
            word.folded.len() <= LONGEST && word.folded.iter().any(char::is_ascii_lowercase);
        if word.is_spelt {
            let rests = (0..word.folded.len()).map(|n| &word.folded[n..]);
            word.lengths = rests.map(syllables::lengths).collect();
        }
        word
    }

    /// The phrase between quotation marks.
    pub(super) fn phrase(typed: &str) -> Self {
        Self {
            is_strict: true,
            is_spelt: false,
            is_open: false,
            kind: None,
            ..Self::plain(typed)
        }
    }

    /// The word with syllables that end at these indices.
    pub(super) fn with_breaks(mut self, breaks: &[usize]) -> Self {
        let starts = std::iter::once(0).chain(breaks.iter().copied());
        for (start, end) in starts.zip(breaks) {
            for n in start..*end {
                let left = self.folded.get(n..*end).unwrap_or_default();
                if let Some(lengths) = self.lengths.get_mut(n) {
                    *lengths = syllables::lengths(left);
                }
            }
        }
        self
    }

    /// Whether it begins or ends with a digit, so that it may be within a longer number.
    pub(super) fn touches_numbers(&self) -> bool {
        let first = self
            .folded
            .first()
            .is_some_and(|c| c.is_ascii_digit() || *c == '.');
        first || self.folded.last().is_some_and(char::is_ascii_digit)
    }

    fn has_punctuation(&self) -> bool {
        self.before.iter().any(|gap| !gap.is_empty()) || !self.after.is_empty()
    }

    /// Whether it is empty.
    pub(super) fn is_nothing(&self) -> bool {
        self.folded.is_empty() && self.after.is_empty()
    }

    /// Whether it is punctuation alone.
    pub(super) fn is_punctuation(&self) -> bool {
        self.folded.is_empty()
    }

    /// Drops a quotation mark at the beginning and one at the end.
    pub(super) fn drop_marks(&mut self) {
        let first = self.before.first_mut().unwrap_or(&mut self.after);
        if first.starts_with('"') {
            first.remove(0);
        }
        if self.after.ends_with('"') {
            self.after.pop();
        }
        self.is_open = false;
        self.is_strict = self.has_punctuation();
        for form in &mut self.forms {
            form.word.drop_marks();
        }
    }
}
