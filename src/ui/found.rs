//! A hit on one line of the finder: what it is, where, its words with what matched standing out, and how it matched.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use crate::plan::{Address, Part, Plan};
use crate::search::{Entry, EntryKind, Hit, MatchClass};
use crate::text::{truncate, width};
use crate::words::tr;

/// Rows of so many columns have room for the domain.
const WIDE: u16 = 70;

/// The most that the name of a domain takes.
const WIDEST_DOMAIN: usize = 14;

/// The columns of the rows: as wide as the words of the language and the plan's own need, each with a gap.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    kind: u16,
    address: u16,
    domain: u16,
}

impl Columns {
    /// The columns of rows of so many columns.
    pub(super) fn of(plan: &Plan, row: u16) -> Self {
        let kinds = EntryKind::ALL.iter().map(|(kind, _)| width(name(*kind)));
        let parts = [
            Part::Masthead,
            Part::Notice,
            Part::Preface,
            Part::AttachmentLine,
        ];
        let parts = parts.map(|part| width(&Address::of(part).for_readers()));
        let domains = plan.domains.iter().map(|domain| width(domain));
        let domain = domains.max().unwrap_or(0).min(WIDEST_DOMAIN);
        Self {
            kind: kinds.max().unwrap_or(0) as u16 + 1,
            // A chapter's paragraph, such as 3.1.2p10, is as long as the longest of these.
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
pub(super) struct RowStyle {
    /// Whether it is the selected one.
    pub(super) is_selected: bool,
    /// Whether the row above it stands at the same address, so that the address need not be said again.
    pub(super) is_same_place: bool,
}

pub(super) fn draw(
    (hit, entry): (&Hit, &Entry),
    columns: Columns,
    row: Rect,
    style: RowStyle,
    canvas: &mut Canvas<'_>,
) {
    let theme = canvas.theme;
    // In the selected row everything is reversed but the characters that matched.
    let role = |own: Style| {
        if style.is_selected {
            theme.selected()
        } else {
            own
        }
    };
    if style.is_selected {
        canvas.style(row, theme.selected());
    }
    canvas.text(
        row.x,
        row.y,
        columns.kind,
        name(entry.kind),
        role(theme.caption()),
    );
    if !style.is_same_place {
        let address = address(entry.address);
        canvas.text(
            row.x + columns.kind,
            row.y,
            columns.address - 1,
            &address,
            role(theme.quiet()),
        );
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
    let line = words(
        hit,
        entry,
        usize::from(area.width),
        role(theme.plain()),
        matched,
    );
    canvas.line(area, &line);
    let class_area = Rect {
        width: row.width - columns.domain,
        ..row
    };
    canvas.text_right(class_area, &class, role(theme.missing()));
    if let Some(domain) = entry.domains.first().filter(|_| columns.domain > 0) {
        canvas.text(
            row.right() - columns.domain + 1,
            row.y,
            columns.domain - 1,
            domain,
            role(theme.quiet()),
        );
    }
}

/// The names of the kinds in their order, all of them one message: in English a kind is one thing, a view many.
const KINDS: &str = "标题|原则|段落|任务|措施|公文|指标|术语|记录";

/// The name of a kind.
pub(super) fn name(kind: EntryKind) -> &'static str {
    let at = EntryKind::ALL.iter().position(|(known, _)| *known == kind);
    at.and_then(|at| tr(KINDS).split('|').nth(at))
        .unwrap_or_default()
}

/// An address as short as the column: of a part without numbers its name alone.
fn address(address: Address) -> String {
    match address.part {
        Part::Body | Part::Attachment(_) => address.to_string(),
        part => Address::of(part).for_readers(),
    }
}

/// The words of a hit in so many columns: of a thing with a name the name and then its text, else the text.
fn words<'a>(
    hit: &'a Hit,
    entry: &'a Entry,
    columns: usize,
    plain: Style,
    matched: Style,
) -> Line<'a> {
    if !entry.is_named() {
        return Line::from(part(&entry.text, &hit.text, columns, plain, matched));
    }
    let is_in_text = !hit.text.is_empty();
    // Where the match stands in the text, the name may not take its room.
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
        spans.extend(part(&entry.text, &hit.text, left, plain, matched));
    }
    Line::from(spans)
}

/// The part of a text to show in so many columns, with a sign in front where its beginning is not shown.
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

/// Where a line of so many columns has to begin so that the first match is on it: at the beginning of the text if there is
/// room, else behind punctuation if that is near enough, else so that some of what comes before can be read.
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

/// A part of a text with its matches standing out.
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
