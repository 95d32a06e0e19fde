//! The details of a target, task or term as lines of any width, each with a role; the theme has the style of each role.

mod column;
mod folded;
mod target;
mod task;
mod term;
mod why;

pub(super) use self::column::gauge;
pub use self::folded::folded;
pub use self::target::target;
pub use self::task::task;
pub use self::term::term;
pub use self::why::why;
use crate::evaluation::Group;
use crate::gauge::Piece;
use crate::records::Matter;

/// What an analyst writes on, in short.
pub(super) const ANALYST: [(&str, Matter); 2] = [("问题", Matter::Issue), ("建议", Matter::Advice)];

/// The role of a line, for its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name of the target or task.
    Name,
    /// The heading of a part.
    Heading,
    /// Text.
    Plain,
    /// Secondary text.
    Quiet,
    /// A quotation of the plan.
    Quote,
    /// A goal.
    Goal,
    /// An observed figure.
    Observed,
    /// Data that is missing.
    Missing,
    /// A verdict.
    Verdict(Group),
    /// A blank line between parts.
    Gap,
}

/// A line of the details.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailLine {
    /// The label, padded to its column; `None` if the text takes the whole width.
    pub label: Option<String>,
    /// The text.
    pub text: String,
    /// Its role.
    pub role: Role,
    /// The pieces of the gauge with which the text begins; none in other lines.
    pub gauge: Vec<Piece>,
    /// The bytes at the beginning of the text that only lead to the words of its role.
    pub before: usize,
    /// The bytes at the end of the text that tell where it stands, and are no words of its role.
    pub address: usize,
}
