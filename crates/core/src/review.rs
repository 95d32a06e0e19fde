//! Review: what a person decides on the proposals and doubts of an import, and what annexes add, made in the text of the plan
//! file.
//!
//! The text is edited line by line, so that all else stays as it was written. What comes of an edit is read back and
//! compared with what was decided; where it says anything else, the decision is refused and nothing is changed.

mod addition;
mod file;
mod item;
mod lines;
mod patch;

use std::fmt;

pub use self::addition::{Addition, extended};
pub use self::file::edit;
pub use self::item::{Item, items};
use self::lines::Lines;
pub use self::patch::Patch;
use crate::load::{Problem, Problems};
use crate::plan::{Citation, Direction, Domain, Doubt, GoalYear, Kind, OpenReading, Plan};
use crate::records::{self, PlanFile};
use crate::words::{say, tr};

/// What a person decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The target with this id is one: it is a proposal no longer.
    Confirm(String),
    /// It is none: its lines become comments.
    Reject(String),
    /// It is of this kind, with the direction that such a kind needs.
    Kind(String, Kind, Option<Direction>),
    /// It is due in this year; `None` for the last year of the term, which is assumed.
    Year(String, Option<u16>),
    /// It belongs to this domain.
    Domain(String, Domain),
    /// The doubt is settled: it is left out.
    Settle(Doubt),
    /// The doubt is justified: it becomes an open reading, which readers see.
    Keep(Doubt),
}

/// Why a decision could not be made in a file.
#[derive(Debug)]
pub enum Fault {
    /// The file is not sound as it is.
    Unsound(Problems),
    /// What it is about is not in the file (any more).
    Gone,
    /// It is not written on lines of its own.
    OtherShape,
    /// With it the file would not be sound: the first problem.
    Refused(Problem),
    /// The file would say something else.
    Unproven,
    /// A doubt about a whole part can't become an open reading, which quotes words.
    NoWords,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = match self {
            Self::Unsound(problems) => say!(
                "规划文件有 {n} 处问题，没有改动；先用 guihua check 检查",
                n = problems.len()
            ),
            Self::Gone => tr("规划文件里已没有这一项，没有改动；请重新打开").to_owned(),
            Self::OtherShape => tr("这一项不是逐行写的，没有改动；请在编辑器里改").to_owned(),
            Self::Refused(problem) => say!(
                "这样改，规划文件就有问题，没有改动：{what}；{remedy}",
                what = &problem.what,
                remedy = &problem.remedy
            ),
            Self::Unproven => {
                tr("改后的规划文件读出来不是所要的样子，没有改动；请在编辑器里改").to_owned()
            }
            Self::NoWords => tr("这一处没有可引的文字，不能列为存疑之处；看过无误按 y").to_owned(),
        };
        f.write_str(&message)
    }
}

/// The text of a plan file with a decision, and the plan file that it is.
pub fn revised(text: &str, decision: &Decision) -> Result<(String, PlanFile), Fault> {
    let before = records::open(text).map_err(Fault::Unsound)?;
    let lines = Lines::of(text).ok_or(Fault::OtherShape)?;
    let new = edited(&lines, &before.plan, decision)?.ok_or(Fault::OtherShape)?;
    let after = records::open(&new).map_err(|problems| refused(&problems))?;
    let is_meant = after.plan == decided(&before.plan, decision) && after.carried == before.carried;
    is_meant.then_some((new, after)).ok_or(Fault::Unproven)
}

/// Why a text can't be a plan file: the first problem.
fn refused(problems: &Problems) -> Fault {
    match problems.iter().next() {
        Some(problem) => Fault::Refused(problem.clone()),
        None => Fault::Unproven,
    }
}

