//! Search: what is wrong with a query, how a hit is shown, and how queries are written.

use super::Part;

pub(super) const SEARCH: Part = &[
    (
        "没有“{typed}”这个领域；可用：{known}",
        "there is no domain “{typed}”; one of: {known}",
    ),
    (
        "没有“{typed}”这个类型；可用：{known}",
        "there is no kind “{typed}”; one of: {known}",
    ),
];
