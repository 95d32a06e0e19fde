//! The targets on the page: a card each, by leading domain.

use maud::{Markup, html};

use super::gauge::gauge;
use super::{domain_numbers, heading};
use crate::card::Card;
use crate::evaluation::{Evaluation, Group};
use crate::output::export::Export;
use crate::output::html::unbroken;
use crate::plan::Target;
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
                "进度条：左标为基期，右标为目标，圆点为最新值，虚线为按时间应到之处；左标以左为倒退，右标以右为超出。没有数据或没有可比基期的指标不画进度条。"
            )) } "\n"
            @for section in &export.report.domains {
                section.group {
                    h3 { (section.heading) " " small { (say!("{n}项", n = section.rows.len())) } } "\n"
                    div.cards {
                        @for row in &section.rows {
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
