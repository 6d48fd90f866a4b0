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
course-moved-on = Inzwischen hat jemand anderes den Kurs geändert. Speichere noch einmal, wenn gelten soll, was hier steht.
course-prepared-text = Noch sieht den Kurs nur, wer ihn leitet oder begleitet.
course-open = Kurs öffnen
course-close = Kurs schließen
course-close-text = Es kann niemand mehr dazukommen, und es wird nichts mehr erwartet. Alles bleibt lesbar, und du kannst ihn wieder öffnen.
course-closed-text = Der Kurs ist geschlossen.
course-reopen = Wieder öffnen
course-done-begun = Der Kurs ist angelegt. Noch siehst nur du ihn.
course-done-saved = Gespeichert.
course-done-opened = Der Kurs ist offen: Man kann ihn finden und teilnehmen.
course-done-closed = Der Kurs ist geschlossen.
course-done-reopened = Der Kurs ist wieder offen.

course-asked = Möchten teilnehmen
course-waiting-list = Warteliste
course-waiting-list-hint = Wer zuerst kam, rückt von selbst nach, wenn ein Platz frei wird. Einen freien Platz kannst du auch vorher vergeben.
course-invite = Mitglieder einladen
course-invite-handles = Benutzernamen
course-invite-hint = Zum Beispiel @marta, @bram. Die Einladung steht dann auf der Seite des Kurses.
course-invite-button = Einladen
course-invite-many = Lade höchstens hundert auf einmal ein.
course-invite-unknown = Einen davon gibt es hier nicht. Noch wurde niemand eingeladen.
course-participants = Teilnehmende
course-taken-of = { $taken } von { $places } Plätzen
course-nobody-yet = Noch nimmt niemand teil.
course-since = seit { $date }
course-part-of = Was { $name } in diesem Kurs ist
course-part-out = Nicht mehr im Kurs
course-let-in = Aufnehmen
course-turn-away = Ablehnen
course-uninvite = Zurückziehen
course-people-in = Sie nehmen jetzt teil.
course-people-waiting = Alle Plätze sind vergeben; sie stehen auf der Warteliste.
course-people-away = Erledigt.
course-people-out = Sie sind nicht mehr im Kurs.
course-people-part = Gespeichert.
course-people-invited = Eingeladen.

## Geplante Zeitpunkte

field-moment-wrong = Gib Tag und Uhrzeit an.
field-day-wrong = Gib einen Tag an.
