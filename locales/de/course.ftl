### Kurse: was sie sind, wer dabei ist und wie weit alle sind

courses = Kurse
nav-courses = Kurse
courses-now = Jetzt und demnächst
courses-past = Beendet
courses-empty = Noch gibt es hier keine Kurse.
courses-empty-begin = Leg einen an: Bis du ihn öffnest, siehst nur du ihn.

course-days = { $from } – { $until }
course-zone = Tage und Zeiten in { $zone }
course-prepared = In Vorbereitung
course-coming = Hat noch nicht begonnen
course-week-of = Woche { $week } von { $weeks }
course-over = Beendet

course-you-instruct = Du leitest ihn
course-you-guide = Du begleitest ihn
course-you-take-part = Du bist dabei
course-you-wait = Auf der Warteliste
course-you-asked = Angefragt
course-you-are-invited = Du bist eingeladen

part-member = Teilnahme
part-guide = Begleitung
part-instructor = Kursleitung
part-leader = Leitung

course-take-part = Teilnehmen
course-join = Teilnehmen
course-places-free = { $count ->
    [one] Ein Platz ist noch frei.
   *[other] { $number } Plätze sind noch frei.
}
course-invited-text = Du bist zu diesem Kurs eingeladen.
course-accept = Annehmen und teilnehmen
course-decline = Nein, danke
course-ask-text = Wer teilnimmt, entscheidet die Kursleitung. Die Antwort findest du hier.
course-ask-words = Ein paar Worte über dich
course-ask = Teilnahme anfragen
course-asked-text = Du hast angefragt. Die Kursleitung wird entscheiden.
course-take-back = Anfrage zurücknehmen
course-take-back-text = Du stehst dann nicht mehr auf der Liste. Du kannst später wiederkommen, ans Ende der Liste.
course-full-text = Alle Plätze sind vergeben. Wenn du wartest, rückst du nach, sobald einer frei wird, der Reihe nach.
course-wait = Auf einen Platz warten
course-waiting-text = Du stehst auf der Warteliste. Sobald ein Platz frei wird, gehört er dir.
course-wait-no-longer = Nicht länger warten
course-uninvited-text = An diesem Kurs nimmt nur teil, wer eingeladen ist.
course-over-text = Dieser Kurs ist beendet. Es kann niemand mehr dazukommen.
course-tell-me = Ich wäre gern dabei gewesen
course-over-noted = Die Kursleitung weiß, dass du gern dabei gewesen wärst, und kann dich das nächste Mal einladen.
course-sign-in = Anmelden und teilnehmen
course-sign-up = Konto anlegen
course-outcomes = Was du danach kannst
course-staff = Wer ihn leitet
course-staff-more = { $count ->
    [one] und noch eine Person
   *[other] und { $number } weitere Personen
}
course-manage = Kurs verwalten
course-leave = Kurs verlassen
course-leave-title = „{ $name }“ verlassen?
course-leave-text = Du liest dann nicht mehr, was nur für den Kurs geschrieben wurde. Was du selbst geschrieben hast, bleibt; du kannst es weiterhin lesen und löschen. Dein Platz geht an die nächste Person auf der Warteliste.
course-only-instructor = Du leitest den Kurs allein. Gib die Kursleitung zuerst noch jemandem.

course-done-in = Du bist dabei. Willkommen!
course-done-asked = Deine Anfrage ist abgeschickt.
course-done-waiting = Du stehst auf der Warteliste.
course-done-over = Danke. Die Kursleitung weiß nun davon.
course-done-left = Erledigt. Du nimmst nicht mehr teil.

## Einen Kurs verwalten

course-begin = Kurs anlegen
course-begin-lede = Zuerst siehst nur du ihn. Füge Module und Personen hinzu, sieh ihn dir aus der Sicht der Teilnehmenden an und öffne ihn, wenn er fertig ist.
course-to-course = Zum Kurs
course-manage-nav = Kurs verwalten
course-nav-settings = Einstellungen
course-nav-people = Personen
course-address-hint = Steht in der Adresse des Kurses und bleibt. Wenn du das Feld leer lässt, entsteht sie aus dem Titel.
course-tagline = In einem Satz
course-about = Worum es geht
course-outcomes-hint = Eine Zeile für jedes.
course-starts = Erster Tag
course-ends = Letzter Tag
course-time-zone = Zeitzone
course-zone-hint = Alle Tage und Zeiten des Kurses gelten in dieser Zone. Teilnehmende sehen sie in ihrer eigenen.
course-joining = Wer teilnehmen darf
course-joining-open = Alle Mitglieder
course-joining-ask = Wer anfragt und aufgenommen wird
course-joining-invited = Nur wer eingeladen ist
course-places = Plätze
course-places-hint = Leer lassen, wenn beliebig viele kommen dürfen. Sind alle vergeben, gibt es eine Warteliste. Wer leitet oder begleitet, braucht keinen Platz.
course-places-wrong = Gib eine Zahl ein, zum Beispiel 35, oder lass das Feld leer.
course-audience = Wer die Module lesen darf
course-for-participants = Wer teilnimmt
course-audience-hint = Sobald ein Modul geöffnet ist. Vorher sieht es nur, wer den Kurs leitet oder begleitet.
course-titles-ahead = Titel der Module zeigen, bevor sie öffnen
course-ends-wrong = Der letzte Tag liegt nach dem ersten, höchstens fünf Jahre später.
course-sure = Ja, diese Tage sind gemeint
course-sure-text = Der letzte Tag ist schon vorbei: Es kann niemand mehr teilnehmen. Ist das so gemeint?
course-dates = Was geplant ist
course-dates-later = { $count ->
    [one] Der Kurs beginnt einen Tag später. Soll das Geplante mitwandern?
   *[other] Der Kurs beginnt { $number } Tage später. Soll das Geplante mitwandern?
}
course-dates-earlier = { $count ->
    [one] Der Kurs beginnt einen Tag früher. Soll das Geplante mitwandern?
   *[other] Der Kurs beginnt { $number } Tage früher. Soll das Geplante mitwandern?
}
course-dates-move = Ja, alles, was noch nicht vorbei ist, verschiebt sich um ebenso viele Tage
course-dates-move-hint = Wann Module öffnen und enden, Live-Treffen, wann Aufgaben öffnen und fällig sind und wer mehr Zeit hat; die Uhrzeiten bleiben. Auch der letzte Tag verschiebt sich, wenn du ihn hier nicht geändert hast. Ankündigungen bleiben, wo sie sind.
course-dates-past = Was danach in der Vergangenheit liegt, öffnet sofort.
course-dates-stay = Nein, es bleibt, wo es ist
course-dates-choose = Bitte wähle eines von beiden.
course-moved-on = Inzwischen hat jemand anderes den Kurs geändert. Speichere noch einmal, wenn gelten soll, was hier steht.
course-prepared-text = Noch sieht den Kurs nur, wer ihn leitet oder begleitet.
course-open = Kurs öffnen
course-close = Kurs schließen
course-close-text = Es kann niemand mehr dazukommen, und es wird nichts mehr erwartet. Alles bleibt lesbar, und du kannst ihn wieder öffnen.
course-closed-text = Der Kurs ist geschlossen.
course-reopen = Wieder öffnen
course-done-begun = Der Kurs ist angelegt. Noch siehst nur du ihn.
course-done-saved = Gespeichert.
course-done-moved = Gespeichert. Was noch nicht vorbei war, hat sich um ebenso viele Tage verschoben.
course-done-opened = Der Kurs ist offen: Man kann ihn finden und teilnehmen.
course-done-closed = Der Kurs ist geschlossen.
course-done-reopened = Der Kurs ist wieder offen.

