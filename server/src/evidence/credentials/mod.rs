//! Credentials: awards as Open Badges 3.0, signed with the community's own key, and whether they still count.
//!
//! A job issues them, some at a time. A status list is put together and signed when it is asked for, so that nothing kept
//! goes stale; what was taken back a moment ago is set in it. The DID follows from the address of the site.

pub mod rules;
mod store;
pub mod verifying;

use std::sync::{Arc, LazyLock};

use ::credentials::{
    did::{self, Published},
    jwt,
    keys::{Ed25519, Secret, Signer},
    proof::{self, Suite},
    status::{self, Head, List, Purpose, SMALLEST},
};
use tokio::sync::Semaphore;
use url::Url;

use self::rules::{Issuing, Marks};
pub use self::rules::{did_of, path};
use crate::{
    events::{Event, Topic},
    evidence::achievements,
    ids::{MemberId, RowId, Timestamp},
    kit::{
        app::{App, run_blocking},
        db::{Conn, Tx},
    },
    links::notices,
    people::{audit, community},
};

/// So many credentials are signed and kept together.
const AT_ONCE: i64 = 50;
/// A status list that was signed is given out for so long, as it says itself.
const LIST_MILLISECONDS: i64 = 300_000;
/// Signing: only so much at once.
static SIGNERS: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(2)));

/// A key of the community.
#[derive(Clone, sqlx::FromRow)]
pub struct Key {
    /// Its number, never given to another one.
    pub number: i64,
    public: Vec<u8>,
    secret: Option<Vec<u8>>,
    /// Since when it is there.
    pub made_at: Timestamp,
    /// Since when another one signs.
    pub replaced_at: Option<Timestamp>,
    /// Since when nothing that it signed is good.
    pub leaked_at: Option<Timestamp>,
    /// How many credentials it signed.
    pub signed: i64,
}

impl Key {
    /// Its name.
    pub fn name(&self) -> String {
        rules::key_name(self.number)
    }

    /// Whether it signs now.
    pub const fn is_current(&self) -> bool {
        self.replaced_at.is_none() && self.leaked_at.is_none()
    }

    /// The public half, as it is published.
    pub fn published(&self) -> Option<String> {
        Some(self.public()?.multibase())
    }

    fn public(&self) -> Option<Ed25519> {
        self.public.as_slice().try_into().ok().map(Ed25519)
    }

    fn secret(&self) -> Option<Secret> {
        self.secret.as_deref()?.try_into().ok().map(Secret::new)
    }
}

/// An award that has no credential that counts.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Awaiting {
    id: RowId,
    achievement: RowId,
    member: MemberId,
    awarded_at: Timestamp,
    evidence: String,
    evidence_url: String,
    name: String,
    description: String,
    criteria: String,
    lang: String,
    picture: String,
    certifies: String,
    holder: String,
    email: Option<String>,
}

impl Awaiting {
    fn badge_url(&self) -> String {
        achievements::url(self.achievement)
    }

    fn picture_url(&self) -> String {
        achievements::picture_url(self.achievement, &self.picture)
    }
}

/// A credential as it was signed, in both forms.
struct Signed {
    document: String,
    jwt: String,
}

/// A credential that was issued.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Issued {
    /// Its address.
    pub code: String,
    /// Of which award it is one; none: its holder's account ended.
    pub award: Option<RowId>,
    /// When it was issued.
    pub at: Timestamp,
    /// As it was signed; empty: its holder is forgotten.
    pub document: String,
    /// The same with the signature around it.
    pub jwt: String,
    /// Of which badge.
    pub achievement: Option<RowId>,
    /// Who has it.
    pub member: Option<MemberId>,
    /// Since when its holder shows it to everybody.
    pub shown_at: Option<Timestamp>,
    /// Why the award was taken back.
    pub why: Option<String>,
    /// Since when it counts no longer.
    pub over_at: Option<Timestamp>,
    /// Why that is: `taken-back`, `declined`, `leaked` or `superseded`.
    pub reason: String,
}

impl Issued {
    /// Where it is looked at.
    pub fn url(&self) -> String {
        path(&self.code)
    }

    /// The message that says why it counts no longer.
    pub fn reason_key(&self) -> Option<&'static str> {
        self.over_at?;
        Some(match self.reason.as_str() {
            "declined" => "credential-declined",
            "leaked" => "credential-leaked",
            "superseded" => "credential-superseded",
            _ => "credential-taken-back",
        })
    }

    /// Whether it names this address as its holder's.
    pub fn is_about(&self, email: &str) -> bool {
        let document = serde_json::from_str(&self.document).unwrap_or_default();
        ::credentials::badge::is_about(&document, ::credentials::badge::IdentityKind::Email, email)
    }
}

