//! The records that count: those shipped with the plan and the user's own, which replace them.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use super::comment::{Comment, Matter};
use super::held::{Held, Origin};
use super::ledger::Ledger;
use super::model::{Observation, Record, Slot, Status, Subject};
use crate::load::Problem;
use crate::plan::Address;

/// The records that count: the last one of each [`Slot`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    shipped: Vec<Record>,
    held: Vec<Held>,
    /// Where in `held` the records of each target and of each task are. Asked for each sentence of a task: a map by order
    /// finds in a few comparisons, without hashing and without a key of its own.
    of_targets: BTreeMap<String, Vec<usize>>,
    of_tasks: BTreeMap<Address, Vec<usize>>,
    /// Where those on the plan as a whole are.
    of_plan: Vec<usize>,
    /// Where the records came from that a later one of the same slot replaces.
    replaced: Vec<Origin>,
    unread: Vec<Problem>,
    /// How many of the last own records were added, and are undone, together.
    batch: usize,
}

impl Book {
    /// The shipped records, replaced by the user's own where both have a slot.
    pub fn of(shipped: Vec<Record>, own: Vec<Record>) -> Self {
        let all = [(Origin::Shipped, shipped.clone()), (Origin::Own, own)];
        let all = all.into_iter().flat_map(|(origin, records)| {
            let held = move |record| Held { origin, record };
            records.into_iter().map(held)
        });
        let mut seen: HashSet<Slot> = HashSet::new();
        let mut held: Vec<Held> = all.collect();
        // In reverse: the last one of each slot counts.
        let kept: Vec<bool> = held
            .iter()
            .rev()
            .map(|it| seen.insert(it.record.slot()))
            .collect();
        let mut replaced = Vec::new();
        let mut kept = kept.into_iter().rev();
        held.retain(|it| {
            let is_kept = kept.next().unwrap_or(false);
            if !is_kept {
                replaced.push(it.origin);
            }
            is_kept
        });
        let mut of_targets: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut of_tasks: BTreeMap<Address, Vec<usize>> = BTreeMap::new();
        let mut of_plan = Vec::new();
        for (place, it) in held.iter().enumerate() {
            match it.record.subject() {
                Some(Subject::Target(id)) => of_targets.entry(id).or_default().push(place),
                Some(Subject::Task(at)) => of_tasks.entry(at).or_default().push(place),
                None => of_plan.push(place),
            }
        }
        Self {
            shipped,
            held,
            of_targets,
            of_tasks,
            of_plan,
            replaced,
            unread: Vec::new(),
            batch: 1,
        }
    }

    /// The same with the records of the user's file, and the faults in it.
    pub fn over(shipped: Vec<Record>, own: Ledger) -> Self {
        let (unread, batch) = (own.faulty.clone(), own.batch);
        Self {
            unread,
            batch,
            ..Self::of(shipped, own.records())
        }
    }

    /// The faults of records of the user's file that could not be read and do not count.
    pub fn unread(&self) -> &[Problem] {
        &self.unread
    }

    /// Where the records came from that do not count because a later one of the same replaces them.
    pub fn replaced(&self) -> &[Origin] {
        &self.replaced
    }

    /// The records shipped with the plan, replaced ones included.
    pub fn shipped(&self) -> &[Record] {
        &self.shipped
    }

    /// The records that undo removes: the last of the user's own, or all that were added together with it.
    pub fn last_added(&self) -> Vec<&Record> {
        let own = self.held.iter().rev();
        let own = own.filter(|held| held.origin == Origin::Own);
        let mut last: Vec<&Record> = own.take(self.batch).map(|held| &held.record).collect();
        last.reverse();
        last
    }

    /// All records that count.
    pub fn held(&self) -> &[Held] {
        &self.held
    }

    /// The records at some places, in their order.
    fn at(&self, places: Option<&Vec<usize>>) -> impl Iterator<Item = &Record> {
        let places = places.into_iter().flatten();
        places.filter_map(|place| Some(&self.held.get(*place)?.record))
    }

    /// The target's own figures up to a day, in order of time; of two that end on one day the longer comes last.
    pub fn observations(&self, target: &str, as_of: Date) -> Vec<&Observation> {
        self.figures(target, as_of, |area| area.is_none())
    }

    /// The figures of reference areas for a target, in the same way: for comparison by a reader, never judged.
    pub fn references(&self, target: &str, as_of: Date) -> Vec<&Observation> {
        self.figures(target, as_of, |area| area.is_some())
    }

    fn figures(
        &self,
        target: &str,
        as_of: Date,
        of_area: impl Fn(Option<&str>) -> bool,
    ) -> Vec<&Observation> {
        let mut found: Vec<&Observation> = self
            .at(self.of_targets.get(target))
            .filter_map(|record| match record {
                Record::Observation(observation) => Some(observation),
                _ => None,
            })
            .filter(|observation| observation.period.end() <= as_of)
            .filter(|observation| of_area(observation.area.as_deref()))
            .collect();
        found.sort_by_key(|observation| observation.period.order());
        found
    }

    /// The latest status of a target up to a day.
    pub fn status_of_target(&self, target: &str, as_of: Date) -> Option<&Status> {
        self.status(as_of, self.of_targets.get(target))
    }

    /// The latest status of a task up to a day.
    pub fn status_of_task(&self, task: Address, as_of: Date) -> Option<&Status> {
        self.status(as_of, self.of_tasks.get(&task))
    }

    /// An analyst's latest words on a matter of a target, or of the plan as a whole, for evaluations up to a day.
    pub fn words(&self, matter: Matter, target: Option<&str>, as_of: Date) -> Option<&Comment> {
        let places = match target {
            Some(id) => self.of_targets.get(id),
            None => Some(&self.of_plan),
        };
        self.at(places)
            .filter_map(|record| match record {
                Record::Comment(comment) => Some(comment),
                _ => None,
            })
            .filter(|it| it.words.matter() == matter && it.date.0 <= as_of)
            .max_by_key(|it| it.date)
    }

    fn status(&self, as_of: Date, places: Option<&Vec<usize>>) -> Option<&Status> {
        self.at(places)
            .filter_map(|record| match record {
                Record::Status(status) => Some(status),
                _ => None,
            })
            .filter(|status| status.date.0 <= as_of)
            .max_by_key(|status| status.date)
    }
}
