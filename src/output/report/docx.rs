//! The report as a Word document.

use std::io::{self, Cursor};

use docx_rs::{
    AlignmentType, Docx, Footer, LineSpacing, PageMargin, PageNum, PageOrientationType, Paragraph,
    Run, RunFonts, Shading, ShdType, SpecialIndentType, Style, StyleType, TableCell,
    TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::Report;
use super::block::{Block, Cells, Item, Table};
use crate::words::{Language, language};

/// Font sizes in half points: 10.5 pt (五号) for text, 9 pt (小五) for tables.
const TEXT: usize = 21;
const SMALL: usize = 18;
/// The width of a landscape A4 page without margins, in twentieths of a point.
const WIDTH: usize = 14_500;
/// The report as Office Open XML, A4 landscape.
pub fn docx(report: &Report) -> io::Result<Vec<u8>> {
    let mut docx = styled()
        .add_paragraph(heading("Title", &report.title).align(AlignmentType::Center))
        .add_paragraph(plain(&report.until()).align(AlignmentType::Center))
        .add_paragraph(plain(&report.plan).align(AlignmentType::Center));
    for block in report.body() {
        docx = written(docx, block);
    }
    let mut bytes = Cursor::new(Vec::new());
    let mut parts = docx.build();
    parts.document = with_repeated_heads(parts.document)?;
    parts.styles = with_language(parts.styles)?;
    parts.doc_props.core = core(report);
    parts.pack(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.into_inner())
}

/// Adds a block.
fn written(docx: Docx, block: Block<'_>) -> Docx {
    match block {
        Block::Heading(2, text) => docx.add_paragraph(heading("Heading1", &text)),
        Block::Heading(_, text) => docx.add_paragraph(heading("Heading2", &text)),
        Block::Paragraph(words) => docx.add_paragraph(text(&words)),
        Block::Place(words) => docx.add_paragraph(text(words)),
        Block::Items(_, items) => items.iter().fold(docx, listed),
        Block::Table(of) => docx.add_table(table(&of)),
        Block::Chart(chart) => docx.add_paragraph(text(&chart.in_words())),
    }
}

/// Adds an item of a list, and what is listed under it, further in.
fn listed(docx: Docx, item: &Item) -> Docx {
    let docx = docx.add_paragraph(text(&item.text));
    let inner = |text: &String| plain(text).indent(Some(840), None, None, None);
    item.under
        .iter()
        .fold(docx, |docx, text| docx.add_paragraph(inner(text)))
}

/// Marks the first row of each table as a repeated header, for which `docx-rs` has no setting.
fn with_repeated_heads(document: Vec<u8>) -> io::Result<Vec<u8>> {
    let document = String::from_utf8(document).map_err(io::Error::other)?;
    let mut tables = document.split("<w:tbl>");
    let mut out = tables.next().unwrap_or_default().to_owned();
    for table in tables {
        out.push_str("<w:tbl>");
        out.push_str(&table.replacen("<w:trPr>", "<w:trPr><w:tblHeader />", 1));
    }
    Ok(out.into_bytes())
}

/// Adds the language to the styles, so that a missing font is replaced by a Chinese one.
fn with_language(styles: Vec<u8>) -> io::Result<Vec<u8>> {
    let styles = String::from_utf8(styles).map_err(io::Error::other)?;
    let defaults = "</w:rPr></w:rPrDefault>";
    let language = format!("<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" />{defaults}");
    Ok(styles.replacen(defaults, &language, 1).into_bytes())
}

/// The properties of the file: title and language, no author.
fn core(report: &Report) -> Vec<u8> {
    let title = report.title.replace('&', "&amp;").replace('<', "&lt;");
    let language = match language() {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )
    .into_bytes()
}

/// An empty document with the report's styles.
fn styled() -> Docx {
    let fonts = |east_asia: &str| {
        RunFonts::new()
            .ascii("Times New Roman")
            .hi_ansi("Times New Roman")
            .east_asia(east_asia)
    };
    let style = |id: &str, name: &str, size: usize, font: &str, level: Option<usize>| {
        let style = Style::new(id, StyleType::Paragraph)
            .name(name)
            .size(size)
            .fonts(fonts(font))
            .bold()
            .line_spacing(LineSpacing::new().before(200).after(100));
        match level {
            Some(level) => style.outline_lvl(level),
            None => style,
        }
    };
    let number = Paragraph::new()
        .align(AlignmentType::Center)
        .add_run(Run::new().add_text("— "))
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" —"));
    Docx::new()
        .page_size(16_838, 11_906)
        .page_orient(PageOrientationType::Landscape)
        .page_margin(
            PageMargin::new()
                .top(1134)
                .bottom(1134)
                .left(1134)
                .right(1134)
                .footer(567),
        )
        .footer(Footer::new().add_paragraph(number))
        .default_fonts(fonts("宋体"))
        .default_size(TEXT)
        .add_style(style("Title", "Title", 36, "宋体", None))
        .add_style(style("Heading1", "heading 1", 28, "黑体", Some(0)))
        .add_style(style("Heading2", "heading 2", 24, "黑体", Some(1)))
}

fn heading(style: &str, text: &str) -> Paragraph {
    Paragraph::new()
        .style(style)
        .keep_next(true)
        .add_run(Run::new().add_text(text))
}

fn plain(text: &str) -> Paragraph {
    Paragraph::new()
        .line_spacing(LineSpacing::new().line(320))
        .add_run(Run::new().add_text(text))
}

/// A paragraph of text, its first line indented by two characters.
fn text(text: &str) -> Paragraph {
    plain(text).indent(None, Some(SpecialIndentType::FirstLine(420)), None, None)
}

fn table(of: &Table) -> docx_rs::Table {
    let Table {
        heads,
        shares,
        rows,
        ..
    } = of;
    let align = match of.cells {
        Cells::Counts => AlignmentType::Center,
        Cells::Words => AlignmentType::Left,
    };
    let head = heads.iter().zip(shares).map(|(head, share)| {
        let run = Run::new().add_text(head).size(SMALL).bold();
        let paragraph = Paragraph::new()
            .align(AlignmentType::Center)
            .keep_next(true)
            .add_run(run);
        cell(paragraph, *share).shading(Shading::new().shd_type(ShdType::Clear).fill("E7E6E6"))
    });
    let mut all = vec![TableRow::new(head.collect()).cant_split()];
    all.extend(rows.iter().map(|row| {
        let cells = row.iter().zip(shares).map(|(text, share)| {
            let run = Run::new().add_text(text).size(SMALL);
            cell(Paragraph::new().align(align).add_run(run), *share)
        });
        TableRow::new(cells.collect()).cant_split()
    }));
    let grid = shares.iter().map(|share| WIDTH * share / 100).collect();
    docx_rs::Table::new(all)
        .set_grid(grid)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(30, 60, 30, 60))
        .width(WIDTH, WidthType::Dxa)
}

fn cell(paragraph: Paragraph, share: usize) -> TableCell {
    TableCell::new()
        .add_paragraph(paragraph)
        .vertical_align(VAlignType::Center)
        .width(WIDTH * share / 100, WidthType::Dxa)
}
