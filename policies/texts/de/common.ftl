# reviewed-by: nobody yet
# lived-experience: unknown

# Wird gesagt, wenn ein anderer Text fehlt. Er darf nie scheitern: keine Variablen hier.
text-missing =
    Mir fehlen hier die Worte. Das ist mein Fehler, nicht deiner.
    Schreib **!crisis** für Nummern, die jetzt antworten, oder **!help** für das, was ich kann.

## Wer spricht

bot-intake = der Willkommens-Bot
bot-checkin = der Check-in-Bot
bot-moderation = der Schutz-Bot
bot-escalation = der Krisen-Bot

hello-software = Hallo. Ich bin { $bot }. Ich bin ein Programm, kein Mensch. Hinter mir stehen Menschen aus dem Team.

are-you-human = Nein. Ich bin { $bot }. Ich bin ein Programm. Ich fühle nichts und denke mir keine Antworten aus. Ich kann nur sagen, was vorher für mich aufgeschrieben wurde.

## Hilfe

help-frame =
    Ich bin { $bot }, ein Programm. Hier kannst du schreiben:

    { $commands }

    Kleine Tippfehler machen nichts.

help-line = - **{ $command }**: { $what }

help-crisis = Nummern, die jetzt antworten, und ein Mensch, wenn du magst
help-help = diese Liste
help-whatdoyousee = was ich lese, was ich behalte und wer es sieht

## Befehle

command-unknown = **{ $command }** kenne ich nicht. Schreib **!help**, dann siehst du, was ich kann.

command-did-you-mean = **{ $command }** kenne ich nicht. Meinst du **{ $suggestion }**?

command-usage = Mir fehlt noch etwas. Man schreibt es so: **{ $usage }**

command-not-allowed = **{ $command }** ist nur für { $role }. Wenn du es brauchst, kannst du die Koordination fragen.

command-wrong-room = **{ $command }** geht nur { $place }.

role-member = Mitglieder
role-supporter = Unterstützende
role-specialist = Peer-Fachkräfte
role-coordinator = die Koordination
role-moderator = die Moderation
role-operator = die Technik

place-dm = in einem direkten Chat mit mir
place-welcome = im Willkommensraum
place-space = im Space der Gemeinschaft
place-group = in einem Gruppenraum
place-pair = in einem Raum zu zweit
place-case = in einem Fallraum
place-staff = in einem Raum des Teams

## Auswählen und bestätigen

choice-yes = ja
choice-no = nein
choice-later = später
choice-skip = überspringen

# Wie die Reaktionen heißen, für Menschen, die sie nicht sehen.
emoji-yes = grüner Haken
emoji-no = rotes Kreuz

choice-line = { $number }. { $label }

choice-hint = Tipp etwas an, oder schreib die Zahl oder das Wort.

choice-not-understood = Das habe ich nicht verstanden. Du kannst eins davon schreiben: { $choices }

choice-closed = Diese Frage ist schon zu. Es hat sich nichts geändert.

choice-not-yours = Diese Frage ist für jemand anderen.

confirm-ask =
    { $action }

    Soll ich das tun? Schreib **{ choice-yes }** oder **{ choice-no }**.

confirm-done = Erledigt.

confirm-cancelled = In Ordnung. Es hat sich nichts geändert.

confirm-expired = Das ist eine Weile her, darum habe ich nichts getan. Schreib es noch einmal, wenn du es noch willst.

## Wenn ich nicht helfen kann oder etwas kaputt ist

dont-know = Das weiß ich nicht, und ich will nicht raten. Hier ist ein Mensch, den du fragen kannst: { $person }

dont-know-no-person = Das weiß ich nicht, und ich will nicht raten. Ein Mensch aus dem Team kann im Hilferaum antworten.

not-read =
    Ich konnte deine letzte Nachricht nicht lesen. Ihr Schloss ging bei mir nicht auf. Das ist unser Fehler, nicht deiner.
    Bitte schreib sie noch einmal.

    Wenn es eilt: Diese Nummern antworten jetzt:
    { $lines }

turn-failed =
    Beim Lesen deiner Nachricht ist bei mir etwas kaputtgegangen. Ich habe sie behalten und einem Menschen aus dem Team Bescheid gesagt.

    Wenn es eilt: Diese Nummern antworten jetzt:
    { $lines }

## Was die Bots sehen

whatdoyousee-frame =
    Das sehen die Bots in diesem Raum:

    { $bots }

    Alles bleibt in dieser Gemeinschaft. Deine Worte werden verschlüsselt gespeichert. Die Koordination kann dir zeigen oder löschen, was über dich gespeichert ist.

whatdoyousee-intake =
    {""}**Der Willkommens-Bot** liest, was du ihm in unserem direkten Chat schreibst. In Räumen zu zweit liest er nur Worte, die mit **!** anfangen, außer du erlaubst ihm mehr.
    Er behält deine Sprache, dein Land, was du ihm über dich erzählt hast und wozu du ja gesagt hast.
    Das sieht die Koordination. Wenn er zwei Menschen zusammenbringt, sieht der andere Mensch eine Karte ohne deinen Namen.

whatdoyousee-checkin =
    {""}**Der Check-in-Bot** liest, was du ihm in unserem direkten Chat schreibst.
    Er behält deine Antworten, wenn du dazu ja gesagt hast. Er achtet auf Zeichen, dass du in Gefahr sein könntest.
    Deine Antworten siehst nur du. Gibt es so ein Zeichen, sehen die Menschen im Dienst das, aber nicht deine Worte.

whatdoyousee-moderation =
    {""}**Der Schutz-Bot** liest jede Nachricht in Gruppenräumen und jede Änderung daran.
    Er behält eine Notiz zu einer Nachricht nur dann, wenn sie gefährlich sein könnte. So eine Notiz bleibt { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    }.
    Nur Menschen aus dem Team, die im Dienst sind, sehen diese Notizen.

whatdoyousee-escalation =
    {""}**Der Krisen-Bot** liest, was du ihm in unserem direkten Chat und in einem Fallraum schreibst.
    Er behält, wann du um Hilfe gebeten hast, wer kam und wie es ausging.
    Die Menschen im Dienst sehen eine Nummer, wie dringend es ist, und einen erfundenen Namen. Was du in unserem Chat geschrieben hast, sehen sie nicht. In einem Fallraum liest der Mensch, der gekommen ist, was du dort schreibst.

topic-bots-read = Hier lesen Bots mit. Schreib !whatdoyousee, um zu sehen, was sie behalten, oder !crisis für Nummern, die jetzt antworten.

## Für die Technik

texts-unreviewed = Diese Texte hat noch kein Mensch mit Namen geprüft: { $files }
