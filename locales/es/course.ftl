### Cursos: qué son, quién participa y por dónde va cada uno

courses = Cursos
nav-courses = Cursos
courses-now = En marcha y próximos
courses-past = Terminados
courses-empty = Todavía no hay cursos.
courses-empty-begin = Crea uno: solo lo verás tú hasta que lo abras a los demás.

course-days = { $from } – { $until }
course-zone = Días y horas en { $zone }
course-prepared = En preparación
course-coming = Aún no ha empezado
course-week-of = Semana { $week } de { $weeks }
course-over = Terminado

course-you-instruct = Lo impartes tú
course-you-guide = Eres guía
course-you-take-part = Participas
course-you-wait = En lista de espera
course-you-asked = Has pedido participar
course-you-are-invited = Tienes una invitación

part-member = Participante
part-guide = Guía
part-instructor = Docente
part-leader = Responsable

course-take-part = Participar
course-join = Participar
course-places-free = { $count ->
    [one] Queda una plaza.
   *[other] Quedan { $number } plazas.
}
course-invited-text = Te han invitado a este curso.
course-accept = Aceptar y participar
course-decline = No, gracias
course-ask-text = Quienes dirigen el curso deciden quién participa. Aquí leerás su respuesta.
course-ask-words = Unas palabras sobre ti
course-ask = Pedir participar
course-asked-text = Has pedido participar. Quienes dirigen el curso decidirán.
course-take-back = Retirar la petición
course-take-back-text = Dejarás de estar en la lista. Podrás volver más adelante, al final de ella.
course-full-text = Todas las plazas están ocupadas. Si esperas, entrarás en cuanto quede una libre, por orden de llegada.
course-wait = Esperar una plaza
course-waiting-text = Estás en la lista de espera. En cuanto quede una plaza libre, será tuya.
course-wait-no-longer = Dejar de esperar
course-uninvited-text = A este curso solo se entra con invitación.
course-over-text = Este curso ha terminado. Ya no se puede entrar.
course-tell-me = Me habría gustado participar
course-over-noted = Quienes dirigen el curso saben que te habría gustado participar y podrán invitarte la próxima vez.
course-sign-in = Iniciar sesión y participar
course-sign-up = Crear una cuenta
course-outcomes = Qué sabrás hacer
course-staff = Quién lo dirige
course-staff-more = { $count ->
    [one] y una persona más
   *[other] y { $number } personas más
}
course-manage = Gestionar el curso
course-leave = Dejar el curso
course-leave-title = ¿Dejar «{ $name }»?
course-leave-text = Ya no leerás lo que se escribe solo para el curso. Lo que escribiste tú se queda, y podrás seguir leyéndolo y eliminarlo. Tu plaza pasará a la siguiente persona que espera.
course-only-instructor = Nadie más imparte el curso. Nombra antes a otra persona.

course-done-in = Ya participas. ¡Te damos la bienvenida!
course-done-asked = Tu petición se ha enviado.
course-done-waiting = Estás en la lista de espera.
course-done-over = Gracias. Quienes dirigen el curso ya lo saben.
course-done-left = Hecho. Ya no participas.

## Gestionar un curso

course-begin = Crear un curso
course-begin-lede = Al principio solo lo ves tú. Añade módulos y personas, míralo como lo vería un participante y ábrelo cuando esté listo.
course-to-course = Ir al curso
course-manage-nav = Gestión del curso
course-nav-settings = Ajustes
course-nav-people = Personas
course-address-hint = Figura en la dirección del curso y no cambia. Si lo dejas vacío, se forma con el título.
course-tagline = En una frase
course-about = De qué trata
course-outcomes-hint = Una línea para cada cosa.
course-starts = Primer día
course-ends = Último día
course-time-zone = Zona horaria
course-zone-hint = Todos los días y horas del curso están en esta zona. Los participantes los ven en la suya.
course-joining = Quién puede participar
course-joining-open = Cualquier miembro
course-joining-ask = Quien lo pida y sea admitido
course-joining-invited = Solo quien tenga invitación
course-places = Plazas
course-places-hint = Déjalo vacío si puede venir quien quiera. Cuando se ocupan todas, se forma una lista de espera. Quienes dirigen no ocupan plaza.
course-places-wrong = Escribe un número, por ejemplo 35, o déjalo vacío.
course-audience = Quién puede leer los módulos
course-for-participants = Quienes participan
course-audience-hint = Una vez abierto el módulo. Antes solo lo ven quienes dirigen el curso.
course-titles-ahead = Mostrar los títulos de los módulos antes de que se abran
course-ends-wrong = El último día va después del primero, como mucho cinco años más tarde.
course-sure = Sí, son esos días
course-sure-text = El último día ya ha pasado: nadie podrá entrar. ¿Es lo que quieres?
course-dates = Lo que está previsto
course-dates-later = { $count ->
    [one] El curso empieza un día más tarde. ¿Se mueve también lo previsto?
   *[other] El curso empieza { $number } días más tarde. ¿Se mueve también lo previsto?
}
course-dates-earlier = { $count ->
    [one] El curso empieza un día antes. ¿Se mueve también lo previsto?
   *[other] El curso empieza { $number } días antes. ¿Se mueve también lo previsto?
}
course-dates-move = Sí, todo lo que aún no ha pasado se mueve los mismos días
course-dates-move-hint = Cuándo se abren y acaban los módulos, las sesiones en directo, cuándo se abren y se entregan las tareas y quién tiene más tiempo; las horas no cambian. El último día también se mueve, si no lo has cambiado aquí. Los anuncios se quedan donde están.
course-dates-past = Lo que quede en el pasado se abre enseguida.
course-dates-stay = No, se queda donde está
course-dates-choose = Elige una de las dos opciones.
course-moved-on = Otra persona ha cambiado el curso entretanto. Guarda de nuevo para que valga lo que hay aquí.
course-prepared-text = De momento solo ven el curso quienes lo dirigen.
course-open = Abrir el curso
course-close = Cerrar el curso
course-close-text = Ya no podrá entrar nadie ni se esperará nada más. Todo seguirá siendo legible, y puedes volver a abrirlo.
course-closed-text = El curso está cerrado.
course-reopen = Volver a abrirlo
course-done-begun = El curso está creado. De momento solo lo ves tú.
course-done-saved = Guardado.
course-done-moved = Guardado. Lo que aún no había pasado se ha movido los mismos días.
course-done-opened = El curso está abierto: ya se puede encontrar y entrar en él.
course-done-closed = El curso está cerrado.
course-done-reopened = El curso vuelve a estar abierto.

course-asked = Piden participar
course-waiting-list = Lista de espera
course-waiting-list-hint = Quien llegó primero entra por sí solo cuando queda una plaza. También puedes dar antes una plaza libre.
course-invite = Invitar a miembros
course-invite-handles = Nombres de usuario
course-invite-hint = Por ejemplo @marta, @bram. Encontrarán la invitación en la página del curso.
course-invite-button = Invitar
course-invite-many = Invita como mucho a cien a la vez.
course-invite-unknown = Uno de ellos no es miembro. Aún no se ha invitado a nadie.
course-participants = Participantes
course-taken-of = { $taken } de { $places } plazas
course-nobody-yet = Todavía no participa nadie.
course-since = desde el { $date }
course-part-of = Papel de { $name } en este curso
course-part-out = Ya no está en el curso
course-let-in = Admitir
course-turn-away = Rechazar
course-uninvite = Retirar
course-people-in = Ya participa en el curso.
course-people-waiting = Todas las plazas están ocupadas: queda en la lista de espera.
course-people-away = Hecho.
course-people-out = Ya no está en el curso.
course-people-part = Guardado.
course-people-invited = Invitación enviada.

