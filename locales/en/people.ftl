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
field-handle-hint = Lowercase letters, digits, - and _. Others use it to mention you in comments.
field-handle-taken = This handle is taken. If it is yours, sign in; otherwise choose another.
field-email-hint = Not shown to other members. The organisers can see it.
field-password-label = Password
field-password-hint = At least ten characters; a sentence you like works well. You can always sign in with a link sent by e-mail instead.
field-new-password = New password
field-why-label = A few words for the organisers
field-who = E-mail or handle
join-heading = Join { $community }
join-lede = All it takes is a name, an e-mail address and a password. Your blog comes with it.
join-request-lede = Tell us who you are. An organiser will read your request, and we will e-mail you once you are in.
join-found = Set up this community
join-found-lede = You are the first one here, so you will be its organiser. Everything else can be set later.
join-found-button = Set up
join-ask = Ask to join
join-handle = Your handle, if you want to choose it
join-already = already a member?
join-mail = Check your e-mail
join-mail-text = We have sent an e-mail to { $stressed }. Follow the link in it, and you are in.
join-mail-request = Check your e-mail
join-mail-request-text = We have sent an e-mail to { $stressed }. Follow the link in it to send your request to the organisers.
join-by-invitation = By invitation only
join-by-invitation-text = You need an invitation from an organiser to join this community. If you have one, follow the link in that e-mail.
join-early = Not open yet
join-early-text = Nobody has set this community up yet. Whoever runs the server finds a link for that where they started it; then others can join.
join-invitation-gone = This invitation is no longer valid
join-invitation-gone-text = It has been used or revoked, or it has expired. Whoever sent it can send you another.
confirm-joining = Confirm your e-mail address
confirm-joining-text = This confirms that the address is yours and that you are joining { $community } as { $name }. If you did not ask to join, close this page and nothing will happen.
confirm-joining-button = Confirm and join
confirm-request = Confirm your e-mail address
confirm-request-text = This confirms that the address is yours and that you are asking to join { $community } as { $name }. An organiser will read your request and answer it.
confirm-request-button = Confirm and ask to join
confirm-address = Confirm your new e-mail address
confirm-address-text = From now on, e-mails from { $community } will go to { $name }.
confirm-address-button = Use this address
confirm-move = Another e-mail address
confirm-move-text = { $name } then gets a link that confirms it. Until that link is followed, nothing changes.
confirm-move-button = Send the link
sign-in-heading = Sign in
sign-in-forgotten = Forgotten your password?
sign-in-link = Send me a link
sign-in-link-hint = We will e-mail you a link that signs you in. It works once, within the next 20 minutes.
sign-in-not-yet = not yet a member?
sign-in-wrong = The name or the password is not right. If you have just joined, check your e-mail for the link that confirms your address. You can also sign in with a link, below.
sign-in-too-many = Too many attempts in a short time. Wait a minute, or ask for a sign-in link.
sign-in-as = You will be signed in as { $name }.
letters-too-many = We have already sent a few e-mails to this address. Check your inbox, or try again in a minute.
account-mail = Check your e-mail
account-mail-text = If { $stressed } belongs to an account here, a link is on its way to it. It works once, and only for a short time.
account-mail-nothing = Nothing after five minutes? Check your spam folder, or { $link }.
account-mail-again = ask for another
account-link-gone = This link is no longer valid
account-link-gone-text = Links in e-mails work only once and for a limited time. This one has been used or has expired.
account-link-gone-on = You can { $link } at any time.
account-link-again = ask for another
account-waiting = Your request is with the organisers
account-waiting-text = Your address is confirmed. Someone will read what you wrote, and we will e-mail you once you are in.
forgot = Reset your password
forgot-lede = It happens to everyone. Tell us your e-mail address and we will send you a link.
forgot-send = Send link
forgot-back = Back to sign-in
reset-lede = For @{ $handle }.
reset-hint = At least ten characters. All other sessions will end, and you will be signed in here.
reset-button = Set password and sign in

