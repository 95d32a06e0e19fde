//! What accompanies the plan: English glosses, doubts of a program, and what of the published text is left out.

use std::collections::HashSet;

use super::super::reader::{self, Fields, suggestion};
use super::super::yaml::{Tree, Value};
use super::{Cited, Context, items, optional, required};
use crate::plan::{Citation, Doubt, Omitted, Plan};
use crate::words::{say, tr};

/// Reads `english`, `doubts` and `omitted` into the plan.
pub(super) fn all(plan: &mut Plan, fields: &mut Fields<'_>, cx: &mut Context<'_>) {
    if let Some(tree) = fields.optional("english") {
        english(plan, tree, cx);
    }
    let doubts = items(fields, "doubts", cx).iter();
    plan.doubts = doubts.filter_map(|tree| doubt(tree, cx)).collect();
    let omitted = items(fields, "omitted", cx).iter();
    plan.omitted = omitted.filter_map(|tree| self::omitted(tree, cx)).collect();
}

fn english(plan: &mut Plan, tree: &Tree, cx: &mut Context<'_>) {
    let Value::Map(entries) = &tree.value else {
        let what = tr("英文译名（english）应为键值对");
        cx.problems.push(tree.place, what, tr("每行写“键: 值”"));
        return;
    };
    for entry in entries {
        let gloss = reader::text(&entry.tree, tr("英文译名"), cx.problems);
        cx.glossed.push((entry.place, entry.key.clone()));
        plan.english.insert(entry.key.clone().into(), gloss.into());
    }
}

fn doubt(tree: &Tree, cx: &mut Context<'_>) -> Option<Doubt> {
    let mut fields = Fields::of(tree, tr("存疑（doubts）"), cx.problems)?;
    let at = fields.required("at", cx.problems);
    let address = at.and_then(|tree| reader::address(tree, tr("地址（at）"), cx.problems));
    let quoted = fields.optional("quote");
    let quote = optional(&mut fields, "quote", reader::text, cx.problems);
    let note = required(&mut fields, "note", reader::text, cx.problems);
    let proposal = optional(&mut fields, "proposal", reader::text, cx.problems);
    fields.finish(cx.problems);
    let (place, at) = (at?.place, address?);
    cx.cite(Cited {
        at: place,
        quote: quoted.map_or(place, |tree| tree.place),
        citation: Citation {
            at,
            quote: quote.clone().unwrap_or_default(),
        },
        figure: None,
    });
    Some(Doubt {
        at,
        quote,
        note,
        proposal,
    })
}

fn omitted(tree: &Tree, cx: &mut Context<'_>) -> Option<Omitted> {
    let mut fields = Fields::of(tree, tr("略去的文字（omitted）"), cx.problems)?;
    let line = fields.optional("line").and_then(|tree| line(tree, cx));
    let text = required(&mut fields, "text", reader::text, cx.problems);
    let reason = required(&mut fields, "reason", reader::text, cx.problems);
    fields.finish(cx.problems);
    Some(Omitted { line, text, reason })
}

/// The number of a line, from 1.
fn line(tree: &Tree, cx: &mut Context<'_>) -> Option<u32> {
    let text = reader::text(tree, tr("行号（line）"), cx.problems);
    let line = text.parse().ok().filter(|line| *line > 0);
    if line.is_none() && !text.is_empty() {
        let what = say!("“{text}”不是行号", text);
        cx.problems.push(tree.place, what, tr("写从 1 起的整数"));
    }
    line
}

/// Notes every gloss of something that is no domain, target or term.
pub(in super::super) fn verify_glosses(
    glossed: &[(super::Place, String)],
    plan: &Plan,
    problems: &mut super::Problems,
) {
    let targets = plan.targets.iter().map(|target| target.name.as_str());
    let terms = plan.terms.iter().map(|term| term.name.as_str());
    let domains = plan.domains.iter().map(String::as_str);
    let known: Vec<&str> = domains.chain(targets).chain(terms).collect();
    let all: HashSet<&str> = known.iter().copied().collect();
    for (place, name) in glossed {
        if !all.contains(name.as_str()) {
            let what = say!("没有叫“{name}”的领域、指标或术语", name);
            problems.push(*place, what, suggestion(name, &known));
        }
    }
}
