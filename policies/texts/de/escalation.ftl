# reviewed-by: nobody yet
# lived-experience: unknown

## Hilfe

help-case = alle offenen Fälle; ein Fall; einen zurückgeben; einen mit Grund oder als Fehlalarm schließen
help-claim = einen Fall übernehmen
help-say = eine Nachricht an ein Mitglied, das nicht geantwortet hat
help-shift = den Dienst beginnen oder beenden
help-rota = wer im Dienst ist
help-fine = dir geht es gut, und niemand braucht zu kommen

## An das Mitglied

case-nobody-free =
    Gerade ist niemand aus unserem Team frei. Ich habe dem Team eine Nachricht hinterlassen, weiß aber nicht, wann sie gelesen wird. Das tut mir leid. Diese Nummern antworten jetzt:

    { $lines }

case-waiting-again =
    Bisher hat sich noch niemand aus dem Team gemeldet. Ich habe noch einmal gefragt. Es tut mir leid, dass es so lange dauert. Diese Nummern antworten jetzt:

    { $lines }

case-offer = Jemand aus unserem Team möchte dich gern fragen, wie es dir geht. Ist das in Ordnung? Schreib **{ choice-yes }** oder **{ choice-no }**. Beides ist in Ordnung.

case-room-ready = { $here } Ich habe einen Raum für euch beide gemacht. Die Einladung findest du in der Liste deiner Chats.

case-room-hello =
    Dieser Raum ist für dich und { $name } aus unserem Team. { $name } liest, was du hier schreibst. Ich bin ein Programm und bleibe auch hier.

    - Du kannst jederzeit gehen, oder schreib **!fine**, wenn du niemanden brauchst.
    - Diese Nummern antworten die ganze Zeit:
    { $lines }

case-owner-left =
    { $name } hat diesen Raum verlassen. Ich habe das Team noch einmal gefragt. Ich sage dir, wenn ein Mensch übernimmt. Diese Nummern antworten jetzt:

    { $lines }

case-relayed =
    { $name } aus unserem Team hat mich gebeten, dir das zu schreiben:

    { $words }

case-over =
    Das Team hat das hier für jetzt geschlossen. Du kannst jederzeit **!crisis** schreiben, Tag und Nacht. Diese Nummern bleiben offen für dich:

    { $lines }

case-room-closed =
    Dieses Gespräch ist zu Ende. Es kann sein, dass hier niemand mehr liest. Schreib **!crisis**, wenn du einen Menschen möchtest. Diese Nummern antworten jetzt:

    { $lines }

case-fine = Das ist gut zu hören. Ich habe es dem Team gesagt und frage nicht noch einmal. Du kannst jederzeit **!crisis** schreiben.

case-fine-anyway = Das ist gut zu hören. Hier ist niemand für dich gerufen. Du kannst jederzeit **!crisis** schreiben.

case-heard-offered = Ich bin weiter hier. Soll ich einen Menschen aus unserem Team holen? Schreib **{ choice-yes }** oder **{ choice-no }**, oder **!crisis** für Nummern, die jetzt antworten.
case-heard-accepted = Ich bin weiter hier. Ich habe um einen Menschen gebeten, und bisher hat sich noch niemand gemeldet. Schreib **!crisis** für Nummern, die jetzt antworten.
case-heard-standing-by = Ich bin weiter hier. Aus dem Team kommt niemand dazu. Wenn du jetzt einen Menschen möchtest, schreib **{ choice-yes }**.
case-heard-claimed = Ich bin weiter hier. { $owner } aus unserem Team weiß von dir. Magst du mit { $owner } sprechen? Schreib **{ choice-yes }** oder **{ choice-no }**.
case-heard-talking = { $owner } aus unserem Team ist in dem Raum, den ich für euch beide gemacht habe. Hier lese nur ich, und niemand antwortet.

## An das Team: Rufe

case-page = { $lines }
case-head = {""}**Fall { $number }** · { $level } · { $language } · wartet { $minutes } min · { $name }
case-level-now = JETZT
case-level-soon = bald
case-page-late = Die Worte kamen { $minutes } Minuten, bevor ich sie lesen konnte: Ich lief nicht.
case-page-how = Tipp ✅ an, um zu übernehmen, oder schreib **!claim { $number }**.