## E-mails. $name is a handle, or the organiser who invites.
letter-hello = Hello { $name },
letter-hello-stranger = Hello,
letter-confirm-subject = { $community }: please confirm your address
letter-confirm = Someone – you, we hope – is joining { $community } as @{ $name } with this address. To confirm that it is yours, follow this link:
letter-confirm-after = The link is valid for three days. If you do not want to join, or @{ $name } is not the handle you chose, ignore this e-mail; without your confirmation nothing happens.
letter-sign-in-subject = { $community }: your sign-in link
letter-sign-in = To sign in to { $community } as @{ $name }, follow this link:
letter-sign-in-after = It works once, within 20 minutes. If you did not ask for it, ignore this e-mail and do not share the link with anyone.
letter-known-subject = { $community }: you already have an account
letter-known = Someone – perhaps you – wanted to join { $community } with this address. It already has an account: you are @{ $name }. To sign in, follow this link:
letter-known-after = It works once, within 20 minutes. If it was not you, ignore this e-mail; nothing has been changed.
letter-claim-subject = { $community }: your account is waiting
letter-claim = What you wrote has moved to { $community }, and an account is waiting for you there: @{ $name }. To make it yours, follow this link:
letter-claim-after = It works once, within 20 minutes; you can get a new one on the sign-in page. If you did not ask for it, ignore this e-mail.
letter-reset-subject = { $community }: reset your password
letter-reset = To choose a new password for @{ $name }, follow this link:
letter-reset-after = It works once, within an hour. If you did not ask for it, ignore this e-mail: your password stays as it is.
letter-address-subject = { $community }: please confirm your new address
letter-address = @{ $name } would like e-mails from { $community } to go to this address. To confirm it, sign in and follow this link:
letter-address-after = The link is valid for three days. If this is not you, ignore this e-mail.
letter-move-subject = { $community }: another address?
letter-move = Somebody who is signed in as @{ $name } wants e-mails from { $community } to go to another address. Your account has no password, so we ask you here first. If it was you, follow this link:
letter-move-after = The link is good for an hour. If it was not you, do not follow it: end all other sessions in your settings and set a password there.
letter-address-taken-subject = { $community }: you already have an account
letter-address-taken = Someone – perhaps you – wanted to use this address for another account in { $community }. It already belongs to @{ $name }, so nothing has been changed.
letter-address-taken-after = If you have two accounts and want to keep only one, ask an organiser.
letter-address-changes-subject = { $community }: your e-mail address is about to change
letter-address-changes = Someone who is signed in to your account has asked for e-mails from { $community } to go to another address from now on. This takes effect once that address is confirmed. If it was not you, end all other sessions and set a new password in your settings:
letter-address-changes-after = If it was you, there is nothing to do here: check the inbox of the new address.
letter-let-in-subject = { $community }: you are in
letter-let-in = Welcome to { $community }. Your request has been accepted; sign in here:
letter-let-in-after = You are @{ $name }, and your blog is ready. If your password does not work, ask for a link on that page.
letter-asked-subject = { $community }: @{ $name } would like to join
letter-asked = @{ $name } would like to join { $community }. Read the request and answer it here:
letter-asked-after = You are receiving this because you are an organiser.
letter-invite-subject = { $name } invites you to { $community }
letter-invite = { $name } invites you to { $community }. To join, follow this link:
letter-invite-after = The link is valid for two weeks and works once. If you do not want to join, ignore this e-mail.

## People
members-count =
    { $count ->
        [one] One member
       *[other] { $number } members
    }
members-found = Members whose name or handle contains “{ $words }”.
members-none-found = No member is called “{ $words }”. Try part of the name.
members-empty = There are no members yet. Whoever joins will appear here.
search-members = Search members
search-members-hint = Name or handle
search = Search
more-members = More members
more-members-next = More members →
members-from-the-start = ← Back to the start
role-organiser = Organiser
role-instructor = Instructor
role-guide = Guide
role-participant = Participant
unclaimed = imported, not claimed yet
change-profile = Edit your profile
latest-comments = Latest comments
no-comments-yet = None yet.
said-on = on

## Settings
settings-profile = Profile
settings-profile-save = Save profile
settings-handle-hint = Lowercase letters, digits, - and _. Links to the old one keep working.
settings-handle-taken = This handle is taken, or once was. Choose another.
settings-language-browser = Same as my browser
settings-zone = Time zone
settings-zone-community = Same as the community ({ $zone })
settings-blog = Blog
settings-blog-save = Save blog
settings-blog-title = Title
settings-blog-tagline = Tagline
settings-blog-tagline-hint = One line under the title.
settings-blog-address = Address
settings-blog-address-hint = Links to the old address keep working.
settings-blog-address-taken = Another blog has this address, or once had it. Choose another.
settings-picture = Picture
settings-picture-new = New picture
settings-picture-hint = PNG, JPEG, WebP or GIF, up to { $number } MB. It will be cropped to a square.
settings-picture-upload = Upload picture
settings-picture-remove = Remove picture
picture-unknown = We cannot read this file as a picture. Use PNG, JPEG, WebP or GIF.
picture-heif = This is a HEIC picture, which few browsers can show. Save it as JPEG, or have your telephone take JPEG: on an iPhone, under Settings, Camera, Formats, Most Compatible.
picture-too-large = This file is too large.
picture-damaged = This picture is damaged or not whole. Please choose the file once more, or save it anew first.
picture-too-long = This picture moves for too long or has too many pixels. Please shorten it, or make it smaller first.
picture-too-many-pixels = This picture has too many pixels. Please make it smaller first.
settings-address = E-mail address
settings-address-hint = Not shown to other members. A change takes effect once you follow the link we send to the new address.
settings-address-change = Change address
settings-address-same = This is already your address.
settings-password-old = Current password
settings-password-hint = At least ten characters. All other sessions will end.
settings-password-change = Change password
settings-password-by-link = You signed in a while ago, and nothing here proves that it is still you. Sign out, choose “Forgotten your password?”, and set a password with the link we send you.
settings-password-set = Set password
settings-password-wrong = This is not your current password. If you have forgotten it, sign out and reset it.
settings-sessions = Where you are signed in
settings-session-here = This browser
settings-session-on = { $browser } on { $system }
settings-session-unknown = Unknown browser
settings-session-since = since { $date }
settings-session-seen = last active { $date }
settings-session-end = End
settings-sessions-end = End all other sessions
settings-saved-joined = You are in. You joined in another browser, so please choose your password here once more. Or skip this, and sign in with a link whenever you come.
settings-saved-profile = Your profile has been saved.
settings-saved-blog = Your blog has been saved.
settings-saved-picture = Your picture has been saved.
settings-saved-picture-removed = Your picture has been removed.
settings-saved-email = We have sent an e-mail to the new address. The change takes effect once you follow the link in it.
settings-saved-move = We sent a link to your present address. Follow it, and the new address gets its own.
settings-saved-address = Your new e-mail address is confirmed.
settings-saved-password = Your password has been changed, and all other sessions have ended.
settings-saved-session = That session has ended.
settings-saved-sessions = All other sessions have ended.
## E-mails. $name is a handle, or the organiser who invites.
letter-turned-away-subject = { $community }: your request
letter-turned-away = An organiser of { $community } has read your request to join and did not accept it.
letter-turned-away-after = The account @{ $name } has been deleted, with everything you had told us. You are welcome to read what is public, and to write to the organisers if you think this is a mistake.

