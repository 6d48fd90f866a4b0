//! What the interface says: message catalogues, and dates and numbers as the reader's language and time zone have them.

use std::{collections::HashMap, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use icu_calendar::Iso;
use icu_datetime::{
    DateTimeFormatter, DateTimeFormatterPreferences,
    fieldsets::{MD, YM, YMD, YMDT},
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

    /// The best match for an `Accept-Language` header (RFC 9110, 12.5.4).
    pub fn accepted(header: &str) -> Option<Self> {
        let wanted = fluent_langneg::parse_accepted_languages(header);
        wanted.iter().find_map(|want| Self::from_tag(want.language.as_str()))
    }

    /// Its catalogues, one for each storey that says something.
    const fn catalogues(self) -> [&'static str; 3] {
        macro_rules! of {
            ($tag:literal) => {
                [
                    include_str!(concat!("../../../locales/", $tag, "/site.ftl")),
                    include_str!(concat!("../../../locales/", $tag, "/people.ftl")),
                    include_str!(concat!("../../../locales/", $tag, "/talk.ftl")),
                ]
            };
        }
        match self {
            Self::En => of!("en"),
            Self::Es => of!("es"),
            Self::De => of!("de"),
        }
    }

    const fn locale(self) -> Tag {
        match self {
            Self::En => locale!("en"),
            Self::Es => locale!("es"),
            Self::De => locale!("de"),
        }
    }
}

/// What one language needs to speak.
struct Voice {
    bundle: FluentBundle<FluentResource>,
    date: DateTimeFormatter<YMD>,
    date_time: DateTimeFormatter<YMDT>,
    month: DateTimeFormatter<YM>,
    day: DateTimeFormatter<MD>,
    number: DecimalFormatter,
}

static VOICES: LazyLock<HashMap<Lang, Voice>> =
    LazyLock::new(|| Lang::ALL.into_iter().map(|lang| (lang, voice(lang))).collect());

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
    let prefs = DateTimeFormatterPreferences::from(&lang.locale());
    Voice {
        bundle,
        date: DateTimeFormatter::try_new(prefs, YMD::long()).expect("dates are compiled in"),
        date_time: DateTimeFormatter::try_new(prefs, YMD::long().with_time_hm()).expect("dates are compiled in"),
        month: DateTimeFormatter::try_new(prefs, YM::long()).expect("dates are compiled in"),
        day: DateTimeFormatter::try_new(prefs, MD::medium()).expect("dates are compiled in"),
        number: DecimalFormatter::try_new(
            (&lang.locale()).into(),
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

/// The interface in one reader's language and time zone.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The reader's language.
    pub lang: Lang,
    /// The reader's time zone.
    pub zone: TimeZone,
}

impl Locale {
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

    /// A day, such as 4 September 2013.
    pub fn date(&self, moment: impl Into<Timestamp>) -> String {
        let local = self.local(moment.into());
        VOICES[&self.lang].date.format(&iso(local.date())).to_string()
    }

    /// A day without its year, short, such as 4 Sept.
    pub fn day(&self, moment: impl Into<Timestamp>) -> String {
        let local = self.local(moment.into());
        VOICES[&self.lang].day.format(&iso(local.date())).to_string()
    }

    /// A day and a time.
    pub fn date_time(&self, moment: impl Into<Timestamp>) -> String {
        let local = self.local(moment.into());
        let time = Time::try_new(local.hour().cast_unsigned(), local.minute().cast_unsigned(), 0, 0);
        let time = time.expect("a civil time is a time");
        VOICES[&self.lang].date_time.format(&DateTime { date: iso(local.date()), time }).to_string()
    }

    /// A month of a year, such as September 2013.
    pub fn month(&self, year: i16, month: i8) -> String {
        let first = jiff::civil::Date::new(year, month, 1).unwrap_or_default();
        VOICES[&self.lang].month.format(&iso(first)).to_string()
    }

    /// A day of the calendar, such as 4 September 2013.
    pub fn calendar_day(&self, year: i16, month: i8, day: i8) -> String {
        let date = jiff::civil::Date::new(year, month, day).unwrap_or_default();
        VOICES[&self.lang].date.format(&iso(date)).to_string()
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
