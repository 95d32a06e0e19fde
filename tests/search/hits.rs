//! Search: what is found, what is not, what comes first, and which characters are marked.
#![expect(
    clippy::string_slice,
    clippy::panic,
    reason = "a range that splits a character is a fault these tests have to find"
)]

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use guihua::embedded;
use guihua::plan::{NodeKind, Outline, Plan};
use guihua::search::rank::Place;
use guihua::search::{Entry, EntryKind, Grade, Hit, Index, MatchClass, Note, Query, Subject, fold};
use pinyin::{ToPinyin as _, ToPinyinMulti as _};
use proptest::prelude::*;

struct Fixture {
    plan: Plan,
    outline: Outline,
    index: Index,
}

static XIQING: LazyLock<Fixture> = LazyLock::new(|| {
    let plan = embedded::plan();
    let outline = Outline::of(&plan);
    let index = Index::new(&plan, &outline, &[]);
    Fixture {
        plan,
        outline,
        index,
    }
});

fn search(typed: &str) -> Vec<Hit> {
    XIQING.index.search(&Query::parse(typed))
}

/// How the table names an entry: by its address, a target by its id, a term by its name.
fn name(entry: &Entry) -> String {
    match entry.subject {
        Subject::Target(n) => format!("指标 {}", XIQING.plan.targets[n].id),
        Subject::Term(n) => format!("术语 {}", XIQING.plan.terms[n].name),
        _ => entry.address.to_string(),
    }
}

fn names(typed: &str) -> Vec<String> {
    let hits = search(typed);
    hits.iter()
        .map(|hit| name(XIQING.index.entry(hit)))
        .collect()
}

/// A row of the table: what is typed, what comes first, what else is found, what is not found.
/// An empty first column asks for nothing in particular.
type Row = (&'static str, &'static str, &'static str, &'static str);

#[track_caller]
fn check(rows: &[Row]) {
    for (typed, first, found, not_found) in rows {
        let names = names(typed);
        let has = |name: &str| names.iter().any(|found| found == name);
        if !first.is_empty() {
            assert_eq!(
                names.first().map(String::as_str),
                Some(*first),
                "{typed}: {names:?}"
            );
        }
        for name in found.split('|').filter(|name| !name.is_empty()) {
            assert!(has(name), "{typed} finds {name}: {names:?}");
        }
        for name in not_found.split('|').filter(|name| !name.is_empty()) {
            assert!(!has(name), "{typed} does not find {name}");
        }
    }
}

/// What has to find nothing at all.
#[track_caller]
fn check_nothing(queries: &[&str]) {
    for typed in queries {
        assert_eq!(names(typed), Vec::<String>::new(), "{typed}");
    }
}

#[track_caller]
fn check_class(class: MatchClass, queries: &[&str]) {
    for typed in queries {
        let hits = search(typed).into_iter();
        let mut hits = hits.filter(|hit| hit.class != MatchClass::Synonym);
        assert_eq!(hits.next().map(|hit| hit.class), Some(class), "{typed}");
    }
}

#[test]
fn characters_and_numbers_are_found_where_they_stand() {
    check(&[
        (
            "托育",
            "指标 demonstration-childcare-institutions",
            "3.4.1p3|术语 普惠托育服务专项行动",
            "3.4.1p2|2.3p5",
        ),
        (
            "常住人口",
            "指标 resident-population",
            "1.1.1p1|2.3p2|指标 resident-urbanization-rate",
            "3.1",
        ),
        (
            "户籍人口",
            "指标 registered-population",
            "1.1.1p1|3.3.4p1",
            "3.2",
        ),
        (
            "养老服务",
            "指标 home-care-facility-standards",
            "3.5.2p1|3.5.2p2|3.5.4p1",
            "3.1.1",
        ),
        (
            "医养结合",
            "指标 medical-elderly-care-coverage",
            "3.5.2p2",
            "3.5.2p1",
        ),
        (
            "两城三带三区",
            "术语 两城三带三区",
            "3.3.1p1|3.3.2|1.2p2",
            "3.3.2p1",
        ),
        ("两城", "术语 两城", "1.1.3p2|3.3.2", ""),
        ("三孩", "3.4.1p1", "术语 三孩生育政策", "3.4.2p2"),
        ("保障措施", "4", "3.1.4p3", "4.1"),
        ("指导思想", "2.1", "2", "2.2"),
        ("坚持以人为本", "2.2p3", "3.5.1p1|2.1p1", "2.2p1"),
        ("老龄化", "3.5", "3.5.1|3.5.3|指标 slower-ageing", "3.6"),
        ("家庭医生", "指标 family-doctor-coverage", "3.2.3p2", ""),
        ("区发展改革委", "术语 区发展改革委", "4.1|4.4", "4.2"),
        ("七普", "术语 七普", "1.1.4p3", ""),
        ("原则", "2", "2.2", "2.2p1"),
        ("附件", "attachment", "", "notice"),
        ("索引号", "masthead.p2", "", "masthead.p1"),
        ("12.5", "2.3p3", "指标 working-age-schooling-years", "2.3p2"),
        ("4.5个", "3.4.1p3", "指标 childcare-places", "2.3p5"),
        ("82.38", "2.3p3", "指标 life-expectancy", "1.1.2p3"),
        ("119.5", "1.1.1p1", "", "2.3p2"),
        ("19.5", "1.1.1p1", "", ""),
        (
            "6000人",
            "3.1.3p2",
            "指标 professional-titles",
            "指标 professional-titles-senior",
        ),
        (
            "95%以上",
            "1.1.2p3",
            "2.3p4|指标 resident-urbanization-rate",
            "2.3p5",
        ),
        ("2+X", "术语 2+X", "1.2p2", ""),
        (
            "互联网+",
            "术语 互联网+",
            "3.1.4p3|3.5.2p1|术语 互联网+养老",
            "",
        ),
        ("互联网+养老", "术语 互联网+养老", "3.5.2p1", "3.1.4p3"),
        (
            "15分钟",
            "指标 fifteen-minute-fitness",
            "术语 15分钟健身圈|3.2.1p2|3.5.2p1",
            "",
        ),
        ("11号", "术语 西青政办函〔2021〕11号", "masthead.p4", ""),
    ]);
}

