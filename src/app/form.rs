//! The form for recording an observation, a status, or an analyst's words. Nothing is saved unless it is submitted.

mod analyst;

use jiff::civil::Date;

use super::action::{Edit, Effect, Purpose};
use super::prompt::Prompt;
use super::{App, DocumentId, View};
use crate::plan::{Kind, NodeId, Target};
use crate::records::{self, Book, Consent, Draft, Record, Stage, Subject, describe_all};
use crate::words::{say, tr};

/// What a field of the form holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The year or day of the figure (期次).
    Period,
    /// The figure (数值).
    Value,
    /// The figure of the target's benchmark (对照值).
    Benchmark,
    /// The stage (进展), chosen with the arrows.
    Stage,
    /// The day of the stage (日期).
    Date,
    /// The source (来源).
    Source,
    /// A note (备注); optional.
    Note,
    /// What an analyst writes on (方面), chosen with the arrows.
    Matter,
    /// The target that is written on, or the plan as a whole (对象), chosen with the arrows.
    Subject,
    /// An analyst's words (所写).
    Words,
}

impl Slot {
    /// The corresponding field of a record; `None` where it depends on what was chosen.
    fn field(self) -> Option<records::Field> {
        Some(match self {
            Self::Period => records::Field::Period,
            Self::Value => records::Field::Value,
            Self::Benchmark => records::Field::Benchmark,
            Self::Stage => records::Field::Stage,
            Self::Date => records::Field::Date,
            Self::Source => records::Field::Source,
            Self::Note => records::Field::Note,
            Self::Matter | Self::Subject | Self::Words => return None,
        })
    }

    /// What its input is for. Words of either matter have the same limits.
    fn purpose(self) -> Purpose {
        Purpose::Field(self.field().unwrap_or(records::Field::Issue))
    }
}

/// A field of the form.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it holds.
    pub slot: Slot,
    /// Its label.
    pub name: &'static str,
    /// The placeholder.
    pub hint: String,
    /// The input.
    pub line: Prompt,
    /// What is chosen from, as input and as shown; nothing where one types.
    choices: Vec<(String, String)>,
}

impl Field {
    fn new(slot: Slot, name: &'static str, hint: &str) -> Self {
        let stages = Stage::ALL.iter();
        let stages = stages.map(|(label, _)| ((*label).to_owned(), tr(label).to_owned()));
        Self {
            slot,
            name,
            hint: hint.to_owned(),
            line: Prompt::new(slot.purpose()),
            choices: if slot == Slot::Stage {
                stages.collect()
            } else {
                Vec::new()
            },
        }
    }

    /// The text to show: the input, or what was chosen in the language of the interface.
    pub fn shown(&self) -> &str {
        let text = self.line.text();
        let chosen = self.choices.iter().find(|(input, _)| input == text);
        chosen.map_or(text, |(_, shown)| shown)
    }

    /// The text before the cursor, which is behind a choice as a whole.
    pub fn before_cursor(&self) -> String {
        if self.is_chosen() {
            self.shown().to_owned()
        } else {
            self.line.before_cursor()
        }
    }

    /// Whether one chooses with the arrows instead of typing.
    fn is_chosen(&self) -> bool {
        !self.choices.is_empty()
    }

    /// Moves `by` choices, wrapping around.
    fn choose(&mut self, by: isize) {
        let len = self.choices.len() as isize;
        let own = self.line.text();
        let own = self.choices.iter().position(|(input, _)| input == own);
        let next = match own {
            Some(own) => (own as isize + by).rem_euclid(len.max(1)),
            None if by < 0 => len - 1,
            None => 0,
        };
        if let Some((input, _)) = self.choices.get(next as usize) {
            self.line = Prompt::filled(self.slot.purpose(), input);
        }
    }
}

/// What is recorded with a form.
#[derive(Clone, Debug)]
enum About {
    /// Something of a target or a task.
    Subject(Subject),
    /// An analyst's words for the evaluation of a day.
    Evaluation(Date),
}

/// The form for a record.
#[derive(Clone, Debug)]
pub struct Form {
    /// What the record is about.
    about: About,
    /// What one does with it.
    pub heading: &'static str,
    /// The name of the subject.
    pub title: String,
    /// The fields from top to bottom.
    pub fields: Vec<Field>,
    /// The index of the focused field.
    pub focus: usize,
    /// The error, or the question to confirm.
    pub problem: Option<String>,
    /// The consent of the next submission: the questions asked since the last edit.
    consent: Consent,
}

