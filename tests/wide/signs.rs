//! Signs of ambiguous width (“”—…·) two columns wide: the text in every measure, and the screens as a terminal shows them
//! that draws these signs so.
//!
//! The choice belongs to the process, so these tests have a runner of their own. What a terminal makes of a screen is
//! told by a model of one, which takes its widths straight from Unicode.

#![cfg(target_os = "linux")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read as _, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::screen::{SIZES, cells, press, screen};
use guihua::app::App;
use guihua::embedded;
use guihua::plan::Outline;
use guihua::text::{Ambiguity, pad, set_ambiguity, truncate, width};
use guihua::typeset::{Marks, Page};
use portable_pty::{Child, CommandBuilder, PtyPair, PtySize};
use ratatui::buffer::Buffer;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Every view, sheet and form, with words that bring ambiguous signs to their edges.
const SCREENS: &[&str] = &[
    "",
    "G",
    "r:1<Enter>",
    "r:3.1.2<Enter><PgDn>",
    "r:1.1<Enter>M<Esc>",
    "r:3.1<Enter>h",
    "r:3.1.2<Enter>Zh",
    "rG",
    "t",
    "tG",
    "tjj",
    "tc",
    "te",
    "ta",
    "ta“年”",
    "w",
    "wGc",
    "i",
    "i<PgDn>",
    "/“十四五”",
    "/十四五—",
    "/没有“这个”",
    "/十四五<Enter>",
    "/“十四五”<Enter>n",
    "r:“三”",
    "?",
    "?<End>",
];

/// A state of the program in a process whose ambiguous signs are wide.
#[track_caller]
fn pressed(keys: &str, columns: u16, rows: u16) -> App {
    set_ambiguity(Ambiguity::Wide);
    press(keys, columns, rows)
}

/// A terminal that draws ambiguous signs in two columns. A half of a wide sign that is overwritten takes the other half
/// with it, as in life.
struct Wide {
    columns: usize,
    /// Each cell's sign; the empty one belongs to the wide sign before it.
    cells: Vec<String>,
    /// The cell where the next sign goes.
    at: usize,
    /// The cells that scroll.
    region: Range<usize>,
    /// Every sign that was ever printed.
    printed: BTreeSet<char>,
}

impl Wide {
    fn new(columns: u16, rows: u16) -> Self {
        let columns = usize::from(columns);
        let cells = vec![" ".to_owned(); columns * usize::from(rows)];
        Self {
            columns,
            at: 0,
            region: 0..cells.len(),
            cells,
            printed: BTreeSet::new(),
        }
    }

    fn go(&mut self, x: usize, y: usize) {
        self.at = y * self.columns + x;
    }

    fn print(&mut self, text: &str) {
        for sign in text.chars() {
            self.printed.insert(sign);
            match sign.width_cjk() {
                None => panic!("{sign:?} commands the terminal"),
                Some(0) => self.cells[self.at - 1].push(sign),
                Some(columns) => {
                    let right = self.at % self.columns + columns;
                    assert!(right <= self.columns, "{sign} stands out of the screen");
                    for at in self.at..self.at + columns {
                        self.erase(at);
                        self.cells[at].clear();
                    }
                    self.cells[self.at].push(sign);
                    self.at += columns;
                }
            }
        }
    }

    /// Blanks the wide sign that a cell is a half of.
    fn erase(&mut self, at: usize) {
        if self.cells[at].is_empty() {
            " ".clone_into(&mut self.cells[at - 1]);
            " ".clone_into(&mut self.cells[at]);
        }
        if let Some(next) = self.cells.get_mut(at + 1).filter(|cell| cell.is_empty()) {
            " ".clone_into(next);
        }
    }

