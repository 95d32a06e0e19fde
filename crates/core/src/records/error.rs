//! What keeps records from being read, added or taken back, in words.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use super::admission::Refusal;
use super::fault::Fault;
use super::table::RowFault;
use crate::load::file::reason;
use crate::load::printable;
use crate::words::{say, tr};

/// What keeps records from being read or written.
#[derive(Debug)]
pub enum RecordError {
    /// There is no home folder to keep records in.
    NoHome,
    /// The file can't be read or written.
    Io(PathBuf, io::Error),
    /// Another program has been writing to the file for longer than one waits.
    Busy(PathBuf),
    /// The file has other names, which a new file in its place would leave with the old records; how many names.
    HardLinked(PathBuf, u64),
    /// What stands under the name is no file.
    NotAFile(PathBuf),
    /// The file is in another encoding, which is named.
    Encoded(PathBuf, &'static str),
    /// The file is not a list of items, each on lines of its own, so that none can be added or taken back.
    OtherShape(PathBuf),
    /// What would be written would not be read back as it is meant, so nothing was written.
    Unproven(PathBuf),
    /// The record was written, and the disk did not confirm it.
    Unconfirmed(PathBuf, io::Error),
    /// The record is not fit to be kept.
    Refused(Refusal),
    /// Rows of a table are not; none was kept.
    Rows(Vec<RowFault>),
    /// The record to be taken back is no longer the last one; the last one in words.
    Changed(String),
    /// There is no record that could be taken back.
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
                "无法读写记录文件 {name}：{error}",
                name = shown(path),
                error = reason(error)
            ),
            Self::Busy(path) => say!(
                "记录文件 {name} 正由另一个程序写入，等了 2 秒仍未写完，没有改动；请稍后再试",
                name = shown(path)
            ),
            Self::HardLinked(path, names) => say!(
                "记录文件 {name} 有 {n} 个硬链接，写入会使它们各存一份，没有改动；请只留一个，或改用符号链接",
                name = shown(path),
                n = names
            ),
            Self::NotAFile(path) => say!(
                "{name} 不是普通文件，不能作为记录文件写入",
                name = shown(path)
            ),
            Self::Encoded(path, encoding) => say!(
                "记录文件 {name} 是 {encoding} 编码，没有改动；请先另存为 UTF-8",
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
                "已写入记录文件 {name}，但磁盘没有确认（{error}）；请用 guihua records 核对",
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