## Módulos

course-nav-modules = Módulos
course-plan = Las semanas
course-plan-none = Todavía no hay módulos. Crea todas las semanas a la vez o empieza por uno.
course-next = Lo siguiente
course-this-week = Al módulo de esta semana
course-late-text = Llegaste con el curso en marcha. Empieza por esta semana: ahí están todos ahora, y las anteriores siguen abiertas.
course-behind = { $count ->
    [one] En una semana anterior queda algo. No hay prisa: este es el camino más corto para volver.
   *[other] En { $number } semanas anteriores queda algo. No hay prisa: este es el camino más corto para volver.
}
course-nothing-left = Has hecho todo lo que se ha pedido hasta ahora.
course-nothing-yet = Todavía no se ha abierto ningún módulo.
course-now = Ahora
course-posts = Escrito para el curso
module-untold = Se anunciará
module-later = Se abrirá más adelante
module-opens-at = Se abre el { $time }
module-is-open = Abierto
module-by-hand = Se abre a mano
module-not-open = Aún no está abierto
module-until = hasta el { $date }
module-progress = { $done } de { $core } hechos
module-minutes = { $count ->
    [one] alrededor de un minuto
   *[other] unos { $number } minutos
}
module-edit = Editar el módulo
module-as-participant = Verlo como participante
module-looking-as = Esto es lo que verán los participantes cuando se abra el módulo.
module-look-back = Volver
module-catch-up = Semana de respiro
module-catch-up-short = esta semana no hay nada nuevo
module-catch-up-text = Esta semana no llega nada nuevo. Lee lo que no te dio tiempo, responde a alguien o descansa.
module-left = Lo que queda
module-nothing-left = Has hecho todo lo que se pedía. Responde a alguien o disfruta de la semana.
module-things-left = { $count ->
    [one] queda { $number } cosa
   *[other] quedan { $number } cosas
}
module-posts = Lo que escriben los participantes
module-no-posts = Todavía no ha escrito nadie para este módulo.
module-write = Escribe tu entrada para este módulo
module-write-more = Escribir otra entrada
module-live = Sesión en directo
module-live-cancelled = La sesión no se celebra.
module-live-over = La sesión ya ha terminado.
module-live-join = Entrar en la sesión
module-recording = Grabación
module-recording-of = Grabación de la sesión en directo
module-neighbours = Otros módulos
module-before = Antes
module-after = Después
part-read = Para leer
part-view = Para ver
part-explore = Para explorar
part-do = Para hacer
item-done = Hecho
item-not-done = Aún sin hacer
item-tick = Marcar como hecho
item-optional = si te apetece
item-late = Nuevo
item-follows-post = se hace publicando una entrada para este módulo
item-follows-comment = se hace respondiendo en este módulo
item-follows-tick = se marca a mano
write-for-module = Estás escribiendo para el módulo «{ $name }».
module-add = Añadir un módulo
module-weeks = Todas las semanas a la vez
module-weeks-text = Crea un módulo por semana. Después les pones nombre y contenido.
module-weeks-count = Cuántos módulos
module-weeks-after = Semana de respiro tras el módulo
module-weeks-after-hint = Déjalo vacío si no hay ninguna.
module-weeks-first = El primero se abre
module-weeks-button = Crear las semanas
module-weeks-wrong = Escribe un número del 1 al 52.
module-week = Semana { $number }
module-in-zone = En { $zone }.
module-too-many = Un curso tiene como mucho 200 módulos.
module-too-many-items = Un módulo tiene como mucho 100 elementos.
module-minutes-wrong = Escribe un número de minutos, como mucho un día.
module-opens = Se abre
module-opens-hint = En { $zone }. Déjalo vacío para abrirlo a mano. Lo que se ha abierto sigue abierto.
module-ends = Último día
module-ends-wrong = El último día no puede ser anterior a la apertura.
module-introduction = Introducción
module-prompt = Sobre qué escribir
module-prompt-hint = La pregunta que los participantes responden en sus blogs.
module-question-hint = Aparece debajo del módulo. Quien comenta allí puede responderla a la vez; los miembros también pueden hacerlo sin comentar. Déjala en blanco para no preguntar nada.
module-live-begins = La sesión en directo empieza
module-live-minutes = Minutos
module-live-link = Enlace a la sesión
module-live-cancel = Cancelar la sesión en directo
module-live-restore = Se celebra, después de todo
module-is-catch-up = Una semana de respiro: nada nuevo
module-words = El módulo
module-items = Para leer, ver, explorar y hacer
module-no-items = Nada todavía.
module-open = Abrirlo ahora
module-delete = Eliminarlo
module-done-added = Añadido.
module-done-opened = El módulo está abierto y quienes siguen el curso lo sabrán.
module-done-live-cancelled = La sesión está cancelada. Así consta en la página del módulo y en los calendarios.
module-done-live-restored = La sesión vuelve a celebrarse.
module-done-deleted = Eliminado.
item-add = Añadir algo
item-change = Cambiarlo
item-remove = Quitar
item-part = Tipo
item-address = Dirección
item-address-hint = No se carga nada de allí hasta que alguien sigue el enlace.
item-author = De
item-minutes = Minutos
item-licence = Licencia
item-note = Unas palabras
item-follows = Cómo se hace
item-is-optional = Para quien quiera, no se pide a todos
move-up = Subir «{ $name }»
move-down = Bajar «{ $name }»
course-copy = Otra edición
course-copy-text = Copia los textos, los ajustes, los módulos y las tareas de este curso. Todas las fechas se mueven días enteros y los enlaces a sus propias páginas llevan a las nuevas. La gente y lo que escribió se quedan en este.
course-copy-address-hint = Si lo dejas vacío, se forma con el título y el año.
course-copy-starts-hint = Semanas enteras más tarde conservan los días de la semana.
course-copy-button = Copiar

## Grupos de acogida

