//! The notice before a plan: particulars, title, addressees, text, signature; and the lines that name attachments.
//!
//! What stands before the title of the notice (lines of a database, a cover) is left out, and listed.

use guihua_core::plan::{Field, Notice, Omitted, Prose};

use super::blocks::Blocks;
use super::{dates, notes, words};
use crate::document::{Content, Part};
use crate::text::{ends, fold, has_any, letters, starts, trim};

/// What particulars of documents are called.
const LABELS: &[&str] = &[
    "名称",
    "标题",
    "索引号",
    "发布机构",
    "发文机关",
    "发文机构",
    "制发单位",
    "发文字号",
    "文号",
    "主题",
    "主题分类",
    "主题词",
    "分类",
    "成文日期",
    "发文日期",
    "发布日期",
    "印发日期",
    "生效日期",
    "实施日期",
    "有效性",
    "效力状态",
    "废止依据",
    "废止日期",
    "失效日期",
    "体裁",
    "组配分类",
    "公开方式",
    "公开属性",
    "信息分类",
    "服务对象",
];

/// What a line before the plan is.
struct Line<'a> {
    parts: Vec<&'a Part>,
    text: String,
}

/// The notice, and the lines before it, which are left out. Without the title of a notice all lines are.
pub(super) fn of(parts: &[Part], blocks: &mut Blocks<'_>) -> (Option<Notice>, Vec<Omitted>) {
    let lines: Vec<Line<'_>> = parts.iter().flat_map(lines).collect();
    let Some((start, end)) = title(&lines) else {
        let reason = "正文之前的文字";
        let omitted = lines.iter().flat_map(|line| left_out(line, reason));
        return (None, omitted.collect());
    };
    let mut omitted = Vec::new();
    let mut notice = empty(&lines[start..=end]);
    for line in &lines[..start] {
        let fields = fields(&line.text);
        if fields.is_empty() {
            omitted.extend(left_out(line, "通知之前的文字"));
        }
        for field in fields {
            notice.fields.push(field);
            blocks.node(line.parts.iter().copied());
        }
    }
    blocks.node(
        lines[start..=end]
            .iter()
            .flat_map(|line| line.parts.iter().copied()),
    );
    let mut rest = &lines[end + 1..];
    if let Some((first, others)) = rest
        .split_first()
        .filter(|(line, _)| is_addressees(&line.text))
    {
        notice.addressees = Some(first.prose());
        blocks.node(first.parts.iter().copied());
        rest = others;
    }
    let signed = signature(rest);
    for line in &rest[..signed] {
        notice.paragraphs.push(line.prose());
        blocks.node(line.parts.iter().copied());
    }
    if let [issuer, date] = &rest[signed..] {
        notice.issuer = Some(issuer.prose());
        notice.date = Some(date.prose());
        blocks.node(issuer.parts.iter().copied());
        blocks.node(date.parts.iter().copied());
    }
    (Some(notice), omitted)
}

impl Line<'_> {
    fn prose(&self) -> Prose {
        Prose::plain(&self.text)
    }
}

fn empty(title: &[Line<'_>]) -> Notice {
    let title: String = title.iter().map(|line| line.text.as_str()).collect();
    Notice {
        fields: Vec::new(),
        title: Prose::plain(&title),
        addressees: None,
        paragraphs: Vec::new(),
        issuer: None,
        date: None,
    }
}

/// The lines of a part: of a table its rows.
fn lines(part: &Part) -> Vec<Line<'_>> {
    let texts = match &part.content {
        Content::Table(grid) => {
            let row = |row: &Vec<crate::source::Cell>| {
                let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                words::one_line(&cells.join(" "))
            };
            grid.table.rows.iter().map(row).collect()
        }
        _ => vec![words::printed(part)],
    };
    let texts = texts.into_iter().filter(|text| !words::is_empty(text));
    texts
        .map(|text| Line {
            parts: vec![part],
            text,
        })
        .collect()
}

fn left_out(line: &Line<'_>, reason: &str) -> Vec<Omitted> {
    let of_part = |part: &&Part| notes::left_out(part.place, &line.text, reason);
    line.parts.iter().filter_map(of_part).collect()
}

/// The lines of the title of the notice: from 关于, or the office before it, to 通知.
fn title(lines: &[Line<'_>]) -> Option<(usize, usize)> {
    let is_end = |line: &Line<'_>| {
        let text = trim(&line.text);
        ends(text, &["通知", "的函", "批复", "决定", "通告"]).is_some()
            && letters(text) <= 160
            && !text.contains('。')
            && fields(text).is_empty()
    };
    let first = lines.iter().position(is_end)?;
    // Sites and databases repeat the title before the notice itself.
    let before_text = lines.iter().skip(first);
    let before_text = before_text
        .take_while(|line| !is_addressees(&line.text))
        .count();
    let end = lines
        .get(first..first + before_text)?
        .iter()
        .rposition(is_end)
        .map_or(first, |at| first + at);
    let mut start = end;
    while !names_its_subject(&lines[start].text)
        && start > 0
        && end - start < 3
        && continues(&lines[start - 1].text)
    {
        start -= 1;
    }
    while trim(&lines[start].text).starts_with("关于")
        && start > 0
        && end - start < 4
        && is_office(&lines[start - 1].text)
    {
        start -= 1;
    }
    if start > 0 && lines[start].text.starts_with(['（', '(']) && is_office(&lines[start - 1].text)
    {
        start -= 1;
    }
    Some((start, end))
}

