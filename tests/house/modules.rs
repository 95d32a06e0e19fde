//! The modules of a crate with their files, followed from its root by its `mod` items as the compiler follows them.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The files of the crate with this root, the root first. A module whose file is missing is left to the compiler.
pub(crate) fn modules(root: &Path) -> Vec<PathBuf> {
    let folder = root.parent().expect("a file stands in a folder");
    let mut found = Vec::new();
    read(root, folder, &mut found);
    found
}

/// Reads a file, and those of its modules from `folder`.
fn read(file: &Path, folder: &Path, found: &mut Vec<PathBuf>) {
    let text = fs::read_to_string(file).expect("a source file is text");
    let tokens: TokenStream = text.parse().expect("a source file is Rust");
    found.push(file.to_owned());
    let here = Place {
        beside: file.parent().expect("a file stands in a folder"),
        folder,
    };
    declared(tokens, &here, found);
}

/// Where declarations stand.
struct Place<'a> {
    /// The folder of the file, from which `#[path]` is counted.
    beside: &'a Path,
    /// The folder of the modules that are declared here.
    folder: &'a Path,
}

/// Follows the `mod` items among tokens.
fn declared(tokens: TokenStream, here: &Place<'_>, found: &mut Vec<PathBuf>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, three) in tokens.windows(3).enumerate() {
        let [TokenTree::Ident(word), TokenTree::Ident(name), body] = three else {
            continue;
        };
        if word != "mod" {
            continue;
        }
        let name = name.to_string();
        let folder = here.folder.join(&name);
        match body {
            TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => {
                let inner = Place {
                    folder: &folder,
                    ..*here
                };
                declared(body.stream(), &inner, found);
            }
            _ => {
                let named = named_file(&tokens[..at]).map(|file| here.beside.join(file));
                let file = named.unwrap_or_else(|| here.folder.join(format!("{name}.rs")));
                if file.is_file() {
                    read(&file, &folder, found);
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