course-asked = Möchten teilnehmen
course-waiting-list = Warteliste
course-waiting-list-hint = Wer zuerst kam, rückt von selbst nach, wenn ein Platz frei wird. Einen freien Platz kannst du auch vorher vergeben.
course-invite = Mitglieder einladen
course-invite-handles = Kurznamen
course-invite-hint = Zum Beispiel @marta, @bram. Die Einladung steht dann auf der Seite des Kurses.
course-invite-button = Einladen
course-invite-many = Lade höchstens hundert auf einmal ein.
course-invite-unknown = Einen davon gibt es hier nicht. Noch wurde niemand eingeladen.
course-participants = Teilnehmende
course-taken-of = { $taken } von { $places } Plätzen
course-nobody-yet = Noch nimmt niemand teil.
course-since = seit { $date }
course-part-of = Rolle von { $name } in diesem Kurs
course-part-out = Nicht mehr im Kurs
course-let-in = Aufnehmen
course-turn-away = Ablehnen
course-uninvite = Zurückziehen
course-people-in = Die Person nimmt jetzt teil.
course-people-waiting = Alle Plätze sind vergeben. Die Person steht auf der Warteliste.
course-people-away = Erledigt.
course-people-out = Die Person ist nicht mehr im Kurs.
course-people-part = Gespeichert.
course-people-invited = Eingeladen.

## Module

course-nav-modules = Module
course-plan = Die Wochen
course-plan-none = Noch gibt es keine Module. Leg alle Wochen auf einmal an oder fang mit einem Modul an.
course-next = Als Nächstes
course-this-week = Zum Modul dieser Woche
course-late-text = Du bist dazugekommen, als der Kurs schon lief. Fang mit dieser Woche an: Dort sind jetzt alle, und die früheren Wochen bleiben offen.
course-behind = { $count ->
    [one] In einer früheren Woche ist noch etwas offen. Es eilt nicht: Das hier ist der kürzeste Weg zurück.
   *[other] In { $number } früheren Wochen ist noch etwas offen. Es eilt nicht: Das hier ist der kürzeste Weg zurück.
}
course-nothing-left = Du hast alles erledigt, was bisher dran war.
course-nothing-yet = Noch ist kein Modul offen.
course-now = Jetzt
course-posts = Für den Kurs geschrieben
module-untold = Wird noch bekannt gegeben
module-later = Öffnet später
module-opens-at = Öffnet { $time }
module-is-open = Offen
module-by-hand = Wird von Hand geöffnet
module-not-open = Noch nicht offen
module-until = bis { $date }
module-progress = { $done } von { $core } erledigt
module-minutes = { $count ->
    [one] etwa eine Minute
   *[other] etwa { $number } Minuten
}
module-edit = Modul bearbeiten
module-as-participant = Aus der Sicht der Teilnehmenden ansehen
module-looking-as = Das sehen Teilnehmende, sobald das Modul offen ist.
module-look-back = Zurück
module-catch-up = Aufholwoche
module-catch-up-short = diese Woche nichts Neues
module-catch-up-text = Diese Woche kommt nichts Neues. Lies, wofür bisher die Zeit fehlte, antworte jemandem oder ruh dich aus.
module-left = Was noch offen ist
module-nothing-left = Du hast alles erledigt. Antworte jemandem oder genieß die Woche.
module-things-left = { $count ->
    [one] noch { $number } Sache
   *[other] noch { $number } Sachen
}
module-posts = Was Teilnehmende schreiben
module-no-posts = Noch hat niemand für dieses Modul geschrieben.
module-write = Schreib deinen Beitrag zu diesem Modul
module-write-more = Noch einen Beitrag schreiben
module-live = Live-Treffen
module-live-cancelled = Das Treffen findet nicht statt.
module-live-over = Das Treffen ist vorbei.
module-live-join = Zum Treffen
module-recording = Aufzeichnung
module-recording-of = Aufzeichnung des Live-Termins
module-neighbours = Andere Module
module-before = Davor
module-after = Danach
part-read = Zum Lesen
part-view = Zum Ansehen
part-explore = Zum Erkunden
part-do = Zum Tun
item-done = Erledigt
item-not-done = Noch nicht erledigt
item-tick = Als erledigt markieren
item-optional = wenn du magst
item-late = Neu
item-follows-post = erledigt durch einen Beitrag zu diesem Modul
item-follows-comment = erledigt durch eine Antwort in diesem Modul
item-follows-tick = wird von Hand abgehakt
write-for-module = Du schreibst für das Modul „{ $name }“.
module-add = Modul hinzufügen
module-weeks = Alle Wochen auf einmal
module-weeks-text = Legt für jede Woche ein Modul an. Namen und Inhalt gibst du ihnen danach.
module-weeks-count = Wie viele Module
module-weeks-after = Aufholwoche nach Modul
module-weeks-after-hint = Leer lassen, wenn es keine gibt.
module-weeks-first = Das erste öffnet
module-weeks-button = Wochen anlegen
module-weeks-wrong = Gib eine Zahl von 1 bis 52 ein.
module-week = Woche { $number }
module-in-zone = In { $zone }.
module-too-many = Ein Kurs hat höchstens 200 Module.
module-too-many-items = Ein Modul hat höchstens 100 Einträge.
module-minutes-wrong = Gib eine Zahl von Minuten ein, höchstens einen Tag.
module-opens = Öffnet
module-opens-hint = In { $zone }. Leer lassen, um es von Hand zu öffnen. Was offen ist, bleibt offen.
module-ends = Letzter Tag
module-ends-wrong = Der letzte Tag liegt nicht vor dem Öffnen.
module-introduction = Einführung
module-prompt = Worüber geschrieben wird
module-prompt-hint = Die Frage, auf die Teilnehmende in ihren Blogs antworten.
module-question-hint = Sie steht unter dem Modul. Wer dort kommentiert, kann damit antworten; Mitglieder können es auch ohne Kommentar. Lass sie leer, um nichts zu fragen.
module-live-begins = Live-Treffen beginnt
module-live-minutes = Minuten
module-live-link = Link zum Treffen
module-live-cancel = Live-Treffen absagen
module-live-restore = Es findet doch statt
module-is-catch-up = Eine Aufholwoche: nichts Neues
module-words = Das Modul
module-items = Zum Lesen, Ansehen, Erkunden und Tun
module-no-items = Noch nichts.
module-open = Jetzt öffnen
module-delete = Löschen
module-done-added = Hinzugefügt.
module-done-opened = Das Modul ist offen, und wer dem Kurs folgt, erfährt es.
module-done-live-cancelled = Das Treffen ist abgesagt. Das steht jetzt auf der Seite des Moduls und in den Kalendern.
module-done-live-restored = Das Treffen findet wieder statt.
module-done-deleted = Gelöscht.
item-add = Etwas hinzufügen
item-change = Ändern
item-remove = Entfernen
item-part = Art
item-address = Adresse
item-address-hint = Von dort wird nichts geladen, bevor jemand dem Link folgt.
item-author = Von
item-minutes = Minuten
item-licence = Lizenz
item-note = Ein paar Worte
item-follows = Wie es erledigt wird
item-is-optional = Für alle, die mögen; wird nicht erwartet
move-up = „{ $name }“ nach oben
move-down = „{ $name }“ nach unten
course-copy = Noch ein Durchgang
course-copy-text = Kopiert Texte, Einstellungen, Module und Aufgaben dieses Kurses. Alle Termine verschieben sich um ganze Tage, und Links auf seine eigenen Seiten führen zu den neuen. Die Teilnehmenden bleiben hier, und was sie geschrieben haben, auch.
course-copy-address-hint = Wenn du das Feld leer lässt, entsteht sie aus Titel und Jahr.
course-copy-starts-hint = Ganze Wochen später bleiben die Wochentage gleich.
course-copy-button = Kopieren

## Homerooms

