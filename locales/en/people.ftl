# People, their accounts, and looking after the community.

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
join-handle = Your handle, if you like to choose it
join-already = already a member?
join-mail = Look in your mail
join-mail-text = An e-mail is on its way to { $stressed }. Follow the link in it, and you are in.
join-mail-request = Look in your mail
join-mail-request-text = An e-mail is on its way to { $stressed }. Follow the link in it, and your request goes to the organisers.
join-by-invitation = By invitation
join-by-invitation-text = People join this community when an organiser invites them. If you were invited, follow the link in that e-mail.
join-early = Not open yet
join-early-text = Nobody has set this community up yet. Whoever runs the server finds a link for that where they started it; then others can join.
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
confirm-move = Another e-mail address
confirm-move-text = { $name } then gets a link that confirms it. Until that link is followed, nothing changes.
confirm-move-button = Send the link
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

## E-mails. $name is a handle, or the organiser who invites.
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
letter-move-subject = { $community }: another address?
letter-move = Somebody who is signed in as @{ $name } wants e-mails from { $community } to go to another address. Your account has no password, so we ask you here first. If it was you, follow this link:
letter-move-after = The link is good for an hour. If it was not you, do not follow it: end all other sessions in your settings and set a password there.
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

## Settings
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
settings-password-by-link = You signed in a while ago, and nothing here proves that it is still you. Sign out, choose “Forgotten?”, and set your password by the link we send you.
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
settings-saved-move = We sent a link to your present address. Follow it, and the new address gets its own.
settings-saved-address = Your new e-mail address is confirmed.
settings-saved-password = Your password is changed, and every other session has ended.
settings-saved-session = That session has ended.
settings-saved-sessions = All other sessions have ended.
## E-mails. $name is a handle, or the organiser who invites.
letter-turned-away-subject = { $community }: your request
letter-turned-away = an organiser of { $community } read your request to join, and it was not granted.
letter-turned-away-after = The account @{ $name } was removed with everything you had told us. You are welcome to read what is public, and to write to the organisers if you think this is a mistake.

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
invite-words = A few words of your own
invite-words-hint = They stand in the e-mail, and answers to it come to you.
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
