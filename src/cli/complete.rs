//! Shell completion: the shell runs the program, which offers the targets, addresses, domains and terms of the plan.
//!
//! ```text
//! guihua completions zsh            the script that registers this with a shell
//! _GUIHUA_COMPLETE=zsh guihua -- …  what the script runs at every request: the words of the line, up to the cursor
//! ```
//!
//! The kind of an argument follows from its value name in help (领域, 指标 …).

mod bash;
mod values;

use std::env;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, Command};
use clap_complete::engine::ArgValueCompleter;
use clap_complete::env::{Elvish, EnvCompleter, Fish, Powershell, Zsh};

use self::values::{Kind, Values};
use super::help;

/// The supported shells, as `completions` names them.
pub const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

/// The environment variable that marks a completion request.
const VARIABLE: &str = "_GUIHUA_COMPLETE";
/// The name of the executable.
const PROGRAM: &str = "guihua";

/// The registration script for a shell; `None` if the shell is unknown.
pub fn registration(shell: &str) -> Option<io::Result<String>> {
    let completer = completer(shell)?;
    let mut script = Vec::new();
    let written = completer.write_registration(VARIABLE, PROGRAM, PROGRAM, PROGRAM, &mut script);
    let script = written.map(|()| String::from_utf8_lossy(&script).trim().to_owned() + "\n");
    Some(script.map(|script| script + loaded_as_file(shell)))
}

/// What a shell needs after the script if it autoloads it as a file.
fn loaded_as_file(shell: &str) -> &'static str {
    // zsh calls the autoloaded file itself as the function the first time.
    match shell {
        "zsh" => {
            "\n[[ \"$funcstack[1]\" = _guihua ]] && _clap_dynamic_completer_guihua \"$@\"\nreturn 0\n"
        }
        _ => "",
    }
}

/// A completion request.
pub struct Question {
    shell: String,
    words: Vec<OsString>,
}

/// The request in `arguments`, if they are one: the variable is set and the first argument is `--`.
pub fn asked(arguments: &[OsString]) -> Option<Question> {
    let shell = env::var(VARIABLE).ok()?;
    completer(&shell)?;
    let (mark, words) = arguments.get(1..)?.split_first()?;
    (mark == "--" && !words.is_empty()).then(|| Question {
        shell,
        words: words.to_vec(),
    })
}

impl Question {
    /// The words of the command line, the program name first.
    pub fn words(&self) -> &[OsString] {
        &self.words
    }

    /// Writes the candidates in the shell's format. `plan` is used if the line has no `--plan`.
    pub fn answer(self, plan: Option<PathBuf>, out: &mut dyn io::Write) -> io::Result<()> {
        let Some(completer) = completer(&self.shell) else {
            return Ok(());
        };
        let mut command = command(&self.words, plan);
        command.build();
        let here = env::current_dir().ok();
        completer.write_complete(&mut command, self.words, here.as_deref(), out)
    }
}

fn completer(shell: &str) -> Option<&'static dyn EnvCompleter> {
    let known: [&'static dyn EnvCompleter; SHELLS.len()] =
        [&bash::Bash, &Zsh, &Fish, &Powershell, &Elvish];
    known.into_iter().find(|completer| completer.is(shell))
}

/// The clap command with a completer on each argument.
fn command(words: &[OsString], plan: Option<PathBuf>) -> Command {
    let values = Arc::new(Values::of(words, plan));
    with_values(help::command(), &values)
}

fn with_values(command: Command, values: &Arc<Values>) -> Command {
    let name = command.get_name().to_owned();
    command
        .mut_args(|argument| completed(argument, &name, values))
        .mut_subcommands(|sub| with_values(sub, values))
}

fn completed(argument: Arg, command: &str, values: &Arc<Values>) -> Arg {
    let names = argument.get_value_names().unwrap_or_default();
    let kind = names.first().and_then(|name| Kind::named(name, command));
    match kind {
        Some(kind) => {
            let values = Arc::clone(values);
            argument.add(ArgValueCompleter::new(move |typed: &std::ffi::OsStr| {
                values.starting_with(kind, typed)
            }))
        }
        None => argument,
    }
}
