//! What a fault of typing is called.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::typed::looks_like_a_file;
use crate::load::printable;
use crate::words::say;

/// A fault of the command line in Chinese, with the nearest right word.
pub fn explain(error: &clap::Error) -> String {
    let of = |kind| printable(&error.get(kind).and_then(text_of).unwrap_or_default());
    let argument = of(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("没有“{argument}”这个选项"),
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令", of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => {
            format!("“{argument}”后面缺少值")
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string);
            format!(
                "“{argument}”不能是“{}”：{}",
                of(ContextKind::InvalidValue),
                why.unwrap_or_default()
            )
        }
        ErrorKind::InvalidValue => format!("“{argument}”不能是“{}”", of(ContextKind::InvalidValue)),
        ErrorKind::ArgumentConflict => {
            format!("“{argument}”不能与“{}”同用", of(ContextKind::PriorArg))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少“{argument}”"),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("“{argument}”的个数不对")
        }
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8 文字".to_owned(),
        _ => error.kind().to_string(),
    };
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let suggestion = suggested
        .into_iter()
        .find_map(|kind| error.get(kind).and_then(text_of));
    let hint = suggestion
        .map(|word| format!("；是不是“{word}”？"))
        .unwrap_or_default();
    let instead = match error.kind() {
        ErrorKind::InvalidSubcommand => instead(&of(ContextKind::InvalidSubcommand)),
        _ => String::new(),
    };
    format!("{what}{hint}\n{instead}用 guihua --help 查看用法")
}

/// What may have been meant by a word that is no command: a file to open, or words to look for.
fn instead(word: &str) -> String {
    let meant = if looks_like_a_file(word) {
        say!("打开文件用 guihua --plan {word}", word = word)
    } else {
        say!(
            "查找用 guihua open {word} 或 guihua search {word}",
            word = word
        )
    };
    format!("{meant}\n")
}

fn text_of(value: &ContextValue) -> Option<String> {
    match value {
        ContextValue::String(text) => Some(text.clone()),
        // The likeliest comes last.
        ContextValue::Strings(texts) => texts.last().cloned(),
        _ => None,
    }
}
