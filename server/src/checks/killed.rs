//! A server that is killed in the midst of writing digests, again and again: nobody is left out, and nobody is told twice.
//!
//! The server is this program once more, with one test to run. It dies by SIGKILL, so nothing of it can tidy up. As many
//! times as `LYCEUM_TEST_KILLS` says, or six.

use std::{
    collections::BTreeMap,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use super::testing::Site;
use crate::{
    audiences::Audience,
    events::Lane,
    ids::Clock,
    kit::{
        app::App,
        config::{Given, MailDelivery},
        db::Location,
        i18n::Lang,
        web::limits::Limits,
    },
    links::{
        announcements::{self, Draft, Later},
        emails,
        mailing::{self, Choice, Mode},
    },
    people::members::{self, Joiner, Role},
    worker,
};

/// So many members for each time it is killed.
const MEMBERS: usize = 12;
/// Carries what the killed server needs from the test to it: where, when, and whether it is to come to an end.
const TOLD: &str = "LYCEUM_TEST_KILLED";

/// A mail server that takes everything. After so many e-mails it says nothing more of those that it took, so that answers
/// get lost.
#[derive(Default)]
struct Receiver {
    /// The numbers of the e-mails that came to each address.
    came: Mutex<BTreeMap<String, Vec<String>>>,
    /// How many came, also twice.
    count: AtomicUsize,
    /// Of so many it says that they came.
    patience: AtomicUsize,
}

impl Receiver {
    async fn begin(self: Arc<Self>) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // Whoever is killed says no goodbye.
                tokio::spawn(self.clone().take(stream));
            }
        });
        port
    }

    async fn take(self: Arc<Self>, stream: TcpStream) -> Option<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 ready\r\n").await.ok()?;
        let (mut to, mut number, mut in_mail) = (String::new(), String::new(), false);
        while let Some(line) = lines.next_line().await.ok()? {
            if in_mail && line == "." {
                in_mail = false;
                self.came.lock().unwrap().entry(to.clone()).or_default().push(number.clone());
                let count = self.count.fetch_add(1, Ordering::Relaxed);
                while count >= self.patience.load(Ordering::Relaxed) {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                write.write_all(b"250 taken\r\n").await.ok()?;
            } else if in_mail {
                if let Some(id) = line.strip_prefix("Message-ID: ") {
                    id.clone_into(&mut number);
                }
            } else {
                if let Some(address) = line.strip_prefix("RCPT TO:") {
                    address.clone_into(&mut to);
                }
                in_mail = line == "DATA";
                write.write_all(if in_mail { b"354 go on\r\n" } else { b"250 yes\r\n" }).await.ok()?;
            }
        }
        None
    }

    fn count(&self) -> usize {
        self.count.load(Ordering::Relaxed)
    }
}

/// Everybody wants a daily digest, and there is something to tell.
async fn told_tomorrow(site: &Site, members: usize) {
    let (organiser, _) = site.member_as("olga", Role::Organiser).await;
    site.app
        .db
        .always(async |tx| {
            for number in 0..members {
                let joiner = Joiner {
                    handle: format!("m{number}").parse().unwrap(),
                    name: format!("Member {number}").parse().unwrap(),
                    email: format!("m{number}@example.org").parse().unwrap(),
                    password: None,
                    role: Role::Participant,
                    language: None,
                };
                let member = members::add(tx, &joiner).await?.unwrap();
                members::confirm(tx, member).await?;
                let (quiet_from, quiet_until) = (0, 0);
                let daily = Choice {
                    mode: Mode::Daily,
                    weekday: 1,
                    hour: 7,
                    most: 5,
                    quiet_from,
                    quiet_until,
                    paused_until: None,
                };
                mailing::choose(tx, member, &daily).await?;
            }
            let draft = Draft {
                title: "The timetable".into(),
                source: "We begin at *ten*.".into(),
                lang: Lang::En,
                begins_at: None,
                ends_at: None,
                later: Later::See,
            };
            let id = announcements::write(tx, Audience::Community, organiser.id, &draft).await?;
            announcements::publish(tx, id).await.map(drop)
        })
        .await
        .unwrap();
    site.do_jobs().await;
    while emails::round(&site.app).await.unwrap() {}
}

