//! The built-in plan against the page as it was published: every character, every quote, every figure.
//!
//! What the library says about places and quotes is not trusted here. The manuscript is taken apart by the numbers that
//! are printed in it, and the figures that a reader would check by hand stand in a literal table.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;

use guihua::manuscript::{self, Edition};
use guihua::plan::{Block, Citation, Kind, Node, NodeKind, Outline, Plan, Section, Target};
use guihua::{embedded, load};
use unicode_normalization::UnicodeNormalization as _;

const PAGE: &str = include_str!("../fixtures/page.txt");
const PLAN_YAML: &str = include_str!("../../plan.yaml");

fn manuscript(edition: Edition) -> String {
    manuscript::text(&Outline::of(&embedded::plan()), edition)
}

/// Compatibility forms made one, all white space removed: what is left are the words.
fn folded(text: &str) -> Vec<char> {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

/// The document on the page, from the table of particulars to the line that names the attachment.
fn document_on_page() -> String {
    let lines: Vec<&str> = PAGE.lines().collect();
    let words: Vec<String> = lines
        .iter()
        .map(|line| folded(line).into_iter().collect())
        .collect();
    let position = |what: &str, wanted: &dyn Fn(&str) -> bool| {
        let found: Vec<usize> = (0..lines.len()).filter(|&n| wanted(&words[n])).collect();
        assert_eq!(found.len(), 1, "lines of the page with {what}: {found:?}");
        found[0]
    };
    let first = position("the name", &|line| line.starts_with("名称:"));
    let last = position("the attachment", &|line| {
        line.starts_with("附件:") && line.ends_with("任务分解表.xls")
    });
    // The label of the page's control for the size of letters.
    let control = position("“字号”", &|line| line == "字号");
    assert!(
        first < control && control < last,
        "the control, line {control}, stands inside of the document, lines {first} to {last}"
    );
    [&lines[first..control], &lines[control + 1..=last]]
        .concat()
        .join("\n")
}

/// The characters around a position, to be shown.
fn around(text: &[char], at: usize) -> String {
    let range = at.saturating_sub(20).min(text.len())..(at + 20).min(text.len());
    text[range].iter().collect()
}

/// Checks character by character that the two texts are one.
#[track_caller]
fn assert_same_words(what: &str, page: &str, ours: &str) {
    let (page, ours) = (folded(page), folded(ours));
    let shorter = page.len().min(ours.len());
    let difference = (0..shorter)
        .find(|&n| page[n] != ours[n])
        .or((page.len() != ours.len()).then_some(shorter));
    if let Some(at) = difference {
        let (page_there, ours_there) = (around(&page, at), around(&ours, at));
        assert_eq!(
            page_there,
            ours_there,
            "{what}: the first difference is at folded character {at} (page {}, manuscript {})",
            page.len(),
            ours.len()
        );
    }
}

#[test]
fn the_fixture_holds_the_whole_page() {
    assert_eq!(PAGE.len(), 41_795, "bytes of tests/fixtures/page.txt");
    assert!(
        PAGE.starts_with("天气预报:") && PAGE.ends_with("wzalogo_06.png"),
        "the page begins with the weather and ends with the logo"
    );
}

#[test]
fn the_text_as_published_is_the_page_character_by_character() {
    assert_same_words(
        "the document",
        &document_on_page(),
        &manuscript(Edition::AsPublished),
    );
}

#[test]
fn the_text_as_published_is_the_page_from_the_notices_title_on() {
    let title = "天津市西青区人民政府办公室关于印发";
    let from_title = |text: &str| -> String {
        let lines: Vec<&str> = text.lines().collect();
        let start = lines
            .iter()
            .position(|line| line.starts_with(title))
            .expect("the notice's title begins a line");
        lines[start..].join("\n")
    };
    assert_same_words(
        "the document from the notice's title on",
        &from_title(&document_on_page()),
        &from_title(&manuscript(Edition::AsPublished)),
    );
}

#[test]
fn the_marked_edition_without_its_marked_characters_is_the_text_as_published() {
    let mut inside = false;
    let mut left = String::new();
    for c in manuscript(Edition::Marked).chars() {
        match c {
            '⟦' => {
                assert!(!inside, "“⟦” inside of “⟦” after {left:?}");
                inside = true;
            }
            '⟧' => {
                assert!(inside, "“⟧” without “⟦” after {left:?}");
                inside = false;
            }
            c if !inside => left.push(c),
            _ => {}
        }
    }
    assert_eq!(left, manuscript(Edition::AsPublished));
}

/// A text with marks, by its marks: what stands around them and what in each.
fn by_marks(text: &str) -> Vec<(&str, &str)> {
    let pieces = text.split('⟧').map(|piece| piece.split_once('⟦'));
    pieces.flatten().collect()
}

#[test]
fn the_marked_edition_without_its_marks_and_other_candidates_is_the_reading() {
    let marked = manuscript(Edition::Marked);
    assert!(marked.contains('⟦'), "something was restored");
    let mut read = String::new();
    for (before, inside) in by_marks(&marked) {
        read.push_str(before);
        read.push_str(inside.split('|').next().expect("a split has a piece"));
    }
    read.push_str(marked.rsplit('⟧').next().expect("a split has a piece"));
    let outline = Outline::of(&embedded::plan());
    let reading = |node: &Node| format!("{}{}\n", node.number, node.prose.reading());
    let reading: String = outline.nodes().iter().map(reading).collect();
    assert_eq!(read, reading);
}

#[test]
fn the_restored_text_marks_what_is_uncertain_and_nothing_else() {
    let marked = manuscript(Edition::Marked);
    let uncertain = by_marks(&marked).into_iter();
    let uncertain = uncertain.filter_map(|(_, inside)| Some(inside.split_once('|')?.0));
    let uncertain: Vec<&str> = uncertain.collect();
    let restored = manuscript(Edition::Restored);
    let shown = by_marks(&restored).into_iter().map(|(_, inside)| inside);
    assert_eq!(shown.collect::<Vec<&str>>(), uncertain);
    assert_eq!(uncertain, ["价", "升", "升", "接"]);
}

#[test]
fn quotes_and_brackets_are_balanced_in_every_heading_and_paragraph() {
    let pairs = [('“', '”'), ('（', '）'), ('《', '》'), ('〔', '〕')];
    for line in manuscript(Edition::Restored).lines() {
        let mut open = Vec::new();
        for (n, c) in line.chars().enumerate() {
            if let Some(&(_, close)) = pairs.iter().find(|(o, _)| *o == c) {
                assert!(
                    !open.contains(&close),
                    "{c} inside of {c} at {n} of: {line}"
                );
                open.push(close);
            } else if pairs.iter().any(|(_, close)| *close == c) {
                let expected = open.pop();
                assert_eq!(expected, Some(c), "what closes at {n} of: {line}");
            }
        }
        assert!(open.is_empty(), "{open:?} missing at the end of: {line}");
    }
}

#[test]
fn quotes_alternate_in_every_heading_and_paragraph() {
    for line in manuscript(Edition::Restored).lines() {
        let quotes: String = line.chars().filter(|c| "“”\"".contains(*c)).collect();
        assert_eq!(quotes, "“”".repeat(quotes.chars().count() / 2), "{line}");
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

#[test]
fn no_half_width_mark_stands_next_to_a_han_character() {
    for line in manuscript(Edition::Restored).lines() {
        let chars: Vec<char> = line.chars().collect();
        for (n, pair) in chars.windows(2).enumerate() {
            let faulty = |mark: char, other: char| ",;:?!()".contains(mark) && is_han(other);
            assert!(
                !faulty(pair[0], pair[1]) && !faulty(pair[1], pair[0]),
                "{pair:?} at {n} of: {line}"
            );
        }
    }
}

#[test]
fn no_white_space_stands_between_han_characters_or_at_an_end() {
    for line in manuscript(Edition::Restored).lines() {
        assert_eq!(line.trim(), line, "white space at an end");
        let chars: Vec<char> = line.chars().collect();
        for (n, three) in chars.windows(3).enumerate() {
            let faulty = is_han(three[0]) && three[1].is_whitespace() && is_han(three[2]);
            assert!(!faulty, "{three:?} at {n} of: {line}");
        }
    }
}

#[test]
fn every_paragraph_ends_with_a_full_stop_or_a_colon() {
    let body = [
        NodeKind::Addressees,
        NodeKind::NoticeText,
        NodeKind::Paragraph,
        NodeKind::Principle,
        NodeKind::Task,
        NodeKind::RunIn,
    ];
    let outline = Outline::of(&embedded::plan());
    for node in outline.nodes().iter().filter(|n| body.contains(&n.kind)) {
        let text = node.prose.reading();
        assert!(
            text.ends_with(['。', '：']),
            "{} ends otherwise: {text}",
            node.address
        );
    }
}

#[test]
fn no_heading_ends_with_a_full_stop() {
    let outline = Outline::of(&embedded::plan());
    for node in outline.nodes().iter().filter(|n| n.kind.is_heading()) {
        let text = node.prose.reading();
        assert!(!text.ends_with('。'), "{} does: {text}", node.address);
    }
}

/// The numerals of headings, written by hand, so that what the library derives is compared with something else.
const NUMERALS: [&str; 20] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
    "十五", "十六", "十七", "十八", "十九", "二十",
];

/// Where each line of the restored manuscript stands, found from the numbers that are printed in it.
fn lines_by_address() -> BTreeMap<String, String> {
    let chapters = NUMERALS.map(|numeral| format!("{numeral}、"));
    let sections = NUMERALS.map(|numeral| format!("（{numeral}）"));
    let mut found = BTreeMap::new();
    let mut heading = "masthead".to_owned();
    let mut separator = ".p";
    let mut paragraph = 0;
    let (mut chapter, mut section) = (0, 0);
    // Quotes have no marks.
    for line in manuscript(Edition::Restored)
        .replace(['⟦', '⟧'], "")
        .lines()
    {
        let number_of = |known: &[String]| known.iter().position(|n| line.starts_with(n.as_str()));
        let subsection = line
            .split_once(". ")
            .and_then(|(n, _)| n.parse::<u16>().ok());
        let next = if line.starts_with("天津市西青区人民政府办公室关于印发") {
            Some(("notice".to_owned(), ".p"))
        } else if line == "西青区人口发展“十四五”规划" {
            Some(("preface".to_owned(), ".p"))
        } else if line.starts_with("附件：") {
            Some(("attachment".to_owned(), ".p"))
        } else if let Some(index) = number_of(&chapters) {
            (chapter, section) = (index + 1, 0);
            Some((chapter.to_string(), "p"))
        } else if let Some(index) = number_of(&sections) {
            section = index + 1;
            Some((format!("{chapter}.{section}"), "p"))
        } else {
            subsection.map(|n| (format!("{chapter}.{section}.{n}"), "p"))
        };
        let address = if let Some(next) = next {
            (heading, separator) = next;
            paragraph = 0;
            heading.clone()
        } else {
            paragraph += 1;
            format!("{heading}{separator}{paragraph}")
        };
        let before = found.insert(address.clone(), line.to_owned());
        assert_eq!(before, None, "{address} is there twice, again at: {line}");
    }
    found
}

#[test]
fn every_line_stands_at_the_address_that_the_outline_gives_it() {
    let lines = lines_by_address();
    let outline = Outline::of(&embedded::plan());
    assert_eq!(outline.len(), lines.len(), "as many nodes as lines");
    for node in outline.nodes() {
        let line = lines.get(&node.address.to_string());
        let expected = format!("{}{}", node.number, node.prose.reading());
        assert_eq!(line, Some(&expected), "at {}", node.address);
    }
}

/// Every citation of the plan and who makes it.
fn citations(plan: &Plan) -> Vec<(String, &Citation)> {
    let mut all = Vec::new();
    for open in &plan.open_readings {
        all.push((format!("the open reading “{}”", open.note), &open.citation));
    }
    for target in &plan.targets {
        all.push((target.id.clone(), &target.citation));
        for stated in &target.history {
            all.push((
                format!("{} in {}", target.id, stated.year),
                &stated.citation,
            ));
        }
        for also in &target.also {
            all.push((format!("{} (also)", target.id), also));
        }
    }
    all
}

#[test]
fn every_quote_stands_exactly_once_at_its_address() {
    let plan = embedded::plan();
    let lines = lines_by_address();
    let citations = citations(&plan);
    assert!(citations.len() > 100, "only {} citations", citations.len());
    for (who, citation) in citations {
        let address = citation.at.to_string();
        let line = lines.get(&address);
        assert!(line.is_some(), "{who}: nothing stands at {address}");
        let count = line.unwrap().matches(citation.quote.as_str()).count();
        assert_eq!(count, 1, "{who}: “{}” at {address}", citation.quote);
    }
}

/// What the plan says of a target, as a reader would check it by hand.
struct Fact {
    name: &'static str,
    kind: Kind,
    goal: Option<&'static str>,
    unit: Option<&'static str>,
    in_2015: Option<&'static str>,
    in_2020: Option<&'static str>,
}

const fn fact(
    name: &'static str,
    kind: Kind,
    goal: &'static str,
    unit: &'static str,
    in_2015: Option<&'static str>,
    in_2020: Option<&'static str>,
) -> Fact {
    Fact {
        name,
        kind,
        goal: Some(goal),
        unit: Some(unit),
        in_2015,
        in_2020,
    }
}

#[rustfmt::skip]
const FACTS: &[Fact] = &[
    fact("常住人口", Kind::About, "135", "万人", Some("109"), Some("119.5")),
    fact("户籍人口", Kind::About, "52.6", "万人", Some("38.85"), Some("46.59")),
    fact("16—59岁劳动年龄人口平均受教育年限", Kind::IncreaseTo, "12.5", "年", None, Some("12.31")),
    fact("人均期望寿命", Kind::IncreaseTo, "82.38", "岁", None, Some("81.89")),
    fact("常住人口城镇化率", Kind::AtLeast, "95", "%", None, Some("94.76")),
    fact("学前教育三年毛入园率", Kind::AtLeast, "93", "%", None, Some("85")),
    fact("65岁以上老年人健康管理率", Kind::AtLeast, "80", "%", None, None),
    fact("重点慢性病规范管理率", Kind::AtLeast, "80", "%", None, None),
    fact("城镇调查失业率", Kind::KeepBelow, "6", "%", None, None),
    fact("评定专业技术职称", Kind::Cumulative, "6000", "人", None, None),
    fact("高级职称", Kind::Cumulative, "1200", "人", None, None),
    fact("中级职称", Kind::Cumulative, "1800", "人", None, None),
    fact("初级职称", Kind::Cumulative, "3000", "人", None, None),
    fact("学生体质健康优良率", Kind::AtLeast, "50", "%", None, None),
    fact("每千人口拥有3岁以下婴幼儿托位数", Kind::IncreaseTo, "4.5", "个/千人", None, None),
    fact("医养结合服务覆盖率", Kind::FullCoverage, "100", "%", None, None),
    Fact { name: "婴儿死亡率", kind: Kind::Relative, goal: None, unit: None, in_2015: None, in_2020: None },
    // “十三五”期间常年为0.
    Fact { name: "孕产妇死亡率", kind: Kind::Relative, goal: None, unit: None, in_2015: None, in_2020: Some("0") },
];

/// The target of this name; there has to be one.
#[track_caller]
fn target_named<'a>(plan: &'a Plan, name: &str) -> &'a Target {
    let found: Vec<&Target> = plan.targets.iter().filter(|t| t.name == name).collect();
    assert_eq!(found.len(), 1, "targets named {name}");
    found[0]
}

