#!/usr/bin/env python3
"""What guihua costs, beside the programs that one could use instead.

    cargo build --release && cargo build --release --example bare && benches/compare.py [--runs N] [--program FILE]

Prints the table of docs/performance.md. Peers that are not installed (less, nvim, fzf, rg, jless) or not built (bare, the
least that a program of the same screen library does) are left out. Programs
run in turn, a round each, in an empty home and a terminal of 120 by 40, so that a busy moment of the machine falls on
all of them alike: compare the columns of one run, not the figures of two.

How it is measured:
- A program runs in a pseudo-terminal that this script reads. A frame has ended when 40 ms bring no more bytes; that
  silence is not counted.
- CPU time is the kernel's own count of nanoseconds on a processor (/proc/PID/schedstat), so Linux is needed.
- Each figure is the median over all runs.
"""
import argparse
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

SILENCE = 0.04
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BARE = os.path.join(ROOT, "target/release/examples/bare")


def environment(home):
    """A small clean environment with a home of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "USER") if name in os.environ}
    places = {name: home for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return {**kept, **places, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


class Session:
    """A program in a pseudo-terminal."""

    def __init__(self, command, home):
        self.terminal, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        path = os.ttyname(slave)
        # Spawned, not forked: nothing of this process is copied, which would be counted. The first terminal that the
        # leader of a session opens is its own.
        opened = [(os.POSIX_SPAWN_OPEN, number, path, os.O_RDWR, 0) for number in (0, 1, 2)]
        program = shutil.which(command[0])
        self.started = time.perf_counter()
        self.pid = os.posix_spawn(program, command, environment(home), file_actions=opened, setsid=True)
        os.close(slave)

    def frame(self, since):
        """Reads until silence: milliseconds from `since` to the last byte, and how many bytes."""
        size, last = 0, since
        wait = 5.0
        while select.select([self.terminal], [], [], wait)[0]:
            try:
                chunk = os.read(self.terminal, 1 << 16)
            except OSError:
                break
            if not chunk:
                break
            last, size, wait = time.perf_counter(), size + len(chunk), SILENCE
        return (last - since) * 1000, size

    def key(self, text):
        """Sends a key, and reads what it brings."""
        since = time.perf_counter()
        os.write(self.terminal, text.encode())
        return self.frame(since)

    def cpu(self):
        """Milliseconds on a processor so far, in all threads."""
        tasks = f"/proc/{self.pid}/task"
        spent = (open(f"{tasks}/{task}/schedstat").read().split()[0] for task in os.listdir(tasks))
        return sum(map(int, spent)) / 1e6

    def memory(self):
        """Resident memory in MB, and how many threads."""
        lines = dict(line.split(":", 1) for line in open(f"/proc/{self.pid}/status") if ":" in line)
        return int(lines["VmRSS"].split()[0]) / 1024, int(lines["Threads"])

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def on_screen(command, home, warm, keys):
    """Starts a program, presses `warm`, then measures each of `keys`."""
    session = Session(command, home)
    paint, size = session.frame(session.started)
    found = {"first frame, ms": paint, "first frame, CPU ms": session.cpu(), "first frame, bytes": size}
    found["memory, MB"], found["threads"] = session.memory()
    for key in warm:
        session.key(key)
    before = session.cpu()
    pressed = [session.key(key) for key in keys]
    found["CPU a key, ms"] = (session.cpu() - before) / len(keys)
    found["a key, ms"] = statistics.median(time for time, _ in pressed)
    found["bytes a key"] = statistics.median(size for _, size in pressed)
    session.end()
    return found


def one_shot(command, home):
    """Runs a program to its end: milliseconds until then, and on a processor."""
    since = time.perf_counter()
    child = subprocess.Popen(command, env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    spent = (time.perf_counter() - since) * 1000
    return {"ms": spent, "CPU ms": (usage.ru_utime + usage.ru_stime) * 1000}


def rounds(tasks, runs):
    """The medians of each task, all run in turn, each round beginning with another."""
    found = {name: {} for name in tasks}
    names = list(tasks)
    for run in range(runs):
        for name in names[run % len(names):] + names[:run % len(names)]:
            for figure, value in tasks[name]().items():
                found[name].setdefault(figure, []).append(value)
    return {name: {figure: statistics.median(values) for figure, values in table.items()} for name, table in found.items()}


def table(title, found, first):
    """Prints a table in Markdown; beside each figure how many times that of `first` it is."""
    figures = list(next(iter(found.values())))
    print(f"\n### {title}\n\n| | " + " | ".join(figures) + " |\n|---" * 1 + "|---:" * len(figures) + "|")
    for name, row in found.items():
        cells = []
        for figure in figures:
            base = found.get(first, {}).get(figure)
            ratio = f" ({row[figure] / base:.2f}×)" if base and name != first else ""
            cells.append(f"{row[figure]:.3g}{ratio}")
        print(f"| {name} | " + " | ".join(cells) + " |")


CHARTED = ["first frame, CPU ms", "CPU a key, ms", "memory, MB"]


def chart(found, path):
    """Draws three of the figures as bars, one row for each program, as an SVG that is dark on light and light on dark."""
    row, gap, left, wide = 22, 34, 210, 420
    parts, y = [], 8
    for figure in CHARTED:
        most = max(values[figure] for values in found.values())
        parts.append(f'<text x="0" y="{y + 14}" class="head">{figure}</text>')
        y += row
        for name, values in found.items():
            length = max(1, wide * values[figure] / most)
            kind = "own" if name.startswith("guihua") else "peer"
            parts.append(f'<text x="{left - 8}" y="{y + 14}" text-anchor="end">{name}</text>')
            parts.append(f'<rect x="{left}" y="{y + 3}" width="{length:.0f}" height="{row - 8}" class="{kind}"/>')
            parts.append(f'<text x="{left + length + 6:.0f}" y="{y + 14}">{values[figure]:.2g}</text>')
            y += row
        y += gap - row
    style = (
        "text{font:13px sans-serif;fill:#333}.head{font-weight:bold}.own{fill:#2a78b8}.peer{fill:#9aa5ae}"
        "@media(prefers-color-scheme:dark){text{fill:#ddd}.own{fill:#5aa9e6}.peer{fill:#6d7780}}"
    )
    size = f'width="720" height="{y}" viewBox="0 0 720 {y}"'
    body = "\n".join(parts)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n<style>{style}</style>\n{body}\n</svg>\n')


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=15, help="rounds (15)")
    options.add_argument("--program", default=os.path.join(ROOT, "target/release/guihua"))
    options.add_argument("--chart", metavar="FILE", help="draw the first table as an SVG")
    options = options.parse_args()
    guihua = options.program
    if not os.access(guihua, os.X_OK):
        sys.exit(f"{guihua}: not there; first: cargo build --release")
    with tempfile.TemporaryDirectory() as home:
        found = measure(guihua, home, options.runs)
    if options.chart:
        chart(found, options.chart)


def measure(guihua, home, runs):
    text, data = os.path.join(home, "plan.txt"), os.path.join(home, "plan.json")
    for path, command in ((text, ["text"]), (data, ["export", "--format", "json"])):
        with open(path, "wb") as file:
            subprocess.run([guihua, *command], env=environment(home), stdout=file, check=True)

    def installed(commands):
        return {name: command for name, command in commands.items() if shutil.which(command[0][0])}

    lines = ["j"] * 50
    readers = installed({
        "less": ((["less", text]), "", lines),
        "bare": ([BARE, text], "", lines),
        "guihua, reading": ([guihua], "r", lines),
        "guihua, without side panes": ([guihua], "r\\", lines),
        "guihua, targets": ([guihua], "t", lines),
        "nvim": (["nvim", "-u", "NONE", "-n", text], "", ["\x05"] * 50),
        "jless": (["jless", data], "", lines),
    })
    read = rounds({
        name: lambda it=it: on_screen(it[0], home, it[1], it[2]) for name, it in readers.items()
    }, runs)
    table("A line down, 120×40", read, "less")

    finders = installed({
        "fzf": (["sh", "-c", f"exec fzf < {text}"], "", list("tuoyu")),
        "guihua, pinyin": ([guihua], "/", list("tuoyu")),
        "guihua, words": ([guihua], "/", list("托育服务")),
    })
    found = rounds({
        name: lambda it=it: on_screen(it[0], home, it[1], it[2]) for name, it in finders.items()
    }, runs)
    table("A key in the finder", found, "fzf")

    searches = installed({
        "rg": (["rg", "托育", text],),
        "guihua search": ([guihua, "search", "托育"],),
    })
    table("One search", rounds({
        name: lambda it=it: one_shot(it[0], home) for name, it in searches.items()
    }, runs), "rg")

    day = ["--as-of", "2025-12-31"]
    outputs = {f"report --format {kind}": ["report", *day, "--format", kind] for kind in ("md", "html", "json", "csv", "docx")}
    outputs.update({f"export --format {kind}": ["export", "--format", kind] for kind in ("md", "html", "json", "csv", "ndjson")})
    table("Reports and exports", rounds({
        name: lambda it=it: one_shot([guihua, *it], home) for name, it in outputs.items()
    }, runs), "")
    print(f"\nProgram: {os.path.getsize(guihua) / 1e6:.1f} MB")
    return read


if __name__ == "__main__":
    main()
