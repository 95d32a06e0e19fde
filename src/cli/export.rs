//! Arguments of `export`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::AsOfArgs;

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// 格式；不写则看输出文件的扩展名，都没有则为 json
    #[arg(long, value_name = "格式", value_enum)]
    pub format: Option<ExportFormat>,
    /// 写到这个文件；不写则输出到标准输出
    #[arg(short, long, value_name = "文件")]
    pub output: Option<PathBuf>,
    /// 只要一部分（md、csv、ndjson）；csv 不写则为指标
    #[arg(long, value_name = "部分", value_enum)]
    pub only: Option<ExportPart>,
    /// 在 CSV 前加 BOM，供 Excel 认出 UTF-8；来源和说明里像公式的，前面加撇号，Excel 才当文字
    #[arg(long)]
    pub bom: bool,
    /// The day of the evaluation.
    #[command(flatten)]
    pub as_of: AsOfArgs,
}

/// The formats of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Markdown
    Md,
    /// 规划文件（连同记录，可再用 --plan 打开）
    Json,
    /// 表格：每个指标一行
    Csv,
    /// 网页（单个文件，可查找、筛选、打印）
    Html,
    /// 每段、每个指标、每条记录一行 JSON
    Ndjson,
}

/// The parts of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportPart {
    /// 正文
    Document,
    /// 指标
    Targets,
    /// 监测记录
    Records,
}
