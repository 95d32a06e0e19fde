//! The command line: what can be typed, in Chinese, and what a fault of typing is called.

mod monitoring;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, Parser, Subcommand};

pub use self::monitoring::{
    AsOfArgs, CoverageArgs, ObservationArgs, RecordArgs, RecordCommand, RecordsArgs, ReportArgs,
    ReportFormat, StatusArgs, TargetArgs,
};
use crate::load::printable;

/// Exit code where something asked for is wrong: a fault of the command line or an unreadable file.
pub const EXIT_ERROR: u8 = 2;

const TEMPLATE: &str = "\
{before-help}{about-with-newline}
用法：{usage}

{all-args}{after-help}";

const EXAMPLES: &str = "\
例：
  guihua                         打开内置的规划
  guihua --plan 某区规划.yaml    打开另一份规划
  guihua 托育                    打开并查找
  guihua text | less             全文
  guihua targets --domain 健康   健康领域的指标
  guihua search 托育             查找；也可用拼音：guihua search tyfw
  guihua check 某区规划.yaml     检查规划文件，列出全部问题
  guihua target 常住人口         一个指标的卡片
  guihua record observation 常住人口 120.1万人 --period 2024 --source 统计公报
  guihua report --as-of 2025-12-31 --format docx -o 评估报告.docx

退出码：0 成功；1 文件有问题，或没有找到；2 用法有误或文件打不开";

const QUERIES: &str = "\
写法：
  托育 服务      两个词都有，不论先后      “社区服务”   一字不差
  tyfw、renc     拼音首字母、全拼、未打完  -养老        不含这个词
  @健康、@jk     只在这个领域              :任务、:rw   只找这一类

退出码：0 找到；1 没有找到；2 用法有误或文件打不开";

/// What was typed.
#[derive(Debug, Parser)]
#[command(
    name = "guihua",
    version,
    about = "规划：在终端里读政府规划，看指标、查任务、标出处",
    help_template = TEMPLATE,
    override_usage = "guihua [选项] [命令]",
    after_help = EXAMPLES,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "命令",
    next_help_heading = "选项"
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
    /// 打开这份规划（YAML 文件；- 为标准输入），不用内置的
    #[arg(long, value_name = "文件", global = true)]
    pub plan: Option<PathBuf>,
    /// 自记的监测记录放在这个文件，不用默认的
    #[arg(long, value_name = "文件", global = true)]
    pub records: Option<PathBuf>,
    /// 显示帮助
    #[arg(short, long, action = clap::ArgAction::Help, global = true)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 打开规划，可带要查找的词；“guihua 托育”即“guihua open 托育”
    #[command(help_template = TEMPLATE, override_usage = "guihua open [选项] [词]…", next_help_heading = "选项")]
    Open(OpenArgs),
    /// 输出全文，每段一行，标题按规划编号
    #[command(help_template = TEMPLATE, override_usage = "guihua text [选项]", next_help_heading = "选项")]
    Text(TextArgs),
    /// 列出指标
    #[command(help_template = TEMPLATE, override_usage = "guihua targets [选项]", next_help_heading = "选项")]
    Targets(TargetsArgs),
    /// 查找：原文、拼音（tyfw、renc）、繁体，几个词用空格隔开
    #[command(help_template = TEMPLATE, override_usage = "guihua search [选项] <词>…", next_help_heading = "选项", after_help = QUERIES)]
    Search(SearchArgs),
    /// 列出术语（政策、行动、文件、机构、地点、空间格局）及其出处
    #[command(help_template = TEMPLATE, override_usage = "guihua terms [选项]", next_help_heading = "选项")]
    Terms(TermsArgs),
    /// 检查规划文件，列出全部问题及其行、列
    #[command(help_template = TEMPLATE, override_usage = "guihua check [选项] [文件]", next_help_heading = "选项")]
    Check(CheckArgs),
    /// 一个指标的卡片：基期、目标、最新值、结论
    #[command(help_template = TEMPLATE, override_usage = "guihua target [选项] <指标>", next_help_heading = "选项")]
    Target(TargetArgs),
    /// 记录监测数据或任务进展
    #[command(help_template = TEMPLATE, next_help_heading = "选项", subcommand_help_heading = "命令")]
    Record(RecordArgs),
    /// 列出监测记录
    #[command(help_template = TEMPLATE, override_usage = "guihua records [选项]", next_help_heading = "选项")]
    Records(RecordsArgs),
    /// 评估报告
    #[command(help_template = TEMPLATE, override_usage = "guihua report [选项]", next_help_heading = "选项")]
    Report(ReportArgs),
    /// 指标与任务的对应
    #[command(help_template = TEMPLATE, override_usage = "guihua coverage [选项]", next_help_heading = "选项")]
    Coverage(CoverageArgs),
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
#[derive(Debug, Args)]
pub struct TextArgs {
    /// 按网页原样输出，去掉编者补出的字
    #[arg(long)]
    pub as_published: bool,
    /// 用⟦⟧标出编者补出的字
    #[arg(long, conflicts_with = "as_published")]
    pub marks: bool,
}

