//! What comes in: every address, and who answers it.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    http::{HeaderName, Method, StatusCode},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, de::DeserializeOwned};
use tower::Layer;
use tower_http::{
    catch_panic::CatchPanicLayer,
    csrf::CsrfLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    trace::TraceLayer,
};
use tower_sessions::{Expiry, SessionManagerLayer, cookie::SameSite};
use url::Url;

use crate::{
    course::{self, pages::tribes},
    evidence::{self, log},
    kit::{
        app::App,
        web::{
            self,
            forms::names,
            methods::{Methods, get, post},
            page_cache::Rule,
        },
    },
    links::pages::{announcements, answers, devices, guests, help, mail, messages, notifications, search, undelivered},
    meta,
    people::{
        pages::{
            about, account, archive, blocks, directory, guest_blocks, leaving, manage, reports, shelves, site_pages,
        },
        sessions,
    },
    site,
    talk::{
        comments,
        pages::{
            blog, editing, feeds, home, kept, media, moderation, question, reading, river, thanks, thread, writing,
        },
    },
};

/// No form is larger than this, in bytes, unless it holds a text or a file.
const LARGEST_FORM_BYTES: usize = 64 * 1024;
/// One with a comment: so many characters, of which each takes up to twelve bytes on the way.
const LARGEST_COMMENT_BYTES: usize = 12 * comments::LONGEST_CHARS + LARGEST_FORM_BYTES;
/// One with a post.
const LARGEST_POST_BYTES: usize = 12 * writing::LONGEST_CHARS + LARGEST_FORM_BYTES;
/// One with an entry of a learning log: three texts.
const LARGEST_ENTRY_BYTES: usize = 3 * 12 * log::rules::LONGEST_TEXT + LARGEST_FORM_BYTES;
/// One with a table for a learning log: most bytes of one take three on the way.
const LARGEST_TABLE_BYTES: usize = 2 * 1024 * 1024;
/// One with a credential that somebody holds out: a picture with it, and a text beside.
const LARGEST_HELD_OUT_BYTES: usize = 17 * 1024 * 1024;
/// One with invitations.
const LARGEST_INVITATION_BYTES: usize = 256 * 1024;
/// So much of a file is read that is too large, in bytes.
const LARGEST_SENT_BYTES: usize = 128 * 1024 * 1024;
/// No answer may take longer than this to begin.
const REQUEST_TIMEOUT: Duration = Duration::from_mins(1);
/// Unless a file is sent before, of which something comes all the time.
const UPLOAD_TIMEOUT: Duration = Duration::from_hours(3);

/// The addresses of the site: who answers each, and which are pages that may be kept.
struct Addresses {
    router: Router<Arc<App>>,
    rules: matchit::Router<Option<Rule>>,
}

impl Addresses {
    fn new() -> Self {
        Self { router: Router::new(), rules: matchit::Router::new() }
    }

    fn route(self, path: &'static str, answer: Methods<Arc<App>>) -> Self {
        self.ruled(path, answer, None)
    }

    /// A page that may be kept. What it is asked in a query is read into `Q`; what that does not name changes nothing.
    fn page<Q: DeserializeOwned>(self, path: &'static str, answer: Methods<Arc<App>>) -> Self {
        self.ruled(path, answer, Some(Rule { names: names::<Q>(), shared: false }))
    }

    /// One that looks the same to all members who have no rights of their own to what it shows.
    fn shared_page<Q: DeserializeOwned>(self, path: &'static str, answer: Methods<Arc<App>>) -> Self {
        self.ruled(path, answer, Some(Rule { names: names::<Q>(), shared: true }))
    }

    fn ruled(mut self, path: &'static str, answer: Methods<Arc<App>>, rule: Option<Rule>) -> Self {
        self.rules.insert(path, rule).expect("the router would not take an address twice either");
        Self { router: self.router.route(path, answer.into_router()), rules: self.rules }
    }
}

