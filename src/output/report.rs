//! The report (评估报告): one model, written as Markdown, HTML or Word; as CSV only the evaluation table.

pub mod block;
mod body;
pub mod chart;
pub(in crate::output) mod collect;
mod conclusion;
mod docx;
mod expected;
mod figures;
mod html;
mod markdown;
mod progress;
mod sections;
mod svg;
mod tables;
mod words;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::evaluation::{Board, Group, Method, Tally};
use crate::plan::{Meta, Plan, TaskKind, Tier};
use crate::wording;
use crate::words::{say, tr};

use self::block::{Block, Item};
use self::chart::Chart;
pub use self::docx::docx;
pub use self::expected::Expected;
pub use self::figures::Figures;
pub use self::html::html;
pub use self::markdown::markdown;
pub use self::tables::csv;
pub use self::words::Words;

/// The heads of the evaluation table, in the order of [`Row::cells`].
pub fn heads() -> [&'static str; 8] {
    [
        tr("指标"),
        tr("基期"),
        tr("目标"),
        tr("最新值"),
        tr("进度"),
        tr("状态"),
        tr("来源"),
        tr("备注"),
    ]
}

/// The widths of the columns of [`heads`], in percent of the page.
const SHARES: [usize; 8] = [15, 11, 12, 12, 12, 13, 12, 13];

/// A report with all its texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The title.
    pub title: String,
    /// The day of the evaluation.
    pub as_of: String,
    /// The citation of the plan.
    pub plan: String,
    /// The counts, one sentence each.
    pub summary: Vec<String>,
    /// The names of the plan's targets that have data, one sentence for each group.
    pub named: Vec<String>,
    /// The counts, a table for each tier.
    pub counts: Vec<Counts>,
    /// The evaluation table, by leading domain.
    pub domains: Vec<Section>,
    /// How far targets are expected to have come at the end of the term; none once it has ended.
    pub expected: Vec<Expected>,
    /// Tasks by stage, then the safeguards.
    pub tasks: Vec<StageTasks>,
    /// Projects by stage.
    pub projects: Vec<StageTasks>,
    /// Reforms by stage.
    pub reforms: Vec<StageTasks>,
    /// What an analyst wrote on issues and their causes, with a place for each target that was missed or is behind.
    pub issues: Words,
    /// What an analyst advises.
    pub advice: Words,
    /// The data to be collected.
    pub missing: Vec<Missing>,
    /// A paragraph on which data the conclusions need, and why.
    pub needed: String,
    /// A paragraph on the method.
    pub method: String,
}

/// The counts of one tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// What the counts are of.
    pub tier: String,
    /// By domain: its name, then the number of all, of observed ones, and of each group. The last row has all domains.
    pub rows: Vec<(String, Vec<usize>)>,
}

/// The targets of one domain and tier.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Which part of the table it belongs to.
    pub part: SectionPart,
    /// The heading: the domain, and the tier unless it is the first.
    pub heading: String,
    /// The domain; `None` for those without one, beyond the term, or not confirmed.
    pub domain: Option<String>,
    /// Its targets.
    pub rows: Vec<Row>,
}

/// The parts of the evaluation table, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SectionPart {
    /// The plan's targets of the term.
    Targets,
    /// Commitments of direction of the term, which an editor picked.
    Commitments,
    /// Goals beyond the term (远景目标).
    BeyondTerm,
    /// What a program proposed and no person has confirmed (待确认).
    Proposed,
}

/// One target.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The index of the target in the plan.
    pub index: usize,
    /// The id.
    pub id: String,
    /// The group of its verdict.
    pub group: Group,
    /// Its chart, where that tells more than the table.
    pub chart: Option<Chart>,
    /// Its figures for other programs, unrounded.
    pub figures: Figures,
    /// The name.
    pub name: String,
    /// The baseline with its year.
    pub baseline: String,
    /// The goal with its year.
    pub goal: String,
    /// The latest figure or status with its time.
    pub latest: String,
    /// The kind of progress and its value.
    pub progress: String,
    /// The verdict.
    pub status: String,
    /// Who published the latest figure.
    pub source: String,
    /// Remarks.
    pub remark: String,
}

impl Row {
    /// The cells in the order of [`heads`]; a missing value is a dash.
    pub fn cells(&self) -> [&str; 8] {
        [
            &self.name,
            &self.baseline,
            &self.goal,
            &self.latest,
            &self.progress,
            &self.status,
            &self.source,
            &self.remark,
        ]
        .map(|cell| {
            if cell.is_empty() {
                "—"
            } else {
                cell.as_str()
            }
        })
    }
}

