//! Argument parsing with clap. The doc comments of options are the Chinese help text; `help` translates it.

mod collect;
pub mod complete;
mod config;
mod examples;
mod exchange;
mod export;
mod faults;
pub mod help;
mod import;
mod lookup;
pub mod man;
mod monitoring;
mod numbers;
mod typed;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use self::collect::{CollectArgs, FormFormat};
pub use self::config::ConfigArgs;
pub use self::exchange::{SchemaArgs, SchemaOf};
pub use self::export::{ExportArgs, ExportFormat, ExportPart};
pub use self::faults::explain;
pub use self::import::{ImportArgs, ReviewArgs};
pub use self::lookup::{
    CiteArgs, CompletionsArgs, ManArgs, ShowArgs, TasksArgs, TocArgs, TopicArgs,
};
pub use self::monitoring::{
    AsOfArgs, CommentArgs, CoverageArgs, ObservationArgs, RecordArgs, RecordCommand, RecordsArgs,
    ReportArgs, ReportFormat, StatusArgs, TargetArgs,
};
pub use self::typed::{arguments, language, settings_file};
use crate::paint::When;
use crate::settings::Options;

use crate::words::{Language, say, tr};

/// Exit code for usage errors and unreadable files.
pub const EXIT_ERROR: u8 = 2;

/// What was typed.
#[derive(Debug, Parser)]
#[command(
    name = "guihua",
    version,
    about = "规划：在终端里读政府规划，看指标、查任务、标出处",
    after_help = examples::PROGRAM,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// What every command knows.
    #[command(flatten)]
    pub common: Common,
    /// The day as at which the screen shows the targets.
    #[command(flatten)]
    pub as_of: AsOfArgs,
    /// What to do; without a command the plan is opened on the screen.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command.
#[derive(Debug, Args)]
pub struct Common {
    /// 打开这份规划（规划文件，或公布的网页、Word、PDF、文本、表格；- 为标准输入），不用内置的
    #[arg(long, value_name = "文件", global = true)]
    pub plan: Option<PathBuf>,
    /// 自记的监测记录放在这个文件，不用默认的
    #[arg(long, value_name = "文件", global = true)]
    pub records: Option<PathBuf>,
    /// 界面语言：zh 中文，en 英文；不写则随系统
    #[arg(long, value_name = "语言", global = true, value_parser = language_named)]
    pub lang: Option<Language>,
    /// 颜色：auto 只在终端上，always 总有，never 总无
    #[arg(long, value_name = "何时", global = true, value_parser = when_named)]
    pub color: Option<When>,
    /// 用这个设置文件，不用默认的
    #[arg(long, value_name = "文件", global = true)]
    pub config: Option<PathBuf>,
    /// 显示帮助
    #[arg(short, long, action = clap::ArgAction::Help, global = true)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

impl Common {
    /// The options that override settings.
    pub fn settings(&self) -> Options {
        Options {
            language: self.lang,
            color: self.color,
            plan: self.plan.clone(),
            records: self.records.clone(),
        }
    }
}

fn when_named(word: &str) -> Result<When, String> {
    one_of(word, &When::ALL)
}

fn language_named(word: &str) -> Result<Language, String> {
    one_of(word, &Language::ALL)
}

/// The value that `text` names in `words`; the error lists the known words.
fn one_of<T: Copy>(text: &str, words: &[(&str, T)]) -> Result<T, String> {
    let found = words.iter().find(|(word, _)| *word == text);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        say!("可用：{known}", known = known.join(tr("、")))
    })
}

