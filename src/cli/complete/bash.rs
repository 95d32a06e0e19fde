//! Completion for bash, which splits words at `=` and neither filters nor quotes candidates.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::{env, io};

use clap::Command;
use clap_complete::engine::{CompletionCandidate, complete};
use clap_complete::env::{Bash as Script, EnvCompleter};

/// The bash completer: the library's script, with candidates already filtered and quoted.
pub(super) struct Bash;

impl EnvCompleter for Bash {
    fn name(&self) -> &'static str {
        "bash"
    }

    fn is(&self, name: &str) -> bool {
        name == self.name()
    }

    fn write_registration(
        &self,
        var: &str,
        name: &str,
        bin: &str,
        completer: &str,
        buf: &mut dyn io::Write,
    ) -> io::Result<()> {
        Script.write_registration(var, name, bin, completer, buf)
    }

    fn write_complete(
        &self,
        cmd: &mut Command,
        args: Vec<OsString>,
        current_dir: Option<&Path>,
        buf: &mut dyn io::Write,
    ) -> io::Result<()> {
        let index = env::var("_CLAP_COMPLETE_INDEX").ok();
        let index = index.and_then(|index| index.parse().ok());
        let (words, index) = rejoined(args, index.unwrap_or(0));
        let candidates = complete(cmd, words, index, current_dir)?;
        let separator = env::var("_CLAP_IFS").unwrap_or_else(|_| "\n".to_owned());
        let values = candidates.iter().map(CompletionCandidate::get_value);
        let values: Vec<String> = values.map(quoted).collect();
        buf.write_all(values.join(&separator).as_bytes())
    }
}

/// The words without the `=` that bash splits off `--domain=健康`, and the new index of the current word.
fn rejoined(words: Vec<OsString>, index: usize) -> (Vec<OsString>, usize) {
    let mut kept: Vec<OsString> = Vec::with_capacity(words.len());
    let mut place = index;
    for (at, word) in words.into_iter().enumerate() {
        let after_option = kept.last().is_some_and(|last| {
            let last = last.to_string_lossy();
            last.starts_with("--") && !last.contains('=')
        });
        if word == "=" && at != index && after_option {
            place -= usize::from(at < index);
        } else {
            kept.push(word);
        }
    }
    (kept, place)
}

/// A value quoted for bash.
fn quoted(value: &OsStr) -> String {
    let is_safe = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || "-_./:=+,@%^".contains(c);
    let mut out = String::new();
    for c in value.to_string_lossy().chars() {
        if !is_safe(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
