//! What filters name; messages about those that name no domain or kind.

use super::{EntryKind, Index, Query, syllables};
use crate::plan::Domain;
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
        no_domain(&self.domains, typed)
    }
}

/// The domains that `typed` names: by the beginning of the name, its pinyin or initials, or the number from 1.
pub fn domains_named<'a>(domains: &'a [Domain], typed: &str) -> Vec<&'a Domain> {
    if let Some(domain) = domains.iter().find(|domain| *domain == typed) {
        return vec![domain];
    }
    let number: Option<usize> = typed.parse().ok();
    if let Some(domain) = number.and_then(|n| domains.get(n.checked_sub(1)?)) {
        return vec![domain];
    }
    let begun = |domain: &&Domain| syllables::begins(typed, domain);
    domains.iter().filter(begun).collect()
}

/// The message that a plan has no such domain, with those it has.
pub fn no_domain(domains: &[Domain], typed: &str) -> String {
    let known: Vec<&str> = domains.iter().map(String::as_str).collect();
    say!(
        "没有“{typed}”这个领域；可用：{known}",
        typed = typed.escape_debug(),
        known = known.join(tr("、")),
    )
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
