### What becomes of learning

## The learning log
log = Learning log
log-lede = What you learned, when, and in whose time. Only you see it, until you show some of it to somebody.
log-add = Add an entry
log-change = Change the entry
log-export = Download as a table
log-import = Bring a table
log-nothing-yet = Nothing here yet. Whatever you learned counts, here or elsewhere: a chapter, a talk, an hour with a colleague.
log-no-more = There are no older entries.
log-entries = Entries
log-more = More entries
log-earlier = Older →
log-latest = ← Latest
log-full = Your log is full.
log-changed-meanwhile = This entry was changed in another window. What you typed is still here; saving puts it in place of the other.
log-days = { $from } – { $until }
log-done-added = It is in your log.
log-done-changed = The entry has been changed.
log-done-gone = The entry has been removed.
log-done-started = The timer is running. You can close this page.
log-done-dropped = The timer has been cleared.
log-done-passed = It will not be suggested again.
log-done-reminder = Your choice has been saved.
log-done-taken = { $count ->
    [0] All of it was there already.
    [one] One entry has been added.
   *[other] { $number } entries have been added.
}
log-yes = Yes
log-no = No

# Time
log-minutes-of = { $number } min
log-hours-of = { $hours } h { $minutes } min
log-no-minutes = No time noted
log-work = Work time
log-own = Your own time
log-split = Both
log-unsaid = Not said
log-split-of = { $work } work time, { $own } your own
log-from-until = { $from } – { $until }
log-in-all = In all: { $time }.
log-weeks = The last 26 weeks
log-weeks-table = The same as a table
log-week = Week from

# Kinds
log-kind = What you did
log-kind-read = Reading
log-kind-watch = Watching, listening
log-kind-course = Course
log-kind-event = Event
log-kind-write = Writing
log-kind-discuss = Discussing
log-kind-practise = Trying it out
log-kind-teach = Teaching, mentoring
log-kind-review = Reviewing
log-kind-other = Something else

# The form
log-title = What it was
log-day = Day
log-until = Until
log-until-wrong = The last day comes after the first.
log-minutes = Minutes
log-minutes-wrong = Enter whole minutes, up to ten weeks of them.
log-whose = In whose time
log-work-minutes = Minutes of it in work time
log-work-minutes-hint = Only if it was both.
log-split-wrong = If it was both, say how many of its minutes were work time.
log-subject = Belongs to
log-subject-none = Nothing here
log-provider = Who offered it
log-address = Where it is found
log-why = Why you chose it
log-learned = What you learned
log-applied = What it changed
log-how = How you learned
log-with-others = Together with others
log-structured = Structured by somebody: a course, a lesson
log-planned = Planned beforehand
log-remove = Remove the entry
log-remove-text = It goes for good.

# The timer
log-timer = Timer
log-timer-title = For what
log-timer-since = Began earlier, at
log-timer-since-hint = If you began without a connection. The entry then says that you gave the time yourself.
log-timer-start = Start
log-timer-stop = Stop
log-timer-runs = Running since { $time }.
log-timer-write = Write it down
log-timer-drop = Clear it
log-since-wrong = Enter a time of day, such as 07:30.
log-stated = time given by yourself

# Suggestions
log-suggested = From what you did here
log-suggested-text = Nothing counts until you add it.
log-suggested-take = Add
log-suggested-pass = Not this
log-suggested-more = { $count ->
    [one] and one more
   *[other] and { $number } more
}

# The reminder
log-reminder = A reminder
log-reminder-day = Remind me once a week
log-reminder-none = Never
log-reminder-hint = By e-mail, at four in the afternoon of that day, unless you wrote something down that week.
letter-log-subject = What did you learn this week?
letter-log-text = It takes a minute to write it down while you remember it.
letter-log-suggested = { $count ->
    [one] One thing you did here could go into your log.
   *[other] { $number } things you did here could go into your log.
}
letter-log-after = You asked for this reminder. At the foot of that page you can end it.

# Bringing a table
log-import-lede = From a spreadsheet, saved as CSV, or from the log of another program. You see what was found before anything is taken in.
log-import-file = File
log-import-file-hint = CSV, up to 512 KB. Commas, semicolons and tabs are understood.
log-import-text = The table
log-import-look = Look into it
log-import-look-again = Look again
log-import-take = Take it in
log-import-found = { $count ->
    [one] One entry was found.
   *[other] { $number } entries were found.
}
log-import-there = { $count ->
    [one] One of them is in your log already and stays as it is.
   *[other] { $number } of them are in your log already and stay as they are.
}
log-import-unknown = These columns are not taken in:
log-import-wrong = Nothing has been taken in yet. Please put this right in the table below, or in your file:
log-import-line = Line { $line }
log-import-which = Which comes first in { $date }?
log-import-day-first = The day
log-import-month-first = The month
log-import-columns = What the columns are called
log-import-columns-text = The first line names them, in any order. Only date and title have to be there.
log-csv-no-head = The first line has to name at least the columns date and title.
log-csv-empty = There is nothing below the first line.
log-csv-too-many = This line has more cells than the first one.
log-csv-hours = Enter hours such as 1.5, 1,5 or 1:30.
log-csv-both = Minutes and hours say different things.
log-csv-time = Enter work, own or split.
log-csv-kind = This kind is not known.
log-csv-answer = Enter yes or no, or leave it empty.

