//! Web pages: the document among menus, and what pages do with paragraphs, tables and annexes.

use guihua_import::source::{Block, Reason};

use crate::support::{cells, lines, links, omitted, particulars, read, tables, texts};

/// A page of an office with this inside its body, between a menu and a footer.
fn page(inner: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>云岭县人口规划-云岭县人民政府</title>
        <meta name=\"ArticleTitle\" content=\"云岭县人口规划\"><meta name=PubDate content='2021-03-01 09:00'></head><body>
        <script>var a = '脚本里的字';</script><style>p {{ color: red }}</style>
        <div class=header><ul><li><a href=/>首页</a></li><li><a href=/zw>政务公开</a></li><li><a href=/fw>办事服务</a></li>
        <li><a href=/hd>互动交流</a></li></ul></div>
        {inner}
        <div class=foot><p>主办：云岭县人民政府办公室</p><p>备案序号：云备00000000号</p></div></body></html>"
    )
}

/// A paragraph long enough to be the document.
fn prose() -> String {
    "到2025年，全县建成普惠托育服务机构十所，服务能力明显提升，群众满意度稳步提高。".repeat(6)
}

#[test]
fn the_document_stands_in_a_container_known_by_its_name() {
    for container in [
        "id=UCAP-CONTENT",
        "class=\"view TRS_Editor\"",
        "id=zoom",
        "class=pages_content",
        "class=article",
    ] {
        let source = read(
            "a.html",
            page(&format!(
                "<div {container}><p>　　一、总则</p><p>{}</p></div>",
                prose()
            )),
        );
        assert_eq!(
            texts(&source),
            ["　　一、总则", prose().as_str()],
            "{container}"
        );
        assert!(
            omitted(&source, Reason::Chrome).contains(&"主办：云岭县人民政府办公室"),
            "{container}"
        );
    }
}

#[test]
fn without_a_known_name_it_stands_where_the_text_is_dense() {
    let source = read(
        "a.html",
        page(&format!(
            "<div class=x1><div class=x2><p>一、总则</p><p>{}</p></div></div>",
            prose()
        )),
    );
    assert_eq!(texts(&source), ["一、总则", prose().as_str()]);
}

#[test]
fn a_short_document_is_not_lost_to_its_surroundings() {
    let source = read(
        "a.html",
        page("<div id=zoom><p>各乡镇人民政府：</p><p>现将规划印发给你们。</p></div>"),
    );
    assert_eq!(texts(&source), ["各乡镇人民政府：", "现将规划印发给你们。"]);
}

#[test]
fn a_document_in_a_layout_table_is_lines() {
    let inner = format!(
        "<table><tr><td width=200><a href=/a>栏目一</a></td><td><table><tr><td><p>一、总则</p><p>{}</p><p>二、目标</p><p>三、保障</p>\
         <table><tr><td>指标</td><td>2025年</td></tr><tr><td>床位数</td><td>6.50</td></tr></table></td></tr></table></td></tr></table>",
        prose()
    );
    let source = read("a.html", page(&inner));
    assert_eq!(
        texts(&source),
        ["一、总则", prose().as_str(), "二、目标", "三、保障"]
    );
    assert_eq!(
        cells(tables(&source)[0]),
        [["指标", "2025年"], ["床位数", "6.50"]]
    );
}

#[test]
fn breaks_divisions_and_paragraphs_all_make_lines() {
    let inner = format!(
        "<div id=zoom>　　一、总则<br>　　{}<br/><div>二、目标</div><p>三、<b>保障</b></p>尾</div>",
        prose()
    );
    let source = read("a.html", page(&inner));
    let prose = format!("　　{}", prose());
    assert_eq!(
        texts(&source),
        ["　　一、总则", prose.as_str(), "二、目标", "三、保障", "尾"]
    );
    let marked: Vec<_> = lines(&source)
        .iter()
        .map(|line| line.look.paragraph)
        .collect();
    assert_eq!(marked, [false, false, true, true, true]);
}

