### Courses: what they are, who is in them, and how far everybody is

courses = Courses
nav-courses = Courses
courses-now = Now and next
courses-past = Over
courses-empty = There are no courses yet.
courses-empty-begin = Begin one: only you see it until you open it to others.

course-days = { $from } – { $until }
course-zone = Days and times in { $zone }
course-prepared = Being prepared
course-coming = Not begun yet
course-week-of = Week { $week } of { $weeks }
course-over = Over

course-you-instruct = You teach it
course-you-guide = You guide in it
course-you-take-part = You take part
course-you-wait = On the waiting list
course-you-asked = You asked to join
course-you-are-invited = You are invited

part-member = Participant
part-guide = Guide
part-instructor = Instructor
part-leader = Leader

course-take-part = Taking part
course-join = Take part
course-places-free = { $count ->
    [one] One place is left.
   *[other] { $number } places are left.
}
course-invited-text = You are invited to this course.
course-accept = Accept and take part
course-decline = No, thank you
course-ask-text = Those who lead this course decide who takes part. You will read their answer here.
course-ask-words = A few words about you
course-ask = Ask to take part
course-asked-text = You have asked to take part. Those who lead the course will decide.
course-take-back = Take back your request
course-take-back-text = You will no longer be in the list. You can come back to it later, at its end.
course-full-text = All places are taken. If you wait, you move up as soon as one is free, in the order in which people came.
course-wait = Wait for a place
course-waiting-text = You are on the waiting list. As soon as a place is free, it is yours.
course-wait-no-longer = Wait no longer
course-uninvited-text = This course is by invitation only.
course-over-text = This course is over. Nobody can join it any more.
course-tell-me = I would have liked to take part
course-over-noted = Those who lead the course know that you would have liked to take part, and can invite you next time.
course-sign-in = Sign in to take part
course-sign-up = Create an account
course-outcomes = What you will be able to do
course-staff = Who leads it
course-staff-more = { $count ->
    [one] and one more person
   *[other] and { $number } more people
}
course-manage = Manage the course
course-leave = Leave the course
course-leave-title = Leave “{ $name }”?
course-leave-text = You will no longer read what is written for the course alone. What you wrote yourself stays, and you can still read and delete it. Your place goes to the next one who waits.
course-only-instructor = You are the only instructor. Make somebody else one first.

course-done-in = You take part. Welcome!
course-done-asked = Your request has been sent.
course-done-waiting = You are on the waiting list.
course-done-over = Thank you. Those who lead the course know of it.
course-done-left = Done. You no longer take part.

## Managing a course

course-begin = Begin a course
course-begin-lede = Only you see it at first. Add modules and people, look at it as a participant would, and open it when it is ready.
course-to-course = To the course
course-manage-nav = Managing the course
course-nav-settings = Settings
course-nav-people = People
course-address-hint = Stands in the address of the course and stays. If you leave it empty, the title makes one.
course-tagline = In one sentence
course-about = What it is about
course-outcomes-hint = One line each.
course-starts = First day
course-ends = Last day
course-time-zone = Time zone
course-zone-hint = All days and times of the course are in this zone. Participants see them in their own.
course-joining = Who may take part
course-joining-open = Every member
course-joining-ask = Members who ask, once you let them in
course-joining-invited = Only those you invite
course-places = Places
course-places-hint = Leave it empty if as many may come as want to. When all are taken, people wait in a list. Those who lead take no place.
course-places-wrong = Enter a number, such as 35, or leave it empty.
course-audience = Who may read the modules
course-for-participants = Those who take part
course-audience-hint = Once a module has opened. Before that, only those who lead the course see it.
course-titles-ahead = Show the titles of modules before they open
course-ends-wrong = The last day comes after the first, and within five years.
course-sure = Yes, these days are meant
course-sure-text = The last day has passed: nobody will be able to join. Is that what you mean?
course-dates = What is planned
course-dates-later = { $count ->
    [one] The course begins a day later. Does what is planned move with it?
   *[other] The course begins { $number } days later. Does what is planned move with it?
}
course-dates-earlier = { $count ->
    [one] The course begins a day earlier. Does what is planned move with it?
   *[other] The course begins { $number } days earlier. Does what is planned move with it?
}
course-dates-move = Yes, everything that has not passed moves by as many days
course-dates-move-hint = When modules open and end, live sessions, when assignments open and are due, and who has more time; each stays at its hour. The last day moves, too, unless you changed it here. Announcements stay where they are.
course-dates-past = What then lies in the past opens at once.
course-dates-stay = No, it stays where it is
course-dates-choose = Please choose one of the two.
course-moved-on = Somebody else changed the course meanwhile. Save once more to keep what stands here.
course-prepared-text = Only those who lead the course see it so far.
course-open = Open the course
course-close = Close the course
course-close-text = Nobody can join any more and nothing more is expected. Everything stays readable, and you can open it again.
course-closed-text = The course is closed.
course-reopen = Open it again
course-done-begun = Your course is there. Only you see it so far.
course-done-saved = Saved.
course-done-moved = Saved. What had not passed has moved by as many days.
course-done-opened = The course is open: people can find and join it.
course-done-closed = The course is closed.
course-done-reopened = The course is open again.

course-asked = Asking to take part
course-waiting-list = Waiting for a place
course-waiting-list-hint = Whoever is first moves up by themselves when a place is free. You can give somebody a free place before.
course-invite = Inviting members
course-invite-handles = Handles
course-invite-hint = For example @marta, @bram. They find the invitation on the page of the course.
course-invite-button = Invite
course-invite-many = Invite at most a hundred at a time.
course-invite-unknown = One of these is no member here. Nobody was invited yet.
course-participants = Participants
course-taken-of = { $taken } of { $places } places
course-nobody-yet = Nobody takes part yet.
course-since = since { $date }
course-part-of = Role of { $name } in this course
course-part-out = No longer in the course
course-let-in = Let in
course-turn-away = Turn away
course-uninvite = Take back
course-people-in = They take part now.
course-people-waiting = All places are taken; they are in the list of those who wait.
course-people-away = Done.
course-people-out = They are no longer in the course.
course-people-part = Saved.
course-people-invited = Invited.

