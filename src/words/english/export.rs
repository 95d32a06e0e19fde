//! Exports, and plan files that carry their records.

use super::Part;

pub(super) const EXPORT: Part = &[
    (
        "文件的格式版本是 {later}，本程序只认得到 {known} 为止的版本",
        "the format version of the file is {later}; this program knows versions up to {known}",
    ),
    ("用新版的 guihua 打开", "open it with a newer guihua"),
    (
        "格式版本（version）应为 {known}",
        "the format version (version) must be {known}",
    ),
    (
        "写作“version: {known}”，或删去这一行",
        "write “version: {known}”, or delete the line",
    ),
    ("，记录 {n} 条", ", {n} records"),
];