staff-room = Teamraum
staff-room-lede = Für alle, die diesen Kurs leiten und begleiten. Sonst kann niemand lesen, was hier steht.
homerooms = Homerooms
homeroom-name = Homeroom { $number }
homeroom-people = { $count ->
    [0] Noch niemand
    [one] { $number } Person
   *[other] { $number } Personen
}
homeroom-console = Begleiten
homeroom-posts = Zuletzt hier geschrieben
homeroom-no-posts = Hier steht, was die Leute dieses Homerooms für den Kurs schreiben.
homeroom-guides = Begleitung
homeroom-no-guide = Noch ohne Begleitung
homeroom-with = Wer hier ist
homeroom-look = Seite ansehen
homeroom-called = Name
homeroom-give-guide = Zur Begleitung machen
homeroom-take-guide = Begleitung beenden
homeroom-staff-first = Gib zuerst jemandem im Kurs die Rolle „Begleitung“.
homeroom-move = Homeroom von { $name }
homeroom-move-button = Verschieben
homeroom-none = In keinem Homeroom
homerooms-none = Noch gibt es keine Homerooms.
homerooms-none-yet = Sobald Leute teilnehmen, kannst du sie aufteilen. Bis dahin kannst du Homerooms anlegen und ihnen eine Begleitung geben.
homerooms-place = Aufteilen
homerooms-unplaced = { $count ->
    [0] Alle Teilnehmenden sind in einem Homeroom.
    [one] { $number } Person ist in keinem Homeroom.
   *[other] { $number } Personen sind in keinem Homeroom.
}
homerooms-size = Höchstens so viele in jedem
homerooms-size-hint = Sie unterscheiden sich um höchstens eine Person: 37 Personen bei höchstens 35 ergeben 19 und 18.
homerooms-size-wrong = Gib eine Zahl von 2 bis 500 ein.
homerooms-by = Wer zusammenkommt
homerooms-by-chance = Wen der Zufall zusammenbringt
homerooms-by-zone = Menschen, deren Tage zur selben Zeit liegen
homerooms-by-language = Menschen, die in derselben Sprache lesen
homerooms-together = Zusammen, wer am selben Ort arbeitet
homerooms-apart = Getrennt, wer am selben Ort arbeitet
homerooms-colleagues-hint = Am selben Ort arbeitet, wer im Profil dieselbe Einrichtung angibt und das anderen zeigt. Gleich große Gruppen gehen vor.
homerooms-place-button = Aufteilen
homerooms-place-hint = Alle kommen in den jeweils kleinsten. Wer schon in einem ist, bleibt dort.
homerooms-nobody = Es ist niemand aufzuteilen.
homerooms-too-many = Dafür wären mehr als 2.000 Homerooms nötig.
homerooms-add = Homeroom hinzufügen
homerooms-done-placed = Jetzt sind alle in einem Homeroom.
homerooms-done-added = Hinzugefügt.

## Was die Begleitung sieht

console-whole = Der ganze Kurs
console-unanswered = Niemand bleibt ohne Antwort
console-nobody-answered = Wartet auf Antwort
console-for-how-long = Wie lange schon
console-hours = { $count ->
    [0] Alle
    [24] Seit einem Tag
    [48] Seit zwei Tagen
   *[other] Seit vier Tagen
}
console-all-answered = Alle haben eine Antwort.
console-question = Frage in einem Kommentar
console-newcomer = Neu hier
console-answering = { $name } antwortet gerade.
console-answer = Antworten
console-let-go = Anderen überlassen
console-taken = Hier antwortet gerade jemand anderes.
console-note = Ein paar nette Worte schicken
pulse-silent = Still
pulse-silent-hint = Seit einer Woche nicht hier
pulse-stuck = Hängt fest
pulse-stuck-hint = Diese Woche hier, aber hinter dem zurück, was vor zwei Wochen dran war
pulse-thriving = Blüht auf
pulse-thriving-hint = Auf dem Stand, hat geschrieben und Antwort bekommen
pulse-steady = Unterwegs
pulse-steady-hint = Alle anderen
pulse-here = zuletzt hier am { $date }
pulse-never = noch nie hier
pulse-core = { $core } von { $asked } Kernpunkten
pulse-posts = { $count ->
    [0] kein Beitrag
    [one] { $number } Beitrag
   *[other] { $number } Beiträge
}
pulse-comments = { $count ->
    [0] kein Kommentar
    [one] { $number } Kommentar
   *[other] { $number } Kommentare
}

## Kalender

calendar-page = Deine Termine
calendar-lede = Live-Treffen, Wochen zum Aufholen, was öffnet und was fällig ist, und wann deine Kreise sich treffen. Du abonnierst sie einmal, und dein eigener Kalender zieht mit, wenn sich etwas verschiebt.
calendar-none = Du bist noch in keinem Kurs oder Kreis. Sobald du es bist, stehen die Termine hier.
calendar-ahead = Was ansteht
calendar-nothing-ahead = Gerade ist nichts geplant. Die nächsten Termine deiner Kurse und Kreise stehen dann hier.
calendar-more = { $count ->
    [one] Und noch ein Termin. Im abonnierten Kalender stehen alle.
   *[other] Und noch { $number } Termine. Im abonnierten Kalender stehen alle.
}
calendar-subscribe = In deinem eigenen Kalender
calendar-left = Ein Kurs oder Kreis, in dem du nicht mehr bist
calendar-all = Alle meine Termine
calendar-address = Adresse zum Abonnieren
calendar-made-on = Erstellt am { $date }
calendar-open = Im Kalender dieses Geräts öffnen
calendar-make = Adresse erstellen
calendar-make-again = Neue Adresse erstellen
calendar-end = Adresse beenden
calendar-how = So abonnierst du
calendar-how-begin = Erstelle oben eine Adresse. Dann:
calendar-how-device = Auf dem Telefon, dem Tablet oder dem Mac: Wähle „Im Kalender dieses Geräts öffnen“, oder füge in den Einstellungen einen Kalender mit dieser Adresse hinzu.
calendar-how-google = Google Kalender: Wähle am Computer „Weitere Kalender“, dann „Per URL“, und füge die Adresse ein.
calendar-how-outlook = Outlook: Wähle „Kalender hinzufügen“, dann „Aus dem Internet abonnieren“, und füge die Adresse ein.
calendar-how-thunderbird = Thunderbird: Wähle „Neuer Kalender“, dann „Im Netzwerk“, und füge die Adresse ein.
calendar-how-slow = Abonniere lieber, als zu importieren: Eine importierte Datei bleibt, wie sie war. Kalender sehen von selbst nach, ob sich etwas geändert hat, manche nur einmal am Tag.
calendar-how-private = Wer die Adresse hat, kann diese Termine lesen. Wenn sie in falsche Hände geraten ist, erstelle eine neue: Die alte führt sofort ins Leere.
calendar-done-made = Die Adresse ist fertig. Falls du schon eine hattest, führt sie jetzt ins Leere.
calendar-done-ended = Erledigt. Die Adresse führt jetzt ins Leere.
calendar-gone = Diese Kalenderadresse gibt es nicht mehr
calendar-gone-text = Sie wurde beendet, oder eine neue ist an ihre Stelle getreten. Wem sie gehört, findet die jetzige auf der Seite mit den Kalenderadressen.
calendar-opens = Öffnet: { $title } · { $course }
calendar-reviews = Rückmeldungen bis: { $title } · { $course }
calendar-due = Abgabe: { $title } · { $course }
calendar-live = Live-Treffen: { $title } · { $course }
calendar-first-day = Erster Tag: { $course }
calendar-last-day = Letzter Tag: { $course }
calendar-cancelled = Fällt aus: { $what }

## Geplante Zeitpunkte

field-moment-wrong = Gib Tag und Uhrzeit an.
field-day-wrong = Gib einen Tag an.

## Kreise

tribes = Kreise
tribes-lede = Gruppen, die Mitglieder für das gründen, was ihnen am Herzen liegt. Mach irgendwo mit oder gründe einen eigenen Kreis.
tribes-all = Alle Kreise
tribes-calls = Für dich
tribes-empty = Es gibt noch keine Kreise. Gründe den ersten.
tribes-none-found = Kein Kreis passt zu „{ $words }“. Versuche es mit einem anderen Wort.
tribes-search = Kreise suchen
tribes-see-all = Alle Kreise ansehen
nav-tribes-calls = Kreise ({ $number })

