//! `guihua config --json`: the settings in force, and where each comes from.

use schemars::JsonSchema;
use serde::Serialize;

use super::Version;
use super::check::Problem;
use crate::settings::{Origin, Row, Settings, shown};

/// `guihua config --json`: the settings in force, and where each comes from.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "config")]
pub struct Config {
    /// The version of this shape.
    version: Version,
    /// The settings file that was looked for; missing where the user has no folder for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<SettingsFile>,
    /// Everything that is wrong with the file, in its order.
    problems: Vec<Problem>,
    /// All settings.
    settings: Vec<Setting>,
}

impl Config {
    /// The settings in force.
    pub fn of(settings: &Settings) -> Self {
        Self {
            version: Version,
            file: SettingsFile::of(settings),
            problems: settings.file.problems().iter().map(Problem::of).collect(),
            settings: settings.rows().iter().map(Setting::of).collect(),
        }
    }
}

/// The settings file that was looked for.
#[derive(Debug, Serialize, JsonSchema)]
struct SettingsFile {
    /// Its path.
    path: String,
    /// Whether there is one that can be read.
    exists: bool,
    /// Who says where it is.
    origin: SettingOrigin,
    /// The name of the option or the variable that does.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'static str>,
}

impl SettingsFile {
    fn of(settings: &Settings) -> Option<Self> {
        let path = settings.file.path.as_ref()?;
        Some(Self {
            path: shown(&path.value),
            exists: settings.file.exists,
            origin: SettingOrigin::of(&path.origin),
            by: path.origin.by(),
        })
    }
}

/// A setting in force.
#[derive(Debug, Serialize, JsonSchema)]
struct Setting {
    /// Its name, as the file has it.
    name: &'static str,
    /// Its value, as the file would have it, without quotes; missing where nothing is chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    /// Who chose it.
    origin: SettingOrigin,
    /// The name of the option or the variable that did.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'static str>,
    /// The line of the file that did, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
}

impl Setting {
    fn of(row: &Row) -> Self {
        Self {
            name: row.name,
            value: row.value.clone(),
            origin: SettingOrigin::of(&row.origin),
            by: row.origin.by(),
            line: row.origin.line(),
        }
    }
}

/// Who chose a value.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum SettingOrigin {
    /// An option of the command line.
    Option,
    /// A variable of the environment.
    Environment,
    /// The settings file.
    File,
    /// Nobody: it is what the program does by itself.
    Default,
}

impl SettingOrigin {
    fn of(origin: &Origin) -> Self {
        match origin {
            Origin::Option(_) => Self::Option,
            Origin::Variable(_) => Self::Environment,
            Origin::File(_) => Self::File,
            Origin::Default => Self::Default,
        }
    }
}
