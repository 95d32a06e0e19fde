//! The checks that every new record passes: against the plan, the calendar and the known records.

use std::collections::HashSet;
use std::fmt;

use jiff::civil::Date;

use super::book::Book;
use super::describe::describe;
use super::draft::Draft;
use super::fault::{Fault, fault};
use super::field::Field;
use super::held::{Held, Origin};
use super::known::Known;
use super::model::{Record, Slot};
use super::{plausible, reading};
use crate::plan::{Outline, Plan};
use crate::words::{say, tr};

/// What the user has confirmed beforehand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// That the record replaces one of the same slot.
    pub replace: bool,
    /// That an implausible figure is right.
    pub doubtful: bool,
}

impl Consent {
    /// What either confirms.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            replace: self.replace || other.replace,
            doubtful: self.doubtful || other.doubtful,
        }
    }
}

/// Why a record is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It does not fit the plan, or is not well-formed.
    Unfit(Fault),
    /// Its figure is implausible; kept if confirmed.
    Doubtful(Fault),
    /// There is a record of the same slot already; that record, and its description.
    Duplicate(Box<Held>, String),
}

impl Refusal {
    /// The faulty field; `None` for the record as a whole.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Unfit(fault) | Self::Doubtful(fault) => fault.field,
            Self::Duplicate(..) => None,
        }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Unfit(fault)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unfit(fault) => fault.fmt(f),
            Self::Doubtful(fault) => f.write_str(&say!(
                "{what}；{remedy}，确认无误加 --force",
                what = fault.what,
                remedy = fault.remedy
            )),
            Self::Duplicate(held, name) => {
                let source = match &held.record {
                    Record::Observation(it) => say!("（{source}）", source = it.source),
                    Record::Status(_) | Record::Comment(_) => String::new(),
                };
                let origin = tr(held.origin.label());
                f.write_str(&say!(
                    "已有{origin}的{name}{source}；如系更正，加 --replace",
                    origin,
                    name,
                    source
                ))
            }
        }
    }
}

/// A record that may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admitted {
    /// The first of its slot.
    New(Record),
    /// It replaces another.
    Correction(Record),
    /// An identical record is known already: it was confirmed then, if there was anything to confirm.
    Same,
}

/// Checks records one after the other.
pub struct Admission<'a> {
    plan: &'a Plan,
    outline: Outline,
    known: Known,
    today: Date,
    consent: Consent,
    /// The slots admitted here, to find repeated rows of a table.
    admitted: HashSet<Slot>,
}

impl<'a> Admission<'a> {
    /// For records of `plan` beside the `known` ones; records of days after `today` are refused.
    pub fn new(plan: &'a Plan, known: &Book, today: Date, consent: Consent) -> Self {
        Self {
            plan,
            outline: Outline::of(plan),
            known: Known::of(known.held()),
            today,
            consent,
            admitted: HashSet::new(),
        }
    }

    /// The record to keep. The following ones are checked against it as well.
    pub fn admit(&mut self, draft: &Draft) -> Result<Admitted, Refusal> {
        let record = reading::read(draft, self.plan, &self.outline, self.today)?;
        if self.admitted.contains(&record.slot()) {
            let name = describe(&record, self.plan, &self.outline);
            let what = say!("{name}在本表里重复", name);
            return Err(fault(what, tr("只留一行")).into());
        }
        plausible::check_not_future(&record, self.today)?;
        let twin = self.known.twin(&record).cloned();
        if let Some(twin) = &twin
            && self.says_the_same(&twin.record, &record)
        {
            return Ok(Admitted::Same);
        }
        self.compare(&record)?;
        let admitted = match twin {
            None => Admitted::New(record),
            Some(_) if self.consent.replace => Admitted::Correction(record.replacing(true)),
            Some(twin) => return Err(self.duplicate(twin)),
        };
        if let Admitted::New(record) | Admitted::Correction(record) = &admitted {
            self.known.put(Origin::Own, record.clone());
            self.admitted.insert(record.slot());
        }
        Ok(admitted)
    }

    /// Checks a figure against the known ones.
    fn compare(&self, record: &Record) -> Result<(), Refusal> {
        let Record::Observation(it) = record else {
            return Ok(());
        };
        let Some(target) = self.plan.target(&it.target) else {
            return Ok(());
        };
        plausible::check_same_unit(it, target, &self.known)?;
        match plausible::doubt(it, target, &self.known) {
            Some(doubt) if !self.consent.doubtful => Err(Refusal::Doubtful(doubt)),
            _ => Ok(()),
        }
    }

    /// The refusal for a record whose slot `twin` has.
    fn duplicate(&self, twin: Held) -> Refusal {
        let name = describe(&twin.record, self.plan, &self.outline);
        Refusal::Duplicate(Box::new(twin), name)
    }

    /// Whether two records of one slot say the same, whenever they were written down.
    fn says_the_same(&self, one: &Record, other: &Record) -> bool {
        let plain = |record: &Record| {
            let mut record = record.clone().replacing(false);
            match &mut record {
                Record::Observation(it) => {
                    it.recorded = None;
                    let target = self.plan.target(&it.target);
                    let unit = target.and_then(|target| target.recorded_unit());
                    it.unit = it.unit.take().or_else(|| unit.map(str::to_owned));
                }
                Record::Status(it) => it.recorded = None,
                Record::Comment(it) => it.recorded = None,
            }
            record
        };
        plain(one) == plain(other)
    }
}
