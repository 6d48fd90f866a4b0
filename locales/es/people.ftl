# People, their accounts, and looking after the community.

## Account
or = o
form-wrong =
    { $count ->
        [one] Hay una cosa por revisar.
        [2] Hay dos cosas por revisar.
       *[other] Hay { $number } cosas por revisar.
    }
field-display-name = Tu nombre, tal como se verá
field-handle-label = Nombre de usuario
field-handle-hint = Minúsculas, cifras, - y _. Con él te mencionan en los comentarios.
field-handle-taken = Este nombre de usuario ya está en uso. Si es tuyo, inicia sesión; si no, elige otro.
field-email-hint = No se muestra a los demás miembros. Solo lo ve la organización.
field-password-label = Contraseña
field-password-hint = Al menos diez caracteres; una frase que te guste es buena idea. También puedes iniciar sesión cuando quieras con un enlace que te enviamos por correo.
field-new-password = Nueva contraseña
field-why-label = Unas palabras para la organización
field-who = Correo electrónico o usuario
join-heading = Unirse a { $community }
join-lede = Basta con un nombre, una dirección de correo y una contraseña. El blog viene incluido.
join-request-lede = Cuéntanos quién eres. La organización leerá tu solicitud, y te avisaremos por correo cuando te admita.
join-found = Crear esta comunidad
join-found-lede = Eres la primera persona en llegar, así que la organización está en tus manos. Todo lo demás puede ajustarse más tarde.
join-found-button = Crear
join-ask = Solicitar acceso
join-handle = Tu nombre de usuario, si quieres elegirlo
join-already = ¿ya eres miembro?
join-mail = Revisa tu correo
join-mail-text = Hemos enviado un mensaje a { $stressed }. Abre el enlace que contiene y ya formas parte.
join-mail-request = Revisa tu correo
join-mail-request-text = Hemos enviado un mensaje a { $stressed }. Abre el enlace que contiene para que tu solicitud llegue a la organización.
join-by-invitation = Solo por invitación
join-by-invitation-text = Para unirte a esta comunidad necesitas una invitación de la organización. Si la tienes, abre el enlace del mensaje.
join-early = Aún sin abrir
join-early-text = Nadie ha puesto en marcha esta comunidad todavía. Quien lleva el servidor encuentra el enlace donde lo inició; después podrán unirse los demás.
join-invitation-gone = Esta invitación ya no es válida
join-invitation-gone-text = Ya se ha usado, se ha retirado o ha caducado. Quien la envió puede enviarte otra.
confirm-joining = Confirma tu dirección de correo
confirm-joining-text = Así confirmas que la dirección es tuya y que te unes a { $community } como { $name }. Si no has pedido unirte, cierra esta página y no pasará nada.
confirm-joining-button = Confirmar y unirme
confirm-request = Confirma tu dirección de correo
confirm-request-text = Así confirmas que la dirección es tuya y que quieres unirte a { $community } como { $name }. La organización leerá tu solicitud y te responderá.
confirm-request-button = Confirmar y enviar la solicitud
confirm-address = Confirma tu nueva dirección de correo
confirm-address-text = A partir de ahora, los mensajes de { $community } llegarán a { $name }.
confirm-address-button = Usar esta dirección
confirm-move = Otra dirección de correo
confirm-move-text = { $name } recibirá un enlace para confirmarla. Hasta que lo sigas, no cambia nada.
confirm-move-button = Enviar el enlace
sign-in-heading = Iniciar sesión
sign-in-forgotten = ¿Has olvidado tu contraseña?
sign-in-link = Recibir un enlace
sign-in-link-hint = Te enviamos por correo un enlace para iniciar sesión. Funciona una sola vez, durante los próximos 20 minutos.
sign-in-not-yet = ¿todavía no eres miembro?
sign-in-wrong = El nombre o la contraseña no son correctos. Si acabas de unirte, busca en tu correo el enlace que confirma tu dirección. También puedes iniciar sesión con un enlace, aquí abajo.
sign-in-too-many = Demasiados intentos en poco tiempo. Espera un minuto o pide un enlace para iniciar sesión.
sign-in-as = Vas a iniciar sesión como { $name }.
letters-too-many = Ya hemos enviado varios mensajes a esta dirección. Revisa tu correo o inténtalo de nuevo dentro de un minuto.
account-mail = Revisa tu correo
account-mail-text = Si { $stressed } pertenece a una cuenta de aquí, ya hay un enlace en camino. Funciona una sola vez y por poco tiempo.
account-mail-nothing = ¿No ha llegado nada en cinco minutos? Mira en la carpeta de spam o { $link }.
account-mail-again = pide otro enlace
account-link-gone = Este enlace ya no es válido
account-link-gone-text = Los enlaces de los mensajes funcionan una sola vez y por tiempo limitado. Este ya se ha usado o ha caducado.
account-link-gone-on = Puedes { $link } en cualquier momento.
account-link-again = pedir otro
account-waiting = Tu solicitud está en manos de la organización
account-waiting-text = Tu dirección está confirmada. Alguien leerá lo que has escrito, y te avisaremos por correo cuando te admitan.
forgot = Nueva contraseña
forgot-lede = Le pasa a todo el mundo. Escribe tu dirección de correo y te enviamos un enlace.
forgot-send = Enviar el enlace
forgot-back = Volver a iniciar sesión
reset-lede = Para @{ $handle }.
reset-hint = Al menos diez caracteres. Se cerrarán todas las demás sesiones y aquí quedará iniciada la tuya.
reset-button = Guardar la contraseña e iniciar sesión

