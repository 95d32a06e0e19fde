//! Monitoring (监测): the records that count for a plan, and how one adds to them. The command line and the screens both
//! come through here, so that both check alike.

mod scrutiny;

use std::convert::Infallible;
use std::io;
use std::path::{Path, PathBuf};
use std::{env, fmt, fs};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::load::Problems;
use crate::plan::{Address, Outline, Plan, Target};
use crate::records::{self, Book, Day, Ledger, Record, Side, Store, Subject};
use crate::search::Note;
use crate::wording;
use crate::words::{say, tr};

pub use self::scrutiny::{Consent, Scrutiny};

/// What keeps records from being read or written.
#[derive(Debug)]
pub enum Fault {
    /// There is no home folder to keep records in.
    NoHome,
    /// The file can't be read or written.
    Io(PathBuf, io::Error),
    /// The file has problems that a person has to mend.
    Faulty(PathBuf, Problems),
    /// A record is not fit for the plan.
    Unfit(records::Fault),
    /// A figure is far from all that is known; it is kept if one insists.
    Doubtful(records::Fault),
    /// There is a record of the same target and period (or subject and day) already; it in words.
    Duplicate(Box<records::Held>, String),
    /// There is no record that could be undone.
    NothingToUndo,
}

impl From<Infallible> for Fault {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Io(PathBuf::new(), error)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHome => f.write_str(tr("找不到用户的数据文件夹；请用 --records 指定记录文件")),
            Self::Io(path, error) => f.write_str(&say!(
                "无法读写记录文件 {name}：{error}",
                name = shown(path),
                error = error
            )),
            Self::Faulty(path, problems) => {
                let name = shown(path);
                f.write_str(&say!(
                    "记录文件 {name} 有 {n} 处问题：",
                    name = name,
                    n = problems.len()
                ))?;
                problems
                    .iter()
                    .try_for_each(|problem| write!(f, "\n{name}:{problem}"))
            }
            Self::Unfit(fault) => fault.fmt(f),
            Self::Doubtful(fault) => f.write_str(&say!(
                "{what}；{remedy}，确认无误加 --force",
                what = fault.what,
                remedy = fault.remedy
            )),
            Self::Duplicate(held, name) => {
                let source = match &held.record {
                    Record::Observation(it) => say!("（{source}）", source = it.source),
                    Record::Status(_) => String::new(),
                };
                let origin = tr(held.origin.label());
                f.write_str(&say!(
                    "已有{origin}的{name}{source}；如系更正，加 --replace",
                    origin = origin,
                    name = name,
                    source = source
                ))
            }
            Self::NothingToUndo => f.write_str(tr("没有可撤回的记录")),
        }
    }
}

impl std::error::Error for Fault {}

fn shown(path: &Path) -> String {
    path.display().to_string().escape_debug().to_string()
}

/// Today, where the user is.
pub fn today() -> Date {
    zone().to_datetime(Timestamp::now()).date()
}

/// The user's time zone. A zone named by `TZ` is read from its own file: the library would first list the hundreds of
/// files of its database, which took a third of the start.
fn zone() -> TimeZone {
    let named = env::var("TZ")
        .ok()
        .filter(|name| !name.is_empty() && !name.starts_with(['/', ':', '.']));
    let read = |name: String| {
        let bytes = fs::read(Path::new("/usr/share/zoneinfo").join(&name)).ok()?;
        TimeZone::tzif(&name, &bytes).ok()
    };
    named.and_then(read).unwrap_or_else(TimeZone::system)
}

fn ledger(text: &str, plan: &Plan, store: &Store) -> Result<Ledger, Fault> {
    records::load(text, plan, Side::Own)
        .map_err(|problems| Fault::Faulty(store.path().to_owned(), problems))
}

/// Puts the file's name into a fault that does not know it.
fn at(store: &Store, fault: Fault) -> Fault {
    match fault {
        Fault::Io(_, error) => Fault::Io(store.path().to_owned(), error),
        fault => fault,
    }
}

/// Adds records to the user's file, all or none, after checking them against the plan, the calendar and what is there.
/// Whoever else adds at the same time waits. A file with a faulty line has to be mended first.
pub fn add(
    plan: &Plan,
    shipped: &[Record],
    store: &Store,
    new: &[Record],
    consent: Consent,
) -> Result<(), Fault> {
    // Nothing that is unfit by itself needs the file.
    let outline = Outline::of(plan);
    for record in new {
        records::check(record, plan, &outline).map_err(Fault::Unfit)?;
    }
    let compose = |text: &str| {
        let own = ledger(text, plan, store)?.records();
        let known = Book::of(shipped.to_vec(), own);
        let mut scrutiny = Scrutiny::new(plan, known, today(), consent);
        let mut lines = String::new();
        for record in new {
            lines.push_str(&sound_line(&scrutiny.admit(record)?, plan)?);
        }
        Ok(lines)
    };
    store.append(compose).map_err(|fault| at(store, fault))
}