tribe-found = Kreis gründen
tribe-found-lede = Zu Beginn leitest du ihn selbst, und du kannst ihn jederzeit weitergeben.
tribe-edit = Einstellungen des Kreises
tribe-name = Name
tribe-tagline = In einer Zeile
tribe-tagline-hint = Steht in der Liste der Kreise.
tribe-about = Worum es geht
tribe-about-none = Über diesen Kreis steht hier noch nichts.
tribe-rules = Regeln
tribe-rules-hint = Was ihr voneinander erwartet. Markdown geht auch hier.
tribe-door = Wer dazukommen kann
tribe-door-open = Offen
tribe-door-open-hint = Jedes Mitglied kann sofort mitmachen.
tribe-door-ask = Auf Anfrage
tribe-door-ask-hint = Wer mitmachen möchte, fragt an; wer den Kreis leitet, entscheidet.
tribe-door-hidden = Verborgen
tribe-door-hidden-hint = Auf Einladung. Sonst findet ihn niemand und erfährt, dass es ihn gibt, auch nicht die Organisation.
tribe-hide-not-yours = Verbergen kann den Kreis nur, wer ihn leitet.
tribe-places = Plätze
tribe-places-hint = Wie viele außer der Leitung mitmachen können. Leer lassen heißt: beliebig viele.
tribe-places-wrong = Gib eine ganze Zahl von 1 bis 100.000 ein oder lass das Feld leer.
tribe-moved-on = Jemand hat diese Einstellungen geändert, seit du sie geöffnet hast. Nichts wurde überschrieben: Deine Eingaben stehen unten. Wenn du jetzt speicherst, ersetzen sie die anderen.
tribe-picture = Bild
tribe-picture-new = Neues Bild
tribe-picture-alt = Was darauf zu sehen ist
tribe-picture-alt-hint = Wird allen vorgelesen, die das Bild nicht sehen. Lass es leer, wenn es nur schmückt.
tribe-picture-remove = Bild entfernen

tribe-members = { $count ->
    [one] Ein Mitglied
   *[other] { $number } Mitglieder
}
tribe-leader = Leitung
tribe-people = Mitglieder
tribe-people-of = Mitglieder von „{ $name }“
tribe-since = seit { $date }
tribe-closed = Geschlossen
tribe-is-closed = Dieser Kreis ist geschlossen. Im Moment kann niemand dazukommen.
tribe-closed-hint = Dieser Kreis ist geschlossen: Es beginnt nichts Neues, und alles bleibt lesbar.
tribe-inside-hint = Was hier besprochen wird, lesen nur Mitglieder des Kreises.
tribe-sign-in = Mitglieder können bei diesem Kreis mitmachen.

tribe-you-lead = Du leitest ihn
tribe-you-are-in = Dabei
tribe-you-wait = Auf der Warteliste
tribe-you-asked = Angefragt
tribe-you-are-invited = Du bist eingeladen
tribe-call-lead = Du sollst ihn leiten
tribe-call-welcome = Du bist dabei
tribe-call-asking = { $count ->
    [one] Eine Person möchte mitmachen
   *[other] { $number } Personen möchten mitmachen
}
tribe-call-lapsed = Die Leitung möchte den Kreis weitergeben, und niemand hat angenommen
tribe-welcome = Du bist dabei. Willkommen!

tribe-join = Mitmachen
tribe-ask = Anfragen
tribe-wait = Auf die Warteliste
tribe-full = Alle Plätze sind vergeben. Wird einer frei, bekommt ihn die nächste Person auf der Warteliste.
tribe-words = Ein paar Worte an die Leitung
tribe-words-hint = Wer du bist oder warum du mitmachen möchtest. Das liest nur die Leitung.
tribe-accept = Annehmen
tribe-decline = Ablehnen
tribe-asked-text = Du hast angefragt. Die Leitung entscheidet.
tribe-waiting-text = Du stehst auf der Warteliste. Der nächste freie Platz gehört dir, sobald du an der Reihe bist.
tribe-take-back = Zurückziehen

tribe-asking = Anfragen
tribe-let-in = Aufnehmen
tribe-turn-away = Ablehnen
tribe-invite = Einladen
tribe-invite-handle = Kurzname
tribe-invite-hint = Der Name mit @, der auf der Seite der Person steht.
tribe-invite-send = Einladen
tribe-invite-nobody = Hier hat niemand diesen Kurznamen. Prüfe die Schreibweise.
tribe-invite-already = Diese Person ist schon im Kreis.
tribe-invite-take-back = Zurückziehen
tribe-invited = Eingeladen
tribe-waiting = Warteliste
tribe-remove = Aus dem Kreis nehmen

tribe-leave = Verlassen
tribe-leave-of = „{ $name }“ verlassen?
tribe-leave-text = Du liest dann nicht mehr, was dort besprochen wird. Was du geschrieben hast, bleibt.
tribe-leave-last = Außer dir ist niemand hier. Wenn du gehst, endet der Kreis für immer.
tribe-leave-and-end = Verlassen und Kreis beenden
tribe-leave-leader = Du leitest diesen Kreis, deshalb muss zuerst jemand übernehmen. Frag eine Person: Sobald sie annimmt, leitet sie den Kreis, und du kannst gehen. Bis dahin ändert sich nichts.
tribe-successor = Wer soll den Kreis leiten?
tribe-successor-choose = Mitglied auswählen
tribe-successor-hint = Zum Annehmen sind 14 Tage Zeit.
tribe-offer = Um die Leitung bitten
tribe-offer-and-leave = Fragen und nach der Zusage gehen
tribe-offer-and-stay = Fragen und als Mitglied bleiben
tribe-offer-stands = { $name } wurde gebeten, diesen Kreis zu leiten.
tribe-offer-until = Eine Zusage ist bis { $date } möglich.
tribe-offer-take-back = Anfrage zurückziehen
tribe-offer-lapsed = Niemand hat innerhalb von 14 Tagen zugesagt, diesen Kreis zu leiten. Frag jemand anderen.
tribe-offered = Du wirst gebeten, den Kreis zu leiten
tribe-offered-text = { $name } bittet dich, diesen Kreis zu leiten. Du nimmst dann Leute auf, kannst Gespräche schließen und anheften und änderst, was der Kreis über sich sagt.
tribe-offered-nobody = Im Moment leitet niemand diesen Kreis, und du wurdest darum gebeten.
tribe-lead-yes = Ja, das übernehme ich
tribe-lead-no = Nein, danke
tribe-hand-over = Leitung weitergeben

tribe-close-title = Schließen und beenden
tribe-close-hint = Ein geschlossener Kreis nimmt niemanden auf, und es beginnt nichts Neues; Mitglieder lesen weiter alles, und du kannst ihn wieder öffnen. Ein beendeter Kreis ist für immer fort.
tribe-close = Kreis schließen
tribe-reopen = Wieder öffnen
tribe-end = Für immer beenden
tribe-end-of = „{ $name }“ für immer beenden?
tribe-end-text = Alle verlassen damit den Kreis, und niemand liest mehr, was dort besprochen wurde. Das lässt sich nicht rückgängig machen.

tribe-done-founded = Dein Kreis ist da. Beginne ein Gespräch oder lade jemanden ein.
tribe-done-joined = Du bist dabei. Willkommen!
tribe-done-asked = Deine Anfrage ist unterwegs.
tribe-done-waiting = Alle Plätze sind vergeben. Du stehst auf der Warteliste.
tribe-done-closed-meanwhile = Im Moment kann niemand zu diesem Kreis dazukommen.
tribe-done-left = Du hast den Kreis verlassen.
tribe-done-declined = Erledigt. Du kannst es dir später anders überlegen.
tribe-done-saved = Gespeichert.
tribe-done-picture = Das Bild ist gespeichert.
tribe-done-invited = Die Einladung ist unterwegs.
tribe-done-let-in = Aufgenommen.
tribe-done-no-place = Alle Plätze sind vergeben. Die Person steht auf der Warteliste.
tribe-done-turned-away = Erledigt.
tribe-done-removed = Die Person ist nicht mehr im Kreis.
tribe-done-offered = Die Anfrage ist gestellt. Bis zur Zusage ändert sich nichts.
tribe-done-leads = Du leitest diesen Kreis jetzt. Danke!
tribe-done-offer-gone = Die Anfrage gilt nicht mehr.
tribe-done-offer-declined = Du hast abgelehnt. Es ändert sich nichts.
tribe-done-offer-ended = Die Anfrage ist zurückgezogen.
tribe-done-closed = Der Kreis ist geschlossen.
tribe-done-reopened = Der Kreis ist wieder offen.
tribe-done-ended = Der Kreis ist beendet.

audit-tribe-edited = hat die Einstellungen des Kreises geändert
audit-tribe-closed = hat den Kreis geschlossen
audit-tribe-reopened = hat den Kreis wieder geöffnet
audit-tribe-ended = hat den Kreis beendet

