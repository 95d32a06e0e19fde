//! Principles: paragraphs under 基本原则 that begin with their name, a short sentence: 坚持以人为本。……

use crate::document::{Content, Part, Role};
use crate::text::{is_stop, letters};

/// Maximum characters of a principle's name.
const LONGEST: usize = 30;

/// Marks the principles of a body.
pub(crate) fn mark(parts: &mut [Part]) {
    let mut under: Option<u8> = None;
    for part in parts {
        match &mut part.content {
            Content::Heading(heading) if heading.title.contains("原则") => {
                under = Some(heading.depth);
            }
            Content::Heading(heading) => under = under.filter(|depth| heading.depth > *depth),
            Content::Paragraph(paragraph) if under.is_some() => {
                if let Some(end) = name(&paragraph.text) {
                    paragraph.role = Role::Principle(end);
                }
            }
            _ => {}
        }
    }
}

/// The byte offset where the name at the start of a paragraph ends, stop included.
fn name(text: &str) -> Option<usize> {
    let at = text.find(|c| is_stop(c) || matches!(c, '：' | ':'))?;
    let (name, rest) = text.split_at(at);
    let stop = rest.chars().next().map_or(0, char::len_utf8);
    let size = letters(name.trim_start_matches('—'));
    ((3..=LONGEST).contains(&size) && rest.len() > stop).then_some(at + stop)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_principle_begins_with_its_name() {
        assert_eq!(
            name("坚持节水优先。把节水放在首位。"),
            Some("坚持节水优先。".len())
        );
        assert_eq!(
            name("——节水优先。把节水放在首位。"),
            Some("——节水优先。".len())
        );
        assert_eq!(name("水利发展要遵循以下各项原则"), None);
    }
}
