//! The targets on the page: a card each, by leading domain.

use std::fmt::Write as _;

use super::gauge::gauge;
use super::{domain_numbers, heading};
use crate::card::Card;
use crate::evaluation::{Evaluation, Group};
use crate::export::Export;
use crate::plan::Target;
use crate::report::escaped;
use crate::words::{say, tr};

pub(super) fn section(out: &mut String, export: &Export<'_>) {
    // Here and below, writing to a String can't fail.
    out.push_str("<section id=\"targets\">\n");
    heading(
        out,
        tr("指标"),
        "shown-targets",
        export.dossier.plan.targets.len(),
    );
    legend(out);
    let cards: Vec<_> = export.cards().collect();
    for section in &export.report.domains {
        let _ = writeln!(
            out,
            "<section class=\"group\">\n<h3>{} <small>{}</small></h3>\n<div class=\"cards\">",
            escaped(&section.domain),
            say!("{n}项", n = section.rows.len())
        );
        for row in &section.rows {
            if let Some((target, it, shown)) = cards.get(row.index) {
                card(out, export, target, it, shown);
            }
        }
        out.push_str("</div>\n</section>\n");
    }
    out.push_str("</section>\n");
}

fn legend(out: &mut String) {
    let _ = writeln!(
        out,
        "<p class=\"legend\">{}</p>",
        tr(
            "进度条：左标为基期，右标为目标，圆点为最新值，虚线为按时间应到之处；左标以左为倒退，右标以右为超出；点线为尚无监测数据。没有可比基期的指标不画进度条。"
        )
    );
}

fn card(out: &mut String, export: &Export<'_>, target: &Target, it: &Evaluation, card: &Card) {
    let _ = writeln!(
        out,
        "<article class=\"card\" id=\"t-{id}\" data-d=\"{domains}\" data-group=\"{group}\">\n<header><h4>{name}</h4> <p class=\"verdict {group}\">{verdict}</p></header>\n<p class=\"domains\">{labels}</p>",
        id = escaped(&target.id),
        domains = domain_numbers(export, &target.domains),
        group = group(it.group()),
        name = escaped(&card.name),
        verdict = escaped(&card.verdict),
        labels = escaped(&card.domains),
    );
    let [(base_head, base), (goal_head, goal), (latest_head, latest)] = &card.figures;
    let stand = format!("{latest} {}", card.progress);
    let label = say!("{head}：{text}", head = card.name, text = stand);
    out.push_str(&gauge(it, &label));
    out.push_str("<dl class=\"figures\">\n");
    for (head, figure) in [(base_head, base), (latest_head, latest), (goal_head, goal)] {
        let _ = writeln!(
            out,
            "<div><dt>{head}</dt><dd>{}</dd></div>",
            unbroken(&escaped(figure))
        );
    }
    out.push_str("</dl>\n");
    if !card.progress.is_empty() {
        let _ = writeln!(out, "<p class=\"progress\">{}</p>", escaped(&card.progress));
    }
    let _ = writeln!(
        out,
        "<blockquote><a href=\"#q-{}\">“{}”</a> <cite>{}</cite></blockquote>",
        escaped(&target.id),
        escaped(&card.sentence),
        escaped(&card.place)
    );
    notes(out, card);
    out.push_str("</article>\n");
}

fn notes(out: &mut String, card: &Card) {
    let source = Some(&card.source).filter(|source| !source.is_empty());
    if let Some(source) = source {
        let source = say!("来源：{source}", source = escaped(source));
        let _ = writeln!(out, "<p class=\"note\">{source}</p>");
    }
    for remark in &card.remarks {
        let remark = say!("说明：{remark}", remark = escaped(remark));
        let _ = writeln!(out, "<p class=\"note\">{remark}</p>");
    }
}

/// A figure and its year, as in 98.7%（2020年）, each kept on one line where there is room.
fn unbroken(cell: &str) -> String {
    let year = cell
        .find(['（', '('])
        .and_then(|at| cell.split_at_checked(at));
    match year {
        // The space of English stands between the two: at the end of a span it would have no width.
        Some((figure, year)) => match figure.strip_suffix(' ') {
            Some(figure) => format!("<span>{figure}</span> <span>{year}</span>"),
            None => format!("<span>{figure}</span><span>{year}</span>"),
        },
        None => cell.to_owned(),
    }
}

/// The class of a group, which gives its colour.
fn group(group: Group) -> &'static str {
    match group {
        Group::Reached => "reached",
        Group::OnCourse => "on-course",
        Group::Behind => "behind",
        Group::Missed => "missed",
        Group::Open => "open",
        Group::NoData => "no-data",
    }
}
