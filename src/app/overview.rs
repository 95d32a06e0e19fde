//! The overview as rows: the evaluation by domain, then facts about the plan, its chapters, its principles.

use super::{listing, undoing};
use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::evaluation::{Board, ByTier, Group, Tally, TaskTally};
use crate::plan::{Domain, Node, NodeId, NodeKind, Outline, Part, Period, Plan, Tier};
use crate::records::Stage;
use crate::text::{width, wrap};
use crate::words::{say, tr};

/// A row of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A blank row.
    Blank,
    /// The title of the plan.
    Title(String),
    /// A heading within the overview.
    Heading(&'static str),
    /// A fact with its label.
    Fact(&'static str, String),
    /// A chapter and its size.
    Chapter {
        /// Its heading.
        node: NodeId,
        /// The number of its sections.
        sections: usize,
        /// The number of its paragraphs.
        paragraphs: usize,
        /// The number of its characters, punctuation included.
        characters: usize,
    },
    /// The captions of the rows of domains.
    BoardHead,
    /// A domain with the verdicts on the targets that it leads, and its tasks.
    Domain {
        /// Its name.
        name: Domain,
        /// Its index; `None` for all domains together.
        index: Option<usize>,
        /// The targets of the term that it leads, and those of them with data.
        targets: (usize, usize),
        /// The number of its targets in each group of verdicts.
        groups: [usize; Group::ALL.len()],
        /// How many commitments of direction it leads, counted apart; none in the row that counts them by group.
        commitments: usize,
        /// The number of tasks in its section; none in the row of commitments.
        tasks: usize,
    },
    /// A warning.
    Warning(String),
    /// The term and the day of the evaluation.
    Timeline,
    /// A principle.
    Principle(NodeId),
}

/// All rows but the title, unwrapped.
pub fn rows(dossier: &Dossier, assessment: &Assessment) -> Vec<Row> {
    let Dossier {
        plan,
        outline,
        book,
        ..
    } = dossier;
    let board = &assessment.board;
    let mut rows = vec![Row::Heading("评估"), Row::Timeline];
    rows.extend(undoing::unread(book).map(Row::Warning));
    rows.push(Row::BoardHead);
    rows.extend(by_domain(outline, board));
    rows.extend(counts(board));
    rows.push(Row::Fact("任务进展", task_stages(&assessment.tasks)));
    rows.extend([Row::Blank, Row::Heading("概况")]);
    rows.extend(facts(plan, outline));
    rows.extend([Row::Blank, Row::Heading("篇章")]);
    rows.extend(chapters(outline));
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

/// The columns of the labels of facts, including a gap.
pub fn names(rows: &[Row]) -> usize {
    let names = rows.iter().filter_map(|row| match row {
        Row::Fact(name, _) => Some(width(tr(name))),
        _ => None,
    });
    names.max().unwrap_or(0) + 2
}

/// The rows with facts and warnings wrapped to `columns`.
pub fn in_lines(rows: Vec<Row>, columns: u16) -> Vec<Row> {
    let columns = usize::from(columns);
    let room = columns.saturating_sub(names(&rows)).max(2);
    let cut = |text: &str, room: usize| -> Vec<String> {
        let lines = wrap(text, room, 0).into_iter();
        lines
            .map(|line| text.get(line).unwrap_or_default().to_owned())
            .collect()
    };
    let lines = |row: Row| match row {
        Row::Fact(name, text) => {
            let names = std::iter::once(name).chain(std::iter::repeat(""));
            let facts = names.zip(cut(&text, room));
            facts.map(|(name, text)| Row::Fact(name, text)).collect()
        }
        Row::Warning(text) => cut(&text, columns).into_iter().map(Row::Warning).collect(),
        row => vec![row],
    };
    rows.into_iter().flat_map(lines).collect()
}

fn facts(plan: &Plan, outline: &Outline) -> Vec<Row> {
    let meta = &plan.meta;
    let period = meta
        .period
        .map(|Period { start, end }| match meta.vision_year {
            Some(vision) => say!("{start}—{end}年，展望到{vision}年", start, end, vision),
            None => say!("{start}—{end}年", start, end),
        });
    let issued = [meta.issuer.as_deref(), meta.issued.as_deref()];
    let issued: Vec<&str> = issued.into_iter().flatten().collect();
    let issued = (!issued.is_empty()).then(|| issued.join(tr("，")));
    let size = size(plan, outline);
    let facts = [
        ("规划期", period),
        ("印发", issued),
        ("文号", meta.document_number.clone()),
        ("内容", Some(size)),
    ];
    let known = facts.into_iter();
    known
        .filter_map(|(name, text)| Some(Row::Fact(name, text?)))
        .collect()
}

/// How many targets, commitments and tasks the plan has, each apart; what is not confirmed is left out.
fn size(plan: &Plan, outline: &Outline) -> String {
    let confirmed = || {
        plan.targets
            .iter()
            .filter(|target| target.proposed.is_none())
    };
    let of = |tier: Tier| confirmed().filter(move |target| target.tier == tier);
    let figures = of(Tier::Target)
        .filter(|target| target.goal.is_some())
        .count();
    let mut parts = vec![say!(
        "规划目标 {targets} 项（有目标值的 {figures} 项）",
        targets = of(Tier::Target).count(),
        figures
    )];
    let commitments = of(Tier::Commitment).count();
    if commitments > 0 {
        parts.push(say!("编者列出的方向性要求 {commitments} 项", commitments));
    }
    let tasks = outline.of_kind(NodeKind::Task).count();
    parts.push(say!("任务 {tasks} 项", tasks));
    parts.join(tr("，"))
}

/// The number of tasks in each stage, and of those without a record.
fn task_stages(tally: &TaskTally) -> String {
    let stages = Stage::ALL
        .iter()
        .map(|(label, stage)| (tr(label), tally.count(*stage)));
    let known = stages.filter(|(_, count)| *count > 0);
    let mut parts: Vec<String> = known
        .map(|(label, count)| format!("{label} {count}"))
        .collect();
    parts.push(say!("尚无记录 {n}", n = tally.total() - tally.recorded()));
    say!(
        "{parts}（共 {n} 项）",
        parts = parts.join(tr("，")),
        n = tally.total()
    )
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
            .filter(|n| n.toc_depth().is_some() && n.address.level() == 2)
            .count(),
        paragraphs: within(node).filter(|n| !n.kind.is_heading()).count(),
        characters: within(node)
            .map(|n| (n.number.trim().chars().count()) + n.prose.reading().chars().count())
            .sum(),
    };
    let chapters = outline.nodes().iter().enumerate();
    let chapters = chapters.filter(|(_, node)| {
        node.toc_depth().is_some() && node.address.part == Part::Body && node.address.level() == 1
    });
    chapters.map(row).collect()
}

/// The counts of each tier in words, what is not confirmed, and the verdicts that are always stated.
fn counts(board: &Board) -> Vec<Row> {
    let mut lines: Vec<String> = Vec::new();
    for tier in board.tiers() {
        lines.push(board.text(tier));
        lines.extend(board.overall.of(tier).apart());
    }
    lines.extend(board.unconfirmed());
    let labels = std::iter::once("指标").chain(std::iter::repeat(""));
    labels
        .zip(lines)
        .map(|(label, text)| Row::Fact(label, text))
        .collect()
}

/// The rows of domains with the plan's targets, all of them together, and last all commitments of direction.
fn by_domain(outline: &Outline, board: &Board) -> Vec<Row> {
    let tallies = board.domains.iter().enumerate();
    let mut rows: Vec<Row> = tallies
        .map(|(index, (name, tallies))| domain(outline, Some(index), name, tallies))
        .collect();
    rows.push(domain(outline, None, tr("合计"), &board.overall));
    let apart = &board.overall.commitments;
    if apart.total() > 0 {
        rows.push(Row::Domain {
            name: tr(Tier::Commitment.label()).to_owned(),
            index: None,
            targets: (apart.total(), apart.observed()),
            groups: Group::ALL.map(|group| apart.count(group)),
            commitments: 0,
            tasks: 0,
        });
    }
    rows
}

/// A domain, or all of them together; each target counts once, in its leading domain.
fn domain(outline: &Outline, index: Option<usize>, name: &str, tallies: &ByTier<Tally>) -> Row {
    let own = index.map(|_| name);
    let tally = &tallies.targets;
    Row::Domain {
        name: name.to_owned(),
        index,
        targets: (tally.total(), tally.observed()),
        groups: Group::ALL.map(|group| tally.count(group)),
        commitments: tallies.commitments.total(),
        tasks: listing::count(&listing::tasks(outline, own)),
    }
}
