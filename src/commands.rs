//! The commands: from what was typed to what is written. One file for each.

mod check;
mod cite;
mod completions;
mod config;
mod coverage;
mod export;
mod man;
mod open;
mod record;
mod records;
mod report;
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

use std::fmt;
use std::io::{self, IsTerminal as _, Write};
use std::path::Path;

use crate::cli::{Cli, Command, Common};
use crate::load::file::{self, Accept, reason};
use crate::load::{self, Problems, printable};
use crate::monitoring::Opened;
use crate::paint::{Output, Paint};
use crate::plan::Plan;
use crate::records::{Book, RecordError, RowFault};
use crate::settings::{self, Settings, Unsound};
use crate::words::{say, tr};
use crate::{embedded, monitoring, terminal};

/// How a command ended, other than well.
#[derive(Debug)]
pub enum Failure {
    /// A file can't be read; its name, and why.
    Unreadable(String, io::Error),
    /// A file can't be written; its name, and why.
    Unwritable(String, io::Error),
    /// A plan file has problems; its name, and which.
    Faulty(String, Problems),
    /// The settings file has problems; its name, and which.
    Settings(String, Problems),
    /// `check` has listed problems already.
    ProblemsListed,
    /// A search found nothing, which its exit code tells.
    NothingFound,
    /// Something typed names nothing; the whole message.
    Unknown(String),
    /// Something typed names nothing that is there; the whole message.
    NotFound(String),
    /// The records can't be read, or refuse what was to be recorded.
    Records(RecordError),
    /// Rows of a table are no records; its name, and which.
    Rows(String, Vec<RowFault>),
    /// Output could not be written.
    Output(io::Error),
    /// The terminal did not do what was asked.
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
                name = name.escape_debug(),
                why = reason(error)
            )),
            Self::Faulty(name, problems) => {
                let name = printable(name);
                let head = say!("{name} 有 {n} 处问题：", name = name, n = problems.len());
                writeln!(f, "{head}")?;
                problems
                    .iter()
                    .try_for_each(|problem| writeln!(f, "{name}:{problem}"))?;
                f.write_str(tr("改正后可用 guihua check 再查"))
            }
            Self::Settings(name, problems) => {
                let count = problems.len();
                let head = say!(
                    "设置文件 {name} 有 {count} 处问题：",
                    name = name,
                    count = count
                );
                f.write_str(&head)?;
                let mut problems = problems.iter();
                problems.try_for_each(|problem| write!(f, "\n{name}:{problem}"))
            }
            Self::ProblemsListed | Self::NothingFound => Ok(()),
            Self::Unknown(message) | Self::NotFound(message) => f.write_str(message),
            Self::Records(fault) => fault.fmt(f),
            Self::Rows(name, faults) => {
                let head = say!(
                    "{name} 有 {n} 行不能记，一行也没有记：",
                    name = name.escape_debug(),
                    n = faults.len()
                );
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

/// A message as the program tells it on the error stream, with its name before it.
pub fn complaint(message: &str) -> String {
    say!("guihua：{message}", message = message)
}

/// Carries out what was typed, under the settings in force, writing results to `out`.
pub fn run(mut cli: Cli, settings: Settings, out: &mut impl Write) -> Result<(), Failure> {
    if let Some(Command::Config(args)) = &cli.command {
        return config::run(settings, args, out);
    }
    // What does nothing with settings works also while their file is being mended.
    let settings = match &cli.command {
        Some(Command::Completions(_) | Command::Man(_) | Command::Schema(_)) => settings,
        _ => settings.sound()?,
    };
    cli.common.plan.clone_from(&settings.plan.value);
    cli.common.records.clone_from(&settings.records.value);
    carry_out(&cli, &settings, out).map_err(|failure| match failure {
        // Who did not name the plan just now has to be told who did.
        Failure::Unreadable(name, error) if settings.is_written_plan(&name) => {
            let origin = settings.told(&settings.plan.origin);
            Failure::Unreadable(
                say!("{name}（{origin}）", name = name, origin = origin),
                error,
            )
        }
        failure => failure,
    })
}

fn carry_out(cli: &Cli, settings: &Settings, out: &mut impl Write) -> Result<(), Failure> {
    let path = cli.common.plan.as_deref();
    if cli.command.is_some() && cli.as_of.as_of.is_some() {
        let message = tr("--as-of 要写在命令之后，如 guihua targets --as-of 2023-12-31");
        return Err(Failure::Unknown(message.to_owned()));
    }
    match &cli.command {
        None if terminal::is_interactive() => {
            open::run(opened(path)?, &cli.common, settings, &cli.as_of, &[])
        }
        Some(Command::Open(args)) => open::run(
            opened(path)?,
            &cli.common,
            settings,
            &args.as_of,
            &args.query,
        ),
        None => text::run(
            &plan(path)?,
            &crate::cli::TextArgs {
                as_published: false,
                marks: false,
                json: false,
            },
            out,
        ),
        Some(Command::Text(args)) => text::run(&plan(path)?, args, out),
        Some(Command::Targets(args)) => targets::run(&opened(path)?, &cli.common, args, out),
        Some(Command::Check(args)) => {
            check::run(args.file.as_deref().or(path), args, paint(settings), out)
        }
        Some(Command::Target(args)) => target::run(&opened(path)?, &cli.common, args, out),
        Some(Command::Record(args)) => record::run(&opened(path)?, &cli.common, args, out),
        Some(Command::Records(args)) => records::run(&opened(path)?, &cli.common, args, out),
        Some(Command::Report(args)) => report::run(&opened(path)?, &cli.common, args, out),
        Some(Command::Export(args)) => export::run(&opened(path)?, &cli.common, args, out),
        Some(Command::Schema(args)) => schema::run(args, out),
        Some(Command::Coverage(args)) => coverage::run(&plan(path)?, args, out),
        Some(Command::Search(args)) => {
            search::run(&opened(path)?, &cli.common, args, paint(settings), out)
        }
        Some(Command::Terms(args)) => terms::run(&plan(path)?, args, out),
        Some(Command::Show(args)) => show::run(&opened(path)?, &cli.common, args, out),
        Some(Command::Toc(args)) => toc::run(&plan(path)?, args, out),
        Some(Command::Tasks(args)) => tasks::run(&opened(path)?, &cli.common, args, out),
        Some(Command::Cite(args)) => cite::run(&plan(path)?, args, out),
        Some(Command::Completions(args)) => completions::run(args, out),
        Some(Command::Man(args)) => man::run(args, out),
        // Asked before the settings file had to be sound.
        Some(Command::Config(_)) => Ok(()),
    }
}

/// How results are coloured.
fn paint(settings: &Settings) -> Paint {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let output = if io::stdout().is_terminal() && !is_dumb {
        Output::Terminal
    } else {
        Output::Plain
    };
    Paint::new(settings.color.value, output)
}

/// The records that count. What can't be read is told on the error stream and stops nothing.
fn book(opened: &Opened, common: &Common) -> Result<Book, Failure> {
    /// How many are told; the screen holds no more.
    const TOLD: usize = 10;
    let archive = opened.archive(common.records.as_deref())?;
    let book = monitoring::read(&opened.plan, &archive)?;
    let name = printable(&archive.own.path().display().to_string());
    let told = book.unread().iter().take(TOLD);
    let told = told.map(|problem| format!("{name}:{problem}"));
    let more = book.unread().len().saturating_sub(TOLD);
    let more = (more > 0).then(|| say!("{name} 还有 {n} 处问题", name = name, n = more));
    for line in told.chain(more) {
        // If even the error stream is closed, the other records still count.
        let _ = writeln!(io::stderr(), "{}", complaint(&line));
    }
    Ok(book)
}

/// The plan to work on: the one of a file, or the built-in one.
fn plan(path: Option<&Path>) -> Result<Plan, Failure> {
    match path {
        None => Ok(embedded::plan()),
        Some(_) => opened(path).map(|opened| opened.plan),
    }
}

/// The plan to work on, with the records that are shipped with it.
fn opened(path: Option<&Path>) -> Result<Opened, Failure> {
    let Some(path) = path else {
        return Ok(Opened::built_in());
    };
    let name = path.display().to_string();
    Opened::of(&read(path)?).map_err(|problems| Failure::Faulty(name, problems))
}

/// The text of a file, or of standard input for `-`, up to the size that loading refuses.
fn read(path: &Path) -> Result<String, Failure> {
    let name = path.display().to_string();
    let bytes = if path == Path::new("-") {
        file::read_from(io::stdin().lock(), load::MAX_BYTES)
    } else {
        file::read(path, load::MAX_BYTES, Accept::FilesAndPipes)
    };
    let text = match bytes {
        Err(error) if file::is_too_large(&error) => Err(load::too_large()),
        Err(error) => return Err(Failure::Unreadable(name, error)),
        Ok(bytes) => load::text(bytes),
    };
    text.map_err(|problems| Failure::Faulty(name, problems))
}
