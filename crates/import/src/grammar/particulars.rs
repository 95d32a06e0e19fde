//! The metadata of a document: number, issuer, date, region, term, vision year.
//!
//! Read from the title, the notice, or the file's metadata. Only the years of a “十五五” are inferred, and marked so.

use crate::document::{Particulars, Term, TermBy};
use crate::source::Particular;
use crate::text::{cut, ends, fold, head, is_blank, is_han, letters, tail, trim};

use crate::marker::numeral;

/// Reads the metadata from the title, the lines before and right after it, the last lines of the text, and the particulars
/// of the file.
pub(crate) fn read(
    title: &str,
    lines: &[&str],
    last: &[&str],
    marked: &[Particular],
) -> Particulars {
    let say = |names: &[&str]| {
        marked
            .iter()
            .find(|p| names.iter().any(|n| fold(&p.name).contains(n)))
            .map(|p| trim(&p.value).to_owned())
            .filter(|v| !v.is_empty())
    };
    let issued = |line: &&&str| {
        (line.contains("通知") || line.contains("关于"))
            && letters(line) <= 120
            && !line.contains('。')
    };
    let notice = lines.iter().find(issued).copied();
    let notice = notice.or_else(|| Some(title).filter(|it| it.contains("关于")));
    let notice = notice.unwrap_or_default();
    let number = lines
        .iter()
        .filter(|l| letters(l) <= 40)
        .find_map(|l| number(l))
        .or_else(|| say(&["发文字号", "文号", "doc_no"]));
    let signed = signature(last);
    let date = lines.iter().rev().find_map(|l| date(l));
    let date = date.or_else(|| signed.map(|(_, date)| date.to_owned()));
    let date = date.or_else(|| {
        say(&[
            "成文日期",
            "发文日期",
            "发布日期",
            "发布时间",
            "publish_date",
            "date",
            "PubDate",
        ])
    });
    let office = issuer(lines, notice)
        .or_else(|| signed.map(|(office, _)| office.to_owned()))
        .or_else(|| say(&["发布机构", "发文机关", "publisher", "ContentSource"]));
    let year = date.as_deref().and_then(|d| years(d).first().copied());
    let region = region(title)
        .or_else(|| region(notice))
        .or_else(|| office.as_deref().and_then(region));
    let term = term(title, year);
    Particulars {
        number,
        date,
        region,
        term,
        vision: vision(title, term),
        issuer: office,
    }
}

/// 甲政办发〔2021〕3号, in brackets of all kinds.
fn number(line: &str) -> Option<String> {
    let open = line
        .find(['〔', '[', '［', '【'])
        .or_else(|| line.find('（'))?;
    let year: String = tail(line, open)
        .chars()
        .skip(1)
        .filter(|c| !c.is_whitespace())
        .take(4)
        .collect();
    let close = open + tail(line, open).find(['〕', ']', '］', '】', '）'])?;
    let end = close + tail(line, close).find('号')? + "号".len();
    let digits: String = fold(cut(line, close, end))
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let word: String = head(line, open)
        .chars()
        .rev()
        .take_while(|c| is_han(*c))
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let sound = year.parse::<u16>().is_ok_and(|y| (1949..2100).contains(&y))
        && !digits.is_empty()
        && letters(cut(line, close, end)) < 14;
    let office = word
        .rsplit(['（', '(', '】', '：'])
        .next()
        .unwrap_or_default();
    (sound && (2..=16).contains(&letters(office)))
        .then(|| format!("{office}{}", trim(cut(line, open, end))))
}

/// The date of a short line.
fn date(line: &str) -> Option<String> {
    let text: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let end = text.find('日')? + "日".len();
    let year = text.find('年')?;
    let begin = head(&text, year)
        .char_indices()
        .rev()
        .take_while(|(_, c)| {
            c.is_ascii_digit() || numeral::is_numeral(*c) || *c == '〇' || *c == '○'
        })
        .last()?
        .0;
    let date = cut(&text, begin, end);
    (letters(line) <= 40 && date.contains('月') && letters(date) <= 12).then(|| date.to_owned())
}