## E-mails. $name is a handle, or the organiser who invites.
letter-hello = Hola, { $name }:
letter-hello-stranger = Hola:
letter-confirm-subject = { $community }: confirma tu dirección
letter-confirm = Alguien (esperamos que tú) quiere unirse a { $community } como @{ $name } con esta dirección. Para confirmar que es tuya, abre este enlace:
letter-confirm-after = El enlace es válido durante tres días. Si no quieres unirte, o si @{ $name } no es el nombre de usuario que elegiste, ignora este mensaje: sin tu confirmación no pasa nada.
letter-sign-in-subject = { $community }: tu enlace para iniciar sesión
letter-sign-in = Para iniciar sesión en { $community } como @{ $name }, abre este enlace:
letter-sign-in-after = Funciona una sola vez, durante 20 minutos. Si no lo has pedido, ignora este mensaje y no compartas el enlace con nadie.
letter-known-subject = { $community }: ya tienes una cuenta
letter-known = Alguien (quizá tú) ha querido unirse a { $community } con esta dirección. Ya tiene una cuenta: eres @{ $name }. Para iniciar sesión, abre este enlace:
letter-known-after = Funciona una sola vez, durante 20 minutos. Si no has sido tú, ignora este mensaje; no se ha cambiado nada.
letter-claim-subject = { $community }: tu cuenta te espera
letter-claim = Lo que escribiste se ha trasladado a { $community }, y allí te espera una cuenta: @{ $name }. Para hacerla tuya, abre este enlace:
letter-claim-after = Funciona una sola vez, durante 20 minutos; en la página de inicio de sesión puedes pedir otro. Si no lo has pedido, ignora este mensaje.
letter-reset-subject = { $community }: una contraseña nueva
letter-reset = Para elegir una contraseña nueva para @{ $name }, abre este enlace:
letter-reset-after = Funciona una sola vez, durante una hora. Si no lo has pedido, ignora este mensaje: tu contraseña se queda como está.
letter-address-subject = { $community }: confirma tu nueva dirección
letter-address = @{ $name } quiere que los mensajes de { $community } lleguen a esta dirección. Para confirmarla, inicia sesión y abre este enlace:
letter-address-after = El enlace es válido durante tres días. Si no eres tú, ignora este mensaje.
letter-move-subject = { $community }: ¿otra dirección?
letter-move = Alguien con sesión iniciada como @{ $name } quiere que los mensajes de { $community } lleguen a otra dirección. Tu cuenta no tiene contraseña, así que te preguntamos aquí primero. Si has sido tú, sigue este enlace:
letter-move-after = El enlace vale una hora. Si no has sido tú, no lo sigas: cierra todas las demás sesiones en tus ajustes y pon allí una contraseña.
letter-address-taken-subject = { $community }: ya tienes una cuenta
letter-address-taken = Alguien (quizá tú) ha querido usar esta dirección en otra cuenta de { $community }. Ya pertenece a @{ $name }, así que no se ha cambiado nada.
letter-address-taken-after = Si tienes dos cuentas y quieres quedarte con una, escribe a la organización.
letter-address-changes-subject = { $community }: tu dirección de correo va a cambiar
letter-address-changes = Alguien con la sesión iniciada en tu cuenta ha pedido que los mensajes de { $community } lleguen a partir de ahora a otra dirección. El cambio se hará efectivo cuando esa dirección se confirme. Si no has sido tú, cierra todas las demás sesiones y elige una contraseña nueva en tus ajustes:
letter-address-changes-after = Si has sido tú, aquí no hay nada que hacer: revisa el correo de la nueva dirección.
letter-let-in-subject = { $community }: ya formas parte
letter-let-in = Te damos la bienvenida a { $community }. Tu solicitud se ha aceptado; inicia sesión aquí:
letter-let-in-after = Eres @{ $name }, y tu blog ya está listo. Si tu contraseña no funciona, pide un enlace en esa página.
letter-asked-subject = { $community }: @{ $name } quiere unirse
letter-asked = @{ $name } quiere unirse a { $community }. Lee su solicitud y respóndela aquí:
letter-asked-after = Recibes este mensaje porque formas parte de la organización.
letter-invite-subject = { $name } te invita a { $community }
letter-invite = { $name } te invita a { $community }. Para unirte, abre este enlace:
letter-invite-after = El enlace es válido durante dos semanas y funciona una sola vez. Si no quieres unirte, ignora este mensaje.

## People
members-count =
    { $count ->
        [one] Un miembro
       *[other] { $number } miembros
    }
members-found = Miembros cuyo nombre o usuario contiene «{ $words }».
members-none-found = Ningún miembro se llama «{ $words }». Prueba con una parte del nombre.
members-empty = Todavía no hay miembros. Quien se una aparecerá aquí.
search-members = Buscar miembros
search-members-hint = Nombre o usuario
search = Buscar
more-members = Más miembros
more-members-next = Más miembros →
members-from-the-start = ← Volver al principio
role-organiser = Organización
role-instructor = Docente
role-guide = Guía
role-participant = Participante
unclaimed = importada, sin reclamar todavía
change-profile = Editar tu perfil
latest-comments = Últimos comentarios
no-comments-yet = Todavía no hay ninguno.
said-on = en

