//! Supplied characters of a plan file: certain ones, and the likeliest of several candidates.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on has failed"
)]

use crate::support::READINGS;
use guihua::load;
use guihua::plan::{Node, Outline, Plan, Prose, packed};

fn plan() -> Plan {
    load::load(READINGS).expect("the plan of the test is sound")
}

#[track_caller]
fn prose(marked: &str) -> Prose {
    Prose::parse(marked).expect("the marks of the test are sound")
}

#[test]
fn of_candidates_the_first_is_read_and_none_was_published() {
    let text = prose("提⟦升|高|振⟧“英才”质⟦量⟧");
    assert_eq!(text.reading(), "提升“英才”质量");
    assert_eq!(text.as_published(), "提“英才”质");
    assert_eq!(text.told(), "提⟦升⟧“英才”质量");
    let candidates = text.uncertain().map(|it| text.candidates(it).collect());
    let candidates: Vec<Vec<&str>> = candidates.collect();
    assert_eq!(candidates, [["升", "高", "振"]]);
}

#[test]
fn a_bar_outside_of_the_marks_is_a_character_of_the_text() {
    let text = prose("甲|乙⟦丙⟧｜丁");
    assert_eq!(text.reading(), "甲|乙丙｜丁");
    assert_eq!(text.marked(), "甲|乙⟦丙⟧｜丁");
}

#[test]
fn marks_are_written_as_they_were_read() {
    for marked in ["", "甲", "⟦甲⟧", "⟦甲|乙⟧⟦丙⟧", "提⟦升|高⟧英⟦才|材|财⟧。"]
    {
        assert_eq!(prose(marked).marked(), marked);
    }
}

#[test]
fn parts_and_joined_texts_keep_their_candidates() {
    let text = prose("提⟦升|高⟧英才，评⟦价|审⟧");
    let cut = "提升英才，".len();
    let (first, second) = (
        text.slice(&(0..cut)),
        text.slice(&(cut..text.reading().len())),
    );
    assert_eq!(first.marked(), "提⟦升|高⟧英才，");
    assert_eq!(second.marked(), "评⟦价|审⟧");
    assert_eq!(first.followed_by(&second), text);
}

#[test]
fn a_plan_keeps_its_candidates_packed_and_in_json() {
    let plan = plan();
    let packed = packed::pack(&plan).expect("a plan can be packed");
    let text: &'static str = Box::leak(packed.text.into_boxed_str());
    assert_eq!(
        packed::unpack(&packed.structure, text).expect("and unpacked"),
        plan
    );
    let json = serde_json::to_string(&plan).expect("a plan is JSON");
    assert!(json.contains("职称评⟦价|审⟧“指挥棒”制⟦度⟧"), "{json}");
    assert_eq!(load::load(&json).expect("JSON is a plan file"), plan);
}

#[test]
fn open_readings_are_known_where_they_stand() {
    let outline = Outline::of(&plan());
    let open: Vec<(String, &str)> = outline
        .nodes()
        .iter()
        .flat_map(|node| node.open.iter().map(move |open| (node, open)))
        .map(|(node, open)| {
            let words = node.prose.reading().get(open.words.clone());
            (
                node.address.to_string(),
                words.expect("they are in the text"),
            )
        })
        .collect();
    let expected = [("1p1", "提升“山河英才”"), ("1p2", "积极人才新政")];
    assert_eq!(open, expected.map(|(at, words)| (at.to_owned(), words)));
}

#[test]
fn doubts_are_told_by_their_note_or_by_the_candidates() {
    let outline = Outline::of(&plan());
    let doubts: Vec<Vec<String>> = outline.nodes().iter().map(Node::doubts).collect();
    let [.., first, second, third, fourth, last] = doubts.as_slice() else {
        panic!("the plan has five paragraphs");
    };
    assert_eq!(
        *first,
        [
            "存疑：“提”后脱一字，“提升”“提高”均可通。",
            "存疑：此处脱字，可能是“价”或“审”"
        ]
    );
    assert_eq!(*second, ["存疑：“积极”后可能脱一动词。"]);
    assert_eq!(*third, ["存疑：此处脱字，可能是“接”或“割”或“叉”"]);
    assert_eq!(*fourth, ["存疑：此处脱字，可能是“。”或“，”"]);
    assert!(last.is_empty(), "{last:?}");
}
