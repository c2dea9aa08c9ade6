# reviewed-by: nobody yet
# lived-experience: unknown

intake-word = { $word }

## La bienvenida

welcome-hello =
    { $hello }

    Te damos la bienvenida a { $organization }, un lugar donde las personas se apoyan unas a otras. Tengo unas preguntas cortas. Puedes escribir **!skip** (saltar) o **!later** (más tarde) cuando quieras.

    { $question }

welcome-language = ¿Qué idioma te va bien?

welcome-language-unknown = Todavía no hablo ese idioma, o no lo he entendido. ¿Cuál de estos te va bien?

welcome-about =
    Antes de que me cuentes nada:

    - Leo lo que me escribes aquí. En las salas de grupo también leen otros bots, para cuidar a todo el mundo. En una sala de dos solo leo lo que empieza por **!**, salvo que me dejes leer más.
    - Si tus palabras suenan a peligro, las personas de guardia saben que hay una preocupación. No reciben tus palabras.
    - { welcome-reporting }
    - **!whatdoyousee** te cuenta más. **!crisis** muestra líneas que responden ahora.

# La política de la organización sobre avisos a la policía y a otras oficinas: si la vuestra es otra, decidla en el overlay.
welcome-reporting = Ningún bot llama a la policía ni a una ambulancia. Una persona de guardia puede pedir ayuda si una vida corre peligro, y te lo dice antes si puede. Si se hace daño a un menor, la ley puede pedir que se avise.

welcome-go-on = seguir
welcome-go-on-words = ok, vale, sí, s, bien, entendido, de acuerdo

welcome-values =
    Esto es lo que cuidamos aquí:

    - Escuchamos. Tratamos bien. No juzgamos.
    - Lo que se dice aquí se queda aquí.
    - Compartimos lo que hemos vivido. No damos consejos sobre medicinas.
    - Sin teléfonos, sin direcciones, sin dinero.
    - Puedes parar, descansar o irte cuando quieras.

    ¿Te parece bien?

welcome-agree = de acuerdo
welcome-agree-words = sí, s, vale, ok, bien, acepto

welcome-country = ¿En qué país vives? Así puedo mostrarte líneas de crisis que responden allí.

welcome-country-unknown = No he encontrado ese país. ¿Qué otro nombre tiene?

welcome-country-which = No sé bien qué país es. ¿Es uno de estos?

welcome-zone = En tu país hay más de una hora. ¿Cuál de estas es la tuya?

welcome-zone-option = { $city }, ahora { $time }

welcome-lines =
    Para una hora difícil, ahora o más adelante, están estas líneas:

    { $lines }

    Las vuelves a encontrar con **!crisis**.

welcome-adult = ¿Tienes 18 años o más?

welcome-adult-unsure = No lo he entendido. ¿Tienes 18 años o más?

welcome-youth-mistake = ¿Fue un error al tocar? Coordinación puede pedirme que pregunte otra vez.

welcome-rooms = Gracias. Nuestras salas ya están abiertas para ti: en tu aplicación encuentras una invitación a cada una.

welcome-done = Eso es todo por ahora. Puedes escribirme cuando quieras: **!me** es lo que sé de ti, **!match** busca una persona para ti, **!privacy** muestra tus permisos y **!help** muestra lo demás.

welcome-later = De acuerdo. Espero. Escribe **!start** cuando quieras seguir.

welcome-cannot-skip = Necesito una respuesta a esta pregunta antes de abrir las salas. **!later** también vale.

welcome-paused = Paramos a mitad de la bienvenida. Escribe **!start** para seguir, o **!help** para ver qué más puedo hacer.

welcome-nothing-open = Ahora no hay ninguna pregunta abierta de la bienvenida. Escribe **!help** para ver qué puedo hacer.

welcome-again = No lo he entendido, así que pregunto otra vez.

welcome-after-crisis = Dejo mis preguntas para otro momento. Soy un programa y no puedo hablar de esto contigo. **!crisis** muestra líneas que responden ahora. Escribe **!start** cuando quieras seguir con la bienvenida, hoy u otro día.

