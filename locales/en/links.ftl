### Being told: the bell and what one follows

number = { $number }
nav-notifications = { $count ->
    [0] Notifications: nothing new
    [one] Notifications: { $number } new
   *[other] Notifications: { $number } new
}
nav-notifications-n = Notifications: { $n } new

## The bell

notifications = Notifications
notifications-new = New
notifications-earlier = Earlier
notifications-older = Older notifications
notifications-all-read = Mark all as read
notifications-nothing-new = Nothing new. You have read everything.
notifications-empty = Nothing here yet.
notifications-what-comes = When somebody answers or mentions you, comments on your post, or when a conversation you follow goes on, it will appear here.

notice-waiting = { $count ->
    [0] { $name } left a comment that needs your approval
    [one] { $name } and { $number } other left comments that need your approval
   *[other] { $name } and { $number } others left comments that need your approval
}
notice-mention = { $count ->
    [0] { $name } mentioned you
    [one] { $name } and { $number } other mentioned you
   *[other] { $name } and { $number } others mentioned you
}
notice-answer = { $count ->
    [0] { $name } answered you
    [one] { $name } and { $number } other answered you
   *[other] { $name } and { $number } others answered you
}
notice-comment = { $count ->
    [0] { $name } commented on your post
    [one] { $name } and { $number } other commented on your post
   *[other] { $name } and { $number } others commented on your post
}
notice-approved = Your comment was approved
notice-said = { $count ->
    [0] { $name } joined in
    [one] { $name } and { $number } other joined in
   *[other] { $name } and { $number } others joined in
}
notice-posted = { $count ->
    [0] { $name } published a post
    [one] { $name } and { $number } other published a post
   *[other] { $name } and { $number } others published a post
}
notice-posted-module = A module has opened
notice-posted-assignment = An assignment has opened
notice-posted-discussion = { $name } began a discussion
notice-posted-wrap-up = { $name } published a wrap-up
notice-comment-other = { $count ->
    [0] { $name } commented on something you started
    [one] { $name } and { $number } other commented on something you started
   *[other] { $name } and { $number } others commented on something you started
}
help-notifications = How you hear about things
help-course = Taking part in a course
help-link = How this works
notice-held = { $count ->
    [0] An answer in your name came from { $name }
   *[other] Answers in your name came from { $name } and others
}
notice-reviewed = { $count ->
    [0] { $name } reviewed your work
    [one] { $name } and one other person reviewed your work
   *[other] { $name } and { $number } others reviewed your work
}
notice-review = There is something for you to review
notice-thanked = { $count ->
    [0] { $name } answered your review
    [one] { $name } and one other person answered your reviews
   *[other] { $name } and { $number } others answered your reviews
}
notice-extended = { $name } gave you more time
notice-announcement = Announcement from { $name }
notice-more = { $count ->
    [one] and { $number } more
   *[other] and { $number } more
}
notice-why-waiting = You moderate this conversation
notice-why-mention = You were mentioned
notice-why-answer = It answers what you wrote
notice-why-comment = You wrote the post
notice-why-approved = You wrote it
notice-why-said = You follow this conversation
notice-why-posted = You follow this blog, tag or person
notice-why-posted-course = You follow this course
notice-why-posted-group = You follow this group or person
notice-why-comment-other = You started it
notice-why-held = It waits for you to decide
notice-why-announcement = For all members
notice-why-announced = For everybody in { $name }
notice-why-reviewed = You handed it in
notice-why-review = You asked for something to review
notice-why-thanked = You wrote the review
notice-why-extended = It is for you alone

## What one follows

watches = What you follow
watches-lede = Answers to you, mentions and whatever needs your decision always reach you. Here you choose how soon you hear about the rest.
watches-empty = You do not follow anything yet. You will follow whatever you write or answer; blogs, tags, people and conversations have a “Follow” button.
watches-saved = Your choice has been saved.
watch-begin = Follow
watch-end = Stop following
watch-again = Follow again
watch-mute-this = Mute
watch-how-soon = How soon you hear about { $name }
watch-now = At once
watch-digest = In the digest
watch-list = Only in the list
watch-mute = Muted
watch-state-now = Following: at once
watch-state-digest = Following: digest
watch-state-list = Following: list only
watch-state-mute = Muted
watch-why-chosen = You chose to follow it
watch-why-wrote = Followed because you wrote it
watch-why-answered = Followed because you took part
watch-why-joined = Followed because you take part in it
watch-conversation = Conversation
watch-blog = Blog
watch-term = Tag
watch-member = Person
watch-circle = Course or group