/// Who signs the text at its end, and when: 甲县人民政府 / 2024年5月30日.
fn signature<'a>(last: &[&'a str]) -> Option<(&'a str, &'a str)> {
    let lines = last.iter().map(|line| trim(line));
    let mut lines = lines.filter(|line| !line.starts_with(['（', '('])).rev();
    let day = lines.next()?;
    let is_day = date(day).is_some_and(|found| letters(&found) == letters(day));
    let office = lines.next().filter(|_| is_day)?;
    let ends_alike = [
        "政府",
        "办公室",
        "办公厅",
        "委员会",
        "局",
        "厅",
        "部",
        "委",
        "国务院",
    ];
    let is_office = (3..=30).contains(&letters(office)) && ends(office, &ends_alike).is_some();
    is_office.then_some((office, day))
}

/// The issuer: the words before 关于 in the title of the notice, or the line before its date.
fn issuer(lines: &[&str], notice: &str) -> Option<String> {
    let before = trim(
        notice
            .split("关于")
            .next()
            .unwrap_or_default()
            .split("印发")
            .next()
            .unwrap_or_default(),
    );
    // 名称:甲县人民政府关于…… of a table of particulars.
    let before = trim(before.rsplit(['：', ':']).next().unwrap_or_default());
    // The title of a notice may be broken before 关于.
    let above = lines
        .iter()
        .position(|line| *line == notice)
        .and_then(|at| at.checked_sub(1));
    let above = above.and_then(|at| lines.get(at)).map(|line| trim(line));
    let above = above.filter(|line| {
        trim(notice).starts_with("关于")
            && letters(line) <= 30
            && line.ends_with(['府', '局', '室', '会', '厅', '部'])
    });
    if let Some(above) = above {
        return Some(above.to_owned());
    }
    if (3..=30).contains(&letters(before))
        && before.len() < notice.trim().len()
        && !before.contains(['《', '，', '。'])
    {
        return Some(before.to_owned());
    }
    let dated = lines
        .iter()
        .rposition(|l| date(l).is_some_and(|d| letters(&d) == letters(l)))?;
    let before = lines.get(..dated)?;
    let line = before
        .iter()
        .rev()
        .map(|l| trim(l))
        .find(|l| !l.is_empty() && !l.starts_with(['（', '(']))?;
    ((3..=30).contains(&letters(line)) && !line.contains(['，', '。', '：']))
        .then(|| line.to_owned())
}

/// Whether a line is a particular of a document or of its letterhead, which stands alone: 索 引 号：…, 甲政发〔2021〕3号.
pub(super) fn is_labelled(line: &str) -> bool {
    let text = fold(line);
    let label = text.split(':').next().unwrap_or_default();
    let is_label = label.len() < text.len() && LABELS.contains(&label);
    let is_number = letters(line) <= 40 && text.ends_with('号') && number(line).is_some();
    is_label || is_number || (letters(line) <= 40 && text.contains("签发人:"))
}

/// What particulars are called.
const LABELS: &[&str] = &[
    "索引号",
    "文号",
    "发文字号",
    "标题",
    "名称",
    "发文机关",
    "发布机构",
    "发文机构",
    "成文日期",
    "发布日期",
    "发文日期",
    "生成日期",
    "有效性",
    "时效性",
    "有效期",
    "主题分类",
    "组配分类",
    "体裁分类",
    "主题词",
    "公开方式",
    "签发人",
    "来源",
    "信息来源",
    "发布时间",
    "浏览次数",
    "字体",
    "分享到",
];

/// The region at the start of a name: 甲省乙市丙县.
pub(super) fn region(name: &str) -> Option<String> {
    let text = trim(name).trim_start_matches(|c: char| c.is_ascii_digit() || c == '年');
    let text = text.strip_prefix("中共").unwrap_or(text);
    let stop = ["关于", "人民政府", "“", "政府", "发展"]
        .iter()
        .filter_map(|w| text.find(w))
        .min()
        .unwrap_or(text.len());
    // 中共甲县委 甲县人民政府 name the same place.
    let blank = text
        .find(is_blank)
        .filter(|at| letters(head(text, *at)) >= 2);
    let place = head(text, blank.unwrap_or(stop).min(stop));
    let ends = [
        "自治区",
        "自治州",
        "自治县",
        "省",
        "市",
        "州",
        "盟",
        "县",
        "区",
        "旗",
        "镇",
        "乡",
    ];
    let end = ends
        .iter()
        .filter_map(|w| {
            place
                .rfind(w)
                .filter(|at| letters(head(place, *at)) >= 1)
                .map(|at| at + w.len())
        })
        .max()?;
    let region = head(place, end);
    ((2..=14).contains(&letters(region)) && region.chars().all(is_han)).then(|| region.to_owned())
}

