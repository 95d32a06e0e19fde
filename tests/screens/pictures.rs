//! The screens themselves, as they are printed: files below `snapshots`, one for each screen and size.
//!
//! All are kept at the usual size, and those whose layout differs from the others' at three. After a wanted change of the
//! screens: `INSTA_UPDATE=always cargo test pictures`, then read the differences.

use crate::support::pictures;
use crate::support::screen::{SIZES, play, press, screen, styled};
use guihua::app::App;
use guihua::paint::{Depth, Palette};
use guihua::ui::theme::Theme;

/// The usual size of a terminal.
const USUAL: [(u16, u16); 1] = [(80, 24)];

/// What is kept of a screen.
enum Look {
    /// Its text.
    Plain,
    /// Its text with weights and colours.
    Styled(Palette),
}

/// The name of the file of a screen.
fn file(name: &str, (columns, rows): (u16, u16)) -> String {
    format!("{name}-{columns}x{rows}")
}

/// Compares a screen with its file.
#[track_caller]
fn check(name: &str, keys: &str, app: &App, look: &Look) {
    let size = (app.size.width, app.size.height);
    let shown = match look {
        Look::Plain => screen(app),
        Look::Styled(palette) => styled(app, Theme::new(*palette, Depth::Sixteen)),
    };
    let mut settings = insta::Settings::clone_current();
    settings.set_description(format!("{keys} on {}×{}", size.0, size.1));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(file(name, size), shown));
}

/// A test for each screen: the name of its files, the keys that lead to it, the sizes, and what is kept. `PICTURES` has the
/// name and the sizes of each.
macro_rules! pictures {
    ($($test:ident: $name:literal, $keys:literal, $sizes:expr, $look:expr;)*) => {
        $(
            #[test]
            fn $test() {
                for &(columns, rows) in $sizes {
                    check($name, $keys, &press($keys, columns, rows), &$look);
                }
            }
        )*

        const PICTURES: &[(&str, &[(u16, u16)])] = &[$(($name, $sizes)),*];
    };
}