# Agreements: support for learning, and asking for it
agreements = Support for learning
agreements-lede = What support you have, and letters that ask for it. A manager answers by a link, without an account. Nobody else sees this.
agreements-none = There is nothing here yet.
agreements-none-how = Choose a course, and a letter is drafted for you to change: when it is, what you will be able to do, what you ask for. You send it as a link, and are told when it is answered.
agreement-new = Ask for support
agreement-new-lede = The letter is drafted of what is known of the course. Nothing is sent; you change it first.
agreement-course = Course
agreement-course-none = Something else
agreement-title = What it is for
agreement-title-hint = Left empty, it is the title of the course.
agreement-to-name = Whom you ask
agreement-draft = Draft the letter
agreement-full = You have as many of these as can be kept. Please remove one first.
agreement-private = Not sent: nobody has a link
agreement-open = Open until { $date }
agreement-expired = The link has expired
agreement-approved = Agreed
agreement-asked = A question first
agreement-declined = Declined
agreement-done-saved = Saved.
agreement-done-ended = The link leads nowhere any more.
agreement-done-gone = Removed.
agreement-changed-meanwhile = This was changed in another window. What you typed is still here; saving puts it in place of the other.
agreement-weekly = { $time } a week
agreement-hours-wrong = A week has no more than 60 working hours here.
agreement-request = The request
agreement-request-text = This is what whoever has the link sees. Once it was answered, a change asks anew; the answer keeps the letter it was given to.
agreement-to-email = Their e-mail address
agreement-tied = Only whoever reads e-mail at this address can answer
agreement-tied-to-whom = Enter the address that the answer has to come from.
agreement-asks = Work time you ask for, each week
agreement-minutes-hint = In hours: 2, 1.5 or 1:30.
agreement-letter = Letter
agreement-reply = Your answer to their question
agreement-reply-hint = It stands below the letter. The same link leads there; tell them that you have answered.
agreement-support = What you have
agreement-support-text = For yourself alone. Whoever has the link does not see it.
agreement-support-have = Support for this
agreement-support-unsaid = No answer
agreement-support-none = None
agreement-support-borne = They know and do not mind, but nothing is agreed
agreement-support-agreed = It is agreed
agreement-has = Work time you have for it, each week
agreement-note = Notes
agreement-link = The link
agreement-link-text = Whoever has it sees the request and your name as it stands here, and can answer. Nothing else opens with it.
agreement-link-anew-text = The link was shown when it was made, and is stored nowhere. If you have lost it, make a new one; the old one ends then.
agreement-link-for = It is good for
agreement-days = { $count ->
    [one] one day
   *[other] { $number } days
}
agreement-link-make = Make a link
agreement-link-until = It is good until { $date }.
agreement-link-end = Take it back
agreement-link-once = Copy the link now: it is shown only this once.
agreement-write-email = Write an e-mail with it
agreement-steps = What happened
agreement-steps-text = That somebody opened the link is not noted: mail programs open every link by themselves.
agreement-step-begun = You began it.
agreement-step-changed = You changed what is asked.
agreement-step-link-made = You made a link.
agreement-step-link-ended = You took the link back.
agreement-step-answer-given = Somebody answered; a code went to this address to confirm it:
agreement-step-approved = Agreed, confirmed by
agreement-step-declined = Declined, confirmed by
agreement-step-asked = Asked back, confirmed by
agreement-confirmed-from = Confirmed by a code sent to { $email }
agreement-from-elsewhere = another address than the one you asked
agreement-to-earlier = to an earlier version
agreement-letter-then = The letter that was answered
agreement-remove = Remove this
agreement-remove-text = The request goes with its link and all answers, for good.

# The drafted letter
agreement-letter-hello = Dear { $name },
agreement-letter-hello-nobody = Hello,
agreement-letter-course = I would like to take part in the course “{ $title }” ({ $days }).
agreement-letter-other = I would like your support for my learning: { $title }.
agreement-letter-outcomes = Afterwards one is able to:
agreement-letter-ask = I ask you to let me do part of it in work time, and to say below how much that can be.
agreement-letter-back = I will share what is useful with the team, and show you at the end what I did and how long it took.
agreement-letter-end = Kind regards