## Modules

course-nav-modules = Modules
course-plan = The weeks
course-plan-none = There are no modules yet. Make all the weeks at once, or begin with one.
course-next = Next
course-this-week = To this week’s module
course-late-text = You joined when the course was under way. Begin with this week: everybody is there now, and the earlier weeks stay open.
course-behind = { $count ->
    [one] One earlier week has something left. There is no hurry: this is the shortest way back in.
   *[other] { $number } earlier weeks have something left. There is no hurry: this is the shortest way back in.
}
course-nothing-left = You have done all that is asked so far.
course-nothing-yet = No module has opened yet.
course-now = Now
course-posts = Written for the course
module-untold = To be announced
module-later = Opens later
module-opens-at = Opens { $time }
module-is-open = Open
module-by-hand = Opened by hand
module-not-open = Not open yet
module-until = until { $date }
module-progress = { $done } of { $core } done
module-minutes = { $count ->
    [one] about a minute
   *[other] about { $number } minutes
}
module-edit = Edit the module
module-as-participant = Look at it as a participant
module-looking-as = This is what participants see once the module has opened.
module-look-back = Back
module-catch-up = Catch-up week
module-catch-up-short = nothing new this week
module-catch-up-text = Nothing new comes this week. Read what you had no time for, answer somebody, or rest.
module-left = What is left
module-nothing-left = You have done all that was asked. Answer somebody, or enjoy the week.
module-things-left = { $count ->
    [one] { $number } thing left
   *[other] { $number } things left
}
module-posts = What participants write
module-no-posts = Nobody has written for this module yet.
module-write = Write your post for this module
module-write-more = Write another post for it
module-live = Live session
module-live-cancelled = The session does not take place.
module-live-over = The session is over.
module-live-join = Join the session
module-recording = Recording
module-recording-of = Recording of the live session
module-neighbours = Other modules
module-before = Before
module-after = After
part-read = To read
part-view = To view
part-explore = To explore
part-do = To do
item-done = Done
item-not-done = Not done yet
item-tick = Mark as done
item-optional = if you like
item-late = New
item-follows-post = done by posting for this module
item-follows-comment = done by answering in this module
item-follows-tick = marked as done by hand
write-for-module = You are writing for the module “{ $name }”.
module-add = Add a module
module-weeks = All weeks at once
module-weeks-text = Makes one module for each week. You name and fill them afterwards.
module-weeks-count = How many modules
module-weeks-after = Catch-up week after module
module-weeks-after-hint = Leave it empty for none.
module-weeks-first = The first one opens
module-weeks-button = Make the weeks
module-weeks-wrong = Enter a number from 1 to 52.
module-week = Week { $number }
module-in-zone = In { $zone }.
module-too-many = A course has at most 200 modules.
module-too-many-items = A module has at most 100 items.
module-minutes-wrong = Enter a number of minutes, up to a day.
module-opens = Opens
module-opens-hint = In { $zone }. Leave it empty to open it by hand. What has opened stays open.
module-ends = Last day
module-ends-wrong = The last day is not before the module opens.
module-introduction = Introduction
module-prompt = What to write about
module-prompt-hint = The question that participants answer on their own blogs.
module-question-hint = It stands under the module. Whoever comments there can answer with it; members can also answer without a comment. Leave it empty to ask nothing.
module-live-begins = Live session begins
module-live-minutes = Minutes
module-live-link = Link to the session
module-live-cancel = Cancel the live session
module-live-restore = It takes place after all
module-is-catch-up = A catch-up week: nothing new
module-words = The module
module-items = To read, view, explore and do
module-no-items = Nothing yet.
module-open = Open it now
module-delete = Delete it
module-done-added = Added.
module-done-opened = The module is open, and those who follow the course are told.
module-done-live-cancelled = The session is cancelled. The page of the module and people’s calendars say so.
module-done-live-restored = The session takes place again.
module-done-deleted = Deleted.
item-add = Add something
item-change = Change it
item-remove = Remove
item-part = Kind
item-address = Address
item-address-hint = Nothing is loaded from there before somebody follows the link.
item-author = By
item-minutes = Minutes
item-licence = Licence
item-note = A few words
item-follows = How it is done
item-is-optional = For those who like, not asked of everybody
move-up = Move “{ $name }” up
move-down = Move “{ $name }” down
course-copy = Another run
course-copy-text = Copies the texts, settings, modules and assignments of this course. Every date moves by whole days, and links to its own pages lead to the new ones. People and what they wrote stay in this one.
course-copy-address-hint = If you leave it empty, the title and the year make one.
course-copy-starts-hint = Whole weeks later keep the days of the week.
course-copy-button = Copy

## Homerooms

