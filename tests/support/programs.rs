//! Programs that tests drive beside our own. Where one is not installed a test says so and passes, unless
//! `GUIHUA_REQUIRE_PROGRAMS` is set: the gate sets it, so that nothing goes untested there.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a browser may be called.
pub(crate) const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// The first of these programs that is installed, or none with a word about it.
#[expect(
    clippy::print_stderr,
    reason = "a test that was skipped says so where nothing else can"
)]
pub(crate) fn program(names: &[&'static str]) -> Option<&'static str> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let installed = |name: &&&str| folders.iter().any(|folder| folder.join(name).is_file());
    let found = names.iter().find(installed).copied();
    if found.is_none() {
        assert!(
            env::var_os("GUIHUA_REQUIRE_PROGRAMS").is_none(),
            "none of {names:?} is installed, and GUIHUA_REQUIRE_PROGRAMS asks for one"
        );
        eprintln!("skipped: none of {names:?} is installed");
    }
    found
}

/// A browser without a window, about to be run with a profile of its own in `folder`.
pub(crate) fn browser(name: &str, folder: &Path) -> Command {
    let mut command = Command::new(name);
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-pdf-header-footer",
    ]);
    command.arg(format!(
        "--user-data-dir={}",
        folder.join("profile").display()
    ));
    command.stderr(Stdio::null());
    command
}

/// The address by which a browser opens a file.
pub(crate) fn address(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// The pages of a PDF as text, each without white space: where lines are broken doesn't matter.
pub(crate) fn pages(pdf: &Path) -> Vec<String> {
    let text = Command::new("pdftotext")
        .arg("-raw")
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext was found");
    assert!(text.status.success());
    let text = String::from_utf8(text.stdout).expect("pdftotext writes UTF-8");
    let pages = text.split('\u{c}').map(solid);
    pages.filter(|page| !page.is_empty()).collect()
}

/// The text without white space.
pub(crate) fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text of all pages, without the page numbers, which may stand in the middle of a paragraph.
pub(crate) fn without_numbers(pages: &[String]) -> String {
    let numbered = (1..).zip(pages);
    numbered
        .map(|(number, page)| page.replace(&format!("—{number}—"), ""))
        .collect()
}
