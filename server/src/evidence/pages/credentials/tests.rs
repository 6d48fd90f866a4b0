//! Credentials through their pages: what was issued is taken home and verified as anybody else would.

use std::collections::{BTreeSet, HashMap};

use ::credentials::{
    badge::{IdentityKind, is_about},
    did::Unreachable,
    keys::{Secret, Signer},
    proof::{self, Suite},
    verdict::{self, Intact, Issuer, Status, Verdict},
};
use serde_json::Value;
use url::Url;

use crate::{
    checks::testing::{Client, Site},
    evidence::credentials::rules::moment,
    people::{
        identity::Email,
        leaving::Words,
        members::{self, Member, Role},
        pages::manage::member,
    },
};

/// A site with a badge in use, somebody who gives it and somebody who is given it.
struct Given {
    site: Site,
    olga: Client,
    bram: Member,
    holder: Client,
    badge: String,
}

impl Given {
    async fn new() -> Self {
        let site = Site::new().await;
        let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
        let (bram, holder) = site.member("bram").await;
        let fields = [
            ("name", "Careful reader"),
            ("description", "Reads what others wrote."),
            ("criteria", "Three answers\nthat were thanked for."),
            ("level", "master"),
            ("repeats", "time"),
            ("course", ""),
        ];
        let made = olga.post("/badges/new", &fields).await.location().unwrap();
        let badge = made.split('?').next().unwrap().to_owned();
        olga.post(&format!("{badge}use"), &[("do", "begin")]).await;
        let mut given = Self { site, olga, bram, holder, badge };
        given.give("The thread on keys.").await;
        given
    }

    async fn give(&mut self, evidence: &str) {
        let form = [("who", "bram"), ("evidence", evidence), ("address", "https://example.org/keys")];
        assert_eq!(self.olga.post(&format!("{}award", self.badge), &form).await.status, 303);
        self.site.do_jobs().await;
    }

    /// The addresses of the credentials on the holder's page, the latest first.
    async fn credentials(&mut self) -> Vec<String> {
        let mut found = self.holder.get("/me/badges/").await.attributes("a[href^='/credentials/']", "href");
        found.retain(|address| address.ends_with('/'));
        found
    }

    /// What lies at the addresses of the site that a verifier asks for.
    async fn published(&self) -> HashMap<String, Vec<u8>> {
        let mut found = HashMap::new();
        for path in ["/.well-known/did.json", "/credentials/status/1"] {
            let body = self.site.stranger().bytes(path).await.to_vec();
            found.insert(path.to_owned(), body);
        }
        found
    }

    /// What a verifier elsewhere says.
    async fn verdict(&self, held_out: &[u8]) -> Verdict {
        let published = self.published().await;
        let resolve = |url: &Url| {
            assert_eq!(url.host_str(), Some("lyceum.test"));
            published.get(url.path()).cloned().ok_or(Unreachable::Not("nothing".into()))
        };
        verdict::verify(held_out, moment(self.site.now()), &resolve).unwrap()
    }

    async fn json(&self, credential: &str) -> Value {
        let bytes = self.site.stranger().bytes(&format!("{credential}credential.json")).await;
        serde_json::from_slice(&bytes).unwrap()
    }

    /// What the page of a credential says of it.
    async fn headline(&self, credential: &str) -> String {
        self.site.stranger().get(credential).await.text("#verdict ~ .notice")
    }
}