staff-room = Staff room
staff-room-lede = For those who lead and guide this course. Nobody else can read what is said here.
homerooms = Homerooms
homeroom-name = Homeroom { $number }
homeroom-people = { $count ->
    [0] Nobody yet
    [one] { $number } participant
   *[other] { $number } participants
}
homeroom-console = Look after it
homeroom-posts = Written here lately
homeroom-no-posts = What the people of this homeroom write for the course will stand here.
homeroom-guides = Guides
homeroom-no-guide = No guide yet
homeroom-with = Who is here
homeroom-look = Look at its page
homeroom-called = Name
homeroom-give-guide = Make guide of this homeroom
homeroom-take-guide = Remove as guide
homeroom-staff-first = Make somebody a guide of the course first.
homeroom-move = Homeroom of { $name }
homeroom-move-button = Move
homeroom-none = In no homeroom
homerooms-none = There are no homerooms yet.
homerooms-none-yet = Once people take part, they can be shared out. Until then you can add homerooms and give them guides.
homerooms-place = Sharing people out
homerooms-unplaced = { $count ->
    [0] Everybody who takes part is in a homeroom.
    [one] { $number } participant is in no homeroom.
   *[other] { $number } participants are in no homeroom.
}
homerooms-size = At most so many in each
homerooms-size-hint = They differ by one at most: 37 people with at most 35 make 19 and 18.
homerooms-size-wrong = Enter a number from 2 to 500.
homerooms-by = Who comes together
homerooms-by-chance = Whoever chance brings together
homerooms-by-zone = People whose days are at the same time
homerooms-by-language = People who read in the same language
homerooms-together = Colleagues together
homerooms-apart = Colleagues apart, each with others
homerooms-colleagues-hint = Colleagues are people who say the same workplace in their profile and show it to others. Sizes stay even first.
homerooms-place-button = Share out
homerooms-place-hint = Each person joins the smallest one. Nobody who is in one already is moved.
homerooms-nobody = There is nobody to share out.
homerooms-too-many = That would take more than 2,000 homerooms.
homerooms-add = Add a homeroom
homerooms-done-placed = Everybody is in a homeroom now.
homerooms-done-added = Added.

## The console of a guide

console-whole = The whole course
console-unanswered = Nobody unanswered
console-nobody-answered = Waiting for an answer
console-for-how-long = For how long
console-hours = { $count ->
    [0] All
    [24] For a day
    [48] For two days
   *[other] For four days
}
console-all-answered = Everybody has been answered.
console-question = Question in a comment
console-newcomer = New here
console-answering = { $name } is about to answer.
console-answer = Answer
console-let-go = Leave it to others
console-taken = Somebody else is about to answer this one.
console-note = Send a kind note
pulse-silent = Silent
pulse-silent-hint = Not here for a week
pulse-stuck = Stuck
pulse-stuck-hint = Here this week, but behind what was asked for two weeks ago
pulse-thriving = Thriving
pulse-thriving-hint = Up to date, has written, and was answered
pulse-steady = On their way
pulse-steady-hint = Everybody else
pulse-here = last here { $date }
pulse-never = never here yet
pulse-core = { $core } of { $asked } core items
pulse-posts = { $count ->
    [0] no post
    [one] { $number } post
   *[other] { $number } posts
}
pulse-comments = { $count ->
    [0] no comment
    [one] { $number } comment
   *[other] { $number } comments
}

## Calendars

calendar-page = Your dates
calendar-lede = Live sessions, weeks to catch up, what opens and what is due, and when your tribes meet. Subscribe once, and your own calendar keeps up when something moves.
calendar-none = You are not in a course or tribe yet. Once you are, its dates stand here.
calendar-ahead = What is ahead
calendar-nothing-ahead = Nothing is planned just now. The next dates of your courses and tribes will stand here.
calendar-more = { $count ->
    [one] And one more date. A calendar that you subscribe to has them all.
   *[other] And { $number } more dates. A calendar that you subscribe to has them all.
}
calendar-subscribe = In your own calendar
calendar-left = A course or tribe you are no longer in
calendar-all = All my dates
calendar-address = Address to subscribe to
calendar-made-on = Made on { $date }
calendar-open = Open in this device’s calendar
calendar-make = Make an address
calendar-make-again = Make a new address
calendar-end = End this address
calendar-how = How to subscribe
calendar-how-begin = Make an address above. Then:
calendar-how-device = On a phone, a tablet or a Mac: choose “Open in this device’s calendar”, or add a calendar by its address in the settings.
calendar-how-google = Google Calendar: on a computer, choose “Other calendars”, then “From URL”, and paste the address.
calendar-how-outlook = Outlook: choose “Add calendar”, then “Subscribe from web”, and paste the address.
calendar-how-thunderbird = Thunderbird: choose “New Calendar”, then “On the Network”, and paste the address.
calendar-how-slow = Subscribe rather than import: a file that is imported stays as it was. Calendars look for changes by themselves, some of them only once a day.
calendar-how-private = Whoever has the address can read these dates. If it got around, make a new one: the old one leads nowhere at once.
calendar-done-made = The address is ready. One you had before leads nowhere any more.
calendar-done-ended = Done. The address leads nowhere any more.
calendar-gone = This calendar address has ended
calendar-gone-text = A new one was made, or it was ended. Its owner finds the present one on the page with their calendar addresses.
calendar-opens = Opens: { $title } · { $course }
calendar-reviews = Reviews until: { $title } · { $course }
calendar-due = Due: { $title } · { $course }
calendar-live = Live session: { $title } · { $course }
calendar-first-day = First day: { $course }
calendar-last-day = Last day: { $course }
calendar-cancelled = Cancelled: { $what }

## Planned moments

field-moment-wrong = Enter a day and a time.
field-day-wrong = Enter a day.

## Tribes

tribes = Tribes
tribes-lede = Groups that members start for what they care about. Join one, or found your own.
tribes-all = All tribes
tribes-calls = For you
tribes-empty = There are no tribes yet. Found the first one.
tribes-none-found = No tribe matches “{ $words }”. Try another word.
tribes-search = Search tribes
tribes-see-all = See all tribes
nav-tribes-calls = Tribes ({ $number })

