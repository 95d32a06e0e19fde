//! Settings with the origin of each value. The settings file is optional.
//!
//! ```text
//! ~/.config/guihua/config.toml ──▶ File ──┐
//! environment ────────────────────────────┼──▶ Settings: every value with its origin
//! command line ───────────────────────────┘
//! ```
//!
//! The command line overrides the environment, the environment the file, the file the defaults. The locale is nearly
//! always set, so it ranks below the file: it decides the language only if nothing else does.
//!
//! A file is read once, and all its errors are reported with their position. Valid entries still count, so that errors
//! are reported in the language that the file sets.

mod decode;
mod environment;
mod example;
mod fault;
mod file;
mod items;
mod rows;

use std::path::{Path, PathBuf};

pub use self::environment::Environment;
pub use self::example::example;
pub use self::fault::Fault;
pub use self::file::{File, Unsound};
pub use self::items::{ITEMS, Item};
pub use self::rows::Row;
use crate::app::keymap::{Keymap, Rebinding};
use crate::paint::{Depth, Output, Palette, When};
use crate::text::Ambiguity;
use crate::typeset::WIDEST_MEASURE;
use crate::words::{Language, say, tr};

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An option of the command line, by its name.
    Option(&'static str),
    /// A variable of the environment, by its name.
    Variable(&'static str),
    /// The settings file: its line, from 1.
    File(usize),
    /// The default.
    Default,
}

impl Origin {
    /// The name of the option or variable.
    pub fn by(&self) -> Option<&'static str> {
        match self {
            Self::Option(name) | Self::Variable(name) => Some(name),
            Self::File(_) | Self::Default => None,
        }
    }

    /// The line of the file.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::File(line) => Some(*line),
            _ => None,
        }
    }

    /// The origin as text; `file` is the path of the settings file.
    pub fn describe(&self, file: Option<&Path>) -> String {
        match self {
            Self::Option(name) => say!("命令行 {name}", name),
            Self::Variable(name) => say!("环境变量 {name}", name),
            Self::File(line) => {
                let path = file.map(shown).unwrap_or_default();
                say!("文件 {path}:{line}", path, line)
            }
            Self::Default => tr("默认").to_owned(),
        }
    }
}

/// A path as printable text.
pub(crate) fn shown(path: &Path) -> String {
    crate::load::printable(&path.display().to_string())
}

/// A value with its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Its origin.
    pub origin: Origin,
}

impl<T> Setting<T> {
    pub(crate) fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }

    fn option(option: &'static str, value: T) -> Self {
        Self::new(value, Origin::Option(option))
    }
}

impl<T: Clone> Setting<T> {
    /// The value from the file, else `default`.
    pub(crate) fn written(written: Option<&Placed<T>>, default: T) -> Self {
        match written {
            Some(it) => Self::new(it.value.clone(), Origin::File(it.place.line)),
            None => Self::new(default, Origin::Default),
        }
    }
}

/// A place in the settings file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// A value with its position in the settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it begins.
    pub place: Place,
}

/// The valid entries of a settings file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    language: Option<Placed<Language>>,
    theme: Option<Placed<Palette>>,
    color: Option<Placed<When>>,
    measure: Option<Placed<u16>>,
    ambiguous: Option<Placed<Ambiguity>>,
    mouse: Option<Placed<bool>>,
    resume: Option<Placed<bool>>,
    keys: Vec<Placed<Rebinding>>,
    plan: Option<Placed<PathBuf>>,
    records: Option<Placed<PathBuf>>,
}

/// The command-line options that override settings.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `--lang`
    pub language: Option<Language>,
    /// `--color`
    pub color: Option<When>,
    /// `--plan`
    pub plan: Option<PathBuf>,
    /// `--records`
    pub records: Option<PathBuf>,
}

/// All settings, resolved.
#[derive(Debug)]
pub struct Settings {
    /// The settings file, which may not exist.
    pub file: File,
    /// The language of the interface.
    pub language: Setting<Language>,
    /// The colours of the screen.
    pub theme: Setting<Palette>,
    /// How many colours the terminal has.
    pub depth: Depth,
    /// When output has colours.
    pub color: Setting<When>,
    /// Maximum width of text, in columns.
    pub measure: Setting<u16>,
    /// The width of characters of ambiguous width.
    pub ambiguous: Setting<Ambiguity>,
    /// Whether mouse capture is on at startup.
    pub mouse: Setting<bool>,
    /// Whether the screen begins where one stopped the last time.
    pub resume: Setting<bool>,
    /// The changed key bindings.
    pub keys: Setting<Vec<Rebinding>>,
    /// The plan to open; `None` for the built-in one.
    pub plan: Setting<Option<PathBuf>>,
    /// The user's records file; `None` for the plan's own file in the data directory.
    pub records: Setting<Option<PathBuf>>,
}

/// The allowed values of `measure`.
pub const MEASURES: std::ops::RangeInclusive<u16> = 20..=200;

