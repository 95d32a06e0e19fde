//! Why a document was not read, and what to do, in words.

use guihua_import::Refusal;
use guihua_import::readers::{Excess, Foreign, Kind};

use crate::load::printable;
use crate::words::{say, tr};

/// The message about a document that was not read.
pub fn refusal(name: &str, refusal: &Refusal) -> String {
    let name = printable(name);
    let why = match refusal {
        Refusal::Scan { pages } => {
            say!(
                "扫描件，没有文字（{pages} 页）；请先用文字识别软件转成文字，再导入",
                pages
            )
        }
        Refusal::Unmapped { pages } => say!(
            "{pages} 页的字体没有说明画的是什么字，读不出文字；请换一份，或在阅读软件里另存、复制文字",
            pages
        ),
        Refusal::Encrypted(kind) => say!("{kind}有密码；请另存为没有密码的", kind = kind_of(*kind)),
        Refusal::Foreign(foreign) => self::foreign(*foreign).to_owned(),
        Refusal::NotBuilt(kind) => {
            say!(
                "这个版本的程序不带读{kind}的功能；请复制其文字存为 .txt",
                kind = kind_of(*kind)
            )
        }
        Refusal::Broken { kind, detail } => {
            let detail = printable(detail);
            say!(
                "{kind}已损坏，读不出来（{detail}）；请重新下载，或用办公软件打开后另存",
                kind = kind_of(*kind),
                detail
            )
        }
        Refusal::TooLarge { excess, limit } => {
            say!(
                "{what}超过限度 {limit}；请拆分文件",
                what = self::excess(*excess),
                limit
            )
        }
        Refusal::Control { line, column, sign } => say!(
            "第 {line} 行第 {column} 字是控制字符 {sign}，像是程序的数据，不是文字；请用原来的软件另存为纯文本",
            line,
            column,
            sign
        ),
        Refusal::Empty(kind) => say!("{kind}里没有文字", kind = kind_of(*kind)),
    };
    say!("读不了 {name}：{why}", name, why)
}

fn kind_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => tr("文本文件"),
        Kind::Markdown => tr("Markdown 文件"),
        Kind::Csv => tr("CSV 表格"),
        Kind::Html => tr("网页文件"),
        Kind::Docx => tr("Word 文件（.docx）"),
        Kind::Xlsx => tr("Excel 文件（.xlsx）"),
        Kind::Xls => tr("Excel 文件（.xls）"),
        Kind::Pdf => tr("PDF 文件"),
    }
}

fn foreign(foreign: Foreign) -> &'static str {
    match foreign {
        Foreign::OldWord => {
            tr("旧版 Word 或 WPS 文件（.doc、.wps）；请用办公软件打开，另存为 .docx")
        }
        Foreign::OldExcel => tr("Excel 97 以前的表格；请用办公软件打开，另存为 .xlsx"),
        Foreign::Ofd => tr("OFD 版式文件；请转为 PDF，或复制其文字存为 .txt"),
        Foreign::RichText => tr("RTF 文件；请另存为 .docx"),
        Foreign::OpenDocument => tr("OpenDocument 文件；请另存为 .docx 或 .xlsx"),
        Foreign::Slides => tr("演示文稿；请复制其文字存为 .txt"),
        Foreign::WebArchive => tr("网页归档文件（.mht）；请把网页另存为 .html"),
        Foreign::Image => tr("图片；请先用文字识别软件转成文字"),
        Foreign::Archive => tr("压缩包；请解开，导入其中的文件"),
        Foreign::Unknown => {
            tr("不认识的文件；可以导入 .html、.txt、.md、.csv、.docx、.pdf、.xlsx、.xls")
        }
    }
}

fn excess(excess: Excess) -> &'static str {
    match excess {
        Excess::Bytes => tr("文件的字节数"),
        Excess::Unpacked => tr("解压后的字节数"),
        Excess::Nesting => tr("嵌套的层数"),
        Excess::Pieces => tr("内容的件数"),
        Excess::Line => tr("一行的字节数"),
        Excess::Cells => tr("表的单元格数"),
        Excess::Pages => tr("页数"),
        Excess::Seconds => tr("读取的秒数"),
    }
}
