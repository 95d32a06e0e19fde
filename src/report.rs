//! The report (评估报告): one model, written in several formats that add nothing and leave nothing out.

mod collect;
mod docx;
mod figures;
mod html;
mod markdown;
mod tables;

use jiff::civil::Date;

use crate::card;
use crate::evaluation::{Board, Evaluation, Group, Method, TaskTally, Verdict};
use crate::load::{Problem, printable};
use crate::plan::{Node, NodeKind, Outline, Plan, Target};
use crate::records::{Book, Observation, Stage, Status};
use crate::wording;
use crate::words::{say, tr};

pub use self::docx::docx;
pub use self::figures::Figures;
pub(crate) use self::html::escaped;
pub use self::html::html;
pub use self::markdown::markdown;
pub(crate) use self::markdown::plain;
pub use self::tables::csv;

/// The heads of the evaluation table, in the order of [`Row::cells`].
pub const HEADS: [&str; 8] = [
    "指标",
    "基期",
    "目标",
    "最新值",
    "进度",
    "状态",
    "来源",
    "备注",
];

/// How the width of a page is shared by the columns of [`HEADS`], in percent.
const SHARES: [usize; 8] = [15, 11, 12, 12, 12, 13, 12, 13];

/// The heads of the report's parts, in their order.
const PARTS: [&str; 5] = [
    "一、汇总",
    "二、指标评估",
    "三、任务进展",
    "四、待收集的数据",
    "五、评估方法",
];

/// A report, all its texts ready to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The title.
    pub title: String,
    /// The day of the evaluation.
    pub as_of: String,
    /// What was evaluated, as one cites it.
    pub plan: String,
    /// The counts, one sentence each.
    pub summary: Vec<String>,
    /// The counts by domain: the domain, then all, observed, and each group.
    pub counts: Vec<(String, Vec<usize>)>,
    /// The evaluation table, by leading domain.
    pub domains: Vec<Section>,
    /// Tasks by how far they have come.
    pub tasks: Vec<Stand>,
    /// What has to be collected.
    pub missing: Vec<Missing>,
    /// Which data the conclusions need, and why, in a paragraph.
    pub needed: String,
    /// The method in a paragraph.
    pub method: String,
}

/// The targets of one domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The domain.
    pub domain: String,
    /// Its targets.
    pub rows: Vec<Row>,
}

/// One target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The id.
    pub id: String,
    /// Its figures for other programs: unrounded, without words.
    pub figures: Figures,
    /// The name.
    pub name: String,
    /// The baseline with its year.
    pub baseline: String,
    /// The goal with its year.
    pub goal: String,
    /// The latest figure or status with its time.
    pub latest: String,
    /// What is measured, and how much it is.
    pub progress: String,
    /// The verdict.
    pub status: String,
    /// Who published the latest figure.
    pub source: String,
    /// What a reader must know.
    pub remark: String,
}

impl Row {
    /// The cells of the table. A missing one is a dash.
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

/// The tasks that have come so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// How far; 无记录 for those without a record.
    pub stage: String,
    /// How many.
    pub count: usize,
    /// Each with its address, and for a record its date and source.
    pub tasks: Vec<String>,
}

/// Something that has to be collected.
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
    /// Evaluates the plan and sets the texts.
    pub fn of(plan: &Plan, book: &Book, as_of: Date, method: &Method) -> Self {
        let evaluations = crate::evaluation::all(plan, book, as_of, method);
        let board = Board::of(plan, &evaluations);
        let pairs: Vec<(&Target, &Evaluation)> = plan.targets.iter().zip(&evaluations).collect();
        Self {
            title: format!("{}评估报告", plan.meta.title),
            as_of: as_of.to_string(),
            plan: format!(
                "《{}》（{}，{}，{}）",
                plan.meta.title,
                plan.meta.document_number,
                plan.meta.issuer,
                day(&plan.meta.issued)
            ),
            summary: summary(plan, book, &board, as_of),
            counts: counts(&board),
            domains: sections(plan, &pairs),
            tasks: stands(plan, book, as_of),
            missing: pairs
                .iter()
                .filter_map(|(target, it)| collect::missing(target, it, plan, as_of))
                .collect(),
            needed: collect::needed(plan),
            method: method_in_words(method),
        }
    }

    /// The day of the evaluation, as it stands under the title.
    pub fn until(&self) -> String {
        format!("（截至{}）", day(&self.as_of))
    }

    /// The head of the data to be collected, with their number.
    fn missing_head(&self) -> String {
        format!("{}（{}项）", PARTS[3], self.missing.len())
    }

    /// The heads of the table of counts.
    pub fn count_heads() -> Vec<&'static str> {
        let groups = Group::ALL.iter().map(|group| group.label());
        ["领域", "共计", "有观测"]
            .into_iter()
            .chain(groups)
            .collect()
    }
}