## Permisos

consent-ask =
    Seis cosas que puedes permitir. Todas están apagadas hasta que las enciendas, y puedes cambiar de idea cuando quieras con **!privacy**. La ayuda en una crisis no necesita ninguna.

consent-option = **{ $name }**: { $what }

consent-name-service = perfil
consent-name-screening = lectura
consent-name-matching = pareja
consent-name-checkins = seguimiento
consent-name-reports = informes
consent-name-research = investigación

consent-words-service = servicio, service, guardar
consent-words-screening = leer, revisar, screening, scan
consent-words-matching = parejas, buscar, match, matching
consent-words-checkins = check-ins, checkin, checkins, diario
consent-words-reports = informe, reports, resultados
consent-words-research = estudio, estudios, research, mejorar

consent-what-service = guardar lo que me cuentas de ti
consent-what-screening = leer tus salas de dos, para notar un peligro
consent-what-matching = buscar una persona para ti y mostrar a cada quien una ficha sin nombre
consent-what-checkins = guardar tus respuestas del seguimiento diario
consent-what-reports = contarte, sin nombre, en los informes
consent-what-research = usar tus palabras para mejorar los bots

consent-done = eso es todo
consent-done-words = listo, lista, ya está, hecho, terminado
consent-all-words = todo, todos, todas
consent-none = Los seis están apagados.

consent-more =
    { $told }
    ¿Algo más? Si no: **{ consent-done }**.

consent-noted =
    Anotado.
    { $told }

consent-not-understood = No lo he entendido. Puedes escribir números o nombres, como **1 3** o **pareja**, o **todo** o **ninguno**. Cuando termines: **{ consent-done }**.

consent-on-service = **perfil** está encendido: guardo lo que me cuentas de ti.
consent-on-screening = **lectura** está encendido: en tus salas de dos leo tus propios mensajes, para notar un peligro.
consent-on-matching = **pareja** está encendido: puedo buscar una persona para ti.
consent-on-checkins = **seguimiento** está encendido: se guardan tus respuestas, para ti.
consent-on-reports = **informes** está encendido: cuentas en los informes, sin nombre.
consent-on-research = **investigación** está encendido: tus palabras pueden servir para mejorar los bots.

consent-off-service = **perfil** está apagado. Termina: no guardo nada nuevo de ti. Queda: tu idioma, tu país y tu respuesta sobre la edad, para que las líneas de crisis sean las tuyas, y esta lista de tus decisiones. Se borra: tu perfil, ahora.
consent-off-screening = **lectura** está apagado. Termina: en las salas de dos solo leo lo que empieza por **!**. Queda: lo que salió de una preocupación anterior. Se borra: nada, porque no guardo mensajes de allí.
consent-off-matching = **pareja** está apagado. Termina: no busco a nadie ni muestro fichas. Queda: las salas que ya compartes con alguien; son vuestras. Se borra: tu lugar en la lista de espera, ahora.
consent-off-checkins = **seguimiento** está apagado. Termina: no se guarda ninguna respuesta nueva. Queda: las respuestas de antes, hasta que pidas a coordinación que las borre. Se borra: nada por sí solo.
consent-off-reports = **informes** está apagado. Termina: los informes nuevos no te cuentan. Queda: los informes ya hechos; no llevan nombres. Se borra: nada por sí solo.
consent-off-research = **investigación** está apagado. Termina: tus palabras ya no se usan. Queda: lo aprendido antes; no lleva ninguna de tus palabras. Se borra: nada por sí solo.

privacy-frame =
    Estos son tus permisos:

    { $switches }

    Para cambiarlos: **!privacy sí pareja** o **!privacy no investigación**. Puedes poner varios nombres a la vez.

privacy-line = - **{ $name }** está { $state }: { $what }
privacy-is-on = encendido
privacy-is-off = apagado
privacy-on-words = sí, on, encender, enciende, permitir
privacy-off-words = no, off, apagar, apaga, ninguno, ninguna, nada

