//! What was typed, taken apart.
//!
//! ```text
//! 托育 rencai        both words, in any order
//! "社区服务" “…”     these very characters
//! -养老              without this word
//! @健康 @jk          in this domain             :任务 :rw    of this kind
//! ```
//!
//! A word of letters, or of letters and characters, is read as pinyin too. A quotation mark that is not closed, or does
//! not close at a space, is a character like any other. What takes no room, as the spaces of no width that come with what
//! is copied from web pages, is not there.

use super::entry::EntryKind;
use super::forms::{self, Form};
use super::{fold, sieve};

/// A query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words that have to be there.
    pub(super) words: Vec<Word>,
    /// The words that must not be there.
    pub(super) without: Vec<Word>,
    /// The domains wanted, as typed; any, if there is none.
    domains: Vec<String>,
    /// The kinds wanted; any, if there is none.
    kinds: Vec<EntryKind>,
    /// Whether words were left out, since there were more than [`MOST_WORDS`].
    is_cut: bool,
}

/// The longest word that is read as pinyin or looked for with a fault, in characters. A longer one has to be right.
pub(super) const LONGEST: usize = 60;

/// So many different words of a query are looked for; what comes after them is left out.
pub const MOST_WORDS: usize = 16;

/// The marks that may open what is never closed.
const OPENING: [char; 5] = ['"', '“', '＂', '「', '『'];

/// The marks that may close what was never opened.
const CLOSING: [char; 5] = ['"', '”', '＂', '」', '』'];

/// One word or phrase, ready for comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The characters that are compared, folded.
    pub(super) folded: Vec<char>,
    /// The same before traditional characters were simplified.
    pub(super) light: Vec<char>,
    /// The dropped characters before each of these, folded.
    pub(super) before: Vec<String>,
    /// The dropped characters at the end, folded.
    pub(super) after: String,
    /// At each of these, how many of them one character can stand for, as bits; none, if no letters may be pinyin.
    pub(super) lengths: Vec<u64>,
    /// Whether what was dropped has to be there as well: in phrases, and in words typed with punctuation.
    pub(super) is_strict: bool,
    /// Whether its letters may be pinyin.
    pub(super) is_spelt: bool,
    /// What means the same or may: see [`forms`].
    pub(super) forms: Vec<Form>,
    /// Whether a quotation mark at its beginning or end has no other: a phrase that is still being typed, or half of one
    /// that was copied.
    is_open: bool,
    /// What follows the colon at its beginning: meant as a kind, perhaps, but the name of none.
    pub(super) kind: Option<String>,
}

impl Query {
    /// Takes apart what was typed. Everything has a meaning; nothing is an error.
    pub fn parse(typed: &str) -> Self {
        let typed: String = typed.chars().filter(|c| !fold::is_invisible(*c)).collect();
        let mut query = Self::default();
        let mut rest = typed.trim_start();
        while let Some(first) = rest.chars().next() {
            let (part, after) = Part::first(rest, first);
            query.add(part);
            rest = after.trim_start();
        }
        query
    }

    /// The same query in one domain more, by its name as typed.
    #[must_use]
    pub fn in_domain(mut self, domain: &str) -> Self {
        self.domains.push(domain.to_owned());
        self
    }

    /// The same query for one kind more.
    #[must_use]
    pub fn of_kind(mut self, kind: EntryKind) -> Self {
        self.kinds.push(kind);
        self
    }

    /// The kinds asked for; any, if there is none.
    pub fn kinds(&self) -> &[EntryKind] {
        &self.kinds
    }

    /// The domains asked for, as typed; any, if there is none.
    pub fn domains(&self) -> &[String] {
        &self.domains
    }

