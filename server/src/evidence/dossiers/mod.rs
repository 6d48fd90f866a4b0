//! Dossiers: what members show of their learning, to whom they want, and who says that it is true.
//!
//! A dossier is its member's alone. When they make it ready to be shared, it becomes an edition, which says for good what
//! they looked at: other people's names and words in it are replaced unless they decide otherwise. An edition has a link,
//! and papers that are known again by their hash. Whoever attests it signs this edition and no other. What can stand in
//! it is their own doing; private messages are no part of that.

pub mod letters;
mod linked;
pub mod others;
pub mod rules;
mod store;

use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

use self::others::Others;
pub use self::rules::{Chosen, Content, Draft, Item, Kind, Link, Role, Signed, Words};
use crate::{
    evidence::{achievements, agreements, credentials, log},
    ids::{MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        local_time::Day,
        secrets,
    },
    people::{community::Community, members::Member},
};

/// A dossier, as its member works on it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Dossier {
    /// Its number.
    pub id: RowId,
    /// Whose it is.
    pub member: MemberId,
    from_day: String,
    until_day: String,
    lang: String,
    /// When it was last changed: the version a form was filled with.
    pub edited_at: Timestamp,
    /// What it is called.
    pub title: String,
    reflection: String,
    chosen: String,
}

impl Dossier {
    /// What it says of itself.
    pub fn draft(&self) -> Draft {
        let day = |day: &str| day.parse().unwrap_or(Day(jiff::civil::Date::ZERO));
        Draft {
            title: self.title.clone(),
            from: day(&self.from_day),
            until: day(&self.until_day),
            lang: self.lang.clone(),
            reflection: self.reflection.clone(),
        }
    }

    /// What stands in it.
    pub fn chosen(&self) -> Chosen {
        serde_json::from_str(&self.chosen).unwrap_or_default()
    }
}

/// An edition as a list has it.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    /// Its number.
    pub id: RowId,
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when its link is good; none: it has none.
    pub expires_at: Option<Timestamp>,
}

/// An edition.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Edition {
    /// Its number.
    pub id: RowId,
    /// Of which dossier.
    pub dossier: RowId,
    /// Whose it is.
    pub member: MemberId,
    /// When it was made.
    pub made_at: Timestamp,
    /// What is printed on its papers.
    pub code: String,
    /// Until when its link is good; none: it has none.
    pub expires_at: Option<Timestamp>,
    password: Option<String>,
    content: String,
}

impl Edition {
    /// What it says.
    pub fn content(&self) -> anyhow::Result<Content> {
        Ok(serde_json::from_str(&self.content)?)
    }

    /// The hash of the password it opens with, besides its link.
    pub fn password(&self) -> Option<&str> {
        self.password.as_deref()
    }

    /// Where anybody learns whether a paper of it is genuine.
    pub fn check_path(&self) -> String {
        format!("/genuine/{}/", self.code)
    }
}

/// Somebody who was asked to attest an edition, and what they signed if they did.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Attestation {
    /// Its number.
    pub id: RowId,
    /// Which edition.
    pub edition: RowId,
    #[sqlx(rename = "role")]
    word: String,
    /// Until when its link is good; none: it has none.
    pub expires_at: Option<Timestamp>,
    /// Whom its member asked.
    pub to_name: String,
    signed_at: Option<Timestamp>,
    name: Option<String>,
    position: Option<String>,
    email: Option<String>,
    note: Option<String>,
}

impl Attestation {
    /// As what they attest it.
    pub fn role(&self) -> Role {
        self.word.parse().unwrap_or(Role::Confirmer)
    }

    /// What they signed.
    pub fn signature(&self) -> Option<Signature> {
        Some(Signature {
            confirmed_at: self.signed_at?,
            name: self.name.clone()?,
            position: self.position.clone()?,
            email: self.email.clone()?,
            note: self.note.clone()?,
        })
    }
}

/// What somebody signed.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Signature {
    /// When their address was confirmed.
    pub confirmed_at: Timestamp,
    /// Who.
    pub name: String,
    /// Their position.
    pub position: String,
    /// From which address.
    pub email: String,
    /// What they add.
    pub note: String,
}

