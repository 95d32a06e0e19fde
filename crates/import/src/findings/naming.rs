//! Extracts the name of an indicator from the words before its verb.

mod words;

use std::ops::Range;

use crate::marker::{self, Style};
use crate::text::{cut, ends, has_any, head, is_blank, is_han, letters, starts, tail};

use super::years;
use words::{BASIC, GENERIC, LEADS, TRAILS};

/// The name within a byte range, without leading and trailing words.
pub(crate) fn within(text: &str, range: Range<usize>) -> Range<usize> {
    let begin = strip_leads(text, behind_who(text, range.clone())..range.end);
    let end = strip_trails(text, begin..range.end);
    begin..end.max(begin)
}

/// Where what is changed begins: of 各地逐步将平均费率 behind 将, of any other words at their start.
fn behind_who(text: &str, range: Range<usize>) -> usize {
    let said = cut(text, range.start, range.end);
    let at = said.rfind(['将', '把']).filter(|at| {
        let behind = tail(said, *at + "将".len());
        let is_word = starts(behind, &["来", "近", "军", "要", "控", "握"]).is_some();
        let is_end = head(said, *at).ends_with(['即', '必', '老', '名', '大']);
        let does = has_any(
            behind,
            &[
                "纳入", "列入", "作为", "用于", "建成", "打造", "”", "》", "）",
            ],
        );
        letters(behind) >= 4 && !is_word && !is_end && !does
    });
    range.start + at.map_or(0, |at| at + "将".len())
}

fn strip_leads(text: &str, range: Range<usize>) -> usize {
    let mut begin = range.start;
    loop {
        let rest = cut(text, begin, range.end);
        let sign = |c: char| {
            is_blank(c) || matches!(c, '、' | '，' | '：' | '“' | '（' | '(' | '；' | '…')
        };
        let bare = rest.trim_start_matches(sign);
        // A quotation mark or bracket that is closed within the name is part of it.
        let bare = match rest
            .find(bare)
            .filter(|at| *at > 0)
            .and_then(|at| rest.get(..at))
            .and_then(|s| s.chars().last())
        {
            Some(open @ ('“' | '（' | '(')) if bare.contains(['”', '）', ')']) => {
                tail(rest, rest.len() - bare.len() - open.len_utf8())
            }
            _ => bare,
        };
        let next = range.end - bare.len() + lead(bare);
        if next == begin {
            return begin;
        }
        begin = next.min(range.end);
        if lead(bare) == 0 {
            return begin;
        }
    }
}

/// The length of a leading word or year expression, in bytes.
fn lead(text: &str) -> usize {
    let age = numbered_age(text);
    if age > 0 {
        return age;
    }
    // 第四条 and other numbers of paragraphs are no part of a name.
    let numbered = |style: Style| {
        matches!(
            style,
            Style::Article | Style::Digit | Style::DigitBrackets | Style::Circled
        )
    };
    if let Some((marker, end)) = marker::read(text).filter(|(it, _)| numbered(it.style)) {
        return end.max(marker.printed.len());
    }
    if let Some(year) = years::all(text)
        .first()
        .filter(|y| letters(cut(text, 0, y.at)) <= 2 && !y.is_base)
    {
        // 2024年后核准的项目 are not all projects.
        let begun = starts(tail(text, year.end), &["起", "开始"]).map_or(0, str::len);
        return if year.is_start && begun == 0 {
            0
        } else {
            year.end + begun
        };
    }
    let named = text.strip_prefix('在').map_or(0, plan);
    if named > 0 {
        return named + "在".len();
    }
    let Some(word) = starts(text, LEADS) else {
        return plan(text);
    };
    // 和美乡村 is a name.
    if word == "和" && tail(text, word.len()).starts_with(['美', '谐', '平', '睦']) {
        return 0;
    }
    // 基本养老保险 is a name.
    if word == "基本" && starts(tail(text, word.len()), BASIC).is_some() {
        return 0;
    }
    // Words such as 全面 and 基本 are dropped only if enough is left.
    let means = ["其中", "力争", "争取", "确保", "努力"].contains(&word);
    let enough = if means { 2 } else { 3 };
    if letters(tail(text, word.len())) >= enough {
        word.len()
    } else {
        0
    }
}

/// The length of the number of an item before an age, which has no decimals: of 6.3岁以下儿童 it is 6.
fn numbered_age(text: &str) -> usize {
    let is_digit = |c: char| c.is_ascii_digit();
    let rest = text.trim_start_matches(is_digit);
    let Some(age) = rest
        .strip_prefix(['.', '．'])
        .filter(|_| rest.len() < text.len())
    else {
        return 0;
    };
    let behind = age.trim_start_matches(is_digit);
    let limits = starts(behind, &["岁以", "岁及以", "周岁以"]).is_some();
    if behind.len() < age.len() && limits {
        text.len() - age.len()
    } else {
        0
    }
}

/// The length in bytes of “十五五”期间 at the start of a text.
fn plan(text: &str) -> usize {
    let rest = text.trim_start_matches(['“', '"']);
    let Some(at) = rest.find('五').filter(|at| *at <= "十五五".len()) else {
        return 0;
    };
    let behind = tail(rest, at).trim_start_matches(['五', '”', '"']);
    let word = starts(behind, &["期间", "时期", "末"]).map_or(0, str::len);
    if rest.starts_with('十') && word > 0 {
        text.len() - behind.len() + word
    } else {
        0
    }
}

