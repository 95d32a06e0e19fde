//! Gauges. They show what is known and nothing else: without an observation there is an empty track and the words for it.

/// The words for missing monitoring data.
pub const NO_DATA: &str = "尚无监测数据";

/// An empty track of so many columns with the words in it, or the words alone where there is no room for a track.
pub fn without_data(columns: usize) -> String {
    let words = crate::text::width(NO_DATA);
    let room = columns.saturating_sub(words);
    let left = room / 2;
    format!("{}{NO_DATA}{}", "╌".repeat(left), "╌".repeat(room - left))
}
