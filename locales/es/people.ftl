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
field-handle-hint = Minúsculas, cifras, - y _. Así te llaman en un comentario.
field-handle-taken = Alguien tiene ya este nombre de usuario. Si eres tú, inicia sesión; si no, elige otro.
field-email-hint = No se muestra a los demás miembros. La organización puede verlo.
field-password-label = Contraseña
field-password-hint = Diez caracteres o más. Una frase que te guste es buena idea. Y siempre puedes entrar con un enlace que te enviamos por correo.
field-new-password = Nueva contraseña
field-why-label = Unas palabras para la organización
field-who = Correo electrónico o nombre de usuario
join-heading = Unirse a { $community }
join-lede = Un nombre, una dirección para los mensajes, una contraseña. El blog viene solo.
join-request-lede = Cuéntanos quién eres. Alguien de la organización lo lee y te abre la puerta; un mensaje te avisará.
join-found = Fundar esta comunidad
join-found-lede = Eres la primera persona en llegar, y la organización está en tus manos. Todo lo demás puede ajustarse más tarde.
join-found-button = Empezar
join-ask = Pedir unirse
join-handle = Tu nombre de usuario, si quieres elegirlo
join-already = ¿ya eres miembro?
join-mail = Mira tu correo
join-mail-text = Va en camino un mensaje a { $stressed }. Sigue el enlace que trae y ya estás dentro.
join-mail-request = Mira tu correo
join-mail-request-text = Va en camino un mensaje a { $stressed }. Sigue el enlace que trae, y tu solicitud llegará a la organización.
join-by-invitation = Por invitación
join-by-invitation-text = A esta comunidad se entra por invitación de la organización. Si recibiste una, sigue el enlace del mensaje.
join-early = Aún sin abrir
join-early-text = Nadie ha puesto en marcha esta comunidad todavía. Quien lleva el servidor encuentra el enlace donde lo inició; después podrán unirse los demás.
join-invitation-gone = Esta invitación ya no vale
join-invitation-gone-text = Se ha usado, se ha retirado o ha pasado demasiado tiempo. Quien la envió puede enviar otra.
confirm-joining = Un clic y ya estás dentro
confirm-joining-text = Así confirmas que la dirección es tuya y que { $name }, en { $community }, eres tú. Si no has pedido unirte, cierra esta página y no pasará nada.
confirm-joining-button = Confirmar y entrar
confirm-request = Un clic y tu solicitud está en camino
confirm-request-text = Con esto confirmas que la dirección es tuya, y que { $name } en { $community } serás tú. Alguien de la organización leerá tu solicitud y responderá.
confirm-request-button = Confirmar y pedir unirse
confirm-address = Tu nueva dirección de correo
confirm-address-text = A partir de ahora, los mensajes de { $community } llegarán a { $name }.
confirm-address-button = Usar esta dirección
confirm-move = Otra dirección de correo
confirm-move-text = { $name } recibirá un enlace para confirmarla. Hasta que lo sigas, no cambia nada.
confirm-move-button = Enviar el enlace
sign-in-heading = Adelante
sign-in-forgotten = ¿Contraseña olvidada?
sign-in-link = Recibir un enlace
sign-in-link-hint = Te enviamos un enlace con el que entras, una vez, en los próximos 20 minutos.
sign-in-not-yet = ¿todavía no eres miembro?
sign-in-wrong = El nombre o la contraseña no son correctos. Si acabas de unirte, busca en tu correo el mensaje que confirma tu dirección; el enlace por correo, aquí abajo, siempre funciona.
sign-in-too-many = Han sido muchos intentos en poco tiempo. Espera un minuto, o pide que te enviemos un enlace.
sign-in-as = Vas a iniciar sesión como { $name }.
letters-too-many = Ya van en camino unos cuantos mensajes a esta dirección. Mira tu correo, o inténtalo de nuevo en un minuto.
account-mail = Mira tu correo
account-mail-text = Si { $stressed } pertenece a alguien de aquí, ya hay un enlace en camino. Funciona una vez, y no por mucho tiempo.
account-mail-nothing = ¿Nada después de cinco minutos? Mira en el correo no deseado o { $link }.
account-mail-again = pídelo de nuevo
account-link-gone = Este enlace ya no vale
account-link-gone-text = Los enlaces de los mensajes funcionan una sola vez y durante un tiempo. Este ya se usó, o ha pasado demasiado tiempo.
account-link-gone-on = Puedes { $link } en cualquier momento.
account-link-again = pedir otro
account-waiting = Tu solicitud está en manos de la organización
account-waiting-text = Tu dirección está confirmada. Alguien leerá lo que escribiste, y un mensaje te avisará cuando puedas entrar.
forgot = Una contraseña nueva
forgot-lede = Le pasa a todo el mundo. Dinos tu dirección y te enviamos un enlace.
forgot-send = Enviar el enlace
forgot-back = Volver a iniciar sesión
reset-lede = Para @{ $handle }.
reset-hint = Diez caracteres o más. Se cierran todas tus sesiones y aquí se abre una nueva.
reset-button = Guardar la contraseña y entrar

