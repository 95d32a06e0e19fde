//! Arguments of `topic`, `show`, `toc`, `tasks`, `cite`, `completions` and `man`.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::{AsOfArgs, numbers, one_of};
use crate::citation::Style;
use crate::records::typed;

/// Arguments of `topic`.
#[derive(Debug, Args)]
pub struct TopicArgs {
    /// 主题：一个词或几个词，拼音也可，如 托育、tuoyu
    #[arg(value_name = "词", required = true)]
    pub query: Vec<String>,
    /// 只输出一段话，带原句和出处，可直接粘贴
    #[arg(long, conflicts_with = "json")]
    pub paragraph: bool,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
    /// The day of the evaluation.
    #[command(flatten)]
    pub as_of: AsOfArgs,
}

/// Arguments of `show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// 地址（3.1.2、3.1.2p1、三（一）2、notice）、指标（编号或名称）或术语；可只写名称的一部分
    #[arg(value_name = "地址、指标或术语")]
    pub what: String,
    /// 原文按网页原样，去掉编者补出的字
    #[arg(long)]
    pub as_published: bool,
    /// 用⟦⟧标出编者补出的字，连同候选
    #[arg(long, conflicts_with = "as_published")]
    pub marks: bool,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
    /// The day of the evaluation of a target.
    #[command(flatten)]
    pub as_of: AsOfArgs,
}

/// Options of `toc`.
#[derive(Debug, Args)]
pub struct TocArgs {
    /// 到第几级：1 章，2 节，3 小节；不写则全列
    #[arg(long, value_name = "级数", value_parser = depth)]
    pub depth: Option<u8>,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `tasks`.
#[derive(Debug, Args)]
pub struct TasksArgs {
    /// 只列某个领域，如 健康、jk
    #[arg(long, value_name = "领域")]
    pub domain: Option<String>,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
    /// The day as at which progress is shown.
    #[command(flatten)]
    pub as_of: AsOfArgs,
}

/// Arguments of `cite`.
#[derive(Debug, Args)]
pub struct CiteArgs {
    /// 地址、指标或术语；指标引其原句，标题引其下全文；不写则只引规划本身
    #[arg(value_name = "地址、指标或术语")]
    pub what: Option<String>,
    /// 格式：plain 引文和出处，gbt7714 参考文献（GB/T 7714—2025），gbt7714-2015 旧版参考文献，markdown 引用块
    #[arg(long, value_name = "格式", value_parser = style, default_value = "plain", hide_default_value = true)]
    pub style: Style,
    /// 只引第几句
    #[arg(long, value_name = "序号", value_parser = numbers::natural, requires = "what", conflicts_with = "find")]
    pub sentence: Option<usize>,
    /// 只引含有这些词的一句
    #[arg(long, value_name = "词", num_args = 1.., requires = "what")]
    pub find: Vec<String>,
    /// 按网页原样引，去掉编者补出的字
    #[arg(long)]
    pub as_published: bool,
    /// 引用日期，用于参考文献；不写为今天
    #[arg(long, value_name = "日期", value_parser = day)]
    pub accessed: Option<Date>,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// bash、zsh、fish、powershell、elvish
    #[arg(value_name = "外壳", value_parser = shell)]
    pub shell: &'static str,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// 哪个命令的手册页，如 search、record status；不写为 guihua 的
    #[arg(value_name = "命令")]
    pub command: Vec<String>,
    /// 把全部手册页写到这个文件夹：guihua.1、guihua-search.1……
    #[arg(long, value_name = "文件夹", conflicts_with = "command")]
    pub dir: Option<PathBuf>,
}

fn depth(text: &str) -> Result<u8, String> {
    one_of(text, &[("1", 1), ("2", 2), ("3", 3)])
}

fn style(text: &str) -> Result<Style, String> {
    one_of(text, &Style::ALL)
}

fn day(text: &str) -> Result<Date, String> {
    typed::day(text)
        .map(|day| day.0)
        .map_err(|fault| fault.to_string())
}

fn shell(text: &str) -> Result<&'static str, String> {
    one_of(text, &super::complete::SHELLS.map(|name| (name, name)))
}
