//! What the plan is: its id, title, region, issuer, number, date and term.

use super::super::problem::Problems;
use super::super::reader::{self, Fields};
use super::super::yaml::Tree;
use super::MetaPlaces;
use crate::plan::{Meta, Period};
use crate::words::tr;

pub(super) fn meta(tree: &Tree, places: &mut MetaPlaces, problems: &mut Problems) -> Meta {
    let mut meta = Meta::default();
    let Some(mut fields) = Fields::of(tree, tr("基本信息（meta）"), problems) else {
        return meta;
    };
    for (key, slot) in [("id", &mut meta.id), ("title", &mut meta.title)] {
        if let Some(tree) = fields.required(key, problems) {
            *slot = reader::name(tree, key, problems);
            if key == "id" {
                places.id = tree.place;
            }
        }
    }
    for (key, slot) in [
        ("region", &mut meta.region),
        ("issuer", &mut meta.issuer),
        ("document_number", &mut meta.document_number),
        ("issued", &mut meta.issued),
        ("source", &mut meta.source),
    ] {
        let Some(tree) = fields.optional(key) else {
            continue;
        };
        let text = reader::text(tree, key, problems);
        *slot = (!text.is_empty()).then_some(text);
        match key {
            "document_number" => places.document_number = tree.place,
            "issued" => places.issued = tree.place,
            _ => {}
        }
    }
    if let Some(tree) = fields.optional("period") {
        places.period = tree.place;
        meta.period = period(tree, problems);
    }
    meta.vision_year = fields
        .optional("vision_year")
        .map(|tree| reader::year(tree, tr("远景年份"), problems));
    fields.finish(problems);
    meta
}

/// The term, if both of its years could be read.
fn period(tree: &Tree, problems: &mut Problems) -> Option<Period> {
    let mut fields = Fields::of(tree, tr("规划期（period）"), problems)?;
    let mut year = |key, what| {
        let tree = fields.required(key, problems);
        tree.map_or(0, |tree| reader::year(tree, what, problems))
    };
    let (start, end) = (year("start", tr("起始年份")), year("end", tr("结束年份")));
    fields.finish(problems);
    (start != 0 && end != 0).then_some(Period { start, end })
}
