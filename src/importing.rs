//! Published documents as plan files: reads them, makes a plan of each document, and holds the plan against its source.
//!
//! The plan is written as the text of a plan file and read back from it, so that what an import yields is what a plan file
//! says. Nothing is written to disk here.

mod into;
mod refusal;
mod sheets;
mod unfit;

use std::panic;
use std::sync::Once;
use std::thread;

use guihua_import::encode::{self, Encoded, Given};
use guihua_import::source::Source;
use guihua_import::{Draft, coverage, readers};

pub use self::into::{Extended, into};
pub use self::refusal::refusal;
pub use self::sheets::{Unreadable, is_workbook, sheets};
use crate::compose;
use crate::fidelity::{self, Comparison};
use crate::load::Problems;
use crate::plan::{Block, NodeKind, Outline, Plan};
use crate::records::{self, PlanFile};
use crate::words::{say, tr};

/// The most bytes that a document may have.
pub const MAX_BYTES: usize = readers::MAX_BYTES;

/// A file as it was given.
#[derive(Debug)]
pub struct Document {
    /// Its name without folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A file that was read, with what was understood of it.
#[derive(Debug)]
pub struct Understood {
    /// Its name without folder.
    pub name: String,
    /// What the reader found.
    pub source: Source,
    /// Its documents, at least one.
    pub drafts: Vec<Draft>,
}

/// A plan that an import yields.
#[derive(Debug)]
pub struct Imported {
    /// The name of the file that it comes from, without folder.
    pub from: String,
    /// The plan file.
    pub text: String,
    /// The plan as that file says it, or all that is wrong with it.
    pub file: Result<PlanFile, Problems>,
    /// The plan as it was made, sound or not.
    pub plan: Plan,
    /// The text of the plan against its document, or the several ones that it was made of.
    pub comparison: Comparison,
    /// How many rows of tables assign work.
    pub assigned: usize,
    /// How many of them are tasks of the text.
    pub joined: usize,
    /// How many of them are tasks of their own, which the text does not have.
    pub own: usize,
}

/// What was found in a document, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Headings of the first level.
    pub chapters: usize,
    /// Headings of all levels.
    pub headings: usize,
    /// Tasks.
    pub tasks: usize,
    /// Targets, each a proposal.
    pub targets: usize,
    /// What a person should look at.
    pub doubts: usize,
    /// Texts that were left out.
    pub omitted: usize,
}

/// Whether a file is a document to be imported, and not a plan file: by its ending, or else by what it holds.
pub fn is_document(name: &str, bytes: &[u8]) -> bool {
    let ending = name.rsplit_once('.').map(|(_, it)| it.to_ascii_lowercase());
    match ending.as_deref() {
        Some("yaml" | "yml" | "json") => return false,
        Some(ending) if ENDINGS.contains(&ending) => return true,
        _ => {}
    }
    let marks: [&[u8]; 4] = [b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"<"];
    if marks.iter().any(|mark| bytes.starts_with(mark)) {
        return true;
    }
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD)).unwrap_or_default());
    let is_plan_file = head
        .lines()
        .any(|line| line.starts_with('{') || begins_with_key(line));
    let has_text = head.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    !is_plan_file && has_text
}

/// Whether a line begins as lines of plan files do: `meta:`.
fn begins_with_key(line: &str) -> bool {
    let key = line.split_once(':').map_or("", |(key, _)| key);
    !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

/// The endings of documents, besides those of plan files.
const ENDINGS: [&str; 15] = [
    "html", "htm", "shtml", "txt", "md", "markdown", "csv", "tsv", "docx", "doc", "wps", "pdf",
    "xlsx", "xls", "ofd",
];

/// How much of a file without a known ending is looked at.
const HEAD: usize = 64 * 1024;

/// The plan of a document, in memory; of several the first. The error says why there is none.
pub fn only(document: Document) -> Result<(Imported, usize), String> {
    let file = read(document)?;
    let mut plans = plans(&file, &[])?;
    let count = plans.len();
    if plans.is_empty() {
        return Err(tr("没有要导入的文件").to_owned());
    }
    Ok((plans.swap_remove(0), count))
}

/// A document as its reader prints it: pieces with the numbers of their lines.
pub fn lines(document: &Document) -> Result<Vec<(u32, String)>, String> {
    be_silent_about_readers();
    let source = readers::read(&document.name, &document.bytes);
    let source = source.map_err(|why| refusal(&document.name, &why))?;
    Ok(printed(&source))
}

/// Reads a file; the error says what it is and what to do.
pub fn read(document: Document) -> Result<Understood, String> {
    be_silent_about_readers();
    let Document { name, bytes } = document;
    let (source, drafts) = guihua_import::open(&name, bytes).map_err(|why| refusal(&name, &why))?;
    Ok(Understood {
        name,
        source,
        drafts,
    })
}

/// The plans of one file, in its order; the error says why there is none.
pub fn plans(file: &Understood, domains: &[String]) -> Result<Vec<Imported>, String> {
    unfit::check(file)?;
    let plan = |given| {
        let made = encode::encode(given, &[], domains);
        imported(&file.name, made, &[&file.source])
    };
    Ok(given(file).map(plan).collect())
}

/// One plan of several files: the one with most headings, or else the first, is the plan, the others are its annexes.
pub fn joined(files: &[Understood], domains: &[String]) -> Result<Imported, String> {
    let headings = |file: &Understood| {
        let parts = file.drafts.iter().flat_map(|draft| &draft.document.body);
        parts.filter(|part| part.heading().is_some()).count()
    };
    let most = (0..files.len())
        .rev()
        .max_by_key(|n| files.get(*n).map(headings));
    let Some(main) = most.and_then(|n| files.get(n)) else {
        return Err(tr("没有要导入的文件").to_owned());
    };
    unfit::check(main)?;
    let annexes = || files.iter().filter(|file| !std::ptr::eq(*file, main));
    let [draft] = main.drafts.as_slice() else {
        return Err(say!(
            "{name} 里有 {n} 份规划，不知道附件属于哪一份；请先单独导入它",
            name = &main.name,
            n = main.drafts.len()
        ));
    };
    let all: Vec<Given<'_>> = annexes().flat_map(given).collect();
    let first = Given {
        draft,
        source: Some(&main.source),
        name: stem(&main.name),
    };
    let made = encode::encode(first, &all, domains);
    let sources: Vec<&Source> = std::iter::once(main)
        .chain(annexes())
        .map(|file| &file.source)
        .collect();
    Ok(imported(&main.name, made, &sources))
}

/// The documents of a file, of which the first has what the reader left out.
fn given(file: &Understood) -> impl Iterator<Item = Given<'_>> {
    let drafts = file.drafts.iter().enumerate();
    drafts.map(|(n, draft)| Given {
        draft,
        source: (n == 0).then_some(&file.source),
        name: stem(&file.name),
    })
}