/// All keys, the first one first.
pub async fn keys(conn: &mut Conn) -> anyhow::Result<Vec<Key>> {
    Ok(store::keys(conn).await?)
}

/// How many credentials were issued.
pub async fn count(conn: &mut Conn) -> anyhow::Result<i64> {
    Ok(store::count(conn).await?)
}

/// The key that signs now. The first one is made when it is needed.
async fn current(app: &App) -> anyhow::Result<Key> {
    // Who makes it at the same time makes the same number, and one of them is kept.
    for _ in 0..2 {
        let keys = store::keys(&mut app.db.read().await?).await?;
        if let Some(key) = keys.into_iter().find(Key::is_current) {
            return Ok(key);
        }
        app.db.always(async |tx| make(tx).await).await?;
    }
    anyhow::bail!("there is no key to sign with")
}

/// Makes a key of the next number, unless one signs already.
async fn make(tx: &mut Tx) -> anyhow::Result<()> {
    let keys = store::keys(tx).await?;
    if keys.iter().any(Key::is_current) {
        return Ok(());
    }
    let number = keys.last().map_or(1, |last| last.number + 1);
    let secret = Secret::new(rand::random());
    store::insert_key(tx, number, &secret.public().0, secret.seed()).await?;
    Ok(())
}

/// From now on another key signs. What this one signed stays good; its secret is forgotten.
pub async fn change_key(tx: &mut Tx, by: MemberId, number: i64) -> anyhow::Result<bool> {
    if !store::replace_key(tx, number).await? {
        return Ok(false);
    }
    audit::note(tx, Some(by), "key-replaced", &rules::key_name(number), "").await?;
    make(tx).await?;
    Ok(true)
}

/// Somebody else may have a secret: nothing that this key signed is good any more, and what it signed is issued anew.
pub async fn revoke_key(tx: &mut Tx, by: MemberId, number: i64) -> anyhow::Result<bool> {
    if !store::revoke_key(tx, number).await? {
        return Ok(false);
    }
    audit::note(tx, Some(by), "key-leaked", &rules::key_name(number), "").await?;
    make(tx).await?;
    tx.emit(Event::KeyLeaked);
    Ok(true)
}

/// Issues what is to be issued, and sees to it that what was taken back never counts again.
pub async fn issue(app: &App) -> anyhow::Result<()> {
    app.db.always(async |tx| Ok(store::end_of_awards(tx).await?)).await?;
    let Some(did) = did_of(&app.settings.base_url) else {
        tracing::warn!(
            base_url = app.settings.base_url,
            "no credentials are issued: no DID can be made of the address"
        );
        return Ok(());
    };
    let (mut after, mut failed) = (RowId(0), 0);
    loop {
        let some = store::awaiting(&mut app.db.read().await?, after, AT_ONCE).await?;
        let Some(last) = some.last() else { break };
        after = last.id;
        failed += issue_some(app, &did, some).await?;
    }
    // They are tried again with the job.
    anyhow::ensure!(failed == 0, "{failed} credentials could not be signed");
    Ok(())
}

/// Signs some and keeps them; answers how many could not be.
async fn issue_some(app: &App, did: &str, some: Vec<Awaiting>) -> anyhow::Result<usize> {
    let key = current(app).await?;
    let community = community::of(app).await?;
    let last = store::last_list(&mut app.db.read().await?).await?;
    let (list, now) = (rules::next_list(last), app.now());
    let (did, name, base_url) = (did.to_owned(), community.name.clone(), app.settings.base_url.clone());
    let number = key.number;
    let secret = key.secret().ok_or_else(|| anyhow::anyhow!("the key that signs has no secret"))?;
    let signed = run_blocking(&SIGNERS, move || {
        let from = Issuing { did: &did, name: &name, base_url: &base_url };
        let method = format!("{did}#{}", rules::key_name(number));
        let one = |award: Awaiting| {
            let marks = Marks {
                code: hex::encode(rand::random::<[u8; 16]>()),
                salt: hex::encode(rand::random::<[u8; 16]>()),
                list,
                place: rand::random_range(0..SMALLEST),
            };
            let json = rules::credential(&award, &from, &marks, now).to_json();
            let signer = Signer { secret: &secret, method: &method };
            let jwt = jwt::issue(&json, signer);
            let document = proof::sign(json, Suite::Rdfc, signer, rules::moment(now)).map(|json| json.to_string());
            (award, marks, document.map(|document| Signed { document, jwt }))
        };
        some.into_iter().map(one).collect::<Vec<_>>()
    })
    .await?;
    let mut failed = 0;
    let mut good = vec![];
    for (award, marks, signed) in signed {
        match signed {
            Ok(signed) => good.push((award, marks, signed)),
            Err(error) => {
                failed += 1;
                tracing::error!(award = award.id.0, %error, "a credential could not be signed");
            }
        }
    }
    let missed = app
        .db
        .always(async |tx| {
            let mut missed = 0;
            for (award, marks, signed) in &good {
                let is_anew = store::end_leaked(tx, award.id).await?;
                if !store::insert(tx, award.id, number, marks, signed).await? {
                    // Its place was taken, or it was taken back meanwhile.
                    missed += 1;
                } else if is_anew {
                    notices::reissued(tx, award.id, award.member).await?;
                }
            }
            Ok(missed)
        })
        .await?;
    Ok(failed + missed)
}

