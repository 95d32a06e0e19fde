//! Draws the domains of the overview: a sign for each of the plan's targets that a domain leads, and its counts in columns.

use ratatui::layout::Rect;

use crate::app::overview::Row;
use crate::evaluation::Group;
use crate::gauge::Signs;
use crate::text::{pad, width};
use crate::ui::canvas::Canvas;
use crate::words::say;

/// The least columns of the signs: names and counts go before them.
const LEAST_SIGNS: usize = 4;
/// The columns between two parts of a row.
const GAP: usize = 2;

/// What the rows share, and their words.
pub(super) struct Domains {
    /// The words of the rows, by the index of the domain.
    words: Vec<(usize, Words)>,
    parts: Parts,
    /// For how many targets one sign stands, the same in all rows.
    each: usize,
}

/// The columns of the parts of a row, of tasks those of their number: 0 for one that is left out.
#[derive(Clone, Copy)]
struct Parts {
    name: usize,
    count: usize,
    shares: usize,
    tasks: usize,
}

/// The words of a row.
struct Words {
    name: String,
    count: String,
    shares: String,
    tasks: String,
}

impl Words {
    /// The words of a domain with its index; `None` of other rows.
    fn of(row: &Row) -> Option<(usize, Self)> {
        let Row::Domain {
            name,
            index,
            shares: (leading, also),
            proposed,
            tasks,
            ..
        } = row
        else {
            return None;
        };
        let words = Self {
            name: format!("{} {name}", index + 1),
            count: (leading + also).to_string(),
            shares: match proposed {
                0 => say!(" 项（{leading} 主＋{also} 兼）", leading, also),
                n => say!(
                    " 项（{leading} 主＋{also} 兼，待确认 {n}）",
                    leading,
                    also,
                    n
                ),
            },
            tasks: tasks.to_string(),
        };
        Some((*index, words))
    }
}

/// The number of tasks in words, its digits in `digits` columns.
fn tasks(number: &str, digits: usize) -> String {
    say!("任务 {tasks} 项", tasks = format!("{number:>digits$}"))
}

impl Domains {
    /// The widths for the rows of an overview of `columns`: where there is no room for all parts, the tasks are left to
    /// their own list, then the shares; then a sign stands for several targets.
    pub(super) fn of(rows: &[Row], columns: u16) -> Self {
        let words: Vec<(usize, Words)> = rows.iter().filter_map(Words::of).collect();
        let all = Parts::of(&words);
        let untasked = Parts { tasks: 0, ..all };
        let least = Parts {
            shares: 0,
            ..untasked
        };
        let columns = usize::from(columns);
        let groups: Vec<&[usize]> = rows.iter().filter_map(groups).collect();
        let most = groups.iter().map(|groups| groups.iter().sum()).max();
        let most: usize = most.unwrap_or(0);
        let room_for =
            |it: &Parts, signs: usize| it.name + it.counts() + signs + 2 * GAP <= columns;
        // One sign for each target tells more than the tasks; beyond that, the words do.
        let choices = [most.max(LEAST_SIGNS), LEAST_SIGNS].into_iter();
        let mut choices = choices.flat_map(|signs| [all, untasked].map(|it| (it, signs)));
        let chosen = choices.find(|(it, signs)| room_for(it, *signs));
        let chosen = chosen.map_or(least, |(it, _)| it);
        let counts = chosen.counts();
        let name = chosen.name.min(columns.saturating_sub(counts + GAP));
        let room = columns.saturating_sub(name + counts + 2 * GAP);
        let is_enough = |each: &usize| groups.iter().all(|it| signs_of(it, *each) <= room);
        Self {
            words,
            parts: Parts { name, ..chosen },
            each: (1..=most).find(is_enough).unwrap_or(1),
        }
    }

    /// Draws a row.
    pub(super) fn draw(&self, row: &Row, line: Rect, canvas: &mut Canvas<'_>) {
        let (Some(words), Some(groups)) = (self.words_of(row), groups(row)) else {
            return;
        };
        let theme = canvas.theme;
        let name = self.parts.name as u16;
        canvas.text(line.x, line.y, name, &words.name, theme.plain());
        let counts = self.parts.told(words);
        canvas.text_right(line, &counts, theme.quiet());
        let before = name + GAP as u16;
        let taken = before + width(&counts) as u16 + GAP as u16;
        let room = line.width.saturating_sub(taken);
        let area = Rect {
            x: line.x + before,
            width: room,
            ..line
        };
        let x = signs(groups, self.each, area, canvas);
        // The count at the right has commitments and shared targets besides.
        let led = say!("目标 {n}", n = groups.iter().sum::<usize>());
        if usize::from(area.right().saturating_sub(x)) > width(&led) + GAP {
            canvas.put(x + 1, area.y, area.right() - x - 1, &led, theme.quiet());
        }
    }

    fn words_of(&self, row: &Row) -> Option<&Words> {
        let Row::Domain { index, .. } = row else {
            return None;
        };
        let own = self.words.iter().find(|(of, _)| of == index);
        own.map(|(_, words)| words)
    }
}

impl Parts {
    /// As wide as the widest of some words.
    fn of(words: &[(usize, Words)]) -> Self {
        let widest = |part: fn(&Words) -> &String| {
            let widths = words.iter().map(|(_, it)| width(part(it)));
            widths.max().unwrap_or(0)
        };
        Self {
            name: widest(|it| &it.name),
            count: widest(|it| &it.count),
            shares: widest(|it| &it.shares),
            tasks: widest(|it| &it.tasks),
        }
    }

    /// The columns of the counts.
    fn counts(&self) -> usize {
        let tasks = match self.tasks {
            0 => 0,
            digits => GAP + width(&tasks("", digits)),
        };
        self.count + self.shares + tasks
    }

    /// The counts of a row, each number under that of the row above.
    fn told(&self, words: &Words) -> String {
        let count = format!("{:>1$}", words.count, self.count);
        let shares = if self.shares > 0 {
            pad(&words.shares, self.shares)
        } else {
            String::new()
        };
        if self.tasks == 0 {
            return count + &shares;
        }
        let tasks = tasks(&words.tasks, self.tasks);
        format!("{count}{shares}{:GAP$}{tasks}", "")
    }
}

/// The sign of a target without data, in a row of signs: a dot, for a row of dashes would look like a line.
fn without_data() -> String {
    let [.., ahead] = Signs::of_screen().dots();
    ahead.to_string()
}

/// The number of targets of a domain by group; `None` of other rows.
fn groups(row: &Row) -> Option<&[usize]> {
    match row {
        Row::Domain { groups, .. } => Some(groups),
        _ => None,
    }
}

/// How many signs a row has if one stands for `each` targets of a group.
fn signs_of(groups: &[usize], each: usize) -> usize {
    groups.iter().map(|count| count.div_ceil(each)).sum()
}

/// A sign for every `each` targets, by group; where they end.
fn signs(groups: &[usize], each: usize, area: Rect, canvas: &mut Canvas<'_>) -> u16 {
    let mut x = area.x;
    for (group, count) in Group::ALL.into_iter().zip(groups) {
        let sign = match group {
            Group::NoData => without_data(),
            _ => group.sign().to_owned(),
        };
        let signs = sign.repeat(count.div_ceil(each));
        let style = canvas.theme.verdict(group);
        let room = area.right().saturating_sub(x);
        x = canvas.put(x, area.y, room, &signs, style);
    }
    x
}
