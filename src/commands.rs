//! The subcommands, one module each.

mod bookmarks;
mod check;
mod cite;
mod collect;
mod completions;
mod config;
mod coverage;
mod domains;
mod export;
mod import;
mod man;
mod open;
mod opening;
mod record;
mod records;
mod report;
mod review;
mod schema;
mod search;
mod show;
mod table;
mod target;
mod targets;
mod tasks;
mod terms;
mod text;
mod toc;
mod topic;
mod written;

use std::fmt;
use std::io::{self, IsTerminal as _, Write};
use std::path::Path;

use crate::cli::{Cli, Command, TextArgs};
use crate::gauge::Signs;
use crate::load::file::reason;
use crate::load::{Problems, printable};
use crate::paint::{Output, Paint};
use crate::records::{RecordError, RowFault};
use crate::settings::{self, Settings, Unsound};
use crate::terminal;
use crate::words::{say, tr};

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// A file can't be read: its name and the error.
    Unreadable(String, io::Error),
    /// A file can't be written: its name and the error.
    Unwritable(String, io::Error),
    /// A plan file has problems: its name and the problems.
    Faulty(String, Problems),
    /// The settings file has problems: its name and the problems.
    Settings(String, Problems),
    /// `check` has listed problems already.
    ProblemsListed,
    /// A search found nothing; only the exit code says so.
    NothingFound,
    /// An invalid argument: the whole message.
    Unknown(String),
    /// An argument refers to something that does not exist: the whole message.
    NotFound(String),
    /// The records can't be read, or the new record is rejected.
    Records(RecordError),
    /// Rows of a CSV file are invalid: its name and the rows.
    Rows(String, Vec<RowFault>),
    /// Output could not be written.
    Output(io::Error),
    /// A terminal operation failed.
    Terminal(color_eyre::Report),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<RecordError> for Failure {
    fn from(error: RecordError) -> Self {
        Self::Records(error)
    }
}

impl From<crate::records::Fault> for Failure {
    fn from(fault: crate::records::Fault) -> Self {
        Self::Unknown(fault.to_string())
    }
}

impl From<Unsound> for Failure {
    fn from(unsound: Unsound) -> Self {
        match unsound {
            Unsound::Unreadable(path, error) => Self::Unreadable(path.display().to_string(), error),
            Unsound::Faulty(path, problems) => Self::Settings(settings::shown(&path), problems),
        }
    }
}

impl From<crate::lookup::Miss> for Failure {
    fn from(miss: crate::lookup::Miss) -> Self {
        match miss {
            crate::lookup::Miss::Several(..) => Self::Unknown(miss.to_string()),
            _ => Self::NotFound(miss.to_string()),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(name, error) => f.write_str(&say!(
                "打不开 {name}：{why}",
                name = printable(name),
                why = reason(error)
            )),
            Self::Unwritable(name, error) => f.write_str(&say!(
                "写不了 {name}：{why}",
                name = printable(name),
                why = reason(error)
            )),
            Self::Faulty(name, problems) => {
                let name = printable(name);
                let head = say!("{name} 有 {count}问题：", name, count = problems.count());
                writeln!(f, "{head}")?;
                let mut first = problems.first();
                first.try_for_each(|problem| writeln!(f, "{name}:{problem}"))?;
                let others = problems.others();
                f.write_str(
                    others
                        .as_deref()
                        .unwrap_or(tr("改正后可用 guihua check 再查")),
                )
            }
            Self::Settings(name, problems) => {
                let count = problems.count();
                let head = say!("设置文件 {name} 有 {count}问题：", name, count);
                f.write_str(&head)?;
                let mut first = problems.first();
                first.try_for_each(|problem| write!(f, "\n{name}:{problem}"))?;
                let others = problems.others();
                others.map_or(Ok(()), |others| write!(f, "\n{others}"))
            }
            Self::ProblemsListed | Self::NothingFound => Ok(()),
            Self::Unknown(message) | Self::NotFound(message) => f.write_str(message),
            Self::Records(fault) => fault.fmt(f),
            Self::Rows(name, faults) => {
                let (name, n) = (printable(name), faults.len());
                let head = if n < RowFault::MOST {
                    say!("{name} 有 {n} 行不能记，一行也没有记：", name, n)
                } else {
                    say!("{name} 至少有 {n} 行不能记，一行也没有记：", name, n)
                };
                writeln!(f, "{head}")?;
                f.write_str(&RowFault::listed(faults))
            }
            Self::Output(error) => f.write_str(&say!("无法输出：{why}", why = reason(error))),
            Self::Terminal(report) => {
                f.write_str(&say!("终端出错：{report}", report = format!("{report:#}")))
            }
        }
    }
}

