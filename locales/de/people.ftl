# People, their accounts, and looking after the community.

## Account
or = oder
form-wrong =
    { $count ->
        [one] Schau bei einer Sache noch einmal hin.
        [2] Schau bei zwei Dingen noch einmal hin.
       *[other] Schau bei { $number } Dingen noch einmal hin.
    }
field-display-name = Dein Name, wie andere ihn sehen
field-handle-label = Kurzname
field-handle-hint = Kleinbuchstaben, Ziffern, - und _. Damit erwähnen dich andere in Kommentaren.
field-handle-taken = Dieser Kurzname ist schon vergeben. Wenn er dir gehört, melde dich an; sonst wähle einen anderen.
field-email-hint = Wird anderen Mitgliedern nicht gezeigt. Nur die Organisation sieht diese Adresse.
field-password-label = Passwort
field-password-hint = Mindestens zehn Zeichen, gern ein Satz, der dir gefällt. Du kannst dich auch jederzeit mit einem Link per E-Mail anmelden.
field-new-password = Neues Passwort
field-why-label = Ein paar Worte an die Organisation
field-who = E-Mail oder Kurzname
join-heading = Bei { $community } mitmachen
join-lede = Mehr als einen Namen, eine E-Mail-Adresse und ein Passwort braucht es nicht. Deinen Blog bekommst du dazu.
join-request-lede = Erzähl uns, wer du bist. Die Organisation liest deine Anfrage, und du bekommst eine E-Mail, sobald du dabei bist.
join-found = Diese Community einrichten
join-found-lede = Außer dir ist noch niemand hier, die Organisation liegt also bei dir. Alles Weitere lässt sich später einstellen.
join-found-button = Einrichten
join-ask = Aufnahme anfragen
join-handle = Dein Kurzname, wenn du ihn selbst wählen möchtest
join-already = schon Mitglied?
join-mail = Sieh in deine E-Mails
join-mail-text = Wir haben eine E-Mail an { $stressed } geschickt. Klick auf den Link darin, und du bist dabei.
join-mail-request = Sieh in deine E-Mails
join-mail-request-text = Wir haben eine E-Mail an { $stressed } geschickt. Klick auf den Link darin, damit deine Anfrage bei der Organisation ankommt.
join-by-invitation = Nur auf Einladung
join-by-invitation-text = Für diese Community brauchst du eine Einladung der Organisation. Wenn du eine hast, klick auf den Link in der E-Mail.
join-early = Noch nicht eröffnet
join-early-text = Diese Community hat noch niemand eingerichtet. Wer den Server betreibt, findet den Link dafür dort, wo er gestartet wurde; danach können andere beitreten.
join-invitation-gone = Diese Einladung ist nicht mehr gültig
join-invitation-gone-text = Sie wurde schon benutzt oder zurückgezogen, oder sie ist abgelaufen. Wer sie geschickt hat, kann dir eine neue schicken.
confirm-joining = Bestätige deine E-Mail-Adresse
confirm-joining-text = Damit bestätigst du, dass die Adresse dir gehört und dass du als { $name } bei { $community } mitmachst. Wenn du das nicht wolltest, schließ diese Seite, und es passiert nichts.
confirm-joining-button = Bestätigen und mitmachen
confirm-request = Bestätige deine E-Mail-Adresse
confirm-request-text = Damit bestätigst du, dass die Adresse dir gehört und dass du als { $name } bei { $community } mitmachen möchtest. Die Organisation liest deine Anfrage und antwortet dir.
confirm-request-button = Bestätigen und anfragen
confirm-address = Bestätige deine neue E-Mail-Adresse
confirm-address-text = Von jetzt an gehen E-Mails von { $community } an { $name }.
confirm-address-button = Diese Adresse verwenden
confirm-move = Eine andere E-Mail-Adresse
confirm-move-text = { $name } bekommt dann einen Link zur Bestätigung. Bis du ihm folgst, ändert sich nichts.
confirm-move-button = Link schicken
sign-in-heading = Anmelden
sign-in-forgotten = Passwort vergessen?
sign-in-link = Link anfordern
sign-in-link-hint = Wir schicken dir per E-Mail einen Link, mit dem du dich einmal anmelden kannst, in den nächsten 20 Minuten.
sign-in-not-yet = noch kein Mitglied?
sign-in-wrong = Der Name oder das Passwort stimmt nicht. Wenn du gerade erst dazugekommen bist, such in deinen E-Mails nach dem Link, der deine Adresse bestätigt. Du kannst dich auch unten mit einem Link anmelden.
sign-in-too-many = Das waren zu viele Versuche in kurzer Zeit. Warte eine Minute, oder fordere einen Link zum Anmelden an.
sign-in-as = Du wirst als { $name } angemeldet.
letters-too-many = An diese Adresse haben wir schon einige E-Mails geschickt. Sieh in dein Postfach, oder versuch es in einer Minute noch einmal.
account-mail = Sieh in deine E-Mails
account-mail-text = Wenn { $stressed } hier zu einem Konto gehört, ist ein Link dorthin unterwegs. Er gilt nur einmal und nur kurze Zeit.
account-mail-nothing = Nach fünf Minuten noch nichts? Sieh in den Spam-Ordner oder { $link }.
account-mail-again = fordere den Link noch einmal an
account-link-gone = Dieser Link ist nicht mehr gültig
account-link-gone-text = Links in E-Mails gelten nur einmal und nur eine Zeit lang. Dieser wurde schon benutzt oder ist abgelaufen.
account-link-gone-on = Du kannst jederzeit { $link }.
account-link-again = einen neuen anfordern
account-waiting = Deine Anfrage liegt bei der Organisation
account-waiting-text = Deine Adresse ist bestätigt. Jemand liest, was du geschrieben hast, und du bekommst eine E-Mail, sobald du dabei bist.
forgot = Neues Passwort
forgot-lede = Das passiert allen einmal. Gib deine E-Mail-Adresse ein, und wir schicken dir einen Link.
forgot-send = Link schicken
forgot-back = Zurück zur Anmeldung
reset-lede = Für @{ $handle }.
reset-hint = Mindestens zehn Zeichen. Alle anderen Sitzungen werden beendet, und hier bist du dann angemeldet.
reset-button = Passwort speichern und anmelden

