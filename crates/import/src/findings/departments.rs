//! Responsibility for a task: departments and deadline, in brackets at the end of its paragraph, or on lines of their
//! own after it.

use crate::text::{cut, ends, fold, has_any, head, letters, starts, tail, trim};

/// The departments responsible for a task, and its deadline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Duty {
    /// 牵头单位, as printed.
    pub lead: Option<String>,
    /// 责任单位 or 配合单位, as printed.
    pub with: Option<String>,
    /// 完成时限, as printed.
    pub due: Option<String>,
    /// The quoted words.
    pub quote: String,
}

const LEAD: &[&str] = &["牵头单位", "牵头部门", "牵头责任单位", "牵头"];
const WITH: &[&str] = &[
    "责任单位",
    "责任部门",
    "配合单位",
    "配合部门",
    "参与单位",
    "参与部门",
    "参加单位",
    "参加部门",
    "负责单位",
    "协作单位",
];
const DUE: &[&str] = &["完成时限", "完成时间", "时限", "时间节点"];

/// The brackets around those who do a task.
const OPEN: [char; 5] = ['（', '(', '[', '［', '【'];
const CLOSE: [char; 5] = ['）', ')', ']', '］', '】'];

/// The responsibility in the last brackets of a paragraph.
pub(crate) fn in_brackets(text: &str) -> Option<Duty> {
    let bare = trim(text).trim_end_matches('。');
    // 〔州〕 may stand within other brackets.
    let (inner, open) = if let Some(inner) = bare.strip_suffix('〕') {
        (inner, inner.rfind('〔')?)
    } else {
        let inner = bare.strip_suffix(CLOSE)?;
        (inner, inner.rfind(OPEN)?)
    };
    let inside = tail(inner, open)
        .trim_start_matches(OPEN)
        .trim_start_matches('〔');
    let mut duty = Duty {
        quote: tail(bare, open).to_owned(),
        ..Duty::default()
    };
    pieces(inside).for_each(|piece| {
        add(&mut duty, piece);
    });
    if duty.lead.is_none() && duty.with.is_none() {
        said(&mut duty, inside);
    }
    (duty.lead.is_some() || duty.with.is_some() || duty.due.is_some()).then_some(duty)
}

/// The parts of words on who does something until when: divided by semicolons, or by a comma before the next label.
fn pieces(inside: &str) -> impl Iterator<Item = &str> {
    inside.split(['；', ';']).flat_map(|piece| {
        let is_label = |at: usize| starts(trim(tail(piece, at)), LABELS).is_some();
        let commas = piece.match_indices(['，', ',', '。']);
        let at = commas
            .map(|(at, sign)| (at, at + sign.len()))
            .find(|(_, end)| is_label(*end));
        match at {
            Some((at, end)) => vec![head(piece, at), tail(piece, end)],
            None => vec![piece],
        }
    })
}

/// Labels that may follow a comma.
const LABELS: &[&str] = &[
    "牵头单位：",
    "责任单位：",
    "配合单位：",
    "责任部门：",
    "完成时限：",
    "完成时间：",
    "牵头部门：",
    "配合部门：",
];

/// The responsibility that the last sentence of a paragraph names: ……。责任单位：甲局、乙局。
pub(crate) fn at_the_end(text: &str) -> Option<Duty> {
    let bare = trim(text).trim_end_matches('。');
    let at = bare.rfind('。').map(|at| at + "。".len())?;
    let last = trim(tail(bare, at));
    starts(last, LABELS).filter(|_| letters(last) <= 200)?;
    let mut duty = Duty {
        quote: last.to_owned(),
        ..Duty::default()
    };
    for piece in pieces(last) {
        add(&mut duty, piece);
    }
    (duty.lead.is_some() || duty.with.is_some()).then_some(duty)
}

/// What a sentence says of who does it: 甲局牵头，乙局、丙局配合; 甲局、乙局等按职责分工负责.
fn said(duty: &mut Duty, inside: &str) {
    let inside = remark(inside).map_or(inside, |at| trim(head(inside, at)));
    let (lead, rest) = match inside.split_once("牵头") {
        Some((lead, rest)) if rest.starts_with(['，', ',', '、', '；', ';']) => (
            Some(trim(lead)),
            rest.trim_start_matches(['，', ',', '、', '；', ';']),
        ),
        _ => (None, inside),
    };
    let does = [
        "按职责分工负责",
        "按分工负责",
        "分工负责",
        "按职责负责",
        "共同负责",
        "负责",
        "牵头",
        "配合",
        "参与",
        "参加",
    ];
    let with = ends(rest, &does).map(|word| trim(head(rest, rest.len() - word.len())));
    let with = with.filter(|names| letters(names) >= 2 || lead.is_some());
    if let Some(names) = with {
        duty.lead = lead.filter(|it| letters(it) >= 2).map(str::to_owned);
        let names = names
            .trim_end_matches("按职责")
            .trim_end_matches("分别")
            .trim_end_matches('等');
        duty.with = Some(names.to_owned()).filter(|names| letters(names) >= 2);
    }
}

