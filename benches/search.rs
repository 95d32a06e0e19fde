//! What a keystroke costs: on the plan, on 2,000 plans of its size, and, where they are installed, with `rg` and `fzf`.
//!
//! `cargo bench --bench search`. A keystroke has 1 ms on the plan and 16 ms on 2,000 plans. There are two shelves:
//!
//! - `same`: the plan 2,000 times. The worst case: what is in one is in all, so nothing can be passed over.
//! - `differing`: plans made from it, its paragraphs in another order and from none to all of its characters replaced,
//!   so that a word is in some and not in others. No real shelf, but closer to one.
//!
//! `rg` and `fzf` get the text of the same shelves from files, and start anew, as they would with every key.

use std::fs::File;
use std::io::{self, Write as _};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use divan::{Bencher, black_box};
use guihua::embedded;
use guihua::manuscript::{self, Edition};
use guihua::plan::{Outline, Plan};
use guihua::search::{Index, Query, across};

#[path = "search/differing.rs"]
mod differing;

fn main() {
    beside();
    divan::main();
}

static PLAN: LazyLock<Plan> = LazyLock::new(embedded::plan);
static OUTLINE: LazyLock<Outline> = LazyLock::new(|| Outline::of(&PLAN));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&PLAN, &OUTLINE, &[]));

/// How many plans a shelf has.
const PLANS: usize = 2_000;

/// How many hits are wanted: more than any screen shows.
const LIMIT: usize = 100;

/// The plan as often, each index with memory of its own, as if each had been read from a file of its own.
static SAME: LazyLock<Vec<Index>> = LazyLock::new(|| vec![INDEX.clone(); PLANS]);

/// As many plans that differ.
static DIFFERING: LazyLock<Vec<Index>> = LazyLock::new(|| {
    let plans = differing::plans(&PLAN, PLANS);
    plans
        .map(|plan| Index::new(&plan, &Outline::of(&plan), &[]))
        .collect()
});

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

/// Queries over many plans: words that are everywhere, here and there, and nowhere; typed whole, begun and wrong.
const WIDE: &[&str] = &[
    "托育",
    "海河英才",
    "12.5",
    "养老金",
    "西青 托育",
    "人才 培养",
    "人口",
    "人",
    "tyfw",
    "rencai",
    "人cai",
    "rc",
    "r",
    "tuoyu rencai",
    "托育服物",
    "yangloafuwu",
    "。“",
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
fn same(bencher: Bencher, typed: &str) {
    let shelf = &*SAME;
    bencher.bench(|| across(shelf, &Query::parse(black_box(typed)), LIMIT));
}

#[divan::bench(args = WIDE, sample_count = 20, sample_size = 1)]
fn differing(bencher: Bencher, typed: &str) {
    let shelf = &*DIFFERING;
    bencher.bench(|| across(shelf, &Query::parse(black_box(typed)), LIMIT));
}

/// What the other tools are asked: they have no pinyin.
const BESIDE: &[&str] = &["托育", "海河英才", "人口"];

/// The same text through the tools one would use instead, in the same run.
fn beside() {
    let one = manuscript::text(&OUTLINE, Edition::Restored);
    let differing = differing::plans(&PLAN, PLANS)
        .map(|plan| manuscript::text(&Outline::of(&plan), Edition::Restored));
    let texts: [(&str, String); 3] = [
        ("the plan", one.clone()),
        ("same", one.repeat(PLANS)),
        ("differing", differing.collect()),
    ];
    for (name, text) in texts {
        if let Err(error) = compare(name, &text) {
            report(&format!("beside, {name}: {error}"));
        }
    }
}

fn compare(name: &str, text: &str) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new()?;
    file.write_all(text.as_bytes())?;
    for tool in [&["rg", "--count"][..], &["fzf", "--filter"]] {
        for typed in BESIDE {
            let times: Option<Vec<_>> = (0..10)
                .map(|_| timed(tool, typed, file.reopen().ok()?))
                .collect();
            let Some(mut times) = times else {
                report(&format!("{} is not installed: not measured", tool[0]));
                break;
            };
            times.sort_unstable();
            let (least, median) = (times[0], times[times.len() / 2]);
            let tool = tool.join(" ");
            report(&format!(
                "{name}, {tool} {typed}: {least:?}, median {median:?}, with its start"
            ));
        }
    }
    Ok(())
}

fn timed(tool: &[&str], typed: &str, text: File) -> Option<Duration> {
    let start = Instant::now();
    let mut child = Command::new(tool.first()?)
        .args(&tool[1..])
        .arg(typed)
        .stdin(text)
        .stdout(Stdio::null())
        .spawn()
        .ok()?;
    child.wait().ok()?;
    Some(start.elapsed())
}

#[expect(
    clippy::print_stdout,
    reason = "a benchmark reports to whoever runs it"
)]
fn report(line: &str) {
    println!("{line}");
}
