//! The program itself in a terminal: what it takes, what it shows, and that it gives everything back, however it ends.
//!
//! The terminal is a pseudo-terminal whose output a `vt100` parser reads; both sides run on this machine, offline.

#![cfg(target_os = "linux")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

use std::fs;
use std::io::{Read as _, Write};
use std::num::NonZeroU16;
use std::process::Command;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::support::screen::{play, press, screen};
use guihua::app::App;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty};
use vt100::{MouseProtocolMode, Screen};

/// How long anything may take before it has failed. Far more than it takes, even on a busy machine.
const DEADLINE: Duration = Duration::from_mins(1);
/// How often a condition is looked at.
const GLANCE: Duration = Duration::from_millis(5);

const TITLE: &str = "西青区人口发展“十四五”规划";
const ENTERED: &str = "\u{1b}[?1049h";

/// What the terminal has received.
struct Received {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    hung_up: bool,
    /// Where answers of the terminal go.
    answers: Option<Writer>,
}

type Writer = Arc<Mutex<Box<dyn Write + Send>>>;

impl Received {
    /// Whether every frame that has begun has ended.
    fn is_whole(&self) -> bool {
        let last = |sign: &[u8]| {
            self.bytes
                .windows(sign.len())
                .rposition(|bytes| bytes == sign)
        };
        last(b"\x1b[?2026h") <= last(b"\x1b[?2026l")
    }

    /// What the program has not given back of what it took; `None` if it took the terminal and gave all of it back.
    fn kept(&self) -> Option<String> {
        let text = String::from_utf8_lossy(&self.bytes);
        if !text.contains(ENTERED) {
            return Some("the terminal was never taken".to_owned());
        }
        for mode in [
            "1000", "1002", "1003", "1006", "1015", "1049", "2004", "2026",
        ] {
            let on = text.rfind(&format!("\u{1b}[?{mode}h"));
            let off = text.rfind(&format!("\u{1b}[?{mode}l"));
            if on > off {
                return Some(format!("mode {mode} is left on"));
            }
        }
        let (hidden, shown) = (text.rfind("\u{1b}[?25l"), text.rfind("\u{1b}[?25h"));
        let screen = self.parser.screen();
        let is_plain = screen.fgcolor() == vt100::Color::Default
            && screen.bgcolor() == vt100::Color::Default
            && !screen.inverse();
        let is_free = !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == MouseProtocolMode::None;
        match () {
            () if hidden >= shown => Some("the cursor stays hidden".to_owned()),
            () if !is_free => Some("the screen, the paste or the mouse is kept".to_owned()),
            () if !is_plain => Some(format!(
                "colours are left on: {:?}",
                screen.attributes_formatted()
            )),
            () => None,
        }
    }
}

/// A terminal with the program in it.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Writer,
    received: Arc<Mutex<Received>>,
    reader: Option<JoinHandle<()>>,
    gate: Sender<()>,
    /// Held open, so that the terminal outlives the program as it does in life.
    _slave: Box<dyn SlavePty + Send>,
    termios: String,
}

impl Session {
    /// Starts the program, and waits for its first screen.
    fn start() -> Self {
        let session = Self::spawn(program(&[
            "--records",
            "/dev/null",
            "--as-of",
            "2026-06-30",
        ]));
        session.wait("the title", |screen| screen.contents().contains(TITLE));
        session.wait("the last line", |screen| last_line(screen).contains("帮助"));
        session
    }

    fn spawn(command: CommandBuilder) -> Self {
        let session = Self::open(command, 80, 24);
        session.read_on();
        session
    }

