//! Claims about figures, figures that do not fit together, and tasks that serve a target.

use super::super::figures;
use super::super::reader::{self, Fields};
use super::super::yaml::Tree;
use super::{Context, citation, details, items, other_place, required};
use crate::plan::{Citation, Claim, Discord, LinkOrigin, Number, Plan, Reckoning, ServedBy};
use crate::words::{say, tr};

/// Reads `claims` and `discords` into the plan.
pub(super) fn all(plan: &mut Plan, fields: &mut Fields<'_>, cx: &mut Context<'_>) {
    let claims = items(fields, "claims", cx).iter();
    plan.claims = claims.filter_map(|tree| claim(tree, cx)).collect();
    let discords = items(fields, "discords", cx).iter();
    plan.discords = discords.filter_map(|tree| discord(tree, cx)).collect();
}

fn claim(tree: &Tree, cx: &mut Context<'_>) -> Option<Claim> {
    let mut fields = Fields::of(tree, tr("数值关系（claims）"), cx.problems)?;
    let states = fields
        .required("states", cx.problems)
        .and_then(|tree| reader::number(tree, tr("所述数值（states）"), cx.problems));
    let unit_at = fields
        .optional("unit")
        .map_or(tree.place, |tree| tree.place);
    let unit = required(&mut fields, "unit", reader::name, cx.problems);
    let words = Reckoning::ALL.map(|(reckoning, word, _)| (word, reckoning));
    let reckoning = fields
        .required("is", cx.problems)
        .and_then(|tree| reader::one_of(tree, tr("关系（is）"), &words, cx.problems));
    let of: Vec<Number> = details(&mut fields, "of", cx)
        .iter()
        .filter_map(|tree| reader::number(tree, tr("所据数值（of）"), cx.problems))
        .collect();
    // “接近六成” prints its figure in words.
    let figure = states.filter(|_| reckoning != Some(Reckoning::Near));
    let citation = citation(&mut fields, figure.map(|number| number.to_string()), cx);
    let from: Vec<Citation> = details(&mut fields, "from", cx)
        .iter()
        .filter_map(|tree| other_place(tree, cx))
        .collect();
    fields.finish(cx.problems);
    let claim = Claim {
        states: states?,
        unit,
        reckoning: reckoning?,
        of,
        citation: citation?,
        from,
    };
    operands(&claim, tree, cx);
    cx.claims.push(unit_at);
    Some(claim)
}

/// So many operands as the reckoning takes, each printed in one of the quotes.
fn operands(claim: &Claim, tree: &Tree, cx: &mut Context<'_>) {
    let right = match claim.reckoning.operands() {
        Some(number) => claim.of.len() == number,
        None => claim.of.len() >= 2,
    };
    if !right {
        let what = say!("数值关系的所据数值有 {n} 个", n = claim.of.len());
        let remedy = tr("difference、growth、share 写两个，near、part 写一个，sum 至少两个");
        cx.problems.push(tree.place, what, remedy);
    }
    let from = claim.from.iter().map(|citation| citation.quote.as_str());
    let quotes = figures::Numbers::of(std::iter::once(claim.citation.quote.as_str()).chain(from));
    for operand in &claim.of {
        let figure = operand.to_string();
        if !quotes.have(&figure) {
            let what = say!("引文里没有所据数值 {figure}", figure);
            cx.problems
                .push(tree.place, what, tr("在 from 里引出它所在的句子"));
        }
    }
}

fn discord(tree: &Tree, cx: &mut Context<'_>) -> Option<Discord> {
    let mut fields = Fields::of(tree, tr("不相衔接之处（discords）"), cx.problems)?;
    let between: Vec<Citation> = details(&mut fields, "between", cx)
        .iter()
        .filter_map(|tree| other_place(tree, cx))
        .collect();
    let note = required(&mut fields, "note", reader::text, cx.problems);
    fields.finish(cx.problems);
    if between.len() < 2 {
        cx.problems.push(
            tree.place,
            tr("不相衔接之处少于两处引文"),
            tr("between 至少写两处"),
        );
    }
    Some(Discord { between, note })
}

pub(super) fn served_by(tree: &Tree, cx: &mut Context<'_>) -> Option<ServedBy> {
    let mut fields = Fields::of(tree, tr("对应的任务（served_by）"), cx.problems)?;
    let task = fields.required("task", cx.problems).and_then(|tree| {
        let address = reader::address(tree, tr("任务（task）"), cx.problems)?;
        cx.tasks_named.push((tree.place, address));
        Some(address)
    });
    let origin = fields
        .required("origin", cx.problems)
        .and_then(|tree| reader::one_of(tree, tr("依据（origin）"), &LinkOrigin::ALL, cx.problems));
    fields.finish(cx.problems);
    Some(ServedBy {
        task: task?,
        origin: origin?,
    })
}