## E-mail

mail = E-mail
mail-lede = E-mails about what happens here go to { $email }. Links to sign in and messages about security always come.
mail-saved = Your choice has been saved.
mail-when = When do you want e-mail?
mail-mode-now = At once when it concerns me, everything else in a daily digest
mail-mode-daily = One digest a day
mail-mode-weekly = One digest a week
mail-mode-never = No e-mail
mail-hour = Time of the digest
mail-weekday = Day of the weekly digest
mail-day-1 = Monday
mail-day-2 = Tuesday
mail-day-3 = Wednesday
mail-day-4 = Thursday
mail-day-5 = Friday
mail-day-6 = Saturday
mail-day-7 = Sunday
mail-most = E-mails a day, at most
mail-most-hint = Whatever goes beyond that waits for the digest.
mail-quiet-from = Quiet from
mail-quiet-until = Quiet until
mail-paused = Pause until
mail-paused-hint = Leave empty for no pause. What happens meanwhile comes in the first digest after it.
mail-paused-wrong = Choose a day, such as 2026-12-24.
mail-where = Where e-mails go
mail-address = Another address
mail-address-hint = For e-mails about what happens here, if they are to go elsewhere than to your account’s address. Links to sign in and messages about security still go to your account.
mail-address-ask = Send a link to confirm it
mail-address-own = Use the address of my account
mail-address-asked = We have sent a link there. Once you confirm it, e-mails about what happens here go to that address.
mail-address-waits = Waiting for { $address } to be confirmed. Until then, nothing changes.
mail-address-same = That is your account’s address; e-mails go there anyway.
mail-address-confirm = Receive e-mails here?
mail-address-confirm-text = @{ $name } would like e-mails about what happens here to go to { $address }. If that is you, confirm it.
mail-address-confirm-button = Yes, send them here
mail-address-confirmed = Confirmed
mail-address-confirmed-text = E-mails about what happens here go to this address from now on.
letter-mail-address-subject = { $community }: receive e-mails at this address?
letter-mail-address = @{ $name } would like e-mails about what happens in { $community } to go to this address. To confirm it, follow this link:
letter-mail-address-after = The link is valid for three days. If this is not you, ignore this e-mail; nothing will come.
letter-mail-address-changes-subject = { $community }: your e-mails are about to go elsewhere
letter-mail-address-changes = Someone who is signed in to your account has asked for e-mails about what happens in { $community } to go to another address. This takes effect once that address is confirmed; links to sign in still come here. If it was not you, end all other sessions and set a new password in your settings, and choose where e-mails go here:
letter-mail-address-changes-after = If it was you, there is nothing to do here: check the inbox of the other address.
mail-list = E-mails sent to you
mail-next-digest = Next digest: { $time }
mail-none = No e-mail yet. When somebody answers you, it will be listed here.
mail-sent = Sent { $time }
mail-in-doubt = Sent { $time }, not confirmed by the mail server
mail-waits = Waiting to be sent
mail-items = { $count ->
    [one] { $number } update
   *[other] { $number } updates
}
mail-came-back = Came back: it did not arrive
mail-stopped = E-mail to { $email } does not arrive, so we have stopped sending e-mail about what happens here. Nothing is lost: everything is under Notifications. If the address works again, ask us to try once more; otherwise give us another one.
mail-stopped-said = Your mail server said:
mail-try-again = Try this address again
mail-another-address = Change my address
mail-why-stopped = E-mail to your address does not arrive
mail-untold = Not e-mailed yet
mail-why-never = You chose no e-mail
mail-why-paused = E-mail is paused
mail-why-now = Comes soon, or in the next digest if you have had your e-mails for today
mail-why-digest = Comes in the next digest, unless you read it first
mail-end-title = Stop e-mails
mail-end-text = Would you like no more e-mails about what happens here? Links to sign in still come when you ask for them.
mail-end-button = Stop all e-mails
mail-end-conversation = Would you like to hear no more of “{ $title }”, unless somebody answers or mentions you?
mail-end-conversation-button = Mute this conversation
mail-ended = You will get no more e-mails.
mail-muted = This conversation is muted.
mail-choose-again = Change your e-mail settings

