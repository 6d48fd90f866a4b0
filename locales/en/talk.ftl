# What people write, and the conversations under it.

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
label-organiser = Organiser
label-guest = Guest
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
name-like = This name could be taken for that of { $name } ({ $role }).
trusted-community = the community
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
welcome-answer = Answer somebody
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
