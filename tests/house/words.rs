//! Every word of the interface has an English twin, and every twin is in use.
//!
//! The source is read as tokens, so that no string escapes: one with Chinese in it is said through `tr` or `say!`, or it is
//! help, which is translated as a whole, or it stands in a place that is listed below with the reason why it may.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod places;
mod source;

use std::collections::BTreeSet;

use clap::{Command, CommandFactory as _};
use guihua::cli::Cli;
use guihua::words::{messages, twin};
use places::{EXAMPLES, PLACES, Place, Why};
use source::{Role, Text, texts};

/// Whether a text has anything of Chinese writing: characters, or signs that only Chinese sets.
fn is_chinese(text: &str) -> bool {
    text.contains(is_han) || text.contains(is_chinese_sign)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// Ideographic punctuation and full-width forms. The quotation marks “” and the dashes are English as well.
fn is_chinese_sign(c: char) -> bool {
    !is_han(c) && matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// The place of a text in the list, if it is listed.
fn place(text: &Text) -> Option<&'static Place> {
    PLACES.iter().find(|place| place.holds(text))
}

/// What is wrong with a text of the source, if anything is. Attributes are left out: they are comments, words of files, and
/// help, which `help_has_twins` holds.
fn fault(text: &Text) -> Option<String> {
    let is_chinese = is_chinese(&text.value);
    let needs_a_twin = match (text.role, place(text).map(|place| place.why)) {
        (Role::Said, _) => true,
        (Role::Other, Some(Why::Labels(_))) => is_chinese,
        (Role::Other, None) if is_chinese => return Some(told(text, "is said without tr or say!")),
        (Role::Attribute | Role::Other, _) => false,
    };
    (needs_a_twin && twin(&text.value).is_none()).then(|| told(text, "has no twin"))
}

fn told(text: &Text, complaint: &str) -> String {
    let Text {
        file,
        line,
        item,
        value,
        ..
    } = text;
    format!("{file}:{line} ({item}) {complaint}: {value:?}")
}

#[test]
fn every_word_of_the_source_has_a_twin() {
    let texts = texts();
    assert!(texts.len() > 1000, "only {} strings were read", texts.len());
    let faults: Vec<String> = texts.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_listed_place_holds_chinese() {
    let texts = texts();
    for listed in PLACES {
        let mut own = texts.iter().filter(|text| listed.holds(text));
        assert!(
            own.any(|text| text.role == Role::Other && is_chinese(&text.value)),
            "{} {} has no Chinese of its own: take it from the list PLACES",
            listed.file,
            listed.item
        );
    }
}

/// Every text of help: of commands, arguments and the values that they take.
fn help(command: &Command, found: &mut BTreeSet<String>) {
    let styled = |text: Option<&clap::builder::StyledStr>| text.map(ToString::to_string);
    found.extend(styled(command.get_about()));
    found.extend(styled(command.get_long_about()));
    found.extend(styled(command.get_before_help()));
    found.extend(styled(command.get_after_help()));
    found.extend(styled(command.get_after_long_help()));
    for argument in command.get_arguments() {
        found.extend(styled(argument.get_help()));
        found.extend(styled(argument.get_long_help()));
        found.extend(argument.get_help_heading().map(str::to_owned));
        let names = argument.get_value_names().unwrap_or_default();
        // In angle brackets, as usage has them: the same word may also be a heading.
        found.extend(names.iter().map(|name| format!("<{name}>")));
        for value in argument.get_possible_values() {
            found.extend(styled(value.get_help()));
        }
    }
    command.get_subcommands().for_each(|sub| help(sub, found));
}

fn help_texts() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    help(&Cli::command(), &mut found);
    found
}

#[test]
fn help_has_twins() {
    let lacking: Vec<String> = help_texts()
        .into_iter()
        .filter(|text| is_chinese(text) && twin(text).is_none())
        .collect();
    assert!(lacking.is_empty(), "without a twin: {lacking:#?}");
}

#[test]
fn every_twin_is_in_use() {
    let mut used = help_texts();
    used.extend(texts().into_iter().map(|text| text.value));
    let dead: Vec<&str> = messages()
        .map(|(chinese, _)| chinese)
        .filter(|chinese| !used.contains(*chinese))
        .collect();
    assert!(dead.is_empty(), "no longer said: {dead:#?}");
}

/// The blanks of a message, such as `name` in `打不开 {name}`.
fn blanks(text: &str) -> BTreeSet<&str> {
    let parts = text.split('{').skip(1);
    parts
        .filter_map(|part| Some(part.split_once('}')?.0))
        .collect()
}

#[test]
fn twins_have_the_same_blanks() {
    for (chinese, english) in messages() {
        assert_eq!(
            blanks(chinese),
            blanks(english),
            "{chinese:?} and {english:?} have different blanks"
        );
    }
}

/// What is left of a twin without the Chinese that it may name.
fn without_examples(english: &str) -> String {
    let mut rest = english.to_owned();
    for (example, _) in EXAMPLES {
        rest = rest.replace(example, "");
    }
    rest
}

#[test]
fn twins_are_english() {
    for (chinese, english) in messages() {
        assert!(!english.is_empty(), "{chinese:?} has an empty twin");
        let rest = without_examples(english);
        assert!(!is_chinese(&rest), "{rest:?} in the twin of {chinese:?}");
    }
}

#[test]
fn every_example_is_in_use() {
    for (example, _) in EXAMPLES {
        let mut twins = messages().map(|(_, english)| english);
        assert!(
            twins.any(|english| english.contains(example)),
            "no twin says {example}: take it from the list EXAMPLES"
        );
    }
}
