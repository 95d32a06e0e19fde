//! Adding records to the user's file, and undoing that. The new text is read back and compared before it is written.

use std::ops::Range;

use jiff::civil::Date;

use super::admission::{Admission, Admitted, Consent, Refusal};
use super::book::Book;
use super::check::Side;
use super::describe::describe;
use super::draft::Draft;
use super::edit;
use super::error::RecordError;
use super::ledger::{Ledger, Shape, survey};
use super::model::Record;
use super::store::{self, Store};
use super::table::{RowFault, Table};
use super::{pieces, write};
use crate::load::brief;
use crate::plan::{Outline, Plan};
use crate::words::say;

/// What recording needs: a plan with its shipped records, the user's file, and the day.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The records shipped with it.
    pub shipped: &'a [Record],
    /// The user's own file.
    pub store: &'a Store,
    /// The day of recording.
    pub today: Date,
}

/// What was added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// The records, in their order.
    pub records: Vec<Record>,
    /// How many of them replace another.
    pub corrections: usize,
    /// How many were known already, and not added.
    pub same: usize,
}

impl Added {
    fn take(&mut self, admitted: Admitted) {
        match admitted {
            Admitted::New(record) => self.records.push(record),
            Admitted::Correction(record) => {
                self.corrections += 1;
                self.records.push(record);
            }
            Admitted::Same => self.same += 1,
        }
    }

    /// How many are the first of their slot.
    pub fn first(&self) -> usize {
        self.records.len() - self.corrections
    }
}

