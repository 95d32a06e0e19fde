//! Removes page furniture: page numbers, and running heads and feet.
//!
//! A bare number is removed only in files with pages, or if such numbers count up with whole pages of text between
//! them; otherwise it may be a table cell.

use std::collections::{HashMap, HashSet};

use crate::document::Omission;
use crate::source::Reason;
use crate::text::{fold, letters, trim};

use super::atom::{Atom, Matter};
use super::names;

/// Maximum distance of a running head from the edge of a page, in lines.
const EDGE: usize = 2;

/// Removes the furniture and returns it as omissions.
pub(crate) fn clear(atoms: Vec<Atom>) -> (Vec<Atom>, Vec<Omission>) {
    let numbers = page_numbers(&atoms);
    let heads = running_heads(&atoms.iter().collect::<Vec<_>>(), &numbers);
    let reason = |order| match () {
        () if numbers.contains(&order) => Some(Reason::PageNumber),
        () if heads.contains(&order) => Some(Reason::RunningHead),
        () => None,
    };
    let (mut kept, mut omitted) = (Vec::new(), Vec::new());
    for atom in atoms {
        match (reason(atom.order), atom.line()) {
            (Some(reason), Some(text)) => {
                omitted.push(Omission::new(atom.order, atom.place, text, reason));
            }
            _ => kept.push(atom),
        }
    }
    let kept = mark_gaps(kept, &omitted);
    (kept, omitted)
}

/// Inserts page ends where furniture was removed from a file without pages, so that joins across them are known.
fn mark_gaps(atoms: Vec<Atom>, omitted: &[Omission]) -> Vec<Atom> {
    let mut marked = Vec::with_capacity(atoms.len());
    let mut gone = omitted.iter().map(|o| o.order).peekable();
    for atom in atoms {
        while let Some(order) = gone.next_if(|order| *order < atom.order) {
            marked.push(Atom {
                order,
                place: atom.place,
                matter: Matter::PageEnd,
            });
        }
        marked.push(atom);
    }
    marked
}

fn page_numbers(atoms: &[Atom]) -> HashSet<usize> {
    let pages = pages(&atoms.iter().collect::<Vec<_>>(), &HashSet::new());
    let at_edge: HashSet<usize> = edges(&pages)
        .into_iter()
        .flatten()
        .map(|it| it.order)
        .collect();
    let mut found = HashSet::new();
    let mut bare = Vec::new();
    for (position, atom) in atoms.iter().filter(|a| a.line().is_some()).enumerate() {
        match atom.line().and_then(page_number) {
            Some((_, Dress::Dashes)) => _ = found.insert(atom.order),
            Some((number, Dress::Bare)) if at_edge.contains(&atom.order) => {
                found.insert(atom.order);
                bare.push((position, atom.order, number));
            }
            Some((number, Dress::Bare)) => bare.push((position, atom.order, number)),
            None => {}
        }
    }
    found.extend(counting_up(&bare));
    found
}

enum Dress {
    Dashes,
    Bare,
}

/// The page number, if a line is one: 12, - 12 -, — 12 —, 第 12 页, 12 / 40.
fn page_number(line: &str) -> Option<(u32, Dress)> {
    let text = fold(line);
    let core = text.trim_matches(['-', '·', '~']);
    let dressed = core.len() != text.len();
    let counted = core
        .strip_prefix('第')
        .and_then(|t| t.split_once('页'))
        .map(|(n, _)| n);
    let of = core
        .split_once('/')
        .filter(|(_, all)| all.parse::<u32>().is_ok())
        .map(|(n, _)| n);
    let number = counted.or(of).unwrap_or(core);
    let value = number.parse().ok().filter(|n| *n < 2000)?;
    let dress = if dressed && text.starts_with('-') && text.ends_with('-') || counted.is_some() {
        Dress::Dashes
    } else {
        Dress::Bare
    };
    Some((value, dress))
}

/// Bare numbers that count up by one at least three times, with at least twelve lines between them.
fn counting_up(bare: &[(usize, usize, u32)]) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut chain: Vec<(usize, usize, u32)> = Vec::new();
    for item in bare {
        match chain.last() {
            Some(last) if item.2 == last.2 + 1 && item.0 - last.0 >= 12 => chain.push(*item),
            Some(last) if item.0 - last.0 < 12 => {}
            _ => {
                keep(&chain, &mut found);
                chain = vec![*item];
            }
        }
    }
    keep(&chain, &mut found);
    found
}

fn keep(chain: &[(usize, usize, u32)], found: &mut HashSet<usize>) {
    if chain.len() >= 3 {
        found.extend(chain.iter().map(|(_, order, _)| *order));
    }
}

/// A line of a page.
#[derive(Clone, Copy)]
struct PageLine<'a> {
    order: usize,
    text: &'a str,
    size: u16,
}

/// The lines of each page; a page also ends at a page number. Empty with fewer than three pages.
fn pages<'a>(atoms: &[&'a Atom], numbers: &HashSet<usize>) -> Vec<Vec<PageLine<'a>>> {
    let line = |atom: &&'a Atom| match &atom.matter {
        Matter::Line(_, look) => Some(PageLine {
            order: atom.order,
            text: atom.line()?,
            size: look.size.unwrap_or(0),
        }),
        _ => None,
    };
    let pages: Vec<Vec<PageLine>> = atoms
        .split(|a| matches!(a.matter, Matter::PageEnd) || numbers.contains(&a.order))
        .map(|page| page.iter().filter_map(line).collect())
        .filter(|page: &Vec<PageLine>| !page.is_empty())
        .collect();
    if pages.len() < 3 {
        return Vec::new();
    }
    pages
}

