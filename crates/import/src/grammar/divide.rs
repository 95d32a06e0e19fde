//! Finds where the documents of a file begin: a notice may publish several, and belongs to none.
//!
//! A document begins with its title: the name that a notice announces, or a line that looks like a title before the
//! first heading or before chapters that restart at one.

use std::ops::Range;

use crate::text::{has_any, is_han, letters, tail};

use super::candidate::{self, Candidate};
use super::flow::Flow;
use super::names::{announced, is_line, is_named, plain};
use super::titles::{self, is_continued};
use crate::marker::Style;

/// A document as ranges of the flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    /// The pieces before it.
    pub(crate) before: Range<usize>,
    /// The lines of its title.
    pub(crate) title: Range<usize>,
    /// Its name, if a notice announced it and no line is its title.
    pub(crate) name: Option<String>,
    /// The body.
    pub(crate) body: Range<usize>,
}

/// The documents of a file.
pub(crate) fn documents(flows: &[Flow], candidates: &[Option<Candidate>]) -> Vec<Extent> {
    let first = first_heading(candidates).unwrap_or(flows.len());
    let names = announced(&flows[..first.min(flows.len())]);
    let mut titles = named_titles(flows, candidates, &names, first);
    let plain = titles::plain(flows, first);
    let named_elsewhere = !names.is_empty()
        && plain
            .as_ref()
            .is_none_or(|title| announces(flows, title, first));
    if titles.is_empty() && !named_elsewhere {
        titles.extend(plain);
    }
    titles.extend(later_titles(flows, candidates, first, &titles));
    titles.sort_by_key(|t| t.start);
    if titles.is_empty() {
        vec![untitled(flows, first, names.into_iter().next())]
    } else {
        extents(flows, titles)
    }
}

fn extents(flows: &[Flow], titles: Vec<Range<usize>>) -> Vec<Extent> {
    let ends: Vec<usize> = titles
        .iter()
        .skip(1)
        .map(|t| t.start)
        .chain([flows.len()])
        .collect();
    let mut begin = 0;
    let mut found = Vec::new();
    for (title, end) in titles.into_iter().zip(ends) {
        let body = title.end..end;
        found.push(Extent {
            before: begin..title.start,
            title,
            name: None,
            body,
        });
        begin = end;
    }
    found
}

/// A document without a title line: it begins after the notice.
fn untitled(flows: &[Flow], first: usize, name: Option<String>) -> Extent {
    let begin = flows[..first]
        .iter()
        .rposition(|f| f.para().is_some_and(|p| closes_notice(&p.text)))
        .map_or(0, |at| at + 1);
    Extent {
        before: 0..begin,
        title: begin..begin,
        name,
        body: begin..flows.len(),
    }
}

/// Whether a line ends the notice before a document without a title line: its date, or the words that introduce the
/// text.
fn closes_notice(text: &str) -> bool {
    let date =
        letters(text) <= 40 && text.contains('年') && text.contains('月') && text.contains('日');
    let leads_over =
        letters(text) <= 60 && (text.contains("内容如下") || text.contains("全文如下"));
    let published = text.contains("印发《") && text.contains('》') && letters(text) <= 60;
    date || leads_over || published
}

/// The first candidate that may begin the chapters.
fn first_heading(candidates: &[Option<Candidate>]) -> Option<usize> {
    candidates
        .iter()
        .position(|c| c.as_ref().is_some_and(opens))
}

/// Whether a candidate has the first number of a highest level.
fn opens(candidate: &Candidate) -> bool {
    let high = matches!(
        candidate.marker.style,
        Style::Volume | Style::Division | Style::Chapter | Style::Han | Style::Decimal(1)
    );
    high && candidate.marker.value == 1 && !candidate.item
}