/// Courses.
fn courses(addresses: Addresses, largest_upload: usize) -> Addresses {
    use course::pages::{assignments, calendars, courses, homerooms, invitations, map, people, rooms, settings};
    let text = DefaultBodyLimit::max(LARGEST_COMMENT_BYTES);
    addresses
        .route("/courses/", get(courses::pages::list))
        .route("/me/calendar/", get(calendars::pages::own))
        .route("/me/calendar", post(calendars::pages::change))
        .route("/calendar/{token}", get(calendars::pages::feed))
        .route("/manage/courses/new", get(settings::pages::new).post(settings::pages::create).layer(text))
        .route("/courses/{course}/", get(courses::pages::course))
        .route("/courses/{course}/join", post(courses::pages::join))
        .route("/courses/{course}/map/", get(map::pages::map))
        .route("/courses/{course}/name", get(courses::pages::name_form).post(courses::pages::name))
        .route("/courses/{course}/leave", get(courses::pages::leave_form).post(courses::pages::leave))
        .route("/courses/{course}/manage/", get(settings::pages::edit_form).post(settings::pages::edit).layer(text))
        .route("/courses/{course}/manage/open", post(settings::pages::open))
        .route("/courses/{course}/manage/close", post(settings::pages::close))
        .route("/courses/{course}/manage/reopen", post(settings::pages::reopen))
        .route("/courses/{course}/manage/people/", get(people::pages::people))
        .route("/courses/{course}/manage/people/invite", post(people::pages::invite))
        .route(
            "/courses/{course}/manage/invitations/",
            get(invitations::manage::pages::list)
                .post(invitations::manage::pages::send)
                .layer(DefaultBodyLimit::max(LARGEST_INVITATION_BYTES)),
        )
        .route("/courses/{course}/manage/invitations/{id}/again", post(invitations::manage::pages::again))
        .route("/courses/{course}/manage/invitations/{id}/take-back", post(invitations::manage::pages::take_back))
        .route("/invite/{secret}/", get(invitations::pages::form))
        .route("/invite/{secret}/accept", post(invitations::pages::accept))
        .route("/invite/{secret}/decline", post(invitations::pages::decline))
        .route("/invite/{secret}/join", post(invitations::pages::join))
        .route("/invite/{secret}/never", get(invitations::pages::never_form).post(invitations::pages::never))
        .route("/courses/{course}/manage/people/{id}/let-in", post(people::pages::let_in))
        .route("/courses/{course}/manage/people/{id}/turn-away", post(people::pages::turn_away))
        .route("/courses/{course}/manage/people/{id}/part", post(people::pages::part))
        .route("/courses/{course}/manage/copy", get(settings::pages::copy_form).post(settings::pages::copy))
        .route("/courses/{course}/talk/{room}/", get(rooms::pages::list))
        .route("/courses/{course}/talk/{room}/new", get(rooms::pages::new).post(rooms::pages::begin).layer(text))
        .route("/courses/{course}/talk/{room}/{id}/", get(rooms::pages::read))
        .route("/courses/{course}/talk/{room}/{id}/comments", post(rooms::pages::reply).layer(text))
        .route(
            "/courses/{course}/talk/{room}/{id}/edit",
            get(rooms::pages::edit_form).post(rooms::pages::edit).layer(text),
        )
        .route("/courses/{course}/talk/{room}/{id}/pin", post(rooms::pages::pin))
        .route("/courses/{course}/talk/{room}/{id}/unpin", post(rooms::pages::unpin))
        .route("/courses/{course}/talk/{room}/{id}/close", post(rooms::pages::close))
        .route("/courses/{course}/talk/{room}/{id}/reopen", post(rooms::pages::reopen))
        .route("/courses/{course}/talk/{room}/{id}/delete", get(rooms::pages::delete_form).post(rooms::pages::delete))
        .route("/courses/{course}/manage/assignments/", get(assignments::manage::pages::list))
        .route(
            "/courses/{course}/manage/assignments/new",
            get(assignments::manage::pages::new).post(assignments::manage::pages::create).layer(text),
        )
        .route(
            "/courses/{course}/manage/assignments/{id}/",
            get(assignments::manage::pages::one).post(assignments::manage::pages::edit).layer(text),
        )
        .route("/courses/{course}/manage/assignments/{id}/open", post(assignments::manage::pages::open))
        .route("/courses/{course}/manage/assignments/{id}/delete", post(assignments::manage::pages::delete))
        .route("/courses/{course}/assignments/", get(assignments::pages::list))
        .route("/courses/{course}/assignments/{slug}/", get(assignments::pages::assignment))
        .route("/courses/{course}/assignments/{slug}/comments", post(assignments::pages::reply).layer(text))
        .route("/courses/{course}/assignments/{slug}/hand-in", post(assignments::pages::hand_in))
        .route(
            "/courses/{course}/assignments/{slug}/file",
            post(assignments::pages::hand_in_file).layer(DefaultBodyLimit::max(largest_upload)),
        )
        .route("/courses/{course}/assignments/{slug}/withdraw", post(assignments::pages::withdraw))
        .route("/courses/{course}/assignments/{slug}/files/{id}", get(assignments::pages::file))
        .route("/courses/{course}/assignments/{slug}/reviews", post(assignments::review::pages::draw))
        .route(
            "/courses/{course}/assignments/{slug}/reviews/{id}/",
            get(assignments::review::pages::form).post(assignments::review::pages::write).layer(text),
        )
        .route("/courses/{course}/assignments/{slug}/reviews/{id}/back", post(assignments::review::pages::give_back))
        .route("/courses/{course}/assignments/{slug}/reviews/{id}/answer", post(assignments::review::pages::answer))
        .route("/courses/{course}/assignments/{slug}/work/", get(assignments::work::pages::work))
        .route("/courses/{course}/assignments/{slug}/work/{id}/", get(assignments::work::pages::piece))
        .route("/courses/{course}/assignments/{slug}/work/{id}/review", post(assignments::work::pages::review))
        .route("/courses/{course}/assignments/{slug}/extensions", post(assignments::work::pages::extend))
        .route("/courses/{course}/homerooms/", get(homerooms::pages::own))
        .route("/courses/{course}/homerooms/{number}/", get(homerooms::pages::homeroom))
        .route("/courses/{course}/homerooms/{number}/console/", get(homerooms::console::pages::console))
        .route("/courses/{course}/console/", get(homerooms::console::pages::course_console))
        .route("/courses/{course}/claims/{id}", post(homerooms::console::pages::claim))
        .route("/courses/{course}/claims/{id}/let-go", post(homerooms::console::pages::let_go))
        .route("/courses/{course}/manage/homerooms/", get(homerooms::manage::pages::list))
        .route("/courses/{course}/manage/homerooms/place", post(homerooms::manage::pages::place))
        .route("/courses/{course}/manage/homerooms/add", post(homerooms::manage::pages::add))
        .route("/courses/{course}/manage/homerooms/{number}/", get(homerooms::manage::pages::one))
        .route("/courses/{course}/manage/homerooms/{number}/name", post(homerooms::manage::pages::rename))
        .route("/courses/{course}/manage/homerooms/{number}/guide", post(homerooms::manage::pages::give_guide))
        .route("/courses/{course}/manage/homerooms/{number}/no-guide", post(homerooms::manage::pages::take_guide))
        .route("/courses/{course}/manage/homerooms/{number}/move", post(homerooms::manage::pages::move_to))
}

/// What happened, anywhere and in each place.
fn streams(addresses: Addresses) -> Addresses {
    use course::pages::stream;
    addresses
        .route("/stream/", get(stream::pages::community))
        .route("/stream/live", get(stream::pages::community_live))
        .route("/members/{handle}/stream/", get(stream::pages::member))
        .route("/members/{handle}/stream/live", get(stream::pages::member_live))
        .route("/tribes/{slug}/stream/", get(stream::pages::tribe))
        .route("/tribes/{slug}/stream/live", get(stream::pages::tribe_live))
        .route("/courses/{course}/stream/", get(stream::pages::course))
        .route("/courses/{course}/stream/live", get(stream::pages::course_live))
}

