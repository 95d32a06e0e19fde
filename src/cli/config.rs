//! What can be typed about settings.

use clap::Args;

/// What follows the options of `config` in its help.
pub(super) const SETTINGS: &str = "\
例：
  guihua config                                      现在的各项设置
  guihua config --path                               设置文件在哪里
  guihua config --example > ~/.config/guihua/config.toml
  guihua config --color never                        看命令行怎样改动设置

先后：命令行、环境变量（NO_COLOR、CLICOLOR_FORCE、CLICOLOR）、设置文件、默认。
没有写明语言的，随系统（LC_ALL、LC_MESSAGES、LANG）。不用任何设置文件：--config /dev/null。

退出码：0 成功；2 用法有误，或设置文件有问题";

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