## Managing the community
the-community = The community
manage-nav = Manage
manage-settings = Settings
manage-comments = Comments
manage-log = Activity log
name-and-rules = Name and rules
community-name = Name of the community
community-tagline = Welcome text
community-tagline-hint = A sentence or two for the front page, below the name.
community-time-zone = Time zone
community-time-zone-unknown = There is no time zone with this name. Choose one such as Europe/Lisbon.
community-saved = The settings have been saved.
community-begun = The community is yours. Give it a name, decide who may join, and invite people below.
who-may-join = Who may join
joining-open = Anyone, straight away
joining-request = Anyone can ask
joining-request-hint = You answer each request below.
joining-invitation = Only people who have been invited
whose-comments-wait = Guest comments
guests-first = Approve each guest’s first comment
guests-always = Approve every guest comment
guests-closed = Off: only members can comment
which-crawlers = Machines that read what everybody may
crawlers-search = Search engines
crawlers-search-hint = They lead people here. Those that collect texts to train language models are asked to stay away.
crawlers-everyone = All of them
crawlers-everyone-hint = Also those that train language models.
crawlers-nobody = None
crawlers-nobody-hint = Search engines will not find the community. It is a request that respectable ones follow; what must stay private needs an audience.
edit-minutes = How long a comment can be edited, in minutes
edit-minutes-hint = From 0 (never) to 10,080 (a week).
field-edit-minutes = Enter a whole number from 0 to 10,080.
held-words = Words to look at first
held-words-hint = One word or phrase on each line, or part of an address. Comments that contain one wait until somebody has approved them, unless they come from a guide, an instructor or an organiser.
held-links = How many links a guest may post before the comment waits
held-links-hint = From 0 to 100.
field-held-links = Enter a whole number from 0 to 100.
emoji-choice = Turn smileys such as :-) into emoji
requests = Requests to join
nobody-asks = No requests at the moment.
requests-wait =
    { $count ->
        [one] One request to join
       *[other] { $number } requests to join
    }
let-in = Accept
turn-away = Decline
invitations = Invitations
invite-emails = E-mail addresses
invite-emails-hint = One per line. Each person gets a link of their own, valid for 14 days. Leave this empty to get a link you can share yourself.
invite-words = A few words of your own
invite-words-hint = They go into the e-mail, and replies to it come to you.
invite-as = Role
invite-button = Invite
invite-bad-address = This does not look like an e-mail address:
invite-too-many = That is more than 200. Invite them in batches.
invitation-link = Share this link. It lets one person join, is valid for 14 days, and is shown only this once:
invitations-sent =
    { $count ->
        [one] One invitation has been sent.
       *[other] { $number } invitations have been sent.
    }
invitations-open = Pending invitations
invite-to = E-mail address
invite-role = Role
good-until = Valid until
invite-a-link = A link to share
take-back = Revoke
role-of = role of { $name }
last-organiser = A community needs at least one organiser, and this is the last one. Nothing has been changed.
log-the-server = The server
log-a-comment = a comment
log-empty = Nothing has happened yet that needs noting.
log-find = Look for a name, an act or an address
log-none = Nothing in the log says that. It is looked through some way back at a time; below you can go on.
log-older = Earlier
audit-added = added a member
audit-changed-address = changed their e-mail address
audit-changed-password = set a new password
audit-comment-approved = approved
audit-comment-hidden = hid
audit-comment-unhidden = showed again
audit-comment-held-back = took back the approval of
audit-community-changed = changed the community settings
audit-invitation-taken-back = revoked an invitation
audit-founded = set up the community as
audit-invited = invited someone as
audit-let-in = accepted
audit-role-by-invitation = joined by invitation as
audit-role-given = changed the role of
audit-turned-away = declined a request to join
audit-asked-for-address = asked to change their e-mail address
audit-ended-sign-in = ended a session
audit-ended-sign-ins = ended all their other sessions