/// Where a remark on how the departments are listed begins, with the comma before it.
fn remark(inside: &str) -> Option<usize> {
    let words = [
        "第一位",
        "第一个",
        "排名第一",
        "首位",
        "以下简称",
        "以下均",
        "下同",
    ];
    let begins = |(at, _): &(usize, &str)| {
        has_any(tail(inside, *at), &words)
            && ends(head(inside, *at), &["负责", "牵头", "配合"]).is_some()
    };
    inside
        .match_indices(['，', ',', '；'])
        .find(begins)
        .map(|(at, _)| at)
}

/// A line with one part of it: 牵头部门：甲局; or in brackets with all of it.
pub(crate) fn on_a_line(text: &str) -> Option<Duty> {
    let bare = trim(text).trim_end_matches('。');
    if letters(text) > 200 {
        return None;
    }
    if bare.starts_with(OPEN) && bare.ends_with(CLOSE) {
        return in_brackets(bare).filter(|duty| duty.quote == bare);
    }
    let mut duty = Duty {
        quote: trim(text).to_owned(),
        ..Duty::default()
    };
    add(&mut duty, text).then_some(duty)
}

fn add(duty: &mut Duty, piece: &str) -> bool {
    let piece = trim(piece);
    let Some((label, value)) = piece.split_once(['：', ':']) else {
        return false;
    };
    let (label, value) = (
        fold(label),
        trim(cut(value, 0, value.len()))
            .trim_end_matches('。')
            .to_owned(),
    );
    let is = |words: &[&str]| starts(&label, words).is_some() && letters(&label) <= 10;
    let slot = match () {
        () if is(LEAD) => &mut duty.lead,
        () if is(WITH) => &mut duty.with,
        () if is(DUE) => &mut duty.due,
        () => return false,
    };
    let first = slot.is_none() && !value.is_empty();
    if first {
        *slot = Some(value);
    }
    first
}

impl Duty {
    /// Merges the fields of another line.
    pub(crate) fn join(&mut self, other: Self) {
        self.lead = self.lead.take().or(other.lead);
        self.with = self.with.take().or(other.with);
        self.due = self.due.take().or(other.due);
        self.quote = if self.quote.is_empty() {
            other.quote
        } else {
            format!("{}\n{}", self.quote, other.quote)
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_name_departments_and_times() {
        let duty =
            in_brackets("建设水库。（牵头单位：县水务局；责任单位：各乡镇；完成时限：2024年底）")
                .unwrap_or_default();
        assert_eq!(
            (
                duty.lead.as_deref(),
                duty.with.as_deref(),
                duty.due.as_deref()
            ),
            (Some("县水务局"), Some("各乡镇"), Some("2024年底"))
        );
        let duty =
            in_brackets("建设水库。（县水务局、县财政局等按职责分工负责）").unwrap_or_default();
        assert_eq!(duty.with.as_deref(), Some("县水务局、县财政局"));
        let duty = in_brackets("建设水库。[责任单位：县水务局，各乡镇]").unwrap_or_default();
        assert_eq!(duty.with.as_deref(), Some("县水务局，各乡镇"));
        assert_eq!(in_brackets("建设水库（含小型）。"), None);
        let duty = in_brackets("（县水务局牵头，县财政局、各乡镇配合）").unwrap_or_default();
        let said = (duty.lead.as_deref(), duty.with.as_deref());
        assert_eq!(said, (Some("县水务局"), Some("县财政局、各乡镇")));
        let remarked = "（县水务局、县财政局负责，排在第一位的部门为牵头部门，下同）";
        let duty = in_brackets(remarked).unwrap_or_default();
        assert_eq!(duty.with.as_deref(), Some("县水务局、县财政局"));
    }

    #[test]
    fn a_comma_before_a_label_divides() {
        let duty = in_brackets("建设水库。（责任单位：县水务局，完成时限：2024年12月）");
        let duty = duty.unwrap_or_default();
        let said = (duty.with.as_deref(), duty.due.as_deref());
        assert_eq!(said, (Some("县水务局"), Some("2024年12月")));
        let duty = in_brackets("建设水库。〔县水务局牵头，县财政局配合〕").unwrap_or_default();
        assert_eq!(duty.lead.as_deref(), Some("县水务局"));
        let duty =
            in_brackets("建设水库。（责任单位：县水务局，市〔州〕政府）").unwrap_or_default();
        assert_eq!(duty.with.as_deref(), Some("县水务局，市〔州〕政府"));
    }

    #[test]
    fn the_last_sentence_may_name_them() {
        let duty =
            at_the_end("建设水库。牵头单位：县水务局，配合单位：县财政局").unwrap_or_default();
        let said = (duty.lead.as_deref(), duty.with.as_deref());
        assert_eq!(said, (Some("县水务局"), Some("县财政局")));
        assert_eq!(at_the_end("建设水库。要求：抓紧落实。"), None);
    }

    #[test]
    fn lines_name_departments_and_times() {
        assert_eq!(
            on_a_line("牵头部门：县水务局")
                .and_then(|d| d.lead)
                .as_deref(),
            Some("县水务局")
        );
        assert_eq!(on_a_line("工作要求：抓紧落实"), None);
        let duty = on_a_line("（责任单位：县水务局、各乡镇）").unwrap_or_default();
        assert_eq!(duty.with.as_deref(), Some("县水务局、各乡镇"));
        assert_eq!(on_a_line("（一）建设水库（县水务局负责）"), None);
    }
}
