//! Blocks as files write them: the numbers that headings get, their depths, the addresses of all that stands in a plan, and
//! the columns of tables.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

use std::ops::Range;

use guihua::load;
use guihua::plan::{Address, NodeKind, Outline, Part, Plan};
use proptest::prelude::*;

/// A made-up plan with this content, and this numbering if any.
#[track_caller]
fn plan(numbering: &str, content: &str) -> Plan {
    let numbering = match numbering {
        "" => String::new(),
        some => format!("  numbering: {some}\n"),
    };
    let text = format!(
        "meta: {{ id: yunxi, title: 云溪县规划 }}\nplan:\n  title: 云溪县规划\n{numbering}  content:\n{content}"
    );
    load::load(&text).unwrap_or_else(|problems| panic!("{problems}\n{text}"))
}

/// The headings of a plan: address, number as printed, depth.
#[track_caller]
fn check_headings(numbering: &str, content: &str, expected: &[(&str, &str, u8)]) {
    let outline = Outline::of(&plan(numbering, content));
    let headings = outline.nodes().iter();
    let headings = headings.filter(|node| matches!(node.kind, NodeKind::Heading | NodeKind::RunIn));
    let found: Vec<(String, &str, u8)> = headings
        .map(|node| (node.address.to_string(), node.number.as_str(), node.depth))
        .collect();
    let found: Vec<(&str, &str, u8)> = found.iter().map(|(at, n, d)| (&**at, *n, *d)).collect();
    assert_eq!(found, expected, "{content}");
}

// Numbers and depths

#[test]
fn without_a_numbering_the_levels_have_the_usual_numbers() {
    check_headings(
        "",
        "
    - { section: 甲, content: [{ section: 乙, content: [{ section: 丙, content: [{ section: 丁, content: [{ section: 戊, content: [{ section: 己 }] }, { section: 庚 }] }] }] }] }
    - { section: 辛 }
",
        &[
            ("1", "一、", 1),
            ("1.1", "（一）", 2),
            ("1.1.1", "1. ", 3),
            ("1.1.1.1", "（1）", 4),
            ("1.1.1.1.1", "①", 5),
            ("1.1.1.1.1.1", "", 6),
            ("1.1.1.1.2", "②", 5),
            ("2", "二、", 1),
        ],
    );
}

#[test]
fn parts_chapters_and_sections_are_numbered_as_the_plan_says() {
    check_headings(
        "[第一篇, 第一章, 第一节, '']",
        "
    - { section: 甲, content: [{ section: 乙, content: [{ section: 丙, content: [{ section: 丁 }] }, { section: 戊 }] }] }
    - { section: 己, content: [{ section: 庚 }] }
",
        &[
            ("1", "第一篇 ", 1),
            ("1.1", "第一章 ", 2),
            ("1.1.1", "第一节 ", 3),
            ("1.1.1.1", "", 4),
            ("1.1.2", "第二节 ", 3),
            ("2", "第二篇 ", 1),
            ("2.1", "第一章 ", 2),
        ],
    );
}

#[test]
fn numbers_of_all_levels_are_numbers_behind_a_point() {
    check_headings(
        "['1', '1.1', '1.1.1']",
        "
    - { section: 甲, content: [{ section: 乙 }, { section: 丙, content: [{ section: 丁 }, { section: 戊 }] }] }
    - { section: 己, content: [{ section: 庚, content: [{ section: 辛 }] }] }
",
        &[
            ("1", "1 ", 1),
            ("1.1", "1.1 ", 2),
            ("1.2", "1.2 ", 2),
            ("1.2.1", "1.2.1 ", 3),
            ("1.2.2", "1.2.2 ", 3),
            ("2", "2 ", 1),
            ("2.1", "2.1 ", 2),
            ("2.1.1", "2.1.1 ", 3),
        ],
    );
}

