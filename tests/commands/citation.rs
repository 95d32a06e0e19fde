//! Citations: which words, with which marks, from which document, in which style.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use crate::support::{SMALL, edited};
use guihua::citation::{Passage, Reading, Source, Style};
use guihua::embedded;
use guihua::load;
use guihua::plan::{Address, Outline, Plan, sentences};
use jiff::civil::date;

const TITLE: &str = "《西青区人口发展“十四五”规划》（西青政办函〔2021〕11号）";

fn loaded(text: &str) -> Plan {
    load::load(text).expect("the plan of the test is sound")
}

/// Cites a place of a plan.
#[track_caller]
fn cite(plan: &Plan, address: &str, style: Style, reading: Reading) -> String {
    let outline = Outline::of(plan);
    let address: Address = address.parse().expect("the test names an address");
    let passage = Passage::at(&outline, address).expect("the plan has the place");
    let source = Source {
        plan,
        outline: &outline,
        reading,
        accessed: date(2026, 6, 30),
    };
    source.cite(&passage, style)
}

#[track_caller]
fn check_plain(address: &str, begin: &str, end: &str) {
    let cited = cite(&embedded::plan(), address, Style::Plain, Reading::Restored);
    assert!(
        cited.starts_with(begin),
        "{address} should begin with {begin}: {cited}"
    );
    let end = format!("”——{end}");
    assert!(
        cited.ends_with(&end),
        "{address} should end with {end}: {cited}"
    );
}

#[test]
fn a_paragraph_is_cited_with_the_number_of_its_heading_and_its_own_where_there_are_several() {
    check_plain(
        "3.1.2p2",
        "“大力引进学历人才。",
        &format!("{TITLE}三、（一）2.第2段"),
    );
    check_plain("1.1.1p1", "“全区常住人口", &format!("{TITLE}一、（一）1."));
    check_plain(
        "4.2",
        "“加强制度建设。",
        &format!("{TITLE}四、（二）〔含补字〕"),
    );
    check_plain(
        "preface.p1",
        "“人口问题是",
        &format!("{TITLE}序言〔含补字〕"),
    );
    check_plain("attachment", "“附件：", &format!("{TITLE}附件"));
}

#[test]
fn the_notice_is_a_document_of_its_own() {
    let title = "《天津市西青区人民政府办公室关于印发西青区人口发展“十四五”规划的通知》（西青政办函〔2021〕11号）";
    check_plain(
        "notice.p2",
        "“经区人民政府同意，现将《西青区人口‘十四五’规划》",
        &format!("{title}第2段〔此处存疑〕"),
    );
    check_plain(
        "masthead.p4",
        "“发文字号：西青政办函",
        &format!("{title}公文信息"),
    );
}

#[test]
fn marks_within_the_quotation_change_places_and_nothing_else_does() {
    let plan = embedded::plan();
    let outline = Outline::of(&plan);
    let back = |c| match c {
        '‘' => '“',
        '’' => '”',
        '“' => '‘',
        '”' => '’',
        c => c,
    };
    for node in outline
        .nodes()
        .iter()
        .filter(|node| !node.kind.is_heading())
    {
        let address = node.address.to_string();
        let cited = cite(&plan, &address, Style::Plain, Reading::Restored);
        let words = cited
            .strip_prefix('“')
            .and_then(|rest| rest.rsplit_once("”——"));
        let (words, _) = words.expect("the words stand between marks");
        let words: String = words.chars().map(back).collect();
        assert!(words.ends_with(node.prose.reading()), "{address}: {cited}");
    }
}

#[test]
fn an_apostrophe_is_no_quotation_mark() {
    let text = edited(
        "统筹解决人口问题。",
        "统筹解决人口问题，办好People’s Park‘园’。",
    );
    let text = text.replace("quote: 统筹解决人口问题\n", "quote: 统筹解决人口问题，\n");
    let cited = cite(&loaded(&text), "1.1p2", Style::Plain, Reading::Restored);
    assert!(cited.contains("People’s Park“园”。"), "{cited}");
}

#[test]
fn several_paragraphs_each_begin_with_a_mark_and_the_last_one_ends_with_it() {
    let cited = cite(&embedded::plan(), "3.1.2", Style::Plain, Reading::Restored);
    let lines: Vec<&str> = cited.lines().collect();
    assert_eq!(lines.len(), 2, "{cited}");
    assert!(lines.iter().all(|line| line.starts_with('“')), "{cited}");
    assert_eq!(cited.matches("”——").count(), 1, "{cited}");
    assert!(lines[0].ends_with("深度合作。"), "{cited}");
}

#[test]
fn headings_under_a_heading_keep_their_numbers() {
    let cited = cite(&embedded::plan(), "3.1", Style::Plain, Reading::Restored);
    assert!(
        cited.starts_with("“1. 健全完善人才发展体制机制\n“健全党管人才"),
        "{cited}"
    );
    assert!(
        cited.ends_with("三、（一）〔含补字〕〔存疑补字〕〔此处存疑〕"),
        "{cited}"
    );
}

#[test]
fn the_published_reading_lacks_what_was_supplied_and_says_nothing_of_it() {
    let plan = embedded::plan();
    let restored = cite(&plan, "1.1.2p2", Style::Plain, Reading::Restored);
    let published = cite(&plan, "1.1.2p2", Style::Plain, Reading::AsPublished);
    assert!(
        restored.contains("新政25条，") && restored.ends_with("〔含补字〕〔此处存疑〕"),
        "{restored}"
    );
    assert!(
        published.contains("新政25，") && !published.contains("〔含补字〕"),
        "{published}"
    );
}