# The page for whoever holds the link
agreement-gone = This link leads nowhere any more: it has expired, or was taken back. Ask whoever sent it to you for another.
agreement-from = { $name }: { $title }
agreement-request-by = A request by { $name }
agreement-held-lede = { $name } takes part in { $community } and asks for your support. You need no account; this page holds all that was shared with you. Opening it tells nobody anything.
agreement-asks-for = Asked for:
agreement-reply-by = { $name } answered
agreement-about-course = About the course
agreement-your-answer = Your answer
agreement-said = What do you say?
agreement-say-approved = I agree
agreement-say-asked = I have a question first
agreement-say-declined = I cannot agree
agreement-say-wrong = Choose one of the three.
agreement-ask-what = Write what you would like to know.
agreement-minutes = Work time, each week, if you agree
agreement-answer-note = A note
agreement-your-name = Your name
agreement-your-role = Your role
agreement-your-email = Your e-mail address
agreement-your-email-hint = A code is sent there, so that your answer is known to come from you.
agreement-tied-to = Only the address { $email } can answer.
agreement-tied-wrong = Only the address this was sent to can answer.
agreement-send = Go on
agreement-privacy = { $name } sees your name, your role, your address and what you answer. Nobody else does.
agreement-code-title = One more step
agreement-code-text = A code was sent to { $email }. Your answer counts once you have entered it.
agreement-code = Code
agreement-code-hint = Eight digits. It is good for half an hour.
agreement-code-wrong = This is not the code. Please look at the e-mail again.
agreement-code-over = This code is not good any more: it is too old, was mistyped too often, or the request was changed. Please answer again.
agreement-code-again = Change the answer
agreement-confirm = Send the answer
agreement-answered-text = { $name } was told. This page stays as long as the link is good.
letter-agreement-hello = Hello,
letter-agreement-code = This is the code for your answer to the request “{ $title }”:
letter-agreement-code-subject = { $community }: the code for your answer
letter-agreement-code-after = It is good for half an hour. If you have not answered anything, somebody else entered your address; nothing happens without the code.
letter-agreement-answered = { $name } has answered your request “{ $title }”:
letter-agreement-subject = Answered: { $title }
letter-agreement-note = The note with it:
## Badges
badges = Badges
badges-lede = What can be achieved here, and what it takes.
badges-none = There are no badges yet.
badges-community = The whole community
badges-all = All badges
badges-own = Your badges
badges-own-lede = Nobody else sees a badge until you show it. What you show stands on your page.
badges-own-none = You have no badges yet. When you are given one, you are told.
badge-new = New badge
badge-change = Change the badge
badge-change-text = Somebody has this badge. What they were given keeps the words it had; how often one can have it stays as it is.
badge-changed-meanwhile = This badge was changed in another window. What you wrote is still here; if you save it, it replaces the other.
badge-belongs = Belongs to
badge-name = Name
badge-description = What it is about
badge-criteria = What it takes
badge-criteria-hint = So that somebody who was not here knows what was achieved.
badge-level = Level
badge-checkpoint = Checkpoint
badge-master = Master
badge-repeats = How often one can have it
badge-once-person = Once per person
badge-once-run = Once per course
badge-each-time = Each time
badge-too-long = This is too long.
badge-draft = Not in use
badge-draft-text = Put it in use first. Then it can be given, and everybody sees it.
badge-settings = About this badge
badge-use = Put it in use
badge-use-no-longer = No longer give it
badge-picture-file = Picture
badge-picture-hint = A square of 512 pixels is made of it. Without one, it is drawn.
badge-picture-set = Use this picture
badge-picture-drawn = Use the drawn one
badge-give = Give the badge
badge-who = Handle
badge-who-hint = Their name with the @, as on their page.
badge-in-course = In which course
badge-in-no-course = None
badge-evidence = What shows that it was earned
badge-evidence-hint = In words that whoever checks the badge later may read.
badge-address = Where that is found
badge-address-wrong = Enter a whole address that begins with https:// or http://.
badge-nobody = There is nobody here with this handle.
badge-not-in-course = They are not in this course.
badge-to-oneself = Nobody gives themselves a badge. Ask somebody else who leads.
badge-out-of-use = This badge is not in use, so it was not given.
badge-there = They have this badge already, and it is given only once.
badge-there-by = { $name } gave it on { $date }.
badge-award = Award
badge-awards = Who has it
badge-awards-none = Nobody has it yet.
badge-awarded-times = { $count ->
    [one] It was given once.
   *[other] It was given { $number } times.
}
badge-times = { $count ->
    [one] Once
   *[other] { $number } times
}
badge-by = given by { $name }
badge-look = Look
badge-more = More awards
badge-latest = ← Latest
badge-earlier = Earlier →
badge-back = Back to the badge
badge-shown = Shown
badge-hidden = Only you see it
badge-declined = Declined
badge-declined-text = They declined it.
badge-taken-back = Taken back
badge-taken-back-at = Taken back on { $date }:
badge-take-back = Take it back
badge-take-back-text = For a badge that was given by mistake. Nobody else’s is touched, and it can be given again.
badge-why = Why
badge-why-hint = Whoever checks the badge later may read it.
badge-show = Show it
badge-hide = Hide it
badge-decline = Decline it
badge-accept = Take it after all
badge-done-begun = The badge is a draft. Look at it, then put it in use.
badge-done-changed = The badge was changed.
badge-done-in-use = The badge is in use.
badge-done-out-of-use = The badge is given no longer. Whoever has it keeps it.
badge-done-picture = The picture was changed.
badge-done-awarded = The badge was given, and they are told.
badge-done-taken-back = The badge was taken back.
badge-done-shown = It stands on your page now.
badge-done-hidden = Only you see it now.
badge-done-declined = You declined it. You can take it after all.
badge-done-accepted = It is yours. Nobody else sees it until you show it.
badge-requests = Members may ask for it
badge-requests-hint = With words and a link that show how they earned it. You decide under Requests.
badge-done-rule = The rule is saved. Whoever meets it is given the badge in a moment.
badge-done-rule-ended = The rule is gone. Whoever has the badge keeps it.
rule = Rule
rule-lede = Whoever meets the rule is given the badge at once, without anybody pressing a button.
rule-new = Give it by a rule
rule-change = Change the rule
rule-gives = It is given at once for this.
rule-one = This is what it takes:
rule-all = All of this is what it takes:
rule-some = { $count ->
    [one] One of these is what it takes:
   *[other] { $number } of these are what it takes:
}
rule-in-one-course = What counts is what somebody did within one course.
rule-everywhere = What counts is what somebody did in all courses together.
rule-posted = { $count ->
    [one] Posts for one module
   *[other] Posts for { $number } different modules
}
rule-handed-in = { $count ->
    [one] One assignment handed in
   *[other] { $number } assignments handed in
}
rule-handed-in-this = “{ $name }” handed in
rule-handed-in-this-unnamed = A certain assignment handed in
rule-reviewed = { $count ->
    [one] One assignment handed in and reviewed
   *[other] { $number } assignments handed in and reviewed
}
rule-reviewed-this = “{ $name }” handed in and reviewed
rule-reviewed-this-unnamed = A certain assignment handed in and reviewed
rule-gave = { $count ->
    [one] One review given
   *[other] { $number } reviews given
}
rule-thanked = { $count ->
    [one] Thanks from one person
   *[other] Thanks from { $number } different people
}
rule-answered = { $count ->
    [one] One person answered
   *[other] { $number } different people answered
}
rule-holds = The badge “{ $name }”
rule-holds-unnamed = Another badge
rule-choose-posted = Posts for so many modules
rule-choose-handed-in = So many assignments handed in
rule-choose-handed-in-this = This assignment handed in
rule-choose-reviewed = So many assignments handed in and reviewed
rule-choose-reviewed-this = This assignment handed in and reviewed
rule-choose-gave = So many reviews given
rule-choose-thanked = Thanks from so many people
rule-choose-answered = So many people answered
rule-choose-holds = This badge
rule-choose = Choose …
rule-condition = What
rule-condition-number = Condition { $number }
rule-count = How many
rule-count-hint = A number is needed where it says “so many”.
rule-count-wrong = Enter a whole number from 1 to 1000.
rule-need = How many of the conditions
rule-need-all = All of them
rule-need-some = { $count ->
    [one] One of them
   *[other] { $number } of them
}
rule-need-more = There are fewer conditions than that.
rule-empty = Choose at least one condition.
rule-twice = A condition stands there twice. Once with the larger number is enough.
rule-for-many = Only what members or a course may read counts, so that a badge tells nothing of what few may read. Whoever leads a course gets nothing for what they do in it, and nobody gets a badge by a rule of their own.
rule-look = See whom it concerns
rule-save = Save the rule
rule-back = Change it first
rule-concerns = { $count ->
    [one] One person meets this rule and will be given the badge.
   *[other] { $number } people meet this rule and will be given the badge.
}
rule-concerns-draft = It is given once the badge is in use.
rule-stays = Whoever has the badge keeps it. Whoever meets the rule later gets it then.
rule-whom = Whom it concerns now
rule-others = { $count ->
    [one] And one more.
   *[other] And { $number } more.
}
rule-end = Remove the rule
rule-end-text = The badge is then given by hand alone. Whoever has it keeps it.
rule-changed-meanwhile = This rule was changed in another window. What you chose is still here; if you save it, it replaces the other.
progress = How far you are
progress-lede = Badges that are given at once for what you do here. Only you see this page.
progress-none = There is no badge that you could get by itself just now.
progress-had = You have it.
progress-of = { $have } of { $need }
progress-done = done
request-ask = Ask for the badge
request-open = Waits for a decision
request-more = More is wanted
request-approved = Approved
request-declined = Declined
request-withdrawn = Withdrawn
request-out-of-use = This badge cannot be asked for at present.
request-there = You have this badge already, and it is given only once.
request-not-in-course = This badge is for those who take part in the course.
request-too-long = This is longer than 2000 characters.
request-say-why = Say what is missing or why. They read it.
request-words = What shows that it was earned
request-words-hint = If the badge is given, this stands with it, and whoever checks it later may read it. Up to 2000 characters.
request-post = One of your posts
request-no-post = None
request-one-place = Choose a post or enter an address, not both.
request-yours = Your request
request-withdraw = Take it back
request-change = Change it
request-what = What you did
request-send = Send
request-send-anew = Send anew
request-before = Asked before
request-answer = Answer
request-answer-hint = Needed unless you approve it. Whoever asked reads it. Up to 2000 characters.
request-decision = Decision
request-decided-by = { $name } decided on { $date }.
request-decided-before = This was decided meanwhile, so nothing was done twice. Who decided stands below.
request-approve = Approve
request-ask-more = Ask for more
request-decline = Decline
request-unsent = Your answer was not sent:
request-held = They have had this badge since { $date }.
request-by = Request by { $name }
request-today = since today
request-done-asked = Your request is sent. You are told of the answer.
request-done-withdrawn = You took your request back. You can ask again.
request-done-approved = Approved: the badge is given, and they are told.
request-done-had = Approved. They had been given the badge meanwhile, so nothing was given twice.
request-done-more = They are told that more is wanted.
request-done-declined = Declined, and they are told why.
requests-badges = Requests
requests-lede = Members who ask for a badge, the longest wait first. Nobody decides about their own.
requests-open = Waiting
requests-none = Nothing waits for you.
requests-more = More requests
requests-oldest = ← Oldest
requests-later = Later →
requests-decided = Decided
requests-own = Asked for
requests-waiting = { $count ->
    [one] One request waits
   *[other] { $number } requests wait
}
audit-badge-awarded = gave the badge
audit-badge-taken-back = took back the badge
audit-badge-rule-set = set the rule of the badge
audit-badge-rule-ended = removed the rule of the badge

