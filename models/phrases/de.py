"""German: the verb often stands at the end, so that what is wanted and the wish are matched in both orders."""

from models.phrases.parts import phrases

_BETWEEN = r"(?:(?!nicht_|nie_|niemals_|kein)[^\W\d]+_){0,5}"
_HARM = (
    r"(?:umbringen|umzubringen|töten|zu_töten|erhängen|aufhängen|das_leben_nehmen|das_leben_zu_nehmen|ritzen|verletzen"
    r"|zu_verletzen|vor_den_zug\w*|schneiden|etwas_antun|was_antun|etwas_anzutun)\b"
)
_KIN = (
    r"\b(?:er|sie|jemand|freund(?:in)?|bruder|schwester|mutter|mama|vater|papa|sohn|tochter|frau|mann|partner(?:in)?|kollege"
    r"|kollegin|cousin|cousine|nachbar(?:in)?|mitbewohner(?:in)?|user|nutzer(?:in)?|mitglied|kumpel|ex|typ|onkel|tante)\b"
)

PHRASES = phrases(
    intent=rf"""\bich_(?:will|möchte|werde|muss|wollte_jetzt|plane|versuche|überlege|denke_(?:dar[ae]n|drüber_nach|darüber_nach))_{_BETWEEN}mich_{_BETWEEN}{_HARM}
        |\b(?:will|möchte|werde|denke_dar[ae]n)_(?:ich_)?{_BETWEEN}(?:mich|mir)_{_BETWEEN}{_HARM}
        |\bich_(?:will|möchte)_(?!nicht_)(?:(?:einfach|nur|so|wirklich|endlich|noch|jetzt|heute|nur_noch|am_liebsten)_)*(?:sterben|tot_sein|nicht_mehr_(?:leben|aufwachen|da_sein|existieren|hier_sein))\b(?!_vor)
        |\bich_(?:will|möchte|mag|kann_und_will)_{_BETWEEN}nicht_(?:mehr|länger)_{_BETWEEN}(?:leben|weiterleben|aufwachen|da_sein|existieren)\b
        |\b(?:ich_)?(?:bringe|bring)_(?:ich_)?mich_{_BETWEEN}um\b|\bich_(?:töte|erhänge)_mich\b
        |\b(?:ich_)?(?:nehme|nehm)_(?:ich_)?mir_{_BETWEEN}das_leben\b
        |\b(?:suizid|selbstmord)_(?:begehen|machen)_?(?:will|möchte|werde)?\b|\bich_(?:bin_suizidal|habe_(?:\w+_){{0,3}}suizidgedanken)\b|\bdrang_(?:mich_zu_(?:verletzen|ritzen|schneiden)|mir_was_anzutun)\b
        |\bdenke_(?:ich_)?(?:\w+_){{0,2}}dar[ae]n_mir_das_leben_zu_nehmen\b|\bkurz_davor_mi(?:r|ch)_(?:\w+_)?(?:anzutun|umzubringen)\b
        |\bmeinem_leben_{_BETWEEN}ein_ende_(?:setzen|machen)\b""",
    time=r"""\b(?:heute|jetzt|gleich|morgen|bald|sofort)\b|\bdiese_(?:nacht|woche)\b|\bdieses_wochenende\b|\bam_(?:mon|diens|donners|frei|sams|sonn)tag\b
        |\bin_(?:ein_paar|\d+|einer|wenigen)_(?:minuten|stunden?|tagen)\b|\b(?:wenn|sobald)_(?:alle|meine?|die|er|sie)_\w+|\bletzte_(?:nacht|nachricht)\b""",
    means=r"""\b(?:habe|halte|gekauft|besorgt|liegen|liegt|stehe|sitze)\b.{0,40}\b(?:tabletten|pillen|seil|strick|messer|klinge|waffe|pistole)\b
        |\b(?:tabletten|pillen|seil|strick|messer|klinge|waffe|pistole)\b.{0,30}\b(?:in_der_hand|vor_mir|neben_mir|hier|bereit|besorgt|gekauft)\b
        |\b(?:auf|an)_(?:der|dem|den)_(?:brücke|dach|gleisen?|bahnsteig|balkon|geländer)\b""",
    attempt=r"""\b(?:ich_)?habe_(?:ich_)?(?:gerade_|eben_|jetzt_|schon_)?(?:(?:alle|zu_viele|die_ganzen?|ganz_viele|meine_ganzen|\d\d+)_
            (?:meine_|die_|meiner_)?(?:tabletten|pillen|medikamente|packung)_|eine_überdosis_|sie_alle_)(?:genommen|geschluckt)\b
        |\bhabe_(?:gestern|heute|letzte_nacht|eben|gerade)_(?:\w+_)?versucht_(?:mich_umzubringen|mir_das_leben_zu_nehmen)\b
        |\bhabe_mich_(?:gerade|eben)_(?:\w+_)?(?:geschnitten|geritzt)\b|\bich_(?:blute_stark|schneide_mich_gerade|ritze_mich_gerade)\b""",
    other_intent=rf"""{_KIN}[^.?!]{{0,70}}\bsich_(?:[^\W\d]+_){{0,4}}(?:umbringen|umbringt|umzubringen|töten|das_leben_nehmen|etwas_antun|was_antun|erhängen)\b
        |{_KIN}[^.?!]{{0,40}}\bbringt_sich_(?:[^\W\d]+_){{0,3}}um\b
        |{_KIN}[^.?!]{{0,60}}\b(?:will|möchte)_(?:sterben|nicht_mehr_leben)\b
        |{_KIN}[^.?!]{{0,40}}\bhat_(?:[^\W\d]+_){{0,4}}(?:tabletten|pillen|alles)_(?:[^\W\d]+_){{0,2}}(?:genommen|geschluckt)\b
        |{_KIN}[^.?!]{{0,50}}\babschieds(?:brief|nachricht)\b""",
    urgent=r"""\b(?:heute|jetzt|gerade|gleich|eben|sofort|diese_nacht)\b|\b(?:antwortet|meldet_sich|öffnet|reagiert|geht)_(?:\w+_)?nicht\b
        |\bwas_(?:soll|kann|mache)_ich\b|\bhilfe\b|\beingesperrt\b|\beingeschlossen\b|\bin_der_hand\b|\bauf_(?:der_brücke|dem_dach)\b
        |\bist_weg\b|\bgeht_nicht_ans_telefon\b""",
    earnest=r"""\bkein_(?:witz|scherz|spaß)\b|\b(?:im_ernst|ernsthaft|meine_es_ernst|mein_es_ernst|wirklich_ernst)\b""",
    past=r"""\bvor_(?:\w+_)?(?:jahren|monaten|wochen)\b|\bdamals\b|\bfrüher\b|\bals_(?:kind|jugendliche\w*|teenager)\b|\bals_ich_(?:\w+_)?(?:war|jung)\b
        |\bletztes_jahr\b|\b(?:19|20)\d\d\b|\bnie_(?:mehr|wieder)\b""",
    figurative=r"""\b(?:(?:ha){2,}h?|hihi|lol|xd|lach\w*|witzig)\b|[😂🤣💀😆😹]|\b(?:hausaufgaben|klausur|prüfung|montags?|meeting|stau|langeweile|peinlich
        |hunger|hitze|vorlesung|wlan|drucker)\b""",
    fiction=r"""[🎵🎶♪]|\b(?:lied|song|songtext|singt|film|buch|roman|folge|figur|szene|serie|spiel|boss|gedicht|doku\w*|podcast|artikel|studie
        |kurs|schulung|workshop|meme|zitat)\b""",
    supposed=r"""\b(?:wenn|falls)_(?:jemand|du|man|ein\w*|leute|ihr)\b|\b(?:du_hast|fragt|schreibst|sagst|sagen_leute)\b|\bwas_(?:passiert|macht|tun)_(?:wenn|der|man)\b
        |\bwie_(?:kann|soll)_(?:ich|man)\b|\b(?:nicht|nie_gesagt)_dass_ich\b""",
    denied=r"""\b(?:nicht|nie|niemals|kein\w*)_\Z""",
    asks=r"""\b(?:denkst|willst|hast|möchtest|bist|überlegst)_du\b.{0,60}\b(?:suizid\w*|umbringen|umzubringen|das_leben\w*|verletzen|sterben|antun|sicher
        |selbstmord\w*)\b""",
    yes=r"""\A(?:(?:ja|jo|jep|schon|manchmal|oft|ständig|jeden_tag|immer|ehrlich_gesagt|ein_bisschen|heute|leider|ich_glaube)
        [ .,!]*)+\Z""",
)