/// The years in a text.
pub(crate) fn years(text: &str) -> Vec<u16> {
    let folded = fold(text);
    let pieces = folded.split(|c: char| !c.is_ascii_digit());
    pieces
        .filter(|p| p.len() == 4)
        .filter_map(|p| p.parse().ok())
        .filter(|y| (1949..2100).contains(y))
        .collect()
}

/// The last year of the five-year plan `number`: the 14th ends in 2025.
pub(crate) fn end_of_plan(number: u32) -> u16 {
    1955 + 5 * number as u16
}

/// The number of the five-year plan that a text names: 14 for 十四五 and 第十四个五年规划.
pub(crate) fn five_year_plan(text: &str) -> Option<u32> {
    let text = fold(text);
    let named = |(number, word): (u32, &str)| {
        (text.contains(&format!("{word}五")) || text.contains(&format!("第{word}个五年")))
            .then_some(number)
    };
    [
        (16, "十六"),
        (15, "十五"),
        (14, "十四"),
        (13, "十三"),
        (12, "十二"),
        (11, "十一"),
    ]
    .into_iter()
    .find_map(named)
}

/// The term that a title names.
fn term(title: &str, issued: Option<u16>) -> Option<Term> {
    let found = years(title);
    let vision = title.contains("远景");
    if let (Some(plan), true) = (five_year_plan(title), found.len() < 2 || vision) {
        let end = end_of_plan(plan);
        return Some(Term {
            start: end - 4,
            end,
            by: TermBy::FiveYears,
        });
    }
    match (found.first().copied(), found.get(1).copied()) {
        (Some(start), Some(end)) if end > start => Some(Term {
            start,
            end,
            by: TermBy::Years,
        }),
        (Some(year), None) if issued.is_some_and(|i| year > i + 1) => Some(Term {
            start: issued.unwrap_or(year),
            end: year,
            by: TermBy::LastYear,
        }),
        (Some(year), None) => Some(Term {
            start: year,
            end: year,
            by: TermBy::Year,
        }),
        // A report on the work of a government is for the year in which it is given.
        (None, None) if title.contains("政府工作报告") => issued.map(|year| Term {
            start: year,
            end: year,
            by: TermBy::Year,
        }),
        _ => None,
    }
}

/// The year after 远景 in a title.
fn vision(title: &str, term: Option<Term>) -> Option<u16> {
    let year = years(title).into_iter().max()?;
    (title.contains("远景") && term.is_none_or(|t| year > t.end)).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_from_titles() {
        let term = |title| term(title, Some(2021)).map(|t| (t.start, t.end, t.by));
        assert_eq!(
            term("甲县水利规划（2021—2030年）"),
            Some((2021, 2030, TermBy::Years))
        );
        assert_eq!(
            term("甲县水利“十五五”规划"),
            Some((2026, 2030, TermBy::FiveYears))
        );
        assert_eq!(
            term("甲县第十四个五年规划和2035年远景目标纲要"),
            Some((2021, 2025, TermBy::FiveYears))
        );
        assert_eq!(
            term("“健康甲县2030”规划纲要"),
            Some((2021, 2030, TermBy::LastYear))
        );
        assert_eq!(term("甲县水利规划"), None);
    }

    #[test]
    fn numbers_dates_and_regions_are_read() {
        assert_eq!(
            number("（甲政办发〔2018〕25号）").as_deref(),
            Some("甲政办发〔2018〕25号")
        );
        assert_eq!(date("2018年3月 22日").as_deref(), Some("2018年3月22日"));
        assert_eq!(
            region("甲省乙市人民政府办公室").as_deref(),
            Some("甲省乙市")
        );
        assert_eq!(region("甲乙县水利发展规划").as_deref(), Some("甲乙县"));
    }

    #[test]
    fn the_issuer_stands_before_the_date_or_in_the_title() {
        assert_eq!(
            issuer(&["甲县人民政府", "2020年1月2日"], "").as_deref(),
            Some("甲县人民政府")
        );
        assert_eq!(
            issuer(&[], "甲县人民政府关于印发规划的通知").as_deref(),
            Some("甲县人民政府")
        );
        let broken = ["甲县人民政府", "关于印发规划的通知"];
        assert_eq!(issuer(&broken, broken[1]).as_deref(), Some("甲县人民政府"));
        assert_eq!(region("中共甲省委关于规划的建议").as_deref(), Some("甲省"));
    }
}
