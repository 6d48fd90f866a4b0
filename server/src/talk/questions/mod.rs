//! Questions with answers to choose from. One hangs on a conversation, whatever that is about; whoever comments may answer
//! with it, members without a comment, too. A person counts once: by what they said themselves rather than by what was
//! filed for them, and by the last of it.

mod rules;
mod store;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

pub use self::rules::{LONGEST_OPTION, LONGEST_QUESTION, MOST_FEWEST, MOST_OPTIONS, is_over, key, percent, words};
use crate::{
    events::Event,
    ids::{CommentId, ConversationId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
};

/// How many answers one may choose.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Choice {
    /// One.
    #[default]
    One,
    /// As many as apply.
    Several,
}

impl Choice {
    /// The word it is stored as, and sent in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Several => "several",
        }
    }

    /// What such a word means.
    pub fn of(word: &str) -> Self {
        if word == "several" { Self::Several } else { Self::One }
    }
}

/// From when on it is shown what people answered: to all alike, whoever asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Results {
    /// From the beginning.
    #[default]
    Open,
    /// To each once they have answered.
    Answered,
    /// To all at the end.
    End,
}

impl Results {
    /// The word it is stored as, and sent in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::End => "end",
        }
    }

    /// What such a word means.
    pub fn of(word: &str) -> Self {
        match word {
            "answered" => Self::Answered,
            "end" => Self::End,
            _ => Self::Open,
        }
    }
}

/// An answer to choose.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Possible {
    /// Stays the same when it is worded otherwise.
    pub id: RowId,
    /// What it says.
    pub text: String,
    /// What it said when somebody had chosen it; empty if the same.
    pub was: String,
    /// When it was worded otherwise.
    pub changed_at: Option<Timestamp>,
}

/// A question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// What it hangs on.
    pub conversation: ConversationId,
    /// What it asks.
    pub text: String,
    /// How many answers one may choose.
    pub choice: Choice,
    /// Whether one may answer in words of one's own.
    pub open_text: bool,
    /// From when on it is shown what people answered.
    pub results: Results,
    /// What fewer people answered is not shown singly.
    pub fewest: i64,
    /// From then on nobody answers any more.
    pub ends_at: Option<Timestamp>,
    /// What it asked when somebody had answered; empty if the same.
    pub was: String,
    /// When it was worded otherwise.
    pub changed_at: Option<Timestamp>,
    /// The answers to choose from, in their order.
    pub options: Vec<Possible>,
    /// Who wrote what it hangs on.
    pub author: MemberId,
    /// Since when nobody writes in its conversation.
    pub closed_at: Option<Timestamp>,
}

impl Question {
    /// Whether somebody may answer it now, or change what they answered.
    pub fn takes_answers(&self, now: Timestamp) -> bool {
        self.closed_at.is_none() && !is_over(self, now)
    }

    /// Whether it is shown now what people answered, to somebody who has or has not answered.
    pub fn shows_results(&self, own: Option<&Answer>, now: Timestamp) -> bool {
        match self.results {
            Results::Open => true,
            Results::Answered => !self.takes_answers(now) || own.is_some_and(|own| own.filed.is_none() && own.counts),
            Results::End => is_over(self, now),
        }
    }

    /// Whether it is shown to everybody now what people answered.
    pub fn shows_all(&self, now: Timestamp) -> bool {
        self.shows_results(None, now)
    }

    /// The same question with its end moved.
    pub fn moved(&self, later: impl Fn(Timestamp) -> Timestamp) -> Draft {
        Draft {
            text: self.text.clone(),
            choice: self.choice,
            open_text: self.open_text,
            results: self.results,
            fewest: self.fewest,
            ends_at: self.ends_at.map(later),
            options: self.options.iter().map(|option| (Some(option.id), option.text.clone())).collect(),
        }
    }