impl Form {
    fn new(subject: Subject, title: &str, slots: &[(Slot, &'static str, String)]) -> Self {
        let field =
            |(slot, name, hint): &(Slot, &'static str, String)| Field::new(*slot, tr(name), hint);
        let fields = slots.iter().map(field).collect();
        let title = title.to_owned();
        Self {
            about: About::Subject(subject),
            heading: tr("记一笔"),
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
                tr("如 2024、2024H1、2024Q1、2024-06、2024-06-30").to_owned(),
            ),
            (Slot::Value, "数值", value_hint(target)),
        ];
        if target.kind == Kind::SetYearly {
            let hint = tr("上级当年下达的目标，如有").to_owned();
            slots.push((Slot::Benchmark, "当年目标", hint));
        } else if let Some(benchmark) = &target.benchmark {
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

    /// The record as entered.
    fn draft(&self) -> Draft {
        let subject = match &self.about {
            About::Subject(Subject::Target(id)) => {
                Draft::default().with(records::Field::Target, id)
            }
            About::Subject(Subject::Task(address)) => Draft::about(&address.to_string()),
            About::Evaluation(day) => return self.words(*day),
        };
        let fields = self.fields.iter();
        fields.fold(subject, |draft, field| match field.slot.field() {
            Some(own) => draft.with(own, field.line.text()),
            None => draft,
        })
    }

    /// What was entered in a field; empty where there is no such field.
    fn entered(&self, slot: Slot) -> &str {
        let field = self.fields.iter().find(|it| it.slot == slot);
        field.map_or("", |it| it.line.text())
    }

    /// Focuses a field, if it is on the form.
    fn focus_on(&mut self, field: Option<records::Field>) {
        let found = self
            .fields
            .iter()
            .position(|own| own.slot.field().is_some() && own.slot.field() == field);
        self.focus = found.unwrap_or(self.focus);
    }

    /// Edits the focused field. Some are chosen, not typed.
    fn edit(&mut self, edit: Edit) {
        self.problem = None;
        self.consent = Consent::default();
        let Some(field) = self.fields.get_mut(self.focus) else {
            return;
        };
        match (field.is_chosen(), edit) {
            (true, Edit::Left) => field.choose(-1),
            (true, Edit::Right | Edit::Insert(' ')) => field.choose(1),
            (true, _) => {}
            (false, edit) => self.problem = field.line.edit(edit),
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

/// The placeholder of a figure: in the plan's unit, or with a unit to be typed.
fn value_hint(target: &Target) -> String {
    match (target.kind, target.recorded_unit()) {
        (Kind::PeriodChange, Some(unit)) => {
            say!("比基期累计变化多少，朝目标方向为正，单位 {unit}", unit)
        }
        (Kind::InStep | Kind::AnnualGrowth, _) => {
            tr("增速（比上年增长百分之几），单位 %").to_owned()
        }
        (_, Some(unit)) => say!("数字，单位 {unit}", unit),
        (_, None) => tr("连单位一起写，如 2.1‰；原文没有写单位").to_owned(),
    }
}

impl App {
    /// Opens the form for the current target or task.
    pub(super) fn open_form(&mut self) {
        let task = match self.shown.view {
            View::Tasks => self.shown.selected_task(),
            View::Reading => self.shown.task_at_hand(),
            _ => None,
        };
        let form = match task {
            Some(id) => Some(self.form_for_task(id)),
            None => self.shown.target_at_hand().map(Form::for_target),
        };
        if form.is_none() {
            self.message = Some(self.shown.no_target().to_owned());
        }
        self.overlay = form.map(Into::into);
    }

    /// Opens the form for a target.
    pub(super) fn open_form_for(&mut self, target: usize) {
        let target = self.shown.dossier.plan.targets.get(target);
        self.overlay = target.map(Form::for_target).map(Into::into);
    }

    /// Opens the form for a task.
    pub(super) fn open_form_for_task(&mut self, id: NodeId) {
        self.overlay = Some(self.form_for_task(id).into());
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
        let Some(form) = self.form_mut() else {
            return;
        };
        form.consent = Consent::default();
        let field = form.fields.get_mut(form.focus);
        if let Some(field) = field.filter(|field| !field.is_chosen()) {
            form.problem = field.line.paste(text);
        }
    }

    /// Moves the focus `by` fields, wrapping around.
    pub(super) fn next_field(&mut self, by: isize) {
        if let Some(form) = self.form_mut() {
            let len = form.fields.len().max(1) as isize;
            form.focus = (form.focus as isize + by).rem_euclid(len) as usize;
        }
    }

    /// Focuses the next field; on the last one checks the record and asks to save it.
    pub(super) fn submit_form(&mut self) -> Option<Effect> {
        let form = self.form()?;
        if form.focus + 1 < form.fields.len() {
            self.next_field(1);
            return None;
        }
        let consent = form.consent;
        let draft = form.draft();
        if form.lacks_words() {
            self.form_mut()?.problem = Some(tr("写上文字").to_owned());
            return None;
        }
        let dossier = &self.shown.dossier;
        match records::read(&draft, &dossier.plan, &dossier.outline, self.today) {
            Ok(_) => Some(Effect::Record(self.shown.id(), Box::new(draft), consent)),
            Err(fault) => {
                let form = self.form_mut()?;
                form.focus_on(fault.field);
                form.problem = Some(fault.to_string());
                None
            }
        }
    }

    /// A record of a document was added: closes its form and evaluates again.
    pub fn recorded(&mut self, document: DocumentId, records: &[Record], book: Book) {
        let Some(recorded) = self.document_by_id(document) else {
            return;
        };
        let name = describe_all(records, &recorded.dossier.plan);
        if document == self.shown.id() {
            self.overlay = None;
        }
        self.set_records(document, book);
        self.message = Some(if records.is_empty() {
            tr("与已记的相同，没有再记").to_owned()
        } else {
            say!("已记{name}；撤回按 U", name)
        });
    }

    /// The record was not saved: the form shows the problem and focuses its field. After a question the next submission
    /// confirms.
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
