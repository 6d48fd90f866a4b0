//! Those who take part in the sample course beside the people who are written down: so many that the course has its size,
//! with what they write, say and hand in. The same every time, its numbers and dates aside.

use std::collections::{BTreeMap, HashSet};

use anyhow::Context;
use serde::Deserialize;

use super::{Loading, chance::Chance, crowd, email_of, good};
use crate::{
    audiences::circles::Part,
    course::{
        assignments::{self, Assignment},
        courses::{self, Course},
        discussions::{self, Group},
        homerooms,
        modules::{self, Item},
        reviews, tribes,
    },
    ids::{BlogId, CommentId, ConversationId, MemberId, PostId, Timestamp},
    kit::{db::Tx, i18n::Lang},
    people::{
        about::{self, About, Field},
        members::{self, Joiner, Member, Profile, Role},
    },
    talk::{
        blogs,
        comments::{self, Reply, Text, Writer},
        conversations,
        posts::{self, Audience, Comments},
        questions,
    },
};

/// So many of them guide a homeroom.
const GUIDES: usize = 9;
/// So many posts are written in a week.
const POSTS_A_WEEK: usize = 28;
/// How long before now it was quiet enough for something to wait for an answer, in minutes.
const LATELY_MINUTES: i64 = 60 * 40;

