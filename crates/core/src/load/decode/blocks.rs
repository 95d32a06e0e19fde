//! Blocks of the text: paragraphs, and what is named by a key (`section`, `task`, `table`, …).

use super::super::limits::{MOST_DETAILS, MOST_ITEMS};
use super::super::place::Place;
use super::super::reader::{self, Fields, at_most, listed};
use super::super::yaml::{Tree, Value};
use super::{Cited, Context, items, prose, required};
use crate::plan::{
    Address, Block, Cell, Citation, DEEPEST, Due, Duties, Duty, Panel, Picture, Principle, Prose,
    Section, Table, Task, TaskKind,
};
use crate::words::{say, tr};

/// The keys that name a block.
const NAMES: [&str; 6] = ["section", "task", "principle", "table", "box", "picture"];

/// The most columns and rows that a cell may span.
const WIDEST: u16 = 100;

/// Where blocks stand, which decides what may stand there.
#[derive(Clone, Copy)]
pub(super) enum Inside {
    /// Below so many levels of headings.
    Levels(usize),
    /// In a box.
    Box,
}

/// The blocks under `content`.
pub(super) fn content(fields: &mut Fields<'_>, inside: Inside, cx: &mut Context<'_>) -> Vec<Block> {
    items(fields, "content", cx)
        .iter()
        .filter_map(|tree| block(tree, inside, cx))
        .collect()
}

fn block(tree: &Tree, inside: Inside, cx: &mut Context<'_>) -> Option<Block> {
    let Value::Map(entries) = &tree.value else {
        let text = reader::prose(tree, tr("段落"), cx.problems);
        return Some(Block::Paragraph(text));
    };
    let named = |name: &str| entries.iter().any(|entry| entry.key == name);
    let Some(name) = NAMES.into_iter().find(|name| named(name)) else {
        let what = tr("这一块不是段落，也没有说是什么");
        cx.problems.push(tree.place, what, listed(&NAMES));
        return None;
    };
    match (name, inside) {
        ("section", Inside::Levels(level)) if level >= DEEPEST => {
            let what = say!("标题最多 {max} 级", max = DEEPEST);
            cx.problems.push(tree.place, what, tr("并入上一级"));
            None
        }
        ("section", Inside::Levels(level)) => section(tree, level, cx).map(Block::Section),
        ("box", Inside::Levels(_)) => panel(tree, cx).map(Block::Box),
        ("section" | "box", Inside::Box) => {
            let what = say!("专栏里不能有“{name}”", name);
            let remedy = tr("专栏里写段落、任务、原则、表和图");
            cx.problems.push(tree.place, what, remedy);
            None
        }
        ("task", _) => task(tree, cx).map(Block::Task),
        ("principle", _) => principle(tree, cx).map(Block::Principle),
        ("table", _) => table(tree, cx).map(Block::Table),
        _ => picture(tree, cx).map(Block::Picture),
    }
}

fn section(tree: &Tree, level: usize, cx: &mut Context<'_>) -> Option<Section> {
    let mut fields = Fields::of(tree, tr("标题（section）"), cx.problems)?;
    let title = prose(&mut fields, "section", cx.problems);
    let text = fields.optional("text");
    let text = text.map(|tree| reader::prose_or_empty(tree, "text", cx.problems));
    let number = fields
        .optional("number")
        .map(|tree| reader::name_or_empty(tree, tr("编号（number）"), cx.problems));
    let domain = fields.optional("domain").map(|tree| {
        let domain = reader::name(tree, tr("领域（domain）"), cx.problems);
        cx.domains_named.push((tree.place, domain.clone()));
        domain
    });
    let content = content(&mut fields, Inside::Levels(level + 1), cx);
    fields.finish(cx.problems);
    Some(Section {
        title,
        text,
        number,
        domain,
        content,
    })
}

fn task(tree: &Tree, cx: &mut Context<'_>) -> Option<Task> {
    let mut fields = Fields::of(tree, tr("任务（task）"), cx.problems)?;
    let title = prose(&mut fields, "task", cx.problems);
    let text = optional_prose(&mut fields, "text", cx).unwrap_or_default();
    let kind = fields
        .optional("kind")
        .and_then(|tree| reader::one_of(tree, tr("任务类别（kind）"), &TaskKind::ALL, cx.problems));
    let own = title.followed_by(&text);
    let duties = duties(&mut fields, Own::Text(&own), cx);
    fields.finish(cx.problems);
    Some(Task {
        title,
        text,
        kind: kind.unwrap_or_default(),
        duties,
    })
}

/// Where quoted words stand if no other place is named.
#[derive(Clone, Copy)]
pub(super) enum Own<'a> {
    /// In this text.
    Text(&'a Prose),
    /// At this place, where it could be read.
    At(Option<Address>),
}