## E-mails. $name is a handle, or the organiser who invites.
letter-hello = Hallo { $name },
letter-hello-stranger = Hallo,
letter-confirm-subject = { $community }: bitte bestätige deine Adresse
letter-confirm = jemand – hoffentlich du – möchte mit dieser Adresse als @{ $name } bei { $community } mitmachen. Um zu bestätigen, dass sie dir gehört, klick auf diesen Link:
letter-confirm-after = Der Link ist drei Tage gültig. Wenn du nicht mitmachen möchtest oder @{ $name } nicht der Kurzname ist, den du gewählt hast, ignoriere diese E-Mail: Ohne deine Bestätigung passiert nichts.
letter-sign-in-subject = { $community }: dein Link zum Anmelden
letter-sign-in = um dich bei { $community } als @{ $name } anzumelden, klick auf diesen Link:
letter-sign-in-after = Er gilt einmal und 20 Minuten lang. Wenn du ihn nicht angefordert hast, ignoriere diese E-Mail und gib den Link an niemanden weiter.
letter-known-subject = { $community }: du hast schon ein Konto
letter-known = jemand – vielleicht du – wollte mit dieser Adresse bei { $community } mitmachen. Zu ihr gehört schon ein Konto: Du bist @{ $name }. Um dich anzumelden, klick auf diesen Link:
letter-known-after = Er gilt einmal und 20 Minuten lang. Wenn du es nicht warst, ignoriere diese E-Mail; es wurde nichts geändert.
letter-claim-subject = { $community }: dein Konto wartet
letter-claim = was du geschrieben hast, ist zu { $community } umgezogen, und dort wartet ein Konto auf dich: @{ $name }. Um es zu übernehmen, klick auf diesen Link:
letter-claim-after = Er gilt einmal und 20 Minuten lang; einen neuen bekommst du auf der Anmeldeseite. Wenn du ihn nicht angefordert hast, ignoriere diese E-Mail.
letter-reset-subject = { $community }: ein neues Passwort
letter-reset = um ein neues Passwort für @{ $name } zu wählen, klick auf diesen Link:
letter-reset-after = Er gilt einmal und eine Stunde lang. Wenn du ihn nicht angefordert hast, ignoriere diese E-Mail: Dein Passwort bleibt, wie es ist.
letter-address-subject = { $community }: bitte bestätige deine neue Adresse
letter-address = @{ $name } möchte E-Mails von { $community } künftig an diese Adresse bekommen. Um sie zu bestätigen, melde dich an und klick auf diesen Link:
letter-address-after = Der Link ist drei Tage gültig. Wenn du das nicht bist, ignoriere diese E-Mail.
letter-move-subject = { $community }: eine andere Adresse?
letter-move = eine Person, die als @{ $name } angemeldet ist, möchte E-Mails von { $community } künftig an eine andere Adresse bekommen. Dein Konto hat kein Passwort, deshalb fragen wir zuerst hier nach. Wenn du es warst, folge diesem Link:
letter-move-after = Der Link gilt eine Stunde. Wenn du es nicht warst, folge ihm nicht: Beende in deinen Einstellungen alle anderen Sitzungen und setze dort ein Passwort.
letter-address-taken-subject = { $community }: du hast schon ein Konto
letter-address-taken = jemand – vielleicht du – wollte diese Adresse für ein anderes Konto bei { $community } verwenden. Sie gehört schon zu @{ $name }, deshalb wurde nichts geändert.
letter-address-taken-after = Wenn du zwei Konten hast und nur eines behalten willst, wende dich an die Organisation.
letter-address-changes-subject = { $community }: deine E-Mail-Adresse soll sich ändern
letter-address-changes = eine Person, die mit deinem Konto angemeldet ist, möchte E-Mails von { $community } künftig an eine andere Adresse bekommen. Das gilt, sobald diese Adresse bestätigt ist. Wenn du es nicht warst, beende alle anderen Sitzungen und wähle in deinen Einstellungen ein neues Passwort:
letter-address-changes-after = Wenn du es warst, ist hier nichts zu tun: Sieh in das Postfach der neuen Adresse.
letter-let-in-subject = { $community }: du bist dabei
letter-let-in = willkommen bei { $community }. Deine Anfrage wurde angenommen; hier meldest du dich an:
letter-let-in-after = Du bist @{ $name }, und dein Blog steht bereit. Wenn dein Passwort nicht passt, fordere dort einen Link an.
letter-asked-subject = { $community }: @{ $name } möchte mitmachen
letter-asked = @{ $name } möchte bei { $community } mitmachen. Hier kannst du die Anfrage lesen und beantworten:
letter-asked-after = Du bekommst diese E-Mail, weil du zur Organisation gehörst.
letter-invite-subject = { $name } lädt dich zu { $community } ein
letter-invite = { $name } lädt dich zu { $community } ein. Um mitzumachen, klick auf diesen Link:
letter-invite-after = Der Link ist zwei Wochen gültig und gilt nur einmal. Wenn du nicht mitmachen möchtest, ignoriere diese E-Mail.

## People
members-count =
    { $count ->
        [one] Ein Mitglied
       *[other] { $number } Mitglieder
    }
members-found = Mitglieder, deren Name oder Kurzname „{ $words }“ enthält.
members-none-found = Kein Mitglied heißt „{ $words }“. Versuche es mit einem Teil des Namens.
members-empty = Es gibt noch keine Mitglieder. Wer dazukommt, erscheint hier.
search-members = Mitglieder suchen
search-members-hint = Name oder Kurzname
search = Suchen
more-members = Weitere Mitglieder
more-members-next = Weitere Mitglieder →
members-from-the-start = ← Zurück zum Anfang
role-organiser = Organisation
role-instructor = Kursleitung
role-guide = Begleitung
role-participant = Teilnahme
unclaimed = importiert, noch nicht übernommen
change-profile = Profil bearbeiten
latest-comments = Neueste Kommentare
no-comments-yet = Noch keine.
said-on = zu

## Settings
settings-profile = Profil
settings-profile-save = Profil speichern
settings-handle-hint = Kleinbuchstaben, Ziffern, - und _. Links zum alten Kurznamen funktionieren weiterhin.
settings-handle-taken = Dieser Kurzname ist vergeben oder war es einmal. Wähle einen anderen.
settings-language-browser = Wie in meinem Browser
settings-zone = Zeitzone
settings-zone-community = Wie in der Community ({ $zone })
settings-blog = Blog
settings-blog-save = Blog speichern
settings-blog-title = Titel
settings-blog-tagline = Untertitel
settings-blog-tagline-hint = Eine Zeile unter dem Titel.
settings-blog-address = Adresse
settings-blog-address-hint = Links zur alten Adresse funktionieren weiterhin.
settings-blog-address-taken = Diese Adresse hat schon ein anderer Blog, oder er hatte sie einmal. Wähle eine andere.
settings-picture = Bild
settings-picture-new = Neues Bild
settings-picture-hint = PNG, JPEG, WebP oder GIF, bis { $number } MB. Es wird quadratisch zugeschnitten.
settings-picture-upload = Bild hochladen
settings-picture-remove = Bild entfernen
picture-unknown = Diese Datei lässt sich nicht als Bild lesen. Nimm PNG, JPEG, WebP oder GIF.
picture-heif = Das ist ein HEIC-Bild, das kaum ein Browser anzeigt. Speichere es als JPEG, oder lass dein Telefon JPEG aufnehmen: auf dem iPhone unter Einstellungen, Kamera, Formate, Maximale Kompatibilität.
picture-too-large = Diese Datei ist zu groß.
picture-damaged = Dieses Bild ist beschädigt oder unvollständig. Wähl die Datei bitte noch einmal aus, oder speichere sie vorher neu.
picture-too-long = Dieses Bild bewegt sich zu lange oder hat zu viele Pixel. Kürze oder verkleinere es bitte vorher.
picture-too-many-pixels = Dieses Bild hat zu viele Pixel. Verkleinere es bitte vorher.
settings-address = E-Mail-Adresse
settings-address-hint = Wird anderen Mitgliedern nicht gezeigt. Eine Änderung gilt, sobald du auf den Link klickst, den wir an die neue Adresse schicken.
settings-address-change = Adresse ändern
settings-address-same = Das ist schon deine Adresse.
settings-password-old = Aktuelles Passwort
settings-password-hint = Mindestens zehn Zeichen. Alle anderen Sitzungen werden beendet.
settings-password-change = Passwort ändern
settings-password-by-link = Deine Anmeldung liegt eine Weile zurück, und nichts beweist hier, dass es noch du bist. Melde dich ab, wähle „Passwort vergessen?“ und setze dein Passwort über den Link, den wir dir schicken.
settings-password-set = Passwort festlegen
settings-password-wrong = Das ist nicht dein aktuelles Passwort. Wenn du es vergessen hast, melde dich ab und fordere ein neues an.
settings-sessions = Wo du angemeldet bist
settings-session-here = Dieser Browser
settings-session-on = { $browser } auf { $system }
settings-session-unknown = Unbekannter Browser
settings-session-since = seit dem { $date }
settings-session-seen = zuletzt aktiv am { $date }
settings-session-end = Beenden
settings-sessions-end = Alle anderen Sitzungen beenden
settings-saved-joined = Du bist dabei. Angefangen hast du in einem anderen Browser: Wähle dein Passwort hier bitte noch einmal. Oder lass es und melde dich jedes Mal mit einem Link an.
settings-saved-profile = Dein Profil wurde gespeichert.
settings-saved-blog = Dein Blog wurde gespeichert.
settings-saved-picture = Dein Bild wurde gespeichert.
settings-saved-picture-removed = Dein Bild wurde entfernt.
settings-saved-email = Wir haben eine E-Mail an die neue Adresse geschickt. Die Änderung gilt, sobald du auf den Link darin klickst.
settings-saved-move = Wir haben einen Link an deine bisherige Adresse geschickt. Wenn du ihm folgst, bekommt die neue den ihren.
settings-saved-address = Deine neue E-Mail-Adresse ist bestätigt.
settings-saved-password = Dein Passwort wurde geändert, und alle anderen Sitzungen sind beendet.
settings-saved-session = Diese Sitzung ist beendet.
settings-saved-sessions = Alle anderen Sitzungen sind beendet.
## E-mails. $name is a handle, or the organiser who invites.
letter-turned-away-subject = { $community }: deine Anfrage
letter-turned-away = die Organisation von { $community } hat deine Anfrage gelesen und sie leider nicht angenommen.
letter-turned-away-after = Das Konto @{ $name } wurde gelöscht, mit allem, was du uns erzählt hattest. Was öffentlich ist, kannst du gern lesen, und wenn du das für einen Irrtum hältst, schreib der Organisation.