    /// Carries out what a program sends: signs, and commands of which those that place the cursor or move rows matter.
    /// Questions to the terminal are passed over.
    fn receive(&mut self, text: &str) {
        let mut parts = text.split("\u{1b}]");
        let mut asked = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (_, behind) = part.split_once("\u{1b}\\").expect("a question is complete");
            asked.push_str(behind);
        }
        let mut parts = asked.split("\u{1b}[");
        self.print(parts.next().unwrap_or_default());
        for part in parts {
            let (command, signs) = part
                .split_once(|c: char| c.is_ascii_alphabetic())
                .expect("a command is complete");
            let number = |text: &str| text.parse::<usize>().expect("a number");
            let pair = || {
                command
                    .split_once(';')
                    .map(|(one, other)| (number(one), number(other)))
            };
            match part.as_bytes()[command.len()] {
                b'H' => {
                    let (row, column) = pair().expect("a row and a column");
                    self.go(column - 1, row - 1);
                }
                b'r' => {
                    let (first, last) = pair().unwrap_or((1, self.cells.len() / self.columns));
                    self.region = (first - 1) * self.columns..last * self.columns;
                }
                b'G' => self.go(number(command) - 1, self.at / self.columns),
                b'C' => self.at += number(command),
                b'S' => self.scroll(number(command), true),
                b'T' => self.scroll(number(command), false),
                _ => {}
            }
            self.print(signs);
        }
    }

    /// Moves the rows of the region up or down, and blanks those that become free.
    fn scroll(&mut self, rows: usize, up: bool) {
        let cells = rows * self.columns;
        let block = &mut self.cells[self.region.clone()];
        let kept = block.len() - cells;
        let free = if up {
            block.rotate_left(cells);
            &mut block[kept..]
        } else {
            block.rotate_right(cells);
            &mut block[..cells]
        };
        free.fill(" ".to_owned());
    }

    /// The rows as a person reads them, each without the blanks at its end.
    fn shown(&self) -> String {
        let rows = self.cells.chunks(self.columns);
        let rows: Vec<String> = rows.map(|row| row.concat().trim_end().to_owned()).collect();
        rows.join("\n")
    }
}

/// A frame as such a terminal shows it on an empty screen.
fn replayed(frame: &Buffer) -> Wide {
    let mut terminal = Wide::new(frame.area.width, frame.area.height);
    for (x, y, cell) in Buffer::empty(frame.area).diff(frame) {
        terminal.go(usize::from(x), usize::from(y));
        terminal.print(cell.symbol());
    }
    terminal
}

#[test]
fn every_sign_has_the_width_of_its_wide_form() {
    set_ambiguity(Ambiguity::Wide);
    for sign in ('\0'..=char::MAX).filter(|sign| !sign.is_control()) {
        let text = sign.to_string();
        assert_eq!(width(&text), text.width_cjk(), "{sign:?}");
    }
    for (text, columns) in [
        ("“十四五”", 10),
        ("2016—2020年", 12),
        ("①·…×Ⅰ℃", 12),
        // Letters that are ambiguous by the standard stay narrow, as Unicode recommends by now.
        ("Ωα", 2),
        ("≥95%", 5),
        ("abc ╌╎⠶⋯▸▾¦◂✓✗▪▫", 16),
        ("a\nb", 2),
    ] {
        assert_eq!(width(text), columns, "{text:?}");
    }
}

#[test]
fn a_wide_sign_is_cut_off_and_filled_up_as_a_whole() {
    set_ambiguity(Ambiguity::Wide);
    assert_eq!(truncate("“十四五”", 10), "“十四五”");
    assert_eq!(truncate("“十四五”", 9), "“十四五⋯");
    assert_eq!(truncate("“十四五”", 4), "“⋯");
    assert_eq!(truncate("“十四五”", 2), "⋯");
    assert_eq!(pad("“一”", 8), "“一”  ");
}

