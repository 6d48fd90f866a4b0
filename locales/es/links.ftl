### Enterarse: los avisos y lo que se sigue

number = { $number }
nav-notifications = { $count ->
    [0] Notificaciones: nada nuevo
    [one] Notificaciones: { $number } nueva
   *[other] Notificaciones: { $number } nuevas
}
nav-notifications-n = Notificaciones: { $n } nuevas

## Las notificaciones

notifications = Notificaciones
notifications-new = Nuevas
notifications-earlier = Anteriores
notifications-older = Notificaciones más antiguas
notifications-all-read = Marcar todo como leído
notifications-nothing-new = Nada nuevo. Lo has leído todo.
notifications-empty = Aquí no hay nada todavía.
notifications-what-comes = Cuando alguien te responda, te mencione o comente tu entrada, o cuando continúe una conversación que sigues, lo verás aquí.

notice-waiting = { $count ->
    [0] { $name } ha dejado un comentario que debes aprobar
    [one] { $name } y { $number } persona más han dejado comentarios que debes aprobar
   *[other] { $name } y { $number } personas más han dejado comentarios que debes aprobar
}
notice-mention = { $count ->
    [0] { $name } te ha mencionado
    [one] { $name } y { $number } persona más te han mencionado
   *[other] { $name } y { $number } personas más te han mencionado
}
notice-answer = { $count ->
    [0] { $name } te ha respondido
    [one] { $name } y { $number } persona más te han respondido
   *[other] { $name } y { $number } personas más te han respondido
}
notice-comment = { $count ->
    [0] { $name } ha comentado tu entrada
    [one] { $name } y { $number } persona más han comentado tu entrada
   *[other] { $name } y { $number } personas más han comentado tu entrada
}
notice-approved = Tu comentario ha sido aprobado
notice-said = { $count ->
    [0] { $name } ha intervenido
    [one] { $name } y { $number } persona más han intervenido
   *[other] { $name } y { $number } personas más han intervenido
}
notice-posted = { $count ->
    [0] { $name } ha publicado una entrada
    [one] { $name } y { $number } persona más han publicado una entrada
   *[other] { $name } y { $number } personas más han publicado una entrada
}
notice-posted-module = Se ha abierto un módulo
notice-posted-assignment = Se ha abierto una tarea
notice-posted-discussion = { $name } ha iniciado un debate
notice-posted-wrap-up = { $name } ha publicado un resumen
notice-comment-other = { $count ->
    [0] { $name } ha comentado algo que iniciaste
    [one] { $name } y { $number } persona más han comentado algo que iniciaste
   *[other] { $name } y { $number } personas más han comentado algo que iniciaste
}
help-notifications = Cómo te enteras de lo que pasa
help-course = Participar en un curso
help-link = Cómo funciona
notice-held = { $count ->
    [0] Ha llegado una respuesta en tu nombre desde { $name }
   *[other] Han llegado respuestas en tu nombre desde { $name } y otras direcciones
}
notice-reviewed = { $count ->
    [0] { $name } ha revisado tu trabajo
    [one] { $name } y { $number } persona más han revisado tu trabajo
   *[other] { $name } y { $number } personas más han revisado tu trabajo
}
notice-review = Hay un trabajo que puedes revisar
notice-thanked = { $count ->
    [0] { $name } ha respondido a tu revisión
    [one] { $name } y { $number } persona más han respondido a tus revisiones
   *[other] { $name } y { $number } personas más han respondido a tus revisiones
}
notice-extended = { $name } te ha dado más tiempo
notice-announcement = Anuncio de { $name }
notice-more = { $count ->
    [one] y { $number } más
   *[other] y { $number } más
}
notice-why-waiting = Moderas esta conversación
notice-why-mention = Te han mencionado
notice-why-answer = Responde a algo que escribiste
notice-why-comment = La entrada es tuya
notice-why-approved = Lo escribiste tú
notice-why-said = Sigues esta conversación
notice-why-posted = Sigues este blog, esta etiqueta o a esta persona
notice-why-posted-course = Sigues este curso
notice-why-posted-group = Sigues este grupo o a esta persona
notice-why-comment-other = Lo iniciaste tú
notice-why-held = Espera tu decisión
notice-why-announcement = Para todos los miembros
notice-why-announced = Para quienes están en { $name }
notice-why-reviewed = Lo has entregado
notice-why-review = Has pedido algo que revisar
notice-why-thanked = Has escrito la revisión
notice-why-extended = Es solo para ti

## Lo que se sigue

