# reviewed-by: nobody yet
# lived-experience: unknown

text-missing =
    Me faltan las palabras para esto. Es un fallo mío, no tuyo.
    Escribe **!crisis** para ver líneas que responden ahora, o **!help** para ver lo que puedo hacer.