#[test]
fn numbers_of_all_levels_repeat_the_chapter_in_figures() {
    check_headings(
        "[第一章, '1.1']",
        "
    - { section: 甲, content: [{ section: 乙 }] }
    - { section: 丙, number: 第十二章, content: [{ section: 丁 }, { section: 戊 }] }
    - { section: 附则, number: '', content: [{ section: 己 }] }
",
        &[
            ("1", "第一章 ", 1),
            ("1.1", "1.1 ", 2),
            ("2", "第十二章 ", 1),
            ("2.1", "12.1 ", 2),
            ("2.2", "12.2 ", 2),
            ("3", "", 1),
            ("3.1", "1 ", 2),
        ],
    );
}

#[test]
fn a_numbering_goes_on_across_parents_from_the_number_that_is_written() {
    check_headings(
        "[第一篇, 第一章]",
        "
    - { section: 甲, content: [{ section: 乙 }, { section: 丙 }] }
    - { section: 丁, content: [{ section: 戊, number: 第三章 }, { section: 己 }] }
    - { section: 庚, content: [{ section: 辛, number: 第十章 }, { section: 壬 }] }
",
        &[
            ("1", "第一篇 ", 1),
            ("1.1", "第一章 ", 2),
            ("1.2", "第二章 ", 2),
            ("2", "第二篇 ", 1),
            ("2.1", "第三章 ", 2),
            ("2.2", "第四章 ", 2),
            ("3", "第三篇 ", 1),
            ("3.1", "第十章 ", 2),
            ("3.2", "第十一章 ", 2),
        ],
    );
}

#[test]
fn a_level_that_is_skipped_stays_a_skip_in_the_depth_and_not_in_the_address() {
    check_headings(
        "",
        "
    - { section: 甲, content: [{ section: 乙, content: [{ section: 丙 }] }] }
    - { section: 丁, content: [{ section: 戊, number: '1.' }, { section: 己 }] }
",
        &[
            ("1", "一、", 1),
            ("1.1", "（一）", 2),
            ("1.1.1", "1. ", 3),
            ("2", "二、", 1),
            ("2.1", "1. ", 3),
            ("2.2", "2. ", 3),
        ],
    );
}

#[test]
fn a_repeated_number_and_headings_without_one_are_as_they_are_printed() {
    check_headings(
        "",
        "
    - { section: 序言, number: '' }
    - { section: 甲, content: [{ section: 无号, number: '', content: [{ section: 乙 }] }] }
    - { section: 丙 }
    - { section: 丁, number: 二、 }
    - { section: 戊 }
    - { section: 附则, number: '' }
    - { section: 己 }
",
        &[
            ("1", "", 1),
            ("2", "一、", 1),
            ("2.1", "", 2),
            ("2.1.1", "1. ", 2),
            ("3", "二、", 1),
            ("4", "二、", 1),
            ("5", "三、", 1),
            ("6", "", 1),
            ("7", "四、", 1),
        ],
    );
}

#[test]
fn a_run_in_heading_is_one_line_with_its_text_and_is_numbered_among_the_others() {
    let content = "
    - { section: 保障, content: [{ section: 加强领导。, text: 各乡镇负责。 }, { section: 加强督查 }, { section: 加强宣传。, text: '' }] }
";
    let outline = Outline::of(&plan("", content));
    let id = outline.at("1.1p1".parse().expect("an address"));
    let node = outline.node(id.expect("its paragraph is the heading"));
    assert_eq!(node.kind, NodeKind::RunIn);
    assert_eq!(node.prose.reading(), "加强领导。各乡镇负责。");
    assert_eq!((node.title(), node.rest()), ("加强领导", "各乡镇负责。"));
    check_headings(
        "",
        content,
        &[
            ("1", "一、", 1),
            ("1.1", "（一）", 2),
            ("1.2", "（二）", 2),
            ("1.3", "（三）", 2),
        ],
    );
}