## Credentials
credential = Credential
credential-says = What it certifies
credential-badge = About this badge
credential-checked = Whether it holds
credential-check-yourself = This page has just looked at it. You need not take our word for it: any program that reads Open Badges 3.0 can, or you can at
credential-take = Take it with you
credential-take-text = The pictures carry the credential within them, as long as no program makes them smaller or saves them anew. Somebody who was sent one can look at it without an account.
credential-forgotten = A credential was issued at this address on { $date }. Its holder’s account has ended, so nothing of what it says is kept here.
credential-verify-yours = If you have the file, you can look at it here.
credential-taken-back = It was taken back and counts no longer.
credential-declined = Its holder declined it, and it counts no longer.
credential-leaked = It counts no longer: the key it was signed with is no longer safe. Its holder has a new one.
credential-superseded = It counts no longer: its holder asked for a new one.
credential-yours = Credential
credential-coming = The credential is being issued. It is there in a moment.
credential-renew = Issue it anew
credential-renew-text = It was issued for another e-mail address than yours is now.
credential-no-longer = counts no longer
badge-done-renewed = It is being issued anew, for your present name and address. The one before counts no longer.

keys = Credentials
keys-lede = Badges are issued as credentials that anybody can check, signed with a key of this community.
keys-did = The community’s name for verifiers:
keys-no-did = No credentials are issued: the address of this site has no name that one could be known by. Set base_url to one.
keys-none = There is no key yet. It is made with the first badge that is given.
keys-issued = { $count ->
    [one] One credential was issued.
   *[other] { $number } credentials were issued.
}
keys-signed = { $count ->
    [one] signed one credential
   *[other] signed { $number } credentials
}
keys-current = In use
keys-replaced = Replaced
keys-leaked = Leaked
keys-since = since { $date }
keys-until = until { $date }
keys-change-or-leaked = Change or revoke
keys-change-text = As a precaution now and then. What this key signed stays good; its secret is deleted.
keys-change = Use a new key
keys-leaked-text = If somebody else may have it, perhaps with a copy of the database. Everything it ever signed stops counting at once, since a thief writes any date. All holders get new credentials by themselves and are told. This cannot be undone.
keys-revoke = The key has leaked
keys-done-changed = A new key signs from now on.
keys-done-leaked = The key is revoked, and everybody gets new credentials.
audit-key-replaced = changed the key
audit-key-leaked = revoked the key

## The verifier
verify = Check a credential
verify-lede = For badges and certificates of anybody’s: Open Badges 3.0 and 2.0. You need no account.
verify-look = Look at it
verify-file = File
verify-file-hint = JSON, JWT, or a picture with a badge in it (PNG, SVG). Up to 16 MB.
verify-text = Or the text of it
verify-text-hint = JSON or JWT, or the address of a badge of version 2.0.
verify-privacy = Nothing of it is kept, nor that you asked. Keys and lists are fetched from whoever issued it.
verify-found = What was found
verify-says-hint = Believe this only as far as the answers above go.
verify-head-sound = Nothing speaks against it. It is from { $name }.
verify-head-changed = It is not as it was signed.
verify-head-key = It was signed with a key that its issuer does not stand by.
verify-head-unknown = Whether it is as it was signed cannot be told here.
verify-head-not-shown = Signature intact, but not shown to be from { $name }.
verify-head-revoked = It is genuine, but whoever issued it has taken it back.
verify-head-suspended = It is genuine, but does not count for now.
verify-head-expired = It is genuine, but has expired.
verify-head-not-yet = It is genuine, but does not count yet.
verify-head-part = It is genuine; whether it still counts could not be learned.
verify-nobody-named = whoever it names
verify-intact = Signature
verify-intact-yes = Intact: it is as it was signed.
verify-intact-no = It does not hold: something was changed, or it was signed with another key.
verify-intact-key = The issuer does not stand by the key it was signed with, so the signature shows nothing.
verify-intact-unsigned = Nobody signed it.
verify-intact-suite = It was signed in a way that is not supported here.
verify-intact-unknown = It could not be looked at.
verify-issuer = Issuer
verify-issuer-shown = Shown to be { $name }: the key is published there.
verify-issuer-not = Not shown to be { $name }.
verify-issuer-another = It names { $name }, but was signed by somebody else.
verify-issuer-key = It names { $name }, but where the key came from does not show whose it is.
verify-issuer-nobody = It does not say who issued it.
verify-status = Status
verify-status-none = It says nothing about being taken back.
verify-status-good = Not taken back.
verify-status-revoked = Taken back by whoever issued it.
verify-status-suspended = Suspended for now.
verify-status-unknown = Not known: it could not be learned.
verify-dates = Dates
verify-dates-always = It has begun to count and does not expire.
verify-dates-until = It counts until { $date }.
verify-dates-from = It does not count before { $date }.
verify-dates-over = It expired on { $date }.
verify-dates-unreadable = Its dates cannot be read.
verify-note = Note
verify-note-proof = It has a further proof that does not count here: { $name }.
verify-note-status = Whether it was taken back is published by somebody else: { $name }.
verify-note-no-badge = It is a signed document, but no badge of a kind that is known here.
verify-note-version-2 = It was written for Open Badges 2.0, where what lies at the issuer’s counts.
verify-note-bearer = It names nobody: whoever holds it may show it.
verify-claim-name = Name
verify-claim-holder = Holder
verify-claim-issuer = Issuer
verify-claim-awarded = Achieved
verify-claim-issued = Issued
verify-claim-description = What it is about
verify-claim-criteria = What it took
verify-not-baked = There is no badge in this picture. A picture that was saved from a page, sent through a messenger or made smaller has lost it: ask for the file of the download button.
verify-several = There is more than one badge in this picture, so it is not clear what it says.
verify-too-large = It is too large.
verify-damaged = It is damaged or incomplete, and cannot be read.
verify-refused = It is signed in a way that proves nothing.
verify-something-else = This is no credential.
verify-unreachable = What this address stands for could not be fetched.

