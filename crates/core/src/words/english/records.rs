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
    // Reading, writing and finding.
    (
        "找不到用户的数据文件夹；请用 --records 指定记录文件",
        "there is no folder for the user's data; name the file of records with --records",
    ),
    (
        "无法读写记录文件 {name}：{error}",
        "can't read or write the file of records {name}: {error}",
    ),
    ("（{source}）", " ({source})"),
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
    ("“指标”和“任务”应写其一", "fill in either target or task"),
    // A record as typed.
    (
        "“{text}”不是年份或日期：半年、季度、月份的数据目前还不能记；写作年份 2023，或截止的那天 2023-06-30",
        "“{text}” is no year or date: half-years, quarters and months can't be recorded yet; write the year, 2023, or the last day, 2023-06-30",
    ),
    (
        "“{text}”不是数；只写数字和小数点，单位写在数字之后，如 120.1万人",
        "“{text}” is no number; digits and a point, and the unit behind them, such as 2.1‰",
    ),
    (
        "只写数字和小数点，单位写在数字之后，如 120.1万人",
        "digits and a point, and the unit behind them, such as 2.1‰",
    ),
    ("换算成同一单位再记", "convert both to one unit"),
    ("“{text}”不是单位", "“{text}” is no unit"),
    (
        "单位以文字、%、‰ 等开头，不带别的数字",
        "a unit begins with a letter or a sign such as % or ‰ and has no other digits",
    ),
    ("没有“{word}”这种进展", "there is no status “{word}”"),
    ("没有“{text}”这种标记", "there is no flag “{text}”"),
    ("没有“{text}”这种来源等级", "there is no standing “{text}”"),
    (
        "命令行须用 --source 写明来源",
        "on the command line with --source",
    ),
    ("另一个空着", "and leave the other empty"),
    (
        "何时完成的，写完成的那天，如 2024-06-30",
        "of what is done the day on which it was, such as 2024-06-30",
    ),
    (
        "“{name}”的目标年份{year}年已过，须用 --date 写明是哪一天的进展",
        "the goal's year of “{name}”, {year}, is over: say with --date of which day the status is",
    ),
    ("不写会按今天算作逾期", "without it, it would count as late"),
    (
        "没有出处的数据不记：写明是哪份公报或文件",
        "without one nothing is recorded: say which bulletin or document",
    ),
    (
        "写年份或日期，如 2024、2024-06-30",
        "a year or a date, such as 2024 or 2024-06-30",
    ),
    ("请补上", "fill it in"),
    ("只留一行", "keep one row"),
    // Files, read record by record.
    (
        "问题太多，从这里起没有再读",
        "too many problems: what follows was not read",
    ),
    (
        "请核对这是不是监测记录文件",
        "check whether this is a file of records",
    ),
    (
        "这里有不是 UTF-8 的字节，可能是 GBK",
        "there are bytes here that are no UTF-8, perhaps GBK",
    ),
    (
        "其余记录不受影响；请把文件另存为 UTF-8",
        "the others are not affected; save the file as UTF-8",
    ),
    ("这一行不是记录：{line}", "this line is no record: {line}"),
    (
        "其余记录不受影响；记录以“- ”开头，注释以“#”开头",
        "the others are not affected; a record begins with “- ”, a comment with “#”",
    ),
    // Files, written.
    (
        "记录文件 {name} 正由另一个程序写入，等了 2 秒仍未写完，没有记；请稍后再试",
        "another program is writing to the file of records {name}, and was for 2 seconds; nothing was changed: try again later",
    ),
    (
        "记录文件 {name} 有 {n} 个硬链接，写入会使它们各存一份，没有记；请只留一个，或改用符号链接",
        "the file of records {name} has {n} hard links, of which only one would be changed; nothing was: keep one, or use symbolic links",
    ),
    (
        "{name} 不是普通文件，不能作为记录文件写入",
        "{name} is no regular file, so no records can be written to it",
    ),
    (
        "记录文件 {name} 是 {encoding} 编码，没有记；请先另存为 UTF-8",
        "the file of records {name} is in {encoding}; nothing was changed: save it as UTF-8 first",
    ),
    (
        "记录文件 {name} 不是每条另起一行、以“- ”开头的写法，程序不能在其中增减，没有改动；请改成这种写法",
        "the file of records {name} does not have each record on lines of its own that begin with “- ”; nothing was changed: write it so first",
    ),
    (
        "照这样改写记录文件 {name}，读回来的记录会与应有的不同，没有改动；请先用 guihua records 核对文件",
        "the file of records {name} would not be read back as it is meant, so nothing was changed; check it with guihua records first",
    ),
    (
        "已写入记录文件 {name}，但磁盘没有确认（{error}）；请用 guihua records 核对",
        "the file of records {name} was written, but the disk did not confirm it ({error}); check it with guihua records",
    ),
    (
        "记录文件在此期间有改动，最后一条现在是 {last}；没有撤回",
        "the file of records was changed meanwhile: the last one is now {last}; nothing was taken back",
    ),
    ("（没有记录）", "(no record)"),
    (
        "一次记入的 {n} 条（{first} 等）",
        "{n} recorded together ({first} and others)",
    ),
    ("与已记的相同，没有再记", "the same is recorded already"),
    ("还有 {n} 行", "{n} more rows"),
    ("{name} 还有 {n} 处问题", "{name} has {n} more problems"),
    (
        "引号没有闭合，其后的各行都成了这一格的文字；请补上另一半引号",
        "a quotation mark is not closed, so that all rows behind it belong to its cell; add the other one",
    ),
    (
        "引号之后还有文字；格里有引号的，每个写成两个，整格再加引号",
        "there is text behind a closing quotation mark; a cell with quotation marks has each of them twice, and one at either end",
    ),
    (
        "引号到第 {line} 行才闭合，其后还有文字；请核对引号是否成对",
        "a quotation mark is closed on line {line} only, and there is text behind it; check whether the marks are in pairs",
    ),
    (
        "这是 Excel 工作簿，不是 CSV；请在 Excel 里另存为“CSV UTF-8”",
        "this is an Excel workbook and no CSV; save it in Excel as “CSV UTF-8”",
    ),
    (
        "像是没有字节序标记的 UTF-16 文字；请另存为“CSV UTF-8”",
        "this seems to be UTF-16 without a byte order mark; save it as “CSV UTF-8”",
    ),
    ("标准输入", "standard input"),
    (
        "已记 {n} 条：新 {new}、改 {corrected}；与已记的相同 {same} 条，没有再记（{path}）",
        "{n} recorded: {new} new, {corrected} corrected; {same} the same as before, not recorded again ({path})",
    ),
    (
        "“{name}”{figure}与已知的{range}相差悬殊",
        "“{name}”: {figure} is far from what is known, {range}",
    ),
    (
        "指标据进展评判，须写明来源",
        "a target is judged by its status, so say whose that is",
    ),
];