staff-room = Sala del equipo
staff-room-lede = Para quienes dirigen y acompañan este curso. Nadie más puede leer lo que se dice aquí.
homerooms = Grupos de acogida
homeroom-name = Grupo { $number }
homeroom-people = { $count ->
    [0] Nadie todavía
    [one] { $number } participante
   *[other] { $number } participantes
}
homeroom-console = Acompañarlo
homeroom-posts = Lo último que se ha escrito aquí
homeroom-no-posts = Aquí aparecerá lo que la gente de este grupo escriba para el curso.
homeroom-guides = Guías
homeroom-no-guide = Aún sin guía
homeroom-with = Quién está aquí
homeroom-look = Ver su página
homeroom-called = Nombre
homeroom-give-guide = Hacer guía de este grupo
homeroom-take-guide = Quitar como guía
homeroom-staff-first = Nombra antes a alguien guía del curso.
homeroom-move = Grupo de { $name }
homeroom-move-button = Mover
homeroom-none = En ningún grupo
homerooms-none = Todavía no hay grupos de acogida.
homerooms-none-yet = Podrás repartir a la gente cuando alguien participe. Hasta entonces puedes crear grupos y asignarles guías.
homerooms-place = Repartir a la gente
homerooms-unplaced = { $count ->
    [0] Todos los participantes están en un grupo.
    [one] { $number } participante no está en ningún grupo.
   *[other] { $number } participantes no están en ningún grupo.
}
homerooms-size = Como mucho, en cada uno
homerooms-size-hint = Se diferencian como mucho en una persona: 37 personas con un máximo de 35 dan 19 y 18.
homerooms-size-wrong = Escribe un número del 2 al 500.
homerooms-by = Quiénes se juntan
homerooms-by-chance = Los que reúna el azar
homerooms-by-zone = Gente que vive a las mismas horas
homerooms-by-language = Gente que lee en el mismo idioma
homerooms-together = Juntas las personas del mismo trabajo
homerooms-apart = Repartidas las personas del mismo trabajo
homerooms-colleagues-hint = Trabajan en el mismo lugar quienes indican lo mismo en su perfil y lo muestran a otras personas. Lo primero es que los grupos sean iguales.
homerooms-place-button = Repartir
homerooms-place-hint = Cada persona va al grupo más pequeño. Quien ya está en uno no se mueve.
homerooms-nobody = No hay nadie a quien repartir.
homerooms-too-many = Harían falta más de 2000 grupos.
homerooms-add = Añadir un grupo
homerooms-done-placed = Ya están todos en un grupo.
homerooms-done-added = Añadido.

## Lo que ve quien guía

console-whole = Todo el curso
console-unanswered = Nadie sin respuesta
console-nobody-answered = Esperan respuesta
console-for-how-long = Desde cuándo
console-hours = { $count ->
    [0] Todo
    [24] Desde hace un día
    [48] Desde hace dos días
   *[other] Desde hace cuatro días
}
console-all-answered = Todo el mundo ha recibido respuesta.
console-question = Pregunta en un comentario
console-newcomer = Acaba de llegar
console-answering = { $name } está a punto de responder.
console-answer = Responder
console-let-go = Dejarlo a otros
console-taken = Otra persona está a punto de responder a esto.
console-note = Enviar unas palabras
pulse-silent = En silencio
pulse-silent-hint = Una semana sin venir
pulse-stuck = Sin avanzar
pulse-stuck-hint = Han venido esta semana, pero van por detrás de lo que tocaba hace dos
pulse-thriving = Florecen
pulse-thriving-hint = Al día, han escrito y han recibido respuesta
pulse-steady = En camino
pulse-steady-hint = Los demás
pulse-here = última visita el { $date }
pulse-never = aún no ha venido
pulse-core = { $core } de { $asked } puntos esenciales
pulse-posts = { $count ->
    [0] ninguna entrada
    [one] { $number } entrada
   *[other] { $number } entradas
}
pulse-comments = { $count ->
    [0] ningún comentario
    [one] { $number } comentario
   *[other] { $number } comentarios
}

## Calendarios

calendar-page = Tus fechas
calendar-lede = Sesiones en directo, semanas para ponerse al día, lo que se abre y lo que hay que entregar, y los encuentros de tus tribus. Te suscribes una vez y tu propio calendario se actualiza cuando algo cambia.
calendar-none = Todavía no estás en ningún curso ni tribu. Cuando lo estés, sus fechas aparecerán aquí.
calendar-ahead = Lo que viene
calendar-nothing-ahead = Ahora mismo no hay nada previsto. Aquí aparecerán las próximas fechas de tus cursos y tribus.
calendar-more = { $count ->
    [one] Y una fecha más. El calendario al que te suscribes las tiene todas.
   *[other] Y { $number } fechas más. El calendario al que te suscribes las tiene todas.
}
calendar-subscribe = En tu propio calendario
calendar-left = Un curso o una tribu donde ya no estás
calendar-all = Todas mis fechas
calendar-address = Dirección para suscribirte
calendar-made-on = Creada el { $date }
calendar-open = Abrir en el calendario de este dispositivo
calendar-make = Crear una dirección
calendar-make-again = Crear una dirección nueva
calendar-end = Anular esta dirección
calendar-how = Cómo suscribirte
calendar-how-begin = Crea arriba una dirección. Después:
calendar-how-device = En un móvil, una tableta o un Mac: elige «Abrir en el calendario de este dispositivo», o añade en los ajustes un calendario con esta dirección.
calendar-how-google = Google Calendar: en un ordenador, elige «Otros calendarios», después «Desde URL», y pega la dirección.
calendar-how-outlook = Outlook: elige «Agregar calendario», después «Suscribirse desde la web», y pega la dirección.
calendar-how-thunderbird = Thunderbird: elige «Nuevo calendario», después «En la red», y pega la dirección.
calendar-how-slow = Es mejor suscribirse que importar: un archivo importado se queda como estaba. Los calendarios buscan los cambios por su cuenta, algunos solo una vez al día.
calendar-how-private = Quien tenga la dirección puede leer estas fechas. Si ha llegado a otras manos, crea una nueva: la anterior deja de funcionar al momento.
calendar-done-made = La dirección está lista. Si tenías otra, ya no lleva a ninguna parte.
calendar-done-ended = Hecho. La dirección ya no lleva a ninguna parte.
calendar-gone = Esta dirección de calendario ya no existe
calendar-gone-text = Se anuló o se creó otra en su lugar. Su titular encuentra la actual en la página de sus direcciones de calendario.
calendar-opens = Se abre: { $title } · { $course }
calendar-reviews = Revisiones hasta: { $title } · { $course }
calendar-due = Entrega: { $title } · { $course }
calendar-live = Sesión en directo: { $title } · { $course }
calendar-first-day = Primer día: { $course }
calendar-last-day = Último día: { $course }
calendar-cancelled = Cancelada: { $what }

## Momentos previstos

field-moment-wrong = Escribe un día y una hora.
field-day-wrong = Escribe un día.

## Tribus

tribes = Tribus
tribes-lede = Grupos que los miembros crean en torno a lo que les interesa. Únete a uno o crea el tuyo.
tribes-all = Todas las tribus
tribes-calls = Para ti
tribes-empty = Todavía no hay tribus. Crea la primera.
tribes-none-found = Ninguna tribu coincide con «{ $words }». Prueba con otra palabra.
tribes-search = Buscar tribus
tribes-see-all = Ver todas las tribus
nav-tribes-calls = Tribus ({ $number })

