//! The access table: every address as every kind of visitor, with the status each gets. A new route stands here, or
//! the test fails.
//!
//! The member wrote the post, the comment and the draft that the addresses name; the outsider is signed in and has
//! nothing to do with them. Forms are sent empty: 422 says that a visitor may send one, and that it lacks something.

use std::collections::BTreeSet;

use bytes::Bytes;
use rstest::rstest;

use crate::{
    checks::{
        fences,
        testing::{Client, Site},
    },
    course::tribes::{self, Door, Plan},
    ids::{CommentId, PostId},
    people::{
        members::{self, Member, Role},
        one_time_links::{self, LinkKind, OneTimeLink},
    },
    talk::posts::Audience,
};

#[rustfmt::skip]
const TABLE: &str = "
#                                              stranger member outsider guide instructor organiser
GET  /assets/{name}                             404 404 404 404 404 404
POST /posts/{id}/comments                       422 422 422 422 422 422
GET  /comments/{id}                             303 303 303 303 303 303
GET  /comments/{id}/entry                       200 200 200 200 200 200
GET  /comments/{id}/edit                        404 200 404 404 404 404
POST /comments/{id}/edit                        404 422 404 404 404 404
GET  /comments/{id}/delete                      404 200 404 404 404 404
POST /comments/{id}/delete                      404 303 404 404 404 404
POST /comments/{id}/file                        401 303 404 404 404 303
GET  /comments/{id}/thanks                      401 200 404 404 404 404
POST /comments/{id}/thanks                      401 404 303 303 303 303
POST /comments/{id}/thanks/take-back            401 303 303 303 303 303
POST /comments/{id}/keep                        401 303 303 303 303 303
POST /comments/{id}/keep/take-out               401 303 303 303 303 303
POST /comments/{id}/approve                     401 303 403 403 403 303
POST /comments/{id}/hide                        401 303 403 403 403 303
POST /comments/{id}/unhide                      401 303 403 403 403 303
POST /conversations/{id}/slow                   401 303 403 403 403 303
POST /conversations/{id}/close                  401 303 403 403 403 303
POST /conversations/{id}/reopen                 401 303 403 403 403 303
GET  /conversations/{id}/live                   200 200 200 200 200 200
GET  /conversations/{id}/question               200 200 200 200 200 200
GET  /conversations/{id}/answer                 401 200 200 200 200 200
POST /conversations/{id}/answer                 401 422 422 422 422 422
POST /conversations/{id}/answer/withdraw        401 303 303 303 303 303
GET  /conversations/{id}/thanks                 401 200 404 404 404 404
POST /conversations/{id}/thanks                 401 404 303 303 303 303
POST /conversations/{id}/thanks/take-back       401 303 303 303 303 303
POST /conversations/{id}/keep                   401 303 303 303 303 303
POST /conversations/{id}/keep/take-out          401 303 303 303 303 303
GET  /me/media/                                 401 200 200 200 200 200
POST /me/media/file                             400 400 400 400 400 400
POST /me/media/{id}/alt                         401 404 404 404 404 404
POST /me/media/{id}/remove                      401 404 404 404 404 404
GET  /me/kept/                                  401 200 200 200 200 200
POST /me/kept/tidy                              401 303 303 303 303 303
GET  /me/shelf/                                 401 200 200 200 200 200
GET  /me/shelf/new                              401 200 200 200 200 200
POST /me/shelf/new                              401 422 422 422 422 422
GET  /me/shelf/others/                          401 200 200 200 200 200
GET  /me/shelf/settings/                        401 200 200 200 200 200
POST /me/shelf/settings/                        401 422 422 422 422 422
GET  /me/shelf/export.json                      401 200 200 200 200 200
GET  /me/shelf/export.bib                       401 200 200 200 200 200
GET  /me/shelf/{id}/                            401 404 404 404 404 404
POST /me/shelf/{id}/                            401 404 404 404 404 404
POST /me/shelf/{id}/state                       401 400 400 400 400 400
POST /me/shelf/{id}/remove                      401 303 303 303 303 303
GET  /badges/                                   200 200 200 200 200 200
GET  /badges/new                                401 403 403 403 403 200
POST /badges/new                                401 403 403 403 403 422
GET  /badges/{id}/                              404 404 404 404 404 404
GET  /badges/{id}/edit                          401 404 404 404 404 404
POST /badges/{id}/edit                          401 404 404 404 404 404
POST /badges/{id}/use                           401 404 404 404 404 404
POST /badges/{id}/picture                       401 404 404 404 404 404
POST /badges/{id}/award                         401 404 404 404 404 404
GET  /badges/{id}/awards/{award}/               404 404 404 404 404 404
POST /badges/{id}/awards/{award}/               404 404 404 404 404 404
GET  /badges/{id}/rule                          401 404 404 404 404 404
POST /badges/{id}/rule                          401 404 404 404 404 404
GET  /badges/{id}/ask                           401 404 404 404 404 404
POST /badges/{id}/ask                           401 404 404 404 404 404
POST /badges/{id}/ask/withdraw                  401 303 303 303 303 303
GET  /badges/requests/                          401 403 403 403 403 200
GET  /badges/requests/{id}/                     401 404 404 404 404 404
POST /badges/requests/{id}/                     401 404 404 404 404 404
GET  /me/badges/progress/                       401 200 200 200 200 200
GET  /badges/{id}/{name}                        404 404 404 404 404 404
GET  /me/badges/                                401 200 200 200 200 200
POST /me/badges/{id}                            401 400 400 400 400 400
POST /me/badges/{id}/renew                      401 303 303 303 303 303
GET  /.well-known/did.json                      404 404 404 404 404 404
GET  /credentials/status/{list}                 404 404 404 404 404 404
GET  /credentials/{code}/                       404 404 404 404 404 404
GET  /credentials/{code}/{name}                 404 404 404 404 404 404
GET  /manage/credentials/                       401 403 403 403 403 200
POST /manage/credentials/keys/{number}          401 403 403 403 403 400
GET  /me/certificates/                          401 200 200 200 200 200
POST /me/certificates/                          401 303 303 303 303 303
POST /me/certificates/{id}                      401 400 400 400 400 400
GET  /certificates/                             200 200 200 200 200 200
POST /certificates/                             400 400 400 400 400 400
GET  /certificates/{code}/                      404 404 404 404 404 404
POST /certificates/{code}/                      400 400 400 400 400 400
GET  /certificates/{code}/{name}                404 404 404 404 404 404
GET  /verify/                                   200 200 200 200 200 200
POST /verify/                                   400 400 400 400 400 400
GET  /me/log/                                   401 200 200 200 200 200
GET  /me/log/new                                401 200 200 200 200 200
POST /me/log/new                                401 422 422 422 422 422
POST /me/log/suggestions                        401 303 303 303 303 303
POST /me/log/timer                              401 400 400 400 400 400
POST /me/log/reminder                           401 303 303 303 303 303
GET  /me/log/entries.csv                        401 200 200 200 200 200
GET  /me/log/import                             401 200 200 200 200 200
POST /me/log/import                             400 400 400 400 400 400
POST /me/log/import/table                       401 422 422 422 422 422
GET  /me/log/{id}/                              401 404 404 404 404 404
POST /me/log/{id}/                              401 404 404 404 404 404
POST /me/log/{id}/remove                        401 303 303 303 303 303
GET  /me/log/bodies/                            401 200 200 200 200 200
POST /me/log/bodies/pick                        401 400 400 400 400 400
GET  /me/log/bodies/{id}/                       401 404 404 404 404 404
POST /me/log/bodies/{id}/settle                 401 404 404 404 404 404
POST /me/log/bodies/{id}/drop                   401 303 303 303 303 303
POST /me/log/bodies/{id}/text                   401 404 404 404 404 404
POST /me/log/bodies/{id}/gap                    401 404 404 404 404 404
GET  /me/log/bodies/{id}/entries/               401 404 404 404 404 404
POST /me/log/bodies/{id}/entries/               401 404 404 404 404 404
GET  /me/log/bodies/{id}/entries/{number}/      401 404 404 404 404 404
POST /me/log/bodies/{id}/entries/{number}/      401 404 404 404 404 404
GET  /me/log/bodies/{id}/table.csv              401 404 404 404 404 404
GET  /me/log/bodies/{id}/statement              401 404 404 404 404 404
GET  /me/log/bodies/{id}/letter/{kind}          401 404 404 404 404 404
GET  /manage/bodies/                            401 403 403 403 403 200
GET  /manage/bodies/new                         401 403 403 403 403 200
POST /manage/bodies/new                         401 403 403 403 403 422
GET  /manage/bodies/{name}/                     401 403 403 403 403 404
POST /manage/bodies/{name}/                     401 403 403 403 403 404
POST /manage/bodies/{name}/use                  401 403 403 403 403 404
GET  /me/agreements/                            401 200 200 200 200 200
GET  /me/agreements/new                         401 200 200 200 200 200
POST /me/agreements/new                         401 422 422 422 422 422
GET  /me/agreements/{id}/                       401 404 404 404 404 404
POST /me/agreements/{id}/                       401 404 404 404 404 404
POST /me/agreements/{id}/link                   401 400 400 400 400 400
POST /me/agreements/{id}/end                    401 303 303 303 303 303
POST /me/agreements/{id}/remove                 401 303 303 303 303 303
GET  /me/dossiers/                              401 200 200 200 200 200
GET  /me/dossiers/new                           401 200 200 200 200 200
POST /me/dossiers/new                           401 422 422 422 422 422
GET  /me/dossiers/{id}/                         401 404 404 404 404 404
POST /me/dossiers/{id}/                         401 404 404 404 404 404
GET  /me/dossiers/{id}/share                    401 404 404 404 404 404
POST /me/dossiers/{id}/share                    401 404 404 404 404 404
POST /me/dossiers/{id}/remove                   401 303 303 303 303 303
GET  /me/dossiers/{id}/editions/{edition}/      401 404 404 404 404 404
POST /me/dossiers/{id}/editions/{edition}/link  401 404 404 404 404 404
POST /me/dossiers/{id}/editions/{edition}/end   401 303 303 303 303 303
POST /me/dossiers/{id}/editions/{edition}/remove 401 303 303 303 303 303
GET  /me/dossiers/{id}/editions/{edition}/dossier.jsonld 401 404 404 404 404 404
POST /me/dossiers/{id}/editions/{edition}/attestations 401 404 404 404 404 404
POST /me/dossiers/{id}/editions/{edition}/attestations/{attestation}/end 401 303 303 303 303 303
GET  /dossier/{secret}/                         410 410 410 410 410 410
POST /dossier/{secret}/open                     410 410 410 410 410 410
POST /dossier/{secret}/dossier.jsonld           410 410 410 410 410 410
GET  /attestation/{secret}/                     410 410 410 410 410 410
POST /attestation/{secret}/sign                 410 410 410 410 410 410
POST /attestation/{secret}/confirm              410 410 410 410 410 410
GET  /genuine/{code}/                           404 404 404 404 404 404
POST /genuine/{code}/                           400 400 400 400 400 400
GET  /agreement/{secret}/                       410 410 410 410 410 410
POST /agreement/{secret}/answer                 410 410 410 410 410 410
POST /agreement/{secret}/confirm                410 410 410 410 410 410
GET  /members/{handle}/shelf/                   404 303 404 404 404 404
POST /conversations/{id}/words                  401 303 404 404 404 303
POST /conversations/{id}/read                   401 204 204 204 204 204
POST /me/read                                   401 303 303 303 303 303
POST /me/mail/address                           401 422 422 422 422 422
GET  /mail/address/{secret}                     410 410 410 410 410 410
POST /mail/address/{secret}                     410 410 410 410 410 410
GET  /help/course/                              200 200 200 200 200 200
GET  /help/notifications/                       200 200 200 200 200 200
GET  /join                                      200 303 303 303 303 303
POST /join                                      422 303 303 303 303 303
GET  /join/confirm/{secret}                     410 410 410 410 410 410
POST /join/confirm/{secret}                     410 410 410 410 410 410
GET  /invite/{secret}/                          410 410 410 410 410 410
POST /invite/{secret}/accept                    401 410 410 410 410 410
POST /invite/{secret}/decline                   410 410 410 410 410 410
POST /invite/{secret}/join                      410 410 410 410 410 410
GET  /invite/{secret}/never                     410 410 410 410 410 410
POST /invite/{secret}/never                     410 410 410 410 410 410
GET  /sign-in                                   200 303 303 303 303 303
POST /sign-in                                   422 422 422 422 422 422
POST /sign-in/link                              422 422 422 422 422 422
GET  /sign-in/link/{secret}                     410 410 410 410 410 410
POST /sign-in/link/{secret}                     410 410 410 410 410 410
GET  /forgot                                    200 200 200 200 200 200
POST /forgot                                    422 422 422 422 422 422
GET  /reset/{secret}                            410 410 410 410 410 410
POST /reset/{secret}                            410 410 410 410 410 410
POST /sign-out                                  303 303 303 303 303 303
POST /language                                  400 400 400 400 400 400
POST /theme                                     400 400 400 400 400 400
GET  /me/settings/                              401 200 200 200 200 200
GET  /me/archive/                               401 200 200 200 200 200
POST /me/archive                                401 303 303 303 303 303
GET  /me/archive/download                       401 404 404 404 404 404
POST /me/archive/delete                         401 303 303 303 303 303
GET  /me/leave/                                 401 200 200 200 200 200
POST /me/leave                                  401 422 422 422 422 422
GET  /me/notifications/                         401 200 200 200 200 200
POST /me/notifications/seen                     401 303 303 303 303 303
GET  /me/notifications/live                     401 200 200 200 200 200
GET  /me/watches/                               401 200 200 200 200 200
POST /me/watches                                401 404 404 404 404 404
GET  /me/messages/                              401 200 200 200 200 200
GET  /me/messages/new                           401 200 200 200 200 200
POST /me/messages/new                           401 422 422 422 422 422
GET  /me/messages/settings                      401 200 200 200 200 200
POST /me/messages/settings                      401 422 422 422 422 422
GET  /me/messages/{id}/                         401 404 404 404 404 404
POST /me/messages/{id}/                         401 404 404 404 404 404
POST /me/messages/{id}/archive                  401 404 404 404 404 404
POST /me/messages/{id}/unarchive                401 404 404 404 404 404
POST /me/messages/{id}/mute                     401 404 404 404 404 404
POST /me/messages/{id}/unmute                   401 404 404 404 404 404
POST /me/messages/{id}/unread                   401 404 404 404 404 404
GET  /me/messages/{id}/leave                    401 404 404 404 404 404
POST /me/messages/{id}/leave                    401 404 404 404 404 404
GET  /me/messages/{id}/{message}/edit           401 404 404 404 404 404
POST /me/messages/{id}/{message}/edit           401 404 404 404 404 404
GET  /me/messages/{id}/{message}/delete         401 404 404 404 404 404
POST /me/messages/{id}/{message}/delete         401 404 404 404 404 404
GET  /me/blocks/{id}/                           401 200 200 200 200 200
POST /me/blocks/{id}/                           401 303 303 303 303 303
POST /me/blocks/{id}/end                        401 303 303 303 303 303
GET  /report/{kind}/{id}                        200 404 200 200 200 200
POST /report/{kind}/{id}                        422 404 422 422 422 422
GET  /manage/reports/                           401 403 403 403 403 200
GET  /manage/reports/{id}/                      401 403 403 403 403 404
POST /manage/reports/{id}/                      401 403 403 403 403 404
GET  /me/mail/                                  401 200 200 200 200 200
GET  /me/feed/                                  401 200 200 200 200 200
POST /me/feed                                   401 400 400 400 400 400
GET  /feed/own/{token}/feed/                    404 404 404 404 404 404
GET  /feed/own/{token}/feed/atom/               404 404 404 404 404 404
GET  /feed/own/{token}/feed.json                404 404 404 404 404 404
GET  /me/calendar/                              401 200 200 200 200 200
POST /me/calendar                               401 404 404 404 404 404
GET  /calendar/{token}                          404 404 404 404 404 404
GET  /announcements/{id}/                       401 404 404 404 404 404
POST /announcements/{id}/dismiss                401 303 303 303 303 303
GET  /manage/announcements/                     401 403 403 403 403 200
GET  /manage/announcements/new                  401 403 403 403 403 200
POST /manage/announcements/new                  401 403 403 403 403 422
GET  /manage/announcements/{id}/                401 403 403 403 403 404
GET  /manage/announcements/{id}/edit            401 403 403 403 403 404
POST /manage/announcements/{id}/edit            401 403 403 403 403 404
POST /manage/announcements/{id}/publish         401 403 403 403 403 404
POST /manage/announcements/{id}/withdraw        401 403 403 403 403 404
POST /me/mail/choice                            401 303 303 303 303 303
POST /me/mail/again                             401 303 303 303 303 303
POST /me/devices                                401 400 400 400 400 400
POST /me/devices/{id}/end                       401 303 303 303 303 303
GET  /push-worker.js                            200 200 200 200 200 200
GET  /me/answers/                               401 200 200 200 200 200
POST /me/answers/{id}/publish                   401 404 404 404 404 404
POST /me/answers/{id}/discard                   401 303 303 303 303 303
GET  /mail/{token}/                             404 404 404 404 404 404
POST /mail/{token}/                             404 404 404 404 404 404
GET  /mail/guest/{token}/                       410 410 410 410 410 410
POST /mail/guest/{token}/                       200 200 200 200 200 200
POST /mail/guest/{token}/confirm                410 410 410 410 410 410
POST /mail/guest/{token}/never                  200 200 200 200 200 200
POST /mail/guest/{token}/allow                  200 200 200 200 200 200
GET  /me/about/                                 401 200 200 200 200 200
POST /me/about                                  401 303 303 303 303 303
GET  /me/first-steps/                           401 200 200 200 200 200
POST /me/first-steps/put-away                   401 303 303 303 303 303
POST /me/first-steps/bring-back                 401 303 303 303 303 303
GET  /me/colleagues/                            401 200 200 200 200 200
POST /me/profile                                401 422 422 422 422 422
POST /me/blog                                   401 422 422 422 422 422
POST /me/picture                                401 422 422 422 422 422
POST /me/email                                  401 422 422 422 422 422
POST /me/password                               401 422 422 422 422 422
POST /me/sessions/end-all                       401 303 303 303 303 303
POST /me/sessions/{hash}/end                    401 303 303 303 303 303
GET  /pictures/{name}                           200 200 200 200 200 200
GET  /files/{name}                              404 404 404 404 404 404
GET  /                                          200 200 200 200 200 200
GET  /search/                                   200 200 200 200 200 200
GET  /search/hints                              204 204 204 204 204 204
GET  /river/                                    200 200 200 200 200 200
GET  /river/mine/                               401 200 200 200 200 200
GET  /river/live                                200 200 200 200 200 200
GET  /stream/                                   200 200 200 200 200 200
GET  /stream/live                               200 200 200 200 200 200
GET  /members/{handle}/stream/                  200 200 200 200 200 200
GET  /members/{handle}/stream/live              200 200 200 200 200 200
GET  /tribes/{slug}/river/                      401 200 404 404 404 404
GET  /tribes/{slug}/river/live                  401 200 404 404 404 404
GET  /tribes/{slug}/stream/                     401 200 404 404 404 404
GET  /tribes/{slug}/stream/live                 401 200 404 404 404 404
GET  /members/                                  200 200 200 200 200 200
GET  /members/{handle}/                         200 200 200 200 200 200
GET  /me/posts/                                 401 200 200 200 200 200
GET  /me/posts/new                              401 200 200 200 200 200
POST /me/posts/new                              401 422 422 422 422 422
GET  /me/posts/{id}/                            401 200 404 404 404 404
POST /me/posts/{id}/                            401 422 404 404 404 404
GET  /me/posts/{id}/delete                      401 200 404 404 404 404
POST /me/posts/{id}/delete                      401 303 404 404 404 404
POST /preview                                   401 200 200 200 200 200
POST /me/writing/blocks                         401 200 200 200 200 200
GET  /me/writing/names                          401 200 200 200 200 200
GET  /me/writing/words                          401 200 200 200 200 200
GET  /me/waiting/                               401 200 200 200 200 200
POST /me/waiting/                               401 400 400 400 400 400
POST /posts/{id}/hide                           401 403 403 403 403 303
POST /posts/{id}/unhide                         401 403 403 403 403 303
GET  /manage/                                   401 403 403 403 403 200
POST /manage/community                          401 403 403 403 403 422
POST /manage/requests/{id}/let-in               401 403 403 403 403 303
POST /manage/requests/{id}/turn-away            401 403 403 403 403 303
POST /manage/invitations                        401 403 403 403 403 422
POST /manage/invitations/{name}/take-back       401 403 403 403 403 404
POST /manage/invitations/{name}/send-again      401 403 403 403 403 404
GET  /manage/members/                           401 403 403 403 403 200
GET  /manage/members/{handle}/                  401 403 403 403 403 200
POST /manage/members/{id}/name                  401 403 403 403 403 422
POST /manage/members/{id}/link                  401 403 403 403 403 303
POST /manage/members/{id}/hide                  401 403 403 403 403 422
POST /manage/members/{id}/show                  401 403 403 403 403 422
POST /manage/members/{id}/suspend               401 403 403 403 403 303
POST /manage/members/{id}/lift                  401 403 403 403 403 422
GET  /manage/members/{id}/remove                401 403 403 403 403 200
POST /manage/members/{id}/remove                401 403 403 403 403 422
GET  /manage/guests/                            401 403 403 403 403 200
GET  /manage/guests/{id}/block                  401 403 403 403 403 200
POST /manage/guests/{id}/block                  401 403 403 403 403 422
POST /manage/guests/{id}/lift                   401 403 403 403 403 303
POST /manage/guests/{id}/hide                   401 403 403 403 403 303
POST /manage/guests/{id}/show                   401 403 403 403 403 400
POST /manage/course-blog                        401 403 403 403 403 422
GET  /manage/pages/                             401 403 403 403 403 200
GET  /manage/pages/{name}/                      401 403 403 403 403 200
POST /manage/pages/{name}/                      401 403 403 403 403 422
POST /manage/members/{id}/role                  401 403 403 403 403 400
GET  /manage/undelivered/                       401 403 403 403 403 200
GET  /manage/log/                               401 403 403 403 403 200
GET  /tribes/                                   200 200 200 200 200 200
GET  /tribes/new                                401 200 200 200 200 200
POST /tribes/new                                401 422 422 422 422 422
GET  /tribes/{slug}/                            200 200 200 200 200 200
GET  /tribes/{slug}/picture/{name}              404 404 404 404 404 404
POST /tribes/{slug}/join                        401 303 303 303 303 303
POST /tribes/{slug}/decline                     401 303 303 303 303 303
GET  /tribes/{slug}/edit                        401 200 404 404 404 200
POST /tribes/{slug}/edit                        401 422 404 404 404 422
POST /tribes/{slug}/picture                     401 422 404 404 404 422
POST /tribes/{slug}/close                       401 303 404 404 404 303
POST /tribes/{slug}/reopen                      401 303 404 404 404 303
GET  /tribes/{slug}/end                         401 200 404 404 404 200
POST /tribes/{slug}/end                         401 303 404 404 404 303
GET  /tribes/{slug}/members/                    401 200 200 200 200 200
POST /tribes/{slug}/invite                      401 422 404 404 404 404
POST /tribes/{slug}/members/{id}/let-in         401 303 404 404 404 404
POST /tribes/{slug}/members/{id}/turn-away      401 303 404 404 404 404
POST /tribes/{slug}/members/{id}/remove         401 303 404 404 404 404
GET  /tribes/{slug}/leave                       401 200 404 404 404 404
POST /tribes/{slug}/leave                       401 303 404 404 404 404
POST /tribes/{slug}/offer                       401 400 404 404 404 400
POST /tribes/{slug}/lead                        401 303 404 404 404 303
GET  /tribes/{slug}/gatherings/new              401 200 404 404 404 404
POST /tribes/{slug}/gatherings/new              401 422 404 404 404 404
GET  /tribes/{slug}/gatherings/{id}/edit        401 200 404 404 404 404
POST /tribes/{slug}/gatherings/{id}/edit        401 422 404 404 404 404
POST /tribes/{slug}/gatherings/{id}/cancel      401 303 404 404 404 404
GET  /tribes/{slug}/files/                      401 200 404 404 404 404
POST /tribes/{slug}/file                        400 400 400 400 400 400
GET  /tribes/{slug}/files/{id}                  401 200 404 404 404 404
GET  /tribes/{slug}/files/{id}/edit             401 200 404 404 404 404
POST /tribes/{slug}/files/{id}/edit             401 303 404 404 404 404
POST /tribes/{slug}/files/{id}/file             400 400 400 400 400 400
POST /tribes/{slug}/files/{id}/remove           401 303 404 404 404 404
GET  /tribes/{slug}/new                         401 200 404 404 404 404
POST /tribes/{slug}/new                         401 422 404 404 404 404
GET  /tribes/{slug}/{id}/                       401 200 404 404 404 404
POST /tribes/{slug}/{id}/comments               401 422 404 404 404 404
GET  /tribes/{slug}/{id}/edit                   401 200 404 404 404 404
POST /tribes/{slug}/{id}/edit                   401 422 404 404 404 404
POST /tribes/{slug}/{id}/pin                    401 303 404 404 404 404
POST /tribes/{slug}/{id}/unpin                  401 303 404 404 404 404
POST /tribes/{slug}/{id}/close                  401 303 404 404 404 404
POST /tribes/{slug}/{id}/reopen                 401 303 404 404 404 404
GET  /tribes/{slug}/{id}/delete                 401 200 404 404 404 404
POST /tribes/{slug}/{id}/delete                 401 303 404 404 404 404
GET  /about/                                    404 404 404 404 404 200
GET  /rules/                                    404 404 404 404 404 200
GET  /privacy/                                  404 404 404 404 404 200
GET  /imprint/                                  404 404 404 404 404 200
GET  /health                                    200 200 200 200 200 200
GET  /robots.txt                                200 200 200 200 200 200
GET  /sitemap.xml                               200 200 200 200 200 200
GET  /sitemaps/{name}                           404 404 404 404 404 404
GET  /favicon.ico                               200 200 200 200 200 200
GET  /site.webmanifest                          200 200 200 200 200 200
GET  /styleguide                                200 200 200 200 200 200
GET  /{blog}/                                   200 200 200 200 200 200
GET  /{blog}/{page}/                            404 404 404 404 404 404
GET  /{blog}/category/{slug}/                   404 404 404 404 404 404
GET  /{blog}/tag/{slug}/                        404 404 404 404 404 404
GET  /{blog}/page/{number}/                     301 301 301 301 301 301
GET  /feed/                                     200 200 200 200 200 200
GET  /feed/atom/                                200 200 200 200 200 200
GET  /feed.json                                 200 200 200 200 200 200
GET  /{blog}/feed/                              200 200 200 200 200 200
GET  /{blog}/feed/atom/                         200 200 200 200 200 200
GET  /{blog}/feed.json                          200 200 200 200 200 200
GET  /{blog}/category/{slug}/feed/              404 404 404 404 404 404
GET  /{blog}/category/{slug}/feed/atom/         404 404 404 404 404 404
GET  /{blog}/category/{slug}/feed.json          404 404 404 404 404 404
GET  /{blog}/tag/{slug}/feed/                   404 404 404 404 404 404
GET  /{blog}/tag/{slug}/feed/atom/              404 404 404 404 404 404
GET  /{blog}/tag/{slug}/feed.json               404 404 404 404 404 404
GET  /{blog}/{page}/feed/                       404 404 404 404 404 404
GET  /{blog}/{page}/feed/atom/                  404 404 404 404 404 404
GET  /{blog}/{page}/feed.json                   404 404 404 404 404 404
GET  /{blog}/{year}/{month}/{day}/{slug}/feed/  200 200 200 200 200 200
GET  /{blog}/{year}/{month}/{day}/{slug}/feed/atom/ 200 200 200 200 200 200
GET  /{blog}/{year}/{month}/{day}/{slug}/feed.json 200 200 200 200 200 200
GET  /members/{handle}/feed/                    200 200 200 200 200 200
GET  /members/{handle}/feed/atom/               200 200 200 200 200 200
GET  /members/{handle}/feed.json                200 200 200 200 200 200
GET  /{blog}/{year}/{month}/                    200 200 200 200 200 200
GET  /{blog}/{year}/{month}/{day}/              200 200 200 200 200 200
GET  /{blog}/{year}/{month}/{day}/{slug}/       200 200 200 200 200 200
";

