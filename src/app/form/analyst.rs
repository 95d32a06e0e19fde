//! The form for an analyst's words (问题与原因、对策建议), on a target or on the plan as a whole, for the evaluation of the day
//! that is looked at. They are records like others, and stand in the reports.

use jiff::civil::Date;

use super::{About, Field, Form, Slot};
use crate::app::App;
use crate::plan::{Plan, Target};
use crate::records::{self, Consent, Draft, Matter};
use crate::wording;
use crate::words::{say, tr};

/// What stands for the plan as a whole among the subjects; no id of a target is written so.
const WHOLE: &str = "*";

impl Form {
    /// The form for words on a target, or where none is at hand on the plan as a whole.
    fn for_words(plan: &Plan, target: Option<&Target>, day: Date) -> Self {
        let matters = [Matter::Issue, Matter::Advice];
        let matters = matters.map(|it| (it.label().to_owned(), tr(it.label()).to_owned()));
        let own = target.map(|it| (it.id.clone(), wording::target_name(plan, it)));
        let whole = (WHOLE.to_owned(), tr("全规划").to_owned());
        let arrows = tr("用左右方向键选择");
        let mut matter = Field::new(Slot::Matter, tr("方面"), arrows);
        matter.choices = matters.into();
        matter.choose(1);
        let mut subject = Field::new(Slot::Subject, tr("对象"), arrows);
        subject.choices = own.into_iter().chain([whole]).collect();
        subject.choose(1);
        let hint = say!("一段或几段；截至 {day} 及以后的报告里都有", day);
        let words = Field::new(Slot::Words, tr("所写"), &hint);
        Self {
            about: About::Evaluation(day),
            heading: tr("问题与建议"),
            title: plan.body.title.reading().to_owned(),
            fields: vec![matter, subject, words],
            focus: 0,
            problem: None,
            consent: Consent::default(),
        }
    }

    /// The words as a record.
    pub(super) fn words(&self, day: Date) -> Draft {
        let is_advice = self.entered(Slot::Matter) == Matter::Advice.label();
        let field = if is_advice {
            records::Field::Advice
        } else {
            records::Field::Issue
        };
        let subject = Some(self.entered(Slot::Subject)).filter(|it| *it != WHOLE);
        Draft::default()
            .with(field, self.entered(Slot::Words))
            .with_some(records::Field::Target, subject)
            .with(records::Field::Date, &day.to_string())
    }

    /// Whether an analyst's words are asked for and none were written.
    pub(super) fn lacks_words(&self) -> bool {
        let is_asked = matches!(self.about, About::Evaluation(_));
        is_asked && self.entered(Slot::Words).trim().is_empty()
    }
}

impl App {
    /// Opens the form for an analyst's words on the target at hand, or on the plan as a whole.
    pub(in crate::app) fn open_words(&mut self) {
        let target = self.shown.target_at_hand();
        let day = self.shown.assessment.as_of;
        let form = Form::for_words(&self.shown.dossier.plan, target, day);
        self.overlay = Some(form.into());
    }
}
