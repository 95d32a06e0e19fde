//! `--domain` of the commands that list: the domains that it names, as `@` does in the finder.

use super::Failure;
use crate::plan::{Domain, Plan};
use crate::search::{domains_named, no_domain};

/// The domains that were asked for.
pub(super) enum Wanted<'a> {
    /// No domain was named, so that all are listed.
    All,
    /// The domains that the typed word names; at least one.
    Named(Vec<&'a Domain>),
}

impl<'a> Wanted<'a> {
    /// What a typed word asks for: a name, its beginning, its pinyin or initials, or the number of a domain.
    pub(super) fn of(plan: &'a Plan, typed: Option<&str>) -> Result<Self, Failure> {
        let Some(typed) = typed else {
            return Ok(Self::All);
        };
        let named = domains_named(&plan.domains, typed);
        if named.is_empty() {
            return Err(Failure::Unknown(no_domain(&plan.domains, typed)));
        }
        Ok(Self::Named(named))
    }

    /// Whether something of these domains is listed.
    pub(super) fn admits(&self, domains: impl IntoIterator<Item = &'a Domain>) -> bool {
        match self {
            Self::All => true,
            Self::Named(named) => domains.into_iter().any(|it| named.contains(&it)),
        }
    }
}
