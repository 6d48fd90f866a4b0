//! What the people of the sample have read, what they follow, and how they want to be written to.

use std::collections::BTreeSet;

use anyhow::Context;

use super::{
    good,
    sample::{Mail, Person, Sample},
};
use crate::{
    ids::{ConversationId, MemberId, Timestamp},
    kit::{app::App, db::Tx},
    links::{
        mailing::{self, Choice},
        notices::{self, Notice},
        watches::{self, Subject},
    },
    people::members,
    talk::{blogs, comments},
};

/// When everybody was last here: what was said since then is new to them.
const AWAY_MINUTES: i64 = 33 * 60;
/// For so long they have followed one another.
const FOLLOWING_DAYS: i64 = 40;
/// Nobody of the sample was told more than this.
const NOTICES: i64 = 500;

/// Everybody has read what was said in their conversations until they were last here; e-mails and digests begin now.
pub async fn settle(app: &App, sample: &Sample) -> anyhow::Result<()> {
    // Who follows what they wrote is known when it was told.
    while notices::tell(app).await? {}
    app.db
        .always(async |tx| {
            let now = tx.now;
            for person in &sample.people {
                let member = members::by_handle(tx, &person.handle).await?.context("whoever joined is there")?.id;
                tx.now = now.plus_days(-FOLLOWING_DAYS);
                follow(tx, member, person).await?;
                tx.now = now.plus_minutes(-AWAY_MINUTES);
                read(tx, member).await?;
                tx.now = now;
                if let Some(mail) = &person.mail {
                    let is_digest = mail.mode == "daily" || mail.mode == "weekly";
                    mailing::choose(tx, member, &choice(mail, now)?).await?;
                    if is_digest {
                        // The first is due when the server begins, for whoever looks at the sample to read.
                        mailing::move_on(tx, member, 0, now).await?;
                    }
                }
            }
            Ok(())
        })
        .await
}

/// They were in every conversation that they follow, or were told of.
async fn read(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    let until = tx.now;
    let told = notices::list(tx, member, i64::MAX, NOTICES).await?;
    let is_said = |notice: &&Notice| notice.kind() != notices::Kind::Written && !notice.kind().is_direct();
    let mut conversations: BTreeSet<ConversationId> =
        told.iter().filter(|notice| notice.at < until).filter(is_said).map(|notice| notice.conversation).collect();
    for named in watches::of_member(tx, member).await? {
        if let Subject::Conversation(conversation) = named.watch.subject {
            conversations.insert(conversation);
        }
    }
    for conversation in conversations {
        comments::visit(tx, member, conversation).await?;
    }
    notices::seen_where_visited(tx, member, until).await
}

async fn follow(tx: &mut Tx, member: MemberId, person: &Person) -> anyhow::Result<()> {
    for (handle, level) in &person.follows {
        let followed = members::by_handle(tx, handle).await?.with_context(|| format!("nobody is @{handle}"))?.id;
        let blog = blogs::of(tx, followed).await?.into_iter().next().context("everybody has a blog")?;
        watches::choose(tx, member, Subject::Blog(blog.id), good(level.parse())?).await?;
    }
    Ok(())
}

fn choice(mail: &Mail, now: Timestamp) -> anyhow::Result<Choice> {
    Ok(Choice {
        mode: good(mail.mode.parse())?,
        weekday: mail.weekday,
        hour: mail.hour,
        most: mailing::Mailing::usual().most,
        quiet_from: mail.quiet.0,
        quiet_until: mail.quiet.1,
        paused_until: (mail.paused_days > 0).then(|| now.plus_days(mail.paused_days)),
    })
}
