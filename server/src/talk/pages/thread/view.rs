//! A conversation as one reader sees it: what a template needs, reckoned beforehand.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::{
    KeepView, ThanksView,
    question::{AnswerLabel, Filing, PickedForm, QuestionView},
};
use crate::{
    course::courses,
    ids::{CircleId, CommentId, ConversationId, MemberId, Timestamp},
    kit::{
        db::Conn,
        i18n::Locale,
        web::{
            forms::{Errors, Field, field},
            traps,
        },
    },
    links::answers::{self, ByEmail},
    people::{
        blocks,
        community::{Community, Guests},
        members::{self, TrustedNames},
    },
    site::Visitor,
    talk::{
        appreciations::{self, AllThanks, Thing},
        bookmarks::{self, KeptThings},
        comments::{
            self, Cursor, EntriesPage, Entry, Node, Reader, Since, Turn, may_delete, may_edit, may_reply, nest,
        },
        conversations::{self, Subject, Thread},
        questions::{self, Behind},
    },
};

/// From this depth on, entries name whom they answer: narrow screens indent no further.
const NAMED_FROM: usize = 4;

/// What a reader asks of a conversation in the address.
#[derive(Clone, Default, Debug, Deserialize)]
#[serde(default)]
pub struct ConversationQuery {
    view: Option<String>,
    after: Option<String>,
    before: Option<String>,
    thread: Option<CommentId>,
    reply: Option<CommentId>,
    answer: Option<String>,
    hidden: Option<CommentId>,
    deleted: Option<String>,
    #[serde(rename = "kept-back")]
    kept_back: Option<String>,
}

/// How a conversation is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// In threads, the oldest first.
    Threads,
    /// One thread on its own, after one of its entries.
    Thread(CommentId, CommentId),
    /// In the order of their dates.
    Flat,
    /// The newest first.
    Newest,
    /// Those of people who gave one answer, in the order of their dates.
    Behind(Behind),
}

impl Look {
    /// The word for it in addresses and for the script.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Threads | Self::Thread(..) => "threads",
            Self::Flat => "flat",
            Self::Newest => "newest",
            Self::Behind(_) => "answer",
        }
    }
}

impl ConversationQuery {
    /// How to look, and from where. What makes no sense is the first page of threads.
    pub fn look(&self) -> (Look, Cursor) {
        let key = |text: &Option<String>| {
            let (at, id) = text.as_deref()?.split_once('-')?;
            Some((Timestamp(at.parse().ok()?), id.parse().ok()?))
        };
        let from = match (key(&self.after), key(&self.before)) {
            (Some((at, id)), _) => Cursor::After(at, id),
            (None, Some((at, id))) => Cursor::Before(at, id),
            (None, None) => Cursor::Start,
        };
        let after = self.after.as_deref().and_then(|after| after.parse().ok());
        let behind = self.answer.as_deref().and_then(|answer| match answer {
            "words" => Some(Behind::OwnWords),
            number => Some(Behind::Option(number.parse().ok()?)),
        });
        if let Some(behind) = behind {
            return (Look::Behind(behind), from);
        }
        let look = match (self.view.as_deref(), self.thread) {
            (_, Some(root)) => Look::Thread(root, after.unwrap_or(CommentId(root.0.saturating_sub(1)))),
            (Some("flat"), None) => Look::Flat,
            (Some("newest"), None) => Look::Newest,
            _ => Look::Threads,
        };
        (look, from)
    }

    /// The same page of the conversation, with the form under this entry.
    fn with_reply_to(&self, entry: CommentId) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let thread = self.thread.map(|thread| thread.to_string());
        let place = [
            ("view", &self.view),
            ("answer", &self.answer),
            ("thread", &thread),
            ("after", &self.after),
            ("before", &self.before),
        ];
        for (name, value) in place {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        query.append_pair("reply", &entry.to_string());
        query.finish()
    }

