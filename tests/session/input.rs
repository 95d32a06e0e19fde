//! The program in a terminal that sends more than keys, and under a shell that stops and continues it: what is typed always
//! counts, nothing else acts as a key, and the terminal comes back after every stop and every end.

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::fs::{self, OpenOptions};
use std::io::{Read as _, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use guihua::app::{Edit, Prompt, Purpose};
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty};
use vt100::{MouseProtocolMode, Screen};

/// How long anything may take before it has failed. Far more than it takes, even on a busy machine.
const DEADLINE: Duration = Duration::from_secs(20);
/// How often a condition is looked at.
const GLANCE: Duration = Duration::from_millis(5);

const OVERVIEW: &str = "任务进展";
const TARGETS: &str = "定量指标";

/// What a terminal has received.
struct Shown {
    parser: vt100::Parser,
    bytes: Vec<u8>,
}

impl Shown {
    fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// Whether every frame that has begun has ended.
    fn is_whole(&self) -> bool {
        let last = |sign: &[u8]| {
            self.bytes
                .windows(sign.len())
                .rposition(|bytes| bytes == sign)
        };
        last(b"\x1b[?2026h") <= last(b"\x1b[?2026l")
    }
}

/// A terminal with the program in it.
struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    shown: Arc<Mutex<Shown>>,
    /// Held open, so that the terminal outlives the program as it does in life.
    _slave: Box<dyn SlavePty + Send>,
    /// The line discipline before the program.
    before: String,
}

impl Terminal {
    /// Starts the program, and waits for its first screen.
    fn start() -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_guihua"));
        command.env("XDG_STATE_HOME", "/dev/null/none");
        command.args(["--records", "/dev/null", "--as-of", "2026-06-30"]);
        let terminal = Self::with(command);
        terminal.wait("the overview", |screen| is_shown(screen, OVERVIEW));
        terminal
    }

    fn with(mut command: CommandBuilder) -> Self {
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "zh_CN.UTF-8");
        command.env("GUIHUA_CONFIG", "/dev/null");
        let pty = portable_pty::native_pty_system().openpty(size(100, 40));
        let pty = pty.expect("the system has pseudo-terminals");
        let before = termios(&*pty.master);
        let mut output = pty.master.try_clone_reader().expect("a terminal is read");
        let shown = Arc::new(Mutex::new(Shown {
            parser: vt100::Parser::new(at_least_one(40), at_least_one(100), 0),
            bytes: Vec::new(),
        }));
        let shared = Arc::clone(&shown);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                let new = buffer.get(..count).unwrap_or_default();
                let mut shown = locked(&shared);
                shown.parser.process(new);
                shown.bytes.extend_from_slice(new);
            }
        });
        Self {
            child: pty
                .slave
                .spawn_command(command)
                .expect("the program starts"),
            writer: pty.master.take_writer().expect("a terminal is written to"),
            master: pty.master,
            shown,
            _slave: pty.slave,
            before,
        }
    }

    /// Sends bytes, as a terminal does for keys and for whatever else.
    fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let written = self.writer.write_all(bytes.as_ref());
        written
            .and_then(|()| self.writer.flush())
            .expect("the terminal takes bytes");
    }

    #[track_caller]
    fn send_until(&mut self, bytes: &str, text: &str) {
        self.send(bytes);
        self.wait(&format!("{text:?} after {bytes:?}"), |screen| {
            is_shown(screen, text)
        });
    }

    /// Waits until the screen is as wanted, with no frame half drawn.
    #[track_caller]
    fn wait(&self, what: &str, wanted: impl Fn(&Screen) -> bool) {
        let came = within(DEADLINE, || {
            let shown = locked(&self.shown);
            shown.is_whole() && wanted(shown.screen())
        });
        let contents = locked(&self.shown).screen().contents();
        assert!(came, "waited in vain for {what}; the screen is\n{contents}");
    }

    fn contents(&self) -> String {
        lines(locked(&self.shown).screen())
    }

    fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        let status = Command::new("kill").args(["-s", name, &pid]).status();
        assert!(status.expect("kill is installed").success(), "{name}");
    }

    fn pid(&self) -> u32 {
        self.child.process_id().expect("the program has an id")
    }

    #[track_caller]
    fn wait_for_stop(&self, what: &str) {
        let pid = self.pid();
        let stopped = within(DEADLINE, || state(pid) == Some('T'));
        assert!(stopped, "{what}: not stopped");
    }

    #[track_caller]
    fn wait_for_end(&mut self, what: &str) -> ExitStatus {
        let mut status = None;
        within(DEADLINE, || {
            status = self.child.try_wait().expect("a child can be waited for");
            status.is_some()
        });
        if status.is_none() {
            drop(self.child.kill());
        }
        status.expect(what)
    }

    /// Waits until the terminal is as it was before the program.
    #[track_caller]
    fn wait_for_return(&self, what: &str) {
        self.wait(&format!("the terminal back after {what}"), |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == MouseProtocolMode::None
        });
        let same = within(DEADLINE, || termios(&*self.master) == self.before);
        assert!(same, "{what}: the line discipline is not as before");
    }

    /// Waits until the program has the terminal and shows a screen.
    #[track_caller]
    fn wait_for_screen(&self, what: &str, contents: &str) {
        self.wait(&format!("{what} to show again\n{contents}\n"), |screen| {
            screen.alternate_screen()
                && screen.bracketed_paste()
                && screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease
                && lines(screen) == contents
        });
    }

    /// The other side of the terminal, where programs are.
    fn device(&self) -> PathBuf {
        self.master.tty_name().expect("a terminal has a name")
    }
}