## Settings
settings-profile = Perfil
settings-profile-save = Guardar perfil
settings-handle-hint = Minúsculas, cifras, - y _. Los enlaces al anterior siguen funcionando.
settings-handle-taken = Este nombre de usuario está en uso o lo estuvo. Elige otro.
settings-language-browser = El de mi navegador
settings-zone = Zona horaria
settings-zone-community = La de la comunidad ({ $zone })
settings-blog = Blog
settings-blog-save = Guardar blog
settings-blog-title = Título
settings-blog-tagline = Lema
settings-blog-tagline-hint = Una línea bajo el título.
settings-blog-address = Dirección
settings-blog-address-hint = Los enlaces a la dirección antigua siguen funcionando.
settings-blog-address-taken = Otro blog tiene esta dirección, o la tuvo. Elige otra.
settings-picture = Foto
settings-picture-new = Foto nueva
settings-picture-hint = PNG, JPEG, WebP o GIF, hasta { $number } MB. Se recorta en forma cuadrada.
settings-picture-upload = Subir foto
settings-picture-remove = Quitar foto
picture-unknown = No podemos leer este archivo como imagen. Usa PNG, JPEG, WebP o GIF.
picture-heif = Es una imagen HEIC, que casi ningún navegador muestra. Guárdala como JPEG o haz que tu teléfono use JPEG: en el iPhone, en Ajustes, Cámara, Formatos, El más compatible.
picture-too-large = Este archivo es demasiado grande.
picture-damaged = Esta imagen está dañada o incompleta. Vuelve a elegir el archivo o guárdalo antes de nuevo.
picture-too-long = Esta imagen se mueve durante demasiado tiempo o tiene demasiados píxeles. Acórtala o redúcela antes.
picture-too-many-pixels = Esta imagen tiene demasiados píxeles. Redúcela antes.
settings-address = Correo electrónico
settings-address-hint = No se muestra a los demás miembros. El cambio se hace efectivo cuando abres el enlace que enviamos a la nueva dirección.
settings-address-change = Cambiar dirección
settings-address-same = Esta ya es tu dirección.
settings-password-old = Contraseña actual
settings-password-hint = Al menos diez caracteres. Se cerrarán todas las demás sesiones.
settings-password-change = Cambiar contraseña
settings-password-by-link = Hace un rato que iniciaste sesión, y aquí nada demuestra que sigas siendo tú. Cierra la sesión, elige «¿Has olvidado tu contraseña?» y pon tu contraseña con el enlace que te enviamos.
settings-password-set = Elegir contraseña
settings-password-wrong = Esta no es tu contraseña actual. Si la has olvidado, cierra la sesión y pide una nueva.
settings-sessions = Dónde tienes la sesión iniciada
settings-session-here = Este navegador
settings-session-on = { $browser } en { $system }
settings-session-unknown = Navegador desconocido
settings-session-since = desde el { $date }
settings-session-seen = última visita el { $date }
settings-session-end = Cerrar
settings-sessions-end = Cerrar todas las demás sesiones
settings-saved-joined = Ya formas parte. Te uniste desde otro navegador: elige aquí tu contraseña otra vez. O déjalo así e inicia sesión con un enlace cada vez que vengas.
settings-saved-profile = Tu perfil se ha guardado.
settings-saved-blog = Tu blog se ha guardado.
settings-saved-picture = Tu foto se ha guardado.
settings-saved-picture-removed = Tu foto se ha quitado.
settings-saved-email = Hemos enviado un mensaje a la nueva dirección. El cambio se hará efectivo cuando abras el enlace que contiene.
settings-saved-move = Hemos enviado un enlace a tu dirección actual. Cuando lo sigas, la nueva recibirá el suyo.
settings-saved-address = Tu nueva dirección de correo está confirmada.
settings-saved-password = Tu contraseña ha cambiado, y todas las demás sesiones se han cerrado.
settings-saved-session = Esa sesión se ha cerrado.
settings-saved-sessions = Todas las demás sesiones se han cerrado.
## E-mails. $name is a handle, or the organiser who invites.
letter-turned-away-subject = { $community }: tu solicitud
letter-turned-away = La organización de { $community } ha leído tu solicitud y no la ha aceptado.
letter-turned-away-after = La cuenta @{ $name } se ha eliminado, con todo lo que nos habías contado. Puedes leer todo lo que es público y, si crees que se trata de un error, escribir a la organización.

## Managing the community
the-community = La comunidad
manage-nav = Gestión
manage-settings = Ajustes
manage-comments = Comentarios
manage-log = Registro
name-and-rules = Nombre y normas
community-name = Nombre de la comunidad
community-tagline = Texto de bienvenida
community-tagline-hint = Una o dos frases en la página de inicio, bajo el nombre.
community-time-zone = Zona horaria
community-time-zone-unknown = No hay ninguna zona horaria con este nombre. Elige una como Europe/Lisbon.
community-saved = Los ajustes se han guardado.
community-begun = La comunidad es tuya. Ponle nombre, decide quién puede unirse e invita a gente más abajo.
who-may-join = Quién puede unirse
joining-open = Cualquiera, al momento
joining-request = Cualquiera puede solicitarlo
joining-request-hint = Respondes a cada solicitud aquí abajo.
joining-invitation = Solo personas invitadas
whose-comments-wait = Comentarios de visitantes
guests-first = Aprobar el primer comentario de cada visitante
guests-always = Aprobar todos los comentarios de visitantes
guests-closed = Desactivados: solo comentan los miembros
which-crawlers = Máquinas que pueden leer lo que puede leer todo el mundo
crawlers-search = Buscadores
crawlers-search-hint = Traen gente hasta aquí. A quienes recogen textos para entrenar modelos de lenguaje se les pide que no lo hagan.
crawlers-everyone = Todas
crawlers-everyone-hint = También las que entrenan modelos de lenguaje.
crawlers-nobody = Ninguna
crawlers-nobody-hint = Los buscadores no encontrarán la comunidad. Es una petición que los serios respetan; lo que deba quedar en privado necesita un público limitado.
edit-minutes = Durante cuántos minutos se puede editar un comentario
edit-minutes-hint = De 0 (nunca) a 10.080 (una semana).
field-edit-minutes = Escribe un número entero de 0 a 10.080.
held-words = Palabras que queréis ver antes
held-words-hint = En cada línea, una palabra, una expresión o parte de una dirección. Los comentarios que la contengan esperan hasta que alguien los apruebe, salvo los de guías, docentes y organización.
held-links = Cuántos enlaces puede poner un visitante antes de que el comentario espere
held-links-hint = De 0 a 100.
field-held-links = Escribe un número entero de 0 a 100.
emoji-choice = Convertir en emoji las caritas como :-)
requests = Solicitudes de acceso
nobody-asks = No hay solicitudes.
requests-wait =
    { $count ->
        [one] Una solicitud de acceso
       *[other] { $number } solicitudes de acceso
    }
let-in = Admitir
turn-away = Rechazar
invitations = Invitaciones
invite-emails = Direcciones de correo
invite-emails-hint = Una por línea. Cada persona recibe su propio enlace, válido durante 14 días. Si no pones ninguna dirección, te damos un enlace para compartir.
invite-words = Unas palabras tuyas
invite-words-hint = Van en el mensaje, y las respuestas te llegan a ti.
invite-as = Rol
invite-button = Invitar
invite-bad-address = Esto no parece una dirección de correo:
invite-too-many = Son más de 200. Invita por partes.
invitation-link = Comparte este enlace. Permite que se una una persona, es válido durante 14 días y solo se muestra esta vez:
invitations-sent =
    { $count ->
        [one] Se ha enviado una invitación.
       *[other] Se han enviado { $number } invitaciones.
    }
invitations-open = Invitaciones pendientes
invite-to = Correo electrónico
invite-role = Rol
good-until = Válida hasta
invite-a-link = Un enlace para compartir
take-back = Retirar
role-of = rol de { $name }
last-organiser = Una comunidad necesita a alguien en la organización, y no queda nadie más. No se ha cambiado nada.
log-the-server = El servidor
log-a-comment = un comentario
log-empty = Todavía no hay nada que registrar.
log-find = Buscar un nombre, una acción o una dirección
log-none = El registro no lo menciona. Se busca por tramos; si abajo hay un enlace, se puede seguir más atrás.
log-older = Anteriores
audit-added = añadió a
audit-changed-address = cambió su dirección de correo
audit-changed-password = eligió una contraseña nueva
audit-comment-approved = aprobó
audit-comment-hidden = ocultó
audit-comment-unhidden = volvió a mostrar
audit-comment-held-back = retiró la aprobación de
audit-community-changed = cambió los ajustes de la comunidad
audit-invitation-taken-back = retiró una invitación
audit-founded = creó la comunidad como
audit-invited = invitó a alguien con el rol
audit-let-in = admitió a
audit-role-by-invitation = se unió por invitación como
audit-role-given = cambió el rol de
audit-turned-away = rechazó una solicitud
audit-asked-for-address = pidió cambiar su dirección de correo
audit-ended-sign-in = cerró una sesión
audit-ended-sign-ins = cerró todas sus demás sesiones

