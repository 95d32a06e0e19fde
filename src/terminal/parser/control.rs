//! The events of complete control sequences: `ESC [`, parameters, a letter.

use super::keys::{self, Held};
use crate::app::{Action, Key};
use crate::terminal::events::{Answer, Event};

/// The event of a sequence with its parameters and its last byte; `None` if it is unknown or ignored, such as focus and
/// function keys.
pub(super) fn event(parameters: &str, last: u8) -> Option<Event> {
    if let Some(coordinates) = parameters.strip_prefix('<') {
        // A final `m` is the release of a button.
        return (last == b'M').then(|| pointed(numbers(coordinates)?))?;
    }
    if parameters.starts_with(['?', '>', '=']) {
        return (last == b'c').then_some(Event::Answer(Answer::Attributes));
    }
    match last {
        b'R' => cursor(parameters),
        _ => key(parameters, last).map(Event::Key),
    }
}

/// A press of the left button, or the wheel, from the button code and coordinates counted from 1.
pub(super) fn pointed([code, column, row]: [u32; 3]) -> Option<Event> {
    const HELD: u32 = 4 | 8 | 16;
    let from_zero = |number: u32| u16::try_from(number.checked_sub(1)?).ok();
    let (x, y) = (from_zero(column)?, from_zero(row)?);
    Some(Event::Action(match code & !HELD {
        0 => Action::Click(x, y),
        64 => Action::Wheel(x, y, -1),
        65 => Action::Wheel(x, y, 1),
        _ => return None,
    }))
}

fn cursor(parameters: &str) -> Option<Event> {
    let [row, column] = numbers(parameters)?;
    Some(Event::Answer(Answer::Cursor {
        row: u16::try_from(row).ok()?,
        column: u16::try_from(column).ok()?,
    }))
}

fn key(parameters: &str, last: u8) -> Option<Key> {
    let mut fields = parameters.split(';');
    let first = fields.next().unwrap_or_default();
    let held = fields.next();
    match last {
        b'u' => shifted(first, held),
        b'~' if first == "27" => held_of(held)?.with(keys::coded(number(fields.next()?)?)?),
        b'~' => held_of(held)?.with(keys::numbered(number(first)?)?),
        _ if matches!(first, "" | "1") => held_of(held)?.with(keys::letter(last)?),
        _ => None,
    }
}

/// A key of the kitty protocol: `code:shifted:base ; modifiers:kind`. The shifted code has the character with Shift,
/// which depends on the keyboard layout.
fn shifted(codes: &str, held: Option<&str>) -> Option<Key> {
    let held = held_of(held)?;
    let mut codes = codes.split(':');
    let code = keys::coded(number(codes.next()?)?)?;
    match codes.next().and_then(number).and_then(char::from_u32) {
        Some(c) if matches!(code, Key::Char(_)) && held != Held::NONE => held.with(Key::Char(c)),
        _ => held.with(code),
    }
}

/// The modifiers of `modifiers:kind`; `None` also for the release of a key (kind 3).
fn held_of(field: Option<&str>) -> Option<Held> {
    let (held, kind) = match field {
        None | Some("") => return Some(Held::NONE),
        Some(field) => field.split_once(':').unwrap_or((field, "1")),
    };
    if kind == "3" {
        return None;
    }
    Held::of(if held.is_empty() { 1 } else { number(held)? })
}

/// Exactly `N` numbers separated by semicolons.
fn numbers<const N: usize>(parameters: &str) -> Option<[u32; N]> {
    let found: Vec<u32> = parameters.split(';').map(number).collect::<Option<_>>()?;
    found.try_into().ok()
}

/// A number of digits only; `parse` alone would accept a sign.
fn number(digits: &str) -> Option<u32> {
    let is_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_digits.then(|| digits.parse().ok())?
}
