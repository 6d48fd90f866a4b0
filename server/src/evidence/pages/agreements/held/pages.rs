//! HTTP for whoever holds the link of a request for support. They need no account; they see what is shared and nothing
//! else. Filters of mail open every link, so looking changes nothing, and leaves no trace.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    course::invitations::rules::masked,
    evidence::{
        agreements::{self, Agreement, Answer, Confirmed, Draft, Given, NotTaken, Said, letters},
        log::rules::hours,
        pages::agreements::pages::{typed_hours, weekly},
    },
    ids::RowId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer as Answered, Failure},
        web::{
            Path,
            forms::{Errors, Field, Typed, cut, field},
            see_other,
        },
    },
    links::emails,
    people::{
        community,
        identity::stored,
        members::{self, Email, Member},
        pages::account::pages::secret,
    },
    site::{self, Page, Visitor},
};

/// An answer as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct AnswerForm {
    said: String,
    minutes: String,
    note: String,
    name: String,
    role: String,
    email: String,
}

impl AnswerForm {
    fn read(&self, asked: &Draft, errors: &mut Errors) -> Option<Given> {
        let said = errors.take("said", self.said.parse::<Said>());
        let minutes = errors.take("minutes", hours(&self.minutes));
        let email = errors.take("email", self.email.parse::<Email>());
        let given = Given {
            said: said?,
            minutes: minutes?.filter(|_| said == Some(Said::Approved)),
            note: stored(&self.note),
            name: members::one_line(&self.name),
            role: members::one_line(&self.role),
            email: email?.as_str().to_owned(),
        };
        if let Some((name, key)) = given.wrong() {
            errors.add(name, key);
        }
        if asked.tied && given.email != asked.to_email {
            errors.add("email", "agreement-tied-wrong");
        }
        errors.is_empty().then_some(given)
    }
}

const FIELDS: [Field; 6] = [
    field("said", "a-said-approved", "agreement-said"),
    field("minutes", "a-minutes", "agreement-minutes"),
    field("note", "a-note", "agreement-answer-note"),
    field("name", "a-name", "agreement-your-name"),
    field("role", "a-role", "agreement-your-role"),
    field("email", "a-email", "agreement-your-email"),
];

/// What the page asks for.
enum Ask {
    /// An answer.
    Answer,
    /// The code for this answer, which was sent to this address.
    Code(RowId, String),
    /// Nothing: it was answered.
    Nothing(Box<Answer>),
}

#[derive(Template)]
#[template(path = "evidence/pages/agreements/held/held.html")]
struct HeldPage {
    p: Page,
    agreement: Agreement,
    asks: Draft,
    /// Who asks.
    name: String,
    /// The page of the course it is for, if anybody may read that.
    course: Option<String>,
    address: String,
    ask: Ask,
    f: AnswerForm,
    errors: Errors,
}

impl HeldPage {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&FIELDS)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn weekly(&self, minutes: &i64) -> String {
        weekly(&self.p.t, *minutes)
    }

    fn lede(&self) -> String {
        let community = self.p.community.name.as_str();
        self.p.t.with2("agreement-held-lede", ("name", self.name.as_str()), ("community", community))
    }

    /// What may be said: word, message, and whether it is chosen.
    fn choices(&self) -> [(&'static str, &'static str, bool); 3] {
        Said::ALL.map(|said| (said.word(), said.choice_key(), said.word() == self.f.said))
    }

    /// The one address that may answer, as whoever else may hold the link may see it.
    fn tied_to(&self) -> String {
        masked(&self.asks.to_email)
    }

    fn refuse(mut self, errors: Errors) -> Answered {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        secret(site::refused(&self))
    }
}

/// The request with this secret and who asks, as long as they are here.
async fn held(app: &App, conn: &mut Conn, token: &str) -> Answered<(Agreement, Member)> {
    let gone = Failure::Gone("agreement-gone");
    let Some(agreement) = agreements::held(conn, token, app.now()).await? else { return Err(gone) };
    let member = members::by_id(conn, agreement.member).await?.filter(emails::is_here).ok_or(gone)?;
    Ok((agreement, member))
}

