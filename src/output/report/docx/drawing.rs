//! The place of a chart in the text.

use super::super::chart::Chart;
use super::chart::{CHART, DRAWING};
use super::package::chart_name;
use crate::output::office::Element;

const PLACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

/// Width and height, in English metric units (360,000 to the centimetre): 12.2 × 5.6 cm, so that two stand side by side.
const EXTENT: [u32; 2] = [4_392_000, 2_016_000];

/// A run with the chart of this number. Its figures in words stand for it where it is not seen.
pub(super) fn inline(of: &Chart, number: usize) -> Element {
    let name = chart_name(number);
    let [width, height] = EXTENT;
    let extent = Element::new("wp:extent")
        .with("cx", &width)
        .with("cy", &height);
    let properties = Element::new("wp:docPr")
        .with("id", &number)
        .with("name", &name)
        .with("descr", &of.in_words());
    let chart = Element::new("c:chart")
        .with("xmlns:c", CHART)
        .with("r:id", &name);
    let data = Element::new("a:graphicData")
        .with("uri", CHART)
        .holding(chart);
    let graphic = Element::new("a:graphic")
        .with("xmlns:a", DRAWING)
        .holding(data);
    let none = ["distT", "distB", "distL", "distR"];
    let inline = Element::new("wp:inline").with("xmlns:wp", PLACE);
    let inline = none.into_iter().fold(inline, |it, side| it.with(side, &0));
    let inline = inline
        .holding(extent)
        .holding(properties)
        .holding(Element::new("wp:cNvGraphicFramePr"))
        .holding(graphic);
    Element::new("w:r")
        .holding(Element::new("w:rPr"))
        .holding(Element::new("w:drawing").holding(inline))
}
