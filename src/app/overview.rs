//! The overview as rows: how the plan's targets stand, the domains, what to do next, then facts about the plan, its
//! chapters, its principles. What can be opened is a [`Door`].

mod places;
mod rows;

use std::ops::Range;

use ratatui::layout::Rect;

pub use self::places::{Places, arrange, names};
pub use self::rows::rows;
use super::chips::{Chip, flow};
use crate::evaluation::{Board, Group};
use crate::plan::{Domain, NodeId, Tier};
use crate::text::width;
use crate::wording;
use crate::words::{say, tr};

/// A row of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A blank row.
    Blank,
    /// What follows stands beside the rows before it; no row of its own.
    Beside,
    /// The title of the plan.
    Title(String),
    /// A heading within the overview.
    Heading(&'static str),
    /// A fact with its label.
    Fact(&'static str, String),
    /// A chapter and its size.
    Chapter {
        /// Its heading.
        node: NodeId,
        /// The number of its sections.
        sections: usize,
        /// The number of its paragraphs.
        paragraphs: usize,
        /// The number of its characters, punctuation included.
        characters: usize,
    },
    /// The counts of a tier by group of verdicts, each a door.
    Tally(Tier),
    /// Those of them that the row above has no room for: which line of the counts it is, from 1.
    TallyMore(Tier, u16),
    /// The captions of the rows of targets.
    BoardHead,
    /// A domain over its targets.
    Leading(String),
    /// A target with a figure to reach and with data, by its index.
    Target(usize),
    /// How many targets with a figure to reach have no data.
    NoData(usize),
    /// A domain with the verdicts on the plan's targets that it leads, its targets and its tasks.
    Domain {
        /// Its name.
        name: Domain,
        /// Its index.
        index: usize,
        /// The number of its targets in each group of verdicts.
        groups: [usize; Group::ALL.len()],
        /// How many targets and commitments it leads (主), and how many it has beside another domain (兼).
        shares: (usize, usize),
        /// How many of them no person has confirmed.
        proposed: usize,
        /// The number of tasks in its section.
        tasks: usize,
    },
    /// What a program proposed or was not sure of, and no person has looked at.
    Unreviewed {
        /// The number of proposed targets.
        targets: usize,
        /// The number of doubts.
        doubts: usize,
    },
    /// How many proposed targets there are beside those shown.
    MoreProposed(usize),
    /// What to do next.
    Next(&'static [(Door, &'static str)]),
    /// A warning.
    Warning(String),
    /// The term and the day of the evaluation.
    Timeline,
    /// A principle: its title and, cut at the end of the row, what it says.
    Principle(NodeId),
    /// The same with a part of what it says, which goes on in the rows below.
    PrincipleLine(NodeId, Range<usize>),
}

/// What a row of the overview, or a part of it, opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The targets of a tier whose verdict is of a group.
    Group(Tier, Group),
    /// A target, by its index.
    Target(usize),
    /// The targets with a figure to reach that have no data.
    NoData,
    /// The targets of a domain, by its index.
    Domain(usize),
    /// A node of the text.
    Node(NodeId),
    /// The targets that no person has confirmed.
    Proposed,
    /// What is to be reviewed.
    Review,
    /// The form for a record of the target at hand.
    Record,
    /// The text.
    Read,
    /// How to write a report.
    Report,
}

/// The doors of a row from left to right, each in its area; none for rows that only tell something.
pub fn doors(row: &Row, board: &Board, area: Rect) -> Vec<Chip<Door>> {
    let whole = |door| {
        vec![Chip {
            area,
            label: String::new(),
            value: door,
        }]
    };
    match row {
        Row::Tally(tier) => line_of(tally(*tier, board, area), area, 0),
        Row::TallyMore(tier, line) => line_of(tally(*tier, board, area), area, *line),
        Row::Next(steps) => {
            let steps = steps.iter();
            flow(
                area,
                1,
                steps.map(|(door, name)| (format!(" {} ", tr(name)), *door)),
            )
        }
        Row::Unreviewed { .. } => whole(Door::Review),
        Row::MoreProposed(_) => whole(Door::Proposed),
        Row::Target(index) => whole(Door::Target(*index)),
        Row::NoData(_) => whole(Door::NoData),
        Row::Domain { index, .. } => whole(Door::Domain(*index)),
        Row::Chapter { node, .. } | Row::Principle(node) => whole(Door::Node(*node)),
        Row::PrincipleLine(node, part) if part.start == 0 => whole(Door::Node(*node)),
        _ => Vec::new(),
    }
}

/// The counts of a tier as doors, flowing over as many lines of an area as they need.
fn tally(tier: Tier, board: &Board, area: Rect) -> Vec<Chip<Door>> {
    let tally = board.overall.of(tier);
    let label = tally_label(tier, board);
    let before = (width(&label) as u16).min(area.width);
    let area = Rect {
        x: area.x + before,
        width: area.width - before,
        ..area
    };
    let groups = Group::ALL.into_iter().filter(|it| tally.count(*it) > 0);
    let labels = groups.map(|group| {
        let (sign, name) = (group.sign(), group.label());
        let label = format!(" {sign} {name} {} ", tally.count(group));
        (label, Door::Group(tier, group))
    });
    flow(area, 0, labels)
}

/// What stands before the counts of a tier.
pub fn tally_label(tier: Tier, board: &Board) -> String {
    say!(
        "{tier} {n}：",
        tier = wording::head(tr(tier.label())),
        n = board.overall.of(tier).total()
    )
}

/// The labels of one line of those that flow from an area's top on, moved to its first row.
fn line_of(chips: Vec<Chip<Door>>, area: Rect, line: u16) -> Vec<Chip<Door>> {
    let own = chips
        .into_iter()
        .filter(|chip| chip.area.y == area.y + line);
    own.map(|mut chip| {
        chip.area.y = area.y;
        chip
    })
    .collect()
}