#[test]
fn in_every_measure_every_paragraph_is_whole_and_no_line_is_too_wide() {
    set_ambiguity(Ambiguity::Wide);
    let outline = Outline::of(&embedded::plan());
    for (measure, marks) in
        (8..=240).flat_map(|measure| [(measure, Marks::Uncertain), (measure, Marks::All)])
    {
        let page = Page::set(&outline, measure, marks);
        let mut joined = vec![String::new(); outline.len()];
        for line in &page.lines {
            let words = page.blocks[line.node].text.get(line.range.clone());
            let words = words.expect("a line begins and ends between characters");
            joined[line.node].push_str(words);
            let columns = usize::from(line.indent) + words.trim_end().width_cjk();
            assert!(
                columns <= usize::from(measure),
                "{columns} columns in {measure}: {words:?}"
            );
        }
        for (block, joined) in page.blocks.iter().zip(&joined) {
            assert_eq!(*joined, block.text, "measure {measure}, {marks:?}");
        }
    }
}

/// Checks that the rows of a frame are as wide as the screen, sign by sign, and that a terminal shows just them.
#[track_caller]
fn check_frame(frame: &Buffer, what: &str) {
    let area = frame.area;
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            let sign = frame[(x, y)].symbol();
            let next = x + sign.width_cjk() as u16;
            assert!(next <= area.right(), "{what}: {sign} is cut at {x},{y}");
            for covered in x + 1..next {
                let behind = frame[(covered, y)].symbol();
                assert_eq!(behind, " ", "{what}: {sign} at {x},{y} hides it");
            }
            x = next;
        }
    }
    let terminal = replayed(frame);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let at = usize::from(y) * usize::from(area.width) + usize::from(x);
            let shown = &terminal.cells[at];
            let is_covered = shown.is_empty();
            let expected = if is_covered {
                ""
            } else {
                frame[(x, y)].symbol()
            };
            assert_eq!(shown, expected, "{what}: at {x},{y}");
        }
    }
}

#[test]
fn every_screen_fills_its_columns_and_is_shown_as_it_was_meant() {
    for keys in SCREENS {
        for (columns, rows) in SIZES {
            let app = pressed(keys, columns, rows);
            let frame = cells(&app);
            check_frame(&frame, &format!("{keys} on {columns}×{rows}"));
            assert_eq!(replayed(&frame).shown(), screen(&app), "{keys}");
        }
    }
}

#[test]
fn screens_of_odd_sizes_are_drawn_without_a_cut_sign() {
    for keys in SCREENS {
        for (columns, rows) in [
            (0, 0),
            (1, 1),
            (7, 3),
            (40, 12),
            (41, 13),
            (61, 21),
            (99, 30),
        ] {
            let app = pressed(keys, columns, rows);
            check_frame(&cells(&app), &format!("{keys} on {columns}×{rows}"));
        }
    }
}

/// The ambiguous signs that are words: marks of punctuation, numerals, units and signs of arithmetic. They stand in
/// sentences, which are measured. Any other one would be an ornament.
const WORDS: &str = "“”‘’—…·℃×÷±≥≤→①②③④⑤⑥⑦⑧⑨⑩";

/// Checks that none of these signs is an ornament that a terminal may draw wide.
#[track_caller]
fn check_ornaments<'a>(signs: impl IntoIterator<Item = &'a char>) {
    let is_stranger = |sign: &&char| sign.width() != sign.width_cjk() && !WORDS.contains(**sign);
    let strangers: Vec<&char> = signs.into_iter().filter(is_stranger).collect();
    assert_eq!(strangers, Vec::<&char>::new());
}

#[test]
fn no_ornament_is_ambiguous() {
    for keys in SCREENS {
        for (columns, rows) in SIZES {
            check_ornaments(&replayed(&cells(&pressed(keys, columns, rows))).printed);
        }
    }
}

/// How long anything may take before it has failed.
const DEADLINE: Duration = Duration::from_mins(1);

/// The end of a frame.
const FRAME: &[u8] = b"\x1b[?2026l";

/// The program itself in a wide terminal of 80×24.
struct Session {
    terminal: Wide,
    /// What the program has sent of a frame that has not ended.
    begun: Vec<u8>,
    received: Receiver<Vec<u8>>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    /// Held open, so that the terminal outlives the program as it does in life.
    _pty: PtyPair,
}