tribe-found = Found a tribe
tribe-found-lede = You will lead it to begin with, and you can hand it over whenever you like.
tribe-edit = Tribe settings
tribe-name = Name
tribe-tagline = In one line
tribe-tagline-hint = Shown in the list of tribes.
tribe-about = About
tribe-about-none = Nothing has been written about this tribe yet.
tribe-rules = Rules
tribe-rules-hint = What you expect of one another. Markdown works here, too.
tribe-door = Who can join
tribe-door-open = Open
tribe-door-open-hint = Any member can join straight away.
tribe-door-ask = By request
tribe-door-ask-hint = People ask, and whoever leads the tribe lets them in.
tribe-door-hidden = Hidden
tribe-door-hidden-hint = By invitation. Nobody else finds it or learns that it exists, not even the organisers.
tribe-hide-not-yours = Only whoever leads the tribe can hide it.
tribe-places = Places
tribe-places-hint = How many can join besides whoever leads it. Leave it empty for no limit.
tribe-places-wrong = Enter a whole number from 1 to 100,000, or leave it empty.
tribe-moved-on = Someone else changed these settings since you opened them. Nothing was overwritten: what you typed is below. Saving now puts it in place of theirs.
tribe-picture = Picture
tribe-picture-new = New picture
tribe-picture-alt = What it shows
tribe-picture-alt-hint = Read out to people who cannot see the picture. Leave it empty if it is only decoration.
tribe-picture-remove = Remove picture

tribe-members = { $count ->
    [one] One member
   *[other] { $number } members
}
tribe-leader = Leader
tribe-people = Members
tribe-people-of = Members of { $name }
tribe-since = since { $date }
tribe-closed = Closed
tribe-is-closed = This tribe is closed. Nobody can join it just now.
tribe-closed-hint = This tribe is closed: nothing new is begun, and everything stays readable.
tribe-inside-hint = What is discussed here is for members of the tribe.
tribe-sign-in = Members can join this tribe.

tribe-you-lead = You lead it
tribe-you-are-in = Joined
tribe-you-wait = On the waiting list
tribe-you-asked = Asked to join
tribe-you-are-invited = You are invited
tribe-call-lead = You have been asked to lead it
tribe-call-welcome = You are in
tribe-call-asking = { $count ->
    [one] One person asks to join
   *[other] { $number } people ask to join
}
tribe-call-lapsed = Its leader wants to hand over, and nobody has accepted
tribe-welcome = You are in. Welcome!

tribe-join = Join
tribe-ask = Ask to join
tribe-wait = Join the waiting list
tribe-full = All places are taken. When one becomes free, the next person on the waiting list gets it.
tribe-words = A few words to the leader
tribe-words-hint = Who you are, or why you would like to join. Only the leader reads it.
tribe-accept = Accept
tribe-decline = Decline
tribe-asked-text = You have asked to join. The leader will decide.
tribe-waiting-text = You are on the waiting list. You get the next free place when it is your turn.
tribe-take-back = Withdraw

tribe-asking = Requests to join
tribe-let-in = Let in
tribe-turn-away = Decline
tribe-invite = Invite people
tribe-invite-handle = Handle
tribe-invite-hint = The name with an @ on their page.
tribe-invite-send = Invite
tribe-invite-nobody = Nobody here has this handle. Check the spelling.
tribe-invite-already = This person is already in the tribe.
tribe-invite-take-back = Withdraw
tribe-invited = Invited
tribe-waiting = Waiting list
tribe-remove = Remove

tribe-leave = Leave
tribe-leave-of = Leave { $name }?
tribe-leave-text = You will no longer read what is discussed there. What you wrote stays.
tribe-leave-last = You are the only one here. If you leave, the tribe ends for good.
tribe-leave-and-end = Leave and end the tribe
tribe-leave-leader = You lead this tribe, so somebody has to take over first. Ask someone: as soon as they accept, they lead and you are free to go. Until then nothing changes.
tribe-successor = Who should lead next?
tribe-successor-choose = Choose a member
tribe-successor-hint = They have 14 days to accept.
tribe-offer = Ask to lead
tribe-offer-and-leave = Ask them, and leave once they accept
tribe-offer-and-stay = Ask them, and stay as a member
tribe-offer-stands = { $name } has been asked to lead this tribe.
tribe-offer-until = They can accept until { $date }.
tribe-offer-take-back = Withdraw the offer
tribe-offer-lapsed = Nobody accepted the offer to lead this tribe within 14 days. Ask somebody else.
tribe-offered = You are asked to lead
tribe-offered-text = { $name } asks you to lead this tribe. You would let people in, close and pin discussions, and change what the tribe says about itself.
tribe-offered-nobody = Nobody leads this tribe at the moment, and you have been asked to.
tribe-lead-yes = Yes, I will lead
tribe-lead-no = No, thank you
tribe-hand-over = Hand over

tribe-close-title = Closing and ending
tribe-close-hint = A closed tribe takes nobody in and begins nothing new; everything stays readable to its members, and you can open it again. A tribe that ends is gone for good.
tribe-close = Close the tribe
tribe-reopen = Open it again
tribe-end = End it for good
tribe-end-of = End { $name } for good?
tribe-end-text = Everyone is taken out of the tribe, and nobody can read what was discussed there. This cannot be undone.

tribe-done-founded = Your tribe is there. Begin a discussion, or invite people.
tribe-done-joined = You are in. Welcome!
tribe-done-asked = Your request has been sent.
tribe-done-waiting = All places are taken. You are on the waiting list.
tribe-done-closed-meanwhile = Nobody can join this tribe just now.
tribe-done-left = You have left the tribe.
tribe-done-declined = Done. You can change your mind later.
tribe-done-saved = Saved.
tribe-done-picture = The picture has been saved.
tribe-done-invited = The invitation is on its way.
tribe-done-let-in = They are in.
tribe-done-no-place = All places are taken. They are on the waiting list.
tribe-done-turned-away = Done.
tribe-done-removed = They are no longer in the tribe.
tribe-done-offered = They have been asked. Until they accept, nothing changes.
tribe-done-leads = You lead this tribe now. Thank you!
tribe-done-offer-gone = The offer no longer stands.
tribe-done-offer-declined = You have declined. Nothing changes.
tribe-done-offer-ended = The offer has been withdrawn.
tribe-done-closed = The tribe is closed.
tribe-done-reopened = The tribe is open again.
tribe-done-ended = The tribe has ended.

