//! Files that are not read, and what is said of them.

use guihua_import::{
    Refusal,
    readers::{Excess, Foreign, Kind},
};

use crate::support::packed;

fn refusal(name: &str, bytes: impl AsRef<[u8]>) -> Option<Refusal> {
    guihua_import::read(name, bytes.as_ref()).err()
}

#[test]
fn kinds_that_are_not_read_are_told_by_their_content() {
    let cases: [(&str, Vec<u8>, Foreign); 8] = [
        ("a.doc", b"{\\rtf1 text}".to_vec(), Foreign::RichText),
        (
            "a.html",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related".to_vec(),
            Foreign::WebArchive,
        ),
        ("a.pdf", b"\x89PNG\r\n\x1a\n".to_vec(), Foreign::Image),
        ("a.docx", b"Rar!\x1a\x07".to_vec(), Foreign::Archive),
        ("a.ofd", packed(&[("OFD.xml", "<OFD/>")]), Foreign::Ofd),
        (
            "a.odt",
            packed(&[("mimetype", "x"), ("content.xml", "<x/>")]),
            Foreign::OpenDocument,
        ),
        ("a.zip", packed(&[("规划.docx", "x")]), Foreign::Archive),
        (
            "a.dat",
            (0..=255).cycle().take(4000).collect(),
            Foreign::Unknown,
        ),
    ];
    for (name, bytes, foreign) in cases {
        assert_eq!(
            refusal(name, bytes),
            Some(Refusal::Foreign(foreign)),
            "{name}"
        );
    }
}

#[test]
fn a_text_that_is_data_is_refused_where_its_first_control_character_stands() {
    let control = |line, column, sign: &str| {
        let sign = sign.to_owned();
        Some(Refusal::Control { line, column, sign })
    };
    let data: Vec<u8> = (0..=255).cycle().take(4000).collect();
    assert_eq!(refusal("a.txt", data), control(1, 1, "U+0000"));
    assert_eq!(
        refusal("a.md", "甲县\n规划\u{7}\u{1b}"),
        control(2, 3, "U+0007")
    );
    assert_eq!(
        refusal("a.csv", "任务,单位\n\0\0\0"),
        control(2, 1, "U+0000")
    );
}

#[test]
fn a_file_without_text_is_empty_and_a_torn_one_broken() {
    assert_eq!(refusal("a.txt", ""), Some(Refusal::Empty(Kind::Text)));
    assert_eq!(
        refusal("a.md", " \n\n"),
        Some(Refusal::Empty(Kind::Markdown))
    );
    assert_eq!(
        refusal(
            "a.html",
            "<html><body><script>var a;</script></body></html>"
        ),
        Some(Refusal::Empty(Kind::Html))
    );
    let file = packed(&[("word/document.xml", "<w:document/>")]);
    assert_eq!(refusal("a.docx", &file), Some(Refusal::Empty(Kind::Docx)));
    let torn = refusal("a.docx", &file[..file.len() / 2]);
    assert!(
        matches!(
            torn,
            Some(Refusal::Broken {
                kind: Kind::Docx,
                ..
            })
        ),
        "{torn:?}"
    );
    let wrong = refusal(
        "a.xlsx",
        packed(&[("xl/workbook.xml", "<workbook><sheets></workbook>")]),
    );
    assert!(
        matches!(
            wrong,
            Some(Refusal::Broken {
                kind: Kind::Xlsx,
                ..
            })
        ),
        "{wrong:?}"
    );
}

#[test]
fn a_file_that_is_too_large_is_not_looked_at() {
    let limit = 64 << 20;
    let told = Refusal::TooLarge {
        excess: Excess::Bytes,
        limit,
    };
    assert_eq!(refusal("a.txt", vec![b'a'; 1 + limit as usize]), Some(told));
}

#[test]
fn a_refusal_says_what_to_do() {
    let told = Refusal::Foreign(Foreign::OldWord).to_string();
    assert_eq!(told, "a Word file of before 2007 (.doc): save it as .docx");
    assert_eq!(
        Refusal::Scan { pages: 12 }.to_string(),
        "a scan of 12 pages without text: recognise its text first"
    );
}
