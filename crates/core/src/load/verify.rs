//! What must hold between the parts of a plan: known domains, unique ids, quotes that stand where they say.

use std::collections::HashSet;

use super::decode::{Cited, Decoded, verify_glosses};
use super::figures;
use super::occurrences::Occurrences;
use super::problem::Problems;
use super::reader::suggestion;
use super::{targets, terms};
use crate::plan::{Field, NodeKind, Outline};
use crate::words::{say, tr};

/// Notes what does not hold. `outline` is the one of the decoded plan.
pub(super) fn plan(decoded: &Decoded, outline: &Outline, problems: &mut Problems) {
    meta(decoded, problems);
    domains(decoded, problems);
    let occurrences = Occurrences::of(&decoded.citations, outline);
    for cited in &decoded.citations {
        if problems.is_full() {
            break;
        }
        citation(cited, &occurrences, outline, problems);
    }
    ids(decoded, problems);
    terms::verify(&decoded.plan.terms, &decoded.terms, outline, problems);
    verify_glosses(&decoded.glossed, &decoded.plan, problems);
    for (place, address) in &decoded.tasks_named {
        let node = outline.at(*address).map(|id| outline.node(id));
        if node.is_none_or(|node| node.kind != NodeKind::Task) {
            let what = say!("{address} 不是一项任务", address);
            problems.push(*place, what, tr("写任务的地址，形如 3.1.2p1"));
        }
    }
    targets::verify(decoded, outline, problems);
}

fn ids(decoded: &Decoded, problems: &mut Problems) {
    let mut seen = HashSet::new();
    for (place, id) in decoded.ids.iter().filter(|(_, id)| !id.is_empty()) {
        if !is_kebab_case(id) {
            let what = say!("指标编号“{id}”不合写法", id);
            problems.push(*place, what, tr("只用小写字母、数字和连字符"));
        }
        if !seen.insert(id) {
            let what = say!("指标编号“{id}”重复", id);
            problems.push(*place, what, tr("每个指标的 id 只用一次"));
        }
    }
}

fn meta(decoded: &Decoded, problems: &mut Problems) {
    let meta = &decoded.plan.meta;
    let places = &decoded.meta;
    if !meta.id.is_empty() && !is_kebab_case(&meta.id) {
        problems.push(
            places.id,
            say!("规划编号“{id}”不合写法", id = meta.id),
            tr("只用小写字母、数字和连字符"),
        );
    }
    if let Some(issued) = meta.issued.as_ref().filter(|issued| !is_date(issued)) {
        problems.push(
            places.issued,
            say!("印发日期“{issued}”不是日期", issued),
            tr("写作 2021-12-31"),
        );
    }
    if let Some(period) = meta.period.filter(|period| period.start > period.end) {
        let what = say!(
            "规划期从 {start} 到 {end}，先后颠倒",
            start = period.start,
            end = period.end
        );
        problems.push(places.period, what, tr("start 应不晚于 end"));
    }
    let fields = decoded.plan.notice.iter().flat_map(|notice| &notice.fields);
    let fields: Vec<&Field> = fields.collect();
    let is_printed = |number: &str| {
        let mut values = fields.iter().map(|field| field.value.reading());
        fields.is_empty() || values.any(|value| value.contains(number))
    };
    if let Some(number) = meta.document_number.as_deref().filter(|it| !is_printed(it)) {
        let what = say!("发文字号“{number}”不在通知的公文信息里", number);
        problems.push(places.document_number, what, tr("与公文信息一致"));
    }
}

fn domains(decoded: &Decoded, problems: &mut Problems) {
    let places = &decoded.domains;
    let known = &decoded.plan.domains;
    let mut seen: HashSet<&str> = HashSet::new();
    for (domain, place) in known.iter().zip(places) {
        if !seen.insert(domain.as_str()) {
            problems.push(
                *place,
                say!("领域“{domain}”重复", domain),
                tr("domains 里每个领域只写一次"),
            );
        }
    }
    let named = decoded.domains_named.iter();
    let mut named = named.filter(|(_, domain)| !domain.is_empty());
    if known.is_empty() {
        // One list is missing, however often it is referred to.
        if let Some((place, domain)) = named.next() {
            let what = say!("没有“{domain}”这个领域", domain);
            problems.push(*place, what, tr("在 domains 里列出全部领域"));
        }
        return;
    }
    for (place, domain) in named {
        if problems.is_full() {
            break;
        }
        if !seen.contains(domain.as_str()) {
            problems.push(
                *place,
                say!("没有“{domain}”这个领域", domain),
                suggestion(domain, known),
            );
        }
    }
}

fn citation(
    cited: &Cited,
    occurrences: &Occurrences<'_>,
    outline: &Outline,
    problems: &mut Problems,
) {
    if outline.at(cited.citation.at).is_none() {
        let what = say!("地址 {address} 不存在", address = cited.citation.at);
        problems.push(cited.at, what, nearest_place(cited, outline));
        return;
    }
    let quote = &cited.citation.quote;
    match occurrences.count(cited.citation.at, quote) {
        _ if quote.is_empty() => {}
        1 => {}
        0 => problems.push(
            cited.quote,
            say!("引文“{quote}”不在 {at}", quote, at = cited.citation.at),
            nearest_place(cited, outline),
        ),
        n => {
            let what = say!(
                "引文“{quote}”在 {at} 出现 {n} 次",
                quote,
                at = cited.citation.at,
                n
            );
            problems.push(cited.quote, what, tr("加长引文，使它只出现一次"));
        }
    }
    if let Some(figure) = &cited.figure
        && !figures::prints(quote, figure)
    {
        problems.push(
            cited.quote,
            say!("引文里没有数值 {figure}", figure),
            tr("数值应与引文一字不差，或改引含有它的句子"),
        );
    }
}

/// Where the quoted words do stand, if anywhere.
fn nearest_place(cited: &Cited, outline: &Outline) -> String {
    let found = outline
        .nodes()
        .iter()
        .find(|node| node.prose.reading().contains(&cited.citation.quote));
    match found {
        Some(node) => say!("它在 {address}", address = node.address),
        None => tr("全文没有这句话；引文须与还原后的文字一字不差（不含⟦⟧）").to_owned(),
    }
}

fn is_kebab_case(text: &str) -> bool {
    text.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

fn is_date(text: &str) -> bool {
    let parts: Vec<Option<u16>> = text.split('-').map(|part| part.parse().ok()).collect();
    let is_plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    is_plain
        && matches!(
            parts.as_slice(),
            [Some(1000..=9999), Some(1..=12), Some(1..=31)]
        )
        && text.len() == 10
}
