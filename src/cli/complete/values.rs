//! Completion candidates: names from the plan, and the fixed words of options.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use clap_complete::engine::CompletionCandidate;

use super::super::{Cli, complete::SHELLS, help, typed::value_of};
use crate::citation::Style;
use crate::embedded;
use crate::load::{self, file::Accept};
use crate::paint::When;
use crate::plan::{Node, NodeKind, Outline, Plan, TermKind};
use crate::records::{Flag, Stage, Standing};
use crate::search::EntryKind;
use crate::words::{Language, tr};

/// The kind of value that an argument takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Target,
    TaskOrTarget,
    /// An address, a target or a term.
    Anything,
    Domain,
    /// A kind of search hit.
    OfEntry,
    /// A kind of term.
    OfTerm,
    /// Search words: names of targets and terms.
    Words,
    Stage,
    Flag,
    Standing,
    Style,
    Language,
    When,
    Depth,
    Shell,
    Command,
}

impl Kind {
    /// The kind for a value name as help shows it, and the command it belongs to.
    pub(super) fn named(value: &str, command: &str) -> Option<Self> {
        let kinds = [
            ("指标", Self::Target),
            ("任务或指标", Self::TaskOrTarget),
            ("地址、指标或术语", Self::Anything),
            ("领域", Self::Domain),
            ("进展", Self::Stage),
            ("标记", Self::Flag),
            ("等级", Self::Standing),
            ("语言", Self::Language),
            ("何时", Self::When),
            ("级数", Self::Depth),
            ("外壳", Self::Shell),
            ("命令", Self::Command),
        ];
        let is = |name: &str| help::name_of_value(name).unwrap_or(name) == value;
        let found = kinds.iter().find(|(name, _)| is(name));
        found.map(|(_, kind)| *kind).or_else(|| match command {
            "terms" if is("类型") => Some(Self::OfTerm),
            "search" if is("类型") => Some(Self::OfEntry),
            "search" | "open" if is("词") => Some(Self::Words),
            "cite" if is("格式") => Some(Self::Style),
            _ => None,
        })
    }
}

/// A candidate with its description.
struct Value {
    word: String,
    about: String,
}

fn value(word: impl Into<String>, about: impl Into<String>) -> Value {
    Value {
        word: word.into(),
        about: about.into(),
    }
}

/// The candidates; the plan is read when first needed.
pub(super) struct Values {
    file: Option<PathBuf>,
    plan: OnceLock<Option<(Plan, Outline)>>,
}

impl Values {
    /// The candidates for a line: from the plan of `--plan`, else of `plan`, else the built-in one.
    pub(super) fn of(words: &[OsString], plan: Option<PathBuf>) -> Self {
        let named = value_of("--plan", words).map(PathBuf::from);
        Self {
            file: named.or(plan),
            plan: OnceLock::new(),
        }
    }

    /// The candidates that start with `typed`.
    pub(super) fn starting_with(&self, kind: Kind, typed: &OsStr) -> Vec<CompletionCandidate> {
        let typed = typed.to_string_lossy();
        let values = self.values(kind, &typed).into_iter();
        let values = values.filter(|value| value.word.starts_with(&*typed));
        let candidate = |value: Value| {
            let about = Some(value.about).filter(|about| !about.is_empty());
            CompletionCandidate::new(value.word).help(about.map(Into::into))
        };
        values.map(candidate).collect()
    }

    fn values(&self, kind: Kind, typed: &str) -> Vec<Value> {
        match kind {
            Kind::OfEntry => labels(EntryKind::ALL.map(|(kind, _)| kind.name())),
            Kind::OfTerm => labels(TermKind::ALL.map(|(kind, ..)| kind.name())),
            Kind::Stage => labels(Stage::ALL.map(|(word, _)| tr(word))),
            Kind::Flag => Flag::ALL
                .map(|(word, it)| value(word, tr(it.label())))
                .into(),
            Kind::Standing => Standing::ALL
                .map(|(word, it)| value(word, tr(it.label())))
                .into(),
            Kind::Style => labels(Style::ALL.map(|(word, _)| word)),
            Kind::Language => labels(Language::ALL.map(|(word, _)| word)),
            Kind::When => labels(When::ALL.map(|(word, _)| word)),
            Kind::Depth => vec![
                value("1", tr("章")),
                value("2", tr("节")),
                value("3", tr("小节")),
            ],
            Kind::Shell => labels(SHELLS),
            Kind::Command => commands(),
            _ => self.of_plan(kind, typed).unwrap_or_default(),
        }
    }