/// What an edition is given out as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Paper {
    /// For programs: JSON-LD 1.1.
    JsonLd,
}

impl Paper {
    const fn word(self) -> &'static str {
        match self {
            Self::JsonLd => "jsonld",
        }
    }
}

/// What is made twice in the same words within this time was made once.
const SAME_MILLISECONDS: i64 = 10_000;

/// Begins a dossier; none, if the member has too many.
pub async fn begin(tx: &mut Tx, member: MemberId, draft: &Draft, chosen: &Chosen) -> anyhow::Result<Option<RowId>> {
    let lately = Timestamp(tx.now.0 - SAME_MILLISECONDS);
    let there = store::all(tx, member).await?;
    if let Some(same) = there.iter().find(|it| it.edited_at > lately && it.draft() == *draft) {
        return Ok(Some(same.id));
    }
    if store::count(tx, member).await? >= rules::MOST {
        return Ok(None);
    }
    Ok(Some(store::insert(tx, member, draft, &serde_json::to_string(chosen)?).await?))
}

/// All of a member, the latest first.
pub async fn all(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Dossier>> {
    Ok(store::all(conn, member).await?)
}

/// One of a member's own.
pub async fn find(conn: &mut Conn, member: MemberId, id: RowId) -> anyhow::Result<Option<Dossier>> {
    Ok(store::find(conn, member, id).await?)
}

/// Changes a dossier that nobody changed since `seen`; answers whether it did. Its editions stay as they are.
pub async fn change(
    tx: &mut Tx,
    before: &Dossier,
    seen: Timestamp,
    draft: &Draft,
    chosen: &Chosen,
) -> anyhow::Result<bool> {
    Ok(store::update(tx, before, seen, draft, &serde_json::to_string(chosen)?).await?)
}

/// Removes a dossier with its editions, their links and what was attested.
pub async fn remove(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    Ok(store::delete(tx, member, id).await?)
}

/// The moments that a period begins and ends with, in this zone.
fn moments(draft: &Draft, zone: &TimeZone) -> (Timestamp, Timestamp) {
    (draft.from.begin(zone), draft.until.plus_days(1).begin(zone))
}

/// Everything a member did in a period that can stand in a dossier, by kind and the latest first. Titles and addresses
/// are those that people outside may have.
pub async fn gathered(conn: &mut Conn, member: MemberId, draft: &Draft, zone: &TimeZone) -> anyhow::Result<Vec<Item>> {
    let period = moments(draft, zone);
    let is_within = |at: Timestamp| period.0 <= at && at < period.1;
    let limit = rules::MOST_OF_A_KIND;
    let day = |at: Timestamp| Day::of(at, zone);
    let mut items = vec![];
    for course in store::courses(conn, member, draft.from, draft.until).await? {
        let item = Item::new(Kind::Course, &course.id, &course.starts_on, course.title);
        let path = crate::course::courses::url(&course.address);
        items.push(Item { until: course.ends_on, lang: course.lang, path, ..item });
    }
    let credentials = credentials::of_member(conn, member).await?;
    for award in achievements::of_member(conn, member).await? {
        if award.declined_at.is_none() && is_within(award.awarded_at) {
            let issued = credentials.iter().find(|it| it.award == Some(award.id) && it.over_at.is_none());
            let path = issued.map(credentials::Issued::url).unwrap_or_default();
            let item = Item::new(Kind::Badge, &award.id, &day(award.awarded_at), award.name);
            items.push(Item { lang: award.lang, path, ..item });
        }
    }
    for agreed in agreements::approved(conn, member).await? {
        if is_within(agreed.confirmed_at) {
            let item = Item::new(Kind::Agreement, &agreed.id, &day(agreed.confirmed_at), agreed.title);
            items.push(Item { minutes: agreed.minutes, role: agreed.role, ..item });
        }
    }
    let entries = log::between(conn, member, draft.from, draft.until).await?;
    items.extend(entries.iter().rev().take(usize::try_from(limit)?).map(of_entry));
    for post in store::posts(conn, member, period, limit).await? {
        let words = said(&post.html);
        let item = Item::new(Kind::Post, &post.thing, &day(post.at), post.title);
        items.push(Item { lang: post.lang, words, path: post.path, ..item });
    }
    for comment in store::comments(conn, member, period, limit).await? {
        let words = said(&comment.html);
        let item = Item::new(Kind::Comment, &comment.thing, &day(comment.at), comment.title);
        items.push(Item { lang: comment.lang, words, path: comment.path, ..item });
    }
    for review in store::reviews(conn, member, period, limit).await? {
        let answers: Vec<(String, String, String)> = serde_json::from_str(&review.html).unwrap_or_default();
        let words = answers.into_iter().filter(|(.., words)| !words.trim().is_empty());
        let words = words.map(|(_, _, words)| Words { text: words.trim().to_owned(), is_quoted: false }).collect();
        let item = Item::new(Kind::Review, &review.thing, &day(review.at), review.title);
        items.push(Item { lang: review.lang, words, ..item });
    }
    Ok(items)
}

fn of_entry(entry: &log::Entry) -> Item {
    let draft = entry.draft();
    let minutes = draft.minutes.unwrap_or_default();
    let shares = match draft.whose {
        Some(log::Whose::Work) => (minutes, 0),
        Some(log::Whose::Own) => (0, minutes),
        Some(log::Whose::Split(work)) => (work, minutes - work),
        None => (0, 0),
    };
    let words = [&draft.why, &draft.learned, &draft.applied].into_iter().filter(|text| !text.is_empty());
    Item {
        until: draft.until.map(|day| day.to_string()).unwrap_or_default(),
        words: words.map(|text| Words { text: text.clone(), is_quoted: false }).collect(),
        minutes: draft.minutes,
        shares,
        ..Item::new(Kind::Entry, &entry.id, &draft.day, draft.title)
    }
}

/// What rendered HTML says, and what in it is quoted.
fn said(html: &str) -> Vec<Words> {
    markup::passages(html).into_iter().map(|part| Words { text: part.text, is_quoted: part.is_quoted }).collect()
}

/// What an edition would say that was made now, before anything in it is replaced.
pub fn content(dossier: &Dossier, member: &Member, community: &Community, items: Vec<Item>) -> Content {
    let (draft, chosen) = (dossier.draft(), dossier.chosen());
    let mut items: Vec<Item> = items.into_iter().filter(|item| chosen.has(item)).collect();
    items.sort_by(|a, b| (a.kind, &a.day, &a.thing).cmp(&(b.kind, &b.day, &b.thing)));
    let reflection = Some(draft.reflection).filter(|text| !text.is_empty());
    Content {
        name: member.name.clone(),
        community: community.name.clone(),
        title: draft.title,
        from: draft.from.to_string(),
        until: draft.until.to_string(),
        lang: draft.lang,
        reflection: reflection.map(|text| Words { text, is_quoted: false }).into_iter().collect(),
        items,
    }
}

/// By what a form knows whether what it showed is still so.
pub fn fingerprint(content: &Content) -> anyhow::Result<String> {
    Ok(hex::encode(Sha256::digest(serde_json::to_vec(content)?)))
}

/// Whose names are looked for in a dossier of this period; `more` names others, a line each.
pub async fn others(
    conn: &mut Conn,
    member: &Member,
    draft: &Draft,
    zone: &TimeZone,
    more: &str,
) -> anyhow::Result<Others> {
    let people = store::people(conn, member.id, moments(draft, zone)).await?;
    Ok(Others::new(&people, (&member.name, &member.handle), more))
}

/// Makes an edition of a dossier, which says this from now on; none, if it has too many.
pub async fn make_edition(
    tx: &mut Tx,
    base_url: &str,
    dossier: &Dossier,
    content: &Content,
) -> anyhow::Result<Option<RowId>> {
    if store::count_editions(tx, dossier.id).await? >= rules::MOST_EDITIONS {
        return Ok(None);
    }
    let words = serde_json::to_string(content)?;
    let lately = Timestamp(tx.now.0 - SAME_MILLISECONDS);
    if let Some(same) = store::made_since(tx, dossier.id, lately, &words).await? {
        return Ok(Some(same));
    }
    let code = secrets::make();
    let id = store::insert_edition(tx, dossier.id, &code, &words).await?;
    write_papers(tx, base_url, id).await?;
    Ok(Some(id))
}

/// Writes the papers of an edition anew, with who attested it. Those that were given out before stay genuine.
async fn write_papers(tx: &mut Tx, base_url: &str, id: RowId) -> anyhow::Result<()> {
    let Some(edition) = store::by_id(tx, id).await? else { return Ok(()) };
    let attestations = store::attestations(tx, id).await?;
    let document = linked::document(base_url, &edition, &attestations)?;
    let hash = Sha256::digest(&document);
    Ok(store::insert_paper(tx, id, Paper::JsonLd, &hash, &document).await?)
}

/// The editions of a dossier, the latest first.
pub async fn editions(conn: &mut Conn, dossier: RowId) -> anyhow::Result<Vec<Listed>> {
    let rows = store::editions(conn, dossier).await?;
    Ok(rows.into_iter().map(|(id, made_at, expires_at)| Listed { id, made_at, expires_at }).collect())
}

/// An edition of a member's own.
pub async fn edition(conn: &mut Conn, member: MemberId, dossier: RowId, id: RowId) -> anyhow::Result<Option<Edition>> {
    Ok(store::edition(conn, member, dossier, id).await?)
}

/// Makes the link of an edition, good for so many days, and answers its secret, which is stored nowhere. One it had
/// before is over, and its password.
pub async fn make_link(
    tx: &mut Tx,
    member: MemberId,
    id: RowId,
    days: i64,
    password: Option<&str>,
) -> anyhow::Result<Option<String>> {
    let secret = secrets::make();
    let link = (&*secrets::hash(&secret), tx.now.plus_days(days));
    Ok(store::set_link(tx, member, id, Some(link), password).await?.then_some(secret))
}

/// Ends the link of an edition.
pub async fn end_link(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    store::set_link(tx, member, id, None, None).await?;
    Ok(())
}

/// Removes an edition with its link, its papers and what was attested.
pub async fn remove_edition(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    Ok(store::delete_edition(tx, member, id).await?)
}

/// The edition that a secret leads to, as long as its link is good.
pub async fn held(conn: &mut Conn, secret: &str, now: Timestamp) -> anyhow::Result<Option<Edition>> {
    Ok(store::by_link(conn, &secrets::hash(secret), now).await?)
}

/// What an edition says to others now: without the words of comments that were hidden since.
pub async fn shown(conn: &mut Conn, edition: &Edition) -> anyhow::Result<Content> {
    let mut content = edition.content()?;
    let comments: Vec<&str> = content.of(Kind::Comment).map(|item| item.thing.as_str()).collect();
    let hidden: Vec<String> = store::hidden(conn, &comments.join(",")).await?.iter().map(ToString::to_string).collect();
    content.items.retain(|item| item.kind != Kind::Comment || !hidden.contains(&item.thing));
    Ok(content)
}

/// A paper of an edition, as it was given out last.
pub async fn paper(conn: &mut Conn, edition: &Edition, kind: Paper) -> anyhow::Result<Option<Vec<u8>>> {
    Ok(store::paper(conn, edition.id, kind).await?)
}

/// What is printed on the papers of an edition.
#[cfg(test)]
pub async fn code_of(conn: &mut Conn, edition: RowId) -> anyhow::Result<String> {
    Ok(store::by_id(conn, edition).await?.map(|edition| edition.code).unwrap_or_default())
}

/// Whether papers carry this code.
pub async fn is_code(conn: &mut Conn, code: &str) -> anyhow::Result<bool> {
    Ok(store::has_code(conn, code).await?)
}

/// What is known of a file that is held out with a code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Genuine {
    /// It was given out here and is unchanged.
    Yes,
    /// It was, and there is a later one.
    Earlier,
    /// It was not, or was changed.
    No,
}

