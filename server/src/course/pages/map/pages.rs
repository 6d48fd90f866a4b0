//! HTTP for the map of a course.

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use super::view::{Cut, Mark, Spot};
use crate::{
    course::{courses::Course, pages::courses::pages::found},
    ids::MemberId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, Query},
    },
    people::{
        about::{
            self, Field, OnMap,
            gazetteer::{self, Town},
        },
        identity::search_key,
        members,
    },
    site::{self, Page, Visitor},
};

/// So many people stand by their names in each place of a course of at most so many; in a larger one only their number.
const NAMED: i64 = 24;
const NAMED_UP_TO: i64 = 500;

#[derive(Template)]
#[template(path = "course/pages/map/map.html")]
struct Shown {
    p: Page,
    course: Course,
    cut: Cut,
    marks: Vec<Mark>,
    marks_when_narrow: Vec<Mark>,
    countries: Vec<Country>,
    /// Those whose place is not known.
    elsewhere: Option<Group>,
    people: i64,
    places: i64,
    /// Whether the reader says where they are.
    says: bool,
    /// Whether that may be one of several places.
    is_unclear: bool,
    /// The one place that is shown, if one was asked for.
    one: Option<String>,
}

/// A country with people in it.
struct Country {
    name: String,
    towns: Vec<Group>,
}

/// A town, or where no town is known, with those who are there.
struct Group {
    /// What it is called; empty: somewhere in the country.
    name: String,
    /// Its place in the list.
    id: String,
    people: i64,
    /// As many of them as are named.
    named: Vec<OnMap>,
    /// The query that names all.
    query: String,
}

impl Group {
    fn new(town: Option<Town>, rows: Vec<OnMap>, names: bool) -> Self {
        let country = rows.first().map_or("", |row| row.country.as_str()).to_owned();
        let (id, query) = match (town, country.as_str()) {
            (Some(town), _) => (format!("place-{}", town.number), format!("?town={}", town.number)),
            (None, "") => ("place-elsewhere".into(), "?in=elsewhere".into()),
            (None, code) => (format!("place-{code}"), format!("?in={code}")),
        };
        let people = rows.first().map_or(0, |row| row.people);
        let name = town.map_or("", |town| town.name).to_owned();
        Self { name, id, people, named: if names { rows } else { vec![] }, query }
    }

    /// How many are not named.
    fn more(&self) -> i64 {
        self.people - i64::try_from(self.named.len()).unwrap_or(self.people)
    }
}

impl OnMap {
    fn url(&self) -> String {
        members::url(&self.handle)
    }
}

/// Which place is asked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    town: Option<i64>,
    r#in: String,
}

impl Asked {
    /// The town and the code of the country; none if all are asked for.
    fn place(&self) -> Option<(Option<i64>, String)> {
        match (self.town, self.r#in.as_str()) {
            (Some(number), _) => Some((Some(number), gazetteer::town(number)?.country.to_owned())),
            (None, "") => None,
            (None, "elsewhere") => Some((None, String::new())),
            (None, code) => Some((None, code.to_owned())),
        }
    }
}

/// `GET /courses/{course}/map/`: where its people are, for those in it, as far as each shows it.
pub async fn map(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, standing) = found(&mut conn, &visitor, &address).await?;
    let reader = visitor.id().filter(|_| standing.is_in() || standing.leads()).ok_or(Failure::NotFound)?;
    site::unstored(site::show(&page(&mut conn, &visitor, course, reader, &asked).await?))
}

async fn page(
    conn: &mut Conn,
    visitor: &Visitor,
    course: Course,
    reader: MemberId,
    asked: &Asked,
) -> anyhow::Result<Shown> {
    let names = asked.place().is_some() || course.taken <= NAMED_UP_TO;
    let rows = match asked.place() {
        Some((town, country)) => about::at_place(conn, reader, course.id, town, &country).await?,
        None => about::map_of(conn, reader, course.id, if names { NAMED } else { 1 }).await?,
    };
    let said = about::own(conn, reader).await?.part(Field::Place).said;
    let says = !said.is_empty();
    let is_unclear = matches!(gazetteer::find(&said), gazetteer::Place::OneOf(_));
    let mut groups: BTreeMap<(String, Option<i64>), Vec<OnMap>> = BTreeMap::new();
    for row in rows {
        groups.entry((row.country.clone(), row.town)).or_default().push(row);
    }
    let mut countries: BTreeMap<(String, String), Vec<Group>> = BTreeMap::new();
    let (mut spots, mut elsewhere, mut people) = (vec![], None, 0);
    for ((code, number), rows) in groups {
        let town = number.and_then(gazetteer::town);
        let group = Group::new(town, rows, names);
        people += group.people;
        if code.is_empty() {
            elsewhere = Some(group);
            continue;
        }
        if let Some(town) = town {
            let (name, address) = (town.name.to_owned(), format!("#{}", group.id));
            spots.push(Spot { point: town.point, people: group.people, name, address });
        }
        let name = gazetteer::country(&code, visitor.words.lang).to_owned();
        countries.entry((search_key(&name), name)).or_default().push(group);
    }
    let countries: Vec<Country> = countries
        .into_iter()
        .map(|((_, name), mut towns)| {
            towns.sort_by_key(|town| (town.name.is_empty(), search_key(&town.name)));
            Country { name, towns }
        })
        .collect();
    let one = asked.place().map(|(town, code)| match (town.and_then(gazetteer::town), code.as_str()) {
        (Some(town), _) => town.in_full(visitor.words.lang),
        (None, "") => visitor.words.say("map-elsewhere"),
        (None, code) => gazetteer::country(code, visitor.words.lang).to_owned(),
    });
    let title = visitor.words.say("map");
    let mut p = Page::new(conn, visitor, title).await?.private();
    p.address = format!("{}map/", course.url());
    let cut = Cut::around(&spots);
    Ok(Shown {
        p,
        course,
        cut,
        marks: cut.marks(&spots),
        marks_when_narrow: cut.marks_when_narrow(&spots),
        countries,
        elsewhere,
        people,
        places: i64::try_from(spots.len())?,
        says,
        is_unclear,
        one,
    })
}
