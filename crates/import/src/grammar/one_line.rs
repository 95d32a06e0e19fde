//! A document in one line whose paragraphs are set apart by single blanks.
//!
//! A blank ends a piece before a number, behind a sentence, behind a heading, and before the first number, where title,
//! issuer and date stand.

use crate::marker::{self, Style};
use crate::text::{is_blank, is_stop, letters};

/// Minimum letters of such a document, and of numbers behind blanks in it.
const LETTERS: usize = 200;
const NUMBERS: usize = 4;
/// Maximum letters of a heading.
const HEADING: usize = 40;

/// The paragraphs of a line that is a whole document; `None` if it does not look like one.
pub(super) fn pieces(line: &str) -> Option<Vec<String>> {
    if letters(line) < LETTERS {
        return None;
    }
    let words: Vec<&str> = line.split(is_blank).filter(|it| !it.is_empty()).collect();
    let begin = |at: usize| begins(words.get(at).copied()?, words.get(at + 1).copied());
    let numbers = (1..words.len()).filter(|at| begin(*at).is_some()).count();
    let first = (1..words.len()).find(|at| begin(*at).is_some())?;
    if numbers < NUMBERS {
        return None;
    }
    let mut pieces: Vec<String> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let last = pieces.last_mut();
        let ends_here = |last: &String| {
            at <= first || begin(at).is_some() || last.ends_with(is_end) || is_heading(last)
        };
        match last {
            Some(last) if !ends_here(last) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => pieces.push((*word).to_owned()),
        }
    }
    Some(pieces)
}

fn is_end(c: char) -> bool {
    is_stop(c) || matches!(c, '：' | '；' | '”' | '）')
}

/// The number that a word begins with, or is while the next one is its title.
fn begins(word: &str, next: Option<&str>) -> Option<Style> {
    let is_high = |style: Style| style.rank() <= Style::DigitBrackets.rank();
    let alone = marker::read(word).map(|(it, _)| it.style);
    let with_next = || {
        let both = format!("{word} {}", next?);
        let (it, _) = marker::read(&both)?;
        (it.printed.chars().count() == word.chars().count()).then_some(it.style)
    };
    alone
        .or_else(with_next)
        .filter(|it| is_high(*it) && !matches!(it, Style::Decimal(_)))
}

/// Whether a piece is a number with its title, and no sentence yet.
fn is_heading(piece: &str) -> bool {
    letters(piece) <= HEADING
        && !piece.contains(is_stop)
        && marker::read(piece).is_some_and(|(it, _)| it.style.rank() <= Style::HanBrackets.rank())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_in_one_line_is_cut_at_single_blanks() {
        let text = format!(
            "甲县供水规划 发布日期：2022年1月10日 一、总体要求 （一）指导思想 坚持节水。 （二）目标 到2025年，普及率达到95%。 二、 任务 1.建设水库。加固堤防。 {}",
            "供水。".repeat(70)
        );
        let found = pieces(&text).unwrap_or_default();
        assert_eq!(
            &found[..9],
            [
                "甲县供水规划",
                "发布日期：2022年1月10日",
                "一、总体要求",
                "（一）指导思想",
                "坚持节水。",
                "（二）目标",
                "到2025年，普及率达到95%。",
                "二、 任务",
                "1.建设水库。加固堤防。",
            ]
        );
    }

    #[test]
    fn a_paragraph_with_blanks_stays_whole() {
        assert_eq!(pieces(&"建设 水库，加固 堤防。".repeat(30)), None);
    }
}