## E-mails. $name is a handle, or the organiser who invites.
letter-hello = Hola, { $name }:
letter-hello-stranger = Hola:
letter-confirm-subject = { $community }: confirma tu dirección
letter-confirm = Alguien (esperamos que tú) se une a { $community } como @{ $name } con esta dirección. Sigue este enlace para confirmar que es tuya:
letter-confirm-after = El enlace vale tres días. Si no quieres unirte, o si @{ $name } no es lo que elegiste, no hagas nada: sin ti, todo queda en nada.
letter-sign-in-subject = { $community }: tu enlace
letter-sign-in = Sigue este enlace para iniciar sesión en { $community } como @{ $name }:
letter-sign-in-after = Funciona una vez, durante 20 minutos. Si no lo has pedido, no hagas nada, y no se lo pases a nadie.
letter-known-subject = { $community }: ya tienes una cuenta
letter-known = Alguien (quizá tú) ha querido unirse a { $community } con esta dirección. Ya tiene una cuenta: eres @{ $name }. Sigue este enlace para iniciar sesión:
letter-known-after = Funciona una vez, durante 20 minutos. Si no has sido tú, no hagas nada; no se ha cambiado nada.
letter-claim-subject = { $community }: tu cuenta te espera
letter-claim = Lo que escribiste se ha mudado a { $community }, y allí te guardamos una cuenta: @{ $name }. Sigue este enlace para hacerla tuya:
letter-claim-after = Funciona una vez, durante 20 minutos; en la página de inicio de sesión puedes pedir otro. Si no lo has pedido, no hagas nada.
letter-reset-subject = { $community }: una contraseña nueva
letter-reset = Sigue este enlace para elegir una contraseña nueva para @{ $name }:
letter-reset-after = Funciona una vez, durante una hora. Si no lo has pedido, no hagas nada: tu contraseña se queda como está.
letter-address-subject = { $community }: confirma tu nueva dirección
letter-address = @{ $name } quiere que los mensajes de { $community } lleguen a esta dirección. Inicia sesión y sigue este enlace para confirmarla:
letter-address-after = El enlace vale tres días. Si no eres tú, no hagas nada.
letter-move-subject = { $community }: ¿otra dirección?
letter-move = Alguien con sesión iniciada como @{ $name } quiere que los mensajes de { $community } lleguen a otra dirección. Tu cuenta no tiene contraseña, así que te preguntamos aquí primero. Si has sido tú, sigue este enlace:
letter-move-after = El enlace vale una hora. Si no has sido tú, no lo sigas: cierra todas las demás sesiones en tus ajustes y pon allí una contraseña.
letter-address-taken-subject = { $community }: ya tienes una cuenta
letter-address-taken = Alguien (quizá tú) ha querido dar esta dirección a otra cuenta de { $community }. Pertenece ya a @{ $name }, así que no se ha cambiado nada.
letter-address-taken-after = Si tienes dos cuentas y quieres quedarte con una, escribe a la organización.
letter-address-changes-subject = { $community }: tu dirección va a cambiar
letter-address-changes = Alguien con sesión iniciada en tu cuenta ha pedido que los mensajes de { $community } lleguen a partir de ahora a otra dirección. Será así cuando esa dirección se confirme. Si no has sido tú, cierra todas las demás sesiones y pon una contraseña nueva en tus ajustes:
letter-address-changes-after = Si has sido tú, aquí no hay nada que hacer: mira el correo de la nueva dirección.
letter-let-in-subject = { $community }: ya estás dentro
letter-let-in = Te damos la bienvenida a { $community }. Tu solicitud se ha aceptado; inicia sesión aquí:
letter-let-in-after = Eres @{ $name }, y tu blog está abierto. Si tu contraseña no funciona, pide allí un enlace.
letter-asked-subject = { $community }: @{ $name } quiere unirse
letter-asked = @{ $name } quiere unirse a { $community }. Lee su solicitud y respóndela aquí:
letter-asked-after = Recibes este mensaje porque eres parte de la organización.
letter-invite-subject = { $name } te invita a { $community }
letter-invite = { $name } te invita a { $community }. Sigue este enlace para unirte:
letter-invite-after = El enlace vale dos semanas y funciona una vez. Si no quieres unirte, no hagas nada.