#[test]
fn the_targets_say_what_the_plan_says() {
    let plan = embedded::plan();
    for fact in FACTS {
        let target = target_named(&plan, fact.name);
        let stated = |year| target.stated(year).map(|stated| stated.value.to_string());
        let name = fact.name;
        assert_eq!(target.kind, fact.kind, "kind of {name}");
        let goal = target.goal.map(|goal| goal.to_string());
        assert_eq!(goal.as_deref(), fact.goal, "goal of {name}");
        assert_eq!(target.unit.as_deref(), fact.unit, "unit of {name}");
        assert_eq!(target.year.known(), Some(2025), "year of {name}");
        assert_eq!(stated(2015).as_deref(), fact.in_2015, "2015 of {name}");
        assert_eq!(stated(2020).as_deref(), fact.in_2020, "2020 of {name}");
        let years = [fact.in_2015, fact.in_2020].iter().flatten().count();
        assert_eq!(target.history.len(), years, "figures before 2025 of {name}");
    }
}

#[test]
fn no_figure_of_a_goal_is_missing_from_the_table_of_facts() {
    let plan = embedded::plan();
    let figures = plan.targets.iter().filter(|target| target.goal.is_some());
    let names: Vec<&str> = figures.map(|target| target.name.as_str()).collect();
    for name in &names {
        let listed = FACTS.iter().any(|fact| fact.name == *name);
        assert!(listed, "{name} has a goal in figures; add it to FACTS");
    }
    let expected = FACTS.iter().filter(|fact| fact.goal.is_some()).count();
    assert_eq!(names.len(), expected, "targets with a figure: {names:?}");
}

