//! Verbs before a figure, and the kind of goal that each implies.

use crate::text::{ends, has_any, is_blank, letters, starts};

use super::figure::{Bound, Figure};
use super::target::Kind;

/// What a verb says about its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// Rises to it.
    Reach,
    /// Stays at it.
    Stay,
    /// Stays below it.
    Hold,
    /// Falls to it.
    Fall,
    /// At least it.
    More,
    /// At most it.
    Less,
    /// Rises by it.
    Up,
    /// Falls by it.
    Down,
    /// Is it: as often a fact as a goal.
    Be,
}

const REACH: &[&str] = &[
    "达到",
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "提至",
    "提到",
    "增加到",
    "增加至",
    "增至",
    "增长到",
    "增长至",
    "扩大到",
    "扩大至",
    "上升到",
    "上升至",
    "升至",
    "恢复到",
    "恢复至",
    "发展到",
    "拓展到",
    "延长到",
    "延长至",
    "突破到",
    "推进到",
    "达至",
    "翻番达到",
    "巩固在",
    "提高达到",
    "壮大到",
];
const STAY: &[&str] = &[
    "保持在",
    "稳定在",
    "维持在",
    "保持",
    "稳定保持在",
    "确保在",
    "保有量达到",
];
const HOLD: &[&str] = &["控制在", "限制在", "控制到", "控制为", "压控在", "管控在"];
const FALL: &[&str] = &[
    "降低到",
    "降低至",
    "降到",
    "降至",
    "下降到",
    "下降至",
    "减少到",
    "减少至",
    "减至",
    "缩短到",
    "缩短至",
    "压缩到",
    "压缩至",
    "压减到",
    "压减至",
    "减到",
    "缩小到",
    "缩小至",
    "压降至",
];
const MORE: &[&str] = &[
    "不低于",
    "不少于",
    "不小于",
    "大于",
    "高于",
    "至少",
    "不得低于",
    "不得少于",
    "力争超过",
    "超过",
    "超",
    "突破",
    "多于",
];
const LESS: &[&str] = &[
    "不高于",
    "不超过",
    "不宜超过",
    "不应超过",
    "不能超过",
    "不宜高于",
    "不得多于",
    "不应高于",
    "不大于",
    "不多于",
    "不得超过",
    "不得高于",
    "低于",
    "少于",
    "小于",
    "不突破",
];
const UP: &[&str] = &[
    "增长", "增加", "提高", "提升", "上升", "净增", "新增", "增幅", "增速", "扩大", "延长", "增",
];
const DOWN: &[&str] = &[
    "下降", "降低", "减少", "压减", "缩短", "削减", "减排", "降幅", "压缩", "减", "降",
];
const BE: &[&str] = &[
    "为", "约为", "达", "是", "占", "有", "近", "约", "共", "实现", "完成", "到", "至", "在",
];

/// The sense of the verb at the end of a text, and its byte offset. An adverb between verb and figure (约, 近) is
/// skipped.
pub(crate) fn last(text: &str) -> Option<(Sense, usize)> {
    let text = text.trim_end_matches(is_blank);
    let bare = ["约", "近", "大约", "平均", "各", "分别", "均", "就", "了"]
        .iter()
        .find_map(|w| text.strip_suffix(w))
        .filter(|t| exact(t).is_some())
        .unwrap_or(text);
    exact(bare)
}

/// The sense of a verb before what a share is of: 响应能力达到最大负荷的5%.
pub(crate) fn before_whole(text: &str, figure: &Figure) -> Option<(Sense, usize)> {
    let share = figure
        .unit
        .as_deref()
        .is_some_and(|it| matches!(it, "%" | "‰"));
    let whole = text
        .trim_end_matches(is_blank)
        .strip_suffix('的')
        .filter(|_| share)?;
    let words = [
        (REACH, Sense::Reach),
        (MORE, Sense::More),
        (LESS, Sense::Less),
    ];
    let found = words.into_iter().flat_map(|(words, sense)| {
        let at = move |word: &&str| whole.rfind(*word).map(|at| (sense, at, at + word.len()));
        words
            .iter()
            .filter(|word| letters(word) >= 2)
            .filter_map(at)
    });
    let (sense, at, end) = found.max_by_key(|(_, at, end)| (*end, end - at))?;
    let of = letters(whole.get(end..)?);
    (2..=12).contains(&of).then_some((sense, at))
}

fn exact(text: &str) -> Option<(Sense, usize)> {
    let text = text.trim_end_matches(is_blank);
    let lists = [
        (REACH, Sense::Reach),
        (STAY, Sense::Stay),
        (HOLD, Sense::Hold),
        (FALL, Sense::Fall),
        (MORE, Sense::More),
        (LESS, Sense::Less),
        (UP, Sense::Up),
        (DOWN, Sense::Down),
        (BE, Sense::Be),
    ];
    let found = lists
        .into_iter()
        .filter_map(|(words, sense)| Some((ends(text, words)?, sense)));
    let (word, sense) = found.max_by_key(|(word, _)| word.len())?;
    Some((sense, text.len() - word.len()))
}

/// Whether a verb right before a figure makes it a goal in any section.
pub(crate) fn is_strong(sense: Sense, word_is_short: bool) -> bool {
    match sense {
        Sense::Reach | Sense::Stay | Sense::Hold | Sense::Fall => true,
        Sense::More | Sense::Less => !word_is_short,
        Sense::Up | Sense::Down | Sense::Be => false,
    }
}