watches = Lo que sigues
watches-lede = Las respuestas que recibes, las menciones y lo que debes decidir te llegan siempre. Aquí eliges con qué rapidez te enteras del resto.
watches-empty = Todavía no sigues nada. Lo que escribes o respondes empiezas a seguirlo sin hacer nada; los blogs, las etiquetas, las personas y las conversaciones tienen un botón «Seguir».
watches-saved = Tu elección se ha guardado.
watch-begin = Seguir
watch-end = Dejar de seguir
watch-again = Volver a seguir
watch-mute-this = Silenciar
watch-how-soon = Con qué rapidez te enteras de { $name }
watch-now = Al momento
watch-digest = En el resumen
watch-list = Solo en la lista
watch-mute = Silenciado
watch-state-now = Sigues: al momento
watch-state-digest = Sigues: resumen
watch-state-list = Sigues: solo en la lista
watch-state-mute = Silenciado
watch-why-chosen = Elegiste seguirlo
watch-why-wrote = Porque lo escribiste tú
watch-why-answered = Porque has participado
watch-why-joined = Porque participas
watch-conversation = Conversación
watch-blog = Blog
watch-term = Etiqueta
watch-member = Persona
watch-circle = Curso o grupo

## Correo

mail = Correo
mail-lede = Los correos sobre lo que pasa aquí se envían a { $email }. Los enlaces para entrar y los avisos de seguridad llegan siempre.
mail-saved = Hemos guardado tu elección.
mail-when = ¿Cuándo quieres recibir correo?
mail-mode-now = Al momento si me concierne; lo demás, en un resumen diario
mail-mode-daily = Un resumen al día
mail-mode-weekly = Un resumen a la semana
mail-mode-never = Ningún correo
mail-hour = Hora del resumen
mail-weekday = Día del resumen semanal
mail-day-1 = lunes
mail-day-2 = martes
mail-day-3 = miércoles
mail-day-4 = jueves
mail-day-5 = viernes
mail-day-6 = sábado
mail-day-7 = domingo
mail-most = Correos al día, como máximo
mail-most-hint = Lo que pase de ahí espera al resumen.
mail-quiet-from = Silencio desde
mail-quiet-until = Silencio hasta
mail-paused = Pausa hasta
mail-paused-hint = Déjalo vacío si no quieres pausa. Lo que pase mientras tanto llega en el primer resumen después.
mail-paused-wrong = Elige un día, por ejemplo 2026-12-24.
mail-where = Adónde llegan los correos
mail-address = Otra dirección
mail-address-hint = Para los correos sobre lo que pasa aquí, si quieres que no lleguen a la dirección de tu cuenta. Los enlaces para entrar y los avisos de seguridad siguen llegando a tu cuenta.
mail-address-ask = Enviar un enlace para confirmarla
mail-address-own = Usar la dirección de mi cuenta
mail-address-asked = Hemos enviado un enlace a esa dirección. En cuanto la confirmes, los correos sobre lo que pasa aquí llegarán allí.
mail-address-waits = { $address } está pendiente de confirmar. Mientras tanto no cambia nada.
mail-address-same = Es la dirección de tu cuenta; los correos ya llegan ahí.
mail-address-confirm = ¿Recibir los correos aquí?
mail-address-confirm-text = @{ $name } quiere que los correos sobre lo que pasa aquí lleguen a { $address }. Si eres tú, confírmalo.
mail-address-confirm-button = Sí, que lleguen aquí
mail-address-confirmed = Confirmada
mail-address-confirmed-text = A partir de ahora los correos sobre lo que pasa aquí llegan a esta dirección.
letter-mail-address-subject = { $community }: ¿recibir los correos en esta dirección?
letter-mail-address = @{ $name } quiere que los correos sobre lo que pasa en { $community } lleguen a esta dirección. Para confirmarlo, abre este enlace:
letter-mail-address-after = El enlace es válido durante tres días. Si no eres tú, ignora este mensaje; no llegará nada.
letter-mail-address-changes-subject = { $community }: tus correos van a llegar a otra dirección
letter-mail-address-changes = Alguien con la sesión iniciada en tu cuenta ha pedido que los correos sobre lo que pasa en { $community } lleguen a otra dirección. El cambio se hará efectivo cuando esa dirección se confirme; los enlaces para entrar siguen llegando aquí. Si no has sido tú, cierra todas las demás sesiones, elige una contraseña nueva en tus ajustes y decide aquí adónde llegan los correos:
letter-mail-address-changes-after = Si has sido tú, aquí no hay nada que hacer: revisa el correo de la otra dirección.
mail-list = Correos que te hemos enviado
mail-next-digest = Próximo resumen: { $time }
mail-none = Todavía ningún correo. Cuando alguien te responda, aparecerá aquí.
mail-sent = Enviado: { $time }
mail-in-doubt = Enviado: { $time }, sin confirmación del servidor de correo
mail-waits = Pendiente de envío
mail-items = { $count ->
    [one] { $number } novedad
   *[other] { $number } novedades
}
mail-came-back = Devuelto: no llegó
mail-stopped = Los correos a { $email } no llegan, así que hemos dejado de enviar allí avisos de lo que ocurre aquí. No se pierde nada: todo está en «Notificaciones». Si la dirección vuelve a funcionar, pídenos que lo intentemos otra vez; si no, danos otra.
mail-stopped-said = Tu servidor de correo respondió:
mail-try-again = Probar otra vez esta dirección
mail-another-address = Cambiar de dirección
mail-why-stopped = Los correos a tu dirección no llegan
mail-untold = Aún no enviado por correo
mail-why-never = Elegiste no recibir correo
mail-why-paused = El correo está en pausa
mail-why-now = Llegará pronto, o en el próximo resumen si ya has recibido los correos de hoy
mail-why-digest = Llegará en el próximo resumen, si no lo lees antes
mail-end-title = Dejar de recibir correos
mail-end-text = ¿Quieres dejar de recibir correos sobre lo que pasa aquí? Los enlaces para iniciar sesión siguen llegando cuando los pides.
mail-end-button = Dejar de recibir todos los correos
mail-end-conversation = ¿Quieres dejar de recibir correos sobre «{ $title }», salvo que alguien te responda o te mencione?
mail-end-conversation-button = Silenciar esta conversación
mail-ended = No recibirás más correos.
mail-muted = Esta conversación está silenciada.
mail-choose-again = Cambiar tus ajustes de correo

