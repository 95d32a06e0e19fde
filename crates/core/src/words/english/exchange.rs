//! The data that others use: JSON and its schemas.

use super::Part;

pub(super) const EXCHANGE: Part = &[
    (
        "输出 JSON Schema：规划文件、监测记录文件、各命令的 JSON",
        "Print a JSON Schema: of plan files, of files of records, of the JSON of the commands",
    ),
    (
        "哪一种：plan 规划文件（不写即此），records 监测记录文件，output 各命令的 JSON",
        "Which one: plan, plan files (the default); records, files of records; output, the JSON of the commands",
    ),
    ("规划文件（plan.yaml）", "plan files (plan.yaml)"),
    (
        "监测记录文件（observations.yaml 和自记的记录）",
        "files of records (observations.yaml and one's own)",
    ),
    (
        "各命令加 --json 的输出",
        "what the commands print with --json",
    ),
];
