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
use crate::monitoring::{self, Consent, Fault, told};
use crate::records::{Record, Store};
use crate::settings::Settings;
use crate::ui;
use crate::ui::theme::Theme;
use crate::words::{say, tr};

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
    let (sender, events) = events::channel()?;
    let mut session = Session::enter(settings.mouse.value)?;
    let mut app = App::new(dossier, as_of, session.size()?);
    app.today = monitoring::today();
    app.mouse = settings.mouse.value;
    app.measure = settings.measure.value;
    app.keys = settings.keymap();
    if !query.is_empty() {
        app.update(Action::Paste(query.to_owned()));
    }
    session.draw(|frame| ui::draw(&app, theme, frame))?;
    events::listen(sender)?;
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
                Reaction::Record(record, consent) => keep(app, own, *record, consent),
                Reaction::Undo => undo(app, own),
            }
        }
        session.draw(|frame| ui::draw(app, theme, frame))?;
    }
    Ok(())
}

/// Keeps a record in the user's file and shows what it comes to, or says why not.
fn keep(app: &mut App, own: &Store, mut record: Record, consent: Consent) {
    let today = monitoring::recorded_today();
    match &mut record {
        Record::Observation(it) => it.recorded = today,
        Record::Status(it) => it.recorded = today,
    }
    let kept = monitoring::add(&app.document().dossier, own, &[record], consent);
    match kept.and_then(|()| monitoring::read(&app.document().dossier, own)) {
        Ok(book) => app.recorded(book),
        Err(Fault::Duplicate(held, name)) => {
            let question = say!(
                "已有{origin}的{name}；如系更正，再按 Enter 替换",
                origin = tr(held.origin.label()),
                name = name
            );
            let replace = Consent {
                replace: true,
                ..Consent::default()
            };
            app.refused(question, Some(replace));
        }
        Err(Fault::Doubtful(fault)) => {
            let question = say!(
                "{what}；{remedy}，确认无误再按 Enter",
                what = fault.what,
                remedy = fault.remedy
            );
            let doubtful = Consent {
                doubtful: true,
                ..Consent::default()
            };
            app.refused(question, Some(doubtful));
        }
        Err(fault) => app.refused(fault.to_string(), None),
    }
}

/// Takes the last record of the user's file back, or says why not.
fn undo(app: &mut App, own: &Store) {
    let undone = monitoring::undo(&app.document().dossier.plan, own);
    let read =
        undone.and_then(|record| Ok((record, monitoring::read(&app.document().dossier, own)?)));
    match read {
        Ok((record, book)) => {
            let name = told(&record, &app.document().dossier.plan);
            app.undone(&name, book);
        }
        Err(fault) => app.failed(fault.to_string()),
    }
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
    Record(Box<Record>, Consent),
    Undo,
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
        Some(Effect::Record(record, consent)) => Reaction::Record(record, consent),
        Some(Effect::Undo) => Reaction::Undo,
    }
}
