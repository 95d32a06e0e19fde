//! The English glosses of a Chinese plan: readers are told them in place of the names, and find the plan's own names beside
//! them where one target stands alone.

use crate::support::screen::screen;
use guihua::app::App;
use guihua::dossier::Dossier;
use guihua::embedded;
use guihua::words::{self, Language};
use jiff::civil::date;
use ratatui::layout::Size;

/// The built-in plan in English after keys were pressed.
fn pressed(keys: &str) -> String {
    words::set_language(Language::English);
    let dossier = Dossier::opened(embedded::file(), embedded::shipped);
    let mut app = App::new(dossier, date(2026, 6, 30), Size::new(160, 50));
    crate::support::screen::play(&mut app, keys);
    screen(&app)
}

#[test]
fn lists_tell_the_glosses_of_targets_domains_and_terms() {
    let overview = pressed("");
    assert!(overview.contains("childbirth and families"), "{overview}");
    assert!(overview.contains("resident population"), "{overview}");
    let targets = pressed("t");
    assert!(targets.contains("infant mortality"), "{targets}");
    assert!(targets.contains("5 ageing"), "{targets}");
    assert!(!targets.contains("婴儿死亡率  "), "{targets}");
    let terms = pressed("i");
    let gloss = embedded::plan().terms.iter().find_map(|term| {
        let plan = embedded::plan();
        plan.english.get(&*term.name).map(ToString::to_string)
    });
    assert!(gloss.is_some_and(|gloss| terms.contains(&gloss)), "{terms}");
}

#[test]
fn the_plans_own_name_and_its_sentence_stand_beside_a_gloss() {
    for keys in ["t/人均期望寿命<Enter>", "t"] {
        let shown = pressed(keys);
        assert!(shown.contains('“'), "{shown}");
    }
    let card = pressed("t<Enter>");
    let own = embedded::plan();
    let named = own.targets.iter().find(|it| {
        let gloss = own.english.get(it.name.as_str());
        gloss.is_some_and(|gloss| card.contains(gloss.as_str())) && card.contains(it.name.as_str())
    });
    assert!(named.is_some(), "{card}");
}
