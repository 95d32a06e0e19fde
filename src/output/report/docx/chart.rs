//! The chart of a target as Word draws it (DrawingML): points over years, with the figures as they are printed in the text, and
//! the same figures in a workbook behind it. Each element has its children in the order of the standard.

use std::io;

use super::super::chart::Chart;
use super::package::FIGURES;
use super::scale::Axis;
use super::series::{self, Label, Look, Series, Spot};
use crate::output::office::Element;
use crate::output::office::workbook::{self, SHEET, cell_name, letters};
use crate::words::tr;

/// The namespace of charts.
pub(super) const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
/// The namespace of drawings.
pub(super) const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The numbers by which series name their axes: years, figures.
const AXES: [u32; 2] = [1, 2];
/// Text of 9 points, in hundredths.
const SMALL: u32 = 900;

/// The name of the sheet with the figures.
const SHEET_NAME: &str = "Sheet1";

/// The axes of a chart: years, figures.
fn axes(of: &Chart) -> [Axis; 2] {
    let points = || of.seen.iter().chain(&of.start).chain(&of.goal);
    let low = |it: f64, other: f64| it.min(other);
    let years = points().map(|point| point.at);
    let figures = points().map(|point| point.height);
    [
        Axis::of_years(
            years.clone().fold(f64::INFINITY, low),
            years.fold(f64::NEG_INFINITY, f64::max),
        ),
        Axis::of_figures(
            figures.clone().fold(f64::INFINITY, low),
            figures.fold(f64::NEG_INFINITY, f64::max),
        ),
    ]
}

/// The chart.
pub(super) fn chart(of: &Chart) -> Element {
    let [years, figures] = axes(of);
    let all = series::all(of, years);
    let numbered = all.iter().enumerate();
    let drawn = numbered.clone().map(|(n, it)| drawn(n, it));
    let points = Element::new("c:scatterChart")
        .holding(val("c:scatterStyle", &"lineMarker"))
        .holding(val("c:varyColors", &0))
        .holding_all(drawn)
        .holding_all(AXES.map(|id| val("c:axId", &id)));
    let plot = Element::new("c:plotArea")
        .holding(Element::new("c:layout"))
        .holding(points)
        .holding(axis(Side::Years, years))
        .holding(axis(Side::Figures, figures));
    let unnamed = numbered.filter(|(_, it)| it.name.is_none()).map(|(n, _)| n);
    let chart = Element::new("c:chart")
        .holding(title(&of.title))
        .holding(val("c:autoTitleDeleted", &0))
        .holding(plot)
        .holding(legend(unnamed))
        .holding(val("c:plotVisOnly", &1))
        .holding(val("c:dispBlanksAs", &"gap"));
    Element::new("c:chartSpace")
        .with("xmlns:c", CHART)
        .with("xmlns:a", DRAWING)
        .with("xmlns:r", RELATIONSHIPS)
        .holding(val("c:roundedCorners", &0))
        .holding(chart)
        .holding(shape([Element::new("a:noFill"), line(None)]))
        .holding(text_of(&[]))
        .holding(
            Element::new("c:externalData")
                .with("r:id", FIGURES)
                .holding(val("c:autoUpdate", &0)),
        )
}

/// The figures of a chart as a workbook: two columns for each series, years and figures.
pub(super) fn figures(of: &Chart) -> io::Result<Vec<u8>> {
    let all = series::all(of, axes(of)[0]);
    let longest = all.iter().map(|it| it.points.len()).max().unwrap_or(0);
    let heads = all.iter().enumerate().flat_map(|(n, it)| {
        let [year, figure] = columns(n).map(|column| cell_name(column, 1));
        let head = it.name.unwrap_or_default();
        [
            workbook::text(&year, tr("年份")),
            workbook::text(&figure, head),
        ]
    });
    let heads = Element::new("row").with("r", &1).holding_all(heads);
    let rows = (0..longest).map(|index| {
        let row = index + 2;
        let points = all.iter().enumerate();
        let points = points.filter_map(|(n, it)| Some((n, it.points.get(index)?)));
        let cells = points.flat_map(|(n, spot)| {
            let [year, figure] = columns(n).map(|column| cell_name(column, row));
            [
                workbook::number(&year, &of_year(spot)),
                workbook::number(&figure, spot.figure),
            ]
        });
        Element::new("row").with("r", &row).holding_all(cells)
    });
    let data = Element::new("sheetData").holding(heads).holding_all(rows);
    let sheet = Element::new("worksheet").with("xmlns", SHEET).holding(data);
    workbook::workbook(vec![(SHEET_NAME.to_owned(), sheet)], None)
}