#[test]
fn numbers_are_counted_on_beyond_ten_and_hundred_in_their_own_numerals() {
    let many = |first: &str, n: usize| {
        let more = "    - { section: 某 }\n".repeat(n);
        let content = format!("    - {{ section: 某, number: '{first}' }}\n{more}");
        let outline = Outline::of(&plan("", &content));
        let last = outline.nodes().last().expect("there are headings");
        last.number.clone()
    };
    assert_eq!(many("（九）", 1), "（十）");
    assert_eq!(many("（十九）", 1), "（二十）");
    assert_eq!(many("（九十九）", 1), "（一百）");
    assert_eq!(many("第一百零九条", 1), "第一百一十条 ");
    assert_eq!(many("⑨", 1), "⑩");
    assert_eq!(many("9．", 2), "11．");
    assert_eq!(many("(9)", 1), "(10)");
}

// Places

/// A plan with everything that has an address, whose chapters go on across its parts.
const ALL: &str = "
    - 序言一段。
    - { section: 甲, content: [{ section: 乙 }, { section: 丙 }] }
    - section: 丁
      content:
        - section: 戊
          number: 第三章
          content:
            - 第一句。第二句！第三句
            - task: 做事。
              text: 先做一件。再做一件。
            - table: 表1
              head: 1
              rows:
                - [指标, { text: 数值, columns: 2 }]
                - [{ text: 人口, rows: 2 }, 甲地, '1']
                - [乙地, '2']
              notes: [注：一条。]
            - { picture: 图1 }
            - { box: 专栏, number: 专栏1, content: [内文。, { table: '', rows: [[格]] }, { picture: '' }] }
        - { section: 附则, number: '', content: [末段。] }
";

fn all() -> (Plan, Outline) {
    let mut plan = plan("[第一篇, 第一章]", ALL);
    let text = "
meta: { id: a, title: 甲 }
plan: { title: 甲, attachment: '附件：两份' }
attachments:
  - { label: 附件1, title: 分工表, content: [一段。, { section: 某, content: [另一段。] }] }
  - { title: 名单, numbering: [第一条], content: [{ section: 某 }] }
";
    let other = load::load(text).unwrap_or_else(|problems| panic!("{problems}"));
    plan.attachments = other.attachments;
    plan.body.attachment = other.body.attachment;
    let outline = Outline::of(&plan);
    (plan, outline)
}

#[test]
fn every_place_has_its_words() {
    let (_, outline) = all();
    for (address, words) in [
        ("preface", "云溪县规划"),
        ("preface.p1", "序言一段。"),
        ("1", "甲"),
        ("2.1", "戊"),
        ("2.1p1", "第一句。第二句！第三句"),
        ("2.1p1s1", "第一句。"),
        ("2.1p1s2", "第二句！"),
        ("2.1p1s3", "第三句"),
        ("2.1p2", "做事。先做一件。再做一件。"),
        ("2.1p2s3", "再做一件。"),
        ("2.1t1", "表1"),
        ("2.1t1r1", "指标 数值"),
        ("2.1t1r1c1", "指标"),
        ("2.1t1r1c2", "数值"),
        ("2.1t1r1c3", "数值"),
        ("2.1t1r2", "人口 甲地 1"),
        ("2.1t1r2c3", "1"),
        ("2.1t1r3", "乙地 2"),
        ("2.1t1r3c2", "乙地"),
        ("2.1t1p1", "注：一条。"),
        ("2.1f1", "图1"),
        ("2.1b1", "专栏"),
        ("2.1b1p1", "内文。"),
        ("2.1b1t1r1c1", "格"),
        ("2.1b1f1", ""),
        ("2.2p1", "末段。"),
        ("attachment", "附件：两份"),
        ("a1", "分工表"),
        ("a1p1", "一段。"),
        ("a1.1p1", "另一段。"),
        ("a2.1", "某"),
    ] {
        let at: Address = address.parse().expect("an address");
        assert_eq!(outline.words(at), Some(words), "{address}");
        assert_eq!(at.to_string(), address);
    }
    for address in [
        "3",
        "1.3",
        "1p1",
        "2.1p3",
        "2.1p1s4",
        "2.1t2",
        "2.1t1r4",
        "2.1t1r1c4",
        "2.1t1p2",
        "2.1f2",
        "2.1b2",
        "2.1b1p2",
        "2.1b1t1r2",
        "a3",
        "a1p2",
        "2.1p1s65535",
        "2.1t1r1c65535",
    ] {
        let at: Address = address.parse().expect("an address");
        assert_eq!(outline.words(at), None, "{address}");
    }
}

