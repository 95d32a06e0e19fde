//! `guihua topic` and `guihua target` with a topic, run as they are typed.

use crate::support::{Run, run};
use serde_json::Value;

/// Questions of a meeting: what is typed, its pinyin, and what must be answered.
pub(crate) const QUESTIONS: [(&str, &str, [&str; 2]); 20] = [
    ("托育", "tuoyu", ["4.5", "每千人口拥有3岁以下婴幼儿托位数"]),
    ("常住人口", "czrk", ["135", "万人"]),
    ("户籍", "huji", ["52.6", "万人"]),
    ("寿命", "shouming", ["82.38", "岁"]),
    ("受教育年限", "sjynx", ["12.5", "年"]),
    ("城镇化", "czh", ["95%", "以上"]),
    ("入园", "ruyuan", ["93%", "以上"]),
    ("失业", "shiye", ["6%", "以内"]),
    ("职称", "zhicheng", ["6000", "人"]),
    ("高级职称", "gjzc", ["1200", "人"]),
    ("医养", "yiyang", ["100%", "医养结合服务覆盖率"]),
    ("慢性病", "mxb", ["80%", "以上"]),
    ("老年人健康", "lnrjk", ["80%", "以上"]),
    ("体质", "tizhi", ["50%", "以上"]),
    ("婴儿死亡率", "yeswl", ["低于全市平均水平", "婴儿死亡率"]),
    ("收入", "shouru", ["同步", "经济增长"]),
    ("三孩", "sanhai", ["依法组织实施三孩生育政策", "三孩"]),
    ("居住证", "jzz", ["充分发挥居住证", "居住证"]),
    ("海河英才", "hhyc", ["落户", "海河英才"]),
    ("长期护理", "cqhl", ["试点", "长期护理"]),
];

#[track_caller]
fn answer(args: &[&str]) -> String {
    let Run { code, out, err } = run(&[&["topic", "--as-of", "2026-06-30"], args].concat());
    assert_eq!((code, err.as_str()), (Some(0), ""), "{args:?}");
    out
}

#[track_caller]
fn json(args: &[&str]) -> Value {
    let answer: Result<Value, _> = serde_json::from_str(&answer(&[args, &["--json"]].concat()));
    answer.unwrap_or_default()
}

#[test]
fn every_question_of_a_meeting_is_answered_by_word_and_by_pinyin() {
    for (word, pinyin, expected) in QUESTIONS {
        assert!(pinyin.len() <= 8, "{pinyin}");
        for typed in [word, pinyin] {
            let out = answer(&[typed]);
            for words in expected {
                assert!(out.contains(words), "{typed}: {words} is not in\n{out}");
            }
        }
        let [first, _] = expected;
        let paragraph = answer(&[pinyin, "--paragraph"]);
        assert_eq!(paragraph.lines().count(), 1, "{paragraph}");
        assert!(
            paragraph.contains("《西青区人口发展“十四五”规划》"),
            "{paragraph}"
        );
        assert!(
            !first.contains('%') || paragraph.contains(first),
            "{paragraph}"
        );
    }
}

#[test]
fn a_topic_tells_the_figure_first_and_what_belongs_to_it() {
    let answer = json(&["tuoyu"]);
    let names: Vec<&str> = answer["targets"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it["id"].as_str())
        .collect();
    assert_eq!(names.first(), Some(&"childcare-places"), "{names:?}");
    assert!(
        names.contains(&"demonstration-childcare-institutions"),
        "{names:?}"
    );
    assert_eq!(answer["words"][0]["word"], "托育");
    let related = answer["words"][0]["related"].to_string();
    assert!(
        related.contains("托位") && related.contains("婴幼儿照护"),
        "{related}"
    );
    let task = &answer["tasks"][0];
    assert_eq!(
        (&task["address"], &task["mentioned"]),
        (&Value::from("3.4.1p3"), &Value::from(true))
    );
    assert_eq!(
        task["measures"].as_array().map(Vec::len),
        Some(5),
        "all of its sentences"
    );
}

#[test]
fn what_is_missing_is_said_and_an_assumed_year_is_marked() {
    let out = answer(&["托育"]);
    for words in [
        "基期 无同口径数值",
        "最新 尚无监测数据",
        "目标 定性（2025年，推定）",
        "（尚无记录）",
    ] {
        assert!(out.contains(words), "{words} is not in\n{out}");
    }
}

#[test]
fn a_word_that_the_plan_does_not_have_is_answered_by_words_that_belong_to_it() {
    let out = answer(&["育儿"]);
    assert!(
        out.contains("规划里没有“育儿”一词") && out.contains("4.5个/千人"),
        "{out}"
    );
    for typed in ["托儿所", "tuoersuo"] {
        assert!(answer(&[typed]).contains("4.5个/千人"), "{typed}");
    }
}

#[test]
fn english_names_are_matched_before_pinyin() {
    for language in [&[][..], &["--lang", "en"]] {
        let out = answer(&[language, &["life expectancy"]].concat());
        assert!(out.contains("82.38"), "{language:?} {out}");
        // One word, which would be read as pieces of pinyin; what spells a whole word stays pinyin.
        let out = answer(&[language, &["life"]].concat());
        assert!(out.contains("82.38"), "{language:?} {out}");
        let out = answer(&[language, &["beijing"]].concat());
        assert!(out.contains("北京"), "{language:?} {out}");
    }
    assert_eq!(json(&["beijing"])["words"][0]["word"], "北京");
    let names = json(&["life", "expectancy"]);
    assert_eq!(names["targets"][0]["id"], "life-expectancy", "{names}");
}

#[test]
fn of_two_words_both_have_to_be_there() {
    let both = json(&["养老", "助餐"]);
    let one = json(&["养老"]);
    let count = |answer: &Value| answer["targets"].as_array().map_or(0, Vec::len);
    assert!(
        0 < count(&both) && count(&both) < count(&one),
        "{} of {}",
        count(&both),
        count(&one)
    );
}

#[test]
fn where_there_is_nothing_the_nearest_are_offered() {
    for (typed, near) in [
        (&["托育券"][..], "托育"),
        (&["海河英材"], "海河英才"),
        (&["托育", "查无此物"], "托育"),
        // Nothing but a character of them: of a word of the field, of a name, of a heading or of a target.
        (&["买房"], "住房"),
        (&["学区房"], "学府工业区"),
        (&["新能源"], "创新"),
    ] {
        let Run { code, out, err } = run(&[&["topic"], typed].concat());
        assert_eq!((code, out.as_str()), (Some(1), ""), "{typed:?}");
        assert!(err.contains("相近的有") && err.contains(near), "{err}");
    }
    let Run { code, err, .. } = run(&["topic", "@查无此域", "人口"]);
    assert_eq!(code, Some(2), "{err}");
    assert!(err.contains("没有“查无此域”这个领域"), "{err}");
}

#[test]
fn a_target_of_a_topic_is_chosen_by_the_user_where_there_are_several() {
    let Run { code, out, err } = run(&["target", "托育"]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    for words in [
        "childcare-places",
        "目标 4.5个/千人",
        "demonstration-childcare-institutions",
    ] {
        assert!(err.contains(words), "{words} is not in\n{err}");
    }
    let Run { code, out, .. } = run(&["target", "shouming"]);
    assert!(code == Some(0) && out.starts_with("人均期望寿命"), "{out}");
    let Run { code, err, .. } = run(&["target", "长期护理"]);
    assert_eq!(code, Some(2), "what is only near it is no answer: {err}");
}
