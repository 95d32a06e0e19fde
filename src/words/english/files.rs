//! Files of plans and records: what is wrong with them, and what would be right.

use super::Part;

pub(super) const FILES: Part = &[
    (
        "文件过大，最多 {max} 字节",
        "the file is too large, at most {max} bytes",
    ),
    ("请拆分文件", "split the file"),
];
