//! The overview as rows: how the plan's targets stand, the domains, what to do next, then facts about the plan, its
//! chapters, its principles. What can be opened is a [`Door`].

mod places;

use std::ops::Range;

use ratatui::layout::Rect;

pub use self::places::{Places, arrange};
use super::chips::{Chip, flow};
use super::details::ANALYST;
use super::{Document, listing, undoing};
use crate::dossier::Dossier;
use crate::evaluation::{Board, ByTier, Group, Tally, TaskTally};
use crate::plan::{Domain, Node, NodeId, NodeKind, Outline, Part, Period, Plan, Target, Tier};
use crate::records::Stage;
use crate::text::{width, wrap};
use crate::wording;
use crate::words::{say, tr};

/// A row of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A blank row.
    Blank,
    /// What follows stands beside the rows before it; no row of its own.
    Beside,
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
    /// The counts of a tier by group of verdicts, each a door.
    Tally(Tier),
    /// Those of them that the row above has no room for: which line of the counts it is, from 1.
    TallyMore(Tier, u16),
    /// The captions of the rows of targets.
    BoardHead,
    /// A domain over its targets.
    Leading(String),
    /// A target with a figure to reach and with data, by its index.
    Target(usize),
    /// How many targets with a figure to reach have no data.
    NoData(usize),
    /// A domain with the verdicts on the plan's targets that it leads, its targets and its tasks.
    Domain {
        /// Its name.
        name: Domain,
        /// Its index.
        index: usize,
        /// The number of its targets in each group of verdicts.
        groups: [usize; Group::ALL.len()],
        /// How many targets and commitments it leads (主), and how many it has beside another domain (兼).
        shares: (usize, usize),
        /// The number of tasks in its section.
        tasks: usize,
    },
    /// What to do next.
    Next,
    /// A warning.
    Warning(String),
    /// The term and the day of the evaluation.
    Timeline,
    /// A principle: its title and, cut at the end of the row, what it says.
    Principle(NodeId),
    /// The same with a part of what it says, which goes on in the rows below.
    PrincipleLine(NodeId, Range<usize>),
}

/// What a row of the overview, or a part of it, opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The targets of a tier whose verdict is of a group.
    Group(Tier, Group),
    /// A target, by its index.
    Target(usize),
    /// The targets with a figure to reach that have no data.
    NoData,
    /// The targets of a domain, by its index.
    Domain(usize),
    /// A node of the text.
    Node(NodeId),
    /// The form for a record of the target at hand.
    Record,
    /// The text.
    Read,
    /// How to write a report.
    Report,
}

/// What to do next, with its words.
const NEXT: [(Door, &str); 3] = [
    (Door::Record, "记数据"),
    (Door::Read, "看原文"),
    (Door::Report, "出报告"),
];

/// The doors of a row from left to right, each in its area; none for rows that only tell something.
pub fn doors(row: &Row, board: &Board, area: Rect) -> Vec<Chip<Door>> {
    let whole = |door| {
        vec![Chip {
            area,
            label: String::new(),
            value: door,
        }]
    };
    match row {
        Row::Tally(tier) => line_of(tally(*tier, board, area), area, 0),
        Row::TallyMore(tier, line) => line_of(tally(*tier, board, area), area, *line),
        Row::Next => flow(
            area,
            1,
            NEXT.map(|(door, name)| (format!(" {} ", tr(name)), door)),
        ),
        Row::Target(index) => whole(Door::Target(*index)),
        Row::NoData(_) => whole(Door::NoData),
        Row::Domain { index, .. } => whole(Door::Domain(*index)),
        Row::Chapter { node, .. } | Row::Principle(node) => whole(Door::Node(*node)),
        Row::PrincipleLine(node, part) if part.start == 0 => whole(Door::Node(*node)),
        _ => Vec::new(),
    }
}

/// The counts of a tier as doors, flowing over as many lines of an area as they need.
fn tally(tier: Tier, board: &Board, area: Rect) -> Vec<Chip<Door>> {
    let tally = board.overall.of(tier);
    let label = tally_label(tier, board);
    let before = (width(&label) as u16).min(area.width);
    let area = Rect {
        x: area.x + before,
        width: area.width - before,
        ..area
    };
    let groups = Group::ALL.into_iter().filter(|it| tally.count(*it) > 0);
    let labels = groups.map(|group| {
        let (sign, name) = (group.sign(), group.label());
        let label = format!(" {sign} {name} {} ", tally.count(group));
        (label, Door::Group(tier, group))
    });
    flow(area, 0, labels)
}

/// What stands before the counts of a tier.
pub fn tally_label(tier: Tier, board: &Board) -> String {
    say!(
        "{tier} {n}：",
        tier = wording::head(tr(tier.label())),
        n = board.overall.of(tier).total()
    )
}

