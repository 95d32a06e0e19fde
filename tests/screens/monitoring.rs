//! The finder and the monitoring on the screen, as scripts of keys.

#![expect(
    clippy::panic,
    clippy::expect_used,
    reason = "a test that can't go on has failed"
)]

use crate::support::screen::{SIZES, play, press, screen, styled};
use guihua::app::overview::Row;
use guihua::app::{App, Effect, View};
use guihua::dossier::Dossier;
use guihua::embedded;
use guihua::evaluation::Group;
use guihua::paint::{Depth, Palette};
use guihua::records::{self, Book, Consent, Record};
use guihua::ui::theme::Theme;
use jiff::civil::{Date, date};
use ratatui::layout::Size;

/// The program as of a day, with the published observations.
fn as_of(day: Date, keys: &str) -> App {
    let book = Book::of(embedded::observations(), Vec::new());
    let mut app = App::new(Dossier::of(embedded::plan(), book), day, Size::new(120, 40));
    play(&mut app, keys);
    app
}

#[track_caller]
fn shows(app: &App, words: &str) {
    let screen = screen(app);
    assert!(screen.contains(words), "“{words}” is not on\n{screen}");
}

/// The record that the last key handed over to be kept.
#[track_caller]
fn handed_over(app: &mut App, keys: &str) -> (Record, Consent) {
    match play(app, keys).as_slice() {
        [Effect::Record(_, draft, consent)] => {
            let dossier = &app.document().dossier;
            let read = records::read(draft, &dossier.plan, &dossier.outline, app.today);
            (read.unwrap_or_else(|fault| panic!("{fault}")), *consent)
        }
        other => panic!("{keys}: {other:?}"),
    }
}

#[test]
fn the_screen_as_of_the_end_of_2023_tells_what_was_known_then() {
    let app = as_of(date(2023, 12, 31), "tZ");
    let row = |name: &str| {
        let screen = screen(&app);
        let found = screen
            .lines()
            .find(|line| line.starts_with(name))
            .map(str::to_owned);
        found.unwrap_or_else(|| panic!("no row {name} on\n{screen}"))
    };
    let resident = row(" 常住人口");
    assert!(resident.contains("与基期基本持平"), "{resident}");
    assert!(row(" 户籍人口").contains("滞后"), "{}", row(" 户籍人口"));
    assert!(row(" 城镇调查失业率").contains("尚无监测数据"));
    shows(&as_of(date(2023, 12, 31), "t"), "进度 42.7%");
    shows(&as_of(date(2023, 12, 31), "tj"), "进度 −0.2%");
}

#[test]
fn before_the_term_nothing_is_seen() {
    let app = as_of(date(2020, 12, 31), "");
    let judged = app
        .document()
        .assessment
        .evaluations
        .iter()
        .filter(|it| it.judged.is_some());
    assert_eq!(judged.count(), 0);
}

#[test]
fn three_keys_lead_to_the_card_from_anywhere() {
    for start in ["", "r:3.4.1<Enter>", "w", "i", "/托育<Esc>"] {
        let mut app = press(start, 80, 24);
        play(&mut app, "tjc");
        shows(&app, "会议卡片");
        shows(&app, "常住人口");
    }
}

#[test]
fn the_card_tells_figures_verdict_and_sentence_in_every_size() {
    for (columns, rows) in SIZES {
        let app = press("tjc", columns, rows);
        for words in [
            "119.5万人",
            "119.47万人",
            "135万人左右",
            "待终期数据",
            "净增15.5万人",
        ] {
            shows(&app, words);
        }
    }
}

#[test]
fn the_finder_marks_the_characters_that_initials_stand_for() {
    let app = press("/tyfw<Down>", 80, 24);
    let marked = styled(&app, Theme::new(Palette::Auto, Depth::Sixteen));
    let plain = screen(&app);
    assert!(plain.contains("普惠托育服务专项行动"), "{plain}");
    assert!(
        !marked.contains("普惠托育服务专项行动"),
        "托育服务 stands out:\n{marked}"
    );
}

#[test]
fn from_a_paragraph_the_card_is_of_the_target_that_it_states() {
    let app = press("r:3.4.1p3<Enter>c", 80, 24);
    shows(&app, "示范性托育服务机构");
}

#[test]
fn the_arrows_go_from_card_to_card() {
    let mut app = press("tc", 80, 24);
    shows(&app, "户籍人口");
    play(&mut app, "j");
    shows(&app, "119.47万人");
}