## Organización y miembros
account-suspended = Esta cuenta está suspendida
account-suspended-text = Puedes leer lo que es público, pero por ahora no puedes iniciar sesión ni escribir. Si crees que es un error, escribe a la organización. { $stressed }
former-member = Antiguo miembro
member-removed = Esta cuenta ya no existe. Lo que queda aquí se escribió antes.
label-suspended = Suspendida
label-hidden = Oculto
label-waiting = En espera
undo = Deshacer
member-desk = Gestionar este miembro
member-desk-of = Todo lo de { $name } y más
member-public-page = Página pública
member-words = Lo que ha escrito
member-words-none = Nada que otros pudieran leer.
hide-marked = Ocultar lo seleccionado
show-marked = Volver a mostrar lo seleccionado
hide-everything = Ocultar todo lo que ha escrito
nothing-marked = No había nada seleccionado. Marca primero lo que quieras.
done-hidden =
    { $count ->
        [0] Ya estaba todo oculto.
        [one] Una entrada o comentario queda oculto.
       *[other] { $number } entradas y comentarios quedan ocultos.
    }
done-shown =
    { $count ->
        [0] Ya no había nada oculto.
        [one] Una entrada o comentario se puede leer de nuevo.
       *[other] { $number } entradas y comentarios se pueden leer de nuevo.
    }
member-help = Ayuda
member-link-text = Si no consigue entrar, un enlace le inicia la sesión una vez. Su contraseña no cambia.
member-link-send = Enviarle un enlace por correo
member-link-show = Mostrar un enlace para entregarlo
link-to-pass-on = Entrega este enlace a { $name } y a nadie más: quien lo abra iniciará sesión con su cuenta. Sirve una sola vez, durante un día, y solo se muestra ahora:
link-not-in = Quien está suspendido o espera la admisión no recibe enlaces.
link-organiser = Los enlaces para la organización solo van a su propia dirección.
link-no-address = No hay dirección a la que enviarlo. Muestra un enlace y entrégalo.
done-link-sent = El enlace está en camino.
member-name-save = Guardar nombre
done-name = El nombre se ha corregido.
suspend = Suspender
suspend-text = Se cierran todas sus sesiones al momento y no podrá entrar ni escribir hasta que levantes la suspensión. Lo que escribió se queda.
suspend-why = Motivo
suspend-why-hint = Lo leerá cuando intente iniciar sesión.
suspend-hides = Ocultar también todo lo que ha escrito
suspend-hides-hint = Contra el spam. Al levantar la suspensión se puede volver a mostrar todo.
suspend-button = Suspender a este miembro
suspended-since = Suspensión desde el { $date }.
lift = Levantar la suspensión
lift-shows = Volver a mostrar lo que se ocultó con ella
done-suspended = El miembro está suspendido y sus sesiones, cerradas.
done-suspended-hidden =
    { $count ->
        [one] El miembro está suspendido y una entrada o comentario queda oculto. Al levantar la suspensión se deshacen ambas cosas.
       *[other] El miembro está suspendido y { $number } entradas y comentarios quedan ocultos. Al levantar la suspensión se deshacen ambas cosas.
    }
done-lifted = La suspensión está levantada.
done-lifted-shown =
    { $count ->
        [one] La suspensión está levantada y una entrada o comentario se puede leer de nuevo.
       *[other] La suspensión está levantada y { $number } entradas y comentarios se pueden leer de nuevo.
    }
sanction-yourself = No puedes suspenderte ni eliminarte. Puede hacerlo otra persona de la organización.
sanction-done = Alguien lo hizo ya.
remove = Eliminar
remove-short = Cierra la cuenta para siempre y borra lo que se sabe de esta persona. Se te preguntará qué pasa con sus textos.
remove-go-on = Eliminar a este miembro…
remove-heading = ¿Eliminar a { $name }?
remove-text = La cuenta se cierra y se borran el nombre, el nombre de usuario, el correo, la foto y todo lo demás que nos dijo, junto con sus borradores y entradas privadas. No se puede deshacer.
remove-words = ¿Qué pasa con sus textos?
remove-words-stay = Se quedan, como «Antiguo miembro»
remove-words-stay-hint = Las conversaciones quedan completas. Su blog cambia de dirección; los enlaces a la antigua dejan de funcionar.
remove-words-go = Se borran
remove-words-go-posts =
    { $count ->
        [one] Desaparece una entrada
       *[other] Desaparecen { $number } entradas
    }
remove-words-go-under =
    { $count ->
        [one] con el comentario que tiene debajo.
       *[other] con los { $number } comentarios que tienen debajo, sean de quien sean.
    }
