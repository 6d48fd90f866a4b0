//! Completion and papers through their pages: what was issued is read, compared and verified as anybody else would.

use std::{fs, process::Command};

use jiff::tz::TimeZone;

use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, essay, put},
        testing::{Client, Reply, Site},
    },
    course::{
        assignments::{self, Assignment},
        courses::{self, Course},
        modules,
    },
    evidence::certificates,
    kit::{
        i18n::{Lang, Locale},
        local_time::Day,
    },
    links::notices,
    people::{
        leaving::Words,
        members::{self, Member, Role},
        pages::manage::member,
    },
    talk::{conversations, posts::Audience},
};

const RULE: [(&str, &str); 8] = [
    ("awarding", "automatic"),
    ("posts", ""),
    ("reviews", ""),
    ("hours", "36,5"),
    ("provider", "Learn, a small house"),
    ("address", "1 Harbour Street\nPorto"),
    ("signatory", "Ines Prado"),
    ("role", "Instructor"),
];

/// A course that certifies by itself, with one assignment, its instructor, and somebody who takes part.
pub struct Begun {
    /// The site.
    pub site: Site,
    course: Course,
    task: Assignment,
    teaches: Client,
    /// Who takes part.
    pub bram: Member,
    learns: Client,
}

impl Begun {
    /// With everything as usual.
    pub async fn new() -> Self {
        Self::of("bram", &[], Lang::En).await
    }

    async fn of(handle: &str, rule: &[(&str, &str)], lang: Lang) -> Self {
        let site = Site::new().await;
        let (ines, teaches) = site.member_as("ines", Role::Instructor).await;
        let outcomes = "Reads graphs of others\nDraws one";
        let about = courses::Draft { outcomes: outcomes.into(), lang, ..draft("Reading graphs") };
        let course = course(&site, &ines, "graphs", &about).await;
        let essay = assignments::Draft { reviews: 0, ..essay() };
        let id = site.app.db.change(async |tx| assignments::add(tx, &course, ines.id, &essay).await).await;
        let id = id.unwrap().unwrap();
        site.app.db.always(async |tx| assignments::open(tx, &course, id).await).await.unwrap();
        let mut conn = site.app.db.read().await.unwrap();
        let task = assignments::in_course(&mut conn, course.id, id).await.unwrap().unwrap();
        drop(conn);
        let (bram, learns) = site.member(handle).await;
        put(&site, &course, bram.id, Part::Member).await;
        let mut begun = Self { site, course, task, teaches, bram, learns };
        assert_eq!(begun.rule(rule).await.status, 303);
        begun
    }

    fn manage(&self) -> String {
        format!("{}completion/", self.course.manage_url())
    }

    fn own(&self) -> String {
        format!("{}completion/", self.course.url())
    }

    /// Sends a rule, looks at whom it concerns, and saves it.
    async fn rule(&mut self, more: &[(&str, &str)]) -> Reply {
        let looked = self.look(more).await;
        if looked.status != 200 {
            return looked;
        }
        let token = looked.attributes("[name=confirmed]", "value").remove(0);
        let seen = looked.attributes("[name=seen]", "value").remove(0);
        let mut fields = RULE.to_vec();
        fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
        fields.extend(more);
        fields.extend([("seen", &*seen), ("confirmed", &*token)]);
        self.teaches.post(&self.manage(), &fields).await
    }

    async fn look(&mut self, more: &[(&str, &str)]) -> Reply {
        let page = self.teaches.get(&self.manage()).await;
        let seen = page.attributes("[name=seen]", "value").remove(0);
        let mut fields = RULE.to_vec();
        fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
        fields.extend(more);
        fields.push(("seen", &*seen));
        self.teaches.post(&self.manage(), &fields).await
    }

    async fn hand_in(&mut self) {
        let post = self.site.post_for(&self.bram, "My week", Audience::Circle(self.course.id)).await;
        let form = [("post", &*post.to_string())];
        assert_eq!(self.learns.post(&format!("{}hand-in", self.task.url()), &form).await.status, 303);
    }

    /// Hands in, and lets the certificate come by itself; its address.
    pub async fn certified(&mut self) -> String {
        self.hand_in().await;
        certificates::issue_due(&self.site.app).await.unwrap();
        self.papers().await.remove(0)
    }