## Organisers and members
account-suspended = This account is suspended
account-suspended-text = You can read what is public, but you cannot sign in or write for now. If you think this is a mistake, write to the organisers. { $stressed }
former-member = A former member
member-removed = This account has ended. What is left here was written before.
label-suspended = Suspended
label-hidden = Hidden
label-waiting = Waiting
undo = Undo
member-desk = Look after this member
member-desk-of = All by { $name }, and more
member-public-page = Public page
member-words = What they wrote
member-words-none = Nothing that others could read.
hide-marked = Hide selected
show-marked = Show selected again
hide-everything = Hide everything they wrote
nothing-marked = Nothing was selected. Tick what you mean first.
done-hidden =
    { $count ->
        [0] Everything was hidden already.
        [one] One post or comment is hidden.
       *[other] { $number } posts and comments are hidden.
    }
done-shown =
    { $count ->
        [0] Nothing was hidden.
        [one] One post or comment can be read again.
       *[other] { $number } posts and comments can be read again.
    }
member-help = Help
member-link-text = If they cannot get in, a link signs them in once. Their password stays as it is.
member-link-send = E-mail them a sign-in link
member-link-show = Show a link to pass on
link-to-pass-on = Give this link to { $name } and to nobody else: whoever opens it is signed in as them. It works once, within a day, and is shown only now:
link-not-in = Somebody who is suspended or waiting to be accepted cannot get a link.
link-organiser = Links for organisers only go to their own address.
link-no-address = There is no address to send it to. Show a link and pass it on.
done-link-sent = The link is on its way.
member-name-save = Save name
done-name = The name has been corrected.
suspend = Suspend
suspend-text = They are signed out everywhere at once, and can neither sign in nor write until you lift the suspension. What they wrote stays.
suspend-why = Why
suspend-why-hint = They read it when they try to sign in.
suspend-hides = Hide everything they wrote as well
suspend-hides-hint = For spam. When you lift the suspension, all of it can be shown again.
suspend-button = Suspend this member
suspended-since = Suspended since { $date }.
lift = Lift the suspension
lift-shows = Show again what was hidden together with it
done-suspended = The member is suspended and signed out everywhere.
done-suspended-hidden =
    { $count ->
        [one] The member is suspended, and one post or comment is hidden. Lifting it takes both back.
       *[other] The member is suspended, and { $number } posts and comments are hidden. Lifting it takes both back.
    }
done-lifted = The suspension is lifted.
done-lifted-shown =
    { $count ->
        [one] The suspension is lifted, and one post or comment can be read again.
       *[other] The suspension is lifted, and { $number } posts and comments can be read again.
    }
sanction-yourself = You cannot suspend or remove yourself. Another organiser can.
sanction-done = Somebody did that already.
remove = Remove
remove-short = Ends the account for good and erases what is known about this person. You are asked what becomes of their words.
remove-go-on = Remove this member …
remove-heading = Remove { $name }?
remove-text = The account ends, and name, handle, e-mail address, picture and everything else they told us are erased. Drafts and private posts go with it. This cannot be undone.
remove-words = What becomes of their words?
remove-words-stay = They stay, under “A former member”
remove-words-stay-hint = Conversations stay whole. Their blog gets a new address; links to the old one no longer work.
remove-words-go = They are deleted
remove-words-go-posts =
    { $count ->
        [one] One post goes
       *[other] { $number } posts go
    }
remove-words-go-under =
    { $count ->
        [one] with the one comment under it.
       *[other] with the { $number } comments under them, whoever wrote them.
    }
