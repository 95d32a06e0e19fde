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
pub mod file;
pub(crate) mod limits;
mod occurrences;
pub(crate) mod place;
pub(crate) mod problem;
pub(crate) mod quotes;
pub(crate) mod reader;
mod scan;
mod surroundings;
mod targets;
mod terms;
mod verify;
mod version;
pub(crate) mod yaml;

pub use self::figures::prints;
pub use self::problem::{Problem, Problems, brief, printable};
pub use self::version::VERSION;

use crate::plan::{Outline, Plan};
use crate::words::{say, tr};

/// The largest plan file that is read, in bytes. A district's plan has some 60,000.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The text of a file, of which at most one byte more than [`MAX_BYTES`] has been read. One that is too large or no UTF-8
/// has a problem at its place.
pub fn text(bytes: Vec<u8>) -> Result<String, Problems> {
    if bytes.len() > MAX_BYTES {
        return Err(too_large());
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..valid).unwrap_or_default();
        let place = scan::end(&String::from_utf8_lossy(before));
        let what = tr("不是 UTF-8 文字");
        Problems::one(Problem::new(place, what, tr("请另存为 UTF-8")))
    })
}

/// The problem of a file that is larger than [`MAX_BYTES`].
pub fn too_large() -> Problems {
    // How large it is isn't known: files are read up to the limit.
    let what = say!("文件过大，最多 {max} 字节", max = MAX_BYTES);
    let remedy = tr("请拆分文件");
    Problems::one(Problem::new(place::Place::START, what, remedy))
}

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
    /// The same in reading order.
    pub(crate) outline: Outline,
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
        return Err(too_large());
    }
    let mut problems = Problems::default();
    let Some(mut tree) = yaml::parse(text, &mut problems) else {
        return Err(problems.sorted());
    };
    version::check(&tree, &mut problems).map_err(Problems::one)?;
    let decoded = decode::plan(&tree, &mut problems);
    let outline = Outline::of(&decoded.plan);
    verify::plan(&decoded, &outline, &mut problems);
    Ok(Parts {
        carried: tree.take("records"),
        doubtful: decoded.doubtful(),
        plan: decoded.plan,
        outline,
        is_sound: problems.is_empty(),
        problems,
    })
}
