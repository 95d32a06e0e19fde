//! Drawings, text boxes and symbol characters, and the plain text of elements.

use crate::readers::{
    clean,
    xml::{Element, Node},
};

/// The newer alternative of `mc:AlternateContent`.
pub(super) fn chosen(choices: &Element) -> &Element {
    let choice = choices
        .child("mc:Choice")
        .filter(|choice| choice.elements().next().is_some());
    choice
        .or_else(|| choices.child("mc:Fallback"))
        .unwrap_or(choices)
}

/// The character of a `sym` element.
pub(super) fn symbol(element: &Element) -> String {
    let code = element
        .attribute("char")
        .and_then(|code| u32::from_str_radix(code, 16).ok());
    code.and_then(char::from_u32)
        .unwrap_or('\u{fffd}')
        .to_string()
}

/// Collects the outermost text boxes in a drawing; of two alternatives the newer.
pub(super) fn find_boxes<'a>(element: &'a Element, boxes: &mut Vec<&'a Element>) {
    for child in element.elements() {
        match child.name.as_str() {
            "txbxContent" => boxes.push(child),
            "mc:AlternateContent" => find_boxes(chosen(child), boxes),
            _ => find_boxes(child, boxes),
        }
    }
}

/// Whether a drawing has a picture, chart or diagram; lines and frames don't count.
pub(super) fn is_picture(drawing: &Element) -> bool {
    ["x:pic", "v:imagedata", "x:chart", "x:relIds"]
        .into_iter()
        .any(|name| drawing.find(name).is_some())
}

/// The alternative text of a picture, if it contains Chinese and is no generated name such as 图片1.
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

/// All text in an element, including deleted text; paragraphs are separated by blanks.
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
