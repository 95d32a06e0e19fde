//! What may be wrong with a settings file, and what would be right.

use super::{ITEMS, MEASURES};
use crate::app::Key;
use crate::words::{say, tr};

/// One fault of a settings file. Its words are chosen when it is told: the file may say in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no TOML; the words of the library for why.
    NotToml(String),
    /// It is no text.
    NotUtf8,
    /// It is larger than so many bytes, which no settings are.
    TooLarge(u64),
    /// There is no such setting; what was written, and the nearest right one.
    Unknown(String, Option<&'static str>),
    /// Nothing of that name is done by keys; what was written, and the nearest right name.
    UnknownAction(String, Option<&'static str>),
    /// There is no such key.
    NoKey(String),
    /// A key that does something else already, and what.
    KeyTaken(Key, &'static str),
    /// Not the kind of value that a setting takes: which setting, and the TOML type that was found.
    Kind(&'static str, &'static str),
    /// Not one of the words that a setting takes: which setting, the word, the known ones, the nearest of them.
    Word(
        &'static str,
        String,
        Vec<&'static str>,
        Option<&'static str>,
    ),
    /// A number out of bounds: which setting, and the number.
    Range(&'static str, String),
    /// An empty name of a file: which setting.
    Empty(&'static str),
    /// A path within the home folder of a user who has none: which setting.
    NoHome(&'static str),
}

impl Fault {
    /// What is wrong, in the language of the process.
    pub fn what(&self) -> String {
        match self {
            Self::NotToml(why) => say!("不合 TOML 的写法：{why}", why),
            Self::NotUtf8 => tr("不是 UTF-8 文字").to_owned(),
            Self::TooLarge(most) => say!("文件过大，最多 {max} 字节", max = most),
            Self::Unknown(key, _) => say!("没有“{key}”这项设置", key),
            Self::UnknownAction(name, _) => say!("按键里没有“{name}”这个动作", name),
            Self::NoKey(name) => say!("没有“{name}”这个键", name),
            Self::KeyTaken(key, taken) => {
                say!("“{key}”已用于 {taken}", key = key.written(), taken)
            }
            Self::Kind(key, found) => {
                let kind = kind(found);
                say!("“{key}”不能是{kind}", key, kind)
            }
            Self::Word(key, found, ..) | Self::Range(key, found) => {
                say!("“{key}”不能是“{found}”", key, found)
            }
            Self::Empty(key) => say!("“{key}”不能是空的", key),
            Self::NoHome(key) => say!("“{key}”里的 ~ 不知何指：没有用户文件夹", key),
        }
    }

    /// What would be right, in the language of the process.
    pub fn remedy(&self) -> String {
        match self {
            Self::NotUtf8 => tr("请另存为 UTF-8").to_owned(),
            Self::NotToml(_) | Self::TooLarge(_) => tr("写法见 guihua config --example").to_owned(),
            Self::UnknownAction(_, Some(near)) => say!("是不是“{near}”？", near),
            Self::UnknownAction(_, None) => tr("动作的名称见 guihua config --example").to_owned(),
            Self::NoKey(_) => {
                tr("写一个字符，或 Ctrl-加字母，或 Up、PgDn、Space、Enter、Tab 等").to_owned()
            }
            Self::KeyTaken(_, taken) => say!("换一个键，或给 {taken} 另写别的键", taken),
            Self::Unknown(_, Some(near)) => say!("是不是“{near}”？", near),
            Self::Unknown(_, None) => {
                let known: Vec<&str> = ITEMS.iter().map(|item| item.key).collect();
                say!("可用：{known}", known = known.join(tr("、")))
            }
            Self::Word(_, _, known, near) => {
                let known = known.join(tr("、"));
                match near {
                    Some(near) => {
                        say!("是不是“{near}”？　可用：{known}", near, known)
                    }
                    None => say!("可用：{known}", known),
                }
            }
            Self::Range(..) => say!(
                "要写 {least} 到 {most} 的整数",
                least = MEASURES.start(),
                most = MEASURES.end()
            ),
            Self::Kind(key, _) | Self::Empty(key) => {
                let line = super::items::sample(key);
                say!("要写成：{line}", line)
            }
            Self::NoHome(_) => tr("请写全路径").to_owned(),
        }
    }
}

/// What TOML calls the kinds of its values, in the language of the process.
fn kind(toml: &str) -> &'static str {
    match toml {
        "string" => tr("一段文字"),
        "integer" => tr("一个整数"),
        "float" => tr("一个小数"),
        "boolean" => tr("真假值"),
        "datetime" => tr("一个日期"),
        "array" => tr("一个列表"),
        _ => tr("一张表"),
    }
}
