//! Loading: from the text of a plan file to a sound [`Plan`], or to the list of everything that is wrong with it.
//!
//! ```text
//! text ──yaml──▶ tree with places ──decode──▶ Plan + what it cites ──verify──▶ Plan or Problems
//! ```
//!
//! Only the module `yaml` knows the YAML library. Decoding never stops at a fault: it notes the problem, puts a
//! placeholder in its stead and goes on, so that one run of `guihua check` names them all.

mod decode;
mod figures;
pub(crate) mod problem;
pub(crate) mod reader;
mod terms;
mod verify;
pub(crate) mod yaml;

pub use self::problem::{Problem, Problems, printable};

use crate::plan::Plan;
use crate::words::{say, tr};

/// The largest plan file that is read, in bytes. A district's plan has some 60,000.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Reads a plan from the text of a YAML (or JSON) file.
pub fn load(text: &str) -> Result<Plan, Problems> {
    if text.len() > MAX_BYTES {
        // How large it is isn't known: files are read up to the limit.
        let what = say!("文件过大，最多 {max} 字节", max = MAX_BYTES);
        return Err(Problems::one(Problem::new(
            yaml::Place::START,
            what,
            tr("请拆分文件"),
        )));
    }
    let mut problems = Problems::default();
    let tree = yaml::parse(text, &mut problems);
    let Some(tree) = tree else {
        return Err(problems);
    };
    let decoded = decode::plan(&tree, &mut problems);
    verify::plan(&decoded, &mut problems);
    if problems.is_empty() {
        Ok(decoded.plan)
    } else {
        Err(problems.sorted())
    }
}