    /// The same question for others, with its end moved.
    pub fn again(&self, later: impl Fn(Timestamp) -> Timestamp) -> Draft {
        let options = self.options.iter().map(|option| (None, option.text.clone())).collect();
        Draft { options, ..self.moved(later) }
    }

    /// What an answer says, in the order of the question.
    pub fn names(&self, options: &[RowId]) -> Vec<&str> {
        self.options.iter().filter(|one| options.contains(&one.id)).map(|one| one.text.as_str()).collect()
    }
}

/// What a question is to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// What it asks.
    pub text: String,
    /// How many answers one may choose.
    pub choice: Choice,
    /// Whether one may answer in words of one's own.
    pub open_text: bool,
    /// From when on it is shown what people answered.
    pub results: Results,
    /// What fewer people answered is not shown singly.
    pub fewest: i64,
    /// From then on nobody answers any more.
    pub ends_at: Option<Timestamp>,
    /// The answers in their order; those that were there before with their number.
    pub options: Vec<(Option<RowId>, String)>,
}

/// Why a question is not changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoChange {
    /// An answer would go that somebody has chosen.
    OptionAnswered,
    /// Somebody has chosen several, and only one would be allowed.
    KindAnswered,
    /// People answered when it was promised that less is shown.
    Promise,
    /// The whole question would go, and people have answered.
    Answered,
}

impl NoChange {
    /// The message that tells whoever writes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OptionAnswered => "question-option-answered",
            Self::KindAnswered => "question-kind-answered",
            Self::Promise => "question-promise",
            Self::Answered => "question-keeps",
        }
    }
}

/// What somebody picks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Picked {
    /// The answers they chose.
    pub options: Vec<RowId>,
    /// What they said in words of their own; empty if nothing.
    pub other: String,
}

impl Picked {
    /// Whether nothing is picked.
    pub const fn is_empty(&self) -> bool {
        self.options.is_empty() && self.other.is_empty()
    }
}

/// Why an answer is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoAnswer {
    /// Nobody answers any more.
    Over,
    /// What was picked is no answer to this question any more.
    OptionGone,
    /// Several were picked, and one may be chosen.
    OnlyOne,
    /// Nothing was picked.
    Nothing,
    /// Their own words are too many.
    TooLong,
    /// They answered themselves: nothing is filed for them.
    Own,
}

impl NoAnswer {
    /// The message that tells whoever answers.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Over => "answer-over",
            Self::OptionGone => "answer-option-gone",
            Self::OnlyOne => "answer-only-one",
            Self::Nothing => "answer-nothing",
            Self::TooLong => "answer-too-long",
            Self::Own => "answer-their-own",
        }
    }
}

/// Who filed an answer for somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Filed {
    /// Who wrote what the question hangs on.
    ByAuthor,
    /// Somebody else who decides about the conversation.
    ByOthers,
}

impl Filed {
    /// The message that says so beside an answer.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ByAuthor => "answer-filed-by-author",
            Self::ByOthers => "answer-filed-by-organisers",
        }
    }
}

/// What one person answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// The comment it stands at.
    pub comment: Option<CommentId>,
    /// What they chose themselves, or what was filed for them.
    pub options: Vec<RowId>,
    /// What they said in words of their own.
    pub other: String,
    /// The answer that these words are filed under.
    pub other_as: Option<RowId>,
    /// Who filed it; none: they answered themselves.
    pub filed: Option<Filed>,
    /// Whether it counts: with a comment that waits, it waits, too.
    pub counts: bool,
}

/// How many people chose an answer.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct Group {
    option: RowId,
    people: i64,
    comments: i64,
}

/// How many people said the same in words of their own.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Words {
    key: String,
    said: String,
    people: i64,
    comments: i64,
}

/// What a bar of the breakdown stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Bar {
    /// An answer to choose.
    Option(Possible),
    /// The same words of people's own: as somebody wrote them, and as they are compared.
    Words(String, String),
    /// All words of people's own that are not shown.
    Others,
}

