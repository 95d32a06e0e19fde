//! From the tree to the types of the plan. One function per type, in the order of the file.

mod blocks;
mod claims;
mod documents;
mod meta;
mod notes;
mod target;

use std::collections::HashSet;

pub(super) use self::notes::verify_glosses;
pub(super) use self::target::TargetPlaces;
use super::limits::{MOST_DETAILS, MOST_ITEMS};
use super::place::Place;
use super::problem::Problems;
use super::reader::{self, Fields, at_most};
use super::terms::{self, TermPlaces};
use super::yaml::{Tree, Value};
use crate::plan::{Address, Citation, Domain, GoalYear, OpenReading, Plan, Prose};
use crate::words::{say, tr};

/// A plan as far as it could be read, with the places that [`verify`](super::verify) wants to point at.
pub(super) struct Decoded {
    pub(super) plan: Plan,
    /// The place of each target, in order.
    pub(super) targets: Vec<TargetPlaces>,
    /// The places of each term, in order.
    pub(super) terms: Vec<TermPlaces>,
    /// Every citation that could be read.
    pub(super) citations: Vec<Cited>,
    /// Every domain that is named outside of `domains`.
    pub(super) domains_named: Vec<(Place, Domain)>,
    /// Every task that a target names as serving it.
    pub(super) tasks_named: Vec<(Place, Address)>,
    /// The id of every target and its place, also of those that could not be read otherwise.
    pub(super) ids: Vec<(Place, String)>,
    /// Every name that has an English gloss.
    pub(super) glossed: Vec<(Place, String)>,
    /// Where the parts of `meta` stand.
    pub(super) meta: MetaPlaces,
    /// Where the unit of each claim stands, in order.
    pub(super) claims: Vec<Place>,
    /// Where each of `domains` stands.
    pub(super) domains: Vec<Place>,
}

impl Decoded {
    /// The ids of targets of which a part could not be read.
    pub(super) fn doubtful(&self) -> Vec<String> {
        let read = self.plan.targets.iter().zip(&self.targets);
        let whole: HashSet<&str> = read
            .filter(|(_, places)| places.is_whole())
            .map(|(target, _)| target.id.as_str())
            .collect();
        let ids = self.ids.iter().map(|(_, id)| id);
        ids.filter(|id| !whole.contains(id.as_str()))
            .cloned()
            .collect()
    }
}

/// Where the parts of `meta` stand in the file.
pub(super) struct MetaPlaces {
    pub(super) id: Place,
    pub(super) document_number: Place,
    pub(super) issued: Place,
    pub(super) period: Place,
}

/// A citation, where it stands in the file, and the figure that its quote has to print.
pub(super) struct Cited {
    pub(super) at: Place,
    pub(super) quote: Place,
    pub(super) citation: Citation,
    pub(super) figure: Option<String>,
}

/// What the decoding functions write to.
struct Context<'a> {
    problems: &'a mut Problems,
    citations: Vec<Cited>,
    domains_named: Vec<(Place, Domain)>,
    ids: Vec<(Place, String)>,
    tasks_named: Vec<(Place, Address)>,
    glossed: Vec<(Place, String)>,
    claims: Vec<Place>,
}

impl Context<'_> {
    /// Keeps a citation for verification. Those beyond the most that there may be are noted and left out.
    fn cite(&mut self, cited: Cited) {
        if self.citations.len() < MOST_ITEMS {
            self.citations.push(cited);
        } else {
            let fault = say!("引文超过 {max} 处", max = MOST_ITEMS);
            self.problems
                .push(cited.at, fault, tr("删去不必要的引文，或拆分文件"));
        }
    }
}

/// Reads a plan. What can't be read is left out, and is among the problems.
pub(super) fn plan(tree: &Tree, problems: &mut Problems) -> Decoded {
    let mut cx = Context {
        problems,
        citations: Vec::new(),
        domains_named: Vec::new(),
        ids: Vec::new(),
        tasks_named: Vec::new(),
        glossed: Vec::new(),
        claims: Vec::new(),
    };
    let mut parts = Parts {
        plan: Plan::default(),
        meta: MetaPlaces {
            id: Place::START,
            document_number: Place::START,
            issued: Place::START,
            period: Place::START,
        },
        domains: Vec::new(),
        targets: Vec::new(),
        terms: Vec::new(),
    };
    if let Some(mut fields) = Fields::of(tree, tr("规划文件"), cx.problems) {
        // Read elsewhere: the version before all else, the records after it.
        fields.optional("version");
        fields.optional("records");
        parts.read_particulars(&mut fields, &mut cx);
        parts.read_document(&mut fields, &mut cx);
        parts.read_targets(&mut fields, &mut cx);
        if let Some(tree) = fields.optional("terms") {
            (parts.plan.terms, parts.terms) = terms::decode(tree, cx.problems).into_iter().unzip();
        }
        let unread = |tree: &Tree| !matches!(tree.value, Value::List(_));
        if fields.optional("domains").is_some_and(unread) {
            // Of a list that can't be read nothing is known.
            cx.domains_named.clear();
        }
        fields.finish(cx.problems);
    }
    Decoded {
        plan: parts.plan,
        targets: parts.targets,
        terms: parts.terms,
        citations: cx.citations,
        domains_named: cx.domains_named,
        ids: cx.ids,
        meta: parts.meta,
        domains: parts.domains,
        tasks_named: cx.tasks_named,
        glossed: cx.glossed,
        claims: cx.claims,
    }
}

