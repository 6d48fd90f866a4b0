//! How an edition is drawn: for whoever has two minutes first, then all of it.

use crate::{
    evidence::{
        dossiers::{Attestation, Content, Edition, Item, Kind, Role, Signature},
        pages::log::view,
    },
    ids::Timestamp,
    kit::{i18n::Locale, local_time::Day},
};

/// Kinds that are told at the top; the others stand below.
const TOLD: [Kind; 3] = [Kind::Course, Kind::Badge, Kind::Agreement];

/// An edition as somebody reads it.
pub struct Shown {
    /// What it says.
    pub content: Content,
    /// Who attested it.
    pub signed: Vec<(Role, Signature)>,
    /// When it was made.
    pub made_at: Timestamp,
    /// Where papers of it are known again.
    pub check: String,
    /// In whose words it is told.
    t: Locale,
}

impl Shown {
    /// Of this edition, of which this can be shown now.
    pub fn new(t: &Locale, edition: &Edition, content: Content, attestations: &[Attestation]) -> Self {
        let signed = attestations.iter().filter_map(|it| Some((it.role(), it.signature()?))).collect();
        Self { content, signed, made_at: edition.made_at, check: edition.check_path(), t: t.clone() }
    }

    /// Whose it is, and where they learned.
    pub fn by(&self) -> String {
        let Content { name, community, .. } = &self.content;
        self.t.with2("dossier-by", ("name", name.as_str()), ("community", community.as_str()))
    }

    /// From when until when it is.
    pub fn period(&self) -> String {
        days(&self.t, &self.content.from, &self.content.until)
    }

    /// When something in it was.
    pub fn days(&self, item: &Item) -> String {
        days(&self.t, &item.day, &item.until)
    }

    /// So many minutes in words.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    pub fn time(&self, minutes: &i64) -> String {
        view::time(&self.t, *minutes)
    }

    /// So many minutes a week in words.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    pub fn weekly(&self, minutes: &i64) -> String {
        self.t.with("agreement-weekly", "time", view::time(&self.t, *minutes))
    }

    /// All of one kind.
    pub fn of(&self, kind: Kind) -> Vec<&Item> {
        self.content.of(kind).collect()
    }

    /// How long it took: in all, and in whose time.
    pub fn hours(&self) -> Vec<(&'static str, String)> {
        let minutes = self.content.minutes();
        let all = [
            ("dossier-in-all", minutes.all()),
            ("log-work", minutes.work),
            ("log-own", minutes.own),
            ("log-unsaid", minutes.unsaid),
        ];
        all.into_iter().filter(|(_, minutes)| *minutes > 0).map(|(key, it)| (key, view::time(&self.t, it))).collect()
    }

    /// What was done, in numbers.
    pub fn done(&self) -> Vec<String> {
        self.groups().iter().map(|(kind, items)| counted(&self.t, *kind, items.len())).collect()
    }

    /// What stands below, by kind.
    pub fn groups(&self) -> Vec<(Kind, Vec<&Item>)> {
        let kinds = Kind::ALL.into_iter().filter(|kind| !TOLD.contains(kind));
        kinds.map(|kind| (kind, self.of(kind))).filter(|(_, items)| !items.is_empty()).collect()
    }

    /// What an item is called.
    pub fn title(&self, item: &Item) -> String {
        title(&self.t, item)
    }

    /// The tag of the language of an item.
    pub fn lang<'a>(&'a self, item: &'a Item) -> &'a str {
        if item.lang.is_empty() { &self.content.lang } else { &item.lang }
    }

    /// Whose and when a signature is.
    pub fn signed_on(&self, signature: &Signature) -> String {
        let day = self.t.date(signature.confirmed_at);
        self.t.with2("attestation-signed-on", ("date", day), ("email", signature.email.as_str()))
    }
}

/// So many of a kind, in words.
pub fn counted(t: &Locale, kind: Kind, count: usize) -> String {
    t.count(kind.count_key(), i64::try_from(count).unwrap_or(i64::MAX))
}

/// What an item is called: what has no name for those outside is called what it is.
pub fn title(t: &Locale, item: &Item) -> String {
    match item.kind {
        _ if !item.title.is_empty() => item.title.clone(),
        Kind::Comment => t.say("dossier-a-comment"),
        _ => t.say("dossier-untitled"),
    }
}

/// A day, or from one until another, in words.
pub fn days(t: &Locale, from: &str, until: &str) -> String {
    let said = |day: &str| day.parse::<Day>().map_or_else(|_| day.to_owned(), |day| view::day(t, day));
    if until.is_empty() || until == from {
        return said(from);
    }
    t.with2("log-days", ("from", said(from)), ("until", said(until)))
}