/// The server, at this moment of the test's clock; one that is to come to an end does so when nothing is left to do.
fn server(site: &Site, port: u16, now: i64, ends: bool) -> Child {
    let database = match &site.app.settings.database {
        Location::File(_) => String::new(),
        Location::Postgres(url) => url.clone(),
    };
    let data = site.app.settings.data.display();
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "checks::killed::the_server_that_is_killed", "--ignored", "--quiet"])
        .env(TOLD, format!("{data}\n{database}\n{port}\n{now}\n{ends}"))
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "another test runs it, and kills it"]
async fn the_server_that_is_killed() {
    let Ok(told) = std::env::var(TOLD) else { return };
    let told: Vec<&str> = told.split('\n').collect();
    let given = Given {
        data: Some(told[0].into()),
        database: Some(told[1].to_owned()).filter(|url| !url.is_empty()),
        base_url: Some("http://lyceum.test".into()),
        mail_smtp: Some(format!("smtp://127.0.0.1:{}", told[2])),
        mail_rate: Some("0".into()),
        node: told[1].is_empty().then(|| "9".into()),
        ..Given::default()
    };
    let settings = given.check().unwrap();
    assert!(matches!(settings.mail, MailDelivery::Smtp(_)));
    let clock = Clock::Set(Arc::new(AtomicI64::new(told[3].parse().unwrap())));
    let app = App::start(settings, clock, Limits::generous()).await.unwrap();
    if told[4] == "false" {
        tokio::spawn(worker::run(app.clone()));
        emails::run(app).await;
        return;
    }
    while emails::round(&app).await.unwrap() {}
    while worker::one(&app, Lane::Later).await.unwrap() {}
    app.db.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_in_the_midst_of_digests_a_server_leaves_nobody_out_and_tells_nobody_twice() {
    let kills = std::env::var("LYCEUM_TEST_KILLS").map_or(6, |kills| kills.parse().unwrap());
    let members = MEMBERS * kills;
    let site = Site::new().await;
    told_tomorrow(&site, members).await;
    let receiver = Arc::new(Receiver::default());
    let port = receiver.clone().begin().await;
    let tomorrow = site.now().plus_days(1).0;
    site.app.db.close().await.unwrap();
    for kill in 0..kills {
        // What the last one had taken on is somebody else's when its lease has ended.
        let now = tomorrow + i64::try_from(kill).unwrap() * 600_000;
        let mut server = server(&site, port, now, false);
        let enough = receiver.count() + 1 + rand::random_range(0..MEMBERS / 3);
        receiver.patience.store(enough - 1, Ordering::Relaxed);
        while receiver.count() < enough {
            assert!(server.try_wait().unwrap().is_none(), "it ended by itself");
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        server.kill().unwrap();
        server.wait().unwrap();
    }
    assert!(receiver.came.lock().unwrap().len() < members, "it was killed in the midst, and not at the end");
    let end = tomorrow + i64::try_from(kills).unwrap() * 600_000;
    receiver.patience.store(usize::MAX, Ordering::Relaxed);
    let mut last = server(&site, port, end, true);
    let ended = tokio::task::spawn_blocking(move || last.wait().unwrap()).await.unwrap();
    assert!(ended.success());
    let came = receiver.came.lock().unwrap();
    assert_eq!(came.len(), members, "somebody was left out");
    let different = came.values().filter(|numbers| numbers.iter().any(|number| *number != numbers[0])).count();
    assert_eq!(different, 0, "somebody got two different e-mails");
    // Of each kill, only what lay between the mail server's answer and the end may have gone once more.
    let again: usize = came.values().map(|numbers| numbers.len() - 1).sum();
    assert!(again <= 4 * kills, "{again} went twice, for {kills} kills");
}
