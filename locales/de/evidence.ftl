### Was aus dem Lernen wird

## Das Lerntagebuch
log = Lerntagebuch
log-lede = Was du gelernt hast, wann, und in wessen Zeit. Nur du siehst es, bis du jemandem etwas davon zeigst.
log-add = Eintrag hinzufügen
log-change = Eintrag ändern
log-export = Als Tabelle herunterladen
log-import = Tabelle einlesen
log-nothing-yet = Hier steht noch nichts. Alles, was du gelernt hast, zählt, hier oder anderswo: ein Kapitel, ein Vortrag, eine Stunde mit einer Kollegin.
log-no-more = Ältere Einträge gibt es nicht.
log-entries = Einträge
log-more = Weitere Einträge
log-earlier = Ältere →
log-latest = ← Neueste
log-full = Dein Lerntagebuch ist voll.
log-changed-meanwhile = Dieser Eintrag wurde in einem anderen Fenster geändert. Was du geschrieben hast, steht noch hier; wenn du speicherst, ersetzt es das andere.
log-days = { $from } – { $until }
log-done-added = Es steht in deinem Lerntagebuch.
log-done-changed = Der Eintrag wurde geändert.
log-done-gone = Der Eintrag wurde entfernt.
log-done-started = Die Uhr läuft. Du kannst diese Seite schließen.
log-done-dropped = Die Uhr wurde verworfen.
log-done-passed = Das wird nicht mehr vorgeschlagen.
log-done-reminder = Deine Wahl wurde gespeichert.
log-done-taken = { $count ->
    [0] Alles davon stand schon da.
    [one] Ein Eintrag ist hinzugekommen.
   *[other] { $number } Einträge sind hinzugekommen.
}
log-yes = Ja
log-no = Nein

# Zeit
log-minutes-of = { $number } Min.
log-hours-of = { $hours } Std. { $minutes } Min.
log-no-minutes = Ohne Zeitangabe
log-work = Arbeitszeit
log-own = Eigene Zeit
log-split = Beides
log-unsaid = Keine Angabe
log-split-of = { $work } Arbeitszeit, { $own } eigene Zeit
log-from-until = { $from } – { $until }
log-in-all = Insgesamt: { $time }
log-weeks = Die letzten 26 Wochen
log-weeks-table = Dasselbe als Tabelle
log-week = Woche ab

# Arten
log-kind = Was du gemacht hast
log-kind-read = Lesen
log-kind-watch = Ansehen, Anhören
log-kind-course = Kurs
log-kind-event = Veranstaltung
log-kind-write = Schreiben
log-kind-discuss = Austausch
log-kind-practise = Ausprobieren
log-kind-teach = Lehren, Begleiten
log-kind-review = Rückmeldung geben
log-kind-other = Etwas anderes

# Das Formular
log-title = Was es war
log-day = Tag
log-until = Bis
log-until-wrong = Der letzte Tag kommt nach dem ersten.
log-minutes = Minuten
log-minutes-wrong = Gib ganze Minuten an, höchstens zehn Wochen.
log-whose = In wessen Zeit
log-work-minutes = Davon Minuten in der Arbeitszeit
log-work-minutes-hint = Nur wenn es beides war.
log-split-wrong = Wenn es beides war: Sag, wie viele der Minuten Arbeitszeit waren.
log-subject = Gehört zu
log-subject-none = Nichts von hier
log-provider = Wer es angeboten hat
log-address = Wo es zu finden ist
log-why = Warum du es gewählt hast
log-learned = Was du gelernt hast
log-applied = Was sich dadurch geändert hat
log-how = Wie du gelernt hast
log-with-others = Zusammen mit anderen
log-structured = Von jemandem aufgebaut: ein Kurs, eine Lektion
log-planned = Vorher geplant
log-remove = Eintrag entfernen
log-remove-text = Er ist dann endgültig weg.

# Die Uhr
log-timer = Stoppuhr
log-timer-title = Wofür
log-timer-since = Schon begonnen um
log-timer-since-hint = Falls du ohne Verbindung angefangen hast. Beim Eintrag steht dann, dass du die Zeit selbst angegeben hast.
log-timer-start = Start
log-timer-stop = Stopp
log-timer-runs = Läuft seit { $time }.
log-timer-write = Eintragen
log-timer-drop = Verwerfen
log-since-wrong = Gib eine Uhrzeit an, zum Beispiel 07:30.
log-stated = Zeit selbst angegeben

# Vorschläge
log-suggested = Aus dem, was du hier gemacht hast
log-suggested-text = Es zählt erst, wenn du es hinzufügst.
log-suggested-take = Hinzufügen
log-suggested-pass = Das nicht
log-suggested-more = { $count ->
    [one] und noch einer
   *[other] und { $number } weitere
}

# Die Erinnerung
log-reminder = Erinnerung
log-reminder-day = Erinnere mich einmal in der Woche
log-reminder-none = Nie
log-reminder-hint = Per E-Mail, an diesem Tag um vier Uhr nachmittags, wenn du in der Woche noch nichts eingetragen hast.
letter-log-subject = Was hast du diese Woche gelernt?
letter-log-text = Es aufzuschreiben dauert eine Minute, solange du dich noch erinnerst.
letter-log-suggested = { $count ->
    [one] Eines von dem, was du hier gemacht hast, könnte in dein Lerntagebuch.
   *[other] { $number } Dinge, die du hier gemacht hast, könnten in dein Lerntagebuch.
}
letter-log-after = Du hast um diese Erinnerung gebeten. Unten auf der Seite kannst du sie beenden.

# Eine Tabelle einlesen
log-import-lede = Aus einer Tabellenkalkulation, als CSV gespeichert, oder aus dem Lerntagebuch eines anderen Programms. Du siehst, was gefunden wurde, bevor etwas übernommen wird.
log-import-file = Datei
log-import-file-hint = CSV, höchstens 512 KB. Kommas, Semikolons und Tabulatoren werden verstanden.
log-import-text = Die Tabelle
log-import-look = Ansehen
log-import-look-again = Noch einmal ansehen
log-import-take = Übernehmen
log-import-found = { $count ->
    [one] Ein Eintrag wurde gefunden.
   *[other] { $number } Einträge wurden gefunden.
}
log-import-there = { $count ->
    [one] Einer davon steht schon in deinem Lerntagebuch und bleibt, wie er ist.
   *[other] { $number } davon stehen schon in deinem Lerntagebuch und bleiben, wie sie sind.
}
log-import-unknown = Diese Spalten werden nicht übernommen:
log-import-wrong = Es wurde noch nichts übernommen. Bitte berichtige das unten in der Tabelle oder in deiner Datei:
log-import-line = Zeile { $line }
log-import-which = Was steht in { $date } zuerst?
log-import-day-first = Der Tag
log-import-month-first = Der Monat
log-import-columns = Wie die Spalten heißen
log-import-columns-text = Die erste Zeile nennt sie, in beliebiger Reihenfolge. Nur date (oder Datum) und title (oder Titel) müssen dabei sein.
log-csv-no-head = Die erste Zeile muss mindestens die Spalten Datum und Titel nennen.
log-csv-empty = Unter der ersten Zeile steht nichts.
log-csv-too-many = Diese Zeile hat mehr Zellen als die erste.
log-csv-hours = Gib Stunden so an: 1,5 oder 1.5 oder 1:30.
log-csv-both = Minuten und Stunden sagen Verschiedenes.
log-csv-time = Gib work, own oder split an.
log-csv-kind = Diese Art ist nicht bekannt.
log-csv-answer = Gib ja oder nein an, oder lass es leer.