#[test]
fn width_case_quotes_dashes_and_traditional_characters_make_no_difference() {
    check(&[
        ("１２．５年", "2.3p3", "", ""),
        ("2+x", "术语 2+X", "1.2p2", ""),
        ("２＋Ｘ", "术语 2+X", "1.2p2", ""),
        (
            "16-59岁",
            "指标 working-age-schooling-years",
            "1.1.2p1|2.3p3",
            "1.1.3p1",
        ),
        (
            "16～59岁",
            "指标 working-age-schooling-years",
            "1.1.2p1|2.3p3",
            "",
        ),
        ("“十四五”时期", "1", "1.2|2|3|1.2p1", "1.1"),
        ("「十四五」時期", "1", "1.2|2|3", "1.1"),
        ("兩城三帶三區", "术语 两城三带三区", "3.3.1p1|3.3.2", ""),
        ("養老服務體系", "1.1.4p2", "3.5.2p1", ""),
        ("國家衛生區", "术语 国家卫生区", "3.2.4p1", ""),
        ("互聯網＋", "术语 互联网+", "3.5.2p1", ""),
        ("隨著", "1.2p2", "", ""),
    ]);
}

#[test]
fn of_equal_titles_headings_come_first_then_targets_tasks_and_terms() {
    let kinds = |typed: &str| -> Vec<EntryKind> {
        let hits = search(typed).into_iter();
        let hits: Vec<Hit> = hits.collect();
        let best = hits
            .first()
            .map(|hit| (hit.rank.grade, hit.rank.place, hit.rank.fit));
        let equal = hits
            .iter()
            .filter(|hit| Some((hit.rank.grade, hit.rank.place, hit.rank.fit)) == best);
        equal.map(|hit| XIQING.index.entry(hit).kind).collect()
    };
    for typed in ["人口老龄化", "zhongdian", "人cai", "人才"] {
        let kinds = kinds(typed);
        let order = [
            EntryKind::Heading,
            EntryKind::Target,
            EntryKind::Task,
            EntryKind::Term,
        ];
        let place = |kind: &EntryKind| order.iter().position(|known| known == kind);
        assert_eq!(kinds.first(), Some(&EntryKind::Heading), "{typed}");
        assert!(kinds.is_sorted_by_key(place), "{typed}: {kinds:?}");
    }
}

#[test]
fn punctuation_is_passed_over_unless_it_is_typed() {
    check(&[
        ("放管服改革", "术语 “放管服”改革", "3.1.4p1", ""),
        ("一站式办结", "3.1.4p3", "", ""),
        (
            "教育卫生养老",
            "1.2p3",
            "2.3p5|指标 basic-public-services",
            "",
        ),
        ("教育、卫生、养老", "1.2p3", "2.3p5", "3.4.1p5"),
        ("“放管服”改革", "术语 “放管服”改革", "3.1.4p1", ""),
        ("，是我", "", "", ""),
        ("：", "", "", ""),
        ("。“", "1.1.2p3", "1.2p1|1.1.4p2|2.3p5", "2.3p4"),
        ("“公平", "2.2p3", "3.4.1p4", ""),
    ]);
    check_nothing(&["教育,医疗", "人，才", "托育。服务"]);
}

