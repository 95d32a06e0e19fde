//! Plan files: what is wrong with them, and what would be right.

use super::Part;

pub(super) const FILES: Part = &[
    (
        "文件过大，最多 {max} 字节",
        "the file is too large, at most {max} bytes",
    ),
    ("请拆分文件", "split the file"),
    ("不是 UTF-8 文字", "this is no UTF-8 text"),
    ("请另存为 UTF-8", "save it as UTF-8"),
    // Places of a plan file, as its problems name them.
    ("规划文件", "plan file"),
    ("基本信息（meta）", "meta"),
    ("规划期（period）", "period"),
    ("起始年份", "start"),
    ("结束年份", "end"),
    ("远景年份", "vision_year"),
    ("领域（domains）", "domains"),
    ("领域（domain）", "domain"),
    ("通知（notice）", "notice"),
    ("公文信息的一项", "a particular of the notice"),
    ("正文（plan）", "plan"),
    ("章（chapters）", "chapters"),
    ("节（sections）", "sections"),
    ("小节（subsections）", "subsections"),
    ("段落", "paragraph"),
    ("原则", "principle"),
    ("原则（principles）", "principles"),
    ("任务（tasks）", "tasks"),
    ("任务或保障措施", "task or safeguard"),
    ("保障措施（safeguards）", "safeguards"),
    ("存疑之处", "open reading"),
    ("存疑之处（open_readings）", "open_readings"),
    ("地址（at）", "at"),
    ("引文（quote）", "quote"),
    ("别处的引文（also）", "also"),
    ("指标（targets）", "targets"),
    ("类型（kind）", "kind"),
    ("方向（direction）", "direction"),
    ("目标值（goal）", "goal"),
    ("目标年份（year）", "year"),
    ("历史值（history）", "history"),
    ("数值（value）", "value"),
    ("对应的任务（served_by）", "served_by"),
    ("任务（task）", "task"),
    ("依据（origin）", "origin"),
    ("数值关系（claims）", "claims"),
    ("所述数值（states）", "states"),
    ("关系（is）", "is"),
    ("所据数值（of）", "of"),
    ("不相衔接之处（discords）", "discords"),
    ("术语", "term"),
    ("术语（terms）", "terms"),
    ("名称（name）", "name"),
    ("别称", "alias"),
    ("别称（aliases）", "aliases"),
    ("解释之处（explained）", "explained"),
    // Shapes.
    ("空值", "nothing"),
    ("文字", "text"),
    ("列表", "a list"),
    ("键值对", "a mapping"),
    (
        "{what}应为键值对，此处是{shape}",
        "{what}: a mapping is wanted, and here is {shape}",
    ),
    ("每行写“键: 值”", "write “key: value” on each line"),
    (
        "{what}应为列表，此处是{shape}",
        "{what}: a list is wanted, and here is {shape}",
    ),
    (
        "每项另起一行，以“- ”开头",
        "begin each item on a line of its own with “- ”",
    ),
    (
        "{what}应为文字，此处是{shape}",
        "{what}: text is wanted, and here is {shape}",
    ),
    (
        "写一行文字；空文字写作 ''",
        "write a line of text; empty text is ''",
    ),
    ("{what}缺少“{key}”", "{what}: “{key}” is missing"),
    ("补上“{key}: …”", "add “{key}: …”"),
    (
        "{what}里没有“{key}”这个键",
        "{what}: there is no key “{key}”",
    ),
    ("是不是“{name}”？", "is it “{name}”?"),
    ("键重复：“{key}”", "the key “{key}” stands twice"),
    ("同一层每个键只写一次", "write each key of a mapping once"),
    // Values.
    ("{what}是空的", "{what}: empty"),
    ("写上文字", "write some text"),
    (
        "{what}里有不可显示的字符 {code}",
        "{what}: there is a character that can't be shown, {code}",
    ),
    (
        "删去该字符；一段文字写成一行",
        "delete it; a text is one line",
    ),
    (
        "补字的写法是⟦字⟧，成对且不嵌套",
        "supplied characters are written ⟦so⟧, in pairs, not nested",
    ),
    ("{what}“{text}”不是年份", "{what}: “{text}” is no year"),
    ("写四位数字，如 2025", "write four digits, such as 2025"),
    (
        "{what}“{text}”位数过多",
        "{what}: “{text}” has too many digits",
    ),
    (
        "整数最多15位，小数最多8位",
        "at most 15 digits before the point and 8 behind it",
    ),
    ("{what}“{text}”不是数", "{what}: “{text}” is no number"),
    (
        "只写数字和小数点，如 119.5；单位写在 unit",
        "digits and a point only, such as 119.5; the unit stands in unit",
    ),
    ("{what}没有“{word}”", "{what}: there is no “{word}”"),
    ("改成一段的地址", "write the address of a paragraph"),
    (
        "只用小写字母、数字和连字符",
        "small letters, digits and hyphens only",
    ),
    // The plan.
    (
        "规划编号“{id}”不合写法",
        "the id of the plan, “{id}”, is not written as ids are",
    ),
    (
        "印发日期“{issued}”不是日期",
        "issued: “{issued}” is no date",
    ),
    ("写作 2021-12-31", "write it as 2021-12-31"),
    (
        "规划期从 {start} 到 {end}，先后颠倒",
        "the period runs backwards, from {start} to {end}",
    ),
    ("start 应不晚于 end", "start is not later than end"),
    (
        "发文字号“{number}”不在通知的公文信息里",
        "the document number “{number}” is not among the particulars of the notice",
    ),
    ("与公文信息一致", "write it as the particulars have it"),
    ("领域“{domain}”重复", "the domain “{domain}” stands twice"),
    (
        "domains 里每个领域只写一次",
        "write each domain once under domains",
    ),
    ("没有“{domain}”这个领域", "there is no domain “{domain}”"),
    ("正文没有一章", "the plan has no chapter"),
    ("在 chapters 下写章", "write chapters under chapters"),
    (
        "一章不能同时有 sections 和 safeguards",
        "a chapter can't have both sections and safeguards",
    ),
    (
        "两者共用（一）（二）的编号，只留一种",
        "they share their numbers: keep one of the two",
    ),
    // Citations.
    ("地址 {address} 不存在", "there is no address {address}"),
    (
        "引文“{quote}”不在 {at}",
        "the quote “{quote}” does not stand at {at}",
    ),
    (
        "引文“{quote}”在 {at} 出现 {n} 次",
        "the quote “{quote}” stands {n} times at {at}",
    ),
    (
        "加长引文，使它只出现一次",
        "quote more, so that it stands there once",
    ),
    (
        "引文里没有数值 {figure}",
        "the quote does not have the figure {figure}",
    ),
    (
        "数值应与引文一字不差，或改引含有它的句子",
        "write the figure as the quote has it, or quote the sentence that has it",
    ),
    ("它在 {address}", "it stands at {address}"),
    (
        "全文没有这句话；引文须与还原后的文字一字不差（不含⟦⟧）",
        "the text has no such words; a quote is the very characters of the restored text, without ⟦⟧",
    ),
    // Targets, claims, terms.
    (
        "指标编号“{id}”不合写法",
        "the id of a target, “{id}”, is not written as ids are",
    ),
    ("指标编号“{id}”重复", "the id “{id}” stands for two targets"),
    ("每个指标的 id 只用一次", "use each id of a target once"),
    ("指标没有领域", "the target has no domain"),
    (
        "至少写一个，如 [健康]",
        "write one at least, such as [健康]",
    ),
    (
        "“{kind}”类指标缺少“{missing}”",
        "a target of the kind “{kind}” needs “{missing}”",
    ),
    (
        "补上“{missing}: …”，或改用别的类型",
        "add “{missing}: …”, or choose another kind",
    ),
    (
        "指标有目标值而没有单位",
        "the target has a goal and no unit",
    ),
    ("补上“unit: …”", "add “unit: …”"),
    (
        "目标年份 {year} 早于规划期",
        "the goal's year {year} lies before the term",
    ),
    ("规划期是 {start}—{end}", "the term is {start}–{end}"),
    (
        "历史值里 {year} 年重复",
        "history: the year {year} stands twice",
    ),
    ("每年只写一个值", "write one figure a year"),
    (
        "历史值的年份 {year} 不早于目标年份 {goal}",
        "history: the year {year} is not before the goal's year {goal}",
    ),
    (
        "history 只写目标年份之前的值",
        "history has figures from before the goal's year only",
    ),
    (
        "没有编号为“{id}”的另一指标",
        "there is no other target with the id “{id}”",
    ),
    ("{address} 不是一项任务", "{address} is no task"),
    (
        "写任务的地址，形如 3.1.2p1",
        "write the address of a task, such as 3.1.2p1",
    ),
    (
        "数值关系的所据数值有 {n} 个",
        "claims: {n} figures under of",
    ),
    (
        "difference、growth、share 写两个，near、part 写一个，sum 至少两个",
        "two for difference, growth and share, one for near and part, two at least for sum",
    ),
    (
        "引文里没有所据数值 {figure}",
        "no quote has the figure {figure} that stands under of",
    ),
    (
        "在 from 里引出它所在的句子",
        "quote the sentence that has it under from",
    ),
    (
        "不相衔接之处少于两处引文",
        "discords: fewer than two quotes",
    ),
    ("between 至少写两处", "write two at least under between"),
    ("术语“{word}”重复", "the term “{word}” stands twice"),
    ("每个名称和别称只写一次", "write each name and alias once"),
    (
        "术语“{word}”不在全文中",
        "the term “{word}” does not stand in the text",
    ),
    (
        "用规划里的原词，与还原后的文字一字不差（不含⟦⟧）",
        "use the plan's word, the very characters of the restored text, without ⟦⟧",
    ),
    (
        "改成解释这个术语的标题或段落的地址",
        "write the address of the heading or paragraph that explains it",
    ),
    // YAML.
    (
        "文件里有控制字符 {code}",
        "there is a control character, {code}",
    ),
    ("删去该字符", "delete it"),
    ("还有 {n} 个控制字符", "{n} more control characters"),
    ("换成文字文件", "choose a file of text"),
    (
        "文件里有不止一个 YAML 文档",
        "the file has more than one YAML document",
    ),
    ("去掉多余的“---”", "delete the “---” that is too much"),
    (
        "不支持锚点“&{name}”",
        "anchors such as “&{name}” are not supported",
    ),
    (
        "不支持别名“*{name}”",
        "aliases such as “*{name}” are not supported",
    ),
    (
        "去掉锚点，在别名处把内容写全；“&”“*”开头的文字请加引号",
        "delete anchors and write the content where aliases stand; text that begins with “&” or “*” goes between quotation marks",
    ),
    (
        "文件超出允许的层数或规模",
        "the file is nested too deep, or too large",
    ),
    (
        "去掉锚点、别名和过深的嵌套",
        "delete anchors, aliases and nesting that is too deep",
    ),
    ("键应为文字", "a key has to be text"),
    ("把键写成一个词", "write the key as a word"),
    ("缩进里有制表符", "there is a tab in the indentation"),
    ("缩进请用空格", "indent with spaces"),
    ("引号没有闭合", "a quotation mark is not closed"),
    ("补上另一半引号", "add the other one"),
    ("此处不能再有“: ”", "there can't be another “: ” here"),
    (
        "含“: ”的文字请加引号",
        "put text with “: ” between quotation marks",
    ),
    ("YAML 语法有误", "this is no YAML"),
    ("按 YAML 1.2 的写法改正此处", "write it as YAML 1.2 has it"),
    (
        "YAML 语法有误：文字不能以“{character}”开头",
        "this is no YAML: text can't begin with “{character}”",
    ),
    ("这段文字请加引号", "put the text between quotation marks"),
    (
        "YAML 语法有误：引号之后还有文字",
        "this is no YAML: there is text behind a closing quotation mark",
    ),
    (
        "文字里有引号的，整段用另一种引号括起来",
        "put text with quotation marks between those of the other kind",
    ),
    (
        "YAML 语法有误：双引号里的反斜杠写法不对",
        "this is no YAML: a backslash between double quotation marks is not written right",
    ),
    (
        "改用单引号；或把每个反斜杠写两遍",
        "use single quotation marks, or write each backslash twice",
    ),
    (
        "YAML 语法有误：此处应有“键: 值”",
        "this is no YAML: “key: value” is wanted here",
    ),
    (
        "补上“: ”；文字要写在键之后",
        "add “: ”; text stands behind a key",
    ),
    (
        "YAML 语法有误：缩进不对",
        "this is no YAML: the indentation is wrong",
    ),
    (
        "同一层左边对齐，下一层多缩进两格",
        "align what is on one level, and indent the next one by two more",
    ),
    (
        "YAML 语法有误：此处应有空格",
        "this is no YAML: a space is wanted here",
    ),
    ("“-”“:”之后空一格", "leave a space after “-” and “:”"),
    (
        "YAML 语法有误：括号不配对，或缺少逗号",
        "this is no YAML: brackets do not match, or a comma is missing",
    ),
    (
        "补上或去掉 [ ] { } 和逗号；含括号的文字请加引号",
        "add or delete [ ] { } and commas; put text with brackets between quotation marks",
    ),
    (
        "YAML 语法有误：“#”的位置不对",
        "this is no YAML: “#” stands where it can't",
    ),
    (
        "注释另起一行；含“#”的文字请加引号",
        "write comments on lines of their own; put text with “#” between quotation marks",
    ),
    (
        "YAML 语法有误：“|”“>”之后写法不对",
        "this is no YAML: what follows “|” or “>” is not written right",
    ),
    (
        "一段文字写成一行，不用“|”“>”",
        "write a text on one line, without “|” and “>”",
    ),
    (
        "YAML 语法有误：“&”“*”之后没有名称",
        "this is no YAML: no name follows “&” or “*”",
    ),
    (
        "“&”“*”开头的文字请加引号",
        "put text that begins with “&” or “*” between quotation marks",
    ),
    (
        "不支持“%”开头的指令",
        "directives, which begin with “%”, are not supported",
    ),
    (
        "去掉这一行；“%”开头的文字请加引号",
        "delete the line; put text that begins with “%” between quotation marks",
    ),
    (
        "文件中间有字节序标记 U+FEFF",
        "there is a byte order mark, U+FEFF, within the file",
    ),
    (
        "YAML 语法有误：内容没有写完",
        "this is no YAML: something is not written to its end",
    ),
    (
        "补全此处的值、括号或引号",
        "complete the value, the bracket or the quotation mark",
    ),
    (
        "不支持“!”开头的标签",
        "tags, which begin with “!”, are not supported",
    ),
    (
        "去掉标签；“!”开头的文字请加引号",
        "delete the tag; put text that begins with “!” between quotation marks",
    ),
    (
        "{what}应为一个值，此处是{shape}",
        "{what}: a single value is wanted, and here is {shape}",
    ),
    ("规划没有领域", "the plan has no domains"),
];
