//! Links in the sources of records, which are not searched.

use std::ops::Range;

/// Endings of host names.
const ENDS: [&str; 7] = [".cn", ".com", ".org", ".net", ".gov", ".edu", ".int"];

/// The bytes of every link in a text, in order.
pub(super) fn in_text(text: &str) -> Vec<Range<usize>> {
    let is_of_link = |c: char| c.is_ascii_graphic();
    let mut links = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let start = at + rest.find(is_of_link).unwrap_or(rest.len());
        let run = text.get(start..).unwrap_or_default();
        let end = start + run.find(|c| !is_of_link(c)).unwrap_or(run.len());
        if text.get(start..end).is_some_and(is_link) {
            links.push(start..end);
        }
        at = end;
    }
    links
}

fn is_link(run: &str) -> bool {
    let bare = run.trim_start_matches(['(', '[', '<', '"']);
    let host = bare.split(['/', ':', '?', ')', ']', '>', ',']).next();
    bare.contains("://")
        || bare.starts_with("www.")
        || host.is_some_and(|host| {
            ENDS.iter()
                .any(|end| host.len() > end.len() && host.ends_with(end))
        })
}

#[cfg(test)]
mod tests {
    use super::in_text;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let links = in_text(text).into_iter();
        let links: Vec<&str> = links.filter_map(|range| text.get(range)).collect();
        assert_eq!(links, expected);
    }

    #[test]
    fn links_are_told_from_numbers_and_names() {
        check(
            "据 hongheiku.com/rank/4530.html 转引",
            &["hongheiku.com/rank/4530.html"],
        );
        check(
            "见https://www.tj.gov.cn/a?b=1，第3页",
            &["https://www.tj.gov.cn/a?b=1"],
        );
        check("stats.tj.gov.cn", &["stats.tj.gov.cn"]);
        check("12.5年、3.1.2、某区新政2.0、附表.xls", &[]);
        check("", &[]);
    }
}