/// Whether a file was given out with this code.
pub async fn is_genuine(conn: &mut Conn, code: &str, file: &[u8]) -> anyhow::Result<Genuine> {
    Ok(match store::given_out(conn, code, &Sha256::digest(file)).await? {
        Some(true) => Genuine::Yes,
        Some(false) => Genuine::Earlier,
        None => Genuine::No,
    })
}

/// Asks somebody to attest an edition, and answers the secret of the link for it; none, if too many were asked.
pub async fn ask(
    tx: &mut Tx,
    edition: &Edition,
    role: Role,
    to_name: &str,
    days: i64,
) -> anyhow::Result<Option<String>> {
    if store::count_attestations(tx, edition.id).await? >= rules::MOST_ATTESTATIONS {
        return Ok(None);
    }
    let secret = secrets::make();
    let link = (&*secrets::hash(&secret), tx.now.plus_days(days));
    store::insert_attestation(tx, edition.id, (role, to_name), link).await?;
    Ok(Some(secret))
}

/// Who was asked to attest an edition, in order.
pub async fn attestations(conn: &mut Conn, edition: RowId) -> anyhow::Result<Vec<Attestation>> {
    Ok(store::attestations(conn, edition).await?)
}

/// Ends the link of an attestation. What was signed stays.
pub async fn end_attestation(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    Ok(store::end_attestation(tx, member, id).await?)
}