audit-tribe-edited = changed the settings of the tribe
audit-tribe-closed = closed the tribe
audit-tribe-reopened = opened the tribe again
audit-tribe-ended = ended the tribe

## Discussions

discussions = Discussions
discussions-empty = Nothing has been discussed yet. Ask a question, or share what is on your mind.
discussions-more = More discussions
discussions-latest = ← Latest discussions
discussions-older = Older discussions →
discussion-begin = Begin a discussion
discussion-edit = Edit the discussion
discussion-publish = Publish
discussion-moved-on = This discussion has been changed since you opened it, perhaps in another tab. Nothing has been overwritten: your text is below. If you save now, it replaces the other version.
discussion-left = You are no longer in this group. You still read what you wrote, but not the answers.
discussion-pin = Pin
discussion-unpin = Unpin
discussion-close = Close
discussion-reopen = Open again
discussion-delete = Delete this discussion?
discussion-delete-text = { $count ->
    [0] It cannot be brought back.
    [one] The answer to it goes, too. It cannot be brought back.
   *[other] The { $number } answers to it go, too. It cannot be brought back.
}
discussion-done-deleted = The discussion has been deleted.
label-pinned = Pinned
label-closed = Closed

## When a tribe meets

gatherings = Get-togethers
gatherings-none = Nothing is planned.
gathering-plan = Plan a get-together
gathering-edit = Change the get-together
gathering-title = What it is
gathering-starts = Begins
gathering-starts-hint = In the time zone { $zone }. Everyone sees it in their own.
gathering-starts-past = This time is in the past.
gathering-minutes = Length in minutes
gathering-minutes-wrong = Enter a whole number of minutes.
gathering-place = Place or link
gathering-place-hint = A room, an address, or the link to a call.
gathering-moved-on = Someone else changed this since you opened it. Nothing was overwritten: what you typed is below. Saving now puts it in place of theirs.
gathering-cancel = Cancel the get-together
gathering-cancel-hint = It stays in the list, marked as cancelled, so that nobody comes in vain.
gathering-cancelled = Cancelled
gathering-there = { $time } where it was planned
gathering-lasts = { $count ->
    [one] One minute
   *[other] { $number } minutes
}
gathering-link = Open the link
gathering-done-planned = The get-together is in the list.
gathering-done-cancelled = The get-together is cancelled.

## Assignments

assignments = Assignments
assignments-manage = Manage assignments
assignments-next = To hand in
assignments-all = All assignments
assignments-empty = Nothing has been asked for yet.
assignments-empty-manage = There are no assignments yet. One asks for a post on one’s own blog or a file, with or without a date, and with or without reviews by others.
assignment-new = New assignment
assignment-edit = Edit the assignment
assignment-look = Look at its page
assignment-text = What is to be done
assignment-module = Belongs to module
assignment-no-module = None
assignment-kind = What is handed in
assignment-kind-post = A post on one’s own blog
assignment-kind-file = A file
assignment-kind-either = A post or a file
assignment-opens = Opens
assignment-opens-hint = In { $zone }. Leave it empty to open it with its module, or by hand.
assignment-with-module = Opens with its module
assignment-due-at = Due
assignment-due-hint = In { $zone }. Leave it empty if there is no hurry. Late work is accepted and marked.
assignment-due-wrong = It is due after it opens.
assignment-choice = One of
assignment-choice-hint = Assignments with the same words here are a choice: one of them is enough.
assignment-reviews-asked = Reviews each one gives
assignment-reviews-hint = 0 for none. Guides and participants can still answer in the comments.
assignment-review-days = Days for one review
assignment-review-days-hint = After that, somebody else may get the piece. What was written can still be handed in.
assignment-closes = Reviews until
assignment-closes-hint = Leave it empty to review until the course ends. Whoever asked and found nothing need not give what is missing.
assignment-closes-wrong = Reviews end after the work is due.
assignment-questions = What a review answers
assignment-questions-hint = One question on each line. Choices come after strokes, as in: Does it name its sources? | not yet | partly | yes. Leave it empty for three questions that fit nearly everywhere.
assignment-number-wrong = Enter a whole number.
assignment-too-many = A course has at most 200 assignments.
assignment-done-opened = The assignment is open, and those who follow the course are told.

assignment-due = Due { $time }
assignment-any-time = At any time
assignment-needed = needed to finish
assignment-optional = if you like
assignment-one-of = one of: { $name }
assignment-extended = more time for you
assignment-reviews = { $count ->
    [one] you review one piece
   *[other] you review { $number } pieces
}
assignment-open = Not handed in yet
assignment-overdue = Not handed in
assignment-overdue-text = The date has passed. You can still hand it in: it is accepted and marked as late.
assignment-in = Handed in
assignment-late = Handed in late
assignment-chosen-elsewhere = Not needed: you chose another one
assignment-handed-in = { $count ->
    [0] Nothing handed in yet
    [one] One piece handed in
   *[other] { $number } pieces handed in
}
assignment-waiting = { $count ->
    [one] one with fewer than two reviews
   *[other] { $number } with fewer than two reviews
}
assignment-reviewed = { $count ->
    [0] no review
    [one] one review
   *[other] { $number } reviews
}
assignment-yours = Your work
assignment-in-at = Handed in { $time }
assignment-with-help = Written with the help of
assignment-withdraw = Take it back
assignment-instead = Hand in something else instead
assignment-hand-in = Hand in
assignment-no-posts = You have no published post yet. Write one for this assignment: it is handed in when you publish it.
assignment-choose-post = One of your posts
assignment-help = Written with the help of
assignment-help-hint = A colleague, a translator, a program: say so if you like.
assignment-hand-in-post = Hand in this post
assignment-write = Write a post for it
assignment-file = File
assignment-file-hint = Up to { $megabytes } MB. Only you, those who review it and those who look after the course can open it.
assignment-hand-in-file = Hand in this file
assignment-post-gone = The post that was handed in is no longer there.
assignment-closed = Nothing can be handed in here at the moment.
assignment-wrong-kind = This assignment asks for something else.
assignment-not-theirs = Choose a post of your own that is published.
assignment-unreadable = Nobody who looks after the course can read this post. Change who may read it first.
assignment-not-in = You are not in the course any more.
assignment-meanwhile = You handed in something else after you began to write this. That still counts.
assignment-done-in = Handed in.
assignment-done-withdrawn = You have taken it back.
assignment-work = What was handed in
assignment-nothing-in = Nothing has been handed in yet.
assignment-missing = Not handed in
assignment-missing-more = Others have handed nothing in, either.
file-too-large = This file is too large.
write-for-assignment = You are writing for the assignment “{ $name }”. It is handed in when you publish it.
post-kept-back = Your post has been published, but it was not handed in.
post-kept-back-go = Go to the assignment

