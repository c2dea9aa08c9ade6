# reviewed-by: nobody yet
# lived-experience: unknown

## Befehle

help-report = dem Team sagen, dass etwas nicht stimmt; sonst sieht niemand, dass du es warst
help-leaveme = ich schreibe dich ein paar Tage nicht darauf an, wie es dir geht
help-myflags = die Notizen, die ich über deine eigenen Nachrichten habe
help-cards = was darauf wartet, dass jemand hinsieht
help-claims = Behauptungen, die darauf warten, dass jemand hinsieht
help-flags = die nächsten Nachrichten der Tagesliste
help-card = eine Karte noch einmal sehen oder beantworten

## An ein Mitglied, unter vier Augen

moderation-gentle-line =
    Ich bin der Schutz-Bot, ein Programm, und lese in den Räumen mit. Du hast dort etwas geschrieben, das schwer klingt. Du brauchst nicht zu antworten.
    Wenn du einen Menschen möchtest oder eine Nummer, die jetzt antwortet, schreib hier **!crisis**.
    Wenn du solche Zeilen von mir nicht willst, tipp unten oder schreib **{ moderation-leave-me }**.

moderation-leave-me = lass mich
moderation-leave-me-words = lass mich in ruhe, bitte lass mich, lass mich bitte, lass mich sein, stopp, geh weg, nein danke

moderation-left-alone =
    In Ordnung. { $days ->
        [one] Einen Tag lang
       *[other] { $days } Tage lang
    } schreibe ich dich darauf nicht an. Nur wenn ich denke, dass du in Gefahr sein könntest, fragt ein Bot noch einmal. **!crisis** geht immer.

moderation-no-talker = Danke, dass du schreibst. Ich bin ein Programm und kann nicht mit dir darüber sprechen. Wenn du einen Menschen möchtest oder eine Nummer, die jetzt antwortet, schreib **!crisis**. Mit **!help** siehst du, was ich sonst kann.

moderation-report-heard =
    Danke, dass du uns das sagst. Das ist Meldung { $number }. Menschen aus dem Team sehen sie sich an. Sie sehen nicht, wer sie geschrieben hat. Was daraus wird, sage ich dir hier, wenn es geht innerhalb von { $hours ->
        [one] einer Stunde
       *[other] { $hours } Stunden
    }.

moderation-outcome-done = Zu deiner Meldung { $number }: Das Team hat hingesehen und etwas getan. Danke. Du hast geholfen, diesen Ort sicher zu halten.
moderation-outcome-escalate = Zu deiner Meldung { $number }: Das Team hat hingesehen. Jemand braucht vielleicht jetzt Hilfe, darum sind die Menschen im Krisendienst gefragt. Danke.
moderation-outcome-wrong = Zu deiner Meldung { $number }: Das Team hat hingesehen. Diesmal fand es nichts, was gegen unsere Regeln ist. Danke trotzdem. Wenn es weitergeht, kannst du wieder **!report** schreiben.

moderation-myflags =
    Das sind meine Notizen über deine Nachrichten. Deine Worte stehen nicht darin. Nur das Team im Dienst sieht sie:

    { $items }

moderation-myflags-item = - { $day }, Raum { $room }: { $what }. Bleibt bis { $until }. { $link }
moderation-myflags-none = Ich habe über keine deiner Nachrichten eine Notiz.

moderation-own-distress = es klang nach einer schweren Zeit
moderation-own-claim = vielleicht eine Behauptung über Gesundheit, die schaden kann
moderation-own-doubt = ich konnte nicht erkennen, was es heißt

## In einem Raum, unter einer Behauptung

moderation-note = Ein Hinweis vom Team, für alle, die hier lesen: Was einem Menschen hilft, kann einem anderen schaden. Bevor du ein Medikament änderst oder ein Heilmittel versuchst, ist es gut, in einer Praxis oder Apotheke zu fragen.

## Karten, für die Moderation

moderation-card =
    {""}**Karte { $number }.** { $what }
    { $why }
    Raum: { $room }
    Nachricht: { $link }

    { $below }

moderation-what-distress = Jemand hat es vielleicht schwer. Stufe: { $level }.
moderation-what-claim = Eine Behauptung über Gesundheit, die schaden kann.
moderation-what-doubt = Eine Nachricht konnte ich nicht beurteilen. Bitte sieh sie dir an.
moderation-what-report = Ein Mitglied hat etwas gemeldet.

moderation-tier-watch = beobachten
moderation-tier-soon = bald
moderation-tier-now = jetzt

