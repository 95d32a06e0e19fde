//! What the screen tests share: typing keys in a readable notation, and printing the screen that they lead to.
//!
//! ```text
//! "t2jj<Enter>" ──press──▶ App ──screen──▶ text, trailing blanks trimmed
//!                              └─styled──▶ the same with ‹B:bold›, ‹R:reversed›, ‹U:underlined›, ‹Yellow:coloured›
//! ```
//!
//! Keys are typed as they are, full-width ones too, or named in angle brackets: `<Enter>`, `<PgDn>`, `<C-d>`,
//! `<A-Left>`, `<lt>` for `<`. What is no key stands there as well: `<paste:text>`, `<click:x,y>`, `<wheel:x,y,notches>`,
//! `<size:80x24>`.

use std::sync::OnceLock;

use guihua::app::listing::Row;
use guihua::app::{Action, App, Effect, Key};
use guihua::dossier::Dossier;
use guihua::embedded;
use guihua::paint::{Depth, Palette};
use guihua::text::width;
use guihua::ui;
use guihua::ui::theme::Theme;
use jiff::civil::date;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier};

/// The sizes that every screen is looked at in: wide, usual, narrow.
pub(crate) const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (60, 20)];

/// The built-in plan with the published observations; reading it again for each of some hundred states would take longer
/// than the tests.
fn dossier() -> Dossier {
    static DOSSIER: OnceLock<Dossier> = OnceLock::new();
    let read = || Dossier::opened(embedded::file(), embedded::shipped);
    DOSSIER.get_or_init(read).clone()
}

/// The program on a screen of a size after keys were pressed, on a day after the end of the term.
#[track_caller]
pub(crate) fn press(keys: &str, columns: u16, rows: u16) -> App {
    let mut app = App::new(dossier(), date(2026, 6, 30), Size::new(columns, rows));
    play(&mut app, keys);
    app
}

/// Presses keys, and says what the program asked of the world.
#[track_caller]
pub(crate) fn play(app: &mut App, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for event in events(keys) {
        let action = match event {
            Event::Key(key) => app.keys.resolve(app.mode(), key),
            Event::Action(action) => Some(action),
            Event::Size(size) => {
                app.resize(size);
                None
            }
        };
        effects.extend(action.and_then(|action| app.update(action)));
    }
    effects
}

/// What can be written in the notation.
enum Event {
    Key(Key),
    Action(Action),
    Size(Size),
}

#[track_caller]
fn events(mut keys: &str) -> Vec<Event> {
    let mut events = Vec::new();
    while let Some(first) = keys.chars().next() {
        let named = keys.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        if let Some((name, rest)) = named {
            let event = event_named(name);
            events.push(event.unwrap_or_else(|| panic!("no key is called <{name}>")));
            keys = rest;
        } else {
            events.push(Event::Key(Key::Char(first)));
            keys = keys.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    events
}

fn event_named(name: &str) -> Option<Event> {
    if let Some((kind, rest)) = name.split_once(':') {
        let numbers: Option<Vec<i32>> = rest.split([',', 'x']).map(|n| n.parse().ok()).collect();
        return Some(match (kind, numbers.as_deref()) {
            ("paste", _) => Event::Action(Action::Paste(rest.to_owned())),
            ("click", Some([x, y])) => Event::Action(Action::Click(*x as u16, *y as u16)),
            ("wheel", Some([x, y, notches])) => {
                Event::Action(Action::Wheel(*x as u16, *y as u16, *notches as isize))
            }
            ("size", Some([columns, rows])) => {
                Event::Size(Size::new(*columns as u16, *rows as u16))
            }
            _ => return None,
        });
    }
    if let Some(letter) = name.strip_prefix("C-") {
        return letter.chars().next().map(|c| Event::Key(Key::Ctrl(c)));
    }
    Some(Event::Key(match name {
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Tab" => Key::Tab,
        "S-Tab" => Key::BackTab,
        "BS" => Key::Backspace,
        "Del" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "A-Left" => Key::AltLeft,
        "A-Right" => Key::AltRight,
        "PgUp" => Key::PageUp,
        "PgDn" => Key::PageDown,
        "Home" => Key::Home,
        "End" => Key::End,
        "F1" => Key::F1,
        "lt" => Key::Char('<'),
        _ => return None,
    }))
}

/// The cells of the screen, in colour.
pub(crate) fn cells(app: &App) -> Buffer {
    cells_in(app, Theme::new(Palette::Auto, Depth::Sixteen), app.size)
}

/// The cells of a screen of any size, in any theme.
pub(crate) fn cells_in(app: &App, theme: Theme, size: Size) -> Buffer {
    let mut frame = Buffer::empty(Rect::from(size));
    ui::draw(app, theme, &mut frame);
    frame
}

/// The cells of an area that hold a sign: the one after a wide sign is hidden by it.
pub(crate) fn signs(buffer: &Buffer, area: Rect) -> Vec<(Position, &Cell)> {
    let area = area.intersection(buffer.area);
    let mut signs = Vec::new();
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            let cell = &buffer[(x, y)];
            signs.push((Position::new(x, y), cell));
            x += (width(cell.symbol()) as u16).max(1);
        }
    }
    signs
}

/// The screen as text, each line without the blanks at its end.
pub(crate) fn screen(app: &App) -> String {
    print(&cells(app), |_| String::new())
}

/// The screen as text with its weights and colours around the words: `‹B:bold›`.
pub(crate) fn styled(app: &App, theme: Theme) -> String {
    print(&cells_in(app, theme, app.size), look)
}

fn print(buffer: &Buffer, look: impl Fn(&Cell) -> String) -> String {
    let mut lines = Vec::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let row = Rect::new(0, y, buffer.area.width, 1);
        let (mut line, mut open) = (String::new(), String::new());
        for (_, cell) in signs(buffer, row) {
            let look = look(cell);
            if look != open {
                line.push_str(if open.is_empty() { "" } else { "›" });
                if !look.is_empty() {
                    line.extend(["‹", look.as_str(), ":"]);
                }
                open = look;
            }
            line.push_str(cell.symbol());
        }
        line.push_str(if open.is_empty() { "" } else { "›" });
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

/// How a cell looks, in short; empty for plain text. What is dim is as good as plain.
fn look(cell: &Cell) -> String {
    let mut look = String::new();
    for (modifier, sign) in [
        (Modifier::BOLD, 'B'),
        (Modifier::REVERSED, 'R'),
        (Modifier::UNDERLINED, 'U'),
    ] {
        if cell.modifier.contains(modifier) {
            look.push(sign);
        }
    }
    if cell.bg != Color::Reset {
        look.push_str(&cell.bg.to_string());
    }
    look
}

/// How many items rows of a list stand for, folded ones included, by the headings of their groups.
pub(crate) fn items_in(rows: &[Row]) -> usize {
    let counts = rows.iter().map(|row| match row {
        Row::Group(_, count) => *count,
        Row::Item(_) | Row::Fold { .. } => 0,
    });
    counts.sum()
}
