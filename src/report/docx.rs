//! The report as a Word document.

use std::io::{self, Cursor};

use docx_rs::{
    AlignmentType, Docx, PageMargin, PageOrientationType, Paragraph, Run, RunFonts, Shading,
    ShdType, Style, StyleType, Table, TableCell, TableRow, WidthType,
};

use super::{HEADS, Report};

/// Half points: 10.5 pt (五号) for text, 9 pt (小五) for tables.
const TEXT: usize = 21;
const SMALL: usize = 18;
/// The width of an A4 page across, less its margins, in twentieths of a point.
const WIDTH: usize = 14_400;
/// How the width is shared by the columns of [`HEADS`], in percent.
const SHARES: [usize; 8] = [14, 9, 12, 12, 13, 14, 14, 12];

/// The report in the format of Word (Office Open XML), A4 across.
pub fn docx(report: &Report) -> io::Result<Vec<u8>> {
    let mut docx = styled()
        .add_paragraph(heading("Title", &report.title).align(AlignmentType::Center))
        .add_paragraph(text(&report.plan).align(AlignmentType::Center));
    for sentence in &report.summary {
        docx = docx.add_paragraph(text(sentence));
    }
    docx = docx
        .add_paragraph(heading("Heading1", "汇总"))
        .add_table(counts(report));
    docx = docx.add_paragraph(heading("Heading1", "指标评估"));
    for section in &report.domains {
        let rows: Vec<Vec<String>> = section
            .rows
            .iter()
            .map(|row| row.cells().map(str::to_owned).to_vec())
            .collect();
        docx = docx
            .add_paragraph(heading("Heading2", &section.domain))
            .add_table(table(&HEADS, &rows, &SHARES));
    }
    docx = docx.add_paragraph(heading("Heading1", "任务进展"));
    for stand in &report.tasks {
        let head = format!("{}（{}项）", stand.stage, stand.count);
        docx = docx.add_paragraph(heading("Heading2", &head));
        for task in &stand.tasks {
            docx = docx.add_paragraph(text(task));
        }
    }
    let head = format!("待收集的数据（{}项）", report.missing.len());
    docx = docx.add_paragraph(heading("Heading1", &head));
    for missing in &report.missing {
        docx = docx.add_paragraph(text(&format!("{}：{}", missing.target, missing.what)));
    }
    docx = docx
        .add_paragraph(heading("Heading1", "方法"))
        .add_paragraph(text(&report.method));
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.into_inner())
}

/// An empty document with the styles of the report.
fn styled() -> Docx {
    let fonts = RunFonts::new()
        .ascii("Times New Roman")
        .hi_ansi("Times New Roman")
        .east_asia("宋体");
    let style = |id: &str, name: &str, size: usize| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .size(size)
            .bold()
    };
    Docx::new()
        .page_size(16_838, 11_906)
        .page_orient(PageOrientationType::Landscape)
        .page_margin(
            PageMargin::new()
                .top(1134)
                .bottom(1134)
                .left(1134)
                .right(1134),
        )
        .default_fonts(fonts)
        .default_size(TEXT)
        .add_style(style("Title", "Title", 36))
        .add_style(style("Heading1", "heading 1", 28))
        .add_style(style("Heading2", "heading 2", 24))
}

fn heading(style: &str, text: &str) -> Paragraph {
    Paragraph::new()
        .style(style)
        .keep_next(true)
        .add_run(Run::new().add_text(text))
}

fn text(text: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(text))
}

fn counts(report: &Report) -> Table {
    let heads = Report::count_heads();
    let rows: Vec<Vec<String>> = report
        .counts
        .iter()
        .map(|(domain, counts)| {
            let counts = counts.iter().map(usize::to_string);
            [domain.clone()].into_iter().chain(counts).collect()
        })
        .collect();
    let shares = vec![100 / heads.len(); heads.len()];
    table(&heads, &rows, &shares)
}

fn table(heads: &[&str], rows: &[Vec<String>], shares: &[usize]) -> Table {
    let head = heads.iter().zip(shares).map(|(head, share)| {
        let run = Run::new().add_text(*head).size(SMALL).bold();
        cell(run, *share).shading(Shading::new().shd_type(ShdType::Clear).fill("E7E6E6"))
    });
    let mut all = vec![TableRow::new(head.collect()).cant_split()];
    all.extend(rows.iter().map(|row| {
        let cells = row.iter().zip(shares);
        let cells = cells.map(|(text, share)| cell(Run::new().add_text(text).size(SMALL), *share));
        TableRow::new(cells.collect()).cant_split()
    }));
    let grid = shares.iter().map(|share| WIDTH * share / 100).collect();
    Table::new(all).set_grid(grid).width(WIDTH, WidthType::Dxa)
}

fn cell(run: Run, share: usize) -> TableCell {
    TableCell::new()
        .add_paragraph(Paragraph::new().add_run(run))
        .width(WIDTH * share / 100, WidthType::Dxa)
}
