//! `lyceum doctor`: looks at everything an operator would, and says what is wrong and what to do.

mod dns;
mod mail;
mod records;
mod remedy;
mod store;
#[cfg(test)]
mod tests;

use std::{ffi::OsStr, fmt, net::IpAddr};

use crate::{
    kit::{
        app::App,
        db::{Conn, queue},
    },
    links::{
        answers, devices,
        returns::{self, Kind},
        search,
    },
    people::{community, members},
    tools::backup,
};

/// What else to do.
#[derive(clap::Args)]
pub struct Options {
    /// Send a test e-mail to this address, and say what was answered
    #[arg(long, value_name = "ADDRESS")]
    send_test: Option<members::Email>,
}

/// What was checked.
#[derive(Debug, Default)]
pub struct Findings {
    /// Checks that passed.
    pub well: Vec<String>,
    /// Checks that failed, with the remedy.
    pub ill: Vec<String>,
    /// What cannot be checked from here, and how to look.
    pub look: Vec<String>,
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (word, lines) in [("ok  ", &self.well), ("look", &self.look), ("FAIL", &self.ill)] {
            for line in lines {
                writeln!(f, "  {word}  {}", line.replace('\n', "\n        "))?;
            }
        }
        Ok(())
    }
}

impl Findings {
    fn note(&mut self, holds: bool, well: impl Into<String>, ill: impl Into<String>) {
        if holds { self.well.push(well.into()) } else { self.ill.push(ill.into()) }
    }
}

/// Looks at everything, and sends a test e-mail if one is wanted. Programs that are asked are looked for in these folders, a
/// list as `PATH` is.
pub async fn run(app: &App, options: &Options, path: &OsStr) -> anyhow::Result<Findings> {
    let mut found = examine_with(app, dns::Resolver::on(path).as_ref()).await?;
    if let Some(address) = &options.send_test {
        mail::send_test(app, address.as_str(), &mut found).await?;
    }
    Ok(found)
}

/// Looks at everything that can be looked at without asking a program.
#[cfg(test)]
pub async fn examine(app: &App) -> anyhow::Result<Findings> {
    examine_with(app, None).await
}

/// Looks at the database, the files, the mail and the settings.
async fn examine_with(app: &App, resolver: Option<&dns::Resolver>) -> anyhow::Result<Findings> {
    let mut found = Findings::default();
    let mut conn = app.db.read().await?;
    let damage = store::damage(&mut conn).await?;
    found.note(
        damage.is_empty(),
        format!("The {} database is sound and its migrations have run.", app.db.kind()),
        format!("The database is damaged ({}). Stop the server and restore a backup.", damage.join("; ")),
    );
    let miscounted = store::miscounted(&mut conn).await?;
    found.note(
        miscounted == 0,
        "The comment count of every conversation is right.",
        format!("The comment count of {miscounted} conversations is wrong. Please report this."),
    );
    let out_of_sight = store::out_of_sight(&mut conn).await?;
    found.note(
        out_of_sight == 0,
        "Every visible reply has a visible parent.",
        format!("{out_of_sight} visible replies have a parent that is not shown. Please report this."),
    );
    handed_in(app, &mut conn, &mut found).await?;
    let (waiting, given_up) = queue::standing(&mut conn).await?;
    found.note(
        given_up == 0,
        format!("{waiting} background jobs are queued; none has failed for good."),
        format!("{given_up} background jobs have failed for good; the logs say why. If they were e-mails, check `mail_smtp`."),
    );
    found.note(
        members::has_organiser(&mut conn).await?,
        "The community has an organiser.",
        "The community has no organiser. Start the server and open the address it prints, or use `lyceum member add --role organiser`.",
    );
    let building = search::building(&mut conn).await?;
    found.well.push(match &building {
        Some(build) => format!(
            "The index for searching is being made: {} of {} texts, people and groups have been looked at. It goes on while the server runs.",
            build.done,
            build.total.max(build.done)
        ),
        None => "Everything is found by searching.".into(),
    });
    backups(app, &mut conn, &mut found).await?;
    let served = community::served_at(&mut conn).await?;
    drop(conn);
    files(app, &mut found).await;
    address(app, served.as_deref(), &mut found);
    mail::way(app, &mut found).await;
    mail::records(app, resolver, &mut found).await?;
    returned(app, &mut found).await?;
    answers_by_email(app, &mut found).await?;
    pushed(app, &mut found).await?;
    Ok(found)
}

/// What is let go on time is late when so many minutes have passed.
const LATE_MINUTES: i64 = 60;

/// What was handed in for assignments, and the reviews of it.
async fn handed_in(app: &App, conn: &mut Conn, found: &mut Findings) -> anyhow::Result<()> {
    let miscounted = store::miscounted_reviews(conn).await?;
    found.note(
        miscounted == 0,
        "Every piece of work that was handed in knows its reviews.",
        format!("{miscounted} pieces of work count other reviews than they have. Please report this."),
    );
    let overdue = store::overdue_reviews(conn, app.now().plus_minutes(-LATE_MINUTES)).await?;
    found.note(
        overdue == 0,
        "No review waits for longer than it may.",
        format!("{overdue} reviews or assignments wait for their time to be noticed. Is the server running?"),
    );
    let looks = [
        (
            store::unreadable_work(conn).await?,
            "pieces of work have no post that those who look after the course can read: it was deleted, or is for fewer \
             people now. Their writers can hand in something else; the list of what was handed in shows which they are.",
        ),
        (
            store::orphaned_reviews(conn).await?,
            "reviews were begun by guides who are not in the course any more. Somebody else who looks after it can review \
             the same work.",
        ),
        (
            store::idle_extensions(conn).await?,
            "people have more time for an assignment of a course that they are not in. It counts again if they come back.",
        ),
    ];
    for (count, what) in looks {
        if count > 0 {
            found.look.push(format!("{count} {what}"));
        }
    }
    Ok(())
}

