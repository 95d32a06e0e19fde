//! guihua
fn main() {}
