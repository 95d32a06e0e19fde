//! Heading candidates: paragraphs with a marker, their title, and where it ends.

use crate::document::NumberBy;
use crate::text::{columns, cut, fold, has_any, is_blank, is_stop, letters, starts, tail, trim};

use super::flow::{Flow, Para};
use crate::marker::numeral::is_numeral;
use crate::marker::{self, Marker, Style};

/// Maximum characters of a title of low rank; longer ones are list items.
const ITEM: usize = 60;

/// A paragraph that may be a heading.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Its marker.
    pub(crate) marker: Marker,
    /// Where the number comes from.
    pub(crate) number: NumberBy,
    /// The byte offset where the number begins, after a glued page number.
    pub(crate) number_at: usize,
    /// The byte offset where the title begins.
    pub(crate) title_at: usize,
    /// The byte offset where the title ends.
    pub(crate) title_end: usize,
    /// Whether it looks like a list item rather than a heading.
    pub(crate) item: bool,
}

/// The candidate of each piece; `None` if it is none.
pub(crate) fn all(flows: &[Flow]) -> Vec<Option<Candidate>> {
    let mut found: Vec<Option<Candidate>> = flows.iter().map(|f| f.para().and_then(read)).collect();
    settle_decimals(&mut found);
    settle_labels(&mut found);
    spread_items(&mut found);
    mark_boxes(flows, &mut found);
    found
}

/// If 1.1 and the like occur more than once, the document uses decimals and 1. is their parent level; otherwise
/// apparent decimals are dropped.
fn settle_decimals(found: &mut [Option<Candidate>]) {
    let has = |style| {
        found
            .iter()
            .flatten()
            .filter(|c| c.marker.style == style)
            .count()
    };
    let (counts, bare) = (has(Style::Decimal(2)) >= 2, has(Style::Decimal(1)));
    for slot in found.iter_mut() {
        let Some(candidate) = slot else { continue };
        match candidate.marker.style {
            Style::Decimal(_) if !counts => *slot = None,
            Style::Digit if counts && bare == 0 => candidate.marker.style = Style::Decimal(1),
            _ => {}
        }
    }
}

/// Labels (行动一：) stand above numbers in brackets that begin anew below them, else below those.
fn settle_labels(found: &mut [Option<Candidate>]) {
    let mut is_below = false;
    let mut above = false;
    for candidate in found.iter().flatten() {
        match candidate.marker.style {
            Style::Label => is_below = true,
            Style::HanBrackets if is_below => above |= candidate.marker.value == 1,
            style if style.rank() <= Style::Han.rank() => is_below = false,
            _ => {}
        }
    }
    let labels = found
        .iter_mut()
        .flatten()
        .filter(|it| it.marker.style == Style::Label);
    for candidate in labels.filter(|_| above) {
        candidate.marker.style = Style::LabelAbove;
    }
}

/// Marks numbers of low rank in a box (专栏) as items. The box ends before a number of high rank, or before an unnumbered
/// paragraph after a gap.
fn mark_boxes(flows: &[Flow], found: &mut [Option<Candidate>]) {
    let mut within = false;
    let mut label = 0;
    for (flow, candidate) in flows.iter().zip(found) {
        let Some(para) = flow.para() else { continue };
        match candidate {
            // A label that goes on with those before the box ends it; others count its items.
            Some(candidate) if candidate.marker.style.is_label() => {
                let goes_on = label > 0 && candidate.marker.value == label + 1;
                within &= !goes_on;
                candidate.item |= within;
                label = if within {
                    label
                } else {
                    candidate.marker.value
                };
            }
            Some(candidate) if candidate.marker.style.rank() < Style::Digit.rank() => {
                within = false;
            }
            Some(candidate) => candidate.item |= within,
            None if is_box(&para.text) => within = true,
            None => within &= para.gap < 2,
        }
    }
}

/// Whether a line begins a box.
pub(crate) fn is_box(text: &str) -> bool {
    let text = fold(text);
    text.starts_with("专栏")
        && letters(&text) <= 45
        && !text.contains(is_stop)
        && !text.contains('，')
}

/// Marks the last item of a list, which ends with a full stop like a heading, by its neighbours.
fn spread_items(found: &mut [Option<Candidate>]) {
    for at in 1..found.len() {
        let (before, here) = found.split_at_mut(at);
        let (Some(Some(last)), Some(Some(this))) = (before.last(), here.first_mut()) else {
            continue;
        };
        if last.item
            && last.marker.style == this.marker.style
            && this.marker.value == last.marker.value + 1
        {
            this.item = true;
        }
    }
}

fn read(para: &Para) -> Option<Candidate> {
    if let Some(number) = &para.look.number {
        let (marker, _) = marker::read(&format!("{} 甲", trim(number)))?;
        return candidate(para, marker, NumberBy::Program, 0, 0);
    }
    let number_at = glued_page(&para.text);
    let text = tail(&para.text, number_at);
    let (marker, begin) = marker::read(text)?;
    candidate(para, marker, NumberBy::Text, number_at, number_at + begin)
}

fn candidate(
    para: &Para,
    marker: Marker,
    number: NumberBy,
    number_at: usize,
    title_at: usize,
) -> Option<Candidate> {
    let text = tail(&para.text, title_at);
    let title_end = title_at + title_length(text, marker.style);
    let title = cut(&para.text, title_at, title_end);
    let plausible = letters(title) > 0
        && !title.starts_with(['、', '，', '。', '；', '）', ')', '：'])
        && !is_table_cell(&para.text, title_at);
    let item = is_item(&para.text, title, marker.style);
    plausible.then_some(Candidate {
        marker,
        number,
        number_at,
        title_at,
        title_end,
        item,
    })
}

