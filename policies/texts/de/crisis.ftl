# reviewed-by: nobody yet
# lived-experience: unknown

## Die Antwort

crisis-answer =
    Danke, dass du das schreibst. Es ist wichtig. Ich bin ein Programm und möchte, dass du einen Menschen erreichst. Diese Nummern antworten jetzt:

    { $lines }

crisis-ask-person = Soll ich einen Menschen aus unserem Team holen? Schreib **{ choice-yes }** oder **{ choice-no }**. Beides ist in Ordnung.

crisis-yes =
    Ich habe um einen Menschen gebeten. Ich sage dir, wenn jemand da ist.
    Die Nummern antworten die ganze Zeit:

    { $lines }

crisis-no =
    In Ordnung. Aus dem Team kommt niemand dazu. Ich bin weiter hier, und du kannst jederzeit **{ choice-yes }** schreiben.
    Die Nummern bleiben offen für dich:

    { $lines }

crisis-ask-again = Ich wollte hier bleiben, darum frage ich noch einmal. Möchtest du jetzt einen Menschen aus unserem Team? Schreib **{ choice-yes }** oder **{ choice-no }**. Danach frage ich nicht mehr.

crisis-waiting-first =
    Bisher hat sich noch niemand aus dem Team gemeldet. Ich habe jetzt einen zweiten Menschen gefragt. Diese Nummern antworten jetzt:

    { $lines }

crisis-waiting-second =
    Bisher hat sich noch niemand aus dem Team gemeldet. Ich habe jetzt alle gefragt, die im Dienst sind. Es tut mir leid, dass es so lange dauert. Diese Nummern antworten jetzt:

    { $lines }

crisis-person-here = Jetzt ist ein Mensch da: { $name }.

crisis-late =
    Ich lief nicht, als du vor { $minutes ->
        [one] einer Minute
       *[other] { $minutes } Minuten
    } geschrieben hast. Das tut mir leid. Ich lese es jetzt.

crisis-late-hours =
    Ich lief nicht, als du vor { $hours ->
        [one] etwa einer Stunde
       *[other] etwa { $hours } Stunden
    } geschrieben hast. Das tut mir leid. Ich lese es jetzt.

## Die Nummern

line-call = - **{ $name }**: ruf **{ $number }** an ({ $details })
line-text = - **{ $name }**: SMS an **{ $number }** ({ $details })
line-text-keyword = - **{ $name }**: SMS mit **{ $keyword }** an **{ $number }** ({ $details })
line-call-or-text = - **{ $name }**: Anruf oder SMS an **{ $number }** ({ $details })
line-web = - **{ $name }**: { $url } ({ $details })

# Die Angaben in Klammern, zum Beispiel: Tag und Nacht, auf Englisch und Spanisch, für junge Menschen
line-always = Tag und Nacht
line-hours = { $from }–{ $to }
line-hours-days = { $days }, { $from }–{ $to }
line-languages = auf { $languages }
line-youth = für junge Menschen
line-extension = danach die { $extension } wählen
line-landline = nur aus dem Festnetz
line-and = { $first }, { $second }

emergency-numbers = - Wenn du oder jemand anders gerade in Gefahr sein könnte: ruf **{ $numbers }** an
emergency-local = - Wenn du oder jemand anders gerade in Gefahr sein könnte: ruf den Notruf dort an, wo du bist
numbers-or = { $first }** oder **{ $second }

line-directory = - Mehr Nummern, in vielen Ländern: { $url }

## Für Freunde, und für Menschen unter 18

crisis-friend =
    Es ist gut, dass du auf diesen Menschen achtest. Das kann helfen:

    - Frag mit klaren Worten, ob er oder sie daran denkt, sich das Leben zu nehmen. Die Frage bringt niemanden auf die Idee.
    - Hör zu. Du brauchst nichts zu lösen.
    - Bleib in Kontakt und sag es noch jemandem. Für einen allein ist das viel.
    - Diese Nummern sprechen auch mit Freunden und Familie:

    { $lines }

crisis-youth =
    Danke, dass du mir das sagst. Dieser Ort ist für Menschen ab 18, darum kann ich dich hier mit niemandem zusammenbringen. Diese Menschen sind für dich da:

    { $lines }

## Für das Team

lines-due =
    { $count ->
        [one] Eine Krisen-Nummer braucht eine Prüfung durch einen Menschen mit Namen.
       *[other] { $count } Krisen-Nummern brauchen eine Prüfung durch einen Menschen mit Namen.
    } Die erste wird nach dem { $day } nicht mehr gezeigt.

lines-hidden =
    { $count ->
        [one] Eine Krisen-Nummer wird gerade nicht gezeigt: Ihre letzte Prüfung ist zu lange her.
       *[other] { $count } Krisen-Nummern werden gerade nicht gezeigt: Ihre letzte Prüfung ist zu lange her.
    } Mitglieder sehen den Notruf und { $url }.