fn is_shown(screen: &Screen, text: &str) -> bool {
    screen.contents().contains(text)
}

/// The screen as text, each line without the blanks at its end: some are written, some are left over from clearing.
fn lines(screen: &Screen) -> String {
    let (_, columns) = screen.size();
    let lines: Vec<String> = screen.rows(0, columns.get()).collect();
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n")
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn at_least_one(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap_or(NonZeroU16::MIN)
}

fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn termios(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios())
}

/// Whether a condition comes true in time.
fn within(time: Duration, mut condition: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    while !condition() {
        if start.elapsed() > time {
            return false;
        }
        thread::sleep(GLANCE);
    }
    true
}

/// What a process does: T if it is stopped.
fn state(pid: u32) -> Option<char> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name in parentheses may hold anything.
    stat.rsplit_once(") ")?.1.chars().next()
}

#[test]
fn late_answers_of_a_terminal_are_no_keys() {
    let mut untouched = Terminal::start();
    untouched.send_until("t", TARGETS);
    let targets = untouched.contents();
    for answer in [
        "\x1b]11;rgb:0000/0000/0000\x1b\\",
        "\x1b]52;c;aGk=\x07",
        "\x1bP>|tmux 3.4\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1bP1$r0 q\x1b\\",
        "\x1b^q\x1b\\",
        "\x1bXq\x1b\\",
        "\x1b[?62;1;4c",
        "\x1b[24;80R",
        "\x1b[?2026;2$y",
        "\x1b[I",
        "\x1b[O",
    ] {
        let mut terminal = Terminal::start();
        terminal.send(answer);
        // A pause within the first two bytes would make keys of them: Esc, or Alt with a bracket.
        for cut in 3..answer.len() {
            let (begin, end) = answer.as_bytes().split_at(cut);
            terminal.send(begin);
            terminal.send(end);
        }
        terminal.send("t");
        terminal.wait(&format!("the targets after {answer:?}"), |screen| {
            lines(screen) == targets
        });
        terminal.send("q");
        let status = terminal.wait_for_end("q after an answer ends the program");
        assert_eq!(status.exit_code(), 0, "{answer:?}");
    }
}

const PARTIAL: [&[u8]; 10] = [
    b"\x1b",
    b"\x1b[",
    b"\x1b[?",
    b"\x1b[<0;1",
    b"\x1b[M",
    b"\x1bO",
    b"\x1b]",
    b"\x1b]11;rgb:",
    b"\x1bP1$r",
    b"\xe4\xba",
];

#[test]
fn a_sequence_without_its_end_does_not_keep_ctrl_c_from_acting() {
    for partial in PARTIAL {
        let mut terminal = Terminal::start();
        terminal.send(partial);
        terminal.send("\x03");
        let status = terminal.wait_for_end("Ctrl-C after a partial sequence ends the program");
        assert_eq!(status.exit_code(), 0, "{partial:?}");
        terminal.wait_for_return("Ctrl-C");
    }
}

#[test]
fn a_moment_after_a_sequence_without_its_end_keys_act() {
    let mut terminal = Terminal::start();
    for partial in PARTIAL {
        terminal.send(partial);
        for (key, text) in [("t", TARGETS), ("o", OVERVIEW)] {
            // What comes at once may still belong to the sequence.
            let acts = within(DEADLINE, || {
                terminal.send(key);
                let shown = || is_shown(locked(&terminal.shown).screen(), text);
                within(Duration::from_secs(1), shown)
            });
            assert!(acts, "{key} after {partial:?}");
        }
    }
}

#[test]
fn esc_alone_is_esc() {
    let mut terminal = Terminal::start();
    let overview = terminal.contents();
    for (keys, text) in [("?", "到开头"), ("/人口", "人口")] {
        terminal.send_until(keys, text);
        terminal.send("\x1b");
        terminal.wait(&format!("Esc after {keys}"), |screen| {
            lines(screen) == overview
        });
    }
}

