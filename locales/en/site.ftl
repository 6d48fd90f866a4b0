# What every page has. English is the catalogue that the others follow.
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
title-error = Error:
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

## Fields
field-name = Name
field-email-label = E-mail
field-website-label = Website
field-required = This is needed.
field-too-long = This is too long.
field-choose = Choose one of these.
field-handle = Use 2 to 30 letters a–z, digits, - or _, beginning with a letter or digit.
field-handle-end = End it with a letter or a digit, and put no two hyphens together: a mention would not reach it.
field-email = This does not look like an e-mail address.
field-email-local = We can only send to addresses with plain letters (a–z) before the @. Do you have another one?
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