## Gespräche

discussions = Gespräche
discussions-empty = Noch wurde nichts besprochen. Stell eine Frage oder erzähl, was dich beschäftigt.
discussions-more = Weitere Gespräche
discussions-latest = ← Neueste Gespräche
discussions-older = Ältere Gespräche →
discussion-begin = Gespräch beginnen
discussion-edit = Gespräch bearbeiten
discussion-publish = Veröffentlichen
discussion-moved-on = Dieses Gespräch wurde geändert, seit du es geöffnet hast, vielleicht in einem anderen Tab. Es wurde nichts überschrieben: Dein Text steht unten. Wenn du jetzt speicherst, ersetzt er die andere Fassung.
discussion-left = Du bist nicht mehr in dieser Gruppe. Was du geschrieben hast, kannst du weiter lesen, die Antworten nicht.
discussion-pin = Anheften
discussion-unpin = Nicht mehr anheften
discussion-close = Schließen
discussion-reopen = Wieder öffnen
discussion-delete = Dieses Gespräch löschen?
discussion-delete-text = { $count ->
    [0] Es lässt sich nicht zurückholen.
    [one] Die Antwort darauf geht mit verloren. Es lässt sich nicht zurückholen.
   *[other] Die { $number } Antworten darauf gehen mit verloren. Es lässt sich nicht zurückholen.
}
discussion-done-deleted = Das Gespräch ist gelöscht.
label-pinned = Angeheftet
label-closed = Geschlossen

## Wann ein Kreis sich trifft

gatherings = Treffen
gatherings-none = Es ist nichts geplant.
gathering-plan = Treffen planen
gathering-edit = Treffen ändern
gathering-title = Was es ist
gathering-starts = Beginn
gathering-starts-hint = In der Zeitzone { $zone }. Alle sehen es in ihrer eigenen.
gathering-starts-past = Diese Zeit ist schon vorbei.
gathering-minutes = Dauer in Minuten
gathering-minutes-wrong = Gib eine ganze Zahl von Minuten ein.
gathering-place = Ort oder Link
gathering-place-hint = Ein Raum, eine Adresse oder der Link zu einem Anruf.
gathering-moved-on = Jemand hat das geändert, seit du es geöffnet hast. Nichts wurde überschrieben: Deine Eingaben stehen unten. Wenn du jetzt speicherst, ersetzen sie die anderen.
gathering-cancel = Treffen absagen
gathering-cancel-hint = Es bleibt in der Liste und ist als abgesagt markiert, damit niemand vergebens kommt.
gathering-cancelled = Abgesagt
gathering-there = { $time }, wo es geplant wurde
gathering-lasts = { $count ->
    [one] Eine Minute
   *[other] { $number } Minuten
}
gathering-link = Link öffnen
gathering-done-planned = Das Treffen steht in der Liste.
gathering-done-cancelled = Das Treffen ist abgesagt.

## Aufgaben

assignments = Aufgaben
assignments-manage = Aufgaben verwalten
assignments-next = Abzugeben
assignments-all = Alle Aufgaben
assignments-empty = Bisher ist nichts abzugeben.
assignments-empty-manage = Noch gibt es keine Aufgaben. Eine Aufgabe verlangt einen Beitrag im eigenen Blog oder eine Datei, mit oder ohne Termin, mit oder ohne Rückmeldungen von anderen.
assignment-new = Neue Aufgabe
assignment-edit = Aufgabe bearbeiten
assignment-look = Seite ansehen
assignment-text = Was zu tun ist
assignment-module = Gehört zum Modul
assignment-no-module = Zu keinem
assignment-kind = Was abgegeben wird
assignment-kind-post = Ein Beitrag im eigenen Blog
assignment-kind-file = Eine Datei
assignment-kind-either = Ein Beitrag oder eine Datei
assignment-opens = Öffnet
assignment-opens-hint = In { $zone }. Lass das Feld leer, wenn sie mit ihrem Modul oder von Hand geöffnet wird.
assignment-with-module = Öffnet mit ihrem Modul
assignment-due-at = Fällig
assignment-due-hint = In { $zone }. Lass das Feld leer, wenn es keinen Termin gibt. Verspätetes wird angenommen und gekennzeichnet.
assignment-due-wrong = Fällig ist sie erst nach dem Öffnen.
assignment-choice = Eine von
assignment-choice-hint = Aufgaben mit denselben Wörtern in diesem Feld stehen zur Wahl: Eine davon genügt.
assignment-reviews-asked = Rückmeldungen pro Person
assignment-reviews-hint = 0 für keine. In den Kommentaren können alle trotzdem antworten.
assignment-review-days = Tage für eine Rückmeldung
assignment-review-days-hint = Danach bekommt vielleicht jemand anderes die Arbeit. Geschriebenes kann trotzdem abgegeben werden.
assignment-closes = Rückmeldungen bis
assignment-closes-hint = Lass das Feld leer, wenn das bis zum Ende des Kurses möglich ist. Wer gefragt und nichts bekommen hat, muss das Fehlende nicht geben.
assignment-closes-wrong = Rückmeldungen enden erst nach dem Termin der Aufgabe.
assignment-questions = Worauf eine Rückmeldung eingeht
assignment-questions-hint = Eine Frage pro Zeile. Antworten zur Auswahl stehen hinter senkrechten Strichen, zum Beispiel: Sind die Quellen genannt? | noch nicht | teilweise | ja. Lass das Feld leer für drei Fragen, die fast überall passen.
assignment-number-wrong = Gib eine ganze Zahl ein.
assignment-too-many = Ein Kurs hat höchstens 200 Aufgaben.
assignment-done-opened = Die Aufgabe ist offen, und wer dem Kurs folgt, erfährt es.

assignment-due = Fällig { $time }
assignment-any-time = Jederzeit
assignment-needed = für den Abschluss nötig
assignment-optional = wenn du magst
assignment-one-of = eine von: { $name }
assignment-extended = mehr Zeit für dich
assignment-reviews = { $count ->
    [one] du gibst eine Rückmeldung
   *[other] du gibst { $number } Rückmeldungen
}
assignment-open = Noch nicht abgegeben
assignment-overdue = Nicht abgegeben
assignment-overdue-text = Der Termin ist vorbei. Du kannst trotzdem noch abgeben: Es wird angenommen und als verspätet gekennzeichnet.
assignment-in = Abgegeben
assignment-late = Verspätet abgegeben
assignment-chosen-elsewhere = Nicht nötig: Du hast eine andere gewählt
assignment-handed-in = { $count ->
    [0] Noch nichts abgegeben
    [one] Eine Arbeit abgegeben
   *[other] { $number } Arbeiten abgegeben
}
assignment-waiting = { $count ->
    [one] eine mit weniger als zwei Rückmeldungen
   *[other] { $number } mit weniger als zwei Rückmeldungen
}
assignment-reviewed = { $count ->
    [0] keine Rückmeldung
    [one] eine Rückmeldung
   *[other] { $number } Rückmeldungen
}
assignment-yours = Deine Arbeit
assignment-in-at = Abgegeben { $time }
assignment-with-help = Geschrieben mit Hilfe von
assignment-withdraw = Zurücknehmen
assignment-instead = Stattdessen etwas anderes abgeben
assignment-hand-in = Abgeben
assignment-no-posts = Du hast noch keinen Beitrag veröffentlicht. Schreib einen für diese Aufgabe: Er wird abgegeben, sobald du ihn veröffentlichst.
assignment-choose-post = Einer deiner Beiträge
assignment-help = Geschrieben mit Hilfe von
assignment-help-hint = Eine Kollegin, ein Übersetzer, ein Programm: Sag es, wenn du magst.
assignment-hand-in-post = Diesen Beitrag abgeben
assignment-write = Einen Beitrag dafür schreiben
assignment-file = Datei
assignment-file-hint = Bis zu { $megabytes } MB. Öffnen können sie nur du, wer eine Rückmeldung dazu gibt und wer den Kurs betreut.
assignment-hand-in-file = Diese Datei abgeben
assignment-post-gone = Der abgegebene Beitrag ist nicht mehr da.
assignment-closed = Hier kann gerade nichts abgegeben werden.
assignment-wrong-kind = Für diese Aufgabe wird etwas anderes abgegeben.
assignment-not-theirs = Wähl einen eigenen Beitrag, der veröffentlicht ist.
assignment-unreadable = Niemand, der den Kurs betreut, kann diesen Beitrag lesen. Ändere zuerst, wer ihn lesen darf.
assignment-not-in = Du bist nicht mehr in diesem Kurs.
assignment-meanwhile = Nachdem du mit diesem Beitrag begonnen hast, hast du etwas anderes abgegeben. Das gilt weiterhin.
assignment-done-in = Abgegeben.
assignment-done-withdrawn = Du hast deine Arbeit zurückgenommen.
assignment-work = Abgegebenes
assignment-nothing-in = Noch wurde nichts abgegeben.
assignment-missing = Nicht abgegeben
assignment-missing-more = Auch andere haben noch nichts abgegeben.
file-too-large = Diese Datei ist zu groß.
write-for-assignment = Du schreibst für die Aufgabe „{ $name }“. Beim Veröffentlichen wird der Beitrag abgegeben.
post-kept-back = Dein Beitrag ist veröffentlicht, aber nicht abgegeben worden.
post-kept-back-go = Zur Aufgabe

