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
watch-conversation = Gespräch
watch-blog = Blog
watch-term = Schlagwort
watch-member = Person
