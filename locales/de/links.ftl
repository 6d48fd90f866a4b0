### Benachrichtigt werden: die Glocke und was man verfolgt

number = { $number }
nav-notifications = { $count ->
    [0] Benachrichtigungen: nichts Neues
    [one] Benachrichtigungen: { $number } neue
   *[other] Benachrichtigungen: { $number } neue
}
nav-notifications-n = Benachrichtigungen: { $n } neue

## Die Glocke

notifications = Benachrichtigungen
notifications-new = Neu
notifications-earlier = Früher
notifications-older = Ältere Benachrichtigungen
notifications-all-read = Alle als gelesen markieren
notifications-nothing-new = Nichts Neues. Du hast alles gelesen.
notifications-empty = Hier steht noch nichts.
notifications-what-comes = Wenn dir jemand antwortet, dich erwähnt oder deinen Beitrag kommentiert, oder wenn ein Gespräch weitergeht, dem du folgst, erfährst du es hier.

notice-waiting = { $count ->
    [0] { $name } hat einen Kommentar geschrieben, den du freigeben musst
    [one] { $name } und { $number } weitere Person haben Kommentare geschrieben, die du freigeben musst
   *[other] { $name } und { $number } weitere haben Kommentare geschrieben, die du freigeben musst
}
notice-mention = { $count ->
    [0] { $name } hat dich erwähnt
    [one] { $name } und { $number } weitere Person haben dich erwähnt
   *[other] { $name } und { $number } weitere haben dich erwähnt
}
notice-answer = { $count ->
    [0] { $name } hat dir geantwortet
    [one] { $name } und { $number } weitere Person haben dir geantwortet
   *[other] { $name } und { $number } weitere haben dir geantwortet
}
notice-comment = { $count ->
    [0] { $name } hat deinen Beitrag kommentiert
    [one] { $name } und { $number } weitere Person haben deinen Beitrag kommentiert
   *[other] { $name } und { $number } weitere haben deinen Beitrag kommentiert
}
notice-approved = Dein Kommentar wurde freigegeben
notice-said = { $count ->
    [0] { $name } hat sich zu Wort gemeldet
    [one] { $name } und { $number } weitere Person haben sich zu Wort gemeldet
   *[other] { $name } und { $number } weitere haben sich zu Wort gemeldet
}
notice-posted = { $count ->
    [0] { $name } hat einen Beitrag veröffentlicht
    [one] { $name } und { $number } weitere Person haben einen Beitrag veröffentlicht
   *[other] { $name } und { $number } weitere haben einen Beitrag veröffentlicht
}
notice-posted-module = Ein Modul ist jetzt offen
notice-posted-assignment = Eine Aufgabe ist jetzt offen
notice-posted-discussion = { $name } hat eine Diskussion begonnen
notice-posted-wrap-up = { $name } hat einen Rückblick veröffentlicht
notice-comment-other = { $count ->
    [0] { $name } hat kommentiert, was du begonnen hast
    [one] { $name } und { $number } weitere Person haben kommentiert, was du begonnen hast
   *[other] { $name } und { $number } weitere haben kommentiert, was du begonnen hast
}
help-notifications = Wie du erfährst, was passiert
help-course = In einem Kurs mitmachen
help-link = So funktioniert es
notice-held = { $count ->
    [0] Eine Antwort in deinem Namen kam von { $name }
   *[other] Antworten in deinem Namen kamen von { $name } und anderen
}
notice-reviewed = { $count ->
    [0] { $name } hat dir eine Rückmeldung zu deiner Arbeit gegeben
    [one] { $name } und { $number } weitere Person haben dir Rückmeldungen zu deiner Arbeit gegeben
   *[other] { $name } und { $number } weitere haben dir Rückmeldungen zu deiner Arbeit gegeben
}
notice-review = Eine Arbeit wartet auf deine Rückmeldung
notice-thanked = { $count ->
    [0] { $name } hat auf deine Rückmeldung geantwortet
    [one] { $name } und { $number } weitere Person haben auf deine Rückmeldungen geantwortet
   *[other] { $name } und { $number } weitere haben auf deine Rückmeldungen geantwortet
}
notice-extended = { $name } hat dir mehr Zeit gegeben
notice-announcement = Ankündigung von { $name }
notice-more = { $count ->
    [one] und { $number } weitere
   *[other] und { $number } weitere
}
notice-why-waiting = Du moderierst dieses Gespräch
notice-why-mention = Du wurdest erwähnt
notice-why-answer = Antwort auf etwas von dir
notice-why-comment = Du hast den Beitrag geschrieben
notice-why-approved = Du hast ihn geschrieben
notice-why-said = Du folgst diesem Gespräch
notice-why-posted = Du folgst diesem Blog, diesem Schlagwort oder dieser Person
notice-why-posted-course = Du folgst diesem Kurs
notice-why-posted-group = Du folgst dieser Gruppe oder dieser Person
notice-why-comment-other = Du hast es begonnen
notice-why-held = Du musst darüber entscheiden
notice-why-announcement = Für alle Mitglieder
notice-why-announced = Für alle in { $name }
notice-why-reviewed = Du hast die Arbeit abgegeben
notice-why-review = Du wolltest eine Rückmeldung geben
notice-why-thanked = Du hast die Rückmeldung geschrieben
notice-why-extended = Das gilt nur für dich