extension = Mehr Zeit für jemanden
extension-text = Gezählt wird in Tagen ab dem Termin, der für alle gilt, in { $zone }. Die Person erfährt davon.
extension-who = Kurzname
extension-days = Tage mehr
extension-give = Mehr Zeit geben
extension-done = Die Person hat jetzt mehr Zeit.
extension-until = hat Zeit bis { $time }
extension-no-day = Diese Aufgabe hat keinen Termin.
course-invite-unknown-one = Niemand mit diesem Kurznamen nimmt teil.

## Rückmeldungen zu Abgegebenem

review = Rückmeldung
reviews = Rückmeldungen
reviews-received = Was andere sagen
reviews-none-yet = Noch hat niemand eine Rückmeldung gegeben. Du musst nicht darauf warten.
reviews-none-here = Zu dieser Arbeit gibt es noch keine Rückmeldung.
reviews-given = Rückmeldungen von dir
review-progress = { $given } von { $asked } Rückmeldungen gegeben
review-granted = { $count ->
    [one] Eine davon gilt als gegeben, weil nichts mehr da war.
   *[other] { $number } davon gelten als gegeben, weil nichts mehr da war.
}
review-draw = Eine Arbeit holen
review-go-on = Rückmeldung weiterschreiben
review-enough = Du hast genug Rückmeldungen gegeben. Noch eine ist willkommen.
review-waits = Es war keine Arbeit da. Du erfährst es, sobald es eine für dich gibt, und es wird dir nicht angelastet.
review-nothing = Im Moment ist keine Arbeit für dich da. Du erfährst es, sobald es eine gibt, und es wird dir nicht angelastet.
review-over = Hier werden keine Rückmeldungen mehr gegeben.
review-of = Rückmeldung: { $name }
review-by = Rückmeldung von { $name }
review-piece = Worum es geht
review-words = In deinen Worten
review-usual-passage = Zitier eine Stelle, die dir geblieben ist, und sag, warum.
review-usual-question = Was möchtest du die Person fragen, die das geschrieben hat?
review-usual-next = Was könnte sie als Nächstes versuchen?
review-where = Wer sie liest
review-private = Wer die Arbeit geschrieben hat und wer den Kurs betreut
review-as-comment = Alle, die den Beitrag lesen können: Sie steht dort als dein Kommentar
review-private-only = Sie lesen, wer die Arbeit geschrieben hat und wer den Kurs betreut.
review-hand-in = Rückmeldung abgeben
review-keep = Für später aufheben
review-back-text = Passt diese Arbeit nicht für dich, oder möchtest du dieser Person lieber keine Rückmeldung geben?
review-back = Zurückgeben
review-until = Für dich bis { $time }
review-under-way = In Arbeit
review-lapsed = Die Zeit ist um; du kannst sie noch abgeben
review-lapsed-text = Die Zeit ist um, also bekommt vielleicht jemand anderes diese Arbeit. Was du schreibst, kannst du trotzdem abgeben: Es zählt genauso.
review-extra = zusätzlich
review-extra-text = Zu dieser Arbeit gibt es schon Rückmeldungen. Deine ist willkommen und zählt wie jede andere.
review-handed-in = Abgegeben
review-late = Verspätet abgegeben
review-public = als Kommentar
review-unreadable = Nicht mehr lesbar
review-unreadable-text = Diese Arbeit wurde zurückgenommen, oder du darfst sie nicht mehr lesen. Gib sie zurück und lass dir eine andere geben.
review-no-comments = Diesen Beitrag kann niemand mehr kommentieren. Gib die Rückmeldung nur für die Person ab, die ihn geschrieben hat, oder heb sie auf.
review-empty = Beantworte zuerst die Fragen.
review-unanswered = Diese Frage ist noch nicht beantwortet.
review-done = Danke. Deine Rückmeldung ist abgegeben.
review-done-kept = Aufgehoben. Du kannst jederzeit weiterschreiben.
review-done-back = Zurückgegeben.
review-done-answered = Danke. Die Person wird es lesen.
review-helped = Wie sehr hat sie dir geholfen?
review-helped-much = Sehr
review-helped-some = Etwas
review-helped-little = Kaum
review-answer-to = { $name } antworten
review-answer = Senden
review-you-said = So sehr hat sie dir geholfen:
review-they-said = So sehr hat sie geholfen:
review-author-said = So sehr hat sie { $name } geholfen:
review-yours = Deine Rückmeldung
review-step-in = Selbst eine Rückmeldung geben
opens-new-tab = (öffnet in einem neuen Tab)

# Der Name in einem Kurs
course-name = Dein Name in diesem Kurs
course-name-text = Überall sonst heißt du { $name }. In diesem Kurs kannst du anders heißen.
course-name-field = Name in diesem Kurs
course-name-hint = Er steht in den Listen, Gesprächen, Modulen, Homerooms und Aufgaben dieses Kurses. Er führt zu deiner Seite und ist also kein Deckname: Dein Blog, deine Kommentare dort und E-Mails behalten deinen üblichen Namen. Lass das Feld leer, um wie überall zu heißen.
course-name-like = Das könnte man für jemanden halten, der hier leitet. Wähle einen anderen Namen.
course-done-named = Dein Name in diesem Kurs wurde gespeichert.

# Erste Schritte
steps = Erste Schritte
steps-lede = Fünf Kleinigkeiten in beliebiger Reihenfolge. Hör auf, wann du magst, und komm wieder: Es zählt, was du tust, wo auch immer du es tust.
steps-whole = Alles erledigt. Du bist angekommen.
steps-card = Sag Hallo, finde Leute aus deiner Einrichtung, richte dich ein: jeweils ein paar Minuten.
steps-done = { $done } von { $all } erledigt
steps-is-done = Erledigt
steps-hello = Sag Hallo
steps-hello-text = Am leichtesten ist es, jemandem zu antworten. Ein Satz genügt.
steps-hello-none = Noch wartet nichts auf eine Antwort. Du könntest den ersten Beitrag schreiben.
steps-hello-done = Du hast hier schon etwas gesagt. Das war das Schwerste.
steps-no-answer = Noch keine Antwort
steps-picture = Such ein Bild aus
steps-picture-text = Daran findet man dich wieder. Es muss nicht dein Gesicht zeigen.
steps-picture-done = So sehen dich die anderen.
steps-picture-choose = Bild auswählen
steps-picture-change = Ändern
steps-colleagues = Finde Leute aus deiner Einrichtung
steps-colleagues-text = Sag, was du machst und wo, so viel du möchtest und wem du möchtest.
steps-colleagues-hidden = Du gibst an, wo du arbeitest. Wenn du dort gefunden werden möchtest, findest du auch alle anderen, die das möchten.
steps-colleagues-found =
    { $count ->
        [0] Man kann dich über deine Einrichtung finden. Sonst dort noch niemanden.
        [one] Eine weitere Person aus deiner Einrichtung möchte gefunden werden.
       *[other] { $number } weitere Personen aus deiner Einrichtung möchten gefunden werden.
    }
