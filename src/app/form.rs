//! The form on which an observation or a status is recorded, over the view. Nothing is kept unless it is submitted.

use super::action::{Edit, Effect, Purpose};
use super::prompt::Prompt;
use super::{App, View};
use crate::plan::{Kind, NodeId, Target};
use crate::records::{self, Book, Consent, Draft, Record, Stage, Subject, describe_all};
use crate::text::width;
use crate::words::{say, tr};

/// What a field of the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The year or day that the figure is for (期次).
    Period,
    /// The figure (数值).
    Value,
    /// The figure of what the target compares with (对照值).
    Benchmark,
    /// How far it has come (进展), chosen with the arrows.
    Stage,
    /// The day on which that held (日期).
    Date,
    /// Who says so (来源).
    Source,
    /// A note (备注); may stay empty.
    Note,
}

impl Slot {
    /// The field of a record that is typed here.
    fn field(self) -> records::Field {
        match self {
            Self::Period => records::Field::Period,
            Self::Value => records::Field::Value,
            Self::Benchmark => records::Field::Benchmark,
            Self::Stage => records::Field::Stage,
            Self::Date => records::Field::Date,
            Self::Source => records::Field::Source,
            Self::Note => records::Field::Note,
        }
    }
}

/// A field of the form.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it is for.
    pub slot: Slot,
    /// Its name.
    pub name: &'static str,
    /// What to type.
    pub hint: String,
    /// What was typed.
    pub line: Prompt,
}

impl Field {
    /// What the field shows: what was typed, or the stage that was chosen in the language of the interface.
    pub fn shown(&self) -> &str {
        let text = self.line.text();
        let chosen = Stage::ALL
            .iter()
            .find(|(label, _)| self.slot == Slot::Stage && *label == text);
        chosen.map_or(text, |(label, _)| tr(label))
    }

    /// The columns of what is shown before the cursor; behind a stage, which is chosen as a whole, it stands at the end.
    pub fn before_cursor(&self) -> usize {
        if self.slot == Slot::Stage {
            width(self.shown())
        } else {
            width(&self.line.before_cursor())
        }
    }
}

/// A record being written.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is about.
    pub subject: Subject,
    /// The name of that.
    pub title: String,
    /// Its fields from top to bottom.
    pub fields: Vec<Field>,
    /// The field that has the keyboard.
    pub focus: usize,
    /// What is wrong, or to be confirmed.
    pub problem: Option<String>,
    /// What the next submission consents to: the questions that were asked since the last edit.
    consent: Consent,
}