impl Desk<'_> {
    /// Every record that counts. Faulty records of the user's file are left out and listed in [`Book::unread`].
    pub fn read(&self) -> Result<Book, RecordError> {
        let own = survey(&self.store.read()?, self.plan, Side::Own);
        Ok(Book::over(self.shipped.to_vec(), own))
    }

    /// Adds one record. One that says what is recorded already is not added again.
    pub fn add(&self, draft: &Draft, consent: Consent) -> Result<Added, RecordError> {
        self.write(consent, None, |admission| {
            let mut added = Added::default();
            added.take(admission.admit(draft)?);
            Ok(added)
        })
    }

    /// Adds the rows of a table, all or none. Of each row holds what holds of one record.
    pub fn add_table(&self, table: &Table, consent: Consent) -> Result<Added, RecordError> {
        self.write(consent, Some(&table.name), |admission| {
            admit_rows(table, admission).map_err(RecordError::Rows)
        })
    }

    fn write(
        &self,
        consent: Consent,
        name: Option<&str>,
        admit: impl Fn(&mut Admission<'_>) -> Result<Added, RecordError>,
    ) -> Result<Added, RecordError> {
        self.store.edit(|bytes| {
            let ledger = self.ledger(bytes);
            let own = ledger.clone().records();
            let book = Book::of(self.shipped.to_vec(), own.clone());
            let mut admission = Admission::new(self.plan, &book, self.today, consent);
            let added = admit(&mut admission)?;
            if added.records.is_empty() {
                return Ok((bytes.to_vec(), added));
            }
            let new = self.with_records(bytes, &ledger, &added.records, name)?;
            self.prove(&new, &[own, added.records.clone()].concat(), &ledger)?;
            Ok((new, added))
        })
    }

    /// The records of the file.
    fn ledger(&self, bytes: &[u8]) -> Ledger {
        survey(&store::text(bytes), self.plan, Side::Own)
    }

    /// The file with `records` added; `name` is that of their table.
    fn with_records(
        &self,
        bytes: &[u8],
        ledger: &Ledger,
        records: &[Record],
        name: Option<&str>,
    ) -> Result<Vec<u8>, RecordError> {
        let mut old = bytes.to_vec();
        let (indent, end) = match ledger.shape {
            Shape::Empty => (0, pieces::cut(&store::text(bytes)).end),
            Shape::EmptyValue => {
                let text = store::text(bytes);
                old = edit::commented(bytes, &edit::value_lines(&text));
                (0, pieces::cut(&text).end)
            }
            Shape::Items { indent, end } => (indent, end),
            Shape::Brackets | Shape::Other => {
                return Err(RecordError::OtherShape(self.store.path().to_owned()));
            }
        };
        let mut lines = String::new();
        if let (Some(name), true) = (name, records.len() > 1) {
            lines.push_str(&edit::batch(records.len(), &brief(name)));
        }
        for record in records {
            lines.extend(std::iter::repeat_n(' ', indent));
            lines.push_str(&write::line(record));
        }
        Ok(edit::inserted(&old, end, &lines))
    }

    /// Reads the new text back: it must hold the expected records, and the same faults as before.
    fn prove(&self, new: &[u8], expected: &[Record], old: &Ledger) -> Result<(), RecordError> {
        let now = survey(&store::text(new), self.plan, Side::Own);
        let faults = |ledger: &Ledger| -> Vec<String> {
            ledger
                .faulty
                .iter()
                .map(|problem| problem.what.clone())
                .collect()
        };
        let is_proven = now.entries.iter().map(|entry| &entry.record).eq(expected)
            && faults(&now) == faults(old)
            && new.len() <= store::MAX_BYTES;
        if is_proven {
            Ok(())
        } else {
            Err(RecordError::Unproven(self.store.path().to_owned()))
        }
    }

    /// Turns the last record of the user's file, and all that were added together with it, into comments. With `expected`,
    /// only if it is those: others may have been added since.
    pub fn undo(&self, expected: Option<&[Record]>) -> Result<Vec<Record>, RecordError> {
        self.store.edit(|bytes| {
            let ledger = self.ledger(bytes);
            let last = ledger.last_added();
            let undone: Vec<Record> = last.iter().map(|entry| entry.record.clone()).collect();
            if undone.is_empty() && expected.is_none() {
                return Err(RecordError::NothingToUndo);
            }
            if expected.is_some_and(|expected| expected != undone) {
                return Err(RecordError::Changed(describe_all(&undone, self.plan)));
            }
            let lines: Option<Vec<Range<usize>>> =
                last.iter().map(|entry| entry.lines.clone()).collect();
            let lines =
                lines.ok_or_else(|| RecordError::OtherShape(self.store.path().to_owned()))?;
            let new = edit::commented(bytes, &lines);
            let left = ledger.entries.len() - undone.len();
            let left: Vec<Record> = ledger.clone().records().into_iter().take(left).collect();
            self.prove(&new, &left, &ledger)?;
            Ok((new, undone))
        })
    }
}

/// Describes records that were added together: the only one, or the first and their number.
pub fn describe_all(records: &[Record], plan: &Plan) -> String {
    let outline = Outline::of(plan);
    match records {
        [] => say!("（没有记录）"),
        [record] => describe(record, plan, &outline),
        [first, ..] => say!(
            "一次记入的 {n} 条（{first} 等）",
            n = records.len(),
            first = describe(first, plan, &outline)
        ),
    }
}

/// Admits every row, or reports those that are refused, up to [`RowFault::MOST`].
fn admit_rows(table: &Table, admission: &mut Admission<'_>) -> Result<Added, Vec<RowFault>> {
    let (mut added, mut faults) = (Added::default(), Vec::new());
    for row in &table.rows {
        let admitted = row.draft.clone().map_err(|what| row.fault(what));
        let admitted = admitted.and_then(|draft| {
            let refused = |refusal: Refusal| row.fault(refusal.to_string());
            admission.admit(&draft).map_err(refused)
        });
        match admitted {
            Ok(admitted) => added.take(admitted),
            Err(fault) => faults.push(fault),
        }
        if faults.len() >= RowFault::MOST {
            break;
        }
    }
    if faults.is_empty() {
        Ok(added)
    } else {
        Err(faults)
    }
}