/// Whether a line has 关于, not within the name of a plan.
fn names_its_subject(text: &str) -> bool {
    text.split('《')
        .next()
        .is_some_and(|before| before.contains("关于"))
}

/// Whether a line may be the beginning of a title that the next one continues.
fn continues(text: &str) -> bool {
    letters(text) <= 60 && !text.contains(['。', '：', ':', '号']) && fields(text).is_empty()
}

fn is_office(text: &str) -> bool {
    let text = trim(text);
    let name = text.trim_end_matches(['）', ')']);
    let offices = ["府", "厅", "局", "委", "委员会", "室", "部", "院", "组"];
    letters(text) <= 40
        && ends(name, &offices).is_some()
        && !text.contains(|c: char| c.is_ascii_digit() || "。：，".contains(c))
}

fn is_addressees(text: &str) -> bool {
    let text = trim(text);
    let is_plain = letters(text) <= 300 && !text.contains('。') && fields(text).is_empty();
    let names_all =
        text.starts_with('各') && has_any(text, &["政府", "部门", "机构", "单位", "街道"]);
    is_plain && (text.ends_with(['：', ':']) && !text.contains("如下") || names_all)
}

/// Where the signature begins: the last two lines, if they are an office and a date.
fn signature(lines: &[Line<'_>]) -> usize {
    let [.., issuer, date] = lines else {
        return lines.len();
    };
    let day = fold(&date.text);
    let is_date = letters(&day) <= 14
        && (dates::day(&day).is_some()
            || day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit()));
    let is_issuer = letters(&issuer.text) <= 40 && !issuer.text.contains(['。', '：']);
    if is_date && is_issuer {
        lines.len() - 2
    } else {
        lines.len()
    }
}

/// The particulars that a line prints: labels with their entries, which may be empty.
fn fields(text: &str) -> Vec<Field> {
    let solid: String = text
        .chars()
        .filter(|c| !crate::text::is_blank(*c))
        .collect();
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for (at, colon) in solid.match_indices(['：', ':']) {
        let label = solid.get(..at).and_then(|before| ends(before, LABELS));
        if let Some(label) = label {
            found.push((at - label.len(), at + colon.len(), label));
        }
    }
    if found.first().is_none_or(|(start, ..)| *start > 0) {
        return Vec::new();
    }
    let ends = found
        .iter()
        .skip(1)
        .map(|(start, ..)| *start)
        .chain([solid.len()]);
    let fields = found.iter().zip(ends).map(|((_, from, label), to)| Field {
        label: (*label).to_owned(),
        value: Prose::plain(&words::one_line(solid.get(*from..to).unwrap_or_default())),
    });
    fields.collect()
}

/// The line that names the attachments, if it is the last part of the text, and the parts before it.
pub(super) fn attachment_line(parts: &[Part]) -> (&[Part], Option<&Part>) {
    let Some((last, before)) = parts.split_last() else {
        return (parts, None);
    };
    let text = last.paragraph().map_or("", |it| it.text.as_str());
    let names = starts(&fold(text), &["附件:", "附:", "附件1", "附表:"]).is_some();
    if names && letters(text) <= 400 && !text.contains('。') {
        (before, Some(last))
    } else {
        (parts, None)
    }
}

/// The label and the title of an attachment, and how many of its parts they are.
pub(super) fn attachment_title(
    label: Option<&str>,
    parts: &[Part],
) -> (Option<String>, Option<String>, usize) {
    let text = |n: usize| {
        parts
            .get(n)
            .and_then(Part::paragraph)
            .map(|it| words::one_line(&it.text))
    };
    let titled = |n: usize| {
        text(n).filter(|it| {
            (1..=60).contains(&letters(it)) && !it.contains('。') && !it.ends_with(['：', ':'])
        })
    };
    let Some(first) = text(0) else {
        return (None, None, 0);
    };
    let is_label = fold(&first).starts_with("附") && letters(&first) <= 6;
    let printed = label
        .map(words::one_line)
        .filter(|label| first.starts_with(label.as_str()));
    let own = match printed {
        Some(printed) => printed,
        None if is_label => first.clone(),
        None => {
            return match titled(0) {
                Some(title) => (None, Some(title), 1),
                None => (None, None, 0),
            };
        }
    };
    let rest = first.get(own.len()..).unwrap_or_default();
    let begins =
        rest.trim_start_matches(|c: char| crate::text::is_blank(c) || "：:.．".contains(c));
    if !words::is_empty(begins) {
        let label = first
            .get(..first.len() - begins.len())
            .map(|it| trim(it).to_owned());
        return (label, Some(begins.to_owned()), 1);
    }
    match titled(1) {
        Some(title) => (Some(first), Some(title), 2),
        None => (None, Some(first), 1),
    }
}
