//! The list of all settings, for the example and for checking names.

/// A setting as documented to users.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Its key in the file.
    pub key: &'static str,
    /// Its description, in Chinese.
    pub about: &'static str,
    /// A value in TOML: the default, or an example if there is none.
    pub sample: &'static str,
}

const fn item(key: &'static str, about: &'static str, sample: &'static str) -> Item {
    Item { key, about, sample }
}

/// All settings, in the order in which they are listed.
pub const ITEMS: [Item; 10] = [
    item(
        "language",
        "界面语言：zh 中文，en 英文；不写则随系统",
        "\"zh\"",
    ),
    item(
        "theme",
        "屏幕的配色：auto 问终端的背景，dark 深色背景，light 浅色背景，contrast 高对比，mono 不用颜色",
        "\"auto\"",
    ),
    item(
        "color",
        "颜色：auto 只在终端上，always 总有，never 总无，屏幕也不用颜色",
        "\"auto\"",
    ),
    item("measure", "正文每行最多几列，20 到 200", "80"),
    item(
        "ambiguous",
        "终端里“”—…·①占几列：narrow 一列，wide 两列；不写则问终端，答得不对时写明",
        "\"narrow\"",
    ),
    item("mouse", "打开时鼠标归程序；false 归终端（选字）", "true"),
    item(
        "resume",
        "打开时接着上次停下的地方；false 总从概览开始",
        "true",
    ),
    item(
        "keys",
        "按键：动作 = 一个键或几个键；改过的动作只用写出的键。动作的名称见下",
        "{ find = \"/\" }",
    ),
    item(
        "plan",
        "打开这份规划，不用内置的；相对路径从本文件所在的文件夹算起，~ 是用户文件夹",
        "\"~/plans/plan.yaml\"",
    ),
    item(
        "records",
        "自记的监测记录放在这个文件；不写则每份规划各有一个",
        "\"~/plans/records.yaml\"",
    ),
];

/// A setting as written in the file: `measure = 80`.
pub(super) fn sample(key: &str) -> String {
    let item = ITEMS.iter().find(|item| item.key == key);
    item.map_or_else(
        || key.to_owned(),
        |item| format!("{} = {}", item.key, item.sample),
    )
}
