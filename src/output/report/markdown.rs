//! The report in Markdown.

use super::Report;
use super::block::{Block, Item, Table};
use crate::output::markdown::{Document, plain};

/// The report in Markdown, with tables. A chart is its figures in words.
pub fn markdown(report: &Report) -> String {
    let mut out = Document::default();
    out.heading(1, plain(&report.title));
    out.paragraph(report.until());
    out.paragraph(plain(&report.plan));
    for block in report.body() {
        match block {
            Block::Heading(level, text) => out.heading(level, plain(&text)),
            Block::Paragraph(text) | Block::Place(text) => out.paragraph(plain(&text)),
            Block::Items(_, items) => items.iter().for_each(|item| listed(&mut out, item)),
            Block::Table(table) => tabled(&mut out, &table),
            Block::Chart(chart) => {
                out.line("");
                out.line(plain(&chart.in_words()));
            }
        }
    }
    out.finish()
}

fn listed(out: &mut Document, item: &Item) {
    out.item(plain(&item.text));
    for text in &item.under {
        out.line(format_args!("  - {}", plain(text)));
    }
}

fn tabled(out: &mut Document, table: &Table) {
    let heads: Vec<String> = table.heads.iter().map(|head| plain(head)).collect();
    let rows = table.rows.iter();
    out.table(
        &heads,
        rows.map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>()),
    );
}
