//! What the interface says: message catalogues, and dates and numbers as the reader's language and time zone have them.

use std::{collections::HashMap, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use icu_calendar::Iso;
use icu_datetime::{
    DateTimeFormatter, DateTimeFormatterPreferences,
    fieldsets::{E, MD, YM, YMD, YMDT},
    input::{Date, DateTime, Time},
};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_locale_core::{Locale as Tag, locale};
use jiff::tz::TimeZone;
use unic_langid::LanguageIdentifier;

use crate::ids::Timestamp;

/// A language the interface speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Lang {
    /// English.
    En,
    /// Spanish.
    Es,
    /// German.
    De,
}

impl Lang {
    /// All of them, English first: what is missing elsewhere is said in English.
    pub const ALL: [Self; 3] = [Self::En, Self::Es, Self::De];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::De => "de",
        }
    }

    /// Its own name for itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
            Self::De => "Deutsch",
        }
    }

    /// The language with this tag, if the interface speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    const fn index(self) -> usize {
        match self {
            Self::En => 0,
            Self::Es => 1,
            Self::De => 2,
        }
    }

    /// Its catalogues, one for each storey that says something.
    const fn catalogues(self) -> [&'static str; 6] {
        macro_rules! of {
            ($tag:literal) => {
                [
                    include_str!(concat!("../../../locales/", $tag, "/site.ftl")),
                    include_str!(concat!("../../../locales/", $tag, "/people.ftl")),
                    include_str!(concat!("../../../locales/", $tag, "/talk.ftl")),
                    include_str!(concat!("../../../locales/", $tag, "/links.ftl")),
                    include_str!(concat!("../../../locales/", $tag, "/course.ftl")),
                    include_str!(concat!("../../../locales/", $tag, "/evidence.ftl")),
                ]
            };
        }
        match self {
            Self::En => of!("en"),
            Self::Es => of!("es"),
            Self::De => of!("de"),
        }
    }
}

/// Whose dates a reader is used to. The words are the same; only English has two ways to write a date.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub enum Region {
    /// The United States: the month before the day, and twelve hours.
    Us,
    /// Everywhere else: the day before the month, and twenty-four hours.
    #[default]
    Rest,
}

impl Region {
    /// The region of a language tag (BCP 47), if it names one: `en-US`, `en-Latn-GB`.
    fn of_tag(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-').skip(1).take_while(|subtag| subtag.len() > 1);
        let region = subtags.find(|subtag| {
            subtag.len() == 2 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic())
                || subtag.len() == 3 && subtag.bytes().all(|byte| byte.is_ascii_digit())
        })?;
        // The States and their territories.
        let us = ["US", "AS", "GU", "MP", "PR", "UM", "VI"].iter().any(|one| region.eq_ignore_ascii_case(one));
        Some(if us { Self::Us } else { Self::Rest })
    }
}

/// What the `Accept-Language` headers of a request ask for (RFC 9110, 12.5.4), of what the interface can give.
#[derive(Clone, Copy, Default, Debug)]
pub struct Accepted {
    /// How much each language is wanted, in thousandths; nothing if it is not named.
    wanted: [Option<u16>; Lang::ALL.len()],
    /// How much any other is wanted (`*`), in thousandths.
    others: Option<u16>,
    /// The region of the English that is wanted most, and how much.
    english: Option<(Region, u16)>,
    /// The language that is wanted most; among equals, the one named first.
    first: Option<Lang>,
}

impl Accepted {
    /// Reads header lines. What is malformed is passed over, as if it had not been sent.
    pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> Self {
        let mut accepted = Self::default();
        for (range, weight) in lines.into_iter().flat_map(|line| line.split(',')).filter_map(weighted) {
            accepted.add(range, weight);
        }
        accepted
    }