/// The tasks at one stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageTasks {
    /// The stage; 无记录 for tasks without a record.
    pub stage: String,
    /// The number of tasks.
    pub count: usize,
    /// Each task with its address, and its record's date and source; under it the measures that have records.
    pub tasks: Vec<Item>,
}

/// Data to be collected for a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The target's id.
    pub id: String,
    /// The target's name.
    pub target: String,
    /// The goal with its year.
    pub goal: String,
    /// What is missing.
    pub what: String,
    /// Who is responsible by the plan; empty where it does not say.
    pub duty: String,
}

impl Report {
    /// The report on an assessment.
    pub fn of(dossier: &Dossier, assessment: &Assessment) -> Self {
        let (plan, as_of) = (&dossier.plan, assessment.as_of);
        Self {
            title: say!("{title}评估报告", title = plan.meta.title),
            as_of: as_of.to_string(),
            plan: named_with_source(&plan.meta),
            summary: conclusion::counted(dossier, assessment),
            named: conclusion::named(dossier, assessment),
            counts: counts(&dossier.plan, &assessment.board),
            domains: sections::all(dossier, assessment),
            tasks: progress::of_tasks(dossier, as_of),
            expected: expected::all(dossier, assessment),
            projects: progress::of_kind(dossier, as_of, TaskKind::Project),
            reforms: progress::of_kind(dossier, as_of, TaskKind::Reform),
            issues: words::issues(dossier, assessment),
            advice: words::advice(dossier, assessment),
            missing: collect::all(dossier, assessment),
            needed: collect::needed(plan),
            method: method_in_words(&assessment.method),
        }
    }

    /// The day of the evaluation, as it is printed under the title.
    pub fn until(&self) -> String {
        say!("（截至{day}）", day = wording::day(&self.as_of))
    }

    /// What stands under title and citation, in order.
    pub fn body(&self) -> Vec<Block<'_>> {
        body::blocks(self)
    }

    /// The heads of the table of counts.
    pub fn count_heads() -> Vec<String> {
        let groups = Group::ALL.iter().map(|group| group.label());
        [tr("领域"), tr("共计"), tr("有观测")]
            .into_iter()
            .chain(groups)
            .map(wording::head)
            .collect()
    }
}

/// `《规划》（文号，机关，日期）`, as far as the plan tells them.
fn named_with_source(meta: &Meta) -> String {
    let issued = meta.issued.as_deref().map(wording::day);
    let parts = [meta.document_number.clone(), meta.issuer.clone(), issued];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let title = say!("《{title}》", title = meta.title);
    if parts.is_empty() {
        return title;
    }
    wording::aside(title, parts.join(tr("，")))
}

/// A heading with a count.
fn counted(head: &str, count: usize) -> String {
    say!("{head}（{count}项）", head, count)
}

fn counts(plan: &Plan, board: &Board) -> Vec<Counts> {
    let row = |name: &str, tally: &Tally| {
        let groups = Group::ALL.iter().map(|group| tally.count(*group));
        let counts = [tally.total(), tally.observed()].into_iter().chain(groups);
        (wording::told(plan, name).to_owned(), counts.collect())
    };
    let of = |tier: Tier| {
        let domains = board.rows(tier).into_iter();
        let all = (tr("合计"), board.overall.of(tier));
        Counts {
            tier: wording::head(tr(tier.counted())),
            rows: domains
                .chain([all])
                .map(|(name, tally)| row(name, tally))
                .collect(),
        }
    };
    board.tiers().map(of).collect()
}

fn method_in_words(method: &Method) -> String {
    let about = (method.about * rust_decimal::Decimal::ONE_HUNDRED).normalize();
    say!(
        "评估方法：进度 =（最新值 − 基期值）÷（目标值 − 基期值），仅在两者同口径时计算，不封顶不封底；没有可比基期的只列差距；累计指标列完成率；须逐年评判的列达标年数；定性指标只凭有来源的进展记录。规划期内按数据所属时点的直线进度用词：进度 ÷ 时间不小于{ahead}为快于预期，不小于{fair}为符合预期，不小于{behind}为滞后，不小于0为明显滞后，小于0为倒退。期满后只按目标年年末的数据下结论，不作外推；没有终期数据的为“待终期数据”。“左右”按±{about}%计，“同步”按相差{points}个百分点以内计，均为本程序所定，非规划所载。缺数不作0；汇总只计个数，不平均百分数。界限的出处和全部规则见本程序的《指标评估方法》。",
        ahead = method.ahead,
        fair = method.on_course,
        behind = method.behind,
        about,
        points = method.in_step
    )
}
