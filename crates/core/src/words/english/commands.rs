//! What the commands print.

use super::Part;

pub(super) const COMMANDS: Part = &[
    // Files that can't be read or written, and plans with problems.
    ("打不开 {name}：{why}", "can't open {name}: {why}"),
    ("写不了 {name}：{why}", "can't write {name}: {why}"),
    ("没有这个文件", "there is no such file"),
    ("没有权限", "permission denied"),
    ("这是一个文件夹", "it is a folder"),
    (
        "路径当中有一段不是文件夹",
        "a part of the path is no folder",
    ),
    ("磁盘已满", "the disk is full"),
    ("磁盘是只读的", "the disk is read-only"),
    ("这是一个管道，不是文件", "it is a pipe and no file"),
    ("这是一个设备，不是文件", "it is a device and no file"),
    ("超出磁盘配额", "the quota of the disk is used up"),
    (
        "超出系统允许的文件大小",
        "the file would be larger than the system allows",
    ),
    (
        "文件名不合系统的规定",
        "the system does not allow that name of a file",
    ),
    ("文件正被占用", "the file is in use"),
    ("管道的另一端已关闭", "the other end of the pipe is closed"),
    ("系统错误 {code}", "system error {code}"),
    ("无法输出：{why}", "can't write the output: {why}"),
    ("终端出错：{report}", "the terminal failed: {report}"),
    ("{name} 有 {n} 处问题：", "{name} has problems ({n}):"),
    (
        "改正后可用 guihua check 再查",
        "mend them, and check again with guihua check",
    ),
    (
        "{name} 有 {n} 行不能记，一行也没有记：",
        "{name} has rows that can't be recorded ({n}); none was recorded:",
    ),
    (
        "--as-of 要写在命令之后，如 guihua targets --as-of 2023-12-31",
        "--as-of stands after the command, as in guihua targets --as-of 2023-12-31",
    ),
    (
        "标准输出不是终端，无法打开屏幕；输出全文用 guihua text，查找用 guihua search",
        "standard output is no terminal, so there is no screen; guihua text prints the text, guihua search searches",
    ),
    // check
    ("{name}：没有问题（{size}）", "{name}: no problems ({size})"),
    ("共 {n} 处问题", "problems: {n}"),
    (
        "{chapters} 章，任务 {tasks} 项，指标 {targets} 项{records}",
        "{chapters} chapters, {tasks} tasks, {targets} targets{records}",
    ),
    ("相符", "holds"),
    ("不符", "fails"),
    (
        "{sign}  {states}：{reckoning}  {cited}",
        "{sign}  {states}: {reckoning}  {cited}",
    ),
    (
        "共 {n} 条数值关系，相符 {right} 条，不符 {wrong} 条",
        "relations of figures: {n}; {right} hold, {wrong} fail",
    ),
    ("与", " and "),
    ("不相衔接  {places}：{note}", "disagree  {places}: {note}"),
    ("共 {n} 处不相衔接", "places that disagree: {n}"),
    // targets, target, coverage, terms
    ("年份", "Year"),
    (
        "终端只有 {n} 列，略去：{columns}；输出到管道则齐全",
        "left out for a terminal of {n} columns: {columns}; a pipe gets all",
    ),
    (
        "外推  {year}年{value}（{method}）",
        "Projected  {year}: {value} ({method})",
    ),
    (
        "没有任务对应的指标（{n} 项／共 {all} 项）",
        "Targets that no task serves ({n} of {all})",
    ),
    (
        "没有指标衡量的任务（{n} 项／共 {all} 项）",
        "Tasks that no target measures ({n} of {all})",
    ),
    (
        "没有“{typed}”这类术语；可用：{known}",
        "there is no kind of terms “{typed}”; one of: {known}",
    ),
    ("{n}次", "{n}×"),
    // record, records, report
    (
        "要记什么？用 record observation、record status 或 record --csv",
        "record what? use record observation, record status or record --csv",
    ),
    ("已记{name}（{path}）", "recorded: {name} ({path})"),
    (
        "共 {n} 条；自记的在 {path}",
        "{n} records; your own are in {path}",
    ),
    (
        "已写入 {name}（截至{as_of}）",
        "written to {name} (as of {as_of})",
    ),
    // search
    ("{place}{words}［{class}］", "{place}{words} [{class}]"),
];
