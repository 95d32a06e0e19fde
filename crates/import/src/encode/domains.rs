//! Domains (领域): the plan's own chapters, or those that the user names, which words decide.

use guihua_core::plan::Domain;

use super::words;
use crate::document::{Document, Heading};
use crate::text::{has_any, letters, solid};

/// Chapters that are about the plan itself.
const GENERAL: &[&str] = &[
    "总体",
    "指导思想",
    "基本原则",
    "目标",
    "现状",
    "发展基础",
    "规划基础",
    "现实基础",
    "工作基础",
    "发展环境",
    "规划背景",
    "行动背景",
    "工作背景",
    "形势",
    "环境分析",
    "保障措施",
    "实施保障",
    "组织",
    "规划实施",
    "监督",
    "附则",
    "序",
    "前言",
    "引言",
    "总则",
    "取得",
    "回顾",
    "成效",
    "适用范围",
    "职责",
    "名词解释",
    "工作要求",
    "关键时期",
    "方针",
    "附件",
    "新征程",
    "新篇章",
    "评估",
    "主要指标",
    "指标体系",
    "原则",
    "依据",
];

/// Whether a heading is about the plan itself, also where its words are set wide: 总 则.
fn is_general(title: &str) -> bool {
    has_any(&solid(title), GENERAL)
}

/// Chapters whose sections are the domains.
const TASKS: &[&str] = &[
    "任务",
    "举措",
    "重点工作",
    "主要工作",
    "工作内容",
    "工作措施",
    "主要措施",
    "重点措施",
    "行动内容",
    "重点行动",
    "主要行动",
    "重点领域",
];

/// The most letters of a chapter that says no more than that it has the tasks: 主要任务和举措.
const BARE: usize = 8;

/// The most chapters that make domains.
const MOST: usize = 24;

/// Words by which a named domain is recognised, beside its own name.
const WORDS: &[(&str, &[&str])] = &[
    (
        "教育",
        &[
            "学校", "教师", "入园", "入学", "升学", "学前", "高中", "课程", "学生",
        ],
    ),
    (
        "健康",
        &[
            "卫生",
            "医",
            "寿命",
            "死亡率",
            "疾病",
            "健身",
            "体质",
            "疫苗",
            "患病",
        ],
    ),
    (
        "人才",
        &["职称", "技能", "高层次", "专业技术", "受教育年限"],
    ),
    ("就业", &["失业", "创业", "职业培训"]),
    ("养老", &["老年", "护理型床位", "医养", "老龄"]),
    ("老龄化", &["老年", "养老", "医养", "老龄"]),
    ("托育", &["婴幼儿", "托位", "生育"]),
    ("生育", &["婴幼儿", "托位", "托育", "出生"]),
    (
        "生态",
        &["空气质量", "水质", "森林", "碳排放", "污染", "湿地"],
    ),
    ("环境", &["空气质量", "水质", "森林", "污染", "垃圾"]),
    ("创新", &["研发", "专利", "高新技术", "科技"]),
    (
        "经济",
        &["生产总值", "增加值", "产值", "投资", "消费品零售"],
    ),
    ("安全", &["事故", "灾害", "粮食", "应急", "消防"]),
    ("交通", &["公路", "铁路", "轨道", "航", "港口", "里程"]),
    ("文化", &["图书", "博物馆", "文旅", "非遗"]),
    ("住房", &["棚户", "保障性租赁", "公租房"]),
];

/// The domains of a plan.
#[derive(Clone, Debug, Default)]
pub(super) struct Domains {
    /// Their names.
    pub(super) names: Vec<Domain>,
    /// The headings that are domains, as printed, with the name.
    headings: Vec<(String, Domain)>,
    /// Whether the user named them.
    are_named: bool,
}

impl Domains {
    pub(super) fn of(document: &Document, of_user: &[String]) -> Self {
        if !of_user.is_empty() {
            return Self {
                names: of_user.iter().map(|it| words::one_line(it)).collect(),
                headings: Vec::new(),
                are_named: true,
            };
        }
        let mut headings = Vec::new();
        for heading in chapters(document) {
            let title = words::one_line(&format!("{}{}", heading.title, heading.close));
            let name = short(&words::one_line(&heading.title));
            if !headings.iter().any(|(_, known)| *known == name) {
                headings.push((title, name));
            }
        }
        let names = headings.iter().map(|(_, name)| name.clone()).collect();
        Self {
            names,
            headings,
            are_named: false,
        }
    }

    /// The domains that a plan has, by their words.
    pub(super) fn known(names: &[Domain]) -> Self {
        Self {
            names: names.to_vec(),
            headings: Vec::new(),
            are_named: true,
        }
    }

    /// The domain of a heading and what stands below it.
    pub(super) fn of_heading(&self, title: &str) -> Option<Domain> {
        if self.are_named {
            return self.of_words(title);
        }
        let known = self.headings.iter().find(|(heading, _)| heading == title);
        known.map(|(_, name)| name.clone())
    }

    /// The domain that words of a target name; only where the user named the domains.
    pub(super) fn of_words(&self, text: &str) -> Option<Domain> {
        if !self.are_named {
            return None;
        }
        let own = self.names.iter().find(|name| text.contains(name.as_str()));
        let by_words = || {
            self.names.iter().find(|name| {
                let known = WORDS.iter().filter(|(word, _)| name.contains(word));
                known.into_iter().any(|(_, words)| has_any(text, words))
            })
        };
        own.or_else(by_words).cloned()
    }
}

/// The headings that are domains: the sections of the chapters of tasks, or the chapters that are not about the plan.
fn chapters(document: &Document) -> Vec<&Heading> {
    let headings: Vec<&Heading> = document.body.iter().filter_map(|it| it.heading()).collect();
    let mut sections = Vec::new();
    let mut is_of_tasks = false;
    for heading in &headings {
        if heading.depth <= 1 {
            is_of_tasks = has_any(&heading.title, TASKS) && !is_general(&heading.title);
        } else if is_of_tasks && heading.depth == 2 {
            sections.push(*heading);
        }
    }
    let is_bare = |title: &str| has_any(title, TASKS) && letters(title) <= BARE;
    let is_own = |it: &&&Heading| {
        it.depth == 1 && !is_general(&it.title) && !is_bare(&it.title) && letters(&it.title) <= 40
    };
    let own: Vec<&Heading> = headings.iter().filter(is_own).copied().collect();
    let found = if sections.len() > own.len() {
        sections
    } else {
        own
    };
    if (2..=MOST).contains(&found.len()) {
        found
    } else {
        Vec::new()
    }
}

/// A title up to its first comma.
fn short(title: &str) -> Domain {
    let first = title.split(['，', ',']).next().unwrap_or(title);
    if letters(first) >= 2 {
        first.to_owned()
    } else {
        title.to_owned()
    }
}