    /// Starts a program on a terminal of a size that does not read yet what is sent to it.
    fn open(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pty = portable_pty::native_pty_system().openpty(size);
        let pty = pty.expect("the system has pseudo-terminals");
        let termios = termios(&*pty.master);
        let received = Arc::new(Mutex::new(Received {
            parser: vt100::Parser::new(at_least_one(rows), at_least_one(columns), 0),
            bytes: Vec::new(),
            hung_up: false,
            answers: None,
        }));
        let mut output = pty.master.try_clone_reader().expect("a terminal is read");
        let writer = pty.master.take_writer().expect("a terminal is written to");
        let writer = Arc::new(Mutex::new(writer));
        let shared = Arc::clone(&received);
        locked(&received).answers = Some(Arc::clone(&writer));
        let (gate, opened) = mpsc::channel();
        let reader = thread::spawn(move || {
            if opened.recv().is_err() {
                return;
            }
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                let mut received = locked(&shared);
                let new = buffer.get(..count).unwrap_or_default();
                received.parser.process(new);
                received.bytes.extend_from_slice(new);
                if received.hung_up {
                    return;
                }
                // Every terminal tells where its cursor is.
                if let Some(answers) = &received.answers
                    && new.windows(4).any(|bytes| bytes == b"\x1b[6n")
                {
                    let _ = locked(answers).write_all(b"\x1b[1;1R");
                }
            }
        });
        Self {
            child: pty
                .slave
                .spawn_command(command)
                .expect("the program starts"),
            writer,
            master: pty.master,
            received,
            reader: Some(reader),
            gate,
            _slave: pty.slave,
            termios,
        }
    }

    /// Lets the terminal read.
    fn read_on(&self) {
        self.gate.send(()).expect("the reader waits for this");
    }

    fn pid(&self) -> u32 {
        self.child
            .process_id()
            .expect("the program has a process id")
    }

    fn received(&self) -> MutexGuard<'_, Received> {
        locked(&self.received)
    }

    /// Types bytes, as a terminal sends them for keys.
    fn press(&self, keys: &str) {
        let mut writer = locked(&self.writer);
        let written = writer.write_all(keys.as_bytes());
        written
            .and_then(|()| writer.flush())
            .expect("the terminal takes keys");
    }

    /// Presses keys, and waits for a screen.
    #[track_caller]
    fn press_until(&self, keys: &str, shown: &str) {
        self.press(keys);
        let what = format!("{shown:?} after {keys:?}");
        self.wait(&what, |screen| screen.contents().contains(shown));
    }

    /// Waits until the screen is as wanted, with no frame half drawn.
    #[track_caller]
    fn wait(&self, what: &str, wanted: impl Fn(&Screen) -> bool) {
        let shown = within(DEADLINE, || {
            let received = self.received();
            received.is_whole() && wanted(received.parser.screen())
        });
        let received = self.received();
        let screen = received.parser.screen();
        assert!(
            shown,
            "waited in vain for {what}; the screen is\n{}",
            screen.contents()
        );
    }

    /// Waits for the end of the program.
    #[track_caller]
    fn wait_for_end(&mut self, what: &str) -> ExitStatus {
        let mut status = None;
        within(DEADLINE, || {
            status = self.child.try_wait().expect("a child can be waited for");
            status.is_some()
        });
        status.unwrap_or_else(|| {
            let state = stat(self.pid()).map(|stat| (stat.state, stat.ticks));
            panic!("{what}: still running, state and ticks {state:?}")
        })
    }

    /// Sends a signal by its name.
    #[track_caller]
    fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        let status = Command::new("kill").args(["-s", name, &pid]).status();
        assert!(
            status.expect("kill is installed").success(),
            "kill -s {name}"
        );
    }

    #[track_caller]
    fn resize(&self, columns: u16, rows: u16) {
        let mut received = self.received();
        received
            .parser
            .screen_mut()
            .set_size(at_least_one(rows), at_least_one(columns));
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.master
            .resize(size)
            .expect("a pseudo-terminal can be resized");
    }

    /// Checks that the terminal was taken, and is as it was before the program: screen, cursor, mouse, paste, line discipline.
    ///
    /// What the program sent last may still be on its way when it has ended, so this waits.
    #[track_caller]
    fn check_given_back(&self, what: &str) {
        let mut kept = None;
        let is_free = within(DEADLINE, || {
            let received = self.received();
            kept = received.kept();
            kept.is_none()
        });
        assert!(is_free, "{what}: {}", kept.unwrap_or_default());
        let same = within(DEADLINE, || termios(&*self.master) == self.termios);
        assert!(
            same,
            "{what}: {} instead of {}",
            termios(&*self.master),
            self.termios
        );
        let received = self.received();
        let text = String::from_utf8_lossy(&received.bytes);
        assert!(
            !text.contains("\u{1b}[?1003h"),
            "{what}: every motion of the mouse would wake the program"
        );
    }

    /// Closes the terminal's side, as a terminal does that is closed or crashes, while the program is at rest.
    fn hang_up(self, program: u32) -> Box<dyn Child + Send + Sync> {
        let Self {
            child,
            master,
            writer,
            received,
            reader,
            ..
        } = self;
        // Nobody may hold the terminal: not the writer, which sends its farewell first, nor the reader, which is woken by
        // the few bytes for a screen that is too small.
        locked(&received).answers = None;
        drop(writer);
        wait_for_rest(program);
        locked(&received).hung_up = true;
        let size = PtySize {
            rows: 5,
            cols: 20,
            pixel_width: 0,
            pixel_height: 0,
        };
        master
            .resize(size)
            .expect("a pseudo-terminal can be resized");
        let reader = reader.expect("a session has a reader");
        let ended = within(DEADLINE, || reader.is_finished());
        assert!(ended, "a screen of 20×5 is drawn");
        wait_for_rest(program);
        drop(master);
        child
    }
}