    /// The candidates from the plan; `None` if it can't be read.
    fn of_plan(&self, kind: Kind, typed: &str) -> Option<Vec<Value>> {
        let read = || {
            let plan = match &self.file {
                Some(file) => read(file)?,
                None => embedded::plan(),
            };
            let outline = Outline::of(&plan);
            Some((plan, outline))
        };
        let (plan, outline) = self.plan.get_or_init(read).as_ref()?;
        Some(match kind {
            Kind::Domain => plan.domains.iter().map(|name| value(name, "")).collect(),
            Kind::Target => targets(plan, typed),
            Kind::TaskOrTarget => {
                let mut values = places(outline, |node| node.kind == NodeKind::Task);
                values.extend(targets(plan, typed));
                values
            }
            Kind::Anything => {
                let mut values = addresses(outline, typed);
                values.extend(targets(plan, typed));
                values.extend(terms(plan, typed));
                values
            }
            Kind::Words => {
                let names = plan.targets.iter();
                let mut values: Vec<Value> = names
                    .map(|it| value(&it.name, EntryKind::Target.name()))
                    .collect();
                values.extend(all_terms(plan));
                values
            }
            _ => Vec::new(),
        })
    }
}

/// The plan of a file; `None` if it can't be read or is invalid. Stdin belongs to the shell, so it is not read.
fn read(file: &Path) -> Option<Plan> {
    let file = match file.strip_prefix("~") {
        Ok(rest) => PathBuf::from(env::var_os("HOME")?).join(rest),
        Err(_) => file.to_owned(),
    };
    let bytes = load::file::read(&file, load::MAX_BYTES, Accept::Files).ok()?;
    load::load(&String::from_utf8(bytes).ok()?).ok()
}

fn labels<const N: usize>(words: [&'static str; N]) -> Vec<Value> {
    words.map(|word| value(word, "")).into()
}

/// Targets by id; by name once `typed` is Chinese.
fn targets(plan: &Plan, typed: &str) -> Vec<Value> {
    let targets = plan.targets.iter();
    if is_chinese(typed) {
        targets.map(|it| value(&it.name, &it.id)).collect()
    } else {
        targets.map(|it| value(&it.id, &it.name)).collect()
    }
}

/// Terms and their synonyms, once `typed` is Chinese.
fn terms(plan: &Plan, typed: &str) -> Vec<Value> {
    if is_chinese(typed) {
        all_terms(plan)
    } else {
        Vec::new()
    }
}

fn all_terms(plan: &Plan) -> Vec<Value> {
    let words = plan.terms.iter().flat_map(|term| {
        let about = term.kind.name();
        term.words().map(move |word| value(word, about))
    });
    words.collect()
}

fn is_chinese(typed: &str) -> bool {
    typed.starts_with(|c: char| !c.is_ascii())
}

/// Addresses of headings; also of paragraphs once part of an address is typed.
fn addresses(outline: &Outline, typed: &str) -> Vec<Value> {
    let paragraphs = !typed.is_empty();
    places(outline, |node| paragraphs || node.toc_depth().is_some())
}

fn places(outline: &Outline, wanted: impl Fn(&Node) -> bool) -> Vec<Value> {
    let nodes = outline.nodes().iter().filter(|node| wanted(node));
    nodes
        .map(|node| value(node.address.to_string(), begin(node.title())))
        .collect()
}

/// A title cut to fit on the line of its address.
fn begin(title: &str) -> String {
    crate::text::truncate(title, 48).into_owned()
}

fn commands() -> Vec<Value> {
    use clap::CommandFactory as _;
    let command = Cli::command();
    let about = |sub: &clap::Command| {
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        let translated = crate::words::template(&about).map(str::to_owned);
        value(sub.get_name(), translated.unwrap_or(about))
    };
    command.get_subcommands().map(about).collect()
}