/// The positions of announced names as titles, each followed by chapters that begin with one. Of several in a row the
/// last one counts: earlier ones belong to the page.
fn named_titles(
    flows: &[Flow],
    candidates: &[Option<Candidate>],
    names: &[String],
    first: usize,
) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let mut at = 0;
    while at < flows.len() {
        let Some(size) =
            (1..=4).find(|size| names.iter().any(|name| prints(flows, at, *size, name)))
        else {
            at += 1;
            continue;
        };
        let size = size + usize::from(is_continued(flows, at + size));
        let opening = candidates[at + size..]
            .iter()
            .flatten()
            .find(|c| is_high(c))
            .is_none_or(opens);
        let annexed = at > first
            && is_annexed(flows, at)
            && !found.first().is_some_and(|t| is_annexed(flows, t.start));
        if opening && !annexed {
            let heading_between = found
                .last()
                .is_some_and(|last| candidates[last.end..at].iter().flatten().any(opens));
            if !heading_between {
                found.pop();
            }
            found.push(at..at + size);
        }
        at += size;
    }
    found
}

fn is_high(candidate: &Candidate) -> bool {
    candidate.marker.style.rank() <= Style::Han.rank()
        || candidate.marker.style == Style::Decimal(1)
}

/// Whether `size` lines together are the name, perhaps with the region before it or years after it.
fn prints(flows: &[Flow], at: usize, size: usize, name: &str) -> bool {
    let Some(lines) = flows.get(at..at + size) else {
        return false;
    };
    let Some(text) = lines
        .iter()
        .map(|f| f.para().filter(|p| is_line(p)).map(|p| p.text.as_str()))
        .collect::<Option<String>>()
    else {
        return false;
    };
    let text = plain(&text);
    let region = text.strip_suffix(name).is_some_and(|r| {
        letters(r) <= 18
            && !has_any(r, &["印发", "通知"])
            && r.chars().all(is_han)
            && (r.is_empty() || r.ends_with(is_place))
    });
    let years = text
        .strip_prefix(name)
        .is_some_and(|r| r.is_empty() || (r.starts_with('(') && r.ends_with(')')));
    region || years
}

/// Whether a character ends the name of a region or an office.
fn is_place(c: char) -> bool {
    "省市区县州盟旗镇乡道府厅局委办会部院国".contains(c)
}

/// Whether the line before is the label of an annex.
fn is_annexed(flows: &[Flow], at: usize) -> bool {
    flows[at.saturating_sub(2)..at]
        .iter()
        .any(|f| f.para().is_some_and(|p| candidate::annex(p).is_some()))
}

/// Titles before chapters that restart at one, if no name was announced.
fn later_titles(
    flows: &[Flow],
    candidates: &[Option<Candidate>],
    first: usize,
    known: &[Range<usize>],
) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let Some(style) = candidates
        .get(first)
        .and_then(Option::as_ref)
        .map(|c| c.marker.style)
    else {
        return found;
    };
    for at in first + 1..flows.len() {
        let Some(candidate) = &candidates[at] else {
            continue;
        };
        if candidate.marker.style != style || !opens(candidate) {
            continue;
        }
        let begin = at.saturating_sub(6).max(first + 1);
        let line = (begin..at).rev().find(|n| {
            candidates[*n].is_none()
                && flows[*n]
                    .para()
                    .is_some_and(|p| is_line(p) && is_named(&p.text))
        });
        let Some(line) = line else { continue };
        let between = candidates[line..at].iter().flatten().any(is_high);
        let known = known
            .iter()
            .chain(&found)
            .any(|t| t.contains(&line) || t.start > line && t.start < at);
        if !between && !known && !is_annexed(flows, line) && !is_list_item(flows, line) {
            found.push(line..line + 1);
        }
    }
    found
}

/// Whether a line that looks like a title only announces the document: it is the title of a notice, or is followed by a
/// line that introduces the text.
fn announces(flows: &[Flow], title: &Range<usize>, first: usize) -> bool {
    let text: String = flows[title.clone()]
        .iter()
        .filter_map(Flow::para)
        .map(|p| p.text.as_str())
        .collect();
    let leads_over = |f: &Flow| {
        f.para().is_some_and(|p| {
            letters(&p.text) <= 60 && (p.text.contains("内容如下") || p.text.contains("全文如下"))
        })
    };
    text.contains("印发")
        || text.ends_with("通知")
        || flows[title.end..first].iter().any(leads_over)
}