privacy-changed =
    Hecho. Vale desde ahora, en todos los bots.

    { $told }

privacy-usage = Se escribe así: **!privacy sí pareja** o **!privacy no investigación**. **!privacy** a secas muestra los seis.

privacy-unknown = No conozco ningún permiso con este nombre: { $words }. No ha cambiado nada. **!privacy** muestra los seis.

## El perfil

profile-ask-experiences = ¿Con qué vives, o qué has pasado? Bastan unas palabras, como «ataques de pánico y turnos de noche». Busco temas en ellas. Otras personas solo ven los temas, cuando busco a alguien para ti.

profile-themes = He anotado estos temas: { $themes }. Tus propias palabras se quedan conmigo.

profile-no-themes = He guardado tus palabras. No he encontrado en ellas ningún tema que alguien más haya nombrado aquí. No pasa nada.

profile-ask-helps = ¿Qué te ayuda, o qué deseas de una persona con quien hablar? Estas palabras van en tu ficha. Por favor, sin nombres ni números.

profile-no-contact = Eso parece una forma de contactarte, así que no lo he guardado: en las fichas no hay números, enlaces ni direcciones. ¿Qué te ayuda, con otras palabras?

profile-ask-role = ¿Para qué estás aquí ahora? Puedes cambiarlo cuando quieras.

profile-role-seeking = busco apoyo
profile-role-offering = ofrezco apoyo
profile-role-both = las dos cosas
profile-role-resting = ahora descanso

profile-role-seeking-words = buscar, busco, seeking
profile-role-offering-words = ofrecer, ofrezco, dar, offering
profile-role-both-words = ambas, ambos, las dos, both
profile-role-resting-words = descansar, descanso, pausa, resting

profile-role-set = Anotado: { $role }.

profile-nothing = todavía nada

profile-shown =
    Esto es lo que sé de ti:

    - Idioma: { $language }
    - País: { $country }
    - Temas: { $themes }
    - Tus palabras: { $words }
    - Lo que ayuda: { $helps }
    - Ahora: { $role }

    ¿Qué quieres cambiar? Nada también está bien.

profile-field-experiences = lo que he vivido
profile-field-helps = lo que me ayuda
profile-field-role = buscar u ofrecer
profile-field-language = idioma
profile-field-country = país

profile-field-experiences-words = vivido, experiencias, temas
profile-field-helps-words = lo que ayuda, ayudarme
profile-field-role-words = buscar, ofrecer, rol
profile-field-language-words = lengua, idiomas
profile-field-country-words = países, nación

profile-may-keep = Para esto necesito tu sí a **{ consent-name-service }**: { consent-what-service }. Puedes retirarlo con **!privacy**. ¿Te parece bien?

## Encontrar a alguien

match-consent = Para esto necesito tu sí a **{ consent-name-matching }**: { consent-what-matching }. Puedes retirarlo con **!privacy**. ¿Te parece bien?

match-needs-welcome = Antes de buscar a una persona necesito unas respuestas: tu idioma, y que tienes 18 años o más. Escribe **!start** y seguimos donde paramos.

match-adults-only = Solo puedo poner en contacto a personas de 18 años o más. **!crisis** muestra personas que están para ti.

match-while-resting = Me dijiste que ahora descansas. Escribe **!role buscar** cuando quieras que busque a una persona.

match-looking = Estoy buscando. Pregunto a una persona cada vez, así que puede tardar un poco. Te escribo en cuanto sepa más. **!match stop** lo termina.

match-still-looking = Sigo buscando para ti. Te escribo en cuanto sepa más. **!match stop** lo termina.

match-stopped = De acuerdo, ya no busco. Escribe **!match** cuando quieras que busque.

match-nobody = Todavía no he encontrado a nadie. Lo digo como es: ahora no hay nadie libre que encaje. Sigues en la lista, y sigo buscando. **!crisis** muestra líneas que responden ahora.

