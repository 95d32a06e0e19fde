//! Detects the encoding of a file and decodes it.
//!
//! Valid UTF-8 that contains Chinese is taken as UTF-8 whatever the file declares: GB18030 text is hardly ever valid
//! UTF-8, and wrong declarations are common. A declaration counts only otherwise.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Maximum bytes from the start in which a page declares its encoding.
const PRESCAN: usize = 4096;

/// The text of a file, decoded by its byte order mark (which is dropped), else as UTF-8, else as declared, else as
/// GB18030. Invalid bytes become U+FFFD.
pub(crate) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(body).0.into_owned();
    }
    if let Some(encoding) = wide_without_mark(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let encoding = if nearly_utf8(bytes) {
        UTF_8
    } else {
        declared(bytes)
            .filter(|encoding| *encoding != UTF_8)
            .unwrap_or(GB18030)
    };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// UTF-16 without a byte order mark: has zero bytes, and decodes to Chinese or ASCII.
fn wide_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(PRESCAN)).unwrap_or_default();
    if !head.contains(&0) {
        return None;
    }
    let sensible = |encoding: &&'static Encoding| {
        let (text, ..) = encoding.decode_without_bom_handling(head);
        let common = |sign: &char| matches!(sign, ' '..='~' | '\r' | '\n' | '\t' | '\u{2010}'..='\u{201f}' | '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
        text.chars().filter(common).count() * 10 >= text.chars().count() * 9
    };
    [UTF_16LE, UTF_16BE].into_iter().find(sensible)
}

/// UTF-8 with a few invalid sequences, as in a truncated file.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut faults, mut wide) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        wide += chunk
            .valid()
            .chars()
            .filter(|sign| !sign.is_ascii())
            .count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    faults * 20 < wide
}

/// The encoding that a page declares with `charset=…` near its start.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes
        .get(..bytes.len().min(PRESCAN))
        .unwrap_or_default()
        .to_ascii_lowercase();
    let mark = b"charset=";
    let at = head.windows(mark.len()).position(|window| window == mark)?;
    let label: Vec<u8> = head
        .iter()
        .skip(at + mark.len())
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .copied()
        .collect();
    Encoding::for_label(&label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn utf8_is_read_with_and_without_its_mark() {
        assert_eq!(decode("到2025年".as_bytes()), "到2025年");
        assert_eq!(decode("\u{feff}到2025年".as_bytes()), "到2025年");
    }

    #[test]
    fn utf16_is_read_with_and_without_its_mark() {
        let text = "到2025年，达到98%。\n";
        assert_eq!(
            decode(&wide(&format!("\u{feff}{text}"), u16::to_le_bytes)),
            text
        );
        assert_eq!(
            decode(&wide(&format!("\u{feff}{text}"), u16::to_be_bytes)),
            text
        );
        assert_eq!(decode(&wide(text, u16::to_le_bytes)), text);
        assert_eq!(decode(&wide(text, u16::to_be_bytes)), text);
    }

    #[test]
    fn what_is_not_utf8_is_gb18030_by_default_and_what_it_declares_otherwise() {
        let (gb, ..) = GB18030.encode("云岭县“十四五”规划");
        assert_eq!(decode(&gb), "云岭县“十四五”规划");
        let page = "<meta charset=big5>雲嶺縣規劃";
        let (big5, ..) = encoding_rs::BIG5.encode(page);
        assert_eq!(decode(&big5), page);
    }

    #[test]
    fn a_wrong_declaration_does_not_spoil_the_text() {
        let page = "<meta charset=\"gb2312\">云岭县";
        assert_eq!(decode(page.as_bytes()), page);
        let page = "<meta charset=\"utf-8\">云岭县人口";
        let (gb, ..) = GB18030.encode(page);
        assert_eq!(decode(&gb), page);
    }

    #[test]
    fn a_file_that_is_cut_off_stays_utf8() {
        let text = "健康云岭行动".repeat(20);
        let cut = text.as_bytes().get(..text.len() - 1).unwrap_or_default();
        let read = decode(cut);
        assert!(read.starts_with("健康云岭行动健康"));
        assert!(read.ends_with('\u{fffd}'));
    }
}
