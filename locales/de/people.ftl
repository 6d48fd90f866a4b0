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
field-handle-hint = Kleinbuchstaben, Ziffern, - und _. So sprechen dich andere in einem Kommentar an.
field-handle-taken = Diesen Kurznamen hat schon jemand. Wenn du es bist, melde dich an; sonst wähle einen anderen.
field-email-hint = Wird anderen Mitgliedern nicht gezeigt. Die Organisation kann sie sehen.
field-password-label = Passwort
field-password-hint = Zehn Zeichen oder mehr. Ein Satz, der dir gefällt, ist gut. Du kannst dich auch jederzeit über einen Link per E-Mail anmelden.
field-new-password = Neues Passwort
field-why-label = Ein paar Worte an die Organisation
field-who = E-Mail oder Kurzname
join-heading = Bei { $community } mitmachen
join-lede = Ein Name, eine Adresse für Nachrichten, ein Passwort. Der Blog kommt von selbst.
join-request-lede = Erzähl uns, wer du bist. Die Organisation liest es und nimmt dich auf; eine E-Mail sagt dir, wann.
join-found = Diese Gemeinschaft gründen
join-found-lede = Noch ist niemand außer dir hier, und die Organisation liegt bei dir. Alles Weitere lässt sich später einstellen.
join-found-button = Beginnen
join-ask = Um Aufnahme bitten
join-handle = Dein Benutzername, wenn du ihn selbst wählen möchtest
join-already = schon Mitglied?
join-mail = Sieh in deinem Postfach nach
join-mail-text = Eine E-Mail an { $stressed } ist unterwegs. Folge dem Link darin, und du bist dabei.
join-mail-request = Sieh in deinem Postfach nach
join-mail-request-text = Eine E-Mail an { $stressed } ist unterwegs. Folge dem Link darin, und deine Anfrage geht an die Organisation.
join-by-invitation = Auf Einladung
join-by-invitation-text = Bei dieser Gemeinschaft macht mit, wen die Organisation einlädt. Wenn du eingeladen wurdest, folge dem Link in der E-Mail.
join-early = Noch nicht eröffnet
join-early-text = Diese Community hat noch niemand eingerichtet. Wer den Server betreibt, findet den Link dafür dort, wo er gestartet wurde; danach können andere beitreten.
join-invitation-gone = Diese Einladung gilt nicht mehr
join-invitation-gone-text = Sie wurde benutzt oder zurückgenommen, oder sie ist zu alt geworden. Wer sie geschickt hat, kann eine neue schicken.
confirm-joining = Ein Klick, und du bist dabei
confirm-joining-text = Damit bestätigst du, dass die Adresse dir gehört und dass du { $name } in { $community } bist. Wenn du nicht mitmachen wolltest, schließ diese Seite, und es geschieht nichts.
confirm-joining-button = Bestätigen und hereinkommen
confirm-request = Ein Klick, und deine Anfrage ist unterwegs
confirm-request-text = Damit bestätigst du, dass die Adresse dir gehört und dass du in { $community } { $name } sein wirst. Die Organisation liest deine Anfrage und antwortet.
confirm-request-button = Bestätigen und anfragen
confirm-address = Deine neue E-Mail-Adresse
confirm-address-text = Von jetzt an gehen E-Mails von { $community } an { $name }.
confirm-address-button = Diese Adresse verwenden
confirm-move = Eine andere E-Mail-Adresse
confirm-move-text = { $name } bekommt dann einen Link zur Bestätigung. Bis du ihm folgst, ändert sich nichts.
confirm-move-button = Link schicken
sign-in-heading = Komm herein
sign-in-forgotten = Vergessen?
sign-in-link = Link anfordern
sign-in-link-hint = Wir schicken dir einen Link, der dich einmal anmeldet, innerhalb der nächsten 20 Minuten.
sign-in-not-yet = noch kein Mitglied?
sign-in-wrong = Der Name oder das Passwort stimmt nicht. Wenn du gerade erst dazugekommen bist, such in deinen E-Mails nach der, die deine Adresse bestätigt; ein Link per E-Mail, unten, geht immer.
sign-in-too-many = Das waren viele Versuche in kurzer Zeit. Warte eine Minute, oder lass dir einen Link schicken.
sign-in-as = Du wirst als { $name } angemeldet.
letters-too-many = An diese Adresse sind schon einige E-Mails unterwegs. Sieh in deinem Postfach nach, oder versuche es in einer Minute noch einmal.
account-mail = Sieh in deinem Postfach nach
account-mail-text = Wenn { $stressed } hier jemandem gehört, ist ein Link dorthin unterwegs. Er gilt einmal, und nicht lange.
account-mail-nothing = Nach fünf Minuten noch nichts? Sieh im Spam-Ordner nach oder { $link }.
account-mail-again = frag noch einmal
account-link-gone = Dieser Link gilt nicht mehr
account-link-gone-text = Links in E-Mails gelten nur einmal und nur eine Zeit lang. Dieser wurde benutzt oder ist zu alt geworden.
account-link-gone-on = Du kannst jederzeit { $link }.
account-link-again = einen neuen anfordern
account-waiting = Deine Anfrage liegt bei der Organisation
account-waiting-text = Deine Adresse ist bestätigt. Jemand wird lesen, was du geschrieben hast, und eine E-Mail sagt dir, wann du dabei bist.
forgot = Ein neues Passwort
forgot-lede = Das passiert allen einmal. Nenn uns deine Adresse, und wir schicken dir einen Link.
forgot-send = Link schicken
forgot-back = Zurück zur Anmeldung
reset-lede = Für @{ $handle }.
reset-hint = Zehn Zeichen oder mehr. Alle Sitzungen enden, und hier wirst du neu angemeldet.
reset-button = Passwort setzen und hereinkommen