letter-single-subject = Re: { $title }
letter-digest-subject = { $count ->
    [one] { $number } novedad en { $community }
   *[other] { $number } novedades en { $community }
}
letter-digest-lead = { $count ->
    [one] Ha habido { $number } novedad desde tu último resumen.
   *[other] Ha habido { $number } novedades desde tu último resumen.
}
letter-digest-rest = { $count ->
    [one] { $number } conversación más llegará en el próximo resumen.
   *[other] { $number } conversaciones más llegarán en el próximo resumen.
}
letter-open = Leer y responder
letter-choose = Cambiar tus ajustes de correo:
letter-mute = Silenciar esta conversación:
letter-end = Dejar de recibir todos los correos:
letter-choose-link = Cambiar tus ajustes de correo
letter-mute-link = Silenciar esta conversación
letter-end-link = Dejar de recibir todos los correos

letter-open-announcement = Abrir el anuncio
letter-open-direct = Abrir

## Anuncios

announcement = Anuncio
announcements = Anuncios
announcements-text = Lo que todos los miembros deben saber. Aparece en la parte superior de cada página y en las notificaciones, y llega por correo a cada cual según lo que haya elegido.
announcements-circle-text = Lo que todas las personas de aquí deben saber. Aparece en la parte superior de sus páginas y en las notificaciones, y llega por correo a cada cual según lo que haya elegido.
announcements-none = Todavía no se ha anunciado nada aquí. Los anuncios se quedarán en esta página.
announcement-dismiss = Ocultar
announcement-write = Escribir un anuncio
announcement-write-lede = Primero verás una vista previa. No se envía nada hasta que lo publiques allí.
announcement-edit = Editar el anuncio
announcement-edit-lede = Quien lo abra verá la nueva versión. No se envía un segundo correo.
announcement-from = Mostrar desde
announcement-from-hint = En { $zone }. Déjalo vacío para que empiece al publicarlo.
announcement-until = Mostrar hasta
announcement-until-hint = En { $zone }. Déjalo vacío para mostrarlo hasta que lo retires.
announcement-later = Quienes lleguen después
announcement-later-see = También pueden leerlo
announcement-later-miss = No lo ven: es solo para quienes ya están cuando empieza
announcement-later-hint = Si no lo limitas, quienes lleguen después podrán leerlo, aunque ya no aparezca en la parte superior de la página.
announcement-moment-wrong = Elige un día y una hora, por ejemplo 2026-12-24T18:00.
announcement-until-wrong = Debe terminar después de empezar y en el futuro.
announcement-moved-on = Otra persona cambió este anuncio después de que lo abrieras. No se ha sobrescrito nada: tu texto está abajo. Si guardas ahora, sustituirá al suyo.
announcement-to-preview = Guardar y ver la vista previa
announcement-publish = Publicar
announcement-look = Abrirlo
announcement-delete = Eliminar el borrador
announcement-withdraw = Retirar
announcement-withdraw-hint = Al retirarlo desaparece de todas las páginas. Los correos que aún no han salido no se envían; los que ya salieron no se pueden recuperar.
announcement-published = Publicado.
announcement-saved = Guardado.
announcement-withdrawn = Ya no está.
announcement-is-draft = Borrador
announcement-is-planned = Programado
announcement-is-standing = En todas las páginas
announcement-is-over = Terminado
announcement-is-withdrawn = Retirado
announcement-is-limited = No es para quienes lleguen después
announcement-began = Desde { $time }
announcement-begins = Desde { $time }
announcement-ends = Hasta { $time }
announcement-who = { $count ->
    [one] Se avisará a { $number } miembro
   *[other] Se avisará a { $number } miembros
}
announcement-who-hint = Cada miembro lo ve en la parte superior de la página y en las notificaciones. Los correos inmediatos esperan dos minutos y respetan las horas de silencio; lo que supere el límite diario llega en el resumen. Quien lo haya leído antes no recibe correo.
announcement-at-once = { $count ->
    [one] { $number } por correo de inmediato
   *[other] { $number } por correo de inmediato
}
announcement-today = { $count ->
    [one] { $number } en el resumen de hoy
   *[other] { $number } en el resumen de hoy
}
announcement-tomorrow = { $count ->
    [one] { $number } en el resumen de mañana
   *[other] { $number } en el resumen de mañana
}
announcement-weekly = { $count ->
    [one] { $number } en el resumen semanal
   *[other] { $number } en el resumen semanal
}
announcement-paused = { $count ->
    [one] { $number } por correo tras su pausa
   *[other] { $number } por correo tras su pausa
}
announcement-stopped = { $count ->
    [one] { $number } solo en las notificaciones: los correos a su dirección no llegan
   *[other] { $number } solo en las notificaciones: los correos a su dirección no llegan
}
announcement-without = { $count ->
    [one] { $number } sin correo
   *[other] { $number } sin correo
}

