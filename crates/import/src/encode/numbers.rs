//! Numbers of headings: which style each level has, and where a number does not follow from the one before.

use guihua_core::plan::numbering::{Style, USUAL};
use guihua_core::plan::{Block, Section};

/// Takes the numbers that follow by themselves out of the sections, whose numbers are all written. Returns the first number
/// of each level; empty where the levels are numbered as usual.
pub(super) fn settle(content: &mut [Block]) -> Vec<String> {
    let mut counts = Vec::new();
    count(content, 0, &mut counts);
    let firsts: Vec<String> = counts.iter().map(commonest).collect();
    let styles: Vec<Option<Style>> = firsts
        .iter()
        .map(|first| Style::read(first).map(|(style, _)| style))
        .collect();
    leave_out(content, 0, "", &styles);
    let is_usual = firsts
        .iter()
        .zip(USUAL)
        .all(|(first, usual)| first == usual);
    if is_usual && firsts.len() <= USUAL.len() {
        return Vec::new();
    }
    let last = firsts.iter().rposition(|first| !first.is_empty());
    firsts.into_iter().take(last.unwrap_or(0) + 1).collect()
}

/// How often each first number occurs at a level, in the order of the text.
type Counts = Vec<(String, usize)>;

fn sections(content: &mut [Block]) -> impl Iterator<Item = &mut Section> {
    content.iter_mut().filter_map(|block| match block {
        Block::Section(section) => Some(section),
        _ => None,
    })
}

fn count(content: &mut [Block], level: usize, counts: &mut Vec<Counts>) {
    for section in sections(content) {
        if counts.len() <= level {
            counts.push(Vec::new());
        }
        let first = first_of(section.number.as_deref().unwrap_or_default());
        if let Some(known) = counts.get_mut(level) {
            match known.iter_mut().find(|(number, _)| *number == first) {
                Some((_, n)) => *n += 1,
                None => known.push((first, 1)),
            }
        }
        count(&mut section.content, level + 1, counts);
    }
}

fn commonest(counts: &Counts) -> String {
    let most = counts.iter().map(|(_, n)| *n).max();
    let first = counts.iter().find(|(_, n)| Some(*n) == most);
    first.map_or_else(String::new, |(number, _)| number.clone())
}

/// The first number of the style of a number; empty for what is none.
fn first_of(number: &str) -> String {
    match Style::read(number) {
        Some((style, _)) if style.names_all_levels() => {
            let levels = number.split('.').count();
            vec!["1"; levels].join(".")
        }
        Some((style, _)) => style.print(1, ""),
        None => String::new(),
    }
}

/// Takes out each number that the outline would derive.
fn leave_out(content: &mut [Block], level: usize, above: &str, styles: &[Option<Style>]) {
    let mut last: Option<(Style, u16)> = None;
    for section in sections(content) {
        let number = section.number.take().unwrap_or_default();
        let following = last.clone().map(|(style, n)| (style, n.saturating_add(1)));
        let next = following.or_else(|| Some((styles.get(level)?.clone()?, 1)));
        let derived = next.as_ref().map(|(style, n)| style.print(*n, above));
        if derived.as_deref().unwrap_or_default() == number {
            last = next;
        } else {
            last = Style::read(&number).or(last);
            section.number = Some(number.clone());
        }
        leave_out(&mut section.content, level + 1, &number, styles);
    }
}