#[test]
fn the_unemployment_rate_has_no_baseline() {
    // The 3.5% of the past term is of registered unemployment, which is another measure.
    let plan = embedded::plan();
    let target = target_named(&plan, "城镇调查失业率");
    assert_eq!(target.history, []);
    assert_eq!(target.baseline(), None);
}

#[test]
fn mortality_is_to_be_below_the_citys_average() {
    let plan = embedded::plan();
    for name in ["婴儿死亡率", "孕产妇死亡率"] {
        let benchmark = target_named(&plan, name).benchmark.as_deref();
        assert_eq!(benchmark, Some("全市平均水平"), "benchmark of {name}");
    }
}

#[test]
fn the_professional_titles_are_the_sum_of_their_three_grades() {
    let plan = embedded::plan();
    let whole = target_named(&plan, "评定专业技术职称");
    let parts: Vec<&Target> = plan
        .targets
        .iter()
        .filter(|target| target.part_of.as_ref() == Some(&whole.id))
        .collect();
    let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, ["高级职称", "中级职称", "初级职称"]);
    let goals = parts.iter().map(|part| part.goal.unwrap().decimal());
    let sum: String = goals
        .reduce(|sum, goal| sum + goal)
        .map_or_else(String::new, |sum| sum.to_string());
    assert_eq!(sum, "6000", "1200 + 1800 + 3000");
}

