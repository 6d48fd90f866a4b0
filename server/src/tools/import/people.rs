//! Who the people of an export are here: those who have an account, and those who can claim one later.

use std::collections::HashMap;

use wxr::Comment;

use super::{report::Report, rules, survey::Survey};
use crate::{
    ids::MemberId,
    kit::db::{Conn, Tx},
    people::members::{self, Email, Handle, Newcomer},
};

/// The people of an export as members.
#[derive(Default)]
#[expect(clippy::struct_field_names, reason = "three ways to find the same people")]
pub struct People {
    by_login: HashMap<String, MemberId>,
    by_number: HashMap<u64, MemberId>,
    /// Members who commented and are not described in the file: who they are by their e-mail address.
    by_email: HashMap<u64, Option<MemberId>>,
}

/// Somebody as the file tells of them.
struct Person {
    login: String,
    number: Option<u64>,
    name: members::Name,
    email: Option<Email>,
}

impl People {
    /// Finds or makes an account for everybody who wrote something.
    pub async fn bring(
        tx: &mut Tx,
        survey: &Survey,
        origin: &rules::Origin,
        report: &mut Report,
    ) -> anyhow::Result<Self> {
        let mut people = Self::default();
        for person in persons(survey) {
            let from = origin.person(&person.login);
            let known = match &person.email {
                Some(email) => members::by_email(tx, email).await?.map(|member| member.id),
                None => None,
            };
            let known = match known {
                Some(member) => Some(member),
                None => members::imported(tx, &from).await?,
            };
            let member = if let Some(member) = known {
                report.members_known += 1;
                member
            } else {
                report.members_new += 1;
                if person.email.is_none() {
                    report.members_without_address += 1;
                    let why = "has no e-mail address in the file, so nobody can claim the account by one";
                    report.change("person", why, person.name.as_str());
                }
                let (handle, name) = (Handle::suggested(&person.login), person.name);
                let newcomer = Newcomer { handle, name, email: person.email.as_ref(), origin: &from };
                members::import(tx, &newcomer).await?
            };
            people.by_login.insert(person.login, member);
            people.by_number.extend(person.number.map(|number| (number, member)));
        }
        Ok(people)
    }

    /// The member who wrote an item.
    pub fn author(&self, creator: &str) -> anyhow::Result<MemberId> {
        let found = self.by_login.get(&key(creator));
        found.copied().ok_or_else(|| anyhow::anyhow!("the file changed while it was read: “{creator}” is new in it"))
    }

    /// The member who wrote a comment. Guests stay guests: only what was written by somebody who was signed in is theirs.
    pub async fn writer(&mut self, conn: &mut Conn, comment: &Comment) -> anyhow::Result<Option<MemberId>> {
        let Some(number) = comment.user_id else { return Ok(None) };
        if let Some(member) = self.by_number.get(&number) {
            return Ok(Some(*member));
        }
        if let Some(known) = self.by_email.get(&number) {
            return Ok(*known);
        }
        let member = match comment.author_email.parse::<Email>() {
            Ok(email) => members::by_email(conn, &email).await?.map(|member| member.id),
            Err(_) => None,
        };
        self.by_email.insert(number, member);
        Ok(member)
    }

    /// The one who wrote everything, if it was a single person.
    pub fn single_author(&self, survey: &Survey) -> Option<MemberId> {
        let mut authors = survey.creators.iter().filter_map(|creator| self.by_login.get(&key(creator)));
        let first = authors.next()?;
        authors.all(|other| other == first).then_some(*first)
    }
}

/// Everybody the file describes, and those it only names.
fn persons(survey: &Survey) -> Vec<Person> {
    let mut persons: Vec<Person> = vec![];
    let mut logins = std::collections::HashSet::new();
    for author in &survey.authors {
        let login = key(&author.login);
        if logins.insert(login.clone()) {
            let (name, email) = (rules::person_name(author), author.email.parse().ok());
            persons.push(Person { login, number: author.id, name, email });
        }
    }
    for creator in &survey.creators {
        let login = key(creator);
        if logins.insert(login.clone()) {
            let named = wxr::Author { login: creator.clone(), ..wxr::Author::default() };
            persons.push(Person { login, number: None, name: rules::person_name(&named), email: None });
        }
    }
    persons
}

fn key(login: &str) -> String {
    login.trim().to_lowercase()
}
