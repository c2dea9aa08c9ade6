# reviewed-by: nobody yet
# lived-experience: unknown

## Órdenes

help-checkin = una pregunta corta sobre tu día, a tu hora; muestra cómo está
help-quiet = sin preguntas unos días
help-pause = sin preguntas un tiempo, o hasta que vuelvas
help-back = preguntas otra vez
help-more = preguntar más a menudo
help-less = preguntar menos a menudo
help-skip = hoy sin palabras
help-trend = tus propias respuestas de unos días

checkin-how =
    Soy un programa. Puedo preguntarte una vez al día cómo va tu día, a la hora que te venga bien. Puedes escribir:

    - **!checkin a las 8:30** o **!checkin a las 20**: la hora
    - **!checkin ahora**: pregunto enseguida
    - **!checkin laborables** o **!checkin diario**: los días
    - **!checkin parar**: no más preguntas
    - **!checkin guardar**: si guardo tus respuestas, sí o no
    - **!more** o **!less**: más o menos a menudo
    - **!pause 2w** o **!quiet 3d**: una pausa. **!back** la termina
    - **!trend**: tus respuestas hasta ahora

checkin-not-understood = No te he entendido. Se escribe así: **!checkin a las 8:30**, **!checkin ahora**, **!checkin laborables** o **!checkin parar**.

checkin-hint = He leído esto, pero solo puedo decir lo que se escribió antes para mí. Pregunto cómo va tu día: **!checkin** muestra cómo. **!crisis** muestra líneas que responden ahora, y una persona si quieres.

## Cómo está

checkin-state-none = Aún no tenemos hora. Escribe una que te venga bien, por ejemplo **!checkin a las 8:30**.
checkin-state-on = Pregunto { $often } a las { $time }, según la hora de { $place }. La próxima vez: { $next }.
checkin-state-paused-until = Hasta entonces hay silencio: vuelvo a preguntar el { $next }, según la hora de { $place }. **!back** termina la pausa.
checkin-state-paused = Ahora hay silencio. Escribe **!back** cuando quieras que vuelva a preguntar.
checkin-state-stopped = Ahora no pregunto. Escribe **!back** cuando quieras que vuelva a preguntar.

checkin-often-daily = todos los días
checkin-often-weekdays = de lunes a viernes
checkin-often-thrice = tres veces por semana
checkin-often-weekly = una vez por semana

checkin-quiet-hours = De { $start } a { $end } guardo silencio, así que las { $time } no puede ser. La hora más cercana es **!checkin a las { $nearest }**.

checkin-no-more = Pregunto todos los días, más no puedo. **!checkin ahora** pregunta enseguida.
checkin-no-less = Pregunto una vez por semana, menos no puedo. **!pause 2w** hace una pausa, **!checkin parar** lo termina.

## La pregunta

checkin-prompt = ¿Cómo va tu día? Toca una opción, o escribe su número o su palabra.

checkin-value-1 = muy mal
checkin-value-2 = mal
checkin-value-3 = regular
checkin-value-4 = bien
checkin-value-5 = muy bien
checkin-value-1-words = fatal, horrible, terrible, pésimo, de lo peor
checkin-value-2-words = no muy bien, malo, mala, flojo
checkin-value-3-words = así así, más o menos, normal, ni bien ni mal, pasable
checkin-value-4-words = bueno, buena, bastante bien
checkin-value-5-words = genial, estupendo, excelente, fenomenal, de maravilla

checkin-slower-thrice = Algunas preguntas se quedaron sin respuesta, y está bien así. Desde ahora pregunto tres veces por semana. **!more** lo aumenta otra vez.
checkin-slower-weekly = Durante un tiempo no hubo respuesta, y está bien así. Desde ahora pregunto una vez por semana. **!more** lo aumenta otra vez.
checkin-asleep = Durante mucho tiempo no hubo respuesta, y está bien así. Dejo de preguntar para no molestarte. Empezaré otra vez con gusto: escribe **!back** cuando quieras. **!crisis** funciona siempre.