/// What courses consist of.
fn modules(addresses: Addresses, largest_upload: usize, largest_file: usize) -> Addresses {
    use course::pages::{modules, wrap_ups};
    let text = DefaultBodyLimit::max(LARGEST_COMMENT_BYTES);
    addresses
        .route("/courses/{course}/manage/modules/", get(modules::manage::pages::list))
        .route("/courses/{course}/manage/modules/add", post(modules::manage::pages::add))
        .route("/courses/{course}/manage/modules/weeks", post(modules::manage::pages::weeks))
        .route(
            "/courses/{course}/manage/modules/{id}/",
            get(modules::manage::pages::one).post(modules::manage::pages::edit).layer(text),
        )
        .route("/courses/{course}/manage/modules/{id}/wrap-up", get(wrap_ups::pages::form).post(wrap_ups::pages::begin))
        .route("/courses/{course}/manage/modules/{id}/question", post(modules::manage::pages::question))
        .route("/courses/{course}/manage/modules/{id}/open", post(modules::manage::pages::open))
        .route("/courses/{course}/manage/modules/{id}/live/cancel", post(modules::manage::pages::cancel_live))
        .route("/courses/{course}/manage/modules/{id}/live/restore", post(modules::manage::pages::restore_live))
        .route("/courses/{course}/manage/modules/{id}/delete", post(modules::manage::pages::delete))
        .route("/courses/{course}/manage/modules/{id}/shift", post(modules::manage::pages::shift))
        .route("/courses/{course}/manage/modules/{id}/items", post(modules::manage::pages::item).layer(text))
        .route("/courses/{course}/manage/modules/{id}/items/shift", post(modules::manage::pages::shift_item))
        .route("/courses/{course}/manage/links", post(modules::manage::pages::works))
        .route("/courses/{course}/manage/modules/{id}/items/{item}/", get(modules::media::pages::form))
        .route(
            "/courses/{course}/manage/modules/{id}/items/{item}/file",
            post(modules::media::pages::upload).layer(DefaultBodyLimit::max(largest_file)),
        )
        .route("/courses/{course}/manage/modules/{id}/items/{item}/file/remove", post(modules::media::pages::remove))
        .route(
            "/courses/{course}/manage/modules/{id}/items/{item}/captions",
            post(modules::media::pages::add_captions).layer(DefaultBodyLimit::max(largest_upload)),
        )
        .route(
            "/courses/{course}/manage/modules/{id}/items/{item}/captions/remove",
            post(modules::media::pages::remove_captions),
        )
        .route("/courses/{course}/{module}/", get(modules::pages::module))
        .route("/courses/{course}/{module}/comments", post(modules::pages::reply).layer(text))
        .route("/courses/{course}/{module}/files/{item}", get(modules::media::pages::file))
        .route("/courses/{course}/{module}/captions/{item}/{lang}", get(modules::media::pages::caption))
        .route("/courses/{course}/{module}/ticks", post(modules::pages::tick))
}

/// Where one is told of what happens.
fn told(addresses: Addresses) -> Addresses {
    let text = DefaultBodyLimit::max(LARGEST_COMMENT_BYTES);
    addresses
        .route("/me/notifications/", get(notifications::pages::bell))
        .route("/me/notifications/seen", post(notifications::pages::seen))
        .route("/me/notifications/live", get(notifications::pages::live))
        .route("/me/watches/", get(notifications::pages::watches))
        .route("/me/watches", post(notifications::pages::watch))
        .route("/me/mail/", get(mail::pages::mail))
        .route("/me/mail/choice", post(mail::pages::choose))
        .route("/me/mail/again", post(mail::pages::again))
        .route("/me/devices", post(devices::pages::begin))
        .route("/me/devices/{id}/end", post(devices::pages::end))
        .route("/push-worker.js", get(web::assets::push_worker))
        .route("/me/answers/", get(answers::pages::list))
        .route("/me/answers/{id}/publish", post(answers::pages::publish))
        .route("/me/answers/{id}/discard", post(answers::pages::discard))
        .route("/mail/{token}/", get(mail::pages::end_form).post(mail::pages::end))
        .route("/mail/guest/{token}/", get(guests::pages::form).post(guests::pages::end))
        .route("/mail/guest/{token}/confirm", post(guests::pages::confirm))
        .route("/mail/guest/{token}/never", post(guests::pages::never))
        .route("/mail/guest/{token}/allow", post(guests::pages::allow))
        .route("/announcements/{id}/", get(announcements::pages::announcement))
        .route("/announcements/{id}/dismiss", post(announcements::pages::dismiss))
        .route("/announcements/for/{circle}/", get(announcements::pages::in_circle))
        .route(
            "/announcements/for/{circle}/new",
            get(announcements::pages::new).post(announcements::pages::create).layer(text),
        )
        .route("/announcements/for/{circle}/{id}/", get(announcements::pages::preview))
        .route(
            "/announcements/for/{circle}/{id}/edit",
            get(announcements::pages::edit_form).post(announcements::pages::edit).layer(text),
        )
        .route("/announcements/for/{circle}/{id}/publish", post(announcements::pages::publish))
        .route("/announcements/for/{circle}/{id}/withdraw", post(announcements::pages::withdraw))
        .route("/manage/announcements/", get(announcements::pages::list))
        .route(
            "/manage/announcements/new",
            get(announcements::pages::new).post(announcements::pages::create).layer(text),
        )
        .route("/manage/announcements/{id}/", get(announcements::pages::preview))
        .route(
            "/manage/announcements/{id}/edit",
            get(announcements::pages::edit_form).post(announcements::pages::edit).layer(text),
        )
        .route("/me/mail/address", post(mail::pages::address))
        .route("/mail/address/{secret}", get(mail::pages::confirm_form).post(mail::pages::confirm))
        .route("/search/", get(search::pages::search))
        .route("/search/hints", get(search::pages::hints))
        .route("/help/course/", get(help::pages::course))
        .route("/help/notifications/", get(help::pages::notifications))
        .route("/manage/announcements/{id}/publish", post(announcements::pages::publish))
        .route("/manage/announcements/{id}/withdraw", post(announcements::pages::withdraw))
}