# Agreements: support for learning, and asking for it
agreements = Unterstützung beim Lernen
agreements-lede = Welche Unterstützung du hast, und Schreiben, die darum bitten. Vorgesetzte antworten über einen Link, ohne Konto. Sonst sieht das niemand.
agreements-none = Hier ist noch nichts.
agreements-none-how = Wähle einen Kurs, dann wird ein Schreiben entworfen, das du ändern kannst: wann er stattfindet, was du danach kannst, worum du bittest. Du verschickst es als Link und erfährst, wenn es beantwortet ist.
agreement-new = Um Unterstützung bitten
agreement-new-lede = Das Schreiben wird aus dem entworfen, was über den Kurs bekannt ist. Nichts wird verschickt; erst änderst du es.
agreement-course = Kurs
agreement-course-none = Etwas anderes
agreement-title = Wofür
agreement-title-hint = Bleibt das leer, ist es der Titel des Kurses.
agreement-to-name = Wen du bittest
agreement-draft = Schreiben entwerfen
agreement-full = Mehr davon lassen sich nicht aufbewahren. Bitte entferne erst eines.
agreement-private = Nicht verschickt: Niemand hat einen Link
agreement-open = Offen bis { $date }
agreement-expired = Der Link ist abgelaufen
agreement-approved = Zugesagt
agreement-asked = Erst eine Frage
agreement-declined = Abgelehnt
agreement-done-saved = Gespeichert.
agreement-done-ended = Der Link führt nirgendwohin mehr.
agreement-done-gone = Entfernt.
agreement-changed-meanwhile = Das wurde in einem anderen Fenster geändert. Was du eingegeben hast, steht noch hier; beim Speichern tritt es an die Stelle des anderen.
agreement-weekly = { $time } in der Woche
agreement-hours-wrong = Mehr als 60 Arbeitsstunden hat eine Woche hier nicht.
agreement-request = Die Bitte
agreement-request-text = Das sieht, wer den Link hat. Ist es beantwortet, wird mit einer Änderung neu gefragt; die Antwort behält das Schreiben, dem sie galt.
agreement-to-email = Deren E-Mail-Adresse
agreement-tied = Antworten kann nur, wer die E-Mails an diese Adresse liest
agreement-tied-to-whom = Gib die Adresse ein, von der die Antwort kommen muss.
agreement-asks = Arbeitszeit, um die du bittest, in der Woche
agreement-minutes-hint = In Stunden: 2, 1,5 oder 1:30.
agreement-letter = Schreiben
agreement-reply = Deine Antwort auf die Frage
agreement-reply-hint = Sie steht unter dem Schreiben. Derselbe Link führt dorthin; sag Bescheid, dass du geantwortet hast.
agreement-support = Was du hast
agreement-support-text = Nur für dich. Wer den Link hat, sieht es nicht.
agreement-support-have = Unterstützung dafür
agreement-support-unsaid = Keine Angabe
agreement-support-none = Keine
agreement-support-borne = Man weiß davon und hat nichts dagegen, vereinbart ist nichts
agreement-support-agreed = Sie ist vereinbart
agreement-has = Arbeitszeit, die du dafür hast, in der Woche
agreement-note = Notizen
agreement-link = Der Link
agreement-link-text = Wer ihn hat, sieht die Bitte und deinen Namen, wie er hier steht, und kann antworten. Sonst öffnet er nichts.
agreement-link-anew-text = Der Link wurde gezeigt, als er entstand, und ist nirgends gespeichert. Hast du ihn verloren, erzeuge einen neuen; der alte endet damit.
agreement-link-for = Er gilt
agreement-days = { $count ->
    [one] einen Tag
   *[other] { $number } Tage
}
agreement-link-make = Link erzeugen
agreement-link-until = Er gilt bis { $date }.
agreement-link-end = Zurücknehmen
agreement-link-once = Kopiere den Link jetzt: Er wird nur dieses eine Mal gezeigt.
agreement-write-email = Eine E-Mail damit schreiben
agreement-steps = Was geschah
agreement-steps-text = Dass jemand den Link geöffnet hat, wird nicht festgehalten: Mailprogramme öffnen jeden Link von selbst.
agreement-step-begun = Du hast damit begonnen.
agreement-step-changed = Du hast geändert, worum du bittest.
agreement-step-link-made = Du hast einen Link erzeugt.
agreement-step-link-ended = Du hast den Link zurückgenommen.
agreement-step-answer-given = Jemand hat geantwortet; zur Bestätigung ging ein Code an diese Adresse:
agreement-step-approved = Zugesagt, bestätigt von
agreement-step-declined = Abgelehnt, bestätigt von
agreement-step-asked = Zurückgefragt, bestätigt von
agreement-confirmed-from = Bestätigt mit einem Code an { $email }
agreement-from-elsewhere = eine andere Adresse als die gefragte
agreement-to-earlier = zu einer früheren Fassung
agreement-letter-then = Das Schreiben, dem geantwortet wurde
agreement-remove = Entfernen
agreement-remove-text = Die Bitte geht mit ihrem Link und allen Antworten, endgültig.

# The drafted letter
agreement-letter-hello = Guten Tag { $name },
agreement-letter-hello-nobody = Guten Tag,
agreement-letter-course = ich möchte am Kurs „{ $title }“ teilnehmen ({ $days }).
agreement-letter-other = ich bitte um Unterstützung bei meiner Weiterbildung: { $title }.
agreement-letter-outcomes = Danach kann man:
agreement-letter-ask = Ich bitte darum, einen Teil davon in der Arbeitszeit machen zu dürfen, und um eine Angabe unten, wie viel das sein kann.
agreement-letter-back = Was nützlich ist, gebe ich im Team weiter, und am Ende zeige ich, was ich getan und wie lange es gedauert hat.
agreement-letter-end = Mit freundlichen Grüßen

