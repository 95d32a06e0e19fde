//! The English twins of all messages, which build.rs reads from `locales/en.toml`.

/// Chinese, English; sorted by the Chinese text.
pub(super) const TWINS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/english.rs"));
