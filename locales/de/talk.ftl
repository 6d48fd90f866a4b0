# What people write, and the conversations under it.

## Conversations
thoughts =
    { $count ->
        [one] Ein Gedanke zu „{ $title }“
       *[other] { $number } Gedanken zu „{ $title }“
    }
no-thoughts = Noch keine Gedanken
news-since =
    { $count ->
        [one] Eine neue Antwort seit { $date }
       *[other] { $number } neue Antworten seit { $date }
    }
be-the-first = Noch hat niemand { $name } geantwortet. Deiner wäre hier der erste Gedanke.
nobody-yet-own = Noch hat niemand geantwortet. Schick die Adresse dieses Beitrags jemandem, dessen Gedanken du gern lesen würdest.
views = Reihenfolge des Gesprächs
view-threads = Threads
view-flat = Nach Datum
view-newest = Neueste
new-since =
    { $count ->
        [one] Ein neuer Kommentar seit deinem letzten Besuch
       *[other] { $number } neue Kommentare seit deinem letzten Besuch
    }
next = Weiter
whole-conversation = ← Das ganze Gespräch
earlier-threads = Frühere Threads
later-threads = Spätere Threads
newer-comments = Neuere
older-comments = Ältere
earlier-in-conversation = Frühere Kommentare in diesem Gespräch
more-of-conversation = Weitere Kommentare in diesem Gespräch
rest-of-thread = Den Rest dieses Threads anzeigen
conversation-closed = Dieses Gespräch ist beendet. Du kannst es weiterhin lesen.
conversation-closed-empty = Kommentare sind hier geschlossen.
members-only-here = Hier können nur Mitglieder kommentieren.
label-post-author = Autorschaft
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
entry-of-blocked = Von jemandem, den du blockiert hast
of-person = (Kommentar von { $name })
edit = Bearbeiten
delete = Löschen
your-comment = (dein Kommentar)
approve = Freigeben
hide = Ausblenden
unhide = Wieder einblenden
answered-gone = einen gelöschten Kommentar
in-reply-to = als Antwort auf
parent-lost = Der Kommentar, auf den dies antwortet, existiert nicht mehr.
entry-deleted = Dieser Kommentar wurde von der Person gelöscht, die ihn geschrieben hat.
entry-hidden = Dieser Kommentar wurde ausgeblendet.
comment-gone = Dieser Kommentar ist nicht mehr da
it-stood-under = Er stand unter
entry-hidden-by-you = Ausgeblendet – nur für die Moderation sichtbar.
name-like = Dieser Name ist leicht mit „{ $name }“ ({ $role }) zu verwechseln.
trusted-community = die Community
entry-waiting = Wartet auf Freigabe – nur wer ihn geschrieben hat und die Moderation können ihn sehen.
leave-a-reply = Schreib eine Antwort
reply-to = Antwort an { $name }
cancel = Abbrechen
as-person = Du kommentierst als
field-comment = Kommentar
comment-hint = Du kannst Markdown verwenden: *betont*, **stark**, [ein Link](https://example.org), > zitiert. Zeilenumbrüche bleiben erhalten.
never-shown = Wird auf der Website nicht gezeigt. Nur die Organisation sieht diese Adresse.
optional = (optional)
post-comment = Kommentar abschicken
or-sign-in = Schon Mitglied?
edit-comment = Deinen Kommentar bearbeiten
comment-moved-on = Dieser Kommentar wurde geändert, seit du ihn geöffnet hast, vielleicht in einem anderen Tab. Nichts wurde überschrieben: Dein Text steht unten. Wenn du jetzt speicherst, ersetzt er die andere Fassung.
save = Speichern
delete-comment = Deinen Kommentar löschen?
delete-comment-text = Wenn jemand darauf geantwortet hat, bleibt sein Platz erhalten, ohne deine Worte. Das lässt sich nicht rückgängig machen.
comment-out-of-reach = Der Beitrag, unter dem er steht, ist für dich nicht mehr zugänglich.
comment-empty = Dein Kommentar ist leer.
comment-too-long = Das sind mehr als 100.000 Zeichen. Daraus würde ein guter eigener Beitrag.
slow-mode = Langsamer Modus: Hier können alle einmal in { $every } schreiben.
slow-mode-not-you = Der langsame Modus ist an: Andere können hier einmal in { $every } schreiben. Für dich gilt er nicht.
slow-mode-next = Du kannst wieder senden: { $time }.
slow-off = Aus
slow-minutes = { $count ->
    [one] 1 Minute
   *[other] { $number } Minuten
}
slow-hours = { $count ->
    [one] 1 Stunde
   *[other] { $number } Stunden
}
slow-label = Langsamer Modus: Alle können einmal schreiben in
slow-hint = Wenn ein Gespräch hitzig wird. X er nicht.
order-here = Ordnung in diesem Gespräch
conversation-close = Gespräch beenden
conversation-reopen = Wieder öffnen
conversation-closes = Wenn bis dahin niemand schreibt, endet dieses Gespräch am { $date }.
conversation-silenced = { $count ->
    [one] Es endete von selbst, weil einen Tag lang niemand geschrieben hatte.
   *[other] Es endete von selbst, weil { $number } Tage lang niemand geschrieben hatte.
}
reply-too-soon = Hier gilt der langsame Modus, und du hast vor Kurzem geschrieben. Dein Text ist noch da: Sende ihn, wenn du wieder dran bist; wann, steht im Formular.
reply-guest-blocked = Als Gast kannst du hier vorerst nicht kommentieren: Die Organisation hat das für deine Adresse oder das Netz, aus dem du kommst, eine Zeit lang gesperrt. Dein Text ist noch da. Mit einem Konto kannst du kommentieren: Melde dich an.
reply-closed = Das Gespräch wurde beendet, während du geschrieben hast. Dein Text ist noch da: Kopiere ihn, wenn du ihn behalten willst.
reply-parent-gone = Der Kommentar, auf den du antworten wolltest, wurde inzwischen gelöscht. Dein Text ist noch da; wenn du ihn jetzt abschickst, steht er für sich.
reply-members-only = In dieser Community können nur Mitglieder kommentieren. Dein Text ist noch da: Melde dich an und schick ihn noch einmal ab.
reply-signed-out = Du bist nicht mehr angemeldet. Dein Text ist noch da: Melde dich an und schick ihn noch einmal ab, oder schick ihn als Gast ab.
reply-as-another = Hier ist jetzt jemand anderes angemeldet. Dein Text ist noch da; wenn du ihn noch einmal abschickst, erscheint er unter dem Namen dieser Person.
just-hidden = Der Kommentar von { $name } ist ausgeblendet.
just-approved = Der Kommentar von { $name } ist freigegeben.
just-unhidden = Der Kommentar von { $name } ist wieder zu sehen.
just-deleted = Dein Kommentar ist gelöscht.
hidden-already = Dieser Kommentar war schon ausgeblendet.
hidden-already-by = { $name } hatte diesen Kommentar schon ausgeblendet ({ $time }).
approved-already = Dieser Kommentar war schon freigegeben.
approved-already-by = { $name } hatte diesen Kommentar schon freigegeben ({ $time }).
mark = Auswählen
approve-marked = Ausgewählte freigeben
many-approved =
    { $count ->
        [0] Von den ausgewählten Kommentaren wartete keiner mehr.
        [one] Ein Kommentar ist freigegeben.
       *[other] { $number } Kommentare sind freigegeben.
    }
many-hidden =
    { $count ->
        [0] Von den ausgewählten Kommentaren wartete keiner mehr.
        [one] Ein Kommentar ist ausgeblendet.
       *[other] { $number } Kommentare sind ausgeblendet.
    }
many-awaited =
    { $count ->
        [0] Es ließ sich nichts rückgängig machen: Darauf wurde inzwischen geantwortet, oder es wurde neu entschieden.
        [one] Ein Kommentar wartet wieder.
       *[other] { $number } Kommentare warten wieder.
    }
many-shown =
    { $count ->
        [0] Es ließ sich nichts rückgängig machen: Inzwischen wurde neu entschieden.
        [one] Ein Kommentar ist wieder da, wo er war.
       *[other] { $number } Kommentare sind wieder da, wo sie waren.
    }
many-decided-already =
    { $count ->
        [one] Über einen hatte schon jemand anderes entschieden.
       *[other] Über { $number } hatte schon jemand anderes entschieden.
    }
held-for-words = Enthält ein Wort von eurer Liste der Wörter, die ihr zuerst ansehen wollt.
held-for-trap = Das kam schneller, als jemand tippt, oder ein unsichtbares Feld war ausgefüllt: Vielleicht hat es ein Programm gesendet.
held-for-links = Enthält mehr Links, als Gäste ungesehen veröffentlichen dürfen.
look-at-it = Ansehen

## Posts
edit-this-post = Diesen Beitrag bearbeiten
neighbours = Andere Beiträge in diesem Blog
earlier = Früher
later = Später
tags = Schlagwörter
audience-public = Alle
audience-community = Nur Mitglieder
audience-me = Nur ich
audience-circle = { $name }
audience-staff = Begleitung und Kursleitung von „{ $name }“
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
more-posts = Weitere Beiträge
older-posts = Ältere Beiträge →
latest-posts-back = ← Neueste Beiträge
all-posts = Alle Beiträge →

## Home
join-community = Bei { $name } mitmachen
see-members = Sehen, wer dabei ist
home-empty = Noch keine Beiträge. Der erste erscheint hier.
welcome-in = Du bist dabei, und dein eigener Blog steht bereit.
welcome-answer = Auf etwas antworten
welcome-blog = Deinen Blog ansehen
welcome-profile = Bild hinzufügen
write-first-post = Deinen ersten Beitrag schreiben
liveliest = Lebhafteste Gespräche
arrivals = Neue Mitglieder
here-since = dabei seit dem { $date }

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
blog-empty = Noch keine Beiträge. Der erste erscheint hier.
blog-empty-of = { $name } hat hier noch nichts veröffentlicht.
own-blog-empty = Du hast noch nichts veröffentlicht. Für einen ersten Beitrag genügen ein paar Sätze.
comments-out-of-reach = Deine Kommentare unter Beiträgen, die du nicht mehr lesen kannst
comments-out-of-reach-text = Diese Beiträge können inzwischen weniger Menschen lesen als damals, als du kommentiert hast. Deine Worte kannst du weiterhin löschen.
other-times = Weitere Zeiträume
posts-with-tag = Mit dem Schlagwort „{ $name }“
posts-in-category = In der Kategorie „{ $name }“

## Writing
write-post = Beitrag schreiben
edit-post = Deinen Beitrag bearbeiten
field-title = Titel
field-text = Text
text-hint = Markdown: *betont*, **stark**, # Überschrift, - Liste, > Zitat
text-hint-html = HTML; eine Leerzeile beginnt einen neuen Absatz
write-go-on = Mit einem Entwurf weitermachen:
draft-untitled = Ohne Titel
publish = Veröffentlichen
keep-as-draft = Entwurf speichern
preview = Vorschau
to-the-post = Zum Beitrag
draft-kept-at = Entwurf, gespeichert am { $when }
field-address = Adresse
address-hint = Der letzte Teil der Adresse. Bleibt das Feld leer, entsteht er aus dem Titel.
address-stays = Nach dem Veröffentlichen lässt sie sich nicht mehr ändern, damit Links weiterhin funktionieren.
who-may-read = Wer ihn lesen kann
conversation = Gespräch
open-for-comments = Offen für Kommentare
tags-hint = Durch Kommas getrennt.
too-many-tags = Das sind mehr als zwanzig. Wähle die, auf die es ankommt.
post-empty = Hier steht noch nichts: Schreib einen Titel oder etwas Text.
post-too-long = Das sind mehr als 500.000 Zeichen. Mach bitte zwei Beiträge daraus.
post-moved-on = Dieser Beitrag wurde geändert, seit du ihn geöffnet hast, vielleicht in einem anderen Tab. Es wurde nichts überschrieben: Dein Text steht unten. Wenn du jetzt speicherst, ersetzt er die andere Fassung.
post-sent-before = Dieses Formular wurde schon einmal abgeschickt, und daraus ist ein Beitrag geworden. Dein Text steht noch unten. Schickst du ihn noch einmal ab, wird daraus ein zweiter Beitrag.
post-edit-first = Stattdessen den ersten Beitrag bearbeiten
post-signed-out = Du bist nicht mehr angemeldet. Nichts ist verloren: Melde dich in einem anderen Fenster an, komm hierher zurück und drück noch einmal auf die Schaltfläche.
post-as-another = Hier ist jetzt jemand anderes angemeldet. Dein Text steht noch unten; schickst du ihn noch einmal ab, erscheint er unter dem Namen dieser Person.
post-other-version = Die andere Fassung
drafts = Entwürfe
delete-post = Diesen Beitrag löschen?
delete-post-text = Das lässt sich nicht rückgängig machen.
post-deleted = Der Beitrag wurde gelöscht.
delete-post-with =
    { $count ->
        [one] Der Kommentar dazu wird mitgelöscht. Das lässt sich nicht rückgängig machen.
       *[other] Alle { $number } Kommentare dazu werden mitgelöscht. Das lässt sich nicht rückgängig machen.
    }

## Deciding about comments
waiting-for-you = Zu prüfen
waiting-first = Erste Kommentare von Gästen. Sobald du einen freigibst, erscheint der nächste derselben Person sofort.
waiting-always = In dieser Community braucht jeder Gastkommentar eine Freigabe.
waiting-comments = Kommentare, die auf Freigabe warten
waiting-beyond =
    { $count ->
        [one] Danach kommt noch einer.
       *[other] Danach kommen noch { $number }.
    }
nothing-waits = Nichts zu prüfen. Wenn ein Gast zum ersten Mal kommentiert, findest du es hier.
hidden-lately = Kürzlich ausgeblendet

## Ausgeblendete Beiträge und Gäste
hide-post = Beitrag ausblenden
hide-post-why = Grund
hide-post-hint = Wer ihn geschrieben hat, liest das. Alle anderen erfahren unter der Adresse, dass der Beitrag ausgeblendet wurde.
post-was-deleted = Dieser Beitrag wurde gelöscht
post-was-deleted-text = Auch die Kommentare darunter sind gelöscht. Er kommt nicht wieder.
post-hidden = Dieser Beitrag wurde ausgeblendet
post-hidden-text = Die Organisation dieser Community hat ihn ausgeblendet. Vielleicht kommt er wieder.
post-hidden-author = Die Organisation hat diesen Beitrag ausgeblendet. Du und die Organisation könnt ihn lesen und unten darüber sprechen, sonst niemand.
post-hidden-organiser = Dieser Beitrag ist ausgeblendet. Nur wer ihn geschrieben hat und die Organisation sehen diese Seite.
hidden-posts = Ausgeblendete Beiträge
hidden-on = ausgeblendet am { $date }
hide-guest = Alles von diesem Gast ausblenden
done-guest-hidden =
    { $count ->
        [0] Es war schon alles ausgeblendet.
        [one] Ein Kommentar dieses Gastes ist ausgeblendet.
       *[other] { $number } Kommentare dieses Gastes sind ausgeblendet.
    }
done-guest-shown =
    { $count ->
        [0] Es war nichts mehr ausgeblendet.
        [one] Ein Kommentar steht wieder, wo er war.
       *[other] { $number } Kommentare stehen wieder, wo sie waren.
    }

## Neues auf der Startseite
new-for-you = Neu für dich
news-answers =
    { $count ->
        [one] Eine neue Antwort
       *[other] { $number } neue Antworten
    }
left-off = Wo du aufgehört hast
left-off-at = Beim Kommentar von { $name }
news-conversations =
    { $count ->
        [one] in einem Gespräch
       *[other] in { $number } Gesprächen
    }

guest-told = Sag mir per E-Mail Bescheid, wenn der Kommentar erscheint und wenn jemand antwortet
guest-told-hint = Sobald dein Kommentar erschienen ist, bekommst du zuerst eine E-Mail und bestätigst darin, dass die Adresse dir gehört. In jeder E-Mail steht ein Link zum Abbestellen.
error-too-many-told = Aus deinem Netz haben gerade viele um E-Mails gebeten. Nimm bitte das Häkchen weg oder versuch es in einer Stunde noch einmal.

## Eine Frage mit Antworten zur Auswahl
question = Eine Frage mit Antworten zur Auswahl
question-hint = Sie steht unter deinem Text. Wer kommentiert, kann damit antworten; Mitglieder können es auch ohne Kommentar.
question-text = Frage
question-answers = Antworten
question-option = Antwort { $n }
question-more-rows = Mehr Zeilen
question-how-many = Wie geantwortet wird
question-one = Eine Antwort wird gewählt
question-several-long = Alles, was zutrifft, wird gewählt
question-open = Auch eigene Worte sind möglich
question-results = Wann die Ergebnisse zu sehen sind
question-results-open = Von Anfang an
question-results-answered = Für jede Person, sobald sie geantwortet hat
question-results-end = Am Ende für alle
question-results-hint = Verborgene Ergebnisse sind für alle verborgen, auch für dich.
question-ends = Antworten bis
question-ends-hint = Lass das Feld leer, wenn die Frage offen bleibt. Die Uhrzeit gilt in { $zone }.
question-fewest = Keine Zahlen zeigen unter
question-fewest-hint = Was weniger Menschen geantwortet haben, steht dann nicht einzeln da, damit niemand zu erkennen ist. Lass das Feld leer, um jede Zahl zu zeigen.
question-fewest-wrong = Schreib eine Zahl von 0 bis 50 oder lass das Feld leer.
question-needs-text = Schreib die Frage, zu der diese Antworten gehören.
question-needs-answers = Schreib mindestens zwei Antworten, aus denen man wählen kann.
question-answers-alike = Zwei dieser Antworten sind gleich.
question-needs-end = Sag, bis wann geantwortet wird, damit die Ergebnisse dann erscheinen können.
question-ends-past = Dieser Zeitpunkt ist schon vorbei.
question-option-answered = Eine Antwort, die du herausgenommen hast, wurde schon gewählt. Du kannst sie anders formulieren, aber sie muss bleiben.
question-kind-answered = Es wurde schon geantwortet, vielleicht auch mehrfach. Deshalb müssen mehrere Antworten möglich bleiben.
question-promise = Es wurde geantwortet, als weniger gezeigt werden sollte. Die Ergebnisse können später erscheinen als versprochen, aber nicht früher oder genauer.
question-keeps = Auf diese Frage wurde schon geantwortet, deshalb muss sie bleiben. Du kannst sie aber enden lassen: Sag, bis wann geantwortet wird.
question-several = Wähl alles, was zutrifft
question-until = Antworten bis { $when }
question-ended = Beendet: { $when }
question-was = Bis { $when }: „{ $was }“
question-people =
    { $count ->
        [one] Eine Person hat geantwortet
       *[other] { $number } Menschen haben geantwortet
    }
question-nobody-yet = Noch hat niemand geantwortet
question-too-few = Weniger als { $fewest } Menschen haben geantwortet. Bei so wenigen wird nicht mehr gezeigt.
question-of-people = { $people } von { $all }
question-percent = { $n } %
question-answer-column = Antwort
question-people-column = Menschen
question-share-column = Anteil
question-comments-column = Kommentare
question-read = Lesen
question-withheld = nicht gezeigt
question-words = Anderes: „{ $words }“
question-others = Andere Antworten
question-own-words = in eigenen Worten
question-over-hundred = Mehrere Antworten waren möglich; deshalb können die Anteile zusammen mehr als 100 % ergeben.
question-withholds = Zahlen fehlen, wo nur wenige eine Antwort gegeben haben und wo sich eine solche Zahl aus den anderen errechnen ließe.
question-hidden-until-answered = Du siehst die Ergebnisse, sobald du geantwortet hast. Das gilt für alle, auch für die Person, die fragt.
question-hidden-until = Die Ergebnisse erscheinen für alle am { $when }. Bis dahin sieht sie niemand, auch nicht die Person, die fragt.
question-you-answered = Deine Antwort:
question-counts-later = Sie zählt, sobald dein Kommentar freigegeben ist.
question-withdraw = Zurückziehen
question-change = Antwort ändern
question-answer = Auf die Frage antworten
question-your-answer = Deine Antwort
question-send = Antwort senden
question-never-named = Ohne Kommentar wird deine Antwort nur gezählt; niemand erfährt, dass sie von dir ist.
question-stands-at-comment = Deine Antwort steht bei deinem Kommentar, mit deinem Namen.
question-answer-with-comment = Mit einem Kommentar antworten
question-with-comment = Deine Antwort steht dann bei deinem Kommentar.
question-with-comment-again = Du hast schon geantwortet. Wählst du hier eine Antwort, ersetzt sie die frühere und steht bei diesem Kommentar.
question-no-answer = Keine Antwort
question-other = Anderes
question-in-own-words = In eigenen Worten
question-answered = Antwort:
question-words-filed-under = (zählt unter { $name })
answer-filed-by-author = von der Person eingeordnet, die fragt
answer-filed-by-organisers = von der Organisation eingeordnet
answer-over = Antworten werden nicht mehr angenommen. Was du geschrieben hast, ist noch da.
answer-option-gone = Die Frage hat sich inzwischen geändert. Wähl bitte noch einmal.
answer-only-one = Wähl bitte eine Antwort oder schreib eine eigene, aber nicht beides.
answer-nothing = Wähl eine Antwort oder schreib eine eigene.
answer-too-long = Sag es bitte in höchstens 120 Zeichen.
answer-their-own = Diese Person hat selbst auf die Frage geantwortet; ihre eigene Antwort zählt.
answer-as-another = Hier ist inzwischen jemand anders angemeldet. Sende die Antwort noch einmal, wenn sie von dieser Person sein soll.
question-file-under = Unter einer Antwort einordnen
question-file-otherwise = Anders einordnen
question-file = Einordnen
question-unfile = Nicht mehr einordnen
question-file-words = Antworten in eigenen Worten einordnen
question-file-words-hint = Was jemand in eigenen Worten antwortet, kann unter einer deiner Antworten zählen. Wer später dasselbe sagt, zählt dann auch dort.
question-behind = Kommentare von denen, die „{ $name }“ geantwortet haben.
question-behind-none = Hier steht kein Kommentar.

## Der Fluss
all-conversations = Alle Gespräche →
river = Der Fluss
river-lede = Alle Gespräche, die du lesen kannst, das jüngste zuerst.
river-lede-mine = Die Gespräche, denen du folgst, und die auf den Blogs, unter den Schlagwörtern und von den Menschen, denen du folgst.
river-lede-public = Alle öffentlichen Gespräche, das jüngste zuerst.
river-of = Der Fluss: { $name }
river-lede-group = Worüber hier gesprochen wird, der letzte Austausch zuerst: Diskussionen, Ankündigungen und Beiträge für alle, die dabei sind.
river-views = Welche Gespräche
river-all = Alle Gespräche
river-unread =
    { $count ->
        [one] Ein ungelesener Kommentar
       *[other] { $number } ungelesene Kommentare
    }
river-unopened = Noch nicht geöffnet
river-since = Dein letzter Besuch hier:
river-empty = Noch hat niemand etwas gesagt. Sobald jemand auf einen Beitrag antwortet, steht das Gespräch hier.
river-empty-mine = Über nichts, was du verfolgst, wird bisher gesprochen. Was du schreibst und worauf du antwortest, verfolgst du von selbst; bei Blogs, Schlagwörtern, Personen und Gesprächen gibt es die Schaltfläche „Folgen“.
river-empty-group = Hier hat noch niemand geantwortet. Sobald es jemand tut, erscheint das Gespräch hier.
river-end = Älteres gibt es nicht.
river-more = Weitere Gespräche
river-older = Ältere Gespräche →
river-back = ← Neueste Gespräche

# Thanks
thanks-say = Danke
thanks-to = an { $name }
thanks-take-back = Danke zurücknehmen
thanks-count =
    { $count ->
        [one] 1 Person sagt Danke
       *[other] { $number } Personen sagen Danke
    }
thanks-title = Wer Danke gesagt hat
thanks-only-you = Nur du siehst, wer es ist; alle anderen sehen, wie viele es sind.
thanks-back = Zurück zu deinem Text
thanks-none = Noch hat niemand Danke gesagt. Wer es tut, steht dann hier.
thanks-more =
    { $count ->
        [one] Und eine weitere Person
       *[other] Und { $number } weitere Personen
    }

# Keeping for later
keep = Merken
keep-for-later = für später: { $name }
kept = Gemerkt
kept-take-out = Herausnehmen
kept-title = Für später gemerkt
kept-only-you = Was du dir merkst, siehst nur du, und niemand erfährt davon.
kept-which = Was gezeigt wird
kept-all = Alles
kept-posts = Beiträge und Gespräche
kept-comments = Kommentare
kept-post = Beitrag
kept-comment = Kommentar
kept-module = Modul
kept-discussion = Gespräch
kept-assignment = Aufgabe
kept-on = Gemerkt am { $date }
kept-taken-out = Herausgenommen.
kept-after-all = Doch behalten
kept-empty = Du hast dir noch nichts gemerkt. Bei jedem Beitrag, jedem Gespräch und jedem Kommentar steht „Merken“: Was du damit auswählst, bleibt hier, bis du es herausnimmst.
kept-none-such = Davon hast du dir nichts gemerkt.
kept-end = Älteres gibt es nicht.
kept-more = Mehr von dem, was du dir gemerkt hast
kept-older = Früher Gemerktes →
kept-back = ← Zuletzt Gemerktes
kept-gone =
    { $count ->
        [one] Eines davon lässt sich nicht mehr lesen.
       *[other] { $number } davon lassen sich nicht mehr lesen.
    }
kept-tidy = Herausnehmen, was sich nicht mehr lesen lässt

## Feeds

feed-link = Feed für Feedreader
feed-comments-on = Kommentare zu „{ $title }“
feed-comment-by = Kommentar von { $name }


## What the editor says
editor-toolbar = Formatierung
editor-text = Text
editor-do-heading = Überschrift
editor-do-subheading = Zwischenüberschrift
editor-do-strong = Fett
editor-do-em = Kursiv
editor-do-link = Link
editor-do-bullet-list = Liste mit Punkten
editor-do-ordered-list = Nummerierte Liste
editor-do-blockquote = Zitat
editor-do-code = Code
editor-do-table = Tabelle
editor-do-footnote = Fußnote
editor-do-horizontal-rule = Trennlinie
editor-key-ctrl = Strg
editor-key-shift = Umschalt
editor-markdown = Markdown
editor-formatted = Formatiert
editor-hint = Alt+F10 führt zur Formatierung. Escape und danach Tab verlassen das Feld.
editor-island = Dieser Teil wird in der Markdown-Ansicht geändert.
editor-link-address = Adresse
editor-link-apply = Link setzen
editor-link-remove = Link entfernen
editor-link-wrong = Das ist keine Adresse, zu der ein Link führen kann.
editor-cancel = Abbrechen
editor-table-add-row = Zeile einfügen
editor-table-add-column = Spalte einfügen
editor-table-delete-row = Zeile löschen
editor-table-delete-column = Spalte löschen
editor-table-delete-table = Tabelle löschen
editor-choices = Vorschläge
editor-choices-found = Vorschläge: { $n }. Mit den Pfeiltasten auswählen, mit Enter einfügen.
editor-emoji = 😀 lächeln fröhlich; 😄 lachen; 😂 Freudentränen; 🙂 leichtes lächeln; 😉 zwinkern; 😊 erröten; 😍 verliebt; 🤔 nachdenken; 😐 neutral; 😕 verwirrt; 😢 weinen traurig; 😭 heulen; 😮 erstaunt; 😴 schlafen; 😅 schwitzen; 🙄 augenrollen; 🤷 schulterzucken; 🙈 nichts sehen affe; 👍 daumen hoch ja; 👎 daumen runter nein; 👏 klatschen applaus; 🙌 hurra hände; 🙏 danke bitte; 💪 stark muskel; 👋 winken hallo; 🤝 handschlag; 👀 augen schauen; ❤️ herz; 💚 grünes herz; 🎉 feiern party; 🔥 feuer; ⭐ stern; ✨ funkeln; 💡 idee glühbirne; ✅ erledigt haken; ❌ kreuz nein; ⚠️ warnung achtung; ❓ frage; ❗ ausrufezeichen; 📚 bücher; 📖 buch; 📝 notiz; 📅 kalender; 📌 pinnnadel; 🔗 link; 🎓 abschluss; 🏫 schule; 💻 computer laptop; 🎧 kopfhörer; 📷 kamera; 🎥 film; ☕ kaffee; 🍰 kuchen; 🌱 keimling; 🌞 sonne; 🌧️ regen; 🚀 rakete; ⏰ wecker uhr; 🌍 welt erde

## Bilder und Dateien

upload-title = Bilder und Dateien
upload-lede = Was du in deine Texte setzt. Wer einen Text lesen darf, sieht auch, was darin steht; bis dahin siehst es nur du.
upload-count =
    { $count ->
        [one] Eine Datei
       *[other] { $number } Dateien
    }
upload-taken = { $used } von { $all } belegt
upload-new = Hochladen
upload-file = Bild oder Datei
upload-hint = Bis { $size }. Bilder (JPEG, PNG, WebP, GIF) werden in Größen für jeden Bildschirm neu gespeichert; wo und womit sie aufgenommen wurden, fällt dabei weg. Andere Dateien bleiben, wie sie sind, mit allem, was sie über dich verraten.
upload-alt = Beschreibung
upload-alt-hint = Was ein Bild zeigt, für alle, die es nicht sehen können.
upload-alt-too-long = Beschreib es bitte in höchstens 1.000 Zeichen.
upload-send = Hochladen
upload-own = Deine Bilder und Dateien
upload-none = Du hast noch nichts hochgeladen. Im Editor kannst du ein Bild auch einfügen oder dorthin ziehen, wo es stehen soll.
upload-end = Früheres gibt es nicht.
upload-latest = ← Neueste
upload-older = Frühere →
upload-nowhere = Steht noch nirgends: Nur du kannst es öffnen.
upload-where = Steht in
upload-unreadable = etwas, das du nicht mehr lesen darfst
upload-line = Für einen Text in Markdown
upload-in-markdown = Lade dort etwas hoch und setz die Zeile, die du bekommst, in deinen Text.
upload-to-delete = Löschen kannst du es, wenn es in keinem davon mehr steht.
upload-in-use = Das steht noch in einem Text und wurde deshalb nicht gelöscht. Nimm es zuerst aus dem Text heraus.
upload-full = Dafür ist kein Platz mehr. Lösche Bilder und Dateien, die nirgends stehen, oder mach es kleiner.
upload-done-taken = Hochgeladen.
upload-done-described = Die Beschreibung ist gespeichert. Sie kommt mit, wo du das Bild von jetzt an einsetzt; Texte, in denen es schon steht, behalten ihre.
upload-done-removed = Gelöscht.
editor-do-image = Bild
editor-do-camera = Kamera
editor-do-file = Datei
editor-image = Bild
editor-image-alt = Was ist zu sehen?
editor-image-hint = Für alle, die es nicht sehen können. Lass es leer, wenn das Bild nur schmückt.
editor-image-remove = Bild herausnehmen
editor-image-elsewhere = Bild von einer anderen Seite. Beim Lesen erscheint ein Link dorthin.
editor-undescribed-one = Ein Bild hat keine Beschreibung.
editor-undescribed-other = { $n } Bilder haben keine Beschreibung.
editor-upload-waiting = { $name } wartet …
editor-upload-first = Bilder und Dateien sind noch unterwegs. Der Text wird gesendet, sobald sie da sind.
editor-upload-shrinking = { $name } wird verkleinert …
editor-upload-under-way = { $name } wird hochgeladen …
editor-upload-done = { $name } steht im Text.
editor-upload-failed = { $name } ließ sich nicht hochladen. Prüf deine Verbindung und versuch es noch einmal.
editor-upload-no-room = { $name } ließ sich nicht speichern: Der Server kann im Moment nichts speichern. Versuch es später noch einmal.
editor-upload-signed-out = { $name } ließ sich nicht hochladen, weil du abgemeldet bist. Melde dich in einem anderen Fenster an und versuch es dann noch einmal.
editor-upload-too-large = { $name } ist zu groß zum Hochladen.
editor-upload-again = Noch einmal versuchen
editor-upload-put-away = Schließen

## A feed of one's own
own-feed = Dein eigener Feed
own-feed-lede = Ein Feedreader zeigt dir neue Beiträge, sobald sie da sind. Unter dieser Adresse findet er alles, was du hier lesen darfst, auch was nur für Mitglieder oder für deine Kurse und Kreise ist.
own-feed-address = Adresse für deinen Feedreader
own-feed-made = Die Adresse ist erstellt. Eine frühere gilt nicht mehr.
own-feed-ended = Die Adresse gilt nicht mehr.
own-feed-gone = Die Adresse dieses Feeds gilt nicht mehr
own-feed-gone-text = Sie wurde durch eine neue ersetzt oder beendet. Wem der Feed gehört, findet die jetzige auf der Seite mit der Adresse des eigenen Feeds.
own-feed-how = Kopiere die Adresse und füge sie in deinem Feedreader als neues Abonnement hinzu. Die Feeds dessen, was alle lesen dürfen, brauchen keine eigene Adresse: Feedreader finden sie auf den Seiten der Community, jedes Blogs und jedes Beitrags.
own-feed-private = Wer diese Adresse hat, liest, was du lesen darfst. Behalte sie für dich; falls jemand anderes sie bekommen hat, erstelle eine neue.