/// The figures of a text, digits as printed.
fn figures(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '.'))
        .map(|figure| figure.trim_matches('.'))
        .filter(|figure| !figure.is_empty())
        .collect()
}

#[test]
fn every_figure_of_a_target_is_printed_in_its_quote() {
    for target in embedded::plan().targets {
        if let Some(goal) = target.goal {
            let (goal, quote) = (goal.to_string(), &target.citation.quote);
            let printed = figures(quote).contains(&goal.as_str());
            assert!(printed, "{}: {goal} is not in “{quote}”", target.id);
        }
        for stated in &target.history {
            let (value, quote) = (stated.value.to_string(), &stated.citation.quote);
            let printed = figures(quote).contains(&value.as_str());
            assert!(printed, "{}: {value} is not in “{quote}”", target.id);
        }
    }
}

/// The figures in section 2.3 that are no goals of their own: years, ages, and changes that follow from a goal.
const RESTATEMENTS: [&str; 9] = [
    "2035年",
    "2025年",
    "净增6万人",
    "增长12.9%",
    "净增15.5万人",
    "增长13.0%",
    "16—59岁",
    "65岁以上",
    "“十四五”",
];

#[test]
fn no_figure_of_the_main_goals_is_left_without_a_target() {
    let plan = embedded::plan();
    let lines = lines_by_address();
    let section: Vec<_> = lines
        .iter()
        .filter(|(at, _)| at.starts_with("2.3p"))
        .collect();
    assert_eq!(section.len(), 5, "paragraphs of section 2.3");
    for (at, line) in section {
        let mut rest = line.clone();
        for restatement in RESTATEMENTS {
            rest = rest.replace(restatement, "");
        }
        let goals: Vec<String> = plan
            .targets
            .iter()
            .filter(|target| target.citation.at.to_string() == *at)
            .filter_map(|target| Some(format!("{}{}", target.goal?, target.unit.as_ref()?)))
            .collect();
        for goal in &goals {
            assert!(
                rest.contains(goal.as_str()),
                "{goal} is not printed in {at}"
            );
        }
        for goal in &goals {
            rest = rest.replace(goal.as_str(), "");
        }
        let left = figures(&rest);
        assert!(
            left.is_empty(),
            "{at} has {left:?} without a target: {line}"
        );
    }
}

