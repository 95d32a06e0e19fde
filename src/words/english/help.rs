//! The command line: help and faults of typing.

use super::Part;

pub(super) const HELP: Part = &[
    ("参数", "Arguments"),
    ("选项", "Options"),
    ("通用选项", "Global options"),
    ("命令", "Commands"),
    ("[选项]", "[OPTIONS]"),
    ("[命令]", "[COMMAND]"),
    ("<命令>", "<COMMAND>"),
    ("…", "..."),
    (
        "\
{before-help}{about-with-newline}
用法：{usage}

{all-args}{after-help}",
        "\
{before-help}{about-with-newline}
Usage: {usage}

{all-args}{after-help}",
    ),
    ("可用：{known}", "one of: {known}"),
];
