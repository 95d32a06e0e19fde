//! From the tree to the types of the plan. One function per type, in the order of the file.

mod claims;
mod target;

pub(super) use self::target::TargetPlaces;
use super::place::Place;
use super::problem::Problems;
use super::reader::{self, Fields};
use super::terms::{self, TermPlaces};
use super::yaml::{Tree, Value};
use crate::plan::{
    Address, Body, Chapter, Citation, Clause, Domain, Field, Meta, Notice, OpenReading, Period,
    Plan, Principle, Prose, Section, Subsection,
};
use crate::words::tr;

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
    /// Where the parts of `meta` stand.
    pub(super) meta: MetaPlaces,
    /// Where each of `domains` stands; `None` where the list could not be read or is empty, which is a problem by itself.
    pub(super) domains: Option<Vec<Place>>,
}

impl Decoded {
    /// The ids of targets of which a part could not be read.
    pub(super) fn doubtful(&self) -> Vec<String> {
        let read = self.plan.targets.iter().zip(&self.targets);
        let whole: Vec<&str> = read
            .filter(|(target, places)| target.year != 0 && places.is_whole())
            .map(|(target, _)| target.id.as_str())
            .collect();
        let ids = self.ids.iter().map(|(_, id)| id);
        ids.filter(|id| !whole.contains(&id.as_str()))
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
}

pub(super) fn plan(tree: &Tree, problems: &mut Problems) -> Decoded {
    let mut cx = Context {
        problems,
        citations: Vec::new(),
        domains_named: Vec::new(),
        ids: Vec::new(),
        tasks_named: Vec::new(),
    };
    let mut meta_places = MetaPlaces {
        id: Place::START,
        document_number: Place::START,
        issued: Place::START,
        period: Place::START,
    };
    let mut domains = None;
    let mut targets = Vec::new();
    let mut terms = Vec::new();
    let mut plan = placeholder();
    if let Some(mut fields) = Fields::of(tree, tr("规划文件"), cx.problems) {
        // Read elsewhere: the version before all else, the records after it.
        fields.optional("version");
        fields.optional("records");
        if let Some(tree) = fields.required("meta", cx.problems) {
            plan.meta = meta(tree, &mut meta_places, cx.problems);
        }
        if let Some(tree) = fields.required("domains", cx.problems) {
            plan.domains = texts(tree, tr("领域（domains）"), cx.problems);
            match &tree.value {
                Value::List(items) if items.is_empty() => {
                    let what = tr("规划没有领域");
                    cx.problems
                        .push(tree.place, what, tr("至少写一个，如 [健康]"));
                }
                Value::List(items) => {
                    domains = Some(items.iter().map(|tree| tree.place).collect());
                }
                _ => {}
            }
        }
        plan.notice = fields
            .optional("notice")
            .and_then(|tree| notice(tree, cx.problems));
        if let Some(tree) = fields.required("plan", cx.problems) {
            plan.body = body(tree, &mut cx);
        }
        if let Some(tree) = fields.optional("open_readings") {
            let items = reader::list(tree, tr("存疑之处（open_readings）"), cx.problems);
            plan.open_readings = items
                .iter()
                .filter_map(|tree| open_reading(tree, &mut cx))
                .collect();
        }
        if let Some(tree) = fields.optional("targets") {
            let items = reader::list(tree, tr("指标（targets）"), cx.problems);
            for (target, places) in items
                .iter()
                .filter_map(|tree| target::target(tree, &mut cx))
            {
                plan.targets.push(target);
                targets.push(places);
            }
        }
        claims::all(&mut plan, &mut fields, &mut cx);
        if let Some(tree) = fields.optional("terms") {
            (plan.terms, terms) = terms::decode(tree, cx.problems).into_iter().unzip();
        }
        fields.finish(cx.problems);
    }
    let Context {
        citations,
        domains_named,
        ids,
        tasks_named,
        ..
    } = cx;
    Decoded {
        plan,
        targets,
        terms,
        citations,
        domains_named,
        ids,
        meta: meta_places,
        domains,
        tasks_named,
    }
}

fn placeholder() -> Plan {
    let text = String::new;
    let meta = Meta {
        id: text(),
        title: text(),
        region: text(),
        issuer: text(),
        document_number: text(),
        issued: text(),
        period: Period { start: 0, end: 0 },
        vision_year: None,
        source: text(),
    };
    let body = Body {
        title: Prose::default(),
        preface: Vec::new(),
        chapters: Vec::new(),
        attachment: None,
    };
    Plan {
        meta,
        domains: Vec::new(),
        notice: None,
        body,
        open_readings: Vec::new(),
        targets: Vec::new(),
        claims: Vec::new(),
        discords: Vec::new(),
        terms: Vec::new(),
    }
}

fn meta(tree: &Tree, places: &mut MetaPlaces, problems: &mut Problems) -> Meta {
    let mut meta = placeholder().meta;
    let Some(mut fields) = Fields::of(tree, tr("基本信息（meta）"), problems) else {
        return meta;
    };
    for (key, slot) in [
        ("id", &mut meta.id),
        ("title", &mut meta.title),
        ("region", &mut meta.region),
        ("issuer", &mut meta.issuer),
        ("document_number", &mut meta.document_number),
        ("issued", &mut meta.issued),
        ("source", &mut meta.source),
    ] {
        if let Some(tree) = fields.required(key, problems) {
            *slot = reader::text(tree, key, problems);
            match key {
                "id" => places.id = tree.place,
                "document_number" => places.document_number = tree.place,
                "issued" => places.issued = tree.place,
                _ => {}
            }
        }
    }
    if let Some(tree) = fields.required("period", problems) {
        places.period = tree.place;
        meta.period = period(tree, problems);
    }
    meta.vision_year = fields
        .optional("vision_year")
        .map(|tree| reader::year(tree, tr("远景年份"), problems));
    fields.finish(problems);
    meta
}

fn period(tree: &Tree, problems: &mut Problems) -> Period {
    let mut period = Period { start: 0, end: 0 };
    let Some(mut fields) = Fields::of(tree, tr("规划期（period）"), problems) else {
        return period;
    };
    if let Some(tree) = fields.required("start", problems) {
        period.start = reader::year(tree, tr("起始年份"), problems);
    }
    if let Some(tree) = fields.required("end", problems) {
        period.end = reader::year(tree, tr("结束年份"), problems);
    }
    fields.finish(problems);
    period
}

fn texts(tree: &Tree, what: &str, problems: &mut Problems) -> Vec<String> {
    reader::list(tree, what, problems)
        .iter()
        .map(|tree| reader::text(tree, what, problems))
        .collect()
}

fn proses(tree: Option<&Tree>, problems: &mut Problems) -> Vec<Prose> {
    let Some(tree) = tree else { return Vec::new() };
    reader::list(tree, tr("段落"), problems)
        .iter()
        .map(|tree| reader::prose(tree, tr("段落"), problems))
        .collect()
}

/// A required piece of the plan's text.
fn prose(fields: &mut Fields<'_>, key: &'static str, problems: &mut Problems) -> Prose {
    fields
        .required(key, problems)
        .map(|tree| reader::prose(tree, key, problems))
        .unwrap_or_default()
}

fn notice(tree: &Tree, problems: &mut Problems) -> Option<Notice> {
    let mut fields = Fields::of(tree, tr("通知（notice）"), problems)?;
    let particulars = fields
        .required("fields", problems)
        .map_or(&[][..], |tree| reader::list(tree, tr("公文信息"), problems));
    let notice = Notice {
        fields: particulars
            .iter()
            .filter_map(|tree| field(tree, problems))
            .collect(),
        title: prose(&mut fields, "title", problems),
        addressees: prose(&mut fields, "addressees", problems),
        paragraphs: {
            let tree = fields.required("paragraphs", problems);
            proses(tree, problems)
        },
        issuer: prose(&mut fields, "issuer", problems),
        date: prose(&mut fields, "date", problems),
    };
    fields.finish(problems);
    Some(notice)
}

fn field(tree: &Tree, problems: &mut Problems) -> Option<Field> {
    let mut fields = Fields::of(tree, tr("公文信息的一项"), problems)?;
    let label = fields
        .required("label", problems)
        .map(|tree| reader::text(tree, "label", problems))
        .unwrap_or_default();
    let value = fields
        .required("value", problems)
        .map(|tree| reader::prose_or_empty(tree, "value", problems))
        .unwrap_or_default();
    fields.finish(problems);
    Some(Field { label, value })
}

fn body(tree: &Tree, cx: &mut Context<'_>) -> Body {
    let mut body = placeholder().body;
    let Some(mut fields) = Fields::of(tree, tr("正文（plan）"), cx.problems) else {
        return body;
    };
    body.title = prose(&mut fields, "title", cx.problems);
    body.preface = proses(fields.optional("preface"), cx.problems);
    if let Some(tree) = fields.required("chapters", cx.problems) {
        let items = reader::list(tree, tr("章（chapters）"), cx.problems);
        body.chapters = items.iter().map(|tree| chapter(tree, cx)).collect();
        if matches!(&tree.value, Value::List(items) if items.is_empty()) {
            cx.problems
                .push(tree.place, tr("正文没有一章"), tr("在 chapters 下写章"));
        }
    }
    body.attachment = fields
        .optional("attachment")
        .map(|tree| reader::prose(tree, "attachment", cx.problems));
    fields.finish(cx.problems);
    body
}

fn chapter(tree: &Tree, cx: &mut Context<'_>) -> Chapter {
    let mut chapter = Chapter {
        title: Prose::default(),
        paragraphs: Vec::new(),
        sections: Vec::new(),
        safeguards: Vec::new(),
    };
    let Some(mut fields) = Fields::of(tree, tr("章"), cx.problems) else {
        return chapter;
    };
    let place = fields.place();
    chapter.title = prose(&mut fields, "title", cx.problems);
    chapter.paragraphs = proses(fields.optional("paragraphs"), cx.problems);
    if let Some(tree) = fields.optional("sections") {
        let items = reader::list(tree, tr("节（sections）"), cx.problems);
        chapter.sections = items.iter().map(|tree| section(tree, cx)).collect();
    }
    chapter.safeguards = clauses(
        fields.optional("safeguards"),
        tr("保障措施（safeguards）"),
        cx.problems,
    );
    if !chapter.sections.is_empty() && !chapter.safeguards.is_empty() {
        cx.problems.push(
            place,
            tr("一章不能同时有 sections 和 safeguards"),
            tr("两者共用（一）（二）的编号，只留一种"),
        );
    }
    fields.finish(cx.problems);
    chapter
}

fn section(tree: &Tree, cx: &mut Context<'_>) -> Section {
    let mut section = Section {
        title: Prose::default(),
        domain: None,
        paragraphs: Vec::new(),
        principles: Vec::new(),
        tasks: Vec::new(),
        subsections: Vec::new(),
    };
    let Some(mut fields) = Fields::of(tree, tr("节"), cx.problems) else {
        return section;
    };
    section.title = prose(&mut fields, "title", cx.problems);
    if let Some(tree) = fields.optional("domain") {
        let domain = reader::text(tree, tr("领域（domain）"), cx.problems);
        cx.domains_named.push((tree.place, domain.clone()));
        section.domain = Some(domain);
    }
    section.paragraphs = proses(fields.optional("paragraphs"), cx.problems);
    if let Some(tree) = fields.optional("principles") {
        let items = reader::list(tree, tr("原则（principles）"), cx.problems);
        section.principles = items
            .iter()
            .map(|tree| principle(tree, cx.problems))
            .collect();
    }
    section.tasks = clauses(fields.optional("tasks"), tr("任务（tasks）"), cx.problems);
    if let Some(tree) = fields.optional("subsections") {
        let items = reader::list(tree, tr("小节（subsections）"), cx.problems);
        section.subsections = items
            .iter()
            .map(|tree| subsection(tree, cx.problems))
            .collect();
    }
    fields.finish(cx.problems);
    section
}

fn subsection(tree: &Tree, problems: &mut Problems) -> Subsection {
    let mut subsection = Subsection {
        title: Prose::default(),
        paragraphs: Vec::new(),
        tasks: Vec::new(),
    };
    let Some(mut fields) = Fields::of(tree, tr("小节"), problems) else {
        return subsection;
    };
    subsection.title = prose(&mut fields, "title", problems);
    subsection.paragraphs = proses(fields.optional("paragraphs"), problems);
    subsection.tasks = clauses(fields.optional("tasks"), tr("任务（tasks）"), problems);
    fields.finish(problems);
    subsection
}

fn principle(tree: &Tree, problems: &mut Problems) -> Principle {
    let mut principle = Principle {
        name: Prose::default(),
        text: Prose::default(),
    };
    let Some(mut fields) = Fields::of(tree, tr("原则"), problems) else {
        return principle;
    };
    principle.name = prose(&mut fields, "name", problems);
    principle.text = prose(&mut fields, "text", problems);
    fields.finish(problems);
    principle
}

fn clauses(tree: Option<&Tree>, what: &str, problems: &mut Problems) -> Vec<Clause> {
    let Some(tree) = tree else { return Vec::new() };
    reader::list(tree, what, problems)
        .iter()
        .map(|tree| clause(tree, problems))
        .collect()
}

fn clause(tree: &Tree, problems: &mut Problems) -> Clause {
    let mut clause = Clause {
        title: Prose::default(),
        text: Prose::default(),
    };
    let Some(mut fields) = Fields::of(tree, tr("任务或保障措施"), problems) else {
        return clause;
    };
    clause.title = prose(&mut fields, "title", problems);
    if let Some(tree) = fields.required("text", problems) {
        clause.text = reader::prose_or_empty(tree, "text", problems);
    }
    fields.finish(problems);
    clause
}

fn open_reading(tree: &Tree, cx: &mut Context<'_>) -> Option<OpenReading> {
    let mut fields = Fields::of(tree, tr("存疑之处"), cx.problems)?;
    let citation = citation(&mut fields, None, cx);
    let note = required_text(&mut fields, "note", cx.problems);
    fields.finish(cx.problems);
    Some(OpenReading {
        citation: citation?,
        note,
    })
}

fn required_text(fields: &mut Fields<'_>, key: &'static str, problems: &mut Problems) -> String {
    fields
        .required(key, problems)
        .map(|tree| reader::text(tree, key, problems))
        .unwrap_or_default()
}

fn optional_text(
    fields: &mut Fields<'_>,
    key: &'static str,
    problems: &mut Problems,
) -> Option<String> {
    fields
        .optional(key)
        .map(|tree| reader::text(tree, key, problems))
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
        cx.citations.push(Cited {
            at: at.place,
            quote: quote.place,
            citation: citation.clone(),
            figure,
        });
    }
    Some(citation)
}

fn items<'a>(fields: &mut Fields<'a>, key: &'static str, cx: &mut Context<'_>) -> &'a [Tree] {
    fields
        .optional(key)
        .map_or(&[], |tree| reader::list(tree, key, cx.problems))
}

fn other_place(tree: &Tree, cx: &mut Context<'_>) -> Option<Citation> {
    let mut fields = Fields::of(tree, tr("别处的引文（also）"), cx.problems)?;
    let citation = citation(&mut fields, None, cx);
    fields.finish(cx.problems);
    citation
}