/// A bar of the breakdown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Share {
    /// What it stands for.
    pub bar: Bar,
    /// How many people; none where that is not shown.
    pub people: Option<i64>,
    /// Whether any of them said it with a comment, so that there is something to read behind the bar.
    pub has_comments: bool,
}

/// Who answered what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Breakdown {
    /// How many people answered; none where that is not shown.
    pub people: Option<i64>,
    /// What they answered, in the order of the question.
    pub shares: Vec<Share>,
}

impl Breakdown {
    /// Whether how many chose this answer is shown.
    pub fn shows(&self, option: RowId) -> bool {
        let is_it = |share: &&Share| matches!(&share.bar, Bar::Option(one) if one.id == option);
        self.shares.iter().find(is_it).is_some_and(|share| share.people.is_some())
    }

    /// Whether these words of somebody's own are shown.
    pub fn shows_words(&self, key: &str) -> bool {
        let is_it = |share: &Share| share.people.is_some() && matches!(&share.bar, Bar::Words(_, one) if one == key);
        self.shares.iter().any(is_it)
    }
}

/// The question that hangs on a conversation, if there is one. Whoever shows it has asked whether the conversation may be
/// read.
pub async fn of(conn: &mut Conn, conversation: ConversationId) -> anyhow::Result<Option<Question>> {
    let Some(row) = store::question(conn, conversation).await? else { return Ok(None) };
    Ok(Some(Question {
        conversation,
        text: row.text,
        choice: Choice::of(&row.choice),
        open_text: row.open_text,
        results: Results::of(&row.results),
        fewest: row.fewest,
        ends_at: row.ends_at,
        was: row.was,
        changed_at: row.changed_at,
        options: store::options(conn, row.conversation).await?,
        author: row.author,
        closed_at: row.closed_at,
    }))
}

/// Asks a question, or changes it. Once somebody has answered, what is worded otherwise says what it said before.
pub async fn ask(tx: &mut Tx, conversation: ConversationId, draft: &Draft) -> anyhow::Result<Result<(), NoChange>> {
    let before = of(tx, conversation).await?;
    let answered = store::is_answered(tx, conversation).await?;
    if let (Some(before), true) = (&before, answered) {
        let chosen = store::chosen(tx, conversation).await?;
        if let Err(no) = rules::may_become(before, draft, &chosen) {
            return Ok(Err(no));
        }
    }
    let now = tx.now;
    // What it said before anybody had answered is nobody's business.
    let told = |text: &str, old: Option<(&str, &str, Option<Timestamp>)>| match old {
        Some((said, was, at)) if said == text => (was.to_owned(), at),
        Some((_, was, _)) if was == text => (String::new(), None),
        Some((said, "", _)) if answered => (said.to_owned(), Some(now)),
        Some((_, was, _)) if answered => (was.to_owned(), Some(now)),
        _ => (String::new(), None),
    };
    let old = before.as_ref().map(|one| (one.text.as_str(), one.was.as_str(), one.changed_at));
    let (was, changed_at) = told(&draft.text, old);
    store::save(tx, conversation, draft, &was, changed_at).await?;
    let there = before.map(|before| before.options).unwrap_or_default();
    for gone in there.iter().filter(|one| !draft.options.iter().any(|(id, _)| *id == Some(one.id))) {
        store::delete_option(tx, conversation, gone.id).await?;
    }
    for (place, (id, text)) in (0..).zip(&draft.options) {
        let old = there.iter().find(|one| Some(one.id) == *id);
        let (was, changed_at) = told(text, old.map(|one| (one.text.as_str(), one.was.as_str(), one.changed_at)));
        let id = old.map_or_else(|| RowId(tx.new_id()), |one| one.id);
        store::save_option(tx, conversation, id, place, (text, &was, changed_at)).await?;
    }
    tx.emit(Event::QuestionChanged(conversation));
    Ok(Ok(()))
}

