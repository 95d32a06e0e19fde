//! What puts a text on the terminal's clipboard: OSC 52, which also works over SSH. A program that stands between takes it
//! for its own clipboard, or has to be told to pass it on.

use std::ffi::OsString;

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;

/// What draws for the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    /// A terminal.
    Terminal,
    /// tmux: it accepts the plain sequence with `set-clipboard on`, and one to be passed on with `allow-passthrough on`.
    Tmux,
    /// GNU screen: it drops the plain sequence, and draws the rest of one that is longer than its buffer.
    Screen,
    /// The console of Linux, which has no clipboard.
    Console,
}

/// The most bytes that GNU screen is given to pass on; its buffer has 768, in some builds 256.
const MOST_PASSED: usize = 240;

impl Display {
    /// What the variables of the environment tell. Where tmux and screen are nested nobody knows which is the inner one:
    /// what tmux is sent harms neither.
    pub(super) fn of(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        if is_set("TMUX") {
            Self::Tmux
        } else if is_set("STY") {
            Self::Screen
        } else if variable("TERM").is_some_and(|term| term == "linux") {
            Self::Console
        } else {
            Self::Terminal
        }
    }

    /// The bytes to send; `None` where there is no clipboard.
    pub(super) fn copying(self, text: &str) -> Option<String> {
        let mut plain = String::new();
        // Writing to a String can't fail.
        let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain);
        match self {
            Self::Terminal => Some(plain),
            Self::Tmux => {
                let doubled = plain.replace('\x1b', "\x1b\x1b");
                Some(format!("{plain}\x1bPtmux;{doubled}\x1b\\"))
            }
            Self::Screen => {
                // ESC \ would end the piece that it stands in.
                let body = plain.trim_end_matches("\x1b\\").to_owned() + "\x07";
                let pieces = body.as_bytes().chunks(MOST_PASSED);
                let pieces =
                    pieces.map(|piece| format!("\x1bP{}\x1b\\", String::from_utf8_lossy(piece)));
                Some(pieces.collect())
            }
            Self::Console => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use base64::prelude::{BASE64_STANDARD, Engine as _};

    use super::{Display, MOST_PASSED};

    /// The text in a sequence for the clipboard, with what ends it.
    fn text(sequence: &str, end: &str) -> Option<String> {
        let encoded = sequence.strip_prefix("\x1b]52;c;")?.strip_suffix(end)?;
        String::from_utf8(BASE64_STANDARD.decode(encoded).ok()?).ok()
    }

    fn texts() -> [String; 4] {
        let hostile = "甲\x1b]0;x\x07\x1b\\\u{9c}\r\n乙".to_owned();
        [
            String::new(),
            "甲".to_owned(),
            hostile,
            "规划".repeat(12_000),
        ]
    }

    #[test]
    fn a_text_of_any_kind_is_sent_whole_and_commands_nothing() {
        for own in texts() {
            let plain = Display::Terminal.copying(&own).unwrap_or_default();
            assert_eq!(text(&plain, "\x1b\\").as_ref(), Some(&own));
            let both = Display::Tmux.copying(&own).unwrap_or_default();
            let wrapped = both.strip_prefix(&plain).unwrap_or_default();
            let inner = wrapped
                .strip_prefix("\x1bPtmux;")
                .and_then(|it| it.strip_suffix("\x1b\\"))
                .unwrap_or_default();
            assert_eq!(inner.replace("\x1b\x1b", "\x1b"), plain);
            assert_eq!(Display::Console.copying(&own), None);
        }
    }

    #[test]
    fn screen_passes_a_text_on_in_pieces_that_it_has_room_for() {
        for own in texts() {
            let sent = Display::Screen.copying(&own).unwrap_or_default();
            let pieces: Vec<&str> = sent
                .split("\x1bP")
                .skip(1)
                .filter_map(|piece| piece.strip_suffix("\x1b\\"))
                .collect();
            assert_eq!(
                pieces.iter().map(|it| it.len() + 4).sum::<usize>(),
                sent.len()
            );
            assert!(pieces.iter().all(|it| it.len() <= MOST_PASSED));
            assert_eq!(text(&pieces.concat(), "\x07"), Some(own));
        }
    }

    #[test]
    fn what_draws_is_known_by_the_variables_that_it_sets() {
        let of = |set: &[(&str, &str)]| {
            Display::of(|name| {
                let found = set.iter().find(|(own, _)| *own == name);
                found.map(|(_, value)| value.into())
            })
        };
        assert_eq!(of(&[("TERM", "xterm")]), Display::Terminal);
        assert_eq!(of(&[("TERM", "linux")]), Display::Console);
        assert_eq!(of(&[("TERM", "screen"), ("STY", "1.pts")]), Display::Screen);
        assert_eq!(of(&[("TMUX", ""), ("STY", "1.pts")]), Display::Screen);
        assert_eq!(of(&[("TMUX", "/x,1,0"), ("STY", "1.pts")]), Display::Tmux);
    }
}