    /// Why a post that was just published was not handed in, and for which assignment: a word and its number.
    pub fn kept_back(&self) -> Option<(&str, ConversationId)> {
        let (why, assignment) = self.kept_back.as_deref()?.split_once('-')?;
        Some((why, assignment.parse().ok()?))
    }

    /// The entry a reply is being written to.
    pub const fn reply(&self) -> Option<CommentId> {
        self.reply
    }

    /// With a reply to this entry, or to none.
    #[must_use]
    pub fn replying_to(mut self, parent: Option<CommentId>) -> Self {
        self.reply = parent;
        self
    }
}

/// What was typed into a comment form.
#[derive(Clone, Default, Debug, Deserialize)]
#[serde(default)]
pub struct Form {
    /// The member who was signed in when the form was made; empty for guests.
    #[serde(rename = "as")]
    pub member: String,
    /// What is answered; empty for its subject itself.
    pub parent: String,
    /// What was typed, as source.
    pub text: String,
    /// A guest's name.
    pub name: String,
    /// A guest's address.
    pub email: String,
    /// A guest's website.
    pub website: String,
    /// Whether a guest wants to be told by e-mail; empty if not.
    pub told: String,
    /// When a guest's form was made.
    pub made: String,
    /// What no person sees.
    pub subject: String,
    /// What was picked of the question, if there is one.
    #[serde(flatten)]
    pub picked: PickedForm,
}

impl Form {
    /// The entry it answers; what is no number is none that exists.
    pub fn answered(&self) -> Option<CommentId> {
        (!self.parent.is_empty()).then(|| self.parent.parse().unwrap_or(CommentId(0)))
    }
}

/// An entry with everything this reader may do with it.
#[derive(Clone, Debug)]
pub struct EntryView {
    /// The entry in its place.
    pub node: Node,
    /// The message of the label beside the name.
    pub label: Option<&'static str>,
    /// Whether it is new to the reader.
    pub is_new: bool,
    /// Whether the reader wrote it.
    pub is_own: bool,
    /// Whether the reader may answer it.
    pub may_reply: bool,
    /// Whether the reader may still change it.
    pub may_edit: bool,
    /// Whether the reader may take it back.
    pub may_delete: bool,
    /// Whether the reader decides about it.
    pub may_decide: bool,
    /// Whom it answers, where its place does not show it.
    /// The name is none where the one who is answered is gone.
    pub answers: Option<(CommentId, Option<String>)>,
    /// Whether it stands in a thread.
    pub in_threads: bool,
    /// Whether the reply form stands under it.
    pub form_here: bool,
    /// The address of this page with the reply form under it.
    pub reply_url: String,
    /// Whose name a guest's could be taken for, said to whoever decides.
    pub like: Option<String>,
    /// What was left out of it when it came by e-mail, said to its writer.
    pub by_email: Option<ByEmail>,
    /// What its writer answered with it, as far as the reader sees that.
    pub answer: Option<AnswerLabel>,
    /// What the reader may file it with.
    pub filing: Option<Filing>,
    /// The thanks for it.
    pub thanks: ThanksView,
    /// Whether the reader blocked whoever wrote it, and opens it only to read it.
    pub is_folded: bool,
    /// Whether the reader may report it.
    pub may_report: bool,
    /// Whether the reader keeps it for later.
    pub keep: KeepView,
}

impl EntryView {
    /// Whether it says whose it is.
    pub fn has_name(&self) -> bool {
        let entry = &self.node.entry;
        !entry.is_ping() && entry.deleted_at.is_none() && (entry.hidden_at.is_none() || self.may_decide)
    }

    /// How deep it stands, as the style sheet counts.
    pub const fn depth(&self) -> usize {
        if self.node.names_parent && self.node.depth == comments::MAX_DEPTH {
            self.node.depth + 1
        } else {
            self.node.depth
        }
    }
}