#[test]
fn pinyin_is_read_by_initials_in_full_begun_and_mixed() {
    check(&[
        ("rc", "3.1", "3.1|3.1.1|3.1.2p1", "2.2p1"),
        ("RC", "3.1", "3.1", ""),
        (
            "tyfw",
            "指标 demonstration-childcare-institutions",
            "3.4.1p3|术语 普惠托育服务专项行动",
            "3.5.2p1",
        ),
        ("rencai", "3.1", "3.1|3.1.1", "3.2"),
        ("RenCai", "3.1", "3.1", "3.2"),
        ("renc", "3.1", "3.1|3.1.1", ""),
        ("人cai", "3.1", "3.1|3.1.1", "3.2"),
        ("r才", "3.1", "3.1", ""),
        ("rcai", "3.1", "3.1", ""),
        ("hlw+", "术语 互联网+", "3.1.4p3|3.5.2p1", ""),
        ("hulianwang+", "术语 互联网+", "3.1.4p3", ""),
        (
            "15fz",
            "指标 fifteen-minute-fitness",
            "术语 15分钟健身圈|3.2.1p2|3.5.2p1",
            "",
        ),
        (
            "15fenzhong",
            "指标 fifteen-minute-fitness",
            "术语 15分钟健身圈|3.2.1p2|3.5.2p1",
            "",
        ),
        (
            "15fenz",
            "指标 fifteen-minute-fitness",
            "术语 15分钟健身圈|3.5.2p1",
            "",
        ),
        ("95%ys", "1.1.2p3", "2.3p4", ""),
        ("czrk", "指标 resident-population", "1.1.1p1|2.3p2", ""),
        ("xqq", "术语 西青区", "1.1.2p2", ""),
        ("jflh", "术语 积分落户", "3.6.3|3.6.3p1", ""),
        ("liangcheng", "术语 两城", "3.3.2", ""),
        (
            "yanglaofuwu",
            "指标 home-care-facility-standards",
            "3.5.2p1|3.5.4p1",
            "3.1.4p2",
        ),
        ("养老jigou", "指标 elderly-care-institutions", "3.5.2p1", ""),
        ("zhongchengqu", "", "", ""),
        ("lvyou", "3.3.4p1", "3.4.1p5|3.5.3p1", ""),
        ("lüyou", "3.3.4p1", "3.4.1p5|3.5.3p1", ""),
        (
            "lvse",
            "术语 西青区双城中间绿色生态屏障区规划（2018—2035年）",
            "1.2p2",
            "",
        ),
        ("siwanglv", "指标 infant-mortality", "2.3p3|1.1.2p3", ""),
        ("zengjia", "1.1.1p1", "2.3p5|3.5.3p1", ""),
        ("jy、ws", "1.2p3", "2.3p5|3.4.1p5", "3.3.3p1"),
    ]);
    check_nothing(&["qwjbx", "重qing"]);
}

#[test]
fn characters_of_several_readings_are_found_by_each() {
    check(&[
        (
            "zhongdian",
            "3.2.2",
            "3.1.3p2|指标 resources-for-priority-groups",
            "",
        ),
        (
            "chongdian",
            "3.2.2",
            "3.1.3p2|指标 resources-for-priority-groups",
            "",
        ),
        ("changzhu", "指标 resident-population", "2.3p2", ""),
        (
            "changqi",
            "3.5.2p2",
            "3.1.5p1|术语 长期护理保险|术语 天津市中长期职业技能培训规划（2019—2025年）",
            "",
        ),
        ("zengzhang", "1.1.1", "2.3p2", ""),
        ("jiuyelv", "", "", ""),
        ("shiyelv", "指标 surveyed-unemployment-rate", "2.3p5", ""),
        ("tiaozheng", "1.2p3", "3.3.3p2|3.4.1p1", ""),
        ("tongxing", "", "", ""),
        ("hangye", "3.2.2p1", "", ""),
    ]);
    for (word, reading) in [
        ("重庆", "chongqing"),
        ("重点", "zhongdian"),
        ("银行", "yinhang"),
        ("行动", "xingdong"),
    ] {
        let index = index_with_note(&format!("赴{word}学习"));
        assert!(
            notes_found(&index, reading).contains(&word.to_owned()),
            "{word}"
        );
    }
}

/// An index with a single note besides the plan.
fn index_with_note(text: &str) -> Index {
    let note = Note {
        title: String::new(),
        text: text.to_owned(),
        address: XIQING.outline.node(60).address,
    };
    Index::new(&XIQING.plan, &XIQING.outline, &[note])
}

/// The characters marked in notes.
fn notes_found(index: &Index, typed: &str) -> Vec<String> {
    let hits = index.search(&Query::parse(typed).of_kind(EntryKind::Note));
    let marked = |hit: &Hit| concatenated(&index.entry(hit).text, &hit.text);
    hits.iter().map(marked).collect()
}

#[test]
fn notes_of_records_are_found_at_their_place() {
    let index = index_with_note("已约谈相关单位");
    for typed in ["约谈", "yt", "yuetan", "约谈 单位", ":记录 约谈"] {
        let hits = index.search(&Query::parse(typed));
        let place = XIQING.outline.node(60).address;
        let is_note = |hit: &Hit| {
            let entry = index.entry(hit);
            entry.subject == Subject::Note(0) && entry.address == place
        };
        assert!(hits.iter().any(is_note), "{typed}");
    }
}

#[test]
fn links_in_notes_are_shown_but_not_searched() {
    let index = index_with_note("据 hongheiku.com/xianjirank/4530.html 转引");
    for typed in ["45", "4530", "html", "rank", "xj"] {
        assert_eq!(notes_found(&index, typed), Vec::<String>::new(), "{typed}");
    }
    assert_eq!(notes_found(&index, "转引"), ["转引"]);
    let hits = index.search(&Query::parse("转引"));
    let texts: Vec<_> = hits.iter().map(|hit| &index.entry(hit).text).collect();
    assert_eq!(texts, ["据 hongheiku.com/xianjirank/4530.html 转引"]);
}

