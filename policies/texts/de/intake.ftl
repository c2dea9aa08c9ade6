# reviewed-by: nobody yet
# lived-experience: unknown

intake-word = { $word }

## Die Begrüßung

welcome-hello =
    { $hello }

    Willkommen bei { $organization }. Hier stützen sich Menschen gegenseitig. Ich habe ein paar kurze Fragen. Du kannst jederzeit **!skip** (überspringen) oder **!later** (später) schreiben.

    { $question }

welcome-language = Welche Sprache passt dir?

welcome-language-unknown = Diese Sprache kann ich noch nicht, oder ich habe sie nicht verstanden. Welche davon passt dir?

welcome-about =
    Bevor du mir etwas erzählst:

    - Ich lese, was du mir hier schreibst. In Gruppenräumen lesen auch andere Bots mit, zum Schutz aller. In einem Raum zu zweit lese ich nur, was mit **!** anfängt, außer du erlaubst mir mehr.
    - Wenn deine Worte nach Gefahr klingen, erfahren die Menschen im Dienst, dass es eine Sorge gibt. Deine Worte bekommen sie nicht.
    - { welcome-reporting }
    - **!whatdoyousee** sagt dir mehr. **!crisis** zeigt Nummern, die jetzt antworten.

# Wie die Organisation es mit Meldungen an die Polizei und andere Stellen hält: Wenn es bei euch anders ist, sagt es im Overlay.
welcome-reporting = Kein Bot ruft die Polizei oder einen Krankenwagen. Ein Mensch im Dienst darf Hilfe rufen, wenn ein Leben in Gefahr ist, und sagt es dir vorher, wenn es geht. Wird einem Kind geschadet, kann das Gesetz eine Meldung verlangen.

welcome-go-on = weiter
welcome-go-on-words = ok, okay, ja, j, gut, alles klar, verstanden

welcome-values =
    Daran halten wir uns hier:

    - Wir hören zu. Wir sind freundlich. Wir urteilen nicht.
    - Was hier gesagt wird, bleibt hier.
    - Wir teilen, was wir erlebt haben. Wir geben keinen Rat zu Medikamenten.
    - Keine Telefonnummern, keine Adressen, kein Geld.
    - Du darfst jederzeit aufhören, ausruhen oder gehen.

    Ist das gut für dich?

welcome-agree = einverstanden
welcome-agree-words = ja, j, ok, okay, gut, stimmt, bin einverstanden

welcome-country = In welchem Land lebst du? Dann kann ich dir Krisen-Nummern zeigen, die dort antworten.

welcome-country-unknown = Dieses Land habe ich nicht gefunden. Wie heißt es noch?

welcome-country-which = Ich bin nicht sicher, welches Land du meinst. Ist es eins davon?

welcome-zone = In deinem Land gibt es mehr als eine Uhrzeit. Welche davon ist deine?

welcome-zone-option = { $city }, jetzt { $time }

welcome-lines =
    Für eine schwere Stunde, jetzt oder später, sind diese Nummern da:

    { $lines }

    Mit **!crisis** findest du sie wieder.

welcome-adult = Bist du 18 oder älter?

welcome-adult-unsure = Das habe ich nicht verstanden. Bist du 18 oder älter?

welcome-youth-mistake = War das ein falscher Tipp? Die Koordination kann mich bitten, noch einmal zu fragen.

welcome-rooms = Danke. Unsere Räume sind jetzt offen für dich: In deiner App findest du eine Einladung zu jedem.

welcome-done = Das ist erst einmal alles. Du kannst mir jederzeit schreiben: **!me** ist, was ich über dich weiß, **!match** sucht einen Menschen für dich, **!privacy** zeigt deine Schalter, und **!help** zeigt den Rest.

welcome-later = In Ordnung. Ich warte. Schreib **!start**, wenn du weitermachen willst.

welcome-cannot-skip = Auf diese Frage brauche ich eine Antwort, bevor die Räume aufgehen. **!later** geht auch.

welcome-paused = Wir haben mitten in der Begrüßung aufgehört. Schreib **!start**, um weiterzumachen, oder **!help**, um zu sehen, was ich sonst kann.

welcome-nothing-open = Gerade ist keine Frage der Begrüßung offen. Schreib **!help**, dann zeige ich, was ich kann.

welcome-again = Das habe ich nicht verstanden, darum frage ich noch einmal.

welcome-after-crisis = Ich lege meine Fragen erst einmal weg. Ich bin ein Programm und kann das nicht mit dir besprechen. **!crisis** zeigt Nummern, die jetzt antworten. Schreib **!start**, wenn du mit der Begrüßung weitermachen willst, heute oder an einem anderen Tag.

