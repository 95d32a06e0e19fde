//! What surrounds a paragraph: whether its part of the document looks back or ahead, and which year was named before.
//!
//! A paragraph under 发展基础 or 面临形势 tells facts. One under 主要目标 tells goals, even where a verb alone would not.

use crate::document::{Content, Document, Part};
use crate::text::has_any;

use super::years::Time;

/// Words of headings whose parts look back or describe.
const PAST: &[&str] = &[
    "背景",
    "发展基础",
    "工作基础",
    "现实基础",
    "规划基础",
    "基础和",
    "基础与",
    "现有基础",
    "现状",
    "回顾",
    "成效",
    "成就",
    "取得",
    "工作进展",
    "主要进展",
    "形势",
    "存在问题",
    "突出问题",
    "主要问题",
    "存在的问题",
    "问题和",
    "发展环境",
    "面临环境",
    "环境分析",
    "机遇",
    "挑战",
    "意义",
    "必要性",
    "历程",
    "新进展",
    "关键时期",
    "工作情况",
    "完成情况",
    "执行情况",
];

/// Words of headings whose parts set goals.
const GOALS: &[&str] = &["目标", "指标", "愿景", "预期"];

/// A paragraph with what surrounds it.
#[derive(Clone, Debug)]
pub(crate) struct Surrounded<'a> {
    /// The part of the document.
    pub(crate) part: &'a Part,
    /// Its text.
    pub(crate) text: &'a str,
    /// Bytes of the text where the file has something else between.
    pub(crate) cuts: &'a [usize],
    /// The title of the nearest heading above it; empty if there is none.
    pub(crate) title: &'a str,
    /// Which way its part of the document looks.
    pub(crate) view: View,
    /// The years named last in the same part, before this paragraph.
    pub(crate) nearby: Vec<u16>,
    /// Whether the paragraphs before it under the same heading tell the past, and none since speaks of the time to come.
    pub(crate) told_past: bool,
}

/// Which way a part of the document looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// Before the first heading.
    Preface,
    /// Back, or around.
    Past,
    /// Ahead, to goals.
    Goals,
    /// Ahead, to tasks and all else.
    Tasks,
}

/// All paragraphs of the body with what surrounds them, those in boxes too.
pub(crate) fn paragraphs(document: &Document, time: Time) -> Vec<Surrounded<'_>> {
    let mut walk = Walk {
        time,
        path: Vec::new(),
        nearby: Vec::new(),
        told_past: false,
        found: Vec::new(),
    };
    document.body.iter().for_each(|part| walk.part(part));
    walk.found
}

struct Walk<'a> {
    time: Time,
    path: Vec<(u8, &'a str)>,
    nearby: Vec<u16>,
    told_past: bool,
    found: Vec<Surrounded<'a>>,
}

impl<'a> Walk<'a> {
    fn part(&mut self, part: &'a Part) {
        match &part.content {
            Content::Heading(heading) => {
                self.path.retain(|(depth, _)| *depth < heading.depth);
                self.path.push((heading.depth, &heading.title));
                self.told_past = false;
                if heading.depth <= 1 {
                    self.nearby.clear();
                }
                self.text(part, &heading.title, &[]);
            }
            Content::Paragraph(paragraph) => self.text(part, &paragraph.text, &paragraph.cuts),
            Content::Box(panel) => panel.parts.iter().for_each(|part| self.part(part)),
            Content::Table(_) | Content::Picture(_) => {}
        }
    }

    fn text(&mut self, part: &'a Part, text: &'a str, cuts: &'a [usize]) {
        let path: Vec<&str> = self.path.iter().map(|(_, title)| *title).collect();
        let scope = self.time.scope(text, text.len());
        let ahead = !scope.is_empty();
        self.told_past = (self.told_past && !ahead)
            || self.time.names_past_plan(text)
            || has_any(text, &["五年来", "一年来", "过去五年", "过去一年"]);
        let view = view(&path);
        let nearby = self.nearby.clone();
        self.found.push(Surrounded {
            part,
            text,
            cuts,
            title: path.last().copied().unwrap_or_default(),
            view,
            nearby,
            told_past: self.told_past,
        });
        if !scope.is_empty() {
            self.nearby = scope;
        }
    }
}

fn view(path: &[&str]) -> View {
    let Some(last) = path.last() else {
        return View::Preface;
    };
    if has_any(last, GOALS) && !has_any(last, &["取得", "完成情况"]) {
        return View::Goals;
    }
    if path.iter().any(|title| has_any(title, PAST)) {
        return View::Past;
    }
    if path.iter().any(|title| has_any(title, GOALS)) {
        View::Goals
    } else {
        View::Tasks
    }
}