/// Waits until a process has done nothing for a while.
#[track_caller]
fn wait_for_rest(pid: u32) {
    let mut last = (switches(pid), Instant::now());
    let rests = within(DEADLINE, || {
        let now = switches(pid);
        if now != last.0 {
            last = (now, Instant::now());
        }
        last.1.elapsed() > Duration::from_millis(300)
    });
    assert!(rests, "the program is never at rest");
}

/// The program with arguments.
fn program(arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_guihua"));
    command.args(arguments);
    in_terminal(&mut command);
    command
}

/// The program as a shell starts it; `script` has it as `"$0"`.
fn by_shell(script: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_guihua")]);
    in_terminal(&mut command);
    command
}

fn in_terminal(command: &mut CommandBuilder) {
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "zh_CN.UTF-8");
    command.env("GUIHUA_CONFIG", "/dev/null");
    // Nothing of whoever runs the tests is read or written.
    command.env("XDG_STATE_HOME", "/dev/null/none");
    command.env_remove("NO_COLOR");
    command.env_remove("COLORTERM");
    command.env_remove("COLORFGBG");
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
    loop {
        if condition() {
            return true;
        }
        if start.elapsed() > time {
            return false;
        }
        thread::sleep(GLANCE);
    }
}

/// What /proc says about a process.
struct Stat {
    state: char,
    /// Processor time used, in clock ticks.
    ticks: u64,
}

fn stat(pid: u32) -> Option<Stat> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name in parentheses may hold anything, so fields are counted from its end.
    let (_, fields) = text.rsplit_once(") ")?;
    let fields: Vec<&str> = fields.split(' ').collect();
    let number = |n: usize| fields.get(n).and_then(|field| field.parse::<u64>().ok());
    Some(Stat {
        state: fields.first()?.chars().next()?,
        ticks: number(11)? + number(12)?,
    })
}

/// The signals that a process catches, a bit for each.
fn caught(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).expect("the program runs");
    let mask = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .unwrap_or(0)
}

/// How often the threads of a process were put to sleep or interrupted: unchanged while none of them wakes.
fn switches(pid: u32) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).expect("the program runs");
    let statuses =
        tasks.filter_map(|task| fs::read_to_string(task.ok()?.path().join("status")).ok());
    let count = |status: String| -> u64 {
        let lines = status.lines().filter(|line| line.contains("ctxt_switches"));
        lines
            .filter_map(|line| line.split_whitespace().last()?.parse::<u64>().ok())
            .sum()
    };
    statuses.map(count).sum()
}

/// The screen as text, each line without the blanks at its end: some are written, some are left over from clearing.
fn lines(screen: &Screen) -> String {
    let (_, columns) = screen.size();
    let lines: Vec<String> = screen.rows(0, columns.get()).collect();
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n")
}

fn last_line(screen: &Screen) -> String {
    let (_, columns) = screen.size();
    screen.rows(0, columns.get()).last().unwrap_or_default()
}

fn children(pid: u32) -> Vec<u32> {
    let text = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
    text.split_whitespace()
        .filter_map(|pid| pid.parse().ok())
        .collect()
}

