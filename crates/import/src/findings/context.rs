//! The context of a paragraph: whether its section looks back or ahead, and the years named before it.
//!
//! A paragraph under 发展基础 or 面临形势 states facts. One under 主要目标 states goals, even with a verb that is neutral.

use crate::document::{Content, Document, Part};
use crate::text::has_any;

use super::years::Time;

/// Words in headings of sections that look back or describe.
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

/// Words in headings of sections that set goals.
const GOALS: &[&str] = &["目标", "指标", "愿景", "预期"];

/// A paragraph with its context.
#[derive(Clone, Debug)]
pub(crate) struct Surrounded<'a> {
    /// The part of the document.
    pub(crate) part: &'a Part,
    /// Its text.
    pub(crate) text: &'a str,
    /// Byte offsets where the text is not contiguous in the file.
    pub(crate) cuts: &'a [usize],
    /// The title of the nearest heading above; empty if none.
    pub(crate) title: &'a str,
    /// What its section is about.
    pub(crate) view: View,
    /// The years named last in the same section, before this paragraph.
    pub(crate) nearby: Vec<u16>,
    /// Whether the preceding paragraphs under the same heading describe the past.
    pub(crate) after_past: bool,
}

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// Before the first heading.
    Preface,
    /// The past or the present.
    Past,
    /// Goals.
    Goals,
    /// Tasks and anything else ahead.
    Tasks,
}

/// All paragraphs of the body, including those in boxes, with their context.
pub(crate) fn paragraphs(document: &Document, time: Time) -> Vec<Surrounded<'_>> {
    let mut walk = Walk {
        time,
        path: Vec::new(),
        nearby: Vec::new(),
        after_past: false,
        found: Vec::new(),
    };
    document.body.iter().for_each(|part| walk.part(part));
    walk.found
}

struct Walk<'a> {
    time: Time,
    path: Vec<(u8, &'a str)>,
    nearby: Vec<u16>,
    after_past: bool,
    found: Vec<Surrounded<'a>>,
}

impl<'a> Walk<'a> {
    fn part(&mut self, part: &'a Part) {
        match &part.content {
            Content::Heading(heading) => {
                self.path.retain(|(depth, _)| *depth < heading.depth);
                self.path.push((heading.depth, &heading.title));
                self.after_past = false;
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
        self.after_past = (self.after_past && !ahead)
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
            after_past: self.after_past,
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
