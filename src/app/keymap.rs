//! Which keys do what. Help, footer and README are made from the one table or tested against it, and what a person has
//! changed of it in the settings goes before.

mod changed;
mod help;
mod table;
mod typing;

pub use self::changed::{Keymap, Rebinding, clash};
pub use self::help::HelpRow;
pub use self::table::BINDINGS;
use super::action::{Action, View};
use super::key::Key;

/// Who has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// One of the views.
    View(View),
    /// The line being typed.
    Prompt,
    /// A sheet over the view: keys, reasons, a card.
    Sheet,
    /// The form for a record.
    Form,
}

impl Mode {
    /// Those in which keys are commands.
    const COMMANDING: [Self; 6] = [
        Self::View(View::Overview),
        Self::View(View::Reading),
        Self::View(View::Targets),
        Self::View(View::Tasks),
        Self::View(View::Terms),
        Self::Sheet,
    ];
}

/// Where a binding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// In every view.
    Views,
    /// In one view.
    Only(View),
    /// In the two lists.
    Lists,
    /// In views and in the help.
    Everywhere,
}

impl Scope {
    fn holds(self, mode: Mode) -> bool {
        match (self, mode) {
            (Self::Everywhere, Mode::View(_) | Mode::Sheet) | (Self::Views, Mode::View(_)) => true,
            (Self::Only(wanted), Mode::View(view)) => wanted == view,
            (Self::Lists, Mode::View(view)) => {
                matches!(view, View::Targets | View::Tasks | View::Terms)
            }
            _ => false,
        }
    }
}

/// One line of the table: keys that do the same, what they do, and how help words it.
pub struct Binding {
    scope: Scope,
    /// The name of what it does, by which the settings change its keys.
    pub name: &'static str,
    /// The group that help lists it under.
    pub group: &'static str,
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// What it does, in Chinese; empty where the binding above speaks for it.
    pub help: &'static str,
    action: Action,
}

impl Binding {
    /// The binding of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        BINDINGS.iter().find(|binding| binding.name == name)
    }

    /// Whether there is a mode in which both hold.
    pub fn meets(&self, other: &Self) -> bool {
        let both = |mode: &Mode| self.scope.holds(*mode) && other.scope.holds(*mode);
        Mode::COMMANDING.iter().any(both)
    }

    /// The key that it keeps whatever the settings say, since without it one could be locked in.
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

/// The bindings that hold in a mode.
pub fn bindings(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    BINDINGS
        .iter()
        .filter(move |binding| binding.scope.holds(mode))
}