# The page for whoever holds the link
agreement-gone = Dieser Link führt nirgendwohin mehr: Er ist abgelaufen oder wurde zurückgenommen. Einen neuen gibt es dort, wo er herkam.
agreement-from = { $name }: { $title }
agreement-request-by = Eine Bitte von { $name }
agreement-held-lede = { $name } lernt bei { $community } und bittet um Unterstützung. Ein Konto ist nicht nötig; auf dieser Seite steht alles, was geteilt wird. Dass sie geöffnet wurde, erfährt niemand.
agreement-asks-for = Erbeten:
agreement-reply-by = { $name } hat geantwortet
agreement-about-course = Über den Kurs
agreement-your-answer = Die Antwort
agreement-said = Wie lautet die Antwort?
agreement-say-approved = Ja, zugesagt
agreement-say-asked = Erst eine Frage
agreement-say-declined = Nein, das geht nicht
agreement-say-wrong = Bitte eins von den dreien wählen.
agreement-ask-what = Bitte die Frage hier aufschreiben.
agreement-minutes = Arbeitszeit in der Woche, bei einer Zusage
agreement-answer-note = Anmerkung
agreement-your-name = Name
agreement-your-role = Funktion
agreement-your-email = E-Mail-Adresse
agreement-your-email-hint = Dorthin geht ein Code, damit feststeht, von wem die Antwort kommt.
agreement-tied-to = Antworten kann nur die Adresse { $email }.
agreement-tied-wrong = Antworten kann nur die Adresse, an die das ging.
agreement-send = Weiter
agreement-privacy = { $name } sieht Name, Funktion, Adresse und Antwort. Sonst niemand.
agreement-code-title = Noch ein Schritt
agreement-code-text = An { $email } ging ein Code. Die Antwort zählt, sobald er hier eingegeben ist.
agreement-code = Code
agreement-code-hint = Acht Ziffern. Er gilt eine halbe Stunde.
agreement-code-wrong = Das ist nicht der Code. Bitte noch einmal in der E-Mail nachsehen.
agreement-code-over = Dieser Code gilt nicht mehr: Er ist zu alt, wurde zu oft vertippt, oder die Bitte wurde geändert. Bitte noch einmal antworten.
agreement-code-again = Antwort ändern
agreement-confirm = Antwort abschicken
agreement-answered-text = { $name } weiß Bescheid. Diese Seite bleibt, solange der Link gilt.
letter-agreement-hello = Guten Tag,
letter-agreement-code = Das ist der Code für die Antwort auf die Bitte „{ $title }“:
letter-agreement-code-subject = { $community }: der Code für die Antwort
letter-agreement-code-after = Er gilt eine halbe Stunde. Wurde nichts beantwortet, hat jemand anderes diese Adresse eingegeben; ohne den Code geschieht nichts.
letter-agreement-answered = { $name } hat auf deine Bitte „{ $title }“ geantwortet:
letter-agreement-subject = Beantwortet: { $title }
letter-agreement-note = Die Anmerkung dazu:
## Abzeichen
badges = Abzeichen
badges-lede = Was du hier erreichen kannst und was es dafür braucht.
badges-none = Noch gibt es keine Abzeichen.
badges-community = Die ganze Gemeinschaft
badges-all = Alle Abzeichen
badges-own = Deine Abzeichen
badges-own-lede = Niemand sonst sieht ein Abzeichen, bis du es zeigst. Was du zeigst, steht auf deiner Seite.
badges-own-none = Du hast noch keine Abzeichen. Wenn du eines bekommst, erfährst du davon.
badge-new = Neues Abzeichen
badge-change = Abzeichen ändern
badge-change-text = Dieses Abzeichen hat schon jemand. Was vergeben wurde, behält seinen Wortlaut; wie oft man es bekommen kann, bleibt, wie es ist.
badge-changed-meanwhile = Dieses Abzeichen wurde in einem anderen Fenster geändert. Was du geschrieben hast, steht noch hier; wenn du speicherst, ersetzt es das andere.
badge-belongs = Gehört zu
badge-name = Name
badge-description = Worum es geht
badge-criteria = Was es dafür braucht
badge-criteria-hint = So, dass auch wer nicht dabei war versteht, was erreicht wurde.
badge-level = Stufe
badge-checkpoint = Etappe
badge-master = Abschluss
badge-repeats = Wie oft man es bekommen kann
badge-once-person = Einmal pro Person
badge-once-run = Einmal pro Kurs
badge-each-time = Jedes Mal
badge-too-long = Das ist zu lang.
badge-draft = Nicht in Gebrauch
badge-draft-text = Nimm es zuerst in Gebrauch. Dann lässt es sich vergeben, und alle sehen es.
badge-settings = Zu diesem Abzeichen
badge-use = In Gebrauch nehmen
badge-use-no-longer = Nicht mehr vergeben
badge-picture-file = Bild
badge-picture-hint = Daraus wird ein Quadrat von 512 Pixeln. Ohne Bild wird eines gezeichnet.
badge-picture-set = Dieses Bild nehmen
badge-picture-drawn = Das gezeichnete nehmen
badge-give = Abzeichen vergeben
badge-who = Kürzel
badge-who-hint = Der Name mit dem @, wie er auf der Seite der Person steht.
badge-in-course = In welchem Kurs
badge-in-no-course = In keinem
badge-evidence = Was zeigt, dass es verdient ist
badge-evidence-hint = In Worten, die auch lesen darf, wer das Abzeichen später prüft.
badge-address = Wo das zu finden ist
badge-address-wrong = Gib eine vollständige Adresse ein, die mit https:// oder http:// beginnt.
badge-nobody = Hier gibt es niemanden mit diesem Kürzel.
badge-not-in-course = Diese Person ist nicht in diesem Kurs.
badge-to-oneself = Niemand vergibt Abzeichen an sich selbst. Bitte jemand anderen aus der Leitung darum.
badge-out-of-use = Dieses Abzeichen ist nicht in Gebrauch und wurde deshalb nicht vergeben.
badge-there = Diese Person hat das Abzeichen schon, und es wird nur einmal vergeben.
badge-there-by = { $name } hat es am { $date } vergeben.
badge-award = Vergabe
badge-awards = Wer es hat
badge-awards-none = Noch hat es niemand.
badge-awarded-times = { $count ->
    [one] Es wurde einmal vergeben.
   *[other] Es wurde { $number }-mal vergeben.
}
badge-times = { $count ->
    [one] Einmal
   *[other] { $number }-mal
}
badge-by = vergeben von { $name }
badge-look = Ansehen
badge-more = Weitere Vergaben
badge-latest = ← Neueste
badge-earlier = Ältere →
badge-back = Zurück zum Abzeichen
badge-shown = Für alle sichtbar
badge-hidden = Nur für dich sichtbar
badge-declined = Abgelehnt
badge-declined-text = Es wurde abgelehnt.
badge-taken-back = Zurückgenommen
badge-taken-back-at = Zurückgenommen am { $date }:
badge-take-back = Zurücknehmen
badge-take-back-text = Für ein Abzeichen, das versehentlich vergeben wurde. Alle anderen behalten ihres, und es lässt sich neu vergeben.
badge-why = Warum
badge-why-hint = Wer das Abzeichen später prüft, darf es lesen.
badge-show = Zeigen
badge-hide = Verbergen
badge-decline = Ablehnen
badge-accept = Doch annehmen
badge-done-begun = Das Abzeichen ist ein Entwurf. Sieh es dir an und nimm es dann in Gebrauch.
badge-done-changed = Das Abzeichen wurde geändert.
badge-done-in-use = Das Abzeichen ist in Gebrauch.
badge-done-out-of-use = Das Abzeichen wird nicht mehr vergeben. Wer es hat, behält es.
badge-done-picture = Das Bild wurde geändert.
badge-done-awarded = Das Abzeichen ist vergeben, und die Person erfährt davon.
badge-done-taken-back = Das Abzeichen wurde zurückgenommen.
badge-done-shown = Es steht jetzt auf deiner Seite.
badge-done-hidden = Jetzt siehst nur du es.
badge-done-declined = Du hast es abgelehnt. Du kannst es noch annehmen.
badge-done-accepted = Es gehört dir. Niemand sonst sieht es, bis du es zeigst.
badge-requests = Mitglieder dürfen darum bitten
badge-requests-hint = Mit Worten und einem Link, die zeigen, wie es verdient wurde. Entschieden wird unter Bitten.
badge-done-rule = Die Regel ist gespeichert. Wer sie erfüllt, bekommt das Abzeichen gleich.
badge-done-rule-ended = Die Regel gilt nicht mehr. Wer das Abzeichen hat, behält es.
rule = Regel
rule-lede = Wer die Regel erfüllt, bekommt das Abzeichen sofort, ohne dass es jemand vergibt.
rule-new = Nach einer Regel vergeben
rule-change = Regel ändern
rule-gives = Es wird dafür sofort vergeben.
rule-one = Dazu gehört:
rule-all = Dazu gehört all das:
rule-some = { $count ->
    [one] Dazu gehört eines davon:
   *[other] Dazu gehören { $number } davon:
}
rule-in-one-course = Es zählt, was innerhalb eines Kurses geschehen ist.
rule-everywhere = Es zählt, was in allen Kursen zusammen geschehen ist.
rule-posted = { $count ->
    [one] Beiträge zu einem Modul
   *[other] Beiträge zu { $number } verschiedenen Modulen
}
rule-handed-in = { $count ->
    [one] Eine Aufgabe abgegeben
   *[other] { $number } Aufgaben abgegeben
}
rule-handed-in-this = „{ $name }“ abgegeben
rule-handed-in-this-unnamed = Eine bestimmte Aufgabe abgegeben
rule-reviewed = { $count ->
    [one] Eine Aufgabe abgegeben, mit Rückmeldung
   *[other] { $number } Aufgaben abgegeben, mit Rückmeldung
}
rule-reviewed-this = „{ $name }“ abgegeben, mit Rückmeldung
rule-reviewed-this-unnamed = Eine bestimmte Aufgabe abgegeben, mit Rückmeldung
rule-gave = { $count ->
    [one] Eine Rückmeldung gegeben
   *[other] { $number } Rückmeldungen gegeben
}
rule-thanked = { $count ->
    [one] Dank von einer Person
   *[other] Dank von { $number } verschiedenen Personen
}
rule-answered = { $count ->
    [one] Antworten an eine Person
   *[other] Antworten an { $number } verschiedene Personen
}
rule-holds = Das Abzeichen „{ $name }“
rule-holds-unnamed = Ein anderes Abzeichen
rule-choose-posted = Beiträge zu so vielen Modulen
rule-choose-handed-in = So viele Aufgaben abgegeben
rule-choose-handed-in-this = Diese Aufgabe abgegeben
rule-choose-reviewed = So viele Aufgaben abgegeben, mit Rückmeldung
rule-choose-reviewed-this = Diese Aufgabe abgegeben, mit Rückmeldung
rule-choose-gave = So viele Rückmeldungen gegeben
rule-choose-thanked = Dank von so vielen Personen
rule-choose-answered = Antworten an so viele Personen
rule-choose-holds = Dieses Abzeichen
rule-choose = Auswählen …
rule-condition = Was
rule-condition-number = Bedingung { $number }
rule-count = Wie viele
rule-count-hint = Eine Zahl gehört dazu, wo „so viele“ steht.
rule-count-wrong = Gib eine ganze Zahl von 1 bis 1000 ein.
rule-need = Wie viele der Bedingungen
rule-need-all = Alle
rule-need-some = { $count ->
    [one] Eine davon
   *[other] { $number } davon
}
rule-need-more = So viele Bedingungen gibt es nicht.
rule-empty = Wähle mindestens eine Bedingung aus.
rule-twice = Eine Bedingung steht zweimal da. Einmal mit der größeren Zahl genügt.
rule-for-many = Es zählt nur, was Mitglieder oder ein Kurs lesen dürfen, damit ein Abzeichen nichts von dem verrät, was nur wenige lesen. Wer einen Kurs leitet, bekommt für das eigene Mitmachen darin nichts, und niemand bekommt ein Abzeichen nach einer eigenen Regel.
rule-look = Ansehen, wen das betrifft
rule-save = Regel speichern
rule-back = Erst noch ändern
rule-concerns = { $count ->
    [one] Eine Person erfüllt diese Regel und bekommt das Abzeichen.
   *[other] { $number } Personen erfüllen diese Regel und bekommen das Abzeichen.
}
rule-concerns-draft = Vergeben wird es, sobald das Abzeichen in Gebrauch ist.
rule-stays = Wer das Abzeichen hat, behält es. Wer die Regel später erfüllt, bekommt es dann.
rule-whom = Wen das jetzt betrifft
rule-others = { $count ->
    [one] Und eine weitere Person.
   *[other] Und { $number } weitere Personen.
}
rule-end = Regel entfernen
rule-end-text = Das Abzeichen wird dann nur noch von Hand vergeben. Wer es hat, behält es.
rule-changed-meanwhile = Diese Regel wurde in einem anderen Fenster geändert. Was du gewählt hast, steht noch hier; wenn du es speicherst, ersetzt es die andere.
progress = Wie weit du bist
progress-lede = Abzeichen, die es sofort für das gibt, was du hier tust. Diese Seite siehst nur du.
progress-none = Gerade gibt es kein Abzeichen, das du so bekommen könntest.
progress-had = Du hast es.
progress-of = { $have } von { $need }
progress-done = erledigt
request-ask = Um das Abzeichen bitten
request-open = Wartet auf eine Entscheidung
request-more = Es fehlt noch etwas
request-approved = Angenommen
request-declined = Abgelehnt
request-withdrawn = Zurückgezogen
request-out-of-use = Um dieses Abzeichen kann derzeit nicht gebeten werden.
request-there = Du hast dieses Abzeichen schon, und es wird nur einmal vergeben.
request-not-in-course = Dieses Abzeichen ist für alle, die am Kurs teilnehmen.
request-too-long = Das sind mehr als 2000 Zeichen.
request-say-why = Schreib, was fehlt oder warum. Es wird gelesen.
request-words = Was zeigt, dass es verdient ist
request-words-hint = Wird das Abzeichen vergeben, steht das dabei, und wer es später prüft, kann es lesen. Bis zu 2000 Zeichen.
request-post = Einer deiner Beiträge
request-no-post = Keiner
request-one-place = Wähle einen Beitrag aus oder gib eine Adresse ein, nicht beides.
request-yours = Deine Bitte
request-withdraw = Zurückziehen
request-change = Ändern
request-what = Was du getan hast
request-send = Abschicken
request-send-anew = Neu abschicken
request-before = Frühere Bitten
request-answer = Antwort
request-answer-hint = Nötig, wenn du nicht annimmst. Wer gebeten hat, liest sie. Bis zu 2000 Zeichen.
request-decision = Entscheidung
request-decided-by = { $name } hat am { $date } entschieden.
request-decided-before = Darüber wurde inzwischen entschieden, deshalb ist nichts doppelt geschehen. Unten steht, wer entschieden hat.
request-approve = Annehmen
request-ask-more = Mehr verlangen
request-decline = Ablehnen
request-unsent = Deine Antwort wurde nicht abgeschickt:
request-held = Dieses Abzeichen gibt es hier schon seit dem { $date }.
request-by = Bitte von { $name }
request-today = seit heute
request-done-asked = Deine Bitte ist abgeschickt. Du erfährst die Antwort.
request-done-withdrawn = Du hast deine Bitte zurückgezogen. Du kannst wieder bitten.
request-done-approved = Angenommen: Das Abzeichen ist vergeben, und die Person erfährt es.
request-done-had = Angenommen. Das Abzeichen war inzwischen schon vergeben, deshalb gibt es keines doppelt.
request-done-more = Die Person erfährt, dass noch etwas fehlt.
request-done-declined = Abgelehnt, und die Person erfährt den Grund.
requests-badges = Bitten
requests-lede = Wer um ein Abzeichen bittet, die längste Wartezeit zuerst. Über die eigene Bitte entscheidet niemand.
requests-open = Es wartet
requests-none = Es wartet nichts auf dich.
requests-more = Weitere Bitten
requests-oldest = ← Älteste
requests-later = Spätere →
requests-decided = Entschieden
requests-own = Worum du gebeten hast
requests-waiting = { $count ->
    [one] Eine Bitte wartet
   *[other] { $number } Bitten warten
}
audit-badge-awarded = hat dieses Abzeichen vergeben:
audit-badge-taken-back = hat dieses Abzeichen zurückgenommen:
audit-badge-rule-set = hat die Regel dieses Abzeichens festgelegt:
audit-badge-rule-ended = hat die Regel dieses Abzeichens entfernt:

## Nachweise
credential = Nachweis
credential-says = Was er bescheinigt
credential-badge = Über dieses Abzeichen
credential-checked = Ob er gilt
credential-check-yourself = Diese Seite hat ihn eben geprüft. Du musst uns nicht glauben: Jedes Programm, das Open Badges 3.0 liest, kann es auch, oder du selbst hier:
credential-take = Mitnehmen
credential-take-text = Die Bilder tragen den Nachweis in sich, solange kein Programm sie verkleinert oder neu speichert. Wer eines bekommt, kann es ohne Konto prüfen.
credential-forgotten = Unter dieser Adresse wurde am { $date } ein Nachweis ausgestellt. Das Konto dazu ist beendet; deshalb ist hier nichts mehr von dem, was darin steht.
credential-verify-yours = Wenn du die Datei hast, kannst du sie hier prüfen.
credential-taken-back = Er wurde zurückgenommen und gilt nicht mehr.
credential-declined = Er wurde abgelehnt und gilt nicht mehr.
credential-leaked = Er gilt nicht mehr: Der Schlüssel, mit dem er unterschrieben wurde, ist nicht mehr sicher. Einen neuen Nachweis gibt es.
credential-superseded = Er gilt nicht mehr: Es wurde um einen neuen gebeten.
credential-yours = Nachweis
credential-coming = Der Nachweis wird ausgestellt. Gleich ist er da.
credential-renew = Neu ausstellen
credential-renew-text = Er wurde für eine andere E-Mail-Adresse ausgestellt, als du jetzt hast.
credential-no-longer = gilt nicht mehr
badge-done-renewed = Er wird neu ausgestellt, für deinen jetzigen Namen und deine jetzige Adresse. Der vorige gilt nicht mehr.

keys = Nachweise
keys-lede = Zu Abzeichen werden Nachweise ausgestellt, die alle prüfen können, unterschrieben mit einem Schlüssel dieser Gemeinschaft.
keys-did = Der Name der Gemeinschaft für Prüfprogramme:
keys-no-did = Es werden keine Nachweise ausgestellt: Die Adresse dieser Seite hat keinen Namen, unter dem man sie kennen könnte. Setze base_url auf einen.
keys-none = Noch gibt es keinen Schlüssel. Er entsteht mit dem ersten Abzeichen, das vergeben wird.
keys-issued = { $count ->
    [one] Ein Nachweis wurde ausgestellt.
   *[other] { $number } Nachweise wurden ausgestellt.
}
keys-signed = { $count ->
    [one] hat einen Nachweis unterschrieben
   *[other] hat { $number } Nachweise unterschrieben
}
keys-current = In Gebrauch
keys-replaced = Ersetzt
keys-leaked = Nicht mehr sicher
keys-since = seit { $date }
keys-until = bis { $date }
keys-change-or-leaked = Wechseln oder widerrufen
keys-change-text = Ab und zu als Vorsicht. Was dieser Schlüssel unterschrieben hat, bleibt gültig; sein Geheimnis wird gelöscht.
keys-change = Neuen Schlüssel nehmen
keys-leaked-text = Wenn ihn jemand anders haben könnte, vielleicht mit einer Kopie der Datenbank. Alles, was er je unterschrieben hat, gilt sofort nicht mehr, denn wer ihn gestohlen hat, schreibt jedes Datum. Alle bekommen von selbst neue Nachweise und erfahren davon. Das lässt sich nicht rückgängig machen.
keys-revoke = Der Schlüssel ist nicht mehr sicher
keys-done-changed = Ab jetzt unterschreibt ein neuer Schlüssel.
keys-done-leaked = Der Schlüssel ist widerrufen, und alle bekommen neue Nachweise.
audit-key-replaced = hat diesen Schlüssel ersetzt:
audit-key-leaked = hat diesen Schlüssel widerrufen:

## Die Prüfung
verify = Nachweis prüfen
verify-lede = Für Abzeichen und Zertifikate, egal von wem: Open Badges 3.0 und 2.0. Du brauchst kein Konto.
verify-look = Prüfen
verify-file = Datei
verify-file-hint = JSON, JWT oder ein Bild, in dem ein Abzeichen steckt (PNG, SVG). Bis 16 MB.
verify-text = Oder der Text
verify-text-hint = JSON oder JWT, oder die Adresse eines Abzeichens der Version 2.0.
verify-privacy = Nichts davon wird aufbewahrt, auch nicht, dass du gefragt hast. Schlüssel und Listen werden bei der ausstellenden Stelle geholt.
verify-found = Was sich ergeben hat
verify-says-hint = Glaube das nur so weit, wie die Antworten oben reichen.
verify-head-sound = Nichts spricht dagegen. Er ist von { $name }.
verify-head-changed = Er ist nicht so, wie er unterschrieben wurde.
verify-head-key = Er ist mit einem Schlüssel unterschrieben, für den die ausstellende Stelle nicht einsteht.
verify-head-unknown = Ob er so ist, wie er unterschrieben wurde, lässt sich hier nicht sagen.
verify-head-not-shown = Unterschrift unversehrt, aber nicht erwiesen, dass er von { $name } ist.
verify-head-revoked = Er ist echt, aber wer ihn ausgestellt hat, hat ihn zurückgenommen.
verify-head-suspended = Er ist echt, gilt aber zurzeit nicht.
verify-head-expired = Er ist echt, aber abgelaufen.
verify-head-not-yet = Er ist echt, gilt aber noch nicht.
verify-head-part = Er ist echt; ob er noch gilt, war nicht zu erfahren.
verify-nobody-named = der genannten Stelle
verify-intact = Unterschrift
verify-intact-yes = Unversehrt: Er ist so, wie er unterschrieben wurde.
verify-intact-no = Sie stimmt nicht: Etwas wurde geändert, oder ein anderer Schlüssel hat unterschrieben.
verify-intact-key = Für den Schlüssel steht die ausstellende Stelle nicht ein; deshalb zeigt die Unterschrift nichts.
verify-intact-unsigned = Niemand hat ihn unterschrieben.
verify-intact-suite = Er ist auf eine Art unterschrieben, die hier nicht unterstützt wird.
verify-intact-unknown = Sie ließ sich nicht prüfen.
verify-issuer = Ausgestellt von
verify-issuer-shown = Erwiesen: { $name }. Der Schlüssel ist dort veröffentlicht.
verify-issuer-not = Nicht erwiesen, dass er von { $name } ist.
verify-issuer-another = Er nennt { $name }, ist aber von jemand anderem unterschrieben.
verify-issuer-key = Er nennt { $name }, aber woher der Schlüssel kommt, zeigt nicht, wem er gehört.
verify-issuer-nobody = Er sagt nicht, wer ihn ausgestellt hat.
verify-status = Status
verify-status-none = Er sagt nichts darüber, ob er zurückgenommen werden kann.
verify-status-good = Nicht zurückgenommen.
verify-status-revoked = Von der ausstellenden Stelle zurückgenommen.
verify-status-suspended = Zurzeit ausgesetzt.
verify-status-unknown = Nicht bekannt: Es war nicht zu erfahren.
verify-dates = Zeitraum
verify-dates-always = Er gilt und läuft nicht ab.
verify-dates-until = Er gilt bis { $date }.
verify-dates-from = Er gilt erst ab { $date }.
verify-dates-over = Er ist am { $date } abgelaufen.
verify-dates-unreadable = Seine Daten lassen sich nicht lesen.
verify-note = Hinweis
verify-note-proof = Er hat eine weitere Unterschrift, die hier nicht zählt: { $name }.
verify-note-status = Ob er zurückgenommen ist, veröffentlicht jemand anders: { $name }.
verify-note-no-badge = Er ist ein unterschriebenes Dokument, aber kein Abzeichen einer Art, die hier bekannt ist.
verify-note-version-2 = Er wurde für Open Badges 2.0 geschrieben; dort zählt, was bei der ausstellenden Stelle liegt.
verify-note-bearer = Er nennt niemanden: Wer ihn hat, kann ihn vorzeigen.
verify-claim-name = Name
verify-claim-holder = Für
verify-claim-issuer = Ausgestellt von
verify-claim-awarded = Erreicht
verify-claim-issued = Ausgestellt
verify-claim-description = Worum es geht
verify-claim-criteria = Was es dafür brauchte
verify-not-baked = In diesem Bild steckt kein Abzeichen. Ein Bild, das von einer Seite gespeichert, über einen Messenger geschickt oder verkleinert wurde, hat es verloren: Bitte um die Datei, die der Knopf zum Herunterladen gibt.
verify-several = In diesem Bild steckt mehr als ein Abzeichen; deshalb ist nicht klar, was es sagt.
verify-too-large = Das ist zu groß.
verify-damaged = Das ist beschädigt oder unvollständig und lässt sich nicht lesen.
verify-refused = Das ist auf eine Art unterschrieben, die nichts beweist.
verify-something-else = Das ist kein Nachweis.
verify-unreachable = Was unter dieser Adresse liegt, ließ sich nicht holen.

