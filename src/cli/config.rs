//! Arguments of `config`.

use clap::Args;

/// Options of `config`.
#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// 输出一个设置文件的例子，各项都有说明
    #[arg(long, conflicts_with_all = ["path", "json"])]
    pub example: bool,
    /// 只输出设置文件的路径，不论有没有这个文件
    #[arg(long, conflicts_with = "json")]
    pub path: bool,
    /// 输出 JSON
    #[arg(long)]
    pub json: bool,
}