letter-single-subject = Re: { $title }
letter-digest-subject = { $count ->
    [one] { $number } update from { $community }
   *[other] { $number } updates from { $community }
}
letter-digest-lead = { $count ->
    [one] { $number } update since your last digest.
   *[other] { $number } updates since your last digest.
}
letter-digest-rest = { $count ->
    [one] { $number } more conversation follows in the next digest.
   *[other] { $number } more conversations follow in the next digest.
}
letter-open = Read and answer
letter-choose = Change your e-mail settings:
letter-mute = Mute this conversation:
letter-end = Stop all e-mails:
letter-choose-link = Change your e-mail settings
letter-mute-link = Mute this conversation
letter-end-link = Stop all e-mails

letter-open-announcement = Open the announcement
letter-open-direct = Open it

## Announcements

announcement = Announcement
announcements = Announcements
announcements-text = What every member should know. It stands at the top of every page, rings everybody’s bell and goes out by e-mail, to each member the way they chose.
announcements-circle-text = What everybody here should know. It stands at the top of their pages, rings their bell and goes out by e-mail, to each person the way they chose.
announcements-none = Nothing has been announced here yet. Announcements will stay on this page.
announcement-dismiss = Dismiss
announcement-write = Write an announcement
announcement-write-lede = You will see a preview first. Nothing is sent until you publish it there.
announcement-edit = Edit the announcement
announcement-edit-lede = Whoever opens it sees the new version. No second e-mail is sent.
announcement-from = Show from
announcement-from-hint = In { $zone }. Leave empty to start as soon as you publish.
announcement-until = Show until
announcement-until-hint = In { $zone }. Leave empty to show it until you withdraw it.
announcement-later = People who join later
announcement-later-see = They can read it too
announcement-later-miss = They do not see it: it is only for those who are here when it starts
announcement-later-hint = Unless you limit it, whoever joins later can still read it, even after it has left the top of the page.
announcement-moment-wrong = Choose a day and a time, such as 2026-12-24T18:00.
announcement-until-wrong = It has to end later than it begins, and later than now.
announcement-moved-on = Somebody else changed this announcement since you opened it. Nothing was overwritten: your text is below. Saving now puts it in place of theirs.
announcement-to-preview = Save and preview
announcement-publish = Publish
announcement-look = Open it
announcement-delete = Delete the draft
announcement-withdraw = Withdraw
announcement-withdraw-hint = Withdrawing removes it from every page. E-mails that have not left yet are not sent; those that have cannot be called back.
announcement-published = Published.
announcement-saved = Saved.
announcement-withdrawn = It is gone.
announcement-is-draft = Draft
announcement-is-planned = Planned
announcement-is-standing = On every page
announcement-is-over = Over
announcement-is-withdrawn = Withdrawn
announcement-is-limited = Not for people who join later
announcement-began = Since { $time }
announcement-begins = From { $time }
announcement-ends = Until { $time }
announcement-who = { $count ->
    [one] { $number } member will be told
   *[other] { $number } members will be told
}
announcement-who-hint = They all see it at the top of the page and under the bell. E-mails at once wait two minutes and keep to quiet hours; what exceeds somebody’s daily limit comes in their digest. Whoever has read it by then gets no e-mail.
announcement-at-once = { $count ->
    [one] { $number } by e-mail at once
   *[other] { $number } by e-mail at once
}
announcement-today = { $count ->
    [one] { $number } in today’s digest
   *[other] { $number } in today’s digest
}
announcement-tomorrow = { $count ->
    [one] { $number } in tomorrow’s digest
   *[other] { $number } in tomorrow’s digest
}
announcement-weekly = { $count ->
    [one] { $number } in the weekly digest
   *[other] { $number } in the weekly digest
}
announcement-paused = { $count ->
    [one] { $number } by e-mail after their pause
   *[other] { $number } by e-mail after their pause
}
announcement-stopped = { $count ->
    [one] { $number } under the bell only: e-mail to their address does not arrive
   *[other] { $number } under the bell only: e-mail to their address does not arrive
}
announcement-without = { $count ->
    [one] { $number } without e-mail
   *[other] { $number } without e-mail
}