#[tokio::test]
async fn an_award_becomes_a_credential_that_verifies_in_every_form() {
    let mut given = Given::new().await;
    let credential = given.credentials().await.remove(0);
    let page = given.site.stranger().get(&credential).await;
    assert!(
        page.text("#verdict ~ .notice").contains("Nothing speaks against it. It is from lyceum.test."),
        "{}",
        page.body
    );
    for said in ["Careful reader", "Three answers", "The thread on keys.", "The Commons School"] {
        assert!(page.text("main").contains(said), "{said}");
    }
    assert!(page.attributes("meta[name=robots]", "content").concat().contains("noindex"), "it is not shown");
    let files = page.attributes("a[download]", "href");
    assert_eq!(files.len(), 4);
    for file in &files {
        let bytes = given.site.stranger().bytes(file).await;
        let verdict = given.verdict(&bytes).await;
        assert!(verdict.is_sound(), "{file}: {verdict:?}");
        let seen = given.site.stranger().upload("/verify/", "file", "held-out", &bytes).await;
        assert!(seen.text("#verdict ~ .notice").contains("Nothing speaks against it"), "{file}: {}", seen.body);
        assert_eq!(verdict.credential["id"], format!("http://lyceum.test{credential}"));
    }
    let json = given.json(&credential).await;
    let email = given.bram.email.clone().unwrap();
    assert!(!json.to_string().contains(&email));
    assert!(is_about(&json, IdentityKind::Email, &email) && !is_about(&json, IdentityKind::Email, "other@example.org"));
    // A letter changed.
    let changed = json.to_string().replace("Three answers", "Three Answers");
    assert!(matches!(given.verdict(changed.as_bytes()).await.intact, Intact::No(_)));
    let seen = given.site.stranger().upload("/verify/", "text", "text", changed.as_bytes()).await;
    assert!(seen.text("#verdict ~ .notice").contains("not as it was signed"), "{}", seen.body);
    assert_eq!(given.site.stranger().get("/credentials/0123/").await.status, 404);
    assert_eq!(given.site.stranger().get(&format!("{credential}other.png")).await.status, 404);
}

#[tokio::test]
async fn what_is_taken_back_counts_no_longer_at_once_and_the_others_do() {
    let mut given = Given::new().await;
    given.site.pass_minutes(1);
    given.give("Another one.").await;
    given.site.pass_minutes(1);
    given.give("And one more.").await;
    let all = given.credentials().await;
    assert_eq!(all.len(), 3);
    let mut places = BTreeSet::new();
    for one in &all {
        let status = given.json(one).await["credentialStatus"].clone();
        assert_eq!(status["statusPurpose"], "revocation");
        places.insert(status["statusListIndex"].as_str().unwrap().to_owned());
    }
    assert_eq!(places.len(), 3);
    let list = given.site.stranger().get("/credentials/status/1").await;
    assert_eq!(list.headers["cache-control"], "public, max-age=300");
    assert_eq!(given.site.stranger().get("/credentials/status/2").await.status, 404);
    let awards = given.olga.get(&given.badge.clone()).await.attributes("#awards ~ .rows a[href*='/awards/']", "href");
    given.olga.post(&awards[1], &[("why", "The wrong thread")]).await;
    // Before any job.
    for (place, one) in all.iter().enumerate() {
        let verdict = given.verdict(given.json(one).await.to_string().as_bytes()).await;
        assert_eq!(matches!(verdict.status, Status::Revoked(_)), place == 1, "{verdict:?}");
        assert_eq!(given.headline(one).await.contains("taken it back"), place == 1);
    }
    assert!(given.site.stranger().get(&all[1]).await.text("main").contains("The wrong thread"));
    given.site.do_jobs().await;
    assert!(given.headline(&all[1]).await.contains("taken it back"));
    assert_eq!(given.credentials().await.len(), 2);
    // A day later the list is another one, and still to be believed.
    given.site.pass_minutes(30 * 60);
    assert!(given.verdict(given.json(&all[0]).await.to_string().as_bytes()).await.is_sound());
}

#[tokio::test]
async fn who_declines_ends_the_credential_and_who_takes_it_after_all_gets_a_new_one() {
    let mut given = Given::new().await;
    let first = given.credentials().await.remove(0);
    let own = given.holder.get("/me/badges/").await.attributes("form[action^='/me/badges/']", "action").remove(0);
    given.holder.post(&own, &[("do", "decline")]).await;
    assert!(given.headline(&first).await.contains("taken it back"));
    given.site.do_jobs().await;
    given.holder.post(&own, &[("do", "accept")]).await;
    assert!(given.headline(&first).await.contains("taken it back"), "for good");
    given.site.do_jobs().await;
    let all = given.credentials().await;
    assert_eq!(all.len(), 2, "the history shows both");
    assert!(given.headline(&all[0]).await.contains("Nothing speaks against it"));
}