pictures! {
    a_presented_target: "presented-target", "/czh<Enter>p", &USUAL, Look::Plain;
    a_presented_paragraph: "presented-paragraph", "r:2.3p3<Enter>p", &USUAL, Look::Plain;
    the_overview: "overview", "", &SIZES, Look::Plain;
    the_end_of_the_overview: "overview-end", "G", &USUAL, Look::Plain;
    the_beginning_of_the_text: "reading-start", "r", &USUAL, Look::Plain;
    a_page_within_chapter_3: "reading-chapter-3", "r:3.1.2<Enter><PgDn>", &SIZES, Look::Plain;
    the_end_of_the_text: "reading-end", "rG", &USUAL, Look::Plain;
    the_text_with_marks: "reading-marks", "r:1.1<Enter>M<Esc>", &USUAL, Look::Plain;
    the_table_of_contents_with_the_keyboard: "contents", "r:3.1<Enter>h", &SIZES, Look::Plain;
    a_folded_table_of_contents: "contents-folded", "r:3.1.2<Enter>Zh", &USUAL, Look::Plain;
    all_targets: "targets", "t", &SIZES, Look::Plain;
    the_targets_of_a_domain: "targets-健康", "t2", &USUAL, Look::Plain;
    all_tasks: "tasks", "w", &SIZES, Look::Plain;
    the_tasks_of_a_domain: "tasks-老龄化", "w5j", &USUAL, Look::Plain;
    the_index: "terms", "ijj", &SIZES, Look::Plain;
    the_finder_with_hits_in_pinyin: "finder-pinyin", "/tyfw", &USUAL, Look::Plain;
    the_finder_with_many_hits: "finder-many", "/养老<Down><Down>", &SIZES, Look::Plain;
    the_finder_before_anything_is_typed: "finder-hint", "/", &USUAL, Look::Plain;
    the_finder_with_targets_found_by_their_domain: "finder-domain", "/@健康", &USUAL, Look::Plain;
    the_finder_with_a_match_far_in_the_text: "finder-far", "/助餐", &USUAL, Look::Plain;
    the_finder_with_a_filter_that_names_nothing: "finder-fault", "/@不存在 人口", &USUAL, Look::Plain;
    the_finder_with_parts_without_numbers: "finder-parts", "/天津市", &USUAL, Look::Plain;
    the_preview_of_a_term_marks_what_matched: "styled-finder-term", "/rc", &USUAL, Look::Styled(Palette::Auto);
    the_ways_to_ask_are_in_the_help: "help-end", "?<End>", &USUAL, Look::Plain;
    the_finder_narrowed_to_targets: "finder-kind", "/养老<Tab><Tab>", &USUAL, Look::Plain;
    the_meeting_card: "card", "tjc", &SIZES, Look::Plain;
    the_meeting_card_of_a_target_without_data: "card-without-data", "tZjjjc", &USUAL, Look::Plain;
    the_reasons_of_a_verdict: "why", "tje", &SIZES, Look::Plain;
    the_form_for_an_observation: "form", "tja2024<Enter>一二", &SIZES, Look::Plain;
    the_form_that_was_refused: "form-refused", "tja2024<Enter>一二<Enter>公报<Enter><Enter>", &USUAL, Look::Plain;
    the_form_for_a_task: "form-task", "wja<Right><Right>", &USUAL, Look::Plain;
    what_was_copied: "copied", "tjy", &USUAL, Look::Plain;
    the_keys: "help", "r?", &USUAL, Look::Plain;
    words_being_sought: "find", "r/托育", &USUAL, Look::Plain;
    words_that_are_not_there: "find-nothing", "r/没有这个词", &USUAL, Look::Plain;
    an_address_that_is_not_there: "go-to-fault", "r:9.9<Enter>", &USUAL, Look::Plain;
    an_address_being_typed: "go-to", "r:3.1", &USUAL, Look::Plain;
    matches_stand_out: "styled-matches", "r/托育 :任务<Enter>", &USUAL, Look::Styled(Palette::Auto);
    matches_stand_out_without_colour: "styled-matches-without-colour", "r/托育 :任务<Enter>", &USUAL, Look::Styled(Palette::Mono);
    the_words_of_a_target_stand_out_in_the_text: "styled-quote", "t2j<Enter>", &USUAL, Look::Styled(Palette::Auto);
    the_selected_row_stands_out: "styled-targets", "t2jj", &USUAL, Look::Styled(Palette::Auto);
    the_half_with_the_keyboard_stands_out: "styled-contents", "r:3.1<Enter>h", &USUAL, Look::Styled(Palette::Auto);
    a_screen_that_is_too_small: "too-small", "", &[(30, 8)], Look::Plain;
}

/// Its keys depend on where such a target stands.
const WITH_HISTORY: &str = "target-with-history";

#[test]
fn a_target_with_figures_of_earlier_years() {
    let (columns, rows) = USUAL[0];
    let mut app = press("t", columns, rows);
    let with_history = |app: &App| {
        let target = app.document().selected_target();
        target.is_some_and(|target| target.history.len() > 1)
    };
    let mut pressed = "t".to_owned();
    while !with_history(&app) {
        play(&mut app, "j");
        pressed.push('j');
        assert!(pressed.len() < 100, "no target has two earlier figures");
    }
    check(WITH_HISTORY, &pressed, &app, &Look::Plain);
}

#[test]
fn every_kept_picture_is_of_a_screen() {
    let kept = PICTURES.iter().copied().chain([(WITH_HISTORY, &USUAL[..])]);
    let files = kept.flat_map(|(name, sizes)| sizes.iter().map(move |size| file(name, *size)));
    pictures::check_kept("tests/screens/snapshots", files);
}
