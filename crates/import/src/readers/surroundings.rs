//! Removes what people copy along with a document from a site: buttons, and a line with date, source and views. Only
//! the first and last lines are examined.

use super::{clean, particulars};
use crate::source::{Block, Line, Omitted, Reason, Source};

/// Number of lines examined at either end.
const LINES: usize = 15;
/// Texts of buttons; longer ones come before their prefixes.
const BUTTONS: [&str; 36] = [
    "下载文字版",
    "下载图片版",
    "下载",
    "打印本页",
    "打印",
    "全屏",
    "收藏",
    "关闭窗口",
    "关闭本页",
    "关闭",
    "分享到",
    "分享",
    "字体大小",
    "文字大小",
    "字体",
    "字号",
    "加大",
    "还原",
    "减小",
    "默认",
    "超大",
    "大",
    "中",
    "小",
    "返回顶部",
    "返回首页",
    "返回列表",
    "返回",
    "朗读",
    "语音播报",
    "扫一扫在手机打开当前页",
    "扫一扫",
    "无障碍阅读",
    "繁体版",
    "微信",
    "微博",
];
/// Beginnings or parts of lines that link elsewhere or name the site's operator.
const FOOT: [&str; 12] = [
    "上一篇：",
    "下一篇：",
    "上一篇:",
    "下一篇:",
    "版权所有",
    "网站标识码",
    "ICP备",
    "公网安备",
    "主办单位：",
    "技术支持：",
    "网站地图",
    "您当前所在的位置",
];
/// Labels of view counts.
const VIEWS: [&str; 7] = [
    "浏览量",
    "浏览次数",
    "访问量",
    "访问次数",
    "点击数",
    "点击量",
    "阅读次数",
];

/// Omits the surroundings of a document after reading their particulars.
pub(super) fn leave_out(source: &mut Source) {
    let lines = source
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Line(_)))
        .count();
    let mut rank = 0;
    let mut kept = Vec::with_capacity(source.blocks.len());
    for block in std::mem::take(&mut source.blocks) {
        let Block::Line(line) = block else {
            kept.push(block);
            continue;
        };
        let near_end = rank < LINES || rank + LINES >= lines;
        rank += 1;
        match reason(&line).filter(|_| near_end) {
            Some(reason) => omit(source, &line, reason),
            None => kept.push(Block::Line(line)),
        }
    }
    source.blocks = kept;
}

fn omit(source: &mut Source, line: &Line, reason: Reason) {
    for (name, value) in particulars::pairs(&line.text) {
        particulars::note(source, &name, &value);
    }
    source.omitted.push(Omitted {
        place: line.place,
        text: line.text.trim().to_owned(),
        reason,
    });
}

/// Why a line is not part of a document; `None` if it may be.
fn reason(line: &Line) -> Option<Reason> {
    let text = &line.text;
    if text.chars().count() > 120 || text.contains('。') || line.look.heading.is_some() {
        return None;
    }
    if is_buttons(text) || is_views(text) || FOOT.iter().any(|words| text.contains(words)) {
        return Some(Reason::Chrome);
    }
    (particulars::pairs(text).len() >= 2).then_some(Reason::Particulars)
}

/// Whether a line consists of buttons: `【字号：大 中 小】 打印`.
fn is_buttons(text: &str) -> bool {
    let mut words = text.to_owned();
    for button in BUTTONS {
        words = words.replace(button, "");
    }
    let signs = |sign: char| sign.is_whitespace() || "【】[]（）()：:|｜/+-Aa".contains(sign);
    words.chars().all(signs) && clean::han(text) > 0 || clean::solid(text) == "】"
}

/// Whether a line is a view count.
fn is_views(text: &str) -> bool {
    let name = text
        .split_once([':', '：'])
        .map(|(name, _)| clean::solid(name))
        .unwrap_or_default();
    VIEWS.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason_of(text: &str) -> Option<Reason> {
        reason(&Line {
            text: text.to_owned(),
            ..Line::default()
        })
    }

    #[test]
    fn buttons_views_and_lines_about_the_page_are_known() {
        for text in [
            "打印",
            "【字号：",
            "减小",
            "】",
            "【字体：大 中 小】 打印 关闭",
            "访问量：687",
        ] {
            assert_eq!(reason_of(text), Some(Reason::Chrome), "{text}");
        }
        assert_eq!(
            reason_of("日期： 2020-06-18 浏览量：12 来源：县卫健局"),
            Some(Reason::Particulars)
        );
    }

    #[test]
    fn lines_of_a_document_stay() {
        for text in [
            "中小学",
            "大力发展托育",
            "一、打印服务",
            "目标：建成十所",
            "（一）",
            "-",
            "2021年3月1日",
            "附件：",
        ] {
            assert_eq!(reason_of(text), None, "{text}");
        }
    }
}
