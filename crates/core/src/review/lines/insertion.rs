//! Places in a plan file where something may be added: at the end of a list, for a list that is not there yet, below the keys
//! of a task.

use std::ops::Range;

use serde::Serialize;

use super::{Edit, Lines, is_content};
use crate::compose::{self, PARTS};
use crate::load::yaml::{Tree, Value};

/// The column of the dashes of a list that is begun.
const DASH: usize = 2;

impl Lines<'_> {
    /// Adds items to the end of a list, which is begun if there is none. `None` where it is not written line by line.
    pub(in super::super) fn appended<T: Serialize>(&self, list: &str, new: &[T]) -> Option<Edit> {
        match self.tree.get(list).map(|tree| &tree.value) {
            Some(Value::List(items)) if !items.is_empty() => {
                let (line, dash) = self.end_of_items(items)?;
                let items = compose::items(list, new, dash).ok()?;
                Some((line..line, self.on_own_lines(&items)))
            }
            Some(Value::List(_) | Value::Nothing) => {
                let range = self.key_lines(list)?;
                let items = compose::items(list, new, DASH).ok()?;
                Some((range, self.on_own_lines(&format!("{list}:\n{items}"))))
            }
            Some(_) => None,
            None => {
                let place = self.place_of(list)?;
                let (_, words) = PARTS.iter().find(|(part, _)| *part == list)?;
                let items = compose::items(list, new, DASH).ok()?;
                let text = format!("\n# {words}\n{list}:\n{items}");
                Some((place..place, self.on_own_lines(&text)))
            }
        }
    }

    /// Adds keys to a task, which stands at a path among the blocks of the text. `None` where it is not written line by line.
    pub(in super::super) fn with_duties<T: Serialize>(
        &self,
        path: &[usize],
        duties: &T,
    ) -> Option<Edit> {
        let (at, above) = path.split_last()?;
        let mut list = self.tree.get("plan")?.get("content")?;
        for step in above {
            let Value::List(items) = &list.value else {
                return None;
            };
            list = items.get(*step)?.get("content")?;
        }
        let Value::List(items) = &list.value else {
            return None;
        };
        let task = self.written(items, *at)?;
        let keys = compose::keys(duties, task.indent).ok()?;
        Some((task.lines.end..task.lines.end, self.on_own_lines(&keys)))
    }

    /// The line behind the last item of a list, and the column of its dashes.
    fn end_of_items(&self, items: &[Tree]) -> Option<(usize, usize)> {
        let start = items.last()?.place.line.checked_sub(1)?;
        let line = self.lines.get(start)?;
        let dash = line.len() - line.trim_start_matches(' ').len();
        if !line.get(dash..)?.starts_with("- ") {
            return None;
        }
        let end = self.end_of_list(start + 1, dash);
        Some((self.without_tail(start, end), dash))
    }

    /// The line on which a list that is not there yet may begin: behind the parts that stand before it in plan files.
    fn place_of(&self, list: &str) -> Option<usize> {
        let at = PARTS.iter().position(|(part, _)| *part == list)?;
        let before = PARTS.get(..at)?.iter().rev();
        let mut ends = before.filter_map(|(part, _)| Some(self.key_lines(part)?.end));
        ends.next()
    }

    /// The lines of a key of the file, without blank lines and comments behind them.
    fn key_lines(&self, key: &str) -> Option<Range<usize>> {
        let Value::Map(entries) = &self.tree.value else {
            return None;
        };
        let at = entries.iter().position(|entry| entry.key == key)?;
        let place = entries.get(at)?.place;
        let start = place.line.checked_sub(1).filter(|_| place.column == 1)?;
        let next = entries.get(at + 1).map(|it| it.place.line - 1);
        let end = next.unwrap_or(self.lines.len());
        let lines = self.lines.get(start..end)?;
        let last = lines.iter().rposition(|line| is_content(line))?;
        Some(start..start + last + 1)
    }

    /// A text whose lines end as those of the file.
    fn on_own_lines(&self, text: &str) -> String {
        text.replace('\n', self.ending())
    }
}
