//! HTTP for the settings.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Multipart, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use serde::Deserialize;

use super::rules;
use crate::{
    kit::{
        app::{App, run_blocking},
        error::{Answer, Failure},
        files::picture,
        i18n::{Lang, Locale},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other, uploads,
        },
    },
    people::{
        members::{self, Email, Handle, Member, Name, NoJoin, Password, Profile},
        pages::account::{emails::MailContext, pages::sign_in_as},
        sessions::{self, SignIn},
    },
    site::{self, Page, Visitor},
    talk::blogs::{self, Blog},
};

const FIELDS: [Field; 12] = [
    field("name", "s-name", "field-name"),
    field("handle", "s-handle", "field-handle-label"),
    field("language", "s-language", "language"),
    field("zone", "s-zone", "settings-zone"),
    field("title", "s-title", "settings-blog-title"),
    field("tagline", "s-tagline", "settings-blog-tagline"),
    field("address", "s-address", "settings-blog-address"),
    field("picture", "s-picture", "settings-picture-new"),
    field("email", "s-email", "settings-address"),
    field("present", "s-present", "settings-password-old"),
    field("old", "s-old", "settings-password-old"),
    field("new", "s-new", "field-new-password"),
];

/// For so long after signing in a first password may be set, in minutes.
const FRESH_MINUTES: i64 = 60;
/// No line under a blog's title is longer than this, in characters.
const LONGEST_TAGLINE_CHARS: usize = 200;

/// The settings as the page shows them. What was refused is still as it was typed; everything else is as it is.
#[derive(Template)]
#[template(path = "people/pages/account/settings/settings.html")]
struct SettingsPage {
    p: Page,
    member: Arc<Member>,
    host: String,
    saved: Option<&'static str>,
    /// Which form was refused.
    at: &'static str,
    errors: Errors,
    wrong: Vec<Field>,
    typed: ProfileForm,
    blog: Option<BlogForm>,
    email: String,
    megabytes: i64,
    has_password: bool,
    sessions: Vec<Session>,
}

/// A sign-in as the page shows it.
struct Session {
    name: String,
    on: String,
    when: String,
    here: bool,
}

impl SettingsPage {
    async fn new(app: &App, visitor: &Visitor) -> Answer<Self> {
        let member = visitor.signed_in()?.clone();
        let mut conn = app.db.read().await?;
        let mut p = Page::new(&mut conn, visitor, visitor.words.say("nav-settings")).await?.private();
        p.address = "/me/settings/".into();
        let here = visitor.session.as_ref().and_then(tower_sessions::Session::id).map(sessions::hash);
        let sign_ins = sessions::of(&mut conn, member.id).await?;
        let base_url = &app.settings.base_url;
        Ok(Self {
            host: base_url.split_once("://").map_or(base_url.as_str(), |(_, host)| host).to_owned(),
            saved: None,
            at: "",
            errors: Errors::default(),
            wrong: vec![],
            typed: ProfileForm::of(&member),
            blog: blogs::of(&mut conn, member.id).await?.first().map(BlogForm::of),
            email: member.email.clone().unwrap_or_default(),
            megabytes: i64::try_from(app.settings.upload_bytes / (1024 * 1024))?,
            has_password: members::has_password(&mut conn, member.id).await?,
            sessions: sign_ins.iter().map(|sign_in| Session::of(&visitor.words, sign_in, here.as_ref())).collect(),
            member,
            p,
        })
    }

    /// What to choose time zones from.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn zones(&self) -> &'static [String] {
        &rules::ZONES
    }

    /// The page with one form refused: what is wrong stands there.
    fn refuse(mut self, at: &'static str, errors: Errors) -> Answer {
        let status = match (errors.get("form"), errors.get("picture")) {
            (Some("error-too-many-text" | "letters-too-many"), _) => StatusCode::TOO_MANY_REQUESTS,
            (_, Some("picture-too-large")) => StatusCode::PAYLOAD_TOO_LARGE,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        self.p = self.p.refused(&errors);
        (self.at, self.wrong, self.errors) = (at, errors.list(&FIELDS), errors);
        site::unstored(site::show_with(status, &self))
    }
}

