# What people write, and the conversations under it.

## Conversations
thoughts =
    { $count ->
        [one] One thought on “{ $title }”
       *[other] { $number } thoughts on “{ $title }”
    }
no-thoughts = No thoughts yet
news-since =
    { $count ->
        [one] One new answer since { $date }
       *[other] { $number } new answers since { $date }
    }
be-the-first = Nobody has replied to { $name } yet. Yours would be the first thought here.
nobody-yet-own = Nobody has answered yet. Send the address of this post to somebody whose thoughts you would like to read.
views = Order of the conversation
view-threads = Threads
view-flat = By date
view-newest = Newest
new-since =
    { $count ->
        [one] One new comment since your last visit
       *[other] { $number } new comments since your last visit
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
conversation-closed = This conversation is closed. You can still read it.
conversation-closed-empty = Comments are closed.
members-only-here = Only members can comment here.
label-post-author = Post author
label-instructor = Instructor
label-guide = Guide
label-organiser = Organiser
label-guest = Guest
label-new = New
pingback = Pingback
trackback = Trackback
webmention = Webmention
edited = edited
reply = Reply
to-person = to { $name }
entry-of-blocked = From somebody you have blocked
of-person = the comment by { $name }
edit = Edit
delete = Delete
your-comment = your comment
approve = Approve
hide = Hide
unhide = Show again
answered-gone = a deleted comment
in-reply-to = in reply to
parent-lost = This replies to a comment that no longer exists.
entry-deleted = This comment was deleted by its author.
entry-hidden = This comment was hidden.
comment-gone = This comment is gone
it-stood-under = It stood under
entry-hidden-by-you = Hidden – only moderators can see this.
name-like = This name could be taken for that of { $name } ({ $role }).
trusted-community = the community
entry-waiting = Awaiting approval – only the author and moderators can see this.
leave-a-reply = Leave a reply
reply-to = Reply to { $name }
cancel = Cancel
as-person = Commenting as
field-comment = Comment
comment-hint = You can use Markdown: *emphasis*, **strong**, [a link](https://example.org), > quoted. Line breaks are kept.
never-shown = Not shown on the site. Only the organisers can see it.
optional = (optional)
post-comment = Post comment
or-sign-in = Are you a member?
edit-comment = Edit your comment
comment-moved-on = This comment was changed since you opened it, perhaps in another tab. Nothing was overwritten: your text is below. Saving now puts it in place of the other version.
save = Save
delete-comment = Delete your comment?
delete-comment-text = If someone has replied to it, its place stays, without your words. This cannot be undone.
comment-out-of-reach = The post it stands under is no longer open to you.
comment-empty = Your comment is empty.
comment-too-long = This is longer than 100,000 characters. It would make a good post of its own.
slow-mode = Slow mode: everybody can write here once in { $every }.
slow-mode-not-you = Slow mode is on: others can write here once in { $every }. It does not apply to you.
slow-mode-next = You can send again at { $time }.
slow-off = Off
slow-minutes = { $count ->
    [one] 1 minute
   *[other] { $number } minutes
}
slow-hours = { $count ->
    [one] 1 hour
   *[other] { $number } hours
}
slow-label = Slow mode: everybody can write once in
slow-hint = When a conversation runs hot. It does not apply to you, to organisers, instructors and guides.
order-here = Order in this conversation
conversation-close = Close the conversation
conversation-reopen = Open it again
conversation-closes = If nobody writes until then, this conversation closes on { $date }.
conversation-silenced = { $count ->
    [one] It closed by itself because nobody had written for a day.
   *[other] It closed by itself because nobody had written for { $number } days.
}
reply-too-soon = Slow mode is on here, and you wrote a short while ago. Your text is still here: send it when it is your turn again; the form says when.
reply-guest-blocked = As a guest you cannot comment here for now: an organiser has stopped that for a time, for your address or for the network you come from. Your text is still here. With an account you can comment: sign in.
reply-closed = The conversation was closed while you were writing. Your text is still here: copy it if you want to keep it.
reply-parent-gone = The comment you were replying to has been deleted. Your text is still here; if you send it now, it stands on its own.
reply-members-only = Only members can comment in this community. Your text is still here: sign in and send it again.
reply-signed-out = You are no longer signed in. Your text is still here: sign in and send it again, or send it as a guest.
reply-as-another = Someone else is signed in here now. Your text is still here; if you send it again, it goes out in their name.
just-hidden = The comment by { $name } is hidden.
just-approved = The comment by { $name } has been approved.
just-unhidden = The comment by { $name } is shown again.
just-deleted = Your comment has been deleted.
hidden-already = This comment was hidden already.
hidden-already-by = { $name } had already hidden this comment ({ $time }).
approved-already = This comment was approved already.
approved-already-by = { $name } had already approved this comment ({ $time }).
mark = Select
approve-marked = Approve selected
many-approved =
    { $count ->
        [0] Nothing that was selected was still waiting.
        [one] One comment has been approved.
       *[other] { $number } comments have been approved.
    }
many-hidden =
    { $count ->
        [0] Nothing that was selected was still waiting.
        [one] One comment is hidden.
       *[other] { $number } comments are hidden.
    }
many-awaited =
    { $count ->
        [0] Nothing was taken back: what had been approved has been answered or decided since.
        [one] One comment is waiting again.
       *[other] { $number } comments are waiting again.
    }
many-shown =
    { $count ->
        [0] Nothing was taken back: somebody has decided since.
        [one] One comment is back where it was.
       *[other] { $number } comments are back where they were.
    }
many-decided-already =
    { $count ->
        [one] Somebody else had already decided about one.
       *[other] Somebody else had already decided about { $number }.
    }
held-for-words = It has a word from your list of words to look at first.
held-for-trap = It came sooner than people type, or a field that nobody sees was filled in: perhaps a program sent it.
held-for-links = It has more links than a guest may post unseen.
look-at-it = Look at it

## Posts
edit-this-post = Edit this post
neighbours = Other posts in this blog
earlier = Earlier
later = Later
tags = Tags
audience-public = Everyone
audience-community = Members only
audience-me = Only me
audience-circle = { $name }
audience-staff = Guides and instructors of “{ $name }”
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
home-empty = No posts yet. The first one will appear here.
welcome-in = You are in, and your blog is ready.
welcome-answer = Answer somebody
welcome-blog = Visit your blog
welcome-profile = Add a picture
write-first-post = Write your first post
liveliest = Liveliest conversations
arrivals = New members
here-since = joined { $date }

## Blogs
blog = Blog
written-by = Written by
archive = Archive
all-of-year = All of { $year }
pages-of-blog = Pages
only-you-see = Visible only to you
drafts-count =
    { $count ->
        [one] One draft
       *[other] { $number } drafts
    }
blog-empty = No posts yet. The first one will appear here.
blog-empty-of = { $name } has not published anything here yet.
own-blog-empty = You have not published anything yet. A few sentences are enough for a first post.
comments-out-of-reach = Your comments under posts that are closed to you
comments-out-of-reach-text = Fewer people can read these posts now than when you commented. Your words are still yours to delete.
other-times = Other dates
posts-with-tag = Tagged “{ $name }”
posts-in-category = In the category “{ $name }”

## Writing
write-post = Write a post
edit-post = Edit your post
field-title = Title
field-text = Text
text-hint = Markdown: *emphasis*, **strong**, # heading, - list, > quotation
text-hint-html = HTML; a blank line starts a new paragraph
write-go-on = Go on with a draft:
draft-untitled = Untitled
publish = Publish
keep-as-draft = Save draft
preview = Preview
to-the-post = View post
draft-kept-at = Draft, saved { $when }
field-address = Address
address-hint = The last part of the address. If you leave it empty, it is made from the title.
address-stays = It cannot be changed after publishing, so that links keep working.
who-may-read = Who can read it
conversation = Conversation
open-for-comments = Open for comments
tags-hint = Separate them with commas.
too-many-tags = That is more than twenty. Choose the ones that matter.
post-empty = There is nothing here yet: write a title or some text.
post-too-long = This is longer than 500,000 characters. Please split it into two posts.
post-moved-on = This post has been changed since you opened it, perhaps in another tab. Nothing has been overwritten: your text is below. If you save now, it replaces the other version.
post-sent-before = This form was sent before, and a post came of it. Your text is still below. Sent once more, it becomes a second post.
post-edit-first = Edit the first post instead
post-signed-out = You are no longer signed in. Nothing is lost: sign in in another window, come back to this one, and press the button again.
post-as-another = Somebody else is signed in here now. Your text is still below; sent once more, it is posted in their name.
post-other-version = The other version
drafts = Drafts
delete-post = Delete this post?
delete-post-text = This cannot be undone.
post-deleted = The post has been deleted.
delete-post-with =
    { $count ->
        [one] The comment on it will be deleted too. This cannot be undone.
       *[other] All { $number } comments on it will be deleted too. This cannot be undone.
    }

## Deciding about comments
waiting-for-you = To review
waiting-first = Guests’ first comments. Once you approve one, the next by the same person appears straight away.
waiting-always = In this community, every guest comment needs approval.
waiting-comments = Comments awaiting approval
waiting-beyond =
    { $count ->
        [one] And one more after these.
       *[other] And { $number } more after these.
    }
nothing-waits = Nothing to review. When a guest comments for the first time, you will find it here.
hidden-lately = Recently hidden

## Hidden posts, hidden guests
hide-post = Hide this post
hide-post-why = Why
hide-post-hint = Its author can read this. Everyone else is told that the post was hidden.
post-was-deleted = This post was deleted
post-was-deleted-text = The comments under it were deleted too. It will not come back.
post-hidden = This post was hidden
post-hidden-text = Somebody who runs this community hid it. It may come back.
post-hidden-author = An organiser hid this post. You and the organisers can read it, and talk about it below; nobody else can.
post-hidden-organiser = This post is hidden. Only its author and organisers see this page.
hidden-posts = Hidden posts
hidden-on = hidden { $date }
hide-guest = Hide everything by this guest
done-guest-hidden =
    { $count ->
        [0] Everything was hidden already.
        [one] One comment of this guest is hidden.
       *[other] { $number } comments of this guest are hidden.
    }
done-guest-shown =
    { $count ->
        [0] Nothing was hidden.
        [one] One comment is where it was before.
       *[other] { $number } comments are where they were before.
    }

## New at home
new-for-you = New for you
news-answers =
    { $count ->
        [one] One new answer
       *[other] { $number } new answers
    }
left-off = Where you left off
left-off-at = At the comment by { $name }
news-conversations =
    { $count ->
        [one] in one conversation
       *[other] in { $number } conversations
    }

guest-told = Tell me by e-mail when this appears and when somebody answers
guest-told-hint = You get one e-mail first, once your comment has appeared, and confirm in it that the address is yours. Every e-mail has a link that stops them.
error-too-many-told = Many people in your network have just asked for e-mails. Please untick the box, or try again in an hour.

## A question with answers to choose from
question = A question with answers to choose from
question-hint = It stands under your text. Whoever comments can answer with it; members can also answer without a comment.
question-text = Question
question-answers = Answers
question-option = Answer { $n }
question-more-rows = More rows
question-how-many = How people answer
question-one = They choose one answer
question-several-long = They choose as many as apply
question-open = They may also answer in their own words
question-results = When the results are shown
question-results-open = From the beginning
question-results-answered = To each person once they have answered
question-results-end = To everybody at the end
question-results-hint = Hidden results are hidden from everybody, you included.
question-ends = Answers until
question-ends-hint = Leave this empty if the question stays open. The time is in { $zone }.
question-fewest = Do not show numbers below
question-fewest-hint = Answers that fewer people gave are then not shown one by one, so that nobody can be recognised. Leave this empty to show every number.
question-fewest-wrong = Write a number from 0 to 50, or leave this empty.
question-needs-text = Write the question that these answers belong to.
question-needs-answers = Write at least two answers to choose from.
question-answers-alike = Two of these answers are the same.
question-needs-end = Say until when people answer, so that the results can be shown then.
question-ends-past = This moment is already over.
question-option-answered = People have chosen an answer that you took out. It can be worded differently, but it has to stay.
question-kind-answered = People have already answered, some perhaps with several answers, so more than one has to stay possible.
question-promise = People answered when less was going to be shown. The results can be shown later than promised, but not sooner or in more detail.
question-keeps = People have answered this question, so it has to stay. You can end it instead: say until when answers come.
question-several = Choose as many as apply
question-until = Answers until { $when }
question-ended = Ended { $when }
question-was = Until { $when }: “{ $was }”
question-people =
    { $count ->
        [one] One person has answered
       *[other] { $number } people have answered
    }
question-nobody-yet = Nobody has answered yet
question-too-few = Fewer than { $fewest } people have answered. With so few, nothing more is shown.
question-of-people = { $people } of { $all }
question-percent = { $n } %
question-answer-column = Answer
question-people-column = People
question-share-column = Share
question-comments-column = Comments
question-read = Read
question-withheld = not shown
question-words = Other: “{ $words }”
question-others = Other answers
question-own-words = in their own words
question-over-hundred = People could choose several answers, so the shares may add up to more than 100 %.
question-withholds = Numbers are left out where only a few people gave an answer, and where such a number could be worked out from the others.
question-hidden-until-answered = You see the results once you have answered. That goes for everybody, the author included.
question-hidden-until = The results are shown to everybody on { $when }. Until then nobody sees them, not even the author.
question-you-answered = Your answer:
question-counts-later = It counts once your comment has been approved.
question-withdraw = Withdraw
question-change = Change your answer
question-answer = Answer the question
question-your-answer = Your answer
question-send = Send answer
question-never-named = Without a comment your answer is only counted; nobody is told that it is yours.
question-stands-at-comment = Your answer stands beside your comment, with your name.
question-answer-with-comment = Answer with a comment
question-with-comment = Your answer then stands beside your comment.
question-with-comment-again = You have answered already. If you choose an answer here, it replaces the earlier one and stands beside this comment.
question-no-answer = No answer
question-other = Other
question-in-own-words = In your own words
question-answered = Answer:
question-words-filed-under = (counted under { $name })
answer-filed-by-author = filed by the author
answer-filed-by-organisers = filed by the organisers
answer-over = Answers are no longer taken. Nothing of what you wrote is lost.
answer-option-gone = The question was changed in the meantime. Please choose again.
answer-only-one = Please choose one answer, or write your own, but not both.
answer-nothing = Choose an answer or write your own.
answer-too-long = Please say it in at most 120 characters.
answer-their-own = This person has answered the question themselves; their own answer counts.
answer-as-another = Somebody else is signed in here now. Send your answer again if it is to be theirs.
question-file-under = File under an answer
question-file-otherwise = File under another answer
question-file = File
question-unfile = No longer file this
question-file-words = File answers in people’s own words
question-file-words-hint = Answers in people’s own words can be counted under one of yours. Whoever says the same later is counted there, too.
question-behind = Comments of those who answered “{ $name }”.
question-behind-none = There is no comment here.

## The river
all-conversations = All conversations →
river = The river
river-lede = Every conversation you can read, the latest exchange first.
river-lede-mine = The conversations you follow, and those on the blogs, under the tags and by the people you follow.
river-lede-public = Every public conversation, the latest exchange first.
river-of = River of { $name }
river-lede-group = What is talked about here, the latest exchange first: discussions, announcements, and posts that are for those in it.
river-views = Which conversations
river-all = All conversations
river-unread =
    { $count ->
        [one] One unread comment
       *[other] { $number } unread comments
    }
river-unopened = Not opened yet
river-since = Your last visit here:
river-empty = Nobody has said anything yet. Once somebody answers a post, the conversation appears here.
river-empty-mine = Nothing you follow has been talked about yet. You follow whatever you write or answer; blogs, tags, people and conversations have a “Follow” button.
river-empty-group = Nobody has answered anything here yet. Once somebody does, the conversation appears here.
river-end = There is nothing older.
river-more = More conversations
river-older = Older conversations →
river-back = ← Latest conversations

# Thanks
thanks-say = Thank you
thanks-to = to { $name }
thanks-take-back = Take back thanks
thanks-count =
    { $count ->
        [one] 1 person says thanks
       *[other] { $number } people say thanks
    }
thanks-title = Who said thanks
thanks-only-you = Only you see who; everybody else sees how many.
thanks-back = Back to what you wrote
thanks-none = Nobody has said thanks yet. Whoever does will stand here.
thanks-more =
    { $count ->
        [one] And one more person
       *[other] And { $number } more people
    }

# Keeping for later
keep = Keep
keep-for-later = for later: { $name }
kept = Kept
kept-take-out = Take out
kept-title = Kept for later
kept-only-you = Only you see what you keep, and nobody is told.
kept-which = What to show
kept-all = All
kept-posts = Posts and discussions
kept-comments = Comments
kept-post = Post
kept-comment = Comment
kept-module = Module
kept-discussion = Discussion
kept-assignment = Assignment
kept-on = Kept on { $date }
kept-taken-out = Taken out.
kept-after-all = Keep it after all
kept-empty = You keep nothing yet. Beside every post, discussion and comment there is a button “Keep”: what you press it for stands here until you take it out.
kept-none-such = There is nothing of this kind among what you keep.
kept-end = There is nothing older.
kept-more = More of what you keep
kept-older = Kept earlier →
kept-back = ← Kept last
kept-gone =
    { $count ->
        [one] One thing you kept can no longer be read.
       *[other] { $number } things you kept can no longer be read.
    }
kept-tidy = Take out what can no longer be read

## Feeds

feed-link = Feed for feed readers
feed-comments-on = Comments on “{ $title }”
feed-comment-by = Comment by { $name }


## What the editor says
editor-toolbar = Formatting
editor-text = Text
editor-do-heading = Heading
editor-do-subheading = Subheading
editor-do-strong = Bold
editor-do-em = Italic
editor-do-link = Link
editor-do-bullet-list = Bulleted list
editor-do-ordered-list = Numbered list
editor-do-blockquote = Quotation
editor-do-code = Code
editor-do-table = Table
editor-do-footnote = Footnote
editor-do-horizontal-rule = Dividing line
editor-key-ctrl = Ctrl
editor-key-shift = Shift
editor-markdown = Markdown
editor-formatted = Formatted
editor-hint = Alt+F10 leads to the formatting. Escape, then Tab leaves the field.
editor-island = This part is changed in the Markdown view.
editor-link-address = Address
editor-link-apply = Set link
editor-link-remove = Remove link
editor-link-wrong = That is no address one can be led to.
editor-cancel = Cancel
editor-table-add-row = Add row
editor-table-add-column = Add column
editor-table-delete-row = Delete row
editor-table-delete-column = Delete column
editor-table-delete-table = Delete table
editor-choices = Suggestions
editor-choices-found = Suggestions: { $n }. Arrow keys choose, Enter inserts.
editor-emoji = 😀 smile happy; 😄 laugh; 😂 tears of joy; 🙂 slight smile; 😉 wink; 😊 blush; 😍 love eyes; 🤔 thinking; 😐 neutral; 😕 confused; 😢 cry sad; 😭 sob; 😮 surprised wow; 😴 sleep; 😅 sweat; 🙄 eye roll; 🤷 shrug; 🙈 see no evil monkey; 👍 thumbs up yes; 👎 thumbs down no; 👏 clap; 🙌 hooray hands; 🙏 thanks please; 💪 strong muscle; 👋 wave hello; 🤝 handshake; 👀 eyes look; ❤️ heart; 💚 green heart; 🎉 party tada; 🔥 fire; ⭐ star; ✨ sparkles; 💡 idea bulb; ✅ check done; ❌ cross no; ⚠️ warning; ❓ question; ❗ exclamation; 📚 books; 📖 book; 📝 memo note; 📅 calendar; 📌 pin; 🔗 link; 🎓 graduation; 🏫 school; 💻 computer laptop; 🎧 headphones; 📷 camera; 🎥 film; ☕ coffee; 🍰 cake; 🌱 seedling; 🌞 sun; 🌧️ rain; 🚀 rocket; ⏰ clock alarm; 🌍 world earth

## Pictures and files

upload-title = Pictures and files
upload-lede = What you put into your texts. Whoever may read a text may see what stands in it; until then, only you can.
upload-count =
    { $count ->
        [one] One file
       *[other] { $number } files
    }
upload-taken = { $used } of { $all } taken
upload-new = Upload
upload-file = Picture or file
upload-hint = Up to { $size }. Pictures (JPEG, PNG, WebP, GIF) are made anew in sizes for every screen: where and with what they were taken is left out. Other files stay as they are, with whatever they say of you.
upload-alt = Description
upload-alt-hint = What a picture shows, for those who cannot see it.
upload-alt-too-long = Please describe it in 1,000 characters at most.
upload-send = Upload
upload-own = Your pictures and files
upload-none = You have not uploaded anything yet. In the editor, you can also paste a picture or drop it where it is to stand.
upload-end = There is nothing earlier.
upload-latest = ← Latest
upload-older = Earlier →
upload-nowhere = Stands nowhere yet: only you can open it.
upload-where = Stands in
upload-unreadable = something that you may not read any more
upload-line = For a text in Markdown
upload-in-markdown = Upload one there, and put the line that you get into your text.
upload-to-delete = It can be deleted once it stands in none of these any more.
upload-in-use = This still stands in a text, so it was not deleted. Take it out of the text first.
upload-full = There is no room left for this. Delete pictures and files that stand nowhere, or make it smaller.
upload-done-taken = Uploaded.
upload-done-described = The description is saved. It comes with the picture wherever you put it from now on; texts where it stands already keep theirs.
upload-done-removed = Deleted.
editor-do-image = Picture
editor-do-camera = Camera
editor-do-file = File
editor-image = Picture
editor-image-alt = What does it show?
editor-image-hint = For those who cannot see it. Leave it empty if the picture only decorates.
editor-image-remove = Take the picture out
editor-image-elsewhere = Picture from another site. Readers will see a link to it.
editor-undescribed-one = One picture has no description.
editor-undescribed-other = { $n } pictures have no description.
editor-upload-waiting = { $name }: waiting …
editor-upload-first = Pictures and files are still on their way. The text is sent as soon as they are there.
editor-upload-shrinking = { $name }: being made smaller …
editor-upload-under-way = { $name }: being uploaded …
editor-upload-done = { $name } is in the text.
editor-upload-failed = { $name } could not be uploaded. Check your connection and try again.
editor-upload-no-room = { $name } could not be kept: the server cannot store anything at the moment. Try again later.
editor-upload-signed-out = { $name } could not be uploaded because you are signed out. Sign in in another window, then try again.
editor-upload-too-large = { $name } is too large to be uploaded.
editor-upload-again = Try again
editor-upload-put-away = Put away

## A feed of one's own
own-feed = Your own feed
own-feed-lede = A feed reader shows you new posts as they come. At this address it finds all that you may read here, also what is only for members or for your courses and tribes.
own-feed-address = Address for your feed reader
own-feed-made = The address has been made. An earlier one no longer works.
own-feed-ended = The address has ended.
own-feed-gone = The address of this feed has ended
own-feed-gone-text = A new one was made, or it was ended. Its owner finds the present one on the page with the address of their feed.
own-feed-how = Copy the address and add it in your feed reader as a new subscription. The feeds of what everybody may read need no address of their own: feed readers find them on the pages of the community, of each blog and each post.
own-feed-private = Whoever has this address reads what you may read. Keep it to yourself; if somebody else got hold of it, make a new one.
