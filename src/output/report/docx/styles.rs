//! How the report looks in Word: its styles, settings, page and footer.

use super::package::FOOTER;
use super::paragraph::{Align, Paragraph, run};
use crate::output::office::Element;

/// Font sizes in half points: 10.5 pt (五号) for text, 9 pt (小五) for tables.
const TEXT: u32 = 21;
pub(super) const SMALL: u32 = 18;

/// The namespace of Word's elements.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The styles of the report.
pub(super) fn styles() -> Element {
    let defaults = Element::new("w:rPr")
        .holding(fonts("宋体"))
        .holding_all(size(TEXT))
        // Without it a missing font is not replaced by a Chinese one.
        .holding(Element::value("w:lang", "en-US").with("w:eastAsia", "zh-CN"));
    let defaults = Element::new("w:docDefaults")
        .holding(Element::new("w:rPrDefault").holding(defaults))
        .holding(Element::new("w:pPrDefault"));
    let normal = Element::new("w:style")
        .with("w:type", "paragraph")
        .with("w:default", &1)
        .with("w:styleId", "Normal")
        .holding(Element::value("w:name", "Normal"))
        .holding(Element::new("w:qFormat"));
    Element::new("w:styles").with("xmlns:w", WORD).holding_all([
        defaults,
        normal,
        title("Title", "Title", 36, "宋体", None),
        title("Heading1", "heading 1", 28, "黑体", Some(0)),
        title("Heading2", "heading 2", 24, "黑体", Some(1)),
    ])
}

/// The style of a title; `level` is its level in the outline from 0, if it stands there.
fn title(
    id: &'static str,
    name: &'static str,
    half_points: u32,
    font: &'static str,
    level: Option<u32>,
) -> Element {
    let spacing = Element::new("w:spacing")
        .with("w:before", &200)
        .with("w:after", &100);
    let level = level.map(|level| Element::value("w:outlineLvl", &level));
    Element::new("w:style")
        .with("w:type", "paragraph")
        .with("w:styleId", id)
        .holding(Element::value("w:name", name))
        .holding(Element::value("w:basedOn", "Normal"))
        .holding(Element::value("w:next", "Normal"))
        .holding(Element::new("w:qFormat"))
        .holding(Element::new("w:pPr").holding(spacing).holding_all(level))
        .holding(
            Element::new("w:rPr")
                .holding(fonts(font))
                .holding_all(bold())
                .holding_all(size(half_points)),
        )
}

fn fonts(chinese: &'static str) -> Element {
    Element::new("w:rFonts")
        .with("w:ascii", "Times New Roman")
        .with("w:hAnsi", "Times New Roman")
        .with("w:eastAsia", chinese)
}

/// Bold, in all scripts.
pub(super) fn bold() -> [Element; 2] {
    ["w:b", "w:bCs"].map(Element::new)
}

/// A size in half points, in all scripts.
pub(super) fn size(half_points: u32) -> [Element; 2] {
    ["w:sz", "w:szCs"].map(|name| Element::value(name, &half_points))
}

/// The look of small text.
pub(super) fn small() -> Element {
    Element::new("w:rPr").holding_all(size(SMALL))
}

/// The look of what is still to be written: on light yellow.
pub(super) fn marked() -> Element {
    let shade = Element::value("w:shd", "clear")
        .with("w:color", "auto")
        .with("w:fill", "FFF2CC");
    Element::new("w:rPr").holding(shade)
}

/// How Word is to show the document.
pub(super) fn settings() -> Element {
    let mode = Element::new("w:compatSetting")
        .with("w:name", "compatibilityMode")
        .with("w:uri", "http://schemas.microsoft.com/office/word")
        .with("w:val", &15);
    let compat = [
        "w:spaceForUL",
        "w:balanceSingleByteDoubleByteWidth",
        "w:doNotLeaveBackslashAlone",
        "w:ulTrailSpace",
        "w:doNotExpandShiftReturn",
        "w:useFELayout",
    ];
    let compat = Element::new("w:compat")
        .holding_all(compat.map(Element::new))
        .holding(mode);
    Element::new("w:settings")
        .with("xmlns:w", WORD)
        .holding(Element::new("w:zoom").with("w:percent", &100))
        .holding(Element::value("w:defaultTabStop", &840))
        .holding(compat)
}

/// What stands below each page: its number.
pub(super) fn footer() -> Element {
    let number = Element::new("w:fldSimple")
        .with("w:instr", "PAGE")
        .holding(run("1", Element::new("w:rPr")));
    let plain = |text| run(text, Element::new("w:rPr"));
    let paragraph = Paragraph {
        align: Some(Align::Center),
        ..Paragraph::default()
    };
    Element::new("w:ftr")
        .with("xmlns:w", WORD)
        .holding(paragraph.of([plain("— "), number, plain(" —")]))
}

/// The page: A4 landscape. It closes the text.
pub(super) fn page() -> Element {
    let footer = Element::new("w:footerReference")
        .with("w:type", "default")
        .with("r:id", FOOTER);
    let size = Element::new("w:pgSz")
        .with("w:w", &16_838)
        .with("w:h", &11_906)
        .with("w:orient", "landscape");
    let margins = ["w:top", "w:right", "w:bottom", "w:left"];
    let margins = margins.into_iter().map(|side| (side, 1134));
    let margins = margins.chain([("w:header", 851), ("w:footer", 567), ("w:gutter", 0)]);
    let margins = margins.fold(Element::new("w:pgMar"), |margins, (name, twentieths)| {
        margins.with(name, &twentieths)
    });
    let columns = Element::new("w:cols").with("w:space", &425);
    Element::new("w:sectPr").holding_all([footer, size, margins, columns])
}
