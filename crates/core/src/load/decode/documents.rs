//! The notice, the plan itself and its attachments.

use super::super::reader::{self, Fields};
use super::super::yaml::Tree;
use super::blocks::{self, Inside};
use super::{Context, items, prose};
use crate::plan::{Attachment, Body, DEEPEST, Field, Notice, Prose, numbering::Style};
use crate::words::{say, tr};

pub(super) fn notice(tree: &Tree, cx: &mut Context<'_>) -> Option<Notice> {
    let mut fields = Fields::of(tree, tr("通知（notice）"), cx.problems)?;
    let particulars = items(&mut fields, "fields", cx).iter();
    let notice = Notice {
        fields: particulars.filter_map(|tree| field(tree, cx)).collect(),
        title: prose(&mut fields, "title", cx.problems),
        addressees: optional(&mut fields, "addressees", cx),
        paragraphs: items(&mut fields, "paragraphs", cx)
            .iter()
            .map(|tree| reader::prose(tree, tr("段落"), cx.problems))
            .collect(),
        issuer: optional(&mut fields, "issuer", cx),
        date: optional(&mut fields, "date", cx),
    };
    fields.finish(cx.problems);
    Some(notice)
}

fn optional(fields: &mut Fields<'_>, key: &'static str, cx: &mut Context<'_>) -> Option<Prose> {
    let tree = fields.optional(key)?;
    Some(reader::prose(tree, key, cx.problems))
}

fn field(tree: &Tree, cx: &mut Context<'_>) -> Option<Field> {
    let mut fields = Fields::of(tree, tr("公文信息的一项"), cx.problems)?;
    let label = fields
        .required("label", cx.problems)
        .map(|tree| reader::name(tree, "label", cx.problems))
        .unwrap_or_default();
    let value = fields
        .required("value", cx.problems)
        .map(|tree| reader::prose_or_empty(tree, "value", cx.problems))
        .unwrap_or_default();
    fields.finish(cx.problems);
    Some(Field { label, value })
}

pub(super) fn body(tree: &Tree, cx: &mut Context<'_>) -> Option<Body> {
    let mut fields = Fields::of(tree, tr("正文（plan）"), cx.problems)?;
    let body = Body {
        title: prose(&mut fields, "title", cx.problems),
        numbering: numbering(&mut fields, cx),
        content: blocks::content(&mut fields, Inside::Levels(0), cx),
        attachment: optional(&mut fields, "attachment", cx),
    };
    fields.finish(cx.problems);
    Some(body)
}

pub(super) fn attachment(tree: &Tree, cx: &mut Context<'_>) -> Option<Attachment> {
    let mut fields = Fields::of(tree, tr("附件（attachments）"), cx.problems)?;
    let attachment = Attachment {
        label: super::optional(&mut fields, "label", reader::name, cx.problems),
        title: prose(&mut fields, "title", cx.problems),
        numbering: numbering(&mut fields, cx),
        content: blocks::content(&mut fields, Inside::Levels(0), cx),
    };
    fields.finish(cx.problems);
    Some(attachment)
}

/// The first number of each level; an empty one for a level without numbers.
fn numbering(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Vec<String> {
    let mut first = Vec::new();
    for tree in items(fields, "numbering", cx) {
        let text = reader::name_or_empty(tree, tr("各级编号（numbering）"), cx.problems);
        let is_first = Style::read(&text).is_some_and(|(_, n)| n == 1);
        if !text.is_empty() && !is_first {
            let what = say!("“{text}”不是一级的第一个编号", text);
            let remedy = tr("写作 第一章、一、、（一）、1.、1.1 之类，不编号的一级写 ''");
            cx.problems.push(tree.place, what, remedy);
        }
        first.push(text);
        if first.len() == DEEPEST + 1 {
            let what = say!("标题最多 {max} 级", max = DEEPEST);
            cx.problems.push(tree.place, what, tr("删去多出的编号"));
        }
    }
    first
}
