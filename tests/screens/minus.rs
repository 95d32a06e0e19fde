//! Figures below zero: every screen, list and report that people read has one minus sign for them, and figures behind a sign
//! of arithmetic stand in brackets. The plan's own words stay as they are printed.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;

use crate::support::run;
use crate::support::screen::{play, screen};
use guihua::app::App;
use guihua::dossier::Dossier;
use guihua::records::{self, Book, Side};
use jiff::civil::date;
use ratatui::layout::Size;

const PLAN: &str = "\
meta:
  id: jia-population
  title: 甲县人口规划
  period: { start: 2021, end: 2025 }
plan:
  title: 甲县人口规划
  content:
    - section: 发展基础
      content:
        - 2020年人口自然增长率为负1.2‰，收支差额为负3.55亿元。
    - section: 主要目标
      content:
        - 到2025年，人口自然增长率达到负0.5‰以上，收支差额控制在负2亿元以内。
targets:
  - id: growth
    name: 人口自然增长率
    kind: at-least
    unit: ‰
    goal: -0.5
    year: 2025
    at: 2p1
    quote: 人口自然增长率达到负0.5‰以上
    history: [{ year: 2020, value: -1.2, at: 1p1, quote: 人口自然增长率为负1.2‰ }]
  - id: balance
    name: 收支差额
    kind: at-most
    unit: 亿元
    goal: -2
    year: 2025
    at: 2p1
    quote: 收支差额控制在负2亿元以内
    history: [{ year: 2020, value: -3.55, at: 1p1, quote: 收支差额为负3.55亿元 }]
";

const OWN: &str = "\
- { target: growth, period: 2023, value: -0.9, source: 年报 }
- { target: growth, period: 2024, value: -0.6, source: 年报 }
- { target: balance, period: 2023, value: -3.1, source: 年报 }
- { target: balance, period: 2024, value: -2.5, source: 年报 }
";

/// The first figure with the sign of programs, with the words before it.
fn mixed(text: &str) -> Option<&str> {
    let figures = text.match_indices('-').filter(|(at, _)| {
        let behind = text.get(at + 1..).unwrap_or_default();
        let before = text.get(..*at).unwrap_or_default();
        let is_inside = before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
        !is_inside && behind.starts_with(|c: char| c.is_ascii_digit())
    });
    let (at, _) = figures.into_iter().next()?;
    let line = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    text.get(line..)?.lines().next()
}

#[test]
fn screens_have_one_minus_sign() {
    let file = records::open(PLAN).unwrap();
    let own = records::load(OWN, &file.plan, Side::Own).unwrap();
    let dossier = Dossier::of(file.plan, Book::of(Vec::new(), own.records()));
    let mut app = App::new(dossier, date(2025, 6, 30), Size::new(120, 40));
    for keys in ["o", "t", "e", "<Esc>c", "<Esc>j", "e", "<Esc>P", "<Esc>o"] {
        play(&mut app, keys);
        let shown = screen(&app);
        assert_eq!(mixed(&shown), None, "after {keys}:\n{shown}");
    }
    play(&mut app, "tge");
    let shown = screen(&app);
    assert!(
        shown.contains("（−0.6 − （−1.2））÷（−0.5 − （−1.2））"),
        "{shown}"
    );
}

#[test]
fn lists_and_reports_have_one_minus_sign() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    fs::write(at("p.yaml"), PLAN).unwrap();
    fs::write(at("r.yaml"), OWN).unwrap();
    let (plan, own) = (at("p.yaml"), at("r.yaml"));
    for command in [
        &["targets"][..],
        &["target", "growth"],
        &["records"],
        &["topic", "增长"],
        &["report"],
        &["export", "--format", "md"],
    ] {
        let told = run(&[command, &["--plan", &plan, "--records", &own]].concat());
        assert_eq!(told.code, Some(0), "{}", told.err);
        assert!(
            told.out.contains('−') || command == ["records"],
            "{}",
            told.out
        );
        assert_eq!(mixed(&told.out), None, "{command:?}");
    }
    let page = [
        "report",
        "--format",
        "html",
        "--plan",
        &plan,
        "--records",
        &own,
    ];
    let page = run(&page).out;
    for chart in page.split("<svg").skip(1) {
        let chart = chart.split("</svg>").next().unwrap();
        assert!(
            chart.contains("2023年−0.9") || chart.contains("2023年−3.1"),
            "{chart}"
        );
        assert!(!chart.contains(">-") && !chart.contains("年-"), "{chart}");
    }
    // A target without a domain has no empty brackets behind its name.
    let card = run(&["target", "growth", "--plan", &plan, "--records", &own]).out;
    assert!(card.starts_with("人口自然增长率\n"), "{card}");
}
