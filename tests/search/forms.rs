//! Search: what is written or typed in more than one way counts as one, in the program and in the exported page.
//!
//! Each row is what is typed, a text, and what is marked in it; nothing, if it is not to be found.

#![expect(
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that fails should fail loudly"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use crate::support::SMALL;
use crate::support::programs::program;
use guihua::load;
use guihua::plan::{Outline, Plan};
use guihua::search::{EntryKind, Hit, Index, MatchClass, Note, Query, Tables};
use serde_json::{Value, json};

type Row = (&'static str, &'static str, &'static str);

const Ü: &[Row] = &[
    ("nvxing", "维护女性权益", "女性"),
    ("nuxing", "维护女性权益", "女性"),
    ("nyuxing", "维护女性权益", "女性"),
    ("nüxing", "维护女性权益", "女性"),
    ("nǚxìng", "维护女性权益", "女性"),
    ("luyou", "发展旅游业", "旅游"),
    ("lyuyou", "发展旅游业", "旅游"),
    ("falu", "法律援助", "法律"),
    ("lyuse", "绿色低碳", "绿色"),
    ("lu:se", "绿色低碳", "绿色"),
    ("shengyulu", "生育率回升", "生育率"),
    ("zhanlue", "实施战略", "战略"),
    ("zhanlve", "实施战略", "战略"),
    ("zhanlyue", "实施战略", "战略"),
    ("zhanlu", "实施战略", "战略"),
    ("nue", "虐待", "虐"),
    ("jvjia", "居家养老", "居家"),
    ("qvyu", "区域协调", "区域"),
    ("xvqiu", "需求旺盛", "需求"),
    ("yvle", "文化娱乐", "娱乐"),
    ("yvan", "公园", "园"),
    ("lvdi", "陆地", ""),
    ("ly", "效率高", ""),
    ("ly", "旅游", "旅游"),
];

const SYLLABLES: &[Row] = &[
    ("xi'an", "西安市", "西安"),
    ("xi'an", "先进", ""),
    ("xian", "先进", "先"),
    ("fang'an", "实施方案", "方案"),
    ("fang'an", "反感", ""),
    ("dang’an", "档案管理", "档案"),
    ("dang‘an", "档案管理", "档案"),
    ("dang＇an", "档案管理", "档案"),
    ("DANG'AN", "档案管理", "档案"),
    ("xi'", "西安市", "西"),
    ("tuo-yu", "普惠托育", "托育"),
    ("tuōyù", "普惠托育", "托育"),
    ("tuo1yu4", "普惠托育", "托育"),
    ("tuo1yu", "普惠托育", "托育"),
    ("lu:4se4", "绿色低碳", "绿色"),
    ("lü4se4", "绿色低碳", "绿色"),
    ("ＴＵＯＹＵ", "普惠托育", "托育"),
    ("e-mail", "发e-mail来", "e-mail"),
    ("co2", "从事", ""),
];

const CHARACTERS: &[Row] = &[
    ("瞭解", "了解情况", "了解"),
    ("瞭望", "瞭望塔", "瞭望"),
    ("了解", "瞭解情況", "瞭解"),
    ("衹有", "只有一个", "只有"),
    ("彷彿", "仿佛如此", "仿佛"),
    ("答覆", "答复意见", "答复"),
    ("反复", "反覆研究", "反覆"),
    ("覆盖", "全覆盖", "覆盖"),
    ("覆蓋", "全覆盖", "覆盖"),
    ("衞生", "卫生服务", "卫生"),
    ("敍述", "叙述", "叙述"),
    ("枱面", "台面", "台面"),
    ("糭子", "粽子", "粽子"),
    ("屋簷", "屋檐", "屋檐"),
    ("麻痺", "麻痹", "麻痹"),
    ("倣效", "仿效", "仿效"),
    ("值", "產値", "値"),
    ("產値", "产值", "产值"),
    ("靑年", "青年人才", "青年"),
    ("計畫", "计划生育", "计划"),
    ("規畫", "规划纲要", "规划"),
    ("籌畫", "筹划", "筹划"),
    ("计划", "計畫生育", "計畫"),
    ("动画", "動畫", "動畫"),
    ("绘划", "绘画", ""),
    ("乾坤", "扭转乾坤", "乾坤"),
    ("乾淨", "干净", "干净"),
    ("隨著", "随着发展", "随着"),
    ("著名", "著名学者", "著名"),
    ("憑藉", "凭借优势", "凭借"),
    ("裡面", "里面", "里面"),
    ("煙臺", "烟台", "烟台"),
    ("⼈⼝", "人口", "人口"),
];

const NUMBERS: &[Row] = &[
    ("百分之八十", "达到80%以上", "80%"),
    ("80%", "百分之八十以上", "百分之八十"),
    ("80％", "百分之八十以上", "百分之八十"),
    ("百分之80", "达到80%以上", "80%"),
    ("百分之百", "达到100%", "100%"),
    ("百分之十二点五", "占12.5%", "12.5%"),
    ("百分之五", "占95%", ""),
    ("百分之八十", "占80%。", "80%"),
    ("16-59岁", "16岁至59岁劳动年龄人口", "16岁至59岁"),
    ("16岁至59岁", "16—59岁劳动年龄人口", "16—59岁"),
    ("千分之5", "降到5‰以下", "5‰"),
    ("千分之五", "降到5‰以下", "5‰"),
    ("5‰", "千分之五以下", "千分之五"),
    ("十万分之九", "孕产妇死亡率9/10万", "9/10万"),
    ("16至59岁", "16—59岁人口", "16—59岁"),
    ("16到59岁", "16—59岁人口", "16—59岁"),
    ("16-59岁", "16至59岁人口", "16至59岁"),
    ("16～59岁", "16—59岁人口", "16—59岁"),
    ("16——59岁", "16—59岁人口", "16—59岁"),
    ("16岁至59岁", "16岁—59岁人口", "16岁—59岁"),
    ("十六至五十九岁", "16—59岁人口", "16—59岁"),
    ("5%至10%", "增长5%—10%", "5%—10%"),
    ("三十五岁", "35岁以下", "35岁"),
    ("35岁", "三十五岁以下", "三十五岁"),
    ("5岁", "三十五岁以下", ""),
    ("五岁", "35岁以下", ""),
    ("五岁", "15岁以下", ""),
    ("２０２５年", "二〇二五年", "二〇二五年"),
    ("2025年", "二○二五年", "二○二五年"),
    ("二零二五年", "2025年", "2025年"),
    ("二〇二五年", "二零二五年", "二零二五年"),
    ("两千人", "2000人", "2000人"),
    ("200个", "两百个", "两百个"),
    ("二孩", "两孩政策", ""),
    ("三萬五千", "35000个", "35000"),
    ("1200人", "1,200人", "1,200人"),
    ("1,200人", "1200人", "1200人"),
    ("1200", "1，200人", "1，200"),
    ("120.10", "收入120.1亿元", "120.1"),
    ("120.1", "收入120.10亿元", "120.10"),
    ("十四五", "14.5个百分点", ""),
    ("14", "十四五", ""),
    ("4", "四个", ""),
];

const NAMES: &[Row] = &[
    ("发改委", "区发展改革委牵头", "发展改革委"),
    ("發改委", "区发展改革委牵头", "发展改革委"),
    ("发改委", "市发展和改革委员会", "发展和改革委员会"),
    ("区发改委", "区发展和改革委员会", "区发展和改革委员会"),
    ("发展和改革委员会", "由发改委牵头", "发改委"),
    ("发展改革委员会", "由发改委牵头", "发改委"),
    ("卫健委", "区卫生健康委", "卫生健康委"),
    ("人社局", "区人力资源社会保障局", "人力资源社会保障局"),
    ("人力资源和社会保障局", "人社局", "人社局"),
    ("教体局", "教育和体育局", "教育和体育局"),
    ("十四五规划", "第十四个五年规划", "第十四个五年规划"),
    ("“发改委”", "发展改革委", ""),
    ("35㎡", "人均住房面积35平方米", "35平方米"),
    ("平方米", "人均住房面积35㎡", "㎡"),
    ("㎢", "3平方公里", "平方公里"),
];

static PLAN: LazyLock<Plan> = LazyLock::new(|| load::load(SMALL).unwrap());
static OUTLINE: LazyLock<Outline> = LazyLock::new(|| Outline::of(&PLAN));

fn index(texts: &[&str]) -> Index {
    let note = |text: &&str| Note {
        title: String::new(),
        text: (*text).to_owned(),
        address: OUTLINE.node(1).address,
    };
    let notes: Vec<Note> = texts.iter().map(note).collect();
    Index::new(&PLAN, &OUTLINE, &notes)
}

/// The notes found, but for guesses.
fn hits(index: &Index, typed: &str) -> Vec<Hit> {
    let hits = index.search(&Query::parse(typed).of_kind(EntryKind::Note));
    let is_sure = |hit: &Hit| hit.class < MatchClass::Apart;
    hits.into_iter().filter(is_sure).collect()
}

fn marked(index: &Index, hit: &Hit) -> String {
    let text = &index.entry(hit).text;
    let ranges = hit.text.iter();
    ranges.map(|range| &text[range.clone()]).collect()
}

#[track_caller]
fn check(rows: &[Row]) {
    for (typed, text, expected) in rows {
        let index = index(&[text]);
        let hits = hits(&index, typed);
        let marked = hits.first().map(|hit| marked(&index, hit));
        assert_eq!(
            marked.unwrap_or_default().replace('，', ""),
            expected.replace('，', ""),
            "{typed} in {text}: {hits:?}"
        );
    }
}

/// How each is found.
#[track_caller]
fn check_class(class: MatchClass, rows: &[(&str, &str)]) {
    for (typed, text) in rows {
        let hits = hits(&index(&[text]), typed);
        let found = hits.first().map(|hit| hit.class);
        assert_eq!(found, Some(class), "{typed} in {text}");
    }
}

#[test]
fn ü_is_typed_as_u_v_or_yu() {
    check(Ü);
    check_class(
        MatchClass::Pinyin,
        &[("nuxing", "女性"), ("zhanlue", "战略")],
    );
}

#[test]
fn apostrophes_hyphens_and_tones_tell_syllables_apart() {
    check(SYLLABLES);
    check_class(
        MatchClass::Pinyin,
        &[("xi'an", "西安"), ("tuo1yu4", "托育")],
    );
    check_class(MatchClass::Exact, &[("e-mail", "发e-mail来")]);
}

#[test]
fn characters_of_several_forms_and_values_are_found_by_each() {
    check(CHARACTERS);
    check_class(
        MatchClass::Traditional,
        &[("計畫", "计划"), ("瞭解", "了解"), ("衞生", "卫生")],
    );
    check_class(
        MatchClass::Exact,
        &[("瞭望", "瞭望塔"), ("覆盖", "全覆盖"), ("乾坤", "乾坤")],
    );
}

#[test]
fn numbers_are_found_however_they_are_written() {
    check(NUMBERS);
    // In the page punctuation is passed over even where it was typed.
    check(&[
        ("百分之八十、", "占80%、其余", "80%、"),
        ("百分之八十、", "占80%。其余", ""),
    ]);
    check_class(
        MatchClass::OtherForm,
        &[("80%", "百分之八十"), ("16至59岁", "16—59岁")],
    );
    check_class(
        MatchClass::Exact,
        &[("16-59岁", "16—59岁"), ("80％", "80%")],
    );
}

#[test]
fn offices_are_found_by_their_short_and_full_names() {
    check(NAMES);
    check_class(MatchClass::OtherForm, &[("发改委", "发展改革委")]);
}

#[test]
fn what_is_written_as_typed_comes_before_its_other_forms() {
    for (typed, texts) in [
        ("80%", ["百分之八十", "占80%"]),
        ("百分之八十", ["80%", "共占百分之八十以上"]),
        ("发改委", ["发展改革委", "由发改委牵头"]),
        ("发展改革委", ["发改委", "由发展改革委牵头"]),
        ("覆盖", ["复盖", "已经覆盖全区"]),
        ("計畫", ["计划", "此項計畫已成"]),
        ("卫生", ["衛生", "公共卫生服务"]),
        ("16至59岁", ["16—59岁", "其中16至59岁的"]),
        ("e-mail", ["email", "发e-mail来"]),
    ] {
        let index = index(&texts);
        let hits = hits(&index, typed);
        let found: Vec<_> = hits
            .iter()
            .map(|hit| index.entry(hit).text.as_str())
            .collect();
        assert_eq!(found, [texts[1], texts[0]], "{typed}");
    }
}

#[test]
fn of_one_text_only_what_is_written_as_typed_is_marked() {
    let index = index(&["占80%，即百分之八十"]);
    for typed in ["80%", "百分之八十"] {
        let hits = hits(&index, typed);
        assert_eq!(
            hits.first().map(|hit| marked(&index, hit)).as_deref(),
            Some(typed)
        );
    }
}

#[test]
fn a_word_of_many_characters_with_several_values_is_answered() {
    let index = index(&["了解只有计划"]);
    let typed = "瞭衹畫覆著藉鍾線餘託像沈".repeat(5);
    assert_eq!(hits(&index, &typed), []);
    assert_eq!(hits(&index, &"一二三四五六七八九十百千万亿".repeat(50)), []);
    assert_eq!(hits(&index, &"1,234.50至".repeat(200)), []);
}

/// The tables for a text, as the page has them.
fn tables(text: &str) -> Value {
    let chars: BTreeSet<char> = text.chars().collect();
    serde_json::to_value(Tables::of(&chars)).unwrap()
}

#[test]
fn the_exported_page_finds_and_marks_the_same() {
    let Some(node) = program(&["node"]) else {
        return;
    };
    let rows = [Ü, SYLLABLES, CHARACTERS, NUMBERS, NAMES].concat();
    let asked = rows
        .iter()
        .map(|(typed, text, _)| json!([typed, text, tables(text)]));
    let asked = Value::Array(asked.collect());
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/output/export/page");
    let part = |name: &str| fs::read_to_string(page.join(name)).unwrap();
    let script = format!(
        "{}\n{}\nconsole.log(JSON.stringify({asked}.map(([typed, text, data]) => {{
            const finder = search(data), unit = finder.fold(text);
            const hits = [].concat(...finder.find([unit], typed).map((found) => found.hits));
            return hits.map((hit) => text.slice(hit.start, hit.end)).join('');
        }})));",
        part("forms.js"),
        part("search.js"),
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("search.js");
    fs::write(&file, script).unwrap();
    let output = Command::new(node).arg(&file).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    let told: Vec<String> =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{errors}"));
    assert_eq!(told.len(), rows.len());
    for ((typed, text, expected), marked) in rows.iter().zip(told) {
        assert_eq!(marked, *expected, "{typed} in {text}");
    }
}
