//! The history of places that jumps have left, to go back and forward through.

/// The maximum number of places to go back to.
const LIMIT: usize = 100;

/// The places before and after the current one.
#[derive(Clone, Debug)]
pub(super) struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self {
            past: Vec::new(),
            future: Vec::new(),
        }
    }
}

impl<T: PartialEq> History<T> {
    /// Adds the place that a jump leaves, and clears the places ahead.
    pub(super) fn leave(&mut self, here: T) {
        self.future.clear();
        if self.past.last() != Some(&here) {
            self.past.push(here);
        }
        if self.past.len() > LIMIT {
            self.past.remove(0);
        }
    }

    /// The previous place.
    pub(super) fn last(&self) -> Option<&T> {
        self.past.last()
    }

    /// Goes back to the previous place from `here`.
    pub(super) fn back(&mut self, here: T) -> Option<T> {
        let place = self.past.pop()?;
        self.future.push(here);
        Some(place)
    }

    /// Goes forward to the next place from `here`.
    pub(super) fn forward(&mut self, here: T) -> Option<T> {
        let place = self.future.pop()?;
        self.past.push(here);
        Some(place)
    }
}