## Was man verfolgt

watches = Was du verfolgst
watches-lede = Antworten an dich, Erwähnungen und alles, was du entscheiden musst, erreichen dich immer. Hier wählst du, wie schnell du vom Rest erfährst.
watches-empty = Du verfolgst noch nichts. Was du schreibst und worauf du antwortest, kommt von selbst dazu; bei Blogs, Schlagwörtern, Personen und Gesprächen gibt es die Schaltfläche „Folgen“.
watches-saved = Deine Auswahl ist gespeichert.
watch-begin = Folgen
watch-end = Nicht mehr folgen
watch-again = Wieder folgen
watch-mute-this = Stummschalten
watch-how-soon = Wie schnell du von { $name } erfährst
watch-now = Sofort
watch-digest = In der Zusammenfassung
watch-list = Nur in der Liste
watch-mute = Stumm
watch-state-now = Du folgst: sofort
watch-state-digest = Du folgst: Zusammenfassung
watch-state-list = Du folgst: nur Liste
watch-state-mute = Stumm
watch-why-chosen = Von dir ausgewählt
watch-why-wrote = Weil du es geschrieben hast
watch-why-answered = Weil du mitgeredet hast
watch-why-joined = Weil du dabei bist
watch-conversation = Gespräch
watch-blog = Blog
watch-term = Schlagwort
watch-member = Person
watch-circle = Kurs oder Gruppe

## E-Mail

mail = E-Mail
mail-lede = E-Mails über das, was hier geschieht, gehen an { $email }. Anmeldelinks und Sicherheitshinweise kommen immer.
mail-saved = Deine Auswahl ist gespeichert.
mail-when = Wann möchtest du E-Mails bekommen?
mail-mode-now = Sofort, wenn es mich betrifft, alles andere in einer täglichen Zusammenfassung
mail-mode-daily = Eine Zusammenfassung am Tag
mail-mode-weekly = Eine Zusammenfassung in der Woche
mail-mode-never = Keine E-Mails
mail-hour = Uhrzeit der Zusammenfassung
mail-weekday = Tag der wöchentlichen Zusammenfassung
mail-day-1 = Montag
mail-day-2 = Dienstag
mail-day-3 = Mittwoch
mail-day-4 = Donnerstag
mail-day-5 = Freitag
mail-day-6 = Samstag
mail-day-7 = Sonntag
mail-most = E-Mails am Tag, höchstens
mail-most-hint = Was darüber hinausgeht, wartet auf die Zusammenfassung.
mail-quiet-from = Ruhe ab
mail-quiet-until = Ruhe bis
mail-paused = Pause bis
mail-paused-hint = Ohne Datum gibt es keine Pause. Was in der Zwischenzeit geschieht, steht in der ersten Zusammenfassung danach.
mail-paused-wrong = Wähle einen Tag, zum Beispiel 2026-12-24.
mail-where = Wohin E-Mails gehen
mail-address = Andere Adresse
mail-address-hint = Für E-Mails über das, was hier geschieht, wenn sie nicht an die Adresse deines Kontos gehen sollen. Anmeldelinks und Sicherheitshinweise gehen weiterhin an dein Konto.
mail-address-ask = Link zum Bestätigen schicken
mail-address-own = Adresse meines Kontos verwenden
mail-address-asked = Wir haben einen Link dorthin geschickt. Sobald du ihn bestätigst, gehen E-Mails über das, was hier geschieht, an diese Adresse.
mail-address-waits = { $address } ist noch nicht bestätigt. Bis dahin ändert sich nichts.
mail-address-same = Das ist die Adresse deines Kontos; dorthin gehen die E-Mails ohnehin.
mail-address-confirm = E-Mails an diese Adresse?
mail-address-confirm-text = @{ $name } möchte E-Mails über das, was hier geschieht, an { $address } bekommen. Wenn du das bist, bestätige es.
mail-address-confirm-button = Ja, hierher schicken
mail-address-confirmed = Bestätigt
mail-address-confirmed-text = E-Mails über das, was hier geschieht, kommen ab jetzt an diese Adresse.
letter-mail-address-subject = { $community }: E-Mails an diese Adresse?
letter-mail-address = @{ $name } möchte E-Mails über das, was bei { $community } geschieht, an diese Adresse bekommen. Um das zu bestätigen, klick auf diesen Link:
letter-mail-address-after = Der Link ist drei Tage gültig. Wenn du das nicht bist, ignoriere diese E-Mail; es kommt dann nichts.
letter-mail-address-changes-subject = { $community }: deine E-Mails sollen woandershin gehen
letter-mail-address-changes = eine Person, die mit deinem Konto angemeldet ist, möchte E-Mails über das, was bei { $community } geschieht, an eine andere Adresse bekommen. Das gilt, sobald diese Adresse bestätigt ist; Anmeldelinks kommen weiterhin hierher. Wenn du es nicht warst, beende alle anderen Sitzungen, wähle in deinen Einstellungen ein neues Passwort und bestimme hier, wohin E-Mails gehen:
letter-mail-address-changes-after = Wenn du es warst, ist hier nichts zu tun: Sieh in das Postfach der anderen Adresse.
mail-list = Verschickte E-Mails
mail-next-digest = Nächste Zusammenfassung: { $time }
mail-none = Noch keine E-Mail. Wenn dir jemand antwortet, steht es hier.
mail-sent = Verschickt: { $time }
mail-in-doubt = Verschickt: { $time }, vom Mailserver nicht bestätigt
mail-waits = Wird noch verschickt
mail-items = { $count ->
    [one] { $number } Neuigkeit
   *[other] { $number } Neuigkeiten
}
mail-came-back = Kam zurück: nicht zugestellt
mail-stopped = E-Mails an { $email } kommen nicht an. Deshalb schicken wir dorthin keine E-Mails mehr über das, was hier geschieht. Es geht nichts verloren: Alles steht unter „Benachrichtigungen“. Falls die Adresse wieder funktioniert, lass es uns noch einmal versuchen; sonst gib uns eine andere.
mail-stopped-said = Dein Mailserver hat gemeldet:
mail-try-again = Adresse noch einmal versuchen
mail-another-address = Adresse ändern
mail-why-stopped = E-Mails an deine Adresse kommen nicht an
mail-untold = Noch nicht per E-Mail
mail-why-never = Du möchtest keine E-Mails
mail-why-paused = E-Mails machen gerade Pause
mail-why-now = Kommt bald, oder in der nächsten Zusammenfassung, wenn du heute schon genug E-Mails bekommen hast
mail-why-digest = Kommt in der nächsten Zusammenfassung, wenn du es nicht vorher liest
mail-end-title = E-Mails abbestellen
mail-end-text = Möchtest du keine E-Mails mehr über das, was hier geschieht? Anmeldelinks kommen weiterhin, wenn du sie anforderst.
mail-end-button = Alle E-Mails abbestellen
mail-end-conversation = Möchtest du von „{ $title }“ nichts mehr hören, außer wenn dir jemand antwortet oder dich erwähnt?
mail-end-conversation-button = Dieses Gespräch stummschalten
mail-ended = Du bekommst keine E-Mails mehr.
mail-muted = Dieses Gespräch ist stummgeschaltet.
mail-choose-again = E-Mail-Einstellungen ändern