/// Tribes: the directory, what each says of itself, its people, when it meets, and what is discussed in it.
fn tribes(addresses: Addresses, largest_upload: usize, largest_file: usize) -> Addresses {
    let text = DefaultBodyLimit::max(LARGEST_POST_BYTES);
    let comment = DefaultBodyLimit::max(LARGEST_COMMENT_BYTES);
    addresses
        .route("/tribes/", get(tribes::pages::directory))
        .route("/tribes/new", get(tribes::settings::pages::new).post(tribes::settings::pages::create).layer(text))
        .route("/tribes/{slug}/", get(tribes::pages::tribe))
        .route("/tribes/{slug}/picture/{name}", get(tribes::pages::picture))
        .route("/tribes/{slug}/join", post(tribes::pages::join))
        .route("/tribes/{slug}/decline", post(tribes::pages::decline))
        .route(
            "/tribes/{slug}/edit",
            get(tribes::settings::pages::edit_form).post(tribes::settings::pages::edit).layer(text),
        )
        .route(
            "/tribes/{slug}/picture",
            post(tribes::settings::pages::set_picture).layer(DefaultBodyLimit::max(largest_upload)),
        )
        .route("/tribes/{slug}/close", post(tribes::settings::pages::close))
        .route("/tribes/{slug}/reopen", post(tribes::settings::pages::reopen))
        .route("/tribes/{slug}/end", get(tribes::settings::pages::end_form).post(tribes::settings::pages::end))
        .route("/tribes/{slug}/members/", get(tribes::people::pages::people))
        .route("/tribes/{slug}/invite", post(tribes::people::pages::invite))
        .route("/tribes/{slug}/members/{id}/let-in", post(tribes::people::pages::let_in))
        .route("/tribes/{slug}/members/{id}/turn-away", post(tribes::people::pages::turn_away))
        .route("/tribes/{slug}/members/{id}/remove", post(tribes::people::pages::remove))
        .route("/tribes/{slug}/leave", get(tribes::people::pages::leave_form).post(tribes::people::pages::leave))
        .route("/tribes/{slug}/offer", post(tribes::people::pages::offer))
        .route("/tribes/{slug}/lead", post(tribes::people::pages::lead))
        .route(
            "/tribes/{slug}/gatherings/new",
            get(tribes::gatherings::pages::new).post(tribes::gatherings::pages::create),
        )
        .route(
            "/tribes/{slug}/gatherings/{id}/edit",
            get(tribes::gatherings::pages::edit_form).post(tribes::gatherings::pages::edit),
        )
        .route("/tribes/{slug}/gatherings/{id}/cancel", post(tribes::gatherings::pages::cancel))
        .route("/tribes/{slug}/files/", get(tribes::files::pages::list))
        .route("/tribes/{slug}/file", post(tribes::files::pages::put).layer(DefaultBodyLimit::max(largest_file)))
        .route("/tribes/{slug}/files/{id}", get(tribes::files::pages::file))
        .route("/tribes/{slug}/files/{id}/edit", get(tribes::files::pages::edit_form).post(tribes::files::pages::edit))
        .route(
            "/tribes/{slug}/files/{id}/file",
            post(tribes::files::pages::replace).layer(DefaultBodyLimit::max(largest_file)),
        )
        .route("/tribes/{slug}/files/{id}/remove", post(tribes::files::pages::remove))
        .route("/tribes/{slug}/river/", get(tribes::talk::pages::talked))
        .route("/tribes/{slug}/river/live", get(tribes::talk::pages::talked_live))
        .route("/tribes/{slug}/new", get(tribes::talk::pages::new).post(tribes::talk::pages::begin).layer(text))
        .route("/tribes/{slug}/{id}/", get(tribes::talk::pages::read))
        .route("/tribes/{slug}/{id}/comments", post(tribes::talk::pages::reply).layer(comment))
        .route(
            "/tribes/{slug}/{id}/edit",
            get(tribes::talk::pages::edit_form).post(tribes::talk::pages::edit).layer(text),
        )
        .route("/tribes/{slug}/{id}/pin", post(tribes::talk::pages::pin))
        .route("/tribes/{slug}/{id}/unpin", post(tribes::talk::pages::unpin))
        .route("/tribes/{slug}/{id}/close", post(tribes::talk::pages::close))
        .route("/tribes/{slug}/{id}/reopen", post(tribes::talk::pages::reopen))
        .route("/tribes/{slug}/{id}/delete", get(tribes::talk::pages::delete_form).post(tribes::talk::pages::delete))
}

/// Questions with answers to choose from.
fn asked(addresses: Addresses) -> Addresses {
    addresses
        .shared_page::<Nothing>("/conversations/{id}/question", get(question::pages::alone))
        .route("/conversations/{id}/answer", get(question::pages::form).post(question::pages::answer))
        .route("/conversations/{id}/answer/withdraw", post(question::pages::withdraw))
        .route("/conversations/{id}/words", post(question::pages::file_words))
        .route("/comments/{id}/file", post(question::pages::file))
}

/// What those decide who lead a conversation: about its comments, and about itself.
fn in_order(addresses: Addresses) -> Addresses {
    addresses
        .route("/comments/{id}/approve", post(moderation::pages::approve))
        .route("/comments/{id}/hide", post(moderation::pages::hide))
        .route("/conversations/{id}/slow", post(moderation::pages::slow))
        .route("/conversations/{id}/close", post(moderation::pages::close))
        .route("/conversations/{id}/reopen", post(moderation::pages::reopen))
        .route("/comments/{id}/unhide", post(moderation::pages::unhide))
}

/// Private messages, blocking and reporting.
fn private(addresses: Addresses) -> Addresses {
    let text = DefaultBodyLimit::max(LARGEST_COMMENT_BYTES);
    addresses
        .route("/me/messages/", get(messages::pages::list))
        .route("/me/messages/new", get(messages::pages::new).post(messages::pages::begin).layer(text))
        .route("/me/messages/settings", get(messages::pages::settings).post(messages::pages::choose))
        .route("/me/messages/{id}/", get(messages::pages::correspondence).post(messages::pages::write).layer(text))
        .route("/me/messages/{id}/archive", post(messages::pages::archive))
        .route("/me/messages/{id}/unarchive", post(messages::pages::unarchive))
        .route("/me/messages/{id}/mute", post(messages::pages::mute))
        .route("/me/messages/{id}/unmute", post(messages::pages::unmute))
        .route("/me/messages/{id}/unread", post(messages::pages::unread))
        .route("/me/messages/{id}/leave", get(messages::pages::leave_form).post(messages::pages::leave))
        .route(
            "/me/messages/{id}/{message}/edit",
            get(messages::pages::edit_form).post(messages::pages::edit).layer(text),
        )
        .route("/me/messages/{id}/{message}/delete", get(messages::pages::delete_form).post(messages::pages::delete))
        .route("/me/blocks/{id}/", get(blocks::pages::form).post(blocks::pages::block))
        .route("/me/blocks/{id}/end", post(blocks::pages::unblock))
        .route("/report/{kind}/{id}", get(reports::pages::form).post(reports::pages::make))
        .route("/manage/guests/", get(guest_blocks::pages::list))
        .route("/manage/guests/{id}/block", get(guest_blocks::pages::form).post(guest_blocks::pages::block))
        .route("/manage/guests/{id}/lift", post(guest_blocks::pages::lift))
        .route("/manage/reports/", get(reports::pages::list))
        .route("/manage/reports/{id}/", get(reports::pages::one).post(reports::pages::decide))
}