    /// Whether nothing is asked: such a query finds nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
            && self.without.is_empty()
            && self.domains.is_empty()
            && self.kinds.is_empty()
    }

    /// Whether it had more words than are looked for: [`MOST_WORDS`].
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Whether there are words to look for, rather than filters alone.
    pub fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// The query without the kinds that are no part of the document; of any kind, if none is left.
    pub(super) fn for_document(&self) -> Self {
        let mut query = self.clone();
        query.kinds.retain(|kind| kind.is_of_document());
        query
    }

    /// The query with an unclosed quotation mark left out, if it has one.
    pub(super) fn without_open_quote(&self) -> Option<Self> {
        self.words.iter().any(|word| word.is_open).then(|| {
            let mut query = self.clone();
            for word in query.words.iter_mut().filter(|word| word.is_open) {
                word.drop_marks();
            }
            query.words.retain(|word| !word.is_nothing());
            query
        })
    }

    fn add(&mut self, part: Part) {
        match part {
            Part::Domain("") => {}
            Part::Domain(name) => {
                if !self.domains.iter().any(|domain| domain == name) {
                    self.domains.push(name.to_owned());
                }
            }
            Part::Kinds(kinds) => {
                let fresh = kinds.into_iter().filter(|kind| !self.kinds.contains(kind));
                let fresh: Vec<EntryKind> = fresh.collect();
                self.kinds.extend(fresh);
            }
            Part::With(word) if word.is_nothing() => {}
            Part::With(word) => self.is_cut |= !add(&mut self.words, word),
            // Punctuation stands in nearly every text: without it there would be nothing to find.
            Part::Without(word) if word.is_punctuation() => {}
            Part::Without(word) => self.is_cut |= !add(&mut self.without, word),
        }
    }
}

/// Adds a word that is not there yet. `false` if there is no room.
fn add(words: &mut Vec<Word>, word: Word) -> bool {
    let is_known = words.contains(&word);
    let has_room = words.len() < MOST_WORDS;
    if !is_known && has_room {
        words.push(word);
    }
    is_known || has_room
}

/// One part of a query.
enum Part<'a> {
    Domain(&'a str),
    Kinds(Vec<EntryKind>),
    With(Word),
    Without(Word),
}

impl<'a> Part<'a> {
    /// The first part of a text that begins with `first`, and what follows it.
    fn first(text: &'a str, first: char) -> (Self, &'a str) {
        let behind = text.get(first.len_utf8()..).unwrap_or_default();
        let (word, after) = split_at_space(text);
        let name = word.get(first.len_utf8()..).unwrap_or_default();
        match first {
            '@' | '＠' => return (Self::Domain(name), after),
            ':' | '：' if name.is_empty() => return (Self::Kinds(Vec::new()), after),
            ':' | '：' => {
                let kinds = EntryKind::named(name);
                if !kinds.is_empty() {
                    return (Self::Kinds(kinds), after);
                }
            }
            '-' | '－' if !name.is_empty() => {
                let (word, after) = word_or_phrase(behind);
                return (Self::Without(word), after);
            }
            '-' | '－' => return (Self::Kinds(Vec::new()), after),
            _ => {}
        }
        let (word, after) = word_or_phrase(text);
        (Self::With(word), after)
    }
}

fn split_at_space(text: &str) -> (&str, &str) {
    text.split_at_checked(text.find(char::is_whitespace).unwrap_or(text.len()))
        .unwrap_or((text, ""))
}

/// The phrase that a text begins with if it begins with one, else its first word; and what follows.
fn word_or_phrase(text: &str) -> (Word, &str) {
    if let Some((phrase, after)) = phrase(text) {
        return (Word::phrase(phrase), after);
    }
    let (word, after) = split_at_space(text);
    (Word::new(word), after)
}

/// What stands between quotation marks at the beginning of a text, if the closing one ends a word.
fn phrase(text: &str) -> Option<(&str, &str)> {
    let marks = [
        ('"', '"'),
        ('“', '”'),
        ('＂', '＂'),
        ('「', '」'),
        ('『', '』'),
    ];
    let opening = text.chars().next()?;
    let (_, closing) = marks.into_iter().find(|(mark, _)| *mark == opening)?;
    let inner = text.get(opening.len_utf8()..)?;
    let (phrase, after) = inner.split_once(closing)?;
    let ends = after.is_empty() || after.starts_with(char::is_whitespace);
    (ends && !phrase.trim().is_empty()).then_some((phrase, after))
}