# Completion, certificates, statements
completion = Completion
completion-off = There are no certificates.
completion-automatic = Certificates come by themselves, some minutes after somebody has done everything.
completion-signed = An instructor signs each certificate.
completion-number-wrong = Enter a whole number, 0 to 200.
completion-hours-wrong = Enter hours such as 36, 36.5 or 36:30, up to 12,000.
completion-long-200 = This is too long: up to 200 characters.
completion-long-400 = This is too long: up to 400 characters.
completion-hand-in = Hand in “{ $title }”
completion-hand-in-one = Hand in one of these: { $titles }
completion-posts-in = { $count ->
    [one] Write a post in one module
   *[other] Write a post in each of { $number } modules
}
completion-reviews-given = { $count ->
    [one] Give one review
   *[other] Give { $number } reviews
}
completion-so-far = { $done } of { $asked }
completion-finished = You have done everything: you finished on { $date }.
completion-nothing-yet = The course does not ask for anything yet.
completion-left = { $count ->
    [one] One thing is missing.
   *[other] { $number } things are missing.
}
completion-none = This course has no certificates. What it asks for stands below all the same.
completion-state-early = You can have a statement of participation once you have left the course or it is over.
completion-asked = What it takes
completion-done = Done
completion-missing = Missing
completion-take-text = Your certificate comes by itself within some minutes. You can also have it now.
completion-take = Get the certificate now
completion-waits = You have done everything. Your certificate waits for an instructor’s signature.
completion-state-text = It says what you took part in up to now: the days, what you did, the hours as planned, and the outcomes you have shown.
completion-state-hours = Also say how many hours I wrote down in my learning log for this course, and how many live sessions
completion-state = Get the statement
completion-state-held = You have a certificate of this course, which says more.
completion-waiting = Have done everything
completion-had-one = Had one that was revoked
completion-sign = Sign the certificate
completion-sign-all = Sign all of these
completion-rule = What it takes to finish
completion-rule-text = All assignments that are needed, in time or late, and what you ask for here.
completion-lapsing = These are needed no longer, but count here until you have looked whom that concerns, and saved:
completion-which = Change which assignments are needed
completion-concerns = It is not saved yet. This is whom it concerns:
completion-save = Save it so
completion-posts = Posts, in so many modules
completion-reviews = Reviews given
completion-awarding = Certificates
completion-on-paper = What stands on the certificate
completion-hours = Contact hours as planned
completion-hours-hint = Such as 36.5 or 36:30. Title, days and outcomes are taken from the course.
completion-provider = Provider
completion-address = Address of the provider
completion-signatory = Who signs
completion-role = Their role
completion-role-usual = Instructor
completion-approval = Approval
completion-approval-hint = Only if a professional body has approved this course: the line as it wants it, with its number.
completion-shown-by = Which assignment shows which outcome
completion-shown-by-hint = For statements of participation: an outcome counts as met once its assignment was handed in.
completion-shown-by-none = None
completion-look = See whom it concerns
completion-look-hint = Nothing is saved by that.
completion-issued = Issued
completion-issued-none = Nothing was issued yet.
completion-more = More certificates
completion-keep = { $count ->
    [one] Who has a certificate keeps it as it is: one person.
   *[other] Those who have a certificate keep it as it is: { $number } people.
}
completion-gain = { $count ->
    [one] One person will have done everything:
   *[other] { $number } people will have done everything:
}
completion-lose = { $count ->
    [one] One person has done everything, and will not have:
   *[other] { $number } people have done everything, and will not have:
}
completion-nobody = For nobody else does it change whether they have finished.
completion-undrawn = No certificate for { $name }: no font here has “{ $sign }”. They can say how certificates should call them, or whoever runs the site adds a font.
completion-done-saved = Saved. What was issued stays as it is.
completion-done-signed = Signed. They are told.
completion-done-revoked = Revoked. Its page says so at once.
completion-changed-meanwhile = Somebody changed this meanwhile. What you typed is still here; look again whom it concerns.
audit-completion-changed = changed what it takes to finish the course
audit-certificate-issued = issued a certificate of the course
audit-certificate-revoked = revoked a certificate of the course
paper-certificate = Certificate of completion
paper-statement = Statement of participation
paper-hours = { $count ->
    [one] 1 hour
   *[other] { $number } hours
}
paper-did-handed-in = { $count ->
    [one] 1 assignment handed in
   *[other] { $number } assignments handed in
}
paper-did-posts = { $count ->
    [one] 1 post
   *[other] { $number } posts
}
paper-did-comments = { $count ->
    [one] 1 comment
   *[other] { $number } comments
}
paper-did-reviews = { $count ->
    [one] 1 review of somebody else’s work
   *[other] { $number } reviews of other people’s work
}
paper-did-sessions = { $count ->
    [one] 1 live session attended, by their own log
   *[other] { $number } live sessions attended, by their own log
}
paper-named-certificate = Certificate of completion: { $title }
paper-named-statement = Statement of participation: { $title }
paper-course-days = Days of the course
paper-contact = Contact hours as planned
paper-statement-criteria = Taking part, for as long as stated.
paper-logged = Hours by their own log
paper-took-part = Took part
paper-finished = Finished on
paper-issued = Issued on
paper-completed = has completed the course
paper-participated = took part in the course
paper-asked = What it took
paper-asked-done = Of what the course asks, done so far
paper-outcomes = What one can do afterwards
paper-outcomes-met = Outcomes shown so far
paper-outcomes-other = Outcomes the course works towards
paper-did = What was done
paper-check = Whether this document is genuine and unchanged can be seen at this address, or by its code:
paper-genuine = This file is genuine and unchanged.
paper-another = This file is genuine and unchanged, and has a page of its own.
paper-changed = This file was changed after it was issued. What counts is what stands on its page.
paper-foreign = This file is not one that was issued here.
paper-too-large = This file is too large: up to 16 MB.
papers-look = Check a certificate
papers-look-lede = Whether a certificate or a statement of participation from here is genuine. You need no account.
paper-code = Code
paper-code-hint = It stands beside the square code, such as 7f3k-9m2q-….
paper-code-wrong = This is no code: it has 20 letters and digits. There is no I, L, O or U in it.
paper-code-unknown = Nothing was issued here under this code.
paper-file = Or the PDF
paper-pdf = PDF file
paper-file-hint = As you got it, not printed or saved anew. Up to 16 MB.
paper-privacy = Nothing of it is kept, nor that you asked.
paper-holder = Name
paper-course = Course title
paper-issuer = Provider
paper-signatory = Signed by
paper-revoked-at = Revoked on { $date }:
paper-revoked = Revoked
paper-counts = It was issued by { $community }, and counts.
paper-says = What was certified
paper-take = Take it home
paper-compare = Compare a file with it
paper-compare-text = If you were given a PDF with this code, see whether it is as it was issued.
paper-compare-button = Compare
paper-to-it = Look at it
papers-own = Your certificates
papers-own-lede = Certificates of completion and statements of participation, as they were issued.
papers-own-none = You have no certificates yet.
papers-courses = How far you are in your courses
papers-yours = Issued to you
paper-name = Your name on certificates
paper-name-hint = If empty: { $name }. What was issued keeps the name it has.
paper-name-undrawn = This name has a character that cannot be printed here.
paper-name-change = Change the name
paper-undrawn = No font here has “{ $sign }”, which stands in your name, so nothing can be issued. Write it otherwise, or ask whoever runs the site to add a font.
paper-called = It will call you { $name }.
paper-named = Its page says your name
paper-unnamed = Its page does not say your name
paper-hide-name = Hide my name on its page
paper-show-name = Show my name on its page
papers-done-name = Saved. What is issued from now on calls you so.
papers-done-shown = Its page says your name now.
papers-done-hidden = Its page does not say your name any more.
paper-revoke = Revoke it
paper-revoke-text = For what was issued by mistake, or in a wrong name. Its page and its credential then say so. You can sign another one afterwards.
paper-why-long = This is too long: up to 300 characters.
paper-forgotten = Somebody whose account has ended
## Professional bodies
bodies = Professional bodies
bodies-lede = What your professional body asks as evidence of learning, and how your log stands to it. Only you see this, until you hand something in.
bodies-own = Yours
bodies-none = You have not picked one. Pick the body you report to; the same entry may serve two of them.
bodies-offered = To pick from
bodies-none-offered = There is none to pick. Organisers can add yours.
bodies-offered-text = If yours is missing, or out of date, tell the organisers. Whether something counts is for the body to say.
bodies-manage-lede = What members can pick beside their learning log. The ones that come with the program are a start: check them with the bodies, since rules change. Once you save one it is yours, and no update changes it.
body-pick = Pick it
body-note = What it asks
body-note-hint = In your own words, for members. They see it before they pick it.
body-default-of = A default as of { $date }, not checked by the organisers here: check it with the body.
body-default = A default, not checked by the organisers here: check it with the body.
body-checked = Looked after by the organisers, as of { $date }.
body-of-organisers = Looked after by the organisers.
body-retired = not offered
body-retired-text = It is not offered here any more. Whoever picked it keeps it.
body-too-many = You have picked 20 bodies. Drop one first.
body-behind = default changed since
body-behind-text = The default has changed since you made this one yours. A copy of the default shows how.
body-picks = { $count ->
    [one] One member picked it
   *[other] { $number } members picked it
}
body-picks-change = { $count ->
    [one] One member picked it and sees what you change at once.
   *[other] { $number } members picked it and see what you change at once.
}
body-offer = Offer it again
body-retire = Stop offering it
body-copy = Copy
body-new = New professional body
body-change = What a professional body asks
body-done-picked = You have picked it.
body-done-dropped = It has been dropped. Your log is as it was.
body-done-settled = Your settings have been saved.
body-done-mapped = It has been saved where the entry belongs.
body-done-mapped-all = It has been saved for what you marked.
body-done-unmapped = The entry says by itself again where it belongs.
body-done-written = Your text has been saved.
body-done-explained = Your reason has been saved.
body-done-begun = It can be picked now.
body-done-changed = The changes have been saved.
body-done-retired = It is not offered any more.
body-done-offered = It is offered again.
body-done-default = It follows the default again.
body-changed-meanwhile = This was changed in another window. What you typed is still here; saving puts it in place of the other.
body-profiles-full = There are 200 already, and no more fit.