match-group-meanwhile = Hasta entonces, la sala «{ $room }» está abierta para ti. Te he enviado una invitación.

match-why-shared = Habéis escrito sobre lo mismo: { $themes }.
match-why-language = Habláis el mismo idioma.

card-for-supporter =
    Alguien busca a una persona con quien hablar.

    { $lines }

    ¿Quieres conocer a esta persona? No pasa nada si dices que no: la otra persona nunca lo sabe.

card-for-seeker =
    Hay una persona a quien le gustaría hablar contigo.

    { $lines }

    ¿Quieres conocer a esta persona? No pasa nada si dices que no: la otra persona nunca lo sabe.

card-themes = Temas: { $themes }
card-helps = En sus palabras, lo que ayuda: «{ $words }»

card-closed = Esta ficha está cerrada. No hay nada que hacer.

match-thanks-wait = Gracias. Ahora pregunto a la otra persona, y te escribo en cualquier caso.

match-no-is-fine = De acuerdo. Nadie lo sabrá.

match-not-this-time = Gracias por estar disponible. Esta vez no ha salido. Pasa, y no es por ti.

match-search-rests = No respondiste a mi ficha, así que he dejado de buscar. No pasa nada. Escribe **!match** cuando quieras que siga.

match-both-said-yes = Habéis dicho que sí. He hecho una sala para vosotros dos y te he enviado una invitación.

match-again-later = De acuerdo. Escribe **!match** cuando quieras que busque otra vez.

## La sala de dos

pair-room-name = Una sala de dos

pair-agreement =
    Esto es lo que vale en esta sala:

    - **Quién**: las dos personas de aquí. No sois médicos. Yo también estoy, como programa, y solo leo lo que empieza por **!**, salvo que alguien me deje leer más.
    - **Qué**: escuchar y compartir. Sin consejos sobre medicinas, sin dinero, sin fotos.
    - **Cuándo**: cada quien responde cuando le va bien. Nadie necesita responder enseguida.
    - **Dónde**: en esta sala y en ningún otro sitio.
    - **Cómo**: con cuidado. Podéis parar cuando queráis: **!rematch** lo termina, sin dar motivos. **!report** avisa a moderación. **!crisis** muestra líneas que responden ahora.

pair-agreement-ask =
    { $agreement }

    ¿Os parece bien? Cada quien dice que sí.

pair-one-agreed = Una de las dos personas ha dicho que sí. Espero a la otra.

pair-both-agreed = Habéis dicho que sí. La sala es vuestra. **!agreement** lo muestra otra vez.

pair-starters =
    Si queréis, aquí hay tres formas de empezar:

    - ¿Qué haría hoy un poco más fácil?
    - ¿Qué te gustaría que la gente supiera de esto?
    - ¿Qué te ha ayudado antes, aunque sea un poco?

pair-ended = Esta pareja ha terminado. Gracias por el tiempo que os habéis dado. Cierro la sala ahora.

pair-ended-reason = Esta pareja ha terminado. No es culpa de nadie.

pair-ended-seeker = Tu sala de dos ha terminado. Pasa, y no es por ti. ¿Busco a otra persona?

pair-ended-supporter = Una de tus salas de dos ha terminado. Gracias por haber estado.

pair-which = No sé bien a qué sala te refieres. Por favor, escríbelo en la propia sala de dos.

report-ticket =
    {""}**Aviso { $number }**, de la pareja { $pair }.
    Sobre: { $about }
    Lo que se dijo: { $words }

report-no-words = sin palabras

report-no-pair = Hasta ahora no has tenido ninguna sala de dos. ¿Pasa algo en una sala de grupo? Escribe **!report** allí, y el bot de seguridad avisa al equipo.

report-noted = Gracias. He avisado a moderación. Es el aviso número { $number }. La otra persona no sabe que has escrito. Si quieres dejar la pareja: **!rematch**. También puedes escribir **!report** aquí, donde nadie más lo ve.

## Quienes apoyan, y coordinación

