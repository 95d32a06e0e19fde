//! The reasons of the verdict on a target.

use super::column::{Column, Text};
use super::{DetailLine, Role};
use crate::app::Document;
use crate::gauge::{Instrument, Signs};
use crate::plan::Target;
use crate::wording;
use crate::words::{say, tr};

/// The reasons of the verdict on a target.
pub fn why(document: &Document, target: &Target, columns: u16) -> Vec<DetailLine> {
    let mut column = Column::default();
    let Some(evaluation) = document.assessment.evaluation(target) else {
        return Vec::new();
    };
    let verdict = format!(
        "{}  {}",
        wording::target_name(&document.dossier.plan, target),
        evaluation.full_verdict()
    );
    column.flow(&verdict, Role::Verdict(evaluation.group()));
    column.flow(
        &say!("截至 {day} 评判", day = document.assessment.as_of),
        Role::Quiet,
    );
    column.gap();
    for step in evaluation.why(target, &document.assessment.method) {
        column.fact(tr(step.label), &step.text, Role::Plain);
    }
    if let Some(instrument) = Instrument::of(evaluation) {
        let signs = legend(&instrument);
        let gauge = Text::Gauge(instrument, evaluation.group());
        column.push(Some(tr("进度条")), gauge, Role::Plain);
        if let Some(signs) = signs {
            column.fact("", &signs, Role::Quiet);
        }
    }
    column.lines(columns)
}

/// What the signs of a gauge mean; `None` where they need no explanation.
fn legend(instrument: &Instrument) -> Option<String> {
    match instrument {
        Instrument::Way { .. } | Instrument::Sum { .. } => {
            Some(tr("右端为目标，╎ 为匀速应到之处").to_owned())
        }
        Instrument::Level { .. } => Some(tr("竖线为目标").to_owned()),
        Instrument::Years(_) => {
            let [met, missed, missing, ahead] = Signs::of_screen().dots();
            Some(say!(
                "每年一点：{met} 达标，{missed} 未达标，{missing} 缺数，{ahead} 未到",
                met,
                missed,
                missing,
                ahead
            ))
        }
        Instrument::State(_) | Instrument::Words(_) => None,
    }
}
