//! Settings: where they come from, what is wrong with their file, and the example of one.

use super::Part;

pub(super) const SETTINGS: Part = &[
    // Where a value comes from.
    ("命令行 {name}", "option {name}"),
    ("环境变量 {name}", "variable {name}"),
    ("文件 {path}:{line}", "file {path}:{line}"),
    ("默认", "default"),
    // guihua config
    ("设置文件  {shown}", "settings file  {shown}"),
    (
        "设置文件  {shown}：没有，也不必有",
        "settings file  {shown}: there is none, and none is needed",
    ),
    (
        "设置文件  {shown}（{origin}）",
        "settings file  {shown} ({origin})",
    ),
    ("{name}（{origin}）", "{name} ({origin})"),
    ("内置的规划", "the built-in plan"),
    ("每份规划各有一个", "one for each plan"),
    (
        "找不到用户文件夹，没有放设置文件的地方；可用 --config 指定",
        "there is no home folder, hence no place for a settings file; --config names one",
    ),
    // What is wrong with the file.
    (
        "设置文件 {name} 有 {count} 处问题：",
        "{count} problems in the settings file {name}:",
    ),
    ("不合 TOML 的写法：{why}", "not TOML: {why}"),
    ("没有“{key}”这项设置", "there is no setting “{key}”"),
    ("是不是“{near}”？", "is it “{near}”?"),
    (
        "是不是“{near}”？　可用：{known}",
        "is it “{near}”? one of: {known}",
    ),
    ("“{key}”不能是{kind}", "“{key}” can't be {kind}"),
    ("“{key}”不能是“{found}”", "“{key}” can't be “{found}”"),
    ("“{key}”不能是空的", "“{key}” can't be empty"),
    (
        "“{key}”里的 ~ 不知何指：没有用户文件夹",
        "the ~ in “{key}” means nothing: there is no home folder",
    ),
    ("请写全路径", "write the whole path"),
    ("写法见 guihua config --example", "see guihua config --example"),
    (
        "要写 {least} 到 {most} 的整数",
        "write an integer from {least} to {most}",
    ),
    ("要写成：{line}", "write it like this: {line}"),
    ("一段文字", "text"),
    ("一个整数", "an integer"),
    ("一个小数", "a fraction"),
    ("真假值", "true or false"),
    ("一个日期", "a date"),
    ("一个列表", "a list"),
    ("一张表", "a table"),
    // The example.
    (
        "\
guihua 的设置。没有这个文件也行；各项不写就是默认。
去掉行首的 # 即生效。文件放在哪里见 guihua config --path，现在各项是什么见 guihua config。",
        "\
Settings of guihua. Nobody needs this file: what is not written here is as by default.
Take away the # before a setting to make it hold. guihua config --path tells where the file belongs, guihua config what
holds now.",
    ),
    (
        "屏幕的配色：auto 随终端，dark 深色背景，light 浅色背景，mono 不用颜色",
        "Colours of the screen: auto as the terminal tells, dark or light for its background, mono none",
    ),
    (
        "颜色：auto 只在终端上，always 总有，never 总无，屏幕也不用颜色",
        "Colour: auto on a terminal only, always, never (the screen has none either)",
    ),
    (
        "正文每行最多几列，20 到 200",
        "The widest line of text in columns, 20 to 200",
    ),
    (
        "终端里“”—…·①占几列：narrow 一列，wide 两列；引号后面错位或压字时改",
        "How wide the terminal draws “”—…·①: narrow is one column, wide two; change it where text after quotes is out of place",
    ),
    (
        "打开时鼠标归程序；false 归终端（选字）",
        "The program takes the mouse at first; false leaves it to the terminal, for selecting text",
    ),
    (
        "打开这份规划，不用内置的；相对路径从本文件所在的文件夹算起，~ 是用户文件夹",
        "Open this plan instead of the built-in one; relative paths start from the folder of this file, ~ is the home folder",
    ),
    (
        "自记的监测记录放在这个文件；不写则每份规划各有一个",
        "Keep own records in this file; one for each plan by default",
    ),
    // Help
    (
        "颜色：auto 只在终端上，always 总有，never 总无",
        "Colour: auto on a terminal only, always, never",
    ),
    ("何时", "WHEN"),
    ("<何时>", "<WHEN>"),
    ("用这个设置文件，不用默认的", "Use this settings file instead of the default one"),
    ("各项设置现在是什么、从哪里来", "Show the settings in force and where each comes from"),
    (
        "输出一个设置文件的例子，各项都有说明",
        "Print an example of a settings file, with every setting explained",
    ),
    (
        "只输出设置文件的路径，不论有没有这个文件",
        "Print only the path of the settings file, whether there is one or not",
    ),
    (
        "\
例：
  guihua config                                      现在的各项设置
  guihua config --path                               设置文件在哪里
  guihua config --example > ~/.config/guihua/config.toml
  guihua config --color never                        看命令行怎样改动设置

先后：命令行、环境变量（NO_COLOR、CLICOLOR_FORCE、CLICOLOR）、设置文件、默认。
没有写明语言的，随系统（LC_ALL、LC_MESSAGES、LANG）。不用任何设置文件：--config /dev/null。

退出码：0 成功；2 用法有误，或设置文件有问题",
        "\
Examples:
  guihua config                                      the settings in force
  guihua config --path                               where the settings file is
  guihua config --example > ~/.config/guihua/config.toml
  guihua config --color never                        what an option changes

What wins: the command line, then variables (NO_COLOR, CLICOLOR_FORCE, CLICOLOR), then the settings file, then the defaults.
Where no language is named it is that of the system (LC_ALL, LC_MESSAGES, LANG). Without any settings file: --config /dev/null.

Exit codes: 0 success; 2 wrong usage, or something is wrong with the settings file",
    ),
    // Manual pages
    (
        "设置，不必有；--config 可另指，写法见 guihua config --example。设了 XDG_CONFIG_HOME 则在该文件夹下",
        "Settings, which nobody needs; --config names another file, guihua config --example prints one. Under XDG_CONFIG_HOME if that is set",
    ),
    (
        "按键：动作 = 一个键或几个键；改过的动作只用写出的键。动作的名称见下",
        "Keys: action = a key or some keys; an action that is changed has only those. The names of the actions:",
    ),
    (
        "按键里没有“{name}”这个动作",
        "keys do nothing that is called “{name}”",
    ),
    ("没有“{name}”这个键", "there is no key “{name}”"),
    ("“{key}”已用于 {taken}", "“{key}” is the key of {taken}"),
    (
        "动作的名称见 guihua config --example",
        "guihua config --example names the actions",
    ),
    (
        "写一个字符，或 Ctrl-加字母，或 Up、PgDn、Space、Enter、Tab 等",
        "write a character, Ctrl- with a letter, or Up, PgDn, Space, Enter, Tab and the like",
    ),
    (
        "换一个键，或给 {taken} 另写别的键",
        "choose another, or give {taken} other keys",
    ),
    ("按键表", "those of the help"),
];
