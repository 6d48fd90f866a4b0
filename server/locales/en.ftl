# What the interface says, in English: the catalogue that the others follow.
# $number is a number as it is written; $count chooses the plural.

## The frame of every page
skip = Skip to the text
nav-main = Main
nav-home = Home
nav-members = Members
nav-write = Write
nav-waiting = Waiting ({ $number })
nav-decide = Waiting and hidden comments
nav-menu = your menu
nav-your-page = Your page
nav-your-blog = Your blog
nav-your-posts = Your posts and drafts
nav-settings = Settings
nav-manage = Manage the community
sign-in = Sign in
sign-out = Sign out
join = Join
language = Language
to-home = To the front page

## Errors
error-not-found = This shelf is empty
error-not-found-text = Nothing stands at this address, or it is not for everyone to read. If somebody gave you the link, they may like to know.
error-sign-in-first = Sign in first
error-sign-in-first-text = This page belongs to somebody who is signed in. Sign in, and you will be led back here.
error-forbidden = This is not yours to do
error-forbidden-text = Either it belongs to somebody else, or the request came from another site. Nothing was changed.
error-bad = That could not be understood
error-bad-text = Something in the request makes no sense here. Nothing was changed; go back and try once more.
error-method = Not in this way
error-method-text = This address does something else than what was asked of it.
error-too-large = That is too large
error-too-large-text = It is more than this site takes at once. Nothing was changed.
error-too-many = One moment, please
error-too-many-text = That was a lot in a short time. Wait a minute and try again.
error-too-late = Too late to change
error-too-late-text = Comments can be changed for a while after they are written. You can still delete this one, or answer it.
error-broken = Something is broken here
error-broken-text = It is our fault, and it has been noted. What you had written is still in your browser: go back and try again.

## Conversations
thoughts =
    { $count ->
        [one] One thought on “{ $title }”
       *[other] { $number } thoughts on “{ $title }”
    }
no-thoughts = No thoughts yet
be-the-first = Nobody has answered { $name } yet. Yours would be the first thought here.
views = Order of the conversation
view-threads = Threads
view-flat = In order
view-newest = Newest
new-since =
    { $count ->
        [one] One new since your last visit
       *[other] { $number } new since your last visit
    }
