//! Guihua (规划): a terminal explorer for government plans. The library is public only so that the tests can reach it.
//!
//! The modules, lowest first; each may use those listed above it, never the reverse:
//!
//! - [`words`]: messages in the language of the process
//! - [`plan`]: the plan as types, and its outline in reading order
//! - [`load`]: parses a plan file into a valid plan, or a list of all its problems
//! - [`records`]: observations and task progress, and how new ones are added
//! - [`embedded`]: the built-in plan
//! - [`text`]: display width and line breaking; [`typeset`]: the document laid out in lines
//! - [`clock`]: the current date; [`dossier`]: a plan with its outline and records
//! - [`evaluation`]: the progress of each target on a date, with the reasons
//! - [`audit`]: checks the plan's own arithmetic; [`coverage`]: which task serves which target
//! - [`assessment`]: the evaluation of a whole dossier on a date
//! - [`lookup`]: finds what a name or address refers to; [`citation`]: quotations with their source
//! - [`topic`]: what the plan says on a topic, and how it stands
//! - [`importing`]: published documents as plan files
//! - [`search`], [`terms`], [`manuscript`], [`gauge`], [`wording`]: derived from a plan
//! - [`output`]: JSON and its schemas, cards, reports, exports
//! - [`bookmarks`]: places with a note; [`saving`]: files written whole or not at all
//! - [`settings`]: settings and the origin of each; [`paint`]: colours of terminal output
//! - [`layout`], [`app`]: the state of the screens and the actions that change it
//! - [`ui`]: the screen as a function of the state
//! - [`effects`]: side effects that the screens request, such as saving a record
//! - [`terminal`]: the only place that talks to a terminal
//! - [`cli`], [`commands`]: argument parsing; one module per subcommand

pub use guihua_core::{
    assessment, audit, card, citation, compose, coverage, dossier, evaluation, fidelity, load,
    lookup, manuscript, plan, records, review, search, terms, text, topic, typeset, wording, words,
};

pub mod app;
pub mod bookmarks;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod effects;
pub mod embedded;
pub mod gauge;
pub mod importing;
pub mod layout;
pub mod output;
pub mod paint;
pub mod saving;
pub mod settings;
pub mod terminal;
pub mod ui;
