//! Decisions of a review, made in the text of a plan file.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use guihua::plan::{Direction, GoalYear, Kind};
use guihua::records;
use guihua::review::{Decision, Fault, Item, Patch, items, revised};

const PLAN: &str = "\
# 一份手工写的文件。
meta:
  id: yunling-2026-2030
  title: 云岭县水利发展规划
  period: { start: 2026, end: 2030 }
domains: [供水, 防洪]
plan:
  title: 云岭县水利发展规划
  content:
    - 到2028年，自来水普及率达到96%以上。
    - 建成水库5座，“堤防达标。
targets:
  # 供水
  - id: water
    name: 自来水普及率
    kind: increase-to
    unit: '%'
    goal: 96
    at: preface.p1
    quote: 自来水普及率达到96%
    proposed: 目标动词加数字（原文第 3 行）
  - id: reservoirs
    name: 水库
    kind: cumulative
    unit: 座
    goal: 5
    at: preface.p2
    quote: 建成水库5座
    proposed: 建设类动词加数量（原文第 4 行）

# 程序拿不准的
doubts:
  - at: preface.p2
    quote: “堤防
    note: 引号或括号不成对
    proposal: ”堤防
";

#[track_caller]
fn after(text: &str, decision: &Decision) -> String {
    match revised(text, decision) {
        Ok((text, _)) => text,
        Err(fault) => panic!("{fault}"),
    }
}

#[test]
fn what_is_to_be_reviewed_stands_in_the_order_of_the_text() {
    let file = records::open(PLAN).expect("it is sound");
    assert_eq!(
        items(&file.plan, &file.outline),
        [Item::Target(0), Item::Target(1), Item::Doubt(0)]
    );
}

#[test]
fn a_confirmed_target_loses_one_line() {
    let text = after(PLAN, &Decision::Confirm("water".to_owned()));
    assert_eq!(
        text,
        PLAN.replace("    proposed: 目标动词加数字（原文第 3 行）\n", "")
    );
}

#[test]
fn a_rejected_target_stays_as_a_comment() {
    let text = after(PLAN, &Decision::Reject("reservoirs".to_owned()));
    assert!(
        text.contains("\n#   - id: reservoirs\n#     name: 水库\n"),
        "{text}"
    );
    assert!(text.contains("\n\n# 程序拿不准的\ndoubts:\n"), "{text}");
    // The last one takes the key of the list with it.
    let text = after(&text, &Decision::Reject("water".to_owned()));
    assert!(text.contains("\n# targets:\n"), "{text}");
    let file = records::open(&text).expect("it is sound");
    assert!(file.plan.targets.is_empty());
}

#[test]
fn a_target_is_corrected() {
    let kind = Decision::Kind("water".to_owned(), Kind::ChangeBy, Some(Direction::Up));
    let text = after(PLAN, &kind);
    assert!(
        text.contains("    kind: change-by\n    direction: up\n    unit: '%'\n"),
        "{text}"
    );
    let text = after(&text, &Decision::Year("water".to_owned(), Some(2028)));
    let text = after(
        &text,
        &Decision::Domain("water".to_owned(), "供水".to_owned()),
    );
    let file = records::open(&text).expect("it is sound");
    let water = file.plan.target("water").expect("it is there");
    assert_eq!(water.year, GoalYear::Stated(2028));
    assert_eq!(water.domains, ["供水"]);
    assert!(water.proposed.is_some());
    let text = after(&text, &Decision::Year("water".to_owned(), None));
    let file = records::open(&text).expect("it is sound");
    let water = file.plan.target("water").expect("it is there");
    assert_eq!(water.year, GoalYear::Assumed(2030));
}

#[test]
fn a_doubt_is_settled_or_becomes_an_open_reading() {
    let file = records::open(PLAN).expect("it is sound");
    let doubt = file.plan.doubts.first().expect("there is one");
    let text = after(PLAN, &Decision::Settle(doubt.clone()));
    assert!(!text.contains("doubts"), "{text}");
    let text = after(PLAN, &Decision::Keep(doubt.clone()));
    let file = records::open(&text).expect("it is sound");
    assert!(file.plan.doubts.is_empty());
    let reading = file.plan.open_readings.first().expect("there is one");
    assert_eq!(reading.citation.quote, "“堤防");
    assert_eq!(reading.note, "引号或括号不成对；或应为：”堤防");
}

#[test]
fn what_would_not_be_sound_is_refused() {
    let year = Decision::Year("water".to_owned(), Some(2029));
    assert!(matches!(revised(PLAN, &year), Err(Fault::Refused(_))));
    let gone = Decision::Confirm("roads".to_owned());
    assert!(matches!(revised(PLAN, &gone), Err(Fault::Gone)));
    let flow = PLAN.replace(
        "  - at: preface.p2\n    quote: “堤防\n    note: 引号或括号不成对\n    proposal: ”堤防\n",
        "  [{ at: preface.p2, quote: “堤防, note: 不成对 }]\n",
    );
    let file = records::open(&flow).expect("it is sound");
    let doubt = file.plan.doubts.first().expect("there is one");
    let settled = revised(&flow, &Decision::Settle(doubt.clone()));
    assert!(matches!(settled, Err(Fault::OtherShape)));
}

#[test]
fn the_last_line_need_not_end() {
    let text = PLAN.trim_end();
    let file = records::open(text).expect("it is sound");
    let doubt = file.plan.doubts.first().expect("there is one");
    let new = after(text, &Decision::Keep(doubt.clone()));
    assert_eq!(
        Patch::between(text, &new).undone(&new).as_deref(),
        Some(text)
    );
}

#[test]
fn windows_line_ends_stay() {
    let text = PLAN.replace('\n', "\r\n");
    let new = after(&text, &Decision::Year("water".to_owned(), Some(2028)));
    assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
}
