//! Guihua (规划): a terminal explorer for government plans.

pub mod load;
pub mod plan;
