//! The entries of the index: every heading, principle, paragraph, task, target, term and note.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;
use schemars::JsonSchema;
use serde::Serialize;

use super::fold::folded_chars;
use super::{links, syllables};
use crate::plan::{
    Address, Domain, Node, NodeId, NodeKind, Outline, Plan, Prose, Supplied, Target, Term,
    bracketed,
};
use crate::words::{self, Language};

/// The kind of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// A heading (标题).
    Heading,
    /// A principle (原则).
    Principle,
    /// A paragraph (段落).
    Paragraph,
    /// A task (任务).
    Task,
    /// A safeguard (措施): a heading that runs into its text, below 保障措施.
    RunIn,
    /// A field of the notice (公文).
    Particular,
    /// A target (指标).
    Target,
    /// A term of the index (术语).
    Term,
    /// A note of a record (记录).
    Note,
}

impl EntryKind {
    /// Every kind with its Chinese name.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Heading, "标题"),
        (Self::Principle, "原则"),
        (Self::Paragraph, "段落"),
        (Self::Task, "任务"),
        (Self::RunIn, "措施"),
        (Self::Particular, "公文"),
        (Self::Target, "指标"),
        (Self::Term, "术语"),
        (Self::Note, "记录"),
    ];

    /// The Chinese name.
    pub fn label(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(kind, _)| *kind == self)
            .map_or("", |(_, label)| label)
    }

    /// The English name, which JSON uses too.
    pub fn word(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Principle => "principle",
            Self::Paragraph => "paragraph",
            Self::Task => "task",
            Self::RunIn => "safeguard",
            Self::Particular => "particular",
            Self::Target => "target",
            Self::Term => "term",
            Self::Note => "note",
        }
    }

    /// The name in the language of the interface.
    pub fn name(self) -> &'static str {
        match words::language() {
            Language::Chinese => self.label(),
            Language::English => self.word(),
        }
    }

    /// The kinds that `typed` names: by the beginning of the Chinese name, its pinyin or initials, or at least `LEAST`
    /// letters of the English one.
    pub fn named(typed: &str) -> Vec<Self> {
        const LEAST: usize = 3;
        let folded = typed.to_ascii_lowercase();
        let means = |(kind, label): &&(Self, &str)| {
            syllables::begins(typed, label)
                || folded.len() >= LEAST && kind.word().starts_with(&folded)
        };
        let kinds = Self::ALL.iter().filter(means);
        kinds.map(|(kind, _)| *kind).collect()
    }

    /// Whether it is part of the document's text.
    pub fn is_of_document(self) -> bool {
        !matches!(self, Self::Target | Self::Term | Self::Note)
    }

    fn of(kind: NodeKind) -> Self {
        match kind {
            NodeKind::Field => Self::Particular,
            NodeKind::NoticeTitle
            | NodeKind::PlanTitle
            | NodeKind::Heading
            | NodeKind::Box
            | NodeKind::Table
            | NodeKind::AttachmentTitle => Self::Heading,
            NodeKind::Addressees
            | NodeKind::NoticeText
            | NodeKind::Signature
            | NodeKind::Paragraph
            | NodeKind::Row
            | NodeKind::Note
            | NodeKind::Picture
            | NodeKind::AttachmentLine => Self::Paragraph,
            NodeKind::Principle => Self::Principle,
            NodeKind::Task => Self::Task,
            NodeKind::RunIn => Self::RunIn,
        }
    }
}

/// The subject of an entry, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A node of the outline.
    Node(NodeId),
    /// A target of the plan.
    Target(usize),
    /// A term of the plan.
    Term(usize),
    /// A note, in the order given to the index.
    Note(usize),
}

/// A note of a record, for searching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The target and the period; empty for the note of a task.
    pub title: String,
    /// The note.
    pub text: String,
    /// The address of its target or task.
    pub address: Address,
}

/// Which text of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Its title.
    Title,
    /// Its text.
    Text,
}

/// An entry of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: EntryKind,
    /// Its subject.
    pub subject: Subject,
    /// Its address; for a term, where it is explained or first named.
    pub address: Address,
    /// The node at that address.
    pub node: NodeId,
    /// Its domains, the leading one first.
    pub domains: Vec<Domain>,
    /// A heading, lead sentence, name or label; for a paragraph the heading above it, which is not searched.
    pub title: String,
    /// A node's whole reading, a target's quote, a term's other names, a note.
    pub text: String,
    /// The bytes of each of a term's other names in `text`; each is searched by itself. Empty for all other entries.
    names: Vec<Range<usize>>,
    /// How many of these are words of the plan, its aliases; the rest are synonyms.
    aliases: usize,
    /// How the title is related to the text.
    title_is: Title,
    /// How many bytes of the title count as a title in ranking.
    counted: usize,
    /// The bytes of `text` that an editor supplied.
    pub(super) supplied: Vec<Range<usize>>,
    /// Of these, what may have been something else.
    pub(super) uncertain: Vec<Supplied>,
}

