//! A dossier (案卷): a plan with its outline, the records that count for it, and which task serves which target.

use std::ops::Range;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::coverage::{Coverage, Link};
use crate::plan::{Node, NodeId, Outline, Plan, Target, Tier, sentences};
use crate::records::{Book, PlanFile, Record, Status};

/// A plan and its records.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The plan.
    pub plan: Plan,
    /// Its outline.
    pub outline: Outline,
    /// The records that count.
    pub book: Book,
    // Most runs never ask for these.
    coverage: OnceLock<Coverage>,
    statements: OnceLock<Vec<Statement>>,
}

/// Where the text states a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The paragraph.
    pub node: NodeId,
    /// The bytes of the target's quotation in the reading of the paragraph.
    pub quote: Range<usize>,
    /// The index of the target.
    pub target: usize,
}

impl Dossier {
    /// A plan with records.
    pub fn of(plan: Plan, book: Book) -> Self {
        let outline = Outline::of(&plan);
        Self {
            plan,
            outline,
            book,
            coverage: OnceLock::new(),
            statements: OnceLock::new(),
        }
    }

    /// A plan file with its own records, or without any with those of `shipped`, so that an export is self-contained.
    pub fn opened(file: PlanFile, shipped: impl FnOnce(&Plan, &Outline) -> Vec<Record>) -> Self {
        let PlanFile {
            plan,
            outline,
            carried,
        } = file;
        let shipped = carried.unwrap_or_else(|| shipped(&plan, &outline));
        Self {
            plan,
            outline,
            book: Book::of(shipped, Vec::new()),
            coverage: OnceLock::new(),
            statements: OnceLock::new(),
        }
    }

    /// Which task serves which target; worked out when first asked for.
    pub fn coverage(&self) -> &Coverage {
        let work_out = || Coverage::of(&self.plan, &self.outline);
        self.coverage.get_or_init(work_out)
    }

    /// Where the text states the plan's own targets, in its order; worked out when first asked for. The directions that an
    /// editor lists are left out: they would be nearly all of a chapter.
    pub fn statements(&self) -> &[Statement] {
        self.statements.get_or_init(|| {
            let targets = self.plan.targets.iter().enumerate();
            let own = targets.filter(|(_, target)| target.tier == Tier::Target);
            let mut found: Vec<_> = own
                .filter_map(|(index, it)| self.statement(index, it))
                .collect();
            found.sort_by_key(|it| (it.node, it.quote.start, it.target));
            found
        })
    }

    fn statement(&self, index: usize, target: &Target) -> Option<Statement> {
        let citation = &target.citation;
        let (node, within) = self.outline.range(citation.at)?;
        let words = self
            .outline
            .node(node)
            .prose
            .reading()
            .get(within.clone())?;
        let start = within.start + words.find(&citation.quote)?;
        Some(Statement {
            node,
            quote: start..start + citation.quote.len(),
            target: index,
        })
    }

    /// The [statements](Self::statements) in one paragraph.
    pub fn statements_in(&self, node: NodeId) -> &[Statement] {
        let all = self.statements();
        let start = all.partition_point(|it| it.node < node);
        let rest = all.get(start..).unwrap_or_default();
        let end = rest.partition_point(|it| it.node == node);
        rest.get(..end).unwrap_or_default()
    }

    /// The links of a target; none if the plan does not have it.
    pub fn tasks_of(&self, target: &Target) -> impl Iterator<Item = &Link> {
        let mut ids = self.plan.targets.iter().map(|it| &it.id);
        let index = ids.position(|id| *id == target.id).into_iter();
        index.flat_map(|index| self.coverage().tasks_of(index))
    }

    /// The measures of a task that have a record up to a day, in the order of the task: the words, with brackets around what
    /// is uncertain, and the latest status.
    pub fn measures<'a>(
        &'a self,
        task: &'a Node,
        as_of: Date,
    ) -> impl Iterator<Item = (String, &'a Status)> {
        let numbered = (1..=u16::MAX).zip(sentences(task.prose.reading()));
        numbered.filter_map(move |(n, words)| {
            let at = task.address.with_sentence(n);
            let status = self.book.status_of_task(at, as_of)?;
            Some((task.prose.slice(&words).told(), status))
        })
    }
}
