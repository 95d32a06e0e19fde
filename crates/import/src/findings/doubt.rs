//! A doubt: a place in the document that a person should check, and why.

use crate::source::Place;

/// A doubt with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubt {
    /// The position of the part in reading order.
    pub order: usize,
    /// Its place in the file.
    pub place: Place,
    /// The kind of doubt.
    pub matter: Matter,
    /// The surrounding text, as printed.
    pub words: String,
    /// The likely correction; `None` if unknown. An empty one means deleting the character.
    pub suggestion: Option<String>,
}

/// The kind of doubt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matter {
    /// An unpaired quotation mark or bracket.
    #[default]
    Lone,
    /// A year range without a dash.
    Range,
    /// A half-width punctuation mark between Han characters.
    HalfWidth,
    /// A radical that looks like a character.
    Radical,
    /// A character that could not be decoded.
    Unreadable,
    /// A private-use character.
    PrivateUse,
    /// A blank within a word.
    Blank,
    /// A heading whose number breaks the sequence.
    Heading,
    /// A target whose year is unknown.
    Year,
    /// A picture, which can't be read.
    Picture,
}

impl Matter {
    /// The kind as text.
    pub fn label(self) -> &'static str {
        match self {
            Self::Lone => "引号或括号不成对",
            Self::Range => "年份之间缺少连接号",
            Self::HalfWidth => "汉字之间的半角标点",
            Self::Radical => "部首字符冒充汉字",
            Self::Unreadable => "无法解码的字符",
            Self::PrivateUse => "专用字体的字符",
            Self::Blank => "词语中间的空格",
            Self::Heading => "标题编号不连续",
            Self::Year => "目标没有年份",
            Self::Picture => "此处为图片，文字无法读取",
        }
    }
}
