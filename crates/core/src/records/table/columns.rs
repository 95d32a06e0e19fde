//! The columns of a table by their heads: fields of a record, a year for each, and what a form prints for the reader only.

use crate::load::brief;
use crate::records::field::Field;
use crate::words::{say, tr, twin};

/// The head of the column with the ids of targets, beside which a column may print their names.
pub const ID: &str = "指标编号";

/// Heads of what a form knows already: who is responsible, where the target began and is to come, the latest figure, and
/// what is asked for.
pub const KNOWN: [&str; 6] = ["序号", "责任单位", "基期", "目标", "最新值", "待收集"];

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// A field of the record.
    Field(Field),
    /// The id of the target. The target's name beside it must agree.
    Id,
    /// The figure of a year, with the head as it is written.
    Year(u16, String),
    /// What a form prints for the reader.
    Known,
}

impl Column {
    fn headed(head: &str) -> Option<Self> {
        let plain = head.trim_start_matches('\u{feff}').trim();
        let is = |name: &str| {
            let is_twin = |twin: &str| twin.eq_ignore_ascii_case(plain);
            plain == name || twin(name).is_some_and(is_twin)
        };
        if is(ID) {
            return Some(Self::Id);
        }
        if let Some(field) = Field::headed(plain) {
            return Some(Self::Field(field));
        }
        if let Some(year) = year(plain) {
            return Some(Self::Year(year, plain.to_owned()));
        }
        KNOWN.into_iter().any(is).then_some(Self::Known)
    }

    /// Whether only a form, or a table with a column for each year, has it.
    pub(super) fn is_of_form(&self) -> bool {
        matches!(self, Self::Year(..) | Self::Known)
    }

    /// Whether it may stand only once, and is the same as another one.
    fn repeats(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Known, Self::Known) => false,
            (Self::Year(one, _), Self::Year(other, _)) => one == other,
            _ => self == other,
        }
    }
}

/// The year of a head such as `2023年` or `2023`.
fn year(head: &str) -> Option<u16> {
    let digits = head.strip_suffix('年').unwrap_or(head).trim_end();
    let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_year)
}

/// The columns under these heads, or the fault of a head.
pub(super) fn columns(heads: &[String]) -> Result<Vec<Column>, String> {
    let mut columns: Vec<Column> = Vec::new();
    for head in heads {
        let Some(column) = Column::headed(head) else {
            return Err(unknown(head, columns.len()));
        };
        if columns.iter().any(|known| column.repeats(known)) {
            return Err(say!("表头里“{head}”重复", head = brief(head)));
        }
        columns.push(column);
    }
    Ok(columns)
}

fn unknown(head: &str, before: usize) -> String {
    if head.is_empty() {
        return say!("第 {n} 列没有表头；写上表头，或删去这一列", n = before + 1);
    }
    let fields = Field::all().map(Field::name);
    let years = [tr("各年（如 2023年）")];
    let known: Vec<&str> = fields.chain(years).collect();
    say!(
        "表头里不认得“{head}”；可用：{known}",
        head = brief(head),
        known = known.join(tr("、"))
    )
}
