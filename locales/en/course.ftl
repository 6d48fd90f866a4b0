### Courses and tribes

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
field-moment-wrong = Enter a date and a time, such as 2026-09-07T18:00.