/// A day as official texts write it: 2023年12月31日.
fn day(iso: &impl ToString) -> String {
    let iso = iso.to_string();
    let parts: Vec<&str> = iso.split('-').collect();
    match parts[..] {
        [year, month, day] => {
            let [month, day] = [month, day].map(|part| part.trim_start_matches('0'));
            format!("{year}年{month}月{day}日")
        }
        _ => iso,
    }
}

/// A text in which this day stands as official texts write it.
fn with_day(text: &str, date: &impl ToString) -> String {
    let iso = date.to_string();
    text.replace(&iso, &day(&iso))
}

fn summary(plan: &Plan, book: &Book, board: &Board, as_of: Date) -> Vec<String> {
    let period = plan.meta.period;
    let ended = Date::new(period.end as i16, 12, 31).is_ok_and(|end| as_of > end);
    let state = if ended {
        "规划期已满"
    } else {
        "规划期内"
    };
    let groups: Vec<String> = Group::ALL
        .iter()
        .map(|group| board.overall.told(*group))
        .collect();
    let tasks = TaskTally::of(&Outline::of(plan), book, as_of);
    let mut sentences = vec![
        format!(
            "评估日：{}（规划期{}—{}年，{state}）。",
            day(&as_of),
            period.start,
            period.end
        ),
        format!(
            "指标：{}；其中{}。",
            board.overall.text(),
            groups.join("、")
        ),
        format!(
            "任务：{}项有进展记录／共{}项。",
            tasks.recorded(),
            tasks.total()
        ),
    ];
    let safeguards = TaskTally::of_safeguards(&Outline::of(plan), book, as_of);
    if safeguards.recorded() > 0 {
        sentences.push(say!(
            "保障措施：{recorded}项有进展记录／共{total}项。",
            recorded = safeguards.recorded(),
            total = safeguards.total()
        ));
    }
    sentences.extend(unread(book));
    if board.beyond > 0 {
        sentences.push(format!(
            "另有远景目标{}项，不属本规划期，不计入。",
            board.beyond
        ));
    }
    sentences
}

/// Records that could not be read are not counted, and never in silence.
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
            lines = lines.join("；")
        )
    })
}

fn counts(board: &Board) -> Vec<(String, Vec<usize>)> {
    let all = ("合计".to_owned(), &board.overall);
    let domains = board
        .domains
        .iter()
        .map(|(name, tally)| (name.clone(), tally));
    domains
        .chain([all])
        .map(|(name, tally)| {
            let groups = Group::ALL.iter().map(|group| tally.count(*group));
            (
                name,
                [tally.total(), tally.observed()]
                    .into_iter()
                    .chain(groups)
                    .collect(),
            )
        })
        .collect()
}

fn sections(plan: &Plan, pairs: &[(&Target, &Evaluation)]) -> Vec<Section> {
    let term = |target: &Target| target.year <= plan.meta.period.end;
    let mut sections: Vec<Section> = plan
        .domains
        .iter()
        .map(|domain| Section {
            domain: domain.clone(),
            rows: pairs
                .iter()
                .filter(|(target, _)| target.domains.first() == Some(domain) && term(target))
                .map(|(target, evaluation)| row(target, evaluation))
                .collect(),
        })
        .collect();
    let beyond = pairs.iter().filter(|(target, _)| !term(target));
    sections.push(Section {
        domain: "远景目标（不属本规划期）".to_owned(),
        rows: beyond
            .map(|(target, evaluation)| row(target, evaluation))
            .collect(),
    });
    sections.retain(|section| !section.rows.is_empty());
    sections
}

