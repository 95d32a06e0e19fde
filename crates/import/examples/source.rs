//! Prints what a reader makes of a file, block by block: `cargo run -p guihua-import --example source -- FILE`.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example prints"
)]

use std::{env, fs, process::ExitCode};

use guihua_import::source::{Block, Cell, Line, Look, Source, Table};

fn main() -> ExitCode {
    let Some(path) = env::args().nth(1) else {
        eprintln!("usage: source FILE");
        return ExitCode::from(2);
    };
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(fault) => {
            eprintln!("{path}: {fault}");
            return ExitCode::FAILURE;
        }
    };
    match guihua_import::read(&path, &bytes) {
        Ok(source) => {
            print!("{}", shown(&source));
            ExitCode::SUCCESS
        }
        Err(refusal) => {
            eprintln!("{path}: {refusal}");
            ExitCode::FAILURE
        }
    }
}

/// The whole document as lines.
fn shown(source: &Source) -> String {
    let particulars = source
        .particulars
        .iter()
        .map(|particular| format!("@ {}: {}\n", particular.name, particular.value));
    let blocks = source.blocks.iter().map(block);
    let links = source
        .links
        .iter()
        .map(|link| format!("→ {}: {}\n", link.text, link.target));
    let omitted = source.omitted.iter().map(|omitted| {
        format!(
            "- {} {:?}: {}\n",
            omitted.place.line, omitted.reason, omitted.text
        )
    });
    particulars
        .chain(blocks)
        .chain(links)
        .chain(omitted)
        .collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Line(line) => self::line(line),
        Block::Table(table) => self::table(table),
        Block::Picture(picture) => format!(
            "{:>5} [picture {:?}]\n",
            picture.place.line, picture.caption
        ),
        Block::PageEnd => "----- page end -----\n".to_owned(),
    }
}

fn line(line: &Line) -> String {
    let number = line
        .look
        .number
        .as_deref()
        .map(|number| format!("⟨{number}⟩"))
        .unwrap_or_default();
    format!(
        "{:>5} {:<12}| {number}{}\n",
        line.place.line,
        look(&line.look),
        line.text
    )
}

/// The look of a line in a few letters.
fn look(look: &Look) -> String {
    let heading = look
        .heading
        .map(|level| format!("h{level}"))
        .unwrap_or_default();
    let size = look.size.map(|size| format!("s{size}")).unwrap_or_default();
    let marks = [(look.paragraph, 'p'), (look.bold, 'b'), (look.centred, 'c')];
    let marks: String = marks
        .into_iter()
        .filter(|(set, _)| *set)
        .map(|(_, mark)| mark)
        .collect();
    let face = look.face.as_deref().unwrap_or_default();
    format!("{heading}{marks}i{}{size}{face}", look.indent)
}

fn table(table: &Table) -> String {
    let head = format!(
        "{:>5} [table {:?} {:?} heads {} rows {}]\n",
        table.place.line,
        table.caption,
        table.sheet,
        table.heads,
        table.rows.len()
    );
    let rows = table.rows.iter().map(|row| {
        format!(
            "      | {}\n",
            row.iter().map(cell).collect::<Vec<_>>().join(" | ")
        )
    });
    std::iter::once(head).chain(rows).collect()
}

fn cell(cell: &Cell) -> String {
    let text = cell.text.replace('\n', "⏎");
    match cell.span {
        (1, 1) => text,
        (0, 0) => "·".to_owned(),
        (rows, columns) => format!("{text} ({rows}×{columns})"),
    }
}
