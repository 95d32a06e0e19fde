//! Links to annexes: often the page is only the notice, and the plan is a linked file.

/// File extensions of documents.
const FILES: [&str; 14] = [
    ".docx", ".doc", ".wps", ".pdf", ".ofd", ".xlsx", ".xls", ".et", ".rtf", ".zip", ".rar",
    ".txt", ".csv", ".7z",
];

/// Whether a link leads to a file: by its path, by a file name among the parameters of a download script
/// (`downfile.jsp?classid=0&showname=附件.docx&filename=…`), or by its text.
pub(super) fn is_annex(words: &str, target: &str) -> bool {
    let target = target.trim().to_ascii_lowercase();
    if target.is_empty() || target.starts_with("mailto:") {
        return false;
    }
    let path = target.split('#').next().unwrap_or_default();
    let mut parts = path
        .split(['?', '&', ';'])
        .map(|part| part.trim_end_matches('/'));
    parts.any(is_file)
        || (is_file(words.trim().to_ascii_lowercase().as_str()) && !target.starts_with('#'))
}

fn is_file(name: &str) -> bool {
    FILES.iter().any(|extension| name.ends_with(extension))
}
