//! Responsibility for a task: departments and deadline, in brackets at the end of its paragraph, or on lines of their
//! own after it.

use crate::text::{cut, ends, fold, head, letters, starts, tail, trim};

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
    let inner = bare.strip_suffix(CLOSE)?;
    let open = inner.rfind(OPEN)?;
    let inside = tail(inner, open).trim_start_matches(OPEN);
    let mut duty = Duty {
        quote: tail(bare, open).to_owned(),
        ..Duty::default()
    };
    for piece in inside.split(['；', ';']) {
        add(&mut duty, piece);
    }
    let plain = ends(
        inside,
        &[
            "按职责分工负责",
            "分工负责",
            "按职责负责",
            "负责",
            "牵头",
            "配合",
        ],
    )
    .map(|w| trim(head(inside, inside.len() - w.len())));
    if duty.lead.is_none() && duty.with.is_none() {
        duty.with = plain.filter(|p| letters(p) >= 2).map(|p| {
            p.trim_end_matches("按职责")
                .trim_end_matches('等')
                .to_owned()
        });
    }
    (duty.lead.is_some() || duty.with.is_some() || duty.due.is_some()).then_some(duty)
}

/// A line with one part of it: 牵头部门：甲局.
pub(crate) fn on_a_line(text: &str) -> Option<Duty> {
    let mut duty = Duty {
        quote: trim(text).to_owned(),
        ..Duty::default()
    };
    (letters(text) <= 200 && add(&mut duty, text)).then_some(duty)
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
    }
}
