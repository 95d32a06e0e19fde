//! Made-up documents for tests: lines of text as a reader of plain text would give them.

use guihua_import::findings::target::{Kind, Target};
use guihua_import::source::{Block, Line, Look, Place, Source};
use guihua_import::{Draft, coverage, understand};

/// A text as a source: one line each, blanks kept.
pub(crate) fn source(text: &str) -> Source {
    let line = |(n, text): (usize, &str)| {
        Block::Line(Line {
            text: text.to_owned(),
            place: Place {
                line: n + 1,
                page: None,
            },
            look: Look::default(),
        })
    };
    Source {
        blocks: text.lines().enumerate().map(line).collect(),
        ..Source::default()
    }
}

/// The drafts of a text, which must be whole.
pub(crate) fn drafts(text: &str) -> Vec<Draft> {
    let source = source(text);
    let drafts = understand(&source);
    assert_eq!(coverage::compare(&source, &drafts), Ok(()));
    drafts
}

/// The one draft of a text.
pub(crate) fn draft(text: &str) -> Draft {
    let mut drafts = drafts(text);
    assert_eq!(drafts.len(), 1);
    drafts.remove(0)
}

/// The targets of a part of a plan for 2021 to 2025 under a heading.
pub(crate) fn under(heading: &str, text: &str) -> Vec<Target> {
    let plan = format!("乙县水利发展“十四五”规划\n一、{heading}\n{text}\n二、其他\n文。");
    draft(&plan).findings.targets
}

/// The names, kinds and goals of targets.
pub(crate) fn read(found: &[Target]) -> Vec<(&str, Kind, &str)> {
    let told = found.iter().map(|it| {
        let value = it.goals.last().map_or("", |goal| goal.value.as_str());
        (it.name.as_str(), it.kind, value)
    });
    told.collect()
}