impl Word {
    /// A word with its other forms.
    fn new(typed: &str) -> Self {
        let word = Self::plain(typed);
        Self {
            forms: forms::of(typed, &word),
            ..word
        }
    }

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
            word.lengths = rests.map(sieve::lengths).collect();
        }
        word
    }

    fn phrase(typed: &str) -> Self {
        Self {
            is_strict: true,
            is_spelt: false,
            is_open: false,
            kind: None,
            ..Self::plain(typed)
        }
    }

    /// The word with syllables that end at these of its characters.
    pub(super) fn with_breaks(mut self, breaks: &[usize]) -> Self {
        let starts = std::iter::once(0).chain(breaks.iter().copied());
        for (start, end) in starts.zip(breaks) {
            for n in start..*end {
                let left = self.folded.get(n..*end).unwrap_or_default();
                if let Some(lengths) = self.lengths.get_mut(n) {
                    *lengths = sieve::lengths(left);
                }
            }
        }
        self
    }

    /// Whether it begins or ends with a figure, so that it may stand within a longer number.
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

    /// Whether there is nothing to compare.
    fn is_nothing(&self) -> bool {
        self.folded.is_empty() && self.after.is_empty()
    }

    /// Whether it is made of punctuation alone.
    pub(super) fn is_punctuation(&self) -> bool {
        self.folded.is_empty()
    }

    /// Lets go of a quotation mark at the beginning and of one at the end.
    fn drop_marks(&mut self) {
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

#[cfg(test)]
mod tests {
    use super::{EntryKind, MOST_WORDS, Query, Word};

    #[test]
    fn words_phrases_exclusions_and_filters_are_told_apart() {
        let query = Query::parse("  托育 “社区 服务” -养老　－\"居家\" @健康 ：rw :指标 ");
        assert_eq!(query.words, [Word::new("托育"), Word::phrase("社区 服务")]);
        assert_eq!(query.without, [Word::new("养老"), Word::phrase("居家")]);
        assert_eq!(query.domains, ["健康"]);
        assert_eq!(query.kinds, [EntryKind::Task, EntryKind::Target]);
    }

    #[test]
    fn half_typed_parts_ask_nothing() {
        for typed in ["", "  ", "@", ":", "-", "：", "－"] {
            assert!(Query::parse(typed).is_empty(), "{typed}");
        }
    }

    #[test]
    fn what_looks_like_an_operator_but_is_none_is_a_word() {
        for typed in ["：关于", "“十四五”时期", "“十四五", "\"\"", "2-X"] {
            assert_eq!(Query::parse(typed).words, [Word::new(typed)], "{typed}");
        }
    }

    #[test]
    fn an_unclosed_quotation_mark_can_be_left_out() {
        let query = Query::parse("“十四五").without_open_quote();
        assert_eq!(
            query.unwrap_or_default().words,
            [Word {
                is_open: false,
                ..Word::new("十四五")
            }]
        );
        assert_eq!(Query::parse("十四五").without_open_quote(), None);
    }

    #[test]
    fn a_query_has_so_many_words_and_each_once() {
        let many: Vec<String> = (0..20).map(|n| format!("词{n}")).collect();
        let query = Query::parse(&many.join(" "));
        assert_eq!((query.words.len(), query.is_cut()), (MOST_WORDS, true));
        let query = Query::parse(&"renkou @健康 :rw ".repeat(500));
        assert_eq!((query.words.len(), query.is_cut()), (1, false));
        assert_eq!((query.domains.len(), query.kinds.len()), (1, 1));
    }

    #[test]
    fn what_takes_no_room_is_not_there() {
        assert_eq!(
            Query::parse("人\u{200b}才\u{feff}").words,
            [Word::new("人才")]
        );
    }
}