remove-words-go-hint = Where somebody answered their comments, an empty place stays.
remove-handle = Their handle, to be sure
remove-handle-hint = Type { $handle }.
remove-handle-wrong = This is not their handle.
remove-button = Remove for good
done-removed = The account has been removed.
done-role = The role has been saved.
search-accounts-hint = Name, handle or e-mail
who-sees-members = The list of members, and their pages
directory-public = Everyone can see them
directory-members = Only members can see them
who-sees-members-hint = Names beside posts and comments are seen by whoever may read those.
turn-away-words = A few words to them
turn-away-words-hint = They go into the e-mail we send them.
send-again = Send again
invitation-over = Expired
done-let-in = { $name } is in, and an e-mail says so.
done-turned-away = The request has been declined, and an e-mail says so.
done-taken-back = The invitation has been revoked. Its link no longer works.
done-sent-again = A new invitation is on its way. The old link no longer works.
course-blog = Course blog
course-blog-none = A blog of the course itself, at /blog/. Instructors and organisers write on it.
course-blog-here = Instructors and organisers write on it:
course-blog-begin = Begin the course blog
done-course-blog = The course blog is ready.
log-a-post = a post
audit-post-hidden = hid
audit-post-unhidden = showed again
audit-words-hidden = hid posts and comments of
audit-words-shown = showed posts and comments again of
close-days = Days without a comment after which conversations close
close-days-hint = For posts and discussions; empty for never. Whoever leads a conversation can open it again, and it then stays open for as many days. What is pinned stays open, and so does what belongs to a course.
field-close-days = Enter a whole number of days, 3650 at most, or leave it empty.
log-a-conversation = a conversation
audit-conversation-slowed = turned on slow mode in
audit-conversation-unslowed = turned off slow mode in
audit-conversation-closed = closed
audit-conversation-reopened = opened again
guest-block = Block
guest-blocks = Blocked guests
guest-blocks-none = No guest is blocked.
guest-blocks-hint = { $count ->
    [one] You block a guest from one of their comments. From where a comment came is kept for a day.
   *[other] You block a guest from one of their comments. From where a comment came is kept for { $number } days.
}
guest-block-name = Block { $name }
guest-block-lede = Whoever is blocked can read and report, and cannot comment as a guest until the time is over. They are told so when they try, and keep what they wrote. Members are not affected, wherever they are.
guest-block-what = What is blocked?
guest-block-email = The e-mail address
guest-block-network-of = The network
guest-block-near = { $count ->
    [one] One comment by { $guests } guest came from there lately.
   *[other] { $number } comments by { $guests } guests came from there lately.
}
guest-block-inner = This is a network of your own house. If every guest seems to come from here, the proxy in front of Lyceum is not set as trusted, and this would block everybody.
guest-block-other = Another network, as typed below
guest-block-network = Network
guest-block-network-hint = An address such as 192.0.2.7, or a network such as 192.0.2.0/24 or 2001:db8:1::/48.
guest-block-no-network = This is no network: give an address, or a network such as 192.0.2.0/24.
guest-block-too-wide = This network is too wide: many thousands would be blocked. Give at least /16, or /32 of IPv6.
guest-block-own = This is your own network: you may mean another.
guest-block-no-origin = It is no longer known from where the comment came. Choose something else.
guest-block-forgotten = { $count ->
    [one] From where a comment came is kept for a day; of this one it is no longer known.
   *[other] From where a comment came is kept for { $number } days; of this one it is no longer known.
}
guest-block-days = For how long?
guest-block-for = { $count ->
    [one] One day
   *[other] { $number } days
}
guest-block-reason = Why?
guest-block-reason-hint = For the other organisers. It stands in the activity log.
guest-block-do = Block
guest-block-until = until { $date }
guest-block-lift = Lift
guest-block-made = The guest is blocked.
guest-block-lifted = The block is lifted.
audit-guest-blocked = blocked the guest who wrote
audit-guest-unblocked = lifted the block of a guest
audit-guest-hidden = hid all comments of the guest who wrote
audit-guest-shown = showed comments again of the guest who wrote
audit-suspended = suspended
audit-suspension-lifted = lifted the suspension of
audit-removed = removed a member
audit-left = ended the account of a member who left
audit-name-corrected = corrected the name of
audit-link-sent = sent a sign-in link to
audit-link-made = made a sign-in link to pass on for
audit-course-blog-begun = began the
audit-course-blog-changed = changed the
audit-site-page-written = wrote the page
audit-site-page-removed = removed the page
audit-announcement-published = published the announcement
audit-announcement-edited = edited the announcement
audit-announcement-withdrawn = withdrew the announcement

## Pages about the site
site-pages = Pages
site-pages-nav = About this site
site-pages-text = What a public site says about itself. What you write here is linked at the foot of every page.
site-page-about = About
site-page-rules = Rules
site-page-privacy = Privacy
site-page-imprint = Imprint
site-page-about-hint = What this course is about, for whom, when it runs, and whom to write to.
site-page-rules-hint = How you talk with one another here, and what happens to what does not belong.
site-page-privacy-hint = Who is responsible, what is stored about members and guests and for how long, and how somebody gets it or has it erased. Lyceum itself keeps the network address of a guest’s comment for 14 days.
site-page-imprint-hint = Who answers for this site: name, postal address, e-mail, and whatever your law asks for.
site-page-empty = Nobody has written this page yet, so only organisers can see it.
site-page-write = Write it
site-page-edit = Edit this page
site-page-edited = Last changed { $date }
site-page-empty-hint = Leave it empty to remove the page.
site-page-moved-on = Another organiser saved this page since you opened it. Nothing was overwritten: your text is below. Saving now puts it in place of theirs.
done-site-page = “{ $name }” is saved.
privacy-more = What happens to this: Privacy