/// What one takes home, and leaving.
fn taken_home(addresses: Addresses) -> Addresses {
    addresses
        .route("/me/archive/", get(archive::pages::archive))
        .route("/me/archive", post(archive::pages::ask))
        .route("/me/archive/download", get(archive::pages::download))
        .route("/me/archive/delete", post(archive::pages::delete))
        .route("/me/leave/", get(leaving::pages::form))
        .route("/me/leave", post(leaving::pages::leave))
}

/// Thanks for what others wrote.
fn thanked(addresses: Addresses) -> Addresses {
    addresses
        .route("/comments/{id}/thanks", get(thanks::pages::of_comment).post(thanks::pages::thank_for_comment))
        .route("/comments/{id}/thanks/take-back", post(thanks::pages::take_back_of_comment))
        .route("/conversations/{id}/thanks", get(thanks::pages::of_subject).post(thanks::pages::thank_for_subject))
        .route("/conversations/{id}/thanks/take-back", post(thanks::pages::take_back_of_subject))
}

/// What one keeps for later.
fn kept_for_later(addresses: Addresses) -> Addresses {
    addresses
        .route("/comments/{id}/keep", post(kept::pages::keep_comment))
        .route("/comments/{id}/keep/take-out", post(kept::pages::take_out_comment))
        .route("/conversations/{id}/keep", post(kept::pages::keep_subject))
        .route("/conversations/{id}/keep/take-out", post(kept::pages::take_out_subject))
        .route("/me/kept/", get(kept::pages::list))
        .route("/me/media/{id}/alt", post(media::pages::describe))
        .route("/me/media/{id}/remove", post(media::pages::remove))
        .route("/me/kept/tidy", post(kept::pages::tidy))
}

/// Shelves of what members read and want to read.
fn on_shelves(addresses: Addresses) -> Addresses {
    addresses
        .route("/me/shelf/", get(shelves::pages::own))
        .route("/me/shelf/new", get(shelves::pages::new).post(shelves::pages::create))
        .route("/me/shelf/others/", get(shelves::pages::others))
        .route("/me/shelf/settings/", get(shelves::pages::settings_form).post(shelves::pages::settings))
        .route("/me/shelf/export.json", get(shelves::pages::export_csl))
        .route("/me/shelf/export.bib", get(shelves::pages::export_bibtex))
        .route("/me/shelf/{id}/", get(shelves::pages::edit_form).post(shelves::pages::edit))
        .route("/me/shelf/{id}/state", post(shelves::pages::mark))
        .route("/me/shelf/{id}/remove", post(shelves::pages::remove))
        .route("/members/{handle}/shelf/", get(shelves::pages::of_member))
}

/// The log of what somebody learned, and what they achieved.
fn on_learning(addresses: Addresses, largest_upload: usize) -> Addresses {
    use evidence::pages::log;
    let entry = DefaultBodyLimit::max(LARGEST_ENTRY_BYTES);
    certified(achieved(for_bodies(addresses), largest_upload))
        .route("/me/log/", get(log::pages::own))
        .route("/me/log/new", get(log::pages::new).post(log::pages::create).layer(entry))
        .route("/me/log/suggestions", post(log::pages::suggestion))
        .route("/me/log/timer", post(log::pages::timer))
        .route("/me/log/reminder", post(log::pages::reminder))
        .route("/me/log/entries.csv", get(log::pages::export))
        .route(
            "/me/log/import",
            get(log::pages::import_form).post(log::pages::import).layer(DefaultBodyLimit::max(largest_upload)),
        )
        .route("/me/log/import/table", post(log::pages::import_table).layer(DefaultBodyLimit::max(LARGEST_TABLE_BYTES)))
        .route("/me/log/{id}/", get(log::pages::edit_form).post(log::pages::edit).layer(entry))
        .route("/me/log/{id}/remove", post(log::pages::remove))
}

/// What professional bodies ask as evidence of learning, and how one's log stands to it.
fn for_bodies(addresses: Addresses) -> Addresses {
    use evidence::pages::profiles::{manage, pages as own};
    let sheet = DefaultBodyLimit::max(LARGEST_ENTRY_BYTES);
    addresses
        .route("/me/log/bodies/", get(own::list))
        .route("/me/log/bodies/pick", post(own::pick))
        .route("/me/log/bodies/{id}/", get(own::body))
        .route("/me/log/bodies/{id}/settle", post(own::settle))
        .route("/me/log/bodies/{id}/drop", post(own::drop_body))
        .route("/me/log/bodies/{id}/text", post(own::write).layer(DefaultBodyLimit::max(LARGEST_ENTRY_BYTES)))
        .route("/me/log/bodies/{id}/gap", post(own::explain))
        .route("/me/log/bodies/{id}/entries/", get(own::entries).post(own::map_all))
        .route("/me/log/bodies/{id}/entries/{number}/", get(own::entry_form).post(own::map))
        .route("/me/log/bodies/{id}/table.csv", get(own::export))
        .route("/me/log/bodies/{id}/statement", get(own::statement))
        .route("/me/log/bodies/{id}/letter/{kind}", get(own::letter))
        .route("/manage/bodies/", get(manage::pages::list))
        .route("/manage/bodies/new", get(manage::pages::new).post(manage::pages::create).layer(sheet))
        .route("/manage/bodies/{name}/", get(manage::pages::edit_form).post(manage::pages::edit).layer(sheet))
        .route("/manage/bodies/{name}/use", post(manage::pages::change_use))
}

/// What support one has for learning, and asks for; and the page for whoever holds the link of such a request.
fn on_agreements(addresses: Addresses) -> Addresses {
    use evidence::pages::agreements::{held, pages as own};
    addresses
        .route("/me/agreements/", get(own::list))
        .route("/me/agreements/new", get(own::new).post(own::create))
        .route(
            "/me/agreements/{id}/",
            get(own::one).post(own::change).layer(DefaultBodyLimit::max(LARGEST_ENTRY_BYTES)),
        )
        .route("/me/agreements/{id}/link", post(own::make_link))
        .route("/me/agreements/{id}/end", post(own::end_link))
        .route("/me/agreements/{id}/remove", post(own::remove))
        .route("/agreement/{secret}/", get(held::pages::show))
        .route(
            "/agreement/{secret}/answer",
            post(held::pages::answer).layer(DefaultBodyLimit::max(LARGEST_ENTRY_BYTES)),
        )
        .route("/agreement/{secret}/confirm", post(held::pages::confirm))
}

