//! The keys in force: those of the table, with the changes of the settings.

use super::{Action, BINDINGS, Binding, Key, Mode, bindings, typing};

/// Other keys for a binding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebinding {
    binding: &'static str,
    keys: Vec<Key>,
}

impl Rebinding {
    /// Replaces the keys of a binding; the one that it must keep is added.
    pub fn new(binding: &'static Binding, mut keys: Vec<Key>) -> Self {
        keys.extend(binding.kept().filter(|kept| !keys.contains(kept)));
        Self {
            binding: binding.name,
            keys,
        }
    }

    /// The name of the binding.
    pub fn name(&self) -> &'static str {
        self.binding
    }

    /// The keys; the first one is shown in hints.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }
}

/// The keys in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    changed: Vec<Rebinding>,
}

impl Keymap {
    /// The table with changes, which should not clash.
    pub fn with(changed: Vec<Rebinding>) -> Self {
        Self { changed }
    }

    /// The keys of a binding.
    pub fn keys(&self, binding: &'static Binding) -> &[Key] {
        let mut changed = self.changed.iter();
        let own = changed.find(|change| change.binding == binding.name);
        own.map_or(binding.keys, |change| &change.keys)
    }

    /// The action of a key in a mode; `None` if it has none.
    pub fn resolve(&self, mode: Mode, key: Key) -> Option<Action> {
        match mode {
            Mode::Prompt => return typing::prompt(key),
            Mode::Form => return typing::form(key),
            Mode::Review => return typing::review(key),
            Mode::Help => return typing::help(key),
            Mode::View(_) | Mode::Sheet | Mode::Ticking | Mode::Presentation => {}
        }
        let key = key.as_command();
        if mode == Mode::Ticking && key == typing::TICK {
            return Some(Action::Open);
        }
        let found = bindings(mode).find(|binding| self.keys(binding).contains(&key));
        found.map(|binding| binding.action.clone())
    }

    /// The key to show in hints for an action in a mode.
    pub fn key_for(&self, mode: Mode, action: &Action) -> Option<Key> {
        if mode == Mode::Ticking && *action == Action::Open {
            return Some(typing::TICK);
        }
        let mut found = bindings(mode).filter(|binding| binding.action == *action);
        found.find_map(|binding| self.keys(binding).first().copied())
    }
}

/// The first key of `change` that is taken in a common mode, and the name of the binding that has it, given the
/// `others`.
pub fn clash(change: &Rebinding, others: &[Rebinding]) -> Option<(Key, &'static str)> {
    let binding = Binding::named(change.binding)?;
    let keymap = Keymap::with(others.to_vec());
    let rivals = || {
        BINDINGS
            .iter()
            .filter(|rival| rival.name != binding.name && rival.overlaps(binding))
    };
    change.keys.iter().find_map(|key| {
        let rival = rivals().find(|rival| keymap.keys(rival).contains(key))?;
        Some((*key, rival.name))
    })
}