## Web Push

push = Notifications on your devices
push-what = Your device can notify you when somebody answers you, mentions you, comments on your post, approves your comment or leaves one that needs your approval, even while this site is closed. What you follow at once and announcements come too, as many a day at most as e-mails. Nothing comes during your quiet hours or a pause. Signing out on a device ends it there.
push-begin = Notify me on this device
push-end = Turn off
push-since = On since { $date }.
push-last = Last notification: { $time }.
push-failing = The latest notification has not been delivered yet; we will keep trying.
push-unable = This browser cannot receive notifications from this site, or JavaScript is off. On an iPhone or iPad, add this site to the Home Screen first and open it from there.
push-denied = This browser blocks notifications from this site. Allow them in the browser’s settings for this site, then come back here.
push-failed = Notifications could not be turned on: the browser’s notification service did not answer, or it is switched off. Nothing has changed; please try again later.
push-too-many = You already have ten devices. Turn one off first.
push-strange = This browser did not say where notifications can be sent.
push-welcome = Notifications are on for this device
push-refused = { $count ->
    [one] The notification service of one device refuses what this site sends. Ask whoever runs the server to run “lyceum doctor”. It said:
   *[other] The notification services of { $count } devices refuse what this site sends. Ask whoever runs the server to run “lyceum doctor”. One of them said:
}

## Answers by e-mail

letter-answering = You can simply answer this e-mail: your answer will appear under what { $name } wrote. Quotes and signatures are left out.
letter-answering-post = You can simply answer this e-mail: your answer will appear as a comment. Quotes and signatures are left out.
letter-answering-digest = A digest cannot be answered by e-mail. To answer, open the conversation.
letter-answer-yours = This is what you wrote:
letter-answer-refused-subject = Your answer was not published
letter-answer-refused = Your answer came by e-mail, but it could not be published:
letter-answer-empty = Your answer came by e-mail, but once quotes and signatures were left out, nothing remained. If you wrote something, please write it above the quote, or answer here:
letter-answer-only-files = Your e-mail came, but there was only a picture or another file in it. Answers by e-mail can hold text only. You can answer here:
letter-answer-expired-subject = This e-mail can no longer be answered
letter-answer-expired = You answered an e-mail that is too old to be answered by e-mail. You can still answer here:
letter-answer-held-subject = Is this answer yours?
letter-answer-held = An answer in your name came from { $from }, which is not your address. It has not been published. You decide what happens to it:
letter-answer-held-unknown = An answer in your name came from an address that is not yours. It has not been published. You decide what happens to it:

answers = Answers by e-mail
answers-lede = You can answer most e-mails from here in your mail program. This is what arrived in the last 30 days. Only you can see this page.
answers-off = E-mails from this site cannot be answered by e-mail.
answers-held = Waiting for your decision
answers-held-hint = These came in your name, but not from your address: perhaps from another address of yours, or from somebody you forwarded an e-mail to.
answers-came = What arrived
answers-none = Nothing yet. When you answer an e-mail, it will be listed here.
answers-wait = { $count ->
    [one] { $number } answer is waiting for your decision
   *[other] { $number } answers are waiting for your decision
}
answer-from = From { $from }
answer-publish = Publish as mine
answer-discard = Discard
answer-published = Published.
answer-held = Waiting for your decision.
answer-discarded = Discarded.
answer-discarded-now = The answer has been discarded.
answer-refused = Not published.
answer-empty = Not published: nothing remained without quotes and signatures.
answer-expired = Not published: the e-mail was too old to be answered.
answer-not-published = The answer could not be published.
answer-your-words = What you wrote
answer-left-out = Left out from your e-mail
answer-left-out-hint = Only you can see this.
answer-left-out-file = { $name } was not attached: answers by e-mail hold text only.

