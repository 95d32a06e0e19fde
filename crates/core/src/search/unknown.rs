//! Filters that name nothing: told to whoever typed them, with what there is.

use super::{EntryKind, Index, Query};
use crate::words::{say, tr};

impl Index {
    /// What is wrong with the filters of a query: a domain or a kind that there is not. `None` if nothing is. What follows
    /// a colon may be words of the text as well, so it is wrong only if it stands nowhere.
    pub fn fault(&self, query: &Query) -> Option<String> {
        let domain = query.domains().iter();
        let unknown = domain
            .filter(|typed| self.domains_named(typed).is_empty())
            .map(|typed| self.no_domain(typed));
        let kind = query.words.iter().filter_map(|word| {
            let typed = word.kind.as_deref()?;
            self.certain_occurrences(word)
                .is_empty()
                .then(|| no_kind(typed))
        });
        unknown.chain(kind).next()
    }

    /// That a plan has no such domain, and those that it has.
    pub fn no_domain(&self, typed: &str) -> String {
        let known: Vec<&str> = self.domains.iter().map(String::as_str).collect();
        say!(
            "没有“{typed}”这个领域；可用：{known}",
            typed = typed.escape_debug(),
            known = known.join(tr("、")),
        )
    }
}

/// That there is no such kind, and those that there are.
pub fn no_kind(typed: &str) -> String {
    let known = EntryKind::ALL.map(|(kind, _)| kind.name());
    say!(
        "没有“{typed}”这个类型；可用：{known}",
        typed = typed.escape_debug(),
        known = known.join(tr("、")),
    )
}