/// Options of `targets`.
#[derive(Debug, Args)]
pub struct TargetsArgs {
    /// 只列某个领域，如 健康
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
    #[arg(value_name = "词", required = true)]
    pub query: Vec<String>,
    /// 只找某个领域，如 健康、jk（可写多次）
    #[arg(long, value_name = "领域")]
    pub domain: Vec<String>,
    /// 只找某一类：标题、原则、段落、任务、措施、公文、指标、术语、记录，或其首字母（可写多次）
    #[arg(long, value_name = "类型")]
    pub kind: Vec<String>,
    /// 至多列出几处
    #[arg(long, value_name = "数")]
    pub limit: Option<usize>,
    /// 前后各多列几句
    #[arg(long, value_name = "句数")]
    pub context: Option<usize>,
    /// 每处一行 JSON
    #[arg(long)]
    pub json: bool,
    /// 不加颜色，各栏以制表符隔开：地址、类型、匹配方式、标题、句子
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

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// 要检查的文件（- 为标准输入）；不写则检查所打开的规划
    #[arg(value_name = "文件")]
    pub file: Option<PathBuf>,
    /// 核对规划自身的数值关系：增量、增长率、合计、占比
    #[arg(long)]
    pub figures: bool,
}

/// The arguments as they are to be read. Two habits of Chinese typing are met:
///
/// - a hyphen before a Chinese word excludes it from a search and begins no option: it becomes its full-width twin, which
///   means the same to a query;
/// - a Chinese word in place of a command is looked for on the screen: no command has a Chinese name.
pub fn arguments(typed: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = typed.map(full_width_hyphen).collect();
    if let Some(at) = first_word(&arguments) {
        let word = arguments.get(at).and_then(|word| word.to_str());
        if word.is_some_and(|word| word.starts_with(|c: char| !c.is_ascii())) {
            arguments.insert(at, "open".into());
        }
    }
    arguments
}

/// The place of the first argument that is no option and no option's value.
fn first_word(arguments: &[OsString]) -> Option<usize> {
    let takes_value = |option: &str| matches!(option, "--plan" | "--records" | "--as-of");
    let mut is_value = false;
    arguments
        .iter()
        .enumerate()
        .skip(1)
        .find_map(|(at, argument)| {
            let text = argument.to_str().unwrap_or_default();
            let is_word = !is_value && !text.starts_with('-');
            is_value = !is_value && takes_value(text);
            is_word.then_some(at)
        })
}

fn full_width_hyphen(argument: OsString) -> OsString {
    let word = argument.to_str().and_then(|text| text.strip_prefix('-'));
    match word.filter(|word| word.starts_with(|c: char| !c.is_ascii())) {
        Some(word) => format!("－{word}").into(),
        None => argument,
    }
}

/// A fault of the command line in Chinese, with the nearest right word.
pub fn explain(error: &clap::Error) -> String {
    let of = |kind| printable(&error.get(kind).and_then(text_of).unwrap_or_default());
    let argument = of(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("没有“{argument}”这个选项"),
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令", of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => {
            format!("“{argument}”后面缺少值")
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string);
            format!(
                "“{argument}”不能是“{}”：{}",
                of(ContextKind::InvalidValue),
                why.unwrap_or_default()
            )
        }
        ErrorKind::InvalidValue => format!("“{argument}”不能是“{}”", of(ContextKind::InvalidValue)),
        ErrorKind::ArgumentConflict => {
            format!("“{argument}”不能与“{}”同用", of(ContextKind::PriorArg))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少“{argument}”"),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("“{argument}”的个数不对")
        }
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8 文字".to_owned(),
        _ => error.kind().to_string(),
    };
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let suggestion = suggested
        .into_iter()
        .find_map(|kind| error.get(kind).and_then(text_of));
    let hint = suggestion
        .map(|word| format!("；是不是“{word}”？"))
        .unwrap_or_default();
    format!("{what}{hint}\n用 guihua --help 查看用法")
}

fn text_of(value: &ContextValue) -> Option<String> {
    match value {
        ContextValue::String(text) => Some(text.clone()),
        // The likeliest comes last.
        ContextValue::Strings(texts) => texts.last().cloned(),
        _ => None,
    }
}