    fn add(&mut self, range: &str, weight: u16) {
        if range == "*" {
            self.others = self.others.max(Some(weight));
            return;
        }
        let (primary, is_bare) = range.split_once('-').map_or((range, true), |(primary, _)| (primary, false));
        let Some(lang) = Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary)) else { return };
        if lang == Lang::En
            && let Some(region) = Region::of_tag(range)
            && weight > self.english.map_or(0, |(_, most)| most)
        {
            self.english = Some((region, weight));
        }
        // Whoever wants no Swiss German may still want German.
        if weight == 0 && !is_bare {
            return;
        }
        let most = self.first.and_then(|first| self.wanted[first.index()]).unwrap_or(0);
        let wanted = &mut self.wanted[lang.index()];
        *wanted = (*wanted).max(Some(weight));
        if weight > most {
            self.first = Some(lang);
        }
    }

    /// The language that fits best. `usual` is what people get who ask for none; who refuses it gets another.
    pub fn lang(&self, usual: Lang) -> Lang {
        let weight = |lang: Lang| self.wanted[lang.index()].or(self.others);
        let any = [usual].into_iter().chain(Lang::ALL);
        let unnamed = any.clone().find(|lang| self.wanted[lang.index()].is_none()).filter(|_| self.others > Some(0));
        match (self.first, unnamed) {
            (Some(first), Some(unnamed)) if weight(first) < weight(unnamed) => unnamed,
            (Some(first), _) => first,
            (None, Some(unnamed)) => unnamed,
            (None, None) => any.clone().find(|lang| weight(*lang) != Some(0)).unwrap_or(usual),
        }
    }

    /// The region whose dates a reader of this language is used to.
    pub fn region(&self, lang: Lang) -> Region {
        match lang {
            Lang::En => self.english.map_or(Region::Rest, |(region, _)| region),
            Lang::Es | Lang::De => Region::Rest,
        }
    }
}

/// One language range and its weight in thousandths, if it is well formed.
fn weighted(item: &str) -> Option<(&str, u16)> {
    let mut parts = item.split(';').map(str::trim);
    let range = parts.next().filter(|range| !range.is_empty())?;
    let Some(parameter) = parts.next() else { return Some((range, 1000)) };
    let (name, value) = parameter.split_once('=')?;
    let is_weight = name.trim_end().eq_ignore_ascii_case("q") && parts.next().is_none();
    is_weight.then(|| thousandths(value.trim_start())).flatten().map(|weight| (range, weight))
}

/// A weight from 0 to 1 with up to three decimals (RFC 9110, 12.4.2).
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, decimals) = weight.split_once('.').unwrap_or((weight, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = decimals.bytes().zip([100, 10, 1]).map(|(digit, place)| u16::from(digit - b'0') * place).sum();
    match whole {
        "0" => Some(part),
        "1" if part == 0 => Some(1000),
        _ => None,
    }
}

/// The locale whose dates and numbers a language has in a region.
const fn formats(lang: Lang, region: Region) -> Tag {
    match (lang, region) {
        (Lang::En, Region::Us) => locale!("en-US"),
        (Lang::En, Region::Rest) => locale!("en-GB"),
        (Lang::Es, _) => locale!("es"),
        (Lang::De, _) => locale!("de"),
    }
}

/// What one language needs to speak.
struct Voice {
    bundle: FluentBundle<FluentResource>,
    number: DecimalFormatter,
}

/// How one language writes dates in one region.
struct Dates {
    date: DateTimeFormatter<YMD>,
    date_time: DateTimeFormatter<YMDT>,
    full: DateTimeFormatter<YMDT>,
    month: DateTimeFormatter<YM>,
    day: DateTimeFormatter<MD>,
    weekday: DateTimeFormatter<E>,
}

static VOICES: LazyLock<HashMap<Lang, Voice>> =
    LazyLock::new(|| Lang::ALL.into_iter().map(|lang| (lang, voice(lang))).collect());

static DATES: LazyLock<HashMap<(Lang, Region), Dates>> = LazyLock::new(|| {
    let regions = [Region::Us, Region::Rest];
    let all = Lang::ALL.into_iter().flat_map(|lang| regions.map(|region| (lang, region)));
    all.map(|(lang, region)| ((lang, region), dates(&formats(lang, region)))).collect()
});

fn dates(locale: &Tag) -> Dates {
    let prefs = DateTimeFormatterPreferences::from(locale);
    Dates {
        date: DateTimeFormatter::try_new(prefs, YMD::long()).expect("dates are compiled in"),
        date_time: DateTimeFormatter::try_new(prefs, YMD::medium().with_time_hm()).expect("dates are compiled in"),
        full: DateTimeFormatter::try_new(prefs, YMD::long().with_time_hm()).expect("dates are compiled in"),
        month: DateTimeFormatter::try_new(prefs, YM::long()).expect("dates are compiled in"),
        day: DateTimeFormatter::try_new(prefs, MD::medium()).expect("dates are compiled in"),
        weekday: DateTimeFormatter::try_new(prefs, E::long()).expect("dates are compiled in"),
    }
}

fn voice(lang: Lang) -> Voice {
    let id: LanguageIdentifier = lang.tag().parse().expect("a tag of ours is a language");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Names of any direction are isolated by the markup around them.
    bundle.set_use_isolating(false);
    for text in lang.catalogues() {
        let resource = FluentResource::try_new(text.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("a catalogue of {} has errors: {errors:?}", lang.tag()));
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("a catalogue of {}: {errors:?}", lang.tag()));
    }
    Voice {
        bundle,
        number: DecimalFormatter::try_new(
            (&formats(lang, Region::Rest)).into(),
            icu_decimal::options::DecimalFormatterOptions::default(),
        )
        .expect("numbers are compiled in"),
    }
}

