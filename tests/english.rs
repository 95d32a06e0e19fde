//! The tests of a process that speaks English.

#[expect(dead_code, reason = "the other runners use the rest")]
mod support;

mod english {
    mod glosses;
    mod pressed;
    mod screens;
    mod uncut;
}