#[test]
fn a_paste_without_its_end_does_not_keep_the_keyboard() {
    let mut terminal = Terminal::start();
    terminal.send_until("\x1b[200~户籍人口", "户籍人口");
    terminal.wait("what was pasted in the line", |screen| {
        let (_, columns) = screen.size();
        let last = screen.rows(0, columns.get()).last().unwrap_or_default();
        last.contains("户籍人口")
    });
    terminal.send("\x03");
    terminal.send("\x03");
    let status = terminal.wait_for_end("Ctrl-C twice after a paste without its end");
    assert_eq!(status.exit_code(), 0);
}

#[test]
fn what_is_pasted_is_one_line_of_printable_text() {
    let mut line = Prompt::new(Purpose::Find);
    line.paste("\u{1b}[31m人\r\n口\t\u{7}\u{9b}2J\u{202e}老\u{2028}龄\u{feff}\u{0}");
    assert_eq!(line.text(), "[31m人 口 2J老 龄");
    for c in ['\u{3}', '\u{9b}', '\u{202e}', '\u{feff}'] {
        line.edit(Edit::Insert(c));
    }
    assert_eq!(line.text(), "[31m人 口 2J老 龄");
}

#[test]
fn a_key_that_comes_with_a_new_size_is_not_lost() {
    let mut terminal = Terminal::start();
    for round in 0..10 {
        for (key, text, columns) in [("t", TARGETS, 120), ("o", OVERVIEW, 100)] {
            locked(&terminal.shown)
                .parser
                .screen_mut()
                .set_size(at_least_one(40), at_least_one(columns));
            let resized = terminal.master.resize(size(columns, 40));
            resized.expect("a pseudo-terminal can be resized");
            terminal.send(key);
            terminal.wait(&format!("{text} in round {round}"), |screen| {
                is_shown(screen, text)
            });
        }
    }
}

#[test]
fn ctrl_z_stops_the_program_wherever_one_is() {
    for (keys, text) in [
        ("", OVERVIEW),
        ("?", "到开头"),
        ("/托育", "托育"),
        (":", "地址"),
        ("ta", "期次"),
    ] {
        let mut terminal = Terminal::start();
        terminal.send_until(keys, text);
        for ctrl_z in ["\x1a", "\x1b[122;5u"] {
            let shown = terminal.contents();
            terminal.send(ctrl_z);
            let what = format!("{ctrl_z:?} after {keys:?}");
            terminal.wait_for_stop(&what);
            terminal.wait_for_return(&what);
            terminal.signal("CONT");
            terminal.wait_for_screen(&what, &shown);
        }
    }
}

#[test]
fn after_a_stop_that_nobody_announced_the_screen_comes_back() {
    let mut terminal = Terminal::start();
    terminal.send_until("t", TARGETS);
    let shown = terminal.contents();
    let taken = termios(&*terminal.master);
    for round in 1..=2 {
        terminal.signal("STOP");
        terminal.wait_for_stop("SIGSTOP");
        // What a shell does that gets its terminal back.
        let device = terminal.device();
        let reset = Command::new("stty")
            .arg("-F")
            .arg(&device)
            .arg("sane")
            .status();
        assert!(reset.expect("stty is installed").success(), "stty sane");
        let shell = OpenOptions::new().write(true).open(&device);
        let mut shell = shell.expect("a terminal can be written to");
        let prompt = "\x1b[?1049l\x1b[?1000l\x1b[?1006l\x1b[?2004l\x1b[?25h[1]+ Stopped\r\n$ ";
        shell
            .write_all(prompt.as_bytes())
            .expect("a terminal can be written to");
        terminal.wait("the shell's words", |screen| is_shown(screen, "Stopped"));
        terminal.signal("CONT");
        terminal.wait_for_screen(&format!("the program, time {round},"), &shown);
        let same = within(DEADLINE, || termios(&*terminal.master) == taken);
        assert!(same, "the line discipline after SIGCONT");
    }
    terminal.send_until("o", OVERVIEW);
    terminal.send("q");
    let status = terminal.wait_for_end("q after SIGSTOP and SIGCONT ends the program");
    assert_eq!(status.exit_code(), 0);
    terminal.wait_for_return("SIGSTOP, SIGCONT, q");
}

#[test]
fn every_signal_that_ends_the_program_gives_the_terminal_back() {
    for (name, description) in [
        ("QUIT", "Quit"),
        ("TERM", "Terminated"),
        ("HUP", "Hangup"),
        ("INT", "Interrupt"),
    ] {
        for keys in ["", "/人", "\x1b]11;"] {
            let mut terminal = Terminal::start();
            terminal.send(keys);
            terminal.signal(name);
            let status = terminal.wait_for_end("a signal ends the program");
            assert_eq!(status.signal(), Some(description), "{keys:?}");
            terminal.wait_for_return(name);
        }
    }
}