## Einwilligung

consent-ask =
    Sechs Dinge, die du erlauben kannst. Alle sind aus, bis du sie anschaltest, und mit **!privacy** kannst du es jederzeit ändern. Hilfe in einer Krise braucht nichts davon.

consent-option = **{ $name }**: { $what }

consent-name-service = Profil
consent-name-screening = Mitlesen
consent-name-matching = Vermittlung
consent-name-checkins = Check-ins
consent-name-reports = Berichte
consent-name-research = Forschung

consent-words-service = dienst, service, profile
consent-words-screening = lesen, prüfen, scan, screening
consent-words-matching = vermitteln, match, matching, zu zweit
consent-words-checkins = checkin, checkins, check-in
consent-words-reports = bericht, reports, zahlen
consent-words-research = studie, studien, training, research

consent-what-service = behalten, was du mir über dich erzählst
consent-what-screening = deine Räume zu zweit lesen, um Gefahr zu bemerken
consent-what-matching = einen Menschen für dich suchen und euch je eine Karte ohne Namen zeigen
consent-what-checkins = deine Check-in-Antworten behalten
consent-what-reports = dich ohne Namen in Berichten mitzählen
consent-what-research = mit deinen Worten die Bots besser machen

consent-done = das ist alles
consent-done-words = fertig, alles, genug, das war's
consent-all-words = alle, alles, jede, jedes
consent-none = Alle sechs sind aus.

consent-more =
    { $told }
    Noch etwas? Wenn nicht: **{ consent-done }**.

consent-noted =
    Notiert.
    { $told }

consent-not-understood = Das habe ich nicht verstanden. Du kannst Zahlen oder Namen schreiben, zum Beispiel **1 3** oder **Vermittlung**, oder **alle** oder **keine**. Wenn du fertig bist: **{ consent-done }**.

consent-on-service = **Profil** ist an: Ich behalte, was du mir über dich erzählst.
consent-on-screening = **Mitlesen** ist an: In deinen Räumen zu zweit lese ich deine eigenen Nachrichten, um Gefahr zu bemerken.
consent-on-matching = **Vermittlung** ist an: Ich darf einen Menschen für dich suchen.
consent-on-checkins = **Check-ins** ist an: Deine Check-in-Antworten werden behalten, für dich.
consent-on-reports = **Berichte** ist an: Du wirst in Berichten mitgezählt, ohne Namen.
consent-on-research = **Forschung** ist an: Mit deinen Worten dürfen die Bots besser werden.

consent-off-service = **Profil** ist aus. Endet: Ich behalte nichts Neues über dich. Bleibt: deine Sprache, dein Land und deine Antwort zum Alter, damit die Krisen-Nummern passen, und diese Liste deiner Entscheidungen. Gelöscht: dein Profil, jetzt.
consent-off-screening = **Mitlesen** ist aus. Endet: In Räumen zu zweit lese ich nur, was mit **!** anfängt. Bleibt: was aus einer früheren Sorge wurde. Gelöscht: nichts, denn von dort behalte ich keine Nachrichten.
consent-off-matching = **Vermittlung** ist aus. Endet: Ich suche niemanden und zeige keine Karte. Bleibt: Räume, die du schon mit jemandem teilst; sie gehören euch. Gelöscht: dein Platz auf der Warteliste, jetzt.
consent-off-checkins = **Check-ins** ist aus. Endet: Keine neue Antwort wird behalten. Bleibt: Antworten von früher, bis du die Koordination bittest, sie zu löschen. Gelöscht: nichts von allein.
consent-off-reports = **Berichte** ist aus. Endet: Neue Berichte lassen dich weg. Bleibt: Berichte, die es schon gibt; darin stehen keine Namen. Gelöscht: nichts von allein.
consent-off-research = **Forschung** ist aus. Endet: Deine Worte werden nicht mehr benutzt. Bleibt: was vorher gelernt wurde; darin steht keins deiner Worte. Gelöscht: nichts von allein.

privacy-frame =
    Das sind deine Schalter:

    { $switches }

    So änderst du sie: **!privacy an Vermittlung** oder **!privacy aus Forschung**. Mehrere Namen auf einmal gehen auch.

privacy-line = - **{ $name }** ist { $state }: { $what }
privacy-is-on = an
privacy-is-off = aus
privacy-on-words = an, on, ein, ja, erlauben
privacy-off-words = aus, off, nein, keine, keins, nichts, kein, nicht, stopp

