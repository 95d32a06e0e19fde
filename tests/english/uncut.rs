//! English words take more room than Chinese ones, and still stand whole on every screen: what is cut off is only what the
//! plan and its records say, never a word of ours.

use std::collections::BTreeSet;

use super::screens::{AFTER, DURING, OWN, SCREENS, SIZES, opened, press};
use crate::support::screen::screen;
use guihua::app::App;
use guihua::plan::Outline;
use guihua::wording;
use ratatui::layout::Size;

/// The sign of what was cut off.
const CUT: char = '⋯';

/// The tabs, which every screen has.
const TABS: [&str; 5] = ["Overview", "Text", "Targets", "Tasks", "Index"];

/// Whether words stand in a line with nothing grown onto them.
fn stands_whole(line: &str, words: &str) -> bool {
    line.match_indices(words).any(|(at, _)| {
        let before = line.get(..at).and_then(|it| it.chars().next_back());
        let after = line
            .get(at + words.len()..)
            .and_then(|it| it.chars().next());
        let is_free =
            |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric() && sign != CUT);
        is_free(before) && is_free(after)
    })
}

#[test]
fn every_word_that_a_screen_should_have_stands_there_whole() {
    let mut faults = Vec::new();
    for (keys, words) in SCREENS {
        for size in SIZES {
            let screen = screen(&press(keys, size, AFTER));
            let is_missing = |words: &&&str| !screen.lines().any(|line| stands_whole(line, words));
            let missing: Vec<&&str> = TABS.iter().chain(*words).filter(is_missing).collect();
            if !missing.is_empty() {
                faults.push(format!("{keys} on {size:?}: no {missing:?} in\n{screen}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The text without white space: where it is cut doesn't depend on it.
fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// All that the plan, its records and the goals of its targets say: what may be cut off. The goals are words of both, in a
/// column of their own.
fn said() -> String {
    let plan = opened().plan;
    let outline = Outline::of(&plan);
    let nodes = outline
        .nodes()
        .iter()
        .map(|node| node.number.clone() + node.prose.reading());
    let goals = plan.targets.iter().map(wording::goal);
    // A note is searched together with its source.
    let note = "Counted twice in March.；Register";
    let files = [include_str!("../fixtures/latin-plan.yaml"), OWN, note].map(str::to_owned);
    let all: Vec<String> = nodes
        .chain(goals)
        .chain(files)
        .map(|text| solid(&text))
        .collect();
    all.join("\n")
}

/// What was cut on a screen: the words before the sign, from the last gap or frame on.
fn cut(screen: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in screen.lines() {
        let mut parts: Vec<&str> = line.split(CUT).collect();
        parts.pop();
        for part in parts {
            let begins = |gap: &str| part.rfind(gap).map_or(0, |at| at + gap.len());
            let start = ["  ", "│", "“", "▾", "▸", "incl. "].map(begins);
            let start = start.into_iter().max().unwrap_or_default();
            found.extend(part.get(start..).map(|words| words.trim().to_owned()));
        }
    }
    found.remove("");
    found
}

/// What was cut on a screen and is not the plan's.
fn faults(app: &App, said: &str, what: &str) -> Vec<String> {
    let screen = screen(app);
    let is_ours = |words: &String| {
        // A record is named by its target and its period.
        let words = words.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        !said.contains(&solid(words))
    };
    let ours = cut(&screen).into_iter().filter(is_ours);
    ours.map(|words| format!("{what} on {}: {words:?} was cut off in\n{screen}", app.size))
        .collect()
}

#[test]
fn no_word_of_ours_is_cut_on_any_screen() {
    let said = said();
    let mut found = Vec::new();
    for day in [DURING, AFTER] {
        for (keys, _) in SCREENS {
            let mut app = press(keys, (80, 24), day);
            for (columns, rows) in SIZES.into_iter().chain([(60, 45), (80, 45)]) {
                app.resize(Size::new(columns, rows));
                found.extend(faults(&app, &said, keys));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_word_of_ours_is_cut_in_what_is_said_of_a_target() {
    let said = said();
    let mut found = Vec::new();
    for n in 0..opened().plan.targets.len() {
        let down = "j".repeat(n);
        for view in ["", "e", "eG", "c", "a"] {
            let keys = format!("t{down}{view}");
            for size in SIZES {
                found.extend(faults(&press(&keys, size, AFTER), &said, &keys));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_word_that_is_cut_or_grown_together_is_noticed() {
    assert!(stands_whole(" 0 All 28  1 Health", "All 28"));
    assert!(!stands_whole(" Evaluat⋯", "Evaluation"));
    assert!(!stands_whole(" EvaluationAs of", "Evaluation"));
    assert!(!stands_whole(" Evaluation⋯", "Evaluation"));
    assert_eq!(
        cut(" Date  when it was;⋯\n │ Infant mor⋯  x"),
        BTreeSet::from(["when it was;".to_owned(), "Infant mor".to_owned()])
    );
}
