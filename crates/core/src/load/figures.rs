//! Finding figures in a sentence, so that a target's figures can be checked against the words it quotes.

use unicode_normalization::UnicodeNormalization as _;

/// Whether `figure` stands in `text` as a number of its own: 95 does in “95%以上”, not in “2095” or “95.5”. Full-width
/// digits are digits, and a number may have its thousands apart: 1200 stands in “1,200张”.
pub fn prints(text: &str, figure: &str) -> bool {
    let text: String = text.nfkc().collect();
    numbers(&text).any(|number| number == figure)
        || text.contains(',') && numbers(&without_separators(&text)).any(|it| it == figure)
}

/// The numbers in a text, without the points behind them.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '.'))
        .map(|number| number.trim_end_matches('.'))
}

/// A text without the commas that set thousands apart: those before three digits and no fourth.
fn without_separators(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let behind = text.get(at + 1..).unwrap_or_default();
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let is_separator = c == ',' && digits == 3 && out.ends_with(|c: char| c.is_ascii_digit());
        if !is_separator {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::prints;

    #[test]
    fn a_figure_is_printed_as_a_number_of_its_own() {
        assert!(prints("达到95%以上", "95"));
        assert!(prints("达到９５．５％", "95.5"));
        assert!(prints("床位1,200张", "1200") && prints("床位1,234,500张", "1234500"));
        assert!(prints("第1,200条", "200") && prints("分别为12,345人", "345"));
        assert!(!prints("2095年95.5%", "95"));
        assert!(!prints("1,2000张", "12000"));
    }
}
