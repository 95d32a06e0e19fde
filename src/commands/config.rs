//! `guihua config`: the current settings and the origin of each.

use std::io::Write;

use super::Failure;
use crate::cli::ConfigArgs;
use crate::output::answers;
use crate::settings::{Origin, Settings, example, shown};
use crate::text::{pad, width};
use crate::words::{say, tr};

pub(super) fn run(
    settings: Settings,
    args: &ConfigArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    if args.example {
        return Ok(write!(out, "{}", example())?);
    }
    if args.path {
        let Some(path) = settings.file.path() else {
            return Err(Failure::NotFound(no_folder().to_owned()));
        };
        return Ok(writeln!(out, "{}", shown(path))?);
    }
    if args.json {
        answers::write(&answers::Config::of(&settings), out)?;
    } else {
        listed(&settings, out)?;
    }
    // Problems of the file are reported after the settings that hold in spite of them.
    settings.sound()?;
    Ok(())
}

fn no_folder() -> &'static str {
    tr("找不到用户文件夹，没有放设置文件的地方；可用 --config 指定")
}

fn listed(settings: &Settings, out: &mut impl Write) -> Result<(), Failure> {
    writeln!(out, "{}\n", file(settings))?;
    let rows = settings.rows();
    let cells = rows.iter().map(|row| {
        let value = row.value.as_deref().unwrap_or_else(|| unset(row.name));
        [row.name, value].map(str::to_owned)
    });
    let cells: Vec<[String; 2]> = cells.collect();
    let columns = |n: usize| cells.iter().map(|row| width(&row[n])).max().unwrap_or(0);
    let (names, values) = (columns(0), columns(1));
    for (row, [name, value]) in rows.iter().zip(&cells) {
        let origin = settings.describe(&row.origin);
        writeln!(
            out,
            "{}  {}  {origin}",
            pad(name, names),
            pad(value, values)
        )?;
    }
    Ok(())
}

/// What a setting without a value means.
fn unset(name: &str) -> &'static str {
    match name {
        "plan" => tr("内置的规划"),
        "keys" => tr("按键表"),
        _ => tr("每份规划各有一个"),
    }
}

/// The path of the file and whether it exists.
fn file(settings: &Settings) -> String {
    let Some(path) = &settings.file.path else {
        return no_folder().to_owned();
    };
    let shown = shown(&path.value);
    match path.origin {
        Origin::Default if settings.file.exists => say!("设置文件  {shown}", shown),
        Origin::Default => say!("设置文件  {shown}：没有，也不必有", shown),
        _ => {
            let origin = settings.describe(&path.origin);
            say!("设置文件  {shown}（{origin}）", shown, origin)
        }
    }
}
