# What every page has.

## The frame of every page
skip = Ir al contenido
nav-main = Menú principal
nav-home = Inicio
nav-members = Miembros
nav-write = Escribir
nav-waiting = Por revisar ({ $number })
nav-menu = tu menú
nav-your-page = Tu página
nav-your-blog = Tu blog
nav-your-posts = Tus entradas y borradores
nav-settings = Ajustes
nav-manage = Gestionar la comunidad
sign-in = Iniciar sesión
title-error = Error:
sign-out = Cerrar sesión
join = Unirse
language = Idioma
to-home = Ir a la página de inicio

## Errors
error-not-found = Página no encontrada
error-not-found-text = No hay nada en esta dirección, o no está abierto a todo el mundo. Si alguien te dio el enlace, quizá le interese saberlo.
error-sign-in-first = Inicia sesión
error-sign-in-first-text = Para ver esta página tienes que iniciar sesión. Hazlo y volverás aquí.
error-forbidden = No tienes acceso
error-forbidden-text = O bien pertenece a otra persona, o bien la petición llegó desde otro sitio. No se ha cambiado nada.
error-bad = No lo hemos entendido
error-bad-text = Hay algo en la petición que no es correcto. No se ha cambiado nada; vuelve atrás e inténtalo de nuevo.
error-method = Esta acción no es posible aquí
error-method-text = Esta dirección no acepta este tipo de petición.
error-too-large = Es demasiado grande
error-too-large-text = Es más de lo que este sitio acepta de una vez. No se ha cambiado nada.
error-too-many = Un momento, por favor
error-too-many-text = Ha sido mucho en poco tiempo. Espera un minuto e inténtalo de nuevo.
error-too-late = Ya es tarde para editarlo
error-too-late-text = Los comentarios se pueden editar durante un tiempo después de publicarlos. Este todavía puedes eliminarlo o responderlo.
error-away = El sitio no está disponible por completo en este momento
error-away-text = La base de datos no responde. Suele volver por sí sola en un minuto. Lo que habías escrito sigue en tu navegador: vuelve atrás e inténtalo de nuevo.
error-read-only = Ahora mismo no se puede guardar nada
error-read-only-text = Puedes leerlo todo, pero el servidor no puede guardar nada por el momento. Lo que habías escrito sigue en tu navegador: inténtalo más tarde.
error-broken = Algo ha fallado
error-broken-text = Es culpa nuestra y ha quedado registrado. Lo que habías escrito sigue en tu navegador: vuelve atrás e inténtalo de nuevo.

## Fields
field-name = Nombre
field-email-label = Correo electrónico
field-website-label = Sitio web
field-required = Completa este campo.
field-too-long = Esto es demasiado largo.
field-choose = Elige una de estas opciones.
field-handle = Usa de 2 a 30 caracteres: letras a–z, cifras, - o _, empezando por una letra o una cifra.
field-handle-end = Que termine en letra o cifra y no lleve dos guiones seguidos: si no, ninguna mención lo encuentra.
field-email = Esto no parece una dirección de correo.
field-email-local = Antes de la @ solo podemos escribir a direcciones con letras de la a a la z, sin acentos. ¿Tienes otra?
field-website = Esto no parece una dirección web.
field-password-short = Usa al menos diez caracteres.
field-blog-address = Usa de 2 a 60 caracteres: letras a–z, cifras, - o _, empezando por una letra o una cifra.
field-reserved = Esta dirección está reservada. Elige otra.
field-slug = Con esto no se puede formar una dirección. Usa letras y cifras.
field-language = Esto no es un código de idioma válido.

## What the script says; {"{n}"}, {"{name}"} and {"{title}"} are filled in by it.
script-reply-to = Responder a { $name }
script-heading-one = Un comentario sobre «{ $title }»
script-heading-other = { $n } comentarios sobre «{ $title }»
script-new-one = Un comentario nuevo desde tu última visita
script-new-other = { $n } comentarios nuevos desde tu última visita
script-answers-one = Un comentario nuevo: mostrar
script-answers-other = { $n } comentarios nuevos: mostrar
script-kept = Hemos recuperado el texto que no enviaste la última vez.
script-kept-discard = Descartarlo
script-kept-other = En este dispositivo hay guardado otro texto tuyo sin enviar ({ $time }).
script-kept-look = Verlo
script-sending = Enviando…
script-offline = Ahora mismo no tienes conexión. Tu texto está guardado en este dispositivo.
script-failed = El servidor no ha podido aceptarlo en este momento. Tu texto está guardado en este dispositivo.
script-refused = Tu texto está guardado en este dispositivo.
script-signed-out = Tu sesión se ha cerrado. Tu texto está guardado en este dispositivo: inicia sesión en otra ventana y vuelve a intentarlo.
script-again = Intentar de nuevo
script-posted = Tu comentario se ha publicado.
script-waiting = Tu comentario está pendiente de aprobación.
script-live-lost = Sin conexión: los comentarios nuevos aparecerán cuando vuelva.
script-keys-on = Teclas n y p: activadas
script-keys-off = Teclas n y p: desactivadas
script-keys-title = Teclas
script-keys-next = siguiente comentario nuevo
script-keys-previous = comentario nuevo anterior
script-keys-send = publicar el comentario que estás escribiendo
script-keys-away = cerrar el formulario de respuesta; tu texto se guarda
script-keys-help = mostrar estas teclas
script-close = Cerrar
script-theme-system = Colores: los del sistema
script-theme-light = Colores: claros
script-theme-dark = Colores: oscuros
script-preview-wait = Preparando la vista previa…