# What members say about themselves
about-you = About you
about-saved = What you say about yourself has been saved.
about-hint = Everything here can be left empty. For each part you choose who sees it; organisers see no more than others do.
about-page = Your page
about-bio = In a few words
about-bio-hint = Two or three sentences. Line breaks are kept, and addresses become links.
about-job = What you do
about-job-hint = For example: history teacher, learning designer, student
about-workplace = Where you work or study
about-workplace-hint = The name, as your colleagues would write it
about-found = I wish to be found by colleagues
about-found-hint = Whoever gives the same workplace and wishes to be found, too, sees your name under Colleagues, whoever else sees your workplace. Nobody else learns of it.
about-found-where = Say where, so that colleagues can find you, or untick the box below.
about-place = Where you are
about-place-hint = A town or region, such as “Porto, Portugal”. Not an address.
about-place-at = Found: on the maps of your courses you stand at { $place }, for those who see your place.
about-place-in = Found: { $country }. Add your town to stand on the maps of your courses.
about-place-ask = Which place do you mean?
about-place-one-of = Several are called so, or it is a small one, and none is guessed. Choose it and save, and you stand on the maps of your courses. If yours is not among them, write its region or country behind it.
about-place-unknown = Not found, so no map shows it. Write the nearest larger town and its country, such as Bristol, United Kingdom.
about-lists = Listed on your page, too
about-lists-hint = A hidden tribe is only ever seen by those who are in it.
about-blogs = Your blog
viewers = Who sees this
viewers-everyone = Everyone
viewers-members = Members
viewers-shared = People in my courses and tribes
viewers-me = Only me

# Colleagues
colleagues = Colleagues
colleagues-at = Others who say they are at { $workplace } and wish to be found
colleagues-no-workplace = Say where you work or study and that you wish to be found, and you find the colleagues who say the same.
colleagues-not-found = You say that you are at { $workplace }, and have not chosen to be found there. Colleagues find one another only if both wish to.
colleagues-begin = Say where
colleagues-none = Nobody who wishes to be found says the same workplace yet. It helps to write its name as others would.
colleagues-change = Change what you say
settings-about = A few words, your workplace, where you are, and who sees it:


## Blocking and reporting. $name is a person.
block-name = Block { $name }
block-text = They can no longer write to you, you hear of nothing they do or say, and what they wrote in conversations is folded up for you. They are not told.
block-text-public = What either of you writes in public stays public. If something breaks the rules here, tell the organisers.
block-or-report = Report this person
member-is-blocked = You have blocked { $name }.
report = Report
report-this = Report this to the organisers
report-title = Report to the organisers
report-lede = The organisers see what you report and who you are. Nobody else learns that you reported it.
report-lede-message = The organisers see this one message, what you write below, and who you are. They do not see the rest of what you wrote to one another. Nobody else learns that you reported it.
report-kind-message = Private message
report-kind-comment = Comment
report-kind-conversation = Text
report-kind-member = Person
report-why = What is wrong?
report-why-hint = A sentence will do. If there is more they should look at, say where.
report-send = Send report
report-made = The organisers have your report
report-made-text = Thank you. They will look at it and decide what to do. If something changes meanwhile, you can report that as well.
report-made-block = If you want to hear nothing more from this person, you can block them.
report-too-many = You have reported a lot today. The organisers will look at that first; tomorrow you can report more.
report-back = Back to where you were
report-lede-guest = The organisers see what you report and what you write below. You need no account, and nobody else learns of it.
report-this-person = Report this person to the organisers
report-email-hint = Only if the organisers may answer you. It is shown to nobody else and deleted 90 days after they have decided.
report-too-many-here = A lot was reported from your network within the last hour. What you wrote is still here: send it again a little later, or sign in.
report-too-many-guests = So much was reported today by people without an account that the organisers will look at that first. What you wrote is still here: send it again tomorrow, or sign in.
report-by-guest = From a guest
report-waits = { $count ->
    [one] waits for a day
   *[other] waits for { $number } days
}
reports = Reports
reports-wait = { $count ->
    [one] One report to decide
   *[other] { $number } reports to decide
}
reports-open = To decide
reports-none = No report waits for a decision.
reports-decided = Decided
report-decided = The decision is saved.
report-by = Reported by { $name }
report-one = A report
report-others = { $count ->
    [one] one other reported the same
   *[other] { $number } others reported the same
}
report-copy = What it is about
report-copy-member = The report is about the person, not about one text.
report-copy-none = There is no copy, or no longer.
report-copy-message = You see this one message and nothing else of what was written there.
report-copy-elsewhere = It stands where you cannot read.
report-where = Open where it stands
report-decision = Decision
report-outcome = What came of it?
report-outcome-nothing = Nothing needs doing
report-outcome-dealt = It was dealt with
report-outcome-removed = The message is removed
report-note = A note for the other organisers
report-note-hint = Nobody else sees it. It stands in the activity log as well.
report-decide = Save decision
log-a-report = a report
audit-report-nothing = decided that nothing needs doing about
audit-report-dealt = dealt with
audit-report-removed = removed the message in


## Shelves
shelf = Shelf
shelf-own = Your shelf
shelf-of = The shelf of { $name }
shelf-count =
    { $count ->
        [one] One thing to read
       *[other] { $number } things to read
    }