## What could not be delivered, for organisers
undelivered = Undelivered e-mail
undelivered-none = Nothing has come back. E-mail that could not be delivered will be listed here, with what to do about it.
undelivered-stopped = Stopped
undelivered-waiting = { $count ->
    [one] One e-mail is waiting because the site’s own mail server has not accepted it. Ask whoever runs the server to run “lyceum doctor”. The last thing it said:
   *[other] { $count } e-mails are waiting because the site’s own mail server has not accepted them. Ask whoever runs the server to run “lyceum doctor”. The last thing it said:
}
undelivered-complaint = They marked the e-mail as spam. They no longer get e-mail about what happens here; signing in by e-mail still works.
undelivered-distrusted = Their mail provider does not trust e-mail from this site. Ask whoever runs the server to check SPF, DKIM and DMARC with “lyceum doctor”. The address itself may be fine.
undelivered-unknown = There is no such address. Ask them for one that works; they can change it in their settings.
undelivered-full = Their mailbox is full. We will keep trying; if this goes on for days, tell them some other way.
undelivered-closed = Their mailbox is closed or takes no e-mail. Ask them for another address.
undelivered-unreachable = Their mail provider could not be reached. Check the part after the @ for a typing error; otherwise it may pass.
undelivered-other = Their mail server gave no clear reason. If it happens again, ask them for another address.

letter-guest-ask-subject = E-mails about answers to a comment at { $community }?
letter-guest-ask-lead = Somebody, perhaps you, left a comment at { $community } and asked for an e-mail to this address when it appears and when somebody answers. It has now appeared:
letter-guest-ask-open = Open the comment
letter-guest-ask-question = Should answers to it be sent to this address?
letter-guest-ask-yes = Yes, e-mail me about answers
letter-guest-ask-no = If it was not you, or you do not want this, you need do nothing: after 7 days your address is forgotten.
letter-guest-never = Never write to this address again:
letter-guest-never-link = Never write to this address again
letter-guest-mute = Stop e-mails about this conversation:
letter-guest-mute-link = Stop e-mails about this conversation
letter-guest-end = Stop all e-mails to this address:
letter-guest-end-link = Stop all e-mails to this address
letter-guest-answering = To answer, open the conversation: an answer to this e-mail does not appear there.
guest-ask-title = Confirm e-mails
guest-ask-text = You get an e-mail when somebody answers comments that you leave here as a guest. Each has a link that stops them.
guest-ask-button = Yes, e-mail me about answers
guest-never-text = Or should this address never be written to again because of a guest’s comment?
guest-never-button = Never write to this address
guest-mail-title = E-mails to guests
guest-allow-text = This address is never written to because of a guest’s comment. If you want to be told of answers after all, allow it here, then tick the box beneath your next comment.
guest-allow-button = Allow e-mails again
guest-leave-text = Would you like to hear no more of “{ $title }”?
guest-leave-button = Stop e-mails about this conversation
guest-end-text = Would you like no more e-mails about comments you left here as a guest?
guest-end-button = Stop all e-mails
guest-confirmed = Thank you. You get an e-mail when somebody answers you.
guest-left = You will hear no more of this conversation.
guest-ended = You will get no more e-mails about comments you left as a guest.
guest-refused = This address will not be written to again because of a guest’s comment. We keep no more of it than a code that nobody can turn back into the address.
guest-allowed = E-mails are allowed again. Tick the box beneath your next comment to get them.
guest-link-over = This link is no longer valid
guest-link-over-text = Nothing is sent to your address through it. To hear of answers by e-mail, tick the box beneath your next comment.

