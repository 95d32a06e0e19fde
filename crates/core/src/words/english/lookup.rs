//! Looking things up, citing, copying, completions and manual pages.

use super::Part;

pub(super) const LOOKUP: Part = &[
    // What was typed names nothing, or several things.
    (
        "本规划没有 {address}；地址见 guihua toc",
        "this plan has no {address}; guihua toc lists the addresses",
    ),
    (
        "没有“{words}”这个地址、指标或术语；可用 guihua search 查找",
        "no address, target or term is called “{words}”; guihua search looks for words",
    ),
    (
        "没有“{words}”这个地址、指标或术语；是不是：{names}？",
        "no address, target or term is called “{words}”; is it one of {names}?",
    ),
    (
        "“{words}”有 {count} 处，请写全：{names} 等",
        "“{words}” stands for {count} things, write one in full: {names} and others",
    ),
    (
        "“{words}”有 {count} 处，请写全：{names}",
        "“{words}” stands for {count} things, write one in full: {names}",
    ),
    ("“{name}”（{kind}）", "“{name}” ({kind})"),
    ("{address}“{title}”", "{address} “{title}”"),
    // show, toc, tasks
    ("{year}年", "{year}"),
    ("又见", "also"),
    ("又作", "also called"),
    ("解释", "explained"),
    (
        "{name}（{kind}）  出现 {count} 次",
        "{name} ({kind})  occurs {count} times",
    ),
    ("印发通知", "Notice"),
    ("序言", "Preface"),
    ("附件", "Attachment"),
    ("尚无记录", "no record"),
    (
        "共 {count} 项，有记录的 {recorded} 项；截至{day}",
        "{count} tasks, {recorded} with a record; as of {day}",
    ),
    // cite
    (
        "“{what}”在原文中没有出处",
        "“{what}” does not stand in the text",
    ),
    (
        "没有第 {n} 句：{address} 共 {count} 句",
        "there is no sentence {n}: {address} has {count}",
    ),
    (
        "{address} 里没有含“{words}”的句子",
        "no sentence of {address} has “{words}”",
    ),
    (
        "{address} 里有 {count} 句含“{words}”，请用 --sentence 指定：",
        "{count} sentences of {address} have “{words}”, choose one with --sentence:",
    ),
    // Copying on the screen
    (
        "太长，没有复制：{size} KB，终端的剪贴板至多收 {most} KB；请选其下的标题",
        "too long, not copied: {size} KB, and a terminal's clipboard takes at most {most} KB; choose a heading below it",
    ),
    ("这里没有可复制的原文", "there are no words to copy here"),
    (
        "已发往终端的剪贴板：{words}（{count}字）",
        "sent to the terminal's clipboard: {words} ({count} characters)",
    ),
    (
        "复制原文和出处；查找时 Ctrl-y",
        "copy words and place; Ctrl-y in finder",
    ),
    (
        "复制参考文献著录（GB/T 7714）",
        "copy the reference (GB/T 7714)",
    ),
    (
        "  tmux 里先设 set -g set-clipboard on（OSC 52）",
        "  in tmux: set -g set-clipboard on (OSC 52)",
    ),
    // Completions
    ("章", "chapters"),
    ("节", "sections"),
    ("小节", "subsections"),
    // Manual pages
    ("规划手册", "Guihua Manual"),
    ("名称", "NAME"),
    ("用法", "SYNOPSIS"),
    ("附注", "NOTES"),
    ("有关文件", "FILES"),
    ("参见", "SEE ALSO"),
    ("退出码", "Exit codes"),
    ("{help}；不写为 {value}", "{help}; {value} by default"),
    (
        "自记的监测记录，每份规划一个文件夹；--records 可另指。设了 XDG_DATA_HOME 则在该文件夹下",
        "Own records, a folder for each plan; --records names another file. Under XDG_DATA_HOME if that is set",
    ),
    ("没有“{word}”这个命令", "there is no command “{word}”"),
    ("{unknown}；是不是“{near}”？", "{unknown}; is it “{near}”?"),
    ("已写 {count} 页到 {folder}", "{count} pages written to {folder}"),
    // Help
    ("一处原文、一个指标或一个术语", "A place of the text, a target or a term"),
    ("目录：编号、标题和地址", "The table of contents: numbers, titles, addresses"),
    ("按节列出任务及其进展", "List the tasks by section, with their progress"),
    (
        "引用：原句或原段及其出处",
        "Cite a sentence or a paragraph",
    ),
    (
        "输出命令行补全脚本",
        "Print the completion script of a shell",
    ),
    ("输出手册页", "Print manual pages"),
    (
        "地址（3.1.2、3.1.2p1、三（一）2、notice）、指标（编号或名称）或术语；可只写名称的一部分",
        "An address (3.1.2, 3.1.2p1, 三（一）2, notice), a target (id or name) or a term; a part of a name is enough",
    ),
    (
        "原文按网页原样，去掉编者补出的字",
        "The text as published, without the supplied characters",
    ),
    ("用⟦⟧标出编者补出的字", "Mark the supplied characters with ⟦⟧"),
    ("输出 JSON", "Print JSON"),
    (
        "到第几级：1 章，2 节，3 小节；不写则全列",
        "Down to which level: 1 chapters, 2 sections, 3 subsections; all by default",
    ),
    ("只列某个领域，如 健康", "Only this domain, such as 健康"),
    (
        "地址、指标或术语；指标引其原句，标题引其下全文；不写则只引规划本身",
        "An address, a target or a term; of a target its sentence, of a heading everything under it; without it the plan itself",
    ),
    (
        "格式：plain 引文和出处，gbt7714 参考文献（GB/T 7714—2015），markdown 引用块",
        "Style: plain (words and place), gbt7714 (reference after GB/T 7714—2015), markdown (block quotation)",
    ),
    ("只引第几句", "Only this sentence, counted from 1"),
    ("只引含有这些词的一句", "Only the sentence with these words"),
    (
        "按网页原样引，去掉编者补出的字",
        "The words as published, without the supplied characters",
    ),
    (
        "引用日期，用于参考文献；不写为今天",
        "The day of access, for references; today by default",
    ),
    (
        "bash、zsh、fish、powershell、elvish",
        "bash, zsh, fish, powershell, elvish",
    ),
    (
        "哪个命令的手册页，如 search、record status；不写为 guihua 的",
        "The command whose page is wanted, such as search or record status; the page of guihua by default",
    ),
    (
        "把全部手册页写到这个文件夹：guihua.1、guihua-search.1……",
        "Write all pages into this folder: guihua.1, guihua-search.1 …",
    ),
    (
        "\
例：
  guihua cite 3.1.2p1                      一段及其出处
  guihua cite 3.1.2p1 --find 带土移植      只引含有这个词的一句
  guihua cite 常住人口                     指标的原句
  guihua cite --style gbt7714              规划的参考文献著录（GB/T 7714—2015）
  guihua cite 2.1 --style markdown         引用块，带链接

引号之内再用引号，依 GB/T 15834—2011 改为单引号；markdown 格式不改，一字不差。
引文含编者补出的字时注“〔含补字〕”；--as-published 则去掉补字。

退出码：0 成功；1 没有找到；2 用法有误，或不止一处",
        "\
Examples:
  guihua cite 3.1.2p1                      a paragraph and where it stands
  guihua cite 3.1.2p1 --find 带土移植      only the sentence with these words
  guihua cite 常住人口                     the sentence of a target
  guihua cite --style gbt7714              the plan as a reference (GB/T 7714—2015)
  guihua cite 2.1 --style markdown         a block quotation with a link

Quotation marks within the quotation become single ones, after GB/T 15834—2011; with markdown nothing is changed.
〔含补字〕 tells that an editor supplied some of the characters; --as-published leaves them out.

Exit codes: 0 success; 1 not found; 2 wrong usage, or more than one place",
    ),
    (
        "\
例：
  bash        在 ~/.bashrc 里写：source <(guihua completions bash)
  zsh         在 ~/.zshrc 里写（在 compinit 之后）：source <(guihua completions zsh)
  fish        guihua completions fish > ~/.config/fish/completions/guihua.fish
  PowerShell  在 $PROFILE 里写：guihua completions powershell | Out-String | Invoke-Expression

补全时由 guihua 自己给出指标、地址、领域、术语；命令行里写了 --plan 的，以那份规划为准。",
        "\
Examples:
  bash        in ~/.bashrc: source <(guihua completions bash)
  zsh         in ~/.zshrc, after compinit: source <(guihua completions zsh)
  fish        guihua completions fish > ~/.config/fish/completions/guihua.fish
  PowerShell  in $PROFILE: guihua completions powershell | Out-String | Invoke-Expression

The shell asks guihua for targets, addresses, domains and terms: of the plan named by --plan on the line, if there is one.",
    ),
    (
        "\
例：
  guihua man | man -l -                    看手册
  guihua man search | man -l -             看 search 命令的手册
  guihua man --dir ~/.local/share/man/man1 全部写到一个文件夹，之后用 man guihua",
        "\
Examples:
  guihua man | man -l -                    read the manual
  guihua man search | man -l -             read about the command search
  guihua man --dir ~/.local/share/man/man1 write all pages into a folder; then: man guihua",
    ),
];