remove-words-go-hint = Donde alguien respondió a sus comentarios queda un hueco vacío.
remove-handle = Su nombre de usuario, para confirmar
remove-handle-hint = Escribe { $handle }.
remove-handle-wrong = Ese no es su nombre de usuario.
remove-button = Eliminar para siempre
done-removed = La cuenta se ha eliminado.
done-role = El rol se ha guardado.
search-accounts-hint = Nombre, usuario o correo
who-sees-members = La lista de miembros y sus páginas
directory-public = Todo el mundo puede verlas
directory-members = Solo los miembros pueden verlas
who-sees-members-hint = Los nombres junto a entradas y comentarios los ve quien puede leer estos.
turn-away-words = Unas palabras
turn-away-words-hint = Irán en el correo que se lo comunica.
send-again = Enviar de nuevo
invitation-over = Caducada
done-let-in = { $name } ya está dentro y recibe un correo.
done-turned-away = La solicitud se ha rechazado y se le comunica por correo.
done-taken-back = La invitación se ha retirado. Su enlace ya no sirve.
done-sent-again = Una invitación nueva está en camino. El enlace antiguo ya no sirve.
course-blog = Blog del curso
course-blog-none = Un blog del propio curso, en /blog/. En él escriben los docentes y la organización.
course-blog-here = En él escriben los docentes y la organización:
course-blog-begin = Abrir el blog del curso
done-course-blog = El blog del curso está listo.
log-a-post = una entrada
audit-post-hidden = ocultó
audit-post-unhidden = volvió a mostrar
audit-words-hidden = ocultó entradas y comentarios de
audit-words-shown = volvió a mostrar entradas y comentarios de
close-days = Días sin comentarios tras los que se cierran las conversaciones
close-days-hint = Para entradas y debates; vacío significa nunca. Quien lleva una conversación puede volver a abrirla, y entonces queda abierta otros tantos días. Lo fijado sigue abierto, y lo que pertenece a un curso también.
field-close-days = Escribe un número entero de días, 3650 como máximo, o déjalo vacío.
log-a-conversation = una conversación
audit-conversation-slowed = activó el modo lento en
audit-conversation-unslowed = desactivó el modo lento en
audit-conversation-closed = cerró
audit-conversation-reopened = volvió a abrir
guest-block = Bloquear
guest-blocks = Visitantes bloqueados
guest-blocks-none = No hay ningún visitante bloqueado.
guest-blocks-hint = { $count ->
    [one] Un visitante se bloquea desde uno de sus comentarios. De dónde vino un comentario se guarda un día.
   *[other] Un visitante se bloquea desde uno de sus comentarios. De dónde vino un comentario se guarda { $number } días.
}
guest-block-name = Bloquear a { $name }
guest-block-lede = Quien está bloqueado puede leer y denunciar, pero no comentar sin cuenta hasta que pase el tiempo. Al intentarlo se le dice, y conserva lo que ha escrito. A los miembros no les afecta, estén donde estén.
guest-block-what = ¿Qué se bloquea?
guest-block-email = La dirección de correo
guest-block-network-of = La red
guest-block-near = { $count ->
    [one] De ahí ha venido últimamente un comentario de { $guests } visitante.
   *[other] De ahí han venido últimamente { $number } comentarios; visitantes: { $guests }.
}
guest-block-inner = Es una red de la propia casa. Si todos los visitantes parecen venir de aquí, el proxy que hay delante de Lyceum no está configurado como fiable, y esto bloquearía a todo el mundo.
guest-block-other = Otra red, la que se escribe abajo
guest-block-network = Red
guest-block-network-hint = Una dirección como 192.0.2.7, o una red como 192.0.2.0/24 o 2001:db8:1::/48.
guest-block-no-network = Esto no es una red: escribe una dirección o una red como 192.0.2.0/24.
guest-block-too-wide = Esta red es demasiado amplia: bloquearía a muchos miles. Indica al menos /16, o /32 en IPv6.
guest-block-own = Es tu propia red: quizá quieras indicar otra.
guest-block-no-origin = Ya no se sabe de dónde vino el comentario. Elige otra cosa.
guest-block-forgotten = { $count ->
    [one] De dónde vino un comentario se guarda un día; de este ya no se sabe.
   *[other] De dónde vino un comentario se guarda { $number } días; de este ya no se sabe.
}
guest-block-days = ¿Por cuánto tiempo?
guest-block-for = { $count ->
    [one] Un día
   *[other] { $number } días
}
guest-block-reason = ¿Por qué?
guest-block-reason-hint = Para el resto de la organización. Aparece en el registro.
guest-block-do = Bloquear
guest-block-until = hasta { $date }
guest-block-lift = Levantar
guest-block-made = El visitante está bloqueado.
guest-block-lifted = El bloqueo se ha levantado.
audit-guest-blocked = bloqueó a quien escribió, sin cuenta,
audit-guest-unblocked = levantó el bloqueo de un visitante
audit-guest-hidden = ocultó todos los comentarios de quien escribió, sin cuenta,
audit-guest-shown = volvió a mostrar los comentarios de quien escribió, sin cuenta,
audit-suspended = suspendió a
audit-suspension-lifted = levantó la suspensión de
audit-removed = eliminó a un miembro
audit-left = cerró la cuenta de un miembro que se marchó
audit-name-corrected = corrigió el nombre de
audit-link-sent = envió un enlace de inicio de sesión a
audit-link-made = creó un enlace de inicio de sesión para entregárselo a
audit-course-blog-begun = abrió el
audit-course-blog-changed = cambió el
audit-site-page-written = escribió la página
audit-site-page-removed = quitó la página
audit-announcement-published = publicó el anuncio
audit-announcement-edited = editó el anuncio
audit-announcement-withdrawn = retiró el anuncio

## Páginas sobre el sitio
site-pages = Páginas
site-pages-nav = Sobre este sitio
site-pages-text = Lo que un sitio público dice de sí mismo. Lo que escribas aquí se enlaza al pie de cada página.
site-page-about = Acerca de
site-page-rules = Normas
site-page-privacy = Privacidad
site-page-imprint = Aviso legal
site-page-about-hint = De qué trata este curso, para quién es, cuándo se imparte y a quién escribir.
site-page-rules-hint = Cómo os habláis aquí y qué pasa con lo que no tiene cabida.
site-page-privacy-hint = Quién es responsable, qué se guarda de miembros y visitantes y por cuánto tiempo, y cómo pedir los datos o su supresión. Lyceum guarda durante 14 días la dirección de red de un comentario sin cuenta.
site-page-imprint-hint = Quién responde de este sitio: nombre, dirección postal, correo y lo que exija tu ley.
site-page-empty = Esta página aún no está escrita; solo la organización la ve.
site-page-write = Escribirla
site-page-edit = Editar esta página
site-page-edited = Último cambio: { $date }
site-page-empty-hint = Sin texto, la página desaparece.
site-page-moved-on = Otra persona de la organización guardó esta página después de que la abrieras. No se ha sobrescrito nada: tu texto está abajo. Si guardas ahora, sustituye al otro.
done-site-page = «{ $name }» está guardada.
privacy-more = Qué pasa con esto: Privacidad

