//! Draws the reading view: table of contents, trail, text with highlights, scroll bar.

mod side;

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::{Canvas, row_areas};
use crate::app::{App, Focus, Toc};
use crate::plan::{NodeId, NodeKind};
use crate::text::width;
use crate::typeset::{Line, Marks};
use crate::wording;

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let areas = app.reading_areas();
    if areas.toc.width > 0 {
        contents(app, areas.toc, canvas);
    }
    if areas.divider.width > 0 {
        canvas.vertical_rule(areas.divider);
    }
    if areas.trail.width > 0 {
        canvas.text(
            areas.trail.x,
            areas.trail.y,
            areas.trail.width,
            &app.document().trail().join(" › "),
            canvas.theme.quiet(),
        );
        text(app, areas.text, canvas);
        side::draw(app, areas.side, canvas);
        scroll_bar(app, areas.scroll, canvas);
    }
}

/// What stands before the lines of a box.
const BAR: &str = "│";

fn contents(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    let toc = &app.document().reading.toc;
    let visible = toc.visible(&app.document().dossier.outline);
    for (row, (n, id)) in row_areas(area).zip(visible.into_iter().enumerate().skip(toc.cursor.top))
    {
        let node = app.document().dossier.outline.node(id);
        let depth = u16::from(node.toc_depth().unwrap_or(0));
        let sign = match (
            Toc::has_children(&app.document().dossier.outline, id),
            toc.is_folded(id),
        ) {
            (true, true) => "▸ ",
            (true, false) => "▾ ",
            (false, _) => "  ",
        };
        let x = row.x + 2 * depth;
        let selected = n == toc.cursor.selected;
        let style = match (selected, depth) {
            (true, _) => canvas.theme.present(),
            (false, 0) => canvas.theme.strong(),
            _ => canvas.theme.plain(),
        };
        canvas.text(x, row.y, 2, sign, canvas.theme.quiet());
        let title = format!("{}{}", node.number, node.title());
        canvas.text(
            x + 2,
            row.y,
            row.right().saturating_sub(x + 2),
            &title,
            style,
        );
        if selected && app.document().reading.focus == Focus::Toc {
            canvas.select(row);
        }
    }
}

fn text(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    let reading = &app.document().reading;
    let marked = Marked::of(app);
    let bookmarked = app.document().bookmarked_nodes();
    let lines = reading.page.lines.iter().enumerate().skip(reading.top);
    for (row, (n, line)) in row_areas(area).zip(lines) {
        marked.draw(app, n, row, canvas);
        if bookmarked.contains(&line.node) && reading.page.first_line(line.node) == n {
            canvas.put(row.x - 1, row.y, 1, FLAG, canvas.theme.caption());
        }
        text_line(app, row, line, canvas);
    }
}

/// The flag before a paragraph with a bookmark; narrow in every terminal.
const FLAG: &str = "⚑";

/// The columns from the bar of the mark to the text.
const BAR_BEFORE: u16 = 2;

/// The bar before what stands under a marked heading; narrow in every terminal.
const BAR_UNDER: &str = "⡇";

/// The lines of what is marked, and those of what stands under it and would be copied with it.
struct Marked {
    own: Range<usize>,
    under: Range<usize>,
}

impl Marked {
    fn of(app: &App) -> Self {
        let document = app.document();
        let (reading, outline) = (&document.reading, &document.dossier.outline);
        let own = reading.marked_lines();
        let under = outline.under(outline.node(reading.cursor).address);
        let last = under.last().filter(|_| reading.part.is_none());
        let end = last.map_or(own.end, |&id| reading.page.lines_of(id).end);
        Self {
            under: own.end..end.max(own.end),
            own,
        }
    }

    /// Draws the bar before a line: thick before what is marked, thin before what stands under it.
    fn draw(&self, app: &App, line: usize, row: Rect, canvas: &mut Canvas<'_>) {
        let x = row.x.saturating_sub(BAR_BEFORE);
        let has_focus = app.document().reading.focus == Focus::Text;
        if self.own.contains(&line) && has_focus {
            canvas.put(x, row.y, 1, " ", canvas.theme.mark());
        } else if self.own.contains(&line) || self.under.contains(&line) {
            canvas.put(x, row.y, 1, BAR_UNDER, canvas.theme.present());
        }
    }
}

