//! Guihua (规划): a terminal explorer for government plans.
//!
//! The rooms, from the ground up; each may use what stands above it in this list, never the reverse:
//!
//! - [`plan`]: the plan as types, and its outline in reading order
//! - [`load`]: from the text of a plan file to a sound plan, or to all its faults
//! - [`embedded`]: the plan that is built in
//! - [`text`]: widths and line breaking; [`typeset`]: the document in lines
//! - [`progress`], [`search`], [`terms`], [`manuscript`], [`gauge`], [`wording`]: what is worked out from a plan
//! - [`layout`], [`app`]: the state of the program and how actions change it
//! - [`ui`]: the screen as a function of the state
//! - [`terminal`]: the only place that talks to a terminal
//! - [`cli`], [`commands`]: what was typed, and what it does

pub mod app;
pub mod cli;
pub mod commands;
pub mod embedded;
pub mod gauge;
pub mod layout;
pub mod load;
pub mod manuscript;
pub mod plan;
pub mod progress;
pub mod search;
pub mod terminal;
pub mod terms;
pub mod text;
pub mod typeset;
pub mod ui;
pub mod wording;