/// Takes a question away that nobody has answered.
pub async fn remove(tx: &mut Tx, conversation: ConversationId) -> anyhow::Result<Result<(), NoChange>> {
    if store::is_answered(tx, conversation).await? {
        return Ok(Err(NoChange::Answered));
    }
    store::delete(tx, conversation).await?;
    tx.emit(Event::QuestionChanged(conversation));
    Ok(Ok(()))
}

/// What was picked, if it answers the question as it is now.
async fn answerable(
    tx: &mut Tx,
    conversation: ConversationId,
    picked: &Picked,
) -> anyhow::Result<Result<Question, NoAnswer>> {
    let Some(question) = of(tx, conversation).await? else { return Ok(Err(NoAnswer::OptionGone)) };
    Ok(rules::check(&question, picked).map(|()| question))
}

/// A member answers without a comment, or changes what they answered; then it still stands at the comment it came with.
pub async fn answer(
    tx: &mut Tx,
    conversation: ConversationId,
    member: MemberId,
    picked: &Picked,
) -> anyhow::Result<Result<(), NoAnswer>> {
    let question = match answerable(tx, conversation, picked).await? {
        Ok(question) if !question.takes_answers(tx.now) => return Ok(Err(NoAnswer::Over)),
        Ok(question) => question,
        Err(no) => return Ok(Err(no)),
    };
    let person = rules::of_member(member);
    let comment = store::own_comment(tx, conversation, &person).await?;
    store::forget_own(tx, conversation, &person).await?;
    write(tx, conversation, &person, Some(member), comment, picked, None).await?;
    changed(tx, &question, comment);
    Ok(Ok(()))
}

/// Whoever wrote this comment answers with it.
pub async fn answer_with(tx: &mut Tx, comment: CommentId, picked: &Picked) -> anyhow::Result<Result<(), NoAnswer>> {
    let Some(written) = store::written(tx, comment).await? else { return Ok(Err(NoAnswer::OptionGone)) };
    let question = match answerable(tx, written.conversation, picked).await? {
        Ok(question) if is_over(&question, tx.now) => return Ok(Err(NoAnswer::Over)),
        Ok(question) => question,
        Err(no) => return Ok(Err(no)),
    };
    let person = written.person(comment);
    if written.writer.is_some() {
        store::forget_own(tx, written.conversation, &person).await?;
    } else {
        // Until this one can be read, what a guest answered before still stands.
        store::forget_at(tx, comment).await?;
    }
    write(tx, written.conversation, &person, written.writer, Some(comment), picked, None).await?;
    changed(tx, &question, None);
    Ok(Ok(()))
}

/// A member takes back what they answered.
pub async fn withdraw(
    tx: &mut Tx,
    conversation: ConversationId,
    member: MemberId,
) -> anyhow::Result<Result<(), NoAnswer>> {
    let Some(question) = of(tx, conversation).await? else { return Ok(Ok(())) };
    if !question.takes_answers(tx.now) {
        return Ok(Err(NoAnswer::Over));
    }
    let person = rules::of_member(member);
    let comment = store::own_comment(tx, conversation, &person).await?;
    if store::forget_own(tx, conversation, &person).await? > 0 {
        changed(tx, &question, comment);
    }
    Ok(Ok(()))
}

/// Files a comment under answers, for somebody who did not answer themselves. It may be done when nobody answers any more:
/// nobody says anything new by it.
pub async fn file(
    tx: &mut Tx,
    by: MemberId,
    comment: CommentId,
    picked: &Picked,
) -> anyhow::Result<Result<(), NoAnswer>> {
    let Some(written) = store::written(tx, comment).await?.filter(|written| written.is_comment && written.alive) else {
        return Ok(Err(NoAnswer::OptionGone));
    };
    let question = match answerable(tx, written.conversation, picked).await? {
        Ok(question) => question,
        Err(no) => return Ok(Err(no)),
    };
    let person = written.person(comment);
    if store::has_own(tx, written.conversation, &person).await? {
        return Ok(Err(NoAnswer::Own));
    }
    store::forget_filed(tx, written.conversation, &person).await?;
    write(tx, written.conversation, &person, written.writer, Some(comment), picked, Some(by)).await?;
    changed(tx, &question, Some(comment));
    Ok(Ok(()))
}

