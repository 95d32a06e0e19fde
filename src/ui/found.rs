//! Draws a hit in a row of the finder: kind, address, text with the matches highlighted, and the class of the match.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use crate::plan::{Address, Part, Plan};
use crate::search::{Entry, EntryKind, Hit, MatchClass};
use crate::text::{truncate, width};
use crate::wording;
use crate::words::tr;

/// The minimum columns of a row with the domain.
const WIDE: u16 = 70;

/// The maximum columns of a domain.
const WIDEST_DOMAIN: usize = 14;

/// The widths of the columns, each with a gap, as the language and the plan need.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    kind: u16,
    address: u16,
    domain: u16,
}

impl Columns {
    /// The columns for rows `row` columns wide.
    pub(super) fn of(plan: &Plan, row: u16) -> Self {
        let kinds = EntryKind::ALL.iter().map(|(kind, _)| width(name(*kind)));
        let parts = [
            Part::Masthead,
            Part::Notice,
            Part::Preface,
            Part::AttachmentLine,
        ];
        let parts = parts.map(|part| width(&Address::of(part).for_readers()));
        let domains = plan.domains.iter();
        let domains = domains.map(|domain| width(wording::told(plan, domain)));
        let domain = domains.max().unwrap_or(0).min(WIDEST_DOMAIN);
        Self {
            kind: kinds.max().unwrap_or(0) as u16 + 1,
            // At least as wide as a paragraph's address, such as 3.1.2p10.
            address: parts.into_iter().max().unwrap_or(0).max(8) as u16 + 2,
            domain: if row < WIDE || domain == 0 {
                0
            } else {
                domain as u16 + 1
            },
        }
    }
}

/// How a row is drawn.
#[derive(Clone, Copy)]
pub(super) struct RowStyle<'a> {
    /// Whether it is selected.
    pub(super) is_selected: bool,
    /// Whether the row above has the same address, which is then left out.
    pub(super) is_same_place: bool,
    /// The leading domain, as it is told to readers.
    pub(super) domain: Option<&'a str>,
}

pub(super) fn draw(
    (hit, entry): (&Hit, &Entry),
    columns: Columns,
    row: Rect,
    style: RowStyle<'_>,
    canvas: &mut Canvas<'_>,
) {
    let theme = canvas.theme;
    // The matched characters stand out in the selected row as well.
    let role = |own: Style| {
        if style.is_selected {
            own.patch(theme.selected())
        } else {
            own
        }
    };
    if style.is_selected {
        canvas.select(row);
    }
    let kind = name(entry.kind);
    canvas.text(row.x, row.y, columns.kind, kind, role(theme.caption()));
    if !style.is_same_place {
        let (x, room) = (row.x + columns.kind, columns.address - 1);
        canvas.text(x, row.y, room, &address(entry.address), role(theme.quiet()));
    }
    let class = match hit.class {
        MatchClass::Exact => String::new(),
        class => format!(" {}", tr(class.label())),
    };
    let area = Rect {
        x: row.x + columns.kind + columns.address,
        width: row
            .width
            .saturating_sub(columns.kind + columns.address + columns.domain + width(&class) as u16),
        ..row
    };
    let matched = theme.matched().remove_modifier(Modifier::REVERSED);
    let (text, ranges) = entry.told(&hit.text);
    let styles = (role(theme.plain()), matched);
    let line = words(hit, entry, (&text, &ranges), area.width.into(), styles);
    canvas.line(area, &line);
    let class_area = Rect {
        width: row.width - columns.domain,
        ..row
    };
    canvas.text_right(class_area, &class, role(theme.missing()));
    if let Some(domain) = style.domain.filter(|_| columns.domain > 0) {
        let (x, room) = (row.right() - columns.domain + 1, columns.domain - 1);
        canvas.text(x, row.y, room, domain, role(theme.quiet()));
    }
}

/// The names of the kinds in order. They are one message, as some are plural elsewhere.
const KINDS: &str = "标题|原则|段落|任务|措施|公文|指标|术语|记录";

/// The name of a kind.
pub(super) fn name(kind: EntryKind) -> &'static str {
    let at = EntryKind::ALL.iter().position(|(known, _)| *known == kind);
    at.and_then(|at| tr(KINDS).split('|').nth(at))
        .unwrap_or_default()
}

/// A short address: for a part without numbers its name alone.
fn address(address: Address) -> String {
    match address.part {
        Part::Body | Part::Attachment(_) => address.to_string(),
        part => Address::of(part).for_readers(),
    }
}