impl Session {
    fn of(t: &Locale, sign_in: &SignIn, here: Option<&[u8; 32]>) -> Self {
        let on = sessions::rules::device(t, &sign_in.agent());
        let here = here.is_some_and(|hash| hash.as_slice() == sign_in.hash);
        let when = if here {
            t.with("settings-session-since", "date", t.date(sign_in.started_at))
        } else {
            t.with("settings-session-seen", "date", t.date(sign_in.seen_at))
        };
        Self { name: sign_in.name(), on, when, here }
    }
}

/// What was saved a moment ago.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SettingsQuery {
    saved: String,
}

/// `GET /me/settings/`
pub async fn settings(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<SettingsQuery>) -> Answer {
    const SAVED: [(&str, &str); 11] = [
        ("joined", "settings-saved-joined"),
        ("profile", "settings-saved-profile"),
        ("blog", "settings-saved-blog"),
        ("picture", "settings-saved-picture"),
        ("email", "settings-saved-email"),
        ("move", "settings-saved-move"),
        ("address", "settings-saved-address"),
        ("password", "settings-saved-password"),
        ("session", "settings-saved-session"),
        ("sessions", "settings-saved-sessions"),
        ("picture-removed", "settings-saved-picture-removed"),
    ];
    let mut page = SettingsPage::new(&app, &visitor).await?;
    page.saved = SAVED.iter().find(|(word, _)| *word == asked.saved).map(|(_, key)| *key);
    site::unstored(site::show(&page))
}

fn saved(what: &str) -> Response {
    see_other(&format!("/me/settings/?saved={what}"))
}

/// A profile as it was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ProfileForm {
    name: String,
    handle: String,
    #[serde(flatten)]
    profile: Profile,
}

impl ProfileForm {
    fn of(member: &Member) -> Self {
        Self { name: member.name.clone(), handle: member.handle.clone(), profile: member.profile.clone() }
    }

    fn check(&self, member: &Member) -> Result<(Handle, Name, Profile), Errors> {
        let mut errors = Errors::default();
        let mut profile = self.profile.clone();
        let name = errors.take("name", self.name.parse());
        // A handle that is not given out any more stays whose it is.
        let kept = (self.handle == member.handle).then(|| Handle::had(&member.handle));
        let handle = kept.or_else(|| errors.take("handle", self.handle.parse()));
        match Lang::from_tag(&profile.language) {
            Some(lang) => profile.language = lang.tag().into(),
            None if profile.language.is_empty() => {}
            None => errors.add("language", "field-choose"),
        }
        let zone = &profile.time_zone;
        if !(zone.is_empty() || *zone == member.profile.time_zone || rules::ZONES.contains(zone)) {
            errors.add("zone", "field-choose");
        }
        match (handle, name) {
            (Some(handle), Some(name)) if errors.is_empty() => Ok((handle, name, profile)),
            _ => Err(errors),
        }
    }
}

/// `POST /me/profile`
pub async fn profile(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<ProfileForm>) -> Answer {
    let member = visitor.signed_in()?;
    let errors = match form.check(member) {
        Ok((handle, ..)) if handle.as_str() != member.handle && app.limits.moves.take(&member.id.0).is_err() => {
            Errors::of("form", "error-too-many-text")
        }
        Ok((handle, name, profile)) => {
            let change = app.db.change(async |tx| members::update(tx, member, &handle, &name, &profile).await);
            match change.await? {
                Ok(()) => return Ok(saved("profile")),
                Err(NoJoin::HandleTaken | NoJoin::EmailTaken) => Errors::of("handle", "settings-handle-taken"),
            }
        }
        Err(errors) => errors,
    };
    let mut page = SettingsPage::new(&app, &visitor).await?;
    page.typed = form;
    page.refuse("profile", errors)
}