## Web Push

push = Notificaciones en tus dispositivos
push-what = Tu dispositivo puede avisarte cuando alguien te responda o te mencione, comente tu entrada, apruebe un comentario tuyo o deje uno que debes aprobar, aunque este sitio no esté abierto. También te avisa de los anuncios y de lo que sigues «al momento», como máximo tantas veces al día como correos quieras recibir. Nada llega durante tus horas de silencio ni en una pausa. Si cierras la sesión en un dispositivo, allí dejan de llegar.
push-begin = Avisarme en este dispositivo
push-end = Desactivar
push-since = Activo desde el { $date }.
push-last = Última notificación: { $time }.
push-failing = La última notificación aún no ha llegado; lo seguiremos intentando.
push-unable = Este navegador no puede recibir notificaciones de este sitio, o JavaScript está desactivado. En un iPhone o iPad, añade primero este sitio a la pantalla de inicio y ábrelo desde allí.
push-denied = Este navegador bloquea las notificaciones de este sitio. Permítelas en los ajustes del navegador para este sitio y vuelve aquí.
push-failed = No se han podido activar las notificaciones: el servicio de notificaciones del navegador no ha respondido o está desactivado. No ha cambiado nada; vuelve a intentarlo más tarde.
push-too-many = Ya tienes diez dispositivos. Desactiva uno antes.
push-strange = Este navegador no ha indicado adónde se pueden enviar las notificaciones.
push-welcome = Las notificaciones están activadas en este dispositivo
push-refused = { $count ->
    [one] El servicio de notificaciones de un dispositivo rechaza lo que envía este sitio. Pide a quien administra el servidor que ejecute «lyceum doctor». Ha respondido:
   *[other] Los servicios de notificaciones de { $count } dispositivos rechazan lo que envía este sitio. Pide a quien administra el servidor que ejecute «lyceum doctor». Uno de ellos ha respondido:
}

## Respuestas por correo

