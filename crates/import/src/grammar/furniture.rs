//! Removes page furniture: page numbers, and running heads and feet.
//!
//! A bare number is removed only in files with pages, or if such numbers count up with whole pages of text between
//! them; otherwise it may be a table cell.

use std::collections::{HashMap, HashSet};

use crate::document::Omission;
use crate::source::Reason;
use crate::text::{fold, letters, trim};

use super::atom::{Atom, Matter};

/// Maximum distance of a running head from the edge of a page, in lines.
const EDGE: usize = 2;

/// Removes the furniture and returns it as omissions.
pub(crate) fn clear(atoms: Vec<Atom>) -> (Vec<Atom>, Vec<Omission>) {
    let numbers = page_numbers(&atoms);
    let rest: Vec<&Atom> = atoms
        .iter()
        .filter(|a| !numbers.contains(&a.order))
        .collect();
    let heads = running_heads(&rest);
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
    let at_edge: HashSet<usize> = edges(&atoms.iter().collect::<Vec<_>>(), EDGE)
        .into_iter()
        .flatten()
        .map(|(order, _)| order)
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

/// The first and last `depth` lines of each page, as orders and texts; empty without pages.
fn edges<'a>(atoms: &[&'a Atom], depth: usize) -> Vec<Vec<(usize, &'a str)>> {
    let pages: Vec<Vec<(usize, &str)>> = atoms
        .split(|a| matches!(a.matter, Matter::PageEnd))
        .map(|page| {
            page.iter()
                .filter_map(|a| Some((a.order, a.line()?)))
                .collect()
        })
        .collect();
    if pages.len() < 3 {
        return Vec::new();
    }
    let edge = |page: Vec<(usize, &'a str)>| {
        let end = page.len().saturating_sub(depth).max(depth.min(page.len()));
        page.iter()
            .enumerate()
            .filter(|(n, _)| *n < depth || *n >= end)
            .map(|(_, line)| *line)
            .collect()
    };
    pages.into_iter().map(edge).collect()
}

/// Lines at the edge of a third of all pages, at least three (left and right pages may differ).
fn running_heads(atoms: &[&Atom]) -> HashSet<usize> {
    let pages = edges(atoms, EDGE);
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    for (order, line) in pages.iter().flatten() {
        seen.entry(skeleton(line)).or_default().push(*order);
    }
    let enough = (pages.len() / 3).max(3);
    let heads = seen
        .into_iter()
        .filter(|(key, orders)| orders.len() >= enough && letters(key) > 1);
    heads.flat_map(|(_, orders)| orders).collect()
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