/// What a secret asks somebody to attest, as long as its link is good.
pub async fn attesting(
    conn: &mut Conn,
    secret: &str,
    now: Timestamp,
) -> anyhow::Result<Option<(Attestation, Edition)>> {
    let Some(attestation) = store::attestation_by_link(conn, &secrets::hash(secret), now).await? else {
        return Ok(None);
    };
    Ok(store::by_id(conn, attestation.edition).await?.map(|edition| (attestation, edition)))
}

/// Why nobody can sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotTaken {
    /// Somebody did.
    Signed,
    /// Too many wait for the code of their address.
    TooMany,
}

/// Takes a signature, which counts once its address is confirmed; answers its number and the code for that.
pub async fn sign(
    tx: &mut Tx,
    attestation: &Attestation,
    signed: &Signed,
) -> anyhow::Result<Result<(RowId, String), NotTaken>> {
    if store::is_signed(tx, attestation.id).await? {
        return Ok(Err(NotTaken::Signed));
    }
    let since = tx.now.plus_days(-1);
    if store::waiting(tx, attestation.id, since).await? >= rules::MOST_WAITING {
        return Ok(Err(NotTaken::TooMany));
    }
    let (code, until) = (secrets::code(), tx.now.plus_minutes(rules::CODE_MINUTES));
    let id = store::insert_signature(tx, attestation.id, signed, &secrets::hash(&code), until).await?;
    Ok(Ok((id, code)))
}