extension = More time for somebody
extension-text = Days are counted from the date that holds for everybody, in { $zone }. They are told.
extension-who = Handle
extension-days = Days more
extension-give = Give more time
extension-done = They have more time now.
extension-until = has time until { $time }
extension-no-day = This assignment has no date.
course-invite-unknown-one = Nobody who takes part has this handle.

## Reviews of what was handed in

review = Review
reviews = Reviews
reviews-received = What others say
reviews-none-yet = Nobody has reviewed it yet. You need not wait for it.
reviews-none-here = Nobody has reviewed this piece yet.
reviews-given = Reviewing others
review-progress = { $given } of { $asked } reviews given
review-granted = { $count ->
    [one] One of them counts as given, because there was nothing left to review.
   *[other] { $number } of them count as given, because there was nothing left to review.
}
review-draw = Get something to review
review-go-on = Go on with your review
review-enough = You have given enough. Another review is welcome.
review-waits = There was nothing to review. You will be told as soon as there is, and it will not be held against you.
review-nothing = There is nothing for you to review right now. You will be told as soon as there is, and it will not be held against you.
review-over = No more reviews are given here.
review-of = Review: { $name }
review-by = Review by { $name }
review-piece = What you review
review-words = In your own words
review-usual-passage = Quote a passage that stayed with you, and say why.
review-usual-question = What would you like to ask its writer?
review-usual-next = What could they try next?
review-where = Who reads it
review-private = Its writer and those who look after the course
review-as-comment = Everybody who can read the post: it stands there as your comment
review-private-only = Its writer and those who look after the course read it.
review-hand-in = Hand in the review
review-keep = Keep it for later
review-back-text = Not for you, or somebody you would rather not review?
review-back = Give it back
review-until = Yours until { $time }
review-under-way = Under way
review-lapsed = Time is up; you can still hand it in
review-lapsed-text = Time is up, so somebody else may get this piece. You can still hand in what you write: it counts all the same.
review-extra = extra
review-extra-text = This piece has been reviewed already. Yours is welcome and counts like any other.
review-handed-in = Handed in
review-late = Handed in late
review-public = as a comment
review-unreadable = No longer readable
review-unreadable-text = Its writer has taken this piece back, or changed who may read it. Give it back and get another one.
review-no-comments = Nobody can comment on this post any more. Hand in the review for its writer alone, or keep it.
review-empty = Answer the questions first.
review-unanswered = This question has no answer yet.
review-done = Thank you. Your review has been handed in.
review-done-kept = Kept. You can go on whenever you like.
review-done-back = Given back.
review-done-answered = Thank you. They will read it.
review-helped = How much did it help you?
review-helped-much = A good deal
review-helped-some = Somewhat
review-helped-little = Hardly
review-answer-to = Answer { $name }
review-answer = Send
review-you-said = You said it helped:
review-they-said = It helped:
review-author-said = { $name } says it helped:
review-yours = Your review
review-step-in = Review it yourself
opens-new-tab = (opens in a new tab)

# The name in a course
course-name = Your name in this course
course-name-text = You can be called otherwise in this course than everywhere else, where you are { $name }.
course-name-field = Name in this course
course-name-hint = Shown in the lists, discussions, modules, homerooms and assignments of this course. It leads to your page, so it is no pseudonym: your blog, your comments there and e-mails keep your usual name. Leave it empty to be called as everywhere.
course-name-like = This could be taken for somebody who leads here. Choose another name.
course-done-named = Your name in this course has been saved.

# First steps
steps = First steps
steps-lede = Five small things, in any order. Leave whenever you like and come back: what you did counts wherever you did it.
steps-whole = All done. You have arrived.
steps-card = Say hello, find colleagues, settle in: a few minutes each.
steps-done = { $done } of { $all } done
steps-is-done = Done
steps-hello = Say hello
steps-hello-text = The easiest way is to answer somebody. A sentence will do.
steps-hello-none = Nothing waits for an answer yet. You could write the first post.
steps-hello-done = You have said something here. That was the hardest part.
steps-no-answer = No answer yet
steps-picture = Add a picture
steps-picture-text = People find you again by it. It need not be of your face.
steps-picture-done = This is how others see you.
steps-picture-choose = Choose a picture
steps-picture-change = Change it
steps-colleagues = Find colleagues
steps-colleagues-text = Say what you do and where, as far as you wish, to whom you wish.
steps-colleagues-hidden = You say where you work. If you wish to be found there, you find the colleagues who wish to be found, too.
steps-colleagues-found =
    { $count ->
        [0] You can be found by your workplace. Nobody else there can yet.
        [one] One colleague of yours wishes to be found, too.
       *[other] { $number } colleagues of yours wish to be found, too.
    }
