//! Draws the overview, a row of the screen for each row of its model.

use ratatui::layout::Rect;

use super::canvas::{Canvas, row_areas};
use super::columns::Columns;
use crate::app::App;
use crate::app::overview::{self, Door, Row};
use crate::evaluation::{Evaluation, Group};
use crate::layout;
use crate::plan::Target;
use crate::text::{pad, truncate, width};
use crate::words::{say, tr};

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let area = layout::overview(app.size);
    let rows = app.overview_rows();
    let cursor = app.document().overview;
    let board = Board::of(app, &rows, area.width);
    let shown = canvas.more(area, rows.len(), cursor.top);
    let rows = rows.iter().enumerate().skip(cursor.top);
    for (line, (n, row)) in row_areas(area).take(shown).zip(rows) {
        draw_row(app, row, &board, line, canvas);
        let doors = app.overview_doors(row, line);
        for door in doors.iter().filter(|door| !door.label.is_empty()) {
            let style = match door.value {
                Door::Group(_, group) => canvas.theme.verdict(group),
                _ => canvas.theme.strong(),
            };
            canvas.text(
                door.area.x,
                door.area.y,
                door.area.width,
                &door.label,
                style,
            );
        }
        if n == cursor.selected {
            let at = app.document().door.min(doors.len().saturating_sub(1));
            if let Some(door) = doors.get(at) {
                canvas.select(door.area);
            }
        }
    }
}

/// What the rows share: the columns of the labels of facts, of the names of domains, and those of targets.
struct Board<'a> {
    facts: u16,
    domains: u16,
    columns: Columns,
    judged: Vec<(&'a Target, &'a Evaluation)>,
}

impl<'a> Board<'a> {
    fn of(app: &'a App, rows: &[Row], columns: u16) -> Self {
        let document = app.document();
        let judged: Vec<_> = document.assessment.targets(&document.dossier).collect();
        let shown = rows.iter().filter_map(|row| match row {
            Row::Target(index) => judged.get(*index).copied(),
            _ => None,
        });
        let shown: Vec<_> = shown.collect();
        Self {
            facts: overview::names(rows) as u16,
            domains: domain_columns(rows, columns),
            columns: Columns::choose(app, &shown, columns.saturating_sub(INDENT)),
            judged,
        }
    }
}

/// The columns by which targets stand in under their domain.
const INDENT: u16 = 2;

/// Draws a row, without its doors.
fn draw_row(app: &App, row: &Row, board: &Board<'_>, line: Rect, canvas: &mut Canvas<'_>) {
    let (theme, facts) = (canvas.theme, board.facts);
    let within = Rect {
        x: line.x + INDENT,
        width: line.width.saturating_sub(INDENT),
        ..line
    };
    match row {
        Row::Blank | Row::Next | Row::TallyMore(..) => {}
        Row::Title(title) => canvas.centred(line, title, theme.strong()),
        Row::Heading(name) => {
            let x = canvas.text(line.x, line.y, line.width, tr(name), theme.caption());
            canvas.rule(Rect {
                x: x + 1,
                width: line.right().saturating_sub(x + 1),
                ..line
            });
        }
        Row::Fact(name, text) => {
            let name = pad(tr(name), usize::from(facts));
            let x = canvas.text(line.x, line.y, facts, &name, theme.quiet());
            canvas.text(
                x,
                line.y,
                line.right().saturating_sub(x),
                text,
                theme.plain(),
            );
        }
        Row::Warning(text) => {
            canvas.text(line.x, line.y, line.width, text, theme.missing());
        }
        Row::Chapter {
            node,
            sections,
            paragraphs,
            characters,
        } => {
            let size = say!(
                "{sections} 节 {paragraphs} 段 {characters} 字",
                sections,
                paragraphs = format!("{paragraphs:>2}"),
                characters = format!("{characters:>5}")
            );
            let node = app.document().dossier.outline.node(*node);
            named(
                line,
                &format!("{}{}", node.number, node.title()),
                &size,
                canvas,
            );
        }
        Row::Timeline => timeline(app, facts, line, canvas),
        Row::Tally(tier) => {
            let label = overview::tally_label(*tier, &app.document().assessment.board);
            canvas.text(line.x, line.y, line.width, &label, theme.plain());
        }
        Row::BoardHead => {
            let caption = tr("指标");
            board.columns.caption(app, within, caption, canvas);
        }
        Row::Leading(name) => {
            canvas.text(line.x, line.y, line.width, name, theme.caption());
        }
        Row::Target(index) => {
            if let Some(judged) = board.judged.get(*index) {
                board.columns.target(app, *judged, within, canvas);
            }
        }
        Row::NoData(count) => {
            let words = say!("▸ 有目标值而尚无监测数据的 {count} 项", count);
            canvas.text(line.x, line.y, line.width, &words, theme.quiet());
        }
        Row::Domain { .. } => domain(row, board.domains, line, canvas),
        Row::Principle(id) => {
            let node = app.document().dossier.outline.node(*id);
            let x = canvas.text(line.x, line.y, line.width, node.title(), theme.strong());
            canvas.text(
                x + 2,
                line.y,
                line.right().saturating_sub(x + 2),
                node.rest(),
                theme.quiet(),
            );
        }
    }
}