shelf-seen-by-all = What you read and want to read. Everyone may look at it.
shelf-seen-by-members = What you read and want to read. Members may look at it.
shelf-seen-by-nobody = What you read and want to read. Only you see it.
shelf-settings = Who sees it, and your library
shelf-others = What others are reading
shelf-others-lede = What stands on the shelves that others show you, the latest first.
shelf-others-empty = Nobody shows what they are reading yet. If you show yours, others may follow.
shelf-what = Title, ISBN, DOI or address
shelf-next = Add
shelf-states = How far you are
shelf-all = All
shelf-want = Want to read
shelf-reading = Reading
shelf-read = Read
shelf-they-states = How far it is read
shelf-they-want = Wants to read
shelf-they-are-reading = Is reading
shelf-they-read = Has read
shelf-begin = Begin
shelf-finish = I have read it
shelf-empty = Nothing stands here yet. Type what you have: a title, the number on the back of a book, or an address. Everything else can be filled in later.
shelf-none-such = Nothing of this kind stands here.
shelf-more = More of this shelf
shelf-older = Added earlier →
shelf-back = ← Added last
shelf-export = For your reference manager:
shelf-done-added = It stands on your shelf.
shelf-done-changed = Saved.
shelf-done-gone = It is off your shelf.
shelf-done-settings = Saved.
shelf-add = Put something on your shelf
shelf-change = Change what your shelf says
shelf-title = Title
shelf-authors = Authors
shelf-authors-hint = Several with a semicolon between them: Lave, Jean; Wenger, Etienne
shelf-year = Year
shelf-kind = What it is
shelf-book = Book
shelf-article = Article
shelf-other = Something else
shelf-isbn = ISBN
shelf-isbn-wrong = An ISBN has ten or thirteen digits. It stands near the barcode of a book.
shelf-isbn-digit = One of its digits is wrong, or two have changed places. Please compare it with the book.
shelf-doi = DOI
shelf-doi-wrong = A DOI begins with 10. and has a slash in it, such as 10.1000/182.
shelf-year-wrong = Please give the year as a number, such as 1991.
shelf-address = Address
shelf-address-hint = “Fill in from the page” below asks this page, and nobody else, for its title, authors and numbers. What you typed stays.
shelf-address-wrong = This is not the address of a page on the web.
shelf-note = Note
shelf-note-hint = One line. Whoever may look at your shelf reads it.
shelf-state = How far you are
shelf-private = Only I see this, whoever may look at my shelf
shelf-put = Put on my shelf
shelf-mine = On your shelf
shelf-fill = Fill in from the page
shelf-filled = Filled in from { $name }. Please look it over; nothing is saved yet.
shelf-fill-nothing = That page does not say what it is. Nothing was changed; please fill it in by hand.
shelf-fill-no = This page cannot be read from here. Nothing is lost; please fill it in by hand.
shelf-fill-later = This page does not answer just now. Nothing is lost; try again later, or fill it in by hand.
shelf-there = This stands on your shelf already. Nothing was changed, and what you typed is below.
shelf-there-look = Look at it
shelf-full = Your shelf is full. Take something off it first.
shelf-take-off = Take off my shelf
shelf-take-off-text = The entry goes for good, with its note.
shelf-and-others =
    { $count ->
        [one] and on that of one other person
       *[other] and on those of { $number } others
    }
shelf-find = Find it in my library
shelf-who = Who may look at your shelf
shelf-who-hint = Whoever may look sees what stands there, how far you are, and your notes, unless you keep an entry to yourself.
shelf-library = Address of your library’s search
shelf-library-hint = With a place for what is looked for, such as { "{any}" }. Whatever stands on a shelf then has a link to your library. Only you see this address.
shelf-library-place = The only places are { "{any}" }, { "{isbn}" }, { "{doi}" }, { "{title}" } and { "{author}" }.
shelf-library-no-place = It lacks a place for what is looked for, such as { "{any}" }.
shelf-library-wrong = This is not the address of a search on the web.
shelf-library-how = How to find it
shelf-library-how-text = Search your library’s catalogue for the word river. In the address of the page with the results, put one of these where the word stands:
shelf-place-any = the ISBN, else the DOI, else title and author
shelf-place-isbn = the ISBN, thirteen digits
shelf-place-doi = the DOI
shelf-place-title = the title
shelf-place-author = the first author
shelf-library-examples = For example:

# Archives and backups.
archive-title = Take everything home
archive-about = An archive of everything you wrote here, to keep and to read without us: your blog as pages that open in any browser, with what others said under them; your texts in Markdown; a file that WordPress reads; your comments, messages, answers, shelf and settings; your pictures and files.
archive-others = What others wrote is in it as far as you can read it today. Keep it as carefully as you would letters.
archive-yours = Your archive
archive-ask = Make my archive
archive-ask-again = Make a new one
archive-ask-hint =
    { $count ->
        [one] This takes a while. You can leave this page: we will write to you when it is ready. It is here for one day then.
       *[other] This takes a while. You can leave this page: we will write to you when it is ready. It is here for { $number } days then.
    }
