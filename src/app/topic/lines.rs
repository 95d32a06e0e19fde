//! The lines of the page of a topic.

use super::super::Document;
use super::super::details::{self, DetailLine, Role};
use crate::card::{Card, Figure};
use crate::dossier::Dossier;
use crate::gauge::Instrument;
use crate::plan::{Address, NodeId};
use crate::text::{width, wrap};
use crate::topic::{self, Answer, Place, Promise, Served};
use crate::wording;
use crate::words::{say, tr};

/// The blanks by which what belongs to a part is set in; twice as many before what belongs to an item.
const INDENT: &str = "  ";

/// What stands between two parts of a line.
const GAP: &str = "  ";

/// What stands between the baseline, the latest figure and the goal.
const TO: &str = " → ";

/// The maximum columns of a gauge with its figure.
const WIDEST_GAUGE: usize = 60;

/// A line of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLine {
    /// What it says.
    pub line: DetailLine,
    /// The item that it belongs to, from 0; `None` of headings and gaps.
    pub item: Option<usize>,
}

/// How much there is on a topic in `columns`: the parts that fit, never a part of one.
pub fn summary_within(answer: &Answer, columns: usize) -> String {
    let mut told = String::new();
    for part in summary(answer) {
        let gap = if told.is_empty() { "" } else { GAP };
        if width(&told) + gap.len() + width(&part) > columns {
            break;
        }
        told += gap;
        told += &part;
    }
    told
}

/// How much there is on a topic, in parts; what there is none of goes without saying.
fn summary(answer: &Answer) -> Vec<String> {
    let (targets, remote) = (answer.foremost().len(), answer.remote().len());
    let (tasks, mentions) = (answer.tasks.len(), answer.mentions.len());
    let mut parts = Vec::new();
    match (targets, remote) {
        (0, _) => {}
        (_, 0) => parts.push(say!("指标 {targets} 项", targets)),
        _ => parts.push(say!(
            "指标 {targets} 项（同段另 {remote} 项）",
            targets,
            remote
        )),
    }
    if tasks > 0 {
        let measures = answer.measures();
        parts.push(say!("任务 {tasks} 项、措施 {measures} 条", tasks, measures));
    }
    if mentions > 0 {
        parts.push(say!("另提到 {mentions} 处", mentions));
    }
    parts
}

/// The page of a topic, wrapped to `columns`.
pub fn in_lines(document: &Document, answer: &Answer, columns: u16) -> Vec<PageLine> {
    let mut page = Page {
        document,
        columns: usize::from(columns),
        lines: Vec::new(),
        items: 0,
    };
    page.head(answer);
    if answer.leads_with_targets() {
        page.promises(answer);
        page.observed(answer);
        page.tasks(answer);
    } else {
        page.tasks(answer);
        page.promises(answer);
        page.observed(answer);
    }
    page.mentions(answer);
    page.remotes(answer);
    page.lines
}

struct Page<'a> {
    document: &'a Document,
    columns: usize,
    lines: Vec<PageLine>,
    /// How many items there are so far.
    items: usize,
}