# What is there
body-standing = What is there, and what is missing
body-in-period = In this period
body-what = What
body-there = There
body-asks = Asked
body-verdict = Comes to
body-in-all = In all
body-hours = { $amount } contact hours
body-units = { $amount } { $unit }
body-under = under { $amount }
body-minutes = { $number } min
body-entries-of = { $count ->
    [one] 1 entry
   *[other] { $number } entries
}
body-percent = { $share } %
body-between = { $least } to { $most }
body-least-of = at least { $least }
body-most-of = at most { $most }
body-asked-is = asked: { $asked }
body-missing = { $amount } missing
body-over = { $amount } more than asked
body-enough = enough
body-of-all = { $there } of { $all }
body-carried = Carried over from the period before
body-longer = { $count ->
    [one] In the month to the end of the period
   *[other] In the { $number } months to the end of the period
}
body-proven = Entries that something shows
body-said-enough = Entries with as many words as asked ({ $asked })
body-none-of-these = None of these
body-spread = Different ones with an entry
body-rounding = { $one }. Minutes are added first, and rounded once to { $step }.
body-untimed = { $count ->
    [one] One entry has no time noted.
   *[other] { $number } entries have no time noted.
}
body-lost = { $count ->
    [one] One entry belongs to something that is in no list any more. Say anew where it belongs.
   *[other] { $number } entries belong to something that is in no list any more. Say anew where they belong.
}
body-nothing-cut = Nothing is enforced or cut here. What counts is for the body to say.
body-periods = Other periods
body-words-of = { $count ->
    [one] 1 word
   *[other] { $number } words
}
body-words-short = { $words }, fewer than asked: { $asked }
body-words-good = { $words }, as asked: { $asked }
body-words-long = { $words }, more than asked: { $asked }