impl Session {
    /// Starts the program with a settings file.
    fn start(settings: &Path) -> Self {
        let (cols, rows) = (80, 24);
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pty = portable_pty::native_pty_system().openpty(size);
        let pty = pty.expect("the system has pseudo-terminals");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_guihua"));
        command.env("XDG_STATE_HOME", "/dev/null/none");
        command.args([
            "--records",
            "/dev/null",
            "--as-of",
            "2026-06-30",
            "--config",
        ]);
        command.arg(settings);
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "zh_CN.UTF-8");
        let mut output = pty.master.try_clone_reader().expect("a terminal is read");
        let keyboard = pty.master.take_writer().expect("a terminal is written to");
        let child = pty
            .slave
            .spawn_command(command)
            .expect("the program starts");
        let (sender, received) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            terminal: Wide::new(cols, rows),
            begun: Vec::new(),
            received,
            keyboard,
            child,
            _pty: pty,
        }
    }

    /// Presses keys in the notation of the tests.
    fn press(&mut self, keys: &str) {
        let keys = keys.replace("<Enter>", "\r").replace("<PgDn>", "\x1b[6~");
        let keys = keys.replace("<Esc>", "\x1b").replace("<BS>", "\x7f");
        let sent = self.keyboard.write_all(keys.as_bytes());
        sent.expect("the terminal takes keys");
    }

    /// Waits until the terminal shows just this.
    #[track_caller]
    fn wait(&mut self, expected: &str, what: &str) {
        let start = Instant::now();
        while self.terminal.shown() != expected {
            let left = DEADLINE.saturating_sub(start.elapsed());
            let Ok(more) = self.received.recv_timeout(left) else {
                let shown = self.terminal.shown();
                panic!("{what}\n{shown}\ninstead of\n{expected}");
            };
            self.begun.extend(more);
            let ends = self.begun.windows(FRAME.len());
            if let Some(end) = ends.clone().rposition(|it| it == FRAME) {
                let whole: Vec<u8> = self.begun.drain(..end + FRAME.len()).collect();
                let whole = String::from_utf8(whole).expect("frames are UTF-8");
                self.terminal.receive(&whole);
            }
        }
    }
}

/// Keys that lead through all views, one frame after the other.
const STEPS: &[&str] = &[
    "",
    "r",
    "<PgDn>",
    "<PgDn>",
    "jjj",
    "]",
    "]",
    "M",
    ":3.1.2<Enter>",
    "M",
    "h",
    "jj",
    "l",
    "t",
    "j",
    "j",
    "c",
    "<Esc>",
    "e",
    "<Esc>",
    "G",
    "w",
    "j",
    "i",
    "jjj",
    "o",
    "G",
    "r",
    "k",
    "/",
    "“十四五",
    "”",
    "<BS>",
    "期",
    "<Enter>",
    "n",
    "n",
    "?",
    "<PgDn>",
    "<Esc>",
    "t",
];

#[test]
fn the_program_in_a_wide_terminal_shows_every_frame_as_it_was_meant() {
    let folder = tempfile::tempdir().expect("a folder for the settings");
    let settings = folder.path().join("config.toml");
    fs::write(&settings, "ambiguous = \"wide\"\n").expect("the settings are written");
    let mut session = Session::start(&settings);
    let mut keys = String::new();
    for step in STEPS {
        keys.push_str(step);
        session.press(step);
        session.wait(&screen(&pressed(&keys, 80, 24)), &keys);
        if step.starts_with('“') {
            let typed = " 查找：“十四五".width_cjk();
            assert_eq!(
                session.terminal.at,
                23 * 80 + typed,
                "the cursor is elsewhere"
            );
        }
    }
    check_ornaments(&session.terminal.printed);
    session.press("q");
    let status = session.child.wait().expect("the program ends");
    assert!(status.success(), "{status:?}");
}