/// How old the last backup is that was found whole.
async fn backups(app: &App, conn: &mut Conn, found: &mut Findings) -> anyhow::Result<()> {
    let Some(last) = backup::last(conn).await? else {
        let look = "No backup was made with `lyceum backup` yet. If nothing else makes one, see to it.";
        found.look.push(look.into());
        return Ok(());
    };
    let made_at = jiff::Timestamp::from_millisecond(last.made_at.0)?;
    found.note(
        !last.is_old(app.now()),
        format!("The last good backup, {}, was made at {made_at:.0}.", last.name),
        format!(
            "The last good backup, {}, was made at {made_at:.0}. Look why there is none of the last {} days.",
            last.name,
            backup::OLD_AFTER_DAYS
        ),
    );
    Ok(())
}

async fn files(app: &App, found: &mut Findings) {
    let folder = app.settings.data.join("files");
    match app.files.try_out().await {
        Ok(()) => found.well.push(format!("The files folder {} is writable.", folder.display())),
        Err(error) => found.ill.push(format!(
            "The files folder {} is not writable ({error:#}). Give this user permission to write there.",
            folder.display()
        )),
    }
}

fn address(app: &App, served: Option<&str>, found: &mut Findings) {
    let base = &app.settings.base_url;
    if let Some(served) = served.filter(|served| served != base) {
        return found.ill.push(format!(
            "The site was last served at {served}, but the settings here say {base}. Give the settings the server has: \
             start this in the folder of its `lyceum.toml`, or set `base_url`."
        ));
    }
    found.note(
        is_here(base) || base.starts_with("https://"),
        format!("The site is reached at {base}."),
        format!(
            "The setting `base_url` is `{base}`: passwords would be sent unencrypted. Set up TLS and use https://."
        ),
    );
}

/// How many e-mails came back lately.
async fn returned(app: &App, found: &mut Findings) -> anyhow::Result<()> {
    if app.bounce_addresses.is_none() {
        return Ok(());
    }
    let (since, mut conn) = (app.now().plus_days(-30), app.db.read().await?);
    let bounces = returns::count(&mut conn, Kind::Bounce, since).await?;
    let delays = returns::count(&mut conn, Kind::Delay, since).await?;
    let complaints = returns::count(&mut conn, Kind::Complaint, since).await?;
    found.well.push(format!(
        "In the last 30 days {bounces} e-mails came back, {delays} were delayed, and {complaints} recipients complained."
    ));
    Ok(())
}

/// Whether push services take what is sent to members' devices.
async fn pushed(app: &App, found: &mut Findings) -> anyhow::Result<()> {
    let devices::Trouble { devices, refused, said } = devices::trouble(&mut app.db.read().await?).await?;
    found.note(
        refused == 0,
        format!("{devices} devices of members are told by Web Push."),
        format!(
            "Push services refuse {refused} of {devices} devices of members ({said}). They want to know who sends: give an \
             address at a domain of yours in `mail_from`, and look whether the clock of this machine is right."
        ),
    );
    Ok(())
}

/// Whether e-mails can be answered, and what came that nobody wrote.
async fn answers_by_email(app: &App, found: &mut Findings) -> anyhow::Result<()> {
    let settings = &app.settings;
    let Some(pattern) = &app.answer_addresses else {
        found.well.push("E-mails cannot be answered by e-mail (`mail_answers` is not set).".into());
        return Ok(());
    };
    found.note(
        settings.mail_lmtp.is_some() || settings.mail_imap.is_some(),
        format!("Answers by e-mail come to {pattern}."),
        format!(
            "Answers by e-mail to {pattern} get lost. Set `mail_lmtp` or `mail_imap`, or leave `mail_answers` out."
        ),
    );
    let mut conn = app.db.read().await?;
    if let Some((count, last)) = answers::dropped(&mut conn).await? {
        let last = jiff::Timestamp::from_millisecond(last.0)?;
        found.well.push(format!("{count} e-mails that machines wrote were dropped, the last one at {last:.0}."));
    }
    if settings.mail_imap.is_some() {
        let trouble = answers::mailbox_trouble(&mut conn).await?;
        let (error, at) = trouble.clone().unwrap_or_default();
        let at = jiff::Timestamp::from_millisecond(at.0)?;
        found.note(
            trouble.is_none(),
            "The last look into the mailbox for answers found nothing wrong with it.",
            format!("The mailbox in `mail_imap` could not be looked through at {at:.0}: {error}."),
        );
    }
    Ok(())
}

/// Whether an address is one of this machine, as it is while somebody tries things out.
fn is_here(address: &str) -> bool {
    let host = url::Url::parse(address).ok().and_then(|url| url.host_str().map(ToOwned::to_owned)).unwrap_or_default();
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
