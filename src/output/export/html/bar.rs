//! Navigation: the bar at the top, and the table of contents.

use maud::{Markup, html};

use crate::output::export::Export;
use crate::wording;
use crate::words::tr;

/// The bar at the top. Search and filters are hidden until the script shows them.
pub(super) fn bar(export: &Export<'_>) -> Markup {
    html! {
        header.bar {
            a.name href="#main" { (export.dossier.plan.meta.title) } "\n"
            (find()) "\n"
            (filters(export))
        }
    }
}

fn find() -> Markup {
    let label = tr("在正文中查找");
    let title = tr(
        "原文、全拼或首字母，如 托育、tuoyu、ty；按 / 到这里，Enter 下一处，Shift+Enter 上一处，Esc 清空",
    );
    let (before, after) = (tr("上一处"), tr("下一处"));
    html! {
        form.find id="find" role="search" hidden {
            input id="query" type="search" autocomplete="off" spellcheck="false" placeholder=(label) aria-label=(label) title=(title);
            output id="count" for="query" aria-live="polite" data-count=(tr("{at}/{all}")) data-none=(tr("没有找到")) {}
            button type="button" id="before" aria-label=(before) title=(before) { "↑" }
            button type="submit" id="after" aria-label=(after) title=(after) { "↓" }
        }
    }
}

fn filters(export: &Export<'_>) -> Markup {
    html! {
        div.filters id="filters" role="group" aria-label=(tr("按领域筛选指标和任务")) hidden {
            button type="button" aria-pressed="true" data-domain="" { (tr("全部领域")) }
            @for (at, domain) in export.dossier.plan.domains.iter().enumerate() {
                "\n" button type="button" aria-pressed="false" data-domain=(at) { (wording::told(&export.dossier.plan, domain)) }
            }
        }
    }
}

/// The table of contents: the parts of the page, and the headings of the document.
pub(super) fn contents(export: &Export<'_>) -> Markup {
    let label = tr("目录");
    html! {
        nav.contents aria-label=(label) {
            details id="contents" open {
                summary { (label) } "\n"
                ul {
                    (entry("part", "targets", tr("指标")))
                    (entry("part", "tasks", tr("任务")))
                    (entry("part", "text", &wording::head(tr("正文"))))
                    @for node in export.dossier.outline.nodes() {
                        @if let Some(depth) = node.toc_depth() {
                            (entry(
                                &format!("depth{depth}"),
                                &node.address.to_string(),
                                &format!("{}{}", node.number, node.title()),
                            ))
                        }
                    }
                    (entry("part", "records", tr("记录与来源")))
                    (entry("part", "method", tr("评估方法")))
                }
            }
        }
    }
}

fn entry(class: &str, id: &str, text: &str) -> Markup {
    html! { li class=(class) { a href={ "#" (id) } { (text) } } "\n" }
}
