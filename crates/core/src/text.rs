//! Text on a grid of cells: how wide it is, how it is cut and filled, where its lines break.
//!
//! This module is pure. It knows strings and numbers of columns, and nothing of terminals, styles or the plan.
//!
//! ```text
//! text ──width──▶ grapheme clusters with their columns ──wrap──▶ lines
//! ```

mod width;
mod wrap;

pub use self::width::{
    Ambiguity, Cluster, ambiguity, clusters, pad, set_ambiguity, truncate, width,
};
pub use self::wrap::{is_prohibited_break, wrap};
