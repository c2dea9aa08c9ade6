# reviewed-by: nobody yet
# lived-experience: unknown

## Ayuda

help-case = todos los casos abiertos; un caso; devolver uno; cerrar uno con un motivo o como falsa alarma
help-claim = tomar un caso
help-say = un mensaje a un miembro que no ha respondido
help-shift = empezar o terminar la guardia
help-rota = quién está de guardia
help-fine = estás bien y no hace falta que entre nadie

## Para el miembro

case-nobody-free =
    Ahora mismo no hay nadie libre en nuestro equipo. He dejado un mensaje al equipo, pero no sé cuándo lo leerán. Lo siento. Estas líneas responden ahora:

    { $lines }

case-waiting-again =
    Todavía no ha respondido nadie del equipo. He vuelto a avisar. Siento que tarde tanto. Estas líneas responden ahora:

    { $lines }

case-offer = A alguien de nuestro equipo le gustaría preguntarte cómo estás. ¿Te parece bien? Escribe **{ choice-yes }** o **{ choice-no }**. Las dos están bien.

case-room-ready = { $here } He abierto una sala para los dos. Verás la invitación en tu lista de chats.

case-room-hello =
    Esta sala es para ti y para { $name }, de nuestro equipo. { $name } lee lo que escribes aquí. Yo soy un programa y también me quedo aquí.

    - Puedes salir cuando quieras, o escribir **!fine** si no necesitas a nadie.
    - Estas líneas responden todo el tiempo:
    { $lines }

case-owner-left =
    { $name } ha salido de esta sala. He vuelto a avisar al equipo. Te diré cuando una persona tome el relevo. Estas líneas responden ahora:

    { $lines }

case-relayed =
    { $name }, de nuestro equipo, me ha pedido que te escriba esto:

    { $words }

case-over =
    El equipo ha cerrado esto por ahora. Puedes escribir **!crisis** cuando quieras, de día o de noche. Estas líneas siguen abiertas para ti:

    { $lines }

case-room-closed =
    Esta conversación está cerrada, y puede que aquí ya no lea nadie. Escribe **!crisis** si quieres a una persona. Estas líneas responden ahora:

    { $lines }

case-fine = Me alegra leerlo. Se lo he dicho al equipo y no volveré a preguntar. Puedes escribir **!crisis** cuando quieras.

case-fine-anyway = Me alegra leerlo. Aquí no hay nadie avisado por ti. Puedes escribir **!crisis** cuando quieras.

case-heard-offered = Sigo aquí. ¿Busco a una persona de nuestro equipo? Escribe **{ choice-yes }** o **{ choice-no }**, o **!crisis** para ver líneas que responden ahora.
case-heard-accepted = Sigo aquí. He pedido una persona y todavía no ha respondido nadie. Escribe **!crisis** para ver líneas que responden ahora.
case-heard-standing-by = Sigo aquí. No entrará nadie del equipo. Si ahora quieres a una persona, escribe **{ choice-yes }**.
case-heard-claimed = Sigo aquí. { $owner }, de nuestro equipo, sabe de ti. ¿Quieres que entre? Escribe **{ choice-yes }** o **{ choice-no }**.
case-heard-talking = { $owner }, de nuestro equipo, está en la sala que abrí para los dos. Aquí solo leo yo, y no responde nadie.

## Para el equipo: avisos

case-page = { $lines }
case-head = {""}**Caso { $number }** · { $level } · { $language } · espera { $minutes } min · { $name }
case-level-now = AHORA
case-level-soon = pronto
case-page-late = Lo escribió { $minutes } minutos antes de que yo pudiera leerlo: yo no estaba en marcha.
case-page-how = Toca ✅ para tomarlo, o escribe **!claim { $number }**.

case-state-detected = Todavía no le ha preguntado nadie. Si lo tomas, le pregunto si puede entrar una persona.
case-state-offered = He preguntado si quiere a una persona. Aún no hay respuesta.
case-state-accepted = Quiere a una persona.
case-state-standing-by = En espera: ahora no quiere a nadie. No entra nadie.
case-state-claimed = Lo tiene { $owner }.
case-state-talking = { $owner } está hablando con el miembro.
case-state-closed = Cerrado.
case-state-false = Cerrado: falsa alarma.

## Para una persona del equipo

case-yours-yes = El caso { $number } es tuyo, y quiere a una persona. Estoy abriendo una sala para los dos y os invitaré.
case-yours-no = El caso { $number } es tuyo. Ahora no quiere a nadie, así que no abro ninguna sala. Le preguntaré una vez más y te diré si dice que sí.
case-yours-waiting = El caso { $number } es tuyo. Aún no ha dicho ni sí ni no. Abriré una sala cuando diga que sí, y te lo diré.

case-member-yes = Caso { $number }: ha dicho que sí. Encontrarás la invitación a la sala en tus chats.
case-member-no = Caso { $number }: ahora no quiere a nadie. Por favor, quédate en espera. Ciérralo cuando sea el momento.
case-member-fine = Caso { $number }: dice que está bien. No volveré a preguntarle. Ciérralo cuando sea el momento.
case-member-left = Caso { $number }: ha salido de la sala o no quiso entrar. Las líneas siguen abiertas.
case-wrote-again = Caso { $number }: un bot ha vuelto a leer palabras de crisis. Puede que ahora te necesite.
case-may-write = Caso { $number }: no me ha respondido. Puedes escribirle un mensaje a través de mí: **!say { $number }** y tus palabras.

case-already-claimed = El caso { $number } ya lo tiene { $owner }.
case-already-yours = El caso { $number } ya es tuyo.
case-is-about-you = El caso { $number } trata de ti, así que lo toma otra persona.
case-not-yours = El caso { $number } es de { $owner }. Puede hacerlo { $owner } o coordinación.
case-may-not-write = En el caso { $number } ahora no puedo pasar un mensaje. Lo hago una vez, y solo cuando hace un rato que no hay respuesta.
case-cannot = Eso no se puede con el caso { $number } tal como está. { $state }
case-unknown = No conozco el caso { $number }.
case-said = Pasado. Caso { $number }.
case-released-done = El caso { $number } ya no es tuyo. He avisado a otra persona, si el miembro quiere a alguien.
case-closed-done = El caso { $number } está cerrado.

case-room-name = Conversación { $number }

## Listas

case-none = No hay ningún caso abierto.
case-list =
    Casos abiertos:
    { $cases }
case-line = - { $head }. { $state }
case-card =
    { $line }
    Abierto a las { $opened }.
    { $timers }
case-timer-ladder = A las { $at } aviso a más personas.
case-timer-ask-again = A las { $at } le pregunto una vez más.
case-timer-no-answer = A las { $at } podrás escribirle a través de mí, si aún no ha respondido.
case-timer-none = No hay nada en espera.

shift-on =
    Estás de guardia. Te aviso cuando alguien necesite a una persona.
    { $cases }
shift-off = No estás de guardia. No te aviso.

rota-list =
    De guardia:
    { $people }
rota-line = - { $name }, { $cases ->
        [one] un caso abierto
       *[other] { $cases } casos abiertos
    }
rota-empty = No hay nadie de guardia. Una crisis va a coordinación.
