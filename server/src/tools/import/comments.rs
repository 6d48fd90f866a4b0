//! Comments of a file, in their threads.

use markup::Format;
use wxr::Comment;

use super::{
    Import, Inside, Open, rules,
    threads::{PlacedComment, Taken},
    write::NewComment,
};
use crate::{
    ids::CommentId,
    talk::comments::{self, Text},
};

impl Import<'_> {
    pub(super) async fn take_comment(&mut self, comment: Comment) -> anyhow::Result<()> {
        let Inside::Post(open) = &mut self.inside else {
            self.report.leave_out("comment", "stands under something that is left out", &name_of(&comment));
            return Ok(());
        };
        let kind = match rules::kind(&comment) {
            Ok(kind) => kind,
            Err(why) => {
                open.threads.leave_out(&comment);
                self.report.leave_out("comment", why, &name_of(&comment));
                return Ok(());
            }
        };
        let new_id = || CommentId(self.app.db.ids.next());
        let origin = self.origin.comment(&comment);
        match open.threads.take(comment, kind, origin, new_id) {
            Taken::Placed(places) => self.ready(places).await?,
            Taken::Held if open.threads.is_full() => {
                let places = open.threads.rest(new_id);
                self.ready(places).await?;
            }
            Taken::Held => {}
            Taken::Known => self.report.comments_known += 1,
            Taken::Twice(comment) => {
                self.report.leave_out("comment", "stands twice under its post", &name_of(&comment));
            }
        }
        Ok(())
    }

    pub(super) async fn end_item(&mut self) -> anyhow::Result<()> {
        if let Inside::Post(open) = &mut self.inside {
            let places = open.threads.rest(|| CommentId(self.app.db.ids.next()));
            self.ready(places).await?;
        }
        self.inside = Inside::LeftOut;
        Ok(())
    }

    /// Renders comments whose places are known, and puts them in the row to be written.
    async fn ready(&mut self, places: Vec<PlacedComment>) -> anyhow::Result<()> {
        for place in places {
            let Some(new) = self.new_comment(place).await? else { continue };
            self.count_comment(&new);
            self.batch.comment(new);
            if self.batch.is_full() {
                self.write().await?;
            }
        }
        Ok(())
    }

    async fn new_comment(&mut self, mut place: PlacedComment) -> anyhow::Result<Option<NewComment>> {
        let Inside::Post(open) = &self.inside else { return Ok(None) };
        let Open { conversation, date, name, .. } = &**open;
        let created_at = place.date.unwrap_or(*date);
        if place.comment.date_gmt.is_none() {
            let why = "has no date in the file; it has that of what it answers, or of its post";
            self.report.change("comment", why, &format!("{} on “{name}”", name_of(&place.comment)));
        }
        if place.comment.user_id.is_none() && rules::is_email(&place.comment.author) {
            let why = "its writer's name is an e-mail address, which is not shown";
            let number = place.comment.id.map_or_else(String::new, |id| format!("{id} "));
            self.report.change("comment", why, &format!("{number}on “{name}”"));
        }
        let source = std::mem::take(&mut place.comment.content);
        let (text, missing) = self.text(source).await?;
        let comment = &place.comment;
        let is_comment = place.kind == "comment";
        let writer = if is_comment { self.people.writer(comment) } else { None };
        let guest = writer.is_none();
        Ok(Some(NewComment {
            conversation: *conversation,
            kind: place.kind,
            writer,
            guest_name: if guest { rules::guest_name(comment) } else { String::new() },
            guest_email: if guest { comment.author_email.trim().to_lowercase() } else { String::new() },
            guest_picture: (guest && is_comment)
                .then(|| comments::guest_picture(&self.community, &comment.author_email)),
            guest_website: if guest { rules::website(comment) } else { String::new() },
            text,
            created_at,
            refers: missing,
            place,
        }))
    }

    /// A comment's text as it is shown; and whether it refers to something of the old site that has not come yet. The
    /// database is asked only where there is something to ask for.
    async fn text(&self, source: String) -> anyhow::Result<(Text, bool)> {
        let (lang, emoji) = (self.lang.as_str(), self.community.emoji);
        if !source.contains(['@', '/']) {
            let context = markup::Context { lang, smileys_to_emoji: emoji, ..markup::Context::default() };
            let html = markup::comment(&source, Format::WordPress, &context);
            return Ok((Text { source, format: Format::WordPress, html }, false));
        }
        let site = self.sites.iter().find(|site| site.id == self.site);
        let mut conn = self.app.db.read().await?;
        let Some(site) = site else {
            return Ok((Text::render(&mut conn, source, Format::WordPress, lang, emoji).await?, false));
        };
        let (text, missing) = Text::render_from(&mut conn, &self.sites, site, source, lang, emoji).await?;
        Ok((text, !missing.is_empty()))
    }

    fn count_comment(&mut self, new: &NewComment) {
        if new.kind == "comment" {
            self.report.comments += 1;
            self.report.replies += u64::from(new.place.comment.parent.is_some());
        } else {
            self.report.pings += 1;
        }
        self.report.waiting += u64::from(new.approved_at().is_none());
        self.report.parent_lost += u64::from(new.place.parent_lost);
    }
}

/// What a comment is called in the report.
fn name_of(comment: &Comment) -> String {
    let number = comment.id.map_or_else(String::new, |id| format!("{id} "));
    format!("{number}by {}", rules::guest_name(comment))
}
