//! What the plan is: id, title, region, issuer, number, date and term, as far as the document says.

use guihua_core::plan::{Meta, Period, Plan};

use super::{Given, dates, ids, words};

/// The most characters of a title in the particulars of a plan file.
const LONGEST: usize = 100;

/// A plan with what the document says of itself.
pub(super) fn of(given: &Given<'_>) -> Plan {
    let document = &given.draft.document;
    let said = &document.particulars;
    let title = document.title.as_ref().map_or(given.name, |it| &it.text);
    // Of a title that is longer than plan files have it, the text has the rest.
    let title: String = words::one_line(title).chars().take(LONGEST).collect();
    let text = |said: &Option<String>| {
        let text = said.as_deref().map(words::one_line);
        text.filter(|text| !words::is_empty(text))
    };
    let period = said.term.map(|term| Period {
        start: term.start,
        end: term.end,
    });
    let meta = Meta {
        id: id(&title, period),
        title: if words::is_empty(&title) {
            "（无题）".to_owned()
        } else {
            title
        },
        region: text(&said.region),
        issuer: text(&said.issuer),
        document_number: text(&said.number),
        issued: said.date.as_deref().and_then(dates::day),
        period,
        vision_year: said.vision,
        source: page(given),
    };
    Plan {
        meta,
        ..Plan::default()
    }
}

fn id(title: &str, period: Option<Period>) -> String {
    let letters = ids::initials(title);
    match period {
        Some(term) => format!("{letters}-{}-{}", term.start, term.end),
        None => letters,
    }
}

/// The address of the page, if the file names it.
fn page(given: &Given<'_>) -> Option<String> {
    let source = given.source?;
    let mut values = source.particulars.iter().map(|it| it.value.trim());
    let address =
        values.find(|value| value.starts_with("http://") || value.starts_with("https://"));
    address.map(words::one_line)
}
