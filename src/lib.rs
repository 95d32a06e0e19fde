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
//! - [`clock`]: what day it is; [`monitoring`]: a plan with the records that count for it
//! - [`evaluation`]: how far each target has come on a day, and why
//! - [`audit`]: the plan's figures against each other; [`coverage`]: which task serves which target
//! - [`card`]: one target on one card; [`report`]: the evaluation in a document; [`export`]: the whole for others
//! - [`lookup`]: what a typed word names; [`citation`]: words of the plan with where they stand
//! - [`progress`], [`search`], [`terms`], [`manuscript`], [`gauge`], [`wording`]: what is worked out from a plan
//! - [`answers`]: what commands print in JSON; [`schema`]: the JSON Schemas of files and answers
//! - [`settings`]: what one may choose, and where each choice comes from; [`paint`]: whether there are colours
//! - [`layout`], [`app`]: the state of the program and how actions change it
//! - [`ui`]: the screen as a function of the state
//! - [`effects`]: what the screens have done outside of them, such as keeping a record
//! - [`terminal`]: the only place that talks to a terminal
//! - [`cli`], [`commands`]: what was typed, and what it does

pub use guihua_core::{
    audit, citation, coverage, evaluation, load, lookup, manuscript, plan, progress, records,
    search, terms, text, typeset, wording, words,
};

pub mod answers;
pub mod app;
pub mod card;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod effects;
pub mod embedded;
pub mod export;
pub mod gauge;
pub mod layout;
pub mod monitoring;
pub mod output;
pub mod paint;
pub mod report;
pub mod schema;
pub mod settings;
pub mod terminal;
pub mod ui;
