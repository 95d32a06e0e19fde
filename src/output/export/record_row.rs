//! A record as a row of text, for the formats that people read.

use super::Export;
use crate::records::{Comment, Flag, Held, Observation, Record, Status, Subject, task_words};
use crate::wording;
use crate::words::{say, tr};

/// The heads of the table, in the order of [`RecordRow::cells`].
pub(super) fn heads() -> [&'static str; 6] {
    [
        tr("对象"),
        tr("时间"),
        tr("数值或进展"),
        tr("来源"),
        tr("说明"),
        tr("出自"),
    ]
}

/// The texts of a record.
pub(super) struct RecordRow {
    /// The name of the target or task.
    pub(super) about: String,
    /// The address of the task; `None` for a target.
    pub(super) address: Option<String>,
    /// The year or date.
    pub(super) when: String,
    /// The figure with its unit and benchmark, or the stage.
    pub(super) what: String,
    /// The source and its standing; may be empty.
    pub(super) source: String,
    /// Remarks; may be empty.
    pub(super) note: String,
    /// Shipped with the plan, or the user's own.
    pub(super) origin: &'static str,
}

impl RecordRow {
    /// The rows of all records.
    pub(super) fn all(export: &Export<'_>) -> Vec<Self> {
        let held = export.dossier.book.held().iter();
        held.map(|held| Self::of(held, export)).collect()
    }

    fn of(held: &Held, export: &Export<'_>) -> Self {
        let (about, address) = subject(&held.record, export);
        let mut row = Self {
            about,
            address,
            when: String::new(),
            what: String::new(),
            source: String::new(),
            note: String::new(),
            origin: tr(held.origin.label()),
        };
        let mut notes = match &held.record {
            Record::Observation(it) => row.observation(it, export),
            Record::Status(it) => row.status(it),
            Record::Comment(it) => row.comment(it),
        };
        if held.record.day() > export.assessment.as_of {
            notes.push(tr("评估日之后，未计入").to_owned());
        }
        row.note = notes.join(tr("；"));
        row
    }

    /// Fills in an observation and returns its remarks.
    fn observation(&mut self, it: &Observation, export: &Export<'_>) -> Vec<String> {
        let target = export.dossier.plan.target(&it.target);
        let unit = it.unit.as_ref().or(target.and_then(|it| it.unit.as_ref()));
        if let Some(area) = &it.area {
            self.about = wording::aside(&self.about, say!("参考地区：{area}", area));
        }
        self.when = it.period.shown();
        self.what = wording::measured(it.value, unit.map(String::as_str));
        if let Some(benchmark) = it.benchmark {
            self.what.push_str(&say!("，对照{benchmark}", benchmark));
        }
        self.source = match it.standing {
            Some(standing) => wording::aside(&it.source, tr(standing.label())),
            None => it.source.clone(),
        };
        let flag = (it.flag != Flag::Normal).then(|| tr(it.flag.label()).to_owned());
        flag.into_iter().chain(it.note.clone()).collect()
    }

    /// Fills in a status and returns its remarks.
    fn status(&mut self, it: &Status) -> Vec<String> {
        self.when = it.date.to_string();
        tr(it.stage.label()).clone_into(&mut self.what);
        self.source = it.source.clone().unwrap_or_default();
        it.note.clone().into_iter().collect()
    }

    /// Fills in an analyst's words.
    fn comment(&mut self, it: &Comment) -> Vec<String> {
        self.when = it.date.to_string();
        tr(it.words.matter().label()).clone_into(&mut self.what);
        vec![it.words.in_line()]
    }

    /// The cells, in the order of [`heads`].
    pub(super) fn cells(&self) -> [&str; 6] {
        [
            &self.about,
            &self.when,
            &self.what,
            &self.source,
            &self.note,
            self.origin,
        ]
    }
}

/// The name of a record's subject, and its address if it is a task.
fn subject(record: &Record, export: &Export<'_>) -> (String, Option<String>) {
    let target = |id: &str| {
        let target = export.dossier.plan.target(id);
        let name = target.map_or(id, |target| target.name.as_str());
        (name.to_owned(), None)
    };
    match record {
        Record::Observation(it) => target(&it.target),
        Record::Comment(it) => match &it.target {
            Some(id) => target(id),
            None => (tr("全规划").to_owned(), None),
        },
        Record::Status(it) => match &it.subject {
            Subject::Target(id) => target(id),
            Subject::Task(at) => {
                let node = export
                    .dossier
                    .outline
                    .at(*at)
                    .map(|id| export.dossier.outline.node(id));
                let title = task_words(*at, &export.dossier.outline);
                let address = node.map_or(*at, |node| node.address);
                (
                    format!("{} {title}", wording::place(&export.dossier.outline, *at)),
                    Some(address.to_string()),
                )
            }
        },
    }
}