/// Writes the plan file and reads it back.
fn imported(name: &str, made: Encoded, sources: &[&Source]) -> Imported {
    let Encoded {
        plan,
        assigned,
        joined,
        own,
    } = made;
    let text = compose::plan_file(&plan, &comment(name)).unwrap_or_default();
    let file = records::open(&text);
    let comparison = compared(&plan, sources);
    Imported {
        from: name.to_owned(),
        text,
        file,
        plan,
        comparison,
        assigned,
        joined,
        own,
    }
}

/// The comment at the head of a plan file that was imported. Files speak Chinese.
fn comment(name: &str) -> Vec<String> {
    vec![
        format!("由 guihua import 自 {} 读出。", crate::load::printable(name)),
        "指标都是程序的推定：看过一项，改好它，删去它的 proposed。doubts 是程序拿不准的地方，看过即删。".to_owned(),
    ]
}

/// The text of a plan against the documents that it was read from, as their reader prints them.
fn compared(plan: &Plan, sources: &[&Source]) -> Comparison {
    let lines: Vec<(u32, String)> = sources.iter().flat_map(|it| printed(it)).collect();
    let outline = Outline::of(plan);
    fidelity::compare_lines(
        plan,
        &outline,
        lines.iter().map(|(n, text)| (*n, text.as_str())),
    )
}

/// What a file prints, each piece on one line.
fn printed(source: &Source) -> Vec<(u32, String)> {
    let lines = coverage::lines(source).into_iter();
    lines
        .map(|(n, text)| (n, encode::one_line(&text)))
        .collect()
}

impl Found {
    /// What a plan holds.
    pub fn of(plan: &Plan) -> Self {
        let outline = Outline::of(plan);
        let is_section = |block: &&Block| matches!(block, Block::Section(_));
        Self {
            chapters: plan.body.content.iter().filter(is_section).count(),
            headings: outline.nodes().iter().filter(|node| node.depth > 0).count(),
            tasks: outline.of_kind(NodeKind::Task).count(),
            targets: plan.targets.len(),
            doubts: plan.doubts.len(),
            omitted: plan.omitted.len(),
        }
    }

    /// In one line.
    pub fn told(&self) -> String {
        say!(
            "篇章 {chapters}、任务 {tasks}、指标 {targets}（推定），存疑 {doubts}",
            chapters = self.chapters,
            tasks = self.tasks,
            targets = self.targets,
            doubts = self.doubts
        )
    }
}

impl Imported {
    /// Whether all of the text of the document stands in the plan, or is listed as left out.
    pub fn is_whole(&self) -> bool {
        self.comparison.is_same()
    }

    /// How the plan stands to its document, in one line.
    pub fn fidelity(&self) -> String {
        fidelity_told(&self.comparison)
    }
}

/// What came of a comparison, in one line.
fn fidelity_told(comparison: &Comparison) -> String {
    if comparison.is_same() {
        return say!("与原文逐字相同（{n} 字）", n = comparison.same);
    }
    say!(
        "与原文有 {n} 处不同，用 guihua check --against 查看",
        n = comparison.count + comparison.not_found.len()
    )
}

/// The name of a file without its ending.
pub fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// A panic of a foreign parser is told as a refusal, so the program's own report of it is left out.
fn be_silent_about_readers() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(readers::THREAD) {
                report(info);
            }
        }));
    });
}