/// The document of the community's DID, with every key it ever had.
pub async fn did_document(app: &App) -> anyhow::Result<Option<String>> {
    let Some(did) = did_of(&app.settings.base_url) else { return Ok(None) };
    let published = |key: Key| {
        let revoked = key.leaked_at.map(rules::moment);
        Some(Published { name: key.name(), key: key.public()?, revoked })
    };
    let keys: Vec<Published> =
        store::keys(&mut app.db.read().await?).await?.into_iter().filter_map(published).collect();
    Ok((!keys.is_empty()).then(|| did::document(&did, &keys).to_string()))
}

/// A status list as a credential, signed a moment ago.
pub async fn status_list(app: &App, list: i64) -> anyhow::Result<Option<Arc<String>>> {
    let Some(did) = did_of(&app.settings.base_url) else { return Ok(None) };
    let mut conn = app.db.read().await?;
    let last = store::last_list(&mut conn).await?;
    if !last.is_some_and(|(last, _)| (1..=last).contains(&list)) {
        return Ok(None);
    }
    let places = store::set_places(&mut conn, list).await?;
    drop(conn);
    let key = current(app).await?;
    let now = app.now();
    // Anything that changed makes it another one.
    let set: Vec<i64> = places.into_iter().map(|(place,)| place).collect();
    let name = format!("status:{list}:{}:{}:{set:?}", key.number, now.0 / LIST_MILLISECONDS);
    let name = hex::encode(<sha2::Sha256 as sha2::Digest>::digest(name.as_bytes()));
    if let Some(known) = app.remembered::<String>(&name) {
        return Ok(Some(known));
    }
    let seen = app.db.versions.snapshot(&[Topic::Everything]);
    let url = format!("{}{}", app.settings.base_url, rules::list_path(list));
    let secret = key.secret().ok_or_else(|| anyhow::anyhow!("the key that signs has no secret"))?;
    let method = format!("{did}#{}", key.name());
    let signed = run_blocking(&SIGNERS, move || {
        let mut bits = List::new(0);
        for place in set.into_iter().filter_map(|place| usize::try_from(place).ok()) {
            if place < bits.places() {
                bits.set(place);
            }
        }
        let (from, until) = (rules::moment(now), rules::moment(now.plus_days(1)));
        let head = Head { url: &url, issuer: &did, purpose: Purpose::Revocation, from, until };
        proof::sign(status::credential(head, &bits), Suite::Rdfc, Signer { secret: &secret, method: &method }, from)
    })
    .await??;
    let signed = Arc::new(signed.to_string());
    app.remember(name, seen, signed.clone());
    Ok(Some(signed))
}

/// What lies at an address of this site that verifying may ask for: nobody has to ask it over the network.
pub async fn own_document(app: &App, url: &Url) -> anyhow::Result<Option<Vec<u8>>> {
    let Some(did) = did_of(&app.settings.base_url) else { return Ok(None) };
    if did::document_url(&did).as_ref() == Some(url) {
        return Ok(did_document(app).await?.map(String::into_bytes));
    }
    let list =
        url.as_str().strip_prefix(&app.settings.base_url).and_then(|path| path.strip_prefix("/credentials/status/"));
    match list.and_then(|list| list.parse().ok()) {
        Some(list) => Ok(status_list(app, list).await?.map(|list| list.as_bytes().to_vec())),
        None => Ok(None),
    }
}

/// The credential at an address.
pub async fn at(conn: &mut Conn, code: &str) -> anyhow::Result<Option<Issued>> {
    Ok(store::at(conn, code).await?)
}

/// All credentials of what a member was awarded, the latest first.
pub async fn of_member(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Issued>> {
    Ok(store::of_member(conn, member).await?)
}

/// A member wants the credential of an award anew, under their present name and address. The one before counts no longer.
pub async fn renew(tx: &mut Tx, member: MemberId, award: RowId) -> anyhow::Result<()> {
    if store::supersede(tx, member, award).await? {
        tx.emit(Event::AwardsChanged(member));
    }
    Ok(())
}

/// Forgets what credentials say of somebody whose account ends. What they took home stays good.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    store::end_of_awards(tx).await?;
    Ok(store::forget_member(tx, member).await?)
}