letter-single-subject = Re: { $title }
letter-digest-subject = { $count ->
    [one] { $number } Neuigkeit in { $community }
   *[other] { $number } Neuigkeiten in { $community }
}
letter-digest-lead = { $count ->
    [one] Seit deiner letzten Zusammenfassung gibt es { $number } Neuigkeit.
   *[other] Seit deiner letzten Zusammenfassung gibt es { $number } Neuigkeiten.
}
letter-digest-rest = { $count ->
    [one] { $number } weiteres Gespräch folgt in der nächsten Zusammenfassung.
   *[other] { $number } weitere Gespräche folgen in der nächsten Zusammenfassung.
}
letter-open = Lesen und antworten
letter-choose = E-Mail-Einstellungen ändern:
letter-mute = Dieses Gespräch stummschalten:
letter-end = Alle E-Mails abbestellen:
letter-choose-link = E-Mail-Einstellungen ändern
letter-mute-link = Dieses Gespräch stummschalten
letter-end-link = Alle E-Mails abbestellen

letter-open-announcement = Ankündigung öffnen
letter-open-direct = Öffnen

## Ankündigungen

announcement = Ankündigung
announcements = Ankündigungen
announcements-text = Was alle Mitglieder wissen sollten. Es steht oben auf jeder Seite, erscheint bei allen unter der Glocke und kommt per E-Mail, so wie es sich jedes Mitglied eingestellt hat.
announcements-circle-text = Was hier alle wissen sollten. Es steht oben auf ihren Seiten, erscheint unter der Glocke und kommt per E-Mail, so wie es alle für sich eingestellt haben.
announcements-none = Hier wurde noch nichts angekündigt. Ankündigungen bleiben auf dieser Seite stehen.
announcement-dismiss = Ausblenden
announcement-write = Ankündigung schreiben
announcement-write-lede = Zuerst siehst du eine Vorschau. Verschickt wird erst, wenn du sie dort veröffentlichst.
announcement-edit = Ankündigung bearbeiten
announcement-edit-lede = Wer sie öffnet, sieht die neue Fassung. Eine zweite E-Mail wird nicht verschickt.
announcement-from = Anzeigen ab
announcement-from-hint = In { $zone }. Leer lassen: sobald du sie veröffentlichst.
announcement-until = Anzeigen bis
announcement-until-hint = In { $zone }. Leer lassen: bis du sie zurückziehst.
announcement-later = Wer später dazukommt
announcement-later-see = kann sie auch lesen
announcement-later-miss = sieht sie nicht: Sie ist nur für alle, die am Anfang schon dabei sind
announcement-later-hint = Wenn du sie nicht beschränkst, können auch die sie lesen, die später dazukommen, selbst wenn sie nicht mehr oben auf der Seite steht.
announcement-moment-wrong = Wähle einen Tag und eine Uhrzeit, etwa 2026-12-24T18:00.
announcement-until-wrong = Das Ende muss nach dem Anfang liegen und in der Zukunft.
announcement-moved-on = Jemand anders hat diese Ankündigung geändert, seit du sie geöffnet hast. Nichts wurde überschrieben: Dein Text steht unten. Wenn du jetzt speicherst, ersetzt er den anderen.
announcement-to-preview = Speichern und Vorschau ansehen
announcement-publish = Veröffentlichen
announcement-look = Ansehen
announcement-delete = Entwurf löschen
announcement-withdraw = Zurückziehen
announcement-withdraw-hint = Dann verschwindet sie von allen Seiten. Was noch nicht verschickt ist, wird nicht mehr verschickt; was schon weg ist, lässt sich nicht zurückholen.
announcement-published = Veröffentlicht.
announcement-saved = Gespeichert.
announcement-withdrawn = Sie ist weg.
announcement-is-draft = Entwurf
announcement-is-planned = Geplant
announcement-is-standing = Auf jeder Seite
announcement-is-over = Vorbei
announcement-is-withdrawn = Zurückgezogen
announcement-is-limited = Nicht für alle, die später dazukommen
announcement-began = Seit { $time }
announcement-begins = Ab { $time }
announcement-ends = Bis { $time }
announcement-who = { $count ->
    [one] { $number } Mitglied wird benachrichtigt
   *[other] { $number } Mitglieder werden benachrichtigt
}
announcement-who-hint = Alle sehen sie oben auf der Seite und unter der Glocke. Sofortige E-Mails warten zwei Minuten und halten Ruhezeiten ein; was das Tageslimit überschreitet, kommt in der Zusammenfassung. Wer sie bis dahin gelesen hat, bekommt keine E-Mail.
announcement-at-once = { $count ->
    [one] { $number } sofort per E-Mail
   *[other] { $number } sofort per E-Mail
}
announcement-today = { $count ->
    [one] { $number } in der heutigen Zusammenfassung
   *[other] { $number } in der heutigen Zusammenfassung
}
announcement-tomorrow = { $count ->
    [one] { $number } in der morgigen Zusammenfassung
   *[other] { $number } in der morgigen Zusammenfassung
}
announcement-weekly = { $count ->
    [one] { $number } in der wöchentlichen Zusammenfassung
   *[other] { $number } in der wöchentlichen Zusammenfassung
}
announcement-paused = { $count ->
    [one] { $number } per E-Mail nach der Pause
   *[other] { $number } per E-Mail nach der Pause
}
announcement-stopped = { $count ->
    [one] { $number } nur unter der Glocke: E-Mails kommen dort nicht an
   *[other] { $number } nur unter der Glocke: E-Mails kommen dort nicht an
}
announcement-without = { $count ->
    [one] { $number } ohne E-Mail
   *[other] { $number } ohne E-Mail
}

