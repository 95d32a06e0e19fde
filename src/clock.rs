//! The clock. Other modules get the day as a parameter.

use std::path::Path;
use std::{env, fs};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Today, in the user's time zone.
pub fn today() -> Date {
    zone().to_datetime(Timestamp::now()).date()
}

/// The user's time zone. The zone in `TZ` is read from its own file: the library would first list its whole database,
/// which took a third of the start.
fn zone() -> TimeZone {
    let named = env::var("TZ")
        .ok()
        .filter(|name| !name.is_empty() && !name.starts_with(['/', ':', '.']));
    let read = |name: String| {
        let bytes = fs::read(Path::new("/usr/share/zoneinfo").join(&name)).ok()?;
        TimeZone::tzif(&name, &bytes).ok()
    };
    named.and_then(read).unwrap_or_else(TimeZone::system)
}
