//! Markdown.

use guihua_import::source::{Block, Reason};

use crate::support::{cells, lines, links, omitted, particulars, read, tables, texts};

#[test]
fn marks_become_looks_and_lines_stay_lines() {
    let source = read(
        "a.md",
        "# 云岭县规划\n\n## 一、**总体**要求 ##\n\n第一行。\n第二行。\n\n**（一）目标**\n\n1. 建成\\*10所。\n3. 再建。\n",
    );
    assert_eq!(
        texts(&source),
        [
            "云岭县规划",
            "一、总体要求",
            "第一行。",
            "第二行。",
            "（一）目标",
            "1. 建成*10所。",
            "3. 再建。"
        ]
    );
    let looks: Vec<_> = lines(&source)
        .iter()
        .map(|line| (line.look.heading, line.look.bold, line.look.paragraph))
        .collect();
    let plain = (None, false, false);
    assert_eq!(
        looks,
        [
            (Some(1), false, true),
            (Some(2), false, true),
            plain,
            plain,
            (None, true, true),
            plain,
            plain
        ]
    );
}

#[test]
fn particulars_stand_before_the_text() {
    let source = read(
        "a.md",
        "---\ntitle: \"云岭县规划\"\ndoc_no: 云政〔2021〕3号\n---\n**发布日期**: 2021年3月\n**发布机构**：\n\n**目标**：建成。\n",
    );
    assert_eq!(
        particulars(&source),
        [
            ("title", "云岭县规划"),
            ("doc_no", "云政〔2021〕3号"),
            ("发布日期", "2021年3月")
        ]
    );
    assert_eq!(texts(&source), ["目标：建成。"]);
    assert_eq!(
        omitted(&source, Reason::Particulars),
        [
            "title: \"云岭县规划\"",
            "doc_no: 云政〔2021〕3号",
            "发布日期: 2021年3月",
            "发布机构："
        ]
    );
}

#[test]
fn tables_pictures_and_links_to_files_are_found() {
    let source = read(
        "a.md",
        "| 指标 | 值 |\n|:---|---:|\n| 床位\\|数 | **6.50** |\n| 缺值 |\n\n![](图1.png)\n[附件1](./附件1.docx)和[首页](http://a.cn/)\n",
    );
    assert_eq!(
        cells(tables(&source)[0]),
        [["指标", "值"], ["床位|数", "6.50"], ["缺值", ""]]
    );
    assert_eq!(tables(&source)[0].heads, 1);
    assert!(
        matches!(&source.blocks[1], Block::Picture(picture) if picture.caption.is_none() && picture.place.line == 6)
    );
    assert_eq!(texts(&source), ["附件1和首页"]);
    assert_eq!(links(&source), [("附件1", "./附件1.docx")]);
}

#[test]
fn a_page_number_is_no_item_and_a_rule_no_text() {
    let source = read("a.md", "- 甲项\n\n- 3 -\n\n***\n```\n| 原样 **x**\n```\n");
    assert_eq!(texts(&source), ["甲项", "- 3 -", "| 原样 **x**"]);
}

#[test]
fn a_table_written_in_html_is_a_table() {
    let source = read(
        "a.md",
        "见表。\n\n<table><tr><td rowspan=\"2\">甲</td><td>1.0</td></tr>\n<tr><td>2.0</td></tr></table>\n\n尾\n",
    );
    assert_eq!(cells(tables(&source)[0]), [["甲 2×1", "1.0"], ["·", "2.0"]]);
    assert_eq!(tables(&source)[0].place.line, 3);
    assert_eq!(texts(&source), ["见表。", "尾"]);
}