/// The labels of one line of those that flow from an area's top on, moved to its first row.
fn line_of(chips: Vec<Chip<Door>>, area: Rect, line: u16) -> Vec<Chip<Door>> {
    let own = chips
        .into_iter()
        .filter(|chip| chip.area.y == area.y + line);
    own.map(|mut chip| {
        chip.area.y = area.y;
        chip
    })
    .collect()
}

/// All rows but the title, unwrapped.
pub fn rows(document: &Document) -> Vec<Row> {
    let (dossier, assessment) = (&document.dossier, &document.assessment);
    let Dossier { plan, outline, .. } = dossier;
    let board = &assessment.board;
    let mut rows = vec![Row::Timeline];
    rows.extend(undoing::unread(&dossier.book).map(Row::Warning));
    // Before a person has confirmed the first target of an import there is nothing to count.
    let counted = board.tiers();
    let counted = counted.filter(|tier| board.overall.of(*tier).total() > 0);
    rows.extend(counted.map(Row::Tally));
    let scores = scores(document);
    if !scores.is_empty() {
        rows.push(Row::Blank);
        rows.extend(scores);
    }
    rows.extend([Row::Blank, Row::Heading("领域")]);
    rows.extend(by_domain(document));
    rows.extend(counts(board));
    rows.push(Row::Fact("任务进展", task_stages(&assessment.tasks)));
    rows.extend(written(document));
    rows.extend([Row::Blank, Row::Heading("下一步"), Row::Next]);
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

/// The targets of the term that have a figure to reach, by their leading domain, as far as there are data; last how many
/// have none.
fn scores(document: &Document) -> Vec<Row> {
    let plan = &document.dossier.plan;
    let end = plan.meta.period.map(|term| term.end);
    let judged = document.assessment.targets(&document.dossier).enumerate();
    let is_promised = |target: &Target| {
        let is_counted = target.proposed.is_none() && !target.year.is_beyond(end);
        target.goal.is_some() && target.tier == Tier::Target && is_counted
    };
    let promised = judged.filter(|(_, (target, _))| is_promised(target));
    let (known, unknown): (Vec<_>, Vec<_>) =
        promised.partition(|(_, (_, evaluation))| evaluation.group() != Group::NoData);
    let mut rows = Vec::new();
    let names = plan.domains.iter().map(|it| Some(it.as_str()));
    for name in names.chain([None]) {
        let leads = |target: &Target| target.domains.first().map(Domain::as_str) == name;
        let own = known.iter().filter(|(_, (target, _))| leads(target));
        let own: Vec<Row> = own.map(|(index, _)| Row::Target(*index)).collect();
        if !own.is_empty() {
            let told = name.map_or(tr("未分领域"), |name| wording::told(plan, name));
            rows.push(Row::Leading(told.to_owned()));
            rows.extend(own);
        }
    }
    if !rows.is_empty() {
        rows.insert(0, Row::BoardHead);
    }
    if !unknown.is_empty() {
        rows.push(Row::NoData(unknown.len()));
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

/// The rows with facts, warnings and counts wrapped to `columns`, of which the labels of facts take `names`.
fn in_lines(rows: Vec<Row>, names: usize, board: &Board, columns: u16) -> Vec<Row> {
    let area = Rect::new(0, 0, columns, 1);
    let columns = usize::from(columns);
    let room = columns.saturating_sub(names).max(2);
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
        Row::Tally(tier) => {
            let last = tally(tier, board, area)
                .last()
                .map_or(0, |chip| chip.area.y);
            let more = (1..=last).map(|line| Row::TallyMore(tier, line));
            std::iter::once(Row::Tally(tier)).chain(more).collect()
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

/// What an analyst wrote on the plan as a whole.
fn written(document: &Document) -> impl Iterator<Item = Row> + '_ {
    let day = document.assessment.as_of;
    ANALYST.into_iter().flat_map(move |(label, matter)| {
        let own = document.dossier.book.words(matter, None, day);
        let paragraphs = own.into_iter().flat_map(|own| own.words.paragraphs());
        let labels = std::iter::once(label).chain(std::iter::repeat(""));
        labels
            .zip(paragraphs)
            .map(|(label, text)| Row::Fact(label, text.to_owned()))
    })
}

/// A row for each domain.
fn by_domain(document: &Document) -> Vec<Row> {
    let board = &document.assessment.board;
    let row = |(index, (name, tallies)): (usize, &(Domain, ByTier<Tally>))| Row::Domain {
        name: wording::told(&document.dossier.plan, name).to_owned(),
        index,
        groups: Group::ALL.map(|group| tallies.targets.count(group)),
        shares: document.share_of(name),
        tasks: listing::count_tasks(&document.dossier.outline, Some(name)),
    };
    board.domains.iter().enumerate().map(row).collect()
}
