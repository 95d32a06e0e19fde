//! No test is forgotten: every file below `tests` is listed by a runner, and every runner by its package.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::modules::{files, modules};

/// The folders of all packages of the workspace that have tests.
fn packages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let crates = fs::read_dir(root.join("crates")).expect("the crates can be listed");
    let crates = crates.map(|entry| entry.expect("an entry can be read").path());
    let packages = crates.chain([root.to_owned()]);
    packages
        .filter(|package| package.join("tests").is_dir())
        .collect()
}

/// The roots of a package's tests: those that its `Cargo.toml` names. Without the tests that cargo finds by itself, a file
/// below `tests` runs only if it is told.
fn roots(package: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(package.join("Cargo.toml")).expect("a package has a manifest");
    let manifest: toml::Table = text.parse().expect("a manifest is TOML");
    let autotests = manifest["package"].get("autotests");
    assert_eq!(
        autotests.and_then(toml::Value::as_bool),
        Some(false),
        "{}: with autotests each file is linked by itself",
        package.display()
    );
    let tests = manifest.get("test").and_then(toml::Value::as_array);
    let paths = tests
        .into_iter()
        .flatten()
        .map(|test| test["path"].as_str());
    paths
        .map(|path| package.join(path.expect("a path is a string")))
        .collect()
}

#[test]
fn every_file_of_tests_is_listed_by_a_runner() {
    let packages = packages();
    assert!(!packages.is_empty());
    for package in packages {
        let roots = roots(&package);
        let listed: BTreeSet<PathBuf> = roots.iter().flat_map(|root| modules(root)).collect();
        let forgotten: Vec<PathBuf> = files(&package.join("tests"))
            .into_iter()
            .filter(|file| !listed.contains(file))
            .collect();
        assert!(
            forgotten.is_empty(),
            "no runner ({roots:?}) lists {forgotten:?}"
        );
    }
}
