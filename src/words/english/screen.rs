//! The screen: views, sheets, forms, messages and keys.

use super::Part;

pub(super) const SCREEN: Part = &[];