/// The columns of a series in the workbook, from 0.
fn columns(n: usize) -> [usize; 2] {
    [2 * n, 2 * n + 1]
}

/// An element whose meaning is its value.
fn val(name: &'static str, value: &dyn ToString) -> Element {
    Element::new(name).with("val", &value.to_string())
}

/// A year with at most four decimals.
fn of_year(spot: &Spot<'_>) -> String {
    let digits = format!("{:.4}", spot.at);
    let digits = digits.trim_end_matches('0');
    digits.trim_end_matches('.').to_owned()
}

fn drawn(n: usize, it: &Series<'_>) -> Element {
    let [years, figures] = columns(n);
    let named = it.name.map(|name| {
        let cell = format!("{SHEET_NAME}!${}$1", letters(figures));
        let point = Element::new("c:pt")
            .with("idx", &0)
            .holding(Element::new("c:v").saying(name));
        let cache = Element::new("c:strCache")
            .holding(val("c:ptCount", &1))
            .holding(point);
        let reference = Element::new("c:strRef")
            .holding(Element::new("c:f").saying(&cell))
            .holding(cache);
        Element::new("c:tx").holding(reference)
    });
    let at: Vec<String> = it.points.iter().map(of_year).collect();
    let values: Vec<String> = it.points.iter().map(|it| it.figure.to_owned()).collect();
    Element::new("c:ser")
        .holding(val("c:idx", &n))
        .holding(val("c:order", &n))
        .holding_all(named)
        .holding(shape([line(stroke(it.look))]))
        .holding(marker(it.look))
        .holding(labels(it))
        .holding(Element::new("c:xVal").holding(numbers(years, &at)))
        .holding(Element::new("c:yVal").holding(numbers(figures, &values)))
        .holding(val("c:smooth", &0))
}

/// Numbers of a column of the workbook, with their printed digits.
fn numbers(column: usize, values: &[String]) -> Element {
    let letters = letters(column);
    let cells = format!("{SHEET_NAME}!${letters}$2:${letters}${}", values.len() + 1);
    let points = values.iter().enumerate().map(|(n, digits)| {
        Element::new("c:pt")
            .with("idx", &n)
            .with("formatCode", &code(digits))
            .holding(Element::new("c:v").saying(digits))
    });
    let cache = Element::new("c:numCache")
        .holding(Element::new("c:formatCode").saying("General"))
        .holding(val("c:ptCount", &values.len()))
        .holding_all(points);
    Element::new("c:numRef")
        .holding(Element::new("c:f").saying(&cells))
        .holding(cache)
}

/// The format that prints as many decimals as stand in a figure: `0.00`.
fn code(digits: &str) -> String {
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    with_decimals(decimals)
}

fn with_decimals(decimals: usize) -> String {
    if decimals == 0 {
        return "0".to_owned();
    }
    format!("0.{}", "0".repeat(decimals))
}

/// The colour and the width of a line, and how it is broken; `None` where only points are drawn.
fn stroke(look: Look) -> Option<(&'static str, u32, &'static str)> {
    match look {
        Look::Way => Some(("8A8A8A", 12_700, "dash")),
        Look::Seen => Some(("1F6FEB", 22_225, "solid")),
        Look::Gap => Some(("1F6FEB", 15_875, "sysDot")),
        Look::Start | Look::Goal => None,
    }
}

fn line(stroke: Option<(&str, u32, &str)>) -> Element {
    let Some((colour, width, dash)) = stroke else {
        return Element::new("a:ln").holding(Element::new("a:noFill"));
    };
    Element::new("a:ln")
        .with("w", &width)
        .holding(fill(colour))
        .holding(val("a:prstDash", &dash))
}

fn fill(colour: &str) -> Element {
    Element::new("a:solidFill").holding(val("a:srgbClr", &colour))
}

fn shape<const N: usize>(of: [Element; N]) -> Element {
    Element::new("c:spPr").holding_all(of)
}

/// The sign of a point.
fn marker(look: Look) -> Element {
    let (sign, size, inside, around) = match look {
        Look::Way | Look::Gap => {
            return Element::new("c:marker").holding(val("c:symbol", &"none"));
        }
        Look::Seen => ("circle", 6, "1F6FEB", "1F6FEB"),
        Look::Start => ("square", 7, "555555", "555555"),
        Look::Goal => ("diamond", 9, "555555", "555555"),
    };
    Element::new("c:marker")
        .holding(val("c:symbol", &sign))
        .holding(val("c:size", &size))
        .holding(shape([fill(inside), line(Some((around, 12_700, "solid")))]))
}