letter-answering = Puedes responder directamente a este correo: tu respuesta aparecerá debajo de lo que escribió { $name }. Las citas y las firmas se omiten.
letter-answering-post = Puedes responder directamente a este correo: tu respuesta aparecerá como comentario. Las citas y las firmas se omiten.
letter-answering-digest = A un resumen no se puede responder por correo. Para responder, abre la conversación.
letter-answer-yours = Esto es lo que escribiste:
letter-answer-refused-subject = Tu respuesta no se ha publicado
letter-answer-refused = Tu respuesta llegó por correo, pero no se ha podido publicar:
letter-answer-empty = Tu respuesta llegó por correo, pero sin las citas y las firmas no quedaba nada. Si escribiste algo, ponlo encima de la cita o responde aquí:
letter-answer-only-files = Tu correo llegó, pero solo contenía una imagen u otro archivo. Las respuestas por correo solo pueden llevar texto. Puedes responder aquí:
letter-answer-expired-subject = Ya no se puede responder a este correo
letter-answer-expired = Respondiste a un correo demasiado antiguo para responderlo por correo. Todavía puedes responder aquí:
letter-answer-held-subject = Confirma si esta respuesta es tuya
letter-answer-held = Llegó una respuesta en tu nombre desde { $from }, que no es tu dirección. No se ha publicado. Tú decides qué hacer con ella:
letter-answer-held-unknown = Llegó una respuesta en tu nombre desde una dirección que no es la tuya. No se ha publicado. Tú decides qué hacer con ella:

answers = Respuestas por correo
answers-lede = Puedes responder a la mayoría de los correos de este sitio desde tu programa de correo. Esto es lo que llegó en los últimos 30 días. Solo tú ves esta página.
answers-off = A los correos de este sitio no se puede responder por correo.
answers-held = Pendiente de tu decisión
answers-held-hint = Llegaron en tu nombre, pero no desde tu dirección: quizá desde otra dirección tuya, o de alguien a quien reenviaste un correo.
answers-came = Lo que llegó
answers-none = Todavía nada. Cuando respondas a un correo, aparecerá aquí.
answers-wait = { $count ->
    [one] { $number } respuesta está pendiente de tu decisión
   *[other] { $number } respuestas están pendientes de tu decisión
}
answer-from = De { $from }
answer-publish = Publicar como mía
answer-discard = Descartar
answer-published = Publicada.
answer-held = Pendiente de tu decisión.
answer-discarded = Descartada.
answer-discarded-now = La respuesta se ha descartado.
answer-refused = No publicada.
answer-empty = No publicada: sin las citas y las firmas no quedaba nada.
answer-expired = No publicada: el correo era demasiado antiguo para responderlo.
answer-not-published = La respuesta no se ha podido publicar.
answer-your-words = Lo que escribiste
answer-left-out = Omitido de tu correo
answer-left-out-hint = Solo tú ves esto.
answer-left-out-file = { $name } no se adjuntó: las respuestas por correo solo llevan texto.

## What could not be delivered, for organisers
undelivered = Correo no entregado
undelivered-none = No se ha devuelto nada. Los correos que no se puedan entregar aparecerán aquí, con lo que conviene hacer.
undelivered-stopped = Detenido
undelivered-waiting = { $count ->
    [one] Hay un correo en espera porque el servidor de correo del sitio no lo ha aceptado. Pide a quien administra el servidor que ejecute «lyceum doctor». Lo último que respondió:
   *[other] Hay { $count } correos en espera porque el servidor de correo del sitio no los ha aceptado. Pide a quien administra el servidor que ejecute «lyceum doctor». Lo último que respondió:
}
undelivered-complaint = Marcaron el correo como no deseado. Ya no reciben avisos de lo que ocurre aquí; pueden seguir iniciando sesión por correo.
undelivered-distrusted = Su proveedor de correo no se fía de los correos de este sitio. Pide a quien administra el servidor que revise SPF, DKIM y DMARC con «lyceum doctor». Puede que la dirección sea correcta.
undelivered-unknown = Esa dirección no existe. Pídeles una que funcione; pueden cambiarla en sus ajustes.
undelivered-full = Su buzón está lleno. Seguiremos intentándolo; si dura varios días, avísales por otro medio.
undelivered-closed = Su buzón está cerrado o no acepta correo. Pídeles otra dirección.
undelivered-unreachable = No se pudo contactar con su proveedor de correo. Comprueba que lo que va después de la @ no tenga una errata; si no, puede que se arregle solo.
undelivered-other = Su servidor de correo no dio una razón clara. Si vuelve a pasar, pídeles otra dirección.

