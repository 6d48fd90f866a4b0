### Kurse und Kreise

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
field-moment-wrong = Gib Datum und Uhrzeit ein, zum Beispiel 2026-09-07T18:00.
