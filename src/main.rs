//! The program: read the command line, carry it out, tell how it ended.

use std::env;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use guihua::cli::{self, Cli, EXIT_ERROR};
use guihua::commands::{self, Failure};
use guihua::words::{self, Language};

fn main() -> ExitCode {
    let typed = cli::arguments(env::args_os());
    words::speak(cli::language(&typed).unwrap_or(Language::Chinese));
    let cli = match Cli::try_parse_from(&typed) {
        Ok(cli) => cli,
        Err(error) if !error.use_stderr() => return ended(help(typed).map_err(Failure::from)),
        Err(error) => return complain(&cli::explain(&error), EXIT_ERROR),
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let result = commands::run(&cli, &mut out);
    // What was written before a failure is wanted as well; what can't be written is not tried again on dropping.
    let written = out.flush().map_err(Failure::from);
    let _ = out.into_parts();
    ended(result.and(written))
}

/// Help or version: what was typed is read once more, by the command line that has its words.
fn help(typed: Vec<OsString>) -> io::Result<()> {
    match cli::help::command().try_get_matches_from(typed) {
        Ok(_) => Ok(()),
        Err(asked) => asked.print(),
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
        Err(failure @ Failure::Faulty(..)) => complain(&failure.to_string(), 1),
        Err(failure) => complain(&failure.to_string(), EXIT_ERROR),
    }
}

fn complain(message: &str, code: u8) -> ExitCode {
    // If even the error stream is closed, the exit code still tells.
    let _ = writeln!(io::stderr(), "guihua：{message}");
    ExitCode::from(code)
}
