//! The report (评估报告): one model, written as Markdown, HTML or Word; as CSV only the evaluation table.

mod collect;
mod docx;
mod figures;
mod html;
mod markdown;
mod sections;
mod tables;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::Assessment;
use crate::dossier::Dossier;
use crate::evaluation::{Board, Group, Method, Tally};
use crate::load::{Problem, printable};
use crate::plan::{Meta, Node, NodeKind, Outline, Period, Tier};
use crate::records::{Book, Stage, Status};
use crate::wording;
use crate::words::{say, tr};

pub use self::docx::docx;
pub use self::figures::Figures;
pub use self::html::html;
pub use self::markdown::markdown;
pub use self::tables::csv;

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

/// The headings of the report's parts.
fn parts() -> [&'static str; 5] {
    [
        tr("一、汇总"),
        tr("二、指标评估"),
        tr("三、任务进展"),
        tr("四、待收集的数据"),
        tr("五、评估方法"),
    ]
}

/// A report with all its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The title.
    pub title: String,
    /// The day of the evaluation.
    pub as_of: String,
    /// The citation of the plan.
    pub plan: String,
    /// The counts, one sentence each.
    pub summary: Vec<String>,
    /// The counts, a table for each tier.
    pub counts: Vec<Counts>,
    /// The evaluation table, by leading domain.
    pub domains: Vec<Section>,
    /// Tasks by stage.
    pub tasks: Vec<StageTasks>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The index of the target in the plan.
    pub index: usize,
    /// The id.
    pub id: String,
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
    /// Each task with its address, and its record's date and source.
    pub tasks: Vec<String>,
}

/// Data to be collected for a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The target's id.
    pub id: String,
    /// The target's name.
    pub target: String,
    /// What is missing.
    pub what: String,
}

impl Report {
    /// The report on an assessment.
    pub fn of(dossier: &Dossier, assessment: &Assessment) -> Self {
        let (plan, as_of) = (&dossier.plan, assessment.as_of);
        Self {
            title: say!("{title}评估报告", title = plan.meta.title),
            as_of: as_of.to_string(),
            plan: named_with_source(&plan.meta),
            summary: summary(dossier, assessment),
            counts: counts(&assessment.board),
            domains: sections::all(dossier, assessment),
            tasks: by_stage(dossier, as_of),
            missing: collect::all(dossier, assessment),
            needed: collect::needed(plan),
            method: method_in_words(&assessment.method),
        }
    }

    /// The day of the evaluation, as it is printed under the title.
    pub fn until(&self) -> String {
        say!("（截至{day}）", day = wording::day(&self.as_of))
    }

