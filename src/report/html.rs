//! The report as one HTML file without outside references, fit for printing.

use std::fmt::Write as _;

use super::{HEADS, Report};

const STYLE: &str = "\
:root{color-scheme:light dark}
body{font-family:'Source Han Serif SC','Noto Serif CJK SC',SimSun,serif;line-height:1.7;max-width:76rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;text-align:center}h2{font-size:1.25rem;border-bottom:1px solid}h3{font-size:1.05rem;break-after:avoid}
.about{text-align:center}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.86rem;line-height:1.45}
th,td{border:1px solid #888;padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#8882;white-space:nowrap}td:first-child{font-weight:bold;min-width:8em}
.counts td{text-align:right}.counts td:first-child{text-align:left;font-weight:normal}
@page{size:A4 landscape;margin:14mm}
@media print{body{max-width:none;margin:0;padding:0;font-size:10pt;color:#000;background:#fff}thead{display:table-header-group}tr,li{break-inside:avoid}.wide{overflow:visible}}
";

/// The report in HTML.
pub fn html(report: &Report) -> String {
    // Here and below, writing to a String can't fail.
    let mut out = String::new();
    let title = escaped(&report.title);
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{title}（截至{}）</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p class=\"about\">{}</p>\n",
        report.as_of,
        escaped(&report.plan)
    );
    list(&mut out, &report.summary);
    out.push_str("<h2>汇总</h2>\n");
    counts(&mut out, report);
    out.push_str("<h2>指标评估</h2>\n");
    for section in &report.domains {
        let _ = writeln!(out, "<h3>{}</h3>", escaped(&section.domain));
        let rows: Vec<Vec<&str>> = section
            .rows
            .iter()
            .map(|row| row.cells().to_vec())
            .collect();
        table(&mut out, "targets", &HEADS, &rows);
    }
    out.push_str("<h2>任务进展</h2>\n");
    for stand in &report.tasks {
        let _ = writeln!(
            out,
            "<h3>{}（{}项）</h3>",
            escaped(&stand.stage),
            stand.count
        );
        list(&mut out, &stand.tasks);
    }
    let _ = writeln!(out, "<h2>待收集的数据（{}项）</h2>", report.missing.len());
    let missing: Vec<String> = report
        .missing
        .iter()
        .map(|missing| format!("{}：{}", missing.target, missing.what))
        .collect();
    list(&mut out, &missing);
    let _ = write!(
        out,
        "<h2>方法</h2>\n<p>{}</p>\n</body>\n</html>\n",
        escaped(&report.method)
    );
    out
}

fn counts(out: &mut String, report: &Report) {
    let rows: Vec<Vec<String>> = report
        .counts
        .iter()
        .map(|(domain, counts)| {
            let counts = counts.iter().map(usize::to_string);
            [domain.clone()].into_iter().chain(counts).collect()
        })
        .collect();
    table(out, "counts", &Report::count_heads(), &rows);
}

fn table<S: AsRef<str>>(out: &mut String, class: &str, heads: &[&str], rows: &[Vec<S>]) {
    let _ = write!(
        out,
        "<div class=\"wide\"><table class=\"{class}\">\n<thead><tr>"
    );
    for head in heads {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(head));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.push_str("<tr>");
        for cell in row {
            let _ = write!(out, "<td>{}</td>", escaped(cell.as_ref()));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div>\n");
}

fn list(out: &mut String, items: &[String]) {
    out.push_str("<ul>\n");
    for item in items {
        let _ = writeln!(out, "<li>{}</li>", escaped(item));
    }
    out.push_str("</ul>\n");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