tribe-found = Crear una tribu
tribe-found-lede = Al principio la llevarás tú, y podrás pasarla a otra persona cuando quieras.
tribe-edit = Ajustes de la tribu
tribe-name = Nombre
tribe-tagline = En una línea
tribe-tagline-hint = Aparece en la lista de tribus.
tribe-about = Sobre la tribu
tribe-about-none = Todavía no se ha escrito nada sobre esta tribu.
tribe-rules = Normas
tribe-rules-hint = Lo que esperáis unos de otros. Aquí también puedes usar Markdown.
tribe-door = Quién puede unirse
tribe-door-open = Abierta
tribe-door-open-hint = Cualquier miembro puede unirse al momento.
tribe-door-ask = Con solicitud
tribe-door-ask-hint = Se pide entrar, y quien lleva la tribu lo acepta.
tribe-door-hidden = Oculta
tribe-door-hidden-hint = Con invitación. Nadie más la encuentra ni sabe que existe, tampoco la organización.
tribe-hide-not-yours = Solo quien lleva la tribu puede ocultarla.
tribe-places = Plazas
tribe-places-hint = Cuántas personas pueden unirse además de quien la lleva. Déjalo vacío si no hay límite.
tribe-places-wrong = Escribe un número entero de 1 a 100.000 o déjalo vacío.
tribe-moved-on = Otra persona cambió estos ajustes después de que los abrieras. No se ha sobrescrito nada: lo que escribiste está abajo. Si guardas ahora, sustituirá a lo suyo.
tribe-picture = Imagen
tribe-picture-new = Imagen nueva
tribe-picture-alt = Qué muestra
tribe-picture-alt-hint = Se lee en voz alta a quien no puede ver la imagen. Déjalo vacío si solo es un adorno.
tribe-picture-remove = Quitar la imagen

tribe-members = { $count ->
    [one] Un miembro
   *[other] { $number } miembros
}
tribe-leader = La lleva
tribe-people = Miembros
tribe-people-of = Miembros de { $name }
tribe-since = desde el { $date }
tribe-closed = Cerrada
tribe-is-closed = Esta tribu está cerrada. Ahora nadie puede unirse.
tribe-closed-hint = Esta tribu está cerrada: no se empieza nada nuevo y todo sigue ahí para leerlo.
tribe-inside-hint = Lo que se habla aquí es para los miembros de la tribu.
tribe-sign-in = Los miembros pueden unirse a esta tribu.

tribe-you-lead = La llevas tú
tribe-you-are-in = Estás dentro
tribe-you-wait = En lista de espera
tribe-you-asked = Solicitud enviada
tribe-you-are-invited = Tienes una invitación
tribe-call-lead = Te han pedido que la lleves
tribe-call-welcome = Ya estás dentro
tribe-call-asking = { $count ->
    [one] Una persona pide entrar
   *[other] { $number } personas piden entrar
}
tribe-call-lapsed = Quien la lleva quiere pasarla y nadie ha aceptado
tribe-welcome = Ya estás dentro. ¡Te damos la bienvenida!

tribe-join = Unirme
tribe-ask = Pedir entrar
tribe-wait = Apuntarme a la lista de espera
tribe-full = Todas las plazas están ocupadas. Cuando quede una libre, será para la siguiente persona de la lista de espera.
tribe-words = Unas palabras para quien la lleva
tribe-words-hint = Quién eres o por qué te gustaría entrar. Solo lo lee quien lleva la tribu.
tribe-accept = Aceptar
tribe-decline = Rechazar
tribe-asked-text = Has pedido entrar. Quien lleva la tribu decidirá.
tribe-waiting-text = Estás en la lista de espera. La próxima plaza libre será tuya cuando te toque.
tribe-take-back = Retirar

tribe-asking = Solicitudes
tribe-let-in = Aceptar
tribe-turn-away = Rechazar
tribe-invite = Invitar
tribe-invite-handle = Nombre de usuario
tribe-invite-hint = El nombre con @ que aparece en su página.
tribe-invite-send = Invitar
tribe-invite-nobody = Aquí nadie tiene este nombre de usuario. Comprueba cómo se escribe.
tribe-invite-already = Esta persona ya está en la tribu.
tribe-invite-take-back = Retirar
tribe-invited = Con invitación
tribe-waiting = Lista de espera
tribe-remove = Sacar de la tribu

tribe-leave = Salir
tribe-leave-of = ¿Salir de { $name }?
tribe-leave-text = Ya no podrás leer lo que se habla allí. Lo que escribiste se queda.
tribe-leave-last = No hay nadie más aquí. Si sales, la tribu se acaba para siempre.
tribe-leave-and-end = Salir y terminar la tribu
tribe-leave-leader = Llevas esta tribu, así que antes alguien tiene que tomar el relevo. Pídeselo a alguien: en cuanto acepte, la llevará y podrás irte. Hasta entonces no cambia nada.
tribe-successor = ¿Quién debería llevarla ahora?
tribe-successor-choose = Elige un miembro
tribe-successor-hint = Tiene 14 días para aceptar.
tribe-offer = Pedirle que la lleve
tribe-offer-and-leave = Pedírselo y salir cuando acepte
tribe-offer-and-stay = Pedírselo y quedarme como miembro
tribe-offer-stands = Se le ha pedido a { $name } que lleve esta tribu.
tribe-offer-until = Puede aceptar hasta el { $date }.
tribe-offer-take-back = Retirar la petición
tribe-offer-lapsed = Nadie aceptó llevar esta tribu en 14 días. Pídeselo a otra persona.
tribe-offered = Te piden que lleves la tribu
tribe-offered-text = { $name } te pide que lleves esta tribu. Aceptarías a quien quiera entrar, podrías cerrar y fijar debates, y cambiar lo que la tribu dice de sí misma.
tribe-offered-nobody = Ahora nadie lleva esta tribu, y te lo han pedido a ti.
tribe-lead-yes = Sí, la llevo yo
tribe-lead-no = No, gracias
tribe-hand-over = Pasarla a otra persona

tribe-close-title = Cerrar y terminar
tribe-close-hint = Una tribu cerrada no acepta a nadie ni empieza nada nuevo; sus miembros lo siguen leyendo todo, y puedes volver a abrirla. Una tribu terminada desaparece para siempre.
tribe-close = Cerrar la tribu
tribe-reopen = Volver a abrirla
tribe-end = Terminarla para siempre
tribe-end-of = ¿Terminar { $name } para siempre?
tribe-end-text = Todos los miembros salen de la tribu y nadie podrá leer lo que se habló en ella. No se puede deshacer.

tribe-done-founded = Tu tribu ya existe. Empieza un debate o invita a alguien.
tribe-done-joined = Ya estás dentro. ¡Te damos la bienvenida!
tribe-done-asked = Tu solicitud se ha enviado.
tribe-done-waiting = Todas las plazas están ocupadas. Estás en la lista de espera.
tribe-done-closed-meanwhile = Ahora nadie puede unirse a esta tribu.
tribe-done-left = Has salido de la tribu.
tribe-done-declined = Hecho. Puedes cambiar de opinión más adelante.
tribe-done-saved = Guardado.
tribe-done-picture = La imagen se ha guardado.
tribe-done-invited = La invitación va en camino.
tribe-done-let-in = Ya está dentro.
tribe-done-no-place = Todas las plazas están ocupadas. Está en la lista de espera.
tribe-done-turned-away = Hecho.
tribe-done-removed = Ya no está en la tribu.
tribe-done-offered = Se lo hemos pedido. Hasta que acepte no cambia nada.
tribe-done-leads = Ahora llevas tú esta tribu. ¡Gracias!
tribe-done-offer-gone = La petición ya no está en pie.
tribe-done-offer-declined = Has dicho que no. No cambia nada.
tribe-done-offer-ended = La petición se ha retirado.
tribe-done-closed = La tribu está cerrada.
tribe-done-reopened = La tribu está abierta otra vez.
tribe-done-ended = La tribu ha terminado.

