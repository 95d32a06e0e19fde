//! Anything that may be pressed, pasted or clicked, by chance, and what every screen has to be afterwards.

use guihua::text::width;
use proptest::prelude::*;
use ratatui::buffer::Buffer;

use super::screen::signs;

/// Checks that no cell commands the terminal, and that no wide sign is cut at the edge or by its neighbour.
#[track_caller]
pub(crate) fn check_cells(buffer: &Buffer, what: &str) {
    let area = buffer.area;
    for (at, cell) in signs(buffer, area) {
        let sign = cell.symbol();
        assert!(
            !sign.chars().any(char::is_control),
            "{what}: {sign:?} at {at} of {area}"
        );
        assert!(
            usize::from(at.x) + width(sign) <= usize::from(area.width),
            "{what}: {sign:?} at {at} is cut by the edge of {area}"
        );
        for hidden in 1..width(sign) as u16 {
            let behind = buffer[(at.x + hidden, at.y)].symbol();
            assert!(
                behind.trim().is_empty(),
                "{what}: {sign:?} at {at} hides {behind:?}"
            );
        }
    }
}

/// Anything that a person, a cat on the keyboard or a window manager can do, in the notation of the keys.
pub(crate) fn event() -> impl Strategy<Value = String> {
    let others = "、？：ｊ人口é\u{301}👨\u{200d}👩";
    let plain = (' '..='~').filter(|key| *key != '<').chain(others.chars());
    let keys: Vec<String> = plain.map(String::from).collect();
    let named = [
        "Enter", "Esc", "Tab", "S-Tab", "BS", "Del", "Up", "Down", "Left", "Right", "PgUp", "PgDn",
        "Home", "End", "A-Left", "A-Right", "C-a", "C-b", "C-c", "C-d", "C-e", "C-f", "C-h", "C-n",
        "C-o", "C-p", "C-u", "C-w", "C-z", "F1", "lt",
    ];
    let named: Vec<String> = named.iter().map(|name| format!("<{name}>")).collect();
    let scripts = ["/人口<Enter>", ":3.1.2<Enter>", "/托育", ":9.9<Enter>"].map(str::to_owned);
    let pastes = [
        "q\n:",
        "\u{1b}[31m红\u{7}",
        "人口\t发展",
        "\u{202e}a\u{200b}\u{feff}",
        "",
    ];
    let pastes: Vec<String> = pastes
        .iter()
        .map(|text| format!("<paste:{text}>"))
        .collect();
    prop_oneof![
        10 => prop::sample::select(keys),
        10 => prop::sample::select(named),
        2 => prop::sample::select(scripts.to_vec()),
        1 => prop::sample::select(pastes),
        4 => (0..100u16, 0..32u16).prop_map(|(x, y)| format!("<click:{x},{y}>")),
        2 => (0..100u16, 0..32u16, -2..=2).prop_map(|(x, y, n)| format!("<wheel:{x},{y},{n}>")),
        1 => (0..=100u16, 0..=32u16).prop_map(|(w, h)| format!("<size:{w}x{h}>")),
    ]
}
