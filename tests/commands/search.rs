//! `guihua search` and `guihua terms`, run as they are typed.
#![expect(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::process::{Command, Output};

use serde_json::Value;

fn guihua(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_guihua"))
        .env("LC_ALL", "zh_CN.UTF-8")
        .env("GUIHUA_CONFIG", "/dev/null")
        .args(arguments)
        .output()
        .unwrap()
}

/// Runs a search and yields its exit code, output and errors.
fn search(arguments: &[&str]) -> (i32, String, String) {
    let output = guihua(&[&["search"], arguments].concat());
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn json(arguments: &[&str]) -> Vec<Value> {
    let (_, out, _) = search(&[&["--json"], arguments].concat());
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn what_is_found_is_printed_with_address_kind_and_sentence() {
    let (code, out, _) = search(&["托育", ":任务"]);
    assert_eq!(code, 0);
    assert!(
        out.starts_with("3.4.1p3:任务:开展普惠托育服务专项行动"),
        "{out}"
    );
    assert!(!out.contains('\x1b'), "no colours off a terminal: {out}");
}

#[test]
fn how_it_matched_is_told_where_it_was_not_the_very_characters() {
    let (_, out, _) = search(&["tyfw"]);
    assert!(out.lines().all(|line| line.ends_with("［拼音］")), "{out}");
    let (_, out, _) = search(&["托育", "-婴幼儿照护服务体系"]);
    assert!(!out.contains('［'), "{out}");
    let (_, out, _) = search(&["托儿所"]);
    assert!(
        out.lines().all(|line| line.ends_with("［同义词］")),
        "{out}"
    );
}

#[test]
fn exit_codes_are_those_of_grep() {
    let (code, out, errors) = search(&["养老金"]);
    assert_eq!((code, out.as_str(), errors.as_str()), (1, "", ""));
    for arguments in [
        &["--domain", "体育", "老年"][..],
        &["--kind", "章节", "老年"],
        &["--limt", "3", "老年"],
        &["--json", "--plain", "老年"],
        &[],
    ] {
        let (code, _, errors) = search(arguments);
        assert_eq!(code, 2, "{arguments:?}");
        assert!(errors.starts_with("guihua："), "{errors}");
    }
}

#[test]
fn filters_limit_and_context_narrow_or_widen_the_output() {
    let (_, out, _) = search(&["--domain", "健康", "--kind", "zb", "老年"]);
    assert_eq!(out.lines().count(), 7, "{out}");
    assert!(out.lines().all(|line| line.contains(":指标:")), "{out}");
    let (_, out, _) = search(&["--limit", "2", "人口"]);
    assert_eq!(out.lines().count(), 2);
    let (_, narrow, _) = search(&["--kind", "任务", "普惠托育"]);
    let (_, wide, _) = search(&["--kind", "任务", "--context", "1", "普惠托育"]);
    assert!(narrow.len() < wide.len());
    assert!(
        wide.contains("积极引导和鼓励社会力量举办托育机构"),
        "{wide}"
    );
}

#[test]
fn a_word_can_be_excluded_without_being_taken_for_an_option() {
    let (code, out, _) = search(&["养老", "-机构"]);
    assert_eq!(code, 0);
    assert!(!out.contains("3.5.2p1:任务"), "{out}");
}

#[test]
fn plain_output_has_six_columns() {
    let (_, out, _) = search(&["--plain", "养老"]);
    for line in out.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        assert_eq!(columns.len(), 6, "{line}");
        assert_eq!(columns[2], "原文");
    }
    let (_, out, _) = search(&["--plain", "普惠托育", ":任务"]);
    assert!(out.trim_end().ends_with("\t生育"), "{out}");
}

#[test]
fn filters_alone_list_all_that_they_let_through() {
    let (code, out, _) = search(&["--domain", "jk"]);
    assert_eq!(code, 0);
    assert!(out.lines().count() > 40, "{out}");
    let (code, out, _) = search(&["--kind", "原则"]);
    assert_eq!((code, out.lines().count()), (0, 4));
}

#[test]
fn what_is_wrong_with_filters_and_numbers_is_told() {
    for (arguments, expected) in [
        (
            &["@不存在 人口"][..],
            "没有“不存在”这个领域；可用：人才、健康、",
        ),
        (&[":目标", "人口"], "没有“目标”这个类型；可用：标题、原则、"),
        (
            &["--domain", "体育", "老年"],
            "没有“体育”这个领域；可用：人才、",
        ),
        (
            &["--kind", "章节", "老年"],
            "没有“章节”这个类型；可用：标题、",
        ),
        (
            &["--limit", "0", "老年"],
            "“--limit <数>”不能是“0”：至少是 1",
        ),
        (
            &["--limit", "三", "老年"],
            "“--limit <数>”不能是“三”：要写整数，如 3",
        ),
        (
            &["--context", "托育"],
            "“--context <句数>”不能是“托育”：要写整数，如 3",
        ),
        (&["--context", "-1", "托育"], ""),
    ] {
        let (code, out, errors) = search(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        let expected = format!("guihua：{expected}");
        assert!(errors.starts_with(&expected), "{arguments:?}: {errors}");
        assert!(errors.is_ascii() || !errors.contains("invalid"), "{errors}");
    }
}

#[test]
fn of_too_many_words_the_first_count_and_it_is_said() {
    let many: Vec<String> = (0..20).map(|n| format!("人{n}")).collect();
    let (_, _, errors) = search(&[&many.join(" ")]);
    assert_eq!(errors, "guihua：词太多，只取前 16 个\n");
    let (code, out, errors) = search(&[&"renkou ".repeat(500)]);
    assert_eq!((code, errors.as_str()), (0, ""));
    assert_eq!(out, search(&["renkou"]).1);
}

#[test]
fn parts_without_numbers_have_names_for_readers_and_addresses_for_programs() {
    let (_, out, _) = search(&["索引号"]);
    assert!(out.starts_with("公文信息第2段:公文:索引号："), "{out}");
    let (_, out, _) = search(&["--plain", "索引号"]);
    assert!(out.starts_with("masthead.p2\t公文\t"), "{out}");
    assert_eq!(json(&["索引号"])[0]["address"], "masthead.p2");
    let terms = String::from_utf8(guihua(&["terms"]).stdout).unwrap();
    for word in ["masthead", "notice", "preface", "attachment"] {
        assert!(!terms.contains(word), "{word}: {terms}");
    }
    assert!(
        terms.contains("  公文信息第") && terms.contains("序言"),
        "{terms}"
    );
}

#[test]
fn pinyin_and_numbers_in_place_of_a_command_are_looked_for_on_the_screen() {
    for word in [
        "tyfw", "renc", "12.5", "rencai", "2+X", "lvse", "yanglao", "15fz",
    ] {
        let output = guihua(&[word]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(
            errors.contains("不是终端，无法打开屏幕"),
            "{word}: {errors}"
        );
    }
    for (word, expected) in [
        ("serch", "没有“serch”这个命令；是不是“search”？"),
        ("raport", "没有“raport”这个命令；是不是“report”？"),
        ("Text", "没有“Text”这个命令；是不是“text”？"),
        ("help", "没有“help”这个命令"),
        ("某.yaml", "打不开 某.yaml"),
        ("plans/some", "没有“plans/some”这个命令"),
    ] {
        let errors = String::from_utf8(guihua(&[word]).stderr).unwrap();
        assert!(
            errors.starts_with(&format!("guihua：{expected}")),
            "{word}: {errors}"
        );
    }
    let told = |word: &str| String::from_utf8(guihua(&[word]).stderr).unwrap();
    assert!(told("serch").contains("查找用 guihua open serch 或 guihua search serch"));
    assert!(told("plans/some").contains("打开文件用 guihua --plan plans/some"));
}

#[test]
fn json_lines_have_ranges_in_characters() {
    for line in json(&["tyfw"]) {
        for (text, ranges) in [("title", "title_ranges"), ("text", "text_ranges")] {
            let chars: Vec<char> = line[text].as_str().unwrap().chars().collect();
            for range in line[ranges].as_array().unwrap() {
                let [start, end] = [0, 1].map(|n| range[n].as_u64().unwrap() as usize);
                assert_eq!(chars[start..end].iter().collect::<String>(), "托育服务");
            }
        }
        assert_eq!(line["class"], "pinyin");
        assert_eq!(line["domains"][0], "生育");
        assert!(line["score"].as_u64().unwrap() > 0);
    }
    let scores = json(&["养老"])
        .iter()
        .map(|line| line["score"].as_u64().unwrap())
        .collect::<Vec<_>>();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
}

#[test]
fn terms_are_listed_with_counts_and_places() {
    let output = guihua(&["terms"]);
    let out = String::from_utf8(output.stdout).unwrap();
    let row = out
        .lines()
        .find(|line| line.starts_with("两城三带三区 "))
        .unwrap();
    assert!(
        row.contains("空间格局") && row.ends_with("3次  1.2p2 3.3.1p1 3.3.2"),
        "{row}"
    );
    assert!(!out.contains("  0次"), "{out}");
    let output = guihua(&["terms", "--kind", "地点", "--json"]);
    let rows: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = rows["terms"].as_array().unwrap();
    assert!(
        rows.iter()
            .all(|row| row["kind"] == "place" && row["count"].as_u64() > Some(0))
    );
    assert_eq!(guihua(&["terms", "--kind", "地"]).status.code(), Some(2));
}

#[test]
fn faulty_terms_are_reported_with_the_nearest_word() {
    let plan = include_str!("../../plan.yaml").replace(
        "  - { name: 津西绿城, kind: scheme }",
        "  - { name: 津西绿成, kind: schema }\n  - { name: 两城, kind: place, explained: 9.9 }",
    );
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("plan.yaml");
    std::fs::write(&path, plan).unwrap();
    let output = guihua(&["check", path.to_str().unwrap()]);
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    for fault in [
        "没有“schema”；是不是“scheme”",
        "术语“津西绿成”不在全文中",
        "术语“两城”重复",
        "地址 9.9 不存在",
    ] {
        assert!(out.contains(fault), "{fault}: {out}");
    }
}