privacy-changed =
    Erledigt. Es gilt ab jetzt, in jedem Bot.

    { $told }

privacy-usage = Man schreibt es so: **!privacy an Vermittlung** oder **!privacy aus Forschung**. **!privacy** allein zeigt alle sechs.

privacy-unknown = Einen Schalter mit diesem Namen kenne ich nicht: { $words }. Es hat sich nichts geändert. **!privacy** zeigt alle sechs.

## Das Profil

profile-ask-experiences = Womit lebst du, oder was hast du erlebt? Ein paar Worte reichen, zum Beispiel „Panikattacken und Nachtschichten“. Ich suche Themen darin. Andere sehen nur die Themen, wenn ich einen Menschen für dich suche.

profile-themes = Diese Themen habe ich notiert: { $themes }. Deine eigenen Worte bleiben bei mir.

profile-no-themes = Ich habe deine Worte behalten. Ein Thema, das andere hier genannt haben, habe ich darin nicht gefunden. Das ist in Ordnung.

profile-ask-helps = Was hilft dir, oder was wünschst du dir von einem Menschen zum Reden? Diese Worte stehen auf deiner Karte. Bitte lass Namen und Nummern weg.

profile-no-contact = Das sieht nach einem Weg aus, dich zu erreichen. Darum habe ich es nicht behalten: Auf Karten stehen keine Nummern, Links oder Adressen. Was hilft dir, in anderen Worten?

profile-ask-role = Wofür bist du gerade hier? Du kannst es jederzeit ändern.

profile-role-seeking = ich suche Unterstützung
profile-role-offering = ich biete Unterstützung
profile-role-both = beides
profile-role-resting = ich ruhe mich gerade aus

profile-role-seeking-words = suchen, suche, suchend, seeking
profile-role-offering-words = bieten, biete, geben, offering
profile-role-both-words = beide, both
profile-role-resting-words = ruhen, ruhe, pause, ausruhen, resting

profile-role-set = Notiert: { $role }.

profile-nothing = noch nichts

profile-shown =
    Das weiß ich über dich:

    - Sprache: { $language }
    - Land: { $country }
    - Themen: { $themes }
    - Deine Worte: { $words }
    - Was hilft: { $helps }
    - Gerade: { $role }

    Was möchtest du ändern? Nichts ist auch gut.

profile-field-experiences = womit ich lebe
profile-field-helps = was mir hilft
profile-field-role = suchen oder bieten
profile-field-language = Sprache
profile-field-country = Land

profile-field-experiences-words = erlebtes, erfahrungen, themen
profile-field-helps-words = hilft, was hilft
profile-field-role-words = rolle, suchen, bieten
profile-field-language-words = sprachen, language
profile-field-country-words = wohnort, country

profile-may-keep = Dafür brauche ich dein Ja zu **{ consent-name-service }**: { consent-what-service }. Mit **!privacy** kannst du es zurücknehmen. Ist das in Ordnung?

## Zusammenbringen

match-consent = Dafür brauche ich dein Ja zu **{ consent-name-matching }**: { consent-what-matching }. Mit **!privacy** kannst du es zurücknehmen. Ist das in Ordnung?

match-needs-welcome = Bevor ich einen Menschen suche, brauche ich ein paar Antworten: deine Sprache, und dass du 18 oder älter bist. Schreib **!start**, dann machen wir dort weiter, wo wir aufgehört haben.

match-adults-only = Ich kann nur Menschen ab 18 zusammenbringen. **!crisis** zeigt Menschen, die für dich da sind.

match-while-resting = Du hast mir gesagt, dass du dich gerade ausruhst. Schreib **!role suchen**, wenn ich einen Menschen suchen darf.

match-looking = Ich suche. Ich frage einen Menschen nach dem anderen, darum kann es etwas dauern. Ich schreibe dir, sobald ich mehr weiß. **!match stop** beendet es.

match-still-looking = Ich suche noch für dich. Ich schreibe, sobald ich mehr weiß. **!match stop** beendet es.

match-stopped = In Ordnung, ich suche nicht mehr. Schreib **!match**, wenn ich wieder suchen soll.

match-nobody = Bisher habe ich niemanden gefunden. Ich sage es, wie es ist: Gerade ist niemand frei, der passt. Du bleibst auf der Liste, und ich suche weiter. **!crisis** zeigt Nummern, die jetzt antworten.

match-group-meanwhile = Bis dahin ist der Raum „{ $room }“ offen für dich. Ich habe dir eine Einladung geschickt.

