//! Arguments of `import` and `review`.

use std::path::PathBuf;

use clap::Args;

use super::AsOfArgs;

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// 公布的文件：.html、.txt、.md、.csv、.docx、.pdf、.xlsx、.xls；规划和它的附件一起写，合成一份
    #[arg(value_name = "文件", required = true)]
    pub files: Vec<PathBuf>,
    /// 写到这个文件，或这个文件夹（以 / 结尾），- 为标准输出；不写则写在当前文件夹，名称随原文件
    #[arg(short, long, value_name = "文件")]
    pub output: Option<PathBuf>,
    /// 把这些文件作为附件加入已有的规划文件，只增不改
    #[arg(long, value_name = "规划文件", conflicts_with_all = ["output", "domains", "report"])]
    pub into: Option<PathBuf>,
    /// 用这些领域，用逗号隔开，如 健康,养老；不写则取规划自己的篇章
    #[arg(long, value_name = "领域", value_delimiter = ',')]
    pub domains: Vec<String>,
    /// 认出了什么、什么存疑、略去了什么，写成 JSON（- 为标准输出，此时没有 -o 就不写规划文件）
    #[arg(long, value_name = "文件")]
    pub report: Option<PathBuf>,
    /// 逐项说明为什么这样认
    #[arg(long)]
    pub explain: bool,
}

/// Arguments of `review`.
#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// 规划文件，或公布的文件（存为规划文件后才能逐处确认）；不写则用 --plan 的
    #[arg(value_name = "文件")]
    pub file: Option<PathBuf>,
    /// The day as at which the screen shows the targets.
    #[command(flatten)]
    pub as_of: AsOfArgs,
}
