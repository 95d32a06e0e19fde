//! The report as one HTML file without outside references, fit for printing.

use std::fmt::Write as _;

use super::{Report, SHARES, counted, heads, parts};
use crate::wording;
use crate::words::{Language, language, say, tr};

const STYLE: &str = "\
:root{color-scheme:light dark}
body{font-family:'Source Han Serif SC','Noto Serif CJK SC',SimSun,'Songti SC',serif;line-height:1.7;max-width:76rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;text-align:center;margin-bottom:.3rem;text-wrap:balance}h2{font-size:1.25rem;border-bottom:1px solid}h3{font-size:1.05rem}
h1,h2,h3,.until{break-after:avoid}
.until,.about{text-align:center;margin:.3rem 0;text-wrap:balance}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:.86rem;line-height:1.45}
th,td{border:1px solid #888;padding:.3em .4em;text-align:left;vertical-align:top;overflow-wrap:break-word}
th{background:#8882;print-color-adjust:exact}.targets td:first-child{font-weight:bold}
.counts th,.counts td{text-align:center}.counts tr:last-child{font-weight:bold}
td span{display:inline-block}
.missing{columns:2 22rem;column-gap:3rem}li{break-inside:avoid}
@page{size:A4 landscape;margin:14mm 14mm 16mm;@bottom-center{content:'— ' counter(page) ' —';font-size:9pt}}
@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt;line-height:1.6;color:#000;background:#fff}table{font-size:9pt;line-height:1.35}thead{display:table-header-group;break-after:avoid}tr{break-inside:avoid}p,li{orphans:2;widows:2}}
@media screen and (max-width:50rem){.counts{font-size:.78rem}.counts th,.counts td{padding:.3em .1em}
.targets,.targets tbody,.targets tr,.targets td{display:block}.targets thead,.targets col,.targets .none{display:none}
.targets tr{border:1px solid #888;margin:.6rem 0;padding:.3em .6em}.targets td{border:0;padding:.1em 0 .1em 4.5em;text-indent:-4.5em}.targets td:first-child{padding-left:0;text-indent:0}.targets td span{text-indent:0}
.targets td:not(:first-child)::before{display:inline-block;width:4.5em;text-indent:0;color:GrayText}
";

/// English heads of columns are longer than Chinese ones, and are not to be broken anywhere: on a narrow screen the counts
/// scroll, and there is more room for heads before cells.
const LONGER_HEADS: &str = "\
.counts{display:block;overflow-x:auto}.counts th,.counts td{padding:.3em .5em;overflow-wrap:normal}
.targets td{padding-left:7.5em;text-indent:-7.5em}.targets td:not(:first-child)::before{width:7.5em}
";

/// The report in HTML.
pub fn html(report: &Report) -> String {
    // Here and below, writing to a String can't fail.
    let mut out = String::new();
    let title = escaped(&report.title);
    let language = match language() {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    };
    let day = say!("截至{day}", day = wording::day(&report.as_of));
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{}</title>\n<style>\n{STYLE}{}}}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p class=\"until\">{}</p>\n<p class=\"about\">{}</p>\n",
        wording::aside(&title, day),
        labels(),
        report.until(),
        escaped(&report.plan)
    );
    let [summary, targets, tasks, _, method] = parts();
    list(&mut out, "summary", &report.summary);
    part(&mut out, summary);
    counts(&mut out, report);
    part(&mut out, targets);
    for section in &report.domains {
        let _ = writeln!(out, "<h3>{}</h3>", escaped(&section.domain));
        let rows: Vec<Vec<&str>> = section
            .rows
            .iter()
            .map(|row| row.cells().to_vec())
            .collect();
        table(&mut out, "targets", &heads(), &SHARES, &rows);
    }
    part(&mut out, tasks);
    for stand in &report.tasks {
        let _ = writeln!(
            out,
            "<h3>{}</h3>",
            escaped(&counted(&stand.stage, stand.count))
        );
        list(&mut out, "tasks", &stand.tasks);
    }
    part(&mut out, &report.missing_head());
    let _ = writeln!(out, "<p>{}</p>", escaped(&report.needed));
    let missing: Vec<String> = report
        .missing
        .iter()
        .map(|missing| say!("{head}：{text}", head = missing.target, text = missing.what))
        .collect();
    list(&mut out, "missing", &missing);
    part(&mut out, method);
    let _ = write!(
        out,
        "<p>{}</p>\n</body>\n</html>\n",
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
    let heads = Report::count_heads();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    table(out, "counts", &heads, &[], &rows);
}

/// On a narrow screen each target is a block; its cells are named by the heads of the table.
fn labels() -> String {
    let mut out = String::new();
    for (at, head) in heads().iter().enumerate().skip(1) {
        let _ = writeln!(
            out,
            ".targets td:nth-child({})::before{{content:'{head}'}}",
            at + 1
        );
    }
    if language() == Language::English {
        out.push_str(LONGER_HEADS);
    }
    out
}

fn part(out: &mut String, head: &str) {
    let _ = writeln!(out, "<h2>{}</h2>", escaped(head));
}

fn table<S: AsRef<str>>(
    out: &mut String,
    class: &str,
    heads: &[&str],
    shares: &[usize],
    rows: &[Vec<S>],
) {
    let _ = write!(out, "<table class=\"{class}\">\n<colgroup>");
    for share in shares {
        let _ = write!(out, "<col style=\"width:{share}%\">");
    }
    out.push_str("</colgroup>\n<thead><tr>");
    for head in heads {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(head));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.push_str("<tr>");
        for cell in row {
            let cell = cell.as_ref();
            let class = if cell == "—" { " class=\"none\"" } else { "" };
            let _ = write!(out, "<td{class}>{}</td>", unbroken(&escaped(cell)));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
}

/// A figure and its year, as in 98.7%（2020年）, each kept on one line where there is room.
fn unbroken(cell: &str) -> String {
    // With the space before it in English, which has to stay between the two.
    let (open, close) = (tr("（"), tr("）"));
    match cell.split_once(open) {
        Some((figure, year)) if year.ends_with(close) && cell.chars().count() < 24 => {
            let (space, open) = open.split_at(open.len() - open.trim_start().len());
            format!("<span>{figure}</span>{space}<span>{open}{year}</span>")
        }
        _ => cell.to_owned(),
    }
}

fn list(out: &mut String, class: &str, items: &[String]) {
    let _ = writeln!(out, "<ul class=\"{class}\">");
    for item in items {
        let _ = writeln!(out, "<li>{}</li>", escaped(item));
    }
    out.push_str("</ul>\n");
}

/// Text that HTML takes as it is, between tags and within double quotes.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
