#!/usr/bin/env python3
"""How many instructions guihua takes, against an earlier commit: a change that costs is seen before it lands.

    benches/instructions.py COMMIT          builds COMMIT and the working tree, and counts both
    benches/instructions.py --programs A B  counts two programs that are built already

Callgrind counts instructions, which a busy machine does not change; but another compiler gives other counts, so both are
built with the same one, in the same run. Ends with 1 if anything takes more than 3 % more than before.
Needs valgrind, and git for a commit.
"""
import argparse
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOLERANCE = 0.03

# What is counted: the arguments of the program, the keys before, and the keys that count. Without keys the whole run is
# counted; with keys the cost of one of them.
WORK = {
    "toc": (["toc"], None, None),
    "search 托育": (["search", "托育"], None, None),
    "report --format json": (["report", "--format", "json", "--as-of", "2025-12-31"], None, None),
    "report --format html": (["report", "--format", "html", "--as-of", "2025-12-31"], None, None),
    "export --format html": (["export", "--format", "html"], None, None),
    "start to the first frame": ([], "", ""),
    "a line down in reading": ([], "r", "j" * 20),
    "a line down in the targets": ([], "t", "j" * 20),
    "a key in the finder": ([], "/", "tuoyu"),
}


def environment(home):
    places = {name: home for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return {"PATH": os.environ["PATH"], **places, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


def drain(terminal, seconds):
    """Reads until so many seconds bring nothing; whether anything came."""
    came = False
    while select.select([terminal], [], [], seconds)[0]:
        try:
            if not os.read(terminal, 1 << 16):
                break
        except OSError:
            break
        came = True
    return came


def counted(program, arguments, keys):
    """The instructions of a run; in a terminal, with these keys, if `keys` is not None."""
    with tempfile.TemporaryDirectory() as home:
        log = os.path.join(home, "log")
        tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log}"]
        command = [*tool, program, *arguments]
        if keys is None:
            subprocess.run(command, env=environment(home), stdout=subprocess.DEVNULL, check=False)
        else:
            press(command, home, keys)
        with open(log) as file:
            return int(re.search(r"Collected : (\d+)", file.read()).group(1))


def press(command, home, keys):
    """Runs a program in a terminal, presses keys one by one, and quits."""
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.execvpe(command[0], command, environment(home))
    while not drain(terminal, 2):
        pass
    for key in [*keys, "\x1b", "q"]:
        os.write(terminal, key.encode())
        select.select([terminal], [], [], 5)
        drain(terminal, 0.5 if key == "\x1b" else 0.1)
    os.waitpid(child, 0)
    os.close(terminal)


def count(program, work):
    """What one work costs in a program."""
    arguments, before, keys = work
    if not keys:
        return counted(program, arguments, before)
    with_keys = counted(program, arguments, before + keys)
    return (with_keys - counted(program, arguments, before)) // len(keys)


def built(commit, folder):
    """The release build of a commit, in a folder of its own."""
    source, target = os.path.join(folder, "source"), os.path.join(folder, "target")
    subprocess.run(["git", "-C", ROOT, "worktree", "add", "--detach", source, commit], check=True)
    try:
        build = ["cargo", "build", "--release", "--locked", "--target-dir", target]
        subprocess.run(build, cwd=source, check=True)
    finally:
        subprocess.run(["git", "-C", ROOT, "worktree", "remove", "--force", source], check=False)
    return os.path.join(target, "release", "guihua")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("commit", nargs="?")
    options.add_argument("--programs", nargs=2, metavar=("BEFORE", "NOW"))
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.programs:
            before, now = options.programs
        elif options.commit:
            before = built(options.commit, folder)
            subprocess.run(["cargo", "build", "--release", "--locked"], cwd=ROOT, check=True)
            now = os.path.join(ROOT, "target", "release", "guihua")
        else:
            sys.exit("which commit is it to be compared with? --help tells more")
        sys.exit(compare(before, now))


def compare(before, now):
    """Prints the table; 1 if anything costs more than the tolerance."""
    print("| millions of instructions | before | now | change |\n|---|---:|---:|---:|")
    worse = 0
    for name, work in WORK.items():
        old, new = count(before, work), count(now, work)
        change = new / old - 1
        worse |= change > TOLERANCE
        print(f"| {name} | {old / 1e6:.3f} | {new / 1e6:.3f} | {change:+.1%} |", flush=True)
    return int(worse)


if __name__ == "__main__":
    main()
