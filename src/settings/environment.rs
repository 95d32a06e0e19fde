//! The variables that the settings depend on, read once.

use std::collections::HashMap;
use std::env;

/// The variables of the environment that matter. One that is empty counts as not set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment(HashMap<String, String>);

impl Environment {
    const NAMES: [&str; 7] = [
        "GUIHUA_CONFIG",
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "CLICOLOR",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
    ];

    /// Those of the process.
    pub fn of_process() -> Self {
        Self::of(Self::NAMES.into_iter().filter_map(|name| {
            let value = env::var_os(name)?;
            // What is set to something odd is set all the same: NO_COLOR asks for nothing more.
            Some((name, value.to_string_lossy().into_owned()))
        }))
    }

    /// These.
    pub fn of(variables: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Self {
        let pairs = variables
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()));
        Self(pairs.filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The value of one, if it is set.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}
