//! Where one was: the places left behind by jumps, to go back and forward through them.

/// How many places are kept.
const LIMIT: usize = 100;

/// A trail of places with the present somewhere in it.
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
    /// Notes the place that a jump leaves. What lay ahead is forgotten.
    pub(super) fn leave(&mut self, here: T) {
        self.future.clear();
        if self.past.last() != Some(&here) {
            self.past.push(here);
        }
        if self.past.len() > LIMIT {
            self.past.remove(0);
        }
    }

    /// The place before.
    pub(super) fn last(&self) -> Option<&T> {
        self.past.last()
    }

    /// The place before, in exchange for the present one.
    pub(super) fn back(&mut self, here: T) -> Option<T> {
        let place = self.past.pop()?;
        self.future.push(here);
        Some(place)
    }

    /// The place after, in exchange for the present one.
    pub(super) fn forward(&mut self, here: T) -> Option<T> {
        let place = self.future.pop()?;
        self.past.push(here);
        Some(place)
    }
}
