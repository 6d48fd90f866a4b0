### Being told: the bell and what one follows

number = { $number }
nav-notifications = { $count ->
    [0] Notifications: nothing new
    [one] Notifications: { $number } new
   *[other] Notifications: { $number } new
}
nav-notifications-n = Notifications: { $n } new

## The bell

notifications = Notifications
notifications-new = New
notifications-earlier = Earlier
notifications-older = Older notifications
notifications-all-read = Mark all as read
notifications-nothing-new = Nothing new. You have read everything.
notifications-empty = Nothing here yet.
notifications-what-comes = When somebody answers or mentions you, comments on your post, or when a conversation you follow goes on, it will appear here.

notice-waiting = { $count ->
    [0] { $name } left a comment that needs your approval
    [one] { $name } and { $number } other left comments that need your approval
   *[other] { $name } and { $number } others left comments that need your approval
}
notice-mention = { $count ->
    [0] { $name } mentioned you
    [one] { $name } and { $number } other mentioned you
   *[other] { $name } and { $number } others mentioned you
}
notice-answer = { $count ->
    [0] { $name } answered you
    [one] { $name } and { $number } other answered you
   *[other] { $name } and { $number } others answered you
}
notice-comment = { $count ->
    [0] { $name } commented on your post
    [one] { $name } and { $number } other commented on your post
   *[other] { $name } and { $number } others commented on your post
}
notice-approved = Your comment was approved
notice-said = { $count ->
    [0] { $name } joined in
    [one] { $name } and { $number } other joined in
   *[other] { $name } and { $number } others joined in
}
notice-posted = { $count ->
    [0] { $name } published a post
    [one] { $name } and { $number } other published a post
   *[other] { $name } and { $number } others published a post
}
notice-more = { $count ->
    [one] and { $number } more
   *[other] and { $number } more
}
notice-why-waiting = You moderate this conversation
notice-why-mention = You were mentioned
notice-why-answer = It answers what you wrote
notice-why-comment = You wrote the post
notice-why-approved = You wrote it
notice-why-said = You follow this conversation
notice-why-posted = You follow this blog, tag or person

## What one follows

watches = What you follow
watches-lede = Answers to you, mentions and whatever needs your decision always reach you. Here you choose how soon you hear about the rest.
watches-empty = You do not follow anything yet. You will follow whatever you write or answer; blogs, tags, people and conversations have a “Follow” button.
watches-saved = Your choice has been saved.
watch-begin = Follow
watch-end = Stop following
watch-again = Follow again
watch-mute-this = Mute
watch-how-soon = How soon you hear about { $name }
watch-now = At once
watch-digest = In the digest
watch-list = Only in the list
watch-mute = Muted
watch-state-now = Following: at once
watch-state-digest = Following: digest
watch-state-list = Following: list only
watch-state-mute = Muted
watch-why-chosen = You chose to follow it
watch-why-wrote = Followed because you wrote it
watch-why-answered = Followed because you took part
watch-conversation = Conversation
watch-blog = Blog
watch-term = Tag
watch-member = Person
