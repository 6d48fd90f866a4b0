# What every page has. English is the catalogue that the others follow.
# $number is a number as it is written; $count chooses the plural.

## The frame of every page
skip = Skip to content
nav-main = Main
nav-home = Home
nav-river = River
nav-members = Members
nav-write = Write
nav-waiting = To review ({ $number })
nav-menu = your menu
nav-your-page = Your page
nav-your-blog = Your blog
nav-your-posts = Your posts and drafts
nav-settings = Settings
nav-manage = Manage the community
sign-in = Sign in
title-error = Error:
sign-out = Sign out
join = Join
language = Language
to-home = Go to the front page

## Errors
error-not-found = Page not found
error-not-found-text = There is nothing at this address, or it is not open to everyone. If someone gave you the link, they may like to know.
error-sign-in-first = Please sign in
error-sign-in-first-text = You need to be signed in to see this page. Sign in, and you will be brought back here.
error-forbidden = You do not have access
error-forbidden-text = Either this belongs to someone else, or the request came from another site. Nothing has been changed.
error-bad = We could not understand that
error-bad-text = Something in the request was not right. Nothing has been changed; go back and try again.
error-method = This request does not work here
error-method-text = This address does not accept this kind of request.
error-too-large = That is too large
error-too-large-text = It is more than this site accepts at once. Nothing has been changed.
error-too-many = One moment, please
error-too-many-text = That was a lot in a short time. Wait a minute and try again.
error-too-late = It is too late to edit this
error-too-late-text = Comments can be edited for a while after they are posted. You can still delete this one, or reply to it.
error-away = Parts of the site cannot be reached just now
error-away-text = Its database is not answering. It usually comes back by itself within a minute. What you had written is still in your browser: go back and try again.
error-read-only = Nothing can be saved just now
error-read-only-text = You can read everything, but the server cannot store anything at the moment. What you had written is still in your browser: try again later.
error-broken = Something went wrong
error-broken-text = It is our fault, and it has been logged. What you wrote is still in your browser: go back and try again.

## Fields
field-name = Name
field-email-label = E-mail
field-website-label = Website
field-required = Please fill this in.
field-too-long = This is too long.
field-choose = Choose one of these.
field-handle = Use 2 to 30 letters a–z, digits, - or _, starting with a letter or digit.
field-handle-end = End it with a letter or a digit, and put no two hyphens together: a mention would not reach it.
field-email = This does not look like an e-mail address.
field-email-local = We can only send to addresses with plain letters (a–z) before the @. Do you have another one?
field-website = This does not look like a web address.
field-password-short = Use at least ten characters.
field-blog-address = Use 2 to 60 letters a–z, digits, - or _, starting with a letter or digit.
field-reserved = This address is used by the site itself. Choose another.
field-slug = This cannot be used in an address. Use letters and digits.
field-language = This is not a valid language code.

## What the script says; {"{n}"}, {"{name}"} and {"{title}"} are filled in by it.
script-reply-to = Reply to { $name }
script-heading-one = One thought on “{ $title }”
script-heading-other = { $n } thoughts on “{ $title }”
script-new-one = One new comment since your last visit
script-new-other = { $n } new comments since your last visit
script-answers-one = One new comment – show
script-answers-other = { $n } new comments – show
script-kept = Your unsent text from last time is back.
script-kept-discard = Discard it
script-kept-other = Another unsent text of yours, from { $time }, is kept on this device.
script-kept-look = Look at it
script-sending = Sending …
script-offline = You are not connected at the moment. Your text is kept on this device.
script-failed = The server could not accept this just now. Your text is kept on this device.
script-refused = Your text is kept on this device.
script-signed-out = You are no longer signed in. Your text is kept on this device: sign in in another window, then try again.
script-again = Try again
script-posted = Your comment has been posted.
script-waiting = Your comment is awaiting approval.
script-live-lost = Connection lost – new comments will appear once it is back.
script-keys-on = Keys n and p: on
script-keys-off = Keys n and p: off
script-keys-title = Keys
script-keys-next = next new comment
script-keys-previous = previous new comment
script-keys-next-notice = next notification
script-keys-previous-notice = previous notification
script-keys-open-notice = go there
script-keys-next-line = next conversation
script-keys-previous-line = previous conversation
script-keys-open-line = read on there
script-moved-one = One conversation moved – show
script-moved-other = { $n } conversations moved – show
script-keys-send = post the comment you are writing
script-keys-away = put the reply form away; your text is kept
script-keys-help = show these keys
script-close = Close
script-theme-system = Colours: system
script-theme-light = Colours: light
script-theme-dark = Colours: dark
script-preview-wait = Preparing the preview …