## Web Push

push = Benachrichtigungen auf deinen Geräten
push-what = Dein Gerät kann dir Bescheid geben, wenn dir jemand antwortet, dich erwähnt, deinen Beitrag kommentiert, deinen Kommentar freigibt oder einen schreibt, den du freigeben musst – auch wenn diese Website nicht geöffnet ist. Ebenso bei Ankündigungen und bei allem, dem du mit „Sofort“ folgst, höchstens so oft am Tag, wie du E-Mails bekommen möchtest. Während deiner Ruhezeit oder einer Pause kommt nichts. Wenn du dich auf einem Gerät abmeldest, endet es dort.
push-begin = Auf diesem Gerät benachrichtigen
push-end = Ausschalten
push-since = Eingeschaltet seit dem { $date }.
push-last = Letzte Benachrichtigung: { $time }.
push-failing = Die letzte Benachrichtigung ist noch nicht angekommen; wir versuchen es weiter.
push-unable = Dieser Browser kann von dieser Website keine Benachrichtigungen empfangen, oder JavaScript ist ausgeschaltet. Auf einem iPhone oder iPad füge die Website zuerst zum Home-Bildschirm hinzu und öffne sie dort.
push-denied = Dieser Browser blockiert Benachrichtigungen von dieser Website. Erlaube sie in den Einstellungen des Browsers für diese Website und komm dann hierher zurück.
push-failed = Die Benachrichtigungen ließen sich nicht einschalten: Der Benachrichtigungsdienst des Browsers hat nicht geantwortet oder ist ausgeschaltet. Es hat sich nichts geändert; versuche es später noch einmal.
push-too-many = Du hast schon zehn Geräte. Schalte zuerst eines aus.
push-strange = Dieser Browser hat nicht gesagt, wohin Benachrichtigungen gesendet werden können.
push-welcome = Benachrichtigungen sind auf diesem Gerät eingeschaltet
push-refused = { $count ->
    [one] Der Benachrichtigungsdienst eines Geräts lehnt ab, was diese Website sendet. Bitte die Person, die den Server betreibt, „lyceum doctor“ auszuführen. Er hat geantwortet:
   *[other] Die Benachrichtigungsdienste von { $count } Geräten lehnen ab, was diese Website sendet. Bitte die Person, die den Server betreibt, „lyceum doctor“ auszuführen. Einer davon hat geantwortet:
}

## Antworten per E-Mail

