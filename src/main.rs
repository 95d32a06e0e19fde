//! The program: parses the command line, runs the command, returns its exit code.

use std::env;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};
use guihua::cli::{self, Cli, EXIT_ERROR, complete};
use guihua::commands::{self, Failure, complaint};
use guihua::settings::{self, Environment, Settings};
use guihua::{text, words};

fn main() -> ExitCode {
    ignore_sigxfsz();
    let arguments: Vec<OsString> = env::args_os().collect();
    if let Some(question) = complete::asked(&arguments) {
        return complete_line(question);
    }
    let mut program = Cli::command();
    let typed = cli::arguments(arguments.into_iter(), &program);
    let (file, environment) = load_settings(&typed);
    let parsed = program.try_get_matches_from_mut(&typed);
    let Ok(cli) = parsed.and_then(|mut parsed| Cli::from_arg_matches_mut(&mut parsed)) else {
        return exit_code(help_or_usage_error(typed));
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let settings = Settings::resolve(file, &environment, cli.common.settings());
    let result = commands::run(cli, settings, &mut out);
    // Output written before a failure is flushed too; `into_parts` keeps the drop from trying again.
    let written = out.flush().map_err(Failure::from);
    let _ = out.into_parts();
    exit_code(result.and(written))
}

/// Makes writing beyond the limit on file size an ordinary error instead of a fatal signal.
fn ignore_sigxfsz() {
    #[cfg(unix)]
    {
        let is_seen = std::sync::Arc::default();
        // If the handler can't be installed, only the error message is lost.
        let _ = signal_hook::flag::register(signal_hook::consts::signal::SIGXFSZ, is_seen);
    }
}

/// Answers a shell's request for completions.
fn complete_line(question: complete::Question) -> ExitCode {
    let (file, _) = load_settings(question.words());
    let plan = file.plan();
    exit_code(
        question
            .answer(plan, &mut io::stdout().lock())
            .map_err(Failure::from),
    )
}

/// Reads the settings file, then sets the language of messages and the width of ambiguous characters.
fn load_settings(typed: &[OsString]) -> (settings::File, Environment) {
    let environment = Environment::of_process();
    let file = settings::File::read(cli::settings_file(typed), &environment);
    let language = settings::language(cli::language(typed), &environment, &file.written);
    words::set_language(language.value);
    text::set_ambiguity(settings::ambiguous(&file.written).value);
    (file, environment)
}

/// Prints help or version, or returns the usage error: parses again with the translated command line.
fn help_or_usage_error(typed: Vec<OsString>) -> Result<(), Failure> {
    match cli::help::shown().try_get_matches_from(typed) {
        Ok(_) => Ok(()),
        Err(asked) if !asked.use_stderr() => asked.print().map_err(Failure::from),
        Err(fault) => Err(Failure::Unknown(cli::explain(&fault))),
    }
}

/// The exit code of a result. A closed pipe (`| head`) is success.
fn exit_code(result: Result<(), Failure>) -> ExitCode {
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
    // If stderr is closed, the exit code still reports the failure.
    let _ = writeln!(io::stderr(), "{}", complaint(message));
    ExitCode::from(code)
}
