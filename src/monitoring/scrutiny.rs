//! What a record has to stand before it is kept: against the plan, the calendar and what is known already. The command
//! line, the tables and the screens all come through here, so that all ask alike.

use jiff::civil::Date;

use super::{Fault, told};
use crate::plan::{Outline, Plan};
use crate::records::{self, Book, Origin, Record};

/// What the one who records has answered beforehand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// That the new record supersedes one about the same thing at the same time.
    pub replace: bool,
    /// That a figure far from all that is known is right.
    pub doubtful: bool,
}

impl Consent {
    /// Both answers together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            replace: self.replace || other.replace,
            doubtful: self.doubtful || other.doubtful,
        }
    }
}

/// Checks records one after the other.
pub struct Scrutiny<'a> {
    plan: &'a Plan,
    outline: Outline,
    known: Book,
    today: Date,
    consent: Consent,
}

impl<'a> Scrutiny<'a> {
    /// For records of a plan, beside those that are known. What lies after `today` has not come yet.
    pub fn new(plan: &'a Plan, known: Book, today: Date, consent: Consent) -> Self {
        Self {
            plan,
            outline: Outline::of(plan),
            known,
            today,
            consent,
        }
    }

    /// The plan that the records are about.
    pub fn plan(&self) -> &'a Plan {
        self.plan
    }

    /// The record as it is to be kept; the next ones are held against it as well.
    pub fn admit(&mut self, record: &Record) -> Result<Record, Fault> {
        records::check(record, self.plan, &self.outline).map_err(Fault::Unfit)?;
        records::has_come(record, self.today).map_err(Fault::Unfit)?;
        if let Record::Observation(it) = record
            && let Some(target) = self.plan.target(&it.target)
        {
            records::in_one_unit(it, target, &self.known).map_err(Fault::Unfit)?;
            if let Some(doubt) = records::doubt(it, target, &self.known)
                && !self.consent.doubtful
            {
                return Err(Fault::Doubtful(doubt));
            }
        }
        let record = self.settled(record)?;
        self.known.put(Origin::Own, record.clone());
        Ok(record)
    }

    /// The record with the word that it replaces another, if it does.
    fn settled(&self, record: &Record) -> Result<Record, Fault> {
        let mut record = record.clone();
        let Some(twin) = self.known.twin(&record) else {
            return Ok(record);
        };
        if !self.consent.replace {
            let name = told(&twin.record, self.plan);
            return Err(Fault::Duplicate(Box::new(twin.clone()), name));
        }
        match &mut record {
            Record::Observation(it) => it.replaces = true,
            Record::Status(it) => it.replaces = true,
        }
        Ok(record)
    }
}