# Lo que cada quien cuenta de sí
about-you = Sobre ti
about-saved = Se ha guardado lo que cuentas de ti.
about-hint = Puedes dejarlo todo en blanco. De cada cosa decides quién la ve; la organización no ve más que el resto.
about-page = Tu página
about-bio = En pocas palabras
about-bio-hint = Dos o tres frases. Se conservan los saltos de línea, y las direcciones se convierten en enlaces.
about-job = A qué te dedicas
about-job-hint = Por ejemplo: enseño historia, diseño cursos, estudio
about-workplace = Dónde trabajas o estudias
about-workplace-hint = El nombre, tal como lo escribiría tu gente de allí
about-found = Quiero que me encuentre la gente de mi trabajo
about-found-hint = Quien indique el mismo lugar y también quiera que le encuentren verá tu nombre en «Gente de tu trabajo», vea quien vea este dato. Nadie más se entera.
about-found-where = Indica dónde, para que puedan encontrarte, o desmarca la casilla de abajo.
about-place = Dónde estás
about-place-hint = Una ciudad o región, como «Oporto, Portugal». No una dirección.
about-place-at = Encontrado: en los mapas de tus cursos apareces en { $place }, para quienes ven tu lugar.
about-place-in = Encontrado: { $country }. Añade tu ciudad para aparecer en los mapas de tus cursos.
about-place-ask = ¿Qué lugar quieres decir?
about-place-one-of = Hay varios que se llaman así, o es pequeño, y no se adivina ninguno. Elígelo y guarda, y aparecerás en los mapas de tus cursos. Si falta el tuyo, escribe detrás su región o su país.
about-place-unknown = No se ha encontrado, así que ningún mapa lo muestra. Escribe la ciudad más cercana y su país, por ejemplo, Sevilla, España.
about-lists = También en tu página
about-lists-hint = Una tribu oculta solo la ve quien está en ella.
about-blogs = Tu blog
viewers = Quién lo ve
viewers-everyone = Todo el mundo
viewers-members = Miembros
viewers-shared = Gente de mis cursos y tribus
viewers-me = Solo yo

# Gente del mismo trabajo
colleagues = Gente de tu trabajo
colleagues-at = Quienes también indican «{ $workplace }» y quieren que se les encuentre
colleagues-no-workplace = Indica dónde trabajas o estudias y que quieres que te encuentren, y encontrarás a quienes indican lo mismo.
colleagues-not-found = Indicas «{ $workplace }», pero no has elegido que te encuentren allí. Solo se encuentra quien lo quiere por ambas partes.
colleagues-begin = Indicar dónde
colleagues-none = Todavía no indica el mismo lugar nadie que quiera que se le encuentre. Ayuda escribir el nombre como lo harían otras personas.
colleagues-change = Cambiar lo que indicas
settings-about = Unas palabras, dónde trabajas, dónde estás y quién lo ve:


## Blocking and reporting. $name is a person.
block-name = Bloquear a { $name }
block-text = Ya no podrá escribirte, no te enterarás de nada de lo que haga o diga, y lo que escribió en las conversaciones te aparecerá plegado. No recibe ningún aviso.
block-text-public = Lo que escribáis en público sigue siendo público. Si algo incumple las normas, díselo a la organización.
block-or-report = Denunciar a esta persona
member-is-blocked = Has bloqueado a { $name }.
report = Denunciar
report-this = Denunciar ante la organización
report-title = Denunciar ante la organización
report-lede = La organización ve lo que denuncias y quién eres. Nadie más sabrá que lo has denunciado.
report-lede-message = La organización ve solo este mensaje, lo que escribas abajo y quién eres. No ve el resto de lo que os habéis escrito. Nadie más sabrá que lo has denunciado.
report-kind-message = Mensaje privado
report-kind-comment = Comentario
report-kind-conversation = Texto
report-kind-member = Persona
report-why = ¿Qué ocurre?
report-why-hint = Basta con una frase. Si hay algo más que mirar, di dónde.
report-send = Enviar la denuncia
report-made = La organización tiene tu denuncia
report-made-text = Gracias. La mirarán y decidirán qué hacer. Si mientras tanto pasa algo más, puedes denunciarlo también.
report-made-block = Si no quieres saber nada más de esta persona, puedes bloquearla.
report-too-many = Hoy ya has denunciado mucho. La organización mirará primero eso; mañana podrás denunciar más.
report-back = Volver
report-lede-guest = La organización ve lo que denuncias y lo que escribas abajo. No necesitas una cuenta, y nadie más lo sabrá.
report-this-person = Denunciar a esta persona ante la organización
report-email-hint = Solo si la organización puede responderte. Nadie más la ve, y se borra 90 días después de la decisión.
report-too-many-here = Desde tu red se ha denunciado mucho en la última hora. Lo que has escrito sigue aquí: envíalo de nuevo un poco más tarde o inicia sesión.
report-too-many-guests = Hoy se ha denunciado tanto sin cuenta que la organización mirará primero eso. Lo que has escrito sigue aquí: envíalo de nuevo mañana o inicia sesión.
report-by-guest = Visitante sin cuenta
report-waits = { $count ->
    [one] espera desde hace un día
   *[other] espera desde hace { $number } días
}
reports = Denuncias
reports-wait = { $count ->
    [one] Una denuncia por decidir
   *[other] { $number } denuncias por decidir
}
reports-open = Por decidir
reports-none = No hay ninguna denuncia por decidir.
reports-decided = Decididas
report-decided = La decisión se ha guardado.
report-by = Denuncia de { $name }
report-one = Una denuncia
report-others = { $count ->
    [one] una persona más ha denunciado lo mismo
   *[other] { $number } personas más han denunciado lo mismo
}
report-copy = De qué se trata
report-copy-member = La denuncia es sobre la persona, no sobre un texto concreto.
report-copy-none = No hay copia, o ya no la hay.
report-copy-message = Ves solo este mensaje y nada más de lo que se escribió allí.
report-copy-elsewhere = Está donde no puedes leer.
report-where = Abrir donde está
report-decision = Decisión
report-outcome = ¿En qué ha quedado?
report-outcome-nothing = No hay nada que hacer
report-outcome-dealt = Está resuelto
report-outcome-removed = El mensaje se ha retirado
report-note = Una nota para el resto de la organización
report-note-hint = Nadie más la ve. También aparece en el registro.
report-decide = Guardar la decisión
log-a-report = una denuncia
audit-report-nothing = decidió que no hay nada que hacer sobre
audit-report-dealt = resolvió
audit-report-removed = retiró el mensaje de


## Shelves
shelf = Estantería
shelf-own = Tu estantería
shelf-of = Estantería de { $name }
shelf-count =
    { $count ->
        [one] Una lectura
       *[other] { $number } lecturas
    }
