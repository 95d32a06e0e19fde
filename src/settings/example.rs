//! The example settings file, generated from the list of all settings. Every line is commented out.

use super::ITEMS;
use crate::app::keymap::{BINDINGS, Binding};
use crate::text::pad;
use crate::words::tr;

/// The text of the example.
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
        if item.key == "keys" {
            text.push_str(&actions());
        }
    }
    text
}

/// The key actions, one per line: name, keys, and help text if any.
fn actions() -> String {
    let row = |binding: &Binding| {
        let keys: Vec<String> = binding.keys.iter().map(|key| key.written()).collect();
        let help = if binding.help.is_empty() {
            ""
        } else {
            tr(binding.help)
        };
        let line = format!(
            "#   {}{}{help}",
            pad(binding.name, 18),
            pad(&keys.join(" "), 32)
        );
        format!("{}\n", line.trim_end())
    };
    BINDINGS.iter().map(row).collect()
}