fn row(target: &Target, evaluation: &Evaluation) -> Row {
    let baseline = card::baseline(target, evaluation);
    Row {
        id: target.id.clone(),
        figures: Figures::of(target, evaluation),
        name: target.name.clone(),
        baseline: if evaluation.baseline.is_some() {
            baseline
        } else {
            String::new()
        },
        goal: format!("{}（{}年）", wording::goal(target), target.year),
        latest: match evaluation.verdict {
            Verdict::NoData => String::new(),
            _ => latest(target, evaluation),
        },
        progress: card::progress(target, evaluation),
        status: card::verdict(evaluation),
        source: card::source(evaluation),
        remark: remark(evaluation),
    }
}

fn latest(target: &Target, evaluation: &Evaluation) -> String {
    let text = card::latest(target, evaluation);
    match (&evaluation.status, latest_figure(evaluation)) {
        (Some(status), _) => with_day(&text, &status.date),
        (None, Some(figure)) => with_day(&text, &figure.period),
        (None, None) => text,
    }
}

/// The figure that the table shows.
fn latest_figure(evaluation: &Evaluation) -> Option<&Observation> {
    evaluation.judged.as_ref().or(evaluation.seen.last())
}

/// What the evaluation says, and what was noted with the record that the table shows.
fn remark(evaluation: &Evaluation) -> String {
    let note = match &evaluation.status {
        Some(status) => status.note.clone(),
        None => latest_figure(evaluation).and_then(|figure| figure.note.clone()),
    };
    let remarks = evaluation.remarks.iter().cloned();
    remarks.chain(note).collect::<Vec<_>>().join("；")
}

/// Tasks by how far they have come, and after them the safeguards, each with what was recorded of it.
fn stands(plan: &Plan, book: &Book, as_of: Date) -> Vec<Stand> {
    let outline = Outline::of(plan);
    let words = Stage::ALL.iter().map(|(_, stage)| stage.label());
    let stand = |stage: &str| Stand {
        stage: stage.to_owned(),
        count: 0,
        tasks: Vec::new(),
    };
    let mut stands: Vec<Stand> = words.chain(["无记录"]).map(stand).collect();
    for (_, task) in outline.of_kind(NodeKind::Task) {
        let status = book.status_of_task(task.address, as_of);
        let stage = status.map_or("无记录", |status| status.stage.label());
        if let Some(stand) = stands.iter_mut().find(|stand| stand.stage == stage) {
            stand.add(task, &status.map(recorded).unwrap_or_default());
        }
    }
    let mut safeguards = stand(tr("保障措施"));
    for (_, node) in outline.of_kind(NodeKind::Safeguard) {
        let status = book.status_of_task(node.address, as_of);
        let told = status.map(|status| format!("：{}{}", status.stage.label(), recorded(status)));
        let told = told.unwrap_or_else(|| say!("：{none}", none = "无记录"));
        safeguards.add(node, &told);
    }
    stands.push(safeguards);
    stands.retain(|stand| stand.count > 0);
    stands
}

impl Stand {
    fn add(&mut self, node: &Node, told: &str) {
        self.count += 1;
        let (place, title) = (node.address.in_chinese(), node.title());
        self.tasks.push(format!("{place} {title}{told}"));
    }
}

/// When a status was recorded, and who says so.
fn recorded(status: &Status) -> String {
    let source = status.source.as_deref().map(|source| format!("，{source}"));
    format!("（{}{}）", day(&status.date), source.unwrap_or_default())
}

fn method_in_words(method: &Method) -> String {
    let about = (method.about * rust_decimal::Decimal::ONE_HUNDRED).normalize();
    format!(
        "评估方法：进度 =（最新值 − 基期值）÷（目标值 − 基期值），仅在两者同口径时计算，不封顶不封底；没有可比基期的只列差距；累计指标列完成率；须逐年评判的列达标年数；定性指标只凭有来源的进展记录。规划期内按数据所属时点的直线进度用词：进度 ÷ 时间不小于{}为快于预期，不小于{}为符合预期，不小于{}为滞后，不小于0为明显滞后，小于0为倒退。期满后只按目标年年末的数据下结论，不作外推；没有终期数据的为“待终期数据”。“左右”按±{about}%计，“同步”按相差{}个百分点以内计，均为本程序所定，非规划所载。缺数不作0；汇总只计个数，不平均百分数。界限的出处和全部规则见本程序的《指标评估方法》。",
        method.ahead, method.on_course, method.behind, method.in_step
    )
}