/// A comment is filed under no answer any more.
pub async fn unfile(tx: &mut Tx, comment: CommentId) -> anyhow::Result<()> {
    let Some(written) = store::written(tx, comment).await? else { return Ok(()) };
    let Some(question) = of(tx, written.conversation).await? else { return Ok(()) };
    if store::forget_filed(tx, written.conversation, &written.person(comment)).await? > 0 {
        changed(tx, &question, Some(comment));
    }
    Ok(())
}

/// Files what people said in words of their own under an answer, or under none any more. Whoever says the same later is
/// filed there, too.
pub async fn file_words(
    tx: &mut Tx,
    conversation: ConversationId,
    key: &str,
    option: Option<RowId>,
) -> anyhow::Result<Result<(), NoAnswer>> {
    let Some(question) = of(tx, conversation).await? else { return Ok(Err(NoAnswer::OptionGone)) };
    if option.is_some_and(|option| !question.options.iter().any(|one| one.id == option)) {
        return Ok(Err(NoAnswer::OptionGone));
    }
    store::file_words(tx, conversation, key, option).await?;
    changed(tx, &question, None);
    Ok(Ok(()))
}

async fn write(
    tx: &mut Tx,
    conversation: ConversationId,
    person: &str,
    member: Option<MemberId>,
    comment: Option<CommentId>,
    picked: &Picked,
    filed_by: Option<MemberId>,
) -> anyhow::Result<()> {
    let key = rules::key(&picked.other);
    let answer =
        store::NewAnswer { conversation, person, member, comment, other: &picked.other, other_key: &key, filed_by };
    Ok(store::insert(tx, &answer, &picked.options).await?)
}

/// Pages show something else now. While it is not shown to all what people answered, an open page does not hear whose
/// comment it was.
fn changed(tx: &mut Tx, question: &Question, comment: Option<CommentId>) {
    if let Some(comment) = comment.filter(|_| question.shows_all(tx.now)) {
        tx.emit(Event::CommentChanged(comment, question.conversation));
    }
    tx.emit(Event::QuestionChanged(question.conversation));
}

impl store::Written {
    fn person(&self, comment: CommentId) -> String {
        rules::person(comment, self.writer, self.has_email, self.guest_picture, &self.guest_name)
    }
}

/// Forgets what somebody answered without a comment. What stands at a comment stays or goes with that.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    for (conversation,) in store::forget_member(tx, member).await? {
        tx.emit(Event::QuestionChanged(conversation));
    }
    Ok(())
}

/// What this reader answered, or what was filed for them.
pub async fn own(
    conn: &mut Conn,
    question: &Question,
    member: Option<MemberId>,
    guest_key: Option<&[u8]>,
) -> anyhow::Result<Option<Answer>> {
    if member.is_none() && guest_key.is_none() {
        return Ok(None);
    }
    let rows = store::of_reader(conn, question.conversation, member, guest_key).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let (id, counts) = (first.answer.id, first.counts);
    let rows: Vec<_> = rows.into_iter().map(|row| row.answer).filter(|row| row.id == id).collect();
    Ok(folded(question, rows).pop().map(|answer| Answer { counts, ..answer }))
}

/// The answers that stand at these comments. Whoever shows them asks whether they are shown.
pub async fn at_comments(
    conn: &mut Conn,
    question: &Question,
    comments: &[CommentId],
) -> anyhow::Result<HashMap<CommentId, Answer>> {
    let list: Vec<i64> = comments.iter().map(|comment| comment.0).collect();
    let rows = store::at_comments(conn, question.conversation, &serde_json::to_string(&list)?).await?;
    Ok(folded(question, rows).into_iter().filter_map(|answer| Some((answer.comment?, answer))).collect())
}

