//! How figures are taken in and judged: questions that a record stands, bounds and remarks of a verdict, what is missing.

use super::Part;

pub(super) const JUDGING: Part = &[
    // Records: what cannot be, what is asked about, how to type it.
    (
        "“{name}”不会是负数（{shown}）",
        "“{name}” can't be negative ({shown})",
    ),
    ("请核对数值", "check the figure"),
    (
        "“{name}”是占比，不会超过全部（{shown}）",
        "“{name}” is a share and can't be more than the whole ({shown})",
    ),
    ("请核对数值和单位", "check the figure and its unit"),
    (
        "“{name}”以“{unit}”计，不会有小数（{shown}）",
        "“{name}” is counted in “{unit}”, so it has no fraction ({shown})",
    ),
    (
        "{year}年还没有过完（今天是{today}），年末的数据还不会有",
        "{year} is not over (today is {today}), so there is no figure for its end yet",
    ),
    (
        "年中的数据写上日期",
        "give the date for a figure within the year",
    ),
    (
        "{day}还没有到（今天是{today}）",
        "{day} has not come (today is {today})",
    ),
    ("请核对日期", "check the date"),
    ("无单位", "without a unit"),
    (
        "“{name}”已记{when}的数据单位是{one}，这条是{two}",
        "“{name}”: the figure for {when} is {one}, this one is {two}",
    ),
    (
        "同一指标只用一个单位：换算后连单位一起写",
        "a target has one unit: convert, and write the unit with the figure",
    ),
    (
        "{what}；{remedy}，确认无误加 --force",
        "{what}; {remedy}, or add --force if it is right",
    ),
    (
        "{what}；{remedy}，确认无误再按 Enter",
        "{what}; {remedy}, or press Enter again if it is right",
    ),
    (
        "已有{origin}的{name}{source}；如系更正，加 --replace",
        "there is one already ({origin}): {name}{source}; add --replace to correct it",
    ),
    (
        "已有{origin}的{name}；如系更正，再按 Enter 替换",
        "there is one already ({origin}): {name}; press Enter again to correct it",
    ),
    (
        "“{name}”记的是增速，单位是“%”，不是“{given}”",
        "“{name}” is recorded as growth in “%”, not in “{given}”",
    ),
    (
        "记比上年增长百分之几，如 5.2",
        "record the growth over the year before, such as 5.2",
    ),
    (
        "“{text}”不是日期或年份；写作 2023 或 2023-12-31",
        "“{text}” is no date or year; write 2023 or 2023-12-31",
    ),
    (
        "“{text}”不是日期；写作 2023-12-31",
        "“{text}” is no date; write 2023-12-31",
    ),
    (
        "“{text}”里的逗号不是千分位",
        "the commas in “{text}” do not group thousands",
    ),
    ("{name}在本表里重复", "{name} stands in this table twice"),
    (
        "单位不一致：“{one}”和“{other}”",
        "two units: “{one}” and “{other}”",
    ),
    (
        "何时（完成之日），如 2024-06-30；必填",
        "when (day done), such as 2024-06-30; required",
    ),
    (
        "增速（比上年增长百分之几），单位 %",
        "growth over the year before, in %",
    ),
    ("数字，单位 {unit}", "a number, in {unit}"),
    (
        "连单位一起写，如 2.1‰；原文没有写单位",
        "with its unit, such as 2.1‰; none in the plan",
    ),
    ("已记{name}；撤回按 U", "Recorded: {name}; U takes it back"),
    ("没有可撤回的记录", "There is no record to take back"),
    ("再按 U 撤回：{name}", "Press U again to take back: {name}"),
    (
        "已撤回{name}（在文件里成为注释）",
        "Taken back: {name} (a comment in the file now)",
    ),
    ("撤回最后一条自记的记录", "take back your last record"),
    (
        "有{count}条自记的记录未能读入，没有计入（第{line}行：{what}）",
        "{count} of your records could not be read and are not counted (line {line}: {what})",
    ),
    ("{words}；详见概览", "{words}; see the overview"),
    // Verdicts, and what stands beside them.
    ("按±{percent}%计", "within ±{percent}%"),
    ("{year}年起", "since {year}"),
    ("初步", "provisional"),
    ("变幅过小", "too small"),
    ("舍入后达到", "by rounding"),
    ("未达，低于基期", "missed, < base"),
    ("未达，高于基期", "missed, > base"),
    ("未优于对照", "not better"),
    ("未完成", "not completed"),
    ("进展（*初步）", "Status *prov."),
    ("{year}恰为上限", "at the limit in {year}"),
    ("{year}高于上限{size}", "{size} over the limit in {year}"),
    ("{year}低于上限{size}", "{size} under the limit in {year}"),
    ("高于上限{size}", "{size} over the limit"),
    ("低于上限{size}", "{size} under the limit"),
    ("高于目标{size}", "{size} above the goal"),
    ("低于目标{size}", "{size} below the goal"),
    ("缺同期对照值", "no benchmark of the same year"),
    // Bounds and years.
    ("逐年", "By year"),
    (
        "全程变化不足基期值、目标值中小数位较多者末位的5倍的，不判进度（5倍为本程序所定）",
        "where the whole way is less than five times the last digit of baseline or goal, whichever has more decimals, no pace is told (five times is ours)",
    ),
    (
        "≥ {goal} 为达到（{goal}为规划所定；含本数，参照《民法典》第一千二百五十九条）",
        "met from {goal} on ({goal} is the plan's; the figure itself counts, after article 1259 of the Civil Code)",
    ),
    (
        "≤ {goal} 为达到（{goal}为规划所定；含本数，参照《民法典》第一千二百五十九条）",
        "met up to {goal} ({goal} is the plan's; the figure itself counts, after article 1259 of the Civil Code)",
    ),
    (
        "每年 ≤ {goal} 为达标，一年超过即未达到（{goal}为规划所定；含本数，参照《民法典》第一千二百五十九条）",
        "kept up to {goal} in every year, missed by one year over it ({goal} is the plan's; the figure itself counts, after article 1259 of the Civil Code)",
    ),
    ("高于", "above"),
    ("低于", "below"),
    ("等于", "equal to"),
    (
        "目标年的值{than}同年对照值为达到（规划所定；不含相等，参照《民法典》第一千二百五十九条）",
        "met where the figure of the goal's year is {than} the benchmark's of that year (the plan's; equal does not count, after article 1259 of the Civil Code)",
    ),
    (
        "平均增速差 ≥ −{points} 个百分点为基本同步（{points}个百分点为本程序所定，非规划所载）",
        "in step where the mean growth is at most {points} pp behind ({points} pp is ours, not the plan's)",
    ),
    (
        "与基期之差朝目标方向即为达到，多少不论（规划只定了方向）",
        "met by any change in the direction of the goal (the plan gives a direction only)",
    ),
    ("{value} > {limit}，未达标", "{value} > {limit}, not kept"),
    ("{value} ≤ {limit}，达标", "{value} ≤ {limit}, kept"),
    (
        "{value}，缺同期对照值",
        "{value}, no benchmark of the same year",
    ),
    (
        "{value} {against}对照 {benchmark}，差 {margin}",
        "{value} {against} the benchmark {benchmark}, by {margin}",
    ),
    (
        "{years}年平均 {points} {against} −{bound}",
        "mean of {years} years {points} {against} −{bound}",
    ),
    // Remarks.
    (
        "{date}已完成，晚于目标年份{year}年",
        "done on {date}, after the goal's year {year}",
    ),
    (
        "自{year}年起一直达到目标",
        "the goal has been met since {year}",
    ),
    (
        "目标年末未达到；{when}{value}达到，已逾期",
        "not met at the end of the goal's year; met late, with {value} in {when}",
    ),
    (
        "{when}{value}突破上限{over}",
        "{when}: {value}, {over} over the limit",
    ),
    (
        "{years}年数据口径不一致，按缺数处理",
        "{years}: other measure, counts as missing",
    ),
    (
        "各年之和到{year}年已达到目标",
        "the sum reached the goal in {year}",
    ),
    (
        "平均增速落后对照不超过{points}个百分点的，视为基本同步；此容差为本程序所定，非规划所载",
        "mean growth of at most {points} pp less counts as in step; this tolerance is ours, not the plan's",
    ),
    // Counts.
    ("{group}{count}项", "{group} {count}"),
    ("{all}（其中{within}）", "{all} (of these {within})"),
    ("{verdict}{count}项", "{verdict} {count}"),
    (
        "另有远景目标{count}项不计入",
        "{count} for the vision not counted",
    ),
    ("有观测", "Observed"),
    ("概况", "About"),
    // The report.
    (
        "保障措施：{recorded}项有进展记录／共{total}项。",
        "Safeguards: {recorded} of {total} with a record.",
    ),
    ("第{line}行：{what}", "line {line}: {what}"),
    (
        "注意：有{count}条自记的记录未能读入，没有计入（{lines}）。",
        "Note: {count} of your records could not be read and are not counted ({lines}).",
    ),
    ("保障措施", "Safeguards"),
    (
        "只列下结论所需而尚缺的数据。一般指标只看目标年年末的值，期间年份的数据可有可无，只影响规划期内的进度用词；全期不超过、累计、保持同步的指标须{start}年以来逐年齐全；优于对照的指标须有目标年的两个数值；定方向的指标须有{base}年的基期值；没有数值的目标须有进展记录。",
        "Only data that a conclusion needs and that are due are listed. Most targets are judged by the figure at the end of the goal's year; those of the years between only serve the words of pace while the term runs. Limits for the whole term, sums and growth in step need every year since {start}; comparisons need both figures of the goal's year; directions need the figure of {base}; goals without a figure need a record of how far they have come.",
    ),
    (
        "规划期末的进展记录，须有来源",
        "a record of how it stood at the end of the term, with its source",
    ),
    (
        "有来源的进展记录",
        "a record of how far it has come, with its source",
    ),
    (
        "规划期末的进展记录",
        "a record of how it stood at the end of the term",
    ),
    ("有来源的进展评定", "a rating with its source"),
    ("{year}年的基期值", "the base figure of {year}"),
    ("最终核定数", "the final, revised figure"),
    (
        "与基期、目标同口径的数据",
        "data of the same measure as baseline and goal",
    ),
    (
        "同年的{benchmark}数值",
        "the figure of {benchmark} of the same year",
    ),
    (
        "{years}年的数据{pair}（须逐年齐全）",
        "the figures of {years}{pair} (every year is needed)",
    ),
    (
        "{year}年的终期数据{pair}",
        "the final figure of {year}{pair}",
    ),
    (
        "{latest}年的数据{pair}（判断进度）",
        "the figure of {latest}{pair} (for the pace)",
    ),
    (
        "及同年的{benchmark}数值",
        " and of {benchmark} for the same time",
    ),
    ("序号", "No."),
    ("出处地址", "Address"),
    ("基期数值", "Baseline figure"),
    ("目标数值", "Goal figure"),
    ("最新数值", "Latest figure"),
    ("进度小数", "Progress (fraction)"),
    // The card and the chart.
    ("来源：{source}", "Source: {source}"),
    ("* 监测（累计）", "* observed (sum)"),
    ("* 监测", "* observed"),
    ("o 规划所载（含基期）", "o in the plan"),
    ("x 直线外推", "x straight line"),
    ("+ 目标", "+ goal"),
    ("本段没有对应的指标", "This paragraph has no target"),
    ("此任务没有对应的指标", "This task serves no target"),
    ("没有可显示的指标", "There is no target to show"),
    // The command line.
    (
        "与 --csv 同用：数值与已知的相差悬殊也照记",
        "With --csv: record figures far from all that is known as well",
    ),
    (
        "数值与已知的相差悬殊也照记",
        "Record it even if the figure is far from all that is known",
    ),
    (
        "日期；不写为今天，目标年份已过的指标必写",
        "The day; today if left out, required for a target whose year is over",
    ),
];
