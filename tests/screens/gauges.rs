//! Gauges: every share is drawn as it is, in every set of signs and at every width.

#![expect(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use guihua::evaluation::{Year, YearState};
use guihua::gauge::{self, Instrument, NARROWEST, Part, Piece, Signs};
use guihua::text::width;
use rust_decimal::Decimal;

const SETS: [Signs; 3] = [Signs::Blocks, Signs::Braille, Signs::Plain];

fn way(per_mille: i64) -> Instrument {
    Instrument::Way {
        fraction: Decimal::new(per_mille, 3),
        expected: None,
    }
}

/// What is filled of a drawing, in tenths of a step so that less than a step counts for something. The steps of the signs
/// are told here once more.
fn ink(pieces: &[Piece], signs: Signs) -> usize {
    let of = |sign: char| match signs {
        // Beyond the edge.
        _ if "▸>".contains(sign) => signs.steps() * 10,
        Signs::Blocks if sign == '⡀' => 1,
        Signs::Blocks if sign == '▆' => 80,
        Signs::Blocks => " ▏▎▍▌▋▊▉█".chars().position(|it| it == sign).unwrap_or(0) * 10,
        Signs::Braille if sign == '⠁' => 1,
        // One dot more with each step.
        Signs::Braille => (u32::from(sign).saturating_sub(0x2800)).count_ones() as usize * 10,
        Signs::Plain => [('.', 0), ('-', 1), ('=', 10), ('#', 20)]
            .iter()
            .find(|it| it.0 == sign)
            .map_or(0, |it| it.1),
    };
    let filled = |piece: &&Piece| matches!(piece.part, Part::Reached | Part::Tip);
    let pieces = pieces.iter().filter(filled);
    pieces.flat_map(|piece| piece.text.chars()).map(of).sum()
}

#[test]
fn every_per_mille_is_drawn_as_it_is() {
    for signs in SETS {
        for columns in NARROWEST..=64 {
            let steps = ((columns - 1) * signs.steps()) as i64;
            let full = ink(&way(1000).draw(columns, signs), signs);
            assert_eq!(full, steps as usize * 10, "{signs:?} at {columns}");
            let drawn: Vec<usize> = (0..=1000)
                .map(|n| ink(&way(n).draw(columns, signs), signs))
                .collect();
            for (n, ink) in (0..).zip(&drawn) {
                let what = format!("{n}‰ in {columns} {signs:?}: {ink} of {full}");
                assert!((n == 0) == (*ink == 0), "{what}");
                assert!((n == 1000) == (*ink == full), "{what}");
                // Never more than there is, and less by no more than a step.
                let share = n * steps * 10;
                let ink = *ink as i64 * 1000;
                assert!(ink <= share || n * steps < 1000, "{what}");
                assert!(ink + 10_000 > share, "{what}");
            }
            assert!(drawn.is_sorted(), "{signs:?} at {columns}");
            let step = (1000 + steps - 1) / steps;
            for pair in drawn.windows(step as usize + 1) {
                assert!(pair.first() < pair.last(), "{signs:?} at {columns}");
            }
        }
    }
}

#[test]
fn only_the_tip_of_a_bar_is_as_high_as_its_row() {
    for columns in NARROWEST..=64 {
        for n in 0..=1200 {
            let pieces = way(n).draw(columns, Signs::Blocks);
            let cells = pieces.iter().flat_map(|piece| {
                let signs = piece.text.chars();
                signs.map(|sign| (sign, piece.part))
            });
            let cells: Vec<(char, Part)> = cells.collect();
            let body = cells
                .iter()
                .take_while(|cell| **cell == ('▆', Part::Reached));
            let tips = cells.iter().filter(|(_, part)| *part == Part::Tip).count();
            assert_eq!(tips, usize::from(n > 0), "{n}‰ in {columns}: {cells:?}");
            // All that is filled lies before the tip.
            let at = body.count();
            let tip = cells.get(at).filter(|(_, part)| *part == Part::Tip);
            assert_eq!(tip.is_some(), n > 0, "{n}‰ in {columns}: {cells:?}");
        }
    }
}

