# What every page has.

## The frame of every page
skip = Zum Text springen
nav-main = Hauptmenü
nav-home = Start
nav-members = Mitglieder
nav-write = Schreiben
nav-waiting = Wartet ({ $number })
nav-decide = Wartende und ausgeblendete Kommentare
nav-menu = dein Menü
nav-your-page = Deine Seite
nav-your-blog = Dein Blog
nav-your-posts = Deine Beiträge und Entwürfe
nav-settings = Einstellungen
nav-manage = Gemeinschaft verwalten
sign-in = Anmelden
title-error = Fehler:
sign-out = Abmelden
join = Mitmachen
language = Sprache
to-home = Zur Startseite

## Errors
error-not-found = Dieses Regal ist leer
error-not-found-text = Unter dieser Adresse steht nichts, oder es ist nicht für alle bestimmt. Wenn du den Link von jemandem hast, sag dort Bescheid.
error-sign-in-first = Bitte erst anmelden
error-sign-in-first-text = Diese Seite ist für Angemeldete. Melde dich an, dann kommst du hierher zurück.
error-forbidden = Das steht dir nicht zu
error-forbidden-text = Entweder gehört es jemand anderem, oder die Anfrage kam von einer anderen Website. Es wurde nichts geändert.
error-bad = Das war nicht zu verstehen
error-bad-text = Etwas an der Anfrage ergibt hier keinen Sinn. Es wurde nichts geändert; geh zurück und versuche es noch einmal.
error-method = So geht es nicht
error-method-text = Diese Adresse tut etwas anderes, als von ihr verlangt wurde.
error-too-large = Das ist zu groß
error-too-large-text = Es ist mehr, als diese Website auf einmal annimmt. Es wurde nichts geändert.
error-too-many = Einen Moment, bitte
error-too-many-text = Das war viel in kurzer Zeit. Warte eine Minute und versuche es noch einmal.
error-too-late = Zu spät zum Ändern
error-too-late-text = Kommentare lassen sich nach dem Schreiben noch eine Weile ändern. Diesen kannst du weiterhin löschen oder beantworten.
error-broken = Hier ist etwas kaputt
error-broken-text = Es liegt an uns und ist vermerkt. Was du geschrieben hast, ist noch in deinem Browser: Geh zurück und versuche es noch einmal.

## Fields
field-name = Name
field-email-label = E-Mail
field-website-label = Website
field-required = Das fehlt noch.
field-too-long = Das ist zu lang.
field-choose = Wähle eines davon aus.
field-handle = Nimm 2 bis 30 Zeichen: Buchstaben a–z, Ziffern, - oder _, mit einem Buchstaben oder einer Ziffer am Anfang.
field-handle-end = Er soll mit einem Buchstaben oder einer Ziffer enden und keine zwei Bindestriche hintereinander haben: Sonst erreicht ihn keine Erwähnung.
field-email = Das sieht nicht nach einer E-Mail-Adresse aus.
field-email-local = Vor dem @ können wir nur Adressen mit a–z ohne Umlaute und Akzente erreichen. Hast du eine andere Adresse?
field-website = Das sieht nicht nach einer Webadresse aus.
field-password-short = Nimm mindestens zehn Zeichen.
field-blog-address = Nimm 2 bis 60 Zeichen: Buchstaben a–z, Ziffern, - oder _, mit einem Buchstaben oder einer Ziffer am Anfang.
field-reserved = Diese Adresse braucht die Website selbst. Wähle eine andere.
field-slug = Daraus wird keine Adresse. Nimm Buchstaben und Ziffern.
field-language = Das ist kein Sprachkürzel.

## What the script says; {"{n}"}, {"{name}"} and {"{title}"} are filled in by it.
script-reply-to = Antwort an { $name }
script-heading-one = Ein Gedanke zu „{ $title }“
script-heading-other = { $n } Gedanken zu „{ $title }“
script-new-one = Ein neuer seit deinem letzten Besuch
script-new-other = { $n } neue seit deinem letzten Besuch
script-answers-one = Eine neue Antwort – zeigen
script-answers-other = { $n } neue Antworten – zeigen
script-kept = Dein nicht abgeschickter Text vom letzten Mal ist wieder da.
script-kept-discard = Verwerfen
script-sending = Wird gesendet …
script-offline = Gerade gibt es keine Verbindung. Dein Text ist auf diesem Gerät gesichert.
script-failed = Der Server konnte das gerade nicht annehmen. Dein Text ist auf diesem Gerät gesichert.
script-refused = Dein Text ist auf diesem Gerät gesichert.
script-signed-out = Du bist nicht mehr angemeldet. Dein Text ist auf diesem Gerät gesichert: Melde dich in einem anderen Fenster an und versuche es dann noch einmal.
script-again = Noch einmal versuchen
script-posted = Dein Kommentar ist veröffentlicht.
script-waiting = Dein Kommentar steht hier und wartet auf Freigabe.
script-live-lost = Verbindung verloren – neue Antworten erscheinen, sobald sie wieder da ist.
script-keys-on = Tasten n und p: an
script-keys-off = Tasten n und p: aus
script-theme-system = Farben: wie das System
script-theme-light = Farben: hell
script-theme-dark = Farben: dunkel
script-preview-wait = Die Vorschau entsteht …
