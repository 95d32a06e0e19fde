//! `guihua`, `guihua open`: the plan on the screen, with what is known of its targets.

use super::{Failure, book};
use crate::cli::{AsOfArgs, Common};
use crate::plan::Plan;
use crate::{monitoring, terminal};

pub(super) fn run(
    plan: Plan,
    common: &Common,
    as_of: &AsOfArgs,
    query: &[String],
) -> Result<(), Failure> {
    if !terminal::is_interactive() {
        let message =
            "标准输出不是终端，无法打开屏幕；输出全文用 guihua text，查找用 guihua search";
        return Err(Failure::Unknown(message.to_owned()));
    }
    let book = book(&plan, common)?;
    let store = monitoring::store(&plan, common.records.as_deref())?;
    let query = query.join(" ");
    terminal::run(plan, book, &store, as_of.date(), &query).map_err(Failure::Terminal)
}