/// A blog's settings as they were typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct BlogForm {
    title: String,
    tagline: String,
    address: String,
}

impl BlogForm {
    fn of(blog: &Blog) -> Self {
        Self { title: blog.title.clone(), tagline: blog.tagline.clone(), address: blog.address.clone() }
    }
}

/// `POST /me/blog`
pub async fn blog(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<BlogForm>) -> Answer {
    let member = visitor.signed_in()?;
    let owned = blogs::of(&mut app.db.read().await?, member.id).await?;
    let blog = owned.first().ok_or(Failure::NotFound)?;
    let mut errors = Errors::default();
    let title = errors.take("title", form.title.parse());
    let address = errors.take("address", form.address.parse());
    let tagline = members::one_line(&form.tagline);
    if tagline.chars().count() > LONGEST_TAGLINE_CHARS {
        errors.add("tagline", "field-too-long");
    }
    let moves = address.as_ref().is_some_and(|address: &blogs::Address| address.as_str() != blog.address);
    if errors.is_empty() && moves && app.limits.moves.take(&member.id.0).is_err() {
        errors.add("form", "error-too-many-text");
    }
    if let (Some(title), Some(address), true) = (title, address, errors.is_empty()) {
        let change = app.db.change(async |tx| blogs::update(tx, blog, &address, &title, &tagline).await);
        match change.await? {
            Ok(()) => return Ok(saved("blog")),
            Err(blogs::AddressTaken) => errors.add("address", "settings-blog-address-taken"),
        }
    }
    let mut page = SettingsPage::new(&app, &visitor).await?;
    page.blog = Some(form);
    page.refuse("blog", errors)
}

/// `POST /me/picture`: a new picture, or the generated one again.
pub async fn picture(State(app): State<Arc<App>>, visitor: Visitor, upload: Multipart) -> Answer {
    let member = visitor.signed_in()?;
    let errors = match app.limits.uploads.take(&member.id.0) {
        Ok(()) => match take_picture(&app, upload).await? {
            Ok(file) => {
                app.db.always(async |tx| members::set_picture(tx, member.id, file.as_deref()).await).await?;
                return Ok(saved(if file.is_some() { "picture" } else { "picture-removed" }));
            }
            Err(key) => Errors::of("picture", key),
        },
        Err(_) => Errors::of("form", "error-too-many-text"),
    };
    SettingsPage::new(&app, &visitor).await?.refuse("picture", errors)
}

/// The name of the picture that came with a form, none if it is to be removed, or what is wrong with it.
async fn take_picture(app: &App, upload: Multipart) -> Answer<Result<Option<String>, &'static str>> {
    let bytes = match uploads::picture(upload, app.settings.upload_bytes).await? {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Ok(Ok(None)),
        Err(key) => return Ok(Err(key)),
    };
    match run_blocking(&app.image_permits, move || picture::portrait(&bytes)).await? {
        Ok((bytes, ending)) => Ok(Ok(Some(app.files.keep(bytes, ending).await?))),
        Err(no) => Ok(Err(picture::key(no))),
    }
}

/// A new address as it was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AddressForm {
    email: String,
    /// The present password, where there is one.
    present: String,
}