letter-answering = Du kannst einfach auf diese E-Mail antworten: Deine Antwort erscheint unter dem, was { $name } geschrieben hat. Zitate und Signaturen fallen weg.
letter-answering-post = Du kannst einfach auf diese E-Mail antworten: Deine Antwort erscheint als Kommentar. Zitate und Signaturen fallen weg.
letter-answering-digest = Auf eine Zusammenfassung kann man nicht per E-Mail antworten. Öffne dazu das Gespräch.
letter-answer-yours = Das hast du geschrieben:
letter-answer-refused-subject = Deine Antwort wurde nicht veröffentlicht
letter-answer-refused = deine Antwort kam per E-Mail an, konnte aber nicht veröffentlicht werden:
letter-answer-empty = deine Antwort kam per E-Mail an, aber ohne Zitate und Signaturen blieb nichts übrig. Falls du etwas geschrieben hast, schreib es bitte über das Zitat oder antworte hier:
letter-answer-only-files = deine E-Mail kam an, enthielt aber nur ein Bild oder eine andere Datei. Antworten per E-Mail können nur Text enthalten. Hier kannst du antworten:
letter-answer-expired-subject = Auf diese E-Mail kann man nicht mehr antworten
letter-answer-expired = du hast auf eine E-Mail geantwortet, die dafür schon zu alt ist. Hier kannst du weiterhin antworten:
letter-answer-held-subject = Ist diese Antwort von dir?
letter-answer-held = in deinem Namen kam eine Antwort von { $from }. Das ist nicht deine Adresse. Die Antwort ist nicht veröffentlicht. Du entscheidest, was mit ihr geschieht:
letter-answer-held-unknown = in deinem Namen kam eine Antwort von einer Adresse, die nicht deine ist. Die Antwort ist nicht veröffentlicht. Du entscheidest, was mit ihr geschieht:

answers = Antworten per E-Mail
answers-lede = Auf die meisten E-Mails von hier kannst du in deinem Mailprogramm antworten. Hier steht, was in den letzten 30 Tagen ankam. Nur du siehst diese Seite.
answers-off = Auf E-Mails von dieser Website kann man nicht per E-Mail antworten.
answers-held = Wartet auf deine Entscheidung
answers-held-hint = Das kam in deinem Namen, aber nicht von deiner Adresse: vielleicht von einer anderen Adresse, die dir gehört, oder von jemandem, dem du eine E-Mail weitergeleitet hast.
answers-came = Was ankam
answers-none = Noch nichts. Wenn du auf eine E-Mail antwortest, steht sie hier.
answers-wait = { $count ->
    [one] { $number } Antwort wartet auf deine Entscheidung
   *[other] { $number } Antworten warten auf deine Entscheidung
}
answer-from = Von { $from }
answer-publish = Als meine veröffentlichen
answer-discard = Verwerfen
answer-published = Veröffentlicht.
answer-held = Wartet auf deine Entscheidung.
answer-discarded = Verworfen.
answer-discarded-now = Die Antwort wurde verworfen.
answer-refused = Nicht veröffentlicht.
answer-empty = Nicht veröffentlicht: Ohne Zitate und Signaturen blieb nichts übrig.
answer-expired = Nicht veröffentlicht: Die E-Mail war zu alt für eine Antwort.
answer-not-published = Die Antwort konnte nicht veröffentlicht werden.
answer-your-words = Was du geschrieben hast
answer-left-out = Aus deiner E-Mail weggelassen
answer-left-out-hint = Das siehst nur du.
answer-left-out-file = { $name } wurde nicht übernommen: Antworten per E-Mail enthalten nur Text.

## What could not be delivered, for organisers
undelivered = Unzustellbare E-Mails
undelivered-none = Es ist nichts zurückgekommen. E-Mails, die nicht zugestellt werden konnten, stehen dann hier, mit einem Hinweis, was zu tun ist.
undelivered-stopped = Angehalten
undelivered-waiting = { $count ->
    [one] Eine E-Mail wartet, weil der eigene Mailserver sie nicht angenommen hat. Wer den Server betreibt, findet die Ursache mit „lyceum doctor“. Die letzte Meldung:
   *[other] { $count } E-Mails warten, weil der eigene Mailserver sie nicht angenommen hat. Wer den Server betreibt, findet die Ursache mit „lyceum doctor“. Die letzte Meldung:
}
undelivered-complaint = Die E-Mail wurde als Spam gemeldet. Deshalb gehen keine E-Mails mehr über Neuigkeiten dorthin; die Anmeldung per E-Mail funktioniert weiterhin.
undelivered-distrusted = Der Mailanbieter vertraut E-Mails von hier nicht. Wer den Server betreibt, sollte SPF, DKIM und DMARC mit „lyceum doctor“ prüfen. Die Adresse selbst kann in Ordnung sein.
undelivered-unknown = Diese Adresse gibt es nicht. Frag nach einer, die funktioniert; ändern lässt sie sich in den eigenen Einstellungen.
undelivered-full = Das Postfach ist voll. Wir versuchen es weiter; wenn es tagelang so bleibt, sag auf anderem Weg Bescheid.
undelivered-closed = Das Postfach ist geschlossen oder nimmt keine E-Mails an. Frag nach einer anderen Adresse.
undelivered-unreachable = Der Mailanbieter war nicht erreichbar. Sieh nach, ob der Teil nach dem @ einen Tippfehler hat; sonst geht es vielleicht vorüber.
undelivered-other = Der andere Mailserver hat keinen klaren Grund genannt. Wenn es wieder vorkommt, frag nach einer anderen Adresse.

