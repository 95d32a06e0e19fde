//! Messages about filters that name no domain or kind.

use super::{EntryKind, Index, Query};
use crate::words::{say, tr};

impl Index {
    /// The message about an unknown domain or kind of a query, if any. A word after a colon counts as an unknown kind only
    /// if the text does not have it.
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

    /// The message that the plan has no such domain, with those it has.
    pub fn no_domain(&self, typed: &str) -> String {
        let known: Vec<&str> = self.domains.iter().map(String::as_str).collect();
        say!(
            "没有“{typed}”这个领域；可用：{known}",
            typed = typed.escape_debug(),
            known = known.join(tr("、")),
        )
    }
}

/// The message that there is no such kind, with all kinds.
pub fn no_kind(typed: &str) -> String {
    let known = EntryKind::ALL.map(|(kind, _)| kind.name());
    say!(
        "没有“{typed}”这个类型；可用：{known}",
        typed = typed.escape_debug(),
        known = known.join(tr("、")),
    )
}
