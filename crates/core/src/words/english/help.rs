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
    // Names of values, in angle brackets as usage has them.
    ("<文件>", "<FILE>"),
    ("<语言>", "<LANGUAGE>"),
    ("<日期>", "<DATE>"),
    ("<词>", "<WORDS>"),
    ("<领域>", "<DOMAIN>"),
    ("<类型>", "<KIND>"),
    ("<数>", "<N>"),
    ("<句数>", "<N>"),
    ("<序号>", "<N>"),
    ("<级数>", "<LEVELS>"),
    ("<指标>", "<TARGET>"),
    ("<任务或指标>", "<TASK or TARGET>"),
    ("<地址、指标或术语>", "<PLACE, TARGET or TERM>"),
    ("<数值>", "<FIGURE>"),
    ("<期次>", "<PERIOD>"),
    ("<来源>", "<SOURCE>"),
    ("<标记>", "<FLAG>"),
    ("<等级>", "<STANDING>"),
    ("<文字>", "<TEXT>"),
    ("<进展>", "<STATUS>"),
    ("<格式>", "<FORMAT>"),
    ("<部分>", "<PART>"),
    ("<种类>", "<WHICH>"),
    ("<外壳>", "<SHELL>"),
    ("<文件夹>", "<FOLDER>"),
    // Commands.
    (
        "规划：在终端里读政府规划，看指标、查任务、标出处",
        "Read a government plan in the terminal: its targets, its tasks, and where each stands",
    ),
    (
        "打开规划，可带要查找的词；“guihua 托育”即“guihua open 托育”",
        "Open the plan, with words to look for if any; “guihua 托育” is “guihua open 托育”",
    ),
    (
        "输出全文，每段一行，标题按规划编号",
        "Print the whole text, a paragraph a line, with numbered headings",
    ),
    ("列出指标", "List the targets"),
    (
        "查找：原文、拼音（tyfw、renc）、繁体，几个词用空格隔开",
        "Search: the words, their pinyin (tyfw, renc), traditional characters; a space between words",
    ),
    ("列出术语（政策、行动、文件、机构、地点、空间格局）及其出处", "List the terms (policies, programmes, documents, institutions, places, schemes) and where they stand"),
    (
        "检查规划文件，列出全部问题及其行、列",
        "Check a plan file: all its problems, with line and column",
    ),
    (
        "一个指标的卡片：基期、目标、最新值、结论",
        "The card of a target: baseline, goal, latest figure, verdict",
    ),
    (
        "记录监测数据或任务进展",
        "Record an observation, or how far a task has come",
    ),
    ("列出监测记录", "List the records"),
    ("评估报告", "The evaluation report"),
    ("指标与任务的对应", "Which task serves which target"),
    ("记一个指标的数值", "Record a figure of a target"),
    (
        "记一项任务（或没有数值的指标）的进展",
        "Record how far a task, or a target without a figure, has come",
    ),
    // Options and arguments.
    (
        "打开这份规划（YAML 文件；- 为标准输入），不用内置的",
        "Open this plan (a YAML file; - for standard input) instead of the built-in one",
    ),
    (
        "自记的监测记录放在这个文件，不用默认的",
        "Keep your own records in this file instead of the default one",
    ),
    (
        "界面语言：zh 中文，en 英文；不写则随系统",
        "Language of the interface: zh Chinese, en English; that of the locale by default",
    ),
    ("显示帮助", "Print help"),
    ("显示版本", "Print the version"),
    (
        "评估日，如 2023-12-31（或 2023，即该年年末）；不写为今天",
        "Evaluate as at this day, such as 2023-12-31 (or 2023 for its end); today by default",
    ),
    ("打开时要查找的词", "Words to look for on opening"),
    (
        "按网页原样输出，去掉编者补出的字",
        "As published, without the supplied characters",
    ),
    ("要找的词", "Words to look for"),
    (
        "只找某个领域，如 健康、jk（可写多次）",
        "Only in this domain, such as 健康 or jk (may be repeated)",
    ),
    ("只找某一类：标题、原则、段落、任务、措施、公文、指标、术语、记录，或其首字母（可写多次）", "Only this kind: heading, principle, paragraph, task, safeguard, particular, target, term or note (may be repeated)"),
    ("至多列出几处", "List at most so many places"),
    ("前后各多列几句", "Show so many sentences before and after"),
    ("每处一行 JSON", "A line of JSON for each place"),
    (
        "不加颜色，各栏以制表符隔开：地址、类型、匹配方式、标题、句子、领域",
        "No colours, fields between tabs: address, kind, way of matching, title, sentence, domains",
    ),
    ("只列一类：政策、工程行动、文件、机构、地点、空间格局", "Only this kind: policy, programme, document, institution, place or scheme"),
    (
        "要检查的文件（- 为标准输入）；不写则检查所打开的规划",
        "The file to check (- for standard input); the plan in force by default",
    ),
    (
        "核对规划自身的数值关系：增量、增长率、合计、占比",
        "Check the plan's figures against each other: increases, growth rates, sums, shares",
    ),
    (
        "指标的编号、名称或名称的一部分，如 常住人口",
        "The id or name of a target or a part of its name, such as 常住人口",
    ),
    (
        "列出公式、代入的数、阈值、原句和来源",
        "Show the formula, the figures put in, the bounds, the sentences and the sources",
    ),
    (
        "从表格（CSV，UTF-8 或 GBK；- 为标准输入）成批记录：全部记入，或一行也不记",
        "Record a table (CSV in UTF-8 or GBK; - is standard input): all of its rows or none",
    ),
    (
        "撤回最后一条自记的记录；从表格一次记入的，一次全部撤回",
        "Take back your last record, or all that were recorded together from a table",
    ),
    (
        "与 --csv 同用：取代已有的同指标、同期记录",
        "With --csv: supersede records of the same target and period",
    ),
    ("指标的编号或名称", "The id or name of a target"),
    (
        "数值，可带单位，如 120.1 或 120.1万人",
        "The figure, with its unit if you like: 120.1 or 120.1万人",
    ),
    (
        "年份（该年年末，或当年数）或日期",
        "A year (its end, or the whole of it) or a day",
    ),
    (
        "来源：谁、在哪里公布的",
        "The source: who published it, and where",
    ),
    (
        "同期对照值，如全市平均",
        "The benchmark of the same period, such as the average of the city",
    ),
    (
        "标记：provisional 初步数，estimated 估计数，break 口径不一致",
        "Flag: provisional; estimated; break (measures something else)",
    ),
    (
        "来源等级：official 官方公布，quoted 第三方转引官方，unverified 未核实",
        "Standing of the source: official (published by officials), quoted (officials quoted by others), unverified",
    ),
    (
        "取代已有的同指标、同期记录",
        "Supersede a record of the same target and period",
    ),
    (
        "任务的地址（如 3.1.2p1），或没有数值的指标",
        "The address of a task, such as 3.1.2p1, or a target without a figure",
    ),
    ("未启动、推进中、已完成、未完成、已调整", "not begun, under way, completed, not completed or changed"),
    ("来源；指标必写", "The source; required for a target"),
    ("取代同日的记录", "Supersede a record of the same day"),
    ("只列自记的", "Only your own"),
    ("格式", "Format"),
    (
        "写到这个文件；不写则输出到标准输出",
        "Write to this file instead of standard output",
    ),
    (
        "在 CSV 前加 BOM，供 Excel 认出 UTF-8；来源和说明里像公式的，前面加撇号，Excel 才当文字",
        "Begin CSV with a BOM, so that Excel knows it for UTF-8; sources and notes like formulas get an apostrophe, so that they stay text",
    ),
    (
        "网页（单个文件，可打印）",
        "A web page (one file, fit to be printed)",
    ),
    ("评估表（CSV）", "The table of the evaluation (CSV)"),
    ("Word 文档", "A Word document"),
    ("监测记录", "Records"),
    // Below the options.
    (
        "\
例：
  guihua                         打开内置的规划
  guihua --plan 某区规划.yaml    打开另一份规划
  guihua 托育                    打开并查找
  guihua text | less             全文
  guihua targets --domain 健康   健康领域的指标
  guihua search 托育             查找；也可用拼音：guihua search tyfw
  guihua check 某区规划.yaml     检查规划文件，列出全部问题
  guihua target 常住人口         一个指标的卡片
  guihua record observation 常住人口 120.1万人 --period 2024 --source 统计公报
  guihua report --as-of 2025-12-31 --format docx -o 评估报告.docx

退出码：0 成功；1 文件有问题，或没有找到；2 用法有误或文件打不开",
        "\
Examples:
  guihua                         open the built-in plan
  guihua --plan district.yaml    open another plan
  guihua 托育                    open, and look for a word
  guihua text | less             the whole text
  guihua targets --domain 健康   the targets of a domain
  guihua search 托育             search; pinyin does as well: guihua search tyfw
  guihua check district.yaml     check a plan file, listing all its problems
  guihua target 常住人口         the card of a target
  guihua record observation 常住人口 120.1万人 --period 2024 --source 统计公报
  guihua report --as-of 2025-12-31 --format docx -o report.docx

Exit codes: 0 success; 1 the file has problems, or nothing found; 2 wrong usage, or a file that can't be opened",
    ),
    (
        "\
写法：
  托育 服务      两个词都有，不论先后      “社区服务”   一字不差
  tyfw、renc     拼音首字母、全拼、未打完  -养老        不含这个词
  @健康、@jk     只在这个领域              :任务、:rw   只找这一类

退出码：0 找到；1 没有找到；2 用法有误或文件打不开",
        "\
Queries:
  托育 服务     both words, in any order         “社区服务”   these very characters
  tyfw, renc    pinyin: initials, full, begun    -养老        without this word
  @健康, @jk    in this domain only              :task, :rw   of this kind only

Exit codes: 0 found; 1 nothing found; 2 wrong usage, or a file that can't be opened",
    ),
    // Faults of typing.
    ("没有“{argument}”这个选项", "there is no option “{argument}”"),
    ("“{argument}”后面缺少值", "“{argument}” needs a value"),
    (
        "“{argument}”不能是“{value}”：{why}",
        "“{argument}” can't be “{value}”: {why}",
    ),
    (
        "“{argument}”不能与“{other}”同用",
        "“{argument}” can't be used with “{other}”",
    ),
    ("缺少“{argument}”", "missing: “{argument}”"),
    ("”、“", "”, “"),
    (
        "“{argument}”的个数不对",
        "the wrong number of “{argument}”",
    ),
    ("参数不是 UTF-8 文字", "an argument is no UTF-8 text"),
    ("命令行写法有误", "the command line is not written as it should be"),
    (
        "{command} 只收一个“{one}”，“{word}”是多出来的",
        "{command} takes one “{one}” only; “{word}” is one too many",
    ),
    (
        "“{word}”是多出来的，{command} 不收",
        "“{word}” is too much: {command} takes no such word",
    ),
    (
        "用 guihua --help 查看用法",
        "guihua --help tells how to use it",
    ),
    ("guihua：{message}", "guihua: {message}"),
];