impl Settings {
    /// Resolves the settings: options, then environment, then file, then defaults.
    pub fn resolve(file: File, environment: &Environment, options: Options) -> Self {
        let written = &file.written;
        Self {
            language: language(options.language, environment, written),
            theme: theme(environment, written.theme.as_ref()),
            depth: Depth::of_terminal(|name| environment.get(name)),
            color: color(options.color, environment, written.color.as_ref()),
            measure: Setting::written(written.measure.as_ref(), WIDEST_MEASURE),
            ambiguous: ambiguous(written),
            mouse: Setting::written(written.mouse.as_ref(), true),
            resume: Setting::written(written.resume.as_ref(), true),
            keys: keys(&written.keys),
            // The file's `records` belong to the file's `plan`, so `--plan` drops both.
            records: match (options.records, &options.plan) {
                (Some(path), _) => Setting::option("--records", Some(path)),
                (None, Some(_)) => Setting::new(None, Origin::Default),
                (None, None) => optional(written.records.as_ref()),
            },
            plan: match options.plan {
                Some(path) => Setting::option("--plan", Some(path)),
                None => optional(written.plan.as_ref()),
            },
            file,
        }
    }

    /// The key bindings of the screen.
    pub fn keymap(&self) -> Keymap {
        Keymap::with(self.keys.value.clone())
    }

    /// The colours of the screen.
    pub fn palette(&self) -> Palette {
        if self.color.value.paints(Output::Terminal) {
            self.theme.value
        } else {
            Palette::Mono
        }
    }

    /// The origin of a value as text.
    pub fn describe(&self, origin: &Origin) -> String {
        origin.describe(self.file.path())
    }

    /// Whether `name` is the plan of the settings file.
    pub fn is_written_plan(&self, name: &str) -> bool {
        let is = |path: &PathBuf| path.display().to_string() == name;
        matches!(self.plan.origin, Origin::File(_)) && self.plan.value.as_ref().is_some_and(is)
    }

    /// The settings, or the error of their file.
    pub fn sound(mut self) -> Result<Self, Unsound> {
        self.file.fault().map_or(Ok(self), Err)
    }
}

/// The changed keys; their origin is the first of their lines.
fn keys(written: &[Placed<Rebinding>]) -> Setting<Vec<Rebinding>> {
    let line = written.iter().map(|it| it.place.line).min();
    let changes = written.iter().map(|it| it.value.clone()).collect();
    Setting::new(changes, line.map_or(Origin::Default, Origin::File))
}

fn optional<T: Clone>(written: Option<&Placed<T>>) -> Setting<Option<T>> {
    match written {
        Some(it) => Setting::new(Some(it.value.clone()), Origin::File(it.place.line)),
        None => Setting::new(None, Origin::Default),
    }
}

/// The language, resolved before the arguments are parsed, since usage errors are translated too.
pub fn language(
    typed: Option<Language>,
    environment: &Environment,
    written: &Written,
) -> Setting<Language> {
    match (typed, &written.language) {
        (Some(language), _) => Setting::option("--lang", language),
        (None, Some(it)) => Setting::new(it.value, Origin::File(it.place.line)),
        (None, None) => of_locale(environment),
    }
}

/// The width of ambiguous characters, resolved before any text is measured.
pub fn ambiguous(written: &Written) -> Setting<Ambiguity> {
    Setting::written(written.ambiguous.as_ref(), Ambiguity::default())
}

/// When output is coloured, following <https://no-color.org> and <https://bixense.com/clicolors>.
///
/// ```text
/// --color  >  NO_COLOR  >  CLICOLOR_FORCE  >  CLICOLOR=0  >  the file  >  on a terminal
/// ```
fn color(
    typed: Option<When>,
    environment: &Environment,
    written: Option<&Placed<When>>,
) -> Setting<When> {
    let is = |name, wanted: fn(&str) -> bool| environment.get(name).is_some_and(wanted);
    let by = |name, value| Setting::new(value, Origin::Variable(name));
    if let Some(value) = typed {
        Setting::option("--color", value)
    } else if is("NO_COLOR", |_| true) {
        by("NO_COLOR", When::Never)
    } else if is("CLICOLOR_FORCE", |value| value != "0") {
        by("CLICOLOR_FORCE", When::Always)
    } else if is("CLICOLOR", |value| value == "0") {
        by("CLICOLOR", When::Never)
    } else {
        Setting::written(written, When::Auto)
    }
}

/// The colours of the screen; `auto` follows the background that the terminal reports.
fn theme(environment: &Environment, written: Option<&Placed<Palette>>) -> Setting<Palette> {
    let named = Setting::written(written, Palette::Auto);
    let told = environment
        .get("COLORFGBG")
        .and_then(Palette::of_background);
    match (named.value, told) {
        (Palette::Auto, Some(palette)) => Setting::new(palette, Origin::Variable("COLORFGBG")),
        _ => named,
    }
}

/// The language of the locale, from the first of its variables that is set.
fn of_locale(environment: &Environment) -> Setting<Language> {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = variables
        .into_iter()
        .find_map(|name| Some((name, environment.get(name)?)));
    let language = set.and_then(|(name, locale)| Some((name, Language::of_locale(locale)?)));
    match language {
        Some((name, language)) => Setting::new(language, Origin::Variable(name)),
        None => Setting::new(Language::Chinese, Origin::Default),
    }
}