#[test]
fn a_cell_that_reaches_into_a_row_from_above_is_not_one_of_its_cells() {
    let (_, outline) = all();
    let below = "2.1t1r3c1".parse().expect("an address");
    assert_eq!(outline.words(below), None);
}

#[test]
fn every_node_is_found_at_its_own_address_and_no_two_have_one() {
    let (plan, outline) = all();
    let example = include_str!("../../docs/example-plan.yaml");
    let records = guihua::records::open(example).map_err(|problems| problems.to_string());
    let example = records.expect("the example is sound").plan;
    for (outline, plan) in [(outline, plan), (Outline::of(&example), example)] {
        for (id, node) in outline.nodes().iter().enumerate() {
            let written = node.address.to_string();
            let read: Address = written.parse().expect("an address");
            assert_eq!(
                (read, outline.at(read)),
                (node.address, Some(id)),
                "{written} of {}",
                plan.meta.id
            );
        }
    }
}

#[test]
fn places_are_told_by_the_numbers_of_the_plan() {
    let (_, outline) = all();
    for (address, told) in [
        ("1", "第一篇"),
        ("1.2", "第一篇第二章"),
        ("2.1", "第二篇第三章"),
        ("2.1p2s3", "第二篇第三章第2段第3句"),
        ("2.1t1r2c3", "第二篇第三章表1第2行第3列"),
        ("2.1t1p1", "第二篇第三章表1注1"),
        ("2.1b1p1", "第二篇第三章专栏1第1段"),
        ("2.1f1", "第二篇第三章图1"),
        ("2.2p1", "第二篇“附则”第1段"),
        ("a1", "附件1"),
        ("a1.1p1", "附件1一、第1段"),
        ("a2.1", "附件2第一条"),
        ("preface.p1", "序言第1段"),
    ] {
        assert_eq!(outline.place(address.parse().expect("an address")), told);
    }
}

#[test]
fn places_of_figures_do_not_run_together() {
    let content = "    - { section: 甲, content: [{ section: 乙, content: [{ section: 丙, content: [一段] }] }] }\n";
    for (numbering, told) in [
        ("['1', '1.1', '1.1.1']", "1.1.1第1段"),
        ("[第一章, '1.1', '1.']", "1.1、1.第1段"),
        ("['1.', （1）, ①]", "1.（1）①第1段"),
        ("['', （一）, '1.']", "“甲”（一）1.第1段"),
    ] {
        let outline = Outline::of(&plan(numbering, content));
        let at: Address = "1.1.1p1".parse().expect("an address");
        assert_eq!(outline.place(at), told);
    }
    let text = "
meta: { id: a, title: 甲 }
plan: { title: 甲 }
attachments: [{ title: 乙, numbering: ['1.'], content: [{ section: 丙, content: [一段] }] }]
";
    let plan = load::load(text).unwrap_or_else(|problems| panic!("{problems}"));
    let at: Address = "a1.1p1".parse().expect("an address");
    let told = Outline::of(&plan).place(at);
    assert_eq!(told, "附件1、1.第1段");
    assert_eq!(told.parse(), Ok(at));
}

