//! What was observed of the targets of a topic: a row for each time, with a gauge where there is room.

use super::super::super::details::{DetailLine, Role};
use super::{GAP, INDENT, Page, PageLine};
use crate::gauge::{self, Instrument, Signs};
use crate::plan::Number;
use crate::text::{pad, width};
use crate::topic::{self, Answer, Observed};
use crate::wording;
use crate::words::{say, tr};

/// The columns of a page from which observed figures have gauges, and those of such a gauge.
const WITH_GAUGES: usize = 72;
const GAUGE_OF_YEAR: usize = 24;

impl Page<'_> {
    /// What was observed of the targets of the topic, by target.
    pub(super) fn observed(&mut self, answer: &Answer) {
        if answer.foremost().is_empty() {
            return;
        }
        self.part(tr("监测"));
        let document = self.document;
        let mut unseen = 0;
        for promise in answer.foremost() {
            let observed = topic::observed(&document.dossier, &document.assessment, *promise);
            match document.dossier.plan.targets.get(promise.target) {
                Some(target) if !observed.is_empty() => {
                    let name = wording::target_name(&document.dossier.plan, target);
                    self.flow(INDENT, &name, Role::Plain, None);
                }
                _ => unseen += 1,
            }
            self.figures_of(promise.target, &observed);
        }
        if unseen > 0 {
            let text = say!("尚无监测数据的 {count} 项", count = unseen);
            self.flow(INDENT, &text, Role::Quiet, None);
        }
    }

    /// What was observed of a target, a row for each time, with a gauge where there is room.
    fn figures_of(&mut self, target: usize, observed: &[Observed]) {
        let widest = |part: fn(&Observed) -> &String| {
            let widths = observed.iter().map(|it| width(part(it)));
            widths.max().unwrap_or(0)
        };
        let columns = (widest(|it| &it.when), widest(|it| &it.value));
        for it in observed {
            if let Some(line) = self.gauged(target, it, columns) {
                self.lines.push(PageLine { line, item: None });
            } else {
                let text = format!("{}{GAP}{}{GAP}{}", it.when, it.value, it.source);
                self.flow(&INDENT.repeat(2), &text, Role::Quiet, None);
            }
        }
    }

    /// A row with its time, figure and gauge in columns, and its source; `None` where there is no room or no drawing.
    fn gauged(
        &self,
        target: usize,
        it: &Observed,
        (when, value): (usize, usize),
    ) -> Option<DetailLine> {
        let figure = it.figure.map(Number::decimal)?;
        let evaluation = self.document.assessment.evaluations.get(target)?;
        let drawn = Instrument::of_figure(evaluation, figure)?;
        let before = " ".repeat(value.saturating_sub(width(&it.value)));
        let label = [
            &INDENT.repeat(2),
            &pad(&it.when, when),
            GAP,
            &before,
            &it.value,
            GAP,
        ]
        .concat();
        let after = format!("{GAP}{}", it.source);
        let taken = width(&label) + GAUGE_OF_YEAR + width(&after);
        let has_room = self.columns >= WITH_GAUGES && taken <= self.columns;
        let gauge = drawn.draw(GAUGE_OF_YEAR, Signs::of_screen());
        has_room.then(|| DetailLine {
            label: Some(label),
            text: gauge::text(&gauge) + &after,
            role: Role::Observed,
            gauge,
            before: after.len(),
            address: 0,
        })
    }
}