## E-mails. $name is a handle, or the organiser who invites.
letter-hello = Hallo { $name },
letter-hello-stranger = Hallo,
letter-confirm-subject = { $community }: bitte bestätige deine Adresse
letter-confirm = jemand – hoffentlich du – möchte mit dieser Adresse als @{ $name } bei { $community } mitmachen. Folge diesem Link, um zu bestätigen, dass sie dir gehört:
letter-confirm-after = Der Link gilt drei Tage. Wenn du nicht mitmachen willst oder @{ $name } nicht das ist, was du gewählt hast, tu nichts: Ohne dich wird nichts daraus.
letter-sign-in-subject = { $community }: dein Link
letter-sign-in = folge diesem Link, um dich bei { $community } als @{ $name } anzumelden:
letter-sign-in-after = Er gilt einmal, 20 Minuten lang. Wenn du ihn nicht angefordert hast, tu nichts, und gib ihn nicht weiter.
letter-known-subject = { $community }: du hast ein Konto
letter-known = jemand – vielleicht du – wollte mit dieser Adresse bei { $community } mitmachen. Sie hat schon ein Konto: Du bist @{ $name }. Folge diesem Link, um dich anzumelden:
letter-known-after = Er gilt einmal, 20 Minuten lang. Wenn du es nicht warst, tu nichts; es wurde nichts geändert.
letter-claim-subject = { $community }: dein Konto wartet
letter-claim = was du geschrieben hast, ist nach { $community } umgezogen, und dort wird ein Konto für dich bewahrt: @{ $name }. Folge diesem Link, um es zu deinem zu machen:
letter-claim-after = Er gilt einmal, 20 Minuten lang; einen neuen bekommst du auf der Anmeldeseite. Wenn du ihn nicht angefordert hast, tu nichts.
letter-reset-subject = { $community }: ein neues Passwort
letter-reset = folge diesem Link, um ein neues Passwort für @{ $name } zu wählen:
letter-reset-after = Er gilt einmal, eine Stunde lang. Wenn du ihn nicht angefordert hast, tu nichts: Dein Passwort bleibt, wie es ist.
letter-address-subject = { $community }: bitte bestätige deine neue Adresse
letter-address = @{ $name } möchte E-Mails von { $community } künftig an diese Adresse bekommen. Melde dich an und folge diesem Link, um sie zu bestätigen:
letter-address-after = Der Link gilt drei Tage. Wenn du das nicht bist, tu nichts.
letter-move-subject = { $community }: eine andere Adresse?
letter-move = Jemand, der als @{ $name } angemeldet ist, möchte E-Mails von { $community } künftig an eine andere Adresse bekommen. Dein Konto hat kein Passwort, deshalb fragen wir zuerst hier nach. Wenn du es warst, folge diesem Link:
letter-move-after = Der Link gilt eine Stunde. Wenn du es nicht warst, folge ihm nicht: Beende in deinen Einstellungen alle anderen Sitzungen und setze dort ein Passwort.
letter-address-taken-subject = { $community }: du hast ein Konto
letter-address-taken = jemand – vielleicht du – wollte diese Adresse einem anderen Konto bei { $community } geben. Sie gehört schon zu @{ $name }, deshalb wurde nichts geändert.
letter-address-taken-after = Wenn du zwei Konten hast und nur eines behalten willst, wende dich an die Organisation.
letter-address-changes-subject = { $community }: deine Adresse soll sich ändern
letter-address-changes = eine Person, die mit deinem Konto angemeldet ist, möchte E-Mails von { $community } künftig an eine andere Adresse bekommen. Das gilt, sobald diese Adresse bestätigt ist. Wenn du es nicht warst, beende alle anderen Sitzungen und setze in deinen Einstellungen ein neues Passwort:
letter-address-changes-after = Wenn du es warst, ist hier nichts zu tun: Sieh in die E-Mails der neuen Adresse.
letter-let-in-subject = { $community }: du bist dabei
letter-let-in = willkommen bei { $community }. Deine Anfrage wurde angenommen; hier meldest du dich an:
letter-let-in-after = Du bist @{ $name }, und dein Blog ist offen. Wenn dein Passwort nicht passt, lass dir dort einen Link schicken.
letter-asked-subject = { $community }: @{ $name } möchte mitmachen
letter-asked = @{ $name } möchte bei { $community } mitmachen. Hier kannst du die Anfrage lesen und beantworten:
letter-asked-after = Du bekommst diese E-Mail, weil du zur Organisation gehörst.
letter-invite-subject = { $name } lädt dich zu { $community } ein
letter-invite = { $name } lädt dich zu { $community } ein. Folge diesem Link, um mitzumachen:
letter-invite-after = Der Link gilt zwei Wochen und nur einmal. Wenn du nicht mitmachen willst, tu nichts.

