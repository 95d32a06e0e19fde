//! The text on the screen: what is uncertain is always marked, notes on open readings are shown on demand.

use crate::support::READINGS;
use crate::support::screen::{cells, play, screen, signs};
use guihua::app::App;
use guihua::dossier::Dossier;
use guihua::load;
use guihua::paint::{Depth, Palette};
use guihua::records::Book;
use guihua::ui::theme::Theme;
use jiff::civil::date;
use ratatui::layout::Size;
use ratatui::style::Modifier;

#[expect(clippy::expect_used, reason = "a test that can't go on has failed")]
fn pressed(keys: &str, columns: u16) -> App {
    let plan = load::load(READINGS).expect("the plan of the test is sound");
    let dossier = Dossier::of(plan, Book::default());
    let mut app = App::new(dossier, date(2026, 6, 30), Size::new(columns, 24));
    play(&mut app, keys);
    app
}

/// The screen without its white space, the line between its panes, and the bar beside what is marked.
fn ink(app: &App) -> String {
    let is_ink = |c: &char| !c.is_whitespace() && !matches!(c, '│' | '╎' | '⡇');
    screen(app).chars().filter(is_ink).collect()
}

#[test]
fn what_is_uncertain_stands_in_brackets_whatever_is_pressed() {
    for columns in [40, 60, 80, 120] {
        for keys in ["r", "rMM"] {
            let shown = ink(&pressed(keys, columns));
            for words in ["提⟦升⟧“山河", "评⟦价⟧“指", "制度。", "交⟦接⟧遗"]
            {
                assert!(
                    shown.contains(words),
                    "{keys} {columns}: {words} in\n{shown}"
                );
            }
            assert!(!shown.contains("存疑"), "{shown}");
        }
    }
}

#[test]
fn all_marks_candidates_and_notes_are_shown_on_demand() {
    for columns in [40, 60, 80, 120] {
        let shown = ink(&pressed("rMj", columns));
        for words in [
            "提⟦升|高⟧“山河",
            "评⟦价|审⟧“指",
            "制⟦度⟧。",
            "交⟦接|割|叉⟧遗",
        ] {
            assert!(shown.contains(words), "{columns}: {words} in\n{shown}");
        }
        for note in [
            "存疑：“提”后脱一字，“提升”“提高”均可通。",
            "存疑：此处脱字，可能是“价”或“审”",
            "存疑：“积极”后可能脱一动词。",
        ] {
            assert!(shown.contains(note), "{columns}: {note} in\n{shown}");
        }
    }
}

#[test]
fn what_is_uncertain_is_underlined_in_every_theme() {
    let app = pressed("r", 80);
    let area = cells(&app).area;
    for palette in [Palette::Auto, Palette::Dark, Palette::Light, Palette::Mono] {
        let buffer =
            crate::support::screen::cells_in(&app, Theme::new(palette, Depth::Sixteen), app.size);
        let signs = signs(&buffer, area).into_iter();
        let underlined = signs.filter(|(_, cell)| cell.modifier.contains(Modifier::UNDERLINED));
        let underlined: String = underlined.map(|(_, cell)| cell.symbol()).collect();
        for mark in ["⟦升⟧", "⟦价⟧", "⟦接⟧", "⟦。⟧"] {
            assert!(underlined.contains(mark), "{palette:?}: {underlined}");
        }
    }
}

#[test]
fn finding_another_candidate_marks_the_shown_one() {
    let app = pressed("r/职称评审<Enter>", 80);
    assert!(ink(&app).contains("评⟦价⟧“指"), "{}", screen(&app));
    let found = &app.document().find.matches;
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_copied_sentence_says_that_it_is_uncertain() {
    let mut app = pressed("r", 80);
    let copied = format!("{:?}", play(&mut app, "jy"));
    assert!(copied.contains("〔存疑补字〕"), "{copied}");
}