/// The text with the lines of a decision; `None` where they are not lines of their own.
fn edited(lines: &Lines<'_>, plan: &Plan, decision: &Decision) -> Result<Option<String>, Fault> {
    Ok(match decision {
        Decision::Confirm(id) => lines.without_key("targets", target(plan, id)?, "proposed"),
        Decision::Reject(id) => lines.commented("targets", target(plan, id)?),
        Decision::Kind(id, kind, direction) => {
            let at = target(plan, id)?;
            let word = Kind::ALL.iter().find(|(it, ..)| it == kind);
            let kind = word.map_or("", |(_, word, _)| word);
            let direction = direction.map(|it| match it {
                Direction::Up => "up",
                Direction::Down => "down",
            });
            let keys = [("kind", Some(kind)), ("direction", direction)];
            lines.with_keys("targets", at, &keys)
        }
        Decision::Year(id, year) => {
            let year = year.map(|year| year.to_string());
            match &year {
                Some(year) => {
                    let keys = [("year", Some(year.as_str()))];
                    lines.with_keys("targets", target(plan, id)?, &keys)
                }
                None => lines.without_key("targets", target(plan, id)?, "year"),
            }
        }
        Decision::Domain(id, domain) => {
            let domains = format!("[{}]", crate::compose::scalar_in_list(domain));
            let keys = [("domains", Some(domains.as_str()))];
            lines.with_keys("targets", target(plan, id)?, &keys)
        }
        Decision::Settle(it) => lines.removed("doubts", doubt(plan, it)?),
        Decision::Keep(it) => {
            let reading = open_reading(it).ok_or(Fault::NoWords)?;
            lines.moved("doubts", doubt(plan, it)?, "open_readings", &reading)
        }
    })
}

/// The plan as it is meant to be after a decision.
fn decided(plan: &Plan, decision: &Decision) -> Plan {
    let mut plan = plan.clone();
    let end = plan.meta.period.map(|term| term.end);
    if let Decision::Reject(id) = decision {
        plan.targets.retain(|it| it.id != *id);
    }
    let (Decision::Settle(settled) | Decision::Keep(settled)) = decision else {
        for target in &mut plan.targets {
            match decision {
                Decision::Confirm(id) if *id == target.id => target.proposed = None,
                Decision::Kind(id, kind, direction) if *id == target.id => {
                    target.kind = *kind;
                    target.direction = direction.or(target.direction);
                }
                Decision::Year(id, year) if *id == target.id => {
                    let assumed = end.map_or(GoalYear::Unknown, GoalYear::Assumed);
                    target.year = year.map_or(assumed, GoalYear::Stated);
                }
                Decision::Domain(id, domain) if *id == target.id => {
                    target.domains = vec![domain.clone()];
                }
                _ => {}
            }
        }
        return plan;
    };
    if let Some(at) = plan.doubts.iter().position(|it| it == settled) {
        plan.doubts.remove(at);
    }
    if let Decision::Keep(doubt) = decision {
        plan.open_readings.extend(open_reading(doubt));
    }
    plan
}

fn target(plan: &Plan, id: &str) -> Result<usize, Fault> {
    let mut ids = plan.targets.iter().map(|it| it.id.as_str());
    ids.position(|it| it == id).ok_or(Fault::Gone)
}

fn doubt(plan: &Plan, doubt: &Doubt) -> Result<usize, Fault> {
    let mut doubts = plan.doubts.iter();
    doubts.position(|it| it == doubt).ok_or(Fault::Gone)
}

/// A doubt as an open reading; `None` if it quotes no words.
fn open_reading(doubt: &Doubt) -> Option<OpenReading> {
    let quote = doubt.quote.clone()?;
    Some(OpenReading {
        citation: Citation {
            at: doubt.at,
            quote,
        },
        note: noted(doubt),
    })
}

/// What a reader is told of a doubt. Files speak Chinese.
fn noted(doubt: &Doubt) -> String {
    match &doubt.proposal {
        Some(proposal) => format!("{}；或应为：{proposal}", doubt.note),
        None => doubt.note.clone(),
    }
}
