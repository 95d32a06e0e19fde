//! Search: what is wrong with a query, how a hit is shown, and how queries are written.

use super::Part;

pub(super) const SEARCH: Part = &[
    (
        "没有“{typed}”这个领域；可用：{known}",
        "there is no domain “{typed}”; one of: {known}",
    ),
    (
        "没有“{typed}”这个类型；可用：{known}",
        "there is no kind “{typed}”; one of: {known}",
    ),
    (
        "“{query}”只有条件，没有要找的词",
        "“{query}” has filters only, and no words to find",
    ),
    (
        "{n} 处；只取前 {most} 个词",
        "{n} places; only the first {most} words count",
    ),
    (
        "词太多，只取前 {most} 个",
        "too many words: only the first {most} count",
    ),
    (
        "可用拼音；@领域 :类型 -不含",
        "pinyin too; @domain :kind -not",
    ),
    (
        "可用拼音；@领域 :类型 -不含；Tab 换类型，Esc 放弃",
        "pinyin too; @domain :kind -not; Tab kind, Esc leave",
    ),
    ("查找写法", "How to ask"),
    ("两个词都有，不论先后", "both words, in any order"),
    (
        "拼音首字母、全拼、未打完",
        "pinyin: initials, in full, begun",
    ),
    ("一字不差", "these very characters"),
    ("不含这个词", "without this word"),
    ("只在这个领域", "in this domain only"),
    ("只找这一类", "of this kind only"),
    ("要写整数，如 3", "a whole number is wanted, such as 3"),
    ("至少是 1", "at least 1"),
    (
        "打开文件用 guihua --plan {word}",
        "to open a file: guihua --plan {word}",
    ),
    (
        "查找用 guihua open {word} 或 guihua search {word}",
        "to find words: guihua open {word} or guihua search {word}",
    ),
    // How a word matched. Of one that stands there as it is typed nothing is said.
    ("补字", "supplied characters"),
    ("繁体", "traditional"),
    ("异写", "other form"),
    ("忽略标点", "over punctuation"),
    ("拼音", "pinyin"),
    ("间隔", "apart"),
    ("近似", "similar"),
];