#[test]
fn addresses_are_read_as_people_type_and_print_them() {
    for (typed, address) in [
        ("三、（一）2.第4段", "3.1.2p4"),
        ("三（一）2", "3.1.2"),
        ("三、（一）2.第4段第2句", "3.1.2p4s2"),
        ("第三篇第五章", "3.5"),
        ("第三篇第五章第一节第2段", "3.5.1p2"),
        ("第二部分第十二条", "2.12"),
        ("第三章（一）1.（2）", "3.1.1.2"),
        ("a1.2p1", "a1.2p1"),
        ("A1.2P1", "a1.2p1"),
        ("附件1第2段", "a1p2"),
        ("附件1", "a1"),
        ("附件", "attachment"),
        ("附件1、2.第1段", "a1.2p1"),
        ("三、（一）2.（3）④第1段", "3.1.2.3.4p1"),
        ("附件2一、第1段", "a2.1p1"),
        ("３．１．２ｐ４", "3.1.2p4"),
        ("３．１（第４段）", "3.1p4"),
        ("2.3专栏1第1段", "2.3b1p1"),
        ("2.3表1第2行第3列", "2.3t1r2c3"),
        ("2.3表1注2", "2.3t1p2"),
        ("2.3图1", "2.3f1"),
        (" 3.1.2 p4 ", "3.1.2p4"),
        ("3-1-2", "3.1.2"),
        ("3.1#4", "3.1p4"),
        ("序言第1段", "preface.p1"),
        ("公文信息第2段", "masthead.p2"),
        ("通知", "notice"),
        ("1.2.3.4.5.6.7.8p9", "1.2.3.4.5.6.7.8p9"),
    ] {
        let read = typed.parse::<Address>();
        assert_eq!(
            read.map(|at| at.to_string()).as_deref(),
            Ok(address),
            "{typed}"
        );
    }
    for typed in [
        "",
        "p1",
        "s1",
        "b1",
        "人口",
        "0",
        "3.0",
        "3p0",
        "3s1",
        "3r1",
        "3t1c1",
        "3t1s1",
        "3p1r1",
        "3p1p2",
        "3f1s1",
        "3b1b2",
        "3b1.1",
        "3p1.1",
        "3a1",
        "a0",
        "1.1.1.1.1.1.1.1.1",
        "70000",
        "3p70000",
        "notice.1",
        "第回",
        "3xp1",
    ] {
        assert!(
            typed.parse::<Address>().is_err(),
            "{typed:?} is none: {:?}",
            typed.parse::<Address>()
        );
    }
}

#[test]
fn a_place_holds_itself_and_what_stands_under_it_and_nothing_else() {
    let at = |text: &str| text.parse::<Address>().expect("an address");
    for (above, under) in [
        ("3", "3.1"),
        ("3", "3.1.2p4s2"),
        ("3.1", "3.1t1r2c3"),
        ("3.1", "3.1b1p1"),
        ("3.1b1", "3.1b1t1r1"),
        ("3.1p4", "3.1p4s2"),
        ("3.1t1", "3.1t1r2c3"),
        ("3.1t1", "3.1t1p1"),
        ("3.1t1r2", "3.1t1r2c3"),
        ("a1", "a1.2p1"),
        ("notice", "notice.p3"),
    ] {
        assert!(at(above).holds(at(under)), "{under} stands under {above}");
        assert!(at(above).holds(at(above)), "{above}");
        assert!(
            !at(under).holds(at(above)),
            "{above} does not stand under {under}"
        );
    }
    for (one, other) in [
        ("3", "31"),
        ("3.1", "3.10p1"),
        ("3.1p1", "3.1p10"),
        ("3.1p1", "3.1b1p1"),
        ("3.1b1", "3.1p1"),
        ("3.1b1", "3.1b2p1"),
        ("3.1t1", "3.1p1"),
        ("3.1t1r1", "3.1t1r2c1"),
        ("3.1t1r1", "3.1t1p1"),
        ("3.1p1s1", "3.1p1s2"),
        ("3.1p1", "3.1.1p1"),
        ("a1", "a2.1"),
        ("1", "a1"),
        ("notice", "masthead.p1"),
    ] {
        assert!(!at(one).holds(at(other)), "{other} is not under {one}");
    }
}

