//! Draws the finder: the kinds of the hits, the hits, and a preview of the selected one.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::canvas::{Canvas, row_areas};
use super::details;
use super::found::{self, Columns, RowStyle, marked};
use super::listing::divider;
use crate::app::topic::{in_lines, summary_within};
use crate::app::{App, flow};
use crate::layout;
use crate::search::{Entry, Hit, Subject};
use crate::terms;
use crate::text::wrap;
use crate::wording;
use crate::words::{say, tr};

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let areas = layout::listing(app.size, 1);
    let all = (say!(" 全部 {n} ", n = app.document().hits_in_all()), None);
    let kinds = app.document().kinds_found().into_iter();
    let kinds = kinds.map(|(kind, count)| (format!(" {} {count} ", found::name(kind)), Some(kind)));
    let chips = flow(areas.domains, 0, std::iter::once(all).chain(kinds));
    let visible: Vec<_> = chips
        .into_iter()
        .filter(|chip| chip.area.y == areas.domains.y)
        .collect();
    canvas.chips(&visible, &app.document().finder.kind);
    topic(app, areas.columns, canvas);
    let hits = app.document().hits();
    if hits.is_empty() {
        nothing(app, areas.rows, canvas);
    }
    let cursor = app.document().finder.cursor;
    let is_on_topic = app.document().finder.is_on_topic;
    let plan = &app.document().dossier.plan;
    let columns = Columns::of(plan, areas.rows.width);
    for (row, (n, (hit, entry))) in
        row_areas(areas.rows).zip(hits.iter().enumerate().skip(cursor.top))
    {
        let above = n.checked_sub(1).filter(|above| *above >= cursor.top);
        let above = above.and_then(|above| hits.get(above));
        let style = RowStyle {
            is_selected: n == cursor.selected && !is_on_topic,
            is_same_place: above.is_some_and(|(_, above)| above.address == entry.address),
            domain: entry.domains.first().map(|it| wording::told(plan, it)),
        };
        found::draw((hit, entry), columns, row, style, canvas);
    }
    divider(areas, canvas);
    if is_on_topic {
        page(app, areas.details, canvas);
    } else if let Some((hit, entry)) = hits.get(cursor.selected) {
        preview(app, hit, entry, areas.details, canvas);
    }
}

/// Why there are no hits; below it the nearest words that the plan has, which can be selected.
fn nothing(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    let finder = &app.document().finder;
    // Above stands what the plan says in words that belong to it.
    let missing = match finder.topic {
        Some(_) => tr("原文里没有这个词；上面的主题是与它有关的"),
        None => tr("没有找到"),
    };
    let why = finder.fault.as_deref().unwrap_or(missing);
    let theme = canvas.theme;
    let mut rows = row_areas(area);
    for (row, line) in rows.by_ref().zip(wrap(why, usize::from(area.width), 0)) {
        let line = why.get(line).unwrap_or_default();
        canvas.text(row.x, row.y, row.width, line, theme.missing());
    }
    if finder.near.is_empty() {
        return;
    }
    if let Some(row) = rows.nth(1) {
        canvas.text(
            row.x,
            row.y,
            row.width,
            tr("规划里相近的有"),
            theme.caption(),
        );
    }
    for (row, (n, words)) in rows.zip(finder.near.iter().enumerate()) {
        canvas.text(
            row.x + 2,
            row.y,
            row.width.saturating_sub(2),
            words,
            theme.plain(),
        );
        if n == finder.cursor.selected {
            canvas.select(row);
        }
    }
}

/// The topic above the hits, the first thing that can be selected; without one a caption.
fn topic(app: &App, row: Rect, canvas: &mut Canvas<'_>) {
    let finder = &app.document().finder;
    let caption = canvas.theme.caption();
    let Some(answer) = &finder.topic else {
        canvas.text(row.x, row.y, row.width, tr("找到的地方"), caption);
        return;
    };
    let head = tr("主题");
    let x = canvas.text(row.x, row.y, row.width, head, caption);
    let room = row.right().saturating_sub(x + 2);
    let x = canvas.text(x + 2, row.y, room, &answer.name(), canvas.theme.strong());
    let room = row.right().saturating_sub(x + 2);
    let told = summary_within(answer, usize::from(room));
    canvas.text(x + 2, row.y, room, &told, canvas.theme.plain());
    if finder.is_on_topic {
        canvas.select(row);
    }
}

/// The beginning of the topic's page.
fn page(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    let document = app.document();
    let Some(answer) = &document.finder.topic else {
        return;
    };
    let lines = in_lines(document, answer, area.width);
    let lines: Vec<Line<'_>> = lines
        .iter()
        .map(|it| details::styled(&it.line, canvas.theme))
        .collect();
    canvas.lines(area, &lines, 0);
}

/// The selected hit with the heading above it and its whole text, scrolled to the first match.
fn preview(app: &App, hit: &Hit, entry: &Entry, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let columns = usize::from(area.width);
    let trail: Vec<String> = app
        .document()
        .dossier
        .outline
        .trail(entry.node)
        .into_iter()
        .map(|id| {
            let node = app.document().dossier.outline.node(id);
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
        lines.push(Line::from(title));
    }
    let place = format!(
        "{}  {}",
        wording::place(&app.document().dossier.outline, entry.address),
        wording::domains(&app.document().dossier.plan, &entry.domains)
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
            .map(|line| Line::from(marked(text, line, &matches, plain, style))),
    );
    let height = usize::from(area.height);
    let top = if head + first + 2 > height {
        (head + first).saturating_sub(height / 3)
    } else {
        0
    };
    canvas.lines(area, &lines, top);
}

/// The text of a hit with its matches: for a term the paragraph that first names or explains it, with the matched
/// characters of its names.
fn context<'a>(app: &'a App, hit: &Hit, entry: &'a Entry) -> (&'a str, Vec<Range<usize>>) {
    let Subject::Term(term) = entry.subject else {
        return (&entry.text, hit.text.clone());
    };
    let places = app
        .document()
        .dossier
        .plan
        .terms
        .get(term)
        .map(|term| terms::occurrences(&app.document().dossier.outline, term));
    let own = places
        .into_iter()
        .flatten()
        .filter(|place| place.node == entry.node);
    let reading = app
        .document()
        .dossier
        .outline
        .node(entry.node)
        .prose
        .reading();
    let own: Vec<Range<usize>> = own.map(|place| place.range).collect();
    let matched: Vec<Range<usize>> = own
        .iter()
        .flat_map(|place| within_name(reading, place, hit, entry))
        .collect();
    (reading, if matched.is_empty() { own } else { matched })
}

/// The matched characters in an occurrence of a term, which is its name or an alias.
fn within_name(reading: &str, place: &Range<usize>, hit: &Hit, entry: &Entry) -> Vec<Range<usize>> {
    let Some(name) = reading.get(place.clone()) else {
        return Vec::new();
    };
    let (ranges, offset) = if name == entry.title {
        (&hit.title, 0)
    } else {
        (&hit.text, entry.text.find(name).unwrap_or(entry.text.len()))
    };
    let inside = ranges
        .iter()
        .filter(|range| range.start >= offset && range.end <= offset + name.len());
    inside
        .map(|range| place.start + range.start - offset..place.start + range.end - offset)
        .collect()
}