#[test]
fn several_words_phrases_exclusions_and_filters_narrow_the_search() {
    check(&[
        ("就业 失业率", "1.1.4p2", "2.3p5", "3.1.5p1"),
        ("失业率　就业", "1.1.4p2", "2.3p5", "3.1.5p1"),
        ("老年 健康 失能", "3.2.2p2", "3.5.2p2", "3.5.2p1"),
        ("人才 培养", "3.1.3", "3.1.3p1|3.1.3p2|3.1.1p2", "3.1"),
        (
            "tuoyu fuwu",
            "指标 demonstration-childcare-institutions",
            "3.4.1p3|术语 普惠托育服务专项行动",
            "",
        ),
        (
            "hjrk 城镇化",
            "指标 registered-urbanization-rate",
            "1.1.3p2|3.3.4p1",
            "",
        ),
        (
            "养老 jigou",
            "指标 elderly-care-institutions",
            "3.5.2p1",
            "",
        ),
        ("\"社区服务\"", "3.5.2p1", "", "3.6.2p1"),
        ("“人才强区”", "术语 人才强区", "1.1.2p2", ""),
        (
            "养老 -机构",
            "指标 pension-benefits",
            "3.4.2p2|3.5.1p1",
            "3.5.2p1|3.5.2p2",
        ),
        (
            "养老 －jigou",
            "指标 pension-benefits",
            "3.5.1p1",
            "3.5.2p1",
        ),
        ("人才 -“人才培养”", "3.1", "3.1", "3.1.3"),
        (
            "@健康 老年",
            "指标 elderly-health-management",
            "3.2.2p2",
            "3.5.2p1",
        ),
        (
            "@jk 老年",
            "指标 elderly-health-management",
            "3.2.2p2",
            "3.5.2p1",
        ),
        (
            "@健 老年",
            "指标 elderly-health-management",
            "3.2.2p2",
            "3.5.2p1",
        ),
        (
            "@2 老年",
            "指标 elderly-health-management",
            "3.2.2p2",
            "3.5.2p1",
        ),
        (":任务 托育", "3.4.1p3", "", "术语 普惠托育服务专项行动"),
        ("：rw 托育", "3.4.1p3", "", "术语 普惠托育服务专项行动"),
        ("：renwu 托育", "3.4.1p3", "", ""),
        (":zb 老年", "指标 elderly-health-management", "", "3.2.2p2"),
        (":原则 人口", "2.2p1", "2.2p2|2.2p3|2.2p4", "3.1"),
        (":bt 健康", "3.2", "3.2.1|3.2.2", "3.2.1p1"),
        ("@健康 :rw", "3.2.1p1", "3.2.1p2|3.2.4p1", "3.2.1|3.3.1p1"),
        (":原则", "2.2p1", "2.2p4", "2.2"),
        ("-人口 :原则", "", "", "2.2p1"),
        (":sy 带", "术语 带土移植", "术语 外环城市发展带", "3.3.2p2"),
    ]);
    check_nothing(&[
        "",
        "   ",
        "@",
        ":",
        "-",
        "@x",
        "@x 人才",
        ":原则 托育",
        "养老 -养老",
        "\"老年 健康\"",
        "“rencai”",
    ]);
}

#[test]
fn what_stands_nowhere_is_found_with_one_fault() {
    check(&[
        (
            "托育服物",
            "指标 demonstration-childcare-institutions",
            "3.4.1p3|术语 普惠托育服务专项行动",
            "",
        ),
        (
            "医养接合",
            "指标 medical-elderly-care-coverage",
            "3.5.2p2",
            "",
        ),
        ("医结养合", "指标 medical-elderly-care-coverage", "", ""),
        ("婴儿照护服务", "指标 infant-care-system", "3.4.1p3", ""),
        ("积分落护", "3.6.3", "术语 积分落户", ""),
        ("rencia", "3.1", "3.1", ""),
        ("recnai", "3.1", "3.1", ""),
        ("rncai", "3.1", "3.1", ""),
        (
            "jiankangguangli",
            "指标 elderly-health-management",
            "3.2.2p2",
            "",
        ),
        (
            "yangloafuwu",
            "指标 home-care-facility-standards",
            "3.5.2p1",
            "",
        ),
        ("yufutuowu", "", "", "3.4.1p3"),
        ("tuofuyuwu", "", "", ""),
        ("tuofuwu", "", "", ""),
        (
            "laoyangfuwu",
            "指标 home-care-facility-standards",
            "3.5.2p1",
            "",
        ),
    ]);
    check_nothing(&[
        "养老金",
        "托育金",
        "ylbxj",
        "yanglaojin",
        "12.6",
        "4.6个",
        "2036年",
        "“托育服物”",
    ]);
}

#[test]
fn what_is_copied_from_the_plan_is_found_however_long_it_is() {
    for (id, node) in XIQING.outline.nodes().iter().enumerate() {
        let text = node.prose.reading();
        let ends = ['。', '；', '！', '？'];
        for part in std::iter::once(text).chain(text.split_inclusive(ends)) {
            if part.is_empty() || part.contains(char::is_whitespace) {
                continue;
            }
            let hits = search(part);
            let is_here = |hit: &Hit| XIQING.index.entry(hit).node == id;
            let place = hits.iter().position(is_here);
            assert!(place.is_some_and(|n| n < 4), "{part}: {:?}", names(part));
            if part.chars().count() > 12 {
                check_nothing(&[&format!("{part}胡说八道"), &format!("胡说八道{part}")]);
            }
        }
    }
    let sentence = "到“十三五”期末，全区15岁及以上人口平均受教育年限达到11.65年，具有大专及以上学历的比重提高到36.1%；其中";
    check(&[(sentence, "1.1.2p1", "", "1.1.2p2")]);
    let folded = fold(sentence);
    assert_eq!(names(&folded), ["1.1.2p1"]);
    check_nothing(&[&format!("{folded}胡说八道")]);
}