letter-guest-ask-subject = ¿Avisos de respuestas a un comentario en { $community }?
letter-guest-ask-lead = Alguien, quizá tú, dejó un comentario en { $community } y pidió un correo a esta dirección cuando apareciera y cuando alguien respondiera. Ya ha aparecido:
letter-guest-ask-open = Abrir el comentario
letter-guest-ask-question = ¿Enviamos las respuestas a esta dirección?
letter-guest-ask-yes = Sí, quiero saber de las respuestas
letter-guest-ask-no = Si no fuiste tú, o no lo quieres, no hace falta que hagas nada: a los 7 días borramos tu dirección.
letter-guest-never = No escribir nunca más a esta dirección:
letter-guest-never-link = No escribir nunca más a esta dirección
letter-guest-mute = Dejar de recibir correos de esta conversación:
letter-guest-mute-link = Dejar de recibir correos de esta conversación
letter-guest-end = Dejar de recibir correos en esta dirección:
letter-guest-end-link = Dejar de recibir correos en esta dirección
letter-guest-answering = Para responder, abre la conversación: una respuesta a este correo no aparece en ella.
guest-ask-title = Confirmar los avisos
guest-ask-text = Recibirás un correo cuando alguien responda a los comentarios que dejes aquí sin cuenta. Cada uno lleva un enlace para dejar de recibirlos.
guest-ask-button = Sí, quiero saber de las respuestas
guest-never-text = ¿O prefieres que no se escriba nunca más a esta dirección por un comentario sin cuenta?
guest-never-button = No escribir nunca a esta dirección
guest-mail-title = Avisos por correo a visitantes
guest-allow-text = A esta dirección no se le escribe nunca por un comentario sin cuenta. Si al final quieres saber de las respuestas, permítelo aquí y marca la casilla debajo de tu próximo comentario.
guest-allow-button = Permitir los correos de nuevo
guest-leave-text = ¿Quieres dejar de recibir correos sobre «{ $title }»?
guest-leave-button = Dejar de recibir correos de esta conversación
guest-end-text = ¿Quieres dejar de recibir correos sobre los comentarios que dejaste aquí sin cuenta?
guest-end-button = Dejar de recibir todos los correos
guest-confirmed = Gracias. Recibirás un correo cuando alguien te responda.
guest-left = No sabrás más de esta conversación.
guest-ended = No recibirás más correos sobre los comentarios que dejaste sin cuenta.
guest-refused = No se volverá a escribir a esta dirección por un comentario sin cuenta. De ella solo guardamos un código del que nadie puede recuperar la dirección.
guest-allowed = Los correos vuelven a estar permitidos. Marca la casilla debajo de tu próximo comentario para recibirlos.
guest-link-over = Este enlace ya no es válido
guest-link-over-text = Ya no hace que se envíe nada a tu dirección. Para saber de las respuestas por correo, marca la casilla debajo de tu próximo comentario.