/// A message for stderr, prefixed with the program's name.
pub fn complaint(message: &str) -> String {
    say!("guihua：{message}", message)
}

/// Runs the command, writing results to `out`.
pub fn run(mut cli: Cli, settings: Settings, out: &mut impl Write) -> Result<(), Failure> {
    if let Some(Command::Config(args)) = &cli.command {
        return config::run(settings, args, out);
    }
    // Commands that use no settings also work with an invalid settings file.
    let settings = match &cli.command {
        Some(Command::Completions(_) | Command::Man(_) | Command::Schema(_)) => settings,
        _ => settings.sound()?,
    };
    cli.common.plan.clone_from(&settings.plan.value);
    cli.common.records.clone_from(&settings.records.value);
    if let Some(Command::Review(args)) = &cli.command
        && args.file.is_some()
    {
        cli.common.plan.clone_from(&args.file);
    }
    carry_out(&cli, &settings, out).map_err(|failure| match failure {
        // The path came from the settings; name the file.
        Failure::Unreadable(name, error) if settings.is_written_plan(&name) => {
            let origin = settings.describe(&settings.plan.origin);
            Failure::Unreadable(say!("{name}（{origin}）", name, origin), error)
        }
        failure => failure,
    })
}

fn carry_out(cli: &Cli, settings: &Settings, out: &mut impl Write) -> Result<(), Failure> {
    let common = &cli.common;
    if cli.command.is_some() && cli.as_of.as_of.is_some() {
        let message = tr(
            "--as-of 要写在命令之后，如 guihua targets --as-of 2023-12-31；带词打开屏幕用 guihua open --as-of 2023-12-31 托育",
        );
        return Err(Failure::Unknown(message.to_owned()));
    }
    let Some(command) = &cli.command else {
        return if terminal::is_interactive() {
            open::run(common, settings, &cli.as_of, &[])
        } else {
            text::run(common, &TextArgs::default(), out)
        };
    };
    match command {
        Command::Open(args) => open::run(common, settings, &args.as_of, &args.query),
        Command::Text(args) => text::run(common, args, out),
        Command::Targets(args) => targets::run(common, args, out),
        Command::Check(args) => {
            let path = args.file.as_deref().or(common.plan.as_deref());
            check::run(path, args, paint(settings), out)
        }
        Command::Target(args) => target::run(common, args, out),
        Command::Record(args) => record::run(common, args, out),
        Command::Records(args) => records::run(common, args, out),
        Command::Bookmarks(args) => bookmarks::run(common, args, out),
        Command::Collect(args) => collect::run(common, args, out),
        Command::Report(args) => report::run(common, args, out),
        Command::Export(args) => export::run(common, args, out),
        Command::Import(args) => import::run(args, paint(settings), out),
        Command::Review(args) => review::run(common, settings, args, out),
        Command::Schema(args) => schema::run(args, out),
        Command::Coverage(args) => coverage::run(common, args, out),
        Command::Search(args) => search::run(common, args, paint(settings), out),
        Command::Topic(args) => topic::run(common, args, paint(settings), out),
        Command::Terms(args) => terms::run(common, args, out),
        Command::Show(args) => show::run(common, args, out),
        Command::Toc(args) => toc::run(common, args, out),
        Command::Tasks(args) => tasks::run(common, args, out),
        Command::Cite(args) => cite::run(common, args, out),
        Command::Completions(args) => completions::run(args, out),
        Command::Man(args) => man::run(args, out),
        // Handled in `run`, before the settings file must be valid.
        Command::Config(_) => Ok(()),
    }
}

/// Wraps an error in writing `path`.
fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> Failure + use<> {
    let name = path.display().to_string();
    move |error| Failure::Unwritable(name, error)
}

/// Whether the terminal says that it can do nothing but print.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// The signs of printed gauges: plain ones where neither colour nor any sign can be counted on.
fn signs() -> Signs {
    if is_dumb() && std::env::var_os("NO_COLOR").is_some() {
        Signs::Plain
    } else {
        Signs::of_screen()
    }
}

/// Whether results are coloured.
fn paint(settings: &Settings) -> Paint {
    let output = if io::stdout().is_terminal() && !is_dumb() {
        Output::Terminal
    } else {
        Output::Plain
    };
    Paint::new(settings.color.value, output)
}