/// The length of a title: up to the first stop, and in a low rank also up to a colon followed by text.
fn title_length(text: &str, style: Style) -> usize {
    let stop = text.find(is_stop).unwrap_or(text.len());
    let title = cut(text, 0, stop);
    let colon = title.find(['：', ':']).filter(|at| {
        let (label, rest) = title.split_at(*at);
        style.rank() >= Style::Digit.rank() && letters(label) <= 25 && letters(rest) > 25
    });
    trim(cut(text, 0, colon.unwrap_or(stop))).len()
}

/// Whether a candidate is a list item: ends with a semicolon, begins with 《 (a list of laws), or has a low rank and a
/// long title.
fn is_item(text: &str, title: &str, style: Style) -> bool {
    let low = style.rank() >= Style::Digit.rank() && !matches!(style, Style::Decimal(_));
    let ended = trim(text).ends_with(['；', ';']) || trim(text).ends_with("；和");
    ended
        || style == Style::Article
        || style == Style::Circled
        || (low && (title.starts_with('《') || letters(title) > ITEM))
}

/// Whether wide blanks after the number show a table row.
fn is_table_cell(text: &str, title_at: usize) -> bool {
    let before = cut(text, 0, title_at);
    let blanks = before
        .chars()
        .rev()
        .take_while(|c| is_blank(*c))
        .map(|c| columns(&c.to_string()).max(1))
        .sum::<usize>();
    blanks >= 7
}

/// The length of a page number glued to a marker: the 50 of 50六、.
fn glued_page(text: &str) -> usize {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let rest = tail(text, digits);
    let heading = marker::read(rest).is_some_and(|(m, _)| {
        matches!(
            m.style,
            Style::Han | Style::HanBrackets | Style::Chapter | Style::Section | Style::Volume
        )
    });
    if (1..=3).contains(&digits) && heading {
        digits
    } else {
        0
    }
}

/// The heading without number that a paragraph is, if any.
pub(crate) fn named(para: &Para) -> Option<Named> {
    let text = fold(&para.text);
    match text.as_str() {
        "序言" | "前言" | "引言" | "序" | "导言" | "导语" | "绪论" => {
            Some(Named::Preface)
        }
        "总则" | "附则" | "结语" | "结束语" | "后记" => Some(Named::Chapter),
        _ => None,
    }
}

/// A heading without a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// Before all chapters.
    Preface,
    /// On the level of chapters.
    Chapter,
}

/// The label of an annex that begins here: 附件1, 附件, 附录二, with or without its title. A list of annexes (附件：1.…) is none.
pub(crate) fn annex(para: &Para) -> Option<&str> {
    let text = trim(&para.text);
    let word = starts(
        text,
        &[
            "附件", "附录", "附表", "附图", "附 件", "附 录", "附 表", "附 图",
        ],
    )?;
    let rest = tail(text, word.len()).trim_start_matches(is_blank);
    let number: String = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || is_numeral(*c))
        .collect();
    let behind = trim(tail(rest, number.len()));
    let title = behind.trim_start_matches(['：', ':', '-', '、', '.']);
    let listed =
        title.len() != behind.len() && (number.is_empty() || title.is_empty()) && !title.is_empty();
    let running = title.contains(['。', '，', '；'])
        || title.starts_with(['）', ')', '的', '列', '下', '》'])
        || letters(title) > 40;
    let range = behind.starts_with('-') && title.starts_with(|c: char| c.is_ascii_digit());
    let listed = listed
        || has_any(
            title,
            &[".doc", ".pdf", ".xls", ".wps", ".zip", ".rar", "下载"],
        )
        || (number.is_empty() && title.len() != behind.len());
    (!listed && !running && !range).then(|| trim(cut(text, 0, text.len() - behind.len())))
}

/// Whether a list of annexes begins here (附件：1.…).
pub(crate) fn lists_annexes(para: &Para) -> bool {
    let text = fold(&para.text);
    text.starts_with("附件:") || text.starts_with("附:") || text.starts_with("附件列表")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn para(text: &str) -> Para {
        Para {
            text: text.into(),
            ..Para::default()
        }
    }

    fn title(text: &str) -> Option<String> {
        let para = para(text);
        read(&para).map(|c| cut(&para.text, c.title_at, c.title_end).to_owned())
    }

    #[test]
    fn a_title_ends_at_the_first_stop() {
        assert_eq!(
            title("（一）加强领导。各部门要配合。").as_deref(),
            Some("加强领导")
        );
        assert_eq!(title("一、总体要求").as_deref(), Some("总体要求"));
    }

    #[test]
    fn a_page_number_that_sticks_is_told_apart() {
        assert_eq!(title("50六、保障措施").as_deref(), Some("保障措施"));
    }

    #[test]
    fn citations_and_lists_are_items() {
        let item = |text: &str| read(&para(text)).map(|c| c.item);
        assert_eq!(item("1.《甲县水法》（2019年修订）"), Some(true));
        assert_eq!(item("1.建立机制；"), Some(true));
        assert_eq!(item("1.建立机制。各乡镇要建立机制。"), Some(false));
    }

    #[test]
    fn annexes_are_told_from_lists_of_annexes() {
        assert_eq!(annex(&para("附件1")), Some("附件1"));
        assert_eq!(annex(&para("附件2 分级标准")), Some("附件2"));
        assert_eq!(annex(&para("附件：1.分级标准")), None);
        assert_eq!(annex(&para("附件1-5下载")), None);
        assert!(lists_annexes(&para("附件：1.分级标准")));
    }
}
