//! The modules of a crate with their files, followed from its root by its `mod` items as the compiler follows them.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A crate of the workspace.
pub(crate) struct Crate {
    /// The folder of its package within the workspace, such as `core` of `crates/core`; empty for the program itself.
    pub(crate) folder: String,
    /// The name by which other crates import it.
    pub(crate) name: String,
    /// Whether it is a program, whose root is `main.rs`.
    pub(crate) is_program: bool,
    /// Its modules.
    pub(crate) modules: Vec<Module>,
}

/// All crates of the workspace, libraries and programs.
pub(crate) fn crates() -> Vec<Crate> {
    let mut found = Vec::new();
    for package in packages() {
        let manifest = manifest(&package);
        let name = manifest["package"]["name"]
            .as_str()
            .expect("a package has a name");
        let folder = package.strip_prefix(workspace().join("crates"));
        let folder = folder.map_or(String::new(), |folder| folder.display().to_string());
        for (root, is_program) in [("lib.rs", false), ("main.rs", true)] {
            let root = package.join("src").join(root);
            if root.is_file() {
                found.push(Crate {
                    folder: folder.clone(),
                    name: name.replace('-', "_"),
                    is_program,
                    modules: modules(&root),
                });
            }
        }
    }
    found
}

/// The folder of the repository.
pub(crate) fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of all packages of the workspace.
pub(crate) fn packages() -> Vec<PathBuf> {
    let crates = fs::read_dir(workspace().join("crates")).expect("the crates can be listed");
    let crates = crates.map(|entry| entry.expect("an entry can be read").path());
    let mut packages: Vec<PathBuf> = crates.filter(|path| path.is_dir()).collect();
    packages.push(workspace().to_owned());
    packages.sort();
    packages
}

/// The `Cargo.toml` of a package.
pub(crate) fn manifest(package: &Path) -> toml::Table {
    let text = fs::read_to_string(package.join("Cargo.toml")).expect("a package has a manifest");
    text.parse().expect("a manifest is TOML")
}

/// A module in a file of its own.
pub(crate) struct Module {
    /// Its names from the root of the crate on; empty for the root.
    pub(crate) path: Vec<String>,
    /// Its file.
    pub(crate) file: PathBuf,
    /// What stands in the file.
    pub(crate) tokens: TokenStream,
}

/// All modules in files of the crate with this root, the root first. A module whose file is missing is left to the compiler.
pub(crate) fn modules(root: &Path) -> Vec<Module> {
    let folder = root.parent().expect("a file stands in a folder");
    let mut found = Vec::new();
    read(root, folder, &[], &mut found);
    found
}

/// Reads a file, and those of its modules from `folder`.
fn read(file: &Path, folder: &Path, path: &[String], found: &mut Vec<Module>) {
    let text = fs::read_to_string(file).expect("a source file is text");
    let tokens: TokenStream = text.parse().expect("a source file is Rust");
    found.push(Module {
        path: path.to_vec(),
        file: file.to_owned(),
        tokens: tokens.clone(),
    });
    let here = Place {
        beside: file.parent().expect("a file stands in a folder"),
        folder,
        path,
    };
    declared(tokens, &here, found);
}

/// Where declarations stand.
struct Place<'a> {
    /// The folder of the file, from which `#[path]` is counted.
    beside: &'a Path,
    /// The folder of the modules that are declared here.
    folder: &'a Path,
    /// The module.
    path: &'a [String],
}

/// Follows the `mod` items among tokens, those that are for tests too.
fn declared(tokens: TokenStream, here: &Place<'_>, found: &mut Vec<Module>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, three) in tokens.windows(3).enumerate() {
        let [TokenTree::Ident(word), TokenTree::Ident(name), body] = three else {
            continue;
        };
        if word != "mod" {
            continue;
        }
        let name = name.to_string();
        let path = [here.path, std::slice::from_ref(&name)].concat();
        let folder = here.folder.join(&name);
        match body {
            TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => {
                let inner = Place {
                    folder: &folder,
                    path: &path,
                    ..*here
                };
                declared(body.stream(), &inner, found);
            }
            _ => {
                let named = named_file(&tokens[..at]).map(|file| here.beside.join(file));
                let file = named.unwrap_or_else(|| here.folder.join(format!("{name}.rs")));
                if file.is_file() {
                    read(&file, &folder, &path, found);
                }
            }
        }
    }
}

/// The file that `#[path = "…"]` names among the attributes right before an item.
fn named_file(before: &[TokenTree]) -> Option<String> {
    let attributes = before
        .rsplit(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ';'))
        .next()?;
    attributes.iter().rev().find_map(|token| {
        let TokenTree::Group(attribute) = token else {
            return None;
        };
        let text = attribute.stream().to_string();
        let value = text.strip_prefix("path")?.trim_start().strip_prefix('=')?;
        Some(value.trim().trim_matches('"').to_owned())
    })
}

/// All files of Rust below a folder, in order.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be listed") {
            let path = entry.expect("its entries can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
