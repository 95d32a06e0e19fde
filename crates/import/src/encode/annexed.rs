//! Annexes of a plan that exists: what they add to it. What the plan has already stays as it is; where an annex says
//! something else, that is a doubt.

use std::collections::{HashMap, HashSet};

use guihua_core::plan::{
    Attachment, Block, Doubt, Duties as Said, NodeId, NodeKind, Outline, Plan, Target,
};
use guihua_core::review::Addition;

use super::blocks::Blocks;
use super::domains::Domains;
use super::duties::{self, Duties};
use super::ground::{Ground, Places, quoted};
use super::{Given, Spot, goals, notes};
use crate::findings::task::{Basis, Task};

/// What annexes add to a plan.
#[derive(Clone, Debug, Default)]
pub struct Annexed {
    /// What is added.
    pub addition: Addition,
    /// The annexes that the plan has already, by the names of their files.
    pub known: Vec<String>,
    /// How many rows of tables assign work.
    pub assigned: usize,
    /// How many of these are tasks of the text.
    pub joined: usize,
    /// How many of them are tasks of their own, which the text does not have.
    pub own: usize,
    /// How many targets of the annexes the plan has already.
    pub same: usize,
}

/// What annexes, of which there is at least one, add to a plan.
pub fn annexed(plan: &Plan, annexes: &[Given<'_>]) -> Annexed {
    let domains = Domains::known(&plan.domains);
    let known: HashSet<String> = tasks(plan, &Outline::of(plan)).into_keys().collect();
    let mut found = Annexed::default();
    let new = sort(plan, annexes, &known, &mut found.known);
    let annexes = new.as_slice();
    let mut duties = Duties::in_annexes(annexes, &known);
    // Where rows stand that are tasks is known when they are written once.
    let (first, places) = attached(plan, annexes, &duties, &domains);
    found.addition.attachments = first;
    let extended = found.addition.to(plan);
    let outline = Outline::of(&extended);
    let ground = Ground::new(&outline, places);
    for (file, annex) in annexes.iter().enumerate() {
        for task in &annex.draft.findings.tasks {
            duties.place_row(file, task, &ground);
        }
    }
    let (attachments, places) = attached(plan, annexes, &duties, &domains);
    found.addition.attachments = attachments;
    let extended = found.addition.to(plan);
    let outline = Outline::of(&extended);
    let ground = Ground::new(&outline, places);
    let mut unplaced = Vec::new();
    let targets = goals::all(annexes, &ground, &extended, &domains, &mut unplaced);
    found.addition.doubts = notes::doubts(annexes, &ground, &unplaced);
    found.addition.omitted = notes::omitted(None, annexes);
    found.sort_out(plan, targets);
    found.join(plan, annexes, &duties, &ground);
    found
}

/// The annexes that a plan does not have; `had` gets the names of those that it has.
fn sort<'a>(
    plan: &Plan,
    annexes: &[Given<'a>],
    known: &HashSet<String>,
    had: &mut Vec<String>,
) -> Vec<Given<'a>> {
    let domains = Domains::known(&plan.domains);
    let has = |it: &Attachment| plan.attachments.iter().any(|own| words(own) == words(it));
    let is_new = |annex: &&Given<'a>| {
        let duties = Duties::in_annexes(std::slice::from_ref(*annex), known);
        let mut blocks = Blocks::after(0, &duties, &domains);
        let is_known = super::attached(annex, &mut blocks).iter().all(has);
        if is_known {
            had.push(annex.name.to_owned());
        }
        !is_known
    };
    annexes.iter().filter(is_new).copied().collect()
}