impl Form {
    fn new(subject: Subject, title: &str, slots: &[(Slot, &'static str, String)]) -> Self {
        let field = |(slot, name, hint): &(Slot, &'static str, String)| Field {
            slot: *slot,
            name: tr(name),
            hint: hint.clone(),
            line: Prompt::new(Purpose::Field),
        };
        let fields = slots.iter().map(field).collect();
        let title = title.to_owned();
        Self {
            subject,
            title,
            fields,
            focus: 0,
            problem: None,
            consent: Consent::default(),
        }
    }

    fn for_target(target: &Target) -> Self {
        let subject = Subject::Target(target.id.clone());
        if target.kind == Kind::Qualitative {
            return Self::new(subject, &target.name, &status_slots(tr("必填")));
        }
        let mut slots = vec![
            (
                Slot::Period,
                "期次",
                tr("年份或日期，如 2024、2024-06-30").to_owned(),
            ),
            (Slot::Value, "数值", value_hint(target)),
        ];
        if let Some(benchmark) = &target.benchmark {
            slots.push((
                Slot::Benchmark,
                "对照值",
                say!("{benchmark}的同期值；可不填", benchmark),
            ));
        }
        slots.push((Slot::Source, "来源", tr("哪份公报或文件；必填").to_owned()));
        slots.push((Slot::Note, "备注", tr("可不填").to_owned()));
        Self::new(subject, &target.name, &slots)
    }

    /// The record as typed.
    fn draft(&self) -> Draft {
        let subject = match &self.subject {
            Subject::Target(id) => Draft::default().with(records::Field::Target, id),
            Subject::Task(address) => Draft::about(&address.to_string()),
        };
        let fields = self.fields.iter();
        fields.fold(subject, |draft, field| {
            draft.with(field.slot.field(), field.line.text())
        })
    }

    /// Goes to the field that is at fault, if it is on the form.
    fn focus_on(&mut self, field: Option<records::Field>) {
        let found = self
            .fields
            .iter()
            .position(|own| Some(own.slot.field()) == field);
        self.focus = found.unwrap_or(self.focus);
    }

    /// Carries out an edit of the field that has the keyboard. Stages are chosen, not typed.
    fn edit(&mut self, edit: Edit) {
        self.problem = None;
        self.consent = Consent::default();
        let Some(field) = self.fields.get_mut(self.focus) else {
            return;
        };
        match (field.slot, edit) {
            (Slot::Stage, Edit::Left) => choose(field, -1),
            (Slot::Stage, Edit::Right | Edit::Insert(' ')) => choose(field, 1),
            (Slot::Stage, _) => {}
            _ => field.line.edit(edit),
        }
    }
}

fn status_slots(source: &str) -> [(Slot, &'static str, String); 4] {
    [
        (Slot::Stage, "进展", tr("用左右方向键选择").to_owned()),
        (
            Slot::Date,
            "日期",
            tr("何时（完成之日），如 2024-06-30；必填").to_owned(),
        ),
        (Slot::Source, "来源", source.to_owned()),
        (Slot::Note, "备注", tr("可不填").to_owned()),
    ]
}

/// What to type as a figure: the unit is the plan's, or one that has to be typed.
fn value_hint(target: &Target) -> String {
    match (target.kind, target.recorded_unit()) {
        (Kind::InStep, _) => tr("增速（比上年增长百分之几），单位 %").to_owned(),
        (_, Some(unit)) => say!("数字，单位 {unit}", unit),
        (_, None) => tr("连单位一起写，如 2.1‰；原文没有写单位").to_owned(),
    }
}

/// Goes to the next stage, or the previous ones if negative, round the ends.
fn choose(field: &mut Field, by: isize) {
    let len = Stage::ALL.len() as isize;
    let own = Stage::ALL
        .iter()
        .position(|(label, _)| *label == field.line.text());
    let next = match own {
        Some(own) => (own as isize + by).rem_euclid(len),
        None if by < 0 => len - 1,
        None => 0,
    };
    field.line = Prompt::new(Purpose::Field);
    field.line.paste(Stage::ALL[next as usize].0);
}

impl App {
    /// Opens the form for the target or task at hand.
    pub(super) fn open_form(&mut self) {
        let task = match self.shown.view {
            View::Tasks => self.shown.selected_task(),
            _ => None,
        };
        let form = match task {
            Some(id) => Some(self.form_for_task(id)),
            None => self.target_at_hand().map(Form::for_target),
        };
        if form.is_none() {
            self.message = Some(self.no_target().to_owned());
        }
        self.overlay = form.map(Into::into);
    }

    fn form_for_task(&self, id: NodeId) -> Form {
        let node = self.shown.dossier.outline.node(id);
        Form::new(
            Subject::Task(node.address),
            node.title(),
            &status_slots(tr("可不填")),
        )
    }

    pub(super) fn edit_form(&mut self, edit: Edit) {
        if let Some(form) = self.form_mut() {
            form.edit(edit);
        }
    }

    pub(super) fn paste_into_form(&mut self, text: &str) {
        if let Some(field) = self
            .form_mut()
            .and_then(|form| form.fields.get_mut(form.focus))
            && field.slot != Slot::Stage
        {
            field.line.paste(text);
        }
    }

    /// Goes to another field, round the ends.
    pub(super) fn next_field(&mut self, by: isize) {
        if let Some(form) = self.form_mut() {
            let len = form.fields.len().max(1) as isize;
            form.focus = (form.focus as isize + by).rem_euclid(len) as usize;
        }
    }

    /// Goes to the next field, and after the last one hands the record over to be kept.
    pub(super) fn submit_form(&mut self) -> Option<Effect> {
        let form = self.form()?;
        if form.focus + 1 < form.fields.len() {
            self.next_field(1);
            return None;
        }
        let consent = form.consent;
        let draft = form.draft();
        let dossier = &self.shown.dossier;
        match records::read(&draft, &dossier.plan, &dossier.outline, self.today) {
            Ok(_) => Some(Effect::Record(Box::new(draft), consent)),
            Err(fault) => {
                let form = self.form_mut()?;
                form.focus_on(fault.field);
                form.problem = Some(fault.to_string());
                None
            }
        }
    }

    /// The record was kept: the form closes, and everything is judged anew.
    pub fn recorded(&mut self, records: &[Record], book: Book) {
        self.overlay = None;
        self.know(book);
        let name = describe_all(records, &self.shown.dossier.plan);
        self.message = Some(if records.is_empty() {
            tr("与已记的相同，没有再记").to_owned()
        } else {
            say!("已记{name}；撤回按 U", name)
        });
    }

    /// The record was not kept; the form stays with all that was typed, at the field that is at fault. After a question the
    /// next submission confirms.
    pub fn refused(
        &mut self,
        problem: String,
        field: Option<records::Field>,
        question: Option<Consent>,
    ) {
        if let Some(form) = self.form_mut() {
            if question.is_none() {
                form.focus_on(field);
            }
            form.consent = question.map_or_else(Consent::default, |asked| form.consent.and(asked));
            form.problem = Some(problem);
        }
    }
}
