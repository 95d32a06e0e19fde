//! Arguments of commands about records, evaluation and reports.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::records::{Moment, typed};

/// The day of an evaluation.
#[derive(Debug, Args)]
pub struct AsOfArgs {
    /// 评估日，如 2023-12-31（或 2023，即该年年末）；不写为今天
    #[arg(long, value_name = "日期", value_parser = day)]
    pub as_of: Option<Date>,
}

impl AsOfArgs {
    /// The day asked for, or today.
    pub fn date(&self) -> Date {
        self.as_of.unwrap_or_else(crate::clock::today)
    }
}

/// Parses a date, or a year as its last day.
fn day(text: &str) -> Result<Date, String> {
    let moment = typed::moment(text).map(Moment::end);
    moment.map_err(|fault| fault.to_string())
}

/// Arguments of `target`.
#[derive(Debug, Args)]
pub struct TargetArgs {
    /// 指标的编号、名称或名称的一部分，如 常住人口
    #[arg(value_name = "指标")]
    pub target: String,
    /// 列出公式、代入的数、阈值、原句和来源
    #[arg(long)]
    pub why: bool,
    /// 输出 JSON
    #[arg(long, conflicts_with = "why")]
    pub json: bool,
    /// The day of the evaluation.
    #[command(flatten)]
    pub as_of: AsOfArgs,
}

/// Arguments of `record`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct RecordArgs {
    /// 从表格（Excel，或 UTF-8、GBK 的 CSV；- 为标准输入）成批记录，如填好的收集表：全部记入，或一行也不记
    #[arg(long, value_name = "文件", alias = "csv")]
    pub from: Option<PathBuf>,
    /// 与 --from 同用：取代已有的同指标、同期记录
    #[arg(long, requires = "from")]
    pub replace: bool,
    /// 与 --from 同用：数值或对照值与已知的相差悬殊（五倍以上）也照记
    #[arg(long, requires = "from")]
    pub force: bool,
    /// What is recorded.
    #[command(subcommand)]
    pub what: Option<RecordCommand>,
}

/// What is recorded.
#[derive(Debug, Subcommand)]
pub enum RecordCommand {
    /// 记一个指标的数值
    Observation(ObservationArgs),
    /// 记一项任务（或没有数值的指标）的进展
    Status(StatusArgs),
    /// 记问题与原因：评估报告里分析人员的话，某个指标的，或全规划的
    Issue(CommentArgs),
    /// 记对策建议，某个指标的，或全规划的
    Advice(CommentArgs),
    /// 撤回最后一条自记的记录；从表格一次记入的，一次全部撤回
    Undo,
}

/// Arguments of `record observation`.
#[derive(Debug, Args)]
pub struct ObservationArgs {
    /// 指标的编号或名称
    #[arg(value_name = "指标")]
    pub target: String,
    /// 数值，可带单位，如 120.1 或 120.1万人
    #[arg(value_name = "数值", allow_hyphen_values = true)]
    pub value: String,
    /// 年份（该年年末，或当年数）、半年、季度、月份或日期
    #[arg(long, value_name = "期次")]
    pub period: String,
    /// 参考地区，如 全市：只列在指标旁，不作评判
    #[arg(long, value_name = "地区")]
    pub area: Option<String>,
    /// 来源：谁、在哪里公布的
    #[arg(long, value_name = "来源")]
    pub source: String,
    /// 同期对照值，如全市平均
    #[arg(long, value_name = "数值", alias = "city", allow_hyphen_values = true)]
    pub benchmark: Option<String>,
    /// 标记：provisional 初步数，estimated 估计数，break 口径不一致
    #[arg(long, value_name = "标记")]
    pub flag: Option<String>,
    /// 来源等级：official 官方公布，quoted 第三方转引官方，unverified 未核实
    #[arg(long, value_name = "等级")]
    pub standing: Option<String>,
    /// 说明
    #[arg(long, value_name = "文字")]
    pub note: Option<String>,
    /// 取代已有的同指标、同期记录
    #[arg(long)]
    pub replace: bool,
    /// 数值或对照值与已知的相差悬殊（五倍以上）也照记
    #[arg(long)]
    pub force: bool,
}

/// Arguments of `record status`.
#[derive(Debug, Args)]
pub struct StatusArgs {
    /// 任务的地址（如 3.1.2p1），或没有数值的指标
    #[arg(value_name = "任务或指标")]
    pub subject: String,
    /// 未启动、推进中、已完成、未完成、已调整
    #[arg(value_name = "进展")]
    pub stage: String,
    /// 日期；不写为今天，目标年份已过的指标必写
    #[arg(long, value_name = "日期")]
    pub date: Option<String>,
    /// 来源；指标必写
    #[arg(long, value_name = "来源")]
    pub source: Option<String>,
    /// 说明
    #[arg(long, value_name = "文字")]
    pub note: Option<String>,
    /// 取代同日的记录
    #[arg(long)]
    pub replace: bool,
}

/// Arguments of `record issue` and `record advice`.
#[derive(Debug, Args)]
pub struct CommentArgs {
    /// 报告里的一段话
    #[arg(value_name = "文字")]
    pub words: String,
    /// 这段话所说的指标；不写则说的是全规划
    #[arg(long, value_name = "指标")]
    pub target: Option<String>,
    /// The evaluation that the words are written for.
    #[command(flatten)]
    pub as_of: AsOfArgs,
    /// 取代同日所写的
    #[arg(long)]
    pub replace: bool,
}

/// Arguments of `records`.
#[derive(Debug, Args)]
pub struct RecordsArgs {
    /// 只列自记的
    #[arg(long)]
    pub own: bool,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `coverage`.
#[derive(Debug, Args)]
pub struct CoverageArgs {
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// The day of the evaluation.
    #[command(flatten)]
    pub as_of: AsOfArgs,
    /// 格式
    #[arg(long, value_name = "格式", value_enum, default_value_t = ReportFormat::Md)]
    pub format: ReportFormat,
    /// 写到这个文件；不写则输出到标准输出
    #[arg(short, long, value_name = "文件")]
    pub output: Option<PathBuf>,
    /// 在 CSV 前加 BOM，供 Excel 认出 UTF-8；来源和说明里像公式的，前面加撇号，Excel 才当文字
    #[arg(long)]
    pub bom: bool,
}

/// The formats of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// Markdown
    Md,
    /// 网页（单个文件，可打印）
    Html,
    /// 评估表（CSV）
    Csv,
    /// JSON
    Json,
    /// Word 文档
    Docx,
}
