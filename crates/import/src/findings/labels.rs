//! Indicators on lines of labels and values, as in the text of some PDFs: 领域：… 指标：…(单位) 2020年：… 2025年：….

use crate::document::{Content, Document};
use crate::text::{cut, fold, head, is_blank, tail, trim};

use super::target::{Baseline, Evidence, Goal, Reading, Target, YearBy};
use super::value;
use super::years::Time;

/// Whether a paragraph is such a line.
pub(crate) fn is_label_line(text: &str) -> bool {
    let pairs = pairs(text);
    pairs.iter().any(|(label, _)| label == "指标")
        && pairs.iter().any(|(label, _)| year(label).is_some())
}

/// The targets of all such lines of a document.
pub(crate) fn targets(document: &Document, time: Time) -> Vec<Target> {
    let mut found = Vec::new();
    for part in document.parts() {
        let Content::Paragraph(paragraph) = &part.content else {
            continue;
        };
        if paragraph.cuts.is_empty() && is_label_line(&paragraph.text) {
            let evidence = Evidence {
                order: part.order,
                place: part.place,
                quote: paragraph.text.clone(),
                cell: None,
            };
            found.extend(target(&pairs(&paragraph.text), evidence, time));
        }
    }
    found
}

fn target(pairs: &[(String, String)], evidence: Evidence, time: Time) -> Option<Target> {
    let name = pairs
        .iter()
        .find(|(label, _)| label == "指标")
        .map(|(_, value)| value)?;
    let (name, unit) = value::name_and_unit(name);
    let mut years: Vec<(u16, &String)> = pairs
        .iter()
        .filter_map(|(label, value)| Some((year(label)?, value)))
        .collect();
    years.sort_by_key(|(year, _)| *year);
    let past = |year: u16| time.is_past(year);
    let base = years
        .first()
        .filter(|(year, _)| years.len() > 1 || past(*year))
        .copied();
    let read: Vec<(u16, value::Value)> = years
        .iter()
        .filter(|(year, _)| Some(*year) != base.map(|b| b.0))
        .filter_map(|(year, text)| Some((*year, value::read(text)?)))
        .collect();
    let (_, last) = read.last()?;
    let baseline = base.and_then(|(year, text)| {
        Some(Baseline {
            value: value::read(text).filter(|v| v.is_figure)?.text,
            year: Some(year),
        })
    });
    let kind = value::kind(
        last,
        &name,
        baseline.as_ref().map(|b| b.value.as_str()),
        unit.as_deref(),
    );
    let goals = read
        .iter()
        .map(|(year, v)| Goal {
            value: v.text.clone(),
            is_figure: v.is_figure,
            year: Some(*year),
            year_by: YearBy::Stated,
        })
        .collect();
    Some(Target {
        name,
        kind,
        unit: unit.or_else(|| last.unit.clone()),
        goals,
        baseline,
        binding: None,
        evidence,
        also: Vec::new(),
        why: Reading::Labels,
    })
}

/// The labels of a line with their values. A label is 领域, 指标 or a year before a colon.
fn pairs(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, usize, usize)> = Vec::new();
    for (at, colon) in text.match_indices(['：', ':']) {
        let before = head(text, at);
        let label = before
            .rsplit(['\u{3000}', '：', ':'])
            .next()
            .unwrap_or_default();
        if let Some((label, length)) = label_of(label) {
            found.push((
                label,
                before.trim_end_matches(is_blank).len() - length,
                at + colon.len(),
            ));
        }
    }
    let ends: Vec<usize> = found
        .iter()
        .skip(1)
        .map(|(_, begin, _)| *begin)
        .chain([text.len()])
        .collect();
    found
        .into_iter()
        .zip(ends)
        .map(|((label, _, from), end)| (label, trim(cut(text, from, end)).to_owned()))
        .collect()
}

/// The label at the end of a text, and its length in bytes.
fn label_of(text: &str) -> Option<(String, usize)> {
    let text = text.trim_end_matches(is_blank);
    if let Some(word) = crate::text::ends(text, &["领域", "指标", "单位", "属性", "类别"])
    {
        return Some((word.to_owned(), word.len()));
    }
    let rest = text.strip_suffix('年')?.trim_end_matches(is_blank);
    let begin = rest
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_ascii_digit())
        .last()?
        .0;
    let label = fold(tail(text, begin));
    (label.len() == "2025年".len()).then(|| (label, text.len() - begin))
}

fn year(label: &str) -> Option<u16> {
    label.strip_suffix('年')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_values_are_told_apart() {
        let text = "领域：水利      指标：堤防达标率(%)     2020 年：71    2025 年：85 左右";
        let found = pairs(text);
        assert_eq!(found[1], ("指标".into(), "堤防达标率(%)".into()));
        assert_eq!(found[3], ("2025年".into(), "85 左右".into()));
        assert!(is_label_line(text));
        assert!(!is_label_line("主要指标：到2025年，堤防达标率达到85%。"));
    }
}