## People
members-count =
    { $count ->
        [one] Eine Person ist hier.
       *[other] { $number } Menschen sind hier.
    }
members-found = Menschen, deren Name oder Kurzname „{ $words }“ enthält.
members-none-found = Hier heißt niemand „{ $words }“. Versuche es mit einem Teil des Namens.
members-empty = Noch ist niemand hier. Wer dazukommt, wird hier stehen.
search-members = Mitglieder suchen
search-members-hint = Name oder Kurzname
search = Suchen
more-members = Mehr Mitglieder
more-members-next = Mehr Mitglieder →
members-from-the-start = ← Von Anfang an
role-organiser = Organisation
role-instructor = Kursleitung
role-guide = Begleitung
role-participant = Teilnahme
unclaimed = aus einem früheren Zuhause dieser Gemeinschaft
change-profile = Dein Profil ändern
latest-comments = Neueste Kommentare
no-comments-yet = Noch keine.
said-on = zu

## Settings
settings-profile = Profil
settings-profile-save = Profil speichern
settings-handle-hint = Kleinbuchstaben, Ziffern, - und _. Der alte führt weiterhin zu dir.
settings-handle-taken = Diesen Kurznamen hat jemand, oder hatte ihn einmal. Wähle einen anderen.
settings-bio = Über dich
settings-bio-hint = Zwei oder drei Sätze. Zeilenumbrüche bleiben, und Adressen werden zu Links.
settings-language-browser = Wie mein Browser es wünscht
settings-zone = Zeitzone
settings-zone-community = Wie die Gemeinschaft ({ $zone })
settings-blog = Blog
settings-blog-save = Blog speichern
settings-blog-title = Titel
settings-blog-tagline = Untertitel
settings-blog-tagline-hint = Eine Zeile unter dem Titel.
settings-blog-address = Adresse
settings-blog-address-hint = Links zur alten Adresse führen weiterhin hierher.
settings-blog-address-taken = Diese Adresse hat ein anderer Blog, oder hatte sie einmal. Wähle eine andere.
settings-picture = Bild
settings-picture-new = Ein neues Bild
settings-picture-hint = PNG, JPEG, WebP oder GIF, bis { $number } MB. Es wird quadratisch zugeschnitten.
settings-picture-upload = Bild hochladen
settings-picture-remove = Bild entfernen
picture-unknown = Das ist kein Bild, das sich hier lesen lässt. Nimm PNG, JPEG, WebP oder GIF.
picture-too-large = Diese Datei ist zu groß.
picture-too-many-pixels = Dieses Bild hat zu viele Pixel. Mach es erst kleiner.
settings-address = E-Mail-Adresse
settings-address-hint = Wird anderen Mitgliedern nicht gezeigt. Eine Änderung gilt, sobald du dem Link folgst, den wir an die neue Adresse schicken.
settings-address-change = Adresse ändern
settings-address-same = Das ist schon deine Adresse.
settings-password-old = Bisheriges Passwort
settings-password-hint = Zehn Zeichen oder mehr. Alle anderen Sitzungen enden.
settings-password-change = Passwort ändern
settings-password-by-link = Deine Anmeldung liegt eine Weile zurück, und nichts beweist hier, dass es noch du bist. Melde dich ab, wähle „Vergessen?“ und setze dein Passwort über den Link, den wir dir schicken.
settings-password-set = Passwort setzen
settings-password-wrong = Das ist nicht dein bisheriges Passwort. Wenn du es vergessen hast, melde dich ab und fordere ein neues an.
settings-sessions = Wo du angemeldet bist
settings-session-here = Hier
settings-session-on = { $browser } auf { $system }
settings-session-unknown = Ein Browser
settings-session-since = seit dem { $date }
settings-session-seen = zuletzt gesehen am { $date }
settings-session-end = Beenden
settings-sessions-end = Alle anderen Sitzungen beenden
settings-saved-joined = Du bist dabei. Beigetreten bist du in einem anderen Browser: Wähle dein Passwort hier bitte noch einmal. Oder lass es und melde dich jedes Mal mit einem Link an.
settings-saved-profile = Dein Profil ist gespeichert.
settings-saved-blog = Dein Blog ist gespeichert.
settings-saved-picture = Dein Bild ist an seinem Platz.
settings-saved-picture-removed = Dein Bild ist entfernt.
settings-saved-email = Eine E-Mail an die neue Adresse ist unterwegs. Die Änderung gilt, sobald du dem Link darin folgst.
settings-saved-move = Wir haben einen Link an deine bisherige Adresse geschickt. Wenn du ihm folgst, bekommt die neue den ihren.
settings-saved-address = Deine neue E-Mail-Adresse ist bestätigt.
settings-saved-password = Dein Passwort ist geändert, und alle anderen Sitzungen sind beendet.
settings-saved-session = Diese Sitzung ist beendet.
settings-saved-sessions = Alle anderen Sitzungen sind beendet.
## E-mails. $name is a handle, or the organiser who invites.
letter-turned-away-subject = { $community }: deine Anfrage
letter-turned-away = die Organisation von { $community } hat deine Anfrage gelesen und ihr nicht entsprochen.
letter-turned-away-after = Das Konto @{ $name } wurde entfernt, mit allem, was du uns erzählt hattest. Was öffentlich ist, kannst du gern lesen, und wenn du das für einen Irrtum hältst, schreib der Organisation.

