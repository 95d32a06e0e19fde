//! Finding figures in a sentence, so that a target's figures can be checked against the words it quotes.

/// Whether `figure` stands in `text` as a number of its own: 95 does in “95%以上”, not in “2095” or “95.5”.
pub(super) fn prints(text: &str, figure: &str) -> bool {
    text.split(|c: char| !(c.is_ascii_digit() || c == '.'))
        .any(|number| number.trim_end_matches('.') == figure)
}
