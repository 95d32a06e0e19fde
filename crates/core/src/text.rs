//! Text in terminal columns: width, truncation, padding, line breaking.
//!
//! ```text
//! text ──width──▶ grapheme clusters with their columns ──wrap──▶ lines
//! ```

mod width;
mod wrap;

pub use self::width::{
    Ambiguity, Cluster, ambiguity, certain_width, clusters, pad, set_ambiguity, truncate,
    truncate_within, width,
};
pub use self::wrap::{is_prohibited_break, wrap};
