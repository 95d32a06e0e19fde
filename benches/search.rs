//! What a keystroke costs: on the plan, on 2,000 plans of its size, and, where they are installed, with `rg` and `fzf`.
//!
//! `cargo bench --bench search`. A keystroke has 1 ms on the plan and 16 ms on 2,000 plans.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use divan::{Bencher, black_box};
use guihua::embedded;
use guihua::manuscript::{self, Edition};
use guihua::plan::{Outline, Plan};
use guihua::search::{Index, Query, across};

fn main() {
    beside();
    divan::main();
}

static PLAN: LazyLock<Plan> = LazyLock::new(embedded::plan);
static OUTLINE: LazyLock<Outline> = LazyLock::new(|| Outline::of(&PLAN));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&PLAN, &OUTLINE, &[]));

/// How many plans a shelf has.
const PLANS: usize = 2_000;

/// Indexes of as many plans, each with its own memory, as if each had been read from a file of its own. That all are the
/// same plan is the worst case: a word that is in one is in all.
static SHELF: LazyLock<Vec<Index>> = LazyLock::new(|| vec![INDEX.clone(); PLANS]);

const QUERIES: &[&str] = &[
    "托育",
    "rc",
    "tyfw",
    "rencai",
    "人cai",
    "r",
    "人口",
    "人才 培养",
    "12.5",
    "养老金",
    "托育服物",
    "yangloafuwu",
    "。“",
];

/// Queries over many plans, with a word that is in all of them and one that is in none.
const WIDE: &[&str] = &[
    "托育",
    "海河英才",
    "12.5",
    "养老金",
    "西青 托育",
    "tyfw",
    "rencai",
];

#[divan::bench]
fn build(bencher: Bencher) {
    let (plan, outline) = (&*PLAN, &*OUTLINE);
    bencher.bench(|| Index::new(black_box(plan), outline, &[]));
}

#[divan::bench(args = QUERIES)]
fn keystroke(bencher: Bencher, typed: &str) {
    let index = &*INDEX;
    bencher.bench(|| index.search(&Query::parse(black_box(typed))));
}

#[divan::bench(args = WIDE, sample_count = 20, sample_size = 1)]
fn two_thousand_plans(bencher: Bencher, typed: &str) {
    let shelf = &*SHELF;
    bencher.bench(|| across(shelf, &Query::parse(black_box(typed)), 100));
}

/// The same text through the tools one would use instead, in the same run; skipped where they are not installed.
#[expect(
    clippy::print_stdout,
    reason = "a benchmark reports to whoever runs it"
)]
fn beside() {
    let text = manuscript::text(&OUTLINE, Edition::Restored);
    for (tool, arguments) in [("rg", ["--count", "托育"]), ("fzf", ["--filter", "托育"])] {
        let mut times: Vec<_> = (0..20)
            .map_while(|_| timed(tool, &arguments, &text))
            .collect();
        times.sort_unstable();
        if let Some(median) = times.get(times.len() / 2) {
            println!(
                "{tool} {}: median {median:?} with its start",
                arguments.join(" ")
            );
        }
    }
}

fn timed(tool: &str, arguments: &[&str], text: &str) -> Option<std::time::Duration> {
    let start = std::time::Instant::now();
    let mut child = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    child.wait().ok()?;
    Some(start.elapsed())
}