/// Any address that there can be.
fn address() -> impl Strategy<Value = Address> {
    let part = prop_oneof![
        4 => Just(Part::Body),
        1 => (1..=u16::MAX).prop_map(Part::Attachment),
        1 => prop::sample::select(vec![Part::Masthead, Part::Notice, Part::Preface, Part::AttachmentLine]),
    ];
    let levels = prop::collection::vec(1..=u16::MAX, 1..=8);
    let n = || 1..=u16::MAX;
    (part, levels, prop::option::of(n()), 0..8, n(), n(), n()).prop_map(
        |(part, levels, boxed, item, a, b, c)| {
            let mut at = Address::of(part);
            if matches!(part, Part::Body | Part::Attachment(_)) {
                for n in levels {
                    at = at.child(n).unwrap_or(at);
                }
            }
            let at = boxed.map_or(at, |n| at.with_box(n));
            match item {
                0 => at,
                1 => at.with_paragraph(a),
                2 => at.with_paragraph(a).with_sentence(b),
                3 => at.with_table(a),
                4 => at.with_table(a).with_row(b),
                5 => at.with_table(a).with_row(b).with_column(c),
                6 => at.with_table(a).with_note(b),
                _ => at.with_picture(a),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_of_an_address_is_read_as_the_same(at in address()) {
        let written = at.to_string();
        prop_assert_eq!(written.parse(), Ok(at), "{}", written);
        prop_assert!(at.holds(at) && at.heading().holds(at) && at.block().holds(at));
        prop_assert_eq!(at.above().holds(at), true);
    }

    #[test]
    fn no_text_brings_the_reading_of_addresses_down(text in "[0-9a-cfprst.#（）、第段句行列篇章节条附件专栏表图注一二十百零 ]{0,12}") {
        if let Ok(at) = text.parse::<Address>() {
            prop_assert_eq!(at.to_string().parse(), Ok(at));
        }
    }
}

// Tables

#[test]
fn the_cells_of_a_table_stand_in_the_columns_that_spans_leave_them() {
    let rows = "
    - table: ''
      rows:
        - [{ text: 甲, rows: 3 }, { text: 乙, columns: 2 }, { text: 丙, rows: 2 }]
        - [丁, { text: 戊, rows: 2 }]
        - [己, 庚]
        - [辛, { text: 壬, columns: 3 }]
";
    let outline = Outline::of(&plan("", rows));
    let rows: Vec<Vec<(&str, u16)>> = outline
        .of_kind(NodeKind::Row)
        .map(|(_, node)| {
            let cells = node.row().expect("it is a row").cells.iter();
            let reading = node.prose.reading();
            let text = |range: Range<usize>| reading.get(range).unwrap_or_default();
            cells
                .map(|cell| (text(cell.range.clone()), cell.column))
                .collect()
        })
        .collect();
    assert_eq!(
        rows,
        [
            vec![("甲", 0), ("乙", 1), ("丙", 3)],
            vec![("丁", 1), ("戊", 2)],
            vec![("己", 1), ("庚", 3)],
            vec![("辛", 0), ("壬", 1)],
        ]
    );
}

#[test]
fn a_row_reads_as_its_cells_with_a_space_between_those_that_have_words() {
    let outline = Outline::of(&plan(
        "",
        "    - { table: '', head: 0, rows: [['', 甲, '', ⟦乙⟧丙, ''], ['', ''], []] }\n",
    ));
    let rows: Vec<(&str, String)> = outline
        .of_kind(NodeKind::Row)
        .map(|(_, node)| (node.prose.reading(), node.prose.as_published()))
        .collect();
    assert_eq!(
        rows,
        [
            ("甲 乙丙", "甲 丙".to_owned()),
            ("", String::new()),
            ("", String::new())
        ]
    );
    let head = outline.nodes().iter().filter_map(|node| node.row());
    assert!(
        head.into_iter().all(|row| !row.is_head),
        "a table without a head"
    );
}