/// The first and last lines of each page.
fn edges<'a>(pages: &[Vec<PageLine<'a>>]) -> Vec<Vec<PageLine<'a>>> {
    let edge = |page: &Vec<PageLine<'a>>| {
        let end = page.len().saturating_sub(EDGE).max(EDGE.min(page.len()));
        page.iter()
            .enumerate()
            .filter(|(n, _)| *n < EDGE || *n >= end)
            .map(|(_, line)| *line)
            .collect()
    };
    pages.iter().map(edge).collect()
}

/// Lines at the edge of a third of all pages, at least three (left and right pages may differ). The title of the
/// document may be its running head too. Where only page numbers tell of pages, only names of plans are running heads.
fn running_heads(atoms: &[&Atom], numbers: &HashSet<usize>) -> HashSet<usize> {
    let pages = pages(atoms, numbers);
    let mut seen: HashMap<String, Vec<PageLine>> = HashMap::new();
    for line in edges(&pages).into_iter().flatten() {
        seen.entry(skeleton(line.text)).or_default().push(line);
    }
    let enough = (pages.len() / 3).max(3);
    let has_ends = atoms.iter().any(|it| matches!(it.matter, Matter::PageEnd));
    let heads = seen.into_iter().filter(|(key, lines)| {
        lines.len() >= enough && letters(key) > 1 && (has_ends || names::is_named(key))
    });
    heads
        .flat_map(|(_, lines)| {
            let title = printed_title(&lines, &pages);
            lines
                .into_iter()
                .map(|it| it.order)
                .filter(move |order| Some(*order) != title)
        })
        .collect()
}

/// The one of equal lines at the edges of pages that is the title: on the first page, the largest of them, or the last,
/// unless the page has the same words further inside.
fn printed_title(lines: &[PageLine], pages: &[Vec<PageLine>]) -> Option<usize> {
    let first = pages.first()?;
    let text = fold(lines.first()?.text);
    if !names::is_named(&text) {
        return None;
    }
    let same = first.iter().filter(|it| fold(it.text) == text);
    let title = same.max_by_key(|it| (it.size, it.order))?;
    lines
        .iter()
        .any(|it| it.order == title.order)
        .then_some(title.order)
}

/// A line with all digits replaced by one, since running heads may contain the page number.
fn skeleton(line: &str) -> String {
    fold(trim(line))
        .chars()
        .map(|c| if c.is_ascii_digit() { '#' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::atom::samples;

    fn gone(lines: &[&str]) -> Vec<String> {
        clear(samples::lines(lines))
            .1
            .into_iter()
            .map(|o| o.omitted.text)
            .collect()
    }

    #[test]
    fn heads_and_numbers_of_pages_go() {
        let lines = [
            "县志办",
            "甲。",
            "乙。",
            "丙。",
            "丁。",
            "- 1 -",
            "\u{c}",
            "县志办",
            "戊。",
            "己。",
            "庚。",
            "辛。",
            "- 2 -",
            "\u{c}",
            "县志办",
            "壬。",
            "癸。",
            "子。",
            "丑。",
            "- 3 -",
            "\u{c}",
            "县志办",
            "寅。",
            "卯。",
            "辰。",
            "巳。",
            "- 4 -",
        ];
        assert_eq!(gone(&lines).len(), 8);
    }

    /// Pages of four lines below a head, each with the end that is given.
    fn headed(count: usize, head: &str, end: &str) -> Vec<String> {
        let page = |n: usize| {
            let text =
                (0..4).map(move |line| format!("{}{}。", "甲".repeat(n + 1), "乙".repeat(line)));
            std::iter::once(head.to_owned())
                .chain(text)
                .chain([end.to_owned()])
        };
        (0..count).flat_map(page).collect()
    }

    #[test]
    fn a_running_head_with_the_words_of_the_title_leaves_the_title() {
        let mut lines = headed(4, "甲县供水规划", "\u{c}");
        let all: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(gone(&all), ["甲县供水规划"; 3]);
        lines.insert(1, "甲县供水规划".to_owned());
        let all: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(gone(&all), ["甲县供水规划"; 4]);
    }

    #[test]
    fn a_page_number_ends_a_page_where_no_form_feed_does() {
        let lines = headed(4, "甲县供水规划", "— 1 —");
        let all: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(gone(&all).len(), 4 + 3);
    }

    #[test]
    fn the_cells_of_a_table_stay() {
        assert!(gone(&["序号", "1", "甲", "2", "乙", "3", "丙", "4", "丁"]).is_empty());
    }

    #[test]
    fn numbers_that_count_pages_go_without_any_form_feed() {
        let mut lines = Vec::new();
        for number in ["1", "2", "3", "4"] {
            lines.extend(["文文文"; 20]);
            lines.push(number);
        }
        assert_eq!(gone(&lines), ["1", "2", "3", "4"]);
    }
}
