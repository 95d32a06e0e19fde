//! The one table of English messages, a part for each room that speaks. The key is the Chinese text.

mod commands;
mod evaluation;
mod files;
mod help;
mod judging;
mod screen;

/// A part of the table: Chinese, English.
type Part = &'static [(&'static str, &'static str)];

const PARTS: [Part; 6] = [
    screen::SCREEN,
    evaluation::EVALUATION,
    judging::JUDGING,
    files::FILES,
    commands::COMMANDS,
    help::HELP,
];

/// All parts, one after the other.
pub(super) fn messages() -> impl Iterator<Item = (&'static str, &'static str)> {
    PARTS.into_iter().flatten().copied()
}
