use jiff::{civil, fmt::rfc2822, tz::TimeZone};

/// A moment, in milliseconds since 1970 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub i64);

impl Date {
    /// Reads `2013-09-04 09:00:00` as UTC. `None` for the zero date `0000-00-00 00:00:00`, which
    /// WordPress writes for drafts, and for anything else that names no moment.
    pub fn from_mysql(text: &str) -> Option<Self> {
        let date = civil::DateTime::strptime("%Y-%m-%d %H:%M:%S", text.trim()).ok()?;
        let moment = date.to_zoned(TimeZone::UTC).ok()?.timestamp();
        Some(Self(moment.as_millisecond()))
    }

    /// Reads `Wed, 04 Sep 2013 09:00:00 +0000`, the form of RFC 2822 used by `pubDate`. A wrong
    /// weekday is forgiven.
    pub fn from_rfc2822(text: &str) -> Option<Self> {
        static PARSER: rfc2822::DateTimeParser = rfc2822::DateTimeParser::new().relaxed_weekday(true);
        let moment = PARSER.parse_timestamp(text.trim()).ok()?;
        Some(Self(moment.as_millisecond()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wordpress_date_is_read_as_utc() {
        assert_eq!(Date::from_mysql("2013-09-04 09:00:00"), Some(Date(1_378_285_200_000)));
    }

    #[test]
    fn a_zero_date_and_an_impossible_one_are_no_date() {
        for text in ["0000-00-00 00:00:00", "2013-02-30 09:00:00", "soon", ""] {
            assert_eq!(Date::from_mysql(text), None, "{text}");
        }
    }

    #[test]
    fn a_pub_date_is_read_with_its_zone_and_a_wrong_weekday() {
        for text in
            ["Wed, 04 Sep 2013 09:00:00 +0000", "Wed, 04 Sep 2013 11:00:00 +0200", "Mon, 04 Sep 2013 09:00:00 +0000"]
        {
            assert_eq!(Date::from_rfc2822(text), Some(Date(1_378_285_200_000)), "{text}");
        }
    }

    #[test]
    fn the_pub_date_of_a_draft_is_no_date() {
        assert_eq!(Date::from_rfc2822("Wed, 30 Nov -0001 00:00:00 +0000"), None);
    }
}
