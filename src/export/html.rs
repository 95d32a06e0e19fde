//! The page (网页): everything in one self-contained file, for the colleague who has no terminal.
//!
//! Evaluation first, then the text as issued, then the records; without scripts all of it is there to be read and
//! printed. The script adds finding, filters and the mark on a quoted sentence. Nothing is loaded from anywhere: a policy
//! in the page forbids it, and lets no script run but the one whose hash it names.

mod document;
mod finding;
mod gauge;
mod targets;
mod tasks;

use std::fmt::Write as _;

use super::Export;
use super::told::{self, Told};
use crate::report::{Report, escaped};
use crate::wording;
use crate::words::{Language, language, say, tr};

const STYLE: &str = include_str!("page/page.css");

/// The script: finding by the rules of the program's own search, then what the page does with it.
const SCRIPT: &str = concat!(
    include_str!("page/forms.js"),
    include_str!("page/search.js"),
    include_str!("page/page.js")
);

/// The SHA-256 of the script, in Base64, for the policy. A test holds it against the script.
pub(super) const SCRIPT_HASH: &str = include_str!("page/script.sha256");

/// The page.
pub fn html(export: &Export<'_>) -> String {
    let mut out = String::with_capacity(200_000);
    head(&mut out, export);
    bar(&mut out, export);
    out.push_str("<div class=\"frame\">\n");
    contents(&mut out, export);
    out.push_str("<main id=\"main\">\n");
    cover(&mut out, export);
    targets::section(&mut out, export);
    tasks::section(&mut out, export);
    document::section(&mut out, export);
    records(&mut out, export);
    method(&mut out, export);
    out.push_str("</main>\n</div>\n");
    // Here and below, writing to a String can't fail.
    let _ = write!(
        out,
        "<script type=\"application/json\" id=\"data\">{}</script>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        finding::data(&export.outline)
    );
    out
}

fn head(out: &mut String, export: &Export<'_>) {
    let lang = match language() {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    };
    let title = escaped(&export.plan.meta.title);
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        SCRIPT_HASH.trim()
    );
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"guihua {}\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">{}</a>\n",
        env!("CARGO_PKG_VERSION"),
        tr("跳到正文")
    );
}

/// The bar at the top. Finding and filters need the script, which shows them.
fn bar(out: &mut String, export: &Export<'_>) {
    let _ = writeln!(
        out,
        "<header class=\"bar\">\n<a class=\"name\" href=\"#main\">{}</a>",
        escaped(&export.plan.meta.title)
    );
    let _ = writeln!(
        out,
        "<form class=\"find\" id=\"find\" role=\"search\" hidden>\n<input id=\"query\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\" placeholder=\"{hint}\" aria-label=\"{label}\" title=\"{title}\">\n<output id=\"count\" for=\"query\" aria-live=\"polite\" data-count=\"{count}\" data-none=\"{none}\"></output>\n<button type=\"button\" id=\"before\" aria-label=\"{before}\" title=\"{before}\">↑</button>\n<button type=\"submit\" id=\"after\" aria-label=\"{after}\" title=\"{after}\">↓</button>\n</form>",
        hint = tr("在正文中查找"),
        label = tr("在正文中查找"),
        title = tr(
            "原文、全拼或首字母，如 托育、tuoyu、ty；按 / 到这里，Enter 下一处，Shift+Enter 上一处，Esc 清空"
        ),
        count = tr("{at}/{all}"),
        none = tr("没有找到"),
        before = tr("上一处"),
        after = tr("下一处"),
    );
    filters(out, export);
    out.push_str("</header>\n");
}

fn filters(out: &mut String, export: &Export<'_>) {
    let _ = write!(
        out,
        "<div class=\"filters\" id=\"filters\" role=\"group\" aria-label=\"{}\" hidden>\n<button type=\"button\" aria-pressed=\"true\" data-domain=\"\">{}</button>",
        tr("按领域筛选指标和任务"),
        tr("全部领域")
    );
    for (at, domain) in export.plan.domains.iter().enumerate() {
        let _ = write!(
            out,
            "\n<button type=\"button\" aria-pressed=\"false\" data-domain=\"{at}\">{}</button>",
            escaped(domain)
        );
    }
    out.push_str("\n</div>\n");
}

