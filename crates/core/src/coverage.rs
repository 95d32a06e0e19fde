//! Links between targets and the tasks that serve them (指标与任务的对应); targets and tasks without any.

use crate::plan::{Address, Citation, LinkOrigin, NodeId, NodeKind, Outline, Plan, Target};

/// A task, or a measure of it, that serves a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The target, by its index in the plan.
    pub target: usize,
    /// The address of the task.
    pub task: Address,
    /// The measure (举措) that serves it: a sentence of the task. `None` where the task as a whole does.
    pub measure: Option<Address>,
    /// Whether the text or an editor states it.
    pub origin: LinkOrigin,
}

/// All links of a plan, and the targets and tasks without any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The links, in the order of the targets.
    pub links: Vec<Link>,
    /// Targets that no task serves, by their index in the plan.
    pub unserved: Vec<usize>,
    /// Tasks that serve no target.
    pub unmeasured: Vec<NodeId>,
}

impl Link {
    /// The address of the measure, or else of the task.
    pub fn at(&self) -> Address {
        self.measure.unwrap_or(self.task)
    }

    /// The sentence of the measure, or else the title of the task, with brackets around what is uncertain.
    pub fn words(&self, outline: &Outline) -> String {
        let title = || {
            let id = outline.at(self.task)?;
            Some((id, 0..outline.node(id).title().len()))
        };
        // The first sentence of a task is its title.
        let measure = self.measure.filter(|it| it.sentence() != Some(1));
        let place = measure.and_then(|at| outline.range(at)).or_else(title);
        let told = place.map(|(id, words)| outline.node(id).prose.slice(&words).told());
        let told = told.unwrap_or_default();
        told.trim_end_matches('。').to_owned()
    }
}

impl Coverage {
    /// Collects the links. A task whose text states a target serves it.
    pub fn of(plan: &Plan, outline: &Outline) -> Self {
        let tasks: Vec<(NodeId, Address)> = outline
            .of_kind(NodeKind::Task)
            .map(|(id, node)| (id, node.address))
            .collect();
        let is_task = |at: &Address| tasks.iter().any(|(_, address)| address == at);
        let mut links = Vec::new();
        let mut unserved = Vec::new();
        for (index, target) in plan.targets.iter().enumerate() {
            let before = links.len();
            add_links(index, target, outline, &mut links);
            links.retain(|link: &Link| link.target != index || is_task(&link.task));
            if links.len() == before {
                unserved.push(index);
            }
        }
        let is_measured = |at: Address| links.iter().any(|link| link.task == at);
        let unmeasured = tasks.iter().filter(|(_, address)| !is_measured(*address));
        Self {
            unmeasured: unmeasured.map(|(id, _)| *id).collect(),
            links,
            unserved,
        }
    }

    /// The links of a target, by its index.
    pub fn tasks_of(&self, target: usize) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(move |link| link.target == target)
    }

    /// The links of a task, in the order of the targets, one for each target.
    pub fn targets_of(&self, task: Address) -> impl Iterator<Item = &Link> {
        let mut last = None;
        let own = self.links.iter().filter(move |link| link.task == task);
        own.filter(move |link| last.replace(link.target) != Some(link.target))
    }
}

/// Adds the links of a target: the sentences that state it, then what `served_by` lists.
fn add_links(index: usize, target: &Target, outline: &Outline, links: &mut Vec<Link>) {
    let cited = std::iter::once(&target.citation).chain(&target.also);
    let stated = cited.map(|citation| (place(citation, outline), LinkOrigin::Given));
    let written = target.served_by.iter().map(|link| (link.task, link.origin));
    let first = links.len();
    for (at, origin) in stated.chain(written) {
        if !links.iter().skip(first).any(|link| link.at() == at) {
            links.push(Link {
                target: index,
                task: at.block(),
                measure: at.sentence().map(|_| at),
                origin,
            });
        }
    }
}

/// The sentence in which quoted words stand; their paragraph where they stand in several.
fn place(citation: &Citation, outline: &Outline) -> Address {
    let at = citation.at.block();
    let sentence = || {
        let node = outline.node(outline.at(at)?);
        let start = node.prose.reading().find(&citation.quote)?;
        let sentences = node.sentences_with(&(start..start + citation.quote.len()));
        match sentences.as_slice() {
            [sentence] => Some(*sentence),
            _ => None,
        }
    };
    sentence().unwrap_or(at)
}