## Managing the community
the-community = Die Community
manage-nav = Verwaltung
manage-settings = Einstellungen
manage-comments = Kommentare
manage-log = Protokoll
name-and-rules = Name und Regeln
community-name = Name der Community
community-tagline = Begrüßungstext
community-tagline-hint = Ein oder zwei Sätze auf der Startseite, unter dem Namen.
community-time-zone = Zeitzone
community-time-zone-unknown = Eine Zeitzone mit diesem Namen gibt es nicht. Wähle eine wie Europe/Lisbon.
community-saved = Die Einstellungen wurden gespeichert.
community-begun = Die Community gehört dir. Gib ihr einen Namen, entscheide, wer mitmachen darf, und lade unten Leute ein.
who-may-join = Wer mitmachen darf
joining-open = Alle, sofort
joining-request = Alle dürfen anfragen
joining-request-hint = Du beantwortest jede Anfrage unten.
joining-invitation = Nur, wer eingeladen wurde
whose-comments-wait = Gastkommentare
guests-first = Den ersten Kommentar jedes Gastes freigeben
guests-always = Jeden Gastkommentar freigeben
guests-closed = Aus: Nur Mitglieder können kommentieren
which-crawlers = Maschinen, die lesen dürfen, was alle lesen dürfen
crawlers-search = Suchmaschinen
crawlers-search-hint = Sie führen Leute hierher. Wer Texte sammelt, um Sprachmodelle zu trainieren, wird gebeten, fernzubleiben.
crawlers-everyone = Alle
crawlers-everyone-hint = Auch solche, die Sprachmodelle trainieren.
crawlers-nobody = Keine
crawlers-nobody-hint = Suchmaschinen finden die Community dann nicht. Es ist eine Bitte, an die sich seriöse halten; was privat bleiben muss, braucht eine Zielgruppe.
edit-minutes = Wie lange sich ein Kommentar bearbeiten lässt, in Minuten
edit-minutes-hint = Von 0 (nie) bis 10.080 (eine Woche).
field-edit-minutes = Gib eine ganze Zahl von 0 bis 10.080 ein.
held-words = Wörter, die ihr zuerst ansehen wollt
held-words-hint = Je Zeile ein Wort, eine Wendung oder ein Teil einer Adresse. Kommentare damit warten, bis jemand sie freigibt; nur die von Begleitung, Kursleitung und Organisation nicht.
held-links = Wie viele Links Gäste setzen können, bevor der Kommentar wartet
held-links-hint = Von 0 bis 100.
field-held-links = Gib eine ganze Zahl von 0 bis 100 ein.
emoji-choice = Smileys wie :-) in Emoji verwandeln
requests = Aufnahmeanfragen
nobody-asks = Zurzeit gibt es keine Anfragen.
requests-wait =
    { $count ->
        [one] Eine Aufnahmeanfrage
       *[other] { $number } Aufnahmeanfragen
    }
let-in = Aufnehmen
turn-away = Ablehnen
invitations = Einladungen
invite-emails = E-Mail-Adressen
invite-emails-hint = Eine pro Zeile. Alle bekommen einen eigenen Link, der 14 Tage gültig ist. Ohne Adresse bekommst du einen Link zum Weitergeben.
invite-words = Ein paar Worte von dir
invite-words-hint = Sie stehen in der E-Mail, und Antworten darauf kommen zu dir.
invite-as = Rolle
invite-button = Einladen
invite-bad-address = Das sieht nicht nach einer E-Mail-Adresse aus:
invite-too-many = Das sind mehr als 200. Lade sie in mehreren Schritten ein.
invitation-link = Gib diesen Link weiter. Mit ihm kann eine Person mitmachen, er ist 14 Tage gültig und wird nur dieses eine Mal gezeigt:
invitations-sent =
    { $count ->
        [one] Eine Einladung wurde verschickt.
       *[other] { $number } Einladungen wurden verschickt.
    }
invitations-open = Offene Einladungen
invite-to = E-Mail-Adresse
invite-role = Rolle
good-until = Gültig bis
invite-a-link = Ein Link zum Weitergeben
take-back = Zurückziehen
role-of = Rolle von { $name }
last-organiser = Eine Community braucht jemanden in der Organisation, und sonst ist niemand mehr da. Es wurde nichts geändert.
log-the-server = Der Server
log-a-comment = einen Kommentar
log-empty = Bisher gibt es nichts zu protokollieren.
log-find = Name, Vorgang oder Adresse suchen
log-none = Das steht hier nicht im Protokoll. Es wird abschnittsweise durchsucht; falls unten ein Link steht, geht es dort weiter zurück.
log-older = Frühere
audit-added = hat ein Mitglied hinzugefügt:
audit-changed-address = hat die eigene E-Mail-Adresse geändert
audit-changed-password = hat ein neues Passwort gewählt
audit-comment-approved = hat freigegeben:
audit-comment-hidden = hat ausgeblendet:
audit-comment-unhidden = hat wieder eingeblendet:
audit-comment-held-back = nahm die Freigabe zurück:
audit-community-changed = hat die Einstellungen der Community geändert
audit-invitation-taken-back = hat eine Einladung zurückgezogen
audit-founded = hat die Community eingerichtet, Rolle:
audit-invited = hat jemanden eingeladen, Rolle:
audit-let-in = hat aufgenommen:
audit-role-by-invitation = kam auf Einladung, Rolle:
audit-role-given = hat die Rolle geändert von
audit-turned-away = hat eine Anfrage abgelehnt
audit-asked-for-address = möchte die eigene E-Mail-Adresse ändern
audit-ended-sign-in = hat eine Sitzung beendet
audit-ended-sign-ins = hat alle eigenen Sitzungen beendet