#[test]
fn a_reference_follows_the_standard() {
    let cite = |plan: &Plan, style| cite(plan, "3.1", style, Reading::Restored);
    let mut plan = embedded::plan();
    assert_eq!(
        cite(&plan, Style::Gbt7714),
        "天津市西青区人民政府办公室. 西青区人口发展“十四五”规划：西青政办函〔2021〕11号[EB/OL].（2021-12-31）[2026-06-30]. \
         https://www.tjxq.gov.cn/zwgk/zcwj/zhengfb/202202/t20220208_5798698.html."
    );
    assert_eq!(
        cite(&plan, Style::Gbt7714Of2015),
        "天津市西青区人民政府办公室. 西青区人口发展“十四五”规划: 西青政办函〔2021〕11号[A/OL]. \
         (2021-12-31)[2026-06-30]. https://www.tjxq.gov.cn/zwgk/zcwj/zhengfb/202202/t20220208_5798698.html."
    );
    // What is not on the web has no day of access.
    plan.meta.source = None;
    assert_eq!(
        cite(&plan, Style::Gbt7714),
        "天津市西青区人民政府办公室. 西青区人口发展“十四五”规划：西青政办函〔2021〕11号[A]. 2021-12-31."
    );
    assert_eq!(
        cite(&plan, Style::Gbt7714Of2015),
        "天津市西青区人民政府办公室. 西青区人口发展“十四五”规划: 西青政办函〔2021〕11号[A]. 2021-12-31."
    );
}

#[test]
fn all_of_it_comes_from_the_plan() {
    let plan = loaded(SMALL);
    assert_eq!(
        cite(&plan, "2.2p1", Style::Gbt7714, Reading::Restored),
        "东山县人民政府. 东山县人口发展“十四五”规划：东政发〔2021〕1号[EB/OL].（2021-12-31）[2026-06-30]. https://example.org/dongshan."
    );
    assert_eq!(
        cite(&plan, "2.2p1", Style::Plain, Reading::Restored),
        "“培养人才。五年评定职称60人，其中，高级职称20人。”——《东山县人口发展“十四五”规划》（东政发〔2021〕1号）二、（二）"
    );
}

#[test]
fn markdown_quotes_the_very_words_and_links_the_page() {
    let cited = cite(
        &embedded::plan(),
        "notice.p2",
        Style::Markdown,
        Reading::Restored,
    );
    assert!(
        cited.starts_with("> 经区人民政府同意，现将《西青区人口“十四五”规划》印发给你们"),
        "{cited}"
    );
    let last = cited.lines().last().expect("there is a line");
    assert!(
        last.starts_with("> ——[《天津市西青区人民政府办公室关于印发"),
        "{cited}"
    );
    assert!(last.contains("](<https://www.tjxq.gov.cn/"), "{cited}");
}

#[test]
fn markdown_shows_signs_as_they_are() {
    let text = edited("现将本规划印发给你们，请认真执行。", "1. *执行*[1]_a_<b>。");
    let cited = cite(
        &loaded(&text),
        "notice.p2",
        Style::Markdown,
        Reading::Restored,
    );
    assert!(
        cited.starts_with("> 1\\. \\*执行\\*\\[1\\]\\_a\\_\\<b\\>。\n"),
        "{cited}"
    );
}

#[test]
fn titles_within_the_title_are_put_between_angle_brackets() {
    let text = edited(
        "title: 东山县人口发展“十四五”规划\n  region",
        "title: 《东山》规划\n  region",
    );
    let cited = cite(&loaded(&text), "2.2p1", Style::Plain, Reading::Restored);
    assert!(cited.contains("——《〈东山〉规划》（东政发"), "{cited}");
}

#[test]
fn sentences_cover_the_text_and_keep_what_closes_them() {
    let text = "问：“为什么？”答。（见下。）末句";
    let found = sentences(text);
    let found: Vec<&str> = found
        .into_iter()
        .filter_map(|range| text.get(range))
        .collect();
    assert_eq!(found, ["问：“为什么？”", "答。", "（见下。）", "末句"]);
    assert!(sentences("").is_empty());
    for node in Outline::of(&embedded::plan()).nodes() {
        let text = node.prose.reading();
        let all: String = sentences(text)
            .into_iter()
            .filter_map(|range| text.get(range))
            .collect();
        assert_eq!(all, text);
    }
}

#[test]
fn every_target_can_be_cited_by_its_sentence() {
    let plan = embedded::plan();
    let outline = Outline::of(&plan);
    let source = Source::restored(&plan, &outline, date(2026, 6, 30));
    for target in &plan.targets {
        let passage = Passage::quoted(&outline, &target.citation).expect("the quote stands there");
        let words = source.words(&passage).concat();
        assert!(
            words.contains(&target.citation.quote),
            "{}: {words}",
            target.id
        );
        assert_eq!(
            passage.at,
            outline
                .node(outline.at(target.citation.at).expect("it is there"))
                .address
        );
    }
}

#[test]
fn a_number_of_a_sentence_that_is_none_is_refused_in_the_readers_words() {
    for number in ["99999999999999999999", "x", ""] {
        let run = crate::support::run(&["cite", "3.1.2p1", "--sentence", number]);
        assert_eq!(run.code, Some(2));
        assert!(run.err.contains("要写整数，如 3"), "{}", run.err);
    }
}