case-state-detected = Noch hat niemand mit dem Mitglied gesprochen. Wenn du übernimmst, frage ich, ob jemand dazukommen darf.
case-state-offered = Ich habe gefragt, ob ein Mensch dazukommen soll. Noch keine Antwort.
case-state-accepted = Das Mitglied möchte einen Menschen.
case-state-standing-by = In Bereitschaft: Das Mitglied möchte gerade niemanden. Niemand geht hinein.
case-state-claimed = { $owner } hat übernommen.
case-state-talking = { $owner } spricht mit dem Mitglied.
case-state-closed = Geschlossen.
case-state-false = Geschlossen: ein Fehlalarm.

## An eine Person im Team

case-yours-yes = Fall { $number } gehört dir, und das Mitglied möchte einen Menschen. Ich mache einen Raum für euch beide und lade euch ein.
case-yours-no = Fall { $number } gehört dir. Das Mitglied möchte gerade niemanden, darum öffne ich keinen Raum. Ich frage noch einmal nach und sage dir, wenn ein Ja kommt.
case-yours-waiting = Fall { $number } gehört dir. Es kam noch kein Ja und kein Nein. Ich öffne einen Raum, wenn ein Ja kommt, und sage es dir.

case-member-yes = Fall { $number }: Das Mitglied hat ja gesagt. Die Einladung in den Raum findest du in deinen Chats.
case-member-no = Fall { $number }: Das Mitglied möchte gerade niemanden. Bitte bleib in Bereitschaft. Schließ den Fall, wenn es passt.
case-member-fine = Fall { $number }: Das Mitglied sagt, dass es ihm gut geht. Ich frage nicht noch einmal. Schließ den Fall, wenn es passt.
case-member-left = Fall { $number }: Das Mitglied hat den Raum verlassen oder wollte nicht hinein. Die Nummern bleiben offen.
case-wrote-again = Fall { $number }: Ein Bot hat wieder Worte einer Krise gelesen. Vielleicht braucht das Mitglied dich jetzt.
case-may-write = Fall { $number }: Ich habe keine Antwort bekommen. Du kannst über mich eine Nachricht schreiben: **!say { $number }** und deine Worte.

case-already-claimed = Fall { $number } hat schon jemand: { $owner }.
case-already-yours = Fall { $number } gehört dir schon.
case-is-about-you = In Fall { $number } geht es um dich, darum übernimmt ihn ein anderer Mensch.
case-not-yours = Fall { $number } gehört { $owner }. Das geht nur für { $owner } oder die Koordination.
case-may-not-write = Für Fall { $number } kann ich jetzt keine Nachricht weitergeben. Ich tue das einmal, und nur wenn lange keine Antwort kam.
case-cannot = Das geht nicht für Fall { $number }, so wie er steht. { $state }
case-unknown = Einen Fall { $number } kenne ich nicht.
case-said = Weitergegeben. Fall { $number }.
case-released-done = Fall { $number } gehört dir nicht mehr. Ich habe jemand anderen gefragt, falls das Mitglied einen Menschen möchte.
case-closed-done = Fall { $number } ist geschlossen.

case-room-name = Gespräch { $number }

## Listen

case-none = Es gibt keinen offenen Fall.
case-list =
    Offene Fälle:
    { $cases }
case-line = - { $head }. { $state }
case-card =
    { $line }
    Geöffnet um { $opened }.
    { $timers }
case-timer-ladder = Um { $at } frage ich mehr Menschen.
case-timer-ask-again = Um { $at } frage ich das Mitglied noch einmal.
case-timer-no-answer = Ab { $at } kannst du über mich schreiben, wenn bis dahin keine Antwort kam.
case-timer-none = Es läuft kein Wecker.

shift-on =
    Du bist im Dienst. Ich rufe dich, wenn jemand einen Menschen braucht.
    { $cases }
shift-off = Du bist nicht im Dienst. Ich rufe dich nicht.

rota-list =
    Im Dienst:
    { $people }
rota-line = - { $name }, { $cases ->
        [one] ein offener Fall
       *[other] { $cases } offene Fälle
    }
rota-empty = Niemand ist im Dienst. Eine Krise geht an die Koordination.
