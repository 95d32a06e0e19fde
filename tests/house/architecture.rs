//! The invariants of ARCHITECTURE.md that can be read off the source, and that the documents agree with the program.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use guihua::app::keymap::BINDINGS;

/// All files of Rust with their text; tables that they include are data.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("src can be listed") {
            let path = entry.expect("an entry of src can be read").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["src", "crates/core/src", "crates/import/src"] {
        walk(&root.join(folder), &mut paths);
    }
    let read = |path: PathBuf| {
        let name = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .display()
            .to_string();
        (
            name,
            fs::read_to_string(&path).expect("a source file is text"),
        )
    };
    paths.into_iter().map(read).collect()
}

/// The files in which `word` stands, apart from those whose path begins with one of `allowed`.
#[track_caller]
fn only_in(word: &str, allowed: &[&str]) {
    for (name, text) in sources() {
        if allowed.iter().any(|room| name.starts_with(room)) {
            continue;
        }
        let line = text
            .lines()
            .position(|line| line.contains(word) && !line.trim_start().starts_with("//"));
        if let Some(line) = line {
            panic!(
                "{name}:{} names {word}, which belongs to {allowed:?} alone",
                line + 1
            );
        }
    }
}

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
        .expect("the document is there")
}

#[test]
fn the_yaml_library_is_named_in_one_room() {
    only_in("serde_yaml", &["crates/core/src/load/yaml"]);
}

#[test]
fn the_terminal_library_is_named_where_the_terminal_is() {
    only_in("crossterm", &["src/terminal"]);
}

#[test]
fn the_screen_library_stays_out_of_the_core() {
    only_in(
        "ratatui",
        &["src/terminal", "src/ui", "src/app", "src/layout.rs"],
    );
}

#[test]
fn the_state_uses_only_rectangles_of_the_screen_library() {
    for (name, text) in sources()
        .into_iter()
        .filter(|(name, _)| name.starts_with("src/app"))
    {
        let strangers = text
            .lines()
            .filter(|line| line.contains("ratatui") && !line.contains("ratatui::layout"));
        assert_eq!(
            strangers.count(),
            0,
            "{name} uses more of ratatui than rectangles"
        );
    }
}

#[test]
fn nothing_of_the_built_in_plan_is_in_the_program() {
    only_in("西青", &[]);
    only_in("天津", &[]);
}

#[test]
fn every_file_says_what_it_is_for() {
    let is_code = |name: &str| name.split('.').next_back() == Some("rs");
    for (name, text) in sources().into_iter().filter(|(name, _)| is_code(name)) {
        assert!(text.starts_with("//!"), "{name} has no header");
    }
}

#[test]
fn no_key_is_bound_twice_in_a_mode() {
    use guihua::app::View;
    use guihua::app::keymap::{Mode, bindings};
    for mode in View::ALL
        .map(|(view, _)| Mode::View(view))
        .into_iter()
        .chain([Mode::Sheet])
    {
        let keys: Vec<_> = bindings(mode).flat_map(|binding| binding.keys).collect();
        for (n, key) in keys.iter().enumerate() {
            assert!(
                !keys.iter().skip(n + 1).any(|other| other == key),
                "{key} is bound twice in {mode:?}"
            );
        }
    }
}

#[test]
fn the_keys_of_the_readme_are_bound() {
    for name in ["README.md", "README.zh-CN.md"] {
        let text = read(name);
        let rows = text
            .lines()
            .skip_while(|line| !line.starts_with("|---"))
            .skip(1)
            .take_while(|line| line.starts_with('|'));
        for key in rows
            .filter_map(|row| row.split('|').nth(1))
            .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        {
            let bound = BINDINGS
                .iter()
                .any(|binding| binding.keys.iter().any(|bound| bound.to_string() == key));
            assert!(bound, "{name} promises the key {key}, which nothing binds");
        }
    }
}

/// The options and pictures that a document names, in order.
fn promises(name: &str) -> Vec<String> {
    let text = read(name);
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.');
    let words = text
        .split(|c: char| !is_word(c))
        .map(|word| word.trim_end_matches('.'));
    let promise = |word: &&str| {
        word.contains(".png") || (word.starts_with("--") && word.contains(char::is_alphabetic))
    };
    words.filter(promise).map(str::to_owned).collect()
}

#[test]
fn both_readmes_have_the_same_options_and_pictures() {
    assert_eq!(promises("README.md"), promises("README.zh-CN.md"));
}

#[test]
fn the_pictures_of_the_readme_exist() {
    for picture in promises("README.md")
        .iter()
        .filter(|word| word.contains(".png"))
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(picture);
        assert!(path.is_file(), "{picture} is missing");
    }
}
