//! Files of records as hands, editors and power cuts leave them: each record is read for itself, and whatever is wrong with
//! one of them stops no other.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;

use guihua::embedded;
use guihua::records::{self, Ledger, Side};

fn survey(text: &str) -> Ledger {
    records::survey(text, &embedded::plan(), Side::Own)
}

/// A record of a day of its own, as the program writes it.
fn line(n: usize) -> String {
    let (month, day) = (n / 28 % 12 + 1, n % 28 + 1);
    let year = 2021 + n / (28 * 12);
    format!(
        "- {{ target: resident-population, period: {year}-{month:02}-{day:02}, value: 119.{n}, unit: \"万人\", source: \"第{n}号\" }}\n"
    )
}

/// What is read of a text: how many records, and the places and words of what is wrong.
#[track_caller]
fn expect(text: &str, records: usize, faults: &[&str]) {
    let ledger = survey(text);
    let told: Vec<String> = ledger.faulty.iter().map(ToString::to_string).collect();
    assert_eq!(ledger.entries.len(), records, "{text:?}: {told:#?}");
    assert_eq!(told.len(), faults.len(), "{text:?}: {told:#?}");
    for (told, fault) in told.iter().zip(faults) {
        assert!(told.contains(fault), "{fault} in {told}");
    }
}

#[test]
fn a_fault_of_syntax_is_named_and_the_other_records_count() {
    let (one, two) = (line(1), line(2));
    let with = |middle: &str| format!("{one}{middle}\n{two}");
    for (middle, fault) in [
        (
            "- { target: life-expectancy, period: 2022, value: 82, source: \"甲 }",
            "2:",
        ),
        ("-\t{ target: x", "2:"),
        ("\t- 甲", "2:1: "),
        (
            "- { target: life-expectancy, period: 2022",
            "2:1: 这条记录没有写完",
        ),
        ("-", "2:1: 这条记录没有写完"),
        ("随便写的一行", "2:1: 这一行不是记录：随便写的一行"),
        ("\0\0\0\0", "2:1: 文件里有控制字符 U+0000"),
        (
            "- target: life-expectancy\n  period: 2022\n value: 82",
            "4:2: ",
        ),
        (
            "- { target: life-expectancy, period: 2022, value: 82, source: 甲 } }",
            "2:",
        ),
        (
            "- &a { target: life-expectancy, period: 2022, value: 82, source: 甲 }",
            "2:",
        ),
        ("- [1, 2]", "2:3: "),
    ] {
        expect(&with(middle), 2, &[fault]);
    }
    expect(
        &format!("{one}{two}{}", "\0".repeat(4000)),
        2,
        &["3:1: 文件里有控制字符"],
    );
    expect(&format!("甲{one}{two}"), 1, &["1:1: 这一行不是记录"]);
}

#[test]
fn a_byte_changed_anywhere_takes_two_records_at_most() {
    let mut text = String::from("# 监测记录\n");
    for n in 0..24 {
        match n % 3 {
            0 => text.push_str(&line(n)),
            1 => text.push_str(
                &line(n)
                    .replace("- { ", "- ")
                    .replace(" }", "")
                    .replace(", ", "\n  "),
            ),
            _ => writeln!(text, "# 注释 {n}\n{}", line(n).trim_end()).unwrap(),
        }
    }
    assert_eq!(survey(&text).entries.len(), 24);
    let bytes = text.as_bytes();
    // Every 31st byte becomes one of these; 31 has no divisor in common with the lengths of the lines.
    for at in (0..bytes.len()).step_by(31) {
        for byte in [b'"', b'\t', b'\n', 0, b'{', b'#', b'-', 0xd6, b':', b'|'] {
            let mut changed = bytes.to_vec();
            changed[at] = byte;
            let ledger = survey(&String::from_utf8_lossy(&changed));
            let left = ledger.entries.len();
            assert!(left >= 22, "{left} records left with {byte:#x} at {at}");
        }
    }
}

#[test]
fn a_comment_behind_a_record_is_a_comment() {
    let text = format!(
        "{} # 已核\n- target: life-expectancy # 行尾\n  # 行间\n  period: 2022\n  value: 82 # 行尾\n  source: 甲\n",
        line(1).trim_end()
    );
    expect(&text, 2, &[]);
}

#[test]
fn lists_are_read_however_they_are_written() {
    let (one, two) = (line(1), line(2));
    let block = format!("{one}{two}");
    let item = |line: &str| line.trim_end().trim_start_matches("- ").to_owned();
    for text in [
        block.clone(),
        block.replace("- {", "  - {"),
        block.replace('\n', "\r\n"),
        block.replace('\n', "\r"),
        format!("---\n{block}...\n"),
        format!("\u{feff}{block}"),
        format!("[{}, {}]", item(&one), item(&two)),
        format!("[\n  {},\n  {}\n]\n", item(&one), item(&two)),
    ] {
        expect(&text, 2, &[]);
    }
    for text in [
        "",
        "# 只有注释\n",
        "[]\n",
        "null\n",
        "~",
        "---\n...\n",
        "\u{feff}",
    ] {
        expect(text, 0, &[]);
    }
    expect(
        "target: life-expectancy\n",
        0,
        &["监测记录应为列表，此处是键值对"],
    );
    expect("[{ target: ", 0, &["1:"]);
}

#[test]
fn bytes_of_another_encoding_are_named_and_never_read_as_text() {
    let (gbk, _, _) = encoding_rs::GBK
        .encode("- { target: life-expectancy, period: 2022, value: 82, source: 统计局 }\n");
    let bytes = [line(1).as_bytes(), &gbk, line(2).as_bytes()].concat();
    expect(
        &String::from_utf8_lossy(&bytes),
        2,
        &["2:64: 这里有不是 UTF-8 的字节，可能是 GBK"],
    );
}

#[test]
fn a_file_without_end_of_faults_names_some_and_stops() {
    let ledger = survey(&"- x\n".repeat(100_000));
    assert_eq!(ledger.entries.len(), 0);
    assert!(ledger.faulty.len() <= 1001, "{}", ledger.faulty.len());
    let stray = survey(&"x\n".repeat(100_000));
    assert_eq!(stray.faulty.len(), 1);
    let unknown = "- { target: zz, period: 2022, value: 1, source: 甲 }\n".repeat(3000);
    let ledger = survey(&format!("{}{unknown}{}", line(1), line(2)));
    assert_eq!(ledger.entries.len(), 1, "what was read before counts");
    let last = ledger.faulty.last().unwrap();
    assert!(last.what.contains("从这里起没有再读"), "{last:?}");
    assert!(ledger.faulty.len() <= 4001 && last.line < 2000, "{last:?}");
}

#[test]
fn many_records_are_read() {
    let lines: String = (0..3000).map(line).collect();
    expect(&lines, 3000, &[]);
}
