//! Targets and how they are judged: kinds, goals, verdicts, reasons, the card and the report.

use super::Part;

pub(super) const EVALUATION: Part = &[];