#[test]
fn a_session_from_start_to_end() {
    let mut session = Session::start();
    session.wait("the terminal taken", |screen| {
        screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste()
    });
    session.press_until("t", "定量指标");
    let list = lines(session.received().parser.screen());
    session.press_until("j\r", "135万人左右，净增");
    session.press("\u{7f}k");
    session.wait(
        "t, j, Enter, Backspace, k to show the list again",
        |screen| lines(screen) == list,
    );
    session.press("/托育 :任务");
    session.wait("a cursor behind what is typed after /", |screen| {
        !screen.hide_cursor() && last_line(screen).contains("托育")
    });
    session.press_until("\r", "1/3 处");
    session.wait("托育 on the page", |screen| {
        screen.contents().contains("发展婴幼儿照护服务体系")
    });
    session.resize(60, 20);
    session.wait("a screen of 60×20", |screen| {
        last_line(screen).contains("1/3 处") && screen.contents().contains("托育")
    });
    session.press_until("n", "2/3 处");
    session.resize(120, 40);
    session.wait("a screen of 120×40", |screen| {
        last_line(screen).contains("帮助")
    });
    session.press("q");
    let status = session.wait_for_end("q");
    assert_eq!(status.exit_code(), 0, "q");
    session.check_given_back("q");
}

#[test]
fn one_begins_where_one_stopped_unless_that_is_switched_off() {
    let state = tempfile::tempdir().expect("a folder can be made");
    let start = |settings: Option<&str>| {
        let mut command = program(&["--records", "/dev/null", "--as-of", "2026-06-30"]);
        command.env("XDG_STATE_HOME", state.path());
        if let Some(text) = settings {
            let path = state.path().join("config.toml");
            fs::write(&path, text).expect("a file can be written");
            command.env("GUIHUA_CONFIG", &path);
        }
        let session = Session::spawn(command);
        session.wait("the first screen", |screen| {
            last_line(screen).contains("帮助") || screen.contents().contains("接着上次")
        });
        session
    };
    let mut first = start(None);
    first.press_until("r", "公文信息");
    first.press_until(":3.1.2\r", "三、（一）2.");
    first.press("q");
    first.wait_for_end("q");
    let mut second = start(None);
    second.wait("the place", |screen| {
        screen.contents().contains("接着上次：三、（一）2.")
    });
    second.press("o");
    second.wait("the overview", |screen| {
        screen.contents().contains("规划目标")
    });
    second.press("q");
    second.wait_for_end("q");
    let mut third = start(Some("resume = false\n"));
    third.press_until("r", "公文信息");
    third.press("q");
    third.wait_for_end("q");
    let mut fourth = start(None);
    fourth.wait("the overview, where the second one stopped", |screen| {
        screen.contents().contains("规划目标")
    });
    fourth.press("q");
    fourth.wait_for_end("q");
}

#[test]
fn the_terminal_shows_what_the_state_draws() {
    let session = Session::start();
    let mut app = press("", 80, 24);
    // Step after step, since only what changes is sent.
    for keys in [
        "r", "jjj", " ", "M", " ", "M", "?", "j", "?", "t", "2", "jjj", "w", "5", "jj", "/托育",
        "\r", "n", "h", "jjjj", "z", "G",
    ] {
        session.press(keys);
        play(&mut app, &keys.replace('\r', "<Enter>"));
        check_shown(&session, &app, keys);
    }
    for (columns, rows) in [(61, 20), (120, 40), (40, 12)] {
        session.resize(columns, rows);
        play(&mut app, &format!("<size:{columns}x{rows}>"));
        check_shown(&session, &app, &format!("{columns}×{rows}"));
    }
}

/// Waits until the terminal shows the screen of a state.
#[track_caller]
fn check_shown(session: &Session, app: &App, what: &str) {
    let expected = screen(app);
    session.wait(&format!("this after {what}:\n{expected}\n"), |screen| {
        lines(screen) == expected
    });
}

#[test]
fn what_stood_on_the_terminal_stands_there_again() {
    let mut session = Session::spawn(by_shell("printf '从前\\n$ '; \"$0\"; echo \"结束 $?\""));
    session.wait("the title", |screen| screen.contents().contains(TITLE));
    session.press_until("t", "定量指标");
    session.wait("the other screen", |screen| {
        !screen.contents().contains("从前")
    });
    session.press("q");
    session.wait_for_end("q");
    session.wait("the shell's words", |screen| {
        screen.contents().contains("结束 0")
    });
    let contents = session.received().parser.screen().contents();
    assert_eq!(contents.trim_end(), "从前\n$ 结束 0", "after q");
}

