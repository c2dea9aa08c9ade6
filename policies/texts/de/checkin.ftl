# reviewed-by: nobody yet
# lived-experience: unknown

## Befehle

help-checkin = eine kurze Frage nach deinem Tag, zu deiner Zeit; zeigt, wie es steht
help-quiet = ein paar Tage keine Fragen
help-pause = eine Weile keine Fragen, oder bis du wieder da bist
help-back = wieder Fragen
help-more = öfter fragen
help-less = seltener fragen
help-skip = heute keine Worte
help-trend = deine eigenen Antworten über ein paar Tage

checkin-how =
    Ich bin ein Programm. Ich kann einmal am Tag fragen, wie dein Tag ist, zu einer Zeit, die dir passt. Du kannst schreiben:

    - **!checkin um 8:30** oder **!checkin um 20 Uhr**: die Zeit
    - **!checkin jetzt**: ich frage sofort
    - **!checkin werktags** oder **!checkin täglich**: die Tage
    - **!checkin stopp**: keine Fragen mehr
    - **!checkin behalten**: ob ich deine Antworten behalte, ja oder nein
    - **!more** oder **!less**: öfter oder seltener
    - **!pause 2w** oder **!quiet 3d**: eine Pause. **!back** beendet sie
    - **!trend**: deine Antworten bisher

checkin-not-understood = Das habe ich nicht verstanden. Man schreibt es so: **!checkin um 8:30**, **!checkin jetzt**, **!checkin werktags** oder **!checkin stopp**.

checkin-hint = Ich habe das gelesen, kann aber nur sagen, was vorher für mich aufgeschrieben wurde. Ich frage, wie dein Tag ist: **!checkin** zeigt, wie das geht. **!crisis** zeigt Nummern, die jetzt antworten, und bringt einen Menschen, wenn du magst.

## Wie es steht

checkin-state-none = Wir haben noch keine Zeit. Schreib eine, die dir passt, zum Beispiel **!checkin um 8:30**.
checkin-state-on = Ich frage { $often } um { $time }, nach der Zeit in { $place }. Das nächste Mal: { $next }.
checkin-state-paused-until = Bis dahin ist Ruhe: Ich frage wieder am { $next }, nach der Zeit in { $place }. **!back** beendet die Pause.
checkin-state-paused = Jetzt ist Ruhe. Schreib **!back**, wenn ich wieder fragen soll.
checkin-state-stopped = Ich frage gerade nicht. Schreib **!back**, wenn ich wieder fragen soll.

checkin-often-daily = jeden Tag
checkin-often-weekdays = von Montag bis Freitag
checkin-often-thrice = dreimal in der Woche
checkin-often-weekly = einmal in der Woche

checkin-quiet-hours = Von { $start } bis { $end } bin ich still, darum geht { $time } nicht. Die nächste mögliche Zeit ist **!checkin um { $nearest }**.

checkin-no-more = Ich frage jeden Tag, öfter kann ich nicht. **!checkin jetzt** fragt sofort.
checkin-no-less = Ich frage einmal in der Woche, seltener kann ich nicht. **!pause 2w** macht eine Pause, **!checkin stopp** beendet es.

## Die Frage

checkin-prompt = Wie ist dein Tag? Tipp etwas an, oder schreib die Zahl oder das Wort.

checkin-value-1 = sehr schlecht
checkin-value-2 = schlecht
checkin-value-3 = mittel
checkin-value-4 = gut
checkin-value-5 = sehr gut
checkin-value-1-words = furchtbar, schrecklich, ganz schlecht, mies, elend
checkin-value-2-words = nicht gut, eher schlecht, nicht so gut
checkin-value-3-words = geht so, es geht, geht, okay, ok, so lala, naja, na ja, mittelmäßig
checkin-value-4-words = ganz gut, ziemlich gut
checkin-value-5-words = super, toll, prima, bestens, großartig

checkin-slower-thrice = Ein paar Fragen blieben ohne Antwort, und das ist in Ordnung. Ab jetzt frage ich dreimal in der Woche. **!more** macht es wieder öfter.
checkin-slower-weekly = Eine Weile kam keine Antwort, und das ist in Ordnung. Ab jetzt frage ich einmal in der Woche. **!more** macht es wieder öfter.
checkin-asleep = Lange kam keine Antwort, und das ist in Ordnung. Ich höre jetzt auf zu fragen, damit ich dich nicht störe. Ich fange gern wieder an: Schreib jederzeit **!back**. **!crisis** geht immer.