audit-tribe-edited = cambió los ajustes de la tribu
audit-tribe-closed = cerró la tribu
audit-tribe-reopened = volvió a abrir la tribu
audit-tribe-ended = terminó la tribu

## Debates

discussions = Debates
discussions-empty = Todavía no se ha hablado de nada. Haz una pregunta o cuenta lo que te ronda la cabeza.
discussions-more = Más debates
discussions-latest = ← Últimos debates
discussions-older = Debates anteriores →
discussion-begin = Empezar un debate
discussion-edit = Editar el debate
discussion-publish = Publicar
discussion-moved-on = Este debate ha cambiado desde que lo abriste, quizá en otra pestaña. No se ha sobrescrito nada: tu texto está abajo. Si guardas ahora, sustituirá a la otra versión.
discussion-left = Ya no estás en este grupo. Puedes leer lo que escribiste, pero no las respuestas.
discussion-pin = Fijar
discussion-unpin = Dejar de fijar
discussion-close = Cerrar
discussion-reopen = Volver a abrir
discussion-delete = ¿Eliminar este debate?
discussion-delete-text = { $count ->
    [0] No se podrá recuperar.
    [one] También desaparece su respuesta. No se podrá recuperar.
   *[other] También desaparecen sus { $number } respuestas. No se podrá recuperar.
}
discussion-done-deleted = El debate se ha eliminado.
label-pinned = Fijado
label-closed = Cerrado

## Cuándo se reúne una tribu

gatherings = Encuentros
gatherings-none = No hay nada previsto.
gathering-plan = Planear un encuentro
gathering-edit = Cambiar el encuentro
gathering-title = Qué es
gathering-starts = Empieza
gathering-starts-hint = En la zona horaria { $zone }. Cada cual lo ve en la suya.
gathering-starts-past = Esta hora ya ha pasado.
gathering-minutes = Duración en minutos
gathering-minutes-wrong = Escribe un número entero de minutos.
gathering-place = Lugar o enlace
gathering-place-hint = Una sala, una dirección o el enlace a una llamada.
gathering-moved-on = Otra persona lo cambió después de que lo abrieras. No se ha sobrescrito nada: lo que escribiste está abajo. Si guardas ahora, sustituirá a lo suyo.
gathering-cancel = Cancelar el encuentro
gathering-cancel-hint = Sigue en la lista, marcado como cancelado, para que nadie vaya en balde.
gathering-cancelled = Cancelado
gathering-there = { $time } donde se planeó
gathering-lasts = { $count ->
    [one] Un minuto
   *[other] { $number } minutos
}
gathering-link = Abrir el enlace
gathering-done-planned = El encuentro está en la lista.
gathering-done-cancelled = El encuentro se ha cancelado.

## Tareas

assignments = Tareas
assignments-manage = Gestionar las tareas
assignments-next = Por entregar
assignments-all = Todas las tareas
assignments-empty = Todavía no se ha pedido nada.
assignments-empty-manage = Todavía no hay tareas. Una tarea pide una entrada en el blog propio o un archivo, con fecha o sin ella, y con revisiones de otras personas o sin ellas.
assignment-new = Nueva tarea
assignment-edit = Editar la tarea
assignment-look = Ver su página
assignment-text = Qué hay que hacer
assignment-module = Pertenece al módulo
assignment-no-module = A ninguno
assignment-kind = Qué se entrega
assignment-kind-post = Una entrada en el blog propio
assignment-kind-file = Un archivo
assignment-kind-either = Una entrada o un archivo
assignment-opens = Se abre
assignment-opens-hint = En { $zone }. Déjalo vacío para abrirla con su módulo o a mano.
assignment-with-module = Se abre con su módulo
assignment-due-at = Fecha de entrega
assignment-due-hint = En { $zone }. Déjalo vacío si no hay prisa. Lo que llega tarde se acepta y se marca.
assignment-due-wrong = La fecha de entrega es posterior a la apertura.
assignment-choice = Una de
assignment-choice-hint = Las tareas con las mismas palabras en este campo son alternativas: basta con una.
assignment-reviews-asked = Revisiones que hace cada persona
assignment-reviews-hint = 0 si no hay. En los comentarios se puede responder igualmente.
assignment-review-days = Días para una revisión
assignment-review-days-hint = Después, el trabajo puede pasar a otra persona. Lo que se haya escrito se puede entregar igualmente.
assignment-closes = Revisiones hasta
assignment-closes-hint = Déjalo vacío para revisar hasta el final del curso. Quien pidió trabajo y no lo hubo no tiene que dar lo que falte.
assignment-closes-wrong = Las revisiones terminan después de la fecha de entrega.
assignment-questions = Qué responde una revisión
assignment-questions-hint = Una pregunta por línea. Las opciones van detrás de barras verticales, por ejemplo: ¿Cita sus fuentes? | todavía no | en parte | sí. Déjalo vacío para tres preguntas que sirven casi siempre.
assignment-number-wrong = Escribe un número entero.
assignment-too-many = Un curso tiene como máximo 200 tareas.
assignment-done-opened = La tarea está abierta y quienes siguen el curso reciben un aviso.

assignment-due = Entrega: { $time }
assignment-any-time = En cualquier momento
assignment-needed = necesaria para terminar
assignment-optional = si quieres
assignment-one-of = una de: { $name }
assignment-extended = más tiempo para ti
assignment-reviews = { $count ->
    [one] revisas un trabajo
   *[other] revisas { $number } trabajos
}
assignment-open = Sin entregar todavía
assignment-overdue = Sin entregar
assignment-overdue-text = La fecha ha pasado. Aún puedes entregarla: se acepta y se marca como tardía.
assignment-in = Entregada
assignment-late = Entregada tarde
assignment-chosen-elsewhere = No hace falta: has elegido otra
assignment-handed-in = { $count ->
    [0] Todavía no hay entregas
    [one] Una entrega
   *[other] { $number } entregas
}
assignment-waiting = { $count ->
    [one] una con menos de dos revisiones
   *[other] { $number } con menos de dos revisiones
}
assignment-reviewed = { $count ->
    [0] sin revisiones
    [one] una revisión
   *[other] { $number } revisiones
}
assignment-yours = Tu trabajo
assignment-in-at = Entregado: { $time }
assignment-with-help = Escrito con ayuda de
assignment-withdraw = Retirarlo
assignment-instead = Entregar otra cosa en su lugar
assignment-hand-in = Entregar
assignment-no-posts = Todavía no has publicado ninguna entrada. Escribe una para esta tarea: se entrega al publicarla.
assignment-choose-post = Una de tus entradas
assignment-help = Escrito con ayuda de
assignment-help-hint = Una compañera, un traductor, un programa: dilo si quieres.
assignment-hand-in-post = Entregar esta entrada
assignment-write = Escribir una entrada para ella
assignment-file = Archivo
assignment-file-hint = Hasta { $megabytes } MB. Solo pueden abrirlo tú, quienes lo revisan y quienes cuidan del curso.
assignment-hand-in-file = Entregar este archivo
assignment-post-gone = La entrada que se entregó ya no existe.
assignment-closed = Ahora mismo no se puede entregar nada aquí.
assignment-wrong-kind = Esta tarea pide otra cosa.
assignment-not-theirs = Elige una entrada tuya que esté publicada.
assignment-unreadable = Nadie que cuide del curso puede leer esta entrada. Cambia antes quién puede leerla.
assignment-not-in = Ya no participas en el curso.
assignment-meanwhile = Entregaste otra cosa después de empezar a escribir esto. Eso sigue valiendo.
assignment-done-in = Entregado.
assignment-done-withdrawn = Has retirado tu trabajo.
assignment-work = Lo entregado
assignment-nothing-in = Todavía no se ha entregado nada.
assignment-missing = Sin entregar
assignment-missing-more = Otras personas tampoco han entregado nada.
file-too-large = Este archivo es demasiado grande.
write-for-assignment = Escribes para la tarea «{ $name }». Se entrega al publicarla.
post-kept-back = Tu entrada está publicada, pero no se ha entregado.
post-kept-back-go = Ir a la tarea