/// How it went with a code.
#[derive(Clone, Debug)]
pub enum Confirmed {
    /// The signature counts.
    Now(Box<Signature>),
    /// One does already.
    Signed,
    /// It is not the code.
    Wrong,
    /// It is too old, or was mistyped too often.
    Over,
}

/// Whoever signed has typed the code that was sent to their address.
pub async fn confirm(
    tx: &mut Tx,
    base_url: &str,
    attestation: &Attestation,
    id: RowId,
    code: &str,
) -> anyhow::Result<Confirmed> {
    // Two who confirm at once come one after the other.
    if !store::hold(tx, attestation.id).await? {
        return Ok(Confirmed::Over);
    }
    if store::is_signed(tx, attestation.id).await? {
        return Ok(Confirmed::Signed);
    }
    if !store::try_code(tx, attestation.id, id, rules::TRIES).await? {
        return Ok(Confirmed::Over);
    }
    let hash = secrets::hash_of_code(code);
    let Some(signature) = store::confirm(tx, attestation.id, id, &hash).await? else { return Ok(Confirmed::Wrong) };
    write_papers(tx, base_url, attestation.edition).await?;
    Ok(Confirmed::Now(Box::new(signature)))
}

/// The dossiers of somebody whose account ends go with it, and all links to them.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_member(tx, member).await?)
}