#[test]
fn the_reasons_name_formula_numbers_thresholds_and_sources() {
    let app = press("tje", 120, 40);
    for words in [
        "（119.47 − 119.5）÷（135 − 119.5）= −0.2%",
        "阈值",
        "统计公报",
        "±1%",
        "135万人左右",
    ] {
        shows(&app, words);
    }
}

#[test]
fn a_filled_form_hands_over_what_was_typed() {
    let mut app = press("tj", 80, 24);
    let keys = "a2024<Enter>120.5<Enter>统计公报<Enter>初步数<Enter>";
    let (record, twice) = handed_over(&mut app, keys);
    let Record::Observation(it) = record else {
        panic!("{keys}: {record:?}")
    };
    assert_eq!(it.target, "resident-population");
    assert_eq!(
        (it.period.to_string(), it.value.to_string()),
        ("2024".to_owned(), "120.5".to_owned())
    );
    assert_eq!(
        (it.source.as_str(), it.note.as_deref()),
        ("统计公报", Some("初步数"))
    );
    assert_eq!(twice, Consent::default());
    assert!(
        app.form().is_some(),
        "the form stays until the record is kept"
    );
    let record = Record::Observation(it);
    let book = Book::of(embedded::observations(), vec![record.clone()]);
    app.recorded(app.document().id(), &[record], book);
    assert!(app.form().is_none());
    shows(&app, "120.5万人");
}

#[test]
fn esc_leaves_nothing_of_a_form_behind() {
    let mut app = press("tj", 80, 24);
    let before = screen(&app);
    let effects = play(&mut app, "a2024<Enter>120.5<Enter>统计公报<Esc>");
    assert_eq!(effects, []);
    assert_eq!(screen(&app), before);
    play(&mut app, "a");
    let typed = app
        .form()
        .map(|form| form.fields.iter().any(|f| !f.line.text().is_empty()));
    assert_eq!(typed, Some(false), "a new form is empty");
}

#[test]
fn a_form_that_is_wrong_says_so_and_keeps_what_was_typed() {
    for (keys, problem) in [
        ("a<Enter>1<Enter>公报<Enter><Enter>", "期次"),
        ("a2024<Enter>一百<Enter>公报<Enter><Enter>", "数字"),
        ("a2024<Enter>120<Enter><Enter><Enter>", "来源"),
        ("a1999<Enter>120<Enter>公报<Enter><Enter>", "1999"),
    ] {
        let mut app = press("tj", 80, 24);
        assert_eq!(play(&mut app, keys), [], "{keys}");
        let form = app.form().expect("the form stays");
        let said = form.problem.clone().unwrap_or_default();
        assert!(said.contains(problem), "{keys}: {said}");
    }
}

#[test]
fn a_second_record_of_the_same_period_is_asked_about() {
    let mut app = press("tj", 80, 24);
    let keys = "a2023<Enter>120<Enter>公报<Enter><Enter>";
    let replace = Consent {
        replace: true,
        ..Consent::default()
    };
    assert_eq!(handed_over(&mut app, keys).1, Consent::default());
    app.refused("已有一条".to_owned(), None, Some(replace));
    shows(&app, "已有一条");
    assert_eq!(handed_over(&mut app, "<Enter>").1, replace);
    play(&mut app, "x");
    app.refused("已有一条".to_owned(), None, Some(replace));
    play(&mut app, "y<C-h>");
    assert_eq!(
        handed_over(&mut app, "<Enter>").1,
        Consent::default(),
        "an edit takes the answer back"
    );
}

#[test]
fn the_form_of_a_task_chooses_its_stage() {
    let mut app = press("w", 80, 24);
    let keys = "a<Right><Right><Right><Tab>2024-06-30<Enter><Enter><Enter>";
    let (record, _) = handed_over(&mut app, keys);
    let Record::Status(it) = record else {
        panic!("{keys}: {record:?}")
    };
    assert_eq!(
        (it.stage.label(), it.date.to_string().as_str()),
        ("已完成", "2024-06-30")
    );
    let record = Record::Status(it);
    let book = Book::of(Vec::new(), vec![record.clone()]);
    app.recorded(app.document().id(), &[record], book);
    shows(&app, "已完成");
    play(&mut app, "<size:80x60>o");
    shows(&app, "已完成 1，尚无记录 40（共 41 项）");
}

#[test]
fn pasted_text_goes_into_the_field_as_text() {
    let mut app = press("tja2024<Enter>1<Enter><paste:公报\nq>", 80, 24);
    let source = app.form().map(|form| form.fields[2].line.text().to_owned());
    assert_eq!(source.as_deref(), Some("公报 q"));
    play(&mut app, "<Esc>");
}