shelf-seen-by-all = Lo que lees y lo que quieres leer. Cualquiera puede verla.
shelf-seen-by-members = Lo que lees y lo que quieres leer. Los miembros pueden verla.
shelf-seen-by-nobody = Lo que lees y lo que quieres leer. Solo la ves tú.
shelf-settings = Quién la ve y tu biblioteca
shelf-others = Qué leen los demás
shelf-others-lede = Lo que hay en las estanterías que otras personas te muestran, primero lo más reciente.
shelf-others-empty = Todavía nadie muestra lo que lee. Si muestras tu estantería, quizá otras personas hagan lo mismo.
shelf-what = Título, ISBN, DOI o dirección
shelf-next = Añadir
shelf-states = Hasta dónde has llegado
shelf-all = Todo
shelf-want = Quiero leerlo
shelf-reading = Lo estoy leyendo
shelf-read = Leído
shelf-they-states = Hasta dónde se ha leído
shelf-they-want = Quiere leerlo
shelf-they-are-reading = Lo está leyendo
shelf-they-read = Ya lo ha leído
shelf-begin = Empezar
shelf-finish = Ya lo he leído
shelf-empty = Aquí no hay nada todavía. Escribe lo que tengas: un título, el número de la contraportada o una dirección. Lo demás se puede completar después.
shelf-none-such = No hay nada de este tipo.
shelf-more = Más de esta estantería
shelf-older = Añadido antes →
shelf-back = ← Lo último añadido
shelf-export = Para tu gestor de referencias:
shelf-done-added = Ya está en tu estantería.
shelf-done-changed = Guardado.
shelf-done-gone = Ya no está en tu estantería.
shelf-done-settings = Guardado.
shelf-add = Poner algo en tu estantería
shelf-change = Cambiar la ficha
shelf-title = Título
shelf-authors = Autoría
shelf-authors-hint = Varios nombres, separados con punto y coma: Lave, Jean; Wenger, Etienne
shelf-year = Año
shelf-kind = Qué es
shelf-book = Libro
shelf-article = Artículo
shelf-other = Otra cosa
shelf-isbn = ISBN
shelf-isbn-wrong = Un ISBN tiene diez o trece cifras. Está junto al código de barras del libro.
shelf-isbn-digit = Hay una cifra equivocada, o dos cambiadas de lugar. Compáralo con el libro.
shelf-doi = DOI
shelf-doi-wrong = Un DOI empieza por 10. y lleva una barra, por ejemplo 10.1000/182.
shelf-year-wrong = Escribe el año con números, por ejemplo 1991.
shelf-address = Dirección
shelf-address-hint = «Completar desde la página», abajo, solo pregunta a esta página por su título, sus autores y sus números, y a nadie más. Lo que has escrito se queda.
shelf-address-wrong = Esto no es la dirección de una página web.
shelf-note = Nota
shelf-note-hint = Una línea. La lee quien pueda ver tu estantería.
shelf-state = Hasta dónde has llegado
shelf-private = Esto solo lo veo yo, aunque otras personas vean mi estantería
shelf-put = A mi estantería
shelf-mine = En tu estantería
shelf-fill = Completar desde la página
shelf-filled = Completado desde { $name }. Revísalo; todavía no se ha guardado nada.
shelf-fill-nothing = Esa página no dice qué es. No se ha cambiado nada; complétalo a mano.
shelf-fill-no = Esta página no se puede leer desde aquí. No se ha perdido nada; complétalo a mano.
shelf-fill-later = Esta página no responde ahora mismo. No se ha perdido nada; inténtalo más tarde o complétalo a mano.
shelf-there = Esto ya está en tu estantería. No se ha cambiado nada, y lo que has escrito está abajo.
shelf-there-look = Verlo
shelf-full = Tu estantería está llena. Quita algo antes.
shelf-take-off = Quitar de mi estantería
shelf-take-off-text = La ficha desaparece para siempre, con su nota.
shelf-and-others =
    { $count ->
        [one] y en la de otra persona
       *[other] y en las de otras { $number } personas
    }
shelf-find = Buscarlo en mi biblioteca
shelf-who = Quién puede ver tu estantería
shelf-who-hint = Se ve lo que hay en ella, hasta dónde has llegado y tus notas, salvo en las fichas que te reserves.
shelf-library = Dirección del buscador de tu biblioteca
shelf-library-hint = Con un lugar para lo que se busca, por ejemplo { "{any}" }. Lo que haya en una estantería tendrá entonces un enlace a tu biblioteca. Esta dirección solo la ves tú.
shelf-library-place = Los únicos lugares son { "{any}" }, { "{isbn}" }, { "{doi}" }, { "{title}" } y { "{author}" }.
shelf-library-no-place = Falta un lugar para lo que se busca, por ejemplo { "{any}" }.
shelf-library-wrong = Esto no es la dirección de un buscador en la web.
shelf-library-how = Cómo encontrarla
shelf-library-how-text = Busca en el catálogo de tu biblioteca la palabra río. En la dirección de la página de resultados, pon una de estas donde está la palabra:
shelf-place-any = el ISBN o, si no lo hay, el DOI o el título y el autor
shelf-place-isbn = el ISBN, trece cifras
shelf-place-doi = el DOI
shelf-place-title = el título
shelf-place-author = el primer nombre
shelf-library-examples = Por ejemplo:

# Archives and backups.
archive-title = Llevártelo todo
archive-about = Un archivo con todo lo que has escrito aquí, para guardarlo y leerlo sin nosotros: tu blog como páginas que se abren en cualquier navegador, con lo que otras personas dijeron debajo; tus textos en Markdown; un archivo que WordPress sabe leer; tus comentarios, mensajes, respuestas, tu estantería y tus ajustes; tus imágenes y archivos.
archive-others = Lo que escribieron otras personas está incluido en la medida en que hoy puedes leerlo. Cuídalo como cuidarías unas cartas.
archive-yours = Tu archivo
archive-ask = Crear mi archivo
archive-ask-again = Crear uno nuevo
archive-ask-hint =
    { $count ->
        [one] Esto tarda un rato. Puedes salir de esta página: te escribiremos cuando esté listo. Después estará aquí un día.
       *[other] Esto tarda un rato. Puedes salir de esta página: te escribiremos cuando esté listo. Después estará aquí { $number } días.
    }