steps-colleagues-see = See colleagues
steps-colleagues-say = Say who you are
steps-tribe = Join a tribe
steps-tribe-text = A tribe is a small group around something its members care about.
steps-tribe-done = You are in:
steps-tribe-see = See the tribes
steps-hours = Choose your hours and language
steps-hours-text = You are told once a day at seven, and at once when somebody means you. Choose other hours, or save these.
steps-hours-done = You have chosen when you are written to.
steps-hours-choose = Choose hours
steps-language-choose = Language and time zone
steps-put-away = Put away
steps-put-away-hint = You can put this list away. Nothing you did is undone, and it stays at this address.
steps-away-text = You have put this list away: the front page does not show it any more.
steps-bring-back = Show it there again

## Files and links of modules

size-kilobytes = { $number } KB
size-megabytes = { $number } MB
item-watch-at = Watch at { $host }
item-watch-at-text = It plays there. Nothing is loaded from there before.
item-add-file = Add it and attach a file
item-save-file = Save and see to its file
file = File
file-attach = Attach a file
file-none = No file yet. It can stand in place of an address, or beside it.
file-other = File
file-as-well = As a file
file-download = Download
file-choose = Choose a file
file-instead = Another file in its place
file-hint = A document, a recording or a video, up to { $megabytes } MB. Videos as MP4 or WebM play on the page. Only those who may read the module can open it.
file-upload = Upload
file-would-play = Browsers do not play videos of this kind: people can only download it. As MP4 (H.264) or WebM it plays on the page.
file-done-attached = The file is there.
file-done-removed = The file is no longer there.
captions = Captions
captions-none = No captions yet. Whoever cannot hear, or is not alone, reads them; a transcript is made of them.
captions-file = Captions as a file
captions-hint = WebVTT or SubRip, in UTF-8. Those there are in this language are replaced.
captions-add = Add captions
captions-done-added = The captions are there, and the transcript.
captions-done-removed = These captions are no longer there.
captions-wrong = Nothing of it was taken.
captions-wrong-text = Nothing of it was taken. Mend it in the program that made it, or in a text editor, and choose it once more.
captions-too-long = These captions are longer than a megabyte.
captions-too-many = There are captions in 30 languages already.
captions-no-recording = Captions need a video or a recording of sound.
captions-not-utf8 = Line { $line } is not in UTF-8. Save the captions as UTF-8, without another encoding such as Latin-1.
captions-unknown = Line { $line }: this is neither WebVTT nor SubRip. WebVTT begins with the word WEBVTT.
captions-times = Line { $line }: these times cannot be read. They look like this: 00:01:02.500 --> 00:01:04.000
captions-backwards = Line { $line }: this ends before it begins.
captions-no-times = Line { $line }: these words have no times. Perhaps there is an empty line too many before them.
captions-empty = Line { $line }: the file ends, and nothing has been said.
transcript = Transcript
links-checked = Links
links-dead-text = { $count ->
    [one] Nothing has been at this address for a week. Participants see so, with a link to an archive. Replace it, or say that it works.
   *[other] Nothing has been at these { $number } addresses for a week. Participants see so, with links to an archive. Replace them, or say that they work.
}
links-unsure = { $count ->
    [one] One link could not be checked
   *[other] { $number } links could not be checked
}
links-unsure-text = Some servers answer people and no programs. Participants see nothing of this.
link-dead = No longer there
link-archive = Look for it in the Web Archive
link-replace = Replace
link-works = It works
link-done-works = The link counts as working, and is not checked for three months.
link-gone = nothing is there ({ $status })
link-no-host = there is no host of this name
link-sign-in = leads to a page to sign in
link-front = leads to the front page
link-not-public = is no public address
link-round = leads on and on
link-silent = did not answer
link-answered = answered { $status }

## Wrap-ups

wrap-up = Wrap-up
wrap-up-write = Write the wrap-up
wrap-up-lede = Tick what you want to quote. A draft begins with it, each piece with its writer’s name and a link; they are told when you publish it.
wrap-up-draft-there = You have begun one.
wrap-up-go-on = Go on writing
wrap-up-there = This week has one:
wrap-up-no-posts = Nobody has written a post for this week that everybody may read.
wrap-up-lively = Liveliest conversations
wrap-up-no-talk = Nothing was said in the course’s conversations this week.
wrap-up-said = { $count ->
    [one] One comment this week
   *[other] { $number } comments this week
}
wrap-up-begin = Begin the draft
wrap-up-title = Wrap-up: { $title }
wrap-up-by = { $person } in { $place }

## Inviting to a course by e-mail
invitations-mail = Invite by e-mail
invitations-mail-text = Everyone you invite gets an e-mail with a link of their own, also people who have no account yet: the link lets them in and leads on to the course. It can be accepted once, within 14 days.
invitation-addresses = E-mail addresses
invitation-addresses-hint = Up to 500 at a time, however they are separated. Names beside them do no harm: paste them from your mail program or a table.
invitation-send = Send invitations
invitation-none-good = There is no e-mail address in this.
invitation-broken = These are no e-mail addresses. Correct them below and send them, or leave them out:
invitation-more-broken = { $count ->
    [one] and one more
   *[other] and { $number } more
}
invitation-too-many = That is more than 500. Send them in batches.
invitation-too-many-today = That is more than you can send in one day. Nobody was invited: take fewer, or go on tomorrow.
invitation-too-soon = It was sent less than a day ago. You can send it again tomorrow.
invitation-not-open = Open the course first: until then nobody else sees it.
invitation-done = { $count ->
    [0] Nobody was invited.
    [one] One person is invited.
   *[other] { $number } people are invited.
}
invitation-settled = { $count ->
    [one] One person was invited less than a day ago or has accepted, and gets nothing now.
   *[other] { $number } people were invited less than a day ago or have accepted, and get nothing now.
}
invitations-list = Invited by e-mail
invitations-tally = { $accepted } of { $invited } accepted
invitation-open = Invited
invitation-until = until { $date }
invitation-accepted = Accepted
invitation-waits = Waiting for a place
invitation-state-declined = Declined
invitation-undelivered = Not delivered
invitation-unwritten = Not e-mailed: no such e-mails are wanted there
invitation-is-in = Takes part already, and was not e-mailed
invitations-more = More invitations
invitations-earlier = Earlier
invitations-newest = Latest
audit-course-invited = invited people by e-mail to
audit-course-begun = began the course
audit-course-opened = opened the course
audit-course-closed = closed the course
audit-course-reopened = opened the course again