/// `POST /me/email`
pub async fn email(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<AddressForm>) -> Answer {
    let member = visitor.signed_in()?;
    let has_password = members::has_password(&mut app.db.read().await?, member.id).await?;
    let errors = match form.email.parse::<Email>() {
        Ok(email) if Some(email.as_str()) == member.email.as_deref() => Errors::of("email", "settings-address-same"),
        Ok(_) if has_password && app.limits.try_at(&member.id.to_string(), visitor.ip).is_err() => {
            Errors::of("form", "error-too-many-text")
        }
        Ok(_) if has_password && !members::is_password_of(&app, member.id, &form.present).await? => {
            Errors::of("present", "settings-password-wrong")
        }
        Ok(email)
            if app.limits.moves.take(&member.id.0).is_err()
                || app.limits.letters.take(&email.as_str().to_owned()).is_err() =>
        {
            Errors::of("form", "letters-too-many")
        }
        Ok(email) => {
            let desk = MailContext::new(&app, &visitor.community, &visitor.words);
            if has_password || member.email.is_none() {
                super::ask_for_address(&app, &desk, member, &email).await?;
                return Ok(saved("email"));
            }
            super::ask_at_present_address(&app, &desk, member, &email).await?;
            return Ok(saved("move"));
        }
        Err(key) => Errors::of("email", key),
    };
    let mut page = SettingsPage::new(&app, &visitor).await?;
    page.email = form.email;
    page.refuse("email", errors)
}

/// Passwords as they were typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PasswordForm {
    old: String,
    new: String,
}

/// `POST /me/password`: every other sign-in ends, this one goes on under a new token.
pub async fn password(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    headers: HeaderMap,
    Typed(form): Typed<PasswordForm>,
) -> Answer {
    let member = visitor.signed_in()?;
    let errors = match allowed(&app, &visitor, member, &form).await? {
        Ok(password) => {
            super::change_password(&app, member, &password).await?;
            sign_in_as(&visitor, &headers, member).await?;
            return Ok(saved("password"));
        }
        Err(errors) => errors,
    };
    SettingsPage::new(&app, &visitor).await?.refuse("password", errors)
}

/// The new password, if it is good and the present one was right.
async fn allowed(
    app: &App,
    visitor: &Visitor,
    member: &Member,
    form: &PasswordForm,
) -> anyhow::Result<Result<Password, Errors>> {
    let password = match form.new.parse() {
        Ok(password) => password,
        Err(key) => return Ok(Err(Errors::of("new", key))),
    };
    if !members::has_password(&mut app.db.read().await?, member.id).await? {
        let fresh = is_fresh(app, visitor, member).await?;
        return Ok(if fresh { Ok(password) } else { Err(Errors::of("form", "settings-password-by-link")) });
    }
    if app.limits.try_at(&member.id.to_string(), visitor.ip).is_err() {
        return Ok(Err(Errors::of("form", "error-too-many-text")));
    }
    let right = members::is_password_of(app, member.id, &form.old).await?;
    Ok(if right { Ok(password) } else { Err(Errors::of("old", "settings-password-wrong")) })
}

/// Whether this sign-in began a short while ago: whoever has no password then proved by a link who they are.
async fn is_fresh(app: &App, visitor: &Visitor, member: &Member) -> anyhow::Result<bool> {
    let Some(here) = visitor.session.as_ref().and_then(tower_sessions::Session::id) else { return Ok(false) };
    let here = sessions::hash(here);
    let began = sessions::of(&mut app.db.read().await?, member.id).await?;
    let began = began.iter().find(|sign_in| sign_in.hash == here).map(|sign_in| sign_in.started_at);
    Ok(began.is_some_and(|at| at > app.now().plus_minutes(-FRESH_MINUTES)))
}

/// `POST /me/sessions/{hash}/end`
pub async fn end_session(State(app): State<Arc<App>>, visitor: Visitor, Path(name): Path<String>) -> Answer {
    let member = visitor.signed_in()?;
    let hash = hex::decode(&name).map_err(|_| Failure::NotFound)?;
    app.db.always(async |tx| super::end_one(tx, member, &hash).await).await?;
    Ok(saved("session"))
}

/// `POST /me/sessions/end-all`: ends every sign-in but this one.
pub async fn end_sessions(State(app): State<Arc<App>>, visitor: Visitor, headers: HeaderMap) -> Answer {
    let member = visitor.signed_in()?;
    app.db.always(async |tx| super::end_all(tx, member).await).await?;
    sign_in_as(&visitor, &headers, member).await?;
    Ok(saved("sessions"))
}
