//! Arguments before clap parses them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::Command;

use crate::load::printable;
use crate::words::Language;

/// Rewrites the arguments for clap, whose definition of the program is `program`:
///
/// - a hyphen before a Chinese word (a search exclusion, no option) becomes a full-width hyphen, which queries read
///   alike;
/// - a file in place of a command is opened: `guihua 规划.html targets` is `guihua --plan 规划.html targets`;
/// - a word in place of a command becomes a search with `open`: Chinese, pinyin or a number, unless it looks like a
///   mistyped command or a file.
pub fn arguments(typed: impl Iterator<Item = OsString>, program: &Command) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = typed.map(full_width_hyphen).collect();
    if let Some(at) = first_word(&arguments)
        && arguments.get(at).is_some_and(|word| is_file(word, program))
    {
        arguments.insert(at, "--plan".into());
    }
    if let Some(at) = first_word(&arguments) {
        let word = arguments.get(at).and_then(|word| word.to_str());
        if word.is_some_and(|word| is_search_word(word, program)) {
            arguments.insert(at, "open".into());
        }
    }
    arguments
}

/// Whether a word in place of a command names a file: standard input, a known ending, or what is there; a command is none.
fn is_file(word: &OsString, program: &Command) -> bool {
    let text = word.to_string_lossy().to_lowercase();
    let is_command =
        || program.find_subcommand(&text).is_some() || ["help", "version"].contains(&text.as_str());
    text == "-"
        || ENDINGS.iter().any(|ending| text.ends_with(ending))
        || (Path::new(word).is_file() && !is_command())
}

/// The endings of plan files and of documents that can be imported.
const ENDINGS: [&str; 14] = [
    ".yaml", ".yml", ".json", ".html", ".htm", ".txt", ".md", ".csv", ".tsv", ".docx", ".pdf",
    ".xlsx", ".xls", ".doc",
];

/// Whether a word in place of a command is a search word.
fn is_search_word(word: &str, program: &Command) -> bool {
    if word.starts_with(|c: char| !c.is_ascii()) {
        return true;
    }
    let mut names = program.get_subcommands().map(Command::get_name);
    let is_of_program =
        ["help", "version"].contains(&word) || names.any(|name| resembles(word, name));
    let is_typed = !word.is_empty() && printable(word) == word;
    is_typed && !is_of_program && !looks_like_a_file(word)
}

/// Whether a word is a command, its beginning, or a typo of it.
fn resembles(word: &str, command: &str) -> bool {
    const LEAST_BEGUN: usize = 3;
    let slips = if command.len() > 4 && word.len() > 4 {
        2
    } else {
        1
    };
    word == command
        || word.len() >= LEAST_BEGUN && command.starts_with(word)
        || strsim::damerau_levenshtein(&word.to_lowercase(), command) <= slips
}

/// Whether a word looks like a path. What has a known ending is opened, and is never asked about.
pub(super) fn looks_like_a_file(word: &str) -> bool {
    word.contains(['/', '\\'])
}

/// The index of the first argument that is neither an option nor an option's value.
fn first_word(arguments: &[OsString]) -> Option<usize> {
    let takes_value = |option: &str| {
        matches!(
            option,
            "--plan" | "--records" | "--as-of" | "--lang" | "--color" | "--config"
        )
    };
    let mut is_value = false;
    arguments
        .iter()
        .enumerate()
        .skip(1)
        .find_map(|(at, argument)| {
            let text = argument.to_str().unwrap_or_default();
            let is_word = !is_value && (text == "-" || !text.starts_with('-'));
            is_value = !is_value && takes_value(text);
            is_word.then_some(at)
        })
}

fn full_width_hyphen(argument: OsString) -> OsString {
    let word = argument.to_str().and_then(|text| text.strip_prefix('-'));
    match word.filter(|word| word.starts_with(|c: char| !c.is_ascii())) {
        Some(word) => format!("－{word}").into(),
        None => argument,
    }
}

/// The value of `--lang`, needed before parsing for the language of help and errors.
pub fn language(arguments: &[OsString]) -> Option<Language> {
    let word = value_of("--lang", arguments)?;
    let known = Language::ALL.iter().find(|(known, _)| word == *known);
    known.map(|(_, language)| *language)
}

/// The value of `--config`, needed before parsing because the file may set the language.
pub fn settings_file(arguments: &[OsString]) -> Option<PathBuf> {
    value_of("--config", arguments).map(PathBuf::from)
}

/// The value of an option, as clap would parse it.
pub(super) fn value_of(option: &str, arguments: &[OsString]) -> Option<OsString> {
    let mut words = arguments.iter().skip(1);
    loop {
        let word = words.next()?;
        if word == option {
            // In completion requests, bash splits `--config=FILE` into three words.
            return words.find(|word| *word != "=").cloned();
        }
        let text = word.to_str().unwrap_or_default();
        match text
            .strip_prefix(option)
            .and_then(|rest| rest.strip_prefix('='))
        {
            Some(value) => return Some(value.into()),
            None if text == "--" => return None,
            None => {}
        }
    }
}