/// The figures at the points; those of the start and the goal are bold.
fn labels(it: &Series<'_>) -> Element {
    let bold = u32::from(matches!(it.look, Look::Start | Look::Goal));
    let label = |(n, spot): (usize, &Spot<'_>)| {
        let place = match spot.label? {
            Label::Above => "t",
            Label::Below => "b",
        };
        let label = Element::new("c:dLbl")
            .holding(val("c:idx", &n))
            .holding(format_of(&code(spot.figure)))
            .holding(shape([Element::new("a:noFill"), line(None)]))
            .holding(text_of(&[("b", bold)]))
            .holding(val("c:dLblPos", &place));
        Some(label.holding_all(printed(true)))
    };
    let labels = it.points.iter().enumerate().filter_map(label);
    let labels = Element::new("c:dLbls").holding_all(labels);
    labels.holding_all(printed(false))
}

/// What is printed at a point: its figure, or nothing.
fn printed(figure: bool) -> [Element; 6] {
    [
        ("c:showLegendKey", false),
        ("c:showVal", figure),
        ("c:showCatName", false),
        ("c:showSerName", false),
        ("c:showPercent", false),
        ("c:showBubbleSize", false),
    ]
    .map(|(name, shown)| val(name, &u8::from(shown)))
}

fn format_of(code: &str) -> Element {
    Element::new("c:numFmt")
        .with("formatCode", code)
        .with("sourceLinked", &0)
}

/// How text looks: its size, and what else is asked.
fn text_of(more: &[(&'static str, u32)]) -> Element {
    let look = Element::new("a:defRPr").with("sz", &SMALL);
    let look = more
        .iter()
        .fold(look, |look, (name, value)| look.with(name, value));
    let paragraph = Element::new("a:p")
        .holding(Element::new("a:pPr").holding(look))
        .holding(Element::new("a:endParaRPr").with("lang", "zh-CN"));
    Element::new("c:txPr")
        .holding(Element::new("a:bodyPr"))
        .holding(paragraph)
}

fn title(text: &str) -> Element {
    let look = Element::new("a:rPr")
        .with("lang", "zh-CN")
        .with("sz", &1050)
        .with("b", &1);
    let run = Element::new("a:r")
        .holding(look)
        .holding(Element::new("a:t").saying(text));
    let rich = Element::new("c:rich")
        .holding(Element::new("a:bodyPr"))
        .holding(Element::new("a:p").holding(run));
    Element::new("c:title")
        .holding(Element::new("c:tx").holding(rich))
        .holding(val("c:overlay", &0))
}

/// The legend below the chart, without the series that have no name of their own.
fn legend(unnamed: impl Iterator<Item = usize>) -> Element {
    let left_out = unnamed.map(|n| {
        Element::new("c:legendEntry")
            .holding(val("c:idx", &n))
            .holding(val("c:delete", &1))
    });
    Element::new("c:legend")
        .holding(val("c:legendPos", &"b"))
        .holding_all(left_out)
        .holding(val("c:overlay", &0))
}

/// Which axis it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Years,
    Figures,
}

/// The format of the marks of an axis; the years that only give room are not printed.
fn marks(side: Side, axis: Axis) -> String {
    match side {
        Side::Years => format!(
            "[<{first}]\"\";[>{last}]\"\";0",
            first = axis.from + axis.step,
            last = axis.to - axis.step
        ),
        Side::Figures => with_decimals(axis.decimals()),
    }
}

fn axis(side: Side, axis: Axis) -> Element {
    let [years, figures] = AXES;
    let (id, other, place) = match side {
        Side::Years => (years, figures, "b"),
        Side::Figures => (figures, years, "l"),
    };
    let scaling = Element::new("c:scaling")
        .holding(val("c:orientation", &"minMax"))
        .holding(val("c:max", &axis.to))
        .holding(val("c:min", &axis.from));
    let grid = (side == Side::Figures).then(|| {
        let light = shape([line(Some(("E3E3E3", 6_350, "solid")))]);
        Element::new("c:majorGridlines").holding(light)
    });
    Element::new("c:valAx")
        .holding(val("c:axId", &id))
        .holding(scaling)
        .holding(val("c:delete", &0))
        .holding(val("c:axPos", &place))
        .holding_all(grid)
        .holding(format_of(&marks(side, axis)))
        .holding(val("c:majorTickMark", &"out"))
        .holding(val("c:minorTickMark", &"none"))
        .holding(val("c:tickLblPos", &"low"))
        .holding(shape([line(Some(("8A8A8A", 9_525, "solid")))]))
        .holding(text_of(&[]))
        .holding(val("c:crossAx", &other))
        .holding(val("c:crosses", &"min"))
        .holding(val("c:crossBetween", &"midCat"))
        .holding(val("c:majorUnit", &axis.step))
}
