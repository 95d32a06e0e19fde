//! Documents that are no plan: a notice whose plan lies in an annex, a regulation, a sheet of something else.

use guihua_import::document::{Content, Part};
use guihua_import::marker::{self, Style};
use guihua_import::source::{Block, Link};

use super::{Understood, stem};
use crate::load::printable;
use crate::words::say;

/// The endings of files that may hold a plan.
const ENDINGS: [&str; 8] = [
    ".doc", ".docx", ".pdf", ".wps", ".xls", ".xlsx", ".ofd", ".txt",
];

/// The most letters of a page that is a notice and nothing else.
const SHORT: usize = 1_500;

/// What the regulations are called that are no plans.
const REGULATIONS: [&str; 8] = ["条例", "办法", "规定", "细则", "规则", "章程", "法", "守则"];

/// The chapters that regulations begin and end with.
const FRAME: [&str; 2] = ["总则", "附则"];

/// What may stand behind such a word: （试行）, （草案）, （修订）.
const TRIAL: &str = "）)（(试行草案暂修订";

/// An error that says what the document is and what to do, if it is no plan.
pub(super) fn check(file: &Understood) -> Result<(), String> {
    let name = printable(&file.name);
    if let Some(link) = annexed(file) {
        let (text, target) = (printable(&link.text), printable(&link.target));
        return Err(say!(
            "{name} 只是印发通知，规划在附件里：“{text}”（{target}）；请下载附件，再导入它",
            name,
            text,
            target
        ));
    }
    if is_regulation(file) {
        return Err(say!("{name} 是法规（分条的条文），不是规划；不导入", name));
    }
    if is_other_sheet(file) {
        return Err(say!(
            "{name} 的表既不是指标表（要有“指标”和目标年份两栏），也不是分工表（要有“任务”和单位两栏）；请检查表头",
            name
        ));
    }
    Ok(())
}

/// The file that holds the plan, if the page is only the notice of it.
fn annexed(file: &Understood) -> Option<&Link> {
    let [draft] = file.drafts.as_slice() else {
        return None;
    };
    let has_headings = draft
        .document
        .body
        .iter()
        .any(|part| part.heading().is_some());
    let letters: usize = draft.document.parts().map(length).sum();
    if has_headings || letters > SHORT || !draft.findings.targets.is_empty() {
        return None;
    }
    let is_document = |link: &&Link| {
        let place = format!("{} {}", link.target, link.text).to_lowercase();
        ENDINGS.iter().any(|ending| place.contains(ending))
    };
    file.source.links.iter().find(is_document)
}

fn length(part: &Part) -> usize {
    let mut text = String::new();
    part.print(&mut text);
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Whether it consists of articles, and the title says so.
fn is_regulation(file: &Understood) -> bool {
    let [draft] = file.drafts.as_slice() else {
        return false;
    };
    let articles = draft.document.body.iter().filter(|part| is_article(part));
    let title = draft.document.title.as_ref();
    let name = title.map_or(stem(&file.name), |it| &it.text);
    let name = name.trim_end_matches(|c: char| TRIAL.contains(c) || c.is_ascii_digit());
    let is_called_so = REGULATIONS.iter().any(|word| name.ends_with(word));
    // Without a title, articles from 总则 to 附则 say it.
    let parts = || draft.document.body.iter();
    let is_chapter = |word: &str| parts().any(|it| it.heading().is_some_and(|it| it.title == word));
    let begins_and_ends = FRAME.into_iter().all(is_chapter);
    articles.count() >= 5 && (is_called_so || title.is_none() && begins_and_ends)
}

/// Whether a part is an article (第三条), which chapters of regulations consist of.
fn is_article(part: &Part) -> bool {
    let text = part.paragraph().map(|it| it.text.as_str());
    let marker = match part.heading() {
        Some(heading) => heading.marker.as_ref().map(|it| it.style),
        None => text.and_then(marker::read).map(|(it, _)| it.style),
    };
    marker == Some(Style::Article)
}

/// Whether a spreadsheet holds neither targets nor tasks.
fn is_other_sheet(file: &Understood) -> bool {
    let is_sheet = file.source.blocks.iter().any(|block| match block {
        Block::Table(table) => table.sheet.is_some(),
        _ => false,
    });
    let found = file.drafts.iter().any(|draft| {
        let has_headings = draft
            .document
            .body
            .iter()
            .any(|part| matches!(part.content, Content::Heading(_)));
        has_headings || !draft.findings.targets.is_empty() || !draft.findings.tasks.is_empty()
    });
    is_sheet && !found
}