/// What one shows of one's learning, the pages for whoever holds a link to it, and the one that knows a paper again.
fn on_dossiers(addresses: Addresses) -> Addresses {
    use evidence::pages::dossiers::{attesting, checking, editions, held, pages as own};
    let large = DefaultBodyLimit::max(LARGEST_ENTRY_BYTES);
    addresses
        .route("/me/dossiers/", get(own::list))
        .route("/me/dossiers/new", get(own::new).post(own::create))
        .route("/me/dossiers/{id}/", get(own::one).post(own::change).layer(large))
        .route("/me/dossiers/{id}/share", get(own::share_form).post(own::share).layer(large))
        .route("/me/dossiers/{id}/remove", post(own::remove))
        .route("/me/dossiers/{id}/editions/{edition}/", get(editions::pages::show))
        .route("/me/dossiers/{id}/editions/{edition}/link", post(editions::pages::make_link))
        .route("/me/dossiers/{id}/editions/{edition}/end", post(editions::pages::end_link))
        .route("/me/dossiers/{id}/editions/{edition}/remove", post(editions::pages::remove))
        .route("/me/dossiers/{id}/editions/{edition}/dossier.jsonld", get(editions::pages::download))
        .route("/me/dossiers/{id}/editions/{edition}/attestations", post(editions::pages::ask))
        .route("/me/dossiers/{id}/editions/{edition}/attestations/{attestation}/end", post(editions::pages::end_asking))
        .route("/dossier/{secret}/", get(held::pages::show))
        .route("/dossier/{secret}/open", post(held::pages::unlock))
        .route("/dossier/{secret}/dossier.jsonld", post(held::pages::download))
        .route("/attestation/{secret}/", get(attesting::pages::show))
        .route("/attestation/{secret}/sign", post(attesting::pages::sign).layer(large))
        .route("/attestation/{secret}/confirm", post(attesting::pages::confirm))
        .route(
            "/genuine/{code}/",
            get(checking::pages::form)
                .post(checking::pages::check)
                .layer(DefaultBodyLimit::max(LARGEST_HELD_OUT_BYTES)),
        )
}

/// What can be achieved, and who did.
fn achieved(addresses: Addresses, largest_upload: usize) -> Addresses {
    use evidence::pages::{achievements, badge_requests, credentials, criteria};
    addresses
        .route("/badges/", get(achievements::pages::list))
        .route("/badges/new", get(achievements::pages::new).post(achievements::pages::create))
        .route("/badges/{id}/", get(achievements::pages::badge))
        .route("/badges/{id}/edit", get(achievements::pages::edit_form).post(achievements::pages::edit))
        .route("/badges/{id}/use", post(achievements::pages::change_use))
        .route("/badges/{id}/picture", post(achievements::pages::picture).layer(DefaultBodyLimit::max(largest_upload)))
        .route("/badges/{id}/award", post(achievements::pages::award))
        .route(
            "/badges/{id}/awards/{award}/",
            get(achievements::pages::award_page).post(achievements::pages::take_back),
        )
        .route("/badges/{id}/rule", get(criteria::pages::rule_form).post(criteria::pages::rule))
        .route("/badges/{id}/ask", get(badge_requests::pages::ask_form).post(badge_requests::pages::ask))
        .route("/badges/{id}/ask/withdraw", post(badge_requests::pages::withdraw))
        .route("/badges/requests/", get(badge_requests::pages::queue))
        .route("/badges/requests/{id}/", get(badge_requests::pages::one).post(badge_requests::pages::decide))
        .route("/me/badges/progress/", get(criteria::pages::progress))
        .route("/badges/{id}/{name}", get(achievements::pages::show_picture))
        .route("/me/badges/", get(achievements::pages::own))
        .route("/me/badges/{id}", post(achievements::pages::decide))
        .route("/me/badges/{id}/renew", post(credentials::pages::renew))
        .route("/.well-known/did.json", get(credentials::pages::did))
        .route("/credentials/status/{list}", get(credentials::pages::status))
        .route("/credentials/{code}/", get(credentials::pages::credential))
        .route("/credentials/{code}/{name}", get(credentials::pages::download))
        .route("/manage/credentials/", get(credentials::pages::keys))
        .route("/manage/credentials/keys/{number}", post(credentials::pages::change_key))
        .route(
            "/verify/",
            get(credentials::pages::verify_form)
                .post(credentials::pages::verify)
                .layer(DefaultBodyLimit::max(LARGEST_HELD_OUT_BYTES)),
        )
}

/// What it takes to finish a course, and the papers that say so.
fn certified(addresses: Addresses) -> Addresses {
    use evidence::pages::certificates::{completion, manage, pages as papers};
    let held_out = DefaultBodyLimit::max(LARGEST_HELD_OUT_BYTES);
    addresses
        .route("/courses/{course}/completion/", get(completion::pages::completion).post(completion::pages::take))
        .route("/courses/{course}/manage/completion/", get(manage::pages::manage).post(manage::pages::change))
        .route("/courses/{course}/manage/completion/sign", post(manage::pages::sign))
        .route("/courses/{course}/manage/completion/{id}/", get(manage::pages::one).post(manage::pages::revoke))
        .route("/me/certificates/", get(papers::own).post(papers::call))
        .route("/me/certificates/{id}", post(papers::decide))
        .route("/certificates/", get(papers::look_form).post(papers::look).layer(held_out))
        .route("/certificates/{code}/", get(papers::paper).post(papers::compare).layer(held_out))
        .route("/certificates/{code}/{name}", get(papers::download))
}

/// Where one sees what is talked about, wherever that is.
fn talked(addresses: Addresses) -> Addresses {
    addresses
        .page::<river::pages::RiverQuery>("/river/", get(river::pages::all))
        .route("/river/mine/", get(river::pages::mine))
        .route("/river/live", get(river::pages::live))
}

/// Blogs: what no other address is.
fn in_blogs(addresses: Addresses) -> Addresses {
    addresses
        .page::<blog::pages::BlogQuery>("/{blog}/", get(blog::pages::front))
        .page::<thread::ConversationQuery>("/{blog}/{page}/", get(blog::pages::page_or_year))
        .page::<blog::pages::BlogQuery>("/{blog}/category/{slug}/", get(blog::pages::category))
        .page::<blog::pages::BlogQuery>("/{blog}/tag/{slug}/", get(blog::pages::tag))
        .route("/{blog}/page/{number}/", get(blog::pages::numbered))
        .page::<blog::pages::BlogQuery>("/{blog}/{year}/{month}/", get(blog::pages::month))
        .page::<blog::pages::BlogQuery>("/{blog}/{year}/{month}/{day}/", get(blog::pages::day))
        .page::<thread::ConversationQuery>("/{blog}/{year}/{month}/{day}/{slug}/", get(reading::pages::post))
}