match-why-shared = Ihr habt beide davon geschrieben: { $themes }.
match-why-language = Ihr sprecht beide die gleiche Sprache.

card-for-supporter =
    Jemand sucht einen Menschen zum Reden.

    { $lines }

    Möchtest du diesen Menschen kennenlernen? Nein ist in Ordnung, und der andere Mensch erfährt es nie.

card-for-seeker =
    Es gibt einen Menschen, der gern mit dir reden würde.

    { $lines }

    Möchtest du diesen Menschen kennenlernen? Nein ist in Ordnung, und der andere Mensch erfährt es nie.

card-themes = Themen: { $themes }
card-helps = In eigenen Worten, was hilft: „{ $words }“

card-closed = Diese Karte ist zu. Es ist nichts zu tun.

match-thanks-wait = Danke. Ich frage jetzt den anderen Menschen und schreibe dir auf jeden Fall.

match-no-is-fine = In Ordnung. Niemand erfährt davon.

match-not-this-time = Danke, dass du bereit warst. Diesmal ist nichts daraus geworden. Das kommt vor, und es liegt nicht an dir.

match-search-rests = Du hast auf meine Karte nicht geantwortet, darum suche ich gerade nicht weiter. Das ist in Ordnung. Schreib **!match**, wenn ich weitersuchen soll.

match-both-said-yes = Ihr habt beide ja gesagt. Ich habe einen Raum für euch zwei gemacht und dir eine Einladung geschickt.

match-again-later = In Ordnung. Schreib **!match**, wenn ich wieder suchen soll.

## Der Raum zu zweit

pair-room-name = Ein Raum zu zweit

pair-agreement =
    Das gilt in diesem Raum:

    - **Wer**: ihr zwei. Ihr seid keine Ärzte. Ich bin auch hier, als Programm, und lese nur, was mit **!** anfängt, außer jemand von euch erlaubt mir mehr.
    - **Was**: zuhören und teilen. Kein Rat zu Medikamenten, kein Geld, keine Fotos.
    - **Wann**: Ihr antwortet, wann es euch passt. Niemand braucht sofort zu antworten.
    - **Wo**: in diesem Raum und sonst nirgends.
    - **Wie**: achtsam. Ihr könnt jederzeit aufhören: **!rematch** beendet es, ohne Grund. **!report** sagt es der Moderation. **!crisis** zeigt Nummern, die jetzt antworten.

pair-agreement-ask =
    { $agreement }

    Ist das gut für euch beide? Beide sagen ja.

pair-one-agreed = Jemand von euch hat ja gesagt. Ich warte auf den anderen Menschen.

pair-both-agreed = Ihr habt beide ja gesagt. Der Raum gehört euch. **!agreement** zeigt es noch einmal.

pair-starters =
    Wenn ihr mögt, sind hier drei Wege, anzufangen:

    - Was würde heute ein bisschen leichter machen?
    - Was sollten Menschen darüber wissen?
    - Was hat früher geholfen, auch nur ein wenig?

pair-ended = Dieses Paar ist zu Ende. Danke euch beiden für die Zeit, die ihr euch gegeben habt. Ich schließe den Raum jetzt.

pair-ended-reason = Dieses Paar ist zu Ende. Niemand ist schuld.

pair-ended-seeker = Dein Raum zu zweit ist zu Ende. Das kommt vor, und es liegt nicht an dir. Soll ich einen anderen Menschen suchen?

pair-ended-supporter = Einer deiner Räume zu zweit ist zu Ende. Danke, dass du da warst.

pair-which = Ich bin nicht sicher, welchen Raum du meinst. Bitte schreib es in den Raum zu zweit selbst.

report-ticket =
    {""}**Meldung { $number }**, aus Paar { $pair }.
    Über: { $about }
    Was gesagt wurde: { $words }

report-no-words = keine Worte dazu

report-no-pair = Du hattest bisher keinen Raum zu zweit. Ist etwas in einem Gruppenraum? Schreib **!report** dort, dann sagt es der Schutz-Bot dem Team.

report-noted = Danke. Ich habe es der Moderation gesagt. Es ist Meldung Nummer { $number }. Der andere Mensch erfährt nicht, dass du geschrieben hast. Wenn du das Paar verlassen willst: **!rematch**. Du kannst **!report** auch hier schreiben, wo es sonst niemand sieht.

## Unterstützende und Koordination

