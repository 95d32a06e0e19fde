//! The report in Markdown.

use super::{Counts, Report, counted, heads, parts};
use crate::output::markdown::{Document, plain};
use crate::words::say;

/// The report in Markdown, with tables.
pub fn markdown(report: &Report) -> String {
    let mut out = Document::default();
    let [summary, targets, tasks, _, method] = parts();
    out.heading(1, plain(&report.title));
    out.paragraph(report.until());
    out.paragraph(plain(&report.plan));
    items(&mut out, &report.summary);
    out.heading(2, summary);
    for tier in &report.counts {
        out.heading(3, &tier.tier);
        counts(&mut out, tier);
    }
    out.heading(2, targets);
    for section in &report.domains {
        out.heading(3, plain(&section.heading));
        let rows = section.rows.iter().map(|row| row.cells().map(plain));
        out.table(&heads().map(str::to_owned), rows);
    }
    out.heading(2, tasks);
    for stand in &report.tasks {
        out.heading(3, counted(&stand.stage, stand.count));
        items(&mut out, &stand.tasks);
    }
    out.heading(2, report.missing_head());
    out.paragraph(plain(&report.needed));
    for missing in &report.missing {
        let (head, text) = (plain(&missing.target), plain(&missing.what));
        out.item(say!("{head}：{text}", head, text));
    }
    out.heading(2, method);
    out.line(plain(&report.method));
    out.finish()
}

fn counts(out: &mut Document, tier: &Counts) {
    let rows = tier.rows.iter().map(|(domain, counts)| {
        let counts = counts.iter().map(usize::to_string);
        std::iter::once(plain(domain))
            .chain(counts)
            .collect::<Vec<_>>()
    });
    out.table(&Report::count_heads(), rows);
}

fn items(out: &mut Document, texts: &[String]) {
    for text in texts {
        out.item(plain(text));
    }
}