moderation-no-link = nicht genannt
moderation-no-room = nicht genannt

# Warum: die Namen der Regeln in models/, in einfachen Worten
moderation-distress-score = - Warum: Die Worte als Ganzes wirken ernst
moderation-distress-attempt = - Warum: Es liest sich, als hätte die Person sich schon etwas getan
moderation-distress-intent-and-means = - Warum: Die Person spricht davon, ihr Leben zu beenden, und von einem Weg
moderation-distress-intent-and-time = - Warum: Die Person spricht davon, ihr Leben zu beenden, und von einer Zeit
moderation-distress-intent = - Warum: Die Person spricht davon, ihr Leben zu beenden
moderation-distress-yes-to-question = - Warum: Jemand hat nach Suizid gefragt, und die Person hat ja gesagt
moderation-distress-other-acute = - Warum: Die Person sorgt sich um jemanden, der jetzt in Gefahr sein könnte

moderation-doubt-language = - Warum: Ich kenne die Sprache nicht
moderation-doubt-no-judgement = - Warum: Beim Lesen ist etwas kaputtgegangen
moderation-doubt-unsure = - Warum: Es kann nichts sein, und es kann eine Krise sein

moderation-why-claim = - Warum: { $kind }. Wie sicher ich bin: { $percent } von 100
moderation-claim-medicine = es sagt, man soll ein Medikament ändern oder absetzen
moderation-claim-dose = es sagt, wie viel man von einem Medikament nehmen soll
moderation-claim-miracle-cure = es verspricht Heilung
moderation-claim-unsafe-detox = es rät zu einem gefährlichen Entzug
moderation-claim-no-care = es rät davon ab, sich behandeln zu lassen
moderation-claim-other = es ist vielleicht falsch und kann schaden

moderation-report-member = - Warum: Ein Mitglied hat das Team gebeten hinzusehen

moderation-more-distress = - Und seitdem { $count ->
        [one] eine weitere Nachricht
       *[other] { $count } weitere Nachrichten
    } derselben Person
moderation-more-claim = { moderation-more-distress }
moderation-more-doubt = { moderation-more-distress }
moderation-more-report = - Und { $count ->
        [one] ein weiteres Mitglied hat
       *[other] { $count } weitere Mitglieder haben
    } es gemeldet

moderation-answer-distress-seen = gesehen, ich kümmere mich
moderation-answer-distress-escalate = den Krisendienst fragen
moderation-answer-distress-wrong = falsch, es war nichts
moderation-answer-claim-right = richtig
moderation-answer-claim-note = richtig, und unseren Hinweis in den Thread
moderation-answer-claim-level = falsche Stufe
moderation-answer-claim-wrong = keine Behauptung
moderation-answer-doubt-seen = gesehen, ich kümmere mich
moderation-answer-doubt-escalate = den Krisendienst fragen
moderation-answer-doubt-wrong = gesehen, es ist nichts
moderation-answer-report-done = gesehen, und ich habe etwas getan
moderation-answer-report-escalate = den Krisendienst fragen
moderation-answer-report-wrong = gesehen, keine Regel ist verletzt

moderation-card-how = Tipp etwas an, oder schreib **{ $command }** und die Zahl oder das Wort.
moderation-card-answered = Beantwortet: **{ $answer }**, von { $by }.
moderation-card-over = Karte { $number } ist endgültig zu. Es hat sich nichts geändert.
moderation-card-whom = Ich weiß nicht, um wen es geht. Sieh dir die Nachricht an und schreib dann **{ $command }** mit der Benutzer-ID.

moderation-report-words =
    Karte { $number }. Das wurde dem Team geschrieben, ohne den Namen:

    { $words }

## Listen, für die Moderation

moderation-cards =
    Diese Karten warten darauf, dass jemand hinsieht:

    { $items }

moderation-card-line = - **{ $number }**, { $day }, Raum { $room }: { $what } { $link }
moderation-cards-none = Hier wartet nichts.

moderation-list =
    Diese Nachrichten beobachte ich nur. Bitte sieh sie dir an:

    { $items }

    Noch nicht gezeigt: { $left }. Offene Karten: { $cards }. Schreib **!flags** für mehr oder **!cards**.

moderation-list-item = - { $day }, Raum { $room }: { $what }. { $link }
moderation-list-nothing = - Nichts Neues.
moderation-watched-distress = jemandem geht es vielleicht nicht so gut
moderation-watched-doubt = ich bin nicht sicher, was es heißt
