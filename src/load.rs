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
mod version;
pub(crate) mod yaml;

pub use self::problem::{Problem, Problems, printable};
pub use self::version::VERSION;

use crate::plan::Plan;
use crate::words::{say, tr};

/// The largest plan file that is read, in bytes. A district's plan has some 60,000.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Reads a plan from the text of a YAML (or JSON) file. Records that travel with it are left unread: see
/// [`records::open`](../records/fn.open.html), which reads both.
pub fn load(text: &str) -> Result<Plan, Problems> {
    let parts = parts(text)?;
    if parts.problems.is_empty() {
        Ok(parts.plan)
    } else {
        Err(parts.problems.sorted())
    }
}

/// A plan file as far as it could be read.
pub(crate) struct Parts {
    /// The plan, with placeholders where there are problems.
    pub(crate) plan: Plan,
    /// What stands under `records`, for the room that knows what records are.
    pub(crate) carried: Option<yaml::Tree>,
    /// The ids of targets of which a part could not be read, so that nothing can be held against them.
    pub(crate) doubtful: Vec<String>,
    /// Whether the plan has no problems.
    pub(crate) is_sound: bool,
    /// All that is wrong with the plan.
    pub(crate) problems: Problems,
}

/// Reads a plan file in parts. An error where nothing could be read at all.
pub(crate) fn parts(text: &str) -> Result<Parts, Problems> {
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
    let Some(mut tree) = yaml::parse(text, &mut problems) else {
        return Err(problems);
    };
    version::check(&tree, &mut problems).map_err(Problems::one)?;
    let decoded = decode::plan(&tree, &mut problems);
    verify::plan(&decoded, &mut problems);
    Ok(Parts {
        carried: tree.take("records"),
        doubtful: decoded.doubtful(),
        plan: decoded.plan,
        is_sound: problems.is_empty(),
        problems,
    })
}