/// Feeds, each in three forms.
fn feeds_of(addresses: Addresses) -> Addresses {
    addresses
        .route("/feed/", get(feeds::pages::community))
        .route("/feed/atom/", get(feeds::pages::community))
        .route("/feed.json", get(feeds::pages::community))
        .route("/me/feed/", get(feeds::pages::own))
        .route("/me/feed", post(feeds::pages::change_own))
        .route("/feed/own/{token}/feed/", get(feeds::pages::at_address))
        .route("/feed/own/{token}/feed/atom/", get(feeds::pages::at_address))
        .route("/feed/own/{token}/feed.json", get(feeds::pages::at_address))
        .route("/{blog}/feed/", get(feeds::pages::blog))
        .route("/{blog}/feed/atom/", get(feeds::pages::blog))
        .route("/{blog}/feed.json", get(feeds::pages::blog))
        .route("/{blog}/category/{slug}/feed/", get(feeds::pages::category))
        .route("/{blog}/category/{slug}/feed/atom/", get(feeds::pages::category))
        .route("/{blog}/category/{slug}/feed.json", get(feeds::pages::category))
        .route("/{blog}/tag/{slug}/feed/", get(feeds::pages::tag))
        .route("/{blog}/tag/{slug}/feed/atom/", get(feeds::pages::tag))
        .route("/{blog}/tag/{slug}/feed.json", get(feeds::pages::tag))
        .route("/{blog}/{page}/feed/", get(feeds::pages::page))
        .route("/{blog}/{page}/feed/atom/", get(feeds::pages::page))
        .route("/{blog}/{page}/feed.json", get(feeds::pages::page))
        .route("/{blog}/{year}/{month}/{day}/{slug}/feed/", get(feeds::pages::post))
        .route("/{blog}/{year}/{month}/{day}/{slug}/feed/atom/", get(feeds::pages::post))
        .route("/{blog}/{year}/{month}/{day}/{slug}/feed.json", get(feeds::pages::post))
        .route("/members/{handle}/feed/", get(feeds::pages::author))
        .route("/members/{handle}/feed/atom/", get(feeds::pages::author))
        .route("/members/{handle}/feed.json", get(feeds::pages::author))
}

/// Beginning: first steps, what one says about oneself, and whom one finds by it.
fn begun(addresses: Addresses) -> Addresses {
    use course::pages::first_steps;
    addresses
        .route("/assets/{name}", get(web::assets::serve))
        .route("/me/first-steps/", get(first_steps::pages::first_steps))
        .route("/me/first-steps/put-away", post(first_steps::pages::put_away))
        .route("/me/first-steps/bring-back", post(first_steps::pages::bring_back))
        .route("/me/about/", get(about::pages::about))
        .route("/me/about", post(about::pages::set))
        .route("/me/colleagues/", get(about::pages::colleagues))
}