async fn page(app: &App, visitor: &Visitor, token: &str, f: Option<AnswerForm>) -> Answered<HeldPage> {
    let mut conn = app.db.read().await?;
    let (agreement, member) = held(app, &mut conn, token).await?;
    let asks = agreement.draft();
    let course = match asks.course {
        Some(course) => crate::course::courses::find(&mut conn, course).await?,
        None => None,
    };
    let course = course.filter(|course| course.opened_at.is_some()).map(|course| course.url());
    let answered = agreements::answers(&mut conn, agreement.id).await?.into_iter().find(|it| it.is_to(&agreement));
    let title = visitor.words.with2("agreement-from", ("name", member.name.as_str()), ("title", asks.title.as_str()));
    let address = format!("/agreement/{token}/");
    let mut p = Page::new(&mut conn, visitor, title).await?.private();
    p.address.clone_from(&address);
    let ask = answered.map_or(Ask::Answer, |answer| Ask::Nothing(Box::new(answer)));
    let f = f.unwrap_or_else(|| AnswerForm { minutes: typed_hours(asks.asks), ..AnswerForm::default() });
    Ok(HeldPage { p, agreement, asks, name: member.name, course, address, ask, f, errors: Errors::default() })
}

/// `GET /agreement/{secret}/`: what is asked for, and the form to answer it.
pub async fn show(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answered {
    secret(site::show(&page(&app, &visitor, &token, None).await?))
}

/// `POST /agreement/{secret}/answer`: takes an answer, and sends a code to the address it is said to come from.
pub async fn answer(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Typed(form): Typed<AnswerForm>,
) -> Answered {
    let mut page = page(&app, &visitor, &token, Some(form)).await?;
    if matches!(page.ask, Ask::Nothing(_)) {
        // Sent twice, or somebody else was faster: what was answered stands there.
        return secret(site::show(&page));
    }
    let mut errors = Errors::default();
    let Some(given) = page.f.read(&page.asks, &mut errors) else { return page.refuse(errors) };
    if app.limits.tries.take(&visitor.ip).is_err() || app.limits.letters.take(&given.email).is_err() {
        return page.refuse(Errors::of("form", "letters-too-many"));
    }
    let community = community::of(&app).await?;
    let with = (app.settings.base_url.as_str(), &*community, &visitor.words);
    let taken = app
        .db
        .change(async |tx| match agreements::answer(tx, &page.agreement, &given).await? {
            Ok((id, code)) => {
                letters::send_code(tx, with, &page.asks.title, &given.email, &code).await?;
                Ok(Ok(id))
            }
            Err(no) => Ok(Err(no)),
        })
        .await?;
    match taken {
        Ok(id) => {
            page.ask = Ask::Code(id, given.email);
            secret(site::show(&page))
        }
        Err(NotTaken::Answered) => Ok(see_other(&page.address)),
        Err(NotTaken::TooMany) => page.refuse(Errors::of("form", "letters-too-many")),
    }
}

/// The code as it is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CodeForm {
    answer: String,
    email: String,
    code: String,
}

/// `POST /agreement/{secret}/confirm`: the answer counts, if the code is the one that was sent.
pub async fn confirm(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Typed(form): Typed<CodeForm>,
) -> Answered {
    let mut page = page(&app, &visitor, &token, None).await?;
    if matches!(page.ask, Ask::Nothing(_)) {
        return Ok(see_other(&format!("{}#done", page.address)));
    }
    app.limits.tries.take(&visitor.ip)?;
    let id: RowId = form.answer.parse().map_err(|_| Failure::Bad("field-choose"))?;
    let community = community::of(&app).await?;
    let confirmed = app
        .db
        .always(async |tx| {
            let confirmed = agreements::confirm(tx, &page.agreement, id, &form.code).await?;
            if let Confirmed::Now(answer) = &confirmed {
                letters::tell(tx, (&app.settings.base_url, &community), &page.agreement, answer).await?;
            }
            Ok(confirmed)
        })
        .await?;
    match confirmed {
        Confirmed::Now(_) | Confirmed::Answered => Ok(see_other(&format!("{}#done", page.address))),
        Confirmed::Wrong => {
            page.ask = Ask::Code(id, cut(&form.email).to_owned());
            page.refuse(Errors::of("code", "agreement-code-wrong"))
        }
        Confirmed::Over => page.refuse(Errors::of("form", "agreement-code-over")),
    }
}
