//! An example of a settings file, from the list of all settings. Every line of it is a comment: as it stands it changes
//! nothing, and a setting holds once its sign `#` is taken away.

use super::ITEMS;
use crate::words::tr;

/// The example, in the language of the process.
pub fn example() -> String {
    let mut text = String::new();
    let head = tr("\
guihua 的设置。没有这个文件也行；各项不写就是默认。
去掉行首的 # 即生效。文件放在哪里见 guihua config --path，现在各项是什么见 guihua config。");
    for line in head.lines() {
        text.extend(["# ", line, "\n"]);
    }
    for item in ITEMS {
        text.extend(["\n# ", tr(item.about), "\n"]);
        text.extend(["# ", item.key, " = ", item.sample, "\n"]);
    }
    text
}
