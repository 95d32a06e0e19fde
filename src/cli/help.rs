//! Help: the clap commands with headings, usage and texts in the language of the process.
//!
//! The texts are the Chinese doc comments of the options; their English twins are in the table of
//! [`words`](crate::words). Help, man pages and completions are all generated from [`command`].

use clap::builder::{PossibleValuesParser, Str, StyledStr};
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::Cli;
use crate::words::{say, template, tr};

const TEMPLATE: &str = "\
{before-help}{about-with-newline}
用法：{usage}

{all-args}{after-help}";

/// The translated command with all subcommands.
///
/// Parsing uses [`Cli`] alone, so that starting stays fast.
pub fn command() -> Command {
    let worded = worded(Cli::command());
    let mut built = worded.clone();
    built.build();
    with_usage(worded, &built)
}

/// The command for printing help: lists possible values and defaults in place of clap's English lists.
pub fn shown() -> Command {
    with_values(command())
}

/// A command and its subcommands, translated.
fn worded(command: Command) -> Command {
    let mut command = command
        .help_template(tr(TEMPLATE))
        .subcommand_help_heading(tr("命令"))
        .mut_args(worded_argument);
    if let Some(about) = command.get_about().map(translated) {
        command = command.about(capitalized(&about.to_string()));
    }
    if let Some(examples) = command.get_after_help().map(translated) {
        command = command.after_help(examples);
    }
    command.mut_subcommands(worded)
}

fn worded_argument(argument: Arg) -> Arg {
    let heading = match (argument.is_positional(), argument.is_global_set()) {
        (true, _) => tr("参数"),
        (false, false) => tr("选项"),
        (false, true) => tr("通用选项"),
    };
    let names: Option<Vec<Str>> = argument
        .get_value_names()
        .map(|names| names.iter().map(worded_name).collect());
    let help = argument.get_help().map(translated);
    let mut values = Vec::new();
    for value in argument.get_possible_values() {
        let help = value.get_help().map(translated);
        values.push(match help {
            Some(help) => value.help(help),
            None => value,
        });
    }
    let mut argument = argument.help_heading(heading);
    if let Some(names) = names {
        argument = argument.value_names(names);
    }
    if let Some(help) = help {
        argument = argument.help(help);
    }
    if !values.is_empty() {
        argument = argument.value_parser(PossibleValuesParser::new(values));
    }
    argument
}

fn translated(text: &StyledStr) -> StyledStr {
    template(&text.to_string()).map_or_else(|| text.clone(), StyledStr::from)
}

/// The text with a capital first letter: the twin may be written for the middle of a line.
fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .map(|first| first.to_uppercase().chain(rest).collect())
        .unwrap_or_default()
}

fn worded_name(name: &Str) -> Str {
    name_of_value(name).map_or_else(|| name.clone(), Str::from)
}

/// A value name translated. The table has it in angle brackets, since the same word may also be a heading.
pub(super) fn name_of_value(name: &str) -> Option<&'static str> {
    let twin = template(&format!("<{name}>"))?;
    Some(twin.trim_matches(['<', '>']))
}

/// A command and its subcommands with translated usage; `built` is the same command after `build`.
fn with_usage(command: Command, built: &Command) -> Command {
    let command = command.override_usage(usage(built));
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        match built.find_subcommand(&name) {
            Some(built) => with_usage(sub, built),
            None => sub,
        }
    })
}

/// Clap's usage line with its English words translated.
fn usage(built: &Command) -> String {
    let usage = built.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage:").unwrap_or(&usage).trim();
    usage
        .replace("[OPTIONS]", tr("[选项]"))
        .replace("[COMMAND]", tr("[命令]"))
        .replace("<COMMAND>", tr("<命令>"))
        .replace("...", tr("…"))
}

fn with_values(command: Command) -> Command {
    command
        .mut_args(listing_values)
        .mut_subcommands(with_values)
}

fn listing_values(argument: Arg) -> Arg {
    if !takes_value(&argument) {
        return argument;
    }
    let mut lines = vec![about(&argument)];
    let values = argument.get_possible_values();
    let values = values.iter().filter(|value| !value.is_hide_set());
    if !argument.is_hide_possible_values_set() {
        let width = values.clone().map(|value| value.get_name().len()).max();
        let width = width.unwrap_or_default();
        lines.extend(values.map(|value| {
            let about = value.get_help().map(ToString::to_string);
            format!("{:width$}  {}", value.get_name(), about.unwrap_or_default())
        }));
    }
    argument
        .help(lines.join("\n"))
        .hide_possible_values(true)
        .hide_default_value(true)
}

/// The help of an argument plus its default.
pub(super) fn about(argument: &Arg) -> String {
    let help = argument.get_help().map(ToString::to_string);
    let help = help.unwrap_or_default();
    let given = argument.get_default_values().first();
    let given = given.filter(|_| takes_value(argument) && !argument.is_hide_default_value_set());
    match given {
        Some(value) => say!(
            "{help}；不写为 {value}",
            help,
            value = value.to_string_lossy()
        ),
        None => help,
    }
}

pub(super) fn takes_value(argument: &Arg) -> bool {
    matches!(argument.get_action(), ArgAction::Set | ArgAction::Append)
}
