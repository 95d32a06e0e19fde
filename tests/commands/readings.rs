//! Every grade of what was supplied reaches whoever reads the output of a command.

#![expect(clippy::expect_used, reason = "a test that can't go on has failed")]

use std::path::Path;

use crate::support::{Run, run};
use serde_json::{Value, json};

#[track_caller]
fn output(args: &[&str]) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/readings.yaml");
    let plan = path.to_str().expect("the path is text");
    let Run { code, out, err } = run(&[args, &["--plan", plan]].concat());
    assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}");
    out
}

#[test]
fn the_text_marks_what_is_uncertain_and_on_demand_all_or_nothing() {
    let first = |args: &[&str]| output(args).lines().nth(2).map(str::to_owned);
    let lines = [
        (
            vec!["text"],
            "提⟦升⟧“山河英才”落户服务质量，健全职称评⟦价⟧“指挥棒”制度。",
        ),
        (
            vec!["text", "--marks"],
            "提⟦升|高⟧“山河英才”落户服务质量，健全职称评⟦价|审⟧“指挥棒”制⟦度⟧。",
        ),
        (
            vec!["text", "--as-published"],
            "提“山河英才”落户服务质量，健全职称评“指挥棒”制。",
        ),
    ];
    for (args, line) in lines {
        assert_eq!(first(&args).as_deref(), Some(line), "{args:?}");
    }
}

#[test]
fn show_tells_the_doubts_of_a_paragraph_below_it() {
    let doubts = [
        "存疑：“提”后脱一字，“提升”“提高”均可通。",
        "存疑：此处脱字，可能是“价”或“审”",
    ];
    for args in [
        vec!["show", "1p1"],
        vec!["show", "1p1", "--marks"],
        vec!["show", "1p1s1"],
    ] {
        let out = output(&args);
        assert_eq!(out.lines().skip(1).collect::<Vec<_>>(), doubts, "{args:?}");
    }
    assert_eq!(
        output(&["show", "1p1", "--as-published"]).lines().count(),
        1
    );
    assert_eq!(output(&["show", "1p5"]).lines().count(), 1);
    assert_eq!(
        output(&["show", "1p2"]),
        "积极人才新政，办好新生儿事项。\n存疑：“积极”后可能脱一动词。\n"
    );
}

#[test]
fn show_tells_programs_the_candidates_and_the_notes() {
    let told = |args: &[&str]| {
        let told: Value = serde_json::from_str(&output(args)).expect("it is JSON");
        let line = told.get("lines").and_then(|lines| lines.get(0));
        line.cloned().expect("there is a line")
    };
    let line = told(&["show", "1p1", "--json"]);
    assert_eq!(
        line["text"],
        "提升“山河英才”落户服务质量，健全职称评价“指挥棒”制度。"
    );
    let supplied = json!([
        { "at": [1, 2], "candidates": ["升", "高"] },
        { "at": [20, 21], "candidates": ["价", "审"] },
        { "at": [27, 28], "candidates": ["度"] },
    ]);
    assert_eq!(line["supplied"], supplied);
    let note = "“提”后脱一字，“提升”“提高”均可通。";
    assert_eq!(
        line["open_readings"],
        json!([{ "at": [0, 8], "note": note }])
    );
    let published = told(&["show", "1p1", "--json", "--as-published"]);
    assert_eq!(
        published["text"],
        "提“山河英才”落户服务质量，健全职称评“指挥棒”制。"
    );
    assert_eq!(
        (&published["supplied"], &published["open_readings"]),
        (&Value::Null, &Value::Null)
    );
    // Within a sentence the places are counted from its beginning.
    let sentence = told(&["show", "1p4s2", "--json"]);
    assert_eq!(sentence["text"], "“十四五”时期稳定就业。");
    assert_eq!(sentence["supplied"], Value::Null);
}

#[test]
fn a_citation_says_of_which_grade_its_supplied_characters_are() {
    let notes = [
        ("1p1", "〔含补字〕〔存疑补字〕"),
        ("1p2", "〔此处存疑〕"),
        ("1p3", "〔存疑补字〕"),
        ("1p5", ""),
        ("1", "〔含补字〕〔存疑补字〕〔此处存疑〕"),
    ];
    for (at, notes) in notes {
        for style in ["plain", "markdown"] {
            let cited = output(&["cite", at, "--style", style]);
            let end = cited.trim_end().trim_end_matches(notes);
            assert!(cited.trim_end().ends_with(notes), "{cited}");
            assert!(!end.ends_with('〕'), "{cited}");
        }
        let published = output(&["cite", at, "--as-published"]);
        assert!(!published.contains('〔'), "{published}");
    }
    let told = output(&["cite", "1p2", "--json"]);
    let told: Value = serde_json::from_str(&told).expect("it is JSON");
    assert_eq!(
        (&told["supplied"], &told["uncertain"]),
        (&json!(false), &json!(false))
    );
    assert_eq!(told["open_readings"], json!(["“积极”后可能脱一动词。"]));
}

#[test]
fn hits_and_quotes_mark_what_is_uncertain() {
    assert_eq!(
        output(&["search", "职称评审"]),
        "1p1:段落:提⟦升⟧“山河英才”落户服务质量，健全职称评⟦价⟧“指挥棒”制度。［存疑补字］\n"
    );
    let card = output(&["target", "落户服务质量"]);
    assert!(card.contains("“提⟦升⟧‘山河英才’落户服务质量”"), "{card}");
}

#[test]
fn exports_keep_candidates_and_notes() {
    let text = output(&["export", "--format", "md", "--only", "document"]);
    assert!(
        text.contains("提⟦升\\|高⟧“山河英才”落户服务质量，健全职称评⟦价\\|审⟧“指挥棒”制⟦度⟧。"),
        "{text}"
    );
    assert!(
        text.contains("\n\n存疑：“积极”后可能脱一动词。\n"),
        "{text}"
    );
    let page = output(&["export", "--format", "html"]);
    let mark = "<span class=\"open\" title=\"“积极”后可能脱一动词。\">积极人才新政</span>";
    assert!(page.contains(mark), "{page}");
    let mark = "<ins class=\"uncertain\" title=\"价或审\" data-or=\"价|审\">价</ins>";
    assert!(page.contains(mark), "{page}");
    assert!(
        page.contains("<p class=\"doubt\">存疑：此处脱字，可能是“接”或“割”或“叉”</p>"),
        "{page}"
    );
    let plan = output(&["export", "--format", "json"]);
    assert!(plan.contains("交⟦接|割|叉⟧遗留"), "{plan}");
    let lines = output(&["export", "--format", "ndjson"]);
    assert!(
        lines.contains("\"candidates\":[\"接\",\"割\",\"叉\"]"),
        "{lines}"
    );
}
