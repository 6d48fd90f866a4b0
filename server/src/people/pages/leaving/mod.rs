//! Leaving: the page where a member ends their account, and what happens when its time has come.

pub mod pages;
#[cfg(test)]
mod tests;

use crate::{
    course::{courses, tribes},
    ids::{MemberId, Timestamp},
    kit::{app::App, db::Conn},
    links::letters::{Letter, words_of},
    people::{
        community,
        leaving::{self, LastOrganiser, Words},
        members::{self, Member},
        pages::manage::member,
    },
};

/// Something that somebody leads, where others would be left without them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Led {
    /// What it is called.
    pub name: String,
    /// The page where it is handed over.
    pub url: String,
}

/// What a member leads alone and others are in: it is handed over first.
pub async fn led_alone(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Led>> {
    let mut led = vec![];
    for (address, name) in courses::led_alone(conn, member).await? {
        led.push(Led { name, url: format!("/courses/{address}/manage/people/") });
    }
    for (address, name) in tribes::led(conn, member).await? {
        led.push(Led { name, url: format!("/tribes/{address}/leave") });
    }
    Ok(led)
}

/// Why somebody cannot leave yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoLeave {
    /// Nobody would be left to run the community.
    LastOrganiser,
    /// Others would be left without whoever leads them.
    Leads,
}

impl NoLeave {
    /// The message that says so.
    pub const fn key(self) -> &'static str {
        match self {
            Self::LastOrganiser => "leave-last-organiser",
            Self::Leads => "leave-leads",
        }
    }
}

/// A member leaves, and is written to: when their account ends, and how to come back.
pub async fn begin(app: &App, member: &Member, words: Words) -> anyhow::Result<Result<Timestamp, NoLeave>> {
    let community = community::of(app).await?;
    let spoken = words_of(member, &community);
    app.db
        .change(async |tx| {
            if !led_alone(tx, member.id).await?.is_empty() {
                return Ok(Err(NoLeave::Leads));
            }
            let due_at = match leaving::begin(tx, member, words).await? {
                Ok(due_at) => due_at,
                Err(LastOrganiser) => return Ok(Err(NoLeave::LastOrganiser)),
            };
            let Some(email) = &member.email else { return Ok(Ok(due_at)) };
            let date = spoken.date(due_at);
            let name = ("community", community.name.as_str());
            let letter = Letter {
                hello: spoken.with("letter-hello", "name", member.name.as_str()),
                text: spoken.with2("letter-leave", name, ("date", date.as_str())),
                reason: spoken.say(match words {
                    Words::Keep => "letter-leave-keep",
                    Words::Stay => "letter-leave-stay",
                    Words::Go => "letter-leave-go",
                }),
                link: format!("{}/sign-in", app.settings.base_url),
                after: spoken.say("letter-leave-after"),
                yours: String::new(),
                words: "",
                community: &community.name,
                base_url: &app.settings.base_url,
            };
            letter.write(tx, email, &spoken.with2("letter-leave-subject", name, ("date", date.as_str()))).await?;
            Ok(Ok(due_at))
        })
        .await
}

/// Ends the accounts whose time has come. One that cannot end yet, since nobody else runs the community, is tried again.
pub async fn end_due(app: &App) -> anyhow::Result<()> {
    let due = leaving::due(&mut app.db.read().await?, app.now()).await?;
    for one in due {
        let found = members::by_id(&mut app.db.read().await?, one.member).await?;
        let Some(member) = found.filter(|member| !member.is_removed()) else { continue };
        // Whoever signed in just now stays: their row is asked for once more in the change.
        if let Err(no) = member::end(app, None, &member, one.words()).await? {
            tracing::warn!(member = %member.id, ?no, "an account that is to end stays for now");
        }
    }
    Ok(())
}