/// A text to search: one of an entry's fields, or a name in it.
pub(super) struct Searched<'a> {
    /// The field.
    pub(super) field: Field,
    /// The text.
    pub(super) text: &'a str,
    /// Its first byte in the field.
    pub(super) from: usize,
    /// The length of the title that begins it.
    pub(super) title: usize,
    /// Whether it is a synonym, which the plan may not have.
    pub(super) is_synonym: bool,
}

/// How the title of an entry is related to its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Title {
    /// It begins the text.
    Lead,
    /// It is a separate text.
    Apart,
    /// It belongs to another entry: shown, not searched.
    Borrowed,
}

impl Entry {
    /// The texts to search.
    pub(super) fn searched(&self) -> impl Iterator<Item = Searched<'_>> {
        let title = (self.title_is == Title::Apart).then(|| Searched {
            field: Field::Title,
            text: &self.title,
            from: 0,
            title: self.title.len(),
            is_synonym: false,
        });
        let whole = 0..self.text.len();
        let parts = if self.names.is_empty() {
            Vec::from([whole])
        } else {
            self.names.clone()
        };
        let counted = match self.title_is {
            Title::Lead => self.counted,
            Title::Apart | Title::Borrowed => 0,
        };
        let texts = parts.into_iter().enumerate();
        let texts = texts.map(move |(n, part)| Searched {
            field: Field::Text,
            from: part.start,
            text: self.text.get(part).unwrap_or_default(),
            title: counted,
            is_synonym: !self.names.is_empty() && n >= self.aliases,
        });
        title.into_iter().chain(texts)
    }

    /// The text of a field.
    pub fn words(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::Text => &self.text,
        }
    }

    /// The supplied bytes of a field.
    pub(super) fn supplied_in(&self, field: Field) -> &[Range<usize>] {
        match field {
            Field::Title => &[],
            Field::Text => &self.supplied,
        }
    }

    /// The text with brackets around what is uncertain, and where ranges of it stand there.
    pub fn told(&self, ranges: &[Range<usize>]) -> (Cow<'_, str>, Vec<Range<usize>>) {
        bracketed(&self.text, &self.uncertain, ranges)
    }

    /// Whether it has a name apart from its text, shown first.
    pub fn is_named(&self) -> bool {
        self.title_is == Title::Apart || self.kind == EntryKind::Note
    }

    /// The bytes of a field that are not searched: links.
    pub(super) fn unsearched_in(&self, field: Field) -> Vec<Range<usize>> {
        let has_links = self.kind == EntryKind::Note && field == Field::Text;
        if has_links {
            links::in_text(&self.text)
        } else {
            Vec::new()
        }
    }

    /// Another reading of the text alone, in which nothing more is uncertain.
    pub(super) fn with_text(&self, text: String, supplied: Vec<Range<usize>>) -> Self {
        Self {
            text,
            supplied,
            names: Vec::new(),
            aliases: 0,
            title: String::new(),
            title_is: Title::Borrowed,
            counted: 0,
            domains: Vec::new(),
            uncertain: Vec::new(),
            ..*self
        }
    }

    /// Whether the title is the beginning of the text.
    pub fn title_leads(&self) -> bool {
        self.title_is == Title::Lead
    }
}

/// All entries, in the order of the document.
pub(super) fn entries(plan: &Plan, outline: &Outline, notes: &[Note]) -> Vec<Entry> {
    let document = outline.nodes().iter().enumerate();
    let mut entries: Vec<Entry> = document
        .filter(|(_, node)| !node.prose.is_empty())
        .map(|(id, node)| of_node(id, node, outline))
        .collect();
    let targets = plan.targets.iter().enumerate();
    entries.extend(targets.filter_map(|(n, target)| of_target(n, target, outline)));
    let text = Text::of(outline);
    let terms = plan.terms.iter().enumerate();
    entries.extend(terms.filter_map(|(n, term)| of_term(n, term, outline, &text)));
    let notes = notes.iter().enumerate();
    entries.extend(notes.filter_map(|(n, note)| of_note(n, note, outline)));
    entries.sort_by_key(|entry| (entry.node, entry.kind));
    entries
}

fn of_node(id: NodeId, node: &Node, outline: &Outline) -> Entry {
    let kind = match EntryKind::of(node.kind) {
        EntryKind::RunIn if !outline.is_safeguard(id) => EntryKind::Heading,
        kind => kind,
    };
    let (title, title_is) = match kind {
        EntryKind::Particular => (node.number.trim_end_matches('：'), Title::Apart),
        EntryKind::Paragraph => (heading_above(id, outline), Title::Borrowed),
        EntryKind::Heading => (node.prose.reading(), Title::Lead),
        _ => (node.title(), Title::Lead),
    };
    let counted = match (kind, title_is) {
        (EntryKind::Heading, _) => title.len(),
        (_, Title::Lead) => counted(title),
        (_, Title::Apart | Title::Borrowed) => 0,
    };
    Entry {
        kind,
        counted,
        subject: Subject::Node(id),
        address: node.address,
        node: id,
        domains: node.domain.iter().cloned().collect(),
        title: title.to_owned(),
        text: node.prose.reading().to_owned(),
        names: Vec::new(),
        aliases: 0,
        title_is,
        supplied: ranges(&node.prose),
        uncertain: node.prose.uncertain().cloned().collect(),
    }
}

