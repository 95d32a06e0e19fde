//! The only place that talks to a terminal: takes it, reads events, draws, and gives it back as it was.
//!
//! ```text
//! input thread ──┐
//!                ├─▶ channel ─▶ loop: resolve key ─▶ App::update ─▶ effect ─▶ draw
//! signal thread ─┘
//! ```
//!
//! The loop sleeps in `recv` until something happens, so an idle program costs nothing. Whatever waits in the channel is
//! worked off before the next frame is drawn.

#[cfg(not(unix))]
mod console;
pub mod events;
mod halves;
#[cfg(unix)]
mod keyboard;
mod listening;
pub mod parser;
mod screen;
mod session;
#[cfg(unix)]
mod signals;
mod style;

use std::io::{self, IsTerminal as _};
use std::sync::mpsc::Receiver;

use color_eyre::Result;
use jiff::civil::Date;
use ratatui::layout::Size;

use self::events::Event;
use self::session::Session;
use crate::app::{Action, App, Effect};
use crate::dossier::Dossier;
use crate::records::{Consent, Draft, Record, Store};
use crate::settings::Settings;
use crate::ui::theme::Theme;
use crate::{clock, effects, ui};

/// Whether there is a terminal on both sides that can show a screen.
pub fn is_interactive() -> bool {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !dumb
}

/// The columns of the terminal that standard output goes to; `None` where it goes elsewhere.
pub fn columns() -> Option<usize> {
    let (columns, _) = io::stdout()
        .is_terminal()
        .then(crossterm::terminal::size)?
        .ok()?;
    Some(usize::from(columns)).filter(|columns| *columns > 0)
}

/// Shows a plan until the user leaves, at first with a query typed into the finder if there is one.
pub fn run(
    dossier: Dossier,
    own: &Store,
    as_of: Date,
    query: &str,
    settings: &Settings,
) -> Result<()> {
    color_eyre::config::HookBuilder::default()
        .display_env_section(false)
        .install()?;
    let theme = Theme::new(settings.palette());
    let (sender, events) = listening::channel()?;
    let mut session = Session::enter(settings.mouse.value)?;
    let mut app = App::new(dossier, as_of, session.size()?);
    app.today = clock::today();
    app.mouse = settings.mouse.value;
    app.measure = settings.measure.value;
    app.keys = settings.keymap();
    if !query.is_empty() {
        app.update(Action::Paste(query.to_owned()));
    }
    session.draw(|frame| ui::draw(&app, theme, frame))?;
    listening::listen(sender)?;
    work(&mut app, theme, &mut session, own, &events)
}

/// Event after event, a frame after each batch of them.
fn work(
    app: &mut App,
    theme: Theme,
    session: &mut Session,
    own: &Store,
    events: &Receiver<Event>,
) -> Result<()> {
    while let Ok(first) = events.recv() {
        for event in std::iter::once(first).chain(events.try_iter()) {
            match react(app, event) {
                Reaction::None => {}
                Reaction::Leave => return Ok(()),
                Reaction::Die(signal) => return session.die_of(signal),
                Reaction::Suspend => session.suspend()?,
                Reaction::Resume => {
                    session.resume(app.mouse)?;
                    app.resize(session.size()?);
                }
                Reaction::Mouse(on) => session.mouse(on)?,
                Reaction::Copy(text) => session.copy(&text)?,
                Reaction::Record(draft, consent) => effects::keep(app, own, &draft, consent),
                Reaction::Undo(expected) => effects::undo(app, own, &expected),
            }
        }
        session.draw(|frame| ui::draw(app, theme, frame))?;
    }
    Ok(())
}

/// What the loop has to do after an event.
enum Reaction {
    None,
    Leave,
    Die(i32),
    Suspend,
    Resume,
    Mouse(bool),
    Copy(String),
    Record(Box<Draft>, Consent),
    Undo(Vec<Record>),
}

fn react(app: &mut App, event: Event) -> Reaction {
    let action = match event {
        Event::Key(key) => app.keys.resolve(app.mode(), key),
        Event::Action(action) => Some(action),
        Event::Resize(width, height) => {
            app.resize(Size { width, height });
            None
        }
        // Nothing is asked yet.
        Event::Answer(_) => None,
        Event::Stop => return Reaction::Suspend,
        Event::Continue => return Reaction::Resume,
        Event::Signal(signal) => return Reaction::Die(signal),
        Event::Lost => return Reaction::Leave,
    };
    match action.and_then(|action| app.update(action)) {
        None => Reaction::None,
        Some(Effect::Quit) => Reaction::Leave,
        Some(Effect::Suspend) => Reaction::Suspend,
        Some(Effect::Mouse(on)) => Reaction::Mouse(on),
        Some(Effect::Copy(text)) => Reaction::Copy(text),
        Some(Effect::Record(draft, consent)) => Reaction::Record(draft, consent),
        Some(Effect::Undo(expected)) => Reaction::Undo(expected),
    }
}