const KINDS: [&str; 6] = ["stranger", "member", "outsider", "guide", "instructor", "organiser"];

/// What the addresses of one row name, made anew for every row.
struct Things {
    owner: Member,
    post: String,
    draft: String,
    comment: CommentId,
    asking: String,
    by_guest: String,
    somebody: String,
    url: Vec<String>,
    /// Of a tribe that the owner leads: its address, a discussion, a gathering and a file in it.
    tribe: Option<[String; 4]>,
}

async fn tribe(site: &Site, owner: &Member, row: usize) -> [String; 4] {
    let tribe = site.tribe(owner, &format!("Tribe {row}"), Door::Open).await;
    let discussion = site.discussion(owner, &tribe, "What now?").await;
    let plan =
        Plan { title: "A walk".into(), starts: "2026-10-22T18:00".parse().unwrap(), minutes: 60, place: String::new() };
    let gathering = site.app.db.always(async |tx| tribes::plan(tx, &tribe, owner.id, "UTC", &plan).await).await;
    let file = site.tribe_file(owner, &tribe, "Notes", b"Notes").await;
    [tribe.address, discussion.to_string(), gathering.unwrap().to_string(), file.to_string()]
}

async fn things(site: &Site, owner: &Member, path: &str, row: usize) -> Things {
    let post = site.post(owner, &format!("Post {row}")).await;
    let draft = site.draft(owner, &format!("Draft {row}"), Audience::Public).await;
    let comment = site.comment(owner, post, None, &format!("Comment {row}")).await;
    site.ask(post, "When?", &["Now", "Later"]).await;
    let (asking, _) = site.member(&format!("asking{row}")).await;
    let (somebody, _) = site.member(&format!("somebody{row}")).await;
    site.app.db.always(async |tx| members::ask(tx, asking.id, "please").await).await.unwrap();
    let fields =
        [("parent", ""), ("text", "Hello"), ("name", "Wendy"), ("email", "wendy@example.net"), ("website", "")];
    let by_guest = site.stranger().post(&format!("/posts/{post}/comments"), &fields).await.location().unwrap();
    let url = site.url(post).await.trim_matches('/').split('/').map(ToOwned::to_owned).collect();
    Things {
        owner: owner.clone(),
        post: post.to_string(),
        draft: draft.to_string(),
        comment,
        asking: asking.id.to_string(),
        by_guest: by_guest.trim_start_matches("/comments/").into(),
        somebody: somebody.id.to_string(),
        url,
        tribe: if path.starts_with("/tribes/") { Some(tribe(site, owner, row).await) } else { None },
    }
}