fn in_two(message: &str) -> (String, String) {
    let (before, after) = message.split_once('\0').unwrap_or((message, ""));
    (before.to_owned(), after.to_owned())
}

/// A whole number, however a template hands it over.
pub trait Number {
    /// The number itself.
    fn number(&self) -> i64;
}

impl Number for i64 {
    fn number(&self) -> i64 {
        *self
    }
}

impl<N: Number> Number for &N {
    fn number(&self) -> i64 {
        (**self).number()
    }
}

/// The interface in one reader's language, region and time zone.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The reader's language.
    pub lang: Lang,
    /// Whose dates they are used to.
    pub region: Region,
    /// The reader's time zone.
    pub zone: TimeZone,
}

impl Locale {
    /// A locale whose dates are those of most regions.
    pub fn new(lang: Lang, zone: TimeZone) -> Self {
        Self { lang, region: Region::Rest, zone }
    }

    /// The tag (BCP 47) of the locale that dates are written in, for the script.
    pub fn formats(&self) -> String {
        formats(self.lang, self.region).to_string()
    }

    /// The IANA name of the reader's time zone.
    pub fn zone_name(&self) -> &str {
        self.zone.iana_name().unwrap_or("UTC")
    }

    /// The message with this key.
    pub fn say(&self, key: &str) -> String {
        self.message(key, None)
    }

