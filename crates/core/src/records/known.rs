//! The known records, indexed so that checking a table takes time linear in its rows.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::held::{Held, Origin};
use super::model::{Observation, Record, Slot};
use super::moment::{Length, Moment};
use crate::plan::Number;

/// The records that count, by slot, target and unit.
#[derive(Default)]
pub(super) struct Known {
    held: HashMap<Slot, Held>,
    figures: HashMap<String, BTreeMap<Time, Figure>>,
    units: HashMap<(String, Option<String>), BTreeMap<Time, Moment>>,
    /// The units of each target: more than one only in a faulty file.
    units_of: HashMap<String, Vec<Option<String>>>,
}

/// The order of time; of two that end on one day the longer comes last.
type Time = (Date, Length);

struct Figure {
    value: Decimal,
    benchmark: Option<Decimal>,
    unit: Option<String>,
}

impl Known {
    pub(super) fn of(records: &[Held]) -> Self {
        let mut known = Self::default();
        for held in records {
            known.put(held.origin, held.record.clone());
        }
        known
    }

    /// Adds a record, which replaces one of the same slot.
    pub(super) fn put(&mut self, origin: Origin, record: Record) {
        let slot = record.slot();
        if let Some(Record::Observation(old)) = self.held.get(&slot).map(|held| &held.record) {
            let key = (old.target.clone(), old.unit.clone());
            let times = self.units.get_mut(&key);
            if let Some(times) = times.filter(|_| old.area.is_none()) {
                times.remove(&old.period.order());
            }
        }
        // Those of reference areas are nothing to compare the target's own with.
        if let Record::Observation(it) = &record
            && it.area.is_none()
        {
            self.put_figure(it);
        }
        self.held.insert(slot, Held { origin, record });
    }

    fn put_figure(&mut self, it: &Observation) {
        let at = it.period.order();
        let figure = Figure {
            value: it.value.decimal(),
            benchmark: it.benchmark.map(Number::decimal),
            unit: it.unit.clone(),
        };
        let figures = self.figures.entry(it.target.clone()).or_default();
        figures.insert(at, figure);
        let units = self.units_of.entry(it.target.clone()).or_default();
        if !units.contains(&it.unit) {
            units.push(it.unit.clone());
        }
        let key = (it.target.clone(), it.unit.clone());
        self.units.entry(key).or_default().insert(at, it.period);
    }

    /// The known record of the same slot.
    pub(super) fn twin(&self, record: &Record) -> Option<&Held> {
        self.held.get(&record.slot())
    }

    /// The first figure of the same target in another unit: its time and unit.
    pub(super) fn other_unit(&self, it: &Observation) -> Option<(Moment, Option<String>)> {
        let others = self.units_of.get(&it.target)?.iter();
        let others = others.filter(|unit| **unit != it.unit);
        let firsts = others.filter_map(|unit| {
            let times = self.units.get(&(it.target.clone(), unit.clone()))?;
            let mut times = times.iter().filter(|(_, moment)| **moment != it.period);
            let (at, moment) = times.next()?;
            Some((*at, *moment, unit.clone()))
        });
        let first = firsts.min_by_key(|(at, _, _)| *at);
        first.map(|(_, moment, unit)| (moment, unit))
    }

    /// The figures of the same target and unit next before and next after `it`; `own` is the target's unit.
    pub(super) fn beside(&self, it: &Observation, own: Option<&str>) -> Vec<Decimal> {
        let both = self.around(it, own).into_iter();
        both.map(|figure| figure.value).collect()
    }

    /// The benchmarks beside those figures.
    pub(super) fn benchmarks_beside(&self, it: &Observation, own: Option<&str>) -> Vec<Decimal> {
        let both = self.around(it, own).into_iter();
        both.filter_map(|figure| figure.benchmark).collect()
    }

    fn around(&self, it: &Observation, own: Option<&str>) -> Vec<&Figure> {
        let Some(figures) = self.figures.get(&it.target) else {
            return Vec::new();
        };
        let at = it.period.order();
        let unit = |unit: &Option<String>| unit.as_deref().or(own).map(str::to_owned);
        let is_like = |figure: &&Figure| unit(&figure.unit) == unit(&it.unit);
        let before = figures.range(..at).next_back().map(|(_, figure)| figure);
        let after = figures.range(at..).find(|(other, _)| **other != at);
        let after = after.map(|(_, figure)| figure);
        before.into_iter().chain(after).filter(is_like).collect()
    }
}