steps-colleagues-see = Ansehen
steps-colleagues-say = Etwas über dich sagen
steps-tribe = Mach in einem Kreis mit
steps-tribe-text = Ein Kreis ist eine kleine Gruppe um etwas, das ihren Mitgliedern am Herzen liegt.
steps-tribe-done = Du bist dabei:
steps-tribe-see = Kreise ansehen
steps-hours = Wähle Zeiten und Sprache
steps-hours-text = Du hörst einmal am Tag um sieben von Neuem und sofort, wenn dich jemand meint. Wähle andere Zeiten oder speichere diese.
steps-hours-done = Du hast gewählt, wann du E-Mails bekommst.
steps-hours-choose = Zeiten wählen
steps-language-choose = Sprache und Zeitzone
steps-put-away = Weglegen
steps-put-away-hint = Du kannst diese Liste weglegen. Was du getan hast, bleibt, und die Liste auch, unter dieser Adresse.
steps-away-text = Du hast diese Liste weggelegt: Die Startseite zeigt sie nicht mehr.
steps-bring-back = Dort wieder zeigen

## Dateien und Links von Modulen

size-kilobytes = { $number } KB
size-megabytes = { $number } MB
item-watch-at = Auf { $host } ansehen
item-watch-at-text = Es läuft dort. Vorher wird von dort nichts geladen.
item-add-file = Hinzufügen und eine Datei anhängen
item-save-file = Speichern und zur Datei
file = Datei
file-attach = Datei anhängen
file-none = Noch keine Datei. Sie kann statt einer Adresse da sein oder zusätzlich.
file-other = Datei
file-as-well = Auch als Datei
file-download = Herunterladen
file-choose = Datei auswählen
file-instead = Durch eine andere Datei ersetzen
file-hint = Ein Dokument, eine Aufnahme oder ein Video mit bis zu { $megabytes } MB. Videos als MP4 oder WebM laufen auf der Seite. Nur wer das Modul lesen darf, kann die Datei öffnen.
file-upload = Hochladen
file-would-play = Browser spielen Videos dieser Art nicht ab, man kann es nur herunterladen. Als MP4 (H.264) oder WebM läuft es auf der Seite.
file-done-attached = Die Datei ist da.
file-done-removed = Die Datei ist nicht mehr da.
captions = Untertitel
captions-none = Noch keine Untertitel. Wer nicht hört oder den Ton nicht anmachen kann, liest sie, und aus ihnen entsteht ein Transkript.
captions-file = Untertitel als Datei
captions-hint = WebVTT oder SubRip, in UTF-8. Vorhandene in dieser Sprache werden ersetzt.
captions-add = Untertitel hinzufügen
captions-done-added = Die Untertitel sind da, und das Transkript auch.
captions-done-removed = Diese Untertitel sind nicht mehr da.
captions-wrong = Davon wurde nichts übernommen.
captions-wrong-text = Davon wurde nichts übernommen. Verbessere die Datei in dem Programm, mit dem sie gemacht wurde, oder in einem Texteditor, und wähle sie noch einmal aus.
captions-too-long = Diese Untertitel sind größer als ein Megabyte.
captions-too-many = Es gibt schon Untertitel in 30 Sprachen.
captions-no-recording = Untertitel brauchen ein Video oder eine Tonaufnahme.
captions-not-utf8 = Zeile { $line } ist nicht in UTF-8. Speichere die Untertitel als UTF-8, nicht in einer anderen Kodierung wie Latin-1.
captions-unknown = Zeile { $line }: Das ist weder WebVTT noch SubRip. WebVTT beginnt mit dem Wort WEBVTT.
captions-times = Zeile { $line }: Diese Zeiten sind nicht lesbar. Sie sehen so aus: 00:01:02.500 --> 00:01:04.000
captions-backwards = Zeile { $line }: Das endet, bevor es beginnt.
captions-no-times = Zeile { $line }: Zu diesen Worten fehlen die Zeiten. Vielleicht steht davor eine leere Zeile zu viel.
captions-empty = Zeile { $line }: Die Datei ist zu Ende, und nichts wurde gesagt.
transcript = Transkript
links-checked = Links
links-dead-text = { $count ->
    [one] Unter dieser Adresse ist seit einer Woche nichts mehr. Wer teilnimmt, sieht das und bekommt einen Link zu einem Archiv. Ersetze sie, oder sag, dass sie funktioniert.
   *[other] Unter diesen { $number } Adressen ist seit einer Woche nichts mehr. Wer teilnimmt, sieht das und bekommt Links zu einem Archiv. Ersetze sie, oder sag, dass sie funktionieren.
}
links-unsure = { $count ->
    [one] Ein Link ließ sich nicht prüfen
   *[other] { $number } Links ließen sich nicht prüfen
}
links-unsure-text = Manche Server antworten Menschen und keinen Programmen. Wer teilnimmt, sieht davon nichts.
link-dead = Nicht mehr da
link-archive = Im Web-Archiv danach suchen
link-replace = Ersetzen
link-works = Funktioniert
link-done-works = Der Link gilt als gut und wird drei Monate lang nicht geprüft.
link-gone = dort ist nichts ({ $status })
link-no-host = einen Server dieses Namens gibt es nicht
link-sign-in = führt zu einer Anmeldeseite
link-front = führt zur Startseite
link-not-public = ist keine öffentliche Adresse
link-round = führt immer weiter
link-silent = hat nicht geantwortet
link-answered = hat mit { $status } geantwortet

## Wochenrückblicke

wrap-up = Rückblick
wrap-up-write = Rückblick schreiben
wrap-up-lede = Hake an, was du zitieren möchtest. Damit beginnt ein Entwurf, jedes Zitat mit Namen und Link; wer zitiert wird, erfährt es, wenn du ihn veröffentlichst.
wrap-up-draft-there = Du hast schon einen angefangen.
wrap-up-go-on = Weiterschreiben
wrap-up-there = Für diese Woche gibt es schon einen:
wrap-up-no-posts = Für diese Woche gibt es noch keinen Beitrag, den alle lesen dürfen.
wrap-up-lively = Wo am meisten los war
wrap-up-no-talk = In den Gesprächen des Kurses wurde diese Woche nichts gesagt.
wrap-up-said = { $count ->
    [one] Ein Kommentar in dieser Woche
   *[other] { $number } Kommentare in dieser Woche
}
wrap-up-begin = Entwurf beginnen
wrap-up-title = Rückblick: { $title }
wrap-up-by = { $person } in { $place }

## Per E-Mail zu einem Kurs einladen
invitations-mail = Per E-Mail einladen
invitations-mail-text = Alle, die du einlädst, bekommen eine E-Mail mit einem eigenen Link, auch wer noch kein Konto hat: Der Link öffnet die Community und führt weiter zum Kurs. Er lässt sich einmal annehmen, innerhalb von 14 Tagen.
invitation-addresses = E-Mail-Adressen
invitation-addresses-hint = Bis zu 500 auf einmal, wie auch immer getrennt. Namen daneben stören nicht: Füg sie aus deinem Mailprogramm oder einer Tabelle ein.
invitation-send = Einladungen verschicken
invitation-none-good = Darin steht keine E-Mail-Adresse.
invitation-broken = Das sind keine E-Mail-Adressen. Verbessere sie unten und schick sie ab, oder lass sie weg:
invitation-more-broken = { $count ->
    [one] und noch eine
   *[other] und { $number } weitere
}
invitation-too-many = Das sind mehr als 500. Lade sie in mehreren Schritten ein.
invitation-too-many-today = Das sind mehr, als du an einem Tag verschicken kannst. Niemand wurde eingeladen: Nimm weniger, oder mach morgen weiter.
invitation-too-soon = Sie ist vor weniger als einem Tag verschickt worden. Morgen kannst du sie noch einmal senden.
invitation-not-open = Öffne zuerst den Kurs: Bis dahin sieht ihn sonst niemand.
invitation-done = { $count ->
    [0] Niemand wurde eingeladen.
    [one] Eine Person ist eingeladen.
   *[other] { $number } Personen sind eingeladen.
}
invitation-settled = { $count ->
    [one] Eine Person wurde vor weniger als einem Tag eingeladen oder hat angenommen und bekommt jetzt nichts.
   *[other] { $number } Personen wurden vor weniger als einem Tag eingeladen oder haben angenommen und bekommen jetzt nichts.
}
invitations-list = Per E-Mail eingeladen
invitations-tally = { $accepted } von { $invited } angenommen
invitation-open = Eingeladen
invitation-until = bis { $date }
invitation-accepted = Angenommen
invitation-waits = Wartet auf einen Platz
invitation-state-declined = Abgelehnt
invitation-undelivered = Nicht zugestellt
invitation-unwritten = Ohne E-Mail: Dort sind solche nicht erwünscht
invitation-is-in = Nimmt schon teil und bekam keine E-Mail
invitations-more = Weitere Einladungen
invitations-earlier = Frühere
invitations-newest = Neueste
audit-course-invited = hat per E-Mail eingeladen zu
audit-course-begun = hat den Kurs begonnen:
audit-course-opened = hat den Kurs geöffnet:
audit-course-closed = hat den Kurs geschlossen:
audit-course-reopened = hat den Kurs wieder geöffnet:

## Wohin eine Einladung zu einem Kurs führt
invitation = Einladung
invitation-from = { $name } lädt dich zu diesem Kurs ein.
invitation-from-nobody = Du bist zu diesem Kurs eingeladen.
invitation-other = Diese Einladung ging an { $address }, und du bist als { $name } angemeldet. Sie lässt sich einmal annehmen, mit einem Konto.
invitation-accept-as = Als { $name } teilnehmen
invitation-join-text = Zum Mitmachen brauchst du ein Konto bei { $community }. Sobald du eines hast, kommst du hierher zurück.
invitation-sign-in = Ich habe ein Konto
invitation-in = Du bist in diesem Kurs.
invitation-declined = Danke für die Antwort. Falls du es dir anders überlegst: Der Link gilt bis { $date }.
invitation-never-text = An deine Adresse gehen keine Einladungen zu Kursen bei { $community } mehr, wer auch immer dich einlädt. Wenn du ein Konto hast, bleiben deine anderen E-Mails, wie du sie eingestellt hast.
invitation-never-button = Keine Einladungen mehr
invitation-refused = An deine Adresse gehen keine Einladungen mehr. Falls du es dir bei dieser anders überlegst: Der Link gilt bis { $date }.
invitation-gone = Diese Einladung ist nicht mehr gültig
invitation-gone-text = Sie wurde schon benutzt oder zurückgezogen, oder sie ist abgelaufen. Wer sie geschickt hat, kann dir eine neue schicken.
letter-course-invite-subject = { $name } lädt dich zu „{ $title }“ ein
letter-course-invite = { $name } lädt dich zum Kurs „{ $title }“ ein.
letter-course-invite-where = Er findet bei { $community } statt, { $days }. Um anzunehmen, klick auf diesen Link:
letter-course-invite-after = Der Link gilt bis { $date } und lässt sich einmal annehmen. Wenn du nicht teilnehmen möchtest, ignoriere diese E-Mail.
letter-course-invite-never = Wenn du keine solchen Einladungen mehr möchtest, sag es hier:

## Die Karte eines Kurses
map = Karte
map-people = { $count ->
    [one] Eine Person in diesem Kurs sagt, wo sie ist.
   *[other] { $number } Personen in diesem Kurs sagen, wo sie sind.
}
map-shown = Du siehst alle, die es dir zeigen, nie genauer als den Ort.
map-whole = Die ganze Karte
map-empty = Noch zeigt dir niemand den eigenen Ort.
map-not-on-it = Du bist noch nicht auf der Karte.
map-say = Sag, wo du bist
map-somewhere = Irgendwo im Land
map-elsewhere = Anderswo
map-elsewhere-text = Orte, die hier nicht bekannt sind oder von denen es mehrere gibt.
map-names = { $count ->
    [one] Zeigen, wer es ist
   *[other] Alle { $number } zeigen
}
map-more = { $count ->
    [one] und eine weitere Person
   *[other] und { $number } weitere
}
map-sources = Hier gezeichnet, nach Daten von


## The stream

stream = Das Geschehen
stream-of = Das Geschehen: { $name }
stream-lede = Was geschehen ist und du lesen kannst, das Neueste zuerst.
stream-lede-public = Was öffentlich geschehen ist, das Neueste zuerst.
stream-lede-group = Was hier geschehen ist und du lesen kannst, das Neueste zuerst.
stream-lede-person = Was { $name } geschrieben und gesagt hat und du lesen kannst, das Neueste zuerst.
stream-whose = Von wem
stream-anyone = Von allen
stream-followed = Von denen, denen ich folge
stream-kinds = Was geschehen ist
stream-everything = Alles
stream-posts = Beiträge
stream-comments = Kommentare
stream-modules = Module
stream-people = Leute
stream-where = Wo
stream-everywhere = Überall
stream-by = Von der Person mit diesem @Namen
stream-by-example = @name
stream-filter = Filtern
stream-unfilter = Alles zeigen
stream-nobody = Hier hat niemand diesen @Namen.
stream-nothing-near = In letzter Zeit ist nichts dieser Art geschehen.
stream-further-back = Weiter zurückgehen
stream-blocked = Du hast diese Person blockiert; darum steht hier nichts von ihr.
stream-empty = Noch ist nichts geschehen. Sobald jemand etwas schreibt, steht es hier.
stream-empty-followed = Von den Menschen, denen du folgst, gibt es noch nichts. Auf der Seite jeder Person steht die Schaltfläche „Folgen“.
stream-empty-filtered = Noch ist nichts dieser Art geschehen.
stream-paging = Weiteres Geschehen
stream-older = Älteres →
stream-newest = ← Neuestes
stream-more-people = { $count ->
    [one] und eine weitere Person
   *[other] und { $number } weitere
}
stream-is-post = Beitrag
stream-is-wrap-up = Rückblick
stream-is-comments = { $count ->
    [one] Kommentar
   *[other] { $number } Kommentare
}
stream-is-discussion = Gespräch
stream-is-module = Modul
stream-is-assignment = Aufgabe
stream-is-announcement = Ankündigung
stream-is-gathering = Treffen
stream-is-arrivals = { $count ->
    [one] Neu dabei
   *[other] { $number } neu dabei
}

## Files of tribes

stream-is-file = Datei
tribe-files = Dateien
tribe-files-lede = Was die Leute in diesem Kreis hier füreinander ablegen. Nur sie können es öffnen.
tribe-files-none = Noch gibt es keine Dateien. Leg etwas ab, das andere brauchen können: ein Handout, ein Bild, eine Aufnahme.
tribe-files-count = { $count ->
    [one] Eine Datei
   *[other] { $number } Dateien
}
tribe-files-taken = { $used } von { $all } belegt
tribe-files-latest = ← Neueste Dateien
tribe-files-older = Ältere Dateien →
tribe-files-full = Für diese Datei ist nicht genug Platz. Nimm weg, was niemand mehr braucht, oder wähle eine kleinere.
tribe-files-too-many = Hier sind zu viele Dateien. Nimm weg, was niemand mehr braucht.
tribe-file = Datei
tribe-file-hint = Bis zu { $size }.
tribe-file-title = Wie sie heißt
tribe-file-title-hint = Wenn du nichts einträgst, heißt sie wie die Datei selbst.
tribe-file-words = Was es ist, in wenigen Worten
tribe-file-put = Eine Datei ablegen
tribe-file-again = Wähle die Datei noch einmal.
tribe-file-edit = Eine Datei ändern
tribe-file-instead = Eine neue Fassung
tribe-file-instead-hint = Sie ersetzt die jetzige. Links auf die Datei führen weiterhin zu ihr.
tribe-file-version = Fassung { $number }
tribe-file-remove = Datei wegnehmen
tribe-file-remove-hint = Sie verschwindet für alle und lässt sich nicht zurückholen.
tribe-file-gone = Das ist nicht mehr da, oder du kannst hier nichts mehr ablegen.
tribe-file-done-put = Die Datei ist da.
tribe-file-done-replaced = Die neue Fassung ist da.
tribe-file-done-saved = Gespeichert.
tribe-file-done-removed = Die Datei ist nicht mehr da.
