#!/usr/bin/env bash
# Runs the command line of guihua.exe under Wine: looking up, records with their lock, append and undo, files written, paths
# in messages. What needs a real Windows is listed in docs/windows.md.
# Usage: packaging/windows-check.sh target/x86_64-pc-windows-gnu/debug/guihua.exe
# Needs Wine (Debian: wine64) and, where Wine has no bcryptprimitives.dll, the MinGW compiler for a stand-in.
set -euo pipefail
program=$(realpath "$1")
work=$(mktemp -d)
trap 'WINEPREFIX=$work/prefix wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT
export WINEPREFIX=$work/prefix WINEDEBUG=-all LC_ALL=C.UTF-8
mkdir "$work/run"
cp "$program" "$work/run/guihua.exe"
cd "$work/run"

# Rust asks bcryptprimitives.dll for random numbers; Wine before 9 does not have it.
cat >random.c <<'C'
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, (ULONG)length); }
C
x86_64-w64-mingw32-gcc -shared -o bcryptprimitives.dll random.c -ladvapi32

wine=$(command -v wine64 || command -v wine)
# The first run of Wine makes its folders and tells of it.
"$wine" guihua.exe --version >/dev/null 2>&1 </dev/null
failed=0
# run EXIT-CODE TEXT ARGUMENT...: the exit code, and that the output has the text and no doubled backslash.
run() {
    local code=0 expected=$1 text=$2 said
    shift 2
    said=$("$wine" guihua.exe --lang zh "$@" 2>&1 </dev/null) || code=$?
    if [ "$code" != "$expected" ] || ! grep -qF -- "$text" <<<"$said" || grep -qF '\\' <<<"$said"; then
        printf 'FAILED (%s): guihua %s\n%s\n' "$code" "$*" "$said"
        failed=1
    else
        printf 'ok: guihua %s\n' "$*"
    fi
}

run 0 '重点任务' toc
run 0 '托育' search 托育
run 0 '户籍人口' target 户籍人口
run 0 '已记' record observation 户籍人口 50.1万人 --period 2024 --source 统计公报
run 0 '统计公报' records
run 2 'guihua' record observation 户籍人口 五十 --period 2024 --source 统计公报
run 0 '已撤回' record undo
run 0 '已写入' report --format docx -o report.docx
run 0 '已写入' report --format html -o report.html
run 0 '已导出' export -o plan.json
run 2 '没有覆盖' --plan plan.json export -o plan.json
run 0 '没有问题' check plan.json
run 0 'config.toml' config --path
printf '甲县规划（2021—2025年）\r\n\r\n一、目标\r\n\r\n到2025年，养老床位达到10张。\r\n' >plan.txt
run 0 'plan.yaml' import plan.txt
run 0 '一、目标' plan.txt toc

# Five writers at once: each waits for the lock, none loses what another wrote.
months=(01 02 03 04 05)
writers=()
for month in "${months[@]}"; do
    "$wine" guihua.exe record observation 户籍人口 50.1万人 --period "2024-$month" --source 月报 >/dev/null 2>&1 </dev/null &
    writers+=($!)
done
for writer in "${writers[@]}"; do
    wait "$writer" || failed=1
done
for month in "${months[@]}"; do
    run 0 "2024-$month" records
done
exit "$failed"
