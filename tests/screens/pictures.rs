//! The screens themselves, as they are printed, in three sizes: files below `snapshots`, one for each.
//!
//! After a wanted change of the screens: `INSTA_UPDATE=always cargo test pictures`, then read the differences.

use crate::support::screen::{SIZES, play, press, screen, styled};
use guihua::paint::Palette;
use guihua::ui::theme::Theme;

/// Compares text with a file that is named after the screen and its size.
#[track_caller]
fn check(name: &str, keys: &str, (columns, rows): (u16, u16), shown: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_description(format!("{keys} on {columns}×{rows}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("{name}-{columns}x{rows}"), shown));
}

/// Compares the screen after these keys with its files, in all sizes.
#[track_caller]
fn check_screens(name: &str, keys: &str) {
    for size in SIZES {
        check(name, keys, size, &screen(&press(keys, size.0, size.1)));
    }
}

/// Compares the screen after these keys with its weights and colours.
#[track_caller]
fn check_styled(name: &str, keys: &str, palette: Palette) {
    let app = press(keys, 80, 24);
    check(name, keys, (80, 24), &styled(&app, Theme::new(palette)));
}

#[test]
fn the_overview() {
    check_screens("overview", "");
}

#[test]
fn the_end_of_the_overview() {
    check_screens("overview-end", "G");
}

#[test]
fn the_beginning_of_the_text() {
    check_screens("reading-start", "r");
}

#[test]
fn a_page_within_chapter_3() {
    check_screens("reading-chapter-3", "r:3.1.2<Enter><PgDn>");
}

#[test]
fn the_end_of_the_text() {
    check_screens("reading-end", "rG");
}

#[test]
fn the_text_with_marks() {
    check_screens("reading-marks", "r:1.1<Enter>M<Esc>");
}

#[test]
fn the_table_of_contents_with_the_keyboard() {
    check_screens("contents", "r:3.1<Enter>h");
}

#[test]
fn a_folded_table_of_contents() {
    check_screens("contents-folded", "r:3.1.2<Enter>Zh");
}

#[test]
fn all_targets() {
    check_screens("targets", "t");
}

#[test]
fn the_targets_of_a_domain() {
    check_screens("targets-健康", "t2");
}

#[test]
fn a_target_with_figures_of_earlier_years() {
    let keys = "t";
    for size in SIZES {
        let mut app = press(keys, size.0, size.1);
        let with_history = |app: &guihua::app::App| {
            let target = app.document().selected_target();
            target.is_some_and(|target| target.history.len() > 1)
        };
        let mut pressed = keys.to_owned();
        while !with_history(&app) {
            play(&mut app, "j");
            pressed.push('j');
            assert!(pressed.len() < 100, "no target has two earlier figures");
        }
        check("target-with-history", &pressed, size, &screen(&app));
    }
}

#[test]
fn all_tasks() {
    check_screens("tasks", "w");
}

#[test]
fn the_tasks_of_a_domain() {
    check_screens("tasks-老龄化", "w5j");
}

#[test]
fn the_index() {
    check_screens("terms", "ijj");
}

#[test]
fn the_finder_with_hits_in_pinyin() {
    check_screens("finder-pinyin", "/tyfw");
}

#[test]
fn the_finder_with_many_hits() {
    check_screens("finder-many", "/养老<Down><Down>");
}

#[test]
fn the_finder_before_anything_is_typed() {
    check_screens("finder-hint", "/");
}

#[test]
fn the_finder_with_targets_found_by_their_domain() {
    check_screens("finder-domain", "/@健康");
}

#[test]
fn the_finder_with_a_match_far_in_the_text() {
    check_screens("finder-far", "/助餐");
}

#[test]
fn the_finder_with_a_filter_that_names_nothing() {
    check_screens("finder-fault", "/@不存在 人口");
}

#[test]
fn the_finder_with_parts_without_numbers() {
    check_screens("finder-parts", "/天津市");
}

#[test]
fn the_preview_of_a_term_marks_what_matched() {
    check_styled("styled-finder-term", "/rc", Palette::Auto);
}

#[test]
fn the_ways_to_ask_are_in_the_help() {
    check_screens("help-end", "?<End>");
}

#[test]
fn the_finder_narrowed_to_targets() {
    check_screens("finder-kind", "/养老<Tab><Tab>");
}

#[test]
fn the_meeting_card() {
    check_screens("card", "tjc");
}

#[test]
fn the_meeting_card_of_a_target_without_data() {
    check_screens("card-without-data", "tjjc");
}

#[test]
fn the_reasons_of_a_verdict() {
    check_screens("why", "tje");
}

#[test]
fn the_form_for_an_observation() {
    check_screens("form", "tja2024<Enter>一二");
}

#[test]
fn the_form_that_was_refused() {
    check_screens(
        "form-refused",
        "tja2024<Enter>一二<Enter>公报<Enter><Enter>",
    );
}

#[test]
fn the_form_for_a_task() {
    check_screens("form-task", "wja<Right><Right>");
}

#[test]
fn what_was_copied() {
    check_screens("copied", "tjy");
}

#[test]
fn the_keys() {
    check_screens("help", "r?");
}

#[test]
fn words_being_sought() {
    check_screens("find", "r/托育");
}

#[test]
fn words_that_are_not_there() {
    check_screens("find-nothing", "r/没有这个词");
}

#[test]
fn an_address_that_is_not_there() {
    check_screens("go-to-fault", "r:9.9<Enter>");
}

#[test]
fn an_address_being_typed() {
    check_screens("go-to", "r:3.1");
}

#[test]
fn a_screen_that_is_too_small() {
    check("too-small", "", (30, 8), &screen(&press("", 30, 8)));
}

#[test]
fn matches_stand_out() {
    check_styled("styled-matches", "r/托育 :任务<Enter>", Palette::Auto);
}

#[test]
fn matches_stand_out_without_colour() {
    check_styled(
        "styled-matches-without-colour",
        "r/托育 :任务<Enter>",
        Palette::Mono,
    );
}

#[test]
fn the_words_of_a_target_stand_out_in_the_text() {
    check_styled("styled-quote", "t2j<Enter>", Palette::Auto);
}

#[test]
fn the_selected_row_stands_out() {
    check_styled("styled-targets", "t2jj", Palette::Auto);
}

#[test]
fn the_half_with_the_keyboard_stands_out() {
    check_styled("styled-contents", "r:3.1<Enter>h", Palette::Auto);
}