#[test]
fn a_number_is_never_taken_for_another() {
    check(&[
        (
            "三孩政策",
            "术语 三孩生育政策",
            "3.4.1p1",
            "术语 全面两孩政策|1.1.4p1",
        ),
        ("两孩政策", "术语 全面两孩政策", "1.1.4p1", "3.4.1p1"),
        ("全面二孩政策", "", "", "术语 全面两孩政策|1.1.4p1"),
        ("三城三带三区", "", "", "术语 两城三带三区"),
        ("liangchengsandaisanqu", "术语 两城三带三区", "", ""),
        ("erchengsandaisanqu", "", "", "术语 两城三带三区"),
        ("第十五个五年规划", "", "", "preface.p1"),
    ]);
    check_nothing(&["四孩政策", "十二五时期", "sanchengsandaisanqu", "八带八区"]);
}

#[test]
fn a_number_within_another_comes_last() {
    check(&[
        ("6%", "2.3p5", "1.1.1p1", ""),
        ("95%", "1.1.2p3", "1.1.3p2", ""),
        ("80%", "2.3p5", "", ""),
        ("5%", "", "1.1.4p2", ""),
        ("12", "", "指标 working-age-schooling-years", ""),
        ("35年", "", "2.3p1", ""),
    ]);
    for typed in ["6%", "95%", "12", "2025", "3.5%", "15", "1", "6fz"] {
        let is_part = |hit: &Hit| hit.rank.grade == Grade::Within;
        assert!(search(typed).iter().map(is_part).is_sorted(), "{typed}");
    }
    let is_part = |typed: &str, place: &str| {
        let hits = search(typed);
        let hit = hits
            .iter()
            .find(|hit| name(XIQING.index.entry(hit)) == place);
        hit.map(|hit| hit.rank.grade == Grade::Within)
    };
    assert_eq!(is_part("6%", "2.3p5"), Some(false));
    assert_eq!(is_part("95%", "1.1.3p2"), Some(true), "82.95%");
    assert_eq!(is_part("35年", "2.3p1"), Some(true), "2035年");
    assert_eq!(is_part("2025年", "2.3p2"), Some(false));
}

#[test]
fn signs_and_supplied_characters_may_be_passed_over() {
    check(&[
        ("互联网养老", "术语 互联网+养老", "3.5.2p1", "3.1.4p3"),
        ("hulianwangyanglao", "术语 互联网+养老", "3.5.2p1", ""),
        ("hlwyl", "术语 互联网+养老", "3.5.2p1", ""),
        ("互联网人才服务", "3.1.4p3", "", "3.5.2p1"),
        ("互联网人才", "3.1.4p3", "", ""),
        ("1659", "1.1.2p1", "", ""),
        ("1659岁", "1.1.2p1", "", ""),
        ("20202035年", "3.3.1p1", "", ""),
        ("《西青“金字塔”培养工程实施办法》", "1.1.2p2", "", ""),
        ("《西青金字塔”培养工程实施办法》", "1.1.2p2", "", ""),
        ("西青金字塔培养工程", "1.1.2p2", "", ""),
        ("19万人一老一小”问有效缓解", "1.1.4p2", "", ""),
        ("西青区人口发展十四五”规划", "preface", "", ""),
    ]);
    check_class(MatchClass::Punctuation, &["互联网养老", "互联网人才"]);
    check_class(MatchClass::Pinyin, &["hulianwangyanglao"]);
    check_class(
        MatchClass::Supplied,
        &["西青金字塔培养工程", "《西青“金字塔”培养工程实施办法》"],
    );
    let hits = search("互联网养老");
    let first = hits.first().unwrap_or_else(|| panic!("nothing"));
    let entry = XIQING.index.entry(first);
    assert_eq!(concatenated(&entry.title, &first.title), "互联网养老");
}

/// The terms that a query finds, each with its class.
fn terms_found(typed: &str) -> Vec<(String, MatchClass)> {
    let hits = search(typed).into_iter();
    let terms = hits.filter(|hit| XIQING.index.entry(hit).kind == EntryKind::Term);
    let told = terms.map(|hit| (XIQING.index.entry(&hit).title.clone(), hit.class));
    told.collect()
}

#[test]
fn a_term_is_found_by_each_of_its_synonyms_and_none_hinders_the_words_of_the_plan() {
    let care = "婴幼儿照护服务体系".to_owned();
    let found = terms_found("托儿所");
    assert!(
        found.contains(&(care.clone(), MatchClass::Synonym)),
        "{found:?}"
    );
    let found = terms_found("tuoersuo");
    assert!(found.contains(&(care, MatchClass::Pinyin)), "{found:?}");
    // The last of one synonym and the first of the next: 托育、托位.
    assert_eq!(terms_found("育托"), []);
    let found = search("三孩政策");
    let classes: BTreeSet<MatchClass> = found.iter().map(|hit| hit.class).collect();
    let expected = [MatchClass::Synonym, MatchClass::Apart];
    assert_eq!(
        classes,
        BTreeSet::from(expected),
        "what the plan says is found as well"
    );
}