fn strip_trails(text: &str, range: Range<usize>) -> usize {
    let mut end = range.end;
    if let Some(year) = years::all(cut(text, range.start, range.end))
        .into_iter()
        .rfind(|y| y.is_base)
    {
        let before = cut(text, range.start, range.start + year.at).trim_end_matches(is_blank);
        let word = ends(before, &["比", "较", "与", "以", "在", "自"]).map_or(0, str::len);
        if word > 0 && letters(before) >= 3 {
            end = range.start + before.len() - word;
        }
    }
    loop {
        let name = cut(text, range.start, end)
            .trim_end_matches(|c| is_blank(c) || matches!(c, '，' | '、' | '：' | ':'));
        let word = ends(name, TRAILS)
            .filter(|w| letters(name) > letters(w) + 1)
            .map_or(0, str::len);
        end = range.start + name.len() - word;
        if word == 0 {
            return end;
        }
    }
}

/// Whether a text can be the name of an indicator.
pub(crate) fn is_name(name: &str) -> bool {
    let hans = name.chars().filter(|c| is_han(*c)).count();
    // 较2020年 only says what is compared.
    let compares = starts(name, &["比", "较"]).is_some()
        && years::all(name).first().is_some_and(|year| year.is_base)
        && ends(name, &["年", "年底", "年末"]).is_some();
    // 较“十三五” neither.
    let compares = compares
        || starts(name, &["比", "较"]).is_some()
            && ends(name, &["五”", "五", "期间", "时期", "末", "期末"]).is_some();
    // 每年安排 says neither of what nor for what.
    let only_does = name
        .strip_prefix("每年")
        .is_some_and(|rest| letters(rest) <= 2);
    (2..=60).contains(&letters(name))
        && hans >= 2
        && !only_does
        && !name.starts_with(['（', '('])
        && !name.starts_with("分别")
        && !GENERIC.contains(&name)
        && !compares
        && !name.contains(['。', '；', '%', '％'])
}

/// What grows, without words for its growth: of 水产品产值年均增速高于全省平均水平 the first five.
pub(crate) fn without_growth(name: &str) -> &str {
    let compared = ["高于", "快于", "低于"]
        .iter()
        .filter_map(|word| name.find(word))
        .min();
    let name = cut(name, 0, compared.unwrap_or(name.len()));
    let growth = ends(
        name,
        &[
            "年均增速",
            "年均增长率",
            "增长率",
            "增速",
            "增幅",
            "年均增长",
            "增长",
        ],
    );
    cut(name, 0, name.len() - growth.map_or(0, str::len))
}

/// What is built, from the words after its number: the part after the last 的, if it is long enough.
pub(crate) fn object(words: &str) -> &str {
    let whole =
        words.trim_matches(|c| is_blank(c) || matches!(c, '的' | '、' | '，' | '《' | '》'));
    match whole.rsplit_once('的') {
        Some((_, last)) if letters(last) >= 3 => unquoted(last),
        _ => unquoted(whole),
    }
}

/// A name without quotation marks that hold all of it or have no other half: not of “双师型”教师.
fn unquoted(name: &str) -> &str {
    let inner = name.trim_matches(['“', '”']);
    if inner.contains(['“', '”']) {
        name
    } else {
        inner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> &str {
        let name = within(text, 0..text.len());
        cut(text, name.start, name.end)
    }

    #[test]
    fn names_lose_what_leads_to_them_and_trails_them() {
        assert_eq!(name("到2025年，灌溉水利用系数"), "灌溉水利用系数");
        assert_eq!(name("力争全县森林覆盖率"), "全县森林覆盖率");
        assert_eq!(name("第四条 补充耕地面积"), "补充耕地面积");
        assert_eq!(name("确保基本养老保险参保率"), "基本养老保险参保率");
        assert_eq!(name("万元产值用水量比2020年"), "万元产值用水量");
        assert_eq!(name("“十五五”期间城镇调查失业率"), "城镇调查失业率");
        assert_eq!(name("在“十五五”期间评定职称人数"), "评定职称人数");
        assert_eq!(name("“水美乡村”建设比例力争"), "“水美乡村”建设比例");
        assert_eq!(name("其中县级"), "县级");
        assert_eq!(name("3.水库座数"), "水库座数");
        assert_eq!(name("（2）5岁以下儿童死亡率"), "5岁以下儿童死亡率");
        assert_eq!(name("每年改造管网"), "每年改造管网");
        assert_eq!(name("水产品产值实现翻番"), "水产品产值");
        assert_eq!(name("引导各乡镇逐步将平均供水漏损率"), "平均供水漏损率");
        assert_eq!(name("供水漏损率原则上"), "供水漏损率");
    }

    #[test]
    fn what_only_compares_or_averages_is_no_name() {
        assert!(!is_name("较2020年") && !is_name("年均"));
        assert!(!is_name("力争") && !is_name("（五年累计）") && !is_name("每年安排"));
        assert!(is_name("比价平台"));
    }

    #[test]
    fn an_object_is_what_stands_behind_its_attributes() {
        assert_eq!(object("面向全县、形式多样的水情教育基地"), "水情教育基地");
        assert_eq!(object("“示范灌区”"), "示范灌区");
        assert_eq!(object("“水管家”服务站"), "“水管家”服务站");
    }
}
