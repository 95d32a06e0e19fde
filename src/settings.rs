//! Settings: what a person may choose, and where each choice comes from. Nobody needs a file of them.
//!
//! ```text
//! ~/.config/guihua/config.toml ──▶ File ──┐
//! environment ────────────────────────────┼──▶ Settings: every value with its origin
//! command line ───────────────────────────┘
//! ```
//!
//! The command line wins over the environment, the environment over the file, the file over what the program chooses. The
//! locale is no wish but a circumstance, nearly always set: it decides the language where nobody has named one.
//!
//! A file is read once, and never stops at a fault: all of them are told, each with its place, and what is sound counts, so
//! that even the fault is told in the language that the file asks for.

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
use crate::paint::{Output, Palette, When};
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
    /// Nobody chose it.
    Default,
}

impl Origin {
    /// The name of the option or the variable.
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

    /// The origin in words; `file` is the settings file.
    pub fn told(&self, file: Option<&Path>) -> String {
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

/// A path as it is printed.
pub(crate) fn shown(path: &Path) -> String {
    crate::load::printable(&path.display().to_string())
}

/// A value in force, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Who chose it.
    pub origin: Origin,
}

impl<T> Setting<T> {
    pub(crate) fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }

    fn typed(option: &'static str, value: T) -> Self {
        Self::new(value, Origin::Option(option))
    }
}

impl<T: Clone> Setting<T> {
    /// What the file says, else what the program chooses.
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

/// Something that stands in the settings file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// What stands there.
    pub value: T,
    /// Where it begins.
    pub place: Place,
}

/// What a file says, as far as it is sound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    language: Option<Placed<Language>>,
    theme: Option<Placed<Palette>>,
    color: Option<Placed<When>>,
    measure: Option<Placed<u16>>,
    ambiguous: Option<Placed<Ambiguity>>,
    mouse: Option<Placed<bool>>,
    keys: Vec<Placed<Rebinding>>,
    plan: Option<Placed<PathBuf>>,
    records: Option<Placed<PathBuf>>,
}

/// What the command line says about settings.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// `--lang`
    pub language: Option<Language>,
    /// `--color`
    pub color: Option<When>,
    /// `--plan`
    pub plan: Option<PathBuf>,
    /// `--records`
    pub records: Option<PathBuf>,
}

/// All settings in force.
#[derive(Debug)]
pub struct Settings {
    /// The file that was looked for.
    pub file: File,
    /// The language of the interface.
    pub language: Setting<Language>,
    /// The colours of the screen.
    pub theme: Setting<Palette>,
    /// When output has colours.
    pub color: Setting<When>,
    /// The widest that text is set, in columns.
    pub measure: Setting<u16>,
    /// How wide the terminal draws signs of ambiguous width.
    pub ambiguous: Setting<Ambiguity>,
    /// Whether the program takes the mouse at first.
    pub mouse: Setting<bool>,
    /// What the keys do that a person has changed.
    pub keys: Setting<Vec<Rebinding>>,
    /// The plan to open; `None` for the built-in one.
    pub plan: Setting<Option<PathBuf>>,
    /// The file of one's own records; `None` for one in the folder for data, for each plan its own.
    pub records: Setting<Option<PathBuf>>,
}

/// The columns that text may be set in.
pub const MEASURES: std::ops::RangeInclusive<u16> = 20..=200;

impl Settings {
    /// The settings in force for what was typed.
    pub fn in_force(file: File, environment: &Environment, typed: Typed) -> Self {
        let written = &file.written;
        Self {
            language: language(typed.language, environment, written),
            theme: theme(environment, written.theme.as_ref()),
            color: color(typed.color, environment, written.color.as_ref()),
            measure: Setting::written(written.measure.as_ref(), WIDEST_MEASURE),
            ambiguous: ambiguous(written),
            mouse: Setting::written(written.mouse.as_ref(), true),
            keys: keys(&written.keys),
            // Records belong to a plan: those that the file names, to the plan that it names.
            records: match (typed.records, &typed.plan) {
                (Some(path), _) => Setting::typed("--records", Some(path)),
                (None, Some(_)) => Setting::new(None, Origin::Default),
                (None, None) => optional(written.records.as_ref()),
            },
            plan: match typed.plan {
                Some(path) => Setting::typed("--plan", Some(path)),
                None => optional(written.plan.as_ref()),
            },
            file,
        }
    }

    /// The keys of the screen.
    pub fn keymap(&self) -> Keymap {
        Keymap::with(self.keys.value.clone())
    }

    /// The colours of the screen, where there may be any.
    pub fn palette(&self) -> Palette {
        if self.color.value.paints(Output::Terminal) {
            self.theme.value
        } else {
            Palette::Mono
        }
    }

    /// Where a value comes from, in words.
    pub fn told(&self, origin: &Origin) -> String {
        origin.told(self.file.path())
    }

    /// Whether a file is the plan that the settings file says to open.
    pub fn is_written_plan(&self, name: &str) -> bool {
        let is = |path: &PathBuf| path.display().to_string() == name;
        matches!(self.plan.origin, Origin::File(_)) && self.plan.value.as_ref().is_some_and(is)
    }

    /// The settings, unless something is wrong with their file.
    pub fn sound(mut self) -> Result<Self, Unsound> {
        self.file.fault().map_or(Ok(self), Err)
    }
}

/// The changed keys, which come from the line of the first of them.
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

/// The language, which has to be known before what was typed is read: its faults are words too.
pub fn language(
    typed: Option<Language>,
    environment: &Environment,
    written: &Written,
) -> Setting<Language> {
    match (typed, &written.language) {
        (Some(language), _) => Setting::typed("--lang", language),
        (None, Some(it)) => Setting::new(it.value, Origin::File(it.place.line)),
        (None, None) => of_locale(environment),
    }
}

/// How wide signs of ambiguous width are, which has to be known before anything is measured.
pub fn ambiguous(written: &Written) -> Setting<Ambiguity> {
    Setting::written(written.ambiguous.as_ref(), Ambiguity::default())
}

/// When there are colours. The variables mean what <https://no-color.org> and <https://bixense.com/clicolors> say.
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
        Setting::typed("--color", value)
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

/// The colours of the screen: where nobody names any, those for the background that the terminal tells.
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

/// The language of the user's locale, as the first of its variables that is set tells it.
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