/// The table of contents: our parts, and under the text its headings.
fn contents(out: &mut String, export: &Export<'_>) {
    let _ = writeln!(
        out,
        "<nav class=\"contents\" aria-label=\"{label}\"><details id=\"contents\" open><summary>{label}</summary>\n<ul>",
        label = tr("目录")
    );
    let entry = |out: &mut String, class: &str, id: &str, text: &str| {
        let _ = writeln!(
            out,
            "<li class=\"{class}\"><a href=\"#{id}\">{text}</a></li>"
        );
    };
    entry(out, "part", "targets", tr("指标"));
    entry(out, "part", "tasks", tr("任务"));
    entry(out, "part", "text", &wording::head(tr("正文")));
    let nodes = export.outline.nodes().iter();
    for node in nodes {
        if let Some(depth) = node.kind.toc_depth() {
            let text = escaped(&format!("{}{}", node.number, node.title()));
            let class = format!("depth{depth}");
            entry(out, &class, &node.address.to_string(), &text);
        }
    }
    entry(out, "part", "records", tr("记录与来源"));
    entry(out, "part", "method", tr("评估方法"));
    out.push_str("</ul>\n</details></nav>\n");
}

/// What it is, the day, and the counts.
fn cover(out: &mut String, export: &Export<'_>) {
    let meta = &export.plan.meta;
    let _ = writeln!(
        out,
        "<section class=\"cover\">\n<h1>{}</h1>\n<p class=\"about\">{}</p>\n<p class=\"about\">{}</p>",
        escaped(&meta.title),
        [&meta.issuer, &meta.document_number, &meta.issued]
            .map(|part| escaped(part))
            .join(tr("　")),
        origin(&meta.source)
    );
    let _ = writeln!(out, "<ul class=\"summary\">");
    for sentence in &export.report.summary {
        let _ = writeln!(out, "<li>{}</li>", escaped(sentence));
    }
    out.push_str("</ul>\n<table class=\"counts\">\n<thead><tr>");
    for head in Report::count_heads() {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(&head));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for (domain, counts) in &export.report.counts {
        let _ = write!(out, "<tr><th scope=\"row\">{}</th>", escaped(domain));
        for count in counts {
            let class = if *count == 0 { " class=\"zero\"" } else { "" };
            let _ = write!(out, "<td{class}>{count}</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n</section>\n");
}

/// The published page. Only an address of the web becomes a link, to be followed by whoever wants to.
fn origin(source: &str) -> String {
    let text = escaped(source);
    let is_web = source.starts_with("https://") || source.starts_with("http://");
    let shown = if is_web {
        format!("<a href=\"{text}\" rel=\"noreferrer\">{text}</a>")
    } else {
        text
    };
    say!("原文：{source}", source = shown)
}

fn records(out: &mut String, export: &Export<'_>) {
    let _ = writeln!(
        out,
        "<section id=\"records\">\n<h2>{}</h2>",
        tr("记录与来源")
    );
    let told = Told::all(export);
    if told.is_empty() {
        let _ = writeln!(out, "<p>{}</p>\n</section>", tr("没有监测记录。"));
        return;
    }
    out.push_str("<table class=\"records\">\n<thead><tr>");
    for head in told::heads() {
        let _ = write!(out, "<th scope=\"col\">{head}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for record in &told {
        out.push_str("<tr>");
        for (at, (cell, head)) in record.cells().iter().zip(told::heads()).enumerate() {
            let text = escaped(cell);
            let text = match &record.address {
                Some(address) if at == 0 => format!("<a href=\"#{address}\">{text}</a>"),
                _ => text,
            };
            let _ = write!(out, "<td data-head=\"{head}\">{text}</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n</section>\n");
}

fn method(out: &mut String, export: &Export<'_>) {
    let made = say!(
        "本页由 guihua {version} 导出，评估截至 {as_of}；不联网，可存档、打印。",
        version = env!("CARGO_PKG_VERSION"),
        as_of = export.as_of
    );
    let _ = writeln!(
        out,
        "<section id=\"method\">\n<h2>{}</h2>\n<p>{}</p>\n<p class=\"made\">{made}</p>\n</section>",
        tr("评估方法"),
        escaped(&export.report.method)
    );
}

/// A heading with the number of what stands under it, which the filters change.
fn heading(out: &mut String, text: &str, id: &str, all: usize) {
    let _ = writeln!(
        out,
        "<h2>{text} <output id=\"{id}\" aria-live=\"polite\" data-part=\"{}\" data-whole=\"{whole}\">{whole}</output></h2>",
        tr("{n}/{all}项"),
        whole = say!("{n}项", n = all),
    );
}

/// The numbers of domains for `data-d`, by which the script filters.
fn domain_numbers<'a>(
    export: &Export<'_>,
    domains: impl IntoIterator<Item = &'a String>,
) -> String {
    let number = |domain: &String| {
        let known = &export.plan.domains;
        known.iter().position(|known| known == domain)
    };
    let numbers: Vec<String> = domains
        .into_iter()
        .filter_map(number)
        .map(|number| number.to_string())
        .collect();
    numbers.join(" ")
}