/// Answers of which each row holds one choice.
fn folded(question: &Question, rows: Vec<store::AnswerRow>) -> Vec<Answer> {
    let mut answers: BTreeMap<RowId, Answer> = BTreeMap::new();
    for row in rows {
        let by = if row.filed_by == Some(question.author) { Filed::ByAuthor } else { Filed::ByOthers };
        let answer = answers.entry(row.id).or_insert_with(|| Answer {
            comment: row.comment,
            options: vec![],
            other: row.other,
            other_as: row.other_as,
            filed: row.filed_at.map(|_| by),
            counts: true,
        });
        // What their own words were filed under they did not choose.
        if row.option_filed_at.is_none() {
            answer.options.extend(row.option);
        }
    }
    answers.into_values().collect()
}

/// Who answered what, as far as it may be shown singly. Whoever shows it asks whether it is shown.
pub async fn breakdown(conn: &mut Conn, question: &Question) -> anyhow::Result<Breakdown> {
    let people = store::people(conn, question.conversation).await?;
    let groups = store::groups(conn, question.conversation).await?;
    let words = store::own_words(conn, question.conversation).await?;
    let mut bars: Vec<(Bar, i64, i64)> = vec![];
    for option in &question.options {
        let group = groups.iter().find(|group| group.option == option.id);
        let (people, comments) = group.map_or((0, 0), |group| (group.people, group.comments));
        bars.push((Bar::Option(option.clone()), people, comments));
    }
    // What few said in words of their own is one bar, so that nobody is known by their words.
    let (many, few): (Vec<_>, Vec<_>) = words.into_iter().partition(|words| words.people >= question.fewest);
    bars.extend(many.into_iter().map(|words| (Bar::Words(words.said, words.key), words.people, words.comments)));
    if !few.is_empty() {
        let count = few.iter().map(|words| words.people).sum();
        bars.push((Bar::Others, count, few.iter().map(|words| words.comments).sum()));
    }
    let counts: Vec<i64> = bars.iter().map(|(_, people, _)| *people).collect();
    let all_withheld = people > 0 && people < question.fewest;
    let withheld = if all_withheld {
        vec![true; counts.len()]
    } else {
        rules::withheld(&counts, question.fewest, question.choice)
    };
    let shares = bars.into_iter().zip(withheld).map(|((bar, people, comments), withheld)| Share {
        bar,
        people: (!withheld).then_some(people),
        has_comments: comments > 0 && !withheld,
    });
    Ok(Breakdown { people: (!all_withheld).then_some(people), shares: shares.collect() })
}

/// Which words of people's own are filed under which answer: as they are compared, as somebody wrote them, and the answer.
pub async fn filed_words(conn: &mut Conn, question: &Question) -> anyhow::Result<Vec<(String, String, RowId)>> {
    Ok(store::filed_words(conn, question.conversation).await?)
}

/// Which comments somebody asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Behind {
    /// Those of people who chose this answer.
    Option(RowId),
    /// Those of people who answered in words of their own.
    OwnWords,
}

/// The comments behind a bar; none where the bar is not shown.
pub async fn comments_behind(
    conn: &mut Conn,
    question: &Question,
    breakdown: &Breakdown,
    behind: Behind,
) -> anyhow::Result<Vec<CommentId>> {
    match behind {
        Behind::Option(option) if breakdown.shows(option) => {
            let comments = store::comments_with(conn, question.conversation, option).await?;
            Ok(comments.into_iter().map(|(id,)| id).collect())
        }
        Behind::Option(_) => Ok(vec![]),
        Behind::OwnWords => {
            let comments = store::comments_in_own_words(conn, question.conversation).await?;
            Ok(comments.into_iter().filter(|(_, key)| breakdown.shows_words(key)).map(|(id, _)| id).collect())
        }
    }
}