#[test]
fn every_way_out_gives_the_terminal_back() {
    for before in ["", "/托育", "?", "t\r"] {
        for (keys, what) in [("\u{1b}q", "Esc and q"), ("\u{3}\u{3}", "Ctrl-C")] {
            let mut session = Session::start();
            session.press(before);
            // What is drawn from here on answers the next key.
            wait_for_rest(session.pid());
            // Esc is told from a sequence that begins with it by what comes later.
            for key in keys.chars() {
                let known = session.received().bytes.len();
                session.press(&key.to_string());
                let mut ended = None;
                within(DEADLINE, || {
                    ended = session.child.try_wait().ok().flatten();
                    ended.is_some() || session.received().bytes.len() > known
                });
                if ended.is_some() {
                    break;
                }
            }
            let what = format!("{before:?}, then {what}");
            assert_eq!(session.wait_for_end(&what).exit_code(), 0, "{what}");
            session.check_given_back(&what);
        }
    }
}

#[test]
fn a_signal_ends_the_program_and_gives_the_terminal_back() {
    for (name, description) in [
        ("TERM", "Terminated"),
        ("HUP", "Hangup"),
        ("INT", "Interrupt"),
    ] {
        for keys in ["", "t", "/人"] {
            let mut session = Session::start();
            session.press(keys);
            session.signal(name);
            let what = format!("{keys:?}, SIG{name}");
            let status = session.wait_for_end(&what);
            assert_eq!(status.signal(), Some(description), "{what}");
            session.check_given_back(&what);
        }
    }
}

#[test]
fn signals_are_heard_before_the_terminal_is_taken() {
    // A large first frame waits for the terminal to read it, so that the start can be looked at in peace.
    let mut session = Session::open(
        program(&["--records", "/dev/null", "--as-of", "2026-06-30"]),
        240,
        80,
    );
    let taken = within(DEADLINE, || termios(&*session.master) != session.termios);
    assert!(taken, "the program takes the terminal");
    let heard = caught(session.pid());
    for (number, name) in [
        (1, "HUP"),
        (2, "INT"),
        (3, "QUIT"),
        (15, "TERM"),
        (18, "CONT"),
        (20, "TSTP"),
        (28, "WINCH"),
    ] {
        assert!(
            heard & (1 << (number - 1)) != 0,
            "SIG{name} would leave the terminal taken, or be lost"
        );
    }
    session.signal("TERM");
    session.read_on();
    session.wait_for_end("SIGTERM during the start");
    session.check_given_back("SIGTERM during the start");
}

#[test]
fn a_size_that_changes_during_the_start_is_seen() {
    let mut session = Session::open(
        program(&["--records", "/dev/null", "--as-of", "2026-06-30"]),
        240,
        80,
    );
    let taken = within(DEADLINE, || termios(&*session.master) != session.termios);
    assert!(taken, "the program takes the terminal");
    session.resize(100, 30);
    session.read_on();
    session.wait("a screen of 100×30", |screen| {
        last_line(screen).contains("帮助")
    });
    session.press("q");
    session.wait_for_end("q");
}

#[test]
fn without_its_terminal_the_program_ends() {
    let session = Session::start();
    let pid = session.pid();
    let mut child = session.hang_up(pid);
    let ended = within(DEADLINE, || matches!(child.try_wait(), Ok(Some(_))));
    let ticks = stat(pid).map(|stat| stat.ticks);
    if !ended {
        drop(child.kill());
    }
    assert!(
        ended,
        "the terminal is closed: still running, ticks {ticks:?}"
    );
}

#[test]
fn without_its_terminal_the_program_ends_even_if_nobody_tells_it() {
    // The kernel tells the session's leader alone, here a shell that does not care.
    let session = Session::spawn(by_shell("trap '' HUP; \"$0\"; :"));
    session.wait("the title", |screen| screen.contents().contains(TITLE));
    let shell = session.pid();
    let program = children(shell);
    assert_eq!(program.len(), 1, "the shell has started the program");
    let mut leader = session.hang_up(program.first().copied().unwrap_or(shell));
    let ended = within(DEADLINE / 2, || matches!(leader.try_wait(), Ok(Some(_))));
    let ticks = program
        .first()
        .and_then(|&pid| stat(pid))
        .map(|stat| stat.ticks);
    if !ended {
        for pid in program {
            let _ = Command::new("kill")
                .args(["-s", "KILL", &pid.to_string()])
                .status();
        }
        drop(leader.wait());
    }
    assert!(
        ended,
        "the terminal is closed: still running, ticks {ticks:?}"
    );
}

