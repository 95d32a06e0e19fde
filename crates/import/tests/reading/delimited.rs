//! Tables of fields (CSV).

use guihua_import::findings::doubt::{Doubt, Matter};
use guihua_import::understand;

use crate::support::{cells, lines, particulars, read, tables, texts};

#[test]
fn a_column_of_whole_texts_is_the_document_and_the_others_its_particulars() {
    let csv = "\u{feff}province,year,full_text\n云岭省,2026,\"一、回顾\n二、展望，\"\"新\"\"\"\n";
    let source = read("a.csv", csv);
    assert_eq!(texts(&source), ["一、回顾", "二、展望，\"新\""]);
    assert_eq!(
        lines(&source)
            .iter()
            .map(|line| line.place.line)
            .collect::<Vec<_>>(),
        [2, 3]
    );
    assert_eq!(
        particulars(&source),
        [("province", "云岭省"), ("year", "2026")]
    );
}

#[test]
fn several_documents_follow_one_another_each_with_its_title() {
    let source = read(
        "a.csv",
        "标题,正文\n云岭县规划,一、总则\n河口县规划,\"河口县规划\n一、总则\"\n",
    );
    assert_eq!(
        texts(&source),
        ["云岭县规划", "一、总则", "河口县规划", "一、总则"]
    );
    assert_eq!(lines(&source)[0].look.heading, Some(1));
}

#[test]
fn a_table_of_values_is_a_table_with_rows_of_one_length() {
    let source = read("a.csv", "指标,单位,2025年\n床位数,张,6.50\n普及率,%\n");
    let tables = tables(&source);
    assert_eq!(
        cells(tables[0]),
        [
            ["指标", "单位", "2025年"],
            ["床位数", "张", "6.50"],
            ["普及率", "%", ""]
        ]
    );
    assert_eq!(tables[0].rows[2][0].place.line, 3);
}

#[test]
fn fields_may_be_separated_by_tabs() {
    let source = read("a.tsv", "指标\t值\n床位数\t6.5，张\n");
    assert_eq!(
        cells(tables(&source)[0]),
        [["指标", "值"], ["床位数", "6.5，张"]]
    );
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_kept_and_doubted_on_its_line() {
    let lone = |csv: &str| {
        let drafts = understand(&read("a.csv", csv));
        let doubts = drafts.into_iter().flat_map(|draft| draft.findings.doubts);
        let lone = doubts.filter(|it| it.matter == Matter::Lone);
        lone.map(|Doubt { place, words, .. }| (place.line, words))
            .collect::<Vec<_>>()
    };
    let table = "指标,2020年,2025年\n床位数,6.4,6.5\n普及率,90,\"95\n覆盖率,80,85\n";
    let found = lone(table);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].0 == 3 && found[0].1.starts_with("\"95"),
        "{found:?}"
    );
    let text = "标题,正文\n云岭县规划,\"一、总则\n坚持以人为本。\n";
    assert_eq!(lone(text), [(2, "\"一、总则".to_owned())]);
    assert_eq!(lone(&table.replace("\"95", "\"95\"")), []);
    assert_eq!(lone("标题,正文\n云岭县规划,\"他说\"\"好\"\"。\"\n"), []);
}