/// The attachments that annexes make, and where their parts stand.
fn attached(
    plan: &Plan,
    annexes: &[Given<'_>],
    duties: &Duties,
    domains: &Domains,
) -> (Vec<Attachment>, Places) {
    let mut blocks = Blocks::after(Outline::of(plan).len(), duties, domains);
    let mut made = Vec::new();
    for (file, annex) in annexes.iter().enumerate() {
        blocks.file = file;
        made.extend(super::attached(annex, &mut blocks));
    }
    (made, blocks.places)
}

/// All words of an attachment.
fn words(attachment: &Attachment) -> String {
    let alone = Plan {
        attachments: vec![attachment.clone()],
        ..Plan::default()
    };
    let outline = Outline::of(&alone);
    outline
        .nodes()
        .iter()
        .flat_map(|it| it.prose.reading().split_whitespace())
        .collect()
}

impl Annexed {
    /// Adds the targets that the plan does not have. One that it has with another figure is a doubt.
    fn sort_out(&mut self, plan: &Plan, targets: Vec<Target>) {
        let end = plan.meta.period.map(|term| term.end);
        for target in targets {
            let known = |is: fn(&Target, &Target, Option<u16>) -> bool| {
                plan.targets.iter().find(|own| is(own, &target, end))
            };
            if known(goals::are_same).is_some() {
                self.same += 1;
            } else if let Some(own) = known(goals::is_same_thing) {
                self.addition.doubts.push(differing(own, &target));
            } else {
                self.addition.targets.push(target);
            }
        }
    }

    /// Adds what rows say of tasks that the text has, each a doubt until a person has looked at it.
    fn join(&mut self, plan: &Plan, annexes: &[Given<'_>], duties: &Duties, ground: &Ground<'_>) {
        let tasks = tasks(plan, ground.outline);
        let mut said: HashMap<NodeId, Said> = HashMap::new();
        for (file, annex) in annexes.iter().enumerate() {
            let rows = annex.draft.findings.tasks.iter();
            for row in rows.filter(|task| task.why == Basis::Row) {
                self.assigned += 1;
                self.own += usize::from(duties.has_row(file, row));
                let Some(task) = tasks.get(&duties::key(&row.title)) else {
                    continue;
                };
                self.joined += 1;
                let own = said.entry(task.node).or_insert_with(|| task.duties.clone());
                let before = own.clone();
                duties::of_row(own, row, file, ground);
                let added = added(&before, own);
                let doubt = task.doubt(row, (file, annex.name), ground, &added);
                self.addition.doubts.extend(doubt);
                if !added.is_empty() {
                    self.addition.duties.push((task.path.clone(), added));
                }
            }
        }
    }
}

/// A target that the plan has with another figure.
fn differing(own: &Target, theirs: &Target) -> Doubt {
    let figure = |target: &Target| target.goal.map(|it| it.to_string()).unwrap_or_default();
    Doubt {
        at: theirs.citation.at,
        quote: Some(theirs.citation.quote.clone()),
        note: format!(
            "附件里是 {}，规划里的指标“{}”（{}）是 {}；没有改动",
            figure(theirs),
            own.name,
            own.citation.at,
            figure(own)
        ),
        proposal: None,
    }
}

/// A task of the text.
struct OfText {
    /// Its place among the blocks.
    path: Vec<usize>,
    node: NodeId,
    duties: Said,
}

impl OfText {
    /// That a row of a file was taken for this task, and whether it says what the task does not.
    fn doubt(
        &self,
        row: &Task,
        (file, name): (usize, &str),
        ground: &Ground<'_>,
        added: &Said,
    ) -> Option<Doubt> {
        let spot = Spot {
            file,
            order: row.evidence.order,
        };
        let cell = row.evidence.cell.map(|(row, _)| row);
        let cell = *ground.nodes(spot, cell).first()?;
        let at = ground.outline.node(cell).address;
        let task = ground.outline.node(self.node);
        let title = row.title.split(crate::text::is_stop).next()?;
        let cited = quoted(task, &super::one_line(title));
        let note = if added.is_empty() {
            format!("附件“{name}”（{at}）里有同名的任务，这里的单位和时限没有改动")
        } else {
            format!("单位和时限据附件“{name}”（{at}），推定为同一任务")
        };
        Some(Doubt {
            at: task.address,
            quote: cited.filter(|it| it.at == task.address).map(|it| it.quote),
            note,
            proposal: None,
        })
    }
}

/// What is said now and was not before.
fn added(before: &Said, now: &Said) -> Said {
    Said {
        lead: now.lead.clone().filter(|_| before.lead.is_none()),
        with: now.with.clone().filter(|_| before.with.is_none()),
        due: now.due.clone().filter(|_| before.due.is_none()),
    }
}

/// The tasks of the text by their first sentences, and by the headings that they run into.
fn tasks(plan: &Plan, outline: &Outline) -> HashMap<String, OfText> {
    let mut written = Vec::new();
    walk(&plan.body.content, &mut Vec::new(), "", &mut written);
    let mut found = HashMap::new();
    let nodes = outline.of_kind(NodeKind::Task);
    for (task, (node, _)) in written.into_iter().zip(nodes) {
        for title in task.titles.iter().filter(|title| !title.is_empty()) {
            found.entry(duties::key(title)).or_insert(OfText {
                path: task.path.clone(),
                node,
                duties: task.duties.clone(),
            });
        }
    }
    found
}

/// A task among the blocks of a plan.
struct Written {
    path: Vec<usize>,
    /// Its first sentence, and the heading that it stands below at once.
    titles: [String; 2],
    duties: Said,
}

/// The tasks among blocks, in the order of the text. `heading` is the one above them.
fn walk(blocks: &[Block], path: &mut Vec<usize>, heading: &str, found: &mut Vec<Written>) {
    for (at, block) in blocks.iter().enumerate() {
        path.push(at);
        match block {
            Block::Task(task) => {
                let heading = if at == 0 { heading } else { "" };
                found.push(Written {
                    path: path.clone(),
                    titles: [task.title.reading().to_owned(), heading.to_owned()],
                    duties: task.duties.clone(),
                });
            }
            Block::Section(section) => {
                walk(&section.content, path, section.title.reading(), found);
            }
            Block::Box(panel) => walk(&panel.content, path, "", found),
            _ => {}
        }
        path.pop();
    }
}