const DOMAINS: [&str; 6] = ["人才", "健康", "分布", "生育", "老龄化", "服务管理"];

/// The sections among some blocks.
fn sections(blocks: &[Block]) -> Vec<&Section> {
    let sections = blocks.iter().filter_map(|block| match block {
        Block::Section(section) => Some(section),
        _ => None,
    });
    sections.collect()
}

#[test]
fn the_sections_of_the_tasks_name_the_six_domains_in_order() {
    let plan = embedded::plan();
    assert_eq!(plan.domains, DOMAINS);
    let chapters = sections(&plan.body.content);
    let tasks = chapters[2];
    assert_eq!(tasks.title.reading(), "“十四五”时期人口发展主要任务");
    let domains = sections(&tasks.content);
    let named: Vec<Option<&str>> = domains
        .iter()
        .map(|section| section.domain.as_deref())
        .collect();
    assert_eq!(named, DOMAINS.map(Some));
    // The words of the headings that the domains go by.
    let words = ["人才", "健康", "分布", "生育", "老龄化", "服务管理"];
    for (section, word) in domains.iter().zip(words) {
        let title = section.title.reading();
        assert!(title.contains(word), "“{title}” has no “{word}”");
    }
}

#[test]
fn there_are_forty_one_tasks_and_each_has_its_sections_domain() {
    let outline = Outline::of(&embedded::plan());
    let tasks: Vec<_> = outline.of_kind(NodeKind::Task).collect();
    assert_eq!(tasks.len(), 41, "tasks");
    for (_, task) in tasks {
        let section = usize::from(task.address.levels()[1]) - 1;
        assert_eq!(
            task.domain.as_deref(),
            Some(DOMAINS[section]),
            "domain of {}",
            task.address
        );
    }
}