    /// A message with one name filled in.
    pub fn with<'a>(&self, key: &str, name: &'static str, value: impl Into<FluentValue<'a>>) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value);
        self.message(key, Some(&args))
    }

    /// A message with two names filled in.
    pub fn with2<'a>(
        &self,
        key: &str,
        (name, value): (&'static str, impl Into<FluentValue<'a>>),
        (other, second): (&'static str, impl Into<FluentValue<'a>>),
    ) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value);
        args.set(other, second);
        self.message(key, Some(&args))
    }

    /// A message about a number: `$count` chooses the plural, `$number` is how it is written.
    pub fn count(&self, key: &str, count: impl Number) -> String {
        self.message(key, Some(&self.counted(count.number())))
    }

    /// A message about a number that nobody counts to its end: from a hundred on it is "99+".
    pub fn count_to_99(&self, key: &str, count: impl Number) -> String {
        let count = count.number();
        let mut args = self.counted(count);
        if count > 99 {
            args.set("number", format!("{}+", self.number(99_i64)));
        }
        self.message(key, Some(&args))
    }

    /// A message about a number, with one name filled in.
    pub fn count_with<'a>(
        &self,
        key: &str,
        count: impl Number,
        name: &'static str,
        value: impl Into<FluentValue<'a>>,
    ) -> String {
        let mut args = self.counted(count.number());
        args.set(name, value);
        self.message(key, Some(&args))
    }

    /// A message in two pieces: before and after a name, which the markup sets apart from it.
    pub fn around(&self, key: &str, name: &'static str) -> (String, String) {
        in_two(&self.with(key, name, "\0"))
    }

    /// A message about a number in two pieces: before and after a name.
    pub fn count_around(&self, key: &str, count: impl Number, name: &'static str) -> (String, String) {
        in_two(&self.count_with(key, count, name, "\0"))
    }

    /// A message whose places a script fills in later: each stands there as `{name}`.
    pub fn places(&self, key: &str, names: &[&'static str]) -> String {
        let mut args = FluentArgs::new();
        for name in names {
            args.set(*name, format!("{{{name}}}"));
        }
        self.message(key, Some(&args))
    }

    fn counted(&self, count: i64) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        args.set("count", count);
        args.set("number", self.number(count));
        args
    }

    fn message(&self, key: &str, args: Option<&FluentArgs>) -> String {
        for lang in [self.lang, Lang::En] {
            let bundle = &VOICES[&lang].bundle;
            if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
                return bundle.format_pattern(pattern, args, &mut vec![]).into_owned();
            }
        }
        // A test finds every key that the code uses and no catalogue has, so no reader sees this.
        key.to_owned()
    }

    /// A number with the separators of the language.
    pub fn number(&self, number: impl Number) -> String {
        VOICES[&self.lang].number.format(&Decimal::from(number.number())).to_string()
    }

    /// Hundredths as the language writes them, with so many places after the point, or more if they would be lost.
    pub fn decimal(&self, hundredths: i64, places: u8) -> String {
        let mut number = Decimal::from(hundredths);
        number.multiply_pow10(-2);
        number.trim_end();
        number.absolute.pad_end(-i16::from(places));
        VOICES[&self.lang].number.format(&number).to_string()
    }

    /// A day, such as 4 September 2013.
    pub fn date(&self, moment: impl Into<Timestamp>) -> String {
        let local = self.local(moment.into());
        self.dates().date.format(&iso(local.date())).to_string()
    }

    /// A day without its year, short, such as 4 Sept.
    pub fn day(&self, moment: impl Into<Timestamp>) -> String {
        let local = self.local(moment.into());
        self.dates().day.format(&iso(local.date())).to_string()
    }

    /// A day and a time, short enough for a line beside a name: 4 Sept 2013, 15:41.
    pub fn date_time(&self, moment: impl Into<Timestamp>) -> String {
        self.dates().date_time.format(&self.minute(moment.into())).to_string()
    }

    /// A day and a time in full, with the zone they are told in: 4 September 2013 at 15:41 (Europe/Lisbon).
    pub fn full_time(&self, moment: impl Into<Timestamp>) -> String {
        format!("{} ({})", self.dates().full.format(&self.minute(moment.into())), self.zone_name())
    }

    /// A month of a year, such as September 2013.
    pub fn month(&self, year: i16, month: i8) -> String {
        let first = jiff::civil::Date::new(year, month, 1).unwrap_or_default();
        self.dates().month.format(&iso(first)).to_string()
    }

    /// A day of the calendar without its year, short, such as 4 Sept.
    pub fn short_calendar_day(&self, year: i16, month: i8, day: i8) -> String {
        let date = jiff::civil::Date::new(year, month, day).unwrap_or_default();
        self.dates().day.format(&iso(date)).to_string()
    }

    /// A day of the calendar, such as 4 September 2013.
    pub fn calendar_day(&self, year: i16, month: i8, day: i8) -> String {
        let date = jiff::civil::Date::new(year, month, day).unwrap_or_default();
        self.dates().date.format(&iso(date)).to_string()
    }

    /// The day of the week that a day of the calendar is, such as Friday.
    pub fn weekday(&self, date: jiff::civil::Date) -> String {
        self.dates().weekday.format(&iso(date)).to_string()
    }

    fn dates(&self) -> &'static Dates {
        &DATES[&(self.lang, self.region)]
    }

    fn minute(&self, moment: Timestamp) -> DateTime<Iso> {
        let local = self.local(moment);
        let time = Time::try_new(local.hour().cast_unsigned(), local.minute().cast_unsigned(), 0, 0);
        DateTime { date: iso(local.date()), time: time.expect("a civil time is a time") }
    }

    /// The reader's calendar and clock at this moment.
    fn local(&self, moment: Timestamp) -> jiff::civil::DateTime {
        let utc = jiff::Timestamp::from_millisecond(moment.0).unwrap_or_default();
        self.zone.to_datetime(utc)
    }
}

