//! No test is forgotten: every file below `tests` is listed by a runner, and every runner by its package.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::modules::{files, manifest, modules, packages};

/// The roots of a package's tests: those that its `Cargo.toml` names. Without the tests that cargo finds by itself, a file
/// below `tests` runs only if it is told.
fn roots(package: &Path) -> Vec<PathBuf> {
    let manifest = manifest(package);
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
    let tested = |package: &PathBuf| package.join("tests").is_dir();
    let packages: Vec<PathBuf> = packages().into_iter().filter(tested).collect();
    assert!(!packages.is_empty());
    for package in packages {
        let roots = roots(&package);
        let listed = roots.iter().flat_map(|root| modules(root));
        let listed: BTreeSet<PathBuf> = listed.map(|module| module.file).collect();
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
