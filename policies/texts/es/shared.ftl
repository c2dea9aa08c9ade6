# reviewed-by: nobody yet
# lived-experience: unknown

choice-yes-words = s, si, sí, vale, ok, claro, por favor, sí por favor
choice-no-words = n, nop, ahora no, no gracias

command-elsewhere = **{ $command }** es de { $bot }. Escríbelo a { $user } en un chat directo.

greeting-dm = Puedes escribirme aquí cuando quieras. Escribe **!help** para ver qué puedo hacer, o **!crisis** para ver líneas que responden ahora.

operators-refused = El servidor rechazó algo de forma definitiva. Lo guardé con el número { $number }. Qué: { $effect }. Dónde: { $room }. Por qué: { $reason }.

operators-parked = No pude tratar un evento y lo aparté. No se pierde nada. Evento: { $event }. Tipo: { $kind }. Sala: { $room }. Error: { $error }. Para probar otra vez: **kith inbox retry**.

operators-silent = No sé nada de { $bot } desde hace { $seconds } segundos. Por favor, míralo.

operators-heard = { $bot } ha vuelto.

room-welcome = Bienvenida
room-moderators = Moderación
room-moderators-topic = Tarjetas sobre mensajes que una persona debería mirar. Órdenes: !help
room-specialists = Especialistas
room-specialists-topic = Avisos cuando alguien puede estar en crisis. Toca la marca verde para tomar un caso.
room-coordinators = Coordinación
room-coordinators-topic = Parejas, personas de apoyo, y lo que necesita a una persona.
room-operators = Operación
room-operators-topic = Cómo está el software. Nunca lo que escriben los miembros.