# Abschluss, Zertifikate, Bestätigungen
completion = Abschluss
completion-off = Es gibt keine Zertifikate.
completion-automatic = Zertifikate kommen von selbst, einige Minuten nachdem alles getan ist.
completion-signed = Die Kursleitung unterschreibt jedes Zertifikat.
completion-number-wrong = Gib eine ganze Zahl von 0 bis 200 ein.
completion-hours-wrong = Gib Stunden ein, etwa 36, 36,5 oder 36:30, höchstens 12.000.
completion-long-200 = Das ist zu lang: höchstens 200 Zeichen.
completion-long-400 = Das ist zu lang: höchstens 400 Zeichen.
completion-hand-in = „{ $title }“ abgeben
completion-hand-in-one = Eines davon abgeben: { $titles }
completion-posts-in = { $count ->
    [one] In einem Modul einen Beitrag schreiben
   *[other] In { $number } Modulen je einen Beitrag schreiben
}
completion-reviews-given = { $count ->
    [one] Eine Rückmeldung geben
   *[other] { $number } Rückmeldungen geben
}
completion-so-far = { $done } von { $asked }
completion-finished = Du hast alles getan und am { $date } abgeschlossen.
completion-nothing-yet = Der Kurs verlangt bisher nichts.
completion-left = { $count ->
    [one] Eines fehlt noch.
   *[other] { $number } Dinge fehlen noch.
}
completion-none = Dieser Kurs stellt keine Zertifikate aus. Was er verlangt, steht trotzdem hier.
completion-state-early = Eine Teilnahmebestätigung bekommst du, sobald du den Kurs verlassen hast oder er vorbei ist.
completion-asked = Was dazugehört
completion-done = Getan
completion-missing = Fehlt
completion-take-text = Dein Zertifikat kommt in einigen Minuten von selbst. Du kannst es auch jetzt gleich haben.
completion-take = Zertifikat jetzt holen
completion-waits = Du hast alles getan. Dein Zertifikat wartet auf die Unterschrift der Kursleitung.
completion-state-text = Sie sagt, woran du bis jetzt teilgenommen hast: Zeitraum, was du getan hast, die geplanten Stunden und die Lernziele, die du gezeigt hast.
completion-state-hours = Auch sagen, wie viele Stunden und Live-Treffen ich in meinem Lerntagebuch für diesen Kurs festgehalten habe
completion-state = Bestätigung holen
completion-state-held = Du hast ein Zertifikat dieses Kurses, das mehr sagt.
completion-waiting = Haben alles getan
completion-had-one = Hatte eines, das widerrufen wurde
completion-sign = Zertifikat unterschreiben
completion-sign-all = Alle diese unterschreiben
completion-rule = Was zum Abschluss gehört
completion-rule-text = Alle nötigen Aufgaben, pünktlich oder verspätet abgegeben, und was du hier verlangst.
completion-lapsing = Diese sind nicht mehr nötig, zählen hier aber, bis du angesehen hast, wen das betrifft, und gespeichert hast:
completion-which = Ändern, welche Aufgaben nötig sind
completion-concerns = Noch ist nichts gespeichert. Das betrifft:
completion-save = So speichern
completion-posts = Beiträge, in so vielen Modulen
completion-reviews = Gegebene Rückmeldungen
completion-awarding = Zertifikate
completion-on-paper = Was auf dem Zertifikat steht
completion-hours = Geplante Kontaktstunden
completion-hours-hint = Etwa 36,5 oder 36:30. Titel, Zeitraum und Lernziele kommen aus dem Kurs.
completion-provider = Anbieter
completion-address = Anschrift des Anbieters
completion-signatory = Wer unterschreibt
completion-role = In welcher Funktion
completion-role-usual = Kursleitung
completion-approval = Anerkennung
completion-approval-hint = Nur wenn ein Berufsverband diesen Kurs anerkannt hat: die Zeile, wie er sie wünscht, mit ihrer Nummer.
completion-shown-by = Welche Aufgabe welches Lernziel zeigt
completion-shown-by-hint = Für Teilnahmebestätigungen: Ein Lernziel gilt als erreicht, sobald seine Aufgabe abgegeben ist.
completion-shown-by-none = Keine
completion-look = Ansehen, wen es betrifft
completion-look-hint = Dadurch wird nichts gespeichert.
completion-issued = Ausgestellt
completion-issued-none = Noch wurde nichts ausgestellt.
completion-more = Weitere Zertifikate
completion-keep = { $count ->
    [one] Wer ein Zertifikat hat, behält es, wie es ist: eine Person.
   *[other] Wer ein Zertifikat hat, behält es, wie es ist: { $number } Personen.
}
completion-gain = { $count ->
    [one] Eine Person hat dann alles getan:
   *[other] { $number } Personen haben dann alles getan:
}
completion-lose = { $count ->
    [one] Eine Person hat jetzt alles getan und dann nicht mehr:
   *[other] { $number } Personen haben jetzt alles getan und dann nicht mehr:
}
completion-nobody = Für niemanden sonst ändert sich, ob der Kurs abgeschlossen ist.
completion-undrawn = Kein Zertifikat für { $name }: Keine Schrift hier hat „{ $sign }“. Der Name auf Zertifikaten lässt sich anders angeben, oder der Betrieb der Seite fügt eine Schrift hinzu.
completion-done-saved = Gespeichert. Was ausgestellt ist, bleibt, wie es ist.
completion-done-signed = Unterschrieben. Wer es bekommt, erfährt es.
completion-done-revoked = Widerrufen. Die Seite dazu sagt es sofort.
completion-changed-meanwhile = Inzwischen wurde das geändert. Was du eingegeben hast, steht noch hier; sieh noch einmal nach, wen es betrifft.
audit-completion-changed = änderte, was zum Abschluss gehört, im Kurs
audit-certificate-issued = stellte ein Zertifikat aus im Kurs
audit-certificate-revoked = widerrief ein Zertifikat im Kurs
paper-certificate = Abschlusszertifikat
paper-statement = Teilnahmebestätigung
paper-hours = { $count ->
    [one] 1 Stunde
   *[other] { $number } Stunden
}
paper-did-handed-in = { $count ->
    [one] 1 Aufgabe abgegeben
   *[other] { $number } Aufgaben abgegeben
}
paper-did-posts = { $count ->
    [one] 1 Beitrag
   *[other] { $number } Beiträge
}
paper-did-comments = { $count ->
    [one] 1 Kommentar
   *[other] { $number } Kommentare
}
paper-did-reviews = { $count ->
    [one] 1 Rückmeldung zur Arbeit anderer
   *[other] { $number } Rückmeldungen zur Arbeit anderer
}
paper-did-sessions = { $count ->
    [one] 1 Live-Treffen besucht, nach eigener Aufzeichnung
   *[other] { $number } Live-Treffen besucht, nach eigener Aufzeichnung
}
paper-named-certificate = Abschlusszertifikat: { $title }
paper-named-statement = Teilnahmebestätigung: { $title }
paper-course-days = Kurszeitraum
paper-contact = Geplante Kontaktstunden
paper-statement-criteria = Teilnahme im angegebenen Zeitraum.
paper-logged = Stunden nach eigener Aufzeichnung
paper-took-part = Teilnahme
paper-finished = Abgeschlossen am
paper-issued = Ausgestellt am
paper-completed = hat diesen Kurs abgeschlossen:
paper-participated = hat an diesem Kurs teilgenommen:
paper-asked = Was dazugehörte
paper-asked-done = Davon bisher getan, was der Kurs verlangt
paper-outcomes = Was man danach kann
paper-outcomes-met = Bisher gezeigte Lernziele
paper-outcomes-other = Lernziele, auf die der Kurs hinarbeitet
paper-did = Was getan wurde
paper-check = Ob dieses Dokument echt und unverändert ist, zeigt diese Adresse, oder der Code:
paper-genuine = Diese Datei ist echt und unverändert.
paper-another = Diese Datei ist echt und unverändert, und hat eine eigene Seite.
paper-changed = Diese Datei wurde verändert, nachdem sie ausgestellt wurde. Es gilt, was auf der Seite dazu steht.
paper-foreign = Diese Datei wurde nicht hier ausgestellt.
paper-too-large = Diese Datei ist zu groß: höchstens 16 MB.
papers-look = Zertifikat prüfen
papers-look-lede = Ob ein Zertifikat oder eine Teilnahmebestätigung von hier echt ist. Ein Konto ist nicht nötig.
paper-code = Code
paper-code-hint = Er steht neben dem quadratischen Code, etwa 7f3k-9m2q-….
paper-code-wrong = Das ist kein Code: Er hat 20 Buchstaben und Ziffern, und nie ein I, L, O oder U.
paper-code-unknown = Unter diesem Code wurde hier nichts ausgestellt.
paper-file = Oder das PDF
paper-pdf = PDF-Datei
paper-file-hint = So, wie du es bekommen hast, nicht gedruckt oder neu gespeichert. Bis 16 MB.
paper-privacy = Nichts davon wird aufbewahrt, auch nicht, dass gefragt wurde.
paper-holder = Name
paper-course = Kurstitel
paper-issuer = Anbieter
paper-signatory = Unterschrieben von
paper-revoked-at = Widerrufen am { $date }:
paper-revoked = Widerrufen
paper-counts = Ausgestellt von { $community }, und gültig.
paper-says = Was bescheinigt wurde
paper-take = Mitnehmen
paper-compare = Eine Datei damit vergleichen
paper-compare-text = Wenn dir jemand ein PDF mit diesem Code gegeben hat: Sieh nach, ob es so ist, wie es ausgestellt wurde.
paper-compare-button = Vergleichen
paper-to-it = Ansehen
papers-own = Deine Zertifikate
papers-own-lede = Abschlusszertifikate und Teilnahmebestätigungen, wie sie ausgestellt wurden.
papers-own-none = Du hast noch keine Zertifikate.
papers-courses = Wie weit du in deinen Kursen bist
papers-yours = Für dich ausgestellt
paper-name = Dein Name auf Zertifikaten
paper-name-hint = Wenn leer: { $name }. Was ausgestellt ist, behält seinen Namen.
paper-name-undrawn = Dieser Name hat ein Zeichen, das sich hier nicht drucken lässt.
paper-name-change = Name ändern
paper-undrawn = Keine Schrift hier hat „{ $sign }“ aus deinem Namen; so lässt sich nichts ausstellen. Schreib ihn anders, oder bitte den Betrieb der Seite um eine Schrift dafür.
paper-called = Darauf steht dein Name so: { $name }.
paper-named = Die Seite dazu nennt deinen Namen
paper-unnamed = Die Seite dazu nennt deinen Namen nicht
paper-hide-name = Meinen Namen auf der Seite verbergen
paper-show-name = Meinen Namen auf der Seite nennen
papers-done-name = Gespeichert. Was ab jetzt ausgestellt wird, nennt dich so.
papers-done-shown = Die Seite dazu nennt jetzt deinen Namen.
papers-done-hidden = Die Seite dazu nennt deinen Namen nicht mehr.
paper-revoke = Widerrufen
paper-revoke-text = Für das, was irrtümlich oder auf einen falschen Namen ausgestellt wurde. Die Seite und der Nachweis sagen es dann. Danach kannst du ein neues unterschreiben.
paper-why-long = Das ist zu lang: höchstens 300 Zeichen.
paper-forgotten = Jemand, dessen Konto beendet ist
## Berufsverbände
bodies = Berufsverbände
bodies-lede = Was dein Berufsverband als Nachweis des Lernens verlangt, und wie dein Tagebuch dazu steht. Das siehst nur du, bis du etwas einreichst.
bodies-own = Deine
bodies-none = Du hast noch keinen gewählt. Wähle den, dem du berichtest; derselbe Eintrag kann für zwei gelten.
bodies-offered = Zur Auswahl
bodies-none-offered = Es gibt keinen zur Auswahl. Die Organisation kann deinen hinzufügen.
bodies-offered-text = Fehlt deiner oder ist er veraltet, dann sag es der Organisation. Ob etwas zählt, entscheidet der Verband.
bodies-manage-lede = Was Mitglieder neben ihrem Lerntagebuch wählen können. Was mit dem Programm kommt, ist ein Anfang: Bitte bei den Verbänden prüfen, denn Regeln ändern sich. Was hier einmal gespeichert wurde, ändert keine Aktualisierung mehr.
body-pick = Wählen
body-note = Was er verlangt
body-note-hint = In eigenen Worten, für die Mitglieder. Sie lesen es, bevor sie wählen.
body-default-of = Eine Vorgabe vom { $date }, hier nicht von der Organisation geprüft: bitte beim Verband prüfen.
body-default = Eine Vorgabe, hier nicht von der Organisation geprüft: bitte beim Verband prüfen.
body-checked = Von der Organisation gepflegt, Stand { $date }.
body-of-organisers = Von der Organisation gepflegt.
body-retired = nicht angeboten
body-retired-text = Er wird hier nicht mehr angeboten. Wer ihn gewählt hat, behält ihn.
body-too-many = Du hast 20 Verbände gewählt. Gib zuerst einen auf.
body-behind = Vorgabe seither geändert
body-behind-text = Die Vorgabe wurde geändert, seit diese Fassung eine eigene ist. Eine Kopie der Vorgabe zeigt, wie.
body-picks = { $count ->
    [one] Von einem Mitglied gewählt
   *[other] Von { $number } Mitgliedern gewählt
}
body-picks-change = { $count ->
    [one] Ein Mitglied hat ihn gewählt und sieht Änderungen sofort.
   *[other] { $number } Mitglieder haben ihn gewählt und sehen Änderungen sofort.
}
body-offer = Wieder anbieten
body-retire = Nicht mehr anbieten
body-copy = Kopieren
body-new = Neuer Berufsverband
body-change = Was ein Berufsverband verlangt
body-done-picked = Du hast ihn gewählt.
body-done-dropped = Er ist aufgegeben. Dein Tagebuch ist, wie es war.
body-done-settled = Die Einstellungen sind gespeichert.
body-done-mapped = Es ist gespeichert, wohin der Eintrag gehört.
body-done-mapped-all = Für das Markierte ist es gespeichert.
body-done-unmapped = Der Eintrag sagt wieder selbst, wohin er gehört.
body-done-written = Dein Text ist gespeichert.
body-done-explained = Deine Begründung ist gespeichert.
body-done-begun = Er kann jetzt gewählt werden.
body-done-changed = Die Änderungen sind gespeichert.
body-done-retired = Er wird nicht mehr angeboten.
body-done-offered = Er wird wieder angeboten.
body-done-default = Er folgt wieder der Vorgabe.
body-changed-meanwhile = Das wurde in einem anderen Fenster geändert. Was eingegeben wurde, steht noch hier; beim Speichern ersetzt es das andere.
body-profiles-full = Es gibt schon 200, mehr passen nicht hinein.