#[test]
fn two_pieces_close_together_are_found_where_there_is_nothing_nearer() {
    check(&[
        ("三孩政策", "术语 三孩生育政策", "3.4.1p1", ""),
        ("独生子女家庭扶助", "", "", ""),
        ("教育养老", "1.2p3", "", ""),
    ]);
    check_class(MatchClass::Apart, &["三孩政策", "教育养老"]);
    check_nothing(&["保险养老金", "人口。养老"]);
    let hits = search("三孩政策");
    for hit in hits.iter().filter(|hit| hit.class == MatchClass::Apart) {
        for found in &hit.found {
            let text = XIQING.index.entry(hit).words(found.field);
            assert_eq!(concatenated(text, &found.ranges), "三孩政策");
        }
    }
}

#[test]
fn words_of_another_language_are_no_pinyin() {
    check_nothing(&[
        "test", "hello", "google", "zzzz", "windows", "email", "world", "please", "thanks",
        "search", "report", "python", "github", "python3", "yahoo", "apple", "office", "excel",
        "input",
    ]);
}

#[test]
fn pinyin_stays_within_a_sentence() {
    for typed in ["rc", "zz", "zzzz", "rk", "zdzz", "jk", "fwty"] {
        for hit in search(typed) {
            let entry = XIQING.index.entry(&hit);
            for found in &hit.found {
                let first = found.ranges.first().map_or(0, |range| range.start);
                let last = found.ranges.last().map_or(0, |range| range.end);
                let text = &entry.words(found.field)[first..last];
                assert!(!text.contains(['。', '；', '！', '？']), "{typed}: {text}");
                assert!(
                    typed.len() > 2 || found.ranges.len() == 1,
                    "{typed}: {text}"
                );
            }
        }
    }
}

#[test]
fn readings_in_use_come_before_those_of_dictionaries() {
    let remote = |typed: &str, word: &str| {
        let index = index_with_note(&format!("据{word}记"));
        let hits = index.search(&Query::parse(typed).of_kind(EntryKind::Note));
        let hits = hits.iter().map(|hit| {
            let text = concatenated(&index.entry(hit).text, &hit.text);
            assert_eq!(text, word, "{typed}");
            hit.rank.grade == Grade::Remote
        });
        hits.collect::<Vec<_>>()
    };
    for (typed, word) in [
        ("zhuoshi", "着实"),
        ("shuaixian", "率先"),
        ("changyuan", "长远"),
        ("qiangpo", "强迫"),
    ] {
        assert_eq!(remote(typed, word), [false], "{typed}");
    }
    for (typed, word) in [
        ("haihe", "海河"),
        ("yangcai", "英才"),
        ("yigong", "施工"),
        ("yaowu", "任务"),
        ("zaineng", "才能"),
    ] {
        let is_in_use = typed == "haihe";
        let expected: &[bool] = match typed {
            "yaowu" => &[],
            _ => &[!is_in_use],
        };
        assert_eq!(remote(typed, word), expected, "{typed}");
    }
}

#[test]
fn a_long_sentence_is_no_title() {
    check(&[
        (":段落 2025年", "2.3p2", "2.3p3", ""),
        (":任务 2025年", "3.1.5p1", "3.4.1p3", ""),
        ("养老 :任务", "3.5.2p1", "3.5.1p1", ""),
    ]);
    let place = |typed: &str, address: &str| {
        let hits = search(typed);
        let mut hits = hits.iter();
        let hit = hits.find(|hit| XIQING.index.entry(hit).address.to_string() == address);
        hit.map(|hit| hit.rank.place)
    };
    assert_eq!(place(":任务 养老", "3.5.1p1"), Some(Place::Text));
    assert_eq!(place(":任务 坚持以人为本", "3.5.1p1"), Some(Place::Title));
    assert_eq!(place(":任务 2025年", "3.1.5p1"), Some(Place::Text));
    assert_eq!(place(":任务 养老保障", "3.5.2p1"), Some(Place::Title));
}

#[test]
fn half_quotes_tones_and_what_takes_no_room_are_no_obstacle() {
    check(&[
        (
            "托育\"",
            "指标 demonstration-childcare-institutions",
            "3.4.1p3|术语 普惠托育服务专项行动",
            "",
        ),
        (
            "托育”",
            "指标 demonstration-childcare-institutions",
            "3.4.1p3|术语 普惠托育服务专项行动",
            "",
        ),
        (
            "“托育\"",
            "指标 demonstration-childcare-institutions",
            "3.4.1p3|术语 普惠托育服务专项行动",
            "",
        ),
        (
            "托\u{200b}育",
            "指标 demonstration-childcare-institutions",
            "3.4.1p3|术语 普惠托育服务专项行动",
            "",
        ),
        (
            "\u{feff}托育",
            "指标 demonstration-childcare-institutions",
            "3.4.1p3|术语 普惠托育服务专项行动",
            "",
        ),
        ("réncái", "3.1", "3.1", ""),
        ("rén cái", "3.1", "3.1", ""),
        ("re\u{301}nca\u{301}i", "3.1", "3.1", ""),
        ("lǚyóu", "3.3.4p1", "", ""),
    ]);
    check_nothing(&["--", "-，", "——"]);
}

