//! Arguments of `schema`.

use clap::{Args, ValueEnum};

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// 哪一种：plan 规划文件（不写即此），records 监测记录文件，output 各命令的 JSON
    #[arg(
        value_name = "种类",
        value_enum,
        default_value_t = SchemaOf::Plan,
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub of: SchemaOf,
}

/// The available schemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// 规划文件（plan.yaml）
    Plan,
    /// 监测记录文件（observations.yaml 和自记的记录）
    Records,
    /// 各命令加 --json 的输出
    Output,
}
