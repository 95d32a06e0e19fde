//! The screens in English, of a plan whose every word is Latin: what is Chinese on them is a word that was forgotten.
//!
//! The language belongs to the process, so these screens have a runner of their own. After a wanted change:
//! `INSTA_UPDATE=always cargo test --test english`, then read the differences.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::sync::OnceLock;

use crate::support::pictures;
use crate::support::screen::{play, screen};
use guihua::app::App;
use guihua::dossier::Dossier;
use guihua::records::{self, Book, PlanFile, Side};
use guihua::text::width;
use guihua::words::{self, Language};
use jiff::civil::{Date, date};
use ratatui::layout::Size;

/// The sizes of the screens.
pub(super) const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (60, 20)];

/// Days on which the records of the plan lead to every verdict: within the term and after it.
pub(super) const DURING: Date = date(2018, 12, 31);
pub(super) const AFTER: Date = date(2022, 6, 30);

/// A record of one's own, with a note that can be found.
pub(super) const OWN: &str = "\
- { target: titles, period: 2020, value: 2, source: Register, note: Counted twice in March. }
";

/// The plan with the records that it carries.
pub(super) fn opened() -> PlanFile {
    static OPENED: OnceLock<PlanFile> = OnceLock::new();
    let text = include_str!("../fixtures/latin-plan.yaml");
    OPENED
        .get_or_init(|| records::open(text).expect("the plan is sound"))
        .clone()
}

/// The program in English on a screen of a size, as of a day, after keys were pressed.
#[track_caller]
pub(super) fn press(keys: &str, (columns, rows): (u16, u16), day: Date) -> App {
    words::set_language(Language::English);
    let PlanFile { plan, carried, .. } = opened();
    let own = records::load(OWN, &plan, Side::Own).expect("the record is sound");
    let book = Book::of(carried.unwrap_or_default(), own.records());
    let dossier = Dossier::of(plan, book);
    let mut app = App::new(dossier, day, Size::new(columns, rows));
    play(&mut app, keys);
    app
}

/// What is pressed for every view, sheet, form, message and state of the finder; and words of ours that stand on that
/// screen, whole, at every size.
pub(super) const SCREENS: &[(&str, &[&str])] = &[
    (
        "",
        &[
            "As of",
            "term over: final evaluation",
            "Targets of the plan 32:",
            "achieved 6",
            "missed 11",
            "Targets",
            "Latest",
            "Enter open",
            "/ find",
            "? help",
            "q quit",
        ],
    ),
    ("G", &["Chapters", "Principles", "sect.", "par.", "char."]),
    ("r:2.1<Enter>", &["contents", "/ find", "? help", "q quit"]),
    ("r:2.1p1<Enter>", &["targets 4", "Enter targets", "/ find"]),
    ("r:2.1<Enter>h", &["Enter text", "z fold", "/ find"]),
    (
        "t",
        &[
            "0 All 34",
            "Targets",
            "Goal (2020)",
            "Status",
            "With a figure to reach",
            "(baseline)",
            "out of range",
        ],
    ),
    (
        "t<PgDn><PgDn>",
        &["Targets", "Goal (2020)", "met late", "(goal)"],
    ),
    (
        "tG",
        &["Without a figure", "qualitative", "without data", "changed"],
    ),
    ("t2", &["0 All 34", "With a figure to reach", "by rounding"]),
    (
        "w",
        &[
            "0 All 4",
            "Tasks",
            "under way",
            "not begun",
            "completed",
            "Status",
            "c card",
        ],
    ),
    (
        "i",
        &[
            "Names in the plan",
            "Times",
            "Policy",
            "Programme",
            "occurrences: 1",
        ],
    ),
    (
        "/health",
        &[
            "All 8",
            "Paragraph 2",
            "Task 1",
            "Target 1",
            "Term 1",
            "Note 3",
            "Topic",
            "Find:",
            "1/8",
        ],
    ),
    ("/", &["Find:", "pinyin too; @domain :kind -not"]),
    ("/nowhere", &["Found", "Nothing found", "Find:"]),
    (
        "/@nowhere",
        &["Found", "Nothing found", "there is no domain"],
    ),
    ("/twice", &["Note 1", "Note", "1/1"]),
    ("/parish<Enter>", &["parish", "full coverage", "Latest"]),
    (
        "r:2.1",
        &["Go to:", "such as 3, 3.1.2, 3.1.2p4, notice", "Particulars"],
    ),
    ("r:9.9<Enter>", &["Go to:", "This plan has no 9.9"]),
    (
        "te",
        &[
            "Why",
            "Kind",
            "Formula",
            "In figures",
            "Time",
            "evaluated as of",
            "Esc close",
            "c card",
        ],
    ),
    (
        "tc",
        &[
            "Card",
            "Baseline 2015",
            "Latest 2020",
            "Goal 2020",
            "as of",
            "Source:",
            "Esc close",
            "e why",
        ],
    ),
    (
        "ta",
        &[
            "Record",
            "Period",
            "2024, 2024H1, 2024Q1, 2024-06 or a day",
            "Figure",
            "a number, in thousand",
            "Source",
            "which publication; required",
            "Note",
            "may stay empty",
            "Esc cancel",
        ],
    ),
    (
        "ta2023<Enter>25<Enter><Enter><Enter>",
        &["missing: “source”; without one nothing is recorded"],
    ),
    (
        "wa<Right><Right>",
        &[
            "Status",
            "under way",
            "Date",
            "such as 2024-06-30; required",
            "Esc cancel",
        ],
    ),
    (
        "?",
        &[
            "Keys",
            "This screen",
            "to the left in a row",
            "to the right in a row",
            "Esc close",
        ],
    ),
    ("?<End>", &["Gauge", "the way gone", "Esc close"]),
    ("ty", &["sent to the terminal's clipboard"]),
];