## Organisation und Mitglieder
account-suspended = Dieses Konto ist gesperrt
account-suspended-text = Du kannst lesen, was öffentlich ist, dich aber vorerst nicht anmelden und nichts schreiben. Wenn du das für einen Irrtum hältst, schreib der Organisation. { $stressed }
former-member = Ehemaliges Mitglied
member-removed = Dieses Konto besteht nicht mehr. Was hier noch steht, ist davor entstanden.
label-suspended = Gesperrt
label-hidden = Ausgeblendet
label-waiting = Wartet
undo = Rückgängig machen
member-desk = Mitglied betreuen
member-desk-of = Alles von { $name } und mehr
member-public-page = Öffentliche Seite
member-words = Was dieses Mitglied geschrieben hat
member-words-none = Nichts, was andere lesen könnten.
hide-marked = Ausgewählte ausblenden
show-marked = Ausgewählte wieder einblenden
hide-everything = Alles von diesem Mitglied ausblenden
nothing-marked = Es war nichts ausgewählt. Kreuze zuerst an, was du meinst.
done-hidden =
    { $count ->
        [0] Es war schon alles ausgeblendet.
        [one] Ein Beitrag oder Kommentar ist ausgeblendet.
       *[other] { $number } Beiträge und Kommentare sind ausgeblendet.
    }
done-shown =
    { $count ->
        [0] Es war nichts mehr ausgeblendet.
        [one] Ein Beitrag oder Kommentar ist wieder zu lesen.
       *[other] { $number } Beiträge und Kommentare sind wieder zu lesen.
    }
member-help = Hilfe
member-link-text = Wenn jemand nicht hineinkommt: Ein Link meldet einmal an. Das Passwort bleibt, wie es ist.
member-link-send = Anmeldelink per E-Mail senden
member-link-show = Link zum Weitergeben zeigen
link-to-pass-on = Gib diesen Link { $name } und niemandem sonst: Wer ihn öffnet, ist unter diesem Namen angemeldet. Er gilt einmal, einen Tag lang, und wird nur jetzt gezeigt:
link-not-in = Wer gesperrt ist oder noch auf die Aufnahme wartet, bekommt keinen Link.
link-organiser = Links für die Organisation gehen nur an die eigene Adresse.
link-no-address = Es gibt keine Adresse dafür. Lass dir einen Link zeigen und gib ihn weiter.
done-link-sent = Der Link ist unterwegs.
member-name-save = Namen speichern
done-name = Der Name ist berichtigt.
suspend = Sperren
suspend-text = Alle Sitzungen enden sofort; anmelden und schreiben ist erst wieder möglich, wenn du die Sperre aufhebst. Was geschrieben wurde, bleibt.
suspend-why = Grund
suspend-why-hint = Steht da, wenn sich das Mitglied anmelden will.
suspend-hides = Auch alles ausblenden, was dieses Mitglied geschrieben hat
suspend-hides-hint = Gegen Spam. Wenn du die Sperre aufhebst, lässt sich alles wieder einblenden.
suspend-button = Mitglied sperren
suspended-since = Gesperrt seit { $date }.
lift = Sperre aufheben
lift-shows = Wieder einblenden, was zugleich ausgeblendet wurde
done-suspended = Das Mitglied ist gesperrt und überall abgemeldet.
done-suspended-hidden =
    { $count ->
        [one] Das Mitglied ist gesperrt, ein Beitrag oder Kommentar ist ausgeblendet. Mit der Sperre lässt sich beides zurücknehmen.
       *[other] Das Mitglied ist gesperrt, { $number } Beiträge und Kommentare sind ausgeblendet. Mit der Sperre lässt sich beides zurücknehmen.
    }
done-lifted = Die Sperre ist aufgehoben.
done-lifted-shown =
    { $count ->
        [one] Die Sperre ist aufgehoben, ein Beitrag oder Kommentar ist wieder zu lesen.
       *[other] Die Sperre ist aufgehoben, { $number } Beiträge und Kommentare sind wieder zu lesen.
    }
sanction-yourself = Dich selbst kannst du weder sperren noch entfernen. Jemand anderes aus der Organisation kann es.
sanction-done = Das ist schon geschehen.
remove = Entfernen
remove-short = Beendet das Konto für immer und löscht, was über diese Person bekannt ist. Du wirst gefragt, was mit ihren Texten geschieht.
remove-go-on = Mitglied entfernen …
remove-heading = { $name } entfernen?
remove-text = Das Konto endet; Name, Kurzname, E-Mail-Adresse, Bild und alle weiteren Angaben werden gelöscht, Entwürfe und private Beiträge ebenso. Das lässt sich nicht rückgängig machen.
remove-words = Was geschieht mit den Texten?
remove-words-stay = Sie bleiben, unter „Ehemaliges Mitglied“
remove-words-stay-hint = Gespräche bleiben vollständig. Der Blog bekommt eine neue Adresse; Links zur alten führen nirgends mehr hin.
remove-words-go = Sie werden gelöscht
remove-words-go-posts =
    { $count ->
        [one] Ein Beitrag verschwindet
       *[other] { $number } Beiträge verschwinden
    }
remove-words-go-under =
    { $count ->
        [one] mit dem einen Kommentar darunter.
       *[other] mit den { $number } Kommentaren darunter, von wem sie auch sind.
    }
