//! The details of a row that stands for targets without data: what each of them is to reach.

use super::column::Column;
use super::{DetailLine, Role};
use crate::app::Document;
use crate::wording;
use crate::words::{say, tr};

/// Names and goals of the targets, by their indexes.
pub fn folded(document: &Document, items: &[usize], columns: u16) -> Vec<DetailLine> {
    let plan = &document.dossier.plan;
    let mut column = Column::default();
    let count = items.len();
    column.flow(&say!("尚无监测数据 {count} 项", count), Role::Name);
    column.flow(tr("Enter 展开或收起，Z 全部"), Role::Quiet);
    column.gap();
    for target in items.iter().filter_map(|it| plan.targets.get(*it)) {
        let evaluation = document.assessment.evaluation(target);
        let goal = evaluation.and_then(|it| it.goal.value);
        let goal = wording::goal_of(target, goal);
        let name = wording::told(plan, &target.name);
        column.flow(&format!("{name}  {goal}"), Role::Plain);
    }
    column.lines(columns)
}