    /// The addresses of one's papers, the latest first.
    async fn papers(&mut self) -> Vec<String> {
        self.learns.get("/me/certificates/").await.attributes("main .what a", "href")
    }

    async fn pdf(&mut self, paper: &str) -> Vec<u8> {
        let kind =
            if self.learns.get(paper).await.body.contains("statement.pdf") { "statement" } else { "certificate" };
        self.learns.bytes(&format!("{paper}{kind}.pdf")).await.to_vec()
    }
}

/// The text of a paper as poppler takes it out; nothing where poppler is not.
fn text(name: &str, pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{name}.pdf"));
    fs::write(&path, pdf).unwrap();
    let out = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(&path).arg("-").output().ok()?;
    Some(String::from_utf8(out.stdout).unwrap())
}

/// What a stranger is told of a file.
async fn judged(site: &Site, at: &str, pdf: &[u8]) -> String {
    let reply = site.stranger().upload(at, "file", "certificate.pdf", pdf).await;
    assert_eq!(reply.status, 200);
    reply.text("#verdict")
}

#[tokio::test]
async fn what_is_missing_is_seen_and_whoever_did_all_gets_one_certificate_and_is_told_once() {
    let mut begun = Begun::of("bram", &[("posts", "0"), ("reviews", "0")], Lang::En).await;
    let page = begun.learns.get(&begun.own()).await;
    assert!(page.body.contains("One thing is missing") && page.text(".label.new").contains("Missing"));
    let early = begun.learns.post(&begun.own(), &[("do", "certificate")]).await;
    assert_eq!((early.status.as_u16(), begun.papers().await.len()), (303, 0), "nothing is issued before");
    begun.hand_in().await;
    let page = begun.learns.get(&begun.own()).await;
    assert!(page.body.contains("You have done everything"));
    let (one, two) = (begun.own(), begun.own());
    let mut other = begun.learns.clone();
    let (first, second) =
        tokio::join!(begun.learns.post(&one, &[("do", "certificate")]), other.post(&two, &[("do", "certificate")]),);
    assert!(first.status == 303 && second.status == 303);
    certificates::issue_due(&begun.site.app).await.unwrap();
    certificates::issue_due(&begun.site.app).await.unwrap();
    let list = notices::list(&mut begun.site.app.db.read().await.unwrap(), begun.bram.id, i64::MAX, 20).await.unwrap();
    assert_eq!(list.iter().filter(|notice| notice.kind() == notices::Kind::Certified).count(), 1);
    assert_eq!(begun.papers().await.len(), 1);
    assert_eq!(notices::unseen(&mut begun.site.app.db.read().await.unwrap(), begun.bram.id).await.unwrap(), 0);
}

#[tokio::test]
async fn a_certificate_says_what_bodies_ask_and_its_file_is_told_from_a_changed_one() {
    let mut begun = Begun::new().await;
    let paper = begun.certified().await;
    let page = begun.site.stranger().get(&paper).await;
    for said in
        ["Bram", "Reading graphs", "36 h 30 min", "Learn, a small house", "Harbour Street", "Ines Prado, Instructor"]
    {
        assert!(page.text(".answers").contains(said), "{said}: {}", page.text(".answers"));
    }
    assert!(page.text(".answers").contains("Finished on") && page.text(".answers").contains("Issued on"));
    assert_eq!(page.count("[href$='.pdf']"), 0, "whoever has the code alone has no file");
    assert_eq!(begun.site.stranger().get(&format!("{paper}certificate.pdf")).await.status, 404);
    let pdf = begun.pdf(&paper).await;
    assert!(pdf.starts_with(b"%PDF"));
    assert!(judged(&begun.site, &paper, &pdf).await.contains("genuine and unchanged"));
    assert!(judged(&begun.site, "/certificates/", &pdf).await.contains("genuine and unchanged"));
    let mut changed = pdf.clone();
    let at = changed.len() / 2;
    changed[at] ^= 1;
    assert!(judged(&begun.site, &paper, &changed).await.contains("was changed"));
    changed = pdf.clone();
    changed.extend(b"\n% saved anew");
    assert!(judged(&begun.site, "/certificates/", &changed).await.contains("was changed"));
    assert!(judged(&begun.site, &paper, b"%PDF-1.7 something else").await.contains("not one that was issued here"));
    let Some(text) = text("contents", &pdf) else { return };
    let code = paper.trim_end_matches('/').rsplit('/').next().unwrap();
    for said in ["Certificate of completion", "Bram", "Reading graphs", "36 h 30 min", "Reads graphs of others", code] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains("Learn, a small house") && text.contains("1 Harbour Street") && text.contains("Ines Prado"));
    assert!(!text.contains("Approv"), "nothing is said of a body that said nothing");
}