/// A line of text, split where its style changes.
fn text_line(app: &App, row: Rect, line: &Line, canvas: &mut Canvas<'_>) {
    let Some(block) = app.document().reading.page.blocks.get(line.node) else {
        return;
    };
    let quiet = canvas.theme.quiet();
    if line.rule > 0 {
        let rule = "─".repeat(usize::from(line.rule) / width("─").max(1));
        canvas.put(row.x + line.margin, row.y, line.rule, &rule, quiet);
    }
    if line.margin > 0 {
        canvas.put(row.x, row.y, line.margin, BAR, quiet);
    }
    let mut layers = layers(app, line.node, canvas);
    let own = app.document().dossier.statements_in(line.node).iter();
    let stated = canvas.theme.stated();
    let own = own.map(|it| (block.shown(&it.quote), stated));
    layers.splice(0..0, own);
    if line.margin + line.indent < row.width && is_bare_picture(app, line.node) {
        let (x, sign) = (row.x + line.margin + line.indent, wording::picture_sign());
        canvas.text(x, row.y, row.width - line.margin - line.indent, sign, quiet);
    }
    let within = |at: &usize| (line.range.start..=line.range.end).contains(at);
    let mut cuts: Vec<usize> = layers
        .iter()
        .flat_map(|(range, _)| [range.start, range.end])
        .filter(within)
        .collect();
    cuts.extend([line.range.start, line.range.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut x = row.x + line.margin + line.indent;
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let style = layers
            .iter()
            .filter(|(range, _)| range.start <= start && end <= range.end);
        let style = style.fold(Style::new(), |style, (_, layer)| style.patch(*layer));
        let piece = block
            .text
            .get(start..end)
            .unwrap_or_default()
            .trim_end_matches('\n');
        x = canvas.put(x, row.y, width(piece) as u16, piece, style);
    }
}

/// Whether a node stands for a picture that has no caption.
fn is_bare_picture(app: &App, id: NodeId) -> bool {
    app.document().dossier.outline.node(id).is_bare_picture()
}

/// The styles of a block, in byte ranges of its text; later ones are patched onto earlier ones.
fn layers(app: &App, id: NodeId, canvas: &Canvas<'_>) -> Vec<(Range<usize>, Style)> {
    let theme = canvas.theme;
    let block = &app.document().reading.page.blocks[id];
    let node = app.document().dossier.outline.node(id);
    let whole = 0..block.text.len();
    let mut layers = match node.kind {
        NodeKind::NoticeTitle | NodeKind::PlanTitle => vec![(whole, theme.strong())],
        NodeKind::Heading => vec![(whole, theme.heading(node.address.level() as u8 - 1))],
        NodeKind::Box | NodeKind::Table | NodeKind::AttachmentTitle => {
            vec![(whole, theme.strong())]
        }
        NodeKind::Row if node.row().is_some_and(|row| row.is_head) => {
            vec![(whole, theme.strong())]
        }
        NodeKind::Note => vec![(whole, theme.quiet())],
        NodeKind::Field => vec![(0..block.number, theme.quiet())],
        NodeKind::RunIn => vec![(block.emphasis(), theme.heading(1))],
        _ => vec![(block.emphasis(), theme.strong())],
    };
    let supplied = block.supplied.iter();
    layers.extend(supplied.filter_map(|(range, is_uncertain)| {
        let style = match (is_uncertain, app.marks()) {
            (true, _) => theme.uncertain(),
            (false, Marks::All) => theme.supplied(),
            (false, Marks::Uncertain) => return None,
        };
        Some((range.clone(), style))
    }));
    let part = app.document().reading.part.as_ref();
    if let Some(part) = part.filter(|_| id == app.document().reading.cursor) {
        layers.push((0..block.text.len(), theme.unmarked()));
        layers.push((block.shown(part), theme.marked()));
    }
    if block.notes < block.text.len() {
        layers.push((block.notes..block.text.len(), theme.note()));
    }
    if let Some((_, words)) = app
        .document()
        .reading
        .quote
        .as_ref()
        .filter(|(quoted, _)| *quoted == id)
    {
        layers.push((block.shown(words), theme.quoted()));
    }
    for (n, found) in app
        .document()
        .find
        .matches
        .iter()
        .enumerate()
        .filter(|(_, found)| found.node == id)
    {
        let style = if n == app.document().find.current {
            theme.matched_here()
        } else {
            theme.matched()
        };
        layers.push((block.shown(&found.range), style));
    }
    layers
}

fn scroll_bar(app: &App, area: Rect, canvas: &mut Canvas<'_>) {
    let (lines, height) = (
        app.document().reading.page.lines.len(),
        usize::from(area.height),
    );
    if lines <= height || height == 0 {
        return;
    }
    let thumb = (height * height / lines).max(1);
    let top =
        app.document().reading.top * (height - thumb) / app.document().reading.last_top().max(1);
    for (n, row) in row_areas(area).enumerate() {
        if (top..top + thumb).contains(&n) {
            canvas.put(row.x, row.y, 1, " ", canvas.theme.thumb());
        }
    }
}