    /// The heading of the data to be collected, with their number.
    fn missing_head(&self) -> String {
        let [_, _, _, head, _] = parts();
        counted(head, self.missing.len())
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

/// The day of the assessment, and where it lies in the term.
fn day(meta: &Meta, as_of: Date) -> String {
    let day = wording::day(&as_of.to_string());
    let Some(Period { start, end }) = meta.period else {
        return say!("评估日：{day}。", day);
    };
    let ended = Date::new(end as i16, 12, 31).is_ok_and(|end| as_of > end);
    let state = if ended {
        tr("规划期已满")
    } else {
        tr("规划期内")
    };
    say!(
        "评估日：{day}（规划期{start}—{end}年，{state}）。",
        day,
        start,
        end,
        state
    )
}

fn summary(dossier: &Dossier, assessment: &Assessment) -> Vec<String> {
    let (as_of, board) = (assessment.as_of, &assessment.board);
    let (tasks, safeguards) = (&assessment.tasks, &assessment.safeguards);
    let mut sentences = vec![day(&dossier.plan.meta, as_of)];
    sentences.extend(board.tiers().map(|tier| of_tier(board, tier)));
    sentences.extend(board.unconfirmed().map(|text| say!("{text}。", text)));
    sentences.push(say!(
        "任务：{recorded}项有进展记录／共{total}项。",
        recorded = tasks.recorded(),
        total = tasks.total()
    ));
    if safeguards.recorded() > 0 {
        sentences.push(say!(
            "保障措施：{recorded}项有进展记录／共{total}项。",
            recorded = safeguards.recorded(),
            total = safeguards.total()
        ));
    }
    sentences.extend(unread(&dossier.book));
    sentences
}

/// The sentence on one tier.
fn of_tier(board: &Board, tier: Tier) -> String {
    let tally = board.overall.of(tier);
    let groups: Vec<String> = Group::ALL
        .iter()
        .map(|group| tally.group_text(*group))
        .collect();
    let sentence = say!(
        "{tier}：{counts}；其中{groups}。",
        tier = wording::head(tr(tier.counted())),
        counts = tally.text(),
        groups = groups.join(tr("、"))
    );
    match board.beyond.of(tier) {
        0 => sentence,
        count => say!(
            "{sentence}另有远景目标{count}项，不属本规划期，不计入。",
            sentence,
            count
        ),
    }
}

/// The sentence on records that could not be read, if any.
fn unread(book: &Book) -> Option<String> {
    let line = |it: &Problem| {
        say!(
            "第{line}行：{what}",
            line = it.line,
            what = printable(&it.what)
        )
    };
    let lines: Vec<String> = book.unread().iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        say!(
            "注意：有{count}条自记的记录未能读入，没有计入（{lines}）。",
            count = lines.len(),
            lines = lines.join(tr("；"))
        )
    })
}

fn counts(board: &Board) -> Vec<Counts> {
    let row = |name: &str, tally: &Tally| {
        let groups = Group::ALL.iter().map(|group| tally.count(*group));
        let counts = [tally.total(), tally.observed()].into_iter().chain(groups);
        (name.to_owned(), counts.collect())
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

/// Tasks by stage, then the safeguards, each with its latest record.
fn by_stage(dossier: &Dossier, as_of: Date) -> Vec<StageTasks> {
    let Dossier { outline, book, .. } = dossier;
    let words = Stage::ALL.iter().map(|(_, stage)| tr(stage.label()));
    let none = tr("无记录");
    let empty = |stage: &str| StageTasks {
        stage: wording::head(stage),
        count: 0,
        tasks: Vec::new(),
    };
    let mut groups: Vec<StageTasks> = words.chain([none]).map(empty).collect();
    for (_, task) in outline.of_kind(NodeKind::Task) {
        let status = book.status_of_task(task.address, as_of);
        let stage = wording::head(status.map_or(none, |status| tr(status.stage.label())));
        if let Some(group) = groups.iter_mut().find(|group| group.stage == stage) {
            let task = named(outline, task);
            group.add(match status {
                Some(status) => wording::aside(task, recorded(status)),
                None => task,
            });
        }
    }
    let mut safeguards = empty(tr("保障措施"));
    for (_, node) in outline.of_kind(NodeKind::RunIn) {
        let status = book.status_of_task(node.address, as_of);
        let progress = match status {
            Some(status) => wording::aside(tr(status.stage.label()), recorded(status)),
            None => none.to_owned(),
        };
        safeguards.add(say!(
            "{head}：{text}",
            head = named(outline, node),
            text = progress
        ));
    }
    groups.push(safeguards);
    groups.retain(|group| group.count > 0);
    groups
}

impl StageTasks {
    fn add(&mut self, task: String) {
        self.count += 1;
        self.tasks.push(task);
    }
}

fn named(outline: &Outline, node: &Node) -> String {
    format!("{} {}", wording::place(outline, node.address), node.title())
}

/// The date and source of a status.
fn recorded(status: &Status) -> String {
    let day = wording::day(&status.date.to_string());
    match &status.source {
        Some(source) => [&day, tr("，"), source].concat(),
        None => day,
    }
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
