//! Where one stopped: the view, what is marked in the text, the selected target and the domain, by names, addresses and ids
//! of the plan, so that it holds although the plan or the screen is another one the next time.

use serde::{Deserialize, Serialize};

use super::{App, View, listing};
use crate::plan::Address;
use crate::wording;
use crate::words::{say, tr};

/// Where one stopped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rest {
    /// The name of the view.
    view: String,
    /// The address of what is marked in the text.
    at: String,
    /// The id of the selected target.
    target: Option<String>,
    /// The domain that the lists are narrowed to.
    domain: Option<String>,
}

/// The names of the views that one can begin with. A topic was asked for, and is not asked for again.
const NAMES: [(&str, View); 5] = [
    ("overview", View::Overview),
    ("reading", View::Reading),
    ("targets", View::Targets),
    ("tasks", View::Tasks),
    ("index", View::Terms),
];

impl App {
    /// Where one stops now.
    pub fn rest(&self) -> Rest {
        let document = &self.shown;
        let node = document.dossier.outline.node(document.reading.cursor);
        let part = document.reading.part.as_ref();
        let at = part.map_or(node.address, |part| node.address_of(part));
        let named = NAMES.iter().find(|(_, view)| *view == document.view);
        Rest {
            view: named.map_or("overview", |(name, _)| name).to_owned(),
            at: at.to_string(),
            target: document.selected_target().map(|it| it.id.clone()),
            domain: document.domain_name().map(str::to_owned),
        }
    }

    /// Begins where one stopped, as far as the plan still has it, and says where that is unless it is the overview.
    pub fn resume(&mut self, rest: &Rest) {
        self.resume_place(rest);
        let named = NAMES.iter().find(|(name, _)| *name == rest.view);
        let Some((_, view)) = named else {
            return;
        };
        self.shown.view = *view;
        self.settle();
        if *view == View::Reading {
            let node = self.shown.reading.cursor;
            let part = self.shown.reading.part.clone();
            self.shown.reading.go_to(node);
            self.shown.reading.part = part;
        }
        let place = match view {
            View::Overview => return,
            View::Reading => {
                let outline = &self.shown.dossier.outline;
                wording::place(outline, outline.node(self.shown.reading.cursor).address)
            }
            _ => tr(view.name()).to_owned(),
        };
        self.message = Some(say!("接着上次：{place}", place));
    }

    /// Marks the place in the text, and selects target and domain, without changing the view.
    pub fn resume_place(&mut self, rest: &Rest) {
        let document = &mut self.shown;
        let (plan, outline) = (&document.dossier.plan, &document.dossier.outline);
        if let Ok(at) = rest.at.parse::<Address>()
            && let Some(node) = outline.at(at.block())
        {
            let part = outline.node(node).part(at);
            document.reading.mark(node);
            document.reading.part = part.filter(|_| at != at.block());
        }
        let mut domains = plan.domains.iter();
        let wanted = rest.domain.as_deref();
        document.domain = domains.position(|it| Some(it.as_str()) == wanted);
        let index = plan
            .targets
            .iter()
            .position(|it| Some(&it.id) == rest.target.as_ref());
        if let Some(index) = index {
            let rows = document.target_rows();
            listing::select(&mut document.targets, index, &rows);
        }
        self.settle();
    }
}