fn iso(date: jiff::civil::Date) -> Date<Iso> {
    Date::try_new_iso(date.year().into(), date.month().cast_unsigned(), date.day().cast_unsigned())
        .expect("a civil date is a date")
}

/// Languages that people write in, by their own names: what a post's author chooses from.
pub const LANGUAGES: [(&str, &str); 36] = [
    ("ar", "العربية"),
    ("bg", "Български"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("gl", "Galego"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("is", "Íslenska"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sv", "Svenska"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zh", "中文"),
];

/// A language's own name for itself, or its tag.
pub fn language_name(tag: &str) -> &str {
    let primary = tag.split('-').next().unwrap_or_default();
    LANGUAGES.iter().find(|(known, _)| *known == primary).map_or(tag, |(_, name)| name)
}

/// The moment as machines read it (RFC 3339), for `datetime` attributes and feeds.
pub fn machine_time(moment: impl Into<Timestamp>) -> String {
    jiff::Timestamp::from_millisecond(moment.into().0).unwrap_or_default().to_string()
}

/// The day in this time zone, as it stands in the address of a post: `2013/09/04`.
pub fn address_day(moment: Timestamp, zone: &TimeZone) -> String {
    let utc = jiff::Timestamp::from_millisecond(moment.0).unwrap_or_default();
    zone.to_datetime(utc).date().strftime("%Y/%m/%d").to_string()
}

/// The time zone of this name, or UTC.
pub fn time_zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(header: &str) -> Lang {
        Accepted::read([header]).lang(Lang::En)
    }

    #[test]
    fn the_language_wanted_most_is_spoken() {
        assert_eq!(asks("de;q=0.1,es;q=0.9"), Lang::Es);
        assert_eq!(asks("de;q=0.9, es;q=0.899"), Lang::De);
        assert_eq!(asks("es,de"), Lang::Es);
        assert_eq!(asks("fr-FR, fr;q=0.9, de-CH;q=0.3, en;q=0.2"), Lang::De);
        assert_eq!(asks("ES-mx"), Lang::Es);
        assert_eq!(Accepted::read(["fr;q=0.8", "de;q=0.2, es;q=0.4"]).lang(Lang::En), Lang::Es);
        // A more exact wish does not lower a general one.
        assert_eq!(asks("es-MX;q=0.2, es;q=0.9, de;q=0.5"), Lang::Es);
    }

    #[test]
    fn what_is_refused_is_not_spoken() {
        assert_eq!(asks("de;q=0, es;q=0.1"), Lang::Es);
        assert_eq!(asks("en;q=0"), Lang::Es);
        assert_eq!(asks("en;q=0, es;q=0.000"), Lang::De);
        assert_eq!(asks("*;q=0, de;q=0.1"), Lang::De);
        // Nothing is left: then what everybody gets.
        assert_eq!(asks("*;q=0"), Lang::En);
        assert_eq!(Accepted::read(["*;q=0"]).lang(Lang::De), Lang::De);
        // Not this Spanish, but Spanish.
        assert_eq!(asks("es-ES;q=0, es;q=0.7, de;q=0.6"), Lang::Es);
        assert_eq!(asks("de-CH;q=0, de-AT;q=0.5"), Lang::De);
    }

    #[test]
    fn a_star_is_whatever_is_not_named() {
        assert_eq!(Accepted::read(["*"]).lang(Lang::De), Lang::De);
        assert_eq!(Accepted::read(["de;q=0.4, *;q=0.5"]).lang(Lang::De), Lang::En);
        assert_eq!(Accepted::read(["es, *;q=0.5"]).lang(Lang::De), Lang::Es);
        assert_eq!(Accepted::read(["fr, *;q=0.1, en;q=0"]).lang(Lang::En), Lang::Es);
    }

    #[test]
    fn malformed_wishes_are_passed_over() {
        assert_eq!(asks("de;q=high, es;q=0.1"), Lang::Es);
        assert_eq!(asks("de;q=1.5, es;q=0.1"), Lang::Es);
        assert_eq!(asks("de;q=-1, es;q=0.1"), Lang::Es);
        assert_eq!(asks("de;q=0.1234, es;q=0.1"), Lang::Es);
        assert_eq!(asks("de;level=1, es;q=0.1"), Lang::Es);
        assert_eq!(asks(",, ;q=1 ,=,de ; Q=0.5 ,"), Lang::De);
        for nothing in ["", ",", ";", "q=1", "-", "*-*", "😀", "fr"] {
            assert_eq!(asks(nothing), Lang::En, "{nothing}");
        }
    }

    #[test]
    fn e_mails_go_on_with_a_capital_after_the_greeting() {
        // German goes on in small letters after "Hallo Ines,".
        for lang in [Lang::En, Lang::Es] {
            let texts = lang.catalogues().into_iter().flat_map(str::lines).filter(|line| line.starts_with("letter-"));
            for (key, text) in texts.filter_map(|line| line.split_once(" = ")) {
                let begins = text.chars().next().expect("a message says something");
                assert!(begins.is_uppercase() || "{@¿".contains(begins), "{key} of {}: {text}", lang.tag());
            }
        }
    }

    #[test]
    fn english_has_its_regions() {
        let region = |header: &str| Accepted::read([header]).region(Lang::En);
        for us in ["en-US", "en-US,en;q=0.9", "en, en-us;q=0.5", "es, en-US;q=0.1", "en-Latn-US", "en-PR"] {
            assert_eq!(region(us), Region::Us, "{us}");
        }
        for rest in ["", "*", "en", "de", "en-GB", "en-AU,en-US;q=0.8", "en-IN", "en-001", "en-x-us", "en-US;q=0"] {
            assert_eq!(region(rest), Region::Rest, "{rest}");
        }
        assert_eq!(Accepted::read(["en-US"]).region(Lang::De), Region::Rest);
    }

    #[test]
    fn decimals_have_the_point_of_the_language() {
        let said = |lang, hundredths, places| Locale::new(lang, TimeZone::UTC).decimal(hundredths, places);
        assert_eq!(said(Lang::En, 123_450, 1), "1,234.5");
        assert_eq!(said(Lang::De, 10, 1), "0,1");
        assert_eq!(said(Lang::En, 3500, 1), "35.0");
        assert_eq!(said(Lang::En, 150, 0), "1.5");
        assert_eq!(said(Lang::En, 300, 0), "3");
    }

    #[test]
    fn dates_are_as_readers_know_them() {
        let moment = Timestamp(1_446_720_900_000);
        let told = |lang, region| {
            let locale = Locale { lang, region, zone: time_zone("Europe/Lisbon") };
            // Between figures and letters there may be spaces that do not break.
            let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
            [locale.date(moment), locale.date_time(moment), locale.full_time(moment)].map(plain)
        };
        assert_eq!(
            told(Lang::En, Region::Rest),
            ["5 November 2015", "5 Nov 2015, 10:55", "5 November 2015 at 10:55 (Europe/Lisbon)"]
        );
        assert_eq!(
            told(Lang::En, Region::Us),
            ["November 5, 2015", "Nov 5, 2015, 10:55 AM", "November 5, 2015 at 10:55 AM (Europe/Lisbon)"]
        );
        assert_eq!(
            told(Lang::De, Region::Rest),
            ["5. November 2015", "05.11.2015, 10:55", "5. November 2015 um 10:55 (Europe/Lisbon)"]
        );
        assert_eq!(
            told(Lang::Es, Region::Rest),
            ["5 de noviembre de 2015", "5 nov 2015, 10:55", "5 de noviembre de 2015 a las 10:55 (Europe/Lisbon)"]
        );
    }
}