checkin-back-daily = Vuelvo a preguntar todos los días. **!less** lo reduce.
checkin-back-thrice = Vuelvo a preguntar tres veces por semana. **!less** lo reduce.
checkin-back-weekly = Vuelvo a preguntar una vez por semana. **!checkin parar** lo termina.

## La respuesta

checkin-lines = { $lines }
checkin-noted = Gracias. He anotado: { $number }, { $value }.
checkin-thanks-unkept = Gracias por decírmelo: { $value }. No guardo tus respuestas. **!checkin guardar** lo cambiaría.
checkin-care = Qué bien que me lo hayas dicho. **!crisis** muestra líneas que responden ahora, y una persona si quieres.

checkin-closed = Esta pregunta ya está cerrada. **!checkin ahora** pregunta otra vez. Si quieres una persona, **!crisis** funciona siempre.

checkin-words-ask = Si quieres, escribe unas palabras sobre ello. **!skip** también está bien.
checkin-words-kept = He guardado tus palabras. Solo las ves tú.
checkin-words-unkept = Gracias. No guardo tus palabras.
checkin-words-crisis = No he puesto esto con tus respuestas. Si quieres una persona, escribe **{ choice-yes }** o **!crisis**.
checkin-skipped = Está bien. Hoy sin palabras.
checkin-nothing-to-skip = Ahora no hay nada que saltar.

## Una charla

checkin-talk-ask = Últimamente ha habido algunos días muy duros. ¿Te gustaría hablar con una persona de nuestro equipo? Escribe **{ choice-yes }** o **{ choice-no }**. Las dos están bien. También unas palabras tuyas.
checkin-talk-again = ¿Te gustaría hablar con una persona de nuestro equipo? Escribe **{ choice-yes }** o **{ choice-no }**.
checkin-talk-no = De acuerdo. Puedes escribir **!crisis** cuando quieras si te gustaría hablar con una persona.
checkin-talk-yes =
    He dicho al equipo que te gustaría hablar. No puedo decir cuándo será. Estas líneas responden ahora:

    { $lines }

## Guardar respuestas

checkin-store-ask =
    ¿Guardo tus respuestas, para que puedas mirar atrás con **!trend**?

    - Si dices que sí: el valor y tus palabras se guardan cifrados. Solo los ves tú.
    - Si se juntan días muy duros, quizá te ofrezca hablar con una persona.
    - Si dices que no: pregunto igual, y no guardo nada de lo que digas.

    Puedes cambiarlo cuando quieras con **!checkin guardar**. Un no más tarde borra lo que guardé.
checkin-store-yes = Gracias. Desde ahora guardo tus respuestas. **!trend** las muestra.
checkin-store-no = De acuerdo. No guardo ninguna de tus respuestas.
checkin-deleted =
    { $count ->
        [one] Ya no guardo tus respuestas. He borrado la única que tenía.
       *[other] Ya no guardo tus respuestas. He borrado las { $count } que tenía.
    }

## La evolución

checkin-trend =
    { $count ->
        [one] Tus respuestas, último día:
       *[other] Tus respuestas, últimos { $count } días:
    }

    { $days }

    { $figures }
checkin-trend-day = { $day }: { $bar } { $value } ({ $number } de 5)
checkin-trend-missing = { $days }: pregunté, sin respuesta
checkin-trend-unasked = { $days }: no pregunté
checkin-trend-counts = Días con respuesta: { $answered }. Pregunté, sin respuesta: { $missing }. No pregunté: { $unasked }.
checkin-trend-middle = Promedio: { $mean } de 5. Valor del medio: { $median } de 5.
checkin-trend-few = Con menos de { $least } respuestas no muestro promedio.
checkin-trend-unkept = No guardo tus respuestas, así que no hay nada que mostrar. **!checkin guardar** lo cambiaría.