/// The address with its places filled in.
fn filled(path: &str, things: &Things) -> String {
    if let Some([slug, discussion, gathering, file]) = &things.tribe {
        let id = match path.split('/').nth(3) {
            Some("members") => &things.somebody,
            Some("gatherings") => gathering,
            Some("files") => file,
            _ => discussion,
        };
        return path.replace("{slug}", slug).replace("{id}", id).replace("{name}", "none.tribe");
    }
    let id = match path.split('/').nth(1) {
        Some("comments" | "report") => things.comment.to_string(),
        Some("me") if path.contains("blocks") => things.somebody.clone(),
        Some("me") => things.draft.clone(),
        Some("manage") if path.contains("requests") => things.asking.clone(),
        Some("manage") if path.contains("guests") => things.by_guest.clone(),
        Some("manage") => things.somebody.clone(),
        _ => things.post.clone(),
    };
    let slug = if path.contains("/tag/") || path.contains("/category/") { "none" } else { &things.url[4] };
    let name = match path.split('/').nth(2) {
        Some("pages") => "about",
        _ if path.starts_with("/pictures/") => "1a2b.svg",
        _ => "00000000000000000000000000000000.png",
    };
    path.replace("{id}", &id)
        .replace("{blog}", &things.url[0])
        .replace("{year}", &things.url[1])
        .replace("{month}", &things.url[2])
        .replace("{day}", &things.url[3])
        .replace("{slug}", slug)
        .replace("{page}", "nothing")
        .replace("{number}", "2")
        .replace("{handle}", &things.owner.handle)
        .replace("{kind}", "comment")
        .replace("{message}", "1")
        .replace("{edition}", "1")
        .replace("{attestation}", "1")
        .replace("{secret}", "wrong")
        .replace("{token}", "wrong")
        .replace("{hash}", "00")
        .replace("{name}", name)
}

