//! The targets on the page: a card each, by leading domain.

use maud::{Markup, html};

use super::gauge::gauge;
use super::{domain_numbers, heading};
use crate::card::Card;
use crate::evaluation::{Evaluation, Group, Measure};
use crate::output::export::Export;
use crate::output::html::unbroken;
use crate::output::report::{Row, Section, SectionPart};
use crate::plan::Target;
use crate::wording;
use crate::words::{say, tr};

pub(super) fn section(export: &Export<'_>) -> Markup {
    let cards: Vec<_> = export.cards().collect();
    html! {
        section id="targets" {
            (heading(tr("指标"), "shown-targets", export.dossier.plan.targets.len())) "\n"
            @for tier in export.assessment.board.tiers() {
                p.legend { (export.assessment.board.text(tier)) } "\n"
            }
            p.legend { (tr(
                "进度条：左标为基期，右标为目标，圆点为最新值，虚线为按时间应到之处；左标以左为倒退，右标以右为超出。没有可比基期的，条长为最新值，竖标为目标。没有数据的不画。"
            )) } "\n"
            p { button type="button" id="known" aria-pressed="false" hidden { (tr("只看有数据的")) } } "\n"
            @for section in &export.report.domains {
                section.group {
                    h3 { (section.heading) " " small { (say!("{n}项", n = section.rows.len())) } } "\n"
                    div.cards {
                        @for row in known_first(section) {
                            @if let Some((target, it, shown)) = cards.get(row.index) {
                                (card(export, target, it, shown)) "\n"
                            }
                        }
                    }
                }
                "\n"
            }
        }
    }
}

/// The rows of a section in its order, those with data before those without.
fn known_first(section: &Section) -> impl Iterator<Item = &Row> {
    let of = |wanted: bool| {
        let rows = section.rows.iter();
        rows.filter(move |row| (row.group != Group::NoData) == wanted)
    };
    of(true).chain(of(false))
}

/// How the targets of the plan with a figure to reach stand, a row for each that has data, by domain; nothing where none
/// has.
pub(super) fn score(export: &Export<'_>) -> Markup {
    let cards: Vec<_> = export.cards().collect();
    let sections = export.report.domains.iter();
    let sections = sections.filter(|section| section.part == SectionPart::Targets);
    let scored = sections.map(|section| {
        let rows = section.rows.iter().filter(|row| row.group != Group::NoData);
        let rows = rows.filter_map(|row| cards.get(row.index));
        let rows: Vec<_> = rows.filter(|(target, ..)| target.goal.is_some()).collect();
        (&section.heading, rows)
    });
    let scored: Vec<_> = scored.filter(|(_, rows)| !rows.is_empty()).collect();
    html! {
        @if !scored.is_empty() {
            section id="score" {
                h2 { (tr("主要指标完成情况")) } "\n"
                table.score {
                    thead {
                        tr {
                            th scope="col" { (tr("指标")) }
                            @for head in [tr("基期"), tr("最新"), tr("目标")] { th.number scope="col" { (head) } }
                            th scope="col" { (tr("进度")) }
                            th scope="col" { (tr("进展")) }
                        }
                    } "\n"
                    @for (domain, rows) in &scored {
                        tbody {
                            tr.domain { th scope="rowgroup" colspan="6" { (domain) } } "\n"
                            @for (target, it, card) in rows { (scored_row(target, it, card)) "\n" }
                        }
                    }
                }
            }
        }
    }
}

fn scored_row(target: &Target, it: &Evaluation, card: &Card) -> Markup {
    let stand = format!("{} {}", card.latest, card.progress);
    // The goal of a sum is a sum as well.
    let latest = match &it.measure {
        Measure::Attainment { sum, .. } => {
            say!("累计{figure}", figure = wording::figure(*sum, target))
        }
        _ => card.latest.value.clone(),
    };
    html! {
        tr class=(group(it.group())) {
            th scope="row" { a href={ "#t-" (target.id) } { (card.name) } }
            td.number { @if it.baseline.is_some() { (card.baseline.value) } }
            td.number.latest { (latest) }
            td.number { (card.goal.value) }
            td { (gauge(it, &say!("{head}：{text}", head = card.name, text = stand))) }
            td.told { (it.verdict_sign()) " " (card.verdict) }
        }
    }
}

fn card(export: &Export<'_>, target: &Target, it: &Evaluation, card: &Card) -> Markup {
    let group = group(it.group());
    let stand = format!("{} {}", card.latest, card.progress);
    html! {
        article.card id={ "t-" (target.id) } data-d=(domain_numbers(export, &target.domains)) data-group=(group) {
            header { h4 { (card.name) } " " p class={ "verdict " (group) } { (card.verdict) } } "\n"
            @if let Some(own) = &card.own_name { p.domains { (own) } "\n" }
            p.domains { (card.domains) } "\n"
            (gauge(it, &say!("{head}：{text}", head = card.name, text = stand)))
            dl.figures {
                @for figure in [&card.baseline, &card.latest, &card.goal] {
                    div { dt { (figure.head) } dd { (unbroken(&figure.to_string())) } } "\n"
                }
            }
            @if !card.progress.is_empty() { p.progress { (card.progress) } "\n" }
            blockquote {
                a href={ "#q-" (target.id) } { "“" (card.sentence) "”" } " "
                cite { (card.place) }
            }
            "\n"
            (notes(card))
        }
    }
}

fn notes(card: &Card) -> Markup {
    html! {
        @if !card.source.is_empty() {
            p.note { (say!("来源：{source}", source = card.source)) } "\n"
        }
        @for reference in &card.references {
            p.note { (say!("参考：{reference}", reference)) } "\n"
        }
        @for remark in &card.remarks {
            p.note { (say!("说明：{remark}", remark)) } "\n"
        }
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
