//! Records, their files and tables: what is wrong with them, and what would be right.

use super::Part;

pub(super) const RECORDS: Part = &[
    // Files of records.
    ("监测记录（records）", "records"),
    ("指标（target）", "target"),
    ("单位（unit）", "unit"),
    ("对照值（benchmark）", "benchmark"),
    ("标记（flag）", "flag"),
    ("来源等级（standing）", "standing"),
    ("来源（source）", "source"),
    ("进展（status）", "status"),
    ("说明（note）", "note"),
    ("更正（replaces）", "replaces"),
    ("期次（period）", "period"),
    (
        "监测记录应有“target”或“task”，且只有其一",
        "a record has either “target” or “task”",
    ),
    (
        "写“target: 指标编号”或“task: 任务地址”",
        "write “target: id of the target” or “task: address of the task”",
    ),
    (
        "任务的记录缺少“status”",
        "the record of a task needs “status”",
    ),
    ("补上“status: 推进中”等", "add “status: 推进中” or another"),
    (
        "指标的进展缺少“source”",
        "the status of a target needs “source”",
    ),
    (
        "指标据此评判，须写明来源",
        "the target is judged by it, so say whose it is",
    ),
    (
        "期次（period）“{text}”不是年份或日期",
        "period: “{text}” is no year or date",
    ),
    ("写作 2023 或 2023-06-30", "write it as 2023 or 2023-06-30"),
    ("“{text}”不是日期", "“{text}” is no date"),
    ("写作 2023-06-30", "write it as 2023-06-30"),
    (
        "这条记录没有写完：{line}",
        "this record was not written to its end: {line}",
    ),
    (
        "其余记录不受影响；请补全或删去这一行",
        "the others are not affected; complete the line or delete it",
    ),
    (
        "随附的监测数据缺少“standing”",
        "an observation that is shipped needs “standing”",
    ),
    ("写明来源等级", "say how far its source can be trusted"),
    (
        "{name}与第 {line} 行重复",
        "{name} stands on line {line} already",
    ),
    (
        "删去其一；如系更正，加“replaces: true”",
        "delete one of them; if it is a correction, add “replaces: true”",
    ),
    ("“{id}”{period} 的数据", "the figure of “{id}” for {period}"),
    ("“{id}”{date} 的进展", "the status of “{id}” of {date}"),
    (
        "任务 {address} {date} 的进展",
        "the status of the task {address} of {date}",
    ),
    // What a record can't say of the plan.
    (
        "没有编号为“{id}”的指标",
        "there is no target with the id “{id}”",
    ),
    ("全部编号见 guihua targets", "guihua targets lists the ids"),
    ("{address} 不是任务", "{address} is no task"),
    (
        "任务的地址形如 3.1.2p1，保障措施形如 4.1",
        "addresses of tasks are such as 3.1.2p1, of safeguards such as 4.1",
    ),
    ("规划里没有 {address}", "the plan has no {address}"),
    (
        "任务的地址可在任务表里查到",
        "guihua tasks lists the addresses of tasks",
    ),
    (
        "“{name}”是定性指标，不以数值评判",
        "“{name}” is a target without a figure and is not judged by one",
    ),
    (
        "记录其进展：guihua record status",
        "record how far it has come: guihua record status",
    ),
    (
        "“{name}”不与别的数值比较，不能有对照值",
        "“{name}” is compared with no other figure, so it has no benchmark",
    ),
    ("去掉对照值", "leave the benchmark out"),
    (
        "“{name}”（{kind}）逐年评判，期次应为年份",
        "“{name}” ({kind}) is judged year by year, so the period is a year",
    ),
    (
        "写四位年份，如 2023；累计指标记当年数",
        "write a year of four digits, such as 2023; of a sum the figure of that year",
    ),
    (
        "“{name}”的单位是“{unit}”，不是“{given}”",
        "the unit of “{name}” is “{unit}”, not “{given}”",
    ),
    ("换算成“{unit}”再记", "convert it to “{unit}”"),
    (
        "{year} 年早于规划期（{start}—{end}）",
        "{year} lies before the term ({start}–{end})",
    ),
    (
        "基期值以规划所载为准：{year} 年 {value}",
        "the baseline is the plan's: {value} in {year}",
    ),
    (
        "规划期之前只收基期（{base}）的值，写作 period: {base}",
        "of the time before the term only the base year ({base}) is taken: period: {base}",
    ),
    (
        "{year} 年远在目标年份 {end} 之后",
        "{year} lies long after the goal's year {end}",
    ),
    ("请核对年份", "check the year"),
    (
        "“{name}”以数值评判，不能只记进展",
        "“{name}” is judged by a figure, a status is not enough",
    ),
    (
        "记录其数值：guihua record observation",
        "record the figure: guihua record observation",
    ),
    (
        "{date} 早于规划期（{start}—{end}）",
        "{date} lies before the term ({start}–{end})",
    ),
    (
        "“{text}”位数过多；整数最多15位，小数最多8位",
        "“{text}” has too many digits; at most 15 before the point and 8 behind it",
    ),
    (
        "“{text}”不是数；只写数字和小数点，不写千分位和单位",
        "“{text}” is no number; digits and a point only, no separators and no unit",
    ),
    // Reading, writing and finding.
    (
        "找不到用户的数据文件夹；请用 --records 指定记录文件",
        "there is no folder for the user's data; name the file of records with --records",
    ),
    (
        "无法读写记录文件 {name}：{error}",
        "can't read or write the file of records {name}: {error}",
    ),
    (
        "记录文件 {name} 有 {n} 处问题：",
        "the file of records {name} has problems ({n}):",
    ),
    ("（{source}）", " ({source})"),
    (
        "记录无法写成一行",
        "the record can't be written on one line",
    ),
    ("请改正后再记", "mend it and record again"),
    ("没有“{words}”这个指标", "there is no target “{words}”"),
    (
        "“{words}”不止一个指标",
        "“{words}” stands for several targets",
    ),
    ("请写全：{names}", "write one in full: {names}"),
    ("全部指标见 guihua targets", "guihua targets lists them all"),
    // Tables.
    ("第 {line} 行：{what}", "line {line}: {what}"),
    (
        "文件既不是 UTF-8 也不是 GBK 文字",
        "the file is neither UTF-8 nor GBK text",
    ),
    ("表里没有一行数据", "the table has no rows"),
    (
        "表头里不认得“{head}”；可用：{known}",
        "the head “{head}” is not known; one of: {known}",
    ),
    ("表头里“{head}”重复", "the head “{head}” stands twice"),
    (
        "有 {n} 格，表头有 {heads} 格",
        "{n} cells, and the head has {heads}",
    ),
    (
        "任务没有数值，应写“进展”",
        "a task has no figure: fill in status",
    ),
    (
        "期次“{period}”不是年份或日期；写作 2023 或 2023-06-30",
        "period: “{period}” is no year or date; write 2023 or 2023-06-30",
    ),
    (
        "没有“{text}”这种标记；可用：初步数、估计数、口径不一致",
        "there is no flag “{text}”; one of: provisional, estimated, break",
    ),
    ("“指标”和“任务”应写其一", "fill in either target or task"),
    (
        "没有“{word}”这种进展；可用：{known}",
        "there is no status “{word}”; one of: {known}",
    ),
];
