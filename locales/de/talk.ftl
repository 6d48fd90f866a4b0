# What people write, and the conversations under it.

## Conversations
thoughts =
    { $count ->
        [one] Ein Gedanke zu „{ $title }“
       *[other] { $number } Gedanken zu „{ $title }“
    }
no-thoughts = Noch keine Gedanken
be-the-first = Noch niemand hat { $name } geantwortet. Deiner wäre hier der erste Gedanke.
views = Reihenfolge des Gesprächs
view-threads = Threads
view-flat = Der Reihe nach
view-newest = Neueste
new-since =
    { $count ->
        [one] Ein neuer seit deinem letzten Besuch
       *[other] { $number } neue seit deinem letzten Besuch
    }
next = Weiter
whole-conversation = ← Das ganze Gespräch
earlier-threads = Frühere Threads
later-threads = Spätere Threads
newer-comments = Neuere
older-comments = Ältere
earlier-in-conversation = Früher in diesem Gespräch
more-of-conversation = Mehr von diesem Gespräch
rest-of-thread = Den Rest dieses Threads zeigen
conversation-closed = Dieses Gespräch ist beendet. Zum Lesen bleibt es hier stehen.
conversation-closed-empty = Hier wird nicht kommentiert.
members-only-here = In dieser Gemeinschaft sprechen die Mitglieder miteinander.
label-post-author = Schrieb den Beitrag
label-instructor = Kursleitung
label-guide = Begleitung
label-organiser = Organisation
label-guest = Gast
label-new = Neu
pingback = Pingback
trackback = Trackback
webmention = Webmention
edited = bearbeitet
reply = Antworten
to-person = auf den Kommentar von { $name }
of-person = (Kommentar von { $name })
edit = Bearbeiten
delete = Löschen
your-comment = (dein Kommentar)
approve = Freigeben
hide = Ausblenden
unhide = Wieder zeigen
answered-gone = jemanden, der nicht mehr da ist
in-reply-to = als Antwort auf
parent-lost = Der Kommentar, auf den dies antwortet, ist nicht mehr da.
entry-deleted = Wer diesen Kommentar schrieb, hat ihn gelöscht.
entry-hidden = Dieser Kommentar wurde ausgeblendet.
entry-hidden-by-you = Ausgeblendet – nur wer hier entscheidet, sieht ihn.
name-like = Dieser Name ist leicht mit „{ $name }“ ({ $role }) zu verwechseln.
trusted-community = die Community
entry-waiting = Wartet auf Freigabe – nur wer ihn schrieb und wer hier entscheidet, sieht ihn.
leave-a-reply = Schreib eine Antwort
reply-to = Antwort an { $name }
cancel = Abbrechen
as-person = Als
field-comment = Kommentar
comment-hint = Markdown geht: *betont*, **stark**, [ein Link](https://example.org), > zitiert. Zeilenumbrüche bleiben, wie du sie setzt.
never-shown = Wird auf der Seite nicht gezeigt. Die Organisation kann sie sehen.
optional = (freiwillig)
post-comment = Kommentar abschicken
or-sign-in = Oder als Mitglied:
edit-comment = Deinen Kommentar bearbeiten
save = Speichern
delete-comment = Deinen Kommentar löschen?
delete-comment-text = Wenn jemand darauf geantwortet hat, bleibt sein Platz, ohne deine Worte. Das lässt sich nicht rückgängig machen.
comment-empty = Hier steht noch nichts.
comment-too-long = Das sind mehr als 100.000 Zeichen. Dafür wäre ein eigener Beitrag gut.
reply-closed = Das Gespräch wurde beendet, während du geschrieben hast. Dein Text ist noch da: Kopiere ihn, wenn du ihn behalten willst.
reply-parent-gone = Der Kommentar, auf den du antworten wolltest, wurde inzwischen gelöscht. Dein Text ist noch da; schickst du ihn jetzt ab, steht er für sich.
reply-members-only = In dieser Gemeinschaft kommentieren nur Mitglieder. Dein Text ist noch da: Melde dich an und schick ihn noch einmal ab.
reply-signed-out = Du bist nicht mehr angemeldet. Dein Text ist noch da: Melde dich an und schick ihn noch einmal, oder schick ihn als Gast.
reply-as-another = Hier ist jetzt jemand anderes angemeldet. Dein Text ist noch da; noch einmal abgeschickt, steht er unter deren Namen.
just-hidden = Der Kommentar von { $name } ist ausgeblendet.

## Posts
edit-this-post = Diesen Beitrag bearbeiten
neighbours = Andere Beiträge in diesem Blog
earlier = Früher
later = Später
tags = Schlagwörter
audience-public = Alle
audience-community = Nur Mitglieder
audience-me = Nur ich
## Lists of posts
tally =
    { $count ->
        [one] Gedanke
       *[other] Gedanken
    }
tally-whole =
    { $count ->
        [one] Ein Gedanke
       *[other] { $number } Gedanken
    }
tally-new = { $number } neu
posts = Beiträge
latest-posts = Neueste Beiträge
more-posts = Mehr Beiträge
older-posts = Ältere Beiträge →
latest-posts-back = ← Neueste Beiträge
all-posts = Alle Beiträge →

## Home
join-community = Bei { $name } mitmachen
see-members = Sieh, wer hier ist
home-empty = Die Regale stehen, und noch ist nichts darin. Hier wird der erste Beitrag stehen.
welcome-in = Du bist dabei, und dein eigener Blog ist offen.
welcome-answer = Auf etwas antworten
welcome-blog = Deinen Blog ansehen
welcome-profile = Ein Bild hinzufügen
write-first-post = Den ersten Beitrag schreiben
liveliest = Lebhafteste Gespräche
arrivals = Neu hier
here-since = hier seit dem { $date }

## Blogs
blog = Blog
written-by = Geschrieben von
archive = Archiv
all-of-year = Das ganze Jahr { $year }
pages-of-blog = Seiten
only-you-see = Nur für dich sichtbar
drafts-count =
    { $count ->
        [one] Ein Entwurf
       *[other] { $number } Entwürfe
    }
blog-empty = Hier steht noch nichts. Der erste Beitrag kommt noch.
blog-empty-of = { $name } hat hier noch nichts veröffentlicht.
own-blog-empty = Von dir steht hier noch nichts. Für einen ersten Beitrag genügen ein paar Sätze.
other-times = Andere Zeiten
posts-with-tag = Mit dem Schlagwort „{ $name }“
posts-in-category = Unter „{ $name }“ abgelegt

## Writing
write-post = Beitrag schreiben
edit-post = Deinen Beitrag bearbeiten
field-title = Titel
field-text = Text
text-hint = Markdown: *betont*, **stark**, # Überschrift, - Liste, > Zitat
text-hint-html = HTML; eine Leerzeile beginnt einen Absatz
publish = Veröffentlichen
keep-as-draft = Als Entwurf sichern
preview = Vorschau
to-the-post = Zum Beitrag
draft-kept-at = Entwurf, gesichert am { $when }
field-address = Adresse
address-hint = Der letzte Teil der Adresse. Bleibt er leer, entsteht er aus dem Titel.
address-stays = Sie bleibt, damit Links darauf weiterleben.
who-may-read = Wer ihn lesen darf
conversation = Gespräch
open-for-comments = Offen für Kommentare
tags-hint = Mit Kommas dazwischen.
too-many-tags = Das sind mehr als zwanzig. Wähle die, auf die es ankommt.
post-empty = Hier steht noch nichts: Schreib einen Titel oder einen Text.
post-too-long = Das sind mehr als 500.000 Zeichen. Mach zwei Beiträge daraus.
post-moved-on = Dieser Beitrag wurde geändert, seit du ihn geöffnet hast, vielleicht in einem anderen Tab. Es wurde nichts überschrieben: Dein Text steht unten. Wenn du jetzt speicherst, ersetzt er die andere Fassung.
post-signed-out = Du bist nicht mehr angemeldet. Nichts ist verloren: Melde dich in einem anderen Fenster an, komm hierher zurück und drück den Knopf noch einmal.
post-other-version = Die andere Fassung
drafts = Entwürfe
delete-post = Diesen Beitrag löschen?
delete-post-text = Das lässt sich nicht rückgängig machen.
post-deleted = Der Beitrag ist gelöscht.
delete-post-with =
    { $count ->
        [one] Der Gedanke darunter geht mit. Das lässt sich nicht rückgängig machen.
       *[other] Alle { $number } Gedanken darunter gehen mit. Das lässt sich nicht rückgängig machen.
    }

## Deciding about comments
waiting-for-you = Wartet auf dich
waiting-first = Erste Kommentare von Gästen. Sobald du einen freigibst, erscheint der nächste derselben Person sofort.
waiting-always = In dieser Gemeinschaft wartet jeder Kommentar eines Gastes, bis jemand entscheidet.
waiting-comments = Wartende Kommentare
waiting-beyond =
    { $count ->
        [one] Danach wartet noch einer.
       *[other] Danach warten noch { $number }.
    }
nothing-waits = Nichts wartet auf dich. Wenn ein Gast zum ersten Mal schreibt, findest du es hier.
hidden-lately = Kürzlich ausgeblendet
