//! The clock: what day it is where the user is. Whatever depends on the day is given it, so that only this room looks.

use std::path::Path;
use std::{env, fs};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Today, where the user is.
pub fn today() -> Date {
    zone().to_datetime(Timestamp::now()).date()
}

/// The user's time zone. A zone named by `TZ` is read from its own file: the library would first list the hundreds of
/// files of its database, which took a third of the start.
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