/// A name on the left and a size on the right.
fn named(line: Rect, name: &str, size: &str, canvas: &mut Canvas<'_>) {
    let columns = width(size) as u16;
    canvas.text(
        line.x,
        line.y,
        line.width.saturating_sub(columns + 2),
        name,
        canvas.theme.plain(),
    );
    canvas.text_right(line, size, canvas.theme.quiet());
}

/// The least columns of the name of a domain, its number and a gap included.
const LEAST_DOMAIN: u16 = 12;

/// The columns of the names of domains: what the widest needs, up to a quarter of a row, for the signs come first.
fn domain_columns(rows: &[Row], row: u16) -> u16 {
    let names = rows.iter().filter_map(|row| match row {
        Row::Domain { name, index, .. } => Some(width(&domain_label(*index, name)) as u16 + 1),
        _ => None,
    });
    let most = LEAST_DOMAIN.max(row / 4);
    names.max().unwrap_or(0).clamp(LEAST_DOMAIN, most)
}

fn domain_label(index: usize, name: &str) -> String {
    format!("{} {name}", index + 1)
}

/// A domain with a sign for each of the plan's targets that it leads, and its counts.
fn domain(row: &Row, columns: u16, line: Rect, canvas: &mut Canvas<'_>) {
    let Row::Domain {
        name,
        index,
        groups,
        shares: (leading, also),
        tasks,
    } = row
    else {
        return;
    };
    let theme = canvas.theme;
    let label = domain_label(*index, name);
    canvas.text(line.x, line.y, columns - 1, &label, theme.plain());
    let n = leading + also;
    let all = say!(
        "{n} 项（{leading} 主＋{also} 兼）  任务 {tasks} 项",
        n,
        leading,
        also,
        tasks
    );
    // Where both don't fit beside the name, the tasks are left to their own list.
    let size = if usize::from(line.width) < usize::from(columns) + width(&all) {
        say!("{n} 项（{leading} 主＋{also} 兼）", n, leading, also)
    } else {
        all
    };
    let size = truncate(&size, usize::from(line.width.saturating_sub(columns)));
    canvas.text_right(line, &size, theme.quiet());
    let room = line.width.saturating_sub(columns + width(&size) as u16 + 2);
    signs(groups, line.x + columns, (line.y, room), canvas);
}

/// A sign for each target, by group; where there is no room for all, for every second, third and so on.
fn signs(groups: &[usize], mut x: u16, (y, room): (u16, u16), canvas: &mut Canvas<'_>) {
    let total: usize = groups.iter().sum();
    let each = (1..=total).find(|each| {
        let signs = groups.iter().map(|count| count.div_ceil(*each));
        signs.sum::<usize>() <= usize::from(room)
    });
    let each = each.unwrap_or(1);
    for (group, count) in Group::ALL.into_iter().zip(groups) {
        let signs = group.sign().repeat(count.div_ceil(each));
        let style = canvas.theme.verdict(group);
        x = canvas.put(x, y, room, &signs, style);
    }
}

/// The years of the term, and the day of the evaluation.
fn timeline(app: &App, facts: u16, line: Rect, canvas: &mut Canvas<'_>) {
    let period = app.document().dossier.plan.meta.period;
    let as_of = app.document().assessment.as_of;
    let year = u16::try_from(as_of.year()).unwrap_or(0);
    let when = match period {
        None => String::new(),
        Some(term) if year < term.start => tr("规划期尚未开始").to_owned(),
        Some(term) if year > term.end => tr("规划期已结束，按期末评估").to_owned(),
        Some(term) => say!("规划期第 {n} 年", n = year - term.start + 1),
    };
    let name = pad(tr("截至"), usize::from(facts));
    let x = canvas.text(line.x, line.y, facts, &name, canvas.theme.quiet());
    canvas.text(
        x,
        line.y,
        line.right().saturating_sub(x),
        &format!("{as_of}  {when}"),
        canvas.theme.plain(),
    );
    canvas.chips(&app.years(line), &as_of);
}