## People
members-count =
    { $count ->
        [one] Aquí hay una persona.
       *[other] Aquí hay { $number } personas.
    }
members-found = Personas cuyo nombre o usuario contiene «{ $words }».
members-none-found = Aquí nadie se llama «{ $words }». Prueba con una parte del nombre.
members-empty = Todavía no hay nadie. Quien se una aparecerá aquí.
search-members = Buscar miembros
search-members-hint = Nombre o nombre de usuario
search = Buscar
more-members = Más miembros
more-members-next = Más miembros →
members-from-the-start = ← Desde el principio
role-organiser = Organización
role-instructor = Docente
role-guide = Guía
role-participant = Participante
unclaimed = de un hogar anterior de esta comunidad
change-profile = Cambiar tu perfil
latest-comments = Últimos comentarios
no-comments-yet = Todavía ninguno.
said-on = en

## Settings
settings-profile = Perfil
settings-profile-save = Guardar perfil
settings-handle-hint = Minúsculas, cifras, - y _. El antiguo seguirá llevando a ti.
settings-handle-taken = Alguien tiene este nombre de usuario, o lo tuvo. Elige otro.
settings-bio = Sobre ti
settings-bio-hint = Dos o tres frases. Se respetan los saltos de línea, y las direcciones se vuelven enlaces.
settings-language-browser = Como pida mi navegador
settings-zone = Zona horaria
settings-zone-community = Como la comunidad ({ $zone })
settings-blog = Blog
settings-blog-save = Guardar blog
settings-blog-title = Título
settings-blog-tagline = Lema
settings-blog-tagline-hint = Una línea bajo el título.
settings-blog-address = Dirección
settings-blog-address-hint = Los enlaces a la dirección antigua siguen funcionando.
settings-blog-address-taken = Otro blog tiene esta dirección, o la tuvo. Elige otra.
settings-picture = Imagen
settings-picture-new = Una imagen nueva
settings-picture-hint = PNG, JPEG, WebP o GIF, hasta { $number } MB. Se recorta en cuadrado.
settings-picture-upload = Subir imagen
settings-picture-remove = Quitar imagen
picture-unknown = Aquí no se puede leer esta imagen. Usa PNG, JPEG, WebP o GIF.
picture-too-large = Este archivo es demasiado grande.
picture-too-many-pixels = Esta imagen tiene demasiados píxeles. Redúcela primero.
settings-address = Correo electrónico
settings-address-hint = No se muestra a los demás miembros. El cambio vale cuando sigues el enlace que enviamos a la nueva dirección.
settings-address-change = Cambiar dirección
settings-address-same = Esta ya es tu dirección.
settings-password-old = Contraseña actual
settings-password-hint = Diez caracteres o más. Se cierran todas las demás sesiones.
settings-password-change = Cambiar contraseña
settings-password-by-link = Hace un rato que iniciaste sesión, y aquí nada demuestra que sigas siendo tú. Cierra la sesión, elige «¿Contraseña olvidada?» y pon tu contraseña con el enlace que te enviamos.
settings-password-set = Poner contraseña
settings-password-wrong = Esta no es tu contraseña actual. Si la has olvidado, cierra sesión y pide una nueva.
settings-sessions = Dónde tienes la sesión iniciada
settings-session-here = Aquí
settings-session-on = { $browser } en { $system }
settings-session-unknown = Un navegador
settings-session-since = desde el { $date }
settings-session-seen = última visita el { $date }
settings-session-end = Cerrar
settings-sessions-end = Cerrar todas las demás sesiones
settings-saved-joined = Ya estás dentro. Te uniste desde otro navegador: elige aquí tu contraseña otra vez. O déjalo así y entra con un enlace cuando vengas.
settings-saved-profile = Tu perfil está guardado.
settings-saved-blog = Tu blog está guardado.
settings-saved-picture = Tu imagen está en su sitio.
settings-saved-picture-removed = Tu imagen se ha quitado.
settings-saved-email = Va en camino un mensaje a la nueva dirección. El cambio vale cuando sigas su enlace.
settings-saved-move = Hemos enviado un enlace a tu dirección actual. Cuando lo sigas, la nueva recibirá el suyo.
settings-saved-address = Tu nueva dirección de correo está confirmada.
settings-saved-password = Tu contraseña ha cambiado, y todas las demás sesiones se han cerrado.
settings-saved-session = Esa sesión se ha cerrado.
settings-saved-sessions = Todas las demás sesiones se han cerrado.
## E-mails. $name is a handle, or the organiser who invites.
letter-turned-away-subject = { $community }: tu solicitud
letter-turned-away = La organización de { $community } ha leído tu solicitud para unirte, y no se ha aceptado.
letter-turned-away-after = La cuenta @{ $name } se ha eliminado, con todo lo que nos habías contado. Lo que es público puedes leerlo siempre, y si crees que es un error, escribe a la organización.

