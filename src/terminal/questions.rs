//! What the program asks the terminal: its background (OSC 11), and how wide it draws a character of ambiguous width (by a
//! report of the cursor behind one). Only what the settings leave open is asked, and only the expected answers count.

use std::time::{Duration, Instant};

use super::Listener;
use super::events::{Answer, Event};
use crate::paint::{Depth, Palette};
use crate::settings::{Origin, Settings};
use crate::text::Ambiguity;
use crate::ui::theme::Theme;

/// Asks for the background.
const BACKGROUND: &str = "\x1b]11;?\x1b\\";

/// Writes a quotation mark into the upper left corner, asks for the cursor, and clears the line again.
const WIDTH: &str = "\x1b[H“\x1b[6n\x1b[H\x1b[2K";

/// How long answers are waited for on leaving, so that none ends up in the shell.
const PATIENCE: Duration = Duration::from_millis(100);

/// The questions without an answer yet.
#[derive(Debug)]
pub(super) struct Asked {
    background: bool,
    width: bool,
    depth: Depth,
}

/// What an answer tells.
#[derive(Debug)]
pub(super) enum Learnt {
    /// The theme for the background.
    Theme(Theme),
    /// The width of ambiguous characters.
    Ambiguity(Ambiguity),
}

impl Asked {
    /// What the settings leave open. The console of Linux and that of Windows know no such questions.
    pub(super) fn of(settings: &Settings) -> Self {
        let answers = cfg!(unix) && std::env::var_os("TERM").is_some_and(|term| term != "linux");
        Self {
            background: answers && settings.palette() == Palette::Auto,
            width: answers && settings.ambiguous.origin == Origin::Default,
            depth: settings.depth,
        }
    }

    /// The sequence that asks.
    pub(super) fn sequence(&self) -> String {
        let parts = [(self.background, BACKGROUND), (self.width, WIDTH)];
        let asked = parts.iter().filter(|(is_asked, _)| *is_asked);
        asked.map(|(_, sequence)| *sequence).collect()
    }

    /// What an answer tells; `None` if it was not asked for, or changes nothing.
    pub(super) fn learn(&mut self, answer: &Answer) -> Option<Learnt> {
        match *answer {
            Answer::Background(colour) if self.background => {
                self.background = false;
                let palette = Palette::on(colour);
                Some(Learnt::Theme(Theme::new(palette, self.depth)))
            }
            Answer::Cursor { row: 1, column } if self.width => {
                self.width = false;
                let is_wide = column == 3;
                is_wide.then_some(Learnt::Ambiguity(Ambiguity::Wide))
            }
            _ => None,
        }
    }

    /// Waits shortly for the answers that are missing.
    pub(super) fn await_answers(&mut self, listener: &mut Listener) {
        let until = Instant::now() + PATIENCE;
        while self.background || self.width {
            let events = listener.within(until.saturating_duration_since(Instant::now()));
            if events.is_empty() || events.contains(&Event::Lost) {
                return;
            }
            for event in events {
                if let Event::Answer(answer) = event {
                    self.learn(&answer);
                }
            }
        }
    }
}