## Private messages. $name is a person.
messages = Messages
nav-messages = Messages ({ $number })
messages-lede = What you and others write to one another. Nobody else can read it, not even the organisers.
messages-archived = Archived messages
messages-archived-lede = What you put away. It comes back when somebody writes.
messages-archived-none = Nothing is archived.
messages-none = No messages yet.
messages-none-how = To write to somebody, open their page and choose “Write a message”.
messages-and-more = { $count ->
    [one] { $names } and one other
   *[other] { $names } and { $number } others
}
messages-unread = { $count ->
    [one] { $number } new message
   *[other] { $number } new messages
}
messages-muted = Muted
messages-you = You:
messages-more = Earlier messages
messages-latest = Latest messages
messages-earlier = Earlier messages
messages-has-left = has left
messages-what-else = More
messages-mark-unread = Mark as unread
messages-archive = Archive
messages-unarchive = Move back to messages
messages-mute = Mute
messages-unmute = Unmute
messages-leave = Leave
messages-leave-text = You will not receive what is written here from now on, and you can no longer read what was. What you wrote stays with the others. You cannot come back by yourself.
messages-is-muted = Muted: new messages stand here, and nothing tells you of them.
messages-written = Messages
messages-came = A new message
messages-you-blocked = You have blocked this person, so neither of you can write here.
messages-settings = Who can write to you
messages-accept = Who can write to you?
messages-accept-all = All members
messages-accept-circles = Only people in my courses, homerooms and tribes
messages-accept-nobody = Nobody
messages-accept-hint = Organisers, and instructors and guides of your courses, can always write to you; so can people you have written to yourself. Nobody is told what you chose.
messages-nobody-called = No member is called “{ $name }”. Use the handle that stands on their page, such as @ines.
messages-several-called = Several members are called “{ $name }”. Use the handle that stands on their page, such as @ines.
messages-too-many-people = That is too many people: a message can go to 20.
messages-done-archived = Archived. It comes back when somebody writes.
messages-done-unarchived = Back among your messages.
messages-done-left = You have left.
messages-done-unread = Marked as unread.
messages-done-muted = Muted.
messages-done-unmuted = Unmuted: you hear of new messages again.
messages-done-deleted = Your message is deleted.
messages-done-saved = Saved.
messages-done-blocked = Blocked. They are not told.
messages-done-unblocked = No longer blocked.
message-new = Write a message
message-write-to = Write a message
message-new-lede = Only the people you write to can read it. If there are several, everybody sees who they are and what each of them answers.
message-to = To
message-to-hint = Handles or names, with commas between them.
message-field = Message
message-hint = You can use Markdown: *emphasis*, **strong**, [a link](https://example.org), > quoted. Line breaks are kept.
message-send = Send
message-edit = Edit message
message-delete = Delete message
message-delete-text = Its words go for everybody here. That there was a message can still be seen.
message-deleted = This message was deleted by whoever wrote it.
message-removed = This message was removed by the organisers.
message-of-blocked = A message from somebody you have blocked
message-yours = your message
message-of = the message from { $name }
message-moved-on = This message was changed since you opened it, perhaps in another tab. Nothing was overwritten: your text is below. Saving now puts it in place of the other version.
message-too-late = Messages can be edited for a while after they are sent. You can still delete this one, or write another.
message-as-another = Somebody else is signed in here now. Your text is still here; if you send it again, it goes out in their name.
message-too-long = That is too long for one message: 10,000 characters fit. For more, write a post that only some can read.
message-empty = There is nothing to send yet.
message-not-taken = { $name } is not taking messages from you at present. Nothing was sent; your text is still here.
message-not-taken-some = Somebody among them cannot be written to. Nothing was sent; your text is still here.
message-blocked = You have blocked { $name }. Unblock them first if you want to write to them.
message-unanswered = { $name } has not answered yet, and you have written three times. Once they answer, you can write again.
message-too-many-new = You have written to many new people today. Tomorrow you can write to more; people who have answered you are not counted.
message-nobody-left = Nobody else is here any more, so nobody would read it.
message-to-yourself = That is you. Name somebody else.
notice-written = { $name } wrote to you
notice-written-title = Private message
notice-invited = { $name } invited you to a course
notice-invited-tribe = { $name } invited you to a tribe
notice-asked = { $count ->
    [0] { $name } asks to be let in
    [one] { $name } and { $number } other ask to be let in
   *[other] { $name } and { $number } others ask to be let in
}
notice-let-in = You have been let in
notice-reported = { $count ->
    [one] { $number } report needs your decision
   *[other] { $number } reports need your decision
}
notice-reported-title = Reports
notice-outcome = The organisers have looked at your report
notice-outcome-removed = The organisers have looked at your report. You no longer see the message
notice-outcome-title = Your report
notice-archive = Your archive is ready
notice-archive-title = Take everything home
notice-agreement = Your request for support was answered
notice-agreement-title = Support for learning
notice-awarded = { $name } gave you a badge
notice-certified = Your certificate is here
notice-earned = You earned a badge
notice-badge-asked = { $name } asks for a badge
notice-badge-answered = { $name } answered your request for a badge
notice-reissued = The credential of your badge was issued anew. Please use the new one
notice-why-written = It is for you
notice-why-invited = It waits for your answer
notice-why-asked = You decide who comes in
notice-why-let-in = You asked or waited for a place
notice-why-reported = You are an organiser
notice-why-outcome = You reported it
notice-why-archive = You asked for it
notice-why-agreement = You asked for it
notice-why-awarded = It is yours: you decide who sees it
notice-why-badge-asked = You decide about this badge
notice-why-badge-answered = You asked for it
letter-written-answering = The words are not in this e-mail: they can be read on the page alone. An answer to this e-mail reaches nobody; please answer there.
block = Block
unblock = Unblock
blocked = Blocked people
blocked-none = You have blocked nobody.
blocked-since = Blocked on { $date }
message-note-silent = Hello! I have not seen you in the course for a while, and only wanted to say that your place is here whenever you like. There is nothing to catch up with first. Is there anything that would make it easier?
message-note-stuck = Hello! I see that you are here and that some things of the earlier weeks are still open. That is quite all right. Tell me if something is in the way; perhaps we can find the shortest way round it.
message-note-thriving = Hello! I have read what you write here, and I am glad about it. If you like, answer somebody who has just begun: it would mean a lot to them.
message-note-steady = Hello! I only wanted to ask how it is going. Is there anything I can help you with?

### Searching

search-title = Search: { $words }
search-site = Search this site
search-here = Search
search-words = What to look for
search-how = Quotes find a phrase, a minus in front leaves a word out, and # finds a tag.
search-narrow = Narrow the search
search-place = Where
search-anywhere = Anywhere
search-by = Written by
search-by-hint = @handle
search-since = When
search-since-any = At any time
search-since-day = In the last day
search-since-week = In the last week
search-since-month = In the last month
search-since-year = In the last year
search-apply = Narrow
search-wider = Search everywhere
search-kinds = What to show
search-in-all = All
search-in-posts = Posts
search-in-comments = Comments
search-in-discussions = Discussions
search-in-courses = Modules and assignments
search-in-announcements = Announcements
search-in-people = People
search-in-names = Tags and groups
search-is-post = Post
search-is-page = Page
search-is-comment = Comment
search-is-discussion = Discussion
search-is-module = Module
search-is-assignment = Assignment
search-is-announcement = Announcement
search-is-tribe = Tribe
search-is-course = Course
search-is-tag = Tag
search-tag-has = { $count ->
    [one] { $number } post
   *[other] { $number } posts
}
search-building = Older texts cannot all be found yet: { $done } of { $total } have been looked at. The newest come first.
search-shortened = That is more than can be looked for at once. Only the beginning was used.
search-named = By name
search-directory = Look through all members
search-did-you-mean = Did you mean
search-empty = Type a word or two. You find what you may read: posts, comments, discussions, modules, people, tags and groups.
search-only-signs = There is no word in “{ $words }” to look for.
search-only-exclusions = You have only said what to leave out. Add a word that is to be found.
search-nobody = Nobody here has that handle.
search-none = Nothing found for “{ $words }”. Other words, or fewer, may find more.
search-found = { $count ->
    [one] { $number } result
   *[other] { $number } results
}
search-more-than = More than { $number } results
search-looked-back = Looked back to { $date }.
search-further = Look further back
search-older = Older results
search-pages = Pages of results
search-previous = Previous results
search-next = More results