# Was da ist
body-standing = Was da ist und was fehlt
body-in-period = In diesem Zeitraum
body-what = Was
body-there = Vorhanden
body-asks = Verlangt
body-verdict = Ergibt
body-in-all = Insgesamt
body-hours = { $amount } Kontaktstunden
body-units = { $amount } { $unit }
body-under = unter { $amount }
body-minutes = { $number } min
body-entries-of = { $count ->
    [one] 1 Eintrag
   *[other] { $number } Einträge
}
body-percent = { $share } %
body-between = { $least } bis { $most }
body-least-of = mindestens { $least }
body-most-of = höchstens { $most }
body-asked-is = verlangt: { $asked }
body-missing = noch { $amount }
body-over = { $amount } mehr als verlangt
body-enough = genug
body-of-all = { $there } von { $all }
body-carried = Aus dem Zeitraum davor übernommen
body-longer = { $count ->
    [one] Im Monat bis zum Ende des Zeitraums
   *[other] In den { $number } Monaten bis zum Ende des Zeitraums
}
body-proven = Einträge, für die es einen Beleg gibt
body-said-enough = Einträge mit so vielen Wörtern wie verlangt ({ $asked })
body-none-of-these = Nichts davon
body-spread = Verschiedene, zu denen es einen Eintrag gibt
body-rounding = { $one }. Erst werden die Minuten zusammengezählt, dann einmal auf { $step } gerundet.
body-untimed = { $count ->
    [one] Bei einem Eintrag ist keine Zeit notiert.
   *[other] Bei { $number } Einträgen ist keine Zeit notiert.
}
body-lost = { $count ->
    [one] Ein Eintrag gehört zu etwas, das in keiner Liste mehr steht. Sag neu, wohin er gehört.
   *[other] { $number } Einträge gehören zu etwas, das in keiner Liste mehr steht. Sag neu, wohin sie gehören.
}
body-nothing-cut = Hier wird nichts erzwungen und nichts gekürzt. Was zählt, entscheidet der Verband.
body-periods = Andere Zeiträume
body-words-of = { $count ->
    [one] 1 Wort
   *[other] { $number } Wörter
}
body-words-short = { $words }, weniger als verlangt: { $asked }
body-words-good = { $words }, wie verlangt: { $asked }
body-words-long = { $words }, mehr als verlangt: { $asked }

# Lücken, Texte, was eingereicht wird
body-gaps = Zeit ohne Einträge
body-gaps-text = Das siehst nur du. Wenn du eine Begründung schreibst, steht sie unter den Einträgen in dem, was du einreichst.
body-gap-closed = Inzwischen gibt es Einträge in dieser Zeit. Die Begründung bleibt, bis du sie leerst.
body-gap-row = Keine Einträge
body-reason-too-long = Höchstens 1.000 Zeichen.
body-texts = Was sonst verlangt wird
body-texts-text = Schreib es hier, oder notiere, wo es liegt. Die Wörter werden gezählt, nichts wird gekürzt.
body-text-of-yours-too-long = Höchstens 20.000 Zeichen. Was du geschrieben hast, steht noch hier.
body-asked-no-more = nicht mehr verlangt
body-hand-in = Zum Einreichen
body-hand-in-text = Für den Zeitraum oben. Nichts wird irgendwohin geschickt: Du druckst oder speicherst es und reichst es selbst ein.
body-table = Tabelle der Einträge (CSV)
body-statement = Aufstellung der Summen
body-covering = Begleitschreiben
body-verification = Bestätigungsschreiben
body-letter-text = Zum Drucken, oder zum Kopieren in einen eigenen Brief.
body-longer-table = Hier stehen die ersten 3.000 Einträge. Die Tabelle hat alle.

