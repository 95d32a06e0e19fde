//! The details of a task: its measures sentence by sentence, who does it, what it serves.

use super::column::Column;
use super::{DetailLine, Role};
use crate::app::Document;
use crate::plan::{Address, Duties, Node, NodeId, sentences};
use crate::records::Status;
use crate::wording;
use crate::words::{say, tr};

/// The details of a task.
pub fn task(document: &Document, id: NodeId, columns: u16) -> Vec<DetailLine> {
    let outline = &document.dossier.outline;
    let node = outline.node(id);
    let heading = outline.node(outline.heading_of(id));
    let mut column = Column::default();
    column.flow(node.title(), Role::Name);
    let place = format!(
        "{}  {}{}",
        wording::place(outline, node.address),
        heading.number,
        heading.title()
    );
    column.flow(&place, Role::Quiet);
    match document.stage(node.address) {
        Some(status) => column.status(status),
        None => column.fact(tr("进展"), tr("尚无记录"), Role::Quiet),
    }
    if let Some(duties) = node.duties() {
        column.duties(duties);
    }
    column.serves(document, node.address, None);
    column.gap();
    column.measures(document, node);
    for doubt in node.doubts() {
        column.flow(&doubt, Role::Quiet);
    }
    column.lines(columns)
}

impl Column {
    /// Adds the targets that a task serves as a whole, or by one measure.
    fn serves(&mut self, document: &Document, task: Address, measure: Option<Address>) {
        let links = document.dossier.coverage().links.iter();
        let own = links.filter(|link| link.task == task && link.measure == measure);
        for target in own.filter_map(|link| document.dossier.plan.targets.get(link.target)) {
            let name = wording::target_name(&document.dossier.plan, target);
            self.fact(tr("指标"), &name, Role::Quiet);
        }
    }

    /// Adds the measures of a task, sentence by sentence, each with its own status and targets. The first is the title.
    fn measures(&mut self, document: &Document, node: &Node) {
        let reading = node.prose.reading();
        for (n, range) in (1u16..).zip(sentences(reading)) {
            let at = node.address.with_sentence(n);
            if range.end > node.lead {
                let label = say!("第{n}句", n);
                let words = node.prose.slice(&(range.start.max(node.lead)..range.end));
                self.fact(&label, &words.told(), Role::Plain);
            }
            if let Some(status) = document.stage(at) {
                self.status(status);
            }
            self.serves(document, node.address, Some(at));
        }
    }

    /// Adds a recorded status.
    fn status(&mut self, status: &Status) {
        let source = status.source.as_deref().unwrap_or(tr("未注明来源"));
        let text = say!(
            "{stage}（{date}，{source}）",
            stage = tr(status.stage.label()),
            date = status.date,
            source
        );
        self.fact(tr("进展"), &text, Role::Goal);
    }

    /// Adds who does it and until when, in the words of the plan.
    pub(super) fn duties(&mut self, duties: &Duties) {
        for (label, duty) in [
            (tr("牵头单位"), &duties.lead),
            (tr("责任单位"), &duties.with),
        ] {
            if let Some(duty) = duty {
                self.fact(label, &duty.names.join(tr("、")), Role::Plain);
            }
        }
        if let Some(due) = &duties.due {
            self.fact(tr("完成时限"), &due.quote, Role::Plain);
        }
    }
}