/// Every address of the site; a form with a file holds so many bytes at most.
fn addresses(largest_upload: usize, largest_file: usize) -> Addresses {
    let comment = DefaultBodyLimit::max(LARGEST_COMMENT_BYTES);
    let text = DefaultBodyLimit::max(LARGEST_POST_BYTES);
    let private =
        private(taken_home(told(on_dossiers(on_agreements(on_learning(begun(Addresses::new()), largest_upload))))));
    let small = on_shelves(kept_for_later(thanked(asked(talked(in_order(private))))));
    let of_courses = modules(courses(streams(feeds_of(in_blogs(small))), largest_upload), largest_upload, largest_file);
    tribes(of_courses, largest_upload, largest_file)
        // Conversations
        .route("/posts/{id}/comments", post(reading::pages::reply).layer(comment))
        .route("/comments/{id}", get(thread::pages::permalink))
        .shared_page::<thread::pages::EntryQuery>("/comments/{id}/entry", get(thread::pages::entry))
        .route("/comments/{id}/edit", get(thread::pages::edit_form).post(thread::pages::edit).layer(comment))
        .route("/comments/{id}/delete", get(thread::pages::delete_form).post(thread::pages::delete))
        .route("/conversations/{id}/live", get(thread::pages::live))
        .route("/conversations/{id}/read", post(thread::pages::read))
        .route("/me/read", post(home::pages::all_read))
        // Accounts
        .route("/join", get(account::joining::pages::form).post(account::joining::pages::join))
        .route(
            "/join/confirm/{secret}",
            get(account::joining::pages::confirm_form).post(account::joining::pages::confirm),
        )
        .route("/sign-in", get(account::signing_in::pages::form).post(account::signing_in::pages::by_password))
        .route("/sign-in/link", post(account::signing_in::pages::send_link))
        .route(
            "/sign-in/link/{secret}",
            get(account::signing_in::pages::link_form).post(account::signing_in::pages::by_link),
        )
        .route("/forgot", get(account::signing_in::pages::forgot_form).post(account::signing_in::pages::forgot))
        .route("/reset/{secret}", get(account::signing_in::pages::reset_form).post(account::signing_in::pages::reset))
        .route("/sign-out", post(account::pages::sign_out))
        .route("/language", post(account::pages::language))
        .route("/theme", post(account::pages::theme))
        .route("/me/settings/", get(account::settings::pages::settings))
        .route("/me/profile", post(account::settings::pages::profile))
        .route("/me/blog", post(account::settings::pages::blog))
        .route("/me/picture", post(account::settings::pages::picture).layer(DefaultBodyLimit::max(largest_upload)))
        .route("/me/email", post(account::settings::pages::email))
        .route("/me/password", post(account::settings::pages::password))
        .route("/me/sessions/end-all", post(account::settings::pages::end_sessions))
        .route("/me/sessions/{hash}/end", post(account::settings::pages::end_session))
        .route("/pictures/{name}", get(account::pages::generated))
        .route("/files/{name}", get(account::pages::file))
        // The community
        .page::<home::pages::HomeQuery>("/", get(home::pages::home))
        .page::<directory::pages::DirectoryQuery>("/members/", get(directory::pages::directory))
        .page::<Nothing>("/members/{handle}/", get(directory::pages::member))
        // Writing
        .route("/me/media/", get(media::pages::list))
        .route("/me/media/file", post(media::pages::upload).layer(DefaultBodyLimit::max(largest_upload)))
        .route("/me/posts/", get(writing::pages::own_posts))
        .route("/me/posts/new", get(writing::pages::new).post(writing::pages::create).layer(text))
        .route("/me/posts/{id}/", get(writing::pages::edit_form).post(writing::pages::edit).layer(text))
        .route("/me/posts/{id}/delete", get(writing::pages::delete_form).post(writing::pages::delete))
        .route("/preview", post(writing::pages::preview).layer(text))
        .route("/me/writing/blocks", post(editing::pages::text_blocks).layer(text))
        .route("/me/writing/names", get(editing::pages::names))
        .route("/me/writing/words", get(editing::pages::words))
        // Deciding and managing
        .route("/posts/{id}/hide", post(moderation::pages::hide_post))
        .route("/posts/{id}/unhide", post(moderation::pages::unhide_post))
        .route("/me/waiting/", get(moderation::pages::waiting).post(moderation::pages::decide))
        .route("/manage/", get(manage::pages::settings))
        .route("/manage/community", post(manage::pages::change))
        .route("/manage/requests/{id}/let-in", post(manage::pages::let_in))
        .route("/manage/requests/{id}/turn-away", post(manage::pages::turn_away))
        .route(
            "/manage/invitations",
            post(manage::pages::invite).layer(DefaultBodyLimit::max(LARGEST_INVITATION_BYTES)),
        )
        .route("/manage/invitations/{name}/take-back", post(manage::pages::take_back))
        .route("/manage/invitations/{name}/send-again", post(manage::pages::send_again))
        .route("/manage/members/", get(manage::pages::members))
        .route("/manage/members/{handle}/", get(manage::member::pages::member))
        .route("/manage/members/{id}/role", post(manage::pages::appoint))
        .route("/manage/members/{id}/name", post(manage::member::pages::name))
        .route("/manage/members/{id}/link", post(manage::member::pages::link))
        .route("/manage/members/{id}/hide", post(manage::member::pages::hide))
        .route("/manage/members/{id}/show", post(manage::member::pages::show))
        .route("/manage/members/{id}/suspend", post(manage::member::pages::suspend))
        .route("/manage/members/{id}/lift", post(manage::member::pages::lift))
        .route(
            "/manage/members/{id}/remove",
            get(manage::member::pages::remove_form).post(manage::member::pages::remove),
        )
        .route("/manage/guests/{id}/hide", post(moderation::pages::hide_guest))
        .route("/manage/guests/{id}/show", post(moderation::pages::show_guest))
        .route("/manage/course-blog", post(manage::pages::course_blog))
        .route("/manage/pages/", get(site_pages::pages::list))
        .route("/manage/pages/{name}/", get(site_pages::pages::edit_form).post(site_pages::pages::edit).layer(comment))
        .route("/manage/undelivered/", get(undelivered::pages::list))
        .route("/manage/log/", get(manage::pages::log))
        // The house itself
        .route("/about/", get(site_pages::pages::show))
        .route("/rules/", get(site_pages::pages::show))
        .route("/privacy/", get(site_pages::pages::show))
        .route("/imprint/", get(site_pages::pages::show))
        .route("/health", get(meta::pages::health))
        .route("/robots.txt", get(meta::pages::robots))
        .route("/sitemap.xml", get(meta::pages::sitemap))
        .route("/sitemaps/{name}", get(meta::pages::sitemap_part))
        .route("/favicon.ico", get(web::assets::favicon))
        .route("/site.webmanifest", get(meta::pages::manifest))
        .route("/styleguide", get(meta::pages::styleguide))
}

/// A page that is asked nothing in a query.
#[derive(Deserialize)]
struct Nothing {}

/// Answers in time, or says that it could not. A file may take as long as its sender's line does.
async fn in_time(request: Request, next: Next) -> Response {
    let is_upload = request.method() == Method::POST && request.uri().path().ends_with("/file");
    let patience = if is_upload { UPLOAD_TIMEOUT } else { REQUEST_TIMEOUT };
    let answer = tokio::time::timeout(patience, next.run(request)).await;
    answer.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

/// The whole site.
pub type Site = site::answers::FromMemory<Router>;

/// The whole site, ready to serve.
pub fn site(app: &Arc<App>) -> anyhow::Result<Site> {
    let session_layer = SessionManagerLayer::new(sessions::Store::new(app.db.clone()))
        .with_name(site::cookie_name(app.settings.is_https()))
        .with_same_site(SameSite::Lax)
        .with_secure(app.settings.is_https())
        .with_expiry(Expiry::OnInactivity(time::Duration::days(sessions::DAYS)));
    let own_forms_only = CsrfLayer::new().add_trusted_origin(&app.settings.base_url)?;
    let own_origin: Arc<Url> = Arc::new(app.settings.base_url.parse()?);
    let request_id = HeaderName::from_static("x-request-id");
    // A browser that is cut off while it sends shows no page: a file that is too large is read to its end, as far as
    // files from cameras and scanners go, and nothing of it is kept.
    let largest_upload = (2 * app.settings.upload_bytes).max(LARGEST_SENT_BYTES) + 64 * 1024;
    let largest_file = usize::try_from(2 * app.settings.file_bytes)?.max(largest_upload);
    let Addresses { router, rules } = addresses(largest_upload, largest_file);
    let addresses = router.fallback(meta::pages::fallback).with_state(app.clone());
    // Around the routes and not within them: it asks a second time under another address.
    let site = Router::new()
        .fallback_service(from_fn(site::one_address::lead).layer(addresses))
        .layer(DefaultBodyLimit::max(LARGEST_FORM_BYTES))
        .layer(from_fn(in_time))
        .layer(from_fn(web::short_answers))
        .layer(from_fn(web::no_nul))
        .layer(own_forms_only)
        .layer(from_fn_with_state(own_origin, web::origin::refuse_foreign))
        .layer(from_fn_with_state(app.clone(), site::answers::errors))
        .layer(session_layer)
        .layer(from_fn_with_state(app.clone(), site::answers::keep))
        .layer(from_fn_with_state(app.clone(), site::answers::follow))
        .layer(CatchPanicLayer::new())
        .layer(TraceLayer::new_for_http())
        .layer(PropagateRequestIdLayer::new(request_id.clone()))
        .layer(SetRequestIdLayer::new(request_id, MakeRequestUuid))
        .layer(from_fn_with_state(app.settings.is_https(), web::add_security_headers));
    Ok(site::answers::FromMemory::before(app.clone(), rules, site))
}
