# reviewed-by: nobody yet
# lived-experience: unknown

choice-yes-words = j, ja bitte, jo, jep, ok, okay, bitte, gern, gerne
choice-no-words = n, nee, nö, ne, nicht jetzt, nein danke

command-elsewhere = **{ $command }** gehört zu { $bot }. Schreib es an { $user } in einem direkten Chat.

greeting-dm = Du kannst mir hier jederzeit schreiben. Schreib **!help**, dann zeige ich, was ich kann, oder **!crisis** für Nummern, die jetzt antworten.

operators-refused = Der Homeserver hat etwas endgültig abgelehnt. Ich habe es als Nummer { $number } aufgehoben. Was: { $effect }. Wo: { $room }. Warum: { $reason }.

operators-parked = Ich konnte ein Ereignis nicht bearbeiten und habe es beiseitegelegt. Nichts ist verloren. Ereignis: { $event }. Art: { $kind }. Raum: { $room }. Fehler: { $error }. Noch einmal versuchen: **kith inbox retry**.

operators-silent = Von { $bot } habe ich seit { $seconds } Sekunden nichts gehört. Bitte sieh nach.

operators-heard = { $bot } ist wieder da.

room-welcome = Willkommen
room-moderators = Moderation
room-moderators-topic = Karten zu Nachrichten, auf die ein Mensch schauen sollte. Befehle: !help
room-specialists = Peer-Fachleute
room-specialists-topic = Rufe, wenn jemand in einer Krise sein kann. Der grüne Haken übernimmt einen Fall.
room-coordinators = Koordination
room-coordinators-topic = Vermittlung, Unterstützende, und was einen Menschen braucht.
room-operators = Betrieb
room-operators-topic = Wie es der Software geht. Nie, was Mitglieder schreiben.