checkin-back-daily = Ich frage wieder jeden Tag. Mit **!less** wird es seltener.
checkin-back-thrice = Ich frage wieder dreimal in der Woche. Mit **!less** wird es seltener.
checkin-back-weekly = Ich frage wieder einmal in der Woche. **!checkin stopp** beendet es.

## Die Antwort

checkin-lines = { $lines }
checkin-noted = Danke. Ich habe notiert: { $number }, { $value }.
checkin-thanks-unkept = Danke, dass du es sagst: { $value }. Ich behalte deine Antworten nicht. Mit **!checkin behalten** würde sich das ändern.
checkin-care = Gut, dass du es mir gesagt hast. **!crisis** zeigt Nummern, die jetzt antworten, und bringt einen Menschen, wenn du magst.

checkin-closed = Diese Frage ist schon zu. **!checkin jetzt** fragt noch einmal. Wenn du einen Menschen möchtest, geht **!crisis** jederzeit.

checkin-words-ask = Wenn du magst, schreib ein paar Worte dazu. **!skip** ist auch in Ordnung.
checkin-words-kept = Ich habe deine Worte behalten. Nur du siehst sie.
checkin-words-unkept = Danke. Deine Worte behalte ich nicht.
checkin-words-crisis = Das habe ich nicht zu deinen Antworten gelegt. Wenn du einen Menschen möchtest, schreib **{ choice-yes }** oder **!crisis**.
checkin-skipped = In Ordnung. Heute keine Worte.
checkin-nothing-to-skip = Gerade gibt es nichts zu überspringen.

## Ein Gespräch

checkin-talk-ask = In letzter Zeit gab es ein paar sehr schwere Tage. Möchtest du mit einem Menschen aus unserem Team sprechen? Schreib **{ choice-yes }** oder **{ choice-no }**. Beides ist in Ordnung. Ein paar eigene Worte sind es auch.
checkin-talk-again = Möchtest du mit einem Menschen aus unserem Team sprechen? Schreib **{ choice-yes }** oder **{ choice-no }**.
checkin-talk-no = In Ordnung. Du kannst jederzeit **!crisis** schreiben, wenn du einen Menschen möchtest.
checkin-talk-yes =
    Ich habe dem Team gesagt, dass du gern sprechen möchtest. Wie bald das geht, kann ich nicht sagen. Diese Nummern antworten jetzt:

    { $lines }

## Antworten behalten

checkin-store-ask =
    Soll ich deine Antworten behalten, damit du mit **!trend** zurückschauen kannst?

    - Wenn ja: Der Wert und deine Worte werden verschlüsselt gespeichert. Nur du siehst sie.
    - Wenn mehrere sehr schwere Tage zusammenkommen, biete ich vielleicht ein Gespräch mit einem Menschen an.
    - Wenn nein: Ich frage trotzdem und behalte nichts von dem, was du sagst.

    Du kannst das jederzeit mit **!checkin behalten** ändern. Ein späteres Nein löscht, was ich behalten habe.
checkin-store-yes = Danke. Ab jetzt behalte ich deine Antworten. **!trend** zeigt sie.
checkin-store-no = In Ordnung. Ich behalte keine deiner Antworten.
checkin-deleted =
    { $count ->
        [one] Ich behalte deine Antworten nicht mehr. Die eine, die ich hatte, habe ich gelöscht.
       *[other] Ich behalte deine Antworten nicht mehr. Alle { $count }, die ich hatte, habe ich gelöscht.
    }

## Der Verlauf

checkin-trend =
    { $count ->
        [one] Deine Antworten, letzter Tag:
       *[other] Deine Antworten, letzte { $count } Tage:
    }

    { $days }

    { $figures }
checkin-trend-day = { $day }: { $bar } { $value } ({ $number } von 5)
checkin-trend-missing = { $days }: gefragt, keine Antwort
checkin-trend-unasked = { $days }: nicht gefragt
checkin-trend-counts = Tage mit Antwort: { $answered }. Gefragt, aber keine Antwort: { $missing }. Nicht gefragt: { $unasked }.
checkin-trend-middle = Durchschnitt: { $mean } von 5. Mittlerer Wert: { $median } von 5.
checkin-trend-few = Mit weniger als { $least } Antworten zeige ich keinen Durchschnitt.
checkin-trend-unkept = Ich behalte deine Antworten nicht, darum gibt es nichts zu zeigen. Mit **!checkin behalten** würde sich das ändern.
