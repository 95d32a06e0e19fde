//! Arguments of `collect`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::AsOfArgs;

/// Arguments of `collect`.
#[derive(Debug, Args)]
pub struct CollectArgs {
    /// 只要某个责任单位的指标
    #[arg(long, value_name = "单位")]
    pub department: Option<String>,
    /// 列出全部指标，有数据的也列
    #[arg(long)]
    pub all: bool,
    /// 格式；不写则看输出文件的扩展名，都没有则为 csv
    #[arg(long, value_name = "格式", value_enum)]
    pub format: Option<FormFormat>,
    /// 写到这个文件，已有的不覆盖；不写则输出到标准输出
    #[arg(short, long, value_name = "文件")]
    pub output: Option<PathBuf>,
    /// 在 CSV 前加 BOM，供 Excel 认出 UTF-8
    #[arg(long)]
    pub bom: bool,
    /// 输出 JSON
    #[arg(long, conflicts_with_all = ["format", "output", "bom"])]
    pub json: bool,
    /// The day as at which data are missing.
    #[command(flatten)]
    pub as_of: AsOfArgs,
}

/// The formats of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormFormat {
    /// 一张表（CSV）
    Csv,
    /// Excel 工作簿：每个责任单位一张表
    Xlsx,
}
