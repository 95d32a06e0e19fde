//! The program: read the command line, carry it out, tell how it ended.

use std::env;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use guihua::cli::{self, Cli, EXIT_ERROR, complete};
use guihua::commands::{self, Failure, complaint};
use guihua::settings::{self, Environment, Settings};
use guihua::{text, words};

fn main() -> ExitCode {
    outlive_full_files();
    let arguments: Vec<OsString> = env::args_os().collect();
    if let Some(question) = complete::asked(&arguments) {
        return answer(question);
    }
    let typed = cli::arguments(arguments.into_iter());
    let (file, environment) = speak(&typed);
    let Ok(cli) = Cli::try_parse_from(&typed) else {
        return ended(help_or_fault(typed));
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let settings = Settings::in_force(file, &environment, cli.common.settings());
    let result = commands::run(cli, settings, &mut out);
    // What was written before a failure is wanted as well; what can't be written is not tried again on dropping.
    let written = out.flush().map_err(Failure::from);
    let _ = out.into_parts();
    ended(result.and(written))
}

/// A file that would grow beyond what the system allows is an error to tell of, not the end of the program.
fn outlive_full_files() {
    #[cfg(unix)]
    {
        let is_seen = std::sync::Arc::default();
        // Without the handler only the message is lost.
        let _ = signal_hook::flag::register(signal_hook::consts::signal::SIGXFSZ, is_seen);
    }
}

/// A shell asks what may follow on its line.
fn answer(question: complete::Question) -> ExitCode {
    let (file, _) = speak(question.words());
    let plan = file.plan();
    ended(
        question
            .answer(plan, &mut io::stdout().lock())
            .map_err(Failure::from),
    )
}

/// Reads the settings file, and chooses the language before the first word is said, and the widths before any is counted.
fn speak(typed: &[OsString]) -> (settings::File, Environment) {
    let environment = Environment::of_process();
    let file = settings::File::read(cli::settings_file(typed), &environment);
    let language = settings::language(cli::language(typed), &environment, &file.written);
    words::set_language(language.value);
    text::set_ambiguity(settings::ambiguous(&file.written).value);
    (file, environment)
}

/// Help, version, or a fault: what was typed is read once more, by the command line that has its words.
fn help_or_fault(typed: Vec<OsString>) -> Result<(), Failure> {
    match cli::help::shown().try_get_matches_from(typed) {
        Ok(_) => Ok(()),
        Err(asked) if !asked.use_stderr() => asked.print().map_err(Failure::from),
        Err(fault) => Err(Failure::Unknown(cli::explain(&fault))),
    }
}

/// A reader who has seen enough (`| head`) is no fault.
fn ended(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(Failure::ProblemsListed | Failure::NothingFound) => ExitCode::FAILURE,
        Err(failure @ (Failure::Faulty(..) | Failure::NotFound(_))) => {
            complain(&failure.to_string(), 1)
        }
        Err(failure) => complain(&failure.to_string(), EXIT_ERROR),
    }
}

fn complain(message: &str, code: u8) -> ExitCode {
    // If even the error stream is closed, the exit code still tells.
    let _ = writeln!(io::stderr(), "{}", complaint(message));
    ExitCode::from(code)
}
