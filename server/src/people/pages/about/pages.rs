//! HTTP for what members say about themselves, and for their colleagues.

use std::sync::Arc;

use askama::Template;
use axum::{extract::State, http::StatusCode};
use serde::Deserialize;

use crate::{
    kit::{
        app::App,
        error::Answer,
        i18n::Locale,
        web::{
            Query,
            forms::{Errors, Field as InForm, Typed, field},
            see_other,
        },
    },
    people::{
        about::{
            self, About, Colleague, Field, Viewers,
            gazetteer::{self, Place},
        },
        members::{self, Website},
    },
    site::{self, Page, Visitor},
};

const FIELDS: [InForm; 12] = [
    field("bio", "a-bio", "about-bio"),
    field("job", "a-job", "about-job"),
    field("workplace", "a-workplace", "about-workplace"),
    field("place", "a-place", "about-place"),
    field("website", "a-website", "field-website-label"),
    field("bio-viewers", "a-bio-viewers", "about-bio"),
    field("job-viewers", "a-job-viewers", "about-job"),
    field("workplace-viewers", "a-workplace-viewers", "about-workplace"),
    field("place-viewers", "a-place-viewers", "about-place"),
    field("website-viewers", "a-website-viewers", "field-website-label"),
    field("blogs-viewers", "a-blogs-viewers", "about-blogs"),
    field("tribes-viewers", "a-tribes-viewers", "tribes"),
];

/// What somebody typed about themselves.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
pub struct AboutForm {
    bio: String,
    job: String,
    workplace: String,
    place: String,
    website: String,
    bio_viewers: String,
    job_viewers: String,
    workplace_viewers: String,
    place_viewers: String,
    website_viewers: String,
    blogs_viewers: String,
    tribes_viewers: String,
    found: String,
    /// Which of several places of one name is meant, in full.
    place_is: String,
}

impl AboutForm {
    fn of(about: &About) -> Self {
        let said = |field| about.part(field).said;
        let viewers = |field| about.part(field).viewers.word().to_owned();
        Self {
            bio: said(Field::Bio),
            job: said(Field::Job),
            workplace: said(Field::Workplace),
            place: said(Field::Place),
            website: said(Field::Website),
            bio_viewers: viewers(Field::Bio),
            job_viewers: viewers(Field::Job),
            workplace_viewers: viewers(Field::Workplace),
            place_viewers: viewers(Field::Place),
            website_viewers: viewers(Field::Website),
            blogs_viewers: viewers(Field::Blogs),
            tribes_viewers: viewers(Field::Tribes),
            found: if about.is_found { "yes".into() } else { String::new() },
            place_is: String::new(),
        }
    }

    /// What was typed in a field and who is to see it, with the names these have.
    fn typed(&self, field: Field) -> (&'static str, &str, &'static str, &str) {
        match field {
            Field::Bio => ("bio", &self.bio, "bio-viewers", &self.bio_viewers),
            Field::Job => ("job", &self.job, "job-viewers", &self.job_viewers),
            Field::Workplace => ("workplace", &self.workplace, "workplace-viewers", &self.workplace_viewers),
            Field::Place => ("place", &self.place, "place-viewers", &self.place_viewers),
            Field::Website => ("website", &self.website, "website-viewers", &self.website_viewers),
            Field::Blogs => ("blogs", "", "blogs-viewers", &self.blogs_viewers),
            Field::Tribes => ("tribes", "", "tribes-viewers", &self.tribes_viewers),
        }
    }

    /// The same with the place that was chosen, if what is typed may be that one.
    fn with_chosen_place(mut self, t: &Locale) -> Self {
        if let Placed::OneOf(places) = Placed::of(t, &self.place)
            && places.contains(&self.place_is)
        {
            self.place = std::mem::take(&mut self.place_is);
        }
        self
    }

    fn check(&self) -> Result<About, Errors> {
        let mut errors = Errors::default();
        let mut about = About { is_found: self.found == "yes", ..About::default() };
        for field in Field::ALL {
            let (name, typed, viewers_name, viewers) = self.typed(field);
            let said = match field {
                Field::Bio => Ok(members::stored(typed)),
                Field::Website => typed.parse::<Website>().map(|website| website.as_str().to_owned()),
                _ => Ok(members::one_line(typed)),
            };
            let said = said.and_then(|said| match said.chars().count() {
                long if long > field.longest() => Err("field-too-long"),
                _ => Ok(said),
            });
            // A form without the choice means what is usual.
            let viewers = if viewers.is_empty() { Ok(field.usual()) } else { viewers.parse::<Viewers>() };
            if let (Some(said), Some(viewers)) = (errors.take(name, said), errors.take(viewers_name, viewers)) {
                about.say(field, &said, viewers);
            }
        }
        if about.is_found && about.part(Field::Workplace).said.is_empty() && errors.is_empty() {
            errors.add("workplace", "about-found-where");
        }
        if errors.is_empty() { Ok(about) } else { Err(errors) }
    }
}