remove-words-go-hint = Wo auf Kommentare geantwortet wurde, bleibt eine leere Stelle.
remove-handle = Zur Sicherheit: der Kurzname
remove-handle-hint = Schreib { $handle }.
remove-handle-wrong = Das ist nicht der Kurzname dieses Mitglieds.
remove-button = Endgültig entfernen
done-removed = Das Konto ist entfernt.
done-role = Die Rolle ist gespeichert.
search-accounts-hint = Name, Kurzname oder E-Mail
who-sees-members = Mitgliederliste und Profile
directory-public = Alle können sie sehen
directory-members = Nur Mitglieder können sie sehen
who-sees-members-hint = Namen neben Beiträgen und Kommentaren sieht, wer diese lesen darf.
turn-away-words = Ein paar Worte dazu
turn-away-words-hint = Sie stehen in der E-Mail mit der Absage.
send-again = Noch einmal senden
invitation-over = Abgelaufen
done-let-in = { $name } ist dabei und erfährt es per E-Mail.
done-turned-away = Die Anfrage ist abgelehnt; die Antwort ist per E-Mail unterwegs.
done-taken-back = Die Einladung ist zurückgezogen. Ihr Link gilt nicht mehr.
done-sent-again = Eine neue Einladung ist unterwegs. Der alte Link gilt nicht mehr.
course-blog = Kursblog
course-blog-none = Ein Blog des Kurses selbst, unter /blog/. Darin schreiben die Kursleitung und die Organisation.
course-blog-here = Darin schreiben die Kursleitung und die Organisation:
course-blog-begin = Kursblog eröffnen
done-course-blog = Der Kursblog steht bereit.
log-a-post = einen Beitrag
audit-post-hidden = hat ausgeblendet:
audit-post-unhidden = hat wieder eingeblendet:
audit-words-hidden = hat Beiträge und Kommentare ausgeblendet von
audit-words-shown = hat Beiträge und Kommentare wieder eingeblendet von
close-days = Tage ohne Kommentar, nach denen Gespräche enden
close-days-hint = Für Beiträge und Diskussionen; leer für nie. Wer ein Gespräch leitet, kann es wieder öffnen, dann bleibt es noch einmal so viele Tage offen. Angeheftetes bleibt offen, und was zu einem Kurs gehört, auch.
field-close-days = Gib eine ganze Zahl von Tagen ein, höchstens 3650, oder lass das Feld leer.
log-a-conversation = ein Gespräch
audit-conversation-slowed = hat den langsamen Modus eingeschaltet für
audit-conversation-unslowed = hat den langsamen Modus ausgeschaltet für
audit-conversation-closed = hat beendet:
audit-conversation-reopened = hat wieder geöffnet:
guest-block = Sperren
guest-blocks = Gesperrte Gäste
guest-blocks-none = Kein Gast ist gesperrt.
guest-blocks-hint = { $count ->
    [one] Einen Gast sperrst du von einem seiner Kommentare aus. Woher ein Kommentar kam, bleibt einen Tag gespeichert.
   *[other] Einen Gast sperrst du von einem seiner Kommentare aus. Woher ein Kommentar kam, bleibt { $number } Tage gespeichert.
}
guest-block-name = { $name } sperren
guest-block-lede = Wer gesperrt ist, kann lesen und melden, aber als Gast nicht kommentieren, bis die Zeit um ist. Beim Versuch steht das da, und was geschrieben wurde, bleibt erhalten. Mitglieder sind nicht betroffen, wo auch immer sie sind.
guest-block-what = Was wird gesperrt?
guest-block-email = Die E-Mail-Adresse
guest-block-network-of = Das Netz
guest-block-near = { $count ->
    [one] Von dort kam zuletzt ein Kommentar von { $guests } Gast.
   *[other] Von dort kamen zuletzt { $number } Kommentare, Gäste: { $guests }.
}
guest-block-inner = Das ist ein Netz im eigenen Haus. Wenn alle Gäste von hier zu kommen scheinen, ist der Proxy vor Lyceum nicht als vertrauenswürdig eingestellt, und damit wären alle gesperrt.
guest-block-other = Ein anderes Netz, wie unten eingegeben
guest-block-network = Netz
guest-block-network-hint = Eine Adresse wie 192.0.2.7 oder ein Netz wie 192.0.2.0/24 oder 2001:db8:1::/48.
guest-block-no-network = Das ist kein Netz: Gib eine Adresse ein oder ein Netz wie 192.0.2.0/24.
guest-block-too-wide = Dieses Netz ist zu groß: Viele Tausende wären gesperrt. Gib mindestens /16 an, bei IPv6 /32.
guest-block-own = Das ist dein eigenes Netz: Vielleicht meinst du ein anderes.
guest-block-no-origin = Woher der Kommentar kam, ist nicht mehr bekannt. Wähle etwas anderes.
guest-block-forgotten = { $count ->
    [one] Woher ein Kommentar kam, bleibt einen Tag gespeichert; bei diesem ist es nicht mehr bekannt.
   *[other] Woher ein Kommentar kam, bleibt { $number } Tage gespeichert; bei diesem ist es nicht mehr bekannt.
}
guest-block-days = Wie lange?
guest-block-for = { $count ->
    [one] Einen Tag
   *[other] { $number } Tage
}
guest-block-reason = Warum?
guest-block-reason-hint = Für die übrige Organisation. Es steht im Protokoll.
guest-block-do = Sperren
guest-block-until = bis { $date }
guest-block-lift = Aufheben
guest-block-made = Der Gast ist gesperrt.
guest-block-lifted = Die Sperre ist aufgehoben.
audit-guest-blocked = hat den Gast gesperrt, von dem dieser ist:
audit-guest-unblocked = hat die Sperre eines Gastes aufgehoben
audit-guest-hidden = hat alle Kommentare des Gastes ausgeblendet, von dem dieser ist:
audit-guest-shown = hat die Kommentare des Gastes wieder eingeblendet, von dem dieser ist:
audit-suspended = hat gesperrt:
audit-suspension-lifted = hat die Sperre aufgehoben von
audit-removed = hat ein Mitglied entfernt
audit-left = hat das Konto eines Mitglieds beendet, das gegangen ist
audit-name-corrected = hat den Namen berichtigt von
audit-link-sent = hat einen Anmeldelink geschickt an
audit-link-made = hat einen Anmeldelink zum Weitergeben erzeugt für
audit-course-blog-begun = hat eröffnet:
audit-course-blog-changed = hat geändert:
audit-site-page-written = hat die Seite geschrieben:
audit-site-page-removed = hat die Seite entfernt:
audit-announcement-published = hat die Ankündigung veröffentlicht:
audit-announcement-edited = hat die Ankündigung bearbeitet:
audit-announcement-withdrawn = hat die Ankündigung zurückgezogen:

## Seiten über die Website
site-pages = Seiten
site-pages-nav = Über diese Website
site-pages-text = Was eine öffentliche Website über sich sagt. Was du hier schreibst, ist am Fuß jeder Seite verlinkt.
site-page-about = Über uns
site-page-rules = Regeln
site-page-privacy = Datenschutz
site-page-imprint = Impressum
site-page-about-hint = Worum es in diesem Kurs geht, für wen er ist, wann er läuft und an wen man schreibt.
site-page-rules-hint = Wie ihr hier miteinander redet und was mit dem geschieht, was nicht hierher gehört.
site-page-privacy-hint = Wer verantwortlich ist, was über Mitglieder und Gäste gespeichert wird und wie lange, und wie man Auskunft oder Löschung bekommt. Lyceum selbst speichert die Netzadresse eines Gastkommentars 14 Tage lang.
site-page-imprint-hint = Wer für diese Website einsteht: Name, Anschrift, E-Mail und was das Gesetz sonst verlangt.
site-page-empty = Diese Seite ist noch nicht geschrieben; nur die Organisation sieht sie.
site-page-write = Schreiben
site-page-edit = Seite bearbeiten
site-page-edited = Zuletzt geändert am { $date }
site-page-empty-hint = Ohne Text verschwindet die Seite.
site-page-moved-on = Jemand aus der Organisation hat diese Seite gespeichert, seit du sie geöffnet hast. Nichts wurde überschrieben: Dein Text steht unten. Wenn du jetzt speicherst, ersetzt er den anderen.
done-site-page = „{ $name }“ ist gespeichert.
privacy-more = Was damit geschieht: Datenschutz

