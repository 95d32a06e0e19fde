//! The English twins of all messages, sorted by the Chinese text. They are written in `locales/en.toml`, a part for each
//! room that speaks; build.rs makes this array of them.

/// Chinese, English.
pub(super) const TWINS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/english.rs"));