/// A plan while it is read, with the places of its parts.
struct Parts {
    plan: Plan,
    meta: MetaPlaces,
    domains: Vec<Place>,
    targets: Vec<TargetPlaces>,
    terms: Vec<TermPlaces>,
}

impl Parts {
    /// What the plan is, and its domains.
    fn read_particulars(&mut self, fields: &mut Fields<'_>, cx: &mut Context<'_>) {
        if let Some(tree) = fields.required("meta", cx.problems) {
            self.plan.meta = meta::meta(tree, &mut self.meta, cx.problems);
        }
        if let Some(tree) = fields.optional("domains") {
            let what = tr("领域（domains）");
            let names = at_most(MOST_ITEMS, tree, what, cx.problems).iter();
            self.plan.domains = names
                .map(|tree| reader::name(tree, what, cx.problems))
                .collect();
            self.domains = reader::places(tree);
        }
    }

    /// The text, and what its editor says of it.
    fn read_document(&mut self, fields: &mut Fields<'_>, cx: &mut Context<'_>) {
        let plan = &mut self.plan;
        plan.notice = fields
            .optional("notice")
            .and_then(|tree| documents::notice(tree, cx));
        if let Some(tree) = fields.required("plan", cx.problems)
            && let Some(body) = documents::body(tree, cx)
        {
            plan.body = body;
        }
        let attachments = items(fields, "attachments", cx).iter();
        plan.attachments = attachments
            .filter_map(|tree| documents::attachment(tree, cx))
            .collect();
        notes::all(plan, fields, cx);
        if let Some(tree) = fields.optional("open_readings") {
            let what = tr("存疑之处（open_readings）");
            let items = at_most(MOST_ITEMS, tree, what, cx.problems).iter();
            plan.open_readings = items.filter_map(|tree| open_reading(tree, cx)).collect();
        }
    }

    fn read_targets(&mut self, fields: &mut Fields<'_>, cx: &mut Context<'_>) {
        if let Some(tree) = fields.optional("targets") {
            let items = at_most(MOST_ITEMS, tree, tr("指标（targets）"), cx.problems).iter();
            let read = items.filter_map(|tree| target::target(tree, cx));
            (self.plan.targets, self.targets) = read.unzip();
        }
        assume_years(&mut self.plan);
        claims::all(&mut self.plan, fields, cx);
    }
}

/// Goals without a year are taken to end with the term.
fn assume_years(plan: &mut Plan) {
    let Some(term) = plan.meta.period else { return };
    for target in &mut plan.targets {
        if target.year == GoalYear::Unknown {
            target.year = GoalYear::Assumed(term.end);
        }
    }
}

/// A required piece of the plan's text.
fn prose(fields: &mut Fields<'_>, key: &'static str, problems: &mut Problems) -> Prose {
    fields
        .required(key, problems)
        .map(|tree| reader::prose(tree, key, problems))
        .unwrap_or_default()
}

fn open_reading(tree: &Tree, cx: &mut Context<'_>) -> Option<OpenReading> {
    let mut fields = Fields::of(tree, tr("存疑之处"), cx.problems)?;
    let citation = citation(&mut fields, None, cx);
    let note = required(&mut fields, "note", reader::text, cx.problems);
    fields.finish(cx.problems);
    Some(OpenReading {
        citation: citation?,
        note,
    })
}

/// Reads a scalar as a name or as a text.
type ReadScalar = fn(&Tree, &str, &mut Problems) -> String;

fn required(
    fields: &mut Fields<'_>,
    key: &'static str,
    read: ReadScalar,
    problems: &mut Problems,
) -> String {
    let tree = fields.required(key, problems);
    tree.map(|tree| read(tree, key, problems))
        .unwrap_or_default()
}

fn optional(
    fields: &mut Fields<'_>,
    key: &'static str,
    read: ReadScalar,
    problems: &mut Problems,
) -> Option<String> {
    let tree = fields.optional(key);
    tree.map(|tree| read(tree, key, problems))
}

/// Reads `at` and `quote`, and keeps the citation for verification if both could be read.
fn citation(
    fields: &mut Fields<'_>,
    figure: Option<String>,
    cx: &mut Context<'_>,
) -> Option<Citation> {
    let at = fields.required("at", cx.problems);
    let quote = fields.required("quote", cx.problems);
    let (at, quote) = (at?, quote?);
    let address = reader::address(at, tr("地址（at）"), cx.problems);
    let words = reader::text(quote, tr("引文（quote）"), cx.problems);
    let citation = Citation {
        at: address?,
        quote: words,
    };
    if !citation.quote.is_empty() {
        cx.cite(Cited {
            at: at.place,
            quote: quote.place,
            citation: citation.clone(),
            figure,
        });
    }
    Some(citation)
}

/// The items of a list of the text that may be absent.
fn items<'a>(fields: &mut Fields<'a>, key: &'static str, cx: &mut Context<'_>) -> &'a [Tree] {
    let tree = fields.optional(key);
    tree.map_or(&[], |tree| at_most(MOST_ITEMS, tree, key, cx.problems))
}

/// The items of a list of one target, task or claim that may be absent.
fn details<'a>(fields: &mut Fields<'a>, key: &'static str, cx: &mut Context<'_>) -> &'a [Tree] {
    let tree = fields.optional(key);
    tree.map_or(&[], |tree| at_most(MOST_DETAILS, tree, key, cx.problems))
}

fn other_place(tree: &Tree, cx: &mut Context<'_>) -> Option<Citation> {
    let mut fields = Fields::of(tree, tr("别处的引文（also）"), cx.problems)?;
    let citation = citation(&mut fields, None, cx);
    fields.finish(cx.problems);
    citation
}