## Managing the community
the-community = Die Gemeinschaft
manage-nav = Verwaltung
manage-settings = Einstellungen
manage-comments = Kommentare
manage-log = Was getan wurde
name-and-rules = Name und Regeln
community-name = Name der Gemeinschaft
community-tagline = Begrüßung
community-tagline-hint = Ein oder zwei Sätze auf der Startseite, unter dem Namen.
community-time-zone = Zeitzone
community-time-zone-unknown = Eine Zeitzone mit diesem Namen gibt es nicht. Wähle eine wie Europe/Lisbon.
community-saved = Die Einstellungen sind gespeichert.
community-begun = Die Gemeinschaft gehört dir. Gib ihr einen Namen, entscheide, wer mitmachen darf, und lade unten Leute ein.
who-may-join = Wer mitmachen darf
joining-open = Alle, sofort
joining-request = Alle dürfen anfragen
joining-request-hint = Du beantwortest jede Anfrage weiter unten.
joining-invitation = Nur wer eingeladen wurde
whose-comments-wait = Kommentare von Gästen
guests-first = Der erste wartet, bis jemand ihn freigibt
guests-always = Jeder wartet, bis jemand ihn freigibt
guests-closed = Gibt es nicht: Nur Mitglieder schreiben
edit-minutes = Minuten, in denen sich ein Kommentar ändern lässt
edit-minutes-hint = Von 0 (nie) bis 10.080 (eine Woche).
field-edit-minutes = Gib eine ganze Zahl von 0 bis 10.080 ein.
emoji-choice = Smileys wie :-) in Emoji verwandeln
requests = Anfragen
nobody-asks = Gerade fragt niemand an.
requests-wait =
    { $count ->
        [one] Jemand möchte mitmachen
       *[other] { $number } möchten mitmachen
    }