/// Whether a line is in a list of annexes.
fn is_list_item(flows: &[Flow], at: usize) -> bool {
    flows[at]
        .para()
        .is_some_and(|p| candidate::lists_annexes(p) || tail(&p.text, 0).starts_with('《'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::flow::Para;

    fn titles(lines: &[&str]) -> Vec<String> {
        let flows: Vec<Flow> = lines
            .iter()
            .map(|l| {
                Flow::Para(Para {
                    text: (*l).into(),
                    ..Para::default()
                })
            })
            .collect();
        let candidates = candidate::all(&flows);
        documents(&flows, &candidates)
            .into_iter()
            .map(|e| lines[e.title].concat())
            .collect()
    }

    #[test]
    fn a_notice_stands_apart_from_its_plan() {
        let lines = [
            "甲县关于印发甲县水利规划的通知",
            "各乡镇：",
            "现印发给你们。",
            "2021年3月1日",
            "甲县水利规划",
            "一、总则",
            "文。",
        ];
        assert_eq!(titles(&lines), ["甲县水利规划"]);
    }

    #[test]
    fn two_plans_of_one_notice_are_two_documents() {
        let lines = [
            "《甲县水利方案》《甲县林业方案》现印发给你们。",
            "甲县水利方案",
            "一、总则",
            "二、任务",
            "甲县林业方案",
            "一、总则",
            "二、任务",
        ];
        assert_eq!(titles(&lines), ["甲县水利方案", "甲县林业方案"]);
    }

    #[test]
    fn a_title_over_two_lines_is_one() {
        let lines = [
            "关于印发甲县水利发展“十四五”规划的通知",
            "甲县水利发展",
            "“十四五”规划",
            "一、总则",
        ];
        assert_eq!(titles(&lines), ["甲县水利发展“十四五”规划"]);
    }

    #[test]
    fn a_title_over_three_lines_is_one() {
        let about = [
            "某某厅关于加强",
            "灌区管理和水价改革切实保障",
            "春耕用水的指导意见",
            "一、总则",
        ];
        assert_eq!(titles(&about), [about[..3].concat()]);
        let cover = [
            "甲县国民经济和社会发展",
            "第十五个五年规划纲要",
            "第一章 总则",
        ];
        assert_eq!(titles(&cover), [cover[..2].concat()]);
        let page = ["甲县人民政府", "乙县水利发展规划", "一、总则"];
        assert_eq!(titles(&page), ["乙县水利发展规划"]);
        let page = ["甲县人民政府", "水利发展规划", "一、总则"];
        assert_eq!(titles(&page), ["水利发展规划"]);
    }

    #[test]
    fn an_office_over_two_lines_belongs_to_the_title() {
        let lines = [
            "中共青禾县委办公室 青禾县",
            "人民政府办公室关于抗旱保供工作的通知",
            "一、总则",
        ];
        assert_eq!(
            titles(&lines),
            ["中共青禾县委办公室 青禾县人民政府办公室关于抗旱保供工作的通知"]
        );
        let cells = [
            "现将《甲县水利方案》《甲县林业方案》印发给你们。",
            "甲县水利方案",
            "一、总则",
            "姓名性别学号",
            "甲县林业方案",
            "一、总则",
        ];
        assert_eq!(titles(&cells), ["甲县水利方案", "甲县林业方案"]);
    }

    #[test]
    fn a_table_by_itself_has_the_title_above_it() {
        assert_eq!(
            titles(&["附件2", "甲县水利发展重点任务分工表", "加固水库。"]),
            ["甲县水利发展重点任务分工表"]
        );
    }

    #[test]
    fn without_a_notice_the_title_is_the_line_that_looks_like_one() {
        assert_eq!(
            titles(&["打印", "甲县政府工作报告", "各位代表：", "一、回顾"]),
            ["甲县政府工作报告"]
        );
    }
}
