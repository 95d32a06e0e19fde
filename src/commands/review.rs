//! `guihua review`: opens the review of a plan on the screen; without a terminal lists what is to be reviewed.

use std::io::Write;

use super::{Failure, opening};
use crate::app::Home;
use crate::cli::{Common, ReviewArgs};
use crate::dossier::Dossier;
use crate::review::{Item, items};
use crate::settings::Settings;
use crate::terminal::{self, Begin};
use crate::wording;
use crate::words::{say, tr};

pub(super) fn run(
    common: &Common,
    settings: &Settings,
    args: &ReviewArgs,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let opened = opening::for_screen(common)?;
    if !terminal::is_interactive() {
        return list(&opened.dossier, &opened.home, out);
    }
    let own = opening::own(&opened.dossier.plan, common, settings)?;
    let begin = Begin {
        query: "",
        message: opened.told,
        home: opened.home,
        first: terminal::First::Review,
    };
    let shown = terminal::run(opened.dossier, &own, args.as_of.date(), begin, settings);
    shown.map_err(Failure::Terminal)
}

/// What is to be reviewed, each on a line with its place.
fn list(dossier: &Dossier, home: &Home, out: &mut impl Write) -> Result<(), Failure> {
    let plan = &dossier.plan;
    let items = items(plan, &dossier.outline);
    for item in &items {
        match item {
            Item::Target(n) => {
                let Some(target) = plan.targets.get(*n) else {
                    continue;
                };
                let line = say!(
                    "{at}  指标  {name}  {goal}  {why}",
                    at = target.citation.at,
                    name = &target.name,
                    goal = wording::goal(target),
                    why = target.proposed.as_deref().unwrap_or_default()
                );
                writeln!(out, "{line}")?;
            }
            Item::Doubt(n) => {
                let Some(doubt) = plan.doubts.get(*n) else {
                    continue;
                };
                let quote = doubt.quote.as_ref().map(|quote| format!("“{quote}”"));
                let line = say!(
                    "{at}  存疑  {quote}{note}",
                    at = doubt.at,
                    quote = quote.unwrap_or_default(),
                    note = &doubt.note
                );
                writeln!(out, "{line}")?;
            }
        }
    }
    let line = match (items.len(), home.is_memory()) {
        (0, _) => tr("没有待确认的指标，也没有存疑之处").to_owned(),
        (count, true) => say!(
            "共 {count} 处；先用 guihua import 写成规划文件，再在终端里审阅",
            count
        ),
        (count, false) => say!("共 {count} 处；在终端里用 guihua review 逐处审阅", count),
    };
    writeln!(out, "{line}")?;
    Ok(())
}