async fn visitor(site: &Site, kind: &str, owner: &Member, row: usize) -> Client {
    let role = match kind {
        "stranger" => return site.stranger(),
        "member" => return site.signed_in(owner.id).await,
        "outsider" => Role::Participant,
        "guide" => Role::Guide,
        "instructor" => Role::Instructor,
        _ => Role::Organiser,
    };
    site.member_as(&format!("{kind}{row}"), role).await.1
}

fn rows() -> Vec<Vec<&'static str>> {
    let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_whitespace().collect()).collect()
}

#[test]
fn every_address_stands_in_the_table() {
    let rows = rows();
    let mut listed: BTreeSet<(&str, &str)> = rows.iter().map(|row| (row[0], row[1])).collect();
    let of_courses = super::access_courses::rows();
    listed.extend(of_courses.iter().map(|row| (row[0], row[1])));
    let routed = fences::routes();
    let exist: BTreeSet<(&str, &str)> =
        routed.iter().flat_map(|(path, methods)| methods.iter().map(|method| (*method, path.as_str()))).collect();
    assert_eq!(listed, exist, "the table and routes.rs list the same addresses");
}

/// Each kind by itself, so that they are tried side by side.
#[rstest]
#[tokio::test]
async fn every_address_answers_every_kind_of_visitor_as_the_table_says(#[values(0, 1, 2, 3, 4, 5)] column: usize) {
    let kind = KINDS[column];
    let site = Site::new().await;
    let (owner, _) = site.member("marta").await;
    site.member_as("head", Role::Organiser).await;
    let mut wrong = vec![];
    for (number, row) in rows().iter().enumerate() {
        let (method, path, expected) = (row[0], row[1], row[2 + column]);
        let mut client = visitor(&site, kind, &owner, number).await;
        let address =
            if path.contains('{') { filled(path, &things(&site, &owner, path, number).await) } else { path.into() };
        let reply = match method {
            "GET" if path.ends_with("/live") => client.get_head(&address).await,
            "GET" => client.get(&address).await,
            _ if path.ends_with("/picture") => client.upload(&address, "nothing", "", b"").await,
            _ => client.post(&address, &[]).await,
        };
        if reply.status.as_str() != expected {
            wrong.push(format!("{method} {path} as {kind}: {} and not {expected}", reply.status.as_str()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is not for everyone: a post for members, one for its author alone, and what its author said under each.
#[rustfmt::skip]
const NARROW: &str = "
#                                    stranger author outsider organiser
community GET  {url}                      404 200 200 200
community POST /posts/{post}/comments     404 422 422 422
community GET  /comments/{id}             404 303 303 303
community GET  /comments/{id}/entry       404 200 200 200
community GET  /comments/{id}/edit        404 200 404 404
community GET  /conversations/{post}/live 404 200 200 200
community POST /conversations/{post}/read 401 204 204 204
community GET  /conversations/{post}/question 404 200 200 200
community GET  /conversations/{post}/answer 401 200 200 200
community GET  /comments/{id}/thanks      401 200 404 404
community POST /comments/{id}/thanks      401 404 303 303
community POST /conversations/{post}/thanks 401 404 303 303
community POST /comments/{id}/keep        401 303 303 303
community POST /conversations/{post}/keep 401 303 303 303
me        GET  {url}                      404 200 404 404
me        POST /posts/{post}/comments     404 422 404 404
me        GET  /comments/{id}             404 303 404 404
me        GET  /comments/{id}/entry       404 200 404 404
me        GET  /comments/{id}/edit        404 200 404 404
me        GET  /conversations/{post}/live 404 200 404 404
me        POST /conversations/{post}/read 401 204 404 404
me        GET  /conversations/{post}/question 404 200 404 404
me        GET  /conversations/{post}/answer 401 200 404 404
me        POST /conversations/{post}/answer 401 422 404 404
me        POST /conversations/{post}/answer/withdraw 401 303 404 404
me        POST /comments/{id}/file          401 303 404 404
me        POST /comments/{id}/thanks        401 404 404 404
me        POST /comments/{id}/thanks/take-back 401 303 404 404
me        POST /conversations/{post}/thanks 401 404 404 404
me        POST /comments/{id}/keep          401 303 404 404
me        POST /comments/{id}/keep/take-out 401 303 303 303
me        POST /conversations/{post}/keep   401 303 404 404
me        POST /conversations/{post}/keep/take-out 401 303 303 303
";

#[tokio::test]
async fn what_is_not_for_everyone_is_not_found_by_others_nor_is_what_was_said_under_it() {
    let site = Site::new().await;
    let (author, mut authors) = site.member("marta").await;
    let (_, mut outsiders) = site.member("oskar").await;
    let (_, mut organisers) = site.member_as("head", Role::Organiser).await;
    let mut stranger = site.stranger();
    let mut wrong = vec![];
    for row in NARROW.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let row: Vec<&str> = row.split_whitespace().collect();
        let post = site.post_for(&author, "For some", row[0].parse().unwrap()).await;
        let comment = site.comment(&author, post, None, "Among us").await;
        site.ask(post, "When?", &["Now", "Later"]).await;
        let places = [("{url}", site.url(post).await), ("{post}", post.to_string()), ("{id}", comment.to_string())];
        let address = places.iter().fold(row[2].to_owned(), |address, (name, value)| address.replace(name, value));
        let visitors = [&mut stranger, &mut authors, &mut outsiders, &mut organisers];
        for (client, expected) in visitors.into_iter().zip(&row[3..]) {
            let reply = match row[1] {
                "GET" if address.ends_with("/live") => client.get_head(&address).await,
                "GET" => client.get(&address).await,
                _ => client.post(&address, &[]).await,
            };
            if reply.status.as_str() != *expected {
                wrong.push(format!("{row:?}: {} and not {expected}", reply.status.as_str()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What stands in a tribe: for those in it, whoever runs the community; of a hidden one nobody else knows.
#[rustfmt::skip]
const TRIBES: &str = "
#                                  stranger outsider member leader organiser
open   GET  {url}                       200 200 200 200 200
open   GET  {url}members/               401 200 200 200 200
open   GET  {url}edit                   401 404 404 200 200
open   GET  {url}picture/{name}         200 200 200 200 200
open   GET  {url}new                    401 404 200 200 404
open   GET  {url}leave                  401 404 200 200 404
open   GET  {url}river/                 401 404 200 200 404
open   GET  {url}stream/live            401 404 200 200 404
open   GET  {talk}                      401 404 200 200 404
open   POST {talk}comments              401 404 422 422 404
open   POST {talk}pin                   401 404 404 303 404
open   GET  /comments/{id}              404 404 303 303 404
open   GET  /comments/{id}/entry        404 404 200 200 404
open   GET  /comments/{id}/edit         404 404 200 404 404
open   POST /comments/{id}/hide         401 404 403 303 404
open   POST /comments/{id}/thanks       401 404 404 303 404
open   POST /conversations/{it}/thanks  401 404 303 404 404
open   POST /comments/{id}/keep         401 404 303 303 404
open   POST /conversations/{it}/keep    401 404 303 303 404
open   GET  /conversations/{it}/live    404 404 200 200 404
open   POST /conversations/{it}/read    401 404 204 204 404
open   POST {url}join                   401 303 303 303 303
ask    GET  {url}                       200 200 200 200 200
ask    GET  {url}members/               401 200 200 200 200
ask    GET  {talk}                      401 404 200 200 404
ask    GET  /comments/{id}              404 404 303 303 404
ask    GET  /conversations/{it}/live    404 404 200 200 404
ask    POST {url}join                   401 303 303 303 303
hidden GET  {url}                       404 404 200 200 404
hidden GET  {url}members/               401 404 200 200 404
hidden GET  {url}edit                   401 404 404 200 404
hidden POST {url}edit                   401 404 404 422 404
hidden GET  {url}picture/{name}         404 404 200 200 404
hidden GET  /files/{name}               404 404 404 404 404
hidden GET  {url}new                    401 404 200 200 404
hidden GET  {url}leave                  401 404 200 200 404
hidden GET  {url}river/                 401 404 200 200 404
hidden GET  {url}river/live             401 404 200 200 404
hidden POST {url}close                  401 404 404 303 404
hidden POST {url}end                    401 404 404 303 404
hidden POST {url}offer                  401 404 404 400 404
hidden GET  {talk}                      401 404 200 200 404
hidden POST {talk}comments              401 404 422 422 404
hidden POST {talk}delete                401 404 404 303 404
hidden GET  /comments/{id}              404 404 303 303 404
hidden GET  /comments/{id}/entry        404 404 200 200 404
hidden POST /comments/{id}/hide         401 404 403 303 404
hidden GET  /comments/{id}/thanks       401 404 200 404 404
hidden POST /comments/{id}/thanks       401 404 404 303 404
hidden POST /conversations/{it}/thanks  401 404 303 404 404
hidden POST /comments/{id}/keep         401 404 303 303 404
hidden POST /comments/{id}/keep/take-out 401 303 303 303 303
hidden POST /conversations/{it}/keep    401 404 303 303 404
hidden GET  /conversations/{it}/thanks  401 404 404 200 404
hidden GET  /conversations/{it}/live    404 404 200 200 404
hidden POST /conversations/{it}/read    401 404 204 204 404
hidden POST {url}join                   401 404 303 303 404
hidden POST {url}decline                401 404 303 303 404
";

#[tokio::test]
async fn what_stands_in_a_tribe_is_for_those_in_it_and_of_a_hidden_one_nobody_else_finds_anything() {
    let site = Site::new().await;
    let (leader, mut leaders) = site.member("lena").await;
    let (member, mut members) = site.member("milo").await;
    let (_, mut outsiders) = site.member("oskar").await;
    let (_, mut organisers) = site.member_as("head", Role::Organiser).await;
    let mut stranger = site.stranger();
    let mut wrong = vec![];
    for (number, row) in TRIBES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).enumerate() {
        let row: Vec<&str> = row.split_whitespace().collect();
        for (who, expected) in row[3..].iter().enumerate() {
            // Made anew for each of them: some of this is there only once.
            let tribe = site.tribe(&leader, &format!("Tribe {number}"), row[0].parse().unwrap()).await;
            site.come_in(&tribe, &member).await;
            let name = site.app.files.keep(Bytes::from(format!("a picture {number}")), "tribe").await.unwrap();
            let pictured = site.app.db.always(async |tx| tribes::set_picture(tx, &tribe, Some(&name), "").await);
            pictured.await.unwrap();
            let it = site.discussion(&leader, &tribe, "What now?").await;
            let comment = site.comment(&member, PostId(it.0), None, "Among us").await;
            let places = [
                ("{url}", tribe.url()),
                ("{talk}", format!("{}{it}/", tribe.url())),
                ("{it}", it.to_string()),
                ("{id}", comment.to_string()),
                ("{name}", name),
            ];
            let address = places.iter().fold(row[2].to_owned(), |address, (name, value)| address.replace(name, value));
            let client = [&mut stranger, &mut outsiders, &mut members, &mut leaders, &mut organisers]
                .into_iter()
                .nth(who)
                .unwrap();
            let reply = match row[1] {
                "GET" if address.ends_with("/live") => client.get_head(&address).await,
                "GET" => client.get(&address).await,
                _ => client.post(&address, &[]).await,
            };
            if reply.status.as_str() != *expected {
                wrong.push(format!("{row:?}: {} and not {expected} for number {who}", reply.status.as_str()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_file_and_a_good_link_open_to_everyone_who_knows_their_address() {
    let site = Site::new().await;
    let (marta, mut martas) = site.member("marta").await;
    let (_, mut organisers) = site.member_as("head", Role::Organiser).await;
    let mut stranger = site.stranger();
    let file = site.app.files.keep(Bytes::from_static(b"a picture"), "png").await.unwrap();
    let secret = site.app.db.always(async |tx| {
        let link = OneTimeLink {
            kind: LinkKind::SignIn,
            member: Some(marta.id),
            email: marta.email.as_ref().map(|email| email.parse().unwrap()),
            role: Role::Participant,
            made_by: None,
            expires_at: tx.now.plus_minutes(20),
        };
        one_time_links::make(tx, &link).await
    });
    for address in [format!("/files/{file}"), format!("/sign-in/link/{}", secret.await.unwrap())] {
        for client in [&mut stranger, &mut martas, &mut organisers] {
            assert_eq!(client.get(&address).await.status, 200, "{address}");
        }
    }
}