#[tokio::test]
async fn a_key_that_was_changed_stays_good_and_one_that_leaked_does_not() {
    let mut given = Given::new().await;
    let first = given.credentials().await.remove(0);
    let before = given.json(&first).await.to_string();
    assert_eq!(given.holder.get("/manage/credentials/").await.status, 403);
    let form = "/manage/credentials/keys/1";
    assert_eq!(given.holder.post(form, &[("do", "leaked")]).await.status, 403);
    assert_eq!(given.olga.post(form, &[("do", "sell")]).await.status, 400);
    assert_eq!(given.olga.post(form, &[("do", "change")]).await.status, 303);
    given.olga.post(form, &[("do", "change")]).await;
    given.site.do_jobs().await;
    assert!(given.verdict(before.as_bytes()).await.is_sound());
    given.site.pass_minutes(1);
    given.give("Under the second key.").await;
    let second = given.credentials().await.remove(0);
    let methods: Vec<String> = vec![
        given.json(&first).await["proof"]["verificationMethod"].as_str().unwrap().to_owned(),
        given.json(&second).await["proof"]["verificationMethod"].as_str().unwrap().to_owned(),
    ];
    assert_eq!(methods, ["did:web:lyceum.test#key-1", "did:web:lyceum.test#key-2"]);
    // The first one leaks.
    given.olga.post(form, &[("do", "leaked")]).await;
    assert!(!given.verdict(before.as_bytes()).await.is_sound());
    assert_ne!(given.verdict(before.as_bytes()).await.intact, Intact::Yes);
    given.site.do_jobs().await;
    assert!(given.verdict(given.json(&second).await.to_string().as_bytes()).await.is_sound());
    let all = given.credentials().await;
    assert_eq!(all.len(), 3);
    let anew = all.iter().find(|one| **one != first && **one != second).unwrap();
    assert!(given.verdict(given.json(anew).await.to_string().as_bytes()).await.is_sound());
    assert!(given.site.stranger().get(&first).await.text("main").contains("no longer safe"));
    given.olga.post("/manage/credentials/keys/2", &[("do", "leaked")]).await;
    given.site.do_jobs().await;
    let bell = given.holder.get("/me/notifications/").await;
    assert!(bell.text(".notices").contains("issued anew"), "{}", bell.text("main"));
    // Doing it again issues nothing more.
    let count = given.credentials().await.len();
    given.olga.post("/manage/credentials/keys/2", &[("do", "leaked")]).await;
    given.site.do_jobs().await;
    assert_eq!(given.credentials().await.len(), count);
    let keys = given.olga.get("/manage/credentials/").await;
    assert_eq!(keys.texts(".rows .what").len(), 3, "{}", keys.text("main"));
}

#[tokio::test]
async fn whoever_has_another_address_now_gets_the_credential_anew() {
    let mut given = Given::new().await;
    let first = given.credentials().await.remove(0);
    let page = given.holder.get("/me/badges/").await;
    assert_eq!(page.count("form[action$='/renew']"), 0);
    let email: Email = "bram@elsewhere.example".parse().unwrap();
    let id = given.bram.id;
    given.site.app.db.always(async |tx| members::set_email(tx, id, &email).await.map(drop)).await.unwrap();
    given.holder = given.site.signed_in(id).await;
    let form = given.holder.get("/me/badges/").await.attributes("form[action$='/renew']", "action").remove(0);
    // It is nobody else's to ask for.
    given.olga.post(&form, &[]).await;
    assert!(given.headline(&first).await.contains("Nothing speaks"));
    given.holder.post(&form, &[]).await;
    given.site.do_jobs().await;
    let all = given.credentials().await;
    assert_eq!(all.len(), 2);
    assert!(given.headline(&first).await.contains("taken it back"));
    assert!(given.site.stranger().get(&first).await.text("main").contains("asked for a new one"));
    assert!(is_about(&given.json(&all[0]).await, IdentityKind::Email, "bram@elsewhere.example"));
}

