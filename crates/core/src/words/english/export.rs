//! Exports, and plan files that carry their records.

use super::Part;

pub(super) const EXPORT: Part = &[
    (
        "文件的格式版本是 {later}，本程序只认得到 {known} 为止的版本",
        "the format version of the file is {later}; this program knows versions up to {known}",
    ),
    ("用新版的 guihua 打开", "open it with a newer guihua"),
    ("格式版本（version）应为 {known}", "the format version (version) must be {known}"),
    ("写作“version: {known}”，或删去这一行", "write “version: {known}”, or delete the line"),
    ("，记录 {n} 条", ", {n} records"),
    (
        "从扩展名“{extension}”看不出格式；用 --format 写明 md、json、csv、html 或 ndjson",
        "the extension “{extension}” tells no format; name one with --format: md, json, csv, html or ndjson",
    ),
    (
        "json 和 html 总是整份导出；只要一部分用 --format csv、md 或 ndjson",
        "json and html are always whole; for a part use --format csv, md or ndjson",
    ),
    ("--bom 只用于 --format csv", "--bom goes with --format csv only"),
    ("已导出到 {name}（截至 {as_of}）", "exported to {name} (as of {as_of})"),
    // Help.
    (
        "格式；不写则看输出文件的扩展名，都没有则为 json",
        "Format; by default told by the extension of the output file, else json",
    ),
    (
        "只要一部分（md、csv、ndjson）；csv 不写则为指标",
        "Only a part (md, csv, ndjson); csv has the targets by default",
    ),
    ("规划文件（连同记录，可再用 --plan 打开）", "A plan file with its records, to be opened with --plan"),
    ("表格：每个指标一行", "Tables: a row for each target"),
    ("网页（单个文件，可查找、筛选、打印）", "A web page (one file; find, filter, print)"),
    ("每段、每个指标、每条记录一行 JSON", "A line of JSON for each paragraph, target and record"),
    (
        "导出规划及其记录、评估，供别的程序和别人用：规划文件、网页、表格、文稿",
        "Export the plan with its records and evaluation, for other programs and people: plan file, web page, tables, text",
    ),
    (
        "\
例：
  guihua export -o 规划.html                     一个网页，可查找、筛选、打印
  guihua export -o 规划.json                     规划连同记录；用 guihua --plan 规划.json 打开
  guihua export --format csv --bom -o 指标.csv   指标表，供 Excel 打开
  guihua export --format csv --only records      监测记录，可用 guihua record --csv 读回
  guihua export --format ndjson | jq .           每行一个 JSON

退出码：0 成功；1 规划或记录文件有问题；2 用法有误或文件打不开",
        "\
Examples:
  guihua export -o plan.html                       a web page to find in, filter and print
  guihua export -o plan.json                       the plan with its records; guihua --plan plan.json opens it
  guihua export --format csv --bom -o targets.csv  the targets, for Excel
  guihua export --format csv --only records        the records, which guihua record --csv reads
  guihua export --format ndjson | jq .             one JSON a line

Exit codes: 0 done; 1 the plan or the records have problems; 2 wrong usage or a file that can't be opened",
    ),
    // Heads of tables.
    ("地址", "Address"),
    ("类别", "Kind"),
    ("领域", "Domain"),
    ("标题", "Title"),
    ("网页原样", "As published"),
    ("评估日", "As of"),
    ("编号", "Id"),
    ("单位", "Unit"),
    ("目标值", "Goal (figure)"),
    ("目标年份", "Goal year"),
    ("原句位置", "Place of the sentence"),
    ("编者注", "Editor's note"),
    ("最新期次", "Latest period"),
    ("最新值", "Latest figure"),
    ("比例", "Fraction"),
    ("差距", "Gap"),
    ("分组", "Group"),
    ("对象", "Subject"),
    ("数值或进展", "Figure or status"),
    ("出自", "Origin"),
    ("，对照{benchmark}", ", benchmark {benchmark}"),
    ("评估日之后，未计入", "after the day of the evaluation, not counted"),
    // Markdown and the page.
    ("评估方法", "Method"),
    ("原文：{source}", "Published at: {source}"),
    (
        "⟦⟧之间是网页缺失、由编者补出的字。",
        "Characters between ⟦ and ⟧ are missing on the published page and were supplied by the editor.",
    ),
    ("记录与来源", "Records and their sources"),
    ("没有监测记录。", "There are no records."),
    ("{n}项", "{n}"),
    ("跳到正文", "Skip to the content"),
    ("在正文中查找", "Find in the text"),
    (
        "原文、全拼或首字母，如 托育、tuoyu、ty；按 / 到这里，Enter 下一处，Shift+Enter 上一处，Esc 清空",
        "The words, their pinyin or its initials, such as 托育, tuoyu, ty; / comes here, Enter to the next, Shift+Enter to the one before, Esc clears",
    ),
    ("{at}/{all}", "{at}/{all}"),
    ("按领域筛选指标和任务", "Filter targets and tasks by domain"),
    ("{n}/{all}项", "{n}/{all}"),
    (
        "进度条：左标为基期，右标为目标，圆点为最新值，虚线为按时间应到之处；左标以左为倒退，右标以右为超出；点线为尚无监测数据。没有可比基期的指标不画进度条。",
        "Gauges: the left mark is the baseline, the right one the goal, the dot the latest figure, the dashed line where linear progress would be; left of the baseline is retreat, right of the goal is beyond it; a dotted line has no data. Targets without a comparable baseline have no gauge.",
    ),
    ("说明：{remark}", "Note: {remark}"),
    (
        "下加点线的字为网页缺失、由编者补出；段末的 § 是这一段的链接。",
        "Characters underlined with dots are missing on the published page and were supplied by the editor; the § after a paragraph is a link to it.",
    ),
    (
        "本页由 guihua {version} 导出，评估截至 {as_of}；不联网，可存档、打印。",
        "Exported by guihua {version}, evaluated as of {as_of}; needs no network, fit to be kept and printed.",
    ),
];
