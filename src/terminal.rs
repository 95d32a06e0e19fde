//! The terminal: sets it up, reads events, draws, and restores it.
//!
//! ```text
//! keyboard ─┐
//!           ├─▶ Listener ─▶ loop: resolve key ─▶ App::update ─▶ effect ─▶ draw
//! signals ──┘
//! ```
//!
//! The loop sleeps in `Listener::wait`, so an idle program costs nothing. All waiting events are handled before the next
//! frame. There is one thread. What the terminal is asked (`questions`) delays no frame: its answers are events like all
//! others, and may never come.

mod clipboard;
#[cfg(not(unix))]
mod console;
pub mod events;
mod frames;
mod grid;
#[cfg(unix)]
mod keyboard;
#[cfg(unix)]
mod listening;
mod look;
pub mod parser;
mod questions;
mod screen;
mod session;
mod shift;
#[cfg(unix)]
mod signals;

use std::io::{self, IsTerminal as _};
use std::mem::ManuallyDrop;

use color_eyre::Result;
use jiff::civil::Date;
use ratatui::layout::Size;

#[cfg(not(unix))]
use self::console::Listener;
use self::events::Event;
#[cfg(unix)]
use self::listening::Listener;
use self::questions::{Asked, Learnt};
use self::session::Session;
use crate::app::{App, Effect, Home};
use crate::dossier::Dossier;
use crate::effects::Own;
use crate::settings::Settings;
use crate::ui::theme::Theme;
use crate::words::tr;
use crate::{clock, effects, ui};

/// Whether standard output is a terminal that can show a screen.
pub fn is_interactive() -> bool {
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !dumb
}

/// The columns of the terminal on standard output; `None` if it is not a terminal.
pub fn columns() -> Option<usize> {
    let (columns, _) = io::stdout()
        .is_terminal()
        .then(crossterm::terminal::size)?
        .ok()?;
    Some(usize::from(columns)).filter(|columns| *columns > 0)
}

/// What the screen begins with.
#[derive(Debug)]
pub struct Begin<'a> {
    /// The words typed into the finder; empty for none.
    pub query: &'a str,
    /// What is told at the bottom.
    pub message: Option<String>,
    /// Where the plan is kept.
    pub home: Home,
    /// What is shown first.
    pub first: First,
}

/// What the screen shows first, if no query says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// The overview.
    Overview,
    /// The review over it.
    Review,
}

/// Shows a plan until the user quits. What a query that is not empty finds is shown first.
pub fn run(
    dossier: Dossier,
    own: &Own,
    as_of: Date,
    begin: Begin<'_>,
    settings: &Settings,
) -> Result<()> {
    color_eyre::config::HookBuilder::default()
        .display_env_section(false)
        .install()?;
    let theme = Theme::new(settings.palette(), settings.depth);
    let mut asked = Asked::of(settings);
    let mut listener = Listener::open()?;
    let mut session = Session::enter(settings.mouse.value, asked.sequence())?;
    // The process ends with it: giving its memory back piece by piece would only make leaving slower.
    let mut app = ManuallyDrop::new(App::new(dossier, as_of, Session::size()?));
    app.today = clock::today();
    app.mouse = settings.mouse.value;
    app.measure = settings.measure.value;
    if !settings.keys.value.is_empty() {
        app.bind(settings.keymap());
    }
    app.set_home(begin.home);
    if let Some(bookmarks) = &own.bookmarks {
        effects::open_bookmarks(&mut app, bookmarks);
    }
    let rest = own.rest.as_deref().and_then(effects::rested);
    match &rest {
        Some(rest) if begin.query.is_empty() && begin.first == First::Overview => app.resume(rest),
        Some(rest) => app.resume_place(rest),
        None => {}
    }
    if !begin.query.is_empty() {
        app.ask(begin.query);
    }
    if begin.first == First::Review {
        app.open_review();
    }
    if begin.message.is_some() {
        app.message = begin.message;
    }
    session.draw(|frame| ui::draw(&app, theme, frame))?;
    let ended = work(
        &mut app,
        theme,
        &mut asked,
        &mut session,
        own,
        &mut listener,
    );
    keep_rest(&app, own);
    match ended? {
        Ended::Quit => Ok(()),
        Ended::By(signal) => session.die_of(signal),
    }
}

/// How the work ended.
enum Ended {
    /// The user left.
    Quit,
    /// A signal ends the program.
    By(i32),
}

/// Keeps where one stopped.
fn keep_rest(app: &App, own: &Own) {
    if let Some(path) = &own.rest {
        effects::rest(path, &app.rest());
    }
}

/// Handles events, and draws a frame after each batch of them.
fn work(
    app: &mut App,
    mut theme: Theme,
    asked: &mut Asked,
    session: &mut Session,
    own: &Own,
    listener: &mut Listener,
) -> Result<Ended> {
    loop {
        let mut events = listener.wait();
        while !events.is_empty() {
            for event in events {
                let effect = match event {
                    Event::Signal(signal) => return Ok(Ended::By(signal)),
                    Event::Continue => {
                        session.resume(app.mouse)?;
                        app.resize(Session::size()?);
                        None
                    }
                    Event::Answer(answer) => {
                        match asked.learn(&answer) {
                            Some(Learnt::Theme(told)) => theme = told,
                            Some(Learnt::Ambiguity(told)) => {
                                app.set_ambiguity(told);
                                session.redraw()?;
                            }
                            None => {}
                        }
                        None
                    }
                    event => react(app, event),
                };
                if effect == Some(Effect::Quit) {
                    asked.await_answers(listener);
                    return Ok(Ended::Quit);
                }
                if let Some(effect) = effect {
                    carry_out(effect, app, session, own)?;
                }
            }
            events = listener.more();
        }
        session.draw(|frame| ui::draw(app, theme, frame))?;
    }
}

/// Does what the screens ask for outside of them. To quit is left to the caller.
fn carry_out(effect: Effect, app: &mut App, session: &mut Session, own: &Own) -> Result<()> {
    match effect {
        Effect::Quit => {}
        Effect::Suspend => session.suspend()?,
        Effect::Mouse(on) => session.mouse(on)?,
        Effect::Copy(text) => {
            if !session.copy(&text)? {
                let none = tr("这个终端没有剪贴板，没有复制；可用 guihua cite");
                app.message = Some(none.to_owned());
            }
        }
        Effect::Record(document, draft, consent) => {
            effects::keep(app, document, &own.records, &draft, consent);
        }
        Effect::Undo(document, expected) => effects::undo(app, document, &own.records, &expected),
        Effect::Decide(document, decision) => effects::decide(app, document, &decision),
        Effect::TakeBack(document, patch) => effects::take_back(app, document, &patch),
        Effect::Bookmark(document, change) => {
            effects::bookmark(app, document, own.bookmarks.as_ref(), &change);
        }
        Effect::Keep(document, path, resume) => {
            effects::keep_plan(app, document, &path, resume);
        }
    }
    Ok(())
}

/// The effect of an event that does not concern the terminal itself.
fn react(app: &mut App, event: Event) -> Option<Effect> {
    let action = match event {
        Event::Key(key) => app.keys.resolve(app.mode(), key)?,
        Event::Action(action) => action,
        Event::Resize(width, height) => {
            app.resize(Size { width, height });
            return None;
        }
        Event::Stop => return Some(Effect::Suspend),
        Event::Lost => return Some(Effect::Quit),
        // The caller handles these.
        Event::Answer(_) | Event::Continue | Event::Signal(_) => return None,
    };
    app.update(action)
}