impl Page<'_> {
    /// Adds text, set in by `indent`, to an item or to none.
    fn flow(&mut self, indent: &str, text: &str, role: Role, item: Option<usize>) {
        let room = self.columns.saturating_sub(indent.len()).max(2);
        for range in wrap(text, room, 0) {
            let text = text.get(range).unwrap_or_default();
            self.push(indent, text.to_owned(), role, item);
        }
    }

    fn push(&mut self, indent: &str, text: String, role: Role, item: Option<usize>) {
        let line = DetailLine {
            label: Some(indent.to_owned()),
            text,
            role,
            gauge: Vec::new(),
            before: 0,
            address: 0,
        };
        self.lines.push(PageLine { line, item });
    }

    /// The heading of a part, after a gap.
    fn part(&mut self, name: &str) {
        self.push("", String::new(), Role::Gap, None);
        self.push("", name.to_owned(), Role::Heading, None);
    }

    /// The number of a new item.
    fn item(&mut self) -> usize {
        self.items += 1;
        self.items - 1
    }

    fn place(&self, at: Address) -> String {
        wording::place(&self.document.dossier.outline, at)
    }

    fn head(&mut self, answer: &Answer) {
        let name = format!("{}{GAP}{}", answer.name(), summary(answer).join(GAP));
        self.flow("", &name, Role::Name, None);
        for line in answer.taken() {
            self.flow("", &line, Role::Quiet, None);
        }
        for other in answer.meanings.iter().flat_map(|it| &it.others) {
            let item = Some(self.item());
            self.flow(INDENT, &say!("另查：{other}", other), Role::Quiet, item);
        }
    }

    fn promises(&mut self, answer: &Answer) {
        self.part(tr("规划承诺"));
        if answer.foremost().is_empty() {
            self.flow(INDENT, tr("没有与此有关的指标"), Role::Quiet, None);
        }
        for promise in answer.foremost() {
            self.promise(*promise);
        }
    }

    /// The targets that only stand in the same paragraphs.
    fn remotes(&mut self, answer: &Answer) {
        if answer.remote().is_empty() {
            return;
        }
        self.part(tr("同一段里的其他指标"));
        for promise in answer.remote() {
            self.remote(*promise);
        }
    }

    fn promise(&mut self, promise: Promise) {
        let Some((card, figures)) = self.card(promise) else {
            return;
        };
        let item = Some(self.item());
        let tie = promise.tie.told().map(|tie| say!("［{tie}］", tie));
        let name = card.name.clone() + &tie.unwrap_or_default();
        self.flow(INDENT, &name, Role::Name, item);
        let indent = INDENT.repeat(2);
        self.figures(&indent, &figures, item);
        self.verdict(promise, &card, item);
        self.quote(&indent, &card, item);
    }

    /// Baseline, latest figure and goal; of them only the goal is what was promised.
    fn figures(&mut self, indent: &str, figures: &[String], item: Option<usize>) {
        let text = figures.join(TO);
        let goal = figures.last().map_or(0, String::len);
        let before = text.len() - goal;
        let room = self.columns.saturating_sub(indent.len()).max(2);
        for range in wrap(&text, room, 0) {
            let own = text.get(range.clone()).unwrap_or_default();
            self.push(indent, own.to_owned(), Role::Goal, item);
            if let Some(last) = self.lines.last_mut() {
                last.line.before = before.saturating_sub(range.start).min(own.len());
            }
        }
    }

    /// The quotation, and behind it where it stands.
    fn quote(&mut self, indent: &str, card: &Card, item: Option<usize>) {
        let words = wording::quoted(&card.sentence).len();
        let text = card.quote();
        let room = self.columns.saturating_sub(indent.len()).max(2);
        for range in wrap(&text, room, 0) {
            let address = range.end.saturating_sub(words.max(range.start));
            let text = text.get(range).unwrap_or_default();
            self.push(indent, text.to_owned(), Role::Quote, item);
            if let Some(last) = self.lines.last_mut() {
                last.line.address = address;
            }
        }
    }

    /// The verdict, and how far the target has come as a gauge.
    fn verdict(&mut self, promise: Promise, card: &Card, item: Option<usize>) {
        let indent = INDENT.repeat(2);
        let Some(evaluation) = self.document.assessment.evaluations.get(promise.target) else {
            return;
        };
        let group = evaluation.group();
        let room = self.columns.saturating_sub(indent.len()).min(WIDEST_GAUGE);
        let drawn = Instrument::of(evaluation);
        let label = Some(indent.clone());
        if let Some(line) = drawn.and_then(|it| details::gauge(&it, group, room, label)) {
            self.lines.push(PageLine { line, item });
        }
        if let Some(conclusion) = topic::conclusion(evaluation, card) {
            self.flow(&indent, &conclusion, Role::Verdict(group), item);
        }
    }

    fn remote(&mut self, promise: Promise) {
        if let Some((card, figures)) = self.card(promise) {
            let item = Some(self.item());
            let text = format!("{}  {}", card.name, figures.join(TO));
            self.flow(INDENT, &text, Role::Plain, item);
        }
    }

    /// The card of a target, and its figures in words.
    fn card(&self, promise: Promise) -> Option<(Card, Vec<String>)> {
        let document = self.document;
        let target = document.dossier.plan.targets.get(promise.target)?;
        let evaluation = document.assessment.evaluation(target)?;
        let Dossier { plan, outline, .. } = &document.dossier;
        let card = Card::of(target, plan, outline, evaluation, document.assessment.as_of);
        let figures: Vec<String> = topic::figures(target, &card).map(Figure::told).collect();
        Some((card, figures))
    }

    fn observed(&mut self, answer: &Answer) {
        if answer.foremost().is_empty() {
            return;
        }
        self.part(tr("监测"));
        let document = self.document;
        let mut unseen = 0;
        for promise in answer.foremost() {
            let observed = topic::observed(&document.dossier, &document.assessment, *promise);
            match document.dossier.plan.targets.get(promise.target) {
                Some(target) if !observed.is_empty() => {
                    let name = wording::target_name(&document.dossier.plan, target);
                    self.flow(INDENT, &name, Role::Plain, None);
                }
                _ => unseen += 1,
            }
            for it in observed {
                let text = format!("{}  {}  {}", it.when, it.value, it.source);
                self.flow(&INDENT.repeat(2), &text, Role::Quiet, None);
            }
        }
        if unseen > 0 {
            let text = say!("尚无监测数据的 {count} 项", count = unseen);
            self.flow(INDENT, &text, Role::Quiet, None);
        }
    }

    fn tasks(&mut self, answer: &Answer) {
        self.part(tr("任务和措施"));
        if answer.tasks.is_empty() {
            self.flow(INDENT, tr("没有与此有关的任务"), Role::Quiet, None);
        }
        for served in &answer.tasks {
            self.task(served);
        }
    }

    fn task(&mut self, served: &Served) {
        let node = self.document.dossier.outline.node(served.task);
        let stage = self.document.stage(node.address);
        let stage = stage.map_or(tr("尚无记录"), |it| tr(it.stage.label()));
        let link = if served.is_mentioned {
            ""
        } else {
            tr("［服务于上列指标］")
        };
        let item = Some(self.item());
        let title = wording::aside(node.title(), stage) + link;
        let text = format!("{title}  {}", self.place(node.address));
        self.flow(INDENT, &text, Role::Name, item);
        for measure in &served.measures {
            let item = Some(self.item());
            self.sentence(served.task, measure, "", item);
        }
    }

    /// A sentence with what was recorded of it, behind words that tell where it stands.
    fn sentence(&mut self, node: NodeId, place: &Place, before: &str, item: Option<usize>) {
        let prose = &self.document.dossier.outline.node(node).prose;
        let (words, _) = prose.told_part(&place.words, &[]);
        let stage = self.document.stage(place.at);
        let stage = stage.map(|it| say!("［{stage}］", stage = tr(it.stage.label())));
        let text = format!("{before}{words}{}", stage.unwrap_or_default());
        self.flow(&INDENT.repeat(2), &text, Role::Plain, item);
    }

    fn mentions(&mut self, answer: &Answer) {
        if answer.mentions.is_empty() {
            return;
        }
        self.part(tr("还提到"));
        for mention in &answer.mentions {
            let item = Some(self.item());
            let before = format!("{}  ", mention.place.at.for_readers());
            self.sentence(mention.node, &mention.place, &before, item);
        }
    }
}
