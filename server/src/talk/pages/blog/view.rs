//! What the pages of a blog show, reckoned beforehand.

use crate::{
    kit::i18n::Locale,
    talk::posts::{Month, Post},
};

/// A line of the list of archives: a month of the latest year, or a whole earlier year.
pub struct Span {
    /// Its address below the blog's: `2013/09` or `2013`.
    pub address: String,
    /// The year.
    pub year: i16,
    /// The month; none for a whole year.
    pub month: Option<i8>,
    /// How many posts.
    pub count: i64,
}

impl Span {
    /// What it is called.
    pub fn said(&self, words: &Locale) -> String {
        match self.month {
            Some(month) => words.month(self.year, month),
            None => words.with("all-of-year", "year", self.year.to_string()),
        }
    }
}

/// The archives of a blog: the months of its latest year, then whole years.
pub fn spans(months: &[Month]) -> Vec<Span> {
    let latest = months.first().map(Month::year);
    let mut spans: Vec<Span> = vec![];
    for month in months {
        let year = month.year();
        if Some(year) == latest {
            let (address, count) = (month.address().to_owned(), month.count);
            spans.push(Span { address, year, month: Some(month.month()), count });
            continue;
        }
        match spans.last_mut().filter(|span| span.month.is_none() && span.year == year) {
            Some(span) => span.count += month.count,
            None => spans.push(Span { address: format!("{year:04}"), year, month: None, count: month.count }),
        }
    }
    spans
}

/// The posts of one month in an archive.
pub struct Shelf {
    /// Its address below the blog's: `2013/09`.
    pub address: String,
    /// The year.
    pub year: i16,
    /// The month of the year, 1 to 12.
    pub month: i8,
    /// Its posts, the latest first.
    pub posts: Vec<Post>,
}

impl Shelf {
    /// What it is called.
    pub fn said(&self, words: &Locale) -> String {
        words.month(self.year, self.month)
    }
}

/// Posts by the months in their addresses, in the order they come in.
pub fn by_month(posts: Vec<Post>) -> Vec<Shelf> {
    let mut shelves: Vec<Shelf> = vec![];
    for post in posts {
        let address = post.month().to_owned();
        match shelves.last_mut().filter(|shelf| shelf.address == address) {
            Some(shelf) => shelf.posts.push(post),
            None => {
                let year = address.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default();
                let month = address.get(5..).and_then(|month| month.parse().ok()).unwrap_or(1);
                shelves.push(Shelf { address, year, month, posts: vec![post] });
            }
        }
    }
    shelves
}

/// The time an archive is of: a year, a month or a day as they stand in addresses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Time {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl Time {
    /// The time these parts of an address name; none if they name none.
    pub fn named(year: &str, month: Option<&str>, day: Option<&str>) -> Option<Self> {
        let number = |text: &str, digits: usize| -> Option<i16> {
            (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| text.parse().ok())
                .flatten()
        };
        let part = |text: Option<&str>, most: i16| -> Option<Option<i8>> {
            let Some(text) = text else { return Some(None) };
            let value = number(text, 2).filter(|value| (1..=most).contains(value))?;
            Some(i8::try_from(value).ok())
        };
        Some(Self { year: number(year, 4)?, month: part(month, 12)?, day: part(day, 31)? })
    }

    /// As it stands in an address: `2013`, `2013/09` or `2013/09/04`.
    pub fn address(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}/{month:02}/{day:02}", self.year),
            (Some(month), None) => format!("{:04}/{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }

    /// As it is said.
    pub fn said(self, words: &Locale) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => words.calendar_day(self.year, month, day),
            (Some(month), None) => words.month(self.year, month),
            _ => self.year.to_string(),
        }
    }

    /// The archives before and after it among those that hold something, as addresses and as they are said.
    pub fn neighbours(self, months: &[Month], words: &Locale) -> (Option<Link>, Option<Link>) {
        let mut times: Vec<Self> = months
            .iter()
            .map(|month| Self { year: month.year(), month: self.month.map(|_| month.month()), day: None })
            .collect();
        times.dedup();
        let here = Self { day: None, ..self };
        let Some(at) = times.iter().position(|time| *time == here).filter(|_| self.day.is_none()) else {
            return (None, None);
        };
        let link = |time: &Self| Link { address: time.address(), said: time.said(words) };
        (times.get(at + 1).map(link), at.checked_sub(1).and_then(|at| times.get(at)).map(link))
    }
}

/// A way to another archive of the blog.
pub struct Link {
    /// Its address below the blog's.
    pub address: String,
    /// What it is called.
    pub said: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_in_addresses_and_in_no_other_way() {
        let time = |year, month, day| Time::named(year, month, day).map(Time::address);
        assert_eq!(time("2013", None, None).as_deref(), Some("2013"));
        assert_eq!(time("2013", Some("09"), None).as_deref(), Some("2013/09"));
        assert_eq!(time("2013", Some("09"), Some("04")).as_deref(), Some("2013/09/04"));
        for (year, month) in
            [("201", None), ("2013", Some("13")), ("2013", Some("9")), ("２０１３", None), ("2013", Some("+9"))]
        {
            assert_eq!(time(year, month, None), None, "{year} {month:?}");
        }
        assert_eq!(time("2013", Some("09"), Some("32")), None);
    }
}
