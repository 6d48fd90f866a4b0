//! Who the people of an export are here: those who have an account, and those who can claim one later.

use std::collections::{HashMap, HashSet};

use wxr::Comment;

use super::{report::Report, rules, survey::Survey};
use crate::{
    ids::MemberId,
    kit::db::Tx,
    people::members::{self, Email, Handle, Newcomer},
};

/// The people of an export as members.
#[derive(Default)]
pub struct People {
    by_login: HashMap<String, MemberId>,
    by_number: HashMap<u64, MemberId>,
    /// What people are called, by what a plugin for several authors calls them.
    pub names: HashMap<String, String>,
    /// The handles of those who wrote, by the name they signed in with.
    pub handles: Vec<(String, String)>,
    /// The same by the number they had.
    pub numbers: Vec<(u64, String)>,
    /// Those who have an account since this file was read.
    newcomers: HashSet<MemberId>,
}

/// Somebody as the file tells of them.
struct Person {
    /// None for those who only commented.
    login: Option<String>,
    number: Option<u64>,
    name: members::Name,
    email: Option<Email>,
    origin: String,
}

impl People {
    /// Finds or makes an account for everybody who wrote something, and was signed in when they did.
    pub async fn bring(
        tx: &mut Tx,
        survey: &Survey,
        origin: &rules::Origin,
        report: &mut Report,
    ) -> anyhow::Result<Self> {
        let mut people = Self { names: survey.guest_authors.clone(), ..Self::default() };
        // Somebody can be described as an author and have commented under another number.
        let mut counted = HashSet::new();
        for person in persons(survey, origin) {
            let known = match &person.email {
                Some(email) => members::by_email(tx, email).await?,
                None => None,
            };
            let known = match known {
                Some(member) => Some(member.id),
                None => members::imported(tx, &person.origin).await?,
            };
            let member = if let Some(member) = known {
                report.members_known += u64::from(counted.insert(member));
                member
            } else {
                report.members_new += 1;
                if person.email.is_none() {
                    report.members_without_address += 1;
                    let why = "has no e-mail address in the file, so nobody can claim the account by one";
                    report.change("person", why, person.name.as_str());
                }
                let handle =
                    Handle::suggested(&rules::handle_from(person.login.as_deref().unwrap_or_default(), &person.name));
                let newcomer = Newcomer {
                    handle,
                    name: person.name.clone(),
                    email: person.email.as_ref(),
                    origin: &person.origin,
                };
                let member = members::import(tx, &newcomer).await?;
                people.newcomers.insert(member);
                counted.insert(member);
                member
            };
            people.by_number.extend(person.number.map(|number| (number, member)));
            let Some(login) = person.login else { continue };
            people.names.insert(login.clone(), person.name.as_str().to_owned());
            if let Some(found) = members::by_id(tx, member).await? {
                people.handles.push((login.clone(), found.handle.clone()));
                people.numbers.extend(person.number.map(|number| (number, found.handle)));
            }
            people.by_login.insert(login, member);
        }
        Ok(people)
    }

    /// Everybody, once each.
    pub fn all(&self) -> Vec<MemberId> {
        let mut all: Vec<_> = self.by_login.values().chain(self.by_number.values()).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether somebody came with this file and was not here before.
    pub fn is_new(&self, member: MemberId) -> bool {
        self.newcomers.contains(&member)
    }

    /// The member who wrote an item.
    pub fn author(&self, creator: &str) -> anyhow::Result<MemberId> {
        let found = self.by_login.get(&key(creator));
        found.copied().ok_or_else(|| anyhow::anyhow!("the file changed while it was read: “{creator}” is new in it"))
    }

    /// The member who wrote a comment. Guests stay guests: only what was written by somebody who was signed in is theirs.
    pub fn writer(&self, comment: &Comment) -> Option<MemberId> {
        self.by_number.get(&comment.user_id?).copied()
    }

    /// The one who wrote everything, if it was a single person.
    pub fn single_author(&self, survey: &Survey) -> Option<MemberId> {
        let mut authors = survey.creators.iter().filter_map(|creator| self.by_login.get(&key(creator)));
        let first = authors.next()?;
        authors.all(|other| other == first).then_some(*first)
    }
}

/// Everybody the file describes, and those it only names.
fn persons(survey: &Survey, origin: &rules::Origin) -> Vec<Person> {
    let mut persons: Vec<Person> = vec![];
    let mut logins = HashSet::new();
    for author in &survey.authors {
        let login = key(&author.login);
        if logins.insert(login.clone()) {
            let (name, email) = (rules::person_name(author), author.email.parse().ok());
            let origin = origin.person(&login);
            persons.push(Person { login: Some(login), number: author.id, name, email, origin });
        }
    }
    for creator in &survey.creators {
        let login = key(creator);
        if logins.insert(login.clone()) {
            let named = wxr::Author { login: creator.clone(), ..wxr::Author::default() };
            let (name, origin) = (rules::person_name(&named), origin.person(&login));
            persons.push(Person { login: Some(login), number: None, name, email: None, origin });
        }
    }
    for (number, (name, email)) in &survey.commenters {
        // Without an address they could never claim what they wrote, so it stays a guest's.
        let Ok(email) = email.parse::<Email>() else { continue };
        let named = wxr::Author { display_name: name.clone(), ..wxr::Author::default() };
        let (name, origin) = (rules::person_name(&named), origin.commenter(*number));
        persons.push(Person { login: None, number: Some(*number), name, email: Some(email), origin });
    }
    persons
}

fn key(login: &str) -> String {
    login.trim().to_lowercase()
}
