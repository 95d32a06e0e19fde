//! Two plans open in one program: one is shown, and each keeps its own place.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use crate::support::screen::{play, press, screen};
use guihua::app::keymap::Mode;
use guihua::app::{App, DocumentId, View};
use guihua::dossier::Dossier;
use guihua::records::Book;
use jiff::civil::date;

/// Opens a small plan beside the one that is shown.
fn open_small(app: &mut App) -> DocumentId {
    let text = include_str!("../fixtures/small.yaml");
    let plan = guihua::load::load(text).expect("the small plan is sound");
    app.open_document(Dossier::of(plan, Book::default()), date(2024, 12, 31))
}

#[test]
fn opening_a_plan_leaves_the_other_on_the_screen() {
    let mut app = press("t3jj", 80, 24);
    let (first, before) = (app.document().id(), screen(&app));
    let second = open_small(&mut app);
    assert_ne!(first, second);
    assert_eq!(
        (app.document().id(), screen(&app)),
        (first, before),
        "opening alone shows nothing"
    );
    app.show_document(second);
    let shown = screen(&app);
    let title = app.document().dossier.plan.body.title.reading();
    assert_eq!(app.document().id(), second);
    assert!(shown.contains(title), "{title} is not in\n{shown}");
}

#[test]
fn each_open_plan_keeps_its_own_place() {
    let mut app = press("r/托育<Enter>t3jj", 80, 24);
    let (first, before) = (app.document().id(), screen(&app));
    let second = open_small(&mut app);
    app.show_document(second);
    let document = app.document();
    assert_eq!((document.view, document.domain), (View::Overview, None));
    assert!(document.find.is_off(), "nothing was sought in it yet");
    play(&mut app, "w");
    let among_tasks = screen(&app);
    app.show_document(first);
    assert_eq!(screen(&app), before);
    app.show_document(second);
    assert_eq!(screen(&app), among_tasks);
    play(&mut app, "<BS>");
    assert_eq!(app.document().view, View::Overview, "its own way back");
    play(&mut app, "<BS>");
    assert_eq!(
        (app.document().id(), app.document().view),
        (second, View::Overview),
        "no way back leads into another plan"
    );
}

#[test]
fn words_are_sought_in_the_plan_that_is_shown() {
    let mut app = press("/托育", 80, 24);
    let found = app.document().hits().len();
    let second = open_small(&mut app);
    let first = app.document().id();
    app.show_document(second);
    assert_eq!(
        app.mode(),
        Mode::View(View::Overview),
        "the line being typed does not follow"
    );
    play(&mut app, "/托育");
    let here = app.document().hits().len();
    play(&mut app, "<Esc>");
    app.show_document(first);
    play(&mut app, "/托育");
    assert_eq!(app.document().hits().len(), found);
    assert_ne!(here, found);
}

#[test]
fn a_plan_that_comes_back_is_set_for_the_size_that_the_screen_has_now() {
    let mut app = press("r", 120, 40);
    let first = app.document().id();
    let second = open_small(&mut app);
    app.show_document(second);
    play(&mut app, "<size:60x20>");
    app.show_document(first);
    assert_eq!(screen(&app), screen(&press("r", 60, 20)));
}