#[derive(Template)]
#[template(path = "people/pages/about/about.html")]
struct AboutPage {
    p: Page,
    url: String,
    errors: Errors,
    wrong: Vec<InForm>,
    typed: AboutForm,
    is_saved: bool,
    /// Where the place that is typed is shown.
    place: Placed,
}

/// Where on the map of a course a place is.
enum Placed {
    /// Nothing was typed.
    No,
    /// In this town, or only in this country.
    At(String),
    In(String),
    /// In one of several, which are written like this.
    OneOf(Vec<String>),
    /// Nowhere that is known.
    Unknown,
}

impl Placed {
    fn of(t: &Locale, said: &str) -> Self {
        let country = |code| gazetteer::country(code, t.lang);
        match gazetteer::find(said) {
            _ if said.trim().is_empty() => Self::No,
            Place::Town(town) => Self::At(format!("{}, {}", town.name, country(town.country))),
            Place::Country(code) => Self::In(country(code).to_owned()),
            Place::OneOf(towns) => Self::OneOf(towns.iter().map(|town| town.in_full(t.lang)).collect()),
            Place::Unknown => Self::Unknown,
        }
    }
}

impl AboutPage {
    async fn new(app: &App, visitor: &Visitor, typed: AboutForm, errors: Errors) -> Answer<Self> {
        let member = visitor.signed_in()?;
        let mut conn = app.db.read().await?;
        let mut p = Page::new(&mut conn, visitor, visitor.words.say("about-you")).await?.private().refused(&errors);
        p.address = "/me/about/".into();
        let place = Placed::of(&visitor.words, &typed.place);
        Ok(Self { p, url: member.url(), wrong: errors.list(&FIELDS), errors, typed, is_saved: false, place })
    }

    /// Whether one of several places is to be chosen.
    const fn asks_which_place(&self) -> bool {
        matches!(self.place, Placed::OneOf(_))
    }

    /// Who may see a part, by word and message.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn viewers(&self) -> [(&'static str, &'static str); 4] {
        Viewers::ALL.map(|viewers| (viewers.word(), viewers.key()))
    }
}

/// What was saved a moment ago.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AboutQuery {
    saved: String,
}

/// `GET /me/about/`: what one says about oneself, and who sees it.
pub async fn about(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<AboutQuery>) -> Answer {
    let member = visitor.signed_in()?.id;
    let own = about::own(&mut app.db.read().await?, member).await?;
    let mut page = AboutPage::new(&app, &visitor, AboutForm::of(&own), Errors::default()).await?;
    page.is_saved = !asked.saved.is_empty();
    site::unstored(site::show(&page))
}

/// `POST /me/about`
pub async fn set(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<AboutForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    let form = form.with_chosen_place(&visitor.words);
    let errors = match form.check() {
        Ok(_) if app.limits.writing.take(&member.0).is_err() => Errors::of("form", "error-too-many-text"),
        Ok(about) => {
            app.db.always(async |tx| about::set(tx, member, &about).await).await?;
            return Ok(see_other("/me/about/?saved=yes#saved"));
        }
        Err(errors) => errors,
    };
    let is_too_many = errors.get("form").is_some();
    let page = AboutPage::new(&app, &visitor, form, errors).await?;
    let status = if is_too_many { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::UNPROCESSABLE_ENTITY };
    site::unstored(site::show_with(status, &page))
}

#[derive(Template)]
#[template(path = "people/pages/about/colleagues.html")]
struct ColleaguesPage {
    p: Page,
    /// Where the reader works, as they say.
    workplace: String,
    /// Whether they wish to be found by it.
    is_found: bool,
    colleagues: Vec<Colleague>,
}

/// `GET /me/colleagues/`: who says the same workplace, if both wish to be found by it.
pub async fn colleagues(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let own = about::own(&mut conn, member).await?;
    let mut p = Page::new(&mut conn, &visitor, visitor.words.say("colleagues")).await?.private();
    p.address = "/me/colleagues/".into();
    let page = ColleaguesPage {
        p,
        workplace: own.part(Field::Workplace).said,
        is_found: own.is_found,
        colleagues: about::colleagues(&mut conn, member).await?,
    };
    site::unstored(site::show(&page))
}
