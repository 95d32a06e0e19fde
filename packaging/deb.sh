#!/usr/bin/env bash
# Builds a Debian package with the program, its manual pages in both languages and its completions.
# Needs cargo-deb (cargo install cargo-deb). The package is left in target/debian.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo build --release --locked
target=${CARGO_TARGET_DIR:-target}
program=$target/release/guihua
assets=$target/package
rm -rf "$assets"
mkdir -p "$assets/man" "$assets/man-zh_CN" "$assets/completions"
"$program" --lang en man --dir "$assets/man"
"$program" --lang zh man --dir "$assets/man-zh_CN"
"$program" completions bash >"$assets/completions/guihua"
"$program" completions zsh >"$assets/completions/_guihua"
"$program" completions fish >"$assets/completions/guihua.fish"
cargo deb --no-build --locked