# Was Mitglieder über sich sagen
about-you = Über dich
about-saved = Deine Angaben wurden gespeichert.
about-hint = Du kannst alles leer lassen. Bei jeder Angabe bestimmst du, wer sie sieht; auch die Organisation sieht nicht mehr als andere.
about-page = Deine Seite
about-bio = In wenigen Worten
about-bio-hint = Zwei oder drei Sätze. Zeilenumbrüche bleiben erhalten, Adressen werden zu Links.
about-job = Was du machst
about-job-hint = Zum Beispiel: Geschichte unterrichten, Kurse entwickeln, studieren
about-workplace = Wo du arbeitest oder studierst
about-workplace-hint = Der Name, wie ihn auch andere dort schreiben würden
about-found = Ich möchte von Leuten gefunden werden, mit denen ich arbeite
about-found-hint = Wer dieselbe Einrichtung nennt und ebenfalls gefunden werden möchte, sieht deinen Namen unter „Aus deiner Einrichtung“, ganz gleich, wer diese Angabe sonst sieht. Sonst erfährt es niemand.
about-found-where = Gib an, wo, damit man dich dort finden kann, oder nimm das Häkchen darunter weg.
about-place = Wo du bist
about-place-hint = Ein Ort oder eine Gegend, etwa „Porto, Portugal“. Keine Anschrift.
about-place-at = Gefunden: Auf den Karten deiner Kurse stehst du bei { $place }, für alle, die deinen Ort sehen.
about-place-in = Gefunden: { $country }. Nenn auch deine Stadt, um auf den Karten deiner Kurse zu stehen.
about-place-ask = Welchen Ort meinst du?
about-place-one-of = Mehrere heißen so, oder es ist ein kleiner, und geraten wird nicht. Wähle ihn und speichere, dann stehst du auf den Karten deiner Kurse. Fehlt deiner, schreib seine Gegend oder sein Land dahinter.
about-place-unknown = Nicht gefunden, also zeigt ihn keine Karte. Schreib die nächste größere Stadt mit ihrem Land, zum Beispiel Leipzig, Deutschland.
about-lists = Außerdem auf deiner Seite
about-lists-hint = Einen verborgenen Kreis sehen immer nur die, die dabei sind.
about-blogs = Dein Blog
viewers = Wer das sieht
viewers-everyone = Alle
viewers-members = Mitglieder
viewers-shared = Leute aus meinen Kursen und Kreisen
viewers-me = Nur ich

# Aus derselben Einrichtung
colleagues = Aus deiner Einrichtung
colleagues-at = Wer auch „{ $workplace }“ angibt und gefunden werden möchte
colleagues-no-workplace = Gib an, wo du arbeitest oder studierst und dass du gefunden werden möchtest: Dann findest du alle, die dasselbe angeben.
colleagues-not-found = Du gibst „{ $workplace }“ an, möchtest dort aber nicht gefunden werden. Einander findet nur, wer es auf beiden Seiten möchte.
colleagues-begin = Einrichtung angeben
colleagues-none = Noch nennt niemand, der gefunden werden möchte, dieselbe Einrichtung. Es hilft, ihren Namen so zu schreiben, wie andere es täten.
colleagues-change = Angabe ändern
settings-about = Ein paar Worte, wo du arbeitest, wo du bist, und wer das sieht:


## Blocking and reporting. $name is a person.
block-name = { $name } blockieren
block-text = Die Person kann dir nicht mehr schreiben, du hörst nichts mehr von ihr, und was sie in Gesprächen geschrieben hat, ist für dich zugeklappt. Sie erfährt davon nichts.
block-text-public = Was ihr öffentlich schreibt, bleibt öffentlich. Wenn etwas gegen die Regeln verstößt, sag es der Organisation.
block-or-report = Diese Person melden
member-is-blocked = Du hast { $name } blockiert.
report = Melden
report-this = Der Organisation melden
report-title = Der Organisation melden
report-lede = Die Organisation sieht, was du meldest und wer du bist. Sonst erfährt niemand, dass du es gemeldet hast.
report-lede-message = Die Organisation sieht diese eine Nachricht, was du unten schreibst und wer du bist. Was ihr einander sonst geschrieben habt, sieht sie nicht. Sonst erfährt niemand, dass du es gemeldet hast.
report-kind-message = Private Nachricht
report-kind-comment = Kommentar
report-kind-conversation = Text
report-kind-member = Person
report-why = Was stimmt nicht?
report-why-hint = Ein Satz genügt. Wenn es noch mehr anzusehen gibt, schreib dazu, wo.
report-send = Meldung senden
report-made = Deine Meldung ist angekommen
report-made-text = Danke. Die Organisation sieht es sich an und entscheidet, was zu tun ist. Wenn inzwischen etwas dazukommt, kannst du auch das melden.
report-made-block = Wenn du von dieser Person nichts mehr hören möchtest, kannst du sie blockieren.
report-too-many = Du hast heute schon viel gemeldet. Das sieht sich die Organisation zuerst an; morgen kannst du mehr melden.
report-back = Zurück
report-lede-guest = Die Organisation sieht, was du meldest und was du unten schreibst. Ein Konto brauchst du nicht, und sonst erfährt niemand davon.
report-this-person = Diese Person der Organisation melden
report-email-hint = Nur, wenn dir die Organisation antworten darf. Sonst sieht die Adresse niemand, und 90 Tage nach der Entscheidung wird sie gelöscht.
report-too-many-here = Aus deinem Netz wurde in der letzten Stunde schon viel gemeldet. Was du geschrieben hast, steht noch da: Sende es etwas später noch einmal, oder melde dich an.
report-too-many-guests = Heute wurde ohne Konto so viel gemeldet, dass sich die Organisation das zuerst ansieht. Was du geschrieben hast, steht noch da: Sende es morgen noch einmal, oder melde dich an.
report-by-guest = Von einem Gast
report-waits = { $count ->
    [one] wartet seit einem Tag
   *[other] wartet seit { $number } Tagen
}
reports = Meldungen
reports-wait = { $count ->
    [one] Eine Meldung zu entscheiden
   *[other] { $number } Meldungen zu entscheiden
}
reports-open = Zu entscheiden
reports-none = Keine Meldung wartet auf eine Entscheidung.
reports-decided = Entschieden
report-decided = Die Entscheidung ist gespeichert.
report-by = Gemeldet von { $name }
report-one = Eine Meldung
report-others = { $count ->
    [one] eine weitere Person hat dasselbe gemeldet
   *[other] { $number } weitere haben dasselbe gemeldet
}
report-copy = Worum es geht
report-copy-member = In der Meldung geht es um die Person, nicht um einen bestimmten Text.
report-copy-none = Es gibt keine Kopie, oder keine mehr.
report-copy-message = Du siehst diese eine Nachricht und sonst nichts von dem, was dort geschrieben wurde.
report-copy-elsewhere = Es steht dort, wo du nicht mitlesen kannst.
report-where = Dort ansehen, wo es steht
report-decision = Entscheidung
report-outcome = Was ist daraus geworden?
report-outcome-nothing = Es ist nichts zu tun
report-outcome-dealt = Es ist erledigt
report-outcome-removed = Die Nachricht ist entfernt
report-note = Eine Notiz für die übrige Organisation
report-note-hint = Sonst sieht sie niemand. Sie steht auch im Protokoll.
report-decide = Entscheidung speichern
log-a-report = eine Meldung
audit-report-nothing = sieht nichts zu tun für
audit-report-dealt = hat erledigt:
audit-report-removed = hat die Nachricht entfernt, zu der es eine Meldung gab:


## Shelves
shelf = Regal
shelf-own = Dein Regal
shelf-of = Regal von { $name }
shelf-count =
    { $count ->
        [one] Ein Titel
       *[other] { $number } Titel
    }