#[tokio::test]
async fn a_code_is_typed_as_it_was_read_and_leads_to_its_page() {
    let mut begun = Begun::new().await;
    let paper = begun.certified().await;
    let code = paper.trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    let mut stranger = begun.site.stranger();
    let typed = code.to_uppercase().replace('-', " ").replace('0', "o");
    let found = stranger.upload("/certificates/", "code", "", typed.as_bytes()).await;
    assert_eq!(found.location().as_deref(), Some(&*paper));
    for wrong in ["abc", "0000-0000-0000-0000-0000", ""] {
        assert_eq!(stranger.upload("/certificates/", "code", "", wrong.as_bytes()).await.status, 422, "{wrong}");
    }
    assert_eq!(
        stranger.get(&paper.to_uppercase().replace("/CERTIFICATES/", "/certificates/")).await.location().as_deref(),
        Some(&*paper)
    );
}

#[tokio::test]
async fn names_are_printed_letter_for_letter_and_what_cannot_be_is_named() {
    let mut begun = Begun::of("bram", &[("awarding", "signed")], Lang::En).await;
    begun.hand_in().await;
    for name in ["Siân Ŵyn", "Ėglė Žukauskaitė", "Łukasz Źródłowski", "Đặng Thị Hồng", "Ζωή", "Љубица"]
    {
        let called = begun.learns.post("/me/certificates/", &[("name", name)]).await;
        assert_eq!(called.status, 303, "{name}");
        let sign = [("who", &*begun.bram.id.to_string())];
        assert_eq!(begun.teaches.post(&format!("{}sign", begun.manage()), &sign).await.status, 303);
        let paper = begun.papers().await.remove(0);
        assert!(begun.site.stranger().get(&paper).await.text(".answers").contains(name));
        let pdf = begun.pdf(&paper).await;
        if let Some(text) = text(&format!("name-{}", name.len()), &pdf) {
            assert!(text.lines().any(|line| line.trim() == name), "{name}: {text}");
        }
        // Another one only once this one is revoked.
        assert_eq!(begun.teaches.post(&format!("{}sign", begun.manage()), &sign).await.status, 303);
        assert_eq!(begun.papers().await[0], paper);
        let one = begun.teaches.get(&begun.manage()).await.attributes("#issued ~ .rows a", "href").remove(0);
        assert_eq!(begun.teaches.post(&one, &[("why", "Another name")]).await.status, 303);
    }
    let refused = begun.learns.post("/me/certificates/", &[("name", "王小明")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("“王”") && refused.attributes("#o-name", "value") == ["王小明"]);
    // A name that was there before there was this page is named to whoever signs, and nothing is issued.
    let name = "王小明".parse().unwrap();
    let bram = begun.bram.id;
    begun.site.app.db.always(async |tx| certificates::call(tx, bram, Some(&name)).await).await.unwrap();
    let count = begun.papers().await.len();
    let page = begun.teaches.post(&format!("{}sign", begun.manage()), &[("who", "all")]).await;
    assert_eq!(page.status, 422);
    assert!(page.text(".notice.bad").contains("“王”"));
    assert_eq!(begun.papers().await.len(), count);
    assert!(begun.learns.get(&begun.own()).await.text(".notice.bad").contains("“王”"));
}

#[tokio::test]
async fn what_was_issued_stays_when_the_course_changes_and_a_change_says_whom_it_concerns() {
    let mut begun = Begun::new().await;
    let paper = begun.certified().await;
    let pdf = begun.pdf(&paper).await;
    let (late, mut lates) = begun.site.member("late").await;
    put(&begun.site, &begun.course, late.id, Part::Member).await;
    let stricter = begun.look(&[("posts", "3"), ("hours", "80")]).await;
    let whom = stricter.text("#concerned");
    assert!(whom.contains("one person") && whom.contains("nobody else"), "{whom}");
    assert_eq!(begun.rule(&[("posts", "3"), ("hours", "80")]).await.status, 303);
    let about = courses::Draft { title: "Reading maps".into(), ..courses::Draft::of(&begun.course) };
    let (course, seen) = (begun.course.clone(), begun.course.edited_at);
    begun.site.app.db.change(async |tx| courses::edit(tx, &course, seen, &about).await).await.unwrap().unwrap();
    certificates::issue_due(&begun.site.app).await.unwrap();
    let page = begun.site.stranger().get(&paper).await.text("main");
    assert!(
        page.contains("Reading graphs") && page.contains("36 h 30 min") && !page.contains("Reading maps"),
        "{page}"
    );
    assert!(begun.pdf(&paper).await == pdf);
    assert_eq!(begun.papers().await.len(), 1);
    // The new rule binds those to come.
    let own = lates.get(&begun.own()).await;
    assert!(own.body.contains("Write a post in each of 3 modules"));
    // Whoever would have finished under another rule is named before it is saved.
    let post = begun.site.post_for(&late, "Mine", Audience::Circle(begun.course.id)).await;
    lates.post(&format!("{}hand-in", begun.task.url()), &[("post", &*post.to_string())]).await;
    let looser = begun.look(&[("posts", "0")]).await.text("#concerned");
    assert!(looser.contains("One person will have done everything: Late"), "{looser}");
    certificates::issue_due(&begun.site.app).await.unwrap();
    assert_eq!(
        lates.get("/me/certificates/").await.count("main .what"),
        0,
        "what was only looked at counts for nothing"
    );
}

#[tokio::test]
async fn an_assignment_that_is_needed_no_longer_finishes_nobody_before_somebody_looked_whom_it_concerns() {
    let mut begun = Begun::of("bram", &[("posts", "0")], Lang::En).await;
    let late = assignments::Draft { title: "A second one".into(), reviews: 0, ..essay() };
    let (course, by) = (begun.course.clone(), begun.bram.id);
    let id =
        begun.site.app.db.change(async |tx| assignments::add(tx, &course, by, &late).await).await.unwrap().unwrap();
    begun.site.app.db.always(async |tx| assignments::open(tx, &course, id).await).await.unwrap();
    assert_eq!(begun.rule(&[("posts", "0")]).await.status, 303);
    begun.hand_in().await;
    let found = assignments::in_course(&mut begun.site.app.db.read().await.unwrap(), course.id, id).await;
    let (second, seen) = found.unwrap().map(|it| (it.clone(), it.edited_at)).unwrap();
    let optional = assignments::Draft { needed: false, ..late };
    let edit = begun.site.app.db.change(async |tx| assignments::edit(tx, &course, &second, seen, &optional).await);
    edit.await.unwrap().unwrap();
    certificates::issue_due(&begun.site.app).await.unwrap();
    assert_eq!(begun.papers().await.len(), 0);
    let page = begun.teaches.get(&begun.manage()).await;
    assert!(page.text("#rule ~ .notice").contains("A second one"));
    assert!(begun.look(&[]).await.text("#concerned").contains("One person will have done everything: Bram"));
    assert_eq!(begun.rule(&[]).await.status, 303);
    certificates::issue_due(&begun.site.app).await.unwrap();
    assert_eq!(begun.papers().await.len(), 1);
}

#[tokio::test]
async fn two_who_change_a_rule_at_once_are_told_and_what_is_wrong_comes_back() {
    let mut begun = Begun::new().await;
    let first = begun.look(&[("posts", "1")]).await;
    let token = first.attributes("[name=confirmed]", "value").remove(0);
    let seen = first.attributes("[name=seen]", "value").remove(0);
    begun.site.pass_minutes(1);
    assert_eq!(begun.rule(&[("posts", "2")]).await.status, 303);
    let mut fields = RULE.to_vec();
    fields.retain(|(name, _)| *name != "posts");
    fields.extend([("posts", "1"), ("seen", &*seen), ("confirmed", &*token)]);
    let late = begun.teaches.post(&begun.manage(), &fields).await;
    assert_eq!(late.status, 422);
    assert!(late.body.contains("Somebody changed this meanwhile") && late.attributes("#r-posts", "value") == ["1"]);
    let bare = begun.look(&[("signatory", " "), ("posts", "many"), ("approval", "Body 1")]).await;
    assert_eq!(bare.status, 422);
    assert_eq!(bare.attributes("#r-posts", "value"), ["many"]);
    // The line of a body is an organiser's alone.
    begun.rule(&[("approval", "Approved by Body 1")]).await;
    let paper = begun.certified().await;
    assert!(!begun.site.stranger().get(&paper).await.body.contains("Body 1"));
}

#[tokio::test]
async fn a_statement_is_for_whoever_stops_and_is_never_called_a_certificate() {
    let mut begun = Begun::of("bram", &[], Lang::En).await;
    let early = begun.learns.post(&begun.own(), &[("do", "statement")]).await;
    assert_eq!(early.status, 422, "while they take part and the course goes on");
    begun.site.post_for(&begun.bram, "A thought", Audience::Circle(begun.course.id)).await;
    assert_eq!(begun.learns.post(&format!("{}leave", begun.course.url()), &[]).await.status, 303);
    let made = begun.learns.post(&begun.own(), &[("do", "statement")]).await;
    let paper = made.location().unwrap();
    assert!(paper.starts_with("/certificates/"), "{paper}");
    let again = begun.learns.post(&begun.own(), &[("do", "statement")]).await;
    assert_eq!(again.location().as_deref(), Some(&*paper), "pressing twice makes one");
    let page = begun.site.stranger().get(&paper).await;
    assert_eq!(page.text("main .meta"), "Statement of participation");
    assert!(page.text(".answers").contains("Took part") && page.text(".answers").contains("36 h 30 min"));
    assert!(!page.text(".answers").to_lowercase().contains("certificate"), "{}", page.text(".answers"));
    let pdf = begun.pdf(&paper).await;
    assert!(judged(&begun.site, &paper, &pdf).await.contains("genuine"));
    let Some(text) = text("statement", &pdf) else { return };
    assert!(text.contains("Statement of participation") && text.contains("Outcomes the course works towards"));
    let said = text.replace("/certificates/", "").to_lowercase();
    assert!(!said.contains("certificate") && !said.contains("own log"), "{text}");
}

#[tokio::test]
async fn a_statement_says_what_one_did_and_ones_own_hours_only_if_one_wants() {
    let mut begun = Begun::new().await;
    let shown = [("outcome-0", &*begun.task.id.to_string()), ("approval", "")].map(|(name, id)| (name, id.to_owned()));
    let shown: Vec<(&str, &str)> = shown.iter().map(|(name, id)| (*name, id.as_str())).collect();
    assert_eq!(begun.rule(&[&shown[..], &[("posts", "2")]].concat()).await.status, 303);
    let week = modules::Draft::named(modules::Kind::Module, "Week one", None, None);
    let (course, by, to) = (begun.course.clone(), begun.bram.id, Audience::Circle(begun.course.id));
    let opened = begun.site.app.db.always(async |tx| {
        let id = modules::add(tx, &course, by, &week).await?.unwrap();
        modules::open(tx, &course, id).await?;
        Ok(id)
    });
    let module = opened.await.unwrap();
    let post = begun.site.post_for(&begun.bram, "What the axis hides", to).await;
    let assign = begun
        .site
        .app
        .db
        .always(async |tx| conversations::assign(tx, post.into(), Some(course.id), Some(module)).await);
    assign.await.unwrap();
    begun.hand_in().await;
    for (title, kind, minutes) in [("The live session", "event", "75"), ("Reading", "read", "30")] {
        let entry = [
            ("title", title),
            ("kind", kind),
            ("minutes", minutes),
            ("day", "2026-09-02"),
            ("subject", &*module.to_string()),
        ];
        assert_eq!(begun.learns.post("/me/log/new", &entry).await.status, 303);
    }
    assert_eq!(begun.learns.post(&format!("{}leave", begun.course.url()), &[]).await.status, 303);
    let mut papers = vec![];
    for hours in ["", "1"] {
        let made = begun.learns.post(&begun.own(), &[("do", "statement"), ("hours", hours)]).await.location().unwrap();
        papers.push(begun.site.stranger().get(&made).await.text(".answers"));
        let pdf = begun.pdf(&made).await;
        assert!(judged(&begun.site, &made, &pdf).await.contains("genuine"));
    }
    for said in
        ["1 assignment handed in", "Outcomes shown so farReads graphs of others", "course works towardsDraws one"]
    {
        assert!(papers.iter().all(|paper| paper.contains(said)), "{said}: {}", papers[0]);
    }
    assert!(papers[0].contains("1 post") && papers[0].contains("Hand in “Your week”"), "{}", papers[0]);
    assert!(!papers[0].contains("own log") && !papers[0].contains("live session"), "{}", papers[0]);
    assert!(papers[1].contains("1 h 45 min") && papers[1].contains("1 live session"), "{}", papers[1]);
}

#[tokio::test]
async fn a_paper_is_revoked_with_a_reason_and_its_credential_with_it() {
    let mut begun = Begun::new().await;
    let paper = begun.certified().await;
    begun.site.do_jobs().await;
    let own = begun.learns.get("/me/certificates/").await;
    let credential = own.attributes("main a[href^='/credentials/']", "href").remove(0);
    let json =
        String::from_utf8(begun.site.stranger().bytes(&format!("{credential}credential.json")).await.to_vec()).unwrap();
    assert!(
        json.contains("CertificateOfCompletion") && json.contains(&paper) && json.contains("Reading graphs"),
        "{json}"
    );
    let one = begun.teaches.get(&begun.manage()).await.attributes("#issued ~ .rows a", "href").remove(0);
    assert_eq!(begun.learns.get(&one).await.status, 404);
    assert_eq!(begun.teaches.post(&one, &[("why", " ")]).await.status, 422);
    assert_eq!(begun.teaches.post(&one, &[("why", "It was somebody else")]).await.status, 303);
    let page = begun.site.stranger().get(&paper).await;
    assert!(page.text(".notice.bad").contains("It was somebody else"));
    let pdf = begun.pdf(&paper).await;
    assert!(judged(&begun.site, &paper, &pdf).await.contains("genuine"), "what was issued was issued");
    assert!(begun.site.stranger().get(&credential).await.body.contains("It was somebody else"));
    certificates::issue_due(&begun.site.app).await.unwrap();
    assert_eq!(begun.papers().await.len(), 1, "no other comes by itself");
    begun.teaches.post(&format!("{}sign", begun.manage()), &[("who", "all")]).await;
    assert_eq!(begun.papers().await.len(), 2);
}

#[tokio::test]
async fn nobody_signs_their_own_certificate() {
    let mut begun = Begun::of("bram", &[("awarding", "signed")], Lang::En).await;
    begun.hand_in().await;
    let bram = begun.bram.id;
    let (_, mut olga) = begun.site.member_as("olga", Role::Organiser).await;
    let olgas = members::by_handle(&mut begun.site.app.db.read().await.unwrap(), "olga").await.unwrap().unwrap();
    put(&begun.site, &begun.course, olgas.id, Part::Member).await;
    let sign = format!("{}sign", begun.manage());
    assert_eq!(olga.post(&sign, &[("who", &*olgas.id.to_string())]).await.status, 400);
    assert_eq!(olga.post(&sign, &[("who", "all")]).await.status, 303);
    assert_eq!((begun.papers().await.len(), bram != olgas.id), (1, true));
}

#[tokio::test]
async fn what_a_course_certifies_is_no_badge_that_somebody_edits_or_gives() {
    let mut begun = Begun::new().await;
    begun.certified().await;
    let badge = begun.learns.get("/me/badges/").await.attributes(".what a", "href").remove(0);
    assert_eq!(begun.site.stranger().get(&badge).await.status, 200);
    assert_eq!(begun.teaches.get(&badge).await.count("form[action$='award']"), 0);
    assert_eq!(begun.teaches.get(&format!("{badge}edit")).await.status, 404);
    assert_eq!(begun.teaches.post(&format!("{badge}award"), &[("who", "ines")]).await.status, 404);
    assert_eq!(begun.teaches.get("/badges/").await.count(".medals li"), 0);
}

#[tokio::test]
async fn a_holder_says_whether_the_page_names_them_and_is_forgotten_with_their_account() {
    let mut begun = Begun::new().await;
    let paper = begun.certified().await;
    let pdf = begun.pdf(&paper).await;
    let form =
        begun.learns.get("/me/certificates/").await.attributes("form[action^='/me/certificates/']", "action").remove(0);
    begun.learns.post(&form, &[("do", "hide")]).await;
    assert!(!begun.site.stranger().get(&paper).await.text(".answers").contains("Bram"));
    begun.learns.post(&form, &[("do", "show")]).await;
    assert!(begun.site.stranger().get(&paper).await.text(".answers").contains("Bram"));
    let (_, mut other) = begun.site.member("other").await;
    other.post(&form, &[("do", "hide")]).await;
    assert!(begun.site.stranger().get(&paper).await.text(".answers").contains("Bram"), "it is not theirs to hide");
    let olga = begun.site.member_as("olga", Role::Organiser).await.0;
    let bram = members::by_id(&mut begun.site.app.db.read().await.unwrap(), begun.bram.id).await.unwrap().unwrap();
    member::remove(&begun.site.app, &olga, &bram, Words::Keep).await.unwrap().unwrap();
    let page = begun.site.stranger().get(&paper).await;
    assert!(page.status == 200 && !page.body.contains("Bram"));
    assert!(judged(&begun.site, &paper, &pdf).await.contains("genuine"), "whoever holds it can still learn that");
}

#[tokio::test]
async fn papers_are_written_in_the_language_of_the_course() {
    for (lang, title) in [(Lang::De, "Abschlusszertifikat"), (Lang::Es, "Certificado de finalización")] {
        let mut begun = Begun::of("bram", &[], lang).await;
        let paper = begun.certified().await;
        let pdf = begun.pdf(&paper).await;
        if let Some(text) = text(lang.tag(), &pdf) {
            assert!(text.contains(title), "{text}");
        }
    }
}

#[tokio::test]
async fn the_days_on_a_paper_are_those_of_the_courses_calendar() {
    let mut begun = Begun::new().await;
    // An hour before midnight in UTC: in Berlin it is the next day.
    let minute = begun.site.now().0 / 60_000 % (24 * 60);
    begun.site.pass_minutes((23 * 60 - minute).rem_euclid(24 * 60));
    let (here, utc) = (Day::of(begun.site.now(), &begun.course.zone()), Day::of(begun.site.now(), &TimeZone::UTC));
    assert_eq!(here.days_after(utc), 1);
    let paper = begun.certified().await;
    let said = Locale::new(Lang::En, TimeZone::UTC).calendar_day(here.0.year(), here.0.month(), here.0.day());
    let page = begun.site.stranger().get(&paper).await.text(".answers");
    assert_eq!(page.matches(&said).count(), 2, "finished and issued: {page}");
}

#[tokio::test]
async fn long_names_and_titles_are_printed_whole() {
    let mut begun = Begun::of("bram", &[], Lang::En).await;
    let title = "On the care of catalogues that nobody asked for ".repeat(3);
    let name = "Maria-Magdalena Wojciechowska-Hernández y Fernández de Córdoba";
    let about = courses::Draft { title: title.trim().into(), ..courses::Draft::of(&begun.course) };
    let (course, seen) = (begun.course.clone(), begun.course.edited_at);
    begun.site.app.db.change(async |tx| courses::edit(tx, &course, seen, &about).await).await.unwrap().unwrap();
    assert_eq!(begun.learns.post("/me/certificates/", &[("name", name)]).await.status, 303);
    let paper = begun.certified().await;
    let pdf = begun.pdf(&paper).await;
    let Some(text) = text("long", &pdf) else { return };
    // Lines break where they must, also within a name.
    let tight = |text: &str| text.split_whitespace().collect::<String>();
    assert!(tight(&text).contains(&tight(&title)) && tight(&text).contains(&tight(name)), "{text}");
}
