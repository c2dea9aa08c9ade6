# reviewed-by: nobody yet
# lived-experience: unknown

# Se dice cuando falta otro texto. No puede fallar: sin variables aquí.
text-missing =
    Me faltan las palabras para esto. Es un fallo mío, no tuyo.
    Escribe **!crisis** para ver líneas que responden ahora, o **!help** para ver lo que puedo hacer.

## Quién habla

bot-intake = el bot de bienvenida
bot-checkin = el bot de seguimiento diario
bot-moderation = el bot de seguridad
bot-escalation = el bot de crisis

hello-software = Hola. Soy { $bot }. Soy un programa, no una persona. Detrás de mí hay personas del equipo.

are-you-human = No. Soy { $bot }. Soy un programa. No siento nada y no invento respuestas. Solo puedo decir lo que se escribió antes para mí.

## Ayuda

help-frame =
    Soy { $bot }, y soy un programa. Aquí puedes escribir:

    { $commands }

    No pasa nada si hay una pequeña errata.

help-line = - **{ $command }**: { $what }

help-crisis = líneas que responden ahora, y una persona si quieres
help-help = esta lista
help-whatdoyousee = qué leo, qué guardo y quién lo ve

## Órdenes

command-unknown = No conozco **{ $command }**. Escribe **!help** para ver lo que puedo hacer.

command-did-you-mean = No conozco **{ $command }**. ¿Querías decir **{ $suggestion }**?

command-usage = Me falta un dato. Se escribe así: **{ $usage }**

command-not-allowed = **{ $command }** es solo para { $role }. Si te hace falta, puedes preguntar a coordinación.

command-wrong-room = **{ $command }** solo funciona en { $place }.

role-member = miembros
role-supporter = personas que apoyan
role-specialist = especialistas entre pares
role-coordinator = coordinación
role-moderator = moderación
role-operator = quienes administran el sistema

place-dm = un chat directo conmigo
place-welcome = la sala de bienvenida
place-space = el espacio de la comunidad
place-group = una sala de grupo
place-pair = una sala de dos
place-case = una sala de caso
place-staff = una sala del equipo

## Elegir y confirmar

choice-yes = sí
choice-no = no
choice-later = más tarde
choice-skip = saltar

# Cómo se llaman las reacciones, para quien no puede verlas.
emoji-yes = marca verde
emoji-no = cruz roja

choice-line = { $number }. { $label }

choice-hint = Toca una opción, o escribe su número o su palabra.

choice-not-understood = No te he entendido. Puedes escribir una de estas opciones: { $choices }

choice-closed = Esta pregunta ya está cerrada. No ha cambiado nada.

choice-not-yours = Esta pregunta es para otra persona.

confirm-ask =
    { $action }

    ¿Lo hago? Escribe **{ choice-yes }** o **{ choice-no }**.

confirm-done = Hecho.

confirm-cancelled = De acuerdo. No ha cambiado nada.

confirm-expired = Ha pasado un rato, así que no he hecho nada. Escríbelo otra vez si aún lo quieres.

## Cuando no puedo ayudar o algo falla

dont-know = No lo sé, y no quiero adivinar. Aquí hay una persona a quien puedes preguntar: { $person }

dont-know-no-person = No lo sé, y no quiero adivinar. Una persona del equipo puede responder en la sala de ayuda.

not-read =
    No he podido leer tu último mensaje. Su cifrado no se abrió de mi lado. Es un fallo nuestro, no tuyo.
    Por favor, escríbelo otra vez.

    Si es urgente, estas líneas responden ahora:
    { $lines }

turn-failed =
    Algo falló de mi lado al leer tu mensaje. Lo he guardado y he avisado a una persona del equipo.

    Si es urgente, estas líneas responden ahora:
    { $lines }

## Qué ven los bots

whatdoyousee-frame =
    Esto es lo que ven los bots de esta sala:

    { $bots }

    Todo se queda en esta comunidad. Tus palabras se guardan cifradas. Coordinación puede mostrarte o borrar lo que se guarda sobre ti.

whatdoyousee-intake =
    {""}**El bot de bienvenida** lee lo que le escribes en nuestro chat directo. En las salas de dos solo lee palabras que empiezan por **!**, salvo que le dejes leer más.
    Guarda tu idioma, tu país, lo que le contaste de ti y aquello a lo que dijiste que sí.
    Lo ve coordinación. Cuando se propone una pareja de apoyo, la otra persona ve una ficha sin tu nombre.

whatdoyousee-checkin =
    {""}**El bot de seguimiento diario** lee lo que le escribes en nuestro chat directo.
    Guarda tus respuestas si dijiste que sí a eso. Busca señales de que puedas estar en peligro.
    Tus respuestas solo las ves tú. Si hay una señal así, las personas de guardia ven eso, pero no tus palabras.

whatdoyousee-moderation =
    {""}**El bot de seguridad** lee cada mensaje de las salas de grupo, y cada cambio en un mensaje.
    Guarda una nota sobre un mensaje solo cuando puede ser peligroso. Guarda esa nota { $days ->
        [one] un día
       *[other] { $days } días
    }.
    Solo las personas del equipo que están de guardia ven estas notas.

whatdoyousee-escalation =
    {""}**El bot de crisis** lee lo que le escribes en nuestro chat directo y en una sala de caso.
    Guarda cuándo pediste ayuda, quién vino y cómo terminó.
    Las personas de guardia ven un número, la urgencia y un nombre inventado. No ven lo que escribiste en nuestro chat. En una sala de caso, la persona que vino lee lo que escribes allí.

topic-bots-read = Aquí leen bots. Escribe !whatdoyousee para ver qué guardan, o !crisis para ver líneas que responden ahora.

## Para quienes administran el sistema

texts-unreviewed = Ninguna persona con nombre ha revisado aún estos textos: { $files }