#[test]
fn a_gauge_is_as_wide_as_it_is_told() {
    let years = |count: u16| {
        let year = |n| Year {
            year: 2021 + n,
            state: [YearState::Met, YearState::Missed, YearState::Missing][usize::from(n % 3)],
        };
        Instrument::Years((0..count).map(year).collect())
    };
    let amounts = ["-3", "-0.001", "0", "0.4", "0.999", "1", "1.001", "7"];
    let mut instruments = vec![years(0), years(5), years(30)];
    for amount in amounts {
        let fraction: Decimal = amount.parse().unwrap();
        let expected = Some(Decimal::new(6, 1));
        instruments.push(Instrument::Way { fraction, expected });
        instruments.push(Instrument::Sum {
            parts: vec![fraction / Decimal::TWO; 2],
            fraction,
            expected,
        });
        if !fraction.is_sign_negative() {
            let (value, goal) = (fraction, Decimal::ONE);
            instruments.push(Instrument::Level { value, goal });
        }
    }
    for signs in [Signs::Blocks, Signs::Plain] {
        for columns in 0..70 {
            for instrument in &instruments {
                let drawn = gauge::text(&instrument.draw(columns, signs));
                assert_eq!(
                    width(&drawn),
                    columns.max(drawn_at_least(instrument)),
                    "{drawn:?}"
                );
            }
        }
    }
}

/// The goal takes a cell even where there is none.
fn drawn_at_least(instrument: &Instrument) -> usize {
    usize::from(!matches!(instrument, Instrument::Years(_)))
}

#[test]
fn the_tick_stands_in_one_cell_wherever_the_bar_ends_and_leaves_its_tip_whole() {
    for signs in SETS {
        for columns in NARROWEST..=40 {
            for (gone, due) in [
                (300, 310),
                (310, 300),
                (300, 600),
                (600, 300),
                (222, 200),
                (150, 200),
                (5, 8),
                (0, 200),
            ] {
                let drawn = Instrument::Way {
                    fraction: Decimal::new(gone, 3),
                    expected: Some(Decimal::new(due, 3)),
                }
                .draw(columns, signs);
                let text = gauge::text(&drawn);
                let without = gauge::text(&way(gone).draw(columns, signs));
                let cells = || drawn.iter().flat_map(|it| it.text.chars().map(|_| it.part));
                let marks =
                    |part: &Part| matches!(part, Part::Tick | Part::TickPassed | Part::TipAtTick);
                let ticks: Vec<usize> = cells()
                    .enumerate()
                    .filter_map(|(n, part)| marks(&part).then_some(n))
                    .collect();
                let place = due as usize * (columns - 1) / 1000;
                assert_eq!(ticks, [place], "{gone} of {due} in {columns}: {text:?}");
                // Only a cell without the tip has the sign of the tick.
                let differing = text.chars().zip(without.chars());
                let differing = differing.filter(|(one, other)| one != other).count();
                let is_shared = cells().any(|part| part == Part::TipAtTick);
                assert_eq!(differing, usize::from(!is_shared), "{text:?}");
            }
        }
    }
}

#[test]
fn a_figure_meets_the_line_of_its_goal_only_at_the_goal() {
    let level = |value: i64| Instrument::Level {
        value: Decimal::new(value, 1),
        goal: Decimal::new(800, 1),
    };
    for signs in SETS {
        for columns in NARROWEST..=40 {
            let drawn = |value| level(value).draw(columns, signs);
            let inks: Vec<usize> = (0..=1200).map(|n| ink(&drawn(n), signs)).collect();
            assert!(inks.is_sorted_by(|a, b| a <= b), "{signs:?} at {columns}");
            assert!(inks[799] < inks[800], "{signs:?} at {columns}");
            assert!(inks[800] < inks[801], "{signs:?} at {columns}");
            let pieces = drawn(801);
            let goal = pieces.iter().position(|it| it.part == Part::Goal).unwrap();
            assert_eq!(pieces[goal + 1].part, Part::Tip, "visibly beyond");
        }
    }
    assert_eq!(level(782).figure(), "78.2／80");
}

#[test]
fn years_of_a_sum_are_told_apart() {
    let tenth = Decimal::new(1, 1);
    let sum = Instrument::Sum {
        parts: vec![tenth * Decimal::TWO; 3],
        fraction: tenth * Decimal::from(6),
        expected: None,
    };
    let parts: Vec<Part> = sum
        .draw(41, Signs::Blocks)
        .iter()
        .map(|it| it.part)
        .collect();
    assert_eq!(
        parts,
        [
            Part::Reached,
            Part::Alternate,
            Part::Reached,
            Part::Tip,
            Part::Rest,
            Part::Goal
        ]
    );
    assert_eq!(sum.figure(), "60.0%");
}