/// What orders a conversation, in words for its reader, and what those choose who decide about it.
#[derive(Clone, Default)]
pub struct OrderView {
    /// How often one may write here.
    pub slow: Option<String>,
    /// When the reader may again.
    pub next: Option<String>,
    next_at: Option<Timestamp>,
    /// When it closes if nobody writes.
    pub closes: Option<String>,
    /// That it is closed because nobody wrote.
    pub silenced: Option<String>,
    /// Whether the reader decides about it.
    pub decides: bool,
    /// Whether they close it here; a discussion has buttons of its own.
    pub may_close: bool,
    minutes: i64,
}

impl OrderView {
    /// How slow a conversation can be made, in minutes, each in words, and whether it is so now.
    pub fn choices(&self, words: &Locale) -> Vec<(i64, String, bool)> {
        let own = (!SLOW_MINUTES.contains(&self.minutes)).then_some(self.minutes);
        let all = SLOW_MINUTES.into_iter().chain(own);
        all.map(|minutes| (minutes, Self::every(words, minutes), minutes == self.minutes)).collect()
    }

    fn every(words: &Locale, minutes: i64) -> String {
        match minutes {
            0 => words.say("slow-off"),
            minutes if minutes % 60 == 0 => words.count("slow-hours", minutes / 60),
            minutes => words.count("slow-minutes", minutes),
        }
    }
}

/// How slow a conversation can be made, in minutes.
pub const SLOW_MINUTES: [i64; 8] = [0, 1, 5, 10, 30, 60, 360, 1440];

/// A conversation as one reader sees it.
pub struct Conversation {
    /// Its number, and its subject's.
    pub id: ConversationId,
    /// How it is looked at.
    pub look: Look,
    /// What stands on this page of it, in the order of the page.
    pub entries: Vec<EntryView>,
    /// The latest entry: what comes after it is news to the page that shows this. Zero when there is none.
    pub latest: CommentId,
    /// The address of the page before, if there is one.
    pub earlier: Option<String>,
    /// The address of the page after, if there is one.
    pub later: Option<String>,
    /// How many entries are new to the reader; none when nobody can know.
    pub new: Option<i64>,
    /// The first of them.
    pub first_new: Option<CommentId>,
    /// Since when they are new.
    pub since: Option<Timestamp>,
    /// Whether the reader wrote what it is about.
    pub is_author: bool,
    /// The form, as far as it was filled in.
    pub form: Form,
    /// What is wrong with the form.
    pub errors: Errors,
    /// What the form says it answers: the name, or nothing.
    pub answers: Option<String>,
    /// Whether guests may write.
    pub guests: bool,
    /// Whether nobody may write any more.
    pub closed: bool,
    /// Until when the page holds: something on it may be changed until then, or it is somebody's turn.
    pub holds_until: Option<Timestamp>,
    /// What orders it, said before anybody types.
    pub order: OrderView,
    /// What the reader has just hidden, in case that was a slip.
    pub just_hidden: Option<Entry>,
    /// Whether the reader has just deleted a comment.
    pub just_deleted: bool,
    /// The question that hangs on it.
    pub question: Option<QuestionView>,
    /// The thanks for what it is about.
    pub thanks: ThanksView,
    /// Whether the reader keeps what it is about for later.
    pub keep: KeepView,
    /// What the shown comments were picked by: the name of an answer.
    pub behind: Option<String>,
}

impl Conversation {
    /// What is wrong with the form, for the list above it.
    pub fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[
            field("text", "comment", "field-comment"),
            field("answer", "with-answers", "question-your-answer"),
            field("name", "guest-name", "field-name"),
            field("email", "guest-email", "field-email-label"),
            field("website", "guest-website", "field-website-label"),
            field("told", "guest-told", "guest-told"),
        ])
    }

    /// Whether the form stands at the end: unless it stands under an entry, or nobody may write here. What somebody
    /// typed is shown in any case.
    pub fn shows_form(&self, to_a_member: bool) -> bool {
        let welcome = !self.closed && (to_a_member || self.guests);
        self.answers.is_none() && (welcome || !self.form.text.is_empty())
    }

    /// Whether anything is new to the reader.
    pub fn has_new(&self) -> bool {
        self.new.is_some_and(|new| new > 0)
    }
}

