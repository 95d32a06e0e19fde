//! What the overview says, as rows that are not yet set in columns.

use super::{Door, Row};
use crate::app::details::ANALYST;
use crate::app::{Document, listing, undoing};
use crate::dossier::Dossier;
use crate::evaluation::{Board, ByTier, Group, Tally, TaskTally};
use crate::plan::{Domain, Node, NodeId, NodeKind, Outline, Part, Period, Plan, Target, Tier};
use crate::records::Stage;
use crate::wording;
use crate::words::{say, tr};

/// All rows but the title, unwrapped, for a screen of `height` rows.
pub fn rows(document: &Document, height: u16) -> Vec<Row> {
    let (dossier, assessment) = (&document.dossier, &document.assessment);
    let Dossier { plan, outline, .. } = dossier;
    let board = &assessment.board;
    let mut rows = vec![Row::Timeline];
    rows.extend(undoing::unread(&dossier.book).map(Row::Warning));
    // Before a person has confirmed the first target of an import there is nothing to count.
    let counted = board.tiers();
    let counted = counted.filter(|tier| board.overall.of(*tier).total() > 0);
    rows.extend(counted.map(Row::Tally));
    rows.extend(unreviewed(document));
    let scores = scores(document);
    if !scores.is_empty() {
        rows.push(Row::Blank);
        rows.extend(scores);
    }
    rows.extend(proposed(plan, height, &rows));
    rows.extend([Row::Blank, Row::Heading("领域")]);
    rows.extend(by_domain(document));
    rows.extend(counts(board));
    rows.push(Row::Fact("任务进展", task_stages(&assessment.tasks)));
    rows.extend(written(document));
    rows.extend([
        Row::Blank,
        Row::Heading("下一步"),
        Row::Next(next(document)),
    ]);
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

/// What to do next, with its words; where there is something to review, that comes first.
fn next(document: &Document) -> &'static [(Door, &'static str)] {
    const STEPS: [(Door, &str); 4] = [
        (Door::Review, "审阅"),
        (Door::Record, "记数据"),
        (Door::Read, "看原文"),
        (Door::Report, "出报告"),
    ];
    match (unreviewed(document), STEPS.split_first()) {
        (None, Some((_, steps))) => steps,
        _ => &STEPS,
    }
}

/// What an import proposed or was not sure of, while there is any of it.
fn unreviewed(document: &Document) -> Option<Row> {
    let (targets, doubts) = document.unreviewed();
    (targets + doubts > 0).then_some(Row::Unreviewed { targets, doubts })
}

/// The first targets that no person has confirmed, under their own heading, so that nobody takes them for those above.
fn proposed(plan: &Plan, height: u16, above: &[Row]) -> Vec<Row> {
    /// The rows for what stands above and below them, and how many of them are shown at least.
    const OTHERS: u16 = 30;
    const LEAST: u16 = 10;
    let most = usize::from(height.saturating_sub(OTHERS).max(LEAST));
    let targets = plan.targets.iter().enumerate();
    let proposed = targets.filter(|(_, it)| it.proposed.is_some() && it.goal.is_some());
    let mut targets: Vec<Row> = proposed.map(|(index, _)| Row::Target(index)).collect();
    if targets.is_empty() {
        return targets;
    }
    let more = targets.len().saturating_sub(most);
    targets.truncate(most);
    let mut rows = vec![Row::Blank, Row::Heading("待确认的指标")];
    // The columns are those of the targets above, which have the captions already.
    if !above.contains(&Row::BoardHead) {
        rows.push(Row::BoardHead);
    }
    rows.extend(targets);
    if more > 0 {
        rows.push(Row::MoreProposed(more));
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

fn facts(plan: &Plan, outline: &Outline) -> Vec<Row> {
    let meta = &plan.meta;
    let period = meta
        .period
        .map(|Period { start, end }| match meta.vision_year {
            Some(vision) => say!(
                "{years}，展望到{vision}年",
                years = wording::years(start, end),
                vision
            ),
            None => wording::years(start, end),
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

/// How many targets, commitments and tasks the plan has, each apart, and those not confirmed.
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
    let (targets, all) = (of(Tier::Target).count(), plan.targets.len());
    let proposed = all - confirmed().count();
    let mut parts = Vec::new();
    if targets > 0 || proposed == 0 {
        parts.push(say!(
            "规划目标 {targets} 项（有目标值的 {figures} 项）",
            targets,
            figures
        ));
    }
    if proposed > 0 {
        parts.push(say!("待确认的指标 {n} 项", n = proposed));
    }
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

/// The counts of each tier in words, and the verdicts that are always stated.
fn counts(board: &Board) -> Vec<Row> {
    let mut lines: Vec<String> = Vec::new();
    let counted = board.tiers();
    for tier in counted.filter(|tier| board.overall.of(*tier).total() > 0) {
        lines.push(board.text(tier));
        lines.extend(board.overall.of(tier).apart());
    }
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
        proposed: count_proposed(&document.dossier.plan, name),
        tasks: listing::count_tasks(&document.dossier.outline, Some(name)),
    };
    board.domains.iter().enumerate().map(row).collect()
}

/// How many targets of a domain no person has confirmed.
fn count_proposed(plan: &Plan, domain: &Domain) -> usize {
    let own = plan.targets.iter().filter(|it| it.domains.contains(domain));
    own.filter(|target| target.proposed.is_some()).count()
}
