//! A strict parser of CSV. The `csv` crate accepts an unclosed quote and swallows the rows behind it, so it is not used.

use std::iter::Peekable;
use std::str::Chars;

use super::RowFault;
use crate::load::quotes;
use crate::words::{say, tr};

/// A row and its first line, from 1.
pub(super) struct Row {
    /// The line.
    pub(super) line: usize,
    /// Its cells.
    pub(super) cells: Vec<String>,
}

/// The rows of a table without empty lines. The separator is the one that the first line has most of.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, RowFault> {
    let mut reading = Reading {
        separator: separator(text.lines().next().unwrap_or_default()),
        rest: text.chars().peekable(),
        line: 1,
    };
    let mut rows = Vec::new();
    while reading.rest.peek().is_some() {
        let row = reading.row()?;
        if row.cells.len() > 1 || row.cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(row);
        }
    }
    Ok(rows)
}

fn separator(head: &str) -> char {
    let count = |sign: char| head.chars().filter(|c| *c == sign).count();
    ['\t', ';']
        .into_iter()
        .find(|sign| count(*sign) > count(','))
        .unwrap_or(',')
}

struct Reading<'a> {
    separator: char,
    rest: Peekable<Chars<'a>>,
    line: usize,
}

/// Whether a cell or a row follows.
enum Next {
    Cell,
    Row,
}

impl Reading<'_> {
    fn row(&mut self) -> Result<Row, RowFault> {
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            while self.rest.peek() == Some(&' ') {
                self.rest.next();
            }
            let (cell, next) = if self.rest.peek() == Some(&'"') {
                self.quoted()?
            } else {
                self.plain()?
            };
            cells.push(cell);
            if matches!(next, Next::Row) {
                return Ok(Row { line, cells });
            }
        }
    }

    /// A cell without quotes around it. Quotes within it are text.
    fn plain(&mut self) -> Result<(String, Next), RowFault> {
        let line = self.line;
        let mut cell = String::new();
        let next = loop {
            if let Some(next) = self.end() {
                break next;
            }
            cell.extend(self.rest.next());
        };
        if cell.trim_end().ends_with('"') && quotes::are_half(&cell) {
            let what = tr("一格的末尾是引号的一半，前面没有另一半；请补上或删去，确是原文的，写成两个，整格再加引号").to_owned();
            return Err(RowFault::of_line(line, what));
        }
        Ok((cell.trim().to_owned(), next))
    }

    /// A quoted cell, in which two quotes stand for one.
    fn quoted(&mut self) -> Result<(String, Next), RowFault> {
        let opened = self.line;
        self.rest.next();
        let mut cell = String::new();
        while let Some(c) = self.rest.next() {
            match c {
                '"' if self.rest.peek() == Some(&'"') => cell.extend(self.rest.next()),
                '"' => {
                    return self
                        .behind(opened)
                        .map(|next| (cell.trim().to_owned(), next));
                }
                '\n' | '\r' => {
                    self.line_break(c);
                    cell.push('\n');
                }
                _ => cell.push(c),
            }
        }
        let what = say!("引号没有闭合，其后的各行都成了这一格的文字；请补上另一半引号");
        Err(RowFault::of_line(opened, what))
    }

    /// What follows a closing quote: only blanks are allowed before it.
    fn behind(&mut self, opened: usize) -> Result<Next, RowFault> {
        loop {
            if let Some(next) = self.end() {
                return Ok(next);
            }
            if self.rest.next() != Some(' ') {
                let what = if self.line == opened {
                    say!("引号之后还有文字；格里有引号的，每个写成两个，整格再加引号")
                } else {
                    say!(
                        "引号到第 {line} 行才闭合，其后还有文字；请核对引号是否成对",
                        line = self.line
                    )
                };
                return Err(RowFault::of_line(opened, what));
            }
        }
    }

    /// Passes the end of a cell, if it is reached.
    fn end(&mut self) -> Option<Next> {
        match self.rest.peek().copied() {
            None => Some(Next::Row),
            Some(c) if c == self.separator => {
                self.rest.next();
                Some(Next::Cell)
            }
            Some(c @ ('\n' | '\r')) => {
                self.rest.next();
                self.line_break(c);
                Some(Next::Row)
            }
            Some(_) => None,
        }
    }

    /// Counts a line break whose first character was read.
    fn line_break(&mut self, c: char) {
        if c == '\r' && self.rest.peek() == Some(&'\n') {
            self.rest.next();
        }
        self.line += 1;
    }
}