# Einstellungen
body-settings = Einstellungen
body-begins-own = Dein Zeitraum beginnt am
body-begins-own-hint = Der erste Tag, wie er auf deinem Zeugnis oder in deiner Registrierung steht. Spätere Zeiträume folgen ihm.
body-needs-day = Die Zeiträume beginnen an einem eigenen Tag. Bis du sagst, an welchem, werden sie von heute an gezählt.
body-which = Welche Einträge zählen
body-which-all = Alle des Zeitraums, außer denen, die ich auslasse
body-which-chosen = Nur die, die ich auswähle
body-drop = Diesen Verband aufgeben
body-drop-text = Was du dafür gesagt und geschrieben hast, ist dann endgültig weg: wohin Einträge gehören, Texte und Begründungen. Dein Tagebuch bleibt, wie es ist.

# Einträge
body-entries = Einträge und wohin sie gehören
body-no-entries = In diesem Zeitraum gibt es keine Einträge.
body-entries-text = Einträge gehören dahin, wo sie nach ihren eigenen Angaben hingehören: was du getan hast, und wie. Ändere, was anders ist.
body-left = ausgelassen
body-map = Wohin er gehört
body-counts-here = Er zählt für diesen Verband
body-by-itself = Wie der Eintrag sagt: { $name }
body-lost-name = nicht mehr in der Liste
body-proof-of = Beleg
body-proof-of-hint = Zum Beispiel: Zeugnis in meinem Ordner. Auch eine Adresse im Eintrag oder das, wozu er hier gehört, ist ein Beleg.
body-marked = Was du markiert hast
body-marked-as-is = wie bisher
body-marked-count = Es zählt
body-marked-leave = Auslassen
body-unmap = Wie der Eintrag sagt

# Das Formular der Organisation
body-form-lede = Alles außer Name und Zeitraum kann leer bleiben. Mitglieder lesen es in der Sprache des Verbands.
body-name = Name
body-who = Wen es betrifft
body-language = Sprache seiner Worte
body-as-of = Stand
body-sources = Wo das steht
body-period = Zeitraum
body-months = Monate
body-begins = Erster Tag eines Zeitraums
body-begins-hint = Irgendeiner; die anderen folgen ihm. Leer: Jedes Mitglied hat einen eigenen.
body-amount = Wie viel
body-counts = Was gezählt wird
body-counts-time = Zeit
body-counts-entries = Einträge
body-counts-nothing = Nichts
body-least = Mindestens
body-most = Höchstens
body-unit = Name der Einheit
body-unit-hint = Leer: Kontaktstunden. Manche Namen gehören jemandem.
body-unit-minutes = Minuten von einer
body-step = Gerundet auf
body-step-hint = Erst werden die Minuten zusammengezählt, dann einmal gerundet.
body-longer-months = Monate, die zusammen betrachtet werden
body-longer-hint = Falls über mehrere Zeiträume mehr verlangt wird.
body-longer-least = In diesen Monaten mindestens
body-carry = Übernommen werden höchstens
body-carry-of = Nur von
body-carry-of-hint = Ein Name der ersten Liste. Leer: von allem.
body-each-entry = Jeder Eintrag
body-words-least = Wörter, mindestens
body-words-most = Wörter, höchstens
body-gap-months = Lücken begründen ab, in Monaten
body-proof = Was als Beleg gilt
body-proof-hint = Leer: Es wird keiner verlangt.
body-list1 = Erste Liste
body-list1-hint = Für Kategorien: Ein Eintrag gehört zu einer davon.
body-list2 = Zweite Liste
body-list2-hint = Für Bereiche, Kriterien oder Standards: Ein Eintrag kann zu mehreren gehören.
body-list3 = Dritte Liste
body-list-title = Wie der Verband sie nennt
body-list-spread = Einträge in mindestens so vielen davon
body-list = Die Liste
body-list-hint = Je eine Zeile: Name; mindestens; höchstens; was von selbst dahin gehört. Zum Beispiel: Risiko; 10; 20 %; structured. Das Letzte kann others, alone, structured, unstructured, planned oder proof sein, oder eine Art: read, watch, course, event, write, discuss, practise, teach, review, other.
body-output = Was eingereicht wird
body-asked = Was sonst verlangt wird
body-asked-hint = Je eine Zeile: Name; Wörter mindestens; Wörter höchstens.
body-columns = Spalten der Tabelle
body-columns-hint = Je eine Zeile: was sie enthält; wie der Verband sie nennt. Sie kann enthalten: { $words }.
body-letters-hint = Leer: Es gibt keins. Es kann { $name }, { $body }, { $from }, { $until }, { $entries }, { $total } und { $texts } enthalten.
body-verification-hint = Für die Person, die den Nachweis bestätigt: dass sie ihn gesehen hat, nicht, was darin steht. Leer: Es gibt keins.
body-columns-usual =
    date; Datum
    title; Aktivität
    hours; Stunden
    learned; Was ich gelernt habe
    proof; Beleg
body-covering-usual =
    Guten Tag,

    hiermit reiche ich meinen Nachweis für { $body } ein, für den Zeitraum vom { $from } bis { $until }. Er umfasst { $entries }; insgesamt { $total }.

    { $texts }

    { $name }
body-verification-usual =
    Guten Tag,

    ich habe den Lernnachweis gesehen, den { $name } für { $body } führt, für den Zeitraum vom { $from } bis { $until }. Soweit ich weiß, ist er richtig.

    Dieses Schreiben wiederholt nicht, was darin steht.

    Name:
    Funktion:
    Adresse:
    Datum und Unterschrift:
body-back-to-default = Zurück zur Vorgabe
body-back-to-default-text = Was hier geändert wurde, ist dann endgültig weg, und es gilt wieder, was mit dem Programm kommt.
body-number-wrong = Bitte eine ganze Zahl eingeben, die hier möglich ist.
body-amount-wrong = Bitte eine Zahl bis 99.999 eingeben, etwa 20 oder 7,5.
body-lines-wrong = Eine Zeile ist nicht, wie sie sein soll: Name; mindestens; höchstens; was von selbst dahin gehört.
body-lines-twice = Ein Name steht zweimal da.
body-lines-too-many = Höchstens 60 Zeilen.
body-asked-wrong = Eine Zeile ist nicht, wie sie sein soll: Name; Wörter mindestens; Wörter höchstens.
body-columns-wrong = Eine Zeile ist nicht, wie sie sein soll: was sie enthält; wie der Verband sie nennt.
body-both-or-none = Bitte beides eingeben, Monate und wie viel, oder keins von beiden.
body-carry-of-wrong = Das steht in keiner Zeile der ersten Liste.
body-line-too-long = Höchstens 200 Zeichen.
body-text-too-long = Höchstens 4.000 Zeichen.
## Dossiers: was man von seinem Lernen zeigt
dossiers = Dossiers
dossiers-lede = Was du von deinem Lernen zeigen willst, und wem du willst. Niemand sieht etwas davon, bis du jemandem einen Link gibst.
dossiers-none = Hier ist noch nichts.
dossiers-none-how = Wähle einen Zeitraum; was du darin getan hast, wird aufgeführt, und du suchst daraus aus. Namen und Worte anderer werden ersetzt, bevor es jemand sieht. Private Nachrichten stehen nie darin.
dossiers-full = Mehr Dossiers lassen sich nicht aufbewahren. Bitte entferne erst eines.
dossier-new = Neues Dossier
dossier-new-lede = Für ein Jahresgespräch, einen Berufsverband oder für dich selbst. Alles hier kannst du später ändern.
dossier-begin = Anlegen
dossier-title = Titel
dossier-title-hint = Wem du es zeigst, liest das zuerst.
dossier-from = Von
dossier-until = Bis
dossier-until-hint = Speichere, wenn du den Zeitraum geändert hast; dann wird aufgeführt, was du darin getan hast.
dossier-until-wrong = Der letzte Tag kommt nach dem ersten.
dossier-period-too-long = Ein Dossier umfasst höchstens zehn Jahre.
dossier-line-too-long = Bitte höchstens 200 Zeichen.
dossier-text-too-long = Bitte höchstens 10.000 Zeichen.
dossier-lang = Sprache
dossier-lang-hint = Die, in der du den Rückblick schreibst.
dossier-private = Das siehst nur du. Was du teilst, ist eine Ausgabe davon; sie bleibt, wie sie ist, was du hier auch änderst.
dossier-done-saved = Gespeichert.
dossier-done-gone = Das Dossier ist entfernt.
dossier-done-edition-gone = Die Ausgabe ist entfernt, und mit ihr der Link.
dossier-reflection = Rückblick
dossier-reflection-hint = Was du gelernt hast, was daraus wurde, was als Nächstes kommt: Viele lesen nur das.
dossier-items = Was darin steht
dossier-items-text = Aus dem, was du in diesem Zeitraum getan hast. Dein Lerntagebuch gehört dir; gezeigt wird nur, was du hier auswählst, mit allem, was du dazu geschrieben hast.
dossier-items-none = In diesem Zeitraum hast du hier nichts getan.
dossier-chosen-of = ({ $chosen } von { $all })
dossier-choose-all = Alle auswählen
dossier-choose-none = Keine auswählen
dossier-go-on = Fürs Teilen durchsehen
dossier-go-on-hint = Es wird gespeichert. Geteilt wird noch nichts: Als Nächstes siehst du, wessen Namen und Worte darin stehen.
dossier-remove = Dossier entfernen
dossier-remove-text = Es geht für immer, mit allen Ausgaben, ihren Links und allem, was unterschrieben wurde.
dossier-courses = Kurse
dossier-badges = Abzeichen
dossier-agreements = Zugesagte Arbeitszeit
dossier-entries = Lerntagebuch
dossier-posts = Beiträge
dossier-comments = Kommentare
dossier-reviews = Rückmeldungen zu Arbeiten anderer
dossier-count-courses = { $count ->
    [one] ein Kurs
   *[other] { $number } Kurse
}
dossier-count-badges = { $count ->
    [one] ein Abzeichen
   *[other] { $number } Abzeichen
}
dossier-count-agreements = { $count ->
    [one] eine Zusage
   *[other] { $number } Zusagen
}
dossier-count-entries = { $count ->
    [one] ein Eintrag im Lerntagebuch
   *[other] { $number } Einträge im Lerntagebuch
}
dossier-count-posts = { $count ->
    [one] ein Beitrag
   *[other] { $number } Beiträge
}
dossier-count-comments = { $count ->
    [one] ein Kommentar
   *[other] { $number } Kommentare
}
dossier-count-reviews = { $count ->
    [one] eine Rückmeldung zur Arbeit anderer
   *[other] { $number } Rückmeldungen zu Arbeiten anderer
}
dossier-a-comment = Ein Kommentar
dossier-untitled = Ohne Titel

