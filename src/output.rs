//! What the program hands out: the writers of the formats that more than one document uses.

pub(crate) mod csv;
pub(crate) mod html;
pub(crate) mod markdown;

pub use self::csv::Bom;