/// The commands, in the order of help: to read the plan, to follow it, to record, and to hand on.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 打开规划，可带要查找的词；“guihua 托育”即“guihua open 托育”
    Open(OpenArgs),
    /// 输出全文，每段一行，标题按规划编号
    Text(TextArgs),
    /// 目录：编号、标题和地址
    Toc(TocArgs),
    /// 一处原文、一个指标或一个术语
    Show(ShowArgs),
    /// 引用：原句或原段及其出处
    #[command(after_help = examples::CITATIONS)]
    Cite(CiteArgs),
    /// 查找：原文、拼音（tyfw、renc）、繁体，几个词用空格隔开
    #[command(after_help = examples::QUERIES)]
    Search(SearchArgs),
    /// 一个主题：规划怎么说、定了什么指标、进展如何、由哪些任务落实
    #[command(after_help = examples::TOPICS)]
    Topic(TopicArgs),
    /// 列出术语（政策、行动、文件、机构、地点、空间格局）及其出处
    Terms(TermsArgs),
    /// 列出在屏幕上加的书签：在哪里、备注、原文
    Bookmarks(BookmarksArgs),
    /// 列出指标
    Targets(TargetsArgs),
    /// 一个指标的卡片：基期、目标、最新值、结论
    Target(TargetArgs),
    /// 按节列出任务及其进展
    Tasks(TasksArgs),
    /// 指标与任务的对应
    Coverage(CoverageArgs),
    /// 记录监测数据或任务进展
    Record(RecordArgs),
    /// 列出监测记录
    Records(RecordsArgs),
    /// 数据收集表：尚无数据的指标，按责任单位，填好后用 record --from 读回
    #[command(after_help = examples::FORMS)]
    Collect(CollectArgs),
    /// 评估报告
    Report(ReportArgs),
    /// 导出规划及其记录、评估，供别的程序和别人用：规划文件、网页、表格、文稿
    #[command(after_help = examples::EXPORTS)]
    Export(ExportArgs),
    /// 导入公布的规划（网页、Word、PDF、文本、表格），写成规划文件
    #[command(after_help = examples::IMPORTS)]
    Import(ImportArgs),
    /// 审阅导入的规划：逐处确认程序提出的指标、看存疑之处
    Review(ReviewArgs),
    /// 检查规划文件，列出问题及其行、列
    Check(CheckArgs),
    /// 输出 JSON Schema：规划文件、监测记录文件、各命令的 JSON
    Schema(SchemaArgs),
    /// 各项设置现在是什么、从哪里来
    #[command(after_help = examples::SETTINGS)]
    Config(ConfigArgs),
    /// 输出命令行补全脚本
    #[command(after_help = examples::COMPLETIONS)]
    Completions(CompletionsArgs),
    /// 输出手册页
    #[command(after_help = examples::MANUALS)]
    Man(ManArgs),
}

/// Arguments of `open`.
#[derive(Debug, Args)]
pub struct OpenArgs {
    /// 打开时要查找的词
    #[arg(value_name = "词")]
    pub query: Vec<String>,
    /// The day as at which the screen shows the targets.
    #[command(flatten)]
    pub as_of: AsOfArgs,
}

/// Options of `text`.
#[derive(Debug, Default, Args)]
pub struct TextArgs {
    /// 按网页原样输出，去掉编者补出的字
    #[arg(long)]
    pub as_published: bool,
    /// 用⟦⟧标出编者补出的字，连同候选
    #[arg(long, conflicts_with = "as_published")]
    pub marks: bool,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `targets`.
#[derive(Debug, Args)]
pub struct TargetsArgs {
    /// 只列某个领域，如 健康、jk
    #[arg(long, value_name = "领域")]
    pub domain: Option<String>,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
    /// The day of the evaluation.
    #[command(flatten)]
    pub as_of: AsOfArgs,
}

/// Arguments of `search`.
#[derive(Debug, Args)]
pub struct SearchArgs {
    /// 要找的词
    #[arg(value_name = "词", required_unless_present_any = ["domain", "kind"])]
    pub query: Vec<String>,
    /// 只找某个领域，如 健康、jk（可写多次）
    #[arg(long, value_name = "领域")]
    pub domain: Vec<String>,
    /// 只找某一类：标题、原则、段落、任务、措施、公文、指标、术语、记录，或其首字母（可写多次）
    #[arg(long, value_name = "类型")]
    pub kind: Vec<String>,
    /// 至多列出几处
    #[arg(long, value_name = "数", value_parser = numbers::positive)]
    pub limit: Option<usize>,
    /// 前后各多列几句
    #[arg(long, value_name = "句数", value_parser = numbers::natural)]
    pub context: Option<usize>,
    /// 每处一行 JSON
    #[arg(long)]
    pub json: bool,
    /// 不加颜色，各栏以制表符隔开：地址、类型、匹配方式、标题、句子、领域
    #[arg(long, conflicts_with = "json")]
    pub plain: bool,
}

/// Options of `terms`.
#[derive(Debug, Args)]
pub struct TermsArgs {
    /// 只列一类：政策、工程行动、文件、机构、地点、空间格局
    #[arg(long, value_name = "类型")]
    pub kind: Option<String>,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `bookmarks`.
#[derive(Debug, Args)]
pub struct BookmarksArgs {
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// 要检查的文件（- 为标准输入）；不写则检查所打开的规划
    #[arg(value_name = "文件")]
    pub file: Option<PathBuf>,
    /// 核对规划自身的数值关系：增量、增长率、合计、占比
    #[arg(long)]
    pub figures: bool,
    /// 与公布的原文（网页、Word、PDF、文本、表格）逐字比较，列出不同之处；规划和附件分开公布的，各写一次
    #[arg(long, value_name = "原文")]
    pub against: Vec<PathBuf>,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
}
