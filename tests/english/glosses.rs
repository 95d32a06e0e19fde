//! The English glosses of a Chinese plan: readers are told them in place of the names, and find the plan's own names beside
//! them where one target stands alone.

use crate::support::screen::{play, screen};
use guihua::app::App;
use guihua::dossier::Dossier;
use guihua::embedded;
use guihua::plan::{Plan, Target};
use guihua::words::{self, Language};
use jiff::civil::date;
use ratatui::layout::Size;

/// The built-in plan in English after keys were pressed.
fn pressed(keys: &str) -> String {
    words::set_language(Language::English);
    let dossier = Dossier::opened(embedded::file(), embedded::shipped);
    let mut app = App::new(dossier, date(2026, 6, 30), Size::new(160, 50));
    play(&mut app, keys);
    screen(&app)
}

/// The gloss of a name, if the plan has one.
fn gloss<'a>(plan: &'a Plan, name: &str) -> Option<&'a str> {
    plan.english.get(name).map(|gloss| &**gloss)
}

#[test]
fn lists_tell_the_glosses_of_targets_domains_and_terms() {
    let overview = pressed("");
    assert!(overview.contains("childbirth and families"), "{overview}");
    assert!(overview.contains("resident population"), "{overview}");
    let targets = pressed("tZ");
    assert!(targets.contains("infant mortality"), "{targets}");
    assert!(targets.contains("5 ageing"), "{targets}");
    assert!(!targets.contains("婴儿死亡率  "), "{targets}");
    let terms = pressed("i");
    let plan = embedded::plan();
    let mut glosses = plan
        .terms
        .iter()
        .filter_map(|term| gloss(&plan, &term.name));
    assert!(glosses.any(|gloss| terms.contains(gloss)), "{terms}");
}

#[test]
fn the_plans_own_name_stands_beside_the_gloss_of_a_target_alone() {
    // In the details beside the list, and on the card.
    for keys in ["t", "tc"] {
        let screen = pressed(keys);
        let plan = embedded::plan();
        let is_told_twice = |it: &Target| {
            let gloss = gloss(&plan, &it.name);
            gloss.is_some_and(|gloss| screen.contains(gloss)) && screen.contains(&it.name)
        };
        assert!(plan.targets.iter().any(is_told_twice), "{screen}");
    }
}
