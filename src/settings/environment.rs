//! The environment variables that settings depend on.

use std::collections::HashMap;
use std::env;

/// The relevant environment variables; an empty one counts as unset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment(HashMap<String, String>);

impl Environment {
    const NAMES: [&str; 14] = [
        "GUIHUA_CONFIG",
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "CLICOLOR",
        "COLORFGBG",
        "COLORTERM",
        "TERM",
        "TERM_PROGRAM",
        "WT_SESSION",
        "VTE_VERSION",
        "XTERM_VERSION",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
    ];

    /// Those of the process.
    pub fn of_process() -> Self {
        Self::of(Self::NAMES.into_iter().filter_map(|name| {
            let value = env::var_os(name)?;
            // A value that is not UTF-8 still counts as set, which is all that NO_COLOR asks for.
            Some((name, value.to_string_lossy().into_owned()))
        }))
    }

    /// The given variables.
    pub fn of(variables: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Self {
        let pairs = variables
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()));
        Self(pairs.filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The value of a variable, if set.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}
