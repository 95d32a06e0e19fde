//! Texts as YAML writes them: plain where that reads back as the same text, otherwise between quotation marks.

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    /// On a line of its own or behind its key.
    Block,
    /// Between brackets, where commas and brackets end it.
    Flow,
}

/// Writes a text.
pub(super) fn write(text: &str, inside: Inside, out: &mut String) {
    if is_plain(text, inside) {
        out.push_str(text);
    } else {
        out.push('\'');
        out.push_str(&text.replace('\'', "''"));
        out.push('\'');
    }
}

/// Whether a text reads back as itself without quotation marks, and as nothing but text.
fn is_plain(text: &str, inside: Inside) -> bool {
    let ends = |c: char| c.is_whitespace() || ":'\"".contains(c);
    let is_framed = text.is_empty()
        || text.starts_with(|c: char| {
            c.is_whitespace() || c.is_control() || "-?:,[]{}#&*!|>'\"%@`~=<.+".contains(c)
        })
        || text.ends_with(ends);
    let breaks = |c: char| {
        c.is_control()
            || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
            || inside == Inside::Flow && ",[]{}".contains(c)
    };
    let has_signs = text.contains(": ") || text.contains(" #") || text.contains(breaks);
    let has_colon = inside == Inside::Flow && text.contains(':');
    let is_other = is_framed || has_signs || has_colon || is_of_another_type(text);
    !is_other
}

/// Whether editors would take a text for a figure, a date or a truth value.
fn is_of_another_type(text: &str) -> bool {
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];
    text.starts_with(|c: char| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_hexdigit() || "+-_.:xotTzZ ,".contains(c))
        || words.contains(&text.to_ascii_lowercase().as_str())
}
