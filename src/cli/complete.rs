//! Completions: the shell asks the program itself what may follow, so that it knows the targets, addresses, domains and
//! terms of the plan in force.
//!
//! ```text
//! guihua completions zsh            the script that registers this with a shell
//! _GUIHUA_COMPLETE=zsh guihua -- …  what the script runs at every request: the words of the line, up to the cursor
//! ```
//!
//! What an argument takes is known by the name of its value (领域, 指标 …): a command that takes a domain calls it so in
//! its help, and its completion follows.

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

/// The shells, by the words that `completions` takes.
pub const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

/// The variable by which a script asks.
const VARIABLE: &str = "_GUIHUA_COMPLETE";
/// The name of the program, as it is typed and as scripts call it.
const PROGRAM: &str = "guihua";

/// The script that makes a shell ask the program; `None` if the shell is not known.
pub fn registration(shell: &str) -> Option<io::Result<String>> {
    let completer = completer(shell)?;
    let mut script = Vec::new();
    let written = completer.write_registration(VARIABLE, PROGRAM, PROGRAM, PROGRAM, &mut script);
    let script = written.map(|()| String::from_utf8_lossy(&script).trim().to_owned() + "\n");
    Some(script.map(|script| script + loaded_as_file(shell)))
}

/// What a script needs in addition where the shell loads it as a file when it first completes.
fn loaded_as_file(shell: &str) -> &'static str {
    // A file in zsh's path of functions is itself the function that is called the first time.
    match shell {
        "zsh" => {
            "\n[[ \"$funcstack[1]\" = _guihua ]] && _clap_dynamic_completer_guihua \"$@\"\nreturn 0\n"
        }
        _ => "",
    }
}

/// A question of a shell.
pub struct Question {
    shell: String,
    words: Vec<OsString>,
}

/// The question that a script asks with these arguments, if it does: it needs both the variable and a first argument `--`.
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
    /// The words of the line being typed, the name of the program first.
    pub fn words(&self) -> &[OsString] {
        &self.words
    }

    /// Writes what may follow, in the way of the shell. `plan` is the one to open where the line names none.
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

/// The command line with what its arguments take.
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
                values.beginning(kind, typed)
            }))
        }
        None => argument,
    }
}
