//! The finder over the view: the kinds that were found, the hits, and the selected one in its context beside them.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::canvas::{Canvas, row_areas};
use super::listing::divider;
use crate::app::{App, flow};
use crate::layout;
use crate::search::{Entry, Field, Hit, MatchClass, Subject};
use crate::terms;
use crate::text::{width, wrap};

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let areas = layout::listing(app.size, 1);
    let all = (format!(" 全部 {} ", app.hits_in_all()), None);
    let kinds = app.kinds_found().into_iter();
    let kinds = kinds.map(|(kind, count)| (format!(" {} {count} ", kind.label()), Some(kind)));
    let chips = flow(areas.domains, 0, std::iter::once(all).chain(kinds));
    let visible: Vec<_> = chips
        .into_iter()
        .filter(|chip| chip.area.y == areas.domains.y)
        .collect();
    canvas.chips(&visible, &app.finder.kind);
    canvas.text(
        areas.columns.x,
        areas.columns.y,
        areas.columns.width,
        "找到的地方",
        canvas.theme.caption(),
    );
    let hits = app.hits();
    if hits.is_empty() {
        canvas.text(
            areas.rows.x,
            areas.rows.y,
            areas.rows.width,
            "没有找到",
            canvas.theme.missing(),
        );
    }
    let cursor = app.finder.cursor;
    for (row, (n, (hit, entry))) in
        row_areas(areas.rows).zip(hits.iter().enumerate().skip(cursor.top))
    {
        one(hit, entry, row, n == cursor.selected, canvas);
    }
    divider(areas, canvas);
    if let Some((hit, entry)) = hits.get(cursor.selected) {
        preview(app, hit, entry, areas.details, canvas);
    }
}

/// A hit on one line: what it is, where, how it matched, and the words around the match.
fn one(hit: &Hit, entry: &Entry, row: Rect, selected: bool, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    // In the selected row everything is reversed but the characters that matched.
    let role = |style: Style| if selected { theme.selected() } else { style };
    let matched = theme.matched().remove_modifier(Modifier::REVERSED);
    if selected {
        canvas.style(row, theme.selected());
    }
    canvas.text(row.x, row.y, 5, entry.kind.label(), role(theme.caption()));
    let address = entry.address.to_string();
    canvas.text(row.x + 5, row.y, 9, &address, role(theme.quiet()));
    let class = match hit.class {
        MatchClass::Exact => String::new(),
        class => format!(" {}", class.label()),
    };
    let room = row.width.saturating_sub(15 + width(&class) as u16);
    let in_title = !hit.title.is_empty() && (entry.title_is_searched() || entry.title_leads());
    let (field, ranges) = if in_title {
        (Field::Title, &hit.title)
    } else {
        (Field::Text, &hit.text)
    };
    let text = entry.words(field);
    let shown = beginning(text, ranges, usize::from(room))..text.len();
    let line = marked(text, &shown, ranges, role(theme.plain()), matched);
    let area = Rect {
        x: row.x + 15,
        width: room,
        ..row
    };
    canvas.line(area, &line);
    canvas.text_right(row, &class, role(theme.missing()));
}

/// Where a line of so many columns has to begin so that the first match is on it: with its sentence if there is room.
fn beginning(text: &str, ranges: &[Range<usize>], columns: usize) -> usize {
    let Some(first) = ranges.first() else {
        return 0;
    };
    let before = text.get(..first.start).unwrap_or_default();
    let sentence = before
        .rfind(['。', '；', '，'])
        .map_or(0, |at| at + '。'.len_utf8());
    let starts = before
        .char_indices()
        .map(|(at, _)| at)
        .filter(|&at| at >= sentence);
    let fits = |at: &usize| width(before.get(*at..).unwrap_or_default()) <= columns / 2;
    starts.into_iter().find(fits).unwrap_or(first.start)
}

/// A part of a text with its matches standing out.
fn marked<'a>(
    text: &'a str,
    part: &Range<usize>,
    matches: &[Range<usize>],
    plain: Style,
    style: Style,
) -> Line<'a> {
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
    Line::from(spans)
}

/// The selected hit with the headings above it and its whole text, scrolled to the first match.
fn preview(app: &App, hit: &Hit, entry: &Entry, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let columns = usize::from(area.width);
    let trail: Vec<String> = app
        .outline
        .trail(entry.node)
        .into_iter()
        .map(|id| {
            let node = app.outline.node(id);
            format!("{}{}", node.number, node.title())
        })
        .collect();
    let mut lines: Vec<Line<'_>> = Vec::new();
    if !entry.title_leads() {
        let title = marked(
            &entry.title,
            &(0..entry.title.len()),
            &hit.title,
            theme.strong(),
            theme.matched(),
        );
        lines.push(title);
    }
    let place = format!(
        "{}  {}",
        entry.address.in_chinese(),
        entry.domains.join("、")
    );
    lines.push(Line::styled(place, theme.quiet()));
    if let Some(heading) = trail.last() {
        lines.push(Line::styled(heading.clone(), theme.quiet()));
    }
    lines.push(Line::default());
    let head = lines.len();
    let (text, matches) = context(app, hit, entry);
    let ranges = wrap(text, columns, 0);
    let first = matches
        .first()
        .and_then(|first| ranges.iter().rposition(|line| line.start <= first.start));
    let first = first.unwrap_or(0);
    let (plain, style) = (theme.plain(), theme.matched());
    lines.extend(
        ranges
            .iter()
            .map(|line| marked(text, line, &matches, plain, style)),
    );
    let height = usize::from(area.height);
    let top = if head + first + 2 > height {
        (head + first).saturating_sub(height / 3)
    } else {
        0
    };
    canvas.lines(area, &lines, top);
}

/// The text to show for a hit with its matches: for a term the paragraph that it is first named or explained in.
fn context<'a>(app: &'a App, hit: &Hit, entry: &'a Entry) -> (&'a str, Vec<Range<usize>>) {
    let Subject::Term(term) = entry.subject else {
        return (&entry.text, hit.text.clone());
    };
    let places = app
        .plan
        .terms
        .get(term)
        .map(|term| terms::occurrences(&app.outline, term));
    let own = places
        .into_iter()
        .flatten()
        .filter(|place| place.node == entry.node);
    let reading = app.outline.node(entry.node).prose.reading();
    (reading, own.map(|place| place.range).collect())
}
