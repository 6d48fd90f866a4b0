# What every page has.

## The frame of every page
skip = Zum Inhalt springen
nav-main = Hauptmenü
nav-home = Start
nav-members = Mitglieder
nav-write = Schreiben
nav-waiting = Zu prüfen ({ $number })
nav-menu = dein Menü
nav-your-page = Deine Seite
nav-your-blog = Dein Blog
nav-your-posts = Deine Beiträge und Entwürfe
nav-settings = Einstellungen
nav-manage = Community verwalten
sign-in = Anmelden
title-error = Fehler:
sign-out = Abmelden
join = Mitmachen
language = Sprache
to-home = Zur Startseite

## Errors
error-not-found = Seite nicht gefunden
error-not-found-text = Unter dieser Adresse gibt es nichts, oder es ist nicht für alle zugänglich. Wenn du den Link von jemandem hast, sag dort Bescheid.
error-sign-in-first = Bitte melde dich an
error-sign-in-first-text = Für diese Seite musst du angemeldet sein. Melde dich an, und du kommst hierher zurück.
error-forbidden = Dafür fehlt dir die Berechtigung
error-forbidden-text = Entweder gehört das jemand anderem, oder die Anfrage kam von einer anderen Website. Es wurde nichts geändert.
error-bad = Das haben wir nicht verstanden
error-bad-text = Etwas an der Anfrage stimmt nicht. Es wurde nichts geändert; geh zurück und versuch es noch einmal.
error-method = Diese Anfrage geht hier nicht
error-method-text = Diese Adresse nimmt Anfragen dieser Art nicht an.
error-too-large = Das ist zu groß
error-too-large-text = Es ist mehr, als diese Website auf einmal annimmt. Es wurde nichts geändert.
error-too-many = Einen Moment, bitte
error-too-many-text = Das war viel in kurzer Zeit. Warte eine Minute und versuch es noch einmal.
error-too-late = Zum Bearbeiten ist es zu spät
error-too-late-text = Kommentare lassen sich nach dem Abschicken noch eine Weile bearbeiten. Diesen kannst du weiterhin löschen oder beantworten.
error-away = Die Seite ist gerade nicht vollständig erreichbar
error-away-text = Die Datenbank antwortet nicht. Meist ist sie innerhalb einer Minute wieder da. Was du geschrieben hast, steht noch in deinem Browser: Geh zurück und versuch es noch einmal.
error-read-only = Gerade kann nichts gespeichert werden
error-read-only-text = Du kannst alles lesen, aber der Server kann im Moment nichts speichern. Was du geschrieben hast, steht noch in deinem Browser: Versuch es später noch einmal.
error-broken = Da ist etwas schiefgegangen
error-broken-text = Es liegt an uns, und der Fehler ist festgehalten. Was du geschrieben hast, ist noch in deinem Browser: Geh zurück und versuch es noch einmal.

## Fields
field-name = Name
field-email-label = E-Mail
field-website-label = Website
field-required = Bitte füll das aus.
field-too-long = Das ist zu lang.
field-choose = Bitte wähle etwas aus der Liste.
field-handle = Nimm 2 bis 30 Zeichen: Buchstaben a–z, Ziffern, - oder _, mit einem Buchstaben oder einer Ziffer am Anfang.
field-handle-end = Er soll mit einem Buchstaben oder einer Ziffer enden und keine zwei Bindestriche hintereinander haben: Sonst erreicht ihn keine Erwähnung.
field-email = Das sieht nicht nach einer E-Mail-Adresse aus.
field-email-local = Vor dem @ können wir nur Adressen mit a–z ohne Umlaute und Akzente erreichen. Hast du eine andere Adresse?
field-website = Das sieht nicht nach einer Webadresse aus.
field-password-short = Nimm mindestens zehn Zeichen.
field-blog-address = Nimm 2 bis 60 Zeichen: Buchstaben a–z, Ziffern, - oder _, mit einem Buchstaben oder einer Ziffer am Anfang.
field-reserved = Diese Adresse ist reserviert. Wähle eine andere.
field-slug = Daraus lässt sich keine Adresse bilden. Nimm Buchstaben und Ziffern.
field-language = Das ist kein gültiges Sprachkürzel.

## What the script says; {"{n}"}, {"{name}"} and {"{title}"} are filled in by it.
script-reply-to = Antwort an { $name }
script-heading-one = Ein Gedanke zu „{ $title }“
script-heading-other = { $n } Gedanken zu „{ $title }“
script-new-one = Ein neuer Kommentar seit deinem letzten Besuch
script-new-other = { $n } neue Kommentare seit deinem letzten Besuch
script-answers-one = Ein neuer Kommentar – anzeigen
script-answers-other = { $n } neue Kommentare – anzeigen
script-kept = Dein nicht abgeschickter Text vom letzten Mal ist wieder da.
script-kept-discard = Verwerfen
script-kept-other = Ein anderer, nicht abgeschickter Text von dir ({ $time }) ist auf diesem Gerät gespeichert.
script-kept-look = Ansehen
script-sending = Wird gesendet …
script-offline = Du hast gerade keine Verbindung. Dein Text ist auf diesem Gerät gesichert.
script-failed = Der Server konnte das gerade nicht annehmen. Dein Text ist auf diesem Gerät gesichert.
script-refused = Dein Text ist auf diesem Gerät gesichert.
script-signed-out = Du bist nicht mehr angemeldet. Dein Text ist auf diesem Gerät gesichert: Melde dich in einem anderen Fenster an und versuch es dann noch einmal.
script-again = Noch einmal versuchen
script-posted = Dein Kommentar ist veröffentlicht.
script-waiting = Dein Kommentar wartet auf Freigabe.
script-live-lost = Verbindung verloren – neue Kommentare erscheinen, sobald sie wieder da ist.
script-keys-on = Tasten n und p: an
script-keys-off = Tasten n und p: aus
script-keys-title = Tasten
script-keys-next = nächster neuer Kommentar
script-keys-previous = voriger neuer Kommentar
script-keys-send = den Kommentar abschicken, den du gerade schreibst
script-keys-away = das Antwortformular schließen; dein Text bleibt gespeichert
script-keys-help = diese Tasten anzeigen
script-close = Schließen
script-theme-system = Farben: wie das System
script-theme-light = Farben: hell
script-theme-dark = Farben: dunkel
script-preview-wait = Die Vorschau wird erstellt …
