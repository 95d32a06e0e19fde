//! Monitoring (监测): a plan with the records that count for it, and where they are.

use std::path::Path;

use etcetera::BaseStrategy as _;

use crate::embedded;
use crate::load::Problems;
use crate::plan::{Outline, Plan};
use crate::records::{self, Book, Record, Side, Store};

pub use crate::records::RecordError as Fault;

/// The user's own file for a plan: the one asked for, or `guihua/<plan>/records.yaml` in the folder for data.
pub fn store(plan: &Plan, asked: Option<&Path>) -> Result<Store, Fault> {
    if let Some(path) = asked {
        return Ok(Store::at(path));
    }
    let strategy = etcetera::choose_base_strategy().map_err(|_| Fault::NoHome)?;
    let folder = strategy.data_dir().join("guihua").join(&plan.meta.id);
    Ok(Store::at(folder.join("records.yaml")))
}

/// A plan that was opened, with the records that are shipped with it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// The records: those that the plan file carries, else those that the program brings for this plan.
    pub shipped: Vec<Record>,
}

impl Opened {
    /// The built-in plan.
    pub fn built_in() -> Self {
        let plan = embedded::plan();
        let shipped = shipped(&plan);
        Self { plan, shipped }
    }

    /// A plan file. One that carries records speaks for itself: what the program brings is not added to them, so that
    /// an export says tomorrow what it says today.
    pub fn of(text: &str) -> Result<Self, Problems> {
        let (plan, carried) = records::open(text)?;
        let shipped = carried.unwrap_or_else(|| shipped(&plan));
        Ok(Self { plan, shipped })
    }

    /// Where its records are: those that are shipped with it, and the user's own file.
    pub fn archive(&self, asked: Option<&Path>) -> Result<Archive, Fault> {
        Ok(Archive {
            shipped: self.shipped.clone(),
            own: store(&self.plan, asked)?,
        })
    }
}

/// Where the records of a plan are.
#[derive(Clone, Debug)]
pub struct Archive {
    /// The records that are shipped with it.
    pub shipped: Vec<Record>,
    /// The user's own file.
    pub own: Store,
}

/// The observations that are shipped for a plan: none for a plan that is not the built-in one.
pub fn shipped(plan: &Plan) -> Vec<Record> {
    // The records fit this plan only if they pass its checks; another edition of it may lack a target.
    let outline = Outline::of(plan);
    let fits = |record: &Record| records::check(record, plan, &outline).is_ok();
    if plan.meta.id == embedded::PLAN_ID {
        embedded::observations().into_iter().filter(fits).collect()
    } else {
        Vec::new()
    }
}

/// Every record that counts. The book names the records of the user's file that are faulty: one slip of a hand does not
/// lock all others out, but it is never silent.
pub fn read(plan: &Plan, archive: &Archive) -> Result<Book, Fault> {
    let text = archive.own.read()?;
    let own = records::survey(&text, plan, Side::Own);
    Ok(Book::over(archive.shipped.clone(), own))
}
