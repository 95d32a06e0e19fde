//! Text below the options in help: examples, query syntax, exit codes. [`help`](super::help) translates each as a
//! whole.

/// Of the program itself.
pub(super) const PROGRAM: &str = "\
例：
  guihua                         打开内置的规划
  guihua --plan 某区规划.yaml    打开另一份规划
  guihua 托育                    打开并查找
  guihua text | less             全文
  guihua targets --domain 健康   健康领域的指标
  guihua search 托育             查找；也可用拼音：guihua search tyfw
  guihua check 某区规划.yaml     检查规划文件，列出问题
  guihua target 常住人口         一个指标的卡片
  guihua record observation 常住人口 120.1万人 --period 2024 --source 统计公报
  guihua report --as-of 2025-12-31 --format docx -o 评估报告.docx

退出码：0 成功；1 文件有问题，或没有找到；2 用法有误或文件打不开";

/// Of `search`: query syntax.
pub(super) const QUERIES: &str = "\
写法：
  托育 服务      两个词都有，不论先后      “社区服务”   一字不差
  tyfw、renc     拼音首字母、全拼、未打完  -养老        不含这个词
  @健康、@jk     只在这个领域              :任务、:rw   只找这一类

退出码：0 找到；1 没有找到；2 用法有误或文件打不开";

/// Of `topic`.
pub(super) const TOPICS: &str = "\
例：
  guihua topic 托育              有关的指标、监测、任务和原文
  guihua topic tuoyu             拼音也可
  guihua topic 托育 --paragraph  一段话，带原句和出处
  guihua topic 托育 --json       JSON

退出码：0 找到；1 没有找到；2 用法有误或文件打不开";

/// Of `export`.
pub(super) const EXPORTS: &str = "\
例：
  guihua export -o 规划.html                     一个网页，可查找、筛选、打印
  guihua export -o 规划.json                     规划连同记录；用 guihua --plan 规划.json 打开
  guihua export --format csv --bom -o 指标.csv   指标表，供 Excel 打开
  guihua export --format csv --only records      监测记录，可用 guihua record --from 读回
  guihua export --format ndjson | jq .           每行一个 JSON

退出码：0 成功；1 规划或记录文件有问题；2 用法有误或文件打不开";

/// Of `collect`.
pub(super) const FORMS: &str = "\
例：
  guihua collect -o 收集表.xlsx                   每个责任单位一张表，浅黄的格是下结论所需的
  guihua collect --department 教育局 -o 教育.xlsx 只要一个单位的
  guihua collect --bom -o 收集表.csv              一张 CSV 表
  guihua record --from 收集表.xlsx                读回填好的表，要么全记要么不记

各年一列，写在那一年的格里；半年、月份的数据写“期次”和“数值”。空格不记，更不作0。
同一行的来源和说明，各年共用。指标编号不要改动，行可以增减、换序。

退出码：0 成功；1 没有这个责任单位；2 用法有误或文件打不开";

/// Of `import`.
pub(super) const IMPORTS: &str = "\
例：
  guihua import 规划.html                         写成 规划.yaml
  guihua import 规划.docx 分工表.xlsx -o 某区/    规划和附件合成一份，写到文件夹
  guihua import 分工表.xls --into 规划.yaml       把附件加入已有的规划文件
  guihua import 规划.pdf --domains 健康,养老      用这些领域
  guihua import 规划.txt --report 报告.json       另写一份认出了什么的报告

指标都是推定，直到有人看过。已有的文件不会被覆盖：再次导入时说明会有什么不同。

退出码：0 成功；1 写出的规划文件有问题，或已有的文件与之不同；2 用法有误或文件读不了";

/// Of `cite`.
pub(super) const CITATIONS: &str = "\
例：
  guihua cite 3.1.2p1                      一段及其出处
  guihua cite 3.1.2p1 --find 带土移植      只引含有这个词的一句
  guihua cite 常住人口                     指标的原句
  guihua cite --style gbt7714              规划的参考文献著录（GB/T 7714—2025）
  guihua cite 2.1 --style markdown         引用块，带链接

引号之内再用引号，依 GB/T 15834—2011 改为单引号；markdown 格式不改，一字不差。
引文含编者补出的字时注“〔含补字〕”；补字另有候选、不能确定的，注“〔存疑补字〕”；
可能脱字而照录原文的，注“〔此处存疑〕”。--as-published 则去掉补字，也不加注。

退出码：0 成功；1 没有找到；2 用法有误，或不止一处";

/// Of `completions`.
pub(super) const COMPLETIONS: &str = "\
例：
  bash        在 ~/.bashrc 里写：source <(guihua completions bash)
  zsh         在 ~/.zshrc 里写（在 compinit 之后）：source <(guihua completions zsh)
  fish        guihua completions fish > ~/.config/fish/completions/guihua.fish
  PowerShell  在 $PROFILE 里写：guihua completions powershell | Out-String | Invoke-Expression

补全时由 guihua 自己给出指标、地址、领域、术语；命令行里写了 --plan 的，以那份规划为准。";

/// Of `man`.
pub(super) const MANUALS: &str = "\
例：
  guihua man | man -l -                    看手册
  guihua man search | man -l -             看 search 命令的手册
  guihua man --dir ~/.local/share/man/man1 全部写到一个文件夹，之后用 man guihua";

/// Of `config`.
pub(super) const SETTINGS: &str = "\
例：
  guihua config                                      现在的各项设置
  guihua config --path                               设置文件在哪里
  guihua config --example > ~/.config/guihua/config.toml
  guihua config --color never                        看命令行怎样改动设置

先后：命令行、环境变量（NO_COLOR、CLICOLOR_FORCE、CLICOLOR）、设置文件、默认。
没有写明语言的，随系统（LC_ALL、LC_MESSAGES、LANG）。不用任何设置文件：--config /dev/null。

退出码：0 成功；2 用法有误，或设置文件有问题";
