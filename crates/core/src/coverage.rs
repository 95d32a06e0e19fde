//! Who serves a target (指标与任务的对应): links, targets that no task serves, tasks that no target measures.

use crate::plan::{Address, LinkOrigin, Node, NodeKind, Outline, Plan, Target};

/// A task that serves a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// The target.
    pub target: &'a Target,
    /// The task's address.
    pub task: Address,
    /// Who says so: the text, or we.
    pub origin: LinkOrigin,
}

/// All links of a plan, and what has none.
#[derive(Clone, Debug)]
pub struct Coverage<'a> {
    /// The links, in the order of the targets.
    pub links: Vec<Link<'a>>,
    /// Targets that no task serves.
    pub unserved: Vec<&'a Target>,
    /// Tasks that serve no target: nothing measures them.
    pub unmeasured: Vec<&'a Node>,
}

impl<'a> Coverage<'a> {
    /// Works out the links. A target that a task's own text states is served by that task: this link is given.
    pub fn of(plan: &'a Plan, outline: &'a Outline) -> Self {
        let tasks: Vec<&Node> = outline
            .of_kind(NodeKind::Task)
            .map(|(_, node)| node)
            .collect();
        let is_task = |at: &Address| tasks.iter().any(|node| node.address == *at);
        let mut links = Vec::new();
        for target in &plan.targets {
            links.extend(links_of(target, is_task));
        }
        let unserved = plan
            .targets
            .iter()
            .filter(|target| !links.iter().any(|link| link.target.id == target.id));
        let unserved = unserved.collect();
        let is_measured = |node: &&Node| links.iter().any(|link| link.task == node.address);
        let unmeasured = tasks.iter().copied().filter(|node| !is_measured(node));
        let unmeasured = unmeasured.collect();
        Self {
            links,
            unserved,
            unmeasured,
        }
    }

    /// The tasks that serve a target.
    pub fn tasks_of(&self, target: &str) -> impl Iterator<Item = &Link<'a>> {
        self.links
            .iter()
            .filter(move |link| link.target.id == target)
    }

    /// The targets that a task serves.
    pub fn targets_of(&self, task: Address) -> impl Iterator<Item = &Link<'a>> {
        self.links.iter().filter(move |link| link.task == task)
    }
}

fn links_of(target: &Target, is_task: impl Fn(&Address) -> bool) -> Vec<Link<'_>> {
    let own = std::iter::once(target.citation.at);
    let stated = own.chain(target.also.iter().map(|citation| citation.at));
    let stated = stated.filter(is_task).map(|task| (task, LinkOrigin::Given));
    let written = target.served_by.iter().map(|link| (link.task, link.origin));
    let mut links: Vec<Link<'_>> = Vec::new();
    for (task, origin) in stated.chain(written) {
        if !links.iter().any(|link| link.task == task) {
            links.push(Link {
                target,
                task,
                origin,
            });
        }
    }
    links
}