next = Next
whole-conversation = ← The whole conversation
earlier-threads = Earlier threads
later-threads = Later threads
newer-comments = Newer
older-comments = Older
earlier-in-conversation = Earlier in this conversation
more-of-conversation = More of this conversation
rest-of-thread = Show the rest of this thread
conversation-closed = This conversation is closed. It stays here to be read.
conversation-closed-empty = Comments are closed here.
members-only-here = In this community, members talk.
label-post-author = Post author
label-instructor = Instructor
label-guide = Guide
label-new = New
pingback = Pingback
trackback = Trackback
webmention = Webmention
edited = edited
reply = Reply
to-person = to { $name }
of-person = the comment of { $name }
edit = Edit
delete = Delete
your-comment = your comment
approve = Approve
hide = Hide
unhide = Show again
answered-gone = somebody who is no longer here
in-reply-to = in reply to
parent-lost = What this answers is gone.
entry-deleted = This comment was deleted by its writer.
entry-hidden = This comment was hidden.
entry-hidden-by-you = Hidden – only those who decide here see this.
entry-waiting = Waiting for approval – only its writer and those who decide here see this.
leave-a-reply = Leave a reply
reply-to = Reply to { $name }
cancel = Cancel
as-person = As
field-comment = Comment
comment-hint = Markdown works: *emphasis*, **strong**, [a link](https://example.org), > quoted. Line breaks stay as you type them.
never-shown = Not shown on the site. The organisers can see it.
optional = (optional)
post-comment = Post comment
or-sign-in = Or, as a member:
edit-comment = Edit your comment
save = Save
delete-comment = Delete your comment?
delete-comment-text = If somebody has answered it, its place stays, without your words. This cannot be undone.
comment-empty = There is nothing in it yet.
comment-too-long = This is longer than 100,000 characters. A post of your own would suit it.
reply-closed = The conversation was closed while you wrote. Your text is still here: copy it if you want to keep it.
reply-parent-gone = The comment you were answering was deleted meanwhile. Your text is still here; sent now, it stands on its own.
reply-members-only = In this community, only members comment. Your text is still here: sign in and send it again.
reply-signed-out = You are no longer signed in. Your text is still here: sign in and send it again, or send it as a guest.
reply-as-another = Somebody else is signed in here now. Your text is still here; sent once more, it goes in their name.
just-hidden = The comment of { $name } is hidden.

## Posts
edit-this-post = Edit this post
neighbours = Other posts of this blog
earlier = Earlier
later = Later
tags = Tags
audience-public = Everyone
audience-community = Members only
audience-me = Only me

## Fields
field-name = Name
field-email-label = E-mail
field-website-label = Website
field-required = This is needed.
field-too-long = This is too long.
field-choose = Choose one of these.
field-handle = Use 2 to 30 letters a–z, digits, - or _, beginning with a letter or digit.
field-email = This does not look like an e-mail address.
field-website = This does not look like an address on the web.
field-password-short = Use at least ten characters.
field-blog-address = Use 2 to 60 letters a–z, digits, - or _, beginning with a letter or digit.
field-reserved = This address is used by the site itself. Choose another.
field-slug = This makes no address. Use letters and digits.
field-language = This is no language tag.

## What the script says; {"{n}"}, {"{name}"} and {"{title}"} are filled in by it.
script-reply-to = Reply to { $name }
script-heading-one = One thought on “{ $title }”
script-heading-other = { $n } thoughts on “{ $title }”
script-new-one = One new since your last visit
script-new-other = { $n } new since your last visit
script-answers-one = One new answer – show
script-answers-other = { $n } new answers – show
script-kept = Your unsent text from last time is back in place.
script-kept-discard = Discard it
script-sending = Sending …
script-offline = There is no connection just now. Your text is kept on this device.
script-failed = The server could not take this just now. Your text is kept on this device.
script-refused = Your text is kept on this device.
script-signed-out = You are no longer signed in. Your text is kept on this device: sign in in another window, then try again.
script-again = Try again
script-posted = Your comment is posted.
script-waiting = Your comment is here, and waits to be approved.
script-live-lost = Connection lost – new answers will appear when it is back.
script-keys-on = Keys n and p: on
script-keys-off = Keys n and p: off
script-theme-system = Colours: as the system
script-theme-light = Colours: light
script-theme-dark = Colours: dark
script-preview-wait = Making the preview …

## Account
or = or
form-wrong =
    { $count ->
        [one] One thing needs another look.
        [2] Two things need another look.
       *[other] { $number } things need another look.
    }
field-display-name = Your name, as others see it
field-handle-label = Handle
field-handle-hint = Small letters, digits, - and _. It is how others call you in a comment.
field-handle-taken = Somebody has this handle already. If it is you, sign in; otherwise choose another.
field-email-hint = Not shown to other members. The organisers can see it.
field-password-label = Password
field-password-hint = Ten characters or more. A sentence you like is a good one. You can always sign in by a link in an e-mail instead.
field-new-password = New password
field-why-label = A few words for the organiser
field-who = E-mail or handle
join-heading = Join { $community }
join-lede = A name, an address for messages, a password. The blog comes by itself.
join-request-lede = Tell us who you are. An organiser reads it and lets you in; an e-mail tells you when.
join-found = Begin this community
join-found-lede = You are the first one here, and its organiser. Everything else can be set later.
join-found-button = Begin
join-ask = Ask to join
join-already = already a member?
join-mail = Look in your mail
join-mail-text = An e-mail is on its way to { $stressed }. Follow the link in it, and you are in.
join-mail-request = Look in your mail
join-mail-request-text = An e-mail is on its way to { $stressed }. Follow the link in it, and your request goes to the organisers.
join-by-invitation = By invitation
join-by-invitation-text = People join this community when an organiser invites them. If you were invited, follow the link in that e-mail.
join-invitation-gone = This invitation is no longer good
join-invitation-gone-text = It has been used, taken back, or has grown too old. Whoever sent it can send another.
confirm-joining = One press, and you are in
confirm-joining-text = This confirms that the address is yours, and that { $name } in { $community } is you. If you did not ask to join, close this page, and nothing happens.
confirm-joining-button = Confirm and come in
confirm-request = One press, and your request is on its way
confirm-request-text = This confirms that the address is yours, and that { $name } in { $community } is to be you. An organiser reads your request and answers it.
confirm-request-button = Confirm and ask to join
confirm-address = Your new e-mail address
confirm-address-text = From now on e-mails from { $community } will go to { $name }.
confirm-address-button = Use this address
sign-in-heading = Come in
sign-in-forgotten = Forgotten?
sign-in-link = Send me a link
sign-in-link-hint = We send a link that signs you in, once, within the next 20 minutes.
sign-in-not-yet = not yet a member?
sign-in-wrong = The name or the password is not right. If you have just joined, look in your mail for the link that confirms your address; a link by e-mail, below, always works.
sign-in-too-many = That was a lot of tries in a short time. Wait a minute, or let us send you a link.
sign-in-as = You will be signed in as { $name }.
letters-too-many = A few e-mails are on their way to this address already. Look in your mail, or try again in a minute.
account-mail = Look in your mail
account-mail-text = If { $stressed } belongs to somebody here, a link is on its way to it. It works once, and not for long.
account-mail-nothing = Nothing after five minutes? Look among the unwanted mail, or { $link }.
account-mail-again = ask again
account-link-gone = This link is no longer good
account-link-gone-text = Links in e-mails work once and for a while only. This one was used, or has grown too old.
account-link-gone-on = You can { $link } at any time.
account-link-again = ask for another
account-waiting = Your request is with the organisers
account-waiting-text = Your address is confirmed. Somebody will read what you wrote, and an e-mail will tell you when you are in.
forgot = A new password
forgot-lede = It happens to everyone. Tell us your address and we send a link.
forgot-send = Send the link
forgot-back = Back to sign in
reset-lede = For @{ $handle }.
reset-hint = Ten characters or more. Every session ends, and you are signed in here.
reset-button = Set the password and come in

# Letters. $name is a handle, or the organiser who invites.
letter-hello = Hello { $name },
letter-hello-stranger = Hello,
letter-confirm-subject = { $community }: please confirm your address
letter-confirm = somebody – you, we hope – joins { $community } as @{ $name } with this address. Follow this link to confirm that it is yours:
letter-confirm-after = The link is good for three days. If you do not want to join, or @{ $name } is not what you chose, do nothing: without you nothing comes of it.
letter-sign-in-subject = { $community }: your link
letter-sign-in = follow this link to sign in to { $community } as @{ $name }:
letter-sign-in-after = It works once, within 20 minutes. If you did not ask for it, do nothing, and pass it on to nobody.
letter-known-subject = { $community }: you have an account
letter-known = somebody – you, perhaps – wanted to join { $community } with this address. It has an account already: you are @{ $name }. Follow this link to sign in:
letter-known-after = It works once, within 20 minutes. If it was not you, do nothing; nothing was changed.
letter-claim-subject = { $community }: your account is waiting
letter-claim = what you wrote has moved to { $community }, and an account is kept for you there: @{ $name }. Follow this link to make it yours:
letter-claim-after = It works once, within 20 minutes; a new one can be had on the sign-in page. If you did not ask for it, do nothing.
letter-reset-subject = { $community }: a new password
letter-reset = follow this link to choose a new password for @{ $name }:
letter-reset-after = It works once, within an hour. If you did not ask for it, do nothing: your password stays as it is.
letter-address-subject = { $community }: please confirm your new address
letter-address = @{ $name } would like e-mails from { $community } to come to this address. Sign in, and follow this link to confirm it:
letter-address-after = The link is good for three days. If this is not you, do nothing.
letter-address-taken-subject = { $community }: you have an account
letter-address-taken = somebody – you, perhaps – wanted to give another account in { $community } this address. It belongs to @{ $name } already, so nothing was changed.
letter-address-taken-after = If you have two accounts and want to keep one, ask an organiser.
letter-address-changes-subject = { $community }: your address is to change
letter-address-changes = somebody who is signed in as you asked for e-mails from { $community } to go to another address from now on. It counts when that address is confirmed. If it was not you, end all other sessions and set a new password in your settings:
letter-address-changes-after = If it was you, there is nothing to do here: look in the mail of the new address.
letter-let-in-subject = { $community }: you are in
letter-let-in = welcome to { $community }. Your request was granted; sign in here:
letter-let-in-after = You are @{ $name }, and your blog is open. If your password does not work, ask for a link there.
letter-asked-subject = { $community }: @{ $name } asks to join
letter-asked = @{ $name } asks to join { $community }. Read the request and answer it here:
letter-asked-after = You get this because you are an organiser.
letter-invite-subject = { $name } invites you to { $community }
letter-invite = { $name } invites you to { $community }. Follow this link to join:
letter-invite-after = The link is good for two weeks and works once. If you do not want to join, do nothing.
## Lists of posts
tally =
    { $count ->
        [one] thought
       *[other] thoughts
    }
tally-whole =
    { $count ->
        [one] One thought
       *[other] { $number } thoughts
    }
tally-new = { $number } new
posts = Posts
latest-posts = Latest posts
more-posts = More posts
older-posts = Older posts →
latest-posts-back = ← Latest posts
all-posts = All posts →

## Home
join-community = Join { $name }
see-members = See who is here
home-empty = The shelves are up and there is nothing on them yet. The first post will stand here.
welcome-in = You are in, and a blog of your own is open.
welcome-blog = Look at your blog
welcome-profile = Add a picture
write-first-post = Write the first post
liveliest = Liveliest conversations
arrivals = New here
here-since = here since { $date }

## Blogs
blog = Blog
written-by = Written by
archive = Archive
all-of-year = All of { $year }
pages-of-blog = Pages
only-you-see = Only you see this
drafts-count =
    { $count ->
        [one] One draft
       *[other] { $number } drafts
    }
blog-empty = Nothing stands here yet. The first post will.
blog-empty-of = { $name } has not published anything here yet.
own-blog-empty = Nothing of yours stands here yet. A few sentences are enough for a first post.
other-times = Other times
posts-with-tag = Tagged “{ $name }”
posts-in-category = Filed under “{ $name }”

## People
members-count =
    { $count ->
        [one] One person is here.
       *[other] { $number } people are here.
    }
members-found = People whose name or handle contains “{ $words }”.
members-none-found = Nobody here is called “{ $words }”. Try a part of the name.
members-empty = Nobody is here yet. Whoever joins will stand here.
search-members = Search members
search-members-hint = Name or handle
search = Search
more-members = More members
more-members-next = More members →
members-from-the-start = ← From the start
role-organiser = Organiser
role-instructor = Instructor
role-guide = Guide
role-participant = Participant
unclaimed = from an earlier home of this community
change-profile = Change your profile
latest-comments = Latest comments
no-comments-yet = None yet.
said-on = on

## Writing
write-post = Write a post
edit-post = Edit your post
field-title = Title
field-text = Text
text-hint = Markdown: *emphasis*, **strong**, # heading, - list, > quotation
text-hint-html = HTML; a blank line begins a paragraph
publish = Publish
keep-as-draft = Keep as draft
preview = Preview
to-the-post = To the post
draft-kept-at = Draft, kept { $when }
field-address = Address
address-hint = The last part of its address. Without it, the title makes one.
address-stays = It stays, so that links to it live on.
who-may-read = Who may read it
conversation = Conversation
open-for-comments = Open for comments
tags-hint = With commas between them.
too-many-tags = These are more than twenty. Choose the ones that matter.
post-empty = There is nothing in it yet: write a title or a text.
post-too-long = This is longer than 500,000 characters. Make two posts of it.
post-moved-on = This post was changed since you opened it, perhaps in another tab. Nothing was overwritten: your text is below. Saving now puts it in place of the other version.
post-signed-out = You are no longer signed in. Nothing is lost: sign in in another window, come back to this one, and press the button once more.
post-other-version = The other version
drafts = Drafts
delete-post = Delete this post?
delete-post-text = This cannot be undone.
post-deleted = The post is deleted.
delete-post-with =
    { $count ->
        [one] The thought under it goes with it. This cannot be undone.
       *[other] All { $number } thoughts under it go with it. This cannot be undone.
    }

# Settings
settings-profile = Profile
settings-profile-save = Save profile
settings-handle-hint = Small letters, digits, - and _. The old one keeps leading to you.
settings-handle-taken = Somebody has this handle, or once had it. Choose another.
settings-bio = About you
settings-bio-hint = Two or three sentences. Line breaks stay, and addresses become links.
settings-language-browser = As my browser asks
settings-zone = Time zone
settings-zone-community = As the community ({ $zone })
settings-blog = Blog
settings-blog-save = Save blog
settings-blog-title = Title
settings-blog-tagline = Tagline
settings-blog-tagline-hint = One line under the title.
settings-blog-address = Address
settings-blog-address-hint = Links to the old address keep working.
settings-blog-address-taken = Another blog has this address, or once had it. Choose another.
settings-picture = Picture
settings-picture-new = A new picture
settings-picture-hint = PNG, JPEG, WebP or GIF, up to { $number } MB. It is cut square.
settings-picture-upload = Upload picture
settings-picture-remove = Remove picture
picture-unknown = This is no picture that can be read here. Use PNG, JPEG, WebP or GIF.
picture-too-large = This file is too large.
picture-too-many-pixels = This picture has too many pixels. Make it smaller first.
settings-address = E-mail address
settings-address-hint = Not shown to other members. A change counts when you follow the link we send to the new address.
settings-address-change = Change address
settings-address-same = This is your address already.
settings-password-old = Present password
settings-password-hint = Ten characters or more. Every other session ends.
settings-password-change = Change password
settings-password-set = Set password
settings-password-wrong = This is not your present password. If you have forgotten it, sign out and ask for a new one.
settings-sessions = Where you are signed in
settings-session-here = This one
settings-session-on = { $browser } on { $system }
settings-session-unknown = A browser
settings-session-since = since { $date }
settings-session-seen = last seen { $date }
settings-session-end = End
settings-sessions-end = End all other sessions
settings-saved-joined = You are in. You joined in another browser, so please choose your password here once more. Or leave it, and sign in with a link whenever you come.
settings-saved-profile = Your profile is saved.
settings-saved-blog = Your blog is saved.
settings-saved-picture = Your picture is in place.
settings-saved-picture-removed = Your picture is removed.
settings-saved-email = An e-mail is on its way to the new address. It counts when you follow the link in it.
settings-saved-address = Your new e-mail address is confirmed.
settings-saved-password = Your password is changed, and every other session has ended.
settings-saved-session = That session has ended.
settings-saved-sessions = All other sessions have ended.
# Letters. $name is a handle, or the organiser who invites.
letter-turned-away-subject = { $community }: your request
letter-turned-away = an organiser of { $community } read your request to join, and it was not granted.
letter-turned-away-after = The account @{ $name } was removed with everything you had told us. You are welcome to read what is public, and to write to the organisers if you think this is a mistake.

## Deciding about comments
waiting-for-you = Waiting for you
waiting-first = First comments of guests. Once you approve one, the next by the same person appears at once.
waiting-always = In this community, every comment of a guest waits until somebody decides.
waiting-comments = Waiting comments
waiting-beyond =
    { $count ->
        [one] One more waits after these.
       *[other] { $number } more wait after these.
    }
nothing-waits = Nothing waits for you. When a guest writes for the first time, you will find it here.
hidden-lately = Hidden lately

## Managing the community
the-community = The community
manage-nav = Manage
manage-settings = Settings
manage-comments = Comments
manage-log = What was done
name-and-rules = Name and rules
community-name = Name of the community
community-tagline = Welcome
community-tagline-hint = A sentence or two on the front page, below the name.
community-time-zone = Time zone
community-time-zone-unknown = There is no time zone of this name. Choose one like Europe/Lisbon.
community-saved = The settings are saved.
community-begun = The community is yours. Give it a name, decide who may join, and invite people below.
who-may-join = Who may join
joining-open = Everyone, at once
joining-request = Everyone may ask
joining-request-hint = You answer each request below.
joining-invitation = Only people who were invited
whose-comments-wait = Comments of guests
guests-first = The first waits until somebody approves it
guests-always = Every one waits until somebody approves it
guests-closed = There are none: only members write
edit-minutes = Minutes in which a comment can be changed
edit-minutes-hint = From 0, never, to 10,080, a week.
field-edit-minutes = Write a whole number from 0 to 10,080.
emoji-choice = Turn smileys such as :-) into emoji
requests = Requests to join
nobody-asks = Nobody is asking just now.
requests-wait =
    { $count ->
        [one] Somebody asks to join
       *[other] { $number } people ask to join
    }
