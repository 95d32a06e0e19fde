//! Where one is, at the left of the footer.

use crate::app::{App, View};
use crate::wording;
use crate::words::{say, tr};

/// The parts of the position, the most important first.
pub(super) fn position(app: &App) -> Vec<String> {
    if let Some(open) = app.presentation() {
        let at = format!("{}/{}", open.at + 1, open.len());
        let day = say!("截至 {day}", day = app.document().assessment.as_of);
        return vec![at, day];
    }
    let mut parts = Vec::new();
    let find = &app.document().find;
    if !find.matches.is_empty() {
        let (open, close) = quotes(&find.query);
        let at = say!("{at}/{n} 处", at = find.current + 1, n = find.matches.len());
        parts.push(format!("{open}{}{close} {at}", find.query));
    }
    let outline = &app.document().dossier.outline;
    if app.document().is_looking_back() {
        let day = app.document().assessment.as_of;
        parts.push(say!("回看 {day}", day));
    }
    match app.document().view {
        View::Overview => parts.extend(app.document().dossier.plan.meta.region.clone()),
        View::Reading => parts.extend(reading_position(app)),
        View::Targets => {
            parts.extend(filter_position(app));
            if !app.document().is_looking_back() {
                parts.push(say!("截至 {day}", day = app.document().assessment.as_of));
            }
            let target = app.document().selected_target();
            parts.extend(target.map(|target| wording::place(outline, target.citation.at)));
        }
        View::Terms => parts.push(say!(
            "名称 {n} 个",
            n = app.document().dossier.plan.terms.len()
        )),
        View::Topic => {
            let page = app.document().topic.as_ref();
            parts.extend(page.map(|page| say!("主题：{name}", name = page.answer.name())));
            parts.push(say!("截至 {day}", day = app.document().assessment.as_of));
        }
        View::Tasks => {
            let task = app.document().selected_task();
            parts.extend(task.map(|id| wording::place(outline, outline.node(id).address)));
        }
    }
    parts
}

/// What the list of targets is narrowed to: the filter, and how the targets of a domain count.
fn filter_position(app: &App) -> Vec<String> {
    let document = app.document();
    let mut parts = Vec::new();
    if !document.filter.is_off() {
        parts.push(say!("筛选：{words}", words = document.filter.words()));
    }
    if let Some(domain) = document.domain_name() {
        let (leading, also) = document.share_of(domain);
        parts.push(say!("{leading} 主＋{also} 兼", leading, also));
    }
    parts
}

/// The quotation marks for words; none if they have some.
fn quotes(words: &str) -> (&'static str, &'static str) {
    if words.contains(['“', '”', '"', '「', '」']) {
        ("", "")
    } else {
        ("“", "”")
    }
}

fn reading_position(app: &App) -> Vec<String> {
    let outline = &app.document().dossier.outline;
    let reading = &app.document().reading;
    let node = outline.node(reading.cursor);
    let part = reading.part.as_ref();
    let address = part.map_or(node.address, |part| node.address_of(part));
    let last = app.document().reading.last_top();
    let percent = (app.document().reading.top.min(last) * 100)
        .checked_div(last)
        .unwrap_or(100);
    let mut parts = vec![wording::place(outline, address), format!("{percent}%")];
    match app
        .document()
        .targets_stated_at(app.document().reading.cursor)
        .len()
    {
        0 => {}
        n => parts.insert(1, say!("指标 {n} 项", n)),
    }
    let bookmark = app.document().bookmarks_at(reading.cursor).next();
    if let Some(own) = bookmark {
        let told = match own.note.as_str() {
            "" => tr("书签").to_owned(),
            words => say!("书签：{words}", words),
        };
        parts.insert(1, told);
    }
    parts
}