#[test]
fn an_idle_second_costs_nothing() {
    for keys in ["", "r", "t", "/人口"] {
        let mut session = Session::start();
        session.press(keys);
        let pid = session.pid();
        wait_for_rest(pid);
        let measure = || (switches(pid), session.received().bytes.len());
        let before = (stat(pid).map(|stat| stat.ticks), measure());
        thread::sleep(Duration::from_secs(1));
        let after = (stat(pid).map(|stat| stat.ticks), measure());
        assert_eq!(
            before, after,
            "{keys:?}: ticks, (switches, bytes) in an idle second"
        );
        session.press("\u{3}\u{3}");
        session.wait_for_end("Ctrl-C");
    }
}

#[test]
fn suspended_the_program_leaves_the_terminal_and_comes_back_to_its_screen() {
    for by_key in [false, true] {
        let mut session = Session::start();
        session.press_until("t", "定量指标");
        let shown = lines(session.received().parser.screen());
        let what = if by_key { "Ctrl-Z" } else { "SIGTSTP" };
        for round in 1..=2 {
            if by_key {
                session.press("\u{1a}");
            } else {
                session.signal("TSTP");
            }
            let pid = session.pid();
            let stopped = within(DEADLINE, || stat(pid).is_some_and(|stat| stat.state == 'T'));
            assert!(stopped, "{what}, time {round}: not stopped");
            session.check_given_back(&format!("{what}, time {round}"));
            session.signal("CONT");
            session.wait(&format!("the screen after {what} and SIGCONT"), |screen| {
                screen.alternate_screen()
                    && screen.hide_cursor()
                    && screen.mouse_protocol_mode() != MouseProtocolMode::None
                    && lines(screen) == shown
            });
        }
        session.press("q");
        assert_eq!(session.wait_for_end(what).exit_code(), 0, "{what}, then q");
        session.check_given_back(&format!("{what}, SIGCONT, q"));
    }
}

#[test]
fn a_terminal_resized_while_the_program_was_suspended_is_filled() {
    let session = Session::start();
    session.press_until("t", "定量指标");
    session.signal("TSTP");
    let pid = session.pid();
    let stopped = within(DEADLINE, || stat(pid).is_some_and(|stat| stat.state == 'T'));
    assert!(stopped, "SIGTSTP: not stopped");
    session.resize(100, 30);
    session.signal("CONT");
    session.wait("a screen of 100×30", |screen| {
        screen.contents().contains("定量指标") && last_line(screen).contains("帮助")
    });
}

#[test]
fn the_mouse_works_and_m_hands_it_over() {
    let mut session = Session::start();
    session.press_until("\u{1b}[<0;60;1M\u{1b}[<0;60;1m", "定量指标");
    session.wait("the mouse taken", |screen| {
        screen.mouse_protocol_mode() != MouseProtocolMode::None
    });
    session.press("m");
    session.wait("the mouse left to the terminal after m", |screen| {
        screen.mouse_protocol_mode() == MouseProtocolMode::None
    });
    session.press("q");
    session.wait_for_end("m, q");
    session.check_given_back("m, q");
}

/// The text of a screen, line by line without blanks and lines down it, which terminals place differently.
fn ink(contents: &str) -> Vec<String> {
    let of_line = |line: &str| line.replace([' ', '│'], "");
    contents.lines().map(of_line).collect()
}

/// The colour of the title of the current tab.
fn ground_of_tab(screen: &Screen) -> Option<vt100::Color> {
    let column = (0..80).find(|&column| {
        let cell = screen.cell(0, column);
        cell.is_some_and(|cell| cell.contents() == "概")
    })?;
    Some(screen.cell(0, column)?.bgcolor())
}

#[test]
fn a_late_answer_on_the_background_changes_the_colours_and_presses_no_key() {
    let session = Session::start();
    let asked = b"\x1b]11;?\x1b\\";
    let first = session.received().bytes.clone();
    assert!(first.windows(asked.len()).any(|bytes| bytes == asked));
    session.press_until("t", "户籍人口");
    session.press_until("o", "截至");
    session.wait("no colour yet", |screen| {
        ground_of_tab(screen) == Some(vt100::Color::Default)
    });
    let before = session.received().parser.screen().contents();
    session.press("\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    session.wait("the light palette", |screen| {
        ground_of_tab(screen) == Some(vt100::Color::Idx(24))
    });
    let after = session.received().parser.screen().contents();
    assert_eq!(ink(&after), ink(&before), "the answer is no key");
    // What was not asked for is no answer.
    session.press("\x1b]11;rgb:0000/0000/0000\x07");
    session.press_until("t", "户籍人口");
    session.press_until("o", "截至");
    session.wait("the light palette still", |screen| {
        ground_of_tab(screen) == Some(vt100::Color::Idx(24))
    });
}

