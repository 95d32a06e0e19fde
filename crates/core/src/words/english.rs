//! The one table of English messages, a part for each room that speaks. The key is the Chinese text.

mod commands;
mod evaluation;
mod exchange;
mod export;
mod files;
mod help;
mod judging;
mod lookup;
mod records;
mod screen;
mod search;
mod settings;
mod signs;

/// A part of the table: Chinese, English.
type Part = &'static [(&'static str, &'static str)];

const PARTS: &[Part] = &[
    screen::SCREEN,
    evaluation::EVALUATION,
    judging::JUDGING,
    files::FILES,
    records::RECORDS,
    commands::COMMANDS,
    export::EXPORT,
    help::HELP,
    exchange::EXCHANGE,
    search::SEARCH,
    lookup::LOOKUP,
    settings::SETTINGS,
    signs::SIGNS,
];

/// All parts, one after the other.
pub(super) fn messages() -> impl Iterator<Item = (&'static str, &'static str)> {
    PARTS.iter().copied().flatten().copied()
}
