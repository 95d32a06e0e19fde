//! The tests of a process that counts signs of ambiguous width as wide.

#[expect(dead_code, reason = "the other runners use the rest")]
mod support;

mod wide {
    mod signs;
}
