//! Citations (引用): quotations from the plan with their place, in four styles.
//!
//! ```text
//! plain          “……。”——《规划》（文号）三、（一）2.               in a text
//! gbt7714        发文机关. 题名：文号[EB/OL].（日期）[日期]. 网址.    in a list of references, by the standard in force
//! gbt7714-2015   发文机关. 题名: 文号[A/OL]. (日期)[日期]. 网址.      in a list of references, by the one before
//! markdown       > ……。                                             in notes
//! ```
//!
//! A citation is in the language of the plan and never translated.
//!
//! - Within “ ” the plan's own “ ” become ‘ ’, and the reverse, as GB/T 15834—2011 requires. The style `markdown` has no
//!   quotation marks, so there the text is unchanged.
//! - The restored reading is cited unless the published one is asked for. Notes at the end tell a reader of it: `〔含补字〕`
//!   of supplied characters that are certain, `〔存疑补字〕` of such as are the likeliest of several, `〔此处存疑〕` of a place
//!   that stands as published though something may be lost. A reference of GB/T 7714 quotes nothing and has no such notes.

mod passage;
mod styles;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

pub use self::passage::Passage;
use crate::plan::{Address, Outline, Part, Plan, Supplied};

/// How a citation is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "CitationStyle")]
pub enum Style {
    /// A quotation in quotation marks, with its place behind a dash.
    #[default]
    Plain,
    /// A reference to the document by GB/T 7714—2025, in force since July 2026.
    Gbt7714,
    /// A reference to the document by GB/T 7714—2015, which many journals still ask for.
    #[serde(rename = "gbt7714-2015")]
    Gbt7714Of2015,
    /// A block quotation in Markdown, with its place and a link below.
    Markdown,
}

impl Style {
    /// Every style with its name in options.
    pub const ALL: [(&'static str, Self); 4] = [
        ("plain", Self::Plain),
        ("gbt7714", Self::Gbt7714),
        ("gbt7714-2015", Self::Gbt7714Of2015),
        ("markdown", Self::Markdown),
    ];
}

/// Which text of the plan is cited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// The restored text.
    #[default]
    Restored,
    /// The text as published, without supplied characters.
    AsPublished,
}

/// What is cited: a plan and which text of it.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its outline.
    pub outline: &'a Outline,
    /// Which text is cited.
    pub reading: Reading,
    /// The day of access, for references (引用日期).
    pub accessed: Date,
}

impl<'a> Source<'a> {
    /// The restored text of a plan, accessed on a day.
    pub fn restored(plan: &'a Plan, outline: &'a Outline, accessed: Date) -> Self {
        Self {
            plan,
            outline,
            reading: Reading::Restored,
            accessed,
        }
    }

    /// The citation of a passage.
    pub fn cite(self, passage: &Passage, style: Style) -> String {
        let work = Work::at(self.plan, passage.at.part);
        match style {
            Style::Plain => styles::plain(&self, &work, passage),
            Style::Gbt7714 => styles::gbt7714(&self, &work),
            Style::Gbt7714Of2015 => styles::gbt7714_of_2015(&self, &work),
            Style::Markdown => styles::markdown(&self, &work, passage),
        }
    }

    /// A passage in quotation marks with its place alone, for a text that names the plan once: `“……。”（三、（一）2.）`.
    pub fn quote(self, passage: &Passage) -> String {
        styles::quote(&self, passage)
    }

    /// The citation of a passage, or of the plan as a whole.
    pub fn cited(self, passage: Option<&Passage>, style: Style) -> String {
        passage.map_or_else(|| self.cite_work(style), |it| self.cite(it, style))
    }

    /// The citation of the plan as a whole.
    pub fn cite_work(self, style: Style) -> String {
        let work = Work::at(self.plan, Part::Preface);
        match style {
            Style::Plain => work.name(),
            Style::Gbt7714 => styles::gbt7714(&self, &work),
            Style::Gbt7714Of2015 => styles::gbt7714_of_2015(&self, &work),
            Style::Markdown => styles::link(&self, &work),
        }
    }

    /// The paragraphs of a passage as they are cited.
    pub fn words(self, passage: &Passage) -> Vec<String> {
        passage.paragraphs(self.outline, self.reading)
    }

    /// Whether the cited text has supplied characters that are certain.
    pub fn is_supplied(self, passage: &Passage) -> bool {
        let mut supplied = passage.supplied(self.outline);
        self.reading == Reading::Restored && supplied.any(|it| !it.is_uncertain())
    }

    /// Whether it has supplied characters that are the likeliest of several candidates.
    pub fn is_uncertain(self, passage: &Passage) -> bool {
        let mut supplied = passage.supplied(self.outline);
        self.reading == Reading::Restored && supplied.any(Supplied::is_uncertain)
    }

    /// Whether it has a place that stands as published though characters may be lost there.
    pub fn is_open(self, passage: &Passage) -> bool {
        let mut open = passage.open(self.outline);
        self.reading == Reading::Restored
            && open.any(|(node, place)| !node.explains_candidates(place))
    }

    /// The notes on open readings that the cited text touches; none for the text as published.
    pub fn open_notes(self, passage: &Passage) -> Vec<String> {
        match self.reading {
            Reading::Restored => {
                let open = passage.open(self.outline);
                open.map(|(_, place)| place.note.clone()).collect()
            }
            Reading::AsPublished => Vec::new(),
        }
    }

    /// The place in a citation: the number of the heading, and of the paragraph if there are several; empty for the notice
    /// as a whole.
    pub fn place(self, at: Address) -> String {
        if at.part == Part::Masthead {
            return "公文信息".to_owned();
        }
        let heading = match at.part {
            Part::Masthead | Part::Notice => String::new(),
            _ => self.outline.place(at.heading()),
        };
        let siblings = self.outline.nodes().iter().map(|node| node.address);
        let siblings = siblings.filter(|it| it.heading() == at.heading() && !it.is_heading());
        let is_alone = siblings.count() == 1 && at.sentence().is_none();
        if is_alone {
            return heading;
        }
        heading + &at.below_heading()
    }
}

/// The document that is cited: the plan, or the notice by which it was issued.
struct Work<'a> {
    title: &'a str,
    number: Option<&'a str>,
}

impl<'a> Work<'a> {
    fn at(plan: &'a Plan, part: Part) -> Self {
        let notice = plan.notice.as_ref();
        let notice = notice.filter(|_| matches!(part, Part::Masthead | Part::Notice));
        Self {
            title: notice.map_or(&plan.meta.title, |notice| notice.title.reading()),
            number: plan.meta.document_number.as_deref(),
        }
    }

    /// `《规划》（文号）`. Titles within the title are put between 〈 and 〉.
    fn name(&self) -> String {
        let title = self.title.replace('《', "〈").replace('》', "〉");
        let number = self.number.map(|number| format!("（{number}）"));
        format!("《{title}》{}", number.unwrap_or_default())
    }
}