#[tokio::test]
async fn when_an_account_ends_its_credentials_say_nothing_here_and_stay_good_elsewhere() {
    let mut given = Given::new().await;
    let first = given.credentials().await.remove(0);
    let taken_home = given.json(&first).await.to_string();
    let bram = given.site.reload(given.bram.id).await;
    let by = members::by_handle(&mut given.site.app.db.read().await.unwrap(), "olga").await.unwrap().unwrap();
    member::remove(&given.site.app, &by, &bram, Words::Go).await.unwrap().unwrap();
    given.site.do_jobs().await;
    let page = given.site.stranger().get(&first).await;
    assert_eq!(page.status, 200);
    assert!(!page.body.contains("Careful reader") && page.text("main").contains("account has ended"), "{}", page.body);
    assert_eq!(given.site.stranger().get(&format!("{first}credential.json")).await.status, 404);
    assert!(given.verdict(taken_home.as_bytes()).await.is_sound());
}

#[tokio::test]
async fn the_verifier_says_what_it_cannot_say() {
    let mut given = Given::new().await;
    let mut stranger = given.site.stranger();
    let png = stranger.bytes(&given.holder.get("/me/badges/").await.attributes(".medals img", "src")[0]).await;
    let says = async |who: &mut Client, held_out: &[u8]| who.upload("/verify/", "file", "it", held_out).await;
    assert_eq!(says(&mut stranger, b"").await.status, 422);
    let cases: [(&[u8], &str); 6] = [
        (b"Hello", "no credential"),
        (b"{\"a\": 1}", "no credential"),
        (b"{\"a\": ", "damaged"),
        (&png, "no badge in this picture"),
        (b"eyJhbGciOiJub25lIn0.e30.", "proves nothing"),
        (b"http://127.0.0.1/assertion", "could not be fetched"),
    ];
    for (held_out, said) in cases {
        let page = says(&mut stranger, held_out).await;
        assert!(page.status == 200 && page.text(".notice.bad").contains(said), "{said}: {}", page.text("main"));
    }
    // In the name of this site, by a key that is somebody else's.
    let credential = given.credentials().await.remove(0);
    let mut json = given.json(&credential).await;
    json.as_object_mut().unwrap().remove("proof");
    let secret = Secret::new([3; 32]);
    let key = secret.public().multibase();
    let method = format!("did:key:{key}#{key}");
    let stolen = proof::sign(json, Suite::Rdfc, Signer { secret: &secret, method: &method }, moment(given.site.now()));
    let stolen = stolen.unwrap().to_string();
    let verdict = given.verdict(stolen.as_bytes()).await;
    assert!(verdict.intact == Intact::Yes && matches!(verdict.issuer, Issuer::NotShown { .. }));
    let page = says(&mut stranger, stolen.as_bytes()).await;
    let headline = page.text("#verdict ~ .notice");
    assert_eq!(headline.trim(), "Signature intact, but not shown to be from lyceum.test.");
}

#[tokio::test]
async fn nobody_has_the_verifier_work_without_end() {
    let site = Site::with_ordinary_limits().await;
    let mut stranger = site.stranger();
    let mut answers = vec![];
    for _ in 0..40 {
        answers.push(stranger.upload("/verify/", "file", "it", b"Hello").await.status.as_u16());
    }
    assert_eq!((answers[0], answers.last()), (200, Some(&429)));
}

#[tokio::test]
async fn a_site_without_a_name_issues_nothing_and_says_so() {
    let site = Site::under("http://[::1]:8080").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    assert_eq!(olga.get("/manage/credentials/").await.count(".notice.bad"), 1);
    assert_eq!(site.stranger().get("/.well-known/did.json").await.status, 404);
}
