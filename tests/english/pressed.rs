//! Whatever is pressed on the screens in English leaves a sound screen.

use proptest::prelude::*;

use crate::support::pressing::{check_cells, event};
use crate::support::screen::{cells, play, press};

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_leaves_a_sound_screen_in_english_too(
        events in prop::collection::vec(event(), 60),
        (columns, rows) in prop::sample::select(vec![(120, 40), (80, 24), (56, 16)]),
    ) {
        let mut app = press("", columns, rows);
        let mut pressed = String::new();
        for event in events {
            pressed.push_str(&event);
            play(&mut app, &event);
            check_cells(&cells(&app), &pressed);
        }
    }
}