letter-guest-ask-subject = E-Mails über Antworten auf einen Kommentar bei { $community }?
letter-guest-ask-lead = jemand, vielleicht du, hat bei { $community } einen Kommentar hinterlassen und um E-Mails an diese Adresse gebeten, wenn er erscheint und wenn jemand antwortet. Jetzt ist er erschienen:
letter-guest-ask-open = Kommentar öffnen
letter-guest-ask-question = Sollen Antworten darauf an diese Adresse gehen?
letter-guest-ask-yes = Ja, bei Antworten eine E-Mail schicken
letter-guest-ask-no = Wenn du es nicht warst oder das nicht möchtest, brauchst du nichts zu tun: Nach 7 Tagen löschen wir deine Adresse.
letter-guest-never = Nie wieder an diese Adresse schreiben:
letter-guest-never-link = Nie wieder an diese Adresse schreiben
letter-guest-mute = E-Mails zu diesem Gespräch abbestellen:
letter-guest-mute-link = E-Mails zu diesem Gespräch abbestellen
letter-guest-end = Alle E-Mails an diese Adresse abbestellen:
letter-guest-end-link = Alle E-Mails an diese Adresse abbestellen
letter-guest-answering = Öffne zum Antworten das Gespräch: Eine Antwort auf diese E-Mail erscheint dort nicht.
guest-ask-title = E-Mails bestätigen
guest-ask-text = Du bekommst eine E-Mail, wenn jemand auf Kommentare antwortet, die du hier als Gast hinterlässt. In jeder steht ein Link zum Abbestellen.
guest-ask-button = Ja, bei Antworten eine E-Mail schicken
guest-never-text = Oder soll an diese Adresse nie wieder wegen eines Gastkommentars geschrieben werden?
guest-never-button = Nie an diese Adresse schreiben
guest-mail-title = E-Mails an Gäste
guest-allow-text = An diese Adresse wird wegen eines Gastkommentars nie geschrieben. Wenn du doch von Antworten hören möchtest, erlaube es hier und setz dann unter deinem nächsten Kommentar das Häkchen.
guest-allow-button = E-Mails wieder erlauben
guest-leave-text = Möchtest du von „{ $title }“ nichts mehr hören?
guest-leave-button = E-Mails zu diesem Gespräch abbestellen
guest-end-text = Möchtest du keine E-Mails mehr zu Kommentaren, die du hier als Gast hinterlassen hast?
guest-end-button = Alle E-Mails abbestellen
guest-confirmed = Danke. Du bekommst eine E-Mail, wenn dir jemand antwortet.
guest-left = Du hörst nichts mehr von diesem Gespräch.
guest-ended = Du bekommst keine E-Mails mehr zu Kommentaren, die du als Gast hinterlassen hast.
guest-refused = An diese Adresse wird wegen eines Gastkommentars nicht mehr geschrieben. Wir behalten von ihr nur einen Code, aus dem niemand die Adresse zurückgewinnen kann.
guest-allowed = E-Mails sind wieder erlaubt. Setz unter deinem nächsten Kommentar das Häkchen, um welche zu bekommen.
guest-link-over = Dieser Link gilt nicht mehr
guest-link-over-text = Er sorgt nicht mehr für E-Mails an deine Adresse. Wenn du per E-Mail von Antworten hören möchtest, setz unter deinem nächsten Kommentar das Häkchen.

