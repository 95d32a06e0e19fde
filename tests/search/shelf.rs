//! Searching many plans is searching each of them: the same hits, in one order, and all of them counted.

use guihua::embedded;
use guihua::plan::{Block, Outline, Plan};
use guihua::search::rank::Rank;
use guihua::search::{Index, MatchClass, Query, ShelfHit, across};

/// The plan, parts of it, and one without anything in common with another; the plan once more at the end.
fn shelf() -> Vec<Index> {
    let plan = embedded::plan();
    let part = |skipped: usize| {
        let mut part = plan.clone();
        let mut n = 0;
        part.body.content.retain(|block| {
            n += usize::from(matches!(block, Block::Section(_)));
            n % 3 != skipped
        });
        part
    };
    let mut bare = plan.clone();
    bare.body
        .content
        .retain(|block| !matches!(block, Block::Section(_)));
    bare.targets.clear();
    bare.terms.clear();
    let plans = [part(0), plan.clone(), bare, part(1), part(2), plan];
    plans.iter().map(index).collect()
}

fn index(plan: &Plan) -> Index {
    Index::new(plan, &Outline::of(plan), &[])
}

/// What is defined to be found: everything that is found in each, by rank, then plan, then place; but where a word is
/// found without a fault in one plan, no faults are allowed for in the others, and no two pieces where it is found whole.
fn expected(plans: &[Index], typed: &str) -> Vec<ShelfHit> {
    let query = &Query::parse(typed);
    let of_plan = |(plan, index): (usize, &Index)| {
        let hits = index.search(query).into_iter();
        hits.map(move |hit| ShelfHit { plan, hit })
    };
    let mut all: Vec<_> = plans.iter().enumerate().flat_map(of_plan).collect();
    let nearest: Vec<usize> = words(typed).map(|word| nearest(plans, word)).collect();
    all.retain(|found| {
        let mut places = found.hit.found.iter();
        places.all(|place| freedom(place.class) <= nearest[place.word])
    });
    all.sort_by_key(|found| {
        let rank = found.hit.rank;
        (Rank { order: 0, ..rank }, found.plan, rank.order)
    });
    all
}

/// The words of a query without phrases.
fn words(typed: &str) -> impl Iterator<Item = &str> {
    typed
        .split_whitespace()
        .filter(|word| !word.starts_with(['@', ':', '-']))
}

/// How freely a word was looked for, as far as the class says.
fn freedom(class: MatchClass) -> usize {
    match class {
        MatchClass::Approximate => 2,
        MatchClass::Apart => 1,
        _ => 0,
    }
}

/// How freely it has to be looked for at least. Synonyms hinder nothing.
fn nearest(plans: &[Index], word: &str) -> usize {
    let hits = plans
        .iter()
        .flat_map(|index| index.search(&Query::parse(word)));
    let of_plan = hits.filter(|hit| hit.class != MatchClass::Synonym);
    let all = of_plan.map(|hit| freedom(hit.class));
    all.min().unwrap_or(usize::MAX)
}

const QUERIES: &[&str] = &[
    "托育",
    "人口",
    "人",
    "海河英才",
    "养老金",
    "12.5",
    "2025",
    "1",
    "西青 托育",
    "人才 培养",
    "人口 西青 发展",
    "r",
    "z",
    "zh",
    "rc",
    "tyfw",
    "rencai",
    "renc",
    "re",
    "人cai",
    "r才",
    "rencai peiyang",
    "托育 rencai",
    "yangloafuwu",
    "托育服物",
    "fuwutiyu",
    "海河英材",
    "海河英才 托育",
    "养老服务休系",
    "互联网养老",
    "hulianwangyanglao",
    "西青金字塔培养工程",
    "三孩政策",
    "三孩政策 人口",
    "教育养老",
    "6%",
    "5",
    "人口 yangloafuwu",
    "tuoyu rencai",
    "rk 海河英才",
    "lv",
    "xian",
    "chongqing",
    "“十四五”",
    "“十四五",
    "\"人口 发展\"",
    "。“",
    "人口 -西青",
    "rencai -peiyang",
    "@人才",
    "@rencai 培养",
    ":任务",
    ":zb rk",
    "r -人才",
    "託育",
    "ＲＣ",
    "t",
    "xls",
    "renkou，",
    "不存在的词语",
    "qqqq",
    "",
];

#[test]
fn many_plans_answer_as_each_of_them_does() {
    let plans = shelf();
    for typed in QUERIES {
        let query = Query::parse(typed);
        let expected = expected(&plans, typed);
        for limit in [0, 1, 7, 100, usize::MAX] {
            let (hits, count) = across(&plans, &query, limit);
            assert_eq!(count, expected.len(), "{typed}, {limit}");
            let first = expected.get(..limit).unwrap_or(&expected);
            assert_eq!(hits, first, "{typed}, {limit}");
        }
    }
}

#[test]
fn no_plans_answer_nothing() {
    assert_eq!(across(&[], &Query::parse("人口"), 10), (Vec::new(), 0));
}
