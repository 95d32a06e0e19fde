//! The page (网页): plan, evaluation and records in one self-contained HTML file.
//!
//! All of it can be read and printed without scripts. The script adds search, filters and the highlight of a quoted
//! sentence. A content security policy forbids loading anything, and running any script but the one with the given
//! hash.

mod bar;
mod document;
mod finding;
mod gauge;
mod targets;
mod tasks;

use maud::{DOCTYPE, Markup, html};

use super::Export;
use super::record_row::{self, RecordRow};
use crate::output::html::{lang, trusted, web_link, with_element};
use crate::output::report::{Counts, Report};
use crate::words::{say, tr};

const STYLE: &str = include_str!("page/page.css");

/// The script, joined by build.rs: search by the rules of the program's own search, and the controls of the page.
const SCRIPT: &str = include_str!(concat!(env!("OUT_DIR"), "/page.js"));

/// The SHA-256 of the script in Base64, for the content security policy.
const SCRIPT_HASH: &str = env!("GUIHUA_PAGE_SCRIPT_SHA256");

/// The page.
pub fn html(export: &Export<'_>) -> String {
    let page = html! {
        (DOCTYPE) "\n"
        html lang=(lang()) {
            (head(export)) "\n"
            body {
                a.skip href="#main" { (tr("跳到正文")) } "\n"
                (bar::bar(export)) "\n"
                div.frame {
                    (bar::contents(export)) "\n"
                    main id="main" {
                        (cover(export)) "\n"
                        (targets::score(export)) "\n"
                        (targets::section(export)) "\n"
                        (tasks::section(export)) "\n"
                        (document::section(export)) "\n"
                        (records(export)) "\n"
                        (method(export)) "\n"
                    }
                }
                script type="application/json" id="data" { (trusted(&finding::data(&export.dossier.outline))) }
                script { (trusted(SCRIPT)) }
            }
        }
        "\n"
    };
    page.into_string()
}

fn head(export: &Export<'_>) -> Markup {
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'"
    );
    html! {
        head {
            meta charset="utf-8"; "\n"
            meta http-equiv="Content-Security-Policy" content=(policy); "\n"
            meta name="viewport" content="width=device-width,initial-scale=1"; "\n"
            meta name="color-scheme" content="light dark"; "\n"
            meta name="generator" content={ "guihua " (env!("CARGO_PKG_VERSION")) }; "\n"
            title { (export.dossier.plan.meta.title) } "\n"
            style { (trusted(STYLE)) }
        }
    }
}

/// The title, the date, and the counts.
fn cover(export: &Export<'_>) -> Markup {
    let meta = &export.dossier.plan.meta;
    let about = [&meta.issuer, &meta.document_number, &meta.issued];
    let about: Vec<&str> = about.into_iter().flatten().map(String::as_str).collect();
    html! {
        section.cover {
            h1 { (meta.title) }
            p.about { (about.join(tr("　"))) }
            @if let Some(source) = &meta.source {
                p.about { (with_element(|source| say!("原文：{source}", source), &web_link(source))) } "\n"
            }
            ul.summary { @for sentence in &export.report.summary { li { (sentence) } "\n" } }
            @for tier in &export.report.counts { (counts(tier)) }
        }
    }
}

fn counts(tier: &Counts) -> Markup {
    html! {
        table.counts {
            caption { (tier.tier) }
            thead { tr { @for head in Report::count_heads() { th scope="col" { (head) } } } } "\n"
            tbody {
                @for (domain, counts) in &tier.rows {
                    tr {
                        th scope="row" { (domain) }
                        @for count in counts { td.zero[*count == 0] { (count) } }
                    }
                    "\n"
                }
            }
        }
    }
}

fn records(export: &Export<'_>) -> Markup {
    let row = RecordRow::all(export);
    html! {
        section id="records" {
            h2 { (tr("记录与来源")) } "\n"
            @if row.is_empty() {
                p { (tr("没有监测记录。")) }
            } @else {
                table.records {
                    thead { tr { @for head in record_row::heads() { th scope="col" { (head) } } } } "\n"
                    tbody { @for record in &row { (record_row(record)) "\n" } }
                }
            }
        }
    }
}

/// The row of a record; the name of a task links to its paragraph.
fn record_row(record: &RecordRow) -> Markup {
    let [about, rest @ ..] = record.cells();
    let [about_head, heads @ ..] = record_row::heads();
    html! {
        tr {
            td data-head=(about_head) {
                @if let Some(address) = &record.address {
                    a href={ "#" (address) } { (about) }
                } @else {
                    (about)
                }
            }
            @for (cell, head) in rest.iter().zip(heads) { td data-head=(head) { (cell) } }
        }
    }
}

fn method(export: &Export<'_>) -> Markup {
    let made = say!(
        "本页由 guihua {version} 导出，评估截至 {as_of}；不联网，可存档、打印。",
        version = env!("CARGO_PKG_VERSION"),
        as_of = export.assessment.as_of
    );
    html! {
        section id="method" {
            h2 { (tr("评估方法")) } "\n"
            p { (export.report.method) } "\n"
            p.made { (made) }
        }
    }
}

/// A heading with the count `all`, which the filters change.
fn heading(text: &str, id: &str, all: usize) -> Markup {
    let whole = say!("{n}项", n = all);
    html! {
        h2 {
            (text) " "
            output id=(id) aria-live="polite" data-part=(tr("{n}/{all}项")) data-whole=(whole) { (whole) }
        }
    }
}

/// The indexes of domains for `data-d`, by which the script filters.
fn domain_numbers<'a>(
    export: &Export<'_>,
    domains: impl IntoIterator<Item = &'a String>,
) -> String {
    let number = |domain: &String| {
        let known = &export.dossier.plan.domains;
        known.iter().position(|known| known == domain)
    };
    let numbers: Vec<String> = domains
        .into_iter()
        .filter_map(number)
        .map(|number| number.to_string())
        .collect();
    numbers.join(" ")
}
