# reviewed-by: nobody yet
# lived-experience: unknown

text-missing =
    Mir fehlen hier die Worte. Das ist mein Fehler, nicht deiner.
    Schreib **!crisis** für Nummern, die jetzt antworten, oder **!help** für das, was ich kann.
