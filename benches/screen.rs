//! What the screen costs without a terminal: a frame of each view, a line down, and how both grow with the text.
//!
//! `cargo bench --bench screen`. What a terminal and the system add is measured by `benches/compare.py`.

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use guihua::app::{App, Key};
use guihua::dossier::Dossier;
use guihua::embedded;
use guihua::paint::{Depth, Palette};
use guihua::plan::Outline;
use guihua::records::Book;
use guihua::search::{Index, Query};
use guihua::ui;
use guihua::ui::theme::Theme;
use jiff::civil::date;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

fn main() {
    divan::main();
}

/// The views, by their keys.
const VIEWS: [&str; 5] = ["o", "r", "t", "w", "i"];

/// How many times the text of the built-in plan.
const SIZES: [usize; 3] = [1, 10, 100];

static DOSSIER: LazyLock<Dossier> =
    LazyLock::new(|| Dossier::opened(embedded::file(), embedded::shipped));

/// The plan with its chapters so many times, without its targets.
fn grown(times: usize) -> Dossier {
    let mut plan = embedded::plan();
    plan.targets.clear();
    let once = plan.body.content.clone();
    plan.body.content = once
        .iter()
        .cycle()
        .take(once.len() * times)
        .cloned()
        .collect();
    Dossier::of(plan, Book::default())
}

/// The program on a screen of 120 by 40 after some keys.
fn pressed(dossier: &Dossier, keys: &str) -> App {
    let mut app = App::new(dossier.clone(), date(2026, 6, 30), Size::new(120, 40));
    keys.chars().for_each(|key| press(&mut app, key));
    app
}

fn press(app: &mut App, key: char) {
    if let Some(action) = app.keys.resolve(app.mode(), Key::Char(key)) {
        app.update(action);
    }
}

#[divan::bench(args = VIEWS)]
fn frame(bencher: Bencher, view: &str) {
    let app = pressed(&DOSSIER, view);
    let theme = Theme::new(Palette::Dark, Depth::True);
    let mut frame = Buffer::empty(Rect::from(app.size));
    bencher.bench_local(|| {
        frame.reset();
        ui::draw(black_box(&app), theme, &mut frame)
    });
}

#[divan::bench(args = VIEWS)]
fn line_down(bencher: Bencher, view: &str) {
    let mut app = pressed(&DOSSIER, view);
    bencher.bench_local(|| press(&mut app, 'j'));
}

#[divan::bench(args = SIZES)]
fn opening(bencher: Bencher, times: usize) {
    let plan = grown(times).plan;
    bencher.bench(|| Outline::of(black_box(&plan)));
}

#[divan::bench(args = SIZES)]
fn typesetting(bencher: Bencher, times: usize) {
    let dossier = grown(times);
    bencher.bench(|| pressed(black_box(&dossier), "r"));
}

#[divan::bench(args = SIZES)]
fn line_down_in_a_text(bencher: Bencher, times: usize) {
    let mut app = pressed(&grown(times), "r");
    bencher.bench_local(|| press(&mut app, 'j'));
}

#[divan::bench(args = SIZES)]
fn search_in_a_text(bencher: Bencher, times: usize) {
    let dossier = grown(times);
    let index = Index::new(&dossier.plan, &dossier.outline, &[]);
    bencher.bench(|| index.search(&Query::parse(black_box("托育"))));
}
