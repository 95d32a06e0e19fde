//! The context of a paragraph: whether its section looks back or ahead, and the years named before it.
//!
//! A paragraph under 发展基础 or 面临形势 states facts. One under 主要目标 states goals, even with a verb that is neutral.

use crate::document::{Content, Document, Part};
use crate::text::{has_any, letters, trim};

use super::years::{self, Time};

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
const GOALS: &[&str] = &["目标", "指标", "愿景", "预期成果", "预期效果"];

/// Words in headings of sections that set no tasks, though they look ahead: what the plan is, what it is guided by.
const NO_TASKS: &[&str] = &[
    "序言",
    "前言",
    "引言",
    "导言",
    "概述",
    "总则",
    "指导思想",
    "原则",
    "总体要求",
    "总体思路",
    "基本思路",
    "思路",
    "依据",
    "范围",
    "期限",
    "附则",
    "定位",
    "理念",
    "适用",
    "名词解释",
    "术语",
    "愿景",
    "战略主题",
    "预案解释",
    "实施时间",
    "施行时间",
    "结语",
];

/// A paragraph with its context.
#[derive(Clone, Debug)]
pub(crate) struct Surrounded<'a> {
    /// The part of the document.
    pub(crate) part: &'a Part,
    /// Its text.
    pub(crate) text: &'a str,
    /// Byte offsets where the text is not contiguous in the file.
    pub(crate) cuts: &'a [usize],
    /// What its section is about.
    pub(crate) view: View,
    /// The years named last in the same section, before this paragraph.
    pub(crate) nearby: Vec<u16>,
    /// Whether the preceding paragraphs under the same heading describe the past.
    pub(crate) after_past: bool,
    /// Whether it stands in a box.
    pub(crate) is_boxed: bool,
    /// Whether tasks may stand here.
    pub(crate) room: Room,
}

/// Whether tasks may stand in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    /// In a section that has no sections below it.
    Tasks,
    /// Between a heading and the headings below it: what leads up to the tasks.
    LeadIn,
    /// In a section that sets none.
    Nothing,
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
        named_at: 0,
        headed: Vec::new(),
        headed_at: 0,
        after_past: false,
        is_boxed: false,
        found: Vec::new(),
        begun: 0,
        advice: None,
    };
    document.body.iter().for_each(|part| walk.part(part));
    walk.found
}

struct Walk<'a> {
    time: Time,
    path: Vec<(u8, &'a str)>,
    nearby: Vec<u16>,
    /// The depth of the section in which these years were named.
    named_at: u8,
    /// The year that a heading above names for all of its section.
    headed: Vec<u16>,
    /// The depth of that heading.
    headed_at: u8,
    after_past: bool,
    /// Whether the walk is inside a box.
    is_boxed: bool,
    found: Vec<Surrounded<'a>>,
    /// How many paragraphs stand before the section that was begun last.
    begun: usize,
    /// The depth of the section in which advice for everyone stands, if it does.
    advice: Option<u8>,
}

impl<'a> Walk<'a> {
    fn part(&mut self, part: &'a Part) {
        match &part.content {
            Content::Heading(heading) => {
                // A preface without a number stands beside the chapters, not above them.
                let depth = heading.depth.max(1);
                if self.path.last().is_some_and(|(above, _)| *above < depth) {
                    self.lead_in();
                }
                self.begun = self.found.len();
                self.path.retain(|(above, _)| *above < depth);
                self.advice = self.advice.filter(|above| *above < depth);
                self.path.push((depth, &heading.title));
                self.after_past = false;
                self.leave(depth);
                self.text(part, &heading.title, &[]);
                self.head(depth, &heading.title);
            }
            Content::Paragraph(paragraph) => self.text(part, &paragraph.text, &paragraph.cuts),
            Content::Box(panel) => {
                self.is_boxed = true;
                panel.parts.iter().for_each(|part| self.part(part));
                self.is_boxed = false;
            }
            Content::Table(_) | Content::Picture(_) => {}
        }
    }