/// Who does it and until when. What is quoted stands in `own` unless another place is named.
pub(super) fn duties(fields: &mut Fields<'_>, own: Own<'_>, cx: &mut Context<'_>) -> Duties {
    let mut duty = |key: &'static str| {
        let tree = fields.optional(key)?;
        duty_of(tree, own, cx)
    };
    let (lead, with) = (duty("lead"), duty("with"));
    Duties {
        lead,
        with,
        due: fields.optional("due").and_then(|tree| due(tree, own, cx)),
    }
}

fn duty_of(tree: &Tree, own: Own<'_>, cx: &mut Context<'_>) -> Option<Duty> {
    let mut fields = Fields::of(tree, tr("责任单位（lead、with）"), cx.problems)?;
    let listed = fields.required("names", cx.problems);
    let names = listed.map_or(Vec::new(), |tree| departments(tree, cx));
    let (quote, at) = quoted(&mut fields, own, cx);
    fields.finish(cx.problems);
    let places = listed.map_or(Vec::new(), reader::places);
    for (name, place) in names.iter().zip(places) {
        if !quote.is_empty() && !quote.contains(name.as_str()) {
            let what = say!("引文里没有单位“{name}”", name);
            cx.problems.push(place, what, tr("单位的名称须在引文里"));
        }
    }
    (!names.is_empty()).then_some(Duty { names, quote, at })
}

/// The departments of a list, of which there has to be one.
fn departments(tree: &Tree, cx: &mut Context<'_>) -> Vec<String> {
    let what = tr("单位（names）");
    let names = at_most(MOST_DETAILS, tree, what, cx.problems);
    if matches!(&tree.value, Value::List(names) if names.is_empty()) {
        cx.problems
            .push(tree.place, say!("{what}是空的", what), tr("写上文字"));
    }
    let names = names.iter();
    names
        .map(|tree| reader::name(tree, what, cx.problems))
        .collect()
}

fn due(tree: &Tree, own: Own<'_>, cx: &mut Context<'_>) -> Option<Due> {
    let mut fields = Fields::of(tree, tr("完成时限（due）"), cx.problems)?;
    let date = fields.optional("date").and_then(|tree| {
        let text = reader::text(tree, tr("时限（date）"), cx.problems);
        let is_date = is_partial_date(&text);
        if !is_date && !text.trim().is_empty() {
            let what = say!("时限“{text}”不是日期", text);
            let remedy = tr("写作 2025、2025-06 或 2025-06-30");
            cx.problems.push(tree.place, what, remedy);
        }
        is_date.then_some(text)
    });
    let (quote, at) = quoted(&mut fields, own, cx);
    fields.finish(cx.problems);
    Some(Due { date, quote, at })
}

/// Whether a text is a year, a month or a day: `2025`, `2025-06`, `2025-06-30`.
pub(in super::super) fn is_partial_date(text: &str) -> bool {
    let lengths = [4, 2, 2];
    let parts: Vec<&str> = text.split('-').collect();
    let is_plain = |(part, length): (&&str, &usize)| {
        part.len() == *length && part.bytes().all(|b| b.is_ascii_digit())
    };
    let numbers: Vec<u16> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    parts.len() <= 3
        && parts.iter().zip(&lengths).all(is_plain)
        && matches!(
            numbers.as_slice(),
            [1000..=9999] | [1000..=9999, 1..=12] | [1000..=9999, 1..=12, 1..=31]
        )
}

/// The words that say so, in the paragraph itself or at the place that is named.
fn quoted(
    fields: &mut Fields<'_>,
    own: Own<'_>,
    cx: &mut Context<'_>,
) -> (String, Option<Address>) {
    let at = fields.optional("at");
    let quote = required(fields, "quote", reader::text, cx.problems);
    let place = fields
        .optional("quote")
        .map_or(fields.place(), |tree| tree.place);
    let named = at.and_then(|tree| reader::address(tree, tr("地址（at）"), cx.problems));
    match (at, own) {
        (None, Own::Text(own)) if !quote.is_empty() && !own.reading().contains(&quote) => {
            let what = say!("引文“{quote}”不在这一段里", quote);
            let remedy = tr("改引这一段的原文，或用 at 写明在哪里");
            cx.problems.push(place, what, remedy);
        }
        (None, Own::Text(_)) => {}
        (Some(tree), _) => cite(named, tree.place, place, &quote, cx),
        (None, Own::At(own)) => cite(own, place, place, &quote, cx),
    }
    (quote, named)
}

/// Keeps a citation for verification.
fn cite(at: Option<Address>, place: Place, quoted: Place, quote: &str, cx: &mut Context<'_>) {
    if let Some(at) = at.filter(|_| !quote.is_empty()) {
        cx.cite(Cited {
            at: place,
            quote: quoted,
            citation: Citation {
                at,
                quote: quote.to_owned(),
            },
            figure: None,
        });
    }
}

