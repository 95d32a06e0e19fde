//! From the blocks of small made-up documents to their trees, targets and doubts: one module for each kind of trap.

mod documents;
mod files;
mod sentences;
mod support;
mod tables;
mod targets;
mod unsure;