    /// A year holds in its section and those below it.
    fn leave(&mut self, depth: u8) {
        if depth <= self.headed_at {
            self.headed.clear();
        }
        if depth <= self.named_at {
            self.nearby.clone_from(&self.headed);
        }
    }

    /// What a heading says of the time of its section: “十五五”时期主要目标, 2035年远景目标.
    fn head(&mut self, depth: u8, title: &str) {
        let sets_goals = has_any(title, GOALS) || years::names_plan(title);
        if let Some(year) = self.time.headed(title).filter(|_| sets_goals) {
            self.headed = vec![year];
            self.headed_at = depth;
            self.nearby.clone_from(&self.headed);
            self.named_at = depth;
        }
    }

    /// What stands in the section so far leads up to the sections below it; boxes stand for themselves.
    fn lead_in(&mut self) {
        let section = self.found.iter_mut().skip(self.begun);
        for paragraph in section.filter(|it| it.room == Room::Tasks && !it.is_boxed) {
            paragraph.room = Room::LeadIn;
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
        if let Some(is_advice) = addressed(text) {
            let depth = self.path.last().map_or(0, |(depth, _)| *depth);
            self.advice = is_advice.then(|| self.advice.unwrap_or(depth).min(depth));
        }
        let room = match self.advice {
            Some(_) => Room::Nothing,
            None => room(&path, view),
        };
        self.found.push(Surrounded {
            part,
            text,
            cuts,
            view,
            nearby,
            after_past: self.after_past,
            is_boxed: self.is_boxed,
            room,
        });
        if !scope.is_empty() && holds_on(text, view) {
            // A year beyond the term is a long-term vision; later paragraphs speak of the term again.
            let is_vision = scope.last().copied() > self.time.end && self.time.end.is_some();
            self.nearby = if is_vision {
                self.headed.clone()
            } else {
                scope
            };
            self.named_at = self.path.last().map_or(0, |(depth, _)| *depth);
        }
    }
}

/// Whether the year of a paragraph holds for those after it: where goals are set, or where it leads up to them. What one
/// task is to be done by says nothing of the next.
fn holds_on(text: &str, view: View) -> bool {
    let begins = years::all(text)
        .first()
        .is_some_and(|year| year.is_end && year.at <= "“到".len());
    begins || matches!(view, View::Goals | View::Preface) || trim(text).ends_with(['：', ':'])
}

/// Whether a line that says whom the following is for (——个人和家庭：) means everyone, so that it is advice and sets no task;
/// `None` for any other line.
fn addressed(text: &str) -> Option<bool> {
    let text = trim(text);
    let name = text.strip_prefix("——")?.strip_suffix(['：', ':'])?;
    let is_for_all = has_any(name, &["个人", "家庭", "居民", "公众", "劳动者"]);
    let is_for_bodies = has_any(name, &["政府", "部门", "单位", "机构", "社会"]);
    (letters(name) <= 12).then_some(is_for_all && !is_for_bodies)
}

fn room(path: &[&str], view: View) -> Room {
    let sets_none = path.iter().any(|title| has_any(title, NO_TASKS));
    if view == View::Tasks && !sets_none {
        Room::Tasks
    } else {
        Room::Nothing
    }
}

fn view(path: &[&str]) -> View {
    let Some(last) = path.last() else {
        return View::Preface;
    };
    // What is to be done against a background looks ahead.
    let is_past = |title: &&str| has_any(&title.replace("背景下", ""), PAST);
    // 主要指标 of a section that only looks back are what was reached.
    let above = path.iter().rev().skip(1);
    let looks_back = |title: &&str| is_past(title) && !has_any(title, GOALS);
    if above.copied().any(|title| looks_back(&title)) {
        return View::Past;
    }
    if has_any(last, GOALS) && !has_any(last, &["取得", "完成情况"]) {
        return View::Goals;
    }
    if path.iter().any(is_past) {
        return View::Past;
    }
    if path.iter().any(|title| has_any(title, GOALS)) {
        View::Goals
    } else {
        View::Tasks
    }
}