#[test]
fn filters_that_name_nothing_are_told() {
    let fault = |typed: &str| XIQING.index.fault(&Query::parse(typed));
    for (typed, expected) in [
        ("@不存在 人口", "没有“不存在”这个领域；可用：人才、健康、"),
        (":目标 人口", "没有“目标”这个类型；可用：标题、原则、"),
        ("@x", "没有“x”这个领域"),
    ] {
        let fault = fault(typed).unwrap_or_default();
        assert!(fault.starts_with(expected), "{typed}: {fault}");
    }
    for typed in ["@健康 人口", "@jk", ":rw 人口", "：", "人口", "@", ""] {
        assert_eq!(fault(typed), None, "{typed}");
    }
}

#[test]
fn a_hit_says_how_it_matched() {
    check_class(MatchClass::Exact, &["托育", "12.5", "2+x", "“人才强区”"]);
    check_class(MatchClass::Traditional, &["兩城三帶三區", "隨著"]);
    check_class(MatchClass::Punctuation, &["放管服改革", "一站式办结"]);
    check_class(MatchClass::Pinyin, &["tyfw", "人cai", "hlw+", "托育 fuwu"]);
    check_class(MatchClass::Approximate, &["托育服物", "rencia"]);
    check_class(
        MatchClass::Supplied,
        &["15—64岁", "2021年12月31日", "随着“两城"],
    );
}

#[test]
fn the_order_is_exact_spelt_initials_and_title_whole_near_document() {
    for typed in [
        "rencai",
        "健康",
        "养老",
        "人才 培养",
        "老年 健康",
        "rc",
        "r",
        "服务",
    ] {
        let ranks: Vec<_> = search(typed).iter().map(|hit| hit.rank).collect();
        assert!(ranks.is_sorted(), "{typed}");
        let scores: Vec<_> = search(typed).iter().map(Hit::score).collect();
        assert!(scores.is_sorted_by(|a, b| a >= b), "{typed}: {scores:?}");
    }
    let index = index_with_note("xls 是表格");
    let hits = index.search(&Query::parse("xls"));
    let classes: Vec<_> = hits.iter().map(|hit| hit.class).collect();
    assert!(classes.is_sorted(), "{classes:?}");
}

#[test]
fn a_place_is_one_hit() {
    for typed in ["人口", "rc", "人才 培养", "率", ":指标"] {
        let hits = search(typed);
        let mut entries: Vec<_> = hits.iter().map(|hit| hit.entry).collect();
        entries.sort_unstable();
        entries.dedup();
        assert_eq!(entries.len(), hits.len(), "{typed}");
    }
}

#[test]
fn matches_in_the_document_are_in_reading_order_and_exact() {
    for typed in [
        "托育",
        "rc",
        "人才 培养",
        "放管服改革",
        ":指标 托育",
        "托育服物",
    ] {
        let matches = XIQING.index.matches_in_document(&Query::parse(typed));
        assert!(!matches.is_empty(), "{typed}");
        assert!(
            matches.is_sorted_by_key(|found| (found.node, found.range.start)),
            "{typed}"
        );
        for found in &matches {
            let text = XIQING.outline.node(found.node).prose.reading();
            assert!(
                text.get(found.range.clone())
                    .is_some_and(|text| !text.is_empty()),
                "{typed}"
            );
        }
    }
    let count = |word: &str| {
        let nodes = XIQING.outline.nodes().iter();
        nodes
            .map(|node| node.prose.reading().matches(word).count())
            .sum::<usize>()
    };
    for word in ["人口", "托育", "养老服务", "12.5"] {
        let matches = XIQING.index.matches_in_document(&Query::parse(word));
        assert_eq!(matches.len(), count(word), "{word}");
    }
}

#[test]
fn terms_and_kinds_of_the_document_are_all_in_the_index() {
    let entries = XIQING.index.entries();
    let of = |kind| entries.iter().filter(|entry| entry.kind == kind).count();
    assert_eq!(of(EntryKind::Target), XIQING.plan.targets.len());
    assert_eq!(of(EntryKind::Term), XIQING.plan.terms.len());
    assert_eq!(
        of(EntryKind::Task),
        XIQING.outline.of_kind(NodeKind::Task).count()
    );
    assert_eq!(of(EntryKind::Principle), 4);
}

fn concatenated(text: &str, ranges: &[Range<usize>]) -> String {
    ranges.iter().map(|range| &text[range.clone()]).collect()
}

/// Whether letters spell a text: each character by an initial, a whole reading, or at the end a begun one.
fn spells(text: &str, typed: &str) -> bool {
    let mut rest = text.chars();
    let Some(c) = rest.next() else {
        return typed.is_empty();
    };
    let mut readings: Vec<String> = c
        .to_pinyin_multi()
        .into_iter()
        .flatten()
        .flat_map(|reading| {
            // ü is typed in either way: lv, lyu.
            let plain = reading.plain();
            [plain.replace('ü', "v"), plain.replace('ü', "yu")]
        })
        .collect();
    readings.push(c.to_string());
    readings.iter().any(|reading| {
        let is_last = rest.as_str().is_empty() && !typed.is_empty() && reading.starts_with(typed);
        let initial = reading.chars().next().map_or(0, char::len_utf8);
        let lengths = [initial, 2, reading.len()];
        is_last
            || lengths.iter().any(
                |length| match (reading.get(..*length), typed.get(..*length)) {
                    (Some(read), Some(start)) => {
                        read == start && spells(rest.as_str(), &typed[*length..])
                    }
                    _ => false,
                },
            )
    })
}

