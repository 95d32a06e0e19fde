//! Guihua (规划): a terminal explorer for government plans.
//!
//! The rooms, from the ground up; each may use what stands above it in this list, never the reverse:
//!
//! - [`words`]: the words of the interface, in the language of the process
//! - [`plan`]: the plan as types, and its outline in reading order
//! - [`load`]: from the text of a plan file to a sound plan, or to all its faults
//! - [`records`]: what has been observed, how far tasks have come, and how one adds to that
//! - [`embedded`]: the plan that is built in
//! - [`text`]: widths and line breaking; [`typeset`]: the document in lines
//! - [`clock`]: what day it is; [`dossier`]: a plan with its outline and the records that count for it
//! - [`evaluation`]: how far each target has come on a day, and why
//! - [`audit`]: the plan's figures against each other; [`coverage`]: which task serves which target
//! - [`assessment`]: what a dossier comes to on a day, judged once
//! - [`lookup`]: what a typed word names; [`citation`]: words of the plan with where they stand
//! - [`search`], [`terms`], [`manuscript`], [`gauge`], [`wording`]: what is worked out from a plan
//! - [`output`]: what leaves the program: JSON and its schemas, cards, reports, exports
//! - [`settings`]: what one may choose, and where each choice comes from; [`paint`]: whether there are colours
//! - [`layout`], [`app`]: the state of the program and how actions change it
//! - [`ui`]: the screen as a function of the state
//! - [`effects`]: what the screens have done outside of them, such as keeping a record
//! - [`terminal`]: the only place that talks to a terminal
//! - [`cli`], [`commands`]: what was typed, and what it does

pub use guihua_core::{
    assessment, audit, card, citation, coverage, dossier, evaluation, fidelity, load, lookup,
    manuscript, plan, records, search, terms, text, typeset, wording, words,
};

pub mod app;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod effects;
pub mod embedded;
pub mod gauge;
pub mod layout;
pub mod output;
pub mod paint;
pub mod settings;
pub mod terminal;
pub mod ui;