## Managing the community
the-community = La comunidad
manage-nav = Gestión
manage-settings = Ajustes
manage-comments = Comentarios
manage-log = Lo que se ha hecho
name-and-rules = Nombre y reglas
community-name = Nombre de la comunidad
community-tagline = Bienvenida
community-tagline-hint = Una o dos frases en la página de inicio, bajo el nombre.
community-time-zone = Zona horaria
community-time-zone-unknown = No hay ninguna zona horaria con este nombre. Elige una como Europe/Lisbon.
community-saved = Los ajustes están guardados.
community-begun = La comunidad es tuya. Ponle nombre, decide quién puede unirse e invita a gente más abajo.
who-may-join = Quién puede unirse
joining-open = Todo el mundo, al momento
joining-request = Todo el mundo puede pedirlo
joining-request-hint = Respondes a cada solicitud aquí abajo.
joining-invitation = Solo personas invitadas
whose-comments-wait = Comentarios de visitantes
guests-first = El primero espera hasta que alguien lo apruebe
guests-always = Todos esperan hasta que alguien los apruebe
guests-closed = No hay: solo escriben los miembros
edit-minutes = Minutos en los que se puede cambiar un comentario
edit-minutes-hint = De 0 (nunca) a 10.080 (una semana).
field-edit-minutes = Escribe un número entero de 0 a 10.080.
emoji-choice = Convertir en emoji las caritas como :-)
requests = Solicitudes para unirse
nobody-asks = Ahora mismo nadie lo pide.
requests-wait =
    { $count ->
        [one] Alguien quiere unirse
       *[other] { $number } personas quieren unirse
    }
let-in = Admitir
turn-away = Rechazar
invitations = Invitaciones
invite-emails = Direcciones de correo
invite-emails-hint = Una por línea. Cada persona recibe su propio enlace, que vale 14 días. Si no pones ninguna dirección, te damos un enlace para compartir.
invite-words = Unas palabras tuyas
invite-words-hint = Van en el mensaje, y las respuestas te llegan a ti.
invite-as = Rol
invite-button = Invitar
invite-bad-address = Esto no parece una dirección:
invite-too-many = Son más de 200. Invita por partes.
invitation-link = Comparte este enlace. Sirve para que entre una persona, vale 14 días y solo se muestra ahora:
invitations-sent =
    { $count ->
        [one] Una invitación va en camino.
       *[other] { $number } invitaciones van en camino.
    }
invitations-open = Invitaciones abiertas
invite-to = Dirección
invite-role = Rol
good-until = Vale hasta
invite-a-link = Un enlace para compartir
take-back = Retirar
role-of = rol de { $name }
last-organiser = Alguien tiene que llevar la comunidad, y no queda nadie más en la organización. No se ha cambiado nada.
log-the-server = El servidor
log-a-comment = un comentario
log-empty = Todavía no se ha hecho nada que haya que anotar.
audit-added = añadió a
audit-changed-address = cambió su dirección de correo
audit-changed-password = puso una contraseña nueva
audit-comment-approved = aprobó
audit-comment-hidden = ocultó
audit-comment-unhidden = volvió a mostrar
audit-community-changed = cambió los ajustes de la comunidad
audit-invitation-taken-back = retiró una invitación
audit-founded = fundó la comunidad como
audit-invited = invitó a alguien con el rol
audit-let-in = admitió a
audit-role-by-invitation = entró por invitación como
audit-role-given = dio un rol a
audit-turned-away = rechazó una solicitud
audit-asked-for-address = pidió cambiar su dirección de correo
audit-ended-sign-in = cerró una sesión
audit-ended-sign-ins = cerró todas sus sesiones