extension = Más tiempo para alguien
extension-text = Los días se cuentan desde la fecha que vale para todo el mundo, en { $zone }. La persona recibe un aviso.
extension-who = Nombre de usuario
extension-days = Días más
extension-give = Dar más tiempo
extension-done = Ahora tiene más tiempo.
extension-until = tiene tiempo hasta { $time }
extension-no-day = Esta tarea no tiene fecha.
course-invite-unknown-one = Nadie que participe tiene este nombre de usuario.

## Revisiones de lo entregado

review = Revisión
reviews = Revisiones
reviews-received = Lo que dicen los demás
reviews-none-yet = Todavía no lo ha revisado nadie. No hace falta que esperes.
reviews-none-here = Este trabajo no tiene revisiones todavía.
reviews-given = Revisar a los demás
review-progress = { $given } de { $asked } revisiones hechas
review-granted = { $count ->
    [one] Una de ellas cuenta como hecha, porque no quedaba nada que revisar.
   *[other] { $number } de ellas cuentan como hechas, porque no quedaba nada que revisar.
}
review-draw = Recibir algo que revisar
review-go-on = Seguir con tu revisión
review-enough = Ya has hecho las necesarias. Otra más es bienvenida.
review-waits = No había nada que revisar. Recibirás un aviso en cuanto lo haya, y no contará en tu contra.
review-nothing = Ahora mismo no hay nada que puedas revisar. Recibirás un aviso en cuanto lo haya, y no contará en tu contra.
review-over = Aquí ya no se hacen revisiones.
review-of = Revisión: { $name }
review-by = Revisión de { $name }
review-piece = Lo que revisas
review-words = Con tus palabras
review-usual-passage = Cita un pasaje que se te haya quedado y di por qué.
review-usual-question = ¿Qué le preguntarías a quien lo ha escrito?
review-usual-next = ¿Qué podría probar ahora?
review-where = Quién la lee
review-private = Quien lo ha escrito y quienes cuidan del curso
review-as-comment = Quienes pueden leer la entrada: aparece allí como comentario tuyo
review-private-only = La leen quien lo ha escrito y quienes cuidan del curso.
review-hand-in = Entregar la revisión
review-keep = Guardarla para después
review-back-text = ¿No es para ti, o prefieres no revisar a esta persona?
review-back = Devolverlo
review-until = Tuyo hasta { $time }
review-under-way = En curso
review-lapsed = El plazo ha terminado; aún puedes entregarla
review-lapsed-text = El plazo ha terminado, así que este trabajo puede pasar a otra persona. Aún puedes entregar lo que escribas: cuenta igual.
review-extra = adicional
review-extra-text = Este trabajo ya tiene revisiones. La tuya es bienvenida y cuenta como cualquier otra.
review-handed-in = Entregada
review-late = Entregada tarde
review-public = como comentario
review-unreadable = Ya no se puede leer
review-unreadable-text = Este trabajo se ha retirado, o ya no puedes leerlo. Devuélvelo y recibe otro.
review-no-comments = Ya no se puede comentar esta entrada. Entrega la revisión solo para quien la ha escrito, o guárdala.
review-empty = Responde antes a las preguntas.
review-unanswered = Esta pregunta no tiene respuesta todavía.
review-done = Gracias. Tu revisión está entregada.
review-done-kept = Guardada. Puedes seguir cuando quieras.
review-done-back = Devuelto.
review-done-answered = Gracias. Lo leerá.
review-helped = ¿Cuánto te ha ayudado?
review-helped-much = Mucho
review-helped-some = Algo
review-helped-little = Apenas
review-answer-to = Responder a { $name }
review-answer = Enviar
review-you-said = Dijiste que te ayudó:
review-they-said = Ayudó:
review-author-said = A { $name } le ayudó:
review-yours = Tu revisión
review-step-in = Revisarlo tú
opens-new-tab = (se abre en otra pestaña)

# El nombre en un curso
course-name = Tu nombre en este curso
course-name-text = En todas partes te llamas { $name }. En este curso puedes llamarte de otra manera.
course-name-field = Nombre en este curso
course-name-hint = Aparece en las listas, conversaciones, módulos, grupos y tareas de este curso. Lleva a tu página, así que no es un seudónimo: tu blog, tus comentarios en él y los correos conservan tu nombre habitual. Déjalo vacío para llamarte como siempre.
course-name-like = Podría confundirse con quien dirige aquí. Elige otro nombre.
course-done-named = Se ha guardado tu nombre en este curso.

# Primeros pasos
steps = Primeros pasos
steps-lede = Cinco cosas pequeñas, en el orden que quieras. Déjalo cuando quieras y vuelve: lo que haces cuenta, lo hagas donde lo hagas.
steps-whole = Todo hecho. Ya estás en casa.
steps-card = Saluda, encuentra gente de tu trabajo, ponte a gusto: unos minutos cada cosa.
steps-done = { $done } de { $all } hechos
steps-is-done = Hecho
steps-hello = Saluda
steps-hello-text = Lo más fácil es responder a alguien. Basta una frase.
steps-hello-none = Todavía no hay nada que espere respuesta. Podrías escribir la primera entrada.
steps-hello-done = Ya has dicho algo aquí. Era lo más difícil.
steps-no-answer = Aún sin respuesta
steps-picture = Pon una foto
steps-picture-text = Con ella te reconocen. No hace falta que sea de tu cara.
steps-picture-done = Así te ve el resto.
steps-picture-choose = Elegir una foto
steps-picture-change = Cambiarla
steps-colleagues = Encuentra a gente de tu trabajo
steps-colleagues-text = Cuenta a qué te dedicas y dónde, cuanto quieras y a quien quieras.
steps-colleagues-hidden = Indicas dónde trabajas. Si quieres que te encuentren allí, encontrarás a quienes también lo quieren.
steps-colleagues-found =
    { $count ->
        [0] Pueden encontrarte por tu trabajo. A nadie más de allí, todavía.
        [one] Otra persona de tu trabajo también quiere que la encuentren.
       *[other] Otras { $number } personas de tu trabajo también quieren que las encuentren.
    }
