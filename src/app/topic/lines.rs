//! The lines of the page of a topic.

mod observed;

use super::super::Document;
use super::super::details::{self, DetailLine, Role};
use crate::card::Card;
use crate::dossier::Dossier;
use crate::evaluation::Group;
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
    let [mut lines, rest] = in_two(document, answer, [columns; 2]);
    lines.extend(rest);
    lines
}

/// The page of a topic as two parts, each wrapped to its own columns: what leads, then the rest.
pub fn in_two(
    document: &Document,
    answer: &Answer,
    [first, second]: [u16; 2],
) -> [Vec<PageLine>; 2] {
    let mut page = Page {
        document,
        columns: usize::from(first),
        lines: Vec::new(),
        items: 0,
        is_airy: first != second,
    };
    page.head(answer);
    if answer.leads_with_targets() {
        page.promises(answer);
        page.observed(answer);
    } else {
        page.tasks(answer);
    }
    let leading = std::mem::take(&mut page.lines);
    page.columns = usize::from(second);
    if answer.leads_with_targets() {
        page.tasks(answer);
    } else {
        page.promises(answer);
        page.observed(answer);
    }
    page.mentions(answer);
    page.remotes(answer);
    page.others(answer);
    [leading, page.lines]
}

/// The figures of a target in words.
struct Figures {
    /// The goal.
    goal: String,
    /// The baseline, if there is one to compare with, and the latest figure.
    known: Vec<String>,
}

struct Page<'a> {
    document: &'a Document,
    columns: usize,
    lines: Vec<PageLine>,
    /// How many items there are so far.
    items: usize,
    /// Whether blank lines stand between the targets.
    is_airy: bool,
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
        for line in answer.looked_for() {
            self.flow("", &line, Role::Quiet, None);
        }
    }

    /// Other words that the letters may spell.
    fn others(&mut self, answer: &Answer) {
        let others = answer.meanings.iter().flat_map(|it| &it.others);
        for (n, other) in others.enumerate() {
            if n == 0 {
                self.part(tr("也可能指"));
            }
            let item = Some(self.item());
            self.flow(INDENT, &say!("另查：{other}", other), Role::Quiet, item);
        }
    }

    fn promises(&mut self, answer: &Answer) {
        self.part(tr("规划承诺"));
        if answer.foremost().is_empty() {
            self.flow(INDENT, tr("没有与此有关的指标"), Role::Quiet, None);
        }
        for (n, promise) in answer.foremost().iter().enumerate() {
            if n > 0 && self.is_airy {
                self.push("", String::new(), Role::Gap, None);
            }
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

    /// The goal, which is what was promised, then where the target began and how far it is.
    fn figures(&mut self, indent: &str, figures: &Figures, item: Option<usize>) {
        let text = format!("{}{GAP}{}", figures.goal, figures.known.join(TO));
        self.leading(indent, &text, figures.goal.len(), Role::Goal, item);
    }

    /// Text of which the first `own` bytes have a role, and the rest only tells more.
    fn leading(&mut self, indent: &str, text: &str, own: usize, role: Role, item: Option<usize>) {
        let room = self.columns.saturating_sub(indent.len()).max(2);
        for range in wrap(text, room, 0) {
            let rest = range.end.saturating_sub(own.max(range.start));
            let line = text.get(range).unwrap_or_default();
            self.push(indent, line.to_owned(), role, item);
            if let Some(last) = self.lines.last_mut() {
                last.line.address = rest;
            }
        }
    }

    /// The quotation, and behind it where it stands.
    fn quote(&mut self, indent: &str, card: &Card, item: Option<usize>) {
        let words = wording::quoted(&card.sentence).len();
        self.leading(indent, &card.quote(), words, Role::Quote, item);
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
            let text = format!("{}{GAP}{}", card.name, figures.goal);
            self.flow(INDENT, &text, Role::Plain, item);
        }
    }

    /// The card of a target, and its figures in words.
    fn card(&self, promise: Promise) -> Option<(Card, Figures)> {
        let document = self.document;
        let target = document.dossier.plan.targets.get(promise.target)?;
        let evaluation = document.assessment.evaluation(target)?;
        let Dossier { plan, outline, .. } = &document.dossier;
        let card = Card::of(target, plan, outline, evaluation, document.assessment.as_of);
        let known = match (evaluation.group(), &evaluation.baseline) {
            (Group::NoData, None) => vec![card.latest.value.clone()],
            (_, None) => vec![card.latest.told()],
            (_, Some(_)) => vec![card.baseline.told(), card.latest.told()],
        };
        let goal = card.goal.told();
        Some((card, Figures { goal, known }))
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