archive-being-made = It is being made: { $percent } %. You can leave this page; we will write to you when it is ready.
archive-look-again = Look again
archive-ready = Made { $date }. It is here until { $until }.
archive-download = Download ({ $size })
archive-delete = Delete it now
archive-failed = Your archive could not be made. Nothing you wrote is lost. Please try again later, or tell those who run this community: the log of the server says why.
archive-again-at = You can have a new one made from { $date }.
archive-too-soon = Your archive was made a short while ago, or is being made. Nothing has changed; a new one can be made a little later.
archive-left-out =
    { $count ->
        [one] One picture or file was too much for the archive and is not in it.
       *[other] { $number } pictures and files were too much for the archive and are not in it.
    }
archive-done-asked = Your archive is being made. We will write to you when it is ready.
archive-done-deleted = Your archive has been deleted. What you wrote here has not changed.
archive-done-gone = That archive is no longer here. You can have a new one made.
archive-site-about = Taken home from { $community } on { $date }.
archive-site-comments =
    { $count ->
        [0] No comments
        [one] One comment
       *[other] { $number } comments
    }
archive-site-empty = Nothing has been published yet. Drafts are in the folder “markdown”.
archive-entry-gone = What stood here is not in this archive.
archive-readme = Everything you wrote on { $community }, as of { $date }.

    index.html – your posts and pages with their conversations. Open it in a browser; no connection is needed.
    markdown/ – your posts, pages and drafts as texts.
    wordpress/ – a file for each blog, to bring it into WordPress under Tools, Import.
    data/ – your posts, comments, messages, answers, shelf, bookmarks, profile and settings, for programs (JSON).
    media/ and handed-in/ – pictures, and files you handed in.

    What others wrote is theirs. You have it here to read.
letter-archive-subject = { $community }: your archive is ready
letter-archive = The archive you asked for is ready. You can download it until { $date }, signed in:
letter-archive-failed-subject = { $community }: your archive could not be made
letter-archive-failed = The archive you asked for at { $community } could not be made. Nothing you wrote is lost. Please try again later, or tell those who run the community.
backup-title = Backups
backup-none = No backup has been made with “lyceum backup” yet. Whoever runs the server finds how in the guide for operators.
backup-last = The last good backup is from { $date } ({ $size }).
backup-old = That is more than a week ago. Please ask whoever runs the server to look why there is no newer one.

# Leaving.
leave-title = Leave
leave-go-on = End my account …
settings-leave = You can end your account here. You say what becomes of what you wrote, and have 30 days to come back.
leave-lede =
    { $count ->
        [one] Your account ends one day after you say so. Until then everything stays as it is and nobody is told: sign in, and you are back.
       *[other] Your account ends { $number } days after you say so. Until then everything stays as it is and nobody is told: sign in, and you are back.
    }
leave-archive = Take what you wrote with you before you go. Afterwards nobody can give it to you.
leave-rest = What becomes of everything
leave-rest-you = Your e-mail address, password, picture, settings and all you said about yourself are erased. Nobody else gets your handle.
leave-rest-drafts = Drafts and posts for yourself alone are deleted, and so are your shelf, your bookmarks, your thanks and your answers to questions.
leave-rest-messages = Private messages you wrote stay with those you wrote to, unless you choose that your words are deleted.
leave-rest-groups = You leave all courses and tribes, and whoever waits gets your place. What you lead you hand over first; a tribe in which nobody else is left ends with your account.
leave-rest-reviews = What you handed in is withdrawn. Reviews stay with those they were for, unless you choose that your words are deleted.
leave-first = Hand this over first
leave-leads = Others would be left without the person who leads them. Everything stays as it is until somebody else has taken over.
leave-last-organiser = Nobody else runs this community. Make another member an organiser first.
leave-words = What becomes of what you wrote?
leave-words-keep = It stays, under my name
leave-words-keep-hint = Posts, pages and comments stay at their addresses. Your name is all that is still known of you.
leave-words-stay = It stays, without my name
leave-words-stay-hint = “A former member” stands above it. Your blog gets a new address; links to the old one no longer work. Where others named you in their texts, they still do.
leave-words-go = It is deleted
leave-words-go-hint = Where somebody answered you, an empty place stays.
leave-handle = Your handle, to be sure
leave-handle-wrong = This is not your handle.
leave-button = End my account
leave-done =
    { $count ->
        [one] You are signed out, and your account ends in one day. We have written to you. Sign in before then, and it stays.
       *[other] You are signed out, and your account ends in { $number } days. We have written to you. Sign in before then, and it stays.
    }
leave-back = Welcome back. Your account stays, and nothing has changed.
letter-leave-subject = { $community }: your account ends on { $date }
letter-leave = You have asked us to end your account at { $community }. That happens on { $date }.
letter-leave-keep = What you wrote then stays under your name.
letter-leave-stay = What you wrote then stays without your name.
letter-leave-go = What you wrote is then deleted.
letter-leave-after = If you would rather stay, or if it was not you who asked, sign in before then. Until then everything stays as it is, and you get no more e-mails from us.