archive-being-made = Se está creando: { $percent } %. Puedes salir de esta página; te escribiremos cuando esté listo.
archive-look-again = Volver a mirar
archive-ready = Creado el { $date }. Estará aquí hasta el { $until }.
archive-download = Descargar ({ $size })
archive-delete = Borrarlo ahora
archive-failed = No se pudo crear tu archivo. No se ha perdido nada de lo que escribiste. Inténtalo más tarde o avisa a quienes gestionan esta comunidad: el registro del servidor dice por qué.
archive-again-at = Podrás pedir uno nuevo a partir del { $date }.
archive-too-soon = Tu archivo se creó hace poco o se está creando. No ha cambiado nada; podrás pedir uno nuevo algo más tarde.
archive-left-out =
    { $count ->
        [one] Una imagen o un archivo no cabía y no está incluido.
       *[other] { $number } imágenes y archivos no cabían y no están incluidos.
    }
archive-done-asked = Tu archivo se está creando. Te escribiremos cuando esté listo.
archive-done-deleted = Tu archivo se ha borrado. Lo que escribiste aquí no ha cambiado.
archive-done-gone = Ese archivo ya no está aquí. Puedes pedir uno nuevo.
archive-site-about = Traído de { $community } el { $date }.
archive-site-comments =
    { $count ->
        [0] Sin comentarios
        [one] Un comentario
       *[other] { $number } comentarios
    }
archive-site-empty = Todavía no hay nada publicado. Los borradores están en la carpeta «markdown».
archive-entry-gone = Lo que había aquí no está en este archivo.
archive-readme = Todo lo que escribiste en { $community }, a fecha de { $date }.

    index.html – tus entradas y páginas con sus conversaciones. Ábrelo en un navegador; no hace falta conexión.
    markdown/ – tus entradas, páginas y borradores como textos.
    wordpress/ – un archivo por cada blog, para llevarlo a WordPress en Herramientas, Importar.
    data/ – tus entradas, comentarios, mensajes, respuestas, estantería, marcadores, perfil y ajustes, para programas (JSON).
    media/ y handed-in/ – imágenes, y archivos que entregaste.

    Lo que escribieron otras personas es suyo. Lo tienes aquí para leerlo.
letter-archive-subject = { $community }: tu archivo está listo
letter-archive = El archivo que pediste está listo. Puedes descargarlo hasta el { $date }, con tu sesión iniciada:
letter-archive-failed-subject = { $community }: no se pudo crear tu archivo
letter-archive-failed = No se pudo crear el archivo que pediste en { $community }. No se ha perdido nada de lo que escribiste. Inténtalo más tarde o avisa a quienes gestionan la comunidad.
backup-title = Copias de seguridad
backup-none = Todavía no se ha hecho ninguna copia con «lyceum backup». En la guía de administración se explica cómo.
backup-last = La última copia correcta es del { $date } ({ $size }).
backup-old = De eso hace más de una semana. Pide a quien gestiona el servidor que mire por qué no hay una más reciente.

# Marcharse.
leave-title = Marcharte
leave-go-on = Cerrar mi cuenta …
settings-leave = Aquí puedes cerrar tu cuenta. Dices qué pasa con lo que escribiste y tienes 30 días para volver.
leave-lede =
    { $count ->
        [one] Tu cuenta se cierra un día después de que lo digas. Hasta entonces todo sigue igual y nadie se entera: inicia sesión y estarás de vuelta.
       *[other] Tu cuenta se cierra { $number } días después de que lo digas. Hasta entonces todo sigue igual y nadie se entera: inicia sesión y estarás de vuelta.
    }
leave-archive = Llévate lo que escribiste antes de marcharte. Después nadie podrá dártelo.
leave-rest = Qué pasa con todo
leave-rest-you = Tu correo, contraseña, imagen, ajustes y todo lo que contaste sobre ti se borran. Nadie más recibe tu nombre de usuario.
leave-rest-drafts = Los borradores y las entradas solo para ti se borran, igual que tu estantería, tus marcadores, tus agradecimientos y tus respuestas a preguntas.
leave-rest-messages = Los mensajes privados que escribiste se quedan con quienes los recibieron, salvo que elijas borrar tus textos.
leave-rest-groups = Sales de todos los cursos y tribus, y quien espera recibe tu plaza. Lo que diriges lo entregas antes; una tribu en la que no queda nadie más termina con tu cuenta.
leave-rest-reviews = Lo que entregaste se retira. Las revisiones se quedan con quienes las recibieron, salvo que elijas borrar tus textos.
leave-first = Entrega esto antes
leave-leads = Otras personas se quedarían sin quien las dirige. Todo sigue igual hasta que alguien tome el relevo.
leave-last-organiser = Nadie más lleva esta comunidad. Nombra antes a otro miembro de la organización.
leave-words = ¿Qué pasa con lo que escribiste?
leave-words-keep = Se queda, con mi nombre
leave-words-keep-hint = Entradas, páginas y comentarios siguen en sus direcciones. Tu nombre es lo único que se sabrá de ti.
leave-words-stay = Se queda, sin mi nombre
leave-words-stay-hint = Encima pondrá «Antiguo miembro». Tu blog cambia de dirección; los enlaces a la antigua dejan de funcionar. Donde otras personas te nombraron en sus textos, tu nombre sigue ahí.
leave-words-go = Se borra
leave-words-go-hint = Donde alguien te respondió queda un hueco vacío.
leave-handle = Tu nombre de usuario, para confirmar
leave-handle-wrong = Este no es tu nombre de usuario.
leave-button = Cerrar mi cuenta
leave-done =
    { $count ->
        [one] Tu sesión está cerrada y tu cuenta se cierra en un día. Te hemos escrito. Si inicias sesión antes, se queda.
       *[other] Tu sesión está cerrada y tu cuenta se cierra en { $number } días. Te hemos escrito. Si inicias sesión antes, se queda.
    }
leave-back = Qué bien que estés de vuelta. Tu cuenta se queda y nada ha cambiado.
letter-leave-subject = { $community }: tu cuenta se cierra el { $date }
letter-leave = Nos has pedido que cerremos tu cuenta en { $community }. Lo haremos el { $date }.
letter-leave-keep = Lo que escribiste se queda entonces con tu nombre.
letter-leave-stay = Lo que escribiste se queda entonces sin tu nombre.
letter-leave-go = Lo que escribiste se borra entonces.
letter-leave-after = Si prefieres quedarte, o si no fuiste tú, inicia sesión antes. Hasta entonces todo sigue igual y no recibirás más correos nuestros.
