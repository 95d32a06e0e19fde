//! The report in Markdown.

use std::fmt::Write as _;

use super::{Report, counted, heads, parts};
use crate::words::say;

/// The report in Markdown, with tables.
pub fn markdown(report: &Report) -> String {
    // Writing to a String can't fail.
    let mut out = String::new();
    let _ = writeln!(
        out,
        "# {}\n\n{}\n\n{}\n",
        plain(&report.title),
        report.until(),
        plain(&report.plan)
    );
    let [summary, targets, tasks, _, method] = parts();
    for sentence in &report.summary {
        let _ = writeln!(out, "- {}", plain(sentence));
    }
    let _ = writeln!(out, "\n## {summary}\n");
    table_row(&mut out, Report::count_heads());
    table_row(&mut out, Report::count_heads().iter().map(|_| "---"));
    for (domain, counts) in &report.counts {
        let counts = counts.iter().map(usize::to_string);
        table_row(&mut out, [domain.clone()].into_iter().chain(counts));
    }
    let _ = writeln!(out, "\n## {targets}");
    for section in &report.domains {
        let _ = writeln!(out, "\n### {}\n", plain(&section.domain));
        table_row(&mut out, heads());
        table_row(&mut out, heads().map(|_| "---"));
        for row in &section.rows {
            table_row(&mut out, row.cells());
        }
    }
    let _ = writeln!(out, "\n## {tasks}");
    for stand in &report.tasks {
        let _ = writeln!(out, "\n### {}\n", counted(&stand.stage, stand.count));
        for task in &stand.tasks {
            let _ = writeln!(out, "- {}", plain(task));
        }
    }
    let _ = writeln!(
        out,
        "\n## {}\n\n{}\n",
        report.missing_head(),
        plain(&report.needed)
    );
    for missing in &report.missing {
        let _ = writeln!(
            out,
            "- {}",
            say!(
                "{head}：{text}",
                head = plain(&missing.target),
                text = plain(&missing.what)
            )
        );
    }
    let _ = writeln!(out, "\n## {method}\n\n{}", plain(&report.method));
    out
}

fn table_row<S: AsRef<str>>(out: &mut String, cells: impl IntoIterator<Item = S>) {
    let cells: Vec<String> = cells.into_iter().map(|cell| plain(cell.as_ref())).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

/// Text that Markdown takes as it is: signs that it would act on are escaped.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>|#&~$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
