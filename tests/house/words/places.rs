//! Where Chinese may stand in the source without being said through `tr` or `say!`, and why.

use super::source::Text;

/// A place in the source.
pub(crate) struct Place {
    /// The file, or the beginning of its path.
    pub(crate) file: &'static str,
    /// The item in the file, such as `Stage::ALL`; empty for the whole of it.
    pub(crate) item: &'static str,
    /// Why Chinese may stand there.
    pub(crate) why: Why,
}

/// Why Chinese may stand in a place.
#[derive(Clone, Copy)]
pub(crate) enum Why {
    /// It is no word of the interface; what it is instead.
    Data(#[expect(dead_code, reason = "it is for those who read the list")] &'static str),
    /// It is one, and is translated elsewhere; where. So each word has a twin.
    Labels(#[expect(dead_code, reason = "it is for those who read the list")] &'static str),
}

impl Place {
    pub(crate) fn holds(&self, text: &Text) -> bool {
        text.file.starts_with(self.file) && (self.item.is_empty() || text.item == self.item)
    }
}

const fn data(file: &'static str, item: &'static str, what: &'static str) -> Place {
    Place {
        file,
        item,
        why: Why::Data(what),
    }
}

const fn labels(file: &'static str, item: &'static str, shown: &'static str) -> Place {
    Place {
        file,
        item,
        why: Why::Labels(shown),
    }
}

/// Every place, most of them items of a file.
pub(crate) const PLACES: &[Place] = &[
    data(
        "crates/core/src/plan/outline.rs",
        "SAFEGUARDS",
        "titles of headings in plans",
    ),
    data(
        "crates/core/src/citation/",
        "",
        "citations stay Chinese, as what they cite",
    ),
    data(
        "crates/core/src/citation.rs",
        "",
        "citations stay Chinese, as what they cite",
    ),
    data(
        "crates/core/src/load/figures.rs",
        "",
        "units and names of five-year plans, as plans print them",
    ),
    data(
        "crates/core/src/text/",
        "",
        "the signs by which Chinese lines are broken",
    ),
    data(
        "src/app/keymap/help.rs",
        "QUERIES",
        "what one types, not what it asks",
    ),
    data(
        "crates/core/src/review.rs",
        "noted",
        "notes of plan files, which speak Chinese",
    ),
    data(
        "crates/core/src/compose.rs",
        "PARTS",
        "comments of plan files, which speak Chinese",
    ),
    data(
        "src/importing.rs",
        "comment",
        "comments of plan files, which speak Chinese",
    ),
    data(
        "src/importing/unfit.rs",
        "FRAME",
        "the first and last chapters of regulations",
    ),
    data(
        "src/importing/unfit.rs",
        "REGULATIONS",
        "what titles of regulations end with",
    ),
    data(
        "src/importing/unfit.rs",
        "TRIAL",
        "what titles of regulations end with",
    ),
    labels("crates/import/src/", "", "by `guihua import --explain`"),
    labels("src/app/keymap/", "", "by the help"),
    labels("src/app/action.rs", "View::ALL", "by tabs and hints"),
    labels("src/app/form.rs", "Form::for_target", "by the form"),
    labels("src/app/form.rs", "status_slots", "by the form"),
    labels("src/app/listing.rs", "GROUPS", "by the list"),
    labels("src/app/details.rs", "ANALYST", "by the details"),
    labels("src/app/overview/rows.rs", "", "by the overview"),
    labels("src/app/sifting.rs", "Order::ALL", "by the message"),
    labels("src/app/help.rs", "SIGNS", "by the help"),
    labels("src/app/help.rs", "GAUGE", "by the help"),
    labels("src/ui/found.rs", "KINDS", "by the finder"),
    labels("src/app/hints.rs", "", "by the footer"),
    labels(
        "crates/core/src/plan/target.rs",
        "Tier::label",
        "by the screen and the table of targets",
    ),
    labels(
        "crates/core/src/plan/target.rs",
        "Tier::counted",
        "by the counts",
    ),
    labels(
        "crates/core/src/plan/target.rs",
        "Binding::label",
        "by the details of a target",
    ),
    data(
        "crates/core/src/plan/target.rs",
        "Target::recorded_unit",
        "a unit as plans print it",
    ),
    labels("src/cli/help.rs", "TEMPLATE", "by help, as a whole"),
    labels("src/settings/items.rs", "ITEMS", "by the example"),
    labels("src/cli/examples.rs", "", "by help, as a whole"),
    data(
        "src/cli/complete/values.rs",
        "Kind::named",
        "names of values, which are held with help",
    ),
    data(
        "src/cli/typed.rs",
        "full_width_hyphen",
        "the sign that queries know",
    ),
    data(
        "crates/core/src/plan/address/written.rs",
        "",
        "addresses as people type and print them",
    ),
    data(
        "crates/core/src/plan/numbering.rs",
        "",
        "the numbers of the plan's headings",
    ),
    data(
        "crates/core/src/plan/schema.rs",
        "MARKED",
        "the signs of marks that a pattern knows",
    ),
    labels(
        "crates/core/src/plan/target.rs",
        "Tier::label",
        "where it is shown",
    ),
    labels(
        "crates/core/src/plan/target.rs",
        "Binding::label",
        "where it is shown",
    ),
    data(
        "crates/core/src/plan/target.rs",
        "Target::recorded_unit",
        "a unit, as files have it",
    ),
    data(
        "crates/core/src/plan/outline/places.rs",
        "",
        "addresses as the plan numbers them",
    ),
    data(
        "crates/core/src/plan/outline/build.rs",
        "Builder::notice",
        "a sign that the page sets after its labels",
    ),
    data(
        "crates/core/src/plan/schema.rs",
        "PRINTED",
        "addresses as people type and print them",
    ),
    labels(
        "crates/core/src/plan/block.rs",
        "TaskKind::label",
        "where it is shown",
    ),
    labels(
        "crates/core/src/plan/claim.rs",
        "Reckoning::ALL",
        "where it is shown",
    ),
    labels(
        "crates/core/src/plan/target.rs",
        "LinkOrigin::label",
        "where it is shown",
    ),
    labels(
        "crates/core/src/plan/target.rs",
        "Kind::ALL",
        "where it is shown",
    ),
    labels(
        "crates/core/src/plan/term.rs",
        "TermKind::ALL",
        "where it is shown",
    ),
    data(
        "crates/core/src/search/notes.rs",
        "note",
        "what is searched, the same in both languages",
    ),
    data(
        "crates/core/src/search/entry.rs",
        "EntryKind::ALL",
        "what one types; English shows EntryKind::word",
    ),
    data(
        "crates/core/src/search/entry.rs",
        "NAMES",
        "what is searched, the same in both languages",
    ),
    data("crates/core/src/search/fold.rs", "is_number", "numerals"),
    data(
        "crates/core/src/records/typed.rs",
        "SPELLINGS",
        "units as people write them",
    ),
    data(
        "crates/core/src/records/typed.rs",
        "VAGUE",
        "what is typed behind a figure",
    ),
    data(
        "crates/core/src/records/typed.rs",
        "year::ENDINGS",
        "words that one types",
    ),
    data(
        "crates/core/src/search/forms.rs",
        "SEPARATORS",
        "signs between syllables",
    ),
    data(
        "crates/core/src/search/numbers.rs",
        "",
        "numbers as they are typed",
    ),
    data("crates/core/src/search/numerals.rs", "", "numerals"),
    data("crates/core/src/search/tables.rs", "NUMERALS", "numerals"),
    labels(
        "crates/core/src/search/hit.rs",
        "MatchClass::ALL",
        "where it is shown",
    ),
    data(
        "crates/core/src/search/rank.rs",
        "UNITS",
        "units of the plan",
    ),
    data(
        "crates/core/src/records/field.rs",
        "HEADS",
        "heads that tables may have",
    ),
    labels(
        "crates/core/src/records/table/columns.rs",
        "KNOWN",
        "by the form of `collect`, each by its own `tr`",
    ),
    labels(
        "crates/core/src/records/table/columns.rs",
        "ID",
        "by the form of `collect`",
    ),
    labels(
        "crates/core/src/records/comment.rs",
        "Matter::label",
        "by lists, tables and messages",
    ),
    labels(
        "crates/core/src/records/held.rs",
        "Origin::label",
        "where it is shown",
    ),
    labels(
        "crates/core/src/records/model.rs",
        "Stage::ALL",
        "where it is shown",
    ),
    labels(
        "crates/core/src/records/model.rs",
        "Flag::label",
        "where it is shown",
    ),
    labels(
        "crates/core/src/records/model.rs",
        "Standing::label",
        "where it is shown",
    ),
    data(
        "crates/core/src/records/moment.rs",
        "Moment::in_chinese",
        "years as the plan writes them; Moment::shown has the English",
    ),
    data(
        "crates/core/src/records/plausible.rs",
        "WHOLE",
        "units of the plan",
    ),
    data(
        "crates/core/src/records/plausible.rs",
        "whole",
        "words of names of targets",
    ),
    data(
        "crates/core/src/records/check.rs",
        "shown",
        "addresses as the plan numbers them",
    ),
    data(
        "crates/core/src/records/edit.rs",
        "HEADER",
        "what a file begins with: it is the same for all who read it",
    ),
    data(
        "crates/core/src/records/edit.rs",
        "batch",
        "a comment in a file: it is the same for all who read it",
    ),
    data(
        "crates/core/src/records/pieces.rs",
        "BATCH",
        "a comment in a file: it is the same for all who read it",
    ),
    data(
        "crates/core/src/records/typed.rs",
        "POWERS",
        "words before units",
    ),
    data(
        "crates/core/src/records/typed.rs",
        "PARTS",
        "words that one types",
    ),
    data(
        "crates/core/src/records/typed.rs",
        "coded",
        "words that one types",
    ),
    data(
        "crates/core/src/typeset/table.rs",
        "labelled",
        "a sign between words of the plan",
    ),
    data(
        "src/output/report/docx/styles.rs",
        "styles",
        "names of fonts",
    ),
    data("src/output/collect/xlsx.rs", "styles", "names of fonts"),
];

/// Chinese that English twins name as well: examples of what one types, and words of the plan, of files and of citations.
pub(crate) const EXAMPLES: &[(&str, &str)] = &[
    ("三（一）2", "an address as the plan prints it"),
    ("三、（一）2.", "an address as the plan prints it"),
    ("〔含补字〕", "a remark of citations"),
    ("〔存疑补字〕", "a remark of citations"),
    ("〔此处存疑〕", "a remark of citations"),
    ("推进中", "a word of records, as files have it"),
    ("万人", "a unit of the plan"),
    ("统计公报", "typed"),
    ("社区服务", "typed"),
    ("服务", "typed"),
    ("养老", "typed"),
    ("托育", "typed"),
    ("健康", "typed"),
    ("带土移植", "typed"),
    ("常住人口", "typed"),
];