fn principle(tree: &Tree, cx: &mut Context<'_>) -> Option<Principle> {
    let mut fields = Fields::of(tree, tr("原则（principle）"), cx.problems)?;
    let principle = Principle {
        name: prose(&mut fields, "principle", cx.problems),
        text: optional_prose(&mut fields, "text", cx).unwrap_or_default(),
    };
    fields.finish(cx.problems);
    Some(principle)
}

fn panel(tree: &Tree, cx: &mut Context<'_>) -> Option<Panel> {
    let mut fields = Fields::of(tree, tr("专栏（box）"), cx.problems)?;
    let title = prose_or_empty(&mut fields, "box", cx);
    let number = fields
        .optional("number")
        .map(|tree| reader::name(tree, tr("编号（number）"), cx.problems));
    let content = content(&mut fields, Inside::Box, cx);
    fields.finish(cx.problems);
    Some(Panel {
        title,
        number,
        content,
    })
}

fn picture(tree: &Tree, cx: &mut Context<'_>) -> Option<Picture> {
    let mut fields = Fields::of(tree, tr("图（picture）"), cx.problems)?;
    let caption = prose_or_empty(&mut fields, "picture", cx);
    fields.finish(cx.problems);
    Some(Picture { caption })
}

fn table(tree: &Tree, cx: &mut Context<'_>) -> Option<Table> {
    let mut fields = Fields::of(tree, tr("表（table）"), cx.problems)?;
    let caption = prose_or_empty(&mut fields, "table", cx);
    let head = fields.optional("head").map_or(1, |tree| {
        reader::count(tree, tr("表头行数（head）"), 0..=WIDEST, cx.problems)
    });
    let rows = fields.required("rows", cx.problems);
    let rows = rows.map_or(&[][..], |tree| {
        let rows = at_most(MOST_ITEMS, tree, tr("行（rows）"), cx.problems);
        if matches!(&tree.value, Value::List(rows) if rows.is_empty()) {
            cx.problems
                .push(tree.place, tr("表没有行"), tr("在 rows 下写各行"));
        }
        rows
    });
    let places = rows;
    let rows = rows.iter().map(|tree| row(tree, cx)).collect();
    let notes = items(&mut fields, "notes", cx).iter();
    let notes = notes
        .map(|tree| reader::prose(tree, tr("表注（notes）"), cx.problems))
        .collect();
    fields.finish(cx.problems);
    let table = Table {
        caption,
        head,
        rows,
        notes,
    };
    let mut widths = places.iter().zip(table.widths());
    if let Some((tree, _)) = widths.find(|(_, width)| *width > WIDEST) {
        let what = say!("表超过 {max} 列", max = WIDEST);
        cx.problems.push(tree.place, what, tr("分成几个表"));
    }
    Some(table)
}

/// The cells of a row. Those beyond the widest table are left out.
fn row(tree: &Tree, cx: &mut Context<'_>) -> Vec<Cell> {
    let trees = reader::list(tree, tr("表的一行"), cx.problems);
    let mut cells = Vec::new();
    let mut width = 0;
    for tree in trees {
        let Some(cell) = cell(tree, cx) else { continue };
        width += cell.columns;
        cells.push(cell);
        // One column too many is enough to be told.
        if width > WIDEST {
            break;
        }
    }
    cells
}

fn cell(tree: &Tree, cx: &mut Context<'_>) -> Option<Cell> {
    if !matches!(tree.value, Value::Map(_)) {
        let text = reader::prose_or_empty(tree, tr("单元格"), cx.problems);
        return Some(Cell {
            text,
            columns: 1,
            rows: 1,
        });
    }
    let mut fields = Fields::of(tree, tr("单元格"), cx.problems)?;
    let text = prose_or_empty(&mut fields, "text", cx);
    let mut span = |key: &'static str| {
        fields
            .optional(key)
            .map_or(1, |tree| reader::count(tree, key, 1..=WIDEST, cx.problems))
    };
    let (columns, rows) = (span("columns"), span("rows"));
    fields.finish(cx.problems);
    Some(Cell {
        text,
        columns,
        rows,
    })
}

fn optional_prose(
    fields: &mut Fields<'_>,
    key: &'static str,
    cx: &mut Context<'_>,
) -> Option<Prose> {
    let tree = fields.optional(key)?;
    Some(reader::prose(tree, key, cx.problems))
}

fn prose_or_empty(fields: &mut Fields<'_>, key: &'static str, cx: &mut Context<'_>) -> Prose {
    let tree = fields.required(key, cx.problems);
    tree.map(|tree| reader::prose_or_empty(tree, key, cx.problems))
        .unwrap_or_default()
}
