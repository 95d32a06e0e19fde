//! Parses queries.
//!
//! ```text
//! 托育 rencai        both words, in any order
//! "社区服务" “…”     a phrase
//! -养老              without this word
//! @健康 @jk          in this domain             :任务 :rw    of this kind
//! ```
//!
//! A word with letters is read as pinyin too. A quotation mark that is not closed, or not closed before a space, is an
//! ordinary character. Invisible characters, as in text copied from web pages, are ignored.

use super::entry::EntryKind;
use super::word::Word;
use super::{fold, forms};

/// A query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words that have to be there.
    pub(super) words: Vec<Word>,
    /// The words that must not be there.
    pub(super) without: Vec<Word>,
    /// The domains to filter by, as typed; empty for any.
    domains: Vec<String>,
    /// The kinds to filter by; empty for any.
    kinds: Vec<EntryKind>,
    /// Whether words beyond [`MOST_WORDS`] were left out.
    is_cut: bool,
}

/// The maximum number of distinct words of a query; further ones are left out.
pub const MOST_WORDS: usize = 16;

impl Query {
    /// Parses a query. Nothing is an error.
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

    /// Adds a domain to filter by, as typed.
    #[must_use]
    pub fn in_domain(mut self, domain: &str) -> Self {
        self.domains.push(domain.to_owned());
        self
    }

    /// Adds a kind to filter by.
    #[must_use]
    pub fn of_kind(mut self, kind: EntryKind) -> Self {
        self.kinds.push(kind);
        self
    }

    /// The words, folded, without filters.
    pub fn typed(&self) -> String {
        let words = self.words.iter().map(|word| word.folded.iter().collect());
        words.collect::<Vec<String>>().join(" ")
    }

    /// The same filters with each word alone, in the order in which they were typed.
    pub fn each_word(&self) -> Vec<Self> {
        let alone = |word: &Word| Self {
            words: vec![word.clone()],
            ..self.clone()
        };
        self.words.iter().map(alone).collect()
    }

    /// The same filters with one word of the plan, which is never read as pinyin.
    #[must_use]
    pub fn for_word(&self, word: &str) -> Self {
        let word = Word {
            is_spelt: false,
            is_open: false,
            kind: None,
            ..Word::plain(word)
        };
        Self {
            words: vec![word],
            ..self.clone()
        }
    }

    /// The kinds to filter by; empty for any.
    pub fn kinds(&self) -> &[EntryKind] {
        &self.kinds
    }

    /// The domains to filter by, as typed; empty for any.
    pub fn domains(&self) -> &[String] {
        &self.domains
    }

    /// Whether it has neither words nor filters; such a query finds nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
            && self.without.is_empty()
            && self.domains.is_empty()
            && self.kinds.is_empty()
    }

    /// Whether it had more than [`MOST_WORDS`] words.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Whether it has words, rather than filters alone.
    pub fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// The query without the kinds that are not part of the document's text.
    pub(super) fn for_document(&self) -> Self {
        let mut query = self.clone();
        query.kinds.retain(|kind| kind.is_of_document());
        query
    }

    /// The query without its unclosed quotation mark, if it has one.
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
            // Nearly every text has punctuation; excluding it would leave nothing.
            Part::Without(word) if word.is_punctuation() => {}
            Part::Without(word) => self.is_cut |= !add(&mut self.without, word),
        }
    }
}

/// Adds a word unless it is there. `false` if there is no room.
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
    /// The first part of a text whose first character is `first`, and the rest.
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

/// The phrase or word at the beginning of a text, and the rest.
fn word_or_phrase(text: &str) -> (Word, &str) {
    if let Some((phrase, after)) = phrase(text) {
        return (Word::phrase(phrase), after);
    }
    let (word, after) = split_at_space(text);
    (with_forms(word), after)
}

/// The quoted phrase at the beginning of a text, if a space or the end follows, and the rest.
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

/// A word with its other forms.
fn with_forms(typed: &str) -> Word {
    let word = Word::plain(typed);
    let forms = forms::of(typed, &word);
    Word { forms, ..word }
}

#[cfg(test)]
mod tests {
    use super::{EntryKind, MOST_WORDS, Query, Word, with_forms};

    #[test]
    fn words_phrases_exclusions_and_filters_are_told_apart() {
        let query = Query::parse("  托育 “社区 服务” -养老　－\"居家\" @健康 ：rw :指标 ");
        assert_eq!(query.words, [with_forms("托育"), Word::phrase("社区 服务")]);
        assert_eq!(query.without, [with_forms("养老"), Word::phrase("居家")]);
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
            assert_eq!(Query::parse(typed).words, [with_forms(typed)], "{typed}");
        }
    }

    #[test]
    fn an_unclosed_quotation_mark_can_be_left_out() {
        let query = Query::parse("“十四五").without_open_quote();
        assert_eq!(
            query.unwrap_or_default().words,
            [Word {
                is_open: false,
                ..with_forms("十四五")
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
            [with_forms("人才")]
        );
    }
}
