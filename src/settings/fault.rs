//! Errors in a settings file, with their messages.

use super::{ITEMS, MEASURES};
use crate::app::Key;
use crate::load::brief;
use crate::words::{say, tr};

/// An error in a settings file. Its message is made when it is printed, since the file may set the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Invalid TOML: the parser's message.
    NotToml(String),
    /// Not UTF-8.
    NotUtf8,
    /// Exceeds the size limit, in bytes.
    TooLarge(u64),
    /// Unknown setting: its name, and the nearest known one.
    Unknown(String, Option<&'static str>),
    /// Unknown key action: its name, and the nearest known one.
    UnknownAction(String, Option<&'static str>),
    /// Unknown key: its name.
    NoKey(String),
    /// A key that is already bound, and the action it is bound to.
    KeyTaken(Key, &'static str),
    /// Wrong type: the setting, and the TOML type found.
    Kind(&'static str, &'static str),
    /// Unknown word: the setting, the word, the known words, the nearest of them.
    Word(
        &'static str,
        String,
        Vec<&'static str>,
        Option<&'static str>,
    ),
    /// Number out of range: the setting, and the number.
    Range(&'static str, String),
    /// Empty path: the setting.
    Empty(&'static str),
    /// A path with `~` but no home directory: the setting.
    NoHome(&'static str),
}

impl Fault {
    /// What is wrong.
    pub fn what(&self) -> String {
        match self {
            Self::NotToml(why) => say!("不合 TOML 的写法：{why}", why),
            Self::NotUtf8 => tr("不是 UTF-8 文字").to_owned(),
            Self::TooLarge(most) => say!("文件过大，最多 {max} 字节", max = most),
            Self::Unknown(key, _) => say!("没有“{key}”这项设置", key = brief(key)),
            Self::UnknownAction(name, _) => say!("按键里没有“{name}”这个动作", name = brief(name)),
            Self::NoKey(name) => say!("没有“{name}”这个键", name = brief(name)),
            Self::KeyTaken(key, taken) => {
                say!("“{key}”已用于 {taken}", key = key.written(), taken)
            }
            Self::Kind(key, found) => {
                let kind = kind(found);
                say!("“{key}”不能是{kind}", key, kind)
            }
            Self::Word(key, found, ..) | Self::Range(key, found) => {
                say!("“{key}”不能是“{found}”", key, found = brief(found))
            }
            Self::Empty(key) => say!("“{key}”不能是空的", key),
            Self::NoHome(key) => say!("“{key}”里的 ~ 不知何指：没有用户文件夹", key),
        }
    }

    /// How to fix it.
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

/// The name of a TOML type.
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