# Gaps, texts, what is handed in
body-gaps = Time without entries
body-gaps-text = Only you see this. If you give a reason, it stands among the entries of what you hand in.
body-gap-closed = There are entries for this time by now. The reason stays until you empty it.
body-gap-row = No entries
body-reason-too-long = At most 1,000 characters.
body-texts = What else is asked
body-texts-text = Write it here, or note where it is kept. Words are counted, and nothing is cut.
body-text-of-yours-too-long = At most 20,000 characters. What you typed is still here.
body-asked-no-more = not asked any more
body-hand-in = To hand in
body-hand-in-text = For the period above. Nothing is sent anywhere: you print or save it, and hand it in yourself.
body-table = Table of entries (CSV)
body-statement = Statement of totals
body-covering = Covering letter
body-verification = Letter of verification
body-letter-text = Print it, or copy it into a letter of your own.
body-longer-table = The first 3,000 entries stand here. The table has all.

# Settings
body-settings = Settings
body-begins-own = Your period begins on
body-begins-own-hint = The first day, as your certificate or registration has it. Later periods follow it.
body-needs-day = Its periods begin on a day of your own. Until you say which, they are counted from today.
body-which = Which entries count
body-which-all = All of the period, but for those I leave out
body-which-chosen = Only those I choose
body-drop = Drop this body
body-drop-text = What you said and wrote for it goes for good: where entries belong, texts and reasons. Your log stays as it is.

# Entries
body-entries = Entries and where they belong
body-no-entries = There are no entries in this period.
body-entries-text = Entries belong where they say by themselves, by what you did and how. Change what is otherwise.
body-left = left out
body-map = Where it belongs
body-counts-here = It counts for this body
body-by-itself = As the entry says: { $name }
body-lost-name = not in the list any more
body-proof-of = What shows it
body-proof-of-hint = For instance: certificate in my folder. An address in the entry, or what it belongs to here, shows it too.
body-marked = What you marked
body-marked-as-is = as it is
body-marked-count = It counts
body-marked-leave = Leave it out
body-unmap = As the entry says

# The form of organisers
body-form-lede = Everything may stay empty but name and period. Members see what you write in the body's language.
body-name = Name
body-who = Whom it concerns
body-language = Language of its words
body-as-of = As of
body-sources = Where that is said
body-period = Period
body-months = Months
body-begins = First day of a period
body-begins-hint = Any one; the others follow. Empty: every member has their own.
body-amount = How much
body-counts = What is counted
body-counts-time = Time
body-counts-entries = Entries
body-counts-nothing = Nothing
body-least = At least
body-most = At most
body-unit = Name of the unit
body-unit-hint = Empty: contact hours. Some names belong to their owners.
body-unit-minutes = Minutes of one
body-step = Rounded to
body-step-hint = Minutes are added first and rounded once.
body-longer-months = Months looked at together
body-longer-hint = If more is asked over several periods.
body-longer-least = At least in these months
body-carry = Carried over, at most
body-carry-of = Only of
body-carry-of-hint = A name of the first list. Empty: of all.
body-each-entry = Each entry
body-words-least = Words, at least
body-words-most = Words, at most
body-gap-months = Gaps explained from, in months
body-proof = What counts as proof
body-proof-hint = Empty: none is asked.
body-list1 = First list
body-list1-hint = For categories: an entry belongs to one of them.
body-list2 = Second list
body-list2-hint = For clusters, criteria or standards: an entry may belong to several.
body-list3 = Third list
body-list-title = What the body calls them
body-list-spread = Entries in at least so many of them
body-list = The list
body-list-hint = A line each: name; at least; at most; what belongs there by itself. For instance: Risk; 10; 20 %; structured. The last may be others, alone, structured, unstructured, planned, proof, or a kind: read, watch, course, event, write, discuss, practise, teach, review, other.
body-output = What is handed in
body-asked = What else is asked
body-asked-hint = A line each: name; words at least; words at most.
body-columns = Columns of the table
body-columns-hint = A line each: what it holds; what the body calls it. It may hold { $words }.
body-letters-hint = Empty: there is none. It may hold { $name }, { $body }, { $from }, { $until }, { $entries }, { $total } and { $texts }.
body-verification-hint = For whoever confirms the record: that it was seen, not what it holds. Empty: there is none.
body-columns-usual =
    date; Date
    title; Activity
    hours; Hours
    learned; What I learned
    proof; Proof
body-covering-usual =
    To whom it may concern,

    with this letter I hand in my record for { $body }, for the period from { $from } to { $until }. It lists { $entries }; in all { $total }.

    { $texts }

    { $name }
body-verification-usual =
    To whom it may concern,

    I have seen the record of learning that { $name } keeps for { $body }, for the period from { $from } to { $until }. As far as I know it is true.

    This letter does not repeat what the record holds.

    Name:
    Role:
    Address:
    Date and signature:
body-back-to-default = Back to the default
body-back-to-default-text = What you changed here goes for good, and it follows the program again.
body-number-wrong = Enter a whole number that is possible here.
body-amount-wrong = Enter a number up to 99,999, such as 20 or 7.5.
body-lines-wrong = One line is not as it should be: name; at least; at most; what belongs there by itself.
body-lines-twice = One name stands there twice.
body-lines-too-many = At most 60 lines.
body-asked-wrong = One line is not as it should be: name; words at least; words at most.
body-columns-wrong = One line is not as it should be: what it holds; what the body calls it.
body-both-or-none = Enter both, months and how much, or neither.
body-carry-of-wrong = It stands in no line of the first list.
body-line-too-long = At most 200 characters.
body-text-too-long = At most 4,000 characters.
## Dossiers: what one shows of one's learning
dossiers = Dossiers
dossiers-lede = What you want to show of your learning, to whom you want. Nobody sees anything of it until you give them a link.
dossiers-none = There is nothing here yet.
dossiers-none-how = Choose a period; what you did in it is listed, and you pick from it. Other people’s names and words are replaced before anybody sees it. Private messages are never in it.
dossiers-full = You have as many dossiers as can be kept. Please remove one first.
dossier-new = New dossier
dossier-new-lede = For an appraisal, a professional body, or yourself. You can change all of this later.
dossier-begin = Begin
dossier-title = Title
dossier-title-hint = Whoever you show it to reads this first.
dossier-from = From
dossier-until = Until
dossier-until-hint = Save after changing the period, and what you did in it is listed.
dossier-until-wrong = The last day comes after the first.
dossier-period-too-long = A dossier covers at most ten years.
dossier-line-too-long = No more than 200 characters, please.
dossier-text-too-long = No more than 10,000 characters, please.
dossier-lang = Language
dossier-lang-hint = The one you write the reflection in.
dossier-private = Only you see this. What you share is an edition of it, which stays as it is whatever you change here.
dossier-done-saved = Saved.
dossier-done-gone = The dossier has been removed.
dossier-done-edition-gone = The edition has been removed, and its link with it.
dossier-reflection = Reflection
dossier-reflection-hint = What you learned, what came of it, what is next: many readers read this and nothing else.
dossier-items = What stands in it
dossier-items-text = Of what you did in this period. Your learning log is private; only entries you choose here are shown, with all you wrote in them.
dossier-items-none = Nothing you did here falls into this period.
dossier-chosen-of = ({ $chosen } of { $all })
dossier-choose-all = Choose all
dossier-choose-none = Choose none
dossier-go-on = Check it for sharing
dossier-go-on-hint = It is saved. Nothing is shared yet: next you see whose names and words stand in it.
dossier-remove = Remove the dossier
dossier-remove-text = It goes with all its editions, their links and what was signed, for good.
dossier-courses = Courses
dossier-badges = Badges
dossier-agreements = Agreed work time
dossier-entries = Learning log
dossier-posts = Posts
dossier-comments = Comments
dossier-reviews = Reviews of others’ work
dossier-count-courses = { $count ->
    [one] one course
   *[other] { $number } courses
}
dossier-count-badges = { $count ->
    [one] one badge
   *[other] { $number } badges
}
dossier-count-agreements = { $count ->
    [one] one agreement
   *[other] { $number } agreements
}
dossier-count-entries = { $count ->
    [one] one entry in the learning log
   *[other] { $number } entries in the learning log
}
dossier-count-posts = { $count ->
    [one] one post
   *[other] { $number } posts
}
dossier-count-comments = { $count ->
    [one] one comment
   *[other] { $number } comments
}
dossier-count-reviews = { $count ->
    [one] one review of others’ work
   *[other] { $number } reviews of others’ work
}
dossier-a-comment = A comment
dossier-untitled = Untitled

