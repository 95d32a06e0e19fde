//! The report as one self-contained HTML file, for printing.

use maud::{DOCTYPE, Markup, html};

use super::{Counts, Report, SHARES, StageTasks, counted, heads, parts};
use crate::output::html::{lang, trusted, unbroken};
use crate::wording;
use crate::words::say;

const STYLE: &str = include_str!("report.css");

/// The report in HTML.
pub fn html(report: &Report) -> String {
    let day = say!("截至{day}", day = wording::day(&report.as_of));
    let page = html! {
        (DOCTYPE) "\n"
        html lang=(lang()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                title { (wording::aside(&report.title, day)) }
                style { (trusted(STYLE)) }
            }
            "\n"
            body { (body(report)) }
        }
        "\n"
    };
    page.into_string()
}

fn body(report: &Report) -> Markup {
    let [summary, targets, tasks, _, method] = parts();
    let missing = report.missing.iter();
    let missing = missing.map(|it| say!("{head}：{text}", head = it.target, text = it.what));
    html! {
        h1 { (report.title) } "\n"
        p.until { (report.until()) }
        p.about { (report.plan) } "\n"
        (list("summary", &report.summary))
        h2 { (summary) } "\n"
        @for tier in &report.counts {
            h3 { (tier.tier) } "\n"
            (counts(tier))
        }
        h2 { (targets) } "\n"
        @for section in &report.domains {
            h3 { (section.heading) } "\n"
            (table("targets", &heads(), &SHARES, section.rows.iter().map(super::Row::cells)))
        }
        h2 { (tasks) } "\n"
        @for StageTasks { stage, count, tasks } in &report.tasks {
            h3 { (counted(stage, *count)) } "\n"
            (list("tasks", tasks))
        }
        h2 { (report.missing_head()) } "\n"
        p { (report.needed) } "\n"
        (list("missing", &missing.collect::<Vec<_>>()))
        h2 { (method) } "\n"
        p { (report.method) } "\n"
    }
}

fn counts(tier: &Counts) -> Markup {
    let rows = tier.rows.iter().map(|(domain, counts)| {
        let counts = counts.iter().map(usize::to_string);
        std::iter::once(domain.clone()).chain(counts)
    });
    table("counts", &Report::count_heads(), &[], rows)
}

/// A table; `shares` are the column widths in percent; empty if they are equal.
fn table<Head: AsRef<str>, Row: IntoIterator<Item: AsRef<str>>>(
    class: &str,
    heads: &[Head],
    shares: &[usize],
    rows: impl IntoIterator<Item = Row>,
) -> Markup {
    html! {
        table class=(class) {
            colgroup { @for share in shares { col style={ "width:" (share) "%" }; } }
            thead { tr { @for head in heads { th scope="col" { (head.as_ref()) } } } } "\n"
            tbody {
                "\n"
                @for row in rows {
                    tr {
                        @for (head, cell) in heads.iter().zip(row) {
                            (td(head.as_ref(), cell.as_ref()))
                        }
                    }
                    "\n"
                }
            }
        }
        "\n"
    }
}

/// A cell with its head as label, for narrow screens, where a row is a block.
fn td(head: &str, cell: &str) -> Markup {
    html! { td.none[cell == "—"] data-head=(head) { (unbroken(cell)) } }
}

fn list(class: &str, items: &[String]) -> Markup {
    html! {
        ul class=(class) { @for item in items { li { (item) } "\n" } } "\n"
    }
}
