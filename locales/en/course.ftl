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
course-places-wrong = Write a number, such as 35, or leave it empty.
course-audience = Who may read the modules
course-for-participants = Those who take part
course-audience-hint = Once a module has opened. Before that, only those who lead the course see it.
course-titles-ahead = Show the titles of modules before they open
course-ends-wrong = The last day comes after the first, and within five years.
course-sure = Yes, these days are meant
course-sure-text = The last day has passed: nobody will be able to join. Is that what you mean?
course-moved-on = Somebody else changed the course meanwhile. Save once more to keep what stands here.
course-prepared-text = Only those who lead the course see it so far.
course-open = Open the course
course-close = Close the course
course-close-text = Nobody can join any more and nothing more is expected. Everything stays readable, and you can open it again.
course-closed-text = The course is closed.
course-reopen = Open it again
course-done-begun = The course has begun to exist. Only you see it so far.
course-done-saved = Saved.
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
course-part-of = What { $name } is in this course
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
homeroom-yours = Your homeroom
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
module-live-join = Join the session
module-recording = Recording
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
module-weeks-wrong = Write a number from 1 to 52.
module-week = Week { $number }
module-in-zone = In { $zone }.
module-too-many = A course has at most 200 modules.
module-too-many-items = A module has at most 100 items.
module-minutes-wrong = Write a number of minutes, up to a day.
module-opens = Opens
module-opens-hint = In { $zone }. Leave it empty to open it by hand. What has opened stays open.
module-ends = Last day
module-ends-wrong = The last day is not before the module opens.
module-introduction = Introduction
module-prompt = What to write about
module-prompt-hint = The question that participants answer on their own blogs.
module-live-begins = Live session begins
module-live-minutes = Minutes
module-live-link = Link to the session
module-is-catch-up = A catch-up week: nothing new
module-words = The module
module-items = To read, view, explore and do
module-no-items = Nothing yet.
module-open = Open it now
module-delete = Delete it
module-done-added = Added.
module-done-opened = The module is open, and those who follow the course are told.
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
course-copy-text = Copies what the course says and its modules, with every date moved by whole days. People and what they wrote stay in this one.
course-copy-address-hint = If you leave it empty, the title and the year make one.
course-copy-starts-hint = Whole weeks later keep the days of the week.
course-copy-button = Copy

## Homerooms

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
homeroom-take-guide = No longer guide
homeroom-staff-first = Make somebody a guide of the course first.
homeroom-move = Homeroom of { $name }
homeroom-move-button = Move
homeroom-none = In no homeroom
homerooms-none = There are no homerooms yet.
homerooms-place = Sharing people out
homerooms-unplaced = { $count ->
    [0] Everybody who takes part is in a homeroom.
    [one] { $number } participant is in no homeroom.
   *[other] { $number } participants are in no homeroom.
}
homerooms-size = At most so many in each
homerooms-size-hint = They differ by one at most: 37 people with at most 35 make 19 and 18.
homerooms-size-wrong = Write a number from 2 to 500.
homerooms-by = Who comes together
homerooms-by-chance = Whoever chance brings together
homerooms-by-zone = People whose days are at the same time
homerooms-by-language = People who read in the same language
homerooms-place-button = Share out
homerooms-place-hint = Each comes into the smallest. Nobody who is in one is moved.
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

## Planned moments

field-moment-wrong = Write a day and a time.
field-day-wrong = Write a day.