/// The maximum length of a sentence that counts as a title.
const LONGEST_TITLE: usize = 24;

/// How much of a leading sentence counts as a title: all if it is short, else up to its first pause if that is short,
/// else nothing.
fn counted(lead: &str) -> usize {
    let is_short = |text: &str| folded_chars(text).nth(LONGEST_TITLE).is_none();
    let pause = lead.find(['，', '、', '；', '：']).unwrap_or(lead.len());
    let candidates = [lead.len(), pause];
    let mut short = candidates
        .into_iter()
        .filter(|end| lead.get(..*end).is_some_and(is_short));
    short.next().unwrap_or(0)
}

fn heading_above(id: NodeId, outline: &Outline) -> &str {
    let parent = outline.nodes().get(id).and_then(|node| node.parent);
    parent.map_or("", |parent| outline.node(parent).title())
}

fn of_target(n: usize, target: &Target, outline: &Outline) -> Option<Entry> {
    let node = outline.at(target.citation.at)?;
    let quote = &target.citation.quote;
    let prose = &outline.node(node).prose;
    let start = prose.reading().find(quote.as_str());
    let quoted = start.map_or_else(Prose::default, |start| {
        prose.slice(&(start..start + quote.len()))
    });
    Some(Entry {
        kind: EntryKind::Target,
        counted: 0,
        subject: Subject::Target(n),
        address: target.citation.at,
        node,
        domains: target.domains.clone(),
        title: target.name.clone(),
        text: quote.clone(),
        names: Vec::new(),
        aliases: 0,
        title_is: Title::Apart,
        supplied: ranges(&quoted),
        uncertain: quoted.uncertain().cloned().collect(),
    })
}

/// The supplied bytes of a text.
fn ranges(prose: &Prose) -> Vec<Range<usize>> {
    let supplied = prose.supplied().iter();
    supplied.map(|it| it.range.clone()).collect()
}

/// The separator of a term's other names, in both languages.
const NAMES: &str = "、";

/// Names in one text, and where each stands there.
fn listed(names: impl Iterator<Item = String>) -> (String, Vec<Range<usize>>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    for name in names {
        if !text.is_empty() {
            text.push_str(NAMES);
        }
        places.push(text.len()..text.len() + name.len());
        text.push_str(&name);
    }
    (text, places)
}

/// The readings of all nodes as one text, in which a word is found at once.
struct Text {
    /// Each reading with the end of a line behind it.
    readings: String,
    /// The byte at which each begins.
    starts: Vec<usize>,
}

impl Text {
    fn of(outline: &Outline) -> Self {
        let (mut readings, mut starts) = (String::new(), Vec::new());
        for node in outline.nodes() {
            starts.push(readings.len());
            readings.push_str(node.prose.reading());
            readings.push('\n');
        }
        Self { readings, starts }
    }

    /// The first node with one of these words.
    fn first_with<'a>(&self, words: impl Iterator<Item = &'a str>) -> Option<NodeId> {
        let text = self.readings.as_bytes();
        let found = words.filter_map(|word| memmem::find(text, word.as_bytes()));
        let first = found.min()?;
        self.starts
            .partition_point(|start| *start <= first)
            .checked_sub(1)
    }
}

fn of_term(n: usize, term: &Term, outline: &Outline, text: &Text) -> Option<Entry> {
    let explained = term.explained.and_then(|address| outline.at(address));
    let node = explained.or_else(|| text.first_with(term.words()))?;
    let (text, places) = listed(term.aliases.iter().chain(&term.synonyms).cloned());
    Some(Entry {
        kind: EntryKind::Term,
        counted: 0,
        subject: Subject::Term(n),
        address: outline.node(node).address,
        node,
        domains: outline.node(node).domain.iter().cloned().collect(),
        title: term.name.clone(),
        text,
        names: places,
        aliases: term.aliases.len(),
        title_is: Title::Apart,
        supplied: Vec::new(),
        uncertain: Vec::new(),
    })
}

fn of_note(n: usize, note: &Note, outline: &Outline) -> Option<Entry> {
    let place = outline.at(note.address)?;
    Some(Entry {
        kind: EntryKind::Note,
        counted: 0,
        subject: Subject::Note(n),
        address: note.address,
        node: place,
        domains: outline.node(place).domain.iter().cloned().collect(),
        title: if note.title.is_empty() {
            outline.node(place).title().to_owned()
        } else {
            note.title.clone()
        },
        text: note.text.clone(),
        names: Vec::new(),
        aliases: 0,
        title_is: Title::Borrowed,
        supplied: Vec::new(),
        uncertain: Vec::new(),
    })
}