#[test]
fn a_late_answer_on_the_width_of_quotation_marks_sets_everything_anew() {
    let with = |config: &str| {
        let mut arguments = vec!["--records", "/dev/null", "--as-of", "2026-06-30"];
        arguments.extend(["--config", config]);
        let session = Session::open(program(&arguments), 80, 24);
        locked(&session.received).answers = None;
        session.read_on();
        session.wait("the last line", |screen| last_line(screen).contains("帮助"));
        session
    };
    let folder = tempfile::tempdir().expect("a folder for a file");
    let config = folder.path().join("config.toml");
    fs::write(&config, "ambiguous = 'wide'\n").expect("a file is written");
    let wide = with(config.to_str().expect("a path of characters"));
    let asked = |session: &Session| {
        let bytes = session.received().bytes.clone();
        bytes.windows(4).any(|bytes| bytes == b"\x1b[6n")
    };
    assert!(!asked(&wide), "what the settings say is not asked");
    let late = with("/dev/null");
    assert!(asked(&late));
    for session in [&wide, &late] {
        session.press_until("r:2.1<Enter>".replace("<Enter>", "\r").as_str(), "指导思想");
    }
    let narrow = late.received().parser.screen().contents();
    let expected = wide.received().parser.screen().contents();
    assert_ne!(ink(&narrow), ink(&expected), "the text has quotation marks");
    late.press("\x1b[1;3R");
    late.wait("the text as set for wide marks", |screen| {
        ink(&screen.contents()) == ink(&expected)
    });
}

#[test]
fn pasted_commands_are_words_to_find() {
    let session = Session::start();
    session.press_until("\u{1b}[200~q\n:q\n人口\u{1b}[201~", "q :q 人口");
    session.press("\u{15}托育");
    session.wait("words typed after a paste", |screen| {
        last_line(screen).contains("1/5 处")
    });
}

#[test]
fn a_chinese_word_in_place_of_a_command_opens_its_topic() {
    for args in [
        &["托育"][..],
        &["--records", "/dev/null", "托育"][..],
        &["open", "托育"][..],
    ] {
        let session = Session::spawn(program(args));
        session.wait(&format!("{args:?} to open the topic"), |screen| {
            last_line(screen).contains("主题：托育") && screen.contents().contains("规划承诺")
        });
    }
}

#[test]
fn keys_of_an_input_method_reach_the_program() {
    let session = Session::start();
    session.press_until("ｔ", "定量指标");
    session.press_until("、托育", "1/5 处");
}

#[test]
fn the_screen_speaks_the_language_that_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder for the records");
    let records = folder.path().join("records.yaml");
    let records = records.to_str().expect("the path is text");
    let plan = "tests/fixtures/latin-plan.yaml";
    let mut by_locale = program(&["--plan", plan, "--records", records]);
    by_locale.env("LC_ALL", "en_GB.UTF-8");
    let by_option = program(&["--lang", "en", "--plan", plan, "--records", records]);
    for command in [by_locale, by_option] {
        let session = Session::spawn(command);
        session.wait("the tabs in English", |screen| {
            lines(screen).contains("Overview") && last_line(screen).contains("? help")
        });
    }
    // A question that the world asks back is asked in English as well.
    let by_option = program(&["--lang", "en", "--plan", plan, "--records", records]);
    let session = Session::spawn(by_option);
    session.press_until("t", "Status");
    for (value, told) in [("31", "Recorded: "), ("31.5", "there is one already")] {
        session.press_until("a", "which publication");
        session.press(&format!("2019\r{value}\rBulletin\r\r"));
        session.wait(told, |screen| lines(screen).contains(told));
    }
}