/// What they are made of, as it is written down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    zones: Vec<String>,
    roles: Vec<String>,
    places: Vec<String>,
    persons: Vec<String>,
    things: Vec<String>,
    week: Vec<Week>,
    replies: Replies,
    work: Work,
    hello: Hello,
    tribe: Vec<Tribe>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Week {
    titles: Vec<String>,
    openings: Vec<String>,
    middles: Vec<String>,
    ends: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Replies {
    said: Vec<String>,
    back: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Work {
    said: Vec<[String; 3]>,
}

/// What is said in homerooms and tribes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hello {
    asked: String,
    said: Vec<String>,
    talk: Vec<String>,
    answers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tribe {
    name: String,
    about: String,
    talk: Vec<String>,
    #[serde(default)]
    door: String,
    #[serde(default)]
    lang: String,
}

/// How somebody takes part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// Every week, with posts and answers.
    Keen,
    /// Most weeks, and now and then a post.
    Steady,
    /// The first weeks.
    Fading,
    /// Reads, and says nothing.
    Silent,
}

/// Somebody of the cohort.
struct Participant {
    member: Member,
    pace: Pace,
    place: String,
    blog: Option<BlogId>,
}

/// Something they wrote for a week.
struct Posted {
    post: PostId,
    author: usize,
    week: usize,
    thing: String,
    person: String,
    at: Timestamp,
}

/// Those who take part beside the people who are written down.
pub struct Cohort {
    written: Written,
    chance: Chance,
    people: Vec<Participant>,
    posts: Vec<Posted>,
}

impl Cohort {
    /// So many people join the community and the course, and guides for them.
    pub async fn join(tx: &mut Tx, course: &Course, count: usize) -> anyhow::Result<Self> {
        let written: Written =
            toml::from_str(include_str!("cohort.toml")).context("cohort.toml is not as it should be")?;
        let mut cohort = Self { written, chance: Chance::named("cohort"), people: vec![], posts: vec![] };
        let mut taken = HashSet::new();
        let begin = course.starts_on().begin(&course.zone());
        let count = if count > 0 { count + GUIDES } else { 0 };
        while cohort.people.len() < count {
            let name = crowd::name(&mut cohort.chance);
            let handle = name.to_lowercase().replace(' ', "_");
            if !taken.insert(handle.clone()) {
                continue;
            }
            let number = cohort.people.len();
            let pace = match number % 20 {
                _ if number < GUIDES => Pace::Keen,
                0..=3 => Pace::Keen,
                4..=9 => Pace::Steady,
                10..=14 => Pace::Fading,
                _ => Pace::Silent,
            };
            // A few came when the course was under way.
            let late = if number % 25 == 24 { cohort.days(30) + 5 } else { -cohort.days(9) - 1 };
            tx.now = begin.plus_days(late).plus_minutes(cohort.days(900));
            let participant = cohort.one(tx, &name, &handle, pace).await?;
            let part = if number < GUIDES { Part::Guide } else { Part::Member };
            good(courses::give_part(tx, course, participant.member.id, part).await?)?;
            cohort.people.push(participant);
        }
        Ok(cohort)
    }

    /// A number of days, or of whatever else, below this one.
    fn days(&mut self, end: u64) -> i64 {
        i64::try_from(self.chance.below(end)).unwrap_or_default()
    }

    fn anybody(&mut self) -> usize {
        usize::try_from(self.chance.below(self.people.len() as u64)).unwrap_or_default()
    }

    async fn one(&mut self, tx: &mut Tx, name: &str, handle: &str, pace: Pace) -> anyhow::Result<Participant> {
        let place = self.chance.pick(&self.written.places).clone();
        let job = self.chance.pick(&self.written.roles).clone();
        let zone = self.chance.pick(&self.written.zones).clone();
        let joiner = Joiner {
            handle: good(handle.parse())?,
            name: good(name.parse())?,
            email: email_of(handle)?,
            password: None,
            role: Role::Participant,
            language: Some(Lang::En),
        };
        let id = good(members::add(tx, &joiner).await?)?;
        members::confirm(tx, id).await?;
        let member = members::by_id(tx, id).await?.context("whoever joined is there")?;
        let profile = Profile { language: "en".into(), time_zone: zone };
        good(members::update(tx, &member, &joiner.handle, &joiner.name, &profile).await?)?;
        // Some of them wish to be found by those who work there, too.
        let mut about = About { is_found: self.people.len().is_multiple_of(3), ..About::default() };
        about.say(Field::Job, &job, Field::Job.usual());
        about.say(Field::Workplace, &place, Field::Workplace.usual());
        about::set(tx, id, &about).await?;
        let member = members::by_id(tx, id).await?.context("whoever joined is there")?;
        Ok(Participant { member, pace, place, blog: None })
    }

    /// Those of them who guide.
    pub fn guides(&self) -> impl Iterator<Item = MemberId> {
        self.people.iter().take(GUIDES).map(|one| one.member.id)
    }

    /// They read, write, answer one another, hand in, review and meet, week by week up to now.
    pub async fn take_part(
        &mut self,
        tx: &mut Tx,
        loading: &Loading,
        course: &Course,
        weeks: &[ConversationId],
        now: Timestamp,
    ) -> anyhow::Result<()> {
        if self.people.is_empty() {
            return Ok(());
        }
        for (week, module) in weeks.iter().enumerate() {
            let begin = course.starts_on().plus_days(i64::try_from(week)? * 7).at(9, 0).moment(&course.zone());
            if begin >= now {
                break;
            }
            self.read(tx, *module, week, begin, now).await?;
            self.write(tx, loading, course, (week, *module), begin, now).await?;
        }
        self.answer(tx, loading, now).await?;
        for it in assignments::all(tx, course.id).await? {
            self.hand_in(tx, course, &it, now).await?;
        }
        self.meet(tx, loading, course, now).await?;
        self.found_tribes(tx, loading, course, now).await
    }

    /// What there is to read of a week is ticked by those who keep up, and its question answered.
    async fn read(
        &mut self,
        tx: &mut Tx,
        module: ConversationId,
        week: usize,
        begin: Timestamp,
        now: Timestamp,
    ) -> anyhow::Result<()> {
        let items = modules::items(tx, module, None).await?;
        let question = questions::of(tx, module).await?;
        let share = |pace| match pace {
            Pace::Keen => 0.98,
            Pace::Steady => 0.8,
            Pace::Fading => [0.9, 0.7, 0.4, 0.1][week.min(3)],
            Pace::Silent => [0.6, 0.4, 0.3, 0.15][week.min(3)],
        };
        for at in GUIDES..self.people.len() {
            if self.chance.share() > share(self.people[at].pace) {
                continue;
            }
            let who = self.people[at].member.id;
            tx.now = begin.plus_minutes(self.days(6 * 24 * 60)).min(now);
            if tx.now < self.people[at].member.joined_at {
                continue;
            }
            for item in items.iter().filter(|item: &&Item| item.follows.is_none()) {
                modules::tick(tx, module, who, item.id).await?;
            }
            if let Some(question) = &question
                && self.chance.share() < 0.6
            {
                let option = self.chance.pick(&question.options).id;
                let picked = questions::Picked { options: vec![option], other: String::new() };
                good(questions::answer(tx, module, who, &picked).await?)?;
            }
        }
        Ok(())
    }

    /// Posts for a week.
    async fn write(
        &mut self,
        tx: &mut Tx,
        loading: &Loading,
        course: &Course,
        (week, module): (usize, ConversationId),
        begin: Timestamp,
        now: Timestamp,
    ) -> anyhow::Result<()> {
        let Some(written) = self.written.week.get(week) else { return Ok(()) };
        // In a week without anything new a few write all the same.
        let many = if written.titles.len() > 2 { POSTS_A_WEEK } else { POSTS_A_WEEK / 4 };
        let mut writers = vec![];
        for at in 0..self.people.len() {
            let share = match self.people[at].pace {
                Pace::Keen => 1.0,
                Pace::Steady => 0.5,
                Pace::Fading => f64::from(u8::from(week < 2)),
                Pace::Silent => 0.0,
            };
            if self.people[at].member.joined_at < begin && self.chance.share() < share {
                writers.push((self.chance.next(), at));
            }
        }
        writers.sort_unstable();
        let writers = writers.into_iter().map(|(_, at)| at).take(many.min(self.people.len() / 2));
        let writers: Vec<usize> = writers.collect();
        let mut moments: Vec<_> =
            writers.into_iter().map(|at| (begin.plus_minutes(self.days(7 * 24 * 60 - 60)), at)).collect();
        moments.sort_unstable_by_key(|(moment, at)| (moment.0, *at));
        for (at, author) in moments.into_iter().filter(|(at, _)| *at < now) {
            let (thing, person) = (self.chance.pick(&self.written.things).clone(), self.a_person());
            let it = &self.written.week[week];
            let mut parts = vec![self.chance.pick(&it.openings).as_str(), self.chance.pick(&it.middles).as_str()];
            if self.chance.share() < 0.75 {
                parts.push(self.chance.pick(&it.ends).as_str());
            }
            let source = filled(&parts.join("\n\n"), &thing, &person, &self.people[author].place);
            let title = filled(self.chance.pick(&it.titles).as_str(), &thing, &person, &self.people[author].place);
            tx.now = at;
            let blog = self.blog(tx, author).await?;
            let draft = posts::Draft {
                title: markup::title(&title, "en"),
                source,
                format: markup::Format::Markdown,
                slug: None,
                lang: good("en".parse())?,
                audience: if self.chance.share() < 0.1 { Audience::Circle(course.id) } else { Audience::Public },
                comments: Comments::Open,
                tags: vec![format!("week {}", week + 1)],
            };
            let text = posts::render(tx, &draft.source, draft.format, "en", loading.community.emoji).await?;
            let post = posts::begin(tx, &self.people[author].member, blog, &draft, &text).await?;
            conversations::assign(tx, post.into(), Some(course.id), Some(module)).await?;
            posts::publish(tx, post, blog, &loading.community.zone()).await?;
            self.posts.push(Posted { post, author, week, thing, person, at });
        }
        Ok(())
    }

    fn a_person(&mut self) -> String {
        self.chance.pick(&self.written.persons).clone()
    }

    /// The blog of somebody, who opens it with their first post.
    async fn blog(&mut self, tx: &mut Tx, at: usize) -> anyhow::Result<BlogId> {
        if let Some(blog) = self.people[at].blog {
            return Ok(blog);
        }
        let member = &self.people[at].member;
        let address = good(member.handle.replace('_', "-").parse())?;
        let blog = good(blogs::open(tx, Some(member.id), &address, &member.name, "").await?)?;
        self.people[at].blog = Some(blog);
        Ok(blog)
    }

    /// They answer one another; some of what was written lately waits for that.
    async fn answer(&mut self, tx: &mut Tx, loading: &Loading, now: Timestamp) -> anyhow::Result<()> {
        let mut said: Vec<(Timestamp, usize, usize, bool)> = vec![];
        for post in 0..self.posts.len() {
            let (at, author) = (self.posts[post].at, self.posts[post].author);
            let is_late = at > now.plus_minutes(-LATELY_MINUTES);
            let count = if is_late { self.chance.below(2) } else { 1 + self.chance.below(4) };
            for _ in 0..count {
                let mut who = self.anybody();
                while who == author || self.people[who].pace == Pace::Silent {
                    who = self.anybody();
                }
                let moment = at.plus_minutes(20 + self.days(3 * 24 * 60));
                if moment < now && self.people[who].member.joined_at < moment {
                    said.push((moment, post, who, self.chance.share() < 0.45));
                }
            }
        }
        said.sort_unstable_by_key(|(moment, post, who, _)| (moment.0, *post, *who));
        for (moment, post, who, goes_on) in said {
            let words = self.chance.pick(&self.written.replies.said).clone();
            let it = &self.posts[post];
            let (id, author) = (it.post, it.author);
            let words = filled(&words, &it.thing, &it.person, &self.people[who].place);
            let first = self.say(tx, loading, (id.into(), None), who, &words, moment).await?;
            let back = moment.plus_minutes(15 + self.days(900));
            if goes_on && back < now {
                let words = self.chance.pick(&self.written.replies.back).clone();
                self.say(tx, loading, (id.into(), Some(first)), author, &words, back).await?;
            }
        }
        Ok(())
    }

    async fn say(
        &self,
        tx: &mut Tx,
        loading: &Loading,
        (conversation, parent): (ConversationId, Option<CommentId>),
        who: usize,
        words: &str,
        at: Timestamp,
    ) -> anyhow::Result<CommentId> {
        tx.now = at;
        let text = good(Text::typed(tx, &loading.community, "en", words).await?)?;
        let writer = Writer::Member(&self.people[who].member);
        let said = Reply { conversation, parent, writer: &writer, moderates: false, text: &text };
        good(comments::reply(tx, &loading.community, &said).await?)
    }

    /// What they wrote for the week of an assignment is handed in; the first review each other, and some are at it.
    async fn hand_in(&mut self, tx: &mut Tx, course: &Course, it: &Assignment, now: Timestamp) -> anyhow::Result<()> {
        let (Some(opened), true) = (it.opened_at, it.reviews > 0) else { return Ok(()) };
        let modules: BTreeMap<usize, ConversationId> =
            modules::all(tx, course.id).await?.iter().map(|module| module.id).enumerate().collect();
        let work: Vec<(PostId, usize, Timestamp)> = self
            .posts
            .iter()
            .filter(|post| modules.get(&post.week).copied() == it.module && post.at > opened)
            .map(|post| (post.post, post.author, post.at))
            .collect();
        let mut handed = vec![];
        for (post, author, at) in work {
            tx.now = at.plus_minutes(60 + self.days(24 * 60)).min(now);
            let who = self.people[author].member.id;
            if author >= GUIDES {
                good(assignments::hand_in(tx, course, it, who, &assignments::Handed::Post(post), "").await?)?;
                handed.push((who, tx.now));
            }
        }
        let questions = reviews::questions(course, it);
        for (number, (who, at)) in handed.into_iter().enumerate() {
            for round in 0..it.reviews {
                tx.now = at.plus_days(1 + round).plus_minutes(self.days(600)).min(now);
                let reviews::Drawn::Review(id) = reviews::draw(tx, it, who).await? else { break };
                // One of four has it lying there, half read.
                if number % 4 == 3 {
                    break;
                }
                let review = reviews::own(tx, it.id, id, who).await?.context("the review just begun is there")?;
                let said = self.chance.pick(&self.written.work.said).clone();
                let answers = questions.iter().zip(said).map(|(question, words)| reviews::Answer {
                    question: question.text.clone(),
                    choice: question.choices.get(1).cloned().unwrap_or_default(),
                    words,
                });
                reviews::hand_in(tx, &review, &answers.collect::<Vec<_>>(), None).await?;
            }
        }
        Ok(())
    }

    /// Each homeroom has a discussion in which people say hello.
    async fn meet(&mut self, tx: &mut Tx, loading: &Loading, course: &Course, now: Timestamp) -> anyhow::Result<()> {
        let begin = course.starts_on().at(10, 0).moment(&course.zone());
        for room in homerooms::all(tx, course.id).await? {
            let Some(guide) = homerooms::guides(tx, room.id).await?.into_iter().next() else { continue };
            let people = homerooms::people(tx, room.id).await?;
            let inside: Vec<usize> = (0..self.people.len())
                .filter(|at| people.iter().any(|person| person.member == self.people[*at].member.id))
                .collect();
            let url = format!("{}talk/{}/", course.url(), room.address);
            let draft = discussions::Draft {
                title: "Who is here".into(),
                source: self.written.hello.asked.clone(),
                lang: Lang::En,
            };
            tx.now = begin;
            let it = self.discuss(tx, loading, guide.member, Group { circle: room.id, url: &url }, &draft).await?;
            let said = self.written.hello.said.clone();
            for words in said {
                let Some(who) = self.one_of(&inside) else { break };
                let words =
                    filled(&words, self.chance.pick(&self.written.things).as_str(), "", &self.people[who].place);
                let at = begin.plus_minutes(30 + self.days(5 * 24 * 60)).min(now);
                self.say(tx, loading, (it, None), who, &words, at).await?;
            }
        }
        Ok(())
    }

    fn one_of(&mut self, people: &[usize]) -> Option<usize> {
        let at = usize::try_from(self.chance.below(people.len() as u64)).unwrap_or_default();
        people.get(at).copied()
    }

    async fn discuss(
        &self,
        tx: &mut Tx,
        loading: &Loading,
        by: MemberId,
        group: Group<'_>,
        draft: &discussions::Draft,
    ) -> anyhow::Result<ConversationId> {
        let text = discussions::render(tx, draft, loading.community.emoji).await?;
        discussions::begin(tx, by, group, draft, &text).await
    }

    /// They found tribes, come into each other's, and talk there.
    async fn found_tribes(
        &mut self,
        tx: &mut Tx,
        loading: &Loading,
        course: &Course,
        now: Timestamp,
    ) -> anyhow::Result<()> {
        let begin = course.starts_on().at(12, 0).moment(&course.zone());
        let mut known: Vec<Member> = loading.people.values().map(|(member, _)| member.clone()).collect();
        known.sort_by_key(|member| member.id);
        for (number, written) in std::mem::take(&mut self.written.tribe).into_iter().enumerate() {
            let door = if written.door.is_empty() { tribes::Door::Open } else { good(written.door.parse())? };
            let lang = Lang::from_tag(&written.lang).unwrap_or(Lang::En);
            let draft = tribes::Draft {
                name: written.name,
                tagline: String::new(),
                source: written.about,
                rules: String::new(),
                lang,
                door,
                places: None,
            };
            tx.now = begin.plus_days(i64::try_from(number)? * 3).min(now);
            let founder = self.people[(number * 7 + GUIDES) % self.people.len()].member.clone();
            let address = tribes::found(tx, &founder, &draft).await?;
            let (tribe, _) =
                tribes::at(tx, Some(&founder), &address).await?.context("the tribe just founded is there")?;
            let mut inside = vec![];
            for _ in 0..8 + self.chance.below(24) {
                let who = self.anybody();
                if self.people[who].member.id != founder.id && !inside.contains(&who) {
                    tribes::join(tx, &tribe, self.people[who].member.id, "").await?;
                    inside.push(who);
                }
            }
            for _ in 0..2 {
                let who = self.chance.pick(&known).id;
                tribes::join(tx, &tribe, who, "").await?;
            }
            if door != tribes::Door::Open {
                // All but the last two who asked were let in.
                inside.truncate(inside.len().saturating_sub(2));
                for who in &inside {
                    good(tribes::let_in(tx, &tribe, self.people[*who].member.id).await?)?;
                }
            }
            let founder = founder.id;
            for (place, title) in written.talk.into_iter().enumerate() {
                let source = self.chance.pick(&self.written.hello.talk).clone();
                let draft = discussions::Draft { title, source, lang: Lang::En };
                tx.now = begin.plus_days(i64::try_from(number * 3 + place * 9)? + 1).min(now.plus_minutes(-600));
                let opened = tx.now;
                let url = format!("{}talk/", tribe.url());
                let group = Group { circle: tribe.id, url: &url };
                let it = self.discuss(tx, loading, founder, group, &draft).await?;
                for round in 0..self.days(6) {
                    let Some(who) = self.one_of(&inside) else { break };
                    let words = self.chance.pick(&self.written.hello.answers).clone();
                    let words =
                        filled(&words, self.chance.pick(&self.written.things).as_str(), "", &self.people[who].place);
                    let at = opened.plus_minutes(50 + round * 700 + self.days(600)).min(now);
                    self.say(tx, loading, (it, None), who, &words, at).await?;
                }
            }
        }
        Ok(())
    }
}

/// A sentence with what it is about filled in.
fn filled(sentence: &str, thing: &str, person: &str, place: &str) -> String {
    let first = |words: &str| {
        let mut letters = words.chars();
        letters.next().map_or_else(String::new, |one| one.to_uppercase().chain(letters).collect())
    };
    sentence
        .replace("{thing}", thing)
        .replace("{Thing}", &first(thing))
        .replace("{person}", person)
        .replace("{Person}", &first(person))
        .replace("{place}", place)
}
