//! The one table of English messages, a part for each room that speaks. The key is the Chinese text.

mod commands;
mod evaluation;
mod files;
mod help;
mod screen;
mod search;

/// A part of the table: Chinese, English.
type Part = &'static [(&'static str, &'static str)];

const PARTS: [Part; 6] = [
    screen::SCREEN,
    evaluation::EVALUATION,
    files::FILES,
    commands::COMMANDS,
    help::HELP,
    search::SEARCH,
];

/// All parts, one after the other.
pub(super) fn messages() -> impl Iterator<Item = (&'static str, &'static str)> {
    PARTS.into_iter().flatten().copied()
}