/// A record in words, for messages: `常住人口 2024年 120.1万人`, `3.1.2p1 加快集聚高端人才 2024-05-01 推进中`.
pub fn told(record: &Record, plan: &Plan) -> String {
    let named = |id: &str| plan.target(id).map_or(id.to_owned(), |it| it.name.clone());
    match record {
        Record::Observation(it) => {
            let of_target = || plan.target(&it.target).and_then(Target::recorded_unit);
            let unit = it.unit.as_deref().or_else(of_target);
            let value = wording::with_unit(it.value, unit);
            format!("{} {} {value}", named(&it.target), wording::when(it.period))
        }
        Record::Status(it) => {
            let subject = match &it.subject {
                Subject::Target(id) => named(id),
                Subject::Task(at) => {
                    let outline = Outline::of(plan);
                    let title = outline.at(*at).map_or("", |id| outline.node(id).title());
                    format!("{at} {title}")
                }
            };
            format!("{subject} {} {}", it.date, tr(it.stage.label()))
        }
    }
}

/// The record's line, once it is sure that it will read back.
fn sound_line(record: &Record, plan: &Plan) -> Result<String, Fault> {
    let line = records::line(record);
    // The twin that it replaces is not in this one line, which does no harm.
    match records::load(&line, plan, Side::Own) {
        Ok(ledger) if ledger.entries.len() == 1 => Ok(line),
        Ok(_) => Err(unfit(tr("记录无法写成一行"))),
        Err(problems) => {
            let first = problems.iter().next();
            Err(unfit(
                &first.map_or(String::new(), |problem| problem.what.clone()),
            ))
        }
    }
}

fn unfit(what: &str) -> Fault {
    Fault::Unfit(records::Fault {
        what: what.to_owned(),
        remedy: tr("请改正后再记").to_owned(),
    })
}

/// Withdraws the last record of the user's file, which becomes a comment there, and yields it.
pub fn undo(plan: &Plan, store: &Store) -> Result<Record, Fault> {
    let mut undone = None;
    let choose = |text: &str| {
        let last = ledger(text, plan, store)?.entries.pop();
        let last = last.ok_or(Fault::NothingToUndo)?;
        let first = last.line;
        // The record goes on over indented and empty lines.
        let more = text
            .split('\n')
            .skip(first)
            .take_while(|line| line.is_empty() || line.starts_with([' ', '\t', '\r']))
            .count();
        undone = Some(last.record);
        Ok(first..first + 1 + more)
    };
    match store.withdraw(choose) {
        Err(Fault::Io(_, error)) if error.kind() == io::ErrorKind::NotFound => {
            Err(Fault::NothingToUndo)
        }
        result => {
            result.map_err(|fault| at(store, fault))?;
            undone.ok_or(Fault::NothingToUndo)
        }
    }
}

/// The words of the records, for searching: what a person noted, and whose figure it is.
pub fn notes(plan: &Plan, book: &Book) -> Vec<Note> {
    let note = |title: String, address: Option<Address>, words: [Option<&String>; 2]| {
        let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
        Some(Note {
            title,
            text: words.join("；"),
            address: address?,
        })
        .filter(|note| !note.text.is_empty())
    };
    let of_target = |id: &str| plan.target(id).map(|target| target.citation.at);
    let name = |id: &str| plan.target(id).map_or("", |target| target.name.as_str());
    let of = |record: &Record| match record {
        Record::Observation(it) => {
            let title = format!("{} {}", name(&it.target), it.period);
            note(
                title,
                of_target(&it.target),
                [it.note.as_ref(), Some(&it.source)],
            )
        }
        Record::Status(it) => {
            let (title, address) = match &it.subject {
                Subject::Target(id) => (name(id).to_owned(), of_target(id)),
                Subject::Task(address) => (String::new(), Some(*address)),
            };
            note(title, address, [it.note.as_ref(), it.source.as_ref()])
        }
    };
    book.held()
        .iter()
        .filter_map(|held| of(&held.record))
        .collect()
}

/// The day as a record keeps it.
pub fn recorded_today() -> Option<Day> {
    Some(Day(today()))
}

/// The target that a person means by an id, a name or a part of a name that no other name has.
pub fn find_target<'a>(plan: &'a Plan, words: &str) -> Result<&'a Target, records::Fault> {
    let words = words.trim();
    let exact = |target: &&Target| target.id == words || target.name == words;
    if let Some(target) = plan.targets.iter().find(exact) {
        return Ok(target);
    }
    let parts: Vec<&Target> = plan
        .targets
        .iter()
        .filter(|target| !words.is_empty() && target.name.contains(words))
        .collect();
    match parts.as_slice() {
        [target] => Ok(target),
        [] => Err(records::Fault {
            what: say!("没有“{words}”这个指标", words = words.escape_debug()),
            remedy: nearest(plan, words),
        }),
        several => {
            let names: Vec<&str> = several.iter().map(|target| target.name.as_str()).collect();
            let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
            Err(records::Fault {
                what: say!("“{words}”不止一个指标", words = words),
                remedy: say!("请写全：{names}", names = names.concat()),
            })
        }
    }
}

fn nearest(plan: &Plan, words: &str) -> String {
    let names = plan
        .targets
        .iter()
        .flat_map(|it| [it.name.as_str(), it.id.as_str()]);
    let nearest = names
        .map(|name| (strsim::jaro_winkler(words, name), name))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match nearest {
        Some((likeness, name)) if likeness > 0.7 => say!("是不是“{name}”？", name = name),
        _ => tr("全部指标见 guihua targets").to_owned(),
    }
}