#[test]
fn every_target_belongs_to_domains_of_the_plan_each_once() {
    for target in embedded::plan().targets {
        assert!(!target.domains.is_empty(), "{} has no domain", target.id);
        for (n, domain) in target.domains.iter().enumerate() {
            let first = target.domains.iter().position(|d| d == domain);
            assert_eq!(first, Some(n), "{}: {domain} is there twice", target.id);
            assert!(
                DOMAINS.contains(&domain.as_str()),
                "{}: {domain}",
                target.id
            );
        }
    }
}

#[test]
fn the_built_in_plan_is_plan_yaml() {
    let loaded = load::load(PLAN_YAML).map_err(|problems| problems.to_string());
    assert_eq!(loaded, Ok(embedded::plan()));
}

#[test]
fn the_plan_written_as_json_is_read_back_as_the_same_plan() {
    let plan = embedded::plan();
    let json = serde_json::to_string(&plan).expect("a plan can be written as JSON");
    let loaded = load::load(&json).map_err(|problems| problems.to_string());
    assert_eq!(loaded, Ok(plan.clone()), "on one line");
    let json = serde_json::to_string_pretty(&plan).expect("a plan can be written as JSON");
    let loaded = load::load(&json).map_err(|problems| problems.to_string());
    assert_eq!(loaded, Ok(plan), "indented");
}