let-in = Let in
turn-away = Turn away
invitations = Invitations
invite-emails = E-mail addresses
invite-emails-hint = One on each line. Each gets a link of their own, good for 14 days. Without an address you get a link to pass on.
invite-as = They come as
invite-button = Invite
invite-bad-address = This does not look like an address:
invite-too-many = These are more than 200. Invite them in parts.
invitation-link = Pass this link on. It lets one person join, is good for 14 days, and is shown only now:
invitations-sent =
    { $count ->
        [one] One invitation is on its way.
       *[other] { $number } invitations are on their way.
    }
invitations-open = Open invitations
invite-to = E-mail address
invite-role = As
good-until = Good until
invite-a-link = A link to pass on
take-back = Take back
role-of = role of { $name }
last-organiser = Somebody must run the community: this is its last organiser. Nothing was changed.
log-the-server = The server
log-a-comment = a comment
log-empty = Nothing was done yet that needs noting.
audit-added = added a member
audit-changed-address = changed their mail address
audit-changed-password = set a new password
audit-comment-approved = approved
audit-comment-hidden = hid
audit-comment-unhidden = showed again
audit-community-changed = changed the settings of the community
audit-invitation-taken-back = took an invitation back
audit-founded = began the community as
audit-invited = invited somebody as
audit-let-in = let in
audit-role-by-invitation = came by invitation as
audit-role-given = gave a role to
audit-turned-away = turned somebody away
audit-asked-for-address = asked to change their mail address
audit-ended-sign-in = ended a sign-in
audit-ended-sign-ins = ended all their sign-ins
