//! Removes tables of contents, whose lines repeat the headings.
//!
//! An entry with dot leaders is recognised by itself. Without leaders, a run of short lines is a table of contents if
//! all of them occur again later.

use std::collections::HashMap;

use crate::document::Omission;
use crate::source::Reason;
use crate::text::{fold, is_stop, letters, trim};

use super::flow::{Flow, Para};
use crate::marker;

/// Removes tables of contents.
pub(crate) fn clear(flows: Vec<Flow>) -> (Vec<Flow>, Vec<Omission>) {
    let listed = listed(&flows);
    let (mut kept, mut omitted) = (Vec::new(), Vec::new());
    for (at, flow) in flows.into_iter().enumerate() {
        match flow {
            Flow::Para(para) if listed[at] => {
                omitted.push(Omission::new(
                    para.spot.order,
                    para.spot.place,
                    &para.text,
                    Reason::Contents,
                ));
            }
            other => kept.push(other),
        }
    }
    (kept, omitted)
}

/// Whether a line is an entry with dot leaders, perhaps followed by a page number.
pub(crate) fn has_leader(line: &str) -> bool {
    let text = fold(line);
    let title = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let dots = title
        .chars()
        .rev()
        .take_while(|c| is_dot(*c))
        .map(|c| if c == '…' { 3 } else { 1 })
        .sum::<usize>();
    let least = if title.len() < text.len() { 4 } else { 12 };
    dots >= least && dots < text.chars().count() * 3
}

fn is_dot(c: char) -> bool {
    matches!(c, '.' | '…' | '·' | '‥' | '．' | '⋯' | '•' | '_')
}

fn listed(flows: &[Flow]) -> Vec<bool> {
    let mut listed: Vec<bool> = flows
        .iter()
        .map(|f| f.para().is_some_and(|p| has_leader(&p.text) || is_title(p)))
        .collect();
    let later = later(flows);
    let mut at = 0;
    while at < flows.len() {
        let run = flows[at..]
            .iter()
            .enumerate()
            .take_while(|(n, f)| comes_again(f, at + n, &later))
            .count();
        let marked = flows[at..at + run]
            .iter()
            .filter_map(Flow::para)
            .filter(|p| marker::read(&p.text).is_some())
            .count();
        let announced = at > 0 && listed[at - 1];
        if (run >= 4 && marked * 10 >= run * 6) || (announced && run >= 2) {
            let end = end_of_run(flows, at, run);
            listed[at..end].fill(true);
        }
        at += run.max(1);
    }
    listed
}

/// The end of a run: before the line that repeats its first entry, where the document begins.
fn end_of_run(flows: &[Flow], at: usize, run: usize) -> usize {
    let first = flows[at].para().map(key).unwrap_or_default();
    let again = flows[at + 1..at + run]
        .iter()
        .position(|f| f.para().is_some_and(|p| key(p) == first));
    again.map_or(at + run, |n| at + 1 + n)
}

/// Whether a line is the title 目录.
fn is_title(para: &Para) -> bool {
    matches!(fold(&para.text).as_str(), "目录" | "目次" | "目錄")
}

/// The last position of each short line or first sentence.
fn later(flows: &[Flow]) -> HashMap<String, usize> {
    let mut last = HashMap::new();
    for (at, para) in flows
        .iter()
        .enumerate()
        .filter_map(|(at, f)| Some((at, f.para()?)))
    {
        if letters(&para.text) <= 60 {
            last.insert(key(para), at);
        }
        if let Some((sentence, _)) = para.text.split_once(is_stop) {
            last.insert(fold(sentence), at);
        }
    }
    last
}

/// A line without leaders and page number.
fn key(para: &Para) -> String {
    let text = fold(&para.text);
    text.trim_end_matches(|c: char| c.is_ascii_digit() || is_dot(c) || c == '。')
        .to_owned()
}

fn comes_again(flow: &Flow, at: usize, later: &HashMap<String, usize>) -> bool {
    let Some(para) = flow
        .para()
        .filter(|p| letters(&p.text) <= 60 && letters(&p.text) > 1)
    else {
        return false;
    };
    !trim(&para.text).ends_with(is_stop) && later.get(&key(para)).is_some_and(|last| *last > at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flows(lines: &[&str]) -> Vec<Flow> {
        lines
            .iter()
            .map(|l| {
                Flow::Para(Para {
                    text: (*l).into(),
                    ..Para::default()
                })
            })
            .collect()
    }

    fn kept(lines: &[&str]) -> Vec<String> {
        clear(flows(lines))
            .0
            .iter()
            .filter_map(|f| f.para().map(|p| p.text.clone()))
            .collect()
    }

    #[test]
    fn entries_with_leaders_go() {
        assert_eq!(
            kept(&[
                "一、总则........1",
                "二、任务……………………3",
                "一、总则",
                "为了发展……"
            ]),
            ["一、总则", "为了发展……"]
        );
    }

    #[test]
    fn a_list_without_leaders_goes() {
        let lines = [
            "目　录",
            "序言",
            "第一章 总则",
            "第二章 任务",
            "第三章 附则",
            "序言",
            "文。",
            "第一章 总则",
            "文。",
            "第二章 任务",
            "文。",
            "第三章 附则",
            "文。",
        ];
        assert_eq!(kept(&lines), lines[5..]);
    }

    #[test]
    fn headings_without_text_between_stay() {
        let lines = [
            "第一章 总则",
            "第一节 目的",
            "一、依据",
            "文。",
            "二、范围",
            "文。",
        ];
        assert_eq!(kept(&lines), lines);
    }
}
