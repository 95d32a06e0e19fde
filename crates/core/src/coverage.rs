//! Links between targets and the tasks that serve them (指标与任务的对应); targets and tasks without any.

use crate::plan::{Address, LinkOrigin, NodeId, NodeKind, Outline, Plan, Target};

/// A task that serves a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The target, by its index in the plan.
    pub target: usize,
    /// The task's address.
    pub task: Address,
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
            add_links(index, target, is_task, &mut links);
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

    /// The links of a task, in the order of the targets.
    pub fn targets_of(&self, task: Address) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(move |link| link.task == task)
    }
}

/// Adds the links of a target: tasks that state it, then those listed in `served_by`.
fn add_links(
    index: usize,
    target: &Target,
    is_task: impl Fn(&Address) -> bool,
    links: &mut Vec<Link>,
) {
    let own = std::iter::once(target.citation.at);
    let stated = own.chain(target.also.iter().map(|citation| citation.at));
    let stated = stated.filter(is_task).map(|task| (task, LinkOrigin::Given));
    let written = target.served_by.iter().map(|link| (link.task, link.origin));
    let first = links.len();
    for (task, origin) in stated.chain(written) {
        if !links.iter().skip(first).any(|link| link.task == task) {
            links.push(Link {
                target: index,
                task,
                origin,
            });
        }
    }
}
