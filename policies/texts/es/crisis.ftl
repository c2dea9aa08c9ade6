# reviewed-by: nobody yet
# lived-experience: unknown

## La respuesta

crisis-answer =
    Gracias por escribirlo. Es importante. Soy un programa, y quiero que llegues a una persona. Estas líneas responden ahora:

    { $lines }

crisis-ask-person = ¿Busco a una persona de nuestro equipo? Escribe **{ choice-yes }** o **{ choice-no }**. Las dos están bien.

crisis-yes =
    He pedido una persona. Te avisaré cuando haya alguien aquí.
    Mientras tanto, las líneas responden:

    { $lines }

crisis-no =
    De acuerdo. No entrará nadie del equipo. Yo sigo aquí, y puedes escribir **{ choice-yes }** en cualquier momento.
    Las líneas siguen abiertas para ti:

    { $lines }

crisis-ask-again = Dije que seguiría aquí, así que pregunto una vez más. ¿Quieres ahora a una persona de nuestro equipo? Escribe **{ choice-yes }** o **{ choice-no }**. No volveré a preguntar.

crisis-waiting-first =
    Todavía no ha respondido nadie del equipo. Ahora he avisado a una segunda persona. Estas líneas responden ahora:

    { $lines }

crisis-waiting-second =
    Todavía no ha respondido nadie del equipo. Ahora he avisado a todas las personas de guardia. Siento que tarde tanto. Estas líneas responden ahora:

    { $lines }

crisis-person-here = Ya hay una persona aquí: { $name }.

crisis-late =
    Yo no estaba en marcha cuando escribiste, hace { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    }. Lo siento. Lo leo ahora.

crisis-late-hours =
    Yo no estaba en marcha cuando escribiste, hace { $hours ->
        [one] más o menos una hora
       *[other] unas { $hours } horas
    }. Lo siento. Lo leo ahora.

## Las líneas

line-call = - **{ $name }**: llama al **{ $number }** ({ $details })
line-text = - **{ $name }**: envía un SMS al **{ $number }** ({ $details })
line-text-keyword = - **{ $name }**: envía **{ $keyword }** por SMS al **{ $number }** ({ $details })
line-call-or-text = - **{ $name }**: llama o envía un SMS al **{ $number }** ({ $details })
line-web = - **{ $name }**: { $url } ({ $details })

# Los detalles entre paréntesis, por ejemplo: día y noche, en inglés y español, para jóvenes
line-always = día y noche
line-hours = { $from }–{ $to }
line-hours-days = { $days }, { $from }–{ $to }
line-languages = en { $languages }
line-youth = para jóvenes
line-extension = después marca { $extension }
line-landline = solo desde un teléfono fijo
line-and = { $first }, { $second }

emergency-numbers = - Si tú o alguien más corre peligro ahora mismo: llama al **{ $numbers }**
emergency-local = - Si tú o alguien más corre peligro ahora mismo: llama al número de emergencias de tu zona
numbers-or = { $first }** o **{ $second }

line-directory = - Más líneas, en muchos países: { $url }

## Una amistad, y menores de 18

crisis-friend =
    Es bueno que estés pendiente de esa persona. Esto puede ayudar:

    - Pregúntale, con palabras claras, si piensa en quitarse la vida. Preguntar no crea esa idea.
    - Escucha. No hace falta que lo arregles.
    - Sigue en contacto y cuéntaselo a otra persona. Es mucho para llevarlo a solas.
    - Estas líneas también hablan con amistades y familia:

    { $lines }

crisis-youth =
    Gracias por decírmelo. Este lugar es para personas de 18 años o más, así que aquí no puedo buscarte una pareja de apoyo. Estas personas están para ti:

    { $lines }

## Para el equipo

lines-due =
    { $count ->
        [one] Hay una línea de crisis que una persona con nombre tiene que comprobar.
       *[other] Hay { $count } líneas de crisis que una persona con nombre tiene que comprobar.
    } La primera dejará de mostrarse después del { $day }.

lines-hidden =
    { $count ->
        [one] Una línea de crisis no se muestra ahora: su última comprobación es demasiado antigua.
       *[other] { $count } líneas de crisis no se muestran ahora: su última comprobación es demasiado antigua.
    } Los miembros ven el número de emergencias y { $url }.