supporter-hello = Die Koordination hat dich als Unterstützende oder Unterstützenden genannt. Wenn jemand passt, zeige ich dir eine Karte ohne Namen, und du sagst ja oder nein. **!full** oder **!resting** hält die Karten sofort an, **!available** holt sie zurück.

supporter-may-show = Darf ich anderen eine Karte über dich ohne Namen zeigen, und dir ihre? Mit **!privacy** kannst du es zurücknehmen.

supporter-ready = Danke. Ich schreibe dir, wenn jemand passt.

supporter-now-full = Notiert: Du hast gerade genug Menschen. Keine neuen Karten. Schreib **!available**, wenn wieder Platz ist.

supporter-now-resting = Notiert: Du ruhst dich aus. Keine neuen Karten. Schreib **!available**, wenn du weitermachen willst.

supporter-now-available = Notiert. Du bekommst wieder Karten.

supporter-flagged = { $user } gehört jetzt zu den Unterstützenden. Ich habe Bescheid gesagt.
supporter-already = { $user } gehört schon zu den Unterstützenden.
supporter-removed = { $user } gehört nicht mehr zu den Unterstützenden. Räume zu zweit, die es schon gibt, bleiben.
supporter-is-none = { $user } gehört nicht zu den Unterstützenden.

supporters-frame =
    Die Unterstützenden:

    { $lines }

supporters-none = Noch niemand. **!supporter @name:server** nennt jemanden.

supporter-line = - { $user }: { $state }, { $pairs } von { $most } Paaren, Sprache: { $language }

supporter-is-available = frei
supporter-is-busy = hat eine Karte zu beantworten
supporter-is-full = voll
supporter-is-resting = ruht sich aus
supporter-is-adult = noch nicht bereit, die Begrüßung ist nicht fertig
supporter-is-language = noch nicht bereit, noch keine Sprache
supporter-is-consent = noch nicht bereit, kein Ja zur Vermittlung

queue-frame =
    Wer wartet:

    { $lines }

queue-empty = Niemand wartet.

queue-waits = - { $user }: { $language }, { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }, gerade ist niemand gefragt

queue-offered = - { $user }: { $language }, { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }, eine Karte ist unterwegs mit { $supporter }

make-done = Erledigt. Ich frage beide. Der Raum entsteht, wenn beide ja gesagt haben.

make-not-known = Jemanden davon kenne ich noch nicht, oder der zweite Mensch gehört nicht zu den Unterstützenden. **!supporters** zeigt, wer es ist.
make-not-gone = Jemand davon ist nicht mehr da.
make-not-self = Das ist ein und derselbe Mensch.
make-not-adult = Jemand davon hat nicht gesagt, 18 oder älter zu sein.
make-not-consent = Jemand davon hat nicht ja zur Vermittlung gesagt.
make-not-never = Diese beiden teilen schon einen Raum, oder jemand hat ihn früher beendet. Sie werden nicht wieder zusammengebracht.
make-not-language = Die beiden teilen keine Sprache.
make-not-lately = Jemand davon hat vor Kurzem nein dazu gesagt.
make-not-full = Der Mensch, der unterstützt, hat keinen Platz.
make-not-resting = Der Mensch, der unterstützt, ruht sich aus.
make-not-busy = Der Mensch, der unterstützt, hat noch eine Karte zu beantworten. Bitte versuch es danach noch einmal.

adult-asked = Ich frage { $user } noch einmal nach dem Alter.

coordinators-nobody = Jemand wartet auf einen Menschen zum Reden, Sprache: { $language }. Ich habe niemanden gefunden. **!match queue** zeigt, wer wartet.

## Hilfe

help-start = mit der Begrüßung weitermachen
intake-help-skip = eine Frage der Begrüßung auslassen
help-later = die Begrüßung erst einmal anhalten
help-privacy = was du erlaubst: ansehen und ändern
help-me = was ich über dich weiß: ansehen und ändern
help-role = sagen, ob du Unterstützung suchst oder bietest, oder dich ausruhst
help-match = einen Menschen für dich suchen
help-full = keine neuen Karten: gerade genug Menschen
help-resting = keine neuen Karten: ausruhen
help-available = wieder Karten bekommen
help-agreement = noch einmal sehen, was hier gilt
help-starter = drei Wege, anzufangen
help-rematch = dieses Paar beenden; kein Grund nötig
intake-help-report = der Moderation von deinem Raum zu zweit berichten; der andere Mensch erfährt es nicht
help-supporter = Unterstützende benennen oder wieder streichen
help-supporters = alle Unterstützenden sehen
help-adult = jemanden noch einmal nach dem Alter fragen