steps-colleagues-see = Ver quiénes son
steps-colleagues-say = Contar algo de ti
steps-tribe = Únete a una tribu
steps-tribe-text = Una tribu es un grupo pequeño en torno a algo que le importa a su gente.
steps-tribe-done = Estás en:
steps-tribe-see = Ver las tribus
steps-hours = Elige tus horas y tu idioma
steps-hours-text = Te avisamos una vez al día, a las siete, y al momento cuando alguien se dirige a ti. Elige otras horas o guarda estas.
steps-hours-done = Ya has elegido cuándo te escribimos.
steps-hours-choose = Elegir horas
steps-language-choose = Idioma y zona horaria
steps-put-away = Quitar de en medio
steps-put-away-hint = Puedes quitar esta lista de en medio. Lo que has hecho se queda, y la lista sigue en esta dirección.
steps-away-text = Has quitado esta lista de en medio: la portada ya no la muestra.
steps-bring-back = Volver a mostrarla

## Archivos y enlaces de los módulos

size-kilobytes = { $number } KB
size-megabytes = { $number } MB
item-watch-at = Ver en { $host }
item-watch-at-text = Se reproduce allí. Antes no se carga nada de ese sitio.
item-add-file = Añadir y adjuntar un archivo
item-save-file = Guardar y ver su archivo
file = Archivo
file-attach = Adjuntar un archivo
file-none = Todavía no hay archivo. Puede ocupar el lugar de una dirección o acompañarla.
file-other = Archivo
file-as-well = También como archivo
file-download = Descargar
file-choose = Elige un archivo
file-instead = Otro archivo en su lugar
file-hint = Un documento, una grabación o un vídeo de hasta { $megabytes } MB. Los vídeos en MP4 o WebM se reproducen en la página. Solo puede abrirlo quien puede leer el módulo.
file-upload = Subir
file-would-play = Los navegadores no reproducen vídeos de este tipo: solo se puede descargar. En MP4 (H.264) o WebM se reproduce en la página.
file-done-attached = El archivo ya está.
file-done-removed = El archivo ya no está.
captions = Subtítulos
captions-none = Todavía no hay subtítulos. Los lee quien no oye o no puede poner el sonido, y de ellos se hace una transcripción.
captions-file = Archivo de subtítulos
captions-hint = WebVTT o SubRip, en UTF-8. Sustituyen a los que haya en este idioma.
captions-add = Añadir subtítulos
captions-done-added = Ya están los subtítulos y la transcripción.
captions-done-removed = Esos subtítulos ya no están.
captions-wrong = No se ha guardado nada de este archivo.
captions-wrong-text = No se ha guardado nada. Corrígelo en el programa con el que se hizo o en un editor de texto y elígelo otra vez.
captions-too-long = Estos subtítulos ocupan más de un megabyte.
captions-too-many = Ya hay subtítulos en 30 idiomas.
captions-no-recording = Los subtítulos necesitan un vídeo o una grabación de sonido.
captions-not-utf8 = La línea { $line } no está en UTF-8. Guarda los subtítulos en UTF-8 y no en otra codificación como Latin-1.
captions-unknown = Línea { $line }: esto no es ni WebVTT ni SubRip. WebVTT empieza con la palabra WEBVTT.
captions-times = Línea { $line }: no se entienden estos tiempos. Se escriben así: 00:01:02.500 --> 00:01:04.000
captions-backwards = Línea { $line }: termina antes de empezar.
captions-no-times = Línea { $line }: estas palabras no tienen tiempos. Quizá sobre una línea vacía delante.
captions-empty = Línea { $line }: el archivo se acaba sin que se haya dicho nada.
transcript = Transcripción
links-checked = Enlaces
links-dead-text = { $count ->
    [one] Desde hace una semana no hay nada en esta dirección. Quien participa lo ve, con un enlace a una copia archivada. Cámbiala o di que funciona.
   *[other] Desde hace una semana no hay nada en estas { $number } direcciones. Quien participa lo ve, con enlaces a copias archivadas. Cámbialas o di que funcionan.
}
links-unsure = { $count ->
    [one] No se ha podido comprobar un enlace
   *[other] No se han podido comprobar { $number } enlaces
}
links-unsure-text = Algunos servidores responden a personas y no a programas. Quien participa no ve nada de esto.
link-dead = Ya no está
link-archive = Buscar una copia archivada
link-replace = Cambiar
link-works = Funciona
link-done-works = El enlace se da por bueno y no se comprueba en tres meses.
link-gone = ahí no hay nada ({ $status })
link-no-host = ese nombre de servidor no existe
link-sign-in = lleva a una página de acceso
link-front = lleva a la portada
link-not-public = no es una dirección pública
link-round = lleva de un sitio a otro sin fin
link-silent = no respondió
link-answered = respondió { $status }

## Resúmenes

wrap-up = Resumen
wrap-up-write = Escribir el resumen
wrap-up-lede = Marca lo que quieras citar. Con eso empieza un borrador, cada cita con su nombre y su enlace; a quien cites le llegará un aviso cuando lo publiques.
wrap-up-draft-there = Ya has empezado uno.
wrap-up-go-on = Seguir escribiendo
wrap-up-there = Esta semana ya tiene uno:
wrap-up-no-posts = Nadie ha escrito para esta semana una entrada que todo el mundo pueda leer.
wrap-up-lively = Las conversaciones más animadas
wrap-up-no-talk = Esta semana no se ha dicho nada en las conversaciones del curso.
wrap-up-said = { $count ->
    [one] Un comentario esta semana
   *[other] { $number } comentarios esta semana
}
wrap-up-begin = Empezar el borrador
wrap-up-title = Resumen: { $title }
wrap-up-by = { $person } en { $place }

## Invitar a un curso por correo
invitations-mail = Invitar por correo
invitations-mail-text = Cada persona que invites recibe un mensaje con su propio enlace, aunque todavía no tenga cuenta: el enlace le abre la comunidad y lleva al curso. Se puede aceptar una vez, en un plazo de 14 días.
invitation-addresses = Direcciones de correo
invitation-addresses-hint = Hasta 500 a la vez, separadas como sea. Los nombres que haya al lado no molestan: pégalas desde tu programa de correo o desde una tabla.
invitation-send = Enviar invitaciones
invitation-none-good = Aquí no hay ninguna dirección de correo.
invitation-broken = Esto no son direcciones de correo. Corrígelas abajo y envíalas, o quítalas:
invitation-more-broken = { $count ->
    [one] y una más
   *[other] y { $number } más
}
invitation-too-many = Son más de 500. Invita por partes.
invitation-too-many-today = Son más de las que puedes enviar en un día. No se ha invitado a nadie: pon menos o sigue mañana.
invitation-too-soon = Se envió hace menos de un día. Mañana podrás enviarla de nuevo.
invitation-not-open = Abre primero el curso: hasta entonces nadie más lo ve.
invitation-done = { $count ->
    [0] No se ha invitado a nadie.
    [one] Se ha invitado a una persona.
   *[other] Se ha invitado a { $number } personas.
}
invitation-settled = { $count ->
    [one] A una persona ya se la invitó hace menos de un día o ya ha aceptado, y ahora no recibe nada.
   *[other] A { $number } personas ya se las invitó hace menos de un día o ya han aceptado, y ahora no reciben nada.
}
invitations-list = Personas invitadas por correo
invitations-tally = { $accepted } de { $invited } aceptadas
invitation-open = Invitación enviada
invitation-until = hasta el { $date }
invitation-accepted = Aceptada
invitation-waits = En lista de espera
invitation-state-declined = Rechazada
invitation-undelivered = No entregada
invitation-unwritten = Sin mensaje: en esa dirección no se desean
invitation-is-in = Ya participa y no recibió mensaje
invitations-more = Más invitaciones
invitations-earlier = Anteriores
invitations-newest = Las más recientes
audit-course-invited = invitó por correo al curso
audit-course-begun = empezó el curso
audit-course-opened = abrió el curso
audit-course-closed = cerró el curso
audit-course-reopened = volvió a abrir el curso