# Other people in it
dossier-share = Other people in it
dossier-share-lede = They did not choose to be read by your manager. What is marked here is replaced when you go on; your own name stays.
dossier-holds = In this dossier:
dossier-nobody = No names and no quotations were found.
dossier-names = Names
dossier-quotations = What others wrote
dossier-times = { $count ->
    [one] once
   *[other] { $number } times
}
dossier-more = Other names to be replaced
dossier-more-hint = One on each line: colleagues, say, who are not here.
dossier-look-again = Look again
dossier-replace = Replace what is marked
dossier-make = Make an edition
dossier-make-hint = This makes an edition. You see all of it as others would before you make a link.
dossier-changed-meanwhile = Something in this dossier has changed since the page was opened. Please look at it again.
dossier-empty = There is nothing in it yet. Choose something first, or write a reflection.
dossier-too-large = This is too much for one dossier. Please choose less, or a shorter period.
dossier-editions-full = This dossier has as many editions as can be kept. Please remove one first.
dossier-a-participant = [a participant]
dossier-a-guide = [the guide]
dossier-an-organiser = [an organiser]
dossier-words-of-a-participant = [words of a participant]

# Editions
dossier-editions = Editions
dossier-editions-text = An edition never changes. If you change the dossier, make a new one and give out its link.
dossier-edition-of = Edition of { $date }
dossier-no-link = Nobody has a link
dossier-open = Whoever has the link can read it until { $date }
dossier-back = Back to the dossier
dossier-link-text = Whoever has it reads what you see below, and nothing else. They need no account. That somebody opened it is noted nowhere.
dossier-until-password = It is good until { $date }, with the password you set.
dossier-password = Password
dossier-password-hint = At least ten characters. Send it another way than the link.
dossier-papers = To take home
dossier-jsonld = Download for other programs (JSON-LD)
dossier-papers-text = Whoever has such a file can learn whether it is genuine and unchanged, and nothing more, as long as you keep this edition.
dossier-remove-edition = Remove this edition
dossier-remove-edition-text = It goes with its link and what was signed. Files that were given out can no longer be checked.
dossier-as-read = As others read it
dossier-by = { $name } · { $community }

# What others read
dossier-held-lede = This is what was shared with you. Opening it tells nobody anything.
dossier-link-gone = This link leads nowhere any more: it has expired, or was taken back. Ask whoever sent it to you for another.
dossier-locked = A password is needed
dossier-locked-lede = Whoever sent you the link has told you the password, or will.
dossier-unlock = Open
dossier-password-wrong = This is not the password.
dossier-period = Period
dossier-time = Time spent
dossier-in-all = In all
dossier-done = What was done
dossier-verify = Verify
dossier-in-full = In full
dossier-where = See it here
dossier-made-on = Made on { $date }. It has not changed since.
dossier-check-file = Check a file

# Attestations
attestations = Attestations
attestations-text = Somebody signs that they have seen this edition and that it is true as far as they know. They get a link of their own, good for a month, and sign with their name and an address that is confirmed. It counts for this edition alone.
attestations-full = Enough people were asked about this edition.
attestation-link = Link for the attestation
attestation-role = As
attestation-manager = Manager
attestation-confirmer = Confirmer
attestation-peer = Peer
attestation-partner = Reflective partner
attestation-assessor = Assessor
attestation-to-name = Whom you ask
attestation-ask = Make a link
attestation-somebody = Somebody
attestation-signed = Attested by
attestation-signed-on = { $date }, confirmed from { $email }
attestation-means = An attestation says that this record was seen, and is true as far as the signer knows.
attestation-lede = { $name } asks you to attest this record. Role: { $role }. You need no account; opening it tells nobody anything.
attestation-sign = Attest this record
attestation-position = Your position
attestation-email-hint = A code is sent there. The address stands beside your name, where whoever reads the record sees it.
attestation-go-on = Go on
attestation-privacy = { $name } and whoever reads this record see your name, your position, your address and your note.
attestation-code-text = A code was sent to { $email }. Your signature counts once you have entered it.
attestation-confirm = Sign
attestation-code-again = Change something
attestation-code-over = This code is not good any more: it is too old, or was mistyped too often. Please sign again.
attestation-done = Signed
attestation-done-text = Thank you. It stands in this edition of the record, and in no other.
letter-attestation-code = This is the code for your signature under the record of { $name }:
letter-attestation-code-subject = { $community }: the code for your signature
letter-attestation-code-after = It is good for half an hour. If you have not signed anything, somebody else entered your address; nothing happens without the code.
letter-attestation-signed = { $name } has attested “{ $title }”.
letter-attestation-subject = Attested: { $title }

# Checking a file
genuine = Is it genuine?
genuine-lede = A record of learning with this code was made here. Choose the file you were given, and learn whether it is as it left us. Nothing else is shown, and the file is not kept.
genuine-file = File
genuine-file-hint = The file itself; a printout or a scan cannot be compared.
genuine-look = Check it
genuine-yes = Genuine and unchanged.
genuine-earlier = Genuine and unchanged. There is a later version with more signatures.
genuine-no = This file is not one that was given out here with this code, or it was changed.