shelf-seen-by-all = Was du liest und lesen möchtest. Alle können es sehen.
shelf-seen-by-members = Was du liest und lesen möchtest. Wer hier Mitglied ist, kann es sehen.
shelf-seen-by-nobody = Was du liest und lesen möchtest. Nur du siehst es.
shelf-settings = Wer es sieht und deine Bibliothek
shelf-others = Was andere lesen
shelf-others-lede = Was in den Regalen steht, die andere dir zeigen, das Neueste zuerst.
shelf-others-empty = Noch zeigt niemand, was gerade gelesen wird. Wenn du den Anfang machst, folgen vielleicht andere.
shelf-what = Titel, ISBN, DOI oder Adresse
shelf-next = Hinzufügen
shelf-states = Wie weit du bist
shelf-all = Alles
shelf-want = Möchte ich lesen
shelf-reading = Lese ich gerade
shelf-read = Gelesen
shelf-they-states = Wie weit es gelesen ist
shelf-they-want = Zum Lesen vorgemerkt
shelf-they-are-reading = Wird gerade gelesen
shelf-they-read = Gelesen
shelf-begin = Angefangen
shelf-finish = Gelesen
shelf-empty = Hier steht noch nichts. Gib ein, was du hast: einen Titel, die Nummer auf der Rückseite eines Buchs oder eine Adresse. Alles Weitere lässt sich später ergänzen.
shelf-none-such = Davon steht hier nichts.
shelf-more = Mehr aus diesem Regal
shelf-older = Früher Hinzugefügtes →
shelf-back = ← Zuletzt Hinzugefügtes
shelf-export = Für deine Literaturverwaltung:
shelf-done-added = Es steht in deinem Regal.
shelf-done-changed = Gespeichert.
shelf-done-gone = Es ist aus deinem Regal genommen.
shelf-done-settings = Gespeichert.
shelf-add = Ins Regal stellen
shelf-change = Eintrag ändern
shelf-title = Titel
shelf-authors = Von
shelf-authors-hint = Mehrere Namen mit Semikolon: Lave, Jean; Wenger, Etienne
shelf-year = Jahr
shelf-kind = Art
shelf-book = Buch
shelf-article = Artikel
shelf-other = Etwas anderes
shelf-isbn = ISBN
shelf-isbn-wrong = Eine ISBN hat zehn oder dreizehn Ziffern. Sie steht beim Strichcode des Buchs.
shelf-isbn-digit = Eine Ziffer stimmt nicht, oder zwei sind vertauscht. Bitte vergleiche sie mit dem Buch.
shelf-doi = DOI
shelf-doi-wrong = Eine DOI beginnt mit 10. und enthält einen Schrägstrich, zum Beispiel 10.1000/182.
shelf-year-wrong = Bitte gib das Jahr als Zahl an, zum Beispiel 1991.
shelf-address = Adresse
shelf-address-hint = „Von der Seite übernehmen“ unten fragt nur diese Seite nach Titel, Namen und Nummern, sonst niemanden. Was du eingegeben hast, bleibt.
shelf-address-wrong = Das ist keine Adresse einer Seite im Web.
shelf-note = Notiz
shelf-note-hint = Eine Zeile. Wer dein Regal sehen kann, liest sie.
shelf-state = Wie weit du bist
shelf-private = Das sehe nur ich, auch wenn andere mein Regal sehen können
shelf-put = In mein Regal
shelf-mine = In deinem Regal
shelf-fill = Von der Seite übernehmen
shelf-filled = Von { $name } übernommen. Bitte sieh es durch; gespeichert ist noch nichts.
shelf-fill-nothing = Die Seite sagt nicht, was sie ist. Es wurde nichts geändert; bitte trage es von Hand ein.
shelf-fill-no = Diese Seite lässt sich von hier nicht lesen. Nichts ist verloren; bitte trage es von Hand ein.
shelf-fill-later = Diese Seite antwortet gerade nicht. Nichts ist verloren; versuche es später wieder oder trage es von Hand ein.
shelf-there = Das steht schon in deinem Regal. Es wurde nichts geändert; was du eingegeben hast, steht unten.
shelf-there-look = Ansehen
shelf-full = Dein Regal ist voll. Nimm zuerst etwas heraus.
shelf-take-off = Aus dem Regal nehmen
shelf-take-off-text = Der Eintrag verschwindet endgültig, mit seiner Notiz.
shelf-and-others =
    { $count ->
        [one] und in dem einer weiteren Person
       *[other] und in denen von { $number } weiteren Personen
    }
shelf-find = In meiner Bibliothek suchen
shelf-who = Wer dein Regal sehen kann
shelf-who-hint = Zu sehen ist, was darin steht, wie weit du bist und was du dazu notiert hast, außer bei Einträgen, die du für dich behältst.
shelf-library = Adresse der Suche deiner Bibliothek
shelf-library-hint = Mit einer Stelle für das Gesuchte, zum Beispiel { "{any}" }. Was in einem Regal steht, hat dann einen Link zu deiner Bibliothek. Diese Adresse siehst nur du.
shelf-library-place = Möglich sind nur { "{any}" }, { "{isbn}" }, { "{doi}" }, { "{title}" } und { "{author}" }.
shelf-library-no-place = Es fehlt eine Stelle für das Gesuchte, zum Beispiel { "{any}" }.
shelf-library-wrong = Das ist keine Adresse einer Suche im Web.
shelf-library-how = So findest du sie
shelf-library-how-text = Suche im Katalog deiner Bibliothek nach dem Wort Fluss. Setze in der Adresse der Trefferseite dort, wo das Wort steht, eines davon ein:
shelf-place-any = die ISBN, sonst die DOI, sonst Titel und Name
shelf-place-isbn = die ISBN, dreizehn Ziffern
shelf-place-doi = die DOI
shelf-place-title = der Titel
shelf-place-author = der erste Name
shelf-library-examples = Zum Beispiel:

# Archives and backups.
archive-title = Alles mitnehmen
archive-about = Ein Archiv mit allem, was du hier geschrieben hast, zum Aufheben und zum Lesen ohne uns: dein Blog als Seiten, die sich in jedem Browser öffnen, mit dem, was andere darunter gesagt haben; deine Texte in Markdown; eine Datei, die WordPress liest; deine Kommentare, Nachrichten, Antworten, dein Regal und deine Einstellungen; deine Bilder und Dateien.
archive-others = Was andere geschrieben haben, ist dabei, soweit du es heute lesen kannst. Geh damit so sorgsam um wie mit Briefen.
archive-yours = Dein Archiv
archive-ask = Mein Archiv erstellen
archive-ask-again = Ein neues erstellen
archive-ask-hint =
    { $count ->
        [one] Das dauert eine Weile. Du kannst diese Seite verlassen: Wir schreiben dir, wenn es fertig ist. Dann liegt es hier einen Tag lang bereit.
       *[other] Das dauert eine Weile. Du kannst diese Seite verlassen: Wir schreiben dir, wenn es fertig ist. Dann liegt es hier { $number } Tage lang bereit.
    }
