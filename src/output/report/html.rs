//! The report as one self-contained HTML file, for printing.

use maud::{DOCTYPE, Markup, html};

use super::block::{Block, Item, Table};
use super::{Report, svg};
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
    html! {
        h1 { (report.title) } "\n"
        p.until { (report.until()) }
        p.about { (report.plan) } "\n"
        @for block in report.body() { (written(&block)) }
    }
}

fn written(block: &Block<'_>) -> Markup {
    match block {
        Block::Heading(2, text) => html! { h2 { (text) } "\n" },
        Block::Heading(_, text) => html! { h3 { (text) } "\n" },
        Block::Paragraph(text) => html! { p { (text) } "\n" },
        Block::Place(text) => html! { p.place contenteditable="plaintext-only" { (text) } "\n" },
        Block::Items(class, items) => list(class, items),
        Block::Table(table) => tabled(table),
        Block::Chart(chart) => svg::figure(chart),
    }
}

fn tabled(table: &Table) -> Markup {
    html! {
        table class=(table.class) {
            colgroup { @for share in &table.shares { col style={ "width:" (share) "%" }; } }
            thead { tr { @for head in &table.heads { th scope="col" { (head) } } } } "\n"
            tbody {
                "\n"
                @for row in &table.rows {
                    tr { @for (head, cell) in table.heads.iter().zip(row) { (td(head, cell)) } }
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

fn list(class: &str, items: &[Item]) -> Markup {
    html! {
        ul class=(class) {
            @for item in items {
                li {
                    (item.text)
                    @if !item.under.is_empty() { ul { @for text in &item.under { li { (text) } } } }
                }
                "\n"
            }
        }
        "\n"
    }
}
