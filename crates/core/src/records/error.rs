//! Why records could not be read, added or undone.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use super::admission::Refusal;
use super::fault::Fault;
use super::table::RowFault;
use crate::load::file::reason;
use crate::load::printable;
use crate::words::{say, tr};

/// Why records could not be read or written. Paths are those of the file of records.
#[derive(Debug)]
pub enum RecordError {
    /// There is no home folder.
    NoHome,
    /// The file can't be read or written.
    Io(PathBuf, io::Error),
    /// Another program kept the file locked until the timeout: its name and number, where the system tells.
    Busy(PathBuf, Option<String>),
    /// The file has this many hard links, of which replacing it would update only one.
    HardLinked(PathBuf, u64),
    /// It is not a regular file.
    NotAFile(PathBuf),
    /// The file is in this encoding rather than UTF-8.
    Encoded(PathBuf, &'static str),
    /// The file is not a list with each item on its own lines, so it cannot be edited.
    OtherShape(PathBuf),
    /// The new text would not be read back as intended; nothing was written.
    Unproven(PathBuf),
    /// The record was written, but the disk did not confirm it.
    Unconfirmed(PathBuf, io::Error),
    /// The record was refused.
    Refused(Refusal),
    /// Rows of a table were refused; none was kept.
    Rows(Vec<RowFault>),
    /// The record to undo is no longer the last one; a description of the last one.
    Changed(String),
    /// There is no record to undo.
    NothingToUndo,
}

impl From<Refusal> for RecordError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Fault> for RecordError {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault.into())
    }
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = match self {
            Self::NoHome => tr("找不到用户的数据文件夹；请用 --records 指定记录文件").to_owned(),
            Self::Io(path, error) => say!(
                "无法读写 {name}：{error}",
                name = shown(path),
                error = reason(error)
            ),
            Self::Busy(path, None) => say!(
                "{name} 正由另一个程序写入，等了 2 秒仍未写完，没有改动；请稍后再试",
                name = shown(path)
            ),
            Self::Busy(path, Some(holder)) => say!(
                "{name} 正由另一个程序（{holder}）写入，等了 2 秒仍未写完，没有改动；请稍后再试",
                name = shown(path),
                holder = printable(holder)
            ),
            Self::HardLinked(path, names) => say!(
                "{name} 有 {n} 个硬链接，写入会使它们各存一份，没有改动；请只留一个，或改用符号链接",
                name = shown(path),
                n = names
            ),
            Self::NotAFile(path) => say!("{name} 不是普通文件，不能写入", name = shown(path)),
            Self::Encoded(path, encoding) => say!(
                "{name} 是 {encoding} 编码，没有改动；请先另存为 UTF-8",
                name = shown(path),
                encoding
            ),
            Self::OtherShape(path) => say!(
                "记录文件 {name} 不是每条另起一行、以“- ”开头的写法，程序不能在其中增减，没有改动；请改成这种写法",
                name = shown(path)
            ),
            Self::Unproven(path) => say!(
                "照这样改写记录文件 {name}，读回来的记录会与应有的不同，没有改动；请先用 guihua records 核对文件",
                name = shown(path)
            ),
            Self::Unconfirmed(path, error) => say!(
                "已写入 {name}，但磁盘没有确认（{error}）；请打开核对",
                name = shown(path),
                error = reason(error)
            ),
            Self::Refused(refusal) => return refusal.fmt(f),
            Self::Rows(faults) => RowFault::listed(faults),
            Self::Changed(last) => say!(
                "记录文件在此期间有改动，最后一条现在是 {last}；没有撤回",
                last
            ),
            Self::NothingToUndo => tr("没有可撤回的记录").to_owned(),
        };
        f.write_str(&message)
    }
}

impl std::error::Error for RecordError {}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}
