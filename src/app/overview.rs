//! The overview as rows: what the plan is, its parts and their size, its domains, its principles.

use super::listing;
use crate::plan::{Domain, Node, NodeId, NodeKind, Outline, Plan};

/// One row of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Nothing.
    Blank,
    /// The title of the plan.
    Title(String),
    /// A heading within the overview.
    Heading(&'static str),
    /// A fact with its name.
    Fact(&'static str, String),
    /// A chapter and its size.
    Chapter {
        /// Its heading.
        node: NodeId,
        /// How many sections it has.
        sections: usize,
        /// How many paragraphs stand in it.
        paragraphs: usize,
        /// How many characters it has, punctuation included.
        characters: usize,
    },
    /// A domain with the number of its targets and tasks.
    Domain {
        /// Its name.
        name: Domain,
        /// Its index.
        index: usize,
        /// Targets that belong to it.
        targets: usize,
        /// Those of them with a figure.
        figures: usize,
        /// Tasks in its section.
        tasks: usize,
    },
    /// A principle.
    Principle(NodeId),
}

/// All rows for a plan.
pub fn rows(plan: &Plan, outline: &Outline) -> Vec<Row> {
    let mut rows = vec![Row::Title(plan.body.title.reading().to_owned()), Row::Blank];
    rows.extend(facts(plan, outline));
    rows.extend([Row::Blank, Row::Heading("篇章")]);
    rows.extend(chapters(outline));
    rows.extend([Row::Blank, Row::Heading("领域")]);
    rows.extend(
        plan.domains
            .iter()
            .enumerate()
            .map(|(index, name)| domain(plan, outline, index, name)),
    );
    let principles: Vec<Row> = outline
        .of_kind(NodeKind::Principle)
        .map(|(id, _)| Row::Principle(id))
        .collect();
    if !principles.is_empty() {
        rows.extend([Row::Blank, Row::Heading("基本原则")]);
        rows.extend(principles);
    }
    rows
}

fn facts(plan: &Plan, outline: &Outline) -> [Row; 4] {
    let meta = &plan.meta;
    let period = match meta.vision_year {
        Some(vision) => format!(
            "{}—{}年，展望到{vision}年",
            meta.period.start, meta.period.end
        ),
        None => format!("{}—{}年", meta.period.start, meta.period.end),
    };
    let figures = plan
        .targets
        .iter()
        .filter(|target| target.goal.is_some())
        .count();
    let tasks = outline.of_kind(NodeKind::Task).count();
    let size = format!(
        "指标 {} 项（有目标值的 {figures} 项），任务 {tasks} 项",
        plan.targets.len()
    );
    [
        Row::Fact("规划期", period),
        Row::Fact("印发", format!("{}，{}", meta.issuer, meta.issued)),
        Row::Fact("文号", meta.document_number.clone()),
        Row::Fact("内容", size),
    ]
}

fn chapters(outline: &Outline) -> Vec<Row> {
    let within = |chapter: NodeId| {
        let nodes = outline.nodes().iter().enumerate().skip(chapter);
        nodes
            .take_while(move |(id, node)| *id == chapter || node.parent.is_some())
            .map(|(_, node)| node)
    };
    let row = |(node, _): (NodeId, &Node)| Row::Chapter {
        node,
        sections: within(node)
            .filter(|n| matches!(n.kind, NodeKind::Section | NodeKind::Safeguard))
            .count(),
        paragraphs: within(node).filter(|n| !n.kind.is_heading()).count(),
        characters: within(node)
            .map(|n| (n.number.trim().chars().count()) + n.prose.reading().chars().count())
            .sum(),
    };
    outline.of_kind(NodeKind::Chapter).map(row).collect()
}

fn domain(plan: &Plan, outline: &Outline, index: usize, name: &Domain) -> Row {
    let own = || {
        plan.targets
            .iter()
            .filter(|target| target.domains.contains(name))
    };
    Row::Domain {
        name: name.clone(),
        index,
        targets: own().count(),
        figures: own().filter(|target| target.goal.is_some()).count(),
        tasks: listing::count(&listing::tasks(outline, Some(name))),
    }
}
