# reviewed-by: nobody yet
# lived-experience: unknown

## Órdenes

help-report = decir al equipo que algo no va bien; nadie más ve que fuiste tú
help-leaveme = durante unos días no te escribo sobre cómo estás
help-myflags = las notas que guardo sobre tus propios mensajes
help-cards = lo que espera a que alguien lo mire
help-claims = las afirmaciones que esperan a que alguien las mire
help-flags = los siguientes mensajes de la lista diaria
help-card = ver una tarjeta otra vez, o responderla

## A un miembro, en privado

moderation-gentle-line =
    Soy el bot de seguridad. Soy un programa y leo las salas. Escribiste allí algo que suena difícil. No hace falta que respondas.
    Si quieres una persona, o una línea que responde ahora, escribe aquí **!crisis**.
    Si no quieres notas así de mi parte, toca abajo o escribe **{ moderation-leave-me }**.

moderation-leave-me = déjame
moderation-leave-me-words = déjame en paz, por favor déjame, déjame por favor, déjame estar, para, vete, no gracias

moderation-left-alone =
    De acuerdo. Durante { $days ->
        [one] un día
       *[other] { $days } días
    } no te escribiré sobre esto. Solo si creo que puedes estar en peligro, un bot preguntará otra vez. **!crisis** funciona siempre.

moderation-no-talker = Gracias por escribir. Soy un programa, así que no puedo hablar contigo de esto. Si quieres una persona, o una línea que responde ahora, escribe **!crisis**. Con **!help** ves qué más puedo hacer.

moderation-report-heard =
    Gracias por decírnoslo. Este es el aviso { $number }. Personas del equipo lo mirarán. No ven quién lo escribió. Te diré aquí qué pasó con él, si pueden en { $hours ->
        [one] una hora
       *[other] { $hours } horas
    }.

moderation-outcome-done = Sobre tu aviso { $number }: el equipo lo miró e hizo algo. Gracias. Has ayudado a que este lugar sea seguro.
moderation-outcome-escalate = Sobre tu aviso { $number }: el equipo lo miró. Quizá alguien necesita ayuda ahora, así que avisó a las personas de guardia para crisis. Gracias.
moderation-outcome-wrong = Sobre tu aviso { $number }: el equipo lo miró. Esta vez no encontró nada contra nuestras normas. Gracias de todos modos. Si sigue pasando, puedes escribir **!report** otra vez.

moderation-myflags =
    Estas son mis notas sobre tus mensajes. No contienen tus palabras. Solo las ve el equipo de guardia:

    { $items }

moderation-myflags-item = - { $day }, sala { $room }: { $what }. Se guarda hasta { $until }. { $link }
moderation-myflags-none = No guardo ninguna nota sobre tus mensajes.

moderation-own-distress = sonaba a un momento difícil
moderation-own-claim = puede ser una afirmación de salud que hace daño
moderation-own-doubt = no pude saber qué significa

## En una sala, debajo de una afirmación

moderation-note = Una nota del equipo, para quienes leen aquí: lo que ayuda a una persona puede hacer daño a otra. Antes de cambiar un medicamento o probar una cura, es bueno preguntar a un médico o en una farmacia.

## Tarjetas, para moderación

moderation-card =
    {""}**Tarjeta { $number }.** { $what }
    { $why }
    Sala: { $room }
    Mensaje: { $link }

    { $below }

moderation-what-distress = Quizá alguien lo está pasando mal. Nivel: { $level }.
moderation-what-claim = Una afirmación de salud que puede hacer daño.
moderation-what-doubt = No pude valorar un mensaje. Por favor, míralo.
moderation-what-report = Un miembro ha avisado de algo.

moderation-tier-watch = observar
moderation-tier-soon = pronto
moderation-tier-now = ahora

moderation-no-link = no se dice
moderation-no-room = no se dice

# Por qué: los nombres de las reglas de models/, en palabras sencillas
moderation-distress-score = - Por qué: las palabras en conjunto parecen serias
moderation-distress-attempt = - Por qué: parece que ya se ha hecho daño
moderation-distress-intent-and-means = - Por qué: habla de acabar con su vida, y de una manera
moderation-distress-intent-and-time = - Por qué: habla de acabar con su vida, y de un momento
moderation-distress-intent = - Por qué: habla de acabar con su vida
moderation-distress-yes-to-question = - Por qué: alguien preguntó por el suicidio, y respondió que sí
moderation-distress-other-acute = - Por qué: le preocupa otra persona que puede estar en peligro ahora

moderation-doubt-language = - Por qué: no conozco su idioma
moderation-doubt-no-judgement = - Por qué: algo falló al leerlo
moderation-doubt-unsure = - Por qué: puede no ser nada, y puede ser una crisis

moderation-why-claim = - Por qué: { $kind }. Mi seguridad: { $percent } de 100
moderation-claim-medicine = dice que se cambie o se deje un medicamento
moderation-claim-dose = dice cuánto tomar de un medicamento
moderation-claim-miracle-cure = promete una cura
moderation-claim-unsafe-detox = propone una desintoxicación peligrosa
moderation-claim-no-care = dice que no se busque atención
moderation-claim-other = puede ser falso y hacer daño

moderation-report-member = - Por qué: un miembro pidió al equipo que mirara

moderation-more-distress = - Y desde entonces { $count ->
        [one] un mensaje más
       *[other] { $count } mensajes más
    } de la misma persona
moderation-more-claim = { moderation-more-distress }
moderation-more-doubt = { moderation-more-distress }
moderation-more-report = - Y { $count ->
        [one] un miembro más avisó
       *[other] { $count } miembros más avisaron
    } de lo mismo

moderation-answer-distress-seen = visto, me ocupo
moderation-answer-distress-escalate = preguntar al equipo de crisis
moderation-answer-distress-wrong = error, no era nada
moderation-answer-claim-right = correcto
moderation-answer-claim-note = correcto, y poner nuestra nota en el hilo
moderation-answer-claim-level = nivel equivocado
moderation-answer-claim-wrong = no es una afirmación
moderation-answer-doubt-seen = visto, me ocupo
moderation-answer-doubt-escalate = preguntar al equipo de crisis
moderation-answer-doubt-wrong = visto, no es nada
moderation-answer-report-done = visto, y he hecho algo
moderation-answer-report-escalate = preguntar al equipo de crisis
moderation-answer-report-wrong = visto, no se rompe ninguna norma

moderation-card-how = Toca una opción, o escribe **{ $command }** y su número o palabra.
moderation-card-answered = Respondida: **{ $answer }**, por { $by }.
moderation-card-over = La tarjeta { $number } está cerrada del todo. No ha cambiado nada.
moderation-card-whom = No sé de quién se trata. Mira el mensaje y escribe **{ $command }** con su identificador de usuario.

moderation-report-words =
    Tarjeta { $number }. Esto se escribió al equipo, sin el nombre:

    { $words }

## Listas, para moderación

moderation-cards =
    Estas tarjetas esperan a que alguien las mire:

    { $items }

moderation-card-line = - **{ $number }**, { $day }, sala { $room }: { $what } { $link }
moderation-cards-none = Aquí no espera nada.

moderation-list =
    Estos mensajes solo los observo. Por favor, échales un vistazo:

    { $items }

    Aún sin mostrar: { $left }. Tarjetas abiertas: { $cards }. Escribe **!flags** para ver más, o **!cards**.

moderation-list-item = - { $day }, sala { $room }: { $what }. { $link }
moderation-list-nothing = - Nada nuevo.
moderation-watched-distress = quizá alguien está algo decaído
moderation-watched-doubt = no estoy seguro de qué significa