#[test]
fn enter_in_the_finder_goes_to_the_hit_and_backspace_back() {
    let mut app = press("w3j", 80, 24);
    let rows = |app: &App| {
        let screen = screen(app);
        let count = screen.lines().count();
        screen
            .lines()
            .take(count - 1)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let before = rows(&app);
    play(&mut app, "/4.5个 :任务<Enter>");
    assert_eq!(app.document().view, View::Reading);
    shows(&app, "4.5个");
    play(&mut app, "<BS>");
    assert_eq!(
        rows(&app),
        before,
        "/4.5个<Enter><BS>, but for the footer, which still counts the matches"
    );
}

#[test]
fn a_target_that_was_found_is_selected_in_its_list() {
    let app = press("/托位 :指标<Enter>", 80, 24);
    let name = app
        .document()
        .selected_target()
        .map(|target| target.id.as_str());
    assert_eq!(
        (app.document().view, name),
        (View::Targets, Some("childcare-places"))
    );
}

#[test]
fn n_walks_the_places_of_a_term() {
    let mut app = press("/两城三带三区 :术语<Enter>", 80, 24);
    let places = app.document().find.matches.len();
    assert!(places > 1, "{places}");
    let first = app.document().find.current;
    play(&mut app, "n");
    assert_eq!(app.document().find.current, first + 1);
}

#[test]
fn tab_narrows_to_each_kind_that_was_found_and_back_to_all() {
    let mut app = press("/养老", 80, 24);
    let kinds = app.document().kinds_found();
    let all = app.document().hits().len();
    for (kind, count) in &kinds {
        play(&mut app, "<Tab>");
        assert_eq!(
            (app.document().finder.kind, app.document().hits().len()),
            (Some(*kind), *count)
        );
    }
    play(&mut app, "<Tab>");
    assert_eq!(
        (app.document().finder.kind, app.document().hits().len()),
        (None, all)
    );
    let sum: usize = kinds.iter().map(|(_, count)| count).sum();
    assert_eq!(sum, all);
}

#[test]
fn up_on_an_empty_line_brings_back_earlier_lines() {
    let mut app = press("/托育<Enter>/养老 :任务<Enter>/<Up>", 80, 24);
    let typed = |app: &App| app.prompt().map(|prompt| prompt.text().to_owned());
    assert_eq!(typed(&app).as_deref(), Some("养老 :任务"));
    play(&mut app, "<Up>");
    assert_eq!(typed(&app).as_deref(), Some("托育"));
    play(&mut app, "<Down><Down>");
    assert_eq!(typed(&app).as_deref(), Some(""));
}

#[test]
fn a_word_that_is_nowhere_is_said_to_be_so_at_once() {
    let app = press("/魑魅魍魉", 80, 24);
    shows(&app, "没有找到");
    assert!(app.document().hits().is_empty());
}

#[test]
fn nothing_is_projected_or_needed_once_the_time_is_over() {
    let running = as_of(date(2023, 12, 31), "t");
    shows(&running, "54.33万人，高于目标1.73万人");
    shows(&running, "所需");
    let over = as_of(date(2026, 6, 30), "t");
    let ink: String = screen(&over).split_whitespace().collect();
    assert!(ink.contains("2015—2020年年均增加"), "{ink}");
    for words in ["推算", "所需", "54.33"] {
        assert!(!screen(&over).contains(words), "{words}");
    }
}

#[test]
fn the_overview_counts_as_the_report_does() {
    let app = as_of(date(2026, 6, 30), "");
    shows(&app, "规划目标2项有观测／共43项；另有远景目标1项不计入");
    shows(&app, "编者列出的方向性要求0项有观测／共50项");
    let report =
        guihua::output::report::Report::of(&app.document().dossier, &app.document().assessment);
    let [targets, commitments] = report.counts.try_into().expect("there are two tiers");
    let rows = app.overview_rows();
    let told = |name: &str| {
        rows.iter().find_map(|row| match row {
            Row::Domain {
                name: own, groups, ..
            } if own.as_str() == name => Some(groups.to_vec()),
            _ => None,
        })
    };
    let mut domains = 0;
    for (name, counts) in &targets.rows {
        if let Some(groups) = told(name) {
            assert_eq!(groups, counts[2..], "{name}");
            domains += 1;
        }
    }
    assert_eq!(domains, app.document().dossier.plan.domains.len());
    // Whole tiers, in their own rows.
    for (tier, part) in [("规划目标", &targets), ("方向性要求", &commitments)] {
        let (_, counts) = part.rows.last().expect("there is a total");
        let screen = screen(&app);
        let row = screen
            .lines()
            .find(|line| line.contains(&format!("{tier} {}：", counts[0])));
        let row = row.unwrap_or_else(|| panic!("no row of {tier} on\n{screen}"));
        for (group, count) in Group::ALL.into_iter().zip(&counts[2..]) {
            let words = format!("{} {} {count}", group.sign(), group.label());
            assert_eq!(row.contains(&words), *count > 0, "{words} in {row}");
        }
    }
}

#[test]
fn the_board_is_on_the_first_screen_of_every_size() {
    for (columns, rows) in SIZES {
        let app = press("", columns, rows);
        for words in [
            "截至",
            "规划目标 43",
            "尚无监测数据 41",
            "户籍人口",
            "42.7%",
        ] {
            if words != "42.7%" || columns >= 80 {
                shows(&app, words);
            }
        }
    }
}

/// The program with records of one's own, after the term.
fn with_records(lines: &str, keys: &str, (columns, rows): (u16, u16)) -> App {
    let plan = embedded::plan();
    let own = records::survey(lines, &plan, records::Side::Own);
    let book = Book::over(embedded::observations(), own);
    let mut app = App::new(
        Dossier::of(plan, book),
        date(2027, 1, 2),
        Size::new(columns, rows),
    );
    play(&mut app, keys);
    app
}

const MIXED: &str = "\
- { target: resident-population, period: 2025, value: 137, source: 统计局, flag: provisional }
- { target: working-age-schooling-years, period: 2025, value: 12.45, source: 教育局 }
- { target: registered-population, period: 2025, value: 46, source: 公安局, flag: provisional }
- { target: life-expectancy, period: 2025, value: 82.2, source: 卫健委 }
- { target: life-expectancy, period: 2026, value: 82.5, source: 卫健委 }
- { target: surveyed-unemployment-rate, period: 2022, value: 6.1, source: 人社局 }
- { target: professional-titles, period: 2021, value: 1000, source: 人社局 }
- { target: professional-titles, period: 2022, value: 1500, source: 人社局 }
- { target: professional-titles, period: 2023, value: 9, source: 人社局, flag: break }
";

#[test]
fn the_latest_of_years_that_add_up_is_their_sum_on_every_screen() {
    const YEARS: &str = "\
- { target: professional-titles, period: 2021, value: 1000, source: 人社局 }
- { target: professional-titles, period: 2022, value: 1500, source: 人社局 }
";
    for keys in ["o", "t", "/评定专业技术职称<Enter>e"] {
        shows(&with_records(YEARS, keys, (120, 40)), "2500");
    }
    for keys in ["", "<Enter>", "c", "p"] {
        let keys = format!("/评定专业技术职称<Enter>{keys}");
        let app = with_records(YEARS, &keys, (200, 60));
        shows(&app, "至2022年，当期1500人");
        shows(&app, "累计2500人");
    }
}

#[test]
fn the_smallest_screen_names_its_targets() {
    for keys in ["o", "t"] {
        let app = with_records("[]", keys, (40, 12));
        shows(&app, "户籍人口");
        shows(&app, "49.16");
    }
}

#[test]
fn no_verdict_of_the_list_is_cut_in_any_size_and_its_gauge_can_be_read() {
    for size in SIZES {
        let app = with_records(MIXED, "t", size);
        let screen = screen(&app);
        let row = |name: &str| {
            let found = screen.lines().find(|line| line.starts_with(name));
            let row = found.unwrap_or_else(|| panic!("no row {name} on\n{screen}"));
            let list = if size.0 >= 100 {
                row.split('│').next()
            } else {
                None
            };
            list.unwrap_or(row).trim_end().to_owned()
        };
        let rows = [
            (
                " 户籍人口",
                ["未达，低于基期*", "未达到*", "未达到且低于基期*"],
            ),
            (
                " 常住人口",
                ["超出约数范围*", "超出约数范围*", "超出约数范围*"],
            ),
        ];
        for (name, verdicts) in rows {
            let row = row(name);
            // A narrow screen has the sign and the figure beside the gauge, or the word where the figure would contradict it.
            let is_signed = row.ends_with("✗ 超范围*")
                || row.ends_with("%*") && !row.contains("100.0%") && row.contains(['✗', '▾']);
            assert!(
                verdicts.iter().any(|verdict| row.ends_with(verdict)) || size.0 < 80 && is_signed,
                "{row}"
            );
        }
        assert!(screen.contains("*初步"), "{screen}");
        // Beyond its goal the bar is full, and says so.
        let gauge = row(" 常住人口");
        let length = gauge.chars().filter(|c| "▆▸".contains(*c)).count();
        assert!(length >= 8, "{gauge}");
    }
}

#[test]
fn the_overview_tells_what_its_counts_hold() {
    for (columns, _) in SIZES {
        let app = with_records(MIXED, "", (columns, 60));
        shows(&app, "已实现1项（其中四舍五入后达到1项）");
        shows(&app, "（其中逾期达到1项、超出约数范围1项）");
    }
}

#[test]
fn the_chart_names_its_figures_and_draws_no_other_measure() {
    let find = "t";
    let mut app = with_records(MIXED, find, (80, 24));
    while app
        .document()
        .selected_target()
        .is_none_or(|it| it.id != "professional-titles")
    {
        play(&mut app, "j");
    }
    play(&mut app, "c");
    let shown = screen(&app);
    for words in ["2500", "6000", "2021", "2022", "● 监测（累计）", "◆ 目标"] {
        assert!(shown.contains(words), "{words} on\n{shown}");
    }
    assert!(!shown.contains("2509"), "{shown}");
    assert!(
        !shown.contains("外推"),
        "nothing is projected after the end"
    );
    let running = as_of(date(2023, 12, 31), "tjc");
    for words in ["x 直线外推", "○ 规划所载", "135", "119.47", "2015"] {
        shows(&running, words);
    }
}

#[test]
fn the_card_names_tolerance_standing_and_what_must_be_known() {
    let card = as_of(date(2026, 6, 30), "tjc");
    shows(&card, "转引（第三方转引官方）");
    shows(
        &card,
        "“左右”按±1%计（133.65—136.35万人），此容差为本程序所定",
    );
    let card = with_records(MIXED, "tjc", (80, 24));
    shows(&card, "超出约数范围（按±1%计，初步）");
}

#[test]
fn a_long_line_of_the_form_is_typed_in_sight() {
    let long =
        "天津市西青区统计局《西青区2024年国民经济和社会发展统计公报》第二部分第三页表一注释五";
    let mut app = press(&format!("tja2024<Enter>120<Enter>{long}末"), 60, 20);
    shows(&app, "表一注释五末");
    play(&mut app, "<Home><C-k>");
    let source = app.form().map(|form| form.fields[2].line.text().to_owned());
    assert_eq!(source.as_deref(), Some(""));
}

#[test]
fn the_form_takes_what_the_command_takes() {
    let mut app = press("tj", 80, 24);
    let keys = "a２０２４年<Enter>134.2万人<Enter>公报<Enter><Enter>";
    let Record::Observation(it) = handed_over(&mut app, keys).0 else {
        panic!("no observation")
    };
    assert_eq!(
        (it.period.to_string(), it.value.to_string()),
        ("2024".to_owned(), "134.2".to_owned())
    );
    assert_eq!(it.unit.as_deref(), Some("万人"));
    let app = press("t/婴儿死亡率 :指标<Enter>a", 80, 24);
    shows(&app, "连单位一起写，如 2.1‰");
    shows(
        &press("t/居民人均 :指标<Enter>a", 80, 24),
        "增速（比上年增长百分之几），单位 %",
    );
}

#[test]
fn the_last_record_is_taken_back_after_a_question() {
    let mut app = with_records(MIXED, "U", (80, 24));
    shows(&app, "再按 U 撤回：评定专业技术职称 2023年 9人");
    assert_eq!(
        play(&mut app, "jU"),
        [],
        "another key takes the question back"
    );
    let last = app.document().dossier.book.last_added().pop().cloned();
    let last: Vec<Record> = last.into_iter().collect();
    let id = app.document().id();
    assert_eq!(play(&mut app, "U"), [Effect::Undo(id, last)]);
    app.undone(id, "评定专业技术职称 2023年 9人", Book::default());
    shows(&app, "已撤回评定专业技术职称 2023年 9人");
    play(&mut app, "U");
    shows(&app, "没有可撤回的记录");
}

#[test]
fn a_record_that_cannot_be_read_is_told_on_the_screen() {
    let slip = "- { target: resident-populaton, period: 2025, value: 134, source: 甲 }\n";
    let mut app = with_records(slip, "", (120, 40));
    let words = "有1条自记的记录未能读入，没有计入（第1行：没有编号为“resident-populaton”的指标）";
    shows(&app, &format!("{words}；详见概览"));
    play(&mut app, "j");
    shows(&app, words);
}