/// The names that a guest's in this conversation should not be taken for.
pub async fn trusted_names(conn: &mut Conn, visitor: &Visitor, thread: &Thread) -> anyhow::Result<TrustedNames> {
    let trusted = members::trusted_names(conn, &visitor.community.name).await?;
    Ok(trusted.with(Some(thread.about.author), &thread.author_name, &thread.author_handle, "label-post-author"))
}

/// Everything that shows a conversation to a reader.
pub struct Showing<'a> {
    /// The conversation.
    pub thread: &'a Thread,
    /// Who looks.
    pub visitor: &'a Visitor,
    /// The present moment.
    pub now: Timestamp,
}

impl Showing<'_> {
    fn reader(&self) -> Reader {
        self.visitor.reader(self.thread.is_moderated_by(self.visitor.member.as_deref()))
    }

    fn community(&self) -> &Community {
        &self.visitor.community
    }

    /// Reads a page of the conversation.
    pub async fn read(
        &self,
        conn: &mut Conn,
        asked: &ConversationQuery,
        form: Form,
        errors: Errors,
    ) -> anyhow::Result<Conversation> {
        let (look, from) = asked.look();
        let made = traps::made_again(&self.community().secret, &form.made, self.now);
        let form = Form { made, ..form };
        let id = self.thread.id;
        let question = self.question(conn, &form, &errors).await?;
        let mut page = match look {
            Look::Threads => comments::threads(conn, id, from).await?,
            Look::Thread(root, after) => comments::rest_of_thread(conn, id, root, after).await?,
            Look::Flat => comments::in_order(conn, id, from).await?,
            Look::Newest => comments::newest(conn, id, from).await?,
            Look::Behind(behind) => match &question {
                Some(question) => {
                    let comments = question.behind(conn, behind).await?;
                    comments::picked(conn, id, &comments, from).await?
                }
                None => EntriesPage::default(),
            },
        };
        let reader = self.reader();
        self.add_waiting(conn, &mut page, look, &reader).await?;
        let since = match self.visitor.id() {
            Some(member) => comments::new_since(conn, member, id, self.now).await?,
            None => None,
        };
        let news = match (self.visitor.id(), &since) {
            (Some(member), Some(since)) => Some(comments::new_to(conn, id, member, since).await?),
            _ => None,
        };
        let latest = comments::latest(conn, id).await?.unwrap_or(CommentId(0));
        let earlier = page.earlier.map(|key| self.page_url(look, "before", key));
        let later = page.later.map(|key| self.page_url(look, "after", key));
        let since_at = since.as_ref().map(|since| since.at);
        let news_and_question = (since.as_ref(), question.as_ref());
        let (entries, thanks, kept) = self.show(conn, page, look, asked, news_and_question, &reader).await?;
        let just_hidden = match asked.hidden {
            Some(entry) if reader.moderates => comments::by_id(conn, entry).await?,
            _ => None,
        };
        let order = self.order(conn, &reader).await?;
        let holds_until = entries
            .iter()
            .filter(|shown| shown.may_edit)
            .map(|shown| shown.node.entry.created_at.plus_minutes(self.community().edit_minutes))
            .chain(order.next_at)
            .min();
        let answers = entries.iter().find(|shown| shown.form_here).map(|shown| shown.node.entry.name().to_owned());
        Ok(Conversation {
            id,
            look,
            latest,
            earlier,
            later,
            new: news.map(|news| news.count),
            first_new: news.and_then(|news| news.first),
            since: since_at,
            is_author: self.visitor.id() == Some(self.thread.about.author),
            form,
            errors,
            answers,
            guests: self.community().guests != Guests::Closed,
            closed: self.thread.is_closed(),
            holds_until,
            order,
            just_deleted: asked.deleted.is_some(),
            just_hidden: just_hidden.filter(|entry| {
                // Showing again what had waited would let it through.
                entry.conversation == id && entry.hidden_at.is_some() && entry.approved_at.is_some()
            }),
            entries,
            behind: match (look, &question) {
                (Look::Behind(behind), Some(question)) => Some(question.name_of(behind, &self.visitor.words)),
                _ => None,
            },
            question,
            thanks: ThanksView::of_subject(self.thread, thanks.of(Thing::Subject(id)), &reader),
            keep: KeepView::of_subject(self.thread, kept.has(Thing::Subject(id)), &reader),
        })
    }

    /// What orders it, in words.
    async fn order(&self, conn: &mut Conn, reader: &Reader) -> anyhow::Result<OrderView> {
        let Some(order) = conversations::order(conn, self.thread.id).await? else { return Ok(OrderView::default()) };
        let words = &self.visitor.words;
        let is_bound = !comments::is_trusted(self.visitor.member.as_deref(), reader.moderates);
        let mut view = OrderView { decides: reader.moderates, ..OrderView::default() };
        view.minutes = order.slow_minutes.unwrap_or_default();
        view.may_close = reader.moderates && self.thread.kind != Subject::Discussion.word();
        if let Some(minutes) = order.slow_minutes.filter(|_| !self.thread.is_closed()) {
            let every = OrderView::every(words, minutes);
            view.slow = Some(words.with(if is_bound { "slow-mode" } else { "slow-mode-not-you" }, "every", every));
            let guest = self.visitor.guest.as_ref();
            let turn = match (reader.member, reader.guest_key.as_deref(), guest) {
                (Some(member), ..) => Some(Turn::Member(member)),
                (None, Some(key), Some(guest)) => Some(Turn::Guest(key, &guest.email)),
                _ => None,
            };
            if let Some(turn) = turn.filter(|_| is_bound) {
                view.next_at = comments::next_turn(conn, self.thread.id, turn, minutes, self.now).await?;
                view.next = view.next_at.map(|at| words.with("slow-mode-next", "time", words.date_time(at)));
            }
        }
        if let Some(days) = self.community().close_days {
            view.silenced = order.silenced_at.map(|_| words.count("conversation-silenced", days));
            let closes_at = order.silent_from.plus_days(days);
            view.closes =
                order.may_fall_silent.then(|| words.with("conversation-closes", "date", words.date(closes_at)));
        }
        Ok(view)
    }

    /// The question that hangs on it, with what was picked in the form of a comment.
    async fn question(&self, conn: &mut Conn, form: &Form, errors: &Errors) -> anyhow::Result<Option<QuestionView>> {
        QuestionView::read(conn, self.thread, self.visitor, self.now, (&form.picked, errors.get("answer"))).await
    }

    /// One entry on its own, as a page that is left open fetches it.
    pub async fn one(&self, conn: &mut Conn, entry: Entry, look: Look) -> anyhow::Result<Option<EntryView>> {
        let reader = self.reader();
        let page = EntriesPage { entries: vec![entry], ..EntriesPage::default() };
        let question = self.question(conn, &Form::default(), &Errors::default()).await?;
        let with = (None, question.as_ref());
        let (mut entries, ..) = self.show(conn, page, look, &ConversationQuery::default(), with, &reader).await?;
        Ok(entries.pop())
    }

    /// What waits stands where it will stand, for those who may see it.
    async fn add_waiting(
        &self,
        conn: &mut Conn,
        page: &mut EntriesPage,
        look: Look,
        reader: &Reader,
    ) -> anyhow::Result<()> {
        let waiting = comments::waiting_for(conn, self.thread.id, reader).await?;
        for entry in waiting {
            let belongs = match (look, entry.parent) {
                (Look::Threads | Look::Thread(..), Some(parent)) => page.entries.iter().any(|other| other.id == parent),
                (Look::Thread(..), None) | (Look::Behind(_), _) => false,
                (Look::Newest, _) => page.earlier.is_none(),
                (Look::Threads, None) => page.holds((entry.created_at, entry.id)),
                (Look::Flat, _) => page.later.is_none() || entry.is_by(reader),
            };
            if belongs {
                let at = if look == Look::Newest { 0 } else { page.entries.len() };
                page.entries.insert(at, entry);
            }
        }
        Ok(())
    }

    async fn show(
        &self,
        conn: &mut Conn,
        mut page: EntriesPage,
        look: Look,
        asked: &ConversationQuery,
        (since, question): (Option<&Since>, Option<&QuestionView>),
        reader: &Reader,
    ) -> anyhow::Result<(Vec<EntryView>, AllThanks, KeptThings)> {
        let here: HashSet<CommentId> = page.entries.iter().map(|entry| entry.id).collect();
        let elsewhere: Vec<Entry> = page
            .entries
            .iter()
            .filter(|entry| entry.parent.is_some_and(|parent| !here.contains(&parent)))
            .cloned()
            .collect();
        let answered = comments::answered(conn, &elsewhere).await?;
        let writers = page.entries.iter().filter_map(|entry| entry.writer);
        let called = self.called(conn, writers.chain(answered.values().filter_map(|(writer, _)| *writer))).await?;
        for entry in &mut page.entries {
            if let Some(name) = entry.writer.and_then(|writer| called.get(&writer)) {
                entry.call_writer(name);
            }
        }
        let name = |(id, (writer, name)): (CommentId, (Option<MemberId>, String))| {
            let here = writer.and_then(|writer| called.get(&writer)).cloned();
            (id, here.unwrap_or(name))
        };
        let mut names: HashMap<CommentId, String> = answered.into_iter().map(name).collect();
        let speaking = page.entries.iter().filter(|entry| entry.is_alive() || entry.is_waiting());
        names.extend(speaking.map(|entry| (entry.id, entry.name().to_owned())));
        let waits = |entry: &Entry| entry.is_waiting() && entry.is_guest();
        let trusted = if reader.moderates && page.entries.iter().any(waits) {
            trusted_names(conn, self.visitor, self.thread).await?
        } else {
            TrustedNames::default()
        };
        let nodes = if matches!(look, Look::Threads | Look::Thread(..)) { nest(page) } else { in_a_row(page) };
        let in_threads = matches!(look, Look::Threads | Look::Thread(..));
        // What a name looks like is dear to reckon.
        let like = |entry: &Entry| {
            let like = if waits(entry) { trusted.like(entry.name(), None) } else { None };
            like.map(|trusted| trusted.warning(&self.visitor.words))
        };
        let own: Vec<CommentId> = nodes
            .iter()
            .filter(|node| node.entry.deleted_at.is_none() && node.entry.is_by(reader))
            .map(|node| node.entry.id)
            .collect();
        let by_email = match reader.member {
            Some(member) => answers::of_entries(conn, member, &own).await?,
            None => vec![],
        };
        let all: Vec<CommentId> = nodes.iter().map(|node| node.entry.id).collect();
        let picked = match question {
            Some(view) => questions::at_comments(conn, &view.question, &all).await?,
            None => HashMap::new(),
        };
        let thanks = appreciations::on_page(conn, reader.member, self.thread.id, &all).await?;
        let blocked = match reader.member {
            Some(member) => blocks::of(conn, member).await?,
            None => HashSet::new(),
        };
        let kept = bookmarks::on_page(conn, reader.member, self.thread.id, &all).await?;
        // What one has answered is no news any more.
        let answered: HashSet<CommentId> =
            nodes.iter().filter(|node| node.entry.is_by(reader)).filter_map(|node| node.entry.parent).collect();
        let shown = |node: Node| {
            let since = since.filter(|_| !answered.contains(&node.entry.id));
            let like = like(&node.entry);
            let by_email = by_email.iter().find(|left| left.comment == node.entry.id).cloned();
            let answer = picked.get(&node.entry.id);
            let is_own = node.entry.is_by(reader);
            let filing = question.and_then(|view| view.filing(&node.entry, answer));
            let answer = question.and_then(|view| view.label_of(&node.entry, answer, is_own));
            let entry = &node.entry;
            let thing = Thing::Comment(entry.id, entry.conversation);
            let thanks = ThanksView::of_entry(entry, thanks.of(thing), reader);
            let keep = KeepView::of_entry(entry, kept.has(thing), reader);
            let is_folded = entry.writer.is_some_and(|writer| blocked.contains(&writer));
            EntryView {
                in_threads,
                like,
                by_email,
                answer,
                filing,
                thanks,
                is_folded,
                keep,
                ..self.shown(node, &names, asked, since, reader)
            }
        };
        let entries = nodes.into_iter().map(shown).collect();
        Ok((entries, thanks, kept))
    }

    /// What writers are called here, where that is not as everywhere: in a course they may have another name.
    async fn called(
        &self,
        conn: &mut Conn,
        writers: impl Iterator<Item = MemberId>,
    ) -> anyhow::Result<HashMap<MemberId, String>> {
        if self.thread.kind == Subject::Post.word() {
            return Ok(HashMap::new());
        }
        let writers: HashSet<MemberId> = writers.collect();
        courses::names(conn, CircleId(self.thread.about.place), writers).await
    }

    fn shown(
        &self,
        node: Node,
        names: &HashMap<CommentId, String>,
        asked: &ConversationQuery,
        since: Option<&Since>,
        reader: &Reader,
    ) -> EntryView {
        let entry = &node.entry;
        let fresh = entry.approved_at.zip(since).is_some_and(|(approved, since)| since.is_new(entry.id, approved));
        let answers = entry.parent.filter(|_| node.names_parent || node.depth >= NAMED_FROM);
        let may_reply = may_reply(entry, reader) && !self.thread.is_closed();
        EntryView {
            label: entry.label(self.thread.about.author),
            is_new: fresh && entry.is_alive() && !entry.is_by(reader),
            is_own: entry.is_by(reader),
            may_reply,
            may_edit: may_edit(entry, reader, self.community(), self.now),
            may_delete: may_delete(entry, reader),
            may_decide: reader.moderates && entry.deleted_at.is_none(),
            answers: answers.map(|parent| (parent, names.get(&parent).cloned())),
            in_threads: false,
            form_here: may_reply && asked.reply() == Some(entry.id),
            like: None,
            by_email: None,
            answer: None,
            filing: None,
            thanks: ThanksView::default(),
            is_folded: false,
            may_report: entry.is_alive() && !entry.is_by(reader) && !entry.is_ping(),
            keep: KeepView::default(),
            reply_url: format!("{}?{}#reply", self.thread.url(), asked.with_reply_to(entry.id)),
            node,
        }
    }

    fn page_url(&self, look: Look, way: &str, (at, id): (Timestamp, CommentId)) -> String {
        let view = match look {
            Look::Threads => String::new(),
            Look::Behind(Behind::Option(option)) => format!("answer={option}&"),
            Look::Behind(Behind::OwnWords) => "answer=words&".into(),
            _ => format!("view={}&", look.word()),
        };
        format!("{}?{view}{way}={}-{id}#comments", self.thread.url(), at.0)
    }
}

/// Entries in one list, each naming whom it answers.
fn in_a_row(page: EntriesPage) -> Vec<Node> {
    let node = |entry| Node { entry, depth: 0, opens: false, closes: 0, names_parent: true, longer: None };
    page.entries.into_iter().map(node).collect()
}