## Adónde lleva una invitación a un curso
invitation = Invitación
invitation-from = { $name } te invita a participar en este curso.
invitation-from-nobody = Te han invitado a participar en este curso.
invitation-other = Esta invitación se envió a { $address }, y has iniciado sesión como { $name }. Solo puede aceptarse una vez, con una cuenta.
invitation-accept-as = Participar como { $name }
invitation-join-text = Para participar necesitas una cuenta en { $community }. En cuanto la tengas, volverás aquí.
invitation-sign-in = Ya tengo cuenta
invitation-in = Estás en este curso.
invitation-declined = Gracias por avisar. Si cambias de idea, el enlace es válido hasta el { $date }.
invitation-never-text = No se enviarán a tu dirección más invitaciones a cursos de { $community }, te invite quien te invite. Si tienes cuenta, los demás mensajes siguen como los hayas configurado.
invitation-never-button = No quiero más invitaciones
invitation-refused = No se enviarán más invitaciones a tu dirección. Si cambias de idea sobre esta, el enlace es válido hasta el { $date }.
invitation-gone = Esta invitación ya no es válida
invitation-gone-text = Ya se ha usado, se ha retirado o ha caducado. Quien la envió puede enviarte otra.
letter-course-invite-subject = { $name } te invita a «{ $title }»
letter-course-invite = { $name } te invita a participar en el curso «{ $title }».
letter-course-invite-where = Tiene lugar en { $community }, { $days }. Para aceptar, abre este enlace:
letter-course-invite-after = El enlace es válido hasta el { $date } y se puede aceptar una vez. Si no quieres participar, ignora este mensaje.
letter-course-invite-never = Si no quieres recibir más invitaciones así, dilo aquí:

## El mapa de un curso
map = Mapa
map-people = { $count ->
    [one] Una persona de este curso dice dónde está.
   *[other] { $number } personas de este curso dicen dónde están.
}
map-shown = Ves a quienes te lo muestran, nunca con más detalle que su localidad.
map-whole = El mapa entero
map-empty = Nadie te muestra todavía dónde está.
map-not-on-it = Aún no apareces en el mapa.
map-say = Di dónde estás
map-somewhere = En algún lugar del país
map-elsewhere = En otros lugares
map-elsewhere-text = Lugares que aquí no se conocen o de los que hay varios.
map-names = { $count ->
    [one] Mostrar quién es
   *[other] Mostrar a las { $number }
}
map-more = { $count ->
    [one] y una más
   *[other] y { $number } más
}
map-sources = Dibujado aquí, con datos de


## The stream

stream = La actividad
stream-of = La actividad: { $name }
stream-lede = Lo que ha pasado y puedes leer, primero lo más reciente.
stream-lede-public = Lo que ha pasado en público, primero lo más reciente.
stream-lede-group = Lo que ha pasado aquí y puedes leer, primero lo más reciente.
stream-lede-person = Lo que { $name } ha escrito y dicho y puedes leer, primero lo más reciente.
stream-whose = De quién
stream-anyone = De todo el mundo
stream-followed = De quienes sigo
stream-kinds = Qué ha pasado
stream-everything = Todo
stream-posts = Entradas
stream-comments = Comentarios
stream-modules = Módulos
stream-people = Gente
stream-where = Dónde
stream-everywhere = En todas partes
stream-by = De la persona con este @nombre
stream-by-example = @nombre
stream-filter = Filtrar
stream-unfilter = Verlo todo
stream-nobody = Aquí nadie tiene este @nombre.
stream-nothing-near = Últimamente no ha pasado nada de este tipo.
stream-further-back = Buscar más atrás
stream-blocked = Has bloqueado a esta persona: aquí no aparece nada suyo.
stream-empty = Todavía no ha pasado nada. Cuando alguien escriba algo, aparecerá aquí.
stream-empty-followed = Todavía no hay nada de las personas que sigues. En la página de cada persona hay un botón «Seguir».
stream-empty-filtered = Todavía no ha pasado nada de este tipo.
stream-paging = Más actividad
stream-older = Anterior →
stream-newest = ← Lo último
stream-more-people = { $count ->
    [one] y una persona más
   *[other] y { $number } más
}
stream-is-post = Entrada
stream-is-wrap-up = Resumen
stream-is-comments = { $count ->
    [one] Comentario
   *[other] { $number } comentarios
}
stream-is-discussion = Debate
stream-is-module = Módulo
stream-is-assignment = Para entregar
stream-is-announcement = Anuncio
stream-is-gathering = Encuentro
stream-is-arrivals = { $count ->
    [one] Se ha unido
   *[other] Se han unido { $number } personas
}

## Files of tribes

stream-is-file = Archivo
tribe-files = Archivos
tribe-files-lede = Lo que la gente de esta tribu comparte aquí. Nadie más puede abrirlo.
tribe-files-none = Todavía no hay archivos. Deja algo que sirva a los demás: un documento, una imagen, una grabación.
tribe-files-count = { $count ->
    [one] Un archivo
   *[other] { $number } archivos
}
tribe-files-taken = { $used } de { $all } ocupados
tribe-files-latest = ← Últimos archivos
tribe-files-older = Archivos anteriores →
tribe-files-full = No queda sitio para este archivo. Quita lo que ya nadie necesite o elige uno más pequeño.
tribe-files-too-many = Aquí hay demasiados archivos. Quita lo que ya nadie necesite.
tribe-file = Archivo
tribe-file-hint = Hasta { $size }.
tribe-file-title = Cómo se llama
tribe-file-title-hint = Si lo dejas vacío, se llamará como el archivo.
tribe-file-words = Qué es, en pocas palabras
tribe-file-put = Compartir un archivo
tribe-file-again = Elige el archivo otra vez.
tribe-file-edit = Cambiar un archivo
tribe-file-instead = Una versión nueva
tribe-file-instead-hint = Sustituye a la actual. Los enlaces al archivo seguirán funcionando.
tribe-file-version = versión { $number }
tribe-file-remove = Quitar el archivo
tribe-file-remove-hint = Desaparece para todo el mundo y no se puede recuperar.
tribe-file-gone = Esto ya no está, o ya no puedes dejar nada aquí.
tribe-file-done-put = El archivo ya está aquí.
tribe-file-done-replaced = La versión nueva ya está aquí.
tribe-file-done-saved = Guardado.
tribe-file-done-removed = El archivo ya no está.
