//! What stands in a paragraph beside its text: drawings, text boxes, signs of symbol fonts, and the words of all of it.

use crate::readers::{
    clean,
    xml::{Element, Node},
};

/// What a choice between a newer and an older form shows: the newer one.
pub(super) fn chosen(choices: &Element) -> &Element {
    let choice = choices
        .child("mc:Choice")
        .filter(|choice| choice.elements().next().is_some());
    choice
        .or_else(|| choices.child("mc:Fallback"))
        .unwrap_or(choices)
}

/// A sign of a symbol font, as the character of its code.
pub(super) fn symbol(element: &Element) -> String {
    let code = element
        .attribute("char")
        .and_then(|code| u32::from_str_radix(code, 16).ok());
    code.and_then(char::from_u32)
        .unwrap_or('\u{fffd}')
        .to_string()
}

/// The outermost text boxes in a drawing; of two forms of one box the newer.
pub(super) fn find_boxes<'a>(element: &'a Element, boxes: &mut Vec<&'a Element>) {
    for child in element.elements() {
        match child.name.as_str() {
            "txbxContent" => boxes.push(child),
            "mc:AlternateContent" => find_boxes(chosen(child), boxes),
            _ => find_boxes(child, boxes),
        }
    }
}

/// A drawing with a picture, a chart or a diagram in it; lines and frames are none.
pub(super) fn is_picture(drawing: &Element) -> bool {
    ["x:pic", "v:imagedata", "x:chart", "x:relIds"]
        .into_iter()
        .any(|name| drawing.find(name).is_some())
}

/// What is said in place of a picture, if there is Chinese in it: names that programs make up have none or say 图片.
pub(super) fn caption(drawing: &Element) -> Option<String> {
    let about = drawing.find("wp:docPr")?;
    let words = [about.attribute("descr"), about.attribute("title")]
        .into_iter()
        .flatten()
        .map(clean::squeeze);
    words
        .into_iter()
        .find(|words| clean::han(words) > 0 && !words.starts_with("图片"))
}

/// All words in an element, deleted ones too; a paragraph ends with a blank.
pub(super) fn words(element: &Element) -> String {
    let mut words = String::new();
    collect_words(element, &mut words);
    words
}

fn collect_words(element: &Element, words: &mut String) {
    for child in &element.children {
        let Node::Element(child) = child else {
            continue;
        };
        match child.name.as_str() {
            "t" | "delText" | "m:t" => words.push_str(&child.text()),
            "tab" | "br" => words.push(' '),
            _ => collect_words(child, words),
        }
        if child.name == "p" {
            words.push(' ');
        }
    }
}
