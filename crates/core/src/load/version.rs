//! The version of the file format, so that a file of a later program is refused in one sentence and not in a hundred.

use super::problem::{Problem, Problems};
use super::yaml::{Tree, Value};
use crate::words::{say, tr};

/// The version of plan files that this program writes, and the latest that it reads. A file without one has this.
pub const VERSION: u32 = 2;

/// Reads the version of a plan file. A later one is the only problem worth telling: nothing else is known of the file.
pub(super) fn check(tree: &Tree, problems: &mut Problems) -> Result<(), Problem> {
    let Some(version) = tree.get("version") else {
        return Ok(());
    };
    let written = match &version.value {
        Value::Scalar(text) => text.parse().ok(),
        _ => None,
    };
    match written {
        Some(VERSION) => Ok(()),
        Some(later) if later > VERSION => {
            let what = say!(
                "文件的格式版本是 {later}，本程序只认得到 {known} 为止的版本",
                later,
                known = VERSION
            );
            let remedy = tr("用新版的 guihua 打开");
            Err(Problem::new(version.place, what, remedy))
        }
        Some(1) => {
            let what = tr("文件的格式版本是 1，本程序读版本 2");
            let remedy = tr("正文改写为 content 下的一列，见 docs/format.md");
            Err(Problem::new(version.place, what, remedy))
        }
        _ => {
            let what = say!("格式版本（version）应为 {known}", known = VERSION);
            problems.push(
                version.place,
                what,
                say!("写作“version: {known}”，或删去这一行", known = VERSION),
            );
            Ok(())
        }
    }
}