/// The initials of a text by the first reading of each character; `None` if they are no letters.
fn initials(text: &str) -> Option<String> {
    let of = |c: char| match c.to_pinyin() {
        Some(reading) => reading.plain().chars().next(),
        None => Some(c),
    };
    let initials: String = fold(text).chars().map(of).collect::<Option<_>>()?;
    initials
        .contains(|c: char| c.is_ascii_lowercase())
        .then_some(initials)
}

/// What a query must mark: its compared characters, and those between quotation marks where it is a phrase.
fn finds(text: &str, entry: usize, typed: &str) -> Vec<String> {
    let query = Query::parse(typed);
    let hits = XIQING.index.search(&query);
    let hit = hits.iter().find(|hit| hit.entry == entry);
    let hit = hit.unwrap_or_else(|| panic!("{typed} is not found in {text}"));
    let entry = XIQING.index.entry(hit);
    let words = hit.found.iter();
    words
        .map(|found| concatenated(entry.words(found.field), &found.ranges))
        .collect()
}

/// The other words of the plan for a term.
fn aliases(entry: &Entry) -> Vec<String> {
    match entry.subject {
        Subject::Term(n) => XIQING.plan.terms[n].aliases.clone(),
        _ => Vec::new(),
    }
}

/// Every text unit: what is searched, with the number of its entry.
fn units() -> Vec<(usize, String)> {
    let entries = XIQING.index.entries().iter().enumerate();
    entries
        .flat_map(|(n, entry)| {
            let has_title = entry.is_named() && entry.kind != EntryKind::Note;
            let title = has_title.then(|| (n, entry.title.clone()));
            let aliases = aliases(entry).into_iter();
            let names = aliases.map(move |name| (n, name));
            let text = (entry.kind != EntryKind::Term).then(|| (n, entry.text.clone()));
            title.into_iter().chain(text).chain(names)
        })
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// Whether the initials of a text stand for it: they are read within one sentence, and two of them within one word.
fn has_initials(text: &str) -> bool {
    let inner = text.trim_matches(|c: char| fold(&c.to_string()).is_empty());
    let is_broken = fold(inner).chars().count() < inner.chars().count();
    !inner.contains(['。', '；', '！', '？']) && (!is_broken || fold(inner).chars().count() > 2)
}

/// Checks one substring and its initials. What begins like a filter or a phrase has a meaning of its own.
fn check_substring(entry: usize, text: &str) {
    let is_operator = text.starts_with(['-', '－', '@', '：', ':']);
    if text.trim() != text || text.contains(char::is_whitespace) || is_operator {
        return;
    }
    let is_phrase = text.starts_with('“') && text.ends_with('”') && text.matches('”').count() == 1;
    for marked in finds(text, entry, text) {
        if is_phrase || fold(text).is_empty() {
            assert_eq!(fold(&marked), fold(text), "{text}");
        } else {
            let is_strict = fold(text).chars().count() < text.chars().count();
            let expected = if is_strict {
                text.to_lowercase()
            } else {
                fold(text)
            };
            let marked = if is_strict {
                marked.to_lowercase()
            } else {
                fold(&marked)
            };
            assert_eq!(same_quotes(&marked), same_quotes(&expected), "{text}");
        }
    }
    if let Some(initials) = initials(text).filter(|_| has_initials(text)) {
        for marked in finds(text, entry, &initials) {
            assert!(
                spells(&fold(&marked), &initials),
                "{text}: {initials} marks {marked}"
            );
        }
    }
}

fn same_quotes(text: &str) -> String {
    text.replace(['“', '”', '"'], "\"")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn every_substring_and_its_initials_find_their_text(unit: prop::sample::Index, start: prop::sample::Index, length in 2usize..=8) {
        static UNITS: LazyLock<Vec<(usize, String)>> = LazyLock::new(units);
        let (entry, text) = unit.get(&UNITS);
        let chars: Vec<char> = text.chars().collect();
        if chars.len() >= 2 {
            let start = start.index(chars.len() - 1);
            let end = (start + length).min(chars.len());
            let part: String = chars[start..end].iter().collect();
            check_substring(*entry, &part);
        }
    }

    #[test]
    fn no_query_panics_and_ranges_are_sound(typed in "\\PC{0,40}") {
        check_sound(&typed);
    }

    #[test]
    fn no_query_of_the_usual_characters_panics(typed in "[人才养老健康服务托育a-z0-9@:：“”\"、，。 +%.—-]{0,16}") {
        check_sound(&typed);
    }
}

fn check_sound(typed: &str) {
    for hit in search(typed) {
        let entry = XIQING.index.entry(&hit);
        for (text, ranges) in [(&entry.title, &hit.title), (&entry.text, &hit.text)] {
            assert!(
                ranges.iter().all(|range| text.get(range.clone()).is_some()),
                "{typed}"
            );
            assert!(
                ranges.windows(2).all(|pair| pair[0].end < pair[1].start),
                "{typed}"
            );
        }
    }
    XIQING.index.matches_in_document(&Query::parse(typed));
}
