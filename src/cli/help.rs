//! Help: the commands as clap knows them, with headings, usage and words in the language of the process.
//!
//! The texts stand as doc comments at the options they describe, in Chinese; their twins stand in the table of
//! [`words`](crate::words). Help, man pages and completions are all made from what [`command`] returns.

use clap::builder::{Str, StyledStr};
use clap::{Arg, Command, CommandFactory as _};

use super::Cli;
use crate::words::{template, tr};

const TEMPLATE: &str = "\
{before-help}{about-with-newline}
用法：{usage}

{all-args}{after-help}";

/// The whole command line, ready to be shown to a person.
///
/// Reading what was typed does without: it needs [`Cli`] alone, and starting has to be instant.
pub fn command() -> Command {
    let plain = Cli::command();
    let mut built = plain.clone();
    built.build();
    worded(plain, &built)
}

/// A command and its subcommands with their words; `built` is the same with its usage worked out.
fn worded(command: Command, built: &Command) -> Command {
    let mut command = command
        .help_template(tr(TEMPLATE))
        .subcommand_help_heading(tr("命令"))
        .override_usage(usage(built))
        .mut_args(worded_argument);
    if let Some(about) = command.get_about().map(translated) {
        command = command.about(about);
    }
    if let Some(examples) = command.get_after_help().map(translated) {
        command = command.after_help(examples);
    }
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        match built.find_subcommand(&name) {
            Some(built) => worded(sub, built),
            None => sub,
        }
    })
}

fn worded_argument(argument: Arg) -> Arg {
    let heading = match (argument.is_positional(), argument.is_global_set()) {
        (true, _) => tr("参数"),
        (false, false) => tr("选项"),
        (false, true) => tr("通用选项"),
    };
    let names: Option<Vec<Str>> = argument.get_value_names().map(|names| {
        let translated = |name: &Str| template(name).map_or_else(|| name.clone(), Str::from);
        names.iter().map(translated).collect()
    });
    let help = argument.get_help().map(translated);
    let mut argument = argument.help_heading(heading);
    if let Some(names) = names {
        argument = argument.value_names(names);
    }
    if let Some(help) = help {
        argument = argument.help(help);
    }
    argument
}

fn translated(text: &StyledStr) -> StyledStr {
    template(&text.to_string()).map_or_else(|| text.clone(), StyledStr::from)
}

/// What clap works out, without its English words.
fn usage(built: &Command) -> String {
    let usage = built.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage:").unwrap_or(&usage).trim();
    usage
        .replace("[OPTIONS]", tr("[选项]"))
        .replace("[COMMAND]", tr("[命令]"))
        .replace("<COMMAND>", tr("<命令>"))
        .replace("...", tr("…"))
}