## Private messages. $name is a person.
messages = Nachrichten
nav-messages = Nachrichten ({ $number })
messages-lede = Was du und andere einander schreiben. Niemand sonst kann es lesen, auch die Organisation nicht.
messages-archived = Archivierte Nachrichten
messages-archived-lede = Was du weggelegt hast. Es kommt zurück, sobald jemand schreibt.
messages-archived-none = Im Archiv liegt nichts.
messages-none = Noch keine Nachrichten.
messages-none-how = Um jemandem zu schreiben, öffne die Seite der Person und wähle „Nachricht schreiben“.
messages-and-more = { $count ->
    [one] { $names } und eine weitere Person
   *[other] { $names } und { $number } weitere
}
messages-unread = { $count ->
    [one] { $number } neue Nachricht
   *[other] { $number } neue Nachrichten
}
messages-muted = Stumm
messages-you = Du:
messages-more = Ältere Nachrichten
messages-latest = Neueste Nachrichten
messages-earlier = Frühere Nachrichten
messages-has-left = nicht mehr dabei
messages-what-else = Mehr
messages-mark-unread = Als ungelesen markieren
messages-archive = Archivieren
messages-unarchive = Zurück zu den Nachrichten
messages-mute = Stummschalten
messages-unmute = Nicht mehr stummschalten
messages-leave = Verlassen
messages-leave-text = Was hier künftig geschrieben wird, bekommst du nicht mehr, und was schon dasteht, kannst du nicht mehr lesen. Deine Nachrichten bleiben den anderen. Von allein kannst du nicht zurückkommen.
messages-is-muted = Stummgeschaltet: Neue Nachrichten stehen hier, aber nichts macht dich darauf aufmerksam.
messages-written = Nachrichten
messages-came = Eine neue Nachricht
messages-you-blocked = Du hast diese Person blockiert. Hier könnt ihr einander deshalb nicht schreiben.
messages-settings = Wer dir schreiben kann
messages-accept = Wer kann dir schreiben?
messages-accept-all = Alle Mitglieder
messages-accept-circles = Nur Leute aus meinen Kursen, Homerooms und Kreisen
messages-accept-nobody = Niemand
messages-accept-hint = Die Organisation und alle, die deine Kurse leiten oder begleiten, können dir immer schreiben; ebenso alle, denen du selbst geschrieben hast. Niemand erfährt, was du gewählt hast.
messages-nobody-called = Kein Mitglied heißt „{ $name }“. Nimm den Kurznamen, der auf der Seite der Person steht, zum Beispiel @ines.
messages-several-called = Mehrere Mitglieder heißen „{ $name }“. Nimm den Kurznamen, der auf der Seite der Person steht, zum Beispiel @ines.
messages-too-many-people = Das sind zu viele: Eine Nachricht kann an 20 Leute gehen.
messages-done-archived = Archiviert. Es kommt zurück, sobald jemand schreibt.
messages-done-unarchived = Wieder bei deinen Nachrichten.
messages-done-left = Du bist nicht mehr dabei.
messages-done-unread = Als ungelesen markiert.
messages-done-muted = Stummgeschaltet.
messages-done-unmuted = Nicht mehr stumm: Von neuen Nachrichten erfährst du wieder.
messages-done-deleted = Deine Nachricht ist gelöscht.
messages-done-saved = Gespeichert.
messages-done-blocked = Blockiert. Die Person erfährt davon nichts.
messages-done-unblocked = Nicht mehr blockiert.
message-new = Nachricht schreiben
message-write-to = Nachricht schreiben
message-new-lede = Lesen können sie nur die, denen du schreibst. Sind es mehrere, sehen alle, wer dabei ist und wer was antwortet.
message-to = An
message-to-hint = Kurznamen oder Namen, durch Kommas getrennt.
message-field = Nachricht
message-hint = Du kannst Markdown verwenden: *betont*, **wichtig**, [ein Link](https://example.org), > zitiert. Zeilenumbrüche bleiben erhalten.
message-send = Senden
message-edit = Nachricht bearbeiten
message-delete = Nachricht löschen
message-delete-text = Der Text verschwindet hier für alle. Dass es eine Nachricht gab, bleibt zu sehen.
message-deleted = Diese Nachricht wurde von der Person gelöscht, die sie geschrieben hat.
message-removed = Diese Nachricht wurde von der Organisation entfernt.
message-of-blocked = Eine Nachricht von jemandem, den du blockiert hast
message-yours = (deine Nachricht)
message-of = (Nachricht von { $name })
message-moved-on = Diese Nachricht wurde geändert, seit du sie geöffnet hast, vielleicht in einem anderen Tab. Nichts wurde überschrieben: Dein Text steht unten. Wenn du jetzt speicherst, ersetzt er die andere Fassung.
message-too-late = Nachrichten lassen sich nur eine Weile nach dem Senden bearbeiten. Löschen kannst du diese noch, oder eine neue schreiben.
message-as-another = Hier ist inzwischen jemand anderes angemeldet. Dein Text ist noch da; wenn du ihn noch einmal sendest, geht er in deren Namen hinaus.
message-too-long = Das ist zu lang für eine Nachricht: 10.000 Zeichen passen hinein. Für mehr kannst du einen Beitrag schreiben, den nur manche lesen können.
message-empty = Hier steht noch nichts.
message-not-taken = { $name } nimmt von dir zurzeit keine Nachrichten an. Es wurde nichts gesendet; dein Text ist noch da.
message-not-taken-some = Jemandem davon kannst du nicht schreiben. Es wurde nichts gesendet; dein Text ist noch da.
message-blocked = Du hast { $name } blockiert. Wenn du schreiben möchtest, hebe das zuerst auf.
message-unanswered = { $name } hat noch nicht geantwortet, und du hast schon dreimal geschrieben. Sobald eine Antwort kommt, kannst du wieder schreiben.
message-too-many-new = Du hast heute schon vielen neuen Leuten geschrieben. Morgen geht es weiter; wer dir geantwortet hat, zählt nicht mit.
message-nobody-left = Außer dir ist niemand mehr hier, und niemand würde es lesen.
message-to-yourself = Das bist du selbst. Nenne jemand anderen.
notice-written = { $name } hat dir geschrieben
notice-written-title = Private Nachricht
notice-invited = { $name } lädt dich zu einem Kurs ein
notice-invited-tribe = { $name } lädt dich in einen Kreis ein
notice-asked = { $count ->
    [0] { $name } möchte dabei sein
    [one] { $name } und { $number } weitere Person möchten dabei sein
   *[other] { $name } und { $number } weitere möchten dabei sein
}
notice-let-in = Du bist jetzt dabei
notice-reported = { $count ->
    [one] { $number } Meldung wartet auf deine Entscheidung
   *[other] { $number } Meldungen warten auf deine Entscheidung
}
notice-reported-title = Meldungen
notice-outcome = Die Organisation hat sich deine Meldung angesehen
notice-outcome-removed = Die Organisation hat sich deine Meldung angesehen. Die Nachricht siehst du nicht mehr
notice-outcome-title = Deine Meldung
notice-archive = Dein Archiv ist fertig
notice-archive-title = Alles mitnehmen
notice-agreement = Deine Bitte um Unterstützung wurde beantwortet
notice-agreement-title = Unterstützung beim Lernen
notice-awarded = { $name } hat dir ein Abzeichen gegeben
notice-certified = Dein Zertifikat ist da
notice-earned = Du hast ein Abzeichen bekommen
notice-badge-asked = { $name } bittet um ein Abzeichen
notice-badge-answered = { $name } hat auf deine Bitte um ein Abzeichen geantwortet
notice-reissued = Der Nachweis zu deinem Abzeichen wurde neu ausgestellt. Bitte nimm ab jetzt den neuen
notice-why-written = Sie ist an dich
notice-why-invited = Du kannst darauf antworten
notice-why-asked = Du entscheidest, wer dazukommt
notice-why-let-in = Du hast darum gebeten oder auf einen Platz gewartet
notice-why-reported = Du gehörst zur Organisation
notice-why-outcome = Du hast es gemeldet
notice-why-archive = Du hast darum gebeten
notice-why-agreement = Du hast darum gebeten
notice-why-awarded = Es gehört dir: Du entscheidest, wer es sieht
notice-why-badge-asked = Du entscheidest über dieses Abzeichen
notice-why-badge-answered = Du hast darum gebeten
letter-written-answering = Der Text steht nicht in dieser E-Mail: Lesen kannst du ihn nur auf der Seite. Eine Antwort auf diese E-Mail erreicht niemanden; bitte antworte dort.
block = Blockieren
unblock = Nicht mehr blockieren
blocked = Wen du blockiert hast
blocked-none = Du hast niemanden blockiert.
blocked-since = Blockiert am { $date }
message-note-silent = Hallo, ich habe dich eine Weile nicht im Kurs gesehen und wollte nur sagen, dass du jederzeit willkommen bist. Du musst vorher nichts nachholen. Kann ich etwas tun, damit es leichter geht?
message-note-stuck = Hallo, ich sehe, dass du da bist und dass aus den früheren Wochen noch etwas offen ist. Das macht gar nichts. Sag mir, wenn etwas im Weg ist; vielleicht finden wir die kürzeste Strecke drum herum.
message-note-thriving = Hallo, ich habe gelesen, was du hier schreibst, und freue mich darüber. Wenn du magst, antworte einer Person, die gerade erst anfängt: Das würde ihr viel bedeuten.
message-note-steady = Hallo, ich wollte nur fragen, wie es läuft. Kann ich dir bei etwas helfen?

### Suchen

search-title = Suche: { $words }
search-site = Diese Website durchsuchen
search-here = Suche
search-words = Wonach du suchst
search-how = Anführungszeichen finden eine Wortfolge, ein Minus davor schließt ein Wort aus, # findet ein Schlagwort.
search-narrow = Suche eingrenzen
search-place = Wo
search-anywhere = Überall
search-by = Geschrieben von
search-by-hint = @name
search-since = Wann
search-since-any = Egal wann
search-since-day = Am letzten Tag
search-since-week = In der letzten Woche
search-since-month = Im letzten Monat
search-since-year = Im letzten Jahr
search-apply = Eingrenzen
search-wider = Überall suchen
search-kinds = Was gezeigt wird
search-in-all = Alles
search-in-posts = Beiträge
search-in-comments = Kommentare
search-in-discussions = Diskussionen
search-in-courses = Module und Aufgaben
search-in-announcements = Ankündigungen
search-in-people = Menschen
search-in-names = Schlagwörter und Gruppen
search-is-post = Beitrag
search-is-page = Seite
search-is-comment = Kommentar
search-is-discussion = Diskussion
search-is-module = Modul
search-is-assignment = Aufgabe
search-is-announcement = Ankündigung
search-is-tribe = Kreis
search-is-course = Kurs
search-is-tag = Schlagwort
search-tag-has = { $count ->
    [one] { $number } Beitrag
   *[other] { $number } Beiträge
}
search-building = Ältere Texte lassen sich noch nicht alle finden: { $done } von { $total } sind durchgesehen, die neuesten zuerst.
search-shortened = Das ist mehr, als sich auf einmal suchen lässt. Nur der Anfang wurde verwendet.
search-named = Namen
search-directory = Alle Mitglieder durchsehen
search-did-you-mean = Meintest du
search-empty = Gib ein oder zwei Wörter ein. Du findest, was du lesen darfst: Beiträge, Kommentare, Diskussionen, Module, Menschen, Schlagwörter und Gruppen.
search-only-signs = In „{ $words }“ steht kein Wort, nach dem sich suchen lässt.
search-only-exclusions = Du hast nur gesagt, was nicht vorkommen soll. Gib dazu ein Wort ein, das vorkommen soll.
search-nobody = So heißt hier niemand.
search-none = Nichts gefunden zu „{ $words }“. Mit anderen oder weniger Wörtern findest du vielleicht mehr.
search-found = { $count ->
    [one] { $number } Treffer
   *[other] { $number } Treffer
}
search-more-than = Mehr als { $number } Treffer
search-looked-back = Durchgesehen bis zum { $date }.
search-further = Weiter zurück suchen
search-older = Ältere Treffer
search-pages = Seiten mit Treffern
search-previous = Vorige Treffer
search-next = Weitere Treffer
