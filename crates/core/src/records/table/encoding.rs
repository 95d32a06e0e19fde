//! Decodes a table from the encodings that spreadsheets write.

use encoding_rs::{Encoding, GB18030, UTF_8};

use crate::words::tr;

/// The first bytes of Excel workbooks: a zip file (xlsx) or a compound file (xls).
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// How UTF-32 begins. Its mark begins like that of UTF-16.
const WIDEST: [&[u8]; 2] = [b"\xff\xfe\0\0", b"\0\0\xfe\xff"];

/// The text, or the fault of the file.
pub(super) fn decoded(bytes: &[u8]) -> Result<String, String> {
    if WORKBOOKS.iter().any(|start| bytes.starts_with(start)) {
        let what = tr("这是 Excel 工作簿，不是 CSV；请在 Excel 里另存为“CSV UTF-8”");
        return Err(what.to_owned());
    }
    if WIDEST.iter().any(|start| bytes.starts_with(start)) {
        return Err(tr("这是 UTF-32 文字；请另存为“CSV UTF-8”").to_owned());
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let body = bytes.get(length..).unwrap_or_default();
        let text = encoding.decode_without_bom_handling_and_without_replacement(body);
        return text.map(std::borrow::Cow::into_owned).ok_or_else(neither);
    }
    if bytes.contains(&0) {
        return Err(if is_wide(bytes) {
            tr("像是没有字节序标记的 UTF-16 文字；请另存为“CSV UTF-8”").to_owned()
        } else if str::from_utf8(bytes).is_ok() {
            tr("文件里有空字符（U+0000），不是文字；请另存为“CSV UTF-8”").to_owned()
        } else {
            neither()
        });
    }
    let mut texts = [UTF_8, GB18030].into_iter().filter_map(|encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        Some(text.into_owned())
    });
    texts.next().ok_or_else(neither)
}

/// The line where a file is no text, from 1: that of a zero byte in UTF-8, the first one for what a file is as a whole.
pub(super) fn fault_line(bytes: &[u8]) -> usize {
    let zero = bytes.iter().position(|byte| *byte == 0);
    let before = zero.filter(|_| str::from_utf8(bytes).is_ok());
    let before = before.and_then(|at| bytes.get(..at)).unwrap_or_default();
    before.split(|byte| *byte == b'\n').count()
}

/// Whether bytes may be UTF-16: in pairs, some of them a comma, tab or line feed with a zero byte.
fn is_wide(bytes: &[u8]) -> bool {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let is_sign = |byte: u8| matches!(byte, b',' | b'\t' | b'\n');
    let signs = |zero: usize, sign: usize| {
        pairs
            .iter()
            .any(|pair| pair[zero] == 0 && is_sign(pair[sign]))
    };
    rest.is_empty() && (signs(0, 1) || signs(1, 0))
}

fn neither() -> String {
    tr("文件既不是 UTF-8 也不是 GBK 文字").to_owned()
}