#[test]
fn blanks_are_those_that_a_reader_sees() {
    let inner = "<div id=zoom><p>&nbsp;&nbsp;&nbsp;&nbsp;到\n2025年，\n   全县  GDP 增长\n 5%</p><p>名<span> 称</span></p></div>";
    let source = read("a.html", page(inner));
    assert_eq!(
        texts(&source),
        [
            "\u{a0}\u{a0}\u{a0}\u{a0}到 2025年，全县 GDP 增长 5%",
            "名 称"
        ]
    );
    assert_eq!(lines(&source)[0].look.indent, 4);
}

#[test]
fn looks_come_from_tags_and_styles() {
    let inner = "<div id=zoom><h2 style='text-align:center'>总则</h2>\
        <p style='text-indent:2em;font-size:16pt'><strong>一、目标</strong></p>\
        <p><span style='font-weight:bold'>（一）普惠。</span>全县建成托育机构十所。</p>\
        <p align=center><font face=黑体>专栏1</font></p></div>";
    let source = read("a.html", page(inner));
    let looks: Vec<_> = lines(&source)
        .iter()
        .map(|line| line.look.clone())
        .collect();
    assert_eq!((looks[0].heading, looks[0].centred), (Some(2), true));
    assert_eq!(
        (looks[1].bold, looks[1].indent, looks[1].size),
        (true, 4, Some(32))
    );
    assert!(!looks[2].bold);
    assert_eq!(
        (looks[3].face.as_deref(), looks[3].centred),
        (Some("黑体"), true)
    );
}

#[test]
fn merged_cells_are_spread_and_heads_are_known() {
    let inner = "<div id=zoom><p>见表。</p><table><caption>主要 指标</caption><thead><tr><th rowspan=2>指标</th><th colspan=2>数值</th></tr>\
        <tr><th>2020年</th><th>2025年</th></tr></thead><tr><td>床位数<br>（张）</td><td>5.0</td><td>6.50</td></tr><tr><td>缺</td></tr></table></div>";
    let source = read("a.html", page(inner));
    let table = tables(&source)[0];
    assert_eq!(
        (table.heads, table.caption.as_deref()),
        (2, Some("主要 指标"))
    );
    let expected = [
        ["指标 2×1", "数值 1×2", "·"],
        ["·", "2020年", "2025年"],
        ["床位数\n（张）", "5.0", "6.50"],
        ["缺", "", ""],
    ];
    assert_eq!(cells(table), expected);
}

#[test]
fn particulars_come_from_the_head_a_table_and_the_lines_about_the_document() {
    let inner = format!(
        "<table><tr><td>索 引 号：</td><td>123/2021-4</td><td>发文字号：</td><td>云政〔2021〕3号</td></tr>\
         <tr><td>名　　称：</td><td colspan=3>云岭县人口规划</td></tr></table>\
         <div class=info><span>发布时间：2021-03-02 10:30</span> <span>来源：县卫健局</span> <span>字号：大 中 小</span></div>\
         <div id=zoom><p>{}</p></div>",
        prose()
    );
    let source = read("a.html", page(&inner));
    let expected = [
        ("ArticleTitle", "云岭县人口规划"),
        ("PubDate", "2021-03-01 09:00"),
        ("title", "云岭县人口规划-云岭县人民政府"),
        ("索引号", "123/2021-4"),
        ("发文字号", "云政〔2021〕3号"),
        ("名称", "云岭县人口规划"),
        ("发布时间", "2021-03-02 10:30"),
        ("来源", "县卫健局"),
    ];
    assert!(
        expected
            .iter()
            .all(|pair| particulars(&source).contains(pair)),
        "{:?}",
        particulars(&source)
    );
    assert_eq!(omitted(&source, Reason::Particulars).len(), 1);
}

