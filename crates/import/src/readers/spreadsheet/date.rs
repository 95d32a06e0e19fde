//! Dates and times in spreadsheets.

/// A date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) year: i64,
    pub(super) month: u32,
    pub(super) day: u32,
    /// From 0 for Sunday.
    pub(super) weekday: u32,
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) second: u32,
}

/// The date system of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::readers) enum Epoch {
    /// 1 January 1900 is day 1, and the nonexistent 29 February 1900 is day 60.
    #[default]
    Of1900,
    /// 1 January 1904 is day 0.
    Of1904,
}

/// Converts a serial number; `None` outside the range of spreadsheets.
pub(super) fn moment(days: f64, epoch: Epoch) -> Option<Moment> {
    if !(0.0..2_958_466.0).contains(&days) {
        return None;
    }
    let seconds = (days * 86_400.0).round() as i64;
    let (days, seconds) = (
        seconds.div_euclid(86_400),
        seconds.rem_euclid(86_400) as u32,
    );
    let since_1970 = match epoch {
        Epoch::Of1900 if days < 60 => days - 25_568,
        Epoch::Of1900 => days - 25_569,
        Epoch::Of1904 => days - 24_107,
    };
    let (year, month, day) = civil(since_1970);
    let weekday = (since_1970 + 4).rem_euclid(7) as u32;
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    Some(Moment {
        year,
        month,
        day,
        weekday,
        hour,
        minute,
        second,
    })
}

/// Converts days since 1970 to year, month and day, using years that begin in March.
fn civil(days: i64) -> (i64, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = (of_year - (153 * from_march + 2) / 5 + 1) as u32;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    } as u32;
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_either_year() {
        let day = |days, epoch| {
            moment(days, epoch)
                .map(|moment| (moment.year, moment.month, moment.day, moment.weekday))
        };
        assert_eq!(day(1.0, Epoch::Of1900), Some((1900, 1, 1, 1)));
        assert_eq!(day(61.0, Epoch::Of1900), Some((1900, 3, 1, 4)));
        assert_eq!(day(44_256.0, Epoch::Of1900), Some((2021, 3, 1, 1)));
        assert_eq!(day(42_794.0, Epoch::Of1904), Some((2021, 3, 1, 1)));
        assert_eq!(day(-1.0, Epoch::Of1900), None);
        assert_eq!(day(f64::NAN, Epoch::Of1900), None);
    }

    #[test]
    fn a_fraction_is_the_time_of_day() {
        let moment = moment(44_256.75, Epoch::Of1900)
            .map(|moment| (moment.hour, moment.minute, moment.second));
        assert_eq!(moment, Some((18, 0, 0)));
    }
}