/// The kind of a goal, from its verb, bound, unit, and the words before the verb.
pub(crate) fn kind(sense: Sense, figure: &Figure, name: &str) -> Kind {
    let unit = figure.unit.as_deref().unwrap_or_default();
    match sense {
        Sense::Up | Sense::Down => change(sense, figure, name),
        _ if figure.bound == Some(Bound::About) => Kind::About,
        Sense::Hold if has_any(name, &["失业率", "涨幅", "赤字率", "价格"]) => {
            Kind::KeepBelow
        }
        Sense::Hold | Sense::Less => Kind::AtMost,
        Sense::More => Kind::AtLeast,
        _ if figure.bound == Some(Bound::AtLeast) => Kind::AtLeast,
        _ if figure.bound == Some(Bound::AtMost) => Kind::AtMost,
        Sense::Fall => Kind::DecreaseTo,
        Sense::Stay if !(unit == "%" && figure.value == "100") => Kind::About,
        _ if unit == "%" && figure.value == "100" => Kind::FullCoverage,
        _ => Kind::IncreaseTo,
    }
}

fn change(sense: Sense, figure: &Figure, name: &str) -> Kind {
    let unit = figure.unit.as_deref().unwrap_or_default();
    let share = matches!(unit, "%" | "‰" | "倍");
    let yearly = has_any(name, &["年均", "年平均", "每年"]);
    if share && yearly {
        return Kind::AnnualGrowth;
    }
    if unit == "百分点" || (!share && sense == Sense::Down) || (!share && is_compared(name)) {
        return Kind::ChangeBy;
    }
    // One rises by a year of age; one adds so many beds.
    if !share && rises(name, unit) {
        return Kind::ChangeBy;
    }
    if !share {
        return bounded(figure, Kind::Cumulative);
    }
    if sense == Sense::Down || is_compared(name) || name.contains("累计") {
        return Kind::PeriodChange;
    }
    bounded(figure, Kind::PeriodChange)
}

/// Whether words before a figure, or its unit, say that a level rises by it.
fn rises(words: &str, unit: &str) -> bool {
    ends(words, &["提高", "提升", "上升", "延长"]).is_some()
        || matches!(
            unit,
            "岁" | "周岁" | "年" | "天" | "小时" | "分钟" | "分" | "位"
        )
}

fn is_compared(name: &str) -> bool {
    name.contains('比') && name.contains('年') || name.contains("较")
}

fn bounded(figure: &Figure, otherwise: Kind) -> Kind {
    match figure.bound {
        Some(Bound::About) => Kind::About,
        Some(Bound::AtLeast) => Kind::AtLeast,
        Some(Bound::AtMost) => Kind::AtMost,
        None => otherwise,
    }
}

/// Verbs of building and founding, whose number is a goal.
const BUILD: &[&str] = &[
    "建设",
    "新建",
    "创建",
    "打造",
    "培育",
    "组建",
    "建立",
    "新增",
    "改造",
    "引进",
    "培养",
    "培训",
    "认定",
    "支持",
    "实施",
    "推出",
    "遴选",
    "布局",
    "改建",
    "扩建",
    "改扩建",
    "新改扩建",
    "新建改建",
    "建好",
    "设立",
    "新设",
    "开展",
    "开发",
    "推广",
    "选派",
    "招引",
    "扶持",
    "发展",
    "完成",
    "建成",
    "形成",
    "实施好",
    "新认定",
    "建",
    "新建成",
    "落实",
    "招聘",
    "选树",
    "命名",
    "推动",
    "推进",
    "争取",
    "争创",
    "力争",
    "确保",
    "达到",
    "新增建设",
    "筹建",
    "孵化",
    "举办",
    "引育",
    "聚集",
    "集聚",
    "修建",
    "配备",
    "安排",
    "制定",
    "制修订",
    "攻克",
    "更新",
    "整治",
    "投放",
    "加装",
    "创成",
    "拓展",
    "增设",
];

/// Whether what is counted behind a text is made, not done or had.
pub(crate) fn founds(text: &str) -> bool {
    let made = [
        "建设", "建成", "新建", "打造", "培育", "创建", "新增", "引进", "引育", "改造", "布局",
    ];
    has_any(text, &made)
}

/// Whether a text begins with a verb of building.
pub(crate) fn begins_to_build(text: &str) -> bool {
    starts(text, BUILD).is_some()
}

/// Verbs of building that as often describe the past.
const DONE: &[&str] = &[
    "建成", "形成", "完成", "推出", "认定", "新增", "培训", "开展", "支持", "建立", "实施",
];

/// Whether a text ends with a verb of building, and if so, whether that may describe the past.
pub(crate) fn builds(text: &str) -> Option<bool> {
    let text = text.trim_end_matches(is_blank);
    let bare = [
        "约",
        "近",
        "好",
        "不少于",
        "不低于",
        "至少",
        "超过",
        "总共",
        "共",
    ]
    .iter()
    .find_map(|w| text.strip_suffix(w))
    .unwrap_or(text);
    ends(bare, BUILD).map(|_| ends(bare, DONE).is_some())
}
