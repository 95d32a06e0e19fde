//! Search: what is found, what is not, what comes first, and which characters are marked.

use std::sync::LazyLock;

use guihua::embedded;
use guihua::plan::{Outline, Plan};
use guihua::search::{Entry, EntryKind, Field, Hit, Index, MatchClass, Note, Query, Subject, fold};
use pinyin::ToPinyinMulti as _;
use proptest::prelude::*;

struct Fixture {
    plan: Plan,
    outline: Outline,
    index: Index,
}

static XIQING: LazyLock<Fixture> = LazyLock::new(|| {
    let plan = embedded::plan();
    let outline = Outline::of(&plan);
    let index = Index::new(&plan, &outline, &[]);
    Fixture {
        plan,
        outline,
        index,
    }
});

fn search(typed: &str) -> Vec<Hit> {
    XIQING.index.search(&Query::parse(typed))
}

/// How the table names an entry: its address, with the id of a target or the name of a term.
fn name(entry: &Entry) -> String {
    match entry.subject {
        Subject::Target(n) => format!("target:{}", XIQING.plan.targets[n].id),
        Subject::Term(n) => format!("term:{}", XIQING.plan.terms[n].name),
        _ => entry.address.to_string(),
    }
}

fn names(typed: &str) -> Vec<String> {
    let hits = search(typed);
    hits.iter()
        .map(|hit| name(XIQING.index.entry(hit)))
        .collect()
}

#[test]
fn dump() {
    for typed in std::env::var("Q").unwrap_or_default().split('|') {
        let hits = search(typed);
        println!("== {typed}: {}", hits.len());
        for hit in hits.iter().take(6) {
            let e = XIQING.index.entry(hit);
            let t: Vec<&str> = hit
                .text
                .iter()
                .map(|r| &e.text[r.clone()])
                .take(6)
                .collect();
            let tt: Vec<&str> = hit.title.iter().map(|r| &e.title[r.clone()]).collect();
            println!(
                "  {} {} {} {:?} {:?} {}",
                name(e),
                e.kind.label(),
                hit.class.label(),
                tt,
                t,
                hit.score()
            );
        }
    }
}