# Andere darin
dossier-share = Andere in deinem Dossier
dossier-share-lede = Sie haben sich nicht ausgesucht, von deinen Vorgesetzten gelesen zu werden. Was hier angekreuzt ist, wird beim Weitergehen ersetzt; dein eigener Name bleibt.
dossier-holds = In diesem Dossier:
dossier-nobody = Es wurden keine Namen und keine Zitate gefunden.
dossier-names = Namen
dossier-quotations = Was andere geschrieben haben
dossier-times = { $count ->
    [one] einmal
   *[other] { $number }-mal
}
dossier-more = Weitere Namen, die ersetzt werden sollen
dossier-more-hint = Einer in jeder Zeile: aus deinem Team zum Beispiel, wer nicht hier ist.
dossier-look-again = Noch einmal nachsehen
dossier-replace = Angekreuztes ersetzen
dossier-make = Ausgabe erstellen
dossier-make-hint = Damit entsteht eine Ausgabe. Bevor du einen Link erzeugst, siehst du sie ganz so, wie andere sie lesen.
dossier-changed-meanwhile = Seit diese Seite geöffnet wurde, hat sich in dem Dossier etwas geändert. Bitte sieh es noch einmal an.
dossier-empty = Noch steht nichts darin. Wähle erst etwas aus, oder schreib einen Rückblick.
dossier-too-large = Das ist zu viel für ein Dossier. Bitte wähle weniger aus oder einen kürzeren Zeitraum.
dossier-editions-full = Mehr Ausgaben lassen sich von diesem Dossier nicht aufbewahren. Bitte entferne erst eine.
dossier-a-participant = [jemand aus dem Kreis]
dossier-a-guide = [die Begleitung]
dossier-an-organiser = [jemand aus der Organisation]
dossier-words-of-a-participant = [Worte von jemand anderem]

# Ausgaben
dossier-editions = Ausgaben
dossier-editions-text = Eine Ausgabe ändert sich nie. Änderst du das Dossier, erstelle eine neue und gib deren Link weiter.
dossier-edition-of = Ausgabe vom { $date }
dossier-no-link = Niemand hat einen Link
dossier-open = Wer den Link hat, kann sie bis { $date } lesen
dossier-back = Zurück zum Dossier
dossier-link-text = Wer ihn hat, liest, was unten steht, und sonst nichts. Ein Konto ist nicht nötig. Dass jemand ihn geöffnet hat, wird nirgends festgehalten.
dossier-until-password = Er gilt bis { $date }, mit dem Passwort, das du gesetzt hast.
dossier-password = Passwort
dossier-password-hint = Mindestens zehn Zeichen. Schick es auf einem anderen Weg als den Link.
dossier-papers = Zum Mitnehmen
dossier-jsonld = Für andere Programme herunterladen (JSON-LD)
dossier-papers-text = Wer so eine Datei hat, kann erfahren, ob sie echt und unverändert ist, und sonst nichts, solange du diese Ausgabe behältst.
dossier-remove-edition = Diese Ausgabe entfernen
dossier-remove-edition-text = Mit ihr gehen der Link und alles, was unterschrieben wurde. Dateien, die weitergegeben wurden, lassen sich dann nicht mehr prüfen.
dossier-as-read = Wie andere sie lesen
dossier-by = { $name } · { $community }

# Was andere lesen
dossier-held-lede = Auf dieser Seite steht alles, was geteilt wird. Dass sie geöffnet wurde, erfährt niemand.
dossier-link-gone = Dieser Link führt nirgendwohin mehr: Er ist abgelaufen oder wurde zurückgenommen. Einen neuen gibt es dort, wo er herkam.
dossier-locked = Passwort nötig
dossier-locked-lede = Das Passwort kommt von dort, woher der Link kam.
dossier-unlock = Öffnen
dossier-password-wrong = Das ist nicht das Passwort.
dossier-period = Zeitraum
dossier-time = Aufgewendete Zeit
dossier-in-all = Insgesamt
dossier-done = Was getan wurde
dossier-verify = Prüfen
dossier-in-full = Im Einzelnen
dossier-where = Hier zu lesen
dossier-made-on = Erstellt am { $date }, seitdem unverändert.
dossier-check-file = Eine Datei prüfen

# Bestätigungen
attestations = Bestätigungen
attestations-text = Jemand unterschreibt, diese Ausgabe gesehen zu haben, und dass sie nach bestem Wissen stimmt. Dafür gibt es einen eigenen Link, der einen Monat gilt; unterschrieben wird mit Namen und einer Adresse, die bestätigt ist. Es gilt nur für diese Ausgabe.
attestations-full = Zu dieser Ausgabe sind genug Leute gefragt.
attestation-link = Link für die Bestätigung
attestation-role = Als
attestation-manager = Führungskraft
attestation-confirmer = Bestätigende Person
attestation-peer = Person aus dem Kollegium
attestation-partner = Person, mit der reflektiert wurde
attestation-assessor = Prüfende Person
attestation-to-name = Wen du bittest
attestation-ask = Link erzeugen
attestation-somebody = Jemand
attestation-signed = Bestätigt von
attestation-signed-on = { $date }, bestätigt über { $email }
attestation-means = Eine Bestätigung besagt, dass diese Aufzeichnung gesehen wurde und, soweit die unterschreibende Person weiß, stimmt.
attestation-lede = { $name } bittet darum, diese Aufzeichnung zu bestätigen. Rolle: { $role }. Ein Konto ist nicht nötig; dass die Seite geöffnet wurde, erfährt niemand.
attestation-sign = Diese Aufzeichnung bestätigen
attestation-position = Funktion
attestation-email-hint = Dorthin geht ein Code. Die Adresse steht neben dem Namen, wo alle sie sehen, die die Aufzeichnung lesen.
attestation-go-on = Weiter
attestation-privacy = { $name } und alle, die diese Aufzeichnung lesen, sehen Name, Funktion, Adresse und Anmerkung.
attestation-code-text = An { $email } ging ein Code. Die Unterschrift zählt, sobald er hier eingegeben ist.
attestation-confirm = Unterschreiben
attestation-code-again = Etwas ändern
attestation-code-over = Dieser Code gilt nicht mehr: Er ist zu alt oder wurde zu oft vertippt. Bitte noch einmal unterschreiben.
attestation-done = Unterschrieben
attestation-done-text = Vielen Dank. Die Unterschrift steht in dieser Ausgabe und in keiner anderen.
letter-attestation-code = Das ist der Code für die Unterschrift unter die Aufzeichnung von { $name }:
letter-attestation-code-subject = { $community }: der Code für die Unterschrift
letter-attestation-code-after = Er gilt eine halbe Stunde. Wurde nichts unterschrieben, hat jemand anderes diese Adresse eingegeben; ohne den Code geschieht nichts.
letter-attestation-signed = { $name } hat „{ $title }“ bestätigt.
letter-attestation-subject = Bestätigt: { $title }

# Eine Datei prüfen
genuine = Ist sie echt?
genuine-lede = Eine Aufzeichnung mit diesem Code wurde hier erstellt. Hier zeigt sich, ob eine Datei davon noch so ist, wie sie herausgegeben wurde. Sonst wird nichts gezeigt, und die Datei wird nicht aufbewahrt.
genuine-file = Datei
genuine-file-hint = Die Datei selbst; ein Ausdruck oder Scan lässt sich nicht vergleichen.
genuine-look = Prüfen
genuine-yes = Echt und unverändert.
genuine-earlier = Echt und unverändert. Es gibt eine spätere Fassung mit mehr Unterschriften.
genuine-no = Diese Datei wurde hier nicht mit diesem Code herausgegeben, oder sie wurde verändert.