## Private messages. $name is a person.
messages = Mensajes
nav-messages = Mensajes ({ $number })
messages-lede = Lo que os escribís tú y otras personas. Nadie más puede leerlo, tampoco la organización.
messages-archived = Mensajes archivados
messages-archived-lede = Lo que apartaste. Vuelve cuando alguien escribe.
messages-archived-none = No hay nada archivado.
messages-none = Todavía no hay mensajes.
messages-none-how = Para escribir a alguien, abre su página y elige «Escribir un mensaje».
messages-and-more = { $count ->
    [one] { $names } y una persona más
   *[other] { $names } y { $number } más
}
messages-unread = { $count ->
    [one] { $number } mensaje nuevo
   *[other] { $number } mensajes nuevos
}
messages-muted = Silenciado
messages-you = Tú:
messages-more = Mensajes anteriores
messages-latest = Mensajes más recientes
messages-earlier = Mensajes anteriores
messages-has-left = ya no está
messages-what-else = Más
messages-mark-unread = Marcar como no leído
messages-archive = Archivar
messages-unarchive = Devolver a los mensajes
messages-mute = Silenciar
messages-unmute = Dejar de silenciar
messages-leave = Salir
messages-leave-text = No recibirás lo que se escriba aquí a partir de ahora, ni podrás leer lo anterior. Lo que escribiste se queda con los demás. No podrás volver por tu cuenta.
messages-is-muted = Silenciado: los mensajes nuevos están aquí y nada te avisa de ellos.
messages-written = Mensajes
messages-came = Un mensaje nuevo
messages-you-blocked = Has bloqueado a esta persona, así que aquí no podéis escribiros.
messages-settings = Quién puede escribirte
messages-accept = ¿Quién puede escribirte?
messages-accept-all = Todos los miembros
messages-accept-circles = Solo gente de mis cursos, grupos de acogida y tribus
messages-accept-nobody = Nadie
messages-accept-hint = La organización y quienes dirigen o acompañan tus cursos pueden escribirte siempre; también las personas a las que has escrito tú. Nadie sabe lo que elegiste.
messages-nobody-called = Ningún miembro se llama «{ $name }». Usa el nombre de usuario que aparece en su página, como @ines.
messages-several-called = Varios miembros se llaman «{ $name }». Usa el nombre de usuario que aparece en su página, como @ines.
messages-too-many-people = Son demasiadas personas: un mensaje puede ir a 20.
messages-done-archived = Archivado. Vuelve cuando alguien escribe.
messages-done-unarchived = De vuelta entre tus mensajes.
messages-done-left = Has salido.
messages-done-unread = Marcado como no leído.
messages-done-muted = Silenciado.
messages-done-unmuted = Ya no está silenciado: volverás a enterarte de los mensajes nuevos.
messages-done-deleted = Tu mensaje se ha eliminado.
messages-done-saved = Guardado.
messages-done-blocked = Bloqueo hecho. La otra persona no recibe ningún aviso.
messages-done-unblocked = Bloqueo retirado.
message-new = Escribir un mensaje
message-write-to = Escribir un mensaje
message-new-lede = Solo pueden leerlo las personas a las que escribes. Si son varias, todas ven quiénes son y qué responde cada una.
message-to = Para
message-to-hint = Nombres o nombres de usuario, separados por comas.
message-field = Mensaje
message-hint = Puedes usar Markdown: *énfasis*, **fuerte**, [un enlace](https://example.org), > cita. Los saltos de línea se conservan.
message-send = Enviar
message-edit = Editar el mensaje
message-delete = Eliminar el mensaje
message-delete-text = Sus palabras desaparecen para todos aquí. Se seguirá viendo que hubo un mensaje.
message-deleted = Quien escribió este mensaje lo eliminó.
message-removed = La organización retiró este mensaje.
message-of-blocked = Un mensaje de alguien a quien has bloqueado
message-yours = tu mensaje
message-of = el mensaje de { $name }
message-moved-on = Este mensaje cambió desde que lo abriste, quizá en otra pestaña. No se ha sobrescrito nada: tu texto está abajo. Si guardas ahora, sustituye a la otra versión.
message-too-late = Los mensajes se pueden editar durante un rato después de enviarlos. Este todavía puedes eliminarlo, o escribir otro.
message-as-another = Ahora hay otra persona con la sesión iniciada aquí. Tu texto sigue aquí; si lo envías de nuevo, saldrá en su nombre.
message-too-long = Es demasiado largo para un mensaje: caben 10 000 caracteres. Para más, escribe una entrada que solo puedan leer algunas personas.
message-empty = Todavía no hay nada que enviar.
message-not-taken = { $name } no recibe mensajes tuyos por ahora. No se ha enviado nada; tu texto sigue aquí.
message-not-taken-some = No puedes escribir a alguna de esas personas. No se ha enviado nada; tu texto sigue aquí.
message-blocked = Has bloqueado a { $name }. Si quieres escribirle, retira antes el bloqueo.
message-unanswered = { $name } todavía no ha respondido y ya has escrito tres veces. Cuando responda, podrás volver a escribir.
message-too-many-new = Hoy has escrito a mucha gente nueva. Mañana podrás escribir a más; quienes te han respondido no cuentan.
message-nobody-left = Ya no queda nadie más aquí, así que nadie lo leería.
message-to-yourself = Esa persona eres tú. Indica otra.
notice-written = { $name } te ha escrito
notice-written-title = Mensaje privado
notice-invited = { $name } te invita a un curso
notice-invited-tribe = { $name } te invita a una tribu
notice-asked = { $count ->
    [0] { $name } pide entrar
    [one] { $name } y { $number } persona más piden entrar
   *[other] { $name } y { $number } personas más piden entrar
}
notice-let-in = Ya formas parte
notice-reported = { $count ->
    [one] { $number } denuncia espera tu decisión
   *[other] { $number } denuncias esperan tu decisión
}
notice-reported-title = Denuncias
notice-outcome = La organización ha revisado tu denuncia
notice-outcome-removed = La organización ha revisado tu denuncia. Ya no ves el mensaje
notice-outcome-title = Tu denuncia
notice-archive = Tu archivo está listo
notice-archive-title = Llevártelo todo
notice-agreement = Han contestado a tu petición de apoyo
notice-agreement-title = Apoyo para aprender
notice-awarded = { $name } te ha concedido una insignia
notice-certified = Aquí está tu certificado
notice-earned = Has conseguido una insignia
notice-badge-asked = { $name } pide una insignia
notice-badge-answered = { $name } ha contestado a tu petición de una insignia
notice-reissued = La credencial de tu insignia se ha emitido de nuevo. Usa a partir de ahora la nueva
notice-why-written = Es para ti
notice-why-invited = Espera tu respuesta
notice-why-asked = Tú decides quién entra
notice-why-let-in = Lo pediste o esperabas plaza
notice-why-reported = Formas parte de la organización
notice-why-outcome = Lo denunciaste tú
notice-why-archive = Lo pediste
notice-why-agreement = Lo pediste tú
notice-why-awarded = Es tuya: tú decides quién la ve
notice-why-badge-asked = Tú decides sobre esta insignia
notice-why-badge-answered = La pediste tú
letter-written-answering = El texto no está en este correo: solo se puede leer en la página. Una respuesta a este correo no le llega a nadie; responde allí, por favor.
block = Bloquear
unblock = Retirar el bloqueo
blocked = Personas bloqueadas
blocked-none = No has bloqueado a nadie.
blocked-since = Bloqueo del { $date }
message-note-silent = ¡Hola! Hace tiempo que no te veo por el curso, y solo quería decirte que aquí tienes tu sitio cuando quieras. No hace falta ponerse al día antes. ¿Hay algo que te lo pueda hacer más fácil?
message-note-stuck = ¡Hola! Veo que estás por aquí y que queda algo pendiente de las primeras semanas. No pasa nada. Dime si hay algo que lo impide; quizá encontremos el camino más corto.
message-note-thriving = ¡Hola! He leído lo que escribes aquí y me alegro mucho. Si te apetece, responde a alguien que acaba de empezar: le haría mucha ilusión.
message-note-steady = ¡Hola! Solo quería preguntarte qué tal va. ¿Puedo ayudarte en algo?

### Buscar

search-title = Búsqueda: { $words }
search-site = Buscar en este sitio
search-here = Búsqueda
search-words = Qué buscas
search-how = Entre comillas se busca una frase, un signo menos delante excluye una palabra y # busca una etiqueta.
search-narrow = Acotar la búsqueda
search-place = Dónde
search-anywhere = En todas partes
search-by = De quién
search-by-hint = @usuario
search-since = Cuándo
search-since-any = En cualquier momento
search-since-day = En el último día
search-since-week = En la última semana
search-since-month = En el último mes
search-since-year = En el último año
search-apply = Acotar
search-wider = Buscar en todas partes
search-kinds = Qué se muestra
search-in-all = Todo
search-in-posts = Entradas
search-in-comments = Comentarios
search-in-discussions = Debates
search-in-courses = Módulos y tareas
search-in-announcements = Anuncios
search-in-people = Personas
search-in-names = Etiquetas y grupos
search-is-post = Entrada
search-is-page = Página
search-is-comment = Comentario
search-is-discussion = Debate
search-is-module = Módulo
search-is-assignment = Tarea
search-is-announcement = Anuncio
search-is-tribe = Tribu
search-is-course = Curso
search-is-tag = Etiqueta
search-tag-has = { $count ->
    [one] { $number } entrada
   *[other] { $number } entradas
}
search-building = Aún no se encuentran todos los textos antiguos: se han revisado { $done } de { $total }, primero los más recientes.
search-shortened = Es más de lo que se puede buscar a la vez. Solo se ha usado el principio.
search-named = Por nombre
search-directory = Ver a todos los miembros
search-did-you-mean = Quizá querías decir
search-empty = Escribe una o dos palabras. Encuentras lo que puedes leer: entradas, comentarios, debates, módulos, personas, etiquetas y grupos.
search-only-signs = En «{ $words }» no hay ninguna palabra que buscar.
search-only-exclusions = Solo has dicho qué excluir. Añade una palabra que deba aparecer.
search-nobody = Aquí nadie se llama así.
search-none = No se ha encontrado nada con «{ $words }». Con otras palabras, o con menos, quizá encuentres más.
search-found = { $count ->
    [one] { $number } resultado
   *[other] { $number } resultados
}
search-more-than = Más de { $number } resultados
search-looked-back = Se ha buscado hasta el { $date }.
search-further = Buscar más atrás
search-older = Resultados anteriores
search-pages = Páginas de resultados
search-previous = Resultados previos
search-next = Más resultados
