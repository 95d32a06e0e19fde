#!/usr/bin/env bash
# Builds guihua.exe for Windows (64 bit) and a zip with it, in target/windows. Runs on Linux.
# Needs the target (rustup target add x86_64-pc-windows-gnu), its linker (Debian: gcc-mingw-w64-x86-64) and zip.
set -euo pipefail
cd "$(dirname "$0")/.."

triple=x86_64-pc-windows-gnu
cargo build --release --locked --target "$triple"
target=${CARGO_TARGET_DIR:-target}
folder=$target/windows
rm -rf "$folder"
mkdir -p "$folder/guihua"
cp "$target/$triple/release/guihua.exe" README.md README.zh-CN.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE "$folder/guihua"
cp -r docs "$folder/guihua/docs"
# Notepad before Windows 10 shows a text without these line ends as one line.
sed -i 's/$/\r/' "$folder/guihua"/*.md "$folder/guihua"/LICENSE-*
(cd "$folder" && zip -q -r guihua-windows.zip guihua)
echo "$folder/guihua-windows.zip"