archive-being-made = Es entsteht gerade: { $percent } %. Du kannst diese Seite verlassen; wir schreiben dir, wenn es fertig ist.
archive-look-again = Noch einmal nachsehen
archive-ready = Erstellt am { $date }. Es liegt hier bis zum { $until } bereit.
archive-download = Herunterladen ({ $size })
archive-delete = Jetzt löschen
archive-failed = Dein Archiv konnte nicht erstellt werden. Von dem, was du geschrieben hast, ist nichts verloren. Versuch es bitte später noch einmal oder sag denen Bescheid, die diese Community betreiben: Im Protokoll des Servers steht, warum.
archive-again-at = Ein neues kannst du ab { $date } erstellen lassen.
archive-too-soon = Dein Archiv ist erst vor Kurzem erstellt worden oder entsteht gerade. Es hat sich nichts geändert; ein neues ist etwas später möglich.
archive-left-out =
    { $count ->
        [one] Ein Bild oder eine Datei war zu viel für das Archiv und fehlt darin.
       *[other] { $number } Bilder und Dateien waren zu viel für das Archiv und fehlen darin.
    }
archive-done-asked = Dein Archiv entsteht. Wir schreiben dir, wenn es fertig ist.
archive-done-deleted = Dein Archiv ist gelöscht. An dem, was du hier geschrieben hast, hat sich nichts geändert.
archive-done-gone = Dieses Archiv ist nicht mehr da. Du kannst ein neues erstellen lassen.
archive-site-about = Mitgenommen von { $community } am { $date }.
archive-site-comments =
    { $count ->
        [0] Keine Kommentare
        [one] Ein Kommentar
       *[other] { $number } Kommentare
    }
archive-site-empty = Noch ist nichts veröffentlicht. Entwürfe liegen im Ordner „markdown“.
archive-entry-gone = Was hier stand, ist nicht in diesem Archiv.
archive-readme = Alles, was du bei { $community } geschrieben hast, Stand { $date }.

    index.html – deine Beiträge und Seiten mit ihren Gesprächen. Öffne die Datei in einem Browser; eine Verbindung braucht es nicht.
    markdown/ – deine Beiträge, Seiten und Entwürfe als Texte.
    wordpress/ – eine Datei für jedes Blog, um es unter Werkzeuge, Daten importieren zu WordPress zu bringen.
    data/ – deine Beiträge, Kommentare, Nachrichten, Antworten, dein Regal, was du dir gemerkt hast, dein Profil und deine Einstellungen, für Programme (JSON).
    media/ und handed-in/ – Bilder sowie Dateien, die du abgegeben hast.

    Was andere geschrieben haben, gehört ihnen. Du hast es hier zum Lesen.
letter-archive-subject = { $community }: dein Archiv ist fertig
letter-archive = das Archiv, um das du gebeten hast, ist fertig. Bis zum { $date } kannst du es herunterladen, wenn du angemeldet bist:
letter-archive-failed-subject = { $community }: dein Archiv konnte nicht erstellt werden
letter-archive-failed = das Archiv, um das du bei { $community } gebeten hast, konnte nicht erstellt werden. Von dem, was du geschrieben hast, ist nichts verloren. Versuch es bitte später noch einmal oder sag denen Bescheid, die die Community betreiben.
backup-title = Sicherungen
backup-none = Mit „lyceum backup“ wurde noch keine Sicherung erstellt. Wie das geht, steht in der Anleitung für den Betrieb.
backup-last = Die letzte gute Sicherung ist vom { $date } ({ $size }).
backup-old = Das ist mehr als eine Woche her. Bitte die Person, die den Server betreibt, nachzusehen, warum es keine neuere gibt.

# Gehen.
leave-title = Gehen
leave-go-on = Mein Konto beenden …
settings-leave = Hier kannst du dein Konto beenden. Du sagst, was aus deinen Texten wird, und hast 30 Tage, um zurückzukommen.
leave-lede =
    { $count ->
        [one] Dein Konto endet einen Tag, nachdem du es sagst. Bis dahin bleibt alles, wie es ist, und niemand erfährt davon: Melde dich an, und du bist wieder da.
       *[other] Dein Konto endet { $number } Tage, nachdem du es sagst. Bis dahin bleibt alles, wie es ist, und niemand erfährt davon: Melde dich an, und du bist wieder da.
    }
leave-archive = Nimm mit, was du geschrieben hast, bevor du gehst. Danach kann es dir niemand mehr geben.
leave-rest = Was aus allem wird
leave-rest-you = E-Mail-Adresse, Passwort, Bild, Einstellungen und alles, was du über dich gesagt hast, werden gelöscht. Deinen Kurznamen bekommt niemand sonst.
leave-rest-drafts = Entwürfe und Beiträge nur für dich werden gelöscht, ebenso dein Regal, was du dir gemerkt hast, deine Danksagungen und deine Antworten auf Fragen.
leave-rest-messages = Private Nachrichten, die du geschrieben hast, bleiben bei denen, denen du sie geschrieben hast, es sei denn, du lässt deine Texte löschen.
leave-rest-groups = Du verlässt alle Kurse und Kreise, und wer wartet, bekommt deinen Platz. Was du leitest, übergibst du vorher; ein Kreis, in dem sonst niemand ist, endet mit deinem Konto.
leave-rest-reviews = Was du eingereicht hast, wird zurückgezogen. Rückmeldungen bleiben bei denen, für die sie waren, es sei denn, du lässt deine Texte löschen.
leave-first = Das übergibst du vorher
leave-leads = Andere stünden ohne die Person da, die sie leitet. Bis jemand übernommen hat, bleibt alles, wie es ist.
leave-last-organiser = Außer dir gehört niemand zur Organisation. Nimm zuerst ein anderes Mitglied in sie auf.
leave-words = Was wird aus dem, was du geschrieben hast?
leave-words-keep = Es bleibt, unter meinem Namen
leave-words-keep-hint = Beiträge, Seiten und Kommentare bleiben an ihren Adressen. Dein Name ist alles, was dann noch von dir bekannt ist.
leave-words-stay = Es bleibt, ohne meinen Namen
leave-words-stay-hint = Darüber steht „Ehemaliges Mitglied“. Dein Blog bekommt eine neue Adresse; Links zur alten führen nirgends mehr hin. Wo andere dich in ihren Texten nennen, steht dein Name weiter.
leave-words-go = Es wird gelöscht
leave-words-go-hint = Wo dir jemand geantwortet hat, bleibt eine leere Stelle.
leave-handle = Zur Sicherheit dein Kurzname
leave-handle-wrong = Das ist nicht dein Kurzname.
leave-button = Mein Konto beenden
leave-done =
    { $count ->
        [one] Du bist abgemeldet, und dein Konto endet in einem Tag. Wir haben dir geschrieben. Meldest du dich vorher an, bleibt es bestehen.
       *[other] Du bist abgemeldet, und dein Konto endet in { $number } Tagen. Wir haben dir geschrieben. Meldest du dich vorher an, bleibt es bestehen.
    }
leave-back = Willkommen zurück. Dein Konto bleibt bestehen, und nichts hat sich geändert.
letter-leave-subject = { $community }: dein Konto endet am { $date }
letter-leave = du hast uns gebeten, dein Konto bei { $community } zu beenden. Das geschieht am { $date }.
letter-leave-keep = Was du geschrieben hast, bleibt dann unter deinem Namen stehen.
letter-leave-stay = Was du geschrieben hast, bleibt dann ohne deinen Namen stehen.
letter-leave-go = Was du geschrieben hast, wird dann gelöscht.
letter-leave-after = Möchtest du doch bleiben, oder warst du das gar nicht, dann melde dich vorher an. Bis dahin bleibt alles, wie es ist, und du bekommst keine E-Mails mehr von uns.