let-in = Aufnehmen
turn-away = Ablehnen
invitations = Einladungen
invite-emails = E-Mail-Adressen
invite-emails-hint = Eine pro Zeile. Alle bekommen einen eigenen Link, der 14 Tage gilt. Ohne Adresse bekommst du einen Link zum Weitergeben.
invite-words = Ein paar Worte von dir
invite-words-hint = Sie stehen in der E-Mail, und Antworten darauf kommen zu dir.
invite-as = Ihre Rolle
invite-button = Einladen
invite-bad-address = Das sieht nicht nach einer Adresse aus:
invite-too-many = Das sind mehr als 200. Lade sie in mehreren Schritten ein.
invitation-link = Gib diesen Link weiter. Mit ihm kann eine Person mitmachen, er gilt 14 Tage und wird nur jetzt gezeigt:
invitations-sent =
    { $count ->
        [one] Eine Einladung ist unterwegs.
       *[other] { $number } Einladungen sind unterwegs.
    }
invitations-open = Offene Einladungen
invite-to = Adresse
invite-role = Rolle
good-until = Gilt bis
invite-a-link = Ein Link zum Weitergeben
take-back = Zurücknehmen
role-of = Rolle von { $name }
last-organiser = Jemand muss sich um die Gemeinschaft kümmern, und sonst ist niemand mehr in der Organisation. Es wurde nichts geändert.
log-the-server = Der Server
log-a-comment = einen Kommentar
log-empty = Noch wurde nichts getan, was zu vermerken wäre.
audit-added = hat ein Mitglied hinzugefügt:
audit-changed-address = hat die eigene E-Mail-Adresse geändert
audit-changed-password = hat ein neues Passwort gesetzt
audit-comment-approved = hat freigegeben:
audit-comment-hidden = hat ausgeblendet:
audit-comment-unhidden = hat wieder gezeigt:
audit-community-changed = hat die Einstellungen der Gemeinschaft geändert
audit-invitation-taken-back = hat eine Einladung zurückgenommen
audit-founded = hat die Gemeinschaft gegründet, Rolle:
audit-invited = hat jemanden eingeladen, Rolle:
audit-let-in = hat aufgenommen:
audit-role-by-invitation = kam auf Einladung, Rolle:
audit-role-given = hat eine Rolle vergeben an
audit-turned-away = hat eine Anfrage abgelehnt
audit-asked-for-address = möchte die eigene E-Mail-Adresse ändern
audit-ended-sign-in = hat eine Sitzung beendet
audit-ended-sign-ins = hat alle eigenen Sitzungen beendet