supporter-hello = Coordinación te ha nombrado como persona que apoya. Cuando alguien encaje, te muestro una ficha sin nombre y dices sí o no. **!full** o **!resting** para las fichas al momento, **!available** las trae de vuelta.

supporter-may-show = ¿Puedo mostrar a otras personas una ficha tuya sin nombre, y a ti la suya? Puedes retirarlo con **!privacy**.

supporter-ready = Gracias. Te escribo cuando alguien encaje.

supporter-now-full = Anotado: por ahora tienes suficientes personas. No hay fichas nuevas. Escribe **!available** cuando haya sitio.

supporter-now-resting = Anotado: descansas. No hay fichas nuevas. Escribe **!available** cuando quieras seguir.

supporter-now-available = Anotado. Vuelves a recibir fichas.

supporter-flagged = { $user } ya es persona que apoya. Se lo he dicho.
supporter-already = { $user } ya era persona que apoya.
supporter-removed = { $user } ya no es persona que apoya. Las salas de dos que tiene siguen como están.
supporter-is-none = { $user } no es persona que apoya.

supporters-frame =
    Quienes apoyan:

    { $lines }

supporters-none = Todavía no hay nadie. **!supporter @nombre:servidor** nombra a alguien.

supporter-line = - { $user }: { $state }, { $pairs } de { $most } parejas, idioma: { $language }

supporter-is-available = disponible
supporter-is-busy = tiene una ficha por responder
supporter-is-full = sin sitio
supporter-is-resting = descansa
supporter-is-adult = falta terminar la bienvenida
supporter-is-language = falta el idioma
supporter-is-consent = falta el sí a la pareja

queue-frame =
    Quién espera:

    { $lines }

queue-empty = No espera nadie.

queue-waits = - { $user }: { $language }, { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }, ahora no hay nadie a quien se pregunte

queue-offered = - { $user }: { $language }, { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }, hay una ficha con { $supporter }

make-done = Hecho. Pregunto a las dos personas. La sala llega cuando ambas hayan dicho que sí.

make-not-known = A una de las dos todavía no la conozco, o la segunda no es persona que apoya. **!supporters** muestra quién lo es.
make-not-gone = Una de las dos ya no está.
make-not-self = Es la misma persona.
make-not-adult = Una de las dos no ha dicho que tiene 18 años o más.
make-not-consent = Una de las dos no ha dicho que sí a la pareja.
make-not-never = Ya comparten una sala, o una de las dos la terminó antes. No se les vuelve a juntar.
make-not-language = No comparten idioma.
make-not-lately = Una de las dos ha dicho que no hace poco.
make-not-full = La persona que apoya no tiene sitio.
make-not-resting = La persona que apoya descansa.
make-not-busy = La persona que apoya tiene una ficha por responder. Por favor, prueba después.

adult-asked = Pregunto otra vez a { $user } por su edad.

coordinators-nobody = Alguien espera a una persona con quien hablar, idioma: { $language }. No he encontrado a nadie. **!match queue** muestra quién espera.

## Ayuda

help-start = seguir con la bienvenida
intake-help-skip = saltar una pregunta de la bienvenida
help-later = parar la bienvenida por ahora
help-privacy = lo que permites: verlo y cambiarlo
help-me = lo que sé de ti: verlo y cambiarlo
help-role = decir si buscas u ofreces apoyo, o si descansas
help-match = buscar una persona para ti
help-full = sin fichas nuevas: por ahora hay suficientes personas
help-resting = sin fichas nuevas: descansar
help-available = recibir fichas otra vez
help-agreement = ver otra vez lo que vale aquí
help-starter = tres formas de empezar
help-rematch = terminar esta pareja; sin dar motivos
intake-help-report = avisar a moderación sobre tu sala de dos; la otra persona no lo sabe
help-supporter = nombrar a una persona que apoya, o quitarla
help-supporters = ver a todas las personas que apoyan
help-adult = preguntar otra vez a alguien por su edad
