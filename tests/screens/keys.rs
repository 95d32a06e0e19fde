//! Keys that a person has changed: they do what they are set to, and hints and help show them.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use crate::support::screen::{SIZES, play, press, screen};
use guihua::app::Key;
use guihua::app::keymap::{BINDINGS, Binding, Keymap, Rebinding, clash};

fn change(name: &str, keys: &[&str]) -> Rebinding {
    let keys = keys.iter().map(|key| Key::named(key).expect("it is a key"));
    Rebinding::new(Binding::named(name).expect("keys do that"), keys.collect())
}

#[test]
fn every_binding_has_a_name_of_its_own() {
    let names: BTreeSet<&str> = BINDINGS.iter().map(|binding| binding.name).collect();
    assert_eq!(names.len(), BINDINGS.len());
    let is_name = |name: &str| {
        name.bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    assert!(names.iter().all(|name| is_name(name)), "{names:?}");
}

#[test]
fn every_key_of_the_table_reads_back_as_it_is_written() {
    for key in BINDINGS.iter().flat_map(|binding| binding.keys) {
        assert_eq!(Key::named(&key.written()), Some(*key), "{key}");
    }
    assert_eq!(Key::named("pgup"), Some(Key::PageUp));
    assert_eq!(Key::named("CTRL-S"), Some(Key::Ctrl('s')));
    // As on the screen, a full-width character is its ASCII twin.
    assert_eq!(Key::named("ｓ"), Some(Key::Char('s')));
    for none in [
        "", " ", "\u{1b}", "Ctrl-", "Ctrl-é", "Ctrl-ab", "Ctrl-m", "Meta-x",
    ] {
        assert_eq!(Key::named(none), None, "{none:?}");
    }
}

#[test]
fn a_changed_key_acts_and_is_shown_and_the_old_one_does_not() {
    for (columns, rows) in SIZES {
        let mut app = press("", columns, rows);
        app.bind(Keymap::with(vec![
            change("find", &["s"]),
            change("targets", &["T", "Ctrl-t"]),
        ]));
        assert!(screen(&app).contains("s 查找"), "{}", screen(&app));
        play(&mut app, "/");
        assert!(app.prompt().is_none(), "the old key still finds");
        play(&mut app, "s");
        assert!(app.prompt().is_some(), "the new key does not find");
        play(&mut app, "<Esc>t");
        assert!(!screen(&app).contains("人均期望寿命"));
        play(&mut app, "<C-t>");
        assert!(screen(&app).contains("户籍人口"), "{}", screen(&app));
        play(&mut app, "?");
        let help = app.help_columns();
        let help = format!("{help:?}");
        assert!(
            help.contains("T Ctrl-t") && help.contains("  s  "),
            "{help}"
        );
    }
}

#[test]
fn nobody_can_lock_himself_in() {
    let mut app = press("?", 80, 24);
    app.bind(Keymap::with(vec![
        change("close", &[]),
        change("quit", &[]),
    ]));
    play(&mut app, "<Esc>");
    assert!(app.help().is_none(), "Esc closes");
    assert!(!play(&mut app, "<C-c>").is_empty(), "Ctrl-c leaves");
}

#[test]
fn a_key_does_one_thing_in_a_mode() {
    let find = change("find", &["o"]);
    let clashes = |others: &[Rebinding]| clash(&find, others);
    assert_eq!(clashes(&[]), Some((Key::Char('o'), "overview")));
    assert_eq!(clashes(&[change("overview", &["O"])]), None);
    assert_eq!(
        clash(&change("fold", &["J"]), &[]),
        None,
        "J belongs to the lists"
    );
}