#[test]
fn a_faulty_plan_is_refused_without_a_screen() {
    let folder = tempfile::tempdir().expect("a folder for the faulty plan");
    let path = folder.path().join("faulty.yaml");
    let sound = include_str!("../../plan.yaml");
    let faulty =
        sound
            .replacen("domain: 健康", "domain: 健身", 1)
            .replacen("start: 2021", "start: x", 1);
    fs::write(&path, faulty).expect("the folder can be written to");
    let mut session = Session::spawn(program(&["--plan", &path.display().to_string()]));
    let status = session.wait_for_end("--plan faulty.yaml");
    assert_eq!(status.exit_code(), 1, "--plan faulty.yaml");
    session.wait("the problems", |screen| {
        screen.contents().contains("处问题")
    });
    session.wait("the advice", |screen| {
        screen.contents().contains("guihua check")
    });
    let bytes = session.received().bytes.clone();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(
        !text.contains(ENTERED) && !text.contains('\u{1b}'),
        "{text:?}"
    );
    assert!(text.contains("faulty.yaml:"), "{text}");
    assert_eq!(
        termios(&*session.master),
        session.termios,
        "--plan faulty.yaml"
    );
}

#[test]
fn a_plan_that_is_not_there_is_refused_without_a_screen() {
    let mut session = Session::spawn(program(&["--plan", "/没有/这个.yaml"]));
    assert_eq!(
        session.wait_for_end("--plan /没有/这个.yaml").exit_code(),
        2
    );
    session.wait("the reason", |screen| {
        screen.contents().contains("没有这个文件")
    });
    let bytes = session.received().bytes.clone();
    assert!(!String::from_utf8_lossy(&bytes).contains('\u{1b}'));
}

#[test]
fn a_plan_from_standard_input_is_shown_and_the_keyboard_still_works() {
    let mut session = Session::spawn(by_shell("\"$0\" --plan - < plan.yaml"));
    session.wait("the title", |screen| screen.contents().contains(TITLE));
    session.press_until("t", "定量指标");
    session.press("q");
    assert_eq!(session.wait_for_end("q").exit_code(), 0);
    session.check_given_back("--plan - < plan.yaml, q");
}

#[test]
fn a_terminal_of_the_smallest_size_is_told_so_and_grows() {
    let session = Session::start();
    session.resize(20, 5);
    session.wait("the notice on 20×5", |screen| {
        screen.contents().contains("屏幕太小")
    });
    session.resize(80, 24);
    session.wait("the screen on 80×24", |screen| {
        screen.contents().contains(TITLE) && last_line(screen).contains("帮助")
    });
}

/// What the terminal was told to put on its clipboard, plainly and in the wrapper of tmux.
fn clipboard(bytes: &[u8]) -> (Vec<String>, usize) {
    let text = String::from_utf8_lossy(bytes);
    let wrapped = text.matches("\u{1b}Ptmux;\u{1b}\u{1b}]52;c;").count();
    let sent = text.split("\u{1b}]52;c;").skip(1);
    let sent = sent.filter_map(|rest| rest.split('\u{1b}').next());
    (sent.map(decoded).collect(), wrapped)
}

/// Text from base 64.
fn decoded(encoded: &str) -> String {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => u32::from(byte - b'A'),
        b'a'..=b'z' => u32::from(byte - b'a') + 26,
        b'0'..=b'9' => u32::from(byte - b'0') + 52,
        b'+' => 62,
        b'/' => 63,
        other => panic!("{other} is no digit of base 64"),
    };
    let digits: Vec<u32> = encoded.trim_end_matches('=').bytes().map(value).collect();
    let mut bytes = Vec::new();
    for group in digits.chunks(4) {
        let bits = group.iter().fold(0, |bits, digit| bits << 6 | digit) << (6 * (4 - group.len()));
        let three = bits.to_be_bytes();
        bytes.extend_from_slice(three.get(1..group.len()).unwrap_or_default());
    }
    String::from_utf8(bytes).expect("what is copied is text")
}

#[test]
fn what_is_copied_is_sent_to_the_terminal() {
    for tmux in [false, true] {
        let mut command = program(&["--records", "/dev/null", "--as-of", "2026-06-30"]);
        command.env_remove("TMUX");
        if tmux {
            command.env("TMUX", "/nowhere,1,0");
        }
        let session = Session::spawn(command);
        session.wait("the last line", |screen| last_line(screen).contains("帮助"));
        session.press_until("tjy", "已发往终端的剪贴板");
        let (sent, wrapped) = clipboard(&session.received().bytes);
        assert_eq!((sent.len(), wrapped), if tmux { (2, 1) } else { (1, 0) });
        for text in sent {
            assert!(
                text.starts_with("“到2025年，户籍人口")
                    && text.ends_with("二、（三）第2段〔含补字〕"),
                "{text}"
            );
        }
    }
}
