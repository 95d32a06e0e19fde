//! Messages for usage errors.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::help;
use super::typed::looks_like_a_file;
use crate::load::printable;
use crate::words::{say, tr};

/// The message for an error of [`help::shown`], with the nearest valid name.
pub fn explain(error: &Error) -> String {
    let what = what(error);
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let suggestion = suggested
        .into_iter()
        .find_map(|kind| error.get(kind).and_then(text_of));
    let what = match suggestion {
        Some(near) => say!("{unknown}；是不是“{near}”？", unknown = what, near),
        None => what,
    };
    let see = tr("用 guihua --help 查看用法");
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let instead = instead(&named(error, ContextKind::InvalidSubcommand));
            format!("{what}\n{instead}\n{see}")
        }
        _ => format!("{what}\n{see}"),
    }
}

fn what(error: &Error) -> String {
    let argument = named(error, ContextKind::InvalidArg);
    let value = named(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => superfluous(error, &argument),
        ErrorKind::UnknownArgument => say!("没有“{argument}”这个选项", argument),
        ErrorKind::InvalidSubcommand => {
            let word = named(error, ContextKind::InvalidSubcommand);
            say!("没有“{word}”这个命令", word)
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            say!("“{argument}”后面缺少值", argument)
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string);
            say!(
                "“{argument}”不能是“{value}”：{why}",
                argument,
                value,
                why = why.unwrap_or_default()
            )
        }
        ErrorKind::InvalidValue => {
            let known = all(error, ContextKind::ValidValue).join(tr("、"));
            say!(
                "“{argument}”不能是“{value}”：{why}",
                argument,
                value,
                why = say!("可用：{known}", known)
            )
        }
        ErrorKind::ArgumentConflict => say!(
            "“{argument}”不能与“{other}”同用",
            argument,
            other = named(error, ContextKind::PriorArg)
        ),
        ErrorKind::MissingRequiredArgument => {
            let missing = all(error, ContextKind::InvalidArg);
            say!("缺少“{argument}”", argument = missing.join(tr("”、“")))
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say!("“{argument}”的个数不对", argument)
        }
        ErrorKind::InvalidUtf8 => tr("参数不是 UTF-8 文字").to_owned(),
        _ => tr("命令行写法有误").to_owned(),
    }
}

/// The message for one positional argument too many.
fn superfluous(error: &Error, word: &str) -> String {
    let root = help::command();
    let command = command_of(error, &root);
    let mut names = command
        .get_positionals()
        .flat_map(|argument| argument.get_value_names().unwrap_or_default());
    match (names.next(), names.next()) {
        (Some(one), None) => say!(
            "{command} 只收一个“{one}”，“{word}”是多出来的",
            command = command.get_name(),
            one,
            word
        ),
        _ => say!(
            "“{word}”是多出来的，{command} 不收",
            command = command.get_name(),
            word
        ),
    }
}

/// The command that the error is about: the one whose usage clap would print.
fn command_of<'a>(error: &Error, root: &'a Command) -> &'a Command {
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string(),
        _ => String::new(),
    };
    let mut command = root;
    for word in usage.split_whitespace() {
        command = command.find_subcommand(word).unwrap_or(command);
    }
    command
}

/// A hint for a word that is no command: how to open it as a file, or search for it.
fn instead(word: &str) -> String {
    if looks_like_a_file(word) {
        say!("打开文件用 guihua --plan {word}", word)
    } else {
        say!("查找用 guihua open {word} 或 guihua search {word}", word)
    }
}

/// The context that clap gives for `kind`, printable; empty if there is none.
fn named(error: &Error, kind: ContextKind) -> String {
    printable(&error.get(kind).and_then(text_of).unwrap_or_default())
}

/// All values that clap gives for `kind`, printable.
fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| printable(text)).collect(),
        _ => Vec::new(),
    }
}

fn text_of(value: &ContextValue) -> Option<String> {
    match value {
        ContextValue::String(text) => Some(text.clone()),
        // The best suggestion comes last.
        ContextValue::Strings(texts) => texts.last().cloned(),
        _ => None,
    }
}
