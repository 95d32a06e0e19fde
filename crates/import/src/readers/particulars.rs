//! Metadata that sites print about a document: 索引号、发文字号、发布机构、成文日期 and the like.

use super::clean;
use crate::source::{Particular, Source};

/// Their names, without blanks.
const NAMES: [&str; 49] = [
    "索引号",
    "索引",
    "发文字号",
    "文号",
    "发文文号",
    "文件编号",
    "发布机构",
    "发布单位",
    "发布部门",
    "发文机关",
    "发文机构",
    "发文单位",
    "发布日期",
    "发布时间",
    "发文日期",
    "成文日期",
    "成文时间",
    "生成日期",
    "发表时间",
    "公开日期",
    "公开时间",
    "印发日期",
    "签发日期",
    "生效日期",
    "施行日期",
    "实施日期",
    "废止日期",
    "失效日期",
    "名称",
    "标题",
    "文件名称",
    "主题分类",
    "主题词",
    "关键词",
    "分类",
    "信息分类",
    "体裁分类",
    "组配分类",
    "公文种类",
    "服务对象",
    "公开方式",
    "公开属性",
    "公开主体",
    "公开范围",
    "公开程序",
    "有效性",
    "时效性",
    "效力状态",
    "效力级别",
];
/// Names that are also common words: they count only beside others.
const WEAK: [&str; 6] = ["来源", "信息来源", "文章来源", "日期", "时间", "作者"];

/// A name for comparing: without blanks and colon.
pub(super) fn name(text: &str) -> String {
    clean::solid(text)
        .trim_matches([':', '：', '【', '】', '[', ']', '*'])
        .to_owned()
}

/// Whether this is the name of a particular.
pub(super) fn is_name(text: &str) -> bool {
    let name = name(text);
    NAMES.contains(&name.as_str())
}

/// Whether this is the name of a particular among others.
pub(super) fn is_name_among_others(text: &str) -> bool {
    is_name(text) || WEAK.contains(&name(text).as_str())
}

/// The name and value in `发布日期：2021年3月1日`.
pub(super) fn pair(text: &str) -> Option<(String, String)> {
    let (before, after) = text.split_once([':', '：'])?;
    let value = after.trim_start_matches('*').trim();
    is_name_among_others(before).then(|| (name(before), value.to_owned()))
}

/// The names and values on a line that may hold several: `发布时间：2021-03-01 来源：本网 字号：大 中 小`.
pub(super) fn pairs(line: &str) -> Vec<(String, String)> {
    let mut groups: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        match groups.last_mut() {
            Some(group) if !begins_pair(word) => {
                group.push(' ');
                group.push_str(word);
            }
            _ => groups.push(word.to_owned()),
        }
    }
    groups.iter().filter_map(|group| pair(group)).collect()
}

/// Whether a word begins with a short name and a colon; a time of day does not.
fn begins_pair(word: &str) -> bool {
    let name = word.split_once([':', '：']).map(|(name, _)| name);
    name.is_some_and(|name| {
        (1..=7).contains(&name.chars().count())
            && !name.contains(|sign: char| sign.is_ascii_digit())
    })
}

/// Records a particular, unless it is empty or already known.
pub(super) fn note(source: &mut Source, name: &str, value: &str) {
    let particular = Particular {
        name: name.to_owned(),
        value: clean::squeeze(value),
    };
    if !particular.name.is_empty()
        && !particular.value.is_empty()
        && !source.particulars.contains(&particular)
    {
        source.particulars.push(particular);
    }
}
