//! The key bindings. Help, footer and README are made from one table or tested against it; the settings may override
//! it.

mod changed;
mod help;
mod table;
mod typing;

pub use self::changed::{Keymap, Rebinding, clash};
pub use self::help::HelpRow;
pub use self::table::BINDINGS;
use super::action::{Action, View};
use super::key::Key;

/// What has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// One of the views.
    View(View),
    /// The line being typed.
    Prompt,
    /// A sheet over the view: keys, reasons, a card.
    Sheet,
    /// A sheet on which several things may be ticked.
    Ticking,
    /// The form for a record.
    Form,
    /// The review of an import.
    Review,
    /// The help, in which what is typed narrows it.
    Help,
    /// The presentation.
    Presentation,
}

impl Mode {
    /// The modes in which keys are commands.
    const COMMANDING: [Self; 8] = [
        Self::View(View::Overview),
        Self::View(View::Reading),
        Self::View(View::Targets),
        Self::View(View::Tasks),
        Self::View(View::Terms),
        Self::View(View::Topic),
        Self::Sheet,
        Self::Presentation,
    ];
}

/// The modes in which a binding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// In every view.
    Views,
    /// In one view.
    Only(View),
    /// In the lists.
    Lists,
    /// In the presentation.
    Presentation,
    /// In views, sheets and the presentation.
    Everywhere,
}

impl Scope {
    fn holds(self, mode: Mode) -> bool {
        match (self, mode) {
            (
                Self::Everywhere,
                Mode::View(_) | Mode::Sheet | Mode::Ticking | Mode::Presentation,
            )
            | (Self::Views, Mode::View(_))
            | (Self::Presentation, Mode::Presentation) => true,
            (Self::Only(wanted), Mode::View(view)) => wanted == view,
            (Self::Lists, Mode::View(view)) => {
                matches!(view, View::Targets | View::Tasks | View::Terms)
            }
            _ => false,
        }
    }
}

/// A binding: keys, their action, and its help text.
pub struct Binding {
    scope: Scope,
    /// The name of the binding in the settings.
    pub name: &'static str,
    /// Its group in the help.
    pub group: &'static str,
    /// The keys; the first one is shown in hints.
    pub keys: &'static [Key],
    /// The help text in Chinese; empty if the binding above covers it.
    pub help: &'static str,
    action: Action,
}

impl Binding {
    /// The binding of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        BINDINGS.iter().find(|binding| binding.name == name)
    }

    /// Whether both hold in a common mode.
    pub fn overlaps(&self, other: &Self) -> bool {
        let both = |mode: &Mode| self.scope.holds(*mode) && other.scope.holds(*mode);
        Mode::COMMANDING.iter().any(both)
    }

    /// The key that it keeps whatever the settings say, so that there is always a way out.
    fn kept(&self) -> Option<Key> {
        match self.action {
            Action::Cancel => Some(Key::Esc),
            Action::Quit => Some(Key::Ctrl('c')),
            _ => None,
        }
    }
}

const fn bind(
    scope: Scope,
    name: &'static str,
    group: &'static str,
    keys: &'static [Key],
    help: &'static str,
    action: Action,
) -> Binding {
    Binding {
        scope,
        name,
        group,
        keys,
        help,
        action,
    }
}

/// Whether a binding is of this screen alone, rather than of all.
fn is_own(binding: &Binding) -> bool {
    matches!(
        binding.scope,
        Scope::Only(_) | Scope::Lists | Scope::Presentation
    )
}

/// The bindings that hold in a mode.
pub fn bindings(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    BINDINGS
        .iter()
        .filter(move |binding| binding.scope.holds(mode))
}