#[test]
fn the_title_outside_the_container_stands_first_but_not_twice() {
    let outside = format!(
        "<h1 class=tit>云岭县人口规划</h1><div id=zoom><p>{}</p></div>",
        prose()
    );
    let source = read("a.html", page(&outside));
    assert_eq!(texts(&source), ["云岭县人口规划", prose().as_str()]);
    assert_eq!(lines(&source)[0].look.heading, Some(1));
    let twice = format!(
        "<h1>云岭县人口规划</h1><div id=zoom><p>云岭县</p><p>人口规划</p><p>{}</p></div>",
        prose()
    );
    assert_eq!(
        texts(&read("a.html", page(&twice)))[..2],
        ["云岭县", "人口规划"]
    );
}

#[test]
fn annexes_are_named_even_behind_a_program() {
    let inner = "<div id=zoom><p>现将规划印发给你们，请认真贯彻执行。</p></div><div class=fj>\
        <a href='./P020210301.docx'>云岭县人口规划</a>\
        <a href='/downfile.jsp?classid=0&amp;showname=指标表.xls&amp;filename=abc'>指标表</a><a href='/help.html'>帮助</a></div>";
    let expected = [
        ("云岭县人口规划", "./P020210301.docx"),
        (
            "指标表",
            "/downfile.jsp?classid=0&showname=指标表.xls&filename=abc",
        ),
    ];
    assert_eq!(links(&read("a.html", page(inner))), expected);
}

#[test]
fn pictures_have_a_place_and_icons_none() {
    let inner = "<div id=zoom><p>空间布局见图。<img src='a.png' alt='空间布局图'></p><p><img src='/images/icon_doc.gif'>附件</p></div>";
    let source = read("a.html", page(inner));
    let pictures: Vec<_> = source
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Picture(_)))
        .collect();
    assert!(
        matches!(pictures[..], [Block::Picture(picture)] if picture.caption.as_deref() == Some("空间布局图"))
    );
}

#[test]
fn hidden_text_is_left_out_with_its_reason() {
    let inner = format!(
        "<div id=zoom><p>{}</p><p style='display: none'>不予公开的字</p></div>",
        prose()
    );
    let source = read("a.html", page(&inner));
    assert_eq!(texts(&source), [prose().as_str()]);
    assert_eq!(omitted(&source, Reason::Hidden), ["不予公开的字"]);
}

#[test]
fn a_piece_of_a_page_is_a_document_and_its_lists_are_numbered() {
    let source = read("a.html", "<p>甲</p><ol start=3><li>乙</li><li>丙</li></ol>");
    assert_eq!(texts(&source), ["甲", "乙", "丙"]);
    let numbers: Vec<_> = lines(&source)
        .iter()
        .map(|line| line.look.number.as_deref())
        .collect();
    assert_eq!(numbers, [None, Some("3."), Some("4.")]);
}

#[test]
fn a_page_under_the_name_of_another_kind_is_a_page() {
    let source = read(
        "规划.doc",
        page(&format!("<div id=zoom><p>{}</p></div>", prose())),
    );
    assert_eq!(texts(&source), [prose().as_str()]);
}

#[test]
fn a_page_that_declares_the_wrong_encoding_is_read() {
    let text = page(&format!("<div id=zoom><p>{}</p></div>", prose()));
    let (gb, ..) = encoding_rs::GB18030.encode(&text);
    assert_eq!(texts(&read("a.html", gb)), [prose().as_str()]);
}

#[test]
fn a_title_in_a_layout_table_stands_first() {
    let inner = format!(
        "<table><tr><td align=center><b>云岭县人口规划</b></td></tr><tr><td>{}<br>二、目标</td></tr></table><p><a href=1>云岭县人口规划</a></p>",
        prose()
    );
    let source = read("a.html", page(&inner));
    assert_eq!(
        texts(&source),
        ["云岭县人口规划", prose().as_str(), "二、目标"]
    );
}

#[test]
fn breaks_at_the_ends_of_a_paragraph_do_not_divide_it() {
    let source = read(
        "a.html",
        "<p><br>一、总则<br></p><p>&nbsp;<br>二、目标</p><p>甲<br>乙</p>",
    );
    let marked: Vec<_> = lines(&source)
        .iter()
        .map(|line| line.look.paragraph)
        .collect();
    assert_eq!(marked, [true, true, false, false]);
}
