//! `guihua`, `guihua open`: starts the terminal interface.

use super::{Failure, opening};
use crate::cli::{AsOfArgs, Common};
use crate::settings::Settings;
use crate::terminal::{self, Begin, First};
use crate::words::tr;

pub(super) fn run(
    common: &Common,
    settings: &Settings,
    as_of: &AsOfArgs,
    query: &[String],
) -> Result<(), Failure> {
    let mut opened = opening::shipped_for_screen(common)?;
    if !terminal::is_interactive() {
        let message =
            tr("标准输出不是终端，无法打开屏幕；输出全文用 guihua text，查找用 guihua search");
        return Err(Failure::Unknown(message.to_owned()));
    }
    opened.dossier.book = opening::book(&opened.dossier, common)?;
    let own = opening::own(&opened.dossier.plan, common, settings)?;
    let query = query.join(" ");
    let begin = Begin {
        query: &query,
        message: opened.told,
        home: opened.home,
        first: First::Overview,
    };
    let shown = terminal::run(opened.dossier, &own, as_of.date(), begin, settings);
    shown.map_err(Failure::Terminal)
}