/// The screens of which a picture is kept.
const PICTURES: &[(&str, &str)] = &[
    ("overview", ""),
    ("reading", "r:2.1<Enter>"),
    ("targets", "t"),
    ("tasks", "w"),
    ("finder", "/health"),
    ("why", "te"),
    ("card", "tc"),
    ("form", "ta"),
];

/// Keys that lead to words which no picture is worth: messages above all.
const MORE: &[&str] = &[
    "M",
    "MM",
    "m",
    "mm",
    "<BS>",
    "L",
    "n",
    "/parish<Enter>n",
    "/parish<Enter>oNn",
    "/@Health<Enter>n",
    "/nothing<Enter>",
    "r<Enter>",
    "rgc",
    "re",
    "ia",
    "wGc",
    "9",
    "8",
    "U",
    "UU",
    "r:x<Enter>",
    "ta<Enter><Enter><Enter><Enter>",
    "ta20x<Enter>25<Enter>Bulletin<Enter><Enter>",
    "ta2019<Enter>31<Enter>Bulletin<Enter><Enter>",
    "ta2023<Enter>1,2,3<Enter>Bulletin<Enter><Enter>",
    "ta2023<Enter>25 m<Enter>Bulletin<Enter><Enter>",
    "ta2023<Enter>x<Enter>Bulletin<Enter><Enter>",
    "ta1800<Enter>25<Enter>Bulletin<Enter><Enter>",
    "ta2023-13-01<Enter>25<Enter>Bulletin<Enter><Enter>",
    "tjjac2023<Enter>25<Enter>x<Enter>Bulletin<Enter><Enter>",
    "wa<Enter><Enter><Enter><Enter>",
    "wa<Right><Enter><Enter><Enter><Enter>",
    "wa<Right><Right><Right><Right><Enter>2023-01-01<Enter><Enter><Enter>",
    "i<Enter>",
    "w<Enter>",
    "t<Enter>y",
    "rYh",
];

/// Whether a character belongs to Chinese writing.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{323af}')
}

/// A screen without the Chinese that belongs there: the numbers of headings, which are the document's own, the colon behind
/// the labels of its particulars, and examples of what one types to search a Chinese plan.
fn without_the_documents_own(screen: &str) -> String {
    let mut rest = screen.to_owned();
    for number in ["一", "二", "三", "四"] {
        rest = rest.replace(&format!("（{number}）"), "");
        rest = rest.replace(&format!("{number}、"), "");
    }
    for label in ["Number：", "Repealed："] {
        rest = rest.replace(label, "");
    }
    // A note is searched together with its source, in the same words in every language.
    rest = rest.replace("March.；", "");
    for example in ["托育 服务", "“社区服务”", "-养老", "@健康 @jk", ":任务 :rw"]
    {
        rest = rest.replace(example, "");
    }
    rest
}

/// Checks the screen that keys led to.
#[track_caller]
fn check_english(app: &App, keys: &str) {
    let (screen, size) = (screen(app), app.size);
    let rest = without_the_documents_own(&screen);
    let found: String = rest
        .lines()
        .filter(|line| line.contains(is_chinese))
        .collect();
    assert!(found.is_empty(), "{keys} on {size}: {found}\non\n{screen}");
    for line in screen.lines() {
        assert!(
            width(line) <= usize::from(size.width),
            "{keys} on {size}: {line}"
        );
    }
}

/// Compares a screen with its file.
#[track_caller]
fn check_picture(name: &str, keys: &str) {
    let shown = screen(&press(keys, (80, 24), AFTER));
    let mut settings = insta::Settings::clone_current();
    settings.set_description(format!("{keys} on 80×24, {AFTER}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("{name}-80x24"), shown));
}

#[test]
fn screens_look_as_they_are_kept() {
    for (name, keys) in PICTURES {
        check_picture(name, keys);
    }
}

#[test]
fn every_kept_picture_is_of_a_screen() {
    let names = PICTURES.iter().map(|(name, _)| format!("{name}-80x24"));
    pictures::check_kept("tests/english/snapshots", names);
}

#[test]
fn no_screen_of_any_size_has_a_chinese_word() {
    for (keys, _) in SCREENS {
        let mut app = press(keys, (80, 24), AFTER);
        for columns in [40, 47, 60, 72, 80, 93, 100, 120, 160] {
            for rows in [12, 24, 45] {
                app.resize(Size::new(columns, rows));
                check_english(&app, keys);
            }
        }
    }
}

#[test]
fn no_target_of_any_kind_has_a_chinese_word_on_any_day() {
    for day in [date(2015, 12, 31), date(2016, 6, 30), DURING, AFTER] {
        for n in 0..opened().plan.targets.len() {
            let down = "j".repeat(n);
            for view in ["", "e", "eG", "c", "a"] {
                let keys = format!("t{down}{view}");
                let mut app = press(&keys, (80, 24), day);
                check_english(&app, &keys);
                app.resize(Size::new(120, 60));
                check_english(&app, &keys);
            }
        }
    }
}

#[test]
fn no_message_has_a_chinese_word() {
    for keys in MORE {
        for size in SIZES {
            check_english(&press(keys, size, AFTER), keys);
        }
    }
}

#[test]
fn a_screen_that_is_too_small_says_so_in_english() {
    for size in [(39, 24), (80, 11), (24, 3), (1, 1)] {
        check_english(&press("", size, AFTER), "");
    }
}

#[test]
fn the_help_is_never_cut() {
    for columns in [60, 80, 120] {
        let app = press("?", (columns, 200), AFTER);
        let screen = screen(&app);
        assert!(
            screen.lines().skip(1).all(|line| !line.contains('⋯')),
            "{screen}"
        );
    }
}