## What an invitation to a course leads to
invitation = Invitation
invitation-from = { $name } invites you to take part in this course.
invitation-from-nobody = You are invited to take part in this course.
invitation-other = This invitation was sent to { $address }, and you are signed in as { $name }. It can be accepted once, by one account.
invitation-accept-as = Take part as { $name }
invitation-join-text = To take part you need an account at { $community }. Once you have one, you come back here.
invitation-sign-in = I have an account
invitation-in = You are in this course.
invitation-declined = Thank you for letting us know. If you change your mind, the link is good until { $date }.
invitation-never-text = No more invitations to courses at { $community } will be written to your address, whoever invites you. If you have an account, your other e-mails stay as you have set them.
invitation-never-button = Send me no more invitations
invitation-refused = No more invitations will be written to your address. If you change your mind about this one, the link is good until { $date }.
invitation-gone = This invitation is no longer valid
invitation-gone-text = It has been used or revoked, or it has expired. Whoever sent it can send you another.
letter-course-invite-subject = { $name } invites you to “{ $title }”
letter-course-invite = { $name } invites you to take part in the course “{ $title }”.
letter-course-invite-where = It takes place at { $community }, { $days }. To accept, follow this link:
letter-course-invite-after = The link is good until { $date } and can be accepted once. If you do not want to take part, ignore this e-mail.
letter-course-invite-never = If you want no more invitations of this kind, say so here:

## The map of a course
map = Map
map-people = { $count ->
    [one] One person of this course says where they are.
   *[other] { $number } people of this course say where they are.
}
map-shown = You see those who show it to you, never more exactly than their town.
map-whole = The whole map
map-empty = Nobody shows you yet where they are.
map-not-on-it = You are not on the map yet.
map-say = Say where you are
map-somewhere = Somewhere in the country
map-elsewhere = Elsewhere
map-elsewhere-text = Places that are not known here, or of which there are several.
map-names = { $count ->
    [one] Show who it is
   *[other] Show all { $number }
}
map-more = { $count ->
    [one] and one more
   *[other] and { $number } more
}
map-sources = Drawn here, from data by


## The stream

stream = The stream
stream-of = The stream: { $name }
stream-lede = What happened, the latest first, as far as you can read it.
stream-lede-public = What happened in public, the latest first.
stream-lede-group = What happened here, the latest first, as far as you can read it.
stream-lede-person = What { $name } wrote and said, the latest first, as far as you can read it.
stream-whose = By whom
stream-anyone = By everybody
stream-followed = By people I follow
stream-kinds = What happened
stream-everything = Everything
stream-posts = Posts
stream-comments = Comments
stream-modules = Modules
stream-people = People
stream-where = Where
stream-everywhere = Everywhere
stream-by = By the person with this @name
stream-by-example = @name
stream-filter = Filter
stream-unfilter = Show everything
stream-nobody = Nobody here has this @name.
stream-nothing-near = Nothing of this kind happened lately.
stream-further-back = Look further back
stream-blocked = You have blocked this person, so nothing of theirs is shown here.
stream-empty = Nothing has happened yet. Once somebody writes something, it appears here.
stream-empty-followed = Nothing yet by the people you follow. There is a “Follow” button on everybody’s page.
stream-empty-filtered = Nothing of this kind has happened yet.
stream-paging = More of the stream
stream-older = Older →
stream-newest = ← Latest
stream-more-people = { $count ->
    [one] and one more
   *[other] and { $number } more
}
stream-is-post = Post
stream-is-wrap-up = Wrap-up
stream-is-comments = { $count ->
    [one] Comment
   *[other] { $number } comments
}
stream-is-discussion = Discussion
stream-is-module = Module
stream-is-assignment = To hand in
stream-is-announcement = Announcement
stream-is-gathering = Get-together
stream-is-arrivals = { $count ->
    [one] Joined
   *[other] { $number } people joined
}

## Files of tribes

stream-is-file = File
tribe-files = Files
tribe-files-lede = What those in this tribe put here for one another. Only they can open it.
tribe-files-none = There are no files yet. Put something here that others can use: a handout, a picture, a recording.
tribe-files-count = { $count ->
    [one] One file
   *[other] { $number } files
}
tribe-files-taken = { $used } of { $all } taken
tribe-files-latest = ← Latest files
tribe-files-older = Older files →
tribe-files-full = There is not enough room for this file. Take away what nobody needs any more, or choose a smaller one.
tribe-files-too-many = There are too many files here. Take away what nobody needs any more.
tribe-file = File
tribe-file-hint = Up to { $size }.
tribe-file-title = What it is called
tribe-file-title-hint = If you leave this empty, it is called by the name of the file.
tribe-file-words = What it is, in a few words
tribe-file-put = Put a file here
tribe-file-again = Choose the file once more.
tribe-file-edit = Change a file
tribe-file-instead = A new version
tribe-file-instead-hint = It takes the place of the present one. Links to the file go on leading to it.
tribe-file-version = version { $number }
tribe-file-remove = Take the file away
tribe-file-remove-hint = It goes for everybody, and cannot be brought back.
tribe-file-gone = This is no longer there, or you may no longer put anything here.
tribe-file-done-put = The file is there.
tribe-file-done-replaced = The new version is there.
tribe-file-done-saved = Saved.
tribe-file-done-removed = The file is no longer there.