/// The text of a hit, with the ranges that matched, in `columns`, after the title if it is named. The styles are those of
/// plain and of matched text.
fn words<'a>(
    hit: &'a Hit,
    entry: &'a Entry,
    (text, ranges): (&'a str, &[Range<usize>]),
    columns: usize,
    (plain, matched): (Style, Style),
) -> Line<'a> {
    if !entry.is_named() {
        return Line::from(part(text, ranges, columns, plain, matched));
    }
    let is_in_text = !hit.text.is_empty();
    // If the match is in the text, the title may not take its room.
    let name_columns = if is_in_text { columns / 2 } else { columns };
    let whole = 0..entry.title.len();
    let mut spans = if width(&entry.title) <= name_columns {
        marked(&entry.title, &whole, &hit.title, plain, matched)
    } else if is_in_text {
        vec![Span::styled(truncate(&entry.title, name_columns), plain)]
    } else {
        part(&entry.title, &hit.title, columns, plain, matched)
    };
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    let left = columns.saturating_sub(used + 2);
    if !entry.text.is_empty() && entry.text != entry.title && left > 4 {
        spans.push(Span::styled("  ", plain));
        spans.extend(part(text, ranges, left, plain, matched));
    }
    Line::from(spans)
}

/// The part of a text to show in `columns`, with an ellipsis if its beginning is left out.
fn part<'a>(
    text: &'a str,
    ranges: &[Range<usize>],
    columns: usize,
    plain: Style,
    matched: Style,
) -> Vec<Span<'a>> {
    let start = beginning(text, ranges, columns);
    let sign = (start > 0).then(|| Span::styled("⋯", plain));
    let rest = marked(text, &(start..text.len()), ranges, plain, matched);
    sign.into_iter().chain(rest).collect()
}

/// The start of a line of `columns` so that it shows the first match: the beginning of the text if that fits, else
/// after punctuation if that is near enough, else with some context before the match.
fn beginning(text: &str, ranges: &[Range<usize>], columns: usize) -> usize {
    let Some(first) = ranges.first().filter(|_| width(text) > columns) else {
        return 0;
    };
    let between = |from: usize, to: usize| width(text.get(from..to).unwrap_or_default());
    if between(0, first.end) < columns {
        return 0;
    }
    let before = text.get(..first.start).unwrap_or_default();
    let pauses = before.match_indices(['。', '；', '，', '、', '：', '！', '？']);
    let mut pauses = pauses.map(|(at, mark)| at + mark.len());
    let near = pauses.find(|at| between(*at, first.end) + 2 <= columns * 2 / 3);
    let mut starts = before.char_indices().map(|(at, _)| at);
    near.or_else(|| starts.find(|at| between(*at, first.start) <= columns / 3))
        .unwrap_or(first.start)
}

/// A part of a text with its matches highlighted.
pub(super) fn marked<'a>(
    text: &'a str,
    part: &Range<usize>,
    matches: &[Range<usize>],
    plain: Style,
    style: Style,
) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    let mut at = part.start;
    let mut push = |range: Range<usize>, style| {
        if let Some(piece) = text.get(range).filter(|piece| !piece.is_empty()) {
            spans.push(Span::styled(piece, style));
        }
    };
    for range in matches
        .iter()
        .filter(|range| range.end > part.start && range.start < part.end)
    {
        let (start, end) = (range.start.max(at), range.end.min(part.end));
        push(at..start, plain);
        push(start..end, style);
        at = end;
    }
    push(at..part.end, plain);
    spans
}

#[cfg(test)]
mod tests {
    use std::slice;

    use super::{EntryKind, beginning, name, width};

    #[test]
    fn kinds_are_called_as_they_are_typed() {
        for (kind, label) in EntryKind::ALL {
            assert_eq!(name(kind), label);
        }
    }

    const TEXT: &str = "完善人才服务，健全养老体系，打造圈层，推进助餐服务";

    #[track_caller]
    fn check(word: &str, columns: usize, shown: &str) {
        let at = TEXT.find(word).unwrap_or_default();
        let found = at..at + word.len();
        let start = beginning(TEXT, slice::from_ref(&found), columns);
        let rest = TEXT.get(start..).unwrap_or_default();
        assert!(rest.starts_with(shown), "{word}, {columns}: {rest}");
        let to_match = TEXT.get(start..at + word.len()).unwrap_or_default();
        assert!(
            width(to_match) < columns,
            "{word}, {columns}: the match is on the line"
        );
    }

    #[test]
    fn a_line_begins_where_its_match_can_be_seen() {
        check("助餐", width(TEXT), "完善人才服务");
        check("养老", 30, "完善人才服务");
        check("助餐", 30, "打造圈层");
        check("助餐", 14, "推进助餐");
        check("助餐", 7, "进助餐");
    }
}
